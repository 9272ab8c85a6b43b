package weigh

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"math/bits"
	"slices"
)

// What a Leaves can tell apart.
const (
	mostTrees  = 512
	mostLeaves = 32
)

// Lanes is how many rows a forest scores at once.
const Lanes = 2

// Forest is a model made ready to score many rows, after Lucchese and others,
// "QuickScorer" (2015): most counts of a row are usual, and the branch that a usual count
// takes stands on the left of each node; so it asks only the questions that some other count
// answers, of all trees together, and strikes out the leaves on the left of each: the first
// leaf that is left of a tree is that of the row. Rows that are much alike have the same unusual
// counts, so it asks each question of several rows at once. It is safe for concurrent use.
type Forest struct {
	base     float64
	usual    Row
	features []asked
	trees    int
	leaves   []float64 // mostLeaves of them for each tree
}

// asked are the questions of one feature, those that a count answers first if it is greater
// than usual, and if it is less.
type asked struct{ up, down []step }

// step are the questions that compare a count with one number.
type step struct {
	at        uint8
	questions []question
}

// question is a node: what leaves of its tree an unusual count passes by.
type question struct {
	passed uint32
	tree   uint16
	at     uint8
}

// Leaves are those of each tree that no answer has passed by, as bits, of each row in a lane of
// its own.
type Leaves [mostTrees]uint64

// The lowest and the highest bit of each lane.
const (
	ones = 0x0000_0001_0000_0001
	tops = ones << 31
)

// Forest makes m ready. The error tells of too many trees, or too many leaves of one.
func (m *Model) Forest() (*Forest, error) {
	if len(m.Trees) > mostTrees {
		return nil, fmt.Errorf("%d trees: want %d at most", len(m.Trees), mostTrees)
	}
	f := &Forest{base: m.Base, usual: make(Row, len(m.Features)), features: make([]asked, len(m.Features)), trees: len(m.Trees)}
	copy(f.usual, m.Usual)
	for i, t := range m.Trees {
		leaves := (len(t) + 1) / 2
		if leaves > mostLeaves {
			return nil, fmt.Errorf("tree %d has %d leaves: want %d at most", i, leaves, mostLeaves)
		}
	}
	questions := make([][]question, len(m.Features))
	for i, t := range m.Trees {
		f.plant(i, t, 0, questions)
		f.leaves = append(f.leaves, make([]float64, mostLeaves*(i+1)-len(f.leaves))...)
	}
	for i, qs := range questions {
		slices.SortFunc(qs, func(a, b question) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.tree, b.tree)) })
		qs = joined(qs)
		n, _ := slices.BinarySearchFunc(qs, f.usual[i], func(q question, usual uint8) int { return cmp.Compare(q.at, usual) })
		slices.Reverse(qs[:n])
		f.features[i] = asked{up: steps(qs[n:]), down: steps(qs[:n])}
	}
	return f, nil
}

// steps puts neighbours that compare with one number together.
func steps(qs []question) (out []step) {
	for len(qs) > 0 {
		n := 1
		for n < len(qs) && qs[n].at == qs[0].at {
			n++
		}
		out = append(out, step{qs[0].at, qs[:n]})
		qs = qs[n:]
	}
	return out
}

// joined makes one question of neighbours that one tree asks of one count in several
// branches.
func joined(qs []question) []question {
	out := qs[:0]
	for _, q := range qs {
		if n := len(out); n > 0 && out[n-1].at == q.at && out[n-1].tree == q.tree {
			out[n-1].passed |= q.passed
		} else {
			out = append(out, q)
		}
	}
	return out
}

// plant enters the branch at a node of tree i: its leaves from left to right, usual
// branches first, and its questions by feature.
func (f *Forest) plant(i int, t Tree, node uint16, questions [][]question) {
	n := &t[node]
	if n.Low == 0 {
		f.leaves = append(f.leaves, n.Value)
		return
	}
	leaf := func() int { return len(f.leaves) - mostLeaves*i }
	usual, other := n.Low, n.High
	if f.usual[n.Feature] > n.At {
		usual, other = other, usual
	}
	from := leaf()
	f.plant(i, t, usual, questions)
	passed := uint32(1)<<leaf() - uint32(1)<<from
	questions[n.Feature] = append(questions[n.Feature], question{passed, uint16(i), n.At})
	f.plant(i, t, other, questions)
}

// All is where every row begins.
var All = func() (left Leaves) {
	for i := range left {
		left[i] = ^uint64(0)
	}
	return left
}()

// Ask asks the counts of the features from the first one on and strikes out the leaves
// that they pass by. The rows, or parts of rows, have one length.
func (f *Forest) Ask(left *Leaves, first int, rows *[Lanes]Row) {
	a := rows[0]
	b := rows[1][:len(a)]
	usual, features := f.usual[first:][:len(a)], f.features[first:][:len(a)]
	ask := func(i int) {
		features[i].ask(left, uint64(a[i])|uint64(b[i])<<32)
	}
	i := 0
	for ; i+8 <= len(a); i += 8 {
		u := eight(usual, i)
		some := (eight(a, i) ^ u) | (eight(b, i) ^ u)
		for some != 0 { // most are as usual
			j := bits.TrailingZeros64(some) / 8
			ask(i + j)
			some &^= 0xff << (8 * j)
		}
	}
	for ; i < len(a); i++ {
		ask(i)
	}
}

// eight are the counts of eight features.
func eight(r Row, i int) uint64 { return binary.LittleEndian.Uint64(r[i:]) }

func (a *asked) ask(left *Leaves, counts uint64) {
	for i := range a.up {
		s := &a.up[i]
		more := above(counts, s.at)
		if more == 0 {
			break
		}
		s.strike(left, more)
	}
	for i := range a.down {
		s := &a.down[i]
		less := ^above(counts, s.at)
		if less == 0 {
			break
		}
		s.strike(left, less)
	}
}

// strike strikes out the leaves that the rows of some lanes pass by.
func (s *step) strike(left *Leaves, lanes uint64) {
	for _, q := range s.questions {
		left[q.tree] &^= uint64(q.passed) * ones & lanes
	}
}

// above has all bits of the lanes that count more than a number.
func above(counts uint64, at uint8) uint64 {
	is := ((counts | tops) - (uint64(at)+1)*ones) & tops
	return is | (is - is>>31)
}

// LogOdds are those of the model for rows of which every count has been asked, to the last
// bit: the leaves are added up in the order of the trees.
func (f *Forest) LogOdds(left *Leaves) [Lanes]float64 {
	a, b := f.base, f.base
	for i, s := range left[:f.trees] {
		leaves := f.leaves[mostLeaves*i : mostLeaves*(i+1)]
		a += leaves[bits.TrailingZeros64(s)%mostLeaves]
		b += leaves[bits.TrailingZeros64(s>>32)%mostLeaves]
	}
	return [Lanes]float64{a, b}
}
