package weigh

import (
	"context"
	"math"
	"math/rand/v2"
)

// Linear is a sum of weights of grams: logistic regression. The zero value says that nothing is known
// of any case.
type Linear struct {
	Bias    int          // log odds before any gram, in hundredths
	Weights map[Gram]int // what each gram adds, in hundredths
}

// LogOdds are those of yes, of a row of grams; one that stands there twice counts twice.
func (m *Linear) LogOdds(row []Gram) float64 {
	z := m.Bias
	for _, g := range row {
		z += m.Weights[g]
	}
	return float64(z) / 100
}

// Worded is a question with its answer, of which several rows of grams tell; see Case.
type Worded struct {
	Rows [][]Gram
	Yes  bool
	Text int // of which it is: words of one text are those of one writer
}

// LinearOptions tell how weights are learnt.
type LinearOptions struct {
	Rounds   int     // how often each case is seen
	Rate     float64 // how far a weight is moved at first
	Shrink   float64 // pulls weights to 0
	Texts    int     // in how many texts a gram must stand
	Smallest float64 // weight that is kept
	Seed     uint64
}

// UsualLinear returns options that suit some ten thousand texts.
func UsualLinear() LinearOptions {
	return LinearOptions{Rounds: 2, Rate: 0.1, Shrink: 1e-5, Texts: 3, Smallest: 0.1, Seed: 1}
}

// LearnLinear learns weights by the steps of Duchi and others, "Adaptive Subgradient Methods"
// (2011). The same cases in the same order give the same weights. The only error is the end of ctx.
func LearnLinear(ctx context.Context, cases []Worded, o LinearOptions) (*Linear, error) {
	l := linear{o: o, weights: map[Gram]*weight{}}
	l.choose(cases)
	order, random := make([]int, len(cases)), rand.New(rand.NewPCG(o.Seed, 0))
	for i := range order {
		order[i] = i
	}
	for range o.Rounds {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for n, i := range order {
			if n%1000 == 0 && ctx.Err() != nil {
				return nil, context.Cause(ctx)
			}
			l.learn(&cases[i])
		}
	}
	m := &Linear{Bias: hundredths(l.bias.is), Weights: map[Gram]int{}}
	for g, w := range l.weights {
		if math.Abs(w.is) >= o.Smallest {
			m.Weights[g] = hundredths(w.is)
		}
	}
	return m, nil
}

func hundredths(x float64) int { return int(math.Round(100 * x)) }

// weight is one that is learnt, with the squares of all its slopes.
type weight struct{ is, slopes float64 }

func (w *weight) move(slope float64, o *LinearOptions) {
	slope += o.Shrink * w.is
	w.slopes += slope * slope
	w.is -= o.Rate * slope / (math.Sqrt(w.slopes) + 1e-2)
}

type linear struct {
	o       LinearOptions
	bias    weight
	weights map[Gram]*weight
	sums    []float64
}

// choose makes a weight for each gram of enough texts.
func (l *linear) choose(cases []Worded) {
	type seen struct{ texts, last int }
	all := map[Gram]seen{}
	for i := range cases {
		for _, row := range cases[i].Rows {
			for _, g := range row {
				s, again := all[g]
				if again && s.last == cases[i].Text {
					continue
				}
				all[g] = seen{s.texts + 1, cases[i].Text}
			}
		}
	}
	for g, s := range all {
		if s.texts >= l.o.Texts {
			l.weights[g] = new(weight)
		}
	}
}

// learn moves the weights of a case by the error in it, shared among its rows by the odds of each.
func (l *linear) learn(c *Worded) {
	if len(c.Rows) == 0 {
		return
	}
	l.sums = l.sums[:0]
	for _, row := range c.Rows {
		z := l.bias.is
		for _, g := range row {
			if w := l.weights[g]; w != nil {
				z += w.is
			}
		}
		l.sums = append(l.sums, z)
	}
	slope, share := shares(l.sums)
	if c.Yes {
		slope--
	}
	for i, row := range c.Rows {
		own := slope * share(i)
		if math.Abs(own) < 1e-4 {
			continue
		}
		for _, g := range row {
			if w := l.weights[g]; w != nil {
				w.move(own, &l.o)
			}
		}
		l.bias.move(own, &l.o)
	}
}

// Table is a Linear made ready to score many rows. It is safe for concurrent use.
type Table struct {
	bias  int
	slots []slot // a power of two of them, a quarter filled at most
	mask  Gram
}

type slot struct {
	gram   Gram
	weight int32 // 0 in an empty slot
}

// Table makes m ready.
func (m *Linear) Table() *Table {
	size := 4
	for size < 4*len(m.Weights) {
		size *= 2
	}
	t := &Table{bias: m.Bias, slots: make([]slot, size), mask: Gram(size - 1)}
	for g, w := range m.Weights {
		if w != 0 {
			*t.slot(g) = slot{g, int32(w)}
		}
	}
	return t
}

// slot is that of a gram, or the empty one where it would stand.
func (t *Table) slot(g Gram) *slot {
	i := g & t.mask
	for t.slots[i].weight != 0 && t.slots[i].gram != g {
		i = (i + 1) & t.mask
	}
	return &t.slots[i]
}

// LogOdds are those of the Linear.
func (t *Table) LogOdds(row []Gram) float64 {
	z := t.bias
	for _, g := range row {
		z += int(t.slot(g).weight)
	}
	return float64(z) / 100
}
