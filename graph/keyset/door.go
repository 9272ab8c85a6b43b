package keyset

import (
	"fmt"
	"sync"

	"github.com/diplograph/diplograph/graph"
)

// Door lets calls into a store until it is shut. The zero value is open.
type Door struct {
	mu    sync.Mutex
	shut  bool
	calls sync.WaitGroup
}

// Enter begins a call; Leave must follow when it succeeds. Behind a shut door
// it is ErrUnavailable.
func (d *Door) Enter() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.shut {
		return fmt.Errorf("the store is closed: %w", graph.ErrUnavailable)
	}
	d.calls.Add(1)
	return nil
}

// Leave ends a call.
func (d *Door) Leave() { d.calls.Done() }

// Shut lets nobody in any more, waits for the calls in hand and reports whether
// it is the first to do so.
func (d *Door) Shut() bool {
	d.mu.Lock()
	first := !d.shut
	d.shut = true
	d.mu.Unlock()
	d.calls.Wait()
	return first
}
