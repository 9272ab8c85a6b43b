package article

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// readAll reads paths and checks every result.
func readAll(t testing.TB, r Reader, paths ...string) []Result {
	t.Helper()
	results := slices.Collect(r.Read(context.Background(), paths...))
	for _, res := range results {
		if fault := faultOf(res); fault != "" {
			t.Fatalf("%s:%d: %s", res.Source, res.Line, fault)
		}
	}
	return results
}

// readString reads a string as standard input.
func readString(t testing.TB, s string) []Result {
	t.Helper()
	return readAll(t, Reader{Stdin: strings.NewReader(s)}, "-")
}

// readOnly reads a string as standard input and wants one result.
func readOnly(t testing.TB, s string) Result {
	t.Helper()
	results := readString(t, s)
	if len(results) != 1 {
		t.Fatalf("%d results, want 1", len(results))
	}
	return results[0]
}

// faultOf says what a result breaks of what the package promises; "" when nothing.
func faultOf(res Result) string {
	if (res.Article == nil) == (res.Err == nil) {
		return "neither or both of Article and Err"
	}
	if res.Err != nil {
		return ""
	}
	a := res.Article
	for name, s := range map[string]string{"ID": a.ID, "URL": a.URL, "Title": a.Title, "Source": a.Source, "Lang": a.Lang, "Text": a.Text} {
		if !utf8.ValidString(s) || !norm.NFC.IsNormalString(s) || strings.ContainsAny(s, "\x00\r\uFEFF") {
			return fmt.Sprintf("%s is not clean: %q", name, s)
		}
		if name != "Text" && strings.Contains(s, "\n") {
			return fmt.Sprintf("%s has more than one line: %q", name, s)
		}
	}
	if a.ID == "" || strings.TrimSpace(a.Text) == "" {
		return "ID or Text is blank"
	}
	return faultOfBlocks(a)
}

func faultOfBlocks(a *Article) string {
	end := 0
	var gaps strings.Builder
	for _, b := range a.Blocks {
		if b.Start < end || b.End <= b.Start || b.End > len(a.Text) {
			return fmt.Sprintf("block %+v after %d in a text of %d bytes", b, end, len(a.Text))
		}
		if s := a.Text[b.Start:b.End]; !utf8.ValidString(s) || s != strings.TrimSpace(s) {
			return fmt.Sprintf("block %+v is cut badly: %q", b, s)
		}
		gaps.WriteString(a.Text[end:b.Start])
		end = b.End
	}
	gaps.WriteString(a.Text[end:])
	if strings.TrimSpace(gaps.String()) != "" {
		return fmt.Sprintf("text outside blocks: %q", gaps.String())
	}
	return ""
}

// block is the text of the blocks of a kind, joined by " / ".
func block(a *Article, kind Kind) string {
	var texts []string
	for _, b := range a.Blocks {
		if b.Kind == kind {
			texts = append(texts, a.Text[b.Start:b.End])
		}
	}
	return strings.Join(texts, " / ")
}

// write makes files below a new folder.
func write(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}
