package graphtest

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

// countdownContext ends by itself when it was looked at a number of times.
type countdownContext struct {
	context.Context
	done chan struct{}
	mu   sync.Mutex
	left int
}

func (c *countdownContext) look() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.left--; c.left == 0 {
		close(c.done)
	}
}

func (c *countdownContext) Done() <-chan struct{} {
	c.look()
	return c.done
}

func (c *countdownContext) Err() error {
	c.look()
	select {
	case <-c.done:
		return context.Canceled
	default:
		return nil
	}
}

// testSnapshot reads while batches of ten articles come and go: every read
// must see none or all of a batch.
func testSnapshot(t *testing.T, s graph.Store) {
	const size, rounds = 10, 30
	var reports []graph.Report
	for i := range size {
		reports = append(reports, meets(graph.ArticleID(fmt.Sprintf("a/%d", i)), graph.MakeDate(2025, 1, 1+i), "A", fmt.Sprintf("B%d", i)))
	}
	var done atomic.Bool
	var wg sync.WaitGroup
	defer wg.Wait()
	defer done.Store(true)
	for _, read := range []func() error{func() error { return wholeStats(s, size) }, func() error { return wholeExport(s, size) }} {
		wg.Go(func() {
			for !done.Load() {
				if err := read(); err != nil {
					t.Error(err)
					return
				}
			}
		})
	}
	for range rounds {
		mustApply(t, s, graph.Batch{Put: reports})
		mustApply(t, s, graph.Batch{Remove: articleIDs(reports)})
	}
}

func wholeStats(s graph.Store, size int) error {
	st, err := s.Stats(context.Background())
	if err != nil {
		return fmt.Errorf("stats: %w", err)
	}
	all := graph.Stats{Articles: size, Persons: size + 1, Meetings: size, Encounters: size}
	if st != all && st != (graph.Stats{}) {
		return fmt.Errorf("stats between two batches: %+v", st)
	}
	return nil
}

func wholeExport(s graph.Store, size int) error {
	n := 0
	for _, err := range s.Export(context.Background()) {
		if err != nil {
			return fmt.Errorf("export: %w", err)
		}
		n++
	}
	if all := size + size + 1 + size + size + size; n != 0 && n != all { // articles, persons, meetings, pairs, proofs
		return fmt.Errorf("export between two batches: %d objects, want 0 or %d", n, all)
	}
	return nil
}

// testExportStops leaves an export early and uses the store on.
func testExportStops(t *testing.T, s graph.Store) {
	mustApply(t, s, graph.Batch{Put: NewWorld(3).Reports(20)})
	for range 20 {
		ctx, cancel := context.WithCancel(context.Background())
		stopEarly(t, s.Export(ctx), cancel)
		ctx, cancel = context.WithCancel(context.Background())
		stopEarly(t, s.KnownOn(ctx, "2100-01-01"), cancel)
	}
	mustApply(t, s, graph.Batch{Put: []graph.Report{meets("a/1", "", "A", "B")}})
}

// stopEarly takes one item, cancels and stops.
func stopEarly[T any](t *testing.T, items iter.Seq2[T, error], cancel func()) {
	t.Helper()
	for _, err := range items {
		if err != nil {
			t.Fatal(err)
		}
		cancel()
		return
	}
	t.Error("nothing came")
}
