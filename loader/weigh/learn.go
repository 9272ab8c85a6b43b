package weigh

import (
	"math"
	"math/rand/v2"
	"slices"
)

// Options tell how trees are grown.
type Options struct {
	Trees   int     // number of trees
	Leaves  int     // most leaves of a tree, at most 10000
	MinRows int     // fewest rows of a leaf
	Rate    float64 // how much of what a tree says is believed
	Lambda  float64 // pulls the values of leaves to 0
	Share   float64 // share of the features that each tree may ask about
	Seed    uint64
}

// Usual returns options that suit some thousand rows with some hundred features.
func Usual() Options {
	return Options{Trees: 160, Leaves: 16, MinRows: 16, Rate: 0.1, Lambda: 4, Share: 0.15, Seed: 1}
}

// Case is a row with its answer.
type Case struct {
	Row Row
	Yes bool
}

// Learn grows a model on cases; all rows are as long as features, of which there are at
// most 65,536.
func Learn(features []string, cases []Case, o Options) *Model {
	l := learner{o: o, columns: columns(cases, len(features)), grad: make([]float64, len(cases)), hess: make([]float64, len(cases))}
	m := &Model{Features: features, Usual: medians(l.columns), Base: logOdds(cases)}
	sum := make([]float64, len(cases))
	for i := range sum {
		sum[i] = m.Base
	}
	random := rand.New(rand.NewPCG(o.Seed, 0))
	for range o.Trees {
		for i, z := range sum {
			c, p := &cases[i], logistic(z)
			l.grad[i], l.hess[i] = p, p*(1-p)
			if c.Yes {
				l.grad[i]--
			}
		}
		t := l.grow(l.sample(random))
		for i := range cases {
			sum[i] += t.value(cases[i].Row)
		}
		m.Trees = append(m.Trees, t)
	}
	return m
}

func logOdds(cases []Case) float64 {
	var yes, no float64
	for _, c := range cases {
		if c.Yes {
			yes++
		} else {
			no++
		}
	}
	return math.Log((yes + 0.5) / (no + 0.5))
}

// columns are the rows turned round: what is counted of one feature stands together.
func columns(cases []Case, n int) [][]uint8 {
	out := make([][]uint8, n)
	for f := range out {
		out[f] = make([]uint8, len(cases))
		for i := range cases {
			out[f][i] = cases[i].Row[f]
		}
	}
	return out
}

// medians are the counts that half of the rows have at most.
func medians(columns [][]uint8) Row {
	out := make(Row, len(columns))
	for f, counts := range columns {
		if n := len(counts); n > 0 {
			out[f] = slices.Sorted(slices.Values(counts))[n/2]
		}
	}
	return out
}

type learner struct {
	o          Options
	columns    [][]uint8
	grad, hess []float64
}

// sample picks the features of one tree, in order.
func (l *learner) sample(random *rand.Rand) []int {
	fs := random.Perm(len(l.columns))[:max(1, int(l.o.Share*float64(len(l.columns))))]
	slices.Sort(fs)
	return fs
}

// leaf is a node with its rows and the best question for it.
type leaf struct {
	node    int
	rows    []int
	gain    float64
	feature int
	at      uint8
}

// grow splits the leaf that gains most, again and again.
func (l *learner) grow(features []int) Tree {
	all := make([]int, len(l.grad))
	for i := range all {
		all[i] = i
	}
	t := Tree{{Value: l.worth(all)}}
	leaves := []leaf{l.question(0, all, features)}
	for len(leaves) < l.o.Leaves {
		best := 0
		for i := range leaves {
			if leaves[i].gain > leaves[best].gain {
				best = i
			}
		}
		b := leaves[best]
		if b.gain <= 0 {
			break
		}
		var low, high []int
		for _, r := range b.rows {
			if l.columns[b.feature][r] <= b.at {
				low = append(low, r)
			} else {
				high = append(high, r)
			}
		}
		n := len(t)
		t[b.node] = Node{Feature: uint16(b.feature), At: b.at, Low: uint16(n), High: uint16(n + 1)}
		t = append(t, Node{Value: l.worth(low)}, Node{Value: l.worth(high)})
		leaves[best] = l.question(n, low, features)
		leaves = append(leaves, l.question(n+1, high, features))
	}
	return t
}

// worth is the value of a leaf with these rows.
func (l *learner) worth(rows []int) float64 {
	g, h := 0.0, 0.0
	for _, r := range rows {
		g, h = g+l.grad[r], h+l.hess[r]
	}
	return -l.o.Rate * g / (h + l.o.Lambda)
}

// bin sums up the rows that have the same count.
type bin struct {
	g, h float64
	n    int
}

// question finds the split of a leaf that gains most.
func (l *learner) question(node int, rows, features []int) leaf {
	best := leaf{node: node, rows: rows}
	if len(rows) < 2*l.o.MinRows {
		return best
	}
	var all bin
	for _, r := range rows {
		all.g, all.h = all.g+l.grad[r], all.h+l.hess[r]
	}
	whole := all.g * all.g / (all.h + l.o.Lambda)
	var hist [256]bin
	for _, f := range features {
		column := l.columns[f]
		top := uint8(0)
		for _, r := range rows {
			c := column[r]
			top = max(top, c)
			b := &hist[c]
			b.g, b.h, b.n = b.g+l.grad[r], b.h+l.hess[r], b.n+1
		}
		var low bin
		for c := range int(top) {
			low.g, low.h, low.n = low.g+hist[c].g, low.h+hist[c].h, low.n+hist[c].n
			if hist[c].n == 0 || low.n < l.o.MinRows || len(rows)-low.n < l.o.MinRows {
				continue
			}
			g, h := all.g-low.g, all.h-low.h
			gain := low.g*low.g/(low.h+l.o.Lambda) + g*g/(h+l.o.Lambda) - whole
			if gain > best.gain+1e-9 {
				best.gain, best.feature, best.at = gain, f, uint8(c)
			}
		}
		clear(hist[:int(top)+1])
	}
	return best
}
