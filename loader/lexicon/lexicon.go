// Package lexicon is all that the engine knows about a language and about the
// world: states, parties, organizations, places, names, offices, verbs and
// function words. It is data; the only code here reads it.
//
// data/common holds what no language owns (given names and family names,
// which generic word can stand for which office); data/<lang> holds one folder
// per language. Adding a language is adding a folder, see data/README.md.
package lexicon

import (
	"cmp"
	"embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/text"
)

//go:embed data
var data embed.FS

// Languages are the languages with a folder of data, in the order in which
// detection tries them.
func Languages() []string { return []string{"fr", "en", "vi"} }

// Form is what the written form of an entry tells about it.
type Form uint16

// The forms. A verb form can be several of them at once.
const (
	Fin     Form = 1 << iota // finite, present or past: the action takes or took place
	Fut                      // finite, future or conditional
	PP                       // past participle
	Inf                      // infinitive
	Ger                      // present participle, gerund
	Plural                   // plural noun
	Fem                      // feminine noun or participle
	Weak                     // name that is an ordinary word too
	Capital                  // city where a government sits
	Spot                     // building or square, of which others tell the town
	Pres                     // finite and of the present, where the ending tells so
)

// Entry is what a form stands for.
type Entry struct {
	Class Class
	Form  Form
	// Index points into the Lexicon's list of the class (Parties, Orgs,
	// Roles, Nouns, Verbs); for words of a numbered class it is the number
	// (month 1 to 12, weekday 1 to 7 from Monday, numeral).
	Index int32
	Code  string // country of a Country, Adj, Place, Seat, Party or Org

	casing casing // that the form asks for
}

// PartyEntry is a political party.
type PartyEntry struct {
	Key, Country string
	Name         string // in the lexicon's language
	Short        []string
}

// OrgEntry is an organization.
type OrgEntry struct{ Name, Code, Kind string }

// RoleEntry is a noun for a person.
type RoleEntry struct {
	Key   string
	Flags Flags
	Words Words // its flags
}

// NounEntry is a noun for an event or a document.
type NounEntry struct {
	Key, Event string
	Flags      Flags
	Words      Words // event and flags
}

// VerbEntry is a verb with the fact it can state. Slots tells where the
// other side stands; see the package comment of extract.
type VerbEntry struct {
	Key, Event string
	Slots      Flags
	Flags      Flags
	Words      Words // event and flags
}

// NameWord tells which part of a name a word that is more than a name can be.
type NameWord uint8

// The parts.
const (
	AsGiven   NameWord = 1 << iota // Lincoln, Grant
	AsSurname                      // Bishop, Banks
)

// PageWord tells what a word or phrase of the page around a text can be.
type PageWord uint8

// The kinds of page.tsv.
const (
	PageFirst  PageWord = 1 << iota // the first word of one
	PagePhrase                      // lines of nothing else are no text
	PageLabel                       // with a colon it begins one
	PageStamp                       // when the page was written
	PageRights                      // whose it is
)

// Flags is a set of words.
type Flags struct {
	words []string
	bits  uint64 // of the words: most of the others are told by it
}

func flagsOf(words string) (f Flags) {
	f.words = strings.Fields(words)
	for _, w := range f.words {
		f.bits |= flagBit(w)
	}
	return f
}

// flagBit is that of a word in Flags.bits; of a constant the compiler makes one.
func flagBit(word string) uint64 { return 1 << ((word[0] + 7*uint8(len(word))) % 64) }

// Has reports whether f holds the word.
func (f Flags) Has(word string) bool {
	if f.bits&flagBit(word) == 0 {
		return false
	}
	for _, w := range f.words { // not slices.Contains: a loop is inlined, and compares with a constant in one step
		if w == word {
			return true
		}
	}
	return false
}

// Offices are the keys of roles that somebody can hold.
type Offices []string

// Has reports whether o holds the role.
func (o Offices) Has(role string) bool { return slices.Contains(o, role) }

// Lexicon is the knowledge of one language. It is immutable and safe for
// concurrent use.
type Lexicon struct {
	Lang    string
	Parties []PartyEntry
	Orgs    []OrgEntry
	Roles   []RoleEntry
	Nouns   []NounEntry
	Verbs   []VerbEntry
	// Options of options.txt: word order and other habits of the language.
	Options Options
	// Home is the state whose officials the press of the language names without
	// their state, from the option "home-XX"; empty for none.
	Home string
	// Generic tells for a generic role key ("leader") which offices it can
	// stand for.
	Generic map[string]Offices
	// NameWords are the words, titles and places that are names of persons too, where the sentence tells
	// of a person: a given name, a family name.
	NameWords map[string]NameWord
	// Page are words and phrases of the page around a text, in small letters.
	Page map[string]PageWord
	// AdverbSuffixes end words that may stand inside a verb group ("-ment").
	AdverbSuffixes []string
	// ThingSuffixes end words that are no name even with a capital ("-tion").
	ThingSuffixes []string
	Rules         text.Rules

	// tones: a word with other diacritics is another word (option "tones").
	// plain: the same knowledge without diacritics, see For.
	tones, plain bool

	words   vocabulary
	nodes   []node // trie over word ids; the id of a word is the node of its one-word form
	next    edges
	senses  []Sense
	slips   vocabulary // long nouns with one letter left out; the exact id is that of the noun
	figures *figures

	partyHeads map[string]int // how many parties begin or end with a folded word

	entries [][]Entry    // of each node, until they are settled
	nouns   []string     // words of titles and event nouns, for learnSlips
	room    []Entry      // see roomForOne
	toks    []text.Token // scratch space of add
	key     []byte       // scratch space of intern
}

// loaded keeps what was read, by name: data that is in the program never changes.
var loaded sync.Map // string -> func() (*Lexicon, error)

// Load returns the lexicon of a language. Reading it takes some tens of
// milliseconds the first time; several languages can be read at once. The error
// names the file and line at fault.
func Load(lang string) (*Lexicon, error) {
	if !slices.Contains(Languages(), lang) {
		return nil, fmt.Errorf("no lexicon for language %q: have %s", lang, strings.Join(Languages(), ", "))
	}
	return once(lang, func() (*Lexicon, error) { return read(lang) })
}

// once returns the lexicon made before under a name, else makes it.
func once(name string, make func() (*Lexicon, error)) (*Lexicon, error) {
	f, _ := loaded.LoadOrStore(name, sync.OnceValues(make))
	return f.(func() (*Lexicon, error))()
}

// Deputy returns the role that stands in for another one, nil if there is none: that of
// vice_minister for minister.
func (l *Lexicon) Deputy(role string) *RoleEntry {
	if i := slices.IndexFunc(l.Roles, func(r RoleEntry) bool { return r.Key == deputyPrefix+role }); i >= 0 {
		return &l.Roles[i]
	}
	return nil
}

// deputyPrefix begins the keys of the deputies of offices.
const deputyPrefix = "vice_"

// Word returns the id of a word, 0 if no entry uses it. buf is scratch space,
// returned for reuse. A word that is not known as written is looked up without
// its diacritics.
func (l *Lexicon) Word(buf []byte, w string) (int32, []byte) {
	buf = text.AppendKey(buf[:0], w)
	ids := l.words.find(sumOf(buf))
	if ids.exact != 0 && !l.plain {
		return ids.exact, buf
	}
	if l.tones {
		return 0, buf
	}
	if !text.ASCII(w) { // else the key is folded already
		buf = text.AppendFold(buf[:0], w)
		ids = l.words.find(sumOf(buf))
	}
	return ids.folded, buf
}

// Find is Word by the key of a word.
func (l *Lexicon) Find(k Key) int32 {
	ids := l.words.find(k.exact)
	switch {
	case ids.exact != 0 && !l.plain:
		return ids.exact
	case l.tones:
		return 0
	case k.folded != k.exact:
		ids = l.words.find(k.folded)
	}
	return ids.folded
}

// Unmarked returns the id of the word that a single capital stands for where it opens a sentence
// and lacks its accent, "A" for "À": of the words spelled so, the one told first in the data. It is 0
// for any other word, and where diacritics make another word.
func (l *Lexicon) Unmarked(w string) int32 {
	if len(w) != 1 || w[0] < 'A' || w[0] > 'Z' || l.tones {
		return 0
	}
	return l.words.find(sumOf([]byte{w[0] | 0x20})).folded
}

// For returns the lexicon by which to read a text: for one that has hardly any
// diacritics, in a language that tells words apart by them, the same lexicon
// without them. That one is made when first asked for.
func (l *Lexicon) For(s string) *Lexicon {
	if !l.tones || marked(s) {
		return l
	}
	p, err := once(l.Lang+"/plain", func() (*Lexicon, error) { return readAs(l.Lang, true) })
	if err != nil { // the marked forms of the same files could be read
		return l
	}
	return p
}

// marked reports whether at least one word in twenty has diacritics. There are no more
// words than every other byte begins one.
func marked(s string) bool {
	most, marks, words := len(s)/2+1, 0, 0
	for w := range strings.FieldsSeq(s) {
		words++
		if text.ASCII(w) || !strings.ContainsFunc(w, text.Marked) {
			continue
		}
		if marks++; marks*20 >= most {
			return true
		}
	}
	return marks*20 >= words
}

// add enters a form. Its case decides what case it asks of the text: "PCV"
// wants capitals, "Laos" a capital, "ministre" nothing.
func (l *Lexicon) add(form string, e Entry) {
	e.casing = wanted(form)
	toks := l.cut(form)
	at, first, inner := int32(0), int32(0), 0
	for i, t := range toks {
		if inner == 0 && t.Cap && e.casing == anyCase && e.Class.names() {
			inner = i
		}
		id := l.intern(form[t.Start:t.End])
		if i == 0 {
			at, first = id, id
			continue
		}
		n := l.next.at(at, id)
		if *n == 0 {
			*n = l.newNode()
			l.nodes[at].next |= bit(id)
		}
		at = *n
	}
	if at != first {
		switch e.Class {
		case Verb:
			l.nodes[first].verb = true
		case Today, Yesterday, Adverb, Margins:
			l.nodes[first].inside = true
		}
	}
	if at == 0 {
		return
	}
	if len(l.entries[at]) == 0 {
		l.nodes[at].inner = uint8(inner)
	} else if inner == 0 {
		l.nodes[at].inner = 0 // written small too
	}
	if len(toks) == 1 && isNoun(e) && !slices.ContainsFunc(l.entries[at], isNoun) {
		l.nouns = append(l.nouns, form[toks[0].Start:toks[0].End])
	}
	if have := l.entries[at]; have == nil {
		l.entries[at] = append(l.roomForOne(), e)
	} else if !slices.Contains(have, e) {
		l.entries[at] = append(have, e)
	}
}

// roomForOne is where an entry goes that is the only one of its form, as most are.
func (l *Lexicon) roomForOne() []Entry {
	if len(l.room) == 0 {
		l.room = make([]Entry, 1<<10)
	}
	one := l.room[:0:1]
	l.room = l.room[1:]
	return one
}

// cut tokenizes a form; "d'" is cut as it would be before a word, a clitic as
// after one. The tokens are good until the next call.
func (l *Lexicon) cut(form string) []text.Token {
	if plainWord(form) {
		l.toks = append(l.toks[:0], text.Token{End: int32(len(form)), Kind: text.Word})
		return l.toks
	}
	before, after := strings.HasPrefix(form, "'"), strings.HasSuffix(form, "'")
	s := form
	if before {
		s = "a" + s
	} else if after {
		s += "a"
	}
	l.toks = text.Tokenize(l.toks[:0], s, 0, len(s), &l.Rules)
	toks := l.toks
	if before {
		toks = toks[1:]
		for i := range toks {
			toks[i].Start, toks[i].End = toks[i].Start-1, toks[i].End-1
		}
	} else if after {
		toks = toks[:len(toks)-1]
	}
	return toks
}

// plainWord reports a form of small ASCII letters, the first of which may be a capital:
// one token, as most forms are.
func plainWord(form string) bool {
	for i := range len(form) {
		if c := form[i]; (c < 'a' || c > 'z') && (i > 0 || c < 'A' || c > 'Z') {
			return false
		}
	}
	return form != ""
}

// wanted is the casing that a form of the data asks of the text.
func wanted(form string) casing {
	first := strings.IndexFunc(form, unicode.IsLetter)
	if first < 0 {
		return anyCase
	}
	c, n := utf8.DecodeRuneInString(form[first:])
	switch rest := form[first+n:]; {
	case !unicode.IsUpper(c):
		return anyCase
	case strings.ContainsFunc(rest, unicode.IsLetter) && !strings.ContainsFunc(rest, unicode.IsLower):
		return allCapitals
	}
	return oneCapital
}

func (l *Lexicon) newNode() int32 {
	l.nodes, l.entries = append(l.nodes, node{}), append(l.entries, nil)
	return int32(len(l.nodes) - 1)
}

func (l *Lexicon) intern(w string) int32 {
	if l.key = text.AppendKey(l.key[:0], w); l.plain {
		l.key = text.AppendFold(l.key[:0], w)
	}
	ids := l.words.at(sumOf(l.key))
	if ids.exact != 0 {
		return ids.exact
	}
	id := l.newNode()
	ids.exact = id
	if !text.ASCII(w) { // else the key is folded already
		l.key = text.AppendFold(l.key[:0], w)
		ids = l.words.at(sumOf(l.key))
	}
	ids.folded = cmp.Or(ids.folded, id)
	return id
}

// Alone reports whether a word is a form of its own, not only a part of
// longer ones.
func (l *Lexicon) Alone(id int32) bool { return l.nodes[id].senses[allCapitals] != 0 }

// minSlip is the length in bytes from which a misspelt noun is recognised.
const minSlip = 8

// Restored returns the word in which one or two letters with marks are lost: "re?oit". It is 0 if there
// is none.
func (l *Lexicon) Restored(w string) int32 {
	const marked, most = "éèêëàâçîïôöûùüœ", 2
	at := strings.IndexByte(w, text.Lost)
	if at < 0 || strings.Count(w, string(text.Lost)) > most {
		return 0
	}
	for _, c := range marked {
		v := w[:at] + string(c) + w[at+1:]
		id, _ := l.Word(nil, v)
		if id == 0 {
			id = l.Restored(v)
		}
		if id != 0 {
			return id
		}
	}
	return 0
}

// Correct returns the word of an office, an event or a document that an unknown
// word misspells by one letter ("délagation"), 0 if there is none.
func (l *Lexicon) Correct(w string) int32 {
	var buf [64]byte
	folded := text.AppendFold(buf[:0], w)
	if len(folded) < minSlip {
		return 0
	}
	for v := range slipsOf(folded) {
		if ids := l.slips.find(sumOf(v)); ids.exact != 0 {
			return ids.exact
		}
	}
	return l.slips.find(sumOf(folded)).exact
}

// slipsOf yields a word with each of its bytes left out in turn, good until the next one.
func slipsOf(w []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		var buf [64]byte
		for i := range w {
			if !yield(append(append(buf[:0], w[:i]...), w[i+1:]...)) {
				return
			}
		}
	}
}

// learnSlips enters the long words of titles and event nouns for Correct. Of two
// words that one slip could mean, it is the first in the file.
func (l *Lexicon) learnSlips() {
	for w, id := range l.longNouns {
		for v := range slipsOf(w) {
			if have := l.slips.at(sumOf(v)); have.exact == 0 || have.exact > id {
				have.exact = id
			}
		}
	}
	for w, id := range l.longNouns { // who writes a whole word means it
		l.slips.at(sumOf(w)).exact = id
	}
}

// longNouns yields the folded words of titles and event nouns in which a slip is
// recognised, good until the next one.
func (l *Lexicon) longNouns(yield func(w []byte, id int32) bool) {
	var buf [64]byte
	for _, noun := range l.nouns {
		w := text.AppendFold(buf[:0], noun)
		if len(w) < minSlip {
			continue
		}
		if id := l.words.find(sumOf(w)).folded; slices.ContainsFunc(l.entries[id], isNoun) && !yield(w, id) {
			return
		}
	}
}

// isNoun reports a title or an event noun.
func isNoun(e Entry) bool { return e.Class == Role || e.Class == Noun }

// PartyHead reports a word with which several parties begin or end: "front", "union".
func (l *Lexicon) PartyHead(w string) bool { return l.partyHeads[text.Fold(w)] > 2 }
