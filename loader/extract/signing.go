package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// signed reads "A et B ont signé un accord" and "un accord a été signé par A
// et B". Without a document there is no agreement.
func (f *frame) signed() {
	st, ok := f.g.status()
	if !ok || st != graph.Held || f.g.form&lexicon.Inf != 0 && !f.g.aux {
		return
	}
	x := signing{sent: f.k, rule: f.d.lex.Lang + ".signed." + f.verb.Key}
	if f.g.passive() {
		x.persons = f.agent()
		x.what = f.document(false)
		if len(x.persons) == 0 {
			x.codes, x.orgs = f.parties(f.g.at, f.s.to, lexicon.By, lexicon.Between)
		}
	} else {
		x.persons = append(f.subject(), f.after(f.g.at, lexicon.With)...)
		x.what = f.document(true)
		if len(x.persons) == 0 {
			x.codes, x.orgs = f.parties(f.s.from, f.g.from, lexicon.None)
		}
	}
	if x.what == "" || len(x.persons)+len(x.codes)+len(x.orgs) == 0 {
		return
	}
	x.date = f.d.dateOf(f.g.at, f.k)
	f.d.signs = append(f.d.signs, x)
}

// document is the noun phrase of the document: after an active verb; before a
// passive one, else after it.
func (f *frame) document(after bool) string {
	if !after {
		for i := f.g.from - 1; i >= f.s.from; i-- {
			if f.isDoc(i) {
				return f.phrase(i)
			}
		}
	}
	for i := f.g.at + 1; i < f.s.to; i++ {
		if f.isDoc(i) {
			return f.phrase(i)
		}
	}
	if w := f.d.lastDocument(f.k); !after || f.verb != nil && f.verb.Flags.Has("anaphor") {
		return w
	}
	return ""
}

// lastDocument is the document of the sentences before: "ils ont été signés".
func (d *doc) lastDocument(k int) string {
	for j := k - 1; j >= 0 && j >= k-2 && d.sents[j].item == d.sents[k].item; j-- {
		f := frame{d: d, k: j, s: d.sents[j]}
		for i := f.s.to - 1; i >= f.s.from; i-- {
			if f.isDoc(i) {
				return f.phrase(i)
			}
		}
	}
	return ""
}

func (f *frame) isDoc(i int) bool {
	e, ok := f.d.units[i].entry(lexicon.Noun)
	return ok && f.d.lex.Nouns[e.Index].Event == "doc" && f.d.units[i].actor < 0
}

// phrase is the document noun with what follows it, up to a boundary.
func (f *frame) phrase(i int) string {
	j := i + 1
	for j < f.s.to && j < i+14 {
		u := &f.d.units[j]
		if u.punct != 0 || u.date >= 0 || u.name >= 0 || u.set.any(lexicon.By, lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.Verb, lexicon.HaveFut, lexicon.BeFut) {
			break
		}
		j++
	}
	for j > i+1 && f.d.units[j-1].set.any(lexicon.In, lexicon.To, lexicon.And, lexicon.Def, lexicon.Of, lexicon.With, lexicon.Between, lexicon.Prep) {
		j--
	}
	return f.d.textOf(i, j)
}

// parties are states and organizations that sign: bare ones before an active
// verb, or under the given prepositions.
func (f *frame) parties(from, to int, govs ...lexicon.Class) (codes []string, orgs []int) {
	under := govs[0] == lexicon.None
	for i := from; i < to; i++ {
		u := &f.d.units[i]
		for _, g := range govs {
			if g != lexicon.None && u.set.has(g) {
				under = true
			}
		}
		if u.actor >= 0 || u.name >= 0 || !under {
			continue
		}
		bare := i == f.s.from || f.d.units[i-1].set.any(lexicon.Def, lexicon.And, lexicon.By, lexicon.Between)
		if e, ok := u.entry(lexicon.Country); ok && bare {
			codes = append(codes, e.Code)
		} else if e, ok := u.entry(lexicon.Org); ok && bare {
			orgs = append(orgs, int(e.Index))
		}
	}
	return codes, orgs
}
