package extract_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/text"
	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// Each file of testdata/trilingual is one event told in French, English and
// Vietnamese. Its section "want" has a line "published: day" and, for each
// meeting that took place, a line
//
//	met: A | state of A | B | state of B | date | place key | mode
//
// in which "-" is nothing and the mode can be left out if it is in_person. All
// three languages must tell just that: the graph joins what they say.
func TestTrilingual(t *testing.T) {
	paths, err := filepath.Glob("testdata/trilingual/*.txtar")
	if err != nil || len(paths) < 10 {
		t.Fatalf("%d events: %v", len(paths), err)
	}
	x := newExtractor(t)
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		parts := map[string]string{}
		for _, f := range archive.Files {
			parts[f.Name] = strings.TrimSpace(string(f.Data))
		}
		published, want := wantedEvent(t, parts["want"])
		for _, lang := range []string{"fr", "en", "vi"} {
			t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar")+"/"+lang, func(t *testing.T) {
				r := x.Extract(&article.Article{ID: "event", Text: parts[lang], Published: published})
				if string(r.Article.Lang) != lang {
					t.Errorf("read as %q", r.Article.Lang)
				}
				if diff := cmp.Diff(want, toldMeetings(&r)); diff != "" {
					t.Errorf("%s\n(-want +got)\n%s", parts[lang], diff)
				}
			})
		}
	}
}

// wantedEvent reads the section "want".
func wantedEvent(t *testing.T, section string) (published string, met []string) {
	for line := range strings.Lines(section) {
		key, value, _ := strings.Cut(strings.TrimSpace(line), ": ")
		switch key {
		case "published":
			published = value
		case "met":
			f := strings.Split(value, " | ")
			if len(f) == 6 {
				f = append(f, string(graph.InPerson))
			}
			if len(f) != 7 {
				t.Fatalf("%q has %d fields, want 6 or 7", line, len(f))
			}
			met = append(met, meetingLine([]string{f[0] + "/" + f[1], f[2] + "/" + f[3]}, f[4], f[5], f[6]))
		}
	}
	slices.Sort(met)
	return published, met
}

// toldMeetings lists the meetings held of a report, by the pairs of their sides.
func toldMeetings(r *graph.Report) (met []string) {
	for _, m := range r.Meetings {
		if m.Status != graph.Held {
			continue
		}
		for i, a := range m.Participants {
			for _, b := range m.Participants[i+1:] {
				if a.Side == b.Side {
					continue
				}
				p, q := r.Persons[a.Person], r.Persons[b.Person]
				key := m.PlaceKey
				if key == "" {
					key = "-"
				}
				met = append(met, meetingLine([]string{p.Name + "/" + string(p.Country), q.Name + "/" + string(q.Country)}, string(m.Date), key, string(m.Mode)))
			}
		}
	}
	slices.Sort(met)
	return met
}

// meetingLine is the same in every language: names without diacritics, sides in
// order.
func meetingLine(sides []string, rest ...string) string {
	for i := range sides {
		sides[i] = text.Fold(sides[i])
	}
	slices.Sort(sides)
	return strings.Join(append(sides, rest...), " | ")
}
