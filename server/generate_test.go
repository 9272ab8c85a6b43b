package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestGeneratedCodeIsUpToDate generates the code again, in a copy of what it
// is generated from.
func TestGeneratedCodeIsUpToDate(t *testing.T) {
	if testing.Short() {
		t.Skip("runs gqlgen")
	}
	dir := t.TempDir()
	for _, path := range []string{"go.mod", "go.sum", "gqlgen.yml", "schema.graphqls", "graph", "server/relay", "server/fault", "server/live", "server/exec/doc.go"} {
		copyGo(t, filepath.Join("..", path), filepath.Join(dir, path))
	}
	cmd := exec.CommandContext(t.Context(), "go", "tool", "gqlgen", "generate")
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	const name = "server/exec/generated.go"
	want, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	have, err := os.ReadFile(filepath.Join("..", name))
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(want, have) {
		t.Errorf("%s is not what the schema says: run go generate ./server", name)
	}
}

// copyGo copies a file, or the Go files directly in a folder without tests.
func copyGo(t *testing.T, from, to string) {
	t.Helper()
	files := []string{from}
	if info, err := os.Stat(from); err != nil {
		t.Fatal(err)
	} else if info.IsDir() {
		if files, err = filepath.Glob(filepath.Join(from, "*.go")); err != nil {
			t.Fatal(err)
		}
	}
	for _, f := range files {
		target := to
		if f != from {
			target = filepath.Join(to, filepath.Base(f))
		}
		if ok, _ := filepath.Match("*_test.go", filepath.Base(f)); ok {
			continue
		}
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(target, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
