package derive

import (
	"maps"
	"slices"
	"strings"
)

// circle is the blocks of persons and the joints that a change needs, before and after it. It
// loads those that it changes, then those of whom they may be forms, and the reverse.
type circle struct {
	*applier
	ledger, joints *ledger // of blocks and of joints, with counts of nothing for what else is needed
	turns          map[string]turn
	before, after  *view
	slots          map[slot]bool // whose persons are known
}

func newCircle(a *applier) *circle {
	c := &circle{a, newLedger(), newLedger(), map[string]turn{}, newView(a.old), newView(a.new), map[slot]bool{}}
	c.before.load, c.after.load, c.before.forms = c.load, c.load, c.after.forms
	for _, r := range a.gone {
		maps.Copy(c.after.forms, r.forms)
	}
	for _, s := range a.coming {
		maps.Copy(c.after.forms, s.report.forms)
	}
	return c
}

// change makes the blocks what a ledger says, and posts to joints which signatures come and go.
func (c *circle) change(l *ledger, rejudged []string) error {
	keys := slices.Clone(rejudged)
	for key, counts := range l.counts {
		if key[0] == personLetter[0] {
			keys, c.ledger.counts[key] = append(keys, key), counts
		}
	}
	slices.Sort(keys)
	if err := c.load(wanted{blocks: slices.Concat(c.either.families(slices.Compact(keys))...)}); err != nil {
		return err
	}
	for key := range c.ledger.counts {
		t := c.turns[key]
		c.joints.jointed(key, t.before[key], t.after[key], c.after.forms)
	}
	return c.load(wanted{joints: c.joints.blocks()})
}

// load loads for both views.
func (c *circle) load(w wanted) error {
	blocks := map[string]bool{}
	for _, key := range w.blocks {
		blocks[key] = true
	}
	for _, s := range w.slots {
		blocks[s.block] = true
		c.ledger.note(s)
	}
	if err := c.take(c.ledger, slices.Sorted(maps.Keys(blocks)), c.put); err != nil {
		return err
	}
	return c.take(c.joints, w.joints, c.putJoint)
}

func (c *circle) take(l *ledger, keys []string, put func(key string, t turn)) error {
	if len(keys) == 0 {
		return nil
	}
	turns, err := c.applier.load(l, alone(keys))
	for i, t := range turns {
		put(keys[i], t)
		c.turns[keys[i]] = t
	}
	return err
}

func (c *circle) put(key string, t turn) {
	c.before.put(key, t.before[key])
	t.take(c.ledger)
	c.after.put(key, t.after[key])
}

func (c *circle) putJoint(key string, t turn) {
	t.take(c.joints)
	c.before.joints[key], c.after.joints[key] = t.before[key], t.after[key]
}

// note asks for a signature without changing it.
func (l *ledger) note(s slot) {
	if l.counts[s.block] == nil {
		l.counts[s.block] = map[saying]int{}
	}
	l.counts[s.block][saying{slot: s}] += 0
}

// anew lists the signatures whose persons a change can make others: those of which something
// is said anew, those of their classes, and those that may be forms of these, before or after.
func (c *circle) anew(touched map[slot]bool, rejudged []string) []slot {
	var todo []slot
	for s := range touched {
		todo = append(todo, s)
	}
	for key := range c.turns {
		switch {
		case key[:1] == jointLetter:
			todo = append(todo, c.crossing(key)...)
		case slices.Contains(rejudged, key), c.before.blocks[key].crowded() != c.after.blocks[key].crowded():
			todo = append(todo, c.before.slotsIn(key)...)
			todo = append(todo, c.after.slotsIn(key)...)
		default:
			old, new := differing(c.before.members(key), c.after.members(key), (*individual).key, func(*individual) bool { return false })
			for _, p := range slices.Concat(old, new) {
				todo = append(todo, p.slots()...)
			}
		}
	}
	c.prefetch(todo)
	seen := map[slot]bool{}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[s] {
			continue
		}
		seen[s] = true
		for _, v := range []*view{c.before, c.after} {
			todo = append(todo, v.dependents(s)...)
		}
	}
	return slices.SortedFunc(maps.Keys(seen), compareSlots)
}

// key tells individuals apart who differ in id or signatures.
func (p *individual) key() string { return string(p.id) + sigSep + strings.Join(p.sigs, sigSep) }

// crossing lists what stands at a joint that becomes crammed, or is so no more.
func (c *circle) crossing(key string) (slots []slot) {
	old, new := c.before.joints[key], c.after.joints[key]
	if old.crammed() == new.crammed() {
		return nil
	}
	for _, b := range []*block{old, new} {
		for standing := range b.said {
			slots = append(slots, slotAt(standing))
		}
	}
	c.after.need(wanted{slots: slices.Clone(slots)})
	return slots
}

// prefetch asks for the joints of many classes at once.
func (c *circle) prefetch(slots []slot) {
	var keys []string
	for _, s := range slots {
		for _, v := range []*view{c.before, c.after} {
			if p := v.class(s); p != nil {
				keys = append(keys, v.jointsOf(p)...)
			}
		}
	}
	slices.Sort(keys)
	c.after.need(wanted{joints: slices.Compact(keys)})
}

// dependents lists the signatures of the class of one, and of those that may be its forms.
func (v *view) dependents(s slot) []slot {
	c := v.class(s)
	if c == nil {
		return nil
	}
	list, rank := c.slots(), v.formRank(c)
	if c.first() != s {
		return list
	}
	for _, p := range v.partners(s) {
		if o := v.class(p); v.formRank(o) < rank {
			list = append(list, p)
		}
	}
	return list
}

func (v *view) slotsIn(key string) []slot { return slotsOf(key, v.blocks[key].sigs()) }

// meet finds the persons of signatures before and after, with those who share one of theirs
// in the other view, and enters who is who.
func (c *circle) meet(todo []slot) (old, new []*person) {
	found := map[*person]bool{}
	for len(todo) > 0 {
		s := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if c.slots[s] {
			continue
		}
		c.slots[s] = true
		for _, v := range []*view{c.before, c.after} {
			p := v.person(s)
			if p == nil || found[p] {
				continue
			}
			found[p] = true
			for _, o := range p.with {
				todo = append(todo, o.slots()...)
			}
			if v == c.before {
				old = append(old, p)
				c.applier.before.enter(p)
			} else {
				new = append(new, p)
				c.applier.after.enter(p)
			}
		}
	}
	return old, new
}

func (c *circle) err() error {
	if c.before.err != nil {
		return c.before.err
	}
	return c.after.err
}

// keep keeps what has changed.
func (c *circle) keep() {
	for key, t := range c.turns {
		if key[:1] == jointLetter {
			c.applier.keep(t, c.joints)
		} else {
			c.applier.keep(t, c.ledger)
		}
	}
}
