package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// agent is the group after the agent preposition; it may be repeated.
func (f *frame) agent() []int {
	if f.before > 0 {
		return f.d.group(f.before - 1)
	}
	ps := f.after(f.g.at, lexicon.By)
	if len(ps) == 0 {
		ps = f.namedAfterAgent()
	}
	if len(ps) == 0 {
		ps = f.fronted(lexicon.By) // "C'est par B que A a été reçu"
	}
	if f.g.passiveBy && f.verb.Flags.Has("owned") && len(ps) == 0 {
		ps = f.after(f.g.at, lexicon.Of) // "s'est vu ouvrir le bureau de B"
	}
	for n := f.s.actors[0]; n < f.s.actors[1] && len(ps) > 0; n++ { // "by A and, two days later, by B"
		a := &f.d.actors[n]
		if a.gov == lexicon.By && a.prev < 0 && a.from > f.g.at && f.d.units[a.from-1].to-f.d.units[a.from-1].from == 1 && (f.d.repeated(n, f.g.at) || f.pastAside(n)) {
			ps = append(ps, f.d.group(n)...)
		}
	}
	return ps
}

// namedAfterAgent is who is named after the agent that does not name them: "conduite par un
// civil, X".
func (f *frame) namedAfterAgent() []int {
	d := f.d
	for i := f.g.at + 1; i+1 < f.s.to && i < f.g.at+4; i++ {
		if u := &d.units[i]; u.actor >= 0 || !u.set.has(lexicon.By) {
			continue
		}
		for j := i + 1; j < f.s.to && j < i+9; j++ {
			u := &d.units[j]
			if n := u.actor; n >= 0 && d.actors[n].from == j && d.actors[n].named {
				if j > i+2 && d.units[j-1].punct == ',' && d.units[i+1].set.has(lexicon.Indef) && d.actors[n].gov == lexicon.None && d.actors[n].prev < 0 {
					return d.group(n)
				}
				return nil
			}
			if u.set.any(lexicon.Verb, lexicon.And, lexicon.Who, lexicon.That) || u.punct != 0 && u.punct != ',' {
				return nil
			}
		}
	}
	return nil
}

// agentHead is where the agent of actor n begins: at the first of its list, or at a title that has
// words of its own before the name, "do Phó Chủ tịch Ủy ban về Quan hệ quốc tế của Hạ viện X".
func (d *doc) agentHead(n int, s sentence) *actor {
	a := &d.actors[d.groupOf(n)[0]]
	if n <= s.actors[0] || a.gov != lexicon.None || !d.actors[n].named {
		return a
	}
	b := &d.actors[n-1]
	if b.named || len(b.roles) == 0 || b.gov != lexicon.Passive && b.gov != lexicon.By {
		return a
	}
	for i := b.to; i < a.from; i++ {
		if u := &d.units[i]; u.punct != 0 || u.date >= 0 || u.set.either(lexicon.And, lexicon.Have) {
			return a
		}
	}
	return b
}

// repeated reports a phrase that "and" joins to an earlier one across an
// insertion without a verb.
func (d *doc) repeated(n, at int) bool {
	for i := d.actors[n].from - 2; i > at && i > d.actors[n].from-10; i-- {
		u := &d.units[i]
		if u.actor >= 0 && d.dated(i+1, d.actors[n].from-1) {
			return true // "by A; in the afternoon, by B"
		}
		if u.actor >= 0 || u.set.has(lexicon.Verb) {
			return false
		}
		if u.set.has(lexicon.And) {
			for i--; i > at && (d.units[i].punct == ',' || d.units[i].date >= 0 || d.units[i].actor < 0 && d.units[i].set.any(lexicon.In, lexicon.Prep, lexicon.Place, lexicon.Adverb)); i-- {
			}
			return d.units[i].actor >= 0
		}
	}
	return false
}

// pastAside reports a phrase that "and" joins to the agent across what is told of that one between
// commas: "par A, attendu à Lima en mai, et par B".
func (f *frame) pastAside(n int) bool {
	const far = 25
	d := f.d
	i := d.actors[n].from - 3
	if i <= f.g.at || !d.units[i+1].set.has(lexicon.And) || d.units[i].punct != ',' {
		return false
	}
	for i--; i > f.g.at && i > d.actors[n].from-far && d.units[i].punct != ';' && d.units[i].kind != text.Break; i-- {
		if m := d.units[i-1].actor; d.units[i].punct == ',' && m >= 0 && d.actors[m].to == i {
			return d.actors[d.groupOf(m)[0]].gov == lexicon.By && d.actors[m].from > f.g.at
		}
	}
	return false
}

// discussedBy reads "trade was discussed by A and B", "được A và B thảo luận": two of two
// states as the agents of what only two can do.
func (f *frame) discussedBy(cl claim) bool {
	byName := f.before > 0 && f.d.actors[f.before-1].named
	if !f.g.passive() || !f.g.be && !byName || !f.verb.Slots.Has("recip") || f.verb.Slots.Has("obj") || f.verb.Flags.Has("cochair") {
		return false
	}
	cl.left, cl.among = f.agent(), true
	if len(cl.left) != 2 || !f.d.twoOrigins(cl.left[0], cl.left[1]) {
		return false
	}
	f.d.emit(cl, f.g.at, false, true)
	return true
}

// agentTalks reports "vấn đề được A trao đổi với B": the agent before the verb is a side,
// the partner after it the other.
func (f *frame) agentTalks() bool {
	return f.g.passiveBy && f.before > 0 && f.verb.Slots.Has("with") && !f.verb.Slots.Has("obj")
}

// thanked reads "A cảm ơn B đã dành thời gian tiếp": who is thanked for a welcome has
// received whoever gives thanks, unless a letter does.
func (f *frame) thanked(cl *claim) bool {
	d := f.d
	m := d.lastBefore(f.g.from, f.s)
	if m < f.s.actors[0] || f.g.passive() || !d.onlySmall(d.actors[m].to, f.g.from) || d.writes(f.k) {
		return false
	}
	v := d.actors[d.groupOf(m)[0]].from - 1
	if v <= f.s.from || !d.verbsOf(v).Has("thanks") {
		return false
	}
	w := frame{d: d, k: f.k, s: f.s, c: f.c, g: d.verbGroup(v, lexicon.Fin, f.s)}
	if st, ok := w.g.status(); !ok || st != graph.Held {
		return false
	}
	left, right := d.group(m), w.subject()
	if len(left) != 1 || len(right) == 0 || !d.apart(left, right) {
		return false
	}
	cl.left, cl.right, cl.hostLeft = left, right, true
	return true
}

// agentFirst reads "được A tiếp", "do A dẫn đầu": a passive whose agent stands
// between the particle and the verb.
func (f *frame) agentFirst() {
	d := f.d
	if !d.lex.Options.AgentFirst {
		return
	}
	aside := false
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > f.g.from {
			continue
		}
		if f.agentAside(n) {
			aside = true
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
		if n > f.s.actors[0] && a.gov != lexicon.None && a.gov != lexicon.By && a.gov != lexicon.Passive && d.adjuncts(d.actors[n-1].to, f.g.from) {
			aside = true // "được A theo đề nghị của Z tiếp"
			continue
		}
		head, led := d.agentHead(n, f.s), f.verb.Event == "led"
		by := head.gov == lexicon.Passive || head.gov == lexicon.By
		if led && !a.named && !by && a.from > f.s.from {
			continue // the rest of a long title: "do A, Giám đốc Chương trình X của Bộ Y dẫn đầu"
		}
		if !by || !aside && !d.adjuncts(a.to, f.g.from) && !d.insertion(a.to, f.g.from) && !((led || f.verb.Event == "signed") && d.titleUpTo(a, f.g.from)) {
			return
		}
		f.before = n + 1
		g := d.verbGroup(head.from-1, f.g.form, f.s)
		particle := &d.units[head.from-1] // "mong được"
		g.at, g.passiveBy, g.plan, g.fut, g.not = f.g.at, true, g.plan || f.g.plan || particle.set.has(lexicon.Plan), g.fut || f.g.fut, g.not || f.g.not || particle.set.has(lexicon.Not)
		f.g = g
		return
	}
}

// bodyActs reports a state or a body, and nobody named, as the agent right before a verb at unit i:
// "hội nghị do Nhật Bản chủ trì".
func (d *doc) bodyActs(i int, s sentence) bool {
	if !d.lex.Options.AgentFirst {
		return false
	}
	j := i - 1
	for j > s.from && d.units[j].actor < 0 && d.units[j].set.any(lexicon.Country, lexicon.Org, lexicon.Body, lexicon.Portfolio, lexicon.Place) {
		j--
	}
	return j < i-1 && j >= s.from && d.units[j].actor < 0 && d.units[j].set.has(lexicon.By)
}

// titleUpTo reports that what stands from a named actor to unit j may be the rest of a title that
// no rule reads whole: after a comma, a dash or the beginning of it, nobody named, no new clause.
func (d *doc) titleUpTo(a *actor, j int) bool {
	i := a.to
	begun := len(a.roles) > 0 && a.roles[len(a.roles)-1].to == i
	if !a.named || j-i > 40 || !begun && (d.units[i].punct != ',' && !d.dash(i) || !d.units[i+1].cap) {
		return false
	}
	for ; i < j; i++ {
		if u := &d.units[i]; u.name >= 0 || u.date >= 0 || u.kind == text.Break || u.punct == ';' || u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.Passive, lexicon.By, lexicon.Be, lexicon.Who, lexicon.That, lexicon.Including) && !u.cap {
			return false
		}
	}
	return true
}

// agentBefore is the agent of the main clause as the subject of what it did meanwhile:
// "Tuyên bố được A đưa ra khi tiếp B"; -1 for none.
func (d *doc) agentBefore(i int, s sentence) int {
	if i <= s.from || !d.units[i-1].set.any(lexicon.That, lexicon.After, lexicon.In) || d.units[i-1].actor >= 0 {
		return -1
	}
	for n := d.lastBefore(i, s); n >= s.actors[0]; n-- {
		a := &d.actors[n]
		switch {
		case a.prev >= 0:
		case a.gov == lexicon.Passive || a.gov == lexicon.By:
			return n
		case a.subj && a.named:
			return -1
		}
	}
	return -1
}

// talkBetween reports a verb of contact at unit v that stands as a noun for it, where nouns
// and verbs look alike: at the start of its sentence or after a verb that says that it took
// place, "Bắt tay giữa A và B", "đã diễn ra tiếp xúc giữa A và B".
func (d *doc) talkBetween(v int, s sentence) bool {
	if v < s.from || d.units[v].actor >= 0 || !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Event == "met" && x.verb.Slots.Has("recip") }) {
		return false
	}
	if v == s.from {
		return true
	}
	g := d.verbGroup(v-1, lexicon.Fin, s)
	st, ok := g.status()
	return ok && st == graph.Held && d.verbsOf(v-1).Has("occurs")
}

// headsWere reads "Hai trưởng đoàn là A và B": the two who preside over a contact, by name.
func (d *doc) headsWere(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n+1 < s.actors[1]; n++ {
		e, ok := d.units[d.actors[n].from].entry(lexicon.They)
		if ps := d.group(n + 1); ok && e.Index == 2 && d.actors[n].to == d.actors[n+1].from-1 && d.predicative(d.actors[n].to) && len(ps) == 2 && d.apart(ps[:1], ps[1:]) && !d.announces(s) {
			d.emit(claim{left: ps, among: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".heads"}, s.from, false, true)
		}
	}
}
