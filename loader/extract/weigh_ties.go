package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// ties is what the rules have found, before any weight is asked: that A has met C, or
// that A and B are companions, speaks for or against A and B.
type ties struct {
	claims  []claim
	met     [][]int // of each person, those whom the person has met
	planned []int   // of each person, claims of contacts that have not taken place
	led     []int   // of each person, delegations
	signed  []int   // of each person, documents
	papers  []signing
	leads   []lead
}

// ties reads what the rules have found. The weights change the claims while they are
// asked, so these are a copy.
func (d *doc) ties() *ties {
	n := len(d.persons)
	t := &ties{slices.Clone(d.claims), make([][]int, n), make([]int, n), make([]int, n), make([]int, n), slices.Clone(d.signs), slices.Clone(d.leads)}
	for i := range t.claims {
		t.enter(&t.claims[i])
	}
	for _, l := range d.leads {
		t.led[l.person]++
	}
	for _, s := range d.signs {
		for _, p := range s.persons {
			t.signed[p]++
		}
	}
	return t
}

// has reports that a rule has found the part of a person.
func (t *ties) has(p int, k Kind) bool {
	if k == Led {
		return t.led[p] > 0
	}
	return t.signed[p] > 0
}

func (t *ties) enter(c *claim) {
	all := slices.Concat(c.left, c.right)
	for _, p := range all {
		if c.status != graph.Held {
			t.planned[p]++
			continue
		}
		for _, q := range all {
			if p != q && c.joins(p, q) && !slices.Contains(t.met[p], q) {
				t.met[p] = append(t.met[p], q)
			}
		}
	}
}

// companions reports a claim that has p and q on one side.
func (c *claim) companions(p, q int) bool {
	return !c.among && (slices.Contains(c.left, p) && slices.Contains(c.left, q) || slices.Contains(c.right, p) && slices.Contains(c.right, q))
}

// tied: what the rules have found of both.
func (w *weigher) tied(p, q int) {
	t := w.ties
	w.claims(p, q)
	common, own := 0, one(slices.Contains(t.met[p], q))
	for _, r := range t.met[p] {
		common += one(slices.Contains(t.met[q], r))
	}
	w.put("claimed", own)
	w.put("met the same", min(common, 5))
	w.both("met others", len(t.met[p])-own, len(t.met[q])-own, 6)
	w.both("plans", t.planned[p], t.planned[q], 4)
	w.both("led", t.led[p], t.led[q], 2)
	w.both("signed", t.signed[p], t.signed[q], 3)
}

// claims: those of both in another way than that they have met, and those of others
// told where both stand.
func (w *weigher) claims(p, q int) {
	planned, cancelled, companions, bystanders := 0, 0, 0, 0
	for i := range w.ties.claims {
		c := &w.ties.claims[i]
		joined := c.joins(p, q)
		planned += one(joined && c.status == graph.Planned)
		cancelled += one(joined && c.status == graph.Cancelled)
		companions += one(c.companions(p, q))
		bystanders += one(!joined && c.status == graph.Held && w.stand(c.sent, p, q))
	}
	w.put("planned", min(planned, 3))
	w.put("cancelled", min(cancelled, 3))
	w.put("companions", min(companions, 3))
	w.put("bystanders", min(bystanders, 5))
}

// stand reports a sentence in which both stand.
func (w *weigher) stand(k, p, q int) bool {
	return w.traits[p].in(k) && w.traits[q].in(k)
}
