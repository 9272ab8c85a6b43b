package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// An earlier contact of the two, told in a clause or a noun of its own.

// countsContact reports that the sentence counts, before unit to, what is told by a verb of contact: "the second time in a
// month that the two ministers have conferred".
func (d *doc) countsContact(to int, s sentence) bool {
	nth := false
	for i := s.from; i < to; i++ {
		nth = nth || d.units[i].set.has(lexicon.Nth)
		if nth && d.isVerb(i, "met") && !d.inActor(i) {
			return true
		}
	}
	return false
}

// whenTheyMet reports that unit i opens a clause that tells when the two met before, in a sentence about another day or a
// call: "reviewed what had been agreed when they met in Oslo in January".
func (d *doc) whenTheyMet(i int, s sentence) bool {
	const reach = 4 // units of the subject and what stands before the verb
	if u := &d.units[i]; u.actor >= 0 || u.date >= 0 || !u.set.has(lexicon.That) || u.set.has(lexicon.Who) {
		return false
	}
	end, v, two := d.clauseEnd(i+1, s), i+1, false
	for ; v < end && v <= i+1+reach && (d.inActor(v) || !d.isVerb(v, "met")); v++ {
		u := &d.units[v]
		if u.name >= 0 || u.punct != 0 {
			return false
		}
		two = two || u.set.either(lexicon.They, lexicon.Two)
	}
	if !two || v >= end || v > i+1+reach || !d.isVerb(v, "met") || !d.pastTime(v, end) {
		return false
	}
	among := slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Event == "met" && x.verb.Slots.Has("recip") })
	return i == s.from && among || d.dayOutside(i, end, s) || d.remoteAmong(s.from, i) && !d.remoteAmong(i, end)
}

// heldByThem reports at unit i a contact of which a clause tells that those of whom was told had it at a time of its own:
// "build on the talks they held in Oslo in March", "la conversation qu'ils avaient eue le 3 mars".
func (d *doc) heldByThem(i int, s sentence) bool {
	if !d.isNoun(i, "met") || d.units[i].actor >= 0 {
		return false
	}
	j, they := i+1, false
	for ; j < s.to && d.units[j].punct == 0 && d.units[j].date < 0 && d.units[j].set.any(lexicon.That, lexicon.They, lexicon.Two, lexicon.Def, lexicon.Have); j++ {
		they = they || d.units[j].set.either(lexicon.They, lexicon.Two)
	}
	if !they || j == s.to {
		return false
	}
	held := d.units[j].set.either(lexicon.Support, lexicon.Have) || d.units[j-1].set.has(lexicon.Have)
	end := d.clauseEnd(j, s)
	return held && d.pastTime(j, end) && !slices.ContainsFunc(d.units[j:end], func(u unit) bool { return u.name >= 0 })
}

// datesIn is how many dates units [from, to) tell.
func (d *doc) datesIn(from, to int) (n int) {
	for i := range d.dates {
		n += one(d.dates[i].from >= from && d.dates[i].to <= to)
	}
	return n
}

// otherTalks reports at unit i another contact of those of whom was told, by its place and time alone: "the one in Bangkok
// in April had been about aid", "celui de Rome, en mai".
func (d *doc) otherTalks(i int, s sentence) bool {
	const words = 2 // between the noun and its place
	u, first := &d.units[i], i
	if i > s.from && d.units[i-1].set.has(lexicon.Def) {
		first--
	}
	if !u.set.has(lexicon.TheOne) || u.actor >= 0 || first == i && u.set.has(lexicon.Numeral) || first > s.from && d.units[first-1].punct == 0 && !d.units[first-1].set.has(lexicon.And) {
		return false
	}
	p := i + 1
	for p < s.to && p <= i+1+words && !d.units[p].set.either(lexicon.Place, lexicon.Country) {
		p++
	}
	if p >= s.to || p > i+1+words || d.units[p].actor >= 0 || !d.units[p-1].set.any(lexicon.In, lexicon.To, lexicon.Of) {
		return false
	}
	t := d.units[min(p+1, s.to-1)].date
	for k := p + 1; k < s.to && k <= p+3 && t < 0; k++ {
		t = d.units[k].date
	}
	return t >= 0 && d.pastTime(i, d.dates[t].to) && !slices.ContainsFunc(d.units[i:d.dates[t].to], func(u unit) bool { return u.name >= 0 })
}
