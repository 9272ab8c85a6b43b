package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/google/go-cmp/cmp"
)

const usualQuery = `{ stats { articles } }`

func TestGraphQLOverHTTP(t *testing.T) {
	s := start(t, "--quiet")
	const ours, plain = "application/graphql-response+json; charset=utf-8", "application/json; charset=utf-8"
	post := func(body string) func(*http.Request) {
		return func(r *http.Request) {
			r.Method, r.Body = http.MethodPost, http.NoBody
			r.Body = readCloser{strings.NewReader(body)}
			r.ContentLength = int64(len(body))
			r.Header.Set("Content-Type", "application/json")
		}
	}
	get := func(query string) func(*http.Request) {
		return func(r *http.Request) { r.URL.RawQuery = query }
	}
	for _, c := range []struct {
		reason, accept string
		make           func(*http.Request)
		status         int
		media          string
		data           bool
	}{
		{"a query by POST", "", post(`{"query":"{ stats { articles } }"}`), 200, plain, true},
		{"the newer media type when accepted", "application/graphql-response+json", post(`{"query":"{ stats { articles } }"}`), 200, ours, true},
		{"the newer one of both", "application/json, application/graphql-response+json;q=0.9", post(`{"query":"{ stats { articles } }"}`), 200, ours, true},
		{"anything", "*/*", post(`{"query":"{ stats { articles } }"}`), 200, plain, true},
		{"entries that are null", "", post(`{"query":"{ stats { articles } }","variables":null,"operationName":null,"extensions":null}`), 200, plain, true},
		{"entries that are unknown", "", post(`{"query":"{ stats { articles } }","more":1}`), 200, plain, true},
		{"a named operation", "", post(`{"query":"query a { stats { articles } } query b { stats { persons } }","operationName":"a"}`), 200, plain, true},
		{"a name that no operation has", "application/graphql-response+json", post(`{"query":"query a { stats { articles } }","operationName":"x"}`), 400, ours, false},
		{"a query by GET", "", get("query=" + url.QueryEscape(usualQuery)), 200, plain, true},
		{"variables by GET", "", get("query=" + url.QueryEscape("query($s: String) { persons(search: $s) { totalCount } }") + "&variables=" + url.QueryEscape(`{"s":"lam"}`)), 200, plain, true},
		{"GET without a query", "", get(""), 400, plain, false},
		{"a mutation by GET", "", get("query=" + url.QueryEscape("mutation { a }")), 405, plain, false},
		{"a parse error, older type", "application/json", post(`{"query":"{"}`), 200, plain, false},
		{"a parse error, newer type", "application/graphql-response+json", post(`{"query":"{"}`), 400, ours, false},
		{"a validation error, older type", "application/json", post(`{"query":"{ nothing }"}`), 200, plain, false},
		{"a validation error, newer type", "application/graphql-response+json", post(`{"query":"{ nothing }"}`), 400, ours, false},
		{"a variable of a wrong type, newer type", "application/graphql-response+json", post(`{"query":"query($s: String) { persons(search: $s) { totalCount } }","variables":{"s":{}}}`), 400, ours, false},
		{"a broken body", "application/graphql-response+json", post(`{`), 400, ours, false},
		{"an error of a field leaves the data", "application/graphql-response+json", post(`{"query":"{ stats { articles } node(id: \"x\") { id } }"}`), 200, ours, true},
	} {
		req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/graphql", nil)
		if err != nil {
			t.Fatal(err)
		}
		c.make(req)
		if c.accept != "" {
			req.Header.Set("Accept", c.accept)
		}
		got := s.do(t, req)
		if got.status != c.status || got.header.Get("Content-Type") != c.media {
			t.Errorf("%s: have %d %s, want %d %s: %s", c.reason, got.status, got.header.Get("Content-Type"), c.status, c.media, got.body)
		}
		if has := bytes.Contains(got.body, []byte(`"data":`)); has != c.data {
			t.Errorf("%s: an entry data: %v, want %v", c.reason, has, c.data)
		}
		if got.status == http.StatusMethodNotAllowed && got.header.Get("Allow") == "" {
			t.Errorf("%s: 405 without Allow", c.reason)
		}
	}
}

type readCloser struct{ *strings.Reader }

func (readCloser) Close() error { return nil }

func TestHeaders(t *testing.T) {
	s := start(t, "--quiet")
	for path, csp := range map[string]string{"/": pageCSP, "/style.css": pageCSP, "/graphiql": graphiqlCSP, "/healthz": closedCSP, "/nothing": pageCSP} {
		h := s.get(t, path).header
		if got := h.Get("Content-Security-Policy"); got != csp {
			t.Errorf("%s: policy %q", path, got)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("X-Request-Id") == "" || h.Get("Access-Control-Allow-Origin") != "" {
			t.Errorf("%s: headers %v", path, h)
		}
	}
}

func TestPages(t *testing.T) {
	s := start(t, "--quiet")
	for path, want := range map[string]struct {
		status int
		text   string
	}{
		"/":            {200, "Who has met whom?"},
		"/main.js":     {200, "startExplorer"},
		"/graphiql":    {200, "graphiql"},
		"/healthz":     {200, "ok"},
		"/readyz":      {200, "ready"},
		"/nothing":     {404, ""},
		"/../main.go":  {404, ""},
		"/static/":     {404, ""},
		"/graphql/any": {404, ""},
	} {
		got := s.get(t, path)
		if got.status != want.status || !bytes.Contains(got.body, []byte(want.text)) {
			t.Errorf("%s: %d %.80s", path, got.status, got.body)
		}
	}
	tag := s.get(t, "/main.js").header.Get("ETag")
	req, _ := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/main.js", nil)
	req.Header.Set("If-None-Match", tag)
	if got := s.do(t, req); tag == "" || got.status != http.StatusNotModified {
		t.Errorf("asked again with %q: %d", tag, got.status)
	}
}

func TestIntrospectionSwitch(t *testing.T) {
	open, closed := start(t, "--quiet"), start(t, "--quiet", "--no-introspection")
	if r := open.ask(t, introspection.Query, nil); r.code() != "" || !bytes.Contains(r.body, []byte("PersonConnection")) {
		t.Errorf("open: %.200s", r.body)
	}
	if r := closed.ask(t, introspection.Query, nil); bytes.Contains(r.body, []byte("PersonConnection")) {
		t.Errorf("closed: %.200s", r.body)
	}
	for _, query := range []string{`{ person(name: "x") { nam } }`, `{ persons(serch: "x") { totalCount } }`, `{ meetings(filter: { stat: HELD }) { totalCount } }`, `{ meetings(filter: { status: HEL }) { totalCount } }`, `{ person(name: "x") { ... on Persn { name } } }`, `{ stats }`} {
		if r := open.ask(t, query, nil); r.code() != "GRAPHQL_VALIDATION_FAILED" {
			t.Errorf("open: %s: %s", query, r.body)
		}
		if r := closed.ask(t, query, nil); bytes.Contains(bytes.ToLower(r.body), []byte("did you mean")) {
			t.Errorf("closed: %s gives names away: %s", query, r.body)
		}
	}
}

func TestPagesOfAListJoin(t *testing.T) {
	s := start(t, "--quiet")
	const query = `query($after: Cursor) { persons(first: 2, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } }`
	type page struct {
		Persons struct {
			TotalCount int
			Edges      []struct{ Node struct{ ID string } }
			PageInfo   struct {
				HasNextPage bool
				EndCursor   string
			}
		}
	}
	var after any
	seen, total := map[string]bool{}, -1
	for range 20 {
		var p page
		if err := json.Unmarshal(s.ask(t, query, map[string]any{"after": after}).Data, &p); err != nil {
			t.Fatal(err)
		}
		for _, e := range p.Persons.Edges {
			if seen[e.Node.ID] {
				t.Errorf("%s comes twice", e.Node.ID)
			}
			seen[e.Node.ID] = true
		}
		total, after = p.Persons.TotalCount, p.Persons.PageInfo.EndCursor
		if !p.Persons.PageInfo.HasNextPage {
			break
		}
	}
	if len(seen) != total || total != 9 {
		t.Errorf("pages hold %d persons, totalCount is %d, want 9", len(seen), total)
	}
}

func TestNodeFindsEverything(t *testing.T) {
	s := start(t, "--quiet")
	r := s.ask(t, `{ persons { edges { node { id } } } meetings { edges { node { id } } } parties { edges { node { id } } }
		organizations { edges { node { id } } } countries { edges { node { id } } } delegations { edges { node { id } } }
		agreements { edges { node { id } } } articles { edges { node { id } } } }`, nil)
	var all map[string]struct {
		Edges []struct{ Node struct{ ID string } }
	}
	if err := json.Unmarshal(r.Data, &all); err != nil || len(all) != 8 {
		t.Fatalf("%v: %s", err, r.body)
	}
	for list, c := range all {
		if len(c.Edges) == 0 {
			t.Errorf("%s is empty", list)
		}
		for _, e := range c.Edges {
			got := s.ask(t, `query($id: ID!) { node(id: $id) { __typename id } }`, map[string]any{"id": e.Node.ID})
			kind, _, _ := strings.Cut(e.Node.ID, ":")
			want := fmt.Sprintf(`{"node":{"__typename":%q,"id":%q}}`, kind, e.Node.ID)
			if string(got.Data) != want {
				t.Errorf("have %s, want %s", got.body, want)
			}
		}
	}
}

func TestAmbiguousNames(t *testing.T) {
	s := start(t, "--quiet")
	r := s.ask(t, `{ a: person(name: "nguyen manh hung") { name } b: person(name: "Tô Lâm") { name } c: person(name: "nguyen") { name } }`, nil)
	notes, err := json.Marshal(r.Extensions["ambiguous"])
	if err != nil {
		t.Fatal(err)
	}
	var got []struct {
		Path, Name string
		Others     []struct{ ID, Name string }
	}
	if err := json.Unmarshal(notes, &got); err != nil || len(got) != 2 {
		t.Fatalf("want two notes: %s", r.body)
	}
	if got[0].Path != "a" || got[1].Path != "c" || len(got[0].Others) != 1 || !strings.HasPrefix(got[0].Others[0].Name, "Nguyễn Mạnh H") {
		t.Errorf("notes: %+v", got)
	}
}

func TestLogsHoldNoContent(t *testing.T) {
	s := start(t)
	s.ask(t, `query Named($name: String!) { person(name: $name) { name met { edges { evidence { quote } } } } }`, map[string]any{"name": "Tô Lâm"})
	s.get(t, "/graphql?query="+url.QueryEscape(`{ person(name: "secretname") { name } }`))
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	log := s.log.String()
	if !strings.Contains(log, "name=Named") || !strings.Contains(log, "operation=query") || !strings.Contains(log, "path=/graphql") {
		t.Errorf("the access log lacks the operation:\n%s", log)
	}
	_, access, _ := strings.Cut(log, "level=INFO") // the greeting before it names To Lam as an example
	for _, secret := range []string{"Lâm", "Moscou", "secretname", "edges"} {
		if strings.Contains(access, secret) {
			t.Errorf("the log holds %q:\n%s", secret, access)
		}
	}
}

func TestLoadIntoATemporaryStore(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	articles := t.TempDir()
	text := "Entretien à Moscou\n\nLe président russe Vladimir Poutine a reçu le 9 mai 2025 à Moscou le président vietnamien Tô Lâm.\n"
	if err := os.WriteFile(filepath.Join(articles, "a.txt"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	s := startOn(t, "", "--load", articles)
	r := s.ask(t, `{ stats { articles } person(name: "to lam") { met { edges { node { name } evidence { quote } } } } }`, nil)
	if !strings.Contains(string(r.Data), `"articles":1`) || !strings.Contains(string(r.Data), "a reçu le 9 mai 2025") {
		t.Errorf("have %s\n%s", r.body, s.log)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	if left, err := os.ReadDir(os.Getenv("TMPDIR")); err != nil || len(left) > 0 {
		t.Errorf("the temporary store is left behind: %v %v", left, err)
	}
}

func TestEmptyStoreSaysWhatToDo(t *testing.T) {
	s := startOn(t, "sqlite:"+filepath.Join(t.TempDir(), "empty.db"))
	if log := s.log.String(); !strings.Contains(log, "--load") || !strings.Contains(log, s.url) {
		t.Errorf("it says:\n%s", log)
	}
	if r := s.ask(t, usualQuery, nil); string(r.Data) != `{"stats":{"articles":0}}` {
		t.Errorf("stats: %s", r.body)
	}
}

func TestStopFinishesRequestsInHand(t *testing.T) {
	s := start(t, "--quiet")
	conn, err := net.Dial("tcp", strings.TrimPrefix(s.url, "http://"))
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	body := `{"query":"{ stats { articles } }"}`
	fmt.Fprintf(conn, "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\nExpect: 100-continue\r\n\r\n", len(body))
	buf := make([]byte, 4096)
	n, err := conn.Read(buf) // "100 Continue": the handler is reading the body
	if err != nil || !strings.HasPrefix(string(buf[:n]), "HTTP/1.1 100") {
		t.Fatalf("%s %v", buf[:n], err)
	}
	stopped := make(chan error, 1)
	go func() { stopped <- s.stop() }()
	waitUntilClosed(t, strings.TrimPrefix(s.url, "http://"))
	fmt.Fprint(conn, body)
	n, err = conn.Read(buf)
	if err != nil || !strings.Contains(string(buf[:n]), `{"stats":{"articles":9}}`) {
		t.Errorf("after the stop: %s %v", buf[:n], err)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

// waitUntilClosed returns when nothing listens on addr any more.
func waitUntilClosed(t *testing.T, addr string) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	for ctx.Err() == nil {
		c, err := new(net.Dialer).DialContext(ctx, "tcp", addr)
		if err != nil {
			return
		}
		c.Close()
	}
	t.Fatal("the server goes on listening")
}

func TestStoreThatCannotBeUsed(t *testing.T) {
	for _, url := range []string{"nonsense", "sqlite:" + filepath.Join(t.TempDir(), "no", "such", "folder", "x.db"), "mysql://x"} {
		err := run(t.Context(), parse(t, "--addr", "127.0.0.1:0", "--store", url), new(buffer), nil)
		if _, ok := err.(usageError); !ok {
			t.Errorf("%s: %v, want a failure of the store", url, err)
		}
	}
}

func TestIsLocal(t *testing.T) {
	got := map[string]bool{}
	hosts := []string{"localhost", "localhost:8080", "127.0.0.1:80", "[::1]:80", "::1", "LOCALHOST:1", "evil.example", "evil.example:80", "192.168.0.1:80", "", "localhost.evil.example", "127.0.0.1.evil.example"}
	for _, h := range hosts {
		got[h] = isLocal(h)
	}
	want := map[string]bool{"localhost": true, "localhost:8080": true, "127.0.0.1:80": true, "[::1]:80": true, "::1": true, "LOCALHOST:1": true, "evil.example": false, "evil.example:80": false, "192.168.0.1:80": false, "": false, "localhost.evil.example": false, "127.0.0.1.evil.example": false}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
