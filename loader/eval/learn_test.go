package eval

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

func TestPairsWanted(t *testing.T) {
	want := facts{parse(t, `{"persons":[{"name":"Tô Lâm","aliases":["Lâm"]},{"name":"Lâm Văn Mẫn"},{"name":"Xi Jinping"},{"name":"Hun Manet"}],
		"met":[{"a":"Tô Lâm","b":"Xi Jinping"},{"a":"Xi Jinping","b":"Tô Lâm","optional":true},{"a":"Tô Lâm","b":"Hun Manet","optional":true}]}`)}
	person := func(name string) extract.FactPerson { return extract.FactPerson{Name: name} }
	for _, c := range []struct {
		a, b      string
		met, open bool
	}{
		{"Xi Jinping", "To Lam", true, false},
		{"Lâm", "Xi Jinping", true, false},
		{"Lâm Văn Mẫn", "Xi Jinping", false, false}, // somebody else of the text, whose name has Tô Lâm's in it
		{"Hun Manet", "Tô Lâm", false, true},
		{"Hun Manet", "Xi Jinping", false, false},
		{"Tô Lâm", "Macron", false, false},
	} {
		if met, open := want.wants(extract.Met, []extract.FactPerson{person(c.a), person(c.b)}); met != c.met || open != c.open {
			t.Errorf("%s and %s: met %t, open %t, want %t, %t", c.a, c.b, met, open, c.met, c.open)
		}
	}
}

// lessons reads a text that says of four persons of four states that two have met.
func lessons(t *testing.T) *Lessons {
	t.Helper()
	x, err := extract.Unweighed("fr")
	if err != nil {
		t.Fatal(err)
	}
	c := Case{
		Want: parse(t, `{"id":"fr/1","persons":[],"met":[{"a":"Emmanuel Macron","b":"Giorgia Meloni"},{"a":"Emmanuel Macron","b":"Pedro Sánchez","optional":true}]}`),
		Article: &article.Article{ID: "fr/1", Text: "Le président français, Emmanuel Macron, a reçu mardi la présidente du Conseil italien, Giorgia Meloni. " +
			"Le chef du gouvernement espagnol, Pedro Sánchez, et le chancelier allemand, Friedrich Merz, sont attendus la semaine prochaine."},
	}
	var l Lessons
	if err := l.Add(t.Context(), []Dataset{{Cases: []Case{c, {Want: c.Want}}}}, x); err != nil {
		t.Fatal(err)
	}
	return &l
}

func learnt(t *testing.T, l *Lessons) *extract.Weights {
	t.Helper()
	w, err := l.Learn(t.Context(), func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestLessons(t *testing.T) {
	l := lessons(t)
	met, claimed := 0, 0
	for i := range l.Samples {
		met, claimed = met+index(l.Wanted[i]), claimed+index(l.Samples[i].Claimed)
	}
	if l.Texts != 1 || len(l.Samples) != 3 || met != 1 || claimed != 1 {
		t.Errorf("%d texts, %d pairs, %d met, %d claimed, want 1, 3 (four without the open one), 1, 1", l.Texts, len(l.Samples), met, claimed)
	}
	if diff := cmp.Diff(learnt(t, l), learnt(t, lessons(t))); diff != "" {
		t.Errorf("the same texts teach something else: %s", diff)
	}
}

func TestTableOfCertainty(t *testing.T) {
	table := lessons(t).Table(&extract.Weights{Words: &weigh.Linear{}, Told: &weigh.Model{}, Whole: &weigh.Model{}}) // one half for every pair
	lines := strings.Split(table, "\n")
	if lines[2] != "0.00       2      0  0.000       1      1  1.000" || lines[len(lines)-2] != "0.90       0      0  0.000       0      0  0.000" {
		t.Errorf("got\n%s", table)
	}
}
