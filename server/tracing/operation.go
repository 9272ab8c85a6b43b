package tracing

import (
	"context"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	"go.opentelemetry.io/otel/trace/noop"

	"github.com/diplograph/diplograph/server/fault"
)

// Extension makes a span of each operation of a gqlgen server.
type Extension struct{ *Tracing }

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
} = Extension{}

// ExtensionName names the extension to gqlgen.
func (Extension) ExtensionName() string { return "Tracing" }

// Validate accepts every schema.
func (Extension) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation spans an operation from its beginning to its answer.
func (e Extension) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	op := graphql.GetOperationContext(ctx).Operation
	if op.Operation == ast.Subscription {
		return next(trace.ContextWithSpan(ctx, noop.Span{}))
	}
	kind, name := string(op.Operation), fault.Clip(op.Name, 60)
	ctx, span := e.tracer.Start(ctx, strings.TrimSpace(kind+" "+name), trace.WithAttributes(
		attribute.String("graphql.operation.type", kind), attribute.String("graphql.operation.name", name)))
	answer := next(ctx)
	return func(ctx context.Context) *graphql.Response {
		defer span.End() // these operations have one answer
		return answer(ctx)
	}
}
