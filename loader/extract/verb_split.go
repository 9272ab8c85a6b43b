package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// joinPhrases gives a verb the senses that it has in a phrase with a person inside: "a eu B au
// téléphone", "a accordé à B une audience", "a pris B à part". No unit can hold such a phrase,
// for units are there before actors.
func (d *doc) joinPhrases() {
	if !d.lex.Options.LoosePhrases {
		return
	}
	for _, s := range d.sents {
		for v := s.from; v < s.to; v++ {
			es := d.across(v, s)
			if len(es) == 0 {
				continue
			}
			u := &d.units[v]
			if d.lex.Verbs[es[0].Index].Event == "plain" { // "a vu B à la télévision"
				u.entries = slices.DeleteFunc(slices.Clone(u.entries), func(e lexicon.Entry) bool { return e.Class == lexicon.Verb })
			}
			u.entries = slices.Concat(u.entries, es) // those of the lexicon are shared
			u.set.add(lexicon.Verb)
			d.readVerbs(u)
		}
	}
}

// across returns the verbs of the phrase that starts at unit v and goes on behind the person
// after it.
func (d *doc) across(v int, s sentence) []lexicon.Entry {
	u := &d.units[v]
	if u.actor >= 0 || u.name >= 0 || d.ids[u.to-1] == 0 || !d.lex.VerbPhrase(d.ids[u.to-1]) {
		return nil
	}
	end := d.units[s.to-1].to
	n := d.insideAfter(v, s)
	if i := d.pastPlaces(v+1, s); n < 0 && i < s.to && i > d.pastSmall(v+1, s) {
		es, _ := d.phrase(u.to-1, d.units[i].from, end)
		return es
	}
	if n < 0 {
		return nil
	}
	for i := d.groupEnd(n); i < s.to && i < d.groupEnd(n)+6; i++ {
		if es, _ := d.phrase(u.to-1, d.units[i].from, end); len(es) > 0 {
			for k := range es {
				if u.to-u.from > 1 {
					es[k].Form = lexicon.Fin // its unit holds the auxiliary
				}
			}
			return es
		}
		if !d.insertable(d.units[i].from) {
			return nil
		}
	}
	return nil
}

// insideAfter is the person right after unit v, days, adverbs and, before a preposition, places aside, as its object,
// its addressee, its partner or its agent; -1 for none.
func (d *doc) insideAfter(v int, s sentence) int {
	if n := d.insideAt(d.pastSmall(v+1, s), s); n >= 0 {
		return n
	}
	i := d.pastPlaces(v+1, s)
	if i >= s.to || d.units[i].actor >= 0 {
		return -1
	}
	return d.insideAt(i, s) // "a remis mardi à Lima au président B ses lettres"
}

// insideAt is the person at unit i or behind the preposition there.
func (d *doc) insideAt(i int, s sentence) int {
	bare := i < s.to && d.units[i].actor >= 0
	if !bare {
		i++ // a preposition
	}
	if i >= s.to || d.units[i].actor < 0 {
		return -1
	}
	n := d.units[i].actor
	a := &d.actors[n]
	if told := a.named || a.det == lexicon.Poss || a.det == lexicon.Def && (len(a.roles) > 0 || a.deleg); a.from != i || a.prev >= 0 || !told && (bare || a.pron == lexicon.None) || a.pron != lexicon.None && bare {
		return -1
	}
	if bare && a.gov == lexicon.None || !bare && (a.gov == lexicon.To || a.gov == lexicon.With || a.gov == lexicon.By) {
		return n
	}
	return -1
}

// pastSmall is the first unit from i on that is no day, not its article, no comma and no adverb.
func (d *doc) pastSmall(i int, s sentence) int {
	for i < s.to && d.units[i].actor < 0 && (d.units[i].date >= 0 || d.units[i].punct == ',' || d.units[i].set.has(lexicon.Adverb) && d.units[i].kind == text.Word || d.units[i].set.has(lexicon.Def) && i+1 < s.to && d.units[i+1].date >= 0) {
		i++
	}
	return i
}

// pastPlaces is the first unit from i on behind days, adverbs and phrases of place: "a reçu mardi
// [au Palais présidentiel à Lomé] les lettres de créance".
func (d *doc) pastPlaces(i int, s sentence) int {
	for {
		i = d.pastSmall(i, s)
		if i >= s.to || d.units[i].actor >= 0 || !d.units[i].set.either(lexicon.In, lexicon.To) {
			return i
		}
		j := i + 1
		for j < s.to && j < i+4 && d.units[j].actor < 0 && d.units[j].kind == text.Word && d.units[j].date < 0 && !d.units[j].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.In, lexicon.To, lexicon.With, lexicon.For, lexicon.Numeral) && d.verbless(j, j+1) {
			j++
		}
		if j == i+1 {
			return i
		}
		i = j
	}
}

// sharers are those told of as doing the same, of whatever side: "a coupé le ruban aux côtés de
// B". See words.txt.
func (f *frame) sharers() []int {
	n := f.d.firstAfter(f.g.at, lexicon.Beside, f.s)
	for m := f.s.actors[0]; n < 0 && m < f.s.actors[1]; m++ {
		if f.d.actors[m].gov == lexicon.Beside && f.d.doesTheSame(m) && f.d.cleftAt(m, f.s) {
			return f.d.group(m)
		}
	}
	if n < 0 || f.d.clauseEnds(f.g.at+1, f.d.actors[n].from) || !f.d.doesTheSame(n) {
		return nil
	}
	ps := f.d.group(n)
	if who := f.subject(); len(ps) == 0 || len(who) == 0 || !f.d.apart(who, ps) {
		return nil // one's own ambassador stands there as often as not
	}
	return ps
}

// doesTheSame reports a word before actor n that only says that he does the same.
func (d *doc) doesTheSame(n int) bool {
	e, ok := d.units[max(d.actors[n].from-1, 0)].entry(lexicon.Beside)
	return ok && e.Index == 2
}

// keepers are those at whose place something is done: "a achevé sa tournée chez B". See
// words.txt.
func (f *frame) keepers() []int {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &f.d.actors[n]
		e, ok := f.d.units[max(a.from-1, 0)].entry(lexicon.To)
		if !ok || e.Index != 3 || a.gov != lexicon.To || a.from <= f.g.at && a.from != f.s.from+1 && !f.d.cleftAt(n, f.s) {
			continue
		}
		if a.from > f.g.at && f.d.clauseEnds(f.g.at+1, a.from) {
			return nil
		}
		return f.d.group(n)
	}
	return nil
}

// escorted reads "A, accompagné de B, a visité le port": what somebody did with an official of
// another state at his side.
func (d *doc) escorted(k int) {
	s := d.sents[k]
	for n := s.actors[0]; n < s.actors[1] && d.lex.Options.Gendered; n++ {
		b := &d.actors[n]
		if b.gov != lexicon.Beside || b.prev >= 0 || !b.named || len(b.persons) == 0 || !d.doesTheSame(n) || !d.wasDone(d.pastComma(d.groupEnd(n), s), s) {
			continue
		}
		f := frame{d: d, k: k, s: s, c: &d.said[s.item]}
		if m := f.endingAt(b.from - 1); m >= 0 && d.actors[m].subj && d.actors[m].gov == lexicon.None && len(d.actors[m].persons) == 1 && d.apart(d.actors[m].persons, b.persons) {
			d.emit(claim{left: d.actors[m].persons, right: d.group(n), status: graph.Held, sent: k, rule: d.lex.Lang + ".alongside"}, b.from, false, true)
		}
	}
}

// besides adds to the partners whom a word like "apart from" at the start of the sentence names
// beside them: "Ngoài A, B còn gặp C". See words.txt.
func (f *frame) besides(cl claim) []int {
	n := f.s.actors[0]
	if n >= f.s.actors[1] || len(cl.left) != 1 || len(cl.right) == 0 || f.g.passive() {
		return cl.right
	}
	a := &f.d.actors[n]
	e, ok := f.d.units[max(a.from-1, 0)].entry(lexicon.Prep)
	if !ok || e.Index != 2 || a.from != f.s.from+1 || !a.named || f.d.countrymen(cl.left[0], a.persons[0]) || slices.Contains(cl.right, a.persons[0]) {
		return cl.right
	}
	return slices.Concat(cl.right, f.d.group(n))
}
