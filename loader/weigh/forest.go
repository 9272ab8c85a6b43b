package weigh

import (
	"cmp"
	"fmt"
	"math/bits"
	"slices"
)

// mostLeaves of a tree are what the bits of a set of leaves can tell apart.
const mostLeaves = 32

// Forest is a model made ready to score many rows, after Lucchese and others,
// "QuickScorer" (2015): most counts of a row are 0, and a count of 0 answers every
// question with "at most"; so it asks only those that some other count answers, of all
// trees together, and strikes out the leaves that each such answer passes by. It is
// safe for concurrent use.
type Forest struct {
	base      float64
	questions [][]question // of each feature, by the count
	trees     int
	leaves    []float64 // mostLeaves for each tree, those of its low branches first
}

// question is a node: what a count of more than at leaves of the leaves of its tree.
type question struct {
	keep uint32
	tree int32
	at   uint8
}

// Forest makes m ready. The error names a tree with too many leaves.
func (m *Model) Forest() (*Forest, error) {
	f := &Forest{base: m.Base, questions: make([][]question, len(m.Features)), trees: len(m.Trees), leaves: make([]float64, mostLeaves*len(m.Trees))}
	for i, t := range m.Trees {
		if n := f.plant(i, t, 0, 0); n > mostLeaves {
			return nil, fmt.Errorf("tree %d has %d leaves: want %d at most", i, n, mostLeaves)
		}
	}
	for _, qs := range f.questions {
		slices.SortFunc(qs, func(a, b question) int { return cmp.Compare(a.at, b.at) })
	}
	return f, nil
}

// plant enters the branch at a node of tree i, whose first leaf is the given one; next
// is the first leaf behind it.
func (f *Forest) plant(i int, t Tree, node uint16, leaf int) (next int) {
	n := &t[node]
	if n.Low == 0 {
		if leaf < mostLeaves {
			f.leaves[mostLeaves*i+leaf] = n.Value
		}
		return leaf + 1
	}
	high := f.plant(i, t, n.Low, leaf)
	passed := uint32(1)<<high - uint32(1)<<leaf
	f.questions[n.Feature] = append(f.questions[n.Feature], question{^passed, int32(i), n.At})
	return f.plant(i, t, n.High, high)
}

// Score is that of the model, to the last bit: the leaves are added up in the order of
// the trees.
func (f *Forest) Score(r Row) float64 {
	var buf [256]uint32 // more trees than these go to the heap
	left := buf[:]
	if f.trees > len(buf) {
		left = make([]uint32, f.trees)
	}
	for i := range left[:f.trees] {
		left[i] = ^uint32(0)
	}
	for feature, count := range r {
		for _, q := range f.questions[feature] {
			if count <= q.at {
				break
			}
			left[q.tree] &= q.keep
		}
	}
	z := f.base
	for i, s := range left[:f.trees] {
		z += f.leaves[mostLeaves*i+bits.TrailingZeros32(s)]
	}
	return logistic(z)
}
