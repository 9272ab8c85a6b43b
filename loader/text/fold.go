package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// letter is what the text asks of a character.
type letter struct {
	base, lower                rune // the base letter in lower case, é to e, Đ to d, ậ to a; the lower case
	isLetter, isUpper, isLower bool
}

// letters are the characters below its length, as most of a text are.
var letters = makeLetters()

func makeLetters() (t [0x2000]letter) {
	for c := range rune(len(t)) {
		t[c] = makeLetter(c)
	}
	return t
}

func makeLetter(c rune) letter {
	l := letter{lower: unicode.ToLower(c), isLetter: unicode.IsLetter(c), isUpper: unicode.IsUpper(c), isLower: unicode.IsLower(c)}
	l.base, _ = utf8.DecodeRuneInString(norm.NFD.String(string(l.lower)))
	switch l.base {
	case 'đ', 'ð':
		l.base = 'd'
	case 'ł':
		l.base = 'l'
	case 'ø':
		l.base = 'o'
	case 'ı':
		l.base = 'i'
	case 'ħ':
		l.base = 'h'
	}
	return l
}

func letterOf(c rune) letter {
	if uint32(c) < uint32(len(letters)) {
		return letters[c]
	}
	return makeLetter(c)
}

// ASCII reports text without a letter that folding changes in more than its case.
func ASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Marked reports a letter that folding changes in more than its case.
func Marked(c rune) bool {
	if c < utf8.RuneSelf {
		return false
	}
	l := letterOf(c)
	return l.base != l.lower || isMark(c) || l.base == 'œ' || l.base == 'æ' || l.base == 'ß'
}

// Fold returns s in lower case without diacritics; apostrophes and hyphens are
// made plain.
func Fold(s string) string {
	var buf [shortText]byte
	return string(AppendFold(buf[:0], s))
}

// shortText is the length in bytes up to which a text is folded without a buffer on
// the heap: names and titles are shorter.
const shortText = 64

// AppendFold appends Fold(s) to buf.
func AppendFold(buf []byte, s string) []byte {
	for _, c := range s {
		switch {
		case c < utf8.RuneSelf:
			buf = append(buf, lower(c))
		case isMark(c):
		case isApostrophe(c):
			buf = append(buf, '\'')
		case int(c) < len(letters):
			switch l := letters[c].base; l { // the letter, of which ǣ and ǽ are marked ones
			case 'œ':
				buf = append(buf, "oe"...)
			case 'æ':
				buf = append(buf, "ae"...)
			case 'ß':
				buf = append(buf, "ss"...)
			default:
				buf = utf8.AppendRune(buf, l)
			}
		default:
			buf = appendPlain(buf, c)
		}
	}
	return buf
}

// lower is the lower case of an ASCII character.
func lower(c rune) byte {
	if c >= 'A' && c <= 'Z' {
		c += 'a' - 'A'
	}
	return byte(c)
}

// Key returns s in lower case with its diacritics: the exact form by which a
// lexicon knows a word. Typographic apostrophes and hyphens are made plain,
// and the two ways to place a Vietnamese tone mark (hoà, hòa) are made one.
func Key(s string) string {
	var buf [shortText]byte
	return string(AppendKey(buf[:0], s))
}

// AppendKey appends Key(s) to buf.
func AppendKey(buf []byte, s string) []byte {
	start := len(buf)
	for _, c := range s {
		if c < utf8.RuneSelf {
			buf = append(buf, lower(c))
			continue
		}
		if c = letterOf(c).lower; c == 'ð' { // old fonts write the Icelandic letter for the Vietnamese one
			c = 'đ'
		}
		if len(buf) > start {
			if moved, ok := toneFirst(buf[len(buf)-1], c); ok {
				buf = utf8.AppendRune(buf[:len(buf)-1], moved)
				c = letters[c].base
			}
		}
		buf = appendPlain(buf, c)
	}
	return buf
}

// toneFirst moves the tone of oà, oè and uỳ to the first letter.
func toneFirst(prev byte, c rune) (rune, bool) {
	var from, to string
	switch prev {
	case 'o':
		from, to = "àáảãạèéẻẽẹ", "òóỏõọòóỏõọ"
	case 'u':
		from, to = "ỳýỷỹỵ", "ùúủũụ"
	default:
		return 0, false
	}
	i := strings.IndexRune(from, c)
	if i < 0 {
		return 0, false
	}
	return []rune(to)[utf8.RuneCountInString(from[:i])], true
}

func appendPlain(buf []byte, c rune) []byte {
	switch {
	case isApostrophe(c):
		c = '\''
	case c == '‑' || c == '‐':
		c = '-'
	}
	return utf8.AppendRune(buf, c)
}
