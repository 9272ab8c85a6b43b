package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// hadGuests reads "A had three visitors on Monday: B, C and D" and "A received a guest. B stayed
// for an hour": who came and is named only then.
func (d *doc) hadGuests(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if d.partnersListed(k, n) {
			return
		}
		v := d.pastDays(a.from-1, s)
		if d.dayOfVisitors(k, n) {
			return
		}
		if a.named || !d.callers(a) || a.gov != lexicon.None || a.from < s.from+2 || !d.units[v].set.any(lexicon.Support, lexicon.Verb, lexicon.Have) {
			continue
		}
		if !d.realised(s.from, a.from) {
			return
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: v, from: v, form: lexicon.Fin}}
		host, guests := f.subject(), d.guestsTold(k, n)
		if c := f.c; len(guests) == 0 && len(host) == 1 && a.plural && c.series == 0 {
			d.openSeries(host[0], k, c) // "a eu deux visiteurs. Le premier ..."
		}
		if len(host) == 1 && len(guests) > 0 && d.apart(host, guests) {
			d.emit(claim{left: host, right: guests, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, a.from, false, true)
		}
	}
}

// callers reports a phrase for who comes: guests, others.
func (d *doc) callers(a *actor) bool {
	return a.role("guest") || a.role("other")
}

// guestsTold are the guests without names of actor n of sentence k: told by a list, behind a colon
// or, of one, by the next sentence.
func (d *doc) guestsTold(k, n int) []int {
	a := &d.actors[n]
	if a.plural && len(a.persons) > 1 {
		return a.persons
	}
	if a.det != lexicon.Indef && !a.plural {
		return nil
	}
	if m := n + 1; m < d.sents[k].actors[1] {
		if b := &d.actors[m]; b.named && b.gov == lexicon.None && d.units[b.from-1].punct == ':' {
			return d.group(m)
		}
		return nil
	}
	if a.det != lexicon.Indef {
		return nil
	}
	if p := d.opensNext(k); !a.plural && p >= 0 {
		return []int{p}
	}
	return nil
}

// opensNext is the person named as the subject, or after it, at the start of the sentence after
// k of the same item; -1 for none.
func (d *doc) opensNext(k int) int {
	if k+1 >= len(d.sents) || d.sents[k+1].item != d.sents[k].item {
		return -1
	}
	s := d.sents[k+1]
	for m := s.actors[0]; m < s.actors[1]; m++ {
		b := &d.actors[m]
		switch {
		case !b.named && b.from == s.from: // "He was X"
			continue
		case b.named && len(b.persons) == 1 && b.persons[0] >= 0 && b.next < 0 && (b.subj || d.predicative(b.from-1)) && b.from <= s.from+3:
			return b.persons[0]
		}
		return -1
	}
	return -1
}

// ownGuest reads "A's host, B, praised the accord": whose host or guest somebody is told to be.
func (d *doc) ownGuest(k int) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a, b := &d.actors[n], &d.actors[n-1]
		if a.plural || !a.role("host") && !a.role("guest") || b.to != a.from || !d.clitic(a.from) || len(b.persons) != 1 {
			continue
		}
		x := a
		if n+1 < s.actors[1] && !a.named && d.units[a.to].punct == ',' && d.actors[n+1].from == a.to+1 {
			x = &d.actors[n+1] // "A's host, the Danish minister B"
		}
		if x.named && len(x.persons) == 1 && x.next < 0 && d.apart(x.persons, b.persons) && d.did(d.pastComma(x.to, s), s) {
			d.emit(claim{left: x.persons, right: b.persons, hostLeft: a.role("host"), status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, x.to, false, true)
		}
	}
}

// saidToBe reports "Son invité suivant a été B": who it was is told behind, and is not somebody
// told of before.
func (d *doc) saidToBe(a *actor) bool {
	from, end := a.to, d.sents[a.sent].to
	if a.det != lexicon.Poss || from >= end {
		return false
	}
	if e, ok := d.units[from].entry(lexicon.Verb); ok && e.Form == lexicon.Ger {
		from++ // "suivant"
	}
	i := from
	for i < end && d.units[i].actor < 0 && i < from+4 {
		i++
	}
	n := -1
	if i < end {
		n = d.units[i].actor
	}
	return n >= 0 && d.actors[n].named && d.equates(from, i)
}

// namedBehind claims contacts of who keeps a series with those whom its sentence told by number or
// by their states, and who are named behind: "Trois ambassadeurs ont remis leurs lettres de créance
// à A. Le Chilien B arrive d'Oslo": all who are named there, or the first, if they are ambassadors.
func (d *doc) namedBehind(x series) {
	want := d.howMany(x.opened)
	all, envoys := d.foreigners(x)
	if want < 2 || len(all) < want {
		return
	}
	if len(all) > want {
		all = envoys[:min(want, len(envoys))]
	}
	if len(all) < want {
		return
	}
	for _, n := range all {
		a := &d.actors[n]
		if pair := []int{x.keeper, a.persons[0]}; !d.told(pair) && !d.plansContact(d.sents[a.sent]) {
			d.emit(claim{left: pair[:1], right: pair[1:], hostLeft: true, status: graph.Held, sent: a.sent, rule: d.lex.Lang + ".series"}, a.from, false, true)
		}
	}
}

// plansContact reports a sentence that tells of a contact and of a plan: "talks with A were set for Thursday".
func (d *doc) plansContact(s sentence) bool {
	return d.tellsContact(s.from, s.to) && slices.ContainsFunc(d.units[s.from:s.to], func(u unit) bool { return u.actor < 0 && u.set.has(lexicon.Plan) })
}

// nationals is how many there are in the list of actor n, each told without a name, one by one and of different states: "un Français, une
// Allemande et le représentant de l'Union européenne"; 0 if it is no such list.
func (d *doc) nationals(n int) int {
	group, states := d.groupOf(n), []string{}
	for _, m := range group {
		a := &d.actors[m]
		if a.plural || a.named || a.deleg || len(a.persons) > 0 {
			return 0
		}
		if len(a.codes) == 1 && !slices.Contains(states, a.codes[0]) {
			states = append(states, a.codes[0])
		}
	}
	if len(states) < 2 {
		return 0
	}
	return len(group)
}

// howMany is how many people sentence k tells of without names, by a number or by their states, or how many contacts.
func (d *doc) howMany(k int) int {
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if m := d.nationals(n); m > 1 {
			return m
		}
		if !a.plural || a.named || a.deleg || len(a.persons) > 0 {
			continue
		}
		for i := a.from; i < a.to && i < a.from+2; i++ {
			if e, ok := d.units[i].entry(lexicon.Numeral); ok && e.Index <= 12 {
				return int(e.Index)
			}
		}
		return len(a.codes)
	}
	for i := d.sents[k].from; i+1 < d.sents[k].to; i++ {
		if e, ok := d.units[i].entry(lexicon.Numeral); ok && e.Index <= 12 && d.isNoun(i+1, "met") {
			return int(e.Index)
		}
	}
	return 0
}

// foreigners are the actors with which those are named first, in the sentences behind the start of a
// series, who may be partners of its keeper, and those of them told as ambassadors.
func (d *doc) foreigners(x series) (all, envoys []int) {
	seen := []int{x.keeper}
	for k := x.opened + 1; k < len(d.sents) && k <= x.opened+seriesReach && d.sents[k].item == d.sents[x.opened].item; k++ {
		for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
			a := &d.actors[n]
			if !a.named || len(a.persons) != 1 || slices.Contains(seen, a.persons[0]) || d.countrymen(x.keeper, a.persons[0]) || a.gov == lexicon.Of && d.sentBy(a) {
				continue
			}
			seen, all = append(seen, a.persons[0]), append(all, n)
			if a.role("style") || a.holds("ambassador") {
				envoys = append(envoys, n)
			}
		}
	}
	return all, envoys
}

// sentBy reports "un message d'amitié de X" or "porteur d'un mot de X" before an actor: what came from X, who did not.
func (d *doc) sentBy(a *actor) bool {
	for i := a.from - 2; i >= d.sents[a.sent].from && i > a.from-6; i-- {
		switch u := &d.units[i]; {
		case d.isNoun(i, "letter"), u.set.has(lexicon.Role):
			return true
		case u.punct != 0, u.set.either(lexicon.Verb, lexicon.Noun):
			return false
		}
	}
	return false
}

// broughtAlong reads "Le visiteur était accompagné de B" and "À ses côtés se trouvait B" after a
// reception: an official of a third side who came with the guest is received too.
func (d *doc) broughtAlong(k int) {
	s := d.sents[k]
	host, guest := d.lastSides(k, s.item)
	if host < 0 || !d.realised(s.from, s.to) {
		return
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		b := &d.actors[n]
		if !b.named || b.prev >= 0 || len(b.persons) == 0 || !d.withGuest(n, guest) {
			continue
		}
		if ps := d.group(n); !slices.ContainsFunc(ps, func(p int) bool { return !d.third(p, host, guest) }) {
			d.emit(claim{left: []int{host}, right: ps, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".partner"}, b.from, false, true)
		}
		return
	}
}

// withGuest reports that sentence tells of actor n only that he was at the side of guest.
func (d *doc) withGuest(n, guest int) bool {
	b, s := &d.actors[n], d.sents[d.actors[n].sent]
	if d.atSide(s.from) { // "À ses côtés se trouvait B"
		v := d.pastSmall(s.from+1, s)
		return b.from > v && b.from <= v+3 && (d.figures(b.from-1) || d.poses(b.from-1))
	}
	a := &d.actors[s.actors[0]]
	return b.gov == lexicon.Beside && d.doesTheSame(n) && a.subj && len(a.persons) == 1 && a.persons[0] == guest && d.predicated(a.to, b.from-1)
}

// third reports somebody of neither the state of p nor that of q, but of another one or of a body
// of no state.
func (d *doc) third(r, p, q int) bool {
	if q := &d.persons[r]; q.country == "" && len(q.orgs) > 0 {
		return true
	}
	home := d.homeOf(r)
	return home != "" && home != d.homeOf(p) && home != d.homeOf(q)
}

// dayOfVisitors reads "A spent most of Monday with visitors": who they were comes one after another.
func (d *doc) dayOfVisitors(k, n int) bool {
	a, s := &d.actors[n], d.sents[k]
	c := &d.said[s.item]
	if a.named || !a.plural || !a.role("guest") || a.gov != lexicon.With || a.det != lexicon.None || c.series != 0 || !d.realised(s.from, a.from) {
		return false
	}
	for m := s.actors[0]; m < n; m++ {
		if b := &d.actors[m]; b.named && b.subj && len(b.persons) == 1 && b.next < 0 {
			d.openSeries(b.persons[0], k, c)
			return true
		}
	}
	return false
}
