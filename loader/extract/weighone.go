package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// singles makes the rows of all persons, each in the zone where it stands most.
func (d *doc) singles() (out []pairing) {
	at := map[int]int{}
	for _, z := range d.zones() {
		w := d.weigher(z)
		for _, p := range w.here {
			x := pairing{p: p, q: -1, zone: z, weight: len(w.traits[p].sents)}
			old, ok := at[p]
			switch {
			case ok && x.weight <= out[old].weight:
			case ok:
				x.row = w.weighOne(p)
				out[old] = x
			default:
				x.row = w.weighOne(p)
				at[p] = len(out)
				out = append(out, x)
			}
		}
	}
	return out
}

// weighOne makes the row of a person.
func (w *weigher) weighOne(p int) weigh.Row {
	w.row = make(weigh.Row, 0, 320)
	w.person(p)
	w.around(p)
	w.deeds(p, signSigned)
	w.deeds(p, signDocument)
	w.deeds(p, signDelegation)
	w.deeds(p, signHead)
	w.told()
	return w.row
}

// person: what is known of p, and where p stands.
func (w *weigher) person(p int) {
	d, q, t := w.d, &w.d.persons[p], w.traits[p]
	home, local := d.homeOf(p), d.datelineState()
	w.flag("state unknown", q.country == "")
	w.flag("titled", q.titled)
	w.flag("no office", len(q.keys) == 0)
	w.flag("figure", q.figure != nil)
	w.flag("former", q.wasOnly())
	w.flag("local", local != "" && home == local)
	w.flag("home", d.lex.Home != "" && home == d.lex.Home)
	w.flag("one office", slices.ContainsFunc(w.here, func(r int) bool { return r != p && d.canFace(p, r) && d.oneOffice(p, r) }))
	w.put("sentences", min(len(t.sents), 8))
	w.put("named", min(len(t.named), 6))
	w.put("acts", min(t.subj, 6))
	w.put("object", min(t.object, 4))
	w.put("visits", min(t.visits, 4))
	for i := range govClasses {
		w.put("after "+govNames[i], min(t.gov[i], 3))
	}
	w.put("first", min(slices.Index(w.sents, t.sents[0]), 12))
	w.put("rank", min(slices.Index(w.here, p), 9))
}

func (d *doc) oneOffice(p, q int) bool {
	return slices.ContainsFunc(d.persons[p].keys, func(k string) bool { return slices.Contains(d.persons[q].keys, k) })
}

// around: the signs of the sentences of p, and of those beside them.
func (w *weigher) around(p int) {
	t := w.traits[p]
	var in, before, after signSet
	for _, k := range t.sents {
		in |= w.d.marks[k]
		i := slices.Index(w.sents, k)
		if i > 0 && !slices.Contains(t.sents, w.sents[i-1]) {
			before |= w.d.marks[w.sents[i-1]]
		}
		if i+1 < len(w.sents) && !slices.Contains(t.sents, w.sents[i+1]) {
			after |= w.d.marks[w.sents[i+1]]
		}
	}
	for s := range numSigns {
		w.flag("in "+signNames[s], in.has(s))
		w.flag("before "+signNames[s], before.has(s))
		w.flag("after "+signNames[s], after.has(s))
	}
}

// deeds: how p stands in the sentences with a sign.
func (w *weigher) deeds(p int, x sign) {
	d := w.d
	count, dist, persons, acts, pair := 0, 20, 9, 0, 0
	var left, right, near bool
	var gov classSet
	var marks signSet
	for _, k := range w.traits[p].sents {
		if !d.marks[k].has(x) {
			continue
		}
		count++
		marks |= d.marks[k]
		persons = min(persons, w.persons(k))
		words := d.wordsOf(k, x)
		s := d.sents[k]
		for n := s.actors[0]; n < s.actors[1]; n++ {
			a := &d.actors[n]
			if !slices.Contains(a.persons, p) {
				continue
			}
			gov.add(a.gov)
			acts += one(a.subj && !d.embedded(a))
			pair += one(slices.ContainsFunc(d.group(n), func(r int) bool { return r >= 0 && r != p && d.canFace(p, r) }))
			for _, i := range words {
				gap := max(i-a.to, a.from-i)
				if gap < dist {
					left, right = i < a.from, i >= a.to
				}
				dist = min(dist, max(gap, 0))
				near = near || d.sameClause(min(i, a.from), max(i, a.to))
			}
		}
	}
	name := signNames[x] + ": "
	w.put(name+"sentences", min(count, 4))
	w.put(name+"distance", dist)
	w.put(name+"persons", persons)
	w.put(name+"acts", min(acts, 3))
	w.put(name+"joined", min(pair, 3))
	w.flag(name+"left", left)
	w.flag(name+"right", right)
	w.flag(name+"same clause", near)
	w.flag(name+"bare", gov.has(lexicon.None))
	for i, c := range govClasses {
		w.flag(name+"after "+govNames[i], gov.has(c))
	}
	for _, s := range []sign{signHeld, signPlan, signNot, signLetter, signSay, signSigned, signSignedHeld, signDocument, signBehalf, signBoth, signThey, signWith, signHead, signDelegation, signVisit} {
		w.flag(name+"with "+signNames[s], marks.has(s))
	}
}

// persons is how many persons of the zone stand in a sentence.
func (w *weigher) persons(k int) (n int) {
	for _, r := range w.here {
		n += one(slices.Contains(w.traits[r].sents, k))
	}
	return n
}

// sameClause: no comma, verb of speech or conjunction stands between.
func (d *doc) sameClause(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		if u.punct == ',' || u.punct == ';' || u.punct == ':' || u.set.any(lexicon.That, lexicon.Who) {
			return false
		}
	}
	return true
}
