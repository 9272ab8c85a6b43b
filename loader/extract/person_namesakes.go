package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph/names"
	"github.com/diplograph/diplograph/loader/resolve"
)

// post is the state and the offices that a text gives somebody together with a full name.
type post struct {
	names   []int    // the mentions that tell it
	words   []string // of the name
	text    string   // the name as it is written
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
		groups := byHolder(ps)
		if len(groups) < 2 {
			continue
		}
		found = true
		for _, g := range groups {
			numbered++
			for _, i := range g {
				for _, n := range ps[i].names {
					d.names[n].post = numbered
				}
			}
		}
		d.numberAlike(p)
	}
	numbered, mononyms := d.mononymsApart(numbered)
	return d.familiesByTitle(numbered) || mononyms || found
}

// mononymsApart tells a figure whose whole name is one word from somebody who ends his name with it, whom the text
// calls by another word for short: "Heru", who is the consul Heru Sugiono, and the minister Sugiono.
func (d *doc) mononymsApart(last int) (numbered int, found bool) {
	for i := range d.persons {
		p := &d.persons[i]
		if !d.otherMononym(p) || !slices.ContainsFunc(p.names, func(n int) bool { return len(d.names[n].words) == 1 && d.names[n].figure == nil }) {
			continue
		}
		found = true
		for _, n := range p.names {
			d.names[n].post = last + 1
			if d.names[n].figure != nil {
				d.names[n].post = last + 2
			}
		}
		last += 2
	}
	return last, found
}

// otherMononym reports a person with a longer name and another office than the figure whose whole name is one word of it.
func (d *doc) otherMononym(p *person) bool {
	if p.figure == nil || p.byName || !p.titled {
		return false
	}
	longer := false
	for _, n := range p.names {
		if len(d.names[n].words) > 1 {
			if d.names[n].figure != nil {
				return false
			}
			longer = true
		}
	}
	return longer && !slices.ContainsFunc(p.keys, func(k string) bool {
		return p.figure.Roles.Has(k) || slices.ContainsFunc(p.figure.Roles, d.lex.Generic[k].Has)
	})
}

// numberAlike numbers the names of a person that are written like numbered ones, if those are of one holder.
func (d *doc) numberAlike(p int) {
	for _, n := range d.persons[p].names {
		if d.names[n].post != 0 || len(d.names[n].words) < 2 {
			continue
		}
		holder := 0
		for _, k := range d.persons[p].names {
			switch post := d.names[k].post; {
			case post == 0 || post == holder || !strings.EqualFold(d.names[k].text, d.names[n].text):
			case holder == 0:
				holder = post
			default:
				holder = -1
			}
		}
		d.names[n].post = max(holder, 0)
	}
}

// postsOf are the posts told with the full names of a person, each once; none if there is only one mention.
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
		n := d.fullName(a)
		x := post{words: d.names[n].words, text: d.names[n].text}
		for _, r := range a.roles {
			if r.flags.Has("head") && !r.former && r.key != "spouse" {
				x.offices = append(x.offices, names.OfficeKey(r.key, d.textOf(r.from, r.to), d.seat(&r)))
				x.state = r.code
			}
		}
		if len(x.offices) == 0 {
			continue
		}
		i := slices.IndexFunc(out, func(y post) bool {
			return x.state == y.state && slices.Equal(x.words, y.words) && strings.EqualFold(x.text, y.text) && slices.Equal(x.offices, y.offices)
		})
		if i < 0 {
			i, out = len(out), append(out, x)
		}
		out[i].names = append(out[i].names, n)
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
func byHolder(ps []post) (groups [][]int) {
next:
	for i := range ps {
		for g, members := range groups {
			if !slices.ContainsFunc(members, func(j int) bool { return ps[i].excludes(&ps[j]) }) {
				groups[g] = append(members, i)
				continue next
			}
		}
		groups = append(groups, []int{i})
	}
	return groups
}

// excludes reports posts that two persons hold: one task each in one kind of office, or, for
// names that differ by more than their marks, offices of two kinds or states. A text that writes a
// name with two sets of marks, or a name of syllables, means two where nobody holds both offices: Lâm and Lãm.
func (x *post) excludes(y *post) bool {
	states := x.state != "" && y.state != "" && x.state != y.state
	one := x.shares(y, names.SameOffice)
	if !slices.Equal(x.words, y.words) {
		return len(x.words) == len(y.words) && (states || !one) || !one && (otherGeneration(x, y) || otherGeneration(y, x) || otherFamily(x, y) || otherFamily(y, x) || otherGiven(x, y) || otherGiven(y, x))
	}
	if one {
		return false
	}
	syllables := !slices.ContainsFunc(x.words, func(w string) bool { return !resolve.Syllable(w) })
	return states || syllables && marksDiffer(x.text, y.text) || (syllables || !sameText(x.text, y.text)) && names.Exclusive(x.offices, y.offices, names.SameOffice) ||
		x.shares(y, func(o, u string) bool { return names.Kind(o) == names.Kind(u) })
}

// sameText reports one spelling of the words of a name: R.K. Nath is R K Nath.
func sameText(a, b string) bool {
	return slices.EqualFunc(names.Words(a), names.Words(b), func(x, y names.Word) bool { return x.Marked == y.Marked })
}

// marksDiffer reports one name written with two sets of marks, not only with and without them.
func marksDiffer(a, b string) bool {
	return !strings.EqualFold(a, b) && names.CountMarks(a) > 0 && names.CountMarks(b) > 0
}

// otherFamily reports a full name to which another adds a family: António Costa and António Costa Silva. The family of a
// Spanish mother is often left out.
func otherFamily(x, y *post) bool {
	n := len(x.words)
	return n > 1 && len(y.words) == n+1 && slices.Equal(x.words, y.words[:n]) && !names.Generation(y.words[n]) && !names.MotherLeft(names.Words(x.text), names.Words(y.text))
}

// otherGiven reports a full name of two words or more before which another has one more given name, where nobody holds the
// offices of both: the minister Ali Moussa Salim and the chief of staff Moussa Salim.
func otherGiven(x, y *post) bool {
	n := len(x.words)
	return n > 1 && len(y.words) == n+1 && slices.Equal(x.words, y.words[1:]) && names.Exclusive(x.offices, y.offices, names.SameOffice)
}

// otherGeneration reports a full name that another follows with a word for a son, where the offices of both say who they
// are: Governor Edgardo Salas and Representative Edgardo Salas Jr.
func otherGeneration(x, y *post) bool {
	n := len(x.words)
	return n > 1 && len(y.words) == n+1 && slices.Equal(x.words, y.words[:n]) && names.Generation(y.words[n]) && x.telling() && y.telling()
}

// telling reports an office that is not short for many, as that of a chairman or a director is.
func (x *post) telling() bool {
	return slices.ContainsFunc(x.offices, func(o string) bool { return slices.Contains(tellingOffices, names.Kind(o)) })
}

var tellingOffices = strings.Fields("president king prime_minister minister foreign_minister vice_minister ambassador governor speaker deputy military judge")

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
