package extract

import (
	"slices"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// A day can be told so that it is none of the news: it is well before the day on which the story begins.

// newsDay is the first day that the story tells, if it was lately, else the day from which the article counts; zero if
// neither is known.
func (d *doc) newsDay() time.Time {
	ref, known := d.ref.Day()
	if !known {
		return time.Time{}
	}
	for i := range d.dates {
		t := &d.dates[i]
		if d.sents[t.sent].item != 0 || !t.day() || t.d2 != 0 || t.context || t.about || d.dateline(t) || d.plannedDate(t) || d.bounds(t) {
			continue
		}
		if day, ok := d.edtf(i).Day(); ok && !day.After(ref) && ref.Sub(day) < 2*week {
			return day
		}
		break
	}
	return ref
}

// beforeNews reports a day, told with its month, that is at least two days before that of the news: writers tell the
// news of the day before as well.
func (d *doc) beforeNews(t *date) bool {
	const apart = 48 * time.Hour
	if t.m == 0 || t.d == 0 || t.d2 != 0 || d.news.IsZero() {
		return false
	}
	day, ok := t.resolved(d.ref).Day()
	return ok && d.news.Sub(day) >= apart
}

// timeRecalled is the time before the news, and no day, that sentence k tells of what had been before it, or that the one
// before it tells, if the contact at unit at is such: "he had met her in Oslo, as a minister, in 2010", "She was in Oslo in
// May. There she had met B". It is empty if the contact is none or if no such time is told.
func (d *doc) timeRecalled(at, k int) graph.Date {
	const then = 2 // line of the words that refer to such a time
	if d.news.IsZero() || !d.hadBeen(at, d.sents[k]) && !d.refersBack(d.sents[k], then) {
		return ""
	}
	best, dist := -1, 1<<30
	for i := range d.dates {
		t := &d.dates[i]
		if t.sent == k && abs(t.from-at) < dist && d.timeBeforeNews(i) {
			best, dist = i, abs(t.from-at)
		}
	}
	if best < 0 && k > 0 && d.sents[k-1].item == d.sents[k].item && d.sameLine(k-1, k) && !d.tellsHour(k) {
		best = d.lastTimeOf(k - 1)
	}
	if best < 0 {
		return ""
	}
	return d.edtf(best)
}

// tellsHour reports a day or a part of one told in sentence k: "In the morning she had met B".
func (d *doc) tellsHour(k int) bool {
	return d.tellsOf(d.sents[k], lexicon.DayPart) || slices.ContainsFunc(d.dates, func(t date) bool { return t.sent == k && t.day() })
}

// lastTimeOf is the last date of sentence k if it is a time before the news of what the sentence tells, and not of what it
// only names, as in "the treaty of 1979"; -1 if it is none.
func (d *doc) lastTimeOf(k int) int {
	last := -1
	for i := range d.dates {
		if t := &d.dates[i]; t.sent == k {
			last = i
		}
	}
	if last < 0 || !d.timeBeforeNews(last) {
		return -1
	}
	t := &d.dates[last]
	named := t.from > d.sents[k].from && d.units[t.from-1].set.has(lexicon.Of) && !d.tellsContact(max(d.sents[k].from, t.from-2), t.from) && !d.visitBetween(max(d.sents[k].from, t.from-4), t.from)
	if named {
		return -1
	}
	return last
}

// timeBeforeNews reports a time told as month, year or the like, all of which was before the day of the news.
func (d *doc) timeBeforeNews(i int) bool {
	t := &d.dates[i]
	if t.day() || t.next || t.about || d.plannedDate(t) || d.bounds(t) || d.inBack(t.from) >= 0 || d.dateline(t) {
		return false
	}
	_, last, known := d.edtf(i).Bounds()
	day, ok := graph.Date(last).Day()
	return known && ok && day.Before(d.news)
}

// hadBeen reports that the contact at unit at is told in the past of the past.
func (d *doc) hadBeen(at int, s sentence) bool {
	for i := at - 1; i >= s.from; i-- {
		u := &d.units[i]
		if u.actor < 0 && d.pluperfect(i, s) {
			return d.participleNext(i+1, s.to)
		}
		if u.punct != 0 && u.punct != ',' || u.actor < 0 && u.set.either(lexicon.Who, lexicon.That) {
			return false
		}
	}
	return false
}

// heldThen reports that units behind the noun of contact at unit at, up to unit to, only tell where it was held: "talks held
// in Oslo in May".
func (d *doc) heldThen(at, to int) bool {
	return at+1 < to && d.isNoun(at, "met") && d.units[at+1].set.has(lexicon.Support) && d.participleNext(at+1, to) && d.verbless(at+2, to)
}

// duringVisit reports that the contact at unit at was during a visit of which the time at unit to tells: "whom he met
// during a trip to Oslo in late May".
func (d *doc) duringVisit(at, to int) bool {
	for i := to - 1; i > at; i-- {
		e, noun := d.units[i].entry(lexicon.Noun)
		if !noun || d.units[i].actor >= 0 || d.lex.Nouns[e.Index].Event != "visit" {
			continue
		}
		for i--; i > at && d.units[i].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Adj, lexicon.LastTime, lexicon.First); i-- {
		}
		return d.units[i].set.either(lexicon.After, lexicon.In) && !d.units[i].set.has(lexicon.Onward)
	}
	return false
}

// refersBack reports a word of that line that refers to the sentence before.
func (d *doc) refersBack(s sentence, line int32) bool {
	return slices.ContainsFunc(d.units[s.from:s.to], func(u unit) bool {
		e, ok := u.entry(lexicon.SameVisit)
		return ok && e.Index == line
	})
}

// pluperfect reports at unit i the auxiliary of what was before the past: "had", "avait", "s'était".
func (d *doc) pluperfect(i int, s sentence) bool {
	const pronouns = 2 // "s'y était"
	u := &d.units[i]
	if e, ok := u.entry(lexicon.Have); ok && e.Index == 2 {
		return true
	}
	e, ok := u.entry(lexicon.Be)
	return ok && e.Index == 2 && slices.ContainsFunc(d.units[max(s.from, i-pronouns):i], func(u unit) bool { return u.set.has(lexicon.Refl) })
}
