package transport

import (
	"context"
	"io"
	"mime"
	"net/http"
	"strings"
	"time"

	"github.com/diplograph/diplograph/server/fault"
)

const eventStream = "text/event-stream"

func wantsStream(r *http.Request) bool {
	for part := range strings.SplitSeq(strings.Join(r.Header.Values("Accept"), ","), ",") {
		media, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err == nil && media == eventStream && params["q"] != "0" {
			return true
		}
	}
	return false
}

// events answers a subscription with a stream of server-sent events, in the
// "distinct connections mode" of the protocol graphql-sse.
func (h HTTP) events(a answer, request *request, remember func()) {
	stop, done, ok := h.Streams.begin()
	if !ok {
		a.busy(h.Streams.stopping())
		return
	}
	defer done()
	release, busy := hold(h.Streams.Subscribe, a.r)
	if busy != nil {
		a.busy(busy)
		return
	}
	defer release()
	ctx, cancel := context.WithCancel(a.r.Context())
	defer cancel()
	op, refused := h.start(ctx, a.exec, &request.RawParams, remember)
	if refused != nil {
		a.write(a.requestError(), refused, false)
		return
	}
	fault.RequestOf(ctx).Note(func(s *fault.Seen) { s.Stream = true })
	e := &eventWriter{w: a.w, control: http.NewResponseController(a.w), wait: h.Streams.WriteWait}
	if e.begin() {
		e.follow(ctx, op, h.Streams.Ping, stop)
	}
}

// eventWriter writes events, each within a time: the server's own limits are
// made for answers that end.
type eventWriter struct {
	w       http.ResponseWriter
	control *http.ResponseController
	wait    time.Duration
}

func (e *eventWriter) begin() bool {
	_ = e.control.SetReadDeadline(time.Time{}) // the connection that cannot has none
	h := e.w.Header()
	h.Set("Content-Type", eventStream+"; charset=utf-8")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no") // proxies are to pass events on as they come
	e.w.WriteHeader(http.StatusOK)
	return e.write(":\n\n")
}

func (e *eventWriter) write(text string) bool {
	_ = e.control.SetWriteDeadline(time.Now().Add(e.wait))
	if _, err := io.WriteString(e.w, text); err != nil {
		return false
	}
	return e.control.Flush() == nil
}

// follow writes what comes until it ends, the client has gone, or the server
// stops.
func (e *eventWriter) follow(ctx context.Context, op *operation, every time.Duration, stop <-chan struct{}) {
	ctx, cancel := context.WithCancel(ctx)
	bodies := make(chan string)
	go func() {
		defer close(bodies)
		for body, ok := op.event(); ok && ctx.Err() == nil; body, ok = op.event() {
			select {
			case bodies <- body:
			case <-ctx.Done():
			}
		}
	}()
	defer func() {
		cancel()
		for range bodies { // until the reader has noticed
		}
	}()
	ping := time.NewTicker(every)
	defer ping.Stop()
	for ok := true; ok; {
		select {
		case body, more := <-bodies:
			if !more {
				e.write("event: complete\ndata:\n\n")
				return
			}
			ok = e.write("event: next\ndata: " + body + "\n\n")
		case <-ping.C:
			ok = e.write(": ping\n\n")
		case <-stop:
			e.write("event: complete\ndata:\n\n")
			return
		case <-ctx.Done():
			return
		}
	}
}
