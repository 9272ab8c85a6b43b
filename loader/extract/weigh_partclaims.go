package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// sureOfPart is how sure the weights must be of a signer or a head that no rule tells of. Rules
// miss a fifth of them, and down to here more of those added are right than wrong.
// What a rule tells of the weights do not drop: there they are not right more often.
const sureOfPart = 0.40

// enough is how many sentences a story must have for the weights to add to it: of fewer the rules know more.
const enough = 2

// weighParts lets the weights add what persons have done that no rule has found.
func (d *doc) weighParts(zones []*weigher, part Kind) {
	if d.weights[part] == nil {
		return
	}
	asked := slices.DeleteFunc(d.subjects(part, zones), func(x subject) bool { return x.claimed(part) || len(x.in.sents) < enough })
	for i, v := range d.judge(part, zones, asked) {
		switch {
		case v.sure <= sureOfPart:
		case part == Signed && d.doesTo(asked[i].p, v.sent, "watches", "signature"): // "A et B supervisent la signature"
		case part == Led && d.doesTo(asked[i].p, v.sent, "presides", "met"): // "A a présidé un entretien avec la délégation de B"
		case part == Signed:
			d.addSigner(asked[i])
		default:
			d.addHead(asked[i])
		}
	}
}

// doesTo reports a person whom sentence k makes the subject of a verb with a flag, of which an event is the object.
func (d *doc) doesTo(p, k int, flag, event string) bool {
	s := d.sents[k]
	for v := s.from; v < s.to; v++ {
		if !d.units[v].set.has(lexicon.Verb) || d.inActor(v) {
			continue
		}
		for _, vf := range d.verbsOf(v) {
			if !vf.verb.Flags.Has(flag) || !d.eventAfter(v, s, event) {
				continue
			}
			f := frame{d: d, k: k, s: s, verb: vf.verb, g: d.verbGroup(v, vf.form, s)}
			if !f.g.passive() && slices.Contains(f.subject(), p) {
				return true
			}
		}
	}
	return false
}

// eventAfter reports a noun of an event right behind unit v, or a few words away.
func (d *doc) eventAfter(v int, s sentence, event string) bool {
	const reach = 5
	for i := v + 1; i < s.to && i <= v+reach && d.units[i].punct == 0; i++ {
		if d.isNoun(i, event) {
			return true
		}
	}
	return false
}

// addSigner adds a signer to the document that the zone tells of next to the person.
func (d *doc) addSigner(c subject) {
	k := c.proof(Signed)
	if x := d.paperBy(c.in, k); x != nil {
		x.persons = unique(append(slices.Clone(x.persons), c.p))
		return
	}
	at := c.in.bearer(k, Signed)
	what := c.in.nearestDocument(k)
	if what == "" {
		what = d.textOf(at, at+1) // no word tells of what: that of signing
	}
	d.signs = append(d.signs, signing{persons: []int{c.p}, what: what, date: d.dateOf(at, k), sent: k, rule: d.lex.Lang + ".signed.weighed"})
}

// paperBy is the document signed in the zone whose sentence is nearest to k.
func (d *doc) paperBy(w *weigher, k int) (best *signing) {
	for i := range d.signs {
		if x := &d.signs[i]; d.zone(x.sent) == w.zone && (best == nil || abs(x.sent-k) < abs(best.sent-k)) {
			best = x
		}
	}
	return best
}

// nearestDocument is the one that the sentences of the zone tell of next to k.
func (w *weigher) nearestDocument(k int) (what string) {
	nearest := len(w.d.sents)
	for _, j := range w.sents {
		if !w.d.marks[j].has(signDocument) || abs(j-k) >= nearest {
			continue
		}
		f := frame{d: w.d, k: j, s: w.d.sents[j]}
		for i := f.s.from; i < f.s.to; i++ {
			if f.isDoc(i) {
				what, nearest = f.phrase(i), abs(j-k)
				break
			}
		}
	}
	return what
}

// addHead adds the head of a delegation of the person's state, if any is known.
func (d *doc) addHead(c subject) {
	var codes []string
	if home := c.in.homes[c.p]; home != "" {
		codes = []string{home}
	}
	k := c.proof(Led)
	d.leads = append(d.leads, lead{person: c.p, codes: codes, party: -1, org: -1, status: graph.Held, sent: k, rule: d.lex.Lang + ".led.weighed", date: d.dateOf(c.in.bearer(k, Led), k)})
}

// proof is the sentence that says most of a part: it has its surest sign and tells of the person.
func (c subject) proof(part Kind) int {
	t := &c.in.traits[c.p]
	best, most := t.sents[0], -100
	for _, k := range c.in.sents {
		n := -t.near[k].nearest()
		for i, s := range telling[part] {
			if c.in.d.marks[k].has(s) {
				n += 2 * (len(telling[part]) - i)
			}
		}
		if n > most {
			best, most = k, n
		}
	}
	return best
}

// bearer is the unit of the surest sign of a part in a sentence, or its first unit.
func (w *weigher) bearer(k int, part Kind) int {
	for _, s := range telling[part] {
		for _, at := range w.bearers(s) {
			if at.sent == k {
				return at.unit
			}
		}
	}
	return w.d.sents[k].from
}
