package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
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

// serve answers on l until ctx ends, then finishes the requests in hand.
func serve(ctx context.Context, l net.Listener, h http.Handler, query time.Duration, ready func()) error {
	srv := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: headerWait,
		ReadTimeout:       bodyWait,
		WriteTimeout:      bodyWait + query + writeWait,
		IdleTimeout:       idleWait,
		MaxHeaderBytes:    maxHeaders,
	}
	failed := make(chan error, 1)
	go func() { failed <- srv.Serve(l) }()
	ready()
	select {
	case err := <-failed:
		return fmt.Errorf("serving ended: %w", err)
	case <-ctx.Done():
	}
	stop, cancel := context.WithTimeout(context.WithoutCancel(ctx), stopWait)
	defer cancel()
	err := srv.Shutdown(stop)
	if errors.Is(err, context.DeadlineExceeded) {
		err = srv.Close() // whoever is left has been given long enough
	}
	if served := <-failed; !errors.Is(served, http.ErrServerClosed) {
		err = errors.Join(err, served)
	}
	return err
}

// greet says where the server is and how to ask it.
func greet(out io.Writer, addr net.Addr, local bool) {
	url := "http://" + addr.String()
	fmt.Fprintf(out, "Answering on %s/ (ask from the page, or read the sentence behind each answer there).\nTry:\n\n"+
		"  curl -s %s/graphql -H 'Content-Type: application/json' \\\n"+
		"    -d '{\"query\":\"{ person(name: \\\"To Lam\\\") { name met(first: 5) { edges { date place node { name } evidence(first: 1) { quote } } } } }\"}'\n\n", url, url)
	if !local {
		fmt.Fprintln(out, "This address can be reached from other computers.")
	}
}
