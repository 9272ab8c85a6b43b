package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// classSet is a set of lexicon classes.
type classSet lexicon.Set

func (s *classSet) add(c lexicon.Class)           { *s = classSet(lexicon.Set(*s).With(c)) }
func (s *classSet) drop(c lexicon.Class)          { *s = classSet(lexicon.Set(*s).Without(c)) }
func (s classSet) has(c lexicon.Class) bool       { return lexicon.Set(s).Has(c) }
func (s classSet) either(a, b lexicon.Class) bool { return s.has(a) || s.has(b) } // inlined, as any is not
func (s classSet) any(cs ...lexicon.Class) bool {
	if s == (classSet{}) { // as of every word that is not known
		return false
	}
	for _, c := range cs {
		if s.has(c) {
			return true
		}
	}
	return false
}

// classes is a set made once, for what is asked of every unit: see meets.
func classes(cs ...lexicon.Class) (s classSet) {
	for _, c := range cs {
		s.add(c)
	}
	return s
}

func (s classSet) minus(t classSet) classSet { return classSet(lexicon.Set(s).Minus(lexicon.Set(t))) }
func (s classSet) meets(t classSet) bool     { return lexicon.Set(s).Meets(lexicon.Set(t)) }

// unit is one lexicon form, or one token that no form covers.
type unit struct {
	from, to int // tokens
	set      classSet
	kind     text.Kind
	punct    byte // first byte of a punctuation mark, else 0
	cap      bool
	name     int  // index of the name that starts here, -1 for none
	date     int  // index of the date that starts here, -1 for none
	actor    int  // index of the actor that covers the unit, -1 for none
	tells    bool // of a topic, where it would begin a clause: see verb_topics.go
	entries  []lexicon.Entry
	verbs    []verbForm // of the entries
}

func isComma(u unit) bool { return u.punct == ',' }

// known reports that the lexicon explains the unit; the word for a side does not explain
// whose people "the Lao" are, nor do those that tell whom somebody serves.
func (u *unit) known() bool { return !u.only(unexplained) }

// common reports a word of which the lexicon knows nothing but that names go with it:
// "university", "bank".
func (u *unit) common() bool { return u.only(withNames) }

// only reports a unit of no other classes than some.
func (u *unit) only(some classSet) bool {
	return u.set.minus(some) == classSet{}
}

var (
	unexplained = classes(lexicon.Side, lexicon.Another, lexicon.Service, lexicon.Serving)
	withNames   = classes(lexicon.Side, lexicon.Another, lexicon.Service, lexicon.Serving, lexicon.Namesake, lexicon.Body)
)

// entry returns the first entry of a class.
func (u *unit) entry(c lexicon.Class) (lexicon.Entry, bool) {
	if !u.set.has(c) {
		return lexicon.Entry{}, false
	}
	for i := range u.entries {
		if u.entries[i].Class == c {
			return u.entries[i], true
		}
	}
	return lexicon.Entry{}, false
}

// sentence is a range of units.
type sentence struct {
	from, to   int // units
	start, end int // bytes
	item       int
	actors     [2]int // first and last+1
}

// tokenize cuts the text and looks every word up; words that are glued
// together or joined by a hyphen are cut where both parts are known.
func (d *doc) tokenize() {
	raw := text.Tokenize(d.raw[:0], d.text, 0, len(d.text), &d.lex.Rules)
	d.raw = raw
	d.toks, d.ids = d.toks[:0], d.ids[:0]
	d.probe.rewind(d.text, d.lex)
	for i, t := range raw {
		if t.Kind != text.Word {
			id := int32(0)
			if t.Kind != text.Break {
				id, d.buf = d.lex.Word(d.buf, t.Text(d.text))
			}
			d.push(t, id)
			continue
		}
		id, known := d.probe.recall(t)
		if !known {
			id, d.buf = d.lex.Word(d.buf, t.Text(d.text))
		}
		if id == 0 {
			id = d.lex.Restored(t.Text(d.text))
		}
		if (id == 0 || !d.lex.Alone(id)) && d.split(t, id) {
			continue
		}
		if v := d.lex.Unmarked(t.Text(d.text)); v != 0 && (i == 0 || raw[i-1].Kind != text.Word) && i+1 < len(raw) && raw[i+1].Kind == text.Word {
			id = v // "A Paris", "A la tête de"
		}
		if id == 0 && !t.Cap && d.afterArticle() {
			id = d.lex.Correct(t.Text(d.text))
		}
		d.push(t, id)
	}
}

// afterArticle reports whether the last token is an article: a noun follows.
func (d *doc) afterArticle() bool {
	n := len(d.toks)
	return n > 0 && d.ids[n-1] != 0 && d.wordSet(d.ids[n-1], d.toks[n-1]).any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem)
}

func (d *doc) push(t text.Token, id int32) {
	d.toks = append(d.toks, t)
	d.ids = append(d.ids, id)
}

// split cuts a word that is no form; it reports whether it did.
func (d *doc) split(t text.Token, id int32) bool {
	w := t.Text(d.text)
	if strings.IndexByte(w, '-') > 0 {
		return d.splitHyphens(t, w)
	}
	if id != 0 || len(w) < 5 || t.AllCaps {
		return false
	}
	return d.lex.Options.Tones && d.splitSyllables(t, w) || d.splitGlue(t, w)
}

// splitHyphens cuts "Vietnam-Russie", "sino-africain" and "a-t-il", but not
// "Jean-Yves": some part must name a state.
func (d *doc) splitHyphens(t text.Token, w string) bool {
	parts := strings.Split(w, "-")
	if t.Cap && d.lex.Options.Tones && slices.ContainsFunc(parts[1:], func(p string) bool { return p == strings.ToLower(p) }) {
		return false // "Séc-ba-cốp": a name in transcription
	}
	state, titles := false, true
	for _, p := range parts {
		id, _ := d.word(p)
		set := d.wordSet(id, t)
		titles = titles && set.has(lexicon.Role)
		state = state || set.any(lexicon.Country, lexicon.Prefix, lexicon.Adj) || len(p) > 4 && set.has(lexicon.Place) && !set.either(lexicon.Given, lexicon.Surname)
	}
	first, _ := d.word(parts[0])
	state = state || d.endsState(subToken(t, parts[0], t.Start, true), first)
	if set := d.wordSet(first, t); set.has(lexicon.Particle) && (t.Cap && d.lex.Options.Premodifier || !set.either(lexicon.Def, lexicon.Of)) {
		return false // "Al-Sabah"
	}
	if !state && !titles && !d.wordSet(first, t).has(lexicon.Former) && !(len(parts) <= 3 && !t.Cap && d.endsInPronoun(parts)) {
		return false
	}
	at := t.Start
	for i, p := range parts {
		if p != "" {
			id, _ := d.word(p)
			d.push(subToken(t, p, at, i == 0), id)
		}
		at += int32(len(p)) + 1
	}
	return true
}

// endsState reports a word that ends the name of a state begun by the last token: "Nam" in
// "Việt Nam-Đan Mạch".
func (d *doc) endsState(t text.Token, id int32) bool {
	n := len(d.toks)
	if n == 0 || id == 0 || !d.lex.Options.Tones || d.ids[n-1] == 0 {
		return false
	}
	m, sense := d.lex.Match([]int32{d.ids[n-1], id}, []text.Token{d.toks[n-1], t})
	return m == 2 && classSet(sense.Classes).has(lexicon.Country)
}

func (d *doc) endsInPronoun(parts []string) bool {
	id, _ := d.word(parts[len(parts)-1])
	return d.wordSet(id, text.Token{}).any(lexicon.He, lexicon.She, lexicon.They)
}

// splitGlue cuts "lesdeux", "intégralavec", "Premierministre".
func (d *doc) splitGlue(t text.Token, w string) bool {
	least := 2 // of the second word, see gluable
	if t.Cap {
		least = 5
	}
	for i := 2; i <= len(w)-least; i++ {
		if !utf8.RuneStart(w[i]) {
			continue
		}
		a, _ := d.word(w[:i])
		if a == 0 {
			continue
		}
		b, _ := d.word(w[i:])
		if b == 0 || !d.gluable(a, b, w[:i], w[i:], t) {
			continue
		}
		d.push(subToken(t, w[:i], t.Start, true), a)
		d.push(subToken(t, w[i:], t.Start+int32(i), false), b)
		return true
	}
	return false
}

// gluable wants two long words, the second of which may be a short one for a state, or a
// function word beside a word of five letters; a capitalised word is only cut between two
// long ones. A form of a verb and another one or a small word make up other words by chance: "assis-tance". A word known
// from the names of parties alone is cut off a state or the head of such a name.
func (d *doc) gluable(a, b int32, x, y string, t text.Token) bool {
	fa, fb := d.wordSet(a, t), d.wordSet(b, t)
	if len(y) <= 3 && (x[len(x)-1] == y[0] || fa == onlyVerb && x[len(x)-1] == 'a') || functionWord(fa) && fb == onlyVerb {
		return false // "officielles", "inaugurale", "enregistré", "désirait", "overturned"
	}
	if len(x) >= 5 && len(y) >= 3 && !t.Cap && fb.has(lexicon.Adj) && (fa == classSet{} || !onlyName(fa) && fa != onlyVerb) {
		return true // "ministrelao", "révolutionnairelao"
	}
	if len(x) >= 5 && len(y) >= 5 {
		return fa.has(lexicon.PartyWord) && fb == classSet{} || !onlyName(fa) && !onlyName(fb) && (fa != onlyVerb || fb != onlyVerb)
	}
	if t.Cap {
		return len(y) >= 5 && fa.has(lexicon.Def) && fb.either(lexicon.Role, lexicon.Noun) // "Leministre", not "Latour"
	}
	return functionWord(fa) && functionWord(fb) || len(y) >= 5 && functionWord(fa) && fb != classSet{} || (len(x) >= 5 && fa != classSet{} || len(x) == 4 && fa.has(lexicon.Role)) && functionWord(fb)
}

var onlyVerb = classes(lexicon.Verb)

var ofNames = classes(lexicon.Given, lexicon.Surname, lexicon.Particle, lexicon.NameHead, lexicon.FemName)

// onlyName reports a word that is known as a part of names alone.
func onlyName(s classSet) bool { return s.minus(ofNames) == classSet{} }

func functionWord(s classSet) bool {
	return s.any(lexicon.Def, lexicon.Of, lexicon.With, lexicon.By, lexicon.In, lexicon.And, lexicon.Poss, lexicon.Indef, lexicon.Prep)
}

func (d *doc) word(w string) (int32, []byte) {
	var id int32
	id, d.buf = d.lex.Word(d.buf, w)
	return id, d.buf
}

// wordSet returns the classes of a one-word form.
func (d *doc) wordSet(id int32, t text.Token) classSet {
	t.Cap = true // a part of a word says nothing about its own capital
	return classSet(d.lex.Sense(id, &t).Classes)
}

func subToken(t text.Token, part string, at int32, isFirst bool) text.Token {
	c, _ := utf8.DecodeRuneInString(part)
	s := text.Token{Start: at, End: at + int32(len(part)), Kind: text.Word, Cap: strings.ToLower(string(c)) != string(c), Glued: !isFirst}
	s.Space = isFirst && t.Space
	return s
}

func setOf(es []lexicon.Entry) classSet { return classSet(lexicon.SetOf(es)) }

// bracket is a sign, the square ones, with which a press puts words of its own into a
// quotation, like the round ones.
func bracket(c byte) byte {
	switch c {
	case '[':
		return '('
	case ']':
		return ')'
	}
	return c
}

// segment appends the units of the tokens of r.
func (d *doc) segment(r text.Range) sentence {
	s := sentence{from: len(d.units), start: int(d.toks[r.From].Start), end: int(d.toks[r.To-1].End)}
	taken := [2]int{} // tokens of a verb phrase that began before
	for i := r.From; i < r.To; {
		t := &d.toks[i]
		u := unit{from: i, to: i + 1, kind: t.Kind, cap: t.Cap, name: -1, date: -1, actor: -1}
		switch t.Kind {
		case text.Break:
			i++
			continue
		case text.Punct:
			u.punct = bracket(d.text[t.Start])
		}
		dead := i >= taken[0] && i < taken[1]
		if dead {
			u.to = taken[1]
		} else if n, sense := d.lex.Match(d.ids[i:r.To], d.toks[i:r.To]); n > 0 {
			if n > 1 && (sense.Classes.Function() || classSet(sense.Classes).has(lexicon.Adverb)) && d.lastSyllable(i, s.from) {
				n, sense = d.lex.Match(d.ids[i:i+1], d.toks[i:i+1])
				n = max(n, 1)
			}
			for n > 1 && classSet(sense.Classes).either(lexicon.Verb, lexicon.Noun) && d.beforeDay(i+n-1) { // "conferred on Tuesday"
				n, sense = d.lex.Match(d.ids[i:i+n-1], d.toks[i:i+n-1])
			}
			u.to = i + max(n, 1)
			u.entries, u.set = rolesFirst(sense)
		}
		if n, sense := d.infinitiveOf(i, r.To, &u); n > 0 {
			u.to, u.entries, u.set = i+n, sense.Entries, classSet(sense.Classes)
		}
		if u.to == i+1 && t.Kind == text.Word && !dead && !(u.set.has(lexicon.Noun) && d.nounHere(s)) {
			verbs, rest := d.parted(i, r.To)
			if len(verbs) > 0 && (d.lex.Options.Infinitives || d.openEnded(rest)) {
				taken = rest
				u.entries = slices.DeleteFunc(slices.Clone(u.entries), func(e lexicon.Entry) bool { return e.Class == lexicon.Verb })
			}
			if len(verbs) > 0 {
				u.entries = append(slices.Clip(u.entries), verbs...)
				u.set = setOf(u.entries)
			} else if later, rest, m := d.partedLater(i, r.To); m > 0 {
				u.to, u.entries, u.set, taken = i+m, later, setOf(later), rest
			}
		}
		if u.to > i+1 && u.set.has(lexicon.Verb) {
			if later, rest, m := d.partedLater(i, r.To); m == u.to-i && (d.openEnded(rest) || d.ofSomebody(later)) { // "a pris place mardi à la table de B"
				u.entries, u.set, taken = later, setOf(later), rest
			}
		}
		if u.to == i+2 && u.set.has(lexicon.Support) {
			u.entries = append(slices.Clip(u.entries), d.finite(i+1, r.To)...)
			u.set = setOf(u.entries)
		}
		if e, ok := u.entry(lexicon.Month); ok && e.Index > months && !d.numberBeside(i, u.to, r) {
			u.entries = slices.DeleteFunc(slices.Clone(u.entries), func(e lexicon.Entry) bool { return e.Class == lexicon.Month && e.Index > months })
			u.set = setOf(u.entries)
		}
		i = u.to
		d.readVerbs(&u)
		d.units = append(d.units, u)
	}
	s.to = len(d.units)
	return s
}

// numberBeside reports a number right before or behind tokens [from, to).
func (d *doc) numberBeside(from, to int, r text.Range) bool {
	return from > r.From && d.toks[from-1].Kind == text.Number || to < r.To && d.toks[to].Kind == text.Number
}

// infinitiveOf is the infinitive, if it is a form with its preposition, which the unit before has taken: "found time to" and
// "to host"; n is how many tokens are left of it, 0 if there is none.
func (d *doc) infinitiveOf(i, end int, u *unit) (n int, sense *lexicon.Sense) {
	k := len(d.units) - 1
	if !d.lex.Options.Infinitives || k < 0 || d.units[k].to != i || u.set.has(lexicon.Verb) || u.kind != text.Word || u.cap || !d.endsWith(&d.units[k], lexicon.To) {
		return 0, nil
	}
	if n, sense = d.lex.Match(d.ids[i-1:end], d.toks[i-1:end]); n < 2 || !classSet(sense.Classes).has(lexicon.Verb) {
		return 0, nil
	}
	return n - 1, sense
}

// nounHere reports a preposition or an article as the last unit: what follows is no verb, "Over lunch in Oslo with X".
func (d *doc) nounHere(s sentence) bool {
	n := len(d.units) - 1
	if n < s.from {
		return false
	}
	set := d.units[n].set
	return set.any(lexicon.Prep, lexicon.In, lexicon.After, lexicon.Def, lexicon.Indef, lexicon.Poss) && !set.either(lexicon.To, lexicon.Verb)
}

// rolesFirst drops the verb of a form that is a title too: "président" is
// hardly ever "they preside".
func rolesFirst(s *lexicon.Sense) ([]lexicon.Entry, classSet) {
	set := classSet(s.Classes)
	if !set.has(lexicon.Role) || !set.has(lexicon.Verb) {
		return s.Entries, set
	}
	set.drop(lexicon.Verb)
	return slices.DeleteFunc(slices.Clone(s.Entries), func(e lexicon.Entry) bool { return e.Class == lexicon.Verb }), set
}

// settleStates chooses among the states of an ambiguous word ("congolais") the
// one that the article names unmistakably nearest to it, and drops the others.
func (d *doc) settleStates() {
	var sure map[string][]int
	for i := range d.units {
		u := &d.units[i]
		if !u.set.either(lexicon.Country, lexicon.Adj) || stateCodes(u.entries) < 2 {
			continue
		}
		if sure == nil {
			sure = d.sureStates()
		}
		best := nearest(i, sure, u.entries, lexicon.Country, lexicon.Adj)
		if best != "" {
			u.entries = slices.DeleteFunc(slices.Clone(u.entries), func(x lexicon.Entry) bool { return x.Code != best && x.Class <= lexicon.Adj })
		}
	}
}

// nearest is the state of those entries of some classes that the article names unmistakably nearest to unit i.
func nearest(i int, sure map[string][]int, es []lexicon.Entry, of ...lexicon.Class) (state string) {
	dist := -1
	for _, e := range es {
		if !slices.Contains(of, e.Class) {
			continue
		}
		for _, at := range sure[e.Code] {
			if x := abs(at - i); dist < 0 || x < dist {
				state, dist = e.Code, x
			}
		}
	}
	return state
}

// sureStates are the units that name each state unmistakably.
func (d *doc) sureStates() map[string][]int {
	sure := map[string][]int{}
	for i := range d.units {
		if es := d.units[i].entries; stateCodes(es) == 1 && !(i > 0 && d.units[i-1].cap && onlyName(d.units[i-1].set) && d.units[i-1].set.has(lexicon.Given)) { // not "François Hollande"
			for _, e := range es {
				if e.Class == lexicon.Country || e.Class == lexicon.Adj || e.Class == lexicon.Place {
					sure[e.Code] = append(sure[e.Code], i)
				}
			}
		}
	}
	return sure
}

// stateCodes counts the states a form can stand for.
func stateCodes(es []lexicon.Entry) int {
	first, n := "", 0
	for _, e := range es {
		if (e.Class == lexicon.Country || e.Class == lexicon.Adj || e.Class == lexicon.Place) && e.Code != "" && (n == 0 || e.Code != first) {
			first = e.Code
			n++
		}
	}
	return n
}

// textOf returns what is written from unit a up to unit b, with one space for
// any white space and at glued places.
func (d *doc) textOf(a, b int) string {
	if a >= b {
		return ""
	}
	return d.tokenText(d.units[a].from, d.units[b-1].to)
}

func (d *doc) tokenText(from, to int) string {
	whole := d.text[d.toks[from].Start:d.toks[to-1].End]
	if to == from+1 || d.spaced(from, to) {
		return whole
	}
	var b strings.Builder
	for i := from; i < to; i++ {
		t := d.toks[i]
		if i > from && (t.Space || t.Glued && d.text[t.Start-1] != '-' || d.toks[i-1].Kind == text.Break) {
			b.WriteByte(' ')
		} else if i > from && t.Glued && d.text[t.Start-1] == '-' {
			b.WriteByte('-')
		}
		b.WriteString(t.Text(d.text))
	}
	return b.String()
}

// spaced reports tokens [from, to) between which nothing is to be changed.
func (d *doc) spaced(from, to int) bool {
	for i := from + 1; i < to; i++ {
		gap := d.text[d.toks[i-1].End:d.toks[i].Start]
		if d.toks[i].Glued || d.toks[i].Kind == text.Break || gap != "" && gap != " " && (strings.ContainsAny(gap, "\n\t\u00a0") || strings.Contains(gap, "  ")) {
			return false
		}
	}
	return true
}
