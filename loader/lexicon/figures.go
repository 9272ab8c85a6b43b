package lexicon

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
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
	Roles    Offices
	From, To int // first and last year in office, 0 if open
}

// NamedFigure is a public figure under one of its names.
type NamedFigure struct {
	*Figure
	Name  string
	Words []string // of the name, see NameWords; only FiguresCalled tells them
}

// Figure returns the public figure of a full name in any of its spellings, nil
// if there is none. Diacritics, case, hyphens and order do not matter.
func (l *Lexicon) Figure(name string) *Figure { return l.FigureIn(name, 0) }

// FigureIn is Figure in a year, 0 for an unknown one: of two who bear one name, father and son,
// the one in office then, else the first in the data.
func (l *Lexicon) FigureIn(name string, year int) *Figure {
	fs, sum := l.figures, wordSum(name)
	i := fs.first(sum)
	if i < 0 {
		return nil
	}
	f := fs.at(i) // two names of one sum of 64 bits are as good as never met
	if year != 0 && !f.Held(year) {
		for _, j := range fs.namesakes[sum] {
			if other := fs.at(j); other.Held(year) {
				return other
			}
		}
	}
	return f
}

// first is the first line of a name, less than 0 if there is none or it is nobody's.
func (fs *figures) first(sum uint64) int32 {
	if id := fs.bySum.find(sum).exact; id > 0 {
		return id - 1
	}
	return nobody
}

// SharedName reports a name that two figures bear.
func (l *Lexicon) SharedName(name string) bool { return len(l.figures.namesakes[wordSum(name)]) > 0 }

// Held reports that f was in office in a year, or the year before: whom articles call a predecessor.
func (f *Figure) Held(year int) bool { return year >= f.From && (f.To == 0 || year <= f.To+1) }

// FiguresCalled returns the public figures in whose names a folded word stands, one
// entry per name, in the order of the data.
func (l *Lexicon) FiguresCalled(word string) []NamedFigure {
	if all, ok := l.figures.families.Load(word); ok {
		return all.([]NamedFigure)
	}
	var out []NamedFigure
	for i := range l.figures.called().of(word) {
		f := l.figures.at(i)
		for _, name := range f.Names {
			if words := NameWords(name); slices.Contains(words, word) {
				out = append(out, NamedFigure{f, name, words})
			}
		}
	}
	if out != nil { // so that it holds no more words than the figures have
		l.figures.families.Store(word, out)
	}
	return out
}

// FiguresOf returns the public figures of a state, one entry per name.
func (l *Lexicon) FiguresOf(country string) []NamedFigure {
	if all, ok := l.figures.asked.Load(country); ok {
		return all.([]NamedFigure)
	}
	var out []NamedFigure
	for _, i := range l.figures.of[country] {
		f := l.figures.at(i)
		for _, name := range f.Names {
			out = append(out, NamedFigure{Figure: f, Name: name})
		}
	}
	l.figures.asked.Store(country, out)
	return out
}

// figures are those of data/common, which all languages share. Each stays a line of
// the file until somebody asks for it: most are not asked for, and one text should not
// wait for all.
type figures struct {
	lines     []string
	read      []atomic.Pointer[Figure]
	bySum     vocabulary         // of full names, by wordSum; the exact id is one more than the first line of the name, or nobody
	namesakes map[uint64][]int32 // those after the first
	of        map[string][]int32 // by country
	asked     sync.Map           // country -> []NamedFigure, once somebody has asked
	families  sync.Map           // word -> []NamedFigure, once somebody has asked
	called    func() *figureWords
}

// nobody is whom a form means that two figures share.
const nobody = -1

var allFigures = sync.OnceValues(func() (*figures, error) {
	fs := &figures{namesakes: map[uint64][]int32{}, of: map[string][]int32{}}
	if err := lines(figuresFile, fs.add); err != nil {
		return nil, err
	}
	fs.called = sync.OnceValue(fs.words)
	fs.read = make([]atomic.Pointer[Figure], len(fs.lines))
	for i := range fs.lines {
		fs.addInitialled(int32(i))
	}
	return fs, nil
})

const figuresFile = "data/common/figures.tsv"

// add takes a line: names, country, role keys, first and last year in office.
func (fs *figures) add(line string) error {
	names, rest, _ := strings.Cut(line, "\t")
	country, _, ok := strings.Cut(rest, "\t")
	if !ok {
		return errors.New("want names, country, roles and years, separated by tabs")
	}
	i := int32(len(fs.lines))
	fs.lines = append(fs.lines, line)
	fs.of[country] = append(fs.of[country], i)
	each(names, func(name string) {
		sum := wordSum(name)
		if id := fs.bySum.at(sum); id.exact == 0 {
			id.exact = i + 1
		} else if id.exact != i+1 {
			fs.namesakes[sum] = append(fs.namesakes[sum], i)
		}
	})
	return nil
}

// at is the figure of a line, always the same one.
func (fs *figures) at(i int32) *Figure {
	if f := fs.read[i].Load(); f != nil {
		return f
	}
	f, err := parseFigure(fs.lines[i])
	if err != nil {
		panic(figuresFile + ": " + err.Error()) // the tests read every line
	}
	fs.read[i].CompareAndSwap(nil, f)
	return fs.read[i].Load()
}

func parseFigure(line string) (*Figure, error) {
	c := fields(line)
	from, err := year(c[3])
	if err != nil {
		return nil, err
	}
	to, err := year(c[4])
	if err != nil {
		return nil, err
	}
	f := &Figure{
		Key:     strings.ToLower(c[1]) + "/" + strings.ReplaceAll(text.Fold(first(c[0])), " ", "-"),
		Country: c[1], Roles: strings.Fields(c[2]), From: from, To: to,
	}
	each(c[0], func(name string) { f.Names = append(f.Names, name) })
	return f, nil
}

// addInitialled enters the initialled forms of a figure. A form that is two persons' is
// nobody's.
func (fs *figures) addInitialled(i int32) {
	names, _, _ := strings.Cut(fs.lines[i], "\t")
	if !strings.Contains(names, "-") {
		return
	}
	for _, short := range fs.at(i).initialled() {
		sum := wordSum(short)
		if id := fs.bySum.at(sum); id.exact == 0 {
			id.exact = i + 1
		} else if id.exact != i+1 {
			id.exact = nobody
		}
	}
}

// initialled are the forms in which Vietnamese shortens the names that it writes
// syllable by syllable: Vla-đi-mia Pu-tin is V.Pu-tin, and A-lếch-xan-đrơ, whose name is
// Alexander at its source, begins with an A either way.
func (f *Figure) initialled() (out []string) {
	for _, name := range f.Names {
		given, family, ok := strings.Cut(name, " ")
		if !ok || !syllabled(family) && !syllabled(given) {
			continue
		}
		for _, n := range f.Names {
			out = append(out, initial(n)+" "+family)
			if syllabled(n) && len(n) > 2 && slices.Contains(digraphs, n[:2]) {
				out = append(out, n[:2]+" "+family)
			}
		}
	}
	return out
}

// NameWords cuts a name into folded words; what Vietnamese writes syllable by syllable is one.
func NameWords(name string) (words []string) {
	for field := range strings.FieldsSeq(name) {
		if syllabled(field) {
			words = append(words, strings.Join(foldedWords(field), ""))
			continue
		}
		words = append(words, foldedWords(field)...)
	}
	return words
}

// syllabled reports a word cut by hyphens that small letters follow.
func syllabled(word string) bool {
	_, rest, ok := strings.Cut(word, "-")
	c, _ := utf8.DecodeRuneInString(rest)
	return ok && unicode.IsLower(c)
}

// digraphs are two letters for one sound, which Vietnamese shortens a name to: Ph. for Phri-đrích.
var digraphs = []string{"Ch", "Gi", "Kh", "Ng", "Nh", "Ph", "Th", "Tr"}

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
	for h := range hashesOf(text.AppendFold(buf[:0], name)) {
		sum += h
	}
	return max(sum, 1) // 0 is no sum of a vocabulary
}

func betweenWords(c rune) bool { return !unicode.IsLetter(c) }

func foldedWords(name string) []string { return strings.FieldsFunc(text.Fold(name), betweenWords) }
