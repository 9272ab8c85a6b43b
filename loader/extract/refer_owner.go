package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// keepOwner keeps whose contact sentence k tells of: the side that is the subject alone, if the contact is not one more
// of who owned the last one.
func (d *doc) keepOwner(k int, c *discourse) {
	if !slices.ContainsFunc(d.claims[d.earlier:], func(x claim) bool { return x.status == graph.Held }) || !c.hasPair {
		return
	}
	c.told = k
	if p := c.keeps(k); p >= 0 && slices.Contains(c.pair[:], p) {
		c.owner = p + 1
	}
	if slices.Contains(c.pair[:], c.owner-1) {
		return
	}
	c.owner = d.soleSide(k, c.pair) + 1
}

// soleSide is the one of a pair who is the first subject of sentence k, alone; -1 for none.
func (d *doc) soleSide(k int, pair [2]int) int {
	if n := d.firstSubject(k); n >= 0 && len(d.actors[n].persons) == 1 && d.groupSize(n) == 1 && slices.Contains(pair[:], d.actors[n].persons[0]) {
		return d.actors[n].persons[0]
	}
	return -1
}

// ownerAgain is whose contacts a story tells of one after another, for a pronoun in a sentence of a contact with somebody
// new that follows what the last partner said: "A met B. B said he was content. He also saw C"; -1 for nobody, or if the
// partner has done something of his own.
func (d *doc) ownerAgain(a *actor, c *discourse) int {
	owner, partner, since, kept := c.owner-1, c.subject, c.since, false
	if p := c.keeps(a.sent); p >= 0 && slices.Contains(c.pair[:], p) {
		owner, kept = p, true
	}
	if !a.subj && since == a.sent {
		partner, since = c.earlier-1, c.before
	}
	if kept && partner == owner && !a.subj && since < a.sent && a.prev < 0 && a.next < 0 && d.meetsNew(a, owner, c) {
		return owner // "A held a series of talks. A told B this. C thanked him"
	}
	if owner < 0 || partner < 0 || partner == owner || since >= a.sent || since < c.told && !kept && d.steadySide(c) != owner || since == c.told && slices.Contains(d.sentencePersons(c.told), owner) && d.byPronoun([]int{owner}, c.told) == nil || a.sent > c.told+5 || a.prev >= 0 || a.next >= 0 || d.embedded(a) || d.looksBack(a.sent) || !c.havePair(owner, partner) || !d.meetsNew(a, owner, c) {
		return -1
	}
	for k := c.told + 1; k < a.sent && !kept; k++ {
		n := d.firstSubject(k)
		if slices.Contains(d.sentencePersons(k), partner) && (n < 0 || !slices.Contains(d.actors[n].persons, partner) || !d.tellsWords(d.verbAfter(d.pastComma(d.actors[n].to, d.sents[k]), d.sents[k]))) {
			return -1
		}
	}
	return owner
}

// firstSubject is the first subject of sentence k, -1 for none.
func (d *doc) firstSubject(k int) int {
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		if d.actors[n].subj {
			return n
		}
	}
	return -1
}

// havePair reports a contact of two in what an item has told so far.
func (c *discourse) havePair(p, q int) bool {
	return slices.ContainsFunc(c.pairs, func(x [2]int) bool { return x == [2]int{p, q} || x == [2]int{q, p} })
}

// meetsNew reports that the sentence of a pronoun names somebody of another state than the owner of the last contact, who
// has met nobody yet, as the partner of what it tells: behind a preposition of the partner, or beside a verb of contact.
func (d *doc) meetsNew(a *actor, owner int, c *discourse) bool {
	s := d.sents[a.sent]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		b := &d.actors[n]
		if !b.named || len(b.persons) != 1 || b.persons[0] < 0 || d.meets(b.persons[0], c) || !d.apart([]int{owner}, b.persons) {
			continue
		}
		if b.from > a.to && slices.ContainsFunc(d.units[a.to:b.from], func(u unit) bool { return u.actor < 0 && u.set.any(lexicon.That, lexicon.Who) }) {
			continue
		}
		if b.gov == lexicon.With {
			return true
		}
		if a.subj && b.subj || !slices.Contains([]lexicon.Class{lexicon.None, lexicon.To, lexicon.By, lexicon.Passive}, b.gov) {
			continue
		}
		v := d.verbAfter(b.to, s)
		if b.subj && (d.contactIn(b.to, s.to, false) || owner == c.series-1 && v >= 0 && d.verbsOf(v).Has("face")) || !b.subj && d.contactIn(a.to, b.from, b.gov == lexicon.By) {
			return true
		}
	}
	return false
}

// contactIn reports that the last verb among units [from, to) is one of contact, or of receiving somebody.
func (d *doc) contactIn(from, to int, host bool) bool {
	for i := to - 1; i >= from; i-- {
		if d.units[i].actor < 0 && d.units[i].set.has(lexicon.Verb) {
			return slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
				return v.verb.Event == "met" && !v.verb.Flags.Has("speech") && (!host || v.verb.Flags.Has("host"))
			})
		}
	}
	return false
}

// tellsWords reports a verb at unit v that tells what somebody said.
func (d *doc) tellsWords(v int) bool {
	return v >= 0 && slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool {
		return x.verb.Event == "say" || x.verb.Flags.Has("clause") || x.verb.Flags.Has("speech") || x.verb.Flags.Has("asks")
	})
}

// followsOn reports that the sentences just before tell of a contact and that no more than a time stands behind the verb:
// "A met B. C followed in the afternoon", not "C followed him to the podium".
func (f *frame) followsOn() bool {
	return f.c.owner > 0 && f.k <= f.c.told+3 && !slices.ContainsFunc(f.d.units[f.g.at+1:f.s.to], func(u unit) bool {
		return u.punct == 0 && u.date < 0 && !u.set.any(lexicon.In, lexicon.Def, lexicon.DayPart, lexicon.Adverb)
	})
}

// ownerReceived is who ownerAgain tells to be meant by an object pronoun that is part of the verb: "A a vu B. B s'est dit
// content. C l'a reçu"; -1 for nobody.
func (f *frame) ownerReceived() int {
	return f.d.ownerAgain(&actor{sent: f.k, from: f.g.from, to: f.g.from, prev: -1, next: -1}, f.c)
}

// pursues reports that somebody follows others, or with or to something: "C followed them", "followed with a speech", "lui
// a succédé à la tribune".
func (f *frame) pursues() bool {
	i := f.g.at + 1
	if i >= f.s.to {
		return false
	}
	n := f.d.units[i].actor
	return n >= 0 && f.d.actors[n].pron != lexicon.None || n < 0 && f.d.units[i].set.either(lexicon.With, lexicon.To)
}
