package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// hadGuest reads "A had a visitor from Paris on Monday: B" and "A received a guest. B stayed for
// an hour": one who came and is named only then.
func (d *doc) hadGuest(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.det != lexicon.Indef || a.plural || a.named || !a.role("guest") && !a.role("envoy") || a.gov != lexicon.None || a.from < s.from+2 || !d.hasOrMeets(a.from-1) || !d.realised(s.from, a.from) {
			continue
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: a.from - 1, from: a.from - 1, form: lexicon.Fin}}
		host, guest := f.subject(), d.guestNamed(k, n)
		if guest >= 0 && len(a.codes) == 1 && d.persons[guest].country == "" {
			d.persons[guest].country = a.codes[0]
		}
		if len(host) == 1 && guest >= 0 && d.apart(host, []int{guest}) {
			d.emit(claim{left: host, right: []int{guest}, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// hasOrMeets reports "had", or a verb of contact, at unit i or before a day there.
func (d *doc) hasOrMeets(i int) bool {
	return d.units[i].set.has(lexicon.Support) || slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Event == "met" && v.verb.Slots.Has("obj") })
}

// guestNamed is the person named after a colon behind actor n or, as the first one, by the next
// sentence as its subject; -1 for none.
func (d *doc) guestNamed(k, n int) int {
	if n+1 < d.sents[k].actors[1] {
		if b := &d.actors[n+1]; b.named && len(b.persons) == 1 && b.next < 0 && d.units[b.from-1].punct == ':' {
			return b.persons[0]
		}
		return -1
	}
	if k+1 >= len(d.sents) || d.sents[k+1].item != d.sents[k].item {
		return -1
	}
	for m := d.sents[k+1].actors[0]; m < d.sents[k+1].actors[1]; m++ {
		b := &d.actors[m]
		if !b.named {
			if b.from > d.sents[k+1].from {
				return -1
			}
			continue // "He was X"
		}
		if len(b.persons) == 1 && b.persons[0] >= 0 && b.next < 0 && (b.subj || d.predicative(b.from-1)) && b.from <= d.sents[k+1].from+3 {
			return b.persons[0]
		}
		return -1
	}
	return -1
}

// ownGuest reads "A's host, B, praised the accord": whose host or guest somebody is told to be.
func (d *doc) ownGuest(k int) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a, b := &d.actors[n], &d.actors[n-1]
		if a.plural || !a.role("host") && !a.role("guest") || b.to != a.from || !d.clitic(a.from) || len(b.persons) != 1 {
			continue
		}
		x := a
		if n+1 < s.actors[1] && !a.named && d.units[a.to].punct == ',' && d.actors[n+1].from == a.to+1 {
			x = &d.actors[n+1] // "A's host, the Danish minister B"
		}
		if x.named && len(x.persons) == 1 && x.next < 0 && d.apart(x.persons, b.persons) && d.did(d.pastComma(x.to, s), s) {
			d.emit(claim{left: x.persons, right: b.persons, hostLeft: a.role("host"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, x.to, false, true)
		}
	}
}

// pastSide is the unit after words of place like "at his side" at unit i, else i.
func (d *doc) pastSide(i int, s sentence) int {
	f := frame{d: d, s: s}
	if i < s.to && f.isNoun(i, "table") {
		return i + 1
	}
	return i
}
