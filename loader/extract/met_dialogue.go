package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// answered reads "A hỏi về cảng; B đáp rằng cảng đã xong" and the same in two sentences: who
// answers, without saying whom, answers who has just spoken. What is written or said to the press
// is no talk.
func (d *doc) answered(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for v := s.from; v < s.to; v++ {
		if d.units[v].actor >= 0 || !d.verbsOf(v).Has("answers") {
			continue
		}
		f := frame{d: d, k: k, s: s, c: c, g: d.verbGroup(v, lexicon.Fin, s)}
		st, ok := f.g.status()
		n := f.subjectActor()
		if !ok || st != graph.Held || n < 0 || d.actors[n].to > v || len(d.actors[n].persons) != 1 || v+1 < s.to && d.units[v+1].actor >= 0 || f.afar(s.to) {
			continue
		}
		p := d.spokeBefore(n, k)
		if p >= 0 && d.apart([]int{p}, d.actors[n].persons) {
			d.emit(claim{left: []int{p}, right: d.actors[n].persons, status: st, sent: k, rule: d.lex.Lang + ".answer"}, v, false, true)
		}
	}
}

// spokeBefore is the subject of the last verb of speech before actor n, in its sentence or the
// one before; -1 for nobody, or if that was written or said to the press.
func (d *doc) spokeBefore(n, k int) int {
	at := d.actors[n].from
	for j := k; j >= max(k-1, 0) && d.sents[j].item == d.sents[k].item; j-- {
		s := d.sents[j]
		f := frame{d: d, k: j, s: s, c: &discourse{subject: -1}}
		for v := min(at, s.to) - 1; v > s.from; v-- {
			if d.units[v].actor >= 0 || !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Flags.Has("speech") || x.verb.Flags.Has("face") }) {
				continue
			}
			f.g = d.verbGroup(v, lexicon.Fin, s)
			st, ok := f.g.status()
			m := f.subjectActor()
			if !ok || st != graph.Held || m < 0 || m == n || len(d.actors[m].persons) != 1 || f.afar(s.to) {
				return -1
			}
			return d.actors[m].persons[0]
		}
	}
	return -1
}
