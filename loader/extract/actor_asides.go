package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// longestAside is how many words an aside has at most.
const longestAside = 9

// aside steps over what stands between two commas or dashes behind a name and tells of no office
// and no contact: "X, 61 ans, a reçu", "X, visibly relaxed, met", "X – en poste depuis mai – et Y";
// or over the rest of an apposition that begins at opening: "X, directeur général depuis 2019, a reçu".
// After it the clause must go on from the name: another subject would make it one of its own.
func (p *parser) aside(opening int) bool {
	mark := opening
	if p.comma(p.i) || p.dash(p.i) {
		mark = p.i
	}
	if !p.a.named || len(p.a.persons) > 1 || !p.comma(mark) && !p.dash(mark) {
		return false
	}
	from := max(p.i, mark+1)
	end := from
	for ; p.at(end).punct != p.at(mark).punct; end++ {
		if end > from+longestAside || !p.idle(end) {
			return false
		}
	}
	if end == from || mark == p.i && p.opensClause(end) || !p.goesOn(end+1) {
		return false
	}
	p.i = end + 1
	return true
}

// asideWords are the classes of words that no aside has: they tell of somebody, of a side, or are
// of a clause.
var asideWords = classes(lexicon.Honorific, lexicon.NameHead, lexicon.By, lexicon.Between, lexicon.Behalf, lexicon.Country, lexicon.Adj, lexicon.Org, lexicon.Party, lexicon.Plan, lexicon.HaveFut,
	lexicon.BeFut, lexicon.Be, lexicon.Not, lexicon.Cancel, lexicon.He, lexicon.She, lexicon.They, lexicon.That, lexicon.Head, lexicon.LedBy)

// idle reports a word that an aside can have: no person, no day, no contact, no journey, and no place
// but one to come from.
func (p *parser) idle(i int) bool {
	u := p.at(i)
	switch {
	case i >= p.s.to, u.name >= 0, u.punct != 0, u.kind == text.Break, u.set.meets(asideWords),
		u.date >= 0 && p.d.dates[u.date].d != 0,
		u.set.has(lexicon.Who) && !p.comma(i-1),
		u.set.has(lexicon.Role) && !p.d.whoever(i),
		u.set.has(lexicon.Have) && !p.d.whoever(i-1), // "người vừa đắc cử"
		u.set.either(lexicon.Place, lexicon.Seat) && !p.at(i-1).set.either(lexicon.Of, lexicon.From):
		return false
	}
	if e, ok := u.entry(lexicon.Noun); ok && p.d.lex.Nouns[e.Index].Event != "time" {
		return false
	}
	for _, v := range p.d.verbsOf(i) {
		if v.verb.Event != "plain" || v.verb.Flags.Has("trip") {
			return false
		}
	}
	return true
}

// opensClause reports words behind the comma, up to end, that go on with the clause: ", et le soir,", ", puis,",
// ", pour sa part,". Between dashes they do not.
func (p *parser) opensClause(end int) bool {
	u := p.at(p.i + 1)
	return p.comma(p.i) && (u.set.any(lexicon.And, lexicon.Or, lexicon.After, lexicon.For) || u.set.has(lexicon.Adverb) && end == p.i+2)
}

// goesOn reports that the clause goes on from the name at unit i: with a verb whose subject it is, or with
// the next of a list.
func (p *parser) goesOn(i int) bool {
	if p.at(i).set.has(lexicon.And) {
		return !p.acts(i+1) || !p.actedBefore()
	}
	return !p.governed() && (i < p.s.to && p.d.predicate(i) || p.at(i).set.has(lexicon.Refl))
}

// actedBefore reports a verb before the name in its sentence.
func (p *parser) actedBefore() bool {
	for i := p.s.from; i < p.a.from; i++ {
		if p.d.predicate(i) {
			return true
		}
	}
	return false
}

// acts reports that a verb follows the next name behind unit i: "met X, 61, and Y praised him".
func (p *parser) acts(i int) bool {
	for ; i < p.s.to && p.at(i).punct == 0; i++ {
		if n := p.at(i).name; n >= 0 {
			end := p.d.names[n].to
			return end < p.s.to && p.d.predicate(end)
		}
	}
	return false
}
