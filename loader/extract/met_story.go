package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// storyPair reads a meeting that an item takes for granted: no sentence says
// that A met B, but the text speaks of "the talks", "his host", "the two
// ministers", and just two persons of two states act in it.
func (d *doc) storyPair(item int) {
	sign, at := d.meetingSign(item)
	if sign < 0 {
		return
	}
	pair := d.actingPair(item)
	if ps := d.twoHeads(item); pair[1] < 0 && len(ps) == 2 {
		pair = [2]int(ps)
	}
	if n := d.units[at].actor; n >= 0 && d.actors[n].pron == lexicon.They && len(d.actors[n].persons) == 2 {
		pair = [2]int(d.actors[n].persons)
	}
	if pair[1] < 0 || d.notDone(at) || d.listedAs(at) || d.claimed(item, pair) || d.bareSides(at) && !d.canBeSides(at, pair) || d.byGuestAlone(at) && !d.namesOnly(item, pair) {
		return
	}
	d.emit(claim{left: pair[:1], right: pair[1:], status: graph.Held, sent: sign, rule: d.lex.Lang + ".story"}, at, false, false)
}

// canBeSides reports two of two states who can both be called by the words for both sides at unit at: "the two presidents" are
// no ministers.
func (d *doc) canBeSides(at int, pair [2]int) bool {
	a := &d.actors[d.units[at].actor]
	return d.twoStates(pair[:1], pair[1:]) && d.fits(a, pair[0]) && d.fits(a, pair[1])
}

// notDone reports a negation, or a word for what is to come, right behind the actor at unit at: "Hai bên đã không gặp nhau",
// "The two ministers will meet".
func (d *doc) notDone(at int) bool {
	n := d.units[at].actor
	if n < 0 {
		return false
	}
	s := d.sents[d.actors[n].sent]
	for i := d.actors[n].to; i < s.to && i < d.actors[n].to+3 && d.units[i].actor < 0 && d.units[i].punct == 0; i++ {
		if d.units[i].set.has(lexicon.Not) {
			return !d.fruitless(i, s)
		}
		if d.units[i].set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan) && !d.units[i].set.either(lexicon.Have, lexicon.Be) {
			return true
		}
	}
	return false
}

// listedAs reports "Two commanders came to see him: A and B", who are one side of it.
func (d *doc) listedAs(at int) bool {
	n := d.units[at].actor
	if n < 0 || !d.actors[n].side || d.actors[n].named {
		return false
	}
	for i, s := d.actors[n].to, d.sents[d.actors[n].sent]; i+1 < s.to; i++ {
		if d.units[i].punct == ':' {
			return d.units[i+1].actor >= 0 && d.actors[d.units[i+1].actor].named
		}
	}
	return false
}

// bareSides reports that "the two ministers" is all that speaks of a contact: they may be
// colleagues.
func (d *doc) bareSides(at int) bool {
	n := d.units[at].actor
	return n >= 0 && d.actors[n].side
}

// meetingSign finds the first sentence of an item that speaks of a meeting as
// known, and the unit that does; it returns -1 if the item announces, denies
// or only writes.
func (d *doc) meetingSign(item int) (sent, at int) {
	sent = -1
	for k := range d.sents {
		s := d.sents[k]
		if s.item != item {
			continue
		}
		letter := d.tells(k, letterOrOff)
		for i := s.from; i < s.to && (letter || sent < 0); i++ {
			if letter && d.sendsOrPlans(i) {
				return -1, 0
			}
			if sent < 0 && d.signAt(i, s) {
				sent, at = k, i
			}
		}
	}
	return sent, at
}

var letterOrOff = hint(lexicon.Cancel).or("letter")

// sendsOrPlans reports a letter, or a meeting that is planned or did not happen.
func (d *doc) sendsOrPlans(i int) bool {
	u := &d.units[i]
	if u.set.has(lexicon.Cancel) {
		return true
	}
	e, ok := u.entry(lexicon.Noun)
	return ok && u.actor < 0 && d.lex.Nouns[e.Index].Event == "letter"
}

// signAt reports "the talks", "his host", "the two ministers".
func (d *doc) signAt(i int, s sentence) bool {
	u := &d.units[i]
	if n := u.actor; n >= 0 {
		a := &d.actors[n]
		if a.from == i && a.pron == lexicon.They && a.subj && d.session(i) {
			return true
		}
		return a.from == i && !a.named && (d.theGuest(a) || a.det == lexicon.Poss && (a.role("host") || a.role("guest") || a.role("other")) || a.side && a.two && a.subj && !a.role("only"))
	}
	e, ok := u.entry(lexicon.Noun)
	if !ok || i == s.from || d.units[i-1].actor >= 0 {
		return false
	}
	noun := &d.lex.Nouns[e.Index]
	if noun.Event != "met" || noun.Flags.Has("weak") || e.Form&lexicon.Plural != 0 && !noun.Flags.Has("one") || !d.units[i-1].set.any(lexicon.Def, lexicon.Dem, lexicon.Poss) && !d.contracted(i-1) && !d.takenAsKnown(i, s) {
		return false
	}
	f := nounFrame{d: d, s: s, noun: noun, at: i}
	st, ok := f.status()
	return ok && st == graph.Held && !f.toGoOn()
}

// theGuest reports "the visitor", of whom the text takes it for granted that somebody received him.
func (d *doc) theGuest(a *actor) bool {
	s := d.sents[a.sent]
	return a.det == lexicon.Def && a.role("guest") && !a.role("host") && !a.plural && len(a.persons) < 2 && (a.to >= s.to || !d.units[a.to].set.either(lexicon.Of, lexicon.In)) && d.realised(s.from, s.to)
}

// byGuestAlone reports that "the visitor" is all that speaks of a contact: somebody else may have been visited.
func (d *doc) byGuestAlone(at int) bool {
	n := d.units[at].actor
	return n >= 0 && !d.actors[n].named && d.theGuest(&d.actors[n])
}

// namesOnly reports that an item names nobody but two persons.
func (d *doc) namesOnly(item int, pair [2]int) bool {
	for p := range d.persons {
		if p != pair[0] && p != pair[1] && d.inItem(p, item) {
			return false
		}
	}
	return true
}

// toGoOn reports "The meeting ends tomorrow".
func (f *nounFrame) toGoOn() bool {
	for i := f.at + 1; i < f.s.to && i < f.at+4; i++ {
		if f.d.tomorrow(i) {
			return true
		}
	}
	return false
}

// takenAsKnown reports a noun right after a preposition and before a comma or a day,
// in a language without articles: "Tại cuộc gặp, ...".
func (d *doc) takenAsKnown(i int, s sentence) bool {
	return i+1 < s.to && d.units[i-1].set.either(lexicon.In, lexicon.After) && (d.units[i+1].punct == ',' || d.units[i+1].date >= 0 || d.units[i+1].set.has(lexicon.DayPart))
}

// session reports a plural that means the two heads of one meeting, see
// words.txt: "hai vị đồng chủ trì".
func (d *doc) session(i int) bool {
	e, ok := d.units[i].entry(lexicon.They)
	return ok && e.Index == 2
}

// actingPair returns the only two persons of an item who act in it as
// subjects and are of two states; the second is -1 if there are none or more.
func (d *doc) actingPair(item int) [2]int {
	pair, n := [2]int{-1, -1}, 0
	for p := range d.persons {
		if !d.acts(p, item) {
			continue
		}
		if n < 2 {
			pair[n] = p
		}
		n++
	}
	if n != 2 || !d.twoOrigins(pair[0], pair[1]) {
		return [2]int{-1, -1}
	}
	return pair
}

// acts reports whether p is the subject of something in an item.
func (d *doc) acts(p, item int) bool {
	for n := range d.actors {
		a := &d.actors[n]
		if a.subj && len(a.persons) == 1 && a.persons[0] == p && d.sents[a.sent].item == item && !d.embedded(a) && !d.attends(n) {
			return true
		}
	}
	return false
}

// attends reports that all that actor n is told to do is to come to what others hold.
func (d *doc) attends(n int) bool {
	s := d.sents[d.actors[n].sent]
	for i := d.groupEnd(n); i < s.to && i < d.groupEnd(n)+4; i++ {
		if d.joinsOthers(i) {
			return true
		}
	}
	return false
}

// twoOrigins: two states, as said or as the names hint; one at least is said.
func (d *doc) twoOrigins(p, q int) bool {
	a, b := d.stateSaid(p), d.stateSaid(q)
	if a == "" && b == "" {
		return false
	}
	return cmp.Or(a, d.persons[p].origin) != cmp.Or(b, d.persons[q].origin)
}

// stateSaid is the state a person is said to serve, or that of the dateline for
// who has an office there.
func (d *doc) stateSaid(p int) string {
	q := &d.persons[p]
	if q.country == "" && q.titled && !d.leader(p) {
		if code := d.local(p); q.origin == "" || q.origin == code {
			return code
		}
	}
	return q.country
}

// embedded reports the subject of a clause after "that": what others say of
// somebody is no act of theirs.
func (d *doc) embedded(a *actor) bool {
	return a.from > d.sents[a.sent].from && (d.units[a.from-1].set.has(lexicon.That) || d.saysThat(a.from-1))
}

// claimed reports whether the story of an item has a meeting of one of the
// persons already, or a plan.
func (d *doc) claimed(item int, pair [2]int) bool {
	for _, c := range d.claims {
		k := d.sents[c.sent].item
		if !d.oneStory(k, item) {
			continue
		}
		ps := slices.Concat(c.left, c.right)
		if slices.Contains(ps, pair[0]) || slices.Contains(ps, pair[1]) || c.status != graph.Held {
			return true
		}
	}
	return false
}

// sendsLetter reports a verb at unit i that only sends something: "gửi thư".
func (d *doc) sendsLetter(i int) bool {
	return d.units[i].actor < 0 && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Event == "letter" && !v.verb.Flags.Has("hand") })
}
