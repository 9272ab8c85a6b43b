package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

type (
	meeting     struct{}
	participant struct{}
	delegation  struct{}
	agreement   struct{}
	article     struct{}
	evidence    struct{}
)

func (meeting) Place(_ context.Context, m *graph.Meeting) (*string, error) {
	return optional(m.Place), nil
}

func (meeting) Participants(_ context.Context, m *graph.Meeting) ([]graph.Participant, error) {
	return m.Participants, nil
}

func (meeting) Country(ctx context.Context, m *graph.Meeting) (*graph.Country, error) {
	return countryOf(ctx, m.Country)
}

func (meeting) Evidence(ctx context.Context, m *graph.Meeting, first int) ([]graph.Proof, error) {
	return evidenceOf(ctx, graph.FactID(m.ID), first)
}

func (participant) Person(ctx context.Context, p *graph.Participant) (graph.Person, error) {
	return must(ctx, load(ctx).persons, p.Person)
}

func (delegation) Head(ctx context.Context, d *graph.Delegation) (graph.Person, error) {
	return must(ctx, load(ctx).persons, d.Head)
}

func (delegation) Represents(ctx context.Context, d *graph.Delegation) ([]relay.Actor, error) {
	return actors(ctx, d.Represents)
}

func (delegation) Members(ctx context.Context, d *graph.Delegation) ([]graph.Person, error) {
	return mustAll(ctx, load(ctx).persons, d.Members)
}

func (delegation) Host(ctx context.Context, d *graph.Delegation) (*graph.Country, error) {
	return countryOf(ctx, d.Host)
}

func (delegation) Meetings(ctx context.Context, d *graph.Delegation) ([]graph.Meeting, error) {
	return mustAll(ctx, load(ctx).meetings, d.Meetings)
}

func (delegation) Evidence(ctx context.Context, d *graph.Delegation, first int) ([]graph.Proof, error) {
	return evidenceOf(ctx, graph.FactID(d.ID), first)
}

func (agreement) Signers(ctx context.Context, a *graph.Agreement) ([]relay.Actor, error) {
	return actors(ctx, a.Signers)
}

func (agreement) Evidence(ctx context.Context, a *graph.Agreement, first int) ([]graph.Proof, error) {
	return evidenceOf(ctx, graph.FactID(a.ID), first)
}

func (article) URL(_ context.Context, a *graph.Article) (*string, error) { return optional(a.URL), nil }

func (article) Source(_ context.Context, a *graph.Article) (*string, error) {
	return optional(a.Source), nil
}

func (article) Lang(_ context.Context, a *graph.Article) (*string, error) {
	return optional(a.Lang), nil
}

func (evidence) Lang(_ context.Context, p *graph.Proof) (*string, error) {
	return optional(p.Lang), nil
}

func (evidence) Article(ctx context.Context, p *graph.Proof) (graph.Article, error) {
	return must(ctx, load(ctx).articles, p.Article)
}

func evidenceOf(ctx context.Context, f graph.FactID, first int) ([]graph.Proof, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	proofs, err := load(ctx).evidence.Load(ctx, f)
	if proofs == nil {
		proofs = []graph.Proof{}
	}
	return proofs[:min(first, len(proofs))], err
}

// actors loads actors of mixed kinds, in their order: all loads are started
// before the first is waited for, so that they share their batches.
func actors(ctx context.Context, as []graph.Actor) ([]relay.Actor, error) {
	thunks := make([]func() (relay.Actor, error), len(as))
	for i, a := range as {
		thunks[i] = actor(ctx, a)
	}
	out := make([]relay.Actor, len(as))
	for i, thunk := range thunks {
		var err error
		if out[i], err = thunk(); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func actor(ctx context.Context, a graph.Actor) func() (relay.Actor, error) {
	switch a.Kind {
	case graph.ActorPerson:
		return orGone(load(ctx).persons.LoadThunk(ctx, graph.PersonID(a.ID)), func(p graph.Person) relay.Actor { return p })
	case graph.ActorParty:
		return orGone(load(ctx).groups.LoadThunk(ctx, groupKey{graph.KindParty, a.ID}), func(g graph.Group) relay.Actor { return graph.Party(g) })
	case graph.ActorOrganization:
		return orGone(load(ctx).groups.LoadThunk(ctx, groupKey{graph.KindOrganization, a.ID}), func(g graph.Group) relay.Actor { return graph.Organization(g) })
	}
	thunk := load(ctx).groups.LoadThunk(ctx, groupKey{graph.KindCountry, a.ID})
	return func() (relay.Actor, error) {
		if _, err := thunk(); err != nil {
			return nil, err
		}
		return countryOf(ctx, graph.CountryCode(a.ID)) // cached by now
	}
}

func orGone[V any](thunk func() (*V, error), turn func(V) relay.Actor) func() (relay.Actor, error) {
	return func() (relay.Actor, error) {
		v, err := thunk()
		switch {
		case err != nil:
			return nil, err
		case v == nil:
			return nil, fault.Gone()
		}
		return turn(*v), nil
	}
}
