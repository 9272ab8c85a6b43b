package article

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// headlineLength is the number of characters from which the text of a link is a headline rather than a menu entry.
const headlineLength = 25

// Names that sites give, in class and id, to captions and to blocks of related links, as they stand between
// separators. They are names of the format, whatever the language of the page.
var (
	captionName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:p?captions?|figcaption|legende|chu-?thich)(?:$|[\s_-])`)
	relatedName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:related|teasers?|recommended|recommendations|read-?more|see-?also|voir-?plus|voir-?aussi|` +
		`lire-?aussi|a-?lire|lien-?quan|tin-?khac|doc-?them|xem-?them)(?:$|[\s_-])`)
)

// named tells whether class or id of an element has such a name.
func named(n *html.Node, name *regexp.Regexp) bool {
	return name.MatchString(attr(n, "class")) || name.MatchString(attr(n, "id"))
}

// isCaption tells elements that stand under a picture.
func isCaption(n *html.Node) bool {
	return n.Data == "figcaption" || named(n, captionName) && !holdsStory(n)
}

// isRelated tells blocks of links to other stories.
func isRelated(n *html.Node) bool {
	if isLinkList(n) || isLinkParagraph(n) {
		return !within(n, "nav", "footer", "header")
	}
	block := n.Data == "aside" || named(n, relatedName)
	return block && hasLink(n) && !within(n, "nav", "footer", "header") && !holdsStory(n) && !isProse(n)
}

// holdsStory tells elements that hold the headline or the story, which cannot be a mere part of it: sites put
// class names such as "has-related" on whole pages.
func holdsStory(n *html.Node) bool {
	switch n.Data {
	case "html", "head", "body", "main":
		return true
	}
	story := func(d *html.Node) bool {
		return d.Data == "h1" || d.Data == "main" || strings.EqualFold(attr(d, "itemprop"), "articleBody")
	}
	return story(n) || contains(n, story)
}

// isProse tells blocks with three long paragraphs in a row and no link between them: a story, not links to stories.
func isProse(n *html.Node) bool {
	run := 0
	for d := range n.Descendants() {
		switch {
		case d.Type != html.ElementNode:
		case d.Data == "a" && attr(d, "href") != "" && !within(d, "p"):
			run = 0
		case d.Data == "p" && utf8.RuneCountInString(textOf(d)) >= 4*headlineLength:
			if run++; run == 3 {
				return true
			}
		}
	}
	return false
}

// hasLink tells whether n is or holds a link.
func hasLink(n *html.Node) bool {
	link := func(d *html.Node) bool { return d.Data == "a" && attr(d, "href") != "" }
	return link(n) || contains(n, link)
}

// isLinkList tells lists of at least two entries that are nothing but headlines with links.
func isLinkList(n *html.Node) bool {
	if n.Data != "ul" && n.Data != "ol" {
		return false
	}
	entries := elementsNamed(n, "li")
	for _, e := range entries {
		if !onlyHeadline(e) {
			return false
		}
	}
	return len(entries) >= 2
}

// isLinkParagraph tells paragraphs that are nothing but one headline with a link.
func isLinkParagraph(n *html.Node) bool {
	return n.Data == "p" && onlyHeadline(n)
}

// onlyHeadline tells whether all text of n is that of links, and long enough to be a headline.
func onlyHeadline(n *html.Node) bool {
	var linked strings.Builder
	for _, a := range elementsNamed(n, "a") {
		linked.WriteString(textOf(a))
	}
	text := textOf(n)
	return text != "" && text == linked.String() && utf8.RuneCountInString(text) >= headlineLength
}

// cutTeasers takes the blocks of related links out of the tree and returns the texts of their entries. Entries of
// fewer than four words ("Home", "Voir plus") tell no story and are left out.
func cutTeasers(doc *html.Node) (teasers []string) {
	for _, block := range topmost(doc, isRelated) {
		for _, text := range entries(block) {
			if len(strings.Fields(text)) >= 4 {
				teasers = append(teasers, text)
			}
		}
		block.Parent.RemoveChild(block)
	}
	return teasers
}

// entries splits a block of related links: an entry is all that links to one address (picture, headline) with the
// summary that follows. A heading of the block is an entry of its own.
func entries(n *html.Node) (texts []string) {
	if len(links(n)) <= 1 || !blockElements[n.Data] || strings.HasPrefix(n.Data, "h") || n.Data == "p" {
		if text := textOf(n); text != "" {
			texts = append(texts, text)
		}
		return texts
	}
	open := "" // the link that the last entry belongs to, while a summary may follow
	for c := range n.ChildNodes() {
		of, isHead := links(c), c.Data == "a" || headings[c.Data] || c.Data == "figure" || c.Data == "picture"
		parts := entries(c)
		if len(parts) == 0 {
			continue
		}
		if open != "" && (len(of) == 0 || len(of) == 1 && of[open]) {
			texts[len(texts)-1] += "\n" + strings.Join(parts, "\n")
			continue
		}
		texts = append(texts, parts...)
		open = ""
		if len(of) == 1 && isHead {
			open = only(of)
		}
	}
	return texts
}

// headings are the elements that head a section.
var headings = set("h1 h2 h3 h4 h5 h6")

// links is the set of addresses that n links to.
func links(n *html.Node) map[string]bool {
	found := map[string]bool{}
	add := func(d *html.Node) {
		if d.Type == html.ElementNode && d.Data == "a" && attr(d, "href") != "" {
			found[attr(d, "href")] = true
		}
	}
	add(n)
	for d := range n.Descendants() {
		add(d)
	}
	return found
}

// only is the one member of a set.
func only(m map[string]bool) string {
	for k := range m {
		return k
	}
	return ""
}
