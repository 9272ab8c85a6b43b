package extract_test

import (
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/loader/article"
)

// TestAgo: what is told to have been some time before publication is dated, so
// that it is never taken for a later meeting of the same pair.
func TestAgo(t *testing.T) {
	x := newExtractor(t)
	const (
		en = "Swedish Foreign Minister Karin Lindholm met with Portuguese Foreign Minister Luis Rebelo in Lisbon "
		fr = "Le ministre portugais des Affaires étrangères Luis Rebelo a rencontré la ministre suédoise des Affaires étrangères Karin Lindholm "
		vi = "Ngoại trưởng Thụy Điển Karin Lindholm đã gặp Ngoại trưởng Bồ Đào Nha Luis Rebelo "
	)
	later := x.Extract(&article.Article{ID: "later", Text: en + "on May 19, 2025.", Published: "2025-05-19"})
	for _, tt := range []struct {
		text   string
		date   graph.Date
		reason string
	}{
		{en + "two weeks ago.", "2025-05-05/2025-05-11", ""},
		{en + "a fortnight ago.", "2025-05-05/2025-05-11", ""},
		{en + "last week.", "2025-05-12/2025-05-18", "from Monday to Sunday"},
		{en + "three days ago.", "2025-05-19", "a day is a day"},
		{en + "2 months ago.", "2025-03", ""},
		{fr + "il y a deux semaines.", "2025-05-05/2025-05-11", ""},
		{fr + "il y a quinze jours.", "2025-05-05/2025-05-11", "so French says"},
		{fr + "la semaine dernière.", "2025-05-12/2025-05-18", ""},
		{vi + "cách đây hai tuần.", "2025-05-05/2025-05-11", ""},
		{vi + "tuần trước.", "2025-05-12/2025-05-18", ""},
		{vi + "hai tuần trước đó.", "", "counted from another day"},
	} {
		r := x.Extract(&article.Article{ID: "ago", Text: tt.text, Published: "2025-05-22"})
		if len(r.Meetings) != 1 || r.Meetings[0].Date != tt.date {
			t.Errorf("%s %s: %v, want %s", tt.text, tt.reason, r.Meetings, tt.date)
			continue
		}
		joins := tt.date == "2025-05-19" || tt.date == ""
		if got := meetings(later, r) == 1; got != joins {
			t.Errorf("%s is the meeting on May 19: %v, want %v", tt.text, got, joins)
		}
	}
	unknown := x.Extract(&article.Article{ID: "ago", Text: en + "two weeks ago."})
	if len(unknown.Meetings) != 1 || unknown.Meetings[0].Date != "" {
		t.Errorf("counted from an unknown day: %v", unknown.Meetings)
	}
}

// meetings counts those of a graph of reports.
func meetings(reports ...graph.Report) int {
	n := 0
	for _, o := range derive.Graph(reports) {
		if o.Kind == string(graph.KindMeeting) {
			n++
		}
	}
	return n
}
