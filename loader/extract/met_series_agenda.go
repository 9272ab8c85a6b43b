package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// agendaList reads "Deux entretiens à son programme : A, au palais ; puis B, le chef du gouvernement":
// several contacts, or partners, whom only the list behind a colon names.
func (d *doc) agendaList(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	if s.actors[0] == s.actors[1] {
		return
	}
	colon := d.soleColon(s)
	counted := colon >= 0 && len(d.claims) == d.earlier && d.severalContacts(s.from, colon)
	if colon < 0 || !counted && !d.itemsTell(colon, s) || !d.realised(s.from, s.to) || d.foretells(s) || d.toldToCome(k) || k > 0 && d.sents[k-1].item == s.item && d.foretells(d.sents[k-1]) {
		return
	}
	owner, st := d.agendaOwner(k, colon, c), graph.Held
	told := nounFrame{d: d, k: k, s: s, c: c, at: colon}
	if owner < 0 || d.wishedList(colon, s, &st) || told.deniedLater() {
		return
	}
	var ps []int
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= colon || !a.named || len(a.persons) != 1 {
			continue
		}
		if counted && !d.verblessList(colon+1, a.from) {
			break
		}
		if counted && d.agendaItem(n, colon) && d.apart([]int{owner}, a.persons) || !counted && d.contactItem(n, colon) && !d.oneSide([]int{owner, a.persons[0]}) && !d.told([]int{owner, a.persons[0]}) {
			ps = append(ps, a.persons[0])
		}
	}
	if len(ps) > 0 {
		d.emit(claim{left: []int{owner}, right: unique(ps), status: graph.Held, sent: k, rule: d.lex.Lang + ".agenda"}, colon, false, true)
	}
}

// soleColon is the only colon of a sentence with words on both sides, -1 for none or several.
func (d *doc) soleColon(s sentence) int {
	colon := -1
	for i := s.from + 1; i+1 < s.to; i++ {
		if d.units[i].punct != ':' {
			continue
		}
		if colon >= 0 {
			return -1
		}
		colon = i
	}
	return colon
}

// severalContacts reports several contacts, or partners, without names among units [from, to).
func (d *doc) severalContacts(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		if n := u.actor; n >= 0 {
			a := &d.actors[n]
			if a.from == i && !a.named && a.plural && len(a.persons) == 0 && a.pron == lexicon.None && (a.role("guest") || a.role("other") || a.role("host") || a.role("counterpart") || a.role("pair") && d.namesOthers(a)) {
				return true
			}
			continue
		}
		e, ok := u.entry(lexicon.Noun)
		if !ok || d.lex.Nouns[e.Index].Event != "met" || d.lex.Nouns[e.Index].Flags.Has("remote") {
			continue
		}
		if e.Form&lexicon.Plural != 0 || i > from && d.several(i-1) || i > from+1 && d.several(i-2) {
			return true
		}
	}
	return false
}

// namesOthers reports a word for both sides that may also mean others, whom somebody meets: "deux interlocuteurs".
func (d *doc) namesOthers(a *actor) bool {
	return slices.ContainsFunc(d.units[a.roles[0].from].entries, func(e lexicon.Entry) bool {
		return e.Class == lexicon.Role && d.lex.Roles[e.Index].Flags.Has("other")
	})
}

// several reports a numeral of two or more at unit i, or a word for several.
func (d *doc) several(i int) bool {
	e, ok := d.units[i].entry(lexicon.Numeral)
	x, many := d.units[i].entry(lexicon.Indef)
	return d.units[i].set.has(lexicon.Two) || ok && e.Index > 1 || many && x.Index == 2
}

// agendaOwner is whose contacts the words of sentence k before its colon tell of: the only person
// they speak of, else whose day it is; -1 for nobody.
func (d *doc) agendaOwner(k, colon int, c *discourse) int {
	s, owner := d.sents[k], oneOnly{-1, false}
	for n := s.actors[0]; n < s.actors[1] && d.actors[n].from < colon; n++ {
		a := &d.actors[n]
		if a.gov == lexicon.With || a.gov == lexicon.Between || len(a.persons) > 1 {
			return -1
		}
		if len(a.persons) == 1 && a.persons[0] >= 0 {
			owner.add(a.persons[0])
		}
	}
	if owner.person >= 0 || owner.many {
		return owner.person
	}
	if p := d.soleVisitor(k); p >= 0 {
		return p
	}
	if c.subject >= 0 && d.toldSince(c.subject, k-1) {
		return c.subject
	}
	return -1
}

// itemsTell reports that the words behind a colon name their own contacts: "à Suva, un dîner à la table de B ; à Apia, une
// heure en compagnie de C".
func (d *doc) itemsTell(colon int, s sentence) bool {
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if d.contactItem(n, colon) && !d.leadsClause(n, s) {
			return true
		}
	}
	return false
}

// contactItem reports actor n as the partner of a contact, or of a time, that its item of the list behind a colon names.
func (d *doc) contactItem(n, colon int) bool {
	a := &d.actors[n]
	if a.from <= colon || !a.named || len(a.persons) != 1 || !d.beside(a) {
		return false
	}
	contact := a.gov == lexicon.None
	for i := a.from - 2; i >= colon; i-- {
		u := &d.units[i]
		switch {
		case u.punct == ':', contact && (u.punct == ',' || u.punct == ';'):
			return contact
		case u.punct == ',' || u.punct == ';' || u.actor >= 0 && d.actors[u.actor].named || !d.verbless(i, i+1):
			return false
		}
		contact = contact || d.isNoun(i, "met", "time")
	}
	return false
}

// beside reports a preposition of the partner before an actor, or of company, of a house or a table of his.
func (d *doc) beside(a *actor) bool {
	u := &d.units[a.from-1]
	switch a.gov {
	case lexicon.With:
		return true
	case lexicon.None:
		return d.mealAt(a.from - 1)
	case lexicon.To:
		e, _ := u.entry(lexicon.To)
		return e.Index == 3
	case lexicon.Beside:
		e, _ := u.entry(lexicon.Beside)
		return e.Index == 2
	case lexicon.Of:
		return d.isNoun(a.from-2, "table")
	}
	return false
}

// mealAt reports "[un] dîner à la table de" at unit i, a noun in the form of an infinitive and what goes with it.
func (d *doc) mealAt(i int) bool {
	u := &d.units[i]
	return i > 0 && u.to-u.from > 1 && u.actor < 0 && d.units[i-1].set.has(lexicon.Indef) && slices.ContainsFunc(u.verbs, func(v verbForm) bool {
		return v.verb.Event == "met" && v.form&lexicon.Inf != 0
	})
}

// agendaItem reports that actor n is an item of the list that a colon opens, or beside one: it stands after
// the colon or a comma, with nothing before it but how they meet, when and where.
func (d *doc) agendaItem(n, colon int) bool {
	a := &d.actors[n]
	if a.gov != lexicon.None && a.gov != lexicon.With {
		return false
	}
	if a.prev >= 0 {
		return d.actors[a.prev].from < colon || d.agendaItem(a.prev, colon)
	}
	for i := a.from - 1; i > colon; i-- {
		u := &d.units[i]
		if u.punct == ',' || u.punct == ';' {
			break
		}
		if u.actor >= 0 && u.actor != n && d.actors[u.actor].pron == lexicon.None {
			return false
		}
	}
	return true
}

// toldToCome reports a sentence that speaks of a time to come.
func (d *doc) toldToCome(k int) bool {
	return slices.ContainsFunc(d.dates, func(t date) bool { return t.sent == k && t.next }) ||
		slices.ContainsFunc(d.units[d.sents[k].from:d.sents[k].to], func(u unit) bool {
			return u.actor < 0 && u.set.either(lexicon.NextTime, lexicon.Tomorrow)
		})
}
