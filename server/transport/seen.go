package transport

import (
	"context"

	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/server/fault"
)

// noteOperation notes what the operation is and is called.
func noteOperation(ctx context.Context, op *graphql.OperationContext) {
	fault.RequestOf(ctx).Note(func(s *fault.Seen) {
		s.Operation, s.Name = string(op.Operation.Operation), fault.Clip(op.Operation.Name, 60)
	})
}
