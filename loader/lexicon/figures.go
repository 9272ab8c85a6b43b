package lexicon

import (
	"bytes"
	"fmt"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/diplograph/diplograph/loader/text"
)

// Figure is a public figure: somebody whose state and offices a reader of the
// news knows.
type Figure struct {
	Key      string // the same in every language: "ru/vladimir-poutine"
	Country  string
	Names    []string
	Roles    Flags
	From, To int // first and last year in office, 0 if open
}

// NamedFigure is a public figure under one of its names.
type NamedFigure struct {
	*Figure
	Name string
}

// Figure returns the public figure of a full name in any of its spellings, nil
// if there is none. Diacritics, case, hyphens and order do not matter.
func (l *Lexicon) Figure(name string) *Figure { return l.FigureIn(name, 0) }

// FigureIn is Figure in a year, 0 for an unknown one: of two who bear one name, father and son,
// the one in office then, else the first in the data.
func (l *Lexicon) FigureIn(name string, year int) *Figure {
	if !l.figures.sums[wordSum(name)] { // as most names are of nobody known
		return nil
	}
	key := figureKey(name)
	f := l.figures.byKey[key]
	for _, other := range l.figures.namesakes[key] {
		if f != nil && year != 0 && !f.Held(year) && other.Held(year) {
			return other
		}
	}
	return f
}

// Held reports that f was in office in a year, or the year before: whom articles call a predecessor.
func (f *Figure) Held(year int) bool { return year >= f.From && (f.To == 0 || year <= f.To+1) }

// FiguresCalled returns the public figures in whose names a folded word stands, one
// entry per name, in the order of the data.
func (l *Lexicon) FiguresCalled(word string) []NamedFigure { return l.figures.called[word] }

// FiguresOf returns the public figures of a state, one entry per name.
func (l *Lexicon) FiguresOf(country string) []NamedFigure { return l.figures.of[country] }

// figures are those of data/common, which all languages share.
type figures struct {
	byKey map[string]*Figure       // figureKey of a full name ->
	sums  map[uint64]bool          // wordSum of those names
	of    map[string][]NamedFigure // by country

	called    map[string][]NamedFigure // by each folded word
	namesakes map[string][]*Figure     // figureKey of a full name -> those after the first
}

var allFigures = sync.OnceValues(func() (*figures, error) {
	fs := &figures{make(map[string]*Figure, manyWords), make(map[uint64]bool, manyWords), map[string][]NamedFigure{}, map[string][]NamedFigure{}, map[string][]*Figure{}}
	return fs, rows("data/common/figures.tsv", fs.add)
})

// add takes a row: names, country, role keys, first and last year in office.
func (fs *figures) add(c []string) error {
	from, err := year(c[3])
	if err != nil {
		return err
	}
	to, err := year(c[4])
	if err != nil {
		return err
	}
	key := strings.ToLower(c[1]) + "/" + strings.ReplaceAll(text.Fold(first(c[0])), " ", "-")
	f := &Figure{Key: key, Country: c[1], Roles: strings.Fields(c[2]), From: from, To: to}
	each(c[0], func(name string) {
		f.Names = append(f.Names, name)
		k := figureKey(name)
		switch first := fs.byKey[k]; {
		case first == nil:
			fs.byKey[k] = f
		case first != f:
			fs.namesakes[k] = append(fs.namesakes[k], f)
		}
		fs.sums[wordSum(name)] = true
		fs.of[c[1]] = append(fs.of[c[1]], NamedFigure{f, name})
		for _, w := range slices.Compact(NameWords(name)) {
			fs.called[w] = append(fs.called[w], NamedFigure{f, name})
		}
	})
	fs.addInitialled(f)
	return nil
}

// addInitialled takes the forms in which Vietnamese shortens the names that it writes
// syllable by syllable: Vla-đi-mia Pu-tin is V.Pu-tin, and A-lếch-xan-đrơ, whose name is
// Alexander at its source, begins with an A either way. A form that is two persons' is
// nobody's.
func (fs *figures) addInitialled(f *Figure) {
	for _, name := range f.Names {
		_, family, ok := strings.Cut(name, " ")
		if !ok || !syllabled(family) {
			continue
		}
		for _, n := range f.Names {
			short := initial(n) + " " + family
			key := figureKey(short)
			if other, taken := fs.byKey[key]; !taken {
				fs.byKey[key], fs.sums[wordSum(short)] = f, true
			} else if other != f {
				fs.byKey[key] = nil
			}
		}
	}
}

// NameWords cuts a name into folded words; what Vietnamese writes syllable by syllable is one.
func NameWords(name string) (words []string) {
	for field := range strings.FieldsSeq(name) {
		if syllabled(field) {
			words = append(words, strings.Join(strings.FieldsFunc(text.Fold(field), betweenWords), ""))
			continue
		}
		words = append(words, strings.FieldsFunc(text.Fold(field), betweenWords)...)
	}
	return words
}

// syllabled reports a word cut by hyphens that small letters follow.
func syllabled(word string) bool {
	_, rest, ok := strings.Cut(word, "-")
	c, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsLower(c)
}

func initial(name string) string {
	_, n := utf8.DecodeRuneInString(name)
	return name[:n]
}

// year reads a year, 0 for none.
func year(s string) (int, error) {
	if s == "" {
		return 0, nil
	}
	y, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 {
		return 0, fmt.Errorf("bad year %q: want four digits", s)
	}
	return y, nil
}

// wordSum is the same for names of the same folded words in any order.
func wordSum(name string) (sum uint64) {
	var buf [64]byte
	w := text.AppendFold(buf[:0], name)
	for len(w) > 0 {
		end := bytes.IndexFunc(w, betweenWords)
		if end < 0 {
			end = len(w)
		}
		if end > 0 {
			sum += maphash.Bytes(seed, w[:end])
		}
		w = w[min(end+1, len(w)):]
	}
	return sum
}

func betweenWords(c rune) bool { return !unicode.IsLetter(c) }

// figureKey is the sorted folded words of a name.
func figureKey(name string) string {
	ws := strings.FieldsFunc(text.Fold(name), betweenWords)
	slices.Sort(ws)
	return strings.Join(ws, " ")
}
