package extract

import (
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

// visitor is who stands right before "[, en visite officielle] à la tête d'une
// délégation".
func (d *doc) visitor(v int, s sentence) []int {
	for i := v - 1; i >= s.from && i >= v-6; i-- {
		u := &d.units[i]
		if u.actor >= 0 {
			if a := &d.actors[u.actor]; a.named && i < v-1 {
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
