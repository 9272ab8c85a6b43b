// Package weigh learns to answer a question with yes or no, and answers it: from counts by
// boosted regression trees over rows of small numbers (Model), from words by logistic regression (Linear).
//
// The trees are those of Friedman, "Greedy Function Approximation: A Gradient
// Boosting Machine" (2001), with the second-order leaves and split gain of
// Chen and Guestrin, "XGBoost" (2016). Each tree sees a part of the cases and of the counts, drawn at random. A case
// may have several rows, of which one is enough (multiple-instance learning). Learning is deterministic: the same
// rows in the same order give the same model.
package weigh

import (
	"math"
	"slices"
)

// Row is what is known of one case: one count per feature, at most 255.
type Row []uint8

// Model is a sum of trees. The zero value says that nothing is known of any case.
type Model struct {
	Features []string // what each count of a row counts
	Usual    Row      // of a row learnt from: a forest scores rows the faster the more they are like it
	Base     float64  // log odds before any tree
	Trees    []Tree
}

// Tree is a decision tree; its first node is the root.
type Tree []Node

// Node asks whether a count is at most At, and leads to the node Low if it is, else to
// High. A leaf has no branches (Low is 0) and adds Value to the log odds.
type Node struct {
	Value     float64
	Feature   uint16
	Low, High uint16
	At        uint8
}

// LogOdds are those of yes. The row must have a count for each feature.
func (m *Model) LogOdds(r Row) float64 {
	z := m.Base
	for _, t := range m.Trees {
		z += t.value(r)
	}
	return z
}

func (t Tree) value(r Row) float64 {
	n := &t[0]
	for n.Low != 0 {
		if r[n.Feature] <= n.At {
			n = &t[n.Low]
		} else {
			n = &t[n.High]
		}
	}
	return n.Value
}

// Probability is that of log odds.
func Probability(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

// shares are the probability of a case with several rows, of whose odds these are the logarithms, and how much of it each row
// stands for.
func shares(rows []float64) (p float64, of func(row int) float64) {
	z := Together(rows)
	return Probability(z), func(row int) float64 { return math.Exp(rows[row] - z) }
}

// Together are the log odds of a case with several rows, whose odds are added up; there is one at least.
func Together(rows []float64) float64 {
	most, sum := slices.Max(rows), 0.0
	for _, z := range rows {
		sum += math.Exp(z - most)
	}
	return most + math.Log(sum)
}
