package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// namesFollow reports an actor that only tells what those named right after it are: "by the foreign
// ministers, A and B".
func (d *doc) namesFollow(n int) bool {
	m := d.actors[n].next
	return m >= 0 && d.actors[m].named
}

// statesMeant are the states that a plural subject without persons stands for: those of the
// sentence before, "Togo and Benin made up. They signed ..."; nil if it tells of anybody else.
func (f *frame) statesMeant(n int) []string {
	d := f.d
	if a := &d.actors[n]; a.pron == lexicon.They {
		for m := f.s.actors[0]; m < n; m++ {
			if b := &d.actors[m]; b.two && b.subj && b.role("states") {
				return f.statesFor(m) // "the two sides announced that they had signed"
			}
		}
	}
	if a := &d.actors[n]; a.pron != lexicon.They || len(a.persons) > 0 || f.k == 0 || d.sents[f.k-1].item != f.s.item {
		return nil
	}
	s := d.sents[f.k-1]
	if s.actors[0] < s.actors[1] {
		return nil
	}
	codes, _ := d.stateList(d.afterDateline(s), s.to)
	if len(codes) < 2 {
		return nil
	}
	return codes
}

// stateList are the states joined by commas and "and" from unit i on, and the unit after them.
func (d *doc) stateList(i, end int) (codes []string, to int) {
	for i < end {
		for i < end && d.units[i].set.has(lexicon.Def) && d.units[i].actor < 0 {
			i++
		}
		if i >= end || d.units[i].actor >= 0 || d.namesOn(i) {
			break
		}
		code := d.codeOf(i)
		if code == "" {
			break
		}
		if codes, i = append(codes, code), i+1; i >= end || !d.units[i].set.has(lexicon.And) && d.units[i].punct != ',' {
			return codes, i
		}
		i++
	}
	return codes, i
}

// theirStates reports "by their governments": those of the last two who met.
func (d *doc) theirStates(n int) bool {
	a := &d.actors[n]
	return a.role("states") && len(a.persons) == 0 && d.units[a.from].set.has(lexicon.Poss)
}

// bodiesBeside are the organizations that "and" joins to the person who signs before it: "by A,
// envoy of the bank, and the ministry of Finance".
func (f *frame) bodiesBeside(verb int) []string {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= verb || a.gov != lexicon.By || !a.named {
			continue
		}
		i := d.pastComma(d.groupEnd(n), f.s)
		if i < f.s.to && !d.units[i].set.has(lexicon.And) {
			i = d.pastWords(i, f.s)
		}
		if i+1 >= f.s.to || !d.units[i].set.has(lexicon.And) || d.units[i].actor >= 0 {
			return nil
		}
		names, to := d.bodiesAt(i+1, f.s.to)
		if to < f.s.to && d.units[to].kind == text.Word && d.units[to].date < 0 && !d.units[to].set.either(lexicon.In, lexicon.Prep) {
			return nil
		}
		return names
	}
	return nil
}

// pastWords is the unit after the comma that ends the words without a verb from unit i on, i if none does.
func (d *doc) pastWords(i int, s sentence) int {
	for j := i + 1; j+1 < s.to && j < i+12; j++ {
		u := &d.units[j]
		if u.punct == ',' {
			return j + 1
		}
		if u.punct != 0 || u.set.any(lexicon.Verb, lexicon.Have, lexicon.Who, lexicon.That) && !u.cap && u.actor < 0 && !u.set.has(lexicon.Noun) {
			return i
		}
	}
	return i
}

// furtherOf are those whose signature it is, too, told after words about the first: "the signatures
// of A, the envoy, and of B".
func (f *nounFrame) furtherOf() (ps []int) {
	d, first := f.d, -1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.at || !a.named || a.gov != lexicon.Of || a.prev >= 0 {
			continue
		}
		if first < 0 {
			first = n
			continue
		}
		i := a.from - 2
		and := d.units[i].punct == ',' || d.units[i].set.has(lexicon.And) && d.units[i-1].punct == ','
		if and && i-d.actors[first].to < 16 && d.verbless(d.actors[first].to, i) {
			ps = append(ps, d.group(n)...) // "of A, of Togo, and of B"
		}
	}
	return ps
}

// headOfBody reads an office without a name in an organization that the text does not know: "le
// président du groupe X a signé avec Y" tells of the two organizations, not of whom the text calls president.
func (f *frame) headOfBody(n int, x *signing) bool {
	d, a := f.d, &f.d.actors[n]
	if a.named || a.plural || a.two || !d.lex.Options.Article {
		return false
	}
	for i := a.from + 1; i < a.to; i++ {
		if u := &d.units[i]; !u.set.has(lexicon.Body) || u.cap || i+1 >= a.to || !d.units[i+1].cap || d.units[i+1].known() {
			continue
		}
		if x.bodies = f.bodiesWithThem([]string{d.textOf(i+1, a.to)}); len(x.bodies) < 2 {
			x.bodies = nil
		}
		return true
	}
	return false
}

// bodiesMeant are the two organizations told of before "the two institutions" as the subject, and those before
// "which": "X and Y made a plan. The two banks signed it", "binds X and Y, which signed it".
func (f *frame) bodiesMeant() []string {
	d, end := f.d, f.g.from
	if end-1 > f.s.from && d.units[end-1].set.has(lexicon.Who) && d.units[end-1].actor < 0 && d.units[end-2].punct == ',' {
		return d.bodiesEnding(f.s.from, end-2)
	}
	if names := f.firmsMeant(); names != nil {
		return names
	}
	if i := end - 2; i > f.s.from && d.units[i].set.has(lexicon.Two) && d.units[i].actor < 0 && d.units[end-1].kind == text.Word && !d.units[end-1].cap && (d.units[end-1].set.has(lexicon.Body) || !d.units[end-1].known()) {
		if names := f.twoNamed(i, 0); names != nil {
			return names // "X and Y will share data under an accord the two institutes signed"
		}
	}
	i := d.afterDateline(f.s)
	if i < end && d.units[i].set.has(lexicon.Def) && d.units[i].actor < 0 {
		i++
	}
	if i+2 != end || !d.units[i].set.has(lexicon.Two) || d.units[i].actor >= 0 || d.units[i+1].actor >= 0 || d.units[i+1].cap || d.units[i+1].kind != text.Word || f.k == 0 || d.sents[f.k-1].item != f.s.item {
		return nil
	}
	s := d.sents[f.k-1]
	for i = s.from; i < s.to; i++ {
		if i > s.from && !d.opensSubject(i-1) && !d.units[i-1].set.has(lexicon.Between) {
			continue
		}
		if names, _ := d.bodiesAt(i, s.to); len(names) == 2 {
			return names
		}
	}
	return nil
}

// sent is who is told as sent by somebody, right before what he was sent to do: "Togo cử Đại sứ X ký công ước"; -1 for nobody.
func (f *frame) sent() int {
	d := f.d
	n := f.endingAt(f.g.from)
	if n < 0 || !d.actors[n].named || d.actors[n].subj || d.actors[n].gov != lexicon.None || d.actors[n].to != f.g.from || d.actors[n].from == f.s.from {
		return -1
	}
	if i := d.actors[n].from - 1; d.units[i].actor >= 0 || !d.verbsOf(i).Has("sends") || !d.realised(f.s.from, i) {
		return -1
	}
	return n
}

// bodiesEnding are the two organizations listed right before unit end.
func (d *doc) bodiesEnding(from, end int) []string {
	for i := from; i < end; i++ {
		if i > from && !d.units[i].set.has(lexicon.Def) && !d.units[i-1].set.any(lexicon.Def, lexicon.Between, lexicon.Verb) {
			continue
		}
		if names, to := d.bodiesAt(i, end); len(names) == 2 && to == end {
			g := frame{d: d}
			if g.documentIn(i, end, false) == "" {
				return names
			}
		}
	}
	return nil
}

// cleftTask reports that it fell to actor n, told before, to do what the verb says: "c'est à X qu'il est revenu de
// signer".
func (f *frame) cleftTask(n int) bool {
	d, i := f.d, f.g.at-1
	if i <= f.s.from || n < f.s.actors[0] || !d.actors[n].named || d.actors[n].gov != lexicon.To || f.g.not {
		return false
	}
	return d.verbsOf(i).Has("fallen")
}

// turnSigners are those whose turn to sign came after the subject: "A signed first, then it was the turn of B".
func (f *frame) turnSigners() []int {
	d := f.d
	for i := f.g.at + 1; i+1 < f.s.to && !f.g.passive(); i++ {
		if u := &d.units[i]; u.actor >= 0 || !d.isNoun(i, "turn") {
			continue
		}
		for j := i + 1; j < f.s.to && j < i+3; j++ {
			if n := d.units[j].actor; n >= 0 && d.actors[n].named && d.realised(f.g.at+1, i) {
				return d.group(n)
			}
		}
	}
	return nil
}

// statesSigning are the states whose envoys sign, told after "is": "cùng ký là đại diện của A, B và C"; or some of those
// that do: "Sixty states signed, including A and B".
func (f *frame) statesSigning() []string {
	d := f.d
	for i := f.g.at + 1; i+3 < f.s.to && i < f.g.at+10; i++ {
		if d.units[i].actor < 0 && d.predicative(i) && d.units[i+1].set.has(lexicon.Behalf) && d.units[i+2].set.has(lexicon.Of) {
			codes, _ := d.stateList(i+3, f.s.to)
			return codes
		}
	}
	if !f.manyStates() {
		return nil
	}
	for i := f.g.at + 1; i+1 < f.s.to; i++ {
		if u := &d.units[i]; u.actor < 0 && u.set.has(lexicon.Including) {
			codes, _ := d.stateList(i+1, f.s.to)
			return codes
		}
	}
	return nil
}

// manyStates reports states without a name, and nobody else, before the verb.
func (f *frame) manyStates() bool {
	many := false
	for i := f.s.from; i < f.g.from; i++ {
		u := &f.d.units[i]
		if u.punct == ';' || u.set.has(lexicon.With) || u.actor >= 0 && f.d.actors[u.actor].named {
			return false
		}
		e, ok := u.entry(lexicon.Role)
		many = many || ok && f.d.lex.Roles[e.Index].Key == "states"
	}
	return many
}

// relativeBodies are those between whom the paper is that nobody known is told to have signed: "the memorandum
// between X and Y is among those that the agencies of both sides signed".
func (f *frame) relativeBodies(x *signing) bool {
	d, i := f.d, f.g.from-1
	for j := i; j > f.s.from && j > i-14 && (d.units[j].punct == 0 || d.units[j].punct == '(' || d.units[j].punct == ')'); j-- {
		if d.units[j].actor >= 0 || !d.units[j].set.has(lexicon.That) || !f.isDoc(j-1) {
			continue
		}
		if names, to := d.bodiesAt(j+1, f.g.from); len(names) > 1 && to == f.g.from {
			x.bodies = names // "an agreement which X and Y signed"
			return true
		}
	}
	for i > f.s.from && i > f.g.from-6 && !d.units[i].set.has(lexicon.That) && d.units[i].punct == 0 {
		i--
	}
	if i <= f.s.from || !d.units[i].set.has(lexicon.That) {
		return false
	}
	if names := d.bodiesUnder(f.s.from, i, lexicon.Between); len(names) > 1 {
		x.bodies = names
	}
	return len(x.bodies) > 0
}

// papersBetween are the further papers of a list of those signed, each between two: "signed: a loan between
// X and Y; an accord between Z and W".
func (f *frame) papersBetween(x signing) {
	d, first := f.d, true
	if len(x.bodies)+len(x.orgs) < 2 || !f.g.passive() {
		return
	}
	for i := f.g.at + 1; i+1 < f.s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || !u.set.has(lexicon.Between) {
			continue
		}
		if first {
			first = false
			continue
		}
		from := i
		for from > f.g.at && d.units[from].punct != ';' {
			from--
		}
		y := signing{sent: f.k, rule: x.rule, what: f.documentIn(from, i, false), date: x.date}
		y.bodies, _ = d.bodiesAt(i+1, f.s.to)
		if from > f.g.at && y.what != "" && len(y.bodies) > 1 {
			d.signs = append(d.signs, y)
		}
	}
}

// toldWithPaper are the only two persons of the sentence before, if it tells of the paper, too: who "both" are
// that signed it.
func (f *frame) toldWithPaper(n int) []int {
	if f.d.actors[n].pron != lexicon.They {
		return nil
	}
	return f.d.twoWithPaper(f.k, true)
}

// signedHere reports that somebody is told by name to have signed in sentence k.
func (d *doc) signedHere(k int) bool {
	return slices.ContainsFunc(d.signs, func(x signing) bool { return x.sent == k && len(x.persons) > 0 && !x.pair })
}

// twoWithPaper are the only two persons of the sentence before sentence k, if they are of two sides and it
// tells of a paper, too, where it must.
func (d *doc) twoWithPaper(k int, paper bool) (ps []int) {
	if k == 0 || d.sents[k-1].item != d.sents[k].item {
		return nil
	}
	s := d.sents[k-1]
	f := frame{d: d, k: k - 1, s: s}
	for m := s.actors[0]; m < s.actors[1]; m++ {
		if d.actors[m].named || len(d.actors[m].persons) == 1 {
			ps = append(ps, d.actors[m].persons...)
		}
	}
	if ps = unique(ps); len(ps) != 2 || !d.strangers(ps[0], ps[1]) || paper && f.documentIn(s.from, s.to, true) == "" {
		return nil
	}
	return ps
}

// bothBefore are the two told of before "by the two of them", who the text has not told apart yet:
// "A and B made known the pact that the two had signed" has them in its own sentence.
func (f *frame) bothBefore() []int {
	n := f.before - 1
	for m := f.s.actors[0]; m < f.s.actors[1] && n < 0; m++ {
		if b := &f.d.actors[m]; b.gov == lexicon.By && b.from <= f.g.at+2 && b.from > f.g.at {
			n = m
		}
	}
	if n < 0 {
		return nil
	}
	a := &f.d.actors[n]
	if len(a.persons) > 0 || a.pron != lexicon.They && !(a.two && !a.named) {
		return nil
	}
	ps := f.lastPair()
	if slices.ContainsFunc(ps, func(p int) bool { return !f.d.fits(a, p) }) {
		return nil
	}
	return ps
}
