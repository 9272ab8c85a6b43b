package derive_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// scene makes an article of May 2025. A claim is written as initials of persons, sides
// parted by colons, with the date, a place or - and, if need be, a status or a mode.
// All claims of a line that begins with + share a sentence.
func scene(i int, line string) graph.Report {
	b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
	b.Report.Article.Published = "2025-05-20"
	names := map[rune][2]string{'A': {"Jan Berg", "SE"}, 'B': {"Ana Lopes", "PT"}, 'C': {"Mary Quinn", "IE"}, 'D': {"Eva Novak", "CZ"}}
	line, one := strings.CutPrefix(line, "+")
	for _, claim := range strings.Split(line, ", ") {
		f := strings.Fields(claim)
		m := b.Met(graph.Date(strings.Trim(f[1], "-")))
		side := 0
		for _, who := range f[0] {
			if who == ':' {
				side++
				continue
			}
			m.Participants = append(m.Participants, graph.ParticipantClaim{Person: b.Person(names[who][0], graph.CountryCode(names[who][1])), Side: side})
		}
		m.Place = strings.Trim(f[2], "-")
		for _, word := range f[3:] {
			if s := graph.Status(word); s == graph.Planned {
				m.Status = s
			} else {
				m.Mode = graph.Mode(word)
			}
		}
		if one {
			m.Evidence = []graph.Evidence{b.Quote("They met.")}
		}
	}
	return b.Done()
}

func TestTables(t *testing.T) {
	tests := []struct {
		reason string
		lines  []string
		want   []string // of each meeting the initials of those who met whom, the date, how many reports
	}{
		{"two of the three", []string{"A:B:C 2025-05-09 Paris", "A:B 2025-05-09 Paris"}, []string{"AB AC BC 2025-05-09 x2"}},
		{"three times two of them", []string{"A:B:C 2025-05-09 -", "A:B 2025-05-09 -", "A:C 2025-05-09 -", "B:C 2025-05-09 -"}, []string{"AB AC BC 2025-05-09 x4"}},
		{"an article says with whom each in one sentence", []string{"A:B:C 2025-05-09 -", "+A:B 2025-05-09 -, A:C 2025-05-09 -"}, []string{"AB AC BC 2025-05-09 x2"}},
		{"in sentences of their own", []string{"A:B:C 2025-05-09 -", "A:B 2025-05-09 -, A:C 2025-05-09 -"}, []string{"AB 2025-05-09 x1", "AB AC BC 2025-05-09 x1", "AC 2025-05-09 x1"}},
		{"the day is told of the two", []string{"A:B:C 2025-05 Paris", "A:B 2025-05-09 -"}, []string{"AB AC BC 2025-05-09 x2"}},
		{"a bilateral on the margins", []string{"A:B:C 2025-05-09 -, A:B 2025-05-09 -", "A:B 2025-05-09 -"}, []string{"AB 2025-05-09 x2", "AB AC BC 2025-05-09 x1"}},
		{"another day", []string{"A:B:C 2025-05-09 -", "A:B 2025-05-08 -"}, []string{"AB 2025-05-08 x1", "AB AC BC 2025-05-09 x1"}},
		{"another place", []string{"A:B:C 2025-05-09 Paris", "A:B 2025-05-09 Rome"}, []string{"AB 2025-05-09 x1", "AB AC BC 2025-05-09 x1"}},
		{"another mode", []string{"A:B:C 2025-05-09 - in_person", "A:B 2025-05-09 - remote"}, []string{"AB 2025-05-09 x1", "AB AC BC 2025-05-09 x1"}},
		{"two places of the two", []string{"A:B:C 2025-05-09 -", "A:B 2025-05-09 Paris", "A:B 2025-05-09 Rome"}, []string{"AB 2025-05-09 x1", "AB 2025-05-09 x1", "AB AC BC 2025-05-09 x1"}},
		{"two places of two of them each", []string{"A:B:C 2025-05-09 -", "A:B 2025-05-09 Paris", "B:C 2025-05-09 Rome"}, []string{"AB 2025-05-09 x1", "AB AC BC 2025-05-09 x1", "BC 2025-05-09 x1"}},
		{"two tables", []string{"A:B:C 2025-05-09 -", "A:B:D 2025-05-09 -", "A:B 2025-05-09 -"}, []string{"AB 2025-05-09 x1", "AB AC BC 2025-05-09 x1", "AB AD BD 2025-05-09 x1"}},
		{"nobody says when or where, but it is news", []string{"A:B:C 2025-05-09 Paris", "A:B - -"}, []string{"AB AC BC 2025-05-09 x2"}},
		{"nobody says when or where, and it is none", []string{"A:B:C 2025-04-09 Paris", "A:B - -"}, []string{"AB  x1", "AB AC BC 2025-04-09 x1"}},
		{"nobody says when or where, after two tables", []string{"A:B:C 2025-05-09 Paris", "A:B:C 2025-05-14 Rome", "A:B - -"}, []string{"AB  x1", "AB AC BC 2025-05-09 x1", "AB AC BC 2025-05-14 x1"}},
		{"who was there, not when", []string{"A:B:C 2025-05-09 Paris", "A:B - Paris"}, []string{"AB AC BC 2025-05-09 x2"}},
		{"nobody says when, long ago", []string{"A:B:C 2019-05-09 Paris", "A:B - Paris"}, []string{"AB  x1", "AB AC BC 2019-05-09 x1"}},
		{"some time in the year", []string{"A:B:C 2025-05-09 -", "A:B 2025 -"}, []string{"AB 2025 x1", "AB AC BC 2025-05-09 x1"}},
		{"three were to meet, two met", []string{"A:B:C 2025-05-09 - planned", "A:B 2025-05-09 -"}, []string{" 2025-05-09 x1", "AB 2025-05-09 x1"}},
		{"two are to meet where three met", []string{"A:B:C 2025-05-09 -", "A:B 2025-05-09 - planned"}, []string{" 2025-05-09 x1", "AB AC BC 2025-05-09 x1"}},
		{"who received two", []string{"A:BC 2025-05-09 -", "A:B 2025-05-09 -"}, []string{"AB AC 2025-05-09 x2"}},
		{"whether they met nobody says", []string{"A:BC 2025-05-09 -", "B:C 2025-05-09 -"}, []string{"AB AC 2025-05-09 x1", "BC 2025-05-09 x1"}},
		{"another says it", []string{"A:BC 2025-05-09 -", "A:B:C 2025-05-09 -", "B:C 2025-05-09 -"}, []string{"AB AC BC 2025-05-09 x3"}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			var reports []graph.Report
			for i, line := range tt.lines {
				reports = append(reports, scene(i, line))
			}
			got := scenes(t, reports)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("meetings (-want +got):\n%s", diff)
			}
		})
	}
}

// scenes writes the meetings of reports down.
func scenes(t *testing.T, reports []graph.Report) []string {
	t.Helper()
	initial := map[graph.PersonID]string{}
	for _, p := range nodes[graph.Person](t, graph.KindPerson, reports) {
		initial[p.ID] = map[string]string{"Jan Berg": "A", "Ana Lopes": "B", "Mary Quinn": "C", "Eva Novak": "D"}[p.Name]
	}
	var all []string
	for _, m := range nodes[graph.Meeting](t, graph.KindMeeting, reports) {
		var pairs []string
		for _, p := range derive.Pairs(&m) {
			pairs = append(pairs, min(initial[p.A], initial[p.B])+max(initial[p.A], initial[p.B]))
		}
		slices.Sort(pairs)
		all = append(all, fmt.Sprintf("%s %s x%d", strings.Join(pairs, " "), m.Date, m.Reports))
	}
	slices.Sort(all)
	return all
}
