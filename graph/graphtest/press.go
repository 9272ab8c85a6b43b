package graphtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"unicode"

	"github.com/diplograph/diplograph/graph"
)

// Press makes reports as large as those of real articles, in any number: few
// persons are named very often and most seldom, meetings are spread over
// twenty years and each is told by about two articles.
type Press struct {
	rand *rand.Rand
	zipf *rand.Zipf
	body string
}

// NewPress returns a press that gives the same reports for the same seed, of
// about the given number of persons.
func NewPress(seed uint64, persons int) *Press {
	r := rand.New(rand.NewPCG(seed, 2))
	return &Press{
		rand: r,
		zipf: rand.NewZipf(r, 1.1, 8, uint64(persons-1)),
		body: strings.Repeat("Les deux parties ont souligné l'importance de la coopération bilatérale. ", 30),
	}
}

// Reports returns reports number from to to-1 of the press; the number makes
// the article's id.
func (p *Press) Reports(from, to int) []graph.Report {
	rs := make([]graph.Report, 0, to-from)
	for i := from; i < to; i++ {
		rs = append(rs, p.report(i))
	}
	return rs
}

// Famous is Reports, but every other one names a person whom nobody outdoes.
func (p *Press) Famous(from, to int) []graph.Report {
	rs := p.Reports(from, to)
	for i := range rs {
		if (from+i)%2 == 1 {
			rs[i].Persons[0].Name, rs[i].Persons[0].Country = "Tô Lâm", "VN"
		}
	}
	return rs
}

func syllables() []string {
	return []string{"lâm", "phú", "trọng", "minh", "vla", "di", "mir", "po", "ro", "chen", "ka", "to", "văn", "sou", "phet", "ber", "nard"}
}

// pressName gives every number a name of its own.
func pressName(n int) string {
	s := syllables()
	word := func(k int) string {
		w := []rune(s[k%len(s)] + s[k/len(s)%len(s)])
		w[0] = unicode.ToUpper(w[0])
		return string(w)
	}
	return fmt.Sprintf("%s %s %s", word(n), word(n/7+3), word(n/289+11))
}

func (p *Press) report(i int) graph.Report {
	b := NewBuilder(graph.ArticleID(fmt.Sprintf("press/%07d", i)))
	day := p.day()
	b.Report.Article.Published = day
	b.Report.Countries = []graph.ReportedCountry{{Code: "VN"}, {Code: "LA"}}
	b.Report.Parties = []graph.ReportedGroup{{Name: "Parti communiste du Vietnam", Key: "vn/cpv", Country: "VN"}}
	b.text.WriteString(p.body)
	for range 4 {
		n := int(p.zipf.Uint64())
		k := b.Person(pressName(n), []graph.CountryCode{"VN", "LA"}[n%2])
		b.Report.Persons[k].Offices = []graph.Office{{Title: "ministre de la Défense", Country: "VN"}}
		b.Report.Persons[k].Parties = []int{0}
	}
	persons := len(b.Report.Persons)
	if persons > 1 {
		b.Met(day, 0, 1).Place = "Hanoï"
	}
	if persons > 2 {
		b.Met(day, 1, 2)
	}
	return b.Done()
}

func (p *Press) day() graph.Date {
	return graph.MakeDate(2006+p.rand.IntN(20), 1+p.rand.IntN(12), 1+p.rand.IntN(28))
}
