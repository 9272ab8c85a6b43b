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
	if len(sigs) == 0 {
		return nil
	}
	var things []thing
	for _, class := range partitionPersons(sigs, b) {
		things = append(things, b.merge(pick(sigs, class)))
	}
	bases := make([]string, len(things))
	for i, t := range things {
		bases[i] = b.baseID(key, t)
	}
	nodes := make([]Node[graph.Person], len(things))
	for i, t := range things {
		id := bases[i]
		if i != mainThing(things, func(k int) bool { return bases[k] == bases[i] }) {
			id = personLetter + digest(id, t.sigs[0])
		}
		nodes[i] = newNode(t.person(graph.PersonID(id)), claims(key, t.sigs), nil)
		nodes[i].sigs = t.sigs
	}
	return nodes
}

// baseID is made of the block and the folded name that most reports of t use,
// by magnitude, the least of equals. The block of a given key is one person.
func (b block) baseID(key string, t thing) string {
	if t.sigs[0] == "" {
		return key
	}
	counts := map[string]int{}
	for _, sig := range t.sigs {
		marked, _, _ := strings.Cut(sig, fieldSep)
		counts[Fold(marked)] += b[sig][cell{attr: attrReports}]
	}
	best, most := "", -1
	for name, n := range counts {
		if m := magnitude(n); m > most || m == most && name < best {
			best, most = name, m
		}
	}
	return personLetter + digest(key, best)
}

// partitionPersons splits the signatures of a block into persons.
func partitionPersons(sigs []string, b block) [][]int {
	if len(sigs) == 1 || sigs[0] == "" {
		return [][]int{everything(len(sigs))}
	}
	parsed := make([]personSig, len(sigs))
	held := map[[2]string]bool{}
	for i, sig := range sigs {
		parsed[i] = parsePerson(sig, b[sig])
		for _, x := range parsed[i].offices {
			for _, y := range parsed[i].offices {
				held[[2]string{x, y}] = true
			}
		}
	}
	return partitionProven(len(sigs), func(i, j int) verdict {
		return parsed[i].judge(&parsed[j], func(x, y string) bool { return held[[2]string{x, y}] })
	})
}

// pick returns the items of a class.
func pick[T any](list []T, class []int) []T {
	picked := make([]T, len(class))
	for i, k := range class {
		picked[i] = list[k]
	}
	return picked
}

// mainThing returns the index of the thing that keeps a plain id: of those
// listed the one of greatest magnitude, of equals the one with the least
// signature.
func mainThing(ts []thing, listed func(int) bool) int {
	best := -1
	for i, t := range ts {
		if !listed(i) {
			continue
		}
		if best < 0 {
			best = i
			continue
		}
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
