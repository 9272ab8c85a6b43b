package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// scene reads two of two states in one place, whatever they do there: "A and B finished the journey in one
// car", "the two stood at the same lectern", "a photograph shows A on a sofa with B". Nouns of the event
// "scene" tell what they share; for "the two" a length of time or a meal does. What several do each on his
// own, or will do, is no scene.
func (d *doc) scene(k int) {
	s := d.sents[k]
	if s.actors[0] == s.actors[1] || d.tellsOf(s, lexicon.Singly) || d.writes(k) {
		return
	}
	for i := s.from; i < s.to; i++ {
		shared := d.isScene(i)
		if !shared && !d.isNoun(i, "time") && !d.isNoun(i, "table") || !d.realised(s.from, s.to) {
			continue
		}
		ps, at := d.onStage(i, s, shared)
		if len(ps) != 2 && shared {
			ps, at = d.besideThere(i, s)
		}
		if len(ps) == 2 && d.apart(ps[:1], ps[1:]) && !d.told(ps) {
			d.emit(claim{left: ps[:1], right: ps[1:], status: graph.Held, sent: k, rule: d.lex.Lang + ".scene"}, at, false, true)
			return
		}
	}
}

// isScene reports a noun for what two share at unit i.
func (d *doc) isScene(i int) bool { return d.units[i].actor < 0 && d.isNoun(i, "scene") }

// onStage are the two who are the subject of the clause that holds unit i, and that unit; a pronoun for both
// where it tells of no thing that they share.
func (d *doc) onStage(i int, s sentence, shared bool) ([]int, int) {
	for n := d.lastBefore(i, s); n >= s.actors[0]; n-- {
		a := &d.actors[n]
		if !a.subj || a.gov != lexicon.None || a.prev >= 0 {
			continue
		}
		ps := d.group(n)
		v := d.pastComma(d.groupEnd(n), s)
		if len(ps) != 2 || a.next < 0 && !d.theTwo(a, shared) && !(shared && a.side) || a.next >= 0 && !shared || v > i || !d.did(v, s) && !d.units[v].set.has(lexicon.Leave) || d.parts(v, i) {
			return nil, -1
		}
		return ps, i
	}
	return nil, -1
}

// theTwo reports a pronoun for two who were named up to its sentence; one for any number does where it tells of
// something that they share.
func (d *doc) theTwo(a *actor, shared bool) bool {
	if a.pron != lexicon.They || a.from > 0 && d.units[a.from-1].set.either(lexicon.Have, lexicon.Be) || !d.onlyOnes(a) {
		return false
	}
	return shared || a.to-a.from > 1 || d.units[a.from].to-d.units[a.from].from > 1
}

// onlyOnes reports that the sentence of an actor and the two before it tell of all for whom he stands, and name
// nobody else.
func (d *doc) onlyOnes(a *actor) bool {
	var told []int
	for k := max(0, a.sent-2); k <= a.sent; k++ {
		for n := d.sents[k].actors[0]; n < d.sents[k].actors[1] && d.sents[k].item == d.sents[a.sent].item; n++ {
			b := &d.actors[n]
			if b.from >= a.from {
				break
			}
			if b.named && slices.ContainsFunc(b.persons, func(p int) bool { return !slices.Contains(a.persons, p) }) {
				return false
			}
			told = append(told, b.persons...)
		}
	}
	return !slices.ContainsFunc(a.persons, func(p int) bool { return !slices.Contains(told, p) })
}

// besideThere are the one told last before the scene at unit i, and who is named with him right behind it: "her
// on a sofa with B".
func (d *doc) besideThere(i int, s sentence) ([]int, int) {
	if i+2 >= s.to || !d.units[i+1].set.either(lexicon.With, lexicon.Beside) {
		return nil, -1
	}
	m, n := d.units[i+2].actor, d.lastBefore(i, s)
	if m < 0 || n < s.actors[0] || !d.actors[m].named || len(d.actors[m].persons) != 1 || len(d.actors[n].persons) != 1 || d.groupSize(n) > 1 || d.clauseEnds(d.actors[n].to, i) {
		return nil, -1
	}
	return []int{d.actors[n].persons[0], d.actors[m].persons[0]}, i
}

// parts reports that another clause begins among units [from, to), or that what follows is told of each of two:
// "have both bought a boat".
func (d *doc) parts(from, to int) bool {
	for i := from; i < to; i++ {
		if u := &d.units[i]; u.punct == ';' || u.actor < 0 && u.set.any(lexicon.Who, lexicon.That, lexicon.Two) || u.actor >= 0 && (d.actors[u.actor].subj || d.actors[u.actor].pron == lexicon.They) {
			return true
		}
	}
	return false
}
