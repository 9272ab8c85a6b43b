package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Block is what the forms of a name have in common whatever middle names they
// drop, in either order: the skeletons of the first and the last word. An
// initial can stand for one of them, so of the one with fewer consonants only
// the first sound counts: families tend to have more of them than given names,
// so that J. Smith meets John Smith. Names of syllables take no initials.
func Block(words []Word) string {
	words = core(words)
	if len(words) == 0 {
		return ""
	}
	first, last := words[0].Folded, words[len(words)-1].Folded
	ends := []string{skeleton(first), skeleton(last)}
	switch {
	case len(words) == 1:
		return ends[0]
	case !slices.ContainsFunc(words, func(w Word) bool { return !syllable(w.Folded) }):
		slices.Sort(ends)
	case cmp.Or(consonants(ends[0])-consonants(ends[1]), strings.Compare(ends[0], ends[1])) > 0:
		ends = []string{opening(last), ends[0]}
	default:
		ends[0] = opening(first)
	}
	return strings.Join(ends, " ")
}

// Ends are the skeletons of the first and the last word of a name, in any order:
// two names that have others are not alike. They are empty when one of the words
// is an initial, which may be alike to many.
func Ends(words []Word) string {
	words = core(words)
	if len(words) == 0 || initial(words[0]) || initial(words[len(words)-1]) {
		return ""
	}
	ends := []string{skeleton(words[0].Folded), skeleton(words[len(words)-1].Folded)}
	slices.Sort(ends)
	return strings.Join(ends, " ")
}

// core is a name without what stands around it: Jr, al.
func core(words []Word) []Word {
	for len(words) > 2 && generation(words[len(words)-1].Folded) {
		words = words[:len(words)-1]
	}
	for len(words) > 2 && particle(words[0].Folded) {
		words = words[1:]
	}
	return words
}

// BlockOf is Block of a whole name.
func BlockOf(name string) string { return Block(Words(name)) }

// opening is the first sound of a word, up to what an initial leaves open: K.
// may be Khamla, C. Charles, P. Philippe. All vowels are one, as Yuri is Iouri.
func opening(folded string) string {
	s := sound(folded)
	_, n := utf8.DecodeRuneInString(s)
	switch s[:n] {
	case "h", "k", "x":
		return "k"
	case "C", "J", "c", "s", "z":
		return "s"
	case "f", "p":
		return "p"
	case "a", "e", "i", "o", "u":
		return "a"
	}
	return s[:n]
}

// consonants counts those of a skeleton.
func consonants(skeleton string) int {
	n := 0
	for _, r := range skeleton {
		if r != '~' && consonant(r) != 0 {
			n++
		}
	}
	return n
}

// syllable reports a word of one syllable with a simple end, as all words of
// Vietnamese, Chinese and Korean names are.
func syllable(folded string) bool {
	rhyme := strings.TrimLeft(folded, "bcdghklmnpqrstvxzjfwy")
	coda := strings.TrimLeft(rhyme, "aeiouy")
	if rhyme == "" || len(rhyme) == len(coda) || len(folded)-len(rhyme) > 3 {
		return false
	}
	switch coda {
	case "", "c", "ch", "m", "n", "ng", "nh", "p", "t":
		return true
	}
	return false
}

// particle reports a word that begins a family name but is not it.
func particle(folded string) bool {
	switch folded {
	case "al", "el", "bin", "ben", "ibn", "de", "del", "di", "da", "dos", "van", "von":
		return true
	}
	return false
}
