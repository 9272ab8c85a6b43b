package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// name is one mention of a person by name.
type name struct {
	sent     int
	from, to int // units
	text     string
	words    []string // folded, without particles of respect
	person   int
	// sure: its own surroundings say that it is a person. A name that is not
	// sure counts only where a sure one shares its words.
	sure   bool
	figure *lexicon.Figure // who is generally known by it, nil for none
	post   int             // of namesakes in one text: not 0, and another number for each, see namesakes
}

// findNames marks the runs of capitalised units that name persons.
func (d *doc) findNames() {
	d.stateNames = d.stateNames[:0]
	d.collectNames()
	if d.collectStateNames() {
		d.collectNames()
	}
	d.collectShortNames()
}

func (d *doc) collectNames() {
	d.names = d.names[:0]
	for k, s := range d.sents {
		for i := s.from; i < s.to; {
			if !d.units[i].cap && !d.nobility(i, s) {
				i++ // as most are
				continue
			}
			end := d.figureRun(i, d.nameRun(i, s), s)
			if w := d.wordedRun(i, s); w > end {
				end = w
				d.addWorded(k, i, end)
			} else if end > i {
				d.addName(k, i, end)
			}
			i = max(end, i+1)
		}
	}
}

// nameRun returns the end of the run of name-like units that starts at i, or i.
func (d *doc) nameRun(i int, s sentence) int {
	if d.standsForName(i, s) {
		return i + 1
	}
	if !d.nameStart(i, s) {
		return i
	}
	j := i + 1
	if d.shortSurname(i, s) {
		j = i + 3
	} else if d.honouredSyllables(i, s) {
		if j = i + 2; j < s.to && d.capitalSyllable(j) && !d.units[j].set.any(lexicon.Role, lexicon.Honorific, lexicon.Country) {
			j++
		}
	}
	for j < s.to && j-i < 10 {
		u := &d.units[j]
		switch {
		case d.syllable(i, j):
			j++
		case d.namePart(j):
			j++
		case u.set.has(lexicon.NameHead) && u.cap && u.to-u.from == 1 && (!u.set.either(lexicon.Role, lexicon.Honorific) || d.units[j-1].set.has(lexicon.Particle)): // Imran Khan
			j++
		case d.styleInside(j, s):
			j += 2
		case d.joined(j, s) > j && !d.roleAfter(j, s):
			j = d.joined(j, s)
		case d.syllablePlace(i, j), d.smallWordInside(j), d.nounInside(j, s):
			j++
		case u.cap && u.set.has(lexicon.Month) && u.date < 0 && (d.lex.Options.MonthLower || d.units[j-1].set.has(lexicon.Given)): // Truong Thi Mai, Theresa May
			j++
		case u.cap && u.to-u.from == 1 && d.lex.Options.Article && (u.set.has(lexicon.Place) && !u.set.has(lexicon.Country) || u.set.either(lexicon.Country, lexicon.Adj) && d.units[j-1].set.has(lexicon.Given)):
			j++ // Vuong Dinh Hue, François Hollande
		case d.apostrophe(j, s):
			j += 2
		case d.stateAsSurname(i, j, s):
			j++
		case d.endsName(i, j, s), d.particleEnds(i, j, s):
			return j + 1
		case u.punct == ',' && j+1 < s.to && d.units[j+1].cap && d.units[j+1].set.has(lexicon.Ordinal): // Joseph Biden, Jr.
			j += 2
		case u.set.has(lexicon.Ordinal) && (u.cap || j-i > 1): // Robert Downey Jr., Alexandre Dumas fils
			j++
		case d.verbInName(j, s), d.nounAsName(i, j, s): // "Truong Tan Sang met X"
			j++
		case d.bracketed(j, s) > 0: // Henry A. (Heinz Alfred) Kissinger, Benjamin "Benny" Gantz
			j += d.bracketed(j, s)
		default:
			return j
		}
	}
	return j
}

// syllable reports a capitalised word after a family name in a language whose
// names are made of words: "Nguyễn Đức Hải", "Lê Thanh Hải".
func (d *doc) syllable(i, j int) bool {
	u := &d.units[j]
	if !d.lex.Options.Tones || !d.units[i].set.has(lexicon.Surname) && !d.titledSyllable(i, j) || u.kind != text.Word || !u.cap || u.date >= 0 {
		return false
	}
	if u.set.has(lexicon.Honorific) && j > i+1 && j+1 < len(d.units) && d.units[j+1].cap {
		return false
	}
	if e, _ := d.units[i].entry(lexicon.Surname); u.set.has(lexicon.Thing) && (e.Code == "" || !resolve.Syllable(d.toks[u.from].Text(d.text))) {
		return false // "Murphy Oil", "Sun Group"
	}
	if u.to-u.from > 1 { // "Nguyễn Trung Thành", "Lê Anh Hùng": of an office only the first word has a capital
		return d.capitals(u) && !u.set.any(lexicon.Country, lexicon.Org, lexicon.Party)
	}
	if u.set.has(lexicon.Portfolio) && j == i+1 && j+1 < len(d.units) && d.units[j+1].cap && !d.units[j+1].known() && resolve.Syllable(d.toks[d.units[j+1].from].Text(d.text)) {
		return true // "Ngô Bang Quốc"
	}
	if u.set.either(lexicon.Portfolio, lexicon.Role) && j > i+1 && !(j+1 < len(d.units) && d.units[j+1].cap) {
		return true // "Nguyễn Văn Hội, Chủ tịch"
	}
	return !u.set.any(lexicon.Role, lexicon.Portfolio, lexicon.Org, lexicon.Party)
}

// titledSyllable reports a name after an office, a state or an honorific whose first word, no
// family name of the lexicon, and the one at unit j are syllables: "ông Hùng Ba".
func (d *doc) titledSyllable(i, j int) bool {
	return i > 0 && d.units[i-1].set.any(lexicon.Honorific, lexicon.Role, lexicon.Country) && d.syllableName(i) && d.units[j].to-d.units[j].from == 1 && resolve.Syllable(d.textOf(j, j+1))
}

// capitals reports a unit all of whose words have a capital.
func (d *doc) capitals(u *unit) bool {
	for t := u.from; t < u.to; t++ {
		if !d.toks[t].Cap {
			return false
		}
	}
	return true
}

// shortSurname reports a family name that is the short name of a state too, at
// the head of a name of three syllables: "Tổng thống Thái Anh Văn".
func (d *doc) shortSurname(i int, s sentence) bool {
	u := &d.units[i]
	if !d.lex.Options.Tones || !u.set.has(lexicon.Surname) || !u.set.either(lexicon.Country, lexicon.Adj) || i == s.from || i+2 >= s.to {
		return false
	}
	if !d.units[i-1].set.any(lexicon.Role, lexicon.Honorific, lexicon.Country, lexicon.Place) {
		return false
	}
	for j := i + 1; j <= i+2; j++ {
		v := &d.units[j]
		if !v.cap || v.to-v.from != 1 || v.set.has(lexicon.Role) || !resolve.Syllable(d.toks[v.from].Text(d.text)) {
			return false
		}
	}
	return true
}

// brandBeforeName reports the name of a company that its head stands before and a native
// name follows, or a given name with another: "Chủ tịch Tập đoàn Sovico Nguyễn Thị Phương
// Thảo", "Giám đốc Công ty Vestas Peter Hansen".
func (d *doc) brandBeforeName(i int, s sentence) bool {
	if !d.lex.Options.Tones || i == s.from || i+3 >= s.to || d.units[i].known() {
		return false
	}
	if d.units[i-1].set.has(lexicon.Role) && !resolve.Syllable(d.toks[d.units[i].from].Text(d.text)) {
		e, ok := d.units[i+1].entry(lexicon.Surname) // "Tổng giám đốc Sovico Nguyễn Thanh Hùng"
		return ok && e.Code == d.lex.Home && d.units[i+1].cap && d.capitalSyllable(i+2) && d.capitalSyllable(i+3)
	}
	if !d.units[i-1].set.any(lexicon.Namesake, lexicon.Body, lexicon.In) {
		return false
	}
	title := i - one(d.units[i-1].set.has(lexicon.In)) // "Tổng Lãnh sự Séc tại Brno Marek X"
	if !d.units[i+1].cap || !d.units[i+2].cap && !d.particle(i+2) || !d.titleBefore(title, s) {
		return false
	}
	e, ok := d.units[i+1].entry(lexicon.Surname)
	return ok && e.Code == d.lex.Home && d.units[i+3].cap || d.units[i+1].set.has(lexicon.Given) && (!d.units[i+1].set.has(lexicon.Place) || d.amongNames(i+1)) && (d.namePart(i+2) || d.particle(i+2))
}

// halfWord reports a capital that a small syllable completes: "Kiểm soát".
func (d *doc) halfWord(i int, s sentence) bool {
	if !d.lex.Options.Tones || i+1 >= s.to {
		return false
	}
	v := &d.units[i+1]
	if v.kind != text.Word || v.cap || v.known() {
		return false
	}
	if i+2 < s.to && d.units[i+2].cap && d.namePart(i+2) && !d.units[i].known() && resolve.Syllable(d.toks[d.units[i].from].Text(d.text)) && resolve.Syllable(d.toks[v.from].Text(d.text)) {
		return true // "Bộ trưởng Dầu mỏ Bader al-Mulla"
	}
	return i == s.from || !d.units[i-1].set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead, lexicon.Country)
}

// bracketed is the length of one or two names in brackets or quotation marks at unit j
// that the rest of the name follows, 0 if there are none.
func (d *doc) bracketed(j int, s sentence) int {
	if d.units[j].punct != '(' && !d.quoteMark(j) {
		return 0
	}
	for k := j + 1; k < s.to-1 && k <= j+3; k++ {
		if k > j+1 && d.namePart(k+1) && d.units[k].punct != 0 && strings.ContainsRune(")\"”»", firstRune(d.textOf(k, k+1))) {
			return k + 1 - j
		}
		if !d.namePart(k) {
			return 0
		}
	}
	return 0
}

// particle reports a unit that joins parts of a name; a small article joins
// nothing where the language has articles.
func (d *doc) particle(j int) bool {
	u := &d.units[j]
	return u.set.has(lexicon.Particle) && (u.cap || !u.set.has(lexicon.Def) || !d.lex.Options.Article)
}

// roleAfter keeps "X de Paris" apart from "X de Villepin": the particle leads
// to a known place.
func (d *doc) roleAfter(j int, s sentence) bool {
	return j+1 < s.to && d.units[j+1].set.any(lexicon.Place, lexicon.Country, lexicon.Org, lexicon.Party, lexicon.Thing) && !d.filial(j+1) && !(j+2 < s.to && d.namePart(j+2))
}

func (d *doc) nameStart(i int, s sentence) bool {
	u := &d.units[i]
	if u.kind != text.Word || !u.cap && !d.nobility(i, s) {
		return false
	}
	if !u.cap {
		return true
	}
	if i > s.from && u.set.has(lexicon.Place) && d.units[i-1].set.any(lexicon.In, lexicon.To, lexicon.From) {
		return false
	}
	if u.set.has(lexicon.NameHead) && i+1 < s.to && d.namePart(i+1) && d.toks[u.from].End-d.toks[u.from].Start <= 2 {
		return false // "U Myint Oo"
	}
	if d.lex.Options.Tones && i+1 < s.to && u.set.has(lexicon.Noun) && d.units[i+1].set.any(lexicon.Country, lexicon.Portfolio, lexicon.Org) && !d.units[i+1].set.has(lexicon.Surname) || d.ofPlace(i, s) {
		return false // "Đoàn Cuba"
	}
	if u.set.has(lexicon.Country) && i > s.from && d.units[i-1].set.either(lexicon.Role, lexicon.Portfolio) && !u.set.has(lexicon.Surname) && i+1 < s.to && d.namePart(i+1) {
		return false // "Nhà vua Jordan Abdullah II"
	}
	if d.lex.Options.Tones && u.set.has(lexicon.Namesake) && i+1 < s.to && d.units[i+1].cap && !resolve.Syllable(d.toks[d.units[i+1].from].Text(d.text)) {
		return false // "tại Cung Zagulba"
	}
	if d.shortSurname(i, s) || d.styleAsName(i, s) || d.honouredSyllables(i, s) {
		return true
	}
	if d.brandBeforeName(i, s) || d.initialsBefore(i, s) || d.bodyBeforeName(i, s) {
		return false
	}
	if d.halfWord(i, s) || (i == s.from || d.units[i-1].punct != 0) && d.lex.Options.Tones && u.set.any(lexicon.From, lexicon.Prep, lexicon.By, lexicon.That, lexicon.And, lexicon.In) {
		return false
	}
	if d.namePart(i) {
		return i > s.from || d.firstWordIsName(i, s)
	}
	if u.set.has(lexicon.Particle) && !u.set.either(lexicon.Def, lexicon.Of) && i+1 < s.to && (d.namePart(i+1) || d.units[i+1].cap && d.joined(i+1, s) > i+1) {
		return true // "Al Attiyah", "Abou El Fadhl"
	}
	return false
}

// nobility reports a small particle with which a name begins after an honorific or a rank:
// "Mme von der Leyen", "le général de Gaulle".
func (d *doc) nobility(i int, s sentence) bool {
	u := &d.units[i]
	if i == s.from || !u.set.has(lexicon.Particle) || !d.units[i-1].set.either(lexicon.Honorific, lexicon.Role) || i+1 >= s.to || !d.namePart(i+1) {
		return false
	}
	if u.set.either(lexicon.Def, lexicon.Of) {
		return d.units[i-1].set.has(lexicon.Honorific) && !d.units[i+1].set.either(lexicon.Place, lexicon.Country)
	}
	return true
}

func hasDigit(w string) bool { return strings.ContainsAny(w, "0123456789") }

// firstWordIsName doubts the capital at the start of a sentence.
func (d *doc) firstWordIsName(i int, s sentence) bool {
	u := &d.units[i]
	return u.set.either(lexicon.Given, lexicon.Surname) || i+1 < s.to && d.namePart(i+1) || d.toks[u.from].Initial && u.to == u.from+1 || d.toks[u.from].AllCaps || !u.known()
}

// namePart reports whether a unit can be part of a name.
func (d *doc) namePart(i int) bool {
	u := &d.units[i]
	if u.kind != text.Word || !u.cap || u.date >= 0 {
		return false
	}
	if d.toks[u.from].Initial && (u.to == u.from+1 || !u.known()) { // not "T.Ư Đoàn", an office's body
		return !u.set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Role, lexicon.Country, lexicon.Org)
	}
	if d.verbName(i) || d.smallWordName(i) {
		return true
	}
	if u.set == prefixOnly && i > 0 && !d.toks[u.from].AllCaps && d.units[i-1].cap && !d.units[i-1].known() {
		return true // "Kim Jong Un"
	}
	if u.set.either(lexicon.Given, lexicon.Surname) {
		switch {
		case u.set.has(lexicon.Portfolio) && d.lex.Options.Tones && d.honoured(i):
			return true
		case u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Weekday, lexicon.Portfolio, lexicon.Party):
			return false
		case u.set.has(lexicon.Month):
			return d.syllables(i) || u.set.has(lexicon.Given) && (d.amongNames(i) || i+1 < len(d.units) && d.units[i+1].kind == text.Word && d.particle(i+1)) // Jan van den Berg
		case u.set.has(lexicon.Org):
			return u.set.has(lexicon.Given) && d.amongNames(i)
		case u.set.any(lexicon.Def, lexicon.Indef, lexicon.Of, lexicon.And, lexicon.Prep, lexicon.In, lexicon.To, lexicon.By, lexicon.Not):
			return d.syllables(i) || d.lex.Options.Tones && d.titled(i) || d.hyphenSyllables(i)
		}
		return !u.set.any(lexicon.Country, lexicon.Place, lexicon.Adj) || d.amongNames(i)
	}
	return (!u.known() || u.set == prefixOnly && d.amongNames(i) || u.set == alienOnly && d.betweenNames(i)) && !hasDigit(d.toks[u.from].Text(d.text)) && !d.hyphenNoun(u)
}

// prefixOnly is a word like "Viêt": a combining form, or a part of a name.
var prefixOnly = classes(lexicon.Prefix)

// verbName reports a capitalised verb or place between an office and the rest of a
// name: "Brigadier General Said Hamisi", "Minister Said al Harrasi", "President Nursultan
// Nazarbayev".
func (d *doc) verbName(i int) bool {
	u := &d.units[i]
	if i == 0 || i+1 >= len(d.units) || !d.lex.Options.Premodifier || !u.set.any(lexicon.Verb, lexicon.Place, lexicon.HaveFut) || u.set.any(lexicon.Role, lexicon.Noun, lexicon.Have, lexicon.Be, lexicon.Plan, lexicon.Country, lexicon.Seat, lexicon.Org, lexicon.Portfolio, lexicon.Thing) || u.to-u.from > 1 {
		return false
	}
	b, v := &d.units[i-1], &d.units[i+1]
	if !b.cap || !b.set.any(lexicon.Role, lexicon.Honorific, lexicon.Portfolio) || v.kind != text.Word || d.capsLine(i) {
		return false
	}
	return v.cap && (!v.known() || v.set.either(lexicon.Given, lexicon.Surname)) || d.particle(i+1) && i+2 < len(d.units) && d.units[i+2].cap
}

// capsLine reports words beside a unit that all have capitals, as in a headline of
// capitals: there they tell nothing.
func (d *doc) capsLine(i int) bool {
	for k := i - 3; k <= i+3; k++ {
		if k >= 0 && k < len(d.units) && d.units[k].kind == text.Word && !d.units[k].cap {
			return false
		}
	}
	return true
}

// titled reports a word between an office or its state and another part of a
// name: "Ngoại trưởng Hàn Quốc Cho Tae-yul".
func (d *doc) titled(i int) bool {
	if i == 0 || i+1 >= len(d.units) {
		return false
	}
	u, v := &d.units[i-1], &d.units[i+1]
	return u.set.any(lexicon.Role, lexicon.Country, lexicon.Honorific, lexicon.Portfolio) && v.kind == text.Word && v.cap && !v.known()
}

// hyphenNoun reports "Mini-sommet": a part is an ordinary noun.
func (d *doc) hyphenNoun(u *unit) bool {
	w := d.toks[u.from].Text(d.text)
	i := strings.IndexByte(w, '-')
	if i < 0 {
		return false
	}
	if id, _ := d.word(w[:i]); id != 0 && d.wordSet(id, d.toks[u.from]).has(lexicon.Particle) {
		return false // "Al-Sheikh"
	}
	for _, p := range strings.Split(w, "-") {
		if id, _ := d.word(p); id != 0 && len(p) > 3 && d.wordSet(id, d.toks[u.from]).any(lexicon.Noun, lexicon.Role, lexicon.Portfolio) {
			return true
		}
	}
	return false
}

// amongNames reports whether a unit has an unmistakable part of a name beside
// it: "Jordan Bardella", "Paris Hilton".
func (d *doc) amongNames(i int) bool {
	pure := func(j int) bool {
		if j < 0 || j >= len(d.units) {
			return false
		}
		v := &d.units[j]
		return v.kind == text.Word && v.cap && (!v.known() || v.set.either(lexicon.Given, lexicon.Surname) &&
			!v.set.any(lexicon.Country, lexicon.Place, lexicon.Adj, lexicon.Def, lexicon.Of, lexicon.And))
	}
	j := i + 1
	for d.units[i].set.has(lexicon.Given) && j < len(d.units) && j < i+4 && d.units[j].set.has(lexicon.Particle) && !d.units[j].set.any(lexicon.Def, lexicon.Of, lexicon.From, lexicon.In, lexicon.And) {
		j++ // "Milan van der Berg"
	}
	return pure(j) || pure(i-1)
}

func (d *doc) addName(sent, from, to int) {
	n := name{sent: sent, from: from, to: to, text: d.textOf(from, to), person: -1}
	n.words = resolve.Words(n.text)
	if len(n.words) == 0 || !slices.ContainsFunc(n.words, func(w string) bool { return len(w) > 1 }) {
		return
	}
	n.sure = d.sureName(&n)
	d.names = append(d.names, n)
}

// settleNames keeps the sure names and those that share words with them, and
// groups them into persons.
func (d *doc) settleNames() {
	known := make(map[string]bool, 2*len(d.names))
	d.placesApart()
	d.trimHeadlines()
	for _, n := range d.names {
		if n.sure {
			for _, w := range n.words {
				known[w] = true
			}
		}
	}
	kept := d.names[:0]
	for _, n := range d.names {
		if (n.sure || d.shares(n, known)) && !d.twoSurnames(&n) {
			kept = append(kept, n)
		}
	}
	d.names = kept
	d.forms = d.forms[:0]
	for i := range kept {
		n := &kept[i]
		f := resolve.Form{Text: n.text, Words: n.words, Sure: n.sure, Gender: d.genderBefore(n.from, d.sents[n.sent]), Post: n.post, Tail: generation(n.words)}
		if n.figure = d.lex.FigureIn(n.text, d.pub.Year()); n.figure != nil {
			f.Figure = n.figure.Key
		}
		d.forms = append(d.forms, f)
	}
	d.spousesApart()
	d.rulersApart()
	d.relativesApart()
	d.othersApart()
	persons := resolve.Cluster(d.forms)
	d.persons = slices.Grow(d.persons[:0], persons.Len())[:persons.Len()]
	for i := range d.persons {
		d.persons[i].reset()
	}
	for i := range d.names {
		p := persons.Of(i)
		d.names[i].person = p
		if p >= 0 {
			d.units[d.names[i].from].name = i
			d.persons[p].names = append(d.persons[p].names, i)
			d.persons[p].fem += d.forms[i].Gender
		}
	}
}

// twoSurnames reports "Putin-Trump", "Xi-Trump": family names of two persons of the article, joined.
func (d *doc) twoSurnames(n *name) bool {
	if len(n.words) != 2 || strings.IndexByte(n.text, '-') < 0 || strings.IndexByte(n.text, ' ') >= 0 {
		return false
	}
	found := [2]bool{}
	for i := range d.names {
		m := &d.names[i]
		if k := len(m.words) - 1; k > 0 && m.sure && m.text != n.text && !strings.Contains(m.text, n.text) {
			for j, w := range n.words {
				found[j] = found[j] || m.words[k] == w || m.words[0] == w && d.units[m.from].set.has(lexicon.Surname)
			}
		}
	}
	return found[0] && found[1]
}

// shares wants every word of an unsure name to belong to a sure one, and bars
// names of things.
func (d *doc) shares(n name, known map[string]bool) bool {
	for _, w := range n.words {
		if !known[w] || len(w) < 2 {
			return false
		}
	}
	if i := n.from; n.to == i+1 && d.units[i].set.has(lexicon.Former) && n.to < d.sents[n.sent].to && d.units[n.to].set.has(lexicon.Role) {
		return false // "Nguyên Tổng thống X"
	}
	if i := n.from; n.to == i+1 && d.units[i].set.has(lexicon.Poss) && n.to < d.sents[n.sent].to && d.units[n.to].kind == text.Word && !d.units[n.to].cap {
		return false // "Son invité"
	}
	return !d.namesake(&n, d.sents[n.sent])
}
