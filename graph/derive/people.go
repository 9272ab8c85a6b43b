package derive

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// persons applies what reports say of persons and groups, and judgements. It
// returns the claims of signatures that are now another person than before.
func (a *applier) persons() (moved []string, err error) {
	l, err := a.naming()
	if err != nil {
		return nil, err
	}
	if err := a.groups(l); err != nil {
		return nil, err
	}
	a.circle = newCircle(a)
	if err := a.circle.change(l, a.rejudged); err != nil {
		return nil, err
	}
	touched := l.touched(a.circle.ledger.blocks())
	old, new := a.circle.meet(a.circle.anew(touched, a.rejudged))
	if err := a.circle.err(); err != nil {
		return nil, err
	}
	before, after := a.circle.before.blocks, a.circle.after.blocks
	old, new = differing(old, new, (*person).key, func(p *person) bool { return p.among(touched) })
	rows := newRowReader()
	for _, p := range old {
		rows.accounts(before, p.slots())
	}
	for _, p := range new {
		rows.accounts(after, p.slots())
	}
	if err := rows.read(a.ctx, a.tx); err != nil {
		return nil, err
	}
	var oldNodes, newNodes []Node[graph.Person]
	for _, p := range old {
		oldNodes = append(oldNodes, before.node(p))
	}
	for _, p := range new {
		newNodes = append(newNodes, after.node(p))
	}
	a.delta.Persons = change(a.delta.Persons, personKey, oldNodes, newNodes)
	a.circle.keep()
	return a.moved(), nil
}

// groups applies what reports say of groups.
func (a *applier) groups(l *ledger) error {
	keys := slices.DeleteFunc(l.blocks(), func(key string) bool { return key[0] == personLetter[0] })
	turns, err := a.load(l, alone(keys))
	for i, t := range turns {
		t.take(l)
		a.delta.Groups = change(a.delta.Groups, groupKey, group(keys[i], t.before[keys[i]]), group(keys[i], t.after[keys[i]]))
		a.keep(t, l)
	}
	return err
}

// moved lists the claims of those who are another person than before.
func (a *applier) moved() (claims []string) {
	for s, id := range a.after {
		if was, ok := a.before[s]; ok && was != id {
			claims = append(claims, s.claim())
		}
	}
	slices.Sort(claims)
	return claims
}

// naming is what reports that go and come say of persons and groups.
func (a *applier) naming() (*ledger, error) {
	l := newLedger()
	for _, r := range a.gone {
		l.post(r.nodes, -1)
		l.post(a.old.shared(r), -1)
	}
	for _, s := range a.coming {
		l.post(s.report.nodes, +1)
		l.post(a.new.shared(s.report), +1)
	}
	return l, a.reshare(l)
}

// among reports that a change of what some slots say is one of the person's. A
// report that names somebody in several blocks counts once: what tells of that
// stands in any of them.
func (p *person) among(slots map[slot]bool) bool {
	return len(p.parts) > 1 || slices.ContainsFunc(p.slots(), func(s slot) bool { return slots[s] })
}

// key tells persons apart who differ in id or signatures.
func (p *person) key() string {
	key := string(p.id)
	for _, s := range p.slots() {
		key += sigSep + s.block + sigSep + s.sig
	}
	return key
}

// enter notes who the signatures of a person are.
func (w who) enter(p *person) {
	for _, s := range p.slots() {
		w[s] = p.id
	}
}
