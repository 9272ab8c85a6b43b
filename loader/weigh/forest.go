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
	mostTrees  = 256
	mostLeaves = 32
)

// Forest is a model made ready to score many rows, after Lucchese and others,
// "QuickScorer" (2015): most counts of a row are usual, and the branch that a usual count
// takes stands on the left of each node; so it asks only the questions that some other count
// answers, of all trees together, and strikes out the leaves on the left of each: the first
// leaf that is left of a tree is that of the row. It is safe for concurrent use.
type Forest struct {
	base     float64
	usual    Row
	features []asked
	trees    int
	stride   int       // most leaves of a tree
	leaves   []float64 // stride of them for each tree
}

// asked are the questions of one feature, those that a count answers first if it is greater
// than usual, and if it is less.
type asked struct{ up, down []question }

// question is a node: what an unusual count leaves of the leaves of its tree.
type question struct {
	keep uint32
	tree uint8
	at   uint8
}

// Leaves are those of each tree that no answer has passed by, as bits.
type Leaves [mostTrees]uint32

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
		f.stride = max(f.stride, leaves)
	}
	questions := make([][]question, len(m.Features))
	for i, t := range m.Trees {
		f.plant(i, t, 0, questions)
		f.leaves = append(f.leaves, make([]float64, f.stride*(i+1)-len(f.leaves))...)
	}
	for i, qs := range questions {
		slices.SortFunc(qs, func(a, b question) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.tree, b.tree)) })
		qs = joined(qs)
		n, _ := slices.BinarySearchFunc(qs, f.usual[i], func(q question, usual uint8) int { return cmp.Compare(q.at, usual) })
		slices.Reverse(qs[:n])
		f.features[i] = asked{up: qs[n:], down: qs[:n]}
	}
	return f, nil
}

// joined makes one question of neighbours that one tree asks of one count in several
// branches.
func joined(qs []question) []question {
	out := qs[:0]
	for _, q := range qs {
		if n := len(out); n > 0 && out[n-1].at == q.at && out[n-1].tree == q.tree {
			out[n-1].keep &= q.keep
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
	leaf := func() int { return len(f.leaves) - f.stride*i }
	usual, other := n.Low, n.High
	if f.usual[n.Feature] > n.At {
		usual, other = other, usual
	}
	from := leaf()
	f.plant(i, t, usual, questions)
	passed := uint32(1)<<leaf() - uint32(1)<<from
	questions[n.Feature] = append(questions[n.Feature], question{^passed, uint8(i), n.At})
	f.plant(i, t, other, questions)
}

// Features is how many counts a row has.
func (f *Forest) Features() int { return len(f.features) }

// All is where every row begins.
func All() (left Leaves) {
	for i := range left {
		left[i] = ^uint32(0)
	}
	return left
}

// Ask asks the counts of the features from the first one on and strikes out the leaves
// that they pass by. What many rows have in common need be asked only once.
func (f *Forest) Ask(left *Leaves, first int, counts Row) {
	for ; len(counts) >= 8; first, counts = first+8, counts[8:] {
		for some := binary.LittleEndian.Uint64(counts) ^ binary.LittleEndian.Uint64(f.usual[first:]); some != 0; { // most are as usual
			i := bits.TrailingZeros64(some) / 8
			f.features[first+i].ask(left, counts[i])
			some &^= 0xff << (8 * i)
		}
	}
	for i, count := range counts {
		f.features[first+i].ask(left, count)
	}
}

func (a *asked) ask(left *Leaves, count uint8) {
	for _, q := range a.up {
		if count <= q.at {
			break
		}
		left[q.tree] &= q.keep
	}
	for _, q := range a.down {
		if count > q.at {
			break
		}
		left[q.tree] &= q.keep
	}
}

// Score is that of the model for a row of which every count has been asked, to the last
// bit: the leaves are added up in the order of the trees.
func (f *Forest) Score(left *Leaves) float64 {
	z := f.base
	for i, s := range left[:f.trees] {
		z += f.leaves[f.stride*i+bits.TrailingZeros32(s)]
	}
	return logistic(z)
}
