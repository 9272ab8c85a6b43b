package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// signatures reads "l'accord porte les signatures de A et de B".
func (f *nounFrame) signatures() {
	ps, _ := f.slot(lexicon.Of)
	if len(ps) == 0 {
		ps = f.ofWhom()
	}
	if i := f.at + 1; len(ps) == 0 && f.d.lex.Options.Bare && i < f.s.to && f.d.units[i].actor >= 0 {
		ps = f.d.group(f.d.units[i].actor) // "mang chữ ký hai vị Bộ trưởng"
	}
	if len(ps) == 0 {
		ps = append(f.genitive(), f.predicated()...)
	}
	if more := f.genitivesAfter(); len(more) > 0 {
		ps = append(f.genitive(), more...)
	}
	if ps = unique(slices.Concat(ps, f.andThose(), f.furtherOf())); len(ps) == 0 {
		ps = f.theirSignatures()
	}
	st, ok := f.status()
	if len(ps) == 0 || !ok || st != graph.Held {
		return
	}
	g := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	what := g.document(false)
	if what == "" {
		what = f.d.lastDocument(f.k) // "L'un d'eux porte le paraphe de A et B"
	}
	if what == "" {
		return
	}
	f.d.signs = append(f.d.signs, signing{sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key, persons: ps, what: what, date: f.d.dateOf(f.at, f.k)})
}

// ceremony reads "ils supervisent la signature de l'accord entre A et B": the
// signers are those between whom the document is.
func (f *nounFrame) ceremony() {
	st, ok := f.status()
	if len(f.predicated())+len(f.genitive())+len(f.ofWhom()) > 0 {
		f.signatures()
		return
	}
	if !ok || st != graph.Held || f.calledFor() || f.opened() || f.borne() || f.signedBy() || !f.noun.Flags.Has("seen") && !f.witnessed() && !f.takesPlace() && !f.tells() && !f.betweenBoth() {
		return
	}
	g := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	x := signing{sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key, what: g.document(true), date: f.d.dateOf(f.at, f.k)}
	ps, n := f.slot(lexicon.Between)
	if n >= 0 && f.d.actors[n].role("states") {
		return // "accords entre les deux pays" may be signed by anybody
	}
	if n < 0 && f.takesPlace() {
		ps = f.pair() // "la signature est intervenue entre A et B"
	}
	if x.persons = ps; len(x.persons) == 0 {
		f.proceeds(&x)
	}
	if x.signers() == 0 {
		x.bodies = f.d.bodiesUnder(f.at+1, f.s.to, lexicon.Between)
	}
	if x.signers() == 0 {
		g.parties(&x, f.at, f.s.to, lexicon.Between)
	}
	if x.what != "" && x.signers() > 1 {
		f.d.signs = append(f.d.signs, x)
	}
}

// opened reads "Signing the agreement were A and B", "After signing an agreement, A
// and B toured the port", "A and B made up by signing a pact" and "A and B held talks, signing a pact".
func (f *nounFrame) opened() bool {
	d := f.d
	g := frame{d: d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	e, ok := d.units[f.at].entry(lexicon.Verb)
	late := f.at-d.afterDateline(f.s) > 1
	if !ok || e.Form != lexicon.Ger || late && (d.units[f.at-1].punct != ',' && !d.units[f.at-1].set.any(lexicon.After, lexicon.That, lexicon.By) || !d.realised(f.s.from, f.at)) {
		return false
	}
	x := signing{sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key, what: g.documentAfter(), date: d.dateOf(f.at, f.k)}
	if f.at > f.s.from && d.units[f.at-1].set.any(lexicon.After, lexicon.That, lexicon.By) {
		if n := g.subjectAfter(); n >= 0 && !late {
			x.persons = d.group(n)
		} else if n := g.subjectActor(); n >= 0 && late {
			x.persons = d.group(n)
		}
	} else if n := g.subjectActor(); late && n >= 0 {
		if x.persons = d.group(n); len(x.persons) < 2 {
			return false // "A and B held talks, signing a pact"
		}
	} else if ps := f.namedAfter(&g); f.at == d.afterDateline(f.s) {
		x.persons = ps
		if x.what == "" && f.at+1 < f.s.to && d.units[f.at+1].set.has(lexicon.Behalf) {
			x.what = d.lastDocument(f.k) // "Signing for the two sides were A and B"
		}
	}
	if x.what == "" || len(x.persons) == 0 {
		return false
	}
	x.persons = unique(append(x.persons, g.signedWith()...))
	d.signs = append(d.signs, x)
	return true
}

// borne reads "the agreement bears the signature of A".
func (f *nounFrame) borne() bool {
	for i := f.at - 1; i >= f.s.from && i > f.at-8 && f.d.units[i].punct == 0; i-- {
		if f.d.verbsOf(i).Has("bears") {
			f.signatures()
			return true
		}
	}
	return false
}

// tells reports a signing that is the subject of its sentence: "The signing of a
// pact between A and B took place".
func (f *nounFrame) tells() bool {
	if f.at-f.s.from > 1 || !f.d.lex.Options.Infinitives {
		return false
	}
	for i := f.at + 1; i < f.s.to; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Verb); ok && f.d.units[i].actor < 0 && e.Form&lexicon.Fin != 0 {
			return true
		}
	}
	return false
}

// takesPlace: a verb that says so stands after the noun: "lễ ký ... diễn ra".
func (f *nounFrame) takesPlace() bool {
	for i := f.at + 1; i < f.s.to; i++ {
		if e, ok := f.d.units[i].entry(lexicon.Verb); ok && f.d.units[i].actor < 0 && f.d.lex.Verbs[e.Index].Flags.Has("occurs") {
			g := f.d.verbGroup(i, e.Form, f.s)
			st, ok := g.status()
			return ok && st == graph.Held
		}
	}
	return false
}

// signedBy reads "the signing of the agreement by A and B".
func (f *nounFrame) signedBy() bool {
	ps, n := f.slot(lexicon.By)
	if n >= 0 && f.ofParticiple(n) {
		return false
	}
	g := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	x := signing{sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key, persons: ps, what: g.document(true), date: f.d.dateOf(f.at, f.k)}
	if len(ps) == 0 && n >= 0 && f.d.actors[n].plural && f.d.actors[n].role("pair") {
		x.persons = g.lastPair() // "la signature, par les deux ministres, d'un plan"
	} else if len(ps) == 0 {
		x.bodies = f.d.bodiesUnder(f.at+1, f.s.to, lexicon.By)
	}
	if x.what == "" || x.signers() == 0 {
		return false
	}
	f.d.signs = append(f.d.signs, x)
	return true
}

// ofParticiple reports an agent of a participle right before it: "la signature d'un accord dans le cadre d'un programme
// lancé par A".
func (f *nounFrame) ofParticiple(n int) bool {
	i := f.d.actors[n].from - 2
	if i <= f.at || f.d.units[i].actor >= 0 || f.d.isVerb(i, "signed") {
		return false
	}
	e, ok := f.d.units[i].entry(lexicon.Verb)
	return ok && e.Form&lexicon.PP != 0
}

// signatories reads "les signataires de l'accord sont A et B", "A et B en sont les
// signataires" and "A et B, signataires de l'accord".
func (f *nounFrame) signatories() {
	st, ok := f.status()
	if !ok || st != graph.Held {
		return
	}
	x := signing{sent: f.k, rule: f.d.lex.Lang + ".noun." + f.noun.Key, persons: f.areSigners(), date: f.d.dateOf(f.at, f.k)}
	if x.signers() == 0 {
		return
	}
	g := frame{d: f.d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	if x.what = g.document(true); x.what == "" {
		x.what = g.document(false)
	}
	if x.what == "" {
		x.what = f.d.lastPaper(f.k)
	}
	if x.what != "" && !slices.ContainsFunc(f.d.signs, func(y signing) bool { // a verb tells so too
		return y.sent == f.k && len(x.persons) > 0 && !slices.ContainsFunc(x.persons, func(p int) bool { return !slices.Contains(y.persons, p) })
	}) {
		f.d.signs = append(f.d.signs, x)
	}
}

// areSigners are the persons that the noun is said of.
func (f *nounFrame) areSigners() []int {
	d := f.d
	g := frame{d: d, k: f.k, s: f.s, c: f.c, g: verbGroup{at: f.at, from: f.at}}
	if ps := f.namedAfter(&g); len(ps) > 0 {
		return ps
	}
	if e, _ := d.units[f.at].entry(lexicon.Noun); e.Form&lexicon.Plural != 0 && f.at+1 < f.s.to && g.isDoc(f.at+1) {
		return g.lastPair() // "hai người ký biên bản"
	}
	for i := f.at - 1; i >= f.s.from && i > f.at-5; i-- {
		u := &d.units[i]
		switch {
		case u.actor >= 0 && d.actors[u.actor].named:
			return g.signers(u.actor)
		case d.predicative(i), d.verbsOf(i).Has("becomes"):
			g.g.from = i - one(!d.predicative(i) && d.predicative(i-1))
			if n := g.signer(); n >= 0 && (d.actors[n].named || len(d.group(n)) == 2 && !d.actors[n].role("states")) {
				return g.signers(n)
			}
			return nil
		case u.punct != ',' && u.date < 0 && !u.set.any(lexicon.Def, lexicon.Numeral, lexicon.Two, lexicon.Poss, lexicon.Nth) && !(u.set.has(lexicon.Indef) && !u.set.has(lexicon.Amount)) && !(i == f.at-1 && u.set.has(lexicon.That)): // "with A and B as signatories"
			return nil
		}
	}
	return nil
}

// namedAfter are the persons after the noun and "are" or a colon: "signataires : A et
// B", "người ký phía Việt Nam là A, phía Lào là B".
func (f *nounFrame) namedAfter(g *frame) (ps []int) {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from < f.at || !a.named || a.prev >= 0 || a.from == f.at {
			continue
		}
		if u := &d.units[max(a.from-1, 0)]; a.from == f.at || d.predicative(a.from-1) || u.punct == ':' || a.gov == lexicon.Of && a.from-2 > f.at && d.predicative(a.from-2) || len(ps) > 0 && u.punct == ';' && d.verbless(f.at+1, a.from) {
			ps = append(ps, g.signers(n)...)
		} else if len(ps) == 0 {
			return nil
		}
	}
	return unique(ps)
}

// theirSignatures are those told of together before "leurs signatures".
func (f *nounFrame) theirSignatures() []int {
	if f.d.signedHere(f.k) {
		return nil // "A et B ont échangé leurs signatures"
	}
	for i := f.at - 1; i > f.s.from && i > f.at-4; i-- {
		u := &f.d.units[i]
		if u.set.has(lexicon.Poss) && u.actor < 0 && f.d.lex.Options.Article && f.d.lastBefore(f.at, f.s) < f.s.actors[0] {
			if ps := f.d.twoWithPaper(f.k, false); len(ps) > 0 {
				return ps
			}
		}
		if u.set.has(lexicon.Poss) {
			if ps := f.listedBefore(i); len(ps) > 1 {
				return ps
			}
		}
		if u.set.has(lexicon.Poss) && u.actor < 0 && f.d.lex.Options.Infinitives && !f.d.clitic(i) {
			return f.d.bothSides(&actor{sent: f.k, from: i, to: i + 1, pron: lexicon.They, plural: true, party: -1, org: -1}, f.c)
		}
		if e, ok := u.entry(lexicon.Poss); ok && u.actor < 0 && e.Index == 2 && len(f.c.group) > 1 {
			return f.c.group
		} else if ok && u.actor < 0 && e.Index == 2 && f.c.hasPair {
			return f.c.pair[:]
		}
		if u.known() && !u.set.either(lexicon.Numeral, lexicon.Two) {
			return nil
		}
	}
	return nil
}

// andThose are further ones whose signature it is: "la signature de A et celle de B",
// "two signatures, those of A and B", "hai chữ ký, một của A, một của B".
func (f *nounFrame) andThose() (ps []int) {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.at+2 && a.gov == lexicon.Of && a.prev < 0 && f.d.units[a.from-2].set.any(lexicon.Dem, lexicon.That, lexicon.Indef) && f.d.units[a.from-2].actor < 0 && !f.d.units[a.from-3].set.has(lexicon.Including) {
			ps = append(ps, f.d.group(n)...)
		}
	}
	return ps
}

// genitivesAfter are those whose signature is told without the noun again: "A's signature and B's", "next to B's", "two
// signatures: A's and B's".
func (f *nounFrame) genitivesAfter() (ps []int) {
	d := f.d
	for i := f.at + 1; i+1 < f.s.to && d.lex.Options.Premodifier; i++ {
		n := d.units[i].actor
		if n < 0 || !d.clitic(i+1) || !d.actors[n].named || !d.verbless(f.at+1, i) {
			continue
		}
		if j := i + 2; j == f.s.to || d.units[j].punct != 0 || d.units[j].set.has(lexicon.And) || governor(&d.units[j]) != lexicon.None {
			ps = append(ps, d.group(n)...)
		}
	}
	return ps
}

// predicated reads "chữ ký phía bạn là của X" and "the signature was that of X".
func (f *nounFrame) predicated() []int {
	for i := f.at + 1; i+1 < f.s.to && i < f.at+6; i++ {
		u := &f.d.units[i]
		if u.punct != 0 && u.punct != ':' {
			return nil
		}
		be := i - 1
		if i > f.at+1 && f.d.units[be].set.either(lexicon.Dem, lexicon.That) {
			be--
		}
		if n := f.d.units[i+1].actor; (f.d.predicative(be) || f.d.units[i-1].punct == ':') && u.set.has(lexicon.Of) && n >= 0 {
			return f.d.group(n)
		}
	}
	return nil
}
