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
	"github.com/diplograph/diplograph/graph/sqlite"
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

// persons applies reports to a new store, in this order and then backwards to
// another, and returns the persons.
func applied(t *testing.T, reports ...graph.Report) graph.Store {
	t.Helper()
	var lines []string
	var s graph.Store
	for range 2 {
		var err error
		if s, err = sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "g.db")); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
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
		lines = got
		slices.Reverse(reports)
	}
	return s
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
