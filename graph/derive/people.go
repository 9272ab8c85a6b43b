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
	turns, err := a.load(l, a.either.families(append(l.blocks(), a.rejudged...)))
	if err != nil {
		return nil, err
	}
	rows, renamed := newRowReader(), make([]renaming, 0, len(turns))
	for _, t := range turns {
		if key := t.before.keys()[0]; key[0] != personLetter[0] {
			t.take(l)
			a.delta.Groups = change(a.delta.Groups, groupKey, group(key, t.before[key]), group(key, t.after[key]))
			a.keep(t, l)
			continue
		}
		r := a.rename(t, l)
		r.want(rows)
		renamed = append(renamed, r)
	}
	if err := rows.read(a.ctx, a.tx); err != nil {
		return nil, err
	}
	for _, r := range renamed {
		moved = append(moved, a.remake(r)...)
		a.keep(r.turn, l)
	}
	slices.Sort(moved)
	return moved, nil
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

// renaming is a family of persons whom reports name anew, with the persons that
// this changes.
type renaming struct {
	turn
	old, new []*person
}

// rename finds who the signatures of a family are, before and after.
func (a *applier) rename(t turn, l *ledger) renaming {
	before := a.old.people(t.before)
	t.take(l)
	after, touched := a.new.people(t.after), l.touched(t.before.keys())
	a.before.enter(before)
	a.after.enter(after)
	r := renaming{turn: t}
	r.old, r.new = differing(pointers(before), pointers(after), (*person).key, func(p *person) bool { return p.among(touched) })
	return r
}

// want wants what is said of the persons.
func (r *renaming) want(rows *rowReader) {
	for _, p := range r.old {
		rows.accounts(r.before, p.slots())
	}
	for _, p := range r.new {
		rows.accounts(r.after, p.slots())
	}
}

// remake makes the persons of a renaming anew. It returns the claims of signatures
// that are another person than before.
func (a *applier) remake(r renaming) (moved []string) {
	var old, new []Node[graph.Person]
	for _, p := range r.old {
		old = append(old, r.before.node(p))
	}
	for _, p := range r.new {
		new = append(new, r.after.node(p))
	}
	a.delta.Persons = change(a.delta.Persons, personKey, old, new)
	for key, b := range r.after {
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
