package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// headBehind is who is named behind the preposition of an agent at unit v across an office: "led by its deputy commander,
// General A", "headed by the president's envoy, Minister B"; -1 for nobody.
func (f *frame) headBehind(v int) int {
	const reach = 14
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= v+1 || !a.named || a.owner {
			continue
		}
		comma, office := d.units[a.from-1].punct == ',', d.units[a.from].set.either(lexicon.Role, lexicon.Portfolio) || d.clitic(a.from)
		for i := v + 1; i < a.from; i++ {
			u := &d.units[i]
			office = office || comma && u.set.has(lexicon.Role)
			if u.punct != 0 && (i < a.from-1 || !comma) || u.date >= 0 || u.actor < 0 && u.set.any(lexicon.And, lexicon.With, lexicon.By) || u.actor >= 0 && d.actors[u.actor].plural {
				return -1
			}
		}
		if a.from-v > reach || !office || !d.verbless(v+1, a.from) || len(a.persons) != 1 || a.persons[0] < 0 {
			return -1
		}
		return n
	}
	return -1
}

// cleftHead is who is named behind "that" in "C'est à la tête d'une délégation que X est venu"; -1 for nobody.
func (f *frame) cleftHead(v, deleg int) int {
	const reach = 6
	d := f.d
	if v <= f.s.from || !d.units[v-1].set.has(lexicon.Be) && !d.endsWith(&d.units[v-1], lexicon.Be) {
		return -1
	}
	for i := d.actors[deleg].to; i+1 < f.s.to && i < d.actors[deleg].to+reach && d.units[i].punct == 0; i++ {
		if n := d.units[i+1].actor; d.units[i].set.has(lexicon.That) && n >= 0 && d.actors[n].named && d.actors[n].gov == lexicon.None {
			return n
		}
	}
	return -1
}

// visitor is who stands right before "[, en visite officielle] à la tête d'une
// délégation".
func (d *doc) visitor(v int, s sentence) []int {
	for i := v - 1; i >= s.from && i >= v-6; i-- {
		u := &d.units[i]
		if u.actor >= 0 {
			if a := &d.actors[u.actor]; (a.named || a.gov == lexicon.None && len(a.persons) == 1) && i < v-1 {
				return a.persons
			}
			break
		}
		if u.punct != ',' && !u.set.either(lexicon.In, lexicon.Noun) && (u.known() || u.cap) {
			break
		}
	}
	return d.headOnVisit(v, s)
}

// headOnVisit is who is told between a comma and unit v to be on a visit, by no verb: "avec B, en visite du 6 au 9 mai à la tête
// d'une délégation".
func (d *doc) headOnVisit(v int, s sentence) []int {
	const reach = 16
	for i, visit := v-1, false; i > s.from && i > v-reach; i-- {
		u := &d.units[i]
		if n := d.units[i-1].actor; u.punct == ',' && visit && n >= 0 && d.actors[n].named && d.actors[n].to == i && d.verbless(i, v) {
			return d.actors[n].persons
		}
		if u.punct != 0 || u.actor >= 0 && d.actors[u.actor].named {
			return nil
		}
		visit = visit || d.isNoun(i, "visit")
	}
	return nil
}

// atTheirHead reads "À leur tête, X", "À leur tête se trouvait X" of those told of just before,
// and "À la tête des visiteurs, X".
func (d *doc) atTheirHead(k, v int) bool {
	s := d.sents[k]
	if v != s.from || d.lex.Home != "" {
		return false
	}
	n, deleg := s.actors[0], d.lastDelegation(k)
	if n+1 < s.actors[1] && d.actors[n].from == v+1 && d.actors[n].plural && !d.actors[n].named {
		v = d.actors[n].to - 1
		n++
	} else if u := &d.units[min(v+1, s.to-1)]; u.actor < 0 && u.punct == 0 && !u.set.any(lexicon.Refl, lexicon.Be, lexicon.Verb) {
		return false // "à la tête du ministère"
	}
	if n >= s.actors[1] || !d.actors[n].named || d.actors[n].from > v+5 || d.actors[n].gov != lexicon.None || d.actors[n].persons[0] < 0 {
		return false
	}
	for m := s.actors[0] - 1; m >= 0 && deleg < 0 && d.actors[m].sent >= k-1; m-- {
		if a := &d.actors[m]; a.plural && !a.named && len(a.codes) == 1 && len(a.roles) > 0 && d.sents[a.sent].item == s.item {
			deleg = m
		}
	}
	if deleg < 0 {
		return false
	}
	d.addLead(d.actors[n].persons[0], deleg, graph.Held, k, d.lex.Lang+".led.head", v)
	return true
}

// ofObject reports words of leading at unit v that tell of what stands right before them, the object of a verb behind the
// delegation: "A delegation visited the company headed by X".
func (d *doc) ofObject(deleg, v int) bool {
	const reach = 5
	i, to := v-1, d.actors[deleg].to
	if i <= to || d.units[i].date >= 0 || d.units[i].cap || d.isNoun(i, "visit", "delegation") || d.units[i].set.any(lexicon.Adverb, lexicon.DayPart, lexicon.Be, lexicon.Have) {
		return false
	}
	for j := i; j > to && j > i-reach; j-- {
		u := &d.units[j]
		switch {
		case u.actor >= 0, u.punct != 0, governor(u) != lexicon.None, j < i && u.set.has(lexicon.Verb):
			return false
		case j < i && u.set.either(lexicon.Def, lexicon.Indef):
			return !d.verbless(to, j) && !d.units[j-1].set.either(lexicon.In, lexicon.To) // "arrived in the country led by X"
		}
	}
	return false
}

// goesTo reports a place or an event right from unit i, to which somebody goes: "[la délégation] au sommet".
func (d *doc) goesTo(i, end int) bool {
	return d.units[i].set.either(lexicon.In, lexicon.To) && i+1 < end
}
