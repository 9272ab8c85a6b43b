package eval

import (
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/extract"
)

// What is put in behind the full name of each person, before a verb or a preposition, changes no fact.
var asides = map[string][]string{
	"fr": {", 61 ans,", ", visiblement détendu,", " – en poste depuis mai –"},
	"en": {", 61,", ", elected in 2021,", ", visibly relaxed,"},
	"vi": {" (61 tuổi)", ", với vẻ thoải mái,", ", người vừa đắc cử năm ngoái,"},
}

var goesOn = regexp.MustCompile(`^ (a|est|s'est|has|met|received|đã|hội đàm|tiếp) `)

// withAside puts an aside behind the first full name of each person that a verb follows.
func withAside(text string, persons []extract.FactPerson, aside string) (out string, put int) {
	for _, p := range persons {
		if !strings.Contains(p.Name, " ") {
			continue
		}
		for at := 0; ; {
			i := strings.Index(text[at:], p.Name)
			if i < 0 {
				break
			}
			if at += i + len(p.Name); goesOn.MatchString(text[at:]) {
				text = text[:at] + aside + text[at:]
				put++
				break
			}
		}
	}
	return text, put
}

// A sentence may say something aside of a person: of a hundred contacts that are read in the
// project's own news, at most two are lost by it and one is invented.
func TestAsidesChangeNothing(t *testing.T) {
	x := engine(t)
	for lang, all := range asides {
		dir := filepath.Join("..", "..", "testdata", "wanted", lang)
		for _, aside := range all {
			o, err := Open(t.Context(), dir, nil, dir)
			if err != nil {
				t.Fatal(err)
			}
			var plain, told Score
			put := 0
			for _, c := range o.Datasets[0].Cases {
				text, n := withAside(c.Article.Text, c.Want.Persons, aside)
				if n == 0 {
					continue
				}
				put += n
				plain = plain.Plus(c.run(x).Score)
				c.Article.Text = text
				told = told.Plus(c.run(x).Score)
			}
			a, b := plain.Kinds[Met], told.Kinds[Met]
			if put < 20 {
				t.Errorf("%s: %q put in %d times only", lang, aside, put)
			}
			if lost, invented := a.TP-b.TP, b.FP-a.FP; 50*lost > a.TP || 100*invented > a.TP {
				t.Errorf("%s: %q loses %d and invents %d of %d contacts", lang, aside, lost, invented, a.TP)
			}
		}
	}
}
