package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// A sentence that counts the meetings of two tells of the one before: "It was their second meeting this year, after
// talks in Rome in February". That has a day and a place of its own.

// afterTalks reports that unit i opens what tells of the meeting before: a word for after, a noun of contact and the
// time of it, behind another noun of contact of two who are not named in the sentence.
func (d *doc) afterTalks(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Onward) || d.units[i].date >= 0 || i == s.from || !d.anyNoun(s.from, i, "met") || !d.ofTwo(s, i) {
		return false
	}
	j := i + 1
	for j < s.to && d.units[j].actor < 0 && d.units[j].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Adj) {
		j++
	}
	if j == s.to || !d.isNoun(j, "met") {
		return false
	}
	end := d.clauseEnd(j, s)
	return slices.ContainsFunc(d.dates, func(t date) bool { return t.from > j && t.to <= end && (t.m != 0 || t.whole != 0) })
}

// ofTwo reports a word for two before unit to, and nobody named in the sentence.
func (d *doc) ofTwo(s sentence, to int) bool {
	two := false
	for i := s.from; i < s.to; i++ {
		if d.units[i].name >= 0 {
			return false
		}
		two = two || i < to && d.units[i].set.any(lexicon.Two, lexicon.Each)
	}
	return two
}

// lastPair are the only two of whose contacts the sentence before tells, nil if there are none or others.
func (d *doc) lastPair(k int) (pair []int) {
	for _, c := range d.claims {
		if c.sent != k-1 || k == 0 || d.sents[k-1].item != d.sents[k].item {
			continue
		}
		ps := slices.Concat(c.left, c.right)
		if len(ps) != 2 || c.status != graph.Held || pair != nil && !c.joins(pair[0], pair[1]) {
			return nil
		}
		pair = ps
	}
	return pair
}
