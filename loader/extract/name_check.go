package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// sureName looks for what tells a person: a title before, a role after, a
// known given or family name, or two and more unknown capitalised words in
// the middle of a sentence.
func (d *doc) sureName(n *name) bool {
	s := d.sents[n.sent]
	if d.afterPartyHead(n.from, s) && !d.givenName(n) || d.namesake(n, s) || n.to == n.from+1 && d.articleBefore(n.from, s) && !d.units[n.from].set.either(lexicon.Given, lexicon.Surname) {
		return false
	}
	one := n.to == n.from+1
	if d.lex.Options.Tones && d.delegationWord(n, s) {
		return false // "tiếp X và Đoàn", "Đoàn Champasak do X dẫn đầu"
	}
	if n.from > s.from && d.units[n.from-1].set.has(lexicon.Of) && (one || d.lex.Options.Premodifier && n.from > s.from+2 && d.units[n.from-2].punct == ',' && d.namePart(n.from-3) && n.to < s.to && d.units[n.to].punct == ',') {
		return false // "le gouverneur de X", "A, of X,": a place, unless X is known otherwise
	}
	if one && d.lex.Options.Tones && n.to < s.to && d.units[n.to].cap && d.units[n.to].set.either(lexicon.Portfolio, lexicon.Body) && !d.units[n.to].set.has(lexicon.Role) && d.units[n.to].name < 0 {
		return false // "Tổng Giám đốc Cổng Thông tin điện tử"
	}
	if one && d.firstOfCompound(n, s) {
		return false
	}
	if d.town(n) || one && d.portfolioGoesOn(n.from, s) || d.abbreviations(n, s) {
		return false
	}
	if d.lex.Options.Premodifier && n.from > s.from && d.insideOf(n, s) {
		return false
	}
	if d.officeOfNext(n, s) || d.firmOf(n, s) || d.governed(n, s) || d.titleOfWork(n, s) {
		return false
	}
	if d.titleBefore(n.from, s) || !one && (d.roleFollows(n.to, s, true) || d.headsClause(n.to, s) >= 0) {
		return !one || !d.placeElsewhere(n)
	}
	if d.oneGluedWord(n) && (d.lex.Options.Tones || d.lex.Figure(n.text) == nil) || d.lex.Options.Tones && (n.from > s.from && d.placedBefore(n.from) || d.pieceOfPhrase(n, s) || d.twoSyllables(n, s)) {
		return false
	}
	if one {
		return d.headlineName(n, s) || d.lex.Figure(n.text) != nil && !d.units[n.from].set.either(lexicon.Place, lexicon.Thing)
	}
	if d.datelined(n) || d.brand(n) && !d.givenName(n) {
		return false
	}
	if d.givenName(n) || d.hasInitial(n) {
		return !d.placeWordBefore(n, s)
	}
	if n.from > s.from && d.units[n.from-1].set.any(lexicon.To, lexicon.In, lexicon.From, lexicon.Place, lexicon.Namesake) {
		return false
	}
	if d.lex.Options.Tones && !d.homeName(n) && !d.headline(n.sent) && !d.actsOrIsMet(n, s) {
		return false
	}
	if u := &d.units[n.from+1]; n.from == s.from && !u.cap && u.set.has(lexicon.Of) {
		return false // "Trésors d'Abomey"
	}
	return len(n.words) <= 6 && !d.titleCase(s) && !d.quoted(n, s) && !d.articleBefore(n.from, s) && !allCaps(n.text)
}

// actsOrIsMet reports a name before a verb or with others, or behind a verb of contact, in a language that gives other
// persons a title: "nhà máy Nasdaq Nordic" is none.
func (d *doc) actsOrIsMet(n *name, s sentence) bool {
	if n.to < s.to && d.units[n.to].set.any(lexicon.Verb, lexicon.Have, lexicon.HaveFut, lexicon.Passive, lexicon.And) {
		return true
	}
	if n.from == s.from {
		return true
	}
	u := &d.units[n.from-1]
	return u.set.any(lexicon.And, lexicon.With, lexicon.Beside, lexicon.By, lexicon.Passive, lexicon.Country, lexicon.Including) || u.punct != 0 || slices.ContainsFunc(d.verbsOf(n.from-1), func(v verbForm) bool { return v.verb.Event == "met" && v.verb.Slots.Has("obj") })
}

// firstOfCompound reports the first syllable of a noun of two of which only the first has a capital: "Tư lệnh Hạm
// đội", "người đứng đầu Giáo hội". An honorific stands before a name.
func (d *doc) firstOfCompound(n *name, s sentence) bool {
	if !d.lex.Options.Tones || n.to >= s.to || !d.syllableName(n.from) || n.from > s.from && d.units[n.from-1].set.has(lexicon.Honorific) {
		return false
	}
	u := &d.units[n.to]
	return u.kind == text.Word && !u.cap && u.to-u.from == 1 && u.common() && resolve.Syllable(d.textOf(n.to, n.to+1))
}

// delegationWord reports the word for a delegation, alone or before who heads it, no title right before.
func (d *doc) delegationWord(n *name, s sentence) bool {
	if !d.isNoun(n.from, "delegation") || n.from > s.from && (d.units[n.from-1].set.has(lexicon.Honorific) || n.to > n.from+1 && d.units[n.from-1].set.has(lexicon.Role)) {
		return false
	}
	return n.to == n.from+1 || n.to < s.to && d.units[n.to].set.either(lexicon.By, lexicon.LedBy) && d.units[n.to].actor < 0
}

// titleCase reports a headline all of whose words but the small ones have a capital: there
// capitals tell nothing, "Calls Talks On Summit Sidelines Useful".
func (d *doc) titleCase(s sentence) bool {
	if !d.lex.Options.Premodifier || d.units[s.to-1].punct == '.' {
		return false
	}
	high, names := 0, 0
	for i := s.from; i < s.to; i++ {
		switch u := &d.units[i]; {
		case u.kind != text.Word || d.toks[u.from].End-d.toks[u.from].Start < 4:
		case !u.cap:
			return false
		case u.known():
			high++
		default:
			names++
		}
	}
	return high > 1 && high+names > 4
}

// officeOfNext reports a place before the office of somebody named behind it: "Banteay Meanchey
// Governor Oum Reatrey".
func (d *doc) officeOfNext(n *name, s sentence) bool {
	i := n.to
	return d.lex.Options.Premodifier && i+1 < s.to && d.units[i].cap && d.units[i].set.has(lexicon.Role) && !d.units[i].set.either(lexicon.Surname, lexicon.Given) && d.units[i+1].cap && d.namePart(i+1) && !d.titleBefore(n.from, s) && d.lex.Figure(n.text) == nil && !d.capsLine(i)
}

// peerage reports the place that a name goes on with: "Baroness Amos of Hinton Waldrist".
func (d *doc) peerage(n *name, s sentence) bool {
	return n.from > s.from+1 && d.units[n.from-1].set.has(lexicon.Of) && d.units[n.from-2].cap && d.namePart(n.from-2)
}

// insideOf reports a name after an article, or after a word of place, that owns nothing:
// "In the Salão Nobre", "in Den Helder".
func (d *doc) insideOf(n *name, s sentence) bool {
	if d.units[n.from-1].set.has(lexicon.Def) {
		return d.lex.Figure(n.text) == nil // "the Tonle Sap"
	}
	return d.peerage(n, s) || d.units[n.from-1].set.has(lexicon.In) && d.units[n.from-1].to-d.units[n.from-1].from == 1 && d.lex.Figure(n.text) == nil && !(n.to < s.to && d.clitic(n.to)) && !d.roleFollows(n.to, s, true) && !d.lastWordAlone(n)
}

// lastWordAlone reports the last word of a full name told elsewhere by itself and not after a
// word of place: "an interest in Sergey Kislyak", where the next mention is "Kislyak said".
func (d *doc) lastWordAlone(n *name) bool {
	if n.to == n.from+1 {
		return false
	}
	last, before := d.textOf(n.to-1, n.to), d.textOf(n.to-2, n.to-1)
	for i := range d.units {
		if u := &d.units[i]; u.cap && i != n.to-1 && d.textOf(i, i+1) == last && (i == 0 || !d.units[i-1].set.either(lexicon.In, lexicon.Namesake) && d.textOf(i-1, i) != before) {
			return true
		}
	}
	return false
}

// town reports a hyphenated name with a small preposition inside it:
// "Monistrol-sur-Loir", but not "Moon Jae-in".
func (d *doc) town(n *name) bool {
	for i := n.from; i < n.to; i++ {
		w := d.toks[d.units[i].from].Text(d.text)
		if strings.IndexByte(w, '-') < 0 || !d.lex.Options.Article {
			continue
		}
		parts := strings.Split(w, "-")
		for _, p := range parts[1 : len(parts)-1] {
			if id, _ := d.word(p); id != 0 && p == strings.ToLower(p) && d.wordSet(id, text.Token{}).either(lexicon.In, lexicon.Prep) {
				return true
			}
		}
	}
	return false
}

// placedBefore reports a word before unit i after which a bare name is a place
// or a thing, in a language that gives persons a title: "tại Duyệt Thị Đường".
func (d *doc) placedBefore(i int) bool {
	u := &d.units[i-1]
	return u.actor < 0 && (u.set.either(lexicon.In, lexicon.From) && !u.set.either(lexicon.By, lexicon.To) || u.punct == '(')
}

// twoSyllables reports a run too short for a native name without a title,
// unless a verb follows it or company is told: "Mường Thanh", "La Vang".
func (d *doc) twoSyllables(n *name, s sentence) bool {
	if len(n.words) > 2 || !d.homeName(n) || d.headline(n.sent) || d.lex.Figure(n.text) != nil || n.to >= s.to || n.from == s.from {
		return false
	}
	if n.to+1 < s.to && d.units[n.to].set.has(lexicon.Of) && d.units[n.to+1].set.has(lexicon.Country) {
		return false // "Liu Yi của Trung Quốc"
	}
	u := &d.units[n.from-1]
	return !d.units[n.to].set.any(lexicon.Verb, lexicon.Have, lexicon.HaveFut, lexicon.Passive) && !u.set.any(lexicon.Beside, lexicon.By, lexicon.Passive)
}

// pieceOfPhrase reports a capitalised run that goes on with words that belong to no
// name and no title: "Duyệt Thị Đường".
func (d *doc) pieceOfPhrase(n *name, s sentence) bool {
	j := n.to
	if j+1 < s.to && d.units[j].kind == text.Word && !d.units[j].cap && !d.units[j].known() && d.units[j+1].cap && d.units[j+1].known() {
		return true // "Tổng Hạnh phúc Quốc gia"
	}
	return j < s.to && d.units[j].kind == text.Word && d.units[j].cap && d.units[j].date < 0 && d.units[j].known() && !d.headline(n.sent) &&
		!d.units[j].set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead)
}

// portfolioGoesOn reports the second half of "ministre des Eaux et Forêts": no
// person, although an office stands before.
func (d *doc) portfolioGoesOn(i int, s sentence) bool {
	if i < s.from+3 || !d.units[i-1].set.has(lexicon.And) || d.units[i].set.either(lexicon.Given, lexicon.Surname) || d.units[i-2].name >= 0 {
		return false
	}
	p, o := &d.units[i-2], &d.units[i-3]
	return p.cap && (p.set.either(lexicon.Portfolio, lexicon.Thing) || o.set.has(lexicon.Of) && !p.known())
}

// abbreviation reports a short word in capitals without a title of respect
// before it: "le journaliste de LCI".
func (d *doc) abbreviation(i int, s sentence) bool {
	t := d.toks[d.units[i].from]
	return t.AllCaps && t.End-t.Start <= 6 && !(i > s.from && d.units[i-1].set.either(lexicon.Honorific, lexicon.NameHead))
}

// abbreviations reports one such word, or more of them without a space between: "le Conseil
// des ministres ACP-UE".
func (d *doc) abbreviations(n *name, s sentence) bool {
	if n.to == n.from+2 && n.from == s.from && d.units[n.from].set.has(lexicon.Def) && !d.toks[d.units[n.from].from].AllCaps && d.abbreviation(n.to-1, s) {
		return true // "Le GAM", not "LE DUC"
	}
	if n.to == n.from+1 || d.givenName(n) {
		return n.to == n.from+1 && d.abbreviation(n.from, s)
	}
	for i := n.from; i < n.to; i++ {
		if w := d.textOf(i, i+1); !allCaps(w) || len(w) > 6 || i > n.from && d.toks[d.units[i].from].Space {
			return false
		}
	}
	return true
}

// givenName reports a known given or family name in a name.
func (d *doc) givenName(n *name) bool {
	for i := n.from; i < n.to; i++ {
		if d.units[i].set.either(lexicon.Given, lexicon.Surname) {
			return true
		}
	}
	return false
}

func (d *doc) hasInitial(n *name) bool {
	for i := n.from; i < n.to; i++ {
		if d.toks[d.units[i].from].Initial {
			return true
		}
	}
	return false
}

func allCaps(s string) bool { return strings.ToUpper(s) == s }

func roman(w string) bool { return strings.Trim(w, "IVX") == "" }

// headlineName accepts the one-word name of a headline: "Centrafrique :
// Touadéra au Kremlin", "Essid reçu à Alger".
func (d *doc) headlineName(n *name, s sentence) bool {
	if d.text[s.end-1] == '.' || d.units[n.from].known() || n.to >= s.to {
		return false
	}
	if d.lex.Options.Premodifier && (n.from == s.from || d.clitic(n.from-1) && d.units[n.from-2].set.has(lexicon.Country)) && d.units[n.to].set.either(lexicon.Plan, lexicon.To) && !d.toks[d.units[n.from].from].AllCaps {
		return true // "Touadéra to open summit", "Chad's Déby to visit"
	}
	if n.from == s.from || d.units[n.from-1].punct != ':' {
		return false
	}
	u := &d.units[n.to]
	if e, ok := u.entry(lexicon.Verb); ok && d.lex.Verbs[e.Index].Event == "met" {
		return true
	}
	return u.set.either(lexicon.In, lexicon.To) && n.to+1 < s.to && d.units[n.to+1].set.any(lexicon.Seat, lexicon.Place, lexicon.Country)
}

// governed reports a place right behind the office of who governs it, "le maire de X Y", or behind another place to which
// something leads from there: "entre Savannakhet et X Y". Of powers one may be told by its capital and one by its head.
func (d *doc) governed(n *name, s sentence) bool {
	if n.from < s.from+2 || n.to == n.from+1 || !d.units[n.from-1].set.either(lexicon.Of, lexicon.And) || d.lex.Figure(n.text) != nil {
		return false
	}
	b := &d.units[n.from-2]
	if d.units[n.from-1].set.has(lexicon.Of) {
		return d.governs(b) && !d.contracted(n.from-1)
	}
	if n.to < s.to && d.units[n.to].punct == 0 || n.from < s.from+3 || d.givenName(n) {
		return false
	}
	e, ok := b.entry(lexicon.Place)
	return ok && e.Form != lexicon.Capital && d.units[n.from-3].set.any(lexicon.Between, lexicon.To, lexicon.In)
}

// placeWordBefore reports a name with a known family name at most behind "dans" or "au", which stand before no person.
func (d *doc) placeWordBefore(n *name, s sentence) bool {
	if !d.lex.Options.Article || d.lex.Options.Premodifier || n.from == s.from || !d.units[n.from-1].set.has(lexicon.In) && !d.contracted(n.from-1) || d.lex.Figure(n.text) != nil || d.hasInitial(n) {
		return false
	}
	for i := n.from; i < n.to; i++ {
		if d.units[i].set.has(lexicon.Given) {
			return false
		}
	}
	return true
}

// titleOfWork reports a name without a title that quotation marks hold with nothing else: « X Y », of a film.
func (d *doc) titleOfWork(n *name, s sentence) bool {
	return d.quoted(n, s) && n.to < s.to && n.to > n.from+1 && d.anyQuote(n.to)
}

// saidOf reports an office before unit i that is said of somebody named before it.
func (d *doc) saidOf(i int, s sentence) bool {
	for i--; i > s.from && !d.units[i].set.has(lexicon.Role); i-- {
	}
	return i > s.from+1 && (d.units[i-1].set.has(lexicon.Be) || (d.units[i-1].punct == ',' || d.dash(i-1)) && d.namePart(i-2))
}

// governs reports the office of who governs a place: "Thị trưởng thành phố".
func (d *doc) governs(u *unit) bool {
	e, ok := u.entry(lexicon.Role)
	return ok && d.lex.Roles[e.Index].Key == "governor"
}

// townOf reports the name of a town and not of who holds the office in it: a single word, or one
// with the name told before or after it, "Thị trưởng thành phố X, ông Y", "ông Y, Thị trưởng thành phố X".
func (d *doc) townOf(n *name, s sentence) bool {
	if n.to == n.from+1 {
		return !d.givenName(n)
	}
	return !d.homeName(n) && (n.to+1 < s.to && d.units[n.to].punct == ',' && d.units[n.to+1].set.has(lexicon.Honorific) || d.saidOf(n.from, s))
}

// thingByEnding reports a word at unit i that names a thing by how it ends: "Promotion".
func (d *doc) thingByEnding(i int) bool {
	w := d.textOf(i, i+1)
	return slices.ContainsFunc(d.lex.ThingSuffixes, func(x string) bool { return !d.units[i].known() && len(w) > len(x)+2 && strings.HasSuffix(w, x) })
}

// smallWord reports a word that can stand between a thing and its name:
// "trung tâm thương mại Thăng Long", "bệnh viện đa khoa X".
func (d *doc) smallWord(i int) bool {
	u := &d.units[i]
	return u.kind == text.Word && !u.cap && u.date < 0 && (!u.known() || u.set.has(lexicon.Portfolio) || u.set.has(lexicon.Adverb) && u.to-u.from > 1) && !u.set.any(lexicon.Verb, lexicon.Role, lexicon.Honorific)
}

// quoted reports a name behind a mark that opens a quotation. A straight one with a space behind it closes another.
func (d *doc) quoted(n *name, s sentence) bool {
	if n.from == s.from {
		return false
	}
	mark := firstRune(d.textOf(n.from-1, n.from))
	return strings.ContainsRune("«“", mark) || mark == '"' && !d.toks[d.units[n.from].from].Space
}

func firstRune(s string) rune {
	for _, c := range s {
		return c
	}
	return 0
}

// articleBefore: in French "la Grande Mosquée", "l'Orient Express" are things.
func (d *doc) articleBefore(i int, s sentence) bool {
	return i > s.from && d.units[i-1].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem) && !d.clitic(i-1) || i > s.from && d.contracted(i-1)
}

// contracted reports "du", "au", "des", "aux": a preposition that holds an
// article. That of "accompagné du directeur" does not make him one told before.
func (d *doc) contracted(i int) bool {
	u, last := &d.units[i], d.units[i].to-1
	if u.set.has(lexicon.Contracted) || u.to-u.from == 1 {
		return u.set.has(lexicon.Contracted)
	}
	gov := governor(u)
	return gov != lexicon.None && gov != lexicon.Beside && d.ids[last] != 0 && d.wordSet(d.ids[last], d.toks[last]).has(lexicon.Contracted) // "auprès du"
}

// titleBefore walks back over the complement of an office to its head.
func (d *doc) titleBefore(i int, s sentence) bool {
	for k := i - 1; k >= s.from && k >= i-16; k-- {
		u := &d.units[k]
		switch {
		case u.set.either(lexicon.Honorific, lexicon.NameHead):
			return k >= i-2
		case u.set.has(lexicon.Role):
			return true
		case u.set.has(lexicon.Verb) && !(u.set.has(lexicon.Portfolio) && d.lex.Options.Tones) || u.set.any(lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That):
			return false
		case u.punct == ',' && d.lex.Options.Premodifier && k > s.from && d.units[k-1].set.has(lexicon.Portfolio) && d.units[k+1].set.has(lexicon.Portfolio): // "Minister of Trade, Industry and Energy X"
		case u.punct == ',':
			if k != i-1 {
				return false
			}
		case u.punct == ')' && k >= s.from+3 && d.units[k-2].punct == '(' && (d.lex.Options.Premodifier || d.lex.Options.Tones): // "of the Communist Party (CPC) Central Committee X"
			k -= 2
		case u.punct != 0 || u.kind == text.Number && d.lex.Options.Premodifier:
			return false
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Adj, lexicon.Of, lexicon.Def, lexicon.Place, lexicon.Thing) || (d.lex.Options.Tones || d.lex.Options.Premodifier) && u.set.has(lexicon.Body):
		case u.set.has(lexicon.And):
		case u.known():
			if k == i-1 {
				return false
			}
		case u.cap:
			if u.name >= 0 {
				return false
			}
		default:
			if k == i-1 && d.lex.Options.Article {
				// "l'hôpital Bichat": a lower-case noun right before is no title,
				// an adjective ("ministre sortant X") still may be one.
				continue
			}
		}
	}
	return false
}

// roleFollows sees ", ministre de" and "(ministre)".
func (d *doc) roleFollows(i int, s sentence, full bool) bool {
	if i >= s.to || d.units[i].punct != ',' && d.units[i].punct != '(' {
		return false
	}
	for k := i + 1; k < s.to && k <= i+5; k++ {
		u := &d.units[k]
		switch {
		case u.set.has(lexicon.Role):
			return true
		case u.set.either(lexicon.Def, lexicon.Dem) && !full:
			return false // "À Paris, le ministre"
		case u.set.any(lexicon.Def, lexicon.Indef, lexicon.Former, lexicon.Adj, lexicon.Portfolio, lexicon.Adverb, lexicon.Poss, lexicon.First):
		default:
			return false
		}
	}
	return false
}

// initialsBefore reports a body told by its initials between a title and a name that is
// not all capitals: "Tư lệnh UNMISS Mohan Subramanian", "Chủ tịch Hiệp hội Xuất khẩu ADEX Julio Vargas".
func (d *doc) initialsBefore(i int, s sentence) bool {
	if !d.lex.Options.Bare || i == s.from || i+1 >= s.to || !d.units[i-1].set.any(lexicon.Role, lexicon.Portfolio, lexicon.Body) || !d.titleBefore(i, s) {
		return false
	}
	t, next := d.toks[d.units[i].from], &d.units[i+1]
	return t.AllCaps && t.End-t.Start >= 3 && next.cap && next.kind == text.Word && !d.toks[next.from].AllCaps && !roman(t.Text(d.text))
}
