package extract_test

import (
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// textGrid is a file testdata/grid/texts/NAME.LANG.tsv: every choice of one part for each axis is a text. Its lines:
//
//	wanted	FACT              what is wanted of every text: "met A~B", "led A" or "signed A"
//	text	{AXIS} {AXIS}     how parts make a text; there may be several such lines
//	AXIS	PART	FACT          a part, and what is wanted because of it
//
// A line that ends in "gap" is not read right in all texts yet and is left out.
type textGrid struct {
	wanted []string
	texts  []string
	axes   map[string][]textPart
}

type textPart struct {
	text   string
	wanted []string
}

func newTextGrid(t *testing.T, file string) *textGrid {
	g := &textGrid{axes: map[string][]textPart{}}
	for _, c := range tableOf(t, file) {
		switch {
		case slices.Contains(c[2:], "gap"):
		case c[0] == "wanted":
			g.wanted = append(g.wanted, c[1])
		case c[0] == "text":
			g.texts = append(g.texts, c[1])
		default:
			g.axes[c[0]] = append(g.axes[c[0]], textPart{c[1], c[2:]})
		}
	}
	return g
}

// TestTextGrids reads every text by rules alone: what is wanted is told, and nothing else.
func TestTextGrids(t *testing.T) {
	files, err := filepath.Glob("testdata/grid/texts/*.tsv")
	if err != nil || len(files) == 0 {
		t.Fatal("no grids", err)
	}
	for _, f := range files {
		name := strings.TrimSuffix(filepath.Base(f), ".tsv")
		t.Run(name, func(t *testing.T) {
			x, err := extract.Unweighed(name[strings.Index(name, ".")+1:])
			if err != nil {
				t.Fatal(err)
			}
			g, texts, wrong := newTextGrid(t, "grid/texts/"+filepath.Base(f)), 0, 0
			for text, wanted := range g.all {
				texts++
				if got := told(x, text); !maps.Equal(got, wanted) {
					if wrong++; wrong <= 5 {
						t.Errorf("%s\ntold: %v", text, slices.Sorted(maps.Keys(got)))
					}
				}
			}
			if texts < 20 || wrong > 0 {
				t.Errorf("%d of %d texts are not read right", wrong, texts)
			}
		})
	}
}

var axisInText = regexp.MustCompile(`\{\w+\}`)

// all are the texts of the grid with the facts wanted of each.
func (g *textGrid) all(yield func(string, map[string]bool) bool) {
	for _, text := range g.texts {
		if !g.fill(text, g.wanted, yield) {
			return
		}
	}
}

func (g *textGrid) fill(text string, wanted []string, yield func(string, map[string]bool) bool) bool {
	axis := axisInText.FindString(text)
	if axis == "" {
		sentences := strings.Split(strings.Join(strings.Fields(text), " "), ". ")
		for i, s := range sentences {
			sentences[i] = capital(s)
		}
		facts := map[string]bool{}
		for _, w := range wanted {
			facts[w] = true
		}
		return yield(strings.Join(sentences, ". "), facts)
	}
	for _, part := range g.axes[axis[1:len(axis)-1]] {
		if !g.fill(strings.Replace(text, axis, part.text, 1), slices.Concat(wanted, part.wanted), yield) {
			return false
		}
	}
	return true
}

// told are the contacts that were held, the heads and the persons who signed.
func told(x *extract.Extractor, text string) map[string]bool {
	r := x.Extract(&article.Article{ID: "grid", Text: text, Published: "2024-05-08"})
	facts, f := map[string]bool{}, extract.FactsOf(&r)
	for _, m := range f.Met {
		facts["met "+pairOf(m.A, m.B)] = true
	}
	for _, l := range f.Led {
		facts["led "+l.Person] = true
	}
	for _, s := range f.Signed {
		if s.Kind == "person" {
			facts["signed "+s.Signer] = true
		}
	}
	return facts
}
