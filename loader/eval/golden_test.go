package eval

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func results(t testing.TB, got string) []Scored {
	want := parse(t, `{"persons":[{"name":"Tô Lâm"}]}`)
	return []Scored{Result{Name: "fr", Score: Compare(want, parse(t, got))}.Scored(), Result{Name: "held/fr", Score: Compare(want, want)}.Scored()}
}

func TestGolden(t *testing.T) {
	path := filepath.Join(t.TempDir(), "score.txt")
	g, err := ReadGolden(path)
	if err != nil {
		t.Fatal("a file that is not there:", err)
	}
	first := results(t, `{"persons":[{"name":"Tô Lâm"}]}`)
	g.Put(append(first, Result{Name: "en"}.Scored(), Marked{Texts: 3, HasPersons: true, Persons: Count{2, 1, 0}}.Scored("real/names")))
	if err := g.Write(path); err != nil {
		t.Fatal(err)
	}
	again, err := ReadGolden(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(g, again); diff != "" {
		t.Errorf("read back (-written +read):\n%s", diff)
	}
	if lines := again.Diff(first); len(lines) != 0 {
		t.Errorf("nothing changed, and still %q", lines)
	}
	changed := results(t, `{"persons":[]}`)
	want := []string{
		"[fr] - persons     1.000  1.000  1.000   1/0/0", "[fr] - nodes       1.000  1.000  1.000   1/0/0",
		"[fr] + persons     0.000  0.000  0.000   0/0/1", "[fr] + nodes       0.000  0.000  0.000   0/0/1",
	}
	if diff := cmp.Diff(want, again.Diff(changed)); diff != "" {
		t.Errorf("diff (-want +got):\n%s", diff)
	}
	again.Put(changed[:1])
	text := again.String()
	if !strings.Contains(text, "[real/names] 3 texts\n") || !strings.Contains(text, "persons     0.667  1.000  0.800   2/1/0\n") {
		t.Errorf("the block of marked texts is not as written:\n%s", text)
	}
	if i, j, k := strings.Index(text, "[en]"), strings.Index(text, "[fr]"), strings.Index(text, "[held/fr]"); i != 0 || j < i || k < j {
		t.Errorf("blocks are not in order of name, or one is lost:\n%s", text)
	}
}

func TestGoldenRefusesOtherFiles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "score.txt")
	write(t, path, "something else\n")
	if _, err := ReadGolden(path); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("error %v", err)
	}
	if err := (Golden{}).Write(filepath.Join(path, "x")); err == nil {
		t.Error("written below a file")
	}
	if left, _ := os.ReadFile(path); string(left) != "something else\n" {
		t.Error("the file was changed")
	}
}
