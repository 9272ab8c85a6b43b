package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// leadFrames finds who leads which delegation in a sentence, and gives the
// delegation its head, so that a meeting with it is one with its head.
func (d *doc) leadFrames(k int, c *discourse) {
	s := d.sents[k]
	for v := s.from; v < s.to; v++ {
		u := &d.units[v]
		if u.set.has(lexicon.Head) {
			d.headPhrase(k, v, c)
			continue
		}
		e, ok := u.entry(lexicon.Verb)
		if !ok || d.lex.Verbs[e.Index].Event != "led" {
			continue
		}
		verb := &d.lex.Verbs[e.Index]
		f := frame{d: d, k: k, s: s, c: c, verb: verb, g: d.verbGroup(v, e.Form, s)}
		f.led()
	}
}

// led reads "une délégation conduite par X" and "X conduit une délégation".
func (f *frame) led() {
	st, ok := f.g.status()
	if !ok {
		return
	}
	if f.g.passive() || f.g.bare {
		deleg := f.delegationBefore()
		if deleg < 0 {
			deleg = f.delegationAfter()
		}
		if deleg < 0 {
			return
		}
		for _, p := range f.agent() {
			f.d.addLead(p, deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
			break
		}
		return
	}
	deleg := f.delegationAfter()
	if deleg < 0 {
		return
	}
	if ps := f.subject(); len(ps) > 0 {
		f.d.addLead(ps[0], deleg, st, f.k, f.d.lex.Lang+".led."+f.verb.Key, f.g.at)
	}
}

func (f *frame) delegationBefore() int {
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		if a := &f.d.actors[n]; a.to <= f.g.from && a.deleg {
			return n
		}
	}
	return -1
}

func (f *frame) delegationAfter() int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.deleg && a.from-f.g.at < 24 {
			return n
		}
	}
	return -1
}

// headPhrase reads "X, à la tête d'une délégation" and "À la tête d'une
// délégation, X". Without a delegation it is about something else ("à la tête
// de l'État"), save for "chef de la délégation".
func (d *doc) headPhrase(k, v int, c *discourse) {
	s := d.sents[k]
	deleg := -1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if a := &d.actors[n]; a.from >= v && a.from <= v+3 && a.deleg {
			deleg = n
		}
	}
	if deleg < 0 {
		return
	}
	g := verbGroup{at: d.actors[deleg].to - 1, from: v, form: lexicon.Fin}
	f := frame{d: d, k: k, s: s, c: c, g: g}
	ps := f.subject()
	if len(ps) == 0 {
		if n := f.subjectAfter(); n >= 0 {
			ps = d.subjectGroup(n)
		}
	}
	if len(ps) > 0 {
		st := graph.Held
		for i := v; i >= s.from; i-- {
			if d.unrealised(i, &st) {
				break
			}
		}
		if st != "" {
			d.addLead(ps[0], deleg, st, k, d.lex.Lang+".led.head", v)
		}
	}
}

func (d *doc) addLead(p, deleg int, st graph.Status, k int, rule string, at int) {
	a := &d.actors[deleg]
	a.persons = []int{p}
	l := lead{person: p, codes: a.codes, party: a.party, org: a.org, status: st, sent: k, rule: rule, date: d.dateOf(at, k)}
	for _, x := range d.leads {
		if x.person == p {
			return
		}
	}
	d.leads = append(d.leads, l)
	if d.persons[p].country == "" && len(a.codes) > 0 {
		d.persons[p].country = a.codes[0]
	}
}
