package lexicon

import "hash/maphash"

// filter is a Bloom filter of two bits a word. Most words of a text are in no
// lexicon, and the filter, unlike the maps of words, fits in a core's cache.
type filter [filterBits / 64]uint64

const filterBits = 1 << 19 // at 30,000 words one unknown word in a hundred passes

var seed = maphash.MakeSeed()

func (f *filter) add(word []byte) {
	a, b := places(word)
	f[a/64] |= 1 << (a % 64)
	f[b/64] |= 1 << (b % 64)
}

// mayHave is false only for words that were never added.
func (f *filter) mayHave(word []byte) bool {
	a, b := places(word)
	return f[a/64]&(1<<(a%64)) != 0 && f[b/64]&(1<<(b%64)) != 0
}

func places(word []byte) (a, b uint32) {
	h := maphash.Bytes(seed, word)
	return uint32(h) % filterBits, uint32(h>>32) % filterBits
}
