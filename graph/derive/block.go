package derive

import (
	"encoding/binary"
	"errors"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// cell is one thing that reports say of a signature: an attribute with a
// value, for offices in a month. Values of several fields are joined.
type cell struct {
	attr  byte
	value string
	month int // see monthNumber; 0 for unknown and where it does not matter
}

// The attributes. Those of persons and groups, then those of events.
const (
	attrReports byte = 'r' // no value: reports with this signature
	attrSet     byte = 's' // all signatures of the block in one report, if several; kept under the least
	attrGroup   byte = 'S' // those of one group, likewise: see groupOf
	attrShared  byte = 'x' // claims of a report in several blocks that may be one person, under each
	attrHeld    byte = 'k' // no value: reports of a pair that met
	attrApart   byte = 'z' // claim of another pair that a report tells of apart
	attrName    byte = 'n' // name as written
	attrAlias   byte = 'a'
	attrCountry byte = 'c'
	attrParty   byte = 'p'
	attrOrg     byte = 'o'
	attrOffice  byte = 'f' // title, country, former, key; in the month of the article
	attrStatus  byte = 't'
	attrTold    byte = 'u' // status, date of the article
	attrSource  byte = 'q' // fingerprint of the text, see simhash
	attrVoices  byte = 'v' // of a loud signature: shelf, fingerprints on it; how many sources they are
	attrBeside  byte = 'j' // claims of other pairs that a report tells of
	attrPlace   byte = 'w' // place as written
	attrSides   byte = 'd' // list of participant=side
	attrRole    byte = 'l' // participant, role
	attrMember  byte = 'm' // person of a delegation
	attrMeeting byte = 'g' // claim of the meeting that received a delegation
	attrWhat    byte = 'h' // document as written
	attrSigners byte = 'i' // list of actors
)

// cells counts the reports that say each thing.
type cells map[cell]int

// block is all that reports say of things that could be one, by signature.
// Its size grows with the number of different things said, not with the
// number of reports.
type block struct {
	said    map[string]*account
	loud    map[string]*voices
	shelved int     // signatures that are not loaded: see kept
	pending []Block // fingerprints to write
	classes [][]int // of sigs, as long as nothing that decides about them changes: see partitionPersons
	listed  []set   // what sets returns, while it is so
}

func newBlock() *block { return &block{said: map[string]*account{}, loud: map[string]*voices{}} }

// after returns b as it is when what is said of its signatures has changed by
// some counts: b itself when none has, else b stays as it is.
func (b *block) after(key string, counts map[saying]int) *block {
	n := *b
	n.said, n.loud = maps.Clone(b.said), maps.Clone(b.loud)
	changes := false
	for s, k := range counts {
		changes = changes || k != 0
		if k != 0 && b.said[s.sig] != nil && n.said[s.sig] == b.said[s.sig] {
			n.detach(s.sig)
		}
	}
	if !changes {
		return b
	}
	n.update(key, counts)
	return &n
}

// detach gives b a copy of what it shares with another block about a signature.
func (b *block) detach(sig string) {
	b.said[sig] = b.said[sig].clone()
	if v := b.loud[sig]; v != nil {
		b.loud[sig] = v.clone()
	}
}

// crowded reports that b has too many signatures to compare each with each.
func (b *block) crowded() bool { return len(b.said)+b.shelved > maxCompared }

// add changes a count; zero counts vanish, and signatures without counts.
func (b *block) add(sig string, c cell, n int) {
	if v := b.loud[sig]; v != nil && c.attr == attrSource {
		v.addPrint(c, n)
		return
	}
	a := b.said[sig]
	if a == nil {
		a = &account{changed: true}
		b.said[sig] = a
		b.classes = nil
	}
	b.listed = nil
	held := a.held
	a.add(c, n)
	if a.held != held || c.attr == attrSet || c.attr == attrGroup { // see namesakesTold
		b.classes = nil
	}
	if a.empty() {
		delete(b.said, sig)
		b.classes = nil
	}
}

// cells are what is said of a signature, but for the head.
func (b *block) cells(sig string) cells {
	if a := b.said[sig]; a != nil {
		return a.open()
	}
	return cells{}
}

func (b *block) sigs() []string { return slices.Sorted(maps.Keys(b.said)) }

// encode writes b, but for what is in rows of their own (see ownRows), nil when it
// is empty: its signatures, the class of each where that is known, and accounts.
func (b *block) encode() []byte {
	if len(b.said) == 0 {
		return nil
	}
	sigs := b.sigs()
	out := binary.AppendUvarint(make([]byte, 0, b.room()), uint64(len(sigs)))
	for _, sig := range sigs {
		out = appendString(out, sig)
	}
	out = b.appendClasses(out, len(sigs))
	for _, sig := range sigs {
		var loud cells
		if v := b.loud[sig]; v != nil {
			loud = v.cells()
		}
		out = b.said[sig].append(out, sigs, loud)
	}
	return out
}

// appendClasses writes the number of the class of each signature, or 0 when the
// classes are not known, or are not only of what is loaded.
func (b *block) appendClasses(out []byte, n int) []byte {
	if b.classes == nil || b.crowded() {
		return append(out, 0)
	}
	of := make([]int, n)
	for number, class := range b.classes {
		for _, i := range class {
			of[i] = number + 1
		}
	}
	for _, number := range of {
		out = binary.AppendUvarint(out, uint64(number))
	}
	return out
}

// classes reads what appendClasses wrote.
func (d *decoder) classes(n int) (classes [][]int) {
	for i := range n {
		number := int(d.uint())
		if number == 0 && i == 0 {
			return nil
		}
		if number == len(classes)+1 {
			classes = append(classes, nil)
		}
		if number < 1 || number > len(classes) {
			d.fail()
			return nil
		}
		classes[number-1] = append(classes[number-1], i)
	}
	return classes
}

// room is about how many bytes encode writes.
func (b *block) room() int {
	n := 0
	for sig, a := range b.said {
		n += len(sig) + len(a.sets) + a.head.room() + maxBeside
	}
	return n
}

func appendString(out []byte, s string) []byte {
	return append(binary.AppendUvarint(out, uint64(len(s))), s...)
}

var errDamaged = errors.New("derivation state is damaged: load the articles into a new store")

// decodeBlock reads what encode wrote; nil gives an empty block.
func decodeBlock(data []byte) (*block, error) {
	b := newBlock()
	if len(data) == 0 {
		return b, nil
	}
	d := decoder{rest: string(data)}
	sigs := d.strings()
	b.classes = d.classes(len(sigs))
	for _, sig := range sigs {
		a, loud := d.account(sigs)
		if d.bad {
			break
		}
		if v := voicesOf(loud); v != nil {
			b.loud[sig] = v
		}
		b.said[sig] = a
	}
	if d.bad || len(d.rest) > 0 {
		return nil, errDamaged
	}
	return b, nil
}

// decoder reads values until the first malformed one, then only zeros. Strings
// are parts of what it reads.
type decoder struct {
	rest string
	bad  bool
}

func (d *decoder) fail() { d.rest, d.bad = "", true }

func (d *decoder) uint() uint64 {
	v := uint64(0)
	for i := range min(len(d.rest), binary.MaxVarintLen64) {
		c := d.rest[i]
		v |= uint64(c&0x7f) << (7 * i)
		if c < 0x80 {
			d.rest = d.rest[i+1:]
			return v
		}
	}
	d.fail()
	return 0
}

func (d *decoder) byte() byte {
	if len(d.rest) == 0 {
		d.bad = true
		return 0
	}
	c := d.rest[0]
	d.rest = d.rest[1:]
	return c
}

func (d *decoder) string() string {
	n := d.uint()
	if n > uint64(len(d.rest)) {
		d.fail()
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

// strings reads a list of them with its length in front.
func (d *decoder) strings() []string {
	n := d.uint()
	list := make([]string, 0, min(n, uint64(len(d.rest))))
	for ; n > 0 && !d.bad; n-- {
		list = append(list, d.string())
	}
	return list
}

// thing is one class of a block's signatures: one person, one event.
type thing struct {
	sigs    []string // sorted
	reports int      // different reports
}

// whole is a thing with all that is said of it.
type whole struct {
	thing
	said   cells // summed over sigs
	terms  terms // likewise
	voices int   // sources of loud signatures
}

// sources counts the independent ones among the texts that tell of an event.
func (w whole) sources() int { return w.voices + sources(fingerprints(w.said)) }

// set is how many reports use several signatures of a block.
type set struct {
	sigs    []string
	reports int
}

// sets lists those that tell how often things of several signatures were
// counted beyond once. Where a block is on shelves all signatures of a thing are
// of one group.
func (b *block) sets() []set {
	if b.listed != nil {
		return b.listed
	}
	attr := attrSet
	if b.crowded() || b.shelved > 0 {
		attr = attrGroup
	}
	b.listed = []set{}
	for _, a := range b.said {
		for c, n := range a.opened() {
			if c.attr == attr {
				b.listed = append(b.listed, set{strings.Split(c.value, sigSep), n})
			}
		}
	}
	return b.listed
}

// thing counts the reports of some signatures, which are sorted.
func (b *block) thing(sigs []string) thing {
	t := thing{sigs: sigs}
	for _, sig := range sigs {
		t.reports += b.said[sig].reports
	}
	if len(sigs) > 1 {
		for _, s := range b.sets() {
			t.reports -= s.reports * max(0, countIn(s.sigs, sigs)-1)
		}
	}
	return t
}

// sum adds what is said of the signatures of a thing.
func (b *block) sum(t thing) whole {
	w := whole{thing: t}
	if len(t.sigs) == 1 {
		a := b.said[t.sigs[0]]
		w.said, w.terms = a.open(), a.terms
	} else {
		w.said, w.terms = cells{}, terms{}
		for _, sig := range t.sigs {
			for c, n := range b.said[sig].open() {
				w.said[c] += n
			}
			w.terms.sum(b.said[sig].terms)
		}
	}
	for _, sig := range t.sigs {
		if v := b.loud[sig]; v != nil {
			_, n := v.sum()
			w.voices += n
		}
	}
	return w
}

func countIn(list, sorted []string) int {
	n := 0
	for _, s := range list {
		if _, ok := slices.BinarySearch(sorted, s); ok {
			n++
		}
	}
	return n
}

// each calls f with every value of an attribute, in byte order, and its count.
func (s cells) each(attr byte, f func(value string, n int)) {
	for _, v := range s.values(attr) {
		f(v, s[cell{attr: attr, value: v}])
	}
}

func (s cells) values(attr byte) []string {
	var vs []string
	for c := range s {
		if c.attr == attr {
			vs = append(vs, c.value)
		}
	}
	slices.Sort(vs)
	return vs
}

// top returns the most reported value of an attribute, the least of equals;
// empty when there is none.
func (s cells) top(attr byte) string {
	best, most := "", 0
	for c, n := range s {
		if c.attr == attr && (n > most || n == most && c.value < best) {
			best, most = c.value, n
		}
	}
	return best
}

// magnitude is the number of binary digits of a small n; of a large one only
// every third counts. The thing of the greatest magnitude keeps its block's
// plain id: comparing magnitudes, not counts, lets the id change hands only now
// and then while a block grows, as that costs all reports of a person.
func magnitude(n int) int {
	const small = 6
	digits := bits.Len(uint(n))
	return min(digits, small) + (max(digits, small)-small+2)/3
}
