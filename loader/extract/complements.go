package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// complement reads what an office is of: adjectives, "de la Défense", "du
// Parti communiste du Vietnam", "au Laos". It stops before a person.
func (p *parser) complement(r *roleUse) {
	for read := -1; read < p.i && p.i < p.s.to; { // what reads nothing ends it
		u := p.at(p.i)
		switch read = p.i; {
		case u.name >= 0 || u.date >= 0:
			return
		case p.dashedStates():
			p.i += 3
		case u.set.has(lexicon.Adj) && !(u.cap && p.at(p.i+1).name >= 0 && p.at(p.i-1).set.has(lexicon.Def)):
			p.country(u)
			p.i++
		case r != nil && (r.flags.Has("host") || r.flags.Has("guest")) && u.set.has(lexicon.Of) && p.leadsToName(p.i+1):
			return // "the guest of President X" is another person
		case u.set.has(lexicon.Of) && r != nil && p.principal():
		case u.set.has(lexicon.Of) && r != nil && p.pointed():
			p.i += 3
		case u.set.has(lexicon.Of) && p.nounPhrase(p.i+1):
		case u.set.has(lexicon.And) && p.a.plural && p.at(p.i-1).set.has(lexicon.Adj) && p.at(p.i+1).set.has(lexicon.Adj):
			p.i++
		case u.set.any(lexicon.For, lexicon.To) && r != nil && p.field():
		case r != nil && p.charge():
		case u.set.has(lexicon.For) && r != nil && p.at(p.i-1).set.any(lexicon.Adj, lexicon.Thing, lexicon.Org, lexicon.Portfolio) && p.at(p.i+1).set.has(lexicon.Def) && !p.at(p.i+2).set.any(lexicon.First, lexicon.Noun) && p.nounPhrase(p.i+2):
		case u.set.has(lexicon.From) && r != nil && p.cameFrom():
		case u.set.any(lexicon.In, lexicon.To) && p.posted(r):
		case u.set.has(lexicon.And) && p.moreOf():
		case (u.set.has(lexicon.And) || u.punct == ',') && p.moreStates():
		case u.punct == ',' && p.at(p.i+1).set.has(lexicon.Of) && p.at(p.i+2).set.any(lexicon.Portfolio, lexicon.Org) && p.at(p.i+2).name < 0 && p.nounPhrase(p.i+2):
		case u.punct == ',' && p.portfolioList():
			p.i++
		case u.set.has(lexicon.Adverb) && r != nil && (u.to-u.from > 1 || p.d.lex.Options.Premodifier && p.comma(p.i+1) && p.at(p.i+2).name >= 0): // "par intérim", "the governor there, X"
			p.i++
		case u.set.any(lexicon.Portfolio, lexicon.Body, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Place, lexicon.Seat) && p.d.lex.Options.Bare:
			p.group(u)
			p.country(u)
			p.i++
		case p.sideOf(r):
			p.country(p.at(p.i + 1))
			p.i += 2
		case p.unknownField():
			p.i += 2
		case p.unknownPlace():
			for p.i++; p.unknownCapital(p.at(p.i)); p.i++ {
			}
		case u.set.any(lexicon.Former, lexicon.Numeral) && !u.cap && !p.d.lex.Options.Premodifier:
			p.i++
		case r == nil && u.set.has(lexicon.Role) && !u.cap && p.at(p.i+1).name < 0: // "délégation militaire"
			p.i++
		case r != nil && u.kind == text.Word && !u.known() && p.d.toks[u.from].AllCaps && (p.at(p.i+1).name >= 0 || p.d.lex.Options.Bare && p.at(p.i+1).set.any(lexicon.Portfolio, lexicon.Body, lexicon.Country, lexicon.Place)): // "Chủ tịch COP26 X", "Chủ tịch UBTƯ MTTQ"
			p.i++
		case r != nil && u.kind == text.Word && !u.known() && !u.cap && p.adjectiveAfter():
			p.i++
		case r != nil && p.stateAhead():
		default:
			return
		}
	}
}

// pointed reports "de cette ville" before a name: the place of an office that was told
// before, see doc.thatTown.
func (p *parser) pointed() bool {
	u, n := p.at(p.i+2), p.at(p.i+3)
	return p.at(p.i+1).set.has(lexicon.Dem) && u.kind == text.Word && !u.cap && u.name < 0 && !u.set.has(lexicon.Role) && (n.name >= 0 || n.punct == ',' && p.at(p.i+4).name >= 0)
}

// principal reads for whom somebody acts, when the name comes after a comma: "l'envoyé
// du président russe pour le Moyen-Orient, X" is the envoy. Without one, it can be
// that of either.
func (p *parser) principal() bool {
	k := p.i + 1
	for p.at(k).set.any(lexicon.Def, lexicon.Of) && p.at(k).name < 0 {
		k++
	}
	if !p.d.lex.Options.Article || !p.at(k).set.has(lexicon.Role) || p.at(k).name >= 0 || p.pluralAt(k) {
		return false
	}
	for k++; k < p.i+12; k++ {
		u := p.at(k)
		if u.punct == ',' {
			return p.principalEnds(k)
		}
		if u.name >= 0 || u.date >= 0 || u.kind != text.Word || u.set.any(lexicon.And, lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.With) {
			return false
		}
	}
	return false
}

// principalEnds takes all up to the comma at k if a name follows that ends there too.
func (p *parser) principalEnds(k int) bool {
	n := p.at(k + 1)
	if n.set.has(lexicon.Honorific) {
		n = p.at(k + 2)
	}
	if n.name < 0 || p.a.fem && n.set.has(lexicon.Given) && !n.set.has(lexicon.FemName) {
		return false // "the wife of the president, John X"
	}
	for ; p.i < k; p.i++ {
		if p.at(p.i).set.any(lexicon.Adj, lexicon.Country) {
			p.country(p.at(p.i))
		}
	}
	return true
}

// sideOf reads "phía Nga" after the word for a counterpart, and before the name after any other.
func (p *parser) sideOf(r *roleUse) bool {
	n := p.at(p.i + 1)
	return r != nil && (r.flags.Has("counterpart") || p.at(p.i+2).name >= 0) && p.is(lexicon.Prep) && n.set.has(lexicon.Country) && n.name < 0
}

// unknownField reads what an office of state is for, in two words that the lexicon
// does not have: "Ủy ban Điều tra". A name has no small second word.
func (p *parser) unknownField() bool {
	u, v, b := p.at(p.i), p.at(p.i+1), p.at(p.i-1)
	return b.set.has(lexicon.Portfolio) && b.cap && u.kind == text.Word && u.cap && !u.known() && u.name < 0 &&
		v.kind == text.Word && !v.cap && !v.known()
}

// portfolioList reports the comma of "Thương mại, Công nghiệp và Năng lượng X": nothing but
// portfolios up to the name, or to the state of an office told behind it.
func (p *parser) portfolioList() bool {
	if !p.d.lex.Options.Bare || !p.at(p.i-1).set.any(lexicon.Portfolio, lexicon.Body) {
		return false
	}
	for k := p.i + 1; k < p.i+12; k++ {
		u := p.at(k)
		if u.name >= 0 {
			return true
		}
		if u.set.has(lexicon.Role) || u.punct != ',' && !u.set.any(lexicon.Portfolio, lexicon.Body, lexicon.And, lexicon.Country) {
			return k > p.i+2 && p.at(k-1).set.has(lexicon.Country) && p.at(p.i+1).set.has(lexicon.Portfolio) && p.at(k-2).set.has(lexicon.Portfolio)
		}
	}
	return false
}

// adjectiveAfter allows an unknown lower-case word inside a title when the
// title goes on after it: "directeur national adjoint de", "ministre sortant X". Where adjectives
// stand before the office, what stands between it and a name is a verb.
func (p *parser) adjectiveAfter() bool {
	n := p.at(p.i + 1)
	return n.set.any(lexicon.Of, lexicon.Adj) || n.name >= 0 && !p.d.lex.Options.Premodifier || n.punct == ',' && p.at(p.i+2).name >= 0 || !n.known() && !n.cap && n.kind == text.Word && p.at(p.i+2).set.has(lexicon.Of)
}

// nounPhrase reads the noun phrase of a complement that starts at unit k. It
// reports false, and reads nothing, if a person starts there.
func (p *parser) nounPhrase(k int) bool {
	for p.at(k).set.any(lexicon.Def, lexicon.Of) && p.at(k).name < 0 && !p.at(k).cap {
		k++
	}
	u := p.at(k)
	if u.name >= 0 || u.kind != text.Word && u.kind != text.Number || u.set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Poss, lexicon.Dem) || p.holder(k) {
		return false
	}
	if u.set.has(lexicon.Role) && !u.set.any(lexicon.Portfolio, lexicon.Country, lexicon.Place) {
		return false
	}
	if u.set.has(lexicon.Noun) && p.nounIs(u, "met") {
		return false
	}
	if e, ok := u.entry(lexicon.Verb); ok && e.Form&lexicon.Inf != 0 && !u.cap && !p.d.lex.Options.Bare {
		return false
	}
	p.i = k
	for p.i < p.s.to {
		u := p.at(p.i)
		switch {
		case u.name >= 0 || u.date >= 0 || u.kind == text.Break:
			return true
		case p.i > k && p.d.clitic(p.i): // "president of Haiti's council"
		case u.punct == '(' && p.i > k && p.abbreviation(): // "of the Communist Party (CPC) Central Committee"
			p.i += 2
		case u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Seat):
			p.country(u)
		case u.set.any(lexicon.Party, lexicon.Org):
			p.group(u)
		case u.set.any(lexicon.Portfolio, lexicon.Thing) || p.i > k && p.bodyGoesOn():
		case u.set.has(lexicon.Of) && p.i > k && p.pluralAt(p.i+1) && p.at(p.i+2).name < 0: // "groupe de députés"
		case u.set.has(lexicon.Role) && p.i > k && !u.cap && (p.roleAsAdjective() || p.at(p.i-1).set.has(lexicon.Of) && p.pluralAt(p.i) && p.at(p.i+1).name < 0):
		case u.set.has(lexicon.Role) && p.i > k+1 && u.cap && p.at(p.i-1).set.has(lexicon.Of) && p.at(p.i-2).cap && p.pluralAt(p.i) && p.at(p.i+1).name < 0: // "House of Representatives"
		case p.i == k && u.kind == text.Word:
		case u.kind == text.Word && !u.known() && (u.cap || p.nounGoesOn()):
		case u.kind == text.Number && p.i == k:
		case u.punct != 0 && p.dashBetween():
		default:
			return true
		}
		p.i++
	}
	return true
}

// bodyGoesOn reports a word of the name of a body, with nothing but more of it up to a name:
// "Institute of Oriental Studies X", "the Lukoil company Y".
func (p *parser) bodyGoesOn() bool {
	if !p.d.lex.Options.Premodifier {
		return false
	}
	for i := p.i; i < p.i+5; i++ {
		switch u := p.at(i); {
		case u.name >= 0:
			return i > p.i
		case u.kind != text.Word || u.date >= 0 || u.set.any(lexicon.Role, lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.Honorific, lexicon.NameHead) || !u.cap && !u.set.has(lexicon.Body) || governor(u) != lexicon.None:
			return false
		}
	}
	return false
}

// holder reports a state, an office and a name from unit k on, in a language that puts
// the state first: "an envoy of British Foreign Secretary X" is another person.
func (p *parser) holder(k int) bool {
	if !p.d.lex.Options.Premodifier || !p.at(k).set.any(lexicon.Adj, lexicon.Country, lexicon.Former) {
		return false
	}
	bare := p.at(k).set.has(lexicon.Country)
	for k++; p.d.clitic(k) || p.at(k).set.any(lexicon.Former, lexicon.Adj); k++ {
		bare = false
	}
	if e, ok := p.at(k).entry(lexicon.Role); ok && bare && p.d.lex.Roles[e.Index].Flags.Has("rank") {
		return false // "Emir of Qatar Sheikh X"
	}
	return p.at(k).set.has(lexicon.Role) && p.at(k).name < 0 && (p.at(k+1).name >= 0 || p.at(k+1).set.has(lexicon.Role) && p.at(k+2).name >= 0)
}

// abbreviation reports "(ABC)" inside a noun phrase that goes on after it.
func (p *parser) abbreviation() bool {
	u, end, n := p.at(p.i+1), p.at(p.i+2), p.at(p.i+3)
	return end.punct == ')' && p.d.toks[u.from].AllCaps && (n.name >= 0 || n.set.any(lexicon.Portfolio, lexicon.Thing, lexicon.Org))
}

// dashBetween reads the dash of "Japon–Vietnam".
func (p *parser) dashBetween() bool {
	if u := p.at(p.i); text.Key(p.d.textOf(p.i, p.i+1)) == "'" && !p.d.toks[u.from].Space && p.at(p.i+1).kind == text.Word {
		return true // "head of the Workers' Union"
	}
	t := p.d.textOf(p.i, p.i+1)
	return (t == "–" || t == "-") && p.at(p.i-1).set.any(lexicon.Country, lexicon.Prefix) && p.at(p.i+1).set.has(lexicon.Country)
}

// roleAsAdjective: "commission parlementaire", "comité directeur".
func (p *parser) roleAsAdjective() bool {
	v, n := p.at(p.i-1), p.at(p.i+1)
	return v.kind == text.Word && !v.set.any(lexicon.Of, lexicon.Def, lexicon.And) && n.name < 0 && !n.set.any(lexicon.Honorific, lexicon.Adj)
}

// nounGoesOn allows an unknown lower-case word after a noun: an adjective
// ("Front de solidarité nationale"), never a verb: what follows must not be
// an object or a clause.
func (p *parser) nounGoesOn() bool {
	n := p.at(p.i + 1)
	return n.kind != text.Word || n.name >= 0 || n.set.any(lexicon.Of, lexicon.Adj, lexicon.Country, lexicon.Place, lexicon.Org, lexicon.Portfolio, lexicon.And, lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Verb, lexicon.With, lexicon.By, lexicon.In, lexicon.Who) || !n.known()
}

// posted reads "au Vietnam", "en France", "à Caracas", "près l'Union européenne" after an
// office; the state of the post is not the state served.
func (p *parser) posted(r *roleUse) bool {
	k := p.i + 1
	if p.at(k).set.has(lexicon.Def) {
		k++
	}
	if !p.at(k).set.has(lexicon.Country) && !(p.at(k).set.has(lexicon.Place) && (p.d.lex.Options.Bare || p.d.lex.Options.Gendered && r != nil && r.key == "ambassador")) || p.at(k).name >= 0 || !p.a.isDiplomat(p) {
		return false
	}
	p.i = k + 1
	return true
}

func (a *actor) isDiplomat(p *parser) bool {
	u := p.at(p.i - 1)
	return len(a.codes) > 0 || u.set.has(lexicon.Role)
}

// moreOf reads "et de l'Énergie", "et du Tourisme", "et Technologies", "et des Marocains résidant
// à l'étranger".
func (p *parser) moreOf() bool {
	k := p.i + 1
	if p.at(k).set.has(lexicon.Of) {
		k++
	}
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k++
	}
	if k > p.i+1 && p.at(k).kind == text.Word && !p.at(k).known() && p.at(k+1).set.has(lexicon.Of) && p.at(k+2).set.any(lexicon.Portfolio, lexicon.Thing, lexicon.Org, lexicon.Body) && p.leadsToName(k) {
		return p.nounPhrase(p.i + 1) // "de la stratégie et des opérations du ministère, X"
	}
	u := p.at(k)
	named := u.cap && (!u.known() || u.set == partyWord || p.d.lex.Options.Bare && u.set.has(lexicon.Thing)) && p.at(p.i-1).set.has(lexicon.Portfolio)
	if u.name >= 0 || u.set.has(lexicon.Role) || !u.set.any(lexicon.Portfolio, lexicon.Org) && !(u.set.has(lexicon.Adj) && p.at(k+1).set.has(lexicon.Portfolio)) && !named {
		return false
	}
	return p.nounPhrase(p.i + 1)
}

// partyWord is a word like "formation", which only tells of a party.
var partyWord = setOf([]lexicon.Entry{{Class: lexicon.PartyWord}})

// appositions reads ", ministre de X et chef de Y," after a name.
func (p *parser) appositions() {
	if p.a.pron != lexicon.None {
		return
	}
	opening := p.i
	for p.comma(p.i) || p.a.named && p.dash(p.i) || p.a.named && len(p.a.roles) > 0 && p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Role) && p.sameHolder() {
		if !p.apposition() && !p.affiliation() {
			break
		}
		p.parenthesis()
	}
	if p.i > opening && p.dash(opening) && p.dash(p.i) {
		p.i++ // what closes "X - président du Y -"
	}
	p.parenthesis()
}

// sameHolder reports an "and" that joins two offices of one person: in a language
// without articles that is a word of its own, see words.txt.
func (p *parser) sameHolder() bool {
	e, _ := p.at(p.i).entry(lexicon.And)
	return e.Index > 1 || !p.d.lex.Options.TitleList
}

// apposition reads one; it reads nothing if what follows the comma is another
// person ("X, le ministre Y").
func (p *parser) apposition() bool {
	if !p.a.named || len(p.a.persons) > 1 {
		return false
	}
	save := *p
	joined := p.is(lexicon.And)
	p.i++
	det := lexicon.None
	former, theirs := false, false
	for p.i < p.s.to {
		u := p.at(p.i)
		if u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem) && u.name < 0 && det == lexicon.None || p.d.clitic(p.i) { // "the Vatican's secretary"
			det = lexicon.Def
			theirs = u.set.has(lexicon.Poss)
		} else if u.set.has(lexicon.Former) {
			former = true
		} else if det != lexicon.None && u.set.any(lexicon.LastTime, lexicon.First, lexicon.Second) && u.name < 0 { // "the last Indian premier to come"
		} else if det != lexicon.None && p.newlyMade(u) {
			p.i++
		} else if u.set.has(lexicon.Adverb) && !u.set.has(lexicon.Verb) && p.at(p.i+1).set.any(lexicon.Indef, lexicon.Def, lexicon.Role) { // ", also a member of"
		} else if u.set.any(lexicon.Adj, lexicon.Country) && (p.premodifier(1) || !u.cap && p.at(p.i+1).set.has(lexicon.Role)) {
			p.country(u)
		} else if u.set.any(lexicon.Portfolio, lexicon.Party, lexicon.Org) && p.premodifier(1) {
			p.group(u)
		} else if !(u.kind == text.Word && u.common() && !u.cap && p.at(p.i+1).set.has(lexicon.Role) && (det != lexicon.None || joined || p.d.lex.Options.Premodifier || p.d.lex.Options.Gendered && !u.known())) { // ", nouvel ambassadeur de Chine,"
			break
		}
		p.i++
	}
	u := p.at(p.i)
	if !u.set.has(lexicon.Role) || u.name >= 0 || joined && (det != lexicon.None || p.isCounterpart(u)) {
		*p = save
		return false
	}
	if det == lexicon.None && !joined && p.d.lex.Options.HeadlineComma && p.d.headline(p.a.sent) && p.at(p.i+1).kind == text.Word && !p.at(p.i+1).set.any(lexicon.Of, lexicon.For, lexicon.And, lexicon.In) {
		*p = save
		return false // "Biden, Czech leader press Congress"
	}
	was := p.a.former
	p.a.former = former
	plural := p.a.plural
	p.takeRole(u)
	if p.parenthesis(); joined && p.at(p.i).name >= 0 {
		*p = save
		return false // "X and General (Retd) Y"
	}
	p.a.former = was
	p.a.partner = p.a.partner || theirs && (p.a.role("host") || p.a.role("guest") || p.a.role("other"))
	for p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0 && !p.nameSoon(p.i+1) && !p.a.plural {
		p.i++
		p.takeRole(p.at(p.i))
	}
	if joined && p.d.lex.Options.TitleList && p.comma(p.i) && p.at(p.i+1).set.has(lexicon.Role) && p.leadsToName(p.i+1) {
		*p = save
		return false
	}
	if p.is(lexicon.Be) && p.a.roles[len(p.a.roles)-1].flags.Has("generic") { // "chủ nhà là A, khách là B"
		*p = save
		return false
	}
	if p.fronted() && p.at(p.i).actor < 0 && p.d.predicate(min(p.i, len(p.d.units)-1)) {
		*p = save
		return false
	}
	if det == lexicon.Def && (p.verbFollows() || len(save.a.roles) > 0 && p.comma(p.i) && p.at(p.i+1).name >= 0) {
		*p = save
		return false
	}
	if p.a.plural && !plural || p.at(p.i).name >= 0 || p.at(p.i).set.any(lexicon.Honorific, lexicon.NameHead) && p.nameSoon(p.i) {
		*p = save
		return false
	}
	return true
}

// fronted reports an actor inside words put before the subject: "Tiếp Đại sứ X,
// Chủ tịch nước nói". An agent before its verb is none.
func (p *parser) fronted() bool {
	if p.a.from == p.s.from {
		return false
	}
	b := p.at(p.a.from - 1)
	if b.set.any(lexicon.Passive, lexicon.By) || !b.set.has(lexicon.Verb) && governor(b) == lexicon.None {
		return false
	}
	for i := p.a.from - 1; i >= p.s.from && p.at(i).punct != ';'; i-- {
		if p.at(i).actor >= 0 {
			return false
		}
	}
	return true
}

// isCounterpart reports a title that always means somebody else: "X và người
// đồng cấp".
func (p *parser) isCounterpart(u *unit) bool {
	e, _ := u.entry(lexicon.Role)
	return p.d.lex.Roles[e.Index].Flags.Has("counterpart")
}

// verbFollows: what was read is the subject of a verb, no apposition.
func (p *parser) verbFollows() bool {
	u := p.at(p.i)
	return u.kind == text.Word && u.name < 0 && !u.set.any(lexicon.And, lexicon.Or, lexicon.In, lexicon.To, lexicon.Who) && u.date < 0
}

// field reads "pour l'Asie et le Pacifique" and "au Service européen" after an
// office.
func (p *parser) field() bool {
	k := p.i + 1
	def := p.d.contracted(p.i)
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k, def = k+1, true
	}
	u := p.at(k)
	if !def && !(p.is(lexicon.For) && u.set.any(lexicon.Portfolio, lexicon.Place)) || u.name >= 0 || u.set.has(lexicon.Role) || !u.set.any(lexicon.Thing, lexicon.Org, lexicon.Portfolio) && !(u.set.has(lexicon.Place) && p.is(lexicon.For)) || !u.cap && !u.set.has(lexicon.Portfolio) {
		return false
	}
	p.nounPhrase(k)
	for p.is(lexicon.And) {
		k := p.i + 1 + one(p.at(p.i+1).set.has(lexicon.Def))
		if u := p.at(k); u.name >= 0 || !u.set.any(lexicon.Place, lexicon.Portfolio) || k == p.i+1 && p.at(k+1).name < 0 {
			break
		}
		p.nounPhrase(k)
	}
	return true
}

// affiliation reads ", du groupe d'amitié," after a name.
func (p *parser) affiliation() bool {
	if p.a.named && p.comma(p.i) && p.at(p.i+1).set.has(lexicon.Prep) && p.at(p.i+2).set.has(lexicon.Adj) && p.comma(p.i+3) { // ", côté russe,"
		p.country(p.at(p.i + 2))
		p.i += 3
		return true
	}
	if !p.a.named || !p.comma(p.i) || !p.at(p.i+1).set.has(lexicon.Of) || p.nounIs(p.at(p.i+2), "visit") { // ", de retour de Dakar,"
		return false
	}
	save := *p
	p.i++
	for p.is(lexicon.Of) && p.nounPhrase(p.i+1) || p.is(lexicon.To) && p.at(p.i+1).kind == text.Word && p.nounPhrase(p.i+1) {
		if p.comma(p.i) || p.is(lexicon.And) {
			return true
		}
	}
	*p = save
	return false
}

func (p *parser) country(u *unit) {
	for _, e := range u.entries {
		switch e.Class {
		case lexicon.Country, lexicon.Adj, lexicon.Seat, lexicon.Place:
			if e.Code != "" && !slices.Contains(p.a.codes, e.Code) {
				p.a.codes = append(p.a.codes, e.Code)
			}
			return
		}
	}
}
