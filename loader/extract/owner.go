package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// owner is whose talk it is: the possessive's person, the subject of the
// clause before, else the subject of the main clause after.
func (f *nounFrame) owner(with int) []int {
	d := f.d
	if ps := d.amongTalks(f.at-1, f.s); len(ps) > 0 {
		return ps
	}
	if ps := f.partnerIs(with); len(ps) > 0 {
		return ps
	}
	if i := f.at - 2; i > f.s.from && d.units[f.at-1].set.has(lexicon.In) && d.units[i].actor >= 0 {
		if a := &d.actors[d.units[i].actor]; a.gov == lexicon.None && !a.subj && len(a.persons) > 0 {
			return a.persons // "Saturday found him in conversation with Y"
		}
	}
	if ps := f.cleft(); len(ps) > 0 {
		return ps
	}
	if p := f.whoseSeries(with); p >= 0 {
		return []int{p}
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > f.at || a.gov != lexicon.None || !a.subj || d.hidden(n, f.at) {
			continue
		}
		if ps := d.subjectGroup(n); len(ps) > 0 {
			if f.newPartner(a, ps, with) {
				return f.steady(ps)
			}
			return ps
		}
		if a.deleg || a.plural {
			continue
		}
		return nil
	}
	if with >= 0 {
		for n := f.s.actors[0]; n < f.s.actors[1]; n++ { // "it was delivered by X during talks with Y"
			if a := &d.actors[n]; a.gov == lexicon.By && a.to <= f.at && a.prev < 0 && !d.clauseEnds(a.to, f.at) {
				return d.group(n)
			}
		}
	}
	if n := d.agentBefore(f.at, f.s); n >= 0 {
		return d.group(n)
	}
	after := f.at
	if with >= 0 {
		g := d.groupOf(with)
		after = d.actors[g[len(g)-1]].to
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from >= after && a.gov == lexicon.None && a.subj && a.prev < 0 && !d.semicolon(after, a.from) {
			ps := d.subjectGroup(n)
			if f.newPartner(a, ps, with) {
				return f.steady(ps)
			}
			return ps
		}
	}
	if p := d.visits(f.k); p >= 0 && with >= 0 && !slices.Contains(d.group(with), p) {
		return []int{p} // "la visite de A a été l'occasion d'un entretien avec B"
	}
	if ps := f.forWhom(); len(ps) > 0 && with >= 0 {
		return ps
	}
	if ps := f.whoseWords(); len(ps) > 0 {
		return ps
	}
	if ps := f.sayer(); len(ps) > 0 && with >= 0 {
		return ps
	}
	if ps := f.goesOnWith(with); len(ps) > 0 {
		return ps
	}
	if p := d.visits(f.k); with >= 0 && p >= 0 && !slices.Contains(d.actors[with].persons, p) {
		return []int{p} // "Chuyến thăm của A mở đầu bằng cuộc hội đàm với B"
	}
	if d.lex.Home != "" && with >= 0 && (f.at-f.s.from < 6 || f.first()) {
		return f.host(with)
	}
	if p := d.visits(f.k); p >= 0 && f.possessed() {
		return []int{p} // "le point d'orgue de la visite de A aura été son audience chez B"
	}
	if f.c.subject >= 0 && f.possessed() {
		return []int{f.c.subject}
	}
	if with >= 0 {
		if ps := f.whoseDay(with); len(ps) > 0 {
			return ps
		}
	}
	if p := max(d.soleVisitor(f.k), d.soleTraveller(f.k)); with >= 0 && (f.at-f.s.from < 3 || f.alone(with)) && (d.lex.Options.Infinitives || d.verbless(f.s.from, f.s.to)) && p >= 0 && !d.units[f.at-1].set.has(lexicon.Poss) && !slices.Contains(d.actors[with].persons, p) {
		return []int{p} // "A talk with X rounded off the visit"
	}
	if p := f.whoSpoke(with); p >= 0 {
		return []int{p}
	}
	if with >= 0 && f.at-f.s.from < 3 && (f.occurs(with) || f.occursBefore(d.actors[with].from)) {
		if p := d.keeper(f.k, d.actors[with].persons[0], f.c); p >= 0 {
			return []int{p}
		}
	}
	return nil
}

// forWhom is for whom something begins or ends with the contact: "La journée a commencé pour A par un
// entretien avec B".
func (f *nounFrame) forWhom() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.gov == lexicon.For && a.named && a.to < f.at && a.prev < 0 && f.d.verbless(f.d.groupEnd(n), f.at) {
			return f.d.group(n)
		}
	}
	return nil
}

// whoseWords is whose statement a heading without a verb tells, made at a contact of theirs:
// "Déclaration de A à l'issue de son entretien avec B".
func (f *nounFrame) whoseWords() []int {
	if !f.possessed() || !f.d.verbless(f.s.from, f.at) {
		return nil
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		if a := &f.d.actors[n]; a.gov == lexicon.Of && a.named && a.prev < 0 && a.to <= f.at {
			return f.d.group(n)
		}
	}
	return nil
}

// cleft is who did it in "it was X who had hosted the meeting with Y".
func (f *nounFrame) cleft() []int {
	d := f.d
	for i := f.at - 1; i > f.s.from && i > f.at-8; i-- {
		u := &d.units[i]
		if u.actor >= 0 && !u.set.has(lexicon.Who) || u.punct != 0 || u.set.has(lexicon.That) {
			return nil
		}
		if m := d.units[i-1].actor; u.set.has(lexicon.Who) && m >= 0 && d.actors[m].named && d.actors[m].from > f.s.from+1 && d.predicative(d.actors[m].from-1) && !d.actors[m].subj {
			return d.group(m)
		}
	}
	return nil
}

// occurs reports "Talks with X followed": the verb after the partner says no more than
// that the contact took place.
func (f *nounFrame) occurs(with int) bool {
	if len(f.d.actors[with].persons) == 0 {
		return false
	}
	for i := f.d.groupEnd(with); i < f.s.to && i < f.d.groupEnd(with)+7; i++ {
		if slices.ContainsFunc(f.d.verbsOf(i), func(v verbForm) bool { return v.verb.Flags.Has("occurs") }) {
			return true
		}
	}
	return false
}

// newPartner reports "the two sides" of somebody who is none of the two that were
// told of before.
func (f *nounFrame) newPartner(a *actor, ps []int, with int) bool {
	if with < 0 || len(ps) != 2 || !a.side && a.pron != lexicon.They {
		return false
	}
	w := f.d.actors[with].persons
	return len(w) > 0 && !slices.Contains(ps, w[0])
}

// steady is the one of two persons that the item has told more contacts of: "in
// talks with C, the two sides agreed", after A has met B and D.
func (f *nounFrame) steady(ps []int) []int {
	n := [2]int{}
	for _, c := range f.d.claims {
		if f.d.sents[c.sent].item != f.d.sents[f.k].item {
			continue
		}
		for i := range n {
			if slices.Contains(c.left, ps[i]) || slices.Contains(c.right, ps[i]) {
				n[i]++
			}
		}
	}
	switch {
	case n[0] > n[1]:
		return ps[:1]
	case n[1] > n[0]:
		return ps[1:]
	}
	return nil
}

func (f *nounFrame) possessed() bool {
	i := f.at - 1
	for i > f.s.from && f.d.units[i].set.any(lexicon.First, lexicon.Second, lexicon.LastTime) {
		i-- // "leur second entretien"
	}
	return i >= f.s.from && f.d.units[i].set.has(lexicon.Poss)
}

// calledOn is to whom the call by actor n was, told behind it: "during a call by X on Y", or by who does
// something then: "Y said so during a call by X".
func (f *nounFrame) calledOn(n int) []int {
	if n < 0 || !f.noun.Flags.Has("by") || len(f.d.group(n)) == 0 {
		return nil
	}
	if i := f.d.groupEnd(n); i+1 < f.s.to && f.d.units[i].set.any(lexicon.Prep, lexicon.To) && f.d.units[i+1].actor >= 0 {
		return f.d.group(f.d.units[i+1].actor)
	}
	if !f.leads() {
		return nil
	}
	ps := f.owner(-1)
	if len(ps) != 1 || slices.Contains(f.d.group(n), ps[0]) {
		return nil
	}
	return ps
}
