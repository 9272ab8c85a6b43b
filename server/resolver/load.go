package resolver

import (
	"context"
	"fmt"
	"runtime/debug"
	"slices"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vikstrous/dataloadgen"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

const (
	// batchWait is how long a loader collects keys. The resolvers of one level
	// start together, so a short wait gathers them all; each level of a query
	// pays it once.
	batchWait = time.Millisecond
	// maxBatch is the most ids that one call of the store takes.
	maxBatch = 1000
)

type (
	groupKey struct {
		kind graph.Kind
		id   string
	}
	// listKey asks for one parent's page of a list under a filter. Parents
	// with equal filters are served by one call.
	listKey[P, F comparable] struct {
		of     P
		filter F
	}
	metFilter struct {
		with    graph.PersonID
		country graph.CountryCode
		party   graph.PartyID
		when    graph.When
		graph.Window
	}
	datedFilter struct {
		when graph.When
		graph.Window
	}
	attendedFilter struct {
		country    graph.CountryCode
		andCountry graph.CountryCode
		party      graph.PartyID
		status     graph.Status
		mode       graph.Mode
		when       graph.When
		graph.Window
	}
)

// loaders are the loads of one operation from one store. They cache for its
// length.
type loaders struct {
	persons  loader[graph.PersonID, *graph.Person]
	groups   loader[groupKey, *graph.Group]
	meetings loader[graph.MeetingID, *graph.Meeting]
	articles loader[graph.ArticleID, *graph.Article]
	identity loader[graph.PersonID, graph.Identity]
	evidence loader[graph.FactID, []graph.Proof]
	offices  loader[officeKey, []graph.OfficeProof]

	met      loader[listKey[graph.PersonID, metFilter], graph.Page[graph.Encounter]]
	attended loader[listKey[graph.PersonID, attendedFilter], graph.Page[graph.Meeting]]
	led      loader[listKey[graph.PersonID, datedFilter], graph.Page[graph.Delegation]]
	signed   loader[listKey[graph.Actor, datedFilter], graph.Page[graph.Agreement]]
	whole    loader[listKey[graph.PersonID, wholeFilter], whole]

	store     graph.Store // they load from
	ambiguous *notes      // of the operation
	work      int         // encounters that one question may read
}

func newLoaders(s graph.Store, work int, ambiguous *notes) *loaders {
	return &loaders{
		store: s, ambiguous: ambiguous, work: work,
		whole: newLoader(wholeLists(s, work)),
		persons: newLoader(byID(func(ctx context.Context, ids []graph.PersonID) (graph.Page[graph.Person], error) {
			return s.Persons(ctx, graph.PersonFilter{IDs: ids})
		}, func(p graph.Person) graph.PersonID { return p.ID })),
		groups: newLoader(groupsOf(s)),
		meetings: newLoader(byID(func(ctx context.Context, ids []graph.MeetingID) (graph.Page[graph.Meeting], error) {
			return only(s.Meetings(ctx, graph.MeetingFilter{IDs: ids}))
		}, func(m graph.Meeting) graph.MeetingID { return m.ID })),
		articles: newLoader(byID(func(ctx context.Context, ids []graph.ArticleID) (graph.Page[graph.Article], error) {
			return s.Articles(ctx, graph.ArticleFilter{IDs: ids})
		}, func(a graph.Article) graph.ArticleID { return a.ID })),
		evidence: newLoader(s.Evidence),
		offices:  newLoader(officeProofs(s)),
		identity: newLoader(func(ctx context.Context, ids []graph.PersonID) ([]graph.Identity, error) {
			return s.Identities(ctx, graph.IdentityFilter{Of: ids})
		}),
		met:      newLoader(byFilter(met(s))),
		attended: newLoader(byFilter(attended(s))),
		led: newLoader(byFilter(func(ctx context.Context, of []graph.PersonID, f datedFilter) ([]graph.Page[graph.Delegation], error) {
			return s.Delegations(ctx, graph.DelegationFilter{Of: of, When: f.when, Window: f.Window})
		})),
		signed: newLoader(byFilter(func(ctx context.Context, of []graph.Actor, f datedFilter) ([]graph.Page[graph.Agreement], error) {
			return s.Agreements(ctx, graph.AgreementFilter{Of: of, When: f.when, Window: f.Window})
		})),
	}
}

func met(s graph.Store) func(context.Context, []graph.PersonID, metFilter) ([]graph.Page[graph.Encounter], error) {
	return func(ctx context.Context, of []graph.PersonID, f metFilter) ([]graph.Page[graph.Encounter], error) {
		ef := graph.EncounterFilter{Of: of, Country: f.country, Party: f.party, When: f.when, Window: f.Window}
		if f.with != "" {
			ef.With = []graph.PersonID{f.with}
		}
		return s.Encounters(ctx, ef)
	}
}

func attended(s graph.Store) func(context.Context, []graph.PersonID, attendedFilter) ([]graph.Page[graph.Meeting], error) {
	return func(ctx context.Context, of []graph.PersonID, f attendedFilter) ([]graph.Page[graph.Meeting], error) {
		return s.Meetings(ctx, graph.MeetingFilter{
			Of: of, Country: f.country, AndCountry: f.andCountry, Party: f.party, Status: f.status, Mode: f.mode, When: f.when, Window: f.Window,
		})
	}
}

// loader is a loader that does not wait for others who ask when there are none.
type loader[K comparable, V any] struct {
	*dataloadgen.Loader[K, V]
	fetch func(context.Context, []K) ([]V, []error)
}

// Load returns the value of a key. The wait for siblings, longer than the read
// itself, is left out where no list stands above the field.
func (l loader[K, V]) Load(ctx context.Context, k K) (V, error) {
	if inList(ctx) {
		return l.Loader.Load(ctx, k)
	}
	vs, errs := l.fetch(ctx, []K{k})
	if len(errs) > 0 {
		return *new(V), errs[0]
	}
	l.Prime(k, vs[0])
	return vs[0], nil
}

func inList(ctx context.Context) bool {
	for f := graphql.GetFieldContext(ctx); f != nil; f = f.Parent {
		if f.Index != nil {
			return true
		}
	}
	return false
}

// newLoader makes a loader of fetch, which returns one value per key or an
// error for all of them. A panic of fetch becomes an error: the loader calls
// it on a goroutine of its own, where a panic would end the process.
func newLoader[K comparable, V any](fetch func(context.Context, []K) ([]V, error)) loader[K, V] {
	safe := func(ctx context.Context, keys []K) (vs []V, errs []error) {
		defer func() {
			if p := recover(); p != nil {
				vs, errs = nil, []error{fmt.Errorf("panic in a load: %v\n%s", p, debug.Stack())}
			}
		}()
		vs, err := fetch(ctx, keys)
		if err != nil {
			return nil, []error{err}
		}
		return vs, nil
	}
	return loader[K, V]{dataloadgen.NewLoader(safe, dataloadgen.WithWait(batchWait), dataloadgen.WithBatchCapacity(maxBatch)), safe}
}

// byID turns a read of many ids into one value per id, nil for the absent.
func byID[K comparable, V any](read func(context.Context, []K) (graph.Page[V], error), id func(V) K) func(context.Context, []K) ([]*V, error) {
	return func(ctx context.Context, ids []K) ([]*V, error) {
		page, err := read(ctx, ids)
		if err != nil {
			return nil, err
		}
		found := make(map[K]*V, len(page.Items))
		for i := range page.Items {
			v := &page.Items[i].Value
			found[id(*v)] = v
		}
		return align(ids, found), nil
	}
}

func align[K comparable, V any](keys []K, found map[K]V) []V {
	vs := make([]V, len(keys))
	for i, k := range keys {
		vs[i] = found[k]
	}
	return vs
}

// byFilter reads one page per parent, with one read per distinct filter.
func byFilter[P, F comparable, V any](read func(context.Context, []P, F) ([]graph.Page[V], error)) func(context.Context, []listKey[P, F]) ([]graph.Page[V], error) {
	return func(ctx context.Context, keys []listKey[P, F]) ([]graph.Page[V], error) {
		found := make(map[listKey[P, F]]graph.Page[V], len(keys))
		for _, f := range distinct(keys, func(k listKey[P, F]) F { return k.filter }) {
			of := parents(keys, f)
			pages, err := read(ctx, of, f)
			if err != nil {
				return nil, err
			}
			for i, p := range of {
				found[listKey[P, F]{p, f}] = pages[i]
			}
		}
		return align(keys, found), nil
	}
}

func parents[P, F comparable](keys []listKey[P, F], f F) []P {
	var of []P
	for _, k := range keys {
		if k.filter == f {
			of = append(of, k.of)
		}
	}
	return of
}

// distinct returns the different values of part, in order of appearance.
func distinct[K any, F comparable](keys []K, part func(K) F) []F {
	var fs []F
	for _, k := range keys {
		if f := part(k); !slices.Contains(fs, f) {
			fs = append(fs, f)
		}
	}
	return fs
}

// groupsOf reads groups with one call per kind.
func groupsOf(s graph.Store) func(context.Context, []groupKey) ([]*graph.Group, error) {
	return func(ctx context.Context, keys []groupKey) ([]*graph.Group, error) {
		found := make(map[groupKey]*graph.Group, len(keys))
		for _, kind := range distinct(keys, func(k groupKey) graph.Kind { return k.kind }) {
			page, err := s.Groups(ctx, graph.GroupFilter{Kind: kind, IDs: idsOf(keys, kind)})
			if err != nil {
				return nil, err
			}
			for _, g := range page.Values() {
				found[groupKey{kind, g.ID}] = &g
			}
		}
		return align(keys, found), nil
	}
}

func idsOf(keys []groupKey, kind graph.Kind) []string {
	var ids []string
	for _, k := range keys {
		if k.kind == kind {
			ids = append(ids, k.id)
		}
	}
	return ids
}

// only returns the single page of a read without parents.
func only[V any](pages []graph.Page[V], err error) (graph.Page[V], error) {
	switch {
	case err != nil:
		return graph.Page[V]{}, err
	case len(pages) != 1:
		return graph.Page[V]{}, fmt.Errorf("the store returned %d pages for one list", len(pages))
	}
	return pages[0], nil
}

// must loads what an edge of the graph points at, which is there unless the
// graph changed in between.
func must[K comparable, V any](ctx context.Context, l loader[K, *V], k K) (V, error) {
	v, err := l.Load(ctx, k)
	switch {
	case err != nil:
		return *new(V), err
	case v == nil:
		return *new(V), fault.Gone()
	}
	return *v, nil
}

// mustAll is must for several keys, in their order.
func mustAll[K comparable, V any](ctx context.Context, l loader[K, *V], ks []K) ([]V, error) {
	thunks := make([]func() (*V, error), len(ks))
	for i, k := range ks {
		thunks[i] = l.LoadThunk(ctx, k)
	}
	vs := make([]V, len(ks))
	for i, thunk := range thunks {
		v, err := thunk()
		switch {
		case err != nil:
			return nil, err
		case v == nil:
			return nil, fault.Gone()
		}
		vs[i] = *v
	}
	return vs, nil
}
