package extract_test

import (
	"fmt"
	"hash/fnv"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
)

// placed is a text with the names in it and of which state each is: 1 that of the first, 2 that of the
// second, 0 neither, - any.
type placed struct {
	text  string
	names [4]holder
	of    string
}

// affiliations are the texts of a language: its rows with n persons drawn for each.
func affiliations(t *testing.T, lang string, n int) (ps []placed) {
	hs := holders(t, lang)
	add := func(template, of string) {
		h := fnv.New32a()
		h.Write([]byte(template))
		seed := int(h.Sum32() % 1e6)
		for i := range n {
			var q [4]holder
			for k := range q {
				q[k] = hs[(seed+i*31+k*53)%len(hs)]
			}
			if q[0].code == q[1].code || q[0].words["a"] == "" && lang != "vi" {
				continue
			}
			ps = append(ps, placed{fill4(template, lang, q), q, of})
		}
	}
	clauses := affiliationRows(t, "clauses.tsv", lang)
	for _, row := range affiliationRows(t, "phrases.tsv", lang) {
		for _, c := range clauses {
			x := row[2]
			if !strings.Contains(x, ",") {
				x = strings.Replace(strings.Replace(c[1], "{x},", "{x}", 1), "{x}", x, 1)
			} else {
				x = strings.Replace(c[1], "{x}", x, 1)
			}
			add(x, row[1]+"-2-")
		}
	}
	for _, row := range affiliationRows(t, "texts.tsv", lang) {
		add(row[2], row[1])
	}
	return ps
}

func affiliationRows(t *testing.T, file, lang string) (rows [][]string) {
	for _, row := range tableOf(t, "affiliation/"+file) {
		if row[0] == lang {
			rows = append(rows, row)
		}
	}
	return rows
}

// fill4 is a template with four persons of two states in it: the third is of the first state, the fourth of
// the second.
func fill4(template, lang string, q [4]holder) string {
	var pairs []string
	for k, place := range []string{"n", "n3", "n2", "n4"} {
		pairs = append(pairs, "{"+place+"}", q[[]int{0, 2, 1, 3}[k]].name)
	}
	for k, no := range []string{"", "2"} {
		for _, w := range []string{"c", "a", "de", "A"} {
			pairs = append(pairs, "{"+w+no+"}", q[k].words[w])
		}
		pairs = append(pairs, "{c0"+no+"}", withArticle(q[k].words))
	}
	s := capital(strings.NewReplacer(pairs...).Replace(template))
	if lang == "en" {
		for _, v := range []string{"A", "E", "I", "O"} {
			s = strings.NewReplacer(" a "+v, " an "+v, "A "+v, "An "+v, "An "+v, "An "+v).Replace(s)
		}
	}
	return s
}

// withArticle is a state in French with its article, from "du Japon" and "Japon".
func withArticle(words map[string]string) string {
	switch de, c := words["de"], words["c"]; {
	case strings.HasPrefix(de, "du "):
		return "le " + c
	case strings.HasPrefix(de, "des "):
		return "les " + c
	case strings.HasPrefix(de, "d'"), strings.HasPrefix(de, "de l'"):
		return "l'" + c
	case de == "de "+c && strings.HasSuffix(c, "e"):
		return "la " + c
	default:
		return c
	}
}

// TestAffiliations reads of which state somebody is from a body, a side, a delegation or a list.
func TestAffiliations(t *testing.T) {
	x := rules(t)
	for _, lang := range []string{"en", "fr", "vi"} {
		for _, p := range affiliations(t, lang, 2) {
			r := x.Extract(&article.Article{Text: p.text + closing[lang], Published: "2024-05-14"})
			if wrong := p.misplaced(&r); wrong != "" {
				t.Errorf("%s\n\t%s", p.text, wrong)
			}
		}
	}
}

// misplaced tells who is of another state than the text says.
func (p *placed) misplaced(r *graph.Report) (wrong string) {
	for k, place := range []int{0, 2, 1, 3} { // n, n3, n2, n4
		h, want := p.names[place], p.of[k]
		if want == '-' {
			continue
		}
		code := ""
		switch want {
		case '1':
			code = p.names[0].code
		case '2':
			code = p.names[1].code
		}
		for _, q := range r.Persons { // who is not found at all is a matter of names, see TestNames
			if got := string(q.Country); strings.HasSuffix(" "+h.name, " "+q.Name) && (code != "" && got != code || code == "" && (got == p.names[0].code || got == p.names[1].code)) {
				wrong += fmt.Sprintf("%s is of %q, not %q; ", h.name, got, code)
			}
		}
	}
	return wrong
}
