package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// ofRelative reports that unit to is in a clause about the contact at unit at that only tells that it
// was held: "the talks that A and B held in Hanoi last January".
func (d *doc) ofRelative(at, to int) bool {
	that, held := false, false
	for i := at + 1; i < to; i++ {
		switch u := &d.units[i]; {
		case u.actor >= 0 || u.name >= 0:
		case u.set.has(lexicon.That):
			that = true
		case u.punct == ';' || !that && !d.verbless(i, i+1) || u.set.has(lexicon.Who):
			return false
		case u.set.any(lexicon.Support, lexicon.Have):
			held = true
		case !d.verbless(i, i+1):
			return false
		}
	}
	return that && held
}

// thenAt reports that what was done at a time, told up to unit from, was done at the contact at unit
// at: "the plan adopted in May in Hanoi at the session chaired by A and B".
func (d *doc) thenAt(from, at int) bool {
	for i := from; i < at; i++ {
		if u := &d.units[i]; u.actor >= 0 || u.punct != 0 && u.punct != ',' || !d.verbless(i, i+1) {
			return false
		}
	}
	return slices.ContainsFunc(d.units[from:at], func(u unit) bool {
		return u.set.any(lexicon.After, lexicon.Onward, lexicon.In) && !u.set.has(lexicon.Place)
	})
}

// setAside reports a date told from comma to comma of somebody named right before: "M. X,
// élu en mars, lui a montré".
func (d *doc) setAside(t *date) bool {
	s := d.sents[t.sent]
	if t.to >= s.to || d.units[t.to].punct != ',' {
		return false
	}
	for i := t.from - 1; i > s.from && i > t.from-6; i-- {
		if u := &d.units[i]; u.punct == ',' {
			return i < t.from-2 && d.units[i-1].actor >= 0 && d.actors[d.units[i-1].actor].named
		} else if u.actor >= 0 || u.punct != 0 {
			return false
		}
	}
	return false
}

// ofParticiple reports a date right after a participle that says when something else was done:
// "the pact signed last month".
func (d *doc) ofParticiple(t *date) bool {
	s, v := d.sents[t.sent], t.from-1
	for v > s.from && d.units[v].set.any(lexicon.In, lexicon.Def) {
		v--
	}
	if v <= s.from || d.units[v].actor >= 0 || d.units[v-1].actor >= 0 || d.units[v-1].punct != 0 {
		return false
	}
	e, ok := d.units[v].entry(lexicon.Verb)
	return ok && e.Form&lexicon.PP != 0 && !d.auxAt(v-1, s) && !d.auxAt(v-2, s)
}
