package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// A series is told in two steps: who sees others one after another, "A a vu défiler trois
// visiteurs", then each of them by their place in it, "Le premier, B, ...; C était le dernier".

// startSeries keeps who sees others one after another, when sentence k tells so without
// naming them.
func (d *doc) startSeries(k int, c *discourse) {
	s := d.sents[k]
	for v := s.from; v < s.to && len(d.claims) == d.earlier; v++ {
		if !d.units[v].set.has(lexicon.Verb) || d.inActor(v) {
			continue
		}
		for _, vf := range d.verbsOf(v) {
			if vf.verb.Event != "met" && !vf.verb.Flags.Has("series") {
				continue
			}
			f := frame{d: d, k: k, s: s, c: c, verb: vf.verb, g: d.verbGroup(v, vf.form, s)}
			st, ok := f.g.status()
			if !ok || st != graph.Held || !vf.verb.Flags.Has("series") && !f.opensSeries() {
				continue
			}
			if p := f.keeps(); p >= 0 {
				d.openSeries(p, k, c)
				return
			}
		}
	}
	if len(d.claims) > d.earlier {
		return
	}
	if p := d.severalOf(k); p >= 0 {
		d.openSeries(p, k, c)
	}
}

// pastWhoClause is the unit after a relative clause between commas at unit i, i if there is none.
func (d *doc) pastWhoClause(i int, s sentence) int {
	if i+1 >= s.to || d.units[i].punct != ',' || !d.units[i+1].set.has(lexicon.Who) {
		return i
	}
	for j := i + 2; j+1 < s.to; j++ {
		if d.units[j].punct == ',' {
			return j + 1
		}
	}
	return i
}

// countedContacts reports contacts of a sentence, or partners, of which it says how many there were, or that they were many in a row.
func (d *doc) countedContacts(s sentence) bool {
	row := false
	for i := s.from; i+1 < s.to; i++ {
		row = row || slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Flags.Has("row") && v.form&(lexicon.Fin|lexicon.PP) != 0 })
		if (row || d.isNoun(i, "outing") || d.several(i) && d.units[i].actor < 0 || d.units[i].actor >= 0 && d.several(d.actors[d.units[i].actor].from)) && d.severalContacts(i, min(i+6, s.to)) {
			return true
		}
	}
	return false
}

// What a sentence has that counts contacts, or partners.
var (
	howMany  = hint(lexicon.Numeral, lexicon.Two, lexicon.Indef).or("row", "outing")
	contacts = hint().or("met", "guest", "other", "host", "counterpart", "pair")
)

// severalOf is the subject of a sentence that counts contacts, or partners, without naming any: "A a eu mardi deux
// interlocuteurs", "A a enchaîné les apartés"; -1 for nobody.
func (d *doc) severalOf(k int) int {
	s := d.sents[k]
	if s.actors[0] == s.actors[1] || !d.tells(k, howMany, contacts) || !d.countedContacts(s) || !d.realised(s.from, s.to) || d.foretells(s) || d.toldToCome(k) {
		return -1
	}
	n := s.actors[0]
	if a := &d.actors[n]; !a.subj || a.plural || len(a.persons) != 1 || a.next >= 0 || len(unique(d.sentencePersons(k))) != 1 || a.to >= s.to || !d.units[a.to].set.has(lexicon.Support) && !d.did(d.pastComma(d.pastWhoClause(a.to, s), s), s) {
		return -1
	}
	return d.actors[n].persons[0]
}

// series is whom a person sees one after another, from sentence opened on.
type series struct{ keeper, opened int }

// seriesReach is how many sentences a series may go on.
const seriesReach = 8

// keeps is who sees others one after another up to sentence k, -1 for nobody.
func (c *discourse) keeps(k int) int {
	if k > c.opened+seriesReach {
		return -1
	}
	return c.series - 1
}

func (d *doc) openSeries(p, k int, c *discourse) {
	c.series, c.opened = p+1, k
	d.series = append(d.series, series{p, k})
}

// opensSeries reports a verb of contact with several persons whom its sentence does not name.
func (f *frame) opensSeries() bool {
	host := f.verb.Flags.Has("host")
	return f.verb.Event == "met" && ((host || f.verb.Slots.Has("with")) && f.manyNext() || f.manyCame() || host && f.pointsFollow())
}

// manyCame reports that those without names are the subject: "Trois ambassadeurs ont remis leurs
// lettres de créance à A", "ont été reçus par A".
func (f *frame) manyCame() bool {
	if !(f.g.passive() && f.verb.Flags.Has("host") || f.verb.Flags.Has("guest") && (f.verb.Slots.Has("to") || f.verb.Slots.Has("obj"))) {
		return false
	}
	n := f.subjectActor()
	if n < 0 {
		return false
	}
	a := &f.d.actors[n]
	return a.plural && !a.named && !a.deleg && len(a.persons) == 0 || f.d.nationals(n) > 1
}

// pointsFollow reports an active verb after which a colon ends the line: "A a reçu ce jour :".
func (f *frame) pointsFollow() bool {
	n := f.d.lastBefore(f.s.to, f.s)
	return f.d.units[f.s.to-1].punct == ':' && !f.g.passive() && (n < f.s.actors[0] || f.d.actors[n].to <= f.g.from || !f.d.actors[n].named)
}

// manyNext reports several persons without names right after an active verb: "a reçu mardi
// plusieurs ambassadeurs", "s'est entretenue avec plusieurs de ses homologues".
func (f *frame) manyNext() bool {
	if f.g.passive() {
		return false
	}
	if i := f.g.at + 2; i < f.s.to && f.d.units[i-1].set.has(lexicon.Adverb) && f.d.units[i-1].to-f.d.units[i-1].from > 1 && f.d.units[i].set.has(lexicon.Numeral) {
		return true // "l'un après l'autre plusieurs participants"
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at {
			papers := a.gov == lexicon.Of && f.verb.Slots.Has("of") // "a reçu les lettres de créance de trois ambassadeurs"
			if a.gov == lexicon.To && !f.verb.Slots.Has("to") || a.gov == lexicon.Of && !papers || a.gov == lexicon.In {
				continue // "a reçu au palais de la présidence les ambassadeurs"
			}
			return (a.plural || a.det != lexicon.Poss && (a.role("head") || a.det == lexicon.Indef && a.role("guest"))) && !a.named && !a.deleg && len(a.persons) == 0 && (a.gov == lexicon.None || papers || a.gov == lexicon.To || a.gov == lexicon.With && f.verb.Slots.Has("with"))
		}
	}
	return false
}

// keeps is who a series is of: the subject, or the only person of a sentence that tells to
// whom others came; -1 for nobody.
func (f *frame) keeps() int {
	ps := f.subject()
	if f.verb.Slots.Has("to") && !f.verb.Flags.Has("host") {
		ps = f.after(f.g.at, lexicon.To) // "se sont succédé chez A"
	} else if f.verb.Flags.Has("guest") {
		ps = f.after(f.g.at, lexicon.None) // "Three ambassadors called on A"
	}
	if f.g.passive() {
		ps = f.agent()
	}
	if len(ps) == 1 {
		return ps[0]
	}
	if ps := unique(f.d.sentencePersons(f.k)); len(ps) == 1 && f.verb.Flags.Has("series") {
		return ps[0]
	}
	return -1
}

// inSeries claims a contact of who keeps a series with each one whom sentence k tells to have
// a place in it.
func (d *doc) inSeries(k int, c *discourse) {
	host := c.keeps(k)
	if host < 0 || k == c.opened || d.foretells(d.sents[k]) {
		return
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if !a.named || len(a.persons) != 1 || !d.numbered(n) && !d.isNumbered(n) && !d.withAlone(n) && !(k == c.opened+1 && d.thatWas(n)) && !d.itemised(n, c) || d.countrymen(host, a.persons[0]) || a.persons[0] == host || d.told([]int{host, a.persons[0]}) {
			continue
		}
		guests := a.persons
		if d.withAlone(n) {
			guests = d.lineFrom(n, d.sents[k]) // "Avec B, puis avec C"
		}
		d.emit(claim{left: []int{host}, right: guests, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".series"}, a.from, false, true)
	}
}

// thatWas reports "C'était B" and "L'un était B": whoever was told of just before without a name.
func (d *doc) thatWas(n int) bool {
	a := &d.actors[n]
	i := a.from - 1
	if a.gov != lexicon.None || i-d.sents[a.sent].from > 4 || i < d.sents[a.sent].from || !d.predicative(i) {
		return false
	}
	for j := d.sents[a.sent].from; j < i; j++ {
		if u := &d.units[j]; u.actor >= 0 || u.cap && j > d.sents[a.sent].from || u.punct != 0 || u.set.any(lexicon.Verb, lexicon.Noun, lexicon.Place, lexicon.Not) {
			return false
		}
	}
	return true
}

// itemised reports somebody in the list of those whom the text met before without names: "Il
// s'agit de B, ambassadeur de X, et de C", or somebody on a line of it of their own.
func (d *doc) itemised(n int, c *discourse) bool {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	start := d.listStart(a.sent, c)
	if start < 0 || a.from < start || !d.verblessList(start, a.from) {
		return false
	}
	i := a.from - 1
	if i > start && d.units[i].set.has(lexicon.Of) {
		i--
	}
	return i < start || d.point(s) && n == s.actors[0] || !d.point(s) && (d.units[i].punct != 0 || d.units[i].set.has(lexicon.And))
}

// verblessList reports units without a verb but in clauses about one of a list, up to the comma or "and" that
// ends each: "A, qui réside à Cuba, et B", "A, établi à Cuba, et B".
func (d *doc) verblessList(from, to int) bool {
	clause := false
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch opens := u.actor < 0; {
		case opens && u.set.either(lexicon.Who, lexicon.That):
			clause = true
		case clause && (u.punct == ',' || u.set.has(lexicon.And) && (d.units[i+1].set.has(lexicon.Of) || d.units[i+1].actor >= 0)):
			clause = false
		case !clause && !d.verbless(i, i+1):
			return false
		}
	}
	return !clause
}

// listStart is the unit with which the list in sentence k begins, right after the sentence or the
// line that opened it or after other points of it; -1 if it has none. See words.txt.
func (d *doc) listStart(k int, c *discourse) int {
	s := d.sents[k]
	if d.point(s) {
		for j := k - 1; j > c.opened; j-- {
			if !d.point(d.sents[j]) && d.units[d.sents[j].to-1].punct != ':' {
				return -1
			}
		}
		return s.from + 1
	}
	if n := d.units[s.from].actor; k <= c.opened+2 && n >= 0 && d.actors[n].pron == lexicon.They && d.actors[n].to < s.to && d.predicative(d.actors[n].to) {
		return d.actors[n].to + 1 // "They are A of Portugal and B of Chad"
	}
	if k <= c.opened+2 && s.from+2 < s.to && d.units[s.from].set.has(lexicon.Dem) && d.predicative(s.from+1) {
		return s.from + 2 // "Ce sont A et B"
	}
	for i := s.from; k <= c.opened+2 && i < s.to && i < s.from+3; i++ {
		if e, ok := d.units[i].entry(lexicon.Including); ok && e.Index == 2 {
			return i + 1
		}
	}
	return -1
}

// point reports a line that begins with the mark of a list.
func (d *doc) point(s sentence) bool {
	t := d.textOf(s.from, s.from+1)
	return d.units[s.from].punct != 0 && (t == "-" || t == "–" || t == "—" || t == "•" || t == "·" || t == "*")
}

// withAlone reports "La finance, le même jour, avec X": no verb tells what was done with X.
func (d *doc) withAlone(n int) bool {
	a := &d.actors[n]
	return a.gov == lexicon.With && a.prev < 0 && d.verbless(d.sents[a.sent].from, a.from) && !d.plannedWord(d.sents[a.sent])
}

// goesOn is who a story without a subject goes on about: who keeps a series or, before that,
// meets one after another.
func (f *frame) goesOn() []int {
	ps := f.partners()
	if len(ps) != 1 {
		return nil
	}
	return f.nextHost(ps[0])
}

// foretells reports a sentence that tells of the future.
func (d *doc) foretells(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if !u.set.meets(unreal) {
			continue
		}
		if e, ok := u.entry(lexicon.Verb); u.actor < 0 && !d.retrospect(i) && (u.set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Cancel) || ok && e.Form&lexicon.Fut != 0 && e.Form&lexicon.Fin == 0) {
			return true
		}
	}
	return false
}

// numbered reports "Le premier, l'ambassadeur X" and "Au second, Y".
func (d *doc) numbered(n int) bool {
	s := d.sents[d.actors[n].sent]
	opens := func(a *actor) bool {
		return (a.pron == lexicon.First || a.pron == lexicon.Second && !a.latest) && (a.gov == lexicon.None || a.gov == lexicon.To) && (a.from <= s.from+1 || d.semicolon(a.from-2, a.from))
	}
	if a := &d.actors[n]; n == s.actors[0] {
		return opens(a)
	}
	a, b := &d.actors[n-1], &d.actors[n]
	if !opens(a) {
		return false
	}
	if b.gov == lexicon.None && b.from > a.to && b.from < a.to+4 && d.predicative(b.from-1) {
		return true // "Le premier était B"
	}
	return b.from == a.to+1 && (d.units[a.to].punct == ',' || b.gov == lexicon.To || b.gov == lexicon.With)
}

// keeperSpeaks is who keeps a series, for the pronoun of "Au second, Y, il a dit"; -1 if the
// sentence does not begin so.
func (d *doc) keeperSpeaks(a *actor, c *discourse) int {
	first := &d.actors[d.sents[a.sent].actors[0]]
	if c.series == 0 || !a.subj || first.gov != lexicon.To || first.pron != lexicon.First && first.pron != lexicon.Second || first.from > d.sents[a.sent].from+1 {
		return -1
	}
	return c.series - 1
}

// isNumbered reports "X était le premier d'entre eux", not "X était le premier à s'asseoir".
func (d *doc) isNumbered(n int) bool {
	s := d.sents[d.actors[n].sent]
	i := d.groupEnd(n)
	i = d.pastSmall(i, s)
	if i+1 < s.to && d.units[i].set.has(lexicon.Have) && d.units[i+1].set.has(lexicon.Be) {
		i++ // "a été le premier"
	}
	if i+2 >= s.to || !d.units[i].set.either(lexicon.Be, lexicon.BeFut) || !d.units[i+1].set.has(lexicon.Def) || !d.units[i+2].set.any(lexicon.First, lexicon.Second, lexicon.LastTime) {
		return false
	}
	return i+3 >= s.to || d.units[i+3].punct != 0 || d.units[i+3].set.has(lexicon.Of) || d.comesIn(i+3, s)
}

// comesIn reports "à s'asseoir", "à franchir le seuil" at unit i.
func (d *doc) comesIn(i int, s sentence) bool {
	for j := i + 1; d.units[i].set.has(lexicon.To) && j < s.to && j < i+4; j++ {
		for _, v := range d.verbsOf(j) {
			if v.verb.Event == "met" || v.verb.Flags.Has("steps") && v.form&lexicon.Inf != 0 {
				return true
			}
		}
	}
	return false
}

// nextInSeries is whom the next one in turn meets: who went on meeting others before, else
// who keeps a series; -1 for nobody.
func (d *doc) nextInSeries(k, q int, c *discourse) int {
	p := c.keeps(k)
	if p < 0 || p == q || d.countrymen(p, q) {
		return d.keeper(k, q, c)
	}
	if c.hasPair && slices.Contains(c.pair[:], p) {
		return p
	}
	if on := d.keeper(k, q, c); on >= 0 {
		return on
	}
	return p
}

// agentUntold is the agent of a passive that tells none of its own: of a bare participle
// whoever does what the sentence tells, else who goes on meeting others.
func (f *frame) agentUntold(patient []int) []int {
	if !f.g.bare {
		return f.receivesOn(patient)
	}
	if ps := f.mainSubject(patient); len(ps) > 0 && !f.verb.Slots.Has("pto") && !slices.Equal(ps, patient) {
		return ps
	}
	if f.opening() && f.verb.Flags.Has("host") && !f.metNext() {
		return f.mainObject()
	}
	return f.receivesOn(patient)
}

// metNext reports a word right behind the verb, or inside its group, that tells of what came after another contact: "reçu ensuite",
// "was later received".
func (f *frame) metNext() bool {
	for i := f.g.from; i < f.s.to && i <= f.g.at+2; i++ {
		if u := &f.d.units[i]; u.set.has(lexicon.Then) && u.actor < 0 {
			return true
		} else if i > f.g.at && (u.punct != 0 || u.actor >= 0) {
			break
		}
	}
	return false
}

// receivesOn is who received or met others just before, for "B, rencontré ensuite", "B a lui aussi été reçu" and, if all the
// talks so far were his, for "B avait été reçu lundi"; not where the words behind tell of a host.
func (f *frame) receivesOn(guest []int) []int {
	if len(guest) != 1 || f.c == nil {
		return nil
	}
	if f.metNext() {
		return f.nextHost(guest[0])
	}
	if !f.verb.Flags.Has("host") {
		return nil
	}
	i := f.d.pastSmall(f.g.at+1, f.s)
	if i+1 < f.s.to && f.d.units[i].set.has(lexicon.Def) && f.d.units[i+1].set.any(lexicon.First, lexicon.Second, lexicon.LastTime) && f.c.series > 0 {
		return f.nextHost(guest[0]) // "A a accordé plusieurs audiences. B a été reçu le premier"
	}
	if i < f.s.to && f.d.units[i].punct == 0 || !f.also() && f.d.steadySide(f.c) < 0 {
		return nil
	}
	if p := f.d.keeper(f.k, guest[0], f.c); p >= 0 && (f.also() || p == f.d.steadySide(f.c) && f.d.apart([]int{p}, guest)) {
		return []int{p}
	}
	return nil
}

// nextHost is whom guest sees as the next one in turn.
func (f *frame) nextHost(guest int) []int {
	return oneOrNone(f.d.nextInSeries(f.k, guest, f.c))
}

// also reports a word for "too" inside the verb group: see words.txt.
func (f *frame) also() bool {
	for i := f.g.from; i < f.g.at; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Adverb); ok && e.Index == 3 {
			return true
		}
	}
	return false
}

// lastHost is who received somebody last in the story of sentence k, up to it, if that is not p or
// one of the state of p.
func (d *doc) lastHost(k, p int) []int {
	for i := len(d.claims) - 1; i >= 0; i-- {
		if c := &d.claims[i]; c.hostLeft && c.status == graph.Held && d.sents[c.sent].item == d.sents[k].item && c.sent > k-8 {
			if len(c.left) == 1 && c.left[0] != p && !slices.Contains(c.right, p) && !d.countrymen(c.left[0], p) {
				return c.left
			}
			return nil
		}
	}
	return nil
}

// whoseSeries is who keeps a series, for the possessive of "De sa conversation avec X" after the
// visit of another one was told; -1 if that one goes on to act.
func (f *nounFrame) whoseSeries(with int) int {
	p := f.c.keeps(f.k)
	if with < 0 || p < 0 || f.at < f.s.from+1 || !f.d.units[f.at-1].set.has(lexicon.Poss) || f.at-f.s.from > 3 || slices.Contains(f.d.actors[with].persons, p) {
		return -1
	}
	return p
}
