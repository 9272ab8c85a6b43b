package eval

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// references counts whom the phrases of a text that have no name are taken to stand for, each person of
// each phrase by itself. A phrase that the engine does not see at all misses its persons.
func (t facts) references(a *article.Article, x *extract.Extractor) (c Count) {
	if len(t.References) == 0 {
		return c
	}
	told := x.References(a)
	for _, want := range t.References {
		var got []extract.FactPerson
		at, found := slices.BinarySearchFunc(told, want.At, func(r extract.Reference, at int) int { return cmp.Compare(r.Span.Start, at) })
		if found {
			got = told[at].Persons
		}
		right := 0
		for _, name := range want.Persons {
			right += index(slices.ContainsFunc(got, func(p extract.FactPerson) bool { return sameAny(names(p.Name, p.Aliases), t.forms(name)) }))
		}
		c = c.plus(Count{TP: right, FP: max(len(got)-right, 0), FN: len(want.Persons) - right})
	}
	return c
}
