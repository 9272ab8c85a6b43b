package storetest

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/loader/ingest"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/servertest"
)

const articles = "../../testdata/articles"

// TestEqual loads the same articles into SQLite and Neo4j: exports and all
// answers must be the same bytes.
func TestEqual(t *testing.T) {
	server := shared.Server(t)
	many := server.Open(t)
	file := "sqlite:" + filepath.Join(t.TempDir(), "equal.db")
	one, err := backend.Open(t.Context(), file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { one.Close() })
	stores := []graph.Store{one, many}
	sites := []site{serve(t, file, ""), serve(t, server.Address(), server.Password)}

	for _, s := range stores {
		load(t, s)
	}
	t.Run("articles", func(t *testing.T) {
		sameExports(t, stores)
		sameAnswers(t, sites)
		samePages(t, sites)
	})

	// The queries are written for these reports, so that no list is empty.
	for _, s := range stores {
		if _, err := s.Apply(t.Context(), graph.Batch{Put: servertest.Reports()}); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("and test graph", func(t *testing.T) {
		sameExports(t, stores)
		sameAnswers(t, sites)
	})

	var all []graph.ArticleID
	for _, r := range servertest.Reports() {
		all = append(all, r.Article.ID)
	}
	for _, s := range stores {
		if _, err := s.Apply(t.Context(), graph.Batch{Remove: all}); err != nil {
			t.Fatal(err)
		}
	}
	t.Run("and taken back", func(t *testing.T) { sameExports(t, stores) })
}

func load(t *testing.T, s graph.Store) {
	t.Helper()
	sum, err := ingest.Load(t.Context(), s, []string{articles}, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(sum.Refusals) > 0 {
		t.Fatalf("refused: %v", sum.Refusals)
	}
	stats, err := s.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if stats.Articles < 100 || stats.Encounters < 100 {
		t.Fatalf("loaded %+v: too little to compare", stats)
	}
}

func sameExports(t *testing.T, stores []graph.Store) {
	t.Helper()
	var exports [][]byte
	for _, s := range stores {
		var b bytes.Buffer
		for o, err := range s.Export(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			b.WriteString(o.Kind + "\t" + o.Key + "\t")
			b.Write(o.JSON)
			b.WriteByte('\n')
		}
		exports = append(exports, b.Bytes())
	}
	differ(t, "the export", exports[0], exports[1])
	t.Logf("export: %d lines, %d bytes", bytes.Count(exports[0], []byte{'\n'}), len(exports[0]))
}

// sameAnswers asks every query of testdata/queries.
func sameAnswers(t *testing.T, sites []site) {
	t.Helper()
	files, err := filepath.Glob("../../testdata/queries/*.graphql")
	if err != nil || len(files) < 15 {
		t.Fatalf("%d queries: %v", len(files), err)
	}
	for _, f := range files {
		query, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		same(t, sites, strings.TrimSuffix(filepath.Base(f), ".graphql"), string(query), nil)
	}
	t.Logf("%d queries", len(files))
}

// samePages walks over all persons, with whom they met and who says so.
func samePages(t *testing.T, sites []site) {
	t.Helper()
	const query = `query($after: Cursor) {
		persons(first: 40, after: $after) {
			totalCount
			edges { cursor node {
				id name aliases country { code } offices { title country { code } former first last } parties { id name } reports
				met(first: 5) { totalCount edges { cursor date place mode node { id } evidence(first: 2) { quote article { id } } } pageInfo { endCursor } }
			} }
			pageInfo { hasNextPage endCursor }
		}
	}`
	after, pages := "", 0
	for more := true; more; pages++ {
		variables := map[string]any{}
		if after != "" {
			variables["after"] = after
		}
		answer := parse(t, same(t, sites, "persons after "+after, query, variables))
		if len(answer.Errors) > 0 {
			t.Fatalf("page %d: %+v", pages, answer.Errors)
		}
		var list struct {
			PageInfo struct {
				HasNextPage bool
				EndCursor   string
			}
		}
		if err := json.Unmarshal(answer.Data["persons"], &list); err != nil {
			t.Fatal(err)
		}
		more, after = list.PageInfo.HasNextPage, list.PageInfo.EndCursor
	}
	t.Logf("%d pages of persons", pages)
}

func same(t *testing.T, sites []site, name, query string, variables any) []byte {
	t.Helper()
	want, got := inTime(t, sites[0], query, variables), inTime(t, sites[1], query, variables)
	differ(t, name, sorted(t, want), sorted(t, got))
	return want
}

// inTime asks again when the answer took too long: a database that has just
// started compiles every query first.
func inTime(t *testing.T, s site, query string, variables any) (answer []byte) {
	t.Helper()
	for range 5 {
		_, answer = s.ask(t, query, variables)
		if !bytes.Contains(answer, []byte(`"code":"`+fault.Timeout+`"`)) && !bytes.Contains(answer, []byte(`"code":"`+fault.Unavailable+`"`)) {
			break
		}
	}
	return answer
}

// sorted puts the errors of an answer in order: fields fail side by side, so
// that their order differs from one answer of the same server to the next.
func sorted(t *testing.T, answer []byte) []byte {
	t.Helper()
	var list struct{ Errors []json.RawMessage }
	if err := json.Unmarshal(answer, &list); err != nil {
		t.Fatalf("%v: %s", err, answer)
	}
	if len(list.Errors) < 2 {
		return answer
	}
	before := bytes.Join(raw(list.Errors), []byte{','})
	slices.SortFunc(list.Errors, func(a, b json.RawMessage) int { return bytes.Compare(a, b) })
	return bytes.Replace(answer, before, bytes.Join(raw(list.Errors), []byte{','}), 1)
}

func raw(list []json.RawMessage) (out [][]byte) {
	for _, m := range list {
		out = append(out, m)
	}
	return out
}

// differ shows the place where b leaves a.
func differ(t *testing.T, what string, a, b []byte) {
	t.Helper()
	if bytes.Equal(a, b) {
		return
	}
	i := 0
	for i < min(len(a), len(b)) && a[i] == b[i] {
		i++
	}
	around := func(x []byte) []byte { return x[max(0, i-200):min(len(x), i+200)] }
	t.Errorf("%s differs at byte %d:\nSQLite: …%s…\nNeo4j:  …%s…", what, i, around(a), around(b))
}
