package extract

import (
	"slices"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// tellsNoStory reports a date of something that the story only names, from which it counts no day, month or year: of
// a thing, or how long something lasts.
func (d *doc) tellsNoStory(t *date) bool {
	b := max(d.sents[t.sent].from, t.from-1)
	until := t.y != 0 && d.units[b].set.has(lexicon.Until) && !d.units[b].set.has(lexicon.And) // "có hiệu lực đến ngày 31/12/2030"
	return until || d.bounds(t) || d.ofThing(t) || d.ofSubject(t)
}

// ofSubject reports a day that tells which thing the subject is with which a sentence begins, in a language without a
// word between the two: "Cuộc bầu cử ngày 7/4 đã thay đổi nhiều", not "Cuộc gặp ngày 7/4", nor "Sáng ngày 7/4".
func (d *doc) ofSubject(t *date) bool {
	const reach = 5
	s := d.sents[t.sent]
	if !d.lex.Options.SlashDates || t.m == 0 || t.d == 0 || t.d2 != 0 || t.from <= s.from || t.from > s.from+reach || t.to >= s.to || d.units[t.to].punct != 0 || d.units[t.to].actor >= 0 {
		return false
	}
	for i := s.from; i < t.from; i++ {
		u := &d.units[i]
		if u.actor >= 0 || u.name >= 0 || u.date >= 0 || u.punct != 0 || u.cap && i > s.from || !d.verbless(i, i+1) || u.set.any(lexicon.In, lexicon.To, lexicon.Prep, lexicon.Place, lexicon.Country, lexicon.Day, lexicon.DayPart, lexicon.Adverb, lexicon.Until) {
			return false
		}
	}
	return !d.units[t.to].set.any(lexicon.In, lexicon.To, lexicon.And) && !d.tellsContact(s.from, t.from) && !d.visitBetween(s.from-1, t.from)
}

// insideOther reports a date that another clause or phrase of its sentence tells than the one of the contact at unit at:
// "the pact that expires on December 31", "before flying to Rome on Friday".
func (d *doc) insideOther(t *date, at int) bool {
	if t.from <= at {
		return false
	}
	for i := t.from - 1; i > at; i-- {
		u := &d.units[i]
		switch {
		case u.actor >= 0 || u.name >= 0:
			continue
		case u.punct == ',' || u.punct == ';' || u.punct == ':' || u.date >= 0 || d.isVerb(i, "signed"):
			return false
		case u.set.has(lexicon.Bound):
			thing := d.lex.Options.SlashDates || d.units[t.from-1].set.has(lexicon.Of) // "ahead of the summit of June 12"
			return i+1 < t.from && (thing || !d.verbless(i+1, t.from)) && !d.tellsContact(i+1, t.from)
		case d.beforeDoing(u):
			return !d.tellsContact(i+1, t.from)
		case u.set.either(lexicon.That, lexicon.Who):
			clause := !u.set.has(lexicon.Dem) || !d.verbless(i+1, t.from) || !d.units[i+1].known()
			return clause && d.units[i-1].actor < 0 && d.units[i-1].name < 0 && !d.ofRelative(at, t.from) && !d.copulaOnly(at+1, t.from) && !d.tellsContact(i+1, t.from)
		}
	}
	return false
}

// beforeDoing reports a word for what comes before something else that is done: "avant de", "trước khi".
func (d *doc) beforeDoing(u *unit) bool {
	e, ok := u.entry(lexicon.After)
	return ok && e.Index == 2 && !u.set.has(lexicon.Bound) || d.startsWith(u, lexicon.Bound) && d.endsWith(u, lexicon.That)
}

// besideSubject reports a day in a clause or phrase about somebody, which commas part from the rest of its sentence with the
// contact at unit at: "A, who arrived on May 11, met B", "A, élu le 21 janvier, a reçu B".
func (d *doc) besideSubject(t *date, at int) bool {
	if n := d.units[t.from].actor; n >= 0 && d.units[at].actor != n {
		return slices.ContainsFunc(d.units[d.actors[n].from:t.from], func(u unit) bool { return u.set.any(lexicon.Who, lexicon.That, lexicon.Verb) })
	}
	s := d.sents[t.sent]
	if i := d.relativeOf(t.from, s); i >= 0 && i != d.relativeOf(at, s) {
		end := t.to
		for end < s.to && d.units[end].punct == 0 {
			end++
		}
		return end < s.to && (at >= end || at < i)
	}
	return (d.setAside(t) || d.closingAside(t)) && (at >= t.to || slices.ContainsFunc(d.units[at:t.from], isComma))
}

// closingAside reports a date at the end of its sentence in a participle clause about somebody named right before: "A a
// reçu B, nommé le 6 février."
func (d *doc) closingAside(t *date) bool {
	const reach = 8
	s := d.sents[t.sent]
	if t.to+1 < s.to {
		return false
	}
	for i := t.from - 1; i > s.from && i > t.from-reach; i-- {
		if u := &d.units[i]; u.punct == ',' {
			b := d.units[i-1].actor
			return b >= 0 && d.actors[b].named && d.units[i+1].actor < 0 && (d.units[i+1].set.has(lexicon.Passive) || d.participleNext(i+1, i+2))
		} else if u.punct != 0 || u.actor >= 0 {
			return false
		}
	}
	return false
}

// dayUntold reports a day that the text tells so that nobody can say which one it is: "on Tuesday", where the day of the
// text is not known. Headlines and captions
// have that of the story, and the story that of its dateline or caption.
func (d *doc) dayUntold(i int) bool {
	t := &d.dates[i]
	if !d.unclear(i) || !t.day() || t.context && (!d.countsFrom(i) || t.ofVisit != 0) || d.headline(t.sent) || d.items[d.sents[t.sent].item].kind == caption {
		return false
	}
	return !slices.ContainsFunc(d.dates, func(b date) bool {
		return b.m != 0 && b.d != 0 && (d.dateline(&b) || d.items[d.sents[b.sent].item].kind == caption)
	})
}

// stillAhead reports a day after that of the page.
func (d *doc) stillAhead(i int) bool { return d.toCome(&d.dates[i]) || d.later(i) }

// timeElsewhere reports a time, and no day, that its place in the sentence makes that of something else than the contact at
// unit at; apart tells of a conjunction between the two.
func (d *doc) timeElsewhere(t *date, at int, asides, apart bool) bool {
	to := t.from
	for to > at+1 && d.units[to-1].set.has(lexicon.In) {
		to-- // "vào tháng 10", of which the first word is a verb as well
	}
	held := t.from > at && (d.ofRelative(at, to) || d.heldThen(at, to))
	if t.from > at && !asides && !held && !d.verbless(at+1, to) && !d.copulaOnly(at+1, to) {
		return true // "told him about the fighting that broke out in September"
	}
	if apart && t.from > at && !held && d.lex.Options.Fronted {
		return true // "took stock of ties that turned 25 this year"
	}
	if t.from > at && slices.ContainsFunc(d.units[at+1:t.from], func(u unit) bool { return u.date < 0 && u.set.has(lexicon.Onward) }) {
		return true // "their meeting, after the floods in June"
	}
	if t.from > at && d.visitBetween(at, t.from) && !d.duringVisit(at, t.from) || t.to <= at && d.setAside(t) {
		return true // "a confirmé la venue de X en novembre"
	}
	return d.ofTrip(t, at, apart) || d.ofParticiple(t, at)
}

// recalled reports a day long before one on which the story told of a contact before it. In another paragraph than that of day t,
// which counts from a day of the story, or as no day of a contact, it was only recalled: "reviewed what they had agreed on May 2".
func (d *doc) recalled(j int, t *date) bool {
	const lately, long = 4 * 24 * time.Hour, 30 * 24 * time.Hour
	b := &d.dates[j]
	if b.context || b.m == 0 || b.d == 0 || b.sent == t.sent || d.dayFirst(b) {
		return false
	}
	x := d.edtf(j)
	day, ok := x.Day()
	sameLine, told := d.sameLine(b.sent, t.sent), false
	var news time.Time
	for i := range d.claims {
		switch c := &d.claims[i]; {
		case c.sent == b.sent && c.date == x:
			told = true
		case c.sent < b.sent && c.status == graph.Held && d.sents[c.sent].item == d.sents[b.sent].item:
			if at, known := c.date.Day(); known && at.After(news) {
				news = at
			}
		}
	}
	ago := news.Sub(day)
	return ok && (ago >= lately && !sameLine || ago > long && !told && !d.looksBack(t.sent))
}
