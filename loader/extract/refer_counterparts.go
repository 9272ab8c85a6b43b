package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// counterpart is the person of the named state with the office of the last
// subject.
func (d *doc) counterpart(a *actor, c *discourse) []int {
	if p := d.pronounSubject(a); p >= 0 && p != c.subject {
		own := *c
		own.subject = p
		c = &own
	}
	if len(a.codes) == 0 {
		if p := d.facing(a, c); p >= 0 {
			return []int{p}
		}
		return d.onlyCounterpart(c)
	}
	best := -1
	for p := range d.persons {
		if d.persons[p].country == a.codes[0] && p != c.subject && (best < 0 || d.sharesOffice(p, c.subject) && !d.sharesOffice(best, c.subject)) {
			best = p
		}
	}
	if best < 0 {
		for _, p := range c.recent {
			if q := &d.persons[p]; p != c.subject && q.country == "" && q.origin != d.lex.Home && d.sharesOffice(p, c.subject) {
				best = p
			}
		}
	}
	if best < 0 {
		best = d.namedWithin(a, c)
	}
	if best < 0 || c.subject >= 0 && !d.sharesOffice(best, c.subject) && !((d.lex.Home != "" || len(d.persons[c.subject].keys) == 0 && d.topic(best, d.sents[a.sent].item)) && d.onlyOf(best, a)) {
		return nil
	}
	return []int{best}
}

// namedWithin is the only one of no known state whom the item names right behind a counterpart with the
// office of whom that one faces: "A a accueilli son homologue sénégalais. Le président B a salué"; -1
// for nobody.
func (d *doc) namedWithin(a *actor, c *discourse) int {
	best := -1
	for n := range d.actors {
		b := &d.actors[n]
		if b.from < a.to || !b.named || len(b.persons) != 1 || b.sent > a.sent+2 || d.sents[b.sent].item != d.sents[a.sent].item {
			continue
		}
		p := b.persons[0]
		if p == c.subject || p == best || c.subject < 0 || !d.sharesOffice(p, c.subject) {
			continue
		}
		if best >= 0 || d.persons[p].country != "" || d.persons[p].origin != "" || slices.Contains(c.recent, p) || d.persons[c.subject].country == "" {
			return -1
		}
		best = p
	}
	return best
}

// objectAgain is whom the same object pronoun means earlier in the sentence: "A received him, and B showed him
// the port".
func (d *doc) objectAgain(a *actor) []int {
	if !d.lex.Options.Premodifier {
		return nil
	}
	for k := d.sents[a.sent].actors[0]; k < len(d.actors) && d.actors[k].to <= a.from; k++ {
		if b := &d.actors[k]; b.pron == a.pron && !b.subj && b.gov == lexicon.None && a.gov == lexicon.None && len(b.persons) == 1 {
			return b.persons
		}
	}
	return nil
}

// objectThen is whom "he" means as the subject behind a clause or a sentence that had him as its object: "the king
// gave him an audience and he lunched with X"; the king would be told again by his title. -1 for none.
func (d *doc) objectThen(a *actor) int {
	s := d.sents[a.sent]
	if !a.subj {
		return -1
	}
	if a.from > s.from && d.units[a.from-1].set.has(lexicon.And) {
		return d.objectIn(a, d.lastBefore(a.from, s), s.actors[0])
	}
	k := a.sent - 1
	if k < 0 || d.sents[k].item != s.item || d.lastBefore(a.from, s) >= s.actors[0] || a.next >= 0 {
		return -1
	}
	p := d.objectIn(a, d.sents[k].actors[1]-1, d.sents[k].actors[0])
	if n := d.sents[k].actors[0]; p >= 0 && d.actors[n].named && d.actors[n].subj && d.firstNamed(d.actors[n].persons[0]) == k && d.firstNamed(p) < k {
		return p // of whom the text was about before somebody new did something to him
	}
	return -1
}

// objectIn is whom the last object pronoun like a among actors [first, n] means, if nobody was named since what
// was done to him; -1 for none.
func (d *doc) objectIn(a *actor, n, first int) int {
	for ; n > first; n-- {
		b, by := &d.actors[n], &d.actors[n-1]
		if b.pron == a.pron && !b.subj && b.gov == lexicon.None && len(b.persons) == 1 && by.named && by.subj && len(by.persons) == 1 {
			return b.persons[0]
		}
		if b.named {
			return -1
		}
	}
	return -1
}

// pronounSubject is whom a pronoun before the actor means that is the subject of its
// sentence, -1 if there is none: "Celui-ci a invité son homologue".
func (d *doc) pronounSubject(a *actor) int {
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if b := &d.actors[n]; b.pron != lexicon.None && b.subj && len(b.persons) == 1 {
			return b.persons[0]
		}
	}
	return -1
}

// onlyOf reports the only person of a state in the item of an actor.
func (d *doc) onlyOf(p int, a *actor) bool {
	for q := range d.persons {
		if q != p && d.persons[q].country == d.persons[p].country && d.inItem(q, d.sents[a.sent].item) {
			return false
		}
	}
	return d.persons[p].titled
}

// onlyCounterpart is the only person so far of another state who holds the
// office of the subject.
func (d *doc) onlyCounterpart(c *discourse) (ps []int) {
	for _, p := range c.recent {
		if c.subject < 0 || d.persons[c.subject].country == "" && d.homeOf(c.subject) == "" && !d.lex.Options.TitleList {
			return nil
		}
		if p != c.subject && d.sharesOffice(p, c.subject) && (d.persons[p].country != "" && d.persons[p].country != d.persons[c.subject].country || d.lex.Home != "" && d.apart([]int{p}, []int{c.subject})) {
			ps = append(ps, p)
		}
	}
	if len(ps) != 1 {
		return nil
	}
	return ps
}

// facing is the partner whom "người đồng cấp" alone means in a language that leaves its
// own state out: who has met the subject and holds the same office, else the other of
// the two heads of delegations; -1 for none.
func (d *doc) facing(a *actor, c *discourse) int {
	if d.lex.Home == "" || c.subject < 0 {
		return -1
	}
	for i := len(c.pairs) - 1; i >= 0; i-- {
		p, q := c.pairs[i][0], c.pairs[i][1]
		if q == c.subject {
			p, q = q, p
		}
		if p == c.subject && (d.sharesOffice(q, p) || len(c.pairs) == 1) {
			return q
		}
	}
	if ps := d.twoHeads(d.sents[a.sent].item); len(ps) == 2 {
		if i := slices.Index(ps, c.subject); i >= 0 {
			return ps[1-i]
		}
	}
	return -1
}

// twoHeads are the heads of the only two delegations of an item, of two sides.
func (d *doc) twoHeads(item int) (ps []int) {
	for i := range d.leads {
		if l := &d.leads[i]; d.sents[l.sent].item == item && l.status == graph.Held {
			ps = append(ps, l.person)
		}
	}
	if len(ps) != 2 || !d.strangers(ps[0], ps[1]) {
		return nil
	}
	return ps
}

// twoOfPart are the only two of whom the part of a sentence before a semicolon tells, for a word for two right behind it:
// "A met his old friend B; the two had talked in Oslo".
func (d *doc) twoOfPart(a *actor) (ps []int) {
	s := d.sents[a.sent]
	if a.from <= s.from || d.units[a.from-1].punct != ';' || !a.two && a.pron != lexicon.They {
		return nil
	}
	for n := s.actors[0]; n < s.actors[1] && d.actors[n].to < a.from; n++ {
		for _, p := range d.actors[n].persons {
			if !slices.Contains(ps, p) {
				ps = append(ps, p)
			}
		}
	}
	if len(ps) != 2 || !d.strangers(ps[0], ps[1]) || !d.fits(a, ps[0]) || !d.fits(a, ps[1]) {
		return nil
	}
	return ps
}

// twoHere are the only two persons that the sentence tells of before "hai ông", both as
// subjects, or before "hai bên", one of them with the other: "vị khách đến Tòa Thị chính,
// nơi ông X chờ sẵn; câu chuyện của hai ông", "A làm việc với B và hai bên ký".
func (d *doc) twoHere(a *actor) (ps []int) {
	if d.lex.Home == "" || a.subj && !a.side || !a.side && a.pron != lexicon.They {
		return nil
	}
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		b := &d.actors[n]
		for _, p := range b.persons {
			if slices.Contains(ps, p) {
				continue
			}
			if ps = append(ps, p); len(ps) > 2 {
				return nil
			}
		}
	}
	if len(ps) != 2 || !d.strangers(ps[0], ps[1]) || !d.fits(a, ps[0]) || !d.fits(a, ps[1]) {
		return nil
	}
	return ps
}

// nextTwo are "hai bên" in a sentence that begins with the next partner of who goes on from one to
// the next: "Trao đổi với Tổng thống X, hai bên bàn"; nil for others.
func (d *doc) nextTwo(a *actor, c *discourse) []int {
	n := d.sents[a.sent].actors[0]
	if d.lex.Home == "" || n >= d.sents[a.sent].actors[1] {
		return nil
	}
	b := &d.actors[n]
	if b.to >= a.from || !b.named || b.subj || len(b.persons) != 1 || b.persons[0] < 0 || d.units[b.to].punct != ',' || b.to+1 != a.from {
		return nil
	}
	q := b.persons[0]
	if len(c.pairs) > 0 && slices.Contains(c.pairs[len(c.pairs)-1][:], q) {
		return nil
	}
	if p := d.keeper(a.sent, q, c); p >= 0 {
		return []int{p, q}
	}
	if p := c.subject; !c.hasPair && p >= 0 && d.strangers(p, q) {
		return []int{p, q}
	}
	return nil
}

// headsAct reports "hai Trưởng đoàn", "hai Bộ trưởng" as the subject: the two at the
// table do together what the verb tells.
func (f *frame) headsAct() bool {
	n := f.subjectActor()
	if n < 0 {
		return false
	}
	a := &f.d.actors[n]
	if ps := f.d.group(n); f.verb.Flags.Has("pairs") && a.named && len(ps) == 2 {
		return f.d.apart(ps[:1], ps[1:]) && !f.d.embedded(a) && !slices.ContainsFunc(f.d.units[f.d.groupEnd(n):max(f.d.groupEnd(n), f.g.from)], func(u unit) bool {
			return u.set.has(lexicon.That) // "A và B có mặt khi các nước họp"
		})
	}
	if ps := f.d.group(n); f.verb.Flags.Has("pairs") && a.named && len(ps) > 2 && f.d.jointly(f.k) {
		return !f.d.embedded(a) // "A, B và C nhất trí", of whose talks of three the story tells
	}
	if len(a.persons) != 2 || f.d.embedded(a) {
		return false
	}
	return f.d.session(a.from) || a.side && a.two && !a.role("states") && f.d.holders(n) && f.paired(n)
}

// peers reports "hai người đồng cấp": both hold one office. See words.txt.
func (d *doc) peers(a *actor) bool {
	e, ok := d.units[a.from].entry(lexicon.They)
	return ok && e.Index == 3
}

// lastPeers are the latest two persons of two states who hold one office.
func (d *doc) lastPeers(a *actor, c *discourse) []int {
	for i := len(c.pairs) - 1; i >= 0; i-- {
		if p := c.pairs[i]; d.sharesOffice(p[0], p[1]) {
			return p[:]
		}
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		for j := i - 1; j >= 0; j-- {
			if p, q := c.recent[i], c.recent[j]; d.strangers(p, q) && d.sharesOffice(p, q) {
				return []int{q, p}
			}
		}
	}
	return d.twoHeads(d.sents[a.sent].item)
}

// steadySide is the one person in all contacts, of two different ones or more; -1 for none.
func (d *doc) steadySide(c *discourse) int {
	if !c.hasPair || c.onePair() {
		return -1
	}
	for _, p := range c.pairs[0] {
		if !slices.ContainsFunc(c.pairs, func(q [2]int) bool { return q[0] != p && q[1] != p }) {
			return p
		}
	}
	return -1
}

// statesAfter are the states of "hai Trưởng đoàn Việt Nam và Campuchia".
func (d *doc) statesAfter(a *actor) (codes []string) {
	s := d.sents[a.sent]
	if a.pron != lexicon.They || a.to+2 >= s.to || !d.units[a.to+1].set.has(lexicon.And) {
		return nil
	}
	for _, i := range []int{a.to, a.to + 2} {
		e, ok := d.units[i].entry(lexicon.Country)
		if !ok || d.units[i].actor >= 0 {
			return nil
		}
		codes = append(codes, e.Code)
	}
	return codes
}

// oneOf is the person of each of some states who was told of last and acts in the item;
// nil if one of the states has nobody.
func (d *doc) oneOf(codes []string, a *actor, c *discourse) (ps []int) {
	for _, code := range codes {
		for i := len(c.recent) - 1; i >= 0; i-- {
			if p := c.recent[i]; d.homeOf(p) == code && d.topic(p, d.sents[a.sent].item) {
				ps = append(ps, p)
				break
			}
		}
	}
	if len(ps) != len(codes) {
		return nil
	}
	return ps
}

// groupOfSo are the persons of "les trois dirigeants": the last ones told in one breath, if they
// are so many and can be called so.
func (d *doc) groupOfSo(a *actor, c *discourse) []int {
	ps := c.group
	if len(ps) != d.countOf(a) {
		ps = d.allNamed(a)
	}
	if len(ps) != d.countOf(a) || a.det != lexicon.Def || len(a.roles) == 0 || slices.ContainsFunc(ps, func(p int) bool { return !d.fits(a, p) }) {
		return nil
	}
	return ps
}

// allNamed are all whom an item has named up to actor a, each of a state of his own: "A recevait B. C
// est arrivé plus tard. Les trois hommes ont déjeuné".
func (d *doc) allNamed(a *actor) (ps []int) {
	for n := range d.actors {
		if b := &d.actors[n]; b.from < a.from && b.named && d.sents[b.sent].item == d.sents[a.sent].item {
			ps = append(ps, b.persons...)
		}
	}
	ps = unique(ps)
	for i, p := range ps {
		if slices.ContainsFunc(ps[:i], func(q int) bool { return !d.apart([]int{p}, []int{q}) }) {
			return nil
		}
	}
	return ps
}

// countOf is how many an actor is told to be, 0 if that is not told. See words.txt.
func (d *doc) countOf(a *actor) int {
	for i := a.from; i < a.to; i++ {
		if e, ok := d.units[i].entry(lexicon.Numeral); ok {
			return int(e.Index)
		}
	}
	return 0
}

// counted are the persons of "ba Chủ tịch" and "cả năm Bí thư": as many of the story so
// far hold an office so called, and no more.
func (d *doc) counted(a *actor) (ps []int) {
	e, ok := d.units[a.from].entry(lexicon.Numeral)
	if !ok || e.Index < 2 || len(a.roles) != 1 || len(a.codes) > 0 || d.lex.Home == "" {
		return nil
	}
	title := d.textOf(a.roles[0].from, a.roles[0].to)
	for p := range d.persons {
		q := &d.persons[p]
		called := func(o office) bool { return strings.HasPrefix(o.title, title) && !o.former }
		if d.firstNamed(p) < a.sent && d.inItem(p, d.sents[a.sent].item) && slices.ContainsFunc(q.offices, called) {
			ps = append(ps, p)
		}
	}
	if len(ps) != int(e.Index)+1 {
		return nil
	}
	for _, p := range ps {
		d.persons[p].keys = append(d.persons[p].keys, a.roles[0].key)
	}
	return ps
}

// apposedTo are those whose list ends at the comma before an actor: "A, B và C, ba Bộ trưởng".
func (d *doc) apposedTo(a *actor) []int {
	s := d.sents[a.sent]
	f := frame{d: d, s: s}
	if a.from <= s.from || d.units[a.from-1].punct != ',' {
		return nil
	}
	if m := f.endingAt(a.from - 1); m >= 0 {
		return d.group(m)
	}
	return nil
}

// acrossTable reads "Ngồi đối diện nhà khảo cổ là Y" of whom the text was about before:
// the words for him are none that the lexicon knows.
func (f *frame) acrossTable(with []int) []int {
	if f.g.at-f.s.from > 1 || f.copulaSubject() < 0 {
		return nil
	}
	for _, p := range []int{f.c.subject, f.c.earlier - 1} {
		if p >= 0 && !slices.Contains(with, p) {
			return []int{p}
		}
	}
	return nil
}

// heads are the two at the head of the event that an item tells of: who preside
// over it together, else the sides of its first contact.
func (d *doc) heads(c *discourse) []int {
	for i := range d.claims {
		x := &d.claims[i]
		if ps := slices.Concat(x.left, x.right); x.chair && len(ps) == 2 && slices.Contains(c.pairs, [2]int{ps[0], ps[1]}) {
			return ps
		}
	}
	return slices.Clone(c.pairs[0][:])
}

// oneOfEach resolves "les présidents bolivien et vénézuélien".
func (d *doc) oneOfEach(a *actor, c *discourse) (ps []int) {
	codes := a.codes
	for _, code := range codes {
		one := *a
		one.codes, one.plural, one.det = []string{code}, false, lexicon.Def
		ps = append(ps, d.byRole(&one, c)...)
	}
	if len(ps) != len(codes) || len(unique(ps)) != len(ps) {
		return nil
	}
	return ps
}
