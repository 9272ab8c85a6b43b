package live_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"go.uber.org/goleak"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/sqlite"
	"github.com/diplograph/diplograph/server/live"
	"github.com/diplograph/diplograph/server/servertest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// open makes a store and a hub that looks only when told.
func open(t *testing.T, unread int) (*sqlite.Store, *live.Hub) {
	t.Helper()
	s, err := sqlite.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	h := live.New(s, s, live.Options{Every: time.Hour, Unread: unread, Wait: time.Minute, Log: slog.New(slog.DiscardHandler)})
	t.Cleanup(func() { h.Close(); s.Close() })
	return s, h
}

func put(t *testing.T, s graph.Store, h *live.Hub, rs ...graph.Report) {
	t.Helper()
	if _, err := s.Apply(t.Context(), graph.Batch{Put: rs}); err != nil {
		t.Fatal(err)
	}
	h.Changed()
}

func meeting(i int) graph.Report {
	b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%02d", i)))
	b.Met(graph.Date(fmt.Sprintf("2025-05-%02d", i)), b.Person("Tô Lâm", "VN"), b.Person("Xi Jinping", "CN"))
	return b.Done()
}

func subscribe(t *testing.T, h *live.Hub, f live.Filter) <-chan live.FactAdded {
	t.Helper()
	c, err := h.Subscribe(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func line(f live.FactAdded) string {
	date := graph.Date("")
	switch x := f.Fact.(type) {
	case graph.Meeting:
		date = x.Date
	case graph.Delegation:
		date = x.Date
	case graph.Agreement:
		date = x.Date
	}
	return fmt.Sprintf("%s %T %s, missed %d", f.Article.ID, f.Fact, date, f.Missed)
}

// TestSlowSubscriber holds that one who does not read holds up nobody, gets the last fact
// all the same, and learns how many it missed.
func TestSlowSubscriber(t *testing.T) {
	s, h := open(t, 2)
	slow, quick := subscribe(t, h, live.Filter{}), subscribe(t, h, live.Filter{})
	for i := range 9 {
		put(t, s, h, meeting(i+1))
		if got, want := line(<-quick), fmt.Sprintf("a/%02d graph.Meeting 2025-05-%02d, missed 0", i+1, i+1); got != want {
			t.Fatalf("who reads at once: have %s, want %s", got, want)
		}
	}
	got := []string{line(<-slow), line(<-slow)}
	h.Changed() // there is room again
	got = append(got, line(<-slow))
	want := []string{"a/01 graph.Meeting 2025-05-01, missed 0", "a/02 graph.Meeting 2025-05-02, missed 0", "a/09 graph.Meeting 2025-05-09, missed 6"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("who reads late (-want +got):\n%s", diff)
	}
}

func TestFilters(t *testing.T) {
	s, h := open(t, 100)
	wanted := []struct {
		filter live.Filter
		want   string
	}{
		{live.Filter{Kinds: []graph.Kind{graph.KindDelegation}}, "Delegation of fr/002"},
		{live.Filter{Kinds: []graph.Kind{graph.KindAgreement, graph.KindDelegation}, Status: graph.Held}, "Delegation of fr/002, Agreement of en/003, Agreement of fr/001"},
		{live.Filter{Status: graph.Planned}, "Meeting of en/002"},
		{live.Filter{Country: "LA"}, "Meeting of en/002, Meeting of en/003, Meeting of vi/001"},
		{live.Filter{Country: "VN", Kinds: []graph.Kind{graph.KindDelegation}}, "Delegation of fr/002"}, // the host
		{live.Filter{Country: "RU", Kinds: []graph.Kind{graph.KindDelegation}}, "Delegation of fr/002"}, // it represents
		{live.Filter{Party: "vn/cpv", Kinds: []graph.Kind{graph.KindAgreement}}, "Agreement of en/003"},
		{live.Filter{Country: "ZZ"}, ""},
	}
	var chans []<-chan live.FactAdded
	for _, w := range wanted {
		chans = append(chans, subscribe(t, h, w.filter))
	}
	all := subscribe(t, h, live.Filter{}) // the last to be served
	put(t, s, h, servertest.Reports()...)
	for f := range all {
		if f.Article.ID == "vi/002" { // the last that tells something
			break
		}
	}
	for i, w := range wanted {
		var lines []string
		for len(chans[i]) > 0 {
			f := <-chans[i]
			lines = append(lines, strings.TrimPrefix(fmt.Sprintf("%T", f.Fact), "graph.")+" of "+string(f.Article.ID))
		}
		slices.Sort(lines)
		want := strings.Split(w.want, ", ")
		slices.Sort(want)
		if diff := cmp.Diff(strings.Join(want, ", "), strings.Join(lines, ", ")); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", w.filter, diff)
		}
	}
}

// TestEnds holds that subscriptions end with their context and with the hub, and that
// nobody can subscribe then.
func TestEnds(t *testing.T) {
	s, h := open(t, 2)
	ctx, cancel := context.WithCancel(t.Context())
	gone, err := h.Subscribe(ctx, live.Filter{})
	if err != nil || h.Subscribers() != 1 {
		t.Fatalf("%d subscribers, %v", h.Subscribers(), err)
	}
	cancel()
	if _, open := <-gone; open {
		t.Error("a fact came after the end")
	}
	stays := subscribe(t, h, live.Filter{})
	put(t, s, h, meeting(1))
	if f, open := <-stays; !open || f.Article.ID != "a/01" {
		t.Errorf("after another had gone: %+v", f)
	}
	h.Close()
	if _, open := <-stays; open || h.Subscribers() != 0 {
		t.Errorf("the hub is closed: %v, %d subscribers", open, h.Subscribers())
	}
	if _, err := h.Subscribe(t.Context(), live.Filter{}); err == nil {
		t.Error("subscribed to a closed hub")
	}
	if _, err := live.New(s, nil, live.Options{}).Subscribe(t.Context(), live.Filter{}); err == nil {
		t.Error("subscribed without a feed")
	}
}

// away is a feed that does not answer while it is away.
type away struct {
	graph.Feed
	gone   atomic.Bool
	missed chan struct{} // a token for each look in vain
}

func (a *away) Arrivals(ctx context.Context, after graph.Mark, most int) (graph.News, error) {
	if a.gone.Load() {
		a.missed <- struct{}{}
		return graph.News{}, graph.ErrUnavailable
	}
	return a.Feed.Arrivals(ctx, after, most)
}

// TestStoreAway holds that nothing is lost that came while the store did not answer, and
// that nobody can subscribe meanwhile.
func TestStoreAway(t *testing.T) {
	s, _ := open(t, 10)
	feed := &away{Feed: s, missed: make(chan struct{}, 10)}
	h := live.New(s, feed, live.Options{Every: time.Hour, Unread: 10, Wait: time.Minute, Log: slog.New(slog.DiscardHandler)})
	defer h.Close()
	feed.gone.Store(true)
	if _, err := h.Subscribe(t.Context(), live.Filter{}); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("subscribed to a store that does not answer: %v", err)
	}
	<-feed.missed
	feed.gone.Store(false)
	c := subscribe(t, h, live.Filter{})
	feed.gone.Store(true)
	put(t, s, h, meeting(1))
	<-feed.missed
	feed.gone.Store(false)
	put(t, s, h, meeting(2))
	got := []string{line(<-c), line(<-c)}
	want := []string{"a/01 graph.Meeting 2025-05-01, missed 0", "a/02 graph.Meeting 2025-05-02, missed 0"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
