package article

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// clean makes s fit to be stored: scrubbed, in NFC, without blank space around it.
//
// Scrubbing comes first: dropping a NUL between a letter and its accent makes the two compose.
func clean(s string) string {
	return strings.TrimSpace(norm.NFC.String(scrub(s)))
}

// scrub makes s valid UTF-8 with LF line ends and drops what no reader sees. It does not compose, so it is safe on
// markup, where ">" followed by a combining slash would become another letter.
func scrub(s string) string {
	if !dirty(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.ReplaceAll(s, "\r\n", "\n")
	return strings.Map(scrubRune, s)
}

// dirty tells whether scrub has anything to do; mostly it has not.
func dirty(s string) bool {
	if !utf8.ValidString(s) {
		return true
	}
	return strings.IndexFunc(s, func(r rune) bool { return scrubRune(r) != r }) >= 0
}

// blank tells whether nothing is left of s once it is clean.
func blank(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { r = scrubRune(r); return r >= 0 && !unicode.IsSpace(r) }) < 0
}

// scrubRune turns every line break into LF and drops control characters, byte order marks, soft hyphens, zero-width
// spaces and direction marks. Zero-width joiners stay: Persian and Indic names need them.
func scrubRune(r rune) rune {
	switch {
	case r == '\n', r == '\t', r >= ' ' && r < 0x7F:
		return r
	case r == '\r', r == '\v', r == '\f', r == 0x85, r == 0x2028, r == 0x2029:
		return '\n'
	case unicode.IsControl(r), r == 0xFEFF, r == 0xAD, r == 0x200B:
		return -1
	case r == 0x200E, r == 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x2069:
		return -1
	}
	return r
}

// oneLine is clean with every run of blank space made one space.
func oneLine(s string) string {
	return strings.Join(strings.Fields(clean(s)), " ")
}

// sameLine tells whether two clean lines say the same, whatever their case and spacing. Lines of very different
// lengths are not even looked at: one may be a whole book.
func sameLine(a, b string) bool {
	if len(a) > 2*len(b)+80 || len(b) > 2*len(a)+80 {
		return false
	}
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
