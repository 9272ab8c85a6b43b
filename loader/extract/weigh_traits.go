package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// zone is a story: the main one with its captions, or a related one.
func (d *doc) zone(k int) int {
	if i := d.sents[k].item; d.items[i].kind == teaser {
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
	visits int      // times the subject of a sentence of a visit
	forms  []string // the words of all names, not of those in the zone alone
	words  int      // times behind a letter or the like: "bearer of a letter from X", "greetings to X"

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

// traitOf reads the trait of person p in a zone.
func (d *doc) traitOf(p, zone int) (t trait) {
	for n := range d.actors {
		a := &d.actors[n]
		if d.zone(a.sent) != zone || !slices.Contains(a.persons, p) {
			continue
		}
		t.sents = append(t.sents, a.sent)
		t.words += one(d.behindLetter(n))
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
	for _, n := range d.persons[p].names {
		if k := d.names[n].sent; d.zone(k) == zone {
			t.named = append(t.named, k)
		}
		t.forms = append(t.forms, d.names[n].words...)
	}
	t.sents, t.named, t.forms = sorted(append(t.sents, t.named...)), sorted(t.named), sorted(t.forms)
	return t
}

// sorted puts values in order, each once.
func sorted[T cmp.Ordered](of []T) []T {
	slices.Sort(of)
	return slices.Compact(of)
}

// reachable is how many sentences before and after one the nearest stands that tells of
// a person, 9 for none so near.
type reachable struct{ back, on int }

func (r reachable) nearest() int { return min(r.back, r.on) }

// away tells for each of n sentences how far some of them are.
func away(sents []int, n int) []reachable {
	near := slices.Repeat([]reachable{{9, 9}}, n)
	for _, k := range sents {
		for by := range 9 {
			if k+by < n {
				near[k+by].back = min(near[k+by].back, by)
			}
			if k >= by {
				near[k-by].on = min(near[k-by].on, by)
			}
		}
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
