package article

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

var update = flag.Bool("update", false, "rewrite the wanted results of testdata/cases")

// TestCases reads the files of each archive of testdata/cases as one folder. The file "want" says what comes out.
func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/cases/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) { runCase(t, path) })
	}
}

func runCase(t *testing.T, path string) {
	archive, err := txtar.ParseFile(path)
	if err != nil {
		t.Fatal(err)
	}
	files, want := map[string]string{}, -1
	for i, f := range archive.Files {
		if f.Name == "want" {
			want = i
			continue
		}
		files[f.Name] = string(f.Data)
	}
	if want < 0 {
		t.Fatal(`no file "want"`)
	}
	dir := write(t, files)
	got := strings.ReplaceAll(dump(readAll(t, Reader{}, dir)), dir+string(filepath.Separator), "")
	if diff := cmp.Diff(string(archive.Files[want].Data), got); diff != "" && !*update {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	if *update {
		archive.Files[want].Data = []byte(got)
		if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// dump writes results for people to read.
func dump(results []Result) string {
	var s strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&s, "%s: %s\n", name, value)
		}
	}
	for _, res := range results {
		fmt.Fprintf(&s, "## %s %d\n", res.Source, res.Line)
		line("warning", res.Warning)
		if res.Err != nil {
			line("error", res.Err.Error())
			continue
		}
		a := res.Article
		line("id", a.ID)
		line("url", a.URL)
		line("title", a.Title)
		line("source", a.Source)
		line("lang", a.Lang)
		line("published", a.Published)
		for _, b := range a.Blocks {
			fmt.Fprintf(&s, "%s %q\n", b.Kind, a.Text[b.Start:b.End])
		}
	}
	return s.String()
}
