package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the wanted answers in testdata/queries")

// TestQueries asks every query of testdata/queries and compares the answer
// with the file beside it.
func TestQueries(t *testing.T) {
	s := start(t, "--quiet")
	files, err := filepath.Glob("../testdata/queries/*.graphql")
	if err != nil || len(files) < 15 {
		t.Fatalf("testdata/queries has %d queries: %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".graphql"), func(t *testing.T) {
			query, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			got := pretty(t, s.ask(t, string(query), nil).body)
			wanted := strings.TrimSuffix(f, ".graphql") + ".json"
			if *update {
				if err := os.WriteFile(wanted, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(wanted)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got); diff != "" {
				t.Errorf("(-want +got; -update accepts it):\n%s", diff)
			}
		})
	}
}

func pretty(t *testing.T, b []byte) string {
	t.Helper()
	var out bytes.Buffer
	if err := json.Indent(&out, b, "", "  "); err != nil {
		t.Fatalf("%v: %s", err, b)
	}
	return out.String() + "\n"
}
