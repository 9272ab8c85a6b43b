package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// stillToCome reports, in a language whose verbs have no tense, a contact of a visit
// that is only announced: on a day after the article, or told after "sẽ thăm" by a
// sentence without a day and without a word for the past.
func (d *doc) stillToCome(cl *claim, at int) bool {
	if !d.lex.Options.Tenseless {
		return false
	}
	if d.afterPublication(cl, at) || d.tomorrowAfter(at, d.sents[cl.sent]) {
		return true
	}
	if d.datedHere(cl.sent) || d.toldAsPast(cl.sent) {
		return false
	}
	for k := cl.sent - 1; k >= 0 && k >= cl.sent-2 && d.sents[k].item == d.sents[cl.sent].item; k-- {
		if slices.ContainsFunc(d.claims, func(c claim) bool { return c.sent == k && c.status == graph.Held }) {
			return false
		}
		if d.toldAsPast(k) {
			return false
		}
		if d.announcesTrip(d.sents[k]) {
			return d.namesAny(k, slices.Concat(cl.left, cl.right))
		}
	}
	return false
}

// afterPublication reports a contact on a day after that of the article, as the part
// of the sentence around unit at says, in an item that speaks of plans. (A page can
// carry a wrong day.)
func (d *doc) afterPublication(cl *claim, at int) bool {
	first, _, _ := strings.Cut(string(cl.date), "/")
	if len(d.pub) != 10 || len(first) != 10 || first[0] == 'X' || first <= string(d.pub) {
		return false
	}
	if slices.ContainsFunc(d.dates, func(t date) bool { return t.sent == cl.sent && t.next }) {
		return true // "đã thu xếp hội đàm vào tuần tới"
	}
	if d.toldAsPast(cl.sent) {
		return false
	}
	near := slices.ContainsFunc(d.dates, func(t date) bool { return t.sent == cl.sent && !d.semicolon(min(t.from, at), max(t.from, at)) })
	for k := cl.sent; near && k >= 0 && d.sents[k].item == d.sents[cl.sent].item; k-- {
		for i := d.sents[k].from; i < d.sents[k].to; i++ {
			if u := &d.units[i]; u.actor < 0 && (u.set.either(lexicon.HaveFut, lexicon.Plan) || k == cl.sent && u.set.has(lexicon.Tomorrow)) {
				return true
			}
		}
	}
	return false
}

func (d *doc) semicolon(from, to int) bool {
	for i := from; i < to; i++ {
		if d.units[i].punct == ';' {
			return true
		}
	}
	return false
}

// datedHere reports a day in a sentence, other than that of a dateline.
func (d *doc) datedHere(k int) bool {
	return slices.ContainsFunc(d.dates, func(t date) bool { return t.sent == k && (t.d != 0 || t.relSet || t.weekday != 0) && !d.dateline(&t) })
}

// namesAny reports that a sentence speaks of one of some persons.
func (d *doc) namesAny(k int, ps []int) bool {
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		if slices.ContainsFunc(d.actors[n].persons, func(p int) bool { return slices.Contains(ps, p) }) {
			return true
		}
	}
	return false
}

// toldAsPast reports a word for the past or an agent before its verb.
func (d *doc) toldAsPast(k int) bool {
	for i := d.sents[k].from; i < d.sents[k].to; i++ {
		if u := &d.units[i]; u.actor < 0 && u.set.any(lexicon.Have, lexicon.Done, lexicon.Passive) {
			return true
		}
	}
	return false
}

// announcesTrip reports a visit or a contact right after a word for the future.
func (d *doc) announcesTrip(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.actor >= 0 || !u.set.either(lexicon.HaveFut, lexicon.Plan) {
			continue
		}
		for j := i + 1; j < s.to && j <= i+3; j++ {
			for _, v := range d.verbsOf(j) {
				if v.verb.Event == "met" || v.verb.Flags.Has("trip") {
					return true
				}
			}
		}
	}
	return false
}

// subordinate reports a clause after "que" whose main clause denies or only
// wants it: "il n'est pas question qu'il rencontre X".
func (f *frame) subordinate() bool {
	n := f.subjectActor()
	if n >= 0 {
		n = f.d.groupOf(n)[0]
	}
	if n < 0 || f.d.actors[n].from == f.s.from {
		return false
	}
	if u := &f.d.units[f.d.actors[n].from-1]; !u.set.has(lexicon.That) {
		return f.d.deniesThat(u)
	}
	if f.d.deniedThat(f.d.actors[n].from-1, f.s) {
		return true
	}
	e, _ := f.d.units[f.d.actors[n].from-1].entry(lexicon.That)
	meanwhile := e.Index == 4 || e.Index == 6 // "did not rule it out as he received X"
	for i := f.d.actors[n].from - 2; i >= f.s.from && i > f.d.actors[n].from-10; i-- {
		if u := &f.d.units[i]; (u.set.has(lexicon.Not) && !(meanwhile && f.d.otherThing(i, f.s)) || u.set.has(lexicon.Plan) && !f.d.plannedTalk(i)) && u.actor < 0 && !(f.d.actors[n].pron != lexicon.None && f.d.reported(i, f.s)) {
			return true
		} else if u.punct == ',' {
			return false
		}
	}
	return false
}

// condition reports a clause of what is not so yet: "si A rencontre B". What "si" says
// of the past is granted, not supposed: "si A a reçu B, c'est que". See words.txt.
func (f *frame) condition() bool {
	n := f.subjectActor()
	if n < 0 || (f.g.form&lexicon.Fin == 0 || f.g.form&lexicon.PP != 0) && !f.hadDone() {
		return false
	}
	from := f.d.actors[f.d.groupOf(n)[0]].from
	if from == f.s.from {
		return false
	}
	e, ok := f.d.units[from-1].entry(lexicon.That)
	return ok && e.Index == 2
}

// hadDone reports the auxiliary of what was past already: "si A avait reçu B" supposes it.
func (f *frame) hadDone() bool {
	for i := f.g.from; i < f.g.at; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Have); ok && e.Index == 2 {
			return true
		}
	}
	return false
}

// refuted reports a clause that somebody said and somebody else denies: "tin nói A đã
// gặp B bị C bác bỏ".
func (f *frame) refuted() bool {
	for i := f.g.from - 1; i > f.s.from && f.d.units[i].punct != ';'; i-- {
		if f.d.deniedThat(i, f.s) {
			return true // "a démenti qu'un entretien ait réuni A et B"
		}
	}
	n := f.subjectActor()
	if n < 0 || f.d.actors[n].from == f.s.from {
		return false
	}
	if u := &f.d.units[f.d.actors[n].from-1]; u.set.has(lexicon.Not) && u.to-u.from > 1 {
		return true // "bác tin A đã gặp B", "reports that A had met B"
	}
	if !f.d.saysThat(f.d.actors[n].from - 1) {
		return false
	}
	for i := f.d.actors[n].from - 2; i >= f.s.from && i >= f.d.actors[n].from-4 && f.d.units[i].punct == 0; i-- {
		if f.d.units[i].set.has(lexicon.Not) && f.d.units[i].actor < 0 {
			return true // "bác bỏ tin A đã gặp B"
		}
	}
	passive := false
	for i := f.g.at + 1; i < f.s.to; i++ {
		u := &f.d.units[i]
		passive = passive || u.set.has(lexicon.Passive)
		if passive && u.set.has(lexicon.Not) && u.actor < 0 {
			return true
		}
	}
	return false
}

// onlyPlanned reports a pair of whom the text has told plans and nothing more.
func (d *doc) onlyPlanned(cl *claim) bool {
	if !d.lex.Options.Tenseless {
		return false
	}
	key, planned := pairKey(*cl), false
	for _, c := range d.claims {
		if pairKey(c) == key {
			if c.status == graph.Held {
				return false
			}
			planned = true
		}
	}
	return planned
}

// firstTo reports "le premier à" before an infinitive: who is told as the first to do
// something has done it.
func (d *doc) firstTo(i int, form lexicon.Form, s sentence) bool {
	return form == lexicon.Inf && i > s.from+1 && d.units[i].set.has(lexicon.To) && d.units[i-1].set.any(lexicon.First, lexicon.Second, lexicon.LastTime)
}

// toBe reports a predicate at unit i that is still to come: "sera le premier à".
func (d *doc) toBe(i int, s sentence) bool {
	for k := i - 1; k >= s.from && k > i-5; k-- {
		if u := &d.units[k]; u.set.any(lexicon.BeFut, lexicon.HaveFut, lexicon.Plan) {
			return true
		}
	}
	return false
}

// deniesThat reports "rien ne prouve que" as one unit.
func (d *doc) deniesThat(u *unit) bool {
	return u.actor < 0 && u.set.has(lexicon.Not) && d.endsWith(u, lexicon.That)
}

// deniedThat reports a main clause before unit i, "que", that denies what is told after it:
// "le ministère dément, de la façon la plus nette, qu'une entrevue ait eu lieu".
func (d *doc) deniedThat(i int, s sentence) bool {
	if e, ok := d.units[i].entry(lexicon.That); !ok || e.Index != 1 {
		return false
	}
	for i--; i >= s.from && d.units[i].punct != ';'; i-- {
		if d.units[i].actor >= 0 {
			continue
		}
		if d.denies(i, 5) {
			return true
		}
		if e, ok := d.units[i].entry(lexicon.Verb); ok && e.Form&lexicon.Fin != 0 {
			return false // "A, who denied the charge, said that"
		}
	}
	return false
}

// retrospect reports the future perfect at unit i, in which the press looks back: "X aura
// rencontré Y", but not "aurait rencontré". See words.txt.
func (d *doc) retrospect(i int) bool {
	e, ok := d.units[i].entry(lexicon.HaveFut)
	if !ok || e.Index != 2 {
		return false
	}
	for i++; i < len(d.units) && d.units[i].set.either(lexicon.Adverb, lexicon.Each); i++ {
	}
	return i < len(d.units) && (d.units[i].set.either(lexicon.Be, lexicon.Support) || d.verbsOf(i).forms()&lexicon.PP != 0)
}

// expletive reports half a negation at unit i that denies nothing: "avant que celui-ci ne soit
// reçu par B", in a sentence that tells of the past. See words.txt.
func (d *doc) expletive(i int, s sentence) bool {
	for i--; i >= s.from; i-- {
		if e, ok := d.units[i].entry(lexicon.That); ok && e.Index == 3 {
			return !d.announces(s)
		}
		if d.units[i].actor < 0 && !d.units[i].set.has(lexicon.And) {
			return false
		}
	}
	return false
}

// deniedLater reports a denial in the sentence of a contact: "a talk was reported; his
// spokesman says there was none". See words.txt.
func (f *nounFrame) deniedLater() bool {
	never := func(i int) bool {
		e, ok := f.d.units[i].entry(lexicon.Cancel)
		return ok && e.Index == 2
	}
	for i := f.at + 1; i < f.s.to; i++ {
		if never(i) {
			return true
		}
	}
	return f.k+1 < len(f.d.sents) && f.d.sents[f.k+1].item == f.s.item && never(f.d.sents[f.k+1].from) // "None of it took place."
}

// fruitless reports a negation at unit i that only says what a contact did not bring: "Cuộc gặp giữa A và B không mang
// lại kết quả", "n'ont débouché sur aucun accord". Only auxiliaries and adverbs part the negation from its verb.
func (d *doc) fruitless(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Not) || d.units[i].actor >= 0 {
		return false
	}
	for k := i + 1; k < s.to && k < i+6; k++ {
		u := &d.units[k]
		if d.verbsOf(k).Has("yields") {
			return true
		}
		if u.punct != 0 || u.actor >= 0 || !u.set.any(lexicon.Have, lexicon.Be, lexicon.Refl, lexicon.Passive, lexicon.Adverb, lexicon.Not, lexicon.Support) {
			return false
		}
	}
	return false
}

// soon reports "Next week he talks with X": a time to come in a sentence without a verb
// of the past.
func (f *nounFrame) soon() bool {
	d := f.d
	if !d.announces(f.s) && !d.presentOnly(f.s) {
		return false
	}
	return d.nextDays(f.s) && !f.saidAfterwards()
}

// upcoming reports a word for the next one beside the noun, "leur prochaine rencontre", or beside the word for its being
// held, "la tenue mardi prochain d'un entretien"; "his next meeting" may be the next one told of.
func (f *nounFrame) upcoming() bool {
	d := f.d
	if d.lex.Options.LastFirst {
		return false
	}
	next := func(i int) bool { return i > f.s.from && i < f.s.to && d.units[i].set.has(lexicon.NextTime) }
	i := f.at - 1
	for i > f.s.from && d.units[i].set.any(lexicon.Of, lexicon.Indef, lexicon.Def) && !next(i) {
		i--
	}
	return next(i) && (i < f.at-1 || d.units[i].date < 0) || next(f.at+1) && d.units[f.at+1].date < 0
}

// nextDays reports a sentence that speaks of tomorrow or of next week.
func (d *doc) nextDays(s sentence) bool {
	for i := s.from; i+1 < s.to; i++ {
		if d.units[i].set.has(lexicon.NextTime) && d.units[i+1].set.either(lexicon.DayPart, lexicon.Weekday) && d.units[i].actor < 0 || d.tomorrow(i) {
			return true
		}
	}
	return false
}

// presentOnly reports a sentence none of whose verbs is in the past: "A talk with X follows
// tomorrow".
func (d *doc) presentOnly(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 {
			continue
		}
		if u.set.has(lexicon.Have) || slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
			return v.form&lexicon.PP != 0 || v.form&lexicon.Fin != 0 && v.form&(lexicon.Pres|lexicon.Inf) == 0
		}) {
			return false
		}
	}
	return true
}

// atIt reports a preposition of time at unit i: "a plaidé pour la paix lors d'une rencontre".
func (f *nounFrame) atIt(i int) bool {
	e, ok := f.d.units[i].entry(lexicon.After)
	return ok && e.Index == 1
}

// travels reports the participle of a verb of a way that one makes for something, in a language
// that tells it so: "s'est rendu au palais pour saluer B".
func (d *doc) travels(i int, vf verbForm) bool {
	return vf.form&lexicon.PP != 0 && vf.verb.Flags.Has("comes") && vf.verb.Flags.Has("refl") && i > 0 && d.units[i-1].set.either(lexicon.Be, lexicon.Adverb)
}

// goneTo reports a way that was made for what the infinitive at unit v tells:
// "then drove to the Parliament to call on X". In a language without tenses the way is one
// within a country: who flies to another one may meet X the day after.
func (d *doc) goneTo(v int, s sentence) bool {
	for i := v - 1; i >= s.from && i > v-12; i-- {
		u := &d.units[i]
		if d.predicative(i) && (d.units[i+1].set.either(lexicon.In, lexicon.Prep) || d.hasBeenTo(i, v)) && d.units[i+1].actor < 0 {
			return !u.set.has(lexicon.BeFut) && !(i > s.from && d.units[i-1].set.any(lexicon.HaveFut, lexicon.Plan, lexicon.Not, lexicon.BeFut)) // "was at the airport to greet X"
		}
		if u.actor >= 0 && d.actors[u.actor].subj || u.punct == ';' || u.set.any(lexicon.That, lexicon.Plan, lexicon.HaveFut, lexicon.BeFut, lexicon.And, lexicon.Not) || u.set.has(lexicon.Country) && d.lex.Options.Tenseless || d.verbsOf(i).Has("asks") {
			return false // "flew to Paris to prepare for talks with X"
		}
		if u.set.has(lexicon.Done) && u.actor < 0 {
			return true // "came to Paris to meet X"
		}
		for _, vf := range d.verbsOf(i) {
			goes := vf.verb.Flags.Has("goes") || vf.verb.Flags.Has("steps")
			if !goes || vf.form&(lexicon.Fin|lexicon.PP) == 0 {
				continue
			}
			if g := d.verbGroup(i, vf.form, s); vf.form&lexicon.Fin != 0 || g.have || d.travels(i, vf) {
				st, ok := g.status()
				return ok && st == graph.Held
			}
		}
	}
	return false
}

// hasBeenTo reports "had been to the palace" before the infinitive at unit v; in "was to meet" the same preposition is that of
// the infinitive itself.
func (d *doc) hasBeenTo(i, v int) bool {
	return i > 0 && d.units[i-1].set.has(lexicon.Have) && d.units[i+1].set.has(lexicon.To) && i+2 < v && d.units[i+2].verbs == nil
}

// aims reports a word for a purpose at unit i, in a language that has no infinitives.
func (d *doc) aims(i int) bool {
	return d.verbsOf(i).Has("aims")
}

// wayPlanned reports a way that is still to be made, or that is not, right before the verb at
// unit v: "sẽ đến khách sạn chào X".
func (d *doc) wayPlanned(v int, s sentence) bool {
	for i := v - 1; i >= s.from && i > v-7; i-- {
		if d.units[i].actor >= 0 || d.units[i].punct != 0 || d.units[i].name >= 0 {
			return false
		}
		for _, vf := range d.verbsOf(i) {
			if vf.verb.Flags.Has("steps") || vf.verb.Flags.Has("trip") {
				g := d.verbGroup(i, vf.form, s)
				st, ok := g.status()
				return !ok || st != graph.Held
			}
		}
	}
	return false
}

// tomorrowAfter reports that the clause of unit at goes on with tomorrow, and nothing before
// tells of the past: "Cuộc gặp với X được xếp vào sáng mai".
func (d *doc) tomorrowAfter(at int, s sentence) bool {
	for i := s.from; i < at; i++ {
		if d.units[i].actor < 0 && d.units[i].set.either(lexicon.Have, lexicon.After) {
			return false
		}
	}
	for i := at; i < s.to && d.units[i].punct != ';' && d.units[i].punct != ','; i++ {
		if d.units[i].actor < 0 && d.units[i].set.has(lexicon.Have) {
			return false
		}
		if d.tomorrow(i) {
			return true
		}
	}
	return false
}

// saidOf reports a relative pronoun at unit i as the subject of what is said of the contact:
// "after a meeting with X that was still being arranged".
func (f *nounFrame) saidOf(i int) bool {
	d := f.d
	return i+1 < f.s.to && d.units[i].set.has(lexicon.That) && d.units[i].actor < 0 && d.units[i-1].punct == 0 && d.units[i+1].actor < 0 && d.units[i+1].set.any(lexicon.Be, lexicon.Have, lexicon.HaveFut)
}

// didThere reports that what is done at unit i, in the past, is what the subject that ends at unit n did: "Lors d'un
// entretien avec B, A a demandé une aide".
func (d *doc) didThere(n, i int) bool {
	v := i - 1
	for v > n && d.units[v].set.has(lexicon.Adverb) && !d.units[v].set.has(lexicon.Have) {
		v--
	}
	return v == n+1 && d.units[v].set.has(lexicon.Have) && d.units[v].actor < 0
}

// heldIn reports the preposition of "at a meeting", "in his talks" at unit i: what is told before
// was said there.
func (f *nounFrame) heldIn(i int) bool {
	if u := &f.d.units[i]; !u.set.has(lexicon.In) || u.actor >= 0 || i < f.at-4 {
		return false
	}
	for i++; i < f.at; i++ {
		if u := &f.d.units[i]; u.cap || u.actor >= 0 || u.date >= 0 || u.set.has(lexicon.Plan) {
			return false
		}
	}
	return true
}

// auxiliary reports "had" as part of another verb: "had been cancelled", "had to be dropped".
func (d *doc) auxiliary(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Have) || i+1 >= s.to {
		return false
	}
	e, ok := d.units[i+1].entry(lexicon.Verb)
	return d.units[i+1].set.any(lexicon.Be, lexicon.BeFut, lexicon.Not, lexicon.Adverb, lexicon.Plan, lexicon.Cancel) || ok && e.Form&lexicon.PP != 0
}

// wishedList reports a colon at unit i behind a word that makes what it lists a plan or a wish: "Also expected: a
// meeting", "demande trois choses : un appel avec B".
func (d *doc) wishedList(i int, s sentence, st *graph.Status) bool {
	for j := i - 1; j >= s.from && j > i-6 && d.units[j].actor < 0 && (d.units[j].punct == 0 || j == i-1); j-- {
		if d.unrealised(j, st) {
			return true
		}
	}
	return false
}
