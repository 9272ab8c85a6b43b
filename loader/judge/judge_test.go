package judge

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
)

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "judgements.txt")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return name
}

const good = "# who is who\n\nsame\tTập Cận Bình/CN\tXi Jinping/CN\tanne\t2025-05-09\ttwo alphabets\nnot-same\tid:p2fa\tkey:vn/to-lam\t\t\t\n"

func TestFile(t *testing.T) {
	f, err := Read(write(t, "\ufeff"+strings.ReplaceAll(good, "\n", "\r\n")))
	if err != nil {
		t.Fatal(err)
	}
	want := []Line{
		{3, graph.Judgement{Same: true, A: graph.PersonRef{Name: "Tập Cận Bình", Country: "CN"}, B: graph.PersonRef{Name: "Xi Jinping", Country: "CN"}, Who: "anne", When: "2025-05-09", Why: "two alphabets"}},
		{4, graph.Judgement{A: graph.PersonRef{ID: "p2fa"}, B: graph.PersonRef{Key: "vn/to-lam"}}},
	}
	if diff := cmp.Diff(want, f.Lines); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBadLines(t *testing.T) {
	for line, want := range map[string]string{
		"same A B":                                         "1 columns, want 6",
		"same\tA\tB\tme\t2025-05-09":                       "5 columns, want 6",
		"maybe\tA\tB\tme\t2025-05-09\t":                    `verdict "maybe"`,
		"same\tA\tA\tme\t2025-05-09\t":                     "both references",
		"same\t\tB\tme\t2025-05-09\t":                      "has no letter",
		"same\tid:\tB\tme\t2025-05-09\t":                   "has no letter",
		"same\tA\tB\tme\tlast week\t":                      "last week",
		"same\tA\tB\tme\t2025-05\t":                        "2025-05",
		"same\t" + strings.Repeat("a", 3000) + "\tB\t\t\t": "longer than",
	} {
		f, err := Read(write(t, good+line+"\n"))
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(fmt.Sprint(err), "judgements.txt:5: ") || !strings.Contains(fmt.Sprint(err), want) {
			t.Errorf("%q: %+v, error %v, want line 5 and %q", line, f, err, want)
		}
	}
	if _, err := Read(write(t, "\xff\xfe")); !errors.Is(err, graph.ErrInvalid) {
		t.Errorf("another encoding: %v", err)
	}
	_, err := Read(write(t, strings.Repeat("bad\n", 50)))
	if n := strings.Count(fmt.Sprint(err), "\n") + 1; n != maxErrors+1 || !strings.Contains(fmt.Sprint(err), "30 more") {
		t.Errorf("50 bad lines give %d: %v", n, err)
	}
}

// TestChanges adds and removes lines and leaves the rest of the file alone.
func TestChanges(t *testing.T) {
	f, err := Read(write(t, good))
	if err != nil {
		t.Fatal(err)
	}
	j, err := New(Same, "Vladimir Poutine/RU", "В. Путин", "bob", "2025-06-01", "one\nman")
	if err != nil {
		t.Fatal(err)
	}
	again := f.Lines[0].Judgement
	again.A, again.B = again.B, again.A
	if n := f.Add(j, j, again); n != 1 {
		t.Errorf("%d came, want the one that is new", n)
	}
	if gone := f.Remove(again.A, again.B); len(gone) != 1 || gone[0].Number != 3 {
		t.Errorf("removed %v, want line 3", gone)
	}
	if err := f.Write(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(f.Name)
	want := "# who is who\n\nnot-same\tid:p2fa\tkey:vn/to-lam\t\t\t\nsame\tVladimir Poutine/RU\tВ. Путин\tbob\t2025-06-01\tone man\n"
	if diff := cmp.Diff(want, string(data)); diff != "" || err != nil {
		t.Errorf("error %v (-want +got):\n%s", err, diff)
	}
	read, err := Read(f.Name)
	if err != nil || read.Lines[1].Number != f.Lines[1].Number {
		t.Errorf("lines %v read back as %v, error %v", f.Lines, read.Lines, err)
	}
}

func TestContradictions(t *testing.T) {
	f, err := Read(write(t, "same\tA\tB\t\t\t\nsame\tC\tB\t\t\t\nnot-same\tA\tC\t\t\t\nnot-same\tA\tD\t\t\t\n"))
	if err != nil {
		t.Fatal(err)
	}
	if bad := f.Contradictions(); len(bad) != 1 || bad[0].Number != 3 {
		t.Errorf("contradictions %v, want line 3", bad)
	}
}

// TestEdges reads what a resolver wrote, and what WriteEdges did.
func TestEdges(t *testing.T) {
	const edges = `["NK-2z", "ru-1", "positive", 0.97, "anne", "2025-05-09T10:11:12"]
["Q7747", "NK-2z", "positive", null, null, null]

["ru-2", "ru-1", "negative", null, "anne", "2025-05-09"]
["ru-3", "ru-1", "no_judgement", 0.5, null, null]
["ru-4", "ru-1", "unsure", null, "anne", null]
["ru-5", "ru-1", "positive", null, "anne", null, "2025-06-01"]
`
	id := func(s graph.PersonID) graph.PersonRef { return graph.PersonRef{ID: s} }
	want := []graph.Judgement{
		{Same: true, A: id("NK-2z"), B: id("ru-1"), Who: "anne", When: "2025-05-09"},
		{Same: true, A: id("Q7747"), B: id("NK-2z")},
		{A: id("ru-2"), B: id("ru-1"), Who: "anne", When: "2025-05-09"},
	}
	got, skipped, err := ReadEdges(strings.NewReader(edges))
	if diff := cmp.Diff(want, got); diff != "" || skipped != 3 || err != nil {
		t.Errorf("%d skipped, error %v (-want +got):\n%s", skipped, err, diff)
	}
	f, err := Read(write(t, good))
	if err != nil {
		t.Fatal(err)
	}
	want = append(want, f.Set()...)
	var out strings.Builder
	if err := WriteEdges(&out, want); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(out.String(), `["NK-2z","ru-1","positive",null,"anne","2025-05-09"]`+"\n"+`["Q7747","NK-2z",`) {
		t.Errorf("edges:\n%s", out.String())
	}
	back, _, err := ReadEdges(strings.NewReader(out.String()))
	for i := range want {
		want[i].Why = ""
	}
	if diff := cmp.Diff(graph.JudgementSet(want), graph.JudgementSet(back)); diff != "" || err != nil {
		t.Errorf("read back: error %v (-want +got):\n%s", err, diff)
	}
	for _, bad := range []string{"{}", "[]", `["a","a","positive",null,null,null]`, `["","b","negative",null,null,null]`, `["a","b","positive",null,null,"never ever"]`} {
		if _, _, err := ReadEdges(strings.NewReader("\n" + bad)); !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: error %v, want one of line 2", bad, err)
		}
	}
}
