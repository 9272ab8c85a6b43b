package main

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// post sends a body of JSON.
func (s *running) post(t testing.TB, body any, header ...string) reply {
	t.Helper()
	b, err := json.Marshal(body)
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/graphql", bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	return s.with(t, req, header...)
}

// getQuery sends a query with GET.
func (s *running) getQuery(t testing.TB, values url.Values, header ...string) reply {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+"/graphql?"+values.Encode(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return s.with(t, req, header...)
}

func (s *running) with(t testing.TB, req *http.Request, header ...string) reply {
	t.Helper()
	for i := 0; i < len(header); i += 2 {
		req.Header.Set(header[i], header[i+1])
	}
	return s.do(t, req)
}

func persisted(hash string) map[string]any {
	return map[string]any{"persistedQuery": map[string]any{"version": 1, "sha256Hash": hash}}
}

func sha(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

type object = map[string]any

func TestPersistedQueries(t *testing.T) {
	s := start(t, "--quiet")
	const want = `{"stats":{"articles":9}}`
	long := usualQuery + strings.Repeat(" ", 5000)
	for _, c := range []struct {
		reason string
		body   object
		data   string
		code   string
	}{
		{"a hash that nobody sent", object{"extensions": persisted(sha(usualQuery))}, "", "PERSISTED_QUERY_NOT_FOUND"},
		{"a query that is wrong, with its hash", object{"query": "{ nothing }", "extensions": persisted(sha("{ nothing }"))}, "", "GRAPHQL_VALIDATION_FAILED"},
		{"was not remembered", object{"extensions": persisted(sha("{ nothing }"))}, "", "PERSISTED_QUERY_NOT_FOUND"},
		{"both", object{"query": usualQuery, "extensions": persisted(sha(usualQuery))}, want, ""},
		{"then the hash alone", object{"extensions": persisted(sha(usualQuery))}, want, ""},
		{"a hash of something else", object{"query": usualQuery, "extensions": persisted(sha("x"))}, "", "BAD_REQUEST"},
		{"no hash", object{"query": usualQuery, "extensions": persisted("")}, "", "BAD_REQUEST"},
		{"another version", object{"query": usualQuery, "extensions": object{"persistedQuery": object{"version": 2, "sha256Hash": sha(usualQuery)}}}, "", "BAD_REQUEST"},
		{"another type", object{"query": usualQuery, "extensions": object{"persistedQuery": "x"}}, "", "BAD_REQUEST"},
		{"a long query with its hash", object{"query": long, "extensions": persisted(sha(long))}, want, ""},
		{"is too long to be remembered", object{"extensions": persisted(sha(long))}, "", "PERSISTED_QUERY_NOT_FOUND"},
		{"an id of no trusted document", object{"documentId": "x"}, "", "PERSISTED_QUERY_NOT_FOUND"},
	} {
		got := s.post(t, c.body)
		if string(got.Data) != c.data || got.code() != c.code {
			t.Errorf("%s: have %d %s, want %s %s", c.reason, got.status, got.body, c.data, c.code)
		}
	}
	ext, _ := json.Marshal(persisted(sha(usualQuery)))
	if got := s.getQuery(t, url.Values{"extensions": {string(ext)}}); string(got.Data) != want || got.header.Get("ETag") == "" {
		t.Errorf("the hash by GET: %d %s", got.status, got.body)
	}
	if got := s.post(t, object{"extensions": persisted(sha("{a}"))}, "Accept", "application/graphql-response+json"); got.status != 400 || got.Errors[0].Message != "PersistedQueryNotFound" {
		t.Errorf("newer type: %d %s", got.status, got.body)
	}
}

func TestTrustedDocuments(t *testing.T) {
	const want = `{"stats":{"articles":9}}`
	file := func(text string) string {
		name := filepath.Join(t.TempDir(), "trusted.json")
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	quoted, _ := json.Marshal(usualQuery)
	for _, text := range []string{
		`{"one": ` + string(quoted) + `}`,
		`{"format": "apollo-persisted-query-manifest", "version": 1, "operations": [{"id": "one", "name": "x", "type": "query", "body": ` + string(quoted) + `}]}`,
	} {
		open, only := start(t, "--quiet", "--trusted", file(text)), start(t, "--quiet", "--trusted", file(text), "--only-trusted")
		for _, c := range []struct {
			reason     string
			body       object
			open, only string // code, "" for the answer
		}{
			{"by id", object{"documentId": "one"}, "", ""},
			{"by hash", object{"extensions": persisted(sha(usualQuery))}, "", ""},
			{"its text", object{"query": usualQuery}, "", ""},
			{"another text", object{"query": "{stats{articles}}"}, "", "NOT_TRUSTED"},
			{"another text with its hash", object{"query": "{stats{articles}}", "extensions": persisted(sha("{stats{articles}}"))}, "", "NOT_TRUSTED"},
			{"another hash", object{"extensions": persisted(sha("{stats{articles}}"))}, "", "PERSISTED_QUERY_NOT_FOUND"},
			{"another id", object{"documentId": "two"}, "PERSISTED_QUERY_NOT_FOUND", "PERSISTED_QUERY_NOT_FOUND"},
			{"id and text", object{"documentId": "one", "query": usualQuery}, "BAD_REQUEST", "BAD_REQUEST"},
			{"the schema", object{"query": "{ __schema { types { name } } }"}, "", "NOT_TRUSTED"},
		} {
			for s, code := range map[*running]string{open: c.open, only: c.only} {
				got := s.post(t, c.body)
				if got.code() != code || code == "" && !strings.Contains(string(got.Data), "schema") && string(got.Data) != want {
					t.Errorf("%s: %d %s, want %s", c.reason, got.status, got.body, code)
				}
			}
		}
	}
	for _, text := range []string{`[]`, `{`, `{}`, `{"one": "{ nothing }"}`, `{"one": "{"}`, `{"one": "{ ...a } fragment a on Query { ...a }"}`} {
		err := run(t.Context(), parse(t, "--addr", "127.0.0.1:0", "--trusted", file(text)), io.Discard, nil)
		if _, ok := err.(usageError); !ok || !strings.Contains(err.Error(), "--trusted") {
			t.Errorf("%s: %v, want an error about the file", text, err)
		}
	}
}

func TestCachingOfGET(t *testing.T) {
	s, long := start(t, "--quiet"), start(t, "--quiet", "--max-age", "90s")
	query := url.Values{"query": {usualQuery}}
	first := s.getQuery(t, query)
	tag := first.header.Get("ETag")
	if tag == "" || first.header.Get("Cache-Control") != "no-cache" || !strings.Contains(strings.Join(first.header.Values("Vary"), ","), "Accept") {
		t.Fatalf("headers %v", first.header)
	}
	if got := long.getQuery(t, query).header.Get("Cache-Control"); got != "public, max-age=90" {
		t.Errorf("--max-age 90s says %q", got)
	}
	other := s.getQuery(t, url.Values{"query": {"{ stats { persons } }"}}).header.Get("ETag")
	for _, c := range []struct {
		reason, given string
		want          int
	}{
		{"the tag", tag, 304},
		{"among others", `"x", ` + tag, 304},
		{"anything", "*", 304},
		{"a strong one of the same", strings.TrimPrefix(tag, "W/"), 304},
		{"that of another answer", other, 200},
		{"rubbish", "x", 200},
	} {
		got := s.getQuery(t, query, "If-None-Match", c.given)
		if got.status != c.want || (c.want == 304) != (len(got.body) == 0) {
			t.Errorf("%s: %d %s", c.reason, got.status, got.body)
		}
	}
	if got := s.getQuery(t, query, "If-None-Match", tag, "Accept", "application/graphql-response+json"); got.status != 200 {
		t.Errorf("the tag of another media type: %d", got.status)
	}
	for reason, got := range map[string]reply{
		"POST":               s.post(t, object{"query": usualQuery}),
		"an error":           s.getQuery(t, url.Values{"query": {"{ nothing }"}}),
		"an error in a part": s.getQuery(t, url.Values{"query": {`{ stats { articles } node(id: "x") { id } }`}}),
	} {
		if got.header.Get("ETag") != "" || got.header.Get("Cache-Control") != "no-store" {
			t.Errorf("%s may be kept: %v", reason, got.header)
		}
	}
}

func TestCompression(t *testing.T) {
	s := start(t, "--quiet")
	long := object{"query": `{ meetings { edges { cursor node { id date participants { person { id name } } evidence { quote } } } } }`}
	plain := s.post(t, long, "Accept-Encoding", "identity")
	packed := s.post(t, long, "Accept-Encoding", "gzip", "Accept", "application/graphql-response+json")
	if plain.header.Get("Content-Encoding") != "" || len(plain.Data) < 1024 {
		t.Fatalf("%v %s", plain.header, plain.body)
	}
	if packed.header.Get("Content-Encoding") != "gzip" || len(packed.body) >= len(plain.body)/2 || !strings.Contains(strings.Join(packed.header.Values("Vary"), ","), "Accept-Encoding") {
		t.Fatalf("%d bytes of %d, %v", len(packed.body), len(plain.body), packed.header)
	}
	r, err := gzip.NewReader(bytes.NewReader(packed.body))
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(plain.body), string(unpacked)); diff != "" {
		t.Error(diff)
	}
	for _, accept := range []string{"gzip;q=0", "br", ""} {
		if got := s.post(t, long, "Accept-Encoding", accept); got.header.Get("Content-Encoding") != "" {
			t.Errorf("%q: answered in %s", accept, got.header.Get("Content-Encoding"))
		}
	}
	if got := s.post(t, object{"query": usualQuery}, "Accept-Encoding", "gzip"); got.header.Get("Content-Encoding") != "" {
		t.Errorf("a short answer was packed")
	}
}
