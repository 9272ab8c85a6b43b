package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

// arrival is the earliest day by which word can have reached a person, over
// chains of one length, with the last meeting of the chain.
type arrival struct {
	person graph.PersonID
	day    string // the last day that the meeting can have been on; "" at the start
	by     relay.Encounter
	from   *arrival
}

// pathInOrder finds, of the shortest chains whose meetings certainly follow
// each other, the one that arrives earliest.
//
// An arrival that is neither shorter nor earlier than another at the same
// person leads nowhere that the other does not, so one per person and length
// is enough.
func pathInOrder(ctx context.Context, r *reader, from, to graph.PersonID, maxLength int) (relay.PathSearch, error) {
	best := map[graph.PersonID]string{from: ""}
	front := []*arrival{{person: from}}
	result := relay.PathSearch{Paths: []relay.Path{}}
	for range maxLength {
		next, err := follow(ctx, r, best, front)
		if err != nil {
			return result, err
		}
		front = front[:0]
		for _, p := range sorted(next) {
			best[p] = next[p].day
			front = append(front, next[p])
		}
		if a := next[to]; a != nil {
			result.Paths = append(result.Paths, relay.Path{Steps: a.chain()})
			break
		}
		if len(front) == 0 || !r.complete() {
			break
		}
	}
	result.Persons, result.Complete = len(best), r.complete()
	return result, nil
}

// follow returns the improved arrivals one meeting after those of front.
func follow(ctx context.Context, r *reader, best map[graph.PersonID]string, front []*arrival) (map[graph.PersonID]*arrival, error) {
	ids := make([]graph.PersonID, len(front))
	for i, a := range front {
		ids[i] = a.person
	}
	if err := r.read(ctx, ids); err != nil {
		return nil, err
	}
	next := map[graph.PersonID]*arrival{}
	for _, a := range front {
		for _, e := range r.known[a.person] {
			first, last, ok := e.Date.Bounds()
			if !ok || first < a.day || !earlier(best, next, e.Person, last) {
				continue
			}
			next[e.Person] = &arrival{e.Person, last, relay.Encounter{From: a.person, Encounter: e}, a}
		}
	}
	return next, nil
}

func earlier(best map[graph.PersonID]string, next map[graph.PersonID]*arrival, p graph.PersonID, day string) bool {
	if d, ok := best[p]; ok && d <= day {
		return false
	}
	n := next[p]
	return n == nil || day < n.day
}

// chain returns the meetings up to the arrival.
func (a *arrival) chain() []relay.Encounter {
	if a.from == nil {
		return nil
	}
	return append(a.from.chain(), a.by)
}
