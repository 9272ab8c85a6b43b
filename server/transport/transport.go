// Package transport speaks GraphQL over HTTP, as its specification has it.
//
// gqlgen's own transports decode a body of any size, repeat a broken one in
// their error, answer 200 where the specification wants 4xx, run what GET
// must not, and write errors without end. This one reads and checks the whole
// request first, then runs one operation, then writes an answer of bounded
// size.
package transport

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"mime"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/diplograph/diplograph/server/fault"
)

// The media types of answers.
const (
	plainJSON   = "application/json"
	graphqlJSON = "application/graphql-response+json"
)

// HTTP is a graphql.Transport for GET and POST.
type HTTP struct {
	MaxBody   int64         // bytes of a request's body, and of a GET's query string
	MaxAnswer int           // bytes of an answer's data
	MaxTokens int           // of a query that is looked into before the limits are
	Timeout   time.Duration // for one operation
	MaxAge    time.Duration // for which an answer to GET may be reused without asking
	Documents *Documents    // needed
	// MayWrite says why a request may not send mutations, nil when it may.
	// Without it none may.
	MayWrite func(*http.Request) *fault.Error
	Streams  *Streams // needed for subscriptions
	// Arrive, unless nil, refuses a request before it is read.
	Arrive func(*http.Request) *Busy
	// Admit, unless nil, waits until the operation may run. It is called when
	// the whole request was read, so slow senders hold nobody up.
	Admit func(context.Context) (release func(), refused *Busy)
}

// Busy is the answer to a request that cannot be served now.
type Busy struct {
	Status int
	Code   fault.Code
	Limit  string // that was exceeded, by name
	Reason string
	Retry  time.Duration // after which to try again
}

var _ graphql.Transport = HTTP{}

// Supports accepts every request: what is wrong with one is said by Do.
func (HTTP) Supports(*http.Request) bool { return true }

// Do answers one request.
func (h HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	media := negotiate(r.Header.Values("Accept"))
	a := answer{w: w, r: r, exec: exec, media: cmp.Or(media, plainJSON), plain: media != "", stream: wantsStream(r)}
	switch {
	case upgrades(r):
		h.connect(a)
		return
	case !a.plain && !a.stream:
		a.refuse(http.StatusNotAcceptable, "answers are "+graphqlJSON+" or "+plainJSON)
		return
	}
	if h.Arrive != nil {
		if busy := h.Arrive(r); busy != nil {
			a.busy(busy)
			return
		}
	}
	request, refused := h.read(w, r)
	if refused != nil {
		if refused.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, POST")
		}
		a.refuse(refused.status, refused.message)
		return
	}
	remember, fail := h.Documents.resolve(r.Context(), request)
	switch {
	case fail != nil && fail.Code == fault.BadRequest:
		a.fail(http.StatusBadRequest, fail)
		return
	case fail != nil:
		a.fail(a.requestError(), fail)
		return
	}
	kind := h.kind(&request.RawParams)
	if !h.allowed(a, kind) {
		return
	}
	if kind == ast.Subscription {
		h.events(a, request, remember)
		return
	}
	release, busy := h.admit(r.Context())
	if busy != nil {
		a.busy(busy)
		return
	}
	defer release()
	ctx, cancel := context.WithTimeout(r.Context(), h.Timeout)
	defer cancel()
	h.run(ctx, a, &request.RawParams, remember)
}

func (h HTTP) admit(ctx context.Context) (release func(), refused *Busy) {
	if h.Admit == nil {
		return func() {}, nil
	}
	return h.Admit(ctx)
}

func (h HTTP) run(ctx context.Context, a answer, params *graphql.RawParams, valid func()) {
	op, errs := a.exec.CreateOperationContext(ctx, params)
	if errs != nil {
		a.write(a.requestError(), a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs), false)
		return
	}
	valid()
	noteOperation(ctx, op)
	handler, ctx := a.exec.DispatchOperation(ctx, op)
	resp := handler(ctx)
	switch {
	case resp == nil:
		resp = a.instead(ctx, context.DeadlineExceeded)
	case len(resp.Data) > h.MaxAnswer:
		resp = a.instead(ctx, fault.Limit("answer in bytes", len(resp.Data), h.MaxAnswer))
	default:
		resp.Errors = fault.RequestOf(ctx).Errors()
	}
	if a.r.Method != http.MethodPost && len(resp.Errors) == 0 {
		a.cache = cacheControl(h.MaxAge)
	}
	a.write(http.StatusOK, resp, true)
}

// instead is the answer of one error when the one that was made cannot be sent.
func (a answer) instead(ctx context.Context, err error) *graphql.Response {
	fault.RequestOf(ctx).Forget()
	return a.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(err)})
}

func cacheControl(age time.Duration) string {
	if age < time.Second {
		return "no-cache" // keep it, and ask each time whether it is still good
	}
	return "public, max-age=" + strconv.Itoa(int(age/time.Second))
}

// kind is what the operation is, empty for what cannot be parsed or is not
// there: that is refused as such. It looks before validation, which has other
// words for a mutation when the schema has none.
func (h HTTP) kind(p *graphql.RawParams) ast.Operation {
	if !strings.Contains(p.Query, string(ast.Mutation)) && !strings.Contains(p.Query, string(ast.Subscription)) {
		return ast.Query // and is not parsed for it
	}
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, h.MaxTokens)
	if err != nil {
		return ""
	}
	op := doc.Operations.ForName(p.OperationName)
	if op == nil {
		return ""
	}
	return op.Operation
}

// allowed answers operations that may not be sent in this way.
func (h HTTP) allowed(a answer, kind ast.Operation) bool {
	switch {
	case (kind == ast.Mutation || kind == ast.Subscription) && a.r.Method != http.MethodPost:
		a.w.Header().Set("Allow", "POST")
		a.refuse(http.StatusMethodNotAllowed, "only queries may be sent with GET: use POST")
		return false
	case kind == ast.Subscription && !a.stream:
		a.refuse(http.StatusNotAcceptable, "a subscription is answered as a stream: send Accept: text/event-stream, or use a WebSocket")
		return false
	case (kind == ast.Query || kind == ast.Mutation) && !a.plain:
		a.refuse(http.StatusNotAcceptable, "only subscriptions are answered as "+eventStream+": queries are answered as "+plainJSON)
		return false
	case kind == ast.Mutation:
		return h.mayWrite(a)
	}
	return true
}

func (h HTTP) mayWrite(a answer) bool {
	refused := &fault.Error{Code: fault.Forbidden, Message: "this server changes nothing: it was started without --allow-writes"}
	if h.MayWrite != nil {
		refused = h.MayWrite(a.r)
	}
	if refused == nil {
		return true
	}
	status := http.StatusForbidden
	if refused.Code == fault.Unauthenticated {
		status = http.StatusUnauthorized
		a.w.Header().Set("WWW-Authenticate", "Bearer")
	}
	a.fail(status, refused)
	return false
}

// answer writes what becomes of one request.
type answer struct {
	w     http.ResponseWriter
	r     *http.Request
	exec  graphql.GraphExecutor
	media string
	cache string // Cache-Control; empty when the answer must not be kept

	plain, stream bool // the client takes JSON, or a stream of events
}

// requestError is the status of a request that is well-formed and whose query
// is not executed. Clients of the older media type want 200.
func (a answer) requestError() int {
	if a.media == graphqlJSON {
		return http.StatusBadRequest
	}
	return http.StatusOK
}

// busy asks the client to come back.
func (a answer) busy(b *Busy) {
	seconds := int((b.Retry + time.Second - 1) / time.Second) // not before it is worth while
	a.w.Header().Set("Retry-After", strconv.Itoa(max(1, seconds)))
	a.fail(b.Status, &fault.Error{Code: b.Code, Message: b.Reason, More: map[string]any{"limit": b.Limit}})
}

func (a answer) fail(status int, f *fault.Error) {
	a.write(status, a.exec.DispatchError(a.r.Context(), gqlerror.List{gqlerror.Wrap(f)}), false)
}

// refuse answers a request that is no GraphQL request.
func (a answer) refuse(status int, message string) {
	a.fail(status, &fault.Error{Code: fault.BadRequest, Message: message})
}

// write writes the answer.
func (a answer) write(status int, resp *graphql.Response, executed bool) {
	a.send(status, encode(a.r.Context(), resp, executed))
}

// encode returns a response as JSON. One that was never executed has no entry
// "data".
func encode(ctx context.Context, resp *graphql.Response, executed bool) string {
	var parts []string
	if len(resp.Errors) > 0 {
		parts = append(parts, entry("errors", resp.Errors))
	}
	if executed && resp.Data == nil {
		parts = append(parts, `"data":null`)
	} else if executed {
		parts = append(parts, `"data":`+string(resp.Data)) // as gqlgen wrote it
	}
	if ext := extensions(ctx, resp); len(ext) > 0 {
		parts = append(parts, entry("extensions", ext))
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func extensions(ctx context.Context, resp *graphql.Response) map[string]any {
	ext := maps.Clone(resp.Extensions)
	if n := fault.RequestOf(ctx).Omitted(); n > 0 {
		if ext == nil {
			ext = map[string]any{}
		}
		ext["errorsOmitted"] = n
	}
	return ext
}

// entry writes one entry of the answer. What it is given holds strings and
// numbers only, which always marshal.
func entry(key string, v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		panic(fmt.Errorf("an answer's %s do not marshal: %w", key, err))
	}
	return strconv.Quote(key) + ":" + string(b)
}

func (a answer) send(status int, body string) {
	h := a.w.Header()
	h.Add("Vary", "Accept")
	h.Set("Cache-Control", "no-store")
	if a.cache != "" {
		h.Set("Cache-Control", a.cache)
		tag := entityTag(a.media, body)
		h.Set("ETag", tag)
		if matches(a.r.Header.Values("If-None-Match"), tag) {
			a.w.WriteHeader(http.StatusNotModified)
			return
		}
	}
	h.Set("Content-Type", a.media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	a.w.WriteHeader(status)
	_, _ = io.WriteString(a.w, body) // the client has gone: nobody is left to tell
}

// entityTag is weak: the bytes on the wire depend on their compression too.
func entityTag(media, body string) string {
	sum := sha256.Sum256([]byte(media + "\n" + body))
	return `W/"` + hex.EncodeToString(sum[:12]) + `"`
}

// matches compares as If-None-Match asks: weakly.
func matches(given []string, tag string) bool {
	for part := range strings.SplitSeq(strings.Join(given, ","), ",") {
		part = strings.TrimSpace(part)
		if part == "*" || strings.TrimPrefix(part, "W/") == strings.TrimPrefix(tag, "W/") {
			return true
		}
	}
	return false
}

// negotiate returns the media type to answer with, "" when the client accepts
// none of ours. Quality values are not weighed: of the types that are
// accepted, the newer one is preferred; a client that accepts anything gets
// plain JSON.
func negotiate(accept []string) string {
	if len(accept) == 0 {
		return plainJSON
	}
	anything := false
	plain := false
	for part := range strings.SplitSeq(strings.Join(accept, ","), ",") {
		media, params, err := mime.ParseMediaType(strings.TrimSpace(part))
		if err != nil || params["q"] == "0" || !isUTF8(params) {
			continue
		}
		switch media {
		case graphqlJSON:
			return graphqlJSON
		case plainJSON:
			plain = true
		case "*/*", "application/*":
			anything = true
		}
	}
	if plain || anything {
		return plainJSON
	}
	return ""
}

func isUTF8(params map[string]string) bool {
	c, ok := params["charset"]
	return !ok || strings.EqualFold(c, "utf-8")
}
