package derive

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// family is what is said in the blocks that judgements link: nearly always in
// one.
type family map[string]block

func (f family) keys() []string { return slices.Sorted(maps.Keys(f)) }

// individual is a person of one block, before judgements join any.
type individual struct {
	thing
	block string
	id    graph.PersonID
}

func (p *individual) slots() []slot { return slotsOf(p.block, p.sigs) }

func slotsOf(block string, sigs []string) []slot {
	slots := make([]slot, len(sigs))
	for i, sig := range sigs {
		slots[i] = slot{block, sig}
	}
	return slots
}

// identities says which person each signature of a family is.
func (rs *rulings) identities(f family) []Node[graph.Person] {
	var nodes []Node[graph.Person]
	for _, keys := range rs.families(f.keys()) {
		var all []individual
		some := family{}
		for _, key := range keys {
			some[key] = f[key]
			all = append(all, rs.individuals(key, f[key])...)
		}
		for _, parts := range rs.unite(rs.linked.find(keys[0]), all) {
			nodes = append(nodes, some.person(parts))
		}
	}
	return nodes
}

// person builds the node of parts that are one. Its id is that of the part
// with by far the most reports, of equals the least.
func (f family) person(parts []individual) Node[graph.Person] {
	best, slots := &parts[0], []slot{}
	for i := range parts {
		p := &parts[i]
		slots = append(slots, p.slots()...)
		c := cmp.Compare(magnitude(p.reports), magnitude(best.reports))
		if c > 0 || c == 0 && p.id < best.id {
			best = p
		}
	}
	all := best.thing
	if len(parts) > 1 {
		all = f.sum(slots)
	}
	n := newNode(all.person(best.id), claimsOf(slots), nil)
	n.slots = slots
	return n
}

// sum adds up what is said of slots that are one person. A report counts once
// however many blocks it uses.
func (f family) sum(slots []slot) thing {
	t, blocks := thing{said: cells{}}, map[string]string{}
	sigs := map[string][]string{}
	for _, s := range slots {
		sigs[s.block] = append(sigs[s.block], s.sig)
		blocks[s.claim()] = s.block
	}
	for key, list := range sigs {
		slices.Sort(list)
		part := f[key].merge(list)
		t.reports += part.reports
		for c, n := range part.said {
			t.said[c] += n
		}
	}
	for _, b := range f {
		for _, said := range b {
			for c, n := range said {
				if c.attr == attrShared {
					t.reports -= n * max(0, countBlocks(splitList(c.value), blocks)-1)
				}
			}
		}
	}
	return t
}

// countBlocks counts the blocks of those claims that blocks lists.
func countBlocks(claims []string, blocks map[string]string) int {
	used := map[string]bool{}
	for _, c := range claims {
		if b, ok := blocks[c]; ok {
			used[b] = true
		}
	}
	return len(used)
}

// individuals splits a block into persons. apart, if not nil, tells that two
// signatures are judged to be two, whatever they say.
func individuals(key string, b block, apart func(x, y string) bool) []individual {
	sigs := b.sigs()
	if len(sigs) == 0 {
		return nil
	}
	var things []thing
	for _, class := range partitionPersons(sigs, b, apart) {
		things = append(things, b.merge(pick(sigs, class)))
	}
	bases := make([]graph.PersonID, len(things))
	for i, t := range things {
		bases[i] = b.baseID(key, t)
	}
	people := make([]individual, len(things))
	for i, t := range things {
		id := bases[i]
		if i != mainThing(things, func(k int) bool { return bases[k] == bases[i] }) {
			id = innerID(key, string(id), t.sigs[0])
		}
		people[i] = individual{t, key, id}
	}
	return people
}

// baseID is made of the block and the folded name that most reports of t use,
// by magnitude, the least of equals. The block of a given key is one person.
func (b block) baseID(key string, t thing) graph.PersonID {
	if t.sigs[0] == "" {
		return graph.PersonID(key)
	}
	counts := map[string]int{}
	for _, sig := range t.sigs {
		marked, _, _ := strings.Cut(sig, fieldSep)
		counts[names.Fold(marked)] += b[sig][cell{attr: attrReports}]
	}
	best, most := "", -1
	for name, n := range counts {
		if m := magnitude(n); m > most || m == most && name < best {
			best, most = name, m
		}
	}
	return innerID(key, best)
}

// jury knows what the signatures of a block say.
type jury struct {
	sigs []personSig
	held map[[2]string]bool // kinds of office that some report gives one person
}

func newJury(sigs []string, b block) *jury {
	j := &jury{make([]personSig, len(sigs)), map[[2]string]bool{}}
	for i, sig := range sigs {
		j.sigs[i] = parsePerson(sig, b[sig])
		for _, x := range j.sigs[i].offices {
			for _, y := range j.sigs[i].offices {
				j.held[[2]string{x, y}] = true
			}
		}
	}
	return j
}

func (j *jury) coheld(x, y string) bool { return j.held[[2]string{x, y}] }

// verdict is that of the reasons, but does not compare names for nothing.
func (j *jury) verdict(i, k int) verdict {
	p, q := &j.sigs[i], &j.sigs[k]
	if p.country != q.country && p.country != "" && q.country != "" || p.folded != q.folded && (names.Syllabic(p.country) || names.Syllabic(q.country)) {
		return apart
	}
	return verdictOf(j.weigh(i, k, false))
}

// weigh returns the reasons behind a verdict.
func (j *jury) weigh(i, k int, detailed bool) []graph.Reason {
	w := weigher{detailed: detailed}
	j.sigs[i].weigh(&j.sigs[k], j.coheld, &w)
	return w.reasons
}

// partitionPersons splits the signatures of a block into persons.
func partitionPersons(sigs []string, b block, split func(x, y string) bool) [][]int {
	if len(sigs) == 1 || sigs[0] == "" {
		return [][]int{everything(len(sigs))}
	}
	j := newJury(sigs, b)
	judge := func(i, k int) verdict {
		if split != nil && split(sigs[i], sigs[k]) {
			return apart
		}
		return j.verdict(i, k)
	}
	if len(sigs) <= maxCompared {
		return partitionProven(len(sigs), judge)
	}
	return j.crowd(judge)
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
	if names.CountMarks(name) > 0 {
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
