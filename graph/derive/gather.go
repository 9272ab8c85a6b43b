package derive

import (
	"maps"
	"slices"
)

// gathering is the blocks of meetings of which reports tell anew, with those of
// tables and pairs whose meetings this can change. It loads no more than these: a pair
// leads to the tables of its shadows, a table to its pairs, and no further.
type gathering struct {
	*applier
	ledger        *ledger // with counts of nothing for what else is needed
	touched       map[slot]bool
	turns         map[string]turn
	before, after *sittings
	anew          map[slot]bool // of tables that may be others than before
}

// gather finds the meetings that a ledger changes, given the turns of their blocks.
func (a *applier) gather(turns []turn, l *ledger) (*gathering, error) {
	g := &gathering{a, newLedger(), map[slot]bool{}, map[string]turn{}, newSittings(), newSittings(), map[slot]bool{}}
	for _, t := range turns {
		key := t.before.keys()[0]
		g.ledger.counts[key] = maps.Clone(l.counts[key])
		maps.Copy(g.touched, l.touched([]string{key}))
		g.put(key, t)
	}
	for key := range g.turns {
		old, new := differing(g.before.of(key), g.after.of(key), (*occurrence).seatKey, g.isTouched)
		for _, o := range slices.Concat(old, new) {
			g.renew(o)
		}
	}
	if err := g.load(slices.Collect(maps.Keys(g.anew))); err != nil {
		return nil, err
	}
	return g, g.load(g.atTables())
}

// put puts a block as it is before and after; what was compared before is not again.
func (g *gathering) put(key string, t turn) {
	g.turns[key] = t
	g.before.put(key, t.before[key])
	g.before.of(key)
	t.take(g.ledger)
	g.after.put(key, t.after[key])
}

func (g *gathering) isTouched(o *occurrence) bool {
	return slices.ContainsFunc(o.slots(), func(s slot) bool { return g.touched[s] })
}

// renew notes the tables that a changed meeting is, or may be.
func (g *gathering) renew(o *occurrence) {
	for _, s := range o.tables {
		g.anew[s] = true
	}
	if o.pairs() != nil {
		for _, s := range o.slots() {
			g.anew[s] = true
		}
	}
}

// atTables lists the shadows of all tables that may be others.
func (g *gathering) atTables() []slot {
	var list []slot
	for _, s := range []*sittings{g.before, g.after} {
		for key := range g.turns {
			for _, o := range s.of(key) {
				if !g.isAnew(o) {
					continue
				}
				g.renew(o)
				for _, pair := range o.pairs() {
					for _, sig := range o.sigs {
						list = append(list, slot{pair, sig + shadowMark})
					}
				}
			}
		}
	}
	return list
}

func (g *gathering) isAnew(o *occurrence) bool {
	return o.pairs() != nil && slices.ContainsFunc(o.sigs, func(sig string) bool { return g.anew[slot{o.block, sig}] })
}

// load loads the blocks of slots as far as these are not loaded.
func (g *gathering) load(slots []slot) error {
	missing := map[string]bool{}
	for _, s := range slots {
		if t, ok := g.turns[s.block]; ok && (t.before[s.block].shelved == 0 || t.before[s.block].said[s.sig] != nil) {
			continue
		}
		missing[s.block] = true
		counts := g.ledger.counts[s.block]
		if counts == nil {
			counts = map[saying]int{}
			g.ledger.counts[s.block] = counts
		}
		counts[saying{slot: s}] += 0
	}
	turns, err := g.applier.load(g.ledger, alone(slices.Sorted(maps.Keys(missing))))
	if err != nil {
		return err
	}
	for _, t := range turns {
		g.put(t.before.keys()[0], t)
	}
	return nil
}

// retelling tells the meetings that have changed.
func (g *gathering) retelling() retelling {
	r := retelling{before: g.before.blocks, after: g.after.blocks}
	r.old, r.new = differing(g.seated(g.before), g.seated(g.after), (*occurrence).key, g.isTouched)
	return r
}

// seated lists the meetings before or after, but for pairs of which no table is another
// and tables that are not.
func (g *gathering) seated(s *sittings) []*occurrence {
	var list []*occurrence
	for key := range g.turns {
		for _, o := range s.of(key) {
			if o.pairs() != nil && !g.isAnew(o) || len(o.tables) > 0 && !slices.ContainsFunc(o.tables, func(t slot) bool { return g.anew[t] }) {
				continue
			}
			if seat := s.seat(o); seat != nil {
				list = append(list, seat)
			}
		}
	}
	return list
}

// seatKey is the key of a meeting with the tables at which it may have been.
func (o *occurrence) seatKey() string {
	key := o.key()
	for _, s := range o.tables {
		key += sigSep + s.block + sigSep + s.sig
	}
	if o.margin {
		key += sigSep
	}
	return key
}
