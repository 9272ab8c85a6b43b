package derive

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// persons applies what reports say of persons and groups, and judgements. It
// returns the claims of signatures that are now another person than before.
func (a *applier) persons() (moved []string, err error) {
	l := newLedger()
	for _, r := range a.gone {
		l.post(r.nodes, -1)
		l.post(a.old.shared(r), -1)
	}
	for _, s := range a.coming {
		l.post(s.report.nodes, +1)
		l.post(a.new.shared(s.report), +1)
	}
	if err := a.reshare(l); err != nil {
		return nil, err
	}
	err = a.settle(l, a.either.families(append(l.blocks(), a.rejudged...)), func(f family, update func()) {
		if key := f.keys()[0]; key[0] != personLetter[0] {
			old := group(key, f[key])
			update()
			a.delta.Groups = change(a.delta.Groups, groupKey, old, group(key, f[key]))
			return
		}
		moved = append(moved, a.remake(f, l, update)...)
	})
	slices.Sort(moved)
	return moved, err
}

// remake makes the persons of a family anew. It builds only the nodes that the
// update touches or regroups, see remakeEvents, and returns the claims of
// signatures that are another person than before.
func (a *applier) remake(f family, l *ledger, update func()) (moved []string) {
	before, crowded, touched := a.old.people(f), f.crowded(), l.touched(f.keys())
	var old, new []Node[graph.Person]
	same := map[string]*person{}
	for i := range before {
		if p := &before[i]; p.among(touched) {
			old = append(old, f.node(p))
		} else {
			same[p.key()] = p
		}
	}
	a.before.enter(before)
	update()
	a.delta.note(f, crowded)
	after := a.new.people(f)
	a.after.enter(after)
	for i := range after {
		p := &after[i]
		if k := p.key(); same[k] != nil && !p.among(touched) {
			delete(same, k)
			continue
		}
		new = append(new, f.node(p))
	}
	for _, p := range same {
		old = append(old, f.node(p))
	}
	a.delta.Persons = change(a.delta.Persons, personKey, old, new)
	for key, b := range f {
		for sig := range b.said {
			s := slot{key, sig}
			if id, ok := a.before[s]; ok && id != a.after[s] {
				moved = append(moved, s.claim())
			}
		}
	}
	return moved
}

// among reports that a change of what some slots say is one of the person's. A
// report that names somebody in several blocks counts once: what tells of that
// stands in any of them.
func (p *person) among(slots map[slot]bool) bool {
	return len(p.parts) > 1 || slices.ContainsFunc(p.slots(), func(s slot) bool { return slots[s] })
}

// key tells persons of a family apart who differ in id or signatures.
func (p *person) key() string {
	key := string(p.id)
	for _, s := range p.slots() {
		key += sigSep + s.block + sigSep + s.sig
	}
	return key
}

// enter notes who the signatures of persons are.
func (w who) enter(people []person) {
	for i := range people {
		for _, s := range people[i].slots() {
			w[s] = people[i].id
		}
	}
}
