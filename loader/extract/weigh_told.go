package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Each sentence that may tell of a subject has a row of its own, and the weights find out which
// of them tells of the fact. What is the same for all subjects is counted once for each sentence.

var (
	firstSpots     = prefixed("first ", spotNames[:])
	secondSpots    = prefixed("second ", spotNames[:])
	firstMeanings  = prefixed("first is ", meaningNames[:])
	secondMeanings = prefixed("second is ", meaningNames[:])
	claimNamesHere = prefixed("claims ", []string{"of both", "of both not held", "of companions", "of the first", "of the second", "of others", "not held", "of both elsewhere"})
	claimNamesNear = []string{"last claims of both", "last claims of the first", "last claims of the second", "next claims of both", "next claims of the first", "next claims of the second"}
	classesBetween = [...]lexicon.Class{lexicon.With, lexicon.By, lexicon.To, lexicon.And, lexicon.Of, lexicon.That}
	betweenNames   = prefixed("between them ", []string{"with", "by", "to", "and", "of", "that", "commas", "verbs"})
)

// counts puts several, with their names.
func (w *weigher) counts(names []string, counts []uint8) {
	if w.names != nil {
		*w.names = append(*w.names, names...)
	}
	w.row = append(w.row, counts...)
}

// toldOfBoth makes the row of the sentence and two persons of whom one stands there at least, without
// what is the same for all; it is good until the next row.
func (w *weigher) toldOfBoth(p, q int) weigh.Row {
	w.row = w.row[:0]
	c := w.scene
	n, m := c.phrase[p], c.phrase[q]
	if n < 0 || m >= 0 && m < n { // the first is who stands first, or alone
		p, q, n, m = q, p, m, n
	}
	w.flag("both stand", n >= 0 && m >= 0)
	w.counts(firstMeanings, c.means[p][:])
	w.counts(secondMeanings, c.means[q][:])
	w.putSpot(firstSpots, n)
	w.putSpot(secondSpots, m)
	w.claimsHere(p, q)
	w.amid(n, m)
	r := reach{others: 5}
	if m < 0 {
		w.meant(c.k, p, q, &r)
	}
	w.put("can mean the second", r.meant)
	w.put("can mean others", r.others)
	return w.row
}

// putSpot puts where a phrase stands, -1 for none.
func (w *weigher) putSpot(names []string, n int) {
	var x spot
	if n >= 0 {
		x = w.scene.spots[n-w.d.sents[w.scene.k].actors[0]]
	}
	w.counts(names, x[:])
}

// claimsHere: what the rules have found in the sentence and beside it.
func (w *weigher) claimsHere(p, q int) {
	var here [8]uint8
	var near [6]uint8
	for i := range w.ties.claims {
		c := &w.ties.claims[i]
		joined, held, by := c.joins(p, q), c.status == graph.Held, c.sent-w.scene.k
		if joined && held && by != 0 {
			here[7]++
		}
		switch {
		case by == 0:
			here[c.concerns(p, q)]++
		case held && abs(by) == 1:
			j := 3 * one(by == 1)
			near[j] += flag(joined)
			near[j+1] += flag(c.tellsOf(p))
			near[j+2] += flag(c.tellsOf(q))
		}
	}
	for i := range here {
		here[i] = min(here[i], 3)
	}
	for i := range near {
		near[i] = min(near[i], 2)
	}
	w.counts(claimNamesHere, here[:])
	w.counts(claimNamesNear, near[:])
}

// concerns is the place in claimNamesHere of what a claim tells of two persons.
func (c *claim) concerns(p, q int) int {
	held := c.status == graph.Held
	switch {
	case c.joins(p, q):
		return one(!held)
	case c.companions(p, q):
		return 2
	case !held:
		return 6
	case c.tellsOf(p):
		return 3
	case c.tellsOf(q):
		return 4
	}
	return 5
}

// amid: what stands between two phrases, -1 for none.
func (w *weigher) amid(n, m int) {
	d, s := w.d, w.d.sents[w.scene.k]
	var way path
	between := [...]uint8{5, 5, 5, 5, 5, 5, 5, 5}
	units, phrases := 0, 0
	if n >= 0 && m >= 0 {
		way = d.path(n, m)
	}
	if n >= 0 && m > n {
		from, to := d.actors[n].to, d.actors[m].from
		units, phrases = to-from, m-n-1
		between = [8]uint8{}
		for i := from; i < to; i++ {
			u := &d.units[i]
			for j, c := range classesBetween {
				between[j] += flag(u.set.has(c))
			}
			between[6] += flag(u.punct == ',')
			between[7] += flag(w.scene.verbs[i-s.from] > 0)
		}
	}
	w.putPath(pathNames, way)
	for i := range between {
		between[i] = min(between[i], 5)
	}
	w.counts(betweenNames, between[:])
	w.put("units between", min(units, 40))
	w.put("phrases between", min(phrases, 9))
	others := 0
	for x := s.actors[0]; x < s.actors[1]; x++ {
		others += one(len(d.actors[x].persons) > 0 && x != n && x != m)
	}
	w.put("other phrases", min(others, 7))
}

// toldOfOne makes the row of the sentence and a person who stands there or beside it, as to a part.
func (w *weigher) toldOfOne(p int, part Kind) weigh.Row {
	w.row = w.row[:0]
	c := w.scene
	n := c.phrase[p]
	w.counts(firstMeanings, c.means[p][:])
	w.putSpot(firstSpots, n)
	for _, s := range telling[part] {
		w.toWord(n, s)
	}
	w.as("")
	w.partsHere(p)
	return w.row
}

// toWord: where the nearest words of a sign stand, seen from a phrase of their sentence, and what is between.
func (w *weigher) toWord(n int, s sign) {
	w.of("to", s)
	d := w.d
	before, after := 0, 0
	var way path
	if n >= 0 {
		a := &d.actors[n]
		for _, at := range w.bearers(s) {
			switch {
			case at.sent != w.scene.k:
			case at.unit < a.from:
				before = a.from - at.unit
			case at.unit >= a.to && after == 0:
				after = at.unit - a.to + 1
			}
		}
		if before > 0 {
			way |= d.between(a.from-before+1, a.from)
		}
		if after > 0 {
			way |= d.between(a.to, a.to+after-1)
		}
	}
	w.put("units before", min(before, 30))
	w.put("units after", min(after, 30))
	w.putPath(pathNames[:pathsOfTwo], way)
}

// partsHere: whom the rules have found to have met, to have signed, to head in the sentence.
func (w *weigher) partsHere(p int) {
	k := w.scene.k
	met, elsewhere, planned := 0, 0, 0
	for i := range w.ties.claims {
		c := &w.ties.claims[i]
		switch {
		case c.sent != k:
		case c.status != graph.Held:
			planned++
		case c.tellsOf(p):
			met++
		default:
			elsewhere++
		}
	}
	papers, signed, heads := 0, 0, 0
	for _, x := range w.ties.papers {
		papers += one(x.sent == k)
		signed += one(x.sent == k && len(others(x.persons, p)) > 0)
	}
	for _, l := range w.ties.leads {
		heads += one(l.sent == k && l.person != p)
	}
	w.put("met", min(met, 3))
	w.put("others met", min(elsewhere, 3))
	w.put("planned", min(planned, 3))
	w.put("papers", min(papers, 3))
	w.put("papers of others", min(signed, 3))
	w.put("other heads", min(heads, 3))
}
