// Package article turns raw sources (plain text, JSON Lines, HTML pages, folders of them, standard input) into
// articles: values in, values out, one [Result] per article and nothing lost. What cannot be read is a result
// with an error, never a stop.
//
//	bytes -> BOM, gzip -> charset (charset.go) -> dirt, NFC (clean.go) -> title, body, captions, teasers -> Article
//
// The package knows formats, not languages: a caption is a figcaption, a teaser is a block of related links. Plain
// text is one title and one body, to be split by whoever knows the language.
//
// # Text
//
// [Article.Text] is valid UTF-8 in NFC with LF line ends, free of control characters, and it is what evidence offsets
// count in: the same source always gives the same bytes. A plain text that is clean and has its title in it stays as
// it is. A page is written anew, its blocks between blank lines: title, body, captions, teasers. Captions and teasers
// stand after the body whatever their place on the page, because main-text extraction does not keep places; the same
// caption is written once, and related links of fewer than four words ("Home") are left out.
//
// # Title of plain text
//
// The first line that is not blank. Two exceptions, both in favour of the body: a text of one line is all body (its
// line still serves as [Article.Title]), and a first line longer than 300 characters is a paragraph, not a title.
//
// # Charset
//
// A byte order mark decides. Else bytes that are valid UTF-8 are UTF-8, whatever was declared: legacy text is almost
// never valid UTF-8 by accident. Else a declared charset (Content-Type header of a saved response, HTML meta) is
// believed, unless it is windows-1252, which is also what pages declare when they know nothing. Else text with more
// good multi-byte sequences than bad bytes is damaged UTF-8, and the bad bytes become U+FFFD. Else the bytes are
// windows-1258 when tone marks of that code page stand after vowels ten times as often as elsewhere and make
// up a tenth of the letters outside ASCII, as in any Vietnamese; in windows-1252 the same bytes are Ì, Ò, Þ, ì and ò,
// which French and English do not have and Italian has after consonants too. Otherwise they are windows-1252. Every
// guess is told in [Result.Warning].
//
// # Published
//
// Kept as written, without time of day and without conversion between time zones. A day-month order that the value
// and the language do not settle ("03/08/2026" in English) is not guessed: the year stays. See publishedDate.
package article

// Kind says what part of a page a block is, as far as the format tells.
type Kind string

// The kinds of blocks.
const (
	Title   Kind = "title"   // the headline
	Body    Kind = "body"    // the main story
	Caption Kind = "caption" // text under a picture
	Teaser  Kind = "teaser"  // one entry of a block of links to other stories; its facts and dates are not this story's
)

// Block is one part of a text: Text[Start:End]. Both ends lie on rune boundaries.
type Block struct {
	Kind       Kind
	Start, End int // byte offsets into Article.Text
}

// Article is one news text, cleaned. Every string is valid UTF-8 in NFC.
type Article struct {
	ID        string  // as given; else the URL (not that of a front page); else path without extension; else "sha256-" and 32 hex digits of Text
	URL       string  // absolute http(s) address, or ""
	Title     string  // one line, or ""
	Source    string  // publisher as the source names it ("VNA"), or ""
	Lang      string  // declared language, ISO 639-1 where there is one ("fr"), or "" when nothing is declared
	Published string  // EDTF: YYYY-MM-DD, YYYY-MM, YYYY or "" when unknown
	Text      string  // never blank; title first
	Blocks    []Block // in order, not overlapping, none empty
}

// Result is what became of one article of a source: exactly one of Article and Err is set.
type Result struct {
	Source  string   // path as reached from the given one, or "-"
	Line    int      // 1-based line of a JSONL source, else 0
	Bytes   int64    // bytes of this source dealt with so far, as [Size] counts them; up to a read buffer ahead of Line
	Article *Article // nil when refused
	Warning string   // what was repaired, guessed or left out, or ""
	Err     error    // why it was refused: says where, why and what to do
}
