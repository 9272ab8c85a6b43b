package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// nounSides are the persons in the slots of a noun of contact.
type nounSides struct {
	with, between, of, by, to            []int
	withActor, ofActor, byActor, toActor int // -1 for none
}

func (f *nounFrame) slots() (s nounSides) {
	s.with, s.withActor = f.slot(lexicon.With)
	if len(s.with) == 0 {
		s.with, s.withActor = f.withBefore()
	}
	if len(s.with) == 0 {
		s.with, s.withActor = f.heldWith()
	}
	s.between = f.pair()
	if s.of, s.ofActor = f.slot(lexicon.Of); len(s.of) == 0 {
		s.of = f.genitive()
	}
	if s.by, s.byActor = f.slot(lexicon.By); len(s.by) == 0 {
		s.by = f.underChair()
	}
	s.to, s.toActor = f.slot(lexicon.To)
	return s
}

// bothTold reads "talks between A and B", "a visit by A to B".
func (f *nounFrame) bothTold(cl *claim, s nounSides) bool {
	of := f.noun.Flags.Has("of")
	switch {
	case f.noun.Flags.Has("far"):
		cl.left, cl.right = f.farEnd()
	case cl.areTwo(f.withBoth()):
	case len(s.between) == 1 && cl.faces(s.with):
		cl.left = s.between
	case len(s.between) > 1:
		cl.left, cl.among = s.between, true
	case len(s.by) > 0 && len(s.by)+len(s.with) > 1 && f.heldBy(s.byActor):
		cl.left, cl.right, cl.among = s.by, s.with, len(s.with) == 0
	case len(s.of) == 1 && of && cl.receives(s.to):
		cl.left = s.of
	case f.noun.Flags.Has("from") && f.noun.Flags.Has("to") && cl.faces(s.to) && f.comesFrom(cl, s):
	case len(s.with) == 0 && len(s.between) == 0 && cl.areTwo(f.atTalks()):
	case f.doneFor(cl) || f.wasGiven(cl, s.by):
	default:
		return false
	}
	return true
}

// heldBy reports nothing but the participle of what is done with talks, when and where between the noun and its agent n:
// "the talks held on Monday in Rome by A and B".
func (f *nounFrame) heldBy(n int) bool {
	d, i := f.d, f.at+1
	if n < 0 || i >= f.s.to || d.units[i].actor >= 0 {
		return false
	}
	e, ok := d.units[i].entry(lexicon.Support)
	return ok && e.Index == 1 && d.verbsOf(i).forms()&lexicon.PP != 0 &&
		d.adjuncts(i+1, d.actors[n].from-1)
}

// hostTold reads "the audience given to B by A".
func (f *nounFrame) hostTold(cl *claim, s nounSides) bool {
	by, alone := s.by, len(s.with) == 0
	switch {
	case len(by) > 0 && cl.receives(f.bareObject()), len(by) == 1 && f.noun.Flags.Has("given") && cl.receives(f.d.visitorFor(by, f.k, f.c)):
		cl.left = by
	case len(by) > 0 && cl.receives(s.to):
		cl.left = by
	case len(by) == 0 && alone && f.offeredTo(cl):
	case alone && cl.receives(f.calledOn(s.byActor)):
		cl.left, cl.right, cl.hostLeft = cl.right, by, true
	default:
		return false
	}
	return true
}

// calledOn is to whom the call by actor n was, told behind it: "during a call by X on Y", or by who does something then: "Y said
// so during a call by X".
func (f *nounFrame) calledOn(n int) []int {
	d := f.d
	if n < 0 || !f.noun.Flags.Has("by") || len(d.group(n)) == 0 {
		return nil
	}
	if i := d.groupEnd(n); i+1 < f.s.to && d.units[i].set.any(lexicon.Prep, lexicon.To) && d.units[i+1].actor >= 0 {
		return d.group(d.units[i+1].actor)
	}
	if !f.leads() {
		return nil
	}
	ps := f.owner(-1)
	if len(ps) != 1 || slices.Contains(d.group(n), ps[0]) {
		return nil
	}
	return ps
}

// withTold reads "A's talks with B".
func (f *nounFrame) withTold(cl *claim, s nounSides) bool {
	switch {
	case len(s.with) == 0:
		return false
	case len(s.of) > 0:
		cl.left, cl.right = s.of, s.with
	default:
		cl.left, cl.right = f.owner(s.withActor), s.with
	}
	return true
}

// ownerIsSide reads what somebody has with, or gives to, the person in a slot: "A paid a visit to B".
func (f *nounFrame) ownerIsSide(cl *claim, s nounSides) bool {
	of, to := f.noun.Flags.Has("of"), f.noun.Flags.Has("to")
	switch {
	case len(s.of) > 1 && to && !of: // "la visite de courtoisie de A et de B"
		cl.right = s.of
	case len(s.of) > 1:
		cl.left, cl.among = s.of, true
		return true
	case len(s.of) == 1 && of:
		cl.left, cl.right, cl.guestLeft = s.of, f.owner(-1), f.noun.Flags.Has("guest")
		cl.hostLeft = !cl.guestLeft
		return true
	case cl.receives(f.receiver()), cl.receives(f.given()), of && cl.receives(s.to):
	case to && cl.faces(s.to), cl.faces(f.beneficiary()), to && cl.faces(f.adjacent()):
	case f.grantedTo(cl):
		return true
	case cl.faces(f.bareObject()):
		cl.hostLeft = of
	case cl.faces(f.listedBehind()):
	default:
		return false
	}
	if cl.left = f.owner(-1); len(cl.left) == 0 && to && s.toActor >= 0 {
		cl.left = f.ownerOf(s.toActor) // "L'audience chez B a duré plus que prévu"
	}
	if len(cl.left) > 1 && slices.Equal(cl.left, cl.right) && f.supported() {
		cl.right, cl.among = nil, true // "Three leaders held talks: A, B and C"
	}
	return true
}

// sidesAround finds sides that are told around the noun without a slot of it.
func (f *nounFrame) sidesAround(cl *claim) bool {
	switch {
	case f.betweenOthers(): // "took part in the talks between the two ministers"
		return false
	case cl.areTogether(f.enabled()):
		return true
	case f.sharedTalk():
		cl.left, cl.among = f.owner(-1), true
		return true
	case cl.faces(f.withWhom()):
		cl.left = f.owner(-1)
		return true
	case cl.areTogether(f.fronted()) || cl.areTogether(f.ofThose()) || cl.areTwo(f.beganWith()):
		return true
	}
	if cl.left, cl.right = f.relative(); len(cl.right) == 0 && len(cl.left) > 1 { // "la poignée de main qu'ont échangée A et B"
		cl.among = true
		return true
	}
	for _, sides := range [...]func(*nounFrame) ([]int, []int){(*nounFrame).during, (*nounFrame).told, (*nounFrame).openedTalks} {
		if len(cl.right) == 0 {
			cl.left, cl.right = sides(f)
		}
	}
	if len(cl.right) > 0 {
		return true
	}
	if cl.left = f.owner(-1); f.jointWith(cl.left) >= 0 {
		cl.right = []int{f.jointWith(cl.left)}
		return true
	}
	cl.left = append(f.theirs(), f.itsSides()...)
	cl.among = len(cl.left) > 1
	return cl.among
}

// comesFrom fills a claim with who makes the call or pays the visit that somebody gets: "A phone call from A to B was
// devoted to trade".
func (f *nounFrame) comesFrom(cl *claim, s nounSides) bool {
	ps, n := f.slot(lexicon.From)
	if n < 0 || n >= s.toActor || len(ps) != 1 || len(s.with) > 0 {
		return false
	}
	cl.left = ps
	return true
}

// ofThose is the pair that contact of "their" at the start of its sentence is between, told behind its verb: "Their
// meeting allowed A and B to agree on a fund".
func (f *nounFrame) ofThose() []int {
	d := f.d
	if !f.possessed() || f.at > f.s.from+2 || f.at+1 >= f.s.to || f.c.hasPair {
		return nil
	}
	v := f.at + 1
	for u := &d.units[v]; v < f.s.to-1 && (u.actor >= 0 || u.punct != 0 || u.cap || u.date >= 0 || u.known() && !u.set.has(lexicon.Verb)); u = &d.units[v] {
		v++
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.to <= v && (!a.named || a.gov == lexicon.In) {
			continue
		}
		ps := d.group(n)
		if a.from <= v || a.from > v+3 || a.gov != lexicon.None && a.gov != lexicon.To || !a.named || len(ps) != 2 || !d.twoOrigins(ps[0], ps[1]) {
			return nil
		}
		return ps
	}
	return nil
}

// enabled are the two of whom the contact, the subject of its sentence, made something possible: "Le déjeuner a permis
// à A et à B de", "La réunion a été l'occasion pour A et B de".
func (f *nounFrame) enabled() []int {
	d := f.d
	if f.leads() || !d.verbless(f.s.from, f.at) {
		return nil
	}
	for i, lets := f.at+1, false; i < f.s.to && i < f.at+14; i++ {
		if n := d.units[i].actor; n >= 0 {
			ps := d.group(n)
			if j := d.groupEnd(n); len(ps) == 1 && j+2 < f.s.to && d.units[j].set.has(lexicon.And) && d.units[j+1].set.has(lexicon.To) && d.units[j+2].actor >= 0 {
				ps = append(ps, d.actors[d.units[j+2].actor].persons...) // "permis à A et à B de"
			}
			if lets && len(ps) == 2 && d.twoOrigins(ps[0], ps[1]) {
				return ps
			}
			return nil
		}
		e, ok := d.units[i].entry(lexicon.Done)
		lets = lets || ok && e.Index == 6
		if d.units[i].set.has(lexicon.Not) {
			return nil
		}
	}
	return nil
}

// beganWith is the pair who began or ended something with the contact: "A and B had begun the day with talks".
func (f *nounFrame) beganWith() []int {
	const reach = 7
	d, by := f.d, false
	for i := f.at - 1; i > f.s.from && i > f.at-reach; i-- {
		u := &d.units[i]
		by = by || u.set.either(lexicon.With, lexicon.By)
		switch {
		case u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.That, lexicon.Who, lexicon.Plan, lexicon.HaveFut, lexicon.Not):
			return nil
		case by && d.verbsOf(i).Has("begins"):
			n := d.lastBefore(i, f.s)
			if n < f.s.actors[0] || !d.actors[n].subj && d.actors[n].prev < 0 || !d.realised(d.actors[n].to, i) && !d.units[i-1].set.has(lexicon.Have) {
				return nil
			}
			if ps := d.group(n); len(ps) == 2 && d.strangers(ps[0], ps[1]) {
				return ps
			}
			return nil
		}
	}
	return nil
}
