package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// principal reads for whom somebody acts, when the name comes after a comma: "l'envoyé
// du président russe pour le Moyen-Orient, X" is the envoy. Without one, it can be
// that of either.
func (p *parser) principal() bool {
	k := p.i + 1
	for p.at(k).set.either(lexicon.Def, lexicon.Of) && p.at(k).name < 0 {
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

// sentBy reads "của Tổng thống Mozambique" behind the office of who serves or stands for somebody, up to the
// comma behind which the name of that one comes: "Đặc phái viên của Chủ tịch nước, Bộ trưởng X".
func (p *parser) sentBy(r *roleUse) bool {
	if !p.d.lex.Options.TitleList || r.key != "envoy" && r.key != "adviser" || !p.at(p.i+1).set.has(lexicon.Role) || p.at(p.i+1).name >= 0 || p.pluralAt(p.i+1) {
		return false
	}
	k := p.i + 2
	for k < p.i+8 && p.at(k).name < 0 && p.at(k).set.any(lexicon.Country, lexicon.Org, lexicon.Portfolio, lexicon.Party) {
		k++
	}
	n := p.at(k + 1)
	if !p.comma(k) || !(n.name >= 0 || n.set.either(lexicon.Honorific, lexicon.Role) && p.leadsToName(k+1)) {
		return false
	}
	if e, ok := n.entry(lexicon.Role); ok && (headships[p.d.lex.Roles[e.Index].Key] || p.d.lex.Roles[e.Index].Key == "chairman") {
		return false // "Đặc phái viên của Tổng Bí thư, Chủ tịch nước X" is that of X
	}
	for ; p.i < k; p.i++ {
		p.country(p.at(p.i))
	}
	return true
}

// serves reports an office of those who serve somebody, in a language that puts their name right
// behind whom: "Adviser to the President of Georgia X".
func (p *parser) serves(r *roleUse) bool {
	return p.d.lex.Options.Premodifier && slices.Contains([]string{"adviser", "envoy", "secretary", "director"}, r.key)
}

// served reads "to the President of Georgia" and "of the UN Secretary-General for Libya" before the
// name of who serves.
func (p *parser) served() bool {
	k := p.i + 2
	for p.at(k).set.any(lexicon.Adj, lexicon.Country, lexicon.Org) && p.at(k).name < 0 && k < p.i+4 {
		k++
	}
	if !p.at(p.i+1).set.has(lexicon.Def) || !p.at(k).set.has(lexicon.Role) || p.pluralAt(k) || !p.at(k+1).set.either(lexicon.Of, lexicon.For) {
		return false
	}
	of := p.at(k + 1).set.has(lexicon.Of)
	for k += 2; p.at(k).set.has(lexicon.Def) && p.at(k).name < 0; k++ {
	}
	if !p.at(k).set.has(lexicon.Country) && (of || !p.at(k).set.has(lexicon.Place)) || p.at(k).name >= 0 || p.at(k+1).name < 0 && !(p.at(k+1).set.has(lexicon.Honorific) && p.nameSoon(k+1)) {
		return false
	}
	if of {
		p.country(p.at(k))
	}
	p.i = k + 1
	return true
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
		if p.at(p.i).set.either(lexicon.Adj, lexicon.Country) {
			p.country(p.at(p.i))
		}
	}
	return true
}

// posted reads "au Vietnam", "en France", "à Caracas", "près l'Union européenne" after an
// office; the state of the post is not the state served.
func (p *parser) posted(r *roleUse) bool {
	k := p.i + 1
	if p.at(k).set.has(lexicon.Def) {
		k++
	}
	if town := p.at(k); p.d.lex.Options.Bare && town.cap && !town.known() && town.name < 0 && p.at(k+1).name >= 0 && p.a.isDiplomat(p) {
		p.i = k + 1 // "Tổng Lãnh sự Séc tại Brno Marek X", a town that the lexicon does not have
		return true
	}
	if !p.at(k).set.has(lexicon.Country) && !(p.at(k).set.has(lexicon.Place) && (p.d.lex.Options.Bare || r != nil && p.sent(r, k+1))) || p.at(k).name >= 0 || p.d.clitic(k+1) || !p.a.isDiplomat(p) {
		return false // "deputy to Russia's defence minister"
	}
	if p.is(lexicon.For) && (r == nil || r.key != "envoy" && r.key != "adviser") {
		if r == nil || !p.at(k).set.has(lexicon.Country) || !p.comma(k+1) || !p.nameSoon(k+2) {
			return false // "a minister for Denmark"
		}
		p.country(p.at(k)) // "the foreign minister for Denmark, X"
	}
	p.i = k + 1
	return true
}

// inMinistry reads "in the Ministry of External Affairs" between an office and the name, and "au
// ministère indien de la Défense" behind a name and the office; elsewhere a ministry may be where
// something took place.
func (p *parser) inMinistry() bool {
	k := p.i + 1
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k++
	}
	of := k + 1
	for p.at(of).set.has(lexicon.Adj) && p.at(of).name < 0 {
		of++
	}
	if !p.at(k).set.either(lexicon.Body, lexicon.Thing) || p.at(k).name >= 0 || !p.at(of).set.has(lexicon.Of) || !p.portfolioAt(of+1) {
		return false
	}
	end := of + 1
	for p.at(end).set.any(lexicon.Def, lexicon.Portfolio, lexicon.And, lexicon.Of) && p.at(end).name < 0 {
		end++
	}
	if !p.a.named && p.at(end).name < 0 && !(p.at(p.i-1).set.has(lexicon.Role) && p.isCounterpart(p.at(p.i-1)) && p.comma(end) && p.nameSoon(end+1)) {
		return false
	}
	for i := k + 1; i < of; i++ {
		p.country(p.at(i))
	}
	p.i = end
	return true
}

// sent reports a diplomat whose post is a place told up to unit i: with an article in French,
// else before a name that a comma sets off: "the Ambassador of Denmark in Asmara, X", or right
// before it: "Syria's Ambassador to Moscow X".
func (p *parser) sent(r *roleUse, i int) bool {
	if r.key != "ambassador" && r.key != "envoy" {
		return false
	}
	return r.key == "ambassador" || p.comma(i) && (p.at(i+1).name >= 0 || p.nameSoon(i+1))
}

func (a *actor) isDiplomat(p *parser) bool {
	u := p.at(p.i - 1)
	return len(a.codes) > 0 || u.set.has(lexicon.Role)
}

// bodyAhead reads the body that an office is of, told right behind it, up to the name: "Chairman Senate
// X", "Commander Royal Land Forces General Y", "President Workers Party (WP) Z"; or up to the comma before
// the name, if it ends with a word for a body.
func (p *parser) bodyAhead() bool {
	if !p.d.lex.Options.Premodifier || !p.at(p.i-1).cap || !p.at(p.i-1).set.has(lexicon.Role) {
		return false
	}
	k := p.i
	for k < p.i+6 && !p.nameSoon(k) && !(k > p.i && p.bodyEnds(k)) {
		switch u := p.at(k); {
		case p.initials(k):
			k += 2
		case u.kind != text.Word || !u.cap || u.date >= 0 || u.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.Honorific) && !u.set.has(lexicon.Thing):
			return false
		case governor(u) != lexicon.None:
			return false
		}
		k++
	}
	if k == p.i || !p.nameSoon(k) && !p.bodyEnds(k) {
		return false
	}
	for ; p.i < k; p.i++ {
		p.country(p.at(p.i))
		p.group(p.at(p.i))
	}
	return true
}

// bodyEnds reports a word for a body or a field right before the comma at unit k, and a name behind it:
// "the Chairman Joint Chiefs of Staff Committee, General X".
func (p *parser) bodyEnds(k int) bool {
	return p.comma(k) && p.nameSoon(k+1) && p.at(k-1).set.any(lexicon.Thing, lexicon.Org, lexicon.Portfolio, lexicon.Body)
}

// stylesName reports a style with a name or an office after it, "His Majesty King X": alone it stands for
// who bears it.
func (p *parser) stylesName() bool {
	e, ok := p.at(p.i).entry(lexicon.Role)
	k := p.i + 1 + one(p.at(p.i+1).set.has(lexicon.Def))
	return ok && p.d.lex.Roles[e.Index].Flags.Has("style") && p.is(lexicon.Honorific) && (p.nameSoon(k) || p.at(k).set.has(lexicon.Role))
}

// dashedRole reports the dash of "Deputy Prime Minister - Minister of Foreign Affairs X": two
// offices of one person.
func (p *parser) dashedRole() bool {
	return p.d.lex.Options.Premodifier && !p.a.named && !p.a.plural && p.i+1 < p.s.to && (p.at(p.i).punct == '-' || dash(p.d.textOf(p.i, p.i+1))) && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0 && p.leadsToName(p.i+1)
}

// onBehalf reads "pour Kigali" after a name, in a list of those who signed.
func (p *parser) onBehalf(k int) bool {
	u, end := p.at(k), p.at(k+1)
	if !p.d.lex.Options.Gendered || !p.is(lexicon.For) || u.name >= 0 || !u.set.any(lexicon.Country, lexicon.Place, lexicon.Seat) || end.kind == text.Word && !end.set.has(lexicon.And) {
		return false
	}
	p.country(u)
	p.i = k + 1
	return true
}

// unreadRest reads on from an office to the comma before its holder, across words that tell more of it: "le président de la
// Chambre des conseillers, X", "la secrétaire d'État à l'Écologie, X". Days, clauses and other persons end it.
func (p *parser) unreadRest(r *roleUse) bool {
	if r.flags.Has("generic") || !p.d.lex.Options.Article || p.d.lex.Options.Premodifier || p.a.plural || p.a.det != lexicon.Def && (p.a.from == p.s.from || !p.d.contracted(p.a.from-1)) {
		return false
	}
	other := false // an office inside can be that of who is named
	for k := p.i; k < p.i+14; k++ {
		u, b := p.at(k), p.at(k-1)
		noun := b.set.either(lexicon.Def, lexicon.Of) || p.d.contracted(k-1)
		switch {
		case p.comma(k):
			if k == p.i || !p.holderNext(k+1) {
				return false
			}
			p.i = k
			return true
		case u.name >= 0 && k > p.i && !other && !noun && governor(b) == lexicon.None && !b.set.either(lexicon.And, lexicon.Or) && p.d.names[u.name].to > k+1:
			p.i = k
			return true
		case u.kind != text.Word || u.name >= 0 || u.date >= 0 || u.set.meets(endsOffice) && !u.set.has(lexicon.Of):
			return false
		case u.set.has(lexicon.And) && p.at(k+1+one(p.at(k+1).set.has(lexicon.Def))).set.has(lexicon.Role):
			return false // "la ministre et le directeur, X": another person
		case u.set.either(lexicon.Verb, lexicon.Role) && !noun && !u.cap, p.nounIs(u, "met") || p.nounIs(u, "delegation"):
			return false
		case k == p.i && governor(u) != lexicon.None && p.at(k+1).set.either(lexicon.Place, lexicon.Country):
			return false // "reçu par le ministre à Lomé, X"
		}
		other = other || u.set.has(lexicon.Role) && !p.pluralAt(k)
	}
	return false
}

// endsOffice are the classes of what no office goes on with.
var endsOffice = classes(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Who, lexicon.That, lexicon.Not, lexicon.With, lexicon.By,
	lexicon.Beside, lexicon.Between, lexicon.After, lexicon.He, lexicon.She, lexicon.They, lexicon.Poss, lexicon.Dem, lexicon.Indef, lexicon.Honorific)

// holderNext reports a name at unit i, or a title that leads to one, behind which no verb comes.
func (p *parser) holderNext(i int) bool {
	i += one(p.at(i).set.has(lexicon.Def) && p.at(i).name < 0)
	if !p.nameSoon(i) {
		return false
	}
	for p.at(i).name < 0 {
		i++
	}
	n := p.at(p.d.names[p.at(i).name].to)
	return n.kind != text.Word || n.date >= 0 || n.set.either(lexicon.And, lexicon.Who) || governor(n) != lexicon.None
}
