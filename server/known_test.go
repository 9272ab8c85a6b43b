package main

import (
	"encoding/json"
	"fmt"
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

// TestOfficeHolders: who held an office at a time, with an end that a later
// article tells of, two at once, and a contradiction.
func TestOfficeHolders(t *testing.T) {
	store := filledStore(t)
	said := func(id, day, name string, former bool) graph.Report {
		title := "Président de la Fédération de Russie"
		text := title + " " + name + " a parlé."
		at := len(title) + 1
		return graph.Report{
			Article: graph.Article{ID: graph.ArticleID(id), Title: "x", Lang: "fr", Published: graph.Date(day), Text: text},
			Persons: []graph.ReportedPerson{{
				Name: name, Country: "RU", Mentions: []graph.Span{{Start: at, End: at + len(name)}},
				Offices: []graph.Office{{Title: title, Key: "president", Country: "RU", Former: former}},
			}},
		}
	}
	putin := said("p/1", "2015-02-01", "Vladimir Poutine", false)
	putin.Persons[0].Key = "putin"
	history(t, store, graph.Batch{Put: []graph.Report{
		said("m/1", "2008-06-01", "Dmitri Medvedev", false), said("m/2", "2011-06-01", "Dmitri Medvedev", false),
		said("m/3", "2012-06-01", "Dmitri Medvedev", true), said("m/4", "2011-06-09", "Dmitri Medvedev", true),
		said("m/5", "2010-01-02", "Dmitri Medvedev", false), putin,
		said("x/1", "2010-06-01", "Ivan Ivanov", false), said("x/2", "2010-09-01", "Ivan Ivanov", true),
	}})
	s := startOn(t, store, "--quiet")
	ask := func(args string) string {
		r := s.ask(t, `{ officeHolders(office: "PRESIDENT", country: RU`+args+`) { person { name } certain contested office { from held until conflicts { month holder former } evidence(first: 9) { article { id } former } } } }`, nil)
		if len(r.Errors) > 0 {
			t.Fatalf("%s: %v", args, r.Errors)
		}
		return string(r.Data)
	}
	short := func(args string) string {
		var data struct {
			OfficeHolders []struct {
				Person             struct{ Name string }
				Certain, Contested bool
			}
		}
		if err := json.Unmarshal([]byte(ask(args)), &data); err != nil {
			t.Fatal(err)
		}
		var list []string
		for _, h := range data.OfficeHolders {
			list = append(list, fmt.Sprintf("%s %v %v", h.Person.Name, h.Certain, h.Contested))
		}
		return strings.Join(list, ", ")
	}
	for _, c := range []struct{ reason, args, want string }{
		{"between two articles", `, on: "2009-01-01"`, "Dmitri Medvedev true false"},
		{"two at once are both shown", `, on: "2010-06-15"`, "Dmitri Medvedev true true, Ivan Ivanov true true"},
		{"after the last article and before the end", `, on: "2012-01-01"`, "Dmitri Medvedev false false"},
		{"after the end", `, on: "2013"`, ""},
		{"before the first article", `, on: "2008-05-31"`, ""},
		{"in a gap of years", `, on: "2017"`, "Vladimir Poutine false false"},
		{"nobody says that it ended", `, on: "2031"`, "Vladimir Poutine false false"},
		{"ever", ``, "Vladimir Poutine true true, Dmitri Medvedev true true, Ivan Ivanov true true"},
		{"the end was not known then", `, on: "2013", knownOn: "2012-05-31"`, "Dmitri Medvedev false false"},
	} {
		if got := short(c.args); got != c.want {
			t.Errorf("%s: %q, want %q", c.reason, got, c.want)
		}
	}
	const want = `"office":{"from":"2008-06","held":"2011-06","until":"2012-06","conflicts":[{"month":"2011-06","holder":1,"former":1}],` +
		`"evidence":[{"article":{"id":"Article:m/1"},"former":false},{"article":{"id":"Article:m/2"},"former":false},{"article":{"id":"Article:m/4"},"former":true},{"article":{"id":"Article:m/3"},"former":true}]}`
	if got := ask(`, on: "2009"`); !strings.Contains(got, want) {
		t.Errorf("the answer is %s, want in it %s", got, want)
	}
}
