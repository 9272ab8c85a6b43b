package extract_test

import (
	"bufio"
	"encoding/json"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

// TestDamagedArticles reads every article of the project with words lost, sentences lost
// and lines in another order: a report must be valid, whatever was lost.
func TestDamagedArticles(t *testing.T) {
	x := newExtractor(t)
	times := 10
	if testing.Short() {
		times = 2
	}
	for _, path := range articlePaths(t) {
		for i, text := range articleTexts(t, path) {
			for n := range times {
				s := damaged(text, rand.New(rand.NewPCG(uint64(i), uint64(n))))
				r := x.Extract(&article.Article{ID: "damaged", Text: s, Published: "2024-05-06"})
				if f := fault(&r, s); f != "" {
					t.Fatalf("%s in\n%s", f, s)
				}
			}
		}
	}
}

// TestSplicedArticles reads pieces of articles in all languages put behind one another, some words and marks of
// which are lost, moved or written large: sentences begin and end where no article lets them.
func TestSplicedArticles(t *testing.T) {
	x := newExtractor(t)
	var all []string
	for _, path := range articlePaths(t) {
		all = append(all, articleTexts(t, path)...)
	}
	times := 20_000
	if testing.Short() {
		times = 2_000
	}
	for n := range times {
		s := spliced(all, rand.New(rand.NewPCG(7, uint64(n))))
		r := x.Extract(&article.Article{ID: "spliced", Text: s, Published: "2024-05-06"})
		if f := fault(&r, s); f != "" {
			t.Fatalf("%s in\n%s", f, s)
		}
	}
}

func spliced(all []string, r *rand.Rand) string {
	const longest, most, edits = 150, 3, 8
	var words []string
	for range 1 + r.IntN(most) {
		w := strings.SplitAfter(all[r.IntN(len(all))], " ")
		from := r.IntN(len(w))
		words = append(words, w[from:from+r.IntN(min(len(w)-from, longest)+1)]...)
	}
	for range min(r.IntN(edits), len(words)) {
		i, j := r.IntN(len(words)), r.IntN(len(words))
		switch r.IntN(4) {
		case 0:
			words[i], words[j] = words[j], words[i]
		case 1:
			words[i] = ""
		case 2:
			words[i] = strings.ToUpper(words[i])
		default:
			words[i] = []string{", ", ". ", "; ", "– ", "(", "\n", ": ", "\" "}[r.IntN(8)]
		}
	}
	return strings.Join(words, "")
}

func articlePaths(t *testing.T) (paths []string) {
	t.Helper()
	for _, dir := range []string{"../../testdata/articles", "../../testdata/rich/articles", "../../testdata/weights/articles"} {
		more, err := filepath.Glob(dir + "/*.jsonl")
		if err != nil || len(more) == 0 {
			t.Fatalf("no articles in %s: %v", dir, err)
		}
		paths = append(paths, more...)
	}
	return paths
}

func articleTexts(t *testing.T, path string) (out []string) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var a struct{ Text string }
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		out = append(out, a.Text)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

// damaged loses each word and each sentence with a chance of its own, and sometimes
// shuffles what is left.
func damaged(text string, r *rand.Rand) string {
	words, sentences := r.IntN(20), r.IntN(40)
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		var kept []string
		for s := range strings.SplitAfterSeq(line, ". ") {
			if r.IntN(100) < sentences {
				continue
			}
			var b []string
			for w := range strings.SplitSeq(s, " ") {
				if r.IntN(100) >= words {
					b = append(b, w)
				}
			}
			kept = append(kept, strings.Join(b, " "))
		}
		if r.IntN(4) == 0 {
			r.Shuffle(len(kept), func(i, j int) { kept[i], kept[j] = kept[j], kept[i] })
		}
		lines = append(lines, strings.Join(kept, ""))
	}
	if r.IntN(4) == 0 {
		r.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	}
	return strings.Join(lines, "\n")
}
