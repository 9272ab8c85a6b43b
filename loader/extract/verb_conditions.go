package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// sidesSpeak reports "les deux présidents ont parlé": both sides in one word.
func (f *frame) sidesSpeak() bool {
	n := f.subjectActor()
	return n >= 0 && (f.d.actors[n].side || f.d.actors[n].pron == lexicon.They)
}

// respectively pairs "A et B ont vu respectivement C et D" one by one.
func (f *frame) respectively(cl claim) bool {
	if len(cl.left) < 2 || len(cl.left) != len(cl.right) || !f.d.oneByOne(f.g.at, f.s) {
		return false
	}
	for i := range cl.left {
		one := cl
		one.left, one.right = cl.left[i:i+1:i+1], cl.right[i:i+1:i+1]
		f.d.emit(one, f.g.at, f.verb.Flags.Has("remote"), f.verb.Flags.Has("weak"))
	}
	return true
}

// oneByOne reports the word for "respectively" after unit at: see words.txt.
func (d *doc) oneByOne(at int, s sentence) bool {
	for i := at + 1; i < s.to && i < at+4; i++ {
		if e, ok := d.units[i].entry(lexicon.Adverb); ok && e.Index == 2 {
			return true
		}
	}
	return false
}

// ofThing reports a participle right after a word that is nobody: "the forum hosted by X".
func (f *frame) ofThing() bool {
	i := f.g.from - 1
	if !f.d.lex.Options.Infinitives || !f.g.bare || i <= f.s.from || f.g.form&lexicon.PP == 0 {
		return false
	}
	u := &f.d.units[i]
	return u.actor < 0 && u.name < 0 && u.date < 0 && u.kind == text.Word && !u.set.any(lexicon.Adverb, lexicon.And, lexicon.Be, lexicon.Have, lexicon.Who, lexicon.Country, lexicon.Place) && governor(u) == lexicon.None
}

// alleged reports what somebody is accused of: "X reproche à Y d'avoir reçu Z".
func (f *frame) alleged() bool {
	for i := f.g.from - 1; i >= f.s.from && i > f.g.from-10 && f.g.form&lexicon.PP != 0; i-- {
		if f.d.units[i].actor < 0 && f.d.verbsOf(i).Has("accuses") {
			return true
		}
	}
	return false
}

// silent reports persons in one room who do not speak: "se sont retrouvés, sans échanger un
// mot"; see words.txt.
func (f *frame) silent() bool {
	for i := f.g.at + 1; i < f.s.to; i++ {
		if f.d.units[i].actor < 0 && f.d.denies(i, 4) {
			return true
		}
	}
	return false
}

// infinitiveFollows: "called on X to resign" tells of no call.
func (f *frame) infinitiveFollows() bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from > f.g.at && a.next < 0 && a.to+1 < f.s.to {
			t, v := &f.d.units[a.to], &f.d.units[a.to+1]
			if t.set.has(lexicon.Plan) && f.d.startsWith(t, lexicon.To) { // "to hold"
				return true
			}
			return t.set.has(lexicon.To) && v.actor < 0 && v.kind == text.Word && !v.cap && !v.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Place, lexicon.Country)
		}
	}
	return false
}

// dayBehind reports a day behind the verb that is not still to come: "sau khi gặp X hôm 2/5".
func (f *frame) dayBehind() bool {
	return slices.ContainsFunc(f.d.dates, func(t date) bool { return t.sent == f.k && t.from > f.g.at && !f.d.toCome(&t) })
}

// afterPlan reports a participle that tells of what comes before something planned: "will answer
// after talking with X", and a bare verb where verbs have no tense: "có kế hoạch ... sau khi gặp X".
func (f *frame) afterPlan() bool {
	i := f.g.from - 1
	switch bare := f.d.lex.Options.Tenseless && f.g.after && !f.g.aux && !f.dayBehind(); {
	case bare:
		i = f.g.from
	case f.d.startsWith(&f.d.units[f.g.at], lexicon.That):
		i = f.g.at
	case f.g.form&lexicon.Ger == 0:
		return false
	}
	if f.g.form&lexicon.Ger == 0 && !f.g.after || i <= f.s.from || !f.d.units[i].set.any(lexicon.That, lexicon.After, lexicon.Prep) && i != f.g.at {
		return false
	}
	for i--; i >= f.s.from; i-- {
		u := &f.d.units[i]
		if u.actor < 0 && u.set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan) && !f.d.plannedTalk(i) {
			return !f.d.reported(i, f.s)
		}
		if u.punct != 0 && u.punct != ',' || u.actor >= 0 && f.d.actors[u.actor].subj {
			return false
		}
	}
	return false
}

// undone reports a phrase that a conjunction opens in a clause of what was not done, or only wanted: "declined to come as the
// guest of B", "was invited as the guest of B".
func (f *frame) undone() bool {
	d := f.d
	if !d.startsWith(&d.units[f.g.at], lexicon.That) {
		return false
	}
	var st graph.Status
	for i := f.g.at - 1; i >= f.s.from; i-- {
		u := &d.units[i]
		switch {
		case u.punct == ';' || u.set.either(lexicon.Who, lexicon.That) || u.actor >= 0 && d.actors[u.actor].subj:
			return false
		case u.actor < 0 && (d.asks(i) || d.unrealised(i, &st) || d.verbsOf(i).Has("invite") && d.auxAt(i-1, f.s)):
			return true
		}
	}
	return false
}

// supposed reports that the clause whose verb stands behind unit i is one of condition: "If A took part in talks with B, nobody saw it".
func (f *nounFrame) supposed(i int) bool {
	for ; i >= f.s.from && f.d.lex.Options.Infinitives; i-- {
		u := &f.d.units[i]
		if e, ok := u.entry(lexicon.That); ok {
			return e.Index == 2
		}
		if u.actor < 0 && (u.punct != 0 && u.punct != ',' || u.set.either(lexicon.Verb, lexicon.Who)) {
			return false
		}
	}
	return false
}

// calledOff reports a noun at the start of its sentence of which it is said, after its
// relative clause that unit i begins, that it was cancelled.
func (f *nounFrame) calledOff(i int) bool {
	if f.at > f.s.from+1 {
		return false
	}
	for ; i < f.s.to; i++ {
		if u := &f.d.units[i]; u.set.has(lexicon.Cancel) && u.actor < 0 {
			return true
		}
	}
	return false
}

// behindSubject is the unit behind the subject of a relative clause right behind the noun, at unit i, that tells
// with a verb of having who holds the talks; 0 for other units.
func (f *nounFrame) behindSubject(i int) int {
	if i != f.at+1 || i+1 >= f.s.to || f.at == f.s.from || !f.d.units[i].set.has(lexicon.That) || !f.d.units[f.at-1].set.has(lexicon.Def) || f.d.units[i+1].actor < 0 {
		return 0
	}
	end := f.d.groupEnd(f.d.units[i+1].actor)
	if end+1 < f.s.to && (f.d.units[end].set.has(lexicon.HaveFut) || f.d.units[end+1].set.either(lexicon.Have, lexicon.Support)) {
		return end
	}
	return 0
}

// heldMeanwhile reports a wish at unit i that was uttered at the contact: "a promis de
// l'aide lors d'une rencontre avec X".
func (f *nounFrame) heldMeanwhile(i int) bool {
	d := f.d
	if !d.lex.Options.LoosePhrases || !d.units[i].set.has(lexicon.Plan) || i == f.s.from || !d.units[i-1].set.has(lexicon.Have) {
		return false
	}
	for k := f.at - 1; k > i && k >= f.at-3; k-- {
		if e, ok := d.units[k].entry(lexicon.After); ok && e.Index == 1 {
			return true
		}
	}
	return false
}

// plannedTalk reports words at unit i that name a contact as a plan, and tell nothing of any other: "called for talks in a phone
// call with B". See words.txt.
func (d *doc) plannedTalk(i int) bool {
	e, ok := d.units[i].entry(lexicon.Plan)
	return ok && (e.Index == 2 || d.isNoun(i, "met"))
}

// otherThing reports a word at unit i that cancels or denies the thing told right behind it, and not what took place meanwhile:
// "cancelled a trip at a meeting with B", "did not rule out a summit".
func (d *doc) otherThing(i int, s sentence) bool {
	u, v := &d.units[i], i+1
	if u.actor >= 0 || !u.set.either(lexicon.Cancel, lexicon.Not) || u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut) || i > s.from && d.units[i-1].set.has(lexicon.Be) {
		return false
	}
	if u.set.has(lexicon.Not) && !d.denies(i, 5) {
		for ; v+1 < s.to && v < i+4 && d.units[v].actor < 0 && d.units[v].punct == 0 && governor(&d.units[v]) == lexicon.None && !d.units[v].set.either(lexicon.Def, lexicon.Indef); v++ {
		}
	}
	return v+1 < s.to && d.units[v].actor < 0 && d.units[v].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss)
}

// mainBehind is the last unit of the subject behind a comma of a sentence that begins with where it was said: "At a meeting with
// B, A"; the end of the sentence if it does not begin so.
func (f *nounFrame) mainBehind() int {
	d := f.d
	if i := d.afterDateline(f.s); i >= f.at || !f.atIt(i) && !f.heldIn(i) {
		return f.s.to
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.from > f.at+1 && a.subj && d.units[a.from-1].punct == ',' {
			return a.to - 1
		}
	}
	return f.s.to
}
