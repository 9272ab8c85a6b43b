// Package resolver answers the fields of schema.graphqls from a graph.Store.
//
// Resolvers are thin: each names the load it needs and turns nothing but
// shapes. Loads of one level of a query go through loaders that live as long
// as one operation and ask the store once for all parents, however many there
// are; see [Extension]. Questions that no store answers by itself (chains of
// meetings, neighbourhoods, whom somebody met grouped by person, merged
// timelines) are worked out here from whole lists: the work of each is
// bounded, and its answer says when it stopped early. They make several reads,
// so a change of the graph in between can show.
//
// Errors leave as they come: what a client may see of them is decided in
// package fault.
package resolver

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/exec"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/live"
	"github.com/diplograph/diplograph/server/relay"
)

// maxFirst is the longest page, as the store's contract has it.
const maxFirst = 100

// Resolver is the root of all resolvers.
type Resolver struct {
	Store  graph.Store
	Writes *Writes // nil when nothing may be changed
	Live   *live.Hub
}

var _ exec.ResolverRoot = (*Resolver)(nil)

// Query and the methods below return the resolvers by type of the schema.
func (r *Resolver) Query() exec.QueryResolver { return query{} }

// Mutation resolves the changes of the graph.
func (r *Resolver) Mutation() exec.MutationResolver { return mutation{r.Store, r.Writes} }

// Subscription resolves what goes on.
func (r *Resolver) Subscription() exec.SubscriptionResolver { return subscription{r.Live} }

// Person resolves the fields of Person.
func (r *Resolver) Person() exec.PersonResolver { return person{} }

// Office resolves the fields of Office.
func (r *Resolver) Office() exec.OfficeResolver { return office{} }

// OfficeEvidence resolves the fields of OfficeEvidence.
func (r *Resolver) OfficeEvidence() exec.OfficeEvidenceResolver { return officeEvidence{} }

// OfficeHolder resolves the fields of OfficeHolder.
func (r *Resolver) OfficeHolder() exec.OfficeHolderResolver { return officeHolder{} }

// Party resolves the fields of Party.
func (r *Resolver) Party() exec.PartyResolver { return party{} }

// Organization resolves the fields of Organization.
func (r *Resolver) Organization() exec.OrganizationResolver { return organization{} }

// Country resolves the fields of Country.
func (r *Resolver) Country() exec.CountryResolver { return country{} }

// Meeting resolves the fields of Meeting.
func (r *Resolver) Meeting() exec.MeetingResolver { return meeting{} }

// Participant resolves the fields of Participant.
func (r *Resolver) Participant() exec.ParticipantResolver { return participant{} }

// MetEdge resolves the fields of MetEdge.
func (r *Resolver) MetEdge() exec.MetEdgeResolver { return metEdge{} }

// Delegation resolves the fields of Delegation.
func (r *Resolver) Delegation() exec.DelegationResolver { return delegation{} }

// Agreement resolves the fields of Agreement.
func (r *Resolver) Agreement() exec.AgreementResolver { return agreement{} }

// Article resolves the fields of Article.
func (r *Resolver) Article() exec.ArticleResolver { return article{} }

// Evidence resolves the fields of Evidence.
func (r *Resolver) Evidence() exec.EvidenceResolver { return evidence{} }

// Identity resolves the fields of Identity.
func (r *Resolver) Identity() exec.IdentityResolver { return identity{} }

// Form resolves the fields of Form.
func (r *Resolver) Form() exec.FormResolver { return form{} }

// Rival resolves the fields of Rival.
func (r *Resolver) Rival() exec.RivalResolver { return rival{} }

// Reason resolves the fields of Reason.
func (r *Resolver) Reason() exec.ReasonResolver { return reason{} }

// Judgement resolves the fields of Judgement.
func (r *Resolver) Judgement() exec.JudgementResolver { return judgement{} }

// Mention resolves the fields of Mention.
func (r *Resolver) Mention() exec.MentionResolver { return mention{} }

// Encounter resolves the fields of Encounter.
func (r *Resolver) Encounter() exec.EncounterResolver { return encounter{} }

// ContactEdge resolves the fields of ContactEdge.
func (r *Resolver) ContactEdge() exec.ContactEdgeResolver { return contactEdge{} }

// CommonEdge resolves the fields of CommonEdge.
func (r *Resolver) CommonEdge() exec.CommonEdgeResolver { return commonEdge{} }

// Neighbourhood resolves the fields of Neighbourhood.
func (r *Resolver) Neighbourhood() exec.NeighbourhoodResolver { return neighbourhood{} }

// Neighbour resolves the fields of Neighbour.
func (r *Resolver) Neighbour() exec.NeighbourResolver { return neighbour{} }

// Statistics resolves the fields of Statistics.
func (r *Resolver) Statistics() exec.StatisticsResolver { return statistics{} }

// PersonCount resolves the fields of PersonCount.
func (r *Resolver) PersonCount() exec.PersonCountResolver { return personCount{} }

// CountryPairCount resolves the fields of CountryPairCount.
func (r *Resolver) CountryPairCount() exec.CountryPairCountResolver { return countryPairCount{} }

// Link resolves the fields of Link.
func (r *Resolver) Link() exec.LinkResolver { return link{} }

// window makes the window of a connection field from its arguments. The
// length of the list is counted only when the query selects it.
func window(ctx context.Context, first int, after *graph.Cursor) (graph.Window, error) {
	if err := checkFirst(first); err != nil {
		return graph.Window{}, err
	}
	return graph.Window{First: first, After: value(after), Count: selects(ctx, "totalCount")}, nil
}

func checkFirst(first int) error {
	if first < 1 || first > maxFirst {
		return fault.Input("first must be between 1 and %d, it is %d", maxFirst, first)
	}
	return nil
}

func selects(ctx context.Context, name string) bool {
	for _, f := range graphql.CollectAllFields(ctx) {
		if f == name {
			return true
		}
	}
	return false
}

// when makes bounds of days of coarser dates. at stands for both bounds.
func when(since, until, at graph.Date) (graph.When, error) {
	var w graph.When
	if at != "" {
		if since != "" || until != "" {
			return w, fault.Input("give at alone, or since and until")
		}
		if _, _, ok := at.Bounds(); !ok {
			return w, fault.Input("at needs a year")
		}
		since, until = at, at
	}
	if since != "" {
		first, _, ok := since.Bounds()
		if !ok {
			return w, fault.Input("since needs a year")
		}
		w.Since = graph.Date(first)
	}
	if until != "" {
		_, last, ok := until.Bounds()
		if !ok {
			return w, fault.Input("until needs a year")
		}
		w.Until = graph.Date(last)
	}
	return w, nil
}

// keyOf is ID.Of with an error that a client may read.
func keyOf[T ~string](id *relay.ID, k graph.Kind) (T, error) {
	s, err := id.Of(k)
	return T(s), err
}

// value returns what p points to, or the zero value.
func value[T any](p *T) T {
	if p == nil {
		return *new(T)
	}
	return *p
}

// optional returns nil for the empty string.
func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

func same[T any](v T) T { return v }
