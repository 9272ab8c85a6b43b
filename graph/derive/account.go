package derive

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// account is what reports say of one signature. Most reports that concern a
// block speak of one of its signatures, so the others stay as they are stored:
// what is needed of all of them stands in front of the rest.
type account struct {
	reports int    // that use the signature
	head    cells  // sets of signatures
	held    span   // months of the articles that give an office
	rest    string // the other cells as encode writes them, until they are needed
	cells   cells  // the other cells; nil while they are in rest
}

// span is a time in months, see monthNumber; empty when last is 0.
type span struct{ first, last int }

func (s span) empty() bool { return s.last == 0 }

func (s span) with(month int) span {
	if s.empty() {
		return span{month, month}
	}
	return span{min(s.first, month), max(s.last, month)}
}

// open returns the cells that are not in the head. They are sound: decodeBlock
// has looked at them.
func (a *account) open() cells {
	if a.cells == nil {
		a.cells = cells{}
		d := decoder{rest: a.rest}
		d.cells(func(c cell, n int) { a.cells[c] = n })
		a.rest = ""
	}
	return a.cells
}

// add changes a count; zero counts vanish.
func (a *account) add(c cell, n int) {
	switch c.attr {
	case attrReports:
		a.reports += n
	case attrSet, attrGroup, attrShared:
		if a.head == nil {
			a.head = cells{}
		}
		a.head.add(c, n)
	default:
		a.open().add(c, n)
		if c.holds() {
			a.hold(c)
		}
	}
}

// hold keeps the span after a cell that tells of an office has changed.
func (a *account) hold(c cell) {
	if a.cells[c] != 0 {
		a.held = a.held.with(c.month)
		return
	}
	a.held = span{}
	for c := range a.cells {
		if c.holds() {
			a.held = a.held.with(c.month)
		}
	}
}

// holds reports that a cell gives an office in a known month.
func (c cell) holds() bool {
	if c.attr != attrOffice || c.month == 0 {
		return false
	}
	_, rest, _ := strings.Cut(c.value, fieldSep) // title
	_, rest, _ = strings.Cut(rest, fieldSep)     // country
	return strings.HasPrefix(rest, "false"+fieldSep)
}

func (a *account) empty() bool { return a.reports == 0 && len(a.head) == 0 && len(a.open()) == 0 }

func (s cells) add(c cell, n int) {
	s[c] += n
	if s[c] == 0 {
		delete(s, c)
	}
}

// append writes the account and more cells of its head.
func (a *account) append(out []byte, more cells) []byte {
	out = binary.AppendUvarint(out, uint64(a.reports))
	out = binary.AppendUvarint(out, uint64(a.held.first))
	out = binary.AppendUvarint(out, uint64(a.held.last))
	head := a.head
	if len(more) > 0 {
		head = maps.Clone(more)
		maps.Copy(head, a.head)
	}
	out = appendString(out, string(head.append(nil)))
	if a.cells == nil {
		return appendString(out, a.rest)
	}
	return appendString(out, string(a.cells.append(make([]byte, 0, a.cells.room()))))
}

// append writes cells. Those of one value for many months share it.
func (s cells) append(out []byte) []byte {
	list := s.sorted()
	for len(list) > 0 {
		k := 1
		for k < len(list) && list[k].attr == list[0].attr && list[k].value == list[0].value {
			k++
		}
		out = appendString(append(out, list[0].attr), list[0].value)
		out = binary.AppendUvarint(out, uint64(k))
		month := 0
		for _, c := range list[:k] {
			out = binary.AppendUvarint(out, uint64(c.month-month))
			out = binary.AppendUvarint(out, uint64(s[c]))
			month = c.month
		}
		list = list[k:]
	}
	return out
}

// cells calls f with everything that append wrote.
func (d *decoder) cells(f func(c cell, n int)) {
	for len(d.rest) > 0 {
		c := cell{attr: d.byte(), value: d.string()}
		for k := d.uint(); k > 0 && !d.bad; k-- {
			c.month += int(d.uint())
			if n := int(d.uint()); !d.bad {
				f(c, n)
			}
		}
	}
}

// account reads what append wrote.
func (d *decoder) account() *account {
	a := &account{reports: int(d.uint()), held: span{int(d.uint()), int(d.uint())}}
	head := decoder{rest: d.string()}
	head.cells(func(c cell, n int) {
		if a.head == nil {
			a.head = cells{}
		}
		a.head[c] = n
	})
	a.rest = d.string()
	rest := decoder{rest: a.rest}
	rest.cells(func(cell, int) {})
	d.bad = d.bad || head.bad || rest.bad
	return a
}

// room is about how many bytes append writes, so that they are not moved while it does.
func (s cells) room() int {
	const numbers = 6 // bytes for the lengths and counts of a cell
	n := numbers
	for c := range s {
		if c.month == 0 {
			n += len(c.value)
		}
		n += numbers
	}
	return n
}

func (s cells) sorted() []cell {
	cells := slices.AppendSeq(make([]cell, 0, len(s)), maps.Keys(s))
	slices.SortFunc(cells, func(a, b cell) int {
		if a.attr != b.attr {
			return int(a.attr) - int(b.attr)
		}
		if c := strings.Compare(a.value, b.value); c != 0 {
			return c
		}
		return a.month - b.month
	})
	return cells
}
