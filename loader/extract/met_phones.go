package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// onPhone reports a telephone at the start of the sentence, or right after the object.
func (f *frame) onPhone(end int) bool {
	start := f.d.afterDateline(f.s)
	for i := start; i < f.s.to && i < end+2; i++ {
		if f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Phone) {
			return i < start+3 || i >= end
		}
	}
	return false
}

// phoneAfter reports a telephone right after the object, or before the partner: "reached X by
// phone", "agreed over the telephone with X".
func (f *frame) phoneAfter() bool {
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && a.prev < 0 {
			end := f.d.pastOwnComma(n)
			return end < f.s.to && (f.d.units[end].set.has(lexicon.Phone) || end+1 < f.s.to && f.d.units[end+1].set.has(lexicon.Phone))
		}
	}
	return false
}

// agreedNext reports what two agree on behind the partner and words of day and place: "agreed with X on Monday to reopen
// the border". What holds is also agreed from afar: "agrees with X that the price is high".
func (f *frame) agreedNext() bool {
	d, n := f.d, f.d.firstAfter(f.g.at, lexicon.With, f.s)
	if n < 0 {
		return false
	}
	i := d.pastOwnComma(n)
	end := i
	for i+1 < f.s.to && d.units[i].actor < 0 && (d.units[i].date >= 0 || d.units[i+1].date >= 0 || d.units[i].set.either(lexicon.Adverb, lexicon.Place) || d.inside(i)) {
		i++
	}
	if i+1 >= f.s.to || d.units[i].actor >= 0 {
		return false
	}
	u, next := &d.units[i], &d.units[i+1]
	return d.startsWith(u, lexicon.To) && u.to-u.from > 1 || u.set.has(lexicon.To) && next.kind == text.Word && !next.cap && governor(next) == lexicon.None || u.set.has(lexicon.That) && i > end || u.set.has(lexicon.Prep)
}

// objectOnly reports nothing behind the object that the verb says of it: "called A on Monday
// about vaccines", not "called A a friend".
func (f *frame) objectOnly() bool {
	d := f.d
	if !f.objectNext() || len(d.actors[d.units[f.g.at+1].actor].persons) == 0 {
		return false
	}
	i := d.groupEnd(d.units[f.g.at+1].actor)
	for i < f.s.to && d.units[i].punct == ',' { // "his counterpart, A,"
		i++
	}
	if i >= f.s.to {
		return true
	}
	u := &d.units[i]
	return u.date >= 0 || u.punct == '.' || u.punct == ';' || u.actor < 0 && (governor(u) != lexicon.None || u.set.any(lexicon.Prep, lexicon.After, lexicon.And, lexicon.Adverb))
}

// inTalk reports words that put what was said in a talk of nobody else, at the start of the
// sentence or behind the object that ends at unit end: "au cours d'un entretien téléphonique".
func (f *frame) inTalk(end int) bool {
	if f.talkAt(f.d.afterDateline(f.s)) {
		return true
	}
	for i := end; i < f.s.to; i++ {
		if u := &f.d.units[i]; u.set.any(lexicon.That, lexicon.Who, lexicon.Verb) || u.punct == ';' {
			return false
		}
		if f.talkAt(i) {
			return true
		}
	}
	return false
}

// talkAt reports "lors d'un entretien" at unit i, with nobody told behind whom it was with.
func (f *frame) talkAt(i int) bool {
	d := f.d
	if i+2 >= f.s.to || !d.units[i].set.has(lexicon.After) || !d.units[i+1].set.any(lexicon.Indef, lexicon.Dem, lexicon.Poss) || !f.isNoun(i+2, "met") {
		return false
	}
	if e, _ := d.units[i+2].entry(lexicon.Noun); d.lex.Nouns[e.Index].Flags.Has("weak") {
		return false
	}
	for i += 3; i < f.s.to && d.units[i].punct == 0; i++ {
		if d.units[i].set.either(lexicon.With, lexicon.Between) || f.isNoun(i, "press") {
			return false
		}
	}
	return true
}
