package fault

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"slices"
	"strings"
	"sync"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/diplograph/diplograph/graph"
)

// MaxErrors is how many errors one answer lists. The presenter keeps the first
// of them by path, and gives gqlgen no more than that: it compares every failed
// field with all errors so far, so ten thousand of them would cost more than
// the query.
const MaxErrors = 10

// maxMessage is the longest message, in bytes. Validation errors repeat names
// of the query, which may be long.
const maxMessage = 300

// Request follows one request through the presenter. It is safe for
// concurrent use.
type Request struct {
	ID string

	mu     sync.Mutex
	errors int
	kept   gqlerror.List // the first by path, MaxErrors at most
	logged bool
	seen   Seen
}

// Seen is what logs and metrics may say about a request: never its query, its
// variables or its answer.
type Seen struct {
	Operation string // query, mutation or subscription; empty when refused
	Name      string // the operation's name, clipped
	Cost      int    // as the limits count it; 0 when it was not measured
	Code      Code   // of the first error; empty without one
	Limit     string // that was exceeded, by name; empty for none
	Stream    bool   // it is a subscription, or a connection for them
	Trace     string // id of the trace that holds it; empty for none
}

// Seen returns what was noted so far.
func (r *Request) Seen() Seen {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.seen
}

// Note changes what is noted.
func (r *Request) Note(change func(*Seen)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	change(&r.seen)
}

type requestKey struct{}

// WithRequest returns a context whose errors are counted and logged under r.
func WithRequest(ctx context.Context, r *Request) context.Context {
	return context.WithValue(ctx, requestKey{}, r)
}

// RequestOf returns the request of ctx, or a new one without an id.
func RequestOf(ctx context.Context) *Request {
	if r, ok := ctx.Value(requestKey{}).(*Request); ok {
		return r
	}
	return new(Request)
}

// Omitted returns how many errors were left out of the answer.
func (r *Request) Omitted() int {
	r.mu.Lock()
	defer r.mu.Unlock()
	return max(0, r.errors-MaxErrors)
}

// Errors returns the errors to list: fields are resolved side by side, so the
// order in which they fail changes from one run to the next; the order of
// their paths does not.
func (r *Request) Errors() gqlerror.List {
	r.mu.Lock()
	defer r.mu.Unlock()
	return slices.Clone(r.kept)
}

// Forget drops the errors so far: the answer that they belong to is not sent.
func (r *Request) Forget() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.errors, r.kept = 0, nil
}

// keep counts an error and reports whether gqlgen is to know it.
func (r *Request) keep(e *gqlerror.Error) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.errors++
	r.kept = insert(r.kept, e)
	return r.errors <= MaxErrors
}

// consequence reports whether err only says that a field is null which failed
// with an error that gqlgen was not given.
func (r *Request) consequence(err error) bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.errors >= MaxErrors && strings.HasSuffix(err.Error(), nullField)
}

// nullField is how gqlgen ends its own error about a field without a value.
const nullField = "must not be null"

// first reports whether nothing was logged for the request before.
func (r *Request) first() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	was := r.logged
	r.logged = true
	return !was
}

// Presenter turns errors into what a client may see.
type Presenter struct {
	Log *slog.Logger
	// HideNames removes the suggestions that validation makes ("did you
	// mean"): they give a closed schema away.
	HideNames bool
}

// Present is a graphql.ErrorPresenterFunc. It returns nil, of which gqlgen
// takes no note, once an answer has MaxErrors of them; the errors to list are
// those of Request.Errors.
func (p *Presenter) Present(ctx context.Context, err error) *gqlerror.Error {
	r := RequestOf(ctx)
	if r.consequence(err) {
		return nil
	}
	out := p.present(ctx, r, err)
	if !r.keep(out) {
		return nil
	}
	return out
}

func (p *Presenter) present(ctx context.Context, r *Request, err error) *gqlerror.Error {
	shown := p.show(ctx, r, err)
	r.Note(func(s *Seen) {
		if s.Code == "" {
			s.Code = shown.Code
			s.Limit, _ = shown.More["limit"].(string)
		}
	})
	out := &gqlerror.Error{
		Message:    Clip(shown.Message, maxMessage),
		Path:       graphql.GetPath(ctx),
		Extensions: map[string]any{"code": shown.Code},
	}
	for k, v := range shown.More {
		out.Extensions[k] = v
	}
	var g *gqlerror.Error
	if errors.As(err, &g) {
		out.Locations = g.Locations
		if len(g.Path) > 0 {
			out.Path = g.Path
		}
	}
	return out
}

func (p *Presenter) show(ctx context.Context, r *Request, err error) *Error {
	var ours *Error
	var theirs *gqlerror.Error
	switch {
	case errors.As(err, &ours):
		return ours
	case errors.As(err, &theirs) && isProtocol(theirs):
		return p.protocol(theirs)
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled), ctx.Err() != nil:
		return &Error{Code: Timeout, Message: "the answer took too long: ask for less"}
	case errors.Is(err, graph.ErrInvalid):
		return &Error{Code: BadInput, Message: "an argument was refused: a cursor must come from an answer for the same list"}
	case errors.Is(err, graph.ErrUnavailable):
		p.log(ctx, r, err)
		return &Error{Code: Unavailable, Message: "the store cannot be reached: try again later"}
	}
	p.log(ctx, r, err)
	return &Error{Code: Internal, Message: "internal error", More: map[string]any{"request": r.ID}}
}

// log writes the first error of a request: a store that is down fails every
// field of a page in the same way.
func (p *Presenter) log(ctx context.Context, r *Request, err error) {
	if r.first() {
		p.Log.ErrorContext(ctx, "request failed", "request", r.ID, "trace", r.Seen().Trace, "path", graphql.GetPath(ctx).String(), "error", err)
	}
}

func isProtocol(e *gqlerror.Error) bool {
	switch code(e) {
	case Parse, Validation, BadRequest:
		return true
	}
	return false
}

func code(e *gqlerror.Error) Code {
	switch c := e.Extensions["code"].(type) {
	case string:
		return Code(c)
	case Code:
		return c
	}
	return ""
}

func (p *Presenter) protocol(e *gqlerror.Error) *Error {
	m := e.Message
	if i := strings.Index(m, " Did you mean"); i >= 0 && p.HideNames {
		m = m[:i]
	}
	return &Error{Code: code(e), Message: m}
}

// Recovered makes an error of a panic, with its stack. The presenter hides it
// from the client and logs it.
func Recovered(_ context.Context, v any) error {
	return fmt.Errorf("panic: %v\n%s", v, debug.Stack())
}
