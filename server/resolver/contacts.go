package resolver

import (
	"context"
	"encoding/base64"
	"fmt"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

// wholeFilter selects whole lists of encounters.
type wholeFilter struct {
	country graph.CountryCode
	party   graph.PartyID
	with    graph.PersonID
	when    graph.When
	detail  detail
	who     who
}

// whole is all encounters of a person, newest first, or as many of them as
// one question reads.
type whole struct {
	encounters []graph.Encounter
	complete   bool
}

// wholeLists reads whole lists for many persons.
func wholeLists(s graph.Store, work int) func(context.Context, []listKey[graph.PersonID, wholeFilter]) ([]whole, error) {
	return func(ctx context.Context, keys []listKey[graph.PersonID, wholeFilter]) ([]whole, error) {
		found := map[listKey[graph.PersonID, wholeFilter]]whole{}
		for _, f := range distinct(keys, func(k listKey[graph.PersonID, wholeFilter]) wholeFilter { return k.filter }) {
			ef := graph.EncounterFilter{Country: f.country, Party: f.party, When: f.when}
			if f.with != "" {
				ef.With = []graph.PersonID{f.with}
			}
			r := newReader(s, ef, f.detail.keep, work)
			of := parents(keys, f)
			if err := r.read(ctx, of); err != nil {
				return nil, err
			}
			for _, p := range of {
				kept, err := f.who.keep(ctx, s, r.known[p])
				if err != nil {
					return nil, err
				}
				found[listKey[graph.PersonID, wholeFilter]{p, f}] = whole{kept, !r.cut[p]}
			}
		}
		return align(keys, found), nil
	}
}

func (person) Contacts(ctx context.Context, p *graph.Person, first int, after *graph.Cursor, country *graph.CountryCode, party, organization *relay.ID, office *string, since, until, at *graph.Date, mode *graph.Mode, place *string, minReports int) (relay.ContactConnection, error) {
	none := relay.ContactConnection{}
	if err := checkFirst(first); err != nil {
		return none, err
	}
	f, err := newMetFilter(nil, party, value(since), value(until), value(at))
	if err != nil {
		return none, err
	}
	d, err := newDetail(mode, place, minReports)
	if err != nil {
		return none, err
	}
	h, err := newWho(organization, office)
	if err != nil {
		return none, err
	}
	key := wholeFilter{country: value(country), party: f.party, when: f.when, detail: d, who: h}
	all, err := load(ctx).whole.Load(ctx, listKey[graph.PersonID, wholeFilter]{p.ID, key})
	if err != nil {
		return none, err
	}
	return contacts(p.ID, all, first, value(after))
}

func contacts(of graph.PersonID, all whole, first int, after graph.Cursor) (relay.ContactConnection, error) {
	edges := byPerson(of, all.encounters)
	page, info, err := cut(edges, func(c relay.ContactEdge) string {
		return fmt.Sprintf("%010d %s", 1<<31-c.Meetings, c.Person)
	}, first, after)
	for i := range page {
		edges[i] = page[i].Value
		edges[i].Cursor = page[i].Cursor
	}
	return relay.ContactConnection{Edges: edges[:len(page)], PageInfo: info, TotalCount: len(edges), Complete: all.complete}, err
}

// byPerson groups encounters, newest first, by the other person.
func byPerson(of graph.PersonID, all []graph.Encounter) []relay.ContactEdge {
	edges := []relay.ContactEdge{}
	at := map[graph.PersonID]int{}
	for _, e := range all {
		told := relay.Encounter{From: of, Encounter: e}
		i, ok := at[e.Person]
		if !ok {
			i = len(edges)
			at[e.Person] = i
			edges = append(edges, relay.ContactEdge{Person: e.Person, Latest: told, Earliest: told})
		}
		edges[i].Meetings++
		if e.Date.SortKey() != "" {
			edges[i].Earliest = told
		}
	}
	return edges
}

func (q query) MetBoth(ctx context.Context, a, b relay.PersonRef, since, until, at *graph.Date, minReports, first int, after *graph.Cursor, _ *graph.Date) (relay.CommonConnection, error) {
	none := relay.CommonConnection{}
	x, y, err := q.pair(ctx, a, b)
	if err != nil {
		return none, err
	}
	if err := checkFirst(first); err != nil {
		return none, err
	}
	d, err := newDetail(nil, nil, minReports)
	if err != nil {
		return none, err
	}
	f := wholeFilter{detail: d}
	if f.when, err = when(value(since), value(until), value(at)); err != nil {
		return none, err
	}
	ofA := load(ctx).whole.LoadThunk(ctx, listKey[graph.PersonID, wholeFilter]{x, f})
	ofB := load(ctx).whole.LoadThunk(ctx, listKey[graph.PersonID, wholeFilter]{y, f})
	allA, err := ofA()
	if err != nil {
		return none, err
	}
	allB, err := ofB()
	if err != nil {
		return none, err
	}
	return common(byPerson(x, allA.encounters), byPerson(y, allB.encounters), allA.complete && allB.complete, first, value(after))
}

func common(ofA, ofB []relay.ContactEdge, complete bool, first int, after graph.Cursor) (relay.CommonConnection, error) {
	with := make(map[graph.PersonID]relay.ContactEdge, len(ofB))
	for _, c := range ofB {
		with[c.Person] = c
	}
	edges := []relay.CommonEdge{}
	for _, c := range ofA {
		if d, ok := with[c.Person]; ok {
			edges = append(edges, relay.CommonEdge{
				Person: c.Person, WithA: c.Latest, WithB: d.Latest, MeetingsWithA: c.Meetings, MeetingsWithB: d.Meetings,
			})
		}
	}
	page, info, err := cut(edges, func(c relay.CommonEdge) string {
		return newestFirst(max(c.WithA.Date.SortKey(), c.WithB.Date.SortKey())) + " " + string(c.Person)
	}, first, after)
	for i := range page {
		edges[i] = page[i].Value
		edges[i].Cursor = page[i].Cursor
	}
	return relay.CommonConnection{Edges: edges[:len(page)], PageInfo: info, TotalCount: len(edges), Complete: complete}, err
}

// metFiltered is [person.Met] by what stores do not filter by: it looks
// through the whole list.
func metFiltered(ctx context.Context, p graph.PersonID, f metFilter, d detail, h who) (relay.MetConnection, error) {
	key := wholeFilter{country: f.country, party: f.party, with: f.with, when: f.when, detail: d, who: h}
	all, err := load(ctx).whole.Load(ctx, listKey[graph.PersonID, wholeFilter]{p, key})
	if err != nil {
		return relay.MetConnection{}, err
	}
	if !all.complete {
		return relay.MetConnection{}, fault.Limit("number of meetings to look through", load(ctx).work+1, load(ctx).work)
	}
	page, info, err := cut(all.encounters, func(e graph.Encounter) string {
		return newestFirst(e.Date.SortKey()) + " " + string(e.ID)
	}, f.First, f.After)
	c := relay.NewMetConnection(graph.Page[graph.Encounter]{Items: page, Total: len(all.encounters)}, f.After)
	c.PageInfo = info
	return c, err
}

// newestFirst turns a day, or "" for unknown, into a key that sorts the
// newest first and the unknown last.
func newestFirst(day string) string {
	if day == "" {
		return "unknown" // letters come after digits
	}
	return strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return '9' - (r - '0')
	}, day)
}

// cut sorts a list that is in memory by key, and returns the page after a
// cursor.
func cut[T any](all []T, key func(T) string, first int, after graph.Cursor) ([]graph.Item[T], relay.PageInfo, error) {
	from, err := keyAfter(after)
	if err != nil {
		return nil, relay.PageInfo{}, err
	}
	type keyed struct {
		key   string
		value T
	}
	var rest []keyed
	for _, v := range all {
		if k := key(v); after == "" || k > from {
			rest = append(rest, keyed{k, v})
		}
	}
	slices.SortFunc(rest, func(a, b keyed) int { return strings.Compare(a.key, b.key) })
	page := graph.Page[T]{More: len(rest) > first}
	for _, k := range rest[:min(first, len(rest))] {
		page.Items = append(page.Items, graph.Item[T]{Value: k.value, Cursor: keyCursor(k.key)})
	}
	return page.Items, relay.NewPageInfo(page, after), nil
}

// listMark starts the cursors of lists that are cut here.
const listMark = "key "

func keyCursor(key string) graph.Cursor {
	return graph.Cursor(base64.RawURLEncoding.EncodeToString([]byte(listMark + key)))
}

func keyAfter(c graph.Cursor) (string, error) {
	if c == "" {
		return "", nil
	}
	b, err := base64.RawURLEncoding.Strict().DecodeString(string(c))
	key, ok := strings.CutPrefix(string(b), listMark)
	if err != nil || !ok {
		return "", foreignCursor()
	}
	return key, nil
}

func foreignCursor() error {
	return fault.Input("a cursor must come from an answer for the same list")
}
