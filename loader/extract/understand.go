package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// lead is a person at the head of a delegation.
type lead struct {
	person int
	codes  []string
	party  int
	org    int
	status graph.Status
	date   graph.Date
	sent   int
	rule   string
}

// signing is a document with its signers.
type signing struct {
	persons []int
	codes   []string
	parties []int
	orgs    []int
	bodies  []string // organizations that the lexicon does not know
	pair    bool     // the persons are "the two" of whom the text was about
	what    string
	date    graph.Date
	sent    int
	rule    string
}

// signers is how many there are of all kinds.
func (x *signing) signers() int {
	return len(x.persons) + len(x.codes) + len(x.parties) + len(x.orgs) + len(x.bodies)
}

// understand reads the sentences item by item and collects the claims.
func (d *doc) understand() {
	d.joinPhrases()
	d.setTopicsAside()
	d.readHints()
	for range d.items {
		d.said = append(d.said, discourse{subject: -1})
	}
	for k := range d.sents {
		d.leadFrames(k, &discourse{subject: -1}) // heads told by name, for delegations met before
	}
	for k := range d.sents {
		d.arrive(k)
	}
	for k := range d.sents {
		d.readSentence(k)
	}
	for _, x := range d.series {
		d.namedBehind(x)
	}
	d.dropHeadSigns()
	d.dropRepeatedSigns()
	d.signersMeet()
	for i := range d.items {
		d.storyPair(i)
	}
	d.dropOneSided()
}

// dropOneSided drops contacts of one side among itself: a state may be told after the contact.
func (d *doc) dropOneSided() {
	d.claims = slices.DeleteFunc(d.claims, func(c claim) bool { return c.among && d.oneSide(c.left) })
}

// readSentence makes the claims of a sentence. One that tells of nobody needs few rules.
func (d *doc) readSentence(k int) {
	c := &d.said[d.sents[k].item]
	d.earlier = len(d.claims)
	d.readActors(k, c)
	d.leadFrames(k, c)
	d.arrive(k)
	d.verbFrames(k, c)
	d.nounFrames(k, c)
	d.fragment(k)
	d.papersListed(k)
	somebody := d.sents[k].actors[0] < d.sents[k].actors[1]
	if somebody {
		d.contacts(k)
	}
	d.metBefore(k)
	if somebody {
		if d.tells(k, echoed) {
			d.echo(k)
		}
		d.inLine(k, c)
		d.inSeries(k, c)
	}
	d.startSeries(k, c)
	d.remember(k, c)
}

// told reports a claim of a contact of two persons, whatever its status.
func (d *doc) told(pair []int) bool {
	return slices.ContainsFunc(d.claims, func(c claim) bool {
		ps := slices.Concat(c.left, c.right)
		return slices.Contains(ps, pair[0]) && slices.Contains(ps, pair[1])
	})
}

// readActors resolves the actors of a sentence from left to right.
func (d *doc) readActors(k int, c *discourse) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		d.resolveActor(n, c)
		a := &d.actors[n]
		for _, p := range a.persons {
			c.mention(p)
		}
		if a.subj && len(a.persons) == 1 && a.prev < 0 && (a.next < 0 || d.plainRest(n)) && a.pron == lexicon.None && !d.quotedSubject(n) {
			c.acts(a.persons[0], k)
		}
		if c.subject < 0 && a.named && len(a.persons) == 1 && d.whoFollows(a.to, s) {
			c.subject, c.since = a.persons[0], k // "le séjour de X, qui ..."
		}
		if a.owner && a.named && len(a.persons) == 1 && (a.from == s.from || d.units[a.from-1].punct == ',' && !d.apposed(a.from-1, s) || d.units[a.from-1].date >= 0) {
			c.subject = a.persons[0] // "X's first call was on Y. He ..."
		}
		if d.ownsSubject(n, s) || d.standsLast(n, s) || a.gov == lexicon.For && a.from == s.from+1 && a.named && len(a.persons) == 1 && len(d.groupOf(n)) == 1 { // "For X it was the end of a tour on which he"
			c.acts(a.persons[0], k)
		}
		if g := d.groupOf(n); g[0] == n && len(g) >= 2 {
			if ps := d.personsOf(g); len(ps) >= len(g) {
				c.group = ps
				if len(ps) > 2 {
					c.many = ps
				}
			}
		} else if len(a.persons) == 2 || len(a.persons) > 2 && (a.named || a.pron == lexicon.They) {
			c.group = a.persons
		}
	}
	if ps := d.company(k); ps != nil {
		c.group = ps
		if len(ps) > 2 {
			c.many = ps
		}
	}
	d.retry(k, c)
	d.reconsider(k, c)
}

// ownsSubject reports the only one of a sentence, whose something is said to be what follows: "Chặng trước của
// X là Manila", in a language without articles. The next sentence goes on about X.
func (d *doc) ownsSubject(n int, s sentence) bool {
	a := &d.actors[n]
	return a.named && a.gov == lexicon.Of && len(a.persons) == 1 && len(d.groupOf(n)) == 1 && n == s.actors[0] && n+1 == s.actors[1] && a.from-s.from < 6 && a.to < s.to && d.predicative(a.to)
}

// standsLast reports the only one of a sentence behind its verb of being: "Present at the talks was X". The next sentence goes on
// about X.
func (d *doc) standsLast(n int, s sentence) bool {
	a := &d.actors[n]
	if d.lex.Options.Bare || !a.named || a.subj || a.gov != lexicon.None || len(a.persons) != 1 || len(d.groupOf(n)) != 1 || n+1 != s.actors[1] || !d.predicative(a.from-1) {
		return false
	}
	if slices.ContainsFunc(d.units[s.from:a.from], func(u unit) bool { return u.set.has(lexicon.First) }) {
		return false // "The first to come was X": he is received
	}
	return !slices.ContainsFunc(d.actors[s.actors[0]:n], func(b actor) bool { return b.subj || len(b.persons) > 0 || b.det == lexicon.Poss })
}

// apposed reports somebody named right before a comma, of whom what follows is said: "A, B's
// deputy, came".
func (d *doc) apposed(comma int, s sentence) bool {
	n := d.units[max(comma-1, s.from)].actor
	return n >= 0 && d.actors[n].named && d.actors[n].subj
}

// whoFollows reports a relative clause about who ends before unit i.
func (d *doc) whoFollows(i int, s sentence) bool {
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	return i < s.to && d.units[i].set.has(lexicon.Who)
}

// retry resolves what was ambiguous at first: whoever has a place in the
// sentence by now is ruled out for its other titles.
func (d *doc) retry(k int, c *discourse) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; !a.named && len(a.persons) == 0 && a.pron == lexicon.None && !a.plural && !a.deleg {
			c.taken = d.sentencePersons(k)
			d.resolveActor(n, c)
			c.taken = nil
		}
	}
}

func (d *doc) sentencePersons(k int) (ps []int) {
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		ps = append(ps, d.actors[n].persons...)
	}
	return ps
}

// remember keeps what later sentences of the item refer to.
func (d *doc) remember(k int, c *discourse) {
	d.cameForTalks()
	for i := range d.signs {
		if x := &d.signs[i]; x.sent == k && len(x.persons) == 2 {
			c.pair, c.hasPair = [2]int{x.persons[0], x.persons[1]}, true
		}
	}
	main, had := c.pair, c.hasPair
	for i := d.earlier; i < len(d.claims); i++ {
		x := &d.claims[i]
		switch {
		case len(x.left) > 0 && len(x.right) > 0:
			c.met(x.left[0], x.right[0])
		case len(x.left) == 2:
			c.met(x.left[0], x.left[1])
		}
	}
	s := d.sents[k]
	if had && d.looksBack(k) {
		c.pair = main // "A avait eu B au téléphone en mai": "les deux ministres" of the next sentence are others
	}
	d.welcome(k, c)
	d.keepOwner(k, c)
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.subj && len(a.persons) == 1 && d.groupSize(n) == 1 && !d.inQuotes(a.from, k) {
			c.subject, c.since = a.persons[0], k
			break
		}
	}
}

// welcome keeps who has come: who was received, leads a delegation, or is the
// subject of a visit.
func (d *doc) welcome(k int, c *discourse) {
	for i := d.earlier; i < len(d.claims); i++ {
		switch x := &d.claims[i]; {
		case x.hostLeft && len(x.right) == 1:
			c.guest = x.right[0] + 1
			return
		case x.guestLeft && len(x.left) == 1 && c.guest == 0:
			c.guest = x.left[0] + 1
			return
		}
	}
	for i := range d.leads {
		if d.leads[i].sent == k {
			c.guest = d.leads[i].person + 1
			return
		}
	}
	p := d.visits(k)
	if p < 0 {
		p = d.staysAbroad(k) // "A est à Riga depuis dimanche"
	}
	if p >= 0 {
		c.guest = p + 1
	}
}

// comes reports a verb of arrival in the past or present.
func (d *doc) comes(i int, s sentence) bool {
	return slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
		if !v.verb.Flags.Has("comes") {
			return false
		}
		g := d.verbGroup(i, v.form, s)
		st, ok := g.status()
		return ok && st == graph.Held && (g.refl || !v.verb.Flags.Has("refl"))
	})
}

// visits is the person whose visit a sentence tells of: its subject, or whose
// the visit is; -1 for none.
func (d *doc) visits(k int) int {
	s := d.sents[k]
	if s.actors[0] == s.actors[1] || !d.tells(k, visit) {
		return -1
	}
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.actor >= 0 || !u.set.either(lexicon.Noun, lexicon.Verb) {
			continue
		}
		e, ok := d.units[i].entry(lexicon.Noun)
		comes := d.units[i].set.has(lexicon.Verb) && d.comes(i, s)
		if !comes && (!ok || d.lex.Nouns[e.Index].Event != "visit" || i > s.from && d.units[i-1].set.has(lexicon.To)) { // "invited X to visit"
			continue
		}
		if n := d.onVisit(i, s); n >= 0 && !comes {
			return d.actors[n].persons[0]
		}
		if p := d.visitThankedFor(i, s); p >= 0 && !comes {
			return p
		}
		for n := s.actors[0]; n < s.actors[1]; n++ {
			a := &d.actors[n]
			if len(a.persons) == 1 && (a.to <= i && a.subj && (comes || !d.units[i-1].set.has(lexicon.Def)) || a.from > i && (a.gov == lexicon.Of && a.from <= i+4 || a.gov == lexicon.By && a.from <= i+6)) {
				return a.persons[0]
			}
		}
		if p := d.visitInFront(i, s, k); p >= 0 {
			return p
		}
	}
	return -1
}

// visitInFront is the subject behind words for a visit abroad, at unit i, with which its sentence opens: "En visite au Togo,
// A a rencontré B"; -1 for nobody.
func (d *doc) visitInFront(i int, s sentence, k int) int {
	f := frame{d: d, k: k, s: s, g: verbGroup{at: i, from: i}}
	n := f.subjectAfter()
	if !f.opening() || n < 0 || len(d.actors[n].persons) != 1 || i > s.from && (d.units[i-1].set.either(lexicon.Def, lexicon.Dem) || d.contracted(i-1)) || d.placeAbroad(k, d.homeOf(d.actors[n].persons[0])) == "" {
		return -1
	}
	return d.actors[n].persons[0]
}

// visitThankedFor is to whom something is done for their visit, the noun at unit i: "The president thanked his guest
// for the visit"; -1 for nobody.
func (d *doc) visitThankedFor(i int, s sentence) int {
	for k := i - 1; k > s.from && k > i-4 && d.units[k].actor < 0; k-- {
		if n := d.units[k-1].actor; d.units[k].set.has(lexicon.For) && n >= 0 && !d.actors[n].subj && len(d.actors[n].persons) == 1 {
			return d.actors[n].persons[0]
		}
	}
	return -1
}

// plainRest reports a coordination whose first actor alone has a name.
func (d *doc) plainRest(n int) bool {
	for _, k := range d.groupOf(n)[1:] {
		if d.actors[k].named {
			return false
		}
	}
	return true
}

// verbFrames reads the verbs of contact and of signing in a sentence.
func (d *doc) verbFrames(k int, c *discourse) {
	s := d.sents[k]
	for v := s.from; v < s.to; v++ {
		if !d.units[v].set.has(lexicon.Verb) || d.inActor(v) || d.usedAsNoun(v, s) {
			continue
		}
		for _, vf := range d.verbsOf(v) {
			if vf.verb.Event == "plain" || vf.verb.Event == "led" || vf.verb.Event == "met" && d.bodyActs(v, s) {
				continue
			}
			f := frame{d: d, k: k, s: s, c: c, verb: vf.verb, g: d.verbGroup(v, vf.form, s)}
			f.g.goes = vf.verb.Flags.Has("goes")
			f.agentFirst()
			f.fall()
			f.seen()
			f.read()
		}
	}
}

// read makes the claims of the verb.
func (f *frame) read() {
	switch f.verb.Event {
	case "shared":
		f.met()
	case "met":
		if f.verb.Flags.Has("next") {
			f.nextOne()
			return
		}
		f.met()
	case "say":
		if (f.g.done && !f.ranks() && !f.insists() || f.chance() && !f.verb.Flags.Has("thanks") || f.saluting() || f.oneByOne()) && f.verb.Flags.Has("visit") || f.welcomes() || f.conditional() {
			f.met()
		} else if f.verb.Flags.Has("face") {
			f.faceToFace()
		}
	case "signed":
		f.signed()
	case "attend":
		if f.verb.Flags.Has("takes") || f.conditional() {
			f.met()
		} else {
			f.attends()
		}
	}
}

// oneByOne reports "a salué tour à tour B et C": whom somebody greets one after the other is seen.
func (f *frame) oneByOne() bool {
	i := f.g.at + 1
	return !f.verb.Flags.Has("thanks") && i+1 < f.s.to && f.d.units[i].set.has(lexicon.Singly) && f.d.units[i+1].actor >= 0 && f.d.actors[f.d.units[i+1].actor].named
}

// insists reports "a tenu à remercier B": thanks on purpose are no visit.
func (f *frame) insists() bool {
	for i := f.g.from; f.verb.Flags.Has("thanks") && i < f.g.at; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Done); ok && e.Index == 5 {
			return true
		}
	}
	return false
}

// chance reports "a profité de son passage pour saluer B": what is done for a purpose that
// somebody had the chance of.
func (f *frame) chance() bool {
	for i := f.g.from - 1; f.g.purpose && i > f.s.from && i > f.g.from-14; i-- {
		if e, ok := f.d.units[i].entry(lexicon.Done); ok && e.Index == 2 {
			f.g.done, f.g.purpose = true, false
			return true
		}
	}
	return false
}

// inActor reports a unit of a noun phrase: "président" is no verb there.
func (d *doc) inActor(i int) bool {
	a := d.units[i].actor
	return d.units[i].name >= 0 || a >= 0 && d.actors[a].pron == lexicon.None
}

// partnerAt reports whom or where somebody meets at unit i: "A and B, meeting in Bonn, spoke".
func (d *doc) partnerAt(i int) bool {
	if n := d.units[i].actor; n >= 0 {
		return d.actors[n].named
	}
	return d.units[i].date >= 0 || d.units[i].set.either(lexicon.In, lexicon.Margins) || d.leadsToDay(i)
}

// frame is a verb of contact in its sentence.
type frame struct {
	d    *doc
	k    int
	s    sentence
	c    *discourse
	verb *lexicon.VerbEntry
	g    verbGroup
	// before is one more than the actor before the verb that is its agent.
	before int
	// companion is the same for a partner before the verb: "cùng B hội đàm".
	companion int
	// fallen is the same for who does what the infinitive tells: "it fell to A to".
	fallen int

	sought   bool    // see subjectActor
	soughtAs reading // what its subject was sought by
	found    int
}

// reading is how a verb was read, whose subject depends on it.
type reading struct {
	g                         verbGroup
	before, companion, fallen int
}
