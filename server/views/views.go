// Package views answers as a store would have on an earlier day: it puts
// together the graph of the reports that were known then, in a store of its
// own, so that every question works on it with the same code.
//
// A view is put together once, however many ask, and kept until others are
// wanted more. When its store has changed since, the view is brought up to
// date before it is used again: only the reports that differ are applied, in
// one batch. The graph is a function of the set of reports, so that gives the
// same as starting anew.
//
// Putting views together is the dearest thing a stranger can ask of a server.
// So one is worked on at a time, few are kept, each holds so many reports at
// most, and nobody can have more days waiting than are kept.
package views

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

// Options say how much views may take.
type Options struct {
	Keep    int           // most views at a time, used ones included
	Reports int           // most reports of a view
	Time    time.Duration // longest time to put one together
	// Open makes an empty store; closing it must leave nothing behind.
	Open func(context.Context) (graph.Store, error)
}

// Views are the views of one store. Its methods may be called at any time
// from several goroutines.
type Views struct {
	store graph.Store
	opts  Options
	ctx   context.Context // ends when the views are closed
	stop  func()
	turn  chan struct{} // holds a token: views are put together one at a time
	jobs  sync.WaitGroup

	mu    sync.Mutex
	views map[graph.Date]*view
	clock int // counts uses
}

// view is the graph of one day. The first fields are guarded by Views.mu.
type view struct {
	day   graph.Date
	users int
	used  int   // the clock when it was last taken
	dead  bool  // no longer among the views: to be closed by its last user
	state int64 // of the store, up to which it is up to date; -1 for not at all
	job   *job  // in hand, nil for none

	// Of whoever works on the view; store is settled once state is not -1.
	store  graph.Store
	hashes map[graph.ArticleID]string // of what store holds
}

// job is the work on one view. err may be read when done is closed.
type job struct {
	done chan struct{}
	err  error
}

// New returns the views of s. Close them before s.
func New(s graph.Store, opts Options) *Views {
	ctx, stop := context.WithCancel(context.Background())
	v := &Views{store: s, opts: opts, ctx: ctx, stop: stop, turn: make(chan struct{}, 1), views: map[graph.Date]*view{}}
	v.turn <- struct{}{}
	return v
}

// Close ends the work in hand and drops all views; none may be in use.
func (vs *Views) Close() error {
	vs.stop()
	vs.jobs.Wait()
	vs.mu.Lock()
	defer vs.mu.Unlock()
	var errs []error
	for day, v := range vs.views {
		delete(vs.views, day)
		errs = append(errs, v.close())
	}
	return errors.Join(errs...)
}

func (v *view) close() error {
	if v.store == nil {
		return nil
	}
	return v.store.Close()
}

// On returns a store that answers as the views' own would have on a day: that
// one itself when nothing was different then. release must be called when it
// is not used any more.
//
// When ctx ends first, the work goes on for those who ask again. A day with
// too many reports is a fault.Limit; too many days at once are a
// fault.Unavailable.
func (vs *Views) On(ctx context.Context, day graph.Date) (s graph.Store, release func(), err error) {
	m, err := vs.store.Moment(ctx, day)
	switch {
	case err != nil:
		return nil, nil, err
	case m.Current:
		return vs.store, func() {}, nil
	case m.Reports > vs.opts.Reports:
		return nil, nil, fault.Limit("articles known on the day", m.Reports, vs.opts.Reports)
	}
	v, err := vs.take(day)
	if err != nil {
		return nil, nil, err
	}
	if err := vs.await(ctx, v, m.State); err != nil {
		vs.give(v)
		return nil, nil, err
	}
	return v.store, sync.OnceFunc(func() { vs.give(v) }), nil
}

// take returns the view of a day, a new one when there is none, and keeps it
// from being dropped.
func (vs *Views) take(day graph.Date) (*view, error) {
	vs.mu.Lock()
	defer vs.mu.Unlock()
	if vs.ctx.Err() != nil {
		return nil, fmt.Errorf("the views are closed: %w", graph.ErrUnavailable)
	}
	v := vs.views[day]
	if v == nil {
		if err := vs.makeRoom(); err != nil {
			return nil, err
		}
		v = &view{day: day, state: -1}
		vs.views[day] = v
	}
	vs.clock++
	v.used = vs.clock
	v.users++
	return v, nil
}

// makeRoom drops the view that was not used for longest when all places are
// taken.
func (vs *Views) makeRoom() error {
	if len(vs.views) < vs.opts.Keep {
		return nil
	}
	var oldest *view
	for _, v := range vs.views {
		if v.users == 0 && v.job == nil && (oldest == nil || v.used < oldest.used) {
			oldest = v
		}
	}
	if oldest == nil {
		return fault.Busy("the server is busy with the graphs of %d other days: ask again in a moment", len(vs.views))
	}
	delete(vs.views, oldest.day)
	return oldest.close()
}

func (vs *Views) give(v *view) {
	vs.mu.Lock()
	defer vs.mu.Unlock()
	v.users--
	vs.bury(v)
}

// bury closes a dead view that nobody uses. That it could not remove its file
// is no news for whoever asked.
func (vs *Views) bury(v *view) {
	if v.dead && v.users == 0 {
		_ = v.close()
	}
}

// await returns when a view is up to date with a state of the store.
func (vs *Views) await(ctx context.Context, v *view, state int64) error {
	for {
		j := vs.jobFor(v, state)
		if j == nil {
			return nil
		}
		select {
		case <-j.done:
			if j.err != nil {
				return j.err
			}
		case <-ctx.Done():
			return unfinished(ctx, v.day)
		}
	}
}

// unfinished is the error of whoever waited in vain.
func unfinished(ctx context.Context, day graph.Date) error {
	if !errors.Is(ctx.Err(), context.DeadlineExceeded) {
		return ctx.Err()
	}
	return &fault.Error{Code: fault.Timeout, Message: fmt.Sprintf("the graph of %s is still being put together: ask again in a moment", day)}
}

// jobFor returns the work to wait for, nil when there is none to do.
func (vs *Views) jobFor(v *view, state int64) *job {
	vs.mu.Lock()
	defer vs.mu.Unlock()
	if v.job != nil || v.state >= state {
		return v.job
	}
	v.job = &job{done: make(chan struct{})}
	vs.jobs.Go(func() { vs.run(v, v.job) })
	return v.job
}

// run does a job. A view that could not be put together is forgotten.
func (vs *Views) run(v *view, j *job) {
	ctx, cancel := context.WithTimeout(vs.ctx, vs.opts.Time)
	defer cancel()
	state, err := vs.update(ctx, v)
	vs.mu.Lock()
	defer vs.mu.Unlock()
	v.state, v.job, j.err = state, nil, err
	if err != nil {
		delete(vs.views, v.day)
		v.dead = true
		vs.bury(v)
	}
	close(j.done)
}

// update makes a view what the store tells of its day now.
func (vs *Views) update(ctx context.Context, v *view) (state int64, err error) {
	select {
	case <-vs.turn:
		defer func() { vs.turn <- struct{}{} }()
	case <-ctx.Done():
		return 0, ctx.Err()
	}
	m, err := vs.store.Moment(ctx, v.day)
	if err != nil {
		return 0, err
	}
	if v.store == nil {
		if v.store, err = vs.opts.Open(ctx); err != nil {
			return 0, err
		}
		v.hashes = map[graph.ArticleID]string{}
		return m.State, vs.fill(ctx, v)
	}
	return m.State, vs.refresh(ctx, v)
}
