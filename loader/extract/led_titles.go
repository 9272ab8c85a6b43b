package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// headOfTeam reports "head" in "the head of the Ethiopian team", "the head of Ethiopia's team",
// and "người đứng đầu phái đoàn Lào".
func (d *doc) headOfTeam(v int, s sentence) bool {
	e, ok := d.units[v].entry(lexicon.Role)
	if !ok || !d.lex.Roles[e.Index].Flags.Has("heads") || v+1 >= s.to || !d.units[v+1].set.has(lexicon.Of) && !d.lex.Options.Bare {
		return false
	}
	for i, party := v+1, false; i < s.to && i < v+6; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Event == "delegation" {
			return !d.lex.Nouns[e.Index].Flags.Has("weak") || !d.lex.Options.Bare && !party // not "người đứng đầu nhóm nghị sĩ hữu nghị"
		}
		party = party || u.set.has(lexicon.Party)
		if i > v+1 && !u.set.any(lexicon.Def, lexicon.Indef, lexicon.Adj, lexicon.Country, lexicon.Portfolio, lexicon.Party) && u.known() && !d.nowDoing(i) && !d.clitic(i) || d.lex.Options.Bare && !u.set.has(lexicon.Of) {
			return false
		}
	}
	return false
}

// headsOf reports "heads of delegations", no verb.
func (f *frame) headsOf() bool {
	i := f.g.at + 1
	return f.d.lex.Options.Premodifier && !f.g.passive() && i < f.s.to && f.d.units[i].set.has(lexicon.Of)
}

// nowDoing reports a verb in the form that stands before a noun: "the visiting team".
func (d *doc) nowDoing(i int) bool {
	e, ok := d.units[i].entry(lexicon.Verb)
	return ok && e.Form == lexicon.Ger && d.lex.Options.Premodifier
}

// headTitle reads "le chef de la délégation lao, X," and "X, chef de la
// délégation lao".
func (d *doc) headTitle(k, v int) {
	const near, reach = 6, 12 // reach where a comma ends the title of a delegation that can be nothing else
	s := d.sents[k]
	loose := d.looseAt(v, min(v+reach, s.to))
	f := frame{d: d, k: k, s: s}
	head := f.endingAt(v)
	if v > s.from && (d.units[v-1].set.has(lexicon.Former) || slices.ContainsFunc(d.units[v-1].entries, d.vice)) {
		return
	}
	if head >= 0 && d.actors[head].to > v {
		head = -1
	}
	i := v - one(v > s.from && d.units[v-1].set.either(lexicon.Def, lexicon.Indef))
	for !loose && i-1 > s.from && d.units[i-1].set.has(lexicon.Adverb) && d.units[i-1].actor < 0 {
		i--
	}
	if head < 0 && i-1 > s.from && d.predicative(i-1) {
		head = f.endingAt(i - 1 - one(d.units[i-2].set.has(lexicon.Who))) // "X is the head of a Lao delegation"
	}
	if head < 0 {
		head = d.headAlso(v, s)
	}
	for n := s.actors[0]; n < s.actors[1] && head < 0; n++ {
		if a := &d.actors[n]; a.named && (a.from <= v && a.to > v || a.from > v && (a.from <= v+near || !loose && a.from <= v+reach && d.units[a.from-1].punct == ',') && a.gov == lexicon.None && (d.verbless(v+1, a.from) || a.from == v+2 && d.predicative(v+1))) {
			head = n
		}
	}
	if head < 0 || !d.actors[head].named || d.actors[head].persons[0] < 0 {
		return
	}
	deleg := actor{sent: k, party: -1, org: -1, codes: d.sideCodes(d.clauseStart(v, s), v)}
	for i := v + 1; i < s.to && i <= v+4; i++ {
		if d.units[i].punct != 0 {
			break
		}
		if n := d.units[i].actor; n >= 0 && d.actors[n].deleg && len(deleg.codes) == 0 {
			deleg.codes, deleg.party, deleg.org = d.actors[n].codes, d.actors[n].party, d.actors[n].org
		}
		if e, ok := d.units[i].entry(lexicon.Adj); ok {
			deleg.codes = []string{e.Code}
		}
	}
	if e, _ := d.units[v].entry(lexicon.Head); e.Index == 3 {
		d.addHeads(d.group(head), graph.Held, k, v) // "A and B, heads of the two delegations"
		return
	}
	d.addLeadOf(d.actors[head].persons[0], &deleg, graph.Held, k, d.lex.Lang+".led.title", v)
}

// headsTold reads who is the head of a delegation told before: "Its head, X,", "whose head is
// X", "X en est le chef".
func (d *doc) headsTold(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		for _, r := range d.actors[n].roles {
			if !r.flags.Has("leads") || r.to-r.from > 1 || r.former || !d.realised(d.clauseStart(r.from, s), r.from) {
				continue
			}
			deleg, p := d.headed(k, r.from), d.headIs(n, s)
			if deleg >= 0 && p >= 0 {
				d.addLead(p, deleg, graph.Held, k, d.lex.Lang+".led.title", r.from)
				d.headsToo(n, deleg, k, r.from)
			}
		}
	}
}

// clauseStart is the unit after the last colon or semicolon before unit i.
func (d *doc) clauseStart(i int, s sentence) int {
	for ; i > s.from; i-- {
		if p := d.units[i-1].punct; p == ':' || p == ';' {
			break
		}
	}
	return i
}

// headed is the delegation of which the title at unit v says who heads it, -1 for none.
func (d *doc) headed(k, v int) int {
	s := d.sents[k]
	f := frame{d: d, k: k, s: s}
	if v > s.from && d.units[v-1].set.has(lexicon.Def) {
		v--
	}
	if v == s.from {
		return -1
	}
	u := &d.units[v-1]
	switch {
	case d.clitic(v - 1):
		n := f.endingAt(v - 1)
		if n >= 0 && d.actors[n].to > v {
			return d.ownTeam(n, v-2) // "the Lao delegation's head"
		}
		if n >= 0 && d.actors[n].deleg {
			return n
		}
		return -1
	case u.set.has(lexicon.Poss) && d.units[v].actor >= 0, u.set.has(lexicon.Be) && v-2 > s.from && d.units[v-2].set.has(lexicon.Adverb):
		for n := s.actors[1] - 1; n >= s.actors[0]; n-- {
			if a := &d.actors[n]; a.deleg && a.to < v {
				if d.loosely(n) {
					return -1 // "the mission and its head"
				}
				return n
			}
		}
		if n := d.lastDelegation(k); n >= 0 && d.actors[n].sent == k-1 {
			return n
		}
		return d.travellersBefore(k)
	case u.set.has(lexicon.That):
		if n := f.endingAt(v - 1); n >= 0 && d.actors[n].deleg {
			return n
		}
	case u.set.has(lexicon.Be):
		if m := f.endingAt(v - 1); m >= 0 && d.actors[m].named && d.actors[m].from > s.from && d.units[d.actors[m].from-1].set.has(lexicon.That) {
			if n := f.endingAt(d.actors[m].from - 1); n >= 0 && d.actors[n].deleg {
				return n // "the delegation of which X is the head"
			}
		}
	}
	return -1
}

// ownTeam is the delegation that is told at unit i, inside actor n, the title of its head: that of the state told
// with it, else the one told of before; -1 where neither is known.
func (d *doc) ownTeam(n, i int) int {
	if e, ok := d.units[i].entry(lexicon.Noun); i <= d.actors[n].from || !ok || d.lex.Nouns[e.Index].Event != "delegation" {
		return -1
	}
	if len(d.actors[n].codes) == 0 {
		return d.lastDelegation(d.actors[n].sent)
	}
	return n
}

// headIs is who is named beside the title of actor n, -1 for nobody.
func (d *doc) headIs(n int, s sentence) int {
	a := &d.actors[n]
	if !a.named && a.to < s.to && d.predicative(a.to) && n+1 < s.actors[1] && d.actors[n+1].from == a.to+1 {
		a = &d.actors[n+1]
	} else if i := a.from - 1; !a.named && i > s.from && d.predicative(i) {
		for i > s.from && d.units[i-1].set.has(lexicon.Adverb) {
			i--
		}
		f := frame{d: d, s: s, g: verbGroup{at: a.from - 1, from: i}}
		m := f.endingAt(i)
		if m < 0 {
			m = f.subjectActor() // "X, who chairs the committee, is its head"
		}
		if m >= 0 {
			a = &d.actors[m]
		}
	} else if !a.named && i > s.from && d.units[i].punct == ',' && a.to < s.to && d.units[a.to].punct == ',' && n > s.actors[0] && d.actors[n-1].to == i && d.clitic(a.to-2) {
		a = &d.actors[n-1] // "X, the delegation's head, ..."
	}
	if !a.named || len(a.persons) != 1 || a.persons[0] < 0 {
		return -1
	}
	return a.persons[0]
}

// doneBySubject reports a verb right after its subject, or after "who": "X, who leads".
func (f *frame) doneBySubject() bool {
	i := f.g.from - 1
	for i > f.s.from && (f.d.units[i].punct == ',' || f.d.units[i].set.either(lexicon.Who, lexicon.Adverb) || f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Role)) {
		i--
	}
	return i >= f.s.from && f.d.units[i].actor >= 0
}

// sideCodes is the state of the last side among units [from, to): "the Lao side".
func (d *doc) sideCodes(from, to int) []string {
	for i := to - 1; i >= from; i-- {
		if !d.units[i].set.has(lexicon.Side) && !(d.lex.Options.Bare && d.units[i].set.has(lexicon.Behalf)) { // "Về phía Lào"
			continue
		}
		for _, j := range []int{i - 1, i + 1, i + 2, i - 1 - one(d.clitic(i-1))} { // "Vietnam's side"
			if j < from || j >= to {
				continue
			}
			if c := d.countryAt(j); c != "" {
				return []string{c}
			}
		}
	}
	return nil
}

// countryAt is the state that unit i names or is the adjective of, empty for none; a place is of no state here.
func (d *doc) countryAt(i int) string {
	for _, e := range d.units[i].entries {
		if e.Class == lexicon.Country || e.Class == lexicon.Adj {
			return e.Code
		}
	}
	return ""
}

// thatOf is the state of "that of Cyprus was headed by X", after a delegation told of before.
func (f *frame) thatOf() []string {
	i := f.beforeAux() - 1
	if i < f.s.from+2 || f.d.lastDelegation(f.k) < 0 && f.delegationBefore() < 0 {
		return nil
	}
	if u := &f.d.units[i]; u.actor < 0 && u.set.has(lexicon.Numeral) {
		if e, ok := f.d.units[i-1].entry(lexicon.Adj); ok && f.d.units[i-2].set.has(lexicon.Def) {
			return []string{e.Code} // "the Cypriot one being headed by X"
		}
		return nil
	}
	e, ok := f.d.units[i].entry(lexicon.Country)
	if i -= one(f.d.units[i-1].set.has(lexicon.Def)); !ok || i <= f.s.from || !f.d.startsWith(&f.d.units[i-1], lexicon.Of) && !f.d.units[i-1].set.either(lexicon.Of, lexicon.Contracted) || !f.d.units[max(i-2, f.s.from)].set.either(lexicon.Dem, lexicon.That) {
		return nil
	}
	return []string{e.Code}
}

// elidedSide is the state of "the Lebanese one" and "Lebanon's" told from unit i on without the noun, after delegations told
// of before.
func (f *frame) elidedSide(i int) []string {
	d := f.d
	if i >= f.s.from && i+1 < f.s.to && d.clitic(i+1) && (i+2 == f.s.to || d.units[i+2].kind != text.Word) && (d.lastDelegation(f.k) >= 0 || f.delegationBefore() >= 0) {
		if e, ok := d.units[i].entry(lexicon.Country); ok {
			return []string{e.Code}
		}
	}
	if i < f.s.from || i+1 >= f.s.to || !d.units[i].set.has(lexicon.Def) || d.units[i+1].cap || f.d.lastDelegation(f.k) < 0 && f.delegationBefore() < 0 {
		return nil
	}
	e, ok := d.units[i+1].entry(lexicon.Adj)
	if !ok || i+2 < f.s.to && d.units[i+2].kind == text.Word && !d.units[i+2].set.any(lexicon.And, lexicon.Be, lexicon.Have) {
		return nil
	}
	return []string{e.Code}
}

// beforeAux is the first unit of the verb and the auxiliaries before it.
func (f *frame) beforeAux() int {
	i := f.g.from
	for i > f.s.from && f.d.units[i-1].actor < 0 && f.d.units[i-1].set.any(lexicon.Be, lexicon.Have, lexicon.Adverb) {
		i--
	}
	return i
}

// sideLed makes the first of ps the head of a side of a state.
func (f *frame) sideLed(codes []string, ps []int, st graph.Status) bool {
	if len(codes) == 0 || len(ps) == 0 || ps[0] < 0 {
		return false
	}
	side := actor{sent: f.k, codes: codes, party: -1, org: -1}
	f.d.addLeadOf(ps[0], &side, st, f.k, f.d.lex.Lang+".led.side", f.g.at)
	return true
}

// madeHead reads "102 đại biểu Lào do X làm trưởng đoàn": the verb itself names the delegation.
func (f *frame) madeHead(st graph.Status) bool {
	ps := f.agent()
	if len(ps) != 1 || ps[0] < 0 || !f.d.lex.Options.Bare || !f.d.endsWith(&f.d.units[f.g.at], lexicon.Noun) && !f.visitBefore() {
		return false
	}
	f.d.addLeadOf(ps[0], &actor{sent: f.k, party: -1, org: -1}, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
	return true
}

// visitBefore reports "chuyến công tác do X dẫn đầu": a visit right before the agent.
func (f *frame) visitBefore() bool {
	i := f.g.from - 1
	if f.before > 0 {
		i = f.d.actors[f.before-1].from - 2
	}
	return i >= f.s.from && f.d.isNoun(i, "visit")
}

// sentAsHead reads "phía Lào cử X làm trưởng đoàn".
func (f *frame) sentAsHead(st graph.Status) bool {
	n := f.sent()
	if n < 0 || len(f.d.actors[n].persons) != 1 || f.d.actors[n].persons[0] < 0 || !f.d.endsWith(&f.d.units[f.g.at], lexicon.Noun) {
		return false
	}
	f.d.addLeadOf(f.d.actors[n].persons[0], &actor{sent: f.k, codes: f.d.sideCodes(f.s.from, f.g.from), party: -1, org: -1}, st, f.k, f.d.lex.Lang+".led.head", f.g.at)
	return true
}

// bothLed reads "A và B làm trưởng đoàn hai bên" and "Heading the two sides were A and B".
func (f *frame) bothLed(st graph.Status) bool {
	d, i := f.d, f.g.at+1
	if i >= f.s.to || d.units[i].actor < 0 || !d.actors[d.units[i].actor].role("states") {
		return false
	}
	ps := f.subject()
	if n := f.subjectBehind(); len(ps) == 0 && n >= 0 {
		ps = d.group(n)
	}
	if len(ps) != 2 || ps[0] < 0 || ps[1] < 0 || !d.twoOrigins(ps[0], ps[1]) {
		return false
	}
	d.addHeads(ps, st, f.k, f.g.at)
	return true
}

// clauseEnd is the first mark after the verb, or the end of the sentence.
func (f *frame) clauseEnd() int {
	for i := f.g.at + 1; i < f.s.to; i++ {
		if f.d.units[i].punct != 0 {
			return i
		}
	}
	return f.s.to
}

// ofFrontedSide reads "Về phía Lào, X làm trưởng đoàn": the subject heads the side told before it.
func (f *frame) ofFrontedSide(st graph.Status) bool {
	n, end := f.subjectActor(), f.g.at+1
	if n < 0 || !f.d.lex.Options.Bare || end < f.s.to && f.d.units[end].punct == 0 && !f.d.units[end].set.either(lexicon.With, lexicon.And) {
		return false
	}
	return f.sideLed(f.d.sideCodes(f.partFrom(f.g.from), f.d.actors[n].from), f.subject(), st)
}

// sideBy makes who is named right after words that lead, as in "the Lao side was led by X", the head
// of a side of a state.
func (f *frame) sideBy(codes []string) bool {
	if f.g.at+1 >= f.s.to || f.d.units[f.g.at+1].actor < 0 || !f.d.realised(f.s.from, f.g.at) {
		return false
	}
	return f.sideLed(codes, f.d.actors[f.d.units[f.g.at+1].actor].persons, graph.Held)
}

// eachLed reads "the delegations were headed by A for Togo and B for Benin", "A and B led the delegations" and
// "delegations from Togo and Benin, led by A and B".
func (d *doc) eachLed(deleg int, ps []int, st graph.Status, k int, rule string, at int) bool {
	a := &d.actors[deleg]
	if !a.plural && !d.units[a.from].set.has(lexicon.Two) || len(a.codes) > 1 && len(a.codes) != len(ps) || len(ps) < 2 {
		return false
	}
	for i, p := range ps {
		side := actor{sent: k, party: -1, org: -1}
		if len(a.codes) > 0 {
			side.codes = []string{a.codes[min(i, len(a.codes)-1)]}
		}
		d.addLeadOf(p, &side, st, k, rule, at)
	}
	a.persons = ps
	return true
}

// sideBehind is the side that is told right behind actor n: "A for Togo", "bà A của Chính phủ Chile".
func (d *doc) sideBehind(n int, s sentence) actor {
	const reach = 4
	side, to := actor{sent: d.actors[n].sent, party: -1, org: -1}, d.actors[n].to
	for i := to; i < s.to && i < to+reach && d.units[i].punct == 0 && d.units[i].actor < 0 && !d.units[i].set.has(lexicon.And); i++ {
		if c := d.codeOf(i); c != "" {
			side.codes = []string{c}
			break
		}
	}
	return side
}

// loosely reports a delegation told by a word that stands for other groups too: "mission".
func (d *doc) loosely(n int) bool { return d.looseAt(d.actors[n].from, d.actors[n].to) }

func (d *doc) looseAt(from, to int) bool {
	for i := from; i < to; i++ {
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Event == "delegation" {
			return d.lex.Nouns[e.Index].Flags.Has("weak")
		}
	}
	return false
}

// postedTo reports an office of a union of states in one state, an embassy, which an envoy heads or the text spells as a name:
// "the EU Delegation to Laos".
func (d *doc) postedTo(a *actor, p int) bool {
	if a.det == lexicon.Indef || len(a.codes) != 1 || !noState(a.codes[0]) {
		return false
	}
	named, state := d.isEnvoy(p), false
	for i := a.from; i < a.to; i++ {
		u := &d.units[i]
		named = named || u.cap && i > d.sents[a.sent].from+1 && d.isNoun(i, "delegation")
		e, ok := u.entry(lexicon.Country)
		state = state || ok && !noState(e.Code)
	}
	return named && state
}

// ledByPhrase reads "une délégation [placée] sous la conduite de X".
func (d *doc) ledByPhrase(k, v int) {
	s := d.sents[k]
	f := frame{d: d, k: k, s: s, g: verbGroup{at: v, from: v}}
	if e, _ := d.units[v].entry(lexicon.LedBy); e.Index == 2 {
		f.underThem()
		return
	}
	if codes := f.thatOf(); len(codes) > 0 && f.sideBy(codes) || f.sideBy(f.elidedSide(f.beforeAux()-2)) || f.sideJustBefore() {
		return
	}
	deleg := f.delegationBefore()
	if n := f.endingAt(v); n >= 0 && d.guests(n) {
		deleg = n // "between the group and guests from Windhoek led by X"
	}
	if deleg < 0 {
		deleg = f.delegationAfter()
	}
	if n := f.endingAt(v); deleg < 0 && n >= 0 && d.actors[n].plural && (d.actors[n].role("guest") || d.ledGroup(n) || d.actors[n].people() && (len(d.actors[n].persons) == 0 && d.endsWith(&d.units[v], lexicon.By) || d.isNoun(v-1, "delegation"))) {
		deleg = n // "the visitors, led by X", "Angolan lawmakers headed by Y", "five officers led by Z", "members of the group under Z"
	}
	if deleg < 0 {
		deleg = d.whoCame(v, s)
	}
	if deleg >= 0 {
		d.actors[deleg].deleg = true
	}
	if before := d.lastDelegation(k); deleg < 0 && before >= 0 && f.ofOneWord() {
		deleg = before
	} else if deleg < 0 {
		if !f.sideBy(d.sideCodes(s.from, v)) {
			f.ledSession()
		}
		return
	} else if to := d.actors[deleg].to; v-to > 8 && !d.verbless(to, v) && !d.relativeAt(to+1) || d.ofObject(deleg, v) {
		return
	}
	behind := f.headBehind(v)
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; (a.from == v+1 || a.from == v+2 && d.units[v+1].set.has(lexicon.Honorific) || a.from == d.pastInsertion(v+1, s) || n == behind) && len(a.persons) > 0 && a.persons[0] >= 0 && !a.owner {
			ps := d.group(n)
			if d.actors[deleg].plural {
				if more := d.namesFrom(n, s); len(more) > len(ps) {
					ps = more
				}
			}
			if d.eachLed(deleg, ps, graph.Held, k, d.lex.Lang+".led.by", v) {
				return
			}
			d.addLeads(ps, deleg, graph.Held, k, d.lex.Lang+".led.by", v)
			return
		}
	}
}
