package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// blockElements begin and end a paragraph; every other element is inline, so that "les <b>deux</b> parties" stays
// one sentence and "<td>Lavrov</td><td>Wang</td>" does not become one word.
var blockElements = set("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form " +
	"h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul video audio")

// silentElements have no text for a reader of the story.
var silentElements = set("script style template head noscript iframe object embed svg math canvas map select textarea button input form nav footer menu dialog")

// set makes a set of the words of s.
func set(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}

// lineBreak stands for <br> while blank space is being collapsed. It cannot occur in a parsed page: NULs do not
// survive parsing.
const lineBreak = "\x00"

// textOf is the text of a tree as a reader sees it: paragraphs between blank lines, blank space collapsed.
func textOf(n *html.Node) string {
	var f flow
	f.node(n)
	f.flush()
	return strings.Join(f.paragraphs, "\n\n")
}

// flow gathers paragraphs.
type flow struct {
	paragraphs []string
	current    strings.Builder
}

func (f *flow) node(n *html.Node) {
	switch {
	case n.Type == html.TextNode:
		f.current.WriteString(n.Data)
	case n.Type == html.ElementNode && n.Data == "br":
		f.current.WriteString(lineBreak)
	case n.Type == html.ElementNode && (silentElements[n.Data] || hasAttr(n, "hidden")):
		f.current.WriteString(" ")
	case n.Type == html.ElementNode && blockElements[n.Data]:
		f.flush()
		f.children(n)
		f.flush()
	case n.Type == html.ElementNode || n.Type == html.DocumentNode:
		f.children(n)
	}
}

func (f *flow) children(n *html.Node) {
	for c := range n.ChildNodes() {
		f.node(c)
	}
}

// flush ends a paragraph. One <br> is a line break in it, several are a new paragraph.
func (f *flow) flush() {
	lines := strings.Split(f.current.String(), lineBreak)
	for i, line := range lines {
		lines[i] = strings.Join(strings.Fields(line), " ")
	}
	text := strings.Trim(strings.Join(lines, "\n"), "\n")
	for strings.Contains(text, "\n\n\n") {
		text = strings.ReplaceAll(text, "\n\n\n", "\n\n")
	}
	if text != "" {
		f.paragraphs = append(f.paragraphs, text)
	}
	f.current.Reset()
}

// cutAll takes the topmost elements that match out of the tree and returns their texts, in order.
func cutAll(doc *html.Node, match func(*html.Node) bool) (texts []string) {
	for _, n := range topmost(doc, match) {
		if text := textOf(n); text != "" {
			texts = append(texts, text)
		}
		n.Parent.RemoveChild(n)
	}
	return texts
}

// topmost lists the elements that match and have no ancestor that does, in document order.
func topmost(n *html.Node, match func(*html.Node) bool) (found []*html.Node) {
	for c := range n.ChildNodes() {
		if c.Type == html.ElementNode && match(c) {
			found = append(found, c)
		} else {
			found = append(found, topmost(c, match)...)
		}
	}
	return found
}

// elementsNamed lists the topmost elements of a name.
func elementsNamed(n *html.Node, name string) []*html.Node {
	return topmost(n, func(n *html.Node) bool { return n.Data == name })
}

// contains tells whether any element below n matches.
func contains(n *html.Node, match func(*html.Node) bool) bool {
	for d := range n.Descendants() {
		if d.Type == html.ElementNode && match(d) {
			return true
		}
	}
	return false
}

// within tells whether n has an ancestor of one of the names.
func within(n *html.Node, names ...string) bool {
	for p := range n.Ancestors() {
		if p.Type == html.ElementNode && slices.Contains(names, p.Data) {
			return true
		}
	}
	return false
}

// attr is the value of an attribute, "" when absent.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key && a.Namespace == "" {
			return a.Val
		}
	}
	return ""
}

// hasAttr tells whether an attribute is there, be it empty.
func hasAttr(n *html.Node, key string) bool {
	return slices.ContainsFunc(n.Attr, func(a html.Attribute) bool { return a.Key == key })
}
