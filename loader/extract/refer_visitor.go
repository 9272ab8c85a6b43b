package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// forVisitor reports a phrase for whoever has come that names nobody: "the visitor", "la
// délégation", "vị khách".
func (d *doc) forVisitor(a *actor) bool {
	if a.from > d.sents[a.sent].from && d.predicative(a.from-1) || d.saidToBe(a) {
		return false // "He was the last guest", "Son visiteur suivant a été X"
	}
	if a.named || a.pron != lexicon.None || a.two || a.side || a.det == lexicon.Indef || a.det == lexicon.Dem || a.det == lexicon.None && d.lex.Options.Article {
		return false
	}
	return a.role("guest") && (a.det != lexicon.Poss || !a.plural) || (a.deleg && (a.to-a.from == 1 || len(a.codes) == 1) || a.role("delegate") && !a.plural) && a.det != lexicon.Poss
}

// visitorMeant is who has come, for such a phrase of actor n: the first, of those whom the story up
// to there may mean, who can be told of so beside the others of the sentence; nil for nobody.
func (d *doc) visitorMeant(n int, c *discourse) []int {
	a := &d.actors[n]
	host, other := d.subjectBefore(n), d.namedAfter(n)
	if host < 0 {
		host = d.agentOf(n)
	}
	told := d.inHeadline(a.sent)
	if !d.meets(told, c) {
		told = -1
	}
	for _, p := range []int{d.envoyOf(a, c), d.soleVisitor(a.sent), d.headOfAll(a.sent), c.guest - 1, c.partnerOf(host), d.theVisitor(a.sent, c), d.soleTraveller(a.sent), d.guestOfAll(a.sent), d.stranger(c, host), told} {
		if p >= 0 && p != other && d.comesTo(p, host, a) {
			return []int{p}
		}
	}
	return nil
}

// namedAfter is the first person whom the sentence of actor n names after it, -1 for nobody.
func (d *doc) namedAfter(n int) int {
	for m := n + 1; m < d.sents[d.actors[n].sent].actors[1]; m++ {
		if b := &d.actors[m]; b.named && len(b.persons) > 0 {
			return b.persons[0]
		}
	}
	return -1
}

// comesTo reports that a phrase for a visitor can mean p, beside a host of another state, if any.
func (d *doc) comesTo(p, host int, a *actor) bool {
	if p == host || host >= 0 && d.countrymen(p, host) || len(a.codes) > 0 && d.homeOf(p) != a.codes[0] || d.firstNamed(p) > a.sent || d.receives(p, a.sent) || d.calledHost(p, a.sent) {
		return false
	}
	if home := d.datelineState(a.sent); home != "" && d.homeOf(p) == home && (host < 0 || d.homeOf(host) == "") {
		return false
	}
	return a.deleg || !a.fem || d.persons[p].fem >= 0
}

// calledHost reports that a sentence up to k names p as somebody's host: "son hôte, le ministre X".
func (d *doc) calledHost(p, k int) bool {
	for n := range d.actors {
		b := &d.actors[n]
		if b.sent > k {
			return false
		}
		if b.named && b.det == lexicon.Poss && b.role("host") && d.oneStory(d.sents[b.sent].item, d.sents[k].item) && slices.Contains(b.persons, p) {
			return true
		}
	}
	return false
}

// headOfAll is the only head of a delegation told up to sentence k, -1 for none or several.
func (d *doc) headOfAll(k int) int {
	o := oneOnly{-1, false}
	for i := range d.leads {
		if l := &d.leads[i]; l.sent <= k && d.sents[l.sent].item == d.sents[k].item && l.status == graph.Held {
			o.add(l.person)
		}
	}
	return o.person
}

// partnerOf is partner, -1 for nobody.
func (c *discourse) partnerOf(p int) int {
	if p < 0 {
		return -1
	}
	return c.partner(p)
}

// stranger is the one of the last contact who is of another state than a host whose compatriot the
// other one is; -1 for none.
func (d *doc) stranger(c *discourse, host int) int {
	told := func(p int) bool { return d.persons[p].country != "" || d.persons[p].origin != "" }
	if host < 0 || !c.hasPair || !told(c.pair[0]) || !told(c.pair[1]) {
		return -1
	}
	if ps := d.foreignOf(c.pair, host); len(ps) > 0 {
		return ps[0]
	}
	return -1
}

// guestOfAll is the only one of whom the contacts that the story tells of up to sentence k say that they came to the other
// side: who was received or paid a call, or met abroad somebody who is at home there, or of no state that is told; -1 for
// none or several.
func (d *doc) guestOfAll(k int) int {
	guest := oneOnly{-1, false}
	for i := range d.claims {
		c := &d.claims[i]
		sides := slices.Concat(c.left, c.right)
		if c.status != graph.Held || c.sent > k || len(sides) != 2 || !d.oneStory(d.sents[c.sent].item, d.sents[k].item) {
			continue
		}
		abroad := func(p int) bool { return c.country != "" && d.homeOf(p) != "" && d.homeOf(p) != c.country }
		switch a, b := abroad(sides[0]), abroad(sides[1]); {
		case c.guestLeft, a && !b && !c.hostLeft:
			guest.add(sides[0])
		case c.hostLeft, b && !a:
			guest.add(sides[1])
		}
	}
	return guest.person
}

// guestBeside is the guest of all contacts up to sentence k, of whom somebody is the subject there who is at home where
// the guest was met, or of no state that is told: "A called on B. President C also received him"; -1 for nobody, or if
// somebody of a third state was told of since.
func (d *doc) guestBeside(subject, k int, c *discourse) int {
	p := d.guestOfAll(k)
	host := c.partnerOf(p)
	local := func(q int) bool { return d.homeOf(q) == "" || d.homeOf(q) == d.homeOf(host) }
	if subject < 0 || host < 0 || !local(subject) {
		return -1
	}
	for i := len(c.recent) - 1; i >= 0 && c.recent[i] != p; i-- {
		if !local(c.recent[i]) {
			return -1
		}
	}
	return p
}

// agentOf is the agent of the clause whose subject actor n is: "The guest was received by X"; -1 for
// nobody.
func (d *doc) agentOf(n int) int {
	a := &d.actors[n]
	for m := n + 1; a.subj && m < d.sents[a.sent].actors[1]; m++ {
		if b := &d.actors[m]; len(b.persons) > 0 && b.persons[0] >= 0 && (b.gov == lexicon.By || b.gov == lexicon.Passive || b.gov == lexicon.With) {
			return b.persons[0]
		}
	}
	return -1
}

// envoyOf is the only one of the state that an actor names who has met somebody, else who was told
// of; -1 for none.
func (d *doc) envoyOf(a *actor, c *discourse) int {
	if len(a.codes) != 1 {
		return -1
	}
	of := func(p int) bool { return cmp.Or(d.persons[p].country, d.persons[p].origin) == a.codes[0] }
	var sides []int
	for _, pair := range c.pairs {
		sides = append(sides, pair[:]...)
	}
	ps := sole(unique(sides), of)
	if ps == nil && (d.lex.Home != "" || a.role("delegate")) {
		ps = sole(c.recent, of)
	}
	if ps == nil {
		return -1
	}
	return ps[0]
}

// receives reports that p has received somebody in the story of sentence k.
func (d *doc) receives(p, k int) bool {
	return slices.ContainsFunc(d.claims, func(c claim) bool {
		return c.status == graph.Held && d.sents[c.sent].item == d.sents[k].item && (c.hostLeft && slices.Contains(c.left, p) || c.guestLeft && slices.Contains(c.right, p))
	})
}

// apposedName is who is named right before the commas around an office that nobody is named with:
// "X, l'évêque émérite, a reçu Y"; -1 for nobody.
func (d *doc) apposedName(n int) int {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	if n == s.actors[0] || a.det != lexicon.Def || a.plural || len(a.roles) == 0 || a.role("generic") || d.units[a.from-1].punct != ',' {
		return -1
	}
	b := &d.actors[n-1]
	if !b.named || b.to != a.from-1 || len(b.persons) != 1 || b.prev >= 0 {
		return -1
	}
	for i := a.to; i < s.to && i < a.to+4; i++ {
		if u := &d.units[i]; u.punct == ',' && i+1 < s.to && u.actor < 0 {
			return b.persons[0]
		} else if u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.And, lexicon.Who) {
			return -1
		}
	}
	return -1
}

// nameBehind is who is named between commas behind an office that more words tell of, the name of
// whom it serves or what the reader of titles does not know: "a reçu l'envoyé du président X, Y",
// "avec la présidente de la commission sur la pêche, Y"; -1 for nobody. As a subject the name
// stands for itself.
func (d *doc) nameBehind(n int) int {
	s := d.sents[d.actors[n].sent]
	a, m := &d.actors[n], n+1
	served := m < s.actors[1] && d.actors[m].named && d.actors[m].gov == lexicon.Of && d.actors[m].from-a.to <= 2 && d.actors[m].next < 0
	if served {
		m++
	}
	if m >= s.actors[1] || a.plural || a.named || a.gov == lexicon.Of || len(a.roles) == 0 || a.role("generic") || a.role("counterpart") {
		return -1
	}
	c := &d.actors[m]
	if !c.named || c.next >= 0 || len(c.persons) != 1 || c.role("head") || c.gov != lexicon.None || d.units[c.from-1].punct != ',' {
		return -1
	}
	if q := &d.persons[c.persons[0]]; q.country == "" && served {
		q.country = d.homeOf(d.actors[n+1].persons[0])
	}
	return c.persons[0]
}

// headlined is who an office means that nobody is known to hold, at the start of a story whose headline
// names one person only, or after a sentence that does: "X à Bujumbura" over "La vice-présidente a été
// reçue"; nil for nobody.
func (d *doc) headlined(a *actor) []int {
	p := d.inHeadline(a.sent)
	if k := d.items[d.sents[a.sent].item].from; p < 0 || a.sent > k+2 {
		if p = d.onlyOne(a.sent - 1); p >= 0 && d.firstNamed(p) != a.sent-1 {
			return nil
		}
	}
	if p < 0 || !a.subj || a.plural || len(a.roles) == 0 || a.former || d.sents[a.sent-1].item != d.sents[a.sent].item || slices.Contains(d.sentencePersons(a.sent), p) {
		return nil
	}
	q := &d.persons[p]
	free := !q.titled || q.byName
	if a.role("generic") {
		free = d.canBe(a.roles[0].key, p) && len(a.codes) > 0
	}
	if !free || len(a.codes) > 0 && d.homeOf(p) != "" && d.homeOf(p) != a.codes[0] || a.fem && (q.fem < 0 || d.manByName(p)) || a.masc && !a.fem && q.fem > 0 {
		return nil
	}
	return []int{p}
}

// inHeadline is the only person whom the headline of the story of sentence k tells of, -1 for none or
// several.
func (d *doc) inHeadline(k int) int {
	first := d.items[d.sents[k].item].from
	if k <= first || !d.headline(first) {
		return -1
	}
	return d.onlyOne(first)
}

// onlyOne is the only person of sentence k, -1 for none or several.
func (d *doc) onlyOne(k int) int {
	if k < 0 {
		return -1
	}
	if ps := unique(d.sentencePersons(k)); len(ps) == 1 {
		return ps[0]
	}
	return -1
}

// holderTold is who an office of the paper's own state means in a teaser that names nobody who could
// hold it: the only one of whom the stories before it tell so.
func (d *doc) holderTold(a *actor) []int {
	if d.lex.Home == "" || !d.ownStory(d.sents[a.sent].item) || len(a.codes) > 0 || a.plural || a.former || len(a.roles) != 1 || !a.roles[0].flags.Has("head") || a.roles[0].former {
		return nil
	}
	title := d.textOf(a.roles[0].from, a.roles[0].to)
	holds := func(o office) bool { return o.title == title && !o.former }
	return sole(d.everyone(), func(p int) bool {
		return d.firstNamed(p) <= a.sent && d.allHome([]int{p}) && slices.ContainsFunc(d.persons[p].offices, holds)
	})
}

// namedAfterwards is who is meant by a guest or a counterpart of whom nobody told before: the only one whom the next
// sentences name for the first time, of another state than whoever else is there. "A dẫn khách đi xem vườn. Ông B,
// Tổng thống Belarus, dừng lại"; -1 for nobody.
func (d *doc) namedAfterwards(n int) int {
	a, found := &d.actors[n], oneOnly{-1, false}
	if a.det == lexicon.Indef || a.gov == lexicon.Of || n+1 < d.sents[a.sent].actors[1] && d.actors[n+1].named {
		return -1
	}
	host := d.subjectBefore(n)
	for k := a.sent + 1; k < len(d.sents) && k <= a.sent+2 && d.sents[k].item == d.sents[a.sent].item; k++ {
		for m := d.sents[k].actors[0]; m < d.sents[k].actors[1]; m++ {
			b := &d.actors[m]
			if !b.named || len(b.persons) != 1 || b.persons[0] < 0 || d.firstNamed(b.persons[0]) != k || !d.mayBeMeant(a, m, host) {
				continue
			}
			found.add(b.persons[0])
		}
		if host >= 0 && found.person >= 0 {
			break
		}
	}
	return found.person
}

// mayBeMeant reports that actor m, named afterwards, can be whom actor a means, who is beside a host, if any.
func (d *doc) mayBeMeant(a *actor, m, host int) bool {
	b, home := &d.actors[m], d.homeOf(d.actors[m].persons[0])
	if b.next >= 0 || b.prev >= 0 || b.gov == lexicon.Of || host >= 0 && d.countrymen(b.persons[0], host) || a.fem && d.manByName(b.persons[0]) || d.staysElsewhere(b.to, d.sents[b.sent]) {
		return false
	}
	untitled := !d.persons[b.persons[0]].titled
	if a.role("counterpart") && host >= 0 && !untitled && !d.sharesOffice(b.persons[0], host) {
		return false
	}
	if len(a.codes) > 0 {
		return home == a.codes[0] || home == "" && host >= 0 && untitled
	}
	return home != "" && host >= 0 && d.homeOf(host) != ""
}

// staysElsewhere reports that what is told from unit i on is where somebody was meanwhile: "Ông B hôm đó ở Minsk".
func (d *doc) staysElsewhere(i int, s sentence) bool {
	for i = d.pastComma(i, s); i < s.to && d.units[i].actor < 0 && (d.units[i].date >= 0 || d.units[i].set.any(lexicon.Adverb, lexicon.Have, lexicon.Day, lexicon.That)); i++ {
	}
	return i+1 < s.to && d.units[i].set.has(lexicon.In) && d.units[i+1].set.either(lexicon.Place, lexicon.Country)
}

// namedByColon is who is named behind a colon as somebody told of without a name: "có cuộc điện đàm với một lãnh đạo
// ngoài châu Âu: B"; -1 for nobody.
func (d *doc) namedByColon(n int) int {
	m := n + 1
	if m >= d.sents[d.actors[n].sent].actors[1] || len(d.actors[n].roles) == 0 {
		return -1
	}
	b := &d.actors[m]
	if !b.named || len(b.persons) != 1 || b.next >= 0 || d.units[b.from-1].punct != ':' || b.from > d.actors[n].to+6 || !d.verbless(d.actors[n].to, b.from-1) {
		return -1
	}
	return b.persons[0]
}
