package ingest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
)

// load loads and wants no error.
func load(t testing.TB, s graph.Store, opts Options, paths ...string) Summary {
	t.Helper()
	opts.Extractor = engine(t)
	sum, err := Load(context.Background(), s, paths, opts)
	if err != nil {
		t.Fatal(err)
	}
	return sum
}

// counts are the numbers of articles of a summary.
func counts(s Summary) string {
	return fmt.Sprintf("new %d, unchanged %d, replaced %d, refused %d, again %d", s.New, s.Unchanged, s.Replaced, s.Refused, s.Again)
}

func TestLoadTwice(t *testing.T) {
	s, path := newStore(t), visits(t, 30)
	sum := load(t, s, Options{Batch: 7}, path)
	if want := "new 30, unchanged 0, replaced 0, refused 0, again 0"; counts(sum) != want {
		t.Errorf("first: %s", counts(sum))
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if sum.Persons != stats.Persons || sum.Meetings != stats.Meetings || sum.Pairs != stats.Encounters || sum.Pairs == 0 || sum.Took <= 0 {
		t.Errorf("summary %+v, store %+v", sum, stats)
	}
	if info, _ := os.Stat(path); sum.Bytes != info.Size() {
		t.Errorf("%d bytes read of %d", sum.Bytes, info.Size())
	}
	before := export(t, s)
	if sum := load(t, s, Options{}, path); counts(sum) != "new 0, unchanged 30, replaced 0, refused 0, again 0" {
		t.Errorf("second: %s", counts(sum))
	}
	if export(t, s) != before {
		t.Error("the second load changed the graph")
	}
}

func TestLoadReplaces(t *testing.T) {
	s := newStore(t)
	load(t, s, Options{}, writeFile(t, "a.jsonl", visit("a", 0)+visit("b", 1)))
	sum := load(t, s, Options{}, writeFile(t, "b.jsonl", visit("a", 2)+visit("b", 1)))
	if counts(sum) != "new 0, unchanged 1, replaced 1, refused 0, again 0" {
		t.Error(counts(sum))
	}
	fresh := newStore(t)
	load(t, fresh, Options{}, writeFile(t, "c.jsonl", visit("b", 1)+visit("a", 2)))
	if diff := cmp.Diff(export(t, fresh), export(t, s)); diff != "" {
		t.Errorf("what the old text said is still there (-fresh +replaced):\n%s", diff)
	}
}

// Of two articles with one id the later counts, wherever batches are cut.
func TestLoadRepeatedIDs(t *testing.T) {
	path := writeFile(t, "a.jsonl", visit("a", 0)+visit("b", 1)+visit("a", 2)+visit("c", 3)+visit("c", 3))
	want := newStore(t)
	load(t, want, Options{}, writeFile(t, "b.jsonl", visit("b", 1)+visit("a", 2)+visit("c", 3)))
	for batch := 1; batch <= 6; batch++ {
		s := newStore(t)
		sum := load(t, s, Options{Batch: batch}, path)
		if counts(sum) != "new 3, unchanged 1, replaced 1, refused 0, again 2" {
			t.Errorf("batches of %d: %s", batch, counts(sum))
		}
		if len(sum.Repeats) != 2 || !strings.Contains(sum.Repeats[0], `a.jsonl:3: id "a"`) || !strings.Contains(sum.Repeats[1], "a.jsonl:5: ") {
			t.Errorf("repeats %q", sum.Repeats)
		}
		if export(t, s) != export(t, want) {
			t.Errorf("batches of %d: the earlier text was kept", batch)
		}
	}
}

func TestLoadRefuses(t *testing.T) {
	path := writeFile(t, "a.jsonl", visit("a", 0)+"{broken\n"+`{"id":"b"}`+"\n[]\n"+visit("c", 1))
	gone := path + ".gone.txt"
	sum := load(t, newStore(t), Options{Keep: 2}, gone, path)
	if counts(sum) != "new 2, unchanged 0, replaced 0, refused 4, again 0" {
		t.Error(counts(sum))
	}
	if len(sum.Refusals) != 2 || !strings.Contains(sum.Refusals[0], gone) || !strings.Contains(sum.Refusals[1], "a.jsonl:2: ") {
		t.Errorf("refusals %q, want the first two", sum.Refusals)
	}
}

func TestLoadTellsRepairs(t *testing.T) {
	path := writeFile(t, "latin1.txt", "Visite\n\nLe pr\xe9sident fran\xe7ais a re\xe7u un ministre.")
	sum := load(t, newStore(t), Options{}, path)
	if sum.Repaired != 1 || len(sum.Repairs) != 1 || !strings.HasPrefix(sum.Repairs[0], path+": ") {
		t.Errorf("repairs %d %q", sum.Repaired, sum.Repairs)
	}
}

// A load that is cut off anywhere and run again gives the same graph as one
// that was not.
func TestLoadGoesOn(t *testing.T) {
	path := visits(t, 1500)
	whole := newStore(t)
	load(t, whole, Options{}, path)
	want := export(t, whole)
	for _, at := range []int{1, 40, 400} {
		s := newStore(t)
		ctx, cancel := context.WithCancelCause(t.Context())
		cut := errors.New("cut")
		opts := Options{Extractor: engine(t), Batch: 64, Progress: func(p Progress) {
			if p.Articles == at {
				cancel(cut)
			}
		}}
		sum, err := Load(ctx, s, []string{path}, opts)
		if !errors.Is(err, cut) || !sum.Interrupted || !strings.Contains(err.Error(), "run it again") {
			t.Errorf("cut at %d: interrupted %v, error %v", at, sum.Interrupted, err)
		}
		if sum.New < at || sum.New == 1500 {
			t.Errorf("cut at %d: %d articles in; what was read must be, the rest cannot", at, sum.New)
		}
		if st, _ := s.Stats(t.Context()); st.Articles != sum.New {
			t.Errorf("cut at %d: summary says %d, store %d", at, sum.New, st.Articles)
		}
		again := load(t, s, Options{}, path)
		if again.Unchanged != sum.New || again.New != 1500-sum.New {
			t.Errorf("cut at %d: then %s", at, counts(again))
		}
		if export(t, s) != want {
			t.Errorf("cut at %d: another graph", at)
		}
	}
}

func TestLoadIntoClosedStore(t *testing.T) {
	s := newStore(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	sum, err := Load(t.Context(), s, []string{visits(t, 3)}, Options{Extractor: engine(t)})
	if !errors.Is(err, graph.ErrUnavailable) || sum.Articles() != 0 || sum.Interrupted {
		t.Errorf("summary %+v, error %v", sum, err)
	}
}

func TestLoadReportsProgress(t *testing.T) {
	path := writeFile(t, "a.jsonl", visit("a", 0)+"{\n"+visit("b", 1))
	other := writeFile(t, "b.txt", "Un titre\n\nUn texte.")
	var seen []Progress
	load(t, newStore(t), Options{Batch: 1, Progress: func(p Progress) { seen = append(seen, p) }}, path, other)
	last := seen[len(seen)-1]
	if want := (Progress{Articles: 3, Refused: 1, Stored: 3, Bytes: article.Size(path, other)}); last != want {
		t.Errorf("last %+v, want %+v", last, want)
	}
	for i := 1; i < len(seen); i++ {
		if a, b := seen[i-1], seen[i]; b.Bytes < a.Bytes || b.Stored < a.Stored || b.Articles+b.Refused < a.Articles+a.Refused {
			t.Errorf("goes back from %+v to %+v", a, b)
		}
	}
}

// The graph does not depend on workers, batches, or how the input is cut into
// loads.
func TestLoadProperties(t *testing.T) {
	x := engine(t)
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(rt, "articles")
		var all []string
		for range n {
			id := fmt.Sprint(rapid.IntRange(0, 5).Draw(rt, "id"))
			all = append(all, visit(id, rapid.IntRange(0, 30).Draw(rt, "content")))
		}
		run := func(s graph.Store, opts Options, lines []string) {
			opts.Extractor, opts.Reader = x, article.Reader{Stdin: strings.NewReader(strings.Join(lines, ""))}
			if _, err := Load(context.Background(), s, []string{"-"}, opts); err != nil {
				rt.Fatal(err)
			}
		}
		one, two := newStore(t), newStore(t)
		run(one, Options{Workers: 1}, all)
		cut := rapid.IntRange(0, n).Draw(rt, "cut")
		opts := Options{Workers: rapid.IntRange(1, 4).Draw(rt, "workers"), Batch: rapid.IntRange(1, 5).Draw(rt, "batch")}
		run(two, opts, all[:cut])
		run(two, opts, all[cut:])
		if a, b := export(t, one), export(t, two); a != b {
			rt.Fatal(cmp.Diff(a, b))
		}
	})
}

func TestLasting(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		cut := errors.New("cut")
		ctx, cancel := context.WithCancelCause(t.Context())
		apply, done := lasting(ctx, time.Minute)
		defer done()
		cancel(cut)
		time.Sleep(time.Minute - time.Second) // of the bubble's clock
		synctest.Wait()
		if apply.Err() != nil {
			t.Error("ended within the grace")
		}
		time.Sleep(2 * time.Second)
		synctest.Wait()
		if apply.Err() == nil || !errors.Is(context.Cause(apply), cut) {
			t.Errorf("after the grace: %v, cause %v", apply.Err(), context.Cause(apply))
		}
	})
}

func TestSummaryString(t *testing.T) {
	s := Summary{New: 3, Unchanged: 2, Replaced: 1, Refused: 4, Again: 1, Persons: 7, Meetings: 8, Pairs: 9, Took: 2 * time.Second}
	want := "10 articles: 3 new, 2 unchanged, 1 replaced, 4 refused, 1 with an id that came twice; the store holds 7 persons, 8 meetings, 9 pairs that met; 2.0 s, 3 articles/s"
	if s.String() != want {
		t.Errorf("have %q", s)
	}
}
