package lexicon

import "hash/fnv"

// Words is a set of words of the data, events and flags, each as one of 256 bits. Words that share a bit
// are taken for each other: a set that does not meet another has none of its words.
type Words [4]uint64

// WordsOf returns the set of some words.
func WordsOf(words ...string) (s Words) {
	for _, w := range words {
		sum := fnv.New32a()
		sum.Write([]byte(w))
		h := sum.Sum32()
		s[h>>6%4] |= 1 << (h % 64)
	}
	return s
}

// Add adds the words of t.
func (s *Words) Add(t *Words) {
	for i := range s {
		s[i] |= t[i]
	}
}

// Meets reports whether the sets have a bit in common.
func (s *Words) Meets(t *Words) bool {
	return s[0]&t[0]|s[1]&t[1]|s[2]&t[2]|s[3]&t[3] != 0
}
