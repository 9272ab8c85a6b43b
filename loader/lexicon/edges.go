package lexicon

// edges lead from a node and the word after it to the node of the longer form: a table
// of open addresses, which is asked for most words of a text and filled with all forms
// of a language, both several times as fast as a map of Go.
type edges struct {
	slots []edge // a power of two of them, half of them free at least
	n     int
}

type edge struct {
	key uint64 // node<<32 | word id; words begin at 1, so 0 is a free slot
	to  int32
}

// to returns the node where a word leads from a node, 0 if nowhere.
func (e *edges) to(node, word int32) int32 { return e.slot(edgeKey(node, word)).to }

// at is where a word leads from a node, 0 if it is new; good until the next call.
func (e *edges) at(node, word int32) *int32 {
	if 2*e.n >= len(e.slots) {
		e.grow()
	}
	key := edgeKey(node, word)
	s := e.slot(key)
	if s.key == 0 {
		s.key = key
		e.n++
	}
	return &s.to
}

func edgeKey(node, word int32) uint64 { return uint64(node)<<32 | uint64(word) }

// slot returns the slot of a key, or the free one where it would go.
func (e *edges) slot(key uint64) *edge {
	const spread = 0x9E3779B97F4A7C15 // 2^64 over the golden ratio, after Knuth
	for i := key * spread >> 32; ; i++ {
		if s := &e.slots[i&uint64(len(e.slots)-1)]; s.key == key || s.key == 0 {
			return s
		}
	}
}

func (e *edges) grow() {
	old := e.slots
	e.slots = make([]edge, max(2*len(old), 2*manyWords))
	for _, s := range old {
		if s.key != 0 {
			*e.slot(s.key) = s
		}
	}
}
