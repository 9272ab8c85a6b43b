package extract

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// Identify gives p the key of the public figure it is, if the name, the state
// and the offices leave no doubt. A full name in a known spelling is enough,
// unless it is of a state where names are few and its office is one that nobody
// holds beside those of the figure, nor comes from: the chairman of a province, or a
// deputy minister while the figure is minister. Initials, left out middle names, a slip
// of the pen and a transliteration that is not on record also take the office, unless two words
// of the name are written out. The day of the article may be unknown.
func Identify(lex *lexicon.Lexicon, p *graph.ReportedPerson, published graph.Date) {
	offices := sync.OnceValue(func() []string { return kinds(p.Offices) })
	name := names.Latin(p.Name)
	if f := lex.FigureIn(name, published.Year()); f != nil {
		if p.Country == "" {
			p.Country = graph.CountryCode(f.Country)
		}
		if f.Country == string(p.Country) && written(f, name) && !otherOffices(f, offices()) && !deputy(f, offices(), published.Year()) {
			p.Key = f.Key
		}
		return
	}
	if f := lookalike(lex, string(p.Country), ask(name), offices); f != nil {
		p.Key = f.Key
	}
}

// kinds are those of the offices that somebody holds.
func kinds(offices []graph.Office) (out []string) {
	for _, o := range offices {
		if o.Key != "" && !o.Former {
			out = append(out, names.Kind(names.OfficeKey(o.Key, o.Title, o.Seat)))
		}
	}
	return out
}

// lookalike is the only figure of a state that a name is short for, or misspells, and that has held one of the
// offices, or whose name is only respelled. Most names are like nobody's, and the offices are not asked for.
func lookalike(lex *lexicon.Lexicon, country string, a asked, offices func() []string) (found *lexicon.Figure) {
	for _, n := range lookalikes(lex, country, a) {
		if n.Figure == found || (names.Syllabic(n.Country) || !names.Respelled(n.parsed.Words, a.parsed.Words)) && (!n.near(a) || !slices.ContainsFunc(offices(), n.Roles.Has) && (names.Syllabic(n.Country) || !names.MiddleInitial(n.parsed.Words, a.parsed.Words))) {
			continue
		}
		if found != nil {
			return nil
		}
		found = n.Figure
	}
	return found
}

// otherOffices reports offices that a figure of a state where names are few is not likely to hold: those that
// no career joins, and, if it never led a state, a ministry or a parliament, all that it has not held.
func otherOffices(f *lexicon.Figure, offices []string) bool {
	return names.Namesakes(f.Country, offices, f.Roles) ||
		names.Syllabic(f.Country) && len(offices) > 0 && !slices.ContainsFunc(offices, f.Roles.Has) && !slices.ContainsFunc(f.Roles, func(r string) bool { return slices.Contains(highest, r) })
}

// highest are the offices whose holders everybody knows.
var highest = []string{"president", "king", "prime_minister", "vice_prime_minister", "vice_president", "secretary_general", "foreign_minister", "minister", "speaker"}

// deputy reports offices of a deputy minister alone in a year in which a figure of a state
// where names are few was minister from beginning to end.
func deputy(f *lexicon.Figure, offices []string, year int) bool {
	higher := func(office string) bool { return office != "vice_minister" }
	return len(offices) > 0 && !slices.ContainsFunc(offices, higher) && names.Syllabic(f.Country) && f.Roles.Has("minister") && !f.Roles.Has("vice_minister") &&
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
	name   string
	parsed names.Name
	words  []string // as articles are searched for short forms
}

func ask(name string) asked { return asked{name, names.Parse(name), resolve.Words(name)} }

// near reports a name that differs from that of a figure as the press shortens
// or mistypes names.
func (k *known) near(a asked) bool {
	return names.Close(k.Country, k.parsed, a.parsed) || resolve.Shortened(a.words, k.words) ||
		transliterated(k.Country, a.name) && (names.SameConsonants(k.Name, a.name) || names.Abbreviates(names.Spoken(a.name), names.Spoken(k.Name)))
}

// written reports whether some name of f has no marks that contradict a name:
// figures are found by folded names.
func written(f *lexicon.Figure, name string) bool {
	if slices.Contains(f.Names, name) {
		return true
	}
	if transliterated(f.Country, name) {
		return true
	}
	parsed := names.Parse(name)
	return slices.ContainsFunc(f.Names, func(n string) bool { return names.Equal(f.Country, names.Parse(n), parsed) })
}

// transliterated reports a name cut into syllables by hyphens, as Vietnamese
// writes foreign names (Éc-đô-gan): their marks and vowels vary freely.
func transliterated(country, name string) bool {
	return strings.Contains(name, "-") && syllables.MatchString(name) && !names.Syllabic(country)
}

var syllables = regexp.MustCompile(`\p{Ll}-\p{Ll}`)

// lookalikes are the names of a state's figures that a name can be near: those of
// its block, and where one of the two has initials all of them.
func lookalikes(lex *lexicon.Lexicon, country string, a asked) []known {
	blocks, ok := figureBlocks.Load(country)
	if !ok {
		blocks, _ = figureBlocks.LoadOrStore(country, blocksOf(lex.FiguresOf(country)))
	}
	b := blocks.(map[string][]known)
	if hasInitial(a.name) || transliterated(country, a.name) {
		return b[allNames]
	}
	if alike, ok := b[a.parsed.Block]; ok {
		return alike
	}
	return b[withInitials]
}

// figureBlocks keeps for each state that was asked for its figures, which are
// the same in all languages, by the blocks of their names.
var figureBlocks sync.Map // country -> map[string][]known

// withInitials stands for the block of the names that have initials, which all other
// blocks hold too, and allNames for that of all names.
const (
	withInitials = "."
	allNames     = "*"
)

func blocksOf(figures []lexicon.NamedFigure) map[string][]known {
	blocks := map[string][]known{}
	var all []known
	for _, n := range figures {
		k, b := known{n, ask(n.Name)}, withInitials
		if !hasInitial(n.Name) {
			b = k.parsed.Block
		}
		all, blocks[b] = append(all, k), append(blocks[b], k)
	}
	for b := range blocks {
		if b != withInitials {
			blocks[b] = append(blocks[b], blocks[withInitials]...)
		}
	}
	blocks[allNames] = all
	return blocks
}

// hasInitial reports a word of one letter, as resolve.Words cuts names.
func hasInitial(name string) bool {
	var buf [64]byte
	letters := 0
	for _, c := range string(text.AppendFold(buf[:0], name)) {
		switch {
		case unicode.IsLetter(c) || unicode.IsDigit(c):
			letters++
		case letters == 1:
			return true
		default:
			letters = 0
		}
	}
	return letters == 1
}
