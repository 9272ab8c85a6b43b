package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// titles reads offices, honorifics and the name after them.
func (p *parser) titles() bool {
	some := false
	for {
		u := p.at(p.i)
		switch {
		case u.name >= 0:
			p.takeName()
			p.moreNames()
			p.shareCodes()
			return true
		case u.set.either(lexicon.Honorific, lexicon.NameHead) && (!u.set.has(lexicon.Role) || p.at(p.i+1).name >= 0 || p.stylesName()):
			if p.styled(p.i) {
				p.i += 1 + one(p.at(p.i+1).set.has(lexicon.Def))
				continue
			}
			if !p.nameSoon(p.i + 1) {
				return some
			}
			if e, ok := u.entry(lexicon.Honorific); ok && e.Index == 2 {
				p.a.fem = true
			} else if ok && e.Index == 1 {
				p.a.masc = true
			}
			if u.set.has(lexicon.Role) && !p.stylesName() {
				p.takeRole(u) // "Cardinal X", later "the cardinal"
			} else {
				p.i++
			}
		case u.set.has(lexicon.Role) && p.d.lex.Options.Bare && p.onlyPair(u) && !p.a.two && !p.tellsTwo(u): // "des élus" stand alone
			return some
		case u.set.has(lexicon.Role):
			if j := p.deputyOf(p.i); j >= 0 {
				p.i = j
			} else if p.onlyVice(u) {
				return some
			}
			p.takeRole(p.at(p.i))
			some = true
			p.parenthesis()
			if p.is(lexicon.Def) && p.at(p.i+1).set.has(lexicon.Role) && (p.a.role("style") || p.styledBy(p.i+1)) {
				p.gender(p.at(p.i), lexicon.Def)
				if len(p.a.roles) == 1 && p.a.role("style") && p.a.role("generic") {
					p.a.roles, p.a.det = p.a.roles[:0], lexicon.Def // "His Highness the Crown Prince" is "the Crown Prince"
				}
				p.i++ // "Sa Majesté le Roi X", "le ministre de l'Intérieur l'émir X"
				continue
			}
			if p.joinsRole() || p.dashedRole() {
				p.i++ // "secrétaire général et président X": two offices of one person
				continue
			}
		case u.set.has(lexicon.Former) && p.at(p.i+1).set.has(lexicon.Role), u.punct == '/' && some && p.at(p.i+1).set.has(lexicon.Role): // "Deputy Prime Minister/Foreign Minister X"
			p.i++
		case some && p.at(p.i+1).name >= 0 && (u.set.has(lexicon.Adj) || p.d.lex.Options.Bare && u.set.has(lexicon.Country)): // "Chủ tịch Hội đồng Liên bang (Thượng viện) Nga X"
			p.country(u)
			p.i++
		case some && p.bracketedName(p.i):
			if !p.pairedNames() {
				p.takeSetOff()
			}
			return true
		case u.punct == ',' && some && p.d.lex.Options.TitleList && p.titleList():
			p.i++
		case u.punct == ',' && some && (p.apposedName() || p.pairedNames()):
			return true
		case u.punct == ',' && some && p.titleList():
			p.i++
		default:
			return some
		}
	}
}

// statesOnly reports a word for states of which an office can be: "les dirigeants des pays voisins".
func (p *parser) statesOnly(u *unit) bool {
	e, ok := u.entry(lexicon.Role)
	return ok && p.d.lex.Roles[e.Index].Flags.Has("only")
}

// styledBy reports a rank or a style of birth right before a name at unit i, where no comma tells
// it from the office before.
func (p *parser) styledBy(i int) bool {
	e, _ := p.at(i).entry(lexicon.Role)
	r := &p.d.lex.Roles[e.Index]
	return p.at(i+1).name >= 0 && (r.Key == "king" || r.Flags.Has("rank"))
}

// onlyPair reports a word that stands for a side only beside "two".
func (p *parser) onlyPair(u *unit) bool {
	for _, e := range u.entries {
		if e.Class == lexicon.Role && !p.d.lex.Roles[e.Index].Flags.Has("pair") {
			return false
		}
	}
	return true
}

// tellsTwo reports a word for both sides that says how many they are: "hai quốc gia", "Chính phủ hai nước".
func (p *parser) tellsTwo(u *unit) bool {
	for k := u.from; k < u.to && u.to-u.from > 1; k++ {
		if p.d.wordSet(p.d.ids[k], p.d.toks[k]).has(lexicon.Two) {
			return true
		}
	}
	return false
}

func (p *parser) nameSoon(i int) bool {
	for k := i; k < i+4; k++ {
		u := p.at(k)
		if u.name >= 0 {
			return true
		}
		if !u.set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Role) {
			return false
		}
	}
	return false
}

// joinsRole: "and" with an office right after, without article, of a person
// not yet named.
func (p *parser) joinsRole() bool {
	if e, _ := p.at(p.i).entry(lexicon.And); p.d.lex.Options.TitleList && e.Index < 2 {
		return false // "Thủ tướng và Tổng thống X" are two persons; see words.txt
	}
	if p.a.from > p.s.from && p.at(p.a.from-1).set.has(lexicon.Between) {
		return false // "talks between the envoy and Foreign Minister X"
	}
	if p.d.lex.Options.Premodifier && p.a.det == lexicon.Def && len(p.a.roles) > 0 && !p.d.units[p.a.roles[0].from].cap && p.at(p.i+1).cap && p.at(p.i+1).name < 0 {
		return false // "The president and Foreign Minister X met": the office of one person is written one way
	}
	return p.is(lexicon.And) && !p.a.named && !p.a.plural && !p.otherThrone() && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0 &&
		(p.leadsToName(p.i+1) || p.a.det == lexicon.Def && p.d.lex.Options.Article && !p.pluralAt(p.i+1))
}

// otherThrone reports "the President and Grand Duke X", "the US Ambassador and Prime Minister X":
// who reigns holds no other office, and an envoy heads no government.
func (p *parser) otherThrone() bool {
	e, ok := p.at(p.i + 1).entry(lexicon.Role)
	if !ok || len(p.a.roles) == 0 || !p.d.lex.Options.Premodifier {
		return false
	}
	k, r := p.d.lex.Roles[e.Index].Key, p.a.roles[len(p.a.roles)-1].key
	alone := func(k string) bool { return k == "king" || k == "pope" || k == "ambassador" && p.a.det == lexicon.Def }
	return k != r && (alone(k) || alone(r)) && p.at(p.i+2).name >= 0
}

func (p *parser) pluralAt(i int) bool {
	e, ok := p.at(i).entry(lexicon.Role)
	return ok && e.Form&lexicon.Plural != 0
}

// leadsToName reports whether a name, perhaps after a comma, ends the title
// that starts at i.
func (p *parser) leadsToName(i int) bool {
	for k := i; k < i+14 && k < p.s.to; k++ {
		u := p.at(k)
		switch {
		case u.name >= 0:
			return true
		case p.d.lex.Options.Bare && u.set.has(lexicon.Portfolio) && u.set.has(lexicon.Verb): // "Trưởng ban Tổ chức"
		case u.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.With):
			return false
		}
	}
	return false
}

// governed reports whether a preposition stands before the actor.
func (p *parser) governed() bool {
	return p.a.from > p.s.from && governor(p.at(p.a.from-1)) != lexicon.None
}

// titleList: ", président du Y, X" goes on with the titles of one person.
func (p *parser) titleList() bool {
	u := p.at(p.i + 1)
	if u.set.has(lexicon.Former) && p.d.lex.Options.TitleList {
		u = p.at(p.i + 2) // "Chủ tịch Hội Hữu nghị, cựu nghị sĩ X"
	}
	if p.d.lex.Options.TitleList && (p.otherSubject() || p.ownSpouse()) {
		return false
	}
	return !p.a.named && !p.a.plural && u.set.has(lexicon.Role) && u.name < 0 && ((!u.cap || p.a.det == lexicon.Def && p.capitalTitles()) && p.d.lex.Options.Article || p.d.lex.Options.TitleList) && p.leadsToName(p.i+1)
}

// otherSubject reports that the title after the comma belongs to the subject of
// a verb, not to a fronted phrase: "Thừa ủy quyền của Chủ tịch nước, Phó Chủ
// tịch nước X dẫn đầu", "Tiếp Đại sứ Nhật Bản, Chủ tịch nước X đề nghị".
func (p *parser) otherSubject() bool {
	if !p.governed() && !p.fronted() || p.a.from-p.s.from > 6 || p.at(p.a.from-1).set.either(lexicon.And, lexicon.By) {
		return false
	}
	for k := p.i + 1; k < p.i+14 && k < p.s.to; k++ {
		if n := p.at(k).name; n >= 0 {
			u := p.at(p.d.names[n].to)
			return u.set.any(lexicon.Verb, lexicon.Have, lexicon.HaveFut, lexicon.Plan, lexicon.Passive, lexicon.Adverb, lexicon.Not) || p.d.lex.Options.Tones && u.set.has(lexicon.That)
		}
	}
	return false
}

// pairedNames reads "ses homologues qatari, A, et turc, B": each name with the
// state before it, and "les ambassadeurs de Cuba, A, et d'Iran, B", "the ministers of Oman (A) and Chad
// (B)".
func (p *parser) pairedNames() bool {
	if !p.a.plural || p.a.named || len(p.a.codes) > 1 || !p.setOff(p.i) {
		return false
	}
	save := *p
	code := ""
	if len(p.a.codes) == 1 {
		code = p.a.codes[0]
	}
	for p.setOff(p.i) {
		p.takeSetOff()
		p.a.own[len(p.a.own)-1] = code
		k := p.i
		for p.at(k).punct == ',' || p.at(k).set.has(lexicon.And) {
			k++
		}
		if k > p.i && p.nextField(k) {
			continue
		}
		for k > p.i && p.at(k).set.either(lexicon.Of, lexicon.Def) && p.at(k).name < 0 {
			k++
		}
		e, ok := p.at(k).entry(lexicon.Adj)
		if !ok {
			e, ok = p.at(k).entry(lexicon.Country)
		}
		if k == p.i || !ok || !p.setOff(k+1) {
			break
		}
		code, p.i = e.Code, k+1
	}
	if len(p.a.persons) < 2 {
		*p = save
		return false
	}
	return true
}

func (p *parser) takeName() {
	n := &p.d.names[p.at(p.i).name]
	p.a.persons = append(p.a.persons, n.person)
	p.a.named = true
	p.i = n.to
	before := p.a.codes
	p.parenthesis()
	p.origin()
	own := ""
	if len(p.a.codes) > len(before) {
		own = p.a.codes[len(before)]
	}
	p.a.own = append(p.a.own, own)
}

// origin reads "of Barbados" and "of the Labour Party" after a name, and "from Barbados" and "- Barbados"
// after one without a state.
func (p *parser) origin() {
	k := p.i + 1
	for p.at(k).set.has(lexicon.Def) {
		k++
	}
	u := p.at(k)
	if p.onBehalf(k) {
		return
	}
	from := len(p.a.codes) == 0 && p.d.lex.Options.Premodifier && u.set.has(lexicon.Country) && (p.is(lexicon.From) || p.hyphened(k))
	if !p.is(lexicon.Of) && !from || u.name >= 0 || !u.set.any(lexicon.Country, lexicon.Party, lexicon.Org) || p.d.clitic(k+1) {
		return
	}
	p.country(u)
	p.group(u)
	p.i = k + 1
	p.parenthesis()
}

// hyphened reports a dash before the state at unit k, which ends what is told of somebody in a list.
func (p *parser) hyphened(k int) bool {
	return k == p.i+1 && p.dash(p.i) && (p.comma(k+1) || p.at(k+1).set.has(lexicon.And) || p.at(k+1).punct == '.')
}

// moreNames reads the names that share a plural title: "MM. A et B", "les
// ministres A (finances), B et C".
func (p *parser) moreNames() {
	if !p.a.plural && !p.pluralTitle() {
		return
	}
	for {
		k := p.i
		for p.at(k).punct == ',' || p.at(k).set.has(lexicon.And) {
			k++
		}
		e, more := p.at(k).entry(lexicon.Country)
		if more = more && k > p.i && p.moreOfState(k); more {
			k++
		}
		if k == p.i || p.at(k).name < 0 {
			return
		}
		if more && len(p.a.own) == 1 && len(p.a.codes) == 1 {
			p.a.own[0] = p.a.codes[0]
		}
		p.i = k
		p.takeName()
		if p.a.plural = true; more {
			p.a.own[len(p.a.own)-1] = e.Code
		}
	}
}

// moreOfState reports another state with its official right behind it, at unit k: "the ministers of
// Spain X, Latvia Y and Poland Z".
func (p *parser) moreOfState(k int) bool {
	return p.d.lex.Options.Premodifier && p.at(k).name < 0 && p.at(k+1).name >= 0 && len(p.a.codes) > 0
}

func (p *parser) pluralTitle() bool {
	for i := p.a.from; i < p.i; i++ {
		u := p.at(i)
		if e, ok := u.entry(lexicon.Role); ok && u.name < 0 {
			return e.Form&lexicon.Plural != 0
		}
		if e, ok := u.entry(lexicon.Honorific); ok {
			return e.Index > 3 // see words.txt
		}
	}
	return false
}

// parenthesis skips "(gauche)", "(Affaires étrangères)", keeping what it says
// of state and party.
func (p *parser) parenthesis() {
	j := p.i
	if p.at(j).punct == ',' && p.at(j+1).punct == '(' {
		j++
	}
	if p.at(j).punct != '(' {
		return
	}
	if p.bracketedName(j) {
		return
	}
	for k := j + 1; k < j+16 && k < p.s.to; k++ {
		u := p.at(k)
		switch {
		case u.punct == ')':
			p.i = k + 1
			return
		case u.set.either(lexicon.Country, lexicon.Adj):
			p.country(u)
		case u.set.either(lexicon.Party, lexicon.Org):
			p.group(u)
		}
	}
}

func (p *parser) takeRole(u *unit) {
	e, _ := u.entry(lexicon.Role)
	r := p.d.lex.Roles[e.Index]
	use := roleUse{key: r.Key, flags: r.Flags, from: p.portfolioStart(p.i), former: p.a.former}
	if use.from > p.s.from && p.deputyOf(use.from-1) == p.i {
		use.from--
		if vice := p.d.lex.Deputy(r.Key); vice != nil { // that of a speaker has his title, as in the lexicon
			use.key, use.flags = vice.Key, vice.Flags
		}
	}
	if e.Form&lexicon.Plural != 0 {
		p.a.plural = true
		p.a.two = p.a.two || p.d.lex.Options.Bare && p.onlyPair(u) && p.tellsTwo(u)
	}
	p.a.fem = p.a.fem || e.Form&lexicon.Fem != 0
	if p.a.det == lexicon.None && p.d.startsWith(u, lexicon.Def) {
		p.a.det = lexicon.Def // an office that has its article in the lexicon
	}
	p.i++
	p.complement(&use)
	use.to = p.i
	p.ofSomething(u, &use)
	p.bothOffices(use.from)
	if alone := p.i == use.from+1; p.a.two || alone && p.a.plural && p.a.det == lexicon.Def {
		p.a.side = p.a.two && p.a.plural
		for _, e := range u.entries {
			if e.Class == lexicon.Role && p.d.lex.Roles[e.Index].Flags.Has("pair") {
				p.a.side = true
				if use.flags.Has("head") || use.key == "leader" {
					use.office = use.key
				}
				use.key, use.flags = p.d.lex.Roles[e.Index].Key, p.d.lex.Roles[e.Index].Flags
			}
		}
	}
	if len(p.a.codes) > 0 {
		use.code = p.a.codes[0]
	}
	p.a.roles = append(p.a.roles, use)
}

// ofSomething gives a rank that has a complement the office that the word is, too: a commander of troops, the father of
// somebody.
func (p *parser) ofSomething(u *unit, use *roleUse) {
	if use.to < use.from+3 || !use.flags.Has("rank") || !p.at(use.from+1).set.has(lexicon.Of) {
		return
	}
	for _, e := range u.entries {
		if e.Class != lexicon.Role {
			continue
		}
		if r := p.d.lex.Roles[e.Index]; !r.Flags.Has("rank") && r.Flags.Has("head") {
			use.key = r.Key
			return
		}
	}
}

// portfolioStart is where the title begins whose office is unit i, with what it is for
// before it: "Trade and Industry Minister".
func (p *parser) portfolioStart(i int) int {
	from := i
	for p.d.lex.Options.Premodifier && from > p.s.from {
		b := p.at(from - 1)
		switch {
		case b.name < 0 && b.cap && b.set.has(lexicon.Portfolio) && !b.set.has(lexicon.Role):
		case from < i && (b.set.has(lexicon.And) || b.punct == ',') && from-2 > p.s.from && p.at(from-2).set.has(lexicon.Portfolio) && p.at(from-2).cap:
		default:
			return from
		}
		from--
	}
	return from
}

// deputyOf is the unit of the office whose deputy the word at unit i makes, with what it
// is for between them: "Deputy Health Minister"; -1 if it makes none.
func (p *parser) deputyOf(i int) int {
	u := p.at(i)
	if !p.d.lex.Options.Premodifier || !slices.ContainsFunc(u.entries, p.d.vice) {
		return -1
	}
	for j := i + 1; j < i+8 && j < p.s.to; j++ {
		u := p.at(j)
		if u.set.has(lexicon.Role) && u.name < 0 {
			return j
		}
		if !u.set.either(lexicon.Portfolio, lexicon.And) && u.punct != ',' {
			return -1
		}
	}
	return -1
}

// vice reports the sense of a word that makes the deputy of an office.
func (d *doc) vice(e lexicon.Entry) bool {
	return e.Class == lexicon.Role && d.lex.Roles[e.Index].Flags.Has("vice")
}

// onlyVice reports a word that is no office without another one after it.
func (p *parser) onlyVice(u *unit) bool {
	return !slices.ContainsFunc(u.entries, func(e lexicon.Entry) bool { return e.Class == lexicon.Role && !p.d.vice(e) })
}

// cameFrom reads "from X" after an office: "her counterpart from Chad, Y".
func (p *parser) cameFrom() bool {
	k := p.i + 1
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k++
	}
	end := k + 1
	if p.a.plural && p.at(end).set.has(lexicon.And) && p.at(end+1).cap && p.at(end+1).set.has(lexicon.Place) {
		end += 2 // "her colleagues in Accra and Nairobi, X and Y"
	}
	if u := p.at(k); u.name >= 0 || len(p.a.codes) > 0 || !u.set.has(lexicon.Country) && !(p.a.det == lexicon.Def && p.capital(u)) && !(u.cap && (!u.known() || u.set.has(lexicon.Place)) && p.comma(end) && p.at(end+1).name >= 0) {
		return false
	}
	for ; k < end; k += 2 {
		p.country(p.at(k))
	}
	p.i = end
	return true
}

// capital reports the capital of a state: "the Speaker from Windhoek".
func (p *parser) capital(u *unit) bool {
	e, ok := u.entry(lexicon.Place)
	return ok && p.d.lex.Options.Premodifier && e.Form&lexicon.Capital != 0
}
