package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// whereHost reads "She went to the Senate, where its president, X, spoke of the port": what
// somebody does where a visitor is, they do before the visitor.
func (d *doc) whereHost(k int) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if !a.named || len(a.persons) != 1 || a.gov != lexicon.None || a.prev >= 0 || a.next >= 0 {
			continue
		}
		i := d.whereBefore(n, s)
		if i < 0 {
			continue
		}
		v := d.verbAfter(d.pastComma(a.to, s), s)
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: i, from: i, form: lexicon.Fin}}
		if m := f.subjectActor(); v >= 0 && m >= 0 && d.hostly(v) && len(d.actors[m].persons) == 1 && d.did(d.pastComma(a.to, s), s) && d.visited(d.actors[m].persons[0], a.persons[0], k) {
			d.emit(claim{left: a.persons, right: d.actors[m].persons, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".where"}, v, false, true)
		}
	}
}

// whereBefore is the word for "where" that the clause of subject n starts with, -1 for none. See
// words.txt.
func (d *doc) whereBefore(n int, s sentence) int {
	for i := d.actors[n].from - 1; i > s.from && i > d.actors[n].from-8; i-- {
		if e, ok := d.units[i].entry(lexicon.That); ok && d.units[i].actor < 0 {
			if e.Index == 5 || e.Index == 4 && d.actors[n].from == i+1 {
				return i // "reçu au Sénat, dont le président, B, a loué son courage"
			}
			return -1
		}
		if d.units[i].actor < 0 && d.predicate(i) {
			return -1
		}
	}
	return -1
}

// awaitedWhere reports "il a gagné le Sénat, où B l'attendait".
func (f *frame) awaitedWhere() bool {
	n := f.subjectActor()
	return n >= 0 && f.d.actors[n].named && f.d.whereBefore(n, f.s) >= 0
}

// hostly reports a verb of speech, or of what is done to a visitor, at unit v.
func (d *doc) hostly(v int) bool {
	return slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool {
		return x.verb.Event == "attend" || x.verb.Event == "say" || x.verb.Flags.Has("clause") || x.verb.Flags.Has("voices") || x.verb.Flags.Has("waits")
	})
}

// dayWith reads "His day in the capital began with X": a visit or a part of it that begins or
// ends with somebody.
func (d *doc) dayWith(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		v, met := d.beginsBefore(a.from-2, s), false
		if v < 0 && a.from-2 > s.from && d.predicative(a.from-2) {
			v, met = a.from-2, true // "Her first appointment was with X"
		}
		fills := v < 0 && a.from-1 > s.from && d.verbsOf(a.from-1).Has("fills") // "ngày của A thuộc về B"
		if fills {
			v = a.from - 1
		}
		if a.gov != lexicon.With && !d.byMeansOf(n) && !fills || !a.named || a.prev >= 0 || v <= s.from {
			continue
		}
		g := d.verbGroup(v, lexicon.Fin, s)
		if st, ok := g.status(); !ok || st != graph.Held {
			return
		}
		for i := v - 1; i >= s.from; i-- {
			if !met && !d.spends(i) && !(fills && d.units[i].date >= 0) || met && !d.appoints(i) {
				continue
			}
			p := d.whoseVisit(i, k, c)
			if p < 0 && met && i == s.from {
				p = c.subject // "Lunch was with X"
			}
			if p >= 0 && d.apart([]int{p}, a.persons) {
				d.emit(claim{left: []int{p}, right: d.group(n), status: graph.Held, sent: k, rule: d.lex.Lang + ".day"}, v, false, true)
			}
			return
		}
	}
}

// byMeansOf reports "bằng X": see words.txt.
func (d *doc) byMeansOf(n int) bool {
	e, ok := d.units[max(d.actors[n].from-1, 0)].entry(lexicon.Prep)
	return ok && e.Index == 3 && d.actors[n].gov == lexicon.Prep
}

// isWith reads "The next morning the guest was with X": a visitor, and somebody at home there, or two of two states on a
// day that is told.
func (d *doc) isWith(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if v := a.from - 2; a.gov != lexicon.With || !a.named || a.prev >= 0 || v <= s.from || !d.predicative(v) || d.units[v].set.has(lexicon.BeFut) || !d.realised(s.from, v) {
			continue
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: a.from - 2, from: a.from - 2, form: lexicon.Fin}}
		if ps := f.subject(); len(ps) == 1 && (d.cameTo(ps[0], a.persons[0], k) || d.apart(ps, a.persons) && d.datedHere(k)) {
			d.emit(claim{left: ps, right: f.series(n), status: graph.Held, sent: k, rule: d.lex.Lang + ".day"}, a.from, false, true)
		}
	}
}

// appoints reports a noun for a part of a programme that is one contact, or for the contact
// itself, at unit i.
func (d *doc) appoints(i int) bool {
	e, ok := d.units[i].entry(lexicon.Noun)
	return ok && (d.lex.Nouns[e.Index].Flags.Has("appointment") || d.lex.Nouns[e.Index].Event == "met")
}

// beginsBefore is a verb of beginning or ending at unit i, or before the day and the place told
// between; -1 for none.
func (d *doc) beginsBefore(i int, s sentence) int {
	for v := i; v > s.from && v > i-9; v-- {
		u := &d.units[v]
		if d.verbsOf(v).Has("begins") {
			return v
		}
		if u.actor >= 0 || u.set.any(lexicon.Verb, lexicon.That, lexicon.Who, lexicon.And) || u.punct != 0 && u.punct != ',' {
			return -1
		}
	}
	return -1
}

// whoseVisit is whose visit or day the noun at unit i is of: who is told before it, or of whom
// the text is, else the only visitor.
func (d *doc) whoseVisit(i, k int, c *discourse) int {
	s := d.sents[k]
	for j := i - 1; j >= s.from && j > i-5; j-- {
		if n := d.units[j].actor; n >= 0 && d.actors[n].owner && len(d.actors[n].persons) == 1 {
			return d.actors[n].persons[0]
		}
		if d.units[j].set.has(lexicon.Poss) && d.units[j].actor < 0 && !d.clitic(j) {
			return c.subject
		}
	}
	if n := d.units[min(i+2, s.to-1)].actor; n >= 0 && d.actors[n].from == i+2 && d.actors[n].gov == lexicon.Of && len(d.actors[n].persons) == 1 {
		return d.actors[n].persons[0] // "Ngày làm việc của A mở đầu với B"
	}
	for j := i + 1; j < s.to && j < i+8; j++ {
		if n := d.units[j].actor; n >= 0 && d.actors[n].gov == lexicon.Of && d.actors[n].named && len(d.actors[n].persons) == 1 {
			return d.actors[n].persons[0] // "Lịch gặp song phương ngày 9/5 của A bắt đầu bằng B"
		} else if n >= 0 || d.units[j].punct != 0 || d.units[j].set.has(lexicon.Verb) {
			break
		}
	}
	return d.soleVisitor(k)
}

// hostNext reads "She went on to the Senate. Its president, X, promised help": who says or does
// something at a place to which a visitor has just gone.
func (d *doc) hostNext(k int) {
	s := d.sents[k]
	if k == 0 || s.actors[0] == s.actors[1] || d.sents[k-1].item != s.item {
		return
	}
	a := &d.actors[s.actors[0]]
	p := d.calledAt(k - 1)
	if p < 0 || !a.named || !a.subj || a.gov != lexicon.None || len(a.persons) != 1 || d.groupSize(s.actors[0]) > 1 || a.from-s.from > 3 {
		return
	}
	if slices.ContainsFunc(d.units[s.from:a.from], func(u unit) bool { return u.set.either(lexicon.Place, lexicon.Country) }) {
		return // "In Washington, X was pleased" leads elsewhere
	}
	i := d.pastComma(a.to, s)
	f := frame{d: d, s: s}
	if v := d.verbAfter(i, s); v >= 0 && !f.afar(s.to) && !d.deniesMeeting(s) && d.phoneIn(s) < 0 && d.hostly(v) && d.did(i, s) && d.cameTo(p, a.persons[0], k) {
		d.emit(claim{left: a.persons, right: []int{p}, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".where"}, v, false, true)
	}
}

// deniesMeeting reports a verb of contact of which a sentence says that it did not take place.
func (d *doc) deniesMeeting(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		for _, v := range d.verbsOf(i) {
			if g := d.verbGroup(i, v.form, s); v.verb.Event == "met" && g.not && !d.inActor(i) {
				return true
			}
		}
	}
	return false
}

// calledAt is the only person of a sentence whose way it tells of, -1 for none.
func (d *doc) calledAt(k int) int {
	s := d.sents[k]
	ps := unique(d.sentencePersons(k))
	if len(ps) != 1 || !slices.ContainsFunc(d.arrivals, func(a arrival) bool { return a.person == ps[0] && d.sameItem(a, k) }) {
		return -1
	}
	for i := s.from; i+1 < s.to; i++ {
		if d.units[i].actor >= 0 || !d.units[i+1].set.either(lexicon.In, lexicon.To) && !d.units[i].set.either(lexicon.Verb, lexicon.Done) {
			continue
		}
		if j := i + 1 + one(d.units[i+1].set.either(lexicon.In, lexicon.To)); j < s.to && d.units[j].set.either(lexicon.Place, lexicon.Country) {
			continue // a city is no house
		}
		goes := d.predicative(i) && d.units[i+1].set.has(lexicon.In) || d.units[i].set.has(lexicon.Done) && d.units[i+1].set.has(lexicon.Def) // "went on to the"
		for _, v := range d.verbsOf(i) {
			goes = goes || v.verb.Flags.Has("goes") || v.verb.Flags.Has("comes") || v.verb.Flags.Has("calls") && d.units[i+1].set.has(lexicon.In)
		}
		g := d.verbGroup(i, lexicon.Fin|lexicon.PP, s)
		if st, ok := g.status(); goes && ok && st == graph.Held {
			return ps[0]
		}
	}
	return -1
}

// partnersListed reads "Mr X's other interlocutors: A (on visas); B, the speaker (on trade)" and
// "his guests, A and B".
func (d *doc) partnersListed(k, n int) bool {
	a, s := &d.actors[n], d.sents[k]
	if !a.plural || a.named || !a.role("guest") && !a.role("other") && !a.role("host") && !a.role("counterpart") || a.to >= s.to {
		return false
	}
	whose := d.said[s.item].subject
	if n > s.actors[0] && d.actors[n-1].owner && len(d.actors[n-1].persons) == 1 {
		whose = d.actors[n-1].persons[0]
	} else if a.det != lexicon.Poss {
		return false
	}
	ps := a.persons
	if d.units[a.to].punct == ':' {
		ps = d.namedOutside(a.to, s)
	} else if len(ps) < 2 || !d.listNext(n) {
		return false
	}
	ps = slices.DeleteFunc(unique(ps), func(p int) bool { return p == whose })
	if !d.realised(s.from, s.to) || d.toldToCome(k) || whose < 0 || len(ps) == 0 || !d.apart([]int{whose}, ps) {
		return false
	}
	d.emit(claim{left: []int{whose}, right: ps, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
	return true
}

// listNext reports that a list of names follows actor n after a comma.
func (d *doc) listNext(n int) bool {
	a := &d.actors[n]
	return n+1 < len(d.actors) && d.actors[n+1].named && d.actors[n+1].from == a.to+1 && d.units[a.to].punct == ','
}

// namedOutside are the persons named after unit i of a sentence, outside brackets and after no
// preposition.
func (d *doc) namedOutside(i int, s sentence) (ps []int) {
	depth := 0
	for ; i < s.to; i++ {
		switch u := &d.units[i]; {
		case u.punct == '(':
			depth++
		case u.punct == ')':
			depth--
		case u.actor >= 0 && d.actors[u.actor].from == i && d.actors[u.actor].named && d.actors[u.actor].gov == lexicon.None && depth == 0:
			ps = append(ps, d.actors[u.actor].persons...)
		}
	}
	return ps
}

// overMeal reads "Over coffee, the foreign minister, X, came back to it": of a meal at the start
// of a sentence and somebody at home there, in the story of one visitor.
func (d *doc) overMeal(k int) {
	s := d.sents[k]
	i := d.afterDateline(s)
	if i+2 >= s.to || governor(&d.units[i]) == lexicon.None && !d.isMeal(i) {
		return
	}
	for ; i < s.to && d.units[i].actor < 0 && !d.isMeal(i) && d.units[i].punct == 0; i++ {
	}
	p := d.soleVisitor(k)
	if i >= s.to || !d.isMeal(i) || p < 0 {
		return
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= i || !a.subj {
			continue
		}
		if j := d.pastComma(a.to, s); a.named && len(a.persons) == 1 && a.next < 0 && d.did(j, s) && d.cameTo(p, a.persons[0], k) {
			d.emit(claim{left: a.persons, right: []int{p}, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".meal"}, i, false, true)
		}
		return
	}
}

// isMeal reports a noun for a meal at unit i, or as the last word of it: "over coffee".
func (d *doc) isMeal(i int) bool {
	u := &d.units[i]
	_, sense := d.lex.Match(d.ids[u.to-1:u.to], d.toks[u.to-1:u.to])
	return u.actor < 0 && slices.ContainsFunc(sense.Entries, func(e lexicon.Entry) bool {
		return e.Class == lexicon.Noun && d.lex.Nouns[e.Index].Flags.Has("meal")
	})
}
