package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/alecthomas/kong"
	"go.uber.org/goleak"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/servertest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// site is a running server, as main runs it.
type running struct {
	url   string
	debug string // address for debugging; the same when there is none
	log   *buffer
	stop  func() error
}

// start runs the server on a free port over the test graph, with further
// flags, until the test ends.
func start(t testing.TB, args ...string) *running {
	t.Helper()
	return startOn(t, filledStore(t), args...)
}

func startOn(t testing.TB, store string, args ...string) *running {
	t.Helper()
	f := parse(t, append([]string{"--addr", "127.0.0.1:0", "--store", store}, args...)...)
	ctx, cancel := context.WithCancel(context.Background())
	s := &running{log: new(buffer)}
	ready, done := make(chan [2]net.Addr, 1), make(chan error, 1)
	go func() { done <- run(ctx, f, s.log, func(site, debug net.Addr) { ready <- [2]net.Addr{site, debug} }) }()
	s.stop = sync.OnceValue(func() error { cancel(); return <-done })
	select {
	case a := <-ready:
		s.url, s.debug = "http://"+a[0].String(), "http://"+a[1].String()
	case err := <-done:
		cancel()
		t.Fatalf("the server did not start: %v\n%s", err, s.log)
	}
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		if err := s.stop(); err != nil {
			t.Errorf("stop: %v", err)
		}
	})
	return s
}

func parse(t testing.TB, args ...string) flags {
	t.Helper()
	var f flags
	p, err := kong.New(&f)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := p.Parse(args); err != nil {
		t.Fatal(err)
	}
	return f
}

// filledStore makes a store with the test graph and returns its address.
func filledStore(t testing.TB) string {
	t.Helper()
	url := "sqlite:" + filepath.Join(t.TempDir(), "test.db")
	s, err := backend.Open(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Apply(t.Context(), graph.Batch{Put: servertest.Reports()}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return url
}

// reply is a GraphQL answer.
type reply struct {
	status int
	header http.Header
	body   []byte

	Data   json.RawMessage
	Errors []struct {
		Message    string
		Path       []any
		Extensions map[string]any
	}
	Extensions map[string]any
}

// ask posts a query as most clients do.
func (s *running) ask(t testing.TB, query string, variables any) reply {
	t.Helper()
	body, err := json.Marshal(map[string]any{"query": query, "variables": variables})
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodPost, s.url+"/graphql", bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", "application/json")
	return s.do(t, req)
}

func (s *running) do(t testing.TB, req *http.Request) reply {
	t.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	r := reply{status: resp.StatusCode, header: resp.Header}
	if r.body, err = io.ReadAll(resp.Body); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(resp.Header.Get("Content-Type"), "json") && resp.Header.Get("Content-Encoding") == "" && resp.StatusCode != http.StatusNotModified {
		if err := json.Unmarshal(r.body, &r); err != nil {
			t.Fatalf("the answer is not JSON: %v\n%s", err, r.body)
		}
	}
	return r
}

func (s *running) get(t testing.TB, path string) reply {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.url+path, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s.do(t, req)
}

// code returns the code of the first error, "" without one.
func (r reply) code() string {
	if len(r.Errors) == 0 {
		return ""
	}
	return fmt.Sprint(r.Errors[0].Extensions["code"])
}

// buffer is a bytes.Buffer that many may write to.
type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}
