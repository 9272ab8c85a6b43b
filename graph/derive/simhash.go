package derive

import (
	"math/bits"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// Near-copies: what an agency wrote and papers print with another headline, a
// sentence less or a byline more is one source.
const (
	// shingle is how many words in a row are one feature of a text.
	shingle = 3
	// nearBits is how many of the 64 bits of two near-copies may differ. Of a
	// thousand news texts, another headline or a last sentence less made 4
	// differ, at most 10; reports by different hands on one event differ in 19
	// and more, texts that have nothing in common in 32, give or take 4.
	nearBits = 11
	// nearWindow bounds the comparisons where very many tell one thing.
	nearWindow = maxPrints
)

// simhash is Charikar's 64-bit fingerprint of a text: texts that share most of
// their features have fingerprints that differ in few bits. A feature is three
// words in a row, without case and punctuation; its hash is 64-bit FNV-1a with
// a final mix. Bit i of the fingerprint is set when more features have bit i
// set than not. Every occurrence counts. A text of fewer words is one feature.
func simhash(text string) uint64 {
	hashes := wordHashes(text)
	var balance [64]int
	for i := 0; i == 0 || i+shingle <= len(hashes); i++ {
		h := uint64(0)
		for _, w := range hashes[i:min(i+shingle, len(hashes))] {
			h = mix(h*31 + w)
		}
		for b := range balance {
			balance[b] += int(h>>b&1)*2 - 1
		}
	}
	var f uint64
	for b, n := range balance {
		if n > 0 {
			f |= 1 << b
		}
	}
	return f
}

// wordHashes are the hashes of the words of a text in lower case.
func wordHashes(text string) []uint64 {
	hashes := make([]uint64, 0, len(text)/6)
	h, inside := uint64(fnvStart), false
	var buf [utf8.UTFMax]byte
	for _, r := range text {
		r = unicode.ToLower(r)
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			if inside {
				hashes = append(hashes, h)
			}
			h, inside = fnvStart, false
			continue
		}
		for _, b := range utf8.AppendRune(buf[:0], r) {
			h = (h ^ uint64(b)) * fnvPrime
		}
		inside = true
	}
	if inside {
		hashes = append(hashes, h)
	}
	return hashes
}

const (
	fnvStart = 14695981039346656037
	fnvPrime = 1099511628211
)

func fnv(s string) uint64 {
	h := uint64(fnvStart)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	return h
}

// mix spreads the bits of a hash: the last steps of SplitMix64.
func mix(h uint64) uint64 {
	h = (h ^ h>>30) * 0xbf58476d1ce4e5b9
	h = (h ^ h>>27) * 0x94d049bb133111eb
	return h ^ h>>31
}

// formatHash and parseHash are the form of fingerprints in cells.
func formatHash(f uint64) string { return strconv.FormatUint(f, 36) }

func parseHash(s string) uint64 {
	f, _ := strconv.ParseUint(s, 36, 64) // our own
	return f
}

// sources counts the groups into which near-copies fall: whoever is near one
// of a group belongs to it. The result does not depend on order. Of more than
// nearWindow different texts, each is compared with as many neighbours only, in
// the order of fingerprints; a near-copy can then count as a source.
func sources(fingerprints []uint64) int {
	fs := slices.Clone(fingerprints)
	slices.Sort(fs)
	fs = slices.Compact(fs)
	g := newRelation(len(fs))
	for i, f := range fs {
		for k := i + 1; k < min(len(fs), i+1+nearWindow); k++ {
			if bits.OnesCount64(f^fs[k]) <= nearBits {
				g.compare(i, k, func(int, int) bool { return true })
			}
		}
	}
	return len(g.connected(everything(len(fs))))
}
