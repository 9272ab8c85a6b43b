package backend_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/graph/graphtest"
)

func TestOpen(t *testing.T) {
	for _, url := range []string{"sqlite::memory:", "sqlite:" + filepath.Join(t.TempDir(), "store.db")} {
		s, err := backend.Open(t.Context(), url)
		if err != nil {
			t.Errorf("Open(%q): %v", url, err)
			continue
		}
		if err := s.Close(); err != nil {
			t.Errorf("close %q: %v", url, err)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	for _, url := range []string{"", "diplograph.db", "sqlite:", "mysql://u:secret@host/db", ":", "neo5j://u:secret@host"} {
		s, err := backend.Open(t.Context(), url)
		if s != nil || !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), backend.Forms) {
			t.Errorf("Open(%q) = %v, %v; want ErrInvalid that lists the accepted forms", url, s, err)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("Open(%q) tells the password: %v", url, err)
		}
	}
}

const childStore = "DIPLOGRAPH_TEST_CHILD_STORE"

func reports() []graph.Report { return graphtest.NewWorld(11).Reports(400) }

// TestMain makes the test binary a loader when the test asks for one: it
// applies batches, with removals in between, and says "applied" after each.
func TestMain(m *testing.M) {
	if url := os.Getenv(childStore); url != "" {
		if err := load(url); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func load(url string) error {
	ctx := context.Background()
	s, err := backend.Open(ctx, url)
	if err != nil {
		return err
	}
	rest := reports()
	for len(rest) > 0 {
		b := graph.Batch{Put: rest[:min(7, len(rest))]}
		if _, err := s.Apply(ctx, b); err != nil {
			return err
		}
		fmt.Println("applied")
		rest = rest[len(b.Put):]
	}
	return s.Close()
}

// TestKilled kills a loader with SIGKILL at random points, again and again on
// one file, then loads the rest.
func TestKilled(t *testing.T) {
	url := "sqlite:" + filepath.Join(t.TempDir(), "store.db")
	r := rand.New(rand.NewPCG(1, 1))
	killed := 0
	for range 20 {
		if loadAndKill(t, url, r.IntN(40), time.Duration(r.IntN(3000))*time.Microsecond) {
			killed++
		}
	}
	if killed < 10 {
		t.Errorf("only %d of 20 loaders were killed before their end", killed)
	}
	if err := load(url); err != nil {
		t.Fatalf("load after the kills: %v", err)
	}
	sameAsDerived(t, url)
}

// loadAndKill starts a loader and kills it a while after a number of batches.
// It reports whether the kill came before the end.
func loadAndKill(t *testing.T, url string, batches int, after time.Duration) bool {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childStore+"="+url)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for range batches {
		if !lines.Scan() {
			break
		}
		if lines.Text() != "applied" {
			t.Errorf("the loader said %q", lines.Text())
		}
	}
	timer := time.AfterFunc(after, func() { cmd.Process.Kill() })
	defer timer.Stop()
	for lines.Scan() { // until it is dead or done
	}
	return cmd.Wait() != nil
}

// TestTwoProcesses loads the same articles from two processes at once.
func TestTwoProcesses(t *testing.T) {
	url := "sqlite:" + filepath.Join(t.TempDir(), "store.db")
	var loaders []*exec.Cmd
	for range 2 {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), childStore+"="+url)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		loaders = append(loaders, cmd)
	}
	for _, cmd := range loaders {
		if err := cmd.Wait(); err != nil {
			t.Errorf("loader: %v", err)
		}
	}
	sameAsDerived(t, url)
}

func sameAsDerived(t *testing.T, url string) {
	t.Helper()
	s, err := backend.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := graphtest.Lines(t.Context(), s)
	if want := graphtest.Want(reports()); err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the store exports %d objects, want %d, error %v", len(got), len(want), err)
	}
}
