package derive

import (
	"maps"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// view is what is known at one time of the persons of some blocks: who they are in each
// block (individuals), which of these are one (roots), and who they are in the end (persons).
// It asks for what it needs and has not.
type view struct {
	rulings *rulings
	blocks  family
	joints  map[string]*block
	load    func(w wanted) error // nil where everything is there
	err     error                // of load

	classes map[string]map[string]*individual // by block and signature
	near    map[slot][]slot                   // see partners
	ties    map[[2]slot]verdict
	roots   map[slot]slot
	persons map[slot]*person
	forms   nameForms
}

// wanted is what a view needs: joints, whole blocks, signatures with those of their class.
type wanted struct {
	joints, blocks []string
	slots          []slot
}

func newView(rs *rulings) *view {
	return &view{
		rulings: rs, blocks: family{}, joints: map[string]*block{}, classes: map[string]map[string]*individual{}, near: map[slot][]slot{},
		ties: map[[2]slot]verdict{}, roots: map[slot]slot{}, persons: map[slot]*person{}, forms: nameForms{},
	}
}

// put puts a block as far as it is loaded, and splits it into persons at once: what a block
// has compared its copies need not compare.
func (v *view) put(key string, b *block) {
	v.blocks[key] = b
	of := map[string]*individual{}
	for _, p := range v.rulings.individuals(key, b) {
		for _, sig := range p.sigs {
			of[sig] = &p
		}
	}
	v.classes[key] = of
}

// class is the person of a block that a signature is, or nil.
func (v *view) class(s slot) *individual { return v.classes[s.block][s.sig] }

// first stands for a class: its first signature.
func (p *individual) first() slot { return slot{p.block, p.sigs[0]} }

// members lists the classes of a block.
func (v *view) members(block string) []*individual {
	var list []*individual
	for sig, p := range v.classes[block] {
		if sig == p.sigs[0] {
			list = append(list, p)
		}
	}
	slices.SortFunc(list, func(a, b *individual) int { return compareSlots(a.first(), b.first()) })
	return list
}

// need loads what is not there.
func (v *view) need(w wanted) {
	w.joints = slices.DeleteFunc(w.joints, func(key string) bool { return v.joints[key] != nil })
	w.blocks = slices.DeleteFunc(w.blocks, func(key string) bool { return v.blocks[key] != nil && v.blocks[key].shelved == 0 })
	w.slots = slices.DeleteFunc(w.slots, func(s slot) bool {
		b := v.blocks[s.block]
		return b != nil && (b.shelved == 0 || b.said[s.sig] != nil)
	})
	if v.load == nil || v.err != nil || len(w.joints)+len(w.blocks)+len(w.slots) == 0 {
		return
	}
	v.err = v.load(w)
}

// person is whom a signature is, if there is one.
func (v *view) person(s slot) *person {
	c := v.class(s)
	if c == nil {
		return nil
	}
	if p := v.persons[c.first()]; p != nil {
		return p
	}
	trees := map[slot][]slot{}
	v.collect(c.first(), trees)
	for _, p := range v.unite(trees) {
		for i := range p.parts {
			v.persons[p.parts[i].first()] = p
		}
	}
	return v.persons[c.first()]
}

// collect finds the trees of linked classes that judgements may join to that of a class, by
// their roots. Where no judgement compares anybody, it is this tree alone.
func (v *view) collect(s slot, trees map[slot][]slot) {
	todo := []slot{s}
	families := map[string]bool{}
	for len(todo) > 0 {
		root := v.root(todo[0])
		todo = todo[1:]
		if trees[root] != nil {
			continue
		}
		trees[root] = v.tree(root)
		for _, m := range trees[root] {
			f := v.rulings.linked.find(m.block)
			if blocks := v.rulings.family[f]; len(blocks) > 0 && !families[f] {
				families[f] = true
				v.need(wanted{blocks: slices.Clone(blocks)})
				for _, key := range blocks {
					for _, p := range v.members(key) {
						todo = append(todo, p.first())
					}
				}
			}
		}
	}
}

// unite makes persons of trees, as judgements join them. What judgements contradict stays as
// it would be without them.
func (v *view) unite(trees map[slot][]slot) []*person {
	var all []individual
	linked, list := unions{}, []ruling{}
	isRoot, seen := map[graph.PersonID]bool{}, map[string]bool{}
	for root, tree := range trees {
		id := v.class(root).id
		isRoot[id] = true
		for _, m := range tree {
			c := v.class(m)
			all = append(all, *c)
			linked.join(string(id), string(c.id))
			if f := v.rulings.linked.find(m.block); !seen[f] {
				seen[f] = true
				list = append(list, v.rulings.rulings[f]...)
			}
			if !seen[m.block] {
				seen[m.block] = true
				list = append(list, v.rulings.across[m.block]...)
			}
		}
	}
	slices.SortFunc(all, func(a, b individual) int { return compareSlots(a.first(), b.first()) })
	groups := grouped(all, linked, list)
	people := make([]*person, 0, len(groups))
	for _, parts := range groups {
		roots := slices.DeleteFunc(slices.Clone(parts), func(p individual) bool { return !isRoot[p.id] })
		if len(roots) == 0 {
			roots = parts
		}
		people = append(people, &person{id: chief(roots).id, parts: parts})
	}
	for _, p := range people {
		p.with = people
	}
	return people
}

// grouped groups individuals that are linked, or judged to be one.
func grouped(all []individual, linked unions, list []ruling) [][]individual {
	judged := judgedUnion(maps.Clone(linked), list, all)
	broken, split := contradicted(judged, list, all), contradicted(linked, list, all)
	groups := map[string][]individual{}
	for _, p := range all {
		at := judged.find(string(p.id))
		if broken[at] {
			at = linked.find(string(p.id))
			if split[at] {
				at = string(p.id)
			}
			at = fieldSep + at
		}
		groups[at] = append(groups[at], p)
	}
	return slices.Collect(maps.Values(groups))
}

// nameForm is the name of a signature, as far as it tells which others may be its forms.
type nameForm struct {
	words            []names.Word
	country, offices string
	rank             int
	at               []string // see joints
	apart            bool     // at is known
}

// nameForms are those of some signatures.
type nameForms map[string]*nameForm

func (fs nameForms) of(sig string) *nameForm {
	f := fs[sig]
	if f == nil {
		f = newNameForm(sig)
		fs[sig] = f
	}
	return f
}

func (v *view) formRank(c *individual) int {
	rank := 0
	for _, sig := range c.sigs {
		rank = max(rank, v.forms.of(sig).rank)
	}
	return rank
}
