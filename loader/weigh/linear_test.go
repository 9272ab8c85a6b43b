package weigh_test

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/loader/weigh"
)

func gram(words string) weigh.Gram { return weigh.Name{Place: "xx both between", Words: words}.Gram() }

// worded are cases of two rows each, whose answer is yes if "met" stands in one of them; "said" and others tell nothing.
func worded(n int) (out []weigh.Worded) {
	r := rand.New(rand.NewPCG(7, 7))
	for i := range n {
		c := weigh.Worded{Text: i}
		for range 2 {
			row := []weigh.Gram{gram("said")}
			if r.IntN(3) == 0 {
				row, c.Yes = append(row, gram("met"), gram("A met")), true
			}
			out := []string{"on", "in", "of", "by"}[r.IntN(4)]
			c.Rows = append(c.Rows, append(row, gram(out)))
		}
		out = append(out, c)
	}
	return out
}

func learnLinear(t *testing.T, cases []weigh.Worded) *weigh.Linear {
	t.Helper()
	o := weigh.UsualLinear()
	o.Rounds = 10 // of few texts
	m, err := weigh.LearnLinear(t.Context(), cases, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestLearnsWhichWordTells(t *testing.T) {
	m := learnLinear(t, worded(1000))
	yes, no := m.LogOdds([]weigh.Gram{gram("said"), gram("met"), gram("A met"), gram("in")}), m.LogOdds([]weigh.Gram{gram("said"), gram("in")})
	if yes < 1 || no > -2 {
		t.Errorf("log odds with the word %.2f, without %.2f", yes, no)
	}
	if diff := cmp.Diff(m, learnLinear(t, worded(1000))); diff != "" {
		t.Errorf("learning again gives something else: %s", diff)
	}
}

// A gram of one text, or of none, tells nothing, whatever the answer is there.
func TestWordsOfFewTextsDoNotCount(t *testing.T) {
	cases := worded(1000)
	for i := range cases[:20] {
		cases[i].Text = 0
		cases[i].Rows[0] = append(cases[i].Rows[0], gram("Wednesday"))
	}
	m := learnLinear(t, cases)
	if w, ok := m.Weights[gram("Wednesday")]; ok {
		t.Errorf("the word of one text has the weight %d", w)
	}
	if len(m.Weights) == 0 {
		t.Error("no word has a weight")
	}
}

func TestLearningWordsCanBeInterrupted(t *testing.T) {
	interrupt(t, func(ctx context.Context) error {
		_, err := weigh.LearnLinear(ctx, worded(10), weigh.UsualLinear())
		return err
	})
}

func TestTableScoresAsTheLinear(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 7))
	m := &weigh.Linear{Bias: -150, Weights: map[weigh.Gram]int{}}
	for range 1000 {
		m.Weights[weigh.Gram(r.Uint32())] = r.IntN(400) - 200 // some of them 0
	}
	known := slices.Sorted(func(yield func(weigh.Gram) bool) {
		for g := range m.Weights {
			if !yield(g) {
				return
			}
		}
	})
	for _, m := range []*weigh.Linear{m, {}} {
		table := m.Table()
		for range 1000 {
			row := []weigh.Gram{0, weigh.Gram(r.Uint32()), known[r.IntN(len(known))], known[r.IntN(len(known))]}
			if a, b := m.LogOdds(row), table.LogOdds(row); math.Abs(a-b) > 1e-12 {
				t.Fatalf("LogOdds(%v) of %d weights is %v, of their table %v", row, len(m.Weights), a, b)
			}
		}
	}
}

func TestReadLinearGivesBackWhatWasWritten(t *testing.T) {
	names, weights := map[weigh.Gram]weigh.Name{}, map[weigh.Gram]int{}
	for i, n := range []weigh.Name{{"fr both between", "A reçu"}, {"fr both between", "reçu"}, {"en one after", "A ["}, {"en one after", "]"}, {"vi one after", "họp_với B?"}} {
		names[n.Gram()], weights[n.Gram()] = n, 100*i-50
	}
	m := &weigh.Linear{Bias: -53, Weights: weights}
	var b bytes.Buffer
	if err := m.Write(&b, names); err != nil {
		t.Fatal(err)
	}
	again, err := weigh.ReadLinear(b.String())
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(m, again); diff != "" {
		t.Errorf("%s\n%s", diff, b.String())
	}
	delete(names, weigh.Name{"fr both between", "reçu"}.Gram())
	if err := m.Write(&b, names); err == nil {
		t.Error("a gram without a name is written")
	}
}

func TestReadLinearRefuses(t *testing.T) {
	refused(t, weigh.ReadLinear, map[string]string{
		"nothing":      "",
		"no number":    "much\n",
		"a gram first": "5\tA\n",
		"no place":     "-53\n5\tA met\n",
		"no weight":    "-53\n[en both after]\nA met\n",
		"no gram":      "-53\n[en both after]\n7\n",
		"a fraction":   "-53\n[en both after]\n0.7\tA\n",
	})
}
