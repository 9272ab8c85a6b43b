package tracing

import (
	"context"
	"errors"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/diplograph/diplograph/graph"
)

// Store returns a store that makes a span of each of its calls, within spans.
func (t *Tracing) Store(s graph.Store) graph.Store { return store{s, t.tracer} }

type store struct {
	graph.Store
	tracer trace.Tracer
}

// spanned makes a span of a call about so many ids; 0 when it lists none.
func spanned[F, R any](ctx context.Context, tracer trace.Tracer, name string, ids int, call func(context.Context, F) (R, error), f F) (R, error) {
	if !trace.SpanFromContext(ctx).IsRecording() {
		return call(ctx, f)
	}
	ctx, span := tracer.Start(ctx, "Store."+name, trace.WithSpanKind(trace.SpanKindClient), trace.WithAttributes(attribute.Int("diplograph.ids", ids)))
	defer span.End()
	r, err := call(ctx, f)
	if err != nil {
		span.SetStatus(codes.Error, kindOf(err))
	}
	return r, err
}

// kindOf is what a span may say of an error: its text can repeat what was
// asked for.
func kindOf(err error) string {
	switch {
	case errors.Is(err, graph.ErrInvalid):
		return "invalid"
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return "ended before it was done"
	case errors.Is(err, graph.ErrUnavailable):
		return "unavailable"
	}
	return "failed"
}

func (s store) Apply(ctx context.Context, b graph.Batch) ([]graph.Outcome, error) {
	return spanned(ctx, s.tracer, "Apply", len(b.Put)+len(b.Remove), s.Store.Apply, b)
}

func (s store) Persons(ctx context.Context, f graph.PersonFilter) (graph.Page[graph.Person], error) {
	return spanned(ctx, s.tracer, "Persons", len(f.IDs), s.Store.Persons, f)
}

func (s store) Encounters(ctx context.Context, f graph.EncounterFilter) ([]graph.Page[graph.Encounter], error) {
	return spanned(ctx, s.tracer, "Encounters", len(f.Of), s.Store.Encounters, f)
}

func (s store) Meetings(ctx context.Context, f graph.MeetingFilter) ([]graph.Page[graph.Meeting], error) {
	return spanned(ctx, s.tracer, "Meetings", len(f.Of)+len(f.IDs), s.Store.Meetings, f)
}

func (s store) Delegations(ctx context.Context, f graph.DelegationFilter) ([]graph.Page[graph.Delegation], error) {
	return spanned(ctx, s.tracer, "Delegations", len(f.Of)+len(f.IDs), s.Store.Delegations, f)
}

func (s store) Agreements(ctx context.Context, f graph.AgreementFilter) ([]graph.Page[graph.Agreement], error) {
	return spanned(ctx, s.tracer, "Agreements", len(f.Of)+len(f.IDs), s.Store.Agreements, f)
}

func (s store) Groups(ctx context.Context, f graph.GroupFilter) (graph.Page[graph.Group], error) {
	return spanned(ctx, s.tracer, "Groups", len(f.IDs), s.Store.Groups, f)
}

func (s store) Articles(ctx context.Context, f graph.ArticleFilter) (graph.Page[graph.Article], error) {
	return spanned(ctx, s.tracer, "Articles", len(f.IDs), s.Store.Articles, f)
}

func (s store) Evidence(ctx context.Context, facts []graph.FactID) ([][]graph.Proof, error) {
	return spanned(ctx, s.tracer, "Evidence", len(facts), s.Store.Evidence, facts)
}

func (s store) Places(ctx context.Context, f graph.PlaceFilter) (graph.Page[graph.Place], error) {
	return spanned(ctx, s.tracer, "Places", 0, s.Store.Places, f)
}

func (s store) Identities(ctx context.Context, f graph.IdentityFilter) ([]graph.Identity, error) {
	return spanned(ctx, s.tracer, "Identities", 0, s.Store.Identities, f)
}

func (s store) OfficeProofs(ctx context.Context, refs []graph.OfficeRef) ([][]graph.OfficeProof, error) {
	return spanned(ctx, s.tracer, "OfficeProofs", len(refs), s.Store.OfficeProofs, refs)
}

func (s store) Judgements(ctx context.Context) ([]graph.Judged, error) {
	return spanned(ctx, s.tracer, "Judgements", 0, without(s.Store.Judgements), nothing{})
}

func (s store) Moment(ctx context.Context, day graph.Date) (graph.Moment, error) {
	return spanned(ctx, s.tracer, "Moment", 0, s.Store.Moment, day)
}

func (s store) Stats(ctx context.Context) (graph.Stats, error) {
	return spanned(ctx, s.tracer, "Stats", 0, without(s.Store.Stats), nothing{})
}

// nothing is what calls are about that list nothing.
type nothing struct{}

func without[R any](call func(context.Context) (R, error)) func(context.Context, nothing) (R, error) {
	return func(ctx context.Context, _ nothing) (R, error) { return call(ctx) }
}
