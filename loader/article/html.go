package article

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"net/textproto"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Limits on markup. News pages have a few thousand tags; what has many more is either no article or made to hurt.
const (
	maxTags     = 300_000 // more "<" than this are refused before they become a tree
	maxElements = 20_000  // more elements than this are read without main-text extraction, which is slow on them
	shortBody   = 100     // main texts of fewer characters are compared with the whole text of the page
)

// setPage fills a from the bytes of an HTML file, which may be a saved HTTP response with its header. The id serves
// when the page names no address of its own.
func setPage(a *Article, raw []byte, id string, n *notes) error {
	contentType, raw := cutHeader(raw)
	text, note, err := decode(raw, declaredCharset(raw, contentType))
	if err != nil {
		return err
	}
	n.add(note)
	return setHTML(a, text, id, n)
}

// cutHeader takes off the header of a saved HTTP response and tells its Content-Type.
func cutHeader(raw []byte) (contentType string, body []byte) {
	if !bytes.HasPrefix(raw, []byte("HTTP/")) {
		return "", raw
	}
	end := bytes.Index(raw, []byte("\n\r\n"))
	if bare := bytes.Index(raw, []byte("\n\n")); end < 0 || bare >= 0 && bare < end {
		end = bare
	}
	start := bytes.IndexByte(raw, '\n')
	if end < 0 {
		return "", raw
	}
	head := textproto.NewReader(bufio.NewReader(bytes.NewReader(append(bytes.Clone(raw[start+1:end+1]), '\n'))))
	fields, _ := head.ReadMIMEHeader() // a broken header still gives the fields before the break
	return fields.Get("Content-Type"), raw[end+1:]
}

// setHTML fills a from a page. What a already has (from JSON fields) wins over what the page says of itself.
func setHTML(a *Article, page, id string, n *notes) error {
	if strings.Count(page, "<") > maxTags {
		return refuse(ErrTooLarge, fmt.Sprintf("more than %d tags", maxTags), "give the page of one article")
	}
	doc, err := html.Parse(strings.NewReader(scrub(page)))
	if err != nil {
		return refuse(ErrFormat, fmt.Sprintf("broken HTML (%v)", err), "give its text instead")
	}
	teasers := cutTeasers(doc)
	captions := cutAll(doc, isCaption)
	m := readMeta(doc, n)
	body := mainText(doc, cmp.Or(a.URL, m.url))
	m.give(a)
	a.useURL()
	a.ID = cmp.Or(a.ID, id)
	return layPage(a, body, captions, teasers)
}

// layPage writes title, body, captions and teasers, each text once. A page is refused when nothing but a title is
// left of it.
func layPage(a *Article, body string, captions, teasers []string) error {
	var l layout
	l.add(Title, a.Title)
	before := len(l.blocks)
	l.add(Body, withoutTitle(clean(body), a.Title))
	seen := map[string]bool{}
	for _, part := range []struct {
		kind  Kind
		texts []string
	}{{Caption, captions}, {Teaser, teasers}} {
		for _, text := range part.texts {
			if text = clean(text); !seen[text] {
				l.add(part.kind, text)
			}
			seen[text] = true
		}
	}
	if len(l.blocks) == before {
		return refuse(ErrEmpty, "no text on the page", "give a page whose text is in its HTML, not made by scripts")
	}
	l.finish(a)
	return nil
}

// withoutTitle takes the paragraph that repeats the title out of a body.
func withoutTitle(body, title string) string {
	paragraphs := strings.Split(body, "\n\n")
	same := func(p string) bool { return title != "" && sameLine(p, title) }
	return strings.Join(slices.DeleteFunc(paragraphs, same), "\n\n")
}

// mainText is the main story of a page without its captions and teasers: paragraphs between blank lines.
//
// Main-text extraction fails on short notes and on odd pages; then the whole text of the page, menus and forms left
// out, is better than nothing.
func mainText(doc *html.Node, address string) string {
	keepWords(doc)
	elements := 0
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			elements++
		}
	}
	var text string
	if elements <= maxElements {
		text = extract(doc, address)
	}
	if utf8.RuneCountInString(text) >= shortBody {
		return text
	}
	if whole := textOf(storyRoot(doc)); len(whole) > len(text) {
		return whole
	}
	return text
}

// extract runs main-text extraction. It answers "" where that fails; a panic inside it must cost one page its
// extraction, not the run.
func extract(doc *html.Node, address string) (text string) {
	defer func() {
		if recover() != nil {
			text = ""
		}
	}()
	original, _ := url.Parse(address)
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	res, err := parser.ParseDocument(doc, original)
	if err != nil || res.Node == nil {
		return ""
	}
	return textOf(res.Node)
}

// keepWords renames elements that main-text extraction would drop with their words: inside a paragraph a <time>
// often holds the day of a meeting, and some content systems wrap the whole page in a <form>.
func keepWords(doc *html.Node) {
	for n := range doc.Descendants() {
		switch {
		case n.Type != html.ElementNode:
		case n.Data == "form" && (holdsStory(n) || len(elementsNamed(n, "article")) > 0):
			n.Data, n.DataAtom = "div", atom.Div
		case inlineDropped[n.Data] && within(n, "p", "li", "blockquote", "td"):
			n.Data, n.DataAtom = "span", atom.Span
		}
	}
}

// inlineDropped are inline elements that main-text extraction drops.
var inlineDropped = set("time ins label")

// storyRoot is the part of a page that most likely is the story: the only article, else main, else all.
func storyRoot(doc *html.Node) *html.Node {
	for _, name := range []string{"article", "main"} {
		if found := elementsNamed(doc, name); len(found) == 1 && strings.TrimSpace(textOf(found[0])) != "" {
			return found[0]
		}
	}
	return doc
}
