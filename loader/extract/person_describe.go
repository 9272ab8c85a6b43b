package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// describe gives every person the offices, states and parties of the actors
// that name them.
func (d *doc) describe() {
	for n := range d.actors {
		a := &d.actors[n]
		if !a.named {
			continue
		}
		for i, pi := range a.persons {
			if pi < 0 {
				continue
			}
			b := *a
			if len(a.persons) > 1 && i < len(a.own) && a.own[i] != "" {
				b.codes = a.own[i : i+1]
			}
			d.persons[pi].describe(d, &b)
		}
	}
	d.copulas()
	d.apposedOffices()
	d.inCharge()
	for i := range d.persons {
		d.recognise(i)
		if d.womanByName(i) {
			d.persons[i].fem++
		}
		d.persons[i].settle()
		d.persons[i].origin = d.origin(i)
	}
	d.sidesTold()
	d.served()
	d.chairedBehind()
	d.introduced()
	d.homologues()
	d.findMates()
	d.statesShared()
	d.relativesStates()
	if d.lex.Home != "" {
		d.adoptStates()
	} else if d.lex.Options.AdoptStates {
		d.soleHolders()
	}
	d.takenForKnown()
}

// soleHolders gives a state to the only person who can be meant by a title with
// that state: "the Cambodian leader", where nobody else is of Cambodia and one
// person of no known state holds a fitting office.
func (d *doc) soleHolders() {
	for n := range d.actors {
		a := &d.actors[n]
		if a.named || a.plural || a.det != lexicon.Def || len(a.codes) != 1 || len(a.roles) == 0 || a.former || a.role("counterpart") || a.role("guest") || a.role("host") || a.role("former") {
			continue
		}
		found, count := -1, 0
		for p := range d.persons {
			q := &d.persons[p]
			if !d.sameStory(p, d.sents[a.sent].item) {
				continue
			}
			if q.country == a.codes[0] || q.country == "" && !q.titled {
				count = 2
			}
			if q.country == "" && len(q.keys) > 0 && q.titled && d.canBe(a.roles[0].key, p) {
				found = p
				count++
			}
		}
		if count == 1 && d.firstNamed(found) <= a.sent {
			d.persons[found].country = a.codes[0]
		}
	}
}

// copulas gives a person the office of a predicate: "X, who is also minister of
// Y".
func (d *doc) copulas() {
	for n := 1; n < len(d.actors); n++ {
		a, b := &d.actors[n-1], &d.actors[n]
		if b.named || b.plural || b.pron != lexicon.None || len(b.roles) == 0 || !a.named || len(a.persons) != 1 || a.persons[0] < 0 || a.sent != b.sent || b.role("counterpart") || b.role("host") || b.role("guest") || b.role("other") || b.role("former") || b.det == lexicon.Poss {
			continue
		}
		if d.equates(a.to, b.from) {
			d.persons[a.persons[0]].describe(d, b)
		}
	}
}

// apposedOffices gives the office and the state behind a comma to each of those before it: "A et B, ministres
// de Saint-Marin, ont été reçus".
func (d *doc) apposedOffices() {
	for n := range d.actors {
		b := &d.actors[n]
		if !d.lex.Options.Article || b.named || !b.plural || b.pron != lexicon.None || b.det != lexicon.None || len(b.roles) == 0 || len(b.codes) != 1 || b.to >= d.sents[b.sent].to || d.units[b.to].punct != ',' {
			continue
		}
		if ps := d.apposedTo(b); len(ps) > 1 {
			for _, p := range ps {
				d.persons[p].describe(d, b)
			}
		}
	}
}

// equates reports units that say that what is before is what comes after: "is",
// ", who is also".
func (d *doc) equates(from, to int) bool {
	be := false
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.set.has(lexicon.Be) && !u.set.has(lexicon.Verb):
			be = true
		case u.punct == ',' || u.date >= 0 || u.set.either(lexicon.Who, lexicon.Adverb) || u.set.has(lexicon.Have) && i+1 < to && d.units[i+1].set.has(lexicon.Be):
		default:
			return false
		}
	}
	return be
}

// womanByName reports a name with a part that only women have.
func (d *doc) womanByName(p int) bool {
	for _, n := range d.persons[p].names {
		for i := d.names[n].from; i < d.names[n].to; i++ {
			if e, ok := d.units[i].entry(lexicon.FemName); ok && (e.Form&lexicon.Fem != 0) == (i == d.names[n].from) {
				return true
			}
		}
	}
	return false
}

// manByName reports a first name that is known, and not as one that only women have.
func (d *doc) manByName(p int) bool {
	for _, n := range d.persons[p].names {
		if u := &d.units[d.names[n].from]; u.set.has(lexicon.Given) {
			return !u.set.has(lexicon.FemName)
		}
	}
	return false
}

// adoptStates gives the only foreign holder of an office without a state the
// state with which the text names that office elsewhere: "Tổng thống Bulgaria"
// in the headline, "Tổng thống Rumen Radev" below.
func (d *doc) adoptStates() {
	for n := range d.actors {
		a := &d.actors[n]
		if a.named || a.plural || len(a.codes) == 0 || len(a.roles) == 0 || a.codes[0] == d.lex.Home || a.role("counterpart") {
			continue
		}
		found, count := -1, 0
		for p := range d.persons {
			q := &d.persons[p]
			if !d.canBe(a.roles[0].key, p) || len(q.keys) == 0 {
				continue
			}
			if q.country == a.codes[0] {
				count = 2
			}
			if q.country == "" && q.origin != d.lex.Home && d.inItem(p, d.sents[a.sent].item) {
				found = p
				count++
			}
		}
		if count == 1 {
			d.persons[found].country = a.codes[0]
		}
	}
}

// couple reports "l'empereur A et l'impératrice B", a man and a woman of one throne, and "President A and
// First Lady B".
func (d *doc) couple(n int) bool {
	b, m := &d.actors[n], d.actors[n].prev
	if m < 0 || len(b.roles) == 0 || !b.named || len(b.persons) != 1 || b.persons[0] < 0 || len(b.codes) > 0 {
		return false
	}
	a := &d.actors[m]
	if len(a.roles) == 0 || len(a.persons) != 1 || a.persons[0] < 0 {
		return false
	}
	x, y := a.roles[0].key, b.roles[0].key
	return x == "king" && y == "king" && a.fem != b.fem || x != "spouse" && y == "spouse"
}

// findMates notes whose "son ministre X" a person is: of the last person named
// before in the sentence.
func (d *doc) findMates() {
	for n := range d.actors {
		b := &d.actors[n]
		if d.couple(n) {
			p := &d.persons[b.persons[0]]
			p.mates = append(p.mates, d.actors[b.prev].persons[0])
			continue
		}
		if b.det != lexicon.Poss || !b.named || len(b.persons) != 1 || b.persons[0] < 0 || !b.role("head") || b.role("counterpart") || b.role("host") || b.role("guest") || b.role("other") || b.prev < 0 && b.gov != lexicon.None && !b.role("companion") {
			continue
		}
		if d.clitic(b.from) && (n == 0 || d.actors[n-1].to != b.from || !d.actors[n-1].named) {
			continue // the aide of somebody who is no actor, or has no name here
		}
		if e, ok := d.units[b.from].entry(lexicon.Poss); ok && e.Index == 3 && b.prev < 0 {
			continue // "visited the port and met its manager B"
		}
		for k := n - 1; k >= 0 && d.actors[k].sent == b.sent; k-- {
			if a := &d.actors[k]; a.named && len(a.persons) == 1 && a.persons[0] >= 0 {
				p := &d.persons[b.persons[0]]
				p.mates = append(p.mates, a.persons[0])
				break
			}
		}
	}
}

func (p *person) describe(d *doc, a *actor) {
	if len(p.offices) == 0 && len(p.keys) == 0 {
		p.item = d.sents[a.sent].item
	}
	if len(a.codes) > 0 && !(a.codes[0] == "UN" && a.holds("ambassador")) { // who is sent there is of a state
		p.vote(a.codes[0], 2)
	} else if code := d.seatState(a); code != "" {
		p.vote(code, 1)
	}
	if a.fem {
		p.fem++
	} else if a.masc {
		p.fem--
	}
	if a.party >= 0 && !slices.Contains(p.parties, a.party) {
		p.parties = append(p.parties, a.party)
	}
	if a.org >= 0 && !slices.Contains(p.orgs, a.org) {
		p.orgs = append(p.orgs, a.org)
	}
	for _, r := range a.roles {
		if d.ofNamesake(&r) {
			continue
		}
		p.titled = p.titled || r.flags.Has("head") && !r.flags.Has("seat")
		p.keys = append(p.keys, r.key)
		if d.secretaryOf(r) {
			p.keys = append(p.keys, "minister")
		}
		if d.portfolio(r) {
			p.ministry = append(p.ministry, text.Fold(d.textOf(r.from, r.to)))
		}
		if r.flags.Has("head") || r.flags.Has("rank") {
			o := d.officeOf(&r)
			if !slices.Contains(p.offices, o) {
				p.offices = append(p.offices, o)
			}
		}
	}
}

// votes are how often an article gives a person a state.
type votes struct {
	code string
	n    int
}

// vote counts n votes for a state.
func (p *person) vote(code string, n int) {
	i := slices.IndexFunc(p.codes, func(v votes) bool { return v.code == code })
	if i < 0 {
		i = len(p.codes)
		p.codes = append(p.codes, votes{code: code})
	}
	p.codes[i].n += n
}

// settle picks the state most often given, the first in the alphabet on a tie.
func (p *person) settle() {
	best := 0
	for _, v := range p.codes {
		if v.n > best || v.n == best && v.code < p.country {
			p.country, best = v.code, v.n
		}
	}
}

// recognise adds what is generally known of a public figure: the state served,
// unless the article says another, and, for titles without a name, the offices.
// What the article says is never overridden.
func (d *doc) recognise(i int) {
	p := &d.persons[i]
	if d.isElder(p) {
		return // the name is known for the son
	}
	for _, n := range p.names {
		f := d.names[n].figure
		if f == nil {
			continue
		}
		p.figure = f
		if len(p.codes) == 0 {
			p.vote(f.Country, 1)
		}
		for k := range p.codes {
			if sharedName(p.codes[k].code, f.Country) {
				p.codes[k].code = f.Country
			}
		}
		if !p.titled && d.timely(f) {
			p.keys = append(p.keys, f.Roles...)
			p.titled, p.byName = true, true
		}
		return
	}
}

// sharedName reports two states that one everyday name can mean: Congo, Korea.
func sharedName(a, b string) bool { return b != "" && twinStates[a] == b }

// twinStates are, for each state with such a name, the other one.
var twinStates = map[string]string{"CD": "CG", "CG": "CD", "KP": "KR", "KR": "KP"}

// origin is the state that the family name of a person hints at, for lack of
// better.
func (d *doc) origin(p int) string {
	for _, n := range d.persons[p].names {
		nm := &d.names[n]
		if len(nm.words) < 2 {
			continue
		}
		for _, e := range d.units[nm.from].entries {
			if e.Class == lexicon.Surname && (e.Code != "VN" || d.homeName(nm)) && !(e.Code == "CN" && d.givenElsewhere(nm)) {
				return e.Code
			}
		}
	}
	return ""
}

// givenElsewhere reports a first word that is a given name too, before a word of more than two syllables or of
// none: "Rui Lopes" only begins like a Chinese name.
func (d *doc) givenElsewhere(nm *name) bool {
	last := nm.words[len(nm.words)-1]
	if resolve.Syllable(last) || !d.units[nm.from].set.has(lexicon.Given) {
		return false
	}
	for i := 2; i < len(last)-1; i++ {
		if resolve.Syllable(last[:i]) && resolve.Syllable(last[i:]) {
			return false // "Jinping"
		}
	}
	return true
}

// homeName reports a name all of whose words are syllables of the language:
// "Ban Ki-moon" and "Kim Jong-un" only begin like one.
func (d *doc) homeName(nm *name) bool {
	for i := nm.from; i < nm.to; i++ {
		for t := d.units[i].from; t < d.units[i].to; t++ {
			if !resolve.Syllable(d.toks[t].Text(d.text)) {
				return false
			}
		}
	}
	return true
}

// homologues gives "son homologue X" the office of the person before, and
// nothing else: a counterpart is of another state.
func (d *doc) homologues() {
	last := -1
	for n := range d.actors {
		a := &d.actors[n]
		if a.role("counterpart") && a.named && last >= 0 && len(a.persons) == 1 && a.persons[0] >= 0 {
			p := &d.persons[a.persons[0]]
			for _, k := range d.persons[last].keys {
				if !slices.Contains(p.keys, k) {
					p.keys = append(p.keys, k)
				}
			}
			p.ministry = append(p.ministry, d.persons[last].ministry...)
			if p.country == "" && p.origin == d.lex.Home && d.persons[last].origin == p.origin {
				p.origin = "" // "người đồng cấp Vương Quân": a name that could be one of here is not
			}
			continue
		}
		if a.named && len(a.persons) > 0 && a.persons[0] >= 0 && len(d.persons[a.persons[0]].keys) > 0 {
			last = a.persons[0]
		}
	}
}

// person is one person of the article.
type person struct {
	names    []int // mentions by name
	country  string
	codes    []votes
	parties  []int
	orgs     []int
	offices  []office
	keys     []string        // role keys, in order of mention
	ministry []string        // folded titles of a minister of something, one's own and a counterpart's
	titled   bool            // some office is known, not only a rank
	fem      int             // > 0 feminine, < 0 masculine, as titles and pronouns tell
	byName   bool            // titled by nothing but the name of a figure
	figure   *lexicon.Figure // who is generally known by the name, nil for none
	familiar *lexicon.Figure // see doc.takenForKnown
	mates    []int           // persons whose aide or spouse this one is
	origin   string          // state that the family name hints at
	item     int             // item of the first mention
}

// reset makes another person of p, in the same memory.
func (p *person) reset() {
	*p = person{names: p.names[:0], codes: p.codes[:0], parties: p.parties[:0], orgs: p.orgs[:0], offices: p.offices[:0], keys: p.keys[:0], mates: p.mates[:0]}
}

type office struct {
	title, country string
	key            string // of the role
	seat           string // see doc.seat
	former         bool
}

func (d *doc) officeOf(r *roleUse) office {
	return office{title: d.textOf(r.from, r.to), country: r.code, key: r.key, seat: d.seat(r), former: r.former}
}

// genderBefore is the gender of the honorific or title right before a name: 1
// feminine, -1 masculine, 0 unknown.
func (d *doc) genderBefore(i int, s sentence) int {
	if i == s.from {
		return 0
	}
	u := &d.units[i-1]
	if e, ok := u.entry(lexicon.Honorific); ok {
		switch e.Index { // see words.txt
		case 1, 4:
			return -1
		case 2, 5:
			return 1
		}
		return 0
	}
	if e, ok := u.entry(lexicon.Role); ok && e.Form&lexicon.Fem != 0 && e.Form&lexicon.Plural == 0 {
		return 1
	}
	return 0
}
