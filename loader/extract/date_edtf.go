package extract

import (
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// edtf is what date i means in its article.
func (d *doc) edtf(i int) graph.Date {
	t, ref := &d.dates[i], d.ref
	item := d.sents[t.sent].item
	if d.ofYearBefore(i) {
		ref = graph.MakeDate(ref.Year()-1, 0, 0)
	}
	switch {
	case t.about:
		return d.timeBefore(i)
	case t.eve:
		return d.eveOf(i)
	case t.ofVisit > 0:
		return d.visitDayOf(i)
	}
	if t.weekday != 0 && t.m == 0 && len(ref) != 10 {
		return d.weekdayNear(i, ref)
	}
	if !t.context || t.m != 0 {
		if t.weekday != 0 && t.m == 0 && !t.last && !t.next && ref != d.pub {
			if x := t.resolve(d.pub); x > ref && len(ref) == len(x) {
				return x // told after the day of the dateline
			}
		}
		if t.relSet && t.m == 0 && len(ref) != len(time.DateOnly) {
			return shifted(d.datelineDate(item), t.rel)
		}
		return t.resolved(ref)
	}
	if j := i - 1; t.rel == -1 && j >= 0 && d.dates[j].sent == t.sent && d.dates[j].m != 0 && !d.dates[j].day() && d.dates[j].whole == 0 {
		return d.edtfAhead(j) // the day before what is told for a month alone
	}
	if !d.countsFrom(i) {
		return ""
	}
	if j := d.anchor(i); j >= 0 {
		return shifted(d.edtf(j), t.rel)
	}
	if t.relSet && t.rel > 0 && ref == d.pub {
		return "" // the day after an event of which no day is told
	}
	if x := t.resolved(ref); x != "" || !t.relSet {
		return x
	}
	return shifted(d.datelineDate(item), t.rel)
}

// ofYearBefore reports a month told of what had been before, later in the calendar than the day on which a
// story begins that tells its year alone: "Le 12 février ... avait dit en novembre".
func (d *doc) ofYearBefore(i int) bool {
	t := &d.dates[i]
	if len(d.ref) != len("2006") || t.m == 0 || t.y != 0 || !t.last && !d.looksBack(t.sent) {
		return false
	}
	for j := range d.dates[:i] {
		b := &d.dates[j]
		if b.sent < t.sent && d.sents[b.sent].item == 0 && b.m != 0 && b.d != 0 && b.y == 0 && !b.last && !b.context && !d.plannedDate(b) {
			return t.m > b.m
		}
	}
	return false
}

// eveOf is the day before that of something, which is told behind it: "on the eve of the summit, which
// opens on Friday"; or of what the story tells of. Beside another day it tells none.
func (d *doc) eveOf(i int) graph.Date {
	for j := range d.dates {
		switch b := &d.dates[j]; {
		case b.sent != d.dates[i].sent || j == i || !b.day() || b.context:
		case j == i+1 && d.ofEve(j):
			if x := shifted(d.edtfAhead(j), -1); x <= d.pub || len(d.pub) != len(x) {
				return x
			}
			return shifted(d.edtf(j), -1)
		case b.d2 == 0:
			return ""
		}
	}
	return shifted(d.dayOfOccasion(i), -1)
}

// dayOfOccasion is the day of what eve i is that of: "on the eve of the event", on which the story began; "of
// these talks", of which it told last.
func (d *doc) dayOfOccasion(i int) graph.Date {
	k, this := d.dates[i].to, false
	for ; k+1 < len(d.units) && d.units[k].set.any(lexicon.Of, lexicon.Def, lexicon.Dem); k++ {
		this = this || d.units[k].set.has(lexicon.Dem) && !d.units[k].set.has(lexicon.Def)
	}
	if this && d.tellsContact(k, k+1) {
		if j := d.anchor(i); j >= 0 {
			return d.edtf(j)
		}
	}
	if k >= len(d.units) || !d.units[k].set.has(lexicon.Occasion) && !d.isNoun(k, "visit") && !d.isNoun(k, "met") {
		return ""
	}
	for j := range d.dates[:i] {
		b := &d.dates[j]
		if d.sents[b.sent].item == d.sents[d.dates[i].sent].item && b.day() && b.d2 == 0 && !b.context && !b.about && !d.dateline(b) && !d.bounds(b) && !d.plannedDate(b) {
			return d.edtf(j)
		}
	}
	return ""
}

// ofEve reports a day that only tells what the eve in front of it is the eve of.
func (d *doc) ofEve(j int) bool {
	const reach = 14
	if j == 0 || !d.dates[j-1].eve || d.dates[j-1].sent != d.dates[j].sent || !d.dates[j].day() {
		return false
	}
	from, to := d.dates[j-1].to, d.dates[j].from
	if to > from+reach {
		return false
	}
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.punct == ',' && !d.units[i+1].set.either(lexicon.That, lexicon.Who) {
			return false // "on the eve of the summit, on Friday"
		}
	}
	return true
}

// edtfAhead is what date i means of something that is still to come: not the last such day,
// but the next. A day told with its month that has been lately is left: the page came later
// than the text.
func (d *doc) edtfAhead(i int) graph.Date {
	t, x := d.dates[i], d.edtf(i)
	_, last, ok := x.Bounds()
	ref, known := d.ref.Day()
	if known && t.whole == 2 && t.weekday == 0 && !t.last && !t.next && t.ago == 0 {
		return span(ref, mondayOf(ref).AddDate(0, 0, 6)) // what is left of this week
	}
	if !ok || !known || t.y != 0 || t.last || t.m == 0 && (t.weekday == 0 || t.whole != 0 || t.context) {
		return x
	}
	end, ok := graph.Date(last).Day()
	if !ok || !end.Before(ref) || t.m != 0 && ref.Sub(end) < near {
		return x
	}
	t.next = true
	return t.resolve(d.ref)
}

// countsFrom reports that day i does not count from a month told before it in its sentence:
// "talks in June and, a day later, a dinner".
func (d *doc) countsFrom(i int) bool {
	for j := i - 1; j >= 0 && d.dates[j].sent == d.dates[i].sent; j-- {
		b := &d.dates[j]
		if b.day() {
			return true
		}
		if b.whole == 0 && b.m != 0 {
			return false
		}
	}
	return true
}

// anchor is the day from which day i counts: the last one told in its item that the story
// goes on from, or for "that day" the last one at all; -1 if there is none.
func (d *doc) anchor(i int) int {
	t, first := &d.dates[i], -1
	for j := i - 1; j >= 0; j-- {
		b := &d.dates[j]
		if d.sents[b.sent].item != d.sents[t.sent].item {
			break
		}
		if t.rel == 0 && first < 0 && b.m != 0 && b.d != 0 && b.d2 == 0 && d.bounds(b) {
			first = j // "has been here since May 2. That day"
		}
		if d.lookBack(b, t) || b.d2 != 0 || !b.day() || d.dateline(b) || d.tellsNoStory(b) && (t.rel != 0 || b.sent < t.sent-1 || d.bounds(b)) || d.unclear(j) || (t.rel < 0 || !d.sameLine(b.sent, t.sent)) && d.later(j) || d.spoken(b) || d.plannedDate(b) || d.recalled(j, t) {
			continue
		}
		if d.relativeOf(b.from, d.sents[b.sent]) < 0 {
			return j
		}
		first = j
	}
	return first
}

// lookBack reports that day b, told before day t that counts from another, is itself counted and no day that the story
// goes on from: "hôm trước".
func (d *doc) lookBack(b, t *date) bool {
	if !b.context || b.m != 0 || b.ofVisit != 0 || t.rel == 0 && (b.rel > 0 || d.sameLine(b.sent, t.sent)) {
		return false
	}
	return b.rel < 0 || !d.lex.Options.DateCarries && !(t.rel > 0 && b.rel > 0 && d.dayFirst(b))
}

// shifted is the day that is by days later than x, whose year may be unknown.
func shifted(x graph.Date, by int) graph.Date {
	if by == 0 {
		return x
	}
	if day, ok := x.Day(); ok {
		return graph.DateOf(day.AddDate(0, 0, by))
	}
	if day, err := time.Parse("XXXX-01-02", string(x)); err == nil {
		return graph.Date(day.AddDate(0, 0, by).Format("XXXX-01-02"))
	}
	return ""
}

// weekdayNear is the day of that name closest to the last day before of which the name is
// known, for articles whose own day is not; or the day before what is told as the next.
func (d *doc) weekdayNear(i int, ref graph.Date) graph.Date {
	t := &d.dates[i]
	for j := i - 1; j >= 0; j-- {
		b := &d.dates[j]
		if d.sents[b.sent].item != d.sents[t.sent].item {
			break
		}
		name := b.weekday
		if day, ok := b.resolved(ref).Day(); ok {
			name = int(day.Weekday()+6)%7 + 1
		}
		if b.d == 0 || b.d2 != 0 || name == 0 || d.tellsNoStory(b) {
			continue
		}
		diff := (t.weekday - name + 7) % 7
		if diff > 3 {
			diff -= 7
		}
		return shifted(b.resolved(ref), diff)
	}
	if n := i + 1; n < len(d.dates) && d.dates[n].context && d.dates[n].m != 0 && d.sents[d.dates[n].sent].item == d.sents[t.sent].item {
		return shifted(d.dates[n].resolve(ref), -d.dates[n].rel)
	}
	return ""
}

// reference is the day from which an article counts: that of publication, or
// the day of its dateline in the year of publication.
func (d *doc) reference() graph.Date {
	pub, known := d.pub.Day()
	if !known && d.pub.Year() == 0 {
		return d.pageDate()
	}
	for i := range d.dates {
		t := &d.dates[i]
		if (t.m == 0 || t.d == 0) && !d.weekdayLine(t) || t.d2 != 0 || d.sents[t.sent].item != 0 || !d.dateline(t) {
			continue
		}
		x := t.resolve(d.pub)
		if day, ok := x.Day(); !known || ok && !day.After(pub) && pub.Sub(day) <= week {
			return x // the page came later than the text
		}
	}
	return d.pub
}

// pageDate is the day that an article of unknown day tells itself: above its text, or under
// a picture of the day of its dateline. Of that day, only the year may be told.
func (d *doc) pageDate() graph.Date {
	line := d.datelineDate(0)
	for i := range d.dates {
		t := &d.dates[i]
		if x := t.resolve(""); t.y != 0 && t.m != 0 && t.d2 == 0 && (t.sent < 4 && d.dateline(t) || d.stamped(t) || len(line) == len(x) && t.d != 0 && x[4:] == line[4:]) {
			return x
		}
	}
	return d.pageYear()
}

// pageYear is the year told with a day at the beginning of the story, and with all other days of it that tell
// one.
func (d *doc) pageYear() graph.Date {
	const begin = 4
	year, other := 0, 0
	for i := range d.dates {
		switch t := &d.dates[i]; {
		case t.y == 0 || t.m == 0 || t.d == 0 || d.sents[t.sent].item != 0:
		case d.tellsNoStory(t):
			other = t.y
		case year == 0 && t.sent >= begin || year != 0 && t.y != year:
			return ""
		default:
			year = t.y
		}
	}
	if other != 0 && other != year {
		return ""
	}
	return graph.MakeDate(year, 0, 0)
}

const (
	week = 7 * 24 * time.Hour
	// near is how far from publication a day without a year is of that year at most, either way.
	near = 62 * 24 * time.Hour
)

// datelineDate is the day of the dateline of the story of an item, for articles of unknown day.
func (d *doc) datelineDate(item int) graph.Date {
	for i := range d.dates {
		if t := &d.dates[i]; d.oneStory(d.sents[t.sent].item, item) && (t.d != 0 || d.weekdayLine(t)) && d.dateline(t) {
			return t.resolve(d.pub)
		}
	}
	return ""
}

// resolved is resolve, counted once for one day of publication: dates are asked for again and again.
func (t *date) resolved(pub graph.Date) graph.Date {
	if !t.counted || t.pub != pub {
		t.counted, t.pub, t.means = true, pub, t.resolve(pub)
	}
	return t.means
}

// resolve turns a date expression into EDTF, given the day of publication.
func (t *date) resolve(pub graph.Date) graph.Date {
	switch {
	case t.whole == 0 && t.m != 0:
		return t.written(pub)
	case t.whole == 0 && t.weekday == 0 && !t.relSet:
		return graph.MakeDate(t.y, 0, 0)
	}
	day, ok := pub.Day()
	switch {
	case t.whole > 0:
		return t.calendar(pub, day, ok)
	case !ok:
		return ""
	case t.relSet:
		return graph.DateOf(day.AddDate(0, 0, t.rel))
	}
	back := (int(day.Weekday()+6)%7 + 1 - t.weekday + 7) % 7
	if t.last && back == 0 {
		back = 7
	}
	if t.next {
		back -= 7
	}
	return graph.DateOf(day.AddDate(0, 0, -back))
}

// written is the date of an expression that tells the month.
func (t *date) written(pub graph.Date) graph.Date {
	y := t.year(pub)
	first := graph.MakeDate(y, t.m, t.d)
	if t.season {
		return t.seasonOf(y, pub)
	}
	if t.d2 == 0 {
		return checked(first)
	}
	m2 := t.m
	if t.m2 != 0 {
		m2 = t.m2
	}
	y2 := y
	if y != 0 && m2 < t.m {
		y2++
	}
	return checked(first + "/" + graph.MakeDate(y2, m2, t.d2))
}

// seasonOf is from the first day of a season to the last on which somebody would still call it so: in
// news of June, spring has just been.
func (t *date) seasonOf(y int, pub graph.Date) graph.Date {
	if y == 0 {
		return ""
	}
	first := time.Date(y, time.Month(t.m), 1, 0, 0, 0, 0, time.UTC)
	if _, last, ok := pub.Bounds(); ok && t.y == 0 && !t.next && first.Format(time.DateOnly) > last {
		first = first.AddDate(-1, 0, 0)
	}
	return graph.DateOf(first) + "/" + graph.DateOf(first.AddDate(0, 4, -1))
}

// mondayOf is the first day of a week.
func mondayOf(day time.Time) time.Time { return day.AddDate(0, 0, -int(day.Weekday()+6)%7) }

// span is the days from one to another, or the one that they are.
func span(from, to time.Time) graph.Date {
	if from.Equal(to) {
		return graph.DateOf(from)
	}
	return graph.DateOf(from) + "/" + graph.DateOf(to)
}

// recentDays is how far back the last days reach.
const recentDays = 10

// calendar is the week, month or year before, of, or after the one of
// publication. A week is its days, from Monday.
func (t *date) calendar(pub graph.Date, day time.Time, ok bool) graph.Date {
	by := 0
	switch {
	case t.next:
		by = 1
	case t.last:
		by = -1
	case t.ago > 0:
		by = -t.ago
	}
	switch {
	case t.whole == recent && ok:
		return graph.DateOf(day.AddDate(0, 0, -recentDays)) + "/" + pub
	case t.whole == 2 && ok && by == 0 && t.weekday == 0:
		return span(mondayOf(day), day)
	case t.whole == 2 && ok:
		monday := mondayOf(day).AddDate(0, 0, 7*by)
		if t.weekday != 0 {
			return graph.DateOf(monday.AddDate(0, 0, t.weekday-1))
		}
		return graph.DateOf(monday) + "/" + graph.DateOf(monday.AddDate(0, 0, 6))
	case t.whole == 3 && ok:
		return graph.Date(time.Date(day.Year(), day.Month()+time.Month(by), 1, 0, 0, 0, 0, time.UTC).Format("2006-01"))
	case t.whole == 4 && pub.Year() != 0:
		return graph.MakeDate(pub.Year()+by, 0, 0)
	}
	return ""
}

// checked drops what is no date of the calendar, such as 31 April.
func checked(x graph.Date) graph.Date {
	if d, err := graph.ParseDate(string(x)); err == nil {
		return d
	}
	return ""
}

// year is the year written, or the latest one in which the day is not more
// than two months after publication: news tells of what was.
func (t *date) year(pub graph.Date) int {
	if t.y != 0 || pub.Year() == 0 {
		return t.y
	}
	y := pub.Year()
	if _, last, ok := pub.Bounds(); ok && len(pub) >= 7 {
		e, ok := graph.Date(last).Day()
		dd := max(t.d, 1)
		when := time.Date(y, time.Month(t.m), dd, 0, 0, 0, 0, time.UTC)
		if ok && !t.next && when.After(e.Add(near)) || t.last && ok && when.After(e) {
			y--
		}
		if ok && t.next && when.Before(e) {
			y++
		}
	}
	return y
}
