package extract

import (
	"slices"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

// ties of four persons: one has received two of one side, and is to see a fourth.
const tiesStory = `Lisbonne, 4 mai (AFP) – Le président portugais, António José Seguro, a reçu lundi le ministre norvégien des Affaires étrangères, Espen Barth Eide, et la ministre norvégienne de la Pêche, Marianne Sivertsen Næss.

António José Seguro recevra mardi le président finlandais, Alexander Stubb, dont Espen Barth Eide a vanté la franchise.`

// counts reads a French story and returns what is counted of two of its persons.
func counts(t *testing.T, story string) func(a, b, feature string) int {
	t.Helper()
	x, err := newExtractor(nil, []string{"fr"})
	if err != nil {
		t.Fatal(err)
	}
	pairs := x.samples(&article.Article{ID: "ties", Text: story, Published: "2026-05-05"}, Met, nil, (*doc).subjects)
	return func(a, b, feature string) int {
		t.Helper()
		i := slices.IndexFunc(pairs, func(p Sample) bool {
			return p.Persons[0].Name == a && p.Persons[1].Name == b || p.Persons[0].Name == b && p.Persons[1].Name == a
		})
		f := slices.Index(Features(Met), feature)
		if i < 0 || f < 0 {
			t.Fatalf("no pair %s ~ %s of %d, or no feature %q", a, b, len(pairs), feature)
		}
		return int(pairs[i].Row[f])
	}
}

func TestTies(t *testing.T) {
	count := counts(t, tiesStory)
	const seguro, eide, stubb = "António José Seguro", "Espen Barth Eide", "Alexander Stubb"
	for _, c := range []struct {
		a, b, feature string
		want          int
	}{
		{seguro, eide, "planned", 0},
		{seguro, stubb, "planned", 1},
		{seguro, eide, "met others max", 1}, // and the other minister
		{seguro, eide, "met others min", 0},
		{seguro, stubb, "met others max", 2},
		{eide, stubb, "met others max", 1},
		{eide, stubb, "met the same", 0}, // the one is only to be seen
		{eide, stubb, "plans max", 1},
	} {
		if got := count(c.a, c.b, c.feature); got != c.want {
			t.Errorf("%s ~ %s: %q is %d, want %d", c.a, c.b, c.feature, got, c.want)
		}
	}
}

func TestCompanions(t *testing.T) {
	c := &claim{left: []int{0, 1}, right: []int{2, 3}}
	for _, x := range []struct {
		p, q int
		want bool
	}{{0, 1, true}, {3, 2, true}, {0, 2, false}, {1, 4, false}} {
		if got := c.companions(x.p, x.q); got != x.want {
			t.Errorf("%d and %d: %t, want %t", x.p, x.q, got, x.want)
		}
	}
	if c = (&claim{left: []int{0, 1}, among: true}); c.companions(0, 1) {
		t.Error("those who have met among themselves are no companions")
	}
}
