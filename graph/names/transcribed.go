package names

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// vietnameseOnly are letters of Vietnamese with marks that its neighbours in the
// news do not have, as NFC.
const vietnameseOnly = "đăơưảạấầẩẫậắằẳẵặẻẽẹếềểễệỉĩịỏọốồổỗộớờởỡợủũụứừửữựỳỷỹỵ"

// Spoken is Words, but for words that Vietnamese writes syllable by syllable as it
// hears them, "Séc-ba-cốp": each is one word, whose Marked keeps the hyphens.
// The parts of other names that a hyphen joins begin with a capital or have none
// of its letters: Jean-Yves, Jong-un. Nobody else writes three syllables so.
func Spoken(name string) []Word {
	if !strings.Contains(name, "-") || !strings.ContainsAny(strings.ToLower(norm.NFC.String(name)), vietnameseOnly) && !threeSyllables(name) {
		return Words(name)
	}
	var words []Word
	for field := range strings.FieldsSeq(norm.NFKD.String(strings.ReplaceAll(name, ".", ". "))) { // V.Pu-tin
		if !syllableBySyllable(field) {
			words = append(words, Words(field)...)
			continue
		}
		words = append(words, MakeWord(strings.Map(func(r rune) rune {
			if separates(r) && r != '-' {
				return -1
			}
			return r
		}, field)))
	}
	return words
}

func threeSyllables(name string) bool {
	for field := range strings.FieldsSeq(name) {
		if strings.Count(field, "-") > 1 && syllableBySyllable(field) {
			return true
		}
	}
	return false
}

// syllableBySyllable reports hyphens that only small letters follow.
func syllableBySyllable(field string) bool {
	_, rest, ok := strings.Cut(field, "-")
	for ok {
		if rest == "" || !unicode.IsLower([]rune(rest)[0]) {
			return false
		}
		_, rest, ok = strings.Cut(rest, "-")
		if !ok {
			return true
		}
	}
	return false
}

// Transcribed reports a word of Spoken that is written as it is heard.
func (w Word) Transcribed() bool { return strings.Contains(w.Marked, "-") }

// said is the folded word as it is said in full: Tim is Timothy, and Vietnamese writes z as d,
// d as đ, and s as x.
func (w Word) said() string {
	if full := w.given(); full != w.Folded {
		return full
	}
	if !w.Transcribed() || !strings.ContainsAny(w.Folded, "dx") {
		return withoutGenitive(w.Folded)
	}
	var out strings.Builder
	for rest := w.Marked; rest != ""; {
		var letter, marks string
		switch letter, marks, rest = nextLetter(rest); {
		case letter == "d" && marks == "":
			letter = "z"
		case letter == "x":
			letter = "s"
		}
		if letter != "-" {
			out.WriteString(letter)
		}
	}
	return out.String()
}

// hear is the sound of a word. Vietnamese has no k at the end of a syllable but ch.
func (w Word) hear() string {
	s := sound(w.Folded)
	if w.Transcribed() {
		s = sound(w.said())
	}
	if t, ok := strings.CutSuffix(s, "C"); ok && w.Transcribed() {
		return t + "k"
	}
	return s
}

// HeardAs reports a word as Vietnamese hears it and one that it may be.
func HeardAs(spoken, word Word) bool { return spoken.Transcribed() && heardAlike(spoken, word) }

// heardAlike reports a word as Vietnamese hears it and one that it may be. Vowels
// are not kept, but their number is: Hen-đrích is Hendrik, no Hendrika, up to those that part two consonants:
// Cu-dơ-nhét-xốp is Kuznetsov. Nor is every r.
func heardAlike(x, y Word) bool {
	const enough = 2 // consonants
	if x.Transcribed() == y.Transcribed() {
		return false
	}
	if y.Transcribed() {
		x, y = y, x
	}
	said, written := vowelGroups(x.Folded), vowelGroups(y.Folded)
	if written > said || written < said-x.parting() || strings.HasSuffix(y.Folded, "a") && !strings.ContainsAny(x.Folded[len(x.Folded)-1:], "aeiouy") {
		return false // nor is Kuznetsova
	}
	s := hear(x.said()).skeleton()
	return consonants(s) >= enough && s == hear(y.said()).skeleton()
}

// parting counts the syllables that may be but a consonant to those who write the name with letters.
func (w Word) parting() int {
	n := 0
	for syllable := range strings.SplitSeq(w.Marked, "-") {
		if strings.HasSuffix(syllable, "o\u031b") { // ơ
			n++
		}
	}
	return n
}

// Abbreviates reports a name with initials for given names, whose family may be written
// as Vietnamese hears it: A.Lu-ca-sen-cô is Alexander Lukashenko, R.T.Éc-đô-gan Rê-xép Tay-íp Éc-đô-gan.
func Abbreviates(short, full []Word) bool {
	last := len(short) - 1
	if last < 1 || len(full) <= last || len(filter(short[:last], opens)) < last {
		return false
	}
	for i, w := range short[:last] {
		if !strings.HasPrefix(full[i].Folded, w.Folded) {
			return false
		}
	}
	a, b := short[last], full[len(full)-1]
	return a.Folded == b.Folded || a.sound() == b.sound() || heardAlike(a, b)
}

// opens reports an initial, or two letters with which Vietnamese writes one sound: Ph. is Phri-đrích.
func opens(w Word) bool { return initial(w) || slices.Contains(digraphs, w.Folded) }

var digraphs = []string{"ch", "gi", "kh", "ng", "nh", "ph", "th", "tr"}

// Ear is a name as it sounds to those who write foreign names by ear.
type Ear struct {
	consonants string
	words      []Word
}

// Hear takes a name apart by ear.
func Hear(name string) Ear { return Ear{consonantsOf(name), Spoken(name)} }

// Like reports whether two names have the same consonants, up to related ones, in the same
// order, and enough of them to be one name, or x abbreviates y.
func (x Ear) Like(y Ear) bool {
	const enough = 5
	return len(x.consonants) >= enough && x.consonants == y.consonants || Abbreviates(x.words, y.words)
}
