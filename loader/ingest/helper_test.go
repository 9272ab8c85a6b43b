package ingest

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.uber.org/goleak"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/sqlite"
	"github.com/diplograph/diplograph/loader/extract"
)

func TestMain(m *testing.M) {
	flag.Set("rapid.checks", "25") // each opens stores on disk; the command line still has its say
	goleak.VerifyTestMain(m)
}

// engine is shared: reading the lexicons takes a while.
func engine(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := extract.New("fr")
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func newStore(t testing.TB) graph.Store {
	t.Helper()
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "g.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// export is all that a store says.
func export(t testing.TB, s graph.Store) string {
	t.Helper()
	var b strings.Builder
	for o, err := range s.Export(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s %s\n", o.Kind, o.Key, o.JSON)
	}
	return b.String()
}

// visit is the JSON line of an article in which two persons, told by n, meet.
func visit(id string, n int) string {
	family := []string{"Chinh", "Trong", "Phuc", "Thuong", "Giang", "Son", "Hoai", "Quang"}
	host := []string{"français Emmanuel Macron", "russe Vladimir Poutine", "lao Thongloun Sisoulith"}[n%3]
	return fmt.Sprintf(`{"id":%q,"published":"2025-05-%02d","text":"Visite\n\nParis - Le président %s a reçu lundi à Paris le Premier ministre vietnamien Pham Minh %s."}`+"\n",
		id, n%28+1, host, family[n%len(family)])
}

// visits writes n such lines to a file.
func visits(t testing.TB, n int) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "visits.jsonl")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	for i := range n {
		if _, err := f.WriteString(visit(fmt.Sprint("v/", i), i)); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func writeFile(t testing.TB, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}
