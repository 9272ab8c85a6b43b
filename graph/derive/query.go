package derive

import (
	"math/bits"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph/names"
)

// Query is a search text in keys.
type Query struct{ words []names.Word }

// ParseQuery splits a search text into words. A text without letters finds
// nothing.
func ParseQuery(s string) Query { return Query{names.Words(s)} }

// Prefix returns a folded prefix that some word of every match has: the
// longest word of the query. ok is false when nothing can match.
func (q Query) Prefix() (prefix string, ok bool) {
	for _, w := range q.words {
		if len(w.Folded) > len(prefix) {
			prefix = w.Folded
		}
	}
	return prefix, prefix != ""
}

// worst is one more than the highest rank of a match.
const worst = 4 * 64

// Rank tells how well something known by all these names, the preferred first, matches:
// the lower the better, ok false for not at all. Names with exactly the words
// of the query come first, then those where it gives whole words, then where
// it gives beginnings; a match of the preferred name comes before one of an
// alias, and of equals what more reports name (by order of magnitude).
func (q Query) Rank(all []string, reports int) (rank int, ok bool) {
	best := worst
	for i, name := range all {
		if tier, ok := q.tier(name); ok {
			best = min(best, tier*64+min(i, 1)*32+31-min(bits.Len(uint(reports)), 31))
		}
	}
	return best, best < worst
}

// tier is 0 for the same words, 1 for whole words, 2 for beginnings.
func (q Query) tier(name string) (int, bool) {
	words := names.Words(name)
	if len(q.words) == 0 || len(q.words) > len(words) {
		return 0, false
	}
	for _, match := range []struct {
		tier int
		fits func(q, w names.Word) bool
	}{{1, sameWord}, {2, beginning}} {
		if !q.assign(words, match.fits) {
			continue
		}
		if match.tier == 1 && len(words) == len(q.words) {
			return 0, true
		}
		return match.tier, true
	}
	return 0, false
}

// assign gives each query word a word of the name of its own, the longest
// query words first: they fit fewest.
func (q Query) assign(words []names.Word, fits func(q, w names.Word) bool) bool {
	order := slices.Clone(q.words)
	slices.SortStableFunc(order, func(a, b names.Word) int { return len(b.Folded) - len(a.Folded) })
	free := slices.Clone(words)
	for _, w := range order {
		i := slices.IndexFunc(free, func(f names.Word) bool { return fits(w, f) })
		if i < 0 {
			return false
		}
		free = slices.Delete(free, i, i+1)
	}
	return true
}

func sameWord(q, w names.Word) bool {
	return q.Folded == w.Folded && names.MarksAgree(q.Marked, w.Marked)
}

func beginning(q, w names.Word) bool {
	return strings.HasPrefix(w.Folded, q.Folded) && names.MarksAgree(q.Marked, names.FirstLetters(w.Marked, len([]rune(q.Folded))))
}

// NameWords returns the folded words under which something of these names is
// found, sorted, each once.
func NameWords(list []string) []string {
	var all []string
	for _, n := range list {
		for _, w := range names.Words(n) {
			all = append(all, w.Folded)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}
