package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// captionPair reads "X (à gauche) et Y, le 2 août à Singapour" under a photo:
// two persons of different states and no verb.
func (d *doc) captionPair(k int) {
	s := d.sents[k]
	if !d.photoLine(k) {
		return
	}
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Verb); ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0 && !u.set.has(lexicon.Noun) && !d.shown(i, s) && !d.credits(i) || u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.BeFut) && !u.set.has(lexicon.To) {
			return
		}
	}
	d.captionWith(k)
	for n := s.actors[0]; n < s.actors[1]; n++ {
		g := d.groupOf(n)
		if g[0] != n || len(g) != 2 || !d.actors[g[0]].named || !d.actors[g[1]].named || d.actors[n].gov != lexicon.None {
			continue
		}
		l, r := d.actors[g[0]].persons, d.actors[g[1]].persons
		if len(l) == 1 && len(r) == 1 && l[0] != r[0] {
			d.emit(claim{left: l, right: r, status: graph.Held, sent: k, rule: d.lex.Lang + ".caption"}, d.actors[n].to, false, false)
		}
	}
}

// shown reports a verb after two persons under a photo: whatever "A và B trao văn kiện"
// do there, they do it together.
func (d *doc) shown(i int, s sentence) bool {
	if i == s.from || !d.lex.Options.Bare || d.items[s.item].kind != caption {
		return false
	}
	n := d.units[i-1].actor
	return n >= 0 && d.actors[n].prev >= 0 && d.actors[n].subj && d.units[i].actor < 0
}

// captionWith reads "X (R) with Y" under a photo.
func (d *doc) captionWith(k int) {
	s := d.sents[k]
	if s.actors[1]-s.actors[0] < 2 {
		return
	}
	n := s.actors[0]
	a, b := &d.actors[n], &d.actors[n+1]
	if !a.named || !b.named || a.gov != lexicon.None || b.gov != lexicon.With || a.next >= 0 || b.next >= 0 || b.from-a.to > 2 || len(a.persons) != 1 || len(b.persons) != 1 || a.persons[0] == b.persons[0] || b.det == lexicon.Poss && !b.role("counterpart") {
		return
	}
	if d.twoOrigins(a.persons[0], b.persons[0]) {
		d.emit(claim{left: a.persons, right: b.persons, status: graph.Held, sent: k, rule: d.lex.Lang + ".caption"}, a.to, false, false)
	}
}

var credit = hint(lexicon.Caption)

// photoLine reports a sentence that a photo credit follows on the same line.
func (d *doc) photoLine(k int) bool {
	if d.items[d.sents[k].item].kind == caption {
		return true
	}
	for j := k; j < len(d.sents) && j <= k+2; j++ {
		s := d.sents[j]
		for i := s.from; i < s.to && d.tells(j, credit); i++ {
			if d.credits(i) && i+1 < s.to && (d.units[i+1].punct != 0 || d.units[i].punct != 0) { // "Photo:", "©"
				return true
			}
		}
		if j+1 < len(d.sents) && d.newLine(s.end, d.sents[j+1].start) {
			return false
		}
	}
	return false
}

// partnerWord reads "A a dit à son hôte", "son interlocuteur a répondu à A":
// who has a host, a guest or an interlocutor meets that person.
func (d *doc) partnerWord(k int) {
	s := d.sents[k]
	if d.foretells(s) {
		return
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if d.apposedPartner(k, n) || d.ownPartner(k, n, &d.said[s.item]) || d.partnerOf(a) && a.subj && d.withHost(k, n) {
			return
		}
		if a.det != lexicon.Poss && (d.lex.Options.Article || a.gov == lexicon.Prep || d.apposedRole(a)) || a.plural || a.subj || len(a.persons) != 1 || !(a.role("host") || a.role("guest") || a.role("other")) {
			continue
		}
		for m := s.actors[0]; m < s.actors[1]; m++ {
			b := &d.actors[m]
			if m == n || !b.subj || b.prev >= 0 || len(b.persons) != 1 || b.persons[0] == a.persons[0] {
				continue
			}
			f := frame{d: d, k: k, s: s}
			if v := d.verbAfter(b.to, s); v >= 0 {
				f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
				if st, ok := f.g.status(); ok && st == graph.Held && f.spoken() {
					d.emit(claim{left: b.persons, right: a.persons, status: st, sent: k, rule: d.lex.Lang + ".partner"}, v, false, true)
				}
			}
			return
		}
	}
}

// apposedRole reports "X, khách của Việt Nam hồi tháng 1": a guest or host of a state, said of
// somebody named before.
func (d *doc) apposedRole(a *actor) bool {
	return a.named && len(a.roles) > 0 && len(a.persons) == 1 && a.persons[0] >= 0 && slices.ContainsFunc(d.persons[a.persons[0]].names, func(n int) bool {
		return d.names[n].from >= a.from && d.names[n].to <= a.roles[len(a.roles)-1].from
	})
}

// partnerOf reports "son hôte", "ses invités": one who is told of by another.
func (d *doc) partnerOf(a *actor) bool {
	return a.det == lexicon.Poss && !a.plural && len(a.persons) == 1 && (a.role("host") || a.role("guest") || a.role("other"))
}

// withHost reads "X et son hôte Y ont ...", whatever they did.
func (d *doc) withHost(k, n int) bool {
	a := &d.actors[n]
	if a.prev < 0 || !a.subj || len(d.actors[a.prev].persons) != 1 {
		return false
	}
	s := d.sents[k]
	f := frame{d: d, k: k, s: s}
	i := d.groupEnd(n)
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	v := d.verbAfter(i, s)
	if v < 0 {
		return false
	}
	f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
	st, ok := f.g.status()
	if ok && st == graph.Held {
		d.emit(claim{left: d.actors[a.prev].persons, right: a.persons, status: st, sent: k, rule: d.lex.Lang + ".partner"}, v, false, true)
	}
	return true
}

// predicateHost reads "where X was its host": of the subject of the clause before.
func (d *doc) predicateHost(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.named || a.plural || !a.role("host") && !a.role("guest") {
			continue
		}
		if d.guestOf(k, n) || !d.equates(max(s.from, a.from-2), a.from) && !d.equates(a.from-1, a.from) && !d.asGuest(n) || d.yetToBe(a.from, s) || d.asGuest(n) && !d.realised(s.from, a.from) {
			continue
		}
		m := n - 1
		for m > s.actors[0] && !d.actors[m].subj {
			m--
		}
		b := &d.actors[m]
		if !b.subj || len(b.persons) != 1 || d.hidden(m, a.from) {
			continue
		}
		if n+1 < s.actors[1] && a.det == lexicon.Def && d.actors[n+1].gov == lexicon.Of && (d.actors[n+1].from <= a.to+1 || d.actors[n+1].from <= a.to+7 && d.verbless(a.to, d.actors[n+1].from)) { // "was the guest of X"
			d.emit(claim{left: b.persons, right: d.hostsFrom(n + 1), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
			continue
		}
		if a.det != lexicon.Poss {
			continue
		}
		whose := c.subject
		for m--; m >= s.actors[0]; m-- {
			if x := &d.actors[m]; x.subj && len(x.persons) == 1 {
				whose = x.persons[0]
				break
			}
		}
		if whose >= 0 && whose != b.persons[0] {
			d.emit(claim{left: b.persons, right: []int{whose}, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// asGuest reports "as the guest of X".
func (d *doc) asGuest(n int) bool {
	a := &d.actors[n]
	u := &d.units[a.from-1]
	return a.role("guest") && u.set.has(lexicon.That) && u.actor < 0 && n+1 < len(d.actors) && d.actors[n+1].gov == lexicon.Of
}

// yetToBe reports "is to be" and "will be" up to unit i: a predicate of what is to come.
func (d *doc) yetToBe(i int, s sentence) bool {
	for j := i - 1; j >= s.from && j > i-5; j-- {
		u := &d.units[j]
		if u.actor < 0 && u.set.any(lexicon.BeFut, lexicon.HaveFut, lexicon.Plan, lexicon.Not) {
			return true
		}
		if u.actor >= 0 || !u.set.any(lexicon.Be, lexicon.Adverb, lexicon.Have) { // "would have been"
			return false
		}
	}
	return false
}

// guestOf reads "X was Y's guest"; it reports whether it did.
func (d *doc) guestOf(k, n int) bool {
	a := &d.actors[n]
	if !d.clitic(a.from) || n-2 < d.sents[k].actors[0] {
		return false
	}
	y, x := &d.actors[n-1], &d.actors[n-2]
	if y.to != a.from || !y.named || !x.subj || len(x.persons) != 1 || len(y.persons) != 1 || x.persons[0] == y.persons[0] || !d.equates(y.from-1, y.from) || d.units[y.from-2].set.any(lexicon.HaveFut, lexicon.Plan, lexicon.Not) {
		return false
	}
	d.emit(claim{left: x.persons, right: y.persons, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
	return true
}

// pastDay is the unit behind the day told at unit i, "on Tuesday", else i.
func (d *doc) pastDay(i, end int) int {
	for i+1 < end && (d.units[i].date >= 0 || governor(&d.units[i]) != lexicon.None && d.units[i+1].date >= 0) {
		i++
	}
	return i
}

// hostWas reads "in Hanoi, where his host was X": the host or guest of the
// subject before, named by the predicate.
func (d *doc) hostWas(k int) {
	s := d.sents[k]
	c := &d.said[s.item]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a, b := &d.actors[n-1], &d.actors[n]
		if a.named || a.gov == lexicon.Beside || a.det != lexicon.Poss && (d.lex.Home == "" || len(a.codes) > 0) || a.plural || !a.role("host") && !a.role("guest") && !a.role("other") || !b.named || len(b.persons) != 1 || !d.equates(d.pastDay(a.to, b.from), b.from) && !d.saidToBe(a) {
			continue
		}
		whose := d.whoseGuest(a, c)
		for m := n - 2; m >= s.actors[0]; m-- {
			if x := &d.actors[m]; x.subj && len(x.persons) == 1 {
				whose = x.persons[0]
				break
			}
		}
		if whose >= 0 && whose != b.persons[0] {
			d.emit(claim{left: []int{whose}, right: b.persons, hostLeft: a.role("guest"), guestLeft: a.role("host"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// cleftPair reads "it was with A that B went into the details".
func (d *doc) cleftPair(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n+1 < s.actors[1]; n++ {
		a, i := &d.actors[n], d.actors[n].from-2
		end := d.groupEnd(n)
		if a.gov != lexicon.With || a.prev >= 0 || i <= s.from || !d.units[i].set.has(lexicon.Be) || d.units[i-1].actor >= 0 || end+1 >= s.to || !d.units[end].set.has(lexicon.That) {
			continue
		}
		b := d.units[end+1].actor
		if b < 0 || !d.actors[b].subj || len(d.actors[b].persons) != 1 {
			continue
		}
		f := frame{d: d, k: k, s: s}
		if v := d.verbAfter(d.actors[b].to, s); v >= 0 {
			f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
			if st, ok := f.g.status(); ok {
				d.emit(claim{left: d.actors[b].persons, right: d.group(n), status: st, sent: k, rule: d.lex.Lang + ".fronted"}, v, false, true)
			}
		}
	}
}

// hostsFrom are the persons of actor n and of those that "and of" joins to it across
// words of place: "l'hôte de A, au palais, et de B".
func (d *doc) hostsFrom(n int) []int {
	ps := slices.Clone(d.group(n))
	for m := n + 1; m < d.sents[d.actors[n].sent].actors[1]; m++ {
		if a := &d.actors[m]; a.gov == lexicon.Of && a.prev < 0 && d.units[a.from-2].set.has(lexicon.And) && d.verbless(d.actors[n].to, a.from) {
			ps = append(ps, d.group(m)...)
		}
	}
	return ps
}

// firstAfter is the first actor after unit v under a preposition, -1 for none.
func (d *doc) firstAfter(v int, gov lexicon.Class, s sentence) int {
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; a.from > v && a.gov == gov && a.prev < 0 {
			return n
		}
	}
	return -1
}

// frontedPair reads "Avec A, B a fait avancer le dossier", whatever the verb.
func (d *doc) frontedPair(k int) {
	s := d.sents[k]
	partner := -1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if partner < 0 {
			if !d.opens(a.from-1, s) || a.gov != lexicon.With && !(a.gov == lexicon.Beside && d.doesTheSame(n)) && !d.atPlaceOf(n) || len(a.persons) == 0 {
				return
			}
			if a.det == lexicon.Poss && len(a.roles) == 0 {
				return // "Avec son ami X, il a écrit"
			}
			partner = n
			continue
		}
		if d.talksAfter(k, partner) {
			break
		}
		if d.inTow(partner, s) || d.atSide(d.pastComma(d.groupEnd(partner), s)) || d.actors[partner].gov == lexicon.Beside && len(a.persons) == 1 && !d.toldApart(a.persons[0], d.actors[partner].persons[0]) {
			return
		}
		if b := d.groupEnd(partner); a.prev < 0 && len(a.persons) == 1 && a.from == b+1 && a.gov == lexicon.None && (d.units[b].set.has(lexicon.Be) || d.poses(b)) {
			d.emit(claim{left: a.persons, right: d.group(partner), status: graph.Held, sent: k, rule: d.lex.Lang + ".fronted"}, b, false, true)
			return // "Opposite A sat B"
		}
		if a.subj && a.prev < 0 && len(a.persons) == 1 {
			f := frame{d: d, k: k, s: s}
			if v := d.verbAfter(a.to, s); v >= 0 {
				f.g = d.verbGroup(v, lexicon.Fin|lexicon.PP, s)
				if st, ok := f.g.status(); ok {
					d.emit(claim{left: a.persons, right: d.group(partner), status: st, sent: k, rule: d.lex.Lang + ".fronted"}, v, false, true)
					if st == graph.Held {
						d.moreFronted(k, partner, a.persons[0])
					}
				}
			}
			return
		}
	}
	subject := d.said[s.item].subject
	if partner >= 0 {
		subject = -1
		f := nounFrame{d: d, k: k, s: s, c: &d.said[s.item]}
		if f.c.series > 0 {
			subject = d.nextInSeries(k, d.actors[partner].persons[0], f.c)
		}
		if ps := f.host(partner); subject < 0 && len(ps) == 1 {
			subject = ps[0]
		}
	}
	if partner >= 0 && subject >= 0 && d.talksAfter(k, partner) {
		d.emit(claim{left: []int{subject}, right: d.group(partner), status: graph.Held, sent: k, rule: d.lex.Lang + ".fronted"}, d.groupEnd(partner), false, true)
		d.moreFronted(k, partner, subject)
	}
}

// atPlaceOf reports "chez B": see words.txt.
func (d *doc) atPlaceOf(n int) bool {
	e, ok := d.units[max(d.actors[n].from-1, 0)].entry(lexicon.To)
	return ok && e.Index == 3 && d.actors[n].gov == lexicon.To && d.actors[n].named
}

// inTow reports "With him were X and Y", who came along with whom the text is about.
func (d *doc) inTow(partner int, s sentence) bool {
	e, ok := d.units[d.actors[partner].from-1].entry(lexicon.With)
	b := d.groupEnd(partner)
	return ok && e.Index == 1 && b < s.to && (d.units[b].set.has(lexicon.Be) || d.poses(b) || d.predicate(b))
}

// poses reports a verb of place in the past: "sat", "stood".
func (d *doc) poses(i int) bool {
	return d.verbsOf(i).Has("poses")
}

// opens reports that only adverbs stand before unit i in its sentence.
func (d *doc) opens(i int, s sentence) bool {
	for i--; i >= s.from; i-- {
		if d.units[i].date >= 0 || d.units[i].punct == ',' {
			continue // "Mardi, avec B, A a ..."
		}
		if !d.lex.Options.Bare || !d.units[i].set.has(lexicon.Adverb) {
			return false
		}
	}
	return true
}

// moreFronted reads on after a partner put first: "; với C, là hợp tác".
func (d *doc) moreFronted(k, partner, subject int) {
	for n := partner + 1; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if a.gov == lexicon.With && a.prev < 0 && a.from >= 2 && d.units[a.from-2].punct == ';' && d.groupEnd(n) < len(d.units) && d.units[d.groupEnd(n)].punct == ',' {
			d.emit(claim{left: []int{subject}, right: d.group(n), status: graph.Held, sent: k, rule: d.lex.Lang + ".fronted"}, a.from, false, true)
		}
	}
}

// turnsTo reads on after a contact whose partner the sentence puts first: "Avec A, il a parlé de
// visas ; avec B, de gaz".
func (d *doc) turnsTo(k int) {
	n := d.sents[k].actors[0]
	if n == d.sents[k].actors[1] || d.actors[n].gov != lexicon.With || !d.opens(d.actors[n].from-1, d.sents[k]) || len(d.actors[n].persons) == 0 {
		return
	}
	for _, c := range d.claims[d.earlier:] {
		switch p := d.actors[n].persons[0]; {
		case c.status != graph.Held || len(c.left) != 1 || len(c.right) != 1:
		case c.right[0] == p:
			d.moreFronted(k, n, c.left[0])
			return
		case c.left[0] == p:
			d.moreFronted(k, n, c.right[0])
			return
		}
	}
}

// talksAfter reads ", les échanges ont porté sur" after a partner put first:
// the talks are those of whom the text has spoken.
func (d *doc) talksAfter(k, partner int) bool {
	s, i := d.sents[k], d.groupEnd(partner)
	if i+2 >= s.to || d.units[i].punct != ',' {
		return false
	}
	if n := d.units[i+1].actor; n >= 0 && d.actors[n].side && d.actors[n].two {
		return true // "Với A, hai bên nói nhiều về"
	}
	if d.lex.Options.Article {
		if !d.units[i+1].set.either(lexicon.Def, lexicon.Poss) {
			return false
		}
		i++
	}
	e, ok := d.units[i+1].entry(lexicon.Noun)
	if !ok || d.lex.Nouns[e.Index].Event != "met" {
		return false
	}
	f := nounFrame{d: d, k: k, s: s, noun: &d.lex.Nouns[e.Index], at: i + 1}
	st, ok := f.status()
	return ok && st == graph.Held
}

func (d *doc) groupEnd(n int) int {
	g := d.groupOf(n)
	return d.actors[g[len(g)-1]].to
}

// verbAfter is the verb of the group that starts at unit i, -1 if none does.
func (d *doc) verbAfter(i int, s sentence) int {
	for ; i < s.to; i++ {
		u := &d.units[i]
		switch {
		case u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Not, lexicon.Adverb, lexicon.Plan) && u.actor < 0:
		case u.set.has(lexicon.Verb) || u.kind == 0 && !u.known() && !u.cap:
			return i
		default:
			return -1
		}
	}
	return -1
}
