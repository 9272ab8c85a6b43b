package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/fault"
)

func TestMetrics(t *testing.T) {
	s := start(t, "--quiet")
	s.ask(t, `query Suggest { stats { articles } }`, nil)
	s.ask(t, `query Suggest { stats { articles } }`, nil)
	s.ask(t, `query Secretname($s: String = "secretvalue") { persons(search: $s) { totalCount } }`, nil)
	s.ask(t, usualQuery, nil)
	s.ask(t, `{ nothing }`, nil)
	s.ask(t, `{ a { b { c { d { e { f { g { h { i { j { k { l { m { n { o { p { q } } } } } } } } } } } } } } } } }`, nil)
	s.ask(t, `{ node(id: "x") { id } }`, nil)
	text := string(s.get(t, "/metrics").body)
	for _, want := range []string{
		`diplograph_requests_total{code="",operation="Suggest"} 2`,
		`diplograph_requests_total{code="",operation="other"} 1`,
		`diplograph_requests_total{code="",operation="unnamed"} 1`,
		`diplograph_requests_total{code="graphql_validation_failed",operation="refused"} 1`,
		`diplograph_requests_total{code="limit_exceeded",operation="refused"} 1`,
		`diplograph_requests_total{code="bad_user_input",operation="unnamed"} 1`,
		`diplograph_refusals_total{limit="depth"} 1`,
		`diplograph_request_duration_seconds_count{operation="Suggest"} 2`,
		`diplograph_query_cost_count 7`,
		`diplograph_graph_size{kind="articles"} 9`,
		`diplograph_graph_size{kind="persons"} 9`,
		`diplograph_requests_running 0`,
		`diplograph_requests_waiting 0`,
		`go_goroutines `,
	} {
		if !strings.Contains(text, "\n"+want) {
			t.Errorf("no %s", want)
		}
	}
	if strings.Contains(text, "ecret") {
		t.Errorf("what clients send is in the metrics:\n%s", text)
	}
}

func TestDebugAddress(t *testing.T) {
	s := start(t, "--quiet", "--debug-addr", "127.0.0.1:0")
	debug := &running{url: s.debug, log: s.log}
	for path, status := range map[string]int{"/metrics": 200, "/debug/pprof/": 200, "/debug/pprof/cmdline": 200, "/debug/pprof/goroutine?debug=1": 200, "/graphql": 404, "/": 404} {
		if got := debug.get(t, path); got.status != status {
			t.Errorf("%s: %d, want %d", path, got.status, status)
		}
	}
	if got := s.get(t, "/debug/pprof/"); got.status != 404 {
		t.Errorf("the site has profiles: %d", got.status)
	}
	req, err := http.NewRequestWithContext(t.Context(), http.MethodGet, s.debug+"/metrics", nil)
	if err != nil {
		t.Fatal(err)
	}
	req.Host = "evil.example"
	if got := s.do(t, req); got.status != http.StatusMisdirectedRequest {
		t.Errorf("a page of another site reads it: %d", got.status)
	}
	open := httptest.NewServer(newApp(parse(t), slog.New(slog.DiscardHandler), slow{}, opened{}).handler()) // as on an address that is not loopback
	defer open.Close()
	if got := (&running{url: open.URL}).get(t, "/metrics"); got.status != 404 {
		t.Errorf("strangers read the metrics: %d", got.status)
	}
}

// certificate makes a key pair for 127.0.0.1 and returns its files.
func certificate(t *testing.T) (cert, key string, pool *x509.CertPool) {
	t.Helper()
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, private.Public(), private)
	if err != nil {
		t.Fatal(err)
	}
	pkcs8, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		t.Fatal(err)
	}
	write := func(name, kind string, b []byte) string {
		name = filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(name, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: b}), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	pool = x509.NewCertPool()
	pool.AppendCertsFromPEM(pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}))
	return write("cert.pem", "CERTIFICATE", der), write("key.pem", "PRIVATE KEY", pkcs8), pool
}

func TestTLS(t *testing.T) {
	cert, key, pool := certificate(t)
	s := start(t, "--tls-cert", cert, "--tls-key", key)
	secure := strings.Replace(s.url, "http:", "https:", 1)
	client := func(most uint16) *http.Client {
		return &http.Client{Transport: &http.Transport{ForceAttemptHTTP2: true, TLSClientConfig: &tls.Config{RootCAs: pool, MaxVersion: most}}} //nolint:gosec // old versions are what is tested
	}
	c := client(0)
	defer c.CloseIdleConnections()
	resp, err := c.Get(secure + "/graphql?query=" + url.QueryEscape(usualQuery))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	if body, err := io.ReadAll(resp.Body); err != nil || resp.Proto != "HTTP/2.0" || string(body) != `{"data":{"stats":{"articles":9}}}` {
		t.Errorf("%s %s %v", resp.Proto, body, err)
	}
	if resp, err := client(tls.VersionTLS11).Get(secure); err == nil {
		resp.Body.Close()
		t.Error("TLS 1.1 is accepted")
	}
	if !strings.Contains(s.log.String(), secure) {
		t.Errorf("it does not say where it is:\n%s", s.log)
	}
	err = run(t.Context(), parse(t, "--addr", "127.0.0.1:0", "--tls-cert", key, "--tls-key", cert), io.Discard, nil)
	if !errors.As(err, new(usageError)) {
		t.Errorf("a key that is none: %v", err)
	}
}

// broken is a store that fails and tells everything it was asked.
type broken struct{ graph.Store }

func (broken) Groups(context.Context, graph.GroupFilter) (graph.Page[graph.Group], error) {
	return graph.Page[graph.Group]{}, errors.New("broken")
}

// TestLogsHoldNothingOfRequests sends a marker in every part of a request that a client
// chooses and wants none of it in the log, whatever goes wrong.
func TestLogsHoldNothingOfRequests(t *testing.T) {
	const marker = "zqxmarker"
	s := start(t)
	for _, body := range []any{
		object{"query": `query($n: String!) { person(name: $n) { name } }`, "variables": object{"n": marker}},
		object{"query": `{ person(name: "` + marker + `") { name } }`},
		object{"query": `{ ` + marker + ` }`},
		object{"query": `{ ` + marker},
		object{"query": `{ node(id: "` + marker + `") { id } }`},
		object{"query": `{ persons(after: "` + marker + `") { totalCount } }`},
		object{"query": `query($n: Int!) { persons(first: $n) { totalCount } }`, "variables": object{"n": marker}},
		object{"query": usualQuery, "extensions": object{"persistedQuery": object{"version": 1, "sha256Hash": marker}}},
		object{"documentId": marker},
		object{"query": `{ search(text: "` + marker + `") { matched } }`, "operationName": marker},
		marker,
	} {
		s.post(t, body, "Authorization", "Bearer "+marker, "Cookie", marker, "User-Agent", marker, "Referer", "http://"+marker, "X-Forwarded-For", marker, "X-Request-Id", marker)
	}
	s.getQuery(t, url.Values{"query": {usualQuery}, "variables": {`{"n": "` + marker + `"}`}, marker: {marker}})
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	log := s.log.String()
	if n := strings.Count(log, "path=/graphql"); n != 12 {
		t.Errorf("%d requests are logged, want 12", n)
	}
	if strings.Contains(log, marker) {
		t.Errorf("the log holds what clients sent:\n%s", log)
	}
}

// TestFailuresAreLoggedWithoutTheRequest holds the same of a store that fails.
func TestFailuresAreLoggedWithoutTheRequest(t *testing.T) {
	store, err := backend.Open(t.Context(), filledStore(t))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	out := new(buffer)
	srv := httptest.NewServer(newApp(parse(t), newLogger(out, false), broken{store}, opened{}).handler())
	defer srv.Close()
	s := &running{url: srv.URL}
	got := s.ask(t, `query($n: String!) { party(name: $n) { name } }`, object{"n": "zqxmarker"})
	id := got.header.Get("X-Request-Id")
	if got.code() != "INTERNAL" || got.Errors[0].Extensions["request"] != id || strings.Contains(string(got.body), "broken") {
		t.Errorf("the answer: %s", got.body)
	}
	if log := out.String(); !strings.Contains(log, `broken"`) || !strings.Contains(log, "request="+id) || strings.Contains(log, "zqxmarker") {
		t.Errorf("the log:\n%s", log)
	}
}

// noEvidence is a store that cannot read evidence, at once or after a while.
type noEvidence struct{ graph.Store }

func (noEvidence) Evidence(context.Context, []graph.FactID) ([][]graph.Proof, error) {
	return nil, errors.New("broken")
}

// TestErrorsInOneOrder asks for what fails in many places at once.
func TestErrorsInOneOrder(t *testing.T) {
	store, err := backend.Open(t.Context(), filledStore(t))
	if err != nil {
		t.Fatal(err)
	}
	defer store.Close()
	srv := httptest.NewServer(newApp(parse(t, "--rate", "0"), slog.New(slog.DiscardHandler), noEvidence{store}, opened{}).handler())
	defer srv.Close()
	s := &running{url: srv.URL}
	const list = `meetings { edges { node { evidence { quote } } } }`
	want := ""
	for range 30 {
		got := s.ask(t, `{ b: `+list+` a: `+list+` d: `+list+` c: `+list+` stats { persons } }`, nil)
		if len(got.Errors) != fault.MaxErrors || got.Errors[0].Path[0] != "a" || got.Extensions["errorsOmitted"] == nil {
			t.Fatalf("have %s", got.body)
		}
		for i := range got.Errors {
			delete(got.Errors[i].Extensions, "request")
		}
		answer := fmt.Sprint(got.Errors, got.Extensions)
		if want == "" {
			want = answer
		}
		if diff := cmp.Diff(want, answer); diff != "" {
			t.Fatal(diff)
		}
	}
}
