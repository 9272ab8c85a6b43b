package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// facing is the partner whom "người đồng cấp" alone means in a language that leaves its
// own state out: who has met the subject and holds the same office, else the other of
// the two heads of delegations; -1 for none.
func (d *doc) facing(a *actor, c *discourse) int {
	if d.lex.Home == "" || c.subject < 0 {
		return -1
	}
	for i := len(c.pairs) - 1; i >= 0; i-- {
		p, q := c.pairs[i][0], c.pairs[i][1]
		if q == c.subject {
			p, q = q, p
		}
		if p == c.subject && (d.sharesOffice(q, p) || len(c.pairs) == 1) {
			return q
		}
	}
	if ps := d.twoHeads(d.sents[a.sent].item); len(ps) == 2 {
		if i := slices.Index(ps, c.subject); i >= 0 {
			return ps[1-i]
		}
	}
	return -1
}

// twoHeads are the heads of the only two delegations of an item, of two sides.
func (d *doc) twoHeads(item int) (ps []int) {
	for i := range d.leads {
		if l := &d.leads[i]; d.sents[l.sent].item == item && l.status == graph.Held {
			ps = append(ps, l.person)
		}
	}
	if len(ps) != 2 || !d.strangers(ps[0], ps[1]) {
		return nil
	}
	return ps
}

// twoHere are the only two persons that the sentence of a pronoun tells of before it,
// both as subjects: "vị khách đến Tòa Thị chính, nơi ông X chờ sẵn; câu chuyện của hai
// ông".
func (d *doc) twoHere(a *actor) (ps []int) {
	if a.pron != lexicon.They || a.subj || d.lex.Home == "" {
		return nil
	}
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		b := &d.actors[n]
		for _, p := range b.persons {
			if slices.Contains(ps, p) {
				continue
			}
			if ps = append(ps, p); !b.subj || len(ps) > 2 {
				return nil
			}
		}
	}
	if len(ps) != 2 || !d.strangers(ps[0], ps[1]) {
		return nil
	}
	return ps
}

// headsAct reports "hai Trưởng đoàn", "hai Bộ trưởng" as the subject: the two at the
// table do together what the verb tells.
func (f *frame) headsAct() bool {
	n := f.subjectActor()
	if n < 0 {
		return false
	}
	a := &f.d.actors[n]
	if len(a.persons) != 2 || f.d.embedded(a) {
		return false
	}
	return f.d.session(a.from) || a.side && a.two && !a.role("states") && f.d.holders(n) && f.paired(n)
}
