package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// introduced gives an office told without a name to the one person that the sentence
// before it names, or with whom the sentence after it begins: "Restait X. Le président
// de l'Assemblée a remis ...", "Le nonce est venu. Mgr X était accompagné de Y".
func (d *doc) introduced() {
	for n := range d.actors {
		a := &d.actors[n]
		if !d.opensByTitle(n) {
			continue
		}
		p := d.soleName(a.sent-1, a.sent)
		if p < 0 {
			p = d.nextOpens(a.sent)
		}
		if p >= 0 && d.mayTake(p, a) && !d.heldByOther(p, a) {
			d.takes(p, a)
		}
	}
}

// opensByTitle reports an office alone as the subject with which a sentence begins.
func (d *doc) opensByTitle(n int) bool {
	a := &d.actors[n]
	s := d.sents[a.sent]
	return n == s.actors[0] && !a.named && !a.plural && !a.former && a.det == lexicon.Def && a.subj && a.next < 0 && len(a.roles) == 1 && len(a.codes) < 2 &&
		a.role("head") && !a.role("generic") && !a.role("companion") && d.verbless(s.from, a.from)
}

// inCharge gives a person the state of what the words after the name say that he heads: "X, qui
// préside le Sénat gabonais". What he is called elsewhere counts for more.
func (d *doc) inCharge() {
	for n := range d.actors {
		a := &d.actors[n]
		if !a.named || len(a.persons) != 1 || a.persons[0] < 0 {
			continue
		}
		if v := d.headsClause(a.to, d.sents[a.sent]); v >= 0 {
			if code := d.stateHeaded(v, d.sents[a.sent]); code != "" {
				d.persons[a.persons[0]].vote(code, 1)
			}
		}
	}
}

// headsClause is the unit of the words after a name, at unit i, that say what somebody heads:
// ", qui dirige", ", à la tête de"; -1 if there are none.
func (d *doc) headsClause(i int, s sentence) int {
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	if e, ok := d.units[min(i, s.to-1)].entry(lexicon.Head); ok && e.Index == 1 && i+1 < s.to {
		return i
	}
	if i+1 >= s.to || !d.units[i].set.has(lexicon.Who) {
		return -1
	}
	for i++; i+1 < s.to && d.units[i].actor < 0 && d.units[i].set.has(lexicon.Adverb) && !d.units[i].set.has(lexicon.Verb); {
		i++
	}
	if slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Event == "led" && v.form&lexicon.Fin != 0 }) {
		return i
	}
	return -1
}

// stateHeaded is the only state in the object of the verb at unit v, empty if there is none or
// the object is a delegation or a session, which somebody of another state may head.
func (d *doc) stateHeaded(v int, s sentence) string {
	p := &parser{d: d, s: s, a: actor{party: -1, org: -1}}
	for i := v + 1; i < s.to; i++ {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Noun); ok && (d.lex.Nouns[e.Index].Event == "delegation" || d.lex.Nouns[e.Index].Event == "session") {
			return ""
		}
		if u.punct != 0 || u.name >= 0 || u.set.any(lexicon.Who, lexicon.That, lexicon.And) {
			break
		}
		if u.set.either(lexicon.Adj, lexicon.Country) {
			p.country(u)
		}
		p.group(u)
	}
	if len(p.a.codes) != 1 {
		return ""
	}
	return p.a.codes[0]
}

// soleName is the only person whom sentence k names, told by a name alone; -1 if it names
// none or more, or is of another item than sentence next.
func (d *doc) soleName(k, next int) int {
	if k < 0 || d.sents[k].item != d.sents[next].item {
		return -1
	}
	found := -1
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if len(a.roles) > 0 && !a.named {
			return -1 // it speaks of another official
		}
		if len(a.roles) > 0 && a.role("head") && a.subj && a.prev < 0 && a.next < 0 && found < 0 {
			continue // "Le président A a reçu B. Le ministre ...": whose office is told is not meant by another
		}
		for _, p := range a.persons {
			if p < 0 || found >= 0 && p != found || len(a.roles) > 0 {
				return -1
			}
			if n > d.sents[k].actors[0] && len(d.actors[n-1].roles) > 0 && (a.gov != lexicon.None && a.gov != lexicon.With || a.subj) {
				return -1 // neither whom he met nor with whom
			}
			found = p
		}
	}
	return found
}

// nextOpens is the person whose first mention begins the sentence after k, -1 for none.
func (d *doc) nextOpens(k int) int {
	if k+1 >= len(d.sents) || d.sents[k+1].item != d.sents[k].item || d.sents[k+1].actors[0] == d.sents[k+1].actors[1] {
		return -1
	}
	a := &d.actors[d.sents[k+1].actors[0]]
	if a.from != d.sents[k+1].from || !a.subj || !a.named || len(a.persons) != 1 || a.persons[0] < 0 || a.next >= 0 || d.firstNamed(a.persons[0]) != k+1 {
		return -1
	}
	return a.persons[0]
}

// nextList are those with whose names the next sentence begins, if the text has told nothing
// of them yet: "Les deux ministres ont signé un accord. A et B ...".
func (d *doc) nextList(a *actor) []int {
	k, many := a.sent+1, len(a.codes)
	if a.two {
		many = 2
	}
	if !a.plural || a.role("only") || a.role("states") || len(a.roles) == 0 || many < 2 || k >= len(d.sents) || d.sents[k].item != d.sents[a.sent].item || d.sents[k].actors[0] == d.sents[k].actors[1] {
		return nil
	}
	g := d.groupOf(d.sents[k].actors[0])
	b := &d.actors[g[0]]
	if b.from != d.sents[k].from || !b.subj || len(g) != many {
		return nil
	}
	ps := d.personsOf(g)
	for _, p := range ps {
		if q := &d.persons[p]; d.firstNamed(p) != k || q.titled && !d.fits(a, p) {
			return nil
		}
	}
	if len(ps) != many {
		return nil
	}
	if !slices.ContainsFunc(ps, func(p int) bool { return d.persons[p].country != "" }) {
		d.eachOf(a, ps)
	}
	return ps
}

// headlinedList are those whom the headline of the story names beside whom the sentence of an actor does, if they are as many
// as its states: "A et B chez C / C a réuni les présidents serbe et zambien".
func (d *doc) headlinedList(a *actor) []int {
	k := d.items[d.sents[a.sent].item].from
	if k >= a.sent || a.sent > k+2 || !d.headline(k) {
		return nil
	}
	told := d.sentencePersons(a.sent)
	ps := slices.DeleteFunc(unique(d.sentencePersons(k)), func(p int) bool { return p < 0 || slices.Contains(told, p) })
	for i, p := range ps {
		if len(ps) != len(a.codes) || d.homeOf(p) != "" && d.homeOf(p) != a.codes[i] || d.persons[p].titled && !d.fits(a, p) {
			return nil
		}
	}
	d.eachOf(a, ps)
	return ps
}

// eachOf tells each of several persons of the office of an actor and of the state of its own there: "les ministres
// vietnamien et lao, A et B".
func (d *doc) eachOf(a *actor, ps []int) {
	for i, p := range ps {
		if p < 0 {
			continue
		}
		if len(a.codes) == len(ps) && d.persons[p].country == "" {
			d.persons[p].country = a.codes[i]
		}
		if len(a.roles) > 0 {
			d.persons[p].keys = append(d.persons[p].keys, a.roles[0].key)
		}
	}
}

// saidNext are those of whom the next sentence, or where states stand before offices one of the next
// two, says that they are who actor a tells of: "received three envoys. They are A, B and C", "The
// envoys included A from Chad and B from Mali".
func (d *doc) saidNext(a *actor) []int {
	if len(a.roles) == 0 || a.role("only") || a.role("states") {
		return nil
	}
	last := a.sent + 1 + one(d.lex.Options.Premodifier)
	for k := a.sent + 1; k < len(d.sents) && k <= a.sent+8 && d.sents[k].item == d.sents[a.sent].item; k++ {
		m := -1
		if k <= last {
			m = d.listSaid(k)
		}
		if m >= 0 {
			return d.listedFrom(m, a)
		}
	}
	return nil
}

// listedFrom are the persons of the list that begins with actor m, named there for the first time and
// as many as actor a stands for.
func (d *doc) listedFrom(m int, a *actor) []int {
	s := d.sents[d.actors[m].sent]
	g := d.groupOf(m)
	if d.lex.Options.Premodifier && d.verbless(d.actors[m].from, s.to) { // "A from Chad, who lives in Nairobi"
		g = g[:0:0]
		for n := m; n < s.actors[1]; n++ {
			g = append(g, n)
		}
	}
	ps := slices.DeleteFunc(slices.Clone(d.personsOf(g)), func(p int) bool { return p < 0 })
	e, told := d.units[a.from].entry(lexicon.Numeral)
	if len(ps) < 2 || a.two && len(ps) > 2 || told && e.Index > 1 && len(ps) != int(e.Index)+1 && d.lex.Home != "" || slices.ContainsFunc(ps, func(p int) bool { return d.firstNamed(p) != d.actors[m].sent }) {
		return nil
	}
	return ps
}

// listSaid is the first actor of the list with which sentence k goes on: "They are A, B and C",
// "Đó là A, B và C"; -1 for none.
func (d *doc) listSaid(k int) int {
	s := d.sents[k]
	m := s.actors[0]
	if m == s.actors[1] {
		return -1
	}
	b := &d.actors[m]
	if b.named && b.from > s.from && b.from <= s.from+3 && (d.predicative(b.from-1) || d.units[b.from-1].set.has(lexicon.Including)) {
		return m
	}
	same := b.pron == lexicon.They || b.plural && !b.named && b.det == lexicon.Def && len(b.roles) > 0
	if !same || b.from > s.from+1 || m+1 == s.actors[1] || !d.actors[m+1].named || d.actors[m+1].from != b.to+1 || !d.predicative(b.to) && !d.lists(b.to) {
		return -1
	}
	return m + 1
}

// lists reports a verb at unit i that says who is among some: "included".
func (d *doc) lists(i int) bool {
	return d.verbsOf(i).Has("lists")
}

// mayTake reports a person of whom the text tells no office but a rank, and nothing that
// speaks against the one of actor a.
func (d *doc) mayTake(p int, a *actor) bool {
	q := &d.persons[p]
	if q.titled && !q.byName && !d.onlyRanks(q) || !d.canBe(a.roles[0].key, p) {
		return false
	}
	if a.fem && q.fem < 0 || a.masc && !a.fem && q.fem > 0 {
		return false
	}
	return len(a.codes) == 0 || q.country == "" || q.country == a.codes[0]
}

// onlyRanks reports that all that the text calls a person is a dignity, which leaves room
// for an office: "Mgr X".
func (d *doc) onlyRanks(q *person) bool {
	for _, k := range q.keys {
		if !slices.ContainsFunc(d.lex.Roles, func(r lexicon.RoleEntry) bool { return r.Key == k && r.Flags.Has("rank") }) {
			return false
		}
	}
	return true
}

// heldByOther reports somebody else of the story who is said to hold the office.
func (d *doc) heldByOther(p int, a *actor) bool {
	for q := range d.persons {
		x := &d.persons[q]
		if q == p || !slices.Contains(x.keys, a.roles[0].key) || !d.sameStory(q, d.sents[a.sent].item) {
			continue
		}
		if !x.byName && (len(a.codes) == 0 || x.country == a.codes[0]) {
			return true
		}
	}
	return false
}

// takes gives person p the office of actor a.
func (d *doc) takes(p int, a *actor) {
	q, r := &d.persons[p], a.roles[0]
	q.titled = true
	if !slices.Contains(q.keys, r.key) {
		q.keys = append(q.keys, r.key)
	}
	q.offices = append(q.offices, d.officeOf(&r))
	if q.country == "" && len(a.codes) > 0 {
		q.country = a.codes[0]
	}
}

// portfolio reports a minister of something.
func (d *doc) portfolio(r roleUse) bool {
	if r.key != "minister" {
		return false
	}
	for i := r.from + 1; i < r.to; i++ {
		if d.units[i].set.has(lexicon.Portfolio) {
			return true
		}
	}
	return false
}

// secretaryOf reports a minister whose state calls him a secretary to his ministry, "le secrétaire américain à la
// Défense", and neither a permanent one nor that of a council.
func (d *doc) secretaryOf(r roleUse) bool {
	u := &d.units[r.from]
	if r.key != "secretary" || u.to-u.from != 1 {
		return false
	}
	for i := r.from + 1; i+1 < r.to; i++ {
		if d.units[i].set.has(lexicon.To) {
			return d.units[i+1].set.has(lexicon.Portfolio)
		}
	}
	return false
}

// otherMinistry reports an office of another portfolio than any that the text tells of p: "le ministre chinois de la
// Santé" where p is that of Trade. One word told of both is enough for the same.
func (d *doc) otherMinistry(r *roleUse, p int) bool {
	const short = 5
	q := &d.persons[p]
	if len(q.ministry) == 0 || slices.Contains(q.keys, "foreign_minister") || !d.portfolio(*r) {
		return false
	}
	for i := r.from; i < r.to; i++ {
		for t := d.units[i].from; t < d.units[i].to; t++ {
			w := d.toks[t].Text(d.text)
			if len(w) < short || d.units[i].set.either(lexicon.Adj, lexicon.Country) || d.wordSet(d.ids[t], d.toks[t]).has(lexicon.Role) {
				continue
			}
			w = text.Fold(w)
			if slices.ContainsFunc(q.ministry, func(m string) bool { return strings.Contains(m, w) }) {
				return false
			}
		}
	}
	return true
}

// namedNext reports an office with its institution that the text names first and
// its holder in the next sentence: "reçu par le président du Sénat. X a dit".
func (d *doc) namedNext(a *actor, p int) bool {
	k := d.firstNamed(p)
	return k == a.sent+1 && a.det == lexicon.Def && a.gov != lexicon.None && len(a.roles) == 1 && a.to-a.roles[0].from > 1 && a.role("head") &&
		d.sents[k].item == d.sents[a.sent].item && d.names[d.persons[p].names[0]].from <= d.sents[k].from+2
}

// charge reads what an office is in charge of, in small words up to the name: "Đặc phái viên
// về các vấn đề nước X", "Trợ lý phụ trách hoạt động hòa bình X", not "Đặc phái viên của Tổng
// thống về nước X".
func (p *parser) charge() bool {
	from := p.i
	if p.initials(from) {
		from += 3
	}
	if u := p.at(from); !p.d.lex.Options.Bare || p.a.from > p.s.from && p.at(p.a.from-1).set.has(lexicon.Of) || !u.set.has(lexicon.Prep) && !(u.set.has(lexicon.Portfolio) && u.set.has(lexicon.Verb)) {
		return false
	}
	for k := from + 1; k < from+14; k++ {
		u := p.at(k)
		switch {
		case u.name >= 0 && k == from+1:
			return false // "Bộ trưởng Xây dựng X": a portfolio like any other
		case u.name >= 0:
			for ; p.i < k; p.i++ {
				p.country(p.at(p.i))
				p.group(p.at(p.i))
			}
			return true
		case p.initials(k):
			k += 2
		case p.dash(k) && k > from+1 && p.at(k-1).cap && p.at(k+1).cap:
		case u.kind != text.Word || u.date >= 0 || !u.set.has(lexicon.Portfolio) && (u.cap && !u.set.either(lexicon.Country, lexicon.Org) || u.set.any(lexicon.Verb, lexicon.Role, lexicon.Honorific, lexicon.Noun, lexicon.With, lexicon.In)):
			return false
		}
	}
	return false
}

// initials reports "(EU)" at unit k, right after what it stands for.
func (p *parser) initials(k int) bool {
	return p.at(k).punct == '(' && p.at(k+2).punct == ')' && p.at(k+1).kind == text.Word && p.d.toks[p.at(k+1).from].AllCaps
}

// stateAhead reads a field of an office that the lexicon does not have, up to the state that
// stands right before the name: "Bộ trưởng Bộ Lao động và Bảo trợ xã hội Mông Cổ X".
func (p *parser) stateAhead() bool {
	if !p.d.lex.Options.Bare || !p.at(p.i-1).set.either(lexicon.Portfolio, lexicon.Body) {
		return false
	}
	for k := p.i; k < p.i+8; k++ {
		u := p.at(k)
		if k > p.i && u.set.has(lexicon.Country) && u.name < 0 && p.at(k+1).name >= 0 {
			p.i = k
			return true
		}
		if u.kind != text.Word || u.name >= 0 || u.date >= 0 || u.set.has(lexicon.Verb) && !u.cap && !u.set.has(lexicon.Portfolio) ||
			u.set.any(lexicon.Role, lexicon.Honorific, lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.With, lexicon.By, lexicon.In, lexicon.To, lexicon.That, lexicon.Who, lexicon.Passive) {
			return false
		}
	}
	return false
}

// stateToo reports a pronoun in form that is the name of a state in the middle of a clause: "Bộ
// Ngoại giao Anh đã ký".
func (p *parser) stateToo(u *unit) bool {
	return u.cap && u.set.has(lexicon.Country) && p.i > p.s.from && p.at(p.i-1).punct == 0
}

// unknownPlace reports a place that the lexicon does not have after the word for what it is,
// in a language that puts that word first: "Tỉnh trưởng tỉnh Sạ Vẳn", "Phó Chủ tịch UBND huyện X".
func (p *parser) unknownPlace() bool {
	b := p.at(p.i - 1)
	return p.d.lex.Options.Tones && p.unknownCapital(p.at(p.i)) && b.name < 0 && b.set.either(lexicon.Portfolio, lexicon.Role) && (b.set.has(lexicon.Namesake) || p.d.endsWith(b, lexicon.Namesake))
}

// unknownCapital reports a capitalised word that can only be part of a name, but is not that of a person.
func (p *parser) unknownCapital(u *unit) bool {
	return u.kind == text.Word && u.cap && u.name < 0 && (!u.known() || u.set.any(lexicon.Given, lexicon.Surname, lexicon.Particle))
}

// group keeps the party or organization that a unit names, with its state. A party that ordinary
// words name, "le Parti communiste", may be that of any state.
func (p *parser) group(u *unit) {
	state := stateCode(p.at(p.i + 1)) // "Đảng Dân chủ Tự do Belarus" is not that of Japan
	if e, ok := u.entry(lexicon.Party); ok && p.a.party < 0 && (state == "" && e.Form&lexicon.Weak == 0 || e.Code == "" || state == e.Code) {
		p.a.party = int(e.Index)
		if e.Code != "" && !slices.Contains(p.a.codes, e.Code) {
			p.a.codes = append(p.a.codes, e.Code)
		}
	}
	if e, ok := u.entry(lexicon.Org); ok && p.a.org < 0 && (state == "" || e.Code == "" || state == e.Code) {
		p.a.org = int(e.Index)
		if e.Code != "" && !slices.Contains(p.a.codes, e.Code) {
			p.a.codes = append(p.a.codes, e.Code)
		}
	}
}
