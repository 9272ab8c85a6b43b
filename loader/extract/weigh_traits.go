package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// zone is a story: the main one with its captions, or a related one.
func (d *doc) zone(k int) int {
	if i := d.sents[k].item; d.ownStory(i) {
		return i
	}
	return -1
}

// trait is what one zone says of one person.
type trait struct {
	sents  []int // in which the person stands, in order
	named  []int // those that give the name
	subj   int   // times the person acts
	object int   // times bare elsewhere
	gov    [len(govClasses)]int
	visits int // times the subject of a sentence of a visit
	words  int // times behind a letter or the like: "bearer of a letter from X", "greetings to X"

	// Among the persons of the zone:
	rank       int         // by first mention
	first      int         // sentence of the zone in which the person first stands
	behind     int         // how many more are told of in more sentences
	countrymen int         // how many are of one home, or of none, with the person: 1 at least
	near       []reachable // of each sentence of the text
}

// govClasses are the prepositions that tell sides apart.
var govClasses = [...]lexicon.Class{lexicon.With, lexicon.By, lexicon.To, lexicon.Of, lexicon.Between, lexicon.Beside, lexicon.Prep}

var govNames = [len(govClasses)]string{"with", "by", "to", "of", "between", "beside", "prep"}

// govPlace is 0 for a bare phrase, then the place of the preposition in govClasses from 1 on, and one more for others.
func govPlace(c lexicon.Class) int {
	switch i := slices.Index(govClasses[:], c); {
	case i >= 0:
		return 1 + i
	case c == lexicon.None:
		return 0
	}
	return 1 + len(govClasses)
}

// readTraits reads those of all persons in the zone.
func (w *weigher) readTraits() {
	d := w.d
	for n := range d.actors {
		a := &d.actors[n]
		if len(a.persons) == 0 || d.zone(a.sent) != w.zone {
			continue
		}
		letter := one(d.behindLetter(n))
		for i, p := range a.persons {
			if slices.Contains(a.persons[:i], p) {
				continue
			}
			t := &w.traits[p]
			t.sents = append(t.sents, a.sent)
			t.words += letter
			t.stands(d, a)
		}
	}
	for p := range d.persons {
		t := &w.traits[p]
		for _, n := range d.persons[p].names {
			if k := d.names[n].sent; d.zone(k) == w.zone {
				t.named = append(t.named, k)
			}
		}
		t.sents, t.named = sorted(append(t.sents, t.named...)), sorted(t.named)
	}
}

// stands counts a phrase for the person by how it is governed.
func (t *trait) stands(d *doc, a *actor) {
	switch i := slices.Index(govClasses[:], a.gov); {
	case i >= 0:
		t.gov[i]++
	case a.gov == lexicon.None && a.subj && !d.embedded(a):
		t.subj++
		if d.marks[a.sent].has(signVisit) {
			t.visits++
		}
	case a.gov == lexicon.None:
		t.object++
	}
}

// sorted puts values in order, each once.
func sorted[T cmp.Ordered](of []T) []T {
	slices.Sort(of)
	return slices.Compact(of)
}

// reachable is how many sentences before and after one the nearest stands that tells of
// a person, 9 for none so near.
type reachable struct{ back, on uint8 }

func (r reachable) nearest() int { return int(min(r.back, r.on)) }

// in reports a sentence in which the person stands.
func (t *trait) in(k int) bool { return t.near[k].back == 0 }

// away tells for each of n sentences how far some of them, in order, are.
func away(near []reachable, sents []int, n int) []reachable {
	const far = 9
	near = slices.Grow(near[:0], n)[:n]
	back, next := uint8(far), 0
	for k := range near {
		back = min(back+1, far)
		if next < len(sents) && sents[next] == k {
			back, next = 0, next+1
		}
		near[k].back = back
	}
	on := uint8(far)
	for k := n - 1; k >= 0; k-- {
		if on = min(on+1, far); near[k].back == 0 {
			on = 0
		}
		near[k].on = on
	}
	return near
}

// behindLetter reports a phrase that a noun for words that are sent governs: who sends them,
// or to whom they go.
func (d *doc) behindLetter(n int) bool {
	a := &d.actors[d.groupOf(n)[0]]
	if a.gov == lexicon.None {
		return false
	}
	for i := a.from - 1; i >= d.sents[a.sent].from && i >= a.from-5; i-- {
		u := &d.units[i]
		if e, ok := u.entry(lexicon.Noun); ok && u.actor < 0 {
			return d.lex.Nouns[e.Index].Event == "letter"
		}
		if u.punct != 0 || u.actor >= 0 && u.actor != d.units[a.from].actor {
			return false
		}
	}
	return false
}
