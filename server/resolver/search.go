package resolver

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

// hit is a thing that a search found, with what its place depends on.
type hit struct {
	relay.SearchHit
	rank, reports int
}

func (q query) Search(ctx context.Context, text string, first int, country *graph.CountryCode, kinds []relay.SearchKind, _ *graph.Date) ([]relay.SearchHit, error) {
	search, err := searchText(&text)
	if err == nil {
		err = checkFirst(first)
	}
	if err != nil || search == "" {
		return []relay.SearchHit{}, err
	}
	if len(kinds) > 3 {
		return nil, fault.Input("name each kind once")
	}
	var hits []hit
	for _, kind := range []relay.SearchKind{relay.SearchPerson, relay.SearchParty, relay.SearchOrganization} {
		if kinds != nil && !slices.Contains(kinds, kind) {
			continue
		}
		more, err := q.hits(ctx, kind, search, value(country), first)
		if err != nil {
			return nil, err
		}
		hits = append(hits, more...)
	}
	// Within a kind, the store's own order decides between equals.
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(b.reports, a.reports))
	})
	out := make([]relay.SearchHit, min(first, len(hits)))
	for i := range out {
		out[i] = hits[i].SearchHit
	}
	return out, nil
}

func (q query) hits(ctx context.Context, kind relay.SearchKind, search string, country graph.CountryCode, first int) ([]hit, error) {
	w := graph.Window{First: first}
	if kind == relay.SearchPerson {
		page, err := load(ctx).store.Persons(ctx, graph.PersonFilter{Search: search, Country: country, Window: w})
		return hitsOf(page, search, func(p graph.Person) (relay.SearchResult, string, []string, int) {
			return p, p.Name, p.Aliases, p.Reports
		}), err
	}
	if kind == relay.SearchParty {
		page, err := load(ctx).store.Groups(ctx, graph.GroupFilter{Kind: graph.KindParty, Search: search, Country: country, Window: w})
		return hitsOf(page, search, func(g graph.Group) (relay.SearchResult, string, []string, int) {
			return graph.Party(g), g.Name, g.Aliases, g.Reports
		}), err
	}
	page, err := load(ctx).store.Groups(ctx, graph.GroupFilter{Kind: graph.KindOrganization, Search: search, Country: country, Window: w})
	return hitsOf(page, search, func(g graph.Group) (relay.SearchResult, string, []string, int) {
		return graph.Organization(g), g.Name, g.Aliases, g.Reports
	}), err
}

func hitsOf[T any](page graph.Page[T], search string, open func(T) (node relay.SearchResult, name string, aliases []string, reports int)) []hit {
	hits := make([]hit, len(page.Items))
	for i, it := range page.Items {
		node, name, aliases, reports := open(it.Value)
		matched, rank := bestName(fold(search), name, aliases)
		hits[i] = hit{relay.SearchHit{Node: node, Matched: matched}, rank, reports}
	}
	return hits
}

// bestName returns the name that fits a folded text best, and how well: 0 for
// the same, 1 for a beginning, 2 for the beginnings of its words, 3 for
// anything else that the store found.
func bestName(folded, name string, aliases []string) (matched string, rank int) {
	matched, rank = name, fit(folded, name)
	for _, a := range aliases {
		if r := fit(folded, a); r < rank {
			matched, rank = a, r
		}
	}
	return matched, rank
}

func fit(folded, name string) int {
	n := fold(name)
	switch {
	case n == folded:
		return 0
	case strings.HasPrefix(n, folded):
		return 1
	case allBegin(strings.Fields(folded), strings.Fields(n)):
		return 2
	}
	return 3
}

// allBegin reports whether each of the beginnings begins one of the words.
func allBegin(beginnings, words []string) bool {
	for _, b := range beginnings {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, b) }) {
			return false
		}
	}
	return true
}
