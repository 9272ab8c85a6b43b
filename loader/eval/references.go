package eval

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// references counts whom the phrases of a text that have no name are taken to stand for, each person of
// each phrase by itself, and lists the phrases that are read otherwise than marked. A phrase that the
// engine does not see at all misses its persons.
func (c *critic) references(a *article.Article, x *extract.Extractor) (n Count, ms []Mistake) {
	if len(c.want.References) == 0 {
		return n, nil
	}
	told := x.References(a)
	for _, want := range c.want.References {
		at, seen := slices.BinarySearchFunc(told, want.At, func(r extract.Reference, at int) int { return cmp.Compare(r.Span.Start, at) })
		var got []extract.FactPerson
		if seen {
			got = told[at].Persons
		}
		right := 0
		for _, name := range want.Persons {
			right += index(slices.ContainsFunc(got, func(p extract.FactPerson) bool { return sameAny(names(p.Name, p.Aliases), c.want.forms(name)) }))
		}
		one := Count{TP: right, FP: max(len(got)-right, 0), FN: len(want.Persons) - right}
		if n = n.plus(one); one.FP+one.FN > 0 {
			ms = append(ms, c.misread(want, got, seen))
		}
	}
	return n, ms
}

// misread is the mistake in one phrase, with the sentence before it and its own.
func (c *critic) misread(want extract.FactReference, got []extract.FactPerson, seen bool) Mistake {
	claimed := []string{}
	for _, p := range got {
		claimed = append(claimed, p.Name)
	}
	class := "wrong-reference/somebody-else"
	switch {
	case !seen:
		class = "missed-reference/not-seen"
	case len(got) == 0:
		class = "missed-reference/nobody-found"
	case len(want.Persons) == 0:
		class = "wrong-reference/stands-for-nobody"
	case len(got) != len(want.Persons):
		class = "wrong-reference/not-as-many"
	}
	at := c.page.at(want.At)
	return c.mistake(References, len(got) > 0, class, map[string]any{"phrase": want.Phrase, "want": want.Persons, "claimed": claimed}, []int{at - 1, at})
}
