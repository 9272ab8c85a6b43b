package main

import (
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/tracing"
)

// traced serves a store and keeps the spans.
func traced(t *testing.T, wrap func(graph.Store) graph.Store, args ...string) (*running, *tracetest.InMemoryExporter) {
	t.Helper()
	store, err := backend.Open(t.Context(), filledStore(t))
	if err != nil {
		t.Fatal(err)
	}
	spans := tracetest.NewInMemoryExporter()
	out := new(buffer)
	a := newApp(parse(t, args...), newLogger(out, false), wrap(store), opened{tracing: tracing.New(sdk.NewTracerProvider(sdk.WithSyncer(spans)))})
	a.LocalOnly = true
	srv := httptest.NewServer(a.handler())
	t.Cleanup(func() {
		http.DefaultClient.CloseIdleConnections()
		srv.Close()
		if err := a.close(); err != nil {
			t.Error(err)
		}
		store.Close()
	})
	return &running{url: srv.URL, log: out}, spans
}

func plainStore(s graph.Store) graph.Store { return s }

// tree writes spans down, children below their parents, in order of name.
func tree(spans tracetest.SpanStubs) string {
	var b strings.Builder
	var below func(parent string, indent string)
	below = func(parent, indent string) {
		var names []string
		ids := map[string]string{}
		for _, s := range spans {
			if s.Parent.SpanID().String() == parent {
				names = append(names, s.Name)
				ids[s.Name] = s.SpanContext.SpanID().String()
			}
		}
		slices.Sort(names)
		for _, n := range names {
			b.WriteString(indent + n + "\n")
			below(ids[n], indent+"  ")
		}
	}
	below("0000000000000000", "")
	return b.String()
}

func TestTraces(t *testing.T) {
	s, spans := traced(t, plainStore)
	s.get(t, "/readyz") // nothing that anybody wants to see
	s.get(t, "/metrics")
	got := s.ask(t, `query Whom($n: String!) { person(name: $n) { met(first: 2) { edges { node { name } evidence(first: 1) { quote } } } } }`, object{"n": "To Lam"})
	if got.code() != "" {
		t.Fatalf("%s", got.body)
	}
	want := "GraphQL over HTTP\n  query Whom\n    Store.Encounters\n    Store.Evidence\n    Store.Persons\n    Store.Persons\n"
	if diff := cmp.Diff(want, tree(spans.GetSpans())); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if log := s.log.String(); !strings.Contains(log, "trace="+spans.GetSpans()[0].SpanContext.TraceID().String()+" method=POST path=/graphql") {
		t.Errorf("the log does not name the trace:\n%s", log)
	}
	spans.Reset()
	s.ask(t, `{ nothing }`, nil)
	if diff := cmp.Diff("GraphQL over HTTP\n", tree(spans.GetSpans())); diff != "" {
		t.Errorf("a refused query (-want +got):\n%s", diff)
	}
}

// TestTracesHoldNothingOfRequests sends a marker in what a client chooses.
func TestTracesHoldNothingOfRequests(t *testing.T) {
	const marker = "zqxmarker"
	s, spans := traced(t, func(s graph.Store) graph.Store { return broken{s} })
	for _, body := range []object{
		{"query": `query($n: String!) { person(name: $n) { name } }`, "variables": object{"n": marker}},
		{"query": `{ party(name: "` + marker + `") { name } articles { edges { node { text title } } } }`}, // fails, and reads texts
		{"query": `{ persons(after: "` + marker + `") { totalCount } }`},
		{"query": `{ ` + marker + ` }`},
		{"query": usualQuery, "extensions": persisted(marker)},
	} {
		s.post(t, body, "Authorization", "Bearer "+marker, "Baggage", marker+"="+marker, "User-Agent", marker)
	}
	text := fmt.Sprintf("%+v", spans.GetSpans())
	for _, secret := range []string{marker, "Moscou", "Bearer", "broken"} {
		if strings.Contains(text, secret) {
			t.Errorf("the spans hold %q:\n%s", secret, text)
		}
	}
	if !strings.Contains(text, "INTERNAL") {
		t.Errorf("the spans do not tell of the failure:\n%s", text)
	}
}

// TestTracesOfOthers holds that a request's trace is continued only behind a proxy.
func TestTracesOfOthers(t *testing.T) {
	const id = "0af7651916cd43dd8448eb211c80319c"
	for args, want := range map[string]bool{"--quiet": false, "--behind-proxy": true} {
		s, spans := traced(t, plainStore, args)
		s.post(t, object{"query": usualQuery}, "Traceparent", "00-"+id+"-b7ad6b7169203331-01")
		for _, span := range spans.GetSpans() {
			if got := span.SpanContext.TraceID().String() == id; got != want {
				t.Errorf("%s: %s continues the trace: %v", args, span.Name, got)
			}
		}
		if len(spans.GetSpans()) != 3 {
			t.Errorf("%s: %d spans, want 3", args, len(spans.GetSpans()))
		}
	}
}

// TestSubscriptionsAreOneSpan holds that what goes on for ever makes no trace without end.
func TestSubscriptionsAreOneSpan(t *testing.T) {
	s, spans := traced(t, plainStore)
	c := s.connect(t)
	c.subscribe(t, "1", factsAdded, nil)
	s.subscribers(t, 1)
	c.CloseNow()
	s.subscribers(t, 0)
	if got := tree(spans.GetSpans()); strings.Contains(got, "Store") || strings.Contains(got, "subscription") {
		t.Errorf("spans:\n%s", got)
	}
}

// TestTracesAreSent runs the server with a collector that the environment names.
func TestTracesAreSent(t *testing.T) {
	sent := make(chan string, 10)
	collector := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		b, _ := io.ReadAll(r.Body)
		sent <- r.URL.Path + " " + string(b)
		w.Header().Set("Content-Type", "application/x-protobuf")
	}))
	defer collector.Close()
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", collector.URL)
	s := start(t, "--quiet")
	s.ask(t, usualQuery, nil)
	if err := s.stop(); err != nil {
		t.Fatal(err)
	}
	if got := <-sent; !strings.HasPrefix(got, "/v1/traces ") || !strings.Contains(got, "Store.Stats") || !strings.Contains(got, "diplograph") {
		t.Errorf("the collector got %.300q", got)
	}
}
