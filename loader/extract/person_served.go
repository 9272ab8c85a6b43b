package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph/names"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// longestPost is how many words behind a name are looked at for the body that somebody is of.
const longestPost = 14

// served gives a person of whom no title tells a state that of the body which the words behind the name tell:
// "X of the Chinese agriculture ministry", "X, an adviser at the Treasury of Kenya", "X, qui représente le Mali".
// What holds something else of the state, "an expert on China", "Ambassador to Japan", tells of none.
func (d *doc) served() {
	for n := range d.actors {
		a := &d.actors[n]
		if !a.named || len(a.persons) != 1 || a.persons[0] < 0 || d.persons[a.persons[0]].country != "" || a.role("guest") || a.role("host") || a.role("counterpart") || a.role("other") {
			continue
		}
		if code := d.bodyBehind(a); code != "" {
			d.giveState(a.persons[0], code)
		}
	}
}

// chairedBehind gives a person of whom no title tells an office the one that a clause behind the name tells: "X, qui préside le
// Comité populaire de Lào Cai".
func (d *doc) chairedBehind() {
	for n := range d.actors {
		a := &d.actors[n]
		if !a.named || len(a.persons) != 1 || a.persons[0] < 0 || len(d.persons[a.persons[0]].offices) > 0 {
			continue
		}
		s := d.sents[a.sent]
		from, ok := d.postOpens(a, s)
		if !ok || !d.servingAt(from) {
			continue
		}
		to := from + 1
		for to < min(s.to, from+longestPost) && !d.postEnds(to) {
			to++
		}
		p := &d.persons[a.persons[0]]
		o := d.officeOf(&roleUse{key: "chairman", from: from, to: to, code: p.country})
		if kind := names.OfficeKind(o.key, o.title, ""); kind == "governor" || kind == "council" {
			o.key = kind
			p.offices, p.keys = append(p.offices, o), append(p.keys, kind)
		}
	}
}

// bodyBehind is the only state that the words behind actor a tell of, as that of a body he is of.
func (d *doc) bodyBehind(a *actor) string {
	s := d.sents[a.sent]
	from, ok := d.postOpens(a, s)
	if !ok {
		return ""
	}
	code, i := "", from
	for ; i < min(s.to, from+longestPost) && !d.postEnds(i); i++ {
		if code != "" && d.units[i].set.either(lexicon.In, lexicon.To) {
			break // "who represents Italy at the UN"
		}
		c := d.anyState(i)
		if c == "" {
			continue
		}
		if !d.bodyOf(i, from, s) || code != "" && c != code || d.hyphened(i) {
			return ""
		}
		code = c
	}
	if d.units[a.to].punct == ',' && i < s.to && d.units[i].punct == 0 && !d.units[i].set.has(lexicon.And) && !d.postGoesOn(i) {
		return "" // "X, the President of Russia spoke of": what the comma begins is the subject
	}
	return code
}

// postGoesOn reports words of place or time at unit i, with which a post can go on that commas set off.
func (d *doc) postGoesOn(i int) bool {
	return d.units[i].date >= 0 || d.units[i].set.any(lexicon.In, lexicon.To, lexicon.Who) || d.lex.Options.Bare && !d.units[i].set.has(lexicon.Be)
}

// hyphened reports one of two states that a hyphen joins: "the Mongolia-US caucus".
func (d *doc) hyphened(i int) bool {
	return i > 0 && d.units[i-1].punct == '-' || i+1 < len(d.units) && d.units[i+1].punct == '-'
}

// postOpens is the unit where the words behind actor a begin that may tell a post of his.
func (d *doc) postOpens(a *actor, s sentence) (from int, ok bool) {
	i := a.to
	comma := i < s.to && (d.units[i].punct == ',' || d.dash(i))
	if comma {
		i++
	}
	if i+1 >= s.to || d.units[i].name >= 0 {
		return 0, false
	}
	u := &d.units[i]
	switch {
	case u.set.has(lexicon.Who):
		for i++; i+1 < s.to && d.units[i].set.has(lexicon.Adverb) && !d.units[i].set.has(lexicon.Verb); i++ {
		}
		return i, d.servingAt(i)
	case d.servingAt(i), u.set.either(lexicon.Of, lexicon.From):
		return i, true
	case comma:
		return i, d.postHead(i, s)
	default:
		return i, u.set.either(lexicon.In, lexicon.To) && d.units[i-1].set.has(lexicon.Role)
	}
}

// postHead reports that a post can begin with unit i, behind a comma: no plural, and none of whom another name
// tells.
func (d *doc) postHead(i int, s sentence) bool {
	u := &d.units[i]
	if u.actor >= 0 && (d.actors[u.actor].plural || d.actors[u.actor].named) {
		return false
	}
	if u.set.either(lexicon.Indef, lexicon.Def) && i+1 < s.to {
		return d.units[i+1].name < 0
	}
	return d.unknownPost(i, s) || u.set.either(lexicon.Role, lexicon.Former) || d.bodyWord(i) || !d.lex.Options.Bare && u.set.has(lexicon.Adj) || d.lex.Options.Premodifier && u.cap && governor(u) == lexicon.None
}

// unknownPost reports an office at unit i that the lexicon does not have: "vice chair of", "number two at".
func (d *doc) unknownPost(i int, s sentence) bool {
	k := i
	for k < min(i+3, s.to) && d.units[k].name < 0 && d.units[k].kind == text.Word && (d.units[k].common() || k > i && d.units[k].set.has(lexicon.Numeral)) {
		k++
	}
	return !d.lex.Options.Bare && k > i && k < s.to && d.units[k].set.either(lexicon.Of, lexicon.In)
}

// servingAt reports a word at unit i that tells that somebody acts for what follows.
func (d *doc) servingAt(i int) bool {
	e, ok := d.units[i].entry(lexicon.Serving)
	return ok && e.Index == 1
}

// postEnds reports that the words about a post end before unit i.
func (d *doc) postEnds(i int) bool {
	u := &d.units[i]
	switch {
	case u.name >= 0, u.date >= 0, u.kind == text.Break, u.kind == text.Number, u.punct != 0 && !d.clitic(i) && u.punct != '-' && text.Key(d.textOf(i, i+1)) != "'":
		return true
	case d.bodyWord(i), d.servingAt(i), u.set.any(lexicon.Role, lexicon.Portfolio, lexicon.Adj, lexicon.Country):
		return false
	}
	if u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Who, lexicon.That, lexicon.By, lexicon.With, lexicon.Beside, lexicon.Between, lexicon.For, lexicon.Not, lexicon.Refl) {
		return true
	}
	return u.set.has(lexicon.Verb) && !u.set.any(lexicon.Noun, lexicon.Of, lexicon.In, lexicon.To) || u.set.has(lexicon.Prep) && !u.set.any(lexicon.Of, lexicon.In, lexicon.To)
}

// anyState is the state that unit i names, in any way.
func (d *doc) anyState(i int) string {
	u := &d.units[i]
	if !u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Seat) || u.name >= 0 {
		return ""
	}
	p := &parser{d: d}
	if p.country(u); len(p.a.codes) == 0 {
		return ""
	}
	return p.a.codes[0]
}

// bodyWord reports a word for a body that states have.
func (d *doc) bodyWord(i int) bool {
	u := &d.units[i]
	return u.set.any(lexicon.Service, lexicon.Body, lexicon.Government) || u.set.has(lexicon.Thing) && u.cap
}

// bodyOf reports that the state at unit i is that of a body told in the words from unit from on, or is what
// somebody acts for.
func (d *doc) bodyOf(i, from int, s sentence) bool {
	k := i - 1
	for k > from && d.units[k].set.has(lexicon.Def) {
		k--
	}
	if k >= from && d.servingAt(k) {
		return true
	}
	if d.lex.Options.Premodifier {
		if k > from && d.units[k].set.has(lexicon.Of) {
			return d.bodyWord(k-1) || d.units[k-1].set.either(lexicon.Portfolio, lexicon.Role) || d.units[k-1].cap && d.units[k-1].name < 0
		}
		return d.bodyAfter(i, s)
	}
	return d.bodyBefore(i, from)
}

// bodyAfter reports a body in the words that a state at unit i stands before: "Chinese agriculture ministry",
// "Kenya's central bank".
func (d *doc) bodyAfter(i int, s sentence) bool {
	if i > s.from && d.units[i-1].set.either(lexicon.In, lexicon.To) && !d.clitic(i+1) {
		return false
	}
	for k := i + 1; k < min(i+5, s.to); k++ {
		u := &d.units[k]
		switch {
		case d.bodyWord(k), u.set.has(lexicon.Portfolio) && d.units[i].set.has(lexicon.Adj):
			return true
		case d.clitic(k), text.Key(d.textOf(k, k+1)) == "'", u.set.either(lexicon.Portfolio, lexicon.Adj), u.kind == text.Word && u.name < 0 && u.common():
		default:
			return false
		}
	}
	return false
}

// bodyBefore reports a body in the words that end with the state at unit i: "ministère chinois", "banque
// centrale du Kenya", "Ngân hàng Trung ương Kenya".
func (d *doc) bodyBefore(i, from int) bool {
	for k := i - 1; k >= max(from, i-5); k-- {
		u := &d.units[k]
		switch {
		case d.bodyWord(k):
			return true
		case u.set.has(lexicon.Portfolio):
			if u.cap || d.units[i].set.has(lexicon.Adj) {
				return true
			}
		case u.set.any(lexicon.Of, lexicon.Def, lexicon.Contracted, lexicon.Adj) && !u.set.has(lexicon.Role), u.kind == text.Word && u.name < 0 && u.common():
		default:
			return false
		}
	}
	return false
}

// giveState gives person p a state that the words around the name tell, unless the name or another office speaks
// of one already.
func (d *doc) giveState(p int, code string) {
	if q := &d.persons[p]; code != "" && q.country == "" && (q.origin == "" || q.origin == code || q.origin != d.lex.Home) {
		q.vote(code, 1)
		q.country = code
	}
}

// standFor gives a state to those of the list that actor n opens.
func (d *doc) standFor(n int, code string) {
	for _, m := range d.listAt(n) {
		for _, p := range d.actors[m].persons {
			if p >= 0 {
				d.giveState(p, code)
			}
		}
	}
}

// listAt are the actors of the list that actor n opens: nothing but commas and "and" stands between them, and
// none of them is of another state.
func (d *doc) listAt(n int) []int {
	list := []int{n}
	for m := n + 1; m < d.sents[d.actors[n].sent].actors[1]; m++ {
		a := &d.actors[m]
		for i := d.actors[m-1].to; i < a.from; i++ {
			if u := &d.units[i]; u.punct != ',' && u.punct != ';' && !u.set.any(lexicon.And, lexicon.Adverb, lexicon.Def) {
				return list
			}
		}
		if len(a.codes) > 0 && a.role("head") || a.pron != lexicon.None {
			return list
		}
		if a.named && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}
