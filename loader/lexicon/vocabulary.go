package lexicon

import "hash/maphash"

// vocabulary finds the ids of words. Most words of a text are in no lexicon: a Bloom
// filter of two bits a word, in one place and small enough for a core's cache, tells that of
// nearly all of them. The others are hashed once for the filter and the table both, which
// is what a map of Go cannot do.
type vocabulary struct {
	filter [1 << 13]uint64 // at 30,000 words one unknown word in fifty passes
	slots  []slot          // a power of two of them, a quarter of them free at least; a taken one is passed over to the next
	text   []byte          // all words, one behind the other
	n      int             // words
}

// wordIDs are the ids, from 1, of the word that is written so with its diacritics,
// and of the first one that is without them.
type wordIDs struct{ exact, folded int32 }

type slot struct {
	hash       uint32 // the upper half
	start, end uint32 // of the word in the text; words are not empty, free slots are
	ids        wordIDs
}

var seed = maphash.MakeSeed()

// find returns the ids of a word, none if it is unknown.
func (v *vocabulary) find(word []byte) wordIDs {
	h := maphash.Bytes(seed, word)
	if bits, at := filterBits(h); v.filter[at]&bits != bits {
		return wordIDs{}
	}
	return v.slot(h, word).ids
}

// filterBits are those of a word in the filter.
func filterBits(h uint64) (bits, at uint64) {
	return 1<<(h>>32%64) | 1<<(h>>40%64), h % uint64(len(vocabulary{}.filter))
}

// at is where the ids of a word stand, which it enters if it is new; good until the next call.
func (v *vocabulary) at(word []byte) *wordIDs {
	if v.n*4 >= 3*len(v.slots) {
		v.grow()
	}
	h := maphash.Bytes(seed, word)
	s := v.slot(h, word)
	if s.end == 0 {
		bits, at := filterBits(h)
		v.filter[at] |= bits
		s.hash, s.start, s.end = uint32(h>>32), uint32(len(v.text)), uint32(len(v.text)+len(word))
		v.text = append(v.text, word...)
		v.n++
	}
	return &s.ids
}

// slot returns the slot of a word, or the free one where it would go.
func (v *vocabulary) slot(h uint64, word []byte) *slot {
	for i := h; ; i++ {
		s := &v.slots[i&uint64(len(v.slots)-1)]
		if s.end == 0 || s.hash == uint32(h>>32) && string(v.text[s.start:s.end]) == string(word) {
			return s
		}
	}
}

func (v *vocabulary) grow() {
	old := v.slots
	v.slots = make([]slot, max(2*len(old), 1<<15))
	for _, s := range old {
		if s.end > 0 {
			word := v.text[s.start:s.end]
			*v.slot(maphash.Bytes(seed, word), word) = s
		}
	}
}

// all yields the words in no order.
func (v *vocabulary) all(yield func(word []byte, ids wordIDs) bool) {
	for _, s := range v.slots {
		if s.end > 0 && !yield(v.text[s.start:s.end], s.ids) {
			return
		}
	}
}
