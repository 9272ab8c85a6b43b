package weigh_test

import (
	"bytes"
	"context"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/diplograph/diplograph/loader/weigh"
)

// cases are rows whose answer is yes when just one of two features is more than 4,
// which no single question can tell; a third feature says nothing.
func cases(n int) (out []weigh.Case) {
	r := rand.New(rand.NewPCG(7, 7))
	for range n {
		row := weigh.Row{uint8(r.IntN(10)), uint8(r.IntN(10)), uint8(r.IntN(10))}
		out = append(out, weigh.Case{Rows: []weigh.Row{row}, Yes: row[0] > 4 != (row[1] > 4)})
	}
	return out
}

// broad are rows of n counts, of every other one half are 0; yes is told by the first and the last.
func broad(rows, n int) (out []weigh.Case) {
	r := rand.New(rand.NewPCG(7, 7))
	for range rows {
		row := make(weigh.Row, n)
		for i := range row {
			row[i] = uint8(r.IntN(10) * max(r.IntN(2), i%2))
		}
		out = append(out, weigh.Case{Rows: []weigh.Row{row}, Yes: row[0] > 4 != (row[n-1] > 4)})
	}
	return out
}

func learn(t *testing.T, o weigh.Options) *weigh.Model {
	t.Helper()
	return learnFrom(t, []string{"a", "b", "noise"}, cases(600), o)
}

func learnFrom(t *testing.T, features []string, cs []weigh.Case, o weigh.Options) *weigh.Model {
	t.Helper()
	m, err := weigh.Learn(t.Context(), features, cs, o)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func options() weigh.Options {
	o := weigh.Usual()
	o.Share = 1
	return o
}

func TestLearnsWhatTwoFeaturesTellTogether(t *testing.T) {
	m := learn(t, options())
	for _, c := range []struct {
		row weigh.Row
		yes bool
	}{{weigh.Row{9, 0, 3}, true}, {weigh.Row{0, 9, 3}, true}, {weigh.Row{0, 0, 3}, false}, {weigh.Row{9, 9, 3}, false}} {
		if p := weigh.Probability(m.LogOdds(c.row)); p > 0.9 != c.yes || p < 0.1 == c.yes {
			t.Errorf("the probability of %v is %.2f, want yes: %t", c.row, p, c.yes)
		}
	}
}

// Cases of three rows, of which one is enough; which one the learner is not told.
func TestLearnsWhichRowShowsIt(t *testing.T) {
	var several []weigh.Case
	for three := range slices.Chunk(cases(3000), 3) {
		c := weigh.Case{}
		for _, x := range three {
			c.Rows, c.Yes = append(c.Rows, x.Rows[0]), c.Yes || x.Rows[0][0] > 7
		}
		several = append(several, c)
	}
	m := learnFrom(t, []string{"a", "b", "noise"}, several, options())
	yes, no, other := m.LogOdds(weigh.Row{9, 5, 5}), m.LogOdds(weigh.Row{7, 5, 5}), m.LogOdds(weigh.Row{0, 9, 9})
	if yes < 1 || no > -1 || other > -1 {
		t.Errorf("log odds of a row that shows it %.2f, of others %.2f, %.2f", yes, no, other)
	}
	if z := weigh.Together([]float64{other, yes, no}); z < yes || z > yes+0.5 {
		t.Errorf("together %.2f, want little more than %.2f", z, yes)
	}
}

func TestTogether(t *testing.T) {
	for _, c := range []struct {
		rows []float64
		want float64
	}{{[]float64{-2}, -2}, {[]float64{0, 0}, math.Log(2)}, {[]float64{1000, 0, -1000}, 1000}} {
		if z := weigh.Together(c.rows); math.Abs(z-c.want) > 1e-12 {
			t.Errorf("Together(%v) = %v, want %v", c.rows, z, c.want)
		}
	}
}

func TestLearningCanBeInterrupted(t *testing.T) {
	interrupt(t, func(ctx context.Context) error {
		_, err := weigh.Learn(ctx, []string{"a", "b", "noise"}, cases(600), options())
		return err
	})
}

// interrupt ends what learns before it begins.
func interrupt(t *testing.T, learn func(context.Context) error) {
	t.Helper()
	ctx, cancel := context.WithCancelCause(t.Context())
	enough := errors.New("enough")
	cancel(enough)
	if err := learn(ctx); !errors.Is(err, enough) {
		t.Errorf("error %v, want the cause", err)
	}
}

func TestLearningTwiceGivesTheSame(t *testing.T) {
	if diff := cmp.Diff(learn(t, weigh.Usual()), learn(t, weigh.Usual())); diff != "" {
		t.Error(diff)
	}
}

func TestSplitsWhereTheAnswerChanges(t *testing.T) {
	o := options()
	o.Trees, o.Leaves, o.Bag = 1, 2, 1
	var cs []weigh.Case
	for i := range 256 {
		cs = append(cs, weigh.Case{Rows: []weigh.Row{{uint8(i), uint8(i % 7)}}, Yes: i > 137})
	}
	tree := learnFrom(t, []string{"count", "noise"}, cs, o).Trees[0]
	if root := tree[0]; root.Feature != 0 || root.At != 137 {
		t.Errorf("count %d is compared with %d, want 0 with 137", root.Feature, root.At)
	}
}

func TestTreesSeeDifferentCases(t *testing.T) {
	o := options()
	o.Trees, o.Rate = 2, 1e-9 // so that the second has the same error before it
	trees := func(bag float64) []weigh.Tree { o.Bag = bag; return learn(t, o).Trees }
	if all := trees(1); !cmp.Equal(all[0], all[1], cmpopts.EquateApprox(0, 1e-15)) {
		t.Error("two trees that see all cases differ")
	}
	if some := trees(0.5); cmp.Equal(some[0], some[1], cmpopts.EquateApprox(0, 1e-15)) {
		t.Error("two trees that see half of the cases do not differ")
	}
}

func TestLeavesHoldEnoughRows(t *testing.T) {
	o := options()
	o.MinRows = 301 // more than half of all rows: nothing can be split
	for _, tree := range learn(t, o).Trees {
		if len(tree) != 1 {
			t.Fatalf("a tree was split: %v", tree)
		}
	}
}

func TestForestScoresAsTheModel(t *testing.T) {
	features := strings.Fields("a b c d e f g h i j k")
	learnt := broad(600, len(features))
	var rows []weigh.Row
	for _, c := range learnt {
		rows = append(rows, c.Rows[0])
	}
	for name, m := range map[string]*weigh.Model{"learnt": learnFrom(t, features, learnt, options()), "no trees": {Features: features, Base: 1}} {
		f, err := m.Forest()
		if err != nil {
			t.Fatal(err)
		}
		for four := range slices.Chunk(append(rows, make(weigh.Row, 11), weigh.Row{255, 255, 255, 9, 0, 1, 8, 0, 3, 2, 7}, rows[0], rows[9]), weigh.Lanes) {
			left := weigh.All
			var begin, rest [weigh.Lanes]weigh.Row
			for i, r := range four {
				begin[i], rest[i] = r[:1], r[1:]
			}
			f.Ask(&left, 1, &rest)
			f.Ask(&left, 0, &begin)
			scores := f.LogOdds(&left)
			for i, r := range four {
				if p := m.LogOdds(r); p != scores[i] {
					t.Fatalf("%s: LogOdds(%v) of the model is %v, of the forest %v", name, r, p, scores[i])
				}
			}
		}
	}
}

func TestForestWantsSmallTrees(t *testing.T) {
	var tree weigh.Tree // whose high branches go on and on
	for n := uint16(0); n < 64; n += 2 {
		tree = append(tree, weigh.Node{At: uint8(n), Low: n + 1, High: n + 2}, weigh.Node{Value: float64(n)})
	}
	m := weigh.Model{Features: []string{"a"}, Trees: []weigh.Tree{append(tree, weigh.Node{})}}
	if f, err := m.Forest(); err == nil {
		t.Errorf("made of a tree with 33 leaves: %v", f)
	}
	if f, err := (&weigh.Model{Trees: slices.Repeat([]weigh.Tree{{{}}}, 513)}).Forest(); err == nil {
		t.Errorf("made of 513 trees: %v", f)
	}
	m.Trees[0] = append(tree[:62:62], weigh.Node{})
	if _, err := m.Forest(); err != nil {
		t.Errorf("32 leaves: %v", err)
	}
}

func TestReadGivesBackWhatWasWritten(t *testing.T) {
	m := learn(t, options())
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := weigh.Read(b.String())
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range cases(50) {
		if p, q := m.LogOdds(c.Rows[0]), again.LogOdds(c.Rows[0]); p-q > 1e-3 || q-p > 1e-3 {
			t.Fatalf("LogOdds(%v) was %f and is %f", c.Rows[0], p, q)
		}
	}
	var c bytes.Buffer
	if err := again.Write(&c); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(b.String(), c.String()); diff != "" {
		t.Error(diff)
	}
}

func TestReadRefuses(t *testing.T) {
	refused(t, weigh.Read, map[string]string{
		"nothing":         "",
		"no number":       "a\tb\n0\t0\nmuch\n",
		"no count":        "a\tb\n0\tx\n0\n",
		"too few counts":  "a\tb\n0\n0\n",
		"no leaf":         "a\tb\n0\t0\n0\nx\n",
		"a loop":          "a\tb\n0\t0\n0\n0:1:0:0 1 2\n",
		"a way out":       "a\tb\n0\t0\n0\n0:1:1:9 1 2\n",
		"too few numbers": "a\tb\n0\t0\n0\n0:1:1 1 2\n",
		"too many":        "a\tb\n0\t0\n0\n0:1:1:2:0 1 2\n",
		"no such column":  "a\tb\n0\t0\n0\n7:1:1:2 1 2\n",
	})
}

// refused reads what cannot be read.
func refused[M any](t *testing.T, read func(string) (*M, error), files map[string]string) {
	t.Helper()
	for name, s := range files {
		if m, err := read(s); err == nil {
			t.Errorf("%s: read as %v", name, m)
		}
	}
}
