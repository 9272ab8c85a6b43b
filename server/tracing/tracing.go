// Package tracing makes OpenTelemetry traces of GraphQL requests, down to the
// calls of the store.
//
// A request is a span, its operation one below, each call of the store one
// below that. Spans say what kind of thing was done and how much of it; they
// hold no query, no variables, no tokens and nothing out of articles. Calls of
// the store outside of a request, and the events of subscriptions, which go on
// for as long as a client likes, are not traced.
//
// Nothing is traced unless the environment names a collector, with the
// variables that OpenTelemetry has for it: OTEL_EXPORTER_OTLP_ENDPOINT and so
// on.
package tracing

import (
	"context"
	"fmt"
	"net/http"
	"os"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/propagation"
	"go.opentelemetry.io/otel/sdk/resource"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"github.com/diplograph/diplograph/server/fault"
)

// scope is the name under which spans are made.
const scope = "github.com/diplograph/diplograph/server"

// Tracing makes spans. Its methods may be called from several goroutines.
type Tracing struct {
	tracer trace.Tracer
	stop   func(context.Context) error
}

// New makes spans with a provider.
func New(p trace.TracerProvider) *Tracing {
	return &Tracing{p.Tracer(scope), func(context.Context) error { return nil }}
}

// None makes no spans.
func None() *Tracing { return New(noop.NewTracerProvider()) }

// Open makes spans as the environment says, by default none. The error says
// which variable cannot be used.
func Open(ctx context.Context) (*Tracing, error) {
	on, err := wanted(os.Getenv)
	if err != nil || !on {
		return None(), err
	}
	exporter, err := otlptracehttp.New(ctx) // reads its own variables
	if err != nil {
		return nil, fmt.Errorf("traces cannot be sent, see the variables OTEL_EXPORTER_OTLP_...: %w", err)
	}
	about, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "diplograph")),
		resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil {
		return nil, fmt.Errorf("OTEL_RESOURCE_ATTRIBUTES cannot be read: %w", err)
	}
	p := sdk.NewTracerProvider(sdk.WithBatcher(exporter), sdk.WithResource(about))
	return &Tracing{p.Tracer(scope), p.Shutdown}, nil
}

// wanted reports whether the environment asks for traces.
func wanted(env func(string) string) (bool, error) {
	first := func(names ...string) string {
		for _, n := range names {
			if v := env(n); v != "" {
				return v
			}
		}
		return ""
	}
	on := first("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT") != ""
	switch exporter := env("OTEL_TRACES_EXPORTER"); exporter {
	case "":
	case "otlp":
		on = true
	case "none":
		on = false
	default:
		return false, fmt.Errorf("OTEL_TRACES_EXPORTER is %q: traces are sent by otlp or none", exporter)
	}
	if env("OTEL_SDK_DISABLED") == "true" {
		on = false
	}
	if p := first("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"); on && p != "" && p != "http/protobuf" {
		return false, fmt.Errorf("OTEL_EXPORTER_OTLP_PROTOCOL is %q: traces are sent with http/protobuf", p)
	}
	return on, nil
}

// Close sends the spans that were not sent yet.
func (t *Tracing) Close(ctx context.Context) error { return t.stop(ctx) }

// Handler makes a span of each request to next, called name, and notes the id
// of its trace. With trust, the span continues the trace that the request
// names: strangers must not decide what is recorded.
func (t *Tracing) Handler(name string, trust bool, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx := r.Context()
		if trust {
			ctx = propagation.TraceContext{}.Extract(ctx, propagation.HeaderCarrier(r.Header))
		}
		ctx, span := t.tracer.Start(ctx, name, trace.WithSpanKind(trace.SpanKindServer))
		defer span.End()
		request := fault.RequestOf(ctx)
		if id := span.SpanContext().TraceID(); id.IsValid() {
			request.Note(func(s *fault.Seen) { s.Trace = id.String() })
		}
		defer func() { describe(span, request) }()
		next.ServeHTTP(w, r.WithContext(ctx))
	})
}

// describe says what became of a request, as logs do.
func describe(span trace.Span, r *fault.Request) {
	seen := r.Seen()
	span.SetAttributes(attribute.String("diplograph.request", r.ID), attribute.Int("diplograph.cost", seen.Cost))
	if seen.Limit != "" {
		span.SetAttributes(attribute.String("diplograph.limit", seen.Limit))
	}
	if seen.Code != "" {
		span.SetAttributes(attribute.String("error.type", string(seen.Code)))
	}
	if seen.Code == fault.Internal || seen.Code == fault.Unavailable || seen.Code == fault.Timeout {
		span.SetStatus(codes.Error, string(seen.Code))
	}
}
