package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// reconsider looks again at the words for one person that were found to mean whoever they meet: a contact has
// two sides, so "the minister" in "The minister met Defence Minister X" is somebody told of before who can be a
// side opposite X. What nobody was found for is looked at too.
func (d *doc) reconsider(k int, c *discourse) {
	if !d.tells(k, contactWords) {
		return
	}
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.named || a.plural || a.two || a.side || a.prev >= 0 && a.gov != lexicon.Between || !d.anaphoric(a) || a.from > s.from && d.units[a.from-1].set.either(lexicon.That, lexicon.Who) {
			continue
		}
		facing := d.facingNamed(n)
		if len(facing) > 0 && len(a.persons) == 1 && d.oneOfAlike(a, facing, c) {
			a.persons = nil
			continue
		}
		if len(facing) == 0 || len(a.persons) == 1 && !d.sameSide(a, facing) {
			continue
		}
		if p := d.otherThan(a, facing, c); p >= 0 && (len(a.persons) == 0 || slices.Contains(facing, a.persons[0]) || d.hasCome(p, k, c)) {
			a.persons = []int{p}
		}
	}
}

var contactWords = hint().or("met")

// anaphoric reports a word for somebody of whom the text has told: "he", "the minister", "the visitor".
func (d *doc) anaphoric(a *actor) bool {
	switch {
	case a.pron == lexicon.He || a.pron == lexicon.She:
		e, found := d.units[a.from].entry(lexicon.He)
		return !found || e.Index != 2
	case a.pron == lexicon.Second:
		return a.latest
	case a.pron != lexicon.None || a.det == lexicon.Indef || a.det == lexicon.Poss || a.former || a.org >= 0:
		return false
	case a.role("counterpart") || a.deleg && (a.det == lexicon.Poss || len(a.persons) > 0):
		return false
	}
	return a.det != lexicon.None || !d.lex.Options.Article
}

// sameSide reports that an actor was found to mean one of some persons, or one of whose state they are.
func (d *doc) sameSide(a *actor, facing []int) bool {
	p := a.persons[0]
	return p >= 0 && (slices.Contains(facing, p) || a.pron != lexicon.None && d.countrymen(p, facing[0]))
}

// hasCome reports somebody of whom an item has told up to sentence k that he came, or leads those who did.
func (d *doc) hasCome(p, k int, c *discourse) bool {
	return c.guest-1 == p || d.soleTraveller(k) == p || d.headOfAll(k) == p
}

// facingNamed are the persons named in the clause of actor n who stand opposite: subject, object, agent or
// partner of a contact; nil for none, or where not one word of contact binds them.
func (d *doc) facingNamed(n int) []int {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	for _, step := range [...]int{1, -1} {
		for m := n + step; m >= s.actors[0] && m < s.actors[1]; m += step {
			b := &d.actors[m]
			if !b.named && (len(a.persons) > 0 && !a.role("guest") || len(b.persons) != 1) || len(b.persons) == 0 || b.persons[0] < 0 {
				continue
			}
			if !opposes(b.gov) || (b.next == n || b.prev == n) && b.gov != lexicon.Between && a.gov != lexicon.Between || !d.oneContact(a, b) {
				break
			}
			if d.groupOf(m)[0] == d.groupOf(n)[0] {
				return b.persons
			}
			return d.group(m)
		}
	}
	return nil
}

// opposes reports that a side of a contact can stand behind a preposition of a class.
func opposes(gov lexicon.Class) bool {
	switch gov {
	case lexicon.None, lexicon.With, lexicon.By, lexicon.To, lexicon.Passive, lexicon.Between:
		return true
	}
	return false
}

// oneContact reports two actors in one clause with a word of contact between them, or before what is between
// the two, or behind an agent told before his verb: "được X tiếp".
func (d *doc) oneContact(a, b *actor) bool {
	if b.from < a.from {
		a, b = b, a
	}
	s, found := d.sents[a.sent], false
	for i := a.to; i < b.from; i++ {
		u := &d.units[i]
		if u.actor >= 0 {
			continue
		}
		if u.set.has(lexicon.Who) && (i == a.to || i == a.to+1 && d.units[a.to].punct == ',') {
			continue // "It was X who received the visitor"
		}
		if u.punct != 0 && !(u.punct == ',' && (i == a.to || u.date >= 0 || d.units[i-1].date >= 0 || d.units[i+1].date >= 0)) || u.set.either(lexicon.That, lexicon.Who) {
			return false
		}
		found = found || d.wordOfContact(i)
	}
	switch {
	case a.gov == lexicon.Between:
		for i := max(a.from-3, s.from); i < a.from; i++ {
			found = found || d.wordOfContact(i)
		}
	case b.gov == lexicon.Passive:
		for i := b.to; i < s.to && i < b.to+3; i++ {
			found = found || d.wordOfContact(i)
		}
	}
	return found
}

// wordOfContact reports a word of contact at unit i.
func (d *doc) wordOfContact(i int) bool {
	e, ok := d.units[i].entry(lexicon.Noun)
	return d.units[i].actor < 0 && (ok && d.lex.Nouns[e.Index].Event == "met" || d.isVerb(i, "met"))
}

// otherThan is whom a word can mean who is not on the side of some persons, of those told of in the sentences
// before: the only one, or the only one of whom the story began to tell; -1 for nobody.
func (d *doc) otherThan(a *actor, facing []int, c *discourse) int {
	if len(a.persons) == 0 && d.namelessBefore(a) {
		return -1
	}
	all, first := oneOnly{-1, false}, oneOnly{-1, false}
	item := d.sents[a.sent].item
	lead := d.items[item].from
	if d.headline(lead) {
		lead++
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		p := c.recent[i]
		if slices.Contains(facing, p) || d.firstNamed(p) >= a.sent || !d.sameStory(p, item) || d.countrymen(p, facing[0]) || d.standsAside(p) || !d.canMean(a, p) {
			continue
		}
		if a.latest {
			return p
		}
		all.add(p)
		if d.firstNamed(p) <= lead {
			first.add(p)
		}
	}
	if all.many {
		return first.person
	}
	return all.person
}

// canMean reports that the gender, the office and the state of a word fit a person.
func (d *doc) canMean(a *actor, p int) bool {
	f := d.persons[p].fem
	switch {
	case (a.fem || a.pron == lexicon.She) && (f < 0 || f == 0 && d.manByName(p)), a.pron == lexicon.He && f > 0, a.masc && !a.fem && f > 0 && d.lex.Options.Gendered:
		return false
	case a.pron != lexicon.None:
		return true
	case len(a.codes) > 0 && d.homeOf(p) != a.codes[0]:
		return false
	case a.deleg:
		return true
	case a.role("guest") || a.role("host"):
		return a.role("guest") && !d.calledHost(p, a.sent) && !d.receives(p, a.sent)
	case len(a.roles) == 0:
		return len(a.codes) > 0 && d.demonymAlone(a)
	}
	return d.titleScore(a, p) > 0
}

// namelessBefore reports somebody without a name in the two sentences before an actor, whom it may mean: "talked
// with his Uzbek colleague. The guest".
func (d *doc) namelessBefore(a *actor) bool {
	for k := a.sent - 1; k >= 0 && k >= a.sent-2 && d.sents[k].item == d.sents[a.sent].item; k-- {
		for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
			if b := &d.actors[n]; !b.named && !b.plural && !b.deleg && b.pron == lexicon.None && len(b.persons) == 0 && len(b.roles) > 0 && !d.equatedNext(n) {
				return true
			}
		}
	}
	return false
}

// oneOfAlike reports a pronoun or an office for one of two whom the last sentence that names anybody joins by "and",
// when either can stand opposite: "A and B arrived. He was received by C" does not tell who.
func (d *doc) oneOfAlike(a *actor, facing []int, c *discourse) bool {
	p := a.persons[0]
	if len(c.group) < 2 || len(a.codes) > 0 || a.latest || !slices.Contains(c.group, p) || c.hasPair {
		return false
	}
	k := a.sent - 1
	for k >= 0 && len(d.sentencePersons(k)) == 0 {
		k--
	}
	if k < 0 || d.sents[k].item != d.sents[a.sent].item || len(unique(d.sentencePersons(k))) != len(c.group) {
		return false
	}
	return slices.ContainsFunc(c.group, func(q int) bool {
		return q != p && !slices.Contains(facing, q) && !d.countrymen(q, facing[0]) && d.namedLast(q, k) >= 0 && d.canMean(a, q)
	})
}

// equatedNext reports that the next actor is said to be actor n: "The first guest of the year is X".
func (d *doc) equatedNext(n int) bool {
	m := n + 1
	return m < d.sents[d.actors[n].sent].actors[1] && d.actors[m].named && d.actors[m].from > d.actors[n].to && d.predicative(d.actors[m].from-1)
}
