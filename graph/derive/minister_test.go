package derive_test

import (
	"fmt"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

// TestMinistersOfOneName: who is reported at the head of two ministries at one
// time is two persons, who changed the ministry is one.
func TestMinistersOfOneName(t *testing.T) {
	type told struct{ month, title string }
	const defence, santé, health = "ministre de la Défense", "ministre de la Santé", "Minister of Health"
	for _, tt := range []struct {
		reason string
		told   []told
		want   int
	}{
		{"two ministries at one time", []told{{"2019-01", defence}, {"2019-06", defence}, {"2019-02", santé}, {"2019-05", santé}}, 2},
		{"one ministry in two languages", []told{{"2019-01", santé}, {"2019-06", santé}, {"2019-02", health}, {"2019-05", health}}, 1},
		{"another ministry from one month to the next", []told{{"2019-01", defence}, {"2019-06", defence}, {"2019-06", santé}, {"2020-01", santé}}, 1},
		{"nobody knows when", []told{{"", defence}, {"", santé}}, 1},
		{"which ministry, one does not say", []told{{"2019-01", defence}, {"2019-06", defence}, {"2019-02", "ministre"}, {"2019-05", "ministre"}}, 1},
	} {
		var reports []graph.Report
		for i, r := range tt.told {
			reports = append(reports, graph.Report{
				Article: graph.Article{ID: graph.ArticleID(fmt.Sprint(i)), Published: graph.Date(r.month)},
				Persons: []graph.ReportedPerson{{Name: "Marc Delorme", Country: "BJ", Offices: []graph.Office{{Title: r.title, Key: "minister", Country: "BJ"}}}},
			})
		}
		if got := len(nodes[graph.Person](t, graph.KindPerson, reports)); got != tt.want {
			t.Errorf("%s: %d persons, want %d", tt.reason, got, tt.want)
		}
	}
}
