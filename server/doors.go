package main

import (
	"crypto/rand"
	"net"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/klauspost/compress/gzhttp"

	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/transport"
)

const (
	// pageCSP lets our own pages load what we serve and nothing else.
	pageCSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; " +
		"connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	// graphiqlCSP adds what gqlgen's page needs: its inline script and the CDN
	// that it takes GraphiQL from, each file with an integrity hash.
	graphiqlCSP = "default-src 'none'; script-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net; " +
		"style-src 'self' 'unsafe-inline' https://cdn.jsdelivr.net; img-src 'self' data:; " +
		"font-src 'self' data: https://cdn.jsdelivr.net; worker-src blob:; connect-src 'self'; " +
		"base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
	// closedCSP is for answers that are no pages.
	closedCSP = "default-src 'none'; frame-ancestors 'none'"
)

// withHeaders sets what every answer carries. No CORS header is among them:
// pages of other sites may not read answers.
func withHeaders(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", closedCSP)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		next.ServeHTTP(w, r)
	})
}

func withCSP(policy string, next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Security-Policy", policy)
		next.ServeHTTP(w, r)
	})
}

// localOnly refuses requests to any host but this computer.
func localOnly(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !isLocal(r.Host) {
			plain(w, http.StatusMisdirectedRequest, "this server answers on localhost only; start it with another --addr to open it\n")
			return
		}
		next.ServeHTTP(w, r)
	})
}

// isLocal reports whether a host, with or without port, is this computer.
func isLocal(hostport string) bool {
	host, _, err := net.SplitHostPort(hostport)
	if err != nil {
		host = hostport
	}
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(strings.Trim(host, "[]"))
	return ip != nil && ip.IsLoopback()
}

// observe gives each request an id, logs one line about it, and answers for a
// handler that panics. The line holds no query, no variables and no text of
// articles, and of the address only the path.
func (a app) observe(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		req := &fault.Request{ID: rand.Text()[:12]}
		ctx := fault.WithRequest(r.Context(), req)
		rec := &recorder{ResponseWriter: w}
		rec.Header().Set("X-Request-Id", req.ID)
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p) // a handler's way to drop the connection
				}
				a.Log.ErrorContext(ctx, "handler panicked", "request", req.ID, "trace", req.Seen().Trace, "panic", p, "stack", string(debug.Stack()))
				if rec.status == 0 {
					plain(rec, http.StatusInternalServerError, "internal error "+req.ID+"\n")
				}
			}
			seen := req.Seen()
			a.Log.InfoContext(ctx, "request", "request", req.ID, "trace", seen.Trace, "method", fault.Clip(r.Method, 20), "path", fault.Clip(r.URL.Path, 100),
				"status", rec.status, "bytes", rec.bytes, "took", time.Since(begin).Round(time.Microsecond),
				"operation", seen.Operation, "name", seen.Name,
				"cost", seen.Cost, "code", seen.Code, "limit", seen.Limit, "from", fault.Clip(a.Client(r), 60))
		}()
		next.ServeHTTP(rec, r.WithContext(ctx))
	})
}

func clientOf(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	return host
}

// forwardedFor is the address that the nearest proxy saw. Entries before the
// last are what the client claims.
func forwardedFor(r *http.Request) string {
	all := strings.Join(r.Header.Values("X-Forwarded-For"), ",")
	last := strings.TrimSpace(all[strings.LastIndexByte(all, ',')+1:])
	if last == "" {
		return clientOf(r)
	}
	return last
}

// compressed compresses answers that are worth it, for clients that ask. The
// answers hold no secret whose length could be guessed at.
func compressed(next http.Handler) http.Handler {
	wrap, err := gzhttp.NewWrapper(gzhttp.MinSize(1024), gzhttp.EnableZstd(false))
	if err != nil {
		panic(err) // the options are right
	}
	packed := wrap(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if transport.IsStream(r) { // which must go out as it comes
			next.ServeHTTP(w, r)
			return
		}
		packed.ServeHTTP(w, r)
	})
}

// recorder remembers what was answered.
type recorder struct {
	http.ResponseWriter
	status, bytes int
}

// WriteHeader remembers the status.
func (r *recorder) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

// Write counts bytes.
func (r *recorder) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += n
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (r *recorder) Unwrap() http.ResponseWriter { return r.ResponseWriter }
