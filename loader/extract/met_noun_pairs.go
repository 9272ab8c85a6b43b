package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// adjacent is who stands after the noun and one preposition: "a courtesy call on X".
func (f *nounFrame) adjacent() []int {
	for i := f.at + 2; i < f.s.to && i < f.at+8; i++ {
		n := f.d.units[i].actor
		if n < 0 || f.d.actors[n].from != i || f.d.actors[n].gov != lexicon.Prep {
			continue
		}
		if i == f.at+2 || f.d.units[i-2].set.has(lexicon.Be) || f.d.dated(f.at+1, i-1) { // "X's first call was on Y", "X's call on Monday on Y"
			return f.d.group(n)
		}
		return nil
	}
	return nil
}

// bareObject is who stands right after the noun in a language that needs no
// preposition there: "tại buổi tiếp B, A nói", not the subject of "tại cuộc gặp B nói".
func (f *nounFrame) bareObject() []int {
	d := f.d
	if f.at+1 >= f.s.to || d.units[f.at].set.has(lexicon.Verb) || d.units[f.at+1].actor < 0 {
		return nil
	}
	if i := f.at - 1; i >= f.s.from && (d.units[i].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss) || d.contracted(i)) && d.lex.Options.Gendered {
		return nil // "a reçu en audience B", but not "étaient présents à l'audience A et B"
	}
	n := d.units[f.at+1].actor
	a := &d.actors[n]
	if a.from != f.at+1 || a.gov != lexicon.None || a.pron == lexicon.They || a.side {
		return nil
	}
	if end := d.groupEnd(n); end < f.s.to && d.predicate(end) && !(f.at > f.s.from && d.units[f.at-1].set.has(lexicon.Support)) && !(f.noun.Flags.Has("given") && d.takesPlace(end)) {
		return nil
	}
	return d.group(n)
}

// takesPlace reports a verb at unit i that says no more than that something took place.
func (d *doc) takesPlace(i int) bool {
	return d.verbsOf(i).Has("occurs")
}

// pair is who stands after "between", also behind the verb: "a meeting was held
// between A and B".
func (f *nounFrame) pair() []int {
	if ps, _ := f.slot(lexicon.Between); len(ps) > 0 {
		return ps
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		if a.from == f.s.from+1 && a.gov == lexicon.Between && f.opens(n) {
			return f.d.group(n) // "Entre A et B, la conversation a duré", "Giữa A và B diễn ra cuộc gặp"
		}
		if a.from <= f.at {
			continue
		}
		if f.hostedBy(n) {
			continue
		}
		if n > f.s.actors[0] && f.hostedBy(n-1) && a.gov == lexicon.Between {
			return f.hostedPair(n)
		}
		if a.gov != lexicon.Between || a.prev >= 0 || f.d.otherNoun(f.at+1, a.from) {
			return nil
		}
		for i := f.at + 1; i < a.from; i++ {
			if u := &f.d.units[i]; u.punct != 0 && u.punct != ',' || u.set.any(lexicon.That, lexicon.Who, lexicon.And) {
				return nil
			}
		}
		return f.d.group(n)
	}
	return nil
}

// hostedBy reports that actor n gives what the noun tells of: "the meeting that X hosted between A and B".
func (f *nounFrame) hostedBy(n int) bool {
	d, a := f.d, &f.d.actors[n]
	i := a.from - one(d.units[max(a.from-1, 0)].set.has(lexicon.That))
	if !a.named || i != f.at+1 || a.gov != lexicon.None || a.to >= f.s.to {
		return false
	}
	return slices.ContainsFunc(d.verbsOf(a.to), func(v verbForm) bool { return v.verb.Flags.Has("host") && v.form&(lexicon.Fin|lexicon.PP) != 0 })
}

// hostedPair are those between whom it was, who meet their host too.
func (f *nounFrame) hostedPair(n int) []int {
	d, ps := f.d, f.d.group(n)
	if !d.verbless(d.actors[n-1].to+1, d.actors[n].from) {
		return nil
	}
	if host := d.actors[n-1].persons; len(host) == 1 && len(ps) > 1 {
		d.emit(claim{left: host, right: ps, hostLeft: true, status: graph.Held, sent: f.k, rule: d.lex.Lang + ".noun." + f.noun.Key}, f.at, f.noun.Flags.Has("remote"), true)
	}
	return ps
}
