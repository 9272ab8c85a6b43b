package resolver

import (
	"context"
	"time"

	"github.com/diplograph/diplograph/graph"
)

// Bounded returns a store whose reads each take most at the longest: one slow
// list of a query fails alone, long before the query's own time is over.
func Bounded(s graph.Store, most time.Duration) graph.Store { return bounded{s, most} }

type bounded struct {
	graph.Store
	most time.Duration
}

func timed[F, R any](ctx context.Context, most time.Duration, read func(context.Context, F) (R, error), f F) (R, error) {
	ctx, cancel := context.WithTimeout(ctx, most)
	defer cancel()
	return read(ctx, f)
}

func (b bounded) Persons(ctx context.Context, f graph.PersonFilter) (graph.Page[graph.Person], error) {
	return timed(ctx, b.most, b.Store.Persons, f)
}

func (b bounded) Encounters(ctx context.Context, f graph.EncounterFilter) ([]graph.Page[graph.Encounter], error) {
	return timed(ctx, b.most, b.Store.Encounters, f)
}

func (b bounded) Meetings(ctx context.Context, f graph.MeetingFilter) ([]graph.Page[graph.Meeting], error) {
	return timed(ctx, b.most, b.Store.Meetings, f)
}

func (b bounded) Delegations(ctx context.Context, f graph.DelegationFilter) ([]graph.Page[graph.Delegation], error) {
	return timed(ctx, b.most, b.Store.Delegations, f)
}

func (b bounded) Agreements(ctx context.Context, f graph.AgreementFilter) ([]graph.Page[graph.Agreement], error) {
	return timed(ctx, b.most, b.Store.Agreements, f)
}

func (b bounded) Groups(ctx context.Context, f graph.GroupFilter) (graph.Page[graph.Group], error) {
	return timed(ctx, b.most, b.Store.Groups, f)
}

func (b bounded) Places(ctx context.Context, f graph.PlaceFilter) (graph.Page[graph.Place], error) {
	return timed(ctx, b.most, b.Store.Places, f)
}

func (b bounded) Articles(ctx context.Context, f graph.ArticleFilter) (graph.Page[graph.Article], error) {
	return timed(ctx, b.most, b.Store.Articles, f)
}

func (b bounded) Evidence(ctx context.Context, facts []graph.FactID) ([][]graph.Proof, error) {
	return timed(ctx, b.most, b.Store.Evidence, facts)
}

func (b bounded) OfficeProofs(ctx context.Context, offices []graph.OfficeRef) ([][]graph.OfficeProof, error) {
	return timed(ctx, b.most, b.Store.OfficeProofs, offices)
}

func (b bounded) Judgements(ctx context.Context) ([]graph.Judged, error) {
	return timed(ctx, b.most, func(ctx context.Context, _ struct{}) ([]graph.Judged, error) { return b.Store.Judgements(ctx) }, struct{}{})
}

func (b bounded) Moment(ctx context.Context, day graph.Date) (graph.Moment, error) {
	return timed(ctx, b.most, b.Store.Moment, day)
}

func (b bounded) Stats(ctx context.Context) (graph.Stats, error) {
	return timed(ctx, b.most, func(ctx context.Context, _ struct{}) (graph.Stats, error) { return b.Store.Stats(ctx) }, struct{}{})
}

func (b bounded) Identities(ctx context.Context, f graph.IdentityFilter) ([]graph.Identity, error) {
	return timed(ctx, b.most, b.Store.Identities, f)
}
