package article

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// pieces are what dirt is made of: tags, JSON, marks, letters of several charsets.
var pieces = []string{
	"<p>", "</p>", "<h1>T", "<figcaption>", "<aside><a href=x>one two three four five</a>", "<ul><li><a href=/1>a b c d e f g h i j k l m</a>", "<br>", "<!--",
	"<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"datePublished\":\"2024\"}</script>", "<meta charset=windows-1258>", "<time datetime=2024-05-06>", "&#0;", "&#x301;", "</",
	"{\"text\":\"", "\"}", "\"html\":\"<p>", "\"title\":", "\\ud800", "\\u0301", "null", ",", "\n", "\r\n", "\uFEFF", "\x00", "e\u0301", "\u0338", ">\u0338", "\u0301", strings.Repeat("\u0323", 40),
	"\xFF", "\xE1\xBB", "\xEA\xDE", "Tô Lâm ", "\u2028", "\u00A0", "\u1100\u1161", "HTTP/1.1 200\n\n", "a b c d e ", "\xFF\xFE", "\xFE\xFF",
}

func dirt() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }))
	return rapid.Map(rapid.SliceOfN(piece, 0, 30), func(p []string) string { return strings.Join(p, "") })
}

// forms reads s in every form, through the functions that files and standard input share.
func forms(s string) (results []Result) {
	r := Reader{MaxBytes: 1 << 16, Stdin: strings.NewReader(s)}
	for res := range r.Read(context.Background(), "-") {
		results = append(results, res)
	}
	for _, f := range []form{formText, formHTML, formJSONL} {
		r.Stdin = strings.NewReader(s)
		r.readSource(context.Background(), source{path: stdinPath, form: f}, func(res Result) bool {
			results = append(results, res)
			return true
		})
	}
	return results
}

// TestAnyBytes holds the promises of the package for any bytes in any form, and that reading is a function of them.
func TestAnyBytes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := dirt().Draw(t, "source")
		results := forms(s)
		for _, res := range results {
			if fault := faultOf(res); fault != "" {
				t.Fatal(fault)
			}
		}
		if diff := cmp.Diff(dump(results), dump(forms(s))); diff != "" {
			t.Fatalf("read twice, not the same:\n%s", diff)
		}
	})
}

// TestLinesOneByOne holds that a line of JSON Lines reads the same whatever stands around it.
func TestLinesOneByOne(t *testing.T) {
	oneLine := rapid.Map(dirt(), func(s string) string { return `{"text":"` + strings.ReplaceAll(s, "\n", " ") })
	rapid.Check(t, func(t *rapid.T) {
		lines := rapid.SliceOfN(oneLine, 1, 8).Draw(t, "lines")
		together := forms(strings.Join(lines, "\n") + "\n")
		var together1 []Result
		for _, res := range together {
			if res.Line > 0 {
				together1 = append(together1, res)
			}
		}
		half := together1[:len(together1)/2] // as sniffed, and as told
		if len(half) != len(lines) {
			t.Fatalf("%d results of %d lines", len(half), len(lines))
		}
		for i, line := range lines {
			alone := forms(line + "\n")[0]
			if alone.Line != 1 || half[i].Line != i+1 {
				t.Fatalf("line %d counted as %d", i+1, half[i].Line)
			}
			alone.Line, half[i].Line = 0, 0
			if (alone.Err == nil) != (half[i].Err == nil) || !cmp.Equal(alone.Article, half[i].Article) {
				t.Fatalf("line %d alone: %s", i+1, cmp.Diff(alone.Article, half[i].Article))
			}
		}
	})
}

// TestCleanIsStable holds that clean text stays as it is.
func TestCleanIsStable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := clean(dirt().Draw(t, "text"))
		if twice := clean(once); twice != once {
			t.Fatalf("%q becomes %q", once, twice)
		}
	})
}

func fuzz(f *testing.F, form form) {
	for _, p := range pieces {
		f.Add([]byte(p))
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		r := Reader{MaxBytes: 1 << 16, Stdin: strings.NewReader(string(raw))}
		r.readSource(context.Background(), source{path: stdinPath, form: form}, func(res Result) bool {
			if fault := faultOf(res); fault != "" {
				t.Error(fault)
			}
			return true
		})
	})
}

func FuzzText(f *testing.F)  { fuzz(f, formText) }
func FuzzHTML(f *testing.F)  { fuzz(f, formHTML) }
func FuzzJSONL(f *testing.F) { fuzz(f, formJSONL) }

// repeat gives the same bytes again and again, n bytes in all.
type repeat struct {
	piece []byte
	n     int64
	at    int
}

// Read implements io.Reader.
func (r *repeat) Read(p []byte) (int, error) {
	if r.n == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(int64(len(p)), r.n)], r.piece[r.at:])
	r.at = (r.at + n) % len(r.piece)
	r.n -= int64(n)
	return n, nil
}

// TestFlatMemory reads 200 MB of lines and looks at the heap in between.
func TestFlatMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	const size, bound = 200 << 20, 8 << 20
	line := []byte(`{"title":"Talks","text":"` + strings.Repeat("Hai bên trao đổi. ", 3000) + `"}` + "\n")
	r := Reader{MaxBytes: 1 << 20, Stdin: &repeat{piece: line, n: size}}
	results, most, base := 0, uint64(0), memory().HeapAlloc
	for res := range r.Read(context.Background(), "-") {
		if results++; results%500 == 1 {
			most = max(most, memory().HeapAlloc)
		}
		if res.Err != nil && results <= size/len(line) {
			t.Fatal(res.Err)
		}
	}
	if most > base+bound {
		t.Errorf("heap grew by %d bytes, want at most %d", most-base, bound)
	}
	if results < size/len(line) {
		t.Errorf("%d results, want %d", results, size/len(line))
	}
}

// TestLongLineIsNotHeld reads one line of 200 MB between two short ones and counts all that is ever allocated.
func TestLongLineIsNotHeld(t *testing.T) {
	const size, bound = 200 << 20, 8 << 20
	short := `{"id":"a","text":"t"}` + "\n"
	in := io.MultiReader(strings.NewReader(short), &repeat{piece: []byte(strings.Repeat("x", 4096)), n: size}, strings.NewReader("\n"+short))
	before := memory().TotalAlloc
	results := readAll(t, Reader{MaxBytes: 1 << 20, Stdin: in}, "-")
	if grown := memory().TotalAlloc - before; grown > bound {
		t.Errorf("%d bytes allocated, want at most %d", grown, bound)
	}
	if diff := cmp.Diff([]string{"-:1 a", "-:2 !large", "-:3 a"}, outcomes("", results)); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
}

// memory is what is in use after collection.
func memory() (m runtime.MemStats) {
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m
}

// TestConcurrent reads the same folder from several goroutines, for the race detector.
func TestConcurrent(t *testing.T) {
	dir := write(t, map[string]string{"p.html": "<h1>T</h1><p>" + strings.Repeat("He met her. ", 50), "a.jsonl": `{"text":"t"}`, "b.txt": "B\n\nb"})
	want := dump(readAll(t, Reader{}, dir))
	got := make(chan string)
	for range 4 {
		go func() {
			var results []Result
			for res := range (Reader{}).Read(context.Background(), dir) {
				results = append(results, res)
			}
			got <- dump(results)
		}()
	}
	for range 4 {
		if diff := cmp.Diff(want, <-got); diff != "" {
			t.Error(diff)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	page, err := os.ReadFile(filepath.Join("testdata", "cases", "page.txtar"))
	if err != nil {
		b.Fatal(err)
	}
	text := strings.Repeat("Hai bên trao đổi về hợp tác quốc phòng. ", 100)
	for name, c := range map[string]struct {
		form form
		in   string
	}{
		"jsonl": {formJSONL, strings.Repeat(`{"id":"a","title":"T","text":"`+text+`"}`+"\n", 100)},
		"html":  {formHTML, string(page)},
		"text":  {formText, text},
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(c.in)))
			b.ReportAllocs()
			for b.Loop() {
				r := Reader{Stdin: strings.NewReader(c.in)}
				r.readSource(context.Background(), source{path: stdinPath, form: c.form}, func(Result) bool { return true })
			}
		})
	}
}
