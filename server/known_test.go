package main

import (
	"net/http"
	"net/url"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/servertest"
)

// TestEveryQuestionKnowsBothClocks: a root field without knownOn would answer
// from another graph than the one beside it.
func TestEveryQuestionKnowsBothClocks(t *testing.T) {
	schema := readSchema(t, "../schema.graphqls")
	for _, f := range schema.Query.Fields {
		if arg := f.Arguments.ForName("knownOn"); !strings.HasPrefix(f.Name, "__") && (arg == nil || arg.Type.String() != "Date") {
			t.Errorf("Query.%s has no argument knownOn: Date", f.Name)
		}
	}
	for name, typ := range schema.Types {
		for _, f := range typ.Fields {
			if f.Arguments.ForName("until") != nil && f.Arguments.ForName("at") == nil {
				t.Errorf("%s.%s has until and no at", name, f.Name)
			}
		}
		if typ.Fields.ForName("until") != nil && strings.HasSuffix(name, "Filter") && typ.Fields.ForName("at") == nil {
			t.Errorf("%s has until and no at", name)
		}
	}
}

// history applies batches to a store, as a loader beside the server does.
func history(t *testing.T, store string, batches ...graph.Batch) {
	t.Helper()
	s, err := backend.Open(t.Context(), store)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, b := range batches {
		if _, err := s.Apply(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
}

// TestKnownOn: an article is corrected and another withdrawn while the server
// runs; earlier days still show them, nested fields too.
func TestKnownOn(t *testing.T) {
	store := filledStore(t)
	s := startOn(t, store, "--quiet")
	corrected := servertest.Reports()[0] // Moscow, in French
	corrected.Meetings, corrected.Article.Title = nil, "Rectification"
	asked := func(day string) string {
		return string(s.ask(t, `query($day: Date) {
			meetings(filter: { at: "2025-05-09" }, knownOn: $day) { edges { node { place evidence { article { id title } } } } }
			timelineOfPerson(person: { name: "Hun Manet" }, knownOn: $day) { edges { node { ... on Meeting { date } } } }
		}`, map[string]any{"day": day}).Data)
	}
	before := asked("2025-12-31")
	history(t, store,
		graph.Batch{Put: []graph.Report{corrected}, Day: "2026-02-01"},
		graph.Batch{Remove: []graph.ArticleID{"en/003"}, Day: "2026-03-01"})
	if diff := cmp.Diff(before, asked("2026-01-31")); diff != "" {
		t.Errorf("before the correction (-once +now):\n%s", diff)
	}
	const summit, undated = `{"node":{"date":"2024-09-02"}}`, `{"node":{"date":"XXXX-03-03"}}`
	for _, c := range []struct{ day, has, hasNot string }{
		{"2026-01-31", `"place":"Moscou"`, "Rectification"},
		{"2026-01-31", summit, "nothing of this"},
		{"2026-02-01", `"place":null`, "fr/001"},
		{"2026-02-28", summit, "nothing of this"},
		{"2026-03-01", undated, summit},
		{"2026", undated, summit}, // its last day
	} {
		if got := asked(c.day); !strings.Contains(got, c.has) || strings.Contains(got, c.hasNot) {
			t.Errorf("known on %s: want %s and no %s, have\n%s", c.day, c.has, c.hasNot, got)
		}
	}
}

// TestKnownOnIsAskedAgain: an answer about an earlier day is as good as its
// entity tag says, also when the past becomes another by an article that is
// loaded late.
func TestKnownOnIsAskedAgain(t *testing.T) {
	store := filledStore(t)
	s := startOn(t, store, "--quiet")
	path := "/graphql?query=" + url.QueryEscape(`{ stats(knownOn: "2025-05-31") { articles } }`)
	first := s.get(t, path)
	again := func() reply {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		req.Header.Set("If-None-Match", first.header.Get("ETag"))
		return s.do(t, req)
	}
	if r := again(); r.status != http.StatusNotModified {
		t.Errorf("status %d of an answer that is still good", r.status)
	}
	late := servertest.Reports()[2]
	late.Article.ID, late.Article.Published = "late", "2025-05-20"
	history(t, store, graph.Batch{Put: []graph.Report{late}, Day: "2026-01-01"})
	if r := again(); r.status != http.StatusOK || string(r.Data) != `{"stats":{"articles":7}}` {
		t.Errorf("status %d, %s; want the article that was loaded late among 7", r.status, r.body)
	}
}
