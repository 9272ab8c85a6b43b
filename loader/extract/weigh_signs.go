package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// sign is something that a sentence holds and that speaks for or against a contact
// told in it.
type sign uint8

const (
	signHeld     sign = iota // a word of contact read as done
	signNoun                 // a noun of contact
	signKnown                // a noun of contact taken as known: "the talks"
	signWeakNoun             // a noun that can be of contact: "meeting"
	signPlural               // nouns of contact in the plural
	signVerb                 // a verb of contact
	signWeakVerb             // a verb that can be of contact: "see"
	signLetter
	signVisit
	signPlan
	signCancel
	signNot
	signSay
	signGuest
	signHost
	signCounterpart
	signBoth // a phrase for both sides: "les deux ministres"
	signThey
	signCaption
	signVerbless
	signDocument
	signSigned
	signSignedHeld // a verb of signing read as done
	signDelegation
	signHead
	signBehalf
	signRemote
	signQuote
	signPress
	signBeside
	signWith
	signFormer
	signOpen // a phrase for a person that nobody is found for
	numSigns
)

var signNames = [numSigns]string{
	"held", "noun", "known", "noun.weak", "plural", "verb", "verb.weak", "letter", "visit", "plan", "cancel", "not", "say", "guest", "host",
	"counterpart", "both", "they", "caption", "verbless", "document", "signed", "signed held", "delegation", "head", "behalf", "remote", "quote", "press", "beside", "with", "former", "open",
}

// signSet is a set of signs.
type signSet uint64

func (s *signSet) add(x sign)     { *s |= 1 << x }
func (s signSet) has(x sign) bool { return s&(1<<x) != 0 }

// tells reports a sentence that speaks of a kind of fact in some way.
func (s signSet) tells(k Kind) bool { return s&tellingSets[k] != 0 }

// signsOf reads the signs of a sentence.
func (d *doc) signsOf(k int) (out signSet) {
	s := d.sents[k]
	verbs := 0
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		d.wordSigns(u, &out)
		if d.quoteMark(i) {
			out.add(signQuote)
		}
		if u.set.has(lexicon.Noun) {
			d.nounSigns(k, i, &out)
		}
		if n := u.actor; n < 0 {
			verbs += d.verbSigns(i, s, &out)
		} else if d.actors[n].from == i {
			d.actors[n].signs(&out)
		}
	}
	if verbs == 0 {
		out.add(signVerbless)
	}
	if d.items[s.item].kind == caption {
		out.add(signCaption)
	}
	return out
}

// quoteMark reports the opening of a quotation.
func (d *doc) quoteMark(i int) bool {
	if !d.units[i].mayQuote() {
		return false
	}
	switch d.textOf(i, i+1) {
	case `"`, "«", "“":
		return true
	}
	return false
}

// signWords are the classes of words that are signs by themselves.
var signWords = classes(lexicon.Cancel, lexicon.Plan, lexicon.HaveFut, lexicon.BeFut, lexicon.Not, lexicon.With, lexicon.Beside, lexicon.Head, lexicon.LedBy, lexicon.Behalf)

func (d *doc) wordSigns(u *unit, out *signSet) {
	if !u.set.meets(signWords) {
		return
	}
	free := u.actor < 0
	for _, x := range [...]struct {
		is   bool
		sign sign
	}{
		{u.set.has(lexicon.Cancel), signCancel},
		{free && u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut), signPlan},
		{u.set.has(lexicon.Not), signNot},
		{u.set.has(lexicon.With), signWith},
		{u.set.has(lexicon.Beside), signBeside},
		{u.set.either(lexicon.Head, lexicon.LedBy), signHead},
		{u.set.has(lexicon.Behalf), signBehalf},
	} {
		if x.is {
			out.add(x.sign)
		}
	}
}

// signs are those of a phrase for persons.
func (a *actor) signs(out *signSet) {
	for _, x := range [...]struct {
		is   bool
		sign sign
	}{
		{a.role("guest"), signGuest},
		{a.role("host"), signHost},
		{a.role("counterpart"), signCounterpart},
		{a.side || a.two, signBoth},
		{a.pron == lexicon.They, signThey},
		{a.deleg, signDelegation},
		{a.former, signFormer},
		{len(a.persons) == 0 && !a.plural, signOpen},
	} {
		if x.is {
			out.add(x.sign)
		}
	}
}

// nounSigns are those of a noun for an event or a paper.
func (d *doc) nounSigns(k, i int, out *signSet) {
	u, s := &d.units[i], d.sents[k]
	e, ok := u.entry(lexicon.Noun)
	if !ok || u.name >= 0 || u.set.has(lexicon.Verb) && !d.usedAsNoun(i, s) {
		return
	}
	noun := &d.lex.Nouns[e.Index]
	switch noun.Event {
	case "met":
		d.contactSigns(k, i, noun, e.Form, out)
	case "letter":
		out.add(signLetter)
	case "visit":
		out.add(signVisit)
	case "doc":
		if !u.set.has(lexicon.Org) { // a treaty that is told of as a group of states
			out.add(signDocument)
		}
	case "delegation":
		out.add(signDelegation)
	case "press":
		out.add(signPress)
	case "signature", "signatory":
		out.add(signSigned)
	}
}

func (d *doc) contactSigns(k, i int, noun *lexicon.NounEntry, form lexicon.Form, out *signSet) {
	s := d.sents[k]
	switch {
	case noun.Flags.Has("weak"):
		out.add(signWeakNoun)
	case form&lexicon.Plural != 0 && !noun.Flags.Has("one"):
		out.add(signPlural)
	default:
		out.add(signNoun)
	}
	if noun.Flags.Has("remote") {
		out.add(signRemote)
	}
	if i > s.from && (d.units[i-1].set.any(lexicon.Def, lexicon.Dem, lexicon.Poss) || d.contracted(i-1)) {
		out.add(signKnown)
	}
	f := nounFrame{d: d, k: k, s: s, noun: noun, at: i}
	if st, ok := f.status(); ok && st == graph.Held {
		out.add(signHeld)
	}
}

// verbSigns are those of a verb; the result is 1 for a finite one.
func (d *doc) verbSigns(i int, s sentence, out *signSet) (finite int) {
	for _, v := range d.verbsOf(i) {
		if v.form&lexicon.Fin != 0 {
			finite = 1
		}
		switch v.verb.Event {
		case "met":
			if v.verb.Flags.Has("weak") {
				out.add(signWeakVerb)
			} else {
				out.add(signVerb)
			}
			if d.toldAsDone(i, v.form, s) {
				out.add(signHeld)
			}
		case "say":
			out.add(signSay)
		case "letter":
			out.add(signLetter)
		case "signed":
			out.add(signSigned)
			if d.toldAsDone(i, v.form, s) {
				out.add(signSignedHeld)
			}
		case "led":
			out.add(signHead)
		}
		if v.verb.Flags.Has("trip") {
			out.add(signVisit)
		}
	}
	return finite
}

// toldAsDone reports a verb at unit i whose group tells of what took place.
func (d *doc) toldAsDone(i int, form lexicon.Form, s sentence) bool {
	g := d.verbGroup(i, form, s)
	st, ok := g.status()
	return ok && st == graph.Held
}
