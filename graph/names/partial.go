package names

import (
	"slices"
	"strings"
)

// Some forms of a name are not in the block of the whole one, because they have other ends: a
// family alone, an initial for the longer of two words, one of two families. They share a joint.

// maxJointed is how many words of a name lead to joints.
const maxJointed = 5

// Singles are the joints of the words of a name that can stand alone for it.
func Singles(words []Word) []string {
	var keys []string
	for _, w := range jointed(words) {
		if !initial(w) {
			keys = append(keys, w.skeleton())
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// Couples are the joints of each two words of a name, of the first of which only the first
// sound counts, for it may be an initial. Names of syllables have none: they are written in full, but
// for those of Singapore and its like that have a given name of the West, too.
func Couples(country string, words []Word) []string {
	if Syllabic(country) && !western(country) || len(words) < 2 {
		return nil
	}
	words = jointed(words)
	sounds := make([]string, len(words))
	for k, w := range words {
		sounds[k] = w.skeleton()
	}
	var keys []string
	for i, given := range words {
		opens := hear(stem(given.Folded)).opening()
		for k, w := range words {
			if i != k && !initial(w) {
				keys = append(keys, opens+" "+sounds[k])
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// western reports a state of syllables many of whose people have a given name of the West beside their own.
func western(country string) bool {
	return country == "SG" || country == "HK" || country == "MO" || country == "TW"
}

// WesternGiven reports two names of a state, one of which leaves out the given name of the West or the other one: Desmond Lau
// Kok Wai, Desmond Lau and Lau Kok Wai.
func WesternGiven(country string, a, b []Word) bool {
	if !western(country) {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	west := func(w Word) bool { return !syllable(strings.TrimSuffix(w.Folded, "k")) && !initial(w) } // Kok is none
	left := unshared(b, a)
	if len(filter(b, west)) != 1 || len(unshared(a, b)) > 0 {
		return false
	}
	return len(a) == 2 && slices.ContainsFunc(a, west) && len(left) == 2 || len(a) == 3 && len(left) == 1 && west(left[0])
}

// skeleton is that of a word as it sounds without its endings.
func (w Word) skeleton() string { return hear(stem(w.said())).skeleton() }

// small reports a word that is neither a given name nor that of a family.
func (w Word) small() bool { return particle(w.Folded) || generation(w.Folded) }

func jointed(words []Word) []Word {
	words = filter(words, func(w Word) bool { return w.Folded != "" && !w.small() })
	return words[:min(len(words), maxJointed)]
}

// Rank orders the forms of a name by how much they tell: a family alone, an initial with it, then
// by how many words there are. A form may stand for one of a higher rank.
func Rank(words []Word) int {
	switch {
	case FamilyAlone(words):
		return 0
	case Initialled(words):
		return 1
	}
	return max(2, len(filter(words, func(w Word) bool { return !initial(w) && !w.small() })))
}

// Bears compares a word that stands alone with those of a name.
func Bears(words []Word, alone Word) Likeness {
	best := Other
	for _, w := range words {
		if initial(w) || w.small() {
			continue
		}
		if best = max(best, sameOrSpelled(alone, w)); best == Same {
			break
		}
	}
	return best
}
