package resolver_test

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"maps"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"testing/synctest"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/executor"
	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
	"github.com/diplograph/diplograph/server/resolver"
	"github.com/diplograph/diplograph/server/servertest"
)

// counting counts the calls of a store by method.
type counting struct {
	graph.Store
	mu    sync.Mutex
	calls map[string]int
	fail  error // returned by Evidence, unless nil
	panic bool  // Evidence panics
}

func (c *counting) count(method string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.calls[method]++
}

func (c *counting) Persons(ctx context.Context, f graph.PersonFilter) (graph.Page[graph.Person], error) {
	c.count("Persons")
	return c.Store.Persons(ctx, f)
}

func (c *counting) Encounters(ctx context.Context, f graph.EncounterFilter) ([]graph.Page[graph.Encounter], error) {
	c.count("Encounters")
	return c.Store.Encounters(ctx, f)
}

func (c *counting) Meetings(ctx context.Context, f graph.MeetingFilter) ([]graph.Page[graph.Meeting], error) {
	c.count("Meetings")
	return c.Store.Meetings(ctx, f)
}

func (c *counting) Delegations(ctx context.Context, f graph.DelegationFilter) ([]graph.Page[graph.Delegation], error) {
	c.count("Delegations")
	return c.Store.Delegations(ctx, f)
}

func (c *counting) Agreements(ctx context.Context, f graph.AgreementFilter) ([]graph.Page[graph.Agreement], error) {
	c.count("Agreements")
	return c.Store.Agreements(ctx, f)
}

func (c *counting) Groups(ctx context.Context, f graph.GroupFilter) (graph.Page[graph.Group], error) {
	c.count("Groups " + string(f.Kind))
	return c.Store.Groups(ctx, f)
}

func (c *counting) Articles(ctx context.Context, f graph.ArticleFilter) (graph.Page[graph.Article], error) {
	c.count("Articles")
	return c.Store.Articles(ctx, f)
}

func (c *counting) Evidence(ctx context.Context, facts []graph.FactID) ([][]graph.Proof, error) {
	c.count("Evidence")
	if c.panic {
		panic("broken store")
	}
	if c.fail != nil {
		return nil, c.fail
	}
	return c.Store.Evidence(ctx, facts)
}

// openCounting opens a filled store. It is opened and closed where it is used:
// a store of outside a synctest bubble cannot be waited for inside.
func openCounting(t *testing.T) *counting {
	s, err := backend.Open(context.Background(), "sqlite:"+filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(context.Background(), graph.Batch{Put: servertest.Reports()}); err != nil {
		t.Fatal(err)
	}
	return &counting{Store: s, calls: map[string]int{}}
}

// run executes a query without HTTP.
func run(t *testing.T, s graph.Store, query string) *graphql.Response {
	t.Helper()
	return runWith(t, resolver.Extension{Store: s}, query)
}

func runWith(t *testing.T, ext resolver.Extension, query string) *graphql.Response {
	t.Helper()
	e := executor.New(resolver.Schema(resolver.Resolver{Store: ext.Store}))
	p := &fault.Presenter{Log: slog.New(slog.DiscardHandler)}
	e.SetErrorPresenter(p.Present)
	e.SetRecoverFunc(fault.Recovered)
	e.Use(ext)
	ctx := fault.WithRequest(graphql.StartOperationTrace(context.Background()), &fault.Request{ID: "r"})
	op, errs := e.CreateOperationContext(ctx, &graphql.RawParams{Query: query})
	if errs != nil {
		t.Fatal(errs)
	}
	handler, ctx := e.DispatchOperation(ctx, op)
	return handler(ctx)
}

func TestOneCallPerLevel(t *testing.T) {
	for _, c := range []struct {
		reason, query string
		want          map[string]int
	}{
		{"whom all persons met, with everything around it", `{
			persons(first: 100) { edges { node {
				country { name }
				parties { name }
				organizations { name }
				offices { country { code } }
				met { edges { node { name country { code } } meeting { place } evidence { article { title } } } }
			} } } }`,
			map[string]int{"Persons": 2, "Groups Country": 1, "Groups Party": 1, "Groups Organization": 1, "Encounters": 1, "Meetings": 1, "Evidence": 1, "Articles": 1},
		},
		{"cousins share a call", `{ persons { edges { node { met { edges { node { met { edges { node { met { edges { node { meetings { totalCount } } } } } } } } } } } } } }`,
			map[string]int{"Persons": 2, "Encounters": 1, "Meetings": 1},
		},
		{"one call per set of arguments", `{ persons { edges { node { a: met(first: 1) { totalCount } b: met(first: 2) { totalCount } c: met(first: 1) { totalCount } } } } }`,
			map[string]int{"Persons": 1, "Encounters": 2},
		},
		{"meetings with their participants", `{ meetings { edges { node { country { name } participants { person { name } } evidence { quote } } } } }`,
			map[string]int{"Meetings": 1, "Groups Country": 1, "Persons": 1, "Evidence": 1},
		},
		{"agreements with signers of all kinds", `{ agreements { edges { node { signers { ... on Person { name } ... on Country { code } ... on Party { name } } evidence { quote } } } } }`,
			map[string]int{"Agreements": 1, "Persons": 1, "Groups Country": 1, "Evidence": 1},
		},
		{"what many signed and led", `{ persons { edges { node { signed { edges { node { what } } } delegationsLed { edges { node { head { name } meetings { date } host { code } represents { __typename } } } } } } } }`,
			map[string]int{"Persons": 2, "Agreements": 1, "Delegations": 1, "Meetings": 1, "Groups Country": 1, "Groups Party": 1, "Groups Organization": 1},
		},
	} {
		synctest.Test(t, func(t *testing.T) {
			s := openCounting(t)
			resp := run(t, s, c.query)
			if len(resp.Errors) > 0 {
				t.Errorf("%s: %v", c.reason, resp.Errors)
			}
			if diff := cmp.Diff(c.want, maps.Clone(s.calls)); diff != "" {
				t.Errorf("%s (-want +got):\n%s", c.reason, diff)
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestTotalCountOnlyWhenAsked(t *testing.T) {
	s := openCounting(t)
	defer s.Close()
	for query, want := range map[string]bool{
		`{ persons { edges { cursor } } }`:                                       false,
		`{ persons { totalCount } }`:                                             true,
		`{ persons { n: totalCount } }`:                                          true,
		`{ persons { ...f } } fragment f on PersonConnection { totalCount }`:     true,
		`{ persons { totalCount @skip(if: true) edges { cursor } } }`:            false,
		`{ persons { edges { node { met { totalCount } } } } }`:                  false,
		`{ persons { ... on PersonConnection @include(if: true) {totalCount} }}`: true,
	} {
		seen := &counts{Store: s}
		if resp := run(t, seen, query); len(resp.Errors) > 0 {
			t.Errorf("%s: %v", query, resp.Errors)
		}
		if seen.count != want {
			t.Errorf("%s: the store was asked to count: %v", query, seen.count)
		}
	}
}

// counts remembers whether persons were to be counted.
type counts struct {
	graph.Store
	count bool
}

func (c *counts) Persons(ctx context.Context, f graph.PersonFilter) (graph.Page[graph.Person], error) {
	c.count = c.count || f.Count
	return c.Store.Persons(ctx, f)
}

func TestFailuresOfTheStore(t *testing.T) {
	const query = `{ meetings { edges { node { place evidence { quote } } } } }`
	for _, c := range []struct {
		reason string
		fail   error
		panic  bool
		want   fault.Code
		hidden string
	}{
		{"an unknown error is internal", errors.New("secret path"), false, fault.Internal, "secret"},
		{"a panic is internal", nil, true, fault.Internal, "broken"},
		{"a store that is away can be asked again", graph.ErrUnavailable, false, fault.Unavailable, "store unavailable"},
		{"time is up", context.DeadlineExceeded, false, fault.Timeout, "deadline"},
	} {
		s := openCounting(t)
		s.fail, s.panic = c.fail, c.panic
		resp := run(t, s, query)
		if len(resp.Errors) == 0 || len(resp.Errors) > fault.MaxErrors {
			t.Errorf("%s: %d errors", c.reason, len(resp.Errors))
			continue
		}
		if got := resp.Errors[0].Extensions["code"]; got != c.want {
			t.Errorf("%s: code %v, want %v", c.reason, got, c.want)
		}
		if b, _ := json.Marshal(resp); strings.Contains(string(b), c.hidden) {
			t.Errorf("%s: the client reads %s", c.reason, b)
		}
		s.Close()
	}
}

func TestCountryNames(t *testing.T) {
	for _, c := range []struct {
		code       graph.CountryCode
		en, fr, vi string
	}{
		{"VN", "Vietnam", "Vietnam", "Việt Nam"},
		{"DE", "Germany", "Allemagne", "Đức"},
		{"MK", "North Macedonia", "Macédoine du Nord", "Bắc Macedonia"},
		{"SZ", "Eswatini", "Eswatini", "Eswatini"},
		{"TR", "Türkiye", "Turquie", "Thổ Nhĩ Kỳ"},
		{"EU", "European Union", "Union européenne", "Liên minh châu Âu"},
		{"XK", "Kosovo", "Kosovo", "Kosovo"},
		{"QQ", "QQ", "QQ", "QQ"},
		{"", "", "", ""},
	} {
		got := []string{resolver.CountryName(c.code, relay.English), resolver.CountryName(c.code, relay.French), resolver.CountryName(c.code, relay.Vietnamese)}
		if diff := cmp.Diff([]string{c.en, c.fr, c.vi}, got); diff != "" {
			t.Errorf("%s: %s", c.code, diff)
		}
	}
}

// FuzzCursor holds that no cursor makes a list fail otherwise than by refusing
// it.
func FuzzCursor(f *testing.F) {
	s, err := backend.Open(context.Background(), "sqlite:"+filepath.Join(f.TempDir(), "test.db"))
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { s.Close() })
	if _, err := s.Apply(context.Background(), graph.Batch{Put: servertest.Reports()}); err != nil {
		f.Fatal(err)
	}
	page, err := s.Persons(context.Background(), graph.PersonFilter{Window: graph.Window{First: 3}})
	if err != nil {
		f.Fatal(err)
	}
	for _, it := range page.Items {
		f.Add(string(it.Cursor))
	}
	for _, c := range []string{"", "x", "' OR 1=1 --", "\x00", "🙂", "AAAA", "eyJ9"} {
		f.Add(c)
	}
	f.Fuzz(func(t *testing.T, cursor string) {
		q, err := json.Marshal(cursor) // a JSON string is a GraphQL string
		if err != nil {
			t.Skip()
		}
		for _, field := range []string{"persons(", "meetings(", "parties(", "delegations(", "agreements(", "articles(",
			`timelineOfPerson(person: {name: "lam"}, `, `timelineBetween(a: "VN", b: "RU", `, `neverHeld(before: "2026", `, `metBoth(a: {name: "manet"}, b: {name: "putin"}, `} {
			resp := run(t, s, `{ `+field+`after: `+string(q)+`) { edges { cursor } } }`)
			for _, e := range resp.Errors {
				if e.Extensions["code"] != fault.BadInput {
					t.Errorf("%s after %q: %v", field, cursor, e)
				}
			}
		}
	})
}
