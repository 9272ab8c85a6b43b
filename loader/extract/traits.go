package extract

import (
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
	visits int // times the subject of a sentence of a visit
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
		t.put(a.sent)
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
			t.put(k)
			if !slices.Contains(t.named, k) {
				t.named = append(t.named, k)
			}
		}
	}
	slices.Sort(t.sents)
	return t
}

func (t *trait) put(k int) {
	if !slices.Contains(t.sents, k) {
		t.sents = append(t.sents, k)
	}
}
