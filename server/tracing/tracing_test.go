package tracing

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"

	"github.com/diplograph/diplograph/graph"
)

func TestWanted(t *testing.T) {
	for _, c := range []struct {
		env  string
		want bool
		err  string
	}{
		{"", false, ""},
		{"OTEL_EXPORTER_OTLP_ENDPOINT=http://x", true, ""},
		{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://x", true, ""},
		{"OTEL_TRACES_EXPORTER=otlp", true, ""},
		{"OTEL_TRACES_EXPORTER=none OTEL_EXPORTER_OTLP_ENDPOINT=http://x", false, ""},
		{"OTEL_SDK_DISABLED=true OTEL_EXPORTER_OTLP_ENDPOINT=http://x", false, ""},
		{"OTEL_TRACES_EXPORTER=console", false, "OTEL_TRACES_EXPORTER"},
		{"OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_EXPORTER_OTLP_PROTOCOL=grpc", false, "http/protobuf"},
		{"OTEL_EXPORTER_OTLP_PROTOCOL=grpc", false, ""},
		{"OTEL_EXPORTER_OTLP_ENDPOINT=http://x OTEL_EXPORTER_OTLP_PROTOCOL=grpc OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf", true, ""},
	} {
		env := map[string]string{}
		for _, pair := range strings.Fields(c.env) {
			k, v, _ := strings.Cut(pair, "=")
			env[k] = v
		}
		got, err := wanted(func(k string) string { return env[k] })
		if got != c.want || (err != nil) != (c.err != "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: %v %v, want %v and an error with %q", c.env, got, err, c.want, c.err)
		}
	}
}

// silent is a store that answers everything with nothing.
type silent struct{ graph.Store }

// TestEveryCallHasASpan calls every method of a store that takes a context and can fail.
func TestEveryCallHasASpan(t *testing.T) {
	spans := tracetest.NewInMemoryExporter()
	tracing := New(sdk.NewTracerProvider(sdk.WithSyncer(spans)))
	ctx, span := tracing.tracer.Start(context.Background(), "request")
	defer span.End()
	s := reflect.ValueOf(tracing.Store(silent{}))
	contract := reflect.TypeFor[graph.Store]()
	for i := range contract.NumMethod() {
		m := contract.Method(i)
		if m.Type.NumIn() == 0 || m.Type.NumOut() != 2 { // Close, and sequences
			continue
		}
		args := []reflect.Value{reflect.ValueOf(ctx)}
		for k := 1; k < m.Type.NumIn(); k++ {
			args = append(args, reflect.Zero(m.Type.In(k)))
		}
		func() {
			defer func() { _ = recover() }() // there is no store beneath
			s.MethodByName(m.Name).Call(args)
		}()
		if !slices.ContainsFunc(spans.GetSpans(), func(s tracetest.SpanStub) bool { return s.Name == "Store."+m.Name }) {
			t.Errorf("%s makes no span", m.Name)
		}
	}
}
