package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// hadVisitors reads "A had three visitors on Monday: B, C and D".
func (d *doc) hadVisitors(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		v := d.pastDays(a.from-1, s)
		if d.partnersListed(k, n) {
			return
		}
		if a.named || !a.role("guest") && !a.role("other") || a.gov != lexicon.None || a.from < s.from+2 || !d.had(v) {
			continue
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: v, from: v, form: lexicon.Fin}}
		ps, guests := f.subject(), d.guestsTold(n)
		if !d.realised(s.from, a.from) {
			return
		}
		if c := f.c; len(guests) == 0 && len(ps) == 1 && a.plural && c.series == 0 {
			c.series, c.opened = ps[0]+1, k // "a eu deux visiteurs. Le premier ..."
		}
		if len(ps) == 1 && len(guests) > 0 && !slices.Contains(guests, ps[0]) {
			d.emit(claim{left: ps, right: guests, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// had reports a light verb, or any other, at unit v.
func (d *doc) had(v int) bool {
	return d.units[v].set.any(lexicon.Support, lexicon.Verb, lexicon.Have)
}

// guestsTold are the guests without names of actor n: told by a list, or one behind a colon, "un
// invité de marque : B".
func (d *doc) guestsTold(n int) []int {
	a := &d.actors[n]
	if a.plural && len(a.persons) > 1 {
		return a.persons
	}
	if m := n + 1; a.det == lexicon.Indef && m < len(d.actors) && d.actors[m].sent == a.sent {
		if b := &d.actors[m]; b.named && b.gov == lexicon.None && b.from < a.to+5 && d.units[b.from-1].punct == ':' {
			return d.group(m)
		}
	}
	return nil
}
