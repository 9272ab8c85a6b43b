package main

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/playground"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/limits"
	"github.com/diplograph/diplograph/server/resolver"
	"github.com/diplograph/diplograph/server/transport"
	"github.com/diplograph/diplograph/server/web"
)

// app is everything that answers HTTP, over one store.
type app struct {
	Store         graph.Store
	Log           *slog.Logger
	Limits        limits.Limits
	HTTP          transport.HTTP
	Introspection bool
	// LocalOnly refuses requests that were addressed to a name other than
	// this computer's: a page on the net can make a browser send those to
	// 127.0.0.1 (DNS rebinding).
	LocalOnly bool
}

// handler returns the site: /graphql, the pages, and the health checks.
func (a app) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", a.graphql())
	mux.Handle("GET /graphiql", withCSP(graphiqlCSP, playground.Handler("diplograph", "/graphql")))
	mux.HandleFunc("GET /healthz", healthz)
	mux.HandleFunc("GET /readyz", a.readyz)
	mux.Handle("/", withCSP(pageCSP, web.Handler()))

	var h http.Handler = mux
	h = http.NewCrossOriginProtection().Handler(h)
	if a.LocalOnly {
		h = localOnly(h)
	}
	return observe(a.Log, withHeaders(h))
}

func (a app) graphql() http.Handler {
	present := &fault.Presenter{Log: a.Log, HideNames: !a.Introspection}
	srv := handler.New(resolver.Schema(a.Store))
	srv.AddTransport(a.HTTP)
	srv.SetErrorPresenter(present.Present)
	srv.SetRecoverFunc(fault.Recovered)
	srv.SetParserTokenLimit(a.Limits.Tokens)
	srv.SetDisableSuggestion(!a.Introspection)
	srv.SetQueryCache(newQueryCache())
	srv.Use(&limits.Extension{Limits: a.Limits}) // before everything else
	srv.Use(resolver.Extension{Store: a.Store})
	if a.Introspection {
		srv.Use(extension.Introspection{})
	}
	return srv
}

const (
	cachedQueries = 500
	// cachedBytes is the longest query that is cached: the cache must not grow
	// to 500 times the largest body.
	cachedBytes = 4096
)

// queryCache keeps parsed and validated queries of modest length.
type queryCache struct {
	graphql.Cache[*ast.QueryDocument]
}

func newQueryCache() queryCache { return queryCache{lru.New[*ast.QueryDocument](cachedQueries)} }

// Add keeps a query unless it is long.
func (c queryCache) Add(ctx context.Context, query string, doc *ast.QueryDocument) {
	if len(query) <= cachedBytes {
		c.Cache.Add(ctx, query, doc)
	}
}

// healthz says that the process is alive.
func healthz(w http.ResponseWriter, _ *http.Request) { plain(w, http.StatusOK, "ok\n") }

// readyWait is how long the store may take to say that it is there.
const readyWait = 2 * time.Second

// readyz says whether the store answers.
func (a app) readyz(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), readyWait)
	defer cancel()
	if _, err := a.Store.Stats(ctx); err != nil {
		a.Log.WarnContext(ctx, "not ready", "error", err)
		plain(w, http.StatusServiceUnavailable, "the store does not answer\n")
		return
	}
	plain(w, http.StatusOK, "ready\n")
}

func plain(w http.ResponseWriter, status int, text string) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write([]byte(text)) // the client has gone: nobody is left to tell
}
