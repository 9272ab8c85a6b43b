package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// lagAt is how many days the words of time at unit i put between what follows them and the rest of the
// sentence: "two days after he met X"; 0 if nothing follows, and they tell a day of their own.
func (d *doc) lagAt(i int, s sentence) int {
	e, ok := d.units[i].entry(lexicon.Tomorrow)
	if !ok || e.Index < 2 || !d.lex.Options.Article || i+1 >= s.to || !d.endsWith(&d.units[i], lexicon.That) && !d.endsWith(&d.units[i], lexicon.After) {
		return 0
	}
	if u := &d.units[i+1]; u.set.any(lexicon.Dem, lexicon.That) && i+2 < s.to && d.units[i+2].punct == ',' || u.kind != text.Word || u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.And) {
		return 0
	}
	return int(e.Index) - 1
}

// lagBefore is the unit of such words in whose clause unit at stands, -1 if it stands in none.
func (d *doc) lagBefore(at int, s sentence) int {
	for i := at - 1; i >= s.from; i-- {
		if d.lagAt(i, s) > 0 {
			return i
		}
		if u := &d.units[i]; u.punct == ';' || u.punct == ',' && u.actor < 0 && !d.closesAside(i, s) {
			return -1
		}
	}
	return -1
}

// closesAside reports a comma right behind what somebody is told to be between commas.
func (d *doc) closesAside(i int, s sentence) bool {
	if i == s.from || d.units[i-1].actor < 0 {
		return false
	}
	return d.pastOwnComma(d.units[i-1].actor) > i
}

// lagged is the day of what is told in the clause behind the words of time at unit lag: its own, or one
// counted back from that of the rest of the sentence, or of the story.
func (d *doc) lagged(lag, k int) graph.Date {
	s := d.sents[k]
	end := lag + 1
	for end < s.to && d.units[end].punct != ';' && (d.units[end].punct != ',' || d.units[end].actor >= 0 || d.closesAside(end, s)) {
		end++
	}
	best := -1
	for i := range d.dates {
		t := &d.dates[i]
		if t.sent != k || d.dateline(t) || d.plannedDate(t) || d.bounds(t) {
			continue
		}
		if t.from > lag && t.from < end {
			return d.edtf(i)
		}
		if best < 0 || abs(t.from-lag) < abs(d.dates[best].from-lag) {
			best = i
		}
	}
	if best < 0 {
		best = d.dateAround(k)
	}
	x := d.datelineDate()
	if best >= 0 {
		x = d.edtf(best)
	}
	if x == "" {
		x = d.pub
	}
	if best >= 0 && !d.dates[best].day() {
		return x // "in April, a day after he met B"
	}
	return shifted(x, -d.lagAt(lag, s))
}

// thenBefore reports a word at unit j behind which comes what was at another time: "left on Monday after talks
// with B the day before".
func (d *doc) thenBefore(j int) bool {
	u := &d.units[j]
	return u.actor < 0 && u.date < 0 && u.set.has(lexicon.After)
}
