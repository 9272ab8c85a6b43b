package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// Encounters implements graph.Store.
func (s *Store) Encounters(ctx context.Context, f graph.EncounterFilter) ([]graph.Page[graph.Encounter], error) {
	w, err := checkWindow(f.Window)
	days, whenErr := keyset.CheckWhen(f.When)
	if err := cmp.Or(err, whenErr, keyset.CheckList("persons", len(f.Of)), keyset.CheckList("others", len(f.With)), someParent(len(f.Of))); err != nil {
		return nil, err
	}
	w.after = days.Start(w.after)
	query, args := sqlMetOf, []any{days.Since, days.Until, ""}
	if f.With != nil || f.Country != "" || f.Party != "" {
		query = sqlMetOfFilter
		with := ""
		if f.With != nil {
			with = jsonList(f.With)
		}
		args = append(args, with, f.Country, f.Party)
	}
	var out []graph.Page[graph.Encounter]
	err = s.read(ctx, func(r *reader) error {
		out, err = pages(r, f.Of, func(p graph.PersonID) (graph.Page[graph.Encounter], error) {
			args[2] = p
			return list(r, query, w, scanEncounter, args...)
		})
		return err
	})
	return out, err
}

func someParent(n int) error {
	if n == 0 {
		return fmt.Errorf("no person to list encounters of: %w", graph.ErrInvalid)
	}
	return nil
}

func scanEncounter(rows *sql.Rows) (keyset.Key, graph.Encounter, error) {
	var key keyset.Key
	var e graph.Encounter
	err := rows.Scan(&key.Ord, &key.ID, &e.Person, &e.Meeting, &e.Date, &e.Place, &e.Mode, &e.Reports)
	e.ID = graph.EncounterID(key.ID)
	return key, e, err
}

// eventQueries are the three ways to list events of a kind.
type eventQueries struct{ all, byID, of string }

// events lists events: a page per parent when of is not nil, the ones with
// the ids when ids is not nil, else all. rest are the parameters from ?8 on.
func events[T any](ctx context.Context, s *Store, q eventQueries, of, ids []string, when graph.When, win graph.Window, scan scanner[T], rest ...any) ([]graph.Page[T], error) {
	w, err := pick(of == nil && ids != nil, len(ids), win)
	days, whenErr := keyset.CheckWhen(when)
	if err := cmp.Or(err, whenErr, keyset.CheckList("parents", len(of)), oneOf(of != nil, ids != nil)); err != nil {
		return nil, err
	}
	w.after = days.Start(w.after)
	query, parents := q.of, of
	switch {
	case of != nil:
	case ids != nil:
		query, parents = q.byID, []string{jsonList(ids)}
	default:
		query, parents = q.all, []string{""}
	}
	var out []graph.Page[T]
	err = s.read(ctx, func(r *reader) error {
		out, err = pages(r, parents, func(p string) (graph.Page[T], error) {
			return list(r, query, w, scan, append([]any{days.Since, days.Until, p}, rest...)...)
		})
		return err
	})
	return out, err
}

func oneOf(a, b bool) error {
	if a && b {
		return fmt.Errorf("a filter has both parents and ids: use one of them: %w", graph.ErrInvalid)
	}
	return nil
}

// strs keeps the difference between no list and an empty one.
func strs[T ~string](ids []T) []string {
	if ids == nil {
		return nil
	}
	return texts(ids)
}

// Meetings implements graph.Store.
func (s *Store) Meetings(ctx context.Context, f graph.MeetingFilter) ([]graph.Page[graph.Meeting], error) {
	q := eventQueries{sqlMeetings, sqlMeetingsByID, sqlMeetingsOf}
	switch {
	case f.Status != "" && f.Status != graph.Held:
		q.all = sqlMeetingsOpen
	case f.Country != "":
		q.all = sqlMeetingsFrom
	}
	return events(ctx, s, q, strs(f.Of), strs(f.IDs), f.When, f.Window, scanDoc[graph.Meeting], f.Status, f.Mode, f.Country, f.AndCountry, f.Party)
}

// Delegations implements graph.Store.
func (s *Store) Delegations(ctx context.Context, f graph.DelegationFilter) ([]graph.Page[graph.Delegation], error) {
	q := eventQueries{sqlDelegations, sqlDelegationsByID, sqlDelegationsOf}
	return events(ctx, s, q, strs(f.Of), strs(f.IDs), f.When, f.Window, scanDelegation, f.Host,
		actorOrNone(graph.ActorCountry, string(f.Represents)), actorOrNone(graph.ActorParty, string(f.Party)))
}

func actorOrNone(kind graph.ActorKind, id string) string {
	if id == "" {
		return ""
	}
	return actorText(graph.Actor{Kind: kind, ID: id})
}

func scanDelegation(rows *sql.Rows) (keyset.Key, graph.Delegation, error) {
	var key keyset.Key
	var doc, meetings []byte
	if err := rows.Scan(&key.Ord, &key.ID, &doc, &meetings); err != nil {
		return key, graph.Delegation{}, err
	}
	d, err := joinDelegation(doc, meetings)
	return key, d, err
}

// joinDelegation reads a delegation and the JSON list of its meetings.
func joinDelegation(doc, meetings []byte) (graph.Delegation, error) {
	var d graph.Delegation
	var ids []graph.MeetingID
	if err := unpack(doc, &d); err != nil {
		return d, err
	}
	if err := json.Unmarshal(meetings, &ids); err != nil {
		return d, err
	}
	return derive.WithMeetings(d, ids), nil
}

// Agreements implements graph.Store.
func (s *Store) Agreements(ctx context.Context, f graph.AgreementFilter) ([]graph.Page[graph.Agreement], error) {
	var of []string
	if f.Of != nil {
		of = make([]string, len(f.Of))
		for i, a := range f.Of {
			of[i] = actorText(a)
		}
	}
	q := eventQueries{sqlAgreements, sqlAgreementsByID, sqlAgreementsOf}
	return events(ctx, s, q, of, strs(f.IDs), f.When, f.Window, scanDoc[graph.Agreement])
}

// Evidence implements graph.Store.
func (s *Store) Evidence(ctx context.Context, facts []graph.FactID) ([][]graph.Proof, error) {
	if err := keyset.CheckList("facts", len(facts)); err != nil {
		return nil, err
	}
	ids := make([]string, len(facts)) // of the nodes that the evidence belongs to
	for i, f := range facts {
		ids[i] = string(f)
		if m, ok := derive.MeetingOf(f); ok {
			ids[i] = string(m)
		}
	}
	found := map[string][]graph.Proof{}
	err := s.read(ctx, func(r *reader) error {
		return r.each(sqlEvidence, func(rows *sql.Rows) error {
			id, p, err := scanProof(rows)
			found[id] = append(found[id], p)
			return err
		}, jsonList(distinct(ids)))
	})
	if err != nil {
		return nil, err
	}
	out := make([][]graph.Proof, len(facts))
	for i, id := range ids {
		found[id] = derive.SortProofs(found[id])
		out[i] = found[id]
	}
	return out, nil
}
