package derive

import (
	"encoding/json"
	"errors"
	"maps"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// JudgementsBlock is the key of the block that holds the set of judgements.
const JudgementsBlock = "judgements"

// JudgementObjects exports the judgements of a JudgementsBlock, in order.
func JudgementObjects(data []byte) ([]graph.Object, error) {
	js, err := decodeJudgements(data)
	if err != nil {
		return nil, err
	}
	return judgementObjects(js), nil
}

func judgementObjects(js []graph.Judgement) []graph.Object {
	var os []graph.Object
	for _, j := range js {
		doc := graph.MarshalCanonical(j)
		os = append(os, object(graph.KindJudgement, digest(string(doc)), doc))
	}
	sortObjects(os)
	return os
}

// decodeJudgements reads the judgements of a JudgementsBlock, in order.
func decodeJudgements(data []byte) (js []graph.Judgement, err error) {
	if len(data) == 0 {
		return nil, nil
	}
	if err := json.Unmarshal(data, &js); err != nil {
		return nil, errors.Join(errDamaged, err)
	}
	return js, nil
}

func encodeJudgements(js []graph.Judgement) []byte {
	if len(js) == 0 {
		return nil
	}
	return graph.MarshalCanonical(js)
}

// unions are sets of strings that grow together; the least of a set stands for
// it, so the result does not depend on the order of joins.
type unions map[string]string

func (u unions) find(s string) string {
	for {
		up, ok := u[s]
		if !ok {
			return s
		}
		s = up
	}
}

func (u unions) join(a, b string) {
	a, b = u.find(a), u.find(b)
	if b < a {
		a, b = b, a
	}
	if a != b {
		u[b] = a
	}
}

// ref is a reference with the blocks in which it can mean somebody: one, but for
// a name without a state that may be Chinese as Vietnamese reads it, two; none
// for an id that is none of ours.
type ref struct {
	graph.PersonRef
	spots []spot
}

// spot is where the persons of a reference are, and how their signatures begin
// and end.
type spot struct{ block, marked, read string }

func newRef(r graph.PersonRef) ref {
	switch {
	case r.ID != "" && blockOf(r.ID) == "":
		return ref{PersonRef: r}
	case r.ID != "":
		return ref{r, []spot{{block: blockOf(r.ID)}}}
	case r.Key != "":
		return ref{r, []spot{{block: keyBlock(r.Key)}}}
	}
	spots := []spot{newSpot(r.Name, r.Country)}
	if chinese := newSpot(r.Name, "CN"); r.Country == "" && chinese.read != "" {
		spots = append(spots, chinese)
	}
	return ref{r, spots}
}

func newSpot(name string, c graph.CountryCode) spot {
	words, read := wordsOf(name, c)
	block := nameBlock(words)
	_, marked := names.KeysOf(words) // sorts them
	return spot{block, marked, read}
}

// at reports that a block is one of r's.
func (r *ref) at(block string) bool {
	return slices.ContainsFunc(r.spots, func(s spot) bool { return s.block == block })
}

func (r *ref) blocks() []string {
	var keys []string
	for _, s := range r.spots {
		keys = append(keys, s.block)
	}
	return keys
}

// key keeps references apart from blocks and persons in unions.
func (r *ref) key() string { return fieldSep + r.String() }

// names reports whether a signature is written as the reference says.
func (r *ref) names(sig string) bool {
	if r.Key != "" {
		return sig == "" // the only one of its block
	}
	f := split(sig)
	written := func(s spot) bool { return f[0] == s.marked && readingOf(f) == s.read }
	return r.Name != "" && slices.ContainsFunc(r.spots, written) && (r.Country == "" || f[1] == string(r.Country))
}

// means returns the persons that a reference can mean.
func (r *ref) means(all []individual) []individual {
	var found []individual
	for _, p := range all {
		if r.at(p.block) && (r.ID == p.id || r.ID == "" && slices.ContainsFunc(p.sigs, r.names)) {
			found = append(found, p)
		}
	}
	return found
}

// ruling is a judgement in terms of blocks.
type ruling struct {
	same bool
	a, b ref
}

// rulings are a set of judgements ready for use.
type rulings struct {
	linked  unions              // blocks and references that judgements join
	family  map[string][]string // the blocks of a set of them, by its root
	rulings map[string][]ruling // by root
	apart   map[string][]ruling // that tell two of one block apart, by block
	across  map[string][]ruling // that tell somebody of a block from one of another, by either
}

func newRulings(js []graph.Judgement) *rulings {
	rs := &rulings{unions{}, map[string][]string{}, map[string][]ruling{}, map[string][]ruling{}, map[string][]ruling{}}
	all, blocks := make([]ruling, len(js)), map[string]bool{}
	for i, j := range js {
		all[i] = ruling{j.Same, newRef(j.A), newRef(j.B)}
		for _, r := range []*ref{&all[i].a, &all[i].b} {
			for _, b := range r.blocks() {
				blocks[b] = true
				rs.linked.join(r.key(), b)
			}
		}
		if j.Same {
			rs.linked.join(all[i].a.key(), all[i].b.key())
		}
	}
	for _, r := range all {
		rs.file(r)
	}
	for _, b := range slices.Sorted(maps.Keys(blocks)) {
		root := rs.linked.find(b)
		rs.family[root] = append(rs.family[root], b)
	}
	return rs
}

// file puts a ruling where it is looked for. One that tells persons of two
// families apart has nothing to tell.
func (rs *rulings) file(r ruling) {
	root := rs.linked.find(r.a.key())
	if root == rs.linked.find(r.b.key()) {
		rs.rulings[root] = append(rs.rulings[root], r)
	}
	if r.same {
		return
	}
	for _, b := range r.a.blocks() {
		if r.b.at(b) {
			rs.apart[b] = append(rs.apart[b], r)
		}
	}
	for _, b := range slices.Concat(r.a.blocks(), r.b.blocks()) {
		rs.across[b] = append(rs.across[b], r)
	}
}

// families returns the listed blocks, each with all that judgements link it
// with.
func (rs *rulings) families(keys []string) [][]string {
	var all [][]string
	seen := map[string]bool{}
	for _, key := range keys {
		root := rs.linked.find(key)
		if seen[root] {
			continue
		}
		seen[root] = true
		if family := rs.family[root]; len(family) > 0 {
			all = append(all, family)
		} else {
			all = append(all, []string{key})
		}
	}
	return all
}

// judged reports that judgements compare somebody of a block.
func (rs *rulings) judged(key string) bool { return len(rs.family[rs.linked.find(key)]) > 0 }

// shared notes a report that names persons in several blocks whom a judgement may join,
// or who may be linked: it counts once when they are one.
func (rs *rulings) shared(r *reading) map[saying]struct{} {
	if len(rs.family) == 0 && len(r.near) == 0 {
		return nil
	}
	u, by := unions{}, map[string][]slot{}
	for _, s := range r.slots { // so what joins blocks changes nothing where a report names one of them
		u.join(s.claim(), fieldSep+s.block)
		if root := rs.linked.find(s.block); len(rs.family[root]) > 1 {
			u.join(fieldSep+s.block, fieldSep+root)
		}
	}
	for _, pair := range r.near {
		u.join(pair[0].claim(), pair[1].claim())
	}
	for _, s := range r.slots {
		root := u.find(s.claim())
		by[root] = append(by[root], s)
	}
	said := map[saying]struct{}{}
	for _, slots := range by {
		slices.SortFunc(slots, compareSlots)
		if slots[0].block == slots[len(slots)-1].block {
			continue
		}
		claims := joinList(claimsOf(slots))
		for _, s := range slots {
			said[saying{s, cell{attr: attrShared, value: claims}}] = struct{}{}
		}
	}
	return said
}

// individuals splits a block into persons, as judgements tell them apart.
func (rs *rulings) individuals(key string, b *block) []individual {
	if len(rs.apart[key]) == 0 {
		return individuals(key, b, nil)
	}
	return individuals(key, b, rs.splits(key, b))
}

// splits tells whether two signatures of a block are judged to be two persons.
func (rs *rulings) splits(key string, b *block) func(x, y string) bool {
	list := rs.apart[key]
	if len(list) == 0 {
		return func(string, string) bool { return false }
	}
	plain := individuals(key, b, nil)
	return func(x, y string) bool {
		return slices.ContainsFunc(list, func(r ruling) bool { return r.parts(plain, x, y) || r.parts(plain, y, x) })
	}
}

// parts reports that one of two signatures is meant by one reference only and
// the other one by the other. What both mean is no reason to split.
func (r *ruling) parts(plain []individual, x, y string) bool {
	ax, by := r.a.holds(plain, x), r.b.holds(plain, y)
	return ax && by && !(r.b.holds(plain, x) && r.a.holds(plain, y))
}

func (r *ref) holds(plain []individual, sig string) bool {
	if r.ID == "" {
		return r.names(sig)
	}
	return slices.ContainsFunc(plain, func(p individual) bool { return p.id == r.ID && slices.Contains(p.sigs, sig) })
}

// judgedUnion joins the references and persons that are judged to be one, besides those
// that are joined.
func judgedUnion(u unions, list []ruling, all []individual) unions {
	for i := range list {
		r := &list[i]
		if r.same {
			u.join(r.a.key(), r.b.key())
		}
		for _, ref := range []*ref{&r.a, &r.b} {
			if means := ref.means(all); len(means) == 1 {
				u.join(ref.key(), string(means[0].id))
			}
		}
	}
	return u
}

// contradicted returns the roots of the sets with two persons who are judged
// to be two.
func contradicted(u unions, list []ruling, all []individual) map[string]bool {
	broken := map[string]bool{}
	for i := range list {
		r := &list[i]
		if r.same {
			continue
		}
		for _, a := range r.a.means(all) {
			for _, b := range r.b.means(all) {
				if a.id != b.id && u.find(string(a.id)) == u.find(string(b.id)) {
					broken[u.find(string(a.id))] = true
				}
			}
		}
	}
	return broken
}
