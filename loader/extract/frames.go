package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// claim is a contact between persons, before it becomes a meeting.
type claim struct {
	left, right []int // persons of the two sides
	among       bool  // right is empty: the left ones met among themselves
	hostLeft    bool
	guestLeft   bool
	status      graph.Status
	mode        graph.Mode
	date        graph.Date
	place       string
	placeKey    string // the same in every language, if the place has such a key
	country     string
	sent        int
	rule        string
}

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
	orgs    []int
	bodies  []string // organizations that the lexicon does not know
	what    string
	date    graph.Date
	sent    int
	rule    string
}

// understand reads the sentences item by item and collects the claims.
func (d *doc) understand() {
	d.claims, d.leads, d.signs = d.claims[:0], d.leads[:0], d.signs[:0]
	d.said = d.said[:0]
	for range d.items {
		d.said = append(d.said, discourse{subject: -1})
	}
	for k := range d.sents {
		d.leadFrames(k, &discourse{subject: -1}) // heads told by name, for delegations met before
	}
	for k := range d.sents {
		c := &d.said[d.sents[k].item]
		d.readActors(k, c)
		before := len(d.claims)
		d.leadFrames(k, c)
		d.verbFrames(k, c)
		d.nounFrames(k, c)
		if len(d.claims) == before {
			d.partnerWord(k)
		}
		d.predicateHost(k, c)
		if len(d.claims) == before {
			d.captionPair(k)
		}
		if len(d.claims) == before {
			d.frontedPair(k)
		}
		d.remember(k, before, c)
	}
	d.dropHeadSigns()
	for i := range d.items {
		d.storyPair(i)
	}
}

// dropHeadSigns drops the states of a headline as signers of a document whose
// signers the text names.
func (d *doc) dropHeadSigns() {
	d.signs = slices.DeleteFunc(d.signs, func(x signing) bool {
		return len(x.persons) == 0 && slices.ContainsFunc(d.signs, func(y signing) bool {
			return len(y.persons) > 0 && d.sents[x.sent].item == d.sents[y.sent].item && strings.HasPrefix(text.Fold(y.what), text.Fold(x.what))
		})
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
		if a.subj && len(a.persons) == 1 && a.prev < 0 && (a.next < 0 || d.plainRest(n)) && a.pron == lexicon.None {
			c.subject, c.since = a.persons[0], k
		}
		if a.owner && a.named && len(a.persons) == 1 && (a.from == s.from || d.units[a.from-1].punct == ',' || d.units[a.from-1].date >= 0) {
			c.subject = a.persons[0] // "X's first call was on Y. He ..."
		}
		if g := d.groupOf(n); g[0] == n && len(g) == 2 {
			if ps := d.personsOf(g); len(ps) == 2 {
				c.group = ps
			}
		} else if len(a.persons) == 2 {
			c.group = a.persons
		}
	}
	d.retry(k, c)
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
func (d *doc) remember(k, before int, c *discourse) {
	for i := range d.signs {
		if x := &d.signs[i]; x.sent == k && len(x.persons) == 2 {
			c.pair, c.hasPair = [2]int{x.persons[0], x.persons[1]}, true
		}
	}
	for i := before; i < len(d.claims); i++ {
		x := &d.claims[i]
		switch {
		case len(x.left) > 0 && len(x.right) > 0:
			c.met(x.left[0], x.right[0])
		case len(x.left) == 2:
			c.met(x.left[0], x.left[1])
		}
	}
	d.welcome(k, before, c)
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.subj && len(a.persons) == 1 && d.groupSize(n) == 1 {
			c.subject, c.since = a.persons[0], k
			break
		}
	}
}

// welcome keeps who has come: who was received, leads a delegation, or is the
// subject of a visit.
func (d *doc) welcome(k, before int, c *discourse) {
	for i := before; i < len(d.claims); i++ {
		if x := &d.claims[i]; x.hostLeft && len(x.right) == 1 {
			c.guest = x.right[0] + 1
			return
		}
	}
	for i := range d.leads {
		if d.leads[i].sent == k {
			c.guest = d.leads[i].person + 1
			return
		}
	}
	if p := d.visits(k); p >= 0 {
		c.guest = p + 1
	}
}

// comes reports a verb of arrival in the past or present.
func (d *doc) comes(i int, v lexicon.Entry, s sentence) bool {
	flags := d.lex.Verbs[v.Index].Flags
	if !flags.Has("comes") {
		return false
	}
	g := d.verbGroup(i, v.Form, s)
	st, ok := g.status()
	return ok && st == graph.Held && (g.refl || !flags.Has("refl"))
}

// visits is the person whose visit a sentence tells of: its subject, or whose
// the visit is; -1 for none.
func (d *doc) visits(k int) int {
	s := d.sents[k]
	for i := s.from; i < s.to; i++ {
		e, ok := d.units[i].entry(lexicon.Noun)
		v, comes := d.units[i].entry(lexicon.Verb)
		comes = comes && d.comes(i, v, s)
		if d.units[i].actor >= 0 || !comes && (!ok || d.lex.Nouns[e.Index].Event != "visit") {
			continue
		}
		for n := s.actors[0]; n < s.actors[1]; n++ {
			a := &d.actors[n]
			if len(a.persons) == 1 && (a.to <= i && a.subj || a.gov == lexicon.Of && a.from > i && a.from <= i+4) {
				return a.persons[0]
			}
		}
	}
	return -1
}

// plainRest reports a coordination whose first actor alone has a name.
func (d *doc) plainRest(n int) bool {
	for _, k := range d.groupOf(n)[1:] {
		if d.actors[k].named || !d.actors[k].plural {
			return false
		}
	}
	return true
}

func (d *doc) groupSize(n int) int { return len(d.groupOf(n)) }

// personsOf returns the persons of some actors, without doubles.
func (d *doc) personsOf(actors []int) (ps []int) {
	for i, n := range actors {
		if i > 0 && d.actors[n].role("companion") && d.actors[n].det == lexicon.Poss {
			continue // "A et son épouse"
		}
		for _, p := range d.actors[n].persons {
			if !slices.Contains(ps, p) {
				ps = append(ps, p)
			}
		}
	}
	return ps
}

// group returns the persons of the coordination of actor n.
func (d *doc) group(n int) []int { return d.personsOf(d.groupOf(n)) }

// verbFrames reads the verbs of contact and of signing in a sentence.
func (d *doc) verbFrames(k int, c *discourse) {
	s := d.sents[k]
	for v := s.from; v < s.to; v++ {
		if !d.units[v].set.has(lexicon.Verb) || d.inActor(v) || d.usedAsNoun(v, s) {
			continue
		}
		for _, vf := range d.verbsOf(v) {
			if vf.verb.Event == "plain" || vf.verb.Event == "led" {
				continue
			}
			f := frame{d: d, k: k, s: s, c: c, verb: vf.verb, g: d.verbGroup(v, vf.form, s)}
			f.agentFirst()
			f.read()
		}
	}
}

// read makes the claims of the verb.
func (f *frame) read() {
	switch f.verb.Event {
	case "met":
		f.met()
	case "say":
		if f.g.done && f.verb.Flags.Has("visit") {
			f.met()
		}
	case "signed":
		f.signed()
	}
}

// verbForm is a verb that a unit can be, with all its forms that are written so:
// "conduit" is two forms of one verb.
type verbForm struct {
	verb *lexicon.VerbEntry
	form lexicon.Form
}

// verbsOf returns the verbs of a unit.
func (d *doc) verbsOf(v int) (vs []verbForm) {
	for _, e := range d.units[v].entries {
		if e.Class != lexicon.Verb {
			continue
		}
		w := &d.lex.Verbs[e.Index]
		if i := slices.IndexFunc(vs, func(x verbForm) bool { return x.verb == w }); i >= 0 {
			vs[i].form |= e.Form
		} else {
			vs = append(vs, verbForm{w, e.Form})
		}
	}
	return vs
}

// inActor reports a unit of a noun phrase: "président" is no verb there.
func (d *doc) inActor(i int) bool {
	a := d.units[i].actor
	return d.units[i].name >= 0 || a >= 0 && d.actors[a].pron == lexicon.None
}

// usedAsNoun: "la rencontre", "une rencontre", "cette rencontre".
func (d *doc) usedAsNoun(v int, s sentence) bool {
	if !d.units[v].set.has(lexicon.Noun) {
		return false
	}
	if v == s.from {
		return true
	}
	u := &d.units[v-1]
	if e, _ := d.units[v].entry(lexicon.Verb); e.Form == lexicon.Ger { // "X toured Y, meeting Z"
		return u.punct != ',' && !u.set.has(lexicon.And) || v+1 == s.to || d.units[v+1].actor < 0 || !d.actors[d.units[v+1].actor].named
	}
	return u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Two, lexicon.Numeral, lexicon.Of, lexicon.Prep, lexicon.In, lexicon.After) ||
		u.kind != 0 || u.set == classSet{} && !u.cap
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
}

// agentFirst reads "được A tiếp", "do A dẫn đầu": a passive whose agent stands
// between the particle and the verb.
func (f *frame) agentFirst() {
	d := f.d
	if !d.lex.Options["agent-first"] {
		return
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > f.g.from {
			continue
		}
		if a.gov == lexicon.With && d.onlySmall(a.to, f.g.from) && d.units[f.g.from-1].punct != ',' && d.freePartner(n) {
			f.companion = n + 1
			head := &d.actors[d.groupOf(n)[0]]
			g := d.verbGroup(head.from-1, f.g.form, f.s)
			g.at, g.plan, g.fut, g.not = f.g.at, g.plan || f.g.plan, g.fut || f.g.fut, g.not || f.g.not
			f.g = g
			return
		}
		if a.gov != lexicon.Passive && a.gov != lexicon.By || !d.onlySmall(a.to, f.g.from) && !d.insertion(a.to, f.g.from) {
			return
		}
		f.before = n + 1
		head := &d.actors[d.groupOf(n)[0]]
		g := d.verbGroup(head.from-1, f.g.form, f.s)
		g.at, g.passiveBy, g.plan, g.fut, g.not = f.g.at, true, g.plan || f.g.plan, g.fut || f.g.fut, g.not || f.g.not
		f.g = g
		return
	}
}

// serial makes a verb planned that goes on after "and" or a comma where the
// verb before it was: "sẽ thăm A và gặp B".
func (f *frame) serial() {
	d, i := f.d, f.g.from-1
	for i >= f.s.from && (d.units[i].set.has(lexicon.Adverb) || d.units[i].date >= 0) {
		i--
	}
	if f.g.have || i < f.s.from || d.units[i].actor >= 0 || d.units[i].punct != ',' && !d.units[i].set.has(lexicon.And) {
		return
	}
	for ; i >= f.s.from; i-- {
		u := &d.units[i]
		if u.punct == ';' || u.punct == ':' || u.actor >= 0 && d.actors[u.actor].subj || u.set.has(lexicon.Have) {
			return
		}
		if u.actor < 0 && (u.set.any(lexicon.HaveFut, lexicon.Plan) || d.asks(i)) {
			f.g.plan = true
			return
		}
	}
}

// askedBetween reports a verb of asking between the subject and the verb: "A kêu
// gọi B gặp C".
func (f *frame) askedBetween(from int) bool {
	if !f.d.lex.Options["agent-first"] {
		return false
	}
	for i := f.g.from - 1; i >= from; i-- {
		if f.d.units[i].punct == ';' {
			return false
		}
		if f.d.units[i].actor < 0 && f.d.asks(i) {
			return true
		}
	}
	return false
}

// asked makes an action planned whose subject somebody asks to do it.
func (f *frame) asked() {
	n := f.subjectActor()
	if n < 0 {
		return
	}
	i := f.d.actors[f.d.groupOf(n)[0]].from - 1
	if f.d.actors[n].to > f.g.from {
		return
	}
	if i >= f.s.from && (f.d.asks(i) || f.d.units[i].set.has(lexicon.Plan)) || !f.g.have && f.askedBetween(f.d.actors[n].to) {
		f.g.plan = true
	}
	for j := f.s.from; j <= i && j < f.s.from+6; j++ { // "Theo kế hoạch, A gặp B"
		if f.d.units[j].set.has(lexicon.Plan) && f.d.units[j].actor < 0 {
			f.g.plan = true
		}
	}
}

// freePartner reports a partner that no verb or noun before it takes: "đã cùng
// B hội đàm", not "hội đàm với B, chào C".
func (d *doc) freePartner(n int) bool {
	i := d.actors[d.groupOf(n)[0]].from - 2
	return i >= d.sents[d.actors[n].sent].from && !d.units[i].set.any(lexicon.Verb, lexicon.Noun)
}

// onlySmall reports units that may stand between an agent and its verb.
func (d *doc) onlySmall(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.punct != ',' && u.date < 0 && !u.set.any(lexicon.Adverb, lexicon.In, lexicon.Place, lexicon.Have) {
			return false
		}
	}
	return true
}

// insertion reports units from comma to comma that hold neither a verb nor
// anybody: a title that the lexicon does not know.
func (d *doc) insertion(from, to int) bool {
	if to-from < 3 || to-from > 12 || d.units[from].punct != ',' || d.units[to-1].punct != ',' {
		return false
	}
	for i := from + 1; i < to-1; i++ {
		if u := &d.units[i]; u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.Verb, lexicon.That, lexicon.Have, lexicon.HaveFut, lexicon.By, lexicon.Passive) {
			return false
		}
	}
	return true
}

func (f *frame) met() {
	f.asked()
	if f.d.lex.Options["agent-first"] {
		f.serial()
	}
	if f.verb.Flags.Has("refl") && !f.g.refl || f.verb.Flags.Has("nobare") && f.g.bare {
		return
	}
	st, ok := f.g.status()
	if st == graph.Held && f.subordinate() {
		return
	}
	if !ok || f.verb.Flags.Has("speech") && !f.spoken() {
		return
	}
	cl := claim{status: st, sent: f.k, rule: f.d.lex.Lang + ".verb." + f.verb.Key}
	if f.g.passive() && f.g.be && f.verb.Flags.Has("weak") && f.verb.Slots.Has("with") && !f.verb.Slots.Has("obj") && !f.verb.Flags.Has("be") {
		return // "un accord a été négocié avec B": by whom is not said
	}
	if f.verb.Slots.Has("gathers") { // "la réunion a rassemblé A et B"
		if ps := f.object(); !f.g.refl && !f.g.passive() && f.subjectActor() < 0 && len(ps) >= 2 {
			cl.left, cl.among = ps, true
			f.d.emit(cl, f.g.at, false, true)
		}
		return
	}
	if f.g.passive() && (f.verb.Slots.Has("obj") || f.verb.Slots.Has("pto") || f.g.passiveBy && f.verb.Flags.Has("hand")) {
		cl.left, cl.right = f.agent(), f.subject()
		cl.hostLeft = f.verb.Flags.Has("host")
		if f.verb.Slots.Has("pto") { // "conduit auprès de A"
			cl.left = f.after(f.g.at, lexicon.To)
		}
		if len(cl.left) == 0 && f.g.bare && !f.verb.Slots.Has("pto") {
			cl.left = f.mainSubject(cl.right)
		}
		if len(cl.left) == 0 {
			return
		}
	} else if f.verb.Flags.Has("treat") && f.treat(&cl) { // both sides are told before the verb
	} else if f.g.passive() && f.verb.Flags.Has("cochair") { // "coprésidée par A et B"
		if cl.left, cl.among = f.agent(), true; len(cl.left) < 2 {
			return
		}
	} else {
		cl.left = f.subject()
		cl.right = f.partners()
		if f.verb.Flags.Has("noinf") && f.infinitiveFollows() {
			return
		}
		cl.hostLeft, cl.guestLeft = f.verb.Flags.Has("host"), f.verb.Flags.Has("guest")
		if len(cl.right) == 0 && f.verb.Flags.Has("cochair") && len(cl.left) == 1 {
			cl.right = f.inviter()
		}
		if len(cl.right) == 0 {
			if !f.verb.Slots.Has("recip") || len(cl.left) < 2 || f.verb.Flags.Has("recip") && f.verb.Slots.Has("obj") && !f.g.refl {
				return
			}
			cl.among = true
		}
	}
	if f.verb.Flags.Has("occasion") && !f.occasion() {
		return
	}
	if f.verb.Flags.Has("speech") && (len(cl.left) == 0 || len(cl.right) == 0 || !f.d.apart(cl.left, cl.right)) {
		return
	}
	pair := cl.among && len(cl.left) == 2 && f.g.refl // "A et B se parlent" is plain
	f.d.emit(cl, f.g.at, f.verb.Flags.Has("remote"), f.verb.Flags.Has("weak") && !pair)
}

// treat reads "A mời B dự tiệc trà": who is invited to a table sits at it with
// the inviter.
func (f *frame) treat(cl *claim) bool {
	d, m := f.d, f.endingAt(f.g.from)
	if m < 0 || len(d.actors[m].persons) == 0 || d.actors[m].to != f.g.at {
		return false
	}
	v := d.actors[d.groupOf(m)[0]].from - 1
	if v <= f.s.from || !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Flags.Has("invite") }) {
		return false
	}
	host := frame{d: d, k: f.k, s: f.s, c: f.c, verb: f.verb, g: d.verbGroup(v, f.g.form, f.s)}
	host.asked()
	st, ok := host.g.status()
	if !ok {
		return false
	}
	cl.left, cl.right, cl.hostLeft, cl.status = host.subject(), d.group(m), true, st
	return true
}

// subordinate reports a clause after "que" whose main clause denies or only
// wants it: "il n'est pas question qu'il rencontre X".
func (f *frame) subordinate() bool {
	n := f.subjectActor()
	if n < 0 || f.d.actors[n].from == f.s.from || !f.d.units[f.d.actors[n].from-1].set.has(lexicon.That) {
		return false
	}
	for i := f.d.actors[n].from - 2; i >= f.s.from && i > f.d.actors[n].from-10; i-- {
		if u := &f.d.units[i]; u.set.any(lexicon.Not, lexicon.Plan) && u.actor < 0 {
			return true
		} else if u.punct == ',' {
			return false
		}
	}
	return false
}

// occasion reports the contact for which somebody joins or stays: "joined X for
// dinner".
func (f *frame) occasion() bool {
	for i := f.g.at + 2; i+1 < f.s.to; i++ {
		if !f.d.units[i].set.has(lexicon.For) {
			continue
		}
		for k := i + 1; k < f.s.to && k < i+5; k++ {
			if e, ok := f.d.units[k].entry(lexicon.Noun); ok && f.d.lex.Nouns[e.Index].Event == "met" {
				return true
			}
		}
		return false
	}
	return false
}

// spoken tells words said face to face from words sent: no letter, no message
// and no press in the sentence.
func (f *frame) spoken() bool {
	if f.g.passive() || f.g.form&(lexicon.Fin|lexicon.PP) == 0 {
		return false
	}
	for i := f.s.from; i < f.s.to; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Noun); ok {
			if ev := f.d.lex.Nouns[e.Index].Event; ev == "letter" || ev == "press" {
				return false
			}
		}
	}
	return true
}

// mainSubject is the agent of a participle without one: "A s'est adressé à B,
// joint par téléphone": the subject, unless it is the patient.
func (f *frame) mainSubject(patient []int) []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.to <= f.g.from && a.subj && a.prev < 0 && len(a.persons) == 1 && !slices.Contains(patient, a.persons[0]) {
			return a.persons
		}
	}
	return nil
}

// relative is the antecedent of "avec qui", "auquel" before the subject.
func (f *frame) relative() []int {
	at := f.g.from
	if n := f.subjectActor(); n >= 0 {
		at = f.d.actors[n].from
	}
	if at <= f.s.from {
		return nil
	}
	u := &f.d.units[at-1]
	if u.set.has(lexicon.WithWho) && f.verb.Slots.Has("with") || u.set.has(lexicon.ToWho) && f.verb.Slots.Has("to") {
		if m := f.endingAt(at - 1); m >= 0 {
			return f.d.group(m)
		}
	}
	return nil
}

// fronted is the partner put first: "Avec A, B a évoqué ...", "À A, B a dit".
func (f *frame) fronted(gov lexicon.Class) []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from == f.s.from+1 && a.gov == gov && a.to < f.g.from {
			return f.d.group(n)
		}
	}
	return nil
}

// addressee is the person spoken to: after the verb, put first, or a pronoun.
func (f *frame) addressee() []int {
	if ps := f.after(f.g.at, lexicon.To); len(ps) > 0 && !f.givenTo() {
		return ps
	}
	if f.verb.Flags.Has("speech") || f.verb.Flags.Has("hand") {
		if ps := f.fronted(lexicon.To); len(ps) > 0 {
			return ps
		}
	}
	n := f.dative()
	if n < 0 || f.d.writes(f.k) || f.verb.Flags.Has("speech") && len(f.c.pairs) == 0 && f.c.guest == 0 {
		return nil // words alone may be spoken from afar: somebody must have come or met
	}
	return f.d.actors[n].persons
}

// givenTo reports that the first addressee after the verb belongs to a participle
// between them: "il a renouvelé l'invitation faite à B".
func (f *frame) givenTo() bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.gov == lexicon.To {
			e, ok := f.d.units[a.from-2].entry(lexicon.Verb)
			return ok && a.from-2 > f.g.at && e.Form&lexicon.PP != 0
		}
	}
	return false
}

// dative is the pronoun of "il lui a dit" in the verb group, -1 if it has none.
func (f *frame) dative() int {
	for i := f.g.at - 1; i >= f.s.from && i >= f.g.from-1; i-- {
		if n := f.d.units[i].actor; n >= 0 && f.d.pronounUnit(i) && f.d.actors[n].pron != lexicon.They {
			return n
		}
	}
	return -1
}

// writes reports a letter in a sentence or the two before it: who is spoken of
// after it may be speaking in it.
func (d *doc) writes(k int) bool {
	for j := k; j >= 0 && j >= k-2 && d.sents[j].item == d.sents[k].item; j-- {
		for i := d.sents[j].from; i < d.sents[j].to; i++ {
			e, ok := d.units[i].entry(lexicon.Noun)
			if v, is := d.units[i].entry(lexicon.Verb); ok && d.lex.Nouns[e.Index].Event == "letter" || is && d.lex.Verbs[v.Index].Event == "letter" && !d.inActor(i) {
				return true
			}
		}
	}
	return false
}

// infinitiveFollows: "called on X to resign" tells of no call.
func (f *frame) infinitiveFollows() bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from > f.g.at && a.next < 0 && a.to+1 < f.s.to {
			t, v := &f.d.units[a.to], &f.d.units[a.to+1]
			return t.set.has(lexicon.To) && v.actor < 0 && v.kind == text.Word && !v.cap && !v.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Place, lexicon.Country)
		}
	}
	return false
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

// partners are the persons in the slots of the verb.
func (f *frame) partners() (ps []int) {
	if ps = f.relative(); len(ps) > 0 {
		return ps
	}
	if f.verb.Slots.Has("with") && f.companion > 0 {
		return f.d.group(f.companion - 1)
	}
	if f.verb.Slots.Has("with") {
		if ps = f.after(f.g.at, lexicon.With); len(ps) == 0 {
			ps = f.fronted(lexicon.With)
		}
	}
	if len(ps) == 0 && f.verb.Slots.Has("to") {
		ps = f.addressee()
	}
	if len(ps) == 0 && f.verb.Slots.Has("of") {
		ps = f.after(f.g.at, lexicon.Of)
	}
	if len(ps) == 0 && f.verb.Slots.Has("obj") && !(f.g.refl && f.verb.Slots.Has("recip")) {
		ps = f.object()
	}
	return ps
}

// object is the bare actor after the verb, the antecedent of "que", or the
// object pronoun before the verb.
func (f *frame) object() []int {
	if f.g.object {
		return f.objectPronoun()
	}
	if ps := f.after(f.g.at, lexicon.None); len(ps) > 0 {
		if f.verb.Flags.Has("near") && f.d.units[f.g.at+1].actor < 0 {
			return nil // "thăm gia đình ông X"
		}
		return ps
	}
	n := f.subjectActor()
	if n < 0 {
		return nil
	}
	i := f.d.actors[n].from - 1
	if i <= f.s.from || !f.d.units[i].set.has(lexicon.That) {
		return nil
	}
	if m := f.endingAt(i); m >= 0 {
		return f.d.group(m)
	}
	return nil
}

// objectPronoun is the latest person who is not the subject: "A est venu ; B
// l'a reçu".
func (f *frame) objectPronoun() []int {
	subject := f.subject()
	if g := f.c.guest - 1; g >= 0 && f.verb != nil && f.verb.Flags.Has("host") && !slices.Contains(subject, g) {
		return []int{g} // who came is received
	}
	for i := len(f.c.recent) - 1; i >= 0; i-- {
		if p := f.c.recent[i]; !slices.Contains(subject, p) {
			return []int{p}
		}
	}
	return nil
}

// endingAt is the actor that ends right before unit i, up to a comma.
func (f *frame) endingAt(i int) int {
	for k := i - 1; k >= f.s.from && k >= i-3; k-- {
		u := &f.d.units[k]
		if u.actor >= 0 {
			return u.actor
		}
		if u.punct != ',' && (u.known() || u.cap || u.kind != 0) { // "la délégation fournie que"
			return -1
		}
	}
	return -1
}

// agent is the group after the agent preposition; it may be repeated.
func (f *frame) agent() []int {
	if f.before > 0 {
		return f.d.group(f.before - 1)
	}
	ps := f.after(f.g.at, lexicon.By)
	for n := f.s.actors[0]; n < f.s.actors[1] && len(ps) > 0; n++ { // "by A and, two days later, by B"
		a := &f.d.actors[n]
		if a.gov == lexicon.By && a.prev < 0 && a.from > f.g.at && f.d.units[a.from-1].to-f.d.units[a.from-1].from == 1 && f.d.repeated(n, f.g.at) {
			ps = append(ps, f.d.group(n)...)
		}
	}
	return ps
}

// repeated reports a phrase that "and" joins to an earlier one across an
// insertion without a verb.
func (d *doc) repeated(n, at int) bool {
	for i := d.actors[n].from - 2; i > at && i > d.actors[n].from-10; i-- {
		u := &d.units[i]
		if u.actor >= 0 || u.set.has(lexicon.Verb) {
			return false
		}
		if u.set.has(lexicon.And) {
			return d.units[i-1].actor >= 0
		}
	}
	return false
}

// after returns the persons of the first coordination with the given governor
// after unit v, before the clause ends.
func (f *frame) after(v int, gov lexicon.Class) []int {
	d := f.d
	pos := v + 1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= v {
			continue
		}
		if d.clauseEnds(pos, a.from) && !(a.gov == gov && d.restricted(v, f.s)) {
			return nil
		}
		if a.gov == gov && gov == lexicon.With && a.prev < 0 && d.lex.Options["series"] {
			return f.series(n)
		}
		if a.gov == gov && a.prev < 0 && (gov != lexicon.None || !d.startsClause(n, f.s)) { // see restricted for "que"
			return d.group(n)
		}
		if gov == lexicon.None && a.gov == lexicon.None && a.prev < 0 {
			return nil
		}
		pos = a.to
	}
	return nil
}

// series is the group of actor n and those that go on after it: "với A ở
// Canberra, sau đó với B".
func (f *frame) series(n int) (ps []int) {
	d := f.d
	ps = d.group(n)
	to := d.actors[d.lastOf(n)].to
	for m := d.lastOf(n) + 1; m < f.s.actors[1]; m++ {
		a := &d.actors[m]
		if a.gov != lexicon.With || a.prev >= 0 || a.from-to > 8 || !d.onlyJoins(to, a.from) {
			break
		}
		ps = append(ps, d.group(m)...)
		to = d.actors[d.lastOf(m)].to
	}
	return ps
}

func (d *doc) lastOf(n int) int {
	g := d.groupOf(n)
	return g[len(g)-1]
}

// onlyJoins reports units that join the partners of one verb.
func (d *doc) onlyJoins(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.punct != ',' && u.date < 0 && !u.set.any(lexicon.Adverb, lexicon.In, lexicon.Place, lexicon.And, lexicon.After, lexicon.With) {
			return false
		}
	}
	return true
}

// startsClause reports a bare actor that is the subject of a verb of its own:
// "reçu à Paris, le ministre a déclaré".
func (d *doc) startsClause(n int, s sentence) bool {
	a := &d.actors[n]
	if !a.subj || d.units[a.from-1].punct != ',' {
		return false
	}
	i := a.to
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	for k := i; k < s.to && k < i+2; k++ {
		u := &d.units[k]
		if u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Plan) {
			return true
		}
		if e, ok := u.entry(lexicon.Verb); ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0 {
			return true
		}
		if u.kind == 0 && !u.known() && !u.cap && k == i {
			return true // an unknown verb
		}
	}
	return false
}

// clauseEnds reports a clause boundary among units [from, to).
func (d *doc) clauseEnds(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.punct == ';' || u.punct == ':':
			return true
		case u.actor >= 0 || u.date >= 0:
		case u.set.any(lexicon.Who, lexicon.That, lexicon.HaveFut, lexicon.BeFut):
			return true
		case u.set.any(lexicon.Have, lexicon.Be) && !u.set.any(lexicon.To, lexicon.Of):
			return true
		case u.set.has(lexicon.Verb) && governor(u) == lexicon.None:
			if e, _ := u.entry(lexicon.Verb); e.Form&lexicon.Fin != 0 && e.Form&lexicon.PP == 0 && !u.set.has(lexicon.Noun) {
				return true
			}
		}
	}
	return false
}

// subject returns the persons of the subject of the verb group.
func (f *frame) subject() []int {
	n := f.subjectActor()
	if m := f.dative(); n < 0 && m >= 0 && f.g.done {
		return f.d.actors[m].persons // "le dîner lui a permis de rencontrer B"
	}
	if n < 0 {
		return f.inherited()
	}
	return f.d.subjectGroup(n)
}

// subjectGroup is the coordination of actor n; for a delegation its head.
func (d *doc) subjectGroup(n int) []int { return d.group(n) }

// subjectActor finds the actor that is the subject of the group: the
// antecedent of a relative pronoun, else the nearest bare actor before it that
// stands where a subject can, else, for a participle, the subject after it.
func (f *frame) subjectActor() int {
	d := f.d
	i := f.g.from - 1
	for i > f.s.from && (d.units[i].date >= 0 || d.units[i].set.has(lexicon.Adverb) && d.units[i].actor < 0) {
		i-- // "who later met"
	}
	if i > f.s.from && d.units[i].set.has(lexicon.Who) {
		return f.endingAt(i)
	}
	if f.g.bare || f.g.form&lexicon.Ger != 0 {
		if m := f.endingAt(f.g.from); m >= 0 && f.g.form&lexicon.Ger == 0 {
			return m
		}
		if f.opening() {
			return f.subjectAfter()
		}
	}
	if n := f.speaker(); n >= 0 {
		return n
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > f.g.from || a.gov != lexicon.None || !a.subj {
			continue
		}
		if d.hidden(n, f.g.from) {
			continue
		}
		return n
	}
	if f.before > 0 || f.g.from <= f.s.from+1 || f.opening() || f.g.after {
		return f.subjectAfter()
	}
	return -1
}

// speaker is the subject that follows its verb after words reported: ", lui a
// déclaré A", -1 if the verb does not stand so.
func (f *frame) speaker() int {
	at, d := f.g.from-1, f.d
	if f.verb == nil || !f.verb.Flags.Has("speech") || !f.g.have || f.g.at+1 >= f.s.to {
		return -1
	}
	if at > f.s.from && d.pronounUnit(at) {
		at--
	}
	n := d.units[f.g.at+1].actor
	if at > f.s.from && d.units[at-1].actor >= 0 && d.actors[d.units[at-1].actor].subj {
		return -1 // "A, ministre, a informé B"
	}
	if at <= f.s.from || n < 0 || d.actors[n].from != f.g.at+1 || d.actors[n].gov != lexicon.None || d.units[at].punct != ',' && !strings.ContainsRune("\"”»’", firstRune(d.textOf(at, at+1))) {
		return -1
	}
	return n
}

// hidden reports an actor that cannot be the subject of a verb at unit v
// because it lies in brackets or in a relative clause that has ended.
func (d *doc) hidden(n, v int) bool {
	depth := 0
	for i := d.actors[n].to; i < v; i++ {
		switch d.units[i].punct {
		case '(':
			depth++
		case ')':
			depth--
		}
	}
	return depth < 0 || d.aside(n, v)
}

// aside reports the subject of a relative clause that a comma has closed before
// unit v: "X, dont le pays préside le forum, a reçu Y".
func (d *doc) aside(n, v int) bool {
	i := d.actors[n].from - 1
	if i < 1 || !d.units[i].set.has(lexicon.That) || d.units[i-1].punct != ',' {
		return false
	}
	verb := false
	for i = d.actors[n].to; i < v; i++ {
		u := &d.units[i]
		e, ok := u.entry(lexicon.Verb)
		verb = verb || u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut) || ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0
		if verb && u.punct == ',' {
			return true
		}
	}
	return false
}

// opening reports a participle that opens its sentence: "Reçu mardi par X, Y".
func (f *frame) opening() bool {
	for i := f.s.from; i < f.g.from; i++ {
		u := &f.d.units[i]
		if u.actor >= 0 || u.set.has(lexicon.Verb) && i < f.g.from-1 {
			return false
		}
	}
	return f.g.from-f.s.from < 8
}

// subjectAfter is the first actor after the verb that is the subject of the
// main clause.
func (f *frame) subjectAfter() int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from > f.g.at && a.gov == lexicon.None && a.subj && f.d.units[a.from-1].punct == ',' {
			return n
		}
	}
	return -1
}

// inherited is the subject of a sentence that has none of its own: a fragment
// or a headline.
func (f *frame) inherited() []int {
	if before := f.g.from - 1; f.g.bare && f.opening() && f.c.subject >= 0 && (before < f.s.from || f.d.units[before].kind != text.Word || f.d.units[before].known()) { // not "la somme reçue par B"
		return []int{f.c.subject}
	}
	return nil
}

// emit adds a claim if it has two sides that can have met.
func (d *doc) emit(cl claim, at int, remote, weak bool) {
	if cl.among && len(cl.left) == 2 && d.mates(cl.left[0], cl.left[1]) || len(cl.left) == 1 && len(cl.right) == 1 && d.mates(cl.left[0], cl.right[0]) {
		return
	}
	if cl.hostLeft && len(cl.left) == 1 && d.strayEnvoy(cl.left[0]) {
		return // an ambassador receives his own side as often as not
	}
	cl.right = slices.DeleteFunc(slices.Clone(cl.right), func(p int) bool { return slices.Contains(cl.left, p) })
	if len(cl.left) == 0 || len(cl.right) == 0 && (!cl.among || len(cl.left) < 2) {
		return
	}
	if d.lex.Home != "" && d.allHome(cl.left) && d.allHome(cl.right) {
		return
	}
	if cl.among && d.oneSide(cl.left) || weak && !d.plausible(cl.left, cl.right) {
		return
	}
	d.locate(&cl, at, remote)
	d.claims = append(d.claims, cl)
}

// strayEnvoy reports an ambassador of whom the article does not say of which state.
func (d *doc) strayEnvoy(p int) bool {
	q := &d.persons[p]
	return q.country == "" && len(q.keys) == 1 && q.keys[0] == "ambassador"
}

// mates reports that the article calls one the minister, spouse or aide of the
// other: "X et son ministre Y".
func (d *doc) mates(p, q int) bool {
	return slices.Contains(d.persons[p].mates, q) || slices.Contains(d.persons[q].mates, p)
}

// allHome reports persons who by name and office serve the state of the
// language, and of whom the text says nothing else.
func (d *doc) allHome(ps []int) bool {
	for _, p := range ps {
		if q := &d.persons[p]; q.country != "" && q.country != q.origin || q.origin != d.lex.Home {
			return false
		}
	}
	return true
}

// oneSide reports persons who all serve one known state.
func (d *doc) oneSide(ps []int) bool {
	for _, p := range ps {
		if d.persons[p].country == "" || d.persons[p].country != d.persons[ps[0]].country {
			return false
		}
	}
	return true
}

// plausible is asked of weak words of contact: somebody on each side has an
// office or a state, or the other side has and the name is full; two sides are
// not of one known state.
func (d *doc) plausible(left, right []int) bool {
	known, unknown := 0, 0
	for _, p := range slices.Concat(left, right) {
		if d.persons[p].country != "" || len(d.persons[p].keys) > 0 {
			known++
		} else {
			unknown++
		}
	}
	if known == 0 || unknown > 1 {
		return false
	}
	return len(right) == 0 || d.unknownState(left[:1]) || d.unknownState(right[:1]) || d.twoStates(left, right)
}

func (d *doc) unknownState(ps []int) bool {
	return slices.ContainsFunc(ps, func(p int) bool { return d.persons[p].country == "" })
}

// apart reports two sides of two states, told or hinted at by the names.
func (d *doc) apart(left, right []int) bool {
	a, b := d.homeOf(left[0]), d.homeOf(right[0])
	return a != "" && b != "" && a != b
}

func (d *doc) homeOf(p int) string {
	q := &d.persons[p]
	if q.country != "" || q.origin != "" || !q.titled || d.leader(p) {
		return cmp.Or(q.country, q.origin)
	}
	return d.local(p)
}

func (d *doc) leader(p int) bool {
	return slices.ContainsFunc(d.leads, func(l lead) bool { return l.person == p })
}

// local is the state of the place with which a story begins: an office without
// a state is mostly one of there, unless somebody else of that state holds it.
func (d *doc) local(p int) string {
	k := d.firstNamed(p)
	if d.items[d.sents[k].item].kind == teaser {
		return ""
	}
	code := d.datelineState()
	for q := range d.persons {
		if code != "" && q != p && d.persons[q].country == code && slices.ContainsFunc(d.persons[p].keys, func(k string) bool { return slices.Contains(d.persons[q].keys, k) }) {
			return ""
		}
	}
	return code
}

// datelineState is the state of the place in front of an agency's or a city's
// dateline: "MORONI, 19 décembre (Xinhua) –"; empty if there is none.
func (d *doc) datelineState() string {
	for k := 0; k < len(d.sents) && k < 4; k++ {
		s := d.sents[k]
		e, ok := d.units[s.from].entry(lexicon.Place)
		if !ok || s.from+1 >= s.to || d.units[s.from+1].punct == 0 {
			continue
		}
		for i := s.from + 1; i < s.to && i < s.from+10; i++ {
			if t := d.textOf(i, i+1); t == "–" || t == "—" || t == "-" || t == ")" || t == ":" && i == s.from+1 {
				return e.Code
			}
		}
	}
	return ""
}

func (d *doc) twoStates(left, right []int) bool {
	return !d.unknownState(left[:1]) && !d.unknownState(right[:1]) && d.persons[left[0]].country != d.persons[right[0]].country
}

// locate gives a claim its mode, date and place.
func (d *doc) locate(cl *claim, at int, remote bool) {
	s := d.sents[cl.sent]
	cl.mode = graph.InPerson
	if remote || d.near(at, s, lexicon.Phone, 12) || d.remoteTalk(s) {
		cl.mode = graph.Remote
	}
	cl.date = d.dateOf(at, cl.sent)
	if i := d.placeNear(at, s); i >= 0 && cl.mode == graph.InPerson {
		u := &d.units[i]
		cl.place = d.textOf(i, i+1)
		for _, e := range u.entries {
			if e.Code == "" {
				continue
			}
			cl.country = e.Code
			if e.Form&lexicon.Capital != 0 {
				cl.placeKey = e.Code + "/capital"
			}
		}
	}
}

// remoteTalk reports a noun for a call anywhere in a sentence.
func (d *doc) remoteTalk(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Flags.Has("remote") {
			return true
		}
	}
	return false
}

func (d *doc) near(at int, s sentence, c lexicon.Class, reach int) bool {
	for i := max(s.from, at-reach); i < s.to && i <= at+reach; i++ {
		if d.units[i].set.has(c) {
			return true
		}
	}
	return false
}

// placeNear is the unit of the nearest "à Hanoï", "au Vietnam".
func (d *doc) placeNear(at int, s sentence) int {
	best, dist := -1, 1<<30
	for i := s.from + 1; i < s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || u.name >= 0 || !u.set.any(lexicon.Place, lexicon.Country) || !d.units[i-1].set.any(lexicon.In, lexicon.To) {
			continue
		}
		if dd := abs(i - at); dd < dist {
			best, dist = i, dd
		}
	}
	return best
}

func abs(x int) int { return max(x, -x) }

// dateOf is the date of an event told at unit at: the nearest one of its
// sentence, else the last one of the sentences of the item before it, else the
// first one after. The dateline of an agency dates the text, not the event.
func (d *doc) dateOf(at, k int) graph.Date {
	best, dist := -1, 1<<30
	for i := range d.dates {
		t := &d.dates[i]
		if t.sent != k || d.dateline(t) || d.plannedDate(t) {
			continue
		}
		dd := abs(t.from - at)
		if t.d2 != 0 {
			dd += 1000 // a span dates the visit, not the meeting
		}
		for j := min(t.from, at); j < max(t.from, at); j++ {
			if d.units[j].punct == ';' {
				dd += 500
			}
		}
		if t.d == 0 && t.weekday == 0 && !t.relSet {
			dd += 100
		}
		if dd < dist {
			best, dist = i, dd
		}
	}
	if best < 0 || d.dates[best].d2 != 0 {
		if b := d.dateAround(k); b >= 0 {
			best = b
		}
	}
	if best < 0 {
		return ""
	}
	return d.edtf(best)
}

// dateAround finds a day in other sentences of the same item.
func (d *doc) dateAround(k int) int {
	item := d.sents[k].item
	before, after := -1, -1
	for i := range d.dates {
		t := &d.dates[i]
		if d.sents[t.sent].item != item && !(item == 0 && d.items[d.sents[t.sent].item].kind == caption) || d.dateline(t) || d.plannedDate(t) || t.d2 != 0 || t.d == 0 && t.weekday == 0 && !t.relSet {
			continue
		}
		if t.sent < k && d.sents[t.sent].item == item && !(t.context && t.rel < 0 && d.lex.Options["date-carries"]) {
			before = i
		} else if t.sent != k && after < 0 && !t.context {
			after = i
		}
	}
	reach := 6
	if d.lex.Options["date-carries"] && before >= 0 {
		return before
	}
	if d.items[item].kind == teaser {
		reach = len(d.sents) // a teaser tells of one event
	}
	if before >= 0 && k-d.dates[before].sent <= reach {
		return before
	}
	if after >= 0 && (d.dates[after].sent-k <= min(reach, 2) || d.items[item].kind == teaser || d.items[d.sents[d.dates[after].sent].item].kind == caption) {
		return after
	}
	return -1
}

// plannedDate reports a date of something that is still to come.
func (d *doc) plannedDate(t *date) bool {
	for i := t.from - 1; i >= d.sents[t.sent].from && i > t.from-7; i-- {
		u := &d.units[i]
		if u.punct != 0 && u.punct != '(' {
			return false
		}
		e, ok := u.entry(lexicon.Verb)
		if u.actor < 0 && (u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut) || ok && e.Form&lexicon.Fut != 0 && e.Form&lexicon.Fin == 0) {
			return true
		}
	}
	return false
}

// dateline reports "Hanoï, 7 mars (VNA) –" and "date 2019-09".
func (d *doc) dateline(t *date) bool {
	s := d.sents[t.sent]
	if t.from-s.from > 8 {
		return false
	}
	brackets := 0
	for i := t.to; i < s.to && i < t.to+9; i++ {
		u := &d.units[i]
		switch {
		case u.punct == '(':
			brackets++
		case u.punct == ')':
			brackets--
			if i+1 == s.to || d.units[i+1].punct != ',' {
				return true // "(AGENCY)" right after the date
			}
		case u.set.has(lexicon.Agency) || u.punct != 0 && (d.textOf(i, i+1) == "–" || d.textOf(i, i+1) == "—" || u.punct == '-' && d.toks[u.from].Space && i+1 < s.to && d.toks[d.units[i+1].from].Space && t.from > s.from && d.lex.Options["slash-dates"]):
			return true
		case u.kind == 0 && u.punct == 0 && brackets == 0:
			return false
		}
	}
	return t.to == s.to || t.from == s.from && t.y != 0 && t.d != 0
}

// captionPair reads "X (à gauche) et Y, le 2 août à Singapour" under a photo:
// two persons of different states and no verb.
func (d *doc) captionPair(k int) {
	s := d.sents[k]
	if !d.photoLine(k) {
		return
	}
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Verb); ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0 && !u.set.has(lexicon.Noun) || u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.BeFut) && !u.set.has(lexicon.To) {
			return
		}
	}
	d.captionWith(k)
	for n := s.actors[0]; n < s.actors[1]; n++ {
		g := d.groupOf(n)
		if g[0] != n || len(g) != 2 || !d.actors[g[0]].named || !d.actors[g[1]].named || d.actors[n].gov != lexicon.None {
			continue
		}
		l, r := d.actors[g[0]].persons, d.actors[g[1]].persons
		if len(l) == 1 && len(r) == 1 && l[0] != r[0] && d.captionSides(l[0], r[0]) {
			d.emit(claim{left: l, right: r, status: graph.Held, sent: k, rule: d.lex.Lang + ".caption"}, d.actors[n].to, false, false)
		}
	}
}

// captionWith reads "X (R) with Y" under a photo.
func (d *doc) captionWith(k int) {
	s := d.sents[k]
	if s.actors[1]-s.actors[0] < 2 {
		return
	}
	n := s.actors[0]
	a, b := &d.actors[n], &d.actors[n+1]
	if !a.named || !b.named || a.gov != lexicon.None || b.gov != lexicon.With || a.next >= 0 || b.next >= 0 || b.from-a.to > 2 || len(a.persons) != 1 || len(b.persons) != 1 || a.persons[0] == b.persons[0] || b.det == lexicon.Poss {
		return
	}
	if d.twoOrigins(a.persons[0], b.persons[0]) {
		d.emit(claim{left: a.persons, right: b.persons, status: graph.Held, sent: k, rule: d.lex.Lang + ".caption"}, a.to, false, false)
	}
}

// captionSides: two states, or one known and a full name of another origin.
func (d *doc) captionSides(p, q int) bool {
	full := func(x int) bool { return len(d.names[d.persons[x].names[0]].words) > 1 }
	return d.twoOrigins(p, q) && full(p) && full(q)
}

// photoLine reports a sentence that a photo credit follows on the same line.
func (d *doc) photoLine(k int) bool {
	if d.items[d.sents[k].item].kind == caption {
		return true
	}
	for j := k; j < len(d.sents) && j <= k+2; j++ {
		s := d.sents[j]
		for i := s.from; i < s.to; i++ {
			if d.units[i].set.has(lexicon.Caption) && i+1 < s.to && d.units[i+1].punct != 0 {
				return true
			}
		}
		if j+1 < len(d.sents) && d.newLine(s.end, d.sents[j+1].start) {
			return false
		}
	}
	return false
}

func (d *doc) newLine(from, to int) bool {
	for i := from; i < to; i++ {
		if d.text[i] == '\n' {
			return true
		}
	}
	return false
}

// partnerWord reads "A a dit à son hôte", "son interlocuteur a répondu à A":
// who has a host, a guest or an interlocutor meets that person.
func (d *doc) partnerWord(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.det != lexicon.Poss || a.plural || len(a.persons) != 1 || !(a.role("host") || a.role("guest") || a.role("other")) {
			continue
		}
		for m := s.actors[0]; m < s.actors[1]; m++ {
			b := &d.actors[m]
			if m == n || !b.subj || b.prev >= 0 || len(b.persons) != 1 || b.persons[0] == a.persons[0] {
				continue
			}
			f := frame{d: d, k: k, s: s}
			if v := d.verbAfter(b.to, s); v >= 0 {
				f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
				if st, ok := f.g.status(); ok && st == graph.Held && f.spoken() {
					d.emit(claim{left: b.persons, right: a.persons, status: st, sent: k, rule: d.lex.Lang + ".partner"}, v, false, true)
				}
			}
			return
		}
	}
}

// predicateHost reads "where X was its host": of the subject of the clause before.
func (d *doc) predicateHost(k int, c *discourse) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.named || a.plural || !a.role("host") && !a.role("guest") || !d.equates(max(s.from, a.from-2), a.from) && !d.equates(a.from-1, a.from) {
			continue
		}
		m := n - 1
		for m > s.actors[0] && !d.actors[m].subj {
			m--
		}
		b := &d.actors[m]
		if !b.subj || len(b.persons) != 1 || d.hidden(m, a.from) {
			continue
		}
		if n+1 < s.actors[1] && a.det == lexicon.Def && d.actors[n+1].gov == lexicon.Of && d.actors[n+1].from <= a.to+1 { // "was the guest of X"
			d.emit(claim{left: b.persons, right: d.group(n + 1), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
			continue
		}
		if a.det != lexicon.Poss {
			continue
		}
		whose := c.subject
		for m--; m >= s.actors[0]; m-- {
			if x := &d.actors[m]; x.subj && len(x.persons) == 1 {
				whose = x.persons[0]
				break
			}
		}
		if whose >= 0 && whose != b.persons[0] {
			d.emit(claim{left: b.persons, right: []int{whose}, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// frontedPair reads "Avec A, B a fait avancer le dossier", whatever the verb.
func (d *doc) frontedPair(k int) {
	s := d.sents[k]
	partner := -1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if partner < 0 {
			if a.from != s.from+1 || a.gov != lexicon.With || len(a.persons) == 0 {
				return
			}
			partner = n
			continue
		}
		if d.talksAfter(k, partner) {
			break
		}
		if a.subj && a.prev < 0 && len(a.persons) == 1 && a.from == d.groupEnd(partner)+1 {
			f := frame{d: d, k: k, s: s}
			if v := d.verbAfter(a.to, s); v >= 0 {
				f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
				if st, ok := f.g.status(); ok {
					d.emit(claim{left: a.persons, right: d.group(partner), status: st, sent: k, rule: d.lex.Lang + ".fronted"}, v, false, true)
				}
			}
			return
		}
	}
	if subject := d.said[s.item].subject; partner >= 0 && subject >= 0 && d.talksAfter(k, partner) {
		d.emit(claim{left: []int{subject}, right: d.group(partner), status: graph.Held, sent: k, rule: d.lex.Lang + ".fronted"}, d.groupEnd(partner), false, true)
	}
}

// talksAfter reads ", les échanges ont porté sur" after a partner put first:
// the talks are those of whom the text has spoken.
func (d *doc) talksAfter(k, partner int) bool {
	s, i := d.sents[k], d.groupEnd(partner)
	if i+2 >= s.to || d.units[i].punct != ',' || !d.units[i+1].set.any(lexicon.Def, lexicon.Poss) {
		return false
	}
	e, ok := d.units[i+2].entry(lexicon.Noun)
	if !ok || d.lex.Nouns[e.Index].Event != "met" {
		return false
	}
	f := nounFrame{d: d, k: k, s: s, noun: &d.lex.Nouns[e.Index], at: i + 2}
	st, ok := f.status()
	return ok && st == graph.Held
}

func (d *doc) groupEnd(n int) int {
	g := d.groupOf(n)
	return d.actors[g[len(g)-1]].to
}

// verbAfter is the verb of the group that starts at unit i, -1 if none does.
func (d *doc) verbAfter(i int, s sentence) int {
	for ; i < s.to; i++ {
		u := &d.units[i]
		switch {
		case u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Not, lexicon.Adverb, lexicon.Plan) && u.actor < 0:
		case u.set.has(lexicon.Verb) || u.kind == 0 && !u.known() && !u.cap:
			return i
		default:
			return -1
		}
	}
	return -1
}
