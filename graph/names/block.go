package names

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// Name is a name taken apart, to be compared with many others.
type Name struct {
	Words []Word
	Block string // see Block
}

// Parse takes a name apart.
func Parse(name string) Name {
	words := Words(name)
	return Name{words, Block(words)}
}

// Block is what the forms of a name have in common whatever middle names they
// drop, in either order: the skeletons of the first and the last word. An
// initial can stand for one of them, so of the one with fewer consonants only
// the first sound counts: families tend to have more of them than given names,
// so that J. Smith meets John Smith. Names of syllables take no initials.
func Block(words []Word) string {
	words = core(words)
	if len(words) == 0 {
		return ""
	}
	if letters, ok := eastern(words); ok {
		return letters
	}
	first := hear(stem(words[0].said()))
	if len(words) == 1 {
		return first.skeleton()
	}
	if allSyllables(words) {
		return rotated(words)
	}
	last := hear(stem(words[len(words)-1].said()))
	a, b := first.skeleton(), last.skeleton()
	if cmp.Or(first.weight()-last.weight(), strings.Compare(a, b)) > 0 {
		return last.opening() + " " + a
	}
	return first.opening() + " " + b
}

// Ends are the skeletons of the first and the last word of a name, in any order:
// two names that have others are not alike. They are empty when one of the words
// is an initial, which may be alike to many. Of a name of syllables they are all
// of it, for there the order tells: Minh Anh is not Anh Minh, but the family comes
// first or last.
func Ends(words []Word) string {
	words = core(words)
	if len(words) == 0 || initial(words[0]) || initial(words[len(words)-1]) {
		return ""
	}
	if _, ok := eastern(words); ok || allSyllables(words) {
		return "=" + rotated(words)
	}
	ends := []string{words[0].skeleton(), words[len(words)-1].skeleton()}
	slices.Sort(ends)
	return strings.Join(ends, " ")
}

// stem is the part of a word that it shares with its own halves: Abdelkader is
// Abdel Kader, Noureddine Nour Eddine.
func stem(folded string) string {
	if s := servant(folded); strings.HasPrefix(s, "abdel") {
		return "abdel"
	}
	for _, faith := range []string{"eddine", "eddin", "edine", "uddin", "oddin"} {
		if s, ok := strings.CutSuffix(folded, faith); ok && len(s) > 2 {
			return single(s)
		}
	}
	return folded
}

// eastern returns the letters of a name of three syllables, one of them a
// family of Korea or China that comes first or last, in order: so it is one in
// either order and whether the other two are one word, two or hyphenated.
func eastern(words []Word) (letters string, ok bool) {
	n := len(words)
	if n < 2 || n > 3 || !eastFamilies[words[0].Folded] && !eastFamilies[words[n-1].Folded] {
		return "", false
	}
	syllables := 0
	var all []byte
	for _, w := range words {
		syllables += vowelGroups(w.Folded)
		all = append(all, Vowels(w.Folded)...)
	}
	slices.Sort(all)
	return "=" + string(all), syllables == 3
}

func allSyllables(words []Word) bool {
	return !slices.ContainsFunc(words, func(w Word) bool { return !syllable(w.Folded) })
}

// rotated is the same for all names that are parts of each other's circle of
// letters: the least way to read it.
func rotated(words []Word) string {
	letters := ""
	for _, w := range words {
		letters += Vowels(w.Folded)
	}
	least, twice := letters, letters+letters
	for i := range letters {
		least = min(least, twice[i:i+len(letters)])
	}
	return least
}

// Vowels writes a vowel as English does or as others do in one way: Htoot is Htut, Seong is Sung.
func Vowels(folded string) string { return asianVowels.Replace(folded) }

var asianVowels = strings.NewReplacer("hyon", "hyun", "oo", "u", "eo", "u", "eu", "u", "ee", "i")

func vowelGroups(folded string) int {
	n, inside := 0, false
	for _, r := range folded {
		vowel := strings.ContainsRune("aeiouy", r)
		if vowel && !inside {
			n++
		}
		inside = vowel
	}
	return n
}

// servants joins "Abdel" or "Abd al" with the word after it: Badr Abdel-Atty is Badr Abdelatty, whatever
// stands before.
func servants(words []Word) []Word {
	for i := 1; i+1 < len(words); i++ {
		to := i + 1
		switch w := words[i].Folded; {
		case w == "abdel" || w == "abdul" || w == "abdal":
		case w == "abd" && arabicArticle(words[to].Folded) && to+1 < len(words):
			to++
		default:
			continue
		}
		one := MakeWord("abdel" + words[to].Folded)
		return append(append(slices.Clone(words[:i]), one), words[to+1:]...)
	}
	return words
}

// core is a name without what stands around it: Jr, al, the second of two
// Spanish families, the mother's, which many texts leave out. Of two families that a hyphen
// joins the last one counts: as many texts write them without the hyphen, where the first
// could be a second given name.
func core(words []Word) []Word {
	words = servants(words)
	for len(words) > 2 && generation(words[len(words)-1].Folded) {
		words = words[:len(words)-1]
	}
	for len(words) > 2 && particle(words[0].Folded) {
		words = words[1:]
	}
	if n := len(words); n == 4 && spanishGiven[words[0].Folded] && spanishGiven[words[1].Folded] && (spanish(words[3].Folded) || spanish(words[2].Folded)) {
		words = words[:n-1] // two given names before the families
	}
	if n := len(words); n > 2 && (initial(words[n-1]) || spanish(words[n-2].Folded) && mothers(words)) {
		words = words[:n-1] // Rodolfo Peña Carmenate, Rodolfo Peña C.
	}
	return words
}

// mothers reports a last word that is the family of a mother: a Spanish one, or any
// behind a Spanish given name and a Spanish family.
func mothers(words []Word) bool {
	last := words[len(words)-1].Folded
	return spanish(last) || iberianFamilies[last] || len(words) == 3 && spanishGiven[words[0].Folded]
}

// BlockOf is Block of a whole name.
func BlockOf(name string) string { return Block(Words(name)) }

// opening is the first sound of a word, up to what an initial leaves open: K.
// may be Khamla, C. Charles, P. Philippe. All vowels are one, as Yuri is Iouri.
func (h heard) opening() string {
	s := h.sound
	_, n := utf8.DecodeRuneInString(s)
	switch s[:n] {
	case "h", "k", "x":
		return "k"
	case "C", "J", "c", "s", "z":
		return "s"
	case "f", "p":
		return "p"
	case "a", "e", "i", "o", "u":
		return "a"
	}
	return s[:n]
}

// weight is how many consonants tell a word from others.
func (h heard) weight() int {
	n, before := 0, rune(0)
	for _, r := range h.sound {
		c := consonant(r)
		if c != 0 && c != before {
			n++
		}
		if c != 0 {
			before = c
		}
	}
	return n
}

// consonants counts those of a skeleton.
func consonants(skeleton string) int {
	n := 0
	for _, r := range skeleton {
		if r != '~' && consonant(r) != 0 {
			n++
		}
	}
	return n
}

// syllable reports a word of one syllable with a simple end, as all words of
// Vietnamese, Chinese and Korean names are.
func syllable(folded string) bool {
	rhyme := strings.TrimLeft(folded, "bcdghklmnpqrstvxzjfwy")
	if rhyme == "" && strings.HasSuffix(folded, "y") { // Lý, Sỹ
		rhyme = "y"
	}
	coda := strings.TrimLeft(rhyme, "aeiouy")
	if rhyme == "" || len(rhyme) == len(coda) || len(folded)-len(rhyme) > 3 {
		return false
	}
	switch coda {
	case "", "c", "ch", "m", "n", "ng", "nh", "p", "t":
		return true
	}
	return false
}

// particle reports a word that begins a family name but is not it.
func particle(folded string) bool {
	switch folded {
	case "al", "el", "bin", "ben", "ibn", "de", "del", "di", "da", "dos", "van", "von":
		return true
	}
	return false
}
