package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// adjuncts reports that units [from, to) tell nothing but when, where, how or why something is done: days, places, adverbs and
// phrases that a preposition opens. Whoever such a phrase names takes no part.
func (d *doc) adjuncts(from, to int) bool {
	if to-from > 16 {
		return false
	}
	phrase := false
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.actor >= 0 && phrase && d.actors[u.actor].gov != lexicon.None && d.actors[u.actor].gov != lexicon.With && d.actors[u.actor].gov != lexicon.By:
			i = d.actors[u.actor].to - 1
		case u.actor >= 0:
			return false
		case u.punct == ',' || u.date >= 0 || u.set.either(lexicon.Adverb, lexicon.Place):
			phrase = phrase || governor(u) != lexicon.None // "bên lề" is an adverb, too
		case u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut, lexicon.Who, lexicon.That, lexicon.Passive, lexicon.By, lexicon.With, lexicon.Not, lexicon.Plan) && !u.set.has(lexicon.In):
			return u.set.has(lexicon.Have) && d.onlySmall(i, to)
		case u.punct != 0 || u.kind == text.Break:
			return false
		case governor(u) != lexicon.None || d.opensTime(i):
			phrase = true
		case !phrase || u.set.has(lexicon.Verb) && !u.set.has(lexicon.Noun) || u.cap && !u.known():
			return false
		}
	}
	return true
}

// besideThing reports nothing among units [from, to) but before or after which thing something is done: "before the ceremony".
func (d *doc) besideThing(from, to int) bool {
	e, ok := d.units[from].entry(lexicon.That)
	return ok && (e.Index == 3 || e.Index == 4) && to-from > 1 && d.units[from+1].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem) && d.verbless(from+1, to)
}

// opensTime reports the first word of "lần thứ hai", "this year", "ce week-end": it opens words for a time without a preposition.
func (d *doc) opensTime(i int) bool {
	nth := i+1 < len(d.units) && d.units[i+1].set.either(lexicon.Nth, lexicon.First)
	return nth || d.units[i].set.any(lexicon.Weekday, lexicon.Today, lexicon.Yesterday, lexicon.DayPart, lexicon.Month, lexicon.LastTime, lexicon.PartOf, lexicon.Bound) || d.isNoun(i, "time", "outing")
}

// pastAsideWith is the unit behind an aside from comma to comma, after unit from, that a preposition opens and in which actor n
// stands: "a reçu, à la demande de Z, B"; 0 if n stands in none.
func (d *doc) pastAsideWith(n, from int, s sentence) int {
	i := d.actors[n].from - 1
	for i > from && i > d.actors[n].from-10 && d.units[i].punct == 0 && d.units[i].actor < 0 {
		i--
	}
	if i < from || d.units[i].punct != ',' || i+1 >= s.to || governor(&d.units[i+1]) == lexicon.None {
		return 0
	}
	for j := d.actors[n].to; j < s.to && j < d.actors[n].to+8; j++ {
		switch u := &d.units[j]; {
		case u.punct == ',':
			return j + 1
		case u.punct != 0 || u.actor >= 0 || u.set.any(lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.Verb):
			return 0
		}
	}
	return 0
}

// endsPhrase reports a word at unit i, a verb by form, that ends a phrase of a preposition: "with full military honours by A".
func (d *doc) endsPhrase(i int) bool {
	if i+1 < len(d.units) && d.units[i+1].kind == text.Word && governor(&d.units[i+1]) == lexicon.None && !d.units[i+1].set.any(lexicon.And, lexicon.Weekday, lexicon.Adverb) && d.units[i+1].date < 0 {
		return false
	}
	for j := i - 1; j >= 0 && j > i-4; j-- {
		u := &d.units[j]
		if u.actor >= 0 || u.punct != 0 || u.date >= 0 || u.cap || u.kind != text.Word {
			return false
		}
		if governor(u) != lexicon.None {
			return j < i-1 && !u.set.has(lexicon.To)
		}
		if u.known() && !u.set.any(lexicon.Adverb, lexicon.Thing, lexicon.Portfolio) {
			return false
		}
	}
	return false
}

// pastAsides is the unit behind what stands between commas from unit i on and names nobody who could be a subject: "A, người vừa đến,
// đã gặp B"; i itself if nothing does.
func (d *doc) pastAsides(i int, s sentence) int {
	for i < s.to && d.units[i].punct == ',' {
		j := i + 1
		for j < s.to && j < i+16 && d.units[j].punct == 0 && (d.units[j].actor < 0 || !d.actors[d.units[j].actor].named || d.actors[d.units[j].actor].gov != lexicon.None) {
			j++
		}
		if j >= s.to || d.units[j].punct != ',' || j == i+1 {
			return i
		}
		i = j
		if j+1 < s.to && (d.predicate(j+1) || d.predicate(d.pastAdverb(j+1, s))) {
			return j + 1
		}
	}
	return i
}

// predicateBehind reports a verb behind actor n, those whom "and" joins to it, and adjuncts: "cho biết A, dẫn đầu một đoàn, và B ngày 5/3
// tại Geneva đã gặp".
func (d *doc) predicateBehind(n int, s sentence) bool {
	i := d.actors[n].to
	for range 6 {
		i = d.pastAdverb(i, s)
		if i >= s.to {
			return false
		}
		if d.predicate(i) || d.lex.Options.Tenseless && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Done, lexicon.Passive) {
			return true
		}
		comma := one(d.units[i].punct == ',')
		switch j := d.pastAsides(i, s); {
		case i+comma+1 < s.to && d.units[i+comma].set.has(lexicon.And) && d.units[i+comma+1].actor >= 0:
			i = d.actors[d.units[i+comma+1].actor].to
		case j > i:
			i = j
		case d.units[i].punct == '(' || d.dash(i):
			for i++; i < s.to && d.units[i].punct != ')' && !d.dash(i); i++ {
			}
			i++
		case comma > 0:
			i++
		case d.lex.Options.Tenseless && (d.opensTime(i) || governor(&d.units[i]) != lexicon.None):
			for j = i + 1; j < s.to && j < i+8 && !d.predicate(j) && d.adjuncts(i, j+1); j++ {
			}
			i = j
		default:
			return false
		}
	}
	return false
}
