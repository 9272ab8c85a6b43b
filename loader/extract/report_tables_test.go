package extract_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/loader/article"
)

// Who sat at one table, each facing the others, and who met without them.
func TestTables(t *testing.T) {
	x := newExtractor(t)
	for _, tt := range []struct {
		reason, text string
		want         []string // of each meeting the last names, each with the side
	}{
		{"hosted for talks of three", "Polish President Adam Wilkosz hosted Kenyan President Joseph Mutiso and Ugandan President Moses Okello for trilateral talks in Warsaw on Tuesday.",
			[]string{"Mutiso1 Okello2 Wilkosz0"}},
		{"hosted", "Polish President Adam Wilkosz hosted Kenyan President Joseph Mutiso and Ugandan President Moses Okello in Warsaw on Tuesday.",
			[]string{"Mutiso1 Okello1 Wilkosz0"}},
		{"a verb that holds the word", "Sáng 12/8, tại Vác-xa-va, Tổng thống Ba Lan Adam Wilkosz đã cùng Tổng thống Kenya Joseph Mutiso và Tổng thống Uganda Moses Okello tiến hành hội nghị thượng đỉnh ba bên.",
			[]string{"Mutiso1 Okello2 Wilkosz0"}},
		{"two on one side who met there", "Polish President Adam Wilkosz and Kenyan President Joseph Mutiso last saw each other in May in Warsaw, when they met there with Uganda's Moses Okello.",
			[]string{"Mutiso1 Okello2 Wilkosz0"}},
		{"two of the three alone", "Polish President Adam Wilkosz, Kenyan President Joseph Mutiso and Ugandan President Moses Okello held a trilateral summit in Warsaw on Tuesday. In the afternoon, Wilkosz received Okello alone.",
			[]string{"Mutiso1 Okello2 Wilkosz0", "Okello1 Wilkosz0"}},
		{"two of the three", "Polish President Adam Wilkosz, Kenyan President Joseph Mutiso and Ugandan President Moses Okello held a trilateral summit in Warsaw on Tuesday. Wilkosz told Okello that bilateral relations were excellent.",
			[]string{"Mutiso1 Okello2 Wilkosz0"}},
		{"in a bilateral", "Sáng 12/8, Tổng thống Ba Lan Adam Wilkosz, Tổng thống Kenya Joseph Mutiso và Tổng thống Uganda Moses Okello đã có cuộc gặp ba bên. Sau đó, Tổng thống Adam Wilkosz gặp riêng Tổng thống Moses Okello.",
			[]string{"Mutiso1 Okello2 Wilkosz0", "Okello1 Wilkosz0"}},
	} {
		r := x.Extract(&article.Article{ID: "a", Text: tt.text, Published: "2025-08-13"})
		var got []string
		for _, m := range r.Meetings {
			var who []string
			for _, p := range m.Participants {
				name := r.Persons[p.Person].Name
				who = append(who, fmt.Sprint(name[strings.LastIndexByte(name, ' ')+1:], p.Side))
			}
			slices.Sort(who)
			got = append(got, strings.Join(who, " "))
		}
		slices.Sort(got)
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s: %s\n(-want +got)\n%s", tt.reason, tt.text, diff)
		}
	}
}
