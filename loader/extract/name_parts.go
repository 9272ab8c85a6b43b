package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// verbInName reports a capitalised verb after a part of a name and before the verb of
// the sentence: in running text a verb has no capital. Before a particle it has none either: "Saad Dine El Otmani".
func (d *doc) verbInName(j int, s sentence) bool {
	u := &d.units[j]
	if !u.cap || u.to-u.from > 1 || !u.set.has(lexicon.Verb) || u.set.any(lexicon.Role, lexicon.Noun, lexicon.Have, lexicon.Be, lexicon.Country, lexicon.Org) || j+1 >= s.to || !d.namePart(j-1) || !d.lex.Options.Article {
		return false
	}
	v := &d.units[j+1]
	if v.cap && d.particle(j+1) {
		return j+2 < s.to && d.namePart(j+2) && d.units[s.to-1].punct == '.'
	}
	return !d.capsLine(j) && !v.cap && v.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.HaveFut) && !v.set.any(lexicon.With, lexicon.To, lexicon.In, lexicon.For)
}

// nounAsName reports a capitalised noun at unit j after a title and one given name, at unit i: in running text a noun has
// no capital, "Minister John Silk said".
func (d *doc) nounAsName(i, j int, s sentence) bool {
	u := &d.units[j]
	if j != i+1 || i == s.from || !u.cap || u.to-u.from > 1 || d.toks[u.from].AllCaps || !u.set.has(lexicon.Noun) || d.units[s.to-1].punct != '.' || !d.units[i].set.has(lexicon.Given) {
		return false
	}
	if u.set.any(lexicon.Role, lexicon.Portfolio, lexicon.Country, lexicon.Thing, lexicon.Org, lexicon.Party, lexicon.Namesake, lexicon.Body) || !d.units[i-1].set.either(lexicon.Role, lexicon.Honorific) {
		return false
	}
	return j+1 < s.to && !d.units[j+1].cap && d.units[j+1].date < 0
}

// styleInside reports a style that is a part of the name around it: "Hassan
// Sheikh Mohamud".
func (d *doc) styleInside(j int, s sentence) bool {
	u := &d.units[j]
	return u.cap && u.to-u.from == 1 && u.set.has(lexicon.NameHead) && u.set.has(lexicon.Role) && d.namePart(j-1) && d.units[j-1].set.either(lexicon.Given, lexicon.Surname) && j+1 < s.to && d.namePart(j+1)
}

// styleAsName reports a style right before the particle of a father's name: "Sultan bin Saad".
func (d *doc) styleAsName(i int, s sentence) bool {
	u := &d.units[i]
	return u.to-u.from == 1 && u.set.has(lexicon.NameHead) && u.set.has(lexicon.Role) && i+2 < s.to && !d.units[i+1].cap && d.units[i+1].set.has(lexicon.Particle) &&
		!d.units[i+1].set.any(lexicon.Def, lexicon.Of, lexicon.From) && d.namePart(i+2)
}

// joined returns the end of a chain of particles and honorifics that leads to
// a part of a name ("Ould Cheikh El Ghazouani", "de Lima Peralta"), j if none
// starts at j.
func (d *doc) joined(j int, s sentence) int {
	k := j
	if u := &d.units[j]; !u.cap && u.set.has(lexicon.By) && j > s.from && j+1 < s.to && (d.units[j-1].set.has(lexicon.Country) || d.units[j+1].set.either(lexicon.Role, lexicon.Honorific)) {
		return j // "Đoàn Jordan do Quốc vương dẫn đầu"
	}
	for k < s.to && k < j+3 && (d.particle(k) || k > j && d.units[k].cap && (d.units[k].set.has(lexicon.NameHead) || d.units[k].set.has(lexicon.Place) && k+1 < s.to && d.namePart(k+1))) {
		k++
	}
	switch {
	case k > j && k < s.to && (d.namePart(k) || d.filial(k)):
		return k + 1
	case k == j+1 && k < s.to && d.units[j].cap && d.units[j].set.has(lexicon.Def) && d.units[k].cap && d.units[k].kind == text.Word && d.units[k].to-d.units[k].from == 1 && d.units[j-1].set.has(lexicon.Given):
		return k + 1 // "Bruno Le Maire"
	case k > j+1 && d.units[k-1].set.has(lexicon.NameHead):
		return k // "Moctar Ould Sidi"
	}
	return j
}

// filial reports a word that is none here, after "bin" or "van": "Mohammed bin Said Al
// Maamari", "Hendrik van Dam".
func (d *doc) filial(k int) bool {
	u, b := &d.units[k], &d.units[k-1]
	if b.cap && u.cap && u.to-u.from == 1 && b.set.has(lexicon.Particle) && u.set.either(lexicon.Role, lexicon.Honorific) && !u.set.has(lexicon.NameHead) && (k+1 == len(d.units) || !d.units[k+1].cap) && d.lex.Options.Premodifier {
		return true // "Stefano Del Col"
	}
	if !u.cap || u.to-u.from > 1 || !b.set.has(lexicon.Particle) || u.set.has(lexicon.Role) {
		return false
	}
	if b.cap { // "Tarik Al Said"
		return d.lex.Options.Premodifier && u.set.has(lexicon.Verb) && k > 1 && d.namePart(k-2)
	}
	return u.set.has(lexicon.Verb) || !b.set.any(lexicon.Def, lexicon.Of, lexicon.From, lexicon.In) && !u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Org, lexicon.Party)
}

// smallWordInside reports a small word with a capital after a part of a name, in running
// text, where no small word has one: "Hun Many", "Lam The Quyen".
func (d *doc) smallWordInside(j int) bool {
	u := &d.units[j]
	if !d.lex.Options.Article || !u.cap || u.to-u.from > 1 || u.date >= 0 || d.toks[u.from].AllCaps || !d.namePart(j-1) || d.capsLine(j) {
		return false
	}
	return u.set.any(lexicon.Def, lexicon.Indef, lexicon.Numeral, lexicon.Two, lexicon.Adverb, lexicon.They, lexicon.He, lexicon.She, lexicon.Plan, lexicon.Not) &&
		!u.set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead, lexicon.Country, lexicon.Adj, lexicon.Org, lexicon.Party, lexicon.Portfolio, lexicon.Place, lexicon.Thing, lexicon.Noun, lexicon.Verb, lexicon.Weekday, lexicon.Month)
}

// nounInside reports a noun or the name of a party between a given name and the rest of the name, in
// running text: "Marjorie Grant Fuller", "Abdel Fatah al Burhani".
func (d *doc) nounInside(j int, s sentence) bool {
	u := &d.units[j]
	if !d.lex.Options.Premodifier || !u.cap || u.to-u.from > 1 || !u.set.either(lexicon.Noun, lexicon.Party) || u.set.any(lexicon.Verb, lexicon.Role, lexicon.Portfolio, lexicon.Country, lexicon.PartyWord) || d.units[s.to-1].punct != '.' {
		return false
	}
	next := j + 1 + one(j+1 < s.to && d.particle(j+1))
	return d.namePart(j-1) && d.units[j-1].set.has(lexicon.Given) && next < s.to && d.namePart(next)
}

// collectShortNames adds the last words of full names that are words of the language too,
// after a title of respect: "Ông Đạt", "Mme Mai".
func (d *doc) collectShortNames() {
	full, town := d.lastWords(), d.townNames()
	found := len(d.names)
	for k, s := range d.sents {
		for i := s.from; i < s.to; i++ {
			u := &d.units[i]
			if !u.cap || u.to-u.from > 1 {
				continue
			}
			if w := d.textOf(i, i+1); (town[w] || full[w] && i > s.from && d.units[i-1].set.has(lexicon.Honorific)) && !d.inName(i) {
				d.addName(k, i, i+1)
			}
		}
	}
	if len(d.names) > found {
		slices.SortStableFunc(d.names, func(a, b name) int { return a.from - b.from })
	}
}

// lastWords are the last words of the names of two words and more.
func (d *doc) lastWords() map[string]bool {
	full := map[string]bool{}
	for i := range d.names {
		if n := &d.names[i]; n.sure && n.to > n.from+1 {
			last := d.units[n.to-1]
			full[d.toks[last.to-1].Text(d.text)] = true
		}
	}
	return full
}

// townNames are the words of such names behind the first one that are the names of towns too,
// of which the text never tells as of a place: "Carlos Holmes Trujillo García", later "Trujillo".
func (d *doc) townNames() map[string]bool {
	town := map[string]bool{}
	for i := range d.names {
		for j := d.names[i].from + 1; j < d.names[i].to && d.lex.Options.Premodifier && d.names[i].sure; j++ {
			if u := &d.units[j]; u.set.has(lexicon.Place) && u.to-u.from == 1 && !u.set.either(lexicon.Country, lexicon.Seat) {
				town[d.textOf(j, j+1)] = true
			}
		}
	}
	for i := 0; i < len(d.units) && len(town) > 0; i++ {
		u := &d.units[i]
		if w := d.textOf(i, i+1); town[w] && !d.inName(i) && (i == 0 || governor(&d.units[i-1]) != lexicon.None || u.to-u.from > 1) {
			delete(town, w)
		}
	}
	return town
}

// placesApart takes away the names that the text also has after a word of place, where no
// mention has a title: "reached Bac Son", "a street in Bac Son". Where persons are told with a title, so it does
// those that are also things: "làng Đào Nhuận", "nghệ nhân Đào Nhuận".
func (d *doc) placesApart() {
	titled := map[string]bool{}
	for i := range d.names {
		n := &d.names[i]
		if n.sure || n.from == d.sents[n.sent].from {
			continue
		}
		if b := &d.units[n.from-1]; d.lex.Options.Premodifier && b.set.has(lexicon.In) || d.lex.Options.Tones && len(n.words) > 1 && b.set.has(lexicon.Namesake) {
			titled[n.text] = false
		}
	}
	if len(titled) == 0 {
		return
	}
	for i := range d.names {
		n := &d.names[i]
		if _, ok := titled[n.text]; ok && n.sure && (d.titleBefore(n.from, d.sents[n.sent]) || d.roleFollows(n.to, d.sents[n.sent], true) || d.lex.Figure(n.text) != nil) {
			titled[n.text] = true
		}
	}
	for i := range d.names {
		if t, ok := titled[d.names[i].text]; ok && !t {
			d.names[i].sure = false
		}
	}
}

// inName reports a unit inside a name found so far.
func (d *doc) inName(i int) bool {
	return slices.ContainsFunc(d.names, func(n name) bool { return n.from <= i && i < n.to })
}

// syllablePlace: "Nguyên Hoà Binh": a place in form, part of a Vietnamese
// name in fact.
func (d *doc) syllablePlace(i, j int) bool {
	u := &d.units[j]
	e, ok := d.units[i].entry(lexicon.Surname)
	if !ok || e.Code != "VN" || j-i > 2 || !u.cap || u.date >= 0 || !u.set.any(lexicon.Place, lexicon.Org, lexicon.Thing) {
		return false
	}
	for t := u.from; t < u.to; t++ {
		if !d.toks[t].Cap || !resolve.Syllable(d.toks[t].Text(d.text)) {
			return false
		}
	}
	return true
}

// bracketedName reports "le ministre (X)", "Peru (Dr X)": nothing but a name in brackets from unit i on.
func (p *parser) bracketedName(i int) bool {
	if p.at(i).punct != '(' {
		return false
	}
	n := p.at(p.pastHonorific(i + 1)).name
	return n >= 0 && p.at(p.d.names[n].to).punct == ')'
}

// pastHonorific is the unit behind an honorific right before a name, i if none stands there.
func (p *parser) pastHonorific(i int) int {
	if u := p.at(i); u.name < 0 && u.set.has(lexicon.Honorific) && p.at(i+1).name >= 0 {
		return i + 1
	}
	return i
}

// hyphenSyllables reports a family name of the East before a given name of two syllables with a hyphen: "Chung
// Eui-yong", where "chung" and "cho" are words.
func (d *doc) hyphenSyllables(i int) bool {
	e, ok := d.units[i].entry(lexicon.Surname)
	if !ok || e.Code == "" || !d.lex.Options.Tones || i+1 >= len(d.units) || !d.units[i+1].cap {
		return false
	}
	head, tail, ok := strings.Cut(d.textOf(i+1, i+2), "-")
	return ok && len(head) <= 6 && len(tail) <= 6 && tail != "" && tail == strings.ToLower(tail)
}

// honoured reports one word between a title of respect and another part of a name: "ông Chung
// Eui-yong".
func (d *doc) honoured(i int) bool {
	if d.hyphenSyllables(i) {
		return true
	}
	if i == 0 || i+1 >= len(d.units) || d.units[i].to-d.units[i].from > 1 || d.units[i].set.has(lexicon.Role) {
		return false
	}
	b, v := &d.units[i-1], &d.units[i+1]
	return b.set.has(lexicon.Honorific) && !b.set.has(lexicon.Role) && v.kind == text.Word && v.cap && v.to-v.from == 1 && (!v.known() || v.set.either(lexicon.Given, lexicon.Surname))
}

// honouredSyllables reports the first of two or more syllables with capitals of a name that begins with
// a word of the language or with the short name of a state: "ông Giải Chấn Hoa" after a title of respect or
// after an office with its state, "Phó Chủ tịch Hàn Chính" after a bare office.
func (d *doc) honouredSyllables(i int, s sentence) bool {
	if !d.lex.Options.Tones || i == s.from || i+1 >= s.to || !d.capitalSyllable(i) || !d.capitalSyllable(i+1) {
		return false
	}
	u, b, v := &d.units[i], &d.units[i-1], &d.units[i+1]
	if u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Body) || v.set.any(lexicon.Role, lexicon.Honorific, lexicon.Portfolio, lexicon.Body, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Thing) && !v.set.either(lexicon.Given, lexicon.Surname) {
		return false
	}
	ends := i+2 == s.to || !d.units[i+2].cap
	switch {
	case b.set.has(lexicon.Honorific) && !b.set.has(lexicon.Role):
		return true
	case b.set.has(lexicon.Role):
		return u.set.has(lexicon.Surname) && u.set.either(lexicon.Country, lexicon.Adj) && ends && !v.set.any(lexicon.Surname, lexicon.Given, lexicon.Place)
	}
	return b.set.has(lexicon.Country) && i > s.from+1 && d.units[i-2].set.either(lexicon.Role, lexicon.Portfolio) && u.set.has(lexicon.Thing) && !ends && d.capitalSyllable(i+2)
}

// capitalSyllable reports a word of one syllable with a capital.
func (d *doc) capitalSyllable(i int) bool {
	u := &d.units[i]
	return u.cap && u.kind == text.Word && u.date < 0 && u.to-u.from == 1 && resolve.Syllable(d.toks[u.from].Text(d.text))
}

// setOff reports a name after a comma, or alone in brackets, from unit i on.
func (p *parser) setOff(i int) bool {
	return p.comma(i) && p.at(p.pastStyle(i+1)).name >= 0 || p.bracketedName(i)
}

// pastStyle is the unit behind a style or an honorific right before a name, i if none stands there.
func (p *parser) pastStyle(i int) int {
	u := p.at(i)
	e, ok := u.entry(lexicon.Role)
	if u.name < 0 && p.at(i+1).name >= 0 && (u.set.has(lexicon.Honorific) || ok && p.d.lex.Roles[e.Index].Flags.Has("style")) {
		return i + 1
	}
	return i
}

// capitalTitles reports that the office just read is written with a capital, as the next one of its holder can
// then be: "la Première ministre, Cheffe du gouvernement, X".
func (p *parser) capitalTitles() bool {
	r := &p.a.roles[len(p.a.roles)-1]
	return p.at(r.from).cap
}

// takeSetOff reads such a name.
func (p *parser) takeSetOff() {
	in := p.bracketedName(p.i)
	if p.i = p.pastStyle(p.i + 1); in {
		p.i = p.pastHonorific(p.i)
	}
	p.takeName()
	if in {
		p.i++
	}
}

// meant reads whom a pronoun means, told in brackets: "he [X] had talks".
func (p *parser) meant() bool {
	if p.bracketedName(p.i) {
		p.takeSetOff()
		p.a.pron = lexicon.None
	}
	return true
}

// bodyBeforeName reports the last word of a body that a given name and another follow:
// "President of the Academy of Sciences Andrey Sergin", "chairman of Total Patrick X".
func (d *doc) bodyBeforeName(i int, s sentence) bool {
	if !d.lex.Options.Premodifier || i < s.from+2 || i+2 >= s.to || d.units[i].known() || !d.units[i-1].set.has(lexicon.Of) {
		return false
	}
	head, given := &d.units[i-2], &d.units[i+1]
	e, ok := head.entry(lexicon.Role)
	if !(head.cap && head.set.either(lexicon.Thing, lexicon.Org)) && !(ok && slices.Contains([]string{"director", "chairman"}, d.lex.Roles[e.Index].Key)) {
		return false
	}
	return given.cap && given.set.has(lexicon.Given) && d.namePart(i+2) && d.titleBefore(i, s)
}

// trimHeadlines cuts from the names of headlines in capitals the words that no name elsewhere has:
// "Talks With Reed Constructive", where the text tells of Alan Reed.
func (d *doc) trimHeadlines() {
	if !slices.ContainsFunc(d.sents, d.titleCase) {
		return
	}
	elsewhere := map[string]bool{}
	for i := range d.names {
		if n := &d.names[i]; n.sure && !d.titleCase(d.sents[n.sent]) {
			for _, w := range n.words {
				elsewhere[w] = true
			}
		}
	}
	for i := range d.names {
		n := &d.names[i]
		if n.to < n.from+2 || len(n.words) != n.to-n.from || !slices.ContainsFunc(n.words, func(w string) bool { return elsewhere[w] }) || !d.titleCase(d.sents[n.sent]) {
			continue
		}
		from, to := n.from, n.to
		for !elsewhere[n.words[from-n.from]] {
			from++
		}
		for !elsewhere[n.words[to-1-n.from]] {
			to--
		}
		if to-from < n.to-n.from {
			n.words, n.from, n.to, n.text = n.words[from-n.from:to-n.from], from, to, d.textOf(from, to)
		}
	}
}

// figureRun is the end of the name that begins at unit i and ends at unit end, as far as
// something known tells: it goes on where a longer one is that of a public figure, whatever
// else its words are: "Tran Dai Quang", where "dai" without marks may be a broadcaster.
func (d *doc) figureRun(i, end int, s sentence) int {
	best := end
	for j := i + 1; end > i && j < s.to && j < i+4 && d.units[j].cap && d.units[j-1].to == d.units[j].from; j++ {
		if j >= end && d.lex.Figure(d.textOf(i, j+1)) != nil {
			best = j + 1
		}
	}
	return best
}

// particleEnds reports a particle that is the last of two words of a name, as San is of Aung San.
func (d *doc) particleEnds(i, j int, s sentence) bool {
	u := &d.units[j]
	return j == i+1 && d.units[i].set.has(lexicon.Given) && u.cap && u.only(particleOnly) && !d.toks[u.from].AllCaps && (j+1 == s.to || !d.units[j+1].cap)
}

// particleOnly is a word that stands inside names, or before those of places.
var particleOnly = classes(lexicon.Particle, lexicon.Namesake)

// alienOnly is a word of a language without a lexicon.
var alienOnly = classes(lexicon.Alien)

// betweenNames reports a unit after a given name and before what no lexicon knows: "Mohan Bir Thapa".
func (d *doc) betweenNames(i int) bool {
	return i > 0 && i+1 < len(d.units) && d.units[i-1].set.has(lexicon.Given) && d.units[i-1].cap && d.units[i+1].cap && (!d.units[i+1].known() || d.units[i+1].set.has(lexicon.Surname))
}

// ofPlace reports a delegation of a place at unit i, which is a family name too: "Đoàn Champasak".
func (d *doc) ofPlace(i int, s sentence) bool {
	u := &d.units[i]
	if !d.lex.Options.Tones || !u.set.has(lexicon.Noun) || i+1 >= s.to || i > s.from && d.units[i-1].set.either(lexicon.Role, lexicon.Honorific) {
		return false
	}
	e, ok := u.entry(lexicon.Noun)
	return ok && d.lex.Nouns[e.Index].Event == "delegation" && d.units[i+1].set.has(lexicon.Place) && d.units[i+1].cap
}

// nextField reads "de la Justice", what the next of some officials of one kind is for, up to his name: "les
// ministres des Finances, A, et de la Justice, B".
func (p *parser) nextField(k int) bool {
	save := *p
	if !p.at(k).set.has(lexicon.Of) || p.a.roles[len(p.a.roles)-1].to <= p.a.roles[len(p.a.roles)-1].from+1 || !p.portfolioAt(k+1) || !p.nounPhrase(k+1) {
		return false
	}
	for p.is(lexicon.And) && p.moreOf() {
	}
	if !p.setOff(p.i) {
		*p = save
		return false
	}
	return true
}

// portfolioAt reports what an office is for at unit k, behind an article or none.
func (p *parser) portfolioAt(k int) bool {
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k++
	}
	return p.at(k).set.has(lexicon.Portfolio) && p.at(k).name < 0
}

// syllables reports the start of "Le Quang Minh": an article in form, a family
// name in fact.
func (d *doc) syllables(i int) bool {
	if i+1 >= len(d.units) || !d.syllableName(i+1) {
		return false
	}
	if i+2 < len(d.units) && (d.syllableName(i+2) || i > 0 && d.syllableName(i-1)) {
		return true
	}
	// A function word has no capital after a small word ("leader To Lam"); at
	// the start of a sentence a verb must follow ("To Lam met").
	if i > 0 && d.units[i-1].kind == text.Word && d.toks[d.units[i].from].Space && (!d.units[i-1].cap || d.units[i-1].set.has(lexicon.Role)) && d.units[i-1].to == d.units[i].from {
		return true
	}
	if i > 0 && d.lex.Options.Premodifier && d.units[i-1].cap && d.units[i-1].set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party) && !d.capsLine(i) {
		return true // "Minister of Public Security To Lam"
	}
	if i+3 < len(d.units) && d.units[i+2].punct == ',' && d.units[i+3].set.either(lexicon.Role, lexicon.Former) {
		return true // "TO LAM, General Secretary"
	}
	if i > 0 && d.units[i-1].punct == ',' && !d.capsLine(i) && (i+2 == len(d.units) || d.units[i+2].punct != 0) {
		return true // "the party chief, To Lam, on Friday"
	}
	return i+2 < len(d.units) && (d.units[i+2].set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.HaveFut) || d.clitic(i+2))
}

// syllableName reports a capitalised word shaped like one Vietnamese or
// Chinese syllable.
func (d *doc) syllableName(i int) bool {
	u := &d.units[i]
	return u.cap && u.to-u.from == 1 && (!u.known() || u.set.any(lexicon.Given, lexicon.Surname, lexicon.Place)) && resolve.Syllable(d.toks[u.from].Text(d.text))
}

// smallWordName reports a word that is no title and no place, with a capital, as the first one of a name, right behind an
// honorific or an office with a capital: "Mr Than Swe", "Datin Nor Hashimah".
func (d *doc) smallWordName(i int) bool {
	u := &d.units[i]
	if i == 0 || i+1 >= len(d.units) || !d.lex.Options.Premodifier || u.to-u.from > 1 || u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Portfolio, lexicon.Thing, lexicon.Country, lexicon.Place, lexicon.Verb) {
		return false
	}
	b, v := &d.units[i-1], &d.units[i+1]
	return b.cap && b.set.either(lexicon.Role, lexicon.Honorific) && v.kind == text.Word && v.cap && v.to-v.from == 1 && (!v.known() || v.set.either(lexicon.Given, lexicon.Surname)) && (b.set.has(lexicon.Honorific) || !d.capsLine(i))
}

// datelined reports the name of a paper in the brackets of a dateline: "PORT LOUIS (Le Defi) -".
func (d *doc) datelined(n *name) bool {
	s := d.sents[n.sent]
	return n.from > s.from && n.from < s.from+6 && d.units[n.from-1].punct == '(' && n.to+1 < s.to && d.units[n.to].punct == ')' && d.dash(n.to+1)
}

// brandHolder reports a full name behind an office and the name of a company that may be no other thing: "Phó
// Chủ tịch Boeing Brad Miller", "Tổng giám đốc PV GAS Phạm Văn Lộc". Unit i ends the name of the company.
func (d *doc) brandHolder(n *name, i int, s sentence) bool {
	u := &d.units[i]
	if !d.lex.Options.Tones || n.to < n.from+2 || i <= s.from || !u.cap || !u.set.has(lexicon.Thing) || u.set.either(lexicon.Namesake, lexicon.Body) {
		return false
	}
	v := &d.units[i-1]
	e, ok := d.units[n.from].entry(lexicon.Surname)
	full := d.givenName(n) || ok && e.Code == d.lex.Home && n.to > n.from+2
	return full && (u.set.has(lexicon.Org) && v.set.has(lexicon.Role) || v.cap && d.toks[u.from].AllCaps && d.titleBefore(n.from, s))
}
