package sqlite

import (
	"fmt"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// TestFeedForgets holds that the feed stays short, says what it forgot, and is one for
// all processes that have the file open.
func TestFeedForgets(t *testing.T) {
	name := t.TempDir() + "/feed.db"
	writer, err := Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer writer.Close()
	writer.kept = 3
	reader, err := Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	for i := range 5 {
		r := graphtest.NewBuilder(graph.ArticleID(fmt.Sprint("a/", i))).Done()
		if _, err := writer.Apply(t.Context(), graph.Batch{Put: []graph.Report{r}}); err != nil {
			t.Fatal(err)
		}
	}
	for after, want := range map[graph.Mark]graph.News{
		0: {Arrivals: []graph.Arrival{{Article: "a/2"}, {Article: "a/3"}, {Article: "a/4"}}, Mark: 5, Missed: true},
		1: {Arrivals: []graph.Arrival{{Article: "a/2"}, {Article: "a/3"}, {Article: "a/4"}}, Mark: 5, Missed: true},
		2: {Arrivals: []graph.Arrival{{Article: "a/2"}, {Article: "a/3"}, {Article: "a/4"}}, Mark: 5},
		4: {Arrivals: []graph.Arrival{{Article: "a/4"}}, Mark: 5},
		5: {Mark: 5},
	} {
		got, err := reader.Arrivals(t.Context(), after, 10)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("after %d: %+v %v, want %+v", after, got, err, want)
		}
	}
}
