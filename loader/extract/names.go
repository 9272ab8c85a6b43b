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
	sure bool
}

// findNames marks the runs of capitalised units that name persons.
func (d *doc) findNames() {
	d.names = d.names[:0]
	for k, s := range d.sents {
		for i := s.from; i < s.to; {
			if end := d.nameRun(i, s); end > i {
				d.addName(k, i, end)
				i = end
				continue
			}
			i++
		}
	}
}

// nameRun returns the end of the run of name-like units that starts at i, or i.
func (d *doc) nameRun(i int, s sentence) int {
	if !d.nameStart(i, s) {
		return i
	}
	j := i + 1
	for j < s.to && j-i < 10 {
		u := &d.units[j]
		switch {
		case d.syllable(i, j):
			j++
		case d.namePart(j) && !d.joinsNot(j):
			j++
		case u.set.has(lexicon.NameHead) && u.cap && u.to-u.from == 1 && (!u.set.any(lexicon.Role, lexicon.Honorific) || d.units[j-1].set.has(lexicon.Particle)): // Imran Khan
			j++
		case d.joined(j, s) > j && !d.roleAfter(j, s):
			j = d.joined(j, s)
		case d.syllablePlace(i, j):
			j++
		case u.cap && u.set.has(lexicon.Month) && u.date < 0 && d.lex.Options["month-lower"]: // Truong Thi Mai
			j++
		case u.cap && u.to-u.from == 1 && d.lex.Options["article"] && (u.set.has(lexicon.Place) && !u.set.has(lexicon.Country) || u.set.any(lexicon.Country, lexicon.Adj) && d.units[j-1].set.has(lexicon.Given)):
			j++ // Vuong Dinh Hue, François Hollande
		case u.punct == ',' && j+1 < s.to && d.units[j+1].cap && d.units[j+1].set.has(lexicon.Ordinal): // Joseph Biden, Jr.
			j += 2
		case u.cap && u.set.has(lexicon.Ordinal):
			j++
		case u.punct == '(' && d.bracketed(j, s) > 0: // Henry A. (Heinz Alfred) Kissinger
			j += d.bracketed(j, s)
		default:
			return j
		}
	}
	return j
}

// joined returns the end of a chain of particles and honorifics that leads to
// a part of a name ("Ould Cheikh El Ghazouani", "de Lima Peralta"), j if none
// starts at j.
func (d *doc) joined(j int, s sentence) int {
	k := j
	for k < s.to && k < j+3 && (d.particle(k) || k > j && d.units[k].cap && (d.units[k].set.has(lexicon.NameHead) || d.units[k].set.has(lexicon.Place) && k+1 < s.to && d.namePart(k+1))) {
		k++
	}
	switch {
	case k > j && k < s.to && d.namePart(k):
		return k + 1
	case k > j+1 && d.units[k-1].set.has(lexicon.NameHead):
		return k // "Moctar Ould Sidi"
	}
	return j
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

// syllable reports a capitalised word after a family name in a language whose
// names are made of words: "Nguyễn Đức Hải", "Lê Thanh Hải".
func (d *doc) syllable(i, j int) bool {
	u := &d.units[j]
	if !d.lex.Options["tones"] || !d.units[i].set.has(lexicon.Surname) || u.kind != text.Word || !u.cap || u.date >= 0 {
		return false
	}
	if u.set.has(lexicon.Honorific) && j+1 < len(d.units) && d.units[j+1].cap {
		return false
	}
	return !u.set.any(lexicon.Role, lexicon.Portfolio, lexicon.Org, lexicon.Party) && (u.to-u.from == 1 || u.set.has(lexicon.Place) && d.toks[u.from+1].Cap)
}

// halfWord reports a capital that a small syllable completes: "Kiểm soát".
func (d *doc) halfWord(i int, s sentence) bool {
	if !d.lex.Options["tones"] || i+1 >= s.to {
		return false
	}
	v := &d.units[i+1]
	if v.kind != text.Word || v.cap || v.known() {
		return false
	}
	return i == s.from || !d.units[i-1].set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead, lexicon.Country)
}

// bracketed is the length of one or two names in brackets at unit j that the
// rest of the name follows, 0 if there are none.
func (d *doc) bracketed(j int, s sentence) int {
	for k := j + 1; k < s.to-1 && k <= j+3; k++ {
		if d.units[k].punct == ')' && k > j+1 && d.namePart(k+1) {
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
	return u.set.has(lexicon.Particle) && (u.cap || !u.set.has(lexicon.Def) || !d.lex.Options["article"])
}

// roleAfter keeps "X de Paris" apart from "X de Villepin": the particle leads
// to a known place.
func (d *doc) roleAfter(j int, s sentence) bool {
	return j+1 < s.to && d.units[j+1].set.any(lexicon.Place, lexicon.Country, lexicon.Org, lexicon.Party, lexicon.Thing) && !(j+2 < s.to && d.namePart(j+2))
}

// joinsNot reports a unit that starts a new name after another: "Hanoi" after
// a name is a place even if it could be a name.
func (d *doc) joinsNot(j int) bool {
	return d.units[j].set.any(lexicon.Honorific, lexicon.NameHead) && d.units[j].to-d.units[j].from > 1
}

func (d *doc) nameStart(i int, s sentence) bool {
	u := &d.units[i]
	if u.kind != text.Word || !u.cap {
		return false
	}
	if i > s.from && u.set.has(lexicon.Place) && d.units[i-1].set.any(lexicon.In, lexicon.To, lexicon.From) {
		return false
	}
	if u.set.has(lexicon.NameHead) && i+1 < s.to && d.namePart(i+1) && d.toks[u.from].End-d.toks[u.from].Start <= 2 {
		return false // "U Myint Oo"
	}
	if d.halfWord(i, s) || (i == s.from || d.units[i-1].punct != 0) && d.lex.Options["tones"] && u.set.any(lexicon.From, lexicon.Prep, lexicon.By, lexicon.That, lexicon.And, lexicon.In) {
		return false
	}
	if d.namePart(i) {
		return i > s.from || d.firstWordIsName(i, s)
	}
	if u.set.has(lexicon.Particle) && !u.set.any(lexicon.Def, lexicon.Of) && i+1 < s.to && d.namePart(i+1) {
		return true // "Al Attiyah"
	}
	return false
}

func hasDigit(w string) bool { return strings.ContainsAny(w, "0123456789") }

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
	return i+2 < len(d.units) && (d.units[i+2].set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.HaveFut) || d.clitic(i+2))
}

// syllableName reports a capitalised word shaped like one Vietnamese or
// Chinese syllable.
func (d *doc) syllableName(i int) bool {
	u := &d.units[i]
	return u.cap && u.to-u.from == 1 && (!u.known() || u.set.any(lexicon.Given, lexicon.Surname, lexicon.Place)) && resolve.Syllable(d.toks[u.from].Text(d.text))
}

// firstWordIsName doubts the capital at the start of a sentence.
func (d *doc) firstWordIsName(i int, s sentence) bool {
	u := &d.units[i]
	return u.set.any(lexicon.Given, lexicon.Surname) || i+1 < s.to && d.namePart(i+1) || d.toks[u.from].Initial || d.toks[u.from].AllCaps || !u.known()
}

// namePart reports whether a unit can be part of a name.
func (d *doc) namePart(i int) bool {
	u := &d.units[i]
	if u.kind != text.Word || !u.cap || u.date >= 0 {
		return false
	}
	if d.toks[u.from].Initial {
		return !u.set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Role, lexicon.Country, lexicon.Org)
	}
	if u.set.any(lexicon.Given, lexicon.Surname) {
		switch {
		case u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Month, lexicon.Weekday, lexicon.Portfolio, lexicon.Party):
			return false
		case u.set.has(lexicon.Org):
			return u.set.has(lexicon.Given) && d.amongNames(i)
		case u.set.any(lexicon.Def, lexicon.Indef, lexicon.Of, lexicon.And, lexicon.Prep, lexicon.In, lexicon.To, lexicon.By):
			return d.syllables(i) || d.lex.Options["tones"] && d.titled(i)
		}
		return !u.set.any(lexicon.Country, lexicon.Place, lexicon.Adj) || d.amongNames(i)
	}
	return !u.known() && !hasDigit(d.toks[u.from].Text(d.text)) && !d.hyphenNoun(u)
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
	if strings.IndexByte(w, '-') < 0 {
		return false
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
		return v.kind == text.Word && v.cap && (!v.known() || v.set.any(lexicon.Given, lexicon.Surname) &&
			!v.set.any(lexicon.Country, lexicon.Place, lexicon.Adj, lexicon.Def, lexicon.Of, lexicon.And))
	}
	return pure(i+1) || pure(i-1)
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

// sureName looks for what tells a person: a title before, a role after, a
// known given or family name, or two and more unknown capitalised words in
// the middle of a sentence.
func (d *doc) sureName(n *name) bool {
	s := d.sents[n.sent]
	if d.namesake(n, s) || n.to == n.from+1 && d.articleBefore(n.from, s) && !d.units[n.from].set.any(lexicon.Given, lexicon.Surname) {
		return false
	}
	one := n.to == n.from+1
	if one && n.from > s.from && d.units[n.from-1].set.has(lexicon.Of) {
		return false // "le gouverneur de X": a place, unless X is known otherwise
	}
	if d.titleBefore(n.from, s) || d.roleFollows(n.to, s, !one) {
		return true
	}
	if one {
		return d.headlineName(n, s)
	}
	for i := n.from; i < n.to; i++ {
		if d.units[i].set.any(lexicon.Given, lexicon.Surname) || d.toks[d.units[i].from].Initial {
			return true
		}
	}
	if d.brand(n) {
		return false
	}
	if n.from > s.from && d.units[n.from-1].set.any(lexicon.To, lexicon.In, lexicon.From, lexicon.Place, lexicon.Namesake) {
		return false
	}
	return len(n.words) <= 6 && !d.quoted(n, s) && !d.articleBefore(n.from, s) && !allCaps(n.text)
}

func allCaps(s string) bool { return strings.ToUpper(s) == s }

// brand reports "YouTube" and "HBC Nantes": a word cut at its hump, or an
// abbreviation among the words.
func (d *doc) brand(n *name) bool {
	for i := n.from; i < n.to; i++ {
		if t := d.toks[d.units[i].from]; t.Glued && i > n.from || t.AllCaps && t.End-t.Start <= 4 && !roman(t.Text(d.text)) {
			return true
		}
	}
	return false
}

func roman(w string) bool { return strings.Trim(w, "IVX") == "" }

// headlineName accepts the one-word name of a headline: "Centrafrique :
// Touadéra au Kremlin", "Essid reçu à Alger".
func (d *doc) headlineName(n *name, s sentence) bool {
	if d.text[s.end-1] == '.' || n.from == s.from || d.units[n.from].known() || n.to >= s.to || d.units[n.from-1].punct != ':' {
		return false
	}
	u := &d.units[n.to]
	if e, ok := u.entry(lexicon.Verb); ok && d.lex.Verbs[e.Index].Event == "met" {
		return true
	}
	return u.set.any(lexicon.In, lexicon.To) && n.to+1 < s.to && d.units[n.to+1].set.any(lexicon.Seat, lexicon.Place, lexicon.Country)
}

// namesake reports a name that only names a thing: "mausolée de Ho Chi Minh".
func (d *doc) namesake(n *name, s sentence) bool {
	if n.to < s.to && d.units[n.to].cap && d.units[n.to].set.has(lexicon.Thing) && d.lex.Options["premodifier"] && !d.headline(n.sent) {
		return true // "Kennedy School"
	}
	for i := n.from - 1; i >= s.from && i >= n.from-3; i-- {
		u := &d.units[i]
		if u.set.any(lexicon.Thing, lexicon.Namesake) {
			return !d.lex.Options["premodifier"] || d.units[n.from-1].set.any(lexicon.Of, lexicon.Def) || !d.titleBefore(n.from, s) // "member of the Secretariat X"
		}
		if !u.set.any(lexicon.Of, lexicon.Def, lexicon.NameHead) {
			return false
		}
	}
	return false
}

func (d *doc) quoted(n *name, s sentence) bool {
	return n.from > s.from && strings.ContainsRune("\"«“", firstRune(d.textOf(n.from-1, n.from)))
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
// article.
func (d *doc) contracted(i int) bool { return d.units[i].set.has(lexicon.Contracted) }

// titleBefore walks back over the complement of an office to its head.
func (d *doc) titleBefore(i int, s sentence) bool {
	for k := i - 1; k >= s.from && k >= i-16; k-- {
		u := &d.units[k]
		switch {
		case u.set.any(lexicon.Honorific, lexicon.NameHead):
			return k >= i-2
		case u.set.has(lexicon.Role):
			return true
		case u.set.has(lexicon.Verb) || u.set.any(lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That):
			return false
		case u.punct == ',':
			if k != i-1 {
				return false
			}
		case u.punct != 0:
			return false
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Adj, lexicon.Of, lexicon.Def, lexicon.Place, lexicon.Thing):
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
			if k == i-1 && d.lex.Options["article"] {
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
		case u.set.any(lexicon.Def, lexicon.Dem) && !full:
			return false // "À Paris, le ministre"
		case u.set.any(lexicon.Def, lexicon.Indef, lexicon.Former, lexicon.Adj, lexicon.Portfolio, lexicon.Adverb, lexicon.Poss, lexicon.First):
		default:
			return false
		}
	}
	return false
}

// settleNames keeps the sure names and those that share words with them, and
// groups them into persons.
func (d *doc) settleNames() {
	known := map[string]bool{}
	for _, n := range d.names {
		if n.sure {
			for _, w := range n.words {
				known[w] = true
			}
		}
	}
	kept := d.names[:0]
	for _, n := range d.names {
		if n.sure || d.shares(n, known) {
			kept = append(kept, n)
		}
	}
	d.names = kept
	forms := make([]resolve.Form, len(kept))
	for i, n := range kept {
		forms[i] = resolve.Form{Text: n.text, Words: n.words, Sure: n.sure, Gender: d.genderBefore(n.from, d.sents[n.sent])}
	}
	persons := resolve.Cluster(forms)
	d.persons = make([]person, persons.Len())
	for i := range d.names {
		p := persons.Of(i)
		d.names[i].person = p
		if p >= 0 {
			d.units[d.names[i].from].name = i
			d.persons[p].names = append(d.persons[p].names, i)
		}
	}
}

// shares wants every word of an unsure name to belong to a sure one, and bars
// names of things.
func (d *doc) shares(n name, known map[string]bool) bool {
	for _, w := range n.words {
		if !known[w] || len(w) < 2 {
			return false
		}
	}
	return !d.namesake(&n, d.sents[n.sent])
}

// person is one person of the article.
type person struct {
	names   []int // mentions by name
	country string
	codes   map[string]int
	parties []int
	orgs    []int
	offices []office
	keys    []string        // role keys, in order of mention
	titled  bool            // some office is known, not only a rank
	fem     int             // > 0 feminine, < 0 masculine, as titles and pronouns tell
	byName  bool            // titled by nothing but the name of a figure
	figure  *lexicon.Figure // who is generally known by the name, nil for none
	mates   []int           // persons whose aide or spouse this one is
	origin  string          // state that the family name hints at
	item    int             // item of the first mention
}

type office struct {
	title, country string
	key            string // of the role
	former         bool
}

// genderBefore is the gender of the honorific or title right before a name: 1
// feminine, -1 masculine, 0 unknown.
func (d *doc) genderBefore(i int, s sentence) int {
	if i == s.from {
		return 0
	}
	u := &d.units[i-1]
	if e, ok := u.entry(lexicon.Honorific); ok {
		return map[int32]int{1: -1, 2: 1, 4: -1, 5: 1}[e.Index]
	}
	if e, ok := u.entry(lexicon.Role); ok && e.Form&lexicon.Fem != 0 && e.Form&lexicon.Plural == 0 {
		return 1
	}
	return 0
}
