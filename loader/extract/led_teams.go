package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// team reports the people of one state without names, whom somebody can lead: "les
// Cambodgiens", "une vingtaine de députés laotiens".
func (d *doc) team(n int) bool {
	a := &d.actors[n]
	if a.named || a.side || a.two || a.deleg || len(a.codes) != 1 || a.role("pair") || a.role("counterpart") {
		return false
	}
	return a.plural && len(a.roles) > 0 || len(a.roles) == 0 && d.manyObjects(a.from)
}

// people reports several told by an office alone, who are not the two sides.
func (a *actor) people() bool {
	return a.plural && !a.named && !a.side && !a.two && len(a.roles) > 0
}

// bandOf reports several of one state whom a word tells of that may stand for both sides, too: "à la tête de
// responsables italiens".
func (d *doc) bandOf(n int) bool {
	a := &d.actors[n]
	return a.people() && a.role("pair") && len(a.codes) == 1
}

// headOfIt reports "X en a pris la tête": a verb of several words that takes the head of what the pronoun right
// before it stands for.
func (f *frame) headOfIt() bool {
	u, i := &f.d.units[f.g.at], f.g.from-1
	return u.to-u.from > 1 && i > f.s.from && f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Adverb) && f.d.units[i-1].actor >= 0
}

// partOf reports a delegation after the verb and words that tell how many, or of which the
// verb phrase takes the head: "conduit une vingtaine de députés", "a pris la tête de la
// délégation".
func (f *frame) partOf(n int) bool {
	a := &f.d.actors[n]
	if a.gov != lexicon.Of {
		return false
	}
	for i := f.g.at + 1; i < a.from-1; i++ {
		if u := &f.d.units[i]; u.punct != 0 || u.actor >= 0 || u.known() && !u.set.any(lexicon.Indef, lexicon.Numeral, lexicon.Def, lexicon.Body) {
			return false
		}
	}
	return true
}

// peopleLed are people of no state whom somebody leads to a place: "led business leaders to Kigali"; -1 for none.
func (f *frame) peopleLed() int {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1] && !f.verb.Flags.Has("next"); n++ {
		a := &d.actors[n]
		if a.from != f.g.at+1 && (a.from != f.g.at+2 || !d.units[f.g.at+1].set.has(lexicon.Indef)) {
			continue
		}
		if a.people() && len(a.persons) == 0 && a.gov == lexicon.None && a.to+1 < f.s.to && d.units[a.to].set.has(lexicon.To) && d.units[a.to+1].set.either(lexicon.Place, lexicon.Country) {
			return n
		}
		return -1
	}
	return -1
}

// whomUnsaid reports "the delegation X heads": a relative clause without a pronoun, right behind the
// delegation.
func (f *frame) whomUnsaid(deleg int) bool {
	if m := deleg + 1; m < f.s.actors[1] {
		b := &f.d.actors[m]
		return b.from == f.d.actors[deleg].to && b.to == f.g.from && b.gov == lexicon.None && (b.named || b.pron != lexicon.None)
	}
	return false
}

// underThem reads "Sous sa conduite, sept députés laotiens visitent" and "the delegation under
// his leadership" of whom the text was about.
func (f *frame) underThem() {
	c := &f.d.said[f.s.item]
	deleg := f.endingAt(f.g.at)
	for n := f.s.actors[0]; n < f.s.actors[1] && (deleg < 0 || !f.d.actors[deleg].deleg && !f.d.guests(deleg)); n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && (a.deleg || f.d.team(n) || a.from < f.g.at+5 && a.people() && f.d.aFew(f.g.at+1)) {
			deleg = n
		}
	}
	p, here := f.whoseLead(c.subject, deleg >= 0 && f.cameAlong(deleg))
	if p >= 0 && deleg >= 0 && (f.d.actors[deleg].deleg || f.d.guests(deleg) || f.d.team(deleg) || here && f.d.underHim(deleg, f.g.at)) {
		f.d.addLead(p, deleg, graph.Held, f.k, f.d.lex.Lang+".led.by", f.g.at)
	}
}

// underHim reports several told by an office alone right beside the words at unit v: "and the five officials under his lead".
func (d *doc) underHim(n, v int) bool {
	a := &d.actors[n]
	return a.people() || a.plural && !a.named && len(a.roles) > 0 && a.to == v && d.aFew(a.from+one(d.units[a.from].set.has(lexicon.Def)))
}

// aFew reports an article or a number at unit i, as it stands before a few told of for the first time: "half a dozen
// officials".
func (d *doc) aFew(i int) bool {
	return i < len(d.units) && (d.units[i].set.any(lexicon.Indef, lexicon.Numeral, lexicon.Two) || d.units[i].kind == text.Number)
}

// cameAlong reports a delegation with which the subject of the sentence has come: "A called on B with a delegation". Who
// receives somebody with a delegation has not brought it.
func (f *frame) cameAlong(deleg int) bool {
	a := &f.d.actors[deleg]
	if a.gov != lexicon.With && a.gov != lexicon.Beside {
		return false
	}
	for i := a.from - 1; i >= f.s.from; i-- {
		if f.d.units[i].set.has(lexicon.Who) || f.d.units[i].actor < 0 && f.d.verbsOf(i).Has("host") {
			return false
		}
	}
	return true
}

// whoseLead is whom "him" stands for in "X and the delegation led by him": who is named last before
// it in the sentence and is no companion, the subject of what he came along with, else of whom the text was about.
func (f *frame) whoseLead(subject int, cameWith bool) (p int, here bool) {
	for n := f.d.lastBefore(f.g.at, f.s); n >= f.s.actors[0]; n-- {
		a := &f.d.actors[n]
		if cameWith && !a.subj || !a.named && !(cameWith && a.pron != lexicon.None) {
			continue
		}
		if a.gov == lexicon.None && len(a.persons) == 1 && a.persons[0] >= 0 {
			return a.persons[0], true
		}
	}
	return subject, false
}

// theirHead gives the people of one state told of before actor m, whose delegation it is, its head.
func (d *doc) theirHead(m, deleg int, ps []int) {
	for n := d.sents[d.actors[m].sent].actors[0]; n < m && d.actors[deleg].det == lexicon.Poss; n++ {
		if a := &d.actors[n]; d.ledGroup(n) || d.guests(n) {
			a.persons, d.actors[deleg].codes = ps, a.codes
			return
		}
	}
}

// ledGroup reports a plural of officials of one state without names: such a group has a
// head like a delegation.
func (d *doc) ledGroup(n int) bool {
	a := &d.actors[n]
	return !a.named && !a.side && !a.two && len(a.roles) > 0 && len(a.codes) == 1 && !a.role("pair") && !a.role("counterpart")
}

// groupsLed makes what is told as a field a group of persons where somebody leads it: "the friendship group led by X".
func (d *doc) groupsLed() {
	for i := range d.units {
		u := &d.units[i]
		if i+3 >= len(d.units) || u.to-u.from < 2 || !u.set.has(lexicon.Portfolio) || u.set.has(lexicon.Noun) {
			continue
		}
		next := i + 1 + 2*one(d.units[i+1].set.has(lexicon.From) && d.units[i+2].set.has(lexicon.Country))
		if next += one(d.units[next].punct == ','); next >= len(d.units) || !d.units[next].set.has(lexicon.LedBy) {
			continue
		}
		_, sense := d.lex.Match(d.ids[u.to-1:u.to], d.toks[u.to-1:u.to])
		for _, e := range sense.Entries {
			if e.Class == lexicon.Noun && d.lex.Nouns[e.Index].Event == "delegation" {
				u.entries = append(slices.Clone(u.entries), e)
				u.set.add(lexicon.Noun)
			}
		}
	}
}

// whoCame are the guests without names who came somewhere before a phrase of several words at unit v
// tells under whom: "The visitors had come to the capital under the leadership of X"; -1 for none.
func (d *doc) whoCame(v int, s sentence) int {
	for n := s.actors[0]; n < s.actors[1] && d.actors[n].to <= v && d.units[v].to-d.units[v].from > 2; n++ {
		a := &d.actors[n]
		if !a.subj || !a.plural || !a.role("guest") && !d.ledGroup(n) {
			continue
		}
		for i := a.to; i < v; i++ {
			if d.units[i].actor < 0 && d.wentSomewhere(i, s) {
				return n
			}
		}
	}
	return -1
}

// wentSomewhere reports a verb at unit i for a way that was made.
func (d *doc) wentSomewhere(i int, s sentence) bool {
	if d.units[i].set.has(lexicon.Done) && i+1 < s.to && d.units[i+1].set.any(lexicon.Place, lexicon.Country, lexicon.Def) {
		return true // "came to Hanoi"
	}
	return slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
		f := v.verb.Flags
		return (f.Has("goes") || f.Has("comes") || f.Has("trip")) && v.form&(lexicon.Fin|lexicon.PP) != 0 && d.toldAsDone(i, v.form, s)
	})
}

// guests reports several of one state without names: "guests from Windhoek".
func (d *doc) guests(n int) bool {
	a := &d.actors[n]
	return a.plural && !a.named && len(a.codes) == 1 && len(a.persons) == 0 && !a.side
}

// ofDelegationTold gives "the visitors" the state and the party of the delegation told of before.
func (d *doc) ofDelegationTold(n int) {
	a, m := &d.actors[n], n-1
	for m >= d.sents[a.sent].actors[0] && !d.actors[m].deleg {
		m--
	}
	if m < d.sents[a.sent].actors[0] {
		m = d.lastDelegation(a.sent)
	}
	if m >= 0 && len(a.codes) == 0 {
		a.codes, a.party, a.org = d.actors[m].codes, d.actors[m].party, d.actors[m].org
	}
}

// ownDelegation reads "X, whose delegation counts eleven ministers" and "X's delegation"; "X's team" stays at home.
func (d *doc) ownDelegation(k int) {
	s := d.sents[k]
	d.delegationOfHim(k)
	for n := s.actors[0] + 1; n < s.actors[1] && d.lex.Options.Infinitives; n++ {
		a, b := &d.actors[n], &d.actors[n-1]
		if !a.deleg || a.plural || d.loosely(n) || !b.named || len(b.persons) != 1 || b.persons[0] < 0 || !(b.owner && a.from-b.to <= 1) && !d.whoseAre(b.to, a.from) {
			continue
		}
		d.addLead(b.persons[0], n, graph.Held, k, d.lex.Lang+".led.own", a.from)
	}
}

// delegationOfHim reads "phái đoàn của ông X": a delegation that belongs to one who is named.
func (d *doc) delegationOfHim(k int) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n < s.actors[1] && d.lex.Options.Bare; n++ {
		a, b := &d.actors[n-1], &d.actors[n]
		if a.deleg && !a.plural && b.named && b.gov == lexicon.Of && b.next < 0 && b.prev < 0 && b.from == a.to+1 && len(b.persons) == 1 && b.persons[0] >= 0 && !d.loosely(n-1) {
			d.addLead(b.persons[0], n-1, graph.Held, k, d.lex.Lang+".led.own", a.from)
		}
	}
}

// whoseAre reports "whose" after a comma at unit i, and no article between it and unit end.
func (d *doc) whoseAre(i, end int) bool {
	if i+1 >= end || end-i > 6 || d.units[i].punct != ',' || !d.units[i+1].set.has(lexicon.That) {
		return false
	}
	for j := i + 2; j < end; j++ {
		if d.units[j].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Verb) {
			return false
		}
	}
	return true
}

// travellersBefore are the people of one state told of in the sentence before, in this item, if
// there are no others: "Six Lao lawmakers came. Their leader was X"; -1 for none.
func (d *doc) travellersBefore(k int) int {
	found := -1
	if k == 0 || d.sents[k-1].item != d.sents[k].item {
		return -1
	}
	for n := d.sents[k-1].actors[0]; n < d.sents[k-1].actors[1]; n++ {
		if !d.team(n) && !d.guests(n) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = n
	}
	return found
}

// whoIs is the antecedent of "X, who is visiting China at the head of" and of "X, arrivé mardi
// à Alger à la tête de"; relative reports a clause about somebody, also if it is not known about whom.
func (f *frame) whoIs(v int) (ps []int, relative bool) {
	for i := v - 1; i > f.s.from && i > v-12; i-- {
		u := &f.d.units[i]
		if u.set.has(lexicon.Who) {
			if m := f.antecedentAt(i); m >= 0 {
				return f.d.actors[m].persons, true
			}
			return nil, true
		}
		if u.punct == ',' && f.d.came(i+1) {
			if m := f.endingAt(i); m >= 0 && f.d.actors[m].named {
				return f.d.actors[m].persons, false
			}
		}
		if u.punct != 0 || u.actor >= 0 && f.d.actors[u.actor].named || u.set.has(lexicon.That) || u.set.has(lexicon.Have) && !f.d.units[i-1].set.has(lexicon.Who) {
			return nil, false
		}
	}
	return nil, false
}

// came reports a participle of arrival or of what was done to somebody at unit i.
func (d *doc) came(i int) bool {
	return d.verbsOf(i).forms()&lexicon.PP != 0 || d.units[i].set.has(lexicon.Done)
}
