package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/resolve"
	"github.com/diplograph/diplograph/loader/text"
)

// verbInName reports a capitalised verb after a part of a name and before the verb of
// the sentence: in running text a verb has no capital.
func (d *doc) verbInName(j int, s sentence) bool {
	u := &d.units[j]
	if !u.cap || u.to-u.from > 1 || !u.set.has(lexicon.Verb) || u.set.any(lexicon.Role, lexicon.Noun, lexicon.Have, lexicon.Be, lexicon.Country, lexicon.Org) || j+1 >= s.to || !d.namePart(j-1) || !d.lex.Options.Article || d.capsLine(j) {
		return false
	}
	v := &d.units[j+1]
	return !v.cap && v.set.any(lexicon.Verb, lexicon.Have, lexicon.Be, lexicon.HaveFut) && !v.set.any(lexicon.With, lexicon.To, lexicon.In, lexicon.For)
}

// styleInside reports a style that is a part of the name around it: "Hassan
// Sheikh Mohamud".
func (d *doc) styleInside(j int, s sentence) bool {
	u := &d.units[j]
	return u.cap && u.to-u.from == 1 && u.set.has(lexicon.NameHead) && u.set.has(lexicon.Role) && d.namePart(j-1) && d.units[j-1].set.any(lexicon.Given, lexicon.Surname) && j+1 < s.to && d.namePart(j+1)
}

// joined returns the end of a chain of particles and honorifics that leads to
// a part of a name ("Ould Cheikh El Ghazouani", "de Lima Peralta"), j if none
// starts at j.
func (d *doc) joined(j int, s sentence) int {
	k := j
	for k < s.to && k < j+3 && (d.particle(k) || k > j && d.units[k].cap && (d.units[k].set.has(lexicon.NameHead) || d.units[k].set.has(lexicon.Place) && k+1 < s.to && d.namePart(k+1))) {
		k++
	}
	switch {
	case k > j && k < s.to && (d.namePart(k) || d.filial(k)):
		return k + 1
	case k == j+1 && k < s.to && d.units[j].cap && d.units[j].set.has(lexicon.Def) && d.units[k].cap && d.units[k].kind == text.Word && d.units[k].to-d.units[k].from == 1 && d.units[j-1].set.has(lexicon.Given):
		return k + 1 // "Bruno Le Maire"
	case k > j+1 && d.units[k-1].set.has(lexicon.NameHead):
		return k // "Moctar Ould Sidi"
	}
	return j
}

// filial reports a word that is none here, between "bin" and the rest of a name:
// "Mohammed bin Said Al Maamari".
func (d *doc) filial(k int) bool {
	u := &d.units[k]
	return u.cap && u.to-u.from == 1 && u.set.has(lexicon.Verb) && !d.units[k-1].cap && d.units[k-1].set.has(lexicon.Particle) && !u.set.has(lexicon.Role)
}

// syllablePlace: "Nguyên Hoà Binh": a place in form, part of a Vietnamese
// name in fact.
func (d *doc) syllablePlace(i, j int) bool {
	u := &d.units[j]
	e, ok := d.units[i].entry(lexicon.Surname)
	if !ok || e.Code != "VN" || j-i > 2 || !u.cap || u.date >= 0 || !u.set.any(lexicon.Place, lexicon.Org, lexicon.Thing) {
		return false
	}
	for t := u.from; t < u.to; t++ {
		if !d.toks[t].Cap || !resolve.Syllable(d.toks[t].Text(d.text)) {
			return false
		}
	}
	return true
}
