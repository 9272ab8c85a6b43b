package derive

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// account is what reports say of one signature. Most reports that concern a
// block speak of one of its signatures, so the others stay as they are stored:
// what is needed of all of them (reports, sets, span) stands in the row of the
// block, and what is said otherwise, when it is much, in a row of its own, which
// is read for those who are built anew.
type account struct {
	reports int    // that use the signature
	held    span   // months of the articles that give an office
	base    string // see block.base; empty until it is needed
	sets    string // the head as it is stored in the block of table, until it is needed
	table   []string
	head    cells  // sets of signatures
	rest    string // the other cells as they are stored, until they are needed
	cells   cells  // the other cells but those of offices; nil while they are in rest
	terms   terms  // likewise
	own     bool   // the other cells are stored in a row of their own
	absent  bool   // which is not loaded
	changed bool   // since it was loaded
}

// maxBeside is how many bytes of other cells are stored beside the head. So a
// block is small however much is said of its signatures.
const maxBeside = 64

// span is a time in months, see monthNumber; empty when last is 0.
type span struct{ first, last int }

func (s span) empty() bool { return s.last == 0 }

func (s span) with(month int) span {
	if s.empty() {
		return span{month, month}
	}
	return span{min(s.first, month), max(s.last, month)}
}

// near reports two spans that overlap, or follow each other within a month.
func (s span) near(t span) bool { return s.within(1, t) }

// within reports two spans that overlap, or follow each other within some months.
func (s span) within(months int, t span) bool {
	return !s.empty() && !t.empty() && s.first <= t.last+months && t.first <= s.last+months
}

// open returns the cells that are not in the head, nor of offices. They are
// sound: who loaded them has looked at them.
func (a *account) open() cells {
	if a.absent {
		panic("derive: what is said of a signature is not loaded")
	}
	if a.cells == nil {
		a.cells, a.terms = cells{}, terms{}
		d := decoder{rest: a.rest}
		d.said(func(c cell, n int) { a.cells[c] = n }, func(value string, months []tally) { a.terms[value] = months })
		a.rest = ""
	}
	return a.cells
}

// opened returns the head.
func (a *account) opened() cells {
	if a.head == nil {
		a.head = cells{}
		d := decoder{rest: a.sets}
		d.head(a.table, func(c cell, n int) { a.head[c] = n })
		a.sets, a.table = "", nil
	}
	return a.head
}

// clone returns a copy to change.
func (a *account) clone() *account {
	c := *a
	c.head, c.cells, c.terms, c.changed = maps.Clone(a.head), maps.Clone(a.cells), maps.Clone(a.terms), true
	return &c
}

// add changes a count; zero counts vanish.
func (a *account) add(c cell, n int) {
	switch c.attr {
	case attrReports:
		a.reports += n
	case attrSet, attrGroup, attrShared, attrHeld, attrApart:
		a.opened().add(c, n)
	case attrOffice:
		a.open()
		a.terms.add(c, n)
		a.held = a.terms.held()
	default:
		a.open().add(c, n)
	}
}

func (a *account) empty() bool {
	return a.reports == 0 && a.sets == "" && len(a.head) == 0 && !a.absent && len(a.open()) == 0 && len(a.terms) == 0
}

func (s cells) add(c cell, n int) {
	s[c] += n
	if s[c] == 0 {
		delete(s, c)
	}
}

// append writes what stands in the row of a block of the signatures of table,
// with more cells of its head.
func (a *account) append(out []byte, table []string, more cells) []byte {
	out = binary.AppendUvarint(out, uint64(a.reports))
	out = binary.AppendUvarint(out, uint64(a.held.first))
	out = binary.AppendUvarint(out, uint64(a.held.last))
	out = appendString(appendString(out, a.base), string(more.append(nil)))
	if a.head == nil && (a.sets == "" || slices.Equal(table, a.table)) {
		out = appendString(out, a.sets)
	} else {
		out = appendString(out, string(a.opened().appendHead(nil, table)))
	}
	if a.own {
		return append(out, 1)
	}
	return appendString(append(out, 0), a.encoded())
}

// encoded are the other cells as they are stored.
func (a *account) encoded() string {
	if a.cells == nil {
		return a.rest
	}
	if len(a.cells)+len(a.terms) == 0 {
		return ""
	}
	out := appendString(make([]byte, 0, a.cells.room()+a.terms.room()), string(a.cells.append(make([]byte, 0, a.cells.room()))))
	return string(a.terms.append(out))
}

// appendHead writes a head. Signatures of the table are numbers in it.
func (s cells) appendHead(out []byte, table []string) []byte {
	for _, c := range s.sorted() {
		out = append(out, c.attr)
		out = binary.AppendUvarint(out, uint64(s[c]))
		list := strings.Split(c.value, sigSep)
		out = binary.AppendUvarint(out, uint64(len(list)))
		for _, sig := range list {
			i, found := slices.BinarySearch(table, sig)
			if found {
				out = binary.AppendUvarint(out, uint64(i+1))
			} else {
				out = appendString(append(out, 0), sig)
			}
		}
	}
	return out
}

// head calls f with everything that appendHead wrote; a nil f only looks at it.
func (d *decoder) head(table []string, f func(c cell, n int)) {
	var list []string
	for len(d.rest) > 0 {
		attr, n := d.byte(), int(d.uint())
		list = list[:0]
		for k := d.uint(); k > 0 && !d.bad; k-- {
			list = append(list, d.entry(table))
		}
		if f != nil && !d.bad {
			f(cell{attr: attr, value: strings.Join(list, sigSep)}, n)
		}
	}
}

// entry reads a string that is in the table or else written out.
func (d *decoder) entry(table []string) string {
	switch i := d.uint(); {
	case i == 0:
		return d.string()
	case i <= uint64(len(table)):
		return table[i-1]
	}
	d.fail()
	return ""
}

// append writes cells.
func (s cells) append(out []byte) []byte {
	for _, c := range s.sorted() {
		out = binary.AppendUvarint(appendString(append(out, c.attr), c.value), uint64(s[c]))
	}
	return out
}

// cells calls f with everything that append wrote.
func (d *decoder) cells(f func(c cell, n int)) {
	for len(d.rest) > 0 {
		c := cell{attr: d.byte(), value: d.string()}
		if n := int(d.uint()); !d.bad {
			f(c, n)
		}
	}
}

// account reads what append wrote, and what it was given more.
func (d *decoder) account(table []string) (a *account, more cells) {
	a = &account{reports: int(d.uint()), held: span{int(d.uint()), int(d.uint())}, base: d.string(), table: table}
	loud := decoder{rest: d.string()}
	loud.cells(func(c cell, n int) {
		if more == nil {
			more = cells{}
		}
		more[c] = n
	})
	a.sets = d.string()
	if a.own = d.byte() == 1; a.own {
		a.absent = true
	} else {
		a.rest = d.string()
	}
	head := decoder{rest: a.sets}
	head.head(table, nil)
	d.bad = d.bad || loud.bad || head.bad || !sound(a.rest)
	return a, more
}

// said calls functions with all that was encoded of an account.
func (d *decoder) said(f func(c cell, n int), g func(value string, months []tally)) {
	if len(d.rest) == 0 {
		return
	}
	cells := decoder{rest: d.string()}
	cells.cells(f)
	d.terms(g)
	d.bad = d.bad || cells.bad
}

// sound reports that what was encoded of an account can be read.
func sound(rest string) bool {
	d := decoder{rest: rest}
	d.said(func(cell, int) {}, nil)
	return !d.bad
}

// room is about how many bytes append writes, so that they are not moved while it does.
func (s cells) room() int {
	const numbers = 6 // bytes for the lengths and counts of a cell
	n := numbers
	for c := range s {
		n += len(c.value) + numbers
	}
	return n
}

func (s cells) sorted() []cell {
	cells := slices.AppendSeq(make([]cell, 0, len(s)), maps.Keys(s))
	slices.SortFunc(cells, func(a, b cell) int {
		if a.attr != b.attr {
			return int(a.attr) - int(b.attr)
		}
		return strings.Compare(a.value, b.value)
	})
	return cells
}
