package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// toldDuring reads "A nói với B trong cuộc gặp" and "trong cuộc gặp, A trao quà cho
// B": what is sent to somebody far away is none.
func (f *nounFrame) toldDuring() (left, right []int) {
	d := f.d
	if f.at == f.s.from || !d.units[f.at-1].set.any(lexicon.In, lexicon.Prep, lexicon.After) || f.noun.Flags.Has("weak") {
		return nil, nil
	}
	for i := f.s.from; i < f.s.to; i++ {
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Event == "letter" {
			return nil, nil
		}
		if e, ok := d.units[i].entry(lexicon.Verb); ok && d.lex.Verbs[e.Index].Event == "letter" && d.units[i].actor < 0 && !d.lex.Verbs[e.Index].Flags.Has("hand") {
			return nil, nil
		}
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		switch {
		case a.prev >= 0 || len(a.persons) == 0:
		case a.gov == lexicon.None && a.subj && left == nil:
			left = d.group(n)
		case right == nil && a.pron == lexicon.None && (left != nil || a.from <= f.s.from+2) && (a.gov == lexicon.To || a.gov == lexicon.With):
			right = d.group(n)
		}
	}
	if len(left) == 2 && right == nil && d.twoOrigins(left[0], left[1]) {
		return left[:1], left[1:] // "A và B ký văn bản sau hội đàm"
	}
	if right == nil && len(left) == 1 && f.nextTalk() {
		right = d.guestOfStory(left[0], f.k, f.c)
	}
	if len(left) != 1 || len(right) != 1 || !d.apart(left, right) {
		return nil, nil
	}
	return left, right
}

// nextTalk reports a time of its own behind a contact: "trong buổi hội kiến chiều cùng ngày".
// Without one it may be the contact just told of, which others attend.
func (f *nounFrame) nextTalk() bool {
	if f.at+1 >= f.s.to {
		return false
	}
	u := &f.d.units[f.at+1]
	return u.actor < 0 && (u.date >= 0 || u.set.any(lexicon.Today, lexicon.Tomorrow, lexicon.DayPart))
}

// guestOfStory is whom a home official told of for the first time receives: who has come, else the foreign side of
// the contact before.
func (d *doc) guestOfStory(host, k int, c *discourse) []int {
	if !d.allHome([]int{host}) || d.firstNamed(host) != k {
		return nil
	}
	if ps := d.visitorFor([]int{host}, k, c); len(ps) > 0 || !c.hasPair {
		return ps
	}
	for i, p := range c.pair {
		if !d.allHome([]int{p}) && d.allHome([]int{c.pair[1-i]}) {
			return []int{p}
		}
	}
	return nil
}

// first: no person stands before the noun in its sentence.
func (f *nounFrame) first() bool {
	for n := f.s.actors[0]; n < f.s.actors[1] && f.d.actors[n].to <= f.at; n++ {
		if len(f.d.actors[n].persons) > 0 {
			return false
		}
	}
	return true
}

// host is whose meeting with somebody new an item tells of without saying so: its
// subject or, if that one was a guest or is not one person, the side of the last
// contact that is of another state than the partner, before others the side at home.
func (f *nounFrame) host(with int) []int {
	d, c := f.d, f.c
	w := d.actors[with].persons
	if len(w) == 0 {
		return nil
	}
	fits := func(p int) bool { return p >= 0 && p != w[0] && (d.homeOf(p) == "" || d.homeOf(p) != d.homeOf(w[0])) }
	if !c.hasPair {
		if c.subject >= 0 && fits(c.subject) {
			return []int{c.subject}
		}
		return nil
	}
	if p := d.steadySide(c); p >= 0 && fits(p) {
		return []int{p}
	}
	if q := d.metAtHome(c.subject, f.s.item); q >= 0 && fits(q) {
		return []int{q}
	}
	a, b := c.pair[0], c.pair[1]
	if p := d.theVisitor(f.k, c); p >= 0 && (p == a || p == b) && fits(p) {
		return []int{p}
	}
	switch {
	case c.subject >= 0 && fits(c.subject) && (c.subject != a && c.subject != b || d.homeOf(c.subject) == d.lex.Home || !fits(a) || !fits(b)):
		return []int{c.subject}
	case fits(a) && (d.homeOf(a) == d.lex.Home || !fits(b)):
		return []int{a}
	case fits(b) && (d.homeOf(b) == d.lex.Home || !fits(a)):
		return []int{b}
	case c.subject >= 0 && fits(c.subject):
		return []int{c.subject}
	}
	return nil
}

// whoseGuest is of whom a text goes on to tell a host or a guest, actor a: its subject or, where the word
// for the guest seems to mean the last one, who received that one: "vị khách là B".
func (d *doc) whoseGuest(a *actor, c *discourse) int {
	if host, guest := d.lastSides(a.sent, d.sents[a.sent].item); a.role("guest") && host >= 0 && slices.Contains(a.persons, guest) {
		return host
	}
	return c.subject
}

// hostsAndGuests reads "Chủ nhà là A, khách là B", "Chủ nhà là A; khách, B, khen".
func (d *doc) hostsAndGuests(k int) {
	host, guest := -1, -1
	for n := d.sents[k].actors[0]; n+1 < d.sents[k].actors[1]; n++ {
		a, b := &d.actors[n], &d.actors[n+1]
		if a.named || !b.named || len(b.persons) != 1 || b.from != a.to+1 || !d.predicative(a.to) && d.units[a.to].punct != ',' {
			continue
		}
		switch {
		case a.role("host"):
			host = b.persons[0]
		case a.role("guest"):
			guest = b.persons[0]
		}
	}
	if host >= 0 && guest >= 0 && host != guest {
		d.emit(claim{left: []int{host}, right: []int{guest}, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, d.sents[k].from, false, true)
	}
}

// inviterBefore is who invited, as the sentences up to actor n say; -1 for nobody.
func (d *doc) inviterBefore(n int) int {
	for m := n - 1; m >= 0 && d.actors[m].sent >= d.actors[n].sent-2 && d.sents[d.actors[m].sent].item == d.sents[d.actors[n].sent].item; m-- {
		if a := &d.actors[m]; a.gov == lexicon.Hosted && len(a.persons) == 1 {
			return a.persons[0]
		}
	}
	return -1
}

// metAtHome is who of the language's own state has met a foreigner in an item, -1 for
// nobody or several.
func (d *doc) metAtHome(p, item int) int {
	found := -1
	for _, c := range d.claims {
		ps := slices.Concat(c.left, c.right)
		if p < 0 || d.homeOf(p) == d.lex.Home || d.sents[c.sent].item != item || !slices.Contains(ps, p) {
			continue
		}
		for _, q := range ps {
			if d.homeOf(q) != d.lex.Home || q == found {
				continue
			}
			if found >= 0 {
				return -1
			}
			found = q
		}
	}
	return found
}

// clauseSubject is the nearest subject before an actor in its sentence: whom "mình"
// means.
func (d *doc) clauseSubject(a *actor) []int {
	for n := len(d.actors) - 1; n >= 0; n-- {
		if b := &d.actors[n]; b.sent == a.sent && b.to <= a.from && b.subj && !b.deleg && len(b.persons) == 1 {
			return b.persons
		}
	}
	return nil
}

// granted reads "B được A dành cho một buổi tiếp": the agent of a light verb before
// the noun is the host, its patient the guest.
func (f *nounFrame) granted() (host, guest []int) {
	d := f.d
	if !f.noun.Flags.Has("of") {
		return nil, nil
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > f.at || f.at-a.to > 8 || a.gov != lexicon.Passive {
			continue
		}
		for i := a.to; i < f.at; i++ {
			if d.units[i].set.has(lexicon.Support) {
				w := frame{d: d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: i, from: a.from - 1, form: lexicon.Fin}}
				return a.persons, w.subject()
			}
		}
		return nil, nil
	}
	return nil, nil
}

// grantedTo fills a claim with them.
func (f *nounFrame) grantedTo(cl *claim) bool {
	cl.left, cl.right = f.granted()
	cl.hostLeft = len(cl.left) > 0 && len(cl.right) > 0
	return cl.hostLeft
}

// hostOf reads "Vị khách đầu tiên của A là B" and "B là khách của A".
func (d *doc) hostOf(k int) {
	s := d.sents[k]
	if s.actors[1]-s.actors[0] < 2 || !d.realised(s.from, s.to) {
		return
	}
	for n := s.actors[0]; n+1 < s.actors[1]; n++ {
		a, b := &d.actors[n], &d.actors[n+1]
		if d.guestApposed(a, b) {
			d.emit(claim{left: b.persons, right: a.persons, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.to, false, true)
			continue
		}
		if a.named || !a.role("guest") && !a.role("host") || a.role("friend") || b.gov != lexicon.Of || len(b.persons) != 1 || b.from > a.to+3 || d.lex.Options.Article {
			continue
		}
		other := []int(nil)
		if d.predicative(max(a.from-1, s.from)) && n > s.actors[0] {
			f := frame{d: d, k: k, s: s, g: verbGroup{at: a.from - 1, from: a.from - 1, form: lexicon.Fin}}
			other = f.subject()
		} else if n+2 < s.actors[1] && d.predicative(d.actors[n+2].from-1) {
			other = d.actors[n+2].persons
		}
		if len(other) == 1 && !(slices.Contains(other, b.persons[0])) {
			d.emit(claim{left: b.persons, right: other, hostLeft: a.role("guest"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// guestApposed reports "B, vị khách của A": a guest by apposition, and whose.
func (d *doc) guestApposed(a, b *actor) bool {
	return a.named && a.role("guest") && !a.role("friend") && !a.plural && b.named && b.gov == lexicon.Of && b.from == a.to+1 &&
		len(a.persons) == 1 && len(b.persons) == 1 && d.apart(a.persons, b.persons)
}

// phoneIn is the first word for a telephone in a sentence, -1 for none.
func (d *doc) phoneIn(s sentence) int {
	for i := s.from; i < s.to; i++ {
		if d.units[i].set.has(lexicon.Phone) && d.units[i].actor < 0 {
			return i
		}
	}
	return -1
}

// phonePair reads words to somebody at the other end of a line: "Qua điện thoại, A
// chia sẻ với B".
func (d *doc) phonePair(k int) {
	s := d.sents[k]
	phone := d.phoneIn(s)
	if phone < 0 {
		return
	}
	left := -1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		switch {
		case a.prev >= 0 || len(a.persons) != 1 || a.next >= 0:
		case left < 0 && a.subj && a.gov == lexicon.None:
			left = n
		case left >= 0 && a.named && (a.gov == lexicon.With || a.gov == lexicon.To) && !d.clauseEnds(d.actors[left].to+6, a.from-1):
			f := frame{d: d, k: k, s: s}
			if v := d.verbAfter(d.actors[left].to, s); v >= 0 {
				f.g = d.verbGroup(v, lexicon.Fin, s)
			}
			if st, ok := f.g.status(); ok && f.g.at > 0 && d.apart(d.actors[left].persons, a.persons) {
				d.emit(claim{left: d.actors[left].persons, right: a.persons, status: st, sent: k, rule: d.lex.Lang + ".phone"}, phone, true, true)
			}
			return
		}
	}
}

// onlyHome is the one person of the language's own state told of so far, -1 for none
// or several.
func (d *doc) onlyHome(c *discourse) int {
	found := -1
	for _, p := range c.recent {
		if !d.allHome([]int{p}) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = p
	}
	return found
}

// inviter is who invited: "à l'invitation de A, B a coprésidé".
func (f *frame) inviter() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if f.d.actors[n].gov == lexicon.Hosted {
			return f.d.group(n)
		}
	}
	return nil
}

// objectOfHeld reports a noun right behind the verb that tells it took place: of "held talks with X"
// nothing is taken back by what the sentence goes on to say, "saying the visit will help".
func (f *nounFrame) objectOfHeld() bool {
	for i := f.at - 1; i >= f.s.from && i > f.at-8; i-- {
		u := &f.d.units[i]
		if e, ok := u.entry(lexicon.Have); ok && e.Index != 2 {
			return false // "has talks scheduled with X"
		}
		if u.actor < 0 && u.set.either(lexicon.Support, lexicon.Have) {
			return slices.ContainsFunc(f.d.verbsOf(i), func(v verbForm) bool { return v.form&lexicon.Fin != 0 })
		}
		if u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.That, lexicon.Who, lexicon.And, lexicon.Verb) || governor(u) != lexicon.None {
			return false
		}
	}
	return false
}
