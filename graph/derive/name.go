package derive

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
)

// personSig is a person's signature taken apart: all that decides who it is.
type personSig struct {
	words       []Word // sorted
	folded      string // all of them
	country     string
	offices     []string // keys of those held, sorted
	first, last string   // months of the articles that report them; empty when none is dated
}

func personSlot(p *graph.ReportedPerson) slot {
	if p.Key != "" {
		return slot{personLetter + digest("key", p.Key), ""}
	}
	_, marked := nameKeys(p.Name)
	return slot{nameBlock(p.Name), join(marked, string(p.Country), joinList(officeKeys(p)))}
}

func nameBlock(name string) string { return personLetter + digest("name", outerWords(Words(name))) }

// outerWords is what the forms of a name have in common whatever middle names
// they drop, in either order: the skeletons of the first and the last word.
func outerWords(words []Word) string {
	for len(words) > 2 && generation(words[len(words)-1].Folded) {
		words = words[:len(words)-1]
	}
	for len(words) > 2 && particle(words[0].Folded) {
		words = words[1:]
	}
	if len(words) == 0 {
		return ""
	}
	ends := []string{skeleton(words[0].Folded), skeleton(words[len(words)-1].Folded)}
	if len(words) == 1 {
		ends = ends[:1]
	}
	slices.Sort(ends)
	return strings.Join(ends, " ")
}

// particle reports a word that begins a family name but is not it.
func particle(folded string) bool {
	switch folded {
	case "al", "el", "bin", "ben", "ibn", "de", "del", "di", "da", "dos", "van", "von":
		return true
	}
	return false
}

// generation reports a word that tells a son from his father.
func generation(folded string) bool {
	switch folded {
	case "jr", "sr", "junior", "senior", "fils", "pere", "ii", "iii", "iv":
		return true
	}
	return false
}

// officeKeys are the kinds of offices that p holds.
func officeKeys(p *graph.ReportedPerson) []string {
	var keys []string
	for _, o := range p.Offices {
		if o.Key != "" && !o.Former {
			keys = append(keys, o.Key)
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

func parsePerson(sig string, said cells) personSig {
	f := split(sig)
	p := personSig{country: f[1], offices: splitList(f[2])}
	for w := range strings.FieldsSeq(f[0]) {
		p.words = append(p.words, makeWord(w))
		p.folded += p.words[len(p.words)-1].Folded + " "
	}
	for c := range said {
		if c.attr != attrOffice {
			continue
		}
		if o := split(c.value); o[2] == "false" && o[3] != "" {
			if p.first == "" || o[3] < p.first {
				p.first = o[3]
			}
			p.last = max(p.last, o[3])
		}
	}
	return p
}

// likeness is how much two names of a block are alike.
type likeness int

const (
	otherName likeness = iota
	slipped            // but for one letter
	shorter            // but for middle names
	spelled            // as another language spells it
	sameName           // up to marks that are missing
)

// alike compares two names word by word, in any order.
func alike(a, b []Word) likeness {
	if len(a) > len(b) {
		a, b = b, a
	}
	free, like, slips := slices.Clone(b), sameName, 0
	for _, fits := range []func(x, y Word) likeness{sameWordLike, nearWordLike} {
		var rest []Word
		for _, w := range a {
			best, at := otherName, -1
			for i, f := range free {
				if l := fits(w, f); l > best {
					best, at = l, i
				}
			}
			if at < 0 {
				rest = append(rest, w)
				continue
			}
			free = slices.Delete(free, at, at+1)
			like = min(like, best)
			if best == slipped {
				slips++
			}
		}
		a = rest
	}
	switch {
	case len(a) > 0 || slips > 1:
		return otherName
	case len(free) == 0:
		return like
	case slips > 0 || len(b)-len(free) < 2 || slices.ContainsFunc(free, distinctive(b, free)):
		return otherName
	}
	return shorter
}

// distinctive tells which of the words that a name has more than another are
// not just left out there: "Jr", and an initial beside others.
func distinctive(all, free []Word) func(Word) bool {
	initials := len(filter(all, initial)) - len(filter(free, initial))
	return func(w Word) bool { return generation(w.Folded) || initial(w) && initials > 0 }
}

func initial(w Word) bool { return utf8.RuneCountInString(w.Folded) == 1 }

func filter(ws []Word, keep func(Word) bool) []Word {
	return slices.DeleteFunc(slices.Clone(ws), func(w Word) bool { return !keep(w) })
}

func sameWordLike(x, y Word) likeness {
	if x.Folded == y.Folded && marksAgree(x.Marked, y.Marked) {
		return sameName
	}
	return otherName
}

// nearWordLike: an initial stands for a word; a word with contradicting marks
// is another.
func nearWordLike(x, y Word) likeness {
	if utf8.RuneCountInString(x.Folded) > utf8.RuneCountInString(y.Folded) {
		x, y = y, x
	}
	switch {
	case x.Folded == y.Folded:
		return otherName
	case initial(x):
		if strings.HasPrefix(y.Folded, x.Folded) {
			return shorter
		}
		return otherName
	case utf8.RuneCountInString(y.Folded) >= longWord && sound(x.Folded) == sound(y.Folded):
		return spelled
	case slip(x.Folded, y.Folded):
		return slipped
	}
	return otherName
}

// verdict is what two signatures say of each other.
type verdict int

const (
	apart    verdict = iota - 1 // not one person
	unproven                    // one if others prove it
	together
)

// judge decides on two signatures. coheld tells that some report gives one
// person both kinds of office.
func (p *personSig) judge(q *personSig, coheld func(a, b string) bool) verdict {
	if p.country != q.country && p.country != "" && q.country != "" || p.folded != q.folded && (syllabic(p.country) || syllabic(q.country)) {
		return apart
	}
	like := alike(p.words, q.words)
	switch {
	case like == otherName, p.toned() && q.toned() && !sameTones(p.words, q.words), p.excludes(q, coheld):
		return apart
	case like == sameName:
		return together
	case p.country == "" || q.country == "":
		return unproven
	case like >= shorter, slices.ContainsFunc(p.offices, func(o string) bool { return slices.Contains(q.offices, o) }):
		return together
	}
	return unproven
}

// toned reports a Vietnamese name written with tones: a syllable without one
// has none, Thanh is not Thành. A name without any may have lost them all.
func (p *personSig) toned() bool {
	return p.country == "VN" && slices.ContainsFunc(p.words, func(w Word) bool { return strings.ContainsAny(w.Marked, "\u0300\u0301\u0303\u0309\u0323") })
}

// sameTones compares words whatever vowel a mark stands on: Hòa is Hoà.
func sameTones(a, b []Word) bool {
	marks := func(ws []Word) string {
		var all []string
		for _, w := range ws {
			rs := []rune(w.Marked)
			slices.Sort(rs)
			all = append(all, string(rs))
		}
		slices.Sort(all)
		return strings.Join(all, " ")
	}
	return marks(a) == marks(b)
}

// syllabic reports states whose names are made of few short syllables, where
// a letter makes another name and middle names are not dropped.
func syllabic(country string) bool {
	switch country {
	case "VN", "CN", "TW", "HK", "MO", "SG", "KR", "KP", "MM":
		return true
	}
	return false
}

// excludes reports offices that nobody holds at the same time, reported for
// the same time.
func (p *personSig) excludes(q *personSig, coheld func(a, b string) bool) bool {
	if p.last != "" && q.last != "" && (p.last < q.first || q.last < p.first) {
		return false
	}
	return exclusive(p.offices, q.offices, coheld)
}

func exclusive(as, bs []string, coheld func(a, b string) bool) bool {
	found := false
	for _, a := range as {
		for _, b := range bs {
			if a == b || coheld(a, b) {
				return false
			}
			x, y := branch(a), branch(b)
			found = found || x != 0 && y != 0 && x != y
		}
	}
	return found
}

// NameBlock is what all spellings of a name that can be one have in common: names
// of different blocks are never close.
func NameBlock(name string) string { return outerWords(Words(name)) }

// Close reports whether two names of a state's persons can be one: as a whole,
// but for marks, spelling, middle names or one letter. equal
// reports that but marks nothing differs.
func Close(country, a, b string) (equal, ok bool) {
	p, q := personSig{words: Words(a), country: country}, personSig{words: Words(b), country: country}
	like := alike(p.words, q.words)
	if like == otherName || outerWords(p.words) != outerWords(q.words) || p.toned() && q.toned() && !sameTones(p.words, q.words) {
		return false, false
	}
	return like == sameName, like == sameName || !syllabic(country)
}

// Namesakes reports whether two bearers of one name in a state are likely two
// persons: the state is one where names are few, and their offices, given by
// the keys of the lexicon, exclude each other.
func Namesakes(country string, a, b []string) bool {
	return syllabic(country) && exclusive(a, b, func(string, string) bool { return false })
}

// branch is the part of public life an office belongs to, 0 where one person
// often holds it beside another.
func branch(office string) int {
	switch office {
	case "president", "king":
		return 1
	case "prime_minister", "vice_prime_minister", "minister", "foreign_minister", "vice_minister", "secretary_of_state":
		return 2
	case "ambassador":
		return 3
	case "governor":
		return 4
	case "speaker":
		return 5
	case "spokesperson":
		return 6
	case "director", "adviser":
		return 7
	case "military":
		return 8
	case "bishop", "pope":
		return 9
	}
	return 0
}
