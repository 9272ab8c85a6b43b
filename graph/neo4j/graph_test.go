package neo4j_test

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j"
	"github.com/diplograph/diplograph/graph/sqlite"
)

// TestSameAsSQLite loads the same reports into both stores, takes some back,
// and compares what they export.
func TestSameAsSQLite(t *testing.T) {
	file, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	server := open(t)
	reports := slices.Concat(graphtest.NewWorld(5).Reports(200), graphtest.NewPress(5, 100).Reports(0, 200))
	var exports [2]string
	for i, s := range []graph.Store{file, server} {
		graphtest.Load(t, s, reports)
		var b graph.Batch
		for k := 0; k < len(reports); k += 5 {
			b.Remove = append(b.Remove, reports[k].Article.ID)
		}
		if _, err := s.Apply(t.Context(), b); err != nil {
			t.Fatalf("apply: %v", err)
		}
		lines, err := graphtest.Lines(t.Context(), s)
		if err != nil {
			t.Fatalf("export: %v", err)
		}
		exports[i] = strings.Join(lines, "\n")
	}
	if exports[0] != exports[1] || exports[0] == "" {
		t.Errorf("SQLite exports %d bytes, Neo4j %d other ones", len(exports[0]), len(exports[1]))
	}
}

// TestEdges compares the edges that users see with the nodes that the store
// answers from, in both directions: an edge too many and one too few.
func TestEdges(t *testing.T) {
	server := shared.Server(t)
	s := server.Open(t)
	reports := graphtest.NewWorld(6).Reports(150)
	graphtest.Load(t, s, reports)
	if _, err := s.Apply(t.Context(), graph.Batch{Remove: []graph.ArticleID{"fr/001", "fr/020", "fr/077"}, Put: graphtest.NewWorld(8).Reports(60)}); err != nil {
		t.Fatal(err)
	}
	want := wantedEdges(t, s)
	var got []string
	for _, r := range server.Run(t, `MATCH (a)-[e]->(b) WHERE type(e) IN $types RETURN type(e) + ' ' + a.key + ' ' + b.key + coalesce(' ' + e.side, '') + coalesce(' ' + e.title, '')`, map[string]any{"types": edgeTypes()}) {
		got = append(got, r.Values[0].(string))
	}
	slices.Sort(got)
	slices.Sort(want)
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("edges (-told by nodes +in the database):\n%s", diff)
	}
}

func edgeTypes() []string {
	return []string{"ATTENDED", "HELD_IN", "LED_DELEGATION", "JOINED_DELEGATION", "REPRESENTS", "VISITED", "SIGNED", "HOLDS_OFFICE", "MEMBER_OF", "SPEAKS_FOR", "OF"}
}

// wantedEdges reads edges off the values of nodes.
func wantedEdges(t *testing.T, s *neo4j.Store) []string {
	t.Helper()
	var edges []string
	add := func(parts ...string) {
		if !slices.Contains(parts, "") { // an unknown end
			edges = append(edges, strings.Join(parts, " "))
		}
	}
	ctx := context.Background()
	for _, m := range all(t, func(w graph.Window) (graph.Page[graph.Meeting], error) {
		return first(s.Meetings(ctx, graph.MeetingFilter{Window: w}))
	}) {
		for _, p := range m.Participants {
			add("ATTENDED", string(p.Person), string(m.ID), string(rune('0'+p.Side)))
		}
		add("HELD_IN", string(m.ID), string(m.Country))
	}
	for _, d := range all(t, func(w graph.Window) (graph.Page[graph.Delegation], error) {
		return first(s.Delegations(ctx, graph.DelegationFilter{Window: w}))
	}) {
		add("LED_DELEGATION", string(d.Head), string(d.ID))
		add("VISITED", string(d.ID), string(d.Host))
		for _, m := range d.Members {
			add("JOINED_DELEGATION", string(m), string(d.ID))
		}
		for _, a := range d.Represents {
			add("REPRESENTS", string(d.ID), a.ID)
		}
	}
	for _, a := range all(t, func(w graph.Window) (graph.Page[graph.Agreement], error) {
		return first(s.Agreements(ctx, graph.AgreementFilter{Window: w}))
	}) {
		for _, signer := range a.Signers {
			add("SIGNED", signer.ID, string(a.ID))
		}
	}
	for _, p := range all(t, func(w graph.Window) (graph.Page[graph.Person], error) {
		return s.Persons(ctx, graph.PersonFilter{Window: w})
	}) {
		add("OF", string(p.ID), string(p.Country))
		for _, y := range p.Parties {
			add("MEMBER_OF", string(p.ID), string(y))
		}
		for _, o := range p.Organizations {
			add("SPEAKS_FOR", string(p.ID), string(o))
		}
		for _, o := range p.Offices {
			add("HOLDS_OFFICE", string(p.ID), string(o.Country), o.Title)
		}
	}
	for _, kind := range []graph.Kind{graph.KindParty, graph.KindOrganization} {
		for _, g := range all(t, func(w graph.Window) (graph.Page[graph.Group], error) {
			return s.Groups(ctx, graph.GroupFilter{Kind: kind, Window: w})
		}) {
			add("OF", g.ID, string(g.Country))
		}
	}
	return edges
}

func first[T any](pages []graph.Page[T], err error) (graph.Page[T], error) {
	if err != nil {
		return graph.Page[T]{}, err
	}
	return pages[0], nil
}

// all turns the pages of a list.
func all[T any](t *testing.T, list func(graph.Window) (graph.Page[T], error)) []T {
	t.Helper()
	var values []T
	for w := (graph.Window{First: 100}); ; {
		page, err := list(w)
		if err != nil {
			t.Fatal(err)
		}
		values = append(values, page.Values()...)
		if !page.More {
			return values
		}
		w.After = page.Items[len(page.Items)-1].Cursor
	}
}

// TestUnicodeOrder pages over article ids whose order in UTF-16, which Java
// strings use, is not that of UTF-8.
func TestUnicodeOrder(t *testing.T) {
	s := open(t)
	var reports []graph.Report
	for _, id := range []graph.ArticleID{"z", "é", "\uffee", "😀", "\ue000", "Z", "~"} {
		reports = append(reports, graphtest.NewBuilder(id).Done())
	}
	graphtest.Load(t, s, reports)
	sameLines(t, s, reports)
	var got []string
	for w := (graph.Window{First: 2}); ; {
		page, err := s.Articles(t.Context(), graph.ArticleFilter{Window: w})
		if err != nil {
			t.Fatal(err)
		}
		for _, a := range page.Values() {
			got = append(got, string(a.ID))
		}
		if !page.More {
			break
		}
		w.After = page.Items[len(page.Items)-1].Cursor
	}
	if want := slices.Sorted(slices.Values(got)); len(got) != len(reports) || !slices.Equal(got, want) {
		t.Errorf("articles in order %q, want %q", got, want)
	}
}

// TestRoundTrips counts the statements of reads: one, whatever the number of
// parents.
func TestRoundTrips(t *testing.T) {
	s := shared.Server(t).Open(t)
	graphtest.Load(t, s, graphtest.NewPress(1, 50).Reports(0, 100))
	persons, err := s.Persons(t.Context(), graph.PersonFilter{Window: graph.Window{First: 40}})
	if err != nil || len(persons.Items) < 40 {
		t.Fatalf("%d persons, error %v", len(persons.Items), err)
	}
	var ids []graph.PersonID
	for _, p := range persons.Values() {
		ids = append(ids, p.ID)
	}
	statements := 0
	s.Hook(neo4j.Hooks{Statement: func(string) { statements++ }})
	window := graph.Window{First: 10, Count: true}
	for _, n := range []int{1, 40} {
		for name, call := range map[string]func() error{
			"Encounters": func() error {
				_, err := s.Encounters(t.Context(), graph.EncounterFilter{Of: ids[:n], Window: window})
				return err
			},
			"Meetings": func() error {
				_, err := s.Meetings(t.Context(), graph.MeetingFilter{Of: ids[:n], Window: window})
				return err
			},
			"Delegations": func() error {
				_, err := s.Delegations(t.Context(), graph.DelegationFilter{Of: ids[:n], Window: window})
				return err
			},
			"Persons": func() error {
				_, err := s.Persons(t.Context(), graph.PersonFilter{IDs: ids[:n]})
				return err
			},
			"Stats": func() error { _, err := s.Stats(t.Context()); return err },
		} {
			statements = 0
			if err := call(); err != nil || statements != 1 {
				t.Errorf("%s of %d parents: %d statements, want 1; error %v", name, n, statements, err)
			}
		}
	}
}
