package ingest

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// maxMissed is the most that may be missed of what is one, in percent. Nothing
// that is several may be joined.
const maxMissed = 5

// tally counts what was joined wrongly and what was not joined.
type tally struct{ same, different, missed, wrong int }

func (c *tally) count(t *testing.T, what string, same, joined bool) {
	switch {
	case same && !joined:
		c.missed++
		t.Logf("missed: %s", what)
	case !same && joined:
		c.wrong++
		t.Errorf("wrongly joined: %s", what)
	}
	if same {
		c.same++
	} else {
		c.different++
	}
}

func (c *tally) check(t *testing.T) {
	t.Logf("%d same, %d missed; %d different, %d wrongly joined", c.same, c.missed, c.different, c.wrong)
	if c.missed*100 > maxMissed*c.same {
		t.Errorf("%d of %d missed, more than %d %%", c.missed, c.same, maxMissed)
	}
}

// rows reads a table without its comments.
func rows(t *testing.T, name string, columns int) [][]string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("../../testdata/identity", name))
	if err != nil {
		t.Fatal(err)
	}
	var table [][]string
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != columns {
			t.Fatalf("%s:%d: %d columns, want %d", name, i+1, len(f), columns)
		}
		table = append(table, f)
	}
	return table
}

// written makes the report of an article that names one person, as extraction
// makes it: name, country, role@month, language.
func written(t *testing.T, id string, f []string) graph.Report {
	t.Helper()
	b := graphtest.NewBuilder(graph.ArticleID(id))
	role, month, _ := strings.Cut(f[2], "@")
	b.Report.Article.Published = graph.Date(month)
	p := &b.Report.Persons
	*p = append(*p, graph.ReportedPerson{Name: f[0], Country: graph.CountryCode(f[1]), Mentions: []graph.Span{b.Quote(f[0]).Span}})
	if role != "" {
		(*p)[0].Offices = []graph.Office{{Title: strings.ReplaceAll(role, "_", " "), Key: role, Country: graph.CountryCode(f[1])}}
	}
	lex, err := lexicon.Load(f[3])
	if err != nil {
		t.Fatal(err)
	}
	extract.Identify(lex, &(*p)[0], b.Report.Article.Published)
	return b.Done()
}

// applied applies reports to a new store, in this order and then backwards to
// another, and returns the latter.
func applied(t *testing.T, reports ...graph.Report) graph.Store {
	t.Helper()
	var lines []string
	var last graph.Store
	for range 2 {
		s := newStore(t)
		for _, r := range reports {
			if _, err := s.Apply(t.Context(), graph.Batch{Put: []graph.Report{r}}); err != nil {
				t.Fatal(err)
			}
		}
		got, err := graphtest.Lines(t.Context(), s)
		if err != nil {
			t.Fatal(err)
		}
		if lines != nil && !slices.Equal(lines, got) {
			t.Errorf("another order gives another graph")
		}
		lines, last = got, s
		slices.Reverse(reports)
	}
	return last
}

func TestIdentityOfPersons(t *testing.T) {
	var c tally
	table := rows(t, "pairs.tsv", 10)
	if len(table) < 200 {
		t.Errorf("%d pairs, want 200", len(table))
	}
	for i, f := range table {
		s := applied(t, written(t, fmt.Sprintf("a/%d", i), f[:4]), written(t, fmt.Sprintf("b/%d", i), f[4:8]))
		st, err := s.Stats(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		c.count(t, strings.Join(f, " | "), f[8] == "same", st.Persons == 1)
	}
	c.check(t)
}

// TestIdentityTogether: what is several stays several when one store holds the
// articles of all pairs.
func TestIdentityTogether(t *testing.T) {
	s, b, table := newStore(t), graph.Batch{}, rows(t, "pairs.tsv", 10)
	for i, f := range table {
		b.Put = append(b.Put, written(t, fmt.Sprintf("a/%d", i), f[:4]), written(t, fmt.Sprintf("b/%d", i), f[4:8]))
	}
	if _, err := s.Apply(t.Context(), b); err != nil {
		t.Fatal(err)
	}
	of := map[string]string{}
	for o, err := range s.Export(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		var a struct {
			Persons []string `json:"persons"`
		}
		if o.Kind == string(graph.KindArticle) && json.Unmarshal(o.JSON, &a) == nil && len(a.Persons) == 1 {
			of[o.Key] = a.Persons[0]
		}
	}
	var c tally
	for i, f := range table {
		c.count(t, strings.Join(f, " | "), f[8] == "same", of[fmt.Sprintf("a/%d", i)] == of[fmt.Sprintf("b/%d", i)])
	}
	t.Logf("%d same, %d missed; %d different, %d wrongly joined", c.same, c.missed, c.different, c.wrong)
}

// meetingsOf lists the meetings of a store with the articles that tell them.
func meetingsOf(t *testing.T, s graph.Store) (groups [][]string, told []graph.Meeting) {
	t.Helper()
	for o, err := range s.Export(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		if o.Kind != string(graph.KindMeeting) {
			continue
		}
		var m struct {
			graph.Meeting
			Articles []string `json:"articles"`
		}
		if err := json.Unmarshal(o.JSON, &m); err != nil {
			t.Fatal(err)
		}
		groups, told = append(groups, m.Articles), append(told, m.Meeting)
	}
	return groups, told
}

// claimed makes the report of an article that tells of one meeting: see the
// columns of meetings.tsv.
func claimed(t *testing.T, id string, f []string) graph.Report {
	t.Helper()
	b := graphtest.NewBuilder(graph.ArticleID(id))
	b.Report.Article.Published = graph.Date(f[9])
	m := graph.MeetingClaim{
		Status: graph.Status(f[4]), Date: graph.Date(f[5]), Place: f[6], Country: graph.CountryCode(f[7]), Mode: graph.Mode(f[8]),
		Evidence: []graph.Evidence{b.Quote("They met.")},
	}
	for side, group := range strings.Split(f[3], ";") {
		for who := range strings.SplitSeq(group, "+") {
			name, country, _ := strings.Cut(strings.TrimSpace(who), "/")
			m.Participants = append(m.Participants, graph.ParticipantClaim{Person: b.Person(name, graph.CountryCode(country)), Side: side})
		}
	}
	b.Report.Meetings = []graph.MeetingClaim{m}
	return b.Done()
}

func TestIdentityOfMeetings(t *testing.T) {
	var c tally
	groups := map[string][][]string{}
	for _, f := range rows(t, "meetings.tsv", 10) {
		groups[f[0]] = append(groups[f[0]], f)
	}
	if len(groups) < 60 {
		t.Errorf("%d groups, want 60", len(groups))
	}
	for _, group := range groups {
		var reports []graph.Report
		for i, f := range group {
			reports = append(reports, claimed(t, fmt.Sprint(i), f))
		}
		told, meetings := meetingsOf(t, applied(t, reports...))
		of := map[string]int{}
		for k, articles := range told {
			for _, a := range articles {
				of[a] = k
			}
		}
		for i, f := range group {
			for k, g := range group[:i] {
				c.count(t, fmt.Sprintf("%s: %q, %q", f[1], f[2:], g[2:]), f[2] == g[2], of[fmt.Sprint(i)] == of[fmt.Sprint(k)])
			}
			if f[1] == "planned, then held" && (len(meetings) != 1 || len(meetings[0].Statuses) != 2 || meetings[0].Status != graph.Held) {
				t.Errorf("%s: %+v, want one held meeting that keeps both statuses", f[1], meetings)
			}
		}
	}
	c.check(t)
}
