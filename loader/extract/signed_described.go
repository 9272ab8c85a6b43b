package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// describedBefore is who signs with the group of actor n and is named before it, where words that the text says of one of
// the two part them: "A, who heads the port, and the union's legal counsel B"; -1 for nobody.
func (f *frame) describedBefore(n int) int {
	d := f.d
	first := d.groupOf(n)[0]
	for m := first - 1; m >= f.s.actors[0] && m > first-4; m-- {
		if a := &d.actors[m]; a.named && a.subj == d.actors[first].subj && (a.gov == d.actors[first].gov || a.gov == lexicon.By) && f.describedPair(m, first) {
			return m
		}
	}
	return -1
}

// describedAfter is who signs with the group of actor n in the same way and is named after it, before the verb or,
// if the group is its agent, where no other verb follows.
func (f *frame) describedAfter(n int) int {
	d, end := f.d, f.d.groupEnd(n)
	for _, m := range d.groupOf(n) {
		if d.actors[m].named {
			n = m
		}
	}
	for m := n + 1; m < f.s.actors[1] && m < n+5; m++ {
		a := &d.actors[m]
		if !a.named || a.prev >= 0 || a.from < end || a.gov != lexicon.None && a.gov != d.actors[n].gov {
			continue
		}
		after := d.pastComma(d.groupEnd(m), f.s)
		if end <= f.g.from && !f.asideBefore(m) || end > f.g.at && after < f.s.to && d.predicate(after) {
			continue
		}
		if f.describedPair(n, m) {
			return m
		}
	}
	return -1
}

// withThem is the one named last before the verb, and not its subject, whom a pronoun behind it means: "A met B and signed
// with her", who cannot be A.
func (f *frame) withThem() []int {
	d, n := f.d, f.subjectActor()
	for m := n + 1; n >= 0 && m < f.s.actors[1]; m++ {
		if a := &d.actors[m]; a.from <= f.g.at || a.gov != lexicon.With || a.pron != lexicon.He && a.pron != lexicon.She {
			continue
		}
		if b := d.lastBefore(f.g.from, f.s); b > n && d.actors[b].named && !d.actors[b].subj && !d.clauseEnds(f.g.at+1, d.actors[m].from) && d.groupSize(b) == 1 {
			return d.group(b)
		}
		return nil
	}
	return nil
}

// describedPair reports "and" between actors m and n and, beside it, only words that say who they are.
func (f *frame) describedPair(m, n int) bool {
	const reach = 26
	d, from, to := f.d, f.d.actors[m].to, f.d.actors[n].from
	for k := to - 1; k >= from && to-from < reach; k-- {
		if u := &d.units[k]; u.actor < 0 && u.set.has(lexicon.And) && f.describesBehind(from, k) && f.describesAhead(k+1, to, d.actors[m].gov) {
			return true
		}
	}
	return false
}

// describesBehind reports units [from, to) as what is said of who is named before them: nothing, "of the port", or words
// between commas.
func (f *frame) describesBehind(from, to int) bool {
	d := f.d
	switch {
	case from == to:
		return true
	case d.units[from].punct == ',':
		return to == from+1 || d.units[to-1].punct == ',' && (d.verbless(from, to) || f.describesWho(from+1, to-1))
	case d.units[from].set.any(lexicon.Of, lexicon.From, lexicon.For):
		return d.verbless(from, to) && !slices.ContainsFunc(d.units[from:to], isPunct)
	}
	return false
}

// describesWho reports a relative clause with which units [from, to) end, and no verb and no comma before it: "the
// lawyer who heads the port".
func (f *frame) describesWho(from, to int) bool {
	d := f.d
	if slices.ContainsFunc(d.units[from:to], isComma) {
		return false
	}
	for i := from; i < to; i++ {
		if d.relativeAt(i) {
			return d.verbless(from, i)
		}
	}
	return false
}

// describesAhead reports units [from, to) as the office, and before a comma that of who is named behind them: "the head of
// the port, B".
func (f *frame) describesAhead(from, to int, gov lexicon.Class) bool {
	d := f.d
	if from < to && d.units[from].actor < 0 && gov == lexicon.By && d.units[from].set.has(lexicon.By) {
		from++
	}
	if from == to {
		return true
	}
	if u := &d.units[from]; u.actor < 0 && (governor(u) != lexicon.None || u.date >= 0 || u.kind != text.Word || u.set.any(lexicon.In, lexicon.Adverb, lexicon.After)) {
		return false
	}
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.actor >= 0 && (d.actors[u.actor].named || d.actors[u.actor].plural || d.actors[u.actor].pron != lexicon.None), u.date >= 0:
			return false
		case u.actor < 0 && isPunct(*u) && (u.punct != ',' || i != to-1) && u.punct != '(' && u.punct != ')':
			return false
		}
	}
	return d.verbless(from, to)
}

// isPunct reports a unit that is a mark.
func isPunct(u unit) bool { return u.punct != 0 }
