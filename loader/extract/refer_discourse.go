package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// discourse is what an item has talked of so far.
type discourse struct {
	recent  []int  // persons, the latest last, without doubles
	subject int    // last subject, -1 for none
	since   int    // sentence of the last subject
	earlier int    // one more than the subject before that, 0 for none
	before  int    // sentence of that one
	pair    [2]int // sides of the last contact
	hasPair bool
	pairs   [][2]int // sides of all contacts
	guest   int      // one more than the person who came, 0 for none
	series  int      // one more than who sees others one after another, 0 for none
	opened  int      // sentence that tells so
	owner   int      // one more than who met somebody in the last contact that one person alone is told to have had, 0 for none
	told    int      // sentence of that contact
	group   []int    // the last coordination of two or more
	many    []int    // the last one of three or more
	taken   []int    // ruled out while a title is tried again
}

func (c *discourse) mention(p int) {
	c.recent = slices.DeleteFunc(c.recent, func(q int) bool { return q == p })
	c.recent = append(c.recent, p)
}

// acts makes p the subject.
func (c *discourse) acts(p, k int) {
	if c.subject != p {
		c.earlier, c.before = c.subject+1, c.since
	}
	c.subject, c.since = p, k
}

// met keeps the sides of a contact.
func (c *discourse) met(p, q int) {
	c.pair, c.hasPair = [2]int{p, q}, true
	c.pairs = append(c.pairs, c.pair)
}

// partner is the other side of the last contact of p, -1 for none.
func (c *discourse) partner(p int) int {
	for i := len(c.pairs) - 1; i >= 0; i-- {
		switch p {
		case c.pairs[i][0]:
			return c.pairs[i][1]
		case c.pairs[i][1]:
			return c.pairs[i][0]
		}
	}
	return -1
}

func pick(group []int, k int) []int {
	if len(group) >= max(k+1, 2) {
		return group[k : k+1 : k+1]
	}
	return nil
}

// listFollows takes the names of "les deux ministres, X et Y".
func (a *actor) listFollows(d *doc, n int) bool {
	if d.leadsIn(a) || !a.plural || n+1 >= len(d.actors) || d.actors[n+1].sent != a.sent {
		return false
	}
	first := d.afterColon(n)
	b := &d.actors[first]
	if a.gov != lexicon.None && d.verbAfterGroup(first) || !b.named || b.gov == lexicon.Beside || b.prev >= 0 && b.prev != n || !d.beforeList(a, b) {
		return false
	}
	g := d.groupOf(first)
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
	d.eachOf(a, ps)
	return true
}

// namedAmong are those of the subject n, several without a name, who are named behind what they did to one other person:
// "Five envoys presented their credentials to the King, among them X and Y".
func (d *doc) namedAmong(n int) []int {
	s, other := d.sents[d.actors[n].sent], false
	for m := n + 1; m < s.actors[1]; m++ {
		b := &d.actors[m]
		switch i := b.from - 1; {
		case d.semicolon(d.actors[n].to, b.from):
			return nil
		case b.named && other && b.gov == lexicon.None && b.prev < 0 && d.units[i].set.has(lexicon.Including) && d.units[i].actor < 0 && d.units[i-1].punct == ',':
			ps := d.group(m)
			d.eachOf(&d.actors[n], ps)
			return ps
		case b.plural || b.deleg || other && b.gov == lexicon.None:
			return nil
		}
		other = true
	}
	return nil
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

// lastTwo are the only two persons that the sentence before names.
func (d *doc) lastTwo(a *actor) (ps []int) {
	k := a.sent - 1
	if k < 0 || d.sents[k].item != d.sents[a.sent].item {
		return nil
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		for _, p := range d.actors[n].persons {
			if !slices.Contains(ps, p) {
				ps = append(ps, p)
			}
		}
	}
	if len(ps) != 2 || !d.fits(a, ps[0]) || !d.fits(a, ps[1]) || d.persons[ps[0]].country != "" && d.persons[ps[0]].country == d.persons[ps[1]].country {
		return nil
	}
	return ps
}

// whereThey reports a plural pronoun right after the word for a place that somebody went to:
// "took ten comrades to Rome, where they were received".
func (d *doc) whereThey(a *actor) bool {
	s := d.sents[a.sent]
	return a.subj && a.from > s.from+1 && d.units[a.from-1].set.has(lexicon.That) && s.actors[0] < len(d.actors) && d.actors[s.actors[0]].subj && len(d.actors[s.actors[0]].persons) == 1
}

// bothSides is the pair of the last contact, or the last two persons of
// different states that fit the title.
func (d *doc) bothSides(a *actor, c *discourse) []int {
	if ps := d.twoHeads(d.sents[a.sent].item); len(ps) == 2 && (a.role("delegate") || a.role("session") || d.session(a.from)) {
		return ps // "hai trưởng đoàn"
	}
	if ps := d.twoOfPart(a); ps != nil {
		return ps
	}
	if many := d.manyBefore(a); many && a.pron == lexicon.They && !a.subj {
		return nil // "A, B and C came in; D spoke to them"
	}
	if d.strangerBefore(a) {
		return nil
	}
	if ps := d.travellerAndInviter(a.sent, c); ps != nil && d.fits(a, ps[0]) && d.fits(a, ps[1]) && d.lastBefore(a.from, d.sents[a.sent]) < d.sents[a.sent].actors[0] {
		return ps
	}
	if ps := d.otherTwo(a, c); ps != nil {
		return ps
	}
	if ps := d.withOwn(a); ps != nil {
		return ps
	}
	if ps := d.twoReceived(a); ps != nil {
		return ps
	}
	if a.pron == lexicon.They && !c.hasPair && len(c.recent) == 1 && (d.leader(c.recent[0]) || d.whereThey(a)) {
		return slices.Clone(c.recent) // a delegation, of which only the head was named
	}
	if d.groupMeant(a, c) {
		return c.many
	}
	if ps := d.onlyTwo(a); len(ps) == 2 && d.lex.Home != "" {
		if c.hasPair && max(d.firstNamed(ps[0]), d.firstNamed(ps[1])) > a.sent && d.fits(a, c.pair[0]) && d.fits(a, c.pair[1]) {
			return c.pair[:] // one of the same office comes only later
		}
		return ps
	}
	if d.peers(a) {
		return d.lastPeers(a, c)
	}
	if codes := d.statesAfter(a); len(codes) > 0 {
		return d.oneOf(codes, a, c)
	}
	if ps := d.ownGroup(a); ps != nil {
		return ps
	}
	if ps := d.twoHere(a); ps != nil {
		return ps
	}
	if ps := d.twoBefore(a); ps != nil {
		return ps
	}
	if ps := d.nextTwo(a, c); ps != nil {
		return ps
	}
	if (d.session(a.from) || a.role("session")) && len(c.pairs) > 0 {
		return d.heads(c)
	}
	for i := len(c.pairs) - 1; i >= 0; i-- {
		if p := c.pairs[i]; d.fits(a, p[0]) && d.fits(a, p[1]) && !d.otherOffices(a, p) && (i == len(c.pairs)-1 || a.pron == lexicon.None) {
			return []int{p[0], p[1]}
		}
	}
	if ps := d.lastTwo(a); ps != nil {
		return ps
	}
	if ps := d.twoHeads(d.sents[a.sent].item); ps != nil {
		return ps
	}
	if ps := d.lastGroup(a, c); ps != nil {
		return ps
	}
	if ps := d.lastStrangers(a, c, true); ps != nil {
		return ps
	}
	if ps := d.onlyTwo(a); ps != nil {
		return ps
	}
	if ps := d.lastStrangers(a, c, false); ps != nil && d.apart(ps[:1], ps[1:]) && !d.writes(a.sent) {
		return ps
	}
	if a.two && c.onePair() && a.anyOffice() && !d.lacksOffice(a, c.pair[0]) && !d.lacksOffice(a, c.pair[1]) {
		return slices.Clone(c.pair[:]) // "the two leaders" of the only talks, whatever they lead
	}
	return d.nextList(a)
}

// lastStrangers are the latest two persons of two states that fit a word for both sides, of
// those who act if need be.
func (d *doc) lastStrangers(a *actor, c *discourse, act bool) []int {
	fits := func(p int) bool {
		return d.fits(a, p) && d.holds(a, p) && (!act || d.actsOrHere(p, a)) && !d.lacksOffice(a, p)
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		for j := i - 1; j >= 0; j-- {
			if p, q := c.recent[i], c.recent[j]; d.strangers(p, q) && fits(p) && fits(q) {
				return []int{q, p}
			}
		}
	}
	return nil
}

// hostAndGuest reports "chủ nhà và vị khách": both sides in two words.
func (d *doc) hostAndGuest(a, b *actor) bool {
	return !a.named && !b.named && (a.role("host") && b.role("guest") || a.role("guest") && b.role("host"))
}

// strangers reports two persons of two states. In a paper that leaves the state of
// its own people out, who is of it by name alone is no stranger to them.
func (d *doc) strangers(p, q int) bool {
	a, b := &d.persons[p], &d.persons[q]
	if a.country == "" || b.country == "" {
		x, y := d.homeOf(p), d.homeOf(q)
		return x != y && (a.country != b.country || x != "" && y != "") // an office without a state is one of the place of the dateline
	}
	return a.country != b.country
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
	if len(ps) != 2 || d.persons[ps[0]].country != "" && d.persons[ps[0]].country == d.persons[ps[1]].country || !d.strangers(ps[0], ps[1]) {
		return nil
	}
	return ps
}

// fits reports whether a person can be called by the titles of an actor.
func (d *doc) fits(a *actor, p int) bool {
	for _, r := range a.roles {
		if r.flags.Has("pair") {
			if r.office != "" && len(d.persons[p].keys) > 0 && !d.canBe(r.office, p) || d.onlySpeaks([]int{p}) {
				return false
			}
			continue
		}
		if !d.canBe(r.key, p) && d.persons[p].titled && !d.calledSo(&r, p) {
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

// antecedent is who a relative clause is about whose subject is the pronoun a: "X,
// with whom he spoke" tells that he is not X; of a delegation he may be the head.
func (d *doc) antecedent(a *actor) []int {
	s := d.sents[a.sent]
	if a.from <= s.from || !(d.whom(a.from-1) && d.units[max(a.from-2, s.from)].punct == ',') && !d.units[a.from-1].set.either(lexicon.WithWho, lexicon.ToWho) {
		return d.fronted(a, s)
	}
	f := frame{d: d, k: a.sent, s: s}
	if m := f.endingAt(a.from - 1); m >= 0 && !d.actors[m].deleg {
		return d.actors[m].persons
	}
	return nil
}

// led reports that a sentence tells of person p as the head of a delegation.
func (d *doc) led(p, sent int) bool {
	return slices.ContainsFunc(d.leads, func(l lead) bool { return l.person == p && l.sent == sent })
}

// ofLastContact is the one of the last contact who serves the state of a host or
// guest: "tiếp người bạn Việt Nam"; -1 if there is none.
func (d *doc) ofLastContact(a *actor, c *discourse) int {
	if !c.hasPair || len(a.codes) != 1 || d.lex.Home == "" {
		return -1
	}
	for _, p := range c.pair {
		if q := &d.persons[p]; cmp.Or(q.country, q.origin) == a.codes[0] {
			return p
		}
	}
	return -1
}

// homeSide is the one of the last contact who serves the paper's own state, for
// an object pronoun beside a foreign subject who was not in it; -1 if none.
func (d *doc) homeSide(subject int, c *discourse) int {
	if subject >= 0 && !c.hasPair && !d.allHome([]int{subject}) {
		return d.onlyHome(c)
	}
	if subject < 0 || d.lex.Home == "" || !c.hasPair || d.allHome([]int{subject}) || subject == c.pair[0] || subject == c.pair[1] {
		return -1
	}
	for _, p := range c.pair {
		if d.allHome([]int{p}) {
			return p
		}
	}
	return -1
}
