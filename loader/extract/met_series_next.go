package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// nextInRow reports actor m as the next one to whom the same is done as to whoever ends at unit from, behind a word
// for it and across words of place and time, or a clause, about the one before: "a vu A à sa descente d'avion, puis B",
// "d'abord avec A, puis, dans un bureau voisin, avec B".
func (d *doc) nextInRow(from, m int, s sentence) bool {
	b, i := &d.actors[m], d.actors[m].from-1
	if !b.named || b.prev >= 0 || i <= from || d.leadsClause(m, s) {
		return false
	}
	if b.gov != lexicon.None {
		i--
	}
	if i = d.beforeInsertion(i, from); i <= from || !d.units[i].set.has(lexicon.Then) || d.units[i].actor >= 0 {
		return false
	}
	i--
	if d.units[i].punct != ',' && d.units[i].punct != ';' {
		return false
	}
	return d.saidOfOne(from, i)
}

// leadsClause reports actor m as the subject of a verb behind it: "a vu A à Paris, puis B a quitté la salle".
func (d *doc) leadsClause(m int, s sentence) bool {
	i := d.groupEnd(m)
	if d.opensAside(i, s.to) {
		for i += 2; i < s.to && d.units[i].punct != ','; i++ {
		}
	}
	i = d.pastComma(i, s)
	return d.actors[m].gov == lexicon.None && i < s.to && d.actsAt(i, s)
}

// beforeInsertion is the unit before words of place or time between commas that end at unit i; i itself if there are
// none.
func (d *doc) beforeInsertion(i, from int) int {
	if d.units[i].punct != ',' {
		return i
	}
	for j := i - 1; j > from && j > i-12; j-- {
		switch u := &d.units[j]; {
		case u.punct == ',':
			return j - 1
		case u.punct != 0 && u.date < 0 || u.actor >= 0 && d.actors[u.actor].named || !d.verbless(j, j+1):
			return i
		}
	}
	return i
}

// saidOfOne reports units [from, to) with nobody named in them that tell no more than where and when, or in a clause
// between commas who somebody is.
func (d *doc) saidOfOne(from, to int) bool {
	if to-from > 24 || slices.ContainsFunc(d.units[from:to], func(u unit) bool {
		return u.punct == ';' || u.punct == ':' || u.actor >= 0 && d.actors[u.actor].named || u.set.has(lexicon.Not)
	}) {
		return false
	}
	return d.opensAside(from, to) || d.verbless(from, to)
}

// opensAside reports a comma at unit i and behind it a clause or a participle about whoever ends there: ", venu plaider",
// ", avec qui".
func (d *doc) opensAside(i, end int) bool {
	if i+1 >= end || d.units[i].punct != ',' || d.units[i+1].actor >= 0 {
		return false
	}
	return d.units[i+1].set.any(lexicon.Who, lexicon.That, lexicon.WithWho, lexicon.ToWho, lexicon.Done)
}

// row are those of the list that actor n opens, and the next ones in it.
func (d *doc) row(n int, s sentence) []int {
	ps, end := slices.Clone(d.group(n)), d.groupEnd(n)
	for m := d.lastOf(n) + 1; m < s.actors[1]; m++ {
		switch a := &d.actors[m]; {
		case a.gov == d.actors[n].gov && d.nextInRow(end, m, s):
			ps, end, m = append(ps, d.group(m)...), d.groupEnd(m), d.lastOf(m)
		case a.named && len(a.persons) > 0:
			return ps
		}
	}
	return ps
}

// behindPartner is the subject behind a verb that opens its sentence and the partner that it holds: "Ont pris place en
// face de A tour à tour B et C", "S'y sont succédé, auprès de A, B, puis C"; -1 if there is none.
func (f *frame) behindPartner() int {
	d := f.d
	if f.verb == nil || f.verb.Event != "met" || f.g.passive() || f.g.bare || f.g.form&(lexicon.Fin|lexicon.PP) == 0 || !d.verbless(f.s.from, f.g.from) {
		return -1
	}
	for n := f.s.actors[0]; n+1 < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at {
			if a.gov == lexicon.None && a.pron == lexicon.None && a.to <= f.g.from {
				return -1
			}
			continue
		}
		m := d.lastOf(n) + 1
		if a.gov == lexicon.None || !a.named || m >= f.s.actors[1] || d.clauseEnds(f.g.at+1, a.from) {
			return -1
		}
		b := &d.actors[m]
		if i := d.pastSmall(d.pastComma(d.groupEnd(n), f.s), f.s); b.from != i || !b.named || b.gov != lexicon.None || d.leadsClause(m, f.s) || len(d.row(m, f.s)) < 2 {
			return -1
		}
		return m
	}
	return -1
}
