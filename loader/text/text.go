// Package text cuts text into tokens and sentences and folds case and
// diacritics. It knows no country, no verb and no language; what differs
// between languages comes in through [Rules].
//
// All positions are byte offsets into the text as given, so that every later
// stage can point back at what was written. The text is expected in NFC.
package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind is the kind of a token.
type Kind uint8

// The kinds of tokens. Break stands for a line end and has no length of its
// own worth speaking of.
const (
	Word Kind = iota
	Number
	Punct
	Break
)

// Token is a piece of text that is not cut further.
type Token struct {
	Start, End int32
	Kind       Kind
	// Cap: the first letter is upper case. AllCaps: there are at least two
	// letters and none is lower case. Initial: a capital with a dot ("G."), or two letters for one sound ("Ph.").
	Cap, AllCaps, Initial bool
	// Space: white space stands before the token. Glued: the token was split
	// off the one before it although nothing stands between.
	Space, Glued bool
}

// Text returns the token as written in s.
func (t Token) Text(s string) string { return s[t.Start:t.End] }

// Rules are what a language adds to tokenization.
type Rules struct {
	// Elided words end in an apostrophe and lean on the next word ("l", "qu").
	// ElidedLow do so only before a small letter: "n'est", but "N'Guesso".
	Elided, ElidedLow map[string]bool
	// Clitics stand after an apostrophe and lean on the word before ("s").
	Clitics map[string]bool
	// Abbreviations end in a dot that ends no sentence ("mme", "gen").
	Abbreviations map[string]bool
	// Letters are words of one capital letter: behind "nước Ý." a sentence ends.
	Letters map[string]bool
}

// Tokenize appends the tokens of s[start:end] to buf and returns it. Hyphens
// between letters stay inside a word, and so does Lost; a dash is punctuation. A word in which
// a lower-case letter meets an upper-case one is cut there and the second part
// is marked Glued.
func Tokenize(buf []Token, s string, start, end int, r *Rules) []Token {
	z := tokenizer{s: s[:end], pos: start, out: buf, rules: r}
	for z.pos < end {
		z.next()
	}
	return z.out
}

type tokenizer struct {
	s     string
	pos   int
	out   []Token
	space bool
	rules *Rules
	key   []byte // scratch space of among
}

func (z *tokenizer) next() {
	switch c := z.s[z.pos]; { // as most of a text is
	case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z':
		z.word()
		return
	case c == ' ':
		z.space = true
		z.pos++
		return
	}
	c, n := utf8.DecodeRuneInString(z.s[z.pos:])
	switch {
	case c == '\n':
		z.emit(z.pos, z.pos+1, Break)
		z.pos++
	case letterOf(c).isLetter && !isApostrophe(c) || isMark(c): // ʼ is both
		z.word()
	case unicode.IsSpace(c):
		z.space = true
		z.pos += n
	case c >= '0' && c <= '9':
		z.number()
	default:
		z.emit(z.pos, z.pos+n, Punct)
		z.pos += n
	}
}

func (z *tokenizer) emit(start, end int, k Kind) *Token {
	z.out = append(z.out, Token{Start: int32(start), End: int32(end), Kind: k, Space: z.space || start == 0})
	z.space = false
	return &z.out[len(z.out)-1]
}

// number takes digits with inner separators: 3,37 or 1.000 or 26/3 or 12:30.
func (z *tokenizer) number() {
	i := z.pos
	for i < len(z.s) {
		c := z.s[i]
		if isDigit(c) || (c == '.' || c == ',' || c == '/' || c == ':') && i+1 < len(z.s) && isDigit(z.s[i+1]) {
			i++
			continue
		}
		break
	}
	z.emit(z.pos, i, Number)
	z.pos = i
}

// word takes a run of letters with inner hyphens and apostrophes, and cuts it
// at elisions, clitics and camel humps.
func (z *tokenizer) word() {
	start := z.pos
	i := start
	for i < len(z.s) && z.s[i] >= 'a' && z.s[i] <= 'z' {
		i++
	}
	if i == len(z.s) || z.s[i] == ' ' { // small letters alone, as most words are
		z.emit(start, i, Word)
		z.pos = i
		return
	}
	i = start
	prev := rune(0)
	for i < len(z.s) && z.s[i] != ' ' {
		if c := z.s[i]; c >= 'a' && c <= 'z' { // as most are
			prev = rune(c)
			i++
			continue
		}
		c, n := utf8.DecodeRuneInString(z.s[i:])
		if isApostrophe(c) {
			if z.elision(start, i, n) {
				return
			}
			if !z.letterAt(i+n) || z.clitic(i+n) {
				break
			}
		} else if c == '-' || c == '‑' {
			if !z.letterAt(i + n) {
				break
			}
		} else if c == Lost && letterOf(prev).isLower && z.lowerAt(i+n) {
			// a letter that a charset has lost
		} else if !letterOf(c).isLetter && !isMark(c) && !(isDigit(byte(c)) && c < 0x80 && i > start) {
			break
		} else if letterOf(c).isUpper && letterOf(prev).isLower && !humpAllowed(z.s[start:i]) && !z.lastCapital(i+n) {
			z.finish(start, i)
			z.pos = i
			k := len(z.out)
			z.word()
			z.out[k].Glued = true
			return
		}
		prev = c
		i += n
	}
	z.finish(start, i)
	z.pos = i
	z.afterWord()
}

// Lost is what a page shows for a letter that its charset has not: "fran?ais".
const Lost = '?'

// lastCapital reports that the word ends right behind a capital, or with the plural of it: "MoU", "MoUs", "PhD".
func (z *tokenizer) lastCapital(i int) bool {
	if i < len(z.s) && z.s[i] == 's' {
		i++
	}
	return !z.letterAt(i)
}

// elision emits "l'" as a token of its own if the language elides it.
func (z *tokenizer) elision(start, i, n int) bool {
	if i-start > 8 || !z.letterAt(i+n) {
		return false
	}
	w := z.s[start:i]
	if !z.among(z.rules.Elided, w) && !(z.among(z.rules.ElidedLow, w) && !z.upperAt(i+n) && !z.nameGoesOn(start)) {
		return false
	}
	z.finish(start, i+n)
	z.pos = i + n
	return true
}

// nameGoesOn reports a capital right after another word of the same clause: "Hédi M'henni", but "M'étant".
func (z *tokenizer) nameGoesOn(start int) bool {
	if !z.upperAt(start) || start < 2 || z.s[start-1] != ' ' {
		return false
	}
	c, _ := utf8.DecodeLastRuneInString(z.s[:start-1])
	return letterOf(c).isLetter || c == '.' && len(z.out) > 0 && z.among(z.rules.Abbreviations, strings.TrimSuffix(z.out[len(z.out)-1].Text(z.s), "."))
}

// among reports whether the key of a word is in a set.
func (z *tokenizer) among(set map[string]bool, word string) bool {
	z.key = AppendKey(z.key[:0], word)
	return set[string(z.key)]
}

// clitic reports whether the word starting at i is a clitic.
func (z *tokenizer) clitic(i int) bool {
	j := i
	for j < len(z.s) && z.s[j] >= 'a' && z.s[j] <= 'z' {
		j++
	}
	return j > i && !z.letterAt(j) && z.rules.Clitics[z.s[i:j]]
}

// afterWord takes an apostrophe clitic and the dot of an abbreviation.
func (z *tokenizer) afterWord() {
	if z.pos >= len(z.s) {
		return
	}
	t := &z.out[len(z.out)-1]
	c, n := utf8.DecodeRuneInString(z.s[z.pos:])
	switch {
	case c == '.' && z.isAbbreviation(t):
		t.End++
		z.pos++
		z.moreInitials(t)
	case isApostrophe(c) && z.clitic(z.pos+n):
		start := z.pos
		z.pos += n
		for z.pos < len(z.s) && z.letterAt(z.pos) {
			z.pos++
		}
		z.emit(start, z.pos, Word)
	}
}

// moreInitials takes the rest of "G.S.", "J.-Y." or "U.S.A." into the same token.
func (z *tokenizer) moreInitials(t *Token) {
	if !t.Initial {
		return
	}
	for z.pos+1 < len(z.s) {
		at := z.pos
		if z.s[at] == '-' {
			at++
		}
		c, n := utf8.DecodeRuneInString(z.s[at:])
		if !letterOf(c).isUpper || at+n >= len(z.s) || z.s[at+n] != '.' {
			return
		}
		z.pos = at + n + 1
		t.End = int32(z.pos)
		t.AllCaps = true
	}
}

// capitalised reports a capital and a small letter at i.
func (z *tokenizer) capitalised(i int) bool {
	c, n := utf8.DecodeRuneInString(z.s[i:])
	next, _ := utf8.DecodeRuneInString(z.s[i+n:])
	return letterOf(c).isUpper && letterOf(next).isLower
}

// tonedY are the letters that are a name of one letter, never its initial: "Nguyễn Như Ý."
const tonedY = "ÝỲỶỸỴ"

// digraphs are the sounds of Vietnamese that two letters write, as initials of foreign names: "Ph.Méc" is Phri-đrích Méc.
var digraphs = map[string]bool{"Ch": true, "Gi": true, "Kh": true, "Ng": true, "Nh": true, "Ph": true, "Th": true, "Tr": true}

func (z *tokenizer) isAbbreviation(t *Token) bool {
	w := z.s[t.Start:t.End]
	if utf8.RuneCountInString(w) == 1 && t.Cap && !z.rules.Letters[w] && !strings.Contains(tonedY, w) {
		t.Initial = true
		return true
	}
	if digraphs[w] && z.capitalised(z.pos+1) {
		t.Initial = true
		return true
	}
	return t.End-t.Start <= 8 && z.among(z.rules.Abbreviations, w)
}

func (z *tokenizer) finish(start, end int) {
	t, w := z.emit(start, end, Word), z.s[start:end]
	if c := w[0]; c >= 'a' && c <= 'z' { // as most begin
		t.Cap = articleOfName(w)
		return
	}
	c, _ := utf8.DecodeRuneInString(w)
	t.Cap = letterOf(c).isUpper || articleOfName(w)
	t.AllCaps = !letterOf(c).isLower && allCaps(w)
}

func allCaps(w string) bool {
	letters := 0
	for _, c := range w {
		if letterOf(c).isLower {
			return false
		}
		if letterOf(c).isLetter {
			letters++
		}
	}
	return letters > 1
}

// articleOfName reports "al-Sissi", "el-Sarraj", "ash-Sharaa", and "d'Estaing" where it is one word: a name that
// starts with a small article or preposition.
func articleOfName(w string) bool {
	rest, ok := strings.CutPrefix(w, "d'")
	if !ok {
		rest, ok = strings.CutPrefix(w, "d’")
	}
	if !ok {
		i := strings.IndexByte(w[:min(len(w), 5)], '-')
		if i < 2 {
			return false
		}
		rest = w[i+1:]
	}
	c, _ := utf8.DecodeRuneInString(rest)
	return letterOf(c).isUpper
}

func (z *tokenizer) letterAt(i int) bool {
	if i >= len(z.s) {
		return false
	}
	c, _ := utf8.DecodeRuneInString(z.s[i:])
	return letterOf(c).isLetter
}

func (z *tokenizer) upperAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(z.s[i:])
	return letterOf(c).isUpper
}

func (z *tokenizer) lowerAt(i int) bool {
	c, _ := utf8.DecodeRuneInString(z.s[i:])
	return letterOf(c).isLower
}

// humpAllowed keeps McDonald, MacArthur, DiCaprio, LaRouche in one piece.
func humpAllowed(before string) bool {
	switch before {
	case "Mc", "Mac", "Di", "De", "Du", "La", "Le", "Van", "O", "Fitz", "Del", "Al", "El":
		return true
	}
	return false
}

func isDigit(c byte) bool      { return c >= '0' && c <= '9' }
func isApostrophe(c rune) bool { return c == '\'' || c == '’' || c == 'ʼ' || c == '‘' }
func isMark(c rune) bool       { return c >= 0x300 && c < 0x370 }
