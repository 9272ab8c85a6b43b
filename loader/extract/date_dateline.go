package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// dateline reports "Hanoï, 7 mars (VNA) –" and "date 2019-09".
func (d *doc) dateline(t *date) bool {
	s := d.sents[t.sent]
	if t.from-s.from > 8 && !d.behindTown(t.from, s) || t.from == s.from && t.y != 0 && t.d != 0 && t.sent >= 4 && d.items[s.item].kind == mainStory {
		return false // a line of a chronicle tells its day
	}
	if t.from == s.from+1 && t.y != 0 && d.textOf(s.from, t.from) == "date" {
		return true // of the page
	}
	if t.from > s.from && d.units[t.from-1].punct == ':' && t.y != 0 && t.d != 0 && t.sent < 4 && d.headline(t.sent) {
		return true // "Posted On: 17 SEP 2024 6:12PM"
	}
	brackets := 0
	for i := t.to; i < s.to && i < t.to+9; i++ {
		u := &d.units[i]
		switch {
		case u.punct == '(':
			brackets++
		case u.punct == ')':
			brackets--
			if i+1 == s.to || d.units[i+1].punct != ',' {
				return true // "(AGENCY)" right after the date
			}
		case u.set.has(lexicon.Agency) || d.partsLine(i, t) || i == t.to && d.byAgency(t):
			return true
		case u.kind == 0 && u.punct == 0 && brackets == 0:
			return false
		}
	}
	end := s.to
	if end > t.to && d.units[end-1].punct == '.' {
		end-- // "Nicosia, 18 June."
	}
	if t.from == s.from && t.to == end && d.diary(t) {
		return false
	}
	return t.to == end && t.from-s.from <= 3 && (t.from == s.from || d.units[s.from].set.has(lexicon.Place)) || t.to == s.to && d.verbless(s.from, t.from) || t.from == s.from && t.y != 0 && t.d != 0
}

// byAgency reports what can be the name of an agency behind the day of a dateline, as the dash or full stop behind it tells:
// "VILNIUS, Oct 25, BNS –", "Tirana, Nov 7 /ATA/ -".
func (d *doc) byAgency(t *date) bool {
	const words = 3
	s, i := d.sents[t.sent], t.to
	if t.m == 0 || t.d == 0 || !d.behindTown(t.from, s) || d.units[i].punct != ',' && d.units[i].punct != '/' {
		return false
	}
	for i++; i < s.to && i <= t.to+words && d.units[i].kind == text.Word && d.units[i].cap; i++ {
	}
	if i < s.to && d.units[i].punct == '/' {
		i++
	}
	return i > t.to+1 && (i == s.to || d.partsLine(i, t) || i == s.to-1 && d.units[i].punct == '.')
}

// weekdayLine reports a dateline that tells its day by the name alone: "NAIROBI, Thursday".
func (d *doc) weekdayLine(t *date) bool {
	return t.weekday != 0 && t.m == 0 && t.whole == 0 && d.behindTown(t.from, d.sents[t.sent])
}

// partsLine reports what parts a dateline whose day is t from its text, at unit i: a dash, or behind
// the name of a town " - " and "New Delhi, 25 February: ".
func (d *doc) partsLine(i int, t *date) bool {
	s := d.sents[t.sent]
	switch u := &d.units[i]; {
	case u.punct == 0:
		return false
	case dash(d.textOf(i, i+1)):
		return true
	case u.punct == ':':
		return i == t.to && t.d != 0 && d.items[s.item].kind == mainStory && d.behindTown(t.from, s)
	case u.punct == '-' && i+1 < s.to && d.units[i+1].punct == '-' && !d.toks[d.units[i+1].from].Space:
		return true // "--"
	case u.punct == '-':
		at := t.from
		if at > s.from && d.units[at-1].set.has(lexicon.Def) {
			at-- // "Conakry, le 14 novembre - "
		}
		return d.toks[u.from].Space && i+1 < s.to && d.toks[d.units[i+1].from].Space && (d.lex.Options.SlashDates && at > s.from || at == s.from && t.y != 0 && t.d != 0 || d.behindTown(at, s))
	}
	return false
}

// behindTown reports that nothing but names in capital letters and a comma stands before unit at in its
// sentence: "BANDAR SERI BEGAWAN, ", "Ban-đa Xê-ri Bê-ga-oan, ", "HANOI, Vietnam, ".
func (d *doc) behindTown(at int, s sentence) bool {
	const reach = 16
	if at < s.from+2 || at > s.from+reach || d.units[at-1].punct != ',' {
		return false
	}
	for i := s.from; i < at-1; i++ {
		u := &d.units[i]
		if u.date >= 0 || u.punct != 0 && u.punct != ',' && u.punct != '-' || u.punct == 0 && (u.kind != text.Word || !u.cap && (i == s.from || d.units[i-1].punct != '-')) {
			return false
		}
	}
	return true
}

// diary reports one of three days at least that are each all of a sentence: it heads what
// follows.
func (d *doc) diary(t *date) bool {
	others := 0
	for _, b := range d.dates {
		s := d.sents[b.sent]
		if b.from == s.from && b.to >= s.to-1 && b.day() && (b.d != t.d || b.m != t.m) {
			others++
		}
	}
	return others > 1
}

// dash reports what parts a dateline from the text.
func dash(x string) bool { return x == "–" || x == "—" || x == "--" }
