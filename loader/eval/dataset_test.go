package eval

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const (
	wantedOne = `{"id":"fr/001","published":"2025-05-09","persons":[],"met":[]}`
	wantedTwo = `{"id":"fr/002","published":null,"persons":[],"met":[]}`
)

// tree writes files under a new folder and returns it.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		write(t, filepath.Join(dir, name), content)
	}
	return dir
}

func TestOpenFindsArticles(t *testing.T) {
	line := func(id string) string { return `{"id":"` + id + `","text":"Titre\n\nUn texte."}` + "\n" }
	for _, c := range []struct {
		reason string
		files  map[string]string
		gold   string
		inputs []string
		want   map[string]string // dataset -> ids of cases with an article
	}{
		{"texts beside, by file name", map[string]string{"fr/001.json": wantedOne, "fr/001.txt": "Titre\n\nUn texte."}, "fr", nil, map[string]string{"fr": "fr/001"}},
		{"a folder of articles beside the parent, by id", map[string]string{"wanted/fr/001.json": wantedOne, "wanted/fr/002.json": wantedTwo, "articles/fr.jsonl": line("fr/002") + line("fr/001")}, "wanted/fr", nil, map[string]string{"fr": "fr/001 fr/002"}},
		{"several folders of wanted facts", map[string]string{"wanted/fr/001.json": wantedOne, "held/wanted/fr/002.json": wantedTwo, "articles/a.jsonl": line("fr/001"), "held/articles/b.jsonl": line("fr/002")}, ".", nil, map[string]string{"fr": "fr/001", "held/fr": "fr/002"}},
		{"JSON Lines beside", map[string]string{"fr/001.json": wantedOne, "fr.jsonl": line("fr/001")}, "fr", nil, map[string]string{"fr": "fr/001"}},
		{"named inputs, and no others", map[string]string{"fr/001.json": wantedOne, "fr/001.txt": "Titre\n\nUn texte.", "other.jsonl": line("fr/009")}, "fr", []string{"other.jsonl"}, map[string]string{"fr": ""}},
		{"folders of any name", map[string]string{"a[b/001.json": wantedOne, "a[b/001.txt": "Titre\n\nUn texte."}, "a[b", nil, map[string]string{"a[b": "fr/001"}},
	} {
		dir := tree(t, c.files)
		var inputs []string
		for _, in := range c.inputs {
			inputs = append(inputs, filepath.Join(dir, in))
		}
		o, err := Open(t.Context(), filepath.Join(dir, c.gold), inputs, dir)
		if err != nil {
			t.Errorf("%s: %v", c.reason, err)
			continue
		}
		got := map[string]string{}
		for _, d := range o.Datasets {
			ids := []string{}
			for _, k := range d.Cases {
				if k.Article != nil {
					ids = append(ids, k.Article.ID)
				}
			}
			got[d.Name] = strings.Join(ids, " ")
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

func TestOpenTakesTheDateOfTheFacts(t *testing.T) {
	dir := tree(t, map[string]string{
		"001.json": wantedOne, "002.json": wantedTwo,
		"a.jsonl": `{"id":"fr/001","text":"Un."}` + "\n" + `{"id":"fr/002","text":"Deux.","published":"2024-01-02"}`,
	})
	o, err := Open(t.Context(), dir, nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	cases := o.Datasets[0].Cases
	if a, b := cases[0].Article.Published, cases[1].Article.Published; a != "2025-05-09" || b != "2024-01-02" {
		t.Errorf("published %q and %q, want the date of the facts and that of the text", a, b)
	}
}

func TestOpenTellsWhatIsWrong(t *testing.T) {
	dir := tree(t, map[string]string{"ok/001.json": wantedOne, "ok/list.json": `[1]`, "ok/query.json": `{"query":"x"}`, "ok/bad.jsonl": "{\n", "broken/001.json": `{"id":`, "none/x.txt": "x", "type/001.json": `{"id":1,"met":[]}`})
	o, err := Open(t.Context(), filepath.Join(dir, "ok"), nil, dir)
	if err != nil {
		t.Fatal(err)
	}
	if len(o.Skipped) != 2 || len(o.Refused) != 1 || !strings.Contains(o.Refused[0].Error(), "bad.jsonl:1") {
		t.Errorf("skipped %v, refused %v", o.Skipped, o.Refused)
	}
	for _, name := range []string{"broken", "none", "absent", "type"} {
		if _, err := Open(t.Context(), filepath.Join(dir, name), nil, dir); err == nil || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: error %v does not name it", name, err)
		}
	}
}

func TestNamesOfDatasets(t *testing.T) {
	for _, c := range [][3]string{
		{"testdata/held/wanted/fr", "testdata", "held/fr"},
		{"testdata/wanted/fr", "testdata", "fr"},
		{"testdata/wanted", "testdata", "wanted"},
		{"elsewhere/fr", "testdata", "fr"},
		{"testdata", "testdata", "testdata"},
	} {
		if got := nameOf(c[0], c[1]); got != c[2] {
			t.Errorf("nameOf(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestRunWithoutArticle(t *testing.T) {
	want := parse(t, `{"id":"x","persons":[{"name":"Tô Lâm"}],"countries":["VN"],"met":[{"a":"Tô Lâm","b":"Xi Jinping"}]}`)
	r, err := Dataset{Name: "d", Cases: []Case{{Want: want}}}.Run(t.Context(), engine(t))
	if err != nil {
		t.Fatal(err)
	}
	if r.Score.Missing != 1 || r.Score.Edges() != (Count{0, 0, 1}) || r.Score.Nodes() != (Count{0, 0, 2}) {
		t.Errorf("score %+v", r.Score)
	}
	for _, m := range r.Mistakes {
		if !strings.HasSuffix(m.Class, "/no-article") {
			t.Errorf("class %s", m.Class)
		}
	}
}
