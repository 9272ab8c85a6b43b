package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// inLine reads who comes next to somebody who meets one after the other, told by a place in a
// list alone: "Kế tiếp là X", "Chiều là Y", "Sáng 2/11, bà X, rồi ông Y", "Người đầu tiên bước
// vào là X".
func (d *doc) inLine(k int, c *discourse) {
	s := d.sents[k]
	for from := s.from; from < s.to; {
		end := from
		for end < s.to && d.units[end].punct != ';' {
			end++
		}
		d.linePart(k, sentence{item: s.item, from: from, to: end, start: s.start, end: s.end, actors: s.actors}, c)
		from = end + 1
	}
}

// linePart reads one part of such a sentence.
func (d *doc) linePart(k int, s sentence, c *discourse) {
	n := d.nextNamed(s)
	if n < 0 && (s.from > d.sents[k].from || d.talksOf(k) >= 0) {
		n = d.withNext(s)
	}
	if n < 0 {
		n = d.speaksNext(k, s)
	}
	if n < 0 || d.actors[n].prev >= 0 && d.actors[d.actors[n].prev].from < s.from { // "attending were A; B; and C"
		return
	}
	guests := d.lineFrom(n, s)
	if len(guests) == 0 || slices.ContainsFunc(d.claims[d.earlier:], func(c claim) bool { return c.tellsOf(guests[0]) }) {
		return
	}
	host := d.talksOf(k) // whose talks they are goes before who has met last
	if host < 0 || host == guests[0] {
		host = d.nextInSeries(k, guests[0], c)
	}
	if host < 0 {
		host = d.dayOwner(k, c)
	}
	if p := d.movedOn(k, n, s); p >= 0 {
		host = p
	}
	if host < 0 || slices.ContainsFunc(guests, func(p int) bool { return p == host || !d.apart([]int{host}, []int{p}) }) || d.told([]int{host, guests[0]}) {
		return
	}
	d.emit(claim{left: []int{host}, right: guests, status: graph.Held, sent: k, rule: d.lex.Lang + ".line"}, d.actors[n].from, false, true)
}

// nextNamed is the actor that a sentence names first, if what stands before it only says when and
// in which place of a list he came; -1 for none.
func (d *doc) nextNamed(s sentence) int {
	who, when, verb := false, false, false
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if n := u.actor; n >= 0 && d.actors[n].named {
			if d.actors[n].from != i {
				return -1
			}
			is := i > s.from && d.predicative(i-1)
			if !when && !who || verb && !is || !is && !d.endsLine(n, s) {
				return -1
			}
			return n
		}
		e, noun := u.entry(lexicon.Noun)
		switch {
		case i == s.from && u.set.has(lexicon.And) && u.actor < 0: // "Kế đó là X"
			if when = true; d.endsWith(u, lexicon.Be) && i+1 < s.to {
				if n := d.units[i+1].actor; n >= 0 && d.actors[n].named && d.actors[n].from == i+1 {
					return n
				}
			}
		case u.actor >= 0 && (d.actors[u.actor].role("persons") || d.actors[u.actor].role("guest")) && i < s.from+3:
			who = true
		case u.actor >= 0 || u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.Not, lexicon.Cancel, lexicon.That, lexicon.Beside, lexicon.With, lexicon.By, lexicon.Passive) || d.tomorrow(i):
			return -1
		case u.date >= 0 || u.set.any(lexicon.Tomorrow, lexicon.DayPart, lexicon.Today, lexicon.After) || noun && (d.lex.Nouns[e.Index].Event == "turn" || d.lex.Nouns[e.Index].Event == "line"):
			when = true
		case d.whoever(i) && i < s.from+3:
			who = true
		case u.set.has(lexicon.Verb) && !u.set.has(lexicon.Noun):
			if verb = true; !who {
				return -1
			}
		}
	}
	return -1
}

// withNext is the partner that a part of a sentence after another one begins with: "gặp A; còn với
// B, ông bàn về"; -1 for none.
func (d *doc) withNext(s sentence) int {
	i := s.from
	for i < s.to && d.units[i].set.either(lexicon.That, lexicon.Adverb) && d.units[i].actor < 0 {
		i++
	}
	if i+1 >= s.to || !d.units[i].set.has(lexicon.With) || d.units[i+1].actor < 0 {
		return -1
	}
	n := d.units[i+1].actor
	if end := d.groupEnd(n); !d.actors[n].named || end >= s.to || d.units[end].punct != ',' && !d.units[end].set.has(lexicon.Be) {
		return -1
	}
	if !d.realised(i, s.to) {
		return -1
	}
	return n
}

// speaksNext is who speaks in a sentence that names him first, in a story of the many talks that one of another
// state has had: "A có năm cuộc tiếp xúc. Thủ tướng B đề nghị"; -1 for nobody.
func (d *doc) speaksNext(k int, s sentence) int {
	if s.from > d.sents[k].from || s.actors[0] == s.actors[1] || d.talksOf(k) < 0 || !d.realised(s.from, s.to) || d.writes(k) {
		return -1
	}
	n := s.actors[0]
	a := &d.actors[n]
	if slices.ContainsFunc(d.dates, func(t date) bool { return t.sent == k && t.last }) {
		return -1 // "năm ngoái"
	}
	if !a.named || !a.subj || len(a.persons) != 1 || len(a.codes) == 0 || d.groupSize(n) > 1 || d.firstNamed(a.persons[0]) != k || len(unique(d.sentencePersons(k))) > 2 {
		return -1
	}
	if v := d.verbAfter(d.pastComma(a.to, s), s); v < 0 || !d.hostly(v) && !d.asks(v) && !d.verbsOf(v).Has("speech") {
		return -1
	}
	return n
}

// talksOf is whose many talks a story has told of lately up to the sentence before k, -1 for nobody's.
func (d *doc) talksOf(k int) int {
	owner := oneOnly{-1, false}
	for n := d.sents[max(k-6, 0)].actors[0]; n < d.sents[k].actors[0] && d.lex.Options.Tenseless; n++ {
		a := &d.actors[n]
		if d.sents[a.sent].item == d.sents[k].item && len(a.persons) == 1 && a.persons[0] >= 0 && d.hasTalks(n) {
			owner.add(a.persons[0])
		}
	}
	return owner.person
}

// hasTalks reports "A có năm cuộc tiếp xúc", "A đã dùng những phòng ấy cho năm cuộc tiếp xúc".
func (d *doc) hasTalks(n int) bool {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	if m := s.actors[1] - 1; !a.subj || m > n && d.actors[m].named || !d.realised(a.to, min(a.to+4, s.to)) {
		return false // "những cuộc gặp với B" are not with the next one who speaks
	}
	for i := a.to; i < s.to && i < a.to+12; i++ {
		if d.units[i].actor >= 0 && d.actors[d.units[i].actor].named {
			return false
		}
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.units[i].actor < 0 && d.lex.Nouns[e.Index].Event == "met" && e.Form&lexicon.Plural != 0 {
			return true
		}
	}
	return false
}

// endsLine reports that nothing but more names in the same line, or a place, follows actor n.
func (d *doc) endsLine(n int, s sentence) bool {
	for i := d.groupEnd(n); i < s.to; i++ {
		u := &d.units[i]
		if d.placedState(i, s) != "" {
			i++
			continue
		}
		if u.punct == ',' && i+1 < s.to && d.whoever(i+1) {
			return true // "rồi X, người mong hai nước gần nhau hơn"
		}
		if u.actor >= 0 && d.actors[u.actor].named || d.toks[u.from].AllCaps || u.set.any(lexicon.And, lexicon.Adverb, lexicon.After) && u.actor < 0 || u.punct == ',' || u.punct == '.' || u.punct == ';' {
			continue
		}
		return false
	}
	return true
}

// placedState is the state of a place told from unit i on, "" if there is none: "ở La Haye".
func (d *doc) placedState(i int, s sentence) string {
	if i+1 >= s.to || !d.units[i].set.has(lexicon.In) || d.units[i].actor >= 0 {
		return ""
	}
	return d.codeOf(i + 1)
}

// movedOn is the guest of the last contact, if the next one named is told of in another state than that of its host:
// "A đón B. Ba hôm sau, đến lượt ông C ở La Haye"; else -1.
func (d *doc) movedOn(k, n int, s sentence) int {
	i := d.pastComma(d.groupEnd(n), s)
	host, guest := d.lastSides(k, s.item)
	if c := d.placedState(i, s); host < 0 || c == "" || d.homeOf(host) == "" || c == d.homeOf(host) || c == d.homeOf(guest) {
		return -1
	}
	return guest
}

// lineFrom are those told in one line from actor n on: "bà X, rồi ông Y".
func (d *doc) lineFrom(n int, s sentence) []int {
	ps := slices.Clone(d.group(n))
	for m := d.lastOf(n) + 1; m < s.actors[1] && d.actors[m].from < s.to; m++ {
		a, to := &d.actors[m], d.actors[m-1].to
		if !a.named || a.prev >= 0 || a.gov != lexicon.None && a.gov != lexicon.After && a.gov != lexicon.With || !d.onlyJoins(to, a.from) || a.from == to {
			break
		}
		ps = append(ps, d.group(m)...)
	}
	return ps
}

// dayOwner is the only person of whose list of visits, talks or guests an item tells up to
// sentence k: "Ba đoàn khách: đó là ngày của X"; else its visitor; -1 for nobody.
func (d *doc) dayOwner(k int, c *discourse) int {
	owner := d.ownerOfDay(k)
	if owner.many || owner.person >= 0 {
		return owner.person
	}
	if p := d.theVisitor(k, c); p >= 0 && (!c.hasPair || d.meets(p, c)) {
		return p
	}
	return -1
}

// ownerOfDay is the person of such a list alone.
func (d *doc) ownerOfDay(k int) oneOnly {
	owner := oneOnly{-1, false}
	for n := range d.actors {
		a := &d.actors[n]
		if a.sent > k {
			break
		}
		if d.sents[a.sent].item == d.sents[k].item && len(a.persons) == 1 && a.persons[0] >= 0 && d.ownsDay(n) {
			owner.add(a.persons[0])
		}
	}
	return owner
}

// ownsDay reports "các cuộc tiếp của X", "lịch trình của X", "khách của X" and "X xếp lịch".
func (d *doc) ownsDay(n int) bool {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	if i := a.from - 2; i >= s.from && a.gov == lexicon.Of {
		b := d.units[i].actor
		return d.agenda(i) || b >= 0 && d.actors[b].plural && (d.actors[b].role("guest") || d.actors[b].role("host"))
	}
	if !a.subj {
		return false
	}
	for i := a.to; i < s.to && i < a.to+4; i++ {
		if d.units[i].actor >= 0 || d.units[i].punct != 0 {
			return false
		}
		if d.agenda(i) {
			return true
		}
	}
	return false
}

// agenda reports a noun for several talks, or for a day's work.
func (d *doc) agenda(i int) bool {
	e, ok := d.units[i].entry(lexicon.Noun)
	if !ok || d.units[i].actor >= 0 {
		return false
	}
	noun := &d.lex.Nouns[e.Index]
	return noun.Event == "outing" || noun.Event == "met" && e.Form&lexicon.Plural != 0
}

// metLately reports a contact told in a sentence or the one before: "ont fait de même".
func (d *doc) metLately(k int) bool {
	return slices.ContainsFunc(d.claims, func(c claim) bool {
		return c.sent <= k && c.sent >= k-1 && c.status == graph.Held && d.sents[c.sent].item == d.sents[k].item
	})
}
