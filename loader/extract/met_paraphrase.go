package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// timeObject reports a length of time as the object of the verb, right after it or
// after whom it is given to: "devoted an hour to X", "gave X forty minutes"; not
// "spoke to X for an hour".
func (f *frame) timeObject() bool {
	if n := f.subjectActor(); n >= 0 && f.d.actors[n].to <= f.g.from { // "the hour that X devoted to Y"
		if i := f.d.actors[n].from - 1; i > f.s.from && f.d.units[i].set.has(lexicon.That) && f.isNoun(i-1, "time") {
			return true
		}
	}
	for i := f.g.at + 1; i < f.s.to && i < f.g.at+14; i++ {
		if f.isNoun(i, "time") {
			j := i - 1
			for j > f.g.at && f.d.measures(j) {
				j--
			}
			return j == f.g.at || f.d.units[j].actor >= 0
		}
	}
	return false
}

// measures reports a word that goes before a length of time: "the better part of an",
// "some 40".
func (d *doc) measures(i int) bool {
	u := &d.units[i]
	if u.actor >= 0 || u.punct != 0 && u.punct != '-' {
		return false
	}
	return governor(u) == lexicon.None || u.set.has(lexicon.Of)
}

// lasted reports a length of time, or a table, anywhere after the verb.
func (f *frame) lasted() bool {
	for i := f.s.from; i < f.s.to; i++ {
		if f.isNoun(i, "time", "table") || i > f.s.from && f.d.units[i].date >= 0 && f.d.units[i-1].set.has(lexicon.Of) { // "for the better part of Monday"
			return true
		}
	}
	return false
}

// together reports a word like "together", or one table, after the verb.
func (f *frame) together() bool {
	for i := f.g.at + 1; i < f.s.to; i++ {
		if (f.d.units[i].set.has(lexicon.Each) || f.isNoun(i, "table")) && f.d.units[i].actor < 0 {
			return true
		}
	}
	return false
}

// fulfils reports that the sentence holds what the verb needs beside its two sides.
func (f *frame) fulfils(cl claim) bool {
	flags := f.verb.Flags
	switch {
	case f.likened():
		return false
	case flags.Has("time"):
		return f.timely(cl.among)
	case flags.Has("along"):
		return f.takenAlong()
	case flags.Has("paid"):
		return f.visitPaid()
	case flags.Has("gift"):
		return false
	case flags.Has("door"):
		return f.opensDoor()
	case flags.Has("rings"):
		return f.objectOnly()
	case flags.Has("byphone"):
		return f.phoneAfter()
	case flags.Has("upon"):
		return f.agreedNext()
	case flags.Has("farewell"):
		return f.saysFarewell()
	case flags.Has("alone"):
		return cl.among && len(cl.left) == 2 && f.namedPair() && f.d.apart(cl.left[:1], cl.left[1:])
	case flags.Has("topic"):
		return f.topicNext() && cl.among && len(cl.left) == 2 && f.namedPair() && f.d.apart(cl.left[:1], cl.left[1:])
	case flags.Has("joint"):
		return !cl.among || f.together()
	case flags.Has("stays"):
		return f.lasted()
	case flags.Has("paired"):
		return cl.among && f.withPronoun() && f.namedPair() && len(cl.left) == 2 && f.d.twoOrigins(cl.left[0], cl.left[1])
	case flags.Has("named"):
		if f.afar(f.s.to) || !cl.among {
			return false
		}
		pair := f.namedPair() && len(cl.left) == 2 && (f.d.twoStates(cl.left[:1], cl.left[1:]) || f.withPronoun() && f.d.twoOrigins(cl.left[0], cl.left[1]))
		return pair || f.byThemselves(cl.left)
	}
	return true
}

// topicNext reports what is spoken of right after the verb, or in front: "ont parlé mardi du
// port", "C'est du port que A et B ont parlé".
func (f *frame) topicNext() bool {
	i := f.d.pastSmall(f.g.at+1, f.s)
	return i < f.s.to && f.d.units[i].set.has(lexicon.Of) || f.d.units[f.s.from].set.has(lexicon.Of) || f.d.predicative(f.s.from+1) && f.d.units[f.s.from+2].set.has(lexicon.Of)
}

// timely reports that a verb of passing or giving time has its time, and that two who
// pass it do so together.
func (f *frame) timely(among bool) bool {
	return f.timeObject() && (!among || f.together())
}

// saysFarewell reports "bade X farewell".
func (f *frame) saysFarewell() bool {
	return f.d.anyNoun(f.g.at+2, min(f.g.at+12, f.s.to), "farewell")
}

// opensDoor reports a door as the object of the verb: "opened the doors of his office to X".
func (f *frame) opensDoor() bool {
	return f.d.anyNoun(f.g.at+1, min(f.g.at+4, f.s.to), "door")
}

// handsOver reads "A handed B a letter", "delivered to B a message" and "a letter was
// handed to B by A": who brings a paper stands before whom it is for.
func (f *frame) handsOver(cl claim) {
	paper := f.hasPaper(f.s)
	before := f.k > 0 && f.d.sents[f.k-1].item == f.s.item && f.hasPaper(f.d.sents[f.k-1])
	if !paper && !(before && f.g.passive() && f.subjectActor() < 0) || f.verb.Flags.Has("gift") && !f.giftNext() {
		return
	}
	cl.left, cl.right = f.subject(), f.after(f.g.at, lexicon.To)
	if f.g.passive() {
		if cl.left = f.agent(); len(cl.right) == 0 && before && f.c.subject >= 0 && len(unique(f.d.sentencePersons(f.k))) == 1 {
			cl.right = []int{f.c.subject} // "It was delivered by X"
		} else if len(cl.right) == 0 && f.verb.Slots.Has("obj") {
			cl.right = f.subject() // "X was handed a letter by Y"
		}
	} else if len(cl.right) == 0 {
		if cl.right = f.relative(); len(cl.right) == 0 {
			cl.right = f.object()
		}
	}
	if len(cl.left) > 0 && len(cl.right) == 1 && f.d.apart(cl.left, cl.right) {
		f.d.emit(cl, f.g.at, false, true)
	}
}

// hasPaper reports a letter or a document in a sentence.
func (f *frame) hasPaper(s sentence) bool {
	return f.d.anyNoun(s.from, s.to, "letter", "doc", "paper", "gift")
}

// faceToFace reads "the visiting X told Y" and "told Y in Paris": words to somebody of
// another state in whose country, or in one's own, they are said.
func (f *frame) faceToFace() {
	st, ok := f.g.status()
	if !ok || st != graph.Held || f.alleged() || f.subordinate() || f.condition() || f.refuted() {
		return
	}
	left, right := f.subject(), f.after(f.g.at, lexicon.None)
	if f.g.passive() { // "in Damascus, where X was told by Y that"
		left, right = f.agent(), left
	}
	if len(left) != 1 || len(right) != 1 || !f.d.apart(left, right) || !f.near(left[0], right[0]) && !f.atHome(left[0], right[0]) && !f.ofSeries(left[0], right[0]) {
		return
	}
	f.d.emit(claim{left: left, right: right, status: st, sent: f.k, rule: f.d.lex.Lang + ".verb." + f.verb.Key}, f.g.at, false, true)
}

// near reports that the words around a verb of saying put both persons in one place:
// one is told as a visitor, or the place is in the country of who is spoken to or,
// after the object, in that of the speaker.
func (f *frame) near(p, q int) bool {
	d, end := f.d, f.g.at+1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if len(a.persons) == 1 && (a.persons[0] == p || a.persons[0] == q) && d.asVisitor(a) && !f.afar(f.g.at) {
			return true
		}
		if a.from > f.g.at && len(a.persons) == 1 && a.persons[0] == q && end == f.g.at+1 {
			end = d.groupEnd(n)
		}
	}
	return !f.afar(end+5) && (f.thanksFor(end) || f.onPhone(end) || f.inTalk(end) || f.placed(p, q, end))
}

// afar reports a letter, or the press, among the units of the sentence before end.
func (f *frame) afar(end int) bool {
	for i := f.s.from; i < f.s.to && i < end; i++ {
		if f.isNoun(i, "letter", "press") || f.d.sendsLetter(i) {
			return true
		}
	}
	return false
}

// thanksFor reports thanks, after whom they are said to, for a welcome or a visit.
func (f *frame) thanksFor(end int) bool {
	if !f.verb.Flags.Has("thanks") || end >= f.s.to || !f.d.units[end].set.any(lexicon.For, lexicon.Prep, lexicon.Of) {
		return false
	}
	for i := end + 1; i < f.s.to && i < end+6; i++ {
		if f.isNoun(i, "welcome", "visit", "time", "met") {
			return true
		}
		for _, v := range f.d.verbsOf(i) {
			if v.form&(lexicon.Ger|lexicon.PP) != 0 && (v.verb.Flags.Has("host") || v.verb.Flags.Has("goes") || v.verb.Flags.Has("visits")) {
				return true
			}
		}
	}
	return false
}

// hereLine is the line of the adverbs that tell where the page was written, see words.txt.
const hereLine = 6

// placed reports a place that both are in, as near says; end is the end of the object.
func (f *frame) placed(p, q, end int) bool {
	d := f.d
	for i := f.s.from + 1; i < f.s.to && i < end+5; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Adverb); ok && e.Index == hereLine && i >= end {
			return true
		}
		if i >= end && (u.set.any(lexicon.That, lexicon.Who, lexicon.To, lexicon.Verb, lexicon.Of) || u.punct == ';') {
			return false
		}
		if u.actor >= 0 || u.name >= 0 || !u.set.any(lexicon.Place, lexicon.Country, lexicon.Seat) || !d.inside(i-1) && (i > f.g.from || !d.visiting(i-1)) {
			continue
		}
		if c := d.codeOf(i); c != "" && (c == d.homeOf(q) || (i >= end || f.g.passive()) && c == d.homeOf(p)) {
			return true
		}
	}
	return false
}

// inside reports a preposition of place at unit i, or before an article there.
func (d *doc) inside(i int) bool {
	if d.units[i].set.has(lexicon.Def) && i > 0 {
		i--
	}
	return d.units[i].set.has(lexicon.In) && d.units[i].actor < 0
}

// visiting reports "visiting" or "on a visit to" at unit i.
func (d *doc) visiting(i int) bool {
	if d.units[i].set.has(lexicon.To) && i > 0 {
		e, ok := d.units[i-1].entry(lexicon.Noun)
		return ok && d.lex.Nouns[e.Index].Event == "visit"
	}
	return d.verbsOf(i).Has("visits")
}

// asVisitor reports an actor told as "the visiting minister X" or "his guest".
func (d *doc) asVisitor(a *actor) bool {
	if a.partner || !a.plural && (a.role("guest") || a.role("host")) && a.det == lexicon.Poss {
		return true
	}
	for i := a.from; i < a.to && i < a.from+4; i++ {
		for _, v := range d.verbsOf(i) {
			if v.form == lexicon.Ger && v.verb.Event == "plain" {
				return true
			}
		}
	}
	return false
}

// presentPair reads "At the table were A and B" and "On the line were A and B": the
// only two persons of a sentence that says nothing but where they were.
func (d *doc) presentPair(k int) {
	s := d.sents[k]
	n := s.actors[0]
	for n < s.actors[1] && !d.actors[n].named && d.actors[n].gov != lexicon.None {
		n++ // "On the Chinese side of the table"
	}
	if n >= s.actors[1] || !d.actors[n].named || d.actors[n].gov != lexicon.None || d.actors[n].from < s.from+2 || d.semicolon(s.from, s.to) {
		return
	}
	verbless := d.verbless(s.from, s.to) // "Autour de la table, A et B"
	if !d.lex.Options.Fronted && !verbless {
		return
	}
	a, ps := &d.actors[n], d.group(n)
	if placed := d.poses(a.from-1) || d.predicative(a.from-1); (verbless && len(ps) > 2 || placed && (len(ps) == 1 || len(ps) == 2 && !d.twoStates(ps[:1], ps[1:]))) && d.tableBefore(a.from-1, s) {
		d.tablePartner(k, n, &d.said[s.item])
		return
	}
	if len(ps) != 2 || !verbless && !d.predicative(a.from-1) && !d.poses(a.from-1) || !d.twoOrigins(ps[0], ps[1]) || !d.tableBefore(a.from-1, s) {
		return
	}
	d.emit(claim{left: ps, among: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".present"}, a.from-1, false, true)
}

// tableBefore reports a table or a telephone line, and nothing planned, before unit i.
func (d *doc) tableBefore(i int, s sentence) bool {
	found, st := false, graph.Held
	for j := s.from; j < i; j++ {
		found = found || d.isNoun(j, "table")
		if d.unrealised(j, &st) {
			return false
		}
	}
	return found && s.from < i && !d.units[i].set.has(lexicon.BeFut)
}

// guestWas reads "A's guest for breakfast was B" and "The guest of A on Monday was B".
func (d *doc) guestWas(k int) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n+1 <= s.actors[1]; n++ {
		a := &d.actors[n]
		host, part := n-1, n
		if a.gov == lexicon.Of && n > s.actors[0] && d.daysOnly(d.actors[n-1].to, a.from-1) {
			host, part = n, n-1
		}
		h, g := &d.actors[host], &d.actors[part]
		if among := d.units[max(min(h.from, g.from)-1, s.from)].set.has(lexicon.Between); g.named || g.role("friend") || g.plural && !among || !g.role("guest") && !g.role("host") && !g.role("other") || len(h.persons) != 1 || host < part && !d.clitic(g.from) || host < part && h.to != g.from {
			continue
		}
		b := d.predicateOf(max(h.to, g.to), max(host, part)+1, s)
		if b >= 0 && !slices.Contains(d.actors[b].persons, h.persons[0]) {
			d.emit(claim{left: h.persons, right: d.group(b), hostLeft: g.role("guest"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, g.from, false, true)
		}
	}
}

// daysOnly reports nothing but days among units [from, to): "L'hôte mardi de A".
func (d *doc) daysOnly(from, to int) bool {
	for ; from < to && d.units[from].date >= 0; from++ {
	}
	return from == to
}

// predicateOf is actor n if it is the named predicate of what ends before unit i, with
// words of time or occasion between: "guest for breakfast on Monday was B"; -1 if not.
func (d *doc) predicateOf(i, n int, s sentence) int {
	if n >= s.actors[1] || !d.actors[n].named || d.actors[n].gov != lexicon.None || !d.tellsWho(d.actors[n].from-1) || d.actors[n].from-i > 9 {
		return -1
	}
	for st := graph.Held; i < d.actors[n].from-1; i++ {
		if u := &d.units[i]; u.actor >= 0 || u.punct != 0 && u.punct != ',' || u.set.either(lexicon.Who, lexicon.That) || d.unrealised(i, &st) {
			return -1
		}
	}
	return n
}

// fall makes an infinitive told as done that fell to somebody, who becomes its subject:
// "it fell to A and B to sign", "it was the turn of A to be received".
func (f *frame) fall() {
	d := f.d
	if f.used() {
		f.g.done, f.g.plan, f.g.purpose = true, false, false
	}
	n := d.lastBefore(f.g.at, f.s)
	if f.cleftTask(n) {
		f.fallen, f.g.done, f.g.plan, f.g.fut, f.g.purpose = n+1, true, false, false, false
		return
	}
	if n < f.s.actors[0] || f.g.not || f.g.at-d.actors[n].to > 3 || f.g.at == d.actors[n].to && !d.startsWith(&d.units[f.g.at], lexicon.To) {
		return
	}
	for i := d.actors[n].to; i < f.g.at; i++ {
		if u := &d.units[i]; !u.set.any(lexicon.To, lexicon.BeFut, lexicon.Be, lexicon.Adverb, lexicon.Of) && u.punct != ',' && !u.set.has(lexicon.Particle) {
			return // "de le" before an infinitive looks like a part of a name
		}
	}
	first := n
	for m := d.sharing(n, f.s); m >= 0; m = d.sharing(m, f.s) {
		first = m
	}
	at := d.actors[d.groupOf(first)[0]].from - 1
	if at >= f.s.from && d.fellTo(at, f.s) {
		f.fallen, f.g.done, f.g.plan, f.g.fut, f.g.purpose = n+1, true, false, false, false
		if d.endsWith(&d.units[f.g.at-1], lexicon.Def) {
			f.g.object = true // "de le recevoir", "de l'accueillir"
		}
	}
}

// fellTo reports words before unit i+1 that say whose task something was.
func (d *doc) fellTo(i int, s sentence) bool {
	if e, ok := d.units[max(i-1, s.from)].entry(lexicon.Noun); ok && d.units[i].set.has(lexicon.Of) && d.lex.Nouns[e.Index].Event == "turn" {
		st := graph.Held
		for j := i - 2; j >= s.from && j > i-8; j-- {
			if d.unrealised(j, &st) {
				return false
			}
		}
		return true
	}
	for _, v := range d.verbsOf(i) {
		if v.verb.Flags.Has("falls") {
			g := d.verbGroup(i, v.form, s)
			st, ok := g.status()
			return ok && st == graph.Held
		}
	}
	return false
}

// hourWith reads "left after an hour with X" and "had forty minutes with X".
func (f *nounFrame) hourWith() {
	d := f.d
	st, ok := f.status()
	if !ok || f.at+2 >= f.s.to {
		return
	}
	with := f.at + 1
	for with < f.at+4 && with+2 < f.s.to && !d.units[with].set.has(lexicon.With) && d.units[with].set.either(lexicon.Adverb, lexicon.Each) {
		with++ // "an hour alone with B"
	}
	if !d.units[with].set.has(lexicon.With) {
		f.hourTogether(st)
		return
	}
	n := d.units[with+1].actor
	if n < 0 || d.actors[n].gov != lexicon.With || len(d.actors[n].persons) == 0 {
		return
	}
	cl := claim{left: f.owner(n), right: d.group(n), status: st, sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key}
	if len(cl.left) == 1 && !d.countrymen(cl.left[0], cl.right[0]) && !slices.Contains(cl.right, cl.left[0]) {
		d.emit(cl, f.at, false, true)
	}
}

// hourTogether reads "A and B smiled after two hours together" and "the hour that A had
// with B".
func (f *nounFrame) hourTogether(st graph.Status) {
	d := f.d
	cl := claim{status: st, sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key}
	if d.units[f.at+1].set.has(lexicon.Each) && !d.units[f.at+1].set.has(lexicon.With) {
		cl.left, cl.among = f.owner(-1), true
		if len(cl.left) == 2 && d.apart(cl.left[:1], cl.left[1:]) {
			d.emit(cl, f.at, false, true)
		}
		return
	}
	if cl.left, cl.right = f.relative(); len(cl.left) == 1 && len(cl.right) > 0 && d.apart(cl.left, cl.right) {
		d.emit(cl, f.at, false, true)
	}
}

// whoseDay is whose visit, day or programme a sentence tells of that has the contact in
// it: "The day of X began with a breakfast with Y", "Breakfast with Y was the first item
// of X's programme".
func (f *nounFrame) whoseDay(with int) []int {
	d := f.d
	if !d.realised(f.s.from, f.at) {
		return nil // "The programme of A will include"
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.gov != lexicon.Of || !a.named || len(a.persons) != 1 || slices.Contains(d.actors[with].persons, a.persons[0]) {
			continue
		}
		if d.spendsIt(a, f.s) {
			return a.persons
		}
	}
	return nil
}

// spendsIt reports an actor of whose visit, or part of one, the words around it tell: "la journée de A", "A's last day".
func (d *doc) spendsIt(a *actor, s sentence) bool {
	at := a.from - 2
	if a.owner {
		for at = a.to + 1; at+1 < s.to && at < a.to+3 && !d.spends(at); at++ {
		}
	}
	return at >= s.from && at < s.to && d.spends(at)
}

// spends reports a noun for a visit, or a part of one, at unit i.
func (d *doc) spends(i int) bool {
	return d.isNoun(i, "visit", "outing")
}

// used reports an occasion that was used for what the infinitive tells: "used the coffee
// break to have a word with X".
func (f *frame) used() bool {
	d := f.d
	if f.g.not || !f.g.plan && f.g.form != lexicon.Inf || !d.units[f.g.from].set.either(lexicon.To, lexicon.Plan) && !d.units[max(f.g.from-1, f.s.from)].set.has(lexicon.To) && !d.startsWith(&d.units[f.g.at], lexicon.To) {
		return false
	}
	for i := f.g.from - 1; i > f.s.from && i > f.g.from-9; i-- {
		u := &d.units[i]
		if u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.That, lexicon.Who, lexicon.HaveFut) {
			return false
		}
		for _, v := range d.verbsOf(i) {
			if v.verb.Flags.Has("uses") {
				g := d.verbGroup(i, v.form, f.s)
				st, ok := g.status()
				return ok && st == graph.Held
			}
		}
	}
	return false
}
