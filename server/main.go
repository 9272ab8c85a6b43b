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
// process is alive), /readyz (the store answers), and on a loopback address
// /metrics. SIGINT and SIGTERM end it after the requests in hand.
//
// It changes nothing unless started with --allow-writes and a write token.
// Subscriptions tell what is stored by it and by loaders of the same store.
//
// To open it to strangers, give an --addr that is not loopback, --tls-cert and
// --tls-key or a proxy in front with --behind-proxy, and perhaps
// --no-introspection or --only-trusted. Every limit is a flag: see --help.
//
// The exit code is 0 after such an end, 1 when serving failed, 2 when the
// flags are wrong or the store cannot be used.
package main

//go:generate go tool gqlgen generate

import (
	"context"
	"crypto/tls"
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

	"github.com/diplograph/diplograph/server/tracing"
)

func main() {
	var f flags
	kong.Parse(&f, kong.Name("server"), kong.UsageOnError(), kong.Exit(exitUsage),
		kong.Description("Answers who met whom, for which side, where, when, and who says so."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, f, os.Stderr, nil); err != nil {
		fmt.Fprintln(os.Stderr, "server:", err)
		if errors.As(err, new(usageError)) {
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

// run serves until ctx ends. ready, unless nil, is called with the addresses
// once requests are answered: that of the server, and that for debugging, nil
// for none.
func run(ctx context.Context, f flags, out io.Writer, ready func(site, debug net.Addr)) (err error) {
	log := newLogger(out, f.Quiet)
	secure, err := tlsConfig(f)
	if err != nil {
		return usageError{err}
	}
	parts, err := open(ctx, f)
	if err != nil {
		return usageError{err}
	}
	defer func() {
		if failed := flush(ctx, parts.tracing); failed != nil {
			err = errors.Join(err, failed)
		}
	}()
	store, release, err := openStore(ctx, f)
	if err != nil {
		return usageError{err}
	}
	defer func() { err = errors.Join(err, release()) }()
	if err := fill(ctx, store, f, out); err != nil {
		return err
	}
	l, err := listen(ctx, f.Addr)
	if err != nil {
		return err
	}
	a := newApp(f, log, store, parts)
	defer func() { err = errors.Join(err, a.close()) }()
	a.LocalOnly = isLocal(l.Addr().String())
	sites := []site{{l, a.handler(), secure, a.stop}}
	if f.DebugAddr != "" {
		d, err := listen(ctx, f.DebugAddr)
		if err != nil {
			return errors.Join(err, l.Close())
		}
		h := a.debug()
		if isLocal(d.Addr().String()) {
			h = localOnly(h)
		} else {
			fmt.Fprintln(out, "The address for debugging can be reached from other computers.")
		}
		sites = append(sites, site{d, h, nil, func() {}})
	}
	greet(out, l.Addr(), secure != nil, a.LocalOnly)
	if f.AllowWrites && secure == nil && !a.LocalOnly && !f.BehindProxy {
		fmt.Fprintln(out, "The write token travels unencrypted: give --tls-cert and --tls-key, or a proxy that does it.")
	}
	return serve(ctx, f.QueryTimeout+f.Patience, sites, func() {
		if ready != nil {
			ready(l.Addr(), sites[len(sites)-1].Addr())
		}
	})
}

// flushWait is how long a stop waits for the last traces to be sent.
const flushWait = 5 * time.Second

func flush(ctx context.Context, t *tracing.Tracing) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), flushWait)
	defer cancel()
	if err := t.Close(ctx); err != nil {
		return fmt.Errorf("sending the last traces: %w", err)
	}
	return nil
}

func listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", addr)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s; choose another address: %w", addr, err)
	}
	return l, nil
}

// tlsConfig returns nil when the server speaks plain HTTP.
func tlsConfig(f flags) (*tls.Config, error) {
	if f.TLSCert == "" {
		return nil, nil
	}
	cert, err := tls.LoadX509KeyPair(f.TLSCert, f.TLSKey)
	if err != nil {
		return nil, fmt.Errorf("--tls-cert and --tls-key cannot be used: %w", err)
	}
	return &tls.Config{Certificates: []tls.Certificate{cert}, MinVersion: tls.VersionTLS12}, nil
}

func newLogger(out io.Writer, quiet bool) *slog.Logger {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelWarn
	}
	return slog.New(slog.NewTextHandler(out, &slog.HandlerOptions{Level: level}))
}

// usageError is a failure that other flags can mend: a store, a file or a key
// that cannot be used.
type usageError struct{ error }

// Unwrap returns the reason.
func (e usageError) Unwrap() error { return e.error }
