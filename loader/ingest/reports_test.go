package ingest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/synctest"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// lines renders what Reports yields.
func lines(t testing.TB, in Input) (out []string) {
	t.Helper()
	items, err := in.Reports(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	for item := range items {
		if (item.Err == nil) != (item.Report != nil) || item.Article != nil {
			t.Fatalf("%s:%d: report %v, error %v, article %v", item.Source, item.Line, item.Report != nil, item.Err, item.Article)
		}
		if item.Err != nil {
			out = append(out, fmt.Sprintf("%d %v", item.Line, item.Err))
			continue
		}
		out = append(out, fmt.Sprintf("%d %s", item.Line, item.Report.Canonical()))
	}
	return out
}

// Order and content do not depend on the number of workers.
func TestReportsKeepOrder(t *testing.T) {
	x := engine(t)
	rapid.Check(t, func(rt *rapid.T) {
		var b strings.Builder
		for i := range rapid.IntRange(1, 60).Draw(rt, "articles") {
			switch rapid.IntRange(0, 4).Draw(rt, "sort") {
			case 0:
				b.WriteString("{broken\n")
			case 1: // one that takes longer than its neighbours
				fmt.Fprintf(&b, `{"id":"long/%d","text":%q}`+"\n", i, strings.Repeat("Le président français Emmanuel Macron a reçu Xi Jinping. ", 100))
			default:
				b.WriteString(visit(fmt.Sprint(i), i))
			}
		}
		input := func(workers int) Input {
			return Input{Paths: []string{"-"}, Reader: article.Reader{Stdin: strings.NewReader(b.String())}, Extractor: x, Workers: workers}
		}
		one, many := lines(t, input(1)), lines(t, input(rapid.IntRange(2, 9).Draw(rt, "workers")))
		if len(one) != strings.Count(b.String(), "\n") {
			rt.Fatalf("%d items of %d lines", len(one), strings.Count(b.String(), "\n"))
		}
		for i := range one {
			if one[i] != many[i] {
				rt.Fatalf("item %d:\n%s\n%s", i, one[i], many[i])
			}
		}
	})
}

func TestReportsStopEarly(t *testing.T) {
	items, err := Input{Paths: []string{visits(t, 500)}, Extractor: engine(t)}.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for range items {
		if n++; n == 3 {
			break
		}
	}
	if n != 3 { // and goleak finds nothing left
		t.Errorf("%d items", n)
	}
}

func TestReportsEndWithContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	items, err := Input{Paths: []string{visits(t, 20_000)}, Extractor: engine(t)}.Reports(ctx)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for item := range items {
		if item.Err != nil {
			t.Errorf("the end of the context is no refusal: %v", item.Err)
		}
		if n++; n == 10 {
			cancel()
		}
	}
	// What was in hand comes out; that is bounded.
	if n < 10 || n > 10+inHandItems+100 {
		t.Errorf("%d items after the end at 10", n)
	}
}

// An article on which the engine fails is refused alone. The zero Extractor
// fails on everything.
func TestReportsSurviveTheEngine(t *testing.T) {
	items, err := Input{Paths: []string{visits(t, 5)}, Extractor: &extract.Extractor{}}.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for item := range items {
		n++
		if !errors.Is(item.Err, ErrExtraction) || !strings.Contains(item.Err.Error(), fmt.Sprintf("visits.jsonl:%d: ", n)) {
			t.Errorf("item %d: %v", n, item.Err)
		}
	}
	if n != 5 {
		t.Errorf("%d items, want 5", n)
	}
}

// What every store would refuse is refused before it can spoil a batch.
func TestReportsAreValid(t *testing.T) {
	path := writeFile(t, "a.jsonl", visit(strings.Repeat("i", graph.MaxString+1), 1)+visit("good", 2))
	items, err := Input{Paths: []string{path}, Extractor: engine(t)}.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var errs []error
	for item := range items {
		errs = append(errs, item.Err)
	}
	if len(errs) != 2 || !errors.Is(errs[0], graph.ErrInvalid) || !strings.Contains(errs[0].Error(), "a.jsonl:1: ") || errs[1] != nil {
		t.Errorf("errors %v, want the first line refused with its place", errs)
	}
}

func TestReportsUnknownLanguage(t *testing.T) {
	items, err := Input{Paths: []string{writeFile(t, "a.txt", "Слава Україні")}, Extractor: engine(t)}.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for item := range items {
		if item.Err != nil || item.Report.Article.Lang != "" || len(item.Report.Meetings) != 0 {
			t.Errorf("report %+v, error %v", item.Report, item.Err)
		}
	}
}

// endless gives n lines without keeping them.
type endless struct {
	n    int
	line func(i int) string
	i    int
	rest []byte
}

func (e *endless) Read(p []byte) (int, error) {
	if len(e.rest) == 0 {
		if e.i == e.n {
			return 0, io.EOF
		}
		e.rest = []byte(e.line(e.i))
		e.i++
	}
	k := copy(p, e.rest)
	e.rest = e.rest[k:]
	return k, nil
}

// foreign is a line in a language without a lexicon: quick to extract.
func foreign(bytes int) func(i int) string {
	text := "Титул\n\n" + strings.Repeat("ж", bytes/2) // one long word is quick to cut
	return func(i int) string { return fmt.Sprintf(`{"id":"%d","text":%q}`+"\n", i, text) }
}

// peak runs through n lines and returns the most heap in use, in bytes.
func peak(t *testing.T, n int) (most uint64) {
	t.Helper()
	in := &endless{n: n, line: foreign(200)}
	seq, err := Input{Paths: []string{"-"}, Reader: article.Reader{Stdin: in}, Extractor: engine(t)}.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	items := 0
	for item := range seq {
		if item.Err != nil {
			t.Fatal(item.Err)
		}
		if items++; items%(n/5) == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if items != n {
		t.Fatalf("%d articles, want %d", items, n)
	}
	return most
}

// Memory does not grow with the number of articles.
func TestMemoryIsFlat(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 200,000 articles")
	}
	few, many := peak(t, 10_000), peak(t, 200_000)
	t.Logf("peak: %d MB for 10,000 articles, %d MB for 200,000", few>>20, many>>20)
	if many > few*5/4+4<<20 {
		t.Errorf("%d MB for 10,000 articles, %d MB for 200,000", few>>20, many>>20)
	}
}

// While the caller is busy with one article, reading goes on only so far.
func TestReadingAheadIsBounded(t *testing.T) {
	x := engine(t)
	for _, c := range []struct {
		reason      string
		bytes, most int // of a line; lines read
	}{
		{"long articles", 1 << 20, inHandBytes>>20 + 3},
		{"short articles", 100, inHandItems + 64<<10/100 + 10},
	} {
		synctest.Test(t, func(t *testing.T) {
			in := &endless{n: 20_000, line: foreign(c.bytes)}
			seq, err := Input{Paths: []string{"-"}, Reader: article.Reader{Stdin: in}, Extractor: x}.Reports(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for range seq {
				synctest.Wait() // all stages wait for this goroutine
				if in.i < c.most/2 || in.i > c.most {
					t.Errorf("%s: read %d, want some up to %d", c.reason, in.i, c.most)
				}
				break
			}
		})
	}
}

// TestEngine holds that an article that comes alone is read as in a load.
func TestEngine(t *testing.T) {
	e, err := NewEngine()
	if err != nil {
		t.Fatal(err)
	}
	const record = `{"id":"a","published":"2025-05-10","text":"Entretien\n\nLe président russe Vladimir Poutine a reçu le 9 mai 2025 à Moscou le président vietnamien Tô Lâm."}`
	items, err := Input{Paths: []string{"-"}, Reader: article.Reader{Stdin: strings.NewReader(record)}}.Reports(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for item := range items {
		got, warning, err := e.Report([]byte(record))
		if err != nil || item.Err != nil {
			t.Fatal(err, item.Err)
		}
		if diff := cmp.Diff(*item.Report, got); diff != "" || warning != item.Warning || len(got.Meetings) == 0 {
			t.Errorf("%d meetings, warning %q, want %q (-load +alone):\n%s", len(got.Meetings), warning, item.Warning, diff)
		}
	}
	if _, _, err := e.Report([]byte(`{"id":"a"}`)); !errors.Is(err, article.ErrEmpty) {
		t.Errorf("no text: %v", err)
	}
}
