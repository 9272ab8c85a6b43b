// Server answers questions about who met whom, over HTTP in GraphQL, and
// serves a page to ask them from.
//
//	go run ./server --load testdata/articles
//
// loads articles into a temporary store and answers on
// http://127.0.0.1:8080/. Usual is a store that the loader keeps:
//
//	go run ./loader news/ --store sqlite:diplograph.db
//	go run ./server --store sqlite:diplograph.db
//
// Paths: / (the page), /graphql, /graphiql (needs the net), /healthz (the
// process is alive), /readyz (the store answers). SIGINT and SIGTERM end it
// after the requests in hand.
//
// The exit code is 0 after such an end, 1 when serving failed, 2 when the
// flags are wrong or the store cannot be used.
package main

//go:generate go tool gqlgen generate

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/alecthomas/kong"

	"github.com/diplograph/diplograph/server/limits"
	"github.com/diplograph/diplograph/server/transport"
)

// flags are what the command line says.
type flags struct {
	Addr  string   `default:"127.0.0.1:8080" help:"Address to listen on. Only a loopback address is closed to other computers." placeholder:"HOST:PORT"`
	Store string   `help:"Store to answer from, such as sqlite:diplograph.db (the default) or neo4j://user@host:7687/db. With --load, the default is a temporary store." placeholder:"URL"`
	Load  []string `help:"Load articles from a file or folder before serving; may be repeated." placeholder:"PATH" sep:"none"`

	Introspection bool `default:"true" negatable:"" help:"Answer questions about the schema, and let errors suggest names of it."`
	Quiet         bool `help:"Log warnings and errors only."`

	QueryTimeout time.Duration `default:"10s" help:"Longest time for one query."`
	MaxBody      int64         `default:"262144" help:"Largest request, in bytes."`
	MaxAnswer    int           `default:"8388608" help:"Largest answer, in bytes."`
	MaxTokens    int           `default:"2000" help:"Most tokens of a query."`
	MaxDepth     int           `default:"16" help:"Most fields inside each other."`
	MaxFields    int           `default:"300" help:"Most fields of a query, fragments expanded."`
	MaxAliases   int           `default:"50" help:"Most aliases of a query, fragments expanded."`
	MaxCost      int           `default:"20000" help:"Most items that a query can ask for: 1 for each field, times the length of the lists around it."`
}

func (f flags) limits() limits.Limits {
	l := limits.Default()
	l.Tokens, l.Depth, l.Fields, l.Aliases, l.Cost = f.MaxTokens, f.MaxDepth, f.MaxFields, f.MaxAliases, f.MaxCost
	return l
}

// Validate refuses limits that would refuse everything.
func (f flags) Validate() error {
	if f.QueryTimeout <= 0 || f.MaxBody <= 0 || f.MaxAnswer <= 0 || min(f.MaxTokens, f.MaxDepth, f.MaxFields, f.MaxAliases, f.MaxCost) <= 0 {
		return errors.New("limits must be positive")
	}
	return nil
}

func main() {
	var f flags
	kong.Parse(&f, kong.Name("server"), kong.UsageOnError(), kong.Exit(exitUsage),
		kong.Description("Answers who met whom, for which side, where, when, and who says so."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, f, os.Stderr, nil); err != nil {
		fmt.Fprintln(os.Stderr, "server:", err)
		if errors.As(err, new(storeError)) {
			os.Exit(2) //nolint:gocritic // nothing is left to stop
		}
		os.Exit(1)
	}
}

// exitUsage makes kong's own failures exit with 2.
func exitUsage(code int) {
	if code != 0 {
		code = 2
	}
	os.Exit(code)
}

// run serves until ctx ends. ready, unless nil, is called with the address
// once requests are answered.
func run(ctx context.Context, f flags, out io.Writer, ready func(net.Addr)) (err error) {
	log := newLogger(out, f.Quiet)
	store, release, err := openStore(ctx, f)
	if err != nil {
		return storeError{err}
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := fill(ctx, store, f, out); err != nil {
		return err
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", f.Addr)
	if err != nil {
		return fmt.Errorf("cannot listen on %s; choose another --addr: %w", f.Addr, err)
	}
	a := app{
		Store: store, Log: log, Limits: f.limits(), Introspection: f.Introspection,
		HTTP:      transport.HTTP{MaxBody: f.MaxBody, MaxAnswer: f.MaxAnswer, MaxTokens: f.MaxTokens, Timeout: f.QueryTimeout},
		LocalOnly: isLocal(l.Addr().String()),
	}
	greet(out, l.Addr(), a.LocalOnly)
	return serve(ctx, l, a.handler(), f.QueryTimeout, func() {
		if ready != nil {
			ready(l.Addr())
		}
	})
}

func newLogger(out io.Writer, quiet bool) *slog.Logger {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelWarn
	}
	return slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: level}))
}

// storeError is a failure to open the store.
type storeError struct{ error }

// Unwrap returns the reason.
func (e storeError) Unwrap() error { return e.error }
