package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// someDay reads "on a Thursday in April 2022": the month is all that is told.
func (p *dateParser) someDay() bool {
	if p.t.weekday == 0 || !p.at(0).set.has(lexicon.In) || p.month(1) == 0 {
		return false
	}
	p.i++
	p.t = date{}
	return p.monthDay()
}

// lastWhole reads "last month", "next year", "last August", "last Friday".
func (p *dateParser) lastWhole() bool {
	if !p.at(0).set.either(lexicon.LastTime, lexicon.NextTime) || !p.d.lex.Options.LastFirst {
		return false
	}
	start := p.i
	this, _ := p.at(0).entry(lexicon.LastTime)
	p.lastNext()
	if e, ok := p.at(0).entry(lexicon.DayPart); ok && e.Index >= 2 {
		p.t.last = this.Index == 1
		p.t.whole = e.Index
		p.i++
		if !p.t.last && !p.t.next && p.d.clitic(p.i) {
			p.t.whole = untold // "this week's summit"
		}
		return true
	}
	if p.weekday() || p.monthDay() {
		return true
	}
	p.i, p.t = start, date{}
	return false
}

// wholeLast reads "le mois dernier", "l'an passé", "la semaine prochaine".
func (p *dateParser) wholeLast() bool {
	e, ok := p.at(0).entry(lexicon.DayPart)
	if !ok || e.Index < 2 || p.d.lex.Options.LastFirst || !p.at(1).set.either(lexicon.LastTime, lexicon.NextTime) {
		return false
	}
	p.i++
	p.lastNext()
	p.t.whole = e.Index
	return true
}

func (p *dateParser) weekday() bool {
	e, ok := p.at(0).entry(lexicon.Weekday)
	if !ok || p.ordinal() {
		return false
	}
	p.t.weekday = int(e.Index)
	p.i++
	p.untilWeekday()
	return true
}

// untilWeekday reads "to Friday" and "and Friday" after "Thursday". A night has the day on which it begins.
func (p *dateParser) untilWeekday() {
	const night = 3
	e, ok := p.at(1).entry(lexicon.Weekday)
	if !ok || !p.at(0).set.has(lexicon.Until) || int(e.Index) <= p.t.weekday && int(e.Index) != 1 {
		return
	}
	for k := 2; k <= 1+night; k++ {
		if p.at(-k).set.has(lexicon.DayPart) && !p.at(0).set.has(lexicon.And) {
			p.i += 2
			p.t.night = true
			return
		}
	}
	p.t.weekday2 = int(e.Index)
	p.i += 2
}

// ordinal reports the name of a day that is a number as well and that no word beside it makes a day: "lần thứ ba", but
// not "thứ ba tuần trước", "vào thứ ba", "dành trọn buổi sáng thứ ba", "Hôm nay, thứ ba, ...", nor "Thứ ba, ..." in front
// of a sentence.
func (p *dateParser) ordinal() bool {
	if !p.at(0).set.has(lexicon.Adverb) || p.at(0).cap {
		return false
	}
	if p.i == p.s.from {
		return true
	}
	before := p.at(-1)
	return !before.set.any(lexicon.In, lexicon.Day, lexicon.DayPart) && !p.d.endsWith(before, lexicon.DayPart) && !(before.punct == ',' && p.at(1).punct != 0)
}

func (p *dateParser) relative() bool {
	u := p.at(0)
	for rel, c := range []lexicon.Class{lexicon.Yesterday, lexicon.Today, lexicon.Tomorrow} {
		e, ok := u.entry(c)
		if !ok {
			continue
		}
		if rel > 0 && e.Index > 1 && p.ofOther() {
			continue
		}
		eve := rel == 0 && e.Index == 2 && (p.d.endsWith(u, lexicon.Of) || p.at(1).set.has(lexicon.Of))
		if rel == 0 && e.Index > 2 && (p.at(1).set.has(lexicon.Of) || p.i > p.s.from && p.d.endsWith(u, lexicon.Bound) && p.at(1).set.either(lexicon.Def, lexicon.Indef)) {
			continue // "two weeks before the election"
		}
		p.t.rel, p.t.relSet, p.t.context, p.t.eve = (rel-1)*max(1, int(e.Index)-1), true, e.Index >= 2, eve
		p.i++
		return true
	}
	return false
}

// ofOther reports a day told from an event that is no contact of the story: "au lendemain du
// vote" tells no day, "au lendemain de cet entretien" does, and so does "on the eve of the ceremony".
func (p *dateParser) ofOther() bool {
	if !p.at(1).set.has(lexicon.Of) {
		return false
	}
	k := 2
	for p.at(k).set.any(lexicon.Def, lexicon.Dem, lexicon.Indef, lexicon.Poss) {
		k++
	}
	e, ok := p.at(k).entry(lexicon.Noun)
	return !ok || p.d.lex.Nouns[e.Index].Event != "met"
}

// ago reads "three days ago", "il y a deux semaines", "năm năm trước".
func (p *dateParser) ago() bool {
	for n, c := range []lexicon.Class{lexicon.DaysAgo, lexicon.WeeksAgo, lexicon.MonthsAgo, lexicon.YearsAgo} {
		e, ok := p.at(0).entry(c)
		if !ok {
			continue
		}
		if c == lexicon.DaysAgo {
			p.t.rel, p.t.relSet = -int(e.Index), true
		} else {
			p.t.whole, p.t.ago = int32(n)+1, int(e.Index)
		}
		p.i++
		return true
	}
	return false
}

func (p *dateParser) lastNext() {
	switch {
	case p.at(0).set.has(lexicon.LastTime):
		e, _ := p.at(0).entry(lexicon.LastTime)
		p.t.last = !p.d.lex.Options.LastFirst || e.Index == 1 // "this Thursday" can be the day itself
		p.within(lexicon.LastTime, -1)
		p.i++
	case p.at(0).set.has(lexicon.NextTime):
		p.t.next = true
		p.within(lexicon.NextTime, 1)
		p.i++
	}
}

// within gives a month the year, or a weekday the week, that a word counts from the time of
// publication: "tháng 3 năm ngoái", which in April is no month of this year, "hôm thứ Tư
// tuần trước".
func (p *dateParser) within(c lexicon.Class, by int) {
	switch e, _ := p.at(0).entry(c); {
	case e.Index == 4 && p.t.m != 0 && p.t.y == 0 && p.d.pub.Year() != 0:
		p.t.y = p.d.pub.Year() + by
	case e.Index == 2 && p.t.weekday != 0:
		p.t.whole = 2
	}
}

// yearFromNow reads the year behind a month as it is counted from that of the page: "July last year", "juillet de
// l'an dernier", "mars de cette année".
func (p *dateParser) yearFromNow() bool {
	const ofYear = 4 // line of the words for a part of the day and what is longer
	k := 0
	for p.at(k).set.either(lexicon.Of, lexicon.Def) {
		k++
	}
	isYear := func(k int) bool {
		e, ok := p.at(k).entry(lexicon.DayPart)
		return ok && e.Index == ofYear
	}
	count, year := k, k+1
	if !p.d.lex.Options.LastFirst {
		count, year = k+1, k
		if p.at(k).set.has(lexicon.Dem) {
			count, year = k, k+1
		}
	}
	by := 0
	switch e, last := p.at(count).entry(lexicon.LastTime); {
	case !isYear(year) || p.d.pub.Year() == 0:
		return false
	case last && (!p.d.lex.Options.LastFirst || e.Index == 1):
		by = -1
	case p.at(count).set.has(lexicon.NextTime):
		by = 1
	case !last && !p.at(count).set.has(lexicon.Dem):
		return false
	}
	p.t.y = p.d.pub.Year() + by
	p.i += max(count, year) + 1
	return true
}

// bareDay reads "le 13 à Rabat", "on the 13th", "ngày 13,": a day of the month that the text
// told last, in its item or for its page, see monthOf.
func (p *dateParser) bareDay() bool {
	k := 0
	for p.at(k).set.either(lexicon.Def, lexicon.Day) {
		k++
	}
	n, l := p.dayNum(k)
	if k == 0 || n == 0 || l == 1 == p.d.lex.Options.MonthDay {
		return false // "the 13"; "le 7e sommet"
	}
	if u := p.at(k + l); l == 2 && n > 1 && !p.d.lex.Options.MonthDay || u.kind == text.Word && !u.set.any(lexicon.SameMonth, lexicon.In, lexicon.To, lexicon.With, lexicon.By, lexicon.And, lexicon.Have, lexicon.Be, lexicon.He, lexicon.She, lexicon.They) && !(u.set.has(lexicon.Def) && !p.d.lex.Options.MonthDay) || u.kind == text.Number || u.punct == '-' || u.punct == '/' {
		return false
	}
	p.t.d, p.t.bare = n, true
	p.i += k + l
	if p.at(0).set.has(lexicon.SameMonth) {
		p.t.sameMonth = true
		p.i++
	}
	return true
}

// holiday reads a day that has a name: "on New Year's Day".
func (p *dateParser) holiday() bool {
	e, ok := p.at(0).entry(lexicon.Holiday)
	if !ok {
		return false
	}
	p.t.m, p.t.d = holidays[e.Index-1].m, holidays[e.Index-1].d
	p.i++
	p.year()
	return true
}

// holidays are the days of the lines of their class.
var holidays = [...]struct{ m, d int }{{1, 1}, {12, 24}, {12, 25}, {12, 26}, {12, 31}, {5, 1}}

// giveMonths gives months to the days told without, and to those from one weekday to another.
func (d *doc) giveMonths() {
	for i := range d.dates {
		switch t := &d.dates[i]; {
		case t.bare:
			d.monthOf(i)
		case t.weekday2 != 0:
			d.weekdaysOf(t)
		}
	}
}

// weekdaysOf makes two weekdays the days from the one to the other, if that of the page is known.
func (d *doc) weekdaysOf(t *date) {
	last := *t
	last.weekday = t.weekday2
	to, ok := last.resolve(d.ref).Day()
	if !ok || t.m != 0 {
		return
	}
	from := to.AddDate(0, 0, -((t.weekday2 - t.weekday + 7) % 7))
	t.weekday, t.whole, t.last, t.next = 0, 0, false, false
	t.y, t.m, t.d = from.Year(), int(from.Month()), from.Day()
	t.m2, t.d2 = int(to.Month()), to.Day()
	if t.m2 == t.m {
		t.m2 = 0
	}
}

// monthOf gives a day told without a month that of the last day told before it, or else the
// last such day up to that of the page.
func (d *doc) monthOf(i int) {
	t := &d.dates[i]
	for j := i - 1; j >= 0; j-- {
		if b := &d.dates[j]; b.m != 0 && (b.d != 0 || t.sameMonth) && (d.sents[b.sent].item == d.sents[t.sent].item || d.dateline(b)) && (t.sameMonth || !d.tellsNoStory(b)) {
			t.y, t.m = b.y, b.m
			if b.d2 != 0 && b.m2 != 0 && t.d < b.d {
				t.m = b.m2
			}
			return
		}
	}
	if day, ok := d.ref.Day(); ok {
		if t.d > day.Day() {
			day = day.AddDate(0, 0, -day.Day())
		}
		t.y, t.m = day.Year(), int(day.Month())
		return
	}
	*t = date{from: t.from, to: t.to, sent: t.sent, whole: untold}
}

// untold is the unit of a time that is not told, recent that of the days before publication.
const (
	untold = 5
	recent = 6
)

// lately reads "cette semaine", "in recent days", and "en début de semaine prochaine".
func (p *dateParser) lately() bool {
	const thisWeek = 1
	e, ok := p.at(0).entry(lexicon.Lately)
	if !ok || p.i > p.s.from && p.at(-1).set.has(lexicon.Of) {
		return false // "le sommet de cette semaine"
	}
	p.i++
	if p.t.whole = recent; e.Index == thisWeek {
		p.t.whole = 2
		p.lastNext()
	}
	return true
}

// behindContact reports a place or a word of contact at unit k.
func (p *dateParser) behindContact(k int) bool {
	i := p.i + k
	return i >= p.s.from && (p.at(k).set.either(lexicon.Place, lexicon.Country) || p.d.tellsContact(i, i+1))
}

// partOf reads "early 2024", "début mars", "cuối tháng 3", "đầu năm 2024": of the month or year that
// is all that is told.
func (p *dateParser) partOf() bool {
	if !p.at(0).set.has(lexicon.PartOf) {
		return false
	}
	save := *p
	for p.i++; p.at(0).set.either(lexicon.Of, lexicon.Def) || p.at(0).punct == '-'; p.i++ {
	}
	if p.at(0).set.has(lexicon.YearWord) {
		p.i++
	}
	if y := p.num(0, 1900, 2100); y != 0 {
		p.t.y = y
		p.i++
		return true
	}
	if e, ok := p.at(0).entry(lexicon.DayPart); ok && (e.Index == 2 || e.Index == 3) {
		p.t.whole = e.Index // "au début du mois", "à la fin du mois dernier"
		p.i++
		p.lastNext()
		return true
	}
	if p.absolute() && p.t.d == 0 {
		return true
	}
	*p = save
	return false
}

// season reads "au printemps", "last summer", "mùa thu năm 2023". Alone it is one of the year only behind a
// preposition or a demonstrative: "the winter coat", "Spring Festival".
func (p *dateParser) season() bool {
	save := *p
	if p.d.lex.Options.LastFirst && p.at(0).set.either(lexicon.LastTime, lexicon.NextTime) {
		p.lastNext()
	}
	e, ok := p.at(0).entry(lexicon.Season)
	if !ok {
		*p = save
		return false
	}
	first := p.i
	p.t.m, p.t.season = 3*int(e.Index), true
	p.i++
	year := p.i
	p.year()
	dated := p.i > year || first > save.i || p.d.units[first].to-p.d.units[first].from > 1+one(p.d.lex.Options.Tones) || p.at(first-p.i-1).set.either(lexicon.In, lexicon.Bound)
	if !dated || p.at(0).kind == text.Word && p.at(0).cap || p.at(first-p.i).cap && first > p.s.from && p.i == year {
		*p = save
		return false
	}
	return true
}

// ofContact reports that the last verb before the date, in its clause, is one of contact, and nothing is told between the
// two of what else was then: "avait reçu à Oslo, en 2018, le ministre", "từng gặp bà vào năm 2018".
func (p *dateParser) ofContact() bool {
	commas := 0
	for k := p.i - 1; k >= p.s.from; k-- {
		u := &p.d.units[k]
		switch {
		case u.punct == ',' && k < p.i-2:
			commas++
		case u.punct != 0 && u.punct != ',' || u.set.either(lexicon.That, lexicon.Who):
			return false
		case u.set.has(lexicon.Verb) && !u.set.either(lexicon.Noun, lexicon.In):
			return commas%2 == 0 && p.d.isVerb(k, "met")
		}
	}
	return false
}
