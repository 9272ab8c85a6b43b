package extract

import (
	"regexp"
	"slices"
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
// holds beside those of the figure, nor comes from: the chairman of a province.
// Initials, left out middle names, a slip of the pen and a transliteration that
// is not on record also take the office.
func Identify(lex *lexicon.Lexicon, p *graph.ReportedPerson) {
	var offices []string
	for _, o := range p.Offices {
		if o.Key != "" && !o.Former {
			offices = append(offices, o.Key)
		}
	}
	name := names.Latin(p.Name)
	if f := lex.Figure(name); f != nil {
		if p.Country == "" {
			p.Country = graph.CountryCode(f.Country)
		}
		if f.Country == string(p.Country) && written(f, name) && !names.Namesakes(f.Country, offices, f.Roles) {
			p.Key = f.Key
		}
		return
	}
	if len(offices) == 0 {
		return
	}
	var found *lexicon.Figure
	for _, n := range lookalikes(lex, string(p.Country), name) {
		if n.Figure == found || !slices.ContainsFunc(offices, n.Roles.Has) || !near(n, name) {
			continue
		}
		if found != nil {
			return
		}
		found = n.Figure
	}
	if found != nil {
		p.Key = found.Key
	}
}

// FigureKey returns the key of the public figure that a full name means, in any
// spelling; country may be empty. It is empty when the name is that of none, or
// of none of this state.
func (x *Extractor) FigureKey(name, country string) string {
	name = names.Latin(name)
	f := x.lexicons[0].Figure(name) // all languages share them
	if f == nil || country != "" && f.Country != country || !written(f, name) {
		return ""
	}
	return f.Key
}

// near reports a name that differs from that of a figure as the press shortens
// or mistypes names.
func near(f lexicon.NamedFigure, name string) bool {
	return names.Close(f.Country, f.Name, name) || resolve.Shortened(name, f.Name) || transliterated(f.Country, name) && names.SameConsonants(f.Name, name)
}

// written reports whether some name of f has no marks that contradict a name:
// figures are found by folded names.
func written(f *lexicon.Figure, name string) bool {
	return slices.Contains(f.Names, name) || slices.ContainsFunc(f.Names, func(n string) bool { return names.Equal(f.Country, n, name) }) ||
		transliterated(f.Country, name) && slices.ContainsFunc(f.Names, func(n string) bool { return names.Fold(n) == names.Fold(name) })
}

// transliterated reports a name cut into syllables by hyphens, as Vietnamese
// writes foreign names (Éc-đô-gan): their marks and vowels vary freely.
func transliterated(country, name string) bool {
	return syllables.MatchString(name) && !names.Syllabic(country)
}

var syllables = regexp.MustCompile(`\p{Ll}-\p{Ll}`)

// lookalikes are the names of a state's figures that a name can be near: those of
// its block, and where one of the two has initials all of them.
func lookalikes(lex *lexicon.Lexicon, country, name string) []lexicon.NamedFigure {
	if hasInitial(name) || transliterated(country, name) {
		return lex.FiguresOf(country)
	}
	blocks, ok := figureBlocks.Load(country)
	if !ok {
		blocks, _ = figureBlocks.LoadOrStore(country, blocksOf(lex.FiguresOf(country)))
	}
	b := blocks.(map[string][]lexicon.NamedFigure)
	return slices.Concat(b[names.BlockOf(name)], b[withInitials])
}

// figureBlocks keeps for each state that was asked for its figures, which are
// the same in all languages, by the blocks of their names.
var figureBlocks sync.Map // country -> map[string][]lexicon.NamedFigure

// withInitials stands for the block of the names that have initials.
const withInitials = "."

func blocksOf(figures []lexicon.NamedFigure) map[string][]lexicon.NamedFigure {
	blocks := map[string][]lexicon.NamedFigure{}
	for _, n := range figures {
		b := withInitials
		if !hasInitial(n.Name) {
			b = names.BlockOf(n.Name)
		}
		blocks[b] = append(blocks[b], n)
	}
	return blocks
}

func hasInitial(name string) bool {
	return slices.ContainsFunc(resolve.Words(name), func(w string) bool { return utf8.RuneCountInString(w) == 1 })
}
