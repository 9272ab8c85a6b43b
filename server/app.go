package main

import (
	"cmp"
	"context"
	"log/slog"
	"net/http"
	"net/http/pprof"
	"time"

	"github.com/99designs/gqlgen/graphql"
	"github.com/99designs/gqlgen/graphql/handler"
	"github.com/99designs/gqlgen/graphql/handler/extension"
	"github.com/99designs/gqlgen/graphql/handler/lru"
	"github.com/99designs/gqlgen/graphql/playground"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/admit"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/limits"
	"github.com/diplograph/diplograph/server/live"
	"github.com/diplograph/diplograph/server/metrics"
	"github.com/diplograph/diplograph/server/resolver"
	"github.com/diplograph/diplograph/server/tracing"
	"github.com/diplograph/diplograph/server/transport"
	"github.com/diplograph/diplograph/server/views"
	"github.com/diplograph/diplograph/server/web"
)

// app is everything that answers HTTP, over one store.
type app struct {
	Store         graph.Store
	Views         *views.Views // of Store
	Live          *live.Hub
	Tracing       *tracing.Tracing
	Trust         bool // go on with the traces that requests name
	Log           *slog.Logger
	Limits        limits.Limits
	HTTP          transport.HTTP
	Work          int              // encounters that one search reads
	Writes        *resolver.Writes // nil when nothing may be changed
	Introspection bool
	Metrics       *metrics.Metrics
	// Client tells the address that a request comes from.
	Client func(*http.Request) string
	// LocalOnly refuses requests that were addressed to a name other than
	// this computer's: a page on the net can make a browser send those to
	// 127.0.0.1 (DNS rebinding).
	LocalOnly bool
}

// opened is what flags name, ready for use.
type opened struct {
	documents documents
	writes    *writes          // nil when nothing may be changed
	tracing   *tracing.Tracing // nil for none
}

func open(ctx context.Context, f flags) (o opened, err error) {
	if o.tracing, err = tracing.Open(ctx); err != nil {
		return o, err
	}
	if o.writes, err = openWrites(f); err != nil {
		return o, err
	}
	o.documents, err = openDocuments(f)
	return o, err
}

// newApp builds what the flags say.
func newApp(f flags, log *slog.Logger, store graph.Store, o opened) app {
	gate := admit.NewGate(f.Running, f.Waiting, f.Patience)
	rates := admit.NewRates(f.Rate, f.Burst, f.Addresses)
	client := clientOf
	if f.BehindProxy {
		client = forwardedFor
	}
	spans := cmp.Or(o.tracing, tracing.None())
	bounded := spans.Store(resolver.Bounded(store, f.StoreTimeout))
	a := app{
		Tracing: spans, Trust: f.BehindProxy,
		Store: bounded, Views: viewsOf(bounded, f), Log: log, Limits: f.Most.limits(), Work: f.Most.Work,
		Introspection: f.Introspection, Client: client,
		Metrics: metrics.New(append(web.Operations(), o.documents.names...), func() (int, int) { return gate.Running(), gate.Waiting() }, store.Stats),
		HTTP: transport.HTTP{
			MaxBody: f.Most.Body, MaxAnswer: f.Most.Answer, MaxTokens: f.Most.Tokens, Timeout: f.QueryTimeout, MaxAge: f.MaxAge,
			Documents: transport.NewDocuments(o.documents.texts, f.OnlyTrusted),
			Arrive:    arrive(rates, client),
			Admit:     enter(gate, f.Patience),
		},
	}
	a.Live, a.HTTP.Streams = hubOf(bounded, store, f, log), streams(f, a.Metrics, client)
	a.Metrics.Gauge("diplograph_subscriptions", "Subscriptions that go on.", a.Live.Subscribers)
	if o.writes != nil {
		a.Writes, a.HTTP.MayWrite = o.writes.resolver(a.Live.Changed), o.writes.may
	}
	return a
}

// hubOf returns what serves the subscribers of a store, whose reads are
// bounded.
func hubOf(bounded, store graph.Store, f flags, log *slog.Logger) *live.Hub {
	feed, _ := store.(graph.Feed)
	return live.New(bounded, feed, live.Options{Every: f.Poll, Unread: f.Most.Unread, Wait: f.StoreTimeout, Log: log})
}

// streams are subscriptions as the flags want them.
func streams(f flags, m *metrics.Metrics, client func(*http.Request) string) *transport.Streams {
	connections, subscriptions := admit.NewSlots(f.Most.Subscriptions, f.Most.SubscriptionsEach), admit.NewSlots(f.Most.Subscriptions, f.Most.SubscriptionsEach)
	m.Gauge("diplograph_websockets", "WebSockets that are open.", connections.Used)
	return &transport.Streams{
		InitWait: f.InitTimeout, Ping: f.Ping, WriteWait: writeWait,
		Connect:   occupy(connections, client, "WebSockets"),
		Subscribe: occupy(subscriptions, client, "subscriptions"),
	}
}

// occupy takes a slot for a request that goes on.
func occupy(slots *admit.Slots, client func(*http.Request) string, what string) func(*http.Request) (func(), *transport.Busy) {
	return func(r *http.Request) (func(), *transport.Busy) {
		release, ok, mine := slots.Take(client(r))
		switch {
		case ok:
			return release, nil
		case mine:
			return nil, &transport.Busy{
				Status: http.StatusTooManyRequests, Code: fault.RateLimited, Limit: what + " of one address", Retry: busyWait,
				Reason: "too many " + what + " from this address: end one first",
			}
		}
		return nil, &transport.Busy{
			Status: http.StatusServiceUnavailable, Code: fault.Unavailable, Limit: what, Retry: busyWait,
			Reason: "the server has as many " + what + " as it takes: try again later",
		}
	}
}

// busyWait is when to come back when there was no place for something that
// lasts.
const busyWait = 30 * time.Second

// stop ends what goes on and lets nothing of it begin.
func (a app) stop() {
	a.HTTP.Streams.Stop()
	a.Live.Close()
}

// close is stop, and waits until it is done.
func (a app) close() error {
	a.stop()
	a.HTTP.Streams.Wait()
	return a.Views.Close()
}

// viewsOf returns the graphs of earlier days of a store.
func viewsOf(s graph.Store, f flags) *views.Views {
	return views.New(s, views.Options{Keep: f.Views, Reports: f.Most.Known, Time: f.ViewTimeout, Open: func(ctx context.Context) (graph.Store, error) {
		s, err := backend.Open(ctx, "sqlite::memory:")
		if err != nil {
			return nil, err
		}
		return resolver.Bounded(s, f.StoreTimeout), nil
	}})
}

// handler returns the site: /graphql, the pages, and the health checks.
func (a app) handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("/graphql", a.Tracing.Handler("GraphQL over HTTP", a.Trust, a.counted(a.graphql())))
	mux.Handle("GET /graphiql", withCSP(graphiqlCSP, playground.Handler("diplograph", "/graphql")))
	mux.HandleFunc("GET /healthz", healthz)
	mux.HandleFunc("GET /readyz", a.readyz)
	mux.Handle("/", withCSP(pageCSP, web.Handler()))
	if a.LocalOnly {
		mux.Handle("GET /metrics", a.Metrics.Handler())
	}

	var h http.Handler = mux
	h = http.NewCrossOriginProtection().Handler(h)
	if a.LocalOnly {
		h = localOnly(h)
	}
	return a.observe(withHeaders(compressed(h)))
}

// debug returns what stands on the address for debugging.
func (a app) debug() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /metrics", a.Metrics.Handler())
	mux.HandleFunc("GET /debug/pprof/", pprof.Index)
	mux.HandleFunc("GET /debug/pprof/cmdline", pprof.Cmdline)
	mux.HandleFunc("GET /debug/pprof/profile", pprof.Profile)
	mux.HandleFunc("GET /debug/pprof/symbol", pprof.Symbol)
	mux.HandleFunc("GET /debug/pprof/trace", pprof.Trace)
	return mux
}

func (a app) graphql() http.Handler {
	present := &fault.Presenter{Log: a.Log, HideNames: !a.Introspection}
	srv := handler.New(resolver.Schema(resolver.Resolver{Store: a.Store, Writes: a.Writes, Live: a.Live}))
	srv.AddTransport(a.HTTP)
	srv.SetErrorPresenter(present.Present)
	srv.SetRecoverFunc(fault.Recovered)
	srv.SetParserTokenLimit(a.Limits.Tokens)
	srv.SetDisableSuggestion(!a.Introspection)
	srv.SetQueryCache(newQueryCache())
	srv.Use(&limits.Extension{Limits: a.Limits}) // before everything else
	srv.Use(tracing.Extension{Tracing: a.Tracing})
	srv.Use(resolver.Extension{Store: a.Store, Views: a.Views, Work: a.Work})
	if a.Introspection {
		srv.Use(extension.Introspection{})
	}
	return srv
}

// counted counts requests in the metrics.
func (a app) counted(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begin := time.Now()
		defer func() { a.Metrics.Observe(fault.RequestOf(r.Context()).Seen(), time.Since(begin)) }()
		next.ServeHTTP(w, r)
	})
}

// arrive refuses requests of addresses that send too many.
func arrive(rates *admit.Rates, client func(*http.Request) string) func(*http.Request) *transport.Busy {
	return func(r *http.Request) *transport.Busy {
		wait := rates.Allow(client(r))
		if wait == 0 {
			return nil
		}
		return &transport.Busy{
			Status: http.StatusTooManyRequests, Code: fault.RateLimited, Limit: "requests per second", Retry: wait,
			Reason: "too many requests from this address: wait as Retry-After says",
		}
	}
}

// enter lets an operation run when there is room.
func enter(gate *admit.Gate, patience time.Duration) func(context.Context) (func(), *transport.Busy) {
	return func(ctx context.Context) (func(), *transport.Busy) {
		leave, ok := gate.Enter(ctx)
		if ok {
			return leave, nil
		}
		return nil, &transport.Busy{
			Status: http.StatusServiceUnavailable, Code: fault.Unavailable, Limit: "queries at once", Retry: patience,
			Reason: "the server is busy: try again as Retry-After says",
		}
	}
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
