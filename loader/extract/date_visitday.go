package extract

import (
	"strings"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// The days of a visit, as lines of lexicon.VisitDay; those behind count on from the second day.
const (
	firstDay = 1
	lastDay  = 2
)

// visitDay reads "the first day", "ngày làm việc thứ hai": of a visit whose days are told; and "the last day
// of October".
func (p *dateParser) visitDay() bool {
	e, ok := p.at(0).entry(lexicon.VisitDay)
	if !ok {
		return false
	}
	p.i++
	if p.dayOfMonth(int(e.Index)) {
		return true
	}
	p.t.relSet, p.t.context, p.t.ofVisit = true, true, int(e.Index)
	return true
}

// dayOfMonth reads the month or year behind the first or last day of it: "of October", "du mois de mai",
// "tháng 10", "of 2019".
func (p *dateParser) dayOfMonth(which int) bool {
	if which > lastDay || p.at(-1).set.has(lexicon.Day) {
		return false
	}
	if b := p.at(-2); p.i-2 >= p.s.from && b.kind == text.Word && b.set.either(lexicon.Numeral, lexicon.Amount) {
		return false // "the three first days of May"
	}
	save := *p
	for p.at(0).set.has(lexicon.Of) || p.at(0).set.has(lexicon.YearWord) {
		p.i++
	}
	if y := p.num(0, 1900, 2100); y != 0 && p.i > save.i {
		p.i++
		p.t = date{y: y, m: 1, d: 1}
		if which == lastDay {
			p.t.m, p.t.d = 12, 31
		}
		return true
	}
	if !p.absolute() || p.t.d != 0 || p.t.m == 0 || p.t.season {
		*p = save
		return false
	}
	if p.t.d = 1; which == lastDay {
		y := p.t.y
		if y == 0 {
			y = p.d.pub.Year()
		}
		p.t.d = time.Date(y, time.Month(p.t.m)+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	return true
}

// visitDayOf is the day of a visit that date i counts: from the day told beside it, from the span of days told last
// before it or right behind it, or from another day of the visit that is told with its date.
func (d *doc) visitDayOf(i int) graph.Date {
	if j := d.besideVisitDay(i); j >= 0 {
		return d.edtf(j)
	}
	t := &d.dates[i]
	j := i + 1
	if j >= len(d.dates) || d.dates[j].sent != t.sent || d.dates[j].d2 == 0 {
		for j = i - 1; j >= 0 && (d.dates[j].d2 == 0 || d.sents[d.dates[j].sent].item != d.sents[t.sent].item); j-- {
		}
	}
	if j >= 0 {
		if from, to, ok := strings.Cut(string(d.edtf(j)), "/"); ok && t.ofVisit == lastDay {
			return graph.Date(to)
		} else if ok {
			return shifted(graph.Date(from), t.fromFirst())
		}
	}
	return d.fromOtherDay(i)
}

// fromFirst is how many days after the first one of a visit t is.
func (t *date) fromFirst() int { return max(0, t.ofVisit-lastDay) }

// fromOtherDay counts date i of a visit from another day of it: "on the second day, Tuesday, ... On the first day".
func (d *doc) fromOtherDay(i int) graph.Date {
	t := &d.dates[i]
	for j := range d.dates {
		b := &d.dates[j]
		if b.ofVisit == 0 || b.ofVisit == lastDay || t.ofVisit == lastDay || j == i || d.sents[b.sent].item != d.sents[t.sent].item {
			continue
		}
		if n := d.besideVisitDay(j); n >= 0 {
			return shifted(d.edtf(n), t.fromFirst()-b.fromFirst())
		}
	}
	for j := range d.dates {
		if n := d.daysUntil(j); n > 0 && d.sents[d.dates[j].sent].item == d.sents[t.sent].item {
			if t.ofVisit == lastDay {
				return d.edtf(j)
			}
			return shifted(d.edtf(j), t.fromFirst()-n+1)
		}
	}
	return ""
}

// daysUntil is how long a visit was at whose end, on day i, somebody left: "left on Monday after two days of talks";
// 0 if its sentence does not tell.
func (d *doc) daysUntil(i int) int {
	const most = 9
	t := &d.dates[i]
	s, days := d.sents[t.sent], 0
	if !t.day() || t.d2 != 0 || t.context || t.about || d.dateline(t) || d.plannedDate(t) || !d.tellsOf(s, lexicon.Leave) {
		return 0
	}
	p := &dateParser{d: d, s: s}
	for p.i = s.from; p.i+1 < s.to; p.i++ {
		u, unit := p.at(1).entry(lexicon.TimeUnit)
		if !unit || u.Index != 1 || p.at(0).date >= 0 || p.at(1).date >= 0 {
			continue
		}
		n := p.num(0, 2, most)
		if e, ok := p.at(0).entry(lexicon.Amount); ok {
			n = int(e.Index)
		}
		if n < 2 || n > most || days != 0 || d.severalIn(p.i, s) {
			return 0
		}
		days = n
	}
	return days
}

// severalIn reports "quatre pays en" before the days at unit i: they were those of all stops.
func (d *doc) severalIn(i int, s sentence) bool {
	return i-3 >= s.from && d.units[i-1].set.has(lexicon.In) && d.units[i-3].set.either(lexicon.Two, lexicon.Numeral)
}

// besideVisitDay is the date that tells when the day of a visit at date i was: "on Tuesday, the second day of her trip",
// "trong ngày làm việc thứ hai tại Viêng Chăn, hôm nay"; -1 if there is none.
func (d *doc) besideVisitDay(i int) int {
	const reach = 9
	t := &d.dates[i]
	for _, j := range []int{i - 1, i + 1} {
		if j < 0 || j >= len(d.dates) {
			continue
		}
		b := &d.dates[j]
		from, to := min(t.to, b.to), max(t.from, b.from)
		if b.sent == t.sent && b.day() && b.d2 == 0 && !b.context && to-from <= reach && d.besides(from, to) {
			return j
		}
	}
	return -1
}

// besides reports that units [from, to) tell of nothing but a visit and its places.
func (d *doc) besides(from, to int) bool {
	commas := 0
	for i := from; i < to; i++ {
		u := &d.units[i]
		if commas += one(u.punct == ','); u.punct != 0 && u.punct != ',' || commas > 1 || u.actor >= 0 || u.name >= 0 || d.tellsContact(i, i+1) || u.set.any(lexicon.Have, lexicon.Be, lexicon.That) {
			return false
		}
	}
	return true
}

// sameVisit is the month of the meeting that the sentence before tells of, where sentence k
// goes on with that visit and tells no time.
func (d *doc) sameVisit(at, k int) graph.Date {
	if d.dateIn(at, k, true) >= 0 || !d.refersBack(d.sents[k], 1) {
		return ""
	}
	for i := len(d.claims) - 1; i >= 0; i-- {
		if c := &d.claims[i]; c.sent < k && k-c.sent <= 2 && c.status == graph.Held && c.date.Year() != 0 && len(c.date) >= len("2006-01") && !strings.Contains(string(c.date), "/") {
			return c.date[:len("2006-01")]
		}
	}
	return ""
}
