package names

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longWord is the length in letters from which two spellings of a word are
// worth comparing: one letter of a short word is most of it (Hung, Hong).
const longWord = 5

// cyrillic writes Russian, Ukrainian and Bulgarian letters in Latin ones.
var cyrillic = strings.NewReplacer("а", "a", "б", "b", "в", "v", "г", "g", "ґ", "g", "д", "d", "е", "e", "є", "e", "ё", "e", "ж", "zh", "з", "z",
	"и", "i", "і", "i", "ї", "i", "й", "i", "к", "k", "л", "l", "м", "m", "н", "n", "о", "o", "п", "p", "р", "r", "с", "s", "т", "t", "у", "u",
	"ф", "f", "х", "kh", "ц", "ts", "ч", "ch", "ш", "sh", "щ", "shch", "ъ", "", "ы", "y", "ь", "", "э", "e", "ю", "yu", "я", "ya")

// latin writes a folded word in Latin letters, as most words are already.
func latin(folded string) string {
	if plain(folded) {
		return folded
	}
	return cyrillic.Replace(folded)
}

// Latin writes a name in Cyrillic letters in Latin ones, folded; other names
// stay as they are.
func Latin(name string) string {
	if !strings.ContainsFunc(name, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
		return name
	}
	return cyrillic.Replace(Fold(name))
}

// spellings maps the ways in which languages write one sound to one of them.
// Longer ones come first.
var spellings = strings.NewReplacer("chtch", "C", "shch", "C", "tsch", "C", "tch", "C", "sch", "C", "ch", "C", "sh", "C", "dzh", "J", "zh", "J", "dj", "J",
	"guei", "ge", "guey", "ge", "gue", "ge", "gui", "gi", "kh", "h", "ph", "f", "iou", "u", "you", "u", "ou", "u", "oo", "u", "ee", "i", "ks", "x", "yu", "u", "iu", "u",
	"ayev", "aev", "iyev", "ev", "iiev", "ev", "yev", "ev", "iev", "ev", "aou", "au", "awz", "auz", "awf", "auf", "awd", "aud", "awk", "auk", "ei", "e", "ey", "e", "ay", "ai", "iy", "i", "yi", "i", "ij", "i", "j", "J", "y", "i", "w", "v", "ck", "k", "q", "k",
	"ce", "se", "ci", "si", "cy", "si")

// sound is a rough common form of the ways to spell a folded word: "putin" and
// "poutine" have one.
func sound(folded string) string {
	s := spellings.Replace(strings.TrimPrefix(transcribedArabic(latin(withoutGenitive(folded))), russianE(folded)))
	if len(s) > 3 {
		s = strings.TrimSuffix(s, "e")
	}
	if t, ok := strings.CutSuffix(s, "ander"); ok { // Alexander, Alexandre, Aleksandr
		s = t + "andr"
	}
	if t, ok := strings.CutSuffix(s, "ff"); ok { // Gorbatcheff
		s = t + "v"
	}
	return compacted(s)
}

// withoutGenitive is the name of a Mongolian father, which stands before his child's with an ending that many leave out:
// Ganbaatariin Bold is Ganbaatar Bold.
func withoutGenitive(folded string) string {
	const long = 4
	if s, ok := strings.CutSuffix(folded, "giin"); ok && len(s) >= long {
		return s
	}
	if s, ok := strings.CutSuffix(folded, "iin"); ok && len(s) >= long {
		return s
	}
	return folded
}

// compacted is a word without doubled letters, as most are.
func compacted(s string) string {
	before := rune(-1)
	for _, r := range s {
		if r == before {
			return string(slices.Compact([]rune(s)))
		}
		before = r
	}
	return s
}

// heard is a folded word with its sound, for what asks for it more than once.
type heard struct{ folded, sound string }

func hear(folded string) heard { return heard{folded, sound(folded)} }

// russianE is the y that English writes before an e at the beginning of a Russian name: Yelena is Elena.
func russianE(folded string) string {
	if strings.HasPrefix(folded, "ye") && !strings.HasPrefix(folded, "yeo") {
		return "y"
	}
	return ""
}

// servant writes the beginning of Abdullah and Abdelkader in one way: its vowel is
// nobody's, and its l is said as the letter after it, which some write: Abderrahmane is
// Abdulrahman.
func servant(word string) string {
	if len(word) < 6 || !strings.HasPrefix(word, "abd") || strings.IndexByte("aeiou", word[3]) < 0 {
		return word
	}
	switch {
	case word[4] == 'l' && word[3] != 'i':
		return "abde" + word[4:]
	case word[4] == word[5] && strings.IndexByte("dnrstz", word[4]) >= 0:
		return "abdel" + word[5:]
	}
	return word
}

// respelled reports two long words that differ in nothing but vowels and in how a
// consonant is voiced, as names of scripts without one way to write them in Latin letters
// do: Bounthavy and Bounthavi, Sisombath and Sisombat. It is no proof, for so do Karimov and Kerimov.
func respelled(x, y Word) bool {
	const long, enough = 6, 3
	if min(len(x.Folded), len(y.Folded)) < long {
		return false
	}
	a, b := voiceless.Replace(x.sound()), voiceless.Replace(y.sound())
	if vowelGroups(a) != vowelGroups(b) {
		return false
	}
	a, b = vowels.Replace(a), vowels.Replace(b)
	return len(a) >= enough && a == b
}

// Respelled reports names one long word of which is the same, and the others are or are
// respelled: Phumtham Wichaiyachai for Wechayachai, as one state hardly has two, but for those of few
// syllables and of one spelling.
func Respelled(country string, a, b []Word) bool {
	const long = 6
	shared, other := false, len(a) != len(b) || Syllabic(country) || oneSpelling(country)
	for i := 0; i < len(a) && !other; i++ {
		same := sameWordLike(a[i], b[i]) == Same
		shared, other = shared || same && len(a[i].Folded) >= long, !same && !respelled(a[i], b[i])
	}
	return shared && !other
}

var (
	voiceless = strings.NewReplacer("b", "p", "v", "f", "g", "k", "d", "t", "z", "s", "J", "C")
	vowels    = strings.NewReplacer("a", "", "e", "", "i", "", "o", "", "u", "", "h", "")
)

// skeleton is what words that sound alike or differ in a vowel, a doubled
// letter, a related consonant or the order of two have in common. Short words only share it with
// those that sound alike. An r beside another consonant is not counted: many
// languages do not hear it.
func (h heard) skeleton() string {
	if utf8.RuneCountInString(latin(h.folded)) < longWord {
		return h.sound
	}
	var out []rune
	sounds := []rune(h.sound)
	for i, r := range sounds {
		if c := consonant(r); c != 0 && (len(out) == 0 || out[len(out)-1] != c) && !clustered(sounds, i) {
			out = append(out, c)
		}
	}
	if len(out) < 2 {
		return h.sound
	}
	slices.Sort(out) // two of them may have changed places
	return "~" + string(out)
}

// clustered reports an r inside a word that stands beside another consonant.
func clustered(sounds []rune, i int) bool {
	beside := func(k int) bool { return k < len(sounds) && consonant(sounds[k]) != 0 }
	return i > 0 && sounds[i] == 'r' && (beside(i-1) || beside(i+1))
}

// consonantsOf are the classes of the consonants of a name, in order.
func consonantsOf(name string) string {
	var out []rune
	for _, r := range sound(strings.ReplaceAll(Fold(name), " ", "")) {
		if c := consonant(r); c != 0 && (len(out) == 0 || out[len(out)-1] != c) {
			out = append(out, c)
		}
	}
	return string(out)
}

// consonant is the class of a consonant, 0 for what is none.
func consonant(r rune) rune {
	switch r {
	case 'a', 'e', 'i', 'o', 'u', 'h':
		return 0
	case 'b', 'p', 'f', 'v':
		return 'b'
	case 'c', 'g', 'k', 's', 'x', 'z', 'C', 'J':
		return 'k'
	case 'd', 't':
		return 't'
	case 'm', 'n':
		return 'n'
	}
	return r
}

// slip reports whether two long words differ in just one letter: one more, one
// less, another one, or one that changed places with the next.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < longWord || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if i >= len(y)-1 && strings.ContainsRune("aeio", y[len(y)-1]) {
		return false // Mario and Maria
	}
	if len(x) == len(y) {
		return i < len(x) && slices.Equal(x[i+1:], y[i+1:]) || swapped(x[i:], y[i:])
	}
	return slices.Equal(x[i:], y[i+1:])
}

// swapped reports whether two words differ in the order of their first two
// letters only.
func swapped(x, y []rune) bool {
	return len(x) > 1 && x[0] == y[1] && x[1] == y[0] && slices.Equal(x[2:], y[2:])
}
