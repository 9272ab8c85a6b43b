package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// ledSession reads "the talks were led by A and B".
func (f *frame) ledSession() {
	i := f.g.at - 1
	for i > f.s.from && f.d.units[i].actor < 0 && (f.d.units[i].date >= 0 || f.d.units[i].set.any(lexicon.Be, lexicon.Adverb, lexicon.Each, lexicon.In, lexicon.Place) || f.d.units[i].set.any(lexicon.Refl, lexicon.Adj, lexicon.Prefix, lexicon.To) || f.d.units[i].set.has(lexicon.Verb) && !f.d.units[i].set.has(lexicon.Noun)) {
		i--
	}
	if (i == f.g.at-1 || !f.isNoun(i, "met") && !f.isNoun(i, "session")) && !f.inSession() {
		return
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if ps := f.d.group(n); f.d.actors[n].from == f.g.at+1 && len(ps) == 2 && f.d.twoStates(ps[:1], ps[1:]) {
			f.d.emit(claim{left: ps, among: true, status: graph.Held, sent: f.k, rule: f.d.lex.Lang + ".chaired", chair: true}, f.g.at, false, true)
		}
	}
}

// inSession reports a session earlier in the clause: "La commission mixte s'est réunie mercredi
// sous la présidence de A et de B".
func (f *frame) inSession() bool {
	for i := f.g.at - 1; i >= f.s.from && f.d.units[i].punct != ';'; i-- {
		if f.d.units[i].actor < 0 && f.isNoun(i, "met", "session") {
			return true
		}
	}
	return false
}

// chairedTogether: two persons of two states who preside over one session
// have met there.
func (f *frame) chairedTogether(st graph.Status) {
	n := f.subjectActor()
	if f.chairedWith(n, st) {
		return
	}
	together := f.d.near(f.g.at, f.s, lexicon.Each, 4)
	if !f.verb.Slots.Has("recip") || n < 0 || f.g.from > f.s.from && f.d.units[f.g.from-1].set.has(lexicon.Who) && !together && len(f.d.actors[n].persons) < 2 || !f.session() && !together {
		return
	}
	ps := f.d.group(n)
	if len(ps) < 2 {
		return
	}
	f.d.emit(claim{left: ps, among: true, status: st, sent: f.k, rule: f.d.lex.Lang + ".chaired", chair: true}, f.g.at, false, !together)
}

// chairedWith reads "a présidé, conjointement avec B, la session" and "a présidé la session
// avec B".
func (f *frame) chairedWith(n int, st graph.Status) bool {
	if n < 0 || !f.verb.Slots.Has("recip") {
		return false
	}
	ps, with := f.d.group(n), f.after(f.g.at, lexicon.With)
	if len(with) == 0 {
		with = f.nextTo() // "chaired the session together with B"
	}
	m := f.d.firstAfter(f.g.at, lexicon.With, f.s)
	together := f.d.near(f.g.at, f.s, lexicon.Each, 4) || m >= 0 && f.d.units[f.d.actors[m].from-2].set.has(lexicon.Each)
	if len(ps) != 1 || len(with) == 0 || !together && (!f.session() || !f.d.apart(ps, with)) {
		return false
	}
	f.d.emit(claim{left: ps, right: with, status: st, sent: f.k, rule: f.d.lex.Lang + ".chaired"}, f.g.at, false, true)
	return true
}

// chairedBy reads "la réunion a été présidée conjointement par A et B".
func (f *frame) chairedBy(st graph.Status) bool {
	ps := f.agent()
	if n := f.d.firstAfter(f.g.at, lexicon.Beside, f.s); len(ps) == 1 && n >= 0 && f.d.units[f.d.actors[n].from-1].set.has(lexicon.Beside) {
		if other := f.d.group(n); len(other) == 1 && f.d.twoStates(ps, other) {
			ps = slices.Concat(ps, other) // "was chaired by A, together with B"
		}
	}
	if !f.verb.Slots.Has("recip") || len(ps) < 2 || len(f.d.sideCodes(f.s.from, f.g.from)) > 0 || f.delegationBefore() >= 0 && f.subjectActor() >= 0 && f.d.actors[f.subjectActor()].deleg {
		return false
	}
	together := f.d.near(f.g.at, f.s, lexicon.Each, 4)
	f.d.emit(claim{left: ps, among: true, status: st, sent: f.k, rule: f.d.lex.Lang + ".chaired", chair: true}, f.g.at, false, !together)
	return true
}

// presidedWith reports that a delegation of which a verb of presiding in the passive tells only takes part in what is presided
// over: "the meeting with the Lao delegation was chaired by A", "the delegation attended talks chaired by A".
func (f *frame) presidedWith(deleg int) bool {
	a := &f.d.actors[deleg]
	if i := f.g.from - 1; f.g.bare && f.isNoun(i, "met", "session") && f.d.units[i].actor < 0 {
		return true
	}
	for i := f.s.from; i < a.from && a.gov != lexicon.None; i++ {
		if f.d.units[i].actor < 0 && f.isNoun(i, "met", "session") {
			return !f.g.bare || f.d.fromElsewhere(f.agent(), a)
		}
	}
	return false
}

// fromElsewhere reports persons none of whom can belong to a delegation: all are of other states.
func (d *doc) fromElsewhere(ps []int, a *actor) bool {
	return len(ps) > 0 && len(a.codes) > 0 && !noState(a.codes[0]) && !slices.ContainsFunc(ps, func(p int) bool {
		return p < 0 || d.persons[p].country == "" || slices.Contains(a.codes, d.persons[p].country)
	})
}

// ledJustTold reports a pronoun for a delegation that the sentence before told of: "A la conduisait".
func (f *frame) ledJustTold() bool {
	n := f.subjectActor()
	deleg := f.d.lastDelegation(f.k)
	if deleg < 0 || f.verb.Flags.Has("presides") || f.verb.Flags.Has("chair") && !f.d.actors[deleg].subj && f.nounTold("session") {
		return false // "the delegation joined a session. X led it"
	}
	return n >= 0 && f.d.actors[n].named && f.d.actors[deleg].sent == f.k-1
}

// nounTold reports that the sentence before, of which there must be one, has a noun of the given event.
func (f *frame) nounTold(event string) bool {
	for i := f.d.sents[f.k-1].from; i < f.d.sents[f.k-1].to; i++ {
		if f.d.units[i].actor < 0 && f.isNoun(i, event) {
			return true
		}
	}
	return false
}

// session reports a noun of contact right after the verb, or before its relative clause:
// "les entretiens, que présidaient A et B".
func (f *frame) session() bool {
	if i := f.g.from - 1; i > f.s.from && f.d.units[i].set.has(lexicon.That) {
		for i--; i >= f.s.from && i > f.g.from-12; i-- {
			if e, ok := f.d.units[i].entry(lexicon.Noun); ok && slices.Contains([]string{"met", "session"}, f.d.lex.Nouns[e.Index].Event) {
				return true
			}
		}
	}
	for i := f.g.at + 1; i < f.s.to && i < f.g.at+14; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Noun); ok {
			if ev := f.d.lex.Nouns[e.Index].Event; ev == "met" || ev == "session" {
				return true
			}
		}
	}
	return false
}

// headsMeet reads "the delegations were headed by A and B": the heads of two sides of two
// states have met.
func (f *frame) headsMeet(ps []int, deleg int, st graph.Status) {
	if f.d.actors[deleg].plural && len(ps) == 2 && f.d.twoOrigins(ps[0], ps[1]) {
		f.d.emit(claim{left: ps, among: true, status: st, sent: f.k, rule: f.d.lex.Lang + ".led." + f.verb.Key, chair: true}, f.g.at, false, true)
	}
}

// headsTalk reads a sentence that tells who leads each of two delegations, and that these talk:
// "Đoàn Lào do A, đoàn Cuba do B dẫn đầu đã hội đàm".
func (d *doc) headsTalk(k int) {
	var ps []int
	for i := range d.leads {
		if l := &d.leads[i]; l.sent == k && l.status == graph.Held {
			ps = append(ps, l.person)
		}
	}
	s := d.sents[k]
	if len(ps) != 2 || !d.apart(ps[:1], ps[1:]) || d.plannedWord(s) {
		return
	}
	for v := d.actors[s.actors[1]-1].to; v < s.to; v++ { // nobody is told of behind the verb
		for _, vf := range d.verbsOf(v) {
			g := d.verbGroup(v, vf.form, s)
			if st, ok := g.status(); ok && st == graph.Held && vf.verb.Event == "met" && vf.verb.Slots.Has("recip") {
				d.emit(claim{left: ps, among: true, status: st, sent: k, rule: d.lex.Lang + ".heads"}, v, false, true)
				return
			}
		}
	}
}

// underChair is who presides over a welcome, told by a noun or a verb behind it: "Lễ đón B diễn ra dưới sự chủ trì
// của A", "Lễ đón B diễn ra tại Phủ Chủ tịch, do A chủ trì".
func (f *nounFrame) underChair() []int {
	for n := f.s.actors[0]; n < f.s.actors[1] && f.noun.Flags.Has("given"); n++ {
		a := &f.d.actors[n]
		if a.gov != lexicon.Of && a.gov != lexicon.By || a.prev >= 0 || a.from < f.at+3 {
			continue
		}
		if a.gov == lexicon.By && f.d.presides(f.d.groupEnd(n), f.s) {
			return f.d.group(n)
		}
		if e, ok := f.d.units[a.from-2].entry(lexicon.Noun); ok && f.d.lex.Nouns[e.Index].Flags.Has("chair") {
			return f.d.group(n)
		}
	}
	return nil
}

// presides reports a verb of presiding at unit i, the last word of its clause.
func (d *doc) presides(i int, s sentence) bool {
	return i < s.to && d.verbsOf(i).Has("opens") &&
		(i+1 >= s.to || d.units[i+1].punct != 0)
}

// headOfSide reads "X was at the head of the Lao side".
func (d *doc) headOfSide(k, v int) bool {
	s := d.sents[k]
	codes := d.sideCodes(v+1, min(v+5, s.to))
	if len(codes) == 0 || !d.realised(s.from, v) {
		return false
	}
	f := frame{d: d, k: k, s: s, g: verbGroup{at: v, from: v, form: lexicon.Fin}}
	ps, _ := f.whoIs(v)
	if len(ps) == 0 {
		ps = f.subject()
	}
	return f.sideLed(codes, ps, graph.Held)
}
