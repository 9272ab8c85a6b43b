package extract

import (
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/weigh"
)

// worded tells of a first contact in words alone, and of a second one without the name of one of the two.
const worded = `Tallinn, 4 mai (AFP) – Le ministre finlandais de la Défense, Antti Häkkänen, a admiré les tulipes avec le ministre letton de la Santé, Hosams Abu Meri, lundi soir.

Le Letton a ensuite parlé à deux reprises.`

func TestGrams(t *testing.T) {
	x, err := newExtractor(nil, []string{"fr"})
	if err != nil {
		t.Fatal(err)
	}
	names := map[weigh.Gram]weigh.Name{}
	all := x.samples(&article.Article{ID: "worded", Text: worded, Published: "2026-05-05"}, Met, names, (*doc).subjects)
	if len(all) != 1 || len(all[0].Told) == 0 {
		t.Fatalf("%d samples, want one with sentences", len(all))
	}
	got := map[weigh.Name]int{}
	for _, g := range all[0].Told[0].Grams {
		got[names[g]]++
		if names[g].Gram() != g {
			t.Errorf("the gram of %v is %d, was %d", names[g], names[g].Gram(), g)
		}
	}
	for name, want := range map[weigh.Name]int{
		{Place: "fr both between", Words: ", a"}:         1,
		{Place: "fr both between", Words: "les tulipes"}: 1,
		{Place: "fr both between", Words: "avec B"}:      1,
		{Place: "fr both after", Words: "B ,"}:           1,
		{Place: "fr both after", Words: "DATE"}:          1,
		{Place: "fr both anywhere", Words: "tulipes"}:    1,
		{Place: "fr both anywhere", Words: "Häkkänen"}:   0, // names tell of one text alone
		{Place: "fr both anywhere", Words: "häkkänen"}:   0,
		{Place: "fr both phrases", Words: "A bare"}:      1,
		{Place: "fr both phrases", Words: "B with"}:      1,
		{Place: "fr both phrases", Words: "A defence"}:   0,
		{Place: "fr one after", Words: ", a"}:            0,
		{Place: "fr both before", Words: "A"}:            1,
	} {
		if got[name] != want {
			t.Errorf("%v stands there %d times, want %d", name, got[name], want)
		}
	}
	if t.Failed() {
		t.Log(got)
	}
}

// What the words tell is among the counts of the sentence, and no word is weighed that has no weight.
func TestWordsAreWeighed(t *testing.T) {
	for weight, want := range map[int]int{900: 1, -900: 0} {
		all := always(3)
		all[Met].Words.Weights = map[weigh.Gram]int{weigh.Name{Place: "fr both between", Words: "les tulipes"}.Gram(): weight}
		// One question: whether the words speak for it.
		told := all[Met].Told
		for i, f := range told.Features {
			if f == "words" {
				told.Usual = make(weigh.Row, len(told.Features))
				told.Trees = []weigh.Tree{{{Feature: uint16(i), At: steps(0), Low: 1, High: 2}, {Value: hopeless - 1}, {Value: 3}}}
			}
		}
		if len(told.Trees) == 0 {
			t.Fatal("no count tells of words")
		}
		if r := read(t, all, worded); len(r.Meetings) != want {
			t.Errorf("weight %d: %d contacts, want %d", weight, len(r.Meetings), want)
		}
	}
}
