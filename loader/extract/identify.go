package extract

import (
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
// unless its office is one that no namesake in power holds; initials, left out
// middle names and a slip of the pen also take the office.
func Identify(lex *lexicon.Lexicon, p *graph.ReportedPerson, published graph.Date) {
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
		if f.Country == string(p.Country) && written(f, name) && !(inOffice(f, published.Year()) && names.Namesakes(f.Country, offices, f.Roles)) {
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
	return names.Close(f.Country, f.Name, name) || resolve.Shortened(name, f.Name)
}

// written reports whether some name of f has no marks that contradict a name:
// figures are found by folded names.
func written(f *lexicon.Figure, name string) bool {
	return slices.Contains(f.Names, name) || slices.ContainsFunc(f.Names, func(n string) bool { return names.Equal(f.Country, n, name) })
}

// lookalikes are the names of a state's figures that a name can be near: those of
// its block, and where one of the two has initials all of them.
func lookalikes(lex *lexicon.Lexicon, country, name string) []lexicon.NamedFigure {
	if hasInitial(name) {
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

// inOffice reports whether f held an office in a year, or may have.
func inOffice(f *lexicon.Figure, year int) bool {
	return year == 0 || year >= f.From && (f.To == 0 || year <= f.To)
}
