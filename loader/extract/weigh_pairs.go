package extract

import (
	"math"
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// subject is whom the weights are asked about: two persons who can be two sides, in the zone where both
// stand most, or one person in a zone.
type subject struct {
	p, q int // q is -1 for one person
	in   *weigher
}

// heard reports a sentence of the zone that may tell of it: one with a sign of the kind, and the person not far;
// of two, one stands there, the other not far; or both stand there, with a sign or without.
func (x subject) heard(k Kind, sent int) bool {
	signs, a := x.in.d.marks[sent].tells(k), x.in.traits[x.p].near[sent].nearest()
	if x.q < 0 {
		return signs && a <= 1
	}
	b := x.in.traits[x.q].near[sent].nearest()
	return a+b == 0 || signs && min(a, b) == 0 && max(a, b) <= 2
}

// row is what the story says of them, without what is the same for all; it is good until the next one.
func (x subject) row(k Kind) weigh.Row {
	if k == Met {
		return x.in.weigh(x.p, x.q)
	}
	return x.in.part(x.p, k)
}

// told is what the sentence on stage says of them; it is good until the next row.
func (x subject) told(k Kind) weigh.Row {
	if k == Met {
		return x.in.toldOfBoth(x.p, x.q)
	}
	return x.in.toldOfOne(x.p, k)
}

// claimed reports that a rule has found it.
func (x subject) claimed(k Kind) bool {
	if k == Met {
		return x.in.d.claimOf(x.p, x.q)
	}
	return x.in.ties.has(x.p, k)
}

// subjects are all of a kind of whom some sentence may tell, or a rule does; good until the next ones.
func (d *doc) subjects(k Kind, zones []*weigher) []subject {
	all := d.pairings
	if k != Met {
		all = d.everybody
	}
	d.jury.asked = all(d.jury.asked[:0], zones)
	return slices.DeleteFunc(d.jury.asked, func(x subject) bool {
		heard := func(sent int) bool { return x.heard(k, sent) }
		return !x.claimed(k) && !((k != Met || d.diplomatic(x)) && slices.ContainsFunc(x.in.sents, heard))
	})
}

// everybody appends each person of each zone.
func (d *doc) everybody(out []subject, zones []*weigher) []subject {
	for _, w := range zones {
		for _, p := range w.here {
			out = append(out, subject{p, -1, w})
		}
	}
	return out
}

// pairings appends all pairs of persons who can be two sides.
func (d *doc) pairings(out []subject, zones []*weigher) []subject {
	for _, w := range zones {
		before := len(out)
		for i, p := range w.here {
			for _, q := range w.here[i+1:] {
				x := subject{p: min(p, q), q: max(p, q), in: w}
				switch old := slices.IndexFunc(out[:before], x.same); {
				case !d.canFace(p, q) || old >= 0 && w.shared(p, q) <= out[old].in.shared(p, q):
				case old >= 0:
					out[old] = x
				default:
					out = append(out, x)
				}
			}
		}
	}
	return out
}

func (x subject) same(y subject) bool { return x.p == y.p && x.q == y.q }

// shared is in how many sentences of the zone the one less told of stands.
func (w *weigher) shared(p, q int) int { return min(len(w.traits[p].sents), len(w.traits[q].sents)) }

// weigh makes the row of a pair without what the story as a whole tells; it is good
// until the next one.
func (w *weigher) weigh(p, q int) weigh.Row {
	w.row = w.row[:0]
	w.states(p, q)
	w.standing(p, q)
	w.together(p, q)
	w.alone(p, q)
	w.nearContact(p, q)
	w.tied(p, q)
	w.claimed(p, q)
	w.introduced(p, q)
	w.flag("both act", w.traits[p].subj > 0 && w.traits[q].subj > 0)
	return w.row
}

// states: which side each stands for, and what is known of them.
func (w *weigher) states(p, q int) {
	d := w.d
	a, b := &d.persons[p], &d.persons[q]
	home, other, local := w.homes[p], w.homes[q], w.local
	w.flag("two states said", a.country != "" && b.country != "")
	w.flag("two states", home != "" && other != "" && home != other)
	w.flag("one state", home != "" && home == other)
	w.put("states unknown", one(a.country == "")+one(b.country == ""))
	w.put("titled", one(a.titled)+one(b.titled))
	w.put("no office", one(len(a.keys) == 0)+one(len(b.keys) == 0))
	w.put("figures", one(a.figure != nil)+one(b.figure != nil))
	w.flag("one office", d.oneOffice(p, q))
	w.put("former", one(a.wasOnly())+one(b.wasOnly()))
	w.flag("mates", d.mates(p, q))
	w.flag("one name", w.shareName(p, q))
	w.put("local", one(local != "" && home == local)+one(local != "" && other == local))
	w.flag("dateline", local != "")
	w.both("countrymen", w.traits[p].countrymen, w.traits[q].countrymen, 6)
	w.flag("home", d.lex.Home != "" && (home == d.lex.Home) != (other == d.lex.Home))
}

// shareName reports a word that stands in the names of both: they may be a family.
func (w *weigher) shareName(p, q int) bool {
	return slices.ContainsFunc(w.words[p], func(x string) bool { return slices.Contains(w.words[q], x) })
}

// wasOnly reports a person of whom only a former office is told.
func (p *person) wasOnly() bool {
	return len(p.offices) > 0 && !slices.ContainsFunc(p.offices, func(o office) bool { return !o.former })
}

// standing: how often and where each stands.
func (w *weigher) standing(p, q int) {
	a, b := &w.traits[p], &w.traits[q]
	w.both("sentences", len(a.sents), len(b.sents), 8)
	w.both("named", len(a.named), len(b.named), 6)
	w.both("acts", a.subj, b.subj, 6)
	w.both("object", a.object, b.object, 4)
	w.both("visits", a.visits, b.visits, 4)
	w.both("behind letters", a.words, b.words, 3)
	w.put("only behind letters", one(a.words == len(a.sents))+one(b.words == len(b.sents)))
	for i := range govClasses {
		w.both(afterNames[i], a.gov[i], b.gov[i], 3)
	}
	w.both("first", a.first, b.first, 12)
	w.both("rank", a.rank, b.rank, 9)
	w.both("less told of than", a.behind, b.behind, 8)
}

// together: the sentences in which both stand.
func (w *weigher) together(p, q int) {
	d, a, b := w.d, &w.traits[p], &w.traits[q]
	count, named, persons := 0, 0, 9
	var signs signSet
	for _, k := range a.sents {
		if !b.in(k) {
			continue
		}
		count++
		signs |= d.marks[k]
		persons = min(persons, w.crowd[k])
		named += one(slices.Contains(a.named, k) && slices.Contains(b.named, k))
	}
	w.put("together", min(count, 5))
	w.put("together persons", persons)
	w.put("together named", min(named, 5))
	w.put("distance", min(distance(a.sents, b.sents), 12))
	w.flags(togetherNames, signs)
	w.paths(p, q)
}

// distance is the least one of two numbers of two lists in order.
func distance(a, b []int) int {
	least := math.MaxInt
	for len(a) > 0 && len(b) > 0 {
		least = min(least, abs(a[0]-b[0]))
		if a[0] < b[0] {
			a = a[1:]
		} else {
			b = b[1:]
		}
	}
	return least
}

var (
	togetherNames = prefixed("together ", signNames[:])
	aloneNames    = prefixed("alone ", signNames[:])
	afterNames    = prefixed("after ", govNames[:])
	firstNames    = prefixed("first after ", govNames[:])
	secondNames   = prefixed("second after ", govNames[:])
)

// path is what stands between two phrases of one sentence, or a phrase and a word.
type path uint32

const (
	pathMet path = 1 << iota
	pathSay
	pathVerb
	pathThat
	pathBreak
	pathAnd
	pathPlan
	pathNot
	pathNear
	pathJoined
	pathActs1
	pathActs2
	pathActsMet
	pathActsVerb
	pathSame
)

// pathsOfTwo is where the paths begin that only two phrases can have.
const pathsOfTwo = 9

var pathNames = prefixed("between ", []string{"met", "say", "verb", "that", "break", "and", "plan", "not", "near", "joined", "acts first", "acts second", "acts met", "acts verb", "same phrase"})

// paths looks at the phrases of both in the sentences in which both stand.
func (w *weigher) paths(p, q int) {
	d := w.d
	var all path
	var gov1, gov2 classSet
	for _, k := range w.traits[p].sents {
		s := d.sents[k]
		for n := s.actors[0]; n < s.actors[1]; n++ {
			if !slices.Contains(d.actors[n].persons, p) {
				continue
			}
			for m := s.actors[0]; m < s.actors[1]; m++ {
				if !slices.Contains(d.actors[m].persons, q) {
					continue
				}
				i, j := min(n, m), max(n, m)
				all |= d.path(i, j)
				gov1.add(d.actors[i].gov)
				gov2.add(d.actors[j].gov)
			}
		}
	}
	w.putPath(pathNames, all)
	for i, c := range govClasses {
		w.flag(firstNames[i], gov1.has(c))
		w.flag(secondNames[i], gov2.has(c))
	}
	w.flag("first bare", gov1.has(lexicon.None))
	w.flag("second bare", gov2.has(lexicon.None))
}

// putPath puts what a path has of some names.
func (w *weigher) putPath(names []string, all path) {
	for i, name := range names {
		w.flag(name, all&(1<<i) != 0)
	}
}

// path is that of phrases n and m, n before m.
func (d *doc) path(n, m int) path {
	if n == m {
		return pathSame
	}
	a, b := &d.actors[n], &d.actors[m]
	out := d.between(a.to, b.from)
	put := func(x path, is bool) {
		if is {
			out |= x
		}
	}
	put(pathJoined, slices.Contains(d.groupOf(n), m))
	put(pathActs1, a.subj)
	put(pathActs2, b.subj)
	put(pathActsMet, a.subj && out&pathMet != 0)
	put(pathActsVerb, a.subj && out&pathVerb != 0 && !b.subj)
	return out
}

// between is what stands there.
func (d *doc) between(from, to int) (out path) {
	put := func(x path, is bool) {
		if is {
			out |= x
		}
	}
	for i := from; i < to; i++ {
		u := &d.units[i]
		put(pathBreak, u.punct == ',' || u.punct == ';' || u.punct == ':')
		put(pathThat, u.set.has(lexicon.That))
		put(pathAnd, u.set.has(lexicon.And))
		put(pathNot, u.set.either(lexicon.Not, lexicon.Cancel))
		put(pathPlan, u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut))
		if e, ok := u.entry(lexicon.Noun); ok {
			put(pathMet, d.lex.Nouns[e.Index].Event == "met")
		}
		if u.actor >= 0 {
			continue
		}
		for _, v := range d.verbsOf(i) {
			put(pathVerb, v.form&(lexicon.Fin|lexicon.PP) != 0)
			put(pathMet, v.verb.Event == "met")
			put(pathSay, v.verb.Event == "say")
		}
	}
	put(pathNear, to-from <= 6)
	return out
}

// alone: the sentences in which just one of them stands.
func (w *weigher) alone(p, q int) {
	a, b := &w.traits[p], &w.traits[q]
	x, y := w.signsWithout(a, b), w.signsWithout(b, a)
	w.flagsOfBoth(aloneNames, x, y)
}

func (w *weigher) signsWithout(a, b *trait) (out signSet) {
	for _, k := range a.sents {
		if !b.in(k) {
			out |= w.d.marks[k]
		}
	}
	return out
}

// nearContact: where one stands in a sentence of contact without the other, how near
// the other one is, and how many who could be meant are nearer.
func (w *weigher) nearContact(p, q int) {
	x, y := w.reach(p, q), w.reach(q, p)
	w.both("contact then back", x.back, y.back, 9)
	w.both("contact then on", x.on, y.on, 9)
	w.both("nearer", x.nearer, y.nearer, 9)
	w.both("contact open", one(x.open), one(y.open), 1)
	w.both("contact only", one(x.only), one(y.only), 1)
	w.both("contact meant", x.meant, y.meant, 3)
	w.both("contact others meant", x.others, y.others, 5)
}

// reach is how far q is from a sentence of contact of p.
type reach struct {
	back, on, nearer int
	open             bool // the sentence has a phrase that nobody is found for, or a pronoun
	only             bool // p is the only one named in it
	meant            int  // phrases without a name there that can be q
	others           int  // how many others the best of them can be, 5 without one
}

func (w *weigher) reach(p, q int) reach {
	best := reach{back: 9, on: 9, nearer: 9, others: 5}
	a, b := &w.traits[p], &w.traits[q]
	for _, k := range a.sents {
		if !w.d.marks[k].tells(Met) || b.in(k) {
			continue
		}
		best.back, best.on = min(best.back, int(b.near[k].back)), min(best.on, int(b.near[k].on))
		nearer, by := 0, b.near[k].nearest()
		for _, r := range w.here {
			if w.traits[r].near[k].nearest() < by && r != p && w.d.canFace(p, r) {
				nearer++
			}
		}
		best.nearer = min(best.nearer, nearer)
		best.open = best.open || w.d.marks[k].has(signOpen) || w.d.marks[k].has(signThey) || w.d.marks[k].has(signBoth)
		best.only = best.only || w.crowd[k] == 1
		w.meant(k, p, q, &best)
	}
	return best
}

// meant counts the phrases without a name in sentence k that can be q and not p.
func (w *weigher) meant(k, p, q int, r *reach) {
	d := w.d
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if a.named || a.plural || len(a.roles)+len(a.codes) == 0 || slices.Contains(a.persons, p) || !d.mayBe(a, q) {
			continue
		}
		r.meant = min(r.meant+1, 3)
		others := 0
		for _, x := range w.here {
			others += one(x != p && x != q && d.mayBe(a, x))
		}
		r.others = min(r.others, others)
	}
}

// mayBe reports that nothing a phrase says of a person speaks against p.
func (d *doc) mayBe(a *actor, p int) bool {
	q := &d.persons[p]
	if len(a.codes) > 0 && q.country != "" && !slices.Contains(a.codes, q.country) {
		return false
	}
	for _, r := range a.roles {
		if !r.flags.Has("generic") && !r.flags.Has("guest") && !r.flags.Has("host") && !r.flags.Has("counterpart") && !d.canBe(r.key, p) {
			return false
		}
	}
	return true
}
