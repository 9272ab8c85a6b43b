package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// freePartner reports a partner that no verb or noun before it takes: "đã cùng
// B hội đàm", not "hội đàm với B, chào C".
func (d *doc) freePartner(n int) bool {
	i := d.actors[d.groupOf(n)[0]].from - 2
	return i < d.sents[d.actors[n].sent].from || !d.units[i].set.either(lexicon.Verb, lexicon.Noun)
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

// met reads a verb of contact.
func (f *frame) met() {
	f.asked()
	if f.verb.Slots.Has("pto") && !f.g.aux && f.g.form&lexicon.PP != 0 {
		f.g.form, f.g.bare = f.g.form&^lexicon.Fin, true // "puis conduit auprès de B"
	}
	f.chance()
	f.whoNeeded()
	if f.alleged() || f.silent() {
		return
	}
	f.serial()
	if f.otherSense() {
		return
	}
	if f.g.passiveBy && f.before == 0 && f.objectNextTo() {
		f.g.passiveBy = false // "xúc động khi được gặp B"
	}
	st, ok := f.status()
	if !ok {
		if since := f.lastSince(); since >= 0 {
			f.metLast(since)
		}
		return
	}
	cl := claim{status: st, sent: f.k, rule: f.d.lex.Lang + ".verb." + f.verb.Key, chair: f.verb.Flags.Has("cochair")}
	switch {
	case f.discussedBy(cl) || f.ofThing() || f.negotiated():
	case f.verb.Flags.Has("paper"):
		f.handsOver(cl)
	case f.verb.Slots.Has("gathers"): // "la réunion a rassemblé A et B"
		f.gather(cl)
	case f.sides(&cl) && f.sayContact(&cl) && f.d.otherSide(&cl, f.c):
		cl.right = f.besides(cl)
		pair := cl.among && len(cl.left) == 2 && f.g.refl // "A et B se parlent" is plain
		if cl.among && len(cl.left) == 2 && f.verb.Flags.Has("mutual") {
			cl.left, cl.right, cl.among = cl.left[:1:1], cl.left[1:], false // each is told as the other's side, of whatever state
		}
		f.d.emit(cl, f.g.at, f.verb.Flags.Has("remote"), f.verb.Flags.Has("weak") && !pair)
		f.laterSubjects(cl)
		f.bothBeside(cl)
	}
}

// otherSense reports that the verb says something else by its object or in its voice.
func (f *frame) otherSense() bool {
	flags := f.verb.Flags
	switch {
	case flags.Has("weak") && !flags.Has("paper") && !flags.Has("letters") && f.letterObject():
	case flags.Has("host") && !f.g.fut && f.pluralNext() && f.d.writes(f.k-1): // "A and B sent letters. C received both"
	case flags.Has("nothing") && f.articleNext(): // "ont échangé des accusations"
	case flags.Has("passive") && (!f.g.passive() || f.g.bare):
	case flags.Has("refl") && !f.g.refl && !f.seated():
	case flags.Has("nobare") && f.g.bare:
	default:
		return false
	}
	return true
}

// pluralNext reports a pronoun for several as the object of the verb.
func (f *frame) pluralNext() bool {
	n := f.d.units[min(f.g.at+1, f.s.to-1)].actor
	return f.g.objects || n >= 0 && f.d.actors[n].pron == lexicon.They && !f.d.actors[n].subj
}

// status is that of what the verb tells; ok is false if it tells of nothing that was or will be.
func (f *frame) status() (st graph.Status, ok bool) {
	st, ok = f.g.status()
	if f.g.not && (f.g.plan || f.g.fut || f.g.form&lexicon.Fut != 0) && f.d.isOff(f.s) {
		return graph.Cancelled, true // "ne recevra pas B : la rencontre a été reportée"
	}
	if st == graph.Held && f.g.form == lexicon.Inf && f.d.cameToNothing(f.g.at, f.s) {
		return graph.Cancelled, true
	}
	if st == graph.Held && (f.timetable() || f.afterPlan() || f.occursLater()) {
		st = graph.Planned
	}
	if st == graph.Held && (f.subordinate() || f.condition() || f.refuted() || f.undone()) {
		return st, false
	}
	return st, ok && !(f.verb.Flags.Has("speech") && !f.spoken())
}

// negotiated reports "un accord a été négocié avec B": by whom is not said.
func (f *frame) negotiated() bool {
	return f.g.passive() && f.g.be && f.verb.Flags.Has("weak") && f.verb.Slots.Has("with") && !f.verb.Slots.Has("obj") && !f.verb.Flags.Has("be") && len(f.agent()) == 0
}

// sides finds both sides of the verb and reports whether there are two.
func (f *frame) sides(cl *claim) bool {
	flags, slots := f.verb.Flags, f.verb.Slots
	switch {
	case f.g.passive() && (slots.Has("obj") || slots.Has("pto") || f.g.passiveBy && (flags.Has("hand") || flags.Has("host"))):
		return f.passiveSides(cl)
	case f.g.passive() && flags.Has("letters"): // "une lettre lui a été remise par A"
		cl.left, cl.right = f.agent(), f.addressee()
		return len(cl.left) > 0 && len(cl.right) > 0 && f.d.apart(cl.left, cl.right)
	case flags.Has("treat") && (f.treat(cl) || f.invitedTo(cl)) || flags.Has("host") && f.thanked(cl): // both sides are told before the verb
		return true
	case f.g.passive() && f.g.be && slots.Has("with") && !flags.Has("cochair") && len(f.agent()) == 1: // "The issue was raised by A with B"
		cl.left, cl.right = f.agent(), f.after(f.g.at, lexicon.With)
		return len(cl.right) > 0
	case f.g.passive() && flags.Has("cochair"): // "coprésidée par A et B"
		cl.left, cl.right = f.agent(), f.after(f.g.at, lexicon.With)
		cl.among = len(cl.right) == 0
		return len(cl.left) > 1 || len(cl.left) == 1 && !cl.among
	}
	return f.activeSides(cl)
}

// passiveSides are those of "A a été reçu par B".
func (f *frame) passiveSides(cl *claim) bool {
	cl.hostLeft = f.verb.Flags.Has("host")
	if f.verb.Flags.Has("hand") && f.before > 0 && cl.faces(f.handedTo()) {
		cl.left = f.agent()
		return len(cl.left) > 0
	}
	if !cl.faces(f.latePatient()) && !cl.faces(f.lastApposed()) && !cl.faces(f.saidWho()) && !f.guestsMeant() {
		cl.right = f.subject()
	}
	if cl.left = f.agent(); f.verb.Slots.Has("pto") { // "conduit auprès de A"
		cl.left = f.after(f.g.at, lexicon.To)
	}
	if len(cl.left) == 0 {
		cl.left = f.agentUntold(cl.right)
	}
	return len(cl.left) > 0
}

// thingDone reports a participle right behind a thing without a name: "in a report presented by A".
func (f *frame) thingDone() bool {
	d, i := f.d, f.g.from-1
	if !f.g.bare || i <= f.s.from+1 || !d.units[i-1].set.has(lexicon.Indef) {
		return false
	}
	u := &d.units[i]
	return u.actor < 0 && u.punct == 0 && !u.cap && u.date < 0 && governor(u) == lexicon.None && !u.set.any(lexicon.Adverb, lexicon.And, lexicon.Who, lexicon.That)
}

// activeSides are those of "A a reçu B", "A et B se sont entretenus".
func (f *frame) activeSides(cl *claim) bool {
	if cl.left = f.subject(); f.agentTalks() {
		cl.left = f.agent()
	}
	if cl.right = f.partners(); (f.g.form&lexicon.Ger != 0 || f.namedBehind()) && slices.Equal(cl.left, cl.right) {
		cl.right = nil // "Meeting in Bonn, A and B agreed", "The two ministers met: A and B"
	}
	if len(cl.left) == 2 && len(cl.right) == 1 && slices.Contains(cl.left, cl.right[0]) {
		cl.left = []int{cl.left[0] + cl.left[1] - cl.right[0]} // "Trao đổi với B, hai bên nhất trí"
	}
	if f.verb.Flags.Has("noinf") && f.infinitiveFollows() {
		return false
	}
	cl.hostLeft, cl.guestLeft = f.verb.Flags.Has("host"), f.verb.Flags.Has("guest")
	if len(cl.right) > 0 || f.facesUntold(cl) {
		return true
	}
	cl.among = f.verb.Slots.Has("recip") && len(cl.left) > 1 && !f.objectInstead()
	return cl.among
}

// facesUntold finds the other side where the words after the verb do not tell it.
func (f *frame) facesUntold(cl *claim) bool {
	flags, alone := f.verb.Flags, len(cl.left) == 1
	switch {
	case flags.Has("facing") && cl.faces(f.acrossTable(cl.left)):
	case alone && cl.faces(f.saidWho()):
	case cl.hostLeft && cl.faces(f.fromHands()):
	case alone && flags.Has("credentials") && cl.faces(f.d.lastHost(f.k, cl.left[0])): // "X a aussi remis ses lettres de créance"
	case cl.hostLeft && f.objectLeftOut() && cl.faces(f.d.visitorFor(cl.left, f.k, f.c)):
	case alone && flags.Has("cochair") && cl.faces(f.inviter()):
	case alone && f.d.opensTalks(f.g.from-1) && f.d.toldAlone(f.k, cl.left[0]) && cl.faces(f.d.visitorFor(cl.left, f.k, f.c)):
	default:
		return false
	}
	return true
}

// objectInstead reports a verb that is done to something, not to each other.
func (f *frame) objectInstead() bool {
	return f.verb.Slots.Has("obj") && (f.thingNext() || f.verb.Flags.Has("recip") && !f.g.refl)
}

// sayContact reports whether what the verb asks of its sides holds for those found.
func (f *frame) sayContact(cl *claim) bool {
	flags := f.verb.Flags
	switch {
	case flags.Has("awaits") && f.invertedSubject() < 0 && !(f.g.object && (f.occasion() || f.awaitedWhere())):
	case !f.fulfils(*cl):
	case flags.Has("front") && !f.namedSubject():
	case flags.Has("occasion") && !f.occasion():
	case flags.Has("same") && !f.d.metLately(f.k):
	case flags.Has("speech") && !f.spokenTo(cl):
	case cl.among && flags.Has("weak") && f.sidesSpeak() && len(cl.left) == 2 && f.d.writes(f.k-1) && !f.d.told(cl.left): // "A a écrit à B. Les deux présidents ont évoqué"
	case flags.Has("sides") && !f.sidesSpeak():
	case flags.Has("heads") && !f.headsAct():
	case f.respectively(*cl):
	default:
		return true
	}
	return false
}

// spokenTo reports whether a verb of speech is one side's to the other, who hears it.
func (f *frame) spokenTo(cl *claim) bool {
	switch {
	case f.g.object && !f.verb.Slots.Has("obj") && !f.verb.Flags.Has("repeats") && f.dative() < 0: // "l'a confié à B"
	case f.g.object && f.d.writes(f.k): // "il l'a assuré de son soutien", in a letter
	case len(cl.left) == 0 || len(cl.right) == 0:
	default:
		return f.d.apart(cl.left, cl.right)
	}
	return false
}

// seated reports a participle that opens its sentence, of a verb of what two do together:
// "Attablé avec B, A a plaidé".
func (f *frame) seated() bool {
	return f.g.bare && f.g.from == f.d.afterDateline(f.s) && f.verb.Slots.Has("with") && f.verb.Event == "met"
}

// letterObject reports words or papers as what is exchanged: "trao đổi điện mừng".
func (f *frame) letterObject() bool {
	if i := f.g.from - 1; f.g.bare && i > f.s.from && f.isNoun(i, "letter") { // "les lettres échangées avec B"
		return true
	}
	for i := f.g.at + 1; i < f.s.to && i < f.g.at+4; i++ {
		u := &f.d.units[i]
		if e, ok := u.entry(lexicon.Noun); ok && u.actor < 0 {
			ev := f.d.lex.Nouns[e.Index].Event
			return ev == "letter" || ev == "doc" && f.exchanges() // two may hammer out a truce
		}
		if u.actor >= 0 || !u.set.any(lexicon.Def, lexicon.Indef, lexicon.Numeral, lexicon.Contracted) {
			return false
		}
	}
	return false
}

// exchanges reports a verb that means a signature too, of a document: "trao đổi".
func (f *frame) exchanges() bool {
	return f.d.verbsOf(f.g.at).Has("exchange")
}

// treat reads "A mời B dự tiệc trà": who is invited to a table sits at it with
// the inviter. "A đưa B thăm cảng": who is taken round is there with the guide, while
// "A mời B thăm Pháp" only invites.
func (f *frame) treat(cl *claim) bool {
	d, m := f.d, f.endingAt(f.g.from)
	if m < 0 || len(d.actors[m].persons) == 0 || d.pastComma(d.actors[m].to, f.s) != f.g.at {
		return false
	}
	v, how := d.actors[d.groupOf(m)[0]].from-1, "invite"
	if f.verb.Flags.Has("takes") {
		how = "takes"
	}
	if v < f.s.from || !d.verbsOf(v).Has(how) {
		return false
	}
	host := frame{d: d, k: f.k, s: f.s, c: f.c, verb: f.verb, g: d.verbGroup(v, f.g.form, f.s)}
	host.asked()
	st, ok := host.g.status()
	if !ok {
		return false
	}
	cl.left, cl.right, cl.hostLeft, cl.status = host.subject(), d.group(m), true, st
	host.g.at = f.g.at
	if n := max(f.copulaSubject(), host.copulaSubject()); len(cl.left) == 0 && n >= 0 || n > m && d.openWord(max(v-1, f.s.from)) {
		cl.left = d.group(n) // "người dẫn khách thăm vườn là X"
	}
	return true
}

// occasion reports the contact for which somebody joins or to which somebody is
// treated: "joined X for dinner", "treated X to lunch".
func (f *frame) occasion() bool {
	for i := f.g.at + 2; i+1 < f.s.to; i++ {
		u := &f.d.units[i]
		if u.actor >= 0 || !u.set.either(lexicon.For, lexicon.To) && !f.d.startsWith(u, lexicon.For) {
			continue
		}
		for k := i; k < f.s.to && k < i+5; k++ {
			if e, ok := f.d.units[k].entry(lexicon.Noun); ok && f.d.lex.Nouns[e.Index].Event == "met" || k == i && u.set.has(lexicon.Plan) {
				return true
			}
		}
		return false
	}
	return false
}

// startsWith reports a unit of several words whose first one is of a class: "for
// talks".
func (d *doc) startsWith(u *unit, c lexicon.Class) bool {
	return u.to-u.from > 1 && d.wordSet(d.ids[u.from], d.toks[u.from]).has(c)
}

// endsWith reports a unit of several words whose last one is of a class: "came after", "sau đó là".
func (d *doc) endsWith(u *unit, c lexicon.Class) bool {
	return u.to-u.from > 1 && d.wordSet(d.ids[u.to-1], d.toks[u.to-1]).has(c)
}

// spoken tells words said face to face from words sent: no letter, no message
// and no press in the sentence.
func (f *frame) spoken() bool {
	if f.g.passive() && f.before == 0 || f.g.form&(lexicon.Fin|lexicon.PP) == 0 && !f.g.done {
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
		if a.to <= f.g.from && a.subj && a.prev < 0 && len(a.persons) == 1 {
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
		if m := f.antecedentAt(at - 1); m >= 0 {
			return f.d.antecedents(m, at-1)
		}
	}
	return nil
}

// fronted is the partner put first: "Avec A, B a évoqué ...", "À A, B a dit".
func (f *frame) fronted(gov lexicon.Class) []int {
	part := f.d.clauseStart(f.g.from, f.s) // "With B, A signed a pact; with C, he signed a memorandum"
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.gov == gov && a.to < f.g.from && (a.from == part+1 || f.d.cleftAt(n, f.s)) {
			return f.d.group(n)
		}
	}
	return nil
}

// cleftAt reports actor n between "it is" and "that" at the start of a sentence: "C'est à B
// que A a réservé sa première audience".
func (d *doc) cleftAt(n int, s sentence) bool {
	i, end := d.actors[n].from-2, d.groupEnd(n)
	if end < s.to && d.units[end].punct == ',' {
		end++
	}
	return i > s.from && i <= s.from+2 && d.units[i].set.has(lexicon.Be) && end < s.to && d.units[end].set.has(lexicon.That)
}

// addressee is the person spoken to: after the verb, put first, or a pronoun.
func (f *frame) addressee() []int {
	if ps := f.after(f.g.at, lexicon.To); len(ps) > 0 && !f.givenTo() {
		return ps
	}
	if f.verb.Flags.Has("speech") || f.verb.Flags.Has("hand") || f.verb.Flags.Has("host") {
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
			return ok && a.from-2 > f.g.at && e.Form&lexicon.PP != 0 && !f.d.afterDeterminer(a.from-2) // not "exposé ses vues à B"
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
