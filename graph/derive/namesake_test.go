package derive_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

// personsTold are the persons whom some articles tell of, each of which names one, with the number of their reports.
func personsTold(t *testing.T, told []string) (persons []string) {
	t.Helper()
	var reports []graph.Report
	for i, line := range told {
		reports = append(reports, holder(i, line))
	}
	for _, p := range nodes[graph.Person](t, graph.KindPerson, reports) {
		persons = append(persons, fmt.Sprintf("%s (%d)", p.Name, p.Reports))
	}
	return persons
}

// holder makes an article that names one person: "2015-03 Lê Quang Minh/VN vice_minister=Thứ trưởng Bộ Công Thương".
// Only the last office may have blanks, and "_" is one.
func holder(i int, line string) graph.Report {
	month, rest, _ := strings.Cut(line, " ")
	who, offices, _ := strings.Cut(rest, " #")
	name, country, _ := strings.Cut(who, "/")
	p := graph.ReportedPerson{Name: name, Country: graph.CountryCode(country)}
	for o := range strings.SplitSeq(offices, "#") {
		if key, title, ok := strings.Cut(strings.TrimSpace(o), "="); ok {
			title, seat, _ := strings.Cut(title, "@")
			p.Offices = append(p.Offices, graph.Office{Key: key, Title: title, Seat: seat, Country: p.Country})
		}
	}
	return graph.Report{Article: graph.Article{ID: graph.ArticleID(fmt.Sprint(i)), Published: graph.Date(month)}, Persons: []graph.ReportedPerson{p}}
}

// TestNamesakesOfOneArticle: an article that tells of two persons under one name means two, but for another spelling.
func TestNamesakesOfOneArticle(t *testing.T) {
	ambassador := holder(0, "2020-03 Anil Rathore #ambassador=ambassador")
	for _, tt := range []struct {
		other string
		want  int
	}{
		{"2020-03 Anil Rathore #person=journalist", 2},
		{"2020-03 Anil Râthore #person=journalist", 1},
	} {
		r := ambassador
		r.Persons = append(r.Persons[:1:1], holder(0, tt.other).Persons...)
		if got := nodes[graph.Person](t, graph.KindPerson, []graph.Report{r}); len(got) != tt.want {
			t.Errorf("%s beside the ambassador: %d persons, want %d", tt.other, len(got), tt.want)
		}
	}
}

// TestNamesakes: who is one person and who only bears the name.
func TestNamesakes(t *testing.T) {
	for _, tt := range []struct {
		reason string
		told   []string
		want   int
	}{
		{"a deputy minister of 2015 and the chairman of a town of 2025", []string{
			"2015-03 Lê Quang Minh/VN #vice_minister=Thứ trưởng Bộ Công Thương",
			"2015-03 Le Quang Minh/VN #vice_minister=vice-ministre du Commerce",
			"2025-04 Le Quang Minh/VN #chairman=Vice Chairman of the People's Committee@haiphong",
		}, 2},
		{"who has gone from one to the other, as an article tells", []string{
			"2015-03 Đoàn Thế Vinh/VN #vice_minister=Thứ trưởng Bộ Công Thương",
			"2015-07 Doan The Vinh/VN #vice_minister=Thứ trưởng Bộ Công Thương #governor=Chủ tịch UBND tỉnh@haiphong",
			"2025-04 Doan The Vinh/VN #governor=Chairman of the People's Committee@haiphong",
		}, 1},
		{"without an office he may be either", []string{
			"2015-03 Wang Lei/CN #vice_minister=Vice Minister of Commerce",
			"2021-03 Wang Lei/CN #governor=Governor of the province@hunan",
			"2018-03 Wang Lei/CN",
		}, 3},
		{"without an office he is the only one told", []string{
			"2015-03 Wang Lei/CN #vice_minister=Vice Minister of Commerce",
			"2018-03 Wang Lei/CN",
		}, 1},
		{"a career of diplomats", []string{
			"2015-03 Park Sung-jin/KR #vice_minister=Vice Minister of Foreign Affairs",
			"2019-03 Park Sung-jin/KR #foreign_minister=Minister of Foreign Affairs",
		}, 1},
		{"where names are many a mayor becomes a minister", []string{
			"2012-03 Annelise Brunner/CH #governor=maire@basel",
			"2019-03 Annelise Brunner/CH #minister=ministre de la Santé",
		}, 1},
		{"initials for two given names, and one office", []string{
			"2018-05 Jean-Yves Le Guennec/FR #secretary_of_state=secrétaire d'État à la Francophonie",
			"2018-06 J.-Y. Le Guennec/FR #secretary_of_state=secrétaire d'État à la Francophonie",
		}, 1},
		{"but of no known state those may be two", []string{
			"2012-03 Maria Silva #governor=mayor@porto",
			"2019-03 Maria Silva #spokesperson=spokeswoman",
		}, 2},
		{"one office in two years, of no known state", []string{
			"2012-03 Maria Silva #governor=mayor@porto",
			"2019-03 Maria Silva #governor=maire de Porto@porto",
		}, 1},
	} {
		if got := personsTold(t, tt.told); len(got) != tt.want {
			t.Errorf("%s: %q, want %d", tt.reason, got, tt.want)
		}
	}
}
