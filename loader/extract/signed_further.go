package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
)

// actingFor are those told to sign for somebody by a participle of their own: "the treaty was signed, A acting for
// Togo and B for Benin", "was signed by A, with B doing so for the other side".
func (f *frame) actingFor() (ps []int) {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= f.g.at+1 || !a.named || a.prev >= 0 && len(ps) == 0 || a.gov != lexicon.None && a.gov != lexicon.With && a.gov != lexicon.Beside && len(ps) == 0 {
			continue
		}
		if u := &d.units[a.from-1]; u.punct != ',' && u.punct != ';' && !u.set.either(lexicon.And, lexicon.With) {
			continue
		}
		end := d.groupEnd(n)
		verb := end < f.s.to && d.units[end].actor < 0 && d.verbsOf(end).Has("acts")
		acts := verb || end < f.s.to && d.actsFor(end)
		if end += one(verb); (acts || len(ps) > 0) && (d.behalf(d.pastComma(end, f.s), min(end+9, f.s.to)) || end < f.s.to && d.behalf(d.pastWords(end, f.s), f.s.to)) {
			ps = append(ps, d.group(n)...)
		}
	}
	return ps
}

// actsFor reports words at unit i that tell that somebody does so for a state or a body: "acting for".
func (d *doc) actsFor(i int) bool {
	e, ok := d.units[i].entry(lexicon.Behalf)
	return ok && e.Index == 2
}

// colleagueBefore are those who sign together with a colleague who is named behind the word for him: "the rector of X
// and his colleague from Y, B, signed", of B, actor n.
func (f *frame) colleagueBefore(n int) []int {
	d, i := f.d, f.d.actors[n].from-1
	if i <= f.s.from || d.units[i].punct != ',' {
		return nil
	}
	if n := f.otherHolder(n); n >= 0 {
		return d.group(n)
	}
	m := d.lastBefore(i, f.s)
	if m < f.s.actors[0] || d.actors[m].named || !d.actors[m].role("counterpart") || d.actors[m].from <= f.s.from || !d.units[d.actors[m].from-1].set.has(lexicon.And) || !d.verbless(d.actors[m].to, i) {
		return nil
	}
	and := d.actors[m].from - 1
	k := d.lastBefore(and, f.s)
	if k < f.s.actors[0] || !d.actors[k].named || d.actors[k].gov != d.actors[n].gov || !d.verbless(d.actors[k].to, and) {
		return nil
	}
	return d.group(k)
}

// otherHolder is the one before actor n who holds the same office elsewhere: "the head of X, A, and that of Y, B,
// signed"; -1 if the words before say nothing like it.
func (f *frame) otherHolder(n int) int {
	d, i := f.d, f.d.actors[n].from-2
	for ; i > f.s.from && i > d.actors[n].from-9 && !d.units[i].set.has(lexicon.Dem); i-- {
		if u := &d.units[i]; u.punct == ',' || u.actor >= 0 && d.actors[u.actor].named || u.set.any(lexicon.Have, lexicon.Who, lexicon.That) {
			return -1
		}
	}
	if i-1 <= f.s.from || !d.units[i].set.has(lexicon.Dem) || !d.units[i-1].set.has(lexicon.And) {
		return -1
	}
	k := d.lastBefore(i-1, f.s)
	if k < f.s.actors[0] || !d.actors[k].named || d.actors[k].to < i-2 || d.actors[k].gov != d.actors[n].gov {
		return -1
	}
	return k
}

// behindColon are those named behind a colon after a subject that names nobody: "Four ministers signed the accord: A and B, ...",
// "two ministers, who signed: A and B".
func (f *frame) behindColon() (ps []int) {
	d, i := f.d, f.g.at+1
	for i < f.s.to && d.units[i].punct != ':' && (d.units[i].actor < 0 || !d.actors[d.units[i].actor].named) {
		i++
	}
	if i+1 >= f.s.to || d.units[i].punct != ':' || d.units[i+1].actor < 0 || !d.verbless(f.g.at+1, f.s.to) {
		return nil
	}
	if n := f.subjectActor(); n >= 0 && (d.actors[n].named || !d.actors[n].plural) || n < 0 && !d.units[f.g.from-1+one(f.g.from == f.s.from)].set.has(lexicon.Who) {
		return nil
	}
	for n := d.units[i+1].actor; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.named && (a.gov == lexicon.None || a.gov == lexicon.For) {
			ps = append(ps, a.persons...)
		}
	}
	return unique(ps)
}
