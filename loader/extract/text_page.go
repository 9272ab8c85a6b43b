package extract

import (
	"strings"
	"unicode"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// withoutPage blanks the lines of a text that are of the page around it: menus, buttons, tags, when it was
// published where the article tells its day. A blank line is no headline, and its words are no persons.
func (d *doc) withoutPage(s string) string {
	const longest = 120
	var b []byte
	for at := 0; at < len(s); {
		end := len(s)
		if n := strings.IndexByte(s[at:], '\n'); n >= 0 {
			end = at + n
		}
		if line := s[at:end]; len(line) <= longest && d.ofPage(strings.TrimSpace(line)) {
			if b == nil {
				b = []byte(s)
			}
			blank(b[at:end])
		}
		at = end + 1
	}
	if b == nil {
		return s
	}
	return string(b)
}

// ofPage reports a line of the page: nothing but its words and numbers, "Home > News", "Tags: ...", "Published May 8".
func (d *doc) ofPage(line string) bool {
	if line == "" {
		return false
	}
	if !d.opensPage(line) {
		return trail(line)
	}
	low := strings.TrimRight(strings.ToLower(line), ".")
	words := strings.FieldsFunc(low, partsPage)
	if len(words) == 0 || len(words) > 20 {
		return false
	}
	for i := range words {
		if d.phraseOf(words[i:], lexicon.PageRights) > 0 {
			return true
		}
	}
	if strings.ContainsAny(line[len(line)-1:], ".!?") {
		return false
	}
	label, _, colon := strings.Cut(low, ":")
	if colon && d.lex.Page[strings.TrimSpace(label)]&lexicon.PageLabel != 0 {
		return true
	}
	_, dated := d.pub.Day()
	return dated && d.phraseOf(words, lexicon.PageStamp) > 0 && strings.ContainsFunc(line, unicode.IsDigit) || d.nothingElse(words, dated) || trail(line)
}

// opensPage reports a first word with which lines of the page begin: one of its words, a number.
func (d *doc) opensPage(line string) bool {
	first := strings.TrimLeftFunc(strings.TrimRight(line, "."), partsPage)
	if n := strings.IndexFunc(first, partsPage); n >= 0 {
		first = first[:n]
	}
	return d.lex.Page[strings.ToLower(first)]&lexicon.PageFirst != 0 || first == "©" || strings.ContainsFunc(first, unicode.IsDigit)
}

// stamped reports a day that a line of the page tells as that of its writing: "Published May 8, 2024".
func (d *doc) stamped(t *date) bool {
	const first = 8 // sentences
	return t.d != 0 && t.sent < first && t.from < d.sents[t.sent].from+5 && d.phraseOf(strings.FieldsFunc(strings.ToLower(d.textOf(d.sents[t.sent].from, t.from)), partsPage), lexicon.PageStamp) > 0
}

// phraseOf is of how many words the longest phrase of a kind is with which they begin.
func (d *doc) phraseOf(words []string, kind lexicon.PageWord) int {
	const longest = 6
	for n := min(len(words), longest); n > 0; n-- {
		if d.lex.Page[strings.Join(words[:n], " ")]&kind != 0 {
			return n
		}
	}
	return 0
}

// nothingElse reports phrases of the page and numbers alone, and a phrase among them. A day may be all that tells when an
// article was written.
func (d *doc) nothingElse(words []string, dated bool) bool {
	phrases := false
	for len(words) > 0 {
		n := d.phraseOf(words, lexicon.PagePhrase)
		if phrases = phrases || n > 0; n == 0 {
			if n = 1; words[0] != "-" && words[0] != "©" && !(dated && strings.ContainsFunc(words[0], unicode.IsDigit)) {
				return false
			}
		}
		words = words[n:]
	}
	return phrases
}

// partsPage are the characters between the words of a page.
func partsPage(c rune) bool {
	return unicode.IsSpace(c) || strings.ContainsRune("|>›»•·,–—/:()[]", c)
}

// trail reports where a page stands: "World > Africa > Angola".
func trail(line string) bool {
	if !strings.Contains(line, ">") && !strings.Contains(line, "›") {
		return false
	}
	const words = 3
	parts := strings.FieldsFunc(line, func(c rune) bool { return c == '>' || c == '›' })
	for _, p := range parts {
		if n := len(strings.Fields(p)); n == 0 || n > words {
			return false
		}
	}
	return len(parts) > 1 && line[0] != '>' && !strings.HasPrefix(line, "›")
}
