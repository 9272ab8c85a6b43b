package graphtest

import (
	"context"
	"fmt"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// Open returns a fresh, empty store that is closed when t ends.
type Open func(t testing.TB) graph.Store

// Lines returns the export of a store, an object per line.
func Lines(ctx context.Context, s graph.Store) ([]string, error) {
	var lines []string
	for o, err := range s.Export(ctx) {
		if err != nil {
			return nil, err
		}
		lines = append(lines, line(o))
	}
	return lines, nil
}

func line(o graph.Object) string { return fmt.Sprintf("%s %s %s", o.Kind, o.Key, o.JSON) }

// Want returns the lines that a store with these reports and judgements must
// export.
func Want(reports []graph.Report, judged ...graph.Judgement) []string {
	var lines []string
	for _, o := range derive.Graph(reports, judged...) {
		lines = append(lines, line(o))
	}
	return lines
}

// fataler is what rapid.T and testing.TB share.
type fataler interface {
	Helper()
	Fatalf(format string, args ...any)
}

func sameExport(t fataler, s graph.Store, reports []graph.Report, judged ...graph.Judgement) {
	t.Helper()
	got, err := Lines(context.Background(), s)
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	if diff := cmp.Diff(Want(reports, judged...), got); diff != "" {
		t.Fatalf("export differs from the derivation (-want +got):\n%s", diff)
	}
}

// empty removes every article and judgement, so that one store serves many
// random cases.
func empty(t fataler, s graph.Store, ids map[graph.ArticleID]bool) {
	t.Helper()
	b := graph.Batch{Judge: []graph.Judgement{}}
	for id := range ids {
		b.Remove = append(b.Remove, id)
	}
	if _, err := s.Apply(context.Background(), b); err != nil {
		t.Fatalf("remove all: %v", err)
	}
	lines, err := Lines(context.Background(), s)
	if err != nil || len(lines) > 0 {
		t.Fatalf("after removing every article the store still exports %d objects (error %v): %v", len(lines), err, lines)
	}
}

// model is what a store should hold.
type model struct {
	judged  []graph.Judgement
	reports map[graph.ArticleID]graph.Report
	seen    map[graph.ArticleID]bool
}

func newModel() *model {
	return &model{reports: map[graph.ArticleID]graph.Report{}, seen: map[graph.ArticleID]bool{}}
}

func (m *model) list() []graph.Report {
	var rs []graph.Report
	for _, r := range m.reports {
		rs = append(rs, r)
	}
	return rs
}

// apply changes the model and returns the outcomes that a store must give.
func (m *model) apply(b graph.Batch) []graph.Outcome {
	out := []graph.Outcome{}
	for _, r := range b.Put {
		id, change := r.Article.ID, graph.New
		if old, ok := m.reports[id]; ok {
			change = graph.Replaced
			if cmp.Equal(old, r) {
				change = graph.Unchanged
			}
		}
		m.reports[id], m.seen[id] = r, true
		out = append(out, graph.Outcome{Article: id, Change: change})
	}
	for _, id := range b.Remove {
		change := graph.Absent
		if _, ok := m.reports[id]; ok {
			change = graph.Removed
		}
		delete(m.reports, id)
		out = append(out, graph.Outcome{Article: id, Change: change})
	}
	if b.Judge != nil {
		m.judged = b.Judge
	}
	return out
}

// testAnyHistory applies random batches of puts, repeated puts, replacements,
// removals and judgements, and compares the export with a derivation from
// scratch after each.
func testAnyHistory(t *testing.T, s graph.Store) {
	rapid.Check(t, func(t *rapid.T) {
		w, m := Draw(t), newModel()
		for range 1 + w.pick(4) {
			b := w.batch(m)
			want := m.apply(b)
			got, err := s.Apply(context.Background(), b)
			if err != nil {
				t.Fatalf("apply: %v", err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Fatalf("outcomes (-want +got):\n%s", diff)
			}
			sameExport(t, s, m.list(), m.judged...)
			sameStats(t, s)
		}
		empty(t, s, m.seen)
	})
}

func (w *World) batch(m *model) graph.Batch {
	b := graph.Batch{Put: w.Reports(w.pick(5))}
	for id, r := range m.reports {
		if w.chance(20) {
			b.Put = append(b.Put, r)
		}
		if w.chance(20) {
			b.Remove = append(b.Remove, id)
		}
	}
	if w.chance(10) {
		b.Remove = append(b.Remove, "nowhere")
	}
	if w.chance(40) {
		b.Judge = w.Judgements(w.pick(6), m.list())
	}
	return b
}

// sameStats compares the counts with the export.
func sameStats(t fataler, s graph.Store) {
	t.Helper()
	count := map[string]int{}
	for o, err := range s.Export(context.Background()) {
		if err != nil {
			t.Fatalf("export: %v", err)
		}
		count[o.Kind]++
	}
	want := graph.Stats{
		Articles: count["Article"], Persons: count["Person"], Parties: count["Party"],
		Countries: count["Country"], Organizations: count["Organization"], Meetings: count["Meeting"],
		Encounters: count["MET_WITH"], Delegations: count["Delegation"], Agreements: count["Agreement"],
	}
	got, err := s.Stats(context.Background())
	if err != nil {
		t.Fatalf("stats: %v", err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("stats (-want +got):\n%s", diff)
	}
}

// testAnyOrder puts one set of reports in any order and batching, twice.
func testAnyOrder(t *testing.T, s graph.Store) {
	rapid.Check(t, func(t *rapid.T) {
		m := newModel()
		m.apply(graph.Batch{Put: Draw(t).Reports(8)})
		for range 2 {
			rest := rapid.Permutation(m.list()).Draw(t, "order")
			for len(rest) > 0 {
				n := rapid.IntRange(1, len(rest)).Draw(t, "batch")
				if _, err := s.Apply(context.Background(), graph.Batch{Put: rest[:n]}); err != nil {
					t.Fatalf("apply: %v", err)
				}
				rest = rest[n:]
			}
			sameExport(t, s, m.list())
		}
		empty(t, s, m.seen)
	})
}

// testParallel applies overlapping sets from several goroutines at once.
func testParallel(t *testing.T, s graph.Store) {
	for seed := range uint64(5) {
		m := newModel()
		m.apply(graph.Batch{Put: NewWorld(seed).Reports(60)})
		var wg sync.WaitGroup
		for worker := range 4 {
			wg.Go(func() { applyShuffled(t, s, m.list(), 1+worker) })
		}
		wg.Wait()
		sameExport(t, s, m.list())
		empty(t, s, m.seen)
	}
}

func applyShuffled(t *testing.T, s graph.Store, rs []graph.Report, batch int) {
	for len(rs) > 0 { // model.list has a new order each time
		n := min(batch, len(rs))
		if _, err := s.Apply(context.Background(), graph.Batch{Put: rs[:n]}); err != nil {
			t.Errorf("apply: %v", err)
		}
		rs = rs[n:]
	}
}
