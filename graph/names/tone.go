package names

import (
	"slices"
	"strings"
)

// Marking is how much of the marks of a Vietnamese name a text writes.
type Marking int8

// The degrees of marking.
const (
	Bare   Marking = iota // no tones: none, or all were lost; no Vietnamese name
	Partly                // those that a French keyboard has
	Fully                 // all of them: a syllable without a tone has none
)

// The marks that only a text with all of them has, and those of tones.
const (
	rareMarks = "\u0303\u0306\u0309\u031b\u0323" // tilde, breve, hook, horn, dot below
	toneMarks = "\u0300\u0301\u0303\u0309\u0323"
)

// MarkingOf tells how far the name of somebody of a state, or of none that is
// known, is marked. told says that the text around it has all marks, as
// Vietnamese has: there a name of level tones only is marked, too.
func MarkingOf(country string, words []Word, told bool) Marking {
	foreign := func(w Word) bool { return !syllable(w.Folded) }
	if country != "VN" && (country != "" || slices.ContainsFunc(words, foreign)) {
		return Bare
	}
	m := Bare
	for _, w := range words {
		switch {
		case told || strings.ContainsAny(w.Marked, rareMarks) || toneOf(w.Marked) != "" && !onKeyboard(w.Marked):
			return Fully
		case toneOf(w.Marked) != "":
			m = Partly
		}
	}
	return m
}

// TonesAgree reports whether two names of the same letters can have the same
// tones: Thanh is not Thành where both are marked. Hòa is Hoà.
func TonesAgree(a, b []Word, x, y Marking) bool {
	if x == Bare && y == Bare || x == Bare && y == Partly || x == Partly && y == Bare || len(a) != len(b) {
		return true
	}
	if x > y {
		a, b, x, y = b, a, y, x
	}
	a, b = inOrder(a), inOrder(b)
	for i := range a {
		if a[i].Folded == b[i].Folded && !syllablesAgree(a[i].Marked, b[i].Marked, x, y) {
			return false
		}
	}
	return true
}

func inOrder(words []Word) []Word {
	words = slices.Clone(words)
	slices.SortStableFunc(words, func(a, b Word) int {
		if c := strings.Compare(a.Folded, b.Folded); c != 0 {
			return c
		}
		return strings.Compare(a.Marked, b.Marked)
	})
	return words
}

// syllablesAgree compares one syllable, of which b is marked at least as far.
func syllablesAgree(a, b string, x, y Marking) bool {
	ta, tb := toneOf(a), toneOf(b)
	switch {
	case x == Fully:
		return ta == tb && MarksAgree(untoned(a), untoned(b)) && len(untoned(a)) == len(untoned(b))
	case y == Fully && !within(untoned(a), untoned(b)):
		return false
	case x == Bare || ta == tb:
		return true
	}
	return ta == "" && (y == Partly || !onKeyboard(b))
}

func toneOf(marked string) string {
	if i := strings.IndexAny(marked, toneMarks); i >= 0 {
		return marked[i : i+len("\u0300")]
	}
	return ""
}

func untoned(marked string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(toneMarks, r) {
			return -1
		}
		return r
	}, marked)
}

// within reports that b has all marks of a, letter by letter.
func within(a, b string) bool {
	for a != "" {
		var ma, mb string
		_, ma, a = nextLetter(a)
		_, mb, b = nextLetter(b)
		if !subset(ma, mb) {
			return false
		}
	}
	return true
}

// onKeyboard reports a tone that French writes, too: on à, è, ù and é, unless
// another mark is there (ế becomes ê). Where two vowels could bear it (Hòa,
// Hoà), it may stand on neither.
func onKeyboard(marked string) bool {
	for marked != "" {
		var letter, marks string
		letter, marks, marked = nextLetter(marked)
		switch {
		case marks == "\u0300":
			return strings.Contains("aeu", letter)
		case marks == "\u0301":
			return letter == "e"
		}
	}
	return false
}
