package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// appositions reads ", ministre de X et chef de Y," after a name.
func (p *parser) appositions() {
	if p.a.pron != lexicon.None {
		return
	}
	opening := p.i
	p.sideAhead()
	if !p.comma(p.i) {
		p.sideBehind()
	}
	if p.officeBehind() {
		before := *p
		if p.i--; !p.apposition() {
			*p = before
		}
	}
	for p.comma(p.i) || p.a.named && p.dash(p.i) || p.a.named && len(p.a.roles) > 0 && p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Role) && p.sameHolder() && !p.d.startsWith(p.at(p.i+1), lexicon.Def) {
		before := *p
		if !p.apposition() && !p.affiliation() || before.i > opening && p.anotherSince(before.i) {
			*p = before
			break
		}
		p.parenthesis()
	}
	if p.i > opening && p.dash(opening) && p.dash(p.i) {
		p.i++ // what closes "X - président du Y -"
	}
	p.parenthesis()
	p.aside(opening)
}

// officeBehind reports an office right behind a name that has none, where the comma is left out:
// "đồng chí X Chủ tịch Liên đoàn".
func (p *parser) officeBehind() bool {
	u := p.at(p.i)
	return p.d.lex.Options.TitleList && p.a.named && len(p.a.persons) == 1 && len(p.a.roles) == 0 && u.cap && u.name < 0 && u.set.has(lexicon.Role) && p.at(p.i-1).kind == text.Word
}

// anotherSince reports a second office, with an article, as the last but one of a list: "by X, minister of
// justice, the Saudi ambassador and others".
func (p *parser) anotherSince(i int) bool {
	return p.d.lex.Options.Premodifier && p.comma(i) && p.at(i+1).set.has(lexicon.Def) && p.is(lexicon.And) && !p.at(p.i+1).set.has(lexicon.Role)
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
	former, theirs, also := false, false, false
	for p.i += p.ownerNamed(); p.i < p.s.to; {
		u := p.at(p.i)
		if u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem) && u.name < 0 && det == lexicon.None || p.d.clitic(p.i) { // "the Vatican's secretary"
			det = lexicon.Def
			theirs = u.set.has(lexicon.Poss)
		} else if u.set.has(lexicon.Former) {
			former = true
		} else if u.set.any(lexicon.LastTime, lexicon.First, lexicon.Second, lexicon.Ordinal) && u.name < 0 && (det != lexicon.None || p.at(p.i+1).set.has(lexicon.Role)) { // "the last Indian premier to come", "premier vice-président"
		} else if det != lexicon.None && p.newlyMade() {
			p.i++
		} else if u.set.has(lexicon.Adverb) && !u.set.has(lexicon.Verb) && p.at(p.i+1).set.any(lexicon.Indef, lexicon.Def, lexicon.Role) { // ", also a member of"
			also = true
		} else if u.set.either(lexicon.Adj, lexicon.Country) && (p.premodifier(1) || !u.cap && p.at(p.i+1).set.has(lexicon.Role)) {
			p.country(u)
		} else if u.set.any(lexicon.Portfolio, lexicon.Party, lexicon.Org) && p.premodifier(1) {
			p.group(u)
		} else if det == lexicon.None && u.set.either(lexicon.Seat, lexicon.Place) && p.d.clitic(p.i+1) && p.premodifier(2) { // ", Washington's envoy for"
			p.country(u)
		} else if !(u.kind == text.Word && u.common() && !u.cap && p.at(p.i+1).set.has(lexicon.Role) && (det != lexicon.None || joined || p.d.lex.Options.Premodifier || !u.known())) { // ", nouvel ambassadeur de Chine,"
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
	if p.parenthesis(); joined && (p.at(p.i).name >= 0 || p.is(lexicon.Role) && p.nameSoon(p.i)) {
		*p = save
		return false // "X and General (Retd) Y", "X and Defence Minister General Y"
	}
	if r := &p.a.roles[len(p.a.roles)-1]; theirs && r.flags.Has("companion") && slices.ContainsFunc(save.a.roles, func(o roleUse) bool { return o.flags.Has("head") && !o.flags.Has("companion") }) {
		*p = save
		return false // "le président X, son épouse et leur fille"
	}
	p.a.former = was
	p.a.partner = p.a.partner || theirs && (p.a.role("host") || p.a.role("guest") || p.a.role("other"))
	for p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0 && !p.nameSoon(p.i+1) && !p.a.plural {
		before := *p
		p.i++
		if p.takeRole(p.at(p.i)); p.d.lex.Options.TitleList && p.nameSoon(p.i) {
			*p = before // "A, Thứ trưởng và Đại sứ X tại Y B"
			break
		}
	}
	if last := p.a.roles[len(p.a.roles)-1]; p.is(lexicon.Be) && (last.flags.Has("generic") || last.flags.Has("delegate") && (p.nameSoon(p.i+1) || p.at(p.i+1).set.has(lexicon.Role) && p.leadsToName(p.i+1))) { // "chủ nhà là A, khách là B"
		*p = save
		return false
	}
	if also && p.d.lex.Options.Tenseless && p.d.predicate(min(p.i, len(p.d.units)-1)) { // "của A, trong đó Bộ trưởng hội đàm với B"
		*p = save
		return false
	}
	if p.fronted() && (p.at(p.i).actor < 0 && p.d.predicate(min(p.i, len(p.d.units)-1)) || len(save.a.roles) > 0 && p.nextSubject()) {
		*p = save
		return false
	}
	if det == lexicon.Def && (p.verbFollows() && !p.opensSentence() || len(save.a.roles) > 0 && p.comma(p.i) && p.at(p.i+1).name >= 0) {
		*p = save
		return false
	}
	if p.a.plural && !plural || p.at(p.i).name >= 0 || p.at(p.i).set.either(lexicon.Honorific, lexicon.NameHead) && p.nameSoon(p.i) {
		*p = save
		return false
	}
	return true
}

// ownerNamed is how many units name the one whose office it is that somebody is told to hold: "A, Vladimir
// Putin's special envoy,".
func (p *parser) ownerNamed() int {
	n := p.at(p.i).name
	if n < 0 || !p.d.lex.Options.Premodifier {
		return 0
	}
	k := p.d.names[n].to
	if !p.d.clitic(k) {
		return 0
	}
	for j := k + 1; j < k+4; j++ {
		if u := p.at(j); u.name >= 0 || u.kind != text.Word || u.cap && !u.set.any(lexicon.Role, lexicon.Portfolio, lexicon.Adj) {
			return 0
		} else if u.set.has(lexicon.Role) {
			return k - p.i
		}
	}
	return 0
}

// ownSpouse reports the spouse of somebody told right before, behind whom the next in a list
// comes: "X và Phu nhân, Tổng Lãnh sự Y".
func (p *parser) ownSpouse() bool {
	return len(p.a.roles) > 0 && p.a.roles[0].key == "spouse" && p.a.from > p.s.from && p.at(p.a.from-1).set.either(lexicon.And, lexicon.With)
}

// apposedSpouse is the unit of "and his wife" before the comma at unit i, behind which she is named; i itself
// if it is none.
func (d *doc) apposedSpouse(i int, s sentence) int {
	if i > s.from && d.units[i].punct == ',' && d.units[i-1].set.has(lexicon.Beside) && d.endsWith(&d.units[i-1], lexicon.Role) {
		return i - 1
	}
	return i
}

// nextSubject reports more offices behind commas, and then a verb: those before are of its subject
// too, "Gặp Tổng thống X, Tổng Bí thư, Chủ tịch nước nói".
func (p *parser) nextSubject() bool {
	probe := *p
	if !p.d.lex.Options.TitleList {
		return false
	}
	for probe.comma(probe.i) && probe.at(probe.i+1).set.has(lexicon.Role) {
		probe.i++
		probe.takeRole(probe.at(probe.i))
	}
	return probe.i > p.i && probe.at(probe.i).actor < 0 && p.d.predicate(min(probe.i, len(p.d.units)-1))
}

// fronted reports an actor inside words put before the subject: "Tiếp Đại sứ X,
// Chủ tịch nước nói". An agent before its verb is none.
func (p *parser) fronted() bool {
	if p.a.from == p.s.from {
		return false
	}
	b := p.at(p.a.from - 1)
	if b.set.either(lexicon.Passive, lexicon.By) || !b.set.has(lexicon.Verb) && governor(b) == lexicon.None {
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

// opensSentence reports a name that begins the sentence, and an auxiliary right behind its office, so that
// the comma before it is left out: "X, le nouvel ambassadeur de France a été reçu".
func (p *parser) opensSentence() bool {
	return p.a.from == p.s.from && !p.d.headline(p.a.sent) && (p.is(lexicon.Have) || p.is(lexicon.Be))
}

// affiliation reads ", du groupe d'amitié," after a name.
func (p *parser) affiliation() bool {
	if p.sideBehind() {
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

// apposedName reads ", X" or ", M. X" after a title without a name.
func (p *parser) apposedName() bool {
	if p.a.named || p.a.plural || p.ownSpouse() && p.at(p.i+1).set.has(lexicon.Role) { // after a plural comes a list of names: see listFollows
		return false
	}
	k := p.i + 1
	if p.demonymName(k) { // "l'émissaire de l'ONU, le Suédois X"
		k += 2
	}
	if some := p.a.det == lexicon.Indef && p.insideClause() && p.governed(); (some || p.a.det == lexicon.Poss && p.at(k+2).set.has(lexicon.Role)) && p.at(k).set.has(lexicon.Country) && p.d.clitic(k+1) {
		return p.apposedOwner(k, some)
	}
	for p.at(k).set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Role) && p.at(k).name < 0 && p.nameSoon(k) {
		k++
	}
	if p.at(k).name < 0 {
		return p.apposedTitle()
	}
	last := p.a.roles[len(p.a.roles)-1]
	if last.flags.Has("generic") && !last.flags.Has("counterpart") && p.a.det != lexicon.Def && p.a.det != lexicon.Poss && p.a.det != lexicon.Dem && !p.someObject(k) {
		return false
	}
	if n := p.at(p.d.names[p.at(k).name].to); n.kind == text.Word && n.name < 0 && !n.set.any(lexicon.And, lexicon.Who, lexicon.In, lexicon.To) && !p.endsAt(n, last) {
		return false // "Au chef de l'État, X a transmis"
	}
	if p.onlySubject(k) {
		return false
	}
	for p.i++; p.i < k; { // "his host, Prime Minister X"
		if u := p.at(p.i); u.set.has(lexicon.Role) {
			p.takeRole(u)
		} else {
			if u.set.has(lexicon.Adj) {
				p.country(u)
			}
			p.i++
		}
	}
	p.takeName()
	return true
}

// endsAt reports that unit n, behind a name, can only go on with what the office before the name is
// governed in: "reçu par le ministre, X lundi".
func (p *parser) endsAt(n *unit, last roleUse) bool {
	if p.insideClause() && p.at(p.a.from-1).set.has(lexicon.By) {
		return !n.set.any(lexicon.Verb, lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut, lexicon.Refl, lexicon.Not, lexicon.Plan)
	}
	return governor(n) != lexicon.None && (last.flags.Has("counterpart") || p.insideClause())
}

// onlySubject reports that the sentence has no subject but who is named at unit k, behind a phrase that opens it: "À
// l'invitation du souverain saoudien, X, chef de la diplomatie française, a reçu B".
func (p *parser) onlySubject(k int) bool {
	i := p.d.names[p.at(k).name].to
	if p.d.lex.Options.Tenseless || !p.governed() && !p.fronted() || !p.comma(i) {
		return false
	}
	for j := p.s.from; j < p.a.from; j++ {
		if u := p.at(j); u.actor >= 0 || u.punct != 0 || u.set.meets(clausal) {
			return false
		}
	}
	for i++; i < p.s.to && i < k+16 && !p.comma(i); i++ {
		if u := p.at(i); u.punct != 0 || u.name >= 0 || u.set.has(lexicon.That) {
			return false
		}
	}
	return p.comma(i) && p.at(i+1).name < 0 && p.at(i+1).set.meets(finite)
}

var (
	clausal = classes(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.That, lexicon.Who)
	finite  = classes(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Verb, lexicon.Support)
)

// insideClause reports words before the preposition of the actor, which no clause can begin with: "met with
// the minister, X on Monday".
func (p *parser) insideClause() bool {
	return p.a.from-1 > p.s.from && p.at(p.a.from-2).punct == 0 && (p.d.lex.Options.Premodifier || p.at(p.a.from-1).set.has(lexicon.By))
}

// apposedOwner reads ", Zimbabwe's minister of justice X" from unit k on: "her counterpart, Zimbabwe's
// minister of justice X". Behind somebody of whom nothing was told the name must end the phrase: "with a foreign guest,
// Zimbabwe's X."
func (p *parser) apposedOwner(k int, some bool) bool {
	save := *p
	p.country(p.at(k))
	if p.i = k + 2; p.at(p.i).set.has(lexicon.Role) {
		p.takeRole(p.at(p.i))
	}
	if p.at(p.i).name < 0 || p.a.plural {
		*p = save
		return false
	}
	p.takeName()
	if n := p.at(p.i); some && n.punct == 0 && n.date < 0 && governor(n) == lexicon.None {
		*p = save
		return false
	}
	return true
}

// demonymName reports "le Suédois X" at unit k.
func (p *parser) demonymName(k int) bool {
	u := p.at(k + 1)
	return p.at(k).set.has(lexicon.Def) && u.cap && u.name < 0 && u.set.has(lexicon.Adj) && p.at(k+2).name >= 0 && p.d.lex.Options.Article
}

// apposedTitle reads ", le général X," after a title without a name.
func (p *parser) apposedTitle() bool {
	former := one(p.at(p.i + 2).set.has(lexicon.Former))
	if !p.at(p.i+1).set.has(lexicon.Def) || !p.at(p.i+2+former).set.has(lexicon.Role) || p.a.det != lexicon.Def && !p.articleBefore() && !(p.a.det == lexicon.Poss && (p.a.role("counterpart") || p.a.role("host") || p.a.role("guest") || p.a.role("other"))) {
		return false
	}
	save := *p
	p.i += 2 + former
	p.takeRole(p.at(p.i))
	if p.at(p.i).name < 0 || p.a.plural {
		*p = save
		return false
	}
	p.takeName()
	if u := p.at(p.i); p.governed() && u.set.any(lexicon.Have, lexicon.Be, lexicon.Verb, lexicon.Refl) {
		*p = save // "avec la présidente, le ministre X a salué"
		return false
	}
	if u := p.at(p.i); u.kind == text.Word && !u.set.any(lexicon.Have, lexicon.Be, lexicon.Verb, lexicon.Refl) || u.set.has(lexicon.And) {
		*p = save
		return false
	}
	return true
}

// articleBefore reports that the article of the actor is contracted with the preposition before it, and that neither
// an office which that is of nor words before the subject stand there: "pris congé du chef d'état-major, le général X".
func (p *parser) articleBefore() bool {
	return p.a.det == lexicon.None && p.a.from > p.s.from+1 && (p.d.contracted(p.a.from-1) || p.d.endsWith(p.at(p.a.from-1), lexicon.Contracted)) && !p.at(p.a.from-2).set.has(lexicon.Role) && p.actedBefore()
}

// someObject reports somebody after a verb whose name, at unit k, ends the clause: "received a religious
// leader from Chad, X."
func (p *parser) someObject(k int) bool {
	if p.a.det != lexicon.Indef || p.a.from == p.s.from || !p.d.lex.Options.Premodifier || !p.at(p.a.from-1).set.has(lexicon.Verb) {
		return false
	}
	n := p.at(p.d.names[p.at(k).name].to)
	return n.punct == '.' || n.punct == ',' || n.punct == ';'
}
