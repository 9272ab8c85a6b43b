package neo4j_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j"
)

const correctedArticles = 60

// correct does the second day of a correction and says so after each batch.
func correct(ctx context.Context, s graph.Store) error {
	return graphtest.Correct(ctx, s, correctedArticles, func() { fmt.Println("applied") })
}

// TestCorrectionKilled kills a process that corrects articles with SIGKILL at
// random points and runs it again to its end: the graph and the graphs of both
// days are those of an undisturbed run.
func TestCorrectionKilled(t *testing.T) {
	server := shared.Server(t)
	s := server.Open(t) // empties the server
	t.Setenv(childStore, server.Address())
	t.Setenv(childTask, correcting)
	t.Setenv(neo4j.PasswordVariable, server.Password)
	graphtest.BeginCorrection(t, s, correctedArticles)
	r := rand.New(rand.NewPCG(1, 4))
	killed := 0
	for range 12 {
		if runChild(t, r.IntN(6), time.Duration(r.IntN(60))*time.Millisecond) {
			killed++
		}
	}
	if killed < 8 {
		t.Errorf("only %d of 12 processes were killed before their end", killed)
	}
	if runChild(t, -1, 0) {
		t.Error("the last process did not reach its end")
	}
	graphtest.CheckCorrected(t, server.Reopen(t, server.Address()), correctedArticles)
}
