package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/sqlite"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

// TestMain makes the test binary the command itself when asked to, for the
// tests that need a process.
func TestMain(m *testing.M) {
	if os.Getenv("DIPLOGRAPH_LOADER_ARGS") != "" {
		os.Args = append(os.Args[:1], strings.Split(os.Getenv("DIPLOGRAPH_LOADER_ARGS"), "\n")...)
		main()
	}
	os.Exit(m.Run())
}

// ran is what a run of the command gave.
type ran struct {
	code     int
	out, err string
}

// command runs the command in this process.
func command(t testing.TB, stdin string, args ...string) ran {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(environment{ctx: t.Context(), in: strings.NewReader(stdin), out: &out, err: &errs}, args)
	return ran{code, out.String(), errs.String()}
}

// want checks the code and that parts are in the output, "!" parts in that of
// errors.
func (r ran) want(t testing.TB, code int, parts ...string) {
	t.Helper()
	if r.code != code {
		t.Errorf("exit code %d, want %d", r.code, code)
	}
	for _, p := range parts {
		where := r.out
		if rest, ok := strings.CutPrefix(p, "!"); ok {
			p, where = rest, r.err
		}
		if !strings.Contains(where, p) {
			t.Errorf("no %q", p)
		}
	}
	if t.Failed() {
		t.Fatalf("output:\n%s\nerrors:\n%s", r.out, r.err)
	}
}

// tree writes files under a new folder and returns it.
func tree(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	macron = "Visite\n\nParis, 12 mai 2025 - Le président français Emmanuel Macron a reçu lundi à Paris le Premier ministre vietnamien Pham Minh Chinh.\n"
	putin  = "Entretien\n\nMoscou, 12 mai 2025 - Le président russe Vladimir Poutine a reçu lundi à Moscou le président chinois Xi Jinping.\n"
)

// jsonl makes a line of JSON Lines.
func jsonl(id, text string) string {
	raw, _ := json.Marshal(map[string]string{"id": id, "text": text})
	return string(raw) + "\n"
}

// export reads all that the store in a file says.
func export(t testing.TB, file string) string {
	t.Helper()
	s, err := sqlite.Open(context.Background(), file)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b strings.Builder
	for o, err := range s.Export(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "%s %s %s\n", o.Kind, o.Key, o.JSON)
	}
	return b.String()
}

func TestUsage(t *testing.T) {
	dir := tree(t, map[string]string{"notadb.db": strings.Repeat("no database ", 100), "a.txt": macron})
	at := func(name string) string { return filepath.Join(dir, name) }
	for _, c := range []struct {
		reason string
		args   []string
		code   int
		part   string
	}{
		{"help is no error", []string{"--help"}, 0, "Commands:"},
		{"help of a command", []string{"eval", "--help"}, 0, "--errors"},
		{"nothing to load", nil, 2, "!expected \"<path> ...\""},
		{"unknown flag", []string{"--nonsense", "x.txt"}, 2, "!unknown flag"},
		{"unknown form", []string{"extract", "--form", "xml", at("a.txt")}, 2, "!--form must be one of"},
		{"batch out of range", []string{"--batch", "0", at("a.txt")}, 2, "!--batch is 0"},
		{"unknown language", []string{"--lang", "xx", at("a.txt")}, 2, "!xx"},
		{"unknown store", []string{"--store", "mongo:x", at("a.txt")}, 2, "!store"},
		{"a file that is no store", []string{"--store", "sqlite:" + at("notadb.db"), at("a.txt")}, 2, "!store"},
		{"a folder that is not there", []string{"--store", "sqlite:" + at("none/x.db"), at("a.txt")}, 2, "!store"},
		{"eval of nothing", []string{"eval"}, 2, "!folder of wanted facts"},
		{"eval of a folder without facts", []string{"eval", dir}, 2, "!no wanted facts"},
		{"update of no file", []string{"eval", dir, "--update"}, 2, "!--score"},
		{"remove nothing", []string{"remove"}, 2, "!<id>"},
	} {
		r := command(t, "", c.args...)
		where, part := r.out, c.part
		if rest, ok := strings.CutPrefix(part, "!"); ok {
			where, part = r.err, rest
		}
		if r.code != c.code || !strings.Contains(where, part) {
			t.Errorf("%s: code %d, want %d with %q; output %q, errors %q", c.reason, r.code, c.code, c.part, r.out, r.err)
		}
	}
	if raw, _ := os.ReadFile(at("notadb.db")); string(raw) != strings.Repeat("no database ", 100) {
		t.Error("the file that is no store was changed")
	}
}

func TestLoadReplaceRemove(t *testing.T) {
	dir := tree(t, map[string]string{"in/a.jsonl": jsonl("a", macron) + jsonl("b", putin), "new/a.jsonl": jsonl("a", putin)})
	file := filepath.Join(dir, "g.db")
	store := "--store=sqlite:" + file
	command(t, "", store, filepath.Join(dir, "in")).want(t, 0, "2 articles: 2 new", "4 persons, 2 meetings, 2 pairs")
	first := export(t, file)
	command(t, "", store, "load", filepath.Join(dir, "in")).want(t, 0, "0 new, 2 unchanged")
	if export(t, file) != first {
		t.Error("a second load changed the graph")
	}
	command(t, "", store, filepath.Join(dir, "new")).want(t, 0, "1 replaced", "2 persons, 1 meetings, 1 pairs")
	command(t, "", store, "remove", "a", "nobody").want(t, 1, "1 articles removed", "!1 ids are not in the store:\n  nobody")
	command(t, "", store, "remove", "b").want(t, 0, "1 articles removed")
	if left := export(t, file); left != "" {
		t.Errorf("left in the store:\n%s", left)
	}
	command(t, "", store, filepath.Join(dir, "in")).want(t, 0, "2 new")
	if export(t, file) != first {
		t.Error("loaded again after removal, the graph is another one")
	}
}

// Mixed encodings, forms and faults: each article counts once, with its place.
func TestLoadMixedFolder(t *testing.T) {
	latin := func(s string) string {
		var b []byte
		for _, c := range s {
			b = append(b, byte(c))
		}
		return string(b)
	}
	dir := tree(t, map[string]string{
		"bom.txt":      "\ufeff" + macron,
		"crlf.txt":     strings.ReplaceAll(putin, "\n", "\r\n"),
		"latin1.txt":   latin(macron),
		"nfd.txt":      strings.ReplaceAll(macron, "é", "e\u0301"),
		"empty.txt":    "",
		"sub/x.jsonl":  "\ufeff" + jsonl("x1", macron) + "{\"id\":\"x2\",\n" + jsonl("x3", putin) + jsonl("x1", putin),
		"ignored.docx": "no article",
	})
	r := command(t, "", "--store", "sqlite:"+filepath.Join(dir, "g.db"), "-v", dir)
	r.want(t, 1, "9 articles: 6 new, 0 unchanged, 1 replaced, 2 refused, 1 with an id that came twice", "4 persons",
		"!2 refused:", "!empty.txt: ", "!x.jsonl:2: ", "!1 ids came twice:", `!x.jsonl:4: id "x1"`, "!latin1.txt: ")
	if !strings.HasSuffix(strings.TrimSpace(r.err[:strings.Index(r.err, "2 refused:")]), "the one kept") {
		t.Errorf("refused articles are not listed at the end:\n%s", r.err)
	}
}

func TestExtractKeepsOrder(t *testing.T) {
	var in strings.Builder
	for i := range 300 {
		in.WriteString(jsonl(fmt.Sprint(i), strings.Repeat(macron, 1+i%7)))
	}
	r := command(t, in.String(), "extract", "-")
	r.want(t, 0)
	lines := strings.Split(strings.TrimSpace(r.out), "\n")
	for i, line := range lines {
		var report graph.Report
		if err := json.Unmarshal([]byte(line), &report); err != nil {
			t.Fatal(err)
		}
		if string(report.Article.ID) != fmt.Sprint(i) {
			t.Fatalf("line %d is article %s", i, report.Article.ID)
		}
		if err := report.Validate(); err != nil { // quotes are where the offsets say
			t.Fatal(err)
		}
	}
	if len(lines) != 300 {
		t.Errorf("%d lines", len(lines))
	}
}

func TestExtractForms(t *testing.T) {
	in := jsonl("a", macron) + "broken\n" + jsonl("b", "Rien.")
	r := command(t, in, "extract", "--form=facts", "-")
	r.want(t, 1, `{"id":"a","published":`, `"met":[{"a":"Emmanuel Macron","b":"Pham Minh Chinh"`, "!1 refused:\n  -:2: ")
	r = command(t, jsonl("b", "Rien."), "extract", "-")
	want := `{"article":{"id":"b","title":"Rien.","text":"Rien."},"persons":[],"parties":[],"organizations":[],"countries":[],"meetings":[],"delegations":[],"agreements":[]}`
	if got := strings.Replace(strings.TrimSpace(r.out), `,"lang":"fr"`, "", 1); got != want {
		t.Errorf("report of an article that says nothing: %s", got)
	}
	if entries, _ := os.ReadDir("."); len(entries) > 0 {
		for _, e := range entries {
			if strings.HasSuffix(e.Name(), ".db") {
				t.Errorf("extract made a store: %s", e.Name())
			}
		}
	}
}

// fails is an output that takes nothing.
type fails struct{}

func (fails) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestExtractTellsBrokenOutput(t *testing.T) {
	var errs bytes.Buffer
	code := run(environment{ctx: t.Context(), in: strings.NewReader(jsonl("a", macron)), out: fails{}, err: &errs}, []string{"extract", "-"})
	if code != 2 || !strings.Contains(errs.String(), "disk full") {
		t.Errorf("code %d, errors %q", code, errs.String())
	}
}

func TestEval(t *testing.T) {
	dir := tree(t, map[string]string{
		"articles/fr.jsonl":       jsonl("fr/1", macron) + jsonl("fr/2", putin),
		"wanted/fr/1.json":        `{"id":"fr/1","published":"2025-05-13","persons":[{"name":"Emmanuel Macron"},{"name":"Pham Minh Chinh"}],"countries":["FR","VN"],"met":[{"a":"Emmanuel Macron","b":"Pham Minh Chinh","date":"2025-05-12"}]}`,
		"held/wanted/fr/2.json":   `{"id":"fr/2","published":null,"persons":[{"name":"Vladimir Poutine"},{"name":"Xi Jinping"}],"countries":["RU","CN"],"met":[{"a":"Hun Sen","b":"Xi Jinping"}]}`,
		"held/articles/a.jsonl":   jsonl("fr/2", putin),
		"absent/wanted/en/3.json": `{"id":"en/3","met":[]}`,
	})
	score := filepath.Join(dir, "score.txt")
	eval := func(args ...string) ran {
		t.Helper()
		return command(t, "", append([]string{"eval", "--score", score}, args...)...)
	}
	eval(filepath.Join(dir, "wanted"), "--update").want(t, 0, "[fr] 1 texts\n", "met         1.000  1.000  1.000   1/0/0", "date right on matched met: 1/1", "!scores that changed:")
	eval(filepath.Join(dir, "wanted")).want(t, 0)
	eval(filepath.Join(dir, "held")).want(t, 1, "!differ", "![held/fr] + ")
	eval(filepath.Join(dir, "held"), "--update", "--errors").want(t, 0, "[held/fr] 1 texts\n",
		"fr/2 MISS  met: ", "missed-meeting/person-missing\n      Moscou, 12 mai 2025 - Le président russe",
		"fr/2 WRONG met: ", "invented-meeting/wrong-partner\n      Moscou", "    1  50% missed-meeting/person-missing")
	eval(dir, "--errors").want(t, 1, "2 mistakes in [held/fr] are not listed")
	eval(dir).want(t, 1, "[all] 3 texts", "texts missing from output: 1", "!1 texts with wanted facts have no article")
	raw, err := os.ReadFile(score)
	if err != nil {
		t.Fatal(err)
	}
	both := eval(filepath.Join(dir, "wanted")).out + eval(filepath.Join(dir, "held")).out
	if diff := cmp.Diff(strings.TrimSpace(both), strings.TrimSpace(string(raw))); diff != "" {
		t.Errorf("the file of scores is not what is printed (-printed +file):\n%s", diff)
	}
}

func TestLearn(t *testing.T) {
	dir := tree(t, map[string]string{
		"articles/fr.jsonl": jsonl("fr/1", macron),
		"wanted/fr/1.json":  `{"id":"fr/1","persons":[{"name":"Emmanuel Macron"},{"name":"Pham Minh Chinh"}],"met":[{"a":"Emmanuel Macron","b":"Pham Minh Chinh"}]}`,
	})
	out := filepath.Join(dir, "weights")
	command(t, "", "learn", filepath.Join(dir, "wanted"), "--measure", filepath.Join(dir, "wanted"), "--out", out).want(t, 0,
		"met: measured on 1 samples of 1 other texts\n", "!met: learning from 1 samples of 1 texts", "!met: 13 of 13 models learnt")
	for _, k := range extract.Kinds() {
		for i, features := range [][]string{extract.ToldFeatures(k), extract.Features(k)} {
			raw, err := os.ReadFile(filepath.Join(out, k.Files()[1+i]))
			if err != nil {
				t.Fatal(err)
			}
			m, err := weigh.Read(string(raw))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(features, m.Features); diff != "" {
				t.Error(diff)
			}
		}
	}
	command(t, "", "learn", filepath.Join(dir, "wanted")).want(t, 2, "!--out")
	command(t, "", "learn", filepath.Join(dir, "nowhere"), "--out", out).want(t, 2, "!nowhere")
}

func TestEvalNames(t *testing.T) {
	dir := tree(t, map[string]string{"real/m.jsonl": `{"text":"Emmanuel Macron a pris la parole lundi à Paris.","persons":["Emmanuel Macron"],"contact":false}` + "\n{\n"})
	command(t, "", "eval", "--names", filepath.Join(dir, "real", "m.jsonl")).want(t, 1, "[real/m] 1 texts", "persons     1.000  1.000  1.000   1/0/0",
		"texts without contact that claim a meeting: 0/1", "!1 refused:", "!m.jsonl:2: ")
	command(t, "", "eval", "--names", filepath.Join(dir, "none.jsonl")).want(t, 2, "!none.jsonl")
}

func TestEvalNamesInScores(t *testing.T) {
	const line = `{"text":"Emmanuel Macron a pris la parole lundi à Paris.","persons":["Emmanuel Macron"],"contact":false}` + "\n"
	dir := tree(t, map[string]string{"real/m.jsonl": line})
	names, score := filepath.Join(dir, "real", "m.jsonl"), filepath.Join(dir, "score.txt")
	eval := func(args ...string) ran {
		t.Helper()
		return command(t, "", append([]string{"eval", "--names", names, "--score", score}, args...)...)
	}
	eval().want(t, 1, "!differ", "![real/m] + ")
	eval("--update").want(t, 0, "[real/m] 1 texts")
	eval().want(t, 0)
	if err := os.Remove(names); err != nil {
		t.Fatal(err)
	}
	eval().want(t, 0, "!m.jsonl is not there: its lines in "+score+" are not checked")
}

// A read of standard input that blocks ends when the context does.
func TestInterruptible(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	in, w := io.Pipe()
	defer w.Close()
	r := &interruptible{ctx: ctx, in: in}
	go w.Write([]byte("abc"))
	buf := make([]byte, 3)
	if _, err := io.ReadFull(r, buf); err != nil || string(buf) != "abc" {
		t.Fatalf("read %q, %v", buf, err)
	}
	cancel()
	if _, err := r.Read(buf); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

// TestHistory: what was replaced and removed is known for the days before,
// until it is forgotten.
func TestHistory(t *testing.T) {
	store := "--store=sqlite:" + filepath.Join(t.TempDir(), "store.db")
	known := func(day graph.Date) (titles []string) {
		s, err := sqlite.Open(t.Context(), strings.TrimPrefix(store, "--store=sqlite:"))
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		for r, err := range s.KnownOn(t.Context(), day) {
			if err != nil {
				t.Fatal(err)
			}
			titles = append(titles, r.Article.Title)
		}
		return titles
	}
	page := func(title string) string {
		return fmt.Sprintf(`{"id":"a","title":%q,"text":"Emmanuel Macron a reçu Vladimir Poutine à Paris.","published":"2019-06-01"}`+"\n", title)
	}
	command(t, page("first"), store, "load", "--day=2020-01-01", "-").want(t, 0)
	command(t, page("corrected"), store, "--day=2020-02-01", "-").want(t, 0)
	command(t, "", store, "remove", "--day=2020-03-01", "a").want(t, 0)
	for day, want := range map[graph.Date]string{"2019-05-31": "", "2019-06-01": "first", "2020-02-01": "corrected", "2020-03-01": ""} {
		if got := strings.Join(known(day), " "); got != want {
			t.Errorf("known on %s: %q, want %q", day, got, want)
		}
	}
	command(t, "", store, "remove", "--forget", "a").want(t, 1, "!1 ids are not in the store")
	if left := known("2020-02-01"); left != nil {
		t.Errorf("known after it was forgotten: %q", left)
	}
	command(t, page("first"), store, "--day=2020", "-").want(t, 2, "!no day YYYY-MM-DD")
	command(t, "", store, "remove", "--forget", "--day=2020-01-01", "a").want(t, 2)
}
