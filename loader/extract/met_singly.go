package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// singleClaims are claims, but for those of one person with several who hardly sat together,
// which become one for each: where the text says so, or they are each at the head of
// something of one state ("gặp Thủ tướng A và Chủ tịch Quốc hội B"), or of two states and
// on the telephone or beside a conference. Who met whom is the same either way, but an
// article that tells of A alone means another meeting than one that tells of B.
func (d *doc) singleClaims(claims []claim) (out []claim) {
	for _, c := range claims {
		c = d.threeWay(c)
		if c.among || len(c.left) != 1 && len(c.right) != 1 || len(c.left)+len(c.right) < 3 || !d.singly(&c) {
			out = append(out, c)
			continue
		}
		for _, l := range c.left {
			for _, r := range c.right {
				one := c
				one.left, one.right = []int{l}, []int{r}
				out = append(out, one)
			}
		}
	}
	return out
}

func (d *doc) singly(c *claim) bool {
	many, s := c.right, d.sents[c.sent]
	if len(c.left) > 1 {
		many = c.left
	}
	switch {
	case d.tellsOf(s, lexicon.Jointly):
		return false
	case d.tellsOf(s, lexicon.Singly) || d.withEach(many, c.sent):
		return true
	case d.ofOwnStates(many):
		return c.mode == graph.Remote || d.tellsOf(s, lexicon.Margins) || d.looksBack(c.sent) && c.place == ""
	}
	return d.leadersOfOne(many)
}

func (d *doc) tellsOf(s sentence, c lexicon.Class) bool {
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.set.has(c) || u.kind == text.Word && u.to-u.from > 1 && d.wordSet(d.ids[u.from], d.toks[u.from]).has(c) { // "trilateral summit"
			return true
		}
	}
	return false
}

// jointly reports a word for talks of three in sentence k or in the ones around it.
func (d *doc) jointly(k int) bool {
	for j := max(k-3, 0); j < len(d.sents) && j <= k+3; j++ {
		if d.sents[j].item == d.sents[k].item && d.tellsOf(d.sents[j], lexicon.Jointly) {
			return true
		}
	}
	return false
}

// withEach reports persons each of whom sentence k joins by a preposition: "talked with A and
// with B".
func (d *doc) withEach(ps []int, k int) bool {
	return !slices.ContainsFunc(ps, func(p int) bool {
		n := d.namedLast(p, k)
		return n < 0 || d.actors[n].from == 0 || !d.units[d.actors[n].from-1].set.has(lexicon.With)
	})
}

// ofOwnStates reports persons each of another known state.
func (d *doc) ofOwnStates(ps []int) bool {
	seen := map[string]bool{"": true}
	for _, p := range ps {
		c := d.persons[p].country
		if seen[c] {
			return false
		}
		seen[c] = true
	}
	return true
}

// leadersOfOne reports persons of one state who are at the head of different things: the state, its
// government, parliament or party.
func (d *doc) leadersOfOne(ps []int) bool {
	seen := map[string]bool{}
	for _, p := range ps {
		q := &d.persons[p]
		i := slices.IndexFunc(q.offices, func(o office) bool { return !o.former && headships[o.key] })
		if i < 0 || q.country == "" || q.country != d.persons[ps[0]].country || seen[q.offices[i].key] {
			return false
		}
		seen[q.offices[i].key] = true
	}
	return true
}

var headships = map[string]bool{"president": true, "state_chairman": true, "king": true, "prime_minister": true, "chancellor": true, "speaker": true, "secretary_general": true}

// threeTable reads a meeting of so many sides whom the sentence names together, whatever it says that they did there: "the
// trilateral conference took place in Tokyo, attended by A, B and C".
func (d *doc) threeTable(k int) {
	s, at := d.sents[k], -1
	for i := s.from; i < s.to && at < 0; i++ {
		adj := d.units[i].set.has(lexicon.ThreeWay) && i+1 < s.to && d.units[i+1].kind == text.Word && governor(&d.units[i+1]) == lexicon.None // "the trilateral accord"
		if d.units[i].actor < 0 && d.isNoun(i, "met", "session") && !adj {
			at = i
		}
	}
	if at < 0 || !d.tellsOf(s, lexicon.ThreeWay) {
		return
	}
	all := d.listBehind(at, s)
	f := nounFrame{d: d, k: k, s: s, c: &d.said[s.item], noun: d.nounAt(at), at: at}
	if st, ok := f.status(); ok && len(all) > 2 && len(all) <= 4 && d.ofOwnStates(all) && d.onlyThose(all, s) {
		d.emit(claim{left: all, among: true, status: st, sent: k, rule: d.lex.Lang + ".threetable"}, at, f.noun.Flags.Has("remote"), false)
	}
}

// listBehind are those named behind unit at, if nothing but "and" and commas, and a preposition again, stands between them.
func (d *doc) listBehind(at int, s sentence) (all []int) {
	const gap = 3
	last := -1
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= at || !a.named {
			continue
		}
		if last >= 0 && (a.from-last > gap || !d.units[last].set.has(lexicon.And) && d.units[last].punct != ',') {
			return nil
		}
		all, last = append(all, a.persons...), a.to
	}
	return all
}

// nounAt is the noun of unit i.
func (d *doc) nounAt(i int) *lexicon.NounEntry {
	e, _ := d.units[i].entry(lexicon.Noun)
	return &d.lex.Nouns[e.Index]
}
