package sqlite_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/sqlite"
)

// storeFile makes a store with a few reports and returns its name.
func storeFile(t *testing.T) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "store.db")
	s, err := sqlite.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Load(t, s, graphtest.NewWorld(1).Reports(10))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return name
}

func exec(t *testing.T, name, statements string) {
	t.Helper()
	db, err := sql.Open("sqlite", name)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statements); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, content string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "file.db")
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

// TestRefusesForeignFiles: what is no store of ours is refused and stays as it
// is, byte for byte, without files beside it.
func TestRefusesForeignFiles(t *testing.T) {
	tests := []struct {
		reason, says string
		file         func(t *testing.T) string
	}{
		{"a text", "not a database", func(t *testing.T) string { return write(t, "Tô Lâm a reçu Poutine.\n") }},
		{"a long text", "not a database", func(t *testing.T) string { return write(t, strings.Repeat("Tô Lâm a reçu Poutine.\n", 1000)) }},
		{"a cut header", "not a database", func(t *testing.T) string { return write(t, "SQLite format 3\x00cut") }},
		{"a database of another program", "another program", func(t *testing.T) string {
			name := filepath.Join(t.TempDir(), "other.db")
			exec(t, name, `CREATE TABLE person (id TEXT); INSERT INTO person VALUES ('x')`)
			return name
		}},
		{"a database in WAL mode of another program", "another program", func(t *testing.T) string {
			name := filepath.Join(t.TempDir(), "other.db")
			exec(t, name, `PRAGMA journal_mode = WAL; PRAGMA application_id = 7; CREATE TABLE person (id TEXT)`)
			return name
		}},
		{"an older version", "into a new store", func(t *testing.T) string {
			name := storeFile(t)
			exec(t, name, `PRAGMA user_version = 4`)
			return name
		}},
		{"a newer version", "newer program", func(t *testing.T) string {
			name := storeFile(t)
			exec(t, name, `PRAGMA user_version = 1000`)
			return name
		}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			name := tt.file(t)
			before, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			_, err = sqlite.Open(t.Context(), name)
			if !errors.Is(err, graph.ErrIncompatible) || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("open: %v, want ErrIncompatible that says %q", err, tt.says)
			}
			after, err := os.ReadFile(name)
			if err != nil || !bytes.Equal(before, after) {
				t.Errorf("the file changed: %d bytes became %d, error %v", len(before), len(after), err)
			}
			beside, err := os.ReadDir(filepath.Dir(name))
			if err != nil || len(beside) != 1 {
				t.Errorf("files beside it: %v, error %v", beside, err)
			}
		})
	}
}

func TestCannotOpen(t *testing.T) {
	dir := t.TempDir()
	if _, err := sqlite.Open(t.Context(), dir); !errors.Is(err, graph.ErrIncompatible) || !strings.Contains(err.Error(), "folder") {
		t.Errorf("open a folder: %v", err)
	}
	if _, err := sqlite.Open(t.Context(), filepath.Join(dir, "no", "such", "folder.db")); !errors.Is(err, graph.ErrUnavailable) {
		t.Errorf("open in a folder that does not exist: %v, want ErrUnavailable", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := sqlite.Open(ctx, filepath.Join(dir, "store.db")); !errors.Is(err, context.Canceled) {
		t.Errorf("open with a cancelled context: %v", err)
	}
}

// TestOddNames: a file name is a name, whatever a URI would make of it.
func TestOddNames(t *testing.T) {
	for _, name := range []string{"a?mode=memory.db", "a#b.db", "a%20b.db", "Tô Lâm.db", "a&b=c.db"} {
		path := filepath.Join(t.TempDir(), name)
		s, err := sqlite.Open(t.Context(), path)
		if err != nil {
			t.Errorf("open %q: %v", name, err)
			continue
		}
		if err := s.Close(); err != nil {
			t.Errorf("close %q: %v", name, err)
		}
		if _, err := os.Stat(path); err != nil {
			t.Errorf("the store is not in the file called %q: %v", name, err)
		}
	}
}

func TestEmptyFileBecomesStore(t *testing.T) {
	s, err := sqlite.Open(t.Context(), write(t, ""))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

func TestReopen(t *testing.T) {
	s, err := sqlite.Open(t.Context(), storeFile(t))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	got, err := graphtest.Lines(t.Context(), s)
	if err != nil {
		t.Fatal(err)
	}
	want := graphtest.Want(graphtest.NewWorld(1).Reports(10))
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("a store reopened exports\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestMemoryLeavesNothing(t *testing.T) {
	tmp := t.TempDir()
	t.Setenv("TMPDIR", tmp)
	s, err := sqlite.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	graphtest.Load(t, s, graphtest.NewWorld(1).Reports(3))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if left, err := os.ReadDir(tmp); err != nil || len(left) > 0 {
		t.Errorf("left behind: %v, error %v", left, err)
	}
}

// TestTwoStoresOnOneFile: two handles share nothing but the file, as two
// processes do; both create it, write at once and read what the other wrote.
func TestTwoStoresOnOneFile(t *testing.T) {
	name := filepath.Join(t.TempDir(), "store.db")
	reports := graphtest.NewWorld(4).Reports(80)
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			s, err := sqlite.Open(t.Context(), name)
			if err != nil {
				t.Errorf("open: %v", err)
				return
			}
			defer s.Close()
			for i := range reports {
				if _, err := s.Apply(t.Context(), graph.Batch{Put: reports[i : i+1]}); err != nil {
					t.Errorf("apply: %v", err)
					return
				}
			}
		})
	}
	wg.Wait()
	s, err := sqlite.Open(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	// Both put the reports in one order, so the last of each article is last.
	got, err := graphtest.Lines(t.Context(), s)
	if want := graphtest.Want(reports); err != nil || strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("two writers left %d objects, want %d, error %v", len(got), len(want), err)
	}
}
