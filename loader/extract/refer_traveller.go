package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// theVisitor is who goes from one contact to the next in the item of sentence k, as the text up
// to there tells: the side of all of them, else the only one on a journey; -1 for nobody.
func (d *doc) theVisitor(k int, c *discourse) int {
	if p := d.steadySide(c); p >= 0 {
		return p
	}
	return d.traveller(d.sents[k].item, k)
}

// visitorAgain is the visitor for a subject pronoun whose gender he has, of whom the text goes on
// to tell after it has spoken of others: "Ông cũng hội kiến X".
func (d *doc) visitorAgain(a *actor, c *discourse) []int {
	if d.lex.Home == "" || !a.subj {
		return nil
	}
	p := d.theVisitor(a.sent, c)
	if p < 0 || a.pron != lexicon.He && a.pron != lexicon.She || !d.goesFor(p, a) {
		return nil
	}
	b := d.contactAfter(a)
	if b < 0 && a.fem && d.persons[p].fem > 0 {
		return []int{p} // there are few women to be told of
	}
	if b < 0 || b == p || d.homeOf(b) == d.homeOf(p) {
		return nil
	}
	return []int{p}
}

// travellerAndInviter are who was on a journey in the sentence before k and who had invited him there, named for the first
// time: "La tournée avait débuté au Togo, à l'invitation de B. Leurs entretiens"; nil if they are not told so.
func (d *doc) travellerAndInviter(k int, c *discourse) []int {
	if k == 0 || d.sents[k-1].item != d.sents[k].item || !d.realised(d.sents[k-1].from, d.sents[k-1].to) {
		return nil
	}
	p, q := -1, -1
	if s := d.sents[k-1]; d.tellsJourney(s) {
		p = c.subject
	}
	for n := d.sents[k-1].actors[0]; n < d.sents[k-1].actors[1]; n++ {
		a := &d.actors[n]
		if len(a.persons) != 1 || a.persons[0] < 0 || a.prev >= 0 || a.next >= 0 {
			return nil
		}
		switch {
		case a.named && d.firstNamed(a.persons[0]) == k-1 && (a.gov == lexicon.Hosted || a.from > d.sents[k-1].from && d.verbsOf(a.from-1).Has("invite")):
			q = a.persons[0]
		case a.subj:
			p = a.persons[0]
		default:
			return nil
		}
	}
	if p < 0 || q < 0 || p == q || d.firstNamed(p) >= k-1 || d.countrymen(p, q) {
		return nil
	}
	return []int{p, q}
}

// tellsJourney reports a noun or a verb for a journey in a sentence.
func (d *doc) tellsJourney(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if d.units[i].actor < 0 && (d.isNoun(i, "visit") || d.verbsOf(i).Has("journey")) {
			return true
		}
	}
	return false
}

// receivedThen is whom a pronoun means that meets somebody of the land or elsewhere, behind a sentence in which somebody new
// received him, told by a pronoun: "B l'a reçu. Mardi à Lusaka, il s'est entretenu avec C"; -1 for none.
func (d *doc) receivedThen(a *actor) int {
	s, k := d.sents[a.sent], a.sent-1
	if before := d.lastBefore(a.from, s); k < 0 || d.sents[k].item != s.item || before >= s.actors[0] && before != a.prev || !d.guestMeets(a) {
		return -1
	}
	for i := len(d.claims) - 1; i >= 0 && d.claims[i].sent >= k; i-- {
		x := &d.claims[i]
		if x.sent != k || !x.hostLeft || len(x.left) != 1 || len(x.right) != 1 || d.firstNamed(x.left[0]) != k || d.firstNamed(x.right[0]) >= k || d.namedLast(x.right[0], k) >= 0 {
			continue
		}
		for n := s.actors[0]; n < s.actors[1]; n++ {
			if b := &d.actors[n]; b.named && len(b.persons) == 1 && (d.countrymen(b.persons[0], x.left[0]) || d.placeBefore(min(a.from, b.from), s)) {
				return x.right[0]
			}
		}
	}
	return -1
}

// guestMeets reports a verb of contact behind pronoun a by which it tells of no host.
func (d *doc) guestMeets(a *actor) bool {
	s := d.sents[a.sent]
	for i := a.to; i < s.to; i++ {
		for _, v := range d.verbsOf(i) {
			if v.verb.Event == "met" && (!v.verb.Flags.Has("weak") || v.verb.Flags.Has("host") || a.prev >= 0) {
				g := d.verbGroup(i, v.form, s)
				return !v.verb.Flags.Has("host") || g.passive()
			}
		}
	}
	return false
}

// placeBefore reports a place or the adjective of a state told before unit i.
func (d *doc) placeBefore(i int, s sentence) bool {
	return slices.ContainsFunc(d.units[s.from:i], func(u unit) bool { return u.actor < 0 && u.set.any(lexicon.Place, lexicon.Country, lexicon.Adj) })
}

// meets reports a contact of p in what an item has told so far.
func (d *doc) meets(p int, c *discourse) bool {
	return slices.ContainsFunc(c.pairs, func(q [2]int) bool { return q[0] == p || q[1] == p })
}

// traveller is the only person whose visit the sentences of an item up to k speak of, else who
// they tell has gone to another state, else the only one of whom any journey is told; -1 for none
// or several.
func (d *doc) traveller(item, k int) int {
	told, far, near := oneOnly{-1, false}, oneOnly{-1, false}, oneOnly{-1, false}
	for j := range d.sents[:k+1] {
		s := d.sents[j]
		for v := s.from; v < s.to && s.item == item; v++ {
			if p := d.visitOf(v, s); p >= 0 {
				told.add(p)
			}
			if !d.verbsOf(v).Has("journey") || d.inActor(v) {
				continue
			}
			if p := d.goer(v, j); p >= 0 {
				if near.add(p); d.abroad(v, p, s) {
					far.add(p)
				}
			}
		}
	}
	for _, o := range []oneOnly{told, far, near} {
		if o.person >= 0 || o.many {
			return o.person
		}
	}
	return -1
}

// visitOf is whose visit a noun at unit v is: "Chuyến thăm hai nước của X"; -1 if none or nobody's.
func (d *doc) visitOf(v int, s sentence) int {
	e, ok := d.units[v].entry(lexicon.Noun)
	if !ok || d.units[v].actor >= 0 || d.lex.Nouns[e.Index].Event != "visit" {
		return -1
	}
	for i := v + 1; i < s.to && i < v+9; i++ {
		if n := d.units[i].actor; n >= 0 {
			if a := &d.actors[n]; a.gov == lexicon.Of && a.named && len(a.persons) == 1 {
				return a.persons[0]
			}
			return -1
		}
		if d.units[i].punct != 0 || d.units[i].set.any(lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.That) {
			return -1
		}
	}
	return -1
}

// oneOnly is a person that nobody else was told beside; -1 when many were.
type oneOnly struct {
	person int
	many   bool
}

func (o *oneOnly) add(p int) {
	if o.many = o.many || o.person >= 0 && o.person != p; o.many {
		o.person = -1
		return
	}
	o.person = p
}

// goer is the person whose journey the verb at unit v of sentence k tells of, -1 for nobody.
func (d *doc) goer(v, k int) int {
	f := frame{d: d, k: k, s: d.sents[k], c: &discourse{subject: -1}, g: d.verbGroup(v, lexicon.Fin, d.sents[k])}
	n := f.subjectActor()
	if st, ok := f.g.status(); n < 0 || !ok || st == graph.Cancelled || v > 0 && d.asks(v-1) || d.actors[n].plural || len(d.actors[n].persons) == 0 || d.actors[n].persons[0] < 0 {
		return -1
	}
	if ps := d.actors[d.groupOf(n)[0]].persons; len(ps) > 0 {
		return ps[0]
	}
	return -1
}

// abroad reports a place of another state than that of p right after the verb at unit v.
func (d *doc) abroad(v, p int, s sentence) bool {
	for i := v + 1; i < s.to && i < v+5; i++ {
		if u := &d.units[i]; u.actor >= 0 || u.punct != 0 {
			return false
		}
		if c := d.codeOf(i); c != "" && c != "-" {
			return d.homeOf(p) != "" && c != d.homeOf(p)
		}
	}
	return false
}

// manyOf is how many persons a word for several means, 1 if it does not tell, 0 for two.
// See words.txt.
func (d *doc) manyOf(a *actor) int {
	e, ok := d.units[a.from].entry(lexicon.They)
	switch {
	case !ok && a.pron == lexicon.They && d.countOf(a) > 2:
		return d.countOf(a) // "the three"
	case !ok || e.Index < 4:
		return 0
	case e.Index == 4:
		return 1
	}
	return int(e.Index) - 2
}

// theMany are the three or more that such a word means: the last list of the sentences before,
// or that list and who has met all of it.
func (d *doc) theMany(a *actor, c *discourse) []int {
	want := d.manyOf(a)
	if ps := d.namedSoFar(a); len(ps) == want && want > 2 && !d.receivesThem(a, ps) {
		return ps // "A welcomed B and C to the first summit the trio has held"
	}
	if len(c.group) == want && want > 2 {
		return c.group
	}
	if len(c.group) < 2 || !d.toldSince(c.group[0], a.sent-1) && !d.toldSince(c.group[0], a.sent-3) {
		return nil
	}
	if want == 1 && len(c.group) > 2 {
		return c.group
	}
	for i := range d.claims {
		x := &d.claims[i]
		if len(x.left) == 1 && len(x.right) == len(c.group) && len(c.group) == want-1 && slices.Equal(x.right, c.group) {
			return append(slices.Clone(x.left), x.right...)
		}
	}
	return nil
}

// receivesThem reports that one of some persons is the subject of what is done to those of a word for several:
// "A tiếp ba người" are three others.
func (d *doc) receivesThem(a *actor, ps []int) bool {
	m := d.lastBefore(a.from, d.sents[a.sent])
	return !a.subj && a.gov == lexicon.None && m >= d.sents[a.sent].actors[0] && d.actors[m].subj && len(d.actors[m].persons) == 1 && slices.Contains(ps, d.actors[m].persons[0])
}

// namedSoFar are the persons whom the sentence of an actor names before it.
func (d *doc) namedSoFar(a *actor) (ps []int) {
	for n := d.sents[a.sent].actors[0]; n < len(d.actors) && d.actors[n].to <= a.from; n++ {
		if d.actors[n].named {
			ps = append(ps, d.actors[n].persons...)
		}
	}
	return unique(ps)
}

// otherVisitor does what otherSide does, for an office without a name or a state too: such a word
// means somebody of the paper's own state unless he would meet a compatriot, "Thủ tướng hội kiến
// Chủ tịch nước X".
func (d *doc) otherVisitor(cl *claim, c *discourse) bool {
	if cl.left[0] != cl.right[0] && !d.countrymen(cl.left[0], cl.right[0]) {
		return true
	}
	sides := [2]*[]int{&cl.left, &cl.right}
	for i, side := range sides {
		a, q := d.byWord((*side)[0], cl.sent), (*sides[1-i])[0]
		if a == nil {
			continue
		}
		for _, p := range []int{c.partner((*side)[0]), c.guest - 1, d.theVisitor(cl.sent, c)} {
			if p >= 0 && p != q && d.apart([]int{p}, []int{q}) && d.goesFor(p, a) {
				*side, a.persons = []int{p}, []int{p}
				return true
			}
		}
	}
	if p := d.guestThen(cl); p >= 0 {
		cl.left = []int{p}
	}
	return cl.left[0] != cl.right[0]
}

// guestThen is whom the one side received in the clause before a semicolon, where the other side is a compatriot of
// the host: "A tiếp B; sau đó là cuộc hội kiến với C" tells of B and C; -1 for nobody.
func (d *doc) guestThen(cl *claim) int {
	n, m := d.namedLast(cl.left[0], cl.sent), d.namedLast(cl.right[0], cl.sent)
	if n < 0 || m < 0 || !d.semicolon(d.actors[n].to, d.actors[m].from) {
		return -1
	}
	for _, x := range d.claims {
		if x.sent == cl.sent && slices.Equal(x.left, cl.left) && len(x.right) == 1 && d.apart(x.right, cl.right) {
			return x.right[0]
		}
	}
	return -1
}

// byWord is the pronoun, or the office without a state, that alone stands for p in a sentence;
// nil if the sentence names p.
func (d *doc) byWord(p, k int) (found *actor) {
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if len(a.persons) != 1 || a.persons[0] != p {
			continue
		}
		if a.named || len(a.codes) > 0 {
			return nil
		}
		found = a
	}
	return found
}

// goesFor reports that p has the gender of an actor and can be called by its office.
func (d *doc) goesFor(p int, a *actor) bool {
	f := d.persons[p].fem
	if (a.fem || a.pron == lexicon.She) && f < 0 || a.pron == lexicon.He && f > 0 {
		return false
	}
	return a.pron != lexicon.None || a.role("guest") || d.titleScore(a, p) > 0
}

// namedSubject reports a subject with a name, or a pronoun.
func (f *frame) namedSubject() bool {
	n := f.subjectActor()
	return n >= 0 && (f.d.actors[n].named || f.d.actors[n].pron != lexicon.None)
}

// leadingOf is the only person of the state of actor a of whom the headline, or else the sentence after
// it, tells as who acts; -1 for none or several.
func (d *doc) leadingOf(a *actor) int {
	first := d.items[d.sents[a.sent].item].from
	for k := first; k <= first+1 && k < a.sent && d.sents[k].item == d.sents[first].item; k++ {
		o := oneOnly{-1, false}
		for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
			b := &d.actors[n]
			if b.gov != lexicon.None || b.prev >= 0 || len(b.persons) != 1 || b.persons[0] < 0 {
				continue
			}
			if p := b.persons[0]; d.homeOf(p) == a.codes[0] && !(a.fem && d.persons[p].fem < 0) {
				o.add(p)
			}
		}
		if o.person >= 0 || o.many {
			return o.person
		}
	}
	return -1
}
