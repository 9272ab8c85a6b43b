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

// peers reports "hai người đồng cấp": both hold one office. See words.txt.
func (d *doc) peers(a *actor) bool {
	e, ok := d.units[a.from].entry(lexicon.They)
	return ok && e.Index == 3
}

// lastPeers are the latest two persons of two states who hold one office.
func (d *doc) lastPeers(a *actor, c *discourse) []int {
	for i := len(c.pairs) - 1; i >= 0; i-- {
		if p := c.pairs[i]; d.sharesOffice(p[0], p[1]) {
			return p[:]
		}
	}
	for i := len(c.recent) - 1; i >= 0; i-- {
		for j := i - 1; j >= 0; j-- {
			if p, q := c.recent[i], c.recent[j]; d.strangers(p, q) && d.sharesOffice(p, q) {
				return []int{q, p}
			}
		}
	}
	return d.twoHeads(d.sents[a.sent].item)
}

// whoCame is whom "đoàn" and "vị khách" mean where nobody is said to lead a delegation:
// who is a side of all contacts of the item so far, else who travels in it; never the
// subject before, nor somebody of the same state.
func (d *doc) whoCame(n int, c *discourse) []int {
	if d.lex.Home == "" {
		return nil
	}
	subj := c.subject
	for k := n - 1; k >= 0 && d.actors[k].sent == d.actors[n].sent; k-- {
		if len(d.actors[k].persons) == 1 && d.actors[k].subj {
			subj = d.actors[k].persons[0]
			break
		}
	}
	p := d.steadySide(c)
	if p < 0 {
		p = d.traveller(d.sents[d.actors[n].sent].item, d.actors[n].sent)
	}
	if p < 0 || p == subj || subj >= 0 && d.homeOf(p) != "" && d.homeOf(p) == d.homeOf(subj) {
		return nil
	}
	return []int{p}
}

// steadySide is the one person in all of two contacts or more, -1 for none.
func (d *doc) steadySide(c *discourse) int {
	if len(c.pairs) < 2 {
		return -1
	}
	for _, p := range c.pairs[0] {
		if !slices.ContainsFunc(c.pairs, func(q [2]int) bool { return q[0] != p && q[1] != p }) && c.pairs[1] != c.pairs[0] {
			return p
		}
	}
	return -1
}

// traveller is the only person with a name whose journey the sentences of an item up to
// k tell of, -1 for none or several.
func (d *doc) traveller(item, k int) int {
	found := -1
	for j := range d.sents[:k+1] {
		s := d.sents[j]
		for v := s.from; v < s.to && s.item == item; v++ {
			if !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Flags.Has("trip") }) || d.inActor(v) {
				continue
			}
			f := frame{d: d, k: j, s: s, c: &discourse{subject: -1}, g: d.verbGroup(v, lexicon.Fin, s)}
			n := f.subjectActor()
			if n < 0 || len(d.actors[n].persons) == 0 || d.actors[n].persons[0] < 0 || d.actors[n].plural {
				continue
			}
			if p := d.actors[d.groupOf(n)[0]].persons[0]; found >= 0 && p != found {
				return -1
			} else {
				found = p
			}
		}
	}
	return found
}

// soleLeader is the only one of whom an item tells that a delegation follows them.
func (d *doc) soleLeader(a *actor) (ps []int) {
	for i := range d.leads {
		if l := &d.leads[i]; d.lex.Options.Gendered && d.sents[l.sent].item == d.sents[a.sent].item && l.status == graph.Held && !slices.Contains(ps, l.person) {
			ps = append(ps, l.person)
		}
	}
	if len(ps) != 1 {
		return nil
	}
	return ps
}
