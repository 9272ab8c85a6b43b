package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// offered reads "Une audience a été accordée par A à B" and "Un dîner lui a été offert par A":
// who gives a contact, and to whom, are told behind the verb.
func (f *nounFrame) offered() (host, guest []int) {
	v := f.givenNext()
	if v < 0 {
		return nil, nil
	}
	w := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: f.d.verbGroup(v, lexicon.PP, f.s)}
	if host, guest = w.agent(), w.after(v, lexicon.To); len(guest) == 0 && f.c.subject >= 0 && w.dative() >= 0 {
		guest = []int{f.c.subject}
	}
	if len(host) != 1 || len(guest) == 0 || !f.d.apart(host, guest) {
		return nil, nil
	}
	return host, guest
}

// offeredTo fills a claim with them.
func (f *nounFrame) offeredTo(cl *claim) bool {
	cl.left, cl.right = f.offered()
	cl.hostLeft = len(cl.left) > 0
	return cl.hostLeft
}

// givenNext is the verb of giving in the passive of which the noun is the subject, -1 for none.
func (f *nounFrame) givenNext() int {
	if f.at > f.s.from+3 {
		return -1
	}
	passive := false
	for i := f.at + 1; i < f.s.to && i < f.at+7; i++ {
		u := &f.d.units[i]
		passive = passive || u.set.has(lexicon.Be)
		for _, v := range f.d.verbsOf(i) {
			if passive && v.form&lexicon.PP != 0 && v.verb.Flags.Has("gives") {
				return i
			}
		}
		if u.actor >= 0 && f.d.actors[u.actor].pron == lexicon.None || u.set.either(lexicon.That, lexicon.Who) {
			return -1
		}
	}
	return -1
}

// predicated reports "to be" among units [from, to), and nothing of what is to come.
func (d *doc) predicated(from, to int) bool {
	is := false
	for i := from; i < to; i++ {
		if d.units[i].set.any(lexicon.BeFut, lexicon.HaveFut, lexicon.Not, lexicon.Plan) {
			return false
		}
		is = is || d.units[i].set.has(lexicon.Be)
	}
	return is
}

// visitTo reads "Sa première visite a été pour B": of whom the text was about.
func (f *nounFrame) visitTo() {
}

// visitPaid reads "A's visit to B yielded an accord", "opened his stay with a visit to B": a visit to somebody.
func (f *nounFrame) visitPaid() {
	d := f.d
	var cl claim
	if by, _ := f.slot(lexicon.By); len(by) > 0 && f.wasGiven(&cl, by) { // "was paid a visit by B"
		cl = claim{left: cl.left, right: cl.right, guestLeft: true, status: graph.Held, sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key}
		if st, ok := f.status(); ok && st == graph.Held {
			d.emit(cl, f.at, false, true)
		}
		return
	}
	ps, n := f.slot(lexicon.To)
	if !f.noun.Flags.Has("to") || len(ps) == 0 || !d.actors[n].named || d.actors[n].owner || d.actors[n].from > f.at+2 && !d.dated(f.at+1, d.actors[n].from-1) {
		return
	}
	st, ok := f.status()
	if !ok || f.deniedLater() {
		return
	}
	cl = claim{right: ps, status: st, guestLeft: true, sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key}
	if cl.left = f.genitive(); len(cl.left) == 0 {
		cl.left, _ = f.slot(lexicon.Of)
	}
	if len(cl.left) == 0 {
		cl.left, _ = f.subjectBefore(n)
	}
	if len(cl.left) > 0 && d.otherSide(&cl, f.c) {
		d.emit(cl, f.at, false, true)
	}
}

// goesOnWith is whose contact a sentence tells of that starts with it: "Les entretiens avec B ont
// porté sur la dette", "Un entretien avec B a suivi"; of whom the text was about before.
func (f *nounFrame) goesOnWith(with int) []int {
	d, p := f.d, f.c.subject
	if with < 0 || p < 0 || !d.lex.Options.Gendered || !f.starts() || len(d.actors[with].persons) == 0 || !d.apart([]int{p}, d.actors[with].persons) || !d.toldSince(p, f.k-2) {
		return nil
	}
	end := d.groupEnd(with)
	if f.occurs(with) || f.occursFirst() || f.at >= f.s.from+2 && d.units[f.at-1].set.has(lexicon.Indef) && d.predicative(f.at-2) || d.units[f.at-1].set.either(lexicon.Def, lexicon.Poss) && end < f.s.to && d.wasDone(end, f.s) {
		return []int{p}
	}
	return nil
}

// starts reports that nobody and no clause stands before the noun in its sentence.
func (f *nounFrame) starts() bool {
	for i := f.s.from; i < f.at; i++ {
		if u := &f.d.units[i]; u.actor >= 0 || u.set.any(lexicon.That, lexicon.Who, lexicon.Not) || u.punct == ';' || u.punct == ':' {
			return false
		}
	}
	return f.at > f.s.from
}

// occursFirst reports a verb before the noun that says no more than that the contact took
// place: "Ont suivi des entretiens avec B".
func (f *nounFrame) occursFirst() bool {
	for i := f.at - 1; i >= f.s.from && i > f.at-5; i-- {
		for _, v := range f.d.verbsOf(i) {
			if v.verb.Flags.Has("occurs") {
				g := f.d.verbGroup(i, v.form, f.s)
				st, ok := g.status()
				return ok && st == graph.Held
			}
		}
	}
	return false
}

// ranks reports "le premier à": what somebody was the first to say was said from anywhere.
func (f *frame) ranks() bool {
	return f.g.form == lexicon.Inf && f.d.units[f.g.from].set.any(lexicon.First, lexicon.Second, lexicon.LastTime) && f.d.units[f.g.from].actor < 0
}

// seen makes an infinitive told as done of somebody who was seen doing it: "On a vu A serrer
// la main de B".
func (f *frame) seen() {
	n := f.endingAt(f.g.from)
	if n < 0 || f.g.form != lexicon.Inf || f.g.not || f.d.actors[n].to != f.g.from || !f.d.actors[n].named {
		return
	}
	i := f.d.actors[f.d.groupOf(n)[0]].from - 1
	if i <= f.s.from || f.d.units[i].actor >= 0 {
		return
	}
	for _, v := range f.d.verbsOf(i) {
		g := f.d.verbGroup(i, v.form, f.s)
		if st, ok := g.status(); v.verb.Flags.Has("watches") && ok && st == graph.Held && !g.passive() {
			f.fallen, f.g.done = n+1, true
		}
	}
}

// gives reports the participle of a verb of giving at unit i.
func (d *doc) gives(i int) bool {
	return d.units[i].actor < 0 && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Flags.Has("gives") && v.form&lexicon.PP != 0 })
}

// grantedBehind reads "l'audience que lui a accordée B" and "l'audience que B lui a accordée", where unit k follows "que": the
// subject beside its verb, and who has a part in the sentence beside, or says it.
func (f *nounFrame) grantedBehind(k int) (host, guest []int) {
	d := f.d
	if k <= f.at+1 || k >= f.s.to {
		return nil, nil
	}
	b := d.units[k].actor
	if d.pronounUnit(k) {
		b = f.givenBy(k + 3)
	} else if b >= 0 {
		k = d.actors[b].to
	}
	if b < 0 || d.actors[b].gov != lexicon.None || k+2 >= f.s.to || !d.pronounUnit(k) || !d.units[k+1].set.has(lexicon.Have) || !d.gives(k+2) {
		return nil, nil
	}
	host = d.group(b)
	for n := f.s.actors[0]; n < f.s.actors[1] && len(guest) == 0; n++ {
		if a := &d.actors[n]; a.subj && a.gov == lexicon.None && a.pron == lexicon.None && d.groupOf(n)[0] != b && len(a.persons) == 1 {
			guest = a.persons
		}
	}
	if len(guest) == 0 {
		guest = f.sayer()
	}
	if n := d.units[k].actor; len(guest) == 0 && n >= 0 {
		guest = d.actors[n].persons
	}
	if len(guest) == 0 || !d.apart(host, guest) {
		return nil, nil
	}
	return host, guest
}

// givenBy is who stands at unit i or behind days and places from there; -1 for nobody.
func (f *nounFrame) givenBy(i int) int {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.from >= i && a.gov == lexicon.None && a.prev < 0 {
			if a.from == i || d.adjuncts(i, a.from) {
				return n
			}
			return -1
		}
	}
	return -1
}

// sayer is the subject behind a verb of speech before the noun: "C'est ce qu'a déclaré A à l'issue
// d'un entretien avec B".
func (f *nounFrame) sayer() []int {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.to > f.at || a.gov != lexicon.None || a.prev >= 0 || len(a.persons) != 1 || a.from < f.s.from+2 {
			continue
		}
		v, aux := a.from-1, a.from-2
		if d.units[v].actor < 0 && d.units[aux].set.has(lexicon.Have) && aux > f.s.from && d.units[aux-1].set.has(lexicon.That) && d.units[v].set.has(lexicon.Verb) {
			return a.persons
		}
	}
	return nil
}

// atTalks are two of two states in a headline: "A et B en tête-à-tête", "Tête-à-tête A - B".
func (f *nounFrame) atTalks() []int {
	d := f.d
	if !d.verbless(f.s.from, f.at) || !d.verbless(f.at+1, f.s.to) {
		return nil
	}
	w := frame{d: d, k: f.k, s: f.s, c: f.c}
	if m := w.endingAt(f.at - 1); m >= 0 && f.at-1 > f.s.from && d.units[f.at-1].set.has(lexicon.In) && d.actors[m].named && d.actors[m].to == f.at-1 && d.actors[d.groupOf(m)[0]].gov == lexicon.None {
		return d.pairOf(d.group(m))
	}
	if f.at+1 >= f.s.to || d.units[f.at+1].actor < 0 {
		return nil
	}
	a := &d.actors[d.units[f.at+1].actor]
	if i := a.to; i+1 < f.s.to && d.dash(i) && d.units[i+1].actor >= 0 && a.named {
		b := &d.actors[d.units[i+1].actor]
		return d.pairOf(slices.Concat(a.persons, b.persons))
	}
	return nil
}

// dash reports a dash at unit i.
func (d *doc) dash(i int) bool {
	t := d.textOf(i, i+1)
	return t == "-" || t == "–" || t == "—"
}

// pairOf is ps if they are two of two states, nil if not.
func (d *doc) pairOf(ps []int) []int {
	if len(ps) != 2 || !d.apart(ps[:1], ps[1:]) {
		return nil
	}
	return ps
}

// firstWas is the subject told behind of what somebody was the first to do: "Le premier à
// recevoir A a été B"; -1 for none.
func (f *frame) firstWas() int {
	d := f.d
	if f.g.form != lexicon.Inf || !f.g.done || !d.units[f.g.from].set.any(lexicon.First, lexicon.Second, lexicon.LastTime) {
		return -1
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		switch {
		case a.to <= f.g.from && a.gov == lexicon.None:
			return -1
		case a.from > f.g.at && a.gov == lexicon.None && a.prev < 0 && a.named && d.predicative(d.pastDays(a.from-1, f.s)):
			return n
		}
	}
	return -1
}
