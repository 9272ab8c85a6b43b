package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// resolveActor finds the persons of an actor that does not name them: the first kind of
// word that it is says whom it stands for, or that it stands for nobody who can be told.
func (d *doc) resolveActor(n int, c *discourse) {
	a := &d.actors[n]
	switch {
	case a.topic:
		return
	case a.named:
		a.persons = slices.DeleteFunc(a.persons, func(p int) bool { return p < 0 })
	case a.speaker:
		a.persons = oneOrNone(d.quotedBy(a.from))
	case d.resolveOrdinal(a, c), d.resolvePronoun(n, c), d.resolveDelegation(n), d.resolvePlural(n, c), d.resolvePlace(n, c), d.resolveDeterminer(a), d.resolveTitle(n, c):
	}
	if len(a.persons) == 0 && d.forVisitor(a) {
		a.persons = d.visitorMeant(n, c)
	}
	if len(a.persons) == 0 && a.det == lexicon.Indef && !a.plural {
		a.standsFor(d.namedByColon(n))
	}
	if len(a.persons) == 0 && !a.plural && (a.role("guest") || a.role("counterpart")) {
		a.standsFor(d.namedAfterwards(n))
	}
	d.notTwice(n, c)
}

// stands lets an actor stand for persons, if there are any.
func (a *actor) stands(ps []int) bool {
	if len(ps) == 0 {
		return false
	}
	a.persons = ps
	return true
}

// standsFor lets an actor stand for a person, if there is one.
func (a *actor) standsFor(p int) bool { return a.stands(oneOrNone(p)) }

// resolveOrdinal resolves "le premier", "the latter".
func (d *doc) resolveOrdinal(a *actor, c *discourse) bool {
	switch {
	case a.pron == lexicon.First:
		a.persons = pick(c.group, a.nth)
	case a.pron != lexicon.Second:
		return false
	case a.latest:
		if !a.stands(d.headJustTold(a)) {
			a.persons = d.lastNamed(a, c)
		}
	case !a.stands(pick(c.group, 1)) && len(c.recent) > 0:
		a.persons = []int{c.recent[len(c.recent)-1]}
	}
	return true
}

// resolvePronoun resolves "he", "they", and any word whose name is told right behind it.
func (d *doc) resolvePronoun(n int, c *discourse) bool {
	a := &d.actors[n]
	they := a.pron == lexicon.They
	switch {
	case they && a.listFollows(d, n):
	case a.stands(d.cataphor(n, c)):
	case they && a.stands(d.jointBefore(a)):
	case they && !d.lex.Options.Gendered && d.manyOf(a) > 0:
		if !a.stands(d.theMany(a, c)) && d.manyOf(a) == 1 {
			a.persons = d.bothSides(a, c)
		}
	case they:
		a.persons = d.bothSides(a, c)
	case a.pron == lexicon.None:
		return false
	case a.subj && d.lex.Home != "" && a.sent > c.since+2 && d.othersSince(a, c): // too far to tell
		a.persons = d.visitorAgain(a, c)
	default:
		a.persons = d.pronoun(a, c)
	}
	return true
}

// resolveDelegation resolves a delegation to its head; states stand for nobody.
func (d *doc) resolveDelegation(n int) bool {
	a := &d.actors[n]
	switch {
	case a.role("only"):
	case a.deleg || a.role("delegate") && !a.plural:
		if !a.stands(d.delegationHead(a)) && !a.stands(d.whoseDelegation(n)) && !a.stands(d.actingHead(a)) {
			a.persons = d.membersNext(a)
		}
	default:
		return false
	}
	return true
}

// resolvePlural resolves "the two ministers", "both sides", "its members".
func (d *doc) resolvePlural(n int, c *discourse) bool {
	a := &d.actors[n]
	switch {
	case a.listFollows(d, n) || d.listAfterColon(n):
	case a.plural && a.subj && a.stands(d.namedAmong(n)):
	case a.plural && (a.stands(d.saidNext(a)) || a.stands(d.ledNext(a)) || a.holds("member") && a.stands(d.membersNext(a))):
	case a.plural && (a.role("guest") || a.role("host")) && a.stands(d.togetherBefore(n, c)):
	case a.plural && d.countOf(a) > 2:
		a.persons = d.groupOfSo(a, c)
	case a.side:
		a.persons = d.bothSides(a, c)
	case !a.plural:
		return false
	case len(a.codes) >= 2 && len(a.roles) > 0:
		if !a.stands(d.oneOfEach(a, c)) && !a.stands(d.nextList(a)) {
			a.persons = d.headlinedList(a)
		}
	case a.det == lexicon.Poss && len(a.roles) > 0 && a.roles[0].key == "member" && d.lastDelegation(a.sent) >= 0:
		a.persons = d.delegationHead(&d.actors[d.lastDelegation(a.sent)]) // "ses membres ont été reçus"
	case a.stands(d.travellersHead(a, c)):
	case d.forVisitor(a): // "the guests": asked of all at the end
	case a.stands(d.bothHolders(a, c)):
	default:
		a.persons = d.counted(a)
	}
	return true
}

// resolvePlace resolves words for who is at home and who came: "his host", "the guest", "his
// counterpart", "the Zimbabweans".
func (d *doc) resolvePlace(n int, c *discourse) bool {
	a := &d.actors[n]
	host, guest := a.role("host"), a.role("guest")
	stateless := len(a.codes) == 0
	switch {
	case len(a.roles) == 0 && len(a.codes) == 1 && a.det == lexicon.Def && a.stands(d.headBefore(a)): // "the Zimbabweans were received"
	case a.next >= 0 && d.hostAndGuest(a, &d.actors[a.next]):
		a.persons = d.bothSides(a, c)
	case a.prev >= 0 && d.hostAndGuest(&d.actors[a.prev], a): // told with the first of them
	case (host || guest || a.role("other")) && d.saidToBe(a):
	case guest && d.forVisitor(a) && a.stands(d.visitorMeant(n, c)):
	case a.role("counterpart"):
		if !a.stands(d.guestToCome(a)) {
			a.persons = d.counterpart(a, c)
		}
	case host && !a.plural && stateless && !c.hasPair && a.standsFor(d.inviterBefore(n)):
	case host && !a.plural && stateless && a.standsFor(d.ownerOfDay(a.sent).person): // whose guests come one after the other
	case (host || guest) && a.standsFor(d.ofLastContact(a, c)):
	case host || guest || a.role("other"):
		if !a.stands(d.compatriot(a, c)) {
			d.otherOfTwo(n, c)
		}
	default:
		return false
	}
	return true
}

// otherOfTwo resolves a host or guest to the other side of what was told.
func (d *doc) otherOfTwo(n int, c *discourse) {
	a := &d.actors[n]
	if a.stands(d.other(n, c)) && len(a.codes) > 0 {
		if home := d.stateSaid(a.persons[0]); home != "" && home != a.codes[0] {
			a.persons = nil
		}
	}
	if a.role("guest") && len(a.persons) == 1 && (d.persons[a.persons[0]].country != "" && d.persons[a.persons[0]].country == d.datelineState(a.sent) || d.calledHost(a.persons[0], a.sent)) {
		a.standsFor(c.partner(a.persons[0])) // who is at home is no guest
	}
	if len(a.persons) == 0 && len(a.codes) > 0 && a.stands(d.byRole(a, c)) && !slices.Contains(c.recent, a.persons[0]) {
		a.persons = nil // a guest is somebody told of before
	}
}

// resolveDeterminer resolves "its leader"; other titles of nobody who was told are "a minister",
// "his minister", "the former minister" and, where titles want an article, bare ones.
func (d *doc) resolveDeterminer(a *actor) bool {
	its := a.det == lexicon.Poss && a.role("generic") && a.roles[0].key == "leader" && len(a.codes) == 0
	switch {
	case its && !a.subj && a.standsFor(d.soleVisitor(a.sent)): // "gave lunch for their leader"
	case its && d.lastDelegation(a.sent) >= 0:
		a.persons = d.delegationHead(&d.actors[d.lastDelegation(a.sent)]) // "Its leader"
	case a.det == lexicon.Indef || a.det == lexicon.Poss || a.role("former"):
	case a.role("style") && a.role("generic") && a.standsFor(d.styledSo(a)):
	case a.role("style") && a.role("generic") && d.bearers(a) > 1:
	case a.det == lexicon.None && d.lex.Options.Article && !a.role("style") && !d.opensBare(a):
	default:
		return false
	}
	return true
}

// opensBare reports a title without an article that opens its sentence and can be told
// by its state, or by being in a headline: "Japanese PM visits Hanoi".
func (d *doc) opensBare(a *actor) bool {
	return a.from == d.sents[a.sent].from && (len(a.codes) > 0 || d.lex.Options.BareTitles && d.headline(a.sent))
}

// resolveTitle resolves "the minister".
func (d *doc) resolveTitle(n int, c *discourse) bool {
	a := &d.actors[n]
	for _, name := range [...]func(*doc, int) int{(*doc).apposedName, (*doc).nameBehind} { // "X, l'évêque émérite, "
		if a.standsFor(name(d, n)) {
			d.learn(a.persons[0], a)
			return true
		}
	}
	if p := d.invited(n); p >= 0 {
		defer func(taken []int) { c.taken = taken }(c.taken)
		c.taken = append(slices.Clip(c.taken), p)
	}
	if !a.stands(d.byRole(d.whole(n), c)) && !a.stands(d.headlined(a)) {
		a.persons = d.holderTold(a)
	}
	return true
}

// invited is the subject of whom the sentence tells that actor n invited them, who is somebody
// else: "At the invitation of the Qatari minister, X, minister of energy, visited Doha"; -1 for none.
func (d *doc) invited(n int) int {
	s := d.sents[d.actors[n].sent]
	if d.actors[n].gov != lexicon.Hosted {
		return -1
	}
	for m := s.actors[0]; m < s.actors[1]; m++ {
		if a := &d.actors[m]; a.named && a.subj && a.gov == lexicon.None && len(a.persons) == 1 {
			return a.persons[0]
		}
	}
	return -1
}

// notTwice takes from an actor who stands on another side of its own sentence.
func (d *doc) notTwice(n int, c *discourse) {
	a := &d.actors[n]
	if p := d.subjectBefore(n); p >= 0 && (a.role("guest") || a.deleg) && !a.named && a.gov == lexicon.None && len(a.persons) == 1 && d.countrymen(p, a.persons[0]) {
		a.persons = nil
	}
	if m := a.next; m >= 0 && !a.named && a.role("guest") && len(a.persons) == 1 && slices.Contains(d.actors[m].persons, a.persons[0]) {
		a.persons = nil // "the guest and his host, X" are two
		if p := c.subject; p >= 0 && !slices.Contains(d.actors[m].persons, p) && d.apart([]int{p}, d.actors[m].persons) {
			a.persons = []int{p}
		}
	}
	if a.prev >= 0 && !a.named {
		a.persons = slices.DeleteFunc(a.persons, func(p int) bool { return slices.Contains(d.actors[a.prev].persons, p) })
	}
}

// subjectBefore is the only person who is the subject before actor n in its sentence, -1 for none.
func (d *doc) subjectBefore(n int) int {
	for m := n - 1; m >= 0 && d.actors[m].sent == d.actors[n].sent; m-- {
		if b := &d.actors[m]; b.subj && len(b.persons) == 1 {
			return b.persons[0]
		}
	}
	return -1
}

// bearers is how many persons of the story told of by then can be called as actor a is.
func (d *doc) bearers(a *actor) (n int) {
	for p := range d.persons {
		if first := d.firstNamed(p); first > a.sent || first == a.sent && !d.namedBefore(p, a) {
			continue
		}
		if d.canBe(a.roles[0].key, p) && d.sameStory(p, d.sents[a.sent].item) && (a.fem || d.persons[p].fem <= 0) && (!a.fem || d.persons[p].fem >= 0) {
			n++
		}
	}
	return n
}

// styledSo is the only person of the story who was named with the style of actor a and can be called so by his office, else
// the only one named with it; -1 for none.
func (d *doc) styledSo(a *actor) int {
	var holders, all []int
	for n := range d.actors {
		b := &d.actors[n]
		if b.sent >= a.sent {
			break
		}
		if !b.named || len(b.persons) != 1 || slices.Contains(all, b.persons[0]) || d.sents[b.sent].item != d.sents[a.sent].item || !d.hasRole(b, a.roles[0].key, a.fem) {
			continue
		}
		p := b.persons[0]
		if all = append(all, p); d.canBe(a.roles[0].key, p) {
			holders = append(holders, p)
		}
	}
	switch {
	case len(holders) == 1:
		return holders[0]
	case len(all) == 1:
		return all[0]
	}
	return -1
}

// hasRole reports a role with a key among the words of a phrase, said of a man or of a woman.
func (d *doc) hasRole(a *actor, key string, fem bool) bool {
	for i := a.from; i < a.to; i++ {
		if e, ok := d.units[i].entry(lexicon.Role); ok && d.lex.Roles[e.Index].Key == key && (e.Form&lexicon.Fem != 0) == fem {
			return true
		}
	}
	return false
}

// ofMainStory reports somebody of the main story whom a teaser calls by the very office, of the state told with it or of
// where the page is at home, while it names nobody who may be of that state: "Le chef de la diplomatie vietnamienne s'est entretenu
// avec X" below a story about him.
func (d *doc) ofMainStory(a *actor, p int) bool {
	k, home := d.sents[a.sent].item, d.homeOf(p)
	if d.items[k].kind != teaser || home == "" || len(a.roles) == 0 || a.plural || a.det == lexicon.Indef || a.roles[0].flags.Has("generic") || !slices.Contains(d.persons[p].keys, a.roles[0].key) || !d.sameStory(p, 0) {
		return false
	}
	if len(a.codes) > 1 || len(a.codes) == 1 && a.codes[0] != home || len(a.codes) == 0 && home != d.lex.Home && home != d.datelineState(0) && !d.headliner(a, p) {
		return false
	}
	if r := a.roles[0]; len(a.codes) == 0 && !d.portfolio(r) && slices.ContainsFunc(d.units[r.from:min(r.to+1, d.sents[a.sent].to)], func(u unit) bool { return u.set.has(lexicon.Of) }) {
		return false // "le président de la commission"
	}
	for q := range d.persons {
		if !d.inItem(q, k) {
			continue
		}
		if h := d.homeOf(q); h == home || h == "" || len(a.codes) == 0 && (!d.persons[q].titled || d.persons[q].byName) { // "Salem al-Sabah chez l'émir" and "Le ministre" below it
			return false
		}
	}
	return true
}

// headliner reports whom the headline of the main story names, the only one there with the office of an actor: the
// page is at home where he is.
func (d *doc) headliner(a *actor, p int) bool {
	if d.firstNamed(p) > 0 {
		return false
	}
	for q := range d.persons {
		if q != p && d.sameStory(q, 0) && slices.Contains(d.persons[q].keys, a.roles[0].key) {
			return false
		}
	}
	return true
}
