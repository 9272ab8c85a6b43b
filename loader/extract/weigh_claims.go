package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// How sure the weights must be of a contact, as "loader learn" measures it: one that a rule
// tells of is dropped below sureToKeep, one that none tells of is claimed above sureToAdd. A contact
// that is wrong costs a reader more than one that is missed: at .50 and .60 one claim in 17 is wrong in the stories of
// testdata/held-news, here one in 23, and one right claim in 35 fewer is made. Where
// no rule tells of any contact, most texts tell of none: there it takes more.
const (
	sureToAdd  = 0.65
	sureFirst  = 0.85
	sureToKeep = 0.70
)

// weighAll lets the weights add what no rule has found, and drop contacts that the text as a
// whole speaks against.
func (d *doc) weighAll() {
	if d.weights == [numKinds]*forests{} {
		return
	}
	d.mark()
	zones := d.weighers()
	if d.weights[Met] != nil {
		d.weighPairs(zones)
	}
	d.weighParts(zones, Signed)
	d.weighParts(zones, Led)
}

func (d *doc) weighPairs(zones []*weigher) {
	sure := sureToAdd
	if !slices.ContainsFunc(d.claims, func(c claim) bool { return c.status == graph.Held }) {
		sure = sureFirst
	}
	asked := d.asked(Met, zones)
	for i, v := range d.judge(Met, zones, asked) {
		switch x := asked[i]; {
		case !x.claimed(Met):
			if v.sure > sure {
				d.add(x, v)
			}
		case v.sure < sureToKeep:
			d.drop(x.p, x.q)
		}
	}
}

// diplomatic reports a story of the kind that the weights have learnt from: of two states, and of
// persons of whom one holds an office. Two whom no sentence tells of together it joins only if it is about
// one of them: whom it names first.
func (d *doc) diplomatic(x subject) bool {
	a, b := &d.persons[x.p], &d.persons[x.q]
	s, t := &x.in.traits[x.p], &x.in.traits[x.q]
	return len(x.in.sents) >= enough && len(a.keys)+len(b.keys) > 0 && (s.rank == 0 || t.rank == 0 || distance(s.sents, t.sents) == 0) &&
		d.twoOrigins(x.p, x.q) && !d.mates(x.p, x.q)
}

// asked are the subjects of a kind of whom the weights decide something.
func (d *doc) asked(k Kind, zones []*weigher) []subject {
	all := d.subjects(k, zones)
	if k != Met {
		return all
	}
	return slices.DeleteFunc(all, d.settled)
}

// settled reports a pair whose contact the weights neither add nor, as good as ever, drop: it is told of as
// planned or called off, or held by several sentences.
func (d *doc) settled(x subject) bool {
	if !x.claimed(Met) {
		return false
	}
	var held []int
	for i := range d.claims {
		if c := &d.claims[i]; c.status == graph.Held && c.joins(x.p, x.q) && !slices.Contains(held, c.sent) {
			held = append(held, c.sent)
		}
	}
	return len(held) != 1
}

// claimOf reports whether some claim, of whatever status, is of a pair.
func (d *doc) claimOf(p, q int) bool {
	return slices.ContainsFunc(d.claims, func(c claim) bool { return c.joins(p, q) })
}

// drop takes the contact of p and q out of the claims of it.
func (d *doc) drop(p, q int) {
	out := d.claims[:0]
	for _, c := range d.claims {
		if c.status != graph.Held || !c.joins(p, q) {
			out = append(out, c)
			continue
		}
		out = append(out, d.without(c, p, q)...)
	}
	d.claims = out
}

// without is what remains of a claim when p and q have not met: nothing, or the
// claims of the other pairs.
func (d *doc) without(c claim, p, q int) (out []claim) {
	part := func(left, right []int) {
		if len(left) == 0 || len(left)+len(right) < 2 || len(right) == 0 && (!c.among || d.oneSide(left)) {
			return
		}
		x := c
		x.left, x.right = left, right
		out = append(out, x)
	}
	if c.among {
		part(others(c.left, p), nil)
		part(others(c.left, q), nil)
		return out
	}
	if !slices.Contains(c.left, p) {
		p, q = q, p
	}
	part(others(c.left, p), c.right)
	part([]int{p}, others(c.right, q))
	return out
}

func others(ps []int, p int) []int {
	return slices.DeleteFunc(slices.Clone(ps), func(q int) bool { return q == p })
}

// add claims the contact of a pair, proved by the sentence that tells of it.
func (d *doc) add(x subject, v verdict) {
	k := v.sent
	c := claim{left: []int{x.p}, right: []int{x.q}, status: graph.Held, sent: k, rule: d.lex.Lang + ".weighed", sure: v.sure}
	d.locate(&c, d.standsAt(k, x), d.marks[k].has(signRemote))
	d.claims = append(d.claims, c)
}

// standsAt is where in a sentence the later one of a pair stands, or its first unit: what a sentence tells a day of
// mostly stands beside it.
func (d *doc) standsAt(k int, x subject) int {
	s := d.sents[k]
	for n := s.actors[1] - 1; n >= s.actors[0]; n-- {
		if a := &d.actors[n]; slices.Contains(a.persons, x.p) || slices.Contains(a.persons, x.q) {
			return a.from
		}
	}
	return s.from
}
