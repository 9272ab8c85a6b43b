package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// datedApart emits the partners of one side one by one where a sentence gives them days or towns
// of their own: "có hai cuộc hội đàm: hôm 5/3 với A, sáng 6/3 với B", "was received by A
// on May 5 and by B on May 6", "met A in Rome and B in Bonn".
func (d *doc) datedApart(cl claim, at int, remote bool) bool {
	many := cl.right
	if len(cl.left) > 1 {
		many = cl.left
	}
	if len(cl.left) != 1 && len(cl.right) != 1 || len(many) < 2 {
		return false
	}
	told, dated := d.townsOf, d.manyDays(cl.sent)
	if dated {
		told = d.daysOf
	}
	own := d.own(told(cl.sent), cl.sent, many)
	if own == nil && (!dated || !d.lex.Options.DateCarries || len(cl.left) > 1) && !d.storyDates(cl, many, at) {
		return false
	}
	for i, p := range many {
		one, near := cl.with(p), at
		if own != nil {
			near = own[i]
		} else if n := d.namedLast(p, cl.sent); n >= 0 {
			near = d.actors[n].from
		}
		d.emit(one, near, remote, false)
	}
	return true
}

// with is the claim with one person of the side of several alone.
func (c claim) with(p int) claim {
	if len(c.left) > 1 {
		c.left = []int{p}
	} else {
		c.right = []int{p}
	}
	return c
}

// storyDates reports a headline that tells no day, of partners whom the story tells to have been met on different ones.
func (d *doc) storyDates(cl claim, many []int, at int) bool {
	if !d.headline(cl.sent) || d.dateIn(at, cl.sent, false) >= 0 {
		return false
	}
	var days []graph.Date
	for _, p := range many {
		one := cl.with(p)
		if x := d.dayOf(&one, at); len(x) == len("2006-01-02") {
			days = append(days, x)
		}
	}
	return len(days) == len(many) && slices.ContainsFunc(days, func(x graph.Date) bool { return x != days[0] })
}

// namedLast is the last actor of sentence k that names a person, -1 if none does.
func (d *doc) namedLast(p, k int) int {
	for n := d.sents[k].actors[1] - 1; n >= d.sents[k].actors[0]; n-- {
		if a := &d.actors[n]; a.named && slices.Contains(a.persons, p) {
			return n
		}
	}
	return -1
}

// own are the units of the days, or of the towns, of some persons, in their order: sentence k tells
// one before each of them, or after each, or before several: "with A on Monday, then on
// Tuesday with B and C"; nil if it does not.
func (d *doc) own(days []int, k int, persons []int) []int {
	if len(days) < 2 {
		return nil
	}
	var at []int
	for _, p := range persons {
		n := d.namedLast(p, k)
		if n < 0 {
			return nil
		}
		at = append(at, d.actors[n].from)
	}
	if more := len(days) - len(persons); more >= 0 { // days beyond are of something else: "before a talk on Thursday"
		if alternate(at, days[:len(persons)]) {
			return days[:len(persons)]
		}
		if alternate(days[more:], at) {
			return days[more:]
		}
		if more > 0 {
			return nil
		}
	}
	if inTurn(at, days) {
		return days
	}
	if of := shared(at, days, true); of != nil {
		return of
	}
	return shared(at, days, false)
}

// shared are the days for each of the persons at some units: the last one before him, or the next one;
// nil if some person or some day has no other.
func shared(at, days []int, before bool) []int {
	of, used := make([]int, len(at)), map[int]bool{}
	for i, p := range at {
		if i > 0 && p < at[i-1] {
			return nil
		}
		for _, day := range days {
			if before && day < p {
				of[i] = day
			} else if !before && day > p {
				of[i] = day
				break
			}
		}
		if used[of[i]] = true; of[i] == 0 {
			return nil
		}
	}
	if len(used) != len(days) {
		return nil
	}
	return of
}

// inTurn reports that each of days stands beside its own of the persons at some units, before or behind him: "met A on Thursday and
// on Friday B".
func inTurn(at, days []int) bool {
	for i := range at {
		if len(days) != len(at) || i > 0 && (at[i] < at[i-1] || days[i] < at[i-1]) || i+1 < len(at) && days[i] > at[i+1] {
			return false
		}
	}
	return true
}

// alternate reports that each of a is before that of b, and the next of a after it.
func alternate(a, b []int) bool {
	for i := range a {
		if a[i] > b[i] || i > 0 && a[i] < b[i-1] {
			return false
		}
	}
	return true
}

// daysOf are the units at which sentence k tells days of what took place.
func (d *doc) daysOf(k int) (units []int) {
	for i := range d.dates {
		if t := &d.dates[i]; t.sent == k && t.day() && t.d2 == 0 && !d.dateline(t) && !d.plannedDate(t) && !d.bounds(t) {
			units = append(units, t.from)
		}
	}
	return units
}

// townsOf are the units of the towns in which sentence k tells that something took place.
func (d *doc) townsOf(k int) (units []int) {
	s := d.sents[k]
	for i := s.from + 1; i < s.to; i++ {
		if u := &d.units[i]; u.actor < 0 && u.name < 0 && u.set.has(lexicon.Place) && d.units[i-1].set.either(lexicon.In, lexicon.To) && d.inBack(i) < 0 {
			units = append(units, i)
		}
	}
	return units
}

// again emits a contact once more that a sentence tells to have taken place on two days in
// two places: "s'est entretenu le 16 à Khartoum, puis le 20 au Caire, avec X".
func (d *doc) again(cl claim) {
	if cl.status != graph.Held || cl.mode != graph.InPerson || cl.place == "" || cl.date == "" {
		return
	}
	days, s := d.daysOf(cl.sent), d.sents[cl.sent]
	if len(days) != 2 || !d.joinedDays(days[0], days[1]) {
		return
	}
	for _, at := range days {
		other := cl
		other.place, other.placeKey, other.country = "", "", ""
		if i := d.placeOfDay(at, s); i >= 0 {
			d.placeAt(&other, i)
		}
		if other.date = d.dateOf(at, cl.sent); other.date != cl.date && other.place != "" && other.place != cl.place {
			d.claims = append(d.claims, other)
		}
	}
}

// joinedDays reports that nothing but "and" and places stands between two days.
func (d *doc) joinedDays(from, to int) bool {
	and, place := false, false
	for i := d.dates[d.units[from].date].to; i < to; i++ {
		u := &d.units[i]
		and, place = and || u.set.has(lexicon.And), place || u.set.either(lexicon.Place, lexicon.Country)
		if u.actor >= 0 || u.name >= 0 || u.punct != ',' && !u.set.any(lexicon.And, lexicon.In, lexicon.To, lexicon.Place, lexicon.Country, lexicon.Def, lexicon.Adverb) && !(u.set.has(lexicon.Prep) && i+1 == to) {
			return false
		}
	}
	return and && place
}

// townDays are the units of the days of sentence k that it tells with a town each: "à Vilnius
// mercredi, à Tallinn jeudi".
func (d *doc) townDays(k int) (units []int) {
	for _, at := range d.daysOf(k) {
		if d.placeOfDay(at, d.sents[k]) >= 0 && d.inBack(at) < 0 {
			units = append(units, at)
		}
	}
	return units
}

// dayInTown is the day that the story told with a town of the state of one of the two of a contact,
// among towns with days of their own; empty if the sentence of the contact tells a day.
func (d *doc) dayInTown(cl *claim, at int) (day graph.Date) {
	if len(d.dates) < 2 || len(cl.left) == 0 || len(cl.right) == 0 || d.dateIn(at, cl.sent, false) >= 0 {
		return ""
	}
	a, b := d.persons[cl.left[0]].country, d.persons[cl.right[0]].country
	for k := cl.sent - 1; k >= 0 && a != b && d.sents[k].item == d.sents[cl.sent].item; k-- {
		days := d.townDays(k)
		if len(days) < 2 {
			continue
		}
		for _, i := range days {
			e, _ := d.units[d.placeOfDay(i, d.sents[k])].entry(lexicon.Place)
			if e.Code == "" || e.Code != a && e.Code != b {
				continue
			}
			if day != "" {
				return "" // at the one's and at the other's
			}
			day = d.edtf(d.units[i].date)
		}
		return day
	}
	return ""
}
