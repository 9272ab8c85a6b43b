package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/loader/extract"
)

// reference is the scorer that the rules of matching come from. It is not
// part of the project; without it, or without Python, its tests are skipped.
const reference = "../../../shared/corpus/score.py"

func python(t *testing.T) string {
	t.Helper()
	if _, err := os.Stat(reference); err != nil {
		t.Skip("the reference scorer is not beside the project")
	}
	path, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3")
	}
	return path
}

// refer returns the reference's table.
func refer(t testing.TB, python, gold, claims string) string {
	cmd := exec.Command(python, reference, gold, claims)
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("reference: %v\n%s", err, errs.String())
	}
	return out.String()
}

// The reference and Compare agree on what the engine makes of every text.
func TestReferenceOnCorpus(t *testing.T) {
	py, x := python(t), engine(t)
	for _, set := range []string{"seeds", "fr", "en", "vi"} {
		gold := filepath.Join(filepath.Dir(reference), set)
		o, err := Open(t.Context(), gold, nil, gold)
		if err != nil {
			t.Fatal(err)
		}
		var claims bytes.Buffer
		var results []Result
		for _, d := range o.Datasets {
			r, err := d.Run(t.Context(), x)
			if err != nil {
				t.Fatal(err)
			}
			results = append(results, r)
			for _, c := range d.Cases {
				report := x.Extract(c.Article)
				json.NewEncoder(&claims).Encode(extract.FactsOf(&report))
			}
		}
		file := filepath.Join(t.TempDir(), "claims.jsonl")
		write(t, file, claims.String())
		if diff := cmp.Diff(refer(t, py, gold, file), Total(results).String()); diff != "" {
			t.Errorf("%s (-reference +ours):\n%s", set, diff)
		}
	}
}

// They agree on facts made to collide. All draws go in one run of Python.
func TestReferenceOnRandomFacts(t *testing.T) {
	py, gold := python(t), t.TempDir()
	var claims strings.Builder
	var total Score
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		want, got := randomFacts(t, "want"), randomFacts(t, "got")
		want.ID = fmt.Sprint(n)
		got.ID = want.ID
		n++
		raw, _ := json.Marshal(want)
		if err := os.WriteFile(filepath.Join(gold, want.ID+".json"), raw, 0o644); err != nil {
			t.Fatal(err)
		}
		json.NewEncoder(&claims).Encode(got)
		total = total.Plus(Compare(want, got))
	})
	file := filepath.Join(t.TempDir(), "claims.jsonl")
	write(t, file, claims.String())
	if diff := cmp.Diff(refer(t, py, gold, file), total.String()); diff != "" {
		t.Errorf("(-reference +ours):\n%s", diff)
	}
}

// They agree on which names are the same, for pairs of names in the corpus
// cut and changed at random.
func TestReferenceOnNames(t *testing.T) {
	py := python(t)
	letters := rapid.SampledFrom([]rune("abdeéĐđớộƠÀİıßΣςσ’'-_ ²ⅣŒ١.\u0301\u200d"))
	name := rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOfN(letters, 0, 9).Draw(t, "letters")) })
	var pairs [][2]string
	var ours strings.Builder
	rapid.Check(t, func(t *rapid.T) {
		for range 20 {
			a, b := name.Draw(t, "a"), name.Draw(t, "b")
			if rapid.Bool().Draw(t, "near") {
				b = strings.ToUpper(a) + name.Draw(t, "more")
			}
			pairs = append(pairs, [2]string{a, b})
			fmt.Fprintln(&ours, SameName(a, b), strings.Join(words(a), "|"))
		}
	})
	raw, _ := json.Marshal(pairs)
	file := filepath.Join(t.TempDir(), "pairs.json")
	write(t, file, string(raw))
	script := `import sys,json,importlib.util as u
s=u.spec_from_file_location("score",sys.argv[1]); m=u.module_from_spec(s); s.loader.exec_module(m)
sys.stdout.reconfigure(encoding="utf-8")
for a,b in json.load(open(sys.argv[2],encoding="utf-8")): print(str(m.same_name(a,b)).lower(), "|".join(m.norm(a)))`
	cmd := exec.Command(py, "-B", "-c", script, reference, file)
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(out), "\n"), strings.Split(ours.String(), "\n")); diff != "" {
		t.Errorf("(-reference +ours):\n%s", diff)
	}
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func engine(t testing.TB) *extract.Extractor {
	t.Helper()
	x, err := extract.New()
	if err != nil {
		t.Fatal(err)
	}
	return x
}
