// Package transport speaks GraphQL over HTTP, as its specification has it.
//
// gqlgen's own transports decode a body of any size, repeat a broken one in
// their error, answer 200 where the specification wants 4xx, run what GET
// must not, and write errors without end. This one reads and checks the whole
// request first, then runs one operation, then writes an answer of bounded
// size.
package transport

import (
	"context"
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
	MaxTokens int           // of a query sent with GET
	Timeout   time.Duration // for one operation
}

var _ graphql.Transport = HTTP{}

// Supports accepts every request: what is wrong with one is said by Do.
func (HTTP) Supports(*http.Request) bool { return true }

// Do answers one request.
func (h HTTP) Do(w http.ResponseWriter, r *http.Request, exec graphql.GraphExecutor) {
	a := answer{w: w, r: r, exec: exec}
	if a.media = negotiate(r.Header.Values("Accept")); a.media == "" {
		a.media = plainJSON
		a.refuse(http.StatusNotAcceptable, "answers are "+graphqlJSON+" or "+plainJSON)
		return
	}
	params, refused := h.read(w, r)
	if refused != nil {
		if refused.status == http.StatusMethodNotAllowed {
			w.Header().Set("Allow", "GET, POST")
		}
		a.refuse(refused.status, refused.message)
		return
	}
	ctx, cancel := context.WithTimeout(r.Context(), h.Timeout)
	defer cancel()
	h.run(ctx, a, params)
}

func (h HTTP) run(ctx context.Context, a answer, params *graphql.RawParams) {
	if a.r.Method != http.MethodPost && h.writes(params) {
		a.w.Header().Set("Allow", "POST")
		a.refuse(http.StatusMethodNotAllowed, "only queries may be sent with GET: use POST")
		return
	}
	op, errs := a.exec.CreateOperationContext(ctx, params)
	if errs != nil {
		status := http.StatusOK
		if a.media == graphqlJSON {
			status = http.StatusBadRequest
		}
		a.write(status, a.exec.DispatchError(graphql.WithOperationContext(ctx, op), errs), false)
		return
	}
	noteOperation(ctx, op)
	handler, ctx := a.exec.DispatchOperation(ctx, op)
	resp := handler(ctx)
	if resp == nil {
		resp = a.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(context.DeadlineExceeded)})
	}
	if len(resp.Data) > h.MaxAnswer {
		f := fault.Limit("answer in bytes", len(resp.Data), h.MaxAnswer)
		resp = a.exec.DispatchError(ctx, gqlerror.List{gqlerror.Wrap(f)})
	}
	a.write(http.StatusOK, resp, true)
}

// writes reports whether the operation is no query. It looks before
// validation, which has other words for a mutation when the schema has none;
// what cannot be parsed is left to be refused as such.
func (h HTTP) writes(p *graphql.RawParams) bool {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: p.Query}, h.MaxTokens)
	if err != nil {
		return false
	}
	op := doc.Operations.ForName(p.OperationName)
	return op != nil && op.Operation != ast.Query
}

// answer writes what becomes of one request.
type answer struct {
	w     http.ResponseWriter
	r     *http.Request
	exec  graphql.GraphExecutor
	media string
}

// refuse answers a request that is no GraphQL request.
func (a answer) refuse(status int, message string) {
	f := &fault.Error{Code: fault.BadRequest, Message: message}
	a.write(status, a.exec.DispatchError(a.r.Context(), gqlerror.List{gqlerror.Wrap(f)}), false)
}

// write writes the answer. One that was never executed has no entry "data".
func (a answer) write(status int, resp *graphql.Response, executed bool) {
	var parts []string
	if len(resp.Errors) > 0 {
		parts = append(parts, entry("errors", resp.Errors))
	}
	if executed && resp.Data == nil {
		parts = append(parts, `"data":null`)
	} else if executed {
		parts = append(parts, `"data":`+string(resp.Data)) // as gqlgen wrote it
	}
	if ext := a.extensions(resp); len(ext) > 0 {
		parts = append(parts, entry("extensions", ext))
	}
	a.send(status, "{"+strings.Join(parts, ",")+"}")
}

func (a answer) extensions(resp *graphql.Response) map[string]any {
	ext := maps.Clone(resp.Extensions)
	if n := fault.RequestOf(a.r.Context()).Omitted(); n > 0 {
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
	h.Set("Content-Type", a.media+"; charset=utf-8")
	h.Set("Content-Length", strconv.Itoa(len(body)))
	h.Set("Cache-Control", "no-store")
	h.Add("Vary", "Accept")
	a.w.WriteHeader(status)
	_, _ = io.WriteString(a.w, body) // the client has gone: nobody is left to tell
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
