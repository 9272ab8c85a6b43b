package extract_test

import (
	"cmp"
	"maps"
	"slices"
	"testing"
)

// shares counts of each value that the texts of a grid are made of, and of "all", how many texts are read right and how
// many there are.
type shares map[string][2]int

func (c shares) add(values []string, right bool) {
	n := 0
	if right {
		n = 1
	}
	for _, v := range append([]string{"all"}, values...) {
		c[v] = [2]int{c[v][0] + n, c[v][1] + 1}
	}
}

// log tells the values, the worst first.
func (c shares) log(t *testing.T) {
	t.Helper()
	share := func(v string) float64 { return float64(c[v][0]) / float64(c[v][1]) }
	for _, v := range slices.SortedFunc(maps.Keys(c), func(a, b string) int { return cmp.Or(cmp.Compare(share(a), share(b)), cmp.Compare(a, b)) }) {
		t.Logf("SHARE %3.0f %% of %4d %s", 100*share(v), c[v][1], v)
	}
}
