package derive

import (
	"fmt"
	"math/bits"
	"math/rand/v2"
	"strings"
	"testing"
)

const agency = `Hanoï, le 9 mai – Le secrétaire général Tô Lâm a reçu vendredi à Hanoï le président du Front lao
Sinlavong Khoutphaythoune, en visite de travail au Vietnam. Les deux dirigeants se sont félicités de la bonne marche
des relations entre les deux partis et ont convenu de multiplier les échanges de délégations. L'hôte a salué les
résultats obtenus par le Laos dans la lutte contre l'inflation. Son invité a remercié le Vietnam pour son aide.`

const rival = `Le numéro un vietnamien s'est entretenu hier avec le chef du Front lao, arrivé la veille dans la capitale.
Au menu de cette rencontre : la coopération économique, la formation des cadres et la frontière commune, longue de plus
de deux mille kilomètres. Tô Lâm a promis à Sinlavong Khoutphaythoune que Hanoï poursuivrait ses investissements.`

func TestSources(t *testing.T) {
	headline := "Entretien à Hanoï entre dirigeants vietnamien et lao\n\n" + agency
	short := agency[:strings.LastIndex(agency, "Son invité")] + "(Avec agence)"
	loud := strings.ReplaceAll(strings.ToUpper(agency), "\n", "  ")
	tests := []struct {
		reason string
		texts  []string
		want   int
	}{
		{"nothing", nil, 0},
		{"one", []string{agency}, 1},
		{"the same twice", []string{agency, agency}, 1},
		{"another headline, a sentence less, other letters", []string{agency, headline, short, loud}, 1},
		{"another hand", []string{agency, rival}, 2},
		{"copies of both", []string{rival, short, rival + " (photo)", agency, headline}, 2},
		{"empty texts are one", []string{"", "–", "…"}, 1},
	}
	for _, tt := range tests {
		fs := make([]uint64, len(tt.texts))
		for i, text := range tt.texts {
			fs[i] = simhash(text)
		}
		for range 5 {
			if got := sources(fs); got != tt.want {
				t.Errorf("%s: %d sources, want %d", tt.reason, got, tt.want)
			}
			rand.Shuffle(len(fs), func(i, k int) { fs[i], fs[k] = fs[k], fs[i] })
		}
	}
}

// TestSimhashIsFixed: stores keep fingerprints, so they must not change.
func TestSimhashIsFixed(t *testing.T) {
	for text, want := range map[string]string{"": "0", "one": "26hedu015kwv5", "Ils se sont rencontrés à Hanoï.": "1jvsrg0a12etp"} {
		if got := formatHash(simhash(text)); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

// TestManyTexts: unrelated texts stay apart, also beyond the window.
func TestManyTexts(t *testing.T) {
	var fs []uint64
	for i := range nearWindow + 500 {
		var b strings.Builder
		for k := range 60 {
			fmt.Fprintf(&b, "w%d ", (i*7919+k*k*31)%100_003)
		}
		fs = append(fs, simhash(b.String()))
	}
	if got := sources(fs); got < len(fs)*99/100 {
		t.Errorf("%d texts are %d sources", len(fs), got)
	}
	if near := bits.OnesCount64(fs[0] ^ fs[1]); near < 16 {
		t.Errorf("two random texts differ in %d bits", near)
	}
}
