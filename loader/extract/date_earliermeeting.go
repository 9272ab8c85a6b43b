package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// A sentence that counts the meetings of two tells of the one before: "It was their second meeting this year, after
// talks in Rome in February". That has a day and a place of its own.

// afterTalks reports that unit i opens what tells of the meeting before: a word for after, a noun of contact and the
// time of it, behind another noun of contact of two who are not named in the sentence.
func (d *doc) afterTalks(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Onward) || d.units[i].date >= 0 || i == s.from || !d.anyNoun(s.from, i, "met") && !d.countsContact(i, s) || !d.ofTwo(s, i) {
		return false
	}
	j := i + 1
	for j < s.to && d.units[j].actor < 0 && d.units[j].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Adj) {
		j++
	}
	if j == s.to || !d.isNoun(j, "met") {
		return false
	}
	end := d.clauseEnd(j, s)
	return slices.ContainsFunc(d.dates, func(t date) bool { return t.from > j && t.to <= end && (t.m != 0 || t.whole != 0) })
}

// behindAside reports a comma right before unit i that closes words without a verb about somebody named before them: "B, en
// congé à Oslo, qu'il avait reçu en mars".
func (d *doc) behindAside(i int, s sentence) bool {
	const words = 8
	if i-1 <= s.from || d.units[i-1].punct != ',' {
		return false
	}
	for k := i - 2; k > s.from && k > i-2-words; k-- {
		if u := &d.units[k]; u.punct == ',' {
			return d.units[k-1].actor >= 0 && d.actors[d.units[k-1].actor].named
		} else if u.punct != 0 || u.actor >= 0 || !d.verbless(k, k+1) {
			return false
		}
	}
	return false
}

// onceMet reports that unit i opens a clause about the two told of, which tells of a contact of theirs at a time, and no day,
// of its own: "The two, who spoke by phone in February, reviewed". A day can be that of the news.
func (d *doc) onceMet(i int, s sentence) bool {
	if u := &d.units[i]; u.actor >= 0 || !u.set.has(lexicon.Who) || d.relativeOf(i+1, s) != i || d.units[i-1].punct != ',' {
		return false
	}
	if a := &d.actors[d.units[i-2].actor]; a.pron != lexicon.They && !a.two || a.named {
		return false
	}
	end, v := d.clauseEnd(i+1, s), i+1
	for v < end && d.units[v].actor < 0 && d.units[v].set.any(lexicon.Adverb, lexicon.Have, lexicon.Be, lexicon.Refl, lexicon.Each) && !d.isVerb(v, "met") {
		v++
	}
	return v < end && !d.inActor(v) && d.isVerb(v, "met") && d.pastTime(v, end)
}

// oneWho reports that unit i stands for somebody named right before, of whom a clause tells whom he met at a time, and no day,
// of its own: "B, người từng tiếp ông ở Oslo hồi tháng 3", "người đã tiếp ông dịp Tết vừa rồi".
func (d *doc) oneWho(i int, s sentence) bool {
	if !d.lex.Options.Tenseless || i < s.from+2 || i+2 >= s.to || d.units[i-1].punct != ',' || !d.whoever(i) || !d.units[i+1].set.has(lexicon.Have) || !d.isVerb(i+2, "met") {
		return false
	}
	if n := d.units[i-2].actor; n < 0 || !d.actors[n].named {
		return false
	}
	end := d.clauseEnd(i+1, s)
	dated := slices.ContainsFunc(d.units[i:end], func(u unit) bool { return u.date >= 0 })
	return d.pastTime(i, end) || !dated && slices.ContainsFunc(d.units[i:end], func(u unit) bool { return u.set.has(lexicon.LastTime) })
}

// afterTheirs reports that unit i puts a contact of the two, which is told as theirs and with a time of its own, before what its
// sentence tells of a day: "received B on Monday, after a call between the two in May".
func (d *doc) afterTheirs(i int, s sentence) bool {
	const reach = 6
	if u := &d.units[i]; !u.set.has(lexicon.Onward) || u.date >= 0 || u.actor >= 0 || i+1 >= s.to {
		return false
	}
	j := i + 1
	for j < s.to && j < i+4 && d.units[j].actor < 0 && d.units[j].punct == 0 && !d.isNoun(j, "met") {
		j++
	}
	if j == s.to || d.units[j].actor >= 0 || !d.isNoun(j, "met") {
		return false
	}
	end, two := d.clauseEnd(j, s), false
	for k := j + 1; k < end; k++ {
		u := &d.units[k]
		if u.name >= 0 {
			return false
		}
		two = two || k <= j+reach && u.set.either(lexicon.Two, lexicon.They)
	}
	return two && d.pastTime(j, end) && d.dayOutside(i, end, s)
}

// pastTime reports a month, a year or the like, or a day well before the news, that units [from, to) tell of what was then.
func (d *doc) pastTime(from, to int) bool {
	return slices.ContainsFunc(d.dates, func(t date) bool {
		return t.from > from && t.to <= to && (d.beforeNews(&t) || !t.day() && (t.m != 0 || t.whole != 0 || t.y != 0)) && !t.next && !d.plannedDate(&t) && !d.bounds(&t)
	})
}

// ownTalks reports at unit i the contact of more than one who were told of before, with a time, and no day, of its own:
// "the decision goes back to their talks in Lumut in July", "a rappelé leur conversation de mai". What is done at
// it is of that time too: "lors de leur entretien de mai".
func (d *doc) ownTalks(i int, s sentence) bool {
	j := d.theirTalks(i, s)
	if j < 0 {
		return false
	}
	last := slices.ContainsFunc(d.units[i+1:j], func(u unit) bool { return u.set.either(lexicon.LastTime, lexicon.Earlier) })
	end := d.talksEnd(j, s)
	if !last && i > s.from && d.units[i-1].set.any(lexicon.After, lexicon.Onward, lexicon.In) && !d.dayOutside(i, end, s) {
		return false
	}
	return d.pastTime(j, end) && !slices.ContainsFunc(d.units[j:end], func(u unit) bool { return u.name >= 0 })
}

// theirTalks is the noun of contact behind a word at unit i for more than one whose it is, -1 if there is none.
func (d *doc) theirTalks(i int, s sentence) int {
	const words = 2
	if e, ok := d.units[i].entry(lexicon.Poss); !ok || e.Index != 2 || d.units[i].actor >= 0 {
		return -1
	}
	j := i + 1
	for j < s.to && j <= i+words && d.units[j].kind == text.Word && d.units[j].actor < 0 && d.units[j].date < 0 && !d.units[j].set.has(lexicon.Of) && !d.isNoun(j, "met") {
		j++
	}
	if j == s.to || !d.isNoun(j, "met") {
		return -1
	}
	return j
}

// talksEnd is the end of what is told of the contact at unit j, with a participle behind a comma: "their last meeting, held
// in Oslo in May".
func (d *doc) talksEnd(j int, s sentence) int {
	end := d.clauseEnd(j, s)
	if end+1 < s.to && d.units[end].punct == ',' && (d.participleNext(end+1, s.to) || d.units[end+1].set.has(lexicon.Support)) {
		return d.clauseEnd(end+1, s)
	}
	return end
}

// dayOutside reports a day that a sentence tells outside units [from, to).
func (d *doc) dayOutside(from, to int, s sentence) bool {
	return slices.ContainsFunc(d.dates, func(t date) bool {
		return d.sents[t.sent].from == s.from && t.day() && (t.to <= from || t.from >= to) && !d.dateline(&t)
	})
}

// onlyThose reports that a sentence names nobody but some persons.
func (d *doc) onlyThose(ps []int, s sentence) bool {
	if len(ps) == 0 {
		return false
	}
	for n := s.actors[0]; n < s.actors[1]; n++ {
		if slices.ContainsFunc(d.actors[n].persons, func(p int) bool { return !slices.Contains(ps, p) }) {
			return false
		}
	}
	return true
}

// ofTwo reports a word for two before unit to, and nobody named in the sentence.
func (d *doc) ofTwo(s sentence, to int) bool {
	two := false
	for i := s.from; i < s.to; i++ {
		if d.units[i].name >= 0 {
			return false
		}
		two = two || i < to && d.units[i].set.any(lexicon.Two, lexicon.Each, lexicon.They)
	}
	return two
}

// afterTimes reports that unit i opens the list of the times that two met before a meeting which the sentence counts
// by a number: "their third meeting, after Oslo in May and the summit in Rome last year". No other thing is in it.
func (d *doc) afterTimes(i int, s sentence) bool {
	if u := &d.units[i]; !u.set.has(lexicon.Onward) || u.date >= 0 || !d.nthOfTwo(i, s) && !(d.countsContact(i, s) && d.ofTwo(s, i)) {
		return false
	}
	end, last, beside := d.clauseEnd(i+1, s), -1, false
	for k := i + 1; k < end; k++ {
		switch u := &d.units[k]; {
		case u.date >= 0:
			last, beside = k, false
		case u.actor >= 0 || u.name >= 0:
			return false
		case beside || u.set.has(lexicon.Margins):
			beside = true // "in the margins of a conference on"
		case !d.tellsTime(k):
			return false
		}
	}
	return last > i+1
}

// tellsTime reports a word of what names a meeting by its place or its occasion.
func (d *doc) tellsTime(k int) bool {
	u := &d.units[k]
	if u.kind != text.Word || u.cap || d.isNoun(k, "met") || k+1 < len(d.units) && d.units[k+1].date >= 0 {
		return true
	}
	return u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.First, lexicon.In, lexicon.Of, lexicon.To, lexicon.Place, lexicon.Country, lexicon.Org, lexicon.Margins, lexicon.Occasion,
		lexicon.And, lexicon.Prep, lexicon.Amount, lexicon.Day, lexicon.Namesake, lexicon.Body)
}

// nthOfTwo reports that the sentence counts by a number, before unit to, a meeting of two whom it does not name.
func (d *doc) nthOfTwo(to int, s sentence) bool {
	const reach = 3
	nth, noun, two := -1, -1, false
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if u.name >= 0 || i < to && u.set.has(lexicon.With) {
			return false
		}
		if i >= to {
			continue
		}
		if u.set.has(lexicon.Nth) {
			nth = i
		}
		if d.isNoun(i, "met") {
			noun = i
		}
		two = two || u.set.any(lexicon.Two, lexicon.Each, lexicon.Poss)
	}
	return two && nth >= 0 && noun >= 0 && abs(nth-noun) <= reach
}

// metTimes claims the times that clause n of sentence k lists of the two of whom was told last: for each its day, and
// the place told beside it.
func (d *doc) metTimes(n, k int) {
	c, pair := d.backs[n], d.lastPair(k)
	from := c.from
	for i := range d.dates {
		t := &d.dates[i]
		if pair == nil || t.from < c.from || t.to > c.to {
			continue
		}
		cl := claim{left: pair, among: true, status: graph.Held, mode: graph.InPerson, back: n + 1, sent: k, rule: d.lex.Lang + ".lookback", date: d.dateBack(t.from, n)}
		if place := d.placeOfTime(t, from); d.remoteAmong(from, t.from) {
			cl.mode = graph.Remote
		} else if place >= 0 {
			d.placeAt(&cl, place)
		}
		if from = t.to; cl.date != "" {
			d.claims = append(d.claims, cl)
		}
	}
}

// placeOfTime is the last place from unit from to day t, or the one right behind it; -1 if there is none.
func (d *doc) placeOfTime(t *date, from int) int {
	for i := t.from - 1; i >= from; i-- {
		if u := &d.units[i]; u.set.either(lexicon.Place, lexicon.Country) && u.actor < 0 {
			return i
		}
	}
	return d.placeOfDay(t.from, d.sents[t.sent])
}

// remoteAmong reports a word for a call among units [from, to).
func (d *doc) remoteAmong(from, to int) bool {
	return slices.ContainsFunc(d.units[from:to], func(u unit) bool { return d.tellsCall(&u) })
}

// lastPair are the only two of whose contacts the last sentence that tells of any tells, which is one of the two before
// sentence k; nil if there are none or others.
func (d *doc) lastPair(k int) (pair []int) {
	const reach = 2
	last := -1
	for i := len(d.claims) - 1; i >= 0; i-- {
		c := &d.claims[i]
		if c.sent >= k || c.sent < k-reach || d.sents[c.sent].item != d.sents[k].item || last >= 0 && c.sent != last {
			continue
		}
		last = c.sent
		ps := slices.Concat(c.left, c.right)
		if len(ps) != 2 || c.status != graph.Held || pair != nil && !c.joins(pair[0], pair[1]) {
			return nil
		}
		pair = ps
	}
	return pair
}
