package weigh

// Gram stands for some words in a row and the place where they stand: a hash of all of them.
type Gram uint32

// Word is the gram of one word: its FNV-1a hash.
func Word[T string | []byte](s T) Gram {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return Gram(h)
}

// Then is the gram that goes on with another.
func (g Gram) Then(next Gram) Gram {
	x := (uint64(g)*0x9E3779B97F4A7C15 ^ uint64(next)) * 0xBF58476D1CE4E5B9
	return Gram(x >> 32)
}
