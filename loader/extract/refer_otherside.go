package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// countrymen reports two persons who serve one state, as far as is told.
func (d *doc) countrymen(p, q int) bool {
	return d.homeOf(p) != "" && d.homeOf(p) == d.homeOf(q)
}

// otherSide corrects a claim of two of one state of whom a pronoun means one: the
// pronoun means the other side of the last contact, or who came. "A received B. He
// later called on C": B did, if C is of A's state. It reports false if nobody fits.
func (d *doc) otherSide(cl *claim, c *discourse) bool {
	if d.lex.Home != "" && len(cl.left) == 1 && len(cl.right) == 1 {
		return d.otherVisitor(cl, c)
	}
	if len(cl.left) == 0 || len(cl.right) == 0 || len(cl.left) > 1 && len(cl.right) > 1 || !d.oneHome(cl.left) || !d.oneHome(cl.right) || !d.lex.Options.Article || !d.countrymen(cl.left[0], cl.right[0]) || !d.lex.Options.Infinitives && !(d.serves(cl.left[0]) && d.serves(cl.right[0])) {
		return true
	}
	l, r := d.byPronoun(cl.left, cl.sent), d.byPronoun(cl.right, cl.sent)
	switch {
	case l == nil && r == nil:
		return true
	case l != nil && d.swap(&cl.left, l, cl.right[0], c):
		return true
	case r != nil && d.swap(&cl.right, r, cl.left[0], c):
		return true
	}
	return len(cl.left)+len(cl.right) > 2
}

// oneHome reports one person, or some of whom the first two serve one state.
func (d *doc) oneHome(ps []int) bool { return len(ps) == 1 || d.countrymen(ps[0], ps[1]) }

// serves reports somebody of whom a state is told, or who holds an office that only a state has, or an
// office with a name of one.
func (d *doc) serves(p int) bool {
	return d.persons[p].country != "" || d.persons[p].titled && d.persons[p].origin != "" || slices.ContainsFunc(d.persons[p].keys, ofGovernment)
}

// byPronoun is the pronoun that alone stands for the only one of some persons in a sentence, nil if there is none.
func (d *doc) byPronoun(ps []int, k int) (found *actor) {
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1] && len(ps) == 1; n++ {
		a := &d.actors[n]
		if len(a.persons) != 1 || a.persons[0] != ps[0] {
			continue
		}
		if a.pron == lexicon.None {
			return nil
		}
		found = a
	}
	return found
}

// swap puts in place of the side that pronoun a means another that fits it and is of
// another state than q.
func (d *doc) swap(side *[]int, a *actor, q int, c *discourse) bool {
	others := []int{d.soleVisitor(a.sent)}
	switch p := c.partner((*side)[0]); {
	case d.lex.Options.Infinitives:
		others = []int{p, c.guest - 1, others[0]}
	case p >= 0 && d.received(p, (*side)[0], q, a.sent):
		others = append(others, p)
	}
	for _, p := range others {
		if p < 0 || p == q || !d.apart([]int{p}, []int{q}) || a.fem && d.persons[p].fem < 0 || !a.fem && d.persons[p].fem > 0 {
			continue
		}
		*side, a.persons = []int{p}, []int{p}
		return true
	}
	return false
}

// received reports that the story up to sentence k has told that host received p, or is told from where
// q is at home and p is not.
func (d *doc) received(p, host, q, k int) bool {
	if home := cmp.Or(d.datelineState(k), d.stateVisited(k)); home != "" {
		return home == d.homeOf(q) && home != d.homeOf(p)
	}
	return d.calledHost(host, k) || slices.ContainsFunc(d.claims, func(c claim) bool {
		return c.hostLeft && c.status == graph.Held && d.sents[c.sent].item == d.sents[k].item && slices.Contains(c.left, host) && slices.Contains(c.right, p)
	})
}

// ownPartner reads "His host, X, showed him the port", whatever X did: the partner of
// whom the text was about before.
func (d *doc) ownPartner(k, n int, c *discourse) bool {
	a := &d.actors[n]
	if !d.lex.Options.Infinitives || !d.partnerOf(a) || !a.subj || a.prev >= 0 || d.clitic(a.from) || !a.named && a.role("other") {
		return false
	}
	whose := c.subject
	if whose == a.persons[0] {
		whose = c.earlier - 1
	}
	if whose < 0 || !d.apart([]int{whose}, a.persons) || !a.named && !d.visited(whose, a.persons[0], k) || !d.did(d.pastComma(a.to, d.sents[k]), d.sents[k]) {
		return false
	}
	d.emit(claim{left: a.persons, right: []int{whose}, hostLeft: a.role("host"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.to, false, true)
	return true
}

// did reports that what starts at unit i is told as done: "showed", "had a surprise".
func (d *doc) did(i int, s sentence) bool {
	v := d.verbAfter(i, s)
	if v < 0 { // no verb that is known, "to have" or "to be" by itself
		if i+1 < s.to && d.units[i].set.has(lexicon.Def) {
			i++ // "l'avait"
		}
		return i < s.to && !d.units[i].set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan)
	}
	g := d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
	st, ok := g.status()
	return ok && st == graph.Held
}

// pastComma is the unit after a comma at unit i, else i.
func (d *doc) pastComma(i int, s sentence) int {
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	return i
}

// pastDays is the unit at or before i that is no day, in a language that tells the day right
// after the verb: "a eu mardi trois visiteurs".
func (d *doc) pastDays(i int, s sentence) int {
	for i > s.from && d.units[i].date >= 0 {
		i--
	}
	return i
}

// keeper is who goes on meeting others in an item up to sentence k, when a next one is
// told of without saying with whom: host of the last contact, else its subject, if of
// another state than q; -1 for nobody.
func (d *doc) keeper(k int, q int, c *discourse) int {
	item := d.sents[k].item
	host, _ := d.lastSides(k, item)
	if p := d.steadySide(c); p >= 0 && p != q {
		host = p
	}
	if p := c.owner - 1; host < 0 && p >= 0 && c.hasPair && slices.Contains(c.pair[:], p) && d.apart([]int{p}, []int{q}) {
		host = p
	}
	if g := c.guest - 1; host < 0 && g >= 0 && c.hasPair && slices.Contains(c.pair[:], g) {
		host = g // who has come goes on from one to the next
	}
	if host < 0 && c.hasPair {
		for _, p := range c.pair {
			if p == c.subject || host < 0 && d.steadier(c.pair, item) == p {
				host = p
			}
		}
	}
	if p := c.earlier - 1; host < 0 && c.hasPair && c.subject == q && slices.Contains(c.pair[:], p) {
		host = p
	}
	if p := d.theVisitor(k, c); host < 0 && c.hasPair && slices.Contains(c.pair[:], p) {
		host = p
	}
	for i, p := range c.pair {
		if host < 0 && c.hasPair && d.allHome([]int{p}) && !d.allHome([]int{c.pair[1-i]}) {
			host = p
		}
	}
	if x, y := c.pair[0], c.pair[1]; c.hasPair && x != q && y != q && d.apart([]int{x}, []int{q}) != d.apart([]int{y}, []int{q}) {
		if host = x; d.apart([]int{y}, []int{q}) {
			host = y // who is of one state with the next one did not come to see them
		}
	}
	if host < 0 || host == q || d.countrymen(host, q) || !d.toldLately(host, k) {
		return -1
	}
	return host
}

// steadier is the one of a pair that has more contacts in an item, -1 for a draw.
func (d *doc) steadier(pair [2]int, item int) int {
	n := [2]int{}
	for _, c := range d.claims {
		if d.sents[c.sent].item != item || c.status != graph.Held {
			continue
		}
		for i := range n {
			switch {
			case slices.Contains(c.left, pair[i]):
				n[i] += max(1, len(c.right))
			case slices.Contains(c.right, pair[i]):
				n[i] += max(1, len(c.left))
			}
		}
	}
	switch {
	case n[0] > n[1]:
		return pair[0]
	case n[1] > n[0]:
		return pair[1]
	}
	return -1
}

// toldLately reports a held contact of p in the three sentences before k.
func (d *doc) toldLately(p, k int) bool {
	return slices.ContainsFunc(d.claims, func(c claim) bool {
		return c.status == graph.Held && c.sent <= k && c.sent >= k-3 && d.sents[c.sent].item == d.sents[k].item && c.tellsOf(p)
	})
}

// nextOne reads "B came next": one more contact of who received before.
func (f *frame) nextOne() {
	st, ok := f.g.status()
	n := f.rightBehind() // "Puis vint B"
	if (n < 0 || !f.opening()) && !f.verb.Flags.Has("behind") {
		n = f.subjectActor()
	}
	if !ok || st != graph.Held || n < 0 || f.d.actors[n].gov != lexicon.None || f.verb.Flags.Has("nothing") && (f.articleNext() && !(f.opening() && f.rightBehind() >= 0) || f.g.object || f.pursues() || f.c.series == 0 && !f.followsOn()) {
		return
	}
	guests := f.d.group(n)
	for m := n + 1; m < f.s.actors[1]; m++ { // "B came next, and then C"
		if a := &f.d.actors[m]; a.from > f.g.at && a.prev < 0 && a.named && a.gov == lexicon.None && f.d.onlyJoins(f.g.at+1, a.from) && !f.d.semicolon(f.g.at, a.from) {
			guests = append(slices.Clone(guests), f.d.group(m)...)
		}
	}
	if len(guests) == 0 {
		return
	}
	host := f.d.nextInSeries(f.k, guests[0], f.c)
	if f.d.lex.Home != "" {
		host = f.d.theVisitor(f.k, f.c)
	}
	if host >= 0 && f.d.apart([]int{host}, guests) {
		f.d.emit(claim{left: []int{host}, right: guests, hostLeft: true, status: st, sent: f.k, rule: f.d.lex.Lang + ".verb." + f.verb.Key}, f.g.at, false, true)
	}
}

// heldWith is the partner after the verb that says that a contact took place: "Talks
// were held the next day with X".
func (f *nounFrame) heldWith() ([]int, int) {
	d := f.d
	if f.at-f.s.from > 3 || f.at+2 >= f.s.to || !d.predicate(f.at+1) {
		return nil, -1
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.at || a.prev >= 0 {
			continue
		}
		if a.gov != lexicon.With || !f.d.actors[n].named || !f.occurs(n) && !f.occursBefore(a.from) {
			return nil, -1
		}
		return d.group(n), n
	}
	return nil, -1
}

// occursBefore reports a verb between the noun and unit end that says no more than that
// the contact took place.
func (f *nounFrame) occursBefore(end int) bool {
	for i := f.at + 1; i < end; i++ {
		if f.d.verbsOf(i).Has("occurs") {
			return true
		}
	}
	return false
}

// antecedentAt is who a relative clause that starts at unit i is about: who ends there,
// or was named before an apposition without a verb of its own, "X, an exporter turned
// cheesemaker, whom Y saw".
func (f *frame) antecedentAt(i int) int {
	if n := f.endingAt(i); n >= 0 || !f.d.lex.Options.Article || i < f.s.from+2 {
		return f.equated(f.served(n))
	}
	if n := f.theOne(i); n >= 0 {
		return n
	}
	for k := i - 1; k >= f.s.from && k > i-14; k-- {
		u := &f.d.units[k]
		finite := slices.ContainsFunc(f.d.verbsOf(k), func(v verbForm) bool { return v.form&lexicon.PP == 0 })
		switch {
		case u.actor >= 0 && f.d.actors[u.actor].named:
			if f.d.units[i-1].punct != ',' || f.d.units[f.d.actors[u.actor].to].kind == text.Word && governor(&f.d.units[f.d.actors[u.actor].to]) == lexicon.None {
				return -1
			}
			return f.served(u.actor)
		case u.punct == ';' || u.punct == ':' || u.actor < 0 && u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.That, lexicon.Who, lexicon.And) || u.actor < 0 && finite && !u.set.has(lexicon.Noun):
			return -1
		}
	}
	return -1
}

// served is the one of whom it is said that he serves actor n, else actor n: "X, conseiller de Y,
// qui est venu".
func (f *frame) served(n int) int {
	if n < 0 || f.d.actors[n].gov != lexicon.Of || f.d.actors[n].from < f.s.from+2 || f.d.units[f.d.actors[n].to].punct != ',' {
		return n
	}
	m := f.d.units[f.d.actors[n].from-2].actor
	if m < 0 || !f.d.actors[m].named || !f.d.units[f.d.actors[n].from-2].set.has(lexicon.Role) {
		return n
	}
	return m
}

// tablePartner reads "On the other side of the table sat X": opposite whom the text was
// about before.
func (d *doc) tablePartner(k, n int, c *discourse) {
	ps := d.group(n)
	whose := c.subject
	if len(ps) > 0 && whose == ps[0] {
		whose = c.earlier - 1
	}
	if before := d.sentencePersons(max(k-1, 0)); whose < 0 && k > 0 && d.sents[k-1].item == d.sents[k].item && len(unique(before)) == 1 {
		whose = before[0]
	}
	if len(ps) == 0 || whose < 0 || slices.Contains(ps, whose) || !d.toldSince(whose, k-1) || slices.ContainsFunc(ps, func(p int) bool { return d.countrymen(whose, p) }) {
		return
	}
	d.emit(claim{left: []int{whose}, right: ps, status: graph.Held, sent: k, rule: d.lex.Lang + ".present"}, d.actors[n].from-1, false, true)
}

// betweenPair reads "so much was decided between A and B": what only two can settle.
func (d *doc) betweenPair(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if ps := d.group(n); a.gov != lexicon.Between || a.prev >= 0 || len(ps) != 2 || !d.apart(ps[:1], ps[1:]) {
			continue
		}
		if d.talkBetween(a.from-2, s) {
			d.emit(claim{left: d.group(n), among: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".between"}, a.from-2, false, true)
			return
		}
		for v := a.from - 2; v >= s.from && v > a.from-9 && d.units[v].actor < 0; v-- {
			for _, vf := range d.verbsOf(v) {
				g := d.verbGroup(v, vf.form, s)
				if st, ok := g.status(); (vf.verb.Flags.Has("settles") && g.passive() || vf.verb.Flags.Has("arises") || vf.verb.Flags.Has("impersonal")) && ok {
					d.emit(claim{left: d.group(n), among: true, status: st, sent: k, rule: d.lex.Lang + ".between"}, v, false, true)
					return
				}
			}
		}
	}
}

// namedPair reports that two actors with names, or a name and a pronoun, are the subject:
// what "the two sides" do they may do apart.
func (f *frame) namedPair() bool {
	n := f.subjectActor()
	if n < 0 || f.d.actors[n].to > f.g.from {
		return false
	}
	g := f.d.groupOf(n)
	return len(g) == 2 && (f.d.actors[g[0]].named || f.d.actors[g[1]].named) && !f.d.actors[g[0]].plural && !f.d.actors[g[1]].plural
}

// withPronoun reports "he and X" as the subject.
func (f *frame) withPronoun() bool {
	n := f.subjectActor()
	return n >= 0 && slices.ContainsFunc(f.d.groupOf(n), func(n int) bool { return f.d.actors[n].pron != lexicon.None })
}

// shown reports "a picture shows X shaking hands": who is named right before a
// participle, after a verb, does what it tells.
func (f *frame) shown(m int) bool {
	a := &f.d.actors[m]
	return f.g.form == lexicon.Ger && a.named && a.to == f.g.from && a.gov == lexicon.None && !a.subj && !f.d.afterConjunction(f.g.at)
}

// equated is who is named as the subject of "A and B were the other leaders" for the
// plural of the predicate, else actor n itself.
func (f *frame) equated(n int) int {
	if n < 0 {
		return n
	}
	a := &f.d.actors[n]
	if a.named || !a.plural || len(a.persons) > 0 || a.from <= f.s.from || !f.d.predicative(a.from-1) {
		return n
	}
	for m := n - 1; m >= f.s.actors[0]; m-- {
		if b := &f.d.actors[m]; b.named && b.subj && f.d.pastComma(f.d.groupEnd(m), f.s) == a.from-1 {
			return m
		}
	}
	return n
}

// guestToCome is a guest of no known state whom the next sentences name, for "his Uzbek
// colleague": "The guest, X, had been met at the border".
func (d *doc) guestToCome(a *actor) []int {
	if len(a.codes) != 1 {
		return nil
	}
	for n := range d.actors {
		b := &d.actors[n]
		if b.sent <= a.sent || b.sent > a.sent+2 || d.sents[b.sent].item != d.sents[a.sent].item || !b.named || len(b.persons) != 1 || b.persons[0] < 0 || !b.role("guest") && !b.role("host") || b.det != lexicon.Def {
			continue
		}
		if q := &d.persons[b.persons[0]]; q.country == "" || q.country == a.codes[0] {
			q.country = a.codes[0]
			return b.persons
		}
	}
	return nil
}

// onePair reports that all contacts told of so far are of the same two.
func (c *discourse) onePair() bool {
	return c.hasPair && !slices.ContainsFunc(c.pairs, func(p [2]int) bool { return p != c.pair && p != [2]int{c.pair[1], c.pair[0]} })
}

// anyOffice reports words like "the leaders", which name no office.
func (a *actor) anyOffice() bool {
	return !slices.ContainsFunc(a.roles, func(r roleUse) bool { return r.office != "" && r.office != "leader" })
}
