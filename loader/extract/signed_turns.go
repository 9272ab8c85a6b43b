package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// Who signed what the sentence before tells of, in words without a verb of signing: "This task fell to A and B.", "For Togo
// it was A; for Benin, B.", "In Lomé it was A; in Cotonou, B."

// fallsTo are those to whom the task of signing fell, told behind the verb.
func (f *frame) fallsTo() (ps []int) {
	d, last := f.d, f.g.at+1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at {
			continue
		}
		if !d.verbless(last, a.from) {
			break
		}
		if a.named && a.gov != lexicon.Beside && a.gov != lexicon.With {
			ps = append(ps, a.persons...)
		}
		last = a.to
	}
	return unique(ps)
}

// fragment reads "Pour Marseille, X." and "For Togo it was A; for Benin, B." after a sentence about a signature.
func (d *doc) fragment(k int) {
	s := d.sents[k]
	if k == 0 || d.sents[k-1].item != s.item || !d.signedLately(k) && d.tellsSigning(k-1, d.sents[k-1].to) < 0 {
		return
	}
	sides := d.partsTold(s)
	if len(sides) == 0 || d.units[s.from].set.has(lexicon.In) && len(sides) == 1 {
		return // who was in a town signed there only if others did elsewhere
	}
	x := signing{sent: k, rule: d.lex.Lang + ".signed.fragment", persons: unique(slices.Concat(sides...))}
	if d.signedLately(k) {
		last := d.signs[len(d.signs)-1]
		x.what, x.date = last.what, last.date
	} else {
		x.what, x.date = d.lastDocument(k), d.dateOf(d.tellsSigning(k-1, d.sents[k-1].to), k-1)
	}
	if x.what == "" {
		x.what = d.lastPaper(k)
	}
	if x.what != "" {
		d.signs = append(d.signs, x)
	}
}

// partsTold are those told without a verb in each part of a sentence that begins with a side or its town.
func (d *doc) partsTold(s sentence) (sides [][]int) {
	for i := s.from; i < s.to; {
		end := i
		for end < s.to && d.units[end].punct != ';' && d.units[end].punct != '.' {
			end++
		}
		ps := d.partTold(i, end, s)
		if ps == nil {
			return nil
		}
		sides, i = append(sides, ps), end+1
	}
	return sides
}

// partOfPapers reports words at unit i that stand for one of the papers told of before, in a part without a verb.
func (d *doc) partOfPapers(i, end int) bool {
	if !d.verbless(i, end) {
		return false
	}
	if n := d.units[i].actor; n >= 0 && !d.actors[n].named && d.actors[n].to < end && d.units[d.actors[n].to].punct == ',' {
		return true
	}
	j := i
	for j < end && d.units[j].actor < 0 && d.units[j].set.either(lexicon.Def, lexicon.Indef) && !d.isPaper(j) {
		j++
	}
	return j < end && d.units[j].actor < 0 && (d.isPaper(j) || j > i && d.units[j].set.any(lexicon.Nth, lexicon.Adverb, lexicon.Another, lexicon.Numeral, lexicon.Two) || d.units[j].set.has(lexicon.Another))
}

// partTold are the persons of one such part, units [i, end); nil if it tells of anything else.
func (d *doc) partTold(i, end int, s sentence) (ps []int) {
	for i < end && d.units[i].actor < 0 && d.units[i].set.has(lexicon.And) {
		i++
	}
	inTown := i+1 < end && d.units[i].set.has(lexicon.In) && d.units[i+1].set.has(lexicon.Place)
	if i+1 < end && d.partOfPapers(i, end) {
		return d.entrySigners(i, end, end, false) // "The first, on visas, by A and B"
	}
	if i+1 >= end || !inTown && !d.behalf(i, end) {
		return nil
	}
	said := false
	for j := i + 1; j < end; j++ {
		u := &d.units[j]
		if d.predicative(j) || u.actor < 0 && u.punct == ',' {
			said = true
			continue
		}
		if u.actor < 0 && u.name < 0 && (u.set.any(lexicon.Have, lexicon.HaveFut, lexicon.That, lexicon.Who, lexicon.Not) || u.set.has(lexicon.Verb) && !u.set.either(lexicon.Noun, lexicon.Be) || d.isNoun(j, "signature", "signatory")) {
			return nil
		}
		if u.actor < 0 || d.actors[u.actor].from != j {
			continue
		}
		if a := &d.actors[u.actor]; a.named && said && (a.gov == lexicon.None || a.gov == lexicon.Of && d.predicative(j-1)) {
			ps = append(ps, a.persons...)
		}
	}
	return ps
}
