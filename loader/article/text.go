package article

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxTitle is the length in characters above which a first line is a paragraph.
const maxTitle = 300

// layout writes the text of an article block by block. The zero value is an empty text.
type layout struct {
	text   strings.Builder
	blocks []Block
}

// add appends a block of clean text after a blank line. Blank blocks leave no trace. The line feed between blocks
// keeps NFC: nothing composes with it.
func (l *layout) add(kind Kind, s string) {
	if s = strings.TrimSpace(s); s == "" {
		return
	}
	if l.text.Len() > 0 {
		l.text.WriteString("\n\n")
	}
	start := l.text.Len()
	l.text.WriteString(s)
	l.blocks = append(l.blocks, Block{Kind: kind, Start: start, End: l.text.Len()})
}

// finish gives the text and blocks to a, and the ID when it has none yet.
func (l *layout) finish(a *Article) {
	a.Text, a.Blocks = l.text.String(), l.blocks
	if a.ID == "" {
		sum := sha256.Sum256([]byte(a.Text))
		a.ID = "sha256-" + hex.EncodeToString(sum[:16])
	}
}

// split takes a whole clean text as it is: title up to titleEnd, body after it. With nothing after it, all is body.
func (l *layout) split(text string, titleEnd int) {
	l.text.WriteString(text)
	start := len(text) - len(strings.TrimLeftFunc(text[titleEnd:], unicode.IsSpace))
	if titleEnd = len(strings.TrimSpace(text[:titleEnd])); titleEnd == 0 || start == len(text) {
		l.blocks = []Block{{Kind: Body, Start: 0, End: len(text)}}
		return
	}
	l.blocks = []Block{{Kind: Title, Start: 0, End: titleEnd}, {Kind: Body, Start: start, End: len(text)}}
}

// setText fills a from a plain text, and its title when a has none. It refuses a blank text. Apart from cleaning,
// a text that has its title in it stays as it is, blank lines included.
func setText(a *Article, text string) error {
	text = clean(text)
	if text == "" {
		return refuse(ErrEmpty, "nothing but blank space in it", "give a text")
	}
	first, _, _ := strings.Cut(text, "\n")
	var l layout
	switch {
	case a.Title == "" && utf8.RuneCountInString(first) > maxTitle:
		l.split(text, 0)
	case a.Title == "" || sameLine(a.Title, first):
		a.Title = cmp.Or(a.Title, oneLine(first))
		l.split(text, len(first))
	default:
		l.add(Title, a.Title)
		l.add(Body, text)
	}
	l.finish(a)
	return nil
}
