package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// nounFrames reads nouns of contact: "un entretien avec B", "la rencontre
// entre A et B", "l'audience accordée par A à B".
func (d *doc) nounFrames(k int, c *discourse) {
	s := d.sents[k]
	for i := s.from; i < s.to; i++ {
		if !d.units[i].set.has(lexicon.Noun) || d.units[i].name >= 0 || d.units[i].set.has(lexicon.Verb) && !d.usedAsNoun(i, s) {
			continue
		}
		for _, e := range d.units[i].entries { // "minutes" are a document or a length of time
			if e.Class == lexicon.Noun {
				d.nounFrame(k, i, e, c)
			}
		}
	}
}

// nounFrame reads the noun of unit i in one of its senses.
func (d *doc) nounFrame(k, i int, e lexicon.Entry, c *discourse) {
	noun := &d.lex.Nouns[e.Index]
	f := nounFrame{d: d, k: k, s: d.sents[k], c: c, noun: noun, at: i}
	switch {
	case noun.Event == "turn":
		f.turn()
	case noun.Event == "visit":
		f.visitTo()
		f.visitPaid()
	case noun.Event == "time", noun.Event == "outing" && i > f.s.from && d.units[i-1].set.has(lexicon.Poss):
		f.hourWith() // "her morning with X"
	case noun.Event == "met", noun.Event == "session" && len(f.pair()) == 2: // "the session between A and B"
		f.met()
	case noun.Event == "signature" && e.Form&lexicon.Plural != 0:
		f.signatures()
	case noun.Event == "signature":
		f.ceremony()
	case noun.Event == "signatory":
		f.signatories()
	case noun.Event == "room":
		f.room()
	case noun.Event == "board":
		f.board()
	case noun.Event == "table":
		f.seatAcross()
	}
}

type nounFrame struct {
	d    *doc
	k    int
	s    sentence
	c    *discourse
	noun *lexicon.NounEntry
	at   int
}

// met reads a noun of contact: the first way of telling sides that fits is the one meant.
func (f *nounFrame) met() {
	st, ok := f.status()
	if !ok || f.deniedLater() {
		return
	}
	if st == graph.Held && (f.soon() || f.upcoming() || f.ofPlans()) {
		st = graph.Planned
	}
	cl, s := claim{status: st, sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key}, f.slots()
	told := f.bothTold(&cl, s) || f.hostTold(&cl, s) || f.withTold(&cl, s) || f.ownerIsSide(&cl, s) || f.sidesAround(&cl)
	if told && f.d.otherSide(&cl, f.c) {
		f.d.emit(cl, f.at, f.noun.Flags.Has("remote"), f.noun.Flags.Has("weak") || f.noun.Event == "session")
	}
}

// betweenOthers reports that the contact is between sides of whom it is not clear who they are.
func (f *nounFrame) betweenOthers() bool {
	i := f.at + 1
	if i+1 >= f.s.to || !f.d.units[i].set.has(lexicon.Between) {
		return false
	}
	n := f.d.units[i+1].actor
	return n >= 0 && f.d.actors[n].plural && len(f.d.actors[n].persons) == 0
}

// fronted is the pair that a contact told before it is between: "Over lunch, A
// and B took stock".
func (f *nounFrame) fronted() []int {
	if f.at-f.s.from > 8 || !f.d.lex.Options.Fronted && !f.possessed() || !f.leads() || !f.d.verbless(f.s.from, f.at) && !f.afterEnd() {
		return nil
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from < f.at {
			return nil
		}
		if a.gov != lexicon.None || !a.subj || a.from == f.at+1 {
			continue
		}
		ps := f.d.group(n)
		if len(ps) < 2 || f.d.units[a.from-1].punct != ',' || f.metOthers() {
			return nil
		}
		if len(ps) == 2 && f.d.twoOrigins(ps[0], ps[1]) || f.manyAt(ps, a.from) {
			return ps
		}
		return nil
	}
	return nil
}

// afterEnd reports a word at the head of the sentence for the end of the contact: "Kết thúc cuộc gặp, A và B".
func (f *nounFrame) afterEnd() bool {
	return f.d.units[f.s.from].set.has(lexicon.After) && f.d.verbless(f.s.from+1, f.at)
}

// manyAt reports three or more, each of a state of his own, and a word for talks of so many before unit end:
// "Kết thúc cuộc gặp ba bên ở Tunis, A, B và C". What several do after a meeting of many tells of no contact.
func (f *nounFrame) manyAt(ps []int, end int) bool {
	if len(ps) < 3 || !f.d.ofOwnStates(ps) {
		return false
	}
	for i := f.at; i < end; i++ {
		if f.d.units[i].set.has(lexicon.Jointly) {
			return true
		}
	}
	return false
}

// leads reports a preposition before the noun and nothing but words of the noun
// phrase between.
func (f *nounFrame) leads() bool {
	for i := f.at - 1; i >= f.s.from; i-- {
		u := &f.d.units[i]
		if c := governor(u); c != lexicon.None && c != lexicon.Of {
			return true
		}
		if u.punct != 0 || u.actor >= 0 || u.set.any(lexicon.Verb, lexicon.And, lexicon.That) {
			return false
		}
	}
	return false
}

// sharedTalk reads "A et B ont eu un entretien": an indefinite talk whose
// subject is two persons.
func (f *nounFrame) sharedTalk() bool {
	if f.noun.Flags.Has("remote") && f.at+1 < f.s.to && f.d.units[f.at+1].set.either(lexicon.To, lexicon.For) {
		return false // "ont lancé un appel au calme"
	}
	i := f.at - 1
	if i <= f.s.from {
		return false // "Des conversations ont réuni": they are the subject themselves
	}
	if i > f.s.from && !f.d.units[i].known() {
		i-- // "une franche explication"
	}
	if i > f.s.from+2 && f.d.isNoun(i, "time") && f.d.dash(i-1) {
		i -= 2 + one(f.d.units[i-2].kind == text.Number) // "a 30-minute meeting"
	}
	return i >= f.s.from && f.d.units[i].set.either(lexicon.Indef, lexicon.Numeral) && len(f.owner(-1)) == 2 && !f.metOthers()
}

// theirs reads "A and B at their meeting" and "A and B held talks": the subject
// is both sides.
func (f *nounFrame) theirs() []int {
	after, own := f.bothAfter(), f.possessed() && f.supported() // "A and B held their first talks"
	if !after && !own && f.possessed() == f.supported() || f.d.clitic(f.at-1) {
		return f.bothHeads()
	}
	if f.attended() || f.noun.Flags.Has("guest") {
		return nil
	}
	w := &frame{d: f.d, k: f.k, s: f.s}
	for i := f.at - 1; i > f.s.from && i > f.at-8 && f.d.units[i].punct == 0; i-- {
		if m := w.endingAt(i); f.d.units[i].set.has(lexicon.Who) && m >= 0 {
			return f.d.group(m) // "A and B, who had held talks"
		}
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		if a := &f.d.actors[n]; a.to <= f.at && a.gov == lexicon.None && a.subj && !f.d.hidden(n, f.at) {
			if ps := f.d.group(n); !after && !own || own && len(ps) > 1 && f.d.apart(ps[:1], ps[1:]) || len(ps) == 2 && f.d.apart(ps[:1], ps[1:]) || f.manyAt(ps, a.from) {
				return ps
			}
			return nil
		}
	}
	return nil
}

// bothHeads is the pair that "hai vị Chủ tịch" stands for, as the subject of a
// sentence that speaks of the talks: "..., nơi cuộc hội đàm diễn ra".
func (f *nounFrame) bothHeads() []int {
	if f.d.lex.Home == "" || f.noun.Flags.Has("weak") {
		return nil
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.to <= f.at && a.subj && !a.named && len(a.persons) == 2 && (a.pron == lexicon.They || a.side && a.two && !a.role("states")) && !f.d.embedded(a) {
			return a.persons
		}
	}
	return nil
}

// supported reports a light verb before the noun: "held two rounds of talks".
func (f *nounFrame) supported() bool {
	for i := f.at - 1; i > f.s.from && i >= f.at-5; i-- {
		u := &f.d.units[i]
		if u.set.has(lexicon.Support) {
			return true
		}
		if u.punct != 0 || u.actor >= 0 || u.set.any(lexicon.Verb, lexicon.That, lexicon.And) || governor(u) != lexicon.None && !u.set.has(lexicon.Of) {
			return false
		}
	}
	return false
}

// attended reports "A and B attended the meeting", which others held.
func (f *nounFrame) attended() bool {
	for i := f.at - 1; i > f.s.from && i >= f.at-5; i-- {
		if u := &f.d.units[i]; u.set.has(lexicon.Def) {
			return f.d.joinsOthers(i - 1)
		}
	}
	return false
}

// joinsOthers reports a verb at unit i for coming to what others hold.
func (d *doc) joinsOthers(i int) bool {
	e, ok := d.units[i].entry(lexicon.Support)
	return ok && e.Index > 1
}

// relative reads "the talks that A held with B" and "the talks he had with B".
func (f *nounFrame) relative() (left, right []int) {
	d, k := f.d, f.at+1
	if k < f.s.to && d.units[k].set.has(lexicon.That) {
		k++
	}
	if k > f.at+1 && k < f.s.to && d.units[k].set.either(lexicon.Support, lexicon.Have) {
		return f.inverted(k)
	}
	if left, right = f.grantedBehind(k); len(left) > 0 {
		return left, right
	}
	if k >= f.s.to || d.units[k].actor < 0 || d.actors[d.units[k].actor].gov != lexicon.None {
		return nil, nil
	}
	g := d.groupOf(d.units[k].actor)
	for v := d.actors[g[len(g)-1]].to; v < f.s.to && v < k+16; v++ {
		if d.units[v].set.has(lexicon.Support) {
			w := frame{d: d, k: f.k, s: f.s, c: f.c}
			if right = w.after(v, lexicon.With); len(right) == 0 {
				right = w.after(v, lexicon.To) // "cuộc gặp mà A dành cho B"
			}
			return d.group(g[0]), right
		}
		if d.gives(v) {
			w := frame{d: d, k: f.k, s: f.s, c: f.c}
			return d.group(g[0]), w.after(v, lexicon.To)
		}
		if d.units[v].set.has(lexicon.Plan) && f.calledOff(v) {
			continue // "the talks that A was to hold with B have been cancelled"
		}
		if d.units[v].actor >= 0 || d.units[v].set.any(lexicon.Verb, lexicon.HaveFut, lexicon.Not) {
			break
		}
	}
	return nil, nil
}

// inverted reads "l'entretien qu'a eu A avec B": the subject after its verb.
func (f *nounFrame) inverted(v int) (left, right []int) {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > v && a.prev < 0 {
			if a.gov != lexicon.None || f.d.clauseEnds(v+1, a.from) {
				return nil, nil
			}
			w := frame{d: f.d, k: f.k, s: f.s, c: f.c}
			return f.d.group(n), w.after(f.d.groupEnd(n)-1, lexicon.With)
		}
	}
	return nil, nil
}

// during reads "A a dit à B, au cours d'un entretien, que": the two sides are
// who speaks and who is spoken to. "Au cours de l'entretien" tells of a talk
// already known.
func (f *nounFrame) during() (left, right []int) {
	d := f.d
	if d.lex.Options.Bare {
		return f.toldDuring()
	}
	if f.at < f.s.from+2 || !d.units[f.at-2].set.has(lexicon.After) && !f.knownTalk() || !d.units[f.at-1].set.has(lexicon.Indef) && !f.knownTalk() {
		return nil, nil
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		switch {
		case a.prev >= 0 || len(a.persons) == 0:
		case a.gov == lexicon.By || a.gov == lexicon.None && a.subj:
			left = d.group(n)
		case a.gov == lexicon.To:
			right = d.group(n)
		}
	}
	return left, right
}

// knownTalk reports "Au cours de l'audience, A a transmis à B": a talk taken for granted at the
// start of a sentence.
func (f *nounFrame) knownTalk() bool {
	d := f.d
	if f.noun.Flags.Has("weak") || f.at-f.s.from > 4 || f.at+1 >= f.s.to || d.units[f.at+1].punct != ',' || d.announces(f.s) {
		return false
	}
	for i := f.at - 1; i >= f.s.from; i-- {
		if e, ok := d.units[i].entry(lexicon.After); ok {
			return e.Index == 1
		}
	}
	return false
}

// slot returns the persons after the noun under a preposition, and the first
// actor of them.
func (f *nounFrame) slot(gov lexicon.Class) ([]int, int) {
	d := f.d
	pos := f.at + 1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.at {
			continue
		}
		if i := d.groupEnd(n); a.from == f.at+1 && a.gov == lexicon.None && i < f.s.to && d.predicate(i) {
			return nil, -1 // "the talks X held with Y": see relative
		}
		if end := f.copulaBefore(a, pos); d.clauseEnds(pos, end) && !(gov == lexicon.With && (d.afterColonOnly(pos, end) || pos == f.at+1 && d.aboutIt(pos, end) && f.isObject())) || d.otherNoun(pos, end) {
			return nil, -1
		}
		many := gov == lexicon.Of && f.ofMany(a)
		if a.prev < 0 && (a.gov == gov || many) && !(gov == lexicon.Of && a.owner) { // "talks with A's envoy" are not A's
			if gov == lexicon.Of && a.from-f.at > 3 && !f.afterCount(a.from) && !f.qualified(a.from-1) && !many {
				return nil, -1
			}
			if gov == lexicon.By && d.sessionBefore(a.from-1, pos) {
				return nil, -1 // "Lễ đón B trùng với hội nghị do A chủ trì"
			}
			if gov == lexicon.By && f.otherDone(a.from-1) {
				return nil, -1
			}
			if gov == lexicon.With {
				w := frame{d: d, k: f.k, s: f.s, c: f.c}
				return w.series(n), n
			}
			return d.group(n), n
		}
		if gov == lexicon.With && a.from == f.at+1 && f.holdsWith() && !a.owner {
			return d.group(n), n
		}
		if a.gov == lexicon.None && a.subj && a.prev < 0 && d.startsClause(n, f.s) {
			return nil, -1
		}
		pos = a.to
	}
	return nil, -1
}

// otherDone reports another thing between the noun and the preposition at unit i, done by whom it names: "a reçu en audience B dans le
// cadre d'un programme lancé par Z".
func (f *nounFrame) otherDone(i int) bool {
	d := f.d
	if i-3 <= f.at || !d.units[i-3].set.has(lexicon.Indef) || d.units[i-3].actor >= 0 {
		return false
	}
	u := &d.units[i-2]
	return u.actor < 0 && u.kind == text.Word && !u.cap && !u.set.any(lexicon.Noun, lexicon.Verb, lexicon.Adverb)
}

// isObject reports somebody before the noun who has what it tells of.
func (f *nounFrame) isObject() bool {
	_, ok := f.subjectBefore(-1)
	return ok
}

// aboutIt reports words between talks and their partner, units [pos, end), that tell what they are about: "held talks
// devoted to grain with B", "held talks on how to share the river with B".
func (d *doc) aboutIt(pos, end int) bool {
	if pos+1 >= end {
		return false
	}
	u, v := &d.units[pos], &d.units[pos+1]
	if u.set.has(lexicon.Prep) && v.set.has(lexicon.That) {
		return !d.clauseEnds(pos+2, end)
	}
	return u.set.has(lexicon.Verb) && !u.cap && u.actor < 0 && governor(v) != lexicon.None && v.actor < 0 && !d.clauseEnds(pos+1, end)
}

// copulaBefore is the unit that ends what stands before actor a: "to be" right before its
// preposition ends no clause, "cuộc gặp đầu tiên của A là với B".
func (f *nounFrame) copulaBefore(a *actor, pos int) int {
	if i := a.from - 2; a.gov == lexicon.With && i >= pos && f.d.predicative(i) {
		return i
	}
	return a.from
}

// genitive is whose contact it is, told before the noun: "X's first meeting".
func (f *nounFrame) genitive() []int {
	for i := f.at - 1; i > f.s.from && i >= f.at-4; i-- {
		u := &f.d.units[i]
		if f.d.clitic(i) && f.d.units[i-1].actor >= 0 {
			return f.d.group(f.d.units[i-1].actor)
		}
		if u.punct != 0 || u.name >= 0 || u.set.any(lexicon.Verb, lexicon.That, lexicon.And) || governor(u) != lexicon.None {
			return nil
		}
	}
	return nil
}

// otherNoun reports another noun of contact on the way to an actor.
func (d *doc) otherNoun(from, to int) bool {
	for i := from; i < to; i++ {
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.units[i].actor < 0 {
			if ev := d.lex.Nouns[e.Index].Event; ev == "met" || ev == "letter" {
				return true
			}
		}
	}
	return false
}

// sessionBefore reports a noun for a session between units from and i: what follows is about that.
func (d *doc) sessionBefore(i, from int) bool {
	for i--; i >= from && d.units[i].punct == 0 && d.units[i].actor < 0; i-- {
		if d.isNoun(i, "session") {
			return true
		}
	}
	return false
}
