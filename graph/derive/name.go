package derive

import (
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// personSig is a person's signature taken apart: all that decides who it is.
type personSig struct {
	words   []names.Word // sorted
	ends    string       // see names.Ends
	marking names.Marking
	read    string // see wordsOf
	letters string // of the folded name, sorted
	folded  string // all of them
	country string
	offices []string // keys of those held, sorted
	held    span     // months of the articles that report them
	said    *account
}

// personSlot is that of a person as a report names them. The signature of a family alone has
// the year, for the minister of that family may be another one in another year.
func personSlot(r *graph.Report, p *graph.ReportedPerson) slot {
	if p.Key != "" {
		return slot{keyBlock(p.Key), ""}
	}
	words, read := wordsOf(p.Name, p.Country)
	block, ends := nameBlock(words), names.Ends(words)
	_, marked := names.KeysOf(slices.Clone(words))
	sig := join(marked, string(p.Country), joinList(officeKeys(p)), ends)
	if read == "" && names.MarkingOf(string(p.Country), words, false) != names.Fully && names.MarkingOf(string(p.Country), words, true) == names.Fully && markedText(r, p) {
		read = allMarks
	}
	if year := r.Article.Published.Year(); names.FamilyAlone(words) && year != 0 {
		return slot{block, join(sig, read, strconv.Itoa(year))}
	}
	if read != "" {
		sig = join(sig, read)
	}
	return slot{block, sig}
}

// allMarks ends the signature of a name that has all its marks.
const allMarks = "marked"

// wordsOf are the words of a name by which somebody of a state is found. A
// Chinese name that is written as Vietnamese reads it comes with that reading.
func wordsOf(name string, c graph.CountryCode) (words []names.Word, read string) {
	words = names.Spoken(name)
	pinyin, ok := names.Sino(string(c), words)
	if !ok {
		return words, ""
	}
	_, read = names.KeysOf(words)
	return pinyin, read
}

// markReach is how far from a name its text shows by its marks that it has all, in
// bytes.
const markReach = 200

// vietnameseMarks are letters that no other language of newspapers has, as NFC.
const vietnameseMarks = "ảạắằẳẵặấầẩẫậẻẽẹếềểễệỉĩịỏọốồổỗộơớờởỡợủũụưứừửữựỳỷỹỵ"

// markedText reports an article in Vietnamese that has the marks of the
// language, where it first names a person.
func markedText(r *graph.Report, p *graph.ReportedPerson) bool {
	if r.Article.Lang != "vi" {
		return false
	}
	if names.CountMarks(p.Name) > 0 || len(p.Mentions) == 0 {
		return names.CountMarks(p.Name) > 0
	}
	m, text := p.Mentions[0], r.Article.Text
	return strings.ContainsAny(text[max(0, m.Start-markReach):min(len(text), m.End+markReach)], vietnameseMarks)
}

// readingOf is the Vietnamese reading in the fields of a signature, see wordsOf;
// empty for none.
func readingOf(f []string) string {
	if len(f) > 4 && f[4] != allMarks {
		return f[4]
	}
	return ""
}

func keyBlock(key string) string { return personLetter + digest("key", key) }

func nameBlock(words []names.Word) string {
	return personLetter + digest("name", names.Block(words))
}

// officeKeys are the kinds of offices that p holds, each as exactly as the report tells it.
func officeKeys(p *graph.ReportedPerson) []string {
	var keys []string
	for _, o := range p.Offices {
		if o.Key != "" && !o.Former {
			keys = append(keys, fullKey(o))
		}
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	return slices.DeleteFunc(slices.Clone(keys), func(k string) bool { // "the deputy minister" further on
		return !names.Specific(k) && slices.ContainsFunc(keys, func(other string) bool { return names.Specific(other) && names.Kind(other) == k })
	})
}

// parsePerson takes a signature apart. words holds those of the signatures before:
// those of a block have few different ones.
func parsePerson(sig string, said *account, words map[string]names.Word) personSig {
	if sig == "" { // who has a key
		return personSig{said: said, country: said.open().top(attrCountry)}
	}
	f := split(sig)
	p := personSig{said: said, held: said.held, country: f[1], offices: splitList(f[2]), ends: f[3]}
	for w := range strings.FieldsSeq(f[0]) {
		word, ok := words[w]
		if !ok {
			word = names.MakeWord(w).Hear()
			words[w] = word
		}
		p.words = append(p.words, word)
		p.folded += word.Folded + " "
	}
	p.marking = names.MarkingOf(p.country, p.words, len(f) > 4 && f[4] == allMarks)
	p.read = readingOf(f)
	p.letters = sortedLetters(names.Vowels(p.folded))
	return p
}

// name is the one that most articles write.
func (p *personSig) name() string { return p.said.open().top(attrName) }

// endsOf are names.Ends of a person's signature; empty for one with a key.
func endsOf(sig string) string {
	if sig == "" {
		return ""
	}
	return split(sig)[3]
}

func sortedLetters(folded string) string {
	rs := []rune(strings.ReplaceAll(folded, " ", ""))
	slices.Sort(rs)
	return string(rs)
}
