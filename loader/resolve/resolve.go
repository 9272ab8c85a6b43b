// Package resolve decides which names of one article name the same person.
//
// Two names are one when one has all the words of the other, in order, up to
// lost diacritics and a slip of the pen in a long word; a single word goes to
// the person it was last used for. Names are never joined on sound or partial
// likeness, Hùng is not Hải, but spellings on record of one public figure are one:
// V. Putin is Vla-đi-mia Pu-tin. Who is who across articles is not decided here
// but in graph/derive.
package resolve

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/diplograph/diplograph/loader/text"
)

// Form is a name as an article writes it.
type Form struct {
	Text  string
	Words []string // as Words makes them
	// Gender is 1 for feminine, -1 for masculine, 0 for unknown; a short form
	// never joins a person of the other gender.
	Gender int
	Sure   bool // a full name or one with a title; others only join
	Tail   int  // words at the end that are no part of the family: Jr
	Post   int  // forms with two numbers, neither 0, are of two persons
	// Figure is the key of the public figure that the name is known for, in any spelling
	// or language; "" for none.
	Figure string
}

// Words cuts a name into folded words; hyphens and apostrophes join nothing.
func Words(name string) []string {
	return strings.FieldsFunc(text.Fold(name), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) })
}

// Persons tells for each form which person it names.
type Persons struct {
	of []int
	n  int
}

// Len returns the number of persons.
func (p Persons) Len() int { return p.n }

// Of returns the person of form i, -1 if it names none.
func (p Persons) Of(i int) int { return p.of[i] }

// Cluster groups the forms of an article, given in order of appearance.
func Cluster(forms []Form) Persons {
	c := clusterer{forms: make([]form, len(forms)), of: make([]int, len(forms))}
	for i := range forms {
		c.forms[i].Form, c.of[i] = &forms[i], -1
	}
	// Full names first, the longest first: short ones then find them whole.
	order := make([]int, len(forms))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(forms[b].Words) - len(forms[a].Words) })
	for _, i := range order {
		if len(forms[i].Words) >= 2 {
			c.place(i)
		}
	}
	for i := range forms {
		if len(forms[i].Words) == 1 {
			c.place(i)
		}
	}
	return c.renumber()
}

// form is a name with what comparing it over and over needs, made when asked for.
type form struct {
	*Form
	sounds []string // sound of each word
	marked []string // each word with its diacritics, in the order of Words
}

func (f *form) sound(i int) string {
	if f.sounds == nil {
		f.sounds = make([]string, len(f.Words))
	}
	if f.sounds[i] == "" {
		f.sounds[i] = sound(f.Words[i])
	}
	return f.sounds[i]
}

func (f *form) marks() []string {
	if f.marked == nil {
		f.marked = strings.FieldsFunc(norm.NFD.String(strings.ToLower(f.Text)), func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.Is(unicode.Mn, c) })
	}
	return f.marked
}

// contradicts reports that two names write one word with marks of which
// neither is a part of the other's: Hùng and Hưng. A lost mark contradicts
// nothing: Nguyên is Nguyễn, Lam is Lâm.
func (f *form) contradicts(g *form) bool {
	if f.Text == g.Text || text.ASCII(f.Text) && text.ASCII(g.Text) {
		return false
	}
	a, b := f.marks(), g.marks()
	if len(a) != len(f.Words) || len(b) != len(g.Words) {
		return false
	}
	for i, w := range f.Words {
		if j := slices.Index(g.Words, w); j >= 0 && a[i] != b[j] && !marksWithin(a[i], b[j]) && !marksWithin(b[j], a[i]) {
			return true
		}
	}
	return false
}

// marksWithin reports whether each letter of a has no mark that the letter of b
// at its place lacks; both are in NFD.
func marksWithin(a, b string) bool {
	x, y := letters(a), letters(b)
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		for _, m := range x[i] {
			if !strings.ContainsRune(y[i], m) {
				return false
			}
		}
	}
	return true
}

// letters cuts an NFD word into letters with their marks; đ counts as d with
// one.
func letters(w string) (ls []string) {
	for _, c := range w {
		switch {
		case unicode.Is(unicode.Mn, c) && len(ls) > 0:
			ls[len(ls)-1] += string(c)
		case c == 'đ':
			ls = append(ls, "dđ")
		default:
			ls = append(ls, string(c))
		}
	}
	return ls
}

type clusterer struct {
	forms   []form
	of      []int
	persons []cluster
}

// cluster is a person with its forms.
type cluster struct {
	head         int // form that stands for the person
	members      []int
	gender, post int
}

// place gives form i to the best person, or makes a new one.
func (c *clusterer) place(i int) {
	best, bestScore := -1, 0
	f := &c.forms[i]
	for p := range c.persons {
		q := &c.persons[p]
		s := c.score(i, q.head)
		if s == 0 || f.Gender*q.gender < 0 && s < 4 || f.Post*q.post > 0 && f.Post != q.post {
			continue
		}
		if s = s<<20 - c.distance(i, p); s > bestScore {
			best, bestScore = p, s
		}
	}
	if best < 0 {
		if !f.Sure && len(f.Words) < 2 {
			return
		}
		best = len(c.persons)
		c.persons = append(c.persons, cluster{head: i})
	}
	c.of[i] = best
	q := &c.persons[best]
	q.gender, q.post = cmp.Or(q.gender, f.Gender), cmp.Or(q.post, f.Post)
	q.members = append(q.members, i)
}

// distance is how far back person p was last named before form i; somebody
// who is only named later is farther than anybody named before.
func (c *clusterer) distance(i, p int) int {
	best := len(c.forms) * 2
	for _, m := range c.persons[p].members {
		if m < i {
			best = min(best, i-m)
		} else {
			best = min(best, len(c.forms)+m-i)
		}
	}
	return best
}

// score is 0 if the words of form i do not fit the name of form h, and
// higher the surer they fit.
func (c *clusterer) score(i, h int) int {
	f, g := &c.forms[i], &c.forms[h]
	if f.Figure != "" && f.Figure == g.Figure {
		return 4
	}
	if len(f.Words) > len(g.Words) {
		f, g = g, f
	}
	a, b := f.Words, g.Words
	if f.Figure != "" && g.Figure != "" && len(a) > 1 || otherSyllables(a, b) {
		return 0
	}
	exact, ok := subsequence(a, b)
	if !ok && !sameLetters(f, g) && !initials(a, b) && !initials(b, a) && !reordered(f, g) && !sameSound(f, g) || f.contradicts(g) || otherMiddle(a, b) {
		return 0
	}
	switch {
	case len(a) == len(b):
		return 4
	case len(a) >= 2:
		return 3
	case len(a[0]) < 2:
		return 0
	case exact && (a[0] == b[len(b)-1-g.Tail] || a[0] == b[0]):
		return 2
	}
	return 1
}

// subsequence reports whether all words of a stand in b in this order, and
// whether without a slip.
func subsequence(a, b []string) (exact, ok bool) {
	exact = true
	j := 0
	for _, w := range a {
		for j < len(b) && w != b[j] && !(len(a) > 1 && slip(w, b[j])) {
			j++
		}
		if j == len(b) {
			return false, false
		}
		exact = exact && w == b[j]
		j++
	}
	return exact, true
}

// reordered: family name first or last.
func reordered(f, g *form) bool {
	return len(f.Words) >= 2 && len(f.Words) == len(g.Words) && size(f.Words) == size(g.Words) &&
		slices.Equal(slices.Sorted(slices.Values(f.Words)), slices.Sorted(slices.Values(g.Words)))
}

// sameLetters: glued or differently hyphenated.
func sameLetters(f, g *form) bool {
	return (len(f.Words) > 1 || len(g.Words) > 1) && size(f.Words) == size(g.Words) && strings.Join(f.Words, "") == strings.Join(g.Words, "")
}

// size is how many bytes the words have: most names differ in that already.
func size(words []string) (n int) {
	for _, w := range words {
		n += len(w)
	}
	return n
}

// initials: "N. Modi" for "Narendra Modi".
func initials(a, b []string) bool {
	if len(a) < 2 || len(a) > len(b) || a[len(a)-1] != b[len(b)-1] {
		return false
	}
	some := false
	for i, w := range a[:len(a)-1] {
		if w == b[i] {
			continue
		}
		if len(w) != 1 || w[0] != b[i][0] {
			return false
		}
		some = true
	}
	return some
}

// otherMiddle reports one given name and one family with two middle initials: George H. W. Bush is
// not George W. Bush.
func otherMiddle(a, b []string) bool {
	middle := func(ws []string) bool { return len(ws) > 2 && len(ws[1]) == 1 }
	return middle(a) && middle(b) && a[0] == b[0] && a[1] != b[1] && a[len(a)-1] == b[len(b)-1]
}

// otherSyllables reports two full names of syllables that begin alike, of which one has more of them: Park Jin is
// not Park Jin-young. What ends a name may stand for it, Kim Ngân for Nguyễn Thị Kim Ngân.
func otherSyllables(a, b []string) bool {
	if len(a) < 2 || len(a) >= len(b) || a[0] != b[0] || slices.Equal(a, b[len(b)-len(a):]) || slices.ContainsFunc(b, func(w string) bool { return !Syllable(w) }) {
		return false
	}
	_, ok := subsequence(a, b)
	return ok
}

// Shortened reports whether one of two names of different articles, by their words, is
// the other with initials for given names.
func Shortened(x, y []string) bool { return initials(x, y) || initials(y, x) }

// slip reports whether two words of five letters and more differ in one letter.
func slip(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return a[min(i+1, len(a)):] == b[min(i+1, len(b)):]
	}
	return a[i:] == b[i+1:]
}

// renumber numbers persons by first appearance.
func (c *clusterer) renumber() Persons {
	num := make([]int, len(c.persons))
	for i := range num {
		num[i] = -1
	}
	p := Persons{of: make([]int, len(c.of))}
	for i, h := range c.of {
		if h < 0 {
			p.of[i] = -1
			continue
		}
		if num[h] < 0 {
			num[h] = p.n
			p.n++
		}
		p.of[i] = num[h]
	}
	return p
}

// sameSound: one name in two transliterations, word by word: Putin and
// Poutine, Sergey and Sergueï. Single words are too short a proof.
func sameSound(f, g *form) bool {
	if len(f.Words) != len(g.Words) || len(f.Words) < 2 {
		return false
	}
	for i := range f.Words {
		if f.Words[i] != g.Words[i] && f.sound(i) != g.sound(i) {
			return false
		}
	}
	return true
}

// sounds are parts of words and what is written for them, by first letter; of two at one place the first counts. A
// strings.Replacer would do the same in five times the time.
var sounds = func() (t [128][][2]string) {
	list := []string{"guei", "ge", "guey", "ge", "tch", "ch", "tsch", "ch", "sch", "ch", "sh", "ch", "gue", "ge", "gui", "gi", "ou", "u", "oo", "u", "kh", "h", "ph", "f",
		"ks", "x", "ei", "e", "ey", "e", "ay", "ai", "iy", "i", "yi", "i", "ii", "i", "ij", "i", "j", "y", "y", "i", "w", "v", "ff", "v", "zh", "j", "dj", "j"}
	for p := range slices.Chunk(list, 2) {
		t[p[0][0]] = append(t[p[0][0]], [2]string{p[0], p[1]})
	}
	return t
}()

// sound is a rough common form of the ways to write a word in Latin letters.
func sound(w string) string {
	var buf [64]byte
	s := buf[:0]
next:
	for i := 0; i < len(w); {
		if w[i] < utf8.RuneSelf {
			for _, p := range sounds[w[i]] {
				if strings.HasPrefix(w[i:], p[0]) {
					s = append(s, p[1]...)
					i += len(p[0])
					continue next
				}
			}
		}
		s = append(s, w[i])
		i++
	}
	return string(slices.Compact(bytes.TrimSuffix(s, []byte("e"))))
}

// Syllable reports whether a word is written like a single syllable with at
// most one final consonant, as all words of Vietnamese and Chinese names are.
func Syllable(w string) bool {
	w = text.Fold(w)
	onset := strings.TrimLeft(w, "bcdghklmnpqrstvxzjfw")
	coda := strings.TrimLeft(onset, "aeiouy")
	if onset == "" || len(onset) == len(coda) || len(w)-len(onset) > 3 {
		return false
	}
	switch coda {
	case "", "c", "ch", "m", "n", "ng", "nh", "p", "t":
		return true
	}
	return false
}
