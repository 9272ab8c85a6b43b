package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// anyQuote reports a quotation mark of any kind at unit i.
func (d *doc) anyQuote(i int) bool {
	return d.units[i].mayQuote() && strings.ContainsRune("\"“”«»", firstRune(d.textOf(i, i+1)))
}

// mayQuote reports a mark that can be one of quotation: the plain one, or one of several bytes.
func (u *unit) mayQuote() bool { return u.punct == '"' || u.punct >= utf8.RuneSelf }

// quotedSubject reports somebody told of in words quoted, behind which the sentence tells who says them: "Minister X is a
// friend," he said. The speaker is somebody else.
func (d *doc) quotedSubject(n int) bool {
	a := &d.actors[n]
	if !a.named || !d.inQuotes(a.from, a.sent) {
		return false
	}
	for m := n + 1; m < d.sents[a.sent].actors[1]; m++ {
		if !d.inQuotes(d.actors[m].from, a.sent) {
			return true
		}
	}
	return false
}

// maxQuote is how many units a quotation may hold of which somebody speaks as "I".
const maxQuote = 80

// quotedBy is the one who says the words in quotation marks around unit i, told right behind or right
// before them: "I met X," said Y; -1 if there are none, or if nobody is told.
func (d *doc) quotedBy(i int) int {
	k := d.sentenceAt(i)
	open, end := i-1, d.itemEnd(k)
	for open >= d.sents[k].from && !d.anyQuote(open) {
		open--
	}
	if open < d.sents[k].from {
		return -1
	}
	for j := i + 1; j < end && j < i+maxQuote; j++ {
		if d.anyQuote(j) {
			if p := d.saidBehind(j+1, end); p >= 0 || d.units[j-1].punct == ',' {
				return p
			}
			break
		}
	}
	return d.saysBefore(open, d.sents[k])
}

// itemEnd is the unit behind the item of sentence k.
func (d *doc) itemEnd(k int) int {
	for k+1 < len(d.sents) && d.sents[k+1].item == d.sents[k].item {
		k++
	}
	return d.sents[k].to
}

// saidBehind is the one of "said X", ", a dit mardi X" or "X said" at unit i, -1 if those words are not there.
func (d *doc) saidBehind(i, end int) int {
	v, said := i, false
	for v < end && v < i+8 && d.units[v].actor < 0 && (v == i || v == i+1 && !said || d.toldInside(v)) {
		said = said || d.units[v].set.has(lexicon.Verb)
		v++
	}
	if v >= end || d.units[v].actor < 0 {
		return -1
	}
	a := &d.actors[d.units[v].actor]
	if len(a.persons) != 1 || a.prev >= 0 || a.next >= 0 || a.gov != lexicon.None || !said && v > i+1 {
		return -1
	}
	s := d.sents[a.sent]
	if to := d.pastComma(a.to, s); !said && (v > i || to >= s.to || !d.predicate(to)) {
		return -1
	}
	return a.persons[0]
}

// toldInside reports a unit that can stand inside "a dit mardi X": the auxiliary, the verb, when and where it was.
func (d *doc) toldInside(i int) bool {
	u := &d.units[i]
	return u.set.any(lexicon.Have, lexicon.Be, lexicon.Refl, lexicon.Verb, lexicon.Adverb) || u.date >= 0 || u.punct == '-' || d.isNoun(i, "press")
}

// saysBefore is the one of "X said:" and "X told reporters," right before the quotation mark at unit open,
// -1 if those words are not there.
func (d *doc) saysBefore(open int, s sentence) int {
	if open <= s.from || d.units[open-1].punct != ',' && d.units[open-1].punct != ':' {
		return -1
	}
	for n := s.actors[1] - 1; n >= s.actors[0]; n-- {
		a := &d.actors[n]
		if a.to > open || !a.subj {
			continue
		}
		if len(a.persons) == 1 && a.prev < 0 && a.next < 0 && a.to < open-1 && d.predicate(d.pastComma(a.to, s)) {
			return a.persons[0]
		}
		return -1
	}
	return -1
}

// quoted is the one who says words in quotation marks that begin with the verb: "Delighted to meet X," Y
// wrote.
func (f *frame) quoted() []int {
	i := f.g.from - 1
	for i > f.s.from && f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Adverb) {
		i--
	}
	if i < f.s.from || !f.d.quoteMark(i) {
		return nil
	}
	return oneOrNone(f.d.quotedBy(f.g.from))
}
