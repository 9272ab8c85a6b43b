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

// sides is a claim without what a test does not look at.
type sides struct {
	Left, Right []int
	Among       bool
}

func TestWithout(t *testing.T) {
	d := &doc{persons: []person{{country: "FR"}, {country: "VN"}, {country: "LA"}, {country: "FR"}}}
	for name, c := range map[string]struct {
		claim claim
		p, q  int
		want  []sides
	}{
		"a pair leaves nothing":             {claim{left: []int{0}, right: []int{1}}, 0, 1, nil},
		"in any order":                      {claim{left: []int{0}, right: []int{1}}, 1, 0, nil},
		"the others stay":                   {claim{left: []int{0}, right: []int{1, 2}}, 0, 2, []sides{{Left: []int{0}, Right: []int{1}}}},
		"on both sides":                     {claim{left: []int{0, 3}, right: []int{1, 2}}, 0, 1, []sides{{Left: []int{3}, Right: []int{1, 2}}, {Left: []int{0}, Right: []int{2}}}},
		"three lose one pair":               {claim{left: []int{0, 1, 2}, among: true}, 0, 1, []sides{{Left: []int{1, 2}, Among: true}, {Left: []int{0, 2}, Among: true}}},
		"what is left must be of two sides": {claim{left: []int{0, 1, 3}, among: true}, 0, 1, []sides{{Left: []int{1, 3}, Among: true}}},
	} {
		var got []sides
		for _, x := range d.without(c.claim, c.p, c.q) {
			got = append(got, sides{x.left, x.right, x.among})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", name, diff)
		}
	}
}

// story tells of a contact in plain words, and of a president who is only quoted.
const story = `Lisbonne, 4 mai (AFP) – Pour le ministre norvégien des Affaires étrangères, Espen Barth Eide, la journée de lundi aura été longue. Le Norvégien s'est d'abord entretenu avec le ministre portugais de la Mer, Ricardo Serrão Santos.

Les deux ministres sont convenus d'une mission commune. Le Portugais a promis à son hôte une réponse avant l'été, et Espen Barth Eide l'en a remercié.

« Rien ne presse », a déclaré au Parlement le président finlandais, Alexander Stubb.`

// always answers every question alike.
func always(z float64) *models {
	var all models
	for _, k := range Kinds() {
		all[k] = &Weights{Words: &weigh.Linear{}, Told: &weigh.Model{Features: ToldFeatures(k)}, Whole: &weigh.Model{Features: Features(k), Base: z}}
	}
	return &all
}

func read(t *testing.T, w *models, text string) graph.Report {
	t.Helper()
	x, err := newExtractor(w, []string{"fr"})
	if err != nil {
		t.Fatal(err)
	}
	return x.Extract(&article.Article{ID: "story", Text: text, Published: "2026-05-05"})
}

func TestWeightsAddWhatNoRuleTells(t *testing.T) {
	r := read(t, always(3), story) // as good as sure
	names := map[string]bool{}
	for _, m := range r.Meetings {
		a, b := r.Persons[m.Participants[0].Person].Name, r.Persons[m.Participants[1].Person].Name
		names[min(a, b)+" ~ "+max(a, b)] = true
		if m.Participants[0].Side == m.Participants[1].Side {
			t.Errorf("%s and %s are on one side", a, b)
		}
		for _, e := range m.Evidence {
			if e.Rule == "fr.weighed/"+Version && e.Confidence != 0.95 {
				t.Errorf("confidence %.2f, want the probability 0.95", e.Confidence)
			}
			if e.Quote != story[e.Start:e.End] {
				t.Errorf("the evidence is not in the text: %q", e.Quote)
			}
		}
	}
	for _, pair := range []string{"Alexander Stubb ~ Espen Barth Eide", "Espen Barth Eide ~ Ricardo Serrão Santos"} {
		if !names[pair] {
			t.Errorf("not claimed: %s of %v", pair, names)
		}
	}
	if len(names) > 2 {
		t.Errorf("claimed of two who are in no sentence together, and whom the story does not begin with: %v", names)
	}
}

func TestWeightsDropWhatTheStorySpeaksAgainst(t *testing.T) {
	held := func(m graph.MeetingClaim) bool { return m.Status == graph.Held }
	once, _, _ := strings.Cut(story, "\n\n") // the rest tells of the contact again, and what is told twice stays
	if r := read(t, nil, once); !slices.ContainsFunc(r.Meetings, held) {
		t.Fatal("no rule claims anything that could be dropped")
	}
	if r := read(t, always(-3), once); slices.ContainsFunc(r.Meetings, held) {
		t.Errorf("claimed: %v", r.Meetings)
	}
	if r := read(t, always(-3), story); !slices.ContainsFunc(r.Meetings, held) {
		t.Error("a contact that several sentences tell of is dropped")
	}
}

func TestEveryRowHasACountForEachFeature(t *testing.T) {
	x, err := newExtractor(nil, []string{"fr"})
	if err != nil {
		t.Fatal(err)
	}
	pairs := x.samples(&article.Article{ID: "story", Text: story}, Met, nil, (*doc).subjects)
	if len(pairs) != 2 {
		t.Fatalf("%d pairs, want 2", len(pairs))
	}
	told := make([][]weigh.Row, len(pairs))
	for i := range pairs {
		told[i] = pairs[i].Rows(&weigh.Linear{})
	}
	wholes := Wholes(pairs, told, &weigh.Model{})
	for i, p := range pairs {
		if row := wholes[i]; len(row) != len(Features(Met)) {
			t.Errorf("%s ~ %s: %d counts of %d features", p.Persons[0].Name, p.Persons[1].Name, len(row), len(Features(Met)))
		}
		for _, row := range told[i] {
			if len(row) != len(ToldFeatures(Met)) {
				t.Errorf("%s ~ %s: %d counts of %d features", p.Persons[0].Name, p.Persons[1].Name, len(row), len(ToldFeatures(Met)))
			}
		}
	}
	for _, k := range Kinds() {
		for _, all := range [][]string{Features(k), ToldFeatures(k)} {
			if names := slices.Sorted(slices.Values(all)); len(slices.Compact(names)) != len(all) {
				t.Errorf("%d features of %s have names of others", len(all), k)
			}
		}
	}
}
