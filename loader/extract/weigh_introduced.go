package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// introduced: how the text brings in the later of two, whom it may tell as one more of those
// whom the earlier sees: "enchained talks. First, B. With C, ...; D closed the day".
func (w *weigher) introduced(p, q int) {
	var x introduction
	if len(w.traits[p].named) > 0 && len(w.traits[q].named) > 0 {
		x = w.introduction(p, q)
	}
	w.put("earlier met before", x.before)
	w.put("earlier met here", x.here)
	w.put("earlier met after", x.after)
	w.put("series", x.series)
	w.put("plural contacts before", x.plurals)
	w.put("later brought in", x.place)
	w.put("later brought in at", x.at)
	w.put("later brought in with", x.crowd)
	w.flag("earlier stands there", x.both)
}

// introduction is the first sentence that names the later of two persons.
type introduction struct {
	before, here, after int // contacts of the earlier with others in the two sentences before, here, and in the two after
	series, plurals     int // how many sentences before the earlier opened a series, or stood alone with several contacts; 9 for more, 10 for none
	place, at           int // of the later: see bringsIn; units before, 12 for more
	crowd               int // others named here
	both                bool
}

func (w *weigher) introduction(p, q int) (x introduction) {
	a, b := p, q
	if w.traits[a].named[0] > w.traits[b].named[0] {
		a, b = b, a
	}
	k := w.traits[b].named[0]
	x.before, x.here, x.after = w.claimsAround(a, b, k)
	x.series, x.plurals = w.inSeries(a, k), w.plurals(a, k)
	x.place, x.at = w.bringsIn(b, k)
	x.crowd, x.both = w.crowd[k]-1, w.traits[a].in(k)
	return x
}

// claimsAround counts the contacts of a with others than b that the two sentences before
// sentence k tell, that it tells, and that the two after it do.
func (w *weigher) claimsAround(a, b, k int) (before, here, after int) {
	for i := range w.ties.claims {
		c := &w.ties.claims[i]
		if c.status != graph.Held || c.joins(a, b) || !c.tellsOf(a) {
			continue
		}
		switch by := c.sent - k; {
		case by == 0:
			here++
		case by < 0 && by >= -2:
			before++
		case by > 0 && by <= 2:
			after++
		}
	}
	return min(before, 3), min(here, 3), min(after, 3)
}

func (w *weigher) inSeries(a, k int) int {
	best := 10
	for _, s := range w.d.series {
		if s.keeper == a && s.opened < k && w.d.zone(s.opened) == w.zone {
			best = min(best, k-s.opened, 9)
		}
	}
	return best
}

func (w *weigher) plurals(a, k int) int {
	best := 10
	for _, j := range w.traits[a].sents {
		if j < k && w.crowd[j] == 1 && w.d.marks[j].has(signPlural) {
			best = min(best, k-j, 9)
		}
	}
	return best
}

// bringsIn is the place of p in sentence k: 1 acts, 2 stands without a preposition, from 3 on
// after one of govClasses, 0 for none; and how many units stand before, 12 for more.
func (w *weigher) bringsIn(p, k int) (place, at int) {
	d := w.d
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if !a.named || !slices.Contains(a.persons, p) {
			continue
		}
		at = min(a.from-d.sents[k].from, 12)
		switch i := slices.Index(govClasses[:], a.gov); {
		case i >= 0:
			return 3 + i, at
		case a.gov == lexicon.None && a.subj && !d.embedded(a):
			return 1, at
		}
		return 2, at
	}
	return 0, 12
}
