package derive

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A signature that very many texts share is loud: their fingerprints are kept on
// shelves, rows of their own, so that one more text costs one shelf. What one
// shelf knows nothing of another: of two near-copies, each can then count as a
// source.
const (
	maxPrints    = 256 // different fingerprints of a signature that is not loud
	printShelves = 64
)

// voices are the fingerprints of a loud signature, as far as they are loaded.
type voices struct {
	texts   [printShelves]int // different fingerprints on each shelf
	sources [printShelves]int // groups of near-copies among them
	loaded  map[int]cells
}

// printShelf is where a fingerprint is kept: its first bits, which many
// near-copies share.
func printShelf(value string) int { return int(parseHash(value) >> 58) }

func printKey(key, sig string, i int) string {
	return "v" + digest(key, sig) + fieldSep + strconv.Itoa(i)
}

func (v *voices) clone() *voices {
	c := *v
	c.loaded = make(map[int]cells, len(v.loaded))
	for i, prints := range v.loaded {
		c.loaded[i] = maps.Clone(prints)
	}
	return &c
}

func (v *voices) sum() (texts, sources int) {
	for i := range printShelves {
		texts, sources = texts+v.texts[i], sources+v.sources[i]
	}
	return texts, sources
}

// count brings the numbers of the loaded shelves up to date.
func (v *voices) count() {
	for i, prints := range v.loaded {
		v.texts[i], v.sources[i] = len(prints), sources(fingerprints(prints))
	}
}

// cells tell the numbers in a block.
func (v *voices) cells() cells {
	cs := cells{}
	for i, n := range v.texts {
		if n > 0 {
			cs[cell{attr: attrVoices, value: join(strconv.Itoa(i), strconv.Itoa(n))}] = v.sources[i]
		}
	}
	return cs
}

// voicesOf takes the numbers out of what is said of a signature; nil when it is
// not loud.
func voicesOf(said cells) *voices {
	if len(said) == 0 {
		return nil
	}
	v := &voices{loaded: map[int]cells{}}
	for _, value := range said.values(attrVoices) {
		shelf, texts, _ := strings.Cut(value, fieldSep)
		i, _ := strconv.ParseUint(shelf, 10, 8) // our own
		v.texts[i%printShelves], _ = strconv.Atoi(texts)
		v.sources[i%printShelves] = said[cell{attr: attrVoices, value: value}]
		delete(said, cell{attr: attrVoices, value: value})
	}
	if v.texts == [printShelves]int{} {
		return nil
	}
	return v
}

func fingerprints(said cells) []uint64 {
	var fs []uint64
	for c := range said {
		if c.attr == attrSource {
			fs = append(fs, parseHash(c.value))
		}
	}
	return fs
}

// addPrint changes the count of a fingerprint of a loud signature.
func (v *voices) addPrint(c cell, n int) {
	i := printShelf(c.value)
	if v.loaded[i] == nil {
		v.loaded[i] = cells{}
	}
	if v.loaded[i][c] += n; v.loaded[i][c] == 0 {
		delete(v.loaded[i], c)
	}
}

// balance makes a signature of a block loud or not, after its fingerprints have
// changed, and notes the rows to write.
func (b *block) balance(key, sig string) {
	v := b.loud[sig]
	if v == nil {
		if v = b.raise(sig); v == nil {
			return
		}
	}
	stored := v.texts
	v.count()
	if texts, _ := v.sum(); texts <= maxPrints {
		b.hush(sig, v)
	}
	for _, i := range slices.Sorted(maps.Keys(v.loaded)) {
		row := Block{Key: printKey(key, sig, i)}
		if b.loud[sig] != nil {
			row.Data = v.loaded[i].append(nil)
		}
		if row.Data != nil || stored[i] > 0 {
			b.pending = append(b.pending, row)
		}
	}
}

// raise makes a signature loud if it has too many fingerprints.
func (b *block) raise(sig string) *voices {
	said := b.cells(sig)
	prints := said.values(attrSource)
	if len(prints) <= maxPrints {
		return nil
	}
	v := &voices{loaded: map[int]cells{}}
	for _, p := range prints {
		c := cell{attr: attrSource, value: p}
		v.addPrint(c, said[c])
		delete(said, c)
	}
	b.loud[sig] = v
	return v
}

// hush takes the fingerprints of all shelves back into the block.
func (b *block) hush(sig string, v *voices) {
	delete(b.loud, sig)
	for _, prints := range v.loaded {
		for c, n := range prints {
			b.add(sig, c, n)
		}
	}
}

// needPrints lists the shelves of fingerprints that a change needs: those of its
// texts or, when a signature may not stay loud, all that hold something.
func (b *block) needPrints(change map[saying]int) map[string][]int {
	touched, going := map[string]map[int]bool{}, map[string]int{}
	for s, n := range change {
		if s.attr != attrSource || b.loud[s.sig] == nil || n == 0 {
			continue
		}
		if touched[s.sig] == nil {
			touched[s.sig] = map[int]bool{}
		}
		touched[s.sig][printShelf(s.value)] = true
		if n < 0 {
			going[s.sig]++
		}
	}
	need := map[string][]int{}
	for sig, shelves := range touched {
		texts, _ := b.loud[sig].sum()
		for i, n := range b.loud[sig].texts {
			if n > 0 && (shelves[i] || texts-going[sig] <= maxPrints) {
				need[sig] = append(need[sig], i)
			}
		}
	}
	return need
}
