package derive

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// Arrival is an article that is put, with the claims for which it gives
// evidence that it did not give before, in order.
type Arrival struct {
	Article graph.ArticleID
	Claims  []string
}

// Arrivals returns the articles that a change puts, in order of id: what a
// store remembers for graph.Feed. Evidence that is written anew only because
// somebody has become another person is none of it.
func (d *Delta) Arrivals() []Arrival {
	claims := map[graph.ArticleID][]string{}
	for _, p := range d.PutProofs {
		claims[p.Article] = append(claims[p.Article], p.Claim)
	}
	list := make([]Arrival, len(d.PutReports))
	for i, r := range d.PutReports {
		list[i] = Arrival{r.Article.ID, claims[r.Article.ID]}
	}
	slices.SortFunc(list, func(a, b Arrival) int { return cmp.Compare(a.Article, b.Article) })
	return list
}
