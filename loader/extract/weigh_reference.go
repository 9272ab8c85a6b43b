package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// reference is how surely a sentence means a person: the less, the likelier a rule that claims
// something of the person there took somebody else's words for hers.
type reference struct {
	by     int // 0 the name, 1 an office or the like, 2 a pronoun, 3 no word at all
	others int // how many others a phrase without a name can be, 5 without one
	away   int // sentences back to the nearest that gives the name, 9 for none
}

// surer reports that two references are surer than two others.
func surer(a, b, thanA, thanB reference) bool {
	if by := a.by + b.by - thanA.by - thanB.by; by != 0 {
		return by < 0
	}
	return a.others+b.others < thanA.others+thanB.others
}

// reference is that of sentence k to a person.
func (w *weigher) reference(p, k int) reference {
	d, named := w.d, w.traits[p].named
	if slices.Contains(named, k) {
		return reference{}
	}
	x := reference{by: 3, others: 5, away: 9}
	for _, l := range named {
		if l < k {
			x.away = min(x.away, k-l)
		}
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if !slices.Contains(a.persons, p) {
			continue
		}
		x.by = min(x.by, 1+one(len(a.roles)+len(a.codes) == 0))
		others := 0
		for _, r := range w.here {
			others += one(r != p && d.mayBe(a, r))
		}
		x.others = min(x.others, others)
	}
	return x
}

var claimNames = prefixed("claim ", signNames[:])

// claimed: how the surest claim of a contact of both is told.
func (w *weigher) claimed(p, q int) {
	var best claim
	var a, b reference
	var sents []int
	for _, c := range w.ties.claims {
		if c.status != graph.Held || !c.joins(p, q) {
			continue
		}
		x, y := w.reference(p, c.sent), w.reference(q, c.sent)
		if len(sents) == 0 || surer(x, y, a, b) {
			best, a, b = c, x, y
		}
		sents = append(sents, c.sent)
	}
	w.put("claims", min(len(sorted(sents)), 4))
	w.both("claim meant by", a.by, b.by, 3)
	w.both("claim others meant", a.others, b.others, 5)
	w.both("claim named before", a.away, b.away, 9)
	w.put("claim persons", min(len(best.left)+len(best.right), 8))
	w.flag("claim by a verb", strings.Contains(best.rule, ".verb."))
	w.flag("claim by a noun", strings.Contains(best.rule, ".noun."))
	w.flag("claim among", best.among)
	w.flag("claim of a host", best.hostLeft)
	w.flag("claim of a guest", best.guestLeft)
	w.flag("claim date", best.date != "")
	w.flag("claim place", best.place != "")
	w.flag("claim back", best.back != 0)
	w.claimAt(best.sent, len(sents) > 0)
}

// claimAt: what else the sentence of the claim tells, if there is one.
func (w *weigher) claimAt(k int, is bool) {
	first, crowd := 0, 0
	var signs signSet
	if is {
		first, crowd, signs = slices.Index(w.sents, k)+1, w.crowd[k], w.d.marks[k]
	}
	w.put("claim sentence", min(first, 20))
	w.put("claim crowd", min(crowd, 8))
	for s := range numSigns {
		w.flag(claimNames[s], signs.has(s))
	}
}
