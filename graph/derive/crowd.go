package derive

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph/names"
)

// maxCompared is how many signatures of a block are compared each with each.
// It bounds what one report of a common name can cost: 200 take some 25 ms.
// Most blocks have a few. Those of more are names that thousands bear and
// pairs who meet for decades.
const maxCompared = 200

// CrowdedPrefix begins the keys of the blocks that note which blocks are
// crowded. graph.Stats counts them.
const CrowdedPrefix = "crowded "

// crowd is the partition of a block with too many signatures: only those of
// one group are compared; where these are too many, those of one folded name;
// and where those are, none: they stay alone. So the bound costs joins, but
// never joins what the full comparison keeps apart. As everywhere the result
// depends on the set alone.
func (b *block) crowd(sigs []string, split func(x, y string) bool) [][]int {
	return inGroups(personLetter, groupOf, sigs, func(group []string) [][]int {
		if len(group) <= maxCompared {
			return b.try(group, split)
		}
		return inGroups(personLetter, foldedName, group, func(some []string) [][]int {
			return unlessMany(some, func() [][]int { return b.try(some, split) })
		})
	})
}

// foldedName is that of a person's signature.
func foldedName(_, sig string) string {
	marked, _, _ := strings.Cut(sig, fieldSep)
	return names.Fold(marked)
}

// unlessMany partitions signatures that are few enough; more stay alone.
func unlessMany(sigs []string, partition func() [][]int) [][]int {
	if len(sigs) > maxCompared {
		return slices.Collect(slices.Chunk(everything(len(sigs)), 1))
	}
	return partition()
}

// inGroups partitions the signatures of each group.
func inGroups(key string, groupOf func(key, sig string) string, sigs []string, partition func(group []string) [][]int) [][]int {
	by := map[string][]int{}
	for i, sig := range sigs {
		g := groupOf(key, sig)
		by[g] = append(by[g], i)
	}
	var classes [][]int
	for _, some := range by {
		for _, class := range partition(pick(sigs, some)) {
			classes = append(classes, pick(some, class))
		}
	}
	slices.SortFunc(classes, func(a, b []int) int { return a[0] - b[0] })
	return classes
}

// note keeps which blocks of a family became crowded or are so no more.
func (d *Delta) note(t turn) {
	for key, b := range t.after {
		crowded := (*block).crowded
		if key[:1] == jointLetter {
			crowded = (*block).crammed
		}
		switch was := crowded(t.before[key]); {
		case crowded(b) && !was:
			d.Blocks = append(d.Blocks, Block{CrowdedPrefix + key, []byte{1}})
		case was && !crowded(b):
			d.Blocks = append(d.Blocks, Block{Key: CrowdedPrefix + key})
		}
	}
}
