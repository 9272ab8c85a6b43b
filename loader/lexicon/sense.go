package lexicon

import (
	"slices"

	"github.com/diplograph/diplograph/loader/text"
)

// Set is a set of classes: two words and no array, for those a compiler keeps in
// registers.
type Set struct{ low, high uint64 }

// one is the set of one class. A shift by 64 or more, as one of the two is, gives 0.
func one(c Class) Set { return Set{1 << c, 1 << (c - 64)} }

// Has reports whether c is in the set. Of two words, one is chosen: two shifts by what may
// be 64 or more cost twice that.
func (s Set) Has(c Class) bool {
	w := s.low
	if c >= 64 {
		w = s.high
	}
	return w>>(c%64)&1 != 0
}

// With returns the set with c.
func (s Set) With(c Class) Set { o := one(c); return Set{s.low | o.low, s.high | o.high} }

// Without returns the set without c.
func (s Set) Without(c Class) Set { o := one(c); return Set{s.low &^ o.low, s.high &^ o.high} }

// Minus returns the classes of s that are not in t.
func (s Set) Minus(t Set) Set { return Set{s.low &^ t.low, s.high &^ t.high} }

// Union returns the classes of both sets.
func (s Set) Union(t Set) Set { return Set{s.low | t.low, s.high | t.high} }

// Meets reports whether the sets have a class in common.
func (s Set) Meets(t Set) bool { return s.low&t.low|s.high&t.high != 0 }

// SetOf returns the classes of the entries.
func SetOf(es []Entry) (s Set) {
	for _, e := range es {
		s = s.With(e.Class)
	}
	return s
}

// functions are the classes of function words.
var functions = func() (s Set) {
	for c := Def; c <= Not; c++ {
		if c != Portfolio && c != Thing && c != Honorific {
			s = s.With(c)
		}
	}
	return s
}()

// Function reports whether a form is a function word: an article, a
// preposition, an auxiliary. Such words tell languages apart.
func (s Set) Function() bool { return s.Meets(functions) }

// Sense is what a form stands for where it is written so: its entries, in the
// order of the data, and their classes. Nobody may change the entries.
type Sense struct {
	Entries []Entry
	Classes Set
}

// casing is how a word is written, or how an entry wants it: what is written in
// one way is written in those before too.
type casing uint8

const (
	anyCase     casing = iota
	oneCapital         // the first letter is one
	allCapitals        // an abbreviation, or one letter
	numCasings
)

func casingOf(t *text.Token) casing {
	switch {
	case !t.Cap:
		return anyCase
	case t.AllCaps || t.Initial || t.End-t.Start == 1:
		return allCapitals
	}
	return oneCapital
}

// node is a place in the trie of forms.
type node struct {
	senses [numCasings]int32 // of the form that ends here, by how its first word is written; 0 is the empty sense
	next   uint64            // bits of the words, by id, with which longer forms go on: most of the others are told by it
	verb   bool              // some verb of several words starts here
	inside bool              // so do some words for a day, an adverb or an occasion: see Inside
	inner  uint8             // the place of the word that keeps its capital in a name which begins with a small letter, "île de la Réunion": 3; 0 for none
}

// bit is that of a word in node.next; there is no word 0.
func bit(id int32) uint64 {
	if id == 0 {
		return 0
	}
	return 1 << (id % 64)
}

// settle makes the senses of all forms.
func (l *Lexicon) settle() {
	l.senses = make([]Sense, 1, len(l.nodes))
	for i, es := range l.entries {
		if len(es) == 0 {
			continue
		}
		fit := 0
		for written := range numCasings {
			if fit == len(es) {
				l.nodes[i].senses[written] = l.nodes[i].senses[written-1]
				continue
			}
			if fits := fitting(es, written); len(fits) > fit {
				fit = len(fits)
				l.senses = append(l.senses, Sense{fits, SetOf(fits)})
			}
			if fit > 0 {
				l.nodes[i].senses[written] = int32(len(l.senses) - 1)
			}
		}
	}
	l.entries = nil
}

// fitting returns the entries that a word written so can be, es itself if all of
// them can.
func fitting(es []Entry, written casing) []Entry {
	n := 0
	for i := range es {
		if es[i].casing <= written {
			n++
		}
	}
	switch n {
	case 0:
		return nil
	case len(es):
		return es
	}
	return slices.DeleteFunc(slices.Clone(es), func(e Entry) bool { return e.casing > written })
}

// Sense returns what a word of the given id is as a form of its own, written as
// the token is.
func (l *Lexicon) Sense(id int32, t *text.Token) *Sense {
	return &l.senses[l.nodes[id].senses[casingOf(t)]]
}

// Match returns the longest form that starts at ids[0] and fits the capitals of
// toks[0], and its length in words; n is 0 and the sense empty if there is none.
func (l *Lexicon) Match(ids []int32, toks []text.Token) (n int, s *Sense) {
	s = &l.senses[0]
	if ids[0] == 0 {
		return 0, s
	}
	written := casingOf(&toks[0])
	at := ids[0]
	for i := 1; at != 0; i++ {
		if k := l.nodes[at].senses[written]; k != 0 && (l.nodes[at].inner == 0 || toks[l.nodes[at].inner].Cap) {
			n, s = i, &l.senses[k]
		}
		if i >= len(ids) || l.nodes[at].next&bit(ids[i]) == 0 {
			break
		}
		at = l.next.to(at, ids[i])
	}
	return n, s
}

// GoesOn reports whether some form begins with the words and goes on.
func (l *Lexicon) GoesOn(ids []int32) bool {
	if ids[0] == 0 {
		return false
	}
	at := ids[0]
	for _, id := range ids[1:] {
		if l.nodes[at].next&bit(id) == 0 {
			return false
		}
		if at = l.next.to(at, id); at == 0 {
			return false
		}
	}
	return l.nodes[at].next != 0
}

// VerbPhrase reports whether some verb of several words starts with the word.
func (l *Lexicon) VerbPhrase(id int32) bool { return l.nodes[id].verb }

// Inside reports whether some words start with the word that stand inside verbs of several words: for a day told from
// today, an adverb, an occasion.
func (l *Lexicon) Inside(id int32) bool { return l.nodes[id].inside }
