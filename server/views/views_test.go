package views_test

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/views"
)

// TestMain runs fewer checks of a property than usual: each opens stores.
func TestMain(m *testing.M) {
	flag.Set("rapid.checks", "30")
	os.Exit(m.Run())
}

func open(ctx context.Context) (graph.Store, error) { return backend.Open(ctx, "sqlite::memory:") }

func store(t testing.TB) graph.Store {
	t.Helper()
	s, err := backend.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func viewsOf(t testing.TB, s graph.Store, keep, reports int) *views.Views {
	t.Helper()
	vs := views.New(s, views.Options{Keep: keep, Reports: reports, Time: time.Minute, Open: open})
	t.Cleanup(func() {
		if err := vs.Close(); err != nil {
			t.Error(err)
		}
	})
	return vs
}

// TestAsAFreshStore: what a view exports is what a fresh store would with the
// reports known that day, however the store and the view came there.
func TestAsAFreshStore(t *testing.T) {
	s := store(t)
	vs := viewsOf(t, s, 3, 1000) // fewer than days: views are dropped and refreshed
	rapid.Check(t, func(t *rapid.T) {
		w, past := graphtest.Draw(t), graphtest.NewPast()
		seen := map[graph.ArticleID]bool{}
		for range rapid.IntRange(1, 4).Draw(t, "batches") {
			b := past.Batch(w)
			for _, r := range b.Put {
				seen[r.Article.ID] = true
			}
			if _, err := s.Apply(context.Background(), b); err != nil {
				t.Fatal(err)
			}
			days := past.Days()
			for range 3 {
				day := rapid.SampledFrom(days).Draw(t, "day")
				if diff := cmp.Diff(graphtest.Want(past.On(day), past.Judged()...), lines(t, vs, day)); diff != "" {
					t.Fatalf("the view of %s (-want +got):\n%s", day, diff)
				}
			}
		}
		b := graph.Batch{Judge: []graph.Judgement{}}
		for id := range seen {
			b.Remove = append(b.Remove, id)
		}
		if _, err := s.Apply(context.Background(), b); err != nil {
			t.Fatal(err)
		}
	})
}

func lines(t *rapid.T, vs *views.Views, day graph.Date) []string {
	v, release, err := vs.On(context.Background(), day)
	if err != nil {
		t.Fatal(err)
	}
	defer release()
	list, err := graphtest.Lines(context.Background(), v)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// changed is a store of ten articles that were all corrected on 2025-02-01.
func changed(t *testing.T) graph.Store {
	t.Helper()
	s := store(t)
	for i, day := range []graph.Date{"2025-01-01", "2025-02-01"} {
		var b graph.Batch
		for k := range 10 {
			r := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", k)))
			r.Report.Article.Title = fmt.Sprintf("version %d", i)
			r.Met("2024-12-01", r.Person("A", ""), r.Person(fmt.Sprintf("B%d", k), ""))
			b.Put = append(b.Put, r.Done())
		}
		b.Day = day
		if _, err := s.Apply(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func TestManyAskAtOnce(t *testing.T) {
	opened := 0
	s := changed(t)
	vs := views.New(s, views.Options{Keep: 1, Reports: 100, Time: time.Minute, Open: func(ctx context.Context) (graph.Store, error) {
		opened++ // one at a time: the race detector would tell
		return open(ctx)
	}})
	defer vs.Close()
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			v, release, err := vs.On(t.Context(), "2025-01-15")
			if err != nil {
				t.Error(err)
				return
			}
			defer release()
			if st, err := v.Stats(t.Context()); err != nil || st.Articles != 10 || v == s {
				t.Errorf("the view has %d articles, error %v", st.Articles, err)
			}
		})
	}
	wg.Wait()
	if opened != 1 {
		t.Errorf("the view was put together %d times", opened)
	}
}

func TestCurrentDayNeedsNoView(t *testing.T) {
	s := changed(t)
	v, release, err := viewsOf(t, s, 1, 1).On(t.Context(), "2025-02-01")
	if err != nil {
		t.Fatal(err)
	}
	release()
	if v != s {
		t.Error("a view was put together of the graph as it is")
	}
}

func TestLimits(t *testing.T) {
	s := changed(t)
	var f *fault.Error
	if _, _, err := viewsOf(t, s, 1, 9).On(t.Context(), "2025-01-15"); !errors.As(err, &f) || f.Code != fault.TooCostly || f.More["allowed"] != 9 {
		t.Errorf("ten reports where nine are allowed: %v", err)
	}
	vs := viewsOf(t, s, 1, 10)
	_, release, err := vs.On(t.Context(), "2025-01-15")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := vs.On(t.Context(), "2025-01-16"); !errors.As(err, &f) || f.Code != fault.Unavailable {
		t.Errorf("a second day while the only view is in use: %v", err)
	}
	release()
	_, release, err = vs.On(t.Context(), "2025-01-16")
	if err != nil {
		t.Fatalf("a second day when the first is not in use any more: %v", err)
	}
	release()
	if _, _, err := vs.On(t.Context(), "2025"); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("a year for a day: %v", err)
	}
}

// TestImpatient: the work goes on when whoever asked for it is gone, and ends
// when the views are closed. Nothing is left behind.
func TestImpatient(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	s := changed(t)
	gate, entered := make(chan struct{}), make(chan struct{}, 2)
	vs := views.New(s, views.Options{Keep: 2, Reports: 100, Time: time.Minute, Open: func(ctx context.Context) (graph.Store, error) {
		entered <- struct{}{}
		select {
		case <-gate:
			return open(ctx)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}})
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := vs.On(ctx, "2025-01-15"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want that of the context", err)
	}
	waiting, gone := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer gone()
	var f *fault.Error
	if _, _, err := vs.On(waiting, "2025-01-15"); !errors.As(err, &f) || f.Code != fault.Timeout {
		t.Errorf("error %v, want one that says to ask again", err)
	}
	<-entered
	gate <- struct{}{} // the same work, still at the gate
	_, release, err := vs.On(t.Context(), "2025-01-15")
	if err != nil {
		t.Fatal(err)
	}
	release()
	failed := make(chan error)
	go func() {
		_, _, err := vs.On(context.Background(), "2025-01-16")
		failed <- err
	}()
	<-entered
	if err := vs.Close(); err != nil {
		t.Error(err)
	}
	if err := <-failed; !errors.Is(err, context.Canceled) {
		t.Errorf("closed while a view is put together: %v", err)
	}
	if _, _, err := vs.On(t.Context(), "2025-01-15"); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("closed: %v", err)
	}
	if left, err := os.ReadDir(os.TempDir()); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, error %v", left, err)
	}
}

// BenchmarkView puts together the graph of a day on which 5,000 articles were
// known, and brings it up to date when one more is.
func BenchmarkView(b *testing.B) {
	const size = 5000
	s := store(b)
	press := graphtest.NewPress(1, 1000)
	reports := press.Reports(0, size+1000)
	for i := range reports {
		reports[i].Article.Published = ""
	}
	apply := func(day graph.Date, rs []graph.Report) {
		if _, err := s.Apply(b.Context(), graph.Batch{Put: rs, Day: day}); err != nil {
			b.Fatal(err)
		}
	}
	apply("2025-01-01", reports[:size])
	apply("2025-06-01", reports[size:size+1])
	vs := viewsOf(b, s, 1, 2*size)
	on := func(day graph.Date) {
		_, release, err := vs.On(b.Context(), day)
		if err != nil {
			b.Fatal(err)
		}
		release()
	}
	b.Run("fresh", func(b *testing.B) {
		for i := range b.N {
			on(graph.MakeDate(2025, 2, 1+i%28))
		}
		b.ReportMetric(size*float64(b.N)/b.Elapsed().Seconds(), "reports/s")
	})
	on("2025-03-01")
	next := size + 1
	b.Run("refresh", func(b *testing.B) {
		for b.Loop() {
			apply("2025-02-01", reports[next:next+1])
			next++
			on("2025-03-01")
		}
	})
	b.Run("kept", func(b *testing.B) {
		for b.Loop() {
			on("2025-03-01")
		}
	})
}
