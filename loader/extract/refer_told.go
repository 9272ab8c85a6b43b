package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
)

// Reference is a phrase without a name and whom the rules take it to stand for.
type Reference struct {
	Span    graph.Span
	Persons []FactPerson // by all forms of their names; none if it stands for nobody who is named
}

// References returns the phrases of an article that can stand for persons without naming them, in the
// order of the text. Lines in another language than the article's are left out.
func (x *Extractor) References(a *article.Article) (out []Reference) {
	d := x.pool.Get().(*doc)
	defer x.pool.Put(d)
	if !x.readByRules(d, a) {
		return nil
	}
	for n := range d.actors {
		a := &d.actors[n]
		if a.named {
			continue
		}
		r := Reference{Span: graph.Span{Start: d.unitSpan(&d.units[a.from]).Start, End: d.unitSpan(&d.units[a.to-1]).End}}
		for _, p := range a.persons {
			r.Persons = append(r.Persons, d.named(p))
		}
		out = append(out, r)
	}
	return out
}
