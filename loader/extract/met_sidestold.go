package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// sideHead is who heads, or acts for, one of the two sides of a contact: an actor with one
// person, and the state of the side, empty if that is not told.
type sideHead struct {
	actor int
	code  string
}

// sideHeads reads one head for each of two sides, in any order of words: "La partie française
// était conduite par A, la partie kényane par B", "Phía Pháp do A dẫn đầu, phía Kenya do B dẫn đầu",
// "Côté malien, A menait les débats ; côté algérien, B". They have met.
func (d *doc) sideHeads(k int) {
	s := d.sents[k]
	st, heads := d.headsOfSides(k)
	if len(heads) == 0 && d.ledBothSides(k) {
		return
	}
	if len(heads) != 2 || d.plannedWord(s) && st == graph.Held || heads[0].code != "" && heads[0].code == heads[1].code {
		return
	}
	for _, h := range heads {
		if p := &d.persons[d.actors[h.actor].persons[0]]; p.country == "" {
			p.country = h.code
		}
	}
	l, r := d.actors[heads[0].actor].persons, d.actors[heads[1].actor].persons
	if st == graph.Held && l[0] != r[0] && d.apart(l, r) && !d.told([]int{l[0], r[0]}) {
		d.emit(claim{left: l, right: r, status: st, sent: k, rule: d.lex.Lang + ".sides"}, s.from, false, true)
	}
}

// ledBothSides reads the two heads of delegations, of two states, that a sentence about talks told of just
// before has, in any voice: "A led the Lao delegation, while the Thai side was headed by B". It reports
// whether there are such two.
func (d *doc) ledBothSides(k int) bool {
	var ls []*lead
	for i := range d.leads {
		if l := &d.leads[i]; l.sent == k && l.status == graph.Held && len(l.codes) == 1 {
			ls = append(ls, l)
		}
	}
	if len(ls) != 2 || ls[0].person == ls[1].person || ls[0].codes[0] == ls[1].codes[0] || !d.aboutTalks(k-1, k, false) {
		return false
	}
	l, r := []int{ls[0].person}, []int{ls[1].person}
	if d.apart(l, r) && !d.told([]int{l[0], r[0]}) && !d.plannedWord(d.sents[k]) {
		d.emit(claim{left: l, right: r, status: graph.Held, sent: k, rule: d.lex.Lang + ".sides"}, d.sents[k].from, false, true)
	}
	return true
}

// sideLed is what a sentence has that tells who is at the head of a side.
var sideLed = hint(lexicon.LedBy, lexicon.Behalf).or("led")

// headsOfSides are the agents of the verb that leads both sides, else who stands beside each.
func (d *doc) headsOfSides(k int) (graph.Status, []sideHead) {
	s := d.sents[k]
	if !d.tells(k, sideLed) {
		return graph.Held, nil
	}
	if st, heads := d.headsLed(s); len(heads) == 2 {
		d.leadOther(heads, st, k)
		return st, heads
	}
	var heads []sideHead
	if d.foretells(s) {
		return graph.Held, nil
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if code := d.sideHeaded(n, k); code != "" {
			heads = append(heads, sideHead{n, code})
		}
	}
	return graph.Held, heads
}

// headsLed are the two agents of a verb in the passive that leads a side, a delegation or a
// contact; the second one has no verb of its own.
func (d *doc) headsLed(s sentence) (graph.Status, []sideHead) {
	for v := s.from + 1; v < s.to; v++ {
		led := slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Event == "led" && x.form&lexicon.PP != 0 })
		if d.units[v].actor >= 0 || !led && !(d.units[v].set.has(lexicon.LedBy) && d.predicative(v-1)) {
			continue
		}
		g := d.verbGroup(v, lexicon.PP, s)
		if st, ok := g.status(); ok && (g.be || g.fut) && d.tellsOfSide(v, s) {
			return st, d.headsAfter(v, s)
		}
		return "", nil
	}
	return "", nil
}

// headsAfter are the agents with names after unit v, if nobody with a name stands before it, and no
// other verb after it.
func (d *doc) headsAfter(v int, s sentence) (heads []sideHead) {
	at := v + 1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if !a.named {
			continue
		}
		if m := a.next; a.from == v+1 && m >= 0 && d.actors[m].named && d.actors[m].next < 0 && len(a.persons) == 1 && len(d.actors[m].persons) == 1 {
			return []sideHead{{n, ""}, {m, ""}} // "The two teams were led by A and B"
		}
		if a.from < v || a.gov != lexicon.By && a.gov != lexicon.LedBy || a.prev >= 0 || a.next >= 0 && d.actors[a.next].named || len(a.persons) != 1 || at > v+1 && d.clauseEnds(at, a.from) && !d.semicolon(at, a.from) {
			return nil
		}
		code := ""
		if b := n - 1; b >= s.actors[0] && !d.actors[b].named && len(d.actors[b].codes) == 1 {
			code = d.actors[b].codes[0] // "the Danish side by X"
		}
		heads = append(heads, sideHead{n, code})
		at = a.to
	}
	return heads
}

// leadOther adds the second of two heads as that of the delegation told of between them: "la
// délégation malienne par B", "celle du Mali par B".
func (d *doc) leadOther(heads []sideHead, st graph.Status, k int) {
	a, b := &d.actors[heads[0].actor], &d.actors[heads[1].actor]
	if !d.leader(a.persons[0]) {
		return
	}
	of := actor{party: -1, org: -1}
	for n := heads[0].actor + 1; n < heads[1].actor; n++ {
		if d.actors[n].deleg {
			of = d.actors[n]
		}
	}
	for i := a.to; i < b.from && len(of.codes) == 0 && !of.deleg; i++ {
		if code := d.stateAt(i); code != "" && d.units[i].set.either(lexicon.Country, lexicon.Adj) {
			of.codes = []string{code}
		}
	}
	if of.deleg || len(of.codes) > 0 {
		d.addLeadOf(b.persons[0], &of, st, k, d.lex.Lang+".led.other", b.from)
	}
}

// sideHeaded is the state of the side that actor n is told to head or to be on, right behind the
// words for that side or as the agent of a verb after it; empty for none.
func (d *doc) sideHeaded(n, k int) string {
	s, a := d.sents[k], &d.actors[n]
	if len(a.persons) != 1 || a.from < s.from+2 || d.attendance(s) {
		return ""
	}
	led := a.gov == lexicon.By && a.to < s.to && d.isVerb(a.to, "led")
	if b := n - 1; led && b >= s.actors[0] && d.actors[b].deleg && d.actors[b].to == a.from-1 && len(d.actors[b].codes) == 1 && d.aboutTalks(k, k, false) {
		return d.actors[b].codes[0] // "đoàn Pháp do A dẫn đầu, đoàn Kenya do B dẫn đầu, đã hội đàm"
	}
	for i := a.from - 2; i >= s.from && i >= a.from-5; i-- {
		if d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Behalf) {
			continue
		}
		j := i + 1 + one(d.units[i+1].set.has(lexicon.Def))
		if j >= a.from || a.from > j+3 || !led && !(a.gov == lexicon.None && (a.named || d.tellsWho(a.from-1)) && d.aboutTalks(k-1, k, true)) {
			return ""
		}
		return d.stateAt(j)
	}
	return ""
}

// attendance reports a sentence that lists who was there on each side: "Cùng dự hội đàm, phía A có X;
// phía B có Y".
func (d *doc) attendance(s sentence) bool {
	for i := s.from; i < s.to && i < s.from+3 && d.lex.Options.Bare && d.units[i].actor < 0; i++ {
		if d.verbsOf(i).Has("trip") {
			return true
		}
	}
	return false
}

// tellsOfSide reports a delegation, a side or a contact before unit v.
func (d *doc) tellsOfSide(v int, s sentence) bool {
	for i := s.from; i < v; i++ {
		u := &d.units[i]
		if u.actor >= 0 && (d.actors[u.actor].deleg || len(d.actors[u.actor].codes) > 0) || // "The Lao side"
			u.set.has(lexicon.Behalf) || u.set.has(lexicon.PartyWord) {
			return true
		}
		if e, ok := u.entry(lexicon.Noun); ok && (d.lex.Nouns[e.Index].Event == "delegation" || d.lex.Nouns[e.Index].Event == "met") {
			return true
		}
	}
	return false
}

// aboutTalks reports a contact in one of the sentences [first, last] of the item of the last one,
// loosely also a session or a delegation.
func (d *doc) aboutTalks(first, last int, loosely bool) bool {
	for k := max(first, 0); k <= last; k++ {
		s := d.sents[k]
		for i := s.from; i < s.to && s.item == d.sents[last].item; i++ {
			if d.units[i].actor < 0 && (d.isNoun(i, "met") || slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Event == "met" && v.verb.Slots.Has("recip") })) {
				return true
			}
			if loosely && (d.isNoun(i, "session", "delegation") || d.units[i].set.has(lexicon.Head)) {
				return true
			}
		}
	}
	return false
}

// aloneTogether reads what two persons of two states did with nobody else there, whatever it was: "A et B
// ont vidé en tête à tête leur querelle".
func (d *doc) aloneTogether(k int) {
	s := d.sents[k]
	for i := s.from; i < s.to && d.lex.Options.Gendered; i++ {
		if e, ok := d.units[i].entry(lexicon.Each); !ok || e.Index != 2 || d.units[i].actor >= 0 {
			continue
		}
		n := d.lastBefore(i, s)
		for n >= s.actors[0] && !d.actors[n].subj {
			n--
		}
		if n < s.actors[0] {
			return
		}
		ps, end := d.group(n), d.pastComma(d.groupEnd(n), s)
		if len(ps) == 2 && d.apart(ps[:1], ps[1:]) && d.wasDone(end, s) && !d.told(ps) {
			d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: k, rule: d.lex.Lang + ".alone"}, i, false, true)
		}
		return
	}
}

// stateAt is the state of a name, an adjective or a place at unit i, empty for none.
func (d *doc) stateAt(i int) string {
	if e, ok := d.units[i].entry(lexicon.Adj); ok {
		return e.Code
	}
	return d.codeOf(i)
}

// sideBeside reads the side of a state that is told right before a verb in the passive, or right after one
// in the active voice, whatever delegation the sentence tells of before: "A led the Lao delegation, while the
// Thai side was headed by B".
func (f *frame) sideBeside(st graph.Status) bool {
	n := f.subjectActor()
	if i := min(f.g.at+4, f.s.to); n >= 0 && !f.g.be && f.d.actors[n].to == f.g.from && f.d.actors[n].named && i > f.g.at+1 && f.d.units[i-1].set.has(lexicon.Side) {
		return f.sideLed(f.d.sideCodes(f.g.at+1, i), f.subject(), st)
	}
	return false
}

// sideJustBefore reads the same for words that lead: "the Thai side was headed by B".
func (f *frame) sideJustBefore() bool {
	i := f.g.at - 1
	i -= one(i > f.s.from && f.d.units[i].set.has(lexicon.Be))
	return i > f.s.from && f.d.units[i].set.has(lexicon.Side) && f.sideBy(f.d.sideCodes(max(f.s.from, i-2), i+1))
}
