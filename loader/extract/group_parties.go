package extract

import (
	"slices"
	"sort"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// groups collects the parties and organizations of a report: by index in the lexicon, and by
// folded name those that it does not know.
type groups struct {
	list    *[]graph.ReportedGroup
	byIndex map[int]int // lexicon index -> index in list
	byName  map[string]int
}

func newGroups(list *[]graph.ReportedGroup) groups {
	return groups{list, map[int]int{}, map[string]int{}}
}

// add keeps the longest form of a group as its name.
func (gs *groups) add(at int, known bool, g graph.ReportedGroup) int {
	if !known {
		*gs.list = append(*gs.list, g)
		return len(*gs.list) - 1
	}
	have := &(*gs.list)[at]
	have.Mentions = append(have.Mentions, g.Mentions...)
	for _, n := range append(g.Aliases, g.Name) {
		switch {
		case n == have.Name || slices.Contains(have.Aliases, n):
		case len(n) > len(have.Name) && n == g.Name:
			have.Aliases = append(have.Aliases, have.Name)
			have.Name = n
		default:
			have.Aliases = append(have.Aliases, n)
		}
	}
	return at
}

func (gs *groups) addIndex(i int, g graph.ReportedGroup) {
	at, ok := gs.byIndex[i]
	gs.byIndex[i] = gs.add(at, ok, g)
}

func (gs *groups) addName(g graph.ReportedGroup) int {
	key := text.Fold(g.Name)
	at, ok := gs.byName[key]
	gs.byName[key] = gs.add(at, ok, g)
	return gs.byName[key]
}

// newParty reports the party, and where its name ends, that a word of party life at unit i makes of the words beside it,
// or a party of the lexicon whose name goes on there: "the Social Democratic Party", "Đảng Cải cách Estonia".
// See words.txt.
func (d *doc) newParty(i int) (g graph.ReportedGroup, end int, ok bool) {
	u := &d.units[i]
	if !u.set.either(lexicon.Party, lexicon.PartyWord) || u.set.either(lexicon.Surname, lexicon.Given) {
		return g, 0, false
	}
	from, to := i, i+1
	if d.lex.Options.Premodifier && d.partyHead(u.to-1) == 2 {
		from, to = d.partyBefore(i)
	} else if !d.lex.Options.Premodifier && d.partyHead(u.from) == 2 {
		to = d.partyAfter(i)
	}
	if to-from < 2 && !(u.set.has(lexicon.PartyWord) && to == i && from < i) {
		return g, 0, false
	}
	g = graph.ReportedGroup{Name: d.textOf(from, to), Country: graph.CountryCode(d.partyState(from, to))}
	if !d.units[i].cap && from == i { // "le parti Ata-Meken" is called either
		g.Name, g.Aliases = d.textOf(from+1, to), []string{g.Name}
	}
	g.Mentions = []graph.Span{{Start: int(d.toks[d.units[from].from].Start), End: int(d.toks[d.units[to-1].to-1].End)}}
	if a := d.inBrackets(to); a != "" {
		g.Aliases = append(g.Aliases, a)
	}
	return g, to, true
}

// knownBy is the party of the lexicon whose abbreviation one that it does not know by its name has in
// brackets behind that, if it is one of that state: "Đảng Dân chủ Indonesia Đấu tranh (PDI-P)".
func (d *doc) knownBy(g *graph.ReportedGroup, end int) (lexicon.Entry, bool) {
	if d.inBrackets(end) == "" {
		return lexicon.Entry{}, false
	}
	e, ok := d.units[end+1].entry(lexicon.Party)
	return e, ok && (e.Code == string(g.Country) || g.Country == "" && d.namesState(e.Code))
}

// partyHead is which line of the words of party life token t is of, 0 for none.
func (d *doc) partyHead(t int) int32 {
	_, sense := d.lex.Match(d.ids[t:t+1], d.toks[t:t+1])
	for _, e := range sense.Entries {
		if e.Class == lexicon.PartyWord {
			return e.Index
		}
	}
	return 0
}

// partyBefore is the name that ends with the head at unit i: "Nationalist Party", "the Law and
// Justice party", "Party of Freedom and Justice"; empty if there is none.
func (d *doc) partyBefore(i int) (from, to int) {
	s := d.sents[d.sentenceAt(i)]
	from, to = i, i+1
	for from > s.from && d.partyPart(from-1, s) {
		from--
	}
	for from < i && !d.units[from].cap {
		from++
	}
	if !d.units[i].cap { // "the TIM party"
		if from == i || from == s.from || !d.units[from-1].set.has(lexicon.Def) && !d.clitic(from-1) || to < s.to && !d.units[to].cap && d.units[to].set.either(lexicon.Namesake, lexicon.Body) {
			return i, i // "the X party school"
		}
		return from, i
	}
	if to < s.to && d.units[to].cap && d.units[to].kind == text.Word && d.units[to].set.any(lexicon.Role, lexicon.Body, lexicon.Thing, lexicon.Portfolio, lexicon.Noun) {
		return i, i // "Party Committee"
	}
	if from < i || d.units[i].set.has(lexicon.Party) {
		return from, to
	}
	for to+1 < s.to && (d.units[to].set.either(lexicon.Of, lexicon.For) || to > i+1 && d.units[to].set.has(lexicon.And)) && d.units[to+1].cap && d.units[to+1].kind == text.Word && !d.units[to+1].set.either(lexicon.Country, lexicon.Role) && d.units[to+1].name < 0 {
		to += 2
	}
	return from, to
}

// partyPart reports a unit that can stand in the name of a party before its head.
func (d *doc) partyPart(i int, s sentence) bool {
	u := &d.units[i]
	if u.kind != text.Word || u.name >= 0 || u.date >= 0 || d.clitic(i) || d.partyHead(u.from) == 3 {
		return false
	}
	if !u.cap {
		return i > s.from && u.set.any(lexicon.And, lexicon.For, lexicon.Of) && d.units[i-1].cap && d.units[i+1].cap && !d.units[i-1].set.has(lexicon.Role)
	}
	return !u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Role, lexicon.Honorific, lexicon.Former, lexicon.Adverb, lexicon.That, lexicon.Who, lexicon.After, lexicon.Verb, lexicon.Party) && governor(u) == lexicon.None
}

// afterPartyHead reports a capital that goes on with the name of a party: "đảng Công Minh".
func (d *doc) afterPartyHead(i int, s sentence) bool {
	return i > s.from && !d.lex.Options.Premodifier && d.units[i-1].set.has(lexicon.PartyWord) && d.partyHead(d.units[i-1].from) == 2 && !d.headOfParty(i, s)
}

// headOfParty reports a family name at unit i right behind an office in "the Party": "le secrétaire
// général du Parti Nguyên Van X".
func (d *doc) headOfParty(i int, s sentence) bool {
	return i >= s.from+3 && d.units[i].set.has(lexicon.Surname) && d.units[i-1].cap && d.units[i-2].set.has(lexicon.Of) && d.units[i-3].set.has(lexicon.Role)
}

// partyAfter is the end of the name that begins with the head at unit i: "Đảng Cải cách Estonia",
// "Parti des socialistes"; i+1 if there is none.
func (d *doc) partyAfter(i int) int {
	s, known := d.sents[d.sentenceAt(i)], d.units[i].set.has(lexicon.Party)
	if d.nameOfThing(i, s) {
		return i + 1 // "Trường Đảng Trung ương"
	}
	to, own := i+1, known
	for to < s.to && d.partyGoesOn(i, to, s) {
		u := &d.units[to]
		own = own || u.cap && !u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Seat)
		if to++; d.secondSyllable(to, s) {
			to++ // "Quốc gia": a word of two syllables
		}
	}
	if of := to + 1; to == i+1 && of < s.to && d.units[i].cap && d.units[to].set.either(lexicon.Of, lexicon.For) && d.units[of].actor < 0 && d.units[of].kind == text.Word && d.units[of].date < 0 {
		v := &d.units[of]
		if state := v.set.has(lexicon.Country); known == state && !v.set.any(lexicon.Def, lexicon.Role, lexicon.Place) && (v.cap || !d.units[to].set.has(lexicon.For) && !v.set.any(lexicon.Namesake, lexicon.Body, lexicon.Portfolio)) {
			return of + 1 // not "les Comités du Parti des provinces"
		}
	}
	if !own {
		return i + 1 // "le Parti de Hanoï"
	}
	return to
}

// partyGoesOn reports a unit that belongs to the name that begins with the head at unit i.
func (d *doc) partyGoesOn(i, to int, s sentence) bool {
	u := &d.units[to]
	if u.kind != text.Word || u.name >= 0 || u.date >= 0 || u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Party, lexicon.Org) {
		return false
	}
	inside := to > i+1 && to+1 < s.to && !d.units[i].set.has(lexicon.Party) && u.set.either(lexicon.And, lexicon.For) && d.units[to+1].cap
	return u.cap || inside
}

// secondSyllable reports a small syllable at unit i that completes the capitalised one before it,
// where words are cut into syllables.
func (d *doc) secondSyllable(i int, s sentence) bool {
	if !d.lex.Options.Tones || i >= s.to || d.units[i].kind != text.Word || d.units[i].cap || d.units[i].to-d.units[i].from != 1 {
		return false
	}
	u, t := &d.units[i-1], &d.toks[d.units[i-1].from]
	if u.to-u.from != 1 || u.set.has(lexicon.Country) || t.AllCaps || !u.cap || !resolve.Syllable(t.Text(d.text)) {
		return false
	}
	return !functionWord(d.units[i].set) && !d.units[i].set.any(lexicon.Plan, lexicon.Have, lexicon.Be, lexicon.Passive, lexicon.Not)
}

// partyState is the state of a party as the words in and around its name tell, else that of who has an office in it, else
// that of everybody in its sentence who has one.
func (d *doc) partyState(from, to int) string {
	s := d.sents[d.sentenceAt(from)]
	for i := max(from-2, s.from); i < min(to+2, s.to); i++ {
		if u := &d.units[i]; u.set.either(lexicon.Country, lexicon.Adj) && (u.actor < 0 || i < to) {
			if code := stateCode(u); code != "" {
				return code
			}
		}
	}
	first, last := s.actors[0], s.actors[1]
	if n := d.units[from].actor; n >= 0 && d.actors[n].named {
		first, last = n, n+1 // that of who holds an office in it
	}
	code := ""
	for n := first; n < last; n++ {
		for _, p := range d.actors[n].persons {
			if p < 0 || d.persons[p].country == "" || d.persons[p].country == code {
				continue
			}
			if code != "" {
				return ""
			}
			code = d.persons[p].country
		}
	}
	return code
}

func stateCode(u *unit) string {
	for _, e := range u.entries {
		if e.Code != "" && (e.Class == lexicon.Country || e.Class == lexicon.Adj) {
			return e.Code
		}
	}
	return ""
}

// inBrackets is the abbreviation in brackets at unit i: "(APP)", empty for none.
func (d *doc) inBrackets(i int) string {
	if i+2 >= len(d.units) || d.units[i].punct != '(' || d.units[i+2].punct != ')' {
		return ""
	}
	if t := d.textOf(i+1, i+2); len(t) < 12 && strings.ToUpper(t[:1]) == t[:1] {
		return t
	}
	return ""
}

// sentenceAt is the sentence of unit i, as an index; len(d.sents) behind the last one.
func (d *doc) sentenceAt(i int) int {
	return sort.Search(len(d.sents), func(k int) bool { return d.sents[k].to > i })
}
