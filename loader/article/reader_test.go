package article

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

func gzipped(t testing.TB, s string) string {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.WriteString(z, s); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// outcomes lists "path:line id" of articles and "path:line !kind" of refusals, paths below dir.
func outcomes(dir string, results []Result) (list []string) {
	for _, res := range results {
		what := ""
		if res.Article != nil {
			what = res.Article.ID
		}
		for name, kind := range map[string]error{"empty": ErrEmpty, "large": ErrTooLarge, "format": ErrFormat, "encoding": ErrEncoding, "missing": fs.ErrNotExist} {
			if errors.Is(res.Err, kind) {
				what += "!" + name
			}
		}
		list = append(list, fmt.Sprintf("%s:%d %s", strings.TrimPrefix(res.Source, dir+string(filepath.Separator)), res.Line, what))
	}
	return list
}

func TestFolder(t *testing.T) {
	dir := write(t, map[string]string{
		"b.txt": "B\n\nb", "a/2.txt": "A2\n\na", "a/10.txt": "A10\n\na", "a/x.pdf": "%PDF", ".h.txt": "x", ".d/x.txt": "x",
		"n.jsonl": `{"id":"n1","text":"t"}` + "\n" + `{"id":"n2","text":"t"}`, "g.jsonl.gz": gzipped(t, `{"id":"g1","text":"t"}`),
		"p.html.gz": gzipped(t, "<h1>P</h1><p>page"), "t.txt.gz": gzipped(t, "T\nt"), "broken.html.gz": "no gzip", "Nghi\u0323.txt": "N\n\nn",
	})
	link := func(target, name string) {
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Skip("no symbolic links here:", err)
		}
	}
	link(dir, "a/loop")
	link("a", "z-again")
	link("b.txt", "c.txt")
	link("nowhere.txt", "dangling.txt")
	link("nowhere", "dangling")
	want := []string{
		"Nghi\u0323.txt:0 Nghị", "a/10.txt:0 a/10", "a/2.txt:0 a/2", "b.txt:0 b", "broken.html.gz:0 !format", "c.txt:0 c", "dangling.txt:0 !missing",
		"g.jsonl.gz:1 g1", "n.jsonl:1 n1", "n.jsonl:2 n2", "p.html.gz:0 p", "t.txt.gz:0 t",
	}
	for range 2 {
		if diff := cmp.Diff(want, outcomes(dir, readAll(t, Reader{}, dir))); diff != "" {
			t.Errorf("results (-want +got):\n%s", diff)
		}
	}
}

func TestNamedPaths(t *testing.T) {
	dir := write(t, map[string]string{
		"sub/one.txt": "One\n\n1", "two.md": "Two", "noext": "x", ".hidden.html": "<h1>H</h1><p>page", "empty.jsonl": "", "blank.jsonl": "\n \n",
		"blank.txt": "\uFEFF \r\n", "zip.txt.gz": gzipped(t, "Z\n\nz"), "none/readme.md": "x", "cut.jsonl.gz": gzipped(t, strings.Repeat(`{"id":"c","text":"t"}`+"\n", 9))[:40],
	})
	for _, c := range []struct{ path, want string }{
		{"sub/one.txt", "one"}, {"two.md", "!format"}, {"noext", "!format"}, {".hidden.html", ".hidden"}, {"absent.txt", "!missing"}, {"empty.jsonl", "!empty"},
		{"blank.jsonl", "!empty"}, {"blank.txt", "!empty"}, {"zip.txt.gz", "zip"}, {"none", "!empty"}, {"cut.jsonl.gz", "!format"},
	} {
		results := readAll(t, Reader{}, filepath.Join(dir, c.path))
		last := results[len(results)-1]
		if got := outcomes(dir, results[len(results)-1:])[0]; !strings.HasSuffix(got, " "+c.want) {
			t.Errorf("%s: %s, want %s (%v)", c.path, got, c.want, last.Err)
		}
		if last.Err != nil && !strings.HasPrefix(last.Err.Error(), last.Source) {
			t.Errorf("message does not begin with the path: %v", last.Err)
		}
	}
	if res := readAll(t, Reader{}, filepath.Join(dir, "two.md"))[0]; !strings.Contains(res.Err.Error(), ".jsonl") {
		t.Errorf("message does not list what is accepted: %v", res.Err)
	}
}

func TestUnreadableFolder(t *testing.T) {
	dir := write(t, map[string]string{"a/x.txt": "X\n\nx", "b.txt": "B\n\nb"})
	closed := filepath.Join(dir, "a")
	if err := os.Chmod(closed, 0); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.Chmod(closed, 0o755) })
	if _, err := os.ReadDir(closed); err == nil {
		t.Skip("this user may read everything")
	}
	results := readAll(t, Reader{}, dir)
	if len(results) != 2 || !errors.Is(results[0].Err, fs.ErrPermission) || results[1].Article == nil {
		t.Errorf("results %v", outcomes(dir, results))
	}
}

func TestStdinForm(t *testing.T) {
	for _, c := range []struct{ reason, in, kinds string }{
		{"text", "Title\n\nBody", "title body "},
		{"page", "\uFEFF\n <!doctype html><h1>T</h1><p>b", "title body "},
		{"fragment of a page", "<p>b", "body "},
		{"lines", "\n\uFEFF{\"title\":\"T\",\"text\":\"b\"}", ""},
		{"lines with mark", "\uFEFF  {\"title\":\"T\",\"text\":\"b\"}\n", "title body "},
	} {
		res := readOnly(t, c.in)
		kinds := ""
		if res.Article != nil {
			for _, b := range res.Article.Blocks {
				kinds += string(b.Kind) + " "
			}
		}
		if c.kinds != "" && kinds != c.kinds {
			t.Errorf("%s: blocks %q, want %q (%v)", c.reason, kinds, c.kinds, res.Err)
		}
		if res.Source != "-" {
			t.Errorf("%s: source %q", c.reason, res.Source)
		}
	}
}

func TestPlainText(t *testing.T) {
	long := strings.Repeat("long ", 61)
	for _, c := range []struct{ reason, in, title, titleBlock, body string }{
		{"title and body", "\n\n T \n\nb\n\nc\n", "T", "T", "b\n\nc"},
		{"single line feeds", "T\nb\nc", "T", "T", "b\nc"},
		{"one line", "All there is.\n", "All there is.", "", "All there is."},
		{"first line is a paragraph", long + "\nb", "", "", strings.TrimSpace(long) + " \nb"},
		{"title apart from the text", `{"title":"T  t","text":"b\nc"}`, "T t", "T t", "b\nc"},
		{"title in the text", `{"title":"T t","text":"t  T\nc"}`, "T t", "t  T", "c"},
		{"title is all the text", `{"title":"T t","text":"T t"}`, "T t", "", "T t"},
	} {
		t.Run(c.reason, func(t *testing.T) {
			a := readOnly(t, c.in).Article
			if a == nil || a.Title != c.title || block(a, Title) != c.titleBlock || block(a, Body) != c.body {
				t.Errorf("article %+v", a)
			}
		})
	}
}

// TestTextStays holds that clean text is stored byte by byte, so that offsets made elsewhere fit.
func TestTextStays(t *testing.T) {
	for _, text := range []string{"T\nb", "T \n \n\n b", "T\n\n\n\nb\tc", strings.Repeat("long ", 61) + "\nb"} {
		if a := readOnly(t, text).Article; a == nil || a.Text != text {
			t.Errorf("%q became %+v", text, a)
		}
	}
}

func TestLimit(t *testing.T) {
	full := `{"id":"full","text":"` + strings.Repeat("x", 1000-len(`{"id":"full","text":""}`)) + `"}`
	in := full + "\n" + full + " \n" + strings.Repeat("y", 200_000) + "\n" + full + "\r\n" + `{"id":"last","text":"cut`
	results := readAll(t, Reader{MaxBytes: 1000, Stdin: strings.NewReader(in)}, "-")
	want := []string{"-:1 full", "-:2 !large", "-:3 !large", "-:4 !large", "-:5 !format"}
	if diff := cmp.Diff(want, outcomes("", results)); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	if msg := results[4].Err.Error(); !strings.Contains(msg, "cut short") {
		t.Errorf("truncated last line: %s", msg)
	}
	dir := write(t, map[string]string{"a.txt": strings.Repeat("x", 1001), "b.txt": strings.Repeat("x", 1000), "c.txt.gz": gzipped(t, strings.Repeat("x", 1<<20))})
	results = readAll(t, Reader{MaxBytes: 1000}, dir)
	if diff := cmp.Diff([]string{"a.txt:0 !large", "b.txt:0 b", "c.txt.gz:0 !large"}, outcomes(dir, results)); diff != "" {
		t.Errorf("files (-want +got):\n%s", diff)
	}
	if res := readOnly(t, "<p>"+strings.Repeat("<br>", maxTags)); !errors.Is(res.Err, ErrTooLarge) {
		t.Errorf("too many tags: %v", res.Err)
	}
	if res := readOnly(t, strings.Repeat("<div>", 600)+"x"); !errors.Is(res.Err, ErrFormat) {
		t.Errorf("nested too deep: %v", res.Err)
	}
}

// TestHugePage holds that a page beyond main-text extraction is still read.
func TestHugePage(t *testing.T) {
	a := readOnly(t, "<h1>Long list</h1>"+strings.Repeat("<p>The minister met his guest.</p>", maxElements)).Article
	if a == nil || strings.Count(block(a, Body), "guest") != maxElements {
		t.Error("text lost")
	}
}

func TestProgress(t *testing.T) {
	dir := write(t, map[string]string{
		"a.txt": "A\n\nb", "b.jsonl": strings.Repeat(`{"text":"t"}`+"\n", 20_000), "c.html.gz": gzipped(t, "<p>c"), "d.txt": strings.Repeat("x", 100_000), "e.md": "not counted", "f.txt": "",
	})
	last, total := map[string]int64{}, int64(0)
	for _, res := range readAll(t, Reader{MaxBytes: 50_000}, dir) {
		if res.Bytes < last[res.Source] {
			t.Fatalf("%s goes back from %d to %d", res.Source, last[res.Source], res.Bytes)
		}
		last[res.Source] = res.Bytes
	}
	for _, n := range last {
		total += n
	}
	if want := Size(dir, "-", filepath.Join(dir, "absent")); total != want || want < 300_000 {
		t.Errorf("results count %d bytes, Size %d", total, want)
	}
}

func TestReadError(t *testing.T) {
	broken := errors.New("disk on fire")
	in := io.MultiReader(strings.NewReader(`{"id":"a","text":"t"}`+"\n"+`{"id":"b",`), iotest.ErrReader(broken))
	dir := write(t, map[string]string{"next.txt": "N\n\nn"})
	results := readAll(t, Reader{Stdin: in}, "-", dir)
	if diff := cmp.Diff([]string{"-:1 a", "-:2 ", "next.txt:0 next"}, outcomes(dir, results)); diff != "" {
		t.Fatalf("results (-want +got):\n%s", diff)
	}
	if !errors.Is(results[1].Err, broken) {
		t.Errorf("error %v", results[1].Err)
	}
}

func TestCancel(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": strings.Repeat(`{"id":"a","text":"t"}`+"\n", 5), "b.txt": "B\n\nb"})
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var results []Result
	for res := range (Reader{}).Read(ctx, dir) {
		results = append(results, res)
		if len(results) == 2 {
			cancel()
		}
	}
	if len(results) != 3 || !errors.Is(results[2].Err, context.Canceled) || results[2].Line != 3 {
		t.Errorf("results %v, last error %v", outcomes(dir, results), results[len(results)-1].Err)
	}
	for res := range (Reader{}).Read(ctx, dir, dir) {
		if !errors.Is(res.Err, context.Canceled) {
			t.Errorf("after the end: %v", res)
		}
		results = append(results, res)
	}
	if len(results) != 4 {
		t.Errorf("%d results after the end, want 1", len(results)-3)
	}
}

func TestEarlyBreak(t *testing.T) {
	dir := write(t, map[string]string{"a.jsonl": `{"text":"t"}` + "\n" + `{"text":"u"}`, "b/c.txt": "C\n\nc", "d.txt": "D\n\nd"})
	all := len(readAll(t, Reader{}, dir, dir))
	for stop := 1; stop <= all; stop++ {
		n := 0
		for range (Reader{}).Read(context.Background(), dir, dir) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("%d results, want %d", n, stop)
		}
	}
}
