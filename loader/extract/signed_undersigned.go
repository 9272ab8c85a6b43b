package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// noPaper reports "signed no agreement": the object denies what the verb tells.
func (f *frame) noPaper() bool {
	i := f.g.at + 1
	if f.g.passive() || i+1 >= f.s.to || !f.d.units[i].set.has(lexicon.Not) || f.d.units[i].actor >= 0 {
		return false
	}
	return f.isDoc(i+1) || i+2 < f.s.to && f.isDoc(i+2)
}

// spokenOf reports a signing that others only speak of: "trao đổi về việc ký", "kỷ niệm 10 năm ký", "về việc hai nước ký".
func (f *frame) spokenOf() bool {
	d, i := f.d, f.g.from-1
	if !d.lex.Options.Tenseless || f.g.from == f.s.from {
		return false
	}
	for i > f.s.from && (d.units[i].date >= 0 || d.units[i].set.any(lexicon.TimeUnit, lexicon.Amount) || d.units[i].kind == text.Number) && d.units[i].actor < 0 {
		i--
	}
	if n := d.units[i].actor; i > f.s.from && n >= 0 {
		a := &d.actors[n]
		if i = a.from - 1; a.role("states") && a.two && !a.subj && a.to == f.g.from && i > f.s.from && d.units[i].common() && !d.units[i].known() {
			return true // "thảo luận về việc hai bên ký"
		}
	}
	e, ok := d.units[max(i, f.s.from)].entry(lexicon.Prep)
	return ok && i > f.s.from && e.Index == spokenOfLine && d.units[i].actor < 0
}

// paperTold reports a verb of signing that only says which document another verb has for its object: "hoan nghênh các văn kiện vừa ký",
// "praised the papers just signed", "the newly signed accord", "the accord the two banks had signed" do not say that who does so has signed it.
func (f *frame) paperTold() bool {
	d, i, next := f.d, f.g.from-1, f.g.at+1
	if !d.lex.Options.Tenseless && f.g.form&lexicon.PP == 0 || f.g.passive() || i <= f.s.from {
		return false
	}
	if !d.lex.Options.Tenseless && !f.g.aux && f.isDoc(next) {
		for i > f.s.from && d.units[i].actor < 0 && d.units[i].punct == 0 && (d.units[i].set.has(lexicon.Adverb) || d.adverbLike(i, f.s)) {
			i--
		}
		return d.units[i].actor < 0 && d.units[i].set.has(lexicon.Def) && f.objectBefore(i)
	}
	if next < f.s.to && (d.units[next].set.has(lexicon.With) || !f.objectless() && !d.units[next].set.any(lexicon.Be, lexicon.HaveFut, lexicon.Verb)) {
		return false // "hiệp định vừa ký với B"
	}
	if n := d.units[i].actor; n >= 0 {
		if a := &d.actors[n]; a.named || a.pron != lexicon.None || !a.role("states") {
			return false // "hiệp định ông vừa ký"
		}
		i = d.actors[n].from - 1
	}
	others := d.lex.Options.Tenseless || !f.g.aux
	for from := i; i > f.s.from && !f.isDoc(i); i-- {
		u := &d.units[i]
		if u.punct != 0 || u.actor >= 0 || from-i > 6 || governor(u) == lexicon.With || u.set.has(lexicon.And) {
			return false
		}
		others = others || u.set.has(lexicon.Def)
	}
	return others && f.objectBefore(i)
}

// objectBefore reports that a noun phrase with unit i is the object of a verb, or of a preposition behind one, of another event than a signing
// and of somebody.
func (f *frame) objectBefore(i int) bool {
	d, governed := f.d, false
	for i--; i > f.s.from && d.units[i].punct == 0; i-- {
		u := &d.units[i]
		if u.actor >= 0 {
			return governed && !f.theirs(u.actor)
		}
		if u.set.has(lexicon.Verb) && !f.isDoc(i) {
			n := d.lastBefore(i, f.s)
			return n >= f.s.actors[0] && !f.theirs(n) && !d.isVerb(i, "signed")
		}
		governed = governed || governor(u) != lexicon.None
	}
	return false
}

// theirs reports "hai bên" as the first actor of the sentence: what they speak of is their own.
func (f *frame) theirs(n int) bool { return n == f.s.actors[0] && f.d.actors[n].role("states") }

// othersSign reports others without names as the subject of the verb, behind another verb: "hoan nghênh việc hai Bộ ký", "nhấn mạnh doanh
// nghiệp hai nước ký".
func (f *frame) othersSign() bool {
	d, i := f.d, f.g.from-1
	if !d.lex.Options.Tenseless || f.g.passive() || i <= f.s.from+1 {
		return false
	}
	theirs := false
	if n := d.units[i].actor; n >= 0 {
		if theirs = !d.actors[n].named && d.actors[n].role("states"); !theirs {
			return false
		}
		i = d.actors[n].from - 1
	}
	for ; i > f.s.from+1 && f.g.from-i < 6; i-- {
		u := &d.units[i]
		counted := u.set.either(lexicon.Numeral, lexicon.Two)
		if u.actor >= 0 || u.punct != 0 || u.date >= 0 || f.isDoc(i) || !counted && !u.set.either(lexicon.Body, lexicon.Portfolio) && !(u.common() && !u.known()) {
			return false
		}
		if before := &d.units[i-1]; counted || theirs && u.set.has(lexicon.Body) {
			e, ok := before.entry(lexicon.Prep)
			return ok && e.Index == spokenOfLine || before.actor < 0 && before.punct == 0 && (before.common() && !before.known() || before.set.has(lexicon.Verb) && !d.isVerb(i-1, "signed") && !d.verbsOf(i-1).Has("watches"))
		}
	}
	return false
}

// spokenOfLine is the line of those words among the prepositions.
const spokenOfLine = 4

// ofStranger reports a relative clause about somebody whom the text does not know: "A saw the
// leaders of the militias that have signed", not "A was the one who signed".
func (f *frame) ofStranger(n int) bool {
	d, i := f.d, f.g.from-1
	if !d.lex.Options.Article || i <= f.s.from || i <= d.actors[n].to || !d.units[i].set.either(lexicon.Who, lexicon.That) || d.units[i].actor >= 0 {
		return false
	}
	switch u := &d.units[i-1]; {
	case u.actor >= 0:
		a := &d.actors[u.actor]
		return !a.named && len(a.persons) == 0
	case u.kind != text.Word || u.name >= 0 || u.date >= 0:
		return false
	}
	for j := d.actors[n].to; j < i; j++ {
		if d.predicative(j) || d.units[j].punct != 0 {
			return false
		}
	}
	return true
}

// bystander reports that a verb follows who stands after "with": "signed, with C standing behind"
// tells what C did meanwhile.
func (f *frame) bystander(gov lexicon.Class) bool {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at || a.from < f.s.from+2 || a.gov != gov || a.prev >= 0 {
			continue
		}
		end := d.groupEnd(n)
		return end < f.s.to && d.units[a.from-2].punct == ',' && d.units[end].actor < 0 && d.units[end].set.has(lexicon.Verb) && !d.units[end].set.any(lexicon.Noun, lexicon.After, lexicon.In) &&
			!d.isVerb(end, "signed")
	}
	return false
}

// joining reads "A joined B in signing an accord", "A joined B in Oslo to sign it": who joins and who is joined.
func (f *frame) joining() (ps []int) {
	d, i := f.d, f.g.from
	if f.g.form&(lexicon.Ger|lexicon.Inf) == 0 || i <= f.s.from+1 {
		return nil
	}
	if i == f.g.at && !d.startsWith(&d.units[i], lexicon.To) {
		i--
	}
	if !d.startsWith(&d.units[i], lexicon.To) && !d.units[i].set.either(lexicon.In, lexicon.For) {
		return nil
	}
	n := d.lastBefore(i, f.s)
	if n < f.s.actors[0] || d.actors[n].to != i && d.pastPlaces(d.actors[n].to, f.s) != i {
		return nil
	}
	for j := d.actors[d.groupOf(n)[0]].from - 1; j > f.s.from && j > i-8; j-- {
		if !d.verbsOf(j).Has("company") {
			continue
		}
		for _, v := range d.verbsOf(j) {
			g := frame{d: d, k: f.k, s: f.s, c: f.c, verb: v.verb, g: d.verbGroup(j, v.form, f.s)}
			if st, ok := g.g.status(); ok && st == graph.Held {
				if m := g.subjectActor(); m >= 0 && m != n {
					return slices.Concat(d.group(m), d.group(n))
				}
			}
		}
		return nil
	}
	return nil
}

// besideThat are those beside whose signature the subject puts its own: "signed next to that of B".
func (f *frame) besideThat() []int {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from-2 <= f.g.at+1 || a.gov != lexicon.Of || a.prev >= 0 || d.units[a.from-2].actor >= 0 {
			continue
		}
		if d.units[a.from-2].set.either(lexicon.Dem, lexicon.That) && d.units[a.from-3].set.has(lexicon.Beside) {
			return d.group(n)
		}
	}
	return nil
}

// ofWhom is whose signature the noun tells with a word of its own: "A, whose signature is on the
// accord", "A for Togo, B for Benin: their names are at its foot".
func (f *nounFrame) ofWhom() []int {
	d := f.d
	g := frame{d: d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	switch {
	case f.noun.Flags.Has("whose"):
		if n := g.endingAt(f.at); n >= 0 {
			return d.group(n)
		}
	case f.noun.Flags.Has("theirs"):
		if ps := f.listedBefore(f.at); len(ps) > 0 {
			return ps
		}
		return d.bothSides(&actor{sent: f.k, from: f.at, to: f.at + 1, pron: lexicon.They, plural: true, party: -1, org: -1}, f.c)
	}
	return nil
}

// watchThemselves reports that "officials of both sides", whom somebody watches, stands for those
// who watch: nobody is told to sign.
func (f *frame) watchThemselves(n int) bool {
	d, a := f.d, &f.d.actors[n]
	for m := f.s.actors[0]; m < n && !a.named; m++ {
		if slices.ContainsFunc(d.actors[m].persons, func(p int) bool { return slices.Contains(a.persons, p) }) {
			return true
		}
	}
	return false
}

// sharing is who shares a task with the group of actor n, told before it: "it fell to A, a
// minister, and to B"; -1 for nobody.
func (d *doc) sharing(n int, s sentence) int {
	i := d.actors[d.groupOf(n)[0]].from - 1
	if i > s.from && !d.units[i].set.has(lexicon.And) && governor(&d.units[i]) != lexicon.None {
		i--
	}
	if i <= s.from || !d.units[i].set.has(lexicon.And) || d.units[i].actor >= 0 {
		return -1
	}
	if i > 1 && d.units[i-1].punct == ',' {
		i--
	}
	return d.units[i-1].actor
}

// theOne is who is told to be the one whom the relative pronoun at unit i is about: "A and B were
// the ones who signed"; -1 for nobody.
func (f *frame) theOne(i int) int {
	d := f.d
	for k := i - 1; k > f.s.from && k > i-4; k-- {
		switch u := &d.units[k]; {
		case u.actor >= 0 || u.kind != text.Word || u.cap:
			return -1
		case d.predicative(k):
			if n := f.endingAt(k); n >= 0 && d.actors[n].named && d.actors[n].subj {
				return n
			}
			return -1
		case u.set.has(lexicon.Verb):
			return -1
		}
	}
	return -1
}

// listedBefore are those listed before a colon right before unit i, for whom no verb tells anything.
func (f *nounFrame) listedBefore(i int) (ps []int) {
	d := f.d
	if i <= f.s.from || d.units[i-1].punct != ':' || !d.verbless(f.s.from, i) {
		return nil
	}
	for n := f.s.actors[0]; n < f.s.actors[1] && d.actors[n].from < i; n++ {
		ps = append(ps, d.actors[n].persons...)
	}
	return unique(ps)
}

// governmentsSign reads governments as the subject: two sign for their states, one with whom it signs.
func (f *frame) governmentsSign(x *signing) bool {
	end := f.g.from
	for end > f.s.from && f.d.units[end-1].actor < 0 && (f.d.units[end-1].set.either(lexicon.Adverb, lexicon.Have) || f.d.units[end-1].date >= 0) {
		end--
	}
	if x.codes = f.d.governments(f.s, end); len(x.codes) == 1 {
		if f.parties(x, f.g.at, f.s.to, lexicon.With); x.signers() == 1 {
			x.bodies = f.d.bodiesUnder(f.g.at+1, f.s.to, lexicon.With)
		}
	} else if len(x.codes) == 0 {
		x.codes, x.bodies = f.mixedSubject(end)
	}
	if x.signers() < 2 {
		x.codes, x.parties, x.orgs, x.bodies = nil, nil, nil, nil
	}
	return x.signers() > 1
}

// unique drops the second mention of a person.
func unique(ps []int) (out []int) {
	for _, p := range ps {
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// agentAside reports words between commas right before the verb that say who the agents are: "do A và B,
// trưởng đoàn hai bên, ký".
func (f *frame) agentAside(n int) bool {
	d, a := f.d, &f.d.actors[n]
	if a.named || a.gov != lexicon.None || n == f.s.actors[0] || a.to+1 != f.g.from || d.units[a.to].punct != ',' || d.units[a.from-1].punct != ',' {
		return false
	}
	b := &d.actors[n-1]
	return b.named && b.to == a.from-1
}

// welcomed reports "welcomed that the two sides signed": a fact that the text only recalls, of which it
// does not say who did it.
func (f *frame) welcomed(n int) bool {
	d := f.d
	if m := d.units[max(f.g.from-1, f.s.from)].actor; m >= 0 {
		n = m // "Hai Thủ tướng hoan nghênh việc hai bên đã ký"
	}
	a := &d.actors[n]
	if a.named || a.subj || !a.two {
		return false
	}
	for i := a.from - 1; i > f.s.from && i > a.from-4; i-- {
		if d.units[i].actor >= 0 || d.units[i].punct != 0 {
			return false
		}
		if d.isVerb(i, "say") {
			return true
		}
	}
	return false
}
