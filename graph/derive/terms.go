package derive

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// terms are the months of articles that give somebody an office, by what they
// say of it (see attrOffice). There can be twelve a year, so they are not cells
// but lists in order.
type terms map[string][]tally

// tally is how many reports of a month say something.
type tally struct {
	month int // see monthNumber
	n     int
}

// add changes a count; zero counts vanish. It leaves lists alone that others may
// have, too.
func (t terms) add(c cell, n int) {
	list := slices.Clone(t[c.value])
	i, found := slices.BinarySearchFunc(list, c.month, func(x tally, month int) int { return x.month - month })
	if !found {
		list = slices.Insert(list, i, tally{month: c.month})
	}
	if list[i].n += n; list[i].n == 0 {
		list = slices.Delete(list, i, i+1)
	}
	if t[c.value] = list; len(list) == 0 {
		delete(t, c.value)
	}
}

// sum adds other terms.
func (t terms) sum(other terms) {
	for value, months := range other {
		if t[value] == nil {
			t[value] = months
			continue
		}
		for _, m := range months {
			t.add(cell{value: value, month: m.month}, m.n)
		}
	}
}

// held is from the first to the last month of articles that give an office.
func (t terms) held() span {
	var s span
	for value, months := range t {
		if months[0].month == 0 { // the unknown one
			months = months[1:]
		}
		if holds(value) && len(months) > 0 {
			s = s.with(months[0].month).with(last(months).month)
		}
	}
	return s
}

// holds reports that what is said of an office is that it is held, not that it was.
func holds(value string) bool {
	_, rest, _ := strings.Cut(value, fieldSep) // title
	_, rest, _ = strings.Cut(rest, fieldSep)   // country
	return strings.HasPrefix(rest, "false"+fieldSep)
}

// append writes terms, in order.
func (t terms) append(out []byte) []byte {
	for _, value := range slices.Sorted(maps.Keys(t)) {
		out = binary.AppendUvarint(appendString(out, value), uint64(len(t[value])))
		month := 0
		for _, m := range t[value] {
			out = binary.AppendUvarint(binary.AppendUvarint(out, uint64(m.month-month)), uint64(m.n))
			month = m.month
		}
	}
	return out
}

// room is about how many bytes append writes.
func (t terms) room() int {
	n := 0
	for value, months := range t {
		n += len(value) + 4*(len(months)+1)
	}
	return n
}

// terms calls f with everything that append wrote; a nil f only looks at it.
func (d *decoder) terms(f func(value string, months []tally)) {
	for len(d.rest) > 0 {
		value, k := d.string(), d.uint()
		if k == 0 || k > uint64(len(d.rest)) {
			d.fail()
			return
		}
		var months []tally
		if f != nil {
			months = make([]tally, 0, k)
		}
		for month := 0; k > 0 && !d.bad; k-- {
			month += int(d.uint())
			if n := int(d.uint()); f != nil {
				months = append(months, tally{month, n})
			}
		}
		if f != nil {
			f(value, months)
		}
	}
}
