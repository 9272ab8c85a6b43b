package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// A story goes on from the last day that it told, but not from each day that it names: the one on which somebody
// arrived was before the news, the one on which he came home after it.

// carries reports that the story goes on from day i up to sentence k, rather than from day
// before, which it tells earlier (-1 for none): it goes on from none that it only looks back
// to, nor from that of a clause about somebody: "began on Wednesday its welcome of X, whose
// visit closed on Friday".
func (d *doc) carries(i, before, k int) bool {
	t := &d.dates[i]
	if d.opensLine(t, k) || d.headsLine(i, k) {
		return true
	}
	if t.context && t.rel < 0 || t.context && d.nextInPassing(i) || d.looksBack(t.sent) && !d.looksBack(k) {
		return false
	}
	if before < 0 {
		return true
	}
	later := d.edtf(i) > d.edtf(before)
	if !later && (d.passing(i) || d.ofOpener(t)) || d.relativeOf(t.from, d.sents[t.sent]) >= 0 {
		return false
	}
	return later || d.sameLine(t.sent, k) || d.dayFirst(t) || d.edtf(i) == d.edtf(before)
}

// opensLine reports a day in front of a paragraph in which sentence k stands: what it looks back to is
// then told in all of the paragraph.
func (d *doc) opensLine(t *date, k int) bool {
	return d.dayFirst(t) && (t.sent == 0 || !d.sameLine(t.sent-1, t.sent)) && d.sameLine(t.sent, k)
}

// nextInPassing reports a day counted from another one of its sentence, on which the contact of it was: "lundi,
// il s'est entretenu avec X, avant d'assister le lendemain au défilé".
func (d *doc) nextInPassing(i int) bool {
	t := &d.dates[i]
	return i > 0 && d.dates[i-1].sent == t.sent && d.dates[i-1].day() && slices.ContainsFunc(d.claims, func(c claim) bool { return c.sent == t.sent }) &&
		!slices.ContainsFunc(d.claims, func(c claim) bool { return c.sent == t.sent && c.date != d.edtf(i-1) })
}

// goesOnPast is the later day that the story told before sentence k, if day i of that sentence only tells of somebody what
// was before the contact at unit at: "A, who arrived on Monday, also met B"; -1 if day i is that of the contact.
func (d *doc) goesOnPast(i, k, at int) int {
	t := &d.dates[i]
	if at < t.to || !t.day() || t.d2 != 0 || d.looksBack(t.sent) || !d.besideSubject(t, at) {
		return -1
	}
	for u := d.sents[t.sent].from; u < t.from; u++ {
		if d.isVerb(u, "met") || d.isNoun(u, "met") {
			return -1
		}
	}
	around := d.dateAround(k)
	if around < 0 || d.dates[around].sent >= t.sent {
		return -1
	}
	x, told := d.edtf(i).Day()
	y, before := d.edtf(around).Day()
	if !told || !before || !y.After(x) {
		return -1
	}
	return around
}

// overBy reports that day i is the one on which somebody left after a stay that the text counts in days, or came home: what
// sentence k, a later one that tells no day, tells of had been before.
func (d *doc) overBy(i, k int) bool {
	t := &d.dates[i]
	if !t.day() || t.d2 != 0 || t.context || d.sents[t.sent].item != d.sents[k].item || slices.ContainsFunc(d.claims, func(c claim) bool { return c.sent == t.sent && c.date == d.edtf(i) }) {
		return false
	}
	return d.daysUntil(i) > 0 || d.cameHomeOn(t)
}

// cameHomeOn reports a day right behind a word that tells that somebody came home.
func (d *doc) cameHomeOn(t *date) bool {
	const reach = 4
	s := d.sents[t.sent]
	for i := t.from - 1; i >= s.from && i >= t.from-reach; i-- {
		if e, ok := d.units[i].entry(lexicon.Leave); ok {
			return e.Index == 2
		} else if d.units[i].punct != 0 || d.units[i].actor >= 0 {
			return false
		}
	}
	return false
}

// daysOfStay are the days up to day i, on which somebody left, that the text tells before sentence k, or as many as it
// counts; empty if it does not.
func (d *doc) daysOfStay(i, k int) graph.Date {
	if span := d.spanBefore(k); span >= 0 {
		return d.edtf(span)
	}
	n, last := d.daysUntil(i), d.edtf(i)
	if first := shifted(last, 1-n); n > 1 && first != "" {
		return first + "/" + last
	}
	return ""
}

// rightAfter reports that what was done at date t was done after the contact at unit at, whose words stand right behind.
func (d *doc) rightAfter(t *date, at int) bool {
	i := t.to
	if i < at && d.units[i].punct == ',' {
		i++
	}
	return i < at && d.units[i].set.either(lexicon.After, lexicon.Onward) && d.verbless(i+1, at) && !slices.ContainsFunc(d.units[i+1:at], func(u unit) bool { return u.punct != 0 || u.actor >= 0 })
}

// reportedOn reports a day on which somebody said what its sentence tells of an earlier day: "held talks on Thursday, the
// agency said on Friday", "held talks, the agency said on Friday, a day after they met".
func (d *doc) reportedOn(i int) bool {
	t := &d.dates[i]
	if !t.day() || t.d2 != 0 || t.context || !d.saidOn(t) {
		return false
	}
	if i+1 < len(d.dates) && d.dates[i+1].sent == t.sent && d.dates[i+1].about {
		n := d.inBack(d.dates[i+1].to)
		return n >= 0 && d.tellsContact(d.backs[n].from, d.backs[n].to)
	}
	day, earlier := d.edtf(i), false
	for _, c := range d.claims {
		if c.sent == t.sent && c.status == graph.Held && len(c.date) == len(day) {
			if c.date >= day {
				return false
			}
			earlier = true
		}
	}
	return earlier
}

// saidOn reports a day right behind a verb of saying.
func (d *doc) saidOn(t *date) bool {
	const reach = 4
	for k := t.from - 1; k >= max(d.sents[t.sent].from, t.from-reach) && d.units[k].punct == 0; k-- {
		if slices.ContainsFunc(d.verbsOf(k), func(v verbForm) bool { return v.verb.Event == "met" && !v.verb.Flags.Has("speech") }) {
			return false // "s'est entretenu mercredi"
		}
		if d.units[k].actor < 0 && slices.ContainsFunc(d.verbsOf(k), func(v verbForm) bool {
			return v.verb.Event == "say" || v.verb.Flags.Has("clause") || v.verb.Flags.Has("voices") || v.verb.Flags.Has("speech")
		}) {
			return true
		}
	}
	return false
}

// monthGoneBackTo is the month or year, and no day, to which the sentence before sentence k goes back with a journey or in front,
// if sentence k, which tells no time, goes on from it: "was in Lima last May. He met B there"; -1 if there is none.
func (d *doc) monthGoneBackTo(k int) int {
	if k == 0 || !d.sameLine(k-1, k) || d.sents[k-1].item != d.sents[k].item {
		return -1
	}
	s, told := d.sents[k], -1
	for i := range d.dates {
		switch t := &d.dates[i]; {
		case t.sent == k || t.sent == k-1 && (told >= 0 || t.day()):
			return -1
		case t.sent == k-1:
			told = i
		}
	}
	if told < 0 || !d.timeBeforeNews(told) {
		return -1
	}
	t := &d.dates[told]
	if t.whole != 0 || t.season || !d.tellsOf(s, lexicon.SameVisit) && (t.of || d.relativeOf(t.from, d.sents[k-1]) >= 0 || !d.units[s.from].set.any(lexicon.He, lexicon.She, lexicon.They) || !d.dayFirst(t) && !d.behindPlace(t)) {
		return -1
	}
	return told
}

// behindPlace reports a date right behind a place: "was in Lima last May".
func (d *doc) behindPlace(t *date) bool {
	i := t.from - 1
	for i > d.sents[t.sent].from && d.units[i].actor < 0 && d.units[i].set.either(lexicon.In, lexicon.Prep) && !d.units[i].set.has(lexicon.Place) {
		i--
	}
	return d.units[i].set.either(lexicon.Place, lexicon.Country)
}

// saidBetween reports a verb of saying among units [from, to): what was told before it is when somebody spoke.
func (d *doc) saidBetween(from, to int) bool {
	for i := from; i < to; i++ {
		if d.units[i].actor < 0 && (d.isVerb(i, "say") || d.verbsOf(i).Has("clause")) {
			return true
		}
	}
	return false
}
