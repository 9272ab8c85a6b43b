package derive

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// identities says which person each signature of a person block is.
func identities(key string, b block) []Node[graph.Person] {
	sigs := b.sigs()
	var things []thing
	for _, class := range partition(len(sigs), func(i, j int) bool { return personsAgree(sigs[i], sigs[j]) }) {
		things = append(things, b.merge(pick(sigs, class)))
	}
	nodes := make([]Node[graph.Person], len(things))
	main := mainThing(things)
	for i, t := range things {
		id := key
		if i != main {
			id = personLetter + digest(key, t.sigs[0])
		}
		nodes[i] = newNode(t.person(graph.PersonID(id)), claims(key, t.sigs), nil)
		nodes[i].sigs = t.sigs
	}
	return nodes
}

// pick returns the items of a class.
func pick[T any](list []T, class []int) []T {
	picked := make([]T, len(class))
	for i, k := range class {
		picked[i] = list[k]
	}
	return picked
}

// personsAgree reports whether two signatures of a block can be one person:
// marks that do not contradict each other, and not two different countries.
func personsAgree(a, b string) bool {
	if a == "" || b == "" { // the block of a given key: one person
		return true
	}
	markedA, countryA, _ := strings.Cut(a, fieldSep)
	markedB, countryB, _ := strings.Cut(b, fieldSep)
	if countryA != countryB && countryA != "" && countryB != "" {
		return false
	}
	return marksAgree(markedA, markedB)
}

// mainThing returns the index of the thing that keeps the block's plain id:
// the one of greatest magnitude, of equals the one with the least signature.
func mainThing(ts []thing) int {
	best := 0
	for i, t := range ts {
		c := cmp.Compare(magnitude(t.reports), magnitude(ts[best].reports))
		if c > 0 || c == 0 && t.sigs[0] < ts[best].sigs[0] {
			best = i
		}
	}
	return best
}

func claims(key string, sigs []string) []string {
	list := make([]string, len(sigs))
	for i, sig := range sigs {
		list[i] = slot{key, sig}.claim()
	}
	slices.Sort(list)
	return list
}

func (t thing) person(id graph.PersonID) graph.Person {
	name := preferredName(t.said)
	return graph.Person{
		ID:            id,
		Name:          name,
		Aliases:       t.said.otherNames(name),
		Country:       graph.CountryCode(t.said.top(attrCountry)),
		Parties:       typed[graph.PartyID](t.said.values(attrParty)),
		Organizations: typed[graph.OrganizationID](t.said.values(attrOrg)),
		Offices:       t.said.offices(),
		Reports:       t.reports,
	}
}

func typed[T ~string](list []string) []T {
	var out []T
	for _, s := range list {
		out = append(out, T(s))
	}
	return out
}

// preferredName is the most reported of the names with diacritics that are
// not all capitals; where there are none, of those that fall short in one,
// then in both.
func preferredName(s cells) string {
	names := s.values(attrName)
	if len(names) == 1 {
		return names[0]
	}
	best, rank, most := "", -1, 0
	s.each(attrName, func(name string, n int) {
		r := nameRank(name)
		if r > rank || r == rank && n > most {
			best, rank, most = name, r, n
		}
	})
	return best
}

func nameRank(name string) int {
	rank := 0
	if countMarks(name) > 0 {
		rank++
	}
	if strings.ToUpper(name) != name || strings.ToLower(name) == name { // scripts without case are fine
		rank += 2
	}
	return rank
}

// otherNames returns every reported form but one, in byte order.
func (s cells) otherNames(name string) []string {
	all := append(s.values(attrName), s.values(attrAlias)...)
	slices.Sort(all)
	all = slices.DeleteFunc(slices.Compact(all), func(a string) bool { return a == name })
	if len(all) == 0 {
		return nil
	}
	return all
}

// offices folds the months of each office into first and last.
func (s cells) offices() []graph.HeldOffice {
	var list []graph.HeldOffice
	s.each(attrOffice, func(value string, n int) {
		f := split(value)
		o := graph.Office{Title: f[0], Country: graph.CountryCode(f[1]), Former: f[2] == strconv.FormatBool(true)}
		if len(list) == 0 || list[len(list)-1].Office != o { // values are sorted: months of an office are neighbours
			list = append(list, graph.HeldOffice{Office: o})
		}
		extend(&list[len(list)-1], graph.Date(f[3]), n)
	})
	slices.SortStableFunc(list, func(a, b graph.HeldOffice) int {
		return cmp.Or(
			cmp.Compare(cmp.Or(a.First, "X"), cmp.Or(b.First, "X")), // undated last
			cmp.Compare(a.Title, b.Title),
		)
	})
	return list
}

func extend(o *graph.HeldOffice, month graph.Date, n int) {
	o.Reports += n
	if month == "" {
		return
	}
	if o.First == "" || month < o.First {
		o.First = month
	}
	o.Last = max(o.Last, month)
}

// group builds the one node of a group block.
func group(key string, b block) []Node[graph.Group] {
	if len(b) == 0 {
		return nil
	}
	kind, id, _ := strings.Cut(key, fieldSep)
	t := b.merge([]string{""})
	g := graph.Group{Kind: graph.Kind(kind), ID: id, Reports: t.reports, Country: graph.CountryCode(t.said.top(attrCountry))}
	if g.Kind == graph.KindCountry {
		g.Country = graph.CountryCode(id)
	} else {
		g.Name = preferredName(t.said)
		g.Aliases = t.said.otherNames(g.Name)
	}
	return []Node[graph.Group]{newNode(g, nil, nil)}
}
