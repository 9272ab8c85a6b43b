package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// qualified reports units before the word for a delegation that only tell how large or of what kind it is: "an
// 11-member", "a 60-strong".
func (d *doc) qualified(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.actor >= 0 || u.date >= 0 || u.punct != 0 && u.punct != '-':
			return false
		case u.kind != text.Word || u.set.any(lexicon.Indef, lexicon.Numeral, lexicon.Two, lexicon.Role, lexicon.Of, lexicon.Adj):
		case u.known() && !u.set.any(lexicon.Portfolio, lexicon.Adverb, lexicon.Body) || u.cap:
			return false
		}
	}
	return true
}

// peopleCounted reports some people, told by their number, who can have somebody at their head: "seven colleagues".
func (d *doc) peopleCounted(n int) bool {
	a := &d.actors[n]
	return a.people() && (d.units[a.from].set.has(lexicon.Numeral) || d.units[a.from].kind == text.Number)
}

// hasAs reports actor n right after "has" and the delegation of which it is told to be the head: "the Lao
// delegation has X as its head".
func (d *doc) hasAs(deleg, n int) bool {
	i := d.actors[n].from - 1
	return d.actors[n].named && d.actors[n].gov == lexicon.None && i > d.actors[deleg].to-1 && d.units[i].set.has(lexicon.Have) && d.actors[deleg].gov == lexicon.None
}

// headAlso is who is told to be the head at unit v beside an office told before it: "X, president of the union and
// head of the delegation", "X, president of the union, in her capacity as head of the delegation", or by an article
// before the title: "X, the leader of the delegation, said"; -1 for nobody.
func (d *doc) headAlso(v int, s sentence) int {
	i := v - 1
	if i > s.from && d.units[i].set.either(lexicon.Def, lexicon.Indef) {
		i--
	}
	if i <= s.from || v+1 < s.to && d.units[v+1].actor >= 0 && d.actors[d.units[v+1].actor].named {
		return -1
	}
	f := frame{d: d, s: s}
	if d.units[i].set.has(lexicon.And) {
		if n := f.endingAt(i); n >= 0 && d.actors[n].named && d.officeBehind(n) {
			return n
		}
		return -1
	}
	for j := i; j > s.from && j > i-6; j-- {
		if u := &d.units[j]; u.punct == ',' {
			if n := f.endingAt(j); n >= 0 && d.actors[n].to == j && d.actors[n].named && (j < i || v+1 < s.to && d.units[v+1].punct != 0) && d.actors[n].gov == lexicon.None {
				return n
			}
			return -1
		} else if u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.Verb, lexicon.And, lexicon.With, lexicon.By, lexicon.Of, lexicon.To, lexicon.Be, lexicon.Have) {
			return -1
		}
	}
	return -1
}

// officeBehind reports a name whose phrase ends with an office told behind it.
func (d *doc) officeBehind(n int) bool {
	a := &d.actors[n]
	for _, r := range a.roles {
		if r.from > a.from && d.units[r.from-1].punct == ',' || r.from > a.from+1 && d.units[r.from-2].punct == ',' {
			return true
		}
	}
	return false
}

// addLeads gives a delegation its head, or the two of one side who head it together: "led by Senators A and B".
func (d *doc) addLeads(ps []int, deleg int, st graph.Status, k int, rule string, at int) {
	if len(ps) == 0 {
		return
	}
	a := &d.actors[deleg]
	both := len(ps) == 2 && ps[0] >= 0 && ps[1] >= 0 && a.gov != lexicon.Between && !a.plural && !d.strangers(ps[0], ps[1]) && !d.standing(deleg, ps[0])
	d.addLead(ps[0], deleg, st, k, rule, at)
	if both {
		d.addLeadOf(ps[1], a, st, k, rule, at)
		a.persons = []int{ps[0], ps[1]}
	}
}

// headsToo gives a delegation its further heads, where the title of actor n is a plural: "Its leaders were A, of
// the north, and B".
func (d *doc) headsToo(n, deleg, k, at int) {
	if !d.actors[n].plural || n+1 >= d.sents[k].actors[1] {
		return
	}
	for _, p := range d.namesFrom(n+1, d.sents[k])[1:] {
		d.addLeadOf(p, &d.actors[deleg], graph.Held, k, d.lex.Lang+".led.title", at)
	}
}

// namesFrom are the persons named from actor n on who are joined by "and", too across what is said of one between
// commas: "A, who heads the customs, and B".
func (d *doc) namesFrom(n int, s sentence) (ps []int) {
	for m := n; m < s.actors[1]; m++ {
		a := &d.actors[m]
		if !a.named || len(a.persons) != 1 || a.persons[0] < 0 {
			break
		}
		if i := a.from - 1; m > n && !(d.units[i].set.has(lexicon.And) && (i == d.actors[m-1].to || d.units[i-1].punct == ',' && i-d.actors[m-1].to < 14 || d.behalfUpTo(d.actors[m-1].to, i))) {
			break
		}
		ps = append(ps, a.persons[0])
	}
	return ps
}

// behalfUpTo reports words from unit i up to unit end that only tell whom somebody is of: "A of the Government and B".
func (d *doc) behalfUpTo(i, end int) bool {
	const reach = 10
	return end-i < reach && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Of, lexicon.Behalf) && d.verbless(i, end)
}

// namesUpTo are the persons named before unit i who are joined by "and": "A, minister of trade, and B, who came each at
// the head of a delegation".
func (d *doc) namesUpTo(i int, s sentence) []int {
	for n := s.actors[0]; n < s.actors[1] && d.actors[n].from < i; n++ {
		if ps := d.namesFrom(n, s); len(ps) > 1 {
			return ps
		}
	}
	return nil
}

// addHeads makes each of ps the head of a delegation of his own.
func (d *doc) addHeads(ps []int, st graph.Status, k, at int) {
	for _, p := range ps {
		d.addLeadOf(p, &actor{sent: k, party: -1, org: -1}, st, k, d.lex.Lang+".led.heads", at)
	}
}

// headsNamed reads "the heads of the delegations on the border – A, who chairs the committee, and B – ...": two
// who are named right behind the word for the heads of both.
func (d *doc) headsNamed(k int, c *discourse) {
	s := d.sents[k]
	for n := s.actors[0]; n+1 < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.named || !a.plural || !a.role("session") && !d.isNoun(a.from, "heads") {
			continue
		}
		i := a.to
		for i < s.to && i < a.to+8 && d.units[i].punct == 0 && !d.units[i].set.has(lexicon.Until) && !d.predicative(i) && d.units[i].actor < 0 && !d.units[i].set.any(lexicon.Verb, lexicon.Have, lexicon.Who, lexicon.That) {
			i++
		}
		if i+1 >= s.to || d.units[i].actor >= 0 || d.units[i+1].actor < 0 {
			continue
		}
		m := d.units[i+1].actor
		if ps := d.namesFrom(m, s); len(ps) == 2 && d.actors[m].from == i+1 && d.actors[m].gov == lexicon.None && len(a.codes) == 0 {
			for i, p := range ps {
				side := d.sideBehind(m+i, s)
				d.addLeadOf(p, &side, graph.Held, k, d.lex.Lang+".led.title", a.from)
			}
			a.persons = ps
			if c.subject >= 0 && d.apart(ps[:1], ps[1:]) {
				c.met(ps[0], ps[1]) // "hai ông" of the next sentences
			}
		}
	}
}

// furtherLeads are the heads of the other delegations in a sentence that leaves out the verb
// or the noun: "the Lao delegation was led by A, the Thai one by B", "A led the Lao
// delegation and B the Thai one".
func (d *doc) furtherLeads(k int) {
	s := d.sents[k]
	first := -1
	for i := range d.leads {
		if d.leads[i].sent == k && first < 0 {
			first = i
		}
	}
	for n := s.actors[0]; n < s.actors[1] && first >= 0; n++ {
		a := &d.actors[n]
		if !a.named && a.pron != lexicon.First && a.pron != lexicon.Second || len(a.persons) != 1 || a.persons[0] < 0 || a.from <= s.from {
			continue
		}
		codes := d.thoseBefore(a, s)
		if len(codes) == 0 {
			codes = d.sideWithout(a, s)
		}
		if l := &d.leads[first]; len(codes) == 0 || len(l.codes) == 0 || l.codes[0] == codes[0] {
			continue
		}
		side := actor{sent: k, codes: codes, party: -1, org: -1}
		d.addLeadOf(a.persons[0], &side, d.leads[first].status, k, d.leads[first].rule, a.from)
	}
}

// thoseBefore is the state of "that of Chad" right before actor a: "the Lao delegation had A at its head; that
// of Chad, B".
func (d *doc) thoseBefore(a *actor, s sentence) []string {
	i := a.from - 1
	if i > s.from && d.units[i].punct == ',' {
		i--
	}
	m := d.units[i].actor
	if m < 0 || !d.actors[m].deleg || len(d.actors[m].codes) != 1 || a.gov != lexicon.None || d.actors[m].to != i+1 || !d.units[d.actors[m].from].set.has(lexicon.Dem) {
		return nil
	}
	if u := &d.units[max(d.actors[m].from-1, s.from)]; u.punct != ';' && u.punct != ',' && !u.set.has(lexicon.And) {
		return nil
	}
	return d.actors[m].codes
}

// sideWithout is the state whose people actor a heads by words that leave out the verb.
func (d *doc) sideWithout(a *actor, s sentence) []string {
	by := a.gov == lexicon.By || a.gov == lexicon.LedBy
	for i := a.from - 1; by && i > s.from && i > a.from-7; i-- {
		u := &d.units[i]
		if u.punct != 0 && !d.units[i].set.has(lexicon.And) || u.set.any(lexicon.Verb, lexicon.Be, lexicon.Have, lexicon.LedBy) || u.actor >= 0 && d.actors[u.actor].named {
			return nil
		}
		if c := d.countryAt(i); c != "" {
			return []string{c}
		}
	}
	if u := &d.units[a.from-1]; a.gov != lexicon.None && a.gov != lexicon.Head || !u.set.has(lexicon.And) && u.punct != ',' && u.punct != ';' {
		return nil
	}
	to := a.to
	if n := d.units[a.from].actor; to < s.to && d.units[to].punct == ',' && d.officeBehind(n) {
		to++ // "and B, the minister of Mali, the Malian side"
	}
	for i := to; i < s.to && i < to+4; i++ {
		u := &d.units[i]
		if c := d.countryAt(i); c != "" && i > to {
			return []string{c}
		}
		if !u.set.any(lexicon.Def, lexicon.Dem, lexicon.Of, lexicon.Side) && u.actor < 0 {
			return nil
		}
	}
	return nil
}
