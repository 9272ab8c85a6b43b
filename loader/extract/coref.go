package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// discourse is what an item has talked of so far.
type discourse struct {
	recent  []int  // persons, the latest last, without doubles
	subject int    // last subject, -1 for none
	pair    [2]int // sides of the last contact
	hasPair bool
	group   []int // the last coordination of two or more
	taken   []int // ruled out while a title is tried again
}

func (c *discourse) mention(p int) {
	c.recent = slices.DeleteFunc(c.recent, func(q int) bool { return q == p })
	c.recent = append(c.recent, p)
}

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
	for i := range d.persons {
		d.recognise(i)
		d.persons[i].settle()
		d.persons[i].origin = d.origin(i)
	}
	d.homologues()
	d.findMates()
	if d.lex.Home != "" {
		d.adoptStates()
	}
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

// findMates notes whose "son ministre X" a person is: of the last person named
// before in the sentence.
func (d *doc) findMates() {
	for n := range d.actors {
		b := &d.actors[n]
		if b.det != lexicon.Poss || !b.named || len(b.persons) != 1 || b.persons[0] < 0 || !b.role("head") || b.role("counterpart") || b.role("host") || b.role("guest") || b.role("other") || b.prev < 0 && b.gov != lexicon.None {
			continue
		}
		if d.clitic(b.from) && (n == 0 || d.actors[n-1].to != b.from) {
			continue // the aide of somebody who is no actor
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
	if p.codes == nil {
		p.codes = map[string]int{}
	}
	if len(a.codes) > 0 {
		p.codes[a.codes[0]] += 2
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
		p.titled = p.titled || r.flags.Has("head")
		p.keys = append(p.keys, r.key)
		if r.flags.Has("head") || r.flags.Has("rank") {
			o := office{title: d.textOf(r.from, r.to), country: r.code, key: r.key, former: r.former}
			if !slices.Contains(p.offices, o) {
				p.offices = append(p.offices, o)
			}
		}
	}
}

// settle picks the state most often given, the first in the alphabet on a tie.
func (p *person) settle() {
	best := 0
	for c, n := range p.codes {
		if n > best || n == best && c < p.country {
			p.country, best = c, n
		}
	}
}

// recognise adds what is generally known of a public figure: the state served,
// unless the article says another, and, for titles without a name, the offices.
// What the article says is never overridden.
func (d *doc) recognise(i int) {
	p := &d.persons[i]
	for _, n := range p.names {
		f := d.lex.Figure(d.names[n].text)
		if f == nil {
			continue
		}
		p.figure = f
		if len(p.codes) == 0 {
			p.codes = map[string]int{f.Country: 1}
		}
		if y := d.pub.Year(); !p.titled && (y == 0 || y >= f.From && (f.To == 0 || y <= f.To+1)) {
			p.keys = append(p.keys, f.Roles...)
			p.titled, p.byName = true, true
		}
		return
	}
}

// origin is the state that the family name of a person hints at, for lack of
// better.
func (d *doc) origin(p int) string {
	for _, n := range d.persons[p].names {
		nm := &d.names[n]
		if e, ok := d.units[nm.from].entry(lexicon.Surname); ok && len(nm.words) >= 2 {
			return e.Code
		}
	}
	return ""
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
			continue
		}
		if a.named && len(a.persons) > 0 && a.persons[0] >= 0 && len(d.persons[a.persons[0]].keys) > 0 {
			last = a.persons[0]
		}
	}
}

// resolveActor finds the persons of an actor that does not name them.
func (d *doc) resolveActor(n int, c *discourse) {
	a := &d.actors[n]
	switch {
	case a.named:
		a.persons = slices.DeleteFunc(a.persons, func(p int) bool { return p < 0 })
	case a.pron == lexicon.First:
		a.persons = pick(c.group, 0)
	case a.pron == lexicon.Second:
		if a.persons = pick(c.group, 1); a.persons == nil && len(c.recent) > 0 {
			a.persons = []int{c.recent[len(c.recent)-1]}
		}
	case a.pron == lexicon.They:
		a.persons = d.bothSides(a, c)
	case a.pron != lexicon.None:
		a.persons = d.pronoun(a, c)
	case a.role("only"): // states, not persons
	case a.deleg || a.role("delegate") && !a.plural:
		a.persons = d.delegationHead(a)
	case a.listFollows(d, n):
	case a.side:
		a.persons = d.bothSides(a, c)
	case a.plural && len(a.codes) >= 2 && len(a.roles) > 0:
		a.persons = d.oneOfEach(a, c)
	case a.plural:
	case a.role("counterpart"):
		a.persons = d.counterpart(a, c)
	case a.role("host") || a.role("guest") || a.role("other"):
		if a.persons = d.other(n, c); len(a.persons) > 0 && len(a.codes) > 0 && d.persons[a.persons[0]].country != "" && d.persons[a.persons[0]].country != a.codes[0] {
			a.persons = nil
		}
		if len(a.persons) == 0 && len(a.codes) > 0 {
			if a.persons = d.byRole(a, c); len(a.persons) > 0 && !slices.Contains(c.recent, a.persons[0]) {
				a.persons = nil // a guest is somebody told of before
			}
		}
	case a.det == lexicon.Indef || a.det == lexicon.Poss || a.role("former"):
	case a.det == lexicon.None && d.lex.Options["article"] && !a.role("style") && !(a.from == d.sents[a.sent].from && (len(a.codes) > 0 || d.lex.Options["bare-titles"] && d.headline(a.sent))):
	default:
		a.persons = d.byRole(d.whole(n), c)
	}
	if a.prev >= 0 && !a.named {
		a.persons = slices.DeleteFunc(a.persons, func(p int) bool { return slices.Contains(d.actors[a.prev].persons, p) })
	}
}

// whole gives a title the state of the persons it is of: "le chef des députés
// sud-coréens"; if they have none, nothing can be said of whom it means.
func (d *doc) whole(n int) *actor {
	a := d.actors[n]
	if n+1 < len(d.actors) {
		if b := &d.actors[n+1]; b.gov == lexicon.Of && b.sent == a.sent && b.from <= a.to+1 && len(a.codes) == 0 {
			a.codes = b.codes
			if len(b.codes) == 0 {
				a.roles = append(slices.Clone(a.roles), roleUse{key: "?"})
			}
		}
	}
	return &a
}

// delegationHead is who leads the delegation in the item of the actor, told
// anywhere in it; a delegation of another state is another one.
func (d *doc) delegationHead(a *actor) []int {
	if len(a.persons) > 0 {
		return a.persons
	}
	for i := range d.leads {
		l := &d.leads[i]
		if d.sents[l.sent].item != d.sents[a.sent].item {
			continue
		}
		code := d.persons[l.person].country
		if len(l.codes) > 0 {
			code = l.codes[0]
		}
		if len(a.codes) == 0 && (a.det == lexicon.Def || a.det == lexicon.None && !d.lex.Options["article"]) || len(a.codes) > 0 && (code == "" || a.codes[0] == code) {
			return []int{l.person}
		}
	}
	return nil
}

func pick(group []int, k int) []int {
	if len(group) == 2 {
		return group[k : k+1 : k+1]
	}
	return nil
}

// listFollows takes the names of "les deux ministres, X et Y".
func (a *actor) listFollows(d *doc, n int) bool {
	if d.leadsIn(a) || !a.plural || n+1 >= len(d.actors) || d.actors[n+1].sent != a.sent {
		return false
	}
	b := &d.actors[n+1]
	if a.gov != lexicon.None && d.verbAfterGroup(n+1) || !b.named || b.prev >= 0 && b.prev != n || d.units[b.from-1].punct != ':' && (b.from-a.to > 2 || a.to < len(d.units) && d.units[a.to].punct != ',') || b.from-a.to > 8 {
		return false
	}
	g := d.groupOf(n + 1)
	var ps []int
	for _, m := range g {
		if m != n && d.actors[m].named {
			ps = append(ps, d.actors[m].persons...)
		}
	}
	if len(ps) < 2 {
		return false
	}
	a.persons = ps
	for i, p := range ps { // "les ministres vietnamien et lao, A et B"
		if len(a.codes) == len(ps) && p >= 0 && d.persons[p].country == "" {
			d.persons[p].country = a.codes[i]
		}
	}
	if len(a.roles) > 0 {
		for _, p := range ps {
			if p >= 0 {
				d.persons[p].keys = append(d.persons[p].keys, a.roles[0].key)
			}
		}
	}
	return true
}

// oneOfEach resolves "les présidents bolivien et vénézuélien".
func (d *doc) oneOfEach(a *actor, c *discourse) (ps []int) {
	for _, code := range a.codes[:2] {
		one := *a
		one.codes, one.plural, one.det = []string{code}, false, lexicon.Def
		ps = append(ps, d.byRole(&one, c)...)
	}
	if len(ps) != 2 || ps[0] == ps[1] {
		return nil
	}
	return ps
}

// verbAfterGroup reports whether a verb follows the coordination of actor n: it
// is a subject then, and no list of names for the words before it.
func (d *doc) verbAfterGroup(n int) bool {
	s := d.sents[d.actors[n].sent]
	i := d.groupEnd(n)
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	return i < s.to && d.units[i].set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl)
}

// bothSides is the pair of the last contact, or the last two persons of
// different states that fit the title.
func (d *doc) bothSides(a *actor, c *discourse) []int {
	if c.hasPair && d.fits(a, c.pair[0]) && d.fits(a, c.pair[1]) {
		return []int{c.pair[0], c.pair[1]}
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		for j := i - 1; j >= 0; j-- {
			p, q := c.recent[i], c.recent[j]
			if d.persons[p].country != d.persons[q].country && d.fits(a, p) && d.fits(a, q) {
				return []int{q, p}
			}
		}
	}
	return d.onlyTwo(a)
}

// onlyTwo are the only two persons of the item that hold the office named, of
// different states: "les deux vice-ministres" before either is named.
func (d *doc) onlyTwo(a *actor) (ps []int) {
	if len(a.roles) == 0 || a.roles[0].flags.Has("generic") {
		return nil
	}
	for p := range d.persons {
		if slices.Contains(d.persons[p].keys, a.roles[0].key) && d.inItem(p, d.sents[a.sent].item) {
			ps = append(ps, p)
		}
	}
	if len(ps) != 2 || d.persons[ps[0]].country != "" && d.persons[ps[0]].country == d.persons[ps[1]].country {
		return nil
	}
	return ps
}

// fits reports whether a person can be called by the titles of an actor.
func (d *doc) fits(a *actor, p int) bool {
	for _, r := range a.roles {
		if r.flags.Has("pair") {
			continue
		}
		if !d.canBe(r.key, p) && d.persons[p].titled {
			return false
		}
	}
	return true
}

func (d *doc) canBe(key string, p int) bool {
	keys := d.persons[p].keys
	if slices.Contains(keys, key) {
		return true
	}
	g := d.lex.Generic[key]
	if g.Has("*") {
		return true
	}
	for _, k := range keys {
		if g.Has(k) {
			return true
		}
	}
	return false
}

// pronoun is the last subject if its gender allows, else the latest person
// that it allows.
func (d *doc) pronoun(a *actor, c *discourse) []int {
	subject := -1 // of this sentence; an object pronoun is somebody else
	if a.gov != lexicon.None || !a.subj {
		for k := d.sents[a.sent].actors[0]; k < len(d.actors) && d.actors[k].to <= a.from; k++ {
			if d.actors[k].subj && len(d.actors[k].persons) == 1 {
				subject = d.actors[k].persons[0]
			}
		}
	}
	ok := func(p int) bool {
		if p == subject {
			return false
		}
		f := d.persons[p].fem
		return a.fem && f > 0 || !a.fem && f <= 0 || f == 0
	}
	if a.fem { // a woman known as such before anybody of unknown gender
		for i := len(c.recent) - 1; i >= 0; i-- {
			if p := c.recent[i]; d.persons[p].fem > 0 && p != subject {
				return []int{p}
			}
		}
	}
	if c.subject >= 0 && ok(c.subject) {
		if q := &d.persons[c.subject]; a.fem && a.subj && q.fem == 0 && d.namedBefore(c.subject, a) {
			q.fem++ // "X said she": now we know
		}
		return []int{c.subject}
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		if ok(c.recent[i]) {
			return []int{c.recent[i]}
		}
	}
	return nil
}

// counterpart is the person of the named state with the office of the last
// subject.
func (d *doc) counterpart(a *actor, c *discourse) []int {
	if len(a.codes) == 0 {
		return d.onlyCounterpart(c)
	}
	best := -1
	for p := range d.persons {
		if d.persons[p].country == a.codes[0] && p != c.subject && (best < 0 || d.sharesOffice(p, c.subject) && !d.sharesOffice(best, c.subject)) {
			best = p
		}
	}
	if best < 0 && d.lex.Home != "" {
		for _, p := range c.recent {
			if q := &d.persons[p]; p != c.subject && q.country == "" && q.origin != d.lex.Home && d.sharesOffice(p, c.subject) {
				best = p
			}
		}
	}
	if best < 0 || c.subject >= 0 && !d.sharesOffice(best, c.subject) {
		return nil
	}
	return []int{best}
}

// onlyCounterpart is the only person so far of another state who holds the
// office of the subject.
func (d *doc) onlyCounterpart(c *discourse) (ps []int) {
	for _, p := range c.recent {
		if p != c.subject && d.sharesOffice(p, c.subject) && d.persons[p].country != "" && d.persons[p].country != d.persons[c.subject].country {
			ps = append(ps, p)
		}
	}
	if len(ps) != 1 {
		return nil
	}
	return ps
}

func (d *doc) sharesOffice(p, q int) bool {
	if q < 0 {
		return false
	}
	for _, k := range d.persons[p].keys {
		if d.canBe(k, q) {
			return true
		}
	}
	return false
}

// other is the side of the last contact that is not the subject; before any
// contact, the only person of another state who has acted in the item.
func (d *doc) other(n int, c *discourse) []int {
	subj := c.subject
	for k := n - 1; k >= 0 && d.actors[k].sent == d.actors[n].sent; k-- {
		if len(d.actors[k].persons) == 1 && d.actors[k].subj {
			subj = d.actors[k].persons[0]
			break
		}
	}
	switch {
	case c.hasPair && subj == c.pair[0]:
		return []int{c.pair[1]}
	case c.hasPair && subj == c.pair[1]:
		return []int{c.pair[0]}
	case c.hasPair || subj < 0:
		return nil
	}
	found := -1
	for _, p := range c.recent {
		if p == subj || !d.twoOrigins(p, subj) || !d.acts(p, d.sents[d.actors[n].sent].item) {
			continue
		}
		if found >= 0 {
			return nil
		}
		found = p
	}
	if found < 0 {
		return nil
	}
	return []int{found}
}

// byRole finds the person that a title alone points to: the best fit of
// office and state, the latest mentioned in the item, else anywhere.
func (d *doc) byRole(a *actor, c *discourse) []int {
	if len(a.roles) == 0 && (len(a.codes) == 0 || a.det == lexicon.None) {
		return nil
	}
	if len(a.codes) == 0 && len(a.roles) > 0 {
		if code := d.seatNear(a); code != "" {
			there := *a
			there.codes = []string{code}
			if ps := d.byRole(&there, c); len(ps) > 0 {
				return ps
			}
		}
	}
	best, bestScore, tie := -1, 0, false
	for p := range d.persons {
		if slices.Contains(c.taken, p) {
			continue
		}
		s := d.roleScore(a, p, c)
		if s > bestScore {
			best, bestScore, tie = p, s, false
		} else if s == bestScore && s > 0 {
			tie = true
		}
	}
	if best < 0 || tie && bestScore < 40 {
		return nil
	}
	d.learn(best, a)
	return []int{best}
}

// seatNear is the state whose seat of power stands close to a title without a
// state: "reçu à l'Élysée par le président".
func (d *doc) seatNear(a *actor) string {
	s := d.sents[a.sent]
	for i := max(s.from, a.from-4); i < min(s.to, a.to+4); i++ {
		if e, ok := d.units[i].entry(lexicon.Seat); ok {
			return e.Code
		}
	}
	return ""
}

// learn gives a person named without an office the one by which the text goes
// on to call them.
func (d *doc) learn(p int, a *actor) {
	q := &d.persons[p]
	if q.titled {
		return
	}
	for _, r := range a.roles {
		q.titled = q.titled || r.flags.Has("head")
		q.keys = append(q.keys, r.key)
		if r.flags.Has("head") || r.flags.Has("rank") {
			q.offices = append(q.offices, office{title: d.textOf(r.from, r.to), country: r.code, key: r.key, former: r.former})
		}
	}
	if q.country == "" && len(a.codes) > 0 {
		q.country = a.codes[0]
	}
	if a.fem {
		q.fem++
	}
}

// roleScore is how well person p fits the titles and the state of an actor; 0
// is not at all. Who is named without an office may take one, but only the
// only such person, and before being named only at the head of an item.
func (d *doc) roleScore(a *actor, p int, c *discourse) int {
	q := &d.persons[p]
	if !d.sameStory(p, d.sents[a.sent].item) || a.org >= 0 && !slices.Contains(q.orgs, a.org) || a.fem && q.fem < 0 {
		return 0
	}
	recent := slices.Index(c.recent, p)
	title, state := d.titleScore(a, p), d.stateScore(a, p, c)
	if !q.titled && title < 20 {
		return d.untitledScore(a, p, recent)
	}
	if state == 0 || title == 0 && !(state == 30 && len(a.roles) > 0 && a.roles[0].flags.Has("generic")) {
		return 0
	}
	score := 1 + title + state
	if d.namedBefore(p, a) {
		score -= 15 // in one sentence a title rarely means who was just named
	}
	switch {
	case recent >= 0:
		score += 40 + min(recent*10/len(c.recent), 9)
	case len(a.codes) == 0 && !d.inItem(p, d.sents[a.sent].item):
		return 0
	}
	return score
}

// titleScore is 20 for each office that p is said to hold and 10 for one that
// stands for it; 0 if any does not fit.
func (d *doc) titleScore(a *actor, p int) (score int) {
	for _, r := range a.roles {
		switch {
		case slices.Contains(d.persons[p].keys, r.key):
			score += 20
		case d.canBe(r.key, p):
			score += 10
		case d.persons[p].byName && !slices.Contains(ranks, r.key) && len(a.codes) > 0 && d.persons[p].country == a.codes[0] && d.topic(p, d.sents[a.sent].item):
			score += 5
		default:
			return 0
		}
	}
	return score
}

// stateScore is 30 if p serves the state of the actor, 1 to 5 if nothing
// speaks against it, 0 if something does.
func (d *doc) stateScore(a *actor, p int, c *discourse) int {
	q := &d.persons[p]
	switch {
	case len(a.codes) == 0 && d.lex.Home != "" && q.country == "" && q.origin == d.lex.Home:
		return 25 // an office without a state is one of the paper's own state
	case len(a.codes) == 0:
		return 1
	case q.country != "":
		if q.country == a.codes[0] {
			return 30
		}
		return 0
	case q.origin != "":
		if q.origin == a.codes[0] && q.origin == d.lex.Home {
			return 30
		}
		if q.origin == a.codes[0] {
			return 5
		}
		return 0
	case slices.Contains(c.recent, p) && len(a.roles) > 0 && (!a.roles[0].flags.Has("generic") || p == c.subject):
		return 3
	}
	return 0
}

// untitledScore fits a title to somebody named without one.
func (d *doc) untitledScore(a *actor, p, recent int) int {
	q := &d.persons[p]
	s := d.sents[a.sent]
	if !d.topic(p, s.item) || !a.fem && q.fem > 0 || len(a.roles) > 0 && a.roles[0].flags.Has("rank") {
		return 0
	}
	if recent < 0 && (d.sentenceInItem(a.sent) > 2 || len(a.codes) == 0) {
		return 0
	}
	switch {
	case len(a.codes) == 0:
		return 3
	case q.country == a.codes[0]:
		return 24
	case q.country != "" || q.origin != "" && q.origin != a.codes[0]:
		return 0
	case q.origin != "":
		return 14
	case recent < 0 && d.firstNamed(p) <= a.sent+2: // told first by office, then by name
		return 6
	}
	return 4
}

// ranks are the offices that figures are listed for. Any other title neither
// fits nor misfits somebody whose offices only the name tells.
var ranks = []string{"president", "prime_minister", "king", "pope", "chancellor", "minister", "foreign_minister", "speaker"}

// firstNamed is the sentence that names p first.
func (d *doc) firstNamed(p int) int { return d.names[d.persons[p].names[0]].sent }

// sentenceInItem is the place of a sentence in its item, from 0.
func (d *doc) sentenceInItem(k int) (n int) {
	for j := k - 1; j >= 0 && d.sents[j].item == d.sents[k].item; j-- {
		n++
	}
	return n
}

// namedBefore reports whether the sentence of an actor names p before it.
func (d *doc) namedBefore(p int, a *actor) bool {
	for _, n := range d.persons[p].names {
		if d.names[n].sent == a.sent && d.names[n].to <= a.from {
			return true
		}
	}
	return false
}

// headline reports a sentence without a full stop.
func (d *doc) headline(k int) bool {
	last := d.units[d.sents[k].to-1].punct
	return last != '.' && last != '!' && last != '?'
}

// sameStory reports whether p is named in the story of an item: a teaser is
// one of its own, the main story and its captions are one.
func (d *doc) sameStory(p, item int) bool {
	for _, n := range d.persons[p].names {
		k := d.sents[d.names[n].sent].item
		if k == item || d.items[k].kind != teaser && d.items[item].kind != teaser {
			return true
		}
	}
	return false
}

// topic reports whether an item names p somewhere as a subject.
func (d *doc) topic(p, item int) bool {
	for _, n := range d.persons[p].names {
		if nm := &d.names[n]; d.sents[nm.sent].item == item {
			if k := d.units[nm.from].actor; k >= 0 && d.actors[k].named && (d.actors[k].subj || d.actors[k].gov == lexicon.None && d.headline(nm.sent)) {
				return true
			}
		}
	}
	return false
}

// inItem reports whether an item names person p.
func (d *doc) inItem(p, item int) bool {
	for _, n := range d.persons[p].names {
		if d.sents[d.names[n].sent].item == item {
			return true
		}
	}
	return false
}
