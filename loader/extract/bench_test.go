package extract_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// articles reads n articles of the project's own news, begun again as often as needed.
func articles(tb testing.TB, lang string, n int) (out []*article.Article) {
	f, err := os.Open(filepath.Join("..", "..", "testdata", "articles", lang+".jsonl"))
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	for dec := json.NewDecoder(f); dec.More(); {
		var a struct{ ID, Published, Text string }
		if err := dec.Decode(&a); err != nil {
			tb.Fatal(err)
		}
		out = append(out, &article.Article{ID: a.ID, Text: a.Text, Published: a.Published})
	}
	for i := 0; len(out) < n; i++ {
		out = append(out, out[i])
	}
	return out[:n]
}

// BenchmarkWords reports the words/s that one core reads, of French with its lexicon alone, and of each
// language with all of them.
func BenchmarkWords(b *testing.B) {
	for _, bench := range []struct {
		name, lang string
		langs      []string
	}{{"fr alone", "fr", []string{"fr"}}, {"fr", "fr", nil}, {"en", "en", nil}, {"vi", "vi", nil}} {
		b.Run(bench.name, func(b *testing.B) {
			x, in, words, n := newExtractor(b, bench.langs...), articles(b, bench.lang, 88), 0, 0
			for _, a := range in {
				words += len(strings.Fields(a.Text))
				x.Extract(a)
			}
			b.ReportAllocs()
			for b.Loop() {
				x.Extract(in[n%len(in)])
				n++
			}
			b.ReportMetric(float64(words)/float64(len(in))*float64(n)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkOneLongText shows whether time grows with the square of the length: the
// articles are all in one.
func BenchmarkOneLongText(b *testing.B) {
	x := newExtractor(b, "fr")
	for _, n := range []int{1, 4, 16} {
		b.Run(fmt.Sprint(n, "articles"), func(b *testing.B) {
			var s strings.Builder
			for _, a := range articles(b, "fr", n) {
				s.WriteString(a.Text)
			}
			a := &article.Article{ID: "long", Text: s.String(), Published: "2024-05-07"}
			words := len(strings.Fields(a.Text))
			k := 0
			for b.Loop() {
				x.Extract(a)
				k++
			}
			b.ReportMetric(float64(words)*float64(k)/b.Elapsed().Seconds(), "words/s")
		})
	}
}

// BenchmarkSameNames shows whether time grows with the square of the lines of a page that name
// the same persons again and again: a line takes as long on a long page as on a short one.
func BenchmarkSameNames(b *testing.B) {
	x := newExtractor(b, "en")
	const line = "- Treaty on fishing: Foreign Minister Jean Dupont of France and Foreign Minister Pham Van Hung of Vietnam.\n"
	for _, n := range []int{250, 1000, 4000} {
		b.Run(fmt.Sprint(n, "lines"), func(b *testing.B) {
			a := &article.Article{ID: "list", Text: "The two sides signed in Paris on Monday:\n" + strings.Repeat(line, n), Published: "2024-05-07"}
			k := 0
			for b.Loop() {
				x.Extract(a)
				k++
			}
			b.ReportMetric(float64(n)*float64(k)/b.Elapsed().Seconds(), "lines/s")
		})
	}
}

// BenchmarkMemory reports how far memory grows while 100,000 articles pass
// through one extractor whose reports are let go: it must not grow with their
// number. -benchtime=1x is enough.
func BenchmarkMemory(b *testing.B) {
	if testing.Short() {
		b.Skip("takes a minute or two")
	}
	in := articles(b, "fr", 88)
	for b.Loop() {
		x := newExtractor(b)
		before, peak := heap(), uint64(0)
		for i := range 100_000 {
			r := x.Extract(in[i%len(in)])
			keep(&r)
			if i%20_000 == 0 {
				peak = max(peak, heap())
			}
		}
		b.ReportMetric(float64(max(peak, before)-before)/(1<<20), "MB/100k-articles")
		runtime.KeepAlive(x)
	}
}

// keep uses a report as a caller would, so that none is optimised away.
func keep(r *graph.Report) { runtime.KeepAlive(extract.FactsOf(r)) }

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapInuse
}
