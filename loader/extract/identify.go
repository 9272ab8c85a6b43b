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
func Identify(lex *lexicon.Lexicon, p *graph.ReportedPerson) {
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
		if f.Country == string(p.Country) && !derive.Namesakes(f.Country, offices, f.Roles) {
			p.Key = f.Key
		}
		return
	}
	var found *lexicon.Figure
	for _, n := range lex.FiguresOf(string(p.Country)) {
		if n.Figure == found || !slices.ContainsFunc(offices, n.Roles.Has) || !resolve.Near(p.Name, n.Name) {
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
