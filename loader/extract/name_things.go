package extract

import (
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// oneGluedWord reports "PetroVietnam": one written word, cut at its hump.
func (d *doc) oneGluedWord(n *name) bool {
	for i := n.from + 1; i < n.to; i++ {
		if !d.toks[d.units[i].from].Glued {
			return false
		}
	}
	return n.to > n.from+1 && len(n.words) == 2
}

// brand reports "YouTube" and "HBC Nantes": a word cut at its hump, or an
// abbreviation among the words.
func (d *doc) brand(n *name) bool {
	for i := n.from; i < n.to; i++ {
		if w := d.textOf(i, i+1); initialsJoined(w) {
			return true
		}
		if t := d.toks[d.units[i].from]; t.Glued && i > n.from || t.AllCaps && t.End-t.Start <= 4 && !(t.Initial && !d.units[n.to-1].set.has(lexicon.Not)) && !roman(t.Text(d.text)) {
			return true
		}
	}
	return false
}

// firmOfBrand reports at unit i the last word of the name of a company, "Tarel Group": a capital behind one of a word that
// nobody knows, not in a line where most words have one.
func (d *doc) firmOfBrand(i int, s sentence) bool {
	return d.units[i].cap && i > s.from && d.units[i].set.has(lexicon.Thing) && d.units[i-1].cap && !d.units[i-1].known() && d.units[i-1].name < 0 && !d.titleCase(s)
}

// namesake reports a name that only names a thing: "mausolée de Ho Chi Minh".
func (d *doc) namesake(n *name, s sentence) bool {
	if i := n.from - 1; i >= s.from && d.units[i].set.has(lexicon.NameHead) && !d.units[i].set.either(lexicon.Role, lexicon.Honorific) && !d.titleBefore(i, s) {
		styled := *n
		styled.from, n = i, &styled // "the port of Preah Sambor"
	}
	if n.to < s.to && d.units[n.to].cap && d.units[n.to].set.has(lexicon.Thing) && (d.lex.Options.Premodifier && !d.headline(n.sent) || d.lex.Options.Tones && n.to == n.from+1 && !resolve.Syllable(d.toks[d.units[n.to].from].Text(d.text))) {
		return true // "Kennedy School", "Sun Group"
	}
	if i := n.from - 2; i >= s.from && d.quoted(n, s) && d.units[i].set.has(lexicon.Namesake) && !d.units[i].cap {
		return true // 'the film "Sinan Bey"'
	}
	if d.thingAround(n, s) || d.listedThing(n, s) || !d.lex.Options.Premodifier && strings.Contains(text.Key(n.text), "'s ") {
		return true
	}
	for i := n.from - 1; i >= s.from && i >= n.from-3; i-- {
		u := &d.units[i]
		if u.set.has(lexicon.Have) && u.set.has(lexicon.Namesake) {
			return false // "da" without its marks: "đá" or "đã"
		}
		if d.lex.Options.Tones && i == n.from-1 && u.set.has(lexicon.Verb) && d.endsWith(u, lexicon.Namesake) {
			return true // "thăm Bệnh viện Lê Văn Ba"
		}
		if d.lex.Options.Tones && i == n.from-1 && d.endsWith(u, lexicon.Namesake) && d.governs(u) {
			return d.townOf(n, s)
		}
		if d.lex.Options.Tones && i == n.from-1 && u.set.has(lexicon.Namesake) && u.set.has(lexicon.Portfolio) && !u.cap && d.titleBefore(n.from, s) && (len(n.words) > 2 || d.givenName(n)) {
			return d.townOf(n, s) // "Thống đốc tỉnh Hyogo Hattori Yohei"
		}
		if d.lex.Options.Tones && (i < n.from-1 && !u.set.either(lexicon.Namesake, lexicon.Body) || i == n.from-1 && n.to == n.from+1 && u.set.has(lexicon.Place) && !u.set.has(lexicon.Country) && d.units[max(i-1, s.from)].set.has(lexicon.Namesake)) {
			continue // "sân bay quốc tế Nội Bài", "sân bay London Heathrow"
		}
		if d.lex.Options.Tones && u.set.has(lexicon.Body) && !u.set.either(lexicon.Thing, lexicon.Namesake) {
			return !d.titleBefore(n.from, s)
		}
		if i == n.from-1 && u.set.has(lexicon.Adj) && !u.cap && n.to == n.from+1 {
			continue // "le directeur de la société serbe Novakol, X"
		}
		if i == n.from-1 && d.brandHolder(n, i, s) {
			return false
		}
		if i > s.from && u.set.either(lexicon.Thing, lexicon.Namesake) && (d.holder(n, s, &d.units[i-1]) || i == n.from-1 && d.headOfParty(n.from, s) || d.lex.Options.Tones && i < n.from-1 && !u.cap && d.units[n.from].set.has(lexicon.Given) && d.titleBefore(n.from, s)) {
			return false
		}
		if d.lex.Options.Tones && i < n.from-1 && u.set.has(lexicon.Namesake) && d.units[i+1].cap {
			return !d.titleBefore(n.from, s) // "Làng Hữu nghị Na Chok", not "Chủ tịch Ngân hàng Phát triển X"
		}
		if d.lex.Options.Tones && i == n.from-1 && i > s.from && u.set.has(lexicon.Portfolio) && d.units[i-1].set.has(lexicon.Role) && d.givenName(n) {
			return false // "Cao ủy Hòa bình Pedro X"
		}
		if i == n.from-1 && u.set.has(lexicon.Namesake) && d.hasOwner(i, s) {
			return false
		}
		if d.ownedThing(n, i) || i == n.from-1 && d.portfolioOfThings(n, s) {
			return false
		}
		if u.set.either(lexicon.Thing, lexicon.Namesake) {
			return !d.lex.Options.Premodifier || d.units[n.from-1].set.either(lexicon.Of, lexicon.Def) || u.cap && u.set.has(lexicon.Namesake) && !(u.set.has(lexicon.Thing) && n.to > n.from+1 && d.givenName(n)) || !d.titleBefore(n.from, s) // "member of the Secretariat X", "rector of the University John Y", "at Fort X"
		}
		if d.describedThing(n, i, s) {
			return true
		}
		if !u.set.any(lexicon.Of, lexicon.Def, lexicon.NameHead) && !(d.lex.Options.Tones && (d.smallWord(i) || u.cap && u.set.has(lexicon.Portfolio) && !u.set.has(lexicon.Role))) {
			return false
		}
	}
	return false
}

// holder reports a full name after an office and a body: a native one where the body has no
// name of its own, any other where it has: "Giám đốc Trung tâm Lê Văn Ba", "Chủ tịch Tập đoàn
// Siemens Hans Bauer", not "Giám đốc Trung tâm Lê Văn Ba, ông X" nor "ông X, Giám đốc Trung tâm Lê
// Văn Ba". u is the unit before the last one of the body.
func (d *doc) holder(n *name, s sentence, u *unit) bool {
	if !d.lex.Options.Tones || n.to == n.from+1 || !d.titleBefore(n.from, s) || n.to+1 < s.to && d.units[n.to].punct == ',' && d.units[n.to+1].set.has(lexicon.Honorific) {
		return false
	}
	if u.set.has(lexicon.Body) {
		return d.units[n.from].set.has(lexicon.Given)
	}
	e, ok := d.units[n.from].entry(lexicon.Surname)
	return ok && e.Code == d.lex.Home && len(n.words) >= 3 && len(n.words) <= 5 && d.homeName(n) && u.set.either(lexicon.Role, lexicon.Portfolio) && !d.saidOf(n.from, s)
}

// thingAround reports a name without a title that goes with the word for a thing: "Hoa Lo
// prison", "Santa Rosa".
func (d *doc) thingAround(n *name, s sentence) bool {
	if d.thingByEnding(n.to - 1) {
		return true
	}
	if !d.lex.Options.Premodifier || d.titleBefore(n.from, s) {
		return false
	}
	if u := &d.units[n.from]; u.set.has(lexicon.Namesake) && !u.set.has(lexicon.Surname) {
		return true
	}
	return n.to < s.to && !d.units[n.to].cap && d.units[n.to].set.has(lexicon.Namesake) && !d.units[n.to].set.has(lexicon.Verb) && d.lex.Figure(n.text) == nil && d.units[n.to].from == d.units[n.to-1].to
}

// hasOwner reports a thing at unit i that a word before it names already, or gives to somebody: "reçu à son hôtel X",
// "the Governor of Fukuoka Prefecture X".
func (d *doc) hasOwner(i int, s sentence) bool {
	if i == s.from {
		return false
	}
	b := &d.units[i-1]
	return b.set.has(lexicon.Poss) && !d.clitic(i-1) || d.lex.Options.Premodifier && d.units[i].cap && b.cap && (b.set.has(lexicon.Place) || !b.known())
}

// ownedThing reports what somebody told by a given name and more may have: "le poste de Jean X".
func (d *doc) ownedThing(n *name, i int) bool {
	e, ok := d.units[i].entry(lexicon.Namesake)
	first := &d.units[n.from]
	return ok && e.Index == 4 && i == n.from-2 && n.to > n.from+1 && d.units[n.from-1].set.has(lexicon.Of) && first.set.has(lexicon.Given) && !first.set.any(lexicon.Surname, lexicon.Place, lexicon.Particle)
}

// portfolioOfThings reports things that are the portfolio of who is named behind them: "la ministre des Ports X".
func (d *doc) portfolioOfThings(n *name, s sentence) bool {
	u := &d.units[n.from-1]
	e, ok := u.entry(lexicon.Namesake)
	return ok && e.Index == 2 && u.cap && n.to > n.from+1 && d.titleBefore(n.from, s)
}

// describedThing reports at unit i what tells more of a thing that stands before it and has the name of no person known:
// "le village frontalier de X", "le navire de recherche X", "le pétrolier russe X".
func (d *doc) describedThing(n *name, i int, s sentence) bool {
	u, at := &d.units[i], i-1
	if u.kind != text.Word || u.cap || u.known() && !u.set.has(lexicon.Adj) || u.set.has(lexicon.Role) {
		return false
	}
	switch {
	case i == n.from-2 && d.units[i+1].set.has(lexicon.Of):
	case i != n.from-1 || d.titleBefore(n.from, s):
		return false
	case at >= s.from && d.units[at].set.has(lexicon.Of):
		at--
	case !u.set.has(lexicon.Adj):
		return false
	}
	if at < s.from || d.givenName(n) || d.lex.Figure(n.text) != nil {
		return false
	}
	thing := &d.units[at]
	return thing.set.has(lexicon.Namesake) && !thing.cap && !thing.set.either(lexicon.Role, lexicon.Verb)
}

// listedThing reports one of several things of the kind that is told before the first of them: "les provinces de A, B
// et C". Behind an office those who hold it may be named: "les gouverneurs des provinces de A et B, X et Y".
func (d *doc) listedThing(n *name, s sentence) bool {
	i := n.from
	for i > s.from && (d.joins(i-1) || d.capitalItem(i-1) || i > s.from+1 && d.units[i-1].set.has(lexicon.Of) && d.joins(i-2)) {
		i--
	}
	if i >= n.from || d.units[i].punct != 0 || !d.units[i].cap {
		return false
	}
	for i--; i > s.from && d.units[i].set.either(lexicon.Of, lexicon.Def); i-- {
	}
	i = max(i, s.from)
	if e, ok := d.units[i].entry(lexicon.Namesake); !ok || e.Index != 2 && !(d.lex.Options.Tones && i > s.from && d.units[i-1].set.either(lexicon.Numeral, lexicon.Two)) {
		return false
	}
	for k := i - 1; k >= s.from && d.units[k].kind == text.Word && !d.units[k].set.either(lexicon.Verb, lexicon.Have) && !d.unlistedCapital(k); k-- {
		if d.units[k].set.either(lexicon.Role, lexicon.Honorific) {
			return false
		}
	}
	return true
}

// joins reports a comma or an "and".
func (d *doc) joins(i int) bool { return d.units[i].punct == ',' || d.units[i].set.has(lexicon.And) }

// capitalItem reports a capital that may be one of the things in a list.
func (d *doc) capitalItem(i int) bool {
	u := &d.units[i]
	return u.kind == text.Word && u.cap && u.date < 0 && !u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Namesake, lexicon.Weekday, lexicon.Verb)
}
