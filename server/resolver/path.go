package resolver

import (
	"context"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

const (
	maxPath  = 6  // meetings of a chain
	maxPaths = 10 // chains of an answer
)

func (q query) Paths(ctx context.Context, from, to relay.PersonRef, maxLength, first int, inOrder bool, since, until, at *graph.Date, minReports int, _ *graph.Date) (relay.PathSearch, error) {
	a, b, err := q.pair(ctx, from, to)
	if err != nil {
		return relay.PathSearch{}, err
	}
	if err := within("maxLength", maxLength, maxPath); err != nil {
		return relay.PathSearch{}, err
	}
	if err := within("first", first, maxPaths); err != nil {
		return relay.PathSearch{}, err
	}
	r, err := q.reader(ctx, since, until, at, minReports)
	if err != nil {
		return relay.PathSearch{}, err
	}
	if inOrder {
		return pathInOrder(ctx, r, a, b, maxLength)
	}
	return shortestPaths(ctx, r, a, b, maxLength, first)
}

// reader returns a reader for one question.
func (q query) reader(ctx context.Context, since, until, at *graph.Date, minReports int) (*reader, error) {
	d, err := newDetail(nil, nil, minReports)
	if err != nil {
		return nil, err
	}
	w, err := when(value(since), value(until), value(at))
	return newReader(load(ctx).store, graph.EncounterFilter{When: w}, d.keep, load(ctx).work), err
}

// pair reads two different persons.
func (q query) pair(ctx context.Context, a, b relay.PersonRef) (x, y graph.PersonID, err error) {
	if x, err = q.ref(ctx, a); err != nil {
		return x, y, err
	}
	if y, err = q.ref(ctx, b); err != nil {
		return x, y, err
	}
	if x == y {
		return x, y, fault.Input("give two different persons")
	}
	return x, y, nil
}

// ref returns the id of the person meant. An id that nobody has is no error:
// what is asked of it is empty.
func (q query) ref(ctx context.Context, r relay.PersonRef) (graph.PersonID, error) {
	return referred(r.ID, r.Name, graph.KindPerson, "nobody", func(name string) (graph.PersonID, error) {
		p, err := q.personNamed(ctx, name)
		return value(p).ID, err
	})
}

// partyRef is ref for parties.
func (q query) partyRef(ctx context.Context, r relay.PartyRef) (graph.PartyID, error) {
	return referred(r.ID, r.Name, graph.KindParty, "no party", func(name string) (graph.PartyID, error) {
		g, err := q.groupNamed(ctx, graph.KindParty, name)
		return graph.PartyID(value(g).ID), err
	})
}

// referred returns the id given, or the one of whom named finds, "" for nobody.
func referred[T ~string](id *relay.ID, name *string, kind graph.Kind, nobody string, named func(string) (T, error)) (T, error) {
	if err := oneOf(id, name); err != nil {
		return "", err
	}
	if name == nil {
		return keyOf[T](id, kind)
	}
	found, err := named(*name)
	if err == nil && found == "" {
		err = fault.Input("%s is called %q", nobody, fault.Clip(*name, 40))
	}
	return found, err
}

func within(name string, value, most int) error {
	if value < 1 || value > most {
		return fault.Input("%s must be between 1 and %d, it is %d", name, most, value)
	}
	return nil
}

// circle is the people around a start, as far as they were looked for.
type circle struct {
	depth  map[graph.PersonID]int
	back   map[graph.PersonID][]graph.PersonID // who is one meeting nearer to the start, in order of id
	rim    []graph.PersonID                    // the farthest, in order of id
	radius int
}

func newCircle(start graph.PersonID) *circle {
	return &circle{
		depth: map[graph.PersonID]int{start: 0},
		back:  map[graph.PersonID][]graph.PersonID{},
		rim:   []graph.PersonID{start},
	}
}

// grow adds those whom the rim met.
func (c *circle) grow(ctx context.Context, r *reader) error {
	if err := r.read(ctx, c.rim); err != nil {
		return err
	}
	c.radius++
	next := map[graph.PersonID]bool{}
	for _, u := range c.rim {
		for _, e := range r.known[u] {
			if _, seen := c.depth[e.Person]; !seen {
				c.depth[e.Person] = c.radius
				next[e.Person] = true
			}
			if next[e.Person] && !slices.Contains(lastOf(c.back[e.Person]), u) {
				c.back[e.Person] = append(c.back[e.Person], u)
			}
		}
	}
	c.rim = sorted(next)
	return nil
}

// lastOf returns the last element alone: the rim is gone through in order, so
// a person who was met twice by one of it has that one as the last.
func lastOf[T any](s []T) []T { return s[max(0, len(s)-1):] }

// chains returns up to most shortest chains from the start to a person.
func (c *circle) chains(to graph.PersonID, most int) [][]graph.PersonID {
	if c.depth[to] == 0 {
		return [][]graph.PersonID{{to}}
	}
	var all [][]graph.PersonID
	for _, u := range c.back[to] {
		for _, chain := range c.chains(u, most-len(all)) {
			all = append(all, append(slices.Clip(chain), to))
		}
		if len(all) >= most {
			break
		}
	}
	return all
}

// shortestPaths searches from both ends, always where fewer people are to be
// read, a whole circle at a time, so the first common person is on a shortest
// chain.
func shortestPaths(ctx context.Context, r *reader, from, to graph.PersonID, maxLength, most int) (relay.PathSearch, error) {
	a, b := newCircle(from), newCircle(to)
	var found []relay.Path
	for found == nil && a.radius+b.radius < maxLength && len(a.rim) > 0 && len(b.rim) > 0 && r.complete() {
		near, far := a, b
		if len(b.rim) < len(a.rim) {
			near, far = b, a
		}
		if err := near.grow(ctx, r); err != nil {
			return relay.PathSearch{}, err
		}
		found = join(r, a, b, touch(near, far), most)
	}
	return relay.PathSearch{Paths: orEmpty(found), Persons: union(a.depth, b.depth), Complete: r.complete()}, nil
}

// touch returns the people of near's rim that far has too, those nearest to
// far's start only.
func touch(near, far *circle) []graph.PersonID {
	var common []graph.PersonID
	least := far.radius + 1
	for _, p := range near.rim {
		d, ok := far.depth[p]
		switch {
		case !ok || d > least:
		case d < least:
			common, least = []graph.PersonID{p}, d
		default:
			common = append(common, p)
		}
	}
	return common
}

// join makes chains through each of the common people.
func join(r *reader, a, b *circle, common []graph.PersonID, most int) []relay.Path {
	var found []relay.Path
	for _, p := range common {
		for _, head := range a.chains(p, most) {
			for _, tail := range b.chains(p, most) {
				if len(found) == most {
					return found
				}
				slices.Reverse(tail)
				found = append(found, steps(r, append(slices.Clip(head), tail[1:]...)))
				slices.Reverse(tail)
			}
		}
	}
	return found
}

func steps(r *reader, persons []graph.PersonID) relay.Path {
	var p relay.Path
	for i := range persons[1:] {
		p.Steps = append(p.Steps, r.between(persons[i], persons[i+1]))
	}
	return p
}

func union(a, b map[graph.PersonID]int) int {
	n := len(a)
	for p := range b {
		if _, ok := a[p]; !ok {
			n++
		}
	}
	return n
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}
