package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

var echoed = hint().or("echo")

// echo reads "So did B", "as did B" and "B did so in the afternoon": what one side of the
// last contact did is told of somebody else, who takes the place of his compatriot in it, or
// of who acted.
func (d *doc) echo(k int) {
	s := d.sents[k]
	for v := s.from; v < s.to; v++ {
		if d.units[v].actor >= 0 || !d.echoes(v, s) {
			continue
		}
		n, p := d.echoer(v, s), -1
		if n >= 0 && len(d.actors[n].persons) == 1 {
			p = d.actors[n].persons[0]
		}
		if q := d.echoedWith(k, p); p >= 0 && q >= 0 && d.did(v, s) {
			d.emit(claim{left: []int{p}, right: []int{q}, status: graph.Held, sent: k, rule: d.lex.Lang + ".echo"}, v, false, true)
		}
	}
}

// echoes reports a verb that stands for the one told before, some only after "so" at the start.
func (d *doc) echoes(v int, s sentence) bool {
	so := d.units[s.from].set.has(lexicon.That) && (&frame{d: d, s: s, g: verbGroup{at: v, from: v}}).opening()
	return slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Flags.Has("echo") && (so || !x.verb.Flags.Has("so")) })
}

// echoer is the named subject right after or before the verb at unit v, nothing but days
// following; -1 for none.
func (d *doc) echoer(v int, s sentence) int {
	if i := v + 1; i < s.to && d.units[i].actor >= 0 {
		if a := &d.actors[d.units[i].actor]; a.named && a.from == i && a.gov == lexicon.None && a.prev < 0 {
			return d.units[i].actor
		}
		return -1
	}
	f := frame{d: d, s: s}
	n := f.endingAt(v)
	for i := v + 1; i < s.to; i++ {
		if u := &d.units[i]; u.punct == 0 && u.date < 0 && !u.set.any(lexicon.In, lexicon.Def, lexicon.DayPart, lexicon.Adverb, lexicon.Prep, lexicon.Place) {
			return -1 // "B followed the talks"
		}
	}
	if n < 0 || !d.actors[n].named || !d.actors[n].subj || d.actors[n].prev >= 0 {
		return -1
	}
	return n
}

// echoedWith is the side of the last contact told up to sentence k that is of another state
// than p; -1 for none.
func (d *doc) echoedWith(k, p int) int {
	for i := len(d.claims) - 1; i >= 0 && p >= 0; i-- {
		c := &d.claims[i]
		if c.sent < k-1 || d.sents[c.sent].item != d.sents[k].item {
			return -1
		}
		if c.status != graph.Held || len(c.left) != 1 || len(c.right) != 1 {
			continue
		}
		l, r := c.left[0], c.right[0]
		if d.countrymen(r, p) {
			l, r = r, l
		}
		if p == l || p == r || !d.apart([]int{p}, []int{r}) {
			return -1
		}
		return r
	}
	return -1
}

// doneTogether reads "A and B toured a factory together": what is done in company, told of two
// of two states with a word for it. See words.txt.
func (d *doc) doneTogether(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		ps := d.group(n)
		if !a.subj || a.prev >= 0 || len(d.groupOf(n)) != 2 || len(ps) != 2 || !a.named && !d.actors[a.next].named || !d.apart(ps[:1], ps[1:]) {
			continue
		}
		i := d.pastComma(d.groupEnd(n), s)
		for i+1 < s.to && d.units[i].set.has(lexicon.Each) && d.units[i].actor < 0 {
			i++ // "jointly opened"
		}
		if v := d.verbAfter(i, s); v >= 0 && d.did(i, s) && d.inCompany(v, s) {
			d.emit(claim{left: ps, among: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".together"}, v, false, true)
		}
	}
}

// inCompany reports a verb of what is done in company, and a word for "together" in its clause.
func (d *doc) inCompany(v int, s sentence) bool {
	if !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool {
		return (x.verb.Event == "attend" || x.verb.Event == "met") && (x.verb.Slots.Has("with") || x.verb.Slots.Has("beside"))
	}) {
		return false
	}
	for i := v - 2; i < s.to; i++ {
		u := &d.units[max(i, s.from)]
		if i > v && (u.actor >= 0 || u.set.either(lexicon.That, lexicon.Who) || u.punct == ';') {
			return false
		}
		if e, ok := u.entry(lexicon.Each); ok && (e.Index == 2 || i < v) {
			return true // "together", "jointly opened"
		}
	}
	return d.units[s.from].set.has(lexicon.Each)
}

// bothAfter reports a contact that says when or where two of two states did something, and not
// with whom it was: "A and B called for aid after talks on Monday".
func (f *nounFrame) bothAfter() bool {
	d, i := f.d, f.at-1
	if i < f.s.from || f.partnerNext() || f.noun.Flags.Has("weak") && !f.possessed() && !f.noun.Flags.Has("meal") {
		return false
	}
	for i > f.s.from && d.units[i].actor < 0 && d.units[i].punct == 0 && governor(&d.units[i]) == lexicon.None && !d.units[i].set.any(lexicon.That, lexicon.Def, lexicon.Verb, lexicon.And) {
		i--
	}
	e, ok := d.units[i].entry(lexicon.That)
	if f.noun.Flags.Has("weak") && !f.possessed() { // "over lunch", not "left after lunch"
		return d.units[i].actor < 0 && !d.units[i].set.any(lexicon.Onward, lexicon.Bound, lexicon.That) && d.units[i].set.either(lexicon.In, lexicon.Prep)
	}
	return d.units[i].actor < 0 && (d.units[i].set.either(lexicon.In, lexicon.After) || ok && e.Index == 4)
}

// partnerNext reports that it is told right after the noun of whom the contact was.
func (f *nounFrame) partnerNext() bool {
	for i := f.at + 1; i < f.s.to && i < f.at+4; i++ {
		if u := &f.d.units[i]; u.set.any(lexicon.With, lexicon.Between, lexicon.Of, lexicon.To) && u.actor < 0 && !f.ofPlaceOrDay(i) {
			return true
		}
	}
	return false
}

// ofPlaceOrDay reports that unit i tells where or when the contact was: "leurs entretiens de Budapest", "du 12 juillet".
func (f *nounFrame) ofPlaceOrDay(i int) bool {
	if !f.d.units[i].set.has(lexicon.Of) || i+1 >= f.s.to {
		return false
	}
	u := &f.d.units[i+1]
	return u.actor < 0 && (u.date >= 0 || u.set.either(lexicon.Place, lexicon.Country))
}

// withBoth are two of two states of whom it is told behind the contact what they did there: "The
// talks ended on Monday with A and B agreeing that".
func (f *nounFrame) withBoth() []int {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a, end := &d.actors[n], d.groupEnd(n)
		if a.from <= f.at || a.prev >= 0 || a.gov != lexicon.Beside && a.gov != lexicon.With || !d.units[a.from-1].set.has(lexicon.With) || a.from-f.at > 20 {
			continue
		}
		if i := d.pastComma(end, f.s); i < f.s.to && d.gerund(i) {
			return d.pairOf(d.group(n))
		}
		return nil
	}
	return nil
}

// gerund reports a verb in "-ing" at unit i.
func (d *doc) gerund(i int) bool {
	e, ok := d.units[i].entry(lexicon.Verb)
	return ok && d.units[i].actor < 0 && e.Form&lexicon.Ger != 0
}

// itsSides are the two of two states told of last, for "It was their first meeting".
func (f *nounFrame) itsSides() []int {
	d, i := f.d, f.at-1
	for i > f.s.from && d.units[i].set.any(lexicon.Adverb, lexicon.First, lexicon.Second, lexicon.LastTime, lexicon.Numeral) {
		i--
	}
	if i < f.s.from || len(d.sentencePersons(f.k)) > 0 || !d.units[i].set.has(lexicon.Poss) || f.noun.Flags.Has("weak") || f.partnerNext() {
		return nil
	}
	a := actor{sent: f.k, from: i, to: f.at, pron: lexicon.They, plural: true, two: true, subj: true}
	if ps := d.travellerAndInviter(f.k, f.c); ps != nil {
		return ps
	}
	if ps := d.bothSides(&a, f.c); len(ps) == 2 && d.apart(ps[:1], ps[1:]) && d.toldSince(ps[0], f.k-2) && d.toldSince(ps[1], f.k-2) {
		return ps
	}
	return nil
}

// jointWith is with whom somebody holds what only two hold, of whom the sentence before told:
// "A praised the accord. B did the same at a joint press conference"; -1 for nobody.
func (f *nounFrame) jointWith(who []int) int {
	p := f.c.earlier - 1
	if !f.noun.Flags.Has("joint") || f.partnerNext() || len(who) != 1 || p < 0 || p == who[0] || f.c.before < f.k-2 || !f.d.apart(who, []int{p}) {
		return -1
	}
	return p
}

// whoSpoke is who did something in the sentence before one that tells of nobody but the partner
// of a contact: "A praised the accord. The remarks were made at a meeting with B"; -1 for nobody.
func (f *nounFrame) whoSpoke(with int) int {
	d, p := f.d, f.c.subject
	if q := f.c.owner - 1; q >= 0 && f.c.havePair(p, q) {
		p = q // not the partner who has spoken
	}
	if with < 0 || p < 0 || !d.lex.Options.Infinitives || f.noun.Event != "met" || f.occurs(with) && !d.units[f.at-1].set.has(lexicon.Def) || f.c.since != f.k-1 || !f.alone(with) || len(d.actors[with].persons) == 0 || !d.apart([]int{p}, d.actors[with].persons) {
		return -1
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; d.groupOf(n)[0] != d.groupOf(with)[0] && (a.subj || a.gov == lexicon.Of || a.gov == lexicon.By) {
			return -1
		}
	}
	return p
}
