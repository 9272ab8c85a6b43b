package extract

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/weigh"
)

// pens tells of a document, a delegation and two ministers, of whom no rule says what they had to do
// with either.
const pens = `Rabat, 4 mai (AFP) – Pour le ministre norvégien des Affaires étrangères, Espen Barth Eide, la journée de lundi a compté. Devant le ministre marocain de la Pêche, Driss Ouahbi, il a sorti son stylo.

Le mémorandum sur les quotas, long de six pages, est désormais signé, et la délégation repart mardi.`

func readParts(t *testing.T, text string, k Kind, z float64) graph.Report {
	return heardParts(t, text, k, 0, z)
}

// heardParts reads a text of which each sentence tells with some log odds, and the story with others.
func heardParts(t *testing.T, text string, k Kind, sentence, story float64) graph.Report {
	t.Helper()
	var all models
	all[k] = &Weights{Words: &weigh.Linear{}, Told: &weigh.Model{Features: ToldFeatures(k), Base: sentence}, Whole: &weigh.Model{Features: Features(k), Base: story}}
	x, err := newExtractor(&all, []string{"fr"})
	if err != nil {
		t.Fatal(err)
	}
	return x.Extract(&article.Article{ID: "pens", Text: text, Published: "2026-05-05"})
}

// Of whom no sentence tells the story is not asked, however sure it would be.
func TestHopeless(t *testing.T) {
	for sentence, want := range map[float64]int{hopeless + 0.1: 2, hopeless - 1: 0} {
		if r := heardParts(t, pens, Led, sentence, 3); len(r.Delegations) != want {
			t.Errorf("sentences tell with %v: heads %+v, want %d", sentence, r.Delegations, want)
		}
	}
}

// signers are the names of the persons who sign something.
func signers(r graph.Report) (out []string) {
	for _, a := range r.Agreements {
		for _, s := range a.Signers {
			if s.Kind == graph.ActorPerson {
				out = append(out, r.Persons[s.Index].Name)
			}
		}
	}
	return out
}

func TestWeightsAddSigners(t *testing.T) {
	if got := signers(readParts(t, pens, Signed, -3)); got != nil {
		t.Fatalf("a rule tells of the signers %v: the text proves nothing", got)
	}
	r := readParts(t, pens, Signed, 3)
	if got := signers(r); !slices.Equal(got, []string{"Espen Barth Eide", "Driss Ouahbi"}) {
		t.Errorf("signers %v", got)
	}
	if len(r.Agreements) != 1 || !strings.HasPrefix(r.Agreements[0].What, "mémorandum sur les quotas") {
		t.Fatalf("agreements %+v, want one memorandum that both signed", r.Agreements)
	}
	e := r.Agreements[0].Evidence[0]
	if e.Quote != pens[e.Start:e.End] || e.Rule != "fr.signed.weighed/"+Version {
		t.Errorf("evidence %+v", e)
	}
	without := strings.Replace(pens, "Le mémorandum sur les quotas, long de six pages, est désormais signé", "L'affaire est désormais signée", 1)
	if r := readParts(t, without, Signed, 3); len(r.Agreements) != 1 || r.Agreements[0].What != "signée" {
		t.Errorf("agreements %+v, want what is signed told by the word for it alone", r.Agreements)
	}
}

func TestWeightsAddHeads(t *testing.T) {
	if r := readParts(t, pens, Led, -3); len(r.Delegations) != 0 {
		t.Fatalf("a rule tells of the heads %+v: the text proves nothing", r.Delegations)
	}
	var states []graph.CountryCode
	for _, g := range readParts(t, pens, Led, 3).Delegations {
		states = append(states, g.Represents[0].Country)
	}
	if !slices.Equal(states, []graph.CountryCode{"NO", "MA"}) {
		t.Errorf("heads of delegations of %v", states)
	}
	quiet := strings.Replace(pens, ", et la délégation repart mardi", "", 1)
	if r := readParts(t, quiet, Led, 3); len(r.Delegations) != 0 {
		t.Errorf("%+v: the text tells of no delegation", r.Delegations)
	}
}

// Who only sees others sign signs nothing, however sure the weights are.
func TestWhoWatchesSignsNothing(t *testing.T) {
	const paper = " l'accord sur la pêche à Agadir. La cérémonie s'est tenue mardi."
	for opening, want := range map[string][]string{
		"Le roi Karim Lahlou et le président norvégien Jon Ødegård supervisent la signature de":                     nil,
		"Le roi Karim Lahlou a sorti sa plume, le président norvégien Jon Ødegård à sa droite : ce mardi est signé": {"Karim Lahlou", "Jon Ødegård"},
	} {
		if diff := cmp.Diff(want, signers(readParts(t, opening+paper, Signed, 3))); diff != "" {
			t.Errorf("%s: %s", opening, diff)
		}
	}
}

// Who presides over talks with a delegation does not head it, however sure the weights are.
func TestWhoPresidesHeadsNothing(t *testing.T) {
	const talks = " une délégation du Sénat norvégien à Rabat. La délégation repart mardi."
	for opening, want := range map[string]int{
		"Le vice-président du Sénat marocain, Karim Lahlou, a présidé lundi un entretien avec": 0,
		"Le vice-président du Sénat marocain, Karim Lahlou, a passé le lundi avec":             1,
	} {
		if r := readParts(t, opening+talks, Led, 3); len(r.Delegations) != want {
			t.Errorf("%s: heads %+v, want %d", opening, r.Delegations, want)
		}
	}
}
