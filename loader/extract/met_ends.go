package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// pictured reads two of two states whom a picture shows together: "Bức ảnh cho thấy A và B cùng giơ cao chiếc áo",
// "Đứng giữa hai lá cờ trong ảnh là A và B".
func (d *doc) pictured(k int) {
	s := d.sents[k]
	for i := s.from; i < s.to; i++ {
		if d.units[i].actor >= 0 || !d.isNoun(i, "picture") {
			continue
		}
		for n := s.actors[0]; n < s.actors[1]; n++ {
			a, ps := &d.actors[n], d.group(n)
			if a.from <= i || a.prev >= 0 || a.next < 0 || len(ps) != 2 || !d.apart(ps[:1], ps[1:]) || d.told(ps) {
				continue
			}
			if v := a.from - 1; (d.verbsOf(v).Has("clause") || d.predicative(v)) && d.realised(s.from, a.from) {
				d.emit(claim{left: ps, among: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".picture"}, v, false, true)
			}
			return
		}
	}
}

// twoEnds reads who sits at one end of a table, or of a line, and who at the other: "Đầu này chiếc bàn là
// A. Đầu kia là B", "Ngồi bên này bàn là A; bên kia, B".
func (d *doc) twoEnds(k int) {
	s := d.sents[k]
	far := d.atEnd(s.from, s, "table")
	if far < 0 {
		return
	}
	near := d.atEnd(s.from, s, "end")
	if near < 0 && k > 0 && d.sents[k-1].item == s.item {
		near = d.atEnd(d.sents[k-1].from, d.sents[k-1], "end")
	}
	if near < 0 || !d.realised(d.sents[d.actors[near].sent].from, d.actors[near].from) || !d.realised(s.from, d.actors[far].from) {
		return
	}
	if l, r := d.group(near), d.group(far); len(l) > 0 && len(r) > 0 && d.apart(l, r) && !d.told([]int{l[0], r[0]}) {
		d.emit(claim{left: l, right: r, status: graph.Held, sent: k, rule: d.lex.Lang + ".present"}, d.actors[far].from, d.phoneIn(s) >= 0, true)
	}
}

// atEnd is who is told to be at an end that a noun of the event tells of, from unit i on; -1 for
// nobody. Of what it is the end stands between only if that is a table, a line or a screen.
func (d *doc) atEnd(i int, s sentence, event string) int {
	for ; i < s.to; i++ {
		if d.units[i].actor >= 0 || !d.isNoun(i, event) && !(event == "table" && (d.verbsOf(i).Has("facing") || d.farEndNoun(i))) {
			continue
		}
		j := i + 1
		if j < s.to && d.units[j].set.has(lexicon.Adverb) {
			j++ // "đầu bàn này"
		}
		if j < s.to && (d.units[j].set.has(lexicon.Phone) || d.isNoun(j, "board")) {
			for j++; j < s.to && j < i+9 && d.units[j].actor < 0 && d.units[j].punct == 0 && !d.units[j].set.either(lexicon.Be, lexicon.Verb); j++ {
			}
		}
		if j+1 >= s.to || !d.predicative(j) && d.units[j].punct != ',' {
			continue
		}
		if n := d.units[j+1].actor; n >= 0 && d.actors[n].named && d.actors[n].prev < 0 && d.actors[n].gov == lexicon.None {
			return n
		}
	}
	return -1
}

// farEndNoun reports a noun for the other end of a line.
func (d *doc) farEndNoun(i int) bool {
	e, ok := d.units[i].entry(lexicon.Noun)
	return ok && d.lex.Nouns[e.Index].Flags.Has("far")
}
