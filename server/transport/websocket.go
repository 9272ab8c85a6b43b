package transport

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"

	"github.com/diplograph/diplograph/server/fault"
)

// protocol is the one that is spoken over WebSockets:
// https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md
const protocol = "graphql-transport-ws"

// The codes with which it closes a connection, beside those of WebSockets.
const (
	closeInvalid      websocket.StatusCode = 4400
	closeUnauthorized websocket.StatusCode = 4401 // subscribes before it was acknowledged
	closeInitTimeout  websocket.StatusCode = 4408
	closeSameID       websocket.StatusCode = 4409
	closeInitAgain    websocket.StatusCode = 4429
)

// maxOperationID is the longest id of an operation, in bytes.
const maxOperationID = 128

func upgrades(r *http.Request) bool {
	return hasToken(r.Header.Values("Connection"), "upgrade") && hasToken(r.Header.Values("Upgrade"), "websocket")
}

func hasToken(values []string, token string) bool {
	for part := range strings.SplitSeq(strings.Join(values, ","), ",") {
		if strings.EqualFold(strings.TrimSpace(part), token) {
			return true
		}
	}
	return false
}

// sameOrigin reports whether no page of another site opens the connection.
// Cross-origin protection does not see to it: the request is a GET.
func sameOrigin(r *http.Request) bool {
	origin := r.Header.Get("Origin")
	if origin == "" {
		return true // no browser
	}
	u, err := url.Parse(origin)
	return err == nil && strings.EqualFold(u.Host, r.Host)
}

// connect serves subscriptions over a WebSocket until either side ends it.
func (h HTTP) connect(a answer) {
	switch {
	case !sameOrigin(a.r):
		a.fail(http.StatusForbidden, &fault.Error{Code: fault.Forbidden, Message: "pages of other sites may not connect"})
		return
	case !hasToken(a.r.Header.Values("Sec-WebSocket-Protocol"), protocol):
		a.refuse(http.StatusBadRequest, "the protocol of a WebSocket must be "+protocol)
		return
	}
	if h.Arrive != nil {
		if busy := h.Arrive(a.r); busy != nil {
			a.busy(busy)
			return
		}
	}
	stop, done, ok := h.Streams.begin()
	if !ok {
		a.busy(h.Streams.stopping())
		return
	}
	defer done()
	release, busy := hold(h.Streams.Connect, a.r)
	if busy != nil {
		a.busy(busy)
		return
	}
	defer release()
	ws, err := websocket.Accept(a.w, a.r, &websocket.AcceptOptions{Subprotocols: []string{protocol}})
	if err != nil {
		return // it has answered
	}
	ws.SetReadLimit(h.MaxBody)
	fault.RequestOf(a.r.Context()).Note(func(s *fault.Seen) { s.Stream = true })
	c := &connection{HTTP: h, answer: a, ws: ws, active: map[string]context.CancelFunc{}}
	c.serve(stop)
}

// connection is one WebSocket. Its reader is the only one that begins
// operations; any of them may write.
type connection struct {
	HTTP
	answer
	ws    *websocket.Conn
	ctx   context.Context
	ready atomic.Bool // acknowledged

	mu     sync.Mutex
	active map[string]context.CancelFunc // operations by id
	jobs   sync.WaitGroup
}

// message is what is sent in either direction.
type message struct {
	ID      string          `json:"id,omitempty"`
	Type    string          `json:"type"`
	Payload json.RawMessage `json:"payload,omitempty"`
}

func (c *connection) serve(stop <-chan struct{}) {
	ctx, cancel := context.WithCancel(c.r.Context())
	c.ctx = ctx
	c.jobs.Go(func() { c.ping(ctx) })
	c.jobs.Go(func() { c.guard(ctx, stop) })
	c.read()
	cancel()
	c.ws.CloseNow() // most often closed already
	c.jobs.Wait()
}

// guard ends a connection that does not begin, or when the server stops.
func (c *connection) guard(ctx context.Context, stop <-chan struct{}) {
	late := time.NewTimer(c.Streams.InitWait)
	defer late.Stop()
	for {
		select {
		case <-late.C:
			if !c.ready.Load() {
				c.close(closeInitTimeout, "Connection initialisation timeout")
				return
			}
		case <-stop:
			c.close(websocket.StatusGoingAway, "the server stops")
			return
		case <-ctx.Done():
			return
		}
	}
}

// close tells the client why, which can take a while when it does not listen.
func (c *connection) close(code websocket.StatusCode, reason string) { _ = c.ws.Close(code, reason) }

// ping ends a connection whose other end is not there any more.
func (c *connection) ping(ctx context.Context) {
	tick := time.NewTicker(c.Streams.Ping)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			wait, cancel := context.WithTimeout(ctx, c.Streams.WriteWait)
			err := c.ws.Ping(wait)
			cancel()
			if err != nil {
				c.ws.CloseNow()
				return
			}
		case <-ctx.Done():
			return
		}
	}
}

// read takes messages until the connection is closed.
func (c *connection) read() {
	for {
		kind, b, err := c.ws.Read(c.ctx)
		if err != nil {
			return
		}
		var m message
		if kind != websocket.MessageText || decode(b, &m) != nil {
			c.close(closeInvalid, "Invalid message")
			return
		}
		if c.Arrive != nil {
			if busy := c.Arrive(c.r); busy != nil {
				c.close(websocket.StatusPolicyViolation, busy.Reason)
				return
			}
		}
		if code, reason := c.take(m); code != 0 {
			c.close(code, reason)
			return
		}
	}
}

// take acts on a message. A code other than 0 closes the connection.
func (c *connection) take(m message) (code websocket.StatusCode, reason string) {
	switch m.Type {
	case "connection_init":
		if c.ready.Swap(true) {
			return closeInitAgain, "Too many initialisation requests"
		}
		c.send(message{Type: "connection_ack"})
	case "ping":
		c.send(message{Type: "pong"})
	case "pong":
	case "subscribe":
		return c.subscribe(m)
	case "complete":
		c.mu.Lock()
		defer c.mu.Unlock()
		if cancel := c.active[m.ID]; cancel != nil {
			cancel()
		}
	default:
		return closeInvalid, "Invalid message type"
	}
	return 0, ""
}

func (c *connection) subscribe(m message) (code websocket.StatusCode, reason string) {
	switch {
	case !c.ready.Load():
		return closeUnauthorized, "Unauthorized"
	case m.ID == "" || len(m.ID) > maxOperationID:
		return closeInvalid, "Invalid id"
	}
	ctx, cancel := context.WithCancel(c.ctx)
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.active[m.ID] != nil {
		cancel()
		return closeSameID, "Subscriber for " + fault.Clip(m.ID, 40) + " already exists"
	}
	release, busy := hold(c.Streams.Subscribe, c.r)
	if busy != nil {
		cancel()
		request := &fault.Request{ID: fault.RequestOf(c.ctx).ID}
		c.refuse(m.ID, c.presented(fault.WithRequest(c.ctx, request), busyFault(busy)))
		return 0, ""
	}
	c.active[m.ID] = cancel
	c.jobs.Go(func() {
		defer release()
		defer cancel()
		c.run(ctx, m)
	})
	return 0, ""
}

// run answers one operation from beginning to end.
func (c *connection) run(ctx context.Context, m message) {
	request := &fault.Request{ID: fault.RequestOf(ctx).ID}
	ctx = fault.WithRequest(ctx, request)
	op, refused := c.open(ctx, m)
	fault.RequestOf(c.ctx).Note(func(s *fault.Seen) { // the last one is logged
		trace := s.Trace
		*s = request.Seen()
		s.Stream, s.Trace = true, trace
	})
	if refused != "" {
		c.forget(m.ID)
		c.refuse(m.ID, refused)
		return
	}
	for body, ok := op.event(); ok && ctx.Err() == nil; body, ok = op.event() {
		c.send(message{ID: m.ID, Type: "next", Payload: json.RawMessage(body)})
	}
	c.forget(m.ID)
	if ctx.Err() == nil {
		c.send(message{ID: m.ID, Type: "complete"})
	}
}

func (c *connection) forget(id string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.active, id)
}

// open begins an operation; refused is a list of errors as JSON, empty for
// none.
func (c *connection) open(ctx context.Context, m message) (op *operation, refused string) {
	bad := func(f *fault.Error) (*operation, string) { return nil, c.presented(ctx, f) }
	entries := map[string]json.RawMessage{}
	if err := decode(m.Payload, &entries); err != nil {
		return bad(&fault.Error{Code: fault.BadRequest, Message: "the payload is not one JSON object, with query and perhaps variables, operationName, extensions"})
	}
	request, refusal := params(entries)
	if refusal != nil {
		return bad(&fault.Error{Code: fault.BadRequest, Message: refusal.message})
	}
	remember, fail := c.Documents.resolve(ctx, request)
	if fail != nil {
		return bad(fail)
	}
	if kind := c.kind(&request.RawParams); kind == ast.Query || kind == ast.Mutation { // which have limits of their own
		return bad(&fault.Error{Code: fault.BadRequest, Message: "only subscriptions are answered here: POST queries"})
	}
	op, resp := c.start(ctx, c.exec, &request.RawParams, remember)
	if resp != nil {
		return nil, list(resp.Errors)
	}
	return op, ""
}

// presented returns an error as a list in JSON.
func (c *connection) presented(ctx context.Context, f *fault.Error) string {
	return list(c.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(f)}).Errors)
}

func list(errs gqlerror.List) string {
	b, err := json.Marshal(errs)
	if err != nil {
		panic(err) // strings and numbers
	}
	return string(b)
}

func (c *connection) refuse(id, errors string) {
	c.send(message{ID: id, Type: "error", Payload: json.RawMessage(errors)})
}

// send writes a message. A client that does not take it in time is cut off:
// what waits for it must not grow.
func (c *connection) send(m message) {
	b, err := json.Marshal(m)
	if err != nil {
		panic(err) // strings, and JSON that was made here
	}
	ctx, cancel := context.WithTimeout(c.ctx, c.Streams.WriteWait)
	defer cancel()
	_ = c.ws.Write(ctx, websocket.MessageText, b) // it closes the connection, which the reader notices
}
