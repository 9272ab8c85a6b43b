package extract

import (
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// wordedRun is the end of a name that begins at unit i and has a part that is a word, a title or a place
// too, i if there is none: "Kenya's Lincoln Bishop", "Takeo Kishi of Japan", "le ministre Austin Hall".
// Such a part is one only where the sentence tells of a person.
func (d *doc) wordedRun(i int, s sentence) int {
	if i+1 >= s.to || !d.units[i].cap || !d.units[i+1].cap && !d.particle(i+1) || !d.opensWorded(i) {
		return i
	}
	if d.styleGiven(i, s) {
		return max(i, d.nameRun(i+1, s))
	}
	place := d.units[i].set.either(lexicon.Place, lexicon.Country)
	if place && i > s.from && d.units[i-1].set.any(lexicon.In, lexicon.To, lexicon.From) {
		return i // "a reçu à Accra Thorvald X, ministre"
	}
	listed, worded := !place || d.asName(i, lexicon.AsGiven), place || !d.namePart(i)
	j := i + 1
	for j < s.to && j < i+6 {
		if k := d.joined(j, s); k > j && !(j == i+1 && worded && d.units[j].set.either(lexicon.Of, lexicon.Def)) {
			j = k
			continue
		}
		plain := d.namePart(j) && !d.units[j].set.either(lexicon.Place, lexicon.Country)
		if !plain && !d.wordedPart(i, j) || !d.toks[d.units[j].from].Space {
			break
		}
		worded = worded || !plain
		j++
	}
	if !worded || j < i+2 || d.nounGoesOn(j, s) || d.brand(&name{from: i, to: j}) || d.titleCase(s) && !d.givenStart(i) && !d.asName(i, lexicon.AsGiven) || !d.ofPerson(i, j, s, listed) {
		return i
	}
	return j
}

// addWorded adds such a name: what is around it has told that it is a person's.
func (d *doc) addWorded(sent, from, to int) {
	before := len(d.names)
	if d.addName(sent, from, to); len(d.names) > before {
		d.names[before].sure = true
	}
}

// styleGiven reports a style that is a given name before a family name with its article: "Minister Sultan
// Al-Jaber"; a ruler is called by his own name, "Sultan Haitham".
func (d *doc) styleGiven(i int, s sentence) bool {
	u := &d.units[i]
	if !u.set.has(lexicon.NameHead) || !u.set.has(lexicon.Role) || !d.asName(i, lexicon.AsGiven) || d.articleBefore(i, s) {
		return false
	}
	return d.articleOfName(i + 1)
}

// articleOfName reports a family name with its article at unit i: "Al-Jaber", "Al Thani", "al-Ahmad".
func (d *doc) articleOfName(i int) bool {
	head, _, hyphen := strings.Cut(d.textOf(i, i+1), "-")
	id, _ := d.word(head)
	return (hyphen || d.units[i].cap) && id != 0 && d.wordSet(id, text.Token{}).has(lexicon.Particle)
}

// oneCapital reports one word with a capital, not all capitals and no part of a date.
func (d *doc) oneCapital(k int) bool {
	u := &d.units[k]
	return u.kind == text.Word && u.cap && u.to-u.from == 1 && u.date < 0 && !(d.toks[u.from].AllCaps && !d.toks[u.from].Initial)
}

// asName reports a word that names of persons have as such a part.
func (d *doc) asName(k int, part lexicon.NameWord) bool {
	return d.oneCapital(k) && d.lex.NameWords[d.textOf(k, k+1)]&part != 0
}

// opensWorded reports a word with which such a name can begin.
func (d *doc) opensWorded(i int) bool {
	u := &d.units[i]
	if d.lex.Options.Tones && u.set.any(lexicon.Country, lexicon.From, lexicon.In, lexicon.To) { // states stand right before names
		return false
	}
	return d.oneCapital(i) && (d.namePart(i) || u.set.has(lexicon.Place) && !u.set.any(lexicon.Country, lexicon.Thing, lexicon.Org, lexicon.Party) || d.asName(i, lexicon.AsGiven))
}

// givenStart reports a given name that nothing else is named like.
func (d *doc) givenStart(i int) bool {
	return d.units[i].set.has(lexicon.Given) && !d.units[i].set.any(lexicon.Place, lexicon.Country, lexicon.Month)
}

// wordedPart reports a later part of a name that begins at unit i: a word of the list, or a place behind a
// given name.
func (d *doc) wordedPart(i, j int) bool {
	if d.asName(j, lexicon.AsSurname) || j == i+1 && d.asName(j, lexicon.AsGiven) && !d.units[j].set.either(lexicon.Role, lexicon.Verb) {
		return true
	}
	return d.oneCapital(j) && d.givenStart(i) && d.units[j].set.has(lexicon.Place) && !d.units[j].set.any(lexicon.Country, lexicon.Role, lexicon.Thing, lexicon.Org)
}

// nounGoesOn reports that what ends before unit j is no name: another word with a capital or a noun follows,
// "Paris Young People", "Kent Church leaders".
func (d *doc) nounGoesOn(j int, s sentence) bool {
	if j >= s.to || d.units[j].kind != text.Word || d.clitic(j) || d.units[j].date >= 0 {
		return false
	}
	u := &d.units[j]
	return u.cap && !d.lex.Options.Tones || !u.known() || u.set.any(lexicon.Role, lexicon.Noun, lexicon.Thing, lexicon.Namesake, lexicon.Portfolio) && !u.set.any(lexicon.Verb, lexicon.Of, lexicon.In)
}

// ofPerson reports what tells of a person around the name at units [i, j): a title, or the state that he is
// of, before or behind it. A place that no list tells to be a given name wants them before it.
func (d *doc) ofPerson(i, j int, s sentence, listed bool) bool {
	if u := &d.units[i]; u.set.has(lexicon.Role) { // "the ambassador of Chad, Dean Acheson"
		return !u.set.has(lexicon.NameHead) && (d.titledOrOwned(i, s) || j == i+2 && d.stateBehind(j, s))
	}
	if !listed {
		return d.units[max(i-1, s.from)].known() && d.titledOrOwned(i, s) && !d.units[i+1].set.either(lexicon.Place, lexicon.Given)
	}
	return d.titledOrOwned(i, s) || d.stateBehind(j, s)
}

// titledOrOwned reports a title or a state right before a name: "Foreign Minister X", "Japan's X", "le Japonais X".
func (d *doc) titledOrOwned(i int, s sentence) bool {
	if i == s.from {
		return false
	}
	b := &d.units[i-1]
	switch {
	case d.clitic(i - 1):
		return i > s.from+1 && d.units[i-2].set.has(lexicon.Country)
	case b.set.any(lexicon.Of, lexicon.Def, lexicon.In, lexicon.To, lexicon.From, lexicon.Thing, lexicon.Namesake, lexicon.Org) || d.contracted(i-1):
		return false
	case d.lex.Options.Tones && d.units[i].set.has(lexicon.Place) && !b.set.either(lexicon.Country, lexicon.Honorific) && !d.articleOfName(i+1):
		return false // "Thị trưởng Paris Anne X"
	case d.lex.Options.Article && b.cap && b.set.has(lexicon.Adj) && i > s.from+1 && d.units[i-2].set.has(lexicon.Def):
		return true
	}
	return d.titleBefore(i, s)
}

// stateBehind reports the state or the office of whom a name ends before unit j: "X of Japan", "X (Japan)",
// "X, Japan's ambassador", "X, the Japanese minister".
func (d *doc) stateBehind(j int, s sentence) bool {
	if j+1 >= s.to {
		return false
	}
	k := j + 1
	k += one(d.units[k].set.has(lexicon.Def) && k+1 < s.to)
	state := d.units[k].set.has(lexicon.Country)
	switch u := &d.units[j]; {
	case d.roleFollows(j, s, true):
		return true
	case u.punct == ',' && d.units[j+1].set.has(lexicon.Behalf) || d.lex.Options.Gendered && u.set.has(lexicon.Behalf): // "X, for Japan", "X côté japonais"
		k = j + 1 + one(u.punct == ',')
		k += one(k+1 < s.to && d.units[k].set.has(lexicon.Def))
		return k < s.to && d.units[k].set.either(lexicon.Country, lexicon.Adj)
	case u.punct == '(' || u.set.either(lexicon.Of, lexicon.From) && !d.lex.Options.Gendered:
		return state && !(k+1 < s.to && d.units[k+1].cap)
	case u.punct == ',' && state && d.clitic(k+1):
		return k+2 < s.to && d.units[k+2].set.any(lexicon.Role, lexicon.Portfolio, lexicon.Former, lexicon.First)
	}
	return false
}

// firmOf reports the name of a firm right behind the office that somebody named before has in it: "ông X, Tổng Giám
// đốc Vestas".
func (d *doc) firmOf(n *name, s sentence) bool {
	if !d.lex.Options.Tones || n.to > n.from+1 || n.from == s.from || d.givenName(n) || d.syllableName(n.from) {
		return false
	}
	e, ok := d.units[n.from-1].entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Key == "director" && d.saidOf(n.from, s)
}

// initialsJoined reports a word that a hyphen joins to initials: "Ivoire-AIP".
func initialsJoined(w string) bool {
	head, tail, ok := strings.Cut(w, "-")
	return ok && !allCaps(head) && len(tail) > 2 && len(tail) < 6 && allCaps(tail)
}
