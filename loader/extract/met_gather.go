package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// togetherAfter reports "together" right behind the object: "talks brought A and
// B together".
func (f *frame) togetherAfter() bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.prev < 0 {
			end := f.d.pastOwnComma(n)
			if end >= f.s.to {
				return false
			}
			return f.d.units[end].set.either(lexicon.Each, lexicon.With) || f.isNoun(end, "along") || f.meetsAt(end)
		}
	}
	return false
}

// meetsAt reports an infinitive of contact at unit i: "got A and B to sit down".
func (f *frame) meetsAt(i int) bool {
	return slices.ContainsFunc(f.d.verbsOf(i), func(v verbForm) bool {
		return v.verb.Event == "met" && (v.form&lexicon.Inf != 0 || v.verb.Flags.Has("mutual"))
	})
}

// broughtTo is with whom the only one brought speaks there: "Cuộc họp đưa A đối thoại với B".
func (f *frame) broughtTo() []int {
	n := f.d.firstAfter(f.g.at, lexicon.None, f.s)
	if n < 0 || f.d.groupEnd(n) >= f.s.to || !slices.ContainsFunc(f.d.verbsOf(f.d.groupEnd(n)), func(v verbForm) bool { return v.verb.Event == "met" && v.verb.Slots.Has("with") }) {
		return nil
	}
	return f.after(f.d.groupEnd(n), lexicon.With)
}

// gather reads "la réunion a rassemblé A et B" and "X a réuni A et B", where X is one
// of them.
func (f *frame) gather(cl claim) {
	ps := f.object()
	if l := f.gatheredList(); len(l) > 1 {
		if cl.left = f.besideList(l); len(cl.left) > 0 { // "ont réuni A et deux chefs d'État : B et C"
			cl.right = l
			f.d.emit(cl, f.g.at, false, true)
			return
		}
		if f.g.passive() && f.g.bare && f.namedBehind() && slices.Equal(f.subject(), l) { // "Les trois ministres réunis à Bonn : A, B et C"
			cl.left, cl.among = l, true
			f.d.emit(cl, f.g.at, false, true)
			return
		}
	}
	if w := f.after(f.g.at, lexicon.To); f.g.object && !f.g.passive() && len(ps) == 1 && len(w) > 0 && f.d.apart(ps, w) { // "un entretien l'a réuni à B"
		cl.left, cl.right = ps, w
		f.d.emit(cl, f.g.at, false, true)
		return
	}
	if w := f.after(f.g.at, lexicon.With); f.verb.Slots.Has("with") && len(ps) > 0 && len(w) > 0 && !f.g.passive() { // "des discussions l'ont mis aux prises avec B"
		cl.left, cl.right = ps, w
		f.d.emit(cl, f.g.at, false, true)
		return
	}
	if w := f.broughtTo(); f.verb.Flags.Has("apart") && len(ps) == 1 && len(w) > 0 && !f.g.passive() {
		cl.left, cl.right = ps, w
		f.d.emit(cl, f.g.at, false, true)
		return
	}
	if w := f.togetherWith(); f.verb.Flags.Has("apart") && len(ps) == 1 && len(w) > 0 {
		cl.left, cl.right = ps, w
		f.d.emit(cl, f.g.at, false, true)
		return
	}
	if all := f.gatheredBy(ps); len(all) > 0 {
		cl.left, cl.among = all, true
		f.d.emit(cl, f.g.at, false, true)
		return
	}
	if f.verb.Flags.Has("lasts") && (!f.lasted() || f.subjectActor() >= 0) || f.g.refl || f.g.passive() || f.g.object || len(ps) < 2 || f.verb.Flags.Has("apart") && !f.togetherAfter() {
		return
	}
	if n := f.subjectActor(); n >= 0 && !(f.d.actors[n].from > f.g.at) {
		if cl.left = f.d.group(n); len(cl.left) != 1 {
			return
		}
	}
	cl.left, cl.among = unique(slices.Concat(cl.left, ps)), true
	f.d.emit(cl, f.g.at, false, true)
}

// gatheredBy are two or more and who gathers them, told behind both: "En réunissant A et B, X a", "Réunis par X, A et B".
func (f *frame) gatheredBy(object []int) []int {
	var by []int
	switch n := f.subjectActor(); {
	case f.g.passive():
		by, object = f.agent(), f.subject()
	case n >= 0 && f.g.form&lexicon.Ger != 0 && f.d.actors[n].from > f.g.at:
		by = f.d.group(n)
	}
	if len(by) != 1 || len(object) < 2 || slices.Contains(object, by[0]) {
		return nil
	}
	return slices.Concat(by, object)
}

// togetherWith is who stands after "together with": "the session brought A together with B".
func (f *frame) togetherWith() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if u := &f.d.units[max(a.from-1, 0)]; a.from > f.g.at && u.to-u.from > 1 && (a.gov == lexicon.With || a.gov == lexicon.Beside && f.d.startsWith(u, lexicon.Each)) {
			return f.d.group(n)
		}
	}
	return nil
}

// gatheredList are those after a colon, told before it by their number: "A et deux chefs
// d'État : B et C".
func (f *frame) gatheredList() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.plural && !a.named && a.gov == lexicon.None && a.to < f.s.to && f.d.units[a.to].punct == ':' && len(a.persons) > 1 {
			return a.persons
		}
	}
	return f.listed()
}

// namedBehind reports a list that a colon opens, with nothing but when and where between it and the verb, whose subject it names.
func (f *frame) namedBehind() bool {
	for i := f.g.at + 1; i < f.s.to; i++ {
		if f.d.units[i].punct == ':' {
			return f.d.adjuncts(f.g.at+1, i)
		}
	}
	return false
}

// besideList are those told between the verb and a colon who are not in the list l after it.
func (f *frame) besideList(l []int) (ps []int) {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from <= f.g.at || a.plural || a.gov != lexicon.None || slices.ContainsFunc(a.persons, func(p int) bool { return slices.Contains(l, p) }) {
			continue
		}
		ps = append(ps, a.persons...)
	}
	return ps
}

// byThemselves reports three or more of as many states who meet, not some of many at one event: "leaders including A, B and C gathered", "gathered for
// the funeral".
func (f *frame) byThemselves(ps []int) bool {
	n := f.subjectActor()
	if n < 0 || len(ps) < 3 || !f.verb.Slots.Has("with") || !f.d.ofOwnStates(ps) {
		return false
	}
	first := &f.d.actors[f.d.groupOf(n)[0]]
	if first.from > f.s.from && governor(&f.d.units[first.from-1]) != lexicon.None || governor(&f.d.units[min(first.to, f.s.to-1)]) != lexicon.None {
		return false
	}
	for i := f.g.at + 1; i < f.s.to; i++ {
		if f.d.units[i].set.has(lexicon.For) && f.d.units[i].actor < 0 || f.d.isNoun(i, "session") {
			return false
		}
		if e, ok := f.d.units[i].entry(lexicon.Noun); ok && f.d.lex.Nouns[e.Index].Flags.Has("many") {
			return false
		}
	}
	return true
}
