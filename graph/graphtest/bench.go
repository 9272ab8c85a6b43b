package graphtest

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/diplograph/diplograph/graph"
)

const (
	// BatchSize is the number of reports that a loader applies at once.
	BatchSize = 300
	// GrowBatch is how many build a large store: a batch writes each famous
	// person once.
	GrowBatch = 10_000
)

// Bench measures a store: how fast it takes articles in and how fast it answers
// whom a person met, with evidence. With DIPLOGRAPH_BENCH=1000000 it also runs on
// as many meetings. BenchOneMore measures the rest.
func Bench(b *testing.B, open Open) {
	b.Run("load", func(b *testing.B) { benchLoad(b, open) })
	for _, n := range Sizes() {
		b.Run(fmt.Sprintf("whom did they meet/%d", n), func(b *testing.B) { benchMet(b, open, n) })
	}
}

// Sizes lists the numbers of articles and meetings that stores are measured at,
// beside others.
func Sizes() []int {
	sizes := []int{10_000}
	if n, err := strconv.Atoi(os.Getenv("DIPLOGRAPH_BENCH")); err == nil && n > 0 {
		sizes = append(sizes, n)
	}
	return sizes
}

// Load applies reports in batches of the usual size.
func Load(tb testing.TB, s graph.Store, reports []graph.Report) {
	tb.Helper()
	for len(reports) > 0 {
		n := min(BatchSize, len(reports))
		apply(tb, s, reports[:n])
		reports = reports[n:]
	}
}

func apply(tb testing.TB, s graph.Store, reports []graph.Report) {
	tb.Helper()
	if _, err := s.Apply(context.Background(), graph.Batch{Put: reports}); err != nil {
		tb.Fatalf("apply: %v", err)
	}
}

func benchLoad(b *testing.B, open Open) {
	const articles = 3000
	reports := NewPress(1, 5000).Reports(0, articles)
	for b.Loop() {
		b.StopTimer()
		s := open(b)
		b.StartTimer()
		Load(b, s, reports)
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchOneMore measures what one more article costs in stores of different sizes,
// and one of a person whom half of all articles name. It adds to each store in
// turn, so that all have the same machine, and tells the medians, for now and then
// one pays for what many wrote, as when a log is written back:
//
//	go test ./graph/sqlite -run xxx -bench Store/one_more -benchtime 500x
func BenchOneMore(b *testing.B, open Open, sizes []int) {
	houses := make([]*House, len(sizes))
	for i, n := range sizes {
		houses[i] = NewHouse(open(b))
		houses[i].Grow(b, n, GrowBatch)
	}
	for b.Loop() {
		for _, h := range houses {
			h.Publish(b)
		}
	}
	b.ReportMetric(0, "ns/op")
	for i, h := range houses {
		h.Report(b, sizes[i])
	}
}

// House publishes into a store, the reports of Press.Famous.
type House struct {
	store           graph.Store
	press           *Press
	next            int
	anybody, famous []time.Duration
}

// NewHouse returns one for an empty store.
func NewHouse(s graph.Store) *House { return &House{store: s, press: NewPress(1, 5000)} }

// Grow publishes, a batch at a time, until there are n reports.
func (h *House) Grow(b *testing.B, n, batch int) {
	for h.next < n {
		apply(b, h.store, h.reports(min(batch, n-h.next)))
	}
}

// Publish applies the next two reports, each on its own.
func (h *House) Publish(b *testing.B) {
	for range 2 {
		times := &h.anybody
		if h.next%2 == 1 {
			times = &h.famous
		}
		more := h.reports(1)
		begin := time.Now()
		apply(b, h.store, more)
		*times = append(*times, time.Since(begin))
	}
}

// Report tells the medians of what was published into a store of a size, and
// forgets them.
func (h *House) Report(b *testing.B, size int) {
	b.ReportMetric(median(h.anybody), fmt.Sprintf("ms/article@%d", size))
	b.ReportMetric(median(h.famous), fmt.Sprintf("ms/famous@%d", size))
	h.anybody, h.famous = nil, nil
}

func (h *House) reports(n int) []graph.Report {
	h.next += n
	return h.press.Famous(h.next-n, h.next)
}

// median is in milliseconds.
func median(times []time.Duration) float64 {
	slices.Sort(times)
	return times[len(times)/2].Seconds() * 1000
}

// Meetings loads n meetings of a few hundred persons, a hundred per report,
// and returns the id of the person who was at most of them.
func Meetings(tb testing.TB, s graph.Store, n int) graph.PersonID {
	tb.Helper()
	press := NewPress(3, 400)
	for i := 0; i < n; i += 100 {
		b := NewBuilder(graph.ArticleID(fmt.Sprintf("meetings/%07d", i)))
		for range 100 {
			x := b.Person(pressName(int(press.zipf.Uint64())), "VN")
			y := b.Person(pressName(1000+int(press.zipf.Uint64())), "LA")
			b.Met(press.day(), x, y).Place = "Hanoï"
		}
		Load(tb, s, []graph.Report{b.Done()})
	}
	page, err := s.Persons(context.Background(), graph.PersonFilter{Search: pressName(0), Window: graph.Window{First: 1}})
	if err != nil || len(page.Items) != 1 {
		tb.Fatalf("persons: %v %v", page, err)
	}
	return page.Items[0].Value.ID
}

func benchMet(b *testing.B, open Open, n int) {
	s := open(b)
	p := Meetings(b, s, n)
	for b.Loop() {
		MetPage(b, s, p)
	}
}

// MetPage reads the first 50 encounters of a person with their evidence.
func MetPage(tb testing.TB, s graph.Store, p graph.PersonID) {
	pages, err := s.Encounters(context.Background(), graph.EncounterFilter{Of: []graph.PersonID{p}, Window: graph.Window{First: 50}})
	if err != nil || len(pages[0].Items) != 50 {
		tb.Fatalf("encounters: %d items, error %v", len(pages[0].Items), err)
	}
	facts := make([]graph.FactID, 50)
	for i, it := range pages[0].Items {
		facts[i] = graph.FactID(it.Value.ID)
	}
	proofs, err := s.Evidence(context.Background(), facts)
	if err != nil || len(proofs) != 50 || len(proofs[49]) == 0 {
		tb.Fatalf("evidence: %d lists, error %v", len(proofs), err)
	}
}
