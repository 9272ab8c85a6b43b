package transport

import (
	"context"
	"net/http"
	"sync"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/diplograph/diplograph/server/fault"
)

// Streams says how subscriptions are served, and knows those that are.
type Streams struct {
	InitWait  time.Duration // for the first message of a connection
	Ping      time.Duration // between signs of life
	WriteWait time.Duration // for a client to take one message
	// Connect and Subscribe, unless nil, refuse a connection or a
	// subscription, or count it until release is called.
	Connect, Subscribe func(*http.Request) (release func(), refused *Busy)

	mu      sync.Mutex
	closed  bool
	stop    chan struct{} // closed when the server stops
	running sync.WaitGroup
}

// begin counts a stream; done is to be called when it has ended. stop is
// closed when it should end soon. ok is false when the server stops.
func (s *Streams) begin() (stop <-chan struct{}, done func(), ok bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closed {
		return nil, nil, false
	}
	if s.stop == nil {
		s.stop = make(chan struct{})
	}
	s.running.Add(1)
	return s.stop, s.running.Done, true
}

// Stop asks all streams to end and lets no more begin.
func (s *Streams) Stop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if !s.closed && s.stop != nil {
		close(s.stop)
	}
	s.closed = true
}

// Wait returns when all streams have ended. Stop first.
func (s *Streams) Wait() { s.running.Wait() }

func (s *Streams) stopping() *Busy {
	return &Busy{Status: http.StatusServiceUnavailable, Code: fault.Unavailable, Reason: "the server stops", Retry: s.InitWait}
}

// IsStream reports whether a request asks for a stream or a WebSocket.
func IsStream(r *http.Request) bool { return wantsStream(r) || upgrades(r) }

func hold(f func(*http.Request) (func(), *Busy), r *http.Request) (release func(), refused *Busy) {
	if f == nil {
		return func() {}, nil
	}
	return f(r)
}

// busyFault is a refusal on a way that has no HTTP status.
func busyFault(b *Busy) *fault.Error {
	return &fault.Error{Code: b.Code, Message: b.Reason, More: map[string]any{"limit": b.Limit}}
}

// operation is a subscription in hand.
type operation struct {
	ctx  context.Context
	exec graphql.GraphExecutor
	next graphql.ResponseHandler
	most int // bytes of an answer
}

// start checks a subscription as any operation is checked, and begins it. The
// errors are presented.
func (h HTTP) start(ctx context.Context, exec graphql.GraphExecutor, params *graphql.RawParams, valid func()) (*operation, *graphql.Response) {
	op, errs := exec.CreateOperationContext(ctx, params)
	if errs != nil {
		return nil, exec.DispatchError(graphql.WithOperationContext(ctx, op), errs)
	}
	// gqlparser counts names of fields and not of answers: two aliases of one
	// field pass its validation.
	if fields := graphql.CollectFields(op, op.Operation.SelectionSet, []string{"Subscription"}); len(fields) != 1 {
		f := &fault.Error{Code: fault.Validation, Message: "a subscription has exactly one field at its top"}
		return nil, exec.DispatchError(graphql.WithOperationContext(ctx, op), gqlerror.List{gqlerror.Wrap(f)})
	}
	valid()
	noteOperation(ctx, op)
	next, ctx := exec.DispatchOperation(ctx, op)
	return &operation{ctx, exec, next, h.MaxAnswer}, nil
}

// event waits for the next answer; ok is false when there will be none. Each
// answer lists errors of its own.
func (o *operation) event() (body string, ok bool) {
	r := &fault.Request{ID: fault.RequestOf(o.ctx).ID}
	ctx := fault.WithRequest(o.ctx, r)
	resp := o.next(ctx)
	if resp == nil {
		return "", false
	}
	if len(resp.Data) > o.most {
		r.Forget()
		f := fault.Limit("answer in bytes", len(resp.Data), o.most)
		return encode(ctx, o.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(f)}), true), true
	}
	if errs := r.Errors(); len(errs) > 0 { // else it failed to begin, or did not fail
		resp.Errors = errs
	}
	return encode(ctx, resp, true), true
}
