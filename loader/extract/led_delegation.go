package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// heads are what a sentence has that tells of the head of a delegation; leading are its words for that.
var (
	heads   = hint(lexicon.LedBy, lexicon.Head).or("led", "delegate", "delegation", "heads", "leads", "session")
	leading = classes(lexicon.LedBy, lexicon.Head, lexicon.Role, lexicon.Verb)
)

// leadFrames finds who leads which delegation in a sentence, and gives the
// delegation its head, so that a meeting with it is one with its head.
func (d *doc) leadFrames(k int, c *discourse) {
	s := d.sents[k]
	if !d.tells(k, heads) {
		return
	}
	d.delegates(k)
	d.headsTold(k)
	d.headsNamed(k, c)
	defer d.furtherLeads(k)
	for v := s.from; v < s.to; v++ {
		u := &d.units[v]
		if !u.set.meets(leading) {
			continue
		}
		if u.set.has(lexicon.LedBy) {
			d.ledByPhrase(k, v)
			continue
		}
		if d.headOfTeam(v, s) {
			d.headTitle(k, v)
			continue
		}
		if e, ok := u.entry(lexicon.Head); ok && (e.Index == 2 || e.Index == 3) {
			d.headTitle(k, v)
			continue
		} else if ok {
			d.headPhrase(k, v, c)
			continue
		}
		if !u.set.has(lexicon.Verb) || d.inActor(v) {
			continue
		}
		for _, vf := range d.verbsOf(v) {
			if vf.verb.Event == "led" {
				f := frame{d: d, k: k, s: s, c: c, verb: vf.verb, g: d.verbGroup(v, vf.form, s)}
				f.agentFirst()
				f.led()
			}
		}
	}
}

// led reads "une délégation conduite par X" and "X conduit une délégation".
func (f *frame) led() {
	const aside = 3 // "a delegation, which was chaired by X"
	st, ok := f.g.status()
	if !ok || f.headsOf() || f.verb.Flags.Has("passive") && f.before == 0 || f.verb.Flags.Has("next") && !f.doneBySubject() && !f.headIsNext() {
		return
	}
	if n := f.subjectBehind(); n >= 0 && f.g.form&lexicon.Ger != 0 && f.opening() && f.d.units[f.g.at+1].actor < 0 { // "Leading it was X"
		if deleg := f.d.lastDelegation(f.k); deleg >= 0 && len(f.d.actors[n].persons) == 1 {
			f.d.addLead(f.d.actors[n].persons[0], deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
		}
		return
	}
	if f.g.passive() {
		if f.chairedBy(st) || f.sideLed(f.elidedSide(f.beforeAux()-2), f.agents(), st) {
			return
		}
		deleg := f.delegationBefore()
		if deleg < 0 {
			deleg = f.delegationAfter()
		}
		if deleg < 0 && (f.g.bare && f.opening() || f.ofOneWord()) {
			deleg = f.d.lastDelegation(f.k)
		}
		if deleg < 0 && (f.sideLed(f.d.sideCodes(f.s.from, f.g.from), f.agent(), st) || f.madeHead(st)) || deleg < 0 || f.verb.Flags.Has("presides") && (f.d.team(deleg) || f.d.loosely(deleg) || f.g.from-f.d.actors[deleg].to > aside || f.presidedWith(deleg)) || f.d.ofObject(deleg, f.g.from) || f.g.bare && f.d.loosely(deleg) && f.d.foretells(f.s) {
			return // "a friendship group chaired by X", "a mission led by X will watch the poll" have gone nowhere; "sent a delegation to the forum chaired by X"
		}
		ps := f.headMeant(deleg)
		if len(ps) == 0 && f.before == 0 {
			if n := f.headBehind(f.g.at + 1); n >= 0 {
				ps = f.d.group(n)
			}
		}
		f.headsMeet(ps, deleg, st)
		if f.d.eachLed(deleg, f.agents(), st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at) {
			return
		}
		f.d.addLeads(ps, deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
		return
	}
	if f.sideBeside(st) || f.relativeLead(st) || f.copulaLead(st) {
		return
	}
	deleg := f.delegationAfter()
	if n := f.subjectActor(); n >= 0 && f.d.lex.Options.Gendered && f.d.actors[n].from > f.s.from && f.d.whom(f.d.actors[n].from-1) {
		deleg = -1 // "le comité qu'elle préside": its object is told before
	}
	if deleg < 0 && (f.g.object && !f.g.objects || f.pronounNext()) && (f.d.units[max(f.g.from-1, f.s.from)].set.has(lexicon.Who) || f.ledJustTold()) {
		deleg = f.d.lastDelegation(f.k) // "X, qui la conduisait"
	}
	if deleg < 0 && (f.sideLed(f.d.sideCodes(f.g.at+1, min(f.g.at+6, f.clauseEnd())), f.subject(), st) || f.bothLed(st)) {
		return
	}
	if deleg < 0 && f.sideLed(f.elidedSide(f.g.at+1), f.subject(), st) {
		return
	}
	if deleg < 0 && f.ofFrontedSide(st) {
		return
	}
	if deleg < 0 && f.objectless() && (f.g.at+1 == f.s.to || f.d.units[f.g.at+1].punct != 0) {
		deleg = f.d.lastDelegation(f.k) // "X làm trưởng đoàn."
	}
	if deleg < 0 && f.atItsHead() {
		deleg = f.delegationBefore() // "đoàn có X làm trưởng đoàn"
	}
	if deleg < 0 && (f.ownDelegation(st) || f.sentAsHead(st)) {
		return
	}
	if deleg < 0 && f.headOfIt() {
		deleg = f.d.lastDelegation(f.k)
	}
	if deleg < 0 {
		deleg = f.peopleLed()
	}
	if deleg < 0 {
		f.chairedTogether(st)
		return
	}
	if f.verb.Flags.Has("presides") && f.d.loosely(deleg) {
		return // "X préside la mission onusienne"
	}
	ps := f.subject()
	if guest := f.guestBefore(ps); guest != nil {
		ps = guest
	}
	if m := f.endingAt(f.g.from); m >= 0 && f.d.actors[m].named {
		ps = f.d.group(m) // "tiếp ông X, Bộ trưởng Y dẫn đầu đoàn"
	}
	if i := f.oneWho(); i > f.s.from && f.d.units[i-1].punct == ',' {
		if m := f.endingAt(i); m >= 0 && f.d.actors[m].named {
			ps = f.d.actors[m].persons // "A, và B, người dẫn đầu đoàn Lào": B alone
		}
	}
	if f.headBeside() {
		ps = f.d.group(f.companion - 1)
	}
	if len(ps) > 0 && !f.d.eachLed(deleg, ps, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at) {
		f.d.addLeads(ps, deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
	}
}

// guestBefore is the guest who leads behind a verb of receiving whose subject ps is, told by a pronoun or by
// nothing: a delegation comes with the guest. "tiếp B nhân dịp ông dẫn đầu đoàn", "tiếp ông B, Bộ trưởng Quốc phòng, dẫn đầu đoàn"
func (f *frame) guestBefore(ps []int) []int {
	d, n := f.d, f.endingAt(f.g.from)
	told := n >= 0 && d.actors[n].pron != lexicon.None && !d.actors[n].plural
	if f.g.from <= f.s.from || !told && d.units[f.g.from-1].punct != ',' {
		return nil
	}
	for v := f.g.from - 1; v >= f.s.from; v-- {
		if d.inActor(v) {
			continue
		}
		for _, vf := range d.verbsOf(v) {
			if vf.verb.Event != "met" || !vf.verb.Flags.Has("host") {
				continue
			}
			w := frame{d: d, k: f.k, s: f.s, c: f.c, verb: vf.verb, g: d.verbGroup(v, vf.form, f.s)}
			if guest := w.object(); len(guest) == 1 && slices.Equal(w.subject(), ps) && !slices.Equal(guest, ps) {
				return guest
			}
		}
	}
	return nil
}

// pronounNext reports "X, who led it": a pronoun right after the verb that ends there.
func (f *frame) pronounNext() bool {
	i := f.g.at + 1
	if i+1 >= f.s.to || f.d.units[i+1].punct == 0 {
		return false
	}
	n := f.d.units[i].actor
	return n >= 0 && f.d.actors[n].pron == lexicon.They || n < 0 && f.d.units[i].kind == 0 && !f.d.units[i].cap
}

// copulaLead reads "đoàn ..., dẫn đầu là X" and "leading the delegation was X".
func (f *frame) copulaLead(st graph.Status) bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from <= f.g.at+1 || !a.named || !f.d.predicative(a.from-1) {
			continue
		}
		deleg := f.delegationBefore()
		if deleg < 0 {
			deleg = f.delegationAfter()
		}
		if deleg < 0 && f.g.from == f.s.from {
			deleg = f.d.lastDelegation(f.k) // "... đón một đoàn. Dẫn đầu là X"
		}
		if deleg < 0 && f.sideLed(f.d.sideCodes(f.s.from, f.g.from), a.persons, st) {
			return true // "Phía Lào, người dẫn đầu là X"
		}
		if deleg < 0 || f.d.actors[deleg].from > a.from || f.d.clauseEnds(f.g.at+1, a.from-1) && !f.whoLeads(deleg, a.from-1) {
			return false
		}
		f.headsMeet(f.d.group(n), deleg, st)
		f.d.addLead(a.persons[0], deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
		return true
	}
	return false
}

// headIsNext reports a verb right before a delegation of which is told next who heads it: "dẫn đoàn là X".
func (f *frame) headIsNext() bool {
	i := f.g.at + 1
	if i >= f.s.to || f.d.units[i].actor < 0 {
		return false
	}
	a := &f.d.actors[f.d.units[i].actor]
	return a.deleg && a.to < f.s.to && f.d.predicative(a.to)
}

// relativeLead reads "la délégation que conduit X" and "dont X a pris la tête".
func (f *frame) relativeLead(st graph.Status) bool {
	deleg := f.delegationBefore()
	if deleg < 0 {
		deleg = f.travellers()
	}
	if deleg < 0 {
		return false
	}
	at := f.d.actors[deleg].to
	if f.d.units[min(at, f.s.to-1)].punct == ',' {
		at++
	}
	if i := f.g.from - 1 - one(f.d.pronounBefore(f.g.from)); i > at && i-at < 10 && f.d.units[i].set.has(lexicon.That) && f.d.verbless(at, i) && !f.d.goesTo(at, i) {
		at = i // "la délégation, forte de cinq membres et que dirige X", not "la délégation au sommet, que préside X"
	}
	if at >= f.g.from+1 || !f.d.units[at].set.has(lexicon.That) && !f.whomUnsaid(deleg) {
		return false
	}
	for n := deleg + 1; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from >= at && a.to == f.g.from && a.pron != lexicon.None && len(a.persons) == 0 {
			return true // "the delegation he leads called on X": told once "he" is
		}
		if a.from >= at && a.from <= f.g.at+2 && a.gov == lexicon.None && len(a.persons) == 1 && a.persons[0] >= 0 {
			f.d.addLead(a.persons[0], deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
			return true
		}
	}
	return false
}

// pronounBefore reports a pronoun that stands for somebody right before unit i.
func (d *doc) pronounBefore(i int) bool {
	return i > 0 && d.units[i-1].actor >= 0 && d.actors[d.units[i-1].actor].pron != lexicon.None
}

// travellers are the officials of a state whom somebody leads: "les parlementaires
// vietnamiens, que conduisait X"; -1 for none.
func (f *frame) travellers() int {
	i := max(f.g.from-1, f.s.from)
	if m := f.d.units[i].actor; m >= 0 && f.d.actors[m].pron != lexicon.None {
		i-- // "sept députés laotiens qu'il conduit"
	}
	n := f.endingAt(i)
	if n < 0 || !f.d.units[i].set.has(lexicon.That) {
		n = f.endingAt(i + 1) // "the five lawmakers he leads"
		if n < 0 || !f.whomUnsaid(n) || f.d.countOf(&f.d.actors[n]) < 2 {
			return -1
		}
	}
	if a := &f.d.actors[n]; a.plural && !a.named && len(a.codes) < 2 && len(a.roles) > 0 {
		return n
	}
	return -1
}

func (f *frame) delegationBefore() int {
	if n := f.endingAt(f.g.from); n >= 0 && f.g.bare && (f.d.team(n) || f.d.guests(n)) {
		return n
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		if a := &f.d.actors[n]; a.to <= f.g.from && a.deleg {
			return n
		}
	}
	if n := f.subjectActor(); n >= 0 {
		if f.d.guests(n) {
			return n // "The nine delegates from Chad were headed by X"
		}
	}
	return -1
}

func (f *frame) delegationAfter() int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.deleg && !f.d.clitic(a.to) && a.from-f.g.at < 24 && (a.from == f.g.at+1 || f.verb == nil || !f.verb.Flags.Has("next")) && (f.g.passive() || !f.d.clauseEnds(f.g.at+1, a.from)) && (a.gov == lexicon.None || f.g.passive() || f.partOf(n)) {
			return n
		} else if a.from > f.g.at && !f.g.passive() && (f.d.team(n) && (a.from == f.g.at+1 || f.partOf(n)) || f.d.bandOf(n) && f.partOf(n)) {
			return n
		}
	}
	return -1
}

// headPhrase reads "X, à la tête d'une délégation" and "À la tête d'une
// délégation, X". Without a delegation it is about something else ("à la tête
// de l'État"), save for "chef de la délégation".
func (d *doc) headPhrase(k, v int, c *discourse) {
	s := d.sents[k]
	deleg := -1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; a.from >= v && (a.from <= v+3 || a.from <= v+7 && d.qualified(v+1, a.from)) && (a.deleg || d.team(n) || d.bandOf(n) || a.from == v+1 && (d.peopleCounted(n) || a.plural && a.role("guest"))) {
			deleg = n
		}
	}
	if deleg < 0 && d.headOfSide(k, v) {
		return
	} else if deleg >= 0 && d.actors[deleg].role("guest") {
		d.ofDelegationTold(deleg)
	}
	if deleg < 0 {
		d.atItsHead(k, v)
		return
	}
	if d.loosely(deleg) && d.actors[deleg].det == lexicon.None && !d.units[min(v+1, s.to-1)].set.has(lexicon.Indef) {
		return // "as head of mission"
	}
	g := verbGroup{at: d.actors[deleg].to - 1, from: v, form: lexicon.Fin}
	f := frame{d: d, k: k, s: s, c: c, g: g}
	ps := d.visitor(v, s)
	if m := f.endingAt(v - 1); len(ps) == 0 && m >= 0 && d.actors[m].named && d.units[v-1].set.either(lexicon.Done, lexicon.Verb) && d.units[max(v-2, s.from)].punct == ',' {
		ps = d.actors[m].persons // "X, venu à la tête de"
	} else if m >= 0 && d.actors[m].named && d.actors[m].to == v && (d.actors[m].gov == lexicon.With || d.actors[m].gov == lexicon.None && !d.actors[m].subj) {
		ps = d.actors[m].persons // "MPs with X as head of their delegation", "sent X at the head of a team"
		d.theirHead(m, deleg, ps)
	}
	if m := f.endingAt(v); len(ps) == 0 && m >= 0 && d.actors[m].gov == lexicon.None && len(d.actors[m].roles) > 0 && !d.actors[m].named && !d.actors[m].role("states") && d.units[v-1].punct == ',' {
		return // somebody by an office: whoever received him is not the head
	}
	if len(ps) == 0 {
		relative := false
		if ps, relative = f.whoIs(v); relative && len(ps) == 0 {
			return
		}
	}
	if len(ps) == 0 {
		ps = f.subject()
	}
	if len(ps) == 0 && f.subjectActor() < 0 {
		if n := max(f.subjectAfter(), f.cleftHead(v, deleg)); n >= 0 {
			ps = d.group(n)
		}
	}
	if len(ps) > 0 {
		st := graph.Held
		for i := v; i >= s.from; i-- {
			if d.unrealised(i, &st) {
				break
			}
		}
		if e, _ := d.units[v].entry(lexicon.Head); st != "" && e.Index == 4 {
			d.addHeads(d.namesUpTo(v, s), st, k, v)
		} else if st != "" {
			d.addLead(ps[0], deleg, st, k, d.lex.Lang+".led.head", v)
		}
	}
}

// delegates reads the word for the head of a delegation as a title: "trưởng đoàn là
// X", "Trưởng đoàn, bác sĩ X, ...", "hai trưởng đoàn, các đồng chí X và Y".
func (d *doc) delegates(k int) {
	s := d.sents[k]
	d.ownDelegation(k)
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if !a.role("delegate") || a.gov != lexicon.None && !a.named && !(a.gov == lexicon.With && d.predicative(a.to) && a.from >= 2 && (d.units[a.from-2].punct == ',' || d.units[a.from-2].set.either(lexicon.Place, lexicon.Country))) || slices.ContainsFunc(a.roles, func(r roleUse) bool { return r.former && r.flags.Has("delegate") }) {
			continue
		}
		ps := a.persons
		if m := n - 1; !a.named && m >= s.actors[0] && d.actors[m].named && d.equates(d.actors[m].to, a.from) {
			ps = d.actors[m].persons // "X est le chef de la délégation laotienne"
		} else if !a.named && n+1 < s.actors[1] && d.actors[n+1].named && d.actors[n+1].from == a.to+1 && (d.predicative(a.to) || d.units[a.to].punct == ',' && a.plural) {
			ps = d.group(n + 1)
		} else if !a.named && n+1 < s.actors[1] && d.actors[n+1].named && d.onlyDoes(a.to, d.actors[n+1].from-1) && d.predicative(d.actors[n+1].from-1) {
			ps = d.actors[n+1].persons // "Trưởng đoàn Lào dự hội nghị là X"
		} else if !a.named && !d.headMeantHere(a) {
			continue
		}
		for _, p := range ps {
			if p < 0 {
				continue
			}
			of := actor{sent: k, party: a.party, org: -1}
			of.codes = a.codes
			if m := d.delegationOf(k, p); m >= 0 && len(ps) == 1 {
				of = d.actors[m]
				d.actors[m].persons = []int{p}
			}
			d.addLeadOf(p, &of, graph.Held, k, d.lex.Lang+".led.title", a.from)
		}
	}
}

// delegationOf is the last delegation told of up to sentence k that can be that of p.
func (d *doc) delegationOf(k, p int) int {
	for n := d.sents[k].actors[1] - 1; n >= 0 && d.sents[d.actors[n].sent].item == d.sents[k].item && d.actors[n].sent >= k-3; n-- {
		a := &d.actors[n]
		if a.deleg && a.to-a.from > 1 && (len(a.codes) == 0 || d.persons[p].country == "" || a.codes[0] == d.persons[p].country) {
			return n
		}
	}
	return -1
}

// atItsHead reads "a delegation with X at its head".
func (d *doc) atItsHead(k, v int) {
	s := d.sents[k]
	f := frame{d: d, k: k, s: s, g: verbGroup{at: v, from: v}}
	if d.atTheirHead(k, v) {
		return
	}
	if v+1 < s.to && d.units[v+1].set.either(lexicon.Who, lexicon.That) { // "une délégation, à la tête de laquelle se trouvait X"
		n := s.actors[0]
		for n < s.actors[1] && d.actors[n].from < v {
			n++
		}
		if deleg := f.delegationBefore(); deleg >= 0 && n < s.actors[1] && d.actors[n].named && d.actors[n].gov == lexicon.None && (d.actors[n].from == v+2 || !d.units[d.actors[n].from-1].set.has(lexicon.That)) && len(d.actors[n].persons) == 1 && d.actors[n].persons[0] >= 0 {
			d.addLead(d.actors[n].persons[0], deleg, graph.Held, k, d.lex.Lang+".led.head", v)
		}
		return
	}
	deleg, n := f.delegationBefore(), f.endingAt(v)
	if m := n - 1; deleg < 0 && m >= s.actors[0] && (d.team(m) || d.ledGroup(m)) {
		deleg = m // "sept députés laotiens, X en tête"
	}
	if deleg < 0 || n < 0 || n == deleg || d.actors[n].gov != lexicon.With && !d.hasAs(deleg, n) && !(d.actors[n].gov == lexicon.None && d.units[d.actors[n].from-1].punct == ',' && d.actors[deleg].to >= d.actors[n].from-9) {
		return
	}
	if ps := d.actors[n].persons; len(ps) == 1 && ps[0] >= 0 {
		d.addLead(ps[0], deleg, graph.Held, k, d.lex.Lang+".led.head", v)
	}
}

func (d *doc) addLead(p, deleg int, st graph.Status, k int, rule string, at int) {
	a := &d.actors[deleg]
	if d.standing(deleg, p) {
		return
	}
	a.persons = []int{p}
	d.addLeadOf(p, a, st, k, rule, at)
}

// standing reports a mission or a team that stays where it is: an ambassador's, or that of an organization, which
// everybody knows: "at the head of the Japanese mission since 2017", "who heads the UN mission".
func (d *doc) standing(deleg, p int) bool {
	a := &d.actors[deleg]
	return d.postedTo(a, p) || d.loosely(deleg) && a.det != lexicon.Indef && (d.isEnvoy(p) || a.det == lexicon.Def && (a.org >= 0 || slices.ContainsFunc(a.codes, noState)))
}

func (d *doc) addLeadOf(p int, a *actor, st graph.Status, k int, rule string, at int) {
	if d.lex.Home != "" {
		if a = d.delegationTold(a, p, k); len(a.codes) > 0 && d.persons[p].country != "" && a.codes[0] != d.persons[p].country {
			return // "Dẫn đầu đoàn Việt Nam là Tổng Bí thư" is not that of Laos
		}
	}
	l := lead{person: p, codes: a.codes, party: a.party, org: a.org, status: st, sent: k, rule: rule, date: d.dayBy(st, at, k)}
	for _, x := range d.leads {
		if x.person == p {
			return
		}
	}
	d.leads = append(d.leads, l)
	if d.persons[p].country == "" && len(a.codes) > 0 {
		d.persons[p].country = a.codes[0]
	}
}

// lastDelegation is the delegation of the sentences before: "Conduite par X,
// elle ...".
func (d *doc) lastDelegation(k int) int {
	for n := d.sents[k].actors[0] - 1; n >= 0 && d.actors[n].sent >= k-2; n-- {
		if d.actors[n].deleg && d.sents[d.actors[n].sent].item == d.sents[k].item {
			return n
		}
	}
	return -1
}
