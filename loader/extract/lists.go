package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// newClause reports "with A, and B cheered": what a comma and "and" join to a phrase
// is the subject of a verb of its own.
func (d *doc) newClause(a, b *actor, s sentence) bool {
	if !d.lex.Options.Infinitives || a.prev >= 0 || a.gov == lexicon.None || b.gov != lexicon.None || b.to >= s.to {
		return false
	}
	u := &d.units[b.to]
	if i := d.pastComma(b.to, s); i > b.to && i < s.to && b.named {
		return d.predicate(i) // "accompanied by A, and the host, B, met"
	}
	return d.predicate(b.to) || u.kind == text.Word && !u.known() && !u.cap
}

// pastRelative is the unit after a relative clause between two names of a list: "A,
// who chairs the Union, and B"; i if there is none.
func (d *doc) pastRelative(i, end int) int {
	if i+2 >= end || d.units[i].punct != ',' || !d.units[i+1].set.has(lexicon.Who) {
		return i
	}
	for j := i + 2; j < end; j++ {
		switch u := &d.units[j]; {
		case u.punct == ',':
			return j
		case u.punct != 0 || u.actor >= 0:
			return i
		}
	}
	return i
}

// sharedOffice reports "A et B, chefs des deux diplomaties": a plural after a list of names is no
// further one.
func (d *doc) sharedOffice(n int) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	return a.named && a.prev >= 0 && !b.named && b.plural && b.det != lexicon.Poss && len(b.roles) > 0 && b.from == a.to+1
}

// sameWordBefore reports two actors with one word before both: "called on A and
// on B", where the first "on" is part of the verb.
func (d *doc) sameWordBefore(n, m int) bool {
	x, y := d.actors[n].from-1, d.actors[m].from-1
	if x < 0 || !d.units[x].set.any(lexicon.Verb, lexicon.Including) {
		return false
	}
	if d.endsWith(&d.units[x], lexicon.Of) && d.units[y].set.has(lexicon.Of) {
		return true // "composée d'A et de B"
	}
	last := func(u *unit) string { return d.toks[u.to-1].Text(d.text) }
	return d.units[x].to-d.units[x].from > 1 && last(&d.units[x]) == last(&d.units[y])
}

// commaPair reports "gặp A, B;", "gặp A, B và thăm" and "được A, B tiếp": two names that end a clause
// after a verb, or stand before the verb whose agents they are, in a language that needs no "and".
func (d *doc) commaPair(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options.TitleList || !a.named || !b.named || a.subj && a.prev < 0 || len(b.roles) == 0 || b.from != a.to+1 {
		return false
	}
	if b.to+1 < s.to && d.units[b.to].set.has(lexicon.And) {
		return d.predicate(b.to + 1)
	}
	if b.to < s.to && a.gov == lexicon.Passive && d.lex.Options.AgentFirst && d.predicate(b.to) {
		return true
	}
	return b.to < s.to && (d.units[b.to].punct == ';' || d.units[b.to].punct == '.')
}

// listed reports two names with titles that a semicolon keeps apart and nothing else
// stands between or right after: "ông A, Đại sứ X; bà B, Đại sứ Y; và ông C".
func (d *doc) listed(n, m int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[m]
	if !(d.lex.Options.TitleList || d.lex.Options.Premodifier && !a.subj && len(b.roles) > 0) || !a.named || !b.named || a.to-a.from < 3 || b.from > a.to+2 {
		return false
	}
	return b.to >= s.to || d.units[b.to].punct == ';' || d.units[b.to].punct == '.' || d.lex.Options.TitleList && d.units[b.to].set.has(lexicon.And) && d.listGoesOn(m, s)
}

// headlinePair reports "A, B" in a headline, where a comma stands for "and".
func (d *doc) headlinePair(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	last := d.units[s.to-1].punct
	return d.lex.Options.HeadlineComma && last != '.' && last != '!' && last != '?' && a.named && b.named && b.from == a.to+1 &&
		(b.to >= s.to || d.units[b.to].punct != ',')
}

// listGoesOn reports whether after actor n comes ", X" or "et X": only then a
// comma before it joins it to a list.
func (d *doc) listGoesOn(n int, s sentence) bool {
	b := &d.actors[n]
	if n+1 >= len(d.actors) || d.actors[n+1].sent != b.sent {
		return false
	}
	c := &d.actors[n+1]
	start := d.pastRelative(b.to, c.from)
	if c.from-start > 4 { // ", và, sau cùng,"
		return false
	}
	for i := start; i < c.from; i++ {
		u := &d.units[i]
		if u.punct != ',' && !u.set.any(lexicon.And, lexicon.Adverb) && governor(u) == lexicon.None {
			return false
		}
	}
	return true
}

// listIsSubject reports a list from actor n on that a verb follows: "au côté de
// X, A et B ont signé".
func (d *doc) listIsSubject(n int, s sentence) bool {
	first := &d.actors[n-1]
	for n+1 < len(d.actors) && d.actors[n+1].sent == d.actors[n].sent && d.listGoesOn(n, s) {
		n++
	}
	i := d.actors[n].to
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	opens := d.lex.Options.Fronted && first.gov == lexicon.By && first.from-s.from < 5 // "Watched by X, A and B signed"
	return i < s.to && (d.units[i].set.any(lexicon.Have, lexicon.HaveFut) || opens && d.predicate(i))
}

// inTurn reports "A, B lần lượt tiếp": two subjects whose verb tells that they do it one
// after the other; see words.txt.
func (d *doc) inTurn(n int, s sentence) bool {
	a, b := &d.actors[n], &d.actors[n+1]
	if !d.lex.Options.TitleList || !a.named || !b.named || !a.subj || len(b.roles) == 0 || b.from != a.to+1 || b.to >= s.to {
		return false
	}
	i := b.to
	if d.units[i].set.has(lexicon.Have) && i+1 < s.to {
		i++
	}
	e, ok := d.units[i].entry(lexicon.Adverb)
	return ok && e.Index == inTurnLine
}

// inTurnLine is the line of those words among the adverbs.
const inTurnLine = 5

// insidePhrase reports a verb by form that goes with the words before it, in a language whose
// verbs have one form: "buổi tiếp dành cho X", "Huân chương Phát triển".
func (d *doc) insidePhrase(i int) bool {
	u := &d.units[i]
	return d.lex.Options.Tones && (u.cap || u.set.has(lexicon.Support) && i+1 < len(d.units) && d.units[i+1].set.has(lexicon.To))
}

// inDelegation are those whom a delegation without a head is told to be of or to be made up of:
// "đoàn của A", "một đoàn gồm A và B".
func (d *doc) inDelegation(n int) []int {
	a := &d.actors[n]
	if !a.deleg || a.named || len(a.persons) > 0 || !d.lex.Options.Tenseless {
		return nil
	}
	for a.next >= 0 && !d.actors[a.next].named {
		n = a.next // "đoàn chuyên gia và nghị sĩ"
		a = &d.actors[n]
	}
	if n+1 >= d.sents[a.sent].actors[1] {
		return nil
	}
	b := &d.actors[n+1]
	opens := d.units[b.from-1].set.has(lexicon.Including) // "một đoàn nghị sĩ, trong đó có A"
	if !b.named || b.from != a.to+1 && !(opens && b.from == a.to+2 && d.units[a.to].punct == ',') || b.gov != lexicon.Of && !opens {
		return nil
	}
	return d.group(n + 1)
}
