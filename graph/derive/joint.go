package derive

import (
	"maps"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// maxJoined is how many signatures of a joint are compared with each other. Where there are
// more, the forms of a name that only meet there stay persons of their own.
const maxJoined = 50

const jointLetter = "j"

// newNameForm takes the name of a signature apart.
func newNameForm(sig string) *nameForm {
	if sig == "" { // who has a key
		return &nameForm{rank: keyedRank, apart: true}
	}
	name, rest, _ := strings.Cut(sig, fieldSep)
	f := &nameForm{}
	f.country, rest, _ = strings.Cut(rest, fieldSep)
	f.offices, _, _ = strings.Cut(rest, fieldSep)
	for w := range strings.FieldsSeq(name) {
		f.words = append(f.words, names.MakeWord(w))
	}
	f.rank = names.Rank(f.words)
	return f
}

// joints are those at which a signature stands. Without a state there are none.
func (f *nameForm) joints() []string {
	if f.apart || f.country == "" {
		return f.at
	}
	f.apart = true
	for _, key := range names.Couples(f.country, f.words) {
		f.at = append(f.at, jointKey(f.country, key))
	}
	if offices := splitList(f.offices); len(offices) > 0 {
		offices = kinds(offices)
		slices.Sort(offices)
		for _, key := range names.Singles(f.words) {
			for _, o := range slices.Compact(offices) {
				f.at = append(f.at, jointKey(f.country, key, o))
			}
		}
	}
	return f.at
}

const keyedRank = 100

func jointKey(fields ...string) string { return jointLetter + digest(fields...) }

// resembles reports that the name of lower rank may be a form of the other one.
func (f *nameForm) resembles(g *nameForm) bool {
	if f.rank == g.rank || f.country != g.country {
		return false
	}
	if f.rank > g.rank {
		f, g = g, f
	}
	if f.rank == 0 {
		return names.Bears(g.words, f.words[0]) != names.Other
	}
	return names.AlikeIn(f.country, f.words, g.words) != names.Other
}

// standing is how a joint lists a signature of a rank; slotAt tells which one that is, and rankAt
// its rank.
func (s slot) standing(rank int) string { return s.block + string(rune('0'+rank)) + s.sig }

func slotAt(standing string) slot {
	return slot{standing[:keyLength], standing[keyLength+1:]}
}

func rankAt(standing string) int { return int(standing[keyLength] - '0') }

// joint adds a signature to its joints, or takes it from there.
func (l *ledger) joint(s slot, f *nameForm, n int) {
	for _, key := range f.joints() {
		l.post(map[saying]struct{}{{slot{key, s.standing(f.rank)}, cell{attr: attrReports}}: {}}, n)
	}
}

// jointed posts to joints which signatures a block has got and lost.
func (l *ledger) jointed(key string, before, after *block, fs nameForms) {
	for sig := range before.said {
		if after.said[sig] == nil {
			l.joint(slot{key, sig}, fs.of(sig), -1)
		}
	}
	for sig := range after.said {
		if before.said[sig] == nil {
			l.joint(slot{key, sig}, fs.of(sig), +1)
		}
	}
}

// crammed reports a joint of too many.
func (b *block) crammed() bool { return len(b.said)+b.shelved > maxJoined }

// partners are the classes that share a joint with one and whose names may be forms of its
// name, or the reverse.
func (v *view) partners(s slot) []slot {
	if near, ok := v.near[s]; ok {
		return near
	}
	c, at := v.class(s), map[slot]bool{}
	v.need(wanted{joints: v.jointsOf(c)})
	for _, sig := range c.sigs {
		f := v.forms.of(sig)
		for _, key := range f.joints() {
			j := v.joints[key]
			if j == nil || j.crammed() {
				continue
			}
			for standing := range j.said {
				if o := slotAt(standing); rankAt(standing) != f.rank && !at[o] && f.resembles(v.forms.of(o.sig)) {
					at[o] = true
				}
			}
		}
	}
	slots := slices.SortedFunc(maps.Keys(at), compareSlots)
	v.need(wanted{slots: slices.Clone(slots)})
	near := []slot{}
	for _, o := range slots {
		if p := v.class(o); p != nil && p.first() != s && !slices.Contains(near, p.first()) {
			near = append(near, p.first())
		}
	}
	v.near[s] = near
	return near
}

// jointsOf lists the joints of a class.
func (v *view) jointsOf(c *individual) []string {
	var keys []string
	for _, sig := range c.sigs {
		keys = append(keys, v.forms.of(sig).joints()...)
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// root is whose form a class is: of the only one of higher rank with which its name, its state,
// its offices and their times agree, and of whom that one is a form. With none, or more than
// one, it is its own. Ranks grow from form to form, so this ends.
func (v *view) root(s slot) slot {
	if r, ok := v.roots[s]; ok {
		return r
	}
	c := v.class(s)
	rank, roots := v.formRank(c), map[slot]bool{}
	var fitting []slot
	for _, p := range v.partners(s) {
		if v.formRank(v.class(p)) > rank && v.verdict(s, p) == together {
			fitting = append(fitting, p)
			roots[v.root(p)] = true
		}
	}
	r := s
	if len(roots) == 1 && !slices.ContainsFunc(fitting, func(p slot) bool { return compared(c, v.class(p)) }) {
		only := v.root(fitting[0])
		if slices.Contains(fitting, only) || v.verdict(s, only) != apart {
			r = only
		}
	}
	v.roots[s] = r
	return r
}

// compared reports two classes of one block, which has compared their names.
func compared(a, b *individual) bool {
	return a.block == b.block && slices.ContainsFunc(a.sigs, func(x string) bool {
		return slices.ContainsFunc(b.sigs, func(y string) bool { return endsOf(x) == endsOf(y) || endsOf(x) == "" || endsOf(y) == "" })
	})
}

// tree lists the forms of a root.
func (v *view) tree(root slot) []slot {
	list, seen := []slot{root}, map[slot]bool{root: true}
	for i := 0; i < len(list); i++ {
		rank := v.formRank(v.class(list[i]))
		for _, p := range v.partners(list[i]) {
			if !seen[p] && v.formRank(v.class(p)) < rank && v.root(p) == root {
				seen[p] = true
				list = append(list, p)
			}
		}
	}
	return list
}

// verdict is what two classes say of each other: together when two of
// their signatures say so and no two are apart by anything but their names.
func (v *view) verdict(s, p slot) verdict {
	if compareSlots(s, p) > 0 {
		s, p = p, s
	}
	d, ok := v.ties[[2]slot{s, p}]
	if !ok {
		d = v.compare(v.class(s), v.class(p))
		v.ties[[2]slot{s, p}] = d
	}
	return d
}

func (v *view) compare(a, b *individual) verdict {
	if v.tellsBoth(a, b) || v.judgedTwo(a, b) {
		return apart
	}
	ps, qs := v.parse(a), v.parse(b)
	coheld := coheldIn(slices.Concat(ps, qs))
	result := unproven
	for i := range ps {
		for k := range qs {
			w := weigher{}
			ps[i].weighForms(&qs[k], coheld, &w)
			if slices.ContainsFunc(w.reasons, contradicts) {
				return apart
			}
			if verdictOf(graph.Score(w.reasons)) == together {
				result = together
			}
		}
	}
	return result
}

func contradicts(r graph.Reason) bool { return r.Score < 0 && r.Kind != graph.ReasonOtherName }

// tellsBoth reports that an article names both: it would call one person by the whole name.
func (v *view) tellsBoth(a, b *individual) bool {
	if a.block == b.block && v.blocks[a.block].tellsBoth(a.sigs, b.sigs) {
		return true
	}
	others := claimsOf(b.slots())
	for _, sig := range a.sigs {
		for c := range v.blocks[a.block].said[sig].opened() {
			if c.attr == attrShared && slices.ContainsFunc(splitList(c.value), func(claim string) bool { return slices.Contains(others, claim) }) {
				return true
			}
		}
	}
	return false
}

// tellsBoth is that of one block; of a crowded one, of which not all is loaded, it may be so.
func (b *block) tellsBoth(sigs, others []string) bool {
	return b.crowded() || slices.ContainsFunc(b.sets(), func(s set) bool { return countIn(s.sigs, sigs) > 0 && countIn(s.sigs, others) > 0 })
}

// judgedTwo reports a judgement that tells two classes apart.
func (v *view) judgedTwo(a, b *individual) bool {
	as, bs := []individual{*a}, []individual{*b}
	means := func(r *ref, list []individual) bool { return len(r.means(list)) > 0 }
	return slices.ContainsFunc(v.rulings.across[a.block], func(r ruling) bool {
		return means(&r.a, as) && means(&r.b, bs) || means(&r.a, bs) && means(&r.b, as)
	})
}

func (v *view) parse(c *individual) []personSig {
	sigs, words := make([]personSig, len(c.sigs)), map[string]names.Word{}
	for i, sig := range c.sigs {
		sigs[i] = parsePerson(sig, v.blocks[c.block].said[sig], words)
	}
	return sigs
}

// coheldIn tells which offices some report gives one person.
func coheldIn(sigs []personSig) func(a, b string) bool {
	held := map[[2]string]bool{}
	for i := range sigs {
		for _, x := range sigs[i].offices {
			for _, y := range sigs[i].offices {
				held[[2]string{x, y}] = true
			}
		}
	}
	return func(a, b string) bool { return held[[2]string{a, b}] }
}

// weighForms compares signatures of two blocks.
func (p *personSig) weighForms(q *personSig, coheld func(a, b string) bool, w *weigher) {
	if names.FamilyAlone(q.words) {
		p, q = q, p
	}
	if !names.FamilyAlone(p.words) {
		p.weigh(q, coheld, w)
		return
	}
	both := func() string { return p.name() + " ~ " + q.name() }
	if names.Bears(q.words, p.words[0]) == names.Other {
		w.add(graph.ReasonOtherName, against, both)
	} else {
		w.add(graph.ReasonFamily, 0, both)
	}
	p.weighCountries(q, w)
	p.weighOffice(q, w)
	p.weighCareers(q, coheld, w)
}

// resembling lists the pairs of slots in different blocks that share a joint and whose names
// may be forms of one.
func resembling(slots []slot, fs nameForms) (pairs [][2]slot) {
	at := map[string][]slot{}
	for _, s := range slots {
		f := fs.of(s.sig)
		for _, key := range f.joints() {
			for _, o := range at[key] {
				if o.block != s.block && fs.of(o.sig).resembles(f) {
					pairs = append(pairs, [2]slot{o, s})
				}
			}
			at[key] = append(at[key], s)
		}
	}
	return pairs
}
