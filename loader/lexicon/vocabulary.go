package lexicon

import (
	"hash/maphash"

	"github.com/diplograph/diplograph/loader/text"
)

// vocabulary finds the ids of words by their sums. Most words of a text are in no lexicon: a Bloom
// filter of two bits a word, in one place and small enough for a core's cache, tells that of
// nearly all of them. The others are told by the sum alone: no two words of one sum of 64 bits are to
// be expected before a million million words are read, and what is not kept need not be waited for.
type vocabulary struct {
	filter [1 << 13]uint64 // at 30,000 words one unknown word in fifty passes
	slots  []slot          // a power of two of them, a quarter of them free at least; a taken one is passed over to the next
	n      int             // words
}

// wordIDs are the ids, from 1, of the word that is written so with its diacritics,
// and of the first one that is without them.
type wordIDs struct{ exact, folded int32 }

type slot struct {
	sum uint64 // 0 is a free slot
	ids wordIDs
}

var seed = maphash.MakeSeed()

// sumOf is what a vocabulary knows a word by.
func sumOf(word []byte) uint64 { return max(maphash.Bytes(seed, word), 1) }

// Key is what all lexicons know a word by: made once, it is looked up in each of them.
type Key struct{ exact, folded uint64 } // the sums of the word with its diacritics and without them

// KeyOf returns the key of a word. buf is scratch space, returned for reuse.
func KeyOf(buf []byte, w string) (Key, []byte) {
	buf = text.AppendKey(buf[:0], w)
	k := Key{exact: sumOf(buf)}
	if k.folded = k.exact; !text.ASCII(w) { // else it is folded already
		buf = text.AppendFold(buf[:0], w)
		k.folded = sumOf(buf)
	}
	return k, buf
}

// find returns the ids of a word, none if it is unknown.
func (v *vocabulary) find(sum uint64) wordIDs {
	if bits, at := filterBits(sum); v.filter[at]&bits != bits {
		return wordIDs{}
	}
	return v.slot(sum).ids
}

// filterBits are those of a word in the filter.
func filterBits(sum uint64) (bits, at uint64) {
	return 1<<(sum>>32%64) | 1<<(sum>>40%64), sum % uint64(len(vocabulary{}.filter))
}

// at is where the ids of a word stand, which it enters if it is new; good until the next call.
func (v *vocabulary) at(sum uint64) *wordIDs {
	if v.n*4 >= 3*len(v.slots) {
		v.grow()
	}
	s := v.slot(sum)
	if s.sum == 0 {
		bits, at := filterBits(sum)
		v.filter[at] |= bits
		s.sum = sum
		v.n++
	}
	return &s.ids
}

// slot returns the slot of a word, or the free one where it would go.
func (v *vocabulary) slot(sum uint64) *slot {
	for i := sum; ; i++ {
		if s := &v.slots[i&uint64(len(v.slots)-1)]; s.sum == sum || s.sum == 0 {
			return s
		}
	}
}

func (v *vocabulary) grow() {
	old := v.slots
	v.slots = make([]slot, max(2*len(old), 1<<15))
	for _, s := range old {
		if s.sum != 0 {
			*v.slot(s.sum) = s
		}
	}
}
