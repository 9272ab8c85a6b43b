package extract

import (
	"slices"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// A clause that looks back tells of another contact than its sentence, mostly of the same
// two: "spoke by telephone on Monday, for the first time since they met in Oslo in March",
// "received him, a year after their talks in Rome". Days, places and telephones inside are
// of that contact alone, and those outside are not of it.
type backClause struct {
	from, to int // units behind the word that opens it
	date     int // how long before it was, -1 if that is not told
}

// few is the amount of which only that is told that it is more than one, fewLine its line among the amounts.
const few, fewLine = 61, 21

// amount reads "eleven months after" and "trois ans plus tôt".
func (p *dateParser) amount() bool {
	e, ok := p.at(0).entry(lexicon.Amount)
	n := p.num(0, 1, few-1)
	if ok {
		n = int(e.Index)
	}
	if n == fewLine && ok {
		n = few
	}
	u, unit := p.at(1).entry(lexicon.TimeUnit)
	by, length := p.at(2), 3
	if o, ok := p.at(1).entry(lexicon.Onward); ok && o.Index > 1 {
		if u, unit, by, length = o, true, p.at(1), 2; by.set.has(lexicon.NextTime) && !p.at(2).set.has(lexicon.Noun) {
			return false // "một năm sau ông gặp lại B"
		}
	}
	within := p.d.startsWith(by, lexicon.Onward) && by.set.has(lexicon.Verb) // "after meeting" is a form of the verb
	if by.set.has(lexicon.Bound) && by.set.has(lexicon.Earlier) && p.at(3).set.either(lexicon.Def, lexicon.Indef) && length == 3 {
		return false // "two weeks before the election"
	}
	if n == 0 || !unit || !within && !by.set.either(lexicon.Earlier, lexicon.Onward) {
		return false
	}
	if p.t.of = within || by.set.has(lexicon.Onward); within {
		length--
	}
	if p.t.of && p.at(length).punct != 0 || !p.t.of && u.Index == 1 {
		return false // "two years after, he"; days are forms of their own
	}
	p.t.whole, p.t.ago, p.t.about = int32(u.Index), n, true
	p.i += length
	return true
}

// before is the time, about so long before ref, in which something was: the longer ago it is, the
// less a writer counts the days.
func (t *date) before(ref time.Time) graph.Date {
	var at time.Time
	slack := 0
	if t.ago == few {
		days := []int{0, 1, 7, 30, 365}[t.whole]
		return graph.DateOf(ref.AddDate(0, 0, -9*days)) + "/" + graph.DateOf(ref.AddDate(0, 0, -days))
	}
	switch t.whole {
	case 1:
		return graph.DateOf(ref.AddDate(0, 0, -t.ago))
	case 2:
		at, slack = ref.AddDate(0, 0, -7*t.ago), 3+t.ago
	case 3:
		at, slack = ref.AddDate(0, -t.ago, 0), 15+3*t.ago
	default:
		at, slack = ref.AddDate(-t.ago, 0, 0), min(60+60*t.ago, 365)
	}
	last := at.AddDate(0, 0, slack)
	if end := ref.AddDate(0, 0, -1); last.After(end) {
		last = end
	}
	return graph.DateOf(at.AddDate(0, 0, -slack)) + "/" + graph.DateOf(last)
}

// timeBefore is what date i means, which counts back: from the day of the article or, if that is
// long before it or days are counted, from the last one told before it in the story.
func (d *doc) timeBefore(i int) graph.Date {
	t := &d.dates[i]
	ref, ok := d.ref.Day()
	if day, told := d.dayBehind(i); told && t.whole == 1 {
		return t.before(day)
	}
	for j := i - 1; j >= 0 && d.sents[d.dates[j].sent].item == d.sents[t.sent].item; j-- {
		if b := &d.dates[j]; b.about || b.m == 0 && !b.day() || d.dateline(b) || d.inBack(b.from) >= 0 {
			continue
		}
		x := d.edtf(j)
		_, last, known := x.Bounds()
		day, ofDay := graph.Date(last).Day()
		switch {
		case !ofDay || !known:
		case t.whole == 1 && len(x) < len(last):
			return x // a day before one in April
		case t.whole == 1 || ok && ref.Sub(day) > near:
			return t.before(day)
		}
		break
	}
	if !ok {
		return ""
	}
	return t.before(ref)
}

// dayBehind is the day of the rest of a sentence, behind the clause whose words of time are date i: "a day after
// meeting A, he saw B on Tuesday".
func (d *doc) dayBehind(i int) (time.Time, bool) {
	for j := i + 1; j < len(d.dates) && d.dates[j].sent == d.dates[i].sent; j++ {
		if b := &d.dates[j]; b.day() && !b.about && !b.context && d.inBack(b.from) < 0 && !d.inClauseAbout(b, d.dates[i].to) {
			return d.edtf(j).Day()
		}
	}
	return time.Time{}, false
}

// inClauseAbout reports a day in a clause that tells more of somebody named behind unit from.
func (d *doc) inClauseAbout(t *date, from int) bool {
	for i := t.from - 1; i > from && d.units[i].punct == 0; i-- {
		if u := &d.units[i]; u.actor < 0 && u.set.either(lexicon.Who, lexicon.That) {
			return true
		}
	}
	return false
}

// mainBehind reports a clause from unit i on that a comma closes, with more of the sentence behind it: "A day
// after meeting A, he saw B", not "Two days after he met A."
func (d *doc) mainBehind(i int, s sentence) bool {
	end := d.clauseEnd(i, s)
	return end < s.to && d.units[end].punct == ',' && end+1 < s.to
}

// findBacks finds the clauses that look back.
func (d *doc) findBacks() {
	d.backs = d.backs[:0]
	for _, s := range d.sents {
		for i := s.from; i+1 < s.to; i++ {
			if from, n := d.opensBack(i, s); from > 0 {
				if c := (backClause{from, d.backEnd(from, n, s), n}); n >= 0 || d.tellsContact(c.from, c.to) || d.afterTimes(i, s) || d.otherTalks(i, s) {
					d.backs = append(d.backs, c)
				}
			}
		}
	}
}

// backEnd is the end of the clause from unit i on that looks back as long as date n tells: in front of a sentence the
// day behind its comma is that of the rest, "Bốn tháng sau cuộc gặp tại Budapest, ngày 19/11, A tiếp B".
func (d *doc) backEnd(i, n int, s sentence) int {
	end := d.clauseEnd(i, s)
	if n < 0 || !d.opensSentence(d.dates[n].from, s) {
		return end
	}
	for k := i; k+1 < end; k++ {
		if t := d.units[k+1].date; d.units[k].punct == ',' && t >= 0 && d.dates[t].day() {
			return k
		}
	}
	return end
}

var lookBack = classes(lexicon.Since, lexicon.Onward, lexicon.Who, lexicon.That, lexicon.Poss, lexicon.Role, lexicon.TheOne, lexicon.Noun)

// opensBack is the first unit of the clause that unit i of a sentence opens, with the date that
// says how long before it was; 0 if it opens none.
func (d *doc) opensBack(i int, s sentence) (from, date int) {
	u := &d.units[i]
	if n := u.date; n >= 0 && d.dates[n].from == i {
		t := &d.dates[n]
		if t.to >= s.to || t.to-1 == s.from && !d.mainBehind(t.to, s) {
			return 0, -1
		}
		if e, ok := u.entry(lexicon.Tomorrow); ok && e.Index > 1 && t.to == i+1 && d.opensClause(t.to) && d.endsWith(u, lexicon.Onward) && !d.goesOnWith(u, t.to) {
			t.of, t.about, t.context, t.relSet, t.whole, t.ago, t.rel = true, true, false, false, 1, int(e.Index)-1, 0
		}
		if e, ok := u.entry(lexicon.Tomorrow); ok && e.Index == 2 && t.to == i+1 && d.units[t.to].set.has(lexicon.Of) && d.opensClause(t.to+1) && d.tellsContact(t.to+1, min(t.to+4, s.to)) && d.mainBehind(t.to, s) {
			t.of, t.about, t.context, t.relSet, t.whole, t.ago, t.rel = true, true, false, false, 1, 1, 0 // "au lendemain d'un dîner"
			return t.to + 1, n
		}
		if t.context && t.rel > 0 && d.endsWith(u, lexicon.Onward) && d.units[t.to].set.has(lexicon.Indef) && d.units[t.to].actor < 0 {
			t.of = true // "một ngày sau một vụ nổ"
			return 0, -1
		}
		if t.of {
			return t.to, n
		}
		return 0, -1
	}
	if !u.set.meets(lookBack) {
		return 0, -1
	}
	if u.set.has(lexicon.Since) && u.date < 0 && d.opensClause(i+1) || d.afterTalks(i, s) || d.afterTimes(i, s) || d.earlierRelative(i, s) || d.onceMet(i, s) || d.oneWho(i, s) || d.afterTheirs(i, s) || d.whenTheyMet(i, s) {
		return i + 1, -1
	}
	if d.ownTalks(i, s) || d.otherTalks(i, s) || d.heldByThem(i, s) {
		return i, -1
	}
	return 0, -1
}

// earlierRelative reports that unit i opens a clause about somebody named right before that tells of what was before
// the news, with a time of its own: "called on B, whom he had met in Oslo two years ago", "whom he last saw in May".
func (d *doc) earlierRelative(i int, s sentence) bool {
	u := &d.units[i]
	if e, that := u.entry(lexicon.That); u.actor >= 0 || !u.set.has(lexicon.Who) && !(that && e.Index < 2) || d.relativeOf(i+1, s) != i && !d.behindAside(i, s) {
		return false
	}
	end, v := d.clauseEnd(i+1, s), -1
	for k := i + 1; k < end && v < 0; k++ {
		if u := &d.units[k]; u.actor < 0 && u.set.has(lexicon.Since) {
			return false
		}
		v = d.earlierVerb(k, end)
	}
	return v >= 0 && slices.ContainsFunc(d.dates, func(t date) bool {
		return t.from > i && t.to <= end && !d.plannedDate(&t) && !d.bounds(&t) && !slices.ContainsFunc(d.units[v:max(v, t.from)], func(u unit) bool { return u.set.has(lexicon.Since) })
	})
}

// earlierVerb is the verb of contact, before unit end, that the word at unit k puts before the news: "had already met",
// "last saw"; -1 if there is none.
func (d *doc) earlierVerb(k, end int) int {
	u := &d.units[k]
	e, have := u.entry(lexicon.Have)
	if u.actor >= 0 || u.date >= 0 || !(have && e.Index == 2) && !u.set.has(lexicon.LastTime) {
		return -1
	}
	for k++; k < end && d.units[k].actor < 0 && d.units[k].set.any(lexicon.Adverb, lexicon.LastTime, lexicon.First, lexicon.Be); k++ {
	}
	if k < end && !d.inActor(k) && d.isVerb(k, "met") {
		return k
	}
	return -1
}

// goesOnWith reports somebody right behind words for a later day that need one of their own to open a clause: "hôm sau
// ông tiếp B" goes on, "a day after he met B" looks back.
func (d *doc) goesOnWith(u *unit, next int) bool {
	v := &d.units[next]
	return !d.endsWith(u, lexicon.That) && (v.actor >= 0 || v.set.any(lexicon.He, lexicon.She, lexicon.They))
}

// tellsContact reports a word of contact among units [from, to).
func (d *doc) tellsContact(from, to int) bool {
	for i := from; i < to; i++ {
		if d.isNoun(i, "met") || !d.inActor(i) && (d.isVerb(i, "met") || d.isVerb(i, "shared")) {
			return true
		}
	}
	return false
}

// opensClause reports what can be the beginning of a clause or noun of contact at unit i, and
// no time.
func (d *doc) opensClause(i int) bool {
	u := &d.units[i]
	if slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.form == lexicon.Ger }) {
		return true // "a day after receiving B"
	}
	if u.set.has(lexicon.Indef) && u.actor < 0 && i+3 < len(d.units) {
		return d.tellsContact(i+1, i+3) // "two days after a telephone talk with B"
	}
	if u.set.either(lexicon.Dem, lexicon.That) && i+1 < len(d.units) && d.units[i+1].punct == ',' {
		return false // "two days after that, he met B"
	}
	return u.date < 0 && u.punct == 0 && (u.actor >= 0 || u.set.any(lexicon.They, lexicon.He, lexicon.She, lexicon.Poss, lexicon.Def, lexicon.Dem, lexicon.That, lexicon.Noun, lexicon.Refl, lexicon.Two))
}

// clauseEnd is the end of the clause from unit i on: at a comma, but for one before a place or
// a day, and where the sentence ends.
func (d *doc) clauseEnd(i int, s sentence) int {
	for ; i < s.to; i++ {
		switch u := &d.units[i]; {
		case u.punct == ';' || u.punct == ':' || u.punct == '.':
			return i
		case u.punct == ',' && i+2 < s.to && d.units[i+1].set.has(lexicon.Def) && d.units[i+2].date >= 0: // ", le 24 septembre"
		case u.punct == ',' && (i+1 >= s.to || d.units[i+1].actor >= 0 || d.units[i+1].date < 0 && !d.units[i+1].set.any(lexicon.Place, lexicon.Country, lexicon.In) || d.statesJoined(i+1, s)):
			return i
		}
	}
	return s.to
}

// statesJoined reports two places from unit i on that "and" joins, and which therefore tell no place:
// "nine years after they set it up, Hanoi and Delhi", or one that something is told of: "Peru was admitted".
func (d *doc) statesJoined(i int, s sentence) bool {
	if i+2 >= s.to || !d.units[i].set.either(lexicon.Place, lexicon.Country) {
		return false
	}
	return d.units[i+1].set.has(lexicon.And) && d.units[i+2].set.either(lexicon.Place, lexicon.Country) || d.units[i+1].set.any(lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut)
}

// inBack is the clause that looks back in which unit i stands, -1 for none.
func (d *doc) inBack(i int) int {
	return slices.IndexFunc(d.backs, func(c backClause) bool { return c.from <= i && i < c.to })
}

// dateBack is the date of a contact told at unit at in clause n, empty if the clause tells none.
func (d *doc) dateBack(at, n int) graph.Date {
	c := &d.backs[n]
	best, dist := -1, 1<<30
	for i := range d.dates {
		t := &d.dates[i]
		if t.from >= c.from && t.from < c.to && !d.plannedDate(t) && !d.bounds(t) && abs(t.from-at) < dist {
			best, dist = i, abs(t.from-at)
		}
	}
	switch {
	case best >= 0:
		t := d.dates[best]
		if t.m != 0 && t.y == 0 && !t.context {
			t.last = true // of what has been: never the one to come
			return t.resolve(d.ref)
		}
		return d.edtf(best)
	case c.date >= 0:
		if i := slices.IndexFunc(d.dates, func(t date) bool {
			return t.from > c.to && t.day() && d.units[c.to].punct == ',' && d.inClauseAbout(&t, c.to)
		}); i >= 0 {
			return d.edtf(i) // "a week after the talks of A and B, who had met on May 5"
		}
		return d.edtf(c.date)
	}
	return ""
}

// metBefore claims the contact that a clause of sentence k looks back to by the two of the sentence
// alone: "received B, two years after their meeting in Paris".
func (d *doc) metBefore(k int) {
	var pair []int
	for _, c := range d.claims[d.earlier:] {
		ps := slices.Concat(c.left, c.right)
		if c.back > 0 || len(ps) != 2 || pair != nil && !c.joins(pair[0], pair[1]) {
			return
		}
		pair = ps
	}
	s := d.sents[k]
	for n, c := range d.backs {
		if c.from < s.from || c.from >= s.to {
			continue
		}
		counted := d.afterTalks(c.from-1, s) || d.afterTheirs(c.from-1, s) || d.units[c.from-1].set.has(lexicon.Since) && d.isNoun(c.from, "met") && d.ofTwo(s, c.from)
		if d.afterTimes(c.from-1, s) || d.afterTalks(c.from-1, s) && d.datesIn(c.from, c.to) > 1 {
			d.metTimes(n, k)
			continue
		}
		other := d.otherTalks(c.from, s)
		theirs := d.ownTalks(c.from, s) || c.date >= 0 && d.theirTalks(c.from, s) >= 0 || d.whenTheyMet(c.from-1, s) || d.heldByThem(c.from, s)
		if pair == nil && (counted || other || theirs && d.onlyThose(d.lastPair(k), s)) {
			pair = d.lastPair(k)
		}
		if pair == nil || !counted && !other && !d.ofTheTwo(c) && !d.ofThoseBehind(c, s) && !d.heldByThem(c.from, s) {
			continue
		}
		at := c.from
		for at < c.to && !d.tellsContact(at, at+1) && !d.units[at].set.has(lexicon.TheOne) {
			at++
		}
		if at == c.to {
			continue
		}
		if cl := (claim{left: pair, among: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".lookback"}); d.dateBack(at, n) != "" {
			d.emit(cl, at, false, false)
		}
	}
}

// ofTheTwo reports a clause that begins with a word for two or more of whom was told, and speaks of
// nobody else.
func (d *doc) ofTheTwo(c backClause) bool {
	first := &d.units[c.from]
	both := first.set.any(lexicon.Poss, lexicon.They, lexicon.Two)
	for i := c.from; i < c.to; i++ {
		if n := d.units[i].actor; n >= 0 {
			a := &d.actors[n]
			if a.named || len(a.persons) == 1 {
				return false
			}
			both = both || a.plural || a.pron == lexicon.They
		}
		if d.units[i].set.has(lexicon.With) {
			return false
		}
	}
	return both
}

// opensSentence reports that nothing but a town and the like, as in front of the text of an agency, stands before unit i.
func (d *doc) opensSentence(i int, s sentence) bool {
	const few = 4
	return i-s.from <= few && !slices.ContainsFunc(d.units[s.from:i], func(u unit) bool { return u.actor >= 0 || u.name >= 0 || u.set.has(lexicon.Verb) })
}

// ofThoseBehind reports a clause in front of a sentence that speaks of nobody by a name or an office, but of a contact
// of those who come behind it: "Four months after meeting him in Paris, A received B", "Two months after the talks in
// Paris".
func (d *doc) ofThoseBehind(c backClause, s sentence) bool {
	if c.date < 0 || !d.opensSentence(d.dates[c.date].from, s) {
		return false
	}
	object := false
	for i := c.from; i < c.to; i++ {
		u := &d.units[i]
		if u.name >= 0 || u.set.any(lexicon.With, lexicon.Between, lexicon.Org, lexicon.Body) {
			return false
		}
		if n := u.actor; n >= 0 && d.actors[n].pron != lexicon.He && d.actors[n].pron != lexicon.She {
			return false
		}
		object = object || u.actor >= 0
	}
	first := c.from
	for first+1 < c.to && d.units[first].set.any(lexicon.Def, lexicon.Poss, lexicon.Have) {
		first++
	}
	e, ok := d.units[first].entry(lexicon.Noun)
	if ok && d.lex.Nouns[e.Index].Event == "met" && !d.lex.Nouns[e.Index].Flags.Has("weak") {
		return !object
	}
	return d.isVerb(first, "met") && (object || d.units[c.from].set.has(lexicon.Def))
}

// looksBack reports a sentence in the past of the past: the story does not go on
// from its day.
func (d *doc) looksBack(k int) bool {
	s := d.sents[k]
	for i := s.from; i+1 < s.to; i++ {
		if !d.pluperfect(i, s) || d.relativeOf(i, s) >= 0 {
			continue
		}
		for i++; i+1 < s.to && d.units[i].set.any(lexicon.Adverb, lexicon.Not, lexicon.Each); i++ {
		}
		if d.units[i].set.has(lexicon.Be) || d.verbsOf(i).forms()&lexicon.PP != 0 {
			return true
		}
	}
	return false
}
