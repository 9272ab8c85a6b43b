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
	partner bool // "X, son hôte," is told of somebody else
	speaker bool // "je", "we"
	latest  bool // "ce dernier": who was named last
	nth     int  // of "le troisième": how many stand before it
	// gov is the class of the preposition that governs the actor, None for a
	// bare one. subj tells whether a bare one stands where a subject can.
	gov  lexicon.Class
	subj bool
	// owner: a possessive follows, the phrase only tells whose the next noun is.
	owner bool
	next  int // next actor of the same coordination, -1 for none
	prev  int
	topic bool // only told of as what a contact is about, see verb_topics.go
}

type roleUse struct {
	key      string
	flags    lexicon.Flags
	from, to int // units of the title with its complement
	former   bool
	code     string
	office   string // of a word that stands for both sides, the office it names: "the two ministers"
}

func (a *actor) role(flag string) bool {
	for _, r := range a.roles {
		if r.flags.Has(flag) {
			return true
		}
	}
	return false
}

// holds reports an office of an actor by its key.
func (a *actor) holds(key string) bool {
	return slices.ContainsFunc(a.roles, func(r roleUse) bool { return r.key == key })
}

// findActors parses the actors of every sentence.
func (d *doc) findActors() {
	d.actors = d.actors[:0]
	for k, s := range d.sents {
		first := len(d.actors)
		for i := s.from; i < s.to; {
			if d.opensNoActor(i, s) {
				i++
				continue
			}
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
		d.bystanders(first, s)
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

func (p *parser) is(c lexicon.Class) bool { return p.at(p.i).set.has(c) }

func (p *parser) comma(i int) bool { return p.at(i).punct == ',' }

func (p *parser) dash(i int) bool { return i < p.s.to && p.d.dash(i) }

var endUnit = unit{kind: text.Break, name: -1, date: -1, actor: -1}

// opensActor are the classes of what an actor begins with, if not with a name, in a
// language whose offices come before what they are of. See prefix and pronoun.
var opensActor = classes(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Two, lexicon.Numeral, lexicon.Former, lexicon.First, lexicon.Second,
	lexicon.He, lexicon.She, lexicon.They, lexicon.Role, lexicon.Honorific, lexicon.NameHead, lexicon.Noun, lexicon.Adj)

// opensNoActor reports a unit with which no actor begins; nearly all are such.
func (d *doc) opensNoActor(i int, s sentence) bool {
	u := &d.units[i]
	return u.name < 0 && !u.set.meets(opensActor) && !d.lex.Options.Premodifier && !(d.lex.Options.Bare && u.set.has(lexicon.Country)) && !d.contractedBefore(i, s)
}

// parseActor reads an actor at unit i of sentence k. end is i if none starts.
func (d *doc) parseActor(k, i int) (a actor, end int) {
	if d.sameOffice(i, k) {
		return d.nextHolder(i, k)
	}
	p := &parser{d: d, s: d.sents[k], i: i, a: actor{sent: k, from: i, party: -1, org: -1, next: -1, prev: -1}}
	if p.adjectivalRole() {
		return p.a, i
	}
	if i > p.s.from {
		p.gender(p.at(i-1), lexicon.Contracted)
	}
	if p.pronoun() && p.meant() || p.a.pron != lexicon.None || p.prefix() && p.core() {
		if p.a.named && p.a.det == lexicon.Dem && !p.a.plural && p.d.lex.Options.Premodifier {
			return p.a, i // "those Minister X met"
		}
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
		if u.set.has(c) && u.name < 0 && !p.stateToo(u) && !p.namedBehind(u) && !(u.set.has(lexicon.Honorific) && (p.nameSoon(p.i+1) || p.styled(p.i))) && !(u.set.has(lexicon.Poss) && p.nounNext()) && !(u.set.either(lexicon.Two, lexicon.Numeral) && p.at(p.i+1).set.has(lexicon.Role)) && (c != lexicon.Second || u.to-u.from > 1 || strings.Contains(p.d.textOf(p.i, p.i+1), "-")) {
			p.a.pron, p.a.plural, p.a.fem = c, c == lexicon.They, c == lexicon.She
			p.latest(u)
			p.i++
			return true
		}
	}
	return false
}

// namedBehind reports a word for several that is an office too, before their states or names: "hai người đồng cấp Lào A và
// Campuchia B".
func (p *parser) namedBehind(u *unit) bool {
	n := p.at(p.i + 1)
	return u.set.has(lexicon.They) && u.set.has(lexicon.Role) && (n.name >= 0 || n.set.has(lexicon.Country) && p.at(p.i+2).name >= 0)
}

// latest notes a word that means who was named last, and its gender: see words.txt.
func (p *parser) latest(u *unit) {
	if e, ok := u.entry(lexicon.Second); ok && e.Index > 1 {
		p.a.latest, p.a.fem = true, e.Index == 3
	}
	if e, ok := u.entry(lexicon.He); ok && e.Index > 1 && !p.d.lex.Options.Tenseless {
		p.a.speaker = true
	}
}

// styled reports a style of capitals, or one with an article, before an office: "HE Minister of State X",
// "HE the Minister", "The Honourable Minister".
func (p *parser) styled(i int) bool {
	u := p.at(i)
	o := p.at(i + 1 + one(p.at(i+1).set.has(lexicon.Def)))
	return u.set.has(lexicon.Honorific) && (p.d.toks[u.from].AllCaps || p.d.startsWith(u, lexicon.Def)) && o.cap && o.set.has(lexicon.Role)
}

// bothOfThem reads "the two" and "both" without a noun: "the two met".
func (p *parser) bothOfThem() bool {
	k := p.i
	if p.at(k).set.has(lexicon.Def) {
		k++
	}
	n := p.at(k + 1)
	told := n.punct == ',' && p.at(k+2).set.has(lexicon.Who) || p.i > p.s.from+1 && p.at(p.i-1).set.has(lexicon.Between) && p.d.isNoun(p.i-2, "met") && (n.punct == ',' || n.set.any(lexicon.In, lexicon.Of, lexicon.Prep)) // "The two, who had met in May, agreed", "a call between the two in May"
	// "had lunch with the two", "received both", not "met both in Rome and in Oslo"
	object := (k > p.i || p.both(k)) && p.i > p.s.from && (p.at(p.i-1).set.has(lexicon.With) || p.d.isVerb(p.i-1, "met")) && (k+1 >= p.s.to || n.punct == ',' || n.punct == '.' || n.date >= 0 || p.d.leadsToDay(k+1) || k > p.i && n.set.has(lexicon.In))
	// "the three agreed"
	many := p.at(k).set.has(lexicon.Numeral) && k > p.i && !p.d.lex.Options.Gendered && !told
	if !p.at(k).set.has(lexicon.Two) && !many || k == p.i && !p.both(k) || !told && !object && !n.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Verb, lexicon.Adverb) || n.set.any(lexicon.Role, lexicon.Noun, lexicon.Two) {
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
	if n.name >= 0 && p.i > p.s.from && p.at(p.i-1).set.either(lexicon.After, lexicon.That) {
		return false // "and after her X came"
	}
	if n.set.any(lexicon.First, lexicon.Second, lexicon.LastTime) && p.at(p.i+2).kind == text.Word && !p.at(p.i+2).set.either(lexicon.Be, lexicon.Have) {
		return true // "her first trip"
	}
	return n.kind == text.Word && n.date < 0 && !p.nounIs(n, "along") && !n.set.any(lexicon.In, lexicon.To, lexicon.With, lexicon.By, lexicon.And, lexicon.Prep, lexicon.That, lexicon.After, lexicon.For, lexicon.Adverb, lexicon.Be, lexicon.Have, lexicon.From, lexicon.Indef, lexicon.Def, lexicon.Phone, lexicon.Poss, lexicon.Numeral, lexicon.Dem, lexicon.Who, lexicon.Beside, lexicon.Of, lexicon.Or, lexicon.Plan)
}

// adjectivalRole: a bare title after a noun qualifies it: "l'Office général",
// "les groupes parlementaires".
func (p *parser) adjectivalRole() bool {
	u := p.at(p.i)
	if !u.set.has(lexicon.Role) || u.cap || p.i == p.s.from || !p.d.lex.Options.Article {
		return false
	}
	v := p.at(p.i - 1)
	if v.punct == '-' && !p.d.toks[v.from].Space && !p.d.toks[u.from].Space {
		return true // "a 15-member team"
	}
	return v.kind == text.Word && v.date < 0 && (!v.known() || v.set.either(lexicon.Thing, lexicon.Noun) && !v.set.has(lexicon.Verb)) && p.at(p.i+1).name < 0
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
	if !u.set.either(lexicon.First, lexicon.Second) || u.name >= 0 || n.name >= 0 {
		return false
	}
	if n.kind == text.Word && (!n.known() || n.set.any(lexicon.Role, lexicon.Noun, lexicon.Portfolio, lexicon.Thing, lexicon.Adj, lexicon.Numeral, lexicon.Of, lexicon.Former)) && !n.set.has(lexicon.Verb) {
		return false
	}
	if n.set.has(lexicon.To) && (p.at(k+2).set.has(lexicon.Refl) || p.at(k+2).set.has(lexicon.Verb) && !p.at(k+2).cap) {
		return false // "le premier à s'asseoir"
	}
	p.a.pron = lexicon.First
	if e, ok := u.entry(lexicon.First); ok && e.Index > 1 {
		p.a.nth = int(e.Index)
	}
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
		case p.i > start && u.set.any(lexicon.First, lexicon.Second, lexicon.LastTime) && p.at(p.i+1).set.has(lexicon.Role) && p.at(p.i+1).name < 0:
			p.i++ // "son premier interlocuteur"
		case u.set.has(lexicon.Two):
			p.a.two, p.a.plural = true, true
			p.i++
		case u.set.has(lexicon.Numeral):
			p.a.plural = true
			p.i++
		case u.set.has(lexicon.Former):
			p.a.former = true
			p.i++
		case p.i > start && p.a.plural && u.set.has(lexicon.Adverb) && p.at(p.i+1).set.has(lexicon.Role):
			p.i++ // "hai nữ bộ trưởng"
		case u.set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead), p.a.det == lexicon.Dem && (u.set.has(lexicon.Of) || u.set.has(lexicon.That) && p.ledNext()):
			return true
		case p.i > start && p.a.det == lexicon.Def && u.kind == text.Word && p.d.clitic(p.i+1) && p.at(p.i+2).set.has(lexicon.Role) && p.d.lex.Options.Premodifier && !u.set.has(lexicon.Country): // "the summit's host"
			p.i++
		case u.set.has(lexicon.Noun):
			return p.nounIs(u, "delegation")
		case u.set.has(lexicon.Adj):
			if u.cap && p.i == start && p.i > p.s.from && p.d.contracted(p.i-1) && p.at(p.i+1).name < 0 && !p.at(p.i+1).cap {
				p.a.det = lexicon.Def // "à l'Espagnol"
				return true
			}
			if u.cap && p.i > start && p.at(p.i+1).name < 0 && !p.at(p.i+1).set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead) && !p.premodifier(1) {
				return p.a.det != lexicon.None && !u.set.has(lexicon.Country) // "l'Algérien", a demonym alone, but not "le Laos"
			}
			p.country(u)
			p.i++
		case u.set.has(lexicon.Country) && p.premodifier(1) && !p.placeBefore():
			p.country(u)
			p.i++
		case p.seatOf(u):
			p.country(u)
			p.i++
		case p.i > start && p.shortForm(p.i):
			p.i += 3
		case p.i > start && p.morePortfolio(p.i) && p.premodifier(1): // "Hungary's Foreign Affairs and Trade Minister"
			p.i++
		case p.bothStates(u):
			p.i++
		case u.set.any(lexicon.Portfolio, lexicon.Org, lexicon.Party) && p.premodifier(1):
			p.group(u)
			p.i++
		case (p.i > start && p.opened() || p.i == p.a.from && p.d.contractedBefore(p.i, p.s)) && u.kind == text.Word && (u.common() || u.set.has(lexicon.Adverb)) && !u.cap && p.smallAdjective(): // "trois nouveaux ambassadeurs"
			p.i++
		case p.i > start && p.a.det != lexicon.None && u.set.has(lexicon.Plan) && u.to-u.from == 1 && !u.cap && p.at(p.i+1).set.has(lexicon.Role) && p.d.lex.Options.Article: // "la future ministre"
			p.i++
		case p.opened() && p.newlyMade():
			p.i += 2
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
	if e, ok := u.entry(c); ok && p.d.lex.Options.Gendered {
		p.a.masc = p.a.masc || e.Index == 1
		p.a.fem = p.a.fem || e.Index == 2
	}
}

func (p *parser) nounIs(u *unit, event string) bool {
	for _, e := range u.entries {
		if e.Class == lexicon.Noun && p.d.lex.Nouns[e.Index].Event == event {
			return true
		}
	}
	return false
}

// thatOf reads "celle de Vientiane" after another delegation was told of. See words.txt.
func (p *parser) thatOf(u *unit) bool {
	e, ok := p.at(p.i - 1).entry(lexicon.Dem)
	if ok && e.Index == 2 && u.set.has(lexicon.That) && p.ledNext() && p.i-2 > p.s.from && !p.at(p.i-2).set.either(lexicon.Of, lexicon.And) && p.delegationBefore() {
		p.a.deleg, p.a.det = true, lexicon.Def // "celle que dirigeait B"
		return true
	}
	code := p.d.codeOf(min(p.i+1, p.s.to-1))
	if !ok || e.Index != 2 || !u.set.has(lexicon.Of) || code == "" || !p.delegationBefore() {
		return false
	}
	p.a.deleg, p.a.codes, p.a.det = true, []string{code}, lexicon.Def
	p.i += 2
	return true
}

// ledNext reports a verb of leading right behind the next unit.
func (p *parser) ledNext() bool {
	return p.d.isVerb(min(p.i+1, p.s.to-1), "led")
}

// delegationBefore reports a delegation, or the head of one, among the last actors read.
func (p *parser) delegationBefore() bool {
	for n := len(p.d.actors) - 1; n >= 0 && n > len(p.d.actors)-4; n-- {
		if a := &p.d.actors[n]; a.deleg || a.role("delegate") {
			return true
		}
	}
	return false
}

// core reads the head: titles and names, or a delegation, or a demonym.
func (p *parser) core() bool {
	u := p.at(p.i)
	switch {
	case u.name >= 0:
		p.takeName()
		return true
	case u.set.has(lexicon.Noun) && p.nounIs(u, "delegation") && !p.d.firmOfBrand(p.i, p.s):
		p.a.deleg = true
		e, _ := u.entry(lexicon.Noun)
		p.a.plural = e.Form&lexicon.Plural != 0 || p.a.two
		p.i++
		p.complement(nil)
		return true
	case p.a.det == lexicon.Dem && p.thatOf(u):
		return true
	case u.set.has(lexicon.Adj) && u.cap && p.a.det != lexicon.None && !p.qualifier():
		p.country(u)
		p.i++
		return true
	case u.set.any(lexicon.Role, lexicon.Honorific, lexicon.NameHead):
		return p.titles()
	}
	return false
}
