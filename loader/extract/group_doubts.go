package extract

import (
	"slices"
	"strings"
	"unicode"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// noParty reports the name of a party at unit i that the words around make another name.
func (d *doc) noParty(i int) bool {
	s := d.sents[d.sentenceAt(i)]
	return d.roadNumber(i, s) || d.units[i].to-d.units[i].from == 1 && d.nameOfThing(i, s) || d.personsPart(i, s) || d.insideLonger(i, s) || d.ofOtherState(i, s) || d.source(i, s) || d.otherLetters(i) || d.saying(i, s)
}

// roadNumber reports an abbreviation behind an article and before a number: "la RN 79".
func (d *doc) roadNumber(i int, s sentence) bool {
	return i > s.from && i+1 < s.to && d.units[i+1].kind == text.Number && d.abbreviated(i) && d.units[i-1].set.has(lexicon.Def) && !(i+2 < s.to && d.textOf(i+2, i+3) == "%")
}

// abbreviated reports a unit of one word that is all capitals.
func (d *doc) abbreviated(i int) bool {
	u := &d.units[i]
	return u.to-u.from == 1 && d.toks[u.from].AllCaps
}

// nameOfThing reports a name right behind the thing that it names: "l'hôtel SYL", "the mosque Istiqlal".
func (d *doc) nameOfThing(i int, s sentence) bool {
	return i > s.from && d.units[i-1].set.has(lexicon.Namesake) && !d.firmKind(i-1) && !d.units[i-1].set.any(lexicon.Role, lexicon.PartyWord, lexicon.Party)
}

// personsPart reports a name of persons too that stands between a title and a capital: "l'ambassadeur Fatah X".
func (d *doc) personsPart(i int, s sentence) bool {
	return i > s.from && i+1 < s.to && d.units[i].set.either(lexicon.Given, lexicon.Surname) && d.units[i-1].set.either(lexicon.Role, lexicon.Honorific) && d.units[i+1].cap
}

// insideLonger reports a name that goes on, before it or behind it, with capitals that no lexicon knows: "la Belle
// Alliance populaire", "le Front Fatah al-Cham".
func (d *doc) insideLonger(i int, s sentence) bool {
	if d.capsLine(i) || d.titleCase(s) {
		return false
	}
	if i > s.from+1 && d.unlistedCapital(i-1) && d.units[i-1].punct == 0 && !d.clitic(i) {
		return true
	}
	if i+1 >= s.to || d.abbreviated(i) || d.units[i].to-d.units[i].from > 1 {
		return false
	}
	if w := d.textOf(i+1, i+2); d.units[i+1].kind == text.Word && particled(w) {
		return true // "al-Cham"
	}
	return i+2 < s.to && d.unlistedCapital(i+1) && d.units[i+2].kind == text.Word && particled(d.textOf(i+2, i+3))
}

// particled reports a small particle that a hyphen joins to a capital: "al-Cham".
func particled(w string) bool {
	head, tail, ok := strings.Cut(w, "-")
	return ok && len(head) < 4 && tail != "" && strings.ToLower(head) == head && unicode.IsUpper(firstRune(tail))
}

// unlistedCapital reports a capitalised word that no lexicon knows, but as a part of names.
func (d *doc) unlistedCapital(i int) bool {
	u := &d.units[i]
	return u.kind == text.Word && u.cap && u.date < 0 && !d.toks[u.from].AllCaps && !roman(d.textOf(i, i+1)) && (!u.known() || onlyName(u.set))
}

// ofOtherState reports an abbreviation in brackets beside a state that is not that of the party: "(ERC, Belgique)".
func (d *doc) ofOtherState(i int, s sentence) bool {
	if i < s.from+1 || i+3 >= s.to || d.units[i-1].punct != '(' || d.units[i+1].punct != ',' || d.units[i+3].punct != ')' {
		return false
	}
	e, ok := d.units[i+2].entry(lexicon.Country)
	return ok && !slices.ContainsFunc(parties(&d.units[i]), func(p lexicon.Entry) bool { return p.Code == e.Code })
}

// source reports an abbreviation of who has sent a report, in brackets: "(Theo PAP, X)", "(AFP, PTI)", "(BNP) - ".
func (d *doc) source(i int, s sentence) bool {
	if !d.abbreviated(i) {
		return false
	}
	from, to := i, i+1
	for from > s.from && (d.units[from-1].punct == ',' || d.units[from-1].kind == text.Word) && i-from < 8 {
		from--
	}
	for to < s.to && (d.units[to].punct == ',' || d.units[to].kind == text.Word) && to-i < 8 {
		to++
	}
	if from == s.from || to >= s.to || d.units[from-1].punct != '(' || d.units[to].punct != ')' {
		return false
	}
	for k := from; k < to; k++ {
		if d.units[k].set.either(lexicon.Agency, lexicon.Source) {
			return true
		}
	}
	return from-1 == s.from && to+1 < s.to && d.dash(to+1)
}

// otherLetters reports the abbreviation of an organization in capitals, of which that of the party has small ones: AFD
// and AfD.
func (d *doc) otherLetters(i int) bool {
	return d.units[i].set.has(lexicon.Org) && d.abbreviated(i) && !slices.ContainsFunc(parties(&d.units[i]), func(e lexicon.Entry) bool {
		return slices.Contains(d.lex.Parties[e.Index].Short, d.textOf(i, i+1))
	})
}

// saying reports a name of several words that is all that somebody says, or that something is called:
// "Le thème était « Nous sommes une famille »".
func (d *doc) saying(i int, s sentence) bool {
	if d.units[i].to-d.units[i].from < 3 || i == s.from || i+1 >= s.to || !d.quoteMark(i-1) || !d.anyQuote(i+1) {
		return false
	}
	if before := i - 2; before >= s.from && (d.units[before].set.has(lexicon.PartyWord) || !d.units[before].set.either(lexicon.Be, lexicon.Verb) && d.units[before].punct != ':') {
		return false
	}
	return i+2 >= s.to || d.units[i+2].punct == ',' || d.units[i+2].punct == '.'
}

// spelledOut reports the words in front of the bracket at unit end that an abbreviation in it stands for, each by its
// first letter: "Front de la Patrie du Vietnam (FPV)"; from is where they begin.
func (d *doc) spelledOut(end int, short string) (from int, ok bool) {
	letters := []rune(short)
	k := len(letters) - 1
	for i := end - 1; i >= 0 && k >= 0 && end-i < 12; i-- {
		u := &d.units[i]
		if u.kind != text.Word {
			return 0, false
		}
		for t := u.to - 1; t >= u.from && k >= 0; t-- {
			first := unicode.ToUpper(firstRune(text.Fold(d.toks[t].Text(d.text))))
			switch {
			case first == letters[k]:
				if k--; k < 0 {
					return i, t == u.from
				}
			case !functionWord(u.set):
				return 0, false
			}
		}
	}
	return 0, false
}

// complemented reports one word that is a noun too, and the name of a party, with words behind or before it that are not in
// that name: "la Ligue contre la violence", "the Confederation of Danish Growers", or one that such a name in the
// article begins with.
func (d *doc) complemented(i int) bool {
	u := &d.units[i]
	if d.abbreviated(i) || u.to-u.from > 1 && !(u.to-u.from == 2 && d.wordSet(d.ids[u.from], d.toks[u.from]).has(lexicon.Def)) {
		return false
	}
	id := d.ids[u.to-1]
	for k := range d.units {
		x := &d.units[k]
		if x.set.has(lexicon.Org) && x.to-x.from > 1 && slices.Contains(d.ids[x.from:x.to], id) || x.to-x.from <= 2 && d.ids[x.to-1] == id && x.set.has(lexicon.Party) && d.inOtherName(k) {
			return true
		}
	}
	return false
}

// inOtherName reports the word at unit i with a complement behind it, or with another capital before it where such words
// come last: "the Transport Confederation".
func (d *doc) inOtherName(i int) bool {
	s := d.sents[d.sentenceAt(i)]
	if d.ofSomethingElse(i, s) {
		return true
	}
	if !d.lex.Options.Premodifier || i <= s.from+1 || d.titleCase(s) {
		return false
	}
	u := &d.units[i-1]
	return u.cap && u.kind == text.Word && !functionWord(u.set) && !u.set.any(lexicon.Role, lexicon.Verb, lexicon.Adj, lexicon.Country)
}

// ofSomethingElse reports a complement of the noun at unit i that is no person and not the state of the party.
func (d *doc) ofSomethingElse(i int, s sentence) bool {
	k := i + 1
	if k+1 >= s.to || d.units[k].kind != text.Word {
		return false
	}
	own := func(u *unit) bool {
		code := stateCode(u)
		return slices.ContainsFunc(parties(&d.units[i]), func(e lexicon.Entry) bool { return e.Code == code })
	}
	if u := &d.units[k]; u.set.has(lexicon.Adj) {
		return !own(u)
	}
	if d.units[k].set.any(lexicon.For, lexicon.Prep) && !d.units[k].set.any(lexicon.In, lexicon.Verb, lexicon.After) {
		return d.units[k+1].name < 0 && !d.unlistedCapital(k+1)
	}
	if !d.units[k].set.has(lexicon.Of) {
		return false
	}
	for k++; k < s.to && d.units[k].set.either(lexicon.Def, lexicon.Poss); k++ {
	}
	if k >= s.to || d.units[k].kind != text.Word || d.unlistedCapital(k) {
		return false
	}
	return !d.units[k].set.either(lexicon.Country, lexicon.Adj) || !own(&d.units[k])
}

// partyMeant doubts names that are ordinary words, and abbreviations of a party of whose state
// the article names neither it nor anybody.
func (d *doc) partyMeant(i int, p *lexicon.PartyEntry, weak bool) bool {
	if weak {
		return d.partyNear(i) && !d.complemented(i)
	}
	return !slices.Contains(p.Short, d.textOf(i, i+1)) || d.partyWordNear(i) || d.namesState(p.Country) || slices.ContainsFunc(d.persons, func(q person) bool { return q.country == p.Country })
}

// namesState reports whether the article names a state or a place in it.
func (d *doc) namesState(code string) bool {
	for i := range d.units {
		for _, e := range d.units[i].entries {
			if e.Code == code && (e.Class == lexicon.Country || e.Class == lexicon.Adj || e.Class == lexicon.Place) {
				return true
			}
		}
	}
	return false
}

// partyNear: a party whose name is an ordinary word needs a word of party life
// beside it, or to be that of somebody: "X, of Move Forward", "Y (Labour)", but not "the Minister of Labour".
func (d *doc) partyNear(i int) bool {
	if d.partyWordNear(i) {
		return true
	}
	s := d.sents[d.sentenceAt(i)]
	k := i - 1
	if k > s.from && d.units[k].set.has(lexicon.Def) {
		k--
	}
	if k <= s.from || !d.units[k].set.either(lexicon.Of, lexicon.From) && (d.units[k].punct != '(' || i+1 >= s.to || d.units[i+1].punct != ')') {
		return false
	}
	def := k < i-1
	if k--; k > s.from && d.units[k].punct == ',' {
		k--
	}
	if role, ok := d.units[k].entry(lexicon.Role); ok && !def {
		return d.lex.Roles[role.Index].Key != "minister"
	}
	n := d.units[k].actor
	return n >= 0 && d.actors[n].named && !(i+1 < s.to && d.units[i+1].kind == text.Word && !d.units[i+1].known())
}

// partyWordNear reports a word of party life, or another party, beside the name at unit i.
func (d *doc) partyWordNear(i int) bool {
	s := d.sents[d.sentenceAt(i)]
	for k := max(s.from, i-3); k < min(i+2, s.to); k++ {
		if d.units[k].set.has(lexicon.PartyWord) {
			return true
		}
	}
	return d.amongParties(i, s)
}
