package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// signers are the persons of actor n and those joined to it across words that tell
// for whom they sign: "A, pour le Togo, et B, pour le Bénin".
func (f *frame) signers(n int) []int {
	ps := f.d.group(n)
	if !f.paired(n) {
		return nil
	}
	if m := f.endingAt(f.d.actors[n].from); m >= 0 && !f.d.actors[m].named && f.d.actors[m].prev >= 0 && f.d.actors[m].gov == f.d.actors[n].gov && slices.Equal(f.d.actors[m].persons, f.d.actors[n].persons) {
		ps = f.d.group(m) // "A et son hôte, le général B, ont signé"
	}
	ps = append(f.colleagueBefore(n), ps...)
	for m := f.signerBefore(n); m >= 0; m = f.signerBefore(m) {
		ps = append(f.d.group(m), ps...)
	}
	for m := f.describedBefore(n); m >= 0; m = f.describedBefore(m) {
		ps = append(f.d.group(m), ps...)
	}
	for m := f.signerAfter(n); m >= 0; m = f.signerAfter(m) {
		ps = append(ps, f.d.group(m)...)
	}
	for m := f.describedAfter(n); m >= 0; m = f.describedAfter(m) {
		ps = append(ps, f.d.group(m)...)
	}
	return ps
}

// holders reports that those whom "the ministers" stands for hold the office: who only
// happened to be told of last signs nothing.
func (d *doc) holders(n int) bool {
	a := &d.actors[n]
	if a.named || !a.plural || d.namesFollow(n) {
		return true
	}
	for _, r := range a.roles {
		for _, p := range a.persons {
			if !r.flags.Has("pair") && !r.flags.Has("generic") && d.persons[p].titled && !d.canBe(r.key, p) {
				return false
			}
		}
	}
	return true
}

// paired reports that the two whom "the ministers" stands for were told of as two: they
// met, or the sentence before names them alone.
func (f *frame) paired(n int) bool {
	a := &f.d.actors[n]
	if a.named || !a.role("pair") || len(a.persons) != 2 || a.two || f.d.namesFollow(n) {
		return true
	}
	p, q := a.persons[0], a.persons[1]
	for _, x := range f.c.pairs {
		if x == [2]int{p, q} || x == [2]int{q, p} {
			return true
		}
	}
	return f.d.lastTwo(a) != nil
}

// signerBefore is the actor that "and" joins to the group of actor n across words
// that tell for whom it signs, -1 for none.
func (f *frame) signerBefore(n int) int {
	d := f.d
	first := &d.actors[d.groupOf(n)[0]]
	i := d.joint(first.from-1, f.s)
	if i < 0 {
		return -1
	}
	for j := i; j > f.s.from && j > i-9; j-- {
		if !d.behalf(j, i+1) && !(d.behalfUpTo(j, i+1) && j > f.s.from && d.units[j-1].actor >= 0) {
			continue // "A of the Government and B of the Front"
		}
		if d.units[j-1].actor < 0 && d.units[j-1].set.has(lexicon.Behalf) {
			continue // "A thay mặt phía Lào và B"
		}
		m := f.endingAt(j)
		if m >= 0 && d.actors[m].named && d.actors[m].gov == first.gov {
			return m
		}
		return -1
	}
	return -1
}

// joint is the unit before "et", ", et" or a comma at unit i, -1 if there is none.
func (d *doc) joint(i int, s sentence) int {
	found := false
	for i > s.from && (d.units[i].set.has(lexicon.And) || d.units[i].punct == ',' || d.units[i].punct == ';') {
		found = true
		i--
	}
	if !found {
		return -1
	}
	return i
}

// signerAfter is the actor joined to the group of actor n in the same way, after it.
func (f *frame) signerAfter(n int) int {
	d := f.d
	i := d.groupEnd(n)
	if i < f.s.to && d.units[i].punct == ',' {
		i++
	}
	for j := i + 1; j+1 < f.s.to && j < i+10; j++ {
		u := &d.units[j]
		if u.set.any(lexicon.Verb, lexicon.That, lexicon.Who, lexicon.Have) && u.actor < 0 {
			return -1
		}
		if !u.set.has(lexicon.And) && u.punct != ',' && u.punct != ';' || !d.behalf(i, j) {
			continue
		}
		m := d.units[j+1].actor
		if m < 0 || d.actors[m].from != j+1 {
			continue
		}
		if a := &d.actors[m]; a.named && a.prev < 0 && (a.gov == lexicon.None || a.gov == d.actors[n].gov || a.gov == lexicon.By && d.actors[n].gov == lexicon.LedBy) {
			return m
		}
		return -1
	}
	return -1
}

// behalf reports words from unit i up to unit end that tell for whom somebody
// signs: a state, a place, a side or a body stands there.
func (d *doc) behalf(i, end int) bool {
	if i >= end || !d.units[i].set.has(lexicon.Behalf) || d.units[i].actor >= 0 {
		return false
	}
	if i+2 < end && d.units[i+1].set.has(lexicon.Def) && d.units[i+2].kind == text.Word && d.units[i+2].actor < 0 && d.units[i+2].date < 0 && (i+3 >= end || d.units[i+3].kind != text.Word || d.units[i+3].set.has(lexicon.And)) {
		return true // "for the republic"
	}
	if e, _ := d.units[i].entry(lexicon.Behalf); e.Index == 3 && i+1 < end && d.units[i+1].kind == text.Word && d.units[i+1].name < 0 {
		return true // "on behalf of the rebels"
	}
	if i+2 < end && d.units[i+1].set.either(lexicon.Poss, lexicon.Two) && d.units[i+1].actor < 0 && d.units[i+2].kind == text.Word && (i+3 == end || d.units[i+3].kind != text.Word || d.units[i+2].actor < 0 && d.units[i+3].set.has(lexicon.In)) {
		return true // "for their governments", "for his country at the ceremony"
	}
	for j := i + 1; j < end && j < i+7; j++ {
		u := &d.units[j]
		if u.punct != 0 || u.set.has(lexicon.Verb) && !u.cap && !d.units[j-1].set.either(lexicon.Def, lexicon.Poss) {
			return false
		}
		if u.actor >= 0 {
			a := &d.actors[u.actor]
			return !a.named
		}
		if u.date < 0 && (u.cap || u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Seat, lexicon.Org, lexicon.Party, lexicon.Body, lexicon.Side)) {
			return true
		}
	}
	return false
}

// gapped are those who sign after the verb in the same words, told without it: "A
// signed for Togo and B for Benin".
func (f *frame) gapped() (ps []int) {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at+1 || !a.named || a.prev >= 0 || a.gov != lexicon.None && !f.sideInside(a) && !f.byForSide(a) {
			continue
		}
		u := &d.units[a.from-1]
		switch end := f.pastOwnOne(d.groupEnd(n)); {
		case (u.set.has(lexicon.And) || u.punct == ',' || u.punct == ';') && (d.behalf(end, min(end+8, f.s.to)) || d.behalf(d.pastComma(end, f.s), min(end+9, f.s.to)) || d.holdsBehalf(n) || f.alikeFor(end) || f.onSide(end) || end < f.s.to && d.units[end].set.has(lexicon.Second)):
			ps = append(ps, d.group(n)...)
		case a.gov != lexicon.None, u.kind == text.Word && f.sideBefore(a.from) && (end == f.s.to || d.units[end].punct != 0), // "and for the other party X"
			d.predicative(a.from-1) && (f.sideBefore(a.from-1) || d.sideCodes(max(d.clauseStart(a.from, f.s), f.g.at+1), a.from) != nil), u.punct == ',' && f.sideBefore(a.from-1) && (end == f.s.to || d.units[end].punct != 0):
			ps = append(ps, d.group(n)...)
		}
	}
	return ps
}

// alikeFor reports "for the rebels" at unit i, of whom the text says no more, after a verb with the same words behind it:
// "A signed for the crown and B for the rebels".
func (f *frame) alikeFor(i int) bool {
	d := f.d
	return i+2 < f.s.to && d.units[i].actor < 0 && d.units[i].set.has(lexicon.Behalf) && d.units[f.g.at+1].set.has(lexicon.Behalf) && d.units[i+1].set.has(lexicon.Def) && d.units[i+2].kind == text.Word
}

// onSide reports "on the Norwegian side" at unit i.
func (f *frame) onSide(i int) bool {
	d := f.d
	for j := i + 1; j < f.s.to && j < i+4 && d.units[i].actor < 0 && d.units[i].set.either(lexicon.In, lexicon.Prep); j++ {
		if d.units[j].set.has(lexicon.Side) && d.units[j-1].set.either(lexicon.Adj, lexicon.Country) {
			return true
		}
	}
	return false
}

// pastOwnOne is the unit behind the word that stands for the signature of who is named before unit i: "A put his
// signature to the pact for the crown and B his for the rebels"; i if there is none.
func (f *frame) pastOwnOne(i int) int {
	if i+1 < f.s.to && f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Poss) && f.d.units[i+1].set.has(lexicon.Behalf) {
		return i + 1
	}
	return i
}

// sideInside reports an actor that begins with the state for which it signs, as the subject
// does: "For Togo A signed, for Benin his counterpart B".
func (f *frame) sideInside(a *actor) bool {
	d, i := f.d, a.from-2
	return a.gov == lexicon.For && i > f.g.at && d.units[i+1].set.has(lexicon.Behalf) && d.units[a.from].set.has(lexicon.Country) &&
		(d.units[i].punct != 0 || d.units[i].set.has(lexicon.And)) && d.units[f.s.from].set.has(lexicon.Behalf)
}

// byForSide reports the agent behind words that tell for whom he signs, of a verb told before: "For Togo the pen was
// held by A; for Benin, by B".
func (f *frame) byForSide(a *actor) bool {
	i := a.from - 2
	return a.gov == lexicon.By && f.verb != nil && f.verb.Flags.Has("bearer") && i > f.g.at && f.d.units[i].punct == ',' && f.sideBefore(i)
}

// sideBefore reports words that tell for whom somebody signs right before the verb
// "to be" at unit i: "phía Togo là B".
func (f *frame) sideBefore(i int) bool {
	for j := i - 1; j > f.g.at && j > i-7; j-- {
		u := &f.d.units[j]
		if u.set.has(lexicon.Behalf) {
			return f.d.behalf(j, i)
		}
		if u.punct != 0 || u.actor < 0 && !u.cap && (u.set.has(lexicon.That) || governor(u) != lexicon.None && governor(u) != lexicon.Of) {
			return false // "for Togo at a talk attended by B"
		}
	}
	return false
}

// holdsBehalf reports an actor that takes in for whom it signs: "X pour le Bénin".
func (d *doc) holdsBehalf(n int) bool {
	for i := d.actors[n].from + 1; i < d.actors[n].to; i++ {
		if d.units[i].set.has(lexicon.Behalf) {
			return true
		}
	}
	return false
}

// watched is who signs before the eyes of the subject: "les présidents ont regardé A et
// B signer"; -1 if it is nobody known. seen reports that somebody watches.
func (f *frame) watched() (n int, seen bool) {
	d := f.d
	if i := f.g.from - 1; i > f.s.from && d.units[i].actor < 0 && d.units[i].set.has(lexicon.And) && f.g.form&lexicon.Fin != 0 {
		return -1, false // "A saw B and signed with him"
	}
	for i := f.g.from - 1; i >= f.s.from && i > f.g.from-24; i-- {
		u := &d.units[i]
		if u.actor >= 0 {
			continue
		}
		if u.punct == ';' || u.punct == ':' || u.set.any(lexicon.That, lexicon.Who, lexicon.After) {
			return -1, false
		}
		if !d.units[i+1].set.has(lexicon.By) && d.verbsOf(i).Has("watches") {
			return f.watchedActor(i), true
		}
	}
	return -1, false
}

// watchedActor is the object of the verb at unit i before the verb of the frame.
func (f *frame) watchedActor(i int) int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > i && a.to <= f.g.from && a.gov == lexicon.None && a.from <= i+3 {
			return n
		}
	}
	return -1
}

// latecomer is the subject after its verb at the start of a sentence: "Ont signé
// l'accord : A et B"; -1 if the verb does not stand so.
func (f *frame) latecomer() int {
	d := f.d
	if f.g.from > d.afterDateline(f.s) || !f.g.aux && !(f.verb != nil && f.verb.Flags.Has("anaphor") && f.g.form&lexicon.Fin != 0) || f.g.passive() {
		return -1
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.from > f.g.at && a.named && (f.g.aux || a.from <= f.g.at+3) {
			if a.gov == lexicon.None || a.gov == lexicon.For && a.role("states") {
				return n // "Ont signé pour les deux parties MM. A et B"
			}
			return -1
		}
	}
	return -1
}

// signer is the actor that is the subject; without a pronoun also that of "the text A
// and B signed".
func (f *frame) signer() int {
	if n := f.d.units[max(f.g.from-1, f.s.from)].actor; n >= 0 && f.d.units[f.d.actors[n].from].set.has(lexicon.Two) && f.d.actors[n].to-f.d.actors[n].from == 1 && len(f.theTwo(n)) > 0 {
		return n // "conferred with B about an accord, to which both put their names"
	}
	if n := f.latecomer(); n >= 0 {
		return n
	}
	if n := f.subjectActor(); n >= 0 {
		if f.beyondClause(n) || f.ofStranger(n) {
			return -1
		}
		return f.apposed(n)
	}
	if len(f.whoNeeded()) > 0 {
		return f.d.lastBefore(f.g.from, f.s) // "une heure a suffi à A pour signer"
	}
	if n := f.sent(); n >= 0 {
		return n
	}
	n := f.endingAt(f.g.from)
	if n < 0 || !f.d.lex.Options.Fronted || !f.d.actors[n].named || f.d.actors[n].gov != lexicon.None {
		return -1
	}
	if f.contactClause(n) != "" || f.d.groupSize(n) > 2 && !f.d.actors[f.d.groupOf(n)[0]].named {
		return n
	}
	return -1
}

// apposed is who a title without a name right after a comma is of, if it stands after a
// subject: "X, the Secretary Defence, ... signed".
func (f *frame) apposed(n int) int {
	a := &f.d.actors[n]
	if a.named || a.pron != lexicon.None || a.plural || a.from <= f.s.from || f.d.units[a.from-1].punct != ',' {
		return n
	}
	if m := f.endingAt(a.from); m >= 0 && f.d.actors[m].named && f.d.actors[m].subj && f.d.actors[m].next < 0 {
		return m
	}
	return n
}

// contactClause is the document right before the group of actor n.
func (f *frame) contactClause(n int) string {
	from := f.d.actors[f.d.groupOf(n)[0]].from
	for i := from - 1; i >= f.s.from && i > from-6; i-- {
		u := &f.d.units[i]
		if u.punct != 0 || u.actor >= 0 || u.set.has(lexicon.Verb) && !u.set.has(lexicon.Noun) {
			return ""
		}
		if f.isDoc(i) {
			return f.d.textOf(i, from)
		}
	}
	return ""
}

// watchedSigners are those who sign before the eyes of somebody.
func (f *frame) watchedSigners(x *signing, n int) {
	if n >= 0 && len(f.d.actors[n].persons) > 0 {
		if !f.watchThemselves(n) {
			x.persons = append(f.signers(n), f.signedWith()...)
		}
		return
	}
	x.bodies = f.signingBodies()
}

// withWhom is the antecedent of "with whom a programme was signed".
func (f *frame) withWhom() []int {
	for i := f.g.from - 1; i > f.s.from && i > f.g.from-12; i-- {
		u := &f.d.units[i]
		if u.set.has(lexicon.WithWho) {
			return f.whom(i)
		}
		if u.punct != 0 || u.set.either(lexicon.That, lexicon.Who) {
			return nil
		}
	}
	return nil
}

// whom are those whom the relative pronoun at unit i is about, across what is said of them: "held talks with A, in office
// since May, with whom he signed".
func (f *frame) whom(i int) []int {
	d := f.d
	if m := f.endingAt(i); m >= 0 && len(d.group(m)) > 0 {
		return d.group(m)
	}
	for m := d.lastBefore(i, f.s); m >= f.s.actors[0] && d.verbless(d.actors[m].to, i); m-- {
		if d.actors[m].named {
			return d.group(m)
		}
	}
	return nil
}

// cosigners are the signers of a document, with the one of whom the same or the next
// sentence tells that they signed it too.
func (d *doc) cosigners(i int) []int {
	x := d.signs[i]
	if i+1 < len(d.signs) && len(x.persons) == 1 {
		if y := d.signs[i+1]; len(y.persons) == 1 && y.what == x.what && y.sent-x.sent < 2 && y.persons[0] != x.persons[0] {
			return []int{x.persons[0], y.persons[0]}
		}
	}
	return x.persons
}
