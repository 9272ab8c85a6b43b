package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// reported reports a word for the future at unit i that is only part of what somebody said, and
// not of the contact at which it was said: "A said China will help during a meeting with B", "China
// will help, A said when meeting B". Its subject is a state or a thing; what somebody says of
// himself, or of talks to come, is a plan.
func (d *doc) reported(i int, s sentence) bool {
	if d.lex.Options.Tenseless || !d.units[i].set.either(lexicon.HaveFut, lexicon.BeFut) || i == s.from || i+1 >= s.to || d.personBefore(i, s) || d.nextDays(s) {
		return false
	}
	next := d.pastAdverb(i+1, s)
	if next < s.to && slices.ContainsFunc(d.verbsOf(next), func(v verbForm) bool { return v.verb.Event != "plain" || v.verb.Flags.Has("trip") }) {
		return false
	}
	if slices.ContainsFunc(d.dates, func(t date) bool { return t.from >= s.from && t.to <= s.to && d.toCome(&t) }) {
		return false
	}
	return d.saidBefore(i, s) || d.saidAfter(i, s)
}

// personBefore reports a person as the subject of the verb at unit i.
func (d *doc) personBefore(i int, s sentence) bool {
	for i--; i > s.from && d.units[i].set.has(lexicon.Adverb) && d.units[i].actor < 0; i-- {
	}
	n := d.units[i].actor
	return n >= 0 && !d.actors[n].side && (d.actors[n].named || d.actors[n].pron != lexicon.None || len(d.actors[n].roles) > 0 || d.actors[n].deleg) || d.units[i].set.has(lexicon.Who)
}

// saidBefore reports somebody named who says what comes up to unit i.
func (d *doc) saidBefore(i int, s sentence) bool {
	for i--; i > s.from; i-- {
		if u := &d.units[i]; u.punct == ';' {
			return false
		} else if u.actor < 0 && d.says(i) {
			return d.subjectEnds(i, s)
		}
	}
	return false
}

// saidAfter reports ", A said" or ", said A" after unit i.
func (d *doc) saidAfter(i int, s sentence) bool {
	for i++; i < s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || !u.set.has(lexicon.Verb) || !d.says(i) {
			continue
		}
		if d.units[i-1].punct != 0 {
			return i+1 < s.to && d.units[i+1].actor >= 0 && d.actors[d.units[i+1].actor].named
		}
		n := d.units[i-1].actor
		return n >= 0 && d.actors[n].named && d.actors[n].from > s.from && d.units[d.actors[n].from-1].punct == ','
	}
	return false
}

// says reports a verb of speech at unit i that tells that something was said.
func (d *doc) says(i int) bool {
	return slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
		return v.form&lexicon.Fin != 0 && (v.verb.Flags.Has("clause") || v.verb.Flags.Has("voices"))
	})
}

// subjectEnds reports a named subject, with no more than an auxiliary, an adverb, a day or an aside behind
// it, before the verb at unit i.
func (d *doc) subjectEnds(i int, s sentence) bool {
	for i--; i > s.from; i-- {
		u := &d.units[i]
		if k := d.commaBefore(i, s); u.punct == ',' && k > s.from && d.units[k-1].actor >= 0 {
			i, u = k-1, &d.units[k-1]
		}
		if n := u.actor; n >= 0 {
			return d.actors[n].subj && len(d.actors[n].persons) == 1
		}
		if u.date < 0 && u.punct != ',' && !u.set.any(lexicon.Have, lexicon.Adverb, lexicon.In, lexicon.Place) {
			return false
		}
	}
	return false
}

// commaBefore is the last comma before unit i, with no other mark between; -1 for none.
func (d *doc) commaBefore(i int, s sentence) int {
	for i--; i > s.from && d.units[i].punct == 0; i-- {
	}
	if i <= s.from || d.units[i].punct != ',' {
		return -1
	}
	return i
}

// ofPlans reports what a sentence counts among plans told right before: "is to hold several meetings.
// These include talks with B".
func (f *nounFrame) ofPlans() bool {
	d, s := f.d, f.s
	if f.k == 0 || d.sents[f.k-1].item != s.item || f.at > s.from+5 || !d.units[s.from].set.either(lexicon.Dem, lexicon.They) || d.units[s.from+1].cap {
		return false
	}
	had := slices.ContainsFunc(d.units[s.from+1:max(f.at, s.from+1)], func(u unit) bool {
		return u.set.has(lexicon.Have) && !u.set.has(lexicon.HaveFut) || d.lex.Options.Gendered && u.set.has(lexicon.Support)
	}) // "Ils ont eu un entretien"
	return !had && d.verbless(s.from+2, f.at) && d.announces(d.sents[f.k-1])
}

// saidAfterwards reports a contact after which somebody told of what is to come: "It opens next month, A said after talks with B".
func (f *nounFrame) saidAfterwards() bool {
	after := false
	for i := f.at - 1; i > f.s.from; i-- {
		u := &f.d.units[i]
		if u.actor >= 0 {
			continue
		}
		if u.set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan, lexicon.NextTime, lexicon.For) || f.d.tomorrow(i) {
			return false
		}
		if slices.ContainsFunc(f.d.verbsOf(i), func(v verbForm) bool { return v.form&lexicon.Fin != 0 && v.form&(lexicon.Pres|lexicon.Inf) == 0 }) {
			return after
		}
		after = after || u.date < 0 && u.set.either(lexicon.Onward, lexicon.After)
	}
	return false
}
