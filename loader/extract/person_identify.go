package extract

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
)

// Identify gives p the key of the public figure it is, if the name, the state
// and the offices leave no doubt. A full name in a known spelling is enough,
// unless it is of a state where names are few and its office is one that nobody
// holds beside those of the figure, nor comes from: the chairman of a province, or a
// deputy minister while the figure is minister. The name of who led a state or a ministry is enough there, too, if few
// can have it. Initials, left out middle names, a slip
// of the pen and a transliteration that is not on record also take the office, unless two words
// of the name are written out. The day of the article may be unknown.
func Identify(lex *lexicon.Lexicon, p *graph.ReportedPerson, published graph.Date) {
	name := names.Latin(p.Name)
	if f := lex.FigureIn(name, published.Year()); f != nil {
		if p.Country == "" {
			p.Country = graph.CountryCode(f.Country)
		}
		if !written(f, name) {
			return
		}
		if f.Country == string(p.Country) && !(names.Syllabic(f.Country) && !((ledState(f) || ofProvince(f, p.Offices)) && rare(lex, f)) && namesake(f, kinds(distinguishing(f, p.Offices)), published.Year())) ||
			f.Country != string(p.Country) && sameChair(f, p, published.Year()) {
			p.Key = f.Key
		}
		return
	}
	if p.Country == "" {
		return
	}
	if f := lookalike(lex, string(p.Country), ask(name), published.Year(), func() []string { return kinds(p.Offices) }); f != nil {
		p.Key = f.Key
	} else if f := leftOffice(lex, p, name, published.Year()); f != nil {
		p.Key = f.Key
	}
}

// leftOffice is the only figure that a name is short for, or misspells, and that has left an office by a year that the
// article says somebody has left: "former Prime Minister Anders Rasmussen".
func leftOffice(lex *lexicon.Lexicon, p *graph.ReportedPerson, name string, year int) (found *lexicon.Figure) {
	var left []graph.Office
	for _, o := range p.Offices {
		if o.Former {
			o.Former = false
			left = append(left, o)
		}
	}
	if year == 0 || len(left) == 0 || names.Syllabic(string(p.Country)) {
		return nil
	}
	if f := lookalike(lex, string(p.Country), ask(name), 0, func() []string { return kinds(left) }); f != nil && f.To != 0 && f.To <= year {
		return f
	}
	return nil
}

// distinguishing are the offices that can tell somebody from a figure of his name: not that of a minister told
// without the ministry, where the figure is one of foreign affairs, nor those at the centre of a party,
// to which whoever has led a ministry may go, nor what is short for many offices, nor whose relative somebody is.
func distinguishing(f *lexicon.Figure, offices []graph.Office) []graph.Office {
	led := ledState(f)
	return slices.DeleteFunc(slices.Clone(offices), func(o graph.Office) bool {
		return o.Key == "spouse" || shortTitle(o) || led && names.PartyCentre(o.Title) ||
			o.Key == "minister" && f.Roles.Has("foreign_minister") && names.OfficeKey(o.Key, o.Title, o.Seat) == o.Key
	})
}

// shortTitle reports a title that is short for that of many offices: "Chairman", "Party Secretary".
func shortTitle(o graph.Office) bool {
	const few = 2
	return o.Seat == "" && slices.Contains(shortTitles, o.Key) && len(strings.Fields(o.Title)) <= few
}

// shortTitles are the kinds of offices that are told by a title alone, as one of a place or a body told elsewhere.
var shortTitles = []string{"chairman", "vice_president", "deputy", "secretary", "director", "member"}

// ofProvince reports a figure that leads a province and somebody who leads one, where the party has as many heads as the
// administration and one goes from one office to the other.
func ofProvince(f *lexicon.Figure, offices []graph.Office) bool {
	head := func(k string) bool { return k == "governor" || k == "secretary" || k == "council" }
	return slices.ContainsFunc(f.Roles, head) && (slices.ContainsFunc(kinds(offices), head) || slices.ContainsFunc(offices, func(o graph.Office) bool {
		return o.Key == "secretary_general" && slices.Contains(partySecretaries, names.Fold(o.Title))
	}))
}

// partySecretaries are titles, folded, of who leads a party, of a state or of a province.
var partySecretaries = []string{"party secretary", "party chief", "secretaire du parti", "chef du parti"}

// sameChair reports somebody who holds in office, in another state, what a figure of the name holds in its own in that
// year: that is a slip of who reads, "Reçu par Anthony Albanese, le Premier ministre singapourien".
func sameChair(f *lexicon.Figure, p *graph.ReportedPerson, year int) bool {
	if year == 0 || !f.Held(year) || names.Syllabic(f.Country) || len(names.Words(p.Name)) < 2 {
		return false
	}
	return slices.ContainsFunc(kinds(p.Offices), func(k string) bool { return slices.Contains(chairs, k) && f.Roles.Has(k) })
}

// chairs are the offices of which a state has one.
var chairs = []string{"president", "king", "prime_minister"}

// rare reports a figure whose name few others of its state can have, as the names of its other figures tell: each word is
// worth the part of them in which it stands.
func rare(lex *lexicon.Lexicon, f *lexicon.Figure) bool {
	const bound = 2e-5 // one in fifty thousand
	share, p := wordShares(lex, f.Country), 1.0
	for _, w := range wordsOf(f)[0] {
		p *= share[w.Folded]
	}
	return p < bound
}

// wordShares tells in which part of the names of a state's figures each of their words stands.
func wordShares(lex *lexicon.Lexicon, country string) map[string]float64 {
	if shares, ok := figureWords.Load(country); ok {
		return shares.(map[string]float64)
	}
	shares, n := map[string]float64{}, 0.0
	for _, f := range lex.FiguresOf(country) {
		if f.Name != f.Names[0] {
			continue
		}
		n++
		for _, w := range names.Words(f.Name) {
			shares[w.Folded]++
		}
	}
	for w := range shares {
		shares[w] /= n
	}
	figureWords.Store(country, shares)
	return shares
}

var figureWords sync.Map // country -> map[string]float64

// kinds are those of the offices that somebody holds.
func kinds(offices []graph.Office) (out []string) {
	for _, o := range offices {
		if o.Key == "" || o.Former {
			continue
		}
		kind := names.OfficeKind(o.Key, o.Title, o.Seat)
		if kind == names.ViceSpeaker {
			kind = o.Key // figures have no such role
		}
		out = append(out, kind)
	}
	return out
}

// lookalike is the only figure of a state that a name is short for, or misspells, and that has held one of the
// offices, or whose name is only respelled; of two, who was in office in the year, if the other was not. Most names are
// like nobody's, and the offices are not asked for.
func lookalike(lex *lexicon.Lexicon, country string, a asked, year int, offices func() []string) (found *lexicon.Figure) {
	few, r := names.Syllabic(country), registerOf(lex, country)
	byEar := a.hyphened && !few
	alike := r.alike(&a, byEar)
	if len(alike) > 0 {
		a.hear()
	}
	var heard []names.Ear
	var ear names.Ear
	if byEar {
		heard, ear = r.heard(), names.Hear(a.name)
	}
	for _, i := range alike {
		n := &r.names[i]
		if n.Figure == found || !names.Respelled(country, n.parsed.Words, a.parsed.Words) && (!n.near(&a) && !(byEar && ear.Like(heard[i])) || !slices.ContainsFunc(offices(), n.Roles.Has) && (few || !names.MiddleInitial(n.parsed.Words, a.parsed.Words))) {
			continue
		}
		switch {
		case found == nil || year != 0 && !found.Held(year) && n.Held(year):
			found = n.Figure
		case year == 0 || !found.Held(year) || n.Held(year):
			return nil
		}
	}
	return found
}

// namesake reports somebody in office in a year who is not likely to be the figure of that name of a
// state where names are few.
func namesake(f *lexicon.Figure, offices []string, year int) bool {
	return otherOffices(f, offices) || deputy(f, offices, year)
}

// otherOffices reports offices that the figure is not likely to hold: those that no career joins, and, if
// it never led a state, a ministry or a parliament, all that it has not held.
func otherOffices(f *lexicon.Figure, offices []string) bool {
	return names.Namesakes(f.Country, offices, f.Roles) ||
		len(offices) > 0 && !slices.ContainsFunc(offices, f.Roles.Has) && !ledState(f)
}

// ledState reports a figure that has led a state, a ministry or a parliament, from where one goes to many offices.
func ledState(f *lexicon.Figure) bool {
	return slices.ContainsFunc(f.Roles, func(r string) bool { return slices.Contains(highest, r) })
}

// highest are the offices whose holders everybody knows.
var highest = []string{"president", "king", "prime_minister", "vice_prime_minister", "vice_president", "secretary_general", "foreign_minister", "minister", "speaker"}

// deputy reports offices of a deputy minister alone in a year in which the figure was minister from
// beginning to end.
func deputy(f *lexicon.Figure, offices []string, year int) bool {
	higher := func(office string) bool { return office != "vice_minister" }
	return len(offices) > 0 && !slices.ContainsFunc(offices, higher) && f.Roles.Has("minister") && !f.Roles.Has("vice_minister") &&
		year > f.From && (f.To == 0 || year < f.To)
}

// FigureKey returns the key of the public figure that a full name means, in any
// spelling; country may be empty. It is empty when the name is that of none, or
// of none of this state.
func (x *Extractor) FigureKey(name, country string) string {
	name = names.Latin(name)
	lex := x.lexicons[0] // all languages share the figures
	f := lex.Figure(name)
	if f == nil || country != "" && f.Country != country || !written(f, name) {
		return ""
	}
	return f.Key
}

// known is a name of a public figure, taken apart once for all that are compared with it.
type known struct {
	lexicon.NamedFigure
	asked
}

// asked is a name taken apart.
type asked struct {
	name     string
	parsed   names.Name
	words    []string // as articles are searched for short forms
	initial  bool     // one of them is one
	hyphened bool     // see hyphened
}

func ask(name string) asked {
	words := resolve.Words(name)
	return asked{name, names.Parse(name), words, slices.ContainsFunc(words, oneLetter), hyphened(name)}
}

// hear makes ready to compare a name with many.
func (a *asked) hear() {
	for i, w := range a.parsed.Words {
		a.parsed.Words[i] = w.Hear()
	}
}

func oneLetter(word string) bool { return utf8.RuneCountInString(word) == 1 }

// near reports a name that differs from that of a figure as the press shortens
// or mistypes names.
func (k *known) near(a *asked) bool {
	return names.Close(k.Country, k.parsed, a.parsed) || names.HeardInLatin(k.Country, k.parsed, a.parsed) || resolve.Shortened(a.words, k.words)
}

// written reports whether some name of f has no marks that contradict a name:
// figures are found by folded names.
func written(f *lexicon.Figure, name string) bool {
	if slices.Contains(f.Names, name) {
		return true
	}
	if hyphened(name) && !names.Syllabic(f.Country) {
		return true
	}
	words, known := names.Words(name), wordsOf(f)
	if !names.Syllabic(f.Country) && slices.ContainsFunc(known, func(n []names.Word) bool { return names.Abbreviates(words, n) }) {
		return true
	}
	return slices.ContainsFunc(known, func(n []names.Word) bool { return names.Equal(f.Country, n, words) }) || readAlike(f, words)
}

// readAlike reports a Chinese name in another Vietnamese reading of its characters than the one on record, which differs in
// marks alone, as figures are found by folded names: Hộ Ninh for Hỗ Ninh.
func readAlike(f *lexicon.Figure, words []names.Word) bool {
	pinyin, ok := names.Sino(f.Country, words)
	return ok && slices.ContainsFunc(wordsOf(f), func(n []names.Word) bool { return names.Alike(n, pinyin) == names.Same })
}

// wordsOf are the words of the names of a figure, taken apart when somebody is first found by them.
func wordsOf(f *lexicon.Figure) [][]names.Word {
	if all, ok := figureNames.Load(f); ok {
		return all.([][]names.Word)
	}
	all := make([][]names.Word, len(f.Names))
	for i, n := range f.Names {
		all[i] = names.Words(n)
	}
	figureNames.Store(f, all)
	return all
}

var figureNames sync.Map // *lexicon.Figure -> [][]names.Word

// hyphened reports a name cut into syllables by hyphens, as Vietnamese writes foreign
// names (Éc-đô-gan): their marks and vowels vary freely, but not in states of syllables.
func hyphened(name string) bool { return strings.Contains(name, "-") && syllables.MatchString(name) }

var syllables = regexp.MustCompile(`\p{Ll}-\p{Ll}`)

// register holds the names of a state's figures.
type register struct {
	names  []known
	blocks map[string][]int   // of them, by the blocks of the names
	heard  func() []names.Ear // of all of them
}

// withInitials stands for the block of the names that have initials, which all other
// blocks hold too, and allNames for that of all names.
const (
	withInitials = "."
	allNames     = "*"
)

// registers keeps those of the states that were asked for: figures are the same in all languages.
var registers sync.Map // country -> *register

func registerOf(lex *lexicon.Lexicon, country string) *register {
	r, ok := registers.Load(country)
	if !ok {
		r, _ = registers.LoadOrStore(country, newRegister(lex.FiguresOf(country)))
	}
	return r.(*register)
}

func newRegister(figures []lexicon.NamedFigure) *register {
	r := &register{names: make([]known, len(figures)), blocks: map[string][]int{}}
	r.heard = sync.OnceValue(func() []names.Ear {
		ears := make([]names.Ear, len(figures))
		for i, n := range figures {
			ears[i] = names.Hear(n.Name)
		}
		return ears
	})
	for i, n := range figures {
		k, b := known{n, ask(n.Name)}, withInitials
		if !k.initial {
			b = k.parsed.Block
		}
		k.hear()
		r.names[i], r.blocks[b], r.blocks[allNames] = k, append(r.blocks[b], i), append(r.blocks[allNames], i)
	}
	for b := range r.blocks {
		if b != withInitials && b != allNames {
			r.blocks[b] = append(r.blocks[b], r.blocks[withInitials]...)
		}
	}
	return r
}

// alike are the names that a name can be near: those of its block, and where one of the two has
// initials, or is written by ear, all of them.
func (r *register) alike(a *asked, byEar bool) []int {
	if a.initial || byEar {
		return r.blocks[allNames]
	}
	if alike, ok := r.blocks[a.parsed.Block]; ok {
		return alike
	}
	return r.blocks[withInitials]
}
