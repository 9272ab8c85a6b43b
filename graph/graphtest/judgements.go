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

// Judgements returns n random judgements on the persons of reports, most of
// them by name. Now and then they contradict each other or mean nobody.
func (w *World) Judgements(n int, reports []graph.Report) []graph.Judgement {
	ids := []graph.PersonID{"Q1", "Q2"}
	for _, o := range derive.Graph(reports) {
		if o.Kind == string(graph.KindPerson) {
			ids = append(ids, graph.PersonID(o.Key))
		}
	}
	js := make([]graph.Judgement, 0, n)
	for len(js) < n {
		j := graph.Judgement{Same: w.chance(60), A: w.ref(ids), B: w.ref(ids), Who: "test"}
		if j.A != j.B {
			js = append(js, j)
		}
	}
	return js
}

func (w *World) ref(ids []graph.PersonID) graph.PersonRef {
	if w.chance(40) {
		return graph.PersonRef{ID: choose(w, ids)}
	}
	if w.chance(10) {
		return graph.PersonRef{Key: "seed/1"}
	}
	return graph.PersonRef{Name: choose(w, names()), Country: choose(w, countries())}
}

// testJudgementsTakenBack: a set of judgements comes, changes and goes, and
// the store is as it was.
func testJudgementsTakenBack(t *testing.T, s graph.Store) {
	rapid.Check(t, func(t *rapid.T) {
		w, m := Draw(t), newModel()
		judge := func(js []graph.Judgement) {
			b := graph.Batch{Judge: js}
			m.apply(b)
			if _, err := s.Apply(context.Background(), b); err != nil {
				t.Fatalf("judge: %v", err)
			}
			sameExport(t, s, m.list(), js...)
		}
		reports := graph.Batch{Put: w.Reports(8)}
		m.apply(reports)
		if _, err := s.Apply(context.Background(), reports); err != nil {
			t.Fatalf("apply: %v", err)
		}
		js := w.Judgements(1+w.pick(6), m.list())
		judge(js)
		judge(rapid.Permutation(append(js[w.pick(len(js)):], w.Judgements(2, m.list())...)).Draw(t, "other"))
		judge([]graph.Judgement{})
		empty(t, s, m.seen)
	})
}

// testJudgements tries every rule of Batch.Judge on a few persons.
func testJudgements(t *testing.T, s graph.Store) {
	name := func(n string) graph.PersonRef { return graph.PersonRef{Name: n} }
	one := func(a, b graph.PersonRef) graph.Judgement { return graph.Judgement{Same: true, A: a, B: b} }
	two := func(a, b graph.PersonRef) graph.Judgement { return graph.Judgement{A: a, B: b} }
	nobody := graph.PersonRef{ID: "NK-1"}
	reports := judgedReports()
	mustApply(t, s, graph.Batch{Put: reports})
	id := graph.PersonRef{ID: personsNamed(t, s, "Trần Văn An")[0].ID}
	const plain = "Chủ tịch Xi 1, Trần Văn An 1, Trần Văn An 1, Tập Cận Bình 1, Vladimir Poutine 2, Xi Jinping 2"
	tests := []struct {
		reason string
		judged []graph.Judgement
		want   string
	}{
		{"none", nil, plain},
		{"one by two names, which one article both uses", []graph.Judgement{one(name("Tập Cận Bình"), name("xi JINPING"))}, "Chủ tịch Xi 1, Trần Văn An 1, Trần Văn An 1, Vladimir Poutine 2, Xi Jinping 2"},
		{"other marks are another name", []graph.Judgement{one(name("Tap Can Binh"), name("Xi Jinping"))}, plain},
		{"another country", []graph.Judgement{one(graph.PersonRef{Name: "Tập Cận Bình", Country: "VN"}, name("Xi Jinping"))}, plain},
		{"two spellings of two", []graph.Judgement{two(name("Vladimir Poutine"), name("Vladimir Putin"))}, "Chủ tịch Xi 1, Trần Văn An 1, Trần Văn An 1, Tập Cận Bình 1, Vladimir Poutine 1, Vladimir Putin 1, Xi Jinping 2"},
		{"a name of two persons joins none of them", []graph.Judgement{one(name("Trần Văn An"), name("Xi Jinping"))}, plain},
		{"a key is of one", []graph.Judgement{one(graph.PersonRef{Key: "seed/1"}, name("Xi Jinping"))}, "Trần Văn An 1, Trần Văn An 1, Tập Cận Bình 1, Vladimir Poutine 2, Xi Jinping 3"},
		{"an id is of one", []graph.Judgement{one(id, name("Xi Jinping"))}, "Chủ tịch Xi 1, Trần Văn An 1, Tập Cận Bình 1, Vladimir Poutine 2, Xi Jinping 3"},
		{"connected by an id of nobody", []graph.Judgement{one(name("Tập Cận Bình"), nobody), one(nobody, name("Xi Jinping"))}, "Chủ tịch Xi 1, Trần Văn An 1, Trần Văn An 1, Vladimir Poutine 2, Xi Jinping 2"},
		{"contradictions join nothing", []graph.Judgement{one(name("Tập Cận Bình"), nobody), one(nobody, name("Xi Jinping")), two(name("Xi Jinping"), name("Tập Cận Bình"))}, plain},
		{"none again", []graph.Judgement{}, plain},
	}
	for _, tt := range tests {
		mustApply(t, s, graph.Batch{Judge: tt.judged})
		var got []string
		for _, p := range personsNamed(t, s, "") {
			got = append(got, fmt.Sprintf("%s %d", p.Name, p.Reports))
		}
		slices.Sort(got)
		same(t, tt.reason, tt.want, strings.Join(got, ", "))
		sameExport(t, s, reports, tt.judged...)
		in, err := s.Judgements(context.Background())
		if err != nil || !slices.EqualFunc(in, graph.JudgementSet(tt.judged), func(a graph.Judged, b graph.Judgement) bool { return a.Judgement == b }) {
			t.Errorf("%s: in force are %v, error %v", tt.reason, in, err)
		}
	}
}

// testIdentities asks why persons are one.
func testIdentities(t *testing.T, s graph.Store) {
	ctx := context.Background()
	xi, tap := graph.PersonRef{Name: "Xi Jinping"}, graph.PersonRef{Name: "Tập Cận Bình"}
	judged := []graph.Judgement{{Same: true, A: tap, B: xi, Who: "test", Why: "two alphabets"}, {A: xi, B: graph.PersonRef{Name: "Nobody"}}}
	mustApply(t, s, graph.Batch{Put: judgedReports(), Judge: judged})
	of := func(name string) graph.Identity {
		t.Helper()
		f := graph.IdentityFilter{Of: []graph.PersonID{personsNamed(t, s, name)[0].ID}, Articles: []graph.ArticleID{"a/2", "a/3", "a/4", "none"}}
		got, err := s.Identities(ctx, f)
		if err != nil || len(got) != 1 {
			t.Fatalf("identity of %s: %v, error %v", name, got, err)
		}
		got[0].Person = ""
		return got[0]
	}
	same(t, "two spellings", graph.Identity{
		Forms: []graph.Form{{Name: "Vladimir Poutine", Country: "RU", Reports: 1}, {Name: "Vladimir Putin", Country: "RU", Reports: 1}},
		Joins: []graph.Join{{A: 0, B: 1, Reasons: []graph.Reason{
			{Kind: graph.ReasonSpelling, Score: 1, Detail: "Vladimir Poutine ~ Vladimir Putin"},
			{Kind: graph.ReasonSameCountry, Score: 1, Detail: "RU"},
		}}},
		Rivals: []graph.Rival{}, Judgements: []graph.Judged{},
		Mentions: []graph.Mention{{Article: "a/3", Names: []string{"Vladimir Poutine"}}, {Article: "a/4", Names: []string{"Vladimir Putin"}}},
	}, of("Vladimir"))
	same(t, "a judgement", graph.Identity{
		Forms:  []graph.Form{{Name: "Xi Jinping", Country: "CN", Reports: 2}, {Name: "Tập Cận Bình", Country: "CN", Reports: 1}},
		Joins:  []graph.Join{{A: 0, B: 1, Reasons: []graph.Reason{{Kind: graph.ReasonJudgedSame, Score: 100}}}},
		Rivals: []graph.Rival{},
		Judgements: []graph.Judged{
			{Judgement: graph.Judgement{A: graph.PersonRef{Name: "Nobody"}, B: xi}, Effect: graph.EffectUnknown},
			{Judgement: judged[0], Effect: graph.EffectApplied},
		},
		Mentions: []graph.Mention{{Article: "a/2", Names: []string{"Xi Jinping", "Tập Cận Bình"}}},
	}, of("Xi Jinping"))
	same(t, "a key", graph.Identity{
		Forms: []graph.Form{{Name: "Chủ tịch Xi", Country: "CN", Reports: 1}},
		Joins: []graph.Join{}, Rivals: []graph.Rival{}, Judgements: []graph.Judged{},
	}, of("Chủ tịch"))
	namesake := of("Trần Văn An")
	same(t, "a namesake", []graph.Reason{
		{Kind: graph.ReasonOtherOffice, Score: -10, Detail: strings.Join(namesake.Forms[0].Offices, "") + " / " + map[bool]string{true: "governor", false: "ambassador"}[namesake.Forms[0].Offices[0] == "ambassador"]},
		{Kind: graph.ReasonSameName, Score: 2, Detail: "Trần Văn An ~ Trần Văn An"},
		{Kind: graph.ReasonSameCountry, Score: 1, Detail: "VN"},
	}, namesake.Rivals[0].Reasons)
	all, err := s.Judgements(ctx)
	if err != nil || len(all) != 2 || all[1].Effect != graph.EffectApplied {
		t.Errorf("judgements: %v, error %v", all, err)
	}
	absent, err := s.Identities(ctx, graph.IdentityFilter{Of: []graph.PersonID{"pnone", "", personsNamed(t, s, "Xi Jinping")[0].ID[:17] + "x"}})
	if err != nil || len(absent) != 3 || absent[0].Forms != nil || absent[2].Forms != nil {
		t.Errorf("absent persons: %v, error %v", absent, err)
	}
}

// testCrowded puts more namesakes into a store than are compared each with
// each, in one order and another, and takes some out again.
func testCrowded(t *testing.T, s graph.Store) {
	article := func(id string, first, last int) graph.Report {
		b := NewBuilder(graph.ArticleID(id))
		for i := first; i < last; i++ {
			b.Person(fmt.Sprintf("Pedro %c%c Alonso", 'a'+i%26, 'a'+i/26), "ES")
		}
		return b.Done()
	}
	crowded := func(reason string, want int, held ...graph.Report) {
		t.Helper()
		sameExport(t, s, held)
		st, err := s.Stats(context.Background())
		if err != nil || st.Crowded != want || st.Persons == 0 {
			t.Errorf("%s: %+v, error %v, want %d crowded", reason, st, err, want)
		}
	}
	const joints = 2 // of P. Alonso and A. Pedro, where many more than 50 stand
	some, more, last := article("a/1", 0, 100), article("a/2", 90, 200), article("a/3", 199, 201)
	mustApply(t, s, graph.Batch{Put: []graph.Report{some, more}})
	crowded("200", joints, some, more)
	mustApply(t, s, graph.Batch{Put: []graph.Report{last}})
	crowded("201", 1+joints, some, more, last)
	mustApply(t, s, graph.Batch{Remove: []graph.ArticleID{"a/1"}})
	crowded("111", joints, more, last)
	mustApply(t, s, graph.Batch{Put: []graph.Report{some}})
	crowded("201 in another order", 1+joints, some, more, last)
}

// judgedReports name a person in two alphabets, alone and together, one by a
// key, one in two spellings, and two of one name.
func judgedReports() []graph.Report {
	article := func(i int, c graph.CountryCode, office string, names ...string) graph.Report {
		b := NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
		for _, n := range names {
			p := b.Person(n, c)
			b.Report.Persons[p].Mentions = []graph.Span{b.Quote(n).Span}
			if office != "" {
				b.Report.Persons[p].Offices = []graph.Office{{Title: office, Key: office, Country: c}}
			}
		}
		if len(names) > 1 {
			b.Met("2025-05-09", 0, 1)
		}
		return b.Done()
	}
	known := article(7, "CN", "", "Chủ tịch Xi")
	known.Persons[0].Key = "seed/1"
	return []graph.Report{
		known,
		article(1, "CN", "", "Xi Jinping"),
		article(2, "CN", "", "Xi Jinping", "Tập Cận Bình"),
		article(3, "RU", "", "Vladimir Poutine"),
		article(4, "RU", "", "Vladimir Putin"),
		article(5, "VN", "governor", "Trần Văn An"),
		article(6, "VN", "ambassador", "Trần Văn An"),
	}
}

// personsNamed returns the persons that a search finds, or all.
func personsNamed(t *testing.T, s graph.Store, search string) []graph.Person {
	t.Helper()
	page, err := s.Persons(context.Background(), graph.PersonFilter{Search: search, Window: graph.Window{First: 100}})
	if err != nil {
		t.Fatalf("persons: %v", err)
	}
	return page.Values()
}
