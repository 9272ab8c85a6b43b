package main

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/servertest"
)

const (
	writeToken = "a-token-of-32-bytes-for-the-test"
	bearer     = "Bearer " + writeToken
	remove     = `mutation($id: ID!) { removeArticle(id: $id) { id change } }`
	add        = `mutation($reports: [Report!]!) { addReports(reports: $reports) { id change } }`
	loadOne    = `mutation($article: ArticleInput!) { loadArticle(article: $article) { change warning article { id title lang } } }`
)

// startWriting runs a server that takes changes, over the store given.
func startWriting(t *testing.T, store string, args ...string) *running {
	t.Helper()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte(writeToken+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return startOn(t, store, append(args, "--allow-writes", "--write-token-file", file)...)
}

// write sends a mutation with the token.
func (s *running) write(t testing.TB, query string, variables object) reply {
	t.Helper()
	return s.post(t, object{"query": query, "variables": variables}, "Authorization", bearer)
}

func TestWhoMayWrite(t *testing.T) {
	store := filledStore(t)
	closed, open := start(t), startWriting(t, store)
	body := object{"query": remove, "variables": object{"id": "Article:fr/001"}}
	for _, c := range []struct {
		reason        string
		server        *running
		authorization string
		status        int
		code          string
	}{
		{"a server that takes none, without a token", closed, "", 403, "FORBIDDEN"},
		{"a server that takes none, with one", closed, bearer, 403, "FORBIDDEN"},
		{"no token", open, "", 401, "UNAUTHENTICATED"},
		{"another token", open, "Bearer another", 401, "UNAUTHENTICATED"},
		{"the beginning of it", open, bearer[:len(bearer)-1], 401, "UNAUTHENTICATED"},
		{"more than it", open, bearer + "x", 401, "UNAUTHENTICATED"},
		{"another scheme", open, "Basic " + writeToken, 401, "UNAUTHENTICATED"},
		{"no scheme", open, writeToken, 401, "UNAUTHENTICATED"},
		{"a scheme alone", open, "Bearer", 401, "UNAUTHENTICATED"},
	} {
		got := c.server.post(t, body, "Authorization", c.authorization)
		if got.status != c.status || got.code() != c.code || got.Data != nil {
			t.Errorf("%s: %d %s", c.reason, got.status, got.body)
		}
		if (c.status == 401) != (got.header.Get("WWW-Authenticate") != "") {
			t.Errorf("%s: headers %v", c.reason, got.header)
		}
	}
	if got := open.getQuery(t, url.Values{"query": {remove}, "variables": {`{"id":"Article:fr/001"}`}}, "Authorization", bearer); got.status != http.StatusMethodNotAllowed {
		t.Errorf("by GET: %d %s", got.status, got.body)
	}
	if got := open.post(t, body, "Authorization", bearer, "Sec-Fetch-Site", "cross-site"); got.status != http.StatusForbidden {
		t.Errorf("from a page of another site: %d %s", got.status, got.body)
	}
	two := object{"query": "query a { stats { articles } } " + strings.Replace(remove, "mutation(", "mutation b(", 1), "variables": body["variables"], "operationName": "b"}
	if got := open.post(t, two); got.code() != "UNAUTHENTICATED" {
		t.Errorf("a mutation beside a query: %s", got.body)
	}
	if got := open.ask(t, usualQuery, nil); string(got.Data) != `{"stats":{"articles":9}}` {
		t.Errorf("something was removed: %s", got.body)
	}
	if got := open.post(t, body, "Authorization", bearer); string(got.Data) != `{"removeArticle":{"id":"Article:fr/001","change":"REMOVED"}}` {
		t.Errorf("with the token: %d %s", got.status, got.body)
	}
	for _, s := range []*running{closed, open} {
		if err := s.stop(); err != nil {
			t.Fatal(err)
		}
		if log := s.log.String(); strings.Contains(log, writeToken) || strings.Contains(log, "another") {
			t.Errorf("the log holds a token:\n%s", log)
		}
	}
}

// TestSchemaWithoutWrites holds that who may not change anything is not told of it.
func TestSchemaWithoutWrites(t *testing.T) {
	const query = `{ __schema { mutationType { name } types { name } } __type(name: "ErrorCode") { name } }`
	closed, open := start(t, "--quiet").ask(t, query, nil), startWriting(t, filledStore(t), "--quiet").ask(t, query, nil)
	for _, name := range []string{`"Mutation"`, `"ArticleInput"`, `"LoadedArticle"`, `"Outcome"`, `"Change"`, `"Report"`} {
		if strings.Contains(string(closed.body), name) || !strings.Contains(string(open.body), name) {
			t.Errorf("%s: closed %v, open %v", name, strings.Contains(string(closed.body), name), strings.Contains(string(open.body), name))
		}
	}
	for _, name := range []string{`"Query"`, `"Person"`, `"Country"`, `"MeetingFilter"`, `"SearchHit"`, `"ErrorCode"`, `"Boolean"`, `"__Type"`, `"Event"`} {
		if !strings.Contains(string(closed.body), name) {
			t.Errorf("the closed schema has no %s", name)
		}
	}
}

func TestAddReports(t *testing.T) {
	empty := "sqlite:" + filepath.Join(t.TempDir(), "new.db")
	s := startWriting(t, empty, "--quiet")
	reports := asExtracted(t, servertest.Reports())
	want := make([]string, len(reports))
	for i, r := range servertest.Reports() {
		want[i] = string(r.Article.ID) + " NEW"
	}
	if diff := cmp.Diff(want, outcomes(t, s.write(t, add, object{"reports": reports}))); diff != "" {
		t.Fatalf("(-want +got):\n%s", diff)
	}
	if got := outcomes(t, s.write(t, add, object{"reports": reports[:1]})); got[0] != "fr/001 UNCHANGED" {
		t.Errorf("again: %s", got)
	}
	changed := servertest.Reports()[0]
	changed.Article.Source = "Another Paper"
	if got := outcomes(t, s.write(t, add, object{"reports": asExtracted(t, []graph.Report{changed})})); got[0] != "fr/001 REPLACED" {
		t.Errorf("changed: %s", got)
	}
	if got := outcomes(t, s.write(t, add, object{"reports": reports[:1]})); got[0] != "fr/001 REPLACED" {
		t.Errorf("back: %s", got)
	}
	if got := s.write(t, remove, object{"id": "Article:none"}); string(got.Data) != `{"removeArticle":{"id":"Article:none","change":"ABSENT"}}` {
		t.Errorf("nothing to remove: %s", got.body)
	}
	if got := s.write(t, remove, object{"id": "Person:none"}); got.code() != "BAD_USER_INPUT" {
		t.Errorf("no article: %s", got.body)
	}
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(export(t, filledStore(t)), export(t, empty)); diff != "" {
		t.Errorf("not what the loader would have stored (-want +got):\n%s", diff)
	}
}

func TestReportsThatAreNone(t *testing.T) {
	s := startWriting(t, filledStore(t), "--quiet")
	bad := servertest.Reports()[0]
	bad.Meetings = append([]graph.MeetingClaim(nil), bad.Meetings...)
	bad.Meetings[0].Participants = []graph.ParticipantClaim{{Person: 99}}
	for reason, reports := range map[string]any{
		"no list of objects":   []any{"x"},
		"an entry of no use":   []any{object{"article": object{"id": "x", "text": "x"}, "secret": 1}},
		"a list for a text":    []any{object{"article": object{"id": []int{1}}}},
		"nothing in it":        []any{object{}},
		"an index of nobody":   asExtracted(t, []graph.Report{servertest.Reports()[1], bad}),
		"too many for a batch": repeated(object{}, 1001),
	} {
		got := s.write(t, add, object{"reports": reports})
		if got.code() != "BAD_USER_INPUT" && got.code() != "GRAPHQL_VALIDATION_FAILED" || strings.Contains(got.Errors[0].Message, "cursor") {
			t.Errorf("%s: %.300s", reason, got.body)
		}
	}
	if got := s.ask(t, usualQuery, nil); string(got.Data) != `{"stats":{"articles":9}}` {
		t.Errorf("something was stored: %s", got.body)
	}
}

func TestLoadArticle(t *testing.T) {
	s := startWriting(t, "sqlite:"+filepath.Join(t.TempDir(), "new.db"), "--quiet")
	const text = "Entretien à Moscou\n\nLe président russe Vladimir Poutine a reçu le 9 mai 2025 à Moscou le secrétaire général du Parti communiste du Vietnam Tô Lâm."
	for _, c := range []struct {
		reason  string
		article object
		want    string
	}{
		{"text", object{"id": "a", "text": text, "published": "2025-05-10"}, `{"change":"NEW","warning":null,"article":{"id":"Article:a","title":"Entretien à Moscou","lang":"fr"}}`},
		{"again", object{"id": "a", "text": text, "published": "2025-05-10"}, `{"change":"UNCHANGED","warning":null,"article":{"id":"Article:a","title":"Entretien à Moscou","lang":"fr"}}`},
		{"a page", object{"url": "https://news.example/b", "html": "<html><head><title>Gặp gỡ</title></head><body><h1>Gặp gỡ</h1><p>Tổng Bí thư Tô Lâm đã gặp Tổng thống Nga Vladimir Putin tại Mát-xcơ-va ngày 9/5/2025.</p></body></html>"}, `{"change":"NEW","warning":null,"article":{"id":"Article:https://news.example/b","title":"Gặp gỡ","lang":"vi"}}`},
	} {
		got := s.write(t, loadOne, object{"article": c.article})
		if diff := cmp.Diff(`{"loadArticle":`+c.want+`}`, string(got.Data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s\n%s", c.reason, diff, got.body)
		}
	}
	if got := s.ask(t, `{ person(name: "to lam") { met { edges { node { name } } } } }`, nil); !strings.Contains(string(got.body), "Vladimir") {
		t.Errorf("whom he met: %s", got.body)
	}
	if got := s.write(t, loadOne, object{"article": object{"id": "c", "text": "  "}}); got.code() != "BAD_USER_INPUT" || !strings.Contains(got.Errors[0].Message, "give one of them") {
		t.Errorf("no text: %s", got.body)
	}
}

func TestTokensThatCannotBe(t *testing.T) {
	short := filepath.Join(t.TempDir(), "short")
	if err := os.WriteFile(short, []byte("short"), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv(tokenVariable, "")
	for _, args := range [][]string{{}, {"--write-token-file", short}, {"--write-token-file", short + "-none"}} {
		err := run(t.Context(), parse(t, append(args, "--addr", "127.0.0.1:0", "--allow-writes")...), io.Discard, nil)
		if !errors.As(err, new(usageError)) || !strings.Contains(err.Error(), "token") {
			t.Errorf("%v: %v", args, err)
		}
	}
	t.Setenv(tokenVariable, writeToken)
	s := startOn(t, filledStore(t), "--quiet", "--allow-writes")
	if got := s.write(t, remove, object{"id": "Article:none"}); got.code() != "" {
		t.Errorf("the token of the environment: %s", got.body)
	}
}

// asExtracted writes reports as the loader does, and reads them as JSON.
func asExtracted(t *testing.T, reports []graph.Report) (list []any) {
	t.Helper()
	for i := range reports {
		list = append(list, json.RawMessage(graph.MarshalCanonical(&reports[i])))
	}
	return list
}

func repeated(v any, n int) (list []any) {
	for range n {
		list = append(list, v)
	}
	return list
}

func outcomes(t *testing.T, r reply) (list []string) {
	t.Helper()
	var data struct{ AddReports []struct{ ID, Change string } }
	if err := json.Unmarshal(r.Data, &data); err != nil || len(r.Errors) > 0 {
		t.Fatalf("%v: %s", err, r.body)
	}
	for _, o := range data.AddReports {
		list = append(list, strings.TrimPrefix(o.ID, "Article:")+" "+o.Change)
	}
	return list
}

// export returns everything in a store.
func export(t *testing.T, url string) string {
	t.Helper()
	s, err := backend.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var b strings.Builder
	for o, err := range s.Export(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(o.Kind + " " + string(o.JSON) + "\n")
	}
	return b.String()
}
