package sqlite

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// counted is a store that counts what its changes read and write of blocks and
// reports, and write of persons.
type counted struct {
	*Store
	reports, read, written int // of the latter two, bytes
}

// Apply implements graph.Store.
func (s *counted) Apply(ctx context.Context, b graph.Batch) (outcomes []graph.Outcome, err error) {
	plan, err := derive.Prepare(b)
	if err != nil {
		return nil, err
	}
	err = s.write(ctx, func(c *conn) error {
		outcomes, err = plan.Run(ctx, &countingTx{&writeTx{c, s.kept}, s})
		return err
	})
	return outcomes, err
}

type countingTx struct {
	*writeTx
	to *counted
}

func (t *countingTx) Reports(ctx context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error] {
	t.to.reports += len(ids)
	return t.writeTx.Reports(ctx, ids)
}

func (t *countingTx) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	blocks, err := t.writeTx.Blocks(ctx, keys)
	for _, data := range blocks {
		t.to.read += len(data)
	}
	return blocks, err
}

func (t *countingTx) Write(ctx context.Context, d *derive.Delta) error {
	for _, b := range d.Blocks {
		t.to.written += len(b.Data)
	}
	for _, c := range d.Persons {
		if c.New != nil {
			t.to.written += len(c.New.JSON)
		}
	}
	return t.writeTx.Write(ctx, d)
}

// cost applies a report and returns how many bytes it reads and writes, and how
// many reports it reads again.
func (s *counted) cost(t *testing.T, r graph.Report) (bytes, reports int) {
	t.Helper()
	before := *s
	if _, err := s.Apply(t.Context(), graph.Batch{Put: []graph.Report{r}}); err != nil {
		t.Fatal(err)
	}
	return s.read + s.written - before.read - before.written, s.reports - before.reports
}

func openCounted(tb testing.TB) *counted {
	s, err := Open(context.Background(), ":memory:")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { s.Close() })
	return &counted{Store: s}
}

// slack is how much more an article may read and write among many: counts have
// more digits.
const slack = 64

// TestOneMoreOfMany: what one more report of a person reads and writes does not
// grow with the reports of the person, and none of them is read again.
func TestOneMoreOfMany(t *testing.T) {
	s := openCounted(t)
	put := func(from, to int) {
		var rs []graph.Report
		for i := from; i < to; i++ {
			rs = append(rs, ofOne(i))
		}
		graphtest.Load(t, s, rs)
	}
	put(0, 200)
	few, _ := s.cost(t, ofOne(200))
	put(201, 2500)
	many, again := s.cost(t, ofOne(2500))
	if again != 0 || many > few+slack {
		t.Errorf("one more report of a person reads and writes %d bytes and reads %d reports after 2500 others, %d bytes after 200", many, again, few)
	}
}

// TestOneMoreOfNamesakes: what one more report of a person reads and writes does
// not grow with what others say of namesakes.
func TestOneMoreOfNamesakes(t *testing.T) {
	s := openCounted(t)
	countries := []graph.CountryCode{"SE", "NO", "DK", "FI", "DE", "NL"}
	put := func(fromYear, toYear int) {
		var rs []graph.Report
		for i, c := range countries {
			for m := 12 * fromYear; m < 12*toYear; m++ {
				rs = append(rs, ofNamesake(c, 1000*i+m, graph.MakeDate(m/12, 1+m%12, 1)))
			}
		}
		graphtest.Load(t, s, rs)
	}
	put(2005, 2006)
	s.cost(t, ofNamesake("FR", 0, "2005-01-01"))
	few, _ := s.cost(t, ofNamesake("FR", 1, "2005-01-01"))
	put(2006, 2025)
	many, again := s.cost(t, ofNamesake("FR", 2, "2005-01-01"))
	if again != 0 || many > few+slack {
		t.Errorf("one more report of a person reads and writes %d bytes and reads %d reports after 20 years of namesakes, %d bytes after one", many, again, few)
	}
}

// ofNamesake is a report of a minister of a country.
func ofNamesake(c graph.CountryCode, i int, day graph.Date) graph.Report {
	b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%s/%d", c, i)))
	b.Report.Article.Published = day
	one := b.Person("Jan Berg", c)
	b.Report.Persons[one].Offices = []graph.Office{{Title: "ministre", Key: "minister", Country: c}}
	return b.Done()
}

// BenchmarkBytes counts what one more article reads and writes of blocks, and writes
// of persons, as a store grows: it shows where that reaches its bounds.
func BenchmarkBytes(b *testing.B) {
	const more = 200
	for b.Loop() {
		s := openCounted(b)
		h := graphtest.NewHouse(s)
		for _, size := range slices.Sorted(slices.Values(append([]int{1_000, 100_000}, graphtest.Sizes()...))) {
			h.Grow(b, size, graphtest.GrowBatch)
			before := *s
			for range more / 2 {
				h.Publish(b) // two
			}
			b.ReportMetric(float64(s.read-before.read)/more, fmt.Sprintf("B-read/article@%d", size))
			b.ReportMetric(float64(s.written-before.written)/more, fmt.Sprintf("B-written/article@%d", size))
		}
	}
	b.ReportMetric(0, "ns/op")
}

// ofOne are reports of one person, who holds an office and meets somebody else
// each time, over two years.
func ofOne(i int) graph.Report {
	b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%06d", i)))
	day := graph.MakeDate(2024+i%2, 1+i%12, 1+i%28)
	b.Report.Article.Published = day
	one := b.Person("Tô Lâm", "VN")
	b.Report.Persons[one].Offices = []graph.Office{{Title: "président", Key: "president", Country: "VN"}}
	guest := b.Person("Jan Berg", "SE")
	b.Report.Persons[guest].Key = fmt.Sprintf("guest/%d", i)
	b.Met(day, one, guest)
	return b.Done()
}
