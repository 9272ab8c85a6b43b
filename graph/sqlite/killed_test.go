package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	osexec "os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/sqlite"
)

// The store and the seed of its contents that the test binary, run as a child
// process, loads.
const (
	childStore = "DIPLOGRAPH_TEST_CHILD_STORE"
	childSeed  = "DIPLOGRAPH_TEST_CHILD_SEED"
)

// TestMain makes the test binary a loader when a test asks for one.
func TestMain(m *testing.M) {
	if name := os.Getenv(childStore); name != "" {
		seed, err := strconv.ParseUint(os.Getenv(childSeed), 10, 64)
		switch {
		case err != nil:
		case seed == correction:
			err = correct(context.Background(), name)
		default:
			err = loadAsChild(name, seed)
		}
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// childContents are the reports, one per article, and judgements of a seed.
func childContents(seed uint64) ([]graph.Report, []graph.Judgement) {
	w := graphtest.NewWorld(seed)
	var reports []graph.Report
	for i := range 60 {
		reports = append(reports, w.Report(graph.ArticleID(fmt.Sprintf("a/%02d", i))))
	}
	return reports, w.Judgements(8, reports)
}

// loadAsChild brings a store to the contents of a seed in small batches, and
// says so after each.
func loadAsChild(name string, seed uint64) error {
	ctx := context.Background()
	s, err := sqlite.Open(ctx, name)
	if err != nil {
		return err
	}
	fmt.Println("open")
	reports, judged := childContents(seed)
	for batch := range slices.Chunk(reports, 5) {
		if _, err := s.Apply(ctx, graph.Batch{Put: batch}); err != nil {
			return err
		}
		fmt.Println("applied")
		if batch[0].Article.ID == "a/30" {
			if _, err := s.Apply(ctx, graph.Batch{Judge: judged}); err != nil {
				return err
			}
			fmt.Println("judged")
		}
	}
	return s.Close()
}

// TestLoaderKilled kills loading processes with SIGKILL at 100 random points;
// each brings the store from the contents of one seed to those of another. Then
// one runs to its end, and the store is as if nothing had happened.
func TestLoaderKilled(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	name := filepath.Join(t.TempDir(), "store.db")
	r := rand.New(rand.NewPCG(1, 3))
	killed := 0
	for i := range rounds {
		if runChild(t, name, uint64(i%3), r.IntN(14), time.Duration(r.IntN(8000))*time.Microsecond) {
			killed++
		}
	}
	if killed < rounds*3/4 {
		t.Errorf("only %d of %d loaders were killed before their end", killed, rounds)
	}
	if runChild(t, name, 0, -1, 0) {
		t.Error("the last loader did not reach its end")
	}
	s, err := sqlite.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := graphtest.Lines(t.Context(), s)
	reports, judged := childContents(0)
	if diff := cmp.Diff(graphtest.Want(reports, judged...), got); diff != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, diff)
	}
}

// runChild starts a loader and kills it some time after it said a number of
// lines, or never when that is negative. It reports whether it failed.
func runChild(t *testing.T, store string, seed uint64, lines int, after time.Duration) (failed bool) {
	t.Helper()
	child := osexec.Command(os.Args[0])
	child.Env = append(os.Environ(), childStore+"="+store, childSeed+"="+strconv.FormatUint(seed, 10))
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(out)
	for n := 0; n != lines && scanner.Scan(); n++ {
		if line := scanner.Text(); line != "open" && line != "applied" && line != "judged" {
			t.Errorf("the loader says %q", line)
		}
	}
	if lines >= 0 {
		timer := time.AfterFunc(after, func() { child.Process.Kill() })
		defer timer.Stop()
	}
	for scanner.Scan() { // until it is dead or done
	}
	return child.Wait() != nil
}
