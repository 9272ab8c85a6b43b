package names

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Likeness is how much two names of a block are alike: the more, the greater.
type Likeness int

// The degrees of likeness. A name counts as alike by the least like of its words.
const (
	Other   Likeness = iota
	Slipped          // but for one letter
	Shorter          // but for middle names
	Spelled          // as another language spells it
	Same             // up to marks that are missing
)

// Alike compares two names word by word, in any order.
func Alike(a, b []Word) Likeness {
	if slices.Equal(a, b) {
		return Same
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a)+1 == len(b) {
		if like := composed(a, b); like != Other {
			return like
		}
	}
	done, taken := make([]bool, len(a)), make([]bool, len(b))
	like, slips, left := Same, 0, len(a)
	var spelled, gendered bool
	for _, fits := range []func(x, y Word) Likeness{sameWordLike, nearWordLike} {
		for i, w := range a {
			if done[i] {
				continue
			}
			at, best := likest(w, b, taken, fits)
			if at < 0 {
				continue
			}
			done[i], taken[at] = true, true
			left--
			spelled = spelled || best == Spelled && !feminine(w, b[at])
			gendered = gendered || feminine(w, b[at])
			like = min(like, best)
			if best == Slipped && !heardAlike(w, b[at]) && !respelled(w, b[at]) {
				slips++
			}
		}
	}
	switch {
	case left > 0 || slips > 1 || gendered && !spelled:
		return Other
	case len(a) == len(b):
		return like
	case slips > 0 || len(a) < 2 || slices.ContainsFunc(without(b, taken), distinctive(a, b)):
		return Other
	}
	return Shorter
}

// AlikeIn is Alike for the names of a state. Those of Laos, Cambodia and Thailand and of Cyrillic letters end in an
// e, or not, as whoever writes them thinks of French: Vorasane is Vorasan, Rogozine Rogozin. Those of Japan, and of
// states that know Latin letters alone, are written in one way: Tetsushi is not Tetsuji.
func AlikeIn(country string, a, b []Word) Likeness {
	like := Alike(a, b)
	if like == Slipped && oneSpelling(country) && !mistyped(a, b) && !slices.ContainsFunc(slices.Concat(a, b), Word.Transcribed) {
		return Other
	}
	if like == Other && frenchEnd(country) {
		return min(Alike(withoutE(a), withoutE(b)), Spelled)
	}
	return like
}

// frenchEnd reports a state in whose names an e at the end is nothing but French spelling.
func frenchEnd(country string) bool {
	switch country {
	case "LA", "KH", "TH", "RU", "UA", "BY", "BG", "MK", "KZ", "KG":
		return true
	}
	return false
}

// oneSpelling reports a state whose names have one way to be written in Latin letters: Japan, and those that write them
// in no others. Africa does, too, but hears names before it writes them.
func oneSpelling(country string) bool {
	switch country {
	case "JP", "AR", "BO", "BR", "CL", "CO", "CR", "CU", "DO", "EC", "ES", "GT", "HN", "MX", "NI", "PA", "PE", "PT", "PR", "PY", "SV", "UY", "VE",
		"AT", "BE", "CH", "CZ", "DE", "DK", "EE", "FI", "FR", "HR", "HU", "IE", "IS", "IT", "LI", "LT", "LU", "LV", "MC", "MT", "NL", "NO", "PL", "RO",
		"SE", "SI", "SK", "SM", "AU", "CA", "GB", "NZ", "US":
		return true
	}
	return false
}

// mistyped reports names of which one word each differs in a letter.
func mistyped(a, b []Word) bool {
	x, y := unshared(a, b), unshared(b, a)
	return len(x) == 1 && len(y) == 1 && slip(x[0].Folded, y[0].Folded)
}

func withoutE(words []Word) []Word {
	out := slices.Clone(words)
	for i, w := range words {
		if n := len(w.Folded) - 1; n > 3 && w.Folded[n] == 'e' && strings.HasSuffix(w.Marked, "e") {
			out[i] = MakeWord(strings.TrimSuffix(w.Marked, "e")).Hear()
		}
	}
	return out
}

// likest finds the word that is most like w, the first of equals, among those not
// taken; at is -1 if none is like it.
func likest(w Word, words []Word, taken []bool, fits func(x, y Word) Likeness) (at int, best Likeness) {
	at = -1
	for i, x := range words {
		if taken[i] {
			continue
		}
		if l := fits(w, x); l > best {
			at, best = i, l
		}
	}
	return at, best
}

func without(words []Word, taken []bool) (free []Word) {
	for i, w := range words {
		if !taken[i] {
			free = append(free, w)
		}
	}
	return free
}

// feminine reports that one word is the other with an e, and its last letter
// doubled or not: Jeanne is not Jean. French writes some Russian names so too,
// Gagarine, but then seldom this one word only. Others write or leave out an e that says nothing:
// Mahamane is Mahaman.
func feminine(x, y Word) bool {
	a, b := x.Folded, y.Folded
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	return ok && a != "" && (rest == "e" || rest == a[len(a)-1:]+"e") && slices.ContainsFunc(masculine, func(end string) bool { return strings.HasSuffix(a, end) })
}

// masculine are the ends of given names of men that have a woman's beside them.
var masculine = strings.Fields("ain al and ant ard aud ean ed el ent ert ian ien in is ois ond ot andre dieudonne juan paul rene simon yvon")

// distinctive tells which of the words that b has more than a are not just left out
// there: "Jr", and an initial where both have the same other one. R. Hale, whose initial
// stands for a word, may be Robert F. Hale.
func distinctive(a, b []Word) func(Word) bool {
	shared := slices.ContainsFunc(a, func(w Word) bool { return initial(w) && slices.ContainsFunc(b, sameAs(w)) })
	return func(w Word) bool { return generation(w.Folded) || initial(w) && shared }
}

func sameAs(w Word) func(Word) bool {
	return func(v Word) bool { return sameWordLike(w, v) == Same }
}

// composed compares a with b where one word of b is cut in two: Abdel Kader for
// Abdelkader, Jin-ho for Jinho.
func composed(a, b []Word) Likeness {
	var odd []int // those that are like none of a: halves at most
	for i, w := range b {
		if !slices.ContainsFunc(a, func(x Word) bool { return sameOrSpelled(x, w) != Other }) {
			odd = append(odd, i)
		}
	}
	best := Other
	for i := range b {
		for j := range b {
			if i == j || len(b[i].Folded) < 2 || len(b[j].Folded) < 2 || slices.ContainsFunc(odd, func(k int) bool { return k != i && k != j }) {
				continue
			}
			whole := []Word{{Marked: b[i].Marked + b[j].Marked, Folded: b[i].Folded + b[j].Folded}}
			for k, w := range b {
				if k != i && k != j {
					whole = append(whole, w)
				}
			}
			best = max(best, wordwise(a, whole))
		}
	}
	return best
}

// wordwise compares two names of as many words, none of them shortened or
// mistyped.
func wordwise(a, b []Word) Likeness {
	like, taken := Same, make([]bool, len(b))
	for _, w := range a {
		at, l := likest(w, b, taken, sameOrSpelled)
		if at < 0 {
			return Other
		}
		like, taken[at] = min(like, l), true
	}
	return like
}

func sameOrSpelled(x, y Word) Likeness {
	if l := sameWordLike(x, y); l == Same {
		return l
	}
	if nearWordLike(x, y) == Spelled && !feminine(x, y) {
		return Spelled
	}
	return Other
}

// sonOf reports the Arabic word in its spellings.
func sonOf(folded string) bool { return folded == "ben" || folded == "bin" || folded == "ibn" }

func arabicArticle(folded string) bool { return folded == "al" || folded == "el" || folded == "ul" }

// Foreign reports names that differ as spellings of languages do, not by a doubled
// letter, and only in words so long that they hardly are two families:
// Khrouchtchev and Khrushchev. Where that is true of one word, the others may be shorter: a
// text that writes the family as French does writes the given name so, too.
func Foreign(a, b []Word) bool {
	const long, shorter = 7, 5
	if len(a) < 2 || len(a) != len(b) {
		return false
	}
	sure := slices.ContainsFunc(a, func(w Word) bool {
		return slices.ContainsFunc(b, func(x Word) bool { return longSpelled(w, x, long) })
	})
	letters := long
	if sure {
		letters = shorter
	}
	short := func(ws, others []Word) bool {
		return slices.ContainsFunc(ws, func(w Word) bool {
			return !slices.ContainsFunc(others, func(x Word) bool { return sameWordLike(w, x) == Same || longSpelled(w, x, letters) })
		})
	}
	return !short(a, b) && !short(b, a)
}

// longSpelled wants some letters, and a difference other than doubled ones.
func longSpelled(x, y Word, long int) bool {
	single := func(w Word) string { return string(slices.Compact([]rune(latin(w.Folded)))) }
	return min(utf8.RuneCountInString(x.Folded), utf8.RuneCountInString(y.Folded)) >= long && x.sound() == y.sound() && single(x) != single(y)
}

// ParticleLeft reports two names of which one leaves out what only stands before a family or a
// father's name: Zulkifli bin Osman and Zulkifli Osman, Zulkifli bin Haji Osman. Văn is a name.
func ParticleLeft(a, b []Word) bool {
	x, y := filter(a, notParticle), filter(b, notParticle)
	if len(x) < 2 || len(x) != len(y) || len(a) == len(b) || min(len(a)-len(x), len(b)-len(y)) > 0 || allSyllables(x) {
		return false
	}
	return Alike(x, y) == Same
}

func notParticle(w Word) bool {
	return !particle(w.Folded) && w.Folded != "haji" && w.Folded != "hajah"
}

// PatronymicLeft reports two names of which one leaves out the name of the father that stands
// between the others in the languages of Russia.
func PatronymicLeft(a, b []Word) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	rest := filter(b, func(w Word) bool { return !patronymic(w) })
	return len(a) > 1 && len(rest) == len(a) && len(b) == len(a)+1 && (Alike(a, rest) == Same || Foreign(a, rest))
}

func patronymic(w Word) bool {
	return slices.ContainsFunc(patronymics, func(end string) bool { return len(w.Folded) > len(end)+2 && strings.HasSuffix(w.Folded, end) })
}

// patronymics are the ends of names made of a father's. Families that end so, Ivanovic, keep their
// place: of two names that differ by the last word none is alike.
var patronymics = strings.Fields("ovitch ovich owitsch evitch evich ewitsch ovna owna evna ewna")

// Generation reports a folded word that tells a son from his father.
func Generation(folded string) bool { return generation(folded) }

// Eldest reports a folded word that tells a father from his son.
func Eldest(folded string) bool { return generations[folded] == 1 }

func generation(folded string) bool { return generations[folded] != 0 }

// generations are the words of all languages for the first of a name, the second
// and so on.
var generations = map[string]int{"sr": 1, "senior": 1, "pere": 1, "jr": 2, "junior": 2, "fils": 2, "ii": 2, "iii": 3, "iv": 4}

func initial(w Word) bool { return utf8.RuneCountInString(w.Folded) == 1 }

// Initialled reports a name in which an initial stands for all but one word at
// most: it may be many persons'.
func Initialled(ws []Word) bool {
	initials := len(filter(ws, initial))
	return initials > 0 && len(ws)-initials < 2
}

// FamilyAlone reports a name of one word, which many may bear; what is written without an alphabet is a whole
// name.
func FamilyAlone(ws []Word) bool {
	const ideographs = '\u2e80'
	return len(ws) == 1 && !strings.ContainsFunc(ws[0].Folded, func(r rune) bool { return r >= ideographs })
}

// MiddleInitial reports two full names of which one leaves out or writes out the initials
// that the other has between them: Margaret Whitlock, Margaret E. Whitlock and Margaret
// Eve Whitlock.
func MiddleInitial(a, b []Word) bool {
	x, y := unshared(a, b), unshared(b, a)
	return min(len(a)-len(x), len(b)-len(y)) > 1 && (initialsOf(x, y) || initialsOf(y, x))
}

// initialsOf reports initials that stand for one of the words, which may all be left out.
func initialsOf(initials, words []Word) bool {
	if len(initials) == 0 || slices.ContainsFunc(words, initial) || slices.ContainsFunc(initials, func(w Word) bool { return !initial(w) }) {
		return false
	}
	return len(words) == 0 || slices.ContainsFunc(words, func(w Word) bool { return strings.HasPrefix(w.Folded, initials[0].Folded) })
}

// HalfGiven reports two names one of which has half of the given name of the other, where two words often make one:
// Jean-Bernard Morvan is neither Jean nor Bernard Morvan, as far as the name tells.
func HalfGiven(a, b []Word) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) > 1 && len(b) == len(a)+1 && slices.ContainsFunc(b, func(w Word) bool { return slices.Contains(compoundGiven, w.Folded) }) &&
		!slices.ContainsFunc(slices.Concat(a, b), initial)
}

// FatherLeft reports two names one of which leaves out the father's with the word before it, as many of one family have
// one given name: Khalid bin Hamad Al Sulti and Khalid Al Sulti.
func FatherLeft(a, b []Word) bool {
	son := func(w Word) bool { return sonOf(w.Folded) }
	return slices.ContainsFunc(a, son) != slices.ContainsFunc(b, son)
}

// compoundGiven are the given names with which French and German make one of two.
var compoundGiven = strings.Fields("jean marie anne hans karl heinz")

// unshared are the words of a that b has not; an initial is no word that two names share.
func unshared(a, b []Word) []Word {
	return filter(a, func(w Word) bool {
		return initial(w) || !slices.ContainsFunc(b, sameAs(w))
	})
}

func filter(ws []Word, keep func(Word) bool) []Word {
	return slices.DeleteFunc(slices.Clone(ws), func(w Word) bool { return !keep(w) })
}

func sameWordLike(x, y Word) Likeness {
	if x.Folded == y.Folded && (x.Marked == y.Marked || MarksAgree(x.Marked, y.Marked)) || generation(x.Folded) && generations[x.Folded] == generations[y.Folded] {
		return Same
	}
	return Other
}

// nearWordLike: an initial stands for a word; a word with contradicting marks
// is another.
func nearWordLike(x, y Word) Likeness {
	few, many := utf8.RuneCountInString(x.Folded), utf8.RuneCountInString(y.Folded)
	if few > many {
		x, y, few, many = y, x, many, few
	}
	switch {
	case x.Folded == y.Folded:
		return Other
	case sonOf(x.Folded) && sonOf(y.Folded), arabicArticle(x.Folded) && arabicArticle(y.Folded):
		return Spelled
	case shortGiven(x, y):
		return Spelled
	case few == 1:
		if strings.HasPrefix(y.Folded, x.Folded) {
			return Shorter
		}
		return Other
	case many >= longWord && x.sound() == y.sound():
		return Spelled
	case few >= longWord && many-few <= 1 && slip(x.Folded, y.Folded), heardAlike(x, y), respelled(x, y):
		return Slipped
	}
	return Other
}

// Syllabic reports states whose names are made of few short syllables, where
// a letter makes another name and middle names are not dropped.
func Syllabic(country string) bool {
	switch country {
	case "VN", "CN", "TW", "HK", "MO", "SG", "KR", "KP", "MM":
		return true
	}
	return false
}

// Romanized reports states of few names that many write in Latin letters by ear: Htut is
// Htoot, if an office agrees.
func Romanized(country string) bool { return country == "MM" || country == "KR" || country == "KP" }

// HeardInLatin reports names of a Romanized state that differ in nothing but how ears write vowels: Cho Tae-yeol is Cho
// Tae-yul.
func HeardInLatin(country string, a, b Name) bool {
	return Romanized(country) && a.Block == b.Block && strings.HasPrefix(a.Block, "=") && Ends(a.Words) == Ends(b.Words)
}

// Close reports whether two names of a state's persons can be one: as a whole,
// but for marks, spelling, middle names or one letter.
func Close(country string, a, b Name) bool {
	if a.Block != b.Block { // as most, and told at once
		return false
	}
	like := AlikeIn(country, a.Words, b.Words)
	return like != Other && (like == Same || !Syllabic(country)) && tonesAgree(country, a.Words, b.Words)
}

// Equal reports whether nothing but marks differs in two names, and their order at most so
// that they keep their block.
func Equal(country string, a, b []Word) bool {
	return len(a) == len(b) && Alike(a, b) == Same && (sameOrder(a, b) || Block(a) == Block(b)) && tonesAgree(country, a, b)
}

func sameOrder(a, b []Word) bool {
	return slices.EqualFunc(a, b, func(x, y Word) bool { return x.Folded == y.Folded })
}

// tonesAgree reports names of a state's persons whose tones do not contradict each other.
func tonesAgree(country string, a, b []Word) bool {
	return TonesAgree(a, b, MarkingOf(country, a, false), MarkingOf(country, b, false))
}
