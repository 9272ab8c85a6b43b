package derive

import "slices"

// tie is what two signatures of persons say of each other. It is small: a block has
// one for each pair.
type tie struct {
	verdict
	score   int32
	office  bool // they share an office
	vague   bool // one of them tells less of it than the other: "the deputy minister"
	variant bool // their names differ in a letter or in spelling
	name    bool // nothing but their names tells them apart

	elsewhere bool // their offices are such as nobody holds at one time
}

// ties are those between n signatures, a row each.
type ties [][]tie

func newTies(n int, judge func(i, k int) tie) ties {
	ts, all := make(ties, n), make([]tie, n*n)
	for i := range ts {
		ts[i] = all[i*n : (i+1)*n]
	}
	for i := range n {
		ts[i][i] = tie{verdict: together}
		for k := i + 1; k < n; k++ {
			ts.set(i, k, judge(i, k))
		}
	}
	return ts
}

func (ts ties) set(i, k int, t tie) { ts[i][k], ts[k][i] = t, t }

func (ts ties) apart(i, k int) bool { return ts[i][k].verdict == apart }

// with lists those of whom a verdict on i holds, but for i.
func (ts ties) with(i int, holds func(t tie) bool) []int {
	var list []int
	for k, t := range ts[i] {
		if k != i && holds(t) {
			list = append(list, k)
		}
	}
	return list
}

func proven(t tie) bool { return t.verdict == together }

// maxRounds bounds how often what has been decided decides more.
const maxRounds = 4

// partitionPeople splits signatures into persons. A chain of proofs leads from
// any signature of a person to any other, and no two are apart: so the classes
// depend on the set of signatures alone, and nothing that is apart is joined,
// through whatever chain.
//
// What has proofs for two who are apart is ambiguous and stays alone, or with
// its like: a missing join is better than a wrong one. Those that are left and
// connected are one where no two of them are apart; else those that are apart
// from just the same others, and still connected, are one.
func (ts ties) partitionPeople() [][]int {
	ts.excuse()
	for range maxRounds {
		if !ts.prefer() {
			break
		}
	}
	var classes [][]int
	proofs := ts.proofs()
	for _, part := range proofs.connected(everything(len(ts))) {
		var clear, unclear []int
		for _, i := range part {
			if ts.ambiguous(i) {
				unclear = append(unclear, i)
			} else {
				clear = append(clear, i)
			}
		}
		for _, some := range proofs.connected(clear) {
			classes = append(classes, ts.likes(some, some, proofs)...)
		}
		classes = append(classes, ts.likes(unclear, part, proofs)...)
	}
	slices.SortFunc(classes, func(a, b []int) int { return a[0] - b[0] })
	return classes
}

// proofs relates those that are together.
func (ts ties) proofs() relation {
	g := newRelation(len(ts))
	for i := range ts {
		for k := i + 1; k < len(ts); k++ {
			g.compare(i, k, func(i, k int) bool { return proven(ts[i][k]) })
		}
	}
	return g
}

// excuse forgives two variants of one name that they are not like each other.
func (ts ties) excuse() {
	for m := range ts {
		variants := ts.with(m, func(t tie) bool { return proven(t) && t.variant && t.office })
		for a, i := range variants {
			for _, k := range variants[a+1:] {
				if t := ts[i][k]; t.verdict == apart && t.name {
					t.verdict = unproven
					ts.set(i, k, t)
				}
			}
		}
	}
}

// prefer decides for those who share an office, told as exactly, against those who do not, where
// the former are more alike, or the latter hold another one, and the two are
// apart. It reports whether there were any.
func (ts ties) prefer() bool {
	var against [][2]int
	for i := range ts {
		colleagues := ts.with(i, func(t tie) bool { return proven(t) && t.office && !t.vague })
		for _, k := range ts.with(i, func(t tie) bool { return proven(t) && (!t.office || t.vague) }) {
			score := ts[i][k].score
			if ts[i][k].elsewhere || ts[i][k].vague {
				score--
			}
			if slices.ContainsFunc(colleagues, func(j int) bool { return ts.apart(j, k) && ts[i][j].score > score }) {
				against = append(against, [2]int{i, k})
			}
		}
	}
	for _, pair := range against {
		ts.set(pair[0], pair[1], tie{verdict: apart})
	}
	return len(against) > 0
}

// ambiguous reports proofs that i is each of two who are apart.
func (ts ties) ambiguous(i int) bool {
	near := ts.with(i, proven)
	for a, j := range near {
		for _, k := range near[a+1:] {
			if ts.apart(j, k) {
				return true
			}
		}
	}
	return false
}

// likes puts those together that are apart from just the same of others, and
// that proofs connect.
func (ts ties) likes(some, others []int, proofs relation) [][]int {
	rows := make([][]int, len(some))
	for n, i := range some {
		rows[n] = slices.DeleteFunc(slices.Clone(others), func(k int) bool { return ts.apart(i, k) })
	}
	var classes [][]int
	for _, class := range equalRows(rows) {
		classes = append(classes, proofs.connected(pick(some, class))...)
	}
	return classes
}
