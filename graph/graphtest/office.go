package graphtest

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// holds is an article of a day that gives somebody an office, in a sentence.
func holds(id graph.ArticleID, published graph.Date, name string, o graph.Office) graph.Report {
	b := NewBuilder(id)
	b.Report.Article.Published = published
	p := &b.Report.Persons[b.Person(name, o.Country)]
	p.Offices = []graph.Office{o}
	s := b.Quote(fmt.Sprintf("%s %s spoke.", o.Title, name)).Span
	at := s.Start + len(o.Title) + 1
	p.Mentions = []graph.Span{{Start: at, End: at + len(name)}}
	return b.Done()
}

func testOffices(t *testing.T, s graph.Store) {
	president := graph.Office{Title: "President", Key: "president", Country: "LA"}
	former, french := president, president
	former.Former = true
	french.Title, french.Former = "président", true
	mustApply(t, s, graph.Batch{Put: []graph.Report{
		holds("a/1", "2019-03-02", "Bounnhang Vorachith", president),
		holds("a/2", "2020-01-09", "Bounnhang Vorachith", president),
		holds("a/3", "2025-02-01", "Bounnhang Vorachith", french),
		holds("a/4", "2025-02-20", "Bounnhang Vorachith", former),
		holds("a/5", "2021-06-01", "Thongloun Sisoulith", president),
		holds("a/6", "2021-06-01", "Phankham Viphavanh", graph.Office{Title: "vice-président", Key: "vice_president", Country: "LA"}),
	}})
	for _, tt := range []struct {
		reason, office string
		of             graph.CountryCode
		want           string
	}{
		{"by key", "president", "LA", "Bounnhang Vorachith, Thongloun Sisoulith"},
		{"by a wording in any spelling", "PRESIDENT", "LA", "Bounnhang Vorachith, Thongloun Sisoulith"},
		{"by a key of two words", "vice_president", "LA", "Phankham Viphavanh"},
		{"of another state", "president", "VN", ""},
		{"nobody's", "king", "LA", ""},
		{"no beginning of a word", "presid", "LA", ""},
		{"rubbish", "' OR 1=1 --", "LA", ""},
	} {
		got := walk(t, 1, func(w graph.Window) (graph.Page[graph.Person], error) {
			return s.Persons(context.Background(), graph.PersonFilter{Office: tt.office, OfficeOf: tt.of, Window: w})
		})
		var names []string
		for _, p := range got {
			names = append(names, p.Name)
		}
		slices.Sort(names)
		same(t, tt.reason, tt.want, strings.Join(names, ", "))
	}
	p := personsNamed(t, s, "Bounnhang")[0]
	want := graph.HeldOffice{
		Office: graph.Office{Title: "President", Key: "president", Country: "LA", Former: true}, Titles: []string{"président"},
		First: "2019-03", Last: "2025-02", From: "2019-03", Held: "2020-01", Until: "2025-02", Reports: 4,
	}
	same(t, "one time, told in two languages", []graph.HeldOffice{want}, p.Offices)
	same(t, "the sentences of some months", "a/1 President Bounnhang Vorachith spoke. false, a/3 président Bounnhang Vorachith spoke. true, a/4 President Bounnhang Vorachith spoke. true",
		proofsOf(t, s, p.ID, want.Office, "2025-02", "2019-03", "2019-03", "2018-01"))
	same(t, "of no month", "", proofsOf(t, s, p.ID, want.Office))
	same(t, "of nobody", "", proofsOf(t, s, "nobody", want.Office, "2019-03"))

	mustApply(t, s, graph.Batch{Remove: []graph.ArticleID{"a/1", "a/4"}, Put: []graph.Report{holds("a/2", "2020-01-09", "Bounnhang Vorachith", former)}})
	same(t, "when articles go and change", "a/2 President Bounnhang Vorachith spoke. true, a/3 président Bounnhang Vorachith spoke. true",
		proofsOf(t, s, p.ID, want.Office, "2019-03", "2020-01", "2025-02"))

	minister := func(title string) graph.Office {
		return graph.Office{Title: title, Key: "minister", Country: "LA"}
	}
	mustApply(t, s, graph.Batch{Put: []graph.Report{
		holds("b/1", "2023-01-02", "Bounfeng Phoummalaysith", minister("Minister of Health")),
		holds("b/2", "2023-02-02", "Bounfeng Phoummalaysith", minister("ministre de la Santé")),
		holds("b/3", "2023-03-02", "Bounfeng Phoummalaysith", minister("Minister")),
	}})
	p = personsNamed(t, s, "Bounfeng")[0]
	want = graph.HeldOffice{
		Office: graph.Office{Title: "Minister of Health", Key: "minister:health", Country: "LA"}, Titles: []string{"Minister", "ministre de la Santé"},
		First: "2023-01", Last: "2023-03", From: "2023-01", Held: "2023-03", Reports: 3,
	}
	same(t, "one ministry in two languages, once not named", []graph.HeldOffice{want}, p.Offices)
	same(t, "the sentences of the ministry", "b/1 Minister of Health Bounfeng Phoummalaysith spoke. false, b/2 ministre de la Santé Bounfeng Phoummalaysith spoke. false, b/3 Minister Bounfeng Phoummalaysith spoke. false",
		proofsOf(t, s, p.ID, want.Office, "2023-01", "2023-02", "2023-03"))
}

func proofsOf(t fataler, s graph.Store, p graph.PersonID, o graph.Office, months ...graph.Date) string {
	t.Helper()
	proofs, err := s.OfficeProofs(context.Background(), []graph.OfficeRef{{Person: "nobody"}, {Person: p, Office: o, Months: months}})
	if err != nil || len(proofs) != 2 || len(proofs[0]) > 0 {
		t.Fatalf("proofs: %v, error %v", proofs, err)
	}
	var list []string
	for _, p := range proofs[1] {
		list = append(list, fmt.Sprintf("%s %s %v", p.Article, p.Quote, p.Former))
	}
	return strings.Join(list, ", ")
}

// testOfficeProofs: after any history the sentences of all persons' offices
// are just those of the reports.
func testOfficeProofs(t *testing.T, s graph.Store) {
	rapid.Check(t, func(t *rapid.T) {
		w, m := Draw(t), newModel()
		for range 1 + w.pick(3) {
			b := w.batch(m)
			m.apply(b)
			if _, err := s.Apply(context.Background(), b); err != nil {
				t.Fatalf("apply: %v", err)
			}
		}
		want, months := map[string]bool{}, []graph.Date{""}
		for _, r := range m.list() {
			for _, said := range derive.OfficesSaid(&r) {
				want[fmt.Sprintf("%s %s %v", said.Article, said.Quote, said.Former)] = true
				months = append(months, said.Month)
			}
		}
		got := map[string]bool{}
		page, err := s.Persons(context.Background(), graph.PersonFilter{Window: graph.Window{First: 100}})
		if err != nil || page.More {
			t.Fatalf("persons: more %v, error %v", page.More, err)
		}
		for _, p := range page.Values() {
			for _, o := range p.Offices {
				for _, proof := range strings.Split(proofsOf(t, s, p.ID, o.Office, months...), ", ") {
					if proof != "" {
						got[proof] = true
					}
				}
			}
		}
		if fmt.Sprint(want) != fmt.Sprint(got) {
			t.Fatalf("the sentences of offices are\n%v\nwant\n%v", got, want)
		}
		empty(t, s, m.seen)
	})
}
