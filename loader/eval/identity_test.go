package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

const identityTables = "../../testdata/identity"

// maxMissed is the most that may be missed of what is one, in percent. Nothing
// that is several may be joined.
const maxMissed = 5

func (t Tally) check(tt *testing.T, what string) {
	tt.Logf("%s: %s", what, t)
	if t.Wrong > 0 || t.Missed*100 > maxMissed*t.Same {
		tt.Errorf("%s: %s:\n%s", what, t, strings.Join(t.Mistakes, "\n"))
	}
}

func TestIdentity(t *testing.T) {
	i, err := ScoreIdentity(identityTables)
	if err != nil {
		t.Fatal(err)
	}
	if i.Pairs < 200 || i.Groups < 60 {
		t.Errorf("%d pairs and %d groups, want 200 and 60", i.Pairs, i.Groups)
	}
	i.Persons.check(t, "persons")
	i.Meetings.check(t, "meetings")
	if t.Logf("together: %s", i.Together); i.Together.Wrong > 0 {
		t.Errorf("in one graph: %s", strings.Join(i.Together.Mistakes, "\n"))
	}
}

// TestPlannedThenHeld: a meeting that was planned and held is one, and keeps
// both statuses.
func TestPlannedThenHeld(t *testing.T) {
	var reports []graph.Report
	for _, status := range []string{"planned", "held"} {
		reports = append(reports, claimed(status, []string{"", "", "", "Tô Lâm/VN; Khamla Sorphan/LA", status, "2025-03-10", "Hanoi", "VN", "", "2025-03"}))
	}
	var told []string
	for _, o := range derive.Graph(reports) {
		if o.Kind == string(graph.KindMeeting) {
			told = append(told, string(o.JSON))
		}
	}
	if len(told) != 1 || !strings.Contains(told[0], `"status":"held","date"`) || !strings.Contains(told[0], `"statuses":[{"status":"held"`) || !strings.Contains(told[0], `{"status":"planned"`) {
		t.Errorf("meetings %v, want one that was held and keeps both statuses", told)
	}
}

func TestBadTables(t *testing.T) {
	dir := t.TempDir()
	if _, err := ScoreIdentity(dir); err == nil {
		t.Error("no tables, no error")
	}
	for _, name := range []string{pairsTable, meetingsTable} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("# a\n\none\ttwo\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := ScoreIdentity(dir); err == nil || !strings.Contains(err.Error(), "pairs.tsv:3: 2 columns") {
		t.Errorf("a short line: %v", err)
	}
}
