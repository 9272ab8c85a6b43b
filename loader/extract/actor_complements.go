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
		case r == nil && p.a.deleg && u.kind == text.Word && !u.cap && !u.known() && p.at(p.i+1).set.has(lexicon.Adj) && p.at(p.i+1).name < 0:
			p.i++ // "une délégation gouvernementale laotienne"
		case r != nil && (r.flags.Has("host") || r.flags.Has("guest")) && u.set.has(lexicon.Of) && p.leadsToName(p.i+1):
			return // "the guest of President X" is another person
		case r != nil && (r.flags.Has("counterpart") || r.flags.Has("host") || r.flags.Has("guest")) && u.set.has(lexicon.Of) && p.d.clitic(p.i+2) && !p.at(p.i+3).set.any(lexicon.Portfolio, lexicon.Body, lexicon.Org, lexicon.Party, lexicon.Thing):
			return // "assured his counterpart of Angola's support"
		case u.set.has(lexicon.Of) && r != nil && (p.principal() || p.sentBy(r)):
		case u.set.either(lexicon.Of, lexicon.To) && r != nil && p.serves(r) && (p.served() || p.principal()):
		case u.set.has(lexicon.Of) && r != nil && p.pointed():
			p.i += 3
		case u.set.has(lexicon.Of) && p.nounPhrase(p.i+1):
		case u.set.has(lexicon.Of) && r == nil && p.a.deleg && p.manyOfAKind(p.i+1): // "une délégation d'officiers serbes"
			p.i += 2
		case u.set.has(lexicon.And) && p.a.plural && p.at(p.i-1).set.has(lexicon.Adj) && p.at(p.i+1).set.has(lexicon.Adj):
			p.i++
		case u.set.either(lexicon.For, lexicon.To) && r != nil && p.field():
		case r != nil && p.charge():
		case u.set.has(lexicon.For) && r != nil && p.at(p.i-1).set.any(lexicon.Adj, lexicon.Thing, lexicon.Org, lexicon.Portfolio) && p.at(p.i+1).set.has(lexicon.Def) && !p.at(p.i+2).set.either(lexicon.First, lexicon.Noun) && p.nounPhrase(p.i+2):
		case u.set.has(lexicon.From) && p.d.clitic(p.i+2) && p.nounPhrase(p.i+1): // "a delegation from Vietnam's Ministry of Defence"
		case u.set.has(lexicon.From) && (r != nil || p.d.lex.Options.Premodifier) && p.cameFrom():
		case u.set.has(lexicon.In) && r != nil && r.flags.Has("counterpart") && p.cameFrom(): // "her colleague in Nairobi, X"
		case u.set.any(lexicon.In, lexicon.To, lexicon.For) && p.posted(r):
		case u.set.either(lexicon.In, lexicon.To) && r != nil && p.inMinistry():
		case u.set.has(lexicon.And) && p.moreOf():
		case (u.set.has(lexicon.And) || u.punct == ',') && p.moreStates():
		case u.punct == ',' && p.moreDemonyms():
		case u.punct == ',' && p.at(p.i+1).set.has(lexicon.Of) && p.at(p.i+2).set.either(lexicon.Portfolio, lexicon.Org) && p.at(p.i+2).name < 0 && p.nounPhrase(p.i+2):
		case u.punct == ',' && p.portfolioList():
			if p.i++; !p.d.lex.Options.Bare {
				p.nounPhrase(p.i)
			}
		case u.set.has(lexicon.Adverb) && r != nil && (u.to-u.from > 1 || p.d.lex.Options.Premodifier && p.comma(p.i+1) && p.at(p.i+2).name >= 0): // "par intérim", "the governor there, X"
			p.i++
		case u.set.any(lexicon.Portfolio, lexicon.Body, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Place, lexicon.Seat) && p.d.lex.Options.Bare:
			p.group(u)
			p.country(u)
			p.i++
		case r != nil && p.numbered():
			p.i++
		case p.sideOf(r):
			p.country(p.at(p.i + 1))
			p.i += 2
		case p.unknownField():
			p.i += 2
		case p.unknownPlace():
			for p.i++; p.unknownCapital(p.at(p.i)); p.i++ {
			}
		case u.set.either(lexicon.Former, lexicon.Numeral) && !u.cap && !p.d.lex.Options.Premodifier:
			p.a.plural = p.a.plural || p.leadersMet(r)
			p.i++
		case r == nil && u.set.has(lexicon.Role) && !u.cap && p.at(p.i+1).name < 0: // "délégation militaire"
			p.i++
		case r != nil && u.kind == text.Word && !u.known() && p.d.toks[u.from].AllCaps && (p.at(p.i+1).name >= 0 || p.at(p.i+1).set.has(lexicon.NameHead) && p.at(p.i+2).name >= 0 || p.d.lex.Options.Bare && p.at(p.i+1).set.any(lexicon.Portfolio, lexicon.Body, lexicon.Country, lexicon.Place)): // "Chủ tịch COP26 X", "Chủ tịch UBTƯ MTTQ"
			p.i++
		case r != nil && u.kind == text.Word && !u.known() && !u.cap && p.adjectiveAfter():
			p.i++
		case r != nil && (p.republicOf() || p.stateAhead()):
		case r != nil && p.bodyAhead():
		case r != nil && p.firm():
		case r != nil && p.longField():
		case r != nil && p.unreadRest(r):
		default:
			return
		}
	}
}

// leadersMet reports "gặp lãnh đạo các nước" and "lãnh đạo các nhóm nghị sĩ": several, behind a verb or a preposition. As the subject they are more than those
// whom the sentence names.
func (p *parser) leadersMet(r *roleUse) bool {
	n := p.at(p.i + 1)
	return r != nil && r.flags.Has("generic") && p.is(lexicon.Numeral) && (n.set.any(lexicon.Portfolio, lexicon.Body, lexicon.PartyWord) || n.common() && !n.known()) &&
		(p.governed() || p.a.from > p.s.from && p.at(p.a.from-1).set.has(lexicon.Verb))
}

// manyOfAKind reports at unit i a plural word for people that names nobody.
func (p *parser) manyOfAKind(i int) bool {
	e, ok := p.at(i).entry(lexicon.Role)
	return ok && e.Form&lexicon.Plural != 0 && p.at(i).name < 0 && p.at(i+1).name < 0
}

// firm reads the name of a company between an office and the name of who holds it: "Tổng giám đốc PV GAS
// Phạm Văn Lộc", "Chủ tịch Sovico Nguyễn Thanh Hà".
func (p *parser) firm() bool {
	k := p.i
	for ; k < p.i+4 && p.at(k).name < 0; k++ {
		u := p.at(k)
		if !u.cap || u.kind != text.Word || u.date >= 0 || u.known() && !u.set.either(lexicon.Thing, lexicon.Agency) || u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Namesake, lexicon.Body, lexicon.In, lexicon.Prep) {
			return false
		}
	}
	if k == p.i || p.at(k).name < 0 || !p.d.lex.Options.Bare {
		return false
	}
	p.i = k
	return true
}

// republicOf reads what kind of republic an office is of, up to the state: "le président de la République
// [Démocratique et Populaire] d'Algérie".
func (p *parser) republicOf() bool {
	k := p.i
	for p.at(k).name < 0 && (p.at(k).cap && p.at(k).set.has(lexicon.Thing) || k > p.i && p.at(k).set.either(lexicon.And, lexicon.Adj)) {
		k++
	}
	j := k + 1
	for p.at(j).set.has(lexicon.Def) && p.at(j).name < 0 {
		j++
	}
	if k == p.i || !p.at(k).set.has(lexicon.Of) || !p.at(j).set.has(lexicon.Country) || p.at(j).name >= 0 {
		return false
	}
	p.i = k
	return true
}

// pointed reports "de cette ville" before a name: the place of an office that was told
// before, see doc.thatTown.
func (p *parser) pointed() bool {
	u, n := p.at(p.i+2), p.at(p.i+3)
	return p.at(p.i+1).set.has(lexicon.Dem) && u.kind == text.Word && !u.cap && u.name < 0 && !u.set.has(lexicon.Role) && (n.name >= 0 || n.punct == ',' && p.at(p.i+4).name >= 0)
}

// sideOf reads "phía Nga" after the word for a counterpart, and before the name after any other.
func (p *parser) sideOf(r *roleUse) bool {
	n := p.at(p.i + 1)
	return r != nil && (r.flags.Has("counterpart") || p.at(p.i+2).name >= 0) && p.is(lexicon.Prep) && n.set.has(lexicon.Country) && n.name < 0
}

// numbered reports the number of a unit of forces: "Hạm đội 3 Hải quân Thái Lan", "Tư lệnh Quân khu 7 X tiếp". Before any other
// word it counts what that tells of: "Bộ trưởng Quốc phòng 10 nước".
func (p *parser) numbered() bool {
	u, b, n := p.at(p.i), p.at(p.i-1), p.at(p.i+1)
	return p.d.lex.Options.Bare && u.kind == text.Number && u.date < 0 && b.cap && b.set.has(lexicon.Portfolio) &&
		(n.name >= 0 || n.kind != text.Word || n.cap && n.set.any(lexicon.Portfolio, lexicon.Country, lexicon.Role) || n.set.any(lexicon.Have, lexicon.And, lexicon.Of, lexicon.Verb))
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
	b := p.at(p.i - 1)
	if !p.d.lex.Options.Bare && !(p.d.lex.Options.Premodifier && p.portfolioBehind(p.i+1)) || !b.set.either(lexicon.Portfolio, lexicon.Body) && !(b.set.has(lexicon.Role) && b.to-b.from > 2) { // "Minister of Foreign Affairs" is one form
		return false
	}
	for k := p.i + 1; k < p.i+12; k++ {
		u := p.at(k)
		if u.name >= 0 {
			return true
		}
		if u.set.has(lexicon.Role) || u.punct != ',' && !u.set.any(lexicon.Portfolio, lexicon.Body, lexicon.And, lexicon.Country) && !p.portfolioBehind(k) {
			return k > p.i+2 && p.at(k-1).set.has(lexicon.Country) && p.at(p.i+1).set.has(lexicon.Portfolio) && p.at(k-2).set.has(lexicon.Portfolio)
		}
	}
	return false
}

// portfolioBehind reports a portfolio at unit k, or behind one word in capitals there: "Trade", "African
// Cooperation", "Moroccan Expatriates".
func (p *parser) portfolioBehind(k int) bool {
	u := p.at(k)
	return u.name < 0 && (u.set.has(lexicon.Portfolio) || u.cap && u.set.either(lexicon.Adj, lexicon.Thing) && p.at(k+1).set.has(lexicon.Portfolio))
}

// adjectiveAfter allows an unknown lower-case word inside a title when the
// title goes on after it: "directeur national adjoint de", "ministre sortant X". Where adjectives
// stand before the office, what stands between it and a name is a verb.
func (p *parser) adjectiveAfter() bool {
	n := p.at(p.i + 1)
	return n.set.either(lexicon.Of, lexicon.Adj) || n.name >= 0 && !p.d.lex.Options.Premodifier || n.punct == ',' && p.at(p.i+2).name >= 0 || !n.known() && !n.cap && n.kind == text.Word && p.at(p.i+2).set.has(lexicon.Of)
}

// nounPhrase reads the noun phrase of a complement that starts at unit k. It
// reports false, and reads nothing, if a person starts there.
func (p *parser) nounPhrase(k int) bool {
	for p.at(k).set.either(lexicon.Def, lexicon.Of) && p.at(k).name < 0 && !p.at(k).cap {
		k++
	}
	u := p.at(k)
	if u.name >= 0 || u.kind != text.Word && u.kind != text.Number || u.set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Poss, lexicon.Dem) || p.holder(k) {
		return false
	}
	if u.set.has(lexicon.Role) && !u.set.any(lexicon.Portfolio, lexicon.Country, lexicon.Place) && !(p.a.plural && p.statesOnly(u)) {
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
		case p.i > k && p.d.clitic(p.i-1) && p.nounIs(u, "delegation"): // "the head of Haiti's delegation"
		case u.punct == '(' && p.i > k && p.abbreviation(): // "of the Communist Party (CPC) Central Committee"
			p.i += 2
		case u.set.has(lexicon.Prep) && p.i > k && p.at(p.i-1).cap && p.at(p.i+1).cap && p.at(p.i+1).set.has(lexicon.Portfolio) && p.d.lex.Options.Premodifier: // "Committee on Foreign Affairs"
		case u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Seat):
			p.country(u)
		case u.set.either(lexicon.Party, lexicon.Org):
			p.group(u)
		case u.set.either(lexicon.Portfolio, lexicon.Thing):
		case u.set.has(lexicon.Of) && p.i > k && p.pluralAt(p.i+1) && p.at(p.i+2).name < 0: // "groupe de députés"
		case u.set.has(lexicon.Role) && p.i > k && (!u.cap || p.a.deleg && p.pluralAt(p.i)) && (p.roleAsAdjective() || p.at(p.i-1).set.has(lexicon.Of) && p.pluralAt(p.i) && p.at(p.i+1).name < 0):
		case u.set.has(lexicon.Role) && p.i > k+1 && u.cap && p.at(p.i-1).set.has(lexicon.Of) && p.at(p.i-2).cap && p.pluralAt(p.i) && p.at(p.i+1).name < 0: // "House of Representatives"
		case p.i == k && u.kind == text.Word:
		case u.kind == text.Word && !u.known() && (u.cap || p.nounGoesOn()):
		case u.kind == text.Number && p.i == k:
		case u.set.has(lexicon.Ordinal) && p.i == k+1 && p.at(k).kind == text.Number: // "du 8e arrondissement"
		case u.punct != 0 && p.dashBetween():
		default:
			return true
		}
		p.i++
	}
	return true
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
	return (t == "–" || t == "-") && p.at(p.i-1).set.either(lexicon.Country, lexicon.Prefix) && p.at(p.i+1).set.has(lexicon.Country)
}

// roleAsAdjective: "commission parlementaire", "comité directeur".
func (p *parser) roleAsAdjective() bool {
	v, n := p.at(p.i-1), p.at(p.i+1)
	return v.kind == text.Word && !v.set.any(lexicon.Of, lexicon.Def, lexicon.And) && n.name < 0 && !n.set.either(lexicon.Honorific, lexicon.Adj)
}

// nounGoesOn allows an unknown lower-case word after a noun: an adjective
// ("Front de solidarité nationale"), never a verb: what follows must not be
// an object or a clause.
func (p *parser) nounGoesOn() bool {
	n := p.at(p.i + 1)
	return n.kind != text.Word || n.name >= 0 || n.set.any(lexicon.Of, lexicon.Adj, lexicon.Country, lexicon.Place, lexicon.Org, lexicon.Portfolio, lexicon.And, lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Verb, lexicon.With, lexicon.By, lexicon.In, lexicon.Who) || !n.known()
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
	u := p.at(k)
	named := u.cap && (!u.known() || u.set == partyWord || p.d.lex.Options.Bare && u.set.has(lexicon.Thing)) && p.at(p.i-1).set.has(lexicon.Portfolio)
	if u.name >= 0 || u.set.has(lexicon.Role) || !u.set.either(lexicon.Portfolio, lexicon.Org) && !p.portfolioBehind(k) && !named {
		return false
	}
	return p.nounPhrase(p.i + 1)
}

// partyWord is a word like "formation", which only tells of a party.
var partyWord = setOf([]lexicon.Entry{{Class: lexicon.PartyWord}})

// field reads "pour l'Asie et le Pacifique" and "au Service européen" after an
// office.
func (p *parser) field() bool {
	k := p.i + 1
	def := p.d.contracted(p.i)
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k, def = k+1, true
	}
	u := p.at(k)
	if !def && !(p.is(lexicon.For) && u.set.either(lexicon.Portfolio, lexicon.Place)) || u.name >= 0 || u.set.has(lexicon.Role) || !u.set.any(lexicon.Thing, lexicon.Org, lexicon.Portfolio) && !(u.set.has(lexicon.Place) && p.is(lexicon.For)) || !u.cap && !u.set.has(lexicon.Portfolio) {
		return false
	}
	p.nounPhrase(k)
	for p.is(lexicon.And) {
		k := p.i + 1 + one(p.at(p.i+1).set.has(lexicon.Def))
		if u := p.at(k); u.name >= 0 || !u.set.either(lexicon.Place, lexicon.Portfolio) || k == p.i+1 && p.at(k+1).name < 0 {
			break
		}
		p.nounPhrase(k)
	}
	return true
}

func (p *parser) country(u *unit) {
	for _, e := range u.entries {
		switch e.Class {
		case lexicon.Country, lexicon.Adj, lexicon.Seat, lexicon.Place:
			if e.Class == lexicon.Place && u.set.has(lexicon.Portfolio) && u.cap && !p.d.capitals(u) {
				continue // "Cao ủy Hòa bình" is not of Hòa Bình
			}
			if e.Code != "" && !slices.Contains(p.a.codes, e.Code) {
				p.a.codes = append(p.a.codes, e.Code)
			}
			return
		}
	}
}

// longField reads on from a portfolio, or from an office whose field is told in capitals, to the name behind it, across words
// that say more of it: "Bộ trưởng Hạ tầng và Quản lý nước X", "Tổng Thư ký Diễn đàn Quần đảo Thái Bình Dương X", where
// nothing but a name ends the office.
func (p *parser) longField() bool {
	b := p.at(p.i - 1)
	field := b.cap && b.set.has(lexicon.Portfolio)
	named := b.name < 0 && (p.at(p.i).cap || p.is(lexicon.Namesake) || p.dashed(p.i))
	if !p.d.lex.Options.Bare || p.i == p.s.from || !field && !named || p.is(lexicon.Role) {
		return false
	}
	for k := p.i; k < p.i+7; k++ {
		switch u := p.at(k); {
		case u.name >= 0:
			if b := p.at(k - 1); k == p.i || b.set.has(lexicon.And) || governor(b) != lexicon.None || !field && p.d.names[u.name].to == k+1 {
				return false // "Tổng Giám đốc Liên doanh Vietsovpetro" names nobody
			}
			p.i = k
			return true
		case !field && u.set.has(lexicon.And), !field && governor(u) != lexicon.None && !u.set.has(lexicon.Of):
			return false
		case p.dashed(k):
		case u.kind != text.Word || u.date >= 0 || u.set.any(lexicon.Honorific, lexicon.With, lexicon.By, lexicon.Not, lexicon.Have, lexicon.Passive) || u.cap && u.set.has(lexicon.Role) || u.set.has(lexicon.Verb) && !u.set.has(lexicon.Portfolio):
			return false
		}
	}
	return false
}

// dashed reports a dash between two words in capitals at unit k: "Đông Á - Thái Bình Dương".
func (p *parser) dashed(k int) bool {
	return p.at(k).punct == '-' && p.at(k-1).cap && p.at(k+1).cap && p.at(k+1).name < 0
}
