// Package live hands the facts that come into a store to those who wait for
// them.
//
// While somebody is subscribed, one goroutine looks at the store's feed now
// and then, and at once when this process has changed the store. So a fact
// arrives within [Options.Every] of being stored, whichever process stored it,
// and a server that nobody listens to costs the store nothing. What came is
// read once for all subscribers.
//
// Nobody waits for a subscriber: each has a buffer, and one who reads too
// slowly misses facts and is told how many.
package live

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"github.com/diplograph/diplograph/graph"
)

// Options say how a hub works.
type Options struct {
	Every  time.Duration // between looks at the feed
	Unread int           // most facts that wait for one subscriber
	Wait   time.Duration // longest time for a look at the feed
	Log    *slog.Logger
}

// Hub serves the subscribers of one store. Its methods may be called at any
// time from several goroutines.
type Hub struct {
	store graph.Store
	feed  graph.Feed
	opts  Options
	wake  chan struct{} // holds a token when the store was changed
	heard atomic.Int64  // subscribers

	mu     sync.Mutex
	watch  *watch // nil when nobody is subscribed
	closed bool
	jobs   sync.WaitGroup
}

// New makes a hub that reads facts from s as feed tells them. Without a feed
// nobody can subscribe.
func New(s graph.Store, feed graph.Feed, opts Options) *Hub {
	return &Hub{store: s, feed: feed, opts: opts, wake: make(chan struct{}, 1)}
}

// Changed tells the hub that this process changed the store.
func (h *Hub) Changed() {
	select {
	case h.wake <- struct{}{}:
	default: // it will look anyway
	}
}

// Close ends all subscriptions.
func (h *Hub) Close() {
	h.mu.Lock()
	h.closed = true
	if h.watch != nil {
		h.watch.stop()
	}
	h.mu.Unlock()
	h.jobs.Wait()
}

// Subscribers is how many subscriptions there are.
func (h *Hub) Subscribers() int { return int(h.heard.Load()) }

// Subscribe returns the facts that come from now on and that f keeps. Facts of
// the last moment before can be among them. The channel is closed when ctx
// ends or the hub is closed.
func (h *Hub) Subscribe(ctx context.Context, f Filter) (<-chan FactAdded, error) {
	w, err := h.watching()
	if err != nil {
		return nil, err
	}
	s := &subscriber{filter: f, out: make(chan FactAdded, h.opts.Unread)}
	h.heard.Add(1) // before the watch has s: from then on it may end s
	select {
	case w.join <- s:
	case <-w.done:
		h.heard.Add(-1)
		h.left(w)
		return nil, w.reason()
	case <-ctx.Done():
		h.heard.Add(-1)
		h.left(w)
		return nil, ctx.Err()
	}
	context.AfterFunc(ctx, func() {
		select {
		case w.leave <- s:
		case <-w.done:
		}
		h.left(w)
	})
	return s.out, nil
}

// watching returns the watch in hand, or a new one, with one user more.
func (h *Hub) watching() (*watch, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.feed == nil {
		return nil, fmt.Errorf("the store does not tell what comes in: %w", graph.ErrUnavailable)
	}
	if h.closed {
		return nil, fmt.Errorf("the server stops: %w", graph.ErrUnavailable)
	}
	if h.watch == nil || h.watch.over() {
		ctx, stop := context.WithCancel(context.Background())
		w := &watch{Hub: h, stop: stop, join: make(chan *subscriber), leave: make(chan *subscriber), done: make(chan struct{})}
		h.watch = w
		h.jobs.Go(func() { w.run(ctx) })
	}
	h.watch.users++
	return h.watch, nil
}

// left ends a watch that nobody uses.
func (h *Hub) left(w *watch) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if w.users--; w.users == 0 {
		w.stop()
		if h.watch == w {
			h.watch = nil
		}
	}
}
