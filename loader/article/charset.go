package article

import (
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

// decode turns bytes (without byte order mark) into text; note tells what had to be assumed. The rule is in the
// package comment. The declared encoding may be nil.
func decode(raw []byte, declared encoding.Encoding) (text, note string, err error) {
	if binary(raw) {
		return "", "", refuse(ErrEncoding, "control characters all over, as in a binary file or UTF-16 without byte order mark", "save it as UTF-8 text")
	}
	if utf8.Valid(raw) {
		return string(raw), "", nil
	}
	if declared != nil {
		return decodeAs(declared, raw), "", nil
	}
	if damagedUTF8(raw) {
		return string(raw), "invalid UTF-8 replaced by U+FFFD", nil
	}
	if vietnamese1258(raw) {
		return decodeAs(charmap.Windows1258, raw), "not UTF-8, read as windows-1258", nil
	}
	return decodeAs(charmap.Windows1252, raw), "not UTF-8, read as windows-1252", nil
}

// decodeAs decodes with a legacy charset. Decoders of x/text replace what they cannot read and do not fail; should
// one fail all the same, the bytes stay and scrub repairs them.
func decodeAs(e encoding.Encoding, raw []byte) string {
	text, err := e.NewDecoder().Bytes(raw)
	if err != nil {
		return string(raw)
	}
	return string(text)
}

// declaredCharset is the charset that a page or its Content-Type declares; nil when there is none, or none worth
// believing over a look at the bytes. windows-1252 (and so ISO 8859-1) is what pages declare who do not know, and
// charset.DetermineEncoding answers when nothing is declared; UTF-8 was already ruled out when this matters.
func declaredCharset(raw []byte, contentType string) encoding.Encoding {
	e, name, _ := charset.DetermineEncoding(raw, contentType)
	switch name {
	case "windows-1252", "utf-8", "utf-16le", "utf-16be", "replacement", "x-user-defined":
		return nil
	}
	return e
}

// binary tells whether more than a quarter of the bytes are control characters.
func binary(raw []byte) bool {
	n := 0
	for _, c := range raw {
		if c < ' ' && (c < '\t' || c > '\r') || c == 0x7F {
			n++
		}
	}
	return 4*n > len(raw)
}

// damagedUTF8 tells whether multi-byte sequences outnumber bad bytes. A page cut in the middle of a letter is such;
// French or Vietnamese in a legacy charset has no good sequence at all, or very few.
func damagedUTF8(raw []byte) bool {
	good, bad := 0, 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		switch {
		case size > 1:
			good++
		case r == utf8.RuneError:
			bad++
		}
		raw = raw[size:]
	}
	return good > bad
}

// vietnamese1258 tells whether the tone marks of windows-1258 follow vowels at least ten times as often as anything
// else, and are at least a tenth of the letters outside ASCII (markup around the text changes neither).
func vietnamese1258(raw []byte) bool {
	letters, marks, strays := 0, 0, 0
	afterVowel := false
	for _, c := range raw {
		if c >= 0xC0 {
			letters++
		}
		switch mark := toneMark1258(c); {
		case mark && afterVowel:
			marks++
		case mark:
			strays++
		}
		afterVowel = vowel1258(c)
	}
	return marks > 0 && marks >= 10*strays && 10*marks >= letters
}

// toneMark1258 tells the combining marks of windows-1258: grave, hook above, tilde, acute, dot below.
func toneMark1258(c byte) bool {
	switch c {
	case 0xCC, 0xD2, 0xDE, 0xEC, 0xF2:
		return true
	}
	return false
}

// vowel1258 tells the vowels of Vietnamese in windows-1258, both cases: a e i o u y, then ă â ê ô ơ ư.
func vowel1258(c byte) bool {
	switch c {
	case 'a', 'e', 'i', 'o', 'u', 'y', 'A', 'E', 'I', 'O', 'U', 'Y',
		0xE3, 0xE2, 0xEA, 0xF4, 0xF5, 0xFD, 0xC3, 0xC2, 0xCA, 0xD4, 0xD5, 0xDD:
		return true
	}
	return false
}
