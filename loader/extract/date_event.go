package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// dayOf is the date of a contact told at unit at. A headline or a caption that tells no day
// has that of the sentence in which the story tells of the partner.
func (d *doc) dayOf(cl *claim, at int) graph.Date {
	if (d.headline(cl.sent) || d.items[d.sents[cl.sent].item].kind == caption) && !d.ownStory(d.sents[cl.sent].item) && d.dateIn(at, cl.sent, false) < 0 {
		if n := d.partnerTold(cl); n >= 0 {
			if x := d.dateOf(d.actors[n].from, d.actors[n].sent); len(x) == len("XXXX-01-02") {
				return x
			}
		}
	}
	if x := d.dayInTown(cl, at); x != "" {
		return x
	}
	if x := d.sameVisit(at, cl.sent); x != "" {
		return x
	}
	return d.dateOf(at, cl.sent)
}

// partnerTold is the first actor in the sentences of the main story that means one of the
// two of a contact, he of whom it speaks less; -1 if there is none, or if they are not two.
func (d *doc) partnerTold(cl *claim) int {
	ps := slices.Concat(cl.left, cl.right)
	if len(ps) != 2 {
		return -1
	}
	first, told := [2]int{-1, -1}, [2]int{}
	for n := range d.actors {
		k := d.actors[n].sent
		if d.items[d.sents[k].item].kind != mainStory || d.headline(k) {
			continue
		}
		for i, p := range ps {
			if slices.Contains(d.actors[n].persons, p) {
				if told[i]++; first[i] < 0 {
					first[i] = n
				}
			}
		}
	}
	if first[0] < 0 || first[1] >= 0 && (told[1] < told[0] || told[1] == told[0] && first[1] > first[0]) {
		return first[1]
	}
	return first[0]
}

// dateOf is the date of an event told at unit at: the nearest one of its
// sentence, else the last one of the sentences of the item before it, else the
// first one after. The dateline of an agency dates the text, not the event.
func (d *doc) dateOf(at, k int) graph.Date {
	if n := d.inBack(at); n >= 0 {
		return d.dateBack(at, n)
	}
	best := d.dateIn(at, k, false)
	if best >= 0 && d.dayUntold(best) {
		return ""
	}
	if best >= 0 && (d.dates[best].d2 == 0 || d.fewDays(best)) {
		if b := d.goesOnPast(best, k, at); b >= 0 {
			best = b
		}
		return d.edtf(best)
	}
	if best < 0 {
		if x := d.timeRecalled(at, k); x != "" {
			return x
		}
		if i := d.monthGoneBackTo(k); i >= 0 {
			return d.edtf(i)
		}
	}
	around := d.dateAround(k)
	if around >= 0 && d.dates[around].sent < k && best < 0 && d.overBy(around, k) {
		return d.daysOfStay(around, k)
	}
	if around >= 0 && (best < 0 || d.dates[around].sent < k || d.during(around, best)) {
		best = around
	}
	if i := d.spanBefore(k); i >= 0 && (best < 0 && d.lex.Options.DateCarries || d.goesOnFrom(i, best, k)) {
		best = i
	}
	if best < 0 {
		best = d.dateIn(at, k, true)
	}
	if best >= 0 {
		return d.edtf(best)
	}
	return d.dayOfText(k)
}

// dayOfText is the date of an event in sentence k of which nothing tells the day.
func (d *doc) dayOfText(k int) graph.Date {
	switch {
	case d.inTeaser(k):
		return d.teaserDate(d.sents[k].item)
	case d.looksBack(k):
		return ""
	}
	x := d.datelineDate(d.sents[k].item)
	if i := d.spanBefore(k); i >= 0 {
		span := d.edtf(i)
		if _, last, ok := span.Bounds(); ok && (x == "" || last < string(x)) {
			return span // of a journey that is over
		}
	}
	return x
}

// goesOnFrom reports that the paragraph of sentence k told days i of a span after day best, told before, which is none of them.
func (d *doc) goesOnFrom(i, best, k int) bool {
	return best >= 0 && d.dates[best].sent < d.dates[i].sent && d.dates[i].sent < k && d.sameLine(d.dates[i].sent, k) && !d.sameLine(d.dates[best].sent, k) && !d.during(best, i)
}

// teaserDate is the day above the text of a teaser: "10 mai 2018 – A reçoit B".
func (d *doc) teaserDate(item int) graph.Date {
	for i := range d.dates {
		if t := &d.dates[i]; d.sents[t.sent].item == item && t.y != 0 && t.d != 0 && d.dateline(t) {
			return t.resolve("")
		}
	}
	return ""
}

// dayBy is the date of an event of that status told at unit at: of what has been, or of what is still to come.
func (d *doc) dayBy(st graph.Status, at, k int) graph.Date {
	if st == graph.Held {
		return d.dateOf(at, k)
	}
	return d.dayToCome(st, at, k)
}

// dayToCome is the date of what is planned or called off, told at unit at: the nearest one in
// its sentence that a word for the future governs, else the nearest one of which the sentence
// does not say that something else happened on it: "said on Tuesday that X will".
func (d *doc) dayToCome(st graph.Status, at, k int) graph.Date {
	best, dist := -1, 1<<30
	for i := range d.dates {
		t := &d.dates[i]
		if t.sent != k || t.about || st == graph.Planned && d.behindAfter(t.from, d.sents[k]) || d.dateline(t) || d.bounds(t) || d.unclear(i) || st == graph.Planned && d.pastDate(t) {
			continue
		}
		dd := abs(t.from - at)
		if !d.plannedDate(t) {
			dd += 1000
		}
		if st == graph.Planned && t.next {
			dd -= 2000
		}
		if dd < dist {
			best, dist = i, dd
		}
	}
	switch {
	case best < 0:
		return ""
	case st == graph.Planned:
		return d.edtfAhead(best)
	}
	return d.edtf(best)
}

// pastDate reports a day of which its clause says that something happened on it.
func (d *doc) pastDate(t *date) bool {
	s := d.sents[t.sent]
	for i := t.from - 1; i >= s.from; i-- {
		u := &d.units[i]
		switch e, verb := u.entry(lexicon.Verb); {
		case u.actor >= 0:
		case u.punct == ',' || u.punct == ';' || u.set.any(lexicon.That, lexicon.Plan, lexicon.HaveFut, lexicon.BeFut):
			return false
		case verb && i == t.from-1 && u.set.has(lexicon.In) && !t.day(): // "vào tháng 9"; on a day a visit begins
		case verb:
			g := d.verbGroup(i, e.Form, s)
			st, ok := g.status()
			return ok && st == graph.Held
		}
	}
	return false
}

// spanBefore is the span of days told last in the item of sentence k, up to it: that of
// the visit during which something took place; -1 for none.
func (d *doc) spanBefore(k int) int {
	best := -1
	for i := range d.dates {
		if t := &d.dates[i]; t.d2 != 0 && t.sent <= k && d.inBack(t.from) < 0 && d.sents[t.sent].item == d.sents[k].item && !d.dateline(t) && !d.plannedDate(t) && !d.bounds(t) {
			best = i
		}
	}
	return best
}

// dateIn is the date of sentence k nearest to unit at, -1 if there is none. Asides are
// dates in clauses about somebody, as which unit at is not.
func (d *doc) dateIn(at, k int, asides bool) int {
	best, dist, clause, own := -1, 1<<30, d.relativeOf(at, d.sents[k]), d.ownClause(at, d.sents[k])
	for i := range d.dates {
		t := &d.dates[i]
		if t.sent != k || d.dateline(t) || d.plannedDate(t) || d.bounds(t) || d.unclear(i) && !d.dayUntold(i) || t.of || d.inBack(t.from) >= 0 || t.about && asides {
			continue
		}
		if d.whenItWas(t, at) {
			return i
		}
		if t.from > at && !asides && d.opensPart(t) || t.from-at > 3 && d.ofPaper(t) || d.ofThing(t) || d.inPastRelative(t, at) || d.ofEve(i) || d.reportedOn(i) || d.inWordsSaid(t, at) || d.countsOn(t, at) || !asides && (d.insideOther(t, at) || d.stillAhead(i)) {
			continue
		}
		dd := abs(t.from - at)
		if d.besideSubject(t, at) {
			dd += 300
		}
		if t.d2 != 0 {
			dd += 1000 // a span dates the visit, not the meeting
		}
		if d.relativeOf(t.from, d.sents[k]) > at && !asides {
			continue
		}
		if t.to <= at && d.saidBetween(t.to, at) {
			dd += 50 // "said on Friday that he had met B in Oslo on Tuesday"
		}
		apart := false
		for j := min(t.from, at); j < max(t.from, at); j++ {
			if d.units[j].punct == ';' {
				dd += 500
			}
			if d.clauseJoined(j) {
				dd += 20 // "A met her on May 5, and B received her at length on May 6"
			}
			apart = apart || d.units[j].set.has(lexicon.That) && d.units[j].actor < 0
		}
		if apart && t.from < at && d.leavesOn(t) && d.placeWhere(at, d.sents[k]) >= 0 {
			continue // "returned on Wednesday from Lebanon, where he met B"
		}
		if !t.day() {
			if d.timeElsewhere(t, at, asides, apart) {
				continue
			}
			dd += 100
		}
		if clause >= 0 && t.d2 == 0 && d.relativeOf(t.from, d.sents[k]) == clause || own >= 0 && d.ofOwnClause(t, at, own) {
			dd -= 200 // "A, who met B in May, was in Oslo on Friday"
		}
		if dd < dist {
			best, dist = i, dd
		}
	}
	return best
}

// clauseJoined reports ", and" at unit j before the subject of another clause.
func (d *doc) clauseJoined(j int) bool {
	if j == 0 || j+1 >= len(d.units) || !d.units[j].set.has(lexicon.And) {
		return false
	}
	if d.units[j-1].date >= 0 && d.units[j+1].actor < 0 && d.units[j+1].set.any(lexicon.Have, lexicon.Be, lexicon.Verb) {
		return true // "flew in on Monday and was received on Tuesday"
	}
	if d.units[j-1].punct == ',' && d.units[j+1].date >= 0 && d.units[j+1].actor < 0 {
		return true // "had a talk with A, and on Saturday a word with B"
	}
	n := d.units[j+1].actor
	if d.units[j-1].punct != ',' {
		return false
	}
	return n >= 0 && d.actors[n].subj && d.actors[n].prev < 0
}

// relativeOf is the unit at which a relative clause of somebody begins in which unit at
// stands, -1 if it stands in none: "greeted X, whom Parliament had elected on Friday".
func (d *doc) relativeOf(at int, s sentence) int {
	commas := 0
	for i := at - 1; i > s.from; i-- {
		switch u := &d.units[i]; {
		case u.punct == ';' || u.punct == ':':
			return -1
		case u.punct == ',':
			commas++
		case u.actor < 0 && u.set.either(lexicon.Who, lexicon.That):
			const taken = 6 // "who resigned as president"
			if e, that := u.entry(lexicon.That); that && e.Index == taken && !u.set.has(lexicon.Who) {
				continue
			}
			b := i - 1
			if governor(&d.units[b]) != lexicon.None && b > s.from {
				b-- // "from which"
			}
			if d.units[b].punct == ',' && b > s.from {
				b--
			}
			if commas%2 == 0 && d.units[b].actor >= 0 {
				return i
			}
			return -1
		}
	}
	return -1
}

// day reports a date that tells a day.
func (t *date) day() bool { return t.d != 0 || t.weekday != 0 || t.relSet }

// bounds reports a date that only begins or ends a time: "has not spoken with him
// since June 26".
func (d *doc) bounds(t *date) bool {
	i, first := t.from-1, d.sents[t.sent].from
	if i > first && d.units[i].set.has(lexicon.Def) { // "depuis le 26 juin"
		i--
	}
	if n := t.to; n+1 < d.sents[t.sent].to && d.units[n].punct == ',' && d.units[n+1].set.has(lexicon.That) {
		return false // "before March 18, when A and B met"
	}
	if t.d2 != 0 || i < first {
		return false
	}
	return d.units[i].set.has(lexicon.Bound) && !d.borneSince(t, i) || d.sinceThing(t)
}

// borneSince reports a day since which a paper bears signatures, on which it was signed: "porte
// depuis jeudi les paraphes de".
func (d *doc) borneSince(t *date, bound int) bool {
	const reach = 6
	return d.units[bound].set.has(lexicon.Since) && d.anyNoun(t.to, min(t.to+reach, d.sents[t.sent].to), "signature")
}

// sinceThing reports a day that stands behind what it was the day of, and that has a word for since before it: "depuis la reprise des combats, le 22 avril".
func (d *doc) sinceThing(t *date) bool {
	const reach = 8
	s, i := d.sents[t.sent], t.from-1
	if i > s.from && d.units[i].set.has(lexicon.Def) {
		i--
	}
	if i <= s.from || d.units[i].punct != ',' {
		return false
	}
	for i--; i > s.from && i > t.from-reach; i-- {
		if u := &d.units[i]; u.punct != 0 || u.actor >= 0 || u.set.has(lexicon.That) {
			return false
		} else if u.set.has(lexicon.Since) {
			return !slices.ContainsFunc(d.units[i:t.from-2], func(u unit) bool { return u.date >= 0 || u.kind == text.Number })
		}
	}
	return false
}

// visitBetween reports a visit told among units [from, to): a month after it is its own.
func (d *doc) visitBetween(from, to int) bool {
	for i := from + 1; i < to; i++ {
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.units[i].actor < 0 && d.lex.Nouns[e.Index].Event == "visit" {
			return true
		}
	}
	return false
}

// dateAround finds a day in other sentences of the same story: the one that it goes on
// from, else the first one told after sentence k.
func (d *doc) dateAround(k int) int {
	item := d.sents[k].item
	before, after := -1, -1
	for i := range d.dates {
		t := &d.dates[i]
		at := d.sents[t.sent].item
		if t.sent == k || at != item && !(item == 0 && d.items[at].kind == caption) || !d.tellsDay(i) {
			continue
		}
		if t.sent < k && (d.lex.Options.DateCarries && d.daysApart(t.sent) || len(d.townDays(t.sent)) > 1) {
			before = -1 // the day of neither
		} else if t.sent < k && at == item && d.carries(i, before, k) {
			before = i
		} else if after < 0 && !t.context && !d.ofPaper(t) && !d.tellsOf(d.sents[t.sent], lexicon.Leave) && (t.sent < k || d.relativeOf(t.from, d.sents[t.sent]) < 0) {
			after = i
		}
	}
	if before >= 0 {
		return before
	}
	reach := 2
	if d.items[item].kind == teaser {
		reach = len(d.sents) // a teaser tells of one event
	}
	if after >= 0 && (d.dates[after].sent-k <= reach || d.items[d.sents[d.dates[after].sent].item].kind == caption) {
		return after
	}
	return -1
}

// tellsDay reports a date that can be the day of what other sentences tell: who landed in the night from Monday to
// Tuesday has talks on Tuesday.
func (d *doc) tellsDay(i int) bool {
	t := &d.dates[i]
	return t.d2 == 0 && t.day() && !t.night && !d.toCome(t) && d.inBack(t.from) < 0 && !d.dateline(t) && !d.plannedDate(t) && !d.bounds(t) && (!d.unclear(i) || d.dayUntold(i)) && !d.later(i) && !d.ofThing(t) && !d.ofSubject(t) && !d.inPastRelative(t, -1) && !d.quotedDay(t) && !d.ofEve(i) && !d.reportedOn(i)
}

// dayFirst reports a day in front of its sentence: "On Monday", "Chiều 5/3,", "In the afternoon of Sept. 15".
func (d *doc) dayFirst(t *date) bool {
	const reach = 5
	s := d.sents[t.sent]
	for i := s.from + 1; i < t.from; i++ {
		if u := &d.units[i]; t.from > s.from+reach || u.punct != 0 || u.actor >= 0 || u.name >= 0 || !u.set.any(lexicon.In, lexicon.Of, lexicon.Def, lexicon.Day, lexicon.DayPart, lexicon.Adverb, lexicon.Prep) {
			return t.from == s.from+1 && d.verbless(s.from, t.from)
		}
	}
	return d.verbless(s.from, min(t.from, s.from+1))
}

// sameLine reports that sentences j and k, not an earlier one, stand in one paragraph.
func (d *doc) sameLine(j, k int) bool {
	return j == k || strings.IndexByte(d.text[d.sents[j].end:d.sents[k].start], '\n') < 0
}

// unclear reports a day counted from one that the text does not tell.
func (d *doc) unclear(i int) bool { return d.dates[i].whole == 0 && d.edtf(i) == "" }

// toCome reports a day after that of publication: nothing took place on it.
func (d *doc) toCome(t *date) bool { return t.next || t.relSet && !t.context && t.rel > 0 }

// later reports a day that is written out and after that of publication. Teasers are of the day on which the page was read.
func (d *doc) later(i int) bool {
	if t := &d.dates[i]; t.m == 0 || len(d.pub) != len("2006-01-02") || d.inTeaser(t.sent) {
		return false
	}
	x := d.edtf(i)
	return len(x) == len(d.pub) && x[0] != 'X' && x > d.pub
}

// passing reports a day at the end of a sentence that tells of no contact, in a
// language that puts the day of the story first: it dates what is spoken of.
func (d *doc) passing(i int) bool {
	t := &d.dates[i]
	s := d.sents[t.sent]
	if !d.lex.Options.DateCarries || t.from < s.from+4 || d.units[t.from-1].punct != 0 || d.units[t.from-2].punct != 0 {
		return false
	}
	told := func(k int) bool { return k == t.sent }
	return t.sent > 0 && d.sents[t.sent-1].item == s.item &&
		!slices.ContainsFunc(d.claims, func(c claim) bool { return told(c.sent) }) &&
		!slices.ContainsFunc(d.leads, func(l lead) bool { return told(l.sent) }) &&
		!slices.ContainsFunc(d.signs, func(x signing) bool { return told(x.sent) })
}

// plannedDate reports a date of something that is still to come.
func (d *doc) plannedDate(t *date) bool {
	for i := t.from - 1; i >= d.sents[t.sent].from && i > t.from-7; i-- {
		u := &d.units[i]
		if u.punct != 0 && u.punct != '(' {
			return false
		}
		if u.set.either(lexicon.Have, lexicon.Support) && !u.set.has(lexicon.HaveFut) {
			return false // "le coup de fil attendu a eu lieu mercredi"
		}
		if u.set.has(lexicon.HaveFut) && u.actor < 0 && d.participleNext(i+1, t.from) {
			return false // "aura trouvé jeudi un interlocuteur"
		}
		e, ok := u.entry(lexicon.Verb)
		if u.set.has(lexicon.Plan) && i > d.sents[t.sent].from && d.units[i-1].set.has(lexicon.Have) {
			return false // on that day the wish was uttered
		}
		if u.actor < 0 && (u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut) || ok && e.Form&lexicon.Fut != 0 && e.Form&lexicon.Fin == 0) {
			return true
		}
	}
	return d.dayFirst(t) && d.aheadNext(t.to, d.sents[t.sent])
}
