package article

import (
	"cmp"
	"encoding/json"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// meta is what a page says of itself.
type meta struct{ url, title, site, lang, published string }

// give fills what a does not have yet.
func (m meta) give(a *Article) {
	a.URL = cmp.Or(a.URL, m.url)
	a.Title = cmp.Or(a.Title, m.title)
	a.Source = cmp.Or(a.Source, m.site)
	a.Lang = cmp.Or(a.Lang, m.lang)
	a.Published = cmp.Or(a.Published, m.published)
}

// readMeta reads a page whose teasers have been taken out, so that their dates and titles are not taken for its own.
func readMeta(doc *html.Node, n *notes) meta {
	tags, linked := metaTags(doc), linkedData(doc)
	var m meta
	m.lang = baseLanguage(cmp.Or(rootLang(doc), tags["content-language"], tags["og:locale"]), n)
	m.url = firstAbsolute(canonical(doc), tags["og:url"])
	m.site = oneLine(tags["og:site_name"])
	if u, err := url.Parse(m.url); err == nil {
		m.site = cmp.Or(m.site, strings.TrimPrefix(u.Hostname(), "www."))
	}
	m.title = headline(doc, cmp.Or(tags["og:title"], linked.headline, tags["twitter:title"], tags["dc.title"]), m.site)
	m.published = pageDate(doc, tags, linked.published, m.lang, n)
	return m
}

// metaTags maps names of meta elements, in lower case, to their content. The first one of a name wins.
func metaTags(doc *html.Node) map[string]string {
	tags := map[string]string{}
	for _, n := range elementsNamed(doc, "meta") {
		for _, key := range []string{"property", "name", "http-equiv", "itemprop"} {
			if name := strings.ToLower(attr(n, key)); name != "" && tags[name] == "" {
				tags[name] = oneLine(attr(n, "content"))
			}
		}
	}
	return tags
}

// dateTags are the meta elements that hold the date of publication, the most reliable first.
var dateTags = []string{"article:published_time", "datepublished", "og:published_time", "pubdate", "publishdate", "publish-date", "publish_date",
	"parsely-pub-date", "citation_publication_date", "dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date"}

// pageDate is the date of publication: of the meta elements, else of linked data, else of <time> elements when all
// that are left on the page name one day. Text is never searched for dates: that would be a guess.
func pageDate(doc *html.Node, tags map[string]string, linked, lang string, n *notes) string {
	values := []string{}
	for _, name := range dateTags {
		values = append(values, tags[name])
	}
	first := ""
	for _, v := range append(values, linked) {
		date, note := publishedDate(v, lang)
		if date != "" {
			n.add(note)
			return date
		}
		first = cmp.Or(first, note)
	}
	date := commonDay(doc, lang)
	if date == "" {
		n.add(first)
	}
	return date
}

// commonDay is the day that the <time datetime> elements name, or "" when they disagree.
func commonDay(doc *html.Node, lang string) (day string) {
	for _, t := range elementsNamed(doc, "time") {
		date, _ := publishedDate(attr(t, "datetime"), lang)
		switch {
		case date == "":
		case day == "":
			day = date
		case day != date:
			return ""
		}
	}
	return day
}

// headline is the title of a page. The only h1 wins when the declared title begins with it, since declared titles
// often end in the name of the site; that ending is cut in any case.
func headline(doc *html.Node, declared, site string) string {
	h1 := ""
	if found := elementsNamed(doc, "h1"); len(found) == 1 {
		h1 = oneLine(textOf(found[0]))
	}
	for _, n := range elementsNamed(doc, "title") {
		if declared == "" && n.FirstChild != nil {
			declared = n.FirstChild.Data
		}
	}
	declared = oneLine(declared)
	if h1 != "" && strings.HasPrefix(strings.ToLower(declared), strings.ToLower(h1)) {
		return h1
	}
	return cmp.Or(withoutSite(declared, site), h1)
}

// siteSeparator stands between a title and the name of the site.
var siteSeparator = regexp.MustCompile(`\s+[|\-–—·»:]\s+`)

// withoutSite cuts the name of the site off the end of a title.
func withoutSite(title, site string) string {
	cuts := siteSeparator.FindAllStringIndex(title, -1)
	if len(cuts) == 0 || site == "" {
		return title
	}
	last := cuts[len(cuts)-1]
	if last[0] > 0 && strings.EqualFold(title[last[1]:], site) {
		return title[:last[0]]
	}
	return title
}

// rootLang is the lang attribute of the page.
func rootLang(doc *html.Node) string {
	for _, n := range elementsNamed(doc, "html") {
		if lang := cmp.Or(attr(n, "lang"), attr(n, "xml:lang")); lang != "" {
			return lang
		}
	}
	return ""
}

// canonical is the address that the page declares as its own.
func canonical(doc *html.Node) string {
	for _, n := range elementsNamed(doc, "link") {
		if strings.EqualFold(attr(n, "rel"), "canonical") {
			return attr(n, "href")
		}
	}
	return ""
}

// firstAbsolute is the first absolute http address.
func firstAbsolute(addresses ...string) string {
	for _, s := range addresses {
		if s = webAddress(s, &notes{}); s != "" {
			return s
		}
	}
	return ""
}

// ldArticle is what linked data (JSON-LD) says of the story.
type ldArticle struct{ headline, published string }

// linkedData reads the first object of a page's JSON-LD that is an article by its type.
func linkedData(doc *html.Node) (found ldArticle) {
	for _, n := range elementsNamed(doc, "script") {
		if !strings.EqualFold(attr(n, "type"), "application/ld+json") || n.FirstChild == nil {
			continue
		}
		var value any
		if json.Unmarshal([]byte(n.FirstChild.Data), &value) != nil {
			continue
		}
		if found = findArticle(value); found != (ldArticle{}) {
			return found
		}
	}
	return found
}

// findArticle looks through lists and graphs; the order of lists decides.
func findArticle(value any) (found ldArticle) {
	switch v := value.(type) {
	case []any:
		for _, item := range v {
			if found = findArticle(item); found != (ldArticle{}) {
				return found
			}
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			found.headline, _ = v["headline"].(string)
			found.published, _ = v["datePublished"].(string)
			return found
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage"} {
			if found = findArticle(v[key]); found != (ldArticle{}) {
				return found
			}
		}
	}
	return found
}

// isArticleType tells "NewsArticle", "Article", "BlogPosting", "Report" and the like, alone or in a list.
func isArticleType(t any) bool {
	switch t := t.(type) {
	case string:
		return strings.HasSuffix(t, "Article") || strings.HasSuffix(t, "Posting") || t == "Report"
	case []any:
		for _, one := range t {
			if isArticleType(one) {
				return true
			}
		}
	}
	return false
}
