package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// toldLast reads a clause that tells first what was done with somebody, or who was waited for, and
// by whom only then: "Lội bùn cùng ông là B", "Chờ bà dưới mái hiên là B".
func (d *doc) toldLast(k int) {
	s := d.sents[k]
	for m := s.actors[0] + 1; m < s.actors[1]; m++ {
		b := &d.actors[m]
		if !b.named || b.prev >= 0 || len(b.persons) == 0 || !d.predicative(b.from-1) || b.gov != lexicon.None && b.from != d.actors[m-1].to+1 {
			continue
		}
		n := m - 1
		a := &d.actors[n]
		if len(a.persons) != 1 || !a.named && a.pron == lexicon.None || a.prev >= 0 || !d.doneFirst(n, b.from-1, s) || !d.apart(a.persons, b.persons) {
			continue
		}
		if p, q := a.persons[0], b.persons[0]; a.gov == lexicon.With && !d.toldApart(p, q) {
			continue // a companion more often than not
		}
		d.emit(claim{left: b.persons, right: a.persons, status: graph.Held, sent: k, rule: d.lex.Lang + ".inverted"}, a.from, false, true)
	}
}

// doneFirst reports that the clause that ends before unit is begins with what was done with actor n, with
// waiting for him, or with whoever did something to him, and names nobody else.
func (d *doc) doneFirst(n, is int, s sentence) bool {
	a := &d.actors[n]
	i := a.from - 1 - one(a.gov == lexicon.With)
	if i < s.from || a.gov != lexicon.None && a.gov != lexicon.With || !d.realised(i, is) || !d.oneClause(a.to, is) {
		return false
	}
	known, words, someone := a.gov == lexicon.With || d.verbsOf(i).Has("waits"), 0, false
	doer := d.isVerb(i, "met") || d.verbsOf(i).Has("takes")
	for ; i >= s.from && d.units[i].punct == 0 && !d.units[i].set.has(lexicon.And); i-- {
		u := &d.units[i]
		if words++; d.whoever(i) && (i == s.from || d.units[i-1].punct == ',' || d.units[i-1].set.has(lexicon.And)) {
			someone = true // "Người đưa bà tới đó là B"
			continue
		}
		if u.actor >= 0 || u.set.any(lexicon.Noun, lexicon.Be, lexicon.That, lexicon.Of, lexicon.Thing) || !d.realised(i, i+1) {
			return false
		}
	}
	if someone {
		return doer && words == 2
	}
	return known && words > 0 && words < 5 && (i < s.from || d.units[i].punct != ',' || d.timeOnly(s.from, i))
}

// timeOnly reports words of time or place, and nobody, among units [from, to).
func (d *doc) timeOnly(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.actor >= 0 || u.set.either(lexicon.Verb, lexicon.Be) && u.date < 0 && !u.set.either(lexicon.In, lexicon.To) {
			return false
		}
	}
	return true
}

// seatAcross reads "ngồi vào chiếc ghế đối diện A là B": who takes the seat on the other side of somebody.
func (f *nounFrame) seatAcross() {
	d := f.d
	if f.at+1 >= f.s.to || d.units[f.at+1].actor < 0 {
		return
	}
	a := &d.actors[d.units[f.at+1].actor]
	for i := f.at - 1; a.named && len(a.persons) == 1 && i >= f.s.from && i > f.at-4 && d.units[i].punct == 0; i-- {
		if !d.units[i].set.has(lexicon.Verb) || d.units[i].actor >= 0 {
			continue
		}
		w := frame{d: d, k: f.k, s: f.s, c: f.c, g: d.verbGroup(i, lexicon.Fin, f.s)}
		who := w.subject()
		if st, ok := w.g.status(); ok && st == graph.Held && len(who) > 0 && d.apart(who, a.persons) {
			d.emit(claim{left: who, right: a.persons, status: st, sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key}, f.at, false, true)
		}
		return
	}
}

// handedTo is whom something is handed to behind a passive with its agent in front: "Huân chương được A trao tận tay B",
// "được A gắn lên ngực áo B".
func (f *frame) handedTo() []int {
	if ps := f.after(f.g.at, lexicon.To); len(ps) > 0 {
		return ps
	}
	if i := f.g.at + 1; i < f.s.to && f.d.units[i].actor >= 0 && len(f.subject()) == 0 {
		return f.after(f.g.at, lexicon.None)
	}
	return nil
}

// oneClause reports units without anybody, a mark or a word that opens another clause.
func (d *doc) oneClause(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.punct != 0 || u.actor >= 0 || u.set.either(lexicon.That, lexicon.Who) {
			return false
		}
	}
	return true
}

// invitedTo reads a meal or a stay to which somebody is invited, right after the verb for that: "A được B mời
// ăn sáng". It tells whose guest the subject is even where it does not tell of both sides.
func (f *frame) invitedTo(cl *claim) bool {
	d, v := f.d, f.g.at-1
	if v <= f.s.from || !d.verbsOf(v).Has("invite") || d.verbsOf(v).Has("takes") {
		return false
	}
	w := frame{d: d, k: f.k, s: f.s, c: f.c, verb: f.verb, g: d.verbGroup(v, f.g.form, f.s)}
	if w.agentFirst(); w.before > 0 {
		cl.left, cl.right = w.agent(), w.subject()
	}
	st, ok := w.g.status()
	cl.hostLeft, cl.status = true, st
	return ok && len(cl.left) == 1 && len(cl.right) > 0
}

// saidWho are those who are told last to be whom the clause of the verb tells of: "Among those he met were B and C",
// "The ministers received by A included B"; nil if the sentence does not begin so.
func (f *frame) saidWho() []int {
	d, head := f.d, f.g.from
	if n := f.subjectActor(); n >= 0 && d.actors[n].to <= head && !f.g.passive() {
		head = d.actors[d.groupOf(n)[0]].from
	}
	if head > f.s.from && d.units[head-1].set.has(lexicon.That) {
		head--
	}
	if head--; head < f.s.from || !d.someUnnamed(head) {
		return nil
	}
	if n := d.units[head].actor; n >= 0 {
		head = d.actors[n].from
	}
	if i := head - one(head > f.s.from && d.units[head-1].set.has(lexicon.Between)); i != d.afterDateline(f.s) {
		return nil
	}
	for j := f.g.at + 1; j+1 < f.s.to && d.units[j].punct == 0; j++ {
		if n := d.units[j].actor; n >= 0 && (!f.g.passive() || d.actors[n].subj) {
			return nil
		}
		if !d.predicative(j) && !d.lists(j) {
			continue
		}
		m := d.units[j+1].actor
		if m < 0 || !d.actors[m].named || d.actors[m].gov != lexicon.None || !d.realised(f.g.at+1, j+1) {
			return nil
		}
		g := slices.DeleteFunc(slices.Clone(d.groupOf(m)), func(n int) bool { return d.actors[n].owner })
		return d.personsOf(g)
	}
	return nil
}

// someUnnamed reports a word for several at unit i who are not named: "those", "the ministers".
func (d *doc) someUnnamed(i int) bool {
	n := d.units[i].actor
	if n < 0 {
		return d.units[i].set.has(lexicon.Dem)
	}
	a := &d.actors[n]
	return a.plural && !a.named && a.pron == lexicon.None && a.to == i+1
}
