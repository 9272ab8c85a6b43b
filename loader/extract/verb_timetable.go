package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// timetable reports the present for what is to come: "On Friday the president receives
// him", in a text that announces, or next week.
func (f *frame) timetable() bool {
	d := f.d
	if f.g.aux || f.g.form&(lexicon.Fin|lexicon.Pres) == 0 || f.g.form&(lexicon.Pres|lexicon.Inf) == 0 || f.g.form&lexicon.PP != 0 {
		return false
	}
	if d.wayAhead(f.g.at, f.s) {
		return true
	}
	dated := false
	for i := range d.dates {
		t := &d.dates[i]
		if t.sent == f.k && t.m != 0 && !t.day() && t.y == 0 && !t.last && !d.headline(f.k) && d.monthAhead(t.m) {
			return true // "they meet again in September"
		}
		if t.sent == f.k && !d.dateline(t) && (t.day() || t.whole > 0) {
			if dated = true; d.toCome(t) {
				return true
			}
		}
	}
	for i := f.s.from; i+1 < f.s.to; i++ {
		if d.units[i].set.has(lexicon.NextTime) && d.units[i+1].set.has(lexicon.DayPart) || d.units[i].set.has(lexicon.Tomorrow) && d.tomorrow(i) {
			return true
		}
	}
	for k := f.k - 1; k >= 0 && k >= f.k-2 && d.sents[k].item == f.s.item; k-- {
		if slices.ContainsFunc(d.claims, func(c claim) bool { return c.sent == k && c.status == graph.Held }) {
			return false
		}
		if dated && d.announces(d.sents[k]) {
			return true
		}
	}
	return false
}

// wayAhead reports a verb of the present at unit v that "and" joins to a way that will be made on a day: "arrives on
// Friday and holds talks".
func (d *doc) wayAhead(v int, s sentence) bool {
	present := func(x verbForm) bool {
		return x.form&lexicon.Pres != 0 && x.form&lexicon.PP == 0
	}
	if v == s.from || !d.units[v-1].set.has(lexicon.And) || !slices.ContainsFunc(d.verbsOf(v), present) {
		return false
	}
	day := false
	for i := v - 2; i >= s.from; i-- {
		u := &d.units[i]
		if u.date >= 0 {
			t := &d.dates[u.date]
			day = day || !t.last && !d.dateline(t) && d.edtf(u.date) != d.pub && (t.weekday != 0 || d.later(u.date))
			continue
		}
		if u.punct == ';' || u.set.either(lexicon.That, lexicon.Who) {
			return false
		}
		for _, x := range d.verbsOf(i) {
			if f := x.verb.Flags; present(x) && (f.Has("goes") || f.Has("comes") || f.Has("begins")) {
				return day
			}
		}
	}
	return false
}

// monthAhead reports a month that is one of the next six.
func (d *doc) monthAhead(m int) bool {
	day, ok := d.ref.Day()
	by := (m - int(day.Month()) + 12) % 12
	return ok && by > 0 && by <= 6
}

// tomorrow reports a word for the day after publication.
func (d *doc) tomorrow(i int) bool {
	e, ok := d.units[i].entry(lexicon.Tomorrow)
	return ok && e.Index == 1
}

// planAside reports brackets behind the last side with which the sentence ends, of something that is still to come: "A meets B
// (planned)", "Entretien entre A et B (prévu le 9 mai)".
func (d *doc) planAside(at int, s sentence) bool {
	end := s.to - 1
	if end > at && d.units[end].punct == '.' {
		end--
	}
	if d.units[end].punct != ')' {
		return false
	}
	i := end
	for i > at && d.units[i].punct != '(' {
		i--
	}
	n := d.units[i-1].actor
	return i > at && n >= 0 && d.actors[n].named && d.units[i+1].set.either(lexicon.Plan, lexicon.HaveFut)
}

// calledOffAfter reports a noun of contact at unit i whose sentence goes on to say that
// it was cancelled: "The meeting of A and B, planned for July 12, has been cancelled".
func (d *doc) calledOffAfter(i int, s sentence) bool {
	if e, ok := d.units[i].entry(lexicon.Noun); !ok || d.lex.Nouns[e.Index].Event != "met" {
		return false
	}
	for j := i + 1; j < s.to; j++ {
		u := &d.units[j]
		if e, ok := u.entry(lexicon.Cancel); ok {
			return e.Index == 1
		}
		switch {
		case u.actor >= 0 || u.date >= 0 || j == i+1:
		case u.punct == ';' || u.set.any(lexicon.That, lexicon.Who, lexicon.Noun):
			return false
		case u.set.has(lexicon.Verb) && !u.set.any(lexicon.Plan, lexicon.Have, lexicon.Be, lexicon.Support, lexicon.Passive):
			return false
		}
	}
	return false
}

// isOff reports a sentence that says of something that it was called off.
func (d *doc) isOff(s sentence) bool {
	return slices.ContainsFunc(d.units[s.from:s.to], func(u unit) bool {
		e, ok := u.entry(lexicon.Cancel)
		return ok && e.Index == 1
	})
}

// cameToNothing reports that what somebody has come for was called off, as the sentence tells behind unit i: "flew to
// Oslo to meet X, but the talks were dropped".
func (d *doc) cameToNothing(i int, s sentence) bool {
	but := false
	for ; i < s.to; i++ {
		u := &d.units[i]
		but = but || u.set.has(lexicon.Or) && d.units[i-1].punct == ','
		if but && u.actor < 0 && u.set.has(lexicon.Cancel) {
			return true
		}
	}
	return false
}
