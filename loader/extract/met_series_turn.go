package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// turn reads "est venu ensuite le tour de X" after a contact: with the host of that one.
// "C'était au tour de X de le recevoir" makes X the host of its guest.
func (f *nounFrame) turn() {
	n := f.whose()
	if n < 0 {
		return
	}
	host, guest := f.d.lastSides(f.k, f.s.item)
	if p := f.c.keeps(f.k); p >= 0 {
		host, guest = p, -1
	}
	if ps := f.d.actors[n].persons; host < 0 && len(ps) > 0 {
		host = f.d.nextInSeries(f.k, ps[0], f.c)
	}
	if ps := f.d.actors[n].persons; host < 0 && len(ps) > 0 {
		if host = f.d.soleVisitor(f.k); host >= 0 && !f.d.apart([]int{host}, ps) {
			return
		}
	}
	e, clause := f.d.groupEnd(n), f.s
	if e+1 < f.s.to && f.d.units[e].punct == ',' && f.d.units[e+1].set.has(lexicon.Who) {
		clause.to = e // ", who said that talks would go on"
	}
	if host < 0 || f.d.announces(clause) && !f.d.endsWith(&f.d.units[f.at], lexicon.Be) {
		return
	}
	other := host
	if ps := f.d.actors[n].persons; guest >= 0 && len(ps) > 0 && f.d.countrymen(host, ps[0]) && (f.d.lex.Options.Infinitives || f.d.lex.Options.Article && f.d.serves(ps[0])) {
		other = guest // the next host
	}
	if f.d.placedState(e, f.s) != "" {
		e += 2
	}
	if f.receives(e) {
		if guest >= 0 {
			other = guest
		}
	} else if e+1 < f.s.to && (f.d.units[e].set.has(lexicon.Of) || f.d.units[e].set.either(lexicon.To, lexicon.BeFut)) || e < f.s.to && f.d.predicate(e) {
		return // it is somebody's turn to do something else
	}
	cl := claim{left: []int{other}, right: f.d.group(n), status: graph.Held, sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key}
	f.d.emit(cl, f.at, false, true)
}

// whose is the actor right after the noun and "of", -1 for none.
func (f *nounFrame) whose() int {
	if i := f.at - 2; i >= f.s.from && f.d.clitic(i+1) && f.d.units[i].actor >= 0 {
		return f.d.units[i].actor // "it was X's turn"
	}
	for i := f.at + 1; i < f.s.to && i < f.at+4; i++ {
		if n := f.d.units[i].actor; n >= 0 && (f.d.predicative(i-1) || f.d.endsWith(&f.d.units[i-1], lexicon.Be)) && f.d.actors[n].named && f.d.actors[n].gov == lexicon.None {
			return n // "Next in line was X"
		}
		if n := f.d.units[i].actor; n >= 0 {
			if a := &f.d.actors[n]; (a.gov == lexicon.Of || (a.gov == lexicon.None || a.gov == lexicon.For) && i == f.at+1) && len(a.persons) > 0 {
				return n
			}
			return -1
		}
	}
	return -1
}

// receives reports "de le recevoir" at unit i.
func (f *nounFrame) receives(i int) bool {
	for k := i; k < f.s.to && k < i+6; k++ {
		for _, v := range f.d.verbsOf(k) {
			if v.verb.Flags.Has("host") && v.form&lexicon.Inf != 0 {
				return true
			}
		}
	}
	return false
}

// lastSides are host and guest of the last contact told in an item up to sentence k, -1
// if the last one has no host.
func (d *doc) lastSides(k, item int) (host, guest int) {
	for i := len(d.claims) - 1; i >= 0; i-- {
		c := &d.claims[i]
		if d.sents[c.sent].item != item || c.sent < k-3 || c.status != graph.Held {
			continue
		}
		switch {
		case c.hostLeft && len(c.left) == 1 && len(c.right) == 1:
			return c.left[0], c.right[0]
		case c.guestLeft && len(c.left) == 1 && len(c.right) == 1:
			return c.right[0], c.left[0]
		}
		return -1, -1
	}
	return -1, -1
}

// withBefore is the partner between the verb and the noun: "a eu avec B un entretien".
func (f *nounFrame) withBefore() ([]int, int) {
	d := f.d
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > f.at || a.prev >= 0 {
			continue
		}
		end := d.groupEnd(n)
		if a.gov != lexicon.With || f.at-end > 6 || !d.verbless(end, f.at) || a.from-2 < f.s.from || !d.heldBefore(a.from-2, f.s) {
			return nil, -1
		}
		for i := end; i < f.at; i++ {
			if c := governor(&d.units[i]); c != lexicon.None || d.units[i].set.either(lexicon.And, lexicon.Poss) {
				return nil, -1
			}
		}
		return d.group(n), n
	}
	return nil, -1
}

// heldBefore reports a light verb at unit i, or a few small words before it.
func (d *doc) heldBefore(i int, s sentence) bool {
	for ; i >= s.from; i-- {
		u := &d.units[i]
		if u.set.either(lexicon.Support, lexicon.Have) || u.set.has(lexicon.Verb) && u.actor < 0 {
			return true
		}
		if u.date < 0 && u.punct != ',' && !u.set.has(lexicon.Adverb) {
			return false
		}
	}
	return false
}

// opens reports that the noun is the subject right after the words that hold actor n.
func (f *nounFrame) opens(n int) bool {
	i := f.d.groupEnd(n)
	return i+1 < f.at && f.d.units[i].punct == ',' && f.at-i <= 4 && f.d.units[i+1].set.either(lexicon.Def, lexicon.Indef)
}

// ofSeries reports words of who sees others one after another to somebody whom the sentence names, or the other way round.
func (f *frame) ofSeries(p, q int) bool {
	keeper := f.c.keeps(f.k)
	if p == keeper {
		p = q
	} else if q != keeper {
		return false
	}
	return f.k > f.c.opened && f.d.namedLast(p, f.k) >= 0 && !f.afar(f.s.to)
}
