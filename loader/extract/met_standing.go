package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// standingBeside reads who stands or sits beside whom, told by the place alone or with a verb that tells of no
// contact: "bên phải ông là X, bên trái là Y", "A tươi cười bên cạnh B". Where the word for the place stands
// first in its sentence it means "besides", and tells of no contact.
func (d *doc) standingBeside(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for i := s.from; i < s.to; i++ {
		if !d.placedBeside(i) || !d.realised(s.from, s.to) {
			continue
		}
		b, whom := d.besideIs(i, s), c.subject
		if n := d.lastBefore(i, s); n >= s.actors[0] && d.actors[n].subj && len(d.actors[n].persons) == 1 {
			whom = d.actors[n].persons[0]
		}
		if n := d.units[min(i+1, s.to-1)].actor; b >= 0 && n >= 0 && n != b && len(d.actors[n].persons) == 1 {
			whom = d.actors[n].persons[0]
		}
		if b < 0 {
			b, whom = d.doneBeside(i, s)
		}
		if b < 0 || whom < 0 || !d.apart([]int{whom}, d.group(b)) {
			continue
		}
		d.emit(claim{left: []int{whom}, right: d.group(b), status: graph.Held, sent: k, rule: d.lex.Lang + ".beside"}, i, false, true)
	}
}

// placedBeside reports a word for a place beside somebody at unit i: see words.txt.
func (d *doc) placedBeside(i int) bool {
	e, ok := d.units[i].entry(lexicon.Beside)
	return ok && e.Index == 4 && d.units[i].actor < 0
}

// besideIs is the actor of "bên phải [A] là B" from unit i on, -1 for none.
func (d *doc) besideIs(i int, s sentence) int {
	j := i + 1
	if j < s.to && d.units[j].actor >= 0 {
		j = d.actors[d.units[j].actor].to
	}
	if j+1 >= s.to || !d.predicative(j) || d.units[j+1].actor < 0 {
		return -1
	}
	n := d.units[j+1].actor
	if a := &d.actors[n]; a.from != j+1 || !a.named || len(a.persons) != 1 || a.persons[0] < 0 {
		return -1
	}
	return n
}

// doneBeside is beside whom the only subject of a sentence does what the word before unit i tells, and that
// subject: "A tươi cười bên cạnh B".
func (d *doc) doneBeside(i int, s sentence) (b, whom int) {
	if i+1 >= s.to || i == s.from || d.units[i-1].punct != 0 || d.units[i-1].actor >= 0 || d.units[i-1].date >= 0 || d.units[i-1].cap {
		return -1, -1
	}
	n, m := d.units[i+1].actor, d.lastBefore(i, s)
	if n < 0 || !d.actors[n].named || len(d.actors[n].persons) != 1 || m < s.actors[0] || !d.actors[m].subj || d.groupSize(m) > 1 || len(d.actors[m].persons) != 1 || d.actors[n].persons[0] < 0 {
		return -1, -1
	}
	return n, d.actors[m].persons[0]
}

// atHisSide reads who has somebody of another state beside him, whatever he does there: "With B at his side, A said", "A,
// with B standing next to him, said".
func (d *doc) atHisSide(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		b, end := &d.actors[n], d.groupEnd(n)
		bare := b.gov == lexicon.None && b.from > s.from && d.units[b.from-1].punct == ',' // "A, B at his side, said"
		if b.gov != lexicon.With && b.gov != lexicon.Beside && !bare || b.prev >= 0 || !b.named || len(b.persons) == 0 || end >= s.to || !d.atSide(d.pastComma(end, s)) {
			continue
		}
		m := d.whoseSide(n, s)
		if m < 0 || !d.apart(d.actors[m].persons, b.persons) {
			continue
		}
		f := frame{d: d, k: k, s: s}
		if v := d.verbAfter(d.actors[m].to, s); v >= 0 {
			f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
			if st, ok := f.g.status(); ok && st != graph.Held || d.asks(d.actors[m].to) {
				continue
			}
		}
		d.emit(claim{left: d.actors[m].persons, right: d.group(n), status: graph.Held, sent: k, rule: d.lex.Lang + ".beside"}, b.from, false, true)
	}
}

// whoseSide is at whose side actor n is: the subject told last before, else the one that the words about n open the clause of.
func (d *doc) whoseSide(n int, s sentence) int {
	alone := func(m int) bool {
		a := &d.actors[m]
		return a.subj && a.gov == lexicon.None && a.prev < 0 && a.next < 0 && len(a.persons) == 1 && a.persons[0] >= 0
	}
	for m := n - 1; m >= s.actors[0]; m-- {
		if alone(m) {
			return m
		}
	}
	for m := d.lastOf(n) + 1; m < s.actors[1]; m++ {
		if alone(m) && d.units[d.actors[m].from-1].punct == ',' {
			return m
		}
	}
	return -1
}
