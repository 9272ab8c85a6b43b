package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// signingBodies are the organizations before the verb and those after "with".
func (f *frame) signingBodies() []string {
	d := f.d
	names, end := f.abutting()
	if names == nil && f.inverted() {
		names, _ = d.bodiesAt(f.g.at+1, f.s.to)
	}
	if names == nil && !d.lex.Options.Gendered && !(end > f.s.from && d.units[end-1].punct == ',') {
		start, first := end, d.afterDateline(f.s)
		for start > first && d.inBodies(start-1) {
			start--
		}
		if names, _ = d.bodyList(start, end); len(names) == 1 && d.tailOfNoun(start, end) {
			names = nil
		}
	}
	names = f.bodiesWithThem(names)
	if f.verb.Flags.Has("exchange") && len(names) < 2 {
		return nil
	}
	return names
}

// tailOfNoun reports that the first organization among units [start, end) only tells whose the small word before it is:
// "hai người đồng chủ trì kỳ họp Ủy ban liên Chính phủ".
func (d *doc) tailOfNoun(start, end int) bool {
	i := start
	for i < end && !d.bodyHead(i) {
		i++
	}
	if i == 0 || i == start && !d.units[i-1].set.has(lexicon.Noun) {
		return false
	}
	u := &d.units[i-1]
	return u.kind == text.Word && !u.cap && !u.set.any(lexicon.And, lexicon.Adverb, lexicon.Behalf, lexicon.DayPart, lexicon.Def)
}

// bodiesFirst are the organizations between the particle of the passive and the verb:
// "được Tập đoàn X ký với Bộ Y".
func (f *frame) bodiesFirst() []string {
	d, start := f.d, f.g.from
	for start > f.s.from && d.inBodies(start-1) && !d.units[start-1].set.has(lexicon.Passive) {
		start--
	}
	if start == f.s.from || start == f.g.from || !d.units[start-1].set.either(lexicon.Passive, lexicon.By) || !d.bodyHead(start) {
		return nil
	}
	names, _ := d.bodyList(start, f.g.from)
	return f.bodiesWithThem(names)
}

// bodiesWithThem adds to one organization those after "with".
func (f *frame) bodiesWithThem(names []string) []string {
	d := f.d
	several := len(names) > 1
	for i := f.g.at + 1; i+1 < f.s.to && len(names) > 0 && !(several && d.units[i].punct != 0) && !d.isVerb(i, "signed"); i++ {
		if u := &d.units[i]; u.actor < 0 && u.set.has(lexicon.With) {
			more, _ := d.bodiesAt(i+1, f.s.to)
			if names = append(names, more...); len(names) > 1 {
				break
			}
		}
	}
	return names
}

// inBodies reports a unit that can be inside a list of organizations.
func (d *doc) inBodies(i int) bool {
	u := &d.units[i]
	switch {
	case u.name >= 0 || u.date >= 0 || u.actor >= 0:
		return false
	case u.punct != 0:
		return d.ampersand(i, len(d.units)) || u.punct == ',' || u.punct == '(' || u.punct == ')' || u.punct == '-' || d.textOf(i, i+1) == "–"
	case u.cap || u.set.any(lexicon.Body, lexicon.Portfolio, lexicon.And):
		return true
	}
	return !u.set.any(lexicon.Verb, lexicon.That, lexicon.Prep, lexicon.In, lexicon.To, lexicon.By, lexicon.Beside, lexicon.After, lexicon.Between, lexicon.Noun)
}

// bodyList reads organizations joined by "and" and commas from unit i up to
// end; what is before the first of them is skipped.
func (d *doc) bodyList(i, end int) (names []string, to int) {
	for i < end && !d.bodyHead(i) {
		i++
	}
	i = d.pastState(i, end)
	for i < end && d.bodyHead(i) {
		j := d.bodyEnd(i, end)
		names, to = append(names, d.writtenBody(i, j)), d.pastOwner(d.pastBrackets(j, end), end)
		if i = d.pastToldBody(to, end); i >= end || d.units[i].punct != ',' && !d.units[i].set.either(lexicon.And, lexicon.With) {
			break
		}
		i = d.pastState(i+1, end)
	}
	return names, to
}

// pastToldBody is the "and" behind what is said between commas of the organization before unit i, i if nothing is: "X, the
// trade body, and Y".
func (d *doc) pastToldBody(i, end int) int {
	if j := d.pastAsideTo(i, end); j > i+2 && !d.bodyHead(d.pastState(i+1, end)) {
		return j
	}
	return i
}

// pastState is the unit after articles, after a state that owns what follows, and after words
// in lower case that tell of what kind it is: "the Danish firm X", "Laos's X".
func (d *doc) pastState(i, end int) int {
	for i < end && d.units[i].set.has(lexicon.Def) && d.nobody(i) {
		i++
	}
	if !d.lex.Options.Premodifier {
		return i + one(i+1 < end && d.firmKind(i) && d.units[i+1].cap) // "hãng Saab"
	}
	if i+2 < end && d.clitic(i+1) && d.units[i].set.any(lexicon.Country, lexicon.Place, lexicon.Party) {
		i += 2
	}
	j := i
	for j < end && d.units[j].kind == text.Word && d.nobody(j) && (!d.units[j].cap && !d.units[j].set.either(lexicon.And, lexicon.Verb) && governor(&d.units[j]) == lexicon.None || d.units[j].set.has(lexicon.Adj)) {
		j++
	}
	if j > i && j < end && d.units[j-1].set.has(lexicon.Body) && d.bodyHead(j) {
		return j
	}
	return i
}

// nobody reports a unit that is part of no person known: "the Danish" of "the Danish firm".
func (d *doc) nobody(i int) bool {
	n := d.units[i].actor
	return n < 0 || !d.actors[n].named && len(d.actors[n].persons) == 0
}

// ampersand reports "&" at unit i between two parts of one name: "Larsen & Toubro".
func (d *doc) ampersand(i, end int) bool {
	return d.units[i].punct == '&' && i > 0 && i+1 < end && d.units[i-1].cap && d.units[i+1].cap
}

// pastOwner is the unit after words of one state or of us, whose organization it is: "Ủy ban Kiểm tra của ta".
func (d *doc) pastOwner(i, end int) int {
	if d.lex.Options.Bare && i+1 < end && d.units[i].set.has(lexicon.Of) && d.units[i].actor < 0 && d.units[i+1].actor < 0 && d.units[i+1].set.either(lexicon.Country, lexicon.Portfolio) && !d.units[i+1].set.has(lexicon.Body) && (d.units[i+1].set.has(lexicon.Country) || !d.units[i+1].cap) {
		return i + 2
	}
	return i
}

func (d *doc) pastBrackets(i, end int) int {
	if i < end && d.units[i].punct == '(' {
		for i < end && d.units[i].punct != ')' {
			i++
		}
		i++
	}
	return i
}

// bodyHead reports where the name of an organization starts: at its head noun,
// at a known name, or at a capitalised word that nothing else explains.
func (d *doc) bodyHead(i int) bool {
	u := &d.units[i]
	if u.kind != text.Word || u.name >= 0 || u.actor >= 0 || u.date >= 0 || u.set.either(lexicon.Two, lexicon.Numeral) {
		return false
	}
	next := i+1 < len(d.units) && d.units[i+1].cap
	if u.cap && i+1 < len(d.units) && d.ampersand(i+1, len(d.units)) {
		return true
	}
	switch {
	case u.set.has(lexicon.Body) && d.lex.Options.Premodifier && !u.cap:
		return i > 0 && i+2 < len(d.units) && d.units[i+1].set.has(lexicon.Of) && d.units[i+2].cap && (d.units[i-1].set.either(lexicon.Def, lexicon.And) || governor(&d.units[i-1]) != lexicon.None) // "the municipality of X"
	case u.set.has(lexicon.Adj) && d.lex.Options.Premodifier:
		return next && d.units[i+1].name < 0 && !d.units[i+1].set.has(lexicon.Role) && (d.units[i+1].set.any(lexicon.Thing, lexicon.Org, lexicon.Portfolio, lexicon.Body) || !d.units[i+1].known())
	case !u.cap && i > 0 && d.units[i-1].set.has(lexicon.Two):
		return false // "hai hãng X và Y"
	case u.set.either(lexicon.In, lexicon.Prep) && u.cap && !d.lex.Options.Premodifier:
		return false // "Tại Phủ Chủ tịch"
	case u.set.has(lexicon.Body) && !d.lex.Options.Premodifier:
		return next || u.cap && d.capInside(u)
	case u.cap && !d.lex.Options.Premodifier && d.beginsBody(u):
		return true
	case u.set.has(lexicon.Country):
		return next && (!d.units[i+1].known() || d.inTitle(i) || d.units[i+1].set.has(lexicon.Verb) || d.lex.Options.Premodifier && d.units[i+1].set.any(lexicon.Portfolio, lexicon.Thing, lexicon.Body)) // "Vietnam Airlines", "Togo Invest"
	}
	if d.lex.Options.Premodifier {
		return u.cap && u.date < 0 && !d.kindBefore(i) && (d.namedBody(i) || u.set.any(lexicon.Org, lexicon.Party, lexicon.Thing, lexicon.Portfolio, lexicon.Body) || !u.known() || next && onlyName(u.set) && d.units[i+1].name < 0 && d.units[i+1].actor < 0 || u.set.has(lexicon.Place) && next && !u.set.has(lexicon.Country))
	}
	return u.cap && (u.set.has(lexicon.Org) || !u.known() || next && onlyName(u.set) && d.units[i+1].set.has(lexicon.Thing)) // "Murphy Oil"
}

// beginsBody reports a form of several words that begins with the word for a body: "Sở Y tế", "Đại học Bách khoa".
func (d *doc) beginsBody(u *unit) bool {
	for m := 1; m < 3 && u.from+m < u.to; m++ {
		if n, s := d.lex.Match(d.ids[u.from:u.from+m], d.toks[u.from:u.from+m]); n == m && classSet(s.Classes).has(lexicon.Body) {
			return true
		}
	}
	return false
}

// kindBefore reports a capitalised word at unit i that only opens the words for the kind of those named behind it: "Oil firms X
// and Y".
func (d *doc) kindBefore(i int) bool {
	if i+2 >= len(d.units) || !d.units[i].known() {
		return false
	}
	u := &d.units[i+1]
	return u.kind == text.Word && !u.cap && u.actor < 0 && (!u.known() || u.set.has(lexicon.Body) && !u.set.has(lexicon.Verb)) && d.units[i+2].cap && !d.units[i+2].set.has(lexicon.Verb)
}

// capInside reports a form of several words of which a later one has a capital: "Tổng cục Hải quan".
func (d *doc) capInside(u *unit) bool {
	for t := u.from + 1; t < u.to; t++ {
		if d.toks[t].Cap {
			return true
		}
	}
	return false
}

// bodyEnd is the end of the name that starts at unit i: "Ngân hàng Đầu tư và
// Phát triển Việt Nam".
func (d *doc) bodyEnd(i, end int) int {
	j := i + 1
	for j < end {
		u := &d.units[j]
		switch {
		case u.name >= 0 && d.names[u.name].to <= end && (d.units[i].set.has(lexicon.Body) || d.beginsBody(&d.units[i])):
		case d.ampersand(j, end):
		case u.punct != 0 && (u.punct == '-' || d.textOf(j, j+1) == "–") && j+1 < end && d.units[j+1].cap:
		case u.punct != 0 || u.actor >= 0 || u.date >= 0:
			return j
		case u.set.has(lexicon.And):
			if j+1 >= end || !d.units[j+1].cap || d.bodyHead(d.pastState(j+1, end)) && !(d.lex.Options.Premodifier && (d.portfolios(i, j) || d.headBehind(i, j, end))) {
				return j
			}
		case u.set.either(lexicon.Of, lexicon.For) && j+1 < end && (d.bodyHead(j+1) || d.lex.Options.Premodifier && d.units[j+1].cap):
		case u.set.has(lexicon.Of) && j+2 < end && d.units[j+1].set.has(lexicon.Def) && d.units[j+2].cap:
			j++
		case d.lex.Options.Tones && !u.cap && !u.known() && u.kind == text.Word && d.units[j-1].cap && j+1 < end && d.units[j+1].cap: // "Cà phê"
		case u.cap || u.set.any(lexicon.Portfolio, lexicon.Country, lexicon.Place, lexicon.Body) || u.kind == text.Number:
		default:
			return j
		}
		j++
	}
	return j
}

// portfolios reports "and" inside the name of a body: "Ministry of Planning and
// Investment".
func (d *doc) portfolios(i, and int) bool {
	if !d.units[and-1].set.has(lexicon.Portfolio) || !d.units[and+1].set.has(lexicon.Portfolio) {
		return false
	}
	for j := i; j < and; j++ {
		if d.units[j].set.has(lexicon.Of) {
			return true
		}
	}
	return false
}

// namedBody reports the name of a body behind its article that begins with a common noun at unit i and whose head noun has
// a capital, too: "the Bases Conversion Authority".
func (d *doc) namedBody(i int) bool {
	if i == 0 || !d.units[i-1].set.has(lexicon.Def) || d.units[i].set.any(lexicon.Role, lexicon.Former, lexicon.Numeral) {
		return false
	}
	for j := i + 1; j < len(d.units) && j < i+6; j++ {
		u := &d.units[j]
		if u.actor >= 0 || u.name >= 0 || !u.cap && !(u.set.has(lexicon.And) && d.units[j-1].cap) || u.kind != text.Word {
			return false
		}
		if u.set.has(lexicon.Body) {
			return true
		}
	}
	return false
}

// relativeAt reports a relative pronoun at unit i.
func (d *doc) relativeAt(i int) bool {
	return i < len(d.units) && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Who, lexicon.That)
}

// bodyName is the end of the name of an organization that starts at unit i with a
// capital or with its kind ("ministère"), i if none does.
func (d *doc) bodyName(i, end int) int {
	if i >= end {
		return i
	}
	u := &d.units[i]
	if u.set.has(lexicon.Country) && u.actor < 0 && d.stateInName(i+1, end) {
		for i += 2; d.stateInName(i, end); i++ {
		}
		return i // "Oman Rail", "Oman Investment Authority"
	}
	if u.actor >= 0 && d.actors[u.actor].pron != lexicon.None || u.name >= 0 || u.date >= 0 || u.set.any(lexicon.Country, lexicon.Role, lexicon.Beside, lexicon.Adverb, lexicon.Party, lexicon.Honorific) || governor(u) != lexicon.None || d.isPaper(i) || u.kind != text.Word || !u.cap && !u.set.has(lexicon.Body) && u.known() {
		return i
	}
	j, proper := i+1, u.cap
	for j < end && d.inBodyName(j, end) {
		proper = proper || d.units[j].cap || d.units[j].set.either(lexicon.Adj, lexicon.Country)
		j++
	}
	for j > i+1 && governor(&d.units[j-1]) != lexicon.None {
		j--
	}
	if !proper || j == i+1 && u.set.has(lexicon.Place) || d.firmKind(i) && !d.capWithin(i, j) {
		return i
	}
	return j
}

// stateInName reports at unit i a word with a capital that goes on a name which begins with that of a state.
func (d *doc) stateInName(i, end int) bool {
	if i >= end {
		return false
	}
	u := &d.units[i]
	return u.cap && u.kind == text.Word && u.name < 0 && u.actor < 0 && u.date < 0 && (u.set.has(lexicon.Thing) || !u.known())
}

// isPaper reports a noun for documents at unit i.
func (d *doc) isPaper(i int) bool {
	e, ok := d.units[i].entry(lexicon.Noun)
	return ok && d.lex.Nouns[e.Index].Event == "doc"
}

// inBodyName reports a unit inside the name of an organization.
func (d *doc) inBodyName(j, end int) bool {
	u := &d.units[j]
	switch {
	case d.ampersand(j, end):
		return true
	case u.punct != 0 || u.date >= 0 || u.set.any(lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.By, lexicon.HaveFut, lexicon.With, lexicon.Beside) || u.set.has(lexicon.Indef) && !u.set.either(lexicon.Of, lexicon.Contracted):
		return false
	case u.set.has(lexicon.And):
		return j+1 < end && !d.units[j+1].set.either(lexicon.Def, lexicon.Indef)
	case u.set.has(lexicon.Verb) && !u.cap:
		return false
	}
	return true
}

// passiveParties are the states and organizations by which or between which a
// document was signed, told after the verb or between the document and the verb.
func (f *frame) passiveParties(x *signing) {
	if x.persons = f.betweenThem(); len(x.persons) > 1 {
		return
	}
	x.persons = nil
	if x.codes = f.governmentsBetween(); len(x.codes) > 0 {
		return
	}
	if x.bodies = f.passiveBodies(); len(x.bodies) > 1 {
		return
	}
	if x.codes, x.bodies = f.mixedSides(); len(x.bodies) > 0 {
		return
	}
	f.parties(x, f.g.at, f.s.to, lexicon.By, lexicon.Between)
	if x.signers() == 0 {
		f.parties(x, f.s.from, f.g.from, lexicon.Between)
	}
	if names := f.passiveBodies(); x.signers() < 2 && (len(x.orgs) == 0 || len(names) > 1) {
		x.bodies, x.orgs = names, nil
	}
	if x.signers() == 0 {
		x.codes = f.dashedStates()
	}
}

// dashedStates are those of "Hiệp định Việt Nam - Israel", told before the verb.
func (f *frame) dashedStates() []string {
	d := f.d
	for i := f.s.from + 1; i+1 < f.g.from; i++ {
		a, okA := d.units[i-1].entry(lexicon.Country)
		b, okB := d.units[i+1].entry(lexicon.Country)
		if okA && okB && (d.units[i].punct == '-' || d.textOf(i, i+1) == "–") {
			return []string{a.Code, b.Code}
		}
	}
	return nil
}

// parties adds the states, parties and organizations that sign: bare ones before
// an active verb, or under the given prepositions.
func (f *frame) parties(x *signing, from, to int, govs ...lexicon.Class) {
	under := govs[0] == lexicon.None
	for i := from; i < to; i++ {
		u := &f.d.units[i]
		for _, g := range govs {
			if g != lexicon.None && u.set.has(g) && (g != lexicon.By || i < f.g.at || f.d.onlyWhen(f.g.at+1, i)) {
				under = true
			}
		}
		if u.actor >= 0 || u.name >= 0 || !under {
			continue
		}
		bare := i == f.s.from || i == f.d.afterDateline(f.s) || i > f.s.from && f.d.dash(i-1) && i-2 >= f.s.from && f.d.units[i-2].punct != 0 || f.d.units[f.d.beforeParty(i, f.s)].set.any(lexicon.Def, lexicon.And, lexicon.By, lexicon.Between) && !f.d.ofBoth(i, f.s) || govs[0] == lexicon.With && f.d.units[i-1].set.has(lexicon.With) || f.d.units[i-1].punct == ','
		bare = bare || u.set.has(lexicon.Country) && f.d.inStates(i, f.s)
		if !bare || i+1 < to && f.d.clitic(i+1) { // "between the CPV's Commission and"
			continue
		}
		if e, ok := u.entry(lexicon.Country); ok && !f.d.namesOn(i) {
			x.codes = append(x.codes, e.Code)
		} else if e, ok := u.entry(lexicon.Party); ok && e.Form&lexicon.Weak == 0 {
			x.parties = append(x.parties, int(e.Index))
		} else if e, ok := u.entry(lexicon.Org); ok {
			x.orgs = append(x.orgs, int(e.Index))
		}
	}
}

// beforeParty is the unit before unit i, of a party the one before what it is called: "the then ruling Labour Party".
func (d *doc) beforeParty(i int, s sentence) int {
	k := i - 1
	for ; d.units[i].set.has(lexicon.Party) && k > s.from && d.units[k].actor < 0; k-- {
		if e, ok := d.units[k].entry(lexicon.PartyWord); (!ok || e.Index != 3) && !d.units[k].set.any(lexicon.Then, lexicon.Adverb, lexicon.Former) {
			break
		}
	}
	return k
}

// ofBoth reports the second state of "the ministries of A and B" and of "the accord that A and B
// signed", which only tells which accord: neither signs.
func (d *doc) ofBoth(i int, s sentence) bool {
	return i > s.from+2 && d.units[i-1].set.has(lexicon.And) && d.units[i-2].set.has(lexicon.Country) && d.units[i-3].set.either(lexicon.Of, lexicon.That)
}

// namesOn reports a state that begins a longer name: "the Luxembourg Space Agency".
func (d *doc) namesOn(i int) bool {
	if d.lex.Options.Bare || i+1 >= len(d.units) {
		return false
	}
	u := &d.units[i+1]
	return u.cap && u.kind == text.Word && (u.set.either(lexicon.Thing, lexicon.Org) || !u.known() || d.inTitle(i))
}

// inTitle reports a word behind unit i that has a capital though it is a common noun, and one more such word behind it:
// "Kenya Tea Board".
func (d *doc) inTitle(i int) bool {
	if i+2 >= len(d.units) || !d.lex.Options.Premodifier {
		return false
	}
	u, v := &d.units[i+1], &d.units[i+2]
	return u.actor < 0 && u.date < 0 && u.name < 0 && u.set.any(lexicon.Noun, lexicon.Portfolio, lexicon.Body) && v.cap && v.actor < 0 && v.set.either(lexicon.Thing, lexicon.Body)
}

// inStates reports a state that goes on a list of states, or starts one after a colon.
func (d *doc) inStates(i int, s sentence) bool {
	if i == s.from {
		return false
	}
	if i > s.from+1 && d.dash(i-1) && d.units[i-2].set.has(lexicon.Country) && i-2 == s.from {
		return true // "Việt Nam - Argentina ký ..."
	}
	return d.units[i-1].punct == ':' || d.units[i-1].punct == ',' && i > s.from+1 && d.units[i-2].set.has(lexicon.Country)
}

// writtenBody is what is written from unit a up to unit b, where a word that nobody knows and a capital behind it are
// one brand ("PetroVietnam") and not two words whose space was lost.
func (d *doc) writtenBody(a, b int) string {
	name := d.textOf(a, b)
	for i := a + 1; i < b; i++ {
		u, w := &d.units[i-1], d.textOf(i-1, i)
		if d.toks[d.units[i].from].Glued && d.units[i].cap && u.cap && !u.known() && utf8.RuneCountInString(w) == len(w) {
			name = strings.Replace(name, w+" "+d.textOf(i, i+1), w+d.textOf(i, i+1), 1)
		}
	}
	return name
}
