package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

type (
	party        struct{}
	organization struct{}
	country      struct{}
)

// countryOf loads a country, nil for the empty code. A person can serve a
// state that no article names by itself, so an absent one is made up of its
// code.
func countryOf(ctx context.Context, code graph.CountryCode) (*graph.Country, error) {
	if code == "" {
		return nil, nil
	}
	g, err := load(ctx).groups.Load(ctx, groupKey{graph.KindCountry, string(code)})
	if err != nil {
		return nil, err
	}
	if g == nil {
		g = &graph.Group{Kind: graph.KindCountry, ID: string(code), Country: code}
	}
	return (*graph.Country)(g), nil
}

// groupsTo loads the groups of one kind that a node points at.
func groupsTo[G graph.Party | graph.Organization, ID ~string](ctx context.Context, kind graph.Kind, ids []ID) ([]G, error) {
	keys := make([]groupKey, len(ids))
	for i, id := range ids {
		keys[i] = groupKey{kind, string(id)}
	}
	groups, err := mustAll(ctx, load(ctx).groups, keys)
	gs := make([]G, len(groups))
	for i, g := range groups {
		gs[i] = G(g)
	}
	return gs, err
}

func (party) ID(_ context.Context, p *graph.Party) (relay.ID, error) {
	return relay.ID{Kind: graph.KindParty, Key: p.ID}, nil
}

func (party) Country(ctx context.Context, p *graph.Party) (*graph.Country, error) {
	return countryOf(ctx, graph.Group(*p).Country)
}

func (party) Signed(ctx context.Context, p *graph.Party, first int, after *graph.Cursor, since, until, at *graph.Date) (relay.AgreementConnection, error) {
	return signedBy(ctx, graph.Actor{Kind: graph.ActorParty, ID: p.ID}, first, after, since, until, at)
}

func (organization) ID(_ context.Context, o *graph.Organization) (relay.ID, error) {
	return relay.ID{Kind: graph.KindOrganization, Key: o.ID}, nil
}

func (organization) Country(ctx context.Context, o *graph.Organization) (*graph.Country, error) {
	return countryOf(ctx, graph.Group(*o).Country)
}

func (organization) Signed(ctx context.Context, o *graph.Organization, first int, after *graph.Cursor, since, until, at *graph.Date) (relay.AgreementConnection, error) {
	return signedBy(ctx, graph.Actor{Kind: graph.ActorOrganization, ID: o.ID}, first, after, since, until, at)
}

func (country) ID(_ context.Context, c *graph.Country) (relay.ID, error) {
	return relay.ID{Kind: graph.KindCountry, Key: c.ID}, nil
}

func (country) Name(_ context.Context, c *graph.Country, lang relay.Language) (string, error) {
	return CountryName(graph.CountryCode(c.ID), lang), nil
}

func (country) Signed(ctx context.Context, c *graph.Country, first int, after *graph.Cursor, since, until, at *graph.Date) (relay.AgreementConnection, error) {
	return signedBy(ctx, graph.Actor{Kind: graph.ActorCountry, ID: c.ID}, first, after, since, until, at)
}
