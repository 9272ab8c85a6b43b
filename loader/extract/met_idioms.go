package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// doneFor fills a claim with who gave, paid or made the contact and for whom, told behind the
// verb: "A dinner was given by X for Y", "a dinner given by X for Y", "A call was paid on Y by X".
func (f *nounFrame) doneFor(cl *claim) bool {
	d, v := f.d, f.at+1
	if d.endsWith(&d.units[f.at], lexicon.By) {
		return f.heldFor(cl)
	}
	guest := -1 // "A dinner in honour of A was hosted by B"
	for ; v < f.s.to-1 && v < f.at+14 && !d.units[v].set.has(lexicon.Be) && !d.gives(v); v++ {
		n := d.units[v].actor
		if n >= 0 && d.actors[n].gov == lexicon.For && d.actors[n].named && guest < 0 {
			guest = n
		}
		if d.units[v].date < 0 && n != guest && !d.units[v].set.any(lexicon.For, lexicon.In, lexicon.Place, lexicon.Prep, lexicon.DayPart, lexicon.Adverb) {
			return false
		}
	}
	if v+2 >= f.s.to || d.units[v].set.has(lexicon.BeFut) {
		return false
	}
	bare := !d.units[v].set.has(lexicon.Be)
	if !bare {
		if f.at-f.s.from > 4 {
			return false
		}
		for v++; v < f.s.to-1 && d.units[v].set.has(lexicon.Adverb) && !d.units[v].set.has(lexicon.Verb); v++ {
		}
	}
	if !d.gives(v) {
		return false
	}
	w := frame{d: d, k: f.k, s: f.s, c: f.c}
	by := w.after(v, lexicon.By)
	if guest >= 0 && len(by) > 0 && len(d.group(guest)) > 0 {
		cl.left, cl.right, cl.hostLeft = by, d.group(guest), true
		return true
	}
	if n := d.units[v+1].actor; n >= 0 && d.actors[n].gov == lexicon.For && d.actors[n].pron != lexicon.None && len(by) > 0 {
		cl.left, cl.right, cl.hostLeft = by, f.owner(-1), true // "A spoke at a dinner given in his honour by B"
		return len(cl.right) > 0
	}
	for _, gov := range []lexicon.Class{lexicon.To, lexicon.For, lexicon.Of, lexicon.With, lexicon.Prep} {
		if ps := w.after(v, gov); len(by) > 0 && len(ps) > 0 && !(bare && d.verbBefore(v+1, ps[0], f.s)) {
			cl.left, cl.right, cl.hostLeft = by, ps, f.noun.Flags.Has("of") || f.noun.Flags.Has("for")
			return true
		}
	}
	return false
}

// verbBefore reports a verb between unit i and where the sentence names person p next.
func (d *doc) verbBefore(i, p int, s sentence) bool {
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; a.from > i && slices.Contains(a.persons, p) {
			return !d.verbless(i, a.from)
		}
	}
	return true
}

// heldFor fills a claim with the host whom the noun leads in and for whom it was: "a dinner hosted by A for B".
func (f *nounFrame) heldFor(cl *claim) bool {
	d := f.d
	n := d.units[min(f.at+1, f.s.to-1)].actor
	if n < 0 || d.actors[n].from != f.at+1 || !d.actors[n].named {
		return false
	}
	w := frame{d: d, k: f.k, s: f.s, c: f.c}
	for _, gov := range []lexicon.Class{lexicon.For, lexicon.To, lexicon.With} {
		if ps := w.after(d.actors[n].to-1, gov); len(ps) > 0 && d.apart(d.group(n), ps) {
			cl.left, cl.right, cl.hostLeft = d.group(n), ps, true
			return true
		}
	}
	return false
}

// wasGiven fills a claim with the host of a contact that the subject was given: "X was given a
// dinner by Y".
func (f *nounFrame) wasGiven(cl *claim, by []int) bool {
	d := f.d
	for i := f.at - 1; len(by) > 0 && i > f.s.from && i > f.at-4; i-- {
		for _, x := range d.verbsOf(i) {
			g := d.verbGroup(i, x.form, f.s)
			if w := (frame{d: d, k: f.k, s: f.s, c: f.c, verb: x.verb, g: g}); x.verb.Flags.Has("gives") && g.passive() && g.be && len(w.subject()) > 0 {
				cl.left, cl.right, cl.hostLeft = by, w.subject(), true
				return true
			}
		}
		if d.units[i].actor >= 0 || d.units[i].punct != 0 {
			return false
		}
	}
	return false
}

// conditional reports a verb of anything that tells of a contact together with words behind its
// object.
func (f *frame) conditional() bool {
	return f.verb.Flags.Has("along") || f.verb.Flags.Has("paid") || f.verb.Flags.Has("gift") || f.verb.Flags.Has("byphone")
}

// objectEnd is the unit behind the object of the verb, -1 if it has none.
func (f *frame) objectEnd() int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.prev < 0 {
			if a.gov != lexicon.None || a.from > f.g.at+2 {
				return -1
			}
			return f.d.pastOwnComma(n)
		}
	}
	return -1
}

// pastOwnComma is the unit behind the group of actor n, and behind the comma that closes what it is told to be:
// "gave the president, X, a tour".
func (d *doc) pastOwnComma(n int) int {
	end := d.groupEnd(n)
	if a := &d.actors[d.units[end-1].actor]; a.named && d.lex.Options.Premodifier {
		for i := a.from; i < a.to; i++ {
			if d.units[i].punct == ',' {
				return d.pastComma(end, d.sents[a.sent])
			}
		}
	}
	return end
}

// takenAlong reports words right behind the object that put both in one place: "took X round the
// port", "drew X aside", "had X to dinner".
func (f *frame) takenAlong() bool {
	i := f.objectEnd()
	if i < 0 || i >= f.s.to {
		return false
	}
	if f.isNoun(i, "along") || f.d.amongGuests(i, f.s) || f.d.betweenThem(i, f.s) {
		return true
	}
	if !f.d.units[i].set.either(lexicon.To, lexicon.For) && !f.d.startsWith(&f.d.units[i], lexicon.To) {
		return false
	}
	for j := i; j < f.s.to && j < i+4; j++ {
		if e, ok := f.d.units[j].entry(lexicon.Noun); ok {
			return f.d.lex.Nouns[e.Index].Flags.Has("for")
		}
		if u := &f.d.units[j]; u.actor >= 0 || u.punct != 0 {
			return false
		}
	}
	return false
}

// bothBeside makes those who had somebody between them a pair of their own: "A and B had C between them".
func (f *frame) bothBeside(cl claim) {
	i := f.objectEnd()
	if f.verb.Flags.Has("along") && len(cl.left) == 2 && i >= 0 && i < f.s.to && f.d.betweenThem(i, f.s) {
		cl.right, cl.among, cl.hostLeft = nil, true, false
		f.d.emit(cl, f.g.at, false, true)
	}
}

// betweenThem reports "between them" at unit i.
func (d *doc) betweenThem(i int, s sentence) bool {
	return d.units[i].set.has(lexicon.Between) && i+1 < s.to && d.units[i+1].actor >= 0 && d.actors[d.units[i+1].actor].pron == lexicon.They
}

// amongGuests reports "among his visitors" at unit i.
func (d *doc) amongGuests(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Between) || i+1 >= s.to || d.units[i+1].actor < 0 {
		return false
	}
	a := &d.actors[d.units[i+1].actor]
	return a.det == lexicon.Poss && !a.named && d.callers(a)
}

// visitPaid reports a visit or a call as what the object is paid: "paid X a visit".
func (f *frame) visitPaid() bool {
	i := f.objectEnd()
	for j := i; i >= 0 && j < f.s.to && j < i+5; j++ {
		if e, ok := f.d.units[j].entry(lexicon.Noun); ok {
			noun := &f.d.lex.Nouns[e.Index]
			return noun.Event == "visit" || noun.Event == "met" && (noun.Flags.Has("to") || noun.Flags.Has("remote"))
		}
		if u := &f.d.units[j]; u.actor >= 0 || u.punct != 0 {
			return false
		}
	}
	return false
}

// giftNext reports a gift or a paper as the object of a verb that gives anything: "gave X a
// medal", not "gave X credit for the truce".
func (f *frame) giftNext() bool {
	i := max(f.objectEnd(), f.addresseeEnd(), f.g.at+1)
	for j := i; j < f.s.to && j < i+6; j++ {
		u := &f.d.units[j]
		if u.actor >= 0 || u.punct != 0 || governor(u) != lexicon.None && !(j == i && u.set.has(lexicon.With)) {
			return false
		}
		if f.isNoun(j, "gift", "letter", "doc", "paper") {
			return true
		}
	}
	return false
}

// addresseeEnd is the unit behind whom something is given to right after the verb, days aside: "a
// apporté mardi à B un message"; -1 for nobody.
func (f *frame) addresseeEnd() int {
	i := f.d.pastSmall(f.g.at+1, f.s) + 1
	if i >= f.s.to || f.d.units[i].actor < 0 {
		return -1
	}
	n := f.d.units[i].actor
	if a := &f.d.actors[n]; a.gov != lexicon.To || a.from != i {
		return -1
	}
	return f.d.pastSmall(f.d.groupEnd(n), f.s)
}

// likeness reports "as" at unit i: see words.txt.
func (d *doc) likeness(i int) bool {
	e, ok := d.units[i].entry(lexicon.That)
	return ok && e.Index == 6
}

// likened reports what somebody is taken for, not met as: "sees X as a rival".
func (f *frame) likened() bool {
	i := f.objectEnd()
	return i >= 0 && i < f.s.to && f.d.units[i].actor < 0 && f.d.likeness(i) && f.d.verbless(i+1, min(i+9, f.s.to)) // not "as the anthems were played"
}

// alone reports that the sentence tells of nobody but the partner of the contact.
func (f *nounFrame) alone(with int) bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; len(a.persons) > 0 && f.d.groupOf(n)[0] != f.d.groupOf(with)[0] {
			return false
		}
	}
	return true
}
