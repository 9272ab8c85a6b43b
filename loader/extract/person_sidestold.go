package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// widestGap is how many words stand at most between a side and those who are there for it.
const widestGap = 8

// sidesTold gives those who are told to be of a side, or to sign for a state, that state: "On the Lao side, X
// and Y", "Kenya was represented by X, Chad by Y", "signed by X for Mali and Y for Niger".
func (d *doc) sidesTold() {
	for k := range d.sents {
		s := d.sents[k]
		if s.actors[0] == s.actors[1] {
			continue
		}
		told := false
		for i := s.from; i < s.to; i++ {
			if !d.units[i].set.meets(tellsSide) {
				continue
			}
			code, end := d.sideMark(i, s, told)
			if code == "" {
				continue
			}
			if n := d.namedSoon(end, code, s); n >= 0 {
				told = true
				d.standFor(n, code)
			}
			i = end - 1
		}
		d.sidesBehind(s)
	}
}

// tellsSide are the classes of what a side begins with.
var tellsSide = classes(lexicon.Country, lexicon.Adj, lexicon.Side, lexicon.Behalf)

// sideMark reads a side, from unit i on, that those named behind it are there for; end is the unit behind it.
func (d *doc) sideMark(i int, s sentence, told bool) (code string, end int) {
	if d.units[i].actor >= 0 && d.actors[d.units[i].actor].named {
		return "", 0
	}
	if c, end := d.sideAt(i, s); c != "" && d.sideOpens(i, end, s) {
		return c, end
	}
	u := &d.units[i]
	if u.set.has(lexicon.Behalf) && d.clauseStarts(i, s) {
		k := i + 1
		for k+1 < s.to && d.units[k].set.has(lexicon.Def) {
			k++
		}
		if c := d.stateByName(k); c != "" && k+1 < s.to && (d.units[k+1].set.has(lexicon.By) || told && d.units[k+1].punct == ',' || d.signsFrom(k+1, s)) {
			return c, k + 1
		}
		return "", 0
	}
	c := d.stateByName(i)
	if c == "" || i+1 >= s.to {
		return "", 0
	}
	if k := d.pastBe(i+1, s); k < s.to && d.actedFor(k) {
		return c, k + 1
	}
	if told && d.units[i+1].set.has(lexicon.By) && i > s.from {
		return c, i + 2
	}
	return "", 0
}

// stateByName is the state that unit i names by its name.
func (d *doc) stateByName(i int) string {
	if i >= len(d.units) || d.units[i].name >= 0 || !d.units[i].set.has(lexicon.Country) {
		return ""
	}
	return d.anyState(i)
}

// pastBe is the unit behind a form of "be" at unit i, i itself if there is none.
func (d *doc) pastBe(i int, s sentence) int {
	return i + one(i < s.to && d.units[i].set.has(lexicon.Be))
}

// actedFor reports "represented by" at unit i.
func (d *doc) actedFor(i int) bool {
	e, ok := d.units[i].entry(lexicon.Serving)
	return ok && e.Index == 2
}

// sideAt reads a state with the word for a side: "Lao side", "côté laotien", "phía Lào".
func (d *doc) sideAt(i int, s sentence) (code string, end int) {
	if i+1 >= s.to {
		return "", 0
	}
	u, v := &d.units[i], &d.units[i+1]
	if d.lex.Options.Premodifier {
		if v.set.has(lexicon.Side) && u.set.either(lexicon.Adj, lexicon.Country) {
			return d.anyState(i), i + 2
		}
		return "", 0
	}
	if (u.set.has(lexicon.Side) || u.set.has(lexicon.Behalf) && (u.set.has(lexicon.Prep) || d.lex.Options.Bare) && !u.set.either(lexicon.For, lexicon.To)) && v.set.either(lexicon.Adj, lexicon.Country) {
		return d.anyState(i + 1), i + 2
	}
	return "", 0
}

// sideOpens reports that the side from unit i to end is told as that of those named next: ", X", ": X", "were
// X", "có X", "was represented by X".
func (d *doc) sideOpens(i, end int, s sentence) bool {
	if end >= s.to {
		return false
	}
	before := i - 1
	for before >= s.from && d.units[before].set.has(lexicon.Def) {
		before--
	}
	governed := d.units[i].set.has(lexicon.Behalf)
	if before >= s.from && d.units[before].punct == 0 && (governor(&d.units[before]) != lexicon.None || d.units[before].set.has(lexicon.Behalf)) {
		governed, before = true, before-1
	}
	opens := d.clauseStarts(before+1, s)
	u := &d.units[end]
	switch k := d.pastBe(end, s); {
	case u.punct == ':':
		return opens || governed
	case u.punct == ',':
		return opens && governed
	case k < s.to && d.actedFor(k):
		return true
	case k > end, u.set.has(lexicon.By):
		return governed || opens && k == end
	case u.set.has(lexicon.Including), u.set.has(lexicon.Support) && d.lex.Options.Bare:
		return opens || governed
	}
	return opens && governed && u.actor >= 0 && d.actors[u.actor].named
}

// clauseStarts reports that a clause or a part of a list can begin with unit i.
func (d *doc) clauseStarts(i int, s sentence) bool {
	return i == s.from || d.units[i-1].punct != 0 || d.units[i-1].set.has(lexicon.And)
}

// signsFrom reports a verb of signing from unit i on: "For Spain it was signed by X".
func (d *doc) signsFrom(i int, s sentence) bool {
	for ; i < s.to; i++ {
		if d.isVerb(i, "signed") {
			return true
		}
	}
	return false
}

// namedSoon is the actor with a name that comes next behind unit i, if little stands between; -1 for none.
func (d *doc) namedSoon(i int, code string, s sentence) int {
	for k := i; k < min(i+widestGap, s.to); k++ {
		u := &d.units[k]
		if u.actor >= 0 && d.actors[u.actor].named {
			if cs := d.actors[u.actor].codes; len(cs) > 0 && cs[0] != code {
				return -1
			}
			return u.actor
		}
		if u.punct != 0 && u.punct != ':' && (u.punct != ',' || k > i) || u.kind == text.Break || u.set.any(lexicon.Country, lexicon.Adj, lexicon.With) {
			return -1
		}
	}
	return -1
}

// sidesBehind reads the states told behind those who sign or are there for them, in a sentence of signing or
// where two are told in one way.
func (d *doc) sidesBehind(s sentence) {
	type side struct {
		n    int
		code string
	}
	var told []side
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		k := a.to + one(a.to < s.to && d.units[a.to].punct == ',')
		if c := d.onBehalfOf(a); c != "" {
			told = append(told, side{n, c})
			continue
		}
		if !a.named || len(a.codes) > 0 || k+1 >= s.to || !d.units[k].set.has(lexicon.Behalf) || d.units[k-1].set.has(lexicon.Role) {
			continue
		}
		for k++; k+1 < s.to && d.units[k].set.has(lexicon.Def); k++ {
		}
		c := d.stateByName(k)
		if u := &d.units[min(k+1, s.to-1)]; c != "" && (k+1 >= s.to || u.punct != 0 || u.set.has(lexicon.And)) {
			told = append(told, side{n, c})
		}
	}
	if len(told) == 0 || len(told) == 1 && !d.signsFrom(s.from, s) && !d.signsFrom(d.actors[told[0].n].to, s) {
		return
	}
	for _, t := range told {
		for n := t.n; n >= 0; n = d.actors[n].prev { // of "A, for Mali, and B" it is A and those before
			if n != t.n && (len(d.actors[n].codes) > 0 || d.units[d.actors[n].to].set.has(lexicon.Behalf)) {
				break
			}
			for _, p := range d.actors[n].persons {
				if p >= 0 {
					d.giveState(p, t.code)
				}
			}
		}
	}
}

// onBehalfOf is the state with which actor a ends, behind a word for those for whom somebody is there: "X pour le
// Liban".
func (d *doc) onBehalfOf(a *actor) string {
	k := a.to - 2
	for k > a.from && d.units[k].set.has(lexicon.Def) && !d.units[k].set.has(lexicon.Behalf) {
		k--
	}
	if !a.named || k <= a.from || !d.units[k].set.has(lexicon.Behalf) {
		return ""
	}
	return d.stateByName(a.to - 1)
}
