package extract

import (
	"cmp"
	"maps"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// caption reports the present of two subjects right before the verb, as captions and headlines
// have it, where that form is the infinitive too: "A and B sign an accord", "Togo, Benin sign accord".
func (f *frame) caption() bool {
	d, end := f.d, f.g.from
	if f.g.form&lexicon.Fin == 0 || f.g.at != end || end == f.s.from {
		return false
	}
	if codes, to := d.stateList(f.s.from, end); len(codes) > 1 && to == end {
		return true
	}
	if names, to := d.bodiesAt(f.s.from, end); len(names) > 1 && to == end {
		return true
	}
	n := d.units[end-1].actor
	if end-1 > f.s.from && d.units[end-1].punct == ',' {
		n = d.units[end-2].actor // "A, minister of X, and B, minister of Y, sign an accord"
	}
	if n < 0 || !d.actors[n].subj || d.actors[n].prev < 0 {
		return false
	}
	from := d.actors[d.groupOf(n)[0]].from
	for from > f.s.from && d.units[from-1].cap && !d.units[from-1].known() {
		from-- // the company of which A is told to be the head
	}
	return d.startsLine(from, f.s)
}

// startsLine reports the start of a sentence at unit i, or after the word for a picture.
func (d *doc) startsLine(i int, s sentence) bool {
	return i == s.from || i == s.from+2 && d.units[s.from].set.has(lexicon.Caption) && d.units[i-1].punct == ':'
}

// signed reads "A et B ont signé un accord" and "un accord a été signé par A
// et B". Without a document there is no agreement.
func (f *frame) signed() {
	f.asked()
	if f.textSays() || f.endsSpeech() || f.hopedOf() || f.noPaper() || f.onceSigned() || f.spokenOf() || f.paperTold() || f.othersSign() {
		return
	}
	st, ok := f.g.status()
	watched, seen := f.watched()
	joined := f.joining()
	if joined == nil && !(seen && f.g.form&lexicon.Inf != 0) && (!ok || st != graph.Held || f.g.form&lexicon.Inf != 0 && !f.g.aux && !f.g.after && !f.g.done && f.fallen == 0 && !f.caption()) {
		return
	}
	x := signing{sent: f.k, rule: f.d.lex.Lang + ".signed." + f.verb.Key}
	x.bodies = f.bodiesFirst()
	switch {
	case len(x.bodies) > 0:
		x.what = f.document(false)
	case f.verb.Flags.Has("ellipsis"): // "un autre l'a été par A"
		if !f.d.signedLately(f.k) && !f.signsBefore() || f.doneElse() {
			return
		}
		if f.verb.Flags.Has("falls") {
			x.persons, x.what = f.fallsTo(), f.document(false)
			break
		}
		if f.verb.Flags.Has("behind") {
			f.alsoSigned(&x)
			break
		}
		x.persons, x.what = f.agents(), f.document(false)
		if n := f.subjectActor(); len(x.persons) == 0 && n >= 0 && (f.sided(n) || f.documentAfter() != "" || f.d.actors[n].named && f.signedJustBefore()) {
			x.persons = f.subject()
		}
	case f.g.passive() && f.byStates(&x):
	case f.g.passive():
		if n := f.before - 1; n >= 0 && f.d.actors[n].side && f.d.actors[n].role("head") && len(f.d.group(n)) == 0 {
			return // "do bộ trưởng hai bên ký", none of whom is named
		}
		x.persons, x.what = f.agents(), f.document(false)
		if w := f.shortTitle(); x.what == "" || w != "" {
			x.what = w
		}
		if w := f.after(f.g.at, lexicon.With); len(x.persons) == 0 && f.g.bare && len(w) > 0 {
			x.persons = append(slices.Clone(f.mainSubject(w)), w...) // "rentre avec un accord, signé avec B"
		}
		if len(x.persons) == 0 {
			x.persons = f.signersTold()
		}
		if len(x.persons) == 0 {
			x.persons = f.bothBefore()
		}
		if len(x.persons) == 0 {
			x.persons = f.actingFor()
		}
		if len(x.persons) == 0 {
			f.passiveParties(&x)
		} else {
			x.persons = append(x.persons, f.cosigners()...)
			x.bodies = f.bodiesBeside(f.g.at)
		}
	case f.verb.Flags.Has("bearer"): // "the accord bears the names of A and B"
		x.persons, x.what = f.after(f.g.at, lexicon.None), f.documentIn(f.s.from, f.g.from, true)
		if len(x.persons) == 0 {
			x.persons = f.after(f.g.at, lexicon.Of)
		}
		x.persons = append(x.persons, (&nounFrame{d: f.d, k: f.k, s: f.s, c: f.c, at: f.g.at}).andThose()...) // "the name of A and that of B"
		if x.what == "" {
			x.what = f.anotherPaper(f.s.from) // "One on lithium bears the names of A and B"
		}
		if x.what == "" && f.verb.Flags.Has("anaphor") {
			x.persons, x.what = f.penholders(x.persons), f.known() // "The pen was held by A"
		}
	case joined != nil:
		x.persons, x.what = joined, f.documentAfter()
	case f.copulaSigners(&x):
	case seen:
		f.watchedSigners(&x, watched)
		x.what = f.document(true)
	default:
		f.activeSigners(&x)
		x.what = f.document(true)
	}
	if len(x.persons) > 0 {
		x.persons = unique(slices.Concat(x.persons, f.gapped(), f.turnSigners(), f.actingFor()))
	}
	if ps := f.actingFor(); len(x.persons) == 0 && len(ps) > 1 {
		x.persons, x.codes = ps, nil // "The two sides signed, A signing for Togo and B for Benin"
	}
	if x.signers() == 0 {
		x.persons = f.officeTwo()
	}
	if x.signers() == 0 {
		if x.codes = f.forBothSides(); x.codes == nil {
			x.codes = f.forTheirStates()
		}
	}
	if x.what == "" {
		x.what = f.signedThing(&x)
	}
	if x.what == "" && f.objectless() && len(x.bodies)+len(x.orgs) > 1 {
		x.what = f.d.anyPaper() // "X a signé avec Y"
	}
	if f.unsigned(&x); x.what == "" || x.signers() == 0 || f.onlyOwned(&x) {
		return
	}
	x.date, x.pair = f.d.dateOf(f.g.at, f.k), len(x.persons) > 0 && !f.namedHere(x.persons)
	f.d.signs = append(f.d.signs, x)
	f.nextPapers(x)
	f.papersBetween(x)
}

// activeSigners are the subject and who signs with it; "les deux parties" are
// their states.
func (f *frame) activeSigners(x *signing) {
	if x.persons = f.behindColon(); len(x.persons) > 0 {
		return
	}
	n := f.signer()
	if i := f.g.from - 1; n >= 0 && f.d.actors[n].from > f.g.at && i >= f.s.from && f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Country) {
		n = -1 // "While Peru signed an accord, X said"
	}
	if n < 0 && f.governmentsSign(x) {
		return
	}
	if n < 0 || !f.d.actors[n].named && len(f.d.actors[n].persons) == 0 {
		if x.bodies = f.bodiesMeant(); len(x.bodies) > 1 || f.relativeBodies(x) {
			return
		}
	}
	names, _ := f.abutting()
	if x.bodies = f.signingBodies(); len(x.bodies) > 0 && (f.d.lex.Options.Bare || names != nil || f.inverted()) && (f.d.lex.Options.Bare || len(x.bodies) > 1) {
		return
	}
	x.bodies = nil
	if f.verb.Flags.Has("exchange") {
		return // persons hand many things to each other; organizations exchange what they signed
	}
	if n >= 0 && f.d.actors[n].role("states") && !f.d.actors[n].named {
		if x.bodies = f.d.bodiesUnder(f.g.at+1, f.s.to, lexicon.Between); len(x.bodies) < 2 && f.objectless() {
			x.bodies = f.d.bodiesUnder(f.s.from, f.g.from, lexicon.Between) // "một hợp đồng giữa X và Y, hai bên ký hôm qua"
		}
		if len(x.bodies) < 2 && f.lastStates() == nil && !f.d.theirStates(n) {
			x.bodies = f.twoNamed(f.d.actors[n].from, 0) // "X bắt tay Y: hai bên ký hợp đồng"
		}
		if len(x.bodies) < 2 { // "hai bên ký bản ghi nhớ giữa hai Bộ"
			x.bodies, x.codes, x.parties = nil, f.statesFor(n), f.partiesFor(n)
		}
		return
	}
	if n >= 0 && f.welcomed(n) {
		return
	}
	if n >= 0 && f.headOfBody(n, x) {
		return
	}
	if n >= 0 {
		if x.codes = f.statesMeant(n); x.codes != nil {
			return
		}
	}
	if n >= 0 {
		x.persons = f.allSigners(n)
	}
	if len(x.persons) == 0 && n < 0 && f.objectless() {
		x.persons = f.after(f.g.at, lexicon.By) // "Le Togo a signé par la main de A"
	}
	if len(x.persons) == 0 && n < 0 && f.d.lex.Options.Premodifier {
		if x.bodies = f.signingBodies(); len(x.bodies) > 0 {
			f.parties(x, f.s.from, f.g.from, lexicon.None)
			f.parties(x, f.g.at, f.s.to, lexicon.With)
			if len(x.parties) > 1 && len(x.bodies) == 1 { // "the CPC and the then ruling Labour Party"
				x.bodies = nil
			} else {
				x.codes, x.parties, x.orgs = nil, nil, nil
			}
			return
		}
	}
	if len(x.persons) == 0 {
		f.parties(x, f.s.from, f.g.from, lexicon.None)
		if len(x.codes) == 1 {
			f.parties(x, f.g.at, f.s.to, lexicon.With)
		}
	}
}

// shortTitle is a document named by its initials alone: "the VFA was signed".
func (f *frame) shortTitle() string {
	i := f.g.from - 1
	if i < f.s.from || !f.d.lex.Options.Premodifier || f.d.units[i].actor >= 0 {
		return ""
	}
	u := &f.d.units[i]
	if t := f.d.toks[u.from]; u.known() || !t.AllCaps || t.End-t.Start < 3 {
		return ""
	}
	return f.d.textOf(i, i+1)
}

// signedWith are those with whom the subject signs: "cùng B ký", "signed with B".
func (f *frame) signedWith() []int {
	if f.companion > 0 {
		return f.d.group(f.companion - 1)
	}
	if p := f.withThem(); p != nil {
		return p
	}
	if ps := f.after(f.g.at, lexicon.With); len(ps) > 0 && !f.bystander(lexicon.With) {
		return ps
	}
	if ps := f.besideThat(); len(ps) > 0 {
		return ps
	}
	if ps := f.signedBeside(); len(ps) > 0 {
		return ps
	}
	if ps := f.besideSubject(); len(ps) > 0 {
		return ps
	}
	return f.fronted(lexicon.With)
}

// copulaSigners reads "Signing for Vietnam was X" and "người ký là X, ... là Y":
// the signers stand after "is", and nobody before the verb.
func (f *frame) copulaSigners(x *signing) bool {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		switch {
		case a.named && a.from > f.g.at && (d.predicative(a.from-1) || d.units[a.from-1].set.has(lexicon.Support) && f.nobodyBefore()):
			x.persons = append(x.persons, d.group(n)...)
		case a.to <= f.g.from && a.named:
			return false
		}
	}
	if len(x.persons) == 0 {
		x.codes = f.statesSigning()
	}
	if x.signers() == 0 {
		return false
	}
	if x.what = f.document(true); x.what == "" {
		x.what = d.lastDocument(f.k)
	}
	return true
}

// ofNextVerb reports an agent before a verb of its own: "các văn kiện được ký có văn
// kiện do A và B ký".
func (f *frame) ofNextVerb(n int) bool {
	i := f.d.groupEnd(n)
	return f.d.lex.Options.AgentFirst && i < f.s.to && f.d.units[i].set.has(lexicon.Verb) && !f.d.verbsOf(i).Has("performs")
}

// ofOtherVerb reports an agent at unit i of a verb after the frame's own: "signed at a meeting
// attended by A", "signed when B was received by A".
func (f *frame) ofOtherVerb(i int) bool {
	d, other := f.d, false
	for j := f.g.at + 1; j < i; j++ {
		u := &d.units[j]
		switch {
		case u.punct == ',' && j == d.asideUpTo(f.g.at+1, i-1):
			return other
		case u.punct == ',' && d.relativeAt(j+1) && d.closesClause(j, i) > j:
			j = d.closesClause(j, i)
		case u.actor >= 0 || u.name >= 0:
			other = other && !d.actors[max(u.actor, 0)].named
		case u.set.has(lexicon.Verb) && !u.set.either(lexicon.Noun, lexicon.Between) && !d.afterDeterminer(j):
			other = true
		}
	}
	return other
}

// asideUpTo is the comma that opens an aside among units [from, to), if another one closes it at the end and nobody is
// named in it: "signed at the palace, known as X, by A"; to if there is none.
func (d *doc) asideUpTo(from, to int) int {
	if to-from < 3 || d.units[to-1].punct != ',' {
		return to
	}
	j := to - 2
	for ; j > from && d.units[j].punct != ','; j-- {
		if n := d.units[j].actor; d.units[j].punct == ';' || n >= 0 && d.actors[n].named {
			return to
		}
	}
	if d.units[j].punct != ',' || d.units[j+1].set.has(lexicon.And) {
		return to
	}
	return j
}

// closesClause is the comma before unit end that ends the relative clause behind the comma at unit i and stands before
// "and"; i if there is none.
func (d *doc) closesClause(i, end int) int {
	for j := i + 1; j+1 < end; j++ {
		if d.units[j].punct == ',' {
			if d.units[j+1].set.has(lexicon.And) {
				return j
			}
			return i
		}
	}
	return i
}

// agents are the agent before the verb, or all persons after agent prepositions:
// "du côté A par X, du côté B par Y".
func (f *frame) agents() (ps []int) {
	if f.before > 0 {
		return append(f.agent(), f.signedWith()...)
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if i := f.d.actors[n].from - 2; i > f.g.at-2 && i >= f.s.from && f.d.actors[n].from > f.g.at && f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Not) {
			continue // "signed not by them but by A"
		}
		if a := &f.d.actors[n]; a.from > f.g.at && a.gov == lexicon.By && a.prev < 0 && !f.ofNextVerb(n) && !f.ofOtherVerb(a.from) {
			ps = append(ps, f.signers(n)...)
		} else if a.gov == lexicon.Of && a.from == f.g.at+2 && a.prev < 0 && f.d.lex.Options.Gendered {
			ps = append(ps, f.signers(n)...) // "signée des deux ministres"
		} else if a.named && a.from > f.g.at && a.gov == lexicon.None && a.prev < 0 && (f.afterStranger(n) || len(ps) > 0 && f.pastApposition(n)) {
			ps = append(ps, f.signers(n)...)
		}
	}
	return ps
}

// closes reports several who sign from actor n on, after whom no verb stands.
func (f *frame) closes(n int) bool {
	d, ps := f.d, f.signers(n)
	if len(ps) < 2 {
		return false
	}
	end := d.groupEnd(n)
	for m := n + 1; m < f.s.actors[1]; m++ {
		if d.actors[m].named && slices.Contains(ps, d.actors[m].persons[0]) {
			end = d.groupEnd(m)
		}
	}
	return end == len(d.units) || d.units[end].punct != 0 && !d.predicate(min(end+1, len(d.units)-1)) || d.units[end].set.has(lexicon.Behalf)
}

// afterStranger reports actor n after an agent who is no person known: "by X's successor and Y",
// "by the rectors, X for Togo and Y for Benin".
func (f *frame) afterStranger(n int) bool {
	d, i, verb := f.d, f.d.actors[n].from, f.g.at
	if u := &d.units[i-1]; !u.set.has(lexicon.And) && (u.punct != ',' || !f.closes(n)) {
		return false
	}
	for j := i - 2; j > verb && j > i-14; j-- {
		u := &d.units[j]
		switch {
		case u.set.has(lexicon.By) && u.actor < 0:
			return true
		case u.punct != 0 || u.set.any(lexicon.That, lexicon.Who, lexicon.And) || u.set.has(lexicon.Verb) && !u.cap && !d.afterDeterminer(j):
			return false
		}
	}
	u := &d.units[verb] // "signed by"
	return u.to-u.from > 1 && d.wordSet(d.ids[u.to-1], d.toks[u.to-1]).has(lexicon.By)
}

// signedLately reports a document signed in the sentence before or in this one.
func (d *doc) signedLately(k int) bool {
	if len(d.signs) == 0 {
		return false
	}
	x := &d.signs[len(d.signs)-1]
	return k-x.sent <= 1 && d.sents[x.sent].item == d.sents[k].item
}

// signsBefore reports a verb of signing before the frame, in its sentence or the one before.
func (f *frame) signsBefore() bool {
	for i := f.s.from; i < f.g.from; i++ {
		if f.signsAt(i) {
			return true // "The pact signed on Monday was so by A"
		}
	}
	if f.k == 0 || f.d.sents[f.k-1].item != f.s.item {
		return false
	}
	for i := f.d.sents[f.k-1].from; i < f.d.sents[f.k-1].to; i++ {
		if f.signsAt(i) || f.verb.Flags.Has("falls") && f.d.isNoun(i, "signature") {
			return true
		}
	}
	return false
}

// signsAt reports a verb of signing at unit i, not one that tells of papers handed over.
func (f *frame) signsAt(i int) bool {
	return f.d.isVerb(i, "signed") && !f.d.verbsOf(i).Has("exchange")
}

// doneElse reports a verb of something else right before the one that stands for what was just told: "each had explained
// himself; A did so in Spanish".
func (f *frame) doneElse() bool {
	d, i := f.d, f.g.from-1
	if i > f.s.from && d.units[i].punct == ',' {
		return false // "A, at whose invitation they came, did so"
	}
	for ; i > f.s.from; i-- {
		if u := &d.units[i]; u.actor < 0 && u.set.has(lexicon.Verb) && !u.set.any(lexicon.Noun, lexicon.Have, lexicon.Be) && !d.afterDeterminer(i) {
			return !f.signsAt(i) && d.units[i].verbs[0].form&(lexicon.Fin|lexicon.PP) != 0 && !f.anySignsBefore(i)
		}
	}
	return false
}

// anySignsBefore reports a verb of signing before unit i of the sentence.
func (f *frame) anySignsBefore(i int) bool {
	for i--; i >= f.s.from; i-- {
		if f.signsAt(i) {
			return true
		}
	}
	return false
}

// statesOf are the states of the pair an actor stands for, else the two that
// the article names most.
func (d *doc) statesOf(n int) []string {
	a := &d.actors[n]
	if len(a.persons) == 2 && d.twoStates(a.persons[:1], a.persons[1:]) {
		return []string{d.persons[a.persons[0]].country, d.persons[a.persons[1]].country}
	}
	count := map[string]int{}
	for i := range d.units {
		for _, e := range d.units[i].entries {
			if (e.Class == lexicon.Country || e.Class == lexicon.Adj) && d.sentOf(i) >= 0 {
				count[e.Code]++
			}
		}
	}
	codes := slices.SortedFunc(maps.Keys(count), func(x, y string) int { return cmp.Or(count[y]-count[x], cmp.Compare(x, y)) })
	if len(codes) < 2 || len(codes) > 2 && count[codes[2]] == count[codes[1]] {
		return nil
	}
	return codes[:2]
}

// sentOf is the sentence of a unit if it is in the main story, else -1.
func (d *doc) sentOf(i int) int {
	k := d.sentenceAt(i)
	if k == len(d.sents) || d.ownStory(d.sents[k].item) {
		return -1
	}
	return k
}
