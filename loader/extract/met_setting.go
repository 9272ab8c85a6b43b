package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// locate gives a claim its mode, date and place.
func (d *doc) locate(cl *claim, at int, remote bool) {
	s := d.sents[cl.sent]
	cl.mode, cl.back = graph.InPerson, d.inBack(at)+1
	if remote || (d.near(at, s, lexicon.Phone, 12) || !cl.hostLeft && d.remoteTalk(at, s)) && !d.metAfterCall(at, s) && !(cl.status == graph.Planned && d.plannedAfterCall(s)) {
		cl.mode = graph.Remote
	}
	if cl.date = d.dayOf(cl, at); cl.status != graph.Held {
		cl.date = d.dayToCome(cl.status, at, cl.sent)
	}
	if cl.mode == graph.Remote && d.callBefore(at, s) {
		cl.date = ""
	}
	i := d.finer(d.placeNear(at, s), s)
	w := d.placeWhere(at, s)
	if i < 0 || d.asideOf(w, at, i, s) {
		i = w
		if cl.status == graph.Held && d.asideOf(w, at, d.dayUnit(at, cl.sent), s) {
			cl.date = ""
		}
	}
	if cl.status == graph.Held && d.afterStop(w, s) && d.dayUnit(at, cl.sent) < w {
		cl.date = ""
	}
	if i >= 0 && cl.mode == graph.InPerson {
		d.placeAt(cl, i)
	}
}

// placeAt gives a claim the place told by unit i.
func (d *doc) placeAt(cl *claim, i int) {
	cl.place = d.textOf(i, i+1)
	for _, e := range d.units[i].entries {
		if e.Code == "" {
			if e.Class == lexicon.Place && cl.placeKey == "" {
				cl.placeKey = graph.AnyPlace // a sea, or a building as there is one in many towns
			}
			continue
		}
		cl.country = e.Code
		if (e.Class == lexicon.Country || e.Form&lexicon.Spot != 0) && (cl.placeKey == "" || cl.placeKey == graph.AnyPlace) {
			cl.placeKey = e.Code // no place apart from its cities
		}
		if key, known := lexicon.PlaceKey(e.Code, cl.place); known {
			cl.placeKey = key
		}
		if e.Form&lexicon.Capital != 0 {
			cl.placeKey = e.Code + "/capital"
			break // a word that is also a place elsewhere: Viên
		}
	}
}

// metAfterCall reports a place and then a call that came before: "would meet B in Oslo on Monday,
// following a telephone conversation".
func (d *doc) metAfterCall(at int, s sentence) bool {
	if !d.lex.Options.Premodifier {
		return false // elsewhere the word is that of "during", too
	}
	placed, after := false, false
	for i := at + 1; i < s.to; i++ {
		u := &d.units[i]
		if d.tellsCall(u) {
			return after
		}
		placed = placed || u.set.has(lexicon.Place) && d.units[i-1].set.has(lexicon.In)
		after = after || placed && d.units[i-1].punct == ',' && u.set.has(lexicon.After)
	}
	return false
}

// tellsCall reports a word for a call.
func (d *doc) tellsCall(u *unit) bool {
	e, noun := u.entry(lexicon.Noun)
	return u.set.has(lexicon.Phone) || noun && d.lex.Nouns[e.Index].Flags.Has("remote")
}

// plannedAfterCall reports that all words of a sentence for a call stand behind one for what came
// before: "after a phone call, he said that he would meet B".
func (d *doc) plannedAfterCall(s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if d.tellsCall(&d.units[i]) && !d.behindAfter(i, s) {
			return false
		}
	}
	return true
}

// behindAfter reports that unit i is in a phrase of what came before: "after what he called a very
// productive phone call", "sau cuộc điện đàm ngày 16/10".
func (d *doc) behindAfter(i int, s sentence) bool {
	const reach = 10
	for k := i - 1; k >= s.from && k > i-reach && d.units[k].punct == 0; k-- {
		if u := &d.units[k]; u.set.has(lexicon.Onward) && u.date < 0 {
			return true
		}
	}
	return false
}

// callBefore reports a call without a day behind what it came before, and the day of that: "in Oslo
// on Monday, following a telephone conversation".
func (d *doc) callBefore(at int, s sentence) bool {
	const near = 8
	for i := at - 1; i > max(s.from+1, at-near) && d.lex.Options.Premodifier; i-- {
		if d.units[i].date >= 0 {
			return false
		}
		if d.units[i].set.has(lexicon.After) && d.units[i-1].punct == ',' {
			return d.units[i-2].date >= 0 && !slices.ContainsFunc(d.units[at:s.to], func(u unit) bool { return u.date >= 0 })
		}
	}
	return false
}

// remoteTalk reports a noun for a call anywhere in the sentence of unit at, or in the clause of it that looks back.
func (d *doc) remoteTalk(at int, s sentence) bool {
	for i := s.from; i < s.to; i++ {
		if e, ok := d.units[i].entry(lexicon.Noun); ok && d.lex.Nouns[e.Index].Flags.Has("remote") && d.inBack(i) == d.inBack(at) {
			return true
		}
	}
	return false
}

func (d *doc) near(at int, s sentence, c lexicon.Class, reach int) bool {
	for i := max(s.from, at-reach); i < s.to && i <= at+reach; i++ {
		if d.units[i].set.has(c) && d.inBack(i) == d.inBack(at) {
			return true
		}
	}
	return false
}

// placeNear is the unit of the nearest "à Hanoï", "au Vietnam".
func (d *doc) placeNear(at int, s sentence) int {
	best, dist := -1, 1<<30
	for i := s.from + 1; i < s.to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || u.name >= 0 || !u.set.either(lexicon.Place, lexicon.Country) || !d.units[i-1].set.either(lexicon.In, lexicon.To) && !d.contactOf(i) || d.units[i-1].set.has(lexicon.Lives) {
			continue
		}
		if dd := abs(i - at); dd < dist && d.inBack(i) == d.inBack(at) && !d.semicolon(min(at, i), max(at, i)) && !d.placeOfOther(at, i) && !d.spokenOf(at, i) && !d.onTheWay(at, i) && !d.ofSource(i, at, s) && (d.inBack(at) >= 0 || !d.earlierPlace(at, i)) {
			best, dist = i, dd
		}
	}
	return best
}

// onTheWay reports a place behind the contact at unit at where a clause tells that somebody went or will go: "the last leg of a
// tour that took him to Brussels and Berlin", "who had come from Bonn and will fly to Rome".
func (d *doc) onTheWay(at, i int) bool {
	ahead := false
	for k := i - 1; k > at; k-- {
		u := &d.units[k]
		e, have := u.entry(lexicon.Have)
		ahead = ahead || u.actor < 0 && (u.set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan) || have && e.Index == 2)
		switch {
		case u.punct == ',' || u.punct == ';':
			return false
		case u.actor < 0 && u.set.either(lexicon.Who, lexicon.That):
			b := &d.units[k-1]
			thing := b.punct == 0 && b.actor < 0 && b.name < 0 && !b.set.has(lexicon.In) && (!b.set.has(lexicon.Verb) || b.set.has(lexicon.Noun))
			from := k + 1
			for from < i && d.units[from].set.either(lexicon.Have, lexicon.HaveFut) {
				from++
			}
			return thing && d.oneOfTwo(i) || !d.tellsContact(from, i) && (ahead || thing && u.set.has(lexicon.Who))
		}
	}
	return false
}

// oneOfTwo reports a place that "and" joins to another.
func (d *doc) oneOfTwo(i int) bool {
	place := func(k int) bool {
		return k >= 0 && k < len(d.units) && d.units[k].set.either(lexicon.Place, lexicon.Country)
	}
	and := func(k int) bool { return k >= 0 && k < len(d.units) && d.units[k].set.has(lexicon.And) }
	return and(i+1) && (place(i+2) || place(i+3)) || and(i-1) && place(i-2) || and(i-2) && place(i-3)
}

// earlierPlace reports a place behind a contact that a word of time parts from it: "held
// talks, eleven months after the two met in Havana", "since the last session in Paris". How long it lasted does not:
// "avaient parlé pendant des heures à Rome".
func (d *doc) earlierPlace(at, place int) bool {
	for i := at + 1; i < place; i++ {
		lasting := d.units[i].set.has(lexicon.After) && d.isNoun(i+2, "time")
		if !lasting && d.units[i].set.either(lexicon.Bound, lexicon.After) {
			return true
		}
	}
	return false
}

// ofSource reports a place in front of the contact at unit at where was told what a sentence goes by: "selon le
// programme rendu public à Paris, il aura lundi un entretien".
func (d *doc) ofSource(i, at int, s sentence) bool {
	if i > at || !d.units[s.from].set.has(lexicon.Source) {
		return false
	}
	comma := slices.IndexFunc(d.units[s.from:s.to], isComma)
	return comma > i-s.from && comma < at-s.from
}

// finer is the town that a sentence tells beside a state, of which unit i speaks: "took
// him to New Zealand, where he met X in Wellington". Else it is i.
func (d *doc) finer(i int, s sentence) int {
	if i < 0 || !d.units[i].set.has(lexicon.Country) {
		return i
	}
	state, _ := d.units[i].entry(lexicon.Country)
	for k := i + 1; k < s.to; k++ {
		u := &d.units[k]
		if e, ok := u.entry(lexicon.Place); ok && d.inBack(k) == d.inBack(i) && e.Code == state.Code && u.actor < 0 && u.name < 0 && !u.set.has(lexicon.Country) && d.units[k-1].set.has(lexicon.In) {
			return k
		}
	}
	return i
}

// placeOfDay is the unit of the place right after the day at unit i, or before it: "le 16
// à Khartoum", "in Khartoum on the 16th"; -1 if there is none.
func (d *doc) placeOfDay(i int, s sentence) int {
	t := &d.dates[d.units[i].date]
	for _, k := range []int{t.to + 1, t.from - 1, t.from - 2} {
		if k > s.from && k < s.to && d.units[k].set.either(lexicon.Place, lexicon.Country) && d.units[k].actor < 0 && d.units[k-1].set.either(lexicon.In, lexicon.To) {
			return k
		}
	}
	return -1
}

func abs(x int) int { return max(x, -x) }

// during reports that day i is one of span j.
func (d *doc) during(i, j int) bool {
	from, to, ok := d.edtf(j).Bounds()
	x := string(d.edtf(i))
	return !ok || from <= x && x <= to
}

// ofPaper reports a day on which some paper was signed, as words beside the paper say: "theo Biên bản
// ký ngày 19/6", "một văn kiện đã được ký ngày 16/3".
func (d *doc) ofPaper(t *date) bool {
	s, v := d.sents[t.sent], t.from-1
	for v > s.from && d.units[v].set.either(lexicon.In, lexicon.Adverb) {
		v--
	}
	if !d.lex.Options.Bare || v <= s.from || !d.isVerb(v, "signed") {
		return false
	}
	for v--; v > s.from && d.units[v].set.either(lexicon.Have, lexicon.Passive); v-- {
	}
	return d.units[v].actor < 0 && d.units[v].punct == 0
}

// contactOf reports a place behind the contact that is told by it: "leur rencontre de Hanoï".
func (d *doc) contactOf(i int) bool {
	return i > 1 && d.units[i].set.has(lexicon.Place) && d.units[i-1].set.has(lexicon.Of) && d.units[i-2].actor < 0 && d.tellsContact(i-2, i-1)
}

// placeOfOther reports that the place at unit i behind the contact at unit at is that of another
// verb: "sera reçu par B et inaugurera un consulat à Da Nang", "invited B to Yokohama".
func (d *doc) placeOfOther(at, i int) bool {
	for k := i - 1; k > at; k-- {
		u := &d.units[k]
		if u.actor >= 0 || u.name >= 0 || !u.set.has(lexicon.Verb) || u.set.either(lexicon.Noun, lexicon.Place) {
			continue
		}
		return d.units[k-1].set.has(lexicon.And) && slices.ContainsFunc(d.verbsOf(k), func(v verbForm) bool {
			return v.form&(lexicon.Fin|lexicon.Fut) != 0 && (v.verb.Event == "plain" || v.verb.Event == "say")
		})
	}
	return d.units[i-1].set.has(lexicon.To) && d.verbsOf(at).Has("invite")
}

// spokenOf reports that the place at unit i behind the contact at unit at is that of what the two talked of: "ont évoqué la
// situation humanitaire à Gaza".
func (d *doc) spokenOf(at, i int) bool {
	const words = 3 // between the noun and its place
	for k := i - 2; k > at && k >= i-1-words; k-- {
		u := &d.units[k]
		if u.set.has(lexicon.Affairs) && u.actor < 0 {
			return true
		} else if u.punct != 0 || u.actor >= 0 || u.date >= 0 || u.cap || !d.verbless(k, k+1) {
			return false
		}
	}
	return false
}

// asideOf reports that unit at is in a clause about the place at unit w, set between commas, and unit i behind it:
// "Venu de Santiago, où il s'est entretenu avec B, A a été accueilli mercredi à Lima".
func (d *doc) asideOf(w, at, i int, s sentence) bool {
	if w < 0 || i < at || d.inBack(at) >= 0 {
		return false
	}
	end := slices.IndexFunc(d.units[at:s.to], isComma)
	return d.units[w+1].punct == ',' && !slices.ContainsFunc(d.units[w+2:at], isComma) && end >= 0 && at+end < i
}

// afterStop reports that the place at unit w is that of a stop on the way, before what its sentence tells of: "received
// B, after a stop in China, where B met C".
func (d *doc) afterStop(w int, s sentence) bool {
	const words = 5
	for k := w - 1; k > s.from && k >= w-words; k-- {
		if u := &d.units[k]; u.punct != 0 || u.actor >= 0 || u.date >= 0 {
			return false
		} else if u.set.either(lexicon.After, lexicon.Onward) && !d.units[k+1].set.has(lexicon.That) {
			return true
		}
	}
	return false
}

// dayUnit is the unit of the day told for a contact at unit at in its sentence, -1 for none.
func (d *doc) dayUnit(at, k int) int {
	if i := d.dateIn(at, k, false); i >= 0 {
		return d.dates[i].from
	}
	return -1
}

// placeWhere is the place right before the clause that unit at is in: "left Beirut, where he met B";
// -1 if there is none.
func (d *doc) placeWhere(at int, s sentence) int {
	for i := at - 1; i > s.from+1; i-- {
		u := &d.units[i]
		if u.punct == ';' {
			break
		}
		if u.actor >= 0 || !u.set.has(lexicon.That) || u.set.has(lexicon.Who) {
			continue
		}
		if i--; d.units[i].punct == ',' {
			i--
		}
		for i > s.from && (d.units[i].date >= 0 || d.units[i+1].date >= 0 && d.units[i].set.either(lexicon.In, lexicon.Prep)) {
			i-- // "left Beirut on Wednesday, where"
		}
		if p := &d.units[i]; p.actor < 0 && p.name < 0 && p.set.either(lexicon.Place, lexicon.Country) && d.inBack(i) == d.inBack(at) {
			return i
		}
		break
	}
	return -1
}
