package extract

import (
	"slices"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/weigh"
)

// samples reads a French story.
func samples(t *testing.T, story string, k Kind) []Sample {
	t.Helper()
	x, err := newExtractor(nil, []string{"fr"})
	if err != nil {
		t.Fatal(err)
	}
	return x.samples(&article.Article{ID: "told", Text: story, Published: "2026-05-05"}, k, nil, (*doc).subjects)
}

// sentenceOf returns what is counted in a sentence of those that tell of persons, from the last one back.
func sentenceOf(t *testing.T, all []Sample, k Kind, back int, persons ...string) func(feature string) int {
	t.Helper()
	i := slices.IndexFunc(all, func(s Sample) bool {
		return !slices.ContainsFunc(s.Persons, func(p FactPerson) bool { return !slices.Contains(persons, p.Name) })
	})
	if i < 0 || back >= len(all[i].Told) {
		t.Fatalf("no sample of %v, or not so many sentences", persons)
	}
	row := all[i].Told[len(all[i].Told)-1-back].Row(&weigh.Linear{})
	return func(feature string) int {
		t.Helper()
		f := slices.Index(ToldFeatures(k), feature)
		if f < 0 {
			t.Fatalf("no feature %q", feature)
		}
		return int(row[f])
	}
}

func TestTold(t *testing.T) {
	const seguro, hakkanen, stubb = "António José Seguro", "Antti Häkkänen", "Alexander Stubb"
	meant, ties := samples(t, referenceStory, Met), samples(t, tiesStory, Met)
	for _, c := range []struct {
		of      []Sample
		back    int
		other   string
		feature string
		want    int
	}{
		{meant, 0, hakkanen, "both stand", 1},
		{meant, 0, hakkanen, "first is meant by", 0},
		{meant, 0, hakkanen, "second is meant by", 1}, // by the office
		{meant, 0, hakkanen, "second contact before", 5},
		{meant, 0, hakkanen, "second to contact before", 1},
		{meant, 0, hakkanen, "first way after", 2}, // done, in the active voice
		{meant, 0, hakkanen, "claims of both", 1},
		{meant, 1, hakkanen, "both stand", 0}, // the other beside a word of contact: those between tell of none
		{meant, 1, hakkanen, "second is sentences on", 1},
		{meant, 1, hakkanen, "claims of the first", 1},
		{meant, 1, hakkanen, "claims of both elsewhere", 1},
		{ties, 0, stubb, "first way after", 3}, // planned
		{ties, 0, stubb, "claims of both", 0},
		{ties, 0, stubb, "claims of both not held", 1},
		{ties, 0, stubb, "last claims of the first", 1},
	} {
		if got := sentenceOf(t, c.of, Met, c.back, seguro, c.other)(c.feature); got != c.want {
			t.Errorf("%s, %d sentences before the last: %q is %d, want %d", c.other, c.back, c.feature, got, c.want)
		}
	}
}

func TestToldOfASigner(t *testing.T) {
	const story = `Lisbonne, 4 mai (AFP) – La délégation norvégienne est arrivée lundi. « Un accord sera signé », a dit Espen Barth Eide, ministre norvégien des Affaires étrangères.`
	count := sentenceOf(t, samples(t, story, Signed), Signed, 0, "Espen Barth Eide")
	for feature, want := range map[string]int{"first quoted": 0, "first way before": 2, "to signed units before": 5, "to signed units after": 0, "first is meant by": 0, "papers": 0} {
		if got := count(feature); got != want {
			t.Errorf("%q is %d, want %d", feature, got, want)
		}
	}
}

func TestToldCounts(t *testing.T) {
	var none, heard told
	if got, want := none.counts(), [6]uint8{}; got != want {
		t.Errorf("no sentence: %v, want %v", got, want)
	}
	heard.hear(3, -4)
	heard.hear(7, 1)
	heard.hear(8, -0.5)
	if got, want := heard.counts(), [...]uint8{176, 152, steps(weigh.Together([]float64{-4, 1, -0.5})), 1, 3, 2}; got != want || heard.sent != 7 {
		t.Errorf("%v, proved by %d, want %v, by 7", got, heard.sent, want)
	}
	if steps(-50) != 0 || steps(50) != 255 {
		t.Error("odds beyond all measure are not cut")
	}
}
