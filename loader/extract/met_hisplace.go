package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// atHisPlace reads what a visitor does at somebody's, whatever the verb, and what takes place there
// without one: "Il s'est attardé chez B", "La journée s'est achevée dans le bureau de B". Only a
// visit makes it a contact: "chez B, on se tait" and "apprécie chez B l'humour" are none.
func (d *doc) atHisPlace(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		host, end := d.actors[n].persons, d.groupEnd(n)
		if !d.actors[n].named || d.actors[n].prev >= 0 || len(host) != 1 || !d.inHisRooms(n) || end < s.to && d.units[end].set.has(lexicon.Def) {
			continue
		}
		until := s.to
		guest := d.guestAt(k, n, c)
		if !d.realised(s.from, until) {
			continue
		}
		if len(guest) == 1 && guest[0] != host[0] && d.cameTo(guest[0], host[0], k) {
			d.emit(claim{left: host, right: guest, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".place"}, d.actors[n].from-1, false, true)
			return
		}
	}
}

// guestAt is who is at the place of actor n: the subject before it, else the visitor, if the
// sentence tells of nobody else.
func (d *doc) guestAt(k, n int, c *discourse) []int {
	s, at := d.sents[k], d.actors[n].from-1
	f := frame{d: d, k: k, s: s, c: c, g: verbGroup{at: at, from: at, form: lexicon.Fin}}
	if m := f.subjectActor(); m >= 0 {
		if d.actors[m].to > at || d.groupSize(m) > 1 {
			return nil
		}
		return d.actors[m].persons
	}
	if noun := (&nounFrame{d: d, k: k, s: s, c: c, at: at}); !noun.alone(n) {
		return nil
	}
	return d.visitorFor(d.actors[n].persons, k, c)
}

// inHisRooms reports "chez B", "auprès de B", "dans le bureau de B": see words.txt.
func (d *doc) inHisRooms(n int) bool {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	i := a.from - 2
	if e, ok := d.units[max(a.from-1, 0)].entry(lexicon.To); ok && a.gov == lexicon.To {
		return e.Index == 3 || e.Index == 4
	}
	if a.gov != lexicon.Of || i <= s.from {
		return false
	}
	return d.roomAt(i) && slices.ContainsFunc(d.units[max(i-2, s.from):i], func(u unit) bool { return u.set.either(lexicon.In, lexicon.To) }) || d.roomAt(i) && d.units[i].to-d.units[i].from > 2
}

// roomAt reports a noun for somebody's rooms at unit i, or as the last word of it: "passé dans le bureau".
func (d *doc) roomAt(i int) bool {
	u := &d.units[i]
	_, sense := d.lex.Match(d.ids[u.to-1:u.to], d.toks[u.to-1:u.to])
	return u.actor < 0 && slices.ContainsFunc(sense.Entries, func(e lexicon.Entry) bool {
		return e.Class == lexicon.Noun && d.lex.Nouns[e.Index].Event == "room"
	})
}
