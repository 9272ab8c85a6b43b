package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// signersTold are who signed what is told in the passive, named without a preposition: "(A for
// Togo, B for Benin)", "signed: A for Togo", or told of before: "signed by the two".
func (f *frame) signersTold() (ps []int) {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at+1 || !a.named || a.prev >= 0 || a.gov != lexicon.None {
			continue
		}
		if u, end := &d.units[a.from-1], d.groupEnd(n); (u.punct == ':' || u.punct == '(' || len(ps) > 0) && (d.behalf(end, min(end+8, f.s.to)) || d.holdsBehalf(n)) {
			ps = append(ps, f.signers(n)...)
		}
	}
	if len(ps) == 0 && f.byBoth() {
		return f.lastPair()
	}
	return unique(ps)
}

// penholders are those named behind "The pen was held by", or behind a colon after it, if ps are none.
func (f *frame) penholders(ps []int) []int {
	for n := f.s.actors[0]; n < f.s.actors[1] && len(ps) == 0; n++ {
		a := &f.d.actors[n]
		if a.from <= f.g.at || !a.named || a.prev >= 0 {
			continue
		}
		if a.gov != lexicon.None && a.gov != lexicon.By || !f.d.verbless(f.g.at+1, a.from) {
			break
		}
		ps = f.signers(n)
	}
	return unique(ps)
}

// byBoth reports "by the two" and "by both" right after the verb, and no noun.
func (f *frame) byBoth() bool {
	d, i := f.d, f.g.at+1
	if verb := &d.units[f.g.at]; verb.to-verb.from == 1 {
		if i >= f.s.to || !d.units[i].set.has(lexicon.By) {
			return false
		}
		i++
	}
	if i < f.s.to && d.units[i].set.has(lexicon.Def) {
		i++
	}
	return i < f.s.to && d.units[i].actor < 0 && d.units[i].set.has(lexicon.Two) && (i+1 == f.s.to || d.units[i+1].kind != text.Word || d.units[i+1].set.any(lexicon.In, lexicon.Prep, lexicon.After))
}

// lastPair are the two told of before the verb in its sentence, else those who met last.
func (f *frame) lastPair() (ps []int) {
	for n := f.s.actors[0]; n < f.s.actors[1] && f.d.actors[n].to <= f.g.from; n++ {
		ps = append(ps, f.d.actors[n].persons...)
	}
	if ps = unique(ps); len(ps) > 0 || !f.c.hasPair {
		if len(ps) != 2 {
			return nil
		}
		return ps
	}
	return f.c.pair[:]
}

// nextPapers are the further documents of a sentence that leaves out the verb: "A and B
// signed the accord, C and D the protocol".
func (f *frame) nextPapers(x signing) {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1] && len(x.persons) > 0 && !f.g.passive(); n++ {
		a, i := &d.actors[n], d.groupEnd(n)
		if a.from <= f.g.at+1 || !a.named || a.prev >= 0 || a.gov != lexicon.None || d.units[a.from-1].punct != ',' && d.units[a.from-1].punct != ';' && !d.units[a.from-1].set.has(lexicon.And) {
			continue
		}
		if w := f.anotherPaper(i); w != "" {
			d.signs = append(d.signs, signing{sent: f.k, rule: x.rule, persons: d.group(n), what: w, date: x.date})
			continue
		}
		for i < f.s.to && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Def, lexicon.Indef) {
			i++
		}
		for j := i; i > d.groupEnd(n) && j < f.s.to && j < i+3; j++ {
			if f.isDoc(j) {
				d.signs = append(d.signs, signing{sent: f.k, rule: x.rule, persons: d.group(n), what: f.phrase(j), date: x.date})
				break
			}
		}
	}
}

// partedSigners are those whom "and" joins to the subject, or the subject to them, across words
// that say more of the first: "A, head of the port, and B, of the ministry, signed".
func (f *frame) partedSigners(n int) []int {
	d := f.d
	if m := f.endingAt(f.g.from); m > n && f.joinsLate(n, m) {
		return d.actors[m].persons
	}
	if m := d.lastBefore(f.g.from, f.s); m > n && f.joinedInside(n, m) && f.asideBefore(m) {
		return d.actors[m].persons
	}
	first := d.groupOf(n)[0]
	if m := f.acrossAside(first); m >= 0 {
		return d.group(m)
	}
	if m := first - 1; m >= f.s.actors[0] && d.actors[m].subj && f.joinsLate(m, first) {
		return d.group(m)
	}
	return nil
}

// joinsLate reports that a comma and "and" join actor m to actor n, and no verb stands between.
func (f *frame) joinsLate(n, m int) bool {
	d, a, b := f.d, &f.d.actors[n], &f.d.actors[m]
	i := b.from - 1
	if a.named && b.named && a.gov == lexicon.None && b.gov == lexicon.None && d.acrossBody(a.to, b.from) {
		return true
	}
	if !a.named || !b.named || a.gov != lexicon.None || b.gov != lexicon.None && !f.joinedInside(n, m) || i-1 <= a.to-1 || i-a.to > 16 || !d.units[i].set.has(lexicon.And) {
		return false
	}
	return d.units[i-1].punct == ',' && (d.verbless(a.to, i) || d.relativeInCommas(a.to, i-1))
}

// acrossAside is who signs with actor n before "and", with only words between commas behind his name: "A, on his third
// visit, and B signed"; -1 for nobody.
func (f *frame) acrossAside(n int) int {
	d, i := f.d, f.d.actors[n].from-1
	if i-2 <= f.s.from || !d.actors[n].named || d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.And) || d.units[i-1].punct != ',' {
		return -1
	}
	for j := i - 2; j > f.s.from && j > i-14; j-- {
		u := &d.units[j]
		switch {
		case u.punct == ',':
			if m := d.units[j-1].actor; m >= 0 && d.actors[m].named && d.actors[m].to == j && d.actors[m].gov == lexicon.None && d.actors[m].subj {
				return m
			}
			return -1
		case u.punct != 0 || u.actor >= 0 && d.actors[u.actor].named:
			return -1
		}
	}
	return -1
}

// relativeInCommas reports a relative clause between commas at units i and end, with no further comma in it.
func (d *doc) relativeInCommas(i, end int) bool {
	return i+1 < end && d.units[i].punct == ',' && d.relativeAt(i+1) && !slices.ContainsFunc(d.units[i+1:end], isComma)
}

// acrossBody reports "and" at unit i and, up to the office at unit end, the name of the body that has it: "A
// and Development Finance Corporation chief B".
func (d *doc) acrossBody(i, end int) bool {
	if i+2 > end || end-i > 7 || !d.units[i].set.has(lexicon.And) || !d.units[end].set.has(lexicon.Role) {
		return false
	}
	for i++; i < end; i++ {
		if u := &d.units[i]; !u.cap || u.actor >= 0 || u.name >= 0 || u.date >= 0 {
			return false
		}
	}
	return true
}

// joinedInside reports an actor that looks joined to one told in what is said of actor n between commas,
// and stands right before the verb: "A, adviser to B, and C, head of the union, signed".
func (f *frame) joinedInside(n, m int) bool {
	d, b := f.d, &f.d.actors[m]
	return b.gov == lexicon.Of && b.next < 0 && b.prev > n && d.actors[b.prev].to == b.from-2 && d.units[b.from-2].punct == ',' && slices.ContainsFunc(d.units[d.actors[n].from:d.actors[b.prev].from], isComma)
}

// asideBefore reports that only words between commas stand between actor m and the verb: "C, head of the
// union, signed".
func (f *frame) asideBefore(m int) bool {
	d, to, end := f.d, f.d.actors[m].to, f.g.from
	for end > to+1 && d.units[end-1].actor < 0 && (d.units[end-1].date >= 0 || d.units[end-1].set.either(lexicon.Adverb, lexicon.DayPart)) {
		end--
	}
	if to+1 >= end || d.units[to].punct != ',' || d.units[end-1].punct != ',' {
		return to == f.g.from
	}
	for i := to + 1; i < end-1; i++ {
		if u := &d.units[i]; u.set.any(lexicon.Have, lexicon.Who, lexicon.That) || u.punct == ';' || u.punct == ':' || u.set.has(lexicon.Verb) && !u.cap && !u.set.any(lexicon.Behalf, lexicon.Noun, lexicon.Role) {
			return false
		}
	}
	return true
}

// namedHere reports that the sentence names one of ps.
func (f *frame) namedHere(ps []int) bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.named && slices.ContainsFunc(ps, func(p int) bool { return slices.Contains(a.persons, p) }) {
			return true
		}
	}
	return false
}

// beyondClause reports an actor before the clause of the verb, whose subject is nobody known: "A
// looked on as two firms signed", "A blames Paris, with whom the island signed".
func (f *frame) beyondClause(n int) bool {
	d := f.d
	for i := f.g.from - 1; i >= d.actors[n].to; i-- {
		u := &d.units[i]
		switch {
		case u.actor < 0 && u.set.any(lexicon.That, lexicon.WithWho, lexicon.ToWho):
			return i+1 < f.g.from && !d.onlySmall(i+1, f.g.from)
		case u.punct != 0:
			return false
		}
	}
	return false
}

// sided reports a subject beside the words that tell for whom it does so: "for Togo, A did so".
func (f *frame) sided(n int) bool {
	d := f.d
	if d.behalf(f.g.at+1, f.s.to) {
		return true
	}
	for i := f.g.at + 2; i < f.s.to && i < f.g.at+6; i++ {
		if d.units[i].set.has(lexicon.Side) && d.units[i-1].set.either(lexicon.Adj, lexicon.Country) && d.verbless(f.g.at+1, i) {
			return true // "did the same on the Togolese side"
		}
	}
	for i := d.actors[n].from - 1; i >= f.s.from && i > d.actors[n].from-7; i-- {
		if d.units[i].set.has(lexicon.Behalf) && d.units[i].actor < 0 {
			return d.behalf(i, d.actors[n].from)
		}
	}
	return false
}

// allSigners are the subject, actor n, and those told apart from it who sign with it.
func (f *frame) allSigners(n int) []int {
	if ps := f.theTwo(n); len(ps) > 0 {
		return ps
	}
	if ps := f.toldWithPaper(n); len(ps) > 0 {
		return ps
	}
	if n == f.latecomer() {
		return f.listedFrom(n)
	}
	return slices.Concat(f.signers(n), f.partedSigners(n), f.signedWith(), f.withWhom())
}

// listedFrom are those listed behind the verb from actor n on, with what is said of each: "Ont signé A, recteur, B,
// directrice, et, pour le CNRS, C".
func (f *frame) listedFrom(n int) (ps []int) {
	d := f.d
	for m := n; m < f.s.actors[1]; m++ {
		a := &d.actors[m]
		if a.gov != lexicon.None && a.gov != lexicon.For && a.prev < 0 || m > n && !d.verbless(d.actors[m-1].to, a.from) {
			break
		}
		if a.named {
			ps = append(ps, a.persons...)
		}
	}
	return unique(slices.Concat(ps, f.signedWith()))
}

// theTwo are the only two that the sentence tells of before "the pair" as its subject, of two
// states: "A sat with B, and the pair signed".
func (f *frame) theTwo(n int) (ps []int) {
	d, a := f.d, &f.d.actors[n]
	if a.named || d.lex.Options.Tenseless || a.pron != lexicon.They && !a.two && !a.role("pair") {
		return nil
	}
	for m := f.s.actors[0]; m < n; m++ {
		ps = append(ps, d.actors[m].persons...)
	}
	if ps = unique(ps); len(ps) != 2 || !d.strangers(ps[0], ps[1]) || !d.fits(a, ps[0]) || !d.fits(a, ps[1]) {
		return nil
	}
	return ps
}

// forBothSides are the states of those who met last, where "đại diện hai bên" alone says who
// signed. See words.txt.
func (f *frame) forBothSides() []string {
	both := f.verb.Flags.Has("both")
	for i := max(f.g.from-1, f.s.from); i < f.g.at; i++ {
		e, ok := f.d.units[i].entry(lexicon.Adverb)
		both = both || ok && e.Index == 6
	}
	if !both {
		return nil
	}
	return f.lastStates()
}

// byStates reads "was signed by the two sides": no person is said to sign.
func (f *frame) byStates(x *signing) bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if agent := n+1 == f.before || f.before == 0 && a.gov == lexicon.By && a.from > f.g.at && !f.ofNextVerb(n) && !f.ofOtherVerb(a.from); agent && (a.two && a.role("states") || f.d.theirStates(n)) {
			x.codes, x.parties, x.what = f.statesFor(n), f.partiesFor(n), f.document(false)
			return x.signers() > 0
		}
	}
	return false
}

// statesFor are the states of the two sides or countries that actor n stands for.
func (f *frame) statesFor(n int) []string {
	if len(f.servingNone(n)) > 0 {
		return nil
	}
	if f.d.theirStates(n) {
		return f.lastStates()
	}
	if codes := f.pairStates(n); codes != nil {
		return codes
	}
	return f.d.statesOf(n)
}

// pairStates are the states of the last two who met, for "les deux voisins".
func (f *frame) pairStates(n int) []string {
	if !f.d.actors[n].two {
		return nil
	}
	return f.lastStates()
}

// lastStates are the states of the last two who met, nil if there are no such two.
func (f *frame) lastStates() []string {
	for i := len(f.d.claims) - 1; i >= 0 && f.d.claims[i].sent == f.k; i-- { // "A tiếp B; hai bên ký"
		c := &f.d.claims[i]
		if l, r := c.left, c.right; !c.among && len(l) == 1 && len(r) == 1 && f.d.twoStates(l, r) {
			return []string{f.d.persons[l[0]].country, f.d.persons[r[0]].country}
		}
	}
	if !f.c.hasPair || !f.d.twoStates(f.c.pair[:1], f.c.pair[1:]) {
		return nil
	}
	return []string{f.d.persons[f.c.pair[0]].country, f.d.persons[f.c.pair[1]].country}
}

// signedBeside is who signs with the subject in "signed an accord together with B", not "joined by B".
func (f *frame) signedBeside() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from > f.g.at && a.gov == lexicon.Beside && (a.named || len(a.persons) == 1) && f.d.endsWith(&f.d.units[a.from-1], lexicon.With) && !f.d.clauseEnds(f.g.at+1, a.from-1) {
			return f.d.group(n)
		}
	}
	return nil
}

// proceeds reads "A et B ont procédé à la signature", of persons or of states.
func (f *nounFrame) proceeds(x *signing) {
	for i := f.at - 1; i >= f.s.from && i > f.at-14; i-- {
		for _, v := range f.d.verbsOf(i) {
			if !v.verb.Flags.Has("proceeds") || f.d.units[i].actor >= 0 {
				continue
			}
			g := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: f.d.verbGroup(i, v.form, f.s)}
			if n := g.subjectActor(); n >= 0 && !f.d.actors[n].role("states") {
				x.persons = g.signers(n)
			} else if n < 0 && !g.g.passive() && f.d.verbless(f.s.from, g.g.from) {
				g.parties(x, f.s.from, g.g.from, lexicon.None)
			}
			return
		}
	}
}
