package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Word is one word of a name in its two keys.
type Word struct {
	// Marked is the word in lower case, each letter followed by its
	// diacritics (NFKD). The bar of đ and the stroke of ø are diacritics too.
	Marked string
	// Folded is Marked without diacritics.
	Folded string

	heard string // its sound; empty until Hear
}

// Hear returns the word with its sound, for words that are compared often.
func (w Word) Hear() Word {
	w.heard = w.sound()
	return w
}

func (w Word) sound() string {
	if w.heard != "" {
		return w.heard
	}
	return w.hear()
}

// Words splits s into words. Case is dropped; everything that is no letter,
// digit or mark separates words, save apostrophes and invisible format
// characters, which are dropped: "O'Brien" is one word, "Jong-un" two. Single
// words keep the order of s.
func Words(s string) []Word {
	s = withoutNickname(s)
	if words, ok := latinWords(s); ok {
		return words
	}
	return anyWords(s)
}

// anyWords are the words of a text in any script.
func anyWords(s string) (words []Word) {
	for field := range strings.FieldsSeq(norm.NFKD.String(s)) {
		if plain(field) { // as most are
			words = append(words, MakeWord(field))
			continue
		}
		for part := range strings.FieldsFuncSeq(field, separates) {
			if w := MakeWord(part); w.Folded != "" {
				words = append(words, w)
			}
		}
	}
	return words
}

// withoutNickname returns a name without what it has in quotation marks between other words:
// Lourdes "Lulu" Abad.
func withoutNickname(name string) string {
	from := strings.IndexFunc(name, quote)
	if from <= 0 {
		return name
	}
	to := strings.LastIndexFunc(name, quote)
	if to == from {
		return name
	}
	_, n := utf8.DecodeRuneInString(name[to:])
	if strings.TrimSpace(name[:from]) == "" || strings.TrimSpace(name[to+n:]) == "" {
		return name
	}
	return name[:from] + name[to+n:]
}

func quote(r rune) bool {
	return r == '"' || r == '“' || r == '”' || r == '„' || r == '«' || r == '»'
}

func separates(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !dropped(r)
}

// dropped reports the runes that neither separate words nor belong to them.
func dropped(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', '`', '´', '′':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// latinWords is anyWords of a text of composed Latin letters, as nearly all are: each is looked up, and
// nothing is decomposed.
func latinWords(s string) (words []Word, ok bool) {
	const most = 16 // words; more are left to anyWords
	var ms, fs [128]byte
	var ends [most][2]int
	marked, folded, n, open := ms[:0], fs[:0], 0, false
	for _, r := range s {
		c := byte(r | 0x20)
		switch {
		case r < utf8.RuneSelf && (c >= 'a' && c <= 'z' || r >= '0' && r <= '9'):
			marked, folded, open = append(marked, c), append(folded, c), true
		case dropped(r) && (r < utf8.RuneSelf || r == '’'):
		case r < utf8.RuneSelf:
			if open {
				n, open = n+1, false
			}
		default:
			l := latinLetter(r)
			if l == nil {
				return nil, false
			}
			marked, folded, open = append(marked, l.Marked...), append(folded, l.Folded...), true
		}
		if n == most {
			return nil, false
		}
		ends[n] = [2]int{len(marked), len(folded)}
	}
	if open {
		n++
	}
	if n == 0 {
		return nil, true
	}
	m := string(marked)
	f := m
	if len(folded) != len(marked) {
		f = string(folded)
	}
	words = make([]Word, n)
	from := [2]int{}
	for i, to := range ends[:n] {
		words[i] = Word{Marked: m[from[0]:to[0]], Folded: f[from[1]:to[1]]}
		from = to
	}
	return words, true
}

// latinLetter is a composed letter of the blocks that names in Latin script are written with, nil for others.
func latinLetter(r rune) *Word {
	l := (*Word)(nil)
	switch {
	case r >= firstLatin && r < firstLatin+rune(len(letters.low)):
		l = &letters.low[r-firstLatin]
	case r >= firstAdditional && r < firstAdditional+rune(len(letters.additional)):
		l = &letters.additional[r-firstAdditional]
	}
	if l == nil || l.Folded == "" {
		return nil
	}
	return l
}

const firstLatin, firstAdditional = 'À', 'Ḁ'

var letters = func() (l struct {
	low        [0x250 - firstLatin]Word
	additional [0x1f00 - firstAdditional]Word
}) {
	put := func(all []Word, first rune) {
		for i := range all {
			if c := norm.NFKD.String(string(first + rune(i))); !strings.ContainsFunc(c, separates) { // ŀ is "l·"
				all[i] = MakeWord(c)
			}
		}
	}
	put(l.low[:], firstLatin)
	put(l.additional[:], firstAdditional)
	return l
}()

const commaBelow, cedilla = '\u0326', '\u0327'

// MakeWord returns the word of a decomposed text without separators, such as
// Word.Marked.
func MakeWord(nfkd string) Word {
	if plain(nfkd) { // as most are: nothing to take apart
		lower := strings.ToLower(nfkd)
		return Word{Marked: lower, Folded: lower}
	}
	var ms, fs [64]byte // longer words go to the heap
	marked, folded := ms[:0], fs[:0]
	for _, r := range nfkd {
		switch {
		case dropped(r):
		case r == '-': // see Spoken
			marked = append(marked, '-')
		case unicode.Is(unicode.Mn, r):
			if len(folded) > 0 { // a mark needs a letter to stand on
				if r == commaBelow {
					r = cedilla // the letters of Romanian, as most keyboards write them
				}
				marked = utf8.AppendRune(marked, r)
			}
		default:
			r = unicode.ToLower(r)
			if base, mark := unstroke(r); base != "" {
				folded = append(folded, base...)
				marked = append(append(marked, base...), mark...)
			} else {
				folded, marked = utf8.AppendRune(folded, r), utf8.AppendRune(marked, r)
			}
		}
	}
	return Word{Marked: norm.NFD.String(string(marked)), Folded: string(folded)}
}

// plain reports a word of ASCII letters and digits alone.
func plain(s string) bool {
	for i := range len(s) {
		if c := s[i] | 0x20; (c < 'a' || c > 'z') && (s[i] < '0' || s[i] > '9') {
			return false
		}
	}
	return true
}

// plainWords reports plain words with one space between them.
func plainWords(s string) bool {
	for w := range strings.SplitSeq(s, " ") {
		if w == "" || !plain(w) {
			return false
		}
	}
	return true
}

// unstroke splits the letters that Unicode does not decompose; base is empty for
// others.
func unstroke(r rune) (base, mark string) {
	const bar, slash = "\u0335", "\u0338"
	switch r {
	case 'đ', 'ð':
		return "d", bar
	case 'ł':
		return "l", bar
	case 'ħ':
		return "h", bar
	case 'ŧ':
		return "t", bar
	case 'ø':
		return "o", slash
	case 'ı':
		return "i", ""
	case 'æ':
		return "ae", ""
	case 'œ':
		return "oe", ""
	case 'ß':
		return "ss", ""
	case 'þ':
		return "th", ""
	}
	return "", ""
}

// Fold returns s without case and diacritics, its words joined by one space.
func Fold(s string) string {
	if plainWords(s) {
		return strings.ToLower(s)
	}
	words := Words(s)
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.Folded
	}
	return strings.Join(folded, " ")
}

// Keys returns the two keys of a person's name, in which the order of
// words does not matter ("Lâm Tô" is "Tô Lâm").
func Keys(name string) (folded, marked string) { return KeysOf(Words(name)) }

// KeysOf returns the keys of the name that has the words, and sorts these.
func KeysOf(words []Word) (folded, marked string) {
	slices.SortFunc(words, func(a, b Word) int {
		if c := strings.Compare(a.Folded, b.Folded); c != 0 {
			return c
		}
		return strings.Compare(a.Marked, b.Marked)
	})
	f, m := make([]string, len(words)), make([]string, len(words))
	for i, w := range words {
		f[i], m[i] = w.Folded, w.Marked
	}
	return strings.Join(f, " "), strings.Join(m, " ")
}

// MarksAgree reports whether two marked forms of the same folded form do not
// contradict each other: letter by letter, the marks of one are among the
// marks of the other. "Nguyên" agrees with "Nguyễn" and "Nguyen"; "Hùng" does
// not agree with "Hưng". Newspapers drop marks, they do not invent them.
func MarksAgree(a, b string) bool {
	a, b = strings.ReplaceAll(a, "-", ""), strings.ReplaceAll(b, "-", "")
	for a != "" || b != "" {
		var la, lb, ma, mb string
		la, ma, a = nextLetter(a)
		lb, mb, b = nextLetter(b)
		if la != lb || !subset(ma, mb) && !subset(mb, ma) {
			return false
		}
	}
	return true
}

// nextLetter cuts the first letter and its marks off a decomposed string.
func nextLetter(s string) (letter, marks, rest string) {
	end, start := len(s), -1
	for i, r := range s {
		if start < 0 && i > 0 {
			start = i
		}
		if i > 0 && !unicode.Is(unicode.Mn, r) {
			end = i
			break
		}
	}
	if start < 0 {
		start = end
	}
	return s[:start], s[start:end], s[end:]
}

func subset(a, b string) bool {
	for _, r := range a {
		if !strings.ContainsRune(b, r) {
			return false
		}
	}
	return true
}

// CountMarks counts the diacritics of a name as written.
func CountMarks(name string) int {
	n := 0
	for _, w := range Words(name) {
		n += len([]rune(w.Marked)) - len([]rune(w.Folded))
	}
	return n
}

// FirstLetters returns the first n letters of a marked word with their marks.
func FirstLetters(marked string, n int) string {
	rest := marked
	for range n {
		_, _, rest = nextLetter(rest)
	}
	return marked[:len(marked)-len(rest)]
}
