package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// lastNamed is whom "ce dernier" means: the last one told of in the clauses before, a subject told again by a pronoun
// aside: "A a vu B, avec qui il a parlé. Ce dernier".
func (d *doc) lastNamed(a *actor, c *discourse) []int {
	for n := d.units[a.from].actor - 1; n >= 0 && d.actors[n].sent >= a.sent-1; n-- {
		b := &d.actors[n]
		if len(b.persons) == 0 || b.subj && b.pron != lexicon.None && !b.latest {
			continue
		}
		if p := b.persons[len(b.persons)-1]; p >= 0 && d.oneStory(d.sents[b.sent].item, d.sents[a.sent].item) && (a.fem && d.persons[p].fem >= 0 || !a.fem && d.persons[p].fem <= 0) {
			return []int{p}
		}
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		if p := c.recent[i]; a.fem && d.persons[p].fem >= 0 || !a.fem && d.persons[p].fem <= 0 {
			return []int{p}
		}
	}
	return nil
}

// travellersHead is the head of those who came, when a plural without names means them:
// "les camarades sud-africains", "ses hôtes".
func (d *doc) travellersHead(a *actor, c *discourse) (ps []int) {
	mine := a.det == lexicon.Poss && (a.role("guest") || a.role("host"))
	deputies := len(a.codes) == 0 && d.countOf(a) < 2 && len(a.roles) > 0 && (a.roles[0].key == "deputy" || a.roles[0].key == "member") && (a.det == lexicon.Def || a.det == lexicon.None && !d.lex.Options.Article)
	if a.side || a.two || !mine && !deputies && (a.det != lexicon.Def || len(a.codes) != 1) {
		return nil
	}
	for i := range d.leads {
		l := &d.leads[i]
		code := d.persons[l.person].country
		if len(l.codes) > 0 {
			code = l.codes[0]
		}
		if d.sents[l.sent].item != d.sents[a.sent].item || l.status != graph.Held || slices.Contains(ps, l.person) {
			continue
		}
		if deputies && l.sent <= a.sent && d.ofDeputies(l, a) || len(a.codes) == 1 && !mine && code == a.codes[0] || mine && c.subject >= 0 && c.subject != l.person && code != d.persons[c.subject].country {
			ps = append(ps, l.person)
		}
	}
	if len(ps) != 1 {
		return nil
	}
	return ps
}

// listAfterColon takes the names after a colon for the plural before it: "Deux
// visiteurs se sont succédé chez X : A, le matin ; B, l'après-midi".
func (d *doc) listAfterColon(n int) bool {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	if !a.plural || a.deleg || len(a.roles) == 0 || a.prev >= 0 || a.gov != lexicon.None && a.gov != lexicon.With {
		return false
	}
	i := a.to
	for i < s.to && d.units[i].punct != ':' {
		i++
	}
	var ps []int
	for m := n + 1; m < s.actors[1]; m++ {
		b := &d.actors[m]
		if b.from < i {
			if b.plural {
				return false // which of the two is told is not clear
			}
			continue
		}
		if b.gov != lexicon.None && b.gov != lexicon.After || !b.named {
			return false
		}
		ps = append(ps, b.persons...)
	}
	if len(ps) < 2 || !d.verbless(i, s.to) {
		return false
	}
	a.persons = ps
	return true
}

// whoseDelegation is the person in "la délégation de X".
func (d *doc) whoseDelegation(n int) []int {
	if n+1 >= len(d.actors) {
		return nil
	}
	a, b := &d.actors[n], &d.actors[n+1]
	if b.sent != a.sent || !b.named || b.gov != lexicon.Of || b.from != a.to+1 || len(b.persons) != 1 || b.persons[0] < 0 || b.next >= 0 {
		return nil
	}
	return b.persons
}

// lastGroup is the last coordination of two, when both fit: "A a salué B et C. Les deux
// présidents ...". Where the paper's own state is left out, it is the last one of whom the
// word is true: "Trước A và B, hai doanh nhân C và D ký. Hai nguyên thủ ...".
func (d *doc) lastGroup(a *actor, c *discourse) []int {
	if !a.two || len(a.roles) == 0 {
		return nil
	}
	if !a.roles[0].flags.Has("generic") && d.fitPair(a, c.group) {
		return c.group
	}
	for n := len(d.actors) - 1; n >= 0; n-- {
		b := &d.actors[n]
		if b.sent >= a.sent || b.next < 0 || !b.named {
			continue
		}
		if b.sent < a.sent-4 || d.sents[b.sent].item != d.sents[a.sent].item {
			return nil
		}
		if ps := d.group(n); d.fitPair(a, ps) && d.holds(a, ps[0]) && d.holds(a, ps[1]) && d.apart(ps[:1], ps[1:]) {
			return ps
		}
	}
	return nil
}

// fitPair reports two persons of two states, with offices, whom the titles of an actor fit.
func (d *doc) fitPair(a *actor, ps []int) bool {
	if len(ps) != 2 || !d.twoOrigins(ps[0], ps[1]) {
		return false
	}
	return !slices.ContainsFunc(ps, func(p int) bool { return !d.fits(a, p) || !d.persons[p].titled })
}

// ownGroup are the two persons that the sentence names together before a pronoun:
// "A et B se félicitent de l'accord qu'ils ont signé".
func (d *doc) ownGroup(a *actor) (ps []int) {
	if a.pron != lexicon.They {
		return nil
	}
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if x := &d.actors[n]; x.subj && x.prev < 0 && x.next >= 0 {
			ps = d.group(n)
		}
	}
	if len(ps) != 2 {
		return nil
	}
	return ps
}

// active reports that person p does something in the item of an actor, or meets
// somebody: no mere mention ("la phrase de X").
func (d *doc) active(p int, a *actor) bool {
	item := d.sents[a.sent].item
	return d.acts(p, item) || slices.ContainsFunc(d.claims, func(c claim) bool {
		return d.sents[c.sent].item == item && c.tellsOf(p)
	})
}

// fronted are those whom the words before the subject a name: "Avec X, il a parlé".
func (d *doc) fronted(a *actor, s sentence) (ps []int) {
	if !a.subj || a.from == s.from || d.units[a.from-1].punct != ',' {
		return nil
	}
	visitor := d.visits(a.sent)
	for n := s.actors[0]; n < len(d.actors) && d.actors[n].to < a.from; n++ {
		x := &d.actors[n]
		if len(x.persons) == 1 && x.persons[0] == visitor {
			continue // "During a visit to Rome by X, he"
		}
		switch x.gov {
		case lexicon.With, lexicon.To, lexicon.By, lexicon.Beside, lexicon.Of:
			ps = append(ps, x.persons...)
		}
	}
	return ps
}

// compatriot is the latest person of the state named, before others one who acts
// in the text: "l'hôte turc". Whom the headline tells of goes before all.
func (d *doc) compatriot(a *actor, c *discourse) (ps []int) {
	if len(a.codes) == 0 {
		return nil
	}
	if p := d.leadingOf(a); p >= 0 {
		return []int{p}
	}
	for i := len(c.pairs) - 1; i >= 0; i-- {
		for _, p := range c.pairs[i] {
			if d.persons[p].country == a.codes[0] {
				return []int{p}
			}
		}
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		p := c.recent[i]
		switch {
		case d.persons[p].country != a.codes[0]:
		case d.topic(p, d.sents[a.sent].item):
			return []int{p}
		case ps == nil:
			ps = []int{p}
		}
	}
	return ps
}

// othersSince reports that the sentences between the last subject and an actor
// name somebody else.
func (d *doc) othersSince(a *actor, c *discourse) bool {
	return slices.ContainsFunc(d.names, func(n name) bool {
		return n.sent > c.since && n.sent < a.sent && n.person >= 0 && n.person != c.subject
	})
}

// whole gives a title the state of the persons it is of: "le chef des députés
// sud-coréens"; if they have none, nothing can be said of whom it means.
func (d *doc) whole(n int) *actor {
	a := d.actors[n]
	if n+1 < len(d.actors) {
		if b := &d.actors[n+1]; b.from == a.to && b.sent == a.sent && d.units[b.from].set.has(lexicon.Of) && len(a.codes) == 0 {
			a.codes = b.codes
			if len(b.codes) == 0 {
				a.roles = append(slices.Clone(a.roles), roleUse{key: "?"})
			}
		}
	}
	return &a
}

// twoBefore are the only two persons that the sentence of a relative clause names
// before it, or means by a word for two: "X's call with Y, in which the two leaders", "The two presidents had not been
// seen since Rome, where they met".
func (d *doc) twoBefore(a *actor) (ps []int) {
	s := d.sents[a.sent]
	if !a.two && a.pron != lexicon.They || a.from <= s.from || !d.units[a.from-1].set.has(lexicon.That) {
		return nil
	}
	for n := s.actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if b := &d.actors[n]; b.named || a.pron == lexicon.They && b.two && b.pron == lexicon.None && len(b.persons) == 2 {
			ps = append(ps, b.persons...)
		}
	}
	if len(ps) != 2 || ps[0] == ps[1] || !d.fits(a, ps[0]) || !d.fits(a, ps[1]) {
		return nil
	}
	return ps
}

// holds reports that a person is known to hold the office of a word for both
// sides, if it names one: "the ministers".
func (d *doc) holds(a *actor, p int) bool {
	for _, r := range a.roles {
		if r.office != "" && r.office != "leader" && (!d.canBe(r.office, p) || d.persons[p].byName) {
			return false
		}
	}
	return true
}

// manyBefore reports a list of three or more before an actor in its sentence.
func (d *doc) manyBefore(a *actor) bool {
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if len(d.groupOf(n)) > 2 && len(d.group(n)) > 2 {
			return true
		}
	}
	return false
}

// strangerBefore reports a subject without a name, of whom nobody is known to be
// meant, before "the two" in its sentence: one of them is somebody else.
func (d *doc) strangerBefore(a *actor) bool {
	if a.pron != lexicon.They || !a.subj {
		return false
	}
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if b := &d.actors[n]; b.subj && !b.named && !b.plural && b.pron == lexicon.None && b.det == lexicon.Def && b.role("head") && len(b.persons) == 0 {
			return true
		}
	}
	return false
}

// pronoun is whom a pronoun means, beside somebody who is visited the visitor.
func (d *doc) pronoun(a *actor, c *discourse) []int {
	subject := d.subjectOver(a)
	if a.gov == lexicon.By && a.next >= 0 && d.actors[a.next].role("counterpart") {
		subject = -1 // "signed the pact after talks chaired by him and his counterpart"
	}
	if ps := d.objectAgain(a); subject >= 0 && len(ps) == 1 && ps[0] != subject {
		return ps
	}
	if n := d.groupAgain(a); n >= 0 {
		return d.actors[n].persons
	}
	ps := d.byGender(a, subject, c)
	if subject < 0 {
		return ps
	}
	return d.visitorOf(subject, ps, a.sent)
}

// subjectOver is the subject of the sentence of an object pronoun, who is somebody else; -1
// for none.
func (d *doc) subjectOver(a *actor) int {
	subject := -1
	for k := d.sents[a.sent].actors[0]; k < len(d.actors) && d.actors[k].to <= a.from && a.gov != lexicon.Between && (a.gov != lexicon.None || !a.subj); k++ {
		if d.lex.Home != "" && (d.semicolon(d.actors[k].to, a.from) || d.someoneWho(d.actors[k].to, a.from)) {
			continue // "X tới Ba Lan; đón ông có Y", "nơi bà đến, người đón bà là Y"
		}
		if d.actors[k].subj && len(d.actors[k].persons) == 1 && !d.actors[k].deleg { // "đoàn do ông dẫn đầu"
			subject = d.actors[k].persons[0]
		}
	}
	if p := d.whoOver(a); p >= 0 {
		return p
	}
	return subject
}

// byGender is the last subject if its gender allows, else the latest person
// that it allows.
func (d *doc) byGender(a *actor, subject int, c *discourse) []int {
	if e, found := d.units[a.from].entry(lexicon.He); found && e.Index == 2 {
		return d.clauseSubject(a)
	}
	bar := d.antecedent(a)
	for _, m := range []int{a.prev, a.next} {
		if m >= 0 {
			bar = append(slices.Clone(bar), d.actors[m].persons...) // "X và ông", "he and X" are two
		}
	}
	ok := func(p int) bool {
		if p == subject || slices.Contains(bar, p) || subject >= 0 && d.allHome([]int{subject}) && d.allHome([]int{p}) {
			return false // an object pronoun is hardly ever a compatriot
		}
		f := d.persons[p].fem
		if g := d.agreement(a); g != 0 {
			return g > 0 && f >= 0 && (f > 0 || !d.manByName(p)) || g < 0 && f <= 0
		}
		if a.gov == lexicon.None && d.units[a.from].set.has(lexicon.Adverb) {
			return true // "lui" before a verb is anybody
		}
		if a.fem && f == 0 && d.manByName(p) && d.womenBeside(p, subject, c) {
			return false // a name may mislead, but hardly where others may be meant
		}
		return a.fem && f > 0 || !a.fem && f <= 0 || f == 0
	}
	if !a.subj && a.gov == lexicon.None {
		if p := d.stillReceived(a.sent, c); p >= 0 && ok(p) {
			return []int{p}
		}
	}
	if p := d.ownerAgain(a, c); p >= 0 && ok(p) {
		return []int{p}
	}
	if p := c.earlier - 1; a.gov == lexicon.For && p >= 0 && c.before == a.sent-1 && c.subject == subject && subject >= 0 && ok(p) && d.apart([]int{subject}, []int{p}) {
		return []int{p} // who was told of just before
	}
	if g := c.guest - 1; a.gov == lexicon.For && g >= 0 && ok(g) {
		return []int{g}
	}
	if p := d.receivedThen(a); p >= 0 && ok(p) {
		return []int{p}
	}
	if k := a.sent - 1; a.prev >= 0 && a.prev == d.sents[a.sent].actors[0] && a.subj && k >= 0 && d.sents[k].item == d.sents[a.sent].item {
		if p := d.onlyOne(k); p >= 0 && ok(p) {
			return []int{p} // "le voyage du chef du gouvernement. B et lui s'étaient"
		}
	}
	if p := d.guestBefore(a); p >= 0 && ok(p) {
		return []int{p}
	}
	if p := d.soleBefore(a); p >= 0 && ok(p) {
		return []int{p}
	}
	if p := d.objectThen(a); p >= 0 {
		return []int{p}
	}
	if p := d.pronounSubject(a); a.subj && a.prev < 0 && p >= 0 && ok(p) {
		return []int{p} // "ce dernier a été reçu par B, auquel il a remis"
	}
	if p := d.keeperSpeaks(a, c); p >= 0 && ok(p) {
		return []int{p}
	}
	if p := d.mainPronoun(a, subject); p >= 0 && ok(p) {
		return []int{p}
	}
	if ps := d.visitorAgain(a, c); len(ps) == 1 && ok(ps[0]) && (c.subject < 0 || !ok(c.subject) || !d.meets(c.subject, c) && c.since < a.sent && !d.namedBefore(c.subject, a)) {
		return ps
	}
	if p := d.acrossStates(a, c); p >= 0 && ok(p) {
		return []int{p}
	}
	if p := d.homeSide(subject, c); p >= 0 && ok(p) {
		return []int{p}
	}
	if p := c.subject; a.fem && a.subj && p >= 0 && d.persons[p].fem > 0 {
		return []int{p}
	}
	if p := c.subject; a.fem && p >= 0 && ok(p) && d.lex.Options.Infinitives && (d.persons[p].fem > 0 || !d.manByName(p)) {
		return []int{p} // of whom the text is, unless a man
	}
	if a.fem { // a woman known as such before anybody of unknown gender
		for i := len(c.recent) - 1; i >= 0; i-- {
			if p := c.recent[i]; d.persons[p].fem > 0 && p != subject && !slices.Contains(bar, p) {
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
	if p := d.soleTraveller(a.sent); p >= 0 && p != c.subject && ok(p) && !(c.earlier > 0 && c.earlier-1 != p && c.before >= a.sent-1 && ok(c.earlier-1)) {
		return []int{p} // whom a story follows is whom others do something to
	}
	if !a.subj {
		if p := d.guestBeside(subject, a.sent, c); p >= 0 && ok(p) {
			return []int{p}
		}
	}
	if p := c.earlier - 1; p >= 0 && (!a.subj || a.prev >= 0) && (a.gov == lexicon.None || a.gov == lexicon.With) && ok(p) && (d.lex.Options.Gendered || d.lex.Home != "" && c.before >= a.sent-2 || (c.before == a.sent || a.fem && c.before == a.sent-1 && !d.manByName(p))) {
		return []int{p} // whom a story is about is more likely an object than who was only named
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		if ok(c.recent[i]) {
			return []int{c.recent[i]}
		}
	}
	if m := d.lastDelegation(a.sent); a.fem && a.subj && len(c.recent) > 0 && d.led(c.recent[len(c.recent)-1], a.sent) {
		return []int{c.recent[len(c.recent)-1]} // "Conduite par X, elle"
	} else if a.fem && a.subj && m >= 0 {
		return d.delegationHead(&d.actors[m])
	}
	return nil
}

// thatAre reports "hai Phó Chủ tịch là X và Y" inside a phrase: a verb governs it.
func (d *doc) thatAre(a, b *actor) bool {
	return b.from == a.to+1 && d.predicative(a.to) && !a.subj
}

// afterColon is the actor after actor n, or the one with which a list begins that a
// colon opens further on: "Three leaders met in the Iraqi capital: A, B and C".
func (d *doc) afterColon(n int) int {
	for m := n + 1; m < len(d.actors) && m < n+4 && d.actors[m].sent == d.actors[n].sent; m++ {
		if b := d.actors[m].from; d.units[b-1].punct == ':' {
			return m
		}
		if d.actors[m].named && !(d.actors[n].subj && d.units[d.actors[n].from].cap && d.actors[m].next < 0) { // "Envoys took leave of X: A, B and C"
			break
		}
	}
	return n + 1
}

// cataphor is the subject after a clause that opens the sentence and speaks of it by a pronoun:
// "De retour de Tunis, où il s'était entretenu avec B, A a fait escale"; for a plural, of whom no
// pair was told before, also to whom the subject does something: "When they met, A asked B".
func (d *doc) cataphor(n int, c *discourse) []int {
	a := &d.actors[n]
	s, they := d.sents[a.sent], a.pron == lexicon.They
	if !a.subj || !they && a.pron != lexicon.He && a.pron != lexicon.She || they && c.hasPair || a.from <= s.from || !d.units[a.from-1].set.has(lexicon.That) || governor(&d.units[s.from]) == lexicon.None && a.from != s.from+1 && !d.gerund(s.from+1) && !d.participleNext(s.from, s.from+1) && !d.units[s.from].set.has(lexicon.Done) {
		return nil
	}
	for m := s.actors[0]; m < s.actors[1]; m++ {
		switch b := &d.actors[m]; {
		case m < n && b.subj:
			return nil
		case m > n && b.named && b.subj && b.gov == lexicon.None && b.prev < 0 && (b.next < 0 || they) && len(b.persons) == 1 && b.persons[0] >= 0 && d.units[b.from-1].punct == ',' && d.groupEnd(m) < s.to && d.predicate(d.groupEnd(m)):
			if they {
				return d.withObject(m, s)
			}
			return b.persons
		}
	}
	return nil
}

// withObject are the two of a subject, or the subject and the first one named behind it as an
// object; nil if they are not two.
func (d *doc) withObject(n int, s sentence) []int {
	ps := slices.Clone(d.group(n))
	for m := d.lastOf(n) + 1; len(ps) == 1 && m < s.actors[1]; m++ {
		if b := &d.actors[m]; b.named && len(b.persons) == 1 {
			if b.gov != lexicon.None && b.gov != lexicon.To && b.gov != lexicon.With {
				return nil
			}
			ps = append(ps, b.persons[0])
		}
	}
	if len(ps) != 2 || ps[0] == ps[1] || ps[1] < 0 {
		return nil
	}
	return ps
}
