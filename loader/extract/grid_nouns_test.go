package extract_test

import (
	"flag"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

var (
	nounDraws = flag.Int("noundraws", 300, "sentences drawn per language by TestNounGrid")
	nounOpen  = flag.Bool("nounopen", false, "draw constructions that are not always read right, too")
)

// nounGrid are the sentences of testdata/grid/nouns.tsv in one language: constructions with
// places, and for each place its values.
type nounGrid struct {
	lang  string
	texts [][2]string // what is wanted, the sentence
	axes  map[string][]string
	hs    []holder
}

func newNounGrid(t *testing.T, lang string) *nounGrid {
	g := &nounGrid{lang: lang, axes: map[string][]string{}, hs: holders(t, lang)}
	for _, c := range tableOf(t, "grid/nouns."+lang+".tsv") {
		switch {
		case c[0] == "":
		case strings.HasPrefix(c[0], "="):
			g.axes[c[0][1:]] = c[1:]
		case strings.HasPrefix(c[0], "?") && !*nounOpen:
		default:
			c[0] = strings.TrimPrefix(c[0], "?")
			g.texts = append(g.texts, [2]string{c[0], c[1]})
		}
	}
	return g
}

// nounText is one text of the grid with what it should be read as.
type nounText struct {
	text, wanted string
	values       []string // the construction and the values of its places
}

// draw fills construction k with values and persons at random.
func (g *nounGrid) draw(k int, rnd *rand.Rand) nounText {
	x := nounText{values: []string{g.texts[k][1]}}
	s := "{before} ¦" + g.texts[k][1] + " {behind}"
	axes := slices.DeleteFunc(slices.Sorted(maps.Keys(g.axes)), func(axis string) bool { return axis == "who" || axis == "office" })
	for range 4 {
		for _, axis := range axes {
			vs := g.axes[axis]
			for strings.Contains(s, "{"+axis+"}") {
				v := vs[rnd.IntN(len(vs))]
				s = strings.Replace(s, "{"+axis+"}", v, 1)
				x.values = append(x.values, axis+"="+v)
			}
		}
	}
	names, wanted := []string{}, g.texts[k][0]
	hs := g.apart(rnd)
	for i, place := range []string{"A", "B", "Z", "C", "D"} {
		h := hs[i]
		form := g.axes["who"][rnd.IntN(len(g.axes["who"]))]
		if strings.Contains(s, "{"+place+"}") {
			x.values = append(x.values, "who="+form)
		}
		office := g.axes["office"][rnd.IntN(len(g.axes["office"]))]
		noun := strings.NewReplacer("{office}", office, "{n}", h.name, "{c}", h.words["c"], "{a}", h.words["a"], "{de}", h.words["de"]).Replace(form)
		names = append(names, "{"+place+"}", noun, "{"+place+"n}", h.name, "{"+place+"c}", h.words["c"], "{"+place+"a}", h.words["a"], "{"+place+"de}", h.words["de"], "{"+place+"o}", office)
		wanted = strings.NewReplacer("<"+place+">", h.name, "<"+place+"c>", h.code).Replace(wanted)
	}
	x.text, x.wanted = g.written(strings.NewReplacer(names...).Replace(s)), wanted
	return x
}

// apart are five persons of five states.
func (g *nounGrid) apart(rnd *rand.Rand) (hs []holder) {
	for len(hs) < 5 {
		h := g.hs[rnd.IntN(len(g.hs))]
		if !slices.ContainsFunc(hs, func(o holder) bool { return o.code == h.code }) {
			hs = append(hs, h)
		}
	}
	return hs
}

// written is a sentence as its language writes it: what runs together, and one mark where two meet.
func (g *nounGrid) written(s string) string {
	s = strings.NewReplacer(",,", ",", ", ,", ",", ",.", ".", ",;", ";", ",:", ":", ",)", ")", "  ", " ", " ,", ",", " .", ".", "States's", "States'", "Netherlands's", "Netherlands'", "Emirates's", "Emirates'").Replace(strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' }), " "))
	s = strings.NewReplacer(",,", ",", ",.", ".", ",;", ";", ",:", ":").Replace(s)
	if g.lang == "fr" {
		s = strings.NewReplacer(" de le ", " du ", " à le ", " au ", "De le ", "Du ", " de les ", " des ", " à les ", " aux ").Replace(s)
		for _, v := range []string{"A", "E", "I", "O", "U", "É", "a", "e", "i", "o", "u", "é"} {
			s = strings.NewReplacer("Le "+v, "L'"+v, " le "+v, " l'"+v, " de "+v, " d'"+v, " que "+v, " qu'"+v).Replace(s)
		}
	}
	lines := strings.Split(s, "¶")
	for i, l := range lines {
		context, l, _ := strings.Cut(l, "¦")
		if l == "" {
			context, l = "", context
		}
		lines[i] = strings.TrimSpace(context + " " + capital(strings.TrimSpace(l)))
	}
	return strings.Join(lines, "\n")
}

// facts are those of the kinds that are wanted, in the same words.
func (x *nounText) facts(r *graph.Report) string {
	f, parts := extract.FactsOf(r), []string{}
	for w := range strings.SplitSeq(x.wanted, ";") {
		kind, rest, _ := strings.Cut(w, " ")
		found := []string{}
		switch kind {
		case "met":
			for _, m := range f.Met {
				found = append(found, pairOf(m.A, m.B))
			}
		case "led":
			for _, l := range f.Led {
				c := "?"
				if l.Country != nil {
					c = *l.Country
				}
				found = append(found, l.Person+"@"+c)
			}
		case "signed":
			for _, g := range f.Signed {
				if g.Kind == "person" || g.Kind == "country" {
					found = append(found, g.Signer)
				}
			}
		}
		slices.SortFunc(found, func(a, b string) int { return strings.Compare(titlesInNames.Replace(a), titlesInNames.Replace(b)) })
		found = slices.Compact(found)
		if want := wantedItems(rest); !slices.EqualFunc(want, found, sameFact) {
			parts = append(parts, fmt.Sprintf("%s: want %q, have %q", kind, want, found))
		}
	}
	return strings.Join(parts, "; ")
}

// titlesInNames are words that people.tsv has with a name and that a report may leave to the title.
var titlesInNames = strings.NewReplacer("Daw ", "", "U ", "", "Sheikh ", "", "Dato ", "", "Sayyid ", "", "Hajah ", "")

func pairOf(a, b string) string {
	a, b = titlesInNames.Replace(a), titlesInNames.Replace(b)
	return min(a, b) + "~" + max(a, b)
}

func sameFact(a, b string) bool { return titlesInNames.Replace(a) == titlesInNames.Replace(b) }

func wantedItems(s string) (items []string) {
	for w := range strings.SplitSeq(s, "|") {
		if a, b, ok := strings.Cut(w, "~"); ok {
			w = pairOf(a, b)
		}
		if w != "" && w != "-" {
			items = append(items, w)
		}
	}
	slices.SortFunc(items, func(a, b string) int { return strings.Compare(titlesInNames.Replace(a), titlesInNames.Replace(b)) })
	return items
}

// TestNounGrid reads invented sentences in which a contact is told by a noun, a delegation by its
// head and a document by its signers, each with persons, adjuncts and words around that vary.
func TestNounGrid(t *testing.T) {
	x := rules(t)
	for _, lang := range []string{"en", "fr", "vi"} {
		t.Run(lang, func(t *testing.T) {
			g := newNounGrid(t, lang)
			rnd := rand.New(rand.NewPCG(7, 11))
			count := shares{}
			for i := range *nounDraws {
				k := i % len(g.texts)
				d := g.draw(k, rnd)
				r := x.Extract(&article.Article{Text: d.text, Published: "2024-05-14"})
				wrong := d.facts(&r)
				if wrong != "" {
					t.Errorf("%s\n\t%s", strings.ReplaceAll(d.text, "\n", " ¶ "), wrong)
				}
				count.add(d.values, wrong == "")
			}
			if t.Failed() {
				count.log(t)
			}
		})
	}
}
