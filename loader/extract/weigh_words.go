package extract

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// What no count tells, the words of a sentence may: those before, between and after the phrases for the persons
// asked about, each alone and each two in a row, with signs for the phrases themselves. So the weights learn
// of expressions that no lexicon has.

// term is a word, or a sign for one of many or for a phrase.
type term struct {
	gram  weigh.Gram
	text  string // of a sign, or when grams are named
	actor int    // of a phrase, else -1
}

func signTerm(s string) term { return term{weigh.Word(s), s, -1} }

// Words of a text have no capitals, so that no sign is one.
var (
	termFirst  = signTerm("A")   // the phrase of one asked about, the only one or the first
	termSecond = signTerm("B")   // that of the other
	termMaybe  = signTerm("B?")  // without a name, can mean the other, who does not stand there
	termOther  = signTerm("X")   // of somebody else
	termOpen   = signTerm("X?")  // of nobody known
	termOpens  = signTerm("X+?") // of several whom nobody knows
	termNumber = signTerm("NUMBER")
	termDate   = signTerm("DATE")
	termState  = signTerm("STATE")
	termAdj    = signTerm("NATIONAL")
	termPlace  = signTerm("PLACE")
	termName   = signTerm("NAME")
)

// termsGoverning are what governs a phrase: see govPlace.
var termsGoverning = func() (out [len(govNames) + 2]term) {
	for i, name := range slices.Concat([]string{"bare"}, govNames[:], []string{"other"}) {
		out[i] = signTerm(name)
	}
	return out
}()

// How those asked about stand in a sentence, and where in it words do.
var (
	noneStands  = signTerm("none")
	oneStands   = signTerm("one")
	bothStand   = signTerm("both")
	inOnePhrase = signTerm("same")

	wordsBefore   = signTerm("before")  // the first phrase, which ends them
	wordsBetween  = signTerm("between") // both, which are their ends
	wordsOfFirst  = signTerm("first")   // after the first of two far from each other
	wordsOfSecond = signTerm("second")  // before the second
	wordsAfter    = signTerm("after")   // the last phrase, which begins them
	wordsAnywhere = signTerm("anywhere")
	ofPhrases     = signTerm("phrases")
)

// How many terms beside phrases are looked at.
const (
	termsBefore, termsBeforeOne = 5, 8
	termsAfter, termsAfterOne   = 7, 12
	termsBetween, termsOfEach   = 17, 8 // at most between two near each other; of each of two far from each other
)

// wording makes the grams of a row.
type wording struct {
	names map[weigh.Gram]weigh.Name // what grams stand for is put there, unless it is nil
	terms []term
	grams []weigh.Gram
	lang  term
	place weigh.Gram // where grams stand
	where string
}

// grams are those of the sentence on stage and two persons, or one and -1; good until the next ones.
func (w *weigher) grams(p, q int) []weigh.Gram {
	c, x := w.scene, &w.d.wording
	n, m := c.phrase[p], -1
	if q >= 0 {
		if m = c.phrase[q]; n < 0 || m >= 0 && m < n {
			p, q, n, m = q, p, m, n
		}
	}
	x.grams, x.lang = x.grams[:0], term{gram: weigh.Word(w.d.lex.Lang), text: w.d.lex.Lang}
	first, second := w.setTerms(p, q, n, m)
	how := oneStands
	switch {
	case first < 0:
		how = noneStands
		x.add(how, wordsBetween, 0, len(x.terms))
	case second < 0:
		if n == m {
			how = inOnePhrase
		}
		x.add(how, wordsBefore, first-termsBeforeOne, first+1)
		x.add(how, wordsAfter, first, first+termsAfterOne)
	default:
		how = bothStand
		x.add(how, wordsBefore, first-termsBefore, first+1)
		if second-first < termsBetween {
			x.add(how, wordsBetween, first, second+1)
		} else {
			x.add(how, wordsOfFirst, first, first+termsOfEach)
			x.add(how, wordsOfSecond, second+1-termsOfEach, second+1)
		}
		x.add(how, wordsAfter, second, second+termsAfter)
	}
	x.at(how, wordsAnywhere)
	for i := range x.terms {
		x.put(&x.terms[i], nil)
	}
	x.at(how, ofPhrases)
	for i := range x.terms {
		if a := c.terms[i].actor; a >= 0 {
			x.offices(&x.terms[i], &w.d.actors[a])
		}
	}
	return x.grams
}

// setTerms sets those of the sentence on stage for persons whose phrases are n and m, and tells where these stand.
func (w *weigher) setTerms(p, q, n, m int) (first, second int) {
	x := &w.d.wording
	x.terms = append(x.terms[:0], w.scene.terms...)
	first, second = -1, -1
	for i := range x.terms {
		t := &x.terms[i]
		if t.actor < 0 {
			continue
		}
		switch a := &w.d.actors[t.actor]; {
		case t.actor == n:
			*t, first = termFirst, i
		case t.actor == m:
			*t, second = termSecond, i
		case slices.Contains(a.persons, p):
			*t = termFirst
		case q >= 0 && slices.Contains(a.persons, q):
			*t = termSecond
		case len(a.persons) > 0:
			*t = termOther
		case a.plural:
			*t = termOpens
		case q >= 0 && m < 0 && len(a.roles)+len(a.codes) > 0 && w.d.mayBe(a, q):
			*t = termMaybe
		default:
			*t = termOpen
		}
	}
	return first, second
}

// at tells where the grams stand that are put next.
func (x *wording) at(how, part term) {
	x.place = weigh.Gram(0).Then(x.lang.gram).Then(how.gram).Then(part.gram)
	if x.names != nil {
		x.where = x.lang.text + " " + how.text + " " + part.text
	}
}

// add puts each term of a part, and each two in a row.
func (x *wording) add(how, part term, from, to int) {
	x.at(how, part)
	from, to = max(from, 0), min(to, len(x.terms))
	for i := from; i < to; i++ {
		x.put(&x.terms[i], nil)
		if i > from {
			x.put(&x.terms[i-1], &x.terms[i])
		}
	}
}

// put puts the gram of one term or two.
func (x *wording) put(t, next *term) {
	g := x.place.Then(t.gram)
	if next != nil {
		g = g.Then(next.gram)
	}
	x.grams = append(x.grams, g)
	if x.names == nil {
		return
	}
	if _, known := x.names[g]; !known {
		words := t.text
		if next != nil {
			words += " " + next.text
		}
		x.names[g] = weigh.Name{Place: x.where, Words: words}
	}
}

// offices puts those of a phrase, and the preposition before it.
func (x *wording) offices(t *term, a *actor) {
	for _, r := range a.roles {
		x.put(t, &term{gram: weigh.Word(r.key), text: r.key})
	}
	x.put(t, &termsGoverning[govPlace(a.gov)])
}

// readTerms reads those of the sentence.
func (c *scene) readTerms(d *doc) {
	s := d.sents[c.k]
	c.terms = c.terms[:0]
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		if i > s.from && u.actor == d.units[i-1].actor && (u.actor >= 0 || u.date >= 0 && u.date == d.units[i-1].date) {
			continue // the same phrase or date goes on
		}
		if u.actor >= 0 {
			c.terms = append(c.terms, term{actor: u.actor})
		} else {
			c.terms = append(c.terms, d.termAt(i))
		}
	}
}

func (d *doc) termAt(i int) term {
	u := &d.units[i]
	switch {
	case u.date >= 0:
		return termDate
	case u.set.has(lexicon.Country):
		return termState
	case u.set.has(lexicon.Adj):
		return termAdj
	case u.set.has(lexicon.Place):
		return termPlace
	case u.name >= 0:
		return termName
	}
	d.buf = lowered(d.buf[:0], d.text[d.toks[u.from].Start:d.toks[u.to-1].End])
	if d.buf[0] >= '0' && d.buf[0] <= '9' {
		return termNumber
	}
	t := term{gram: weigh.Word(d.buf), actor: -1}
	if d.wording.names != nil {
		t.text = string(d.buf)
	}
	return t
}

// lowered appends s in lower case, a line for each white space.
func lowered(out []byte, s string) []byte {
	for _, c := range s {
		if unicode.IsSpace(c) {
			c = '_'
		}
		out = utf8.AppendRune(out, unicode.ToLower(c))
	}
	return out
}
