package extract_test

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
)

// holder is a person of testdata/names/people.tsv with the words of his state.
type holder struct {
	name, code string
	words      map[string]string // for the places of a template
}

// holders are the persons as a language writes them.
func holders(t *testing.T, lang string) (hs []holder) {
	for _, c := range tableOf(t, "names/people.tsv") {
		w := map[string]string{"c": c[1], "a": c[2]}
		switch lang {
		case "fr":
			w = map[string]string{"de": c[3], "c": c[4], "a": c[5], "A": capital(c[5])}
		case "vi":
			w = map[string]string{"c": c[6]}
		}
		for n := range strings.SplitSeq(c[7], "|") {
			marks, plain, ok := strings.Cut(n, "=")
			if ok && lang == "vi" {
				marks = plain
			}
			hs = append(hs, holder{marks, c[0], w})
		}
	}
	return hs
}

// tableOf are the rows of a table below testdata.
func tableOf(t *testing.T, file string) (rows [][]string) {
	t.Helper()
	b, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	for l := range strings.Lines(string(b)) {
		if !strings.HasPrefix(l, "#") {
			rows = append(rows, strings.Split(strings.TrimSuffix(l, "\n"), "\t"))
		}
	}
	return rows
}

func capital(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return strings.ToUpper(string(r)) + w[n:]
}

// fill is a template with two persons in it.
func fill(template, lang string, a, b holder) string {
	pairs := []string{"{n}", a.name, "{n2}", b.name}
	for k, w := range a.words {
		pairs = append(pairs, "{"+k+"}", w)
	}
	for k, w := range b.words {
		pairs = append(pairs, "{"+k+"2}", w)
	}
	s := capital(strings.NewReplacer(pairs...).Replace(template))
	if lang == "fr" {
		for _, v := range []string{"A", "E", "I", "O", "U", "É"} {
			s = strings.NewReplacer("Le "+v, "L'"+v, " le "+v, " l'"+v).Replace(s)
		}
	}
	return s
}

// closing goes on with the text, whose language one sentence of names does not tell.
var closing = map[string]string{
	"en": "\nThe two of them spoke of what the countries have in common.",
	"fr": "\nIls ont parlé de ce que les deux pays ont en commun.",
	"vi": "\nHai bên đã trao đổi về nhiều vấn đề cùng quan tâm.",
}

// TestNames reads names of all cultures in all templates: who stands for which state, whatever else
// the parts of his name mean.
func TestNames(t *testing.T) {
	x := rules(t)
	templates := tableOf(t, "names/templates.tsv")
	for _, lang := range []string{"en", "fr", "vi"} {
		t.Run(lang, func(t *testing.T) {
			hs := holders(t, lang)
			for k, row := range templates {
				for i := range hs {
					a, b := hs[i], hs[(i+7*k+31)%len(hs)]
					if row[0] != lang || a.code == b.code {
						continue
					}
					s := fill(row[1], lang, a, b)
					r := x.Extract(&article.Article{Text: s + closing[lang], Published: "2024-05-14"})
					if missing := unread(&r, a, b); missing != "" {
						t.Errorf("%s\n\t%s", s, missing)
					}
				}
			}
		})
	}
}

// unread tells which of two persons a report has not, or not with his state, and whether it has no contact of theirs.
func unread(r *graph.Report, hs ...holder) (missing string) {
	for _, h := range hs {
		found := false
		for _, p := range r.Persons {
			// A title is no part of the name: "U Than Swe" is Than Swe.
			found = found || string(p.Country) == h.code && strings.HasSuffix(" "+h.name, " "+p.Name) && strings.Count(p.Name, " ") >= min(1, strings.Count(h.name, " ")-1)
		}
		if !found {
			missing += fmt.Sprintf("missing %s of %s ", h.name, h.code)
		}
	}
	if len(r.Meetings) == 0 {
		missing += "no contact"
	}
	return missing
}
