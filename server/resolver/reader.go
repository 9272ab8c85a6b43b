package resolver

import (
	"context"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

// DefaultWork is how many encounters one question reads when it needs whole
// lists of them. The embedded store takes about a second for so many.
const DefaultWork = 20_000

// reader reads the encounters of persons to the end of their lists, many
// persons at a time, until its budget is spent. It reads each person once.
type reader struct {
	store  graph.Store
	filter graph.EncounterFilter // Of and Window are the reader's
	keep   func(graph.Encounter) bool
	budget int // encounters that may still be read

	known map[graph.PersonID][]graph.Encounter // newest first
	cut   map[graph.PersonID]bool              // whose list was not read to its end
}

func newReader(s graph.Store, f graph.EncounterFilter, keep func(graph.Encounter) bool, budget int) *reader {
	return &reader{
		store: s, filter: f, keep: keep, budget: budget,
		known: map[graph.PersonID][]graph.Encounter{}, cut: map[graph.PersonID]bool{},
	}
}

// complete reports whether everything that was to be read was read.
func (r *reader) complete() bool { return len(r.cut) == 0 }

// read makes the encounters of the persons known, as far as the budget
// reaches.
func (r *reader) read(ctx context.Context, ids []graph.PersonID) error {
	fresh := r.fresh(ids)
	for len(fresh) > 0 && r.budget > 0 {
		n := min(len(fresh), maxBatch, max(1, r.budget/maxFirst))
		if err := r.batch(ctx, fresh[:n]); err != nil {
			return err
		}
		fresh = fresh[n:]
	}
	for _, id := range fresh {
		r.cut[id] = true
	}
	return nil
}

// fresh returns those of ids that are not known, each once, and marks them.
func (r *reader) fresh(ids []graph.PersonID) []graph.PersonID {
	var fresh []graph.PersonID
	for _, id := range ids {
		if _, ok := r.known[id]; !ok {
			r.known[id] = nil
			fresh = append(fresh, id)
		}
	}
	return fresh
}

func (r *reader) batch(ctx context.Context, ids []graph.PersonID) error {
	pages, err := r.pages(ctx, ids, "")
	if err != nil {
		return err
	}
	for i, id := range ids {
		if err := r.rest(ctx, id, pages[i]); err != nil {
			return err
		}
	}
	return nil
}

// rest takes a page of a person's list and reads the pages after it.
func (r *reader) rest(ctx context.Context, id graph.PersonID, page graph.Page[graph.Encounter]) error {
	for r.take(id, page); page.More; r.take(id, page) {
		if r.budget <= 0 {
			r.cut[id] = true
			return nil
		}
		pages, err := r.pages(ctx, []graph.PersonID{id}, page.Items[len(page.Items)-1].Cursor)
		if err != nil {
			return err
		}
		page = pages[0]
	}
	return nil
}

func (r *reader) pages(ctx context.Context, ids []graph.PersonID, after graph.Cursor) ([]graph.Page[graph.Encounter], error) {
	f := r.filter
	f.Of, f.Window = ids, graph.Window{First: maxFirst, After: after}
	return r.store.Encounters(ctx, f)
}

// take adds a page. An empty one has its price too: it had to be looked for.
func (r *reader) take(id graph.PersonID, page graph.Page[graph.Encounter]) {
	r.budget -= max(1, len(page.Items))
	for _, it := range page.Items {
		if r.keep(it.Value) {
			r.known[id] = append(r.known[id], it.Value)
		}
	}
}

// between returns the newest known encounter of two persons, told from the
// first; one of them must have been read.
func (r *reader) between(from, to graph.PersonID) relay.Encounter {
	for _, e := range r.known[from] {
		if e.Person == to {
			return relay.Encounter{From: from, Encounter: e}
		}
	}
	for _, e := range r.known[to] {
		if e.Person == from {
			e.Person = to
			return relay.Encounter{From: from, Encounter: e}
		}
	}
	return relay.Encounter{From: from, Encounter: graph.Encounter{Person: to}}
}

// detail is what stores do not filter encounters by. Its zero value keeps
// all.
type detail struct {
	mode       graph.Mode
	place      string // folded
	minReports int
}

func newDetail(mode *graph.Mode, place *string, minReports int) (detail, error) {
	text, err := searchText(place)
	if err != nil {
		return detail{}, err
	}
	if minReports < 1 {
		return detail{}, fault.Input("minReports must be at least 1, it is %d", minReports)
	}
	d := detail{mode: value(mode), place: foldPlace(text), minReports: minReports}
	if minReports == 1 {
		d.minReports = 0 // every encounter has one
	}
	return d, nil
}

func (d detail) keep(e graph.Encounter) bool {
	return (d.mode == "" || e.Mode == d.mode) &&
		(d.place == "" || foldPlace(e.Place) == d.place) &&
		e.Reports >= d.minReports
}

// foldPlace folds as fold does, and takes blanks away: "Hanoï" and "Hà Nội"
// are one place.
func foldPlace(s string) string { return strings.ReplaceAll(fold(s), " ", "") }

// sorted returns the keys of m in order.
func sorted[K ~string, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
