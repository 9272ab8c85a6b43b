package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// foldPairs joins a meeting of two, told without a day of its own, to the one of more persons
// where the same two faced each other: a picture of it, or what the two said there. One of
// more persons is never taken out itself, so what has absorbed others stays. Where the text
// tells that the two were alone they had a meeting of their own.
func (d *doc) foldPairs(ms []meeting) []meeting {
	ms = foldInto(ms, func(m, pair *meeting) bool {
		if !d.atOneTable(m, pair) {
			return false
		}
		m.left, m.right, m.among, m.hostLeft, m.guestLeft = slices.Concat(m.left, m.right), nil, true, false, false
		return true
	})
	return foldInto(ms, func(m, pair *meeting) bool {
		return m.faces(pair) && m.date.Specificity() >= pair.date.Specificity() && !(m.among && d.withoutOthers(d.sents[pair.sent]))
	})
}

// foldInto joins each meeting to the first other one that it is part of.
func foldInto(ms []meeting, part func(m, pair *meeting) bool) []meeting {
	return slices.DeleteFunc(ms, func(pair meeting) bool {
		for i := range ms {
			m := &ms[i]
			if m.status == pair.status && (m.mode == pair.mode || m.mode == graph.Remote) && m.date.Compatible(pair.date) && part(m, &pair) {
				m.absorb(pair.claim, pair.evidence[0])
				return true
			}
		}
		return false
	})
}

// faces reports a meeting of more than two in which the two of a pair are not on one side.
func (m *meeting) faces(pair *meeting) bool {
	ps := slices.Concat(pair.left, pair.right)
	return len(ps) == 2 && len(m.left)+len(m.right) > 2 && m.joins(ps[0], ps[1])
}

// atOneTable reports two whom a sentence puts on one side of a meeting, and who by the same
// sentence met there: "A and B last saw each other in Tokyo, when they met C".
func (d *doc) atOneTable(m, pair *meeting) bool {
	ps := slices.Concat(pair.left, pair.right)
	if len(ps) != 2 || m.among || m.sent != pair.sent || m.date != pair.date || d.tellsOf(d.sents[m.sent], lexicon.Then) {
		return false
	}
	beside := func(side []int) bool { return slices.Contains(side, ps[0]) && slices.Contains(side, ps[1]) }
	return (beside(m.left) || beside(m.right)) && d.ofOwnStates(slices.Concat(m.left, m.right))
}

// withoutOthers reports a word in the sentence that two met without others.
func (d *doc) withoutOthers(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Apart); ok && (e.Index == 1 || i > s.from && d.tellsContact(i-1, i) || i+1 < s.to && d.tellsContact(i+1, i+2)) || u.set.either(lexicon.Noun, lexicon.Verb) && (d.hasInside(u, lexicon.Apart) || d.startsWith(u, lexicon.Apart)) {
			return true
		}
	}
	return false
}

// hasInside reports a word of a class in a unit of several: "ba bên" in "họp ba bên".
func (d *doc) hasInside(u *unit, c lexicon.Class) bool {
	for k := u.from; u.to-u.from > 1 && k < u.to; k++ {
		if n, sense := d.lex.Match(d.ids[k:u.to], d.toks[k:u.to]); n < u.to-u.from && sense.Classes.Has(c) {
			return true
		}
	}
	return false
}

// threeWay makes a meeting of one with several of other states one of all with all where
// the sentence calls it so: "A hosted B and C for trilateral talks".
func (d *doc) threeWay(c claim) claim {
	all := slices.Concat(c.left, c.right)
	if !c.among && len(all) > 2 && d.ofOwnStates(all) && d.ofThree(d.sents[c.sent]) {
		c.left, c.right, c.among, c.hostLeft, c.guestLeft = all, nil, true, false, false
	}
	return c
}

// ofThree reports a word for talks of three.
func (d *doc) ofThree(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.set.has(lexicon.ThreeWay) || d.hasInside(u, lexicon.ThreeWay) {
			return true
		}
	}
	return false
}
