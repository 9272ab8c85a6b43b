package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph/names"
)

// post is the state and the offices that a text gives somebody together with a full name.
type post struct {
	name    int // mention
	state   string
	offices []string // keys with portfolios of those held today
}

// namesakes finds persons who only share a name, or nearly so: a text that gives two posts
// which nobody holds at once means two. It reports whether there are any; their names are
// numbered then, see name.post, and the persons must be told apart anew.
func (d *doc) namesakes() (found bool) {
	numbered := 0
	for p := range d.persons {
		if len(d.persons[p].names) < 2 {
			continue
		}
		ps := d.postsOf(p)
		groups := d.byHolder(ps)
		if len(groups) < 2 {
			continue
		}
		found = true
		for _, g := range groups {
			numbered++
			for _, i := range g {
				d.names[ps[i].name].post = numbered
			}
		}
	}
	return found
}

// postsOf are the posts told with the full names of a person; none if there is only one.
func (d *doc) postsOf(p int) (out []post) {
	var told []*actor
	for n := range d.actors {
		if a := &d.actors[n]; a.named && !a.former && len(a.persons) == 1 && a.persons[0] == p && len(a.roles) > 0 && d.fullName(a) >= 0 {
			told = append(told, a)
		}
	}
	if len(told) < 2 {
		return nil // the keys of offices take time
	}
	for _, a := range told {
		x := post{name: d.fullName(a)}
		for _, r := range a.roles {
			if r.flags.Has("head") && !r.former {
				x.offices = append(x.offices, names.OfficeKey(r.key, d.textOf(r.from, r.to), d.seat(&r)))
				x.state = r.code
			}
		}
		if len(x.offices) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// fullName is the name of two words or more in an actor, -1 for none.
func (d *doc) fullName(a *actor) int {
	for i := a.from; i < a.to; i++ {
		if n := d.units[i].name; n >= 0 && len(d.names[n].words) > 1 {
			return n
		}
	}
	return -1
}

// byHolder sorts posts by who can hold them.
func (d *doc) byHolder(ps []post) (groups [][]int) {
next:
	for i := range ps {
		for g, members := range groups {
			if !slices.ContainsFunc(members, func(j int) bool { return d.twoHolders(&ps[i], &ps[j]) }) {
				groups[g] = append(members, i)
				continue next
			}
		}
		groups = append(groups, []int{i})
	}
	return groups
}

// twoHolders reports posts of two persons: one task each in one kind of office, or, for
// names that differ by more than their marks, offices of two kinds or states.
func (d *doc) twoHolders(x, y *post) bool {
	a, b := &d.names[x.name], &d.names[y.name]
	states := x.state != "" && y.state != "" && x.state != y.state
	one := x.shares(y, names.SameOffice)
	if slices.Equal(a.words, b.words) {
		return !one && (states || x.shares(y, func(o, u string) bool { return names.Kind(o) == names.Kind(u) }))
	}
	return len(a.words) == len(b.words) && (states || !one)
}

// shares reports offices of two posts that are alike.
func (x *post) shares(y *post, alike func(o, u string) bool) bool {
	return slices.ContainsFunc(x.offices, func(o string) bool {
		return slices.ContainsFunc(y.offices, func(u string) bool { return alike(o, u) })
	})
}

// findPersons names persons and finds who is told of and what of them; where namesakes
// are found, anew.
func (d *doc) findPersons() {
	for again := false; ; again = true {
		d.settleNames()
		d.findActors()
		d.describe()
		if again || !d.namesakes() {
			return
		}
		for i := range d.units {
			d.units[i].name, d.units[i].actor = -1, -1
		}
	}
}
