package extract

import (
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// anotherPaper is the document at unit i that is only told by which it is of those told of before: "signed one on
// customs", "concluded another with B", "put their names to the first, on visas"; empty if no such one stands there.
func (f *frame) anotherPaper(i int) string {
	j := f.pastWhich(i)
	if j == i {
		return ""
	}
	of := f.paperBefore(i)
	if of == "" {
		return ""
	}
	return of + strings.TrimPrefix(f.phrase(j-1), f.d.textOf(j-1, j))
}

// pastWhich is the unit behind words at unit i that tell which or how many, with no noun behind them: "another", "the
// first one", "this last"; i itself if there are none, or a noun or "of" follows.
func (f *frame) pastWhich(i int) int {
	d, j, ends := f.d, i, false
	for ; j < f.s.to && j < i+4 && d.units[j].actor < 0 && d.units[j].date < 0 && (j == f.s.from || !d.units[j].cap); j++ {
		u := &d.units[j]
		switch {
		case u.set.any(lexicon.Numeral, lexicon.Two, lexicon.Nth, lexicon.Dem) || u.set.has(lexicon.Indef) && !u.set.has(lexicon.Amount):
			ends = true
		case u.set.either(lexicon.Def, lexicon.Indef):
			ends = false
		case j > i && u.set.either(lexicon.Adverb, lexicon.First) && d.units[j-1].set.either(lexicon.Def, lexicon.Dem):
			ends = true
		default:
			return f.whichEnds(i, j, ends)
		}
	}
	return f.whichEnds(i, j, ends)
}

// whichEnds is unit j if the words from unit i up to it stand for something by themselves, else i.
func (f *frame) whichEnds(i, j int, ends bool) int {
	if !ends || j < f.s.to && f.d.units[j].actor >= 0 && governor(&f.d.units[j]) == lexicon.None {
		return i
	}
	if j == f.s.to {
		return j
	}
	u := &f.d.units[j]
	if u.punct != 0 && u.punct != '-' || u.date >= 0 || governor(u) != lexicon.None && governor(u) != lexicon.Of || u.set.either(lexicon.In, lexicon.Prep) {
		return j
	}
	return i
}

// paperBefore is the word for the last document told of before unit i, in its sentence or the two before.
func (f *frame) paperBefore(i int) string {
	d := f.d
	for k, end := f.k, i; k >= 0 && k >= f.k-2 && d.sents[k].item == f.s.item; k-- {
		for j := end - 1; j >= d.sents[k].from; j-- {
			for _, e := range d.units[j].entries {
				if e.Class == lexicon.Noun && d.lex.Nouns[e.Index].Event == "doc" && f.isDoc(j) {
					return d.lex.Nouns[e.Index].Key
				}
			}
		}
		if k > 0 {
			end = d.sents[k-1].to
		}
	}
	return ""
}

// alsoSigned reads "as did A", "so did X and Y" right behind the verb that tells of the signing: the subject stands behind
// the verb.
func (f *frame) alsoSigned(x *signing) {
	d := f.d
	if f.g.at+1 >= f.s.to || !f.signedJustBefore() {
		return
	}
	if n := d.units[f.g.at+1].actor; n >= 0 && d.actors[n].gov == lexicon.None {
		x.persons = unique(append(f.signers(n), f.signedWith()...))
	} else {
		if x.bodies, _ = d.bodiesAt(f.g.at+1, f.s.to); len(x.bodies) == 1 {
			x.bodies = f.bodiesWithThem(x.bodies)
		}
	}
	x.what = f.document(false)
}

// signedJustBefore reports that the last verb before this one, in its sentence or the one before, tells of signing.
func (f *frame) signedJustBefore() bool {
	d, from := f.d, f.s.from
	if f.k > 0 && d.sents[f.k-1].item == f.s.item {
		from = d.sents[f.k-1].from
	}
	i := f.g.from - 1
	for i >= from && (d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Verb) || d.units[i].set.any(lexicon.Noun, lexicon.Have, lexicon.Be) || d.afterDeterminer(i)) {
		i--
	}
	return i >= from && d.isVerb(i, "signed")
}
