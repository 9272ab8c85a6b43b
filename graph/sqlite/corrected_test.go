package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/sqlite"
)

// correction is the seed that stands for a process which corrects articles.
const correction = 1 << 32

// The articles are loaded on the first day; on the second most of them are
// corrected and some withdrawn.
const firstDay, secondDay graph.Date = "2025-06-01", "2025-07-01"

func versions(seed uint64) []graph.Report {
	w := graphtest.NewWorld(seed)
	rs := make([]graph.Report, 120)
	for i := range rs {
		rs[i] = w.Report(graph.ArticleID(fmt.Sprintf("a/%03d", i)))
		rs[i].Article.Published, rs[i].Article.Title = "", fmt.Sprint(seed)
	}
	return rs
}

// correct applies the second day in small batches and says so after each.
func correct(ctx context.Context, name string) error {
	s, err := sqlite.Open(ctx, name)
	if err != nil {
		return err
	}
	var gone []graph.ArticleID
	for _, r := range versions(1)[100:] {
		gone = append(gone, r.Article.ID)
	}
	fmt.Println("open")
	for batch := range slices.Chunk(versions(2)[:100], 5) {
		b := graph.Batch{Put: batch, Day: secondDay}
		b.Remove, gone = gone[:min(1, len(gone))], gone[min(1, len(gone)):]
		if _, err := s.Apply(ctx, b); err != nil {
			return err
		}
		fmt.Println("applied")
	}
	return s.Close()
}

// TestCorrectionKilled kills the correcting process with SIGKILL at random
// points and runs it again to its end: the graph and the graphs of both days
// are those of an undisturbed run.
func TestCorrectionKilled(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 5 {
		name := filepath.Join(t.TempDir(), "store.db")
		s, err := sqlite.Open(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Apply(t.Context(), graph.Batch{Put: versions(1), Day: firstDay}); err != nil {
			t.Fatal(err)
		}
		for range 4 {
			if runChild(t, name, correction, r.IntN(20), time.Duration(r.IntN(10))*time.Millisecond) {
				killed++
			}
		}
		if runChild(t, name, correction, -1, 0) {
			t.Error("the last process did not reach its end")
		}
		for day, want := range map[graph.Date][]graph.Report{firstDay: versions(1), "2025-06-30": versions(1), secondDay: versions(2)[:100]} {
			if diff := cmp.Diff(hashes(want), hashes(graphtest.KnownOn(t, s, day))); diff != "" {
				t.Fatalf("known on %s (-want +got):\n%s", day, diff)
			}
		}
		lines, err := graphtest.Lines(t.Context(), s)
		if err != nil || strings.Join(lines, "\n") != strings.Join(graphtest.Want(versions(2)[:100]), "\n") {
			t.Errorf("another graph than that of the corrected articles; error %v", err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if killed < 10 {
		t.Errorf("only %d of 20 processes were killed before their end", killed)
	}
}

func hashes(rs []graph.Report) []string {
	var list []string
	for i := range rs {
		list = append(list, string(rs[i].Article.ID)+" "+rs[i].Hash())
	}
	return list
}
