package derive

import (
	"maps"
	"slices"
)

// turn is a family of blocks before and after a change.
type turn struct {
	before, after family
	kept          map[string]*kept // as they were loaded
}

// load loads families of blocks, as far as a ledger needs them.
func (a *applier) load(l *ledger, families [][]string) ([]turn, error) {
	whole := func(key string) bool { return a.either.judged(key) }
	ks, err := loadBlocks(a.ctx, a.tx, slices.Concat(families...), l, whole)
	if err != nil {
		return nil, err
	}
	turns := make([]turn, len(families))
	for i, keys := range families {
		turns[i] = turn{familyOf(keys, ks), family{}, ks}
	}
	return turns, nil
}

// take makes the family what a ledger says. It comes after the first look at the
// family: what that has compared is not compared again.
func (t *turn) take(l *ledger) {
	for key, b := range t.before {
		t.after[key] = b.after(key, l.counts[key])
	}
}

// keep notes the new data of blocks that have changed.
func (a *applier) keep(t turn, l *ledger) {
	for key, b := range t.after {
		if b != t.before[key] {
			k := kept{b, t.kept[key].counts}
			a.delta.Blocks = append(a.delta.Blocks, k.rows(key, t.before[key], l.counts[key])...)
		}
	}
	a.delta.note(t)
}

// differing compares the things of a family before and after a change: it returns
// those that are not in both lists, and those of which something is said anew.
func differing[T any](before, after []*T, key func(*T) string, anew func(*T) bool) (old, new []*T) {
	same := map[string]*T{}
	for _, t := range before {
		if anew(t) {
			old = append(old, t)
		} else {
			same[key(t)] = t
		}
	}
	for _, t := range after {
		if k := key(t); same[k] != nil && !anew(t) {
			delete(same, k)
			continue
		}
		new = append(new, t)
	}
	return slices.AppendSeq(old, maps.Values(same)), new
}

func pointers[T any](list []T) []*T {
	ps := make([]*T, len(list))
	for i := range list {
		ps[i] = &list[i]
	}
	return ps
}
