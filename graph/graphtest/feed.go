package graphtest

import (
	"errors"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
)

// testFeed follows a store from one change to the next.
func testFeed(t *testing.T, s graph.Store) {
	mustApply(t, s, graph.Batch{Put: []graph.Report{meets("a/0", "2025-01-01", "Tô Lâm", "Xi Jinping")}})
	f := newFollower(t, s)
	b := NewBuilder("a/2")
	lam, macron := b.Person("Tô Lâm", "VN"), b.Person("Emmanuel Macron", "FR")
	b.Met("2025-06-01", lam, macron)
	b.Met("2025-06-02", lam, macron)
	two := b.Done()
	one, silent := meets("a/1", "2025-05-09", "Tô Lâm", "Vladimir Poutine"), NewBuilder("a/3").Done()
	for _, step := range []struct {
		reason string
		batch  graph.Batch
		want   []string
	}{
		{"nothing", graph.Batch{}, nil},
		{"two articles, in order of id", graph.Batch{Put: []graph.Report{two, one}}, []string{"a/1 2025-05-09", "a/2 2025-06-01 2025-06-02"}},
		{"again", graph.Batch{Put: []graph.Report{two, one}}, nil},
		{"an article that says nothing", graph.Batch{Put: []graph.Report{silent}}, []string{"a/3"}},
		{"the same meeting, told by another", graph.Batch{Put: []graph.Report{meets("a/4", "2025-05-09", "Tô Lâm", "Vladimir Poutine")}}, []string{"a/4 2025-05-09"}},
		{"one that says something else", graph.Batch{Put: []graph.Report{meets("a/4", "2025-05-20", "Tô Lâm", "Vladimir Poutine")}}, []string{"a/4 2025-05-20"}},
		{"one that is taken back", graph.Batch{Remove: []graph.ArticleID{"a/4"}}, nil},
	} {
		mustApply(t, s, step.batch)
		if diff := cmp.Diff(step.want, f.news(t)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", step.reason, diff)
		}
	}
	if n, err := f.Arrivals(t.Context(), f.mark+1000, 1); err != nil || !n.Missed || n.Mark != f.mark {
		t.Errorf("a mark of another store: %+v %v, want the mark %d and Missed", n, err, f.mark)
	}
	for _, most := range []int{0, -1, 1001} {
		if _, err := f.Arrivals(t.Context(), 0, most); !errors.Is(err, graph.ErrInvalid) {
			t.Errorf("%d arrivals: %v", most, err)
		}
	}
}

// follower reads a feed from where it was when it was made, one arrival at a
// time.
type follower struct {
	graph.Feed
	store graph.Store
	mark  graph.Mark
}

func newFollower(t *testing.T, s graph.Store) *follower {
	t.Helper()
	feed, ok := s.(graph.Feed)
	if !ok {
		t.Fatal("the store has no feed")
	}
	now, err := feed.Arrivals(t.Context(), graph.Now, 1)
	if err != nil || len(now.Arrivals) > 0 || now.Missed {
		t.Fatalf("the mark of now: %+v %v", now, err)
	}
	return &follower{feed, s, now.Mark}
}

// news returns what came since the last call: articles with the dates of what
// they tell.
func (f *follower) news(t *testing.T) (lines []string) {
	t.Helper()
	for {
		n, err := f.Arrivals(t.Context(), f.mark, 1)
		if err != nil || n.Missed || len(n.Arrivals) > 1 {
			t.Fatalf("after %d: %+v %v", f.mark, n, err)
		}
		if len(n.Arrivals) == 0 {
			return lines
		}
		f.mark = n.Mark
		lines = append(lines, string(n.Arrivals[0].Article)+f.dates(t, n.Arrivals[0].Facts))
	}
}

func (f *follower) dates(t *testing.T, facts []graph.FactID) (line string) {
	t.Helper()
	ids := make([]graph.MeetingID, len(facts))
	for i, id := range facts {
		ids[i] = graph.MeetingID(id)
	}
	pages, err := f.store.Meetings(t.Context(), graph.MeetingFilter{IDs: ids})
	if err != nil || len(pages[0].Items) != len(ids) {
		t.Fatalf("meetings %v: %v %v", ids, pages, err)
	}
	var dates []string
	for _, m := range pages[0].Values() {
		dates = append(dates, string(m.Date))
	}
	slices.Sort(dates)
	for _, d := range dates {
		line += " " + d
	}
	return line
}
