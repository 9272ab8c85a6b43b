package graphtest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

func mustApply(t *testing.T, s graph.Store, b graph.Batch) []graph.Change {
	t.Helper()
	out, err := s.Apply(context.Background(), b)
	if err != nil {
		t.Fatalf("apply: %v", err)
	}
	var changes []graph.Change
	for _, o := range out {
		changes = append(changes, o.Change)
	}
	return changes
}

// meets is an article that tells of one meeting.
func meets(id graph.ArticleID, d graph.Date, a, b string) graph.Report {
	r := NewBuilder(id)
	r.Met(d, r.Person(a, ""), r.Person(b, ""))
	return r.Done()
}

func testOutcomes(t *testing.T, s graph.Store) {
	one, other := meets("a/1", "2025-05-09", "A", "B"), meets("a/1", "2025-05-10", "A", "C")
	two := meets("a/2", "2025-05-09", "A", "B")
	steps := []struct {
		reason string
		batch  graph.Batch
		want   []graph.Change
		holds  []graph.Report
	}{
		{"nothing", graph.Batch{}, nil, nil},
		{"new", graph.Batch{Put: []graph.Report{one, two}}, []graph.Change{graph.New, graph.New}, []graph.Report{one, two}},
		{"again", graph.Batch{Put: []graph.Report{one}}, []graph.Change{graph.Unchanged}, []graph.Report{one, two}},
		{"other content", graph.Batch{Put: []graph.Report{other}}, []graph.Change{graph.Replaced}, []graph.Report{other, two}},
		{"removed, and an absent one", graph.Batch{Remove: []graph.ArticleID{"a/2", "none", "a/2"}}, []graph.Change{graph.Removed, graph.Absent, graph.Absent}, []graph.Report{other}},
		{"the last put of an article wins", graph.Batch{Put: []graph.Report{one, other, one}}, []graph.Change{graph.Replaced, graph.Replaced, graph.Replaced}, []graph.Report{one}},
		{"put and removed", graph.Batch{Put: []graph.Report{two}, Remove: []graph.ArticleID{"a/2"}}, []graph.Change{graph.New, graph.Removed}, []graph.Report{one}},
		{"removed for good", graph.Batch{Remove: []graph.ArticleID{"a/1"}}, []graph.Change{graph.Removed}, nil},
	}
	for _, st := range steps {
		same(t, st.reason, st.want, mustApply(t, s, st.batch))
		sameExport(t, s, st.holds)
	}
}

func testInvalidBatch(t *testing.T, s graph.Store) {
	good, bad := meets("a/1", "", "A", "B"), meets("a/2", "", "A", "B")
	bad.Meetings[0].Evidence = nil
	if _, err := s.Apply(context.Background(), graph.Batch{Put: []graph.Report{good, bad}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("apply of an invalid report: %v, want ErrInvalid", err)
	}
	unclear := graph.Judgement{A: graph.PersonRef{Name: "A"}, B: graph.PersonRef{Name: "A"}}
	if _, err := s.Apply(context.Background(), graph.Batch{Put: []graph.Report{good}, Judge: []graph.Judgement{unclear}}); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("apply of an invalid judgement: %v, want ErrInvalid", err)
	}
	sameExport(t, s, nil)
}

func testInvalidFilters(t *testing.T, s graph.Store) {
	ctx := context.Background()
	of, win := []graph.PersonID{"p"}, graph.Window{First: 10}
	tests := map[string]func() error{
		"first 0": func() error { _, err := s.Persons(ctx, graph.PersonFilter{}); return err },
		"first 101": func() error {
			_, err := s.Articles(ctx, graph.ArticleFilter{Window: graph.Window{First: 101}})
			return err
		},
		"first -1": func() error {
			_, err := s.Meetings(ctx, graph.MeetingFilter{Window: graph.Window{First: -1}})
			return err
		},
		"a foreign cursor": func() error {
			_, err := s.Encounters(ctx, graph.EncounterFilter{Of: of, Window: graph.Window{First: 1, After: "' OR 1=1"}})
			return err
		},
		"a bound, no day": func() error {
			_, err := s.Encounters(ctx, graph.EncounterFilter{Of: of, Window: win, When: graph.When{Since: "2025"}})
			return err
		},
		"no parent": func() error { _, err := s.Encounters(ctx, graph.EncounterFilter{Window: win}); return err },
		"many parents": func() error {
			_, err := s.Encounters(ctx, graph.EncounterFilter{Of: make([]graph.PersonID, 1001), Window: win})
			return err
		},
		"many ids": func() error {
			_, err := s.Persons(ctx, graph.PersonFilter{IDs: make([]graph.PersonID, 1001)})
			return err
		},
		"many identities": func() error {
			_, err := s.Identities(ctx, graph.IdentityFilter{Of: make([]graph.PersonID, 1001)})
			return err
		},
		"many facts":     func() error { _, err := s.Evidence(ctx, make([]graph.FactID, 1001)); return err },
		"ids and search": func() error { _, err := s.Persons(ctx, graph.PersonFilter{IDs: of, Search: "x"}); return err },
		"ids and an office": func() error {
			_, err := s.Persons(ctx, graph.PersonFilter{IDs: of, Office: "x", OfficeOf: "VN"})
			return err
		},
		"an office of no state": func() error {
			_, err := s.Persons(ctx, graph.PersonFilter{Office: "x", Window: win})
			return err
		},
		"many offices": func() error {
			_, err := s.OfficeProofs(ctx, make([]graph.OfficeRef, 1001))
			return err
		},
		"many months": func() error {
			_, err := s.OfficeProofs(ctx, []graph.OfficeRef{{Months: make([]graph.Date, 1001)}})
			return err
		},
		"parents and ids": func() error {
			_, err := s.Meetings(ctx, graph.MeetingFilter{Of: of, IDs: []graph.MeetingID{"m"}, Window: win})
			return err
		},
		"no kind of group": func() error { _, err := s.Groups(ctx, graph.GroupFilter{Window: win}); return err },
		"a person as group": func() error {
			_, err := s.Groups(ctx, graph.GroupFilter{Kind: graph.KindPerson, Window: win})
			return err
		},
	}
	for reason, call := range tests {
		if err := call(); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%s: error %v, want ErrInvalid", reason, err)
		}
	}
}

func testSearch(t *testing.T, s graph.Store) {
	var reports []graph.Report
	for i, name := range []string{"Tô Lâm", "Tô Lâm Anh", "Tống Lâm", "Hùng Sơn", "Hưng Sơn", "Đỗ Mười", "习近平", "Vladimir Poutine"} {
		b := NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
		b.Person(name, "")
		reports = append(reports, b.Done())
	}
	reports[7].Persons[0].Aliases = []string{"Putin"}
	mustApply(t, s, graph.Batch{Put: reports})
	for _, tt := range []struct{ query, want string }{
		{"to lam", "Tô Lâm, Tô Lâm Anh, Tống Lâm"},
		{"LÂM TÔ", "Tô Lâm, Tô Lâm Anh, Tống Lâm"},
		{"hùng", "Hùng Sơn"},
		{"hư", "Hưng Sơn"},
		{"do muoi", "Đỗ Mười"},
		{"đ", "Đỗ Mười"},
		{"习", "习近平"},
		{"put", "Vladimir Poutine"},
		{"lam x", ""},
		{"%", ""}, {"_", ""}, {`"`, ""}, {"*", ""}, {"' OR '1'='1", ""}, {"\x00", ""}, {"\xff\xfe", ""},
		{strings.Repeat("lam ", 500), ""},
	} {
		got := walk(t, 2, func(w graph.Window) (graph.Page[graph.Person], error) {
			return s.Persons(context.Background(), graph.PersonFilter{Search: tt.query, Window: w})
		})
		var names []string
		for _, p := range got {
			names = append(names, p.Name)
		}
		same(t, fmt.Sprintf("search %.20q", tt.query), tt.want, strings.Join(names, ", "))
	}
}

// testHostile stores and asks for strings that mean something elsewhere.
func testHostile(t *testing.T, s graph.Store) {
	strs := []string{"' OR 1=1 --", `"; DROP TABLE person; --`, "%_*?[a-z]", "}) DETACH DELETE n //", `\u0000`, "$x", "a\tb\nc", "<b>&amp;", "😀 a", strings.Repeat("x", graph.MaxString-9)}
	var reports []graph.Report
	for i, str := range strs {
		b := NewBuilder(graph.ArticleID(fmt.Sprintf("%d %s", i, str)))
		b.Report.Article.URL, b.Report.Article.Title = str, str
		b.Report.Parties = []graph.ReportedGroup{{Name: "a " + str, Key: str}}
		m := b.Met("2025-05-09", b.Person("a "+str, ""), b.Person("B", ""))
		m.Place, m.Evidence = str, []graph.Evidence{b.Quote(str)}
		b.Report.Persons[0].Key, b.Report.Persons[0].Parties = str, []int{0}
		reports = append(reports, b.Done())
	}
	mustApply(t, s, graph.Batch{Put: reports})
	sameExport(t, s, reports)
	ctx, win := context.Background(), graph.Window{First: 100}
	for i, str := range strs {
		byParty, err := s.Persons(ctx, graph.PersonFilter{Party: graph.PartyID(str), Window: win})
		if err != nil || len(byParty.Items) != 1 {
			t.Errorf("persons of party %.30q: %d, error %v", str, len(byParty.Items), err)
		}
		byID, err := s.Articles(ctx, graph.ArticleFilter{IDs: []graph.ArticleID{reports[i].Article.ID}})
		if err != nil || len(byID.Items) != 1 || byID.Items[0].Value != reports[i].Article {
			t.Errorf("article %.30q: %v, error %v", str, byID.Items, err)
		}
		pages, err := s.Encounters(ctx, graph.EncounterFilter{Of: []graph.PersonID{graph.PersonID(str)}, Country: graph.CountryCode(str), Window: win})
		if err != nil || len(pages[0].Items) != 0 {
			t.Errorf("encounters of %.30q: %v, error %v", str, pages, err)
		}
	}
	mustApply(t, s, graph.Batch{Put: []graph.Report{meets("a/1", "", "A", "B")}})
}

// testCursorsStay turns pages while items come and go before them.
func testCursorsStay(t *testing.T, s graph.Store) {
	ctx := context.Background()
	put := func(i int, d graph.Date) {
		mustApply(t, s, graph.Batch{Put: []graph.Report{meets(graph.ArticleID(fmt.Sprintf("a/%d", i)), d, "A", "B")}})
	}
	for i, d := range []graph.Date{"2025-05-09", "2025-05-08", "2025-05-07"} {
		put(i, d)
	}
	page := func(after graph.Cursor) graph.Page[graph.Meeting] {
		p, err := one(s.Meetings(ctx, graph.MeetingFilter{Window: graph.Window{First: 1, After: after}}))
		if err != nil || len(p.Items) != 1 {
			t.Fatalf("a page of %d meetings, error %v", len(p.Items), err)
		}
		return p
	}
	first := page("")
	put(3, "2025-06-01") // comes before the page
	mustApply(t, s, graph.Batch{Remove: []graph.ArticleID{"a/0"}})
	if got := page(first.Items[0].Cursor).Items[0].Value.Date; got != "2025-05-08" {
		t.Errorf("the page after 2025-05-09 starts at %s", got)
	}
}

func testCancelled(t *testing.T, s graph.Store) {
	kept := meets("a/1", "2025-05-09", "A", "B")
	mustApply(t, s, graph.Batch{Put: []graph.Report{kept}})
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	win := graph.Window{First: 1}
	calls := map[string]func() error{
		"Apply":   func() error { _, err := s.Apply(ctx, graph.Batch{Put: NewWorld(1).Reports(50)}); return err },
		"Persons": func() error { _, err := s.Persons(ctx, graph.PersonFilter{Window: win}); return err },
		"Encounters": func() error {
			_, err := s.Encounters(ctx, graph.EncounterFilter{Of: []graph.PersonID{"p"}, Window: win})
			return err
		},
		"Meetings":    func() error { _, err := s.Meetings(ctx, graph.MeetingFilter{Window: win}); return err },
		"Delegations": func() error { _, err := s.Delegations(ctx, graph.DelegationFilter{Window: win}); return err },
		"Agreements":  func() error { _, err := s.Agreements(ctx, graph.AgreementFilter{Window: win}); return err },
		"Groups": func() error {
			_, err := s.Groups(ctx, graph.GroupFilter{Kind: graph.KindParty, Window: win})
			return err
		},
		"Articles": func() error { _, err := s.Articles(ctx, graph.ArticleFilter{Window: win}); return err },
		"Evidence": func() error { _, err := s.Evidence(ctx, []graph.FactID{"m"}); return err },
		"Places":   func() error { _, err := s.Places(ctx, graph.PlaceFilter{Window: win}); return err },
		"Stats":    func() error { _, err := s.Stats(ctx); return err },
		"OfficeProofs": func() error {
			_, err := s.OfficeProofs(ctx, []graph.OfficeRef{{Person: "p"}})
			return err
		},
		"Identities": func() error {
			_, err := s.Identities(ctx, graph.IdentityFilter{Of: []graph.PersonID{"p"}})
			return err
		},
		"Judgements": func() error { _, err := s.Judgements(ctx); return err },
		"Moment":     func() error { _, err := s.Moment(ctx, "2025-01-01"); return err },
		"KnownOn": func() (last error) {
			for _, err := range s.KnownOn(ctx, "2025-01-01") {
				last = err
			}
			return last
		},
		"Export": func() error { _, err := Lines(ctx, s); return err },
	}
	for name, call := range calls {
		if err := call(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: error %v, want context.Canceled", name, err)
		}
	}
	sameExport(t, s, []graph.Report{kept})
}

// testCancelledMidway ends the context while a batch is being applied.
func testCancelledMidway(t *testing.T, s graph.Store) {
	reports := NewPress(5, 500).Reports(0, 400)
	for _, countdown := range []int{1, 3, 10, 50, 200} {
		ctx := &countdownContext{Context: context.Background(), done: make(chan struct{}), left: countdown}
		if _, err := s.Apply(ctx, graph.Batch{Put: reports}); err != nil {
			if !errors.Is(err, context.Canceled) {
				t.Errorf("cancelled at look %d: error %v, want context.Canceled", countdown, err)
			}
			sameExport(t, s, nil)
			continue
		}
		mustApply(t, s, graph.Batch{Remove: articleIDs(reports)})
	}
	mustApply(t, s, graph.Batch{Put: reports[:5]})
	sameExport(t, s, reports[:5])
}

func articleIDs(rs []graph.Report) []graph.ArticleID {
	var ids []graph.ArticleID
	for i := range rs {
		ids = append(ids, rs[i].Article.ID)
	}
	return ids
}

func testClosed(t *testing.T, s graph.Store) {
	if err := s.Close(); err != nil {
		t.Fatalf("close: %v", err)
	}
	_, applyErr := s.Apply(context.Background(), graph.Batch{})
	_, statsErr := s.Stats(context.Background())
	_, exportErr := Lines(context.Background(), s)
	for _, err := range []error{applyErr, statsErr, exportErr} {
		if !errors.Is(err, graph.ErrUnavailable) {
			t.Errorf("after Close: error %v, want ErrUnavailable", err)
		}
	}
	if err := s.Close(); err != nil {
		t.Errorf("second close: %v", err)
	}
}
