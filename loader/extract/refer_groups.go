package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// groupMeant reports that the three or more persons told of together last are meant: by their
// number, "the three leaders", or by "they" as the subject of the next sentence, or "them" beside a subject of it that is
// none of them.
func (d *doc) groupMeant(a *actor, c *discourse) bool {
	if len(c.many) < 3 || len(a.codes) > 0 {
		return false
	}
	if u := &d.units[a.from]; a.pron == lexicon.They && u.to-u.from > 1 && d.endsWith(u, lexicon.Numeral) && !d.endsWith(u, lexicon.Two) {
		return len(c.many) == 3 // "tous trois"
	}
	if a.pron == lexicon.They {
		if m := d.subjectBefore(d.units[a.from].actor); !a.subj && (m < 0 || slices.Contains(c.many, m)) {
			return false // "A, B and C arrived. D received them"
		}
		return d.units[a.from].set.has(lexicon.They) && !a.two && a.to-a.from == 1 && d.units[a.from].to-d.units[a.from].from == 1 && (d.toldTogether(c.many, a.sent-1) || a.sent > 0 && d.cameTogether(c.many, a.sent-1))
	}
	for i := a.from; i < a.to && i < a.from+2; i++ {
		if e, ok := d.units[i].entry(lexicon.Numeral); ok && a.det == lexicon.Def {
			return int(e.Index) == len(c.many)
		}
	}
	return false
}

// toldTogether reports that some persons are the subject of a sentence.
func (d *doc) toldTogether(ps []int, k int) bool {
	if k < 0 {
		return false
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		if a := &d.actors[n]; a.prev < 0 && a.subj && slices.Equal(d.group(n), ps) {
			return true
		}
	}
	return false
}

// otherTwo are the only two whom the sentence before names beside the one of whom the text
// is, as the partners of him: "Il s'est entretenu avec l'un et l'autre".
func (d *doc) otherTwo(a *actor, c *discourse) (ps []int) {
	k := a.sent - 1
	if a.pron != lexicon.They || a.gov != lexicon.With || c.subject < 0 || k < 0 || d.sents[k].item != d.sents[a.sent].item {
		return nil
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		if b := &d.actors[n]; b.named {
			ps = append(ps, b.persons...)
		}
	}
	ps = slices.DeleteFunc(unique(ps), func(p int) bool { return p == c.subject })
	if len(ps) != 2 || !d.apart([]int{c.subject}, ps) {
		return nil
	}
	return ps
}

// twoReceived are the two told together last, for a word for two as the object of somebody else: "A và B tới
// Doha; C tiếp cả hai người".
func (d *doc) twoReceived(a *actor) []int {
	m := d.lastBefore(a.from, d.sents[a.sent])
	if a.subj || a.gov != lexicon.None && a.gov != lexicon.With || m < d.sents[a.sent].actors[0] || !d.actors[m].subj || len(d.actors[m].persons) != 1 || d.groupSize(m) > 1 {
		return nil
	}
	host := d.actors[m].persons[0]
	for n := m - 1; d.lex.Options.Tenseless && n >= 0 && d.actors[n].sent >= a.sent-1 && d.sents[d.actors[n].sent].item == d.sents[a.sent].item; n-- {
		if b := &d.actors[n]; b.prev < 0 && b.next >= 0 && b.named {
			if ps := d.group(n); len(ps) == 2 && !slices.Contains(ps, host) {
				return ps
			}
			return nil
		}
	}
	return d.cameApart(a, host)
}

// cameApart are the two of whom the two sentences before tell, one each, for a word that means two by itself: "A arrived on
// Monday. B came the same day. C received both of them".
func (d *doc) cameApart(a *actor, host int) (ps []int) {
	if u := &d.units[a.from]; a.pron != lexicon.They || a.to-a.from == 1 && u.to-u.from == 1 && !u.set.has(lexicon.Two) || a.sent < 2 || d.sents[a.sent-2].item != d.sents[a.sent].item {
		return nil
	}
	for k := a.sent - 2; k < a.sent; k++ {
		n, told := d.sents[k].actors[0], unique(d.sentencePersons(k))
		if len(told) != 1 || told[0] < 0 || told[0] == host || !d.actors[n].named || !d.actors[n].subj {
			return nil
		}
		ps = append(ps, told[0])
	}
	if !d.twoOrigins(ps[0], ps[1]) || !d.apart([]int{host}, ps) {
		return nil
	}
	return ps
}

// bothHolders are the sides of the last contact if an office in the plural is that of both:
// "the heads of government".
func (d *doc) bothHolders(a *actor, c *discourse) []int {
	if !c.hasPair || a.det != lexicon.Def || len(a.roles) != 1 || len(a.codes) > 0 || !a.roles[0].flags.Has("head") || !d.apart(c.pair[:1], c.pair[1:]) {
		return nil
	}
	for _, p := range c.pair {
		if !slices.Contains(d.persons[p].keys, a.roles[0].key) {
			return nil
		}
	}
	return slices.Clone(c.pair[:])
}

// pastApposition reports an actor that "and" joins to the agents across what is said of one:
// "by A, the minister in the last government, and B".
func (f *frame) pastApposition(n int) bool {
	d, i := f.d, f.d.actors[n].from-1
	if !d.units[i].set.has(lexicon.And) || i-1 <= f.g.at || d.units[i-1].punct != ',' {
		return false
	}
	m := d.lastBefore(i, f.s)
	for m > f.s.actors[0] && d.actors[m].gov != lexicon.By {
		m--
	}
	end, after := d.groupEnd(m), d.groupEnd(n)
	return d.actors[m].gov == lexicon.By && d.actors[m].named && d.units[end].punct != '.' && i-end < 14 && d.verbless(end, i) && (after >= f.s.to || !d.predicate(after))
}

// lacksOffice reports that somebody holds no office that "the two kings" names.
func (d *doc) lacksOffice(a *actor, p int) bool {
	return slices.ContainsFunc(a.roles, func(r roleUse) bool { return r.flags.Has("head") && !d.canBe(r.key, p) })
}

// otherOffices reports that of two persons the article tells offices, and of neither the one that a word for two names: "leurs
// Premiers ministres", of two ministers.
func (d *doc) otherOffices(a *actor, pair [2]int) bool {
	return a.plural && !slices.ContainsFunc(pair[:], func(p int) bool { return len(d.persons[p].keys) == 0 || !d.lacksOffice(a, p) })
}

func (d *doc) groupSize(n int) int { return len(d.groupOf(n)) }

// personsOf returns the persons of some actors, without doubles, good until the next
// article.
func (d *doc) personsOf(actors []int) []int {
	first := len(d.ints)
	for i, n := range actors {
		if i > 0 && d.actors[n].role("companion") && d.actors[n].det == lexicon.Poss {
			continue // "A et son épouse"
		}
		for _, p := range d.actors[n].persons {
			if !slices.Contains(d.ints[first:], p) {
				d.ints = append(d.ints, p)
			}
		}
	}
	if len(d.ints) == first {
		return nil
	}
	return slices.Clip(d.ints[first:])
}

// group returns the persons of the coordination of actor n.
func (d *doc) group(n int) []int { return d.personsOf(d.groupOf(n)) }

// antecedents returns whom a relative clause at unit i is about that actor n ends: the coordination, or who ends there if it
// goes on behind the clause.
func (d *doc) antecedents(n, i int) []int {
	if d.groupEnd(n) > i {
		return d.personsOf([]int{n})
	}
	return d.group(n)
}

// jointBefore are the two named as the subject of the sentence before, who did together to somebody else what it
// tells: "X and Y called on A. They then met B".
func (d *doc) jointBefore(a *actor) []int {
	k := a.sent - 1
	if k < 0 || !a.subj || d.sents[k].item != d.sents[a.sent].item {
		return nil
	}
	for i := range d.claims {
		if c := &d.claims[i]; c.sent == k && !c.among && len(c.left) == 2 && len(c.right) == 1 && d.namedTogether(k, c.left) {
			return slices.Clone(c.left)
		}
	}
	return nil
}

// namedTogether reports a coordination that begins sentence k and names ps.
func (d *doc) namedTogether(k int, ps []int) bool {
	n := d.sents[k].actors[0]
	return n < d.sents[k].actors[1] && d.actors[n].subj && slices.Equal(d.group(n), ps)
}
