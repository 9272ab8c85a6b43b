package neo4j_test

import (
	"fmt"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// TestFeedForgets holds that the feed stays short and says what it forgot.
func TestFeedForgets(t *testing.T) {
	server := shared.Server(t)
	s := server.Open(t)
	s.Remember(3)
	for i := range 5 {
		graphtest.Load(t, s, []graph.Report{graphtest.NewBuilder(graph.ArticleID(fmt.Sprint("a/", i))).Done()})
	}
	for after, want := range map[graph.Mark]graph.News{
		1: {Arrivals: []graph.Arrival{{Article: "a/2"}, {Article: "a/3"}, {Article: "a/4"}}, Mark: 5, Missed: true},
		2: {Arrivals: []graph.Arrival{{Article: "a/2"}, {Article: "a/3"}, {Article: "a/4"}}, Mark: 5},
		5: {Mark: 5},
	} {
		got, err := s.Arrivals(t.Context(), after, 10)
		if err != nil || fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("after %d: %+v %v, want %+v", after, got, err, want)
		}
	}
	if n := server.Run(t, `MATCH (a:DiplographArrival) RETURN count(a) AS n`, nil)[0].Values[0]; n != int64(3) {
		t.Errorf("%v arrivals are kept, want 3", n)
	}
}
