package extract

import (
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// date is a date expression as written; zero parts are unknown.
type date struct {
	from, to   int // units
	sent       int
	y, m, d    int
	d2         int // last day of a span of days
	m2         int
	weekday    int // 1 to 7 from Monday
	weekday2   int // the last of several days told by their names
	rel        int // days from publication; valid if relSet
	relSet     bool
	ofVisit    int  // line of the word for a day of a visit
	eve        bool // the day before that of something, whose day may follow
	context    bool // relative to the date told before, not to publication
	last, next bool
	whole      int32 // a calendar unit counted from publication: 2 week, 3 month, 4 year; see also untold
	ago        int   // so many of them before
	bare       bool  // a day told without its month
	sameMonth  bool  // and of the month told last
	about      bool  // ago is not exact
	night      bool  // from that day to the next
	season     bool  // m is its first month
	of         bool  // ago is counted to what the clause after it tells, see date_lookback.go

	counted    bool       // see resolved
	pub, means graph.Date // what it means if pub is the day of publication
}

// findDates marks the date expressions of all sentences.
func (d *doc) findDates() {
	d.dates = d.dates[:0]
	for k, s := range d.sents {
		for i := s.from; i < s.to; {
			if !d.beginsDate(i, s) {
				i++
				continue
			}
			if dt, end := d.parseDate(i, s); end > i {
				dt.sent, dt.from, dt.to = k, i, end
				for j := i; j < end; j++ {
					d.units[j].date = len(d.dates)
				}
				d.dates = append(d.dates, dt)
				i = end
				continue
			}
			i++
		}
	}
}

type dateParser struct {
	d *doc
	s sentence
	i int
	t date
}

func (p *dateParser) at(k int) *unit {
	if p.i+k >= p.s.to || p.i+k < p.s.from {
		return &endUnit
	}
	return &p.d.units[p.i+k]
}

func (p *dateParser) num(k, lo, hi int) int {
	u := p.at(k)
	if u.kind != text.Number {
		return 0
	}
	w := p.d.textOf(p.i+k, p.i+k+1)
	n, err := strconv.Atoi(w)
	if err != nil || n < lo || n > hi {
		return 0
	}
	return n
}

// dayNum reads a day of the month; "1er", "1st" and "10th" count.
func (p *dateParser) dayNum(k int) (n, length int) {
	if n = p.num(k, 1, 31); n == 0 {
		return 0, 0
	}
	if u := p.at(k + 1); u.kind == text.Word && p.d.toks[u.from].Start == p.d.toks[p.at(k).to-1].End {
		if u.set.has(lexicon.Ordinal) {
			return n, 2
		}
		return 0, 0
	}
	return n, 1
}

func (p *dateParser) month(k int) int {
	if e, ok := p.at(k).entry(lexicon.Month); ok && !p.count(k) && !p.familyName(k) && !p.givenName(k) && (p.at(k).cap || !p.d.lex.Options.MonthCapital || strings.ContainsRune(p.d.textOf(p.i+k, p.i+k+1), '-')) &&
		!(p.at(k).cap && p.d.lex.Options.MonthLower && (p.i+k > p.s.from && p.at(k-1).kind == text.Word && p.at(k-1).cap || (p.i+k == p.s.from || p.at(k-1).kind != text.Number) && p.d.syllables(p.i+k))) { // "Mai Van Chinh"
		if e.Index > months {
			return shortMonths[e.Index-months-1]
		}
		return int(e.Index)
	}
	return 0
}

const months = 12 // lines of months

// shortMonths are the months of the lines behind those.
var shortMonths = [...]int{3, 6, 7}

// count reports a month that is a number as well, and no day is told with it: "appelé sept fois".
func (p *dateParser) count(k int) bool {
	return p.at(k).set.either(lexicon.Numeral, lexicon.Amount) && (p.i+k == p.s.from || p.at(k-1).kind != text.Number) && p.num(k+1, 1900, 2100) == 0
}

// familyName reports a month after a given name and before no number: "Theresa May".
func (p *dateParser) familyName(k int) bool {
	u, b := p.at(k), p.at(k-1)
	return p.d.lex.Options.MonthCapital && u.cap && p.i+k > p.s.from && b.cap && b.set.has(lexicon.Given) && !b.set.any(lexicon.Role, lexicon.Place, lexicon.Month, lexicon.Verb) && p.at(k+1).kind != text.Number
}

// givenName reports a month that is the first name of somebody: "Jan Kowalski", "April Jones".
func (p *dateParser) givenName(k int) bool {
	u, n := p.at(k), p.at(k+1)
	part := n.cap && (!n.known() || n.set.has(lexicon.Surname)) || n.set.has(lexicon.Particle) && p.at(k+2).cap && !p.at(k+2).known() // "Jan de Wit"
	given := u.set.has(lexicon.Given) || p.d.lex.NameWords[p.d.textOf(p.i+k, p.i+k+1)]&lexicon.AsGiven != 0
	return u.cap && given && n.kind == text.Word && part && !p.at(k-1).set.has(lexicon.In) && p.at(k-1).kind != text.Number
}

// opensDate are the classes of what a date begins with, if not with a number.
var opensDate = classes(lexicon.DaysAgo, lexicon.WeeksAgo, lexicon.MonthsAgo, lexicon.YearsAgo, lexicon.Weekday, lexicon.Yesterday, lexicon.Today, lexicon.Tomorrow,
	lexicon.Day, lexicon.Month, lexicon.MonthWord, lexicon.YearWord, lexicon.DayPart, lexicon.LastTime, lexicon.NextTime, lexicon.Amount, lexicon.PartOf, lexicon.Season, lexicon.VisitDay, lexicon.Holiday, lexicon.Lately)

// beginsDate reports a unit with which a date may begin.
func (d *doc) beginsDate(i int, s sentence) bool {
	u := &d.units[i]
	return u.kind == text.Number || u.set.meets(opensDate) || u.set.has(lexicon.Def) && i+1 < s.to && d.units[i+1].kind == text.Number
}

// parseDate reads a date expression at unit i, see beginsDate; end is i if there is none.
func (d *doc) parseDate(i int, s sentence) (date, int) {
	p := &dateParser{d: d, s: s, i: i}
	if p.lately() || p.ago() || p.amount() || p.partOf() || p.season() || p.visitDay() {
		return p.t, p.i
	}
	if p.weekday() || p.relative() {
		p.skip(lexicon.DayPart)
		p.lastNext()
		if p.someDay() {
			return p.t, p.i
		}
		save, inside := *p, p.at(0).punct == '('
		if p.comma(); !p.absolute() {
			*p = save
		} else if inside && p.at(0).punct == ')' {
			p.i++
		}
		return p.t, p.i
	}
	if p.absolute() || p.lastWhole() || p.wholeLast() || p.wholeWord() || p.bareYear() || p.yearInFront() || p.bareDay() {
		return p.t, p.i
	}
	return date{}, i
}

// bareYear reads the year of "signed in 1998 by X" and, right behind a place or a word of contact,
// of "s'étaient vus à Paris en 2023", "từng gặp nhau năm 2023".
func (p *dateParser) bareYear() bool {
	if p.i == p.s.from {
		return false
	}
	if p.at(0).set.has(lexicon.YearWord) && p.num(1, 1900, 2100) != 0 && (p.behindContact(-1) || p.ofContact()) {
		p.t.y = p.num(1, 1900, 2100)
		p.i += 2
		return true
	}
	if !p.at(-1).set.has(lexicon.In) || !p.d.lex.Options.LastFirst && !p.behindContact(-2) && !p.ofContact() {
		return false
	}
	y := p.num(0, 1900, 2100)
	if n := p.at(1); y == 0 || n.kind == text.Word && !n.known() && !n.cap || n.kind == text.Number {
		return false
	}
	p.t.y = y
	p.i++
	return true
}

// wholeWord reads "tháng trước" and "năm tới" as one word, see words.txt.
func (p *dateParser) wholeWord() bool {
	for _, c := range []lexicon.Class{lexicon.LastTime, lexicon.NextTime} {
		if e, ok := p.at(0).entry(c); ok && e.Index >= 2 && p.d.lex.Options.SlashDates {
			if e.Index == untold && p.at(0).set.has(lexicon.Earlier) && !p.at(1+one(p.at(1).punct == ',')).set.has(lexicon.In) {
				return false // "trước đó": on the day of what was told last, but not "trước đó, tại Auckland"
			}
			p.t.whole, p.t.last, p.t.next = e.Index, c == lexicon.LastTime, c == lexicon.NextTime
			p.i++
			return true
		}
	}
	return false
}

// yearInFront reads "Năm 1989, tại Jakarta, ..." and "lần trước, năm 2008, ...": a year
// elsewhere in a sentence dates what is spoken of.
func (p *dateParser) yearInFront() bool {
	if y := p.num(0, 1900, 2100); y != 0 && p.at(-1).set.has(lexicon.In) && p.at(1+one(p.at(1).set.has(lexicon.Adverb))).punct == ',' && p.inFront(-1) {
		p.t.y = y // "En 1998, A avait reçu B"
		p.i++
		return true
	}
	y := p.num(1, 1900, 2100)
	if y == 0 || !p.at(0).set.has(lexicon.YearWord) || p.at(2).punct != ',' || !p.inFront(0) || !p.d.lex.Options.SlashDates {
		return false
	}
	p.t.y = y
	p.i += 2
	return true
}

// inFront reports that nothing but a few words of a time stand between the beginning of a sentence, or of what a colon
// opens, and unit k: "giữa mùa dịch năm 2020, A tiếp B"; and no such word behind a comma.
func (p *dateParser) inFront(k int) bool {
	const reach = 5
	for n := 0; n <= reach; n++ {
		k--
		switch u := p.at(k); {
		case p.i+k < p.s.from || u.punct == ';' || u.punct == ':':
			return true
		case u.punct == ',':
			return n == 0 && p.at(0).set.has(lexicon.YearWord)
		case u.kind != text.Word || u.cap && p.i+k > p.s.from || !p.d.verbless(p.i+k, p.i+k+1):
			return false
		}
	}
	return false
}

func (p *dateParser) skip(c lexicon.Class) {
	for p.at(0).set.has(c) && !p.at(1).set.either(lexicon.LastTime, lexicon.NextTime) {
		p.i++
	}
}

func (p *dateParser) comma() {
	if p.at(0).punct == ',' || p.at(0).punct == '(' {
		p.i++
	}
	for p.at(0).set.has(lexicon.Day) || p.at(0).set.has(lexicon.Def) && p.at(1).kind == text.Number {
		p.i++
	}
}

// absolute reads "6 mars 2018", "21 au 24 octobre", "March 6, 2018", "6/3",
// "6/3/2018", "2018-03-06", "mars 2018".
func (p *dateParser) absolute() bool {
	start := p.i
	for p.at(0).set.either(lexicon.Day, lexicon.MonthWord) && p.at(1).kind == text.Number {
		p.i++
	}
	introduced := p.i > start
	if p.numeric(introduced) || p.dashed(introduced) || p.iso() || p.dayMonth() || p.monthDay() || p.monthWord(introduced) || p.holiday() {
		return true
	}
	p.i = start
	return false
}

func (p *dateParser) yearWord() {
	if e, ok := p.at(0).entry(lexicon.YearWord); ok && e.Index == 2 && p.t.y == 0 { // "16/9 năm ấy"
		p.t.y = p.yearBefore()
		p.i++
		return
	}
	if p.t.y == 0 && p.at(0).set.has(lexicon.YearWord) {
		if y := p.num(1, 1900, 2100); y != 0 {
			p.t.y = y
			p.i += 2
		}
		return
	}
	if p.d.lex.Options.SlashDates && p.t.y == 0 {
		p.lastNext()
	}
}

// yearBefore is the last year written before the date, 0 if there is none.
func (p *dateParser) yearBefore() int {
	for i := p.i - 1; i > 0; i-- {
		u := &p.d.units[i]
		if u.date >= 0 && u.date < len(p.d.dates) && p.d.dates[u.date].y != 0 {
			return p.d.dates[u.date].y
		}
		if e, ok := p.d.units[i-1].entry(lexicon.YearWord); ok && e.Index < 2 && u.kind == text.Number {
			if y, err := strconv.Atoi(p.d.textOf(i, i+1)); err == nil && y >= 1900 && y <= 2100 {
				return y
			}
		}
	}
	return 0
}

// dayMonth reads "6 mars [2018]", "du 21 au 24 octobre", "27 et 28 février".
func (p *dateParser) dayMonth() bool {
	n, l := p.dayNum(0)
	if n == 0 {
		return false
	}
	k := l
	if p.at(k).set.has(lexicon.Of) && p.month(k+1) != 0 {
		k++
	}
	m := p.month(k)
	if m == 0 && p.at(k).set.has(lexicon.MonthWord) {
		k++
		m = p.num(k, 1, 12)
	}
	if m != 0 {
		p.t.d, p.t.m = n, m
		p.i += k + 1
		p.year()
		p.until()
		return true
	}
	j := k
	for p.at(j).set.any(lexicon.Until, lexicon.And, lexicon.Def, lexicon.Day) || p.at(j).punct != 0 && (p.at(j).punct == '-' || p.d.textOf(p.i+j, p.i+j+1) == "–") {
		j++
	}
	n2, l2 := p.dayNum(j)
	if j > k && n2 == 0 && p.numericSpan(n, j) {
		return true
	}
	if j == k || n2 <= n {
		return false
	}
	m = p.month(j + l2)
	if m == 0 && p.at(j+l2).set.has(lexicon.MonthWord) {
		l2++
		m = p.num(j+l2, 1, 12)
	}
	if m == 0 {
		return p.numericSpan(n, j)
	}
	p.t.d, p.t.d2, p.t.m = n, n2, m
	p.i += j + l2 + 1
	p.year()
	return true
}

// until reads "au 2 septembre" after "31 août", and "to May 15" after "May 11".
func (p *dateParser) until() {
	if !p.at(0).set.has(lexicon.Until) || p.at(0).set.has(lexicon.And) {
		return
	}
	n, l := p.dayNum(1)
	m := p.month(1 + l)
	if n == 0 && p.d.lex.Options.MonthDay {
		m = p.month(1)
		n, l = p.dayNum(2)
	}
	if n != 0 && m != 0 {
		p.t.d2, p.t.m2 = n, m
		p.i += 2 + l
		p.year()
	}
}

func (p *dateParser) year() {
	k := 0
	if p.at(0).punct == ',' || p.at(0).set.has(lexicon.Of) {
		k = 1
	}
	if y := p.num(k, 1900, 2100); y != 0 {
		p.t.y = y
		p.i += k + 1
		return
	}
	if p.yearFromNow() {
		return
	}
	p.lastNext()
	p.yearWord()
}

// monthDay reads "March 6[, 2018]", "October 21-24" and "March 2018".
func (p *dateParser) monthDay() bool {
	m := p.month(0)
	if m == 0 {
		return false
	}
	p.t.m = m
	p.i++
	if n, l := p.dayNum(0); n != 0 && p.d.lex.Options.MonthDay {
		p.t.d = n
		p.i += l
		if p.at(0).set.either(lexicon.Until, lexicon.And) || p.at(0).punct == '-' || p.d.textOf(p.i, min(p.i+1, p.s.to)) == "–" {
			if n2, l2 := p.dayNum(1); n2 > n {
				p.t.d2 = n2
				p.i += 1 + l2
			}
		}
	}
	p.year()
	if p.t.d != 0 && p.t.d2 == 0 {
		p.until()
	}
	return true
}

// monthWord reads "tháng 9[/2021]", "tháng 3 năm 2020".
func (p *dateParser) monthWord(introduced bool) bool {
	if !introduced || !p.at(-1).set.has(lexicon.MonthWord) {
		return false
	}
	m := p.num(0, 1, 12)
	if m == 0 {
		return false
	}
	p.t.m = m
	p.i++
	p.yearWord()
	return true
}
