package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// opened reports that an article, or a number right before an office or in a language with states
// before offices, tells that a noun phrase has begun: "five new diplomatic envoys".
func (p *parser) opened() bool {
	return p.a.det != lexicon.None || p.a.plural && (p.d.lex.Options.Premodifier || p.at(p.i+1).set.has(lexicon.Role))
}

// contractedBefore reports that the article of a noun phrase at unit i stands in the preposition before it, and an
// adjective opens it: "du nouvel ambassadeur".
func (d *doc) contractedBefore(i int, s sentence) bool {
	u := &d.units[i]
	return i > s.from && i+1 < s.to && d.units[i+1].set.has(lexicon.Role) && u.kind == text.Word && u.name < 0 && !u.cap && !u.known() && d.contracted(i-1)
}

// placeBefore reports "in Sudan" before "President X met": the state is where he did it.
func (p *parser) placeBefore() bool {
	return p.i == p.a.from && p.i > p.s.from && p.at(p.i-1).set.has(lexicon.In) && p.at(p.i-1).actor < 0 && !p.d.clitic(p.i+1)
}

// seatOf reports the seat of a power before somebody who serves there: "Kremlin aide X", not "at the Kremlin
// President X".
func (p *parser) seatOf(u *unit) bool {
	return u.set.has(lexicon.Seat) && p.at(p.i+1).set.any(lexicon.Role, lexicon.Portfolio, lexicon.Former) && p.premodifier(1) && !p.placeBefore() && !(p.at(p.i+1).cap && p.i > p.s.from && p.at(p.i-1).set.has(lexicon.Def))
}

// shortForm reports "(ROK)" at unit i, inside what stands before an office: "the Republic of
// Korea (ROK) minister".
func (p *parser) shortForm(i int) bool {
	return p.initials(i) && p.at(i-1).set.either(lexicon.Country, lexicon.Org)
}

// morePortfolio reports the comma or "and" between two portfolios, the second of which can be of
// one piece with its office: "Trade Minister".
func (p *parser) morePortfolio(i int) bool {
	b, n := p.at(i-1), p.at(i+1)
	return (p.at(i).punct == ',' || p.at(i).set.has(lexicon.And)) && b.cap && b.set.has(lexicon.Portfolio) && n.cap && (n.set.has(lexicon.Portfolio) || n.set.has(lexicon.Role) && n.to-n.from > 1)
}

// smallAdjective allows one unknown word between determiner and head: "le
// nouveau ministre".
func (p *parser) smallAdjective() bool {
	n := p.at(p.i + 1)
	if p.a.plural && p.d.lex.Options.Premodifier && n.kind == text.Word && (n.common() || n.set.has(lexicon.Portfolio)) && !n.cap && p.at(p.i+2).set.has(lexicon.Role) {
		return true // "five new diplomatic envoys"
	}
	if n.set.any(lexicon.Adj, lexicon.Country, lexicon.Portfolio) && p.delegationSoon(p.i+2) {
		return true // "a high-level Saudi defence delegation"
	}
	return n.set.either(lexicon.Role, lexicon.Former) || n.set.has(lexicon.Noun) && p.nounIs(n, "delegation") ||
		n.set.has(lexicon.Adj) && p.at(p.i+2).set.has(lexicon.Role) || n.name >= 0 && (p.a.det == lexicon.Def || p.a.det == lexicon.Poss && p.companionPlace()) // "son rival X"
}

// delegationSoon reports a delegation at unit i or behind words for what it is of, in a language in which
// these stand before it.
func (p *parser) delegationSoon(i int) bool {
	for k := i; k < i+3 && p.d.lex.Options.Premodifier; k++ {
		u := p.at(k)
		if u.set.has(lexicon.Noun) && p.nounIs(u, "delegation") {
			return true
		}
		if u.name >= 0 || u.cap && !u.known() || !u.set.any(lexicon.Adj, lexicon.Country, lexicon.Portfolio) && (u.kind != text.Word || !u.common()) {
			return false
		}
	}
	return false
}

// newlyMade reports an adverb and a participle before an office, or before the state of one: "the
// newly elected mayor", "the newly appointed US ambassador".
func (p *parser) newlyMade() bool { return p.madeAt(p.i) }

// madeAt reports the same at unit i, but not "the Serbian later welcomed President X".
func (p *parser) madeAt(i int) bool {
	u, n, o := p.at(i), p.at(i+1), p.at(i+2)
	if p.a.det == lexicon.Def && p.at(i-1).set.has(lexicon.Adj) {
		return false
	}
	if o.set.either(lexicon.Adj, lexicon.Country) && p.d.lex.Options.Premodifier {
		o = p.at(i + 3)
	}
	if u.cap || n.cap || u.kind != text.Word || n.kind != text.Word || u.known() && !u.set.has(lexicon.Adverb) || !o.set.has(lexicon.Role) {
		return false
	}
	return !n.known() || slices.ContainsFunc(n.entries, func(e lexicon.Entry) bool { return e.Class == lexicon.Verb && e.Form&lexicon.PP != 0 })
}

// companionPlace reports that whom the subject acts with can stand here: "par son rival X", not
// "dans sa résidence X".
func (p *parser) companionPlace() bool {
	return (p.a.from == p.s.from || !p.at(p.a.from-1).set.any(lexicon.In, lexicon.To, lexicon.Of, lexicon.Prep, lexicon.Contracted))
}

// unknownModifier reports a word of which the lexicon knows nothing right before
// an office: "Coordinating Minister X", "by caretaker Prime Minister Y". A small
// word must stand where no verb can, after a preposition.
func (p *parser) unknownModifier(u *unit) bool {
	if !p.d.lex.Options.Premodifier || u.kind != text.Word || u.name >= 0 || p.at(p.i+1).name >= 0 {
		return false
	}
	if p.visiting(u) {
		return true
	}
	if !p.at(p.i + 1).set.has(lexicon.Role) { // "Outgoing Swiss Ambassador X", "by outgoing Swiss Ambassador X"
		opens := u.cap && (!u.known() || ofTerm(u)) && p.i == p.s.from || !u.cap && u.common() && p.i > p.s.from && p.i == p.a.from && p.at(p.i-1).set.either(lexicon.By, lexicon.With)
		return opens && p.at(p.i+1).set.has(lexicon.Adj) && p.premodifier(2)
	}
	if u.cap {
		return !u.known() || p.contentWord(u)
	}
	e, isVerb := u.entry(lexicon.Verb)
	plain := isVerb && e.Form&(lexicon.Ger|lexicon.PP) != 0 && e.Form&lexicon.Fin == 0 && p.d.lex.Verbs[e.Index].Event == "plain" && len(u.entries) == 1
	b := p.at(max(p.i-1, p.s.from))
	return p.i > p.s.from && ((u.common() || plain) && governor(b) != lexicon.None && b.actor < 0 || u.common() && u.known() && b.set.has(lexicon.And) || (u.common() || u.set.has(lexicon.Adverb)) && b.set.either(lexicon.Adj, lexicon.Country))
}

// ofTerm reports a word for how far the term of an office has come: see words.txt.
func ofTerm(u *unit) bool {
	e, ok := u.entry(lexicon.Adverb)
	return ok && e.Index == 5
}

// visiting reports a participle before an office that starts an actor: "visiting
// Mongolian President X".
func (p *parser) visiting(u *unit) bool {
	if !u.set.has(lexicon.Verb) || slices.ContainsFunc(u.entries, func(e lexicon.Entry) bool {
		return e.Class != lexicon.Verb || e.Form != lexicon.Ger || p.d.lex.Verbs[e.Index].Event != "plain"
	}) {
		return false
	}
	n := p.at(p.i + 1)
	if !n.set.has(lexicon.Role) && !(n.set.any(lexicon.Adj, lexicon.Country, lexicon.Portfolio) && p.premodifier(2)) {
		return false
	}
	if p.i == p.s.from || p.i > p.a.from {
		return true
	}
	b := p.at(p.i - 1)
	fronted := p.comma(p.i-1) && p.d.verbless(p.s.from, p.i-1) // "During talks with X, visiting President Y praised"
	return b.set.either(lexicon.And, lexicon.With) || b.set.has(lexicon.Verb) && !b.set.has(lexicon.Noun) || fronted
}

// contentWord reports a capitalised noun or place that can stand before an office,
// "Senior General X", "Tokyo Governor Y", and does not end another phrase.
func (p *parser) contentWord(u *unit) bool {
	if p.i > p.s.from {
		b := p.at(p.i - 1)
		if b.cap && b.kind == text.Word && b.actor < 0 || b.set.any(lexicon.In, lexicon.From, lexicon.To, lexicon.Of) {
			return false
		}
	}
	if !u.set.any(lexicon.Thing, lexicon.Place, lexicon.Given) || u.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.Def, lexicon.In, lexicon.And, lexicon.Seat) || governor(u) != lexicon.None {
		return false
	}
	p.country(u)
	return true
}

// premodifier reports a language in which states and portfolios stand before
// the office, and an office that follows within three units.
func (p *parser) premodifier(n int) bool {
	if !p.d.lex.Options.Premodifier {
		return false
	}
	for k := n; k < n+4; k++ {
		u := p.at(p.i + k)
		switch {
		case u.name >= 0:
			return p.d.clitic(p.i + k - 1) // "Fiji's Sitiveni Rabuka"
		case u.set.has(lexicon.Role), u.set.has(lexicon.Noun) && p.nounIs(u, "delegation"),
			u.set.either(lexicon.NameHead, lexicon.Honorific) && p.d.clitic(p.i+k-1) && p.at(p.i+k+1).name >= 0: // "Myanmar's Daw X"
			return true
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Adj, lexicon.And, lexicon.Former):
		case u.set.has(lexicon.Adverb) && p.d.clitic(p.i+k-1) && p.at(p.i+k+1).set.has(lexicon.Role): // "Thailand's acting premier"
		case p.shortForm(p.i + k):
			k, n = k+2, n+2
		case p.morePortfolio(p.i + k):
		case k < n+3 && p.madeAt(p.i+k): // "Japan's newly appointed ambassador"
			k, n = k+1, n+2
		case u.set.has(lexicon.Poss) || p.d.clitic(p.i+k) || u.kind == text.Word && (!u.known() || !u.cap && u.common()):
		default:
			return false
		}
	}
	return false
}
