package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// That two have not met since some day tells that they met then.

// lastSince is the time since which the verb of contact is denied, told alone or with the place and the noun of the last
// contact: "had not spoken since June 26", "ne se sont pas revus depuis un sommet à Oslo en 2019"; -1 if there is none.
func (f *frame) lastSince() int {
	d := f.d
	if !f.g.not || f.g.plan || f.g.fut {
		return -1
	}
	i := f.g.at + 1
	for i < f.s.to && !(d.units[i].actor < 0 && d.units[i].set.has(lexicon.Since)) {
		if u := &d.units[i]; u.punct == ';' || u.punct == ':' || u.actor < 0 && u.set.either(lexicon.Who, lexicon.That) && !u.set.has(lexicon.Since) {
			return -1
		}
		i++
	}
	for i++; i < f.s.to; i++ {
		u := &d.units[i]
		if n := u.date; n >= 0 {
			if t := &d.dates[n]; t.m != 0 && (t.d == 0 || d.beforeNews(t)) || t.y != 0 && t.m == 0 {
				return d.onlySince(n, f.s)
			}
			return -1
		}
		if u.actor >= 0 || u.name >= 0 || !d.isNoun(i, "met") && !u.set.any(lexicon.Def, lexicon.Indef, lexicon.In, lexicon.To, lexicon.Of, lexicon.Place, lexicon.Country, lexicon.LastTime, lexicon.Day, lexicon.Poss) {
			return -1
		}
	}
	return -1
}

// onlySince is date n if its sentence tells of nothing else that was then: "since March 2022, when the war began".
func (d *doc) onlySince(n int, s sentence) int {
	i := d.dates[n].to
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	if i < s.to && d.units[i].actor < 0 && d.units[i].set.any(lexicon.That, lexicon.Who, lexicon.Noun) {
		return -1
	}
	return n
}

// metLast claims the last contact of those of whom the verb denies one since date n.
func (f *frame) metLast(n int) {
	d := f.d
	cl := claim{status: graph.Held, sent: f.k, rule: d.lex.Lang + ".since"}
	if !f.sides(&cl) || len(cl.left)+len(cl.right) != 2 || d.edtf(n) == "" {
		return
	}
	first := len(d.claims)
	d.emit(cl, f.g.at, f.verb.Flags.Has("remote"), f.verb.Flags.Has("weak"))
	for i := first; i < len(d.claims); i++ {
		c := &d.claims[i]
		c.date, c.place, c.placeKey, c.country = d.edtf(n), "", "", ""
		if at := d.placeOfTime(&d.dates[n], f.g.at+1); at >= 0 && c.mode == graph.InPerson {
			d.placeAt(c, at)
		}
	}
}
