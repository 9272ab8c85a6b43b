package graphtest

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
)

// pastDays are the days on which something can begin or end in the worlds of
// testAnyPast, and some between; the first stands for all before.
func pastDays() []graph.Date {
	return []graph.Date{
		"2024-05-08", "2024-05-09", "2024-12-30", "2024-12-31", "2025-05-06", "2025-05-07", "2025-05-08", "2025-05-09",
		"2025-05-10", "2025-05-11", "2025-05-31", "2025-06-01", "2025-12-31", "2026-01-01", "2026-01-02",
	}
}

// Past is what a store should have known, day by day: a table of the rules of
// graph.Batch.Day, without their intervals.
type Past struct {
	now   *model
	known map[graph.ArticleID][]*graph.Report // by index of pastDays
	turn  map[graph.ArticleID]int             // the day of the last change
}

// NewPast returns the past of an empty store.
func NewPast() *Past {
	return &Past{newModel(), map[graph.ArticleID][]*graph.Report{}, map[graph.ArticleID]int{}}
}

// Batch makes a random batch, of a random day or of none, and applies it.
func (p *Past) Batch(w *World) graph.Batch {
	b := w.batch(p.now)
	days := pastDays()
	if w.chance(85) {
		b.Day = days[5+w.pick(len(days)-5)]
	}
	for id, r := range p.now.reports { // another reading of the article
		if w.chance(10) && len(r.Persons) > 0 {
			r.Persons = slices.Clone(r.Persons)
			r.Persons[0].Aliases = append(slices.Clone(r.Persons[0].Aliases), fmt.Sprintf("Name %d", w.pick(9)))
			b.Put = append(b.Put, r)
			b.Remove = slices.DeleteFunc(b.Remove, func(x graph.ArticleID) bool { return x == id })
		}
	}
	p.apply(b)
	return b
}

func (p *Past) apply(b graph.Batch) {
	before := maps.Clone(p.now.reports)
	p.now.apply(b)
	ids := articleIDs(b.Put)
	ids = append(ids, b.Remove...)
	slices.Sort(ids)
	for _, id := range slices.Compact(ids) {
		old, new := reportOf(before, id), reportOf(p.now.reports, id)
		if old != nil && new != nil && cmp.Equal(old, new) || old == nil && new == nil && b.Day != "" {
			continue
		}
		p.change(id, old, new, b.Day)
	}
}

func reportOf(rs map[graph.ArticleID]graph.Report, id graph.ArticleID) *graph.Report {
	if r, ok := rs[id]; ok {
		return &r
	}
	return nil
}

func (p *Past) change(id graph.ArticleID, old, new *graph.Report, day graph.Date) {
	table := p.known[id]
	never := !slices.ContainsFunc(table, func(r *graph.Report) bool { return r != nil })
	if day == "" || table == nil || never {
		table = make([]*graph.Report, len(pastDays()))
		p.known[id], p.turn[id] = table, 0
	}
	from := slices.Index(pastDays(), day) // -1 for none
	switch {
	case old != nil && new != nil && day != "" && old.Article == new.Article:
		from = p.turn[id]
	case new != nil && (day == "" || never):
		if d := slices.Index(pastDays(), lastDay(new.Article.Published)); d >= 0 && (day == "" || d < from) {
			from = d
		}
	default:
		from = max(from, p.turn[id])
	}
	from = max(from, 0)
	p.turn[id] = from
	for i := from; i < len(table); i++ {
		table[i] = new
	}
}

func lastDay(d graph.Date) graph.Date {
	_, last, _ := d.Bounds()
	return graph.Date(last)
}

// On returns the reports known on a day, in order of article id.
func (p *Past) On(day graph.Date) []graph.Report {
	i := slices.Index(pastDays(), day)
	var rs []graph.Report
	for _, id := range slices.Sorted(maps.Keys(p.known)) {
		if r := p.known[id][i]; r != nil {
			rs = append(rs, *r)
		}
	}
	return rs
}

// Judged are the judgements in force: they have no past.
func (p *Past) Judged() []graph.Judgement { return p.now.judged }

// Days are the days that On knows.
func (p *Past) Days() []graph.Date { return pastDays() }

// Check compares what a store tells of every day.
func (p *Past) Check(t fataler, s graph.Store) {
	t.Helper()
	now := hashes(p.now.list())
	slices.Sort(now)
	for _, day := range pastDays() {
		want := hashes(p.On(day))
		if diff := cmp.Diff(want, hashes(KnownOn(t, s, day))); diff != "" {
			t.Fatalf("known on %s (-want +got):\n%s", day, diff)
		}
		m, err := s.Moment(context.Background(), day)
		if err != nil || m.Reports != len(want) || m.Current != slices.Equal(now, want) {
			t.Fatalf("the moment of %s is %+v, error %v; %d reports are known, %d in the graph", day, m, err, len(want), len(now))
		}
	}
}

// KnownOn returns the reports that a store knew on a day.
func KnownOn(t fataler, s graph.Store, day graph.Date) []graph.Report {
	t.Helper()
	var rs []graph.Report
	for r, err := range s.KnownOn(context.Background(), day) {
		if err != nil {
			t.Fatalf("known on %s: %v", day, err)
		}
		rs = append(rs, *r)
	}
	return rs
}

// hashes names reports by article and content.
func hashes(rs []graph.Report) []string {
	list := make([]string, len(rs))
	for i := range rs {
		list[i] = string(rs[i].Article.ID) + " " + rs[i].Hash()
	}
	return list
}

// testAnyPast applies random batches of random days and compares what is
// known of each day, and the graph, after each.
func testAnyPast(t *testing.T, s graph.Store) {
	rapid.Check(t, func(t *rapid.T) {
		w, p := Draw(t), NewPast()
		for range 1 + w.pick(4) {
			b := p.Batch(w)
			if _, err := s.Apply(context.Background(), b); err != nil {
				t.Fatalf("apply: %v", err)
			}
			p.Check(t, s)
		}
		sameExport(t, s, p.now.list(), p.now.judged...)
		empty(t, s, p.now.seen) // without a day: for all days
		if left := KnownOn(t, s, "2025-06-01"); len(left) > 0 {
			t.Fatalf("after removing every article without a day, %d are known", len(left))
		}
	})
}

func testKnownOn(t *testing.T, s graph.Store) {
	paper := func(id graph.ArticleID, published graph.Date, other string) graph.Report {
		r := meets(id, "2025-05-01", "A", other)
		r.Article.Published, r.Article.Title = published, other
		return r
	}
	put := func(day graph.Date, rs ...graph.Report) { mustApply(t, s, graph.Batch{Put: rs, Day: day}) }
	put("2025-06-01", paper("a/dated", "2025-05-02", "B"), paper("a/month", "2025-05", "C"), paper("a/undated", "", "D"), paper("a/ahead", "2025-07-01", "E"))
	put("2025-06-03", paper("a/dated", "2025-05-02", "Corrected"))
	mustApply(t, s, graph.Batch{Remove: []graph.ArticleID{"a/month"}, Day: "2025-06-04"})
	put("2025-06-06", paper("a/month", "2025-05", "Back"))
	put("2025-06-02", paper("a/ahead", "2025-07-01", "Earlier day"), paper("a/dated", "2025-05-02", "Earlier day"))
	for _, tt := range []struct {
		day          graph.Date
		want, reason string
	}{
		{"2025-05-01", "", "nothing was published"},
		{"2025-05-02", "B", "on the day of publication"},
		{"2025-05-30", "B", "a month may have been its last day"},
		{"2025-05-31", "B C", "published some day of May"},
		{"2025-06-01", "E B C D", "the day of the load, for one of unknown date and one of a later date"},
		{"2025-06-02", "Earlier day B C D", "the day before a correction"},
		{"2025-06-03", "Earlier day Earlier day C D", "a change of a day before the last change counts as of that day"},
		{"2025-06-04", "Earlier day Earlier day D", "withdrawn"},
		{"2025-06-05", "Earlier day Earlier day D", "still"},
		{"2025-06-06", "Earlier day Earlier day Back D", "back"},
		{"2030-01-01", "Earlier day Earlier day Back D", "long after"},
	} {
		var titles []string
		for _, r := range KnownOn(t, s, tt.day) {
			titles = append(titles, r.Article.Title)
		}
		same(t, string(tt.day)+", "+tt.reason, tt.want, strings.Join(titles, " "))
	}
	for range s.KnownOn(context.Background(), "2030-01-01") {
		break // the store is still there
	}
	mustApply(t, s, graph.Batch{Remove: []graph.ArticleID{"a/dated", "a/month"}})
	same(t, "forgotten", "Earlier day", KnownOn(t, s, "2025-06-02")[0].Article.Title)
	same(t, "nothing else was known", 2, len(KnownOn(t, s, "2025-06-02")))
}

func testBadDays(t *testing.T, s graph.Store) {
	ctx, r := context.Background(), meets("a/1", "", "A", "B")
	for _, day := range []graph.Date{"2025", "2025-05", "XXXX-05-09", "2025-02-30", "today", "2025-05-01/2025-05-02", "' OR 1=1", "\x00"} {
		if _, err := s.Apply(ctx, graph.Batch{Put: []graph.Report{r}, Day: day}); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("apply on %q: %v, want ErrInvalid", day, err)
		}
	}
	for _, day := range []graph.Date{"", "2025", "XXXX-05-09", "2025-02-30", "' OR 1=1"} {
		if _, err := s.Moment(ctx, day); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("moment of %q: %v, want ErrInvalid", day, err)
		}
		for _, err := range s.KnownOn(ctx, day) {
			if !errors.Is(err, graph.ErrInvalid) {
				t.Errorf("known on %q: %v, want ErrInvalid", day, err)
			}
		}
	}
	sameExport(t, s, nil)
}

// testState: the state of a moment changes with the store, and only then.
func testState(t *testing.T, s graph.Store) {
	state := func() int64 {
		m, err := s.Moment(context.Background(), "2025-01-01")
		if err != nil {
			t.Fatal(err)
		}
		return m.State
	}
	before := state()
	r := meets("a/1", "", "A", "B")
	for _, tt := range []struct {
		reason  string
		batch   graph.Batch
		changes bool
	}{
		{"nothing", graph.Batch{}, false},
		{"new", graph.Batch{Put: []graph.Report{r}, Day: "2025-02-01"}, true},
		{"unchanged", graph.Batch{Put: []graph.Report{r}, Day: "2025-02-02"}, false},
		{"absent", graph.Batch{Remove: []graph.ArticleID{"none"}, Day: "2025-02-02"}, false},
		{"removed", graph.Batch{Remove: []graph.ArticleID{"a/1"}, Day: "2025-02-02"}, true},
	} {
		mustApply(t, s, tt.batch)
		after := state()
		same(t, tt.reason, tt.changes, after != before)
		before = after
	}
}
