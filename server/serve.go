package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"
)

const (
	headerWait = 5 * time.Second
	bodyWait   = 15 * time.Second
	idleWait   = 60 * time.Second
	// writeWait is what an answer may take to send, beyond the query itself.
	writeWait = 20 * time.Second
	// stopWait is how long a stop waits for requests in hand.
	stopWait   = 10 * time.Second
	maxHeaders = 16 << 10
)

// site is a handler on an address.
type site struct {
	net.Listener
	handler http.Handler
	tls     *tls.Config // nil for plain HTTP
	stop    func()      // ends what would not end by itself
}

// serve answers on all sites until ctx ends, then finishes the requests in
// hand. When one site fails, all end.
func serve(ctx context.Context, answer time.Duration, sites []site, ready func()) error {
	ctx, fail := context.WithCancelCause(ctx)
	var running sync.WaitGroup
	stops := make([]error, len(sites))
	for i, s := range sites {
		srv := &http.Server{
			Handler:           s.handler,
			ReadHeaderTimeout: headerWait,
			ReadTimeout:       bodyWait,
			WriteTimeout:      bodyWait + answer + writeWait,
			IdleTimeout:       idleWait,
			MaxHeaderBytes:    maxHeaders,
			TLSConfig:         s.tls,
			ErrorLog:          nobody(),
		}
		srv.RegisterOnShutdown(s.stop)
		running.Go(func() {
			if err := s.serve(srv); !errors.Is(err, http.ErrServerClosed) {
				fail(fmt.Errorf("serving on %s ended: %w", s.Addr(), err))
			}
		})
		running.Go(func() { <-ctx.Done(); stops[i] = stop(ctx, srv) })
	}
	ready()
	<-ctx.Done()
	running.Wait()
	err := context.Cause(ctx)
	if errors.Is(err, context.Canceled) {
		err = nil // asked to stop
	}
	fail(nil)
	return errors.Join(append(stops, err)...)
}

func (s site) serve(srv *http.Server) error {
	if s.tls != nil {
		return srv.ServeTLS(s.Listener, "", "")
	}
	return srv.Serve(s.Listener)
}

func stop(ctx context.Context, srv *http.Server) error {
	wait, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWait)
	defer cancel()
	err := srv.Shutdown(wait)
	if errors.Is(err, context.DeadlineExceeded) {
		err = srv.Close() // whoever is left has been given long enough
	}
	return err
}

// nobody takes what net/http says of broken connections: strangers must not
// fill the log, and it would hold what they sent.
func nobody() *log.Logger { return log.New(io.Discard, "", 0) }

// greet says where the server is and how to ask it.
func greet(out io.Writer, addr net.Addr, secure, local bool) {
	url := "http://" + addr.String()
	if secure {
		url = "https://" + addr.String()
	}
	fmt.Fprintf(out, "Answering on %s/ (ask from the page, or read the sentence behind each answer there).\nTry:\n\n"+
		"  curl -s %s/graphql -H 'Content-Type: application/json' \\\n"+
		"    -d '{\"query\":\"{ person(name: \\\"To Lam\\\") { name met(first: 5) { edges { date place node { name } evidence(first: 1) { quote } } } } }\"}'\n\n", url, url)
	if !local {
		fmt.Fprintln(out, "This address can be reached from other computers.")
	}
}
