package transport

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/server/fault"
)

// Seen is what an access log may say about a request's GraphQL: never the
// query, its variables or its answer.
type Seen struct {
	Operation string // query, mutation or subscription; empty when refused
	Name      string // the operation's name, clipped
}

type seenKey struct{}

// WithSeen returns a context in which the transport fills in s.
func WithSeen(ctx context.Context, s *Seen) context.Context {
	return context.WithValue(ctx, seenKey{}, s)
}

func noteOperation(ctx context.Context, op *graphql.OperationContext) {
	if s, ok := ctx.Value(seenKey{}).(*Seen); ok {
		s.Operation, s.Name = string(op.Operation.Operation), fault.Clip(op.Operation.Name, 60)
	}
}
