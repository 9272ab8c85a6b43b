package extract

import "testing"

// One receives a minister by name, and then another, whom an office tells that two have.
const referenceStory = `Lisbonne, 4 mai (AFP) – Le président portugais, António José Seguro, a reçu lundi le ministre norvégien des Affaires étrangères, Espen Barth Eide.

Le ministre finlandais de la Défense, Antti Häkkänen, et la ministre suédoise de la Culture, Parisa Liljestrand, sont à Lisbonne depuis dimanche.

Antti Häkkänen est venu avec trois conseillers.

António José Seguro a reçu le ministre finlandais dans l'après-midi.`

func TestReferences(t *testing.T) {
	count := counts(t, referenceStory)
	const seguro, eide, hakkanen, liljestrand = "António José Seguro", "Espen Barth Eide", "Antti Häkkänen", "Parisa Liljestrand"
	for _, c := range []struct {
		a, b, feature string
		want          int
	}{
		{seguro, eide, "claims", 1},
		{seguro, eide, "claim meant by max", 0},
		{seguro, eide, "claim named before max", 0},
		{seguro, eide, "claim sentence", 1},
		{seguro, eide, "claim of a host", 1},
		{seguro, hakkanen, "claims", 1},
		{seguro, hakkanen, "claim meant by min", 0},
		{seguro, hakkanen, "claim meant by max", 1},
		{seguro, hakkanen, "claim named before max", 1},
		{seguro, hakkanen, "claim sentence", 4},
		{seguro, liljestrand, "claims", 0},
		{seguro, liljestrand, "claim sentence", 0},
	} {
		if got := count(c.a, c.b, c.feature); got != c.want {
			t.Errorf("%s ~ %s: %q is %d, want %d", c.a, c.b, c.feature, got, c.want)
		}
	}
}
