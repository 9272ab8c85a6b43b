package main

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"reflect"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/limits"
)

// slow is a store whose Stats waits until it is let go or its time is over.
type slow struct {
	graph.Store
	asked, letGo chan struct{}
}

func (s slow) Stats(ctx context.Context) (graph.Stats, error) {
	s.asked <- struct{}{}
	select {
	case <-s.letGo:
		return s.Store.Stats(ctx)
	case <-ctx.Done():
		return graph.Stats{}, ctx.Err()
	}
}

// startSlow serves from a slow store, without what run adds.
func startSlow(t *testing.T, args ...string) (*running, slow) {
	t.Helper()
	store, err := backend.Open(t.Context(), filledStore(t))
	if err != nil {
		t.Fatal(err)
	}
	s := slow{store, make(chan struct{}, 10), make(chan struct{})}
	srv := httptest.NewServer(newApp(parse(t, args...), slog.New(slog.DiscardHandler), s, opened{}).handler())
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		srv.Close()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return &running{url: srv.URL, log: new(buffer)}, s
}

func TestTooManyAtOnce(t *testing.T) {
	s, store := startSlow(t, "--running", "1", "--waiting", "0", "--patience", "3s")
	first := make(chan reply)
	go func() { first <- s.ask(t, usualQuery, nil) }()
	<-store.asked // it runs
	got := s.ask(t, usualQuery, nil)
	if got.status != http.StatusServiceUnavailable || got.code() != "UNAVAILABLE" || got.header.Get("Retry-After") != "3" || got.Errors[0].Extensions["limit"] != "queries at once" {
		t.Errorf("the second: %d %v %s", got.status, got.header, got.body)
	}
	if got := s.get(t, "/healthz"); got.status != http.StatusOK {
		t.Errorf("the health check has to wait too: %d", got.status)
	}
	store.letGo <- struct{}{}
	if got := <-first; string(got.Data) != `{"stats":{"articles":9}}` {
		t.Errorf("the first: %d %s", got.status, got.body)
	}
	go func() { first <- s.ask(t, usualQuery, nil) }()
	<-store.asked
	store.letGo <- struct{}{}
	if got := <-first; got.status != http.StatusOK {
		t.Errorf("the place is not free again: %d %s", got.status, got.body)
	}
}

// TestOneSlowRead holds that a read has a time of its own, well within the query's.
func TestOneSlowRead(t *testing.T) {
	s, _ := startSlow(t, "--store-timeout", "20ms", "--query-timeout", "1h")
	if got := s.ask(t, usualQuery, nil); got.code() != "TIMEOUT" || len(got.Errors) != 1 || got.Errors[0].Path[0] != "stats" {
		t.Errorf("have %s", got.body)
	}
}

func TestTooManyFromOneAddress(t *testing.T) {
	direct := start(t, "--quiet", "--rate", "0.01", "--burst", "2")
	proxied := start(t, "--quiet", "--rate", "0.01", "--burst", "2", "--behind-proxy")
	statuses := func(s *running, from ...string) (got []int) {
		for _, f := range from {
			r := s.post(t, object{"query": usualQuery}, "X-Forwarded-For", f)
			if r.status == http.StatusTooManyRequests && (r.code() != "RATE_LIMITED" || r.header.Get("Retry-After") == "" || r.header.Get("Retry-After") == "0") {
				t.Errorf("%v %s", r.header, r.body)
			}
			got = append(got, r.status)
		}
		return got
	}
	if diff := cmp.Diff([]int{200, 200, 429, 429}, statuses(direct, "192.0.2.1", "192.0.2.2", "192.0.2.3", "")); diff != "" {
		t.Errorf("what clients claim counts without a proxy: %s", diff)
	}
	if diff := cmp.Diff([]int{200, 200, 429, 200}, statuses(proxied, "192.0.2.1", "x, 192.0.2.1", "192.0.2.9, 192.0.2.1", "192.0.2.1, 192.0.2.9")); diff != "" {
		t.Errorf("behind a proxy: %s", diff)
	}
	if got := direct.get(t, "/healthz"); got.status != http.StatusOK {
		t.Errorf("the health check is limited: %d", got.status)
	}
}

// TestFlagsAreTheLimits holds that every limit has a flag with the usual default.
func TestFlagsAreTheLimits(t *testing.T) {
	if diff := cmp.Diff(limits.Default(), parse(t).Most.limits()); diff != "" {
		t.Errorf("(-default +flags):\n%s", diff)
	}
	var all mostFlags
	for _, v := range reflect.ValueOf(&all).Elem().Fields() {
		v.SetInt(7)
	}
	for f, v := range reflect.ValueOf(all.limits()).Fields() {
		if v.Int() != 7 {
			t.Errorf("no flag sets the limit %s", f.Name)
		}
	}
}

func TestFlagsThatCannotBe(t *testing.T) {
	for _, args := range []string{
		"--max-depth=0", "--max-body=-1", "--max-introspection-lists=0", "--query-timeout=0s", "--store-timeout=-1s", "--running=0",
		"--rate=-1", "--burst=0", "--only-trusted", "--tls-cert=x", "--tls-key=x", "--max-age=-1s", "--waiting=-1", "--addresses=0",
	} {
		p, err := kong.New(new(flags), kong.Writers(io.Discard, io.Discard))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := p.Parse([]string{args}); err == nil || strings.Contains(err.Error(), "unknown flag") {
			t.Errorf("%s: %v, want a refusal", args, err)
		}
	}
}
