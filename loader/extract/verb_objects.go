package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// object is the bare actor after the verb, the antecedent of "que", or the
// object pronoun before the verb.
func (f *frame) object() []int {
	if f.g.object {
		if ps := f.listed(); f.g.objects && len(ps) > 1 {
			return ps // "les a écoutés : d'abord A, puis B"
		}
		return f.objectPronoun()
	}
	if f.invertedSubject() >= 0 {
		if m := f.endingAt(f.g.from - 1); m >= 0 {
			return f.d.group(m)
		}
		return nil
	}
	if ps := f.whomItWas(); len(ps) > 0 {
		return ps
	}
	if ps := f.listed(); len(ps) > 1 {
		return ps
	}
	if f.thingAfter() {
		return nil
	}
	if ps := f.after(f.g.at, lexicon.None); len(ps) > 0 {
		if f.verb.Flags.Has("near") && f.d.units[f.g.at+1].actor < 0 {
			return nil // "thăm gia đình ông X"
		}
		return ps
	}
	if ps := f.sharedObject(); len(ps) > 0 {
		return ps
	}
	n := f.subjectActor()
	if n < 0 {
		return nil
	}
	i := f.d.actors[n].from - 1
	if i <= f.s.from {
		return nil
	}
	if e, ok := f.d.units[i].entry(lexicon.That); !ok || e.Index >= 4 { // "dont", "où": see words.txt
		return nil
	}
	if m := f.antecedentAt(i); m >= 0 {
		return f.d.antecedents(m, i)
	}
	return f.saidToBeGuest(i)
}

// saidToBeGuest is who is said to be what a relative clause at unit i tells of: "A là vị khách đầu tiên mà B tiếp".
func (f *frame) saidToBeGuest(i int) []int {
	d := f.d
	for k := i - 1; k > f.s.from && k > i-8; k-- {
		u := &d.units[k]
		if m := d.units[k-1].actor; d.predicative(k) && m >= 0 && d.actors[m].named && d.actors[m].to == k && d.actors[m].gov == lexicon.None {
			return d.group(m)
		}
		if u.punct != 0 || u.actor >= 0 && d.actors[u.actor].named || u.actor < 0 && u.set.any(lexicon.Verb, lexicon.Not, lexicon.HaveFut, lexicon.Plan) {
			return nil
		}
	}
	return nil
}

// sharedObject is the object that the verb shares with another verb joined to it, which may govern it by a
// preposition: "gặp và chia buồn với B", "received and decorated B".
func (f *frame) sharedObject() []int {
	d, i := f.d, f.g.at+1
	if i+2 >= f.s.to || d.units[i].punct != ',' && !d.units[i].set.has(lexicon.And) || d.units[i].actor >= 0 {
		return nil
	}
	if i++; d.units[i].set.has(lexicon.Adverb) && i+2 < f.s.to {
		i++
	}
	if u := &d.units[i]; u.actor >= 0 || !u.set.has(lexicon.Verb) || d.usedAsNoun(i, f.s) {
		return nil
	}
	if i++; d.units[i].set.has(lexicon.With) && d.units[i].actor < 0 && i+1 < f.s.to {
		i++
	}
	n := d.units[i].actor
	if n < 0 || d.actors[n].from != i || !d.actors[n].named || d.actors[n].prev >= 0 || d.actors[n].gov != lexicon.None && d.actors[n].gov != lexicon.With {
		return nil
	}
	return d.group(n)
}

// articleNext reports an article right after the verb, days aside, before what is nobody and
// no document.
func (f *frame) articleNext() bool {
	i := f.g.at + 1
	for i < f.s.to && (f.d.units[i].date >= 0 || f.d.units[i].set.has(lexicon.Adverb) && f.d.units[i].actor < 0) {
		i++
	}
	return i < f.s.to && f.d.units[i].actor < 0 && f.d.units[i].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss) && !(i+1 < f.s.to && f.isDoc(i+1))
}

// thingAfter reports a thing as the object: "a reçu une montre offerte par B".
func (f *frame) thingAfter() bool {
	d, i := f.d, f.g.at+1
	for i < f.s.to && (d.units[i].date >= 0 || d.units[i].set.has(lexicon.Adverb) && d.units[i].actor < 0) {
		i++
	}
	if i+1 >= f.s.to || d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Indef) {
		return false
	}
	u := &d.units[i+1]
	return u.actor < 0 && u.date < 0 && !u.cap && !u.set.any(lexicon.DayPart, lexicon.First, lexicon.Second, lexicon.Adverb) && !f.isNoun(i+1, "met")
}

// objectPronoun is whom "A est venu ; B l'a reçu" means: who was told of last, but never one of
// the subject's own state if somebody has come to it.
func (f *frame) objectPronoun() []int {
	subject := append(slices.Clone(f.subject()), f.fellows()...)
	if n := f.subjectActor(); n >= 0 && f.d.actors[n].to < f.g.from && slices.ContainsFunc(f.d.units[f.d.actors[n].to:f.g.from], func(u unit) bool { return u.punct == ':' }) {
		return nil // "A s'est excusé : les pluies l'ont retenu"
	}
	ps := f.lastToldOf(subject)
	if f.g.objects || len(subject) == 0 {
		return ps
	}
	return f.d.visitorOf(subject[0], ps, f.k)
}

// lastToldOf is the latest person who is not the subject.
func (f *frame) lastToldOf(subject []int) []int {
	if f.g.form&lexicon.Ger != 0 {
		return nil // "a souhaité plein succès à B en le recevant"
	}
	if f.g.objects {
		return f.objectPronouns(subject)
	}
	if p := f.mainClause(subject); p >= 0 {
		return []int{p}
	}
	may := func(p int) bool { // who is received is no compatriot, whom a later name tells is not meant
		if p >= 0 && f.g.form&lexicon.Fem != 0 && f.d.persons[p].fem < 0 {
			return false // "il l'a reçue": the participle tells of a woman
		}
		return p >= 0 && !slices.Contains(subject, p) && !f.namedLater(p) && !(len(subject) == 1 && f.d.oneSide([]int{p, subject[0]}))
	}
	if p := f.d.stillReceived(f.k, f.c); may(p) {
		return []int{p}
	}
	if p := f.ownerReceived(); may(p) {
		return []int{p}
	}
	if p := f.c.earlier - 1; f.c.before == f.k-1 && may(p) {
		return []int{p} // the subject of the sentence before
	}
	if g := f.c.guest - 1; g >= 0 && f.verb != nil && (f.verb.Flags.Has("host") || f.verb.Flags.Has("awaits")) && (may(g) || f.namedLater(g)) {
		return []int{g} // who came is received
	}
	// whom the story is about
	for _, p := range []int{f.c.subject, f.c.earlier - 1} {
		if may(p) {
			return []int{p}
		}
	}
	if f.g.form&lexicon.Fem == 0 && f.rivals(subject) > 1 {
		return nil
	}
	for i := len(f.c.recent) - 1; i >= 0; i-- {
		if may(f.c.recent[i]) {
			return f.c.recent[i : i+1 : i+1]
		}
	}
	return nil
}

// fellows are those whom "and" joins to the subject across what is said of them: "A, tête de
// liste, et B, responsable de C, l'ont reçu".
func (f *frame) fellows() []int {
	n := f.subjectActor()
	if n < 0 {
		return nil
	}
	i := f.d.joint(f.d.actors[n].from-1, f.s)
	if i < 0 {
		return nil
	}
	m := f.d.lastBefore(i+1, f.s)
	if m < f.s.actors[0] || !f.d.actors[m].subj || !f.d.verbless(f.d.actors[m].to, i+1) {
		return nil
	}
	return f.d.group(m)
}

// objectPronouns are the last two persons told of in one breath: "les a reçus".
func (f *frame) objectPronouns(subject []int) []int {
	if slices.ContainsFunc(f.c.group, func(p int) bool { return slices.Contains(subject, p) }) {
		return nil
	}
	return f.c.group
}

// rivals is how many persons told of in the sentence before or in this one the object
// pronoun could mean.
func (f *frame) rivals(subject []int) (n int) {
	for _, p := range f.c.recent {
		if !slices.Contains(subject, p) && !f.namedLater(p) && f.d.toldSince(p, f.k-1) {
			n++
		}
	}
	return n
}

// toldSince reports a mention of p by name from sentence k on.
func (d *doc) toldSince(p, k int) bool {
	return slices.ContainsFunc(d.persons[p].names, func(n int) bool { return d.names[n].sent >= k && d.names[n].sent <= k+1 })
}

// namedLater reports that the sentence names p, and only after the verb.
func (f *frame) namedLater(p int) bool {
	later := false
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.named && slices.Contains(a.persons, p) {
			if a.from < f.g.at {
				return false
			}
			later = true
		}
	}
	return later
}

// mainClause is the only subject before a clause of place in the sentence: "A a quitté Ramallah, où
// B l'avait reçu"; -1 for none.
func (f *frame) mainClause(subject []int) int {
	n := f.subjectActor()
	at := f.g.from
	if n >= 0 && f.d.actors[n].from < at {
		at = f.d.actors[n].from
	}
	if n < 0 || at == f.s.from || !f.d.units[at-1].set.has(lexicon.That) {
		return -1
	}
	for m := f.d.lastBefore(at, f.s); m >= f.s.actors[0]; m-- {
		if a := &f.d.actors[m]; a.subj && len(a.persons) == 1 && a.prev < 0 && a.next < 0 && !slices.Contains(subject, a.persons[0]) && !f.d.hidden(m, f.g.from) {
			return a.persons[0]
		}
	}
	return -1
}

// fromHands are those out of whose hands the subject takes something: "a reçu des mains de
// B un message". See words.txt.
func (f *frame) fromHands() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from <= f.g.at || a.gov != lexicon.By || a.prev >= 0 {
			continue
		}
		if e, ok := f.d.units[a.from-1].entry(lexicon.By); ok && e.Index == 2 && !f.d.clauseEnds(f.g.at+1, a.from) {
			return f.d.group(n)
		}
	}
	return nil
}

// mainObject is whom the subject that was received hears, thanks or answers: "Reçu au
// palais, X a entendu le président dire".
func (f *frame) mainObject() []int {
	n := f.subjectAfter()
	if n < 0 {
		return nil
	}
	i := f.d.groupEnd(n)
	if i < f.s.to && f.d.units[i].punct == ',' { // a relative clause
		for i++; i < f.s.to && f.d.units[i].punct != ','; i++ {
		}
		i++
	}
	v := f.d.verbAfter(i, f.s)
	if v < 0 || !f.d.units[v].set.has(lexicon.Verb) {
		return nil
	}
	if ps := f.after(v, lexicon.None); len(ps) == 1 {
		return ps
	}
	return f.after(v, lexicon.To)
}

// moreObjects are those whom "and" joins to the object across a date: "met A on Monday
// and B the day before".
func (f *frame) moreObjects(ps []int) []int {
	d := f.d
	if len(ps) == 0 {
		return ps
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at || !slices.Contains(a.persons, ps[len(ps)-1]) || a.gov != lexicon.None {
			continue
		}
		for m := d.lastOf(n) + 1; m < f.s.actors[1] && a.pron == lexicon.None; m++ {
			if d.afterThem(m, f.s) {
				m++
			} else if !d.goesOnLater(m, f.s) && !f.receivedWith(m, ps) && !(d.actors[m].gov == lexicon.None && d.nextInRow(d.actors[m-1].to, m, f.s)) {
				break
			}
			ps = append(slices.Clone(ps), d.group(m)...)
		}
		break
	}
	return ps
}

// receivedWith reports somebody of a third state at actor m, received together with the object right before: "received A together
// with B of Austria".
func (f *frame) receivedWith(m int, ps []int) bool {
	d, b := f.d, &f.d.actors[m]
	host := f.subject()
	return f.verb != nil && f.verb.Flags.Has("host") && b.gov == lexicon.Beside && b.named && len(b.persons) == 1 && len(host) == 1 && d.doesTheSame(m) &&
		d.adjuncts(d.actors[m-1].to, b.from-1) && d.toldApart(host[0], b.persons[0]) && d.toldApart(ps[0], b.persons[0])
}

// afterThem reports "and after him X" at actor m, with nothing said of X: the next one to whom the same is done.
func (d *doc) afterThem(m int, s sentence) bool {
	a := &d.actors[m]
	i := a.from - 2
	if m+1 >= s.actors[1] || a.pron == lexicon.None || i <= s.from || !d.units[i+1].set.either(lexicon.After, lexicon.That) || !d.units[i].set.has(lexicon.And) {
		return false
	}
	b := &d.actors[m+1]
	end := d.pastComma(d.groupEnd(m+1), s)
	return b.named && b.gov == lexicon.None && b.from == a.to && b.prev < 0 && (end >= s.to || !d.predicate(end))
}

// goesOnLater reports a name that "and", or only a time of its own, joins to the one before, or the next of a row of
// them: "A on Monday and B the day before", "A in the morning, B in the afternoon", "A in Rome, B in Paris and C in Bonn".
func (d *doc) goesOnLater(m int, s sentence) bool {
	b, from, end := &d.actors[m], d.actors[m-1].to, d.groupEnd(m)
	and := slices.ContainsFunc(d.units[from:b.from], func(u unit) bool { return u.set.has(lexicon.And) })
	row := func() bool { return d.clauseOver(end, s) || m+1 < s.actors[1] && d.goesOnLater(m+1, s) }
	joined := d.dated(from, b.from) && (and || row()) || and && d.occasionBefore(from, b.from)
	return b.named && b.gov == lexicon.None && b.prev < 0 && joined && (end >= s.to || !d.predicate(end))
}

// occasionBefore reports nothing among some units but "and" and the occasion of what comes next: "A puis, au cours
// d'un déjeuner, B".
func (d *doc) occasionBefore(from, to int) bool {
	for i := from; i < to; i++ {
		if j := d.pastOccasion(i, to); j > i {
			return j == to-1
		}
		if u := &d.units[i]; u.punct != ',' && !u.set.has(lexicon.And) {
			return false
		}
	}
	return false
}

// pastOccasion is the comma that ends words at unit i for the occasion of what comes next: "A puis, au cours d'un
// déjeuner, B"; i itself if there are none.
func (d *doc) pastOccasion(i, to int) int {
	u := &d.units[i]
	if !u.set.has(lexicon.After) && !(u.set.has(lexicon.In) && d.anyNoun(i+2, min(i+4, to), "met")) || i == 0 || d.units[i-1].punct != ',' && !d.units[i-1].set.has(lexicon.And) {
		return i
	}
	for j := i + 1; j < to && j < i+8; j++ {
		if u := &d.units[j]; u.punct == ',' {
			return j
		} else if u.actor >= 0 || u.punct != 0 || !d.verbless(j, j+1) {
			break
		}
	}
	return i
}

// laterSubjects adds a claim for who did the same to an object pronoun at another time: "A
// received her in the morning, and B in the afternoon".
func (f *frame) laterSubjects(cl claim) {
	d := f.d
	for n := f.s.actors[0]; n+1 < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from == f.g.at+1 && a.pron != lexicon.None && !a.subj && len(a.persons) == 1 && slices.Equal(cl.right, a.persons) && d.goesOnLater(n+1, f.s) {
			cl.left = d.group(n + 1)
			d.emit(cl, f.g.at, f.verb.Flags.Has("remote"), f.verb.Flags.Has("weak"))
		}
	}
}

// clauseOver reports the end of a sentence or of a part of it at unit i.
func (d *doc) clauseOver(i int, s sentence) bool {
	return i >= s.to || d.units[i].punct == '.' || d.units[i].punct == ';'
}

// dated reports units that hold a date or, where no article helps, a place, and besides only
// places and small words.
func (d *doc) dated(from, to int) bool {
	date := false
	for i := from; i < to; i++ {
		u := &d.units[i]
		time := d.isNoun(i, "time", "outing")                                      // "two hours later", "on his last day"
		meal := i > from && d.units[i-1].set.has(lexicon.In) && d.isNoun(i, "met") // "at lunch"
		date = date || time || meal || u.date >= 0 || u.set.any(lexicon.Weekday, lexicon.Today, lexicon.Yesterday, lexicon.DayPart) || u.set.has(lexicon.Place)
		to := u.set.has(lexicon.To) && i+1 < to && d.units[i+1].set.has(lexicon.Place) // "à Paris"
		if u.date < 0 && !time && !to && !(u.set.has(lexicon.Indef) && d.isNoun(i+1, "time")) && !meal && !d.isNoun(i, "along") && u.punct != ',' && u.punct != ';' && !u.set.any(lexicon.Adverb, lexicon.In, lexicon.Place, lexicon.Prep, lexicon.DayPart, lexicon.Def, lexicon.Poss, lexicon.And, lexicon.Numeral) {
			return false
		}
	}
	return date
}

// objectNext reports an object right after the verb: in "hội kiến A, hội đàm với B"
// the first is with A.
func (f *frame) objectNext() bool {
	if f.g.passive() || f.g.at+1 >= f.s.to {
		return false
	}
	n := f.d.units[f.g.at+1].actor
	return n >= 0 && f.d.actors[n].gov == lexicon.None && !f.d.actors[n].subj
}

// objectNextTo reports an actor right after the verb.
func (f *frame) objectNextTo() bool {
	if f.g.at+1 >= f.s.to {
		return false
	}
	n := f.d.units[f.g.at+1].actor
	return n >= 0 && f.d.actors[n].gov == lexicon.None && f.d.actors[n].named
}

// thingNext reports words right after the verb that are its object and nobody known:
// "hai vị gặp gỡ vợ con các cựu binh" tells of no meeting of the two.
func (f *frame) thingNext() bool {
	if f.g.at+1 >= f.s.to {
		return false
	}
	u := &f.d.units[f.g.at+1]
	return u.actor >= 0 || u.kind == text.Word && u.date < 0 && !u.known() && !u.cap
}

// orOneOfThem are persons ps, or without them those who are named of a group behind the verb: "gặp lãnh đạo các nhóm nghị sĩ,
// trong đó có A".
func (f *frame) orOneOfThem(ps []int) []int {
	const reach = 16
	d := f.d
	if len(ps) > 0 {
		return ps
	}
	if f.verb.Event != "met" || d.endsWith(&d.units[f.g.at], lexicon.Prep) {
		return nil // "trao đổi về các đối tác, trong đó có A"
	}
	for i := f.g.at + 1; i+2 < f.s.to && i < f.g.at+reach; i++ {
		u := &d.units[i]
		switch {
		case u.punct == ',' && i > f.g.at+1 && d.units[i+1].set.has(lexicon.Including) && d.units[i+1].actor < 0:
			if n := d.units[i+2].actor; n >= 0 && d.actors[n].named && d.actors[n].from == i+2 && !d.verbAfterGroup(n) && !(d.groupEnd(n) < f.s.to && d.predicate(d.groupEnd(n))) {
				return d.group(n)
			}
			return nil
		case u.actor >= 0 && d.actors[u.actor].named, u.punct != 0:
			return nil
		case u.actor >= 0 || u.set.either(lexicon.Behalf, lexicon.Serving) || f.verb.Slots.Has("to") && u.set.has(lexicon.To):
		case d.clauseEnds(i, i+1) || u.set.any(lexicon.Prep, lexicon.To, lexicon.By):
			return nil
		}
	}
	return nil
}
