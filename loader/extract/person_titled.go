package extract

import (
	"slices"
)

// familiesByTitle finds families alone that two of a text bear, and whose title only one of the two has been given with the
// full name: "le ministre Tremblay" is not the ambassador Jean Tremblay, though he was named last. The names of
// all that bear it are numbered then, from last on, see name.post.
func (d *doc) familiesByTitle(last int) (found bool) {
	for n := range d.actors {
		a := &d.actors[n]
		name := d.familyIn(a)
		if name < 0 {
			continue
		}
		if d.superior(a, name) {
			last, found = d.number(a.persons[0], last), true
			last++
			d.names[name].post = last
			continue
		}
		bearers := d.kinsmen(d.names[name].words[0])
		if len(bearers) < 2 {
			continue
		}
		holder := -1
		for _, p := range bearers {
			if !d.toldWithFullName(p, a) {
				continue
			}
			if holder >= 0 {
				holder = -1
				break
			}
			holder = p
		}
		if holder < 0 || holder == a.persons[0] {
			continue
		}
		found = true
		for _, p := range bearers {
			last = d.number(p, last)
		}
		d.names[name].post = d.numberOf(holder)
	}
	return found
}

// superior reports a minister called by a word that stands in the middle of the name of a deputy minister: Minister Belo
// is not Deputy Minister Jacinto Belo da Cruz, whom one would call by the end of his name.
func (d *doc) superior(a *actor, name int) bool {
	p, word := a.persons[0], d.names[name].words[0]
	inside := false
	for _, n := range d.persons[p].names {
		ws := d.names[n].words
		if k := len(ws) - 1; k > 0 && (ws[0] == word && d.names[n].text == d.longestName(&d.persons[p]) || ws[k] == word) {
			return false
		}
		inside = inside || len(ws) > 2 && slices.Contains(ws[1:len(ws)-1], word)
	}
	return inside && a.holds("minister") && !d.toldWithFullName(p, a) && slices.ContainsFunc(d.actors, func(b actor) bool {
		return b.named && len(b.persons) == 1 && b.persons[0] == p && d.fullName(&b) >= 0 && b.holds("vice_minister")
	})
}

// familyIn is the name of one word in an actor with a title, -1 for none.
func (d *doc) familyIn(a *actor) int {
	if !a.named || a.former || len(a.persons) != 1 || a.persons[0] < 0 || len(a.roles) == 0 {
		return -1
	}
	found := -1
	for i := a.from; i < a.to; i++ {
		n := d.units[i].name
		if n < 0 {
			continue
		}
		if found >= 0 || len(d.names[n].words) > 1 || d.names[n].post != 0 {
			return -1
		}
		found = n
	}
	return found
}

// kinsmen are the persons whose full names begin or end with a word.
func (d *doc) kinsmen(family string) (persons []int) {
	for p := range d.persons {
		if slices.ContainsFunc(d.persons[p].names, func(n int) bool {
			ws := d.names[n].words
			return len(ws) > 1 && (ws[0] == family || ws[len(ws)-1] == family)
		}) {
			persons = append(persons, p)
		}
	}
	return persons
}

// toldWithFullName reports a person whom the text gives an office of an actor together with the full name.
func (d *doc) toldWithFullName(p int, a *actor) bool {
	return slices.ContainsFunc(d.actors, func(b actor) bool {
		return b.named && !b.former && len(b.persons) == 1 && b.persons[0] == p && d.fullName(&b) >= 0 &&
			slices.ContainsFunc(a.roles, func(r roleUse) bool { return holds(&b, &r) })
	})
}

// holds reports an actor with the office of a role.
func holds(b *actor, r *roleUse) bool {
	return r.flags.Has("head") && slices.ContainsFunc(b.roles, func(s roleUse) bool {
		return s.key == r.key && !s.former && (s.code == "" || r.code == "" || s.code == r.code)
	})
}

// number gives the full names of a person a number, if none has one. It returns the last number given.
func (d *doc) number(p, last int) int {
	if d.numberOf(p) != 0 {
		return last
	}
	last++
	for _, n := range d.persons[p].names {
		if len(d.names[n].words) > 1 {
			d.names[n].post = last
		}
	}
	return last
}

// numberOf is the number of the full names of a person, 0 for none.
func (d *doc) numberOf(p int) int {
	for _, n := range d.persons[p].names {
		if len(d.names[n].words) > 1 && d.names[n].post != 0 {
			return d.names[n].post
		}
	}
	return 0
}
