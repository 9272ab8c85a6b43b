package lexicon

import (
	"bytes"
	"hash/maphash"
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/text"
)

// figureWords finds the lines of figures by the hashes of the words of their names: chains of
// uses, each in the order of the lines. The first text with somebody unknown waits for it to
// be made, and a map of lists would take some ten times as long.
type figureWords struct {
	first []int32 // of each chain, one more than the index of its first use
	uses  []wordUse
}

type wordUse struct {
	hash uint32 // the upper half; the lower one chooses the chain
	line int32
	next int32 // like first
}

// words are those of all lines, which are entered from the last one on: each use goes
// before the others of its chain.
func (fs *figures) words() *figureWords {
	x := &figureWords{first: make([]int32, manyWords), uses: make([]wordUse, 0, 2*manyWords)}
	for i, line := range slices.Backward(fs.lines) {
		names, _, _ := strings.Cut(line, "\t")
		each(names, func(name string) {
			for h := range wordHashes(name) {
				x.add(h, int32(i))
			}
		})
	}
	return x
}

func (x *figureWords) add(h uint64, line int32) {
	chain := &x.first[h%uint64(len(x.first))]
	for k := *chain; k != 0 && x.uses[k-1].line == line; k = x.uses[k-1].next {
		if x.uses[k-1].hash == uint32(h>>32) {
			return // another name of the figure has the word too
		}
	}
	x.uses = append(x.uses, wordUse{uint32(h >> 32), line, *chain})
	*chain = int32(len(x.uses))
}

// of yields the lines in whose names a word stands, and now and then another one.
func (x *figureWords) of(word string) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		h := maphash.String(seed, word)
		for k := x.first[h%uint64(len(x.first))]; k != 0; k = x.uses[k-1].next {
			if u := x.uses[k-1]; u.hash == uint32(h>>32) && !yield(u.line) {
				return
			}
		}
	}
}

// wordHashes yields the hashes of the words of a name, as NameWords cuts it.
func wordHashes(name string) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		var buf [64]byte
		for field := range strings.FieldsSeq(name) {
			w := text.AppendFold(buf[:0], field)
			if syllabled(field) {
				w = bytes.Join(bytes.FieldsFunc(w, betweenWords), nil)
			}
			for h := range hashesOf(w) {
				if !yield(h) {
					return
				}
			}
		}
	}
}

// hashesOf yields those of the words of a folded name.
func hashesOf(folded []byte) iter.Seq[uint64] {
	return func(yield func(uint64) bool) {
		for w := folded; len(w) > 0; {
			end := wordEnd(w)
			if end > 0 && !yield(maphash.Bytes(seed, w[:end])) {
				return
			}
			w = w[min(end+1, len(w)):]
		}
	}
}

// wordEnd is the length of the word that folded text begins with.
func wordEnd(w []byte) int {
	for i := 0; i < len(w); {
		c, n := rune(w[i]), 1
		if c >= utf8.RuneSelf {
			c, n = utf8.DecodeRune(w[i:])
		}
		if betweenWords(c) {
			return i
		}
		i += n
	}
	return len(w)
}
