package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// owner is whose talk it is: the possessive's person, the subject of the clause before, else the
// subject of the main clause after, else whom the text tells as going from talk to talk. The
// other side, if the noun tells it, is actor with; -1 if not.
func (f *nounFrame) owner(with int) []int {
	if ps := f.ownerHere(with); len(ps) > 0 {
		return ps
	}
	if n := f.whoHas(); n >= 0 {
		return f.d.antecedents(n, f.at)
	}
	if ps, ok := f.subjectBefore(with); ok {
		return ps
	}
	if n := f.agentBefore(with); n >= 0 {
		return f.d.group(n)
	}
	if f.d.oneOfSeveral(f.s) {
		if n := f.d.wasBehind(f.at, f.s); n >= 0 {
			return f.d.group(n) // "The first to hold talks with A was B"
		}
	}
	if ps, ok := f.subjectAfter(with); ok {
		return ps
	}
	if with < 0 {
		return f.ownerAlone()
	}
	return f.ownerOf(with)
}

// whoHas is the actor that a relative clause is about in which the noun stands: "A a remplacé B, qui avait eu une réunion
// avec C"; -1 for none.
func (f *nounFrame) whoHas() int {
	d := f.d
	i := d.whoOpens(f.at, f.s)
	if i < 0 {
		return -1
	}
	w := frame{d: d, s: f.s}
	if n := w.antecedentAt(i); n >= 0 && d.actors[n].named {
		return n
	}
	return -1
}

// ownerHere is the owner that the words at the noun tell.
func (f *nounFrame) ownerHere(with int) []int {
	d := f.d
	if i := f.at - 2; i > f.s.from && d.units[f.at-1].set.has(lexicon.In) && d.units[i].actor >= 0 {
		if a := &d.actors[d.units[i].actor]; a.gov == lexicon.None && !a.subj && len(a.persons) > 0 {
			return a.persons // "Saturday found him in conversation with Y"
		}
	}
	if ps := f.cleft(); len(ps) > 0 {
		return ps
	}
	return oneOrNone(f.whoseSeries(with))
}

// oneOrNone is a person as a side, nobody for -1.
func oneOrNone(p int) []int {
	if p < 0 {
		return nil
	}
	return []int{p}
}

// subjectBefore is the subject of the clause before the noun; ok reports that there is one,
// though it may stand for nobody.
func (f *nounFrame) subjectBefore(with int) (ps []int, ok bool) {
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &f.d.actors[n]
		if a.to > f.at || a.gov != lexicon.None || !a.subj || f.d.hidden(n, f.at) || f.d.doneTo(n, f.s) {
			continue
		}
		if ps := f.d.group(n); len(ps) > 0 {
			return f.unlessNew(a, ps, with), true
		}
		if !a.deleg && !a.plural {
			return nil, true
		}
	}
	return nil, false
}

// subjectAfter is the subject of the main clause behind the noun and its other side.
func (f *nounFrame) subjectAfter(with int) (ps []int, ok bool) {
	after := f.at
	if with >= 0 {
		g := f.d.groupOf(with)
		after = f.d.actors[g[len(g)-1]].to
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from >= after && a.gov == lexicon.None && a.subj && a.prev < 0 && !f.d.semicolon(after, a.from) {
			return f.unlessNew(a, f.d.group(n), with), true
		}
	}
	return nil, false
}

// unlessNew is the subject, or who has met others before, if the subject is one more of those.
func (f *nounFrame) unlessNew(a *actor, ps []int, with int) []int {
	if f.newPartner(a, ps, with) {
		return f.steady(ps)
	}
	return ps
}

// agentBefore is the actor by whom something is done before the noun, -1 for none: "it was
// delivered by X during talks with Y".
func (f *nounFrame) agentBefore(with int) int {
	for n := f.s.actors[0]; n < f.s.actors[1] && with >= 0; n++ {
		if a := &f.d.actors[n]; a.gov == lexicon.By && a.to <= f.at && a.prev < 0 && !f.d.clauseEnds(a.to, f.at) {
			return n
		}
	}
	return f.d.agentBefore(f.at, f.s)
}

// ownerAlone is the owner where no other side is told.
func (f *nounFrame) ownerAlone() []int {
	if ps := f.whoseWords(); len(ps) > 0 {
		return ps
	}
	if ps := f.whosePossessive(); len(ps) > 0 {
		return ps
	}
	return oneOrNone(f.whoSpoke(-1))
}

// whosePossessive is who "his" means: who last acted.
func (f *nounFrame) whosePossessive() []int {
	if !f.possessed() {
		return nil
	}
	return oneOrNone(f.c.subject)
}

// ownerOf is the owner of talks with the persons of an actor where the sentence has no subject.
func (f *nounFrame) ownerOf(with int) []int {
	d := f.d
	if visitor := d.visits(f.k); visitor >= 0 && !slices.Contains(d.group(with), visitor) {
		return []int{visitor} // "la visite de A a été l'occasion d'un entretien avec B"
	}
	for _, told := range [...]func(*nounFrame) []int{(*nounFrame).forWhom, (*nounFrame).whoseWords, (*nounFrame).sayer, (*nounFrame).source} {
		if ps := told(f); len(ps) > 0 && !slices.Contains(d.group(with), ps[0]) {
			return ps
		}
	}
	if ps := f.whoseVisit(with); len(ps) > 0 {
		return ps
	}
	if ps := f.goesOnWith(with); len(ps) > 0 {
		return ps
	}
	if d.lex.Home != "" && (f.at-f.s.from < 6 || f.first()) {
		return f.host(with)
	}
	if ps := f.whosePossessive(); len(ps) > 0 {
		return ps
	}
	if ps := f.whoseDay(with); len(ps) > 0 {
		return ps
	}
	if p := f.onlyTraveller(with); p >= 0 {
		return []int{p}
	}
	if p := f.whoSpoke(with); p >= 0 {
		return []int{p}
	}
	if f.at-f.s.from < 3 && (f.occurs(with) || f.occursBefore(d.actors[with].from)) {
		return oneOrNone(d.keeper(f.k, d.actors[with].persons[0], f.c))
	}
	return nil
}

// source is according to whom something is told of the contact: "Theo A, cuộc gặp với B rất hữu ích".
func (f *nounFrame) source() []int {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.named && len(a.persons) == 1 && a.prev < 0 && a.next < 0 && a.from > f.s.from && d.units[a.from-1].set.has(lexicon.Source) && a.to < f.s.to && d.units[a.to].punct == ',' {
			return a.persons
		}
	}
	return nil
}

// whoseVisit is of whose visit or day a contact that opens the sentence is said to be a part, behind its other side: "Cuộc
// gặp với B là hoạt động đầu tiên của A tại Paris".
func (f *nounFrame) whoseVisit(with int) []int {
	d, n := f.d, with
	for d.actors[n].next >= 0 {
		n = d.actors[n].next
	}
	if n++; n >= f.s.actors[1] || !f.first() || f.leads() || d.actors[n].gov != lexicon.Of || !d.actors[n].named {
		return nil
	}
	part := false
	for i := d.groupEnd(with); i < d.actors[n].from; i++ {
		if d.units[i].punct != 0 || d.units[i].set.either(lexicon.That, lexicon.Who) {
			return nil
		}
		part = part || d.isNoun(i, "visit", "outing")
	}
	if !part {
		return nil
	}
	return d.group(n)
}

// onlyTraveller is the only one who came, of whom talks that open the sentence are: "A talk
// with X rounded off the visit"; -1 for none.
func (f *nounFrame) onlyTraveller(with int) int {
	d, p := f.d, max(f.d.soleVisitor(f.k), f.d.soleTraveller(f.k))
	if p < 0 || f.at-f.s.from >= 3 && !f.alone(with) || !d.lex.Options.Infinitives && !d.verbless(f.s.from, f.s.to) && !f.endsVisit(p, with) {
		return -1
	}
	if f.at > 0 && d.units[f.at-1].set.has(lexicon.Poss) || slices.Contains(d.actors[with].persons, p) {
		return -1
	}
	return p
}

// endsVisit reports talks of a visit that the sentence alone tells of, with somebody at home where
// p has come: "La journée s'est achevée par un entretien avec B". A talk that is something's object
// is none: "Un journal publie un entretien avec B".
func (f *nounFrame) endsVisit(p, with int) bool {
	d, ps := f.d, f.d.actors[with].persons
	if !f.alone(with) || len(ps) == 0 || !d.cameTo(p, ps[0], f.k) {
		return false
	}
	return d.verbless(f.s.from, f.at) && d.realised(f.s.from, f.s.to)
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
	if n := f.d.wordsOf(f.at, f.s); n >= 0 {
		return f.d.group(n)
	}
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

// wordsOf is whose words are said to have fallen at what the noun or the verb at unit i tells: "Đó là khẳng định
// của A tại buổi tiếp B", "... của A khi tiếp B"; -1 for nobody's.
func (d *doc) wordsOf(i int, s sentence) int {
	n := d.lastBefore(i, s)
	if n < s.actors[0] {
		return -1
	}
	a := &d.actors[n]
	if d.saidThis(n, i, s) {
		return n
	}
	if v := a.from - 2; a.gov != lexicon.Of || !a.named || v < s.from || i-a.to > 3 || !d.tellsWords(v) {
		return -1
	}
	for k := a.to; k < i; k++ {
		if u := &d.units[k]; u.punct != 0 || u.set.has(lexicon.Verb) {
			return -1
		}
	}
	return n
}

// saidThis reports actor n, the only one before the contact at unit i, as who said what the sentence is about:
// "Đó là điều A chia sẻ khi gặp B", "Đây là lời A khi chào B".
func (d *doc) saidThis(n, i int, s sentence) bool {
	a, what := &d.actors[n], s.from+2 // a noun, or "những điều" as the first words of the actor
	if !a.named || a.gov != lexicon.None || n > s.actors[0] && d.actors[n-1].named || !d.predicative(s.from+1) {
		return false
	}
	if a.from < what || a.from == what && !d.units[what].set.has(lexicon.Numeral) || a.from > what+5 || i-a.to > 6 {
		return false
	}
	for k := a.to; k < i; k++ {
		if u := &d.units[k]; u.punct != 0 || u.set.any(lexicon.Not, lexicon.Plan, lexicon.HaveFut) || k+1 < i && d.tellsOfContact(k) {
			return false
		}
	}
	return d.units[i-1].set.either(lexicon.That, lexicon.In)
}

// tellsOfContact reports a verb at unit i that tells of a contact whoever does it.
func (d *doc) tellsOfContact(i int) bool {
	return slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Event == "met" && !v.verb.Flags.Has("weak") })
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
		if f.d.verbsOf(i).Has("occurs") {
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
