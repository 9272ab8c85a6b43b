package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// demonymAlone reports "the Ukrainian" as a person: a verb or a boundary follows, or it has
// a capital where adjectives have none: "a tenu avec le Cubain une réunion".
func (d *doc) demonymAlone(a *actor) bool {
	s := d.sents[a.sent]
	return a.det == lexicon.Def && !a.plural && d.units[a.to-1].set.has(lexicon.Adj) && (a.to >= s.to || d.units[a.to].punct != 0 && d.units[a.to].punct != '-' || d.predicate(a.to) || d.otherSideNext(a.to, s) || (d.units[a.to].date >= 0 || d.units[a.to-1].cap && !d.units[a.to].cap))
}

// otherSideNext reports "and" before somebody with an office or a name at unit i: "the Indian and Foreign Minister X".
func (d *doc) otherSideNext(i int, s sentence) bool {
	if i+1 >= s.to || !d.units[i].set.has(lexicon.And) {
		return false
	}
	u := &d.units[i+1]
	return u.name >= 0 || u.cap && u.set.has(lexicon.Role) && !u.set.either(lexicon.Adj, lexicon.Country)
}

// qualifier reports "the Turkish" in "the Turkish Grand National Assembly" and "the
// Georgian-Turkish group": a demonym that only qualifies what follows.
func (p *parser) qualifier() bool {
	if !p.d.lex.Options.Premodifier {
		return false
	}
	u := p.at(p.i + 1)
	return u.punct == '-' && !p.d.toks[u.from].Space || u.kind == text.Word && u.name < 0 && u.date < 0 && (u.cap || u.set.any(lexicon.Noun, lexicon.Portfolio, lexicon.Body) && !u.set.has(lexicon.Verb))
}

// qualifies reports "with the Uzbek edition": a demonym that is no subject, before a word
// that it may qualify.
func (d *doc) qualifies(a *actor) bool {
	if !d.lex.Options.Premodifier || a.subj || a.to >= d.sents[a.sent].to {
		return false
	}
	u := &d.units[a.to]
	return u.kind == text.Word && !u.cap && u.date < 0 && u.actor < 0 && (!u.known() || u.set.either(lexicon.Noun, lexicon.Thing) && !u.set.has(lexicon.Verb))
}

// bothStates reports the "and" of "Russian and US Presidents X and Y".
func (p *parser) bothStates(u *unit) bool {
	return p.d.lex.Options.Premodifier && u.set.has(lexicon.And) && len(p.a.codes) == 1 && p.at(p.i-1).set.either(lexicon.Adj, lexicon.Country) && p.at(p.i+1).set.either(lexicon.Adj, lexicon.Country) && p.pluralSoon(p.i+2)
}

// pluralSoon reports a plural office at unit i, or after one more word.
func (p *parser) pluralSoon(i int) bool {
	return p.pluralAt(i) || p.at(i).set.either(lexicon.Portfolio, lexicon.Former) && p.pluralAt(i+1)
}

// dashedStates reads "Nhật - Việt", the names of two states in short.
func (p *parser) dashedStates() bool {
	short := func(i int) bool { return p.at(i).set.either(lexicon.Country, lexicon.Adj) && p.at(i).name < 0 }
	dash := p.at(p.i+1).punct == '-' || p.i+1 < p.s.to && p.d.textOf(p.i+1, p.i+2) == "–"
	return dash && short(p.i) && short(p.i+2)
}

// moreStates reads "et du Laos" and ", du Laos" after officials of one state: "les présidents du
// Vietnam, du Laos et du Cambodge", "the foreign ministers of Oman and Serbia".
func (p *parser) moreStates() bool {
	k := p.i + 1
	bare := p.d.lex.Options.Premodifier && !p.at(k).set.has(lexicon.Of)
	if !p.a.plural || p.a.named || len(p.a.codes) == 0 || len(p.a.roles) > 0 || !bare && !p.at(k).set.has(lexicon.Of) {
		return false
	}
	for ; p.at(k).set.either(lexicon.Of, lexicon.Def) && p.at(k).name < 0; k++ {
	}
	u := p.at(k)
	if u.name >= 0 || !u.set.has(lexicon.Country) || !p.comma(k+1) && p.comma(p.i) && !p.at(k+1).set.has(lexicon.And) {
		return false
	}
	p.country(u)
	p.i = k + 1
	return true
}

// moreDemonyms reads the comma in "les présidents angolais, serbe et zambien".
func (p *parser) moreDemonyms() bool {
	demonym := func(i int) bool { return p.at(i).set.has(lexicon.Adj) && !p.at(i).cap && p.at(i).name < 0 }
	k := p.i + 1
	for demonym(k) && p.comma(k+1) {
		k += 2
	}
	if !p.a.plural || p.a.named || !demonym(p.i-1) || !demonym(k) || !p.at(k+1).set.has(lexicon.And) || !demonym(k+2) {
		return false
	}
	p.i++
	return true
}

// shareCodes gives each of two names its own of two states told before them.
func (p *parser) shareCodes() {
	a := &p.a
	if len(a.persons) != 2 || len(a.codes) != 2 || len(a.own) != 2 || a.own[0] != "" || a.own[1] != "" || !p.d.lex.Options.Premodifier {
		return
	}
	a.own[0], a.own[1] = a.codes[0], a.codes[1]
}

// standsAside reports somebody whom the text names only as company: "in the presence of
// the ambassador, X"; no demonym means them.
func (d *doc) standsAside(p int) bool {
	if !d.lex.Options.Premodifier {
		return false
	}
	return !slices.ContainsFunc(d.persons[p].names, func(n int) bool {
		k := d.units[d.names[n].from].actor
		return k < 0 || d.actors[d.groupOf(k)[0]].gov != lexicon.Beside
	})
}

// holder reports a state, an office and a name from unit k on, in a language that puts
// the state first: "an envoy of British Foreign Secretary X" is another person.
func (p *parser) holder(k int) bool {
	if !p.d.lex.Options.Premodifier || !p.at(k).set.any(lexicon.Adj, lexicon.Country, lexicon.Former) {
		return false
	}
	bare := p.at(k).set.has(lexicon.Country)
	for k++; p.d.clitic(k) || p.at(k).set.either(lexicon.Former, lexicon.Adj); k++ {
		bare = false
	}
	if e, ok := p.at(k).entry(lexicon.Role); ok && bare && p.d.lex.Roles[e.Index].Flags.Has("rank") {
		return false // "Emir of Qatar Sheikh X"
	}
	return p.at(k).set.has(lexicon.Role) && p.at(k).name < 0 && (p.at(k+1).name >= 0 || p.at(k+1).set.has(lexicon.Role) && p.at(k+2).name >= 0)
}

// bothOffices reads "hai nước" behind the office at unit i: "Ngoại trưởng hai nước" are two, and so are "the foreign ministers of
// the two countries"; "the ministers of the two governments" may be any number.
func (p *parser) bothOffices(i int) {
	switch {
	case len(p.a.codes) > 0:
	case !p.a.plural && p.ofBoth(p.i):
		p.a.two, p.a.plural = true, true
		p.i += 2
	case p.a.plural && p.a.det == lexicon.Def && !p.d.lex.Options.Bare:
		for k := i + 2; k <= p.i+2 && k < i+8 && k+1 < p.s.to && p.at(k).punct == 0; k++ {
			b := p.at(k - 1)
			if p.at(k).set.has(lexicon.Two) && p.states(k+1) && !p.at(k+1).set.has(lexicon.Government) && (b.set.either(lexicon.Of, lexicon.Contracted) || b.set.has(lexicon.Def) && p.at(k-2).set.has(lexicon.Of)) {
				p.a.two, p.i = true, max(p.i, k+2)
				return
			}
		}
	}
}

// states reports a word for states or sides at unit i.
func (p *parser) states(i int) bool {
	e, ok := p.at(i).entry(lexicon.Role)
	return ok && p.d.lex.Roles[e.Index].Flags.Has("states")
}

// ofBoth reports "hai nước" and "hai bên" at unit i, in a language that puts it behind the office.
func (p *parser) ofBoth(i int) bool {
	return p.d.lex.Options.Bare && p.at(i).set.has(lexicon.Two) && p.at(i).name < 0 && p.states(i+1)
}
