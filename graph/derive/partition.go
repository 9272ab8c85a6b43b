package derive

import (
	"slices"
	"strconv"
	"strings"
)

// partition splits n items into classes of items that are one thing. agree
// must be symmetric; it need not be transitive, and often is not: XXXX-05-09
// agrees with 2024-05-09 and with 2025-05-09, which exclude each other.
//
// The rule: two items are one if they agree with each other and with exactly
// the same others. Equality of neighbourhoods is an equivalence relation, and
// every class is a clique, so the classes depend on the set of items alone,
// never on their order, and nothing that disagrees is ever joined, through
// whatever chain. An item that could belong to either of two excluding ones
// stays alone: a missing join is better than a wrong one.
//
// Classes come in the order of their first item; items keep their order.
func partition(n int, agree func(i, j int) bool) [][]int {
	g := newRelation(n)
	for i := range n {
		for j := i + 1; j < n; j++ {
			g.compare(i, j, agree)
		}
	}
	return equalRows(g)
}

func everything(n int) []int {
	all := make([]int, n)
	for i := range all {
		all[i] = i
	}
	return all
}

// connected splits items into those that chains through them connect.
func (g relation) connected(items []int) [][]int {
	left := map[int]bool{}
	for _, i := range items {
		left[i] = true
	}
	var parts [][]int
	for _, i := range items {
		if !left[i] {
			continue
		}
		delete(left, i)
		part := []int{i}
		for k := 0; k < len(part); k++ {
			for _, j := range g[part[k]] {
				if left[j] {
					delete(left, j)
					part = append(part, j)
				}
			}
		}
		slices.Sort(part)
		parts = append(parts, part)
	}
	return parts
}

// relation lists for each item those it agrees with, itself included.
type relation [][]int

func newRelation(n int) relation {
	g := make(relation, n)
	for i := range g {
		g[i] = []int{i}
	}
	return g
}

func (g relation) compare(i, j int, agree func(i, j int) bool) {
	if agree(i, j) {
		g[i] = append(g[i], j)
		g[j] = append(g[j], i)
	}
}

func equalRows(rows [][]int) [][]int {
	var classes [][]int
	class := map[string]int{}
	for i, row := range rows {
		slices.Sort(row)
		key := rowKey(row)
		c, ok := class[key]
		if !ok {
			c = len(classes)
			class[key] = c
			classes = append(classes, nil)
		}
		classes[c] = append(classes[c], i)
	}
	return classes
}

func rowKey(row []int) string {
	var b strings.Builder
	for _, i := range row {
		b.WriteString(strconv.Itoa(i))
		b.WriteByte(' ')
	}
	return b.String()
}
