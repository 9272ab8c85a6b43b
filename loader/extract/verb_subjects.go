package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// oneWho is the noun that makes a relative clause of the verb, where the language
// has no pronoun for it: "A, người vừa thăm X và gặp B", "A là người tiếp B"; -1
// if there is none, or if a comma has closed its clause.
func (f *frame) oneWho() int {
	d := f.d
	for i := f.g.from - 1; i > f.s.from; i-- {
		u := &d.units[i]
		switch {
		case u.punct != 0 || u.actor >= 0 && d.actors[u.actor].named && d.actors[u.actor].subj && d.actors[u.actor].to == f.g.from:
			return -1 // "là người đầu tiên A gặp": A does
		case d.whoever(i) && i-2 > f.s.from && d.units[i-1].set.has(lexicon.Numeral) && d.units[i-2].punct == ',':
			return i - 1 // "A và B, những người đã cùng nhau đàm phán"
		case d.whoever(i) && (d.units[i-1].punct == ',' || d.predicative(i-1) || i == f.g.from-1):
			if d.predicative(i - 1) {
				return i - 1
			}
			return i
		}
	}
	return -1
}

// whoever reports "người" as the head of a relative clause: nobody is named by it.
func (d *doc) whoever(i int) bool {
	u := &d.units[i]
	e, ok := u.entry(lexicon.Role)
	return ok && u.name < 0 && d.lex.Roles[e.Index].Flags.Has("persons") && (u.actor < 0 || len(d.actors[u.actor].persons) == 0)
}

// someoneWho reports "người" as the head of a relative clause among units [from, to).
func (d *doc) someoneWho(from, to int) bool {
	for i := from; i < to; i++ {
		if d.whoever(i) && d.units[i].actor < 0 {
			return true
		}
	}
	return false
}

// pastWho is the unit after ", người sắp rời nhiệm sở," at unit i, else i.
func (d *doc) pastWho(i int, s sentence) int {
	if i+1 >= s.to || d.units[i].punct != ',' || !d.whoever(i+1) {
		return i
	}
	for j := i + 2; j < s.to && d.units[j].actor < 0 && j < i+14; j++ {
		if d.units[j].punct == ',' {
			return j
		}
	}
	return i
}

// copulaSubject is the subject told last by "to be": "Chủ trì lễ đón B là A".
func (f *frame) copulaSubject() int {
	d := f.d
	if !f.nobodyBefore() {
		return -1
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.from > f.g.at+1 && a.prev < 0 && (n == f.s.actors[0] || !d.actors[n-1].plural || !d.thatAre(&d.actors[n-1], a)) && (d.predicative(a.from-1) || f.verb != nil && (f.verb.Flags.Has("cochair") || f.verb.Flags.Has("host") || f.verb.Slots.Has("with")) && d.units[d.beforeColon(a.from-1)].set.has(lexicon.Support)) {
			if d.clauseEnds(f.g.at+1, d.beforeColon(a.from-1)) && !d.firstOne(f.s) || !a.named && len(a.persons) == 0 {
				return -1
			}
			return n
		}
	}
	return -1
}

// firstOne reports a sentence that begins with "người đầu tiên", "Vị khách nước ngoài cuối cùng": what "to be" tells last is
// who did what comes between, however long.
func (d *doc) firstOne(s sentence) bool {
	i := s.from
	if n := d.units[i].actor; !d.whoever(i) && (n < 0 || d.actors[n].named || !d.actors[n].role("guest") && !d.actors[n].role("leader")) {
		return false
	}
	for i++; i < s.to && i < s.from+6 && d.units[i].punct == 0; i++ {
		if u := &d.units[i]; u.set.any(lexicon.First, lexicon.Second, lexicon.LastTime, lexicon.Nth) {
			return true
		} else if u.set.either(lexicon.Verb, lexicon.Passive) && u.actor < 0 || u.actor >= 0 && d.actors[u.actor].named {
			return false
		}
	}
	return false
}

// nobodyBefore: no person stands before the verb in its sentence or, after a
// semicolon, its part of it.
func (f *frame) nobodyBefore() bool {
	for i := f.g.from - 1; i >= f.s.from && f.d.units[i].punct != ';'; i-- {
		if (i == f.s.from || f.d.units[i-1].punct == ',') && f.d.whoever(i) {
			return true // "ở nơi bà đến, người đón bà là X"
		}
		if n := f.d.units[i].actor; n >= 0 && n != f.companion-1 && !f.d.actors[n].role("persons") && !(f.d.actors[n].from == f.s.from && f.d.firstOne(f.s)) {
			return false
		}
	}
	return true
}

// speaker is the subject that follows its verb after words reported: ", lui a
// déclaré A", -1 if the verb does not stand so.
func (f *frame) speaker() int {
	at, d := f.g.from-1, f.d
	if f.verb == nil || !f.verb.Flags.Has("speech") || !f.g.have || f.g.at+1 >= f.s.to {
		return -1
	}
	if at > f.s.from && d.pronounUnit(at) {
		at--
	}
	next := d.pastPlaces(f.g.at+1, f.s) // ", a déclaré mardi à Téhéran A"
	if next >= f.s.to {
		return -1
	}
	n := d.units[next].actor
	if at > f.s.from && d.units[at-1].actor >= 0 && d.actors[d.units[at-1].actor].subj && !f.closed(at) || f.afterRelative(at) {
		return -1 // "A, ministre, a informé B", "A, qui préside C, a informé B"
	}
	if at <= f.s.from || n < 0 || d.actors[n].from != next || d.actors[n].gov != lexicon.None || d.units[at].punct != ',' && !strings.ContainsRune("\"”»’", firstRune(d.textOf(at, at+1))) {
		return -1
	}
	return n
}

// afterRelative reports a comma at unit i that closes the relative clause of the subject with
// which the sentence begins.
func (f *frame) afterRelative(i int) bool {
	for i--; i > f.s.from; i-- {
		if u := &f.d.units[i]; u.set.has(lexicon.Who) && u.actor < 0 {
			n := f.endingAt(i)
			return n >= 0 && f.d.actors[n].subj && !f.closed(f.d.actors[n].from)
		}
	}
	return false
}

// closed reports a whole clause before unit at: "A recevra B, a indiqué C à D".
func (f *frame) closed(at int) bool {
	told := false
	for i := f.s.from; i < at; i++ {
		u := &f.d.units[i]
		if u.actor >= 0 && f.d.actors[u.actor].named {
			continue
		}
		if u.set.either(lexicon.Who, lexicon.That) {
			return false
		}
		e, ok := u.entry(lexicon.Verb)
		told = told || u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut) || ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0
	}
	return told
}

// whoNobody reports a relative clause among units [from, to) of somebody who is no actor: what
// is told in it is not of who stands before.
func (d *doc) whoNobody(from, to int) bool {
	for i := from + 1; i < to && d.units[from].punct != ','; i++ {
		if d.units[i].set.has(lexicon.Who) && d.units[i-1].actor < 0 && (d.units[i-1].punct != ',' || i-2 > from && d.units[i-2].actor < 0 && d.units[i-2].cap) {
			return true
		}
	}
	return false
}

// saidOfOthers reports a clause without a conjunction that a verb of speech behind unit from opens, and whose own subject, a noun
// for nobody known, stands before the verb: "A cho biết đối tác đã ký", "A said investors had signed".
func (f *frame) saidOfOthers(from int) bool {
	d, v := f.d, f.g.from-1
	if f.g.form&lexicon.Fin == 0 && !f.g.have || d.units[f.g.from].set.has(lexicon.Passive) { // "chia sẻ niềm vui được gặp B"
		return false
	}
	for ; v > from && !d.verbsOf(v).Has("clause"); v-- {
		if u := &d.units[v]; u.actor >= 0 || u.punct != 0 && u.punct != ':' || governor(u) != lexicon.None && governor(u) != lexicon.Of && !u.set.has(lexicon.Side) || u.set.any(lexicon.That, lexicon.Who, lexicon.And, lexicon.Or, lexicon.After) {
			return false
		}
	}
	if v < from || !d.verbsOf(v).Has("clause") || d.units[v].actor >= 0 {
		return false
	}
	for i := v + 1; i < f.g.from; i++ {
		u := &d.units[i]
		switch {
		case u.punct == ':' || u.date >= 0 || u.set.any(lexicon.Def, lexicon.Indef, lexicon.Dem, lexicon.Poss, lexicon.Numeral, lexicon.Two, lexicon.Adverb) || d.adverbLike(i, f.s):
		default:
			return u.kind == text.Word && !d.predicate(i) && (u.set.has(lexicon.Side) || !u.set.has(lexicon.Behalf)) && !u.set.any(lexicon.Not, lexicon.Done, lexicon.Passive, lexicon.Cancel, lexicon.Refl, lexicon.Support) && !f.isDoc(f.g.from-1)
		}
	}
	return false
}

// hidden reports an actor that cannot be the subject of a verb at unit v
// because it lies in brackets or in a relative clause that has ended.
func (d *doc) hidden(n, v int) bool {
	depth := 0
	for i := d.actors[n].to; i < v; i++ {
		switch d.units[i].punct {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return depth < 0 || d.aside(n, v) || d.insideWho(n, v)
}

// doneTo reports actor n as the object of a participle before it, across when and where something was done to it: "A a reçu
// mardi à Rome B". Behind a conjunction and behind words that are reported the subject may stand there,
// and the one of the main clause behind a comma.
func (d *doc) doneTo(n int, s sentence) bool {
	to := d.actors[n].from
	for v := to - 2; v > s.from+2 && v > to-10 && d.units[v].actor < 0; v-- {
		if d.units[v].set.has(lexicon.Verb) && d.units[v-1].set.has(lexicon.Have) {
			before := &d.units[v-2]
			reported := before.punct != 0 && (d.units[v-3].punct != 0 || d.verbsOf(v).Has("speech") || d.verbsOf(v).Has("clause"))
			apart := d.units[to-1].punct == ',' && !slices.ContainsFunc(d.units[v+1:to-1], func(u unit) bool { return u.punct == ',' })
			return d.pastPlaces(v+1, s) == to && !before.set.has(lexicon.That) && !reported && !apart
		}
	}
	return false
}

// whoOpens is the relative pronoun right behind a comma that opens the clause in which unit i stands, with no other mark
// between; -1 for none.
func (d *doc) whoOpens(i int, s sentence) int {
	for i--; i > s.from && d.units[i].punct == 0; i-- {
		if d.units[i].set.has(lexicon.Who) && d.units[i].actor < 0 {
			if d.units[i-1].punct == ',' {
				return i
			}
			return -1
		}
	}
	return -1
}

// insideWho reports an actor told last in a relative clause behind a comma, which another one closes before unit v: "A,
// qui avait vu B, a eu une réunion".
func (d *doc) insideWho(n, v int) bool {
	a := &d.actors[n]
	return d.whoOpens(a.from, d.sents[a.sent]) >= 0 && slices.ContainsFunc(d.units[a.to:v], isComma)
}

// aside reports the subject of a relative clause that a comma has closed before
// unit v: "X, dont le pays préside le forum, a reçu Y".
func (d *doc) aside(n, v int) bool {
	i := d.actors[n].from - 1
	if i < 2 || !d.units[i].set.any(lexicon.That, lexicon.WithWho, lexicon.ToWho) || d.units[i-1].punct != ',' && !(governor(&d.units[i-1]) != lexicon.None && d.units[i-2].punct == ',') { // ", from whom Y took over,"
		return false
	}
	verb := false
	for i = d.pastRelative(d.actors[n].to, v); i < v; i++ { // "avec qui A, qui est arrivé lundi, a parlé"
		u := &d.units[i]
		e, ok := u.entry(lexicon.Verb)
		verb = verb || u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut) || ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0
		if verb && u.punct == ',' {
			return true
		}
	}
	return false
}

// opening reports a participle that opens its sentence: "Reçu mardi par X, Y".
func (f *frame) opening() bool {
	for i := f.s.from; i < f.g.from; i++ {
		u := &f.d.units[i]
		if u.actor >= 0 || u.set.has(lexicon.Verb) && i < f.g.from-1 {
			return false
		}
	}
	return f.g.from-f.s.from < 8
}

// subjectAfter is the first actor after the verb that is the subject of the
// main clause.
func (f *frame) subjectAfter() int {
	object := -1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from > f.g.at && a.gov == lexicon.None && !f.inObject(n) && (a.subj && f.d.units[a.from-1].punct == ',' || f.d.units[a.from-1].set.has(lexicon.Honorific) && f.d.units[a.from-2].punct == ',') {
			if object < 0 && f.takesObject() && f.d.adjuncts(f.g.at+1, a.from) {
				object = n // "Après avoir reçu, lundi, A, B a gagné l'aéroport"
				continue
			}
			return n
		}
	}
	return object
}

// inObject reports one of a list whose head is the object: "En réunissant les deux ministres, A et B, X a".
func (f *frame) inObject(n int) bool {
	head := f.d.groupOf(n)[0]
	return head != n && f.takesObject() && f.d.actors[head].from > f.g.at && f.d.adjuncts(f.g.at+1, f.d.actors[head].from)
}

// takesObject reports a verb in a voice that has a bare object.
func (f *frame) takesObject() bool {
	return f.verb != nil && (f.verb.Slots.Has("obj") || f.verb.Slots.Has("gathers")) && !f.g.passive() && !f.g.refl
}

// inherited is the subject of a sentence that has none of its own: a fragment
// or a headline.
func (f *frame) inherited() []int {
	if f.verb != nil && f.verb.Flags.Has("impersonal") { // "Avec B, il a été question de"
		return f.goesOn()
	}
	if f.c == nil || f.c.subject < 0 {
		return nil // also of a frame that asks of its own sentence alone
	}
	before := f.g.from - 1
	headline := f.g.bare && f.opening() && (before < f.s.from || f.d.units[before].kind != text.Word || f.d.units[before].known()) // not "la somme reçue par B"
	if headline || f.subjectLeftOut() {
		return []int{f.c.subject}
	}
	return nil
}

// subjectLeftOut reports a sentence without a subject that starts with a verb, words of time and
// place aside, in a language that may go on so: "Sáng gặp A, chiều tiếp B".
func (f *frame) subjectLeftOut() bool {
	d := f.d
	if f.g.passive() || f.verb == nil || slices.ContainsFunc(d.actors[f.s.actors[0]:f.s.actors[1]], func(a actor) bool { return a.subj && len(a.persons) > 0 }) {
		return false
	}
	for i := f.s.from; i <= f.g.from; i++ {
		u := &d.units[i]
		if u.actor < 0 && u.date < 0 && u.set.has(lexicon.Verb) && !u.set.either(lexicon.Adverb, lexicon.DayPart) {
			return d.isVerb(i, "met")
		}
		if u.punct != ',' && u.date < 0 && !u.set.any(lexicon.DayPart, lexicon.Adverb, lexicon.In, lexicon.Place, lexicon.Have) {
			return false
		}
	}
	return false
}

// whoNeeded are those whom something before them let do what the verb tells: "une heure a
// suffi à A et B pour s'entendre", "le sommet a permis à A d'être reçu par B", "a été pour A
// l'occasion de voir B".
func (f *frame) whoNeeded() []int {
	n := f.d.lastBefore(f.g.from, f.s)
	if n < f.s.actors[0] || f.g.form&lexicon.Inf == 0 && !f.toBeDone() {
		return nil
	}
	a, to := &f.d.actors[f.d.groupOf(n)[0]], f.d.actors[n].to
	given := f.given(to) && (a.gov == lexicon.To || a.gov == lexicon.For || f.d.pronounUnit(a.from) && f.d.realised(to, f.g.from)) // "lui a donné l'occasion de"
	if !given && (f.g.from-to > 2 || !f.enabled(a.from)) || !f.d.realised(max(f.s.from, a.from-8), a.from) {
		return nil
	}
	f.g.done, f.g.purpose, f.g.plan = true, false, false
	if f.c != nil && f.d.pronounUnit(a.from) {
		if p := f.d.theVisitor(f.k, f.c); p >= 0 {
			return []int{p} // not who was told last to be with him
		}
	}
	return f.d.group(n)
}

// toBeDone reports a passive infinitive: "d'être reçu".
func (f *frame) toBeDone() bool {
	return f.g.be && !f.g.have && f.g.from > f.s.from && f.d.units[f.g.from-1].set.has(lexicon.Of)
}

// enabled reports words before whoever starts at unit i that say that he could do what comes:
// see words.txt.
func (f *frame) enabled(i int) bool {
	if e, ok := f.d.units[max(i-1, f.s.from)].entry(lexicon.Done); ok && e.Index == 6 {
		return true
	}
	for k := i - 2; k >= f.s.from && k > i-10; k-- {
		if e, ok := f.d.units[k].entry(lexicon.Done); ok && e.Index == 3 {
			return f.d.units[i-1].set.has(lexicon.To)
		}
	}
	return false
}

// subjectBehind is the subject of an inverted sentence: "Receiving X was Y".
func (f *frame) subjectBehind() int { return f.d.wasBehind(f.g.at, f.s) }

// wasBehind is the first actor behind unit at and a verb of being, -1 for none. A comma before that verb parts, unless
// the sentence begins with words for one of several: "Among those who met A, the minister, was B".
func (d *doc) wasBehind(at int, s sentence) int {
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= at+1 || a.gov != lexicon.None || a.prev >= 0 {
			continue
		}
		if d.units[a.from-1].set.has(lexicon.Be) && (d.units[a.from-2].punct != ',' || d.oneOfSeveral(s)) {
			return n
		}
	}
	return -1
}

// oneOfSeveral reports a sentence that begins with "among those who" or "the first to".
func (d *doc) oneOfSeveral(s sentence) bool {
	return d.units[s.from].set.meets(someOfMany) || s.from+1 < s.to && d.units[s.from+1].set.meets(someOfMany)
}

var someOfMany = classes(lexicon.Between, lexicon.Done, lexicon.First)

// lostAccent reports a preposition of place that has lost its accent and looks like an
// auxiliary: "reçu mardi a Hue par X".
func (d *doc) lostAccent(i int) bool {
	return i+1 < len(d.units) && d.units[i].set.has(lexicon.Have) && d.units[i+1].cap && d.units[i+1].set.either(lexicon.Place, lexicon.Country)
}

// afterDeterminer reports a word after an article where words have them: a noun in
// this place, though a verb by form: "a ouvert sa porte à X".
func (d *doc) afterDeterminer(i int) bool {
	return i > 0 && d.lex.Options.Article && d.units[i-1].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Contracted) && d.units[i-1].actor < 0
}

// predicative reports the verb "to be" and no auxiliary at unit i, or before the day told there:
// what follows is a noun.
func (d *doc) predicative(i int) bool {
	if i < 0 || i >= len(d.units) {
		return false
	}
	for i > 0 && d.units[i].date >= 0 && d.units[i].actor < 0 {
		i-- // "L'hôte de A était mardi B"
	}
	return d.units[i].set.has(lexicon.Be) && d.units[i].actor < 0
}

// beforeColon is the unit before "các đồng chí:" that ends at unit i, and i itself where no
// list begins behind a colon.
func (d *doc) beforeColon(i int) int {
	if i < 2 || d.units[i].punct != ':' || !d.lex.Options.Bare {
		return i
	}
	if i--; d.units[i].set.has(lexicon.Honorific) {
		i--
	}
	return i
}

// invertedSubject is the subject right after its verb in a relative clause: "où l'a
// reçu A", "que recevait A", "que vient de signer A"; -1 if the clause is none.
func (f *frame) invertedSubject() int {
	d := f.d
	if f.verb == nil || f.g.from == f.s.from || !d.units[f.g.from-1].set.has(lexicon.That) && !f.awaitedThere() || !d.lex.Options.Gendered || f.g.passive() || f.g.form&(lexicon.Fin|lexicon.PP) == 0 && (!f.g.done || f.g.purpose) {
		return -1
	}
	return f.rightBehind()
}

// awaitedThere reports words of place at the start of the sentence before a verb of waiting
// and its object pronoun: "Au pied de la passerelle l'attendait A".
func (f *frame) awaitedThere() bool {
	if !f.verb.Flags.Has("awaits") || !f.g.object || governor(&f.d.units[f.s.from]) == lexicon.None {
		return false
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.to <= f.g.from && a.subj {
			return false
		}
	}
	return f.d.verbless(f.s.from, f.g.from)
}

// guestsMeant reports a subject that elsewhere stands for the two sides of a meeting, but here for those
// who are received, none of whom need have a name: "Les hôtes ont été accueillis par B".
func (f *frame) guestsMeant() bool {
	n := f.subjectActor()
	return n >= 0 && f.verb.Flags.Has("host") && f.d.actors[n].side && !f.d.actors[n].two && f.d.countOf(&f.d.actors[n]) == 0 && f.d.lex.Options.Article
}

// beforeAdjective is the unit before an article and words that the lexicon does not know, up to unit i, in a language
// whose adjectives stand before a name: "A visibly tired X met"; i if there are none.
func (d *doc) beforeAdjective(i int, s sentence) int {
	j := i
	for j > s.from && j > i-2 && d.units[j].kind == text.Word && !d.units[j].known() && !d.units[j].cap {
		j--
	}
	if j == i || !d.lex.Options.Premodifier || !d.units[j].set.has(lexicon.Indef) || i+1 >= s.to || d.units[i+1].name < 0 {
		return i
	}
	return j - 1
}
