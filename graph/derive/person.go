package derive

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// family is what is said in some blocks, by key.
type family map[string]*block

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

// person is one after links and judgements.
type person struct {
	id    graph.PersonID
	parts []individual
	with  []*person // on whom judgements decide together with this one; all of them
}

func (p *person) slots() []slot {
	var slots []slot
	for i := range p.parts {
		slots = append(slots, p.parts[i].slots()...)
	}
	return slots
}

// chief is the part of a person whose id is the person's: the one with by far
// the most reports, of equals that of the least id.
func chief(parts []individual) *individual {
	best := &parts[0]
	for i := range parts {
		p := &parts[i]
		c := cmp.Compare(magnitude(p.reports), magnitude(best.reports))
		if c > 0 || c == 0 && p.id < best.id {
			best = p
		}
	}
	return best
}

// node builds the node of a person of the family.
func (f family) node(p *person) Node[graph.Person] {
	slots, first := p.slots(), &p.parts[0]
	all := f[first.block].sum(first.thing)
	if len(p.parts) > 1 {
		all = f.sum(slots)
	}
	return newNode(all.person(p.id), claimsOf(slots), nil)
}

// sum adds up what is said of slots that are one person. A report counts once
// however many blocks it uses.
func (f family) sum(slots []slot) whole {
	w, blocks := whole{said: cells{}, terms: terms{}}, map[string]string{}
	sigs := map[string][]string{}
	for _, s := range slots {
		sigs[s.block] = append(sigs[s.block], s.sig)
		blocks[s.claim()] = s.block
	}
	for key, list := range sigs {
		slices.Sort(list)
		part := f[key].sum(f[key].thing(list))
		w.reports += part.reports
		for c, n := range part.said {
			w.said[c] += n
		}
		w.terms.sum(part.terms)
	}
	for _, s := range slots {
		for c, n := range f[s.block].said[s.sig].opened() {
			if c.attr == attrShared {
				w.reports -= n * extraBlocks(s, splitList(c.value), blocks)
			}
		}
	}
	return w
}

// individuals splits a block into persons. apart, if not nil, tells that two
// signatures are judged to be two, whatever they say.
func individuals(key string, b *block, apart func(x, y string) bool) []individual {
	sigs := b.sigs()
	if len(sigs) == 0 {
		return nil
	}
	classes := partitionPersons(sigs, b, apart)
	things := make([]thing, len(classes))
	for i, class := range classes {
		things[i] = b.thing(pick(sigs, class))
	}
	bases, mains := make([]graph.PersonID, len(things)), map[graph.PersonID]int{}
	for i, t := range things {
		bases[i] = b.baseID(key, t)
		if m, ok := mains[bases[i]]; !ok || t.before(things[m]) {
			mains[bases[i]] = i
		}
	}
	people := make([]individual, len(things))
	for i, t := range things {
		id := bases[i]
		if i != mains[id] {
			id = innerID(key, string(id), t.sigs[0])
		}
		people[i] = individual{t, key, id}
	}
	return people
}

// before reports that t, not u, keeps the plain id that both would have: the
// one of greater magnitude, of equals the one with the least signature.
func (t thing) before(u thing) bool {
	c := cmp.Compare(magnitude(t.reports), magnitude(u.reports))
	return c > 0 || c == 0 && t.sigs[0] < u.sigs[0]
}

// baseID is made of the block and the folded name, with its ends, that most
// reports of t use, by magnitude, the least of equals. The block of a given key is one person.
func (b *block) baseID(key string, t thing) graph.PersonID {
	if t.sigs[0] == "" {
		return graph.PersonID(key)
	}
	best, counts := t.sigs[0], map[string]int{}
	if len(t.sigs) > 1 {
		for _, sig := range t.sigs {
			counts[b.base(sig)] += b.said[sig].reports
		}
		for _, sig := range t.sigs[1:] {
			if c := cmp.Compare(magnitude(counts[b.base(sig)]), magnitude(counts[b.base(best)])); c > 0 || c == 0 && baseName(sig) < baseName(best) {
				best = sig
			}
		}
	}
	return graph.PersonID(key + b.base(best))
}

// base is the part of a person's id that is made of a signature.
func (b *block) base(sig string) string {
	a := b.said[sig]
	if a.base == "" {
		a.base = digest(baseName(sig))[:innerLength]
	}
	return a.base
}

// baseName is the folded name of a signature with its ends.
func baseName(sig string) string {
	f := split(sig)
	return join(names.Fold(f[0]), f[3])
}

// jury knows what the signatures of a block say.
type jury struct {
	sigs []personSig
	held map[[2]string]bool // kinds of office that some report gives one person

	scratch weigher // of tie
}

func newJury(sigs []string, b *block) *jury {
	j := &jury{sigs: make([]personSig, len(sigs)), held: map[[2]string]bool{}}
	words := map[string]names.Word{}
	for i, sig := range sigs {
		j.sigs[i] = parsePerson(sig, b.said[sig], words)
		for _, x := range j.sigs[i].offices {
			for _, y := range j.sigs[i].offices {
				j.held[[2]string{x, y}] = true
			}
		}
	}
	return j
}

func (j *jury) coheld(x, y string) bool { return j.held[[2]string{x, y}] }

// tie is what two signatures say of each other, but does not compare names for
// nothing.
func (j *jury) tie(i, k int) tie {
	p, q := &j.sigs[i], &j.sigs[k]
	if p.ends != q.ends && p.ends != "" && q.ends != "" {
		return tie{verdict: apart}
	}
	if p.country != q.country && p.country != "" && q.country != "" || p.letters != q.letters && (names.Syllabic(p.country) || names.Syllabic(q.country)) {
		return tie{verdict: apart}
	}
	j.scratch.reasons = j.scratch.reasons[:0]
	p.weigh(q, j.coheld, &j.scratch)
	t := tieOf(j.scratch.reasons)
	t.vague = t.office && !p.sameOffice(q)
	t.elsewhere = t.verdict == together && !t.office && p.elsewhere(q, j.coheld)
	return t
}

// weigh returns the reasons behind a verdict.
func (j *jury) weigh(i, k int, detailed bool) []graph.Reason {
	w := weigher{detailed: detailed}
	j.sigs[i].weigh(&j.sigs[k], j.coheld, &w)
	return w.reasons
}

// partitionPersons splits the signatures of a block into persons.
func partitionPersons(sigs []string, b *block, split func(x, y string) bool) [][]int {
	if split != nil {
		return b.compare(sigs, split)
	}
	if b.classes == nil {
		b.classes = b.compare(sigs, nil)
	}
	return b.classes
}

func (b *block) compare(sigs []string, split func(x, y string) bool) [][]int {
	if b.crowded() {
		return b.crowd(sigs, split)
	}
	return b.try(sigs, split)
}

// try compares all signatures with each other.
func (b *block) try(sigs []string, split func(x, y string) bool) [][]int {
	if len(sigs) == 1 || sigs[0] == "" {
		return [][]int{everything(len(sigs))}
	}
	j, two := newJury(sigs, b), b.namesakesTold()
	return newTies(len(sigs), func(i, k int) tie {
		if split != nil && split(sigs[i], sigs[k]) || two[[2]string{sigs[i], sigs[k]}] {
			return tie{verdict: apart}
		}
		return j.tie(i, k)
	}).partitionPeople()
}

// namesakesTold are the pairs of signatures with one name, written alike, the lesser one first, that some article tells of
// as of two persons: it means two. Of one it would tell once, but for another spelling.
func (b *block) namesakesTold() map[[2]string]bool {
	var pairs map[[2]string]bool
	for _, s := range b.sets() {
		for i, x := range s.sigs {
			for _, y := range s.sigs[i+1:] {
				if split(x)[0] != split(y)[0] {
					continue
				}
				if pairs == nil {
					pairs = map[[2]string]bool{}
				}
				pairs[[2]string{x, y}] = true
			}
		}
	}
	return pairs
}

// pick returns the items of a class.
func pick[T any](list []T, class []int) []T {
	picked := make([]T, len(class))
	for i, k := range class {
		picked[i] = list[k]
	}
	return picked
}

func (t whole) person(id graph.PersonID) graph.Person {
	name := preferredName(t.said)
	return graph.Person{
		ID:            id,
		Name:          name,
		Aliases:       t.said.otherNames(name),
		Country:       graph.CountryCode(t.said.top(attrCountry)),
		Parties:       typed[graph.PartyID](t.said.values(attrParty)),
		Organizations: typed[graph.OrganizationID](t.said.values(attrOrg)),
		Offices:       t.terms.offices(),
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

// preferredName is, of the name most reported, the form to show: with diacritics, not all
// in capitals, and then the most reported. Initials and what Vietnamese writes by ear
// ("Vla-đi-mia Pu-tin") come after all other names.
func preferredName(s cells) string {
	var forms []spelling
	s.each(attrName, func(name string, n int) {
		forms = append(forms, spelling{name: name, reports: n})
	})
	switch len(forms) {
	case 0:
		return ""
	case 1:
		return forms[0].name // as of most
	}
	total := map[string]int{}
	for i := range forms {
		f := &forms[i]
		f.folded, f.source, f.rank = names.Fold(f.name), source(f.name), nameRank(f.name)
		total[f.folded] += f.reports
	}
	return slices.MaxFunc(forms, func(a, b spelling) int {
		return cmp.Or(cmp.Compare(a.source, b.source), cmp.Compare(total[a.folded], total[b.folded]),
			cmp.Compare(a.rank, b.rank), cmp.Compare(a.reports, b.reports), strings.Compare(b.name, a.name))
	}).name
}

// spelling is a name as written, how near the name at its source and how well, and how often.
type spelling struct {
	name, folded          string
	source, rank, reports int
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

// source tells how near a form is to the name at its source: 0 for initials, 1 for what
// Vietnamese writes by ear.
func source(name string) int {
	switch ws := names.Spoken(name); {
	case names.Initialled(ws):
		return 0
	case slices.ContainsFunc(ws, names.Word.Transcribed):
		return 1
	}
	return 2
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
func group(key string, b *block) []Node[graph.Group] {
	if len(b.said) == 0 {
		return nil
	}
	kind, id, _ := strings.Cut(key, fieldSep)
	t := b.sum(b.thing([]string{""}))
	g := graph.Group{Kind: graph.Kind(kind), ID: id, Reports: t.reports, Country: graph.CountryCode(t.said.top(attrCountry))}
	if g.Kind == graph.KindCountry {
		g.Country = graph.CountryCode(id)
	} else {
		g.Name = preferredName(t.said)
		g.Aliases = t.said.otherNames(g.Name)
	}
	return []Node[graph.Group]{newNode(g, nil, nil)}
}
