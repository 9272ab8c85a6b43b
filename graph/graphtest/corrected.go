package graphtest

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
)

// A correction is a change of two days: on the first all articles are loaded,
// on the second most of them are corrected and some withdrawn. A process that
// does the second day can be killed at any time and run again.
const (
	firstDay  graph.Date = "2025-06-01"
	secondDay graph.Date = "2025-07-01"

	kept = 5 // of six articles, on the second day
)

func versions(seed uint64, n int) []graph.Report {
	w := NewWorld(seed)
	rs := make([]graph.Report, n)
	for i := range rs {
		rs[i] = w.Report(graph.ArticleID(fmt.Sprintf("a/%03d", i)))
		rs[i].Article.Published, rs[i].Article.Title = "", fmt.Sprint(seed)
	}
	return rs
}

func corrected(n int) []graph.Report { return versions(2, n)[:n*kept/6] }

// BeginCorrection loads n articles on the first day.
func BeginCorrection(tb testing.TB, s graph.Store, n int) {
	tb.Helper()
	if _, err := s.Apply(tb.Context(), graph.Batch{Put: versions(1, n), Day: firstDay}); err != nil {
		tb.Fatal(err)
	}
}

// Correct does the second day of n articles in small batches, and calls done
// after each.
func Correct(ctx context.Context, s graph.Store, n int, done func()) error {
	var gone []graph.ArticleID
	for _, r := range versions(1, n)[n*kept/6:] {
		gone = append(gone, r.Article.ID)
	}
	for batch := range slices.Chunk(corrected(n), kept) {
		b := graph.Batch{Put: batch, Day: secondDay}
		b.Remove, gone = gone[:min(1, len(gone))], gone[min(1, len(gone)):]
		if _, err := s.Apply(ctx, b); err != nil {
			return err
		}
		done()
	}
	return nil
}

// CheckCorrected compares the graph, and what was known on each day, with those
// of an undisturbed run.
func CheckCorrected(t *testing.T, s graph.Store, n int) {
	t.Helper()
	for day, want := range map[graph.Date][]graph.Report{firstDay: versions(1, n), "2025-06-30": versions(1, n), secondDay: corrected(n)} {
		if diff := cmp.Diff(hashes(want), hashes(KnownOn(t, s, day))); diff != "" {
			t.Fatalf("known on %s (-want +got):\n%s", day, diff)
		}
	}
	sameExport(t, s, corrected(n))
}
