package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// company are those who have come together in sentence k, told as one who came and who was beside him: "A est arrivé en
// compagnie de B et de C"; nil for none.
func (d *doc) company(k int) []int {
	s := d.sents[k]
	if s.actors[1]-s.actors[0] < 2 {
		return nil
	}
	n := s.actors[0]
	a := &d.actors[n]
	if m := d.lastOf(n) + 1; a.subj && a.named && len(a.persons) == 1 && a.next < 0 && m < s.actors[1] {
		b := &d.actors[m]
		beside := b.gov == lexicon.Beside && d.doesTheSame(m) || b.gov == lexicon.With
		if beside && b.named && b.prev < 0 && len(b.persons) > 0 && d.cameBetween(a.to, b.from) {
			return unique(append(slices.Clone(a.persons), d.hostsFrom(m)...))
		}
	}
	return nil
}

// cameBetween reports a verb of coming that is told as done among units [from, to), and no other verb.
func (d *doc) cameBetween(from, to int) bool {
	came := false
	for i := from; i < to; i++ {
		vs := d.verbsOf(i)
		if len(vs) == 0 || d.units[i].actor >= 0 {
			continue
		}
		if came = vs.Has("comes") || vs.Has("goes"); !came {
			return false
		}
	}
	return came && d.realised(from, to)
}

// togetherBefore are those told to have come together in one of the two sentences before actor n, a word for several guests:
// "A et B ont atterri. C a retenu ses hôtes à déjeuner"; nil for none.
func (d *doc) togetherBefore(n int, c *discourse) []int {
	a := &d.actors[n]
	if len(c.group) < 2 || len(a.codes) > 0 || d.countOf(a) > 0 && d.countOf(a) != len(c.group) || a.two && len(c.group) > 2 {
		return nil
	}
	if m := d.subjectBefore(n); !a.subj && (m < 0 || !d.apart([]int{m}, c.group)) {
		return nil
	}
	for k := a.sent - 1; k >= 0 && k >= a.sent-2 && d.sents[k].item == d.sents[a.sent].item; k-- {
		if d.cameTogether(c.group, k) {
			return c.group
		}
	}
	return nil
}

// cameTogether reports that sentence k tells so of some persons.
func (d *doc) cameTogether(ps []int, k int) bool {
	if slices.Equal(d.company(k), ps) {
		return true
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		if a := &d.actors[n]; a.prev < 0 && a.subj && slices.Equal(d.group(n), ps) {
			return d.cameBetween(d.groupEnd(n), d.sents[k].to)
		}
	}
	return false
}

// withOwn is who is the subject of the sentence before together with a delegation, for "they" as the next subject: "X and
// the delegation he heads".
func (d *doc) withOwn(a *actor) []int {
	k := a.sent - 1
	if a.pron != lexicon.They || a.two || !a.subj || d.units[a.from].to-d.units[a.from].from > 1 || k < 0 || d.sents[k].item != d.sents[a.sent].item {
		return nil
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		b := &d.actors[n]
		if b.prev >= 0 || !b.subj {
			continue
		}
		if m := b.next; m >= 0 && d.actors[m].deleg && d.actors[m].next < 0 {
			if ps := d.group(n); len(ps) == 1 {
				return ps
			}
		}
		return nil
	}
	return nil
}
