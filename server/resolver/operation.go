package resolver

import (
	"cmp"
	"context"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/views"
)

// maxDays is how many earlier days one operation may ask about.
const maxDays = 4

// Extension gives every operation loaders of its own over Store, and for root
// fields with knownOn loaders over the graph of that day. It collects the
// notes that go into the answer's extensions.
type Extension struct {
	Store graph.Store
	// Views are the graphs of earlier days.
	Views *views.Views
	// Work is how many encounters one question may read that needs whole
	// lists of them; 0 means [DefaultWork].
	Work int
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationInterceptor
	graphql.ResponseInterceptor
	graphql.RootFieldInterceptor
	graphql.FieldInterceptor
} = Extension{}

type (
	operationKey struct{}
	rootKey      struct{}
)

// operation is what lives as long as one operation.
type operation struct {
	now       *loaders // of the graph as it is
	ambiguous *notes

	mu   sync.Mutex
	days map[graph.Date]*otherDay
}

// otherDay is the graph of an earlier day. Root fields that ask about the same
// day share it.
type otherDay struct {
	once    sync.Once
	loaders *loaders
	release func()
	err     error
}

// root is where a root field keeps the loaders for all fields below it; nil
// for those of the operation. The root field settles it before any of them
// starts.
type root struct{ loaders *loaders }

// load returns the loaders for a field.
func load(ctx context.Context) *loaders {
	if r, ok := ctx.Value(rootKey{}).(*root); ok && r.loaders != nil {
		return r.loaders
	}
	return ctx.Value(operationKey{}).(*operation).now
}

// ExtensionName names the extension to gqlgen.
func (Extension) ExtensionName() string { return "Loaders" }

// Validate accepts every schema.
func (Extension) Validate(graphql.ExecutableSchema) error { return nil }

// InterceptOperation puts new loaders into the context.
func (e Extension) InterceptOperation(ctx context.Context, next graphql.OperationHandler) graphql.ResponseHandler {
	return next(e.begin(ctx))
}

func (e Extension) begin(ctx context.Context) context.Context {
	o := &operation{ambiguous: new(notes), days: map[graph.Date]*otherDay{}}
	o.now = e.loaders(o, e.Store)
	return context.WithValue(ctx, operationKey{}, o)
}

func (e Extension) loaders(o *operation, s graph.Store) *loaders {
	return newLoaders(s, cmp.Or(e.Work, DefaultWork), o.ambiguous)
}

// InterceptResponse adds what resolvers noted as ambiguous, and lets the
// graphs of earlier days go. Each event of a subscription has loaders of its
// own, because they remember what they loaded.
func (e Extension) InterceptResponse(ctx context.Context, next graphql.ResponseHandler) *graphql.Response {
	if isSubscription(ctx) {
		ctx = e.begin(ctx)
	}
	resp := next(ctx)
	o, ok := ctx.Value(operationKey{}).(*operation)
	if !ok {
		return resp
	}
	o.release()
	if notes := o.ambiguous.list(); resp != nil && len(notes) > 0 {
		if resp.Extensions == nil {
			resp.Extensions = map[string]any{}
		}
		resp.Extensions["ambiguous"] = notes
	}
	return resp
}

func isSubscription(ctx context.Context) bool {
	if !graphql.HasOperationContext(ctx) {
		return false
	}
	op := graphql.GetOperationContext(ctx).Operation
	return op != nil && op.Operation == ast.Subscription
}

func (o *operation) release() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for day, d := range o.days {
		delete(o.days, day)
		if d.release != nil {
			d.release()
		}
	}
}

// InterceptRootField makes a place for the loaders of a root field: what is
// put into the context here reaches all fields below.
func (Extension) InterceptRootField(ctx context.Context, next graphql.RootResolver) graphql.Marshaler {
	return next(context.WithValue(ctx, rootKey{}, &root{}))
}

// InterceptField fills the place before a root field with knownOn is
// resolved. Its error is that of the field.
func (e Extension) InterceptField(ctx context.Context, next graphql.Resolver) (any, error) {
	fc := graphql.GetFieldContext(ctx)
	if fc.Object != "Query" {
		return next(ctx)
	}
	if day, ok := fc.Args["knownOn"].(*graph.Date); ok && day != nil {
		l, err := e.on(ctx, *day)
		if err != nil {
			return nil, err
		}
		ctx.Value(rootKey{}).(*root).loaders = l
	}
	return next(ctx)
}

// on returns the loaders over the graph of a day. A coarser date means its
// last day.
func (e Extension) on(ctx context.Context, date graph.Date) (*loaders, error) {
	_, last, ok := date.Bounds()
	if !ok {
		return nil, fault.Input("knownOn needs a year")
	}
	o := ctx.Value(operationKey{}).(*operation)
	d, err := o.day(graph.Date(last))
	if err != nil {
		return nil, err
	}
	d.once.Do(func() {
		var s graph.Store
		if s, d.release, d.err = e.Views.On(ctx, graph.Date(last)); d.err == nil {
			d.loaders = e.loaders(o, s)
		}
	})
	return d.loaders, d.err
}

func (o *operation) day(day graph.Date) (*otherDay, error) {
	o.mu.Lock()
	defer o.mu.Unlock()
	d := o.days[day]
	if d == nil {
		if len(o.days) == maxDays {
			return nil, fault.Limit("number of days in knownOn", maxDays+1, maxDays)
		}
		d = &otherDay{}
		o.days[day] = d
	}
	return d, nil
}
