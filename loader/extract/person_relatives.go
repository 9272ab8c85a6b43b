package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
)

// relativesApart tells persons of one family apart whose names hold each other.
func (d *doc) relativesApart() {
	d.eldersApart()
	d.forebearsApart()
	d.ownRelatives()
}

// eldersApart tells "his father, Ferdinand Marcos" from "Ferdinand Marcos Jr.": names that differ in the
// word for a generation alone are one person's, unless a word for a relative stands before the other.
func (d *doc) eldersApart() {
	for j := range d.forms {
		g := &d.forms[j]
		if g.Tail == 0 || names.Eldest(g.Words[len(g.Words)-1]) {
			continue
		}
		for i := range d.forms {
			f := &d.forms[i]
			if f.Post == 0 && sameBut(f, g) && d.relativeBefore(i) {
				f.Post, f.Figure = elder, ""
				d.names[i].post = elder
			}
		}
		g.Post = cmp.Or(g.Post, younger)
	}
}

// forebearsApart tells "Ferdinand Marcos Sr." from "Ferdinand Marcos" and "Marcos": nobody is called so but beside
// the one who bears the plain name.
func (d *doc) forebearsApart() {
	for j := range d.forms {
		g := &d.forms[j]
		if g.Tail == 0 || g.Post != 0 || !names.Eldest(g.Words[len(g.Words)-1]) || !slices.ContainsFunc(d.forms, func(f resolve.Form) bool { return sameBut(&f, g) }) {
			continue
		}
		g.Post, d.names[j].post = forebear, forebear
		for i := range d.forms {
			if f := &d.forms[i]; f.Post == 0 && (sameBut(f, g) || len(f.Words) == 1 && f.Words[0] == g.Words[len(g.Words)-2]) {
				f.Post = younger
			}
		}
	}
}

// sameBut reports a full name that has the given name and the family of g, and not its word for a generation.
func sameBut(f, g *resolve.Form) bool {
	k := len(f.Words) - 1
	return k > 0 && f.Words[0] == g.Words[0] && f.Words[k-min(f.Tail, k)] == g.Words[len(g.Words)-1-g.Tail] && f.Words[k] != g.Words[len(g.Words)-1]
}

// ownRelatives tells "Senator Ricardo Lagos Weber" from "his father, Ricardo Lagos": nobody is a relative of his
// own. Whose relative somebody is, is told by the last name before, which may be the family alone.
func (d *doc) ownRelatives() {
	for i := 1; i < len(d.forms); i++ {
		f := &d.forms[i]
		if f.Post != 0 || len(f.Words) < 2 || d.names[i-1].sent < d.names[i].sent-1 || !d.relativeBefore(i) {
			continue
		}
		if g := d.longerOrShorter(f, d.names[i-1].words); g != nil {
			d.twoOf(f, g)
		}
	}
}

// othersApart tells "l'autre Abdallah" and "ông Hùng kia" from those named before: a text that says that there is
// another of a name means two.
func (d *doc) othersApart() {
	for i := range d.forms {
		f := &d.forms[i]
		if f.Post != 0 || !d.anotherBeside(i) {
			continue
		}
		for j := range d.forms[:i] {
			if g := &d.forms[j]; g.Post == 0 && holdsAll(g.Words, f.Words) {
				g.Post, f.Post = younger, other
			}
		}
		if f.Post == other {
			f.Sure, d.names[i].sure, d.names[i].post = true, true, other
		}
	}
}

// holdsAll reports that a name has all words of another one, in any order.
func holdsAll(words, some []string) bool {
	return !slices.ContainsFunc(some, func(w string) bool { return !slices.Contains(words, w) })
}

// anotherBeside reports a word that tells of name i that another one has it, too: beside it, but for a title, or
// some words before it with no other name between.
func (d *doc) anotherBeside(i int) bool {
	n := &d.names[i]
	s := d.sents[n.sent]
	is := func(u int, line int32) bool {
		e, ok := d.units[u].entry(lexicon.Another)
		return ok && e.Index == line
	}
	from := s.from
	if i > 0 {
		from = max(from, d.names[i-1].to)
	}
	for u := n.from - 1; u >= max(from, n.from-namesakeReach); u-- {
		if is(u, 1) {
			return true
		}
	}
	if d.lex.Options.Tones { // the adjective follows
		return n.to < s.to && d.units[n.to-1].punct == 0 && is(n.to, 2)
	}
	u := n.from - 1
	if u > from && d.units[u].set.either(lexicon.Honorific, lexicon.Role) && d.units[u-1].punct == 0 {
		u--
	}
	return u >= from && d.units[u].punct == 0 && is(u, 2)
}

// relativesStates gives a relative of whom no state is told that of the only other one of the family in the text: "Viktor Orlenko, fils
// du président Alexandre Orlenko".
func (d *doc) relativesStates() {
	for i := range d.persons {
		p := &d.persons[i]
		if p.country != "" || len(p.names) == 0 || !slices.Contains(p.keys, "spouse") || familySaid(d.longestName(p)) == "" {
			continue
		}
		family, state := familySaid(d.longestName(p)), ""
		for k := range d.persons {
			q := &d.persons[k]
			if k == i || len(q.names) == 0 || q.country == "" || familySaid(d.longestName(q)) != family {
				continue
			}
			if state != "" && state != q.country {
				state = ""
				break
			}
			state = q.country
		}
		if state != "" {
			d.giveState(i, state)
		}
	}
}

// familySaid is the last word of a name, as it is said, folded; empty for a name of one word.
func familySaid(name string) string {
	words := names.Spoken(name)
	if len(words) < 2 {
		return ""
	}
	return words[len(words)-1].Folded
}

// ofNamesake reports the office of whom somebody is a namesake that the text tells of behind a comma: "a namesake of the
// ambassador, the journalist X".
func (d *doc) ofNamesake(r *roleUse) bool {
	if r.to >= len(d.units) || d.units[r.to].punct != ',' {
		return false
	}
	i := r.from - 1
	for ; i > 1 && d.units[i].set.has(lexicon.Def); i-- {
	}
	if i < 1 || !d.units[i].set.has(lexicon.Of) {
		return false
	}
	e, ok := d.units[i-1].entry(lexicon.Another)
	return ok && e.Index == 1
}

// longerOrShorter is a form that ends with some words and is f but for more names, or less; nil if there is none.
func (d *doc) longerOrShorter(f *resolve.Form, end []string) *resolve.Form {
	for j := range d.forms {
		g := &d.forms[j]
		if k := len(g.Words) - len(end); k >= 0 && slices.Equal(g.Words[k:], end) && (begins(f.Words, g.Words) || begins(g.Words, f.Words)) {
			return g
		}
	}
	return nil
}

// twoOf gives the persons of two forms their numbers. A family alone that ends one of the names is of him
// whom the text tells of, not of the relative f.
func (d *doc) twoOf(f, g *resolve.Form) {
	relative, known := slices.Clone(f.Words), slices.Clone(g.Words)
	for i := range d.forms {
		switch h := &d.forms[i]; {
		case h.Post != 0:
		case slices.Equal(h.Words, relative):
			h.Post, d.names[i].post = other, other
		case slices.Equal(h.Words, known) || len(h.Words) == 1 && slices.Contains(known[1:], h.Words[0]):
			h.Post = younger
		}
	}
}

// begins reports that a name is a longer one's beginning or end, or leaves out what stands in its middle.
func begins(short, long []string) bool {
	n := len(short) - 1
	if n > 0 && n+1 < len(long) && slices.Equal(short, long[len(long)-n-1:]) {
		return true // Bernard Lacombe and Jean-Bernard Lacombe
	}
	return n > 0 && n+1 < len(long) && (slices.Equal(short, long[:n+1]) || short[0] == long[0] && short[n] == long[len(long)-1] && n == 1)
}

// kin reports two persons of one given name, one of whom is the other's relative, as relativesApart found.
func (d *doc) kin(p, q int) bool {
	relative := func(n int) bool { return d.names[n].post >= elder && d.names[n].post != younger }
	a, b := d.persons[p].names, d.persons[q].names
	return (slices.ContainsFunc(a, relative) || slices.ContainsFunc(b, relative)) && slices.ContainsFunc(a, func(m int) bool {
		return slices.ContainsFunc(b, func(n int) bool { return d.names[m].words[0] == d.names[n].words[0] })
	})
}

// ofKin reports a person of whom relativesApart has told a relative of the same name.
func (d *doc) ofKin(p *person) bool {
	return slices.ContainsFunc(p.names, func(n int) bool { return d.forms[n].Post >= elder })
}

// keysApart takes the key that a father and a son have both been given from the one whose name is that of two figures.
func (d *doc) keysApart(persons []graph.ReportedPerson) {
	for i := range persons {
		p := &persons[i]
		if p.Key != "" && d.ofKin(&d.persons[i]) && d.lex.SharedName(names.Latin(p.Name)) && slices.ContainsFunc(persons, func(q graph.ReportedPerson) bool { return q.Key == p.Key && q.Name != p.Name }) {
			p.Key = ""
		}
	}
}

// isElder reports a person whom eldersApart found.
func (d *doc) isElder(p *person) bool {
	return slices.ContainsFunc(p.names, func(n int) bool { return d.names[n].post == elder })
}

// generation counts the words at the end of a full name that tell a son from his father.
func generation(words []string) int {
	if n := len(words); n > 2 && names.Generation(words[n-1]) {
		return 1
	}
	return 0
}

// byRelative is the only figure that a text calls by the given name alone behind a word for a relative,
// "son fils Bachar", and whose family another figure of the state in the text bears. An elder came to
// office before that one: of two of a family who have one given name, as grandfather and grandson, only
// one is so.
func (d *doc) byRelative(p *person) (found *lexicon.Figure) {
	short := d.names[p.names[0]].words
	if len(short) != 1 || slices.ContainsFunc(p.names, func(n int) bool { return len(d.names[n].words) > 1 }) {
		return nil
	}
	kin := d.kinBefore(p.names[0])
	if kin == nil {
		return nil
	}
	elder := kin.Flags.Has("elder")
	for _, f := range d.lex.FiguresCalled(short[0]) {
		if f.Figure == found || len(f.Words) < 2 || f.Words[0] != short[0] || !slices.ContainsFunc(d.figuresTold(f.Country), func(g *lexicon.Figure) bool {
			return g != f.Figure && familyOf(g.Names[0]).Folded == familyOf(f.Name).Folded && g.From != f.From && (f.From < g.From) == elder
		}) {
			continue
		}
		if found != nil {
			return nil
		}
		found = f.Figure
	}
	return found
}

// figuresTold are the figures of a state whom the text names in full.
func (d *doc) figuresTold(country string) (told []*lexicon.Figure) {
	for i := range d.persons {
		p := &d.persons[i]
		if len(p.names) == 0 || p.country != country {
			continue
		}
		name := names.Latin(d.longestName(p))
		f := d.lex.FigureIn(name, d.pub.Year())
		if f == nil { // by the whole name: the family alone may be known for another of them
			f = lookalike(d.lex, country, ask(name), d.pub.Year(), func() []string { return kinds(p.reportOffices()) })
		}
		if f != nil {
			told = append(told, f)
		}
	}
	return told
}

// kinBefore is the word for a relative right before name i, nil if there is none.
func (d *doc) kinBefore(i int) *lexicon.RoleEntry {
	n := &d.names[i]
	k := n.from - 1
	if k > d.sents[n.sent].from && d.units[k].punct == ',' {
		k--
	}
	if k < d.sents[n.sent].from {
		return nil
	}
	for _, e := range d.units[k].entries {
		if e.Class == lexicon.Role && d.lex.Roles[e.Index].Key == "spouse" {
			return &d.lex.Roles[e.Index]
		}
	}
	return nil
}

// relativeReach and namesakeReach are how many words before a name a word for a relative stands, and one for a namesake:
// "a namesake of the ambassador, the journalist".
const relativeReach, namesakeReach = 5, 8

// relativeBefore reports a word for a relative some words before name i, and no other name between:
// "the President's father and namesake, ".
func (d *doc) relativeBefore(i int) bool {
	n := &d.names[i]
	from := max(d.sents[n.sent].from, n.from-relativeReach)
	if i > 0 {
		from = max(from, d.names[i-1].to)
	}
	return slices.ContainsFunc(d.units[from:n.from], func(u unit) bool {
		return slices.ContainsFunc(u.entries, func(e lexicon.Entry) bool { return e.Class == lexicon.Role && d.lex.Roles[e.Index].Key == "spouse" })
	})
}
