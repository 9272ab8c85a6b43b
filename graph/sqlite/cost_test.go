package sqlite

import (
	"context"
	"fmt"
	"iter"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// countingTx counts what a change reads and writes of a store.
type countingTx struct {
	*writeTx
	reports, bytes int
}

func (t *countingTx) Reports(ctx context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error] {
	t.reports += len(ids)
	return t.writeTx.Reports(ctx, ids)
}

func (t *countingTx) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	blocks, err := t.writeTx.Blocks(ctx, keys)
	for _, data := range blocks {
		t.bytes += len(data)
	}
	return blocks, err
}

func (t *countingTx) Write(ctx context.Context, d *derive.Delta) error {
	for _, b := range d.Blocks {
		t.bytes += len(b.Data)
	}
	for _, c := range d.Persons {
		t.bytes += len(c.New.JSON)
	}
	return t.writeTx.Write(ctx, d)
}

// TestOneMoreOfMany: what one more report of a person reads and writes does not
// grow with the reports of the person, and none of them is read again.
func TestOneMoreOfMany(t *testing.T) {
	s, err := Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var few, many countingTx
	putOne := func(i int, counted *countingTx) {
		plan, err := derive.Prepare(graph.Batch{Put: []graph.Report{ofOne(i)}})
		if err != nil {
			t.Fatal(err)
		}
		err = s.write(t.Context(), func(c *conn) error {
			counted.writeTx = &writeTx{c, s.kept}
			_, err := plan.Run(t.Context(), counted)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	put := func(from, to int) {
		var b graph.Batch
		for i := from; i < to; i++ {
			b.Put = append(b.Put, ofOne(i))
		}
		if _, err := s.Apply(t.Context(), b); err != nil {
			t.Fatal(err)
		}
	}
	put(0, 200)
	putOne(200, &few)
	put(201, 2500)
	putOne(2500, &many)
	const slack = 64 // counts have more digits
	if few.reports != 0 || many.reports != 0 || many.bytes > few.bytes+slack {
		t.Errorf("one more report of a person reads and writes %d bytes and reads %d reports after 2500 others, %d and %d after 200",
			many.bytes, many.reports, few.bytes, few.reports)
	}
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
