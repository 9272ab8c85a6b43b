package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// heardIn is what sentences make of a subject, each with its log odds.
func heardIn(p, q int, odds map[int]float64) *hearing {
	h := &hearing{p: p, q: q}
	for sent := range 9 {
		if z, ok := odds[sent]; ok {
			h.hear(sent, z)
		}
	}
	return h
}

func TestRivals(t *testing.T) {
	first := heardIn(0, 1, map[int]float64{3: 2, 5: -1})
	second := heardIn(0, 2, map[int]float64{3: -1, 5: 1})
	apart := heardIn(3, 4, map[int]float64{3: 4})
	unheard := heardIn(1, 4, nil)
	pairs := []*hearing{first, second, apart, unheard}
	alone := []*hearing{heardIn(0, -1, map[int]float64{3: 2}), heardIn(1, -1, map[int]float64{3: 1, 4: 3})}
	for name, c := range map[string]struct {
		h    *hearing
		zone []*hearing
		want [4]float64 // log odds, in the order of rivalNames
	}{
		"of one of two":                   {first, pairs, [...]float64{none, -1, none, 1}},
		"surer elsewhere":                 {second, pairs, [...]float64{none, -1, none, 2}},
		"of nobody":                       {apart, pairs, [...]float64{none, none, none, none}},
		"of both, whom nothing tells of":  {unheard, pairs, [...]float64{none, none, 2, 4}},
		"all others, of one":              {alone[0], alone, [...]float64{none, 1, none, 3}},
		"all others, in another sentence": {alone[1], alone, [...]float64{none, none, none, 2}},
	} {
		r := rivals{}
		r.read(pairs) // what was there is forgotten
		r.read(c.zone)
		var want [4]uint8
		for i, z := range c.want {
			want[i] = steps(z)
		}
		if diff := cmp.Diff(want, r.counts(c.h)); diff != "" {
			t.Errorf("%s: %v, %s", name, rivalNames, diff)
		}
	}
}
