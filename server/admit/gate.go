// Package admit decides which requests are served now, which wait, and which
// are sent away: by how many run already ([Gate]), by how many came from the
// same address ([Rates]), and by how many of those last that go on ([Slots]).
package admit

import (
	"context"
	"sync/atomic"
	"time"
)

// Gate lets a number of requests through at once; a number of others wait in
// order of arrival. It is safe for concurrent use.
type Gate struct {
	running  chan struct{}
	queue    int64
	waiting  atomic.Int64
	patience time.Duration
}

// NewGate makes a gate for so many running requests and so many waiting ones,
// each for patience at most.
func NewGate(running, waiting int, patience time.Duration) *Gate {
	return &Gate{running: make(chan struct{}, running), queue: int64(waiting), patience: patience}
}

// Enter waits for a place. ok is false when too many wait already, when
// patience ends, or when ctx does; otherwise leave must be called once.
func (g *Gate) Enter(ctx context.Context) (leave func(), ok bool) {
	leave = func() { <-g.running }
	select {
	case g.running <- struct{}{}:
		return leave, true
	default:
	}
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.queue {
		return nil, false
	}
	patience := time.NewTimer(g.patience)
	defer patience.Stop()
	select {
	case g.running <- struct{}{}:
		return leave, true
	case <-patience.C:
	case <-ctx.Done():
	}
	return nil, false
}

// Running is how many requests are served now.
func (g *Gate) Running() int { return len(g.running) }

// Waiting is how many requests wait for a place now.
func (g *Gate) Waiting() int { return int(g.waiting.Load()) }
