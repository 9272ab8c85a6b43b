package extract

import (
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// What a verb of signing has for its object is a document, whatever it is called: "the initiative", "RCEP", "four pages on
// fishing". Only a closed list of nouns, those of the event "paper", tells of what binds no two sides: guest books, laws,
// orders, shirts; letters neither, and nobody signs a person.

// signedThing is the object of the verb where no word for a document stands, for the signers of x; empty if it is none.
func (f *frame) signedThing(x *signing) string {
	if len(x.persons) == 0 && x.signers() < 2 {
		return ""
	}
	return f.thing(f.severalSign(x))
}

// unsigned remembers what is told as signed where nobody is told to have signed it: the next sentence may say who.
func (f *frame) unsigned(x *signing) {
	if x.signers() > 0 || !f.g.passive() {
		return
	}
	if x.what == "" {
		x.what = f.thing(true)
	}
	if x.what != "" {
		x.date = f.d.dateOf(f.g.at, f.k)
		f.d.paper = *x
	}
}

// onlyOwned reports "the agreements concluded by the front": one organization alone whose papers the text speaks of, which
// does not tell that it signed them now.
func (f *frame) onlyOwned(x *signing) bool {
	return f.g.passive() && f.g.bare && f.verb.Flags.Has("object") && len(x.persons)+len(x.codes) == 0 && max(len(x.parties), len(x.orgs), len(x.bodies)) < 2
}

// lastPaper is what the sentence k or one of the two before tells as signed by nobody named.
func (d *doc) lastPaper(k int) string {
	if x := &d.paper; x.what != "" && k-x.sent <= 2 && d.sents[x.sent].item == d.sents[k].item {
		return x.what
	}
	return ""
}

// anyPaper is the word for what organizations sign with each other where the text has none.
func (d *doc) anyPaper() string {
	for i := range d.lex.Nouns {
		if n := &d.lex.Nouns[i]; n.Flags.Has("any") {
			return n.Key
		}
	}
	return ""
}

// thing is the object of the verb if it can be a document that one person signs, or several.
func (f *frame) thing(several bool) string {
	for _, flag := range []string{"object", "weak", "exchange", "ellipsis", "bearer"} {
		if f.verb.Flags.Has(flag) {
			return ""
		}
	}
	if f.verb.Flags.Has("anaphor") && !f.d.lex.Options.Bare {
		return "" // "held the pen"
	}
	i, end := f.objectFrom()
	if i+1 > end || !f.opensThing(i, end, several) {
		return ""
	}
	if !f.d.units[i].cap || f.d.units[i].set.any(lexicon.Def, lexicon.Indef, lexicon.Numeral, lexicon.Two, lexicon.Poss) {
		i++
	}
	for j := i; j+1 < end && j < i+4 && f.d.units[j].actor < 0 && f.d.units[j].date < 0; j++ {
		if strings.ContainsRune("\"“«", firstRune(f.d.textOf(j, j+1))) && f.d.units[j+1].cap {
			i = j + 1 // "the famous “Points of Oslo”"
		}
	}
	if i >= end || !f.isThing(i, end, several) {
		return ""
	}
	return strings.Trim(f.phrase(i), "\"“”«» ")
}

// objectFrom is where the noun phrase begins that can be what is signed, and where its clause ends: behind an active verb
// and what tells when, before a passive one.
func (f *frame) objectFrom() (i, end int) {
	d := f.d
	if f.g.passive() {
		i = f.g.from
		for i > f.s.from && d.units[i-1].punct == 0 {
			i--
		}
		for i < f.g.from && d.units[i].date >= 0 {
			i++
		}
		return i, f.g.from
	}
	for i = f.g.at + 1; i < f.s.to && d.units[i].actor < 0 && (d.units[i].date >= 0 || d.units[i].set.has(lexicon.Adverb) && !d.units[i].set.either(lexicon.Numeral, lexicon.Indef)); i++ {
	}
	return i, f.s.to
}

// opensThing reports the first word of a noun phrase at unit i that is definite, or names its thing, or that several signers
// make one: one alone may sign any book.
func (f *frame) opensThing(i, end int, several bool) bool {
	d, u := f.d, &f.d.units[i]
	if u.actor >= 0 && (d.actors[u.actor].named || !d.units[d.actors[u.actor].from].set.any(lexicon.Def, lexicon.Numeral, lexicon.Two)) || u.name >= 0 || u.date >= 0 {
		return false
	}
	if strings.ContainsRune("\"“«", firstRune(d.textOf(i, i+1))) {
		return i+1 < end && d.units[i+1].cap && d.units[i+1].actor < 0
	}
	switch {
	case u.set.either(lexicon.Def, lexicon.Dem):
		return i+1 < end
	case u.set.any(lexicon.Indef, lexicon.Numeral, lexicon.Two, lexicon.Poss):
		return i+1 < end && (several || i+3 < end && d.units[i+2].set.has(lexicon.Of) && d.units[i+3].set.has(lexicon.Def)) // "four copies of the initiative"
	}
	if several && f.g.passive() && d.lex.Options.Bare && u.kind == text.Word {
		return true // "Gói biện pháp được A và B ký"
	}
	return u.cap && u.kind == text.Word && i > f.s.from && (u.only(unexplained) || u.set.has(lexicon.Org))
}

// severalSign reports persons of whom no two are known to be of one state, or states or bodies, as the signers.
func (f *frame) severalSign(x *signing) bool {
	if len(x.persons) < 2 {
		return len(x.persons) == 0 && x.signers() > 1
	}
	a, b := f.d.homeOf(x.persons[0]), f.d.homeOf(x.persons[1])
	return a == "" || b == "" || f.d.apart(x.persons[:1], x.persons[1:])
}

// isThing reports that the noun phrase from unit i on is none of a day, a person or a paper that binds no two sides; several
// may sign "the French counterpart" or "the one".
func (f *frame) isThing(i, end int, several bool) bool {
	d := f.d
	if u := &d.units[i]; u.kind != text.Word && u.kind != text.Number || u.punct != 0 || governor(u) != lexicon.None || u.set.any(lexicon.In, lexicon.With, lexicon.By, lexicon.And, lexicon.Or) {
		return false
	}
	if i+1 < end && d.units[i].set.any(lexicon.Nth, lexicon.Adverb, lexicon.Numeral) && d.units[i+1].set.has(lexicon.Of) {
		return false // "the first of many wishes"
	}
	head := true
	for j := i; j < end && j < i+6; j++ {
		u := &d.units[j]
		if u.actor < 0 && (u.punct != 0 || u.set.any(lexicon.By, lexicon.With, lexicon.Be, lexicon.Have)) {
			break
		}
		head = head && governor(u) == lexicon.None && !u.set.has(lexicon.Of)
		switch {
		case u.date >= 0 || head && u.set.either(lexicon.Day, lexicon.DayPart) || head && u.set.has(lexicon.Nth) && !several:
			return j > i && u.date >= 0
		case f.isNoun(j, "paper", "letter"):
			return false
		case head && (!several && u.set.has(lexicon.Role) && !u.cap || u.actor >= 0 && d.actors[u.actor].named):
			return false
		}
	}
	return true
}

// paperBehind reports a verb of signing at unit v, right behind a comma and without an object, that tells of the paper named
// before the comma: "A hailed the accord on trade, signed in their presence".
func (d *doc) paperBehind(v int, s sentence) bool {
	if v < s.from+2 || v+1 >= s.to || d.units[v-1].punct != ',' || !d.isVerb(v, "signed") || d.verbsOf(v).Has("ellipsis") || d.verbsOf(v).Has("anaphor") || d.units[v+1].punct != 0 || d.units[v+1].set.has(lexicon.And) {
		return false
	}
	for i := v + 1; i < s.to && d.units[i].punct != ',' && d.units[i].punct != ';'; i++ {
		if u := &d.units[i]; d.isPaper(i) || u.actor >= 0 && d.actors[u.actor].pron != lexicon.None && d.actors[u.actor].gov == lexicon.None {
			return false
		}
	}
	paper := false
	for i := v - 2; i > s.from; i-- {
		switch u := &d.units[i]; {
		case d.isPaper(i):
			paper = true
		case u.punct == ':' || u.set.has(lexicon.Verb) && u.actor < 0:
			return paper && !d.units[i-1].set.either(lexicon.Who, lexicon.That)
		case u.punct != 0 || u.set.either(lexicon.Who, lexicon.That):
			return false
		}
	}
	return false
}
