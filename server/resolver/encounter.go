package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

type (
	encounter     struct{}
	contactEdge   struct{}
	commonEdge    struct{}
	neighbourhood struct{}
	neighbour     struct{}
	link          struct{}
)

func (encounter) Sources(ctx context.Context, e *relay.Encounter) (int, error) {
	return sourcesOf(ctx, e.Encounter.Meeting)
}

func (encounter) From(ctx context.Context, e *relay.Encounter) (graph.Person, error) {
	return must(ctx, load(ctx).persons, e.From)
}

func (encounter) To(ctx context.Context, e *relay.Encounter) (graph.Person, error) {
	return must(ctx, load(ctx).persons, e.Person)
}

func (encounter) Place(_ context.Context, e *relay.Encounter) (*string, error) {
	return optional(e.Place), nil
}

func (encounter) Meeting(ctx context.Context, e *relay.Encounter) (graph.Meeting, error) {
	return must(ctx, load(ctx).meetings, e.Encounter.Meeting)
}

func (encounter) Evidence(ctx context.Context, e *relay.Encounter, first int) ([]graph.Proof, error) {
	return evidenceOf(ctx, graph.FactID(e.ID), first)
}

func (contactEdge) Node(ctx context.Context, e *relay.ContactEdge) (graph.Person, error) {
	return must(ctx, load(ctx).persons, e.Person)
}

func (contactEdge) Latest(_ context.Context, e *relay.ContactEdge) (relay.Encounter, error) {
	return e.Latest, nil
}

func (contactEdge) Earliest(_ context.Context, e *relay.ContactEdge) (relay.Encounter, error) {
	return e.Earliest, nil
}

func (commonEdge) Node(ctx context.Context, e *relay.CommonEdge) (graph.Person, error) {
	return must(ctx, load(ctx).persons, e.Person)
}

func (commonEdge) WithA(_ context.Context, e *relay.CommonEdge) (relay.Encounter, error) {
	return e.WithA, nil
}

func (commonEdge) WithB(_ context.Context, e *relay.CommonEdge) (relay.Encounter, error) {
	return e.WithB, nil
}

func (neighbourhood) Persons(_ context.Context, n *relay.Neighbourhood) ([]relay.Neighbour, error) {
	return n.Persons, nil
}

func (neighbourhood) Links(_ context.Context, n *relay.Neighbourhood) ([]relay.Link, error) {
	return n.Links, nil
}

func (neighbour) Person(ctx context.Context, n *relay.Neighbour) (graph.Person, error) {
	return must(ctx, load(ctx).persons, n.Person)
}

func (link) A(ctx context.Context, l *relay.Link) (graph.Person, error) {
	return must(ctx, load(ctx).persons, l.A)
}

func (link) B(ctx context.Context, l *relay.Link) (graph.Person, error) {
	return must(ctx, load(ctx).persons, l.B)
}

func (link) Latest(_ context.Context, l *relay.Link) (relay.Encounter, error) { return l.Latest, nil }
