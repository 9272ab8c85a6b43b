package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// verbForm is a verb that a unit can be, with all its forms that are written so:
// "conduit" is two forms of one verb.
type verbForm struct {
	verb *lexicon.VerbEntry
	form lexicon.Form
}

// verbsOf returns the verbs of a unit, good until the next article.
func (d *doc) verbsOf(v int) verbForms { return d.units[v].verbs }

// verbForms are the verbs that one unit can be.
type verbForms []verbForm

// Has reports a verb with a flag, in any form.
func (vs verbForms) Has(flag string) bool {
	return slices.ContainsFunc(vs, func(x verbForm) bool { return x.verb.Flags.Has(flag) })
}

// forms are all those that the unit can be.
func (vs verbForms) forms() (all lexicon.Form) {
	for _, x := range vs {
		all |= x.form
	}
	return all
}

// isVerb reports a verb of an event at unit v, in any form.
func (d *doc) isVerb(v int, event string) bool {
	return slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Event == event })
}

// readVerbs makes the verbs of a unit, whenever its entries change: most rules ask for them.
func (d *doc) readVerbs(u *unit) {
	if u.verbs = nil; !u.set.has(lexicon.Verb) {
		return
	}
	first := len(d.verbs)
	for _, e := range u.entries {
		if e.Class != lexicon.Verb {
			continue
		}
		w := &d.lex.Verbs[e.Index]
		if i := slices.IndexFunc(d.verbs[first:], func(x verbForm) bool { return x.verb == w }); i >= 0 {
			d.verbs[first+i].form |= e.Form
		} else {
			d.verbs = append(d.verbs, verbForm{w, e.Form})
		}
	}
	u.verbs = slices.Clip(d.verbs[first:])
}

// usedAsNoun: "la rencontre", "une rencontre", "cette rencontre".
func (d *doc) usedAsNoun(v int, s sentence) bool {
	if !d.units[v].set.has(lexicon.Noun) {
		if v == s.from || d.mealAt(v) {
			return v > s.from
		}
		return d.units[v].set.has(lexicon.Phone) && d.units[v-1].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss) || d.lex.Options.Premodifier && d.units[v-1].set.either(lexicon.Def, lexicon.Numeral) && d.units[v-1].actor < 0 // "the phone of the minister", "the hosts", "three chairs"
	}
	e, _ := d.units[v].entry(lexicon.Verb)
	if v == s.from {
		return e.Form != lexicon.Ger || v+1 == s.to || !d.partnerAt(v+1) // "Meeting in Bonn, A and B agreed"
	}
	u := &d.units[v-1]
	if e.Form == lexicon.Ger { // "X toured Y, meeting Z"
		return u.punct != ',' && !u.set.has(lexicon.And) && !d.endsWith(u, lexicon.Onward) || v+1 == s.to || !d.partnerAt(v+1)
	}
	if u.set.has(lexicon.Be) || v-1 == s.from && d.endsWith(u, lexicon.Be) {
		return true // "tiếp theo là hội đàm", "Sau đó là hội đàm"
	}
	if d.endsWith(u, lexicon.That) {
		return false // "sau khi hội kiến B"
	}
	if d.handedOut(v) {
		return true
	}
	if d.goesOn(v, s) || u.date >= 0 || u.punct == ')' && u.actor >= 0 || u.punct == ',' && v-2 > s.from && d.units[v-2].date >= 0 && d.dates[d.units[v-2].date].from > s.from && d.units[d.dates[d.units[v-2].date].from-1].actor >= 0 {
		return false // "A và B ngày 8/5 hội đàm"
	}
	if u.set.any(lexicon.First, lexicon.Second, lexicon.LastTime, lexicon.NextTime) {
		return true // "Première rencontre entre A et B"
	}
	if d.lex.Options.Premodifier && v > s.from+1 && d.units[v-2].set.has(lexicon.Indef) && u.kind == 0 && !u.cap && u.actor < 0 && !u.set.any(lexicon.Verb, lexicon.To, lexicon.And) {
		return true // "a separate talk"
	}
	return u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Two, lexicon.Numeral, lexicon.Ordinal, lexicon.Of, lexicon.Prep, lexicon.In, lexicon.After, lexicon.Onward) || u.set.has(lexicon.To) && !u.set.has(lexicon.Verb) && d.lex.Options.Tenseless ||
		u.kind != 0 || u.set == classSet{} && !u.cap
}

// handedOut reports what is given at unit v, behind the verb or whom it is given to: "was given lunch", "gave X lunch".
func (d *doc) handedOut(v int) bool {
	i := v - 1
	if n := d.units[i].actor; n >= 0 {
		i = d.actors[d.groupOf(n)[0]].from - 1
	}
	return i >= 0 && d.units[i].actor < 0 && d.verbsOf(i).Has("gives")
}

// goesOn reports one more verb of the same subject, where verbs and nouns look
// alike: "chào A, hội kiến B", "dự lễ; hội kiến B", "thăm C và hội đàm với D".
func (d *doc) goesOn(v int, s sentence) bool {
	if v+1 >= s.to || d.units[v-1].punct != ',' && d.units[v-1].punct != ';' && !d.units[v-1].set.has(lexicon.And) {
		return false
	}
	return d.units[v+1].actor >= 0 || d.units[v+1].set.has(lexicon.With) || v-2 >= s.from && d.units[v-1].punct == ',' && d.units[v-2].actor >= 0 && d.actors[d.units[v-2].actor].subj
}
