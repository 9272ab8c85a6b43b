package eval

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// words returns the words of a name in lower case without diacritics.
func words(s string) []string {
	plain := strings.NewReplacer("đ", "d", "Đ", "D").Replace(s)
	var b strings.Builder
	for _, c := range norm.NFD.String(plain) {
		if norm.NFD.PropertiesString(string(c)).CCC() == 0 {
			b.WriteRune(c)
		}
	}
	// Not strings.ToLower: a sigma at the end of a word has a form of its own.
	return strings.FieldsFunc(cases.Lower(language.Und).String(b.String()), func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsNumber(c) && c != '_'
	})
}

// title reports words that stand before names or inside them and tell nobody
// apart.
func title(w string) bool {
	switch w {
	case "mr", "mrs", "ms", "m", "mme", "dr", "general", "samdech", "ong", "ba",
		"the", "le", "la", "les", "l", "de", "du", "of", "des", "d", "et", "and":
		return true
	}
	return false
}

// nameWords returns the words of a name without titles and articles.
func nameWords(s string) []string { return slices.DeleteFunc(words(s), title) }

// near reports equal words, or words of at least five letters that differ by
// one letter more, less or other.
func near(a, b string) bool {
	if a == b {
		return true
	}
	x, y := []rune(a), []rune(b)
	if len(x) < 5 || len(y) < 5 || len(x)-len(y) > 1 || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < min(len(x), len(y)) && x[i] == y[i] {
		i++
	}
	return slices.Equal(rest(x, i+1), rest(y, i+1)) || slices.Equal(rest(x, i), rest(y, i+1)) || slices.Equal(rest(x, i+1), rest(y, i))
}

func rest(s []rune, i int) []rune { return s[min(i, len(s)):] }

// SameName reports whether two written names can be one person's or party's:
// the same letters whatever the case, diacritics, spaces and titles; or one
// letter off in five or more; or every word of the shorter name in the longer
// one, when the shorter has two words or one of four letters.
func SameName(a, b string) bool {
	short, long := nameWords(a), nameWords(b)
	if len(short) == 0 || len(long) == 0 {
		return false
	}
	if near(strings.Join(short, ""), strings.Join(long, "")) {
		return true
	}
	if len(short) > len(long) {
		short, long = long, short
	}
	for _, w := range short {
		if !slices.ContainsFunc(long, func(v string) bool { return near(w, v) }) {
			return false
		}
	}
	return len(short) >= 2 || len([]rune(short[0])) >= 4
}

// sameAny reports whether one of the names of xs is one of ys.
func sameAny(xs, ys []string) bool {
	return slices.ContainsFunc(xs, func(x string) bool {
		return slices.ContainsFunc(ys, func(y string) bool { return SameName(x, y) })
	})
}
