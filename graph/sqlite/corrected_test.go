package sqlite_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/sqlite"
)

// correction is the seed that stands for a process which corrects articles.
const correction = 1 << 32

const correctedArticles = 120

// correct does the second day of a correction and says so after each batch.
func correct(ctx context.Context, name string) error {
	s, err := sqlite.Open(ctx, name)
	if err != nil {
		return err
	}
	fmt.Println("open")
	if err := graphtest.Correct(ctx, s, correctedArticles, func() { fmt.Println("applied") }); err != nil {
		return err
	}
	return s.Close()
}

// TestCorrectionKilled kills the correcting process with SIGKILL at random
// points and runs it again to its end: the graph and the graphs of both days
// are those of an undisturbed run.
func TestCorrectionKilled(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 5 {
		name := filepath.Join(t.TempDir(), "store.db")
		s, err := sqlite.Open(t.Context(), name)
		if err != nil {
			t.Fatal(err)
		}
		graphtest.BeginCorrection(t, s, correctedArticles)
		for range 4 {
			if runChild(t, name, correction, r.IntN(20), time.Duration(r.IntN(10))*time.Millisecond) {
				killed++
			}
		}
		if runChild(t, name, correction, -1, 0) {
			t.Error("the last process did not reach its end")
		}
		graphtest.CheckCorrected(t, s, correctedArticles)
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if killed < 10 {
		t.Errorf("only %d of 20 processes were killed before their end", killed)
	}
}
