package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// signersMeet: two persons of two states who put their names to one document have
// met over it, if the story does not tell so anyway.
func (d *doc) signersMeet() {
	for i, x := range d.signs {
		ps := d.cosigners(i)
		if len(ps) != 2 || !d.apart(ps[:1], ps[1:]) || d.faced(ps[0], ps[1], x.date) {
			continue
		}
		d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: x.sent, rule: x.rule}, d.signedAt(x.sent, ps), false, false)
	}
}

// signedAt is the unit at which sentence k names the last of some signers, else its first one.
func (d *doc) signedAt(k int, ps []int) int {
	at := d.sents[k].from
	for _, p := range ps {
		if n := d.namedLast(p, k); n >= 0 {
			at = max(at, d.actors[n].from)
		}
	}
	return at
}

// faced reports a claim of a contact of two persons as its two sides, that somebody received both tells of none, and not
// of one long before the day on which they signed.
func (d *doc) faced(p, q int, signed graph.Date) bool {
	const week = 7
	before := string(shifted(signed, -week))
	return slices.ContainsFunc(d.claims, func(c claim) bool {
		if _, last, ok := c.date.Bounds(); ok && len(before) == len(last) && last < before {
			return false
		}
		l, r := c.left, c.right
		if c.among {
			r = l
		}
		return slices.Contains(l, p) && slices.Contains(r, q) || slices.Contains(l, q) && slices.Contains(r, p)
	})
}

// cosigners are those with whom the agent of a passive signs: "signé par A avec B", "A,
// avec qui un programme a été signé".
func (f *frame) cosigners() []int {
	if f.bystander(lexicon.With) {
		return nil
	}
	return f.after(f.g.at, lexicon.With)
}

// dropHeadSigns drops the states of a headline as signers of a document whose
// signers the text names, and "the two" of a sentence that names who signed the same.
func (d *doc) dropHeadSigns() {
	d.signs = slices.DeleteFunc(d.signs, func(x signing) bool {
		return (len(x.persons) == 0 || x.pair) && slices.ContainsFunc(d.signs, func(y signing) bool {
			if x.pair {
				return len(y.persons) > 0 && !y.pair && x.sent == y.sent && x.what == y.what
			}
			if x.sent == y.sent && len(x.bodies)+len(x.orgs) > 0 {
				return false // "X and Y signed a pact, for which A put down his name"
			}
			return len(y.persons) > 0 && d.sents[x.sent].item == d.sents[y.sent].item && (strings.HasPrefix(text.Fold(y.what), text.Fold(x.what)) || d.sentenceInItem(x.sent) == 0)
		})
	})
}

// sameSigners reports the same signers of two papers.
func (x *signing) sameSigners(y *signing) bool {
	return slices.Equal(x.persons, y.persons) && slices.Equal(x.codes, y.codes) && slices.Equal(x.parties, y.parties) && slices.Equal(x.orgs, y.orgs) && slices.Equal(x.bodies, y.bodies)
}

// dropRepeatedSigns drops what tells again, in the same words, that the same ones signed the same paper on the same day.
func (d *doc) dropRepeatedSigns() {
	for i := len(d.signs) - 1; i >= 0; i-- {
		x := &d.signs[i]
		if slices.ContainsFunc(d.signs[:i], func(y signing) bool {
			return x.sent-y.sent < 2 && x.what == y.what && x.date == y.date && d.sents[x.sent].item == d.sents[y.sent].item && x.sameSigners(&y)
		}) {
			d.signs = slices.Delete(d.signs, i, i+1)
		}
	}
}

// besideSubject are those of another state beside whom the subject signs, told between it and
// the verb: "A, alongside his counterpart B, signed".
func (f *frame) besideSubject() []int {
	d, n := f.d, f.subjectActor()
	for m := n + 1; n >= 0 && m < f.s.actors[1] && d.actors[m].to <= f.g.from; m++ {
		a := &d.actors[m]
		if a.gov != lexicon.Beside && a.gov != lexicon.With || a.prev >= 0 || !d.verbless(d.groupEnd(n), a.from) {
			continue
		}
		if ps, qs := d.group(n), d.group(m); len(ps) > 0 && len(qs) > 0 && (a.role("counterpart") || d.apart(ps, qs)) {
			return qs
		}
	}
	return nil
}

// forTheirStates are the states whose ministers or envoys sign without a name: "signés par les
// ministres des deux pays", "par les représentants du Togo et du Bénin".
func (f *frame) forTheirStates() []string {
	n := f.subjectActor()
	if f.g.passive() {
		n = f.d.firstAfter(f.g.at, lexicon.By, f.s)
	}
	if n < 0 || f.d.actors[n].named || !f.d.actors[n].plural || len(f.d.actors[n].persons) > 0 {
		return nil
	}
	a := &f.d.actors[n]
	if len(a.codes) > 1 {
		return a.codes
	}
	for i := a.from + 1; i+1 < f.d.groupEnd(n); i++ {
		u := &f.d.units[i+1]
		each := u.to-u.from > 1 && f.d.units[i].set.has(lexicon.Of) // "de chaque pays"
		if e, ok := u.entry(lexicon.Role); !ok || !each && !f.d.units[i].set.has(lexicon.Two) || !f.d.lex.Roles[e.Index].Flags.Has("states") {
			continue
		}
		if codes := f.lastStates(); codes != nil || f.d.ownStory(f.s.item) {
			return codes
		}
		return f.d.statesOf(n)
	}
	return nil
}

// witnessed: a finite verb stands before the noun in its clause.
func (f *nounFrame) witnessed() bool {
	for i := f.at - 1; i >= f.s.from && i > f.at-10; i-- {
		u := &f.d.units[i]
		if e, ok := u.entry(lexicon.Verb); ok && u.actor < 0 && e.Form&(lexicon.Fin|lexicon.PP) != 0 {
			return true
		}
	}
	return false
}

// betweenBoth reports the names of both sides of what is signed: "after the signing of a
// memorandum between A and B".
func (f *nounFrame) betweenBoth() bool {
	ps, _ := f.slot(lexicon.Between)
	return len(ps) == 2 && f.d.apart(ps[:1], ps[1:])
}

// calledFor reports a verb of wanting or asking right before what is not signed yet: "urged the
// signing of a treaty between A and B".
func (f *nounFrame) calledFor() bool {
	for i := f.at - 1; i >= f.s.from && i > f.at-4; i-- {
		if f.d.units[i].actor < 0 && (f.d.wants(i) || f.d.asks(i)) {
			return true
		}
	}
	return false
}
