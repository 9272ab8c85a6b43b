package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// room reads "Rời phòng làm việc của A, B ..." and "B bước vào phòng làm việc của A": who
// enters or leaves somebody's room has seen him there.
func (f *nounFrame) room() {
	n := f.whose()
	if i := f.at - 3; n < 0 && i >= f.s.from && f.d.clitic(i+1) && f.d.units[f.at-1].set.has(lexicon.Place) {
		n = f.d.units[i].actor // "X's Kabul office"
	}
	if n < 0 || len(f.d.actors[n].persons) != 1 {
		return
	}
	for i := min(f.at, f.d.actors[n].from) - 1; i >= f.s.from && i > min(f.at, f.d.actors[n].from)-4; i-- {
		if vs := f.d.verbsOf(i); f.d.units[i].actor >= 0 || !vs.Has("steps") && !vs.Has("visits") && !vs.Has("goes") {
			continue
		}
		w := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: f.d.verbGroup(i, lexicon.Fin, f.s)}
		st, ok := w.g.status()
		who := w.subject()
		if !ok || st != graph.Held || len(who) != 1 && w.copulaSubject() < 0 {
			return
		}
		f.d.emit(claim{left: who, right: f.d.actors[n].persons, status: st, sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key}, f.at, false, true)
		return
	}
}

// board reads "Bên ấm trà, A và B ..." and "cửa phòng hội đàm khép lại sau lưng A và B":
// two persons of two states at one table.
func (f *nounFrame) board() {
	if st, ok := f.status(); !ok || st != graph.Held {
		return
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		g := f.d.groupOf(n)
		if g[0] != n || len(g) != 2 || !f.d.actors[g[0]].named || !f.d.actors[g[1]].named {
			continue
		}
		if ps := f.d.personsOf(g); len(ps) == 2 && f.d.apart(ps[:1], ps[1:]) {
			f.d.emit(claim{left: ps, among: true, status: graph.Held, sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key}, f.at, false, true)
			return
		}
	}
}

// videoPair reads "Trên màn hình từ Bắc Kinh, A nói; tại đầu cầu Hà Nội, B đáp": the only
// two subjects of a sentence that tells of two ends of a line.
func (d *doc) videoPair(k int) {
	s, ends := d.sents[k], 0
	var ps []int
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.set.has(lexicon.Phone) && u.actor < 0 {
			ends++
		} else if u.actor < 0 && u.set.any(lexicon.HaveFut, lexicon.Plan, lexicon.Not, lexicon.Cancel) {
			return
		}
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; a.named && a.subj && len(a.persons) == 1 && !slices.Contains(ps, a.persons[0]) {
			ps = append(ps, a.persons[0])
		}
	}
	if ends < 2 || len(ps) != 2 || !d.apart(ps[:1], ps[1:]) {
		return
	}
	d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: k, rule: d.lex.Lang + ".phone"}, s.from, true, true)
}

// amongTalks are those of whose contacts one is told: "Trong số các cuộc tiếp xúc của A
// có cuộc gặp với B"; "có" is unit at, or the first word of it.
func (d *doc) amongTalks(at int, s sentence) []int {
	if at < s.from || !d.units[at].set.either(lexicon.Support, lexicon.Including) && !d.startsWith(&d.units[at], lexicon.Support) {
		return nil
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		i := d.pastDays(a.from-2, s)
		if a.to > at || a.gov != lexicon.Of || a.prev >= 0 || i < s.from {
			continue
		}
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Event == "met" && d.verbless(d.groupEnd(n), at) {
			return d.group(n)
		}
	}
	return nil
}

// afterCount reports words that count or date a contact between the noun and whose it
// is: "cuộc gặp thứ ba trong năm của A".
func (f *nounFrame) afterCount(to int) bool {
	return to-f.at < 9 && f.d.onlySmall(f.at+1, to-1)
}

// whomItWas is the object told after "is": "Người thứ hai A gặp trong ngày là B", "Những người
// A gặp gồm B và C".
func (f *frame) whomItWas() []int {
	d, n := f.d, f.subjectActor()
	from := f.s.from
	for from+1 < f.s.to && d.units[from].set.either(lexicon.Adverb, lexicon.Numeral) && d.units[from].actor < 0 {
		from++ // "Trong số những người A gặp có B"
	}
	if n < 0 || d.actors[n].from == from || !d.openWord(from) || !d.onlySmall(d.actors[n].to, f.g.from) {
		return nil
	}
	for i := from; i < d.actors[n].from; i++ {
		if u := &d.units[i]; u.punct != 0 || u.set.has(lexicon.Verb) || u.actor >= 0 && d.actors[u.actor].named {
			return nil
		}
	}
	for m := n + 1; m < f.s.actors[1]; m++ {
		a := &d.actors[m]
		if a.from > f.g.at && d.tellsWho(a.from-1) {
			if d.clauseEnds(f.g.at+1, a.from-1) {
				return nil
			}
			return d.group(m)
		}
	}
	return nil
}

// tellsWho reports a word that names at unit i whom a phrase means: "là A", and, where they need
// no article, "gồm A và B", "có A".
func (d *doc) tellsWho(i int) bool {
	return d.predicative(i) || d.units[i].actor < 0 && d.units[i].set.either(lexicon.Including, lexicon.Support)
}

// openWord reports "người" and "vị khách" at unit i: somebody told after it.
func (d *doc) openWord(i int) bool {
	if n := d.units[i].actor; n >= 0 {
		return !d.actors[n].named && (d.actors[n].role("guest") || d.actors[n].role("persons"))
	}
	if e, ok := d.units[i].entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Event == "line" {
		return true // "người tiếp theo"
	}
	return d.units[i].set.either(lexicon.Namesake, lexicon.Honorific)
}

// welcomes reports "hoan nghênh X sang thăm": who says so stands before X, unless he writes.
func (f *frame) welcomes() bool {
	d, i := f.d, f.g.at+1
	if i >= f.s.to || d.units[i].actor < 0 || !d.actors[d.units[i].actor].named || d.writes(f.k) {
		return false
	}
	end := d.groupEnd(d.units[i].actor)
	for end < f.s.to && d.units[end].set.either(lexicon.Have, lexicon.Adverb) && !d.units[end].set.has(lexicon.Verb) {
		end++
	}
	return end < f.s.to && slices.ContainsFunc(d.verbsOf(end), func(v verbForm) bool {
		return v.verb.Flags.Has("trip") || v.verb.Flags.Has("guest") && v.verb.Flags.Has("near")
	})
}
