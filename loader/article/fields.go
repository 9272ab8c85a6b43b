package article

import (
	"fmt"
	"net/url"
	"strings"

	"golang.org/x/text/language"
)

// notes gathers what was repaired on the way.
type notes []string

// add keeps a note that says something.
func (n *notes) add(note string) {
	if note != "" {
		*n = append(*n, note)
	}
}

// String joins the notes.
func (n notes) String() string { return strings.Join(n, "; ") }

// webAddress is the address when it may be shown as a link. Anything but http and https ("javascript:") is left out
// with a note, as is what is no address at all.
func webAddress(s string, n *notes) string {
	s = oneLine(s)
	if s == "" {
		return ""
	}
	u, err := url.Parse(s)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		n.add(fmt.Sprintf("url %.60q is not an http address, left out", s))
		return ""
	}
	return s
}

// frontPage tells whether an address is that of a whole site. Some sites declare it as the address of every page,
// so it cannot tell articles apart.
func frontPage(address string) bool {
	u, err := url.Parse(address)
	return err != nil || strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// baseLanguage is the language of a tag: "fr" of "fr-FR", "fr_CA" or "fra"; "" with a note when it is none.
func baseLanguage(tag string, n *notes) string {
	tag = oneLine(tag)
	first, _, _ := strings.Cut(strings.ReplaceAll(tag, "_", "-"), "-")
	if first == "" || strings.EqualFold(first, "und") {
		return ""
	}
	base, err := language.ParseBase(first)
	if err != nil {
		n.add(fmt.Sprintf("lang %.20q is not a language tag, left out", tag))
		return ""
	}
	return base.String()
}
