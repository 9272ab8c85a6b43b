package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// guestOfNamed reads "L'hôte de A, B, a parlé" and "Autre visiteur de A, B a parlé": who is the
// partner of somebody, named behind.
func (d *doc) guestOfNamed(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n+2 < s.actors[1]; n++ {
		g, a, b := &d.actors[n], &d.actors[n+1], &d.actors[n+2]
		if g.named || g.plural || g.gov != lexicon.None || g.det == lexicon.Poss || g.role("friend") || !g.role("host") && !g.role("guest") && !g.role("other") {
			continue
		}
		if a.gov != lexicon.Of || !a.named || a.next >= 0 || len(a.persons) != 1 || a.from > g.to+2 || !b.named || b.gov != lexicon.None || len(b.persons) != 1 || b.from != a.to+1 || d.units[a.to].punct != ',' {
			continue
		}
		if d.wasDone(d.pastComma(d.groupEnd(n+2), s), s) && d.apart(a.persons, b.persons) {
			d.emit(claim{left: a.persons, right: b.persons, hostLeft: g.role("guest"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, g.from, false, true)
		}
	}
}

// saidToBeGuestOf reads "A là vị khách nước ngoài thứ ba trong tuần của B" and "Là vị khách của B, A được mời ở lại": whose
// guest somebody is said to be.
func (d *doc) saidToBeGuestOf(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n+1 < s.actors[1]; n++ {
		g, b := &d.actors[n], &d.actors[n+1]
		if g.named || g.plural || !g.role("guest") || g.role("friend") || g.from <= s.from || !d.predicative(g.from-1) || b.gov != lexicon.Of || !b.named || len(b.persons) != 1 || b.next >= 0 || b.from-g.to > 8 || !d.verbless(g.to, b.from) || !d.realised(s.from, b.from) {
			continue
		}
		m := d.units[max(g.from-2, s.from)].actor
		if g.from-1 == s.from && n+2 < s.actors[1] && d.units[b.to].punct == ',' && d.actors[n+2].from == b.to+1 {
			m = n + 2
		}
		if m < 0 || !d.actors[m].named || d.actors[m].gov != lexicon.None || len(d.actors[m].persons) != 1 || !d.apart(d.actors[m].persons, b.persons) {
			continue
		}
		d.emit(claim{left: b.persons, right: d.actors[m].persons, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, g.from, false, true)
	}
}

// amongPartners reads "Parmi ses interlocuteurs figuraient B et C": partners of whom the text was
// about, told behind the verb.
func (d *doc) amongPartners(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for n := s.actors[0]; n+1 < s.actors[1]; n++ {
		g, b := &d.actors[n], &d.actors[n+1]
		if g.named || !g.plural || g.det != lexicon.Poss || g.from > s.from+2 || !g.role("host") && !g.role("guest") && !g.role("other") || c.subject < 0 {
			continue
		}
		v := g.to
		for v < b.from && !d.figures(v) {
			v++
		}
		if !b.named || b.gov != lexicon.None || b.prev >= 0 || v >= b.from || d.pastSmall(v+1, s) != b.from || !d.adjuncts(g.to, v) {
			return
		}
		if ps := d.group(n + 1); len(ps) > 0 && d.apart([]int{c.subject}, ps) {
			d.emit(claim{left: []int{c.subject}, right: ps, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, g.from, false, true)
		}
		return
	}
}

// figures reports a verb of being there, told as done, at unit v.
func (d *doc) figures(v int) bool {
	if d.predicative(v) {
		return true
	}
	for _, x := range d.verbsOf(v) {
		if x.verb.Flags.Has("bears") && x.form&lexicon.Fin != 0 {
			return true
		}
	}
	return false
}

// sideBySide reads a caption or a headline that only names two of two states beside each
// other: "A aux côtés de B, lundi à Nairobi", "A chez B".
func (d *doc) sideBySide(k int) {
	s := d.sents[k]
	if !d.verbless(s.from, s.to) || s.actors[1]-s.actors[0] != 2 {
		return
	}
	a, b := &d.actors[s.actors[0]], &d.actors[s.actors[0]+1]
	if !a.named || !b.named || a.gov != lexicon.None || len(a.persons) != 1 || len(b.persons) != 1 || b.from-a.to > 2 || !d.apart(a.persons, b.persons) || !d.besideOf(s.actors[0]+1) {
		return
	}
	if !d.realised(s.from, s.to) {
		return
	}
	d.emit(claim{left: a.persons, right: b.persons, status: graph.Held, sent: k, rule: d.lex.Lang + ".caption"}, a.to, false, true)
}

// besideOf reports that a word before actor n says that somebody is with him, beside him or at his
// place.
func (d *doc) besideOf(n int) bool {
	u := &d.units[d.actors[n].from-1]
	switch e, _ := u.entry(lexicon.To); d.actors[n].gov {
	case lexicon.With:
		return u.to-u.from == 1
	case lexicon.Beside:
		return d.doesTheSame(n)
	case lexicon.To:
		return e.Index == 3
	}
	return false
}

// wasDone is as did, where the ending of the verb tells what is to come.
func (d *doc) wasDone(i int, s sentence) bool {
	v := d.verbAfter(i, s)
	if v >= 0 && d.units[v].set.has(lexicon.Verb) {
		done := false
		for _, x := range d.verbsOf(v) {
			done = done || x.form&(lexicon.Fin|lexicon.PP) != 0
		}
		return done && d.did(i, s)
	}
	return d.did(i, s)
}

// apposedPartner reads "X, son hôte, a salué ...": of whom the text was about.
func (d *doc) apposedPartner(k, n int) bool {
	a, c := &d.actors[n], &d.said[d.sents[k].item]
	if x := d.partnerNamed(n); x != nil {
		a = x
	} else if !a.partner && !d.partnerFirst(a) && !(a.named && d.partnerOf(a) && !a.role("other")) {
		return false
	}
	if !a.subj || len(a.persons) != 1 {
		return false
	}
	whose := c.subject
	if whose == a.persons[0] {
		whose = c.earlier - 1
	}
	if m := n - 1; m >= d.sents[k].actors[0] && d.semicolon(d.actors[m].to, a.from) {
		whose = d.subjectUpTo(m, d.sents[k], whose)
	}
	if whose < 0 || whose == a.persons[0] || !d.twoOrigins(whose, a.persons[0]) {
		return false
	}
	f := frame{d: d, k: k, s: d.sents[k]}
	i := a.to
	if i < f.s.to && d.units[i].punct == ',' {
		i++
	}
	if d.did(i, f.s) {
		d.emit(claim{left: a.persons, right: []int{whose}, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, i, false, true)
	}
	return true
}

// partnerNamed is who is named behind "Son hôte, le ministre B,", nil if nobody is.
func (d *doc) partnerNamed(n int) *actor {
	a := &d.actors[n]
	if a.det != lexicon.Poss && d.lex.Options.Article || a.named || a.plural || !a.subj || !a.role("host") && !a.role("guest") || !d.listNext(n) {
		return nil
	}
	return &d.actors[n+1]
}

// subjectUpTo is the last subject of a sentence up to actor m, else p.
func (d *doc) subjectUpTo(m int, s sentence, p int) int {
	for ; m >= s.actors[0]; m-- {
		if b := &d.actors[m]; b.subj && b.prev < 0 && len(b.persons) == 1 {
			return b.persons[0]
		}
	}
	return p
}

// partnerFirst reports "Chủ nhà, X,": a host or guest whose name follows, where no article and
// no possessive says whose.
func (d *doc) partnerFirst(a *actor) bool {
	return a.named && a.to > a.from+1 && d.units[a.from+1].punct == ',' && len(a.roles) > 1 && a.roles[0].from == a.from && (a.roles[0].flags.Has("generic") && (a.role("host") || a.role("guest")))
}
