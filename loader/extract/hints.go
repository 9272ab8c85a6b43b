package extract

import "github.com/diplograph/diplograph/loader/lexicon"

// hints are classes of units, and words (events and flags) of verbs, nouns and roles. Those of a sentence
// tell which rules can find anything in it: most rules have the words for it in few sentences.
type hints struct {
	classes classSet
	words   lexicon.Words
}

// hint is what a rule needs one of: some classes and, see or, some words.
func hint(cs ...lexicon.Class) hints { return hints{classes: classes(cs...)} }

func (h hints) or(words ...string) hints {
	h.words = lexicon.WordsOf(words...)
	return h
}

func (h *hints) meets(x *hints) bool { return h.classes.meets(x.classes) || h.words.Meets(&x.words) }

// readHints makes the hints of all sentences, after the last change of a unit's entries.
func (d *doc) readHints() {
	d.hints = d.hints[:0]
	for _, s := range d.sents {
		d.hints = append(d.hints, hints{})
		h := &d.hints[len(d.hints)-1]
		for i := s.from; i < s.to; i++ {
			u := &d.units[i]
			h.classes = classSet(lexicon.Set(h.classes).Union(lexicon.Set(u.set)))
			if u.set.meets(haveWords) {
				d.addWords(h, u)
			}
		}
	}
}

var haveWords = classes(lexicon.Verb, lexicon.Noun, lexicon.Role)

func (d *doc) addWords(h *hints, u *unit) {
	for i := range u.entries {
		switch e := &u.entries[i]; e.Class {
		case lexicon.Verb:
			h.words.Add(&d.lex.Verbs[e.Index].Words)
		case lexicon.Noun:
			h.words.Add(&d.lex.Nouns[e.Index].Words)
		case lexicon.Role:
			h.words.Add(&d.lex.Roles[e.Index].Words)
		}
	}
}

// tells reports that sentence k has something of each of some hints.
func (d *doc) tells(k int, needs ...hints) bool {
	for i := range needs {
		if !d.hints[k].meets(&needs[i]) {
			return false
		}
	}
	return true
}
