package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// Encounters implements graph.Store.
func (s *Store) Encounters(ctx context.Context, f graph.EncounterFilter) ([]graph.Page[graph.Encounter], error) {
	w, err := pick(false, 0, f.Window)
	days, whenErr := keyset.CheckWhen(f.When)
	if err := cmp.Or(err, whenErr, keyset.CheckList("persons", len(f.Of)), keyset.CheckList("others", len(f.With)), someParent(len(f.Of))); err != nil {
		return nil, err
	}
	p := with(w.params(texts(f.Of), days), params{
		"always": f.When == (graph.When{}), "since": days.Since, "until": days.Until,
		"with":    parentList(f.With), // an empty list matches nobody
		"country": string(f.Country), "party": string(f.Party),
	})
	return pages(ctx, s, cypherMetOf, p, w, scanEncounter)
}

func someParent(n int) error {
	if n == 0 {
		return fmt.Errorf("no person to list encounters of: %w", graph.ErrInvalid)
	}
	return nil
}

// scanEncounter reads what metRow lists.
func scanEncounter(row []any) (keyset.Key, graph.Encounter, error) {
	k := rowKey(row)
	reports, _ := row[7].(int64)
	return k, graph.Encounter{
		ID: graph.EncounterID(k.ID), Person: graph.PersonID(text(row[2])), Meeting: graph.MeetingID(text(row[3])),
		Date: graph.Date(text(row[4])), Place: text(row[5]), Mode: graph.Mode(text(row[6])), Reports: int(reports),
	}, nil
}

// eventList is a list of events: of parents, by ids, or of all.
type eventList struct {
	all, byID, of string
	parents       any // nil for none
	ids           any // nil for none
	sizes         [2]int
	when          graph.When
	window        graph.Window
	filter        params
}

func events[T any](ctx context.Context, s *Store, l eventList, scan scanner[T]) ([]graph.Page[T], error) {
	byID := l.parents == nil && l.ids != nil
	w, err := pick(byID, l.sizes[1], l.window)
	days, whenErr := keyset.CheckWhen(l.when)
	if err := cmp.Or(err, whenErr, keyset.CheckList("parents", l.sizes[0]), notBoth(l.parents != nil, l.ids != nil)); err != nil {
		return nil, err
	}
	cypher, of := l.all, any([]any{nil})
	switch {
	case byID:
		cypher, of = l.byID, l.ids
	case l.parents != nil:
		cypher, of = l.of, l.parents
	}
	p := with(w.params(of, days), l.filter)
	p["since"], p["until"] = days.Since, days.Until
	return pages(ctx, s, cypher, p, w, scan)
}

func notBoth(of, ids bool) error {
	if of && ids {
		return fmt.Errorf("a filter has both parents and ids: use one of them: %w", graph.ErrInvalid)
	}
	return nil
}

// parentList and idList keep the difference between no list and an empty one.
func parentList[T ~string](ids []T) any {
	if ids == nil {
		return nil
	}
	return texts(ids)
}

func idList[T ~string](ids []T) any {
	if ids == nil {
		return nil
	}
	return parents(ids)
}

// Meetings implements graph.Store.
func (s *Store) Meetings(ctx context.Context, f graph.MeetingFilter) ([]graph.Page[graph.Meeting], error) {
	l := eventList{
		all: cypherMeetingsAll, byID: cypherMeetingsByID, of: cypherMeetingsOf,
		parents: parentList(f.Of), ids: idList(f.IDs), sizes: [2]int{len(f.Of), len(f.IDs)}, when: f.When, window: f.Window,
		filter: params{"country": string(f.Country), "and_country": string(f.AndCountry), "party": string(f.Party), "status": string(f.Status), "mode": string(f.Mode)},
	}
	if f.Status != "" {
		l.all = cypherMeetingsWithStatus
	}
	return events(ctx, s, l, scanDoc[graph.Meeting])
}

// Delegations implements graph.Store.
func (s *Store) Delegations(ctx context.Context, f graph.DelegationFilter) ([]graph.Page[graph.Delegation], error) {
	return events(ctx, s, eventList{
		all: cypherDelegationsAll, byID: cypherDelegationsByID, of: cypherDelegationsOf,
		parents: parentList(f.Of), ids: idList(f.IDs), sizes: [2]int{len(f.Of), len(f.IDs)}, when: f.When, window: f.Window,
		filter: params{"host": string(f.Host), "represents": string(f.Represents), "party": string(f.Party)},
	}, scanDelegation)
}

// scanDelegation reads [newest_first, id, json, meetings].
func scanDelegation(row []any) (keyset.Key, graph.Delegation, error) {
	k, d, err := scanDoc[graph.Delegation](row)
	return k, derive.WithMeetings(d, ids[graph.MeetingID](row[3])), err
}

func ids[T ~string](list any) []T {
	var out []T
	items, _ := list.([]any)
	for _, id := range items {
		out = append(out, T(text(id)))
	}
	return out
}

// Agreements implements graph.Store.
func (s *Store) Agreements(ctx context.Context, f graph.AgreementFilter) ([]graph.Page[graph.Agreement], error) {
	l := eventList{
		all: cypherAgreementsAll, byID: cypherAgreementsByID, of: cypherAgreementsOf,
		ids: idList(f.IDs), sizes: [2]int{len(f.Of), len(f.IDs)}, when: f.When, window: f.Window,
	}
	if f.Of != nil {
		l.parents = signers(f.Of)
	}
	return events(ctx, s, l, scanDoc[graph.Agreement])
}

// signers names actors by label and key.
func signers(as []graph.Actor) []any {
	list := make([]any, len(as))
	for i, a := range as {
		kind := byActor(a.Kind, graph.KindPerson, graph.KindCountry, graph.KindParty, graph.KindOrganization)
		list[i] = params{"kind": string(kind), "id": a.ID}
	}
	return list
}

// Evidence implements graph.Store.
func (s *Store) Evidence(ctx context.Context, facts []graph.FactID) ([][]graph.Proof, error) {
	if err := keyset.CheckList("facts", len(facts)); err != nil {
		return nil, err
	}
	nodes := make([]string, len(facts)) // that the evidence belongs to
	for i, f := range facts {
		nodes[i] = string(f)
		if m, ok := derive.MeetingOf(f); ok {
			nodes[i] = string(m)
		}
	}
	found, err := s.proofs(ctx, nodes)
	if err != nil {
		return nil, err
	}
	out := make([][]graph.Proof, len(facts))
	for i, id := range nodes {
		out[i] = found[id]
	}
	return out, nil
}

func (s *Store) proofs(ctx context.Context, nodes []string) (found map[string][]graph.Proof, err error) {
	distinct := slices.Clone(nodes)
	slices.Sort(distinct)
	err = s.read(ctx, func(v *view) error {
		found = map[string][]graph.Proof{}
		rows, err := v.query(cypherEvidence, params{"ids": slices.Compact(distinct)})
		for _, r := range rows {
			id, proof := scanProof(r.([]any))
			found[id] = append(found[id], proof)
		}
		return err
	})
	for id := range found {
		found[id] = derive.SortProofs(found[id])
	}
	return found, err
}

// scanProof reads what proofRow lists.
func scanProof(row []any) (node string, p graph.Proof) {
	start, _ := row[3].(int64)
	end, _ := row[4].(int64)
	confidence, _ := row[7].(float64)
	return text(row[0]), graph.Proof{Article: graph.ArticleID(text(row[1])), Evidence: graph.Evidence{
		Quote: text(row[2]), Span: graph.Span{Start: int(start), End: int(end)},
		Lang: text(row[5]), Rule: text(row[6]), Confidence: confidence,
	}}
}
