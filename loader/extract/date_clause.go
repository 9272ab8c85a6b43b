package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// ofRelative reports that unit to is in a clause about the contact at unit at that only tells that it
// was held: "the talks that A and B held in Hanoi last January".
func (d *doc) ofRelative(at, to int) bool {
	bare := at+1 < to && d.units[at+1].actor >= 0 && d.isNoun(at, "met") && d.lex.Options.Premodifier // "the audience A granted B last May"
	that, held := bare, false
	for i := at + 1; i < to; i++ {
		switch u := &d.units[i]; {
		case u.actor >= 0 || u.name >= 0:
		case u.set.has(lexicon.That):
			that = true
		case u.punct == ';' || !that && !d.verbless(i, i+1):
			return false
		case u.set.either(lexicon.Support, lexicon.Have) || bare && d.isVerb(i, "met"):
			held = true
		case !d.verbless(i, i+1):
			return false
		}
	}
	return that && held
}

// setAside reports a date told from comma to comma of somebody named right before: "M. X,
// élu en mars, lui a montré".
func (d *doc) setAside(t *date) bool {
	const reach = 12
	s := d.sents[t.sent]
	const place = 5 // words of one behind the date
	end := t.to
	for t.weekday != 0 && end < s.to && end < t.to+place && d.units[end].punct == 0 && (d.units[end].actor < 0 || !d.actors[d.units[end].actor].named) && d.verbless(end, end+1) {
		end++
	}
	if end >= s.to || d.units[end].punct != ',' {
		return false
	}
	for i := t.from - 1; i > s.from && i > t.from-reach; i-- {
		if u := &d.units[i]; u.punct == ',' {
			return (i < t.from-2 || d.participleNext(i+1, t.from)) && d.units[i-1].actor >= 0 && d.actors[d.units[i-1].actor].named
		} else if u.punct != 0 || u.actor >= 0 && d.actors[u.actor].named {
			return false
		}
	}
	return false
}

// ofThing reports a day that only tells which of some things is meant, none of them a contact: "the
// election of July 29", "celui du 25 décembre", "the March 11 earthquake".
func (d *doc) ofThing(t *date) bool {
	s, i := d.sents[t.sent], t.from-1
	if t.m == 0 || t.d == 0 || t.d2 != 0 || d.lex.Options.SlashDates {
		return false
	}
	if i > s.from && t.to < s.to && d.lex.Options.MonthDay && d.units[i].set.has(lexicon.Def) {
		u := &d.units[t.to]
		return u.punct == 0 && u.actor < 0 && !u.cap && !u.set.any(lexicon.And, lexicon.In, lexicon.To, lexicon.With) && !d.tellsContact(t.to, min(t.to+3, s.to)) && !d.visitBetween(t.to-1, min(t.to+3, s.to))
	}
	if i > s.from && d.units[i].set.has(lexicon.Def) && !d.units[i].set.has(lexicon.Of) {
		i--
	}
	if i <= s.from+1 || i == s.from+2 && !d.units[s.from].set.has(lexicon.Def) || !d.units[i].set.has(lexicon.Of) || d.units[i].actor >= 0 {
		return false // "En date du 30 septembre"
	}
	u := &d.units[i-1]
	if i == s.from+2 && u.punct == 0 && u.actor < 0 && u.set.has(lexicon.Noun) {
		return !d.isNoun(i-1, "met") && !d.visitBetween(s.from, i) // "Le traité du 12 mars", a participle as well
	}
	return u.punct == 0 && u.actor < 0 && u.date < 0 && !u.set.any(lexicon.DayPart, lexicon.Day, lexicon.Of) && !d.anyNoun(max(s.from, i-3), i, "met") && !d.tellsContact(i-1, i) && !d.visitBetween(max(s.from, i-4), i)
}

// inPastRelative reports a day in a clause in the past of the past about something: "ties that he had
// cut on July 22", "venait du port, où il avait visité dimanche le navire". Unit at stands outside.
func (d *doc) inPastRelative(t *date, at int) bool {
	s, had := d.sents[t.sent], false
	for i := t.from - 1; i > s.from; i-- {
		u := &d.units[i]
		if u.punct != 0 {
			return false
		}
		if e, ok := u.entry(lexicon.Have); ok && e.Index == 2 && u.actor < 0 {
			had = true
		}
		if u.actor < 0 && u.set.either(lexicon.Who, lexicon.That) {
			b := i - 1
			if d.units[b].punct == ',' && b > s.from {
				b--
			}
			return had && d.units[b].actor < 0 && d.units[b].name < 0 && (b < i-1 || !d.lex.Options.Premodifier) && (at < i || at >= d.clauseEnd(t.to, s))
		}
	}
	return false
}

// ofParticiple reports a date right after a participle that says when something else was done:
// "the pact signed last month". What was done then after the contact at unit at tells when that was: "exchanged last month
// after talks between A and B".
func (d *doc) ofParticiple(t *date, at int) bool {
	s, v := d.sents[t.sent], t.from-1
	for v > s.from && d.units[v].set.either(lexicon.In, lexicon.Def) {
		v--
	}
	if v <= s.from || d.units[v].actor >= 0 || d.units[v-1].actor >= 0 || d.units[v-1].punct != 0 {
		return false
	}
	e, ok := d.units[v].entry(lexicon.Verb)
	return ok && e.Form&lexicon.PP != 0 && !d.auxAt(v-1, s) && !d.auxAt(v-2, s) && !d.rightAfter(t, at)
}

// ownClause is the word that opens the clause about a thing in which unit at stands, -1 if it stands in none: "a compromise
// that A and B had discussed in June". What is said of the thing is of another day than the rest of the sentence.
func (d *doc) ownClause(at int, s sentence) int {
	for i := at - 1; i > s.from+1; i-- {
		switch u := &d.units[i]; {
		case u.punct == ';' || u.punct == ':' || u.punct == ',' && d.units[i-1].actor < 0 && d.units[i-1].name < 0:
			return -1
		case u.actor < 0 && u.set.either(lexicon.Who, lexicon.That):
			if b := &d.units[i-1]; b.punct != 0 || b.actor >= 0 || b.name >= 0 || b.date >= 0 || b.set.any(lexicon.Verb, lexicon.In, lexicon.Place, lexicon.Country) {
				return -1
			}
			return i
		}
	}
	return -1
}

// ofOwnClause reports a date behind the contact at unit at, in the clause about a thing that unit own opens.
func (d *doc) ofOwnClause(t *date, at, own int) bool {
	const words = 2 // before the date
	return t.from > at && !t.about && d.ownClause(t.from, d.sents[t.sent]) == own && !slices.ContainsFunc(d.units[at:max(at, t.from-words)], isComma)
}

// copulaOnly reports that units [from, to) only tell when or where something was that was told before: "the last time they
// met was in Oslo in May".
func (d *doc) copulaOnly(from, to int) bool {
	be := from
	for be < to && !d.predicative(be) {
		be++
	}
	if be == to || d.units[be].date >= 0 || !d.verbless(from, be) {
		return false
	}
	for i := be + 1; i < to; i++ {
		if u := &d.units[i]; u.actor >= 0 || u.name >= 0 || u.punct != 0 || i < to-1 && !u.set.any(lexicon.Def, lexicon.In, lexicon.To, lexicon.Place, lexicon.Country, lexicon.Adverb, lexicon.PartOf) {
			return false
		}
	}
	return true
}

// whenItWas reports a time right behind which a clause with unit at says what was then: "begun in April, when A met B".
func (d *doc) whenItWas(t *date, at int) bool {
	const when = 4 // line of the conjunctions
	w := t.to + 1
	if w >= at || d.units[t.to].punct != ',' || d.units[w].actor >= 0 {
		return false
	}
	if e, ok := d.units[w].entry(lexicon.That); !ok || e.Index != when {
		return false
	}
	return !slices.ContainsFunc(d.units[w+1:at], func(u unit) bool {
		return u.punct == ',' || u.punct == ';' || u.date >= 0 || u.actor < 0 && u.set.has(lexicon.That)
	})
}

// leavesOn reports a date whose clause, which another one follows, tells that somebody leaves.
func (d *doc) leavesOn(t *date) bool {
	s := d.sents[t.sent]
	for i := max(s.from, t.from-4); i < s.to; i++ {
		if u := &d.units[i]; u.set.has(lexicon.Leave) {
			return true
		} else if i >= t.to && u.actor < 0 && u.set.has(lexicon.That) {
			break
		}
	}
	return false
}

// ofTrip reports a time, and no day, that is told right behind a visit of which something else is said
// than what was done at unit at: "recalled her trip of last July when she received B".
func (d *doc) ofTrip(t *date, at int, apart bool) bool {
	const reach = 7
	from := max(d.sents[t.sent].from, t.from-reach)
	for i := t.from - 1; i > from; i-- {
		if d.units[i].punct != 0 || !d.verbless(i, i+1) {
			from = i
		}
	}
	return !t.day() && apart && t.to <= at && d.units[t.to].punct == 0 && d.visitBetween(from, t.from) // but "of last July, when B received her"
}

// ofOpener reports a day in a participle clause in front of its sentence: "Arrivé mercredi soir de Séoul, A".
func (d *doc) ofOpener(t *date) bool {
	s := d.sents[t.sent]
	if !d.participleNext(s.from, s.to) || t.from > s.from+6 {
		return false
	}
	return !slices.ContainsFunc(d.units[s.from:t.from], func(u unit) bool { return u.punct != 0 || u.actor >= 0 })
}

// fewDays reports a span of two days, one after the other, of no visit: what is told of them took place on
// either of them, whatever day was told before.
func (d *doc) fewDays(i int) bool {
	const reach = 6
	t := &d.dates[i]
	s := d.sents[t.sent]
	return t.d2 == t.d+1 && t.m2 == 0 && !d.visitBetween(max(s.from, t.from-reach), min(t.to+reach, s.to))
}

// quotedDay reports a day counted from the one on which somebody spoke, among the words quoted, in a sentence
// that tells that day: "This is a great day today", he said on Monday.
func (d *doc) quotedDay(t *date) bool {
	return d.spoken(t) && slices.ContainsFunc(d.dates, func(b date) bool {
		return b.sent == t.sent && b.day() && b.d2 == 0 && !d.inQuotes(b.from, t.sent)
	})
}

// countsOn reports a day counted on from the contact at unit at, in a clause behind it that tells of something else:
// "A met B, but the next day he wrote".
func (d *doc) countsOn(t *date, at int) bool {
	if !t.context || t.rel <= 0 || t.from <= at {
		return false
	}
	cut := t.from - 1
	for ; cut > at; cut-- {
		if u := &d.units[cut]; u.actor < 0 && u.set.has(lexicon.That) || u.punct == ';' {
			return true
		} else if u.punct != 0 || u.set.has(lexicon.And) {
			break
		}
	}
	end := t.from
	if d.verbless(cut+1, t.from) {
		end = d.clauseEnd(t.to, d.sents[t.sent])
	}
	return cut > at && !d.verbless(cut+1, end)
}

// headsLine reports a day counted back, the only one of the sentence that begins the paragraph of sentence k, which
// tells of a contact on it or of what else was held then: "The welcome was a day earlier. A and B then held talks."
func (d *doc) headsLine(i, k int) bool {
	t := &d.dates[i]
	s := d.sents[t.sent]
	if !t.context || t.rel >= 0 || t.sent == 0 || d.sameLine(t.sent-1, t.sent) || !d.sameLine(t.sent, k) || d.relativeOf(t.from, s) >= 0 ||
		slices.ContainsFunc(d.dates, func(b date) bool { return b.sent == t.sent && b.from != t.from }) {
		return false
	}
	day := d.edtf(i)
	return slices.ContainsFunc(d.claims, func(c claim) bool { return c.sent == t.sent && c.date == day }) || t.to+1 >= s.to && !slices.ContainsFunc(d.units[s.from:s.to], func(u unit) bool {
		e, ok := u.entry(lexicon.Have)
		return ok && e.Index == 2
	})
}

// opensPart reports a day right behind a semicolon: it dates what follows, and nothing before.
func (d *doc) opensPart(t *date) bool {
	i, s := t.from-1, d.sents[t.sent]
	for i > s.from && d.units[i].actor < 0 && d.units[i].set.any(lexicon.In, lexicon.Def, lexicon.Day, lexicon.DayPart, lexicon.Prep) {
		i--
	}
	return i > s.from && d.units[i].punct == ';'
}

// inWordsSaid reports a date among the words in front of who says them to somebody at unit at: "In 2019 we opened a line, X
// told Y".
func (d *doc) inWordsSaid(t *date, at int) bool {
	s := d.sents[t.sent]
	n := d.lastBefore(at, s)
	if t.to > at || n < s.actors[0] || !d.verbsOf(at).Has("face") {
		return false
	}
	comma := d.actors[d.groupOf(n)[0]].from - 1
	return comma > t.to && d.units[comma].punct == ',' && !d.verbless(t.to, comma)
}

// spoken reports a day that somebody whose words are quoted counts from the one on which he speaks.
func (d *doc) spoken(t *date) bool { return t.relSet && !t.context && d.inQuotes(t.from, t.sent) }

// inQuotes reports unit i among words quoted in sentence k.
func (d *doc) inQuotes(i, k int) bool {
	n := 0
	for j := d.sents[k].from; j < i; j++ {
		if d.anyQuote(j) {
			n++
		}
	}
	return n%2 == 1
}

// participleNext reports that the first word among units [from, to) that is no adverb is a participle.
func (d *doc) participleNext(from, to int) bool {
	for ; from < to && d.units[from].set.has(lexicon.Adverb); from++ {
	}
	return from < to && d.verbsOf(from).forms()&lexicon.PP != 0
}

// aheadNext reports that the first verb behind a day is of the future: "Vendredi se tiendra une
// conférence", "Lundi, B, leur collègue, tâchera".
func (d *doc) aheadNext(from int, s sentence) bool {
	for i := from; i < s.to; i++ {
		u := &d.units[i]
		switch {
		case u.actor >= 0 || u.name >= 0:
			continue
		case u.set.either(lexicon.That, lexicon.Who) || u.punct == ';' || u.punct == ':':
			return false
		}
		if e, ok := u.entry(lexicon.Verb); u.set.either(lexicon.HaveFut, lexicon.BeFut) || ok && e.Form&lexicon.Fut != 0 && e.Form&lexicon.Fin == 0 {
			return !(u.set.has(lexicon.HaveFut) && d.participleNext(i+1, s.to))
		} else if ok && !u.set.either(lexicon.Noun, lexicon.Place) || u.set.either(lexicon.Have, lexicon.Be) {
			return false
		}
	}
	return false
}
