package extract_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
	"golang.org/x/tools/txtar"
)

// Each file of testdata/<lang> is one class of constructions: a txtar archive
// whose comment names the class, with two or more sections "example: ..." and
// one or more "counter: ..." that look alike and say something else.
//
// A section is lines "key: fields", a blank line, and the text of an article.
// Fields are separated by "|"; "*" and fields left out at the end are not
// compared, "-" is nothing.
//
//	published: 2024-05-06               the day of the article (default: unknown)
//	met: A | B | date | mode | place    a pair, in any order; mode is in_person or remote
//	planned: A | B | date               the same with another status
//	cancelled: A | B
//	led: Person | state | party | status
//	signed: signer | document | date    signer: a person, a party, an organization or a country code; document: as written or its beginning
//	person: Name | state | office       the fullest name; office: the first one
//	party: Name | state
//	countries: FR DZ
//	none                                claims nothing: no meeting of any status, no delegation, no signature
//	unmet                               nothing took place; what is planned or cancelled is not compared
//	known-failure: why                  the section is expected to fail; when it passes, the test asks to remove the line
//
// Meetings held, delegations and signatures are compared in full always. The
// other kinds are compared in full if the section has a line of the kind.

// always are the kinds of facts that a section has to list in full.
var always = []string{"met", "led", "signed"}

// section is one text with what it says.
type section struct {
	name, text, published string
	failure               string // why it fails today, empty if it must not
	want                  []fact
	none                  bool
	kinds                 map[string]bool // kinds to compare
}

func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	x := rules(t)
	for _, path := range paths {
		if filepath.Base(filepath.Dir(path)) == "trilingual" {
			continue // see TestTrilingual
		}
		class := filepath.Base(filepath.Dir(path)) + "/" + strings.TrimSuffix(filepath.Base(path), ".txtar")
		t.Run(class, func(t *testing.T) {
			for _, s := range sections(t, path) {
				t.Run(s.name, func(t *testing.T) { s.run(t, x, filepath.Base(filepath.Dir(path))) })
			}
		})
	}
}

func newExtractor(tb testing.TB, langs ...string) *extract.Extractor {
	tb.Helper()
	x, err := extract.New(langs...)
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

// rules is an extractor without weights: a case says what a rule says of a sentence,
// weights are of whole stories.
func rules(tb testing.TB) *extract.Extractor {
	tb.Helper()
	x, err := extract.Unweighed()
	if err != nil {
		tb.Fatal(err)
	}
	return x
}

func (s section) run(t *testing.T, x *extract.Extractor, lang string) {
	r := x.Extract(&article.Article{ID: "case", Text: s.text, Published: s.published})
	if err := r.Validate(); err != nil {
		t.Error(err)
	}
	faults := s.faults(factsOf(&r))
	if r.Article.Lang != lang {
		faults = append(faults, fmt.Sprintf("read as %q", r.Article.Lang))
	}
	switch {
	case len(faults) == 0 && s.failure != "":
		t.Errorf("this passes now: remove its line %q", "known-failure: "+s.failure)
	case s.failure == "" && len(faults) > 0:
		t.Errorf("%s\n%s", s.text, strings.Join(faults, "\n"))
	case len(faults) > 0:
		t.Logf("known failure (%s): %s", s.failure, strings.Join(faults, "; "))
	}
}

// faults compares what was found with what is wanted.
func (s section) faults(got []fact) (out []string) {
	left := slices.DeleteFunc(slices.Clone(got), func(f fact) bool { return !s.kinds[f.kind] })
	for _, w := range s.want {
		if i := slices.IndexFunc(left, w.fits); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			out = append(out, "missing "+w.String())
		}
	}
	for _, f := range left {
		out = append(out, "claimed "+f.String())
	}
	return out
}

// sections reads a class and checks that it is told fully.
func sections(t *testing.T, path string) (out []section) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if len(strings.TrimSpace(string(archive.Comment))) < 20 {
		t.Error("the comment must name the class of constructions")
	}
	count := map[string]int{}
	seen := map[string]bool{}
	for _, f := range archive.Files {
		kind, rest, _ := strings.Cut(f.Name, ":")
		if kind != "example" && kind != "counter" || strings.TrimSpace(rest) == "" || seen[f.Name] {
			t.Errorf(`section %q: want a name of its own that starts with "example: " or "counter: "`, f.Name)
		}
		seen[f.Name] = true
		count[kind]++
		out = append(out, parseSection(t, f))
	}
	if count["example"] < 2 || count["counter"] < 1 {
		t.Errorf("%d examples and %d counter-examples: want at least 2 and 1", count["example"], count["counter"])
	}
	return out
}

func parseSection(t *testing.T, f txtar.File) section {
	head, body, ok := strings.Cut(string(f.Data), "\n\n")
	if !ok {
		t.Fatalf("section %q: no blank line between facts and text", f.Name)
	}
	s := section{name: f.Name, text: strings.TrimSpace(body), kinds: map[string]bool{}}
	for _, k := range always {
		s.kinds[k] = true
	}
	for _, line := range strings.Split(head, "\n") {
		s.line(t, line)
	}
	if !s.none && len(s.want) == 0 {
		t.Errorf(`section %q: no wanted fact; say "none" or "unmet" if there is none`, s.name)
	}
	return s
}

func (s *section) line(t *testing.T, line string) {
	key, value, _ := strings.Cut(line, ":")
	value = strings.TrimSpace(value)
	switch key {
	case "published":
		if _, err := graph.ParseDate(value); err != nil {
			t.Error(err)
		}
		s.published = value
	case "known-failure":
		if s.failure = value; value == "" {
			t.Errorf("section %q: known-failure needs a reason", s.name)
		}
	case "none":
		s.none, s.kinds["planned"], s.kinds["cancelled"] = true, true, true
	case "unmet":
		s.none = true
	case "countries":
		s.kinds["country"] = true
		for _, c := range strings.Fields(value) {
			s.want = append(s.want, fact{"country", []string{c}})
		}
	default:
		f, err := parseFact(key, value)
		if err != nil {
			t.Errorf("section %q: %v", s.name, err)
			return
		}
		s.kinds[key] = true
		s.want = append(s.want, f)
	}
}
