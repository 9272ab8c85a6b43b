package derive

import (
	"maps"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// judge learns the judgements of the store and those that follow, and what
// their difference touches.
func (a *applier) judge(p *Plan) error {
	data, err := a.tx.Blocks(a.ctx, []string{JudgementsBlock})
	if err != nil {
		return err
	}
	old, err := decodeJudgements(data[JudgementsBlock])
	if err != nil {
		return err
	}
	a.old = newRulings(old)
	a.new, a.either = a.old, a.old
	if !p.judging || slices.Equal(old, p.judged) {
		return nil
	}
	a.new, a.either = newRulings(p.judged), newRulings(slices.Concat(old, p.judged))
	a.rejudged = a.either.touched(old, p.judged)
	a.delta.Blocks = append(a.delta.Blocks, Block{JudgementsBlock, encodeJudgements(p.judged)})
	return nil
}

// touched returns the blocks of the families on which two sets of judgements
// can differ.
func (rs *rulings) touched(old, new []graph.Judgement) []string {
	count := map[graph.Judgement]int{}
	for _, j := range old {
		count[j]++
	}
	for _, j := range new {
		count[j]--
	}
	blocks := map[string]bool{}
	for j, n := range count {
		if n == 0 {
			continue
		}
		for _, r := range []ref{newRef(j.A), newRef(j.B)} {
			for _, b := range rs.family[rs.linked.find(r.key())] {
				blocks[b] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(blocks))
}

// reshare notes anew which reports that stay name persons in several blocks
// of the families that judgements change.
func (a *applier) reshare(l *ledger) error {
	naming := map[graph.ArticleID]int{}
	for _, keys := range a.either.families(a.rejudged) {
		if err := a.countNaming(keys, naming); err != nil {
			return err
		}
	}
	var ids []graph.ArticleID
	for id, n := range naming {
		if n > 1 && !slices.Contains(a.leaving, id) {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	rs, err := a.reports(ids)
	for _, r := range rs {
		l.post(a.old.shared(r), -1)
		l.post(a.new.shared(r), +1)
	}
	return err
}

// countNaming counts for each article of how many blocks it names persons.
func (a *applier) countNaming(keys []string, naming map[graph.ArticleID]int) error {
	if len(keys) < 2 {
		return nil
	}
	f, err := loadFamily(a.ctx, a.tx, keys)
	if err != nil {
		return err
	}
	for key, b := range f {
		ids, err := a.tx.Naming(a.ctx, claimsOf(slotsOf(key, b.sigs())))
		if err != nil {
			return err
		}
		for _, id := range ids {
			naming[id]++
		}
	}
	return nil
}
