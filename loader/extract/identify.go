package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
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
	if f := lex.Figure(p.Name); f != nil {
		if p.Country == "" {
			p.Country = graph.CountryCode(f.Country)
		}
		if f.Country == string(p.Country) && written(lex, f, p.Name) && !(inOffice(f, published.Year()) && derive.Namesakes(f.Country, offices, f.Roles)) {
			p.Key = f.Key
		}
		return
	}
	var found *lexicon.Figure
	for _, n := range lex.FiguresOf(string(p.Country)) {
		if n.Figure == found || !slices.ContainsFunc(offices, n.Roles.Has) || !near(n, p.Name) {
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

// near reports a name that differs from that of a figure as the press shortens
// or mistypes names.
func near(f lexicon.NamedFigure, name string) bool {
	_, ok := derive.Close(f.Country, f.Name, name)
	return ok || resolve.Shortened(name, f.Name)
}

// written reports whether some name of f has no marks that contradict a name:
// figures are found by folded names.
func written(lex *lexicon.Lexicon, f *lexicon.Figure, name string) bool {
	return slices.ContainsFunc(lex.FiguresOf(f.Country), func(n lexicon.NamedFigure) bool {
		return n.Figure == f && sameMarks(n, name)
	})
}

func sameMarks(n lexicon.NamedFigure, name string) bool {
	equal, _ := derive.Close(n.Country, n.Name, name)
	return equal
}

// inOffice reports whether f held an office in a year, or may have.
func inOffice(f *lexicon.Figure, year int) bool {
	return year == 0 || year >= f.From && (f.To == 0 || year <= f.To)
}
