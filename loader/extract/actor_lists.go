package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// newClause reports "with A, and B cheered" and "received A, and B, the host, was glad": what
// a comma and "and" join to a phrase is the subject of a verb of its own.
func (d *doc) newClause(a, b *actor, s sentence) bool {
	if a.prev >= 0 || b.gov != lexicon.None || b.to >= s.to {
		return false
	}
	if a.gov == lexicon.None {
		i := d.pastComma(b.to, s)
		return a.named && !a.subj && b.named && d.actsAt(i, s) && !(d.lex.Options.Tenseless && i > b.to) // "tiếp A, và B, đến chào"
	}
	if !d.lex.Options.Infinitives || a.gov == lexicon.Between || !d.leadsIn(a) && !d.hasActed(a, s) {
		return false // "Talks between A, the minister, and B took place": it is their verb that follows
	}
	u := &d.units[b.to]
	if i := d.pastComma(b.to, s); i > b.to && i < s.to && b.named {
		return d.predicate(i) // "accompanied by A, and the host, B, met"
	}
	return d.predicate(b.to) || u.kind == text.Word && !u.known() && !u.cap
}

// hasActed reports a subject or its verb before actor a: no participle with an agent.
func (d *doc) hasActed(a *actor, s sentence) bool {
	for i := s.from; i < a.from; i++ {
		u := &d.units[i]
		if u.actor >= 0 && d.actors[u.actor].subj {
			return true
		}
		if u.actor >= 0 || u.date >= 0 || d.afterDeterminer(i) || d.insidePhrase(i) {
			continue
		}
		e, ok := u.entry(lexicon.Verb)
		if u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut) || ok && e.Form&lexicon.Fin != 0 && !u.set.has(lexicon.Noun) && (e.Form&lexicon.PP == 0 || !d.units[i+1].set.has(lexicon.By)) {
			return true
		}
	}
	return false
}

// actsAt reports a verb that is done at unit i, or its auxiliary or reflexive pronoun.
func (d *doc) actsAt(i int, s sentence) bool {
	for i < s.to && d.units[i].actor < 0 && d.units[i].set.any(lexicon.Refl, lexicon.Not, lexicon.Adverb) {
		i++
	}
	if i >= s.to || d.units[i].actor >= 0 {
		return false
	}
	return d.units[i].set.any(lexicon.Plan, lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut) ||
		slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.form&lexicon.Fin != 0 && v.form&lexicon.PP == 0 })
}

// pastRelative is the unit after a relative clause between two names of a list: "A,
// who chairs the Union, and B", or after a participle: "A, venu faire ses adieux, puis B"; i if there is none. It may tell
// of a mission, not of anybody with an office but one of theirs.
func (d *doc) pastRelative(i, end int) int {
	if i+2 >= end || d.units[i].punct != ',' {
		return i
	}
	came := d.participle(i + 1)
	if !came && !d.units[i+1].set.has(lexicon.Who) && !d.whomHe(d.units[i+2].actor) {
		return i
	}
	for j := i + 2; j < end; j++ {
		switch u := &d.units[j]; {
		case u.punct == ',' && came && !d.units[j+1].set.has(lexicon.And):
			return i
		case u.punct == ',':
			return j
		case u.punct != 0 || u.actor >= 0 && !d.besidesList(u.actor):
			return i
		}
	}
	return i
}

// pastHead is the unit behind the words that tell who heads the delegation that ends at unit i, with
// which a list goes on: "đoàn A do X dẫn đầu và đoàn B do Y dẫn đầu"; i if there are none.
func (d *doc) pastHead(i, end int) int {
	by, led, head := false, false, false
	for j := i; j < end; j++ {
		switch u := &d.units[j]; {
		case u.actor >= 0 && by && !head:
			head, j = true, d.actors[u.actor].to-1
		case u.actor >= 0:
			return i
		case u.set.has(lexicon.LedBy) || d.isVerb(j, "led"):
			led, by = true, by || u.set.has(lexicon.LedBy)
		case u.set.has(lexicon.By):
			by = true
		case by && led && head:
			return j
		default:
			return i
		}
	}
	return i
}

// participle reports one at unit i, of no contact, or words for the head of a delegation: "venu de Lomé", "à la tête
// d'une délégation".
func (d *doc) participle(i int) bool {
	return d.lex.Options.Gendered && (d.units[i].set.has(lexicon.Head) || d.verbsOf(i).forms()&lexicon.PP != 0 && !d.isVerb(i, "met"))
}

// besidesList reports an actor inside a clause about one of a list that is no other of the list.
func (d *doc) besidesList(n int) bool {
	a := &d.actors[n]
	return a.nobody() || d.withOne(n) || a.det == lexicon.Poss && !a.named && !a.plural
}

// withOne reports a pronoun that a relative clause can have for who is told of: "A, who had two aides with him, and B",
// "A, who thanked him for coming, and B".
func (d *doc) withOne(n int) bool {
	a := &d.actors[n]
	return (a.pron == lexicon.He || a.pron == lexicon.She) && (a.gov == lexicon.None || d.units[a.from-1].to-d.units[a.from-1].from == 1)
}

// whomHe reports the subject told again by a pronoun in a relative clause about the last of a list: "a vu A, avec qui il a
// parlé de gaz, puis B".
func (d *doc) whomHe(n int) bool {
	if n < 0 {
		return false
	}
	a := &d.actors[n]
	i := a.from - 1
	return (a.pron == lexicon.He || a.pron == lexicon.She) && i > d.sents[a.sent].from && d.units[i].set.any(lexicon.That, lexicon.WithWho, lexicon.ToWho) && d.units[i-1].punct == ','
}

// nobody reports a phrase that tells of no person, or of some who are nobody in the story: "sa mission", "three
// officers".
func (a *actor) nobody() bool {
	return !a.named && (len(a.roles) == 0 || a.plural && a.det == lexicon.None && !a.two && len(a.codes) == 0 && !a.role("head")) && a.pron == lexicon.None
}

// furtherOn is the actor that can go on a list with actor n: the next one, or the one behind a
// relative clause about n that holds others.
func (d *doc) furtherOn(n int) int {
	m := n + 1
	for m+1 < len(d.actors) && d.besidesList(m) && d.actors[m+1].sent == d.actors[n].sent {
		m++
	}
	if n+2 < len(d.actors) && d.actors[n].deleg && d.actors[n+2].deleg && d.pastHead(d.actors[n].to, d.actors[n+2].from) > d.actors[n+1].from {
		return n + 2
	}
	if n+2 < len(d.actors) && d.ownerOf(n+2) == n+1 {
		return n + 2
	}
	s := d.sents[d.actors[n].sent]
	if i := d.pastComma(d.actors[m].to, s); m > n+1 && d.pastRelative(d.actors[n].to, d.actors[m].from) > d.actors[m-1].from && !d.actsAt(i, s) {
		return m // not "A, who led a mission, and B, were glad"
	}
	return n + 1
}

// bystanders makes companions of those told with words for that behind them: "with A and B in attendance".
func (d *doc) bystanders(first int, s sentence) {
	for n := first; n < len(d.actors); n++ {
		if a := &d.actors[n]; a.gov != lexicon.With || a.prev >= 0 || !d.lex.Options.Premodifier {
			continue
		}
		end := d.pastComma(d.groupEnd(n), s)
		if end >= s.to {
			continue
		}
		if e, ok := d.units[end].entry(lexicon.Adverb); ok && e.Index == 1 && end+1 < s.to {
			end++ // "with A also present"
		}
		if e, ok := d.units[end].entry(lexicon.Adverb); ok && e.Index == standByLine || d.atSide(end) {
			for m := n; m >= 0; m = d.actors[m].next {
				d.actors[m].gov = lexicon.Beside
			}
		}
	}
}

// standByLine is the line of those words among the adverbs.
const standByLine = 4

// ownerOf is the actor that the possessive at the head of actor n is of, if it has no name: "received A,
// and the president's adviser, B"; -1 if there is none.
func (d *doc) ownerOf(n int) int {
	if b := &d.actors[n-1]; d.clitic(d.actors[n].from) && b.to == d.actors[n].from && !b.named && b.sent == d.actors[n].sent {
		return n - 1
	}
	return -1
}

// sharedOffice reports "A et B, chefs des deux diplomaties": a plural after a list of names is no
// further one.
func (d *doc) sharedOffice(n int) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	return a.named && a.prev >= 0 && !(a.gov != lexicon.None && b.to < len(d.units) && d.predicate(b.to)) && !b.named && b.plural && b.det != lexicon.Poss && len(b.roles) > 0 && b.from == a.to+1
}

// sameWordBefore reports two actors with one word before both: "called on A and
// on B", where the first "on" is part of the verb.
func (d *doc) sameWordBefore(n, m int) bool {
	if b := d.actors[n].prev; b >= 0 && d.sameWordBefore(b, m) {
		return true // "composée d'A, du ministre B et de C"
	}
	x, y := d.actors[n].from-1, d.actors[m].from-1
	if x < 0 || !d.units[x].set.either(lexicon.Verb, lexicon.Including) {
		return false
	}
	if d.endsWith(&d.units[x], lexicon.Of) && d.units[y].set.has(lexicon.Of) {
		return true // "composée d'A et de B"
	}
	last := func(u *unit) string { return d.toks[u.to-1].Text(d.text) }
	return d.units[x].to-d.units[x].from > 1 && last(&d.units[x]) == last(&d.units[y])
}

// commaPair reports "gặp A, B;", "gặp A, B và thăm" and "được A, B tiếp": two names that end a clause
// after a verb, or stand before the verb whose agents they are, in a language that needs no "and".
func (d *doc) commaPair(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options.TitleList || !a.named || !b.named || a.subj && a.prev < 0 || len(b.roles) == 0 && a.prev < 0 || b.from != a.to+1 {
		return false
	}
	if and := b.to + one(b.to < s.to && d.units[b.to].punct == ','); and+1 < s.to && d.units[and].set.has(lexicon.And) {
		return d.predicate(and + 1) // "chào A, B, và viếng"
	}
	if a.subj && d.predicateBehind(n+1, s) {
		return true // "A, B, C hội kiến D"
	}
	if b.to < s.to && a.gov == lexicon.Passive && d.lex.Options.AgentFirst && d.predicate(b.to) {
		return true
	}
	return b.to < s.to && (d.units[b.to].punct == ';' || d.units[b.to].punct == '.')
}

// listed reports two names with titles that a semicolon keeps apart and nothing else
// stands between or right after: "ông A, Đại sứ X; bà B, Đại sứ Y; và ông C".
func (d *doc) listed(n, m int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[m]
	inside := !a.subj || a.prev >= 0 || d.units[max(a.from-1, 0)].punct == ':' // what a verb governs
	if !(d.lex.Options.TitleList || inside && len(b.roles) > 0) || !a.named || !b.named || a.to-a.from < 3 || b.from > a.to+2 {
		return false
	}
	return b.to >= s.to || d.units[b.to].punct == ';' || d.units[b.to].punct == '.' || d.lex.Options.TitleList && d.units[b.to].set.has(lexicon.And) && d.listGoesOn(m, s)
}

// listClosed reports an actor that "and" and a preposition of its own end a list with: "en présence de A et de B, C et D
// ont signé" tells of others after it.
func (d *doc) listClosed(a *actor, s sentence) bool {
	i := a.from - 2
	return i > s.from && a.gov == lexicon.Of && d.units[i].set.has(lexicon.And) && d.units[i].actor < 0 && governor(&d.units[i+1]) == a.gov
}

// headlinePair reports "A, B" in a headline, where a comma stands for "and".
func (d *doc) headlinePair(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	last := d.units[s.to-1].punct
	return d.lex.Options.HeadlineComma && last != '.' && last != '!' && last != '?' && a.named && b.named && b.from == a.to+1 &&
		(b.to >= s.to || d.units[b.to].punct != ',')
}

// actTogether reports "A, B hội đàm" and "A - B gặp nhau": two subjects before a verb that tells what two do among
// themselves, and nobody with whom behind it.
func (d *doc) actTogether(n, m int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[m]
	if !a.named || !b.named || !a.subj || b.gov != lexicon.None || len(a.roles) == 0 || len(b.roles) == 0 || b.from != a.to+1 {
		return false
	}
	v := b.to
	for v < s.to && v < b.to+3 && d.units[v].actor < 0 && d.units[v].set.any(lexicon.Have, lexicon.Adverb, lexicon.Refl) && !d.units[v].set.has(lexicon.Verb) {
		v++
	}
	if v >= s.to || d.units[v].actor >= 0 || !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool {
		return x.verb.Event == "met" && x.verb.Slots.Has("recip") && x.form&lexicon.Fin != 0 && !x.verb.Flags.Has("heads")
	}) {
		return false
	}
	return v+1 >= s.to || d.units[v+1].actor < 0 && !d.units[v+1].set.either(lexicon.With, lexicon.To)
}

// listGoesOn reports whether after actor n comes ", X" or "et X": only then a
// comma before it joins it to a list.
func (d *doc) listGoesOn(n int, s sentence) bool {
	b := &d.actors[n]
	if n+1 >= len(d.actors) || d.actors[n+1].sent != b.sent {
		return false
	}
	c := &d.actors[n+1]
	start := d.pastRelative(b.to, c.from)
	if c.from-start > 4 { // ", và, sau cùng,"
		return false
	}
	for i := start; i < c.from; i++ {
		u := &d.units[i]
		if u.punct != ',' && !u.set.either(lexicon.And, lexicon.Adverb) && governor(u) == lexicon.None {
			return false
		}
	}
	return true
}

// listIsSubject reports a list from actor n on that a verb follows: "au côté de
// X, A et B ont signé".
func (d *doc) listIsSubject(n int, s sentence) bool {
	first := &d.actors[n-1]
	for n+1 < len(d.actors) && d.actors[n+1].sent == d.actors[n].sent && d.listGoesOn(n, s) {
		n++
	}
	i := d.actors[n].to
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	opens := d.lex.Options.Fronted && first.gov == lexicon.By && first.from-s.from < 5 // "Watched by X, A and B signed"
	return i < s.to && (d.units[i].set.either(lexicon.Have, lexicon.HaveFut) || opens && d.predicate(i))
}

// listEnds reports a list from actor n on that nothing but the end of a clause follows: "cùng dự có A, B
// và C." tells of no further subject.
func (d *doc) listEnds(n int, s sentence) bool {
	for n+1 < len(d.actors) && d.actors[n+1].named && d.listGoesOn(n, s) {
		n++
	}
	to := d.actors[n].to
	return d.lex.Options.TitleList && (to >= s.to || d.units[to].punct == '.' || d.units[to].punct == ';')
}

// seenByTwo reports "trước sự chứng kiến của A, B, hai cơ quan đã ký": two who are only there, in a language that needs no "and",
// before a subject without a name.
func (d *doc) seenByTwo(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options.TitleList || a.gov != lexicon.Beside || !a.named || !b.named || b.from != a.to+1 || b.to >= s.to || d.units[b.to].punct != ',' || d.predicateBehind(n+1, s) {
		return false
	}
	for i := b.to; i < s.to; i++ {
		if u := &d.units[i]; u.actor >= 0 && d.actors[u.actor].named {
			return false
		} else if d.predicate(i) {
			return true
		}
	}
	return false
}

// inTurn reports "A, B lần lượt tiếp": two subjects whose verb tells that they do it one
// after the other; see words.txt.
func (d *doc) inTurn(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options.TitleList || !a.named || !b.named || !a.subj || len(b.roles) == 0 || b.from != a.to+1 || b.to >= s.to {
		return false
	}
	i := b.to
	if d.units[i].set.has(lexicon.Have) && i+1 < s.to {
		i++
	}
	e, ok := d.units[i].entry(lexicon.Adverb)
	return ok && e.Index == inTurnLine
}

// endsColonList reports the last comma of a list of names that a colon opens and with which the sentence ends: "Trois
// ministres réunis : A, B, C".
func (d *doc) endsColonList(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	first := &d.actors[d.groupOf(n)[0]]
	return a.prev >= 0 && a.named && b.named && b.from == a.to+1 && first.from > s.from && d.units[first.from-1].punct == ':' &&
		(b.to >= s.to || b.to == s.to-1 && d.units[b.to].punct == '.')
}

// hostsListed reports "Tổng Bí thư A, Chủ tịch nước B tiếp C": two officials of one state before their verb of
// contact, in a language that needs no "and". The first one opens the sentence, or stands behind a date: behind
// other words ("cảm ơn A, B tiếp C") it may be of another clause.
func (d *doc) hostsListed(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options.TitleList || !a.named || !b.named || len(a.roles) == 0 || len(b.roles) == 0 || b.from != a.to+1 || !slices.Equal(a.codes, b.codes) || !a.subj {
		return false
	}
	if i := a.from; a.prev < 0 && i > s.from && d.units[i-1].date < 0 && d.units[i-1].punct == 0 && !d.units[i-1].set.any(lexicon.DayPart, lexicon.Today, lexicon.Yesterday) {
		return false
	}
	i := b.to
	for i < s.to && d.units[i].actor < 0 && d.units[i].set.any(lexicon.Have, lexicon.Adverb, lexicon.Support) && !d.units[i].set.has(lexicon.Verb) {
		i++
	}
	return i < s.to && d.units[i].actor < 0 && d.tellsOfContact(i)
}

// inTurnLine is the line of those words among the adverbs.
const inTurnLine = 5

// insidePhrase reports a verb by form that goes with the words before it, in a language whose
// verbs have one form: "buổi tiếp dành cho X", "Huân chương Phát triển".
func (d *doc) insidePhrase(i int) bool {
	u := &d.units[i]
	return d.lex.Options.Tones && (u.cap || u.set.has(lexicon.Support) && i+1 < len(d.units) && d.units[i+1].set.has(lexicon.To))
}

// inDelegation are those whom a delegation without a head is told to be of or to be made up of:
// "đoàn của A", "một đoàn gồm A và B".
func (d *doc) inDelegation(n int) []int {
	a := &d.actors[n]
	if !a.deleg || a.named || len(a.persons) > 0 {
		return nil
	}
	for a.next >= 0 && !d.actors[a.next].named {
		n = a.next // "đoàn chuyên gia và nghị sĩ"
		a = &d.actors[n]
	}
	if n+1 >= d.sents[a.sent].actors[1] {
		return nil
	}
	b := &d.actors[n+1]
	opens := d.units[b.from-1].set.has(lexicon.Including) // "một đoàn nghị sĩ, trong đó có A"
	if !b.named || b.from != a.to+1 && !(opens && b.from == a.to+2 && d.units[a.to].punct == ',') || b.gov != lexicon.Of && !opens {
		return nil
	}
	return d.group(n + 1)
}

// sameOffice reports the next one of "các Đại sứ Maroc A, Nhật Bản B và Fiji C" at unit i of sentence k:
// after somebody with an office and a state, another state and another name.
func (d *doc) sameOffice(i, k int) bool {
	n, s := len(d.actors)-1, d.sents[k]
	if !d.lex.Options.Bare || n < 0 || i <= s.from || i+1 >= s.to || d.actors[n].sent != k || d.actors[n].to != i-1 || !d.units[i].set.has(lexicon.Country) || d.units[i].name >= 0 || d.units[i+1].name < 0 {
		return false
	}
	a := &d.actors[n]
	return a.named && len(a.roles) == 1 && len(a.codes) == 1 && (d.units[i-1].punct == ',' || d.units[i-1].set.has(lexicon.And))
}

// nextHolder reads the state and the name there, of somebody who holds the office of the actor before.
func (d *doc) nextHolder(i, k int) (actor, int) {
	p := &parser{d: d, s: d.sents[k], i: i, a: actor{sent: k, from: i, party: -1, org: -1, next: -1, prev: -1}}
	p.country(p.at(i))
	p.i++
	p.takeName()
	r := d.actors[len(d.actors)-1].roles[0]
	r.code = p.a.codes[0]
	p.a.roles, p.a.to = []roleUse{r}, p.i
	return p.a, p.i
}

// beforeList reports that actor b can open the list of those whom the plural a stands for: "les deux
// ministres, X et Y", "hai ông X và Y", "ba Đại sứ đến trình Quốc thư, gồm X, Y và Z".
func (d *doc) beforeList(a, b *actor) bool {
	gap, u := b.from-a.to, &d.units[b.from-1]
	switch {
	case u.punct == ':' || u.set.has(lexicon.Including) && u.actor < 0 || d.units[a.to].set.has(lexicon.Who) && d.lists(b.from-1):
		return gap <= 20
	case gap == 0:
		return a.pron == lexicon.They && d.units[a.from].to-d.units[a.from].from > 1
	}
	return gap <= 2 && (d.units[a.to].punct == ',' || gap == 1 && d.dash(a.to) || d.thatAre(a, b))
}
