package sqlite

import (
	"context"
	"fmt"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// TestNothingLeft: of blocks that were on shelves and are so no more, nothing
// stays behind.
func TestNothingLeft(t *testing.T) {
	s, err := Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	rows := func() (n int) {
		if err := s.dbs[1].QueryRow(`SELECT count(*) FROM block`).Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	put := graph.Batch{Put: graphtest.Telling(graphtest.NewWorld(1), 0, 300)}
	var remove graph.Batch
	for _, r := range put.Put {
		remove.Remove = append(remove.Remove, r.Article.ID)
	}
	apply := func(b graph.Batch) int {
		if _, err := s.Apply(context.Background(), b); err != nil {
			t.Fatal(err)
		}
		return rows()
	}
	if loud, left := apply(put), apply(remove); loud < 30 || left != 0 {
		t.Errorf("%d rows for a meeting that 300 texts tell of, %d when none is left", loud, left)
	}
	put, remove = graph.Batch{}, graph.Batch{}
	for i := range 3 {
		b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
		for k := range 100 {
			b.Met(graph.MakeDate(2023+i, 1+k/28, 1+k%28), b.Person("Jan Berg", "SE"), b.Person("Ana Lopes", "PT"))
		}
		put.Put, remove.Remove = append(put.Put, b.Done()), append(remove.Remove, b.Report.Article.ID)
	}
	few := graphtest.NewBuilder("a/few")
	for k := range 3 {
		few.Met(graph.MakeDate(2022, 1+k, 1), few.Person("Jan Berg", "SE"), few.Person("Ana Lopes", "PT"))
	}
	put.Put, remove.Remove = append(put.Put, few.Done()), append(remove.Remove, "a/few")
	crowded, months := apply(put), apply(graph.Batch{Remove: remove.Remove[:2]})
	if whole := apply(graph.Batch{Remove: remove.Remove[2:3]}); crowded < months+8 || months < whole+7 {
		t.Errorf("%d rows for 303 meetings, %d for 103, %d for 3: want one for each month of the former", crowded, months, whole)
	}
	if left := apply(remove); left != 0 {
		t.Errorf("%d rows are left of nothing", left)
	}
}
