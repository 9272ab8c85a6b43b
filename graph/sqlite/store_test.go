package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/sqlite"
)

func open(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Errorf("close: %v", err)
		}
	})
	return s
}

func TestStore(t *testing.T) { graphtest.Run(t, open) }

func BenchmarkStore(b *testing.B) {
	graphtest.Bench(b, open)
	b.Run("one more article", func(b *testing.B) {
		graphtest.BenchOneMore(b, open, append([]int{1_000, 100_000}, graphtest.Sizes()...))
	})
}
