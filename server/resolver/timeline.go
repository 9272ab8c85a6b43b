package resolver

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"slices"
	"strings"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

func (q query) TimelineOfPerson(ctx context.Context, person relay.PersonRef, since, until, at *graph.Date, first int, after *graph.Cursor, _ *graph.Date) (relay.TimelineConnection, error) {
	id, err := q.ref(ctx, person)
	if err != nil {
		return relay.TimelineConnection{}, err
	}
	w, err := when(value(since), value(until), value(at))
	if err != nil {
		return relay.TimelineConnection{}, err
	}
	of := []graph.PersonID{id}
	return merge(ctx, "person", first, value(after),
		meetings(load(ctx).store, graph.MeetingFilter{Of: of, When: w}).plain(),
		delegations(load(ctx).store, graph.DelegationFilter{Of: of, When: w}).plain(),
		agreements(load(ctx).store, graph.AgreementFilter{Of: []graph.Actor{{Kind: graph.ActorPerson, ID: string(id)}}, When: w}).plain(),
	)
}

func (q query) TimelineBetween(ctx context.Context, a, b graph.CountryCode, since, until, at *graph.Date, first int, after *graph.Cursor, _ *graph.Date) (relay.TimelineConnection, error) {
	if a == b {
		return relay.TimelineConnection{}, fault.Input("give two different countries")
	}
	w, err := when(value(since), value(until), value(at))
	if err != nil {
		return relay.TimelineConnection{}, err
	}
	a, b = min(a, b), max(a, b) // the list is the same both ways, cursors too
	signed := []graph.Actor{{Kind: graph.ActorCountry, ID: string(a)}}
	return merge(ctx, "between", first, value(after),
		meetings(load(ctx).store, graph.MeetingFilter{Country: a, AndCountry: b, When: w}).plain(),
		delegations(load(ctx).store, graph.DelegationFilter{Represents: a, Host: b, When: w}).plain(),
		delegations(load(ctx).store, graph.DelegationFilter{Represents: b, Host: a, When: w}).plain(),
		agreements(load(ctx).store, graph.AgreementFilter{Of: signed, When: w}).only(signedAlsoBy(b), load(ctx).work),
	)
}

func (q query) TimelineOfParty(ctx context.Context, party relay.PartyRef, since, until, at *graph.Date, first int, after *graph.Cursor, _ *graph.Date) (relay.TimelineConnection, error) {
	p, err := q.partyRef(ctx, party)
	if err != nil {
		return relay.TimelineConnection{}, err
	}
	w, err := when(value(since), value(until), value(at))
	if err != nil {
		return relay.TimelineConnection{}, err
	}
	return merge(ctx, "party", first, value(after),
		meetings(load(ctx).store, graph.MeetingFilter{Party: p, When: w}).plain(),
		delegations(load(ctx).store, graph.DelegationFilter{Party: p, When: w}).plain(),
		agreements(load(ctx).store, graph.AgreementFilter{Of: []graph.Actor{{Kind: graph.ActorParty, ID: string(p)}}, When: w}).plain(),
	)
}

func (q query) NeverHeld(ctx context.Context, before graph.Date, since *graph.Date, country *graph.CountryCode, first int, after *graph.Cursor, _ *graph.Date) (relay.TimelineConnection, error) {
	day, _, ok := before.Bounds()
	if !ok {
		return relay.TimelineConnection{}, fault.Input("before needs a year")
	}
	w, err := when(value(since), "", "")
	if err != nil {
		return relay.TimelineConnection{}, err
	}
	w.Until = dayBefore(day)
	planned := meetings(load(ctx).store, graph.MeetingFilter{Status: graph.Planned, Country: value(country), When: w})
	return merge(ctx, "never", first, value(after), planned.only(overBy(day), load(ctx).work))
}

func dayBefore(day string) graph.Date {
	t, err := time.Parse(time.DateOnly, day)
	if err != nil || t.Year() <= 1 { // the first year has nothing before it that a date can name
		return graph.Date(day)
	}
	return graph.Date(t.AddDate(0, 0, -1).Format(time.DateOnly))
}

// overBy keeps meetings whose whole time is before the day. The store lets
// those pass that can have begun before it.
func overBy(day string) keep[graph.Meeting] {
	return func(_ context.Context, ms []graph.Meeting) ([]bool, error) {
		return each(ms, func(m graph.Meeting) bool {
			_, last, ok := m.Date.Bounds()
			return ok && last < day
		}), nil
	}
}

func signedAlsoBy(c graph.CountryCode) keep[graph.Agreement] {
	return func(_ context.Context, as []graph.Agreement) ([]bool, error) {
		return each(as, func(a graph.Agreement) bool {
			return slices.Contains(a.Signers, graph.Actor{Kind: graph.ActorCountry, ID: string(c)})
		}), nil
	}
}

// countriesAt tells the countries of all who took part in meetings.
func countriesAt(ctx context.Context, ms []graph.Meeting) (map[graph.PersonID]graph.CountryCode, error) {
	var ids []graph.PersonID
	for _, m := range ms {
		for _, p := range m.Participants {
			ids = append(ids, p.Person)
		}
	}
	persons, err := mustAll(ctx, load(ctx).persons, ids)
	of := make(map[graph.PersonID]graph.CountryCode, len(persons))
	for _, p := range persons {
		of[p.ID] = p.Country
	}
	return of, err
}

func each[T any](vs []T, ok func(T) bool) []bool {
	kept := make([]bool, len(vs))
	for i, v := range vs {
		kept[i] = ok(v)
	}
	return kept
}

// list is a list of the store, read page by page.
type list[T any] struct {
	read func(context.Context, graph.Window) (graph.Page[T], error)
	date func(T) graph.Date
}

// keep tells of a few items which belong to a list.
type keep[T any] func(context.Context, []T) ([]bool, error)

func meetings(s graph.Store, f graph.MeetingFilter) list[graph.Meeting] {
	return list[graph.Meeting]{func(ctx context.Context, w graph.Window) (graph.Page[graph.Meeting], error) {
		f.Window = w
		return only(s.Meetings(ctx, f))
	}, func(m graph.Meeting) graph.Date { return m.Date }}
}

func delegations(s graph.Store, f graph.DelegationFilter) list[graph.Delegation] {
	return list[graph.Delegation]{func(ctx context.Context, w graph.Window) (graph.Page[graph.Delegation], error) {
		f.Window = w
		return only(s.Delegations(ctx, f))
	}, func(d graph.Delegation) graph.Date { return d.Date }}
}

func agreements(s graph.Store, f graph.AgreementFilter) list[graph.Agreement] {
	return list[graph.Agreement]{func(ctx context.Context, w graph.Window) (graph.Page[graph.Agreement], error) {
		f.Window = w
		return only(s.Agreements(ctx, f))
	}, func(a graph.Agreement) graph.Date { return a.Date }}
}

// event is an item of a timeline: what, and on which day at the earliest.
type event struct {
	value relay.Event
	day   string
}

// stretch is what was found of a list.
type stretch struct {
	items   []graph.Item[event]
	more    bool         // the list goes on
	reached graph.Cursor // as far as was looked
}

// stream yields up to n events of one list, newest first, after a cursor.
type stream func(ctx context.Context, after graph.Cursor, n int) (stretch, error)

// all calls f for pages of the list until its end or until about work items are
// read; complete tells which.
func (l list[T]) all(ctx context.Context, work int, f func([]T) error) (complete bool, err error) {
	w := graph.Window{First: maxFirst}
	for ; work > 0; work -= maxFirst {
		page, err := l.read(ctx, w)
		if err != nil {
			return false, err
		}
		if err := f(page.Values()); err != nil {
			return false, err
		}
		if !page.More {
			return true, nil
		}
		w.After = page.Items[len(page.Items)-1].Cursor
	}
	return false, nil
}

// plain is the whole list.
func (l list[T]) plain() stream {
	return func(ctx context.Context, after graph.Cursor, n int) (stretch, error) {
		page, err := l.read(ctx, graph.Window{First: n, After: after})
		s := stretch{more: page.More, reached: after}
		for _, it := range page.Items {
			s.add(it.Cursor, it.Value, l.date(it.Value))
		}
		return s, err
	}
}

// only is the part of the list that k keeps. At most work items are looked
// at; the stretch ends early then.
func (l list[T]) only(k keep[T], work int) stream {
	return func(ctx context.Context, after graph.Cursor, n int) (stretch, error) {
		s := stretch{more: true, reached: after}
		for looked := 0; s.more && len(s.items) < n && looked < work; {
			page, err := l.read(ctx, graph.Window{First: min(maxFirst, work), After: s.reached})
			if err != nil {
				return s, err
			}
			kept, err := k(ctx, page.Values())
			if err != nil {
				return s, err
			}
			looked += max(1, len(page.Items))
			s.more = page.More
			for i, it := range page.Items {
				if len(s.items) == n {
					s.more = true
					break
				}
				s.reached = it.Cursor
				if kept[i] {
					s.add(it.Cursor, it.Value, l.date(it.Value))
				}
			}
		}
		return s, nil
	}
}

func (s *stretch) add(c graph.Cursor, v relay.Event, d graph.Date) {
	s.items = append(s.items, graph.Item[event]{Value: event{v, d.SortKey()}, Cursor: c})
	s.reached = c
}

// merge makes one page of several lists, newest first; of equal days, in
// order of the lists. A cursor holds the place in each list.
func merge(ctx context.Context, name string, first int, after graph.Cursor, streams ...stream) (relay.TimelineConnection, error) {
	out := relay.TimelineConnection{Edges: []relay.TimelineEdge{}}
	if err := checkFirst(first); err != nil {
		return out, err
	}
	at, err := readPlaces(name, after, len(streams))
	if err != nil {
		return out, err
	}
	parts := make([]stretch, len(streams))
	for i, s := range streams {
		if parts[i], err = s(ctx, at[i], first); err != nil {
			return out, err
		}
	}
	for len(out.Edges) < first {
		i := newest(parts)
		if i < 0 {
			break
		}
		it := parts[i].items[0]
		parts[i].items, at[i] = parts[i].items[1:], it.Cursor
		out.Edges = append(out.Edges, relay.TimelineEdge{Cursor: writePlaces(name, at), Node: it.Value.value})
	}
	out.PageInfo = endOf(name, parts, at, after)
	if len(out.Edges) > 0 {
		out.PageInfo.StartCursor = out.Edges[0].Cursor
	}
	return out, nil
}

// newest returns the list whose first item comes next, -1 when there is none
// or it cannot be told: a list that was not looked through may have a newer
// one.
func newest(parts []stretch) int {
	best := -1
	for i, p := range parts {
		if len(p.items) == 0 {
			if p.more {
				return -1
			}
			continue
		}
		if best < 0 || p.items[0].Value.day > parts[best].items[0].Value.day {
			best = i
		}
	}
	return best
}

// endOf tells where the page ends: in each list behind the last item taken,
// or, where all were taken, as far as was looked.
func endOf(name string, parts []stretch, at []graph.Cursor, after graph.Cursor) relay.PageInfo {
	info := relay.PageInfo{HasPreviousPage: after != ""}
	for i, p := range parts {
		if len(p.items) == 0 {
			at[i] = p.reached
		}
		info.HasNextPage = info.HasNextPage || p.more || len(p.items) > 0
	}
	if slices.ContainsFunc(at, func(c graph.Cursor) bool { return c != "" }) {
		info.EndCursor = writePlaces(name, at)
	}
	return info
}

// writePlaces makes a cursor of a list of that name from the places in its
// parts.
func writePlaces(name string, at []graph.Cursor) graph.Cursor {
	b, err := json.Marshal(at)
	if err != nil {
		panic(err) // strings always marshal
	}
	return graph.Cursor(base64.RawURLEncoding.EncodeToString([]byte(name + " " + string(b))))
}

func readPlaces(name string, c graph.Cursor, n int) ([]graph.Cursor, error) {
	at := make([]graph.Cursor, n)
	if c == "" {
		return at, nil
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(string(c))
	text, ok := strings.CutPrefix(string(b), name+" ")
	if err != nil || !ok || json.Unmarshal([]byte(text), &at) != nil || len(at) != n {
		return nil, foreignCursor()
	}
	return at, nil
}
