package weigh

import (
	"context"
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
	Bag     float64 // share of the cases that each tree is grown on
	Seed    uint64
}

// Usual returns options that suit some ten thousand cases with some hundred features.
func Usual() Options {
	return Options{Trees: 450, Leaves: 32, MinRows: 30, Rate: 0.06, Lambda: 5, Share: 0.3, Bag: 0.7, Seed: 1}
}

// Case is a question with its answer. Of several rows, each of which may show that it is yes, the
// learner finds out which do: what is added up is the odds, so that the surest row counts most.
type Case struct {
	Rows []Row
	Yes  bool
}

// Learn grows a model on cases; all rows are as long as features, of which there are at
// most 65,536. The only error is the end of ctx.
func Learn(ctx context.Context, features []string, cases []Case, o Options) (*Model, error) {
	rows := 0
	for _, c := range cases {
		rows += len(c.Rows)
	}
	l := learner{
		o: o, columns: columns(cases, len(features), rows), grad: make([]float64, rows), hess: make([]float64, rows),
		random: rand.New(rand.NewPCG(o.Seed, 0)), g: make([]float64, rows), h: make([]float64, rows), counts: make([]uint8, rows),
	}
	m := &Model{Features: features, Usual: medians(l.columns), Base: logOdds(cases, rows)}
	sum := make([]float64, rows)
	for i := range sum {
		sum[i] = m.Base
	}
	for range o.Trees {
		if ctx.Err() != nil {
			return nil, context.Cause(ctx)
		}
		at := 0
		l.bag = l.bag[:0]
		for _, c := range cases {
			to := at + len(c.Rows)
			if l.random.Float64() < o.Bag {
				l.blame(c.Yes, at, sum[at:to])
			}
			at = to
		}
		t := l.grow(l.sample())
		at = 0
		for _, c := range cases {
			for _, r := range c.Rows {
				sum[at] += t.value(r)
				at++
			}
		}
		m.Trees = append(m.Trees, t)
	}
	return m, nil
}

// blame puts the rows of a case, from at on, into the bag, and shares the error in it among them by the odds of each,
// of which sum has the logarithms.
func (l *learner) blame(yes bool, at int, sum []float64) {
	if len(sum) == 0 {
		return
	}
	p, share := shares(sum)
	g, h := p, p*(1-p)
	if yes {
		g--
	}
	for i := range sum {
		own := share(i)
		l.grad[at+i], l.hess[at+i] = g*own, h*own
		l.bag = append(l.bag, at+i)
	}
}

// logOdds are those of yes for a row of a case with as many rows as cases have on average.
func logOdds(cases []Case, rows int) float64 {
	var yes, no float64
	for _, c := range cases {
		if c.Yes {
			yes++
		} else {
			no++
		}
	}
	return math.Log((yes+0.5)/(no+0.5)) - math.Log(float64(max(rows, 1))/float64(max(len(cases), 1)))
}

// columns are the rows turned round: what is counted of one feature stands together.
func columns(cases []Case, n, rows int) [][]uint8 {
	out := make([][]uint8, n)
	for f := range out {
		out[f] = make([]uint8, 0, rows)
		for _, c := range cases {
			for _, r := range c.Rows {
				out[f] = append(out[f], r[f])
			}
		}
	}
	return out
}

// medians are the counts that half of the rows have at most.
func medians(columns [][]uint8) Row {
	out := make(Row, len(columns))
	for f, counts := range columns {
		var seen [256]int
		for _, c := range counts {
			seen[c]++
		}
		for n := 0; n+seen[out[f]] <= len(counts)/2 && n < len(counts); out[f]++ {
			n += seen[out[f]]
		}
	}
	return out
}

type learner struct {
	o          Options
	columns    [][]uint8
	grad, hess []float64
	random     *rand.Rand
	bag        []int     // rows that the tree is grown on
	g, h       []float64 // grad and hess of the rows of a leaf
	counts     []uint8   // of one feature, of the rows of a leaf
	bins       [256]bin  // of these counts
}

// bin is what the rows have together that count one number.
type bin struct {
	g, h float64
	rows int
}

func (b *bin) add(g, h float64, rows int) { b.g, b.h, b.rows = b.g+g, b.h+h, b.rows+rows }

// sample picks the features of one tree, in order.
func (l *learner) sample() []int {
	fs := l.random.Perm(len(l.columns))[:max(1, int(l.o.Share*float64(len(l.columns))))]
	slices.Sort(fs)
	return fs
}

// leaf is a node with its rows and the best question for it of those that were drawn.
type leaf struct {
	node    int
	rows    []int
	gain    float64
	feature int
	at      uint8
}

// grow splits the leaf that gains most, again and again.
func (l *learner) grow(features []int) Tree {
	t := Tree{{Value: l.worth(l.bag)}}
	leaves := []leaf{l.question(0, l.bag, features)}
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

// question finds the split of a leaf that gains most.
func (l *learner) question(node int, rows, features []int) leaf {
	best := leaf{node: node, rows: rows}
	if len(rows) < 2*l.o.MinRows {
		return best
	}
	var all bin
	for i, r := range rows {
		l.g[i], l.h[i] = l.grad[r], l.hess[r]
		all.add(l.g[i], l.h[i], 1)
	}
	worth := func(g, h float64) float64 { return g * g / (h + l.o.Lambda) }
	for _, f := range features {
		var low bin
		for at, most := l.sort(l.columns[f], rows); at < most; at++ {
			b := &l.bins[at]
			low.add(b.g, b.h, b.rows)
			if b.rows == 0 || low.rows < l.o.MinRows {
				continue
			}
			if all.rows-low.rows < l.o.MinRows {
				break
			}
			gain := worth(low.g, low.h) + worth(all.g-low.g, all.h-low.h) - worth(all.g, all.h)
			if gain > best.gain+1e-9 {
				best.gain, best.feature, best.at = gain, f, at
			}
		}
	}
	return best
}

// sort puts the rows of a leaf into the bins of what they count of a feature, and tells the least and the most that they do.
func (l *learner) sort(column []uint8, rows []int) (least, most uint8) {
	counts := l.counts[:len(rows)]
	least = 255
	for i, r := range rows {
		c := column[r]
		counts[i] = c
		least, most = min(least, c), max(most, c)
	}
	clear(l.bins[least : int(most)+1])
	if least < most {
		for i, c := range counts {
			l.bins[c].add(l.g[i], l.h[i], 1)
		}
	}
	return least, most
}
