package resolver

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"

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
	all := []relay.SearchKind{relay.SearchPerson, relay.SearchParty, relay.SearchOrganization, relay.SearchCountry, relay.SearchPlace}
	if len(kinds) > len(all) {
		return nil, fault.Input("name each kind once")
	}
	var hits []hit
	for _, kind := range all {
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
	switch kind {
	case relay.SearchPerson:
		page, err := load(ctx).store.Persons(ctx, graph.PersonFilter{Search: search, Country: country, Window: w})
		return hitsOf(page.Values(), search, func(p graph.Person) (relay.SearchResult, string, []string, int) {
			return p, p.Name, p.Aliases, p.Reports
		}), err
	case relay.SearchCountry:
		found, err := q.countriesNamed(ctx, search, country)
		return hitsOf(found, search, func(g graph.Group) (relay.SearchResult, string, []string, int) {
			names := countryNames(graph.CountryCode(g.ID))
			return graph.Country(g), names[0], names[1:], g.Reports
		}), err
	case relay.SearchPlace:
		if country != "" {
			return nil, nil
		}
		page, err := load(ctx).store.Places(ctx, graph.PlaceFilter{Search: search, Window: w})
		return hitsOf(page.Values(), search, func(p graph.Place) (relay.SearchResult, string, []string, int) {
			return p, p.Name, p.Aliases, p.Meetings
		}), err
	case relay.SearchParty:
		page, err := load(ctx).store.Groups(ctx, graph.GroupFilter{Kind: graph.KindParty, Search: search, Country: country, Window: w})
		return hitsOf(page.Values(), search, func(g graph.Group) (relay.SearchResult, string, []string, int) {
			return graph.Party(g), g.Name, g.Aliases, g.Reports
		}), err
	}
	page, err := load(ctx).store.Groups(ctx, graph.GroupFilter{Kind: graph.KindOrganization, Search: search, Country: country, Window: w})
	return hitsOf(page.Values(), search, func(g graph.Group) (relay.SearchResult, string, []string, int) {
		return graph.Organization(g), g.Name, g.Aliases, g.Reports
	}), err
}

// countriesNamed returns the countries of the graph that a text can mean. Stores
// know them by code only; there are few, and one call gets those with a fitting
// name.
func (q query) countriesNamed(ctx context.Context, search string, only graph.CountryCode) ([]graph.Group, error) {
	text, codes := strings.Fields(fold(search)), []string{}
	for c, names := range countryWords() {
		fits := func(name []string) bool { return allBegin(text, name) }
		if (only == "" || c == only) && slices.ContainsFunc(names, fits) {
			codes = append(codes, string(c))
		}
	}
	page, err := load(ctx).store.Groups(ctx, graph.GroupFilter{Kind: graph.KindCountry, IDs: codes})
	return page.Values(), err
}

// countryWords are the folded words of the names of all states.
var countryWords = sync.OnceValue(func() map[graph.CountryCode][][]string {
	words := map[graph.CountryCode][][]string{}
	for _, c := range states() {
		for _, n := range countryNames(c) {
			words[c] = append(words[c], strings.Fields(fold(n)))
		}
	}
	return words
})

func hitsOf[T any](found []T, search string, open func(T) (node relay.SearchResult, name string, aliases []string, reports int)) []hit {
	hits := make([]hit, len(found))
	for i, v := range found {
		node, name, aliases, reports := open(v)
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
