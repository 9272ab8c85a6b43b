package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// actor is a noun phrase for one or more persons, or a delegation.
type actor struct {
	sent     int
	from, to int // units
	// persons named in the phrase itself, or found by coreference.
	persons []int
	named   bool
	roles   []roleUse
	codes   []string // states, in order
	own     []string // for each person, the state given in brackets after the name
	party   int      // index into lexicon.Parties, -1 for none
	org     int      // index into lexicon.Orgs, -1 for none
	det     lexicon.Class
	pron    lexicon.Class // He, She, They, First, Second, or None
	plural  bool
	two     bool
	fem     bool
	masc    bool
	former  bool
	deleg   bool
	side    bool // "les deux parties": stands for both sides
	// gov is the class of the preposition that governs the actor, None for a
	// bare one. subj tells whether a bare one stands where a subject can.
	gov  lexicon.Class
	subj bool
	// owner: a possessive follows, the phrase only tells whose the next noun is.
	owner bool
	next  int // next actor of the same coordination, -1 for none
	prev  int
}

type roleUse struct {
	key      string
	flags    lexicon.Flags
	from, to int // units of the title with its complement
	former   bool
	code     string
}

func (a *actor) role(flag string) bool {
	for _, r := range a.roles {
		if r.flags.Has(flag) {
			return true
		}
	}
	return false
}

// findActors parses the actors of every sentence.
func (d *doc) findActors() {
	d.actors = d.actors[:0]
	for k, s := range d.sents {
		first := len(d.actors)
		for i := s.from; i < s.to; {
			a, end := d.parseActor(k, i)
			if end <= i {
				i++
				continue
			}
			d.addActor(a)
			i = end
		}
		d.govern(first, s)
		d.coordinate(first, s)
		d.sents[k].actors = [2]int{first, len(d.actors)}
	}
}

func (d *doc) addActor(a actor) {
	n := len(d.actors)
	for i := a.from; i < a.to; i++ {
		d.units[i].actor = n
	}
	d.actors = append(d.actors, a)
}

// parser is the state of parsing one actor.
type parser struct {
	d *doc
	s sentence
	a actor
	i int
}

func (p *parser) at(i int) *unit {
	if i >= p.s.to {
		return &endUnit
	}
	return &p.d.units[i]
}

func (p *parser) is(cs ...lexicon.Class) bool { return p.at(p.i).set.any(cs...) }
func (p *parser) comma(i int) bool            { return p.at(i).punct == ',' }

var endUnit = unit{kind: text.Break, name: -1, date: -1, actor: -1}

// parseActor reads an actor at unit i of sentence k. end is i if none starts.
func (d *doc) parseActor(k, i int) (a actor, end int) {
	p := &parser{d: d, s: d.sents[k], i: i, a: actor{sent: k, from: i, party: -1, org: -1, next: -1, prev: -1}}
	if p.adjectivalRole() {
		return p.a, i
	}
	if i > p.s.from {
		p.gender(p.at(i-1), lexicon.Contracted)
	}
	if p.pronoun() || p.prefix() && p.core() {
		p.appositions()
		p.a.to = p.i
		return p.a, p.i
	}
	return p.a, i
}

func (p *parser) pronoun() bool {
	if p.ordinal() {
		return true
	}
	if p.bothOfThem() {
		return true
	}
	u := p.at(p.i)
	for _, c := range []lexicon.Class{lexicon.Second, lexicon.He, lexicon.She, lexicon.They} {
		if u.set.has(c) && u.name < 0 && !(u.set.has(lexicon.Honorific) && (p.nameSoon(p.i+1) || p.styled(p.i))) && !(u.set.has(lexicon.Poss) && p.nounNext()) && (c != lexicon.Second || u.to-u.from > 1 || strings.Contains(p.d.textOf(p.i, p.i+1), "-")) {
			p.a.pron, p.a.plural, p.a.fem = c, c == lexicon.They, c == lexicon.She
			p.i++
			return true
		}
	}
	return false
}

// styled reports a style of capitals right before an office: "HE Minister of State X".
func (p *parser) styled(i int) bool {
	u := p.at(i)
	return u.set.has(lexicon.Honorific) && p.d.toks[u.from].AllCaps && p.at(i+1).cap && p.at(i+1).set.has(lexicon.Role)
}

// bothOfThem reads "the two" and "both" without a noun: "the two met".
func (p *parser) bothOfThem() bool {
	k := p.i
	if p.at(k).set.has(lexicon.Def) {
		k++
	}
	n := p.at(k + 1)
	if !p.at(k).set.has(lexicon.Two) || k == p.i && !p.both(k) || !n.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Verb, lexicon.Adverb) || n.set.any(lexicon.Role, lexicon.Noun, lexicon.Two) {
		return false
	}
	p.a.pron, p.a.plural, p.i = lexicon.They, true, k+1
	return true
}

// both reports the word that means "the two" by itself: it stands on a line of
// its own in the lexicon.
func (p *parser) both(k int) bool {
	e, ok := p.at(k).entry(lexicon.Two)
	return ok && e.Index > 1
}

// nounNext tells the possessive "her" from the pronoun: a noun phrase goes on.
func (p *parser) nounNext() bool {
	n := p.at(p.i + 1)
	return n.kind == text.Word && n.date < 0 && !n.set.any(lexicon.In, lexicon.To, lexicon.With, lexicon.By, lexicon.And, lexicon.Prep, lexicon.That, lexicon.After, lexicon.For, lexicon.Adverb, lexicon.Be, lexicon.Have, lexicon.From)
}

// adjectivalRole: a bare title after a noun qualifies it: "l'Office général",
// "les groupes parlementaires".
func (p *parser) adjectivalRole() bool {
	u := p.at(p.i)
	if !u.set.has(lexicon.Role) || u.cap || p.i == p.s.from || !p.d.lex.Options["article"] {
		return false
	}
	v := p.at(p.i - 1)
	return v.kind == text.Word && v.date < 0 && (!v.known() || v.set.any(lexicon.Thing, lexicon.Noun) && !v.set.has(lexicon.Verb)) && p.at(p.i+1).name < 0
}

// ordinal reads "le premier", "du second", but not "le premier ministre".
func (p *parser) ordinal() bool {
	k := p.i
	if p.at(k).set.has(lexicon.Def) {
		k++
	} else if k == p.s.from || !p.d.contracted(k-1) {
		return false
	}
	u, n := p.at(k), p.at(k+1)
	if !u.set.any(lexicon.First, lexicon.Second) || u.name >= 0 || n.name >= 0 {
		return false
	}
	if n.kind == text.Word && (!n.known() || n.set.any(lexicon.Role, lexicon.Noun, lexicon.Portfolio, lexicon.Thing, lexicon.Adj, lexicon.Numeral, lexicon.Of, lexicon.Former)) && !n.set.has(lexicon.Verb) {
		return false
	}
	p.a.pron = lexicon.First
	if u.set.has(lexicon.Second) {
		p.a.pron = lexicon.Second
	}
	p.i = k + 1
	if p.comma(p.i) && p.at(p.i+1).name >= 0 && p.comma(p.d.names[p.at(p.i+1).name].to) { // "du premier, X, il a"
		p.i++
		p.takeName()
	}
	return true
}

// prefix reads determiners, numerals and adjectives before the head.
func (p *parser) prefix() bool {
	start := p.i
	for p.i < start+6 && p.i < p.s.to {
		u := p.at(p.i)
		switch {
		case u.name >= 0:
			return true
		case u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem):
			if p.a.det != lexicon.None && p.a.det != lexicon.Def {
				return false
			}
			for _, c := range []lexicon.Class{lexicon.Dem, lexicon.Poss, lexicon.Def, lexicon.Indef} {
				if u.set.has(c) {
					p.a.det = c
					break
				}
			}
			p.gender(u, lexicon.Def)
			if p.d.clitic(p.i) && p.i > start { // "India's prime minister" is as definite as "the Indian one"
				p.a.det = lexicon.Def
			}
			p.i++
		case p.i > start && p.d.clitic(p.i):
			p.a.det = lexicon.Def
			p.i++
		case u.set.has(lexicon.Two):
			p.a.two, p.a.plural = true, true
			p.i++
		case u.set.has(lexicon.Numeral):
			p.a.plural = true
			p.i++
		case u.set.has(lexicon.Former):
			p.a.former = true
			p.i++
		case u.set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead):
			return true
		case u.set.has(lexicon.Noun):
			return p.delegationNoun(u)
		case u.set.has(lexicon.Adj):
			if u.cap && p.i > start && p.at(p.i+1).name < 0 && !p.at(p.i+1).set.any(lexicon.Role, lexicon.Honorific) && !p.premodifier(1) {
				return p.a.det != lexicon.None // "l'Algérien", a demonym alone
			}
			p.country(u)
			p.i++
		case u.set.has(lexicon.Country) && p.premodifier(1):
			p.country(u)
			p.i++
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party) && p.premodifier(1):
			p.group(u)
			p.i++
		case p.i > start && p.a.det != lexicon.None && u.kind == text.Word && (!u.known() || u.set.has(lexicon.Adverb)) && !u.cap && p.smallAdjective():
			p.i++
		case p.unknownModifier(u):
			p.i++
		default:
			return false
		}
	}
	return false
}

// gender notes what an article tells: see words.txt for the lines.
func (p *parser) gender(u *unit, c lexicon.Class) {
	if e, ok := u.entry(c); ok {
		p.a.masc = p.a.masc || e.Index == 1
		p.a.fem = p.a.fem || e.Index == 2
	}
}

// smallAdjective allows one unknown word between determiner and head: "le
// nouveau ministre".
func (p *parser) smallAdjective() bool {
	n := p.at(p.i + 1)
	return n.set.any(lexicon.Role, lexicon.Former) || n.set.has(lexicon.Noun) && p.nounIs(n, "delegation") ||
		n.set.has(lexicon.Adj) && p.at(p.i+2).set.any(lexicon.Role) || n.name >= 0 && p.a.det == lexicon.Def
}

// unknownModifier reports a word of which the lexicon knows nothing right before
// an office: "Coordinating Minister X", "by caretaker Prime Minister Y". A small
// word must stand where no verb can, after a preposition.
func (p *parser) unknownModifier(u *unit) bool {
	if !p.d.lex.Options["premodifier"] || u.kind != text.Word || u.name >= 0 || p.at(p.i+1).name >= 0 {
		return false
	}
	if p.visiting(u) {
		return true
	}
	if !p.at(p.i + 1).set.has(lexicon.Role) {
		return u.cap && !u.known() && p.i == p.s.from && p.at(p.i+1).set.has(lexicon.Adj) && p.premodifier(2) // "Outgoing Swiss Ambassador X"
	}
	if u.cap {
		return !u.known() || p.contentWord(u)
	}
	e, isVerb := u.entry(lexicon.Verb)
	plain := isVerb && e.Form&(lexicon.Ger|lexicon.PP) != 0 && e.Form&lexicon.Fin == 0 && p.d.lex.Verbs[e.Index].Event == "plain" && len(u.entries) == 1
	return (!u.known() || plain) && p.i > p.s.from && governor(p.at(p.i-1)) != lexicon.None && p.at(p.i-1).actor < 0
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
	return b.set.has(lexicon.Verb) && !b.set.has(lexicon.Noun)
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
	if !p.d.lex.Options["premodifier"] {
		return false
	}
	for k := n; k < n+4; k++ {
		u := p.at(p.i + k)
		switch {
		case u.name >= 0:
			return p.d.clitic(p.i + k - 1) // "Fiji's Sitiveni Rabuka"
		case u.set.has(lexicon.Role), u.set.has(lexicon.Noun) && p.delegationNoun(u):
			return true
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Adj, lexicon.And, lexicon.Former):
		case u.set.has(lexicon.Poss) || p.d.clitic(p.i+k) || u.kind == text.Word && !u.known():
		default:
			return false
		}
	}
	return false
}

func (p *parser) nounIs(u *unit, event string) bool {
	for _, e := range u.entries {
		if e.Class == lexicon.Noun && p.d.lex.Nouns[e.Index].Event == event {
			return true
		}
	}
	return false
}

func (p *parser) delegationNoun(u *unit) bool {
	return p.nounIs(u, "delegation")
}

// core reads the head: titles and names, or a delegation, or a demonym.
func (p *parser) core() bool {
	u := p.at(p.i)
	switch {
	case u.name >= 0:
		p.takeName()
		return true
	case u.set.has(lexicon.Noun) && p.delegationNoun(u):
		p.a.deleg = true
		e, _ := u.entry(lexicon.Noun)
		p.a.plural = e.Form&lexicon.Plural != 0
		p.i++
		p.complement(nil)
		return true
	case u.set.has(lexicon.Adj) && u.cap && p.a.det != lexicon.None:
		p.country(u)
		p.i++
		if p.at(p.i).name >= 0 {
			p.takeName()
		}
		return true
	case u.set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead):
		return p.titles()
	}
	return false
}

// titles reads offices, honorifics and the name after them.
func (p *parser) titles() bool {
	some := false
	for {
		u := p.at(p.i)
		switch {
		case u.name >= 0:
			p.takeName()
			p.moreNames()
			return true
		case u.set.any(lexicon.Honorific, lexicon.NameHead) && (!u.set.has(lexicon.Role) || p.at(p.i+1).name >= 0):
			if p.styled(p.i) {
				p.i++
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
			if u.set.has(lexicon.Role) {
				p.takeRole(u) // "Cardinal X", later "the cardinal"
			} else {
				p.i++
			}
		case u.set.has(lexicon.Role) && p.d.lex.Options["bare"] && p.onlyPair(u) && !p.a.two:
			return some
		case u.set.has(lexicon.Role):
			p.takeRole(u)
			some = true
			p.parenthesis()
			if p.joinsRole() {
				p.i++ // "secrétaire général et président X": two offices of one person
				continue
			}
		case u.set.any(lexicon.Former) && p.at(p.i+1).set.has(lexicon.Role):
			p.i++
		case u.set.has(lexicon.Adj) && some && p.at(p.i+1).name >= 0:
			p.country(u)
			p.i++
		case u.punct == ',' && some && p.d.lex.Options["title-list"] && p.titleList():
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

// onlyPair reports a word that stands for a side only beside "two".
func (p *parser) onlyPair(u *unit) bool {
	for _, e := range u.entries {
		if e.Class == lexicon.Role && !p.d.lex.Roles[e.Index].Flags.Has("pair") {
			return false
		}
	}
	return true
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
	if e, _ := p.at(p.i).entry(lexicon.And); p.d.lex.Options["title-list"] && e.Index < 2 {
		return false // "Thủ tướng và Tổng thống X" are two persons; see words.txt
	}
	return p.is(lexicon.And) && !p.a.named && !p.a.plural && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0 &&
		(p.leadsToName(p.i+1) || p.a.det == lexicon.Def && p.d.lex.Options["article"] && !p.pluralAt(p.i+1))
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
		case u.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.With):
			return false
		}
	}
	return false
}

// apposedName reads ", X" or ", M. X" after a title without a name.
func (p *parser) apposedName() bool {
	if p.a.named || p.a.plural { // after a plural comes a list of names: see listFollows
		return false
	}
	k := p.i + 1
	for p.at(k).set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Role) && p.at(k).name < 0 && p.nameSoon(k) {
		k++
	}
	if p.at(k).name < 0 {
		return p.apposedTitle()
	}
	last := p.a.roles[len(p.a.roles)-1]
	if last.flags.Has("generic") && !last.flags.Has("counterpart") && p.a.det != lexicon.Def && p.a.det != lexicon.Poss && p.a.det != lexicon.Dem {
		return false
	}
	if n := p.at(p.d.names[p.at(k).name].to); p.governed() && n.kind == text.Word && n.name < 0 && !n.set.any(lexicon.And, lexicon.Who, lexicon.In, lexicon.To) {
		return false // "Au chef de l'État, X a transmis"
	}
	for p.i++; p.i < k; { // "his host, Prime Minister X"
		if u := p.at(p.i); u.set.has(lexicon.Role) {
			p.takeRole(u)
		} else {
			p.i++
		}
	}
	p.takeName()
	return true
}

// governed reports whether a preposition stands before the actor.
func (p *parser) governed() bool {
	return p.a.from > p.s.from && governor(p.at(p.a.from-1)) != lexicon.None
}

// titleList: ", président du Y, X" goes on with the titles of one person.
func (p *parser) titleList() bool {
	u := p.at(p.i + 1)
	if p.d.lex.Options["title-list"] && p.otherSubject() {
		return false
	}
	return !p.a.named && !p.a.plural && u.set.has(lexicon.Role) && u.name < 0 && (!u.cap && p.d.lex.Options["article"] || p.d.lex.Options["title-list"]) && p.leadsToName(p.i+1)
}

// otherSubject reports that the title after the comma belongs to the subject of
// a verb, not to a fronted phrase: "Thừa ủy quyền của Chủ tịch nước, Phó Chủ
// tịch nước X dẫn đầu".
func (p *parser) otherSubject() bool {
	if !p.governed() || p.a.from-p.s.from > 6 {
		return false
	}
	for k := p.i + 1; k < p.i+14 && k < p.s.to; k++ {
		if n := p.at(k).name; n >= 0 {
			u := p.at(p.d.names[n].to)
			return u.set.any(lexicon.Verb, lexicon.Have, lexicon.HaveFut, lexicon.Plan, lexicon.Passive, lexicon.Adverb, lexicon.Not)
		}
	}
	return false
}

// pairedNames reads "ses homologues qatari, A, et turc, B": each name with the
// state before it, and "les ambassadeurs de Cuba, A, et d'Iran, B".
func (p *parser) pairedNames() bool {
	if !p.a.plural || p.a.named || len(p.a.codes) != 1 || p.at(p.i+1).name < 0 {
		return false
	}
	save := *p
	code := p.a.codes[0]
	for p.comma(p.i) && p.at(p.i+1).name >= 0 {
		p.i++
		p.takeName()
		p.a.own[len(p.a.own)-1] = code
		k := p.i
		for p.at(k).punct == ',' || p.at(k).set.has(lexicon.And) {
			k++
		}
		for k > p.i && p.at(k).set.any(lexicon.Of, lexicon.Def) && p.at(k).name < 0 {
			k++
		}
		e, ok := p.at(k).entry(lexicon.Adj)
		if !ok {
			e, ok = p.at(k).entry(lexicon.Country)
		}
		if k == p.i || !ok || !p.comma(k+1) || p.at(k+2).name < 0 {
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

// apposedTitle reads ", le général X," after a title without a name.
func (p *parser) apposedTitle() bool {
	if !p.at(p.i+1).set.has(lexicon.Def) || !p.at(p.i+2).set.has(lexicon.Role) || p.a.det != lexicon.Def {
		return false
	}
	save := *p
	p.i += 2
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

func (p *parser) takeName() {
	n := &p.d.names[p.at(p.i).name]
	p.a.persons = append(p.a.persons, n.person)
	p.a.named = true
	p.i = n.to
	before := p.a.codes
	p.parenthesis()
	own := ""
	if len(p.a.codes) > len(before) {
		own = p.a.codes[len(before)]
	}
	p.a.own = append(p.a.own, own)
	p.origin()
}

// origin reads "of Barbados" and "of the Labour Party" after a name.
func (p *parser) origin() {
	k := p.i + 1
	for p.at(k).set.has(lexicon.Def) {
		k++
	}
	u := p.at(k)
	if !p.is(lexicon.Of) || u.name >= 0 || !u.set.any(lexicon.Country, lexicon.Party, lexicon.Org) || p.d.clitic(k+1) {
		return
	}
	p.country(u)
	p.group(u)
	p.i = k + 1
	p.parenthesis()
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
		if k == p.i || p.at(k).name < 0 {
			return
		}
		p.i = k
		p.takeName()
		p.a.plural = true
	}
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
	for k := j + 1; k < j+16 && k < p.s.to; k++ {
		u := p.at(k)
		switch {
		case u.punct == ')':
			p.i = k + 1
			return
		case u.set.any(lexicon.Country, lexicon.Adj):
			p.country(u)
		case u.set.any(lexicon.Party, lexicon.Org):
			p.group(u)
		}
	}
}

func (p *parser) takeRole(u *unit) {
	e, _ := u.entry(lexicon.Role)
	r := p.d.lex.Roles[e.Index]
	use := roleUse{key: r.Key, flags: r.Flags, from: p.i, former: p.a.former}
	if e.Form&lexicon.Plural != 0 && !p.alsoSingular(u) {
		p.a.plural = true
	}
	p.a.fem = p.a.fem || e.Form&lexicon.Fem != 0
	p.i++
	p.complement(&use)
	use.to = p.i
	if alone := p.i == use.from+1; p.a.two || alone && p.a.plural && p.a.det == lexicon.Def {
		p.a.side = p.a.two && p.a.plural
		for _, e := range u.entries {
			if e.Class == lexicon.Role && p.d.lex.Roles[e.Index].Flags.Has("pair") {
				p.a.side = true
				use.key, use.flags = p.d.lex.Roles[e.Index].Key, p.d.lex.Roles[e.Index].Flags
			}
		}
	}
	if len(p.a.codes) > 0 {
		use.code = p.a.codes[0]
	}
	p.a.roles = append(p.a.roles, use)
}

func (p *parser) alsoSingular(u *unit) bool {
	for _, e := range u.entries {
		if e.Class == lexicon.Role && e.Form&lexicon.Plural == 0 {
			return true
		}
	}
	return false
}

// complement reads what an office is of: adjectives, "de la Défense", "du
// Parti communiste du Vietnam", "au Laos". It stops before a person.
func (p *parser) complement(r *roleUse) {
	for p.i < p.s.to {
		u := p.at(p.i)
		switch {
		case u.name >= 0 || u.date >= 0:
			return
		case u.set.has(lexicon.Adj) && !(u.cap && p.at(p.i+1).name >= 0 && p.at(p.i-1).set.has(lexicon.Def)):
			p.country(u)
			p.i++
		case u.set.has(lexicon.Of) && p.nounPhrase(p.i+1):
		case u.set.has(lexicon.And) && p.a.plural && p.at(p.i-1).set.has(lexicon.Adj) && p.at(p.i+1).set.has(lexicon.Adj):
			p.i++
		case u.set.any(lexicon.For, lexicon.To) && r != nil && p.field():
		case u.set.has(lexicon.For) && r != nil && p.at(p.i-1).set.any(lexicon.Adj, lexicon.Thing, lexicon.Org, lexicon.Portfolio) && p.at(p.i+1).set.has(lexicon.Def) && !p.at(p.i+2).set.any(lexicon.First, lexicon.Noun) && p.nounPhrase(p.i+2):
		case u.set.has(lexicon.From) && r != nil && p.cameFrom():
		case u.set.any(lexicon.In, lexicon.To) && p.posted():
		case u.set.has(lexicon.And) && p.moreOf():
		case u.punct == ',' && p.at(p.i+1).set.has(lexicon.Of) && p.at(p.i+2).set.any(lexicon.Portfolio, lexicon.Org) && p.at(p.i+2).name < 0 && p.nounPhrase(p.i+2):
		case u.punct == ',' && p.portfolioList():
			p.i++
		case u.set.has(lexicon.Adverb) && u.to-u.from > 1 && r != nil: // "par intérim"
			p.i++
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party, lexicon.Country, lexicon.Place) && p.d.lex.Options["bare"]:
			p.group(u)
			p.country(u)
			p.i++
		case u.set.any(lexicon.Former, lexicon.Numeral) && !u.cap && !p.d.lex.Options["premodifier"]:
			p.i++
		case r == nil && u.set.has(lexicon.Role) && !u.cap && p.at(p.i+1).name < 0: // "délégation militaire"
			p.i++
		case r != nil && u.kind == text.Word && !u.known() && !u.cap && p.adjectiveAfter():
			p.i++
		default:
			return
		}
	}
}

// cameFrom reads "from X" after an office: "her counterpart from Chad, Y".
func (p *parser) cameFrom() bool {
	k := p.i + 1
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k++
	}
	if u := p.at(k); !u.set.has(lexicon.Country) || u.name >= 0 || len(p.a.codes) > 0 {
		return false
	}
	p.country(p.at(k))
	p.i = k + 1
	return true
}

// portfolioList reports the comma of "Thương mại, Công nghiệp và Năng lượng X":
// nothing but portfolios up to the name.
func (p *parser) portfolioList() bool {
	if !p.d.lex.Options["bare"] || !p.at(p.i-1).set.has(lexicon.Portfolio) {
		return false
	}
	for k := p.i + 1; k < p.i+12; k++ {
		u := p.at(k)
		if u.name >= 0 {
			return true
		}
		if u.set.has(lexicon.Role) || u.punct != ',' && !u.set.any(lexicon.Portfolio, lexicon.And, lexicon.Country) {
			return false
		}
	}
	return false
}

// adjectiveAfter allows an unknown lower-case word inside a title when the
// title goes on after it: "directeur national adjoint de", "ministre sortant X".
func (p *parser) adjectiveAfter() bool {
	n := p.at(p.i + 1)
	return n.set.any(lexicon.Of, lexicon.Adj) || n.name >= 0 || n.punct == ',' && p.at(p.i+2).name >= 0 || !n.known() && !n.cap && n.kind == text.Word && p.at(p.i+2).set.has(lexicon.Of)
}

// nounPhrase reads the noun phrase of a complement that starts at unit k. It
// reports false, and reads nothing, if a person starts there.
func (p *parser) nounPhrase(k int) bool {
	for p.at(k).set.any(lexicon.Def, lexicon.Of) && p.at(k).name < 0 && !p.at(k).cap {
		k++
	}
	u := p.at(k)
	if u.name >= 0 || u.kind != text.Word && u.kind != text.Number || u.set.any(lexicon.Honorific, lexicon.NameHead, lexicon.Poss, lexicon.Dem) {
		return false
	}
	if u.set.has(lexicon.Role) && !u.set.any(lexicon.Portfolio, lexicon.Country, lexicon.Place) {
		return false
	}
	if u.set.has(lexicon.Noun) && p.nounIs(u, "met") {
		return false
	}
	if e, ok := u.entry(lexicon.Verb); ok && e.Form&lexicon.Inf != 0 && !u.cap && !p.d.lex.Options["bare"] {
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
		case u.set.any(lexicon.Portfolio, lexicon.Thing):
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

// posted reads "au Vietnam", "en France", "près l'Union européenne" after an
// office; the state of the post is not the state served.
func (p *parser) posted() bool {
	k := p.i + 1
	if p.at(k).set.has(lexicon.Def) {
		k++
	}
	if !p.at(k).set.has(lexicon.Country) && !(p.at(k).set.has(lexicon.Place) && p.d.lex.Options["bare"]) || p.at(k).name >= 0 || !p.a.isDiplomat(p) {
		return false
	}
	p.i = k + 1
	return true
}

func (a *actor) isDiplomat(p *parser) bool {
	u := p.at(p.i - 1)
	return len(a.codes) > 0 || u.set.has(lexicon.Role)
}

// moreOf reads "et de l'Énergie", "et du Tourisme", "et Technologies".
func (p *parser) moreOf() bool {
	k := p.i + 1
	if p.at(k).set.has(lexicon.Of) {
		k++
	}
	for p.at(k).set.has(lexicon.Def) && p.at(k).name < 0 {
		k++
	}
	if u := p.at(k); u.name >= 0 || u.set.has(lexicon.Role) || !u.set.any(lexicon.Portfolio, lexicon.Org) && !(u.cap && !u.known() && p.at(p.i-1).set.has(lexicon.Portfolio)) {
		return false
	}
	return p.nounPhrase(p.i + 1)
}

// appositions reads ", ministre de X et chef de Y," after a name.
func (p *parser) appositions() {
	if p.a.pron != lexicon.None {
		return
	}
	for p.comma(p.i) || p.a.named && len(p.a.roles) > 0 && p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Role) {
		if !p.apposition() && !p.affiliation() {
			break
		}
		p.parenthesis()
	}
	p.parenthesis()
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
	former := false
	for p.i < p.s.to {
		u := p.at(p.i)
		if u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem) && u.name < 0 && det == lexicon.None {
			det = lexicon.Def
		} else if u.set.has(lexicon.Former) {
			former = true
		} else if det != lexicon.None && u.set.any(lexicon.LastTime, lexicon.First, lexicon.Second) && u.name < 0 { // "the last Indian premier to come"
		} else if u.set.has(lexicon.Adverb) && !u.set.has(lexicon.Verb) && p.at(p.i+1).set.any(lexicon.Indef, lexicon.Def, lexicon.Role) { // ", also a member of"
		} else if u.set.any(lexicon.Adj, lexicon.Country) && (p.premodifier(1) || !u.cap && p.at(p.i+1).set.has(lexicon.Role)) {
			p.country(u)
		} else if u.set.any(lexicon.Portfolio, lexicon.Party, lexicon.Org) && p.premodifier(1) {
			p.group(u)
		} else if !(u.kind == text.Word && !u.known() && !u.cap && p.at(p.i+1).set.has(lexicon.Role) && (det != lexicon.None || joined)) {
			break
		}
		p.i++
	}
	u := p.at(p.i)
	if !u.set.has(lexicon.Role) || u.name >= 0 || joined && (det != lexicon.None || p.isCounterpart(u)) {
		*p = save
		return false
	}
	was := p.a.former
	p.a.former = former
	plural := p.a.plural
	p.takeRole(u)
	p.a.former = was
	for p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0 && !p.a.plural {
		p.i++
		p.takeRole(p.at(p.i))
	}
	if joined && p.d.lex.Options["title-list"] && p.comma(p.i) && p.at(p.i+1).set.has(lexicon.Role) && p.leadsToName(p.i+1) {
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
	for p.is(lexicon.And) && p.at(p.i+1).set.has(lexicon.Def) && p.at(p.i+2).set.any(lexicon.Place, lexicon.Portfolio) && p.at(p.i+2).name < 0 {
		p.nounPhrase(p.i + 2)
	}
	return true
}

// affiliation reads ", du groupe d'amitié," after a name.
func (p *parser) affiliation() bool {
	if !p.a.named || !p.comma(p.i) || !p.at(p.i+1).set.has(lexicon.Of) {
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

func (p *parser) group(u *unit) {
	if e, ok := u.entry(lexicon.Party); ok && p.a.party < 0 {
		p.a.party = int(e.Index)
		if e.Code != "" && !slices.Contains(p.a.codes, e.Code) {
			p.a.codes = append(p.a.codes, e.Code)
		}
	}
	if e, ok := u.entry(lexicon.Org); ok && p.a.org < 0 {
		p.a.org = int(e.Index)
		if e.Code != "" && !slices.Contains(p.a.codes, e.Code) {
			p.a.codes = append(p.a.codes, e.Code)
		}
	}
}

var prepositions = []lexicon.Class{lexicon.Hosted, lexicon.Head, lexicon.LedBy, lexicon.Beside, lexicon.Between, lexicon.With, lexicon.By, lexicon.After, lexicon.For, lexicon.From, lexicon.Of, lexicon.To, lexicon.In, lexicon.Prep}

// clitic reports a possessive that leans on the word before it: "'s".
func (d *doc) clitic(i int) bool {
	if i <= 0 || i >= len(d.units) || d.toks[d.units[i].from].Space {
		return false
	}
	return d.units[i].set.has(lexicon.Poss) || d.pluralClitic(i)
}

// pluralClitic reports the apostrophe of "Mauritius' secretary".
func (d *doc) pluralClitic(i int) bool {
	return d.units[i].punct != 0 && text.Key(d.textOf(i, i+1)) == "'" && strings.HasSuffix(d.textOf(i-1, i), "s") &&
		i+1 < len(d.units) && d.units[i+1].kind == text.Word && d.toks[d.units[i+1].from].Space
}

// govern finds the preposition of each actor of a sentence and tells which
// bare ones can be subjects.
func (d *doc) govern(first int, s sentence) {
	for n := first; n < len(d.actors); n++ {
		a := &d.actors[n]
		i := a.from - 1
		if d.clitic(a.from) && n > first && d.actors[n-1].to == a.from {
			i = d.actors[n-1].from - 1 // "with X's deputy Y" is with Y
		} else if d.clitic(a.from) {
			i-- // the same of an X not known as a person
		}
		if i < s.from {
			a.subj = true
			continue
		}
		u := &d.units[i]
		for _, c := range prepositions {
			if u.set.has(c) && u.actor < 0 {
				a.gov = c
				break
			}
		}
		if a.gov == lexicon.None && d.units[a.from].set.has(lexicon.Of) && u.kind == text.Word && u.actor < 0 && (!u.known() || u.set.has(lexicon.Noun)) && !u.set.has(lexicon.Verb) {
			a.gov = lexicon.Of // "sous les yeux des présidents"
		}
		if u.set.has(lexicon.Passive) && u.actor < 0 && d.lex.Options["agent-first"] {
			a.gov = lexicon.Passive
		}
		if a.gov == lexicon.With && d.standsBy(a.to, s) {
			a.gov = lexicon.Beside
		}
		if a.gov == lexicon.None && u.set.has(lexicon.Adverb) && i > s.from {
			for _, c := range prepositions { // "avec notamment X"
				if d.units[i-1].set.has(c) && d.units[i-1].actor < 0 {
					a.gov = c
					break
				}
			}
		}
		if a.det == lexicon.None && d.contracted(i) {
			a.det = lexicon.Def
		}
		a.subj = a.gov == lexicon.None && (d.subjectPlace(i, s) || d.subjectPronoun(a, s) || d.cleft(i, a, s)) && !(a.pron != lexicon.None && d.units[a.from].set.has(lexicon.Adverb)) // "lui" is none
	}
	d.frontedSubject(first, s)
	for n := first; n < len(d.actors); n++ {
		if a := &d.actors[n]; a.to < s.to && d.clitic(a.to) {
			a.owner, a.subj, a.gov = true, false, lexicon.Of
		}
	}
}

// standsBy reports a participle or a predicate after "with X": "with X looking on"
// tells of company, not of a partner.
func (d *doc) standsBy(i int, s sentence) bool {
	if i >= s.to || !d.lex.Options["fronted"] {
		return false
	}
	u := &d.units[i]
	if u.set.has(lexicon.Adverb) && i+1 < s.to {
		u = &d.units[i+1]
	}
	if u.set.any(lexicon.Noun, lexicon.Prep, lexicon.After) || u.actor >= 0 {
		return false
	}
	e, ok := u.entry(lexicon.Verb)
	return ok && e.Form == lexicon.Ger
}

// frontedSubject finds the subject after words of place, time or company that no
// comma ends: "At the Elysée Palace the president received X".
func (d *doc) frontedSubject(first int, s sentence) {
	start := d.afterDateline(s)
	if u := &d.units[start]; !d.lex.Options["fronted"] || u.date < 0 && governor(u) == lexicon.None {
		return
	}
	for n := first; n < len(d.actors); n++ {
		a := &d.actors[n]
		if a.to <= start {
			continue
		}
		if a.subj || !d.verbless(start, a.from) {
			return
		}
		if a.gov == lexicon.None && a.to < s.to && d.predicate(a.to) {
			a.subj = d.units[a.from-1].kind == text.Word && !d.units[a.from-1].set.any(lexicon.Def, lexicon.Poss)
			return
		}
	}
}

// afterDateline is the unit after "Vatican City, 2 March (VIS) –".
func (d *doc) afterDateline(s sentence) int {
	for i := s.from + 1; i < s.to-1 && i < s.from+14; i++ {
		if t := d.textOf(i, i+1); t == "–" || t == "—" || t == "--" {
			return i + 1
		}
	}
	return s.from
}

// verbless reports units without a verb among them.
func (d *doc) verbless(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		if u.actor < 0 && u.name < 0 && (u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.That, lexicon.Who) || u.set.has(lexicon.Verb) && !u.set.has(lexicon.Noun)) {
			return false
		}
	}
	return true
}

// subjectPronoun reports a personal pronoun right before a verb: "in the talks
// he had", "as minister he met".
func (d *doc) subjectPronoun(a *actor, s sentence) bool {
	return (a.pron == lexicon.He || a.pron == lexicon.She || a.pron == lexicon.They) && a.to < s.to &&
		d.units[a.to].set.any(lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut, lexicon.Verb)
}

// cleft reports the subject of "c'est X qui a parlé".
func (d *doc) cleft(i int, a *actor, s sentence) bool {
	k := a.to
	if k < s.to && d.units[k].punct == ',' {
		k++
	}
	return d.units[i].set.has(lexicon.Be) && k < s.to && d.units[k].set.has(lexicon.Who) && i > s.from && d.units[i-1].actor < 0 &&
		(i-1 == s.from || d.units[i-2].punct != 0)
}

// subjectPlace reports whether a subject can follow unit i.
func (d *doc) subjectPlace(i int, s sentence) bool {
	u := &d.units[i]
	switch {
	case u.punct != 0 || u.date >= 0 || u.kind == text.Number:
		return true
	case u.set.any(lexicon.And, lexicon.Or, lexicon.That, lexicon.Who, lexicon.Today, lexicon.Yesterday, lexicon.Weekday, lexicon.Month, lexicon.DayPart, lexicon.Place, lexicon.Country):
		return true
	case u.set.any(lexicon.Adverb) && !u.set.has(lexicon.Verb):
		return i == s.from || !d.units[i-1].set.any(lexicon.Be, lexicon.BeFut) // "is also a member": a predicate
	}
	return u.actor < 0 && (d.inverted(i, s) || d.speaks(i, s))
}

// speaks reports the verb of "...", said X.
func (d *doc) speaks(i int, s sentence) bool {
	return i > s.from && d.units[i].set.has(lexicon.Verb) && strings.ContainsRune("\"”»’", firstRune(d.textOf(i-1, i)))
}

// inverted reports the verb of ", a déclaré X": its subject follows.
func (d *doc) inverted(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Verb) || i < s.from+2 {
		return false
	}
	i--
	if d.units[i].set.has(lexicon.Adverb) && i > s.from {
		i--
	}
	return d.units[i].set.has(lexicon.Have) && i > s.from && d.units[i-1].punct != 0
}

// coordinate links actors of one list: "A, B et C", "avec A et avec B".
func (d *doc) coordinate(first int, s sentence) {
	for n := first; n+1 < len(d.actors); n++ {
		a, b := &d.actors[n], &d.actors[n+1]
		if a.pron != lexicon.None && !(d.lex.Options["fronted"] && a.subj && (a.pron == lexicon.He || a.pron == lexicon.She)) || b.pron == lexicon.First || b.pron == lexicon.Second {
			continue
		}
		i := a.to
		and, comma, prep := false, false, lexicon.None
		ok := true
		for ; i < b.from; i++ {
			u := &d.units[i]
			switch {
			case u.punct == ',':
				comma = true
			case u.set.has(lexicon.And):
				and = true
			case u.set.has(lexicon.Adverb):
			default:
				if c := governor(u); c != lexicon.None && prep == lexicon.None && i == b.from-1 {
					prep = c
					continue
				}
				ok = false
			}
		}
		if !ok || !and && !comma || prep != lexicon.None && prep != a.gov && !d.sameWordBefore(n, n+1) {
			continue
		}
		if !and && b.gov == lexicon.None && d.leadsIn(a) {
			continue
		}
		if !and && !d.commaPair(n, s) && (!d.listGoesOn(n+1, s) || a.gov != lexicon.None && d.listIsSubject(n+1, s)) && !d.headlinePair(n, s) {
			continue
		}
		a.next, b.prev = n+1, n
		b.gov = a.gov
		b.subj = a.subj
	}
}

// sameWordBefore reports two actors with one word before both: "called on A and
// on B", where the first "on" is part of the verb.
func (d *doc) sameWordBefore(n, m int) bool {
	x, y := d.actors[n].from-1, d.actors[m].from-1
	if x < 0 || !d.units[x].set.has(lexicon.Verb) {
		return false
	}
	last := func(u *unit) string { return d.toks[u.to-1].Text(d.text) }
	return d.units[x].to-d.units[x].from > 1 && last(&d.units[x]) == last(&d.units[y])
}

// commaPair reports "gặp A, B;": two names that end a clause after a verb, in a
// language that needs no "and".
func (d *doc) commaPair(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options["title-list"] || !a.named || !b.named || a.subj || len(b.roles) == 0 || b.from != a.to+1 {
		return false
	}
	return b.to < s.to && (d.units[b.to].punct == ';' || d.units[b.to].punct == '.')
}

// leadsIn reports a phrase that stands before the subject and ends in a comma:
// "Nhận lời mời của A, B và C".
func (d *doc) leadsIn(a *actor) bool {
	switch a.gov {
	case lexicon.Hosted, lexicon.Beside, lexicon.Prep, lexicon.After:
		return true
	}
	return false
}

// headlinePair reports "A, B" in a headline, where a comma stands for "and".
func (d *doc) headlinePair(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	last := d.units[s.to-1].punct
	return d.lex.Options["headline-comma"] && last != '.' && last != '!' && last != '?' && a.named && b.named && b.from == a.to+1 &&
		(b.to >= s.to || d.units[b.to].punct != ',')
}

func governor(u *unit) lexicon.Class {
	for _, c := range prepositions {
		if u.set.has(c) {
			return c
		}
	}
	return lexicon.None
}

// listGoesOn reports whether after actor n comes ", X" or "et X": only then a
// comma before it joins it to a list.
func (d *doc) listGoesOn(n int, s sentence) bool {
	b := &d.actors[n]
	if n+1 >= len(d.actors) || d.actors[n+1].sent != b.sent {
		return false
	}
	c := &d.actors[n+1]
	if c.from-b.to > 3 {
		return false
	}
	for i := b.to; i < c.from; i++ {
		u := &d.units[i]
		if u.punct != ',' && !u.set.any(lexicon.And, lexicon.Adverb) && governor(u) == lexicon.None {
			return false
		}
	}
	return true
}

// listIsSubject reports a list from actor n on that a verb follows: "au côté de
// X, A et B ont signé".
func (d *doc) listIsSubject(n int, s sentence) bool {
	for n+1 < len(d.actors) && d.actors[n+1].sent == d.actors[n].sent && d.listGoesOn(n, s) {
		n++
	}
	i := d.actors[n].to
	return i < s.to && d.units[i].set.any(lexicon.Have, lexicon.HaveFut)
}

// groupOf returns the actors of the coordination that n belongs to.
func (d *doc) groupOf(n int) []int {
	for d.actors[n].prev >= 0 {
		n = d.actors[n].prev
	}
	g := []int{}
	for ; n >= 0; n = d.actors[n].next {
		g = append(g, n)
	}
	return g
}
