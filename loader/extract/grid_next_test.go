package extract_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// nextGrid are the texts of testdata/grid/next.LANG.tsv: two meet, and one of them meets somebody else afterwards.
type nextGrid struct {
	came, home, other string
	axes              map[string][]string
}

func newNextGrid(t *testing.T, lang string) *nextGrid {
	g := &nextGrid{axes: map[string][]string{}}
	for _, c := range tableOf(t, "grid/next."+lang+".tsv") {
		switch {
		case c[0] == "who":
			g.came, g.home, g.other = c[1], c[2], c[3]
		case !slices.Contains(c[2:], "gap"):
			g.axes[c[0]] = append(g.axes[c[0]], c[1])
		}
	}
	return g
}

// TestNextGrid reads every text by rules alone: both contacts are told, and no third.
func TestNextGrid(t *testing.T) {
	for _, lang := range []string{"en", "fr", "vi"} {
		t.Run(lang, func(t *testing.T) {
			x, err := extract.Unweighed(lang)
			if err != nil {
				t.Fatal(err)
			}
			g, texts, wrong := newNextGrid(t, lang), 0, 0
			want := map[string]bool{pairOf(g.came, g.home): true, pairOf(g.came, g.other): true}
			for text := range g.all {
				texts++
				if got := heldPairs(x, text); !maps.Equal(got, want) {
					if wrong++; wrong <= 5 {
						t.Errorf("%s\nmet: %v", text, got)
					}
				}
			}
			if texts < 1000 || wrong > 0 {
				t.Errorf("%d of %d texts are not read right", wrong, texts)
			}
		})
	}
}

// all are the texts of one choice for each axis.
func (g *nextGrid) all(yield func(string) bool) {
	for _, first := range g.axes["first"] {
		for _, mid := range g.axes["mid"] {
			for _, subject := range g.axes["subject"] {
				for _, contact := range g.axes["contact"] {
					if !yield(strings.Join(strings.Fields(first+" "+mid+" "+subject+" "+contact), " ")) {
						return
					}
				}
			}
		}
	}
}

// heldPairs are those who met, by their names.
func heldPairs(x *extract.Extractor, text string) map[string]bool {
	r := x.Extract(&article.Article{ID: "next", Text: text, Published: "2024-05-08"})
	pairs := map[string]bool{}
	for _, m := range extract.FactsOf(&r).Met {
		pairs[pairOf(m.A, m.B)] = true
	}
	return pairs
}
