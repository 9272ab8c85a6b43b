package derive

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
)

// told makes terms of lines "YYYY-MM title[/key] [CC] [former] [x...]", with
// "_" for a blank of a title and one more report per x.
func told(t *testing.T, lines ...string) terms {
	t.Helper()
	s := terms{}
	for _, line := range lines {
		f := strings.Split(line, " ")
		title, key, _ := strings.Cut(f[1], "/")
		country, former, n := "", "false", 1
		for _, w := range f[2:] {
			switch {
			case w == "former":
				former = "true"
			case strings.HasPrefix(w, "x"):
				n += len(w)
			default:
				country = w
			}
		}
		if f[0] == "-" {
			f[0] = ""
		}
		s.add(cell{attrOffice, join(strings.ReplaceAll(title, "_", " "), country, former, key), monthNumber(graph.Date(f[0]))}, n)
	}
	return s
}

func TestOffices(t *testing.T) {
	office := func(o graph.HeldOffice, title, key string, c graph.CountryCode) graph.HeldOffice {
		o.Title, o.Key, o.Country = title, key, c
		return o
	}
	for _, tt := range []struct {
		reason string
		told   []string
		want   []graph.HeldOffice
	}{
		{
			"president in one year and former president in a later one agree, in two languages",
			[]string{"2019-03 President/president US", "2020-01 President/president US", "2025-02 président/president US former"},
			[]graph.HeldOffice{office(graph.HeldOffice{
				Titles: []string{"président"}, From: "2019-03", Held: "2020-01", Until: "2025-02", First: "2019-03", Last: "2025-02", Reports: 3,
			}, "President", "president", "US")},
		},
		{
			"years of which no article tells",
			[]string{"2019-03 King/king", "2020-01 King/king", "2025-02 King/king"},
			[]graph.HeldOffice{office(graph.HeldOffice{
				From: "2019-03", Held: "2025-02", First: "2019-03", Last: "2025-02", Reports: 3, Gaps: []graph.OfficeGap{{After: "2020-01", Before: "2025-02"}},
			}, "King", "king", "")},
		},
		{
			"only ever a former one",
			[]string{"2025-02 ambassador/ambassador FR former", "2025-04 ambassador/ambassador FR former"},
			[]graph.HeldOffice{office(graph.HeldOffice{Until: "2025-02", First: "2025-02", Last: "2025-04", Reports: 2}, "ambassador", "ambassador", "FR")},
		},
		{
			"left and taken again",
			[]string{"2019-03 President/president", "2021-02 President/president former", "2021-09 President/president former", "2025-02 President/president"},
			[]graph.HeldOffice{
				office(graph.HeldOffice{From: "2019-03", Held: "2019-03", Until: "2021-02", First: "2019-03", Last: "2021-09", Reports: 3}, "President", "president", ""),
				office(graph.HeldOffice{From: "2025-02", Held: "2025-02", First: "2025-02", Last: "2025-02", Reports: 1}, "President", "president", ""),
			},
		},
		{
			"a slip of one article in one month is a conflict, not an end",
			[]string{"2024-01 President/president x", "2024-02 President/president former", "2024-03 President/president x"},
			[]graph.HeldOffice{office(graph.HeldOffice{
				From: "2024-01", Held: "2024-03", First: "2024-01", Last: "2024-03", Reports: 5,
				Conflicts: []graph.OfficeConflict{{Month: "2024-02", Former: 1}},
			}, "President", "president", "")},
		},
		{
			"the month in which it changes hands says both",
			[]string{"2024-01 President/president", "2024-01 President/president former", "2024-02 President/president former"},
			[]graph.HeldOffice{office(graph.HeldOffice{
				From: "2024-01", Held: "2024-01", Until: "2024-02", First: "2024-01", Last: "2024-02", Reports: 3,
				Conflicts: []graph.OfficeConflict{{Month: "2024-01", Holder: 1, Former: 1}},
			}, "President", "president", "")},
		},
		{
			"an article that does not name the state means the only one named",
			[]string{"2024-01 President/president", "2024-03 President/president LA"},
			[]graph.HeldOffice{office(graph.HeldOffice{From: "2024-01", Held: "2024-03", First: "2024-01", Last: "2024-03", Reports: 2}, "President", "president", "LA")},
		},
		{
			"two ministries are two offices, two spellings of one are one",
			[]string{"2024-01 Minister-of-Trade/minister VN", "2024-03 minister-of-trade/minister VN x", "2024-05 Minister-of-Health/minister VN"},
			[]graph.HeldOffice{
				office(graph.HeldOffice{Titles: []string{"Minister-of-Trade"}, From: "2024-01", Held: "2024-03", First: "2024-01", Last: "2024-03", Reports: 3}, "minister-of-trade", "minister", "VN"),
				office(graph.HeldOffice{From: "2024-05", Held: "2024-05", First: "2024-05", Last: "2024-05", Reports: 1}, "Minister-of-Health", "minister", "VN"),
			},
		},
		{
			"a long title goes on with a body of its own",
			[]string{"2024-01 President/president VN", "2024-03 president_of_the_committee_of_a_town/president VN"},
			[]graph.HeldOffice{
				office(graph.HeldOffice{From: "2024-01", Held: "2024-01", First: "2024-01", Last: "2024-01", Reports: 1}, "President", "president", "VN"),
				office(graph.HeldOffice{From: "2024-03", Held: "2024-03", First: "2024-03", Last: "2024-03", Reports: 1}, "president of the committee of a town", "", "VN"),
			},
		},
		{
			"one ministry in two languages; who is only called the minister holds the only one told",
			[]string{"2024-01 Minister_of_Health/minister:health LA", "2024-02 ministre_de_la_Santé_et_de_la_Solidarité/minister:health LA", "2024-03 Minister/minister", "2024-04 ministre/minister LA x"},
			[]graph.HeldOffice{office(graph.HeldOffice{
				Titles: []string{"Minister", "ministre", "ministre de la Santé et de la Solidarité"}, From: "2024-01", Held: "2024-04", First: "2024-01", Last: "2024-04", Reports: 5,
			}, "Minister of Health", "minister:health", "LA")},
		},
		{
			"of two ministries \"the minister\" can hold either",
			[]string{"2024-01 Minister_of_Health/minister:health LA", "2024-05 Minister_of_Trade/minister:trade LA", "2024-06 Minister/minister LA"},
			[]graph.HeldOffice{
				office(graph.HeldOffice{From: "2024-01", Held: "2024-01", First: "2024-01", Last: "2024-01", Reports: 1}, "Minister of Health", "minister:health", "LA"),
				office(graph.HeldOffice{From: "2024-05", Held: "2024-05", First: "2024-05", Last: "2024-05", Reports: 1}, "Minister of Trade", "minister:trade", "LA"),
				office(graph.HeldOffice{From: "2024-06", Held: "2024-06", First: "2024-06", Last: "2024-06", Reports: 1}, "Minister", "minister", "LA"),
			},
		},
		{
			"the full name of a state makes no other office, and its chairman is its president",
			[]string{"2024-01 Chủ_tịch_nước/state_chairman VN x", "2024-03 President_of_the_Socialist_Republic_of_Vietnam/president VN"},
			[]graph.HeldOffice{office(graph.HeldOffice{
				Titles: []string{"President of the Socialist Republic of Vietnam"}, From: "2024-01", Held: "2024-03", First: "2024-01", Last: "2024-03", Reports: 3,
			}, "Chủ tịch nước", "president", "VN")},
		},
		{
			"no article is dated",
			[]string{"- king/king", "- king/king former x"},
			[]graph.HeldOffice{{Office: graph.Office{Title: "king", Key: "king", Former: true}, Reports: 3}},
		},
	} {
		for i := range tt.want {
			tt.want[i].Former = tt.want[i].Until != "" || tt.want[i].First == ""
		}
		if diff := cmp.Diff(tt.want, told(t, tt.told...).offices()); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestOfficeSentence(t *testing.T) {
	for _, tt := range []struct{ reason, text, name, title, want string }{
		{"the sentence around", "Hier. M. X, ministre de la Défense, est venu. Puis il est parti.", "X", "ministre de la Défense", "M. X, ministre de la Défense, est venu."},
		{"an initial ends none", "President J. Biden met M. Macron. Then he left.", "Biden", "President", "President J. Biden met M. Macron."},
		{"not beyond the line", "President\nBiden came.", "Biden", "President", ""},
		{"not from afar", "President " + strings.Repeat("é", 200) + " Biden", "Biden", "President", ""},
		{"a line without an end", strings.Repeat("đ", 1000) + " President Biden " + strings.Repeat("đ", 1000), "Biden", "President",
			strings.Repeat("đ", 149) + " President Biden " + strings.Repeat("đ", 149)},
	} {
		i := strings.Index(tt.text, tt.name)
		s, _ := officeSentence(tt.text, []graph.Span{{Start: i, End: i + len(tt.name)}}, tt.title)
		if got := tt.text[s.Start:s.End]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
