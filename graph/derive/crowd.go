package derive

import "slices"

// maxCompared is how many signatures of a block are compared each with each.
// It bounds what one report of a common name can cost: 200 take some 25 ms.
// Most blocks have a few. Those of more are names that thousands bear and
// pairs who meet for decades.
const maxCompared = 200

// CrowdedPrefix begins the keys of the blocks that note which blocks are
// crowded. graph.Stats counts them.
const CrowdedPrefix = "crowded "

// crowd is the partition of a block with too many signatures: only those of
// one group are compared, and where these are too many, none: they stay alone.
// So the bound costs joins, but never joins what the full comparison keeps
// apart. As everywhere the result depends on the set alone.
func (b *block) crowd(sigs []string, split func(x, y string) bool) [][]int {
	return inGroups(personLetter, sigs, func(some []int) [][]int { return b.try(pick(sigs, some), split) })
}

// inGroups partitions the signatures of each group of a crowded block.
func inGroups(key string, sigs []string, partition func(some []int) [][]int) [][]int {
	by := map[string][]int{}
	for i, sig := range sigs {
		g := groupOf(key, sig)
		by[g] = append(by[g], i)
	}
	var classes [][]int
	for _, some := range by {
		if len(some) > maxCompared {
			classes = slices.AppendSeq(classes, slices.Chunk(some, 1))
			continue
		}
		for _, class := range partition(some) {
			classes = append(classes, pick(some, class))
		}
	}
	slices.SortFunc(classes, func(a, b []int) int { return a[0] - b[0] })
	return classes
}

// crowded returns the blocks of a family that are.
func (f family) crowded() map[string]bool {
	full := map[string]bool{}
	for key, b := range f {
		if b.crowded() {
			full[key] = true
		}
	}
	return full
}

// note keeps which blocks of a family became crowded or are so no more.
func (d *Delta) note(f family, before map[string]bool) {
	now := f.crowded()
	for key := range f {
		switch {
		case now[key] && !before[key]:
			d.Blocks = append(d.Blocks, Block{CrowdedPrefix + key, []byte{1}})
		case before[key] && !now[key]:
			d.Blocks = append(d.Blocks, Block{Key: CrowdedPrefix + key})
		}
	}
}
