package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// Reference is a phrase without a name and whom the rules take it to stand for.
type Reference struct {
	Span    graph.Span
	Persons []FactPerson // by all forms of their names; none if it stands for nobody who is named
}

// References returns the phrases of an article that can stand for persons without naming them, in the
// order of the text. Lines in another language than the article's are left out.
func (x *Extractor) References(a *article.Article) (out []Reference) {
	d := x.pool.Get().(*doc)
	defer x.pool.Put(d)
	if !x.readByRules(d, a) {
		return nil
	}
	for n := range d.actors {
		a := &d.actors[n]
		if a.named {
			continue
		}
		r := Reference{Span: graph.Span{Start: d.unitSpan(&d.units[a.from]).Start, End: d.unitSpan(&d.units[a.to-1]).End}}
		for _, p := range a.persons {
			r.Persons = append(r.Persons, d.named(p))
		}
		out = append(out, r)
	}
	return out
}

// outranked reports somebody who is named only as the one of whom something is, "a letter of President X", "closed under
// X", where a subject can mean a compatriot of his of whom the text is.
func (d *doc) outranked(a *actor, p int) bool {
	if !a.subj || a.gov != lexicon.None || len(a.codes) != 1 || len(a.roles) == 0 {
		return false
	}
	item := d.sents[a.sent].item
	for _, n := range d.persons[p].names {
		k := d.units[d.names[n].from].actor
		if k < 0 || d.names[n].sent >= a.sent || d.actors[k].subj {
			return false
		}
		if g := d.actors[d.groupOf(k)[0]].gov; g != lexicon.Of && g != lexicon.Prep {
			return false
		}
	}
	for q := range d.persons {
		if q != p && d.persons[q].country == a.codes[0] && d.firstNamed(q) < a.sent && d.topic(q, item) && (a.roles[0].flags.Has("generic") || d.canBe(a.roles[0].key, q)) {
			return true
		}
	}
	return false
}
