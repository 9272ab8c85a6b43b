package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// Papers are listed with those who signed each, on lines or behind a colon, under words that tell of signing:
// "- Energy: A and B.", "Extradition — A and B", "treaty on fishing (A - B)", "a pact, by C and D", "memorandum between
// X and Y". A question is such a head too: "Who signed? A and B."

// longestList is how many lines a list has under its head.
const longestList = 100

// paperList is the list in which a sentence stands: the sentence above it that tells of signing, and its word for that.
type paperList struct{ head, at int }

// papersListed reads the papers that sentence k lists.
func (d *doc) papersListed(k int) {
	s := d.sents[k]
	from := d.behindHead(k)
	l := d.listAbove(k)
	if from > s.from {
		l = paperList{k, d.tellsSigning(k, from)}
	}
	if l.at < 0 {
		return
	}
	for i := from; i < s.to; i++ {
		j := i
		for j < s.to && d.units[j].punct != ';' && (j == i || from == s.from || !d.nextPaper(j, s.to)) {
			j++
		}
		d.paperEntry(k, i, j, l)
		i = j
	}
}

// nextPaper reports a comma at unit i behind which the next paper of a list begins: "a plan between X and Y, a pact, and
// finally an accord".
func (d *doc) nextPaper(i, end int) bool {
	if d.units[i].punct != ',' {
		return false
	}
	for i++; i < end && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Adverb, lexicon.And); i++ {
	}
	return i+1 < end && d.units[i].actor < 0 && d.units[i].set.any(lexicon.Indef, lexicon.Numeral, lexicon.Two) && d.opensPaper(i, end)
}

// behindHead is the unit of sentence k behind a colon at which a list of papers begins; its first one if none does.
func (d *doc) behindHead(k int) int {
	s := d.sents[k]
	for i := s.from + 1; i+1 < s.to; i++ {
		if d.units[i].punct == ':' && d.opensPaper(i+1, s.to) && !d.opensPaper(s.from, s.to) {
			return i + 1
		}
	}
	return s.from
}

// listAbove is the list of which sentence k is a line or, behind a colon, a paper.
func (d *doc) listAbove(k int) paperList {
	none := paperList{-1, -1}
	opens := d.opensPaper(d.sents[k].from, d.sents[k].to)
	alone := d.listLine(k) || d.afterQuestion(k) // whatever stands before
	if !opens && !alone {
		return none
	}
	h := k - 1
	for h >= 0 && k-h < longestList && d.sents[h].item == d.sents[k].item && !d.endsIn(h, ':') && (d.listLine(h) || d.opensPaper(d.sents[h].from, d.sents[h].to)) {
		h--
	}
	if h < 0 || d.sents[h].item != d.sents[k].item || !alone && !d.endsIn(h, ':') {
		return none
	}
	if at := d.tellsSigning(h, d.sents[h].to); at >= 0 {
		return paperList{h, at}
	}
	if up := h - 1; d.endsIn(h, ':') && up >= 0 && d.sents[up].item == d.sents[k].item && d.verbless(d.sents[h].from, d.sents[h].to) {
		return paperList{up, d.tellsSigning(up, d.sents[up].to)} // "The list: ..."
	}
	return none
}

// endsIn reports a sentence that ends in a mark.
func (d *doc) endsIn(k int, mark byte) bool {
	s := d.sents[k]
	return s.to > s.from && d.units[s.to-1].punct == mark
}

// afterQuestion reports that the sentence before is a question.
func (d *doc) afterQuestion(k int) bool {
	return k > 0 && d.sents[k-1].item == d.sents[k].item && d.endsIn(k-1, '?')
}

// listLine reports a sentence that is a line of a list: a dash, a bullet, a number or a label opens it.
func (d *doc) listLine(k int) bool {
	s := d.sents[k]
	return s.to-s.from < 3 && d.pastMark(s.from, s.to) == s.to || s.to-s.from > 2 && (d.labelled(k) || d.dash(s.from) || strings.ContainsRune("•·*", firstRune(d.textOf(s.from, s.from+1))))
}

// labelled reports a line of its own that a label opens, a dash or colon behind it, before names joined by "and":
// "Extradition — A and B".
func (d *doc) labelled(k int) bool {
	s := d.sents[k]
	if k == 0 || !d.newLine(d.sents[k-1].end, s.start) {
		return false
	}
	for i := s.from; i+1 < s.to && i < s.from+6; i++ {
		u := &d.units[i]
		switch {
		case i > s.from && (u.punct == ':' || d.dash(i) && d.textOf(i, i+1) != "-"):
			n := d.units[i+1].actor
			return n >= 0 && d.actors[n].named && d.actors[n].from == i+1 && d.actors[n].gov == lexicon.None && d.joinsNames(i, s.to)
		case u.actor >= 0 || u.kind != text.Word || u.date >= 0 || u.set.any(lexicon.Caption, lexicon.Agency, lexicon.Verb):
			return false
		}
	}
	return false
}

// joinsNames reports a name that "and" joins to others among units [from, to).
func (d *doc) joinsNames(from, to int) bool {
	for i := from; i+1 < to; i++ {
		if n := d.units[i+1].actor; d.units[i].set.has(lexicon.And) && d.units[i].actor < 0 && n >= 0 && d.actors[n].named {
			return true
		}
	}
	return false
}

// pastMark is the unit after a bullet or a number at unit i.
func (d *doc) pastMark(i, end int) int {
	for i < end && (d.units[i].punct != 0 || d.units[i].kind == text.Number) {
		i++
	}
	return i
}

// opensPaper reports the word for a document at unit i, after a bullet or a number.
func (d *doc) opensPaper(i, end int) bool {
	i = d.pastMark(i, end)
	for i < end && d.units[i].actor < 0 && d.units[i].set.either(lexicon.Indef, lexicon.Def) && !d.isPaper(i) {
		i++
	}
	return i < end && d.units[i].actor < 0 && d.isPaper(i)
}

// signingWords are those for papers signed.
var signingWords = hint().or("signed", "signature", "signatory")

// tellsSigning is the word of sentence k, before unit end, that tells of papers signed, -1 if they are only planned or
// none does. After a sentence that told who signed, a word for papers is enough: "Further papers followed:".
func (d *doc) tellsSigning(k, end int) int {
	s := d.sents[k]
	lately := slices.ContainsFunc(d.signs, func(x signing) bool { return x.sent < k && x.sent >= k-3 && d.sents[x.sent].item == s.item })
	if !lately && !d.tells(k, signingWords) || !d.realised(s.from, end) {
		return -1
	}
	for i := s.from; i < end; i++ {
		if d.units[i].actor < 0 && (d.isVerb(i, "signed") && !d.verbsOf(i).Has("exchange") || d.isNoun(i, "signature", "signatory")) {
			return i
		}
	}
	for i := s.from; lately && i < end; i++ {
		for _, e := range d.units[i].entries {
			if e.Class == lexicon.Noun && e.Form&lexicon.Plural != 0 && d.units[i].actor < 0 && d.isPaper(i) {
				return i
			}
		}
	}
	return -1
}

// paperEntry reads one entry of the list, units [i, end) of sentence k.
func (d *doc) paperEntry(k, i, end int, l paperList) {
	f := frame{d: d, k: k, s: d.sents[k], g: verbGroup{at: i, from: i}}
	sep := d.behindPaper(i, end)
	x := signing{sent: k, rule: d.lex.Lang + ".signed.list", date: d.dateOf(l.at, l.head)}
	x.persons = d.entrySigners(i, sep, end, d.afterQuestion(k))
	if len(x.persons) < 2 {
		d.sidesListed(&x, i, sep, end)
	}
	if x.signers() < 2 && (x.signers() == 0 || d.signedHere(l.head)) || slices.ContainsFunc(d.signs, func(y signing) bool { return y.sent == k && y.sameSigners(&x) }) {
		return
	}
	if x.what = f.documentIn(i, end, false); x.what == "" && sep < end {
		x.what = d.textOf(d.pastMark(i, sep), sep) // "Energy: A and B"
	}
	if x.what == "" {
		x.what = f.known()
	}
	if x.what != "" {
		d.signs = append(d.signs, x)
	}
}

// behindPaper is the colon, dash or bracket among units [i, end) that sets the paper or its label off from the names of its
// signers, end if none does.
func (d *doc) behindPaper(i, end int) int {
	for i = d.pastMark(i, end); i < end; i++ {
		n := d.units[i].actor
		switch {
		case d.units[i].punct == ':', d.dash(i), d.units[i].punct == '(' && i+1 < end && d.units[i+1].actor >= 0:
			return i
		case n >= 0 && d.actors[n].named:
			return end
		}
	}
	return end
}

// entrySigners are the persons of an entry, units [from, end), by whom or between whom the paper is, or who stand behind
// unit sep, or alone, if no verb tells anything else of them.
func (d *doc) entrySigners(from, sep, end int, alone bool) (ps []int) {
	for i := from; i < end; i++ {
		n := d.units[i].actor
		if n < 0 {
			if (alone || i > sep) && !d.verbless(i, i+1) {
				return nil
			}
			continue
		}
		a := &d.actors[n]
		if !a.named || a.from != i {
			continue
		}
		switch a.gov {
		case lexicon.By, lexicon.Between:
			ps = append(ps, a.persons...)
		case lexicon.None:
			if alone || i > sep || len(ps) > 0 {
				ps = append(ps, a.persons...)
			}
		case lexicon.Beside, lexicon.Of:
			if i > sep {
				return nil
			}
		}
	}
	return unique(ps)
}

// sidesListed adds to x the states or organizations of an entry, between whom the paper is or who stand behind unit sep.
func (d *doc) sidesListed(x *signing, from, sep, end int) {
	for i := from; i+1 < end; i++ {
		if i != sep && (d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Between)) {
			continue
		}
		codes, bodies, _ := d.sidesAt(i+1, end)
		if len(codes) < 2 {
			codes, _ = d.stateList(i+1, end)
		}
		if len(codes)+len(bodies) > 1 {
			x.persons, x.codes, x.bodies = nil, codes, bodies
			return
		}
	}
}
