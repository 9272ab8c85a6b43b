package neo4j_test

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"slices"
	"testing"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j"
)

// The address of the store that the test binary, run as a child process, loads,
// and what else than loading it does.
const (
	childStore = "DIPLOGRAPH_TEST_CHILD_STORE"
	childTask  = "DIPLOGRAPH_TEST_CHILD_TASK"
	correcting = "correct"
)

// TestMain makes the test binary a loader when a test asks for one.
func TestMain(m *testing.M) {
	if address := os.Getenv(childStore); address != "" {
		if err := runAsChild(address); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	// A check of a property costs a second here and a hundredth on the embedded
	// store, which runs the full number.
	flag.Set("rapid.checks", "10")
	shared.Main(m)
}

func childReports() []graph.Report { return graphtest.NewWorld(31).Reports(150) }

// runAsChild opens the store and does the task.
func runAsChild(address string) error {
	ctx := context.Background()
	s, err := neo4j.Open(ctx, address, os.Getenv(neo4j.PasswordVariable))
	if err != nil {
		return err
	}
	fmt.Println("open")
	task := loadAsChild
	if os.Getenv(childTask) == correcting {
		task = correct
	}
	if err := task(ctx, s); err != nil {
		return err
	}
	return s.Close()
}

// loadAsChild applies all reports in small batches and says so after each.
func loadAsChild(ctx context.Context, s graph.Store) error {
	for batch := range slices.Chunk(childReports(), 5) {
		if _, err := s.Apply(ctx, graph.Batch{Put: batch}); err != nil {
			return err
		}
		fmt.Println("applied")
	}
	return nil
}

// TestLoaderKilled kills a loading process with SIGKILL at 20 random points,
// runs it again to its end, and compares with an undisturbed load.
func TestLoaderKilled(t *testing.T) {
	server := shared.Server(t)
	server.Empty(t)
	t.Setenv(childStore, server.Address())
	t.Setenv(neo4j.PasswordVariable, server.Password)
	r := rand.New(rand.NewPCG(1, 2))
	killed := 0
	for range 20 {
		if runChild(t, r.IntN(12), time.Duration(r.IntN(40))*time.Millisecond) {
			killed++
		}
	}
	if killed < 15 {
		t.Errorf("only %d of 20 loaders were killed before their end", killed)
	}
	if runChild(t, -1, 0) {
		t.Error("the last loader did not reach its end")
	}
	s := server.Reopen(t, server.Address())
	sameLines(t, s, childReports())
}

// runChild starts a loader and kills it some time after it said a number of
// lines, or never when that is negative. It reports whether it failed.
func runChild(t *testing.T, lines int, after time.Duration) (failed bool) {
	t.Helper()
	child := exec.Command(os.Args[0])
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	scanner := bufio.NewScanner(out)
	for n := 0; n != lines && scanner.Scan(); n++ {
		if line := scanner.Text(); line != "open" && line != "applied" {
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
