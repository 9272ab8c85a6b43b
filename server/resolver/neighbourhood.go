package resolver

import (
	"cmp"
	"context"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

const (
	maxDistance = 3   // meetings from the middle
	maxNodes    = 100 // people of a neighbourhood
	// linksPerNode times the people asked for is the most links that an
	// answer has; the limits count so many.
	linksPerNode = 5
)

func (q query) Neighbourhood(ctx context.Context, person relay.PersonRef, depth, nodes int, since, until, at *graph.Date, minReports int, _ *graph.Date) (relay.Neighbourhood, error) {
	none := relay.Neighbourhood{Persons: []relay.Neighbour{}, Links: []relay.Link{}, Complete: true}
	middle, err := q.ref(ctx, person)
	if err != nil {
		return none, err
	}
	if err := within("depth", depth, maxDistance); err != nil {
		return none, err
	}
	if err := within("nodes", nodes, maxNodes); err != nil {
		return none, err
	}
	r, err := q.reader(ctx, since, until, at, minReports)
	if err != nil {
		return none, err
	}
	if p, err := load(ctx).persons.Load(ctx, middle); p == nil || err != nil {
		return none, err
	}
	persons, all, err := around(ctx, r, middle, depth, nodes)
	if err != nil {
		return none, err
	}
	links, allLinks, err := linksAmong(ctx, r, persons, nodes*linksPerNode)
	return relay.Neighbourhood{Persons: persons, Links: links, Complete: all && allLinks}, err
}

// around returns the people around a person, nearest first; all is false when
// some were left out.
func around(ctx context.Context, r *reader, middle graph.PersonID, depth, nodes int) (persons []relay.Neighbour, all bool, err error) {
	persons, all = []relay.Neighbour{{Person: middle}}, true
	in := map[graph.PersonID]bool{middle: true}
	front := []graph.PersonID{middle}
	for d := 1; d <= depth && len(front) > 0; d++ {
		if err := r.read(ctx, front); err != nil {
			return nil, false, err
		}
		met := mostMet(r, front, in)
		if room := nodes - len(persons); len(met) > room {
			met, all = met[:room], false
		}
		for _, p := range met {
			in[p] = true
			persons = append(persons, relay.Neighbour{Person: p, Distance: d})
		}
		front = met
	}
	return persons, all && r.complete(), nil
}

// mostMet returns whom the people of front met and who is not in, those with
// most meetings first.
func mostMet(r *reader, front []graph.PersonID, in map[graph.PersonID]bool) []graph.PersonID {
	meetings := map[graph.PersonID]int{}
	for _, u := range front {
		for _, e := range r.known[u] {
			if !in[e.Person] {
				meetings[e.Person]++
			}
		}
	}
	met := sorted(meetings)
	slices.SortStableFunc(met, func(a, b graph.PersonID) int { return cmp.Compare(meetings[b], meetings[a]) })
	return met
}

// linksAmong returns who of the persons met whom, most meetings first where
// not all have room. The lists are read again, with each other only: those at
// the edge were not read before.
func linksAmong(ctx context.Context, r *reader, persons []relay.Neighbour, most int) (links []relay.Link, all bool, err error) {
	ids := make([]graph.PersonID, len(persons))
	for i, p := range persons {
		ids[i] = p.Person
	}
	f := r.filter
	f.With = ids
	among := newReader(r.store, f, r.keep, r.budget)
	if err := among.read(ctx, ids); err != nil {
		return []relay.Link{}, false, err
	}
	links = pairUp(among, ids)
	all = among.complete() && len(links) <= most
	slices.SortStableFunc(links, func(a, b relay.Link) int { return cmp.Compare(b.Meetings, a.Meetings) })
	return links[:min(len(links), most)], all, nil
}

// pairUp counts the meetings of each two persons, told from the nearer.
func pairUp(r *reader, ids []graph.PersonID) []relay.Link {
	links := []relay.Link{}
	done := map[graph.PersonID]bool{}
	for _, a := range ids {
		at := map[graph.PersonID]int{}
		for _, e := range r.known[a] {
			i, ok := at[e.Person]
			if !ok && !done[e.Person] {
				i, ok = len(links), true
				at[e.Person] = i
				links = append(links, relay.Link{A: a, B: e.Person, Latest: relay.Encounter{From: a, Encounter: e}})
			}
			if ok {
				links[i].Meetings++
			}
		}
		done[a] = true
	}
	return links
}
