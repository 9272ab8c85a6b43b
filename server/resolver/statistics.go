package resolver

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

type (
	statistics       struct{}
	personCount      struct{}
	countryPairCount struct{}
)

func (q query) Statistics(ctx context.Context, since, until, at *graph.Date, country *graph.CountryCode, _ *graph.Date) (relay.Statistics, error) {
	w, err := when(value(since), value(until), value(at))
	if err != nil {
		return relay.Statistics{}, err
	}
	c := newCounts()
	held := meetings(load(ctx).store, graph.MeetingFilter{Status: graph.Held, Country: value(country), When: w})
	complete, err := held.all(ctx, load(ctx).work, func(ms []graph.Meeting) error { return c.add(ctx, ms) })
	if err != nil {
		return relay.Statistics{}, err
	}
	return relay.Statistics{
		Meetings: c.meetings, Complete: complete, MostMet: c.mostMet(), CountryPairs: c.countryPairs(), Years: yearCounts(c.years),
	}, nil
}

func (statistics) MostMet(_ context.Context, s *relay.Statistics, first int) ([]relay.PersonCount, error) {
	return top(s.MostMet, first)
}

func (statistics) CountryPairs(_ context.Context, s *relay.Statistics, first int) ([]relay.CountryPairCount, error) {
	return top(s.CountryPairs, first)
}

func top[T any](all []T, first int) ([]T, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	return all[:min(first, len(all))], nil
}

func (statistics) Sources(ctx context.Context, _ *relay.Statistics, first int) (relay.SourceCounts, error) {
	articles := map[string]int{}
	all := list[graph.Article]{read: func(ctx context.Context, w graph.Window) (graph.Page[graph.Article], error) {
		return load(ctx).store.Articles(ctx, graph.ArticleFilter{Window: w})
	}}
	complete, err := all.all(ctx, load(ctx).work, func(as []graph.Article) error {
		for _, a := range as {
			articles[a.Source]++
		}
		return nil
	})
	if err != nil {
		return relay.SourceCounts{}, err
	}
	counts := make([]relay.SourceCount, 0, len(articles))
	for source, n := range articles {
		counts = append(counts, relay.SourceCount{Source: optional(source), Articles: n})
	}
	slices.SortFunc(counts, func(a, b relay.SourceCount) int {
		return cmp.Or(b.Articles-a.Articles, strings.Compare(value(a.Source), value(b.Source)))
	})
	counts, err = top(counts, first)
	return relay.SourceCounts{Counts: counts, Complete: complete}, err
}

func (personCount) Person(ctx context.Context, c *relay.PersonCount) (graph.Person, error) {
	return must(ctx, load(ctx).persons, c.Person)
}

func (countryPairCount) A(ctx context.Context, c *relay.CountryPairCount) (graph.Country, error) {
	return mustCountry(ctx, c.A)
}

func (countryPairCount) B(ctx context.Context, c *relay.CountryPairCount) (graph.Country, error) {
	return mustCountry(ctx, c.B)
}

func mustCountry(ctx context.Context, c graph.CountryCode) (graph.Country, error) {
	g, err := must(ctx, load(ctx).groups, groupKey{graph.KindCountry, string(c)})
	return graph.Country(g), err
}

// counts is what statistics are made of.
type counts struct {
	meetings int
	years    map[string]int // year, "" when unknown ->
	persons  map[graph.PersonID]*attendance
	pairs    map[countryPair]*pairing
}

type (
	attendance struct {
		meetings int
		others   map[graph.PersonID]bool
	}
	countryPair struct{ a, b graph.CountryCode } // a < b
	pairing     struct {
		meetings int
		years    map[string]int
	}
)

func newCounts() *counts {
	return &counts{years: map[string]int{}, persons: map[graph.PersonID]*attendance{}, pairs: map[countryPair]*pairing{}}
}

func (c *counts) add(ctx context.Context, ms []graph.Meeting) error {
	of, err := countriesAt(ctx, ms)
	if err != nil {
		return err
	}
	for _, m := range ms {
		year := m.Date.SortKey()
		year = year[:min(4, len(year))]
		c.meetings++
		c.years[year]++
		c.attend(m.Participants)
		c.pair(m.Participants, of, year)
	}
	return nil
}

// attend counts for each participant whom they met: those of other sides.
func (c *counts) attend(ps []graph.Participant) {
	for _, p := range ps {
		a := c.persons[p.Person]
		if a == nil {
			a = &attendance{others: map[graph.PersonID]bool{}}
			c.persons[p.Person] = a
		}
		met := false
		for _, q := range ps {
			if q.Side != p.Side {
				a.others[q.Person], met = true, true
			}
		}
		if met {
			a.meetings++
		}
	}
}

func (c *counts) pair(ps []graph.Participant, of map[graph.PersonID]graph.CountryCode, year string) {
	there := map[graph.CountryCode]bool{}
	for _, p := range ps {
		there[of[p.Person]] = true
	}
	delete(there, "")
	countries := sorted(there)
	for i, a := range countries {
		for _, b := range countries[i+1:] {
			p := c.pairs[countryPair{a, b}]
			if p == nil {
				p = &pairing{years: map[string]int{}}
				c.pairs[countryPair{a, b}] = p
			}
			p.meetings++
			p.years[year]++
		}
	}
}

func (c *counts) mostMet() []relay.PersonCount {
	out := make([]relay.PersonCount, 0, len(c.persons))
	for id, a := range c.persons {
		if a.meetings > 0 {
			out = append(out, relay.PersonCount{Person: id, Meetings: a.meetings, People: len(a.others)})
		}
	}
	slices.SortFunc(out, func(a, b relay.PersonCount) int {
		return cmp.Or(b.Meetings-a.Meetings, b.People-a.People, strings.Compare(string(a.Person), string(b.Person)))
	})
	return out
}

func (c *counts) countryPairs() []relay.CountryPairCount {
	out := make([]relay.CountryPairCount, 0, len(c.pairs))
	for k, p := range c.pairs {
		out = append(out, relay.CountryPairCount{A: k.a, B: k.b, Meetings: p.meetings, Years: yearCounts(p.years)})
	}
	slices.SortFunc(out, func(a, b relay.CountryPairCount) int {
		return cmp.Or(b.Meetings-a.Meetings, strings.Compare(string(a.A), string(b.A)), strings.Compare(string(a.B), string(b.B)))
	})
	return out
}

// yearCounts lists years newest first, the unknown last.
func yearCounts(meetings map[string]int) []relay.YearCount {
	years := sorted(meetings)
	slices.Reverse(years) // "" sorts before digits
	out := make([]relay.YearCount, len(years))
	for i, y := range years {
		out[i].Meetings = meetings[y]
		if n, err := strconv.Atoi(y); err == nil {
			out[i].Year = &n
		}
	}
	return out
}
