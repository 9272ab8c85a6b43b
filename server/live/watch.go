package live

import (
	"context"
	"fmt"
	"time"

	"github.com/diplograph/diplograph/graph"
)

// atOnce is how many arrivals are read at a time.
const atOnce = 100

// watch follows the feed for as long as there are subscribers. All but users,
// which Hub.mu guards, belongs to its goroutine.
type watch struct {
	*Hub
	stop        func()
	join, leave chan *subscriber
	done        chan struct{} // closed when it is over
	users       int

	err    error // why it could not begin; settled once done is closed
	mark   graph.Mark
	subs   []*subscriber
	failed bool // the last look
}

func (w *watch) over() bool {
	select {
	case <-w.done:
		return true
	default:
		return false
	}
}

func (w *watch) reason() error {
	if w.err != nil {
		return w.err
	}
	return fmt.Errorf("the server stops: %w", graph.ErrUnavailable)
}

func (w *watch) run(ctx context.Context) {
	defer close(w.done)
	defer w.stop()
	defer w.dismiss()
	now, err := w.arrivals(ctx, graph.Now)
	if err != nil {
		w.err = err
		return
	}
	w.mark = now.Mark
	tick := time.NewTicker(w.opts.Every)
	defer tick.Stop()
	for {
		select {
		case s := <-w.join:
			w.subs = append(w.subs, s)
		case s := <-w.leave:
			w.remove(s)
		case <-w.wake:
			w.look(ctx)
		case <-tick.C:
			w.look(ctx)
		case <-ctx.Done():
			return
		}
	}
}

func (w *watch) remove(gone *subscriber) {
	for i, s := range w.subs {
		if s == gone {
			w.subs = append(w.subs[:i], w.subs[i+1:]...)
			w.end(s)
			return
		}
	}
}

func (w *watch) dismiss() {
	for _, s := range w.subs {
		w.end(s)
	}
}

func (w *watch) end(s *subscriber) {
	w.heard.Add(-1)
	close(s.out)
}

// look delivers what came since the last look. A store that does not answer
// is asked again; it remembers what came meanwhile.
func (w *watch) look(ctx context.Context) {
	for _, s := range w.subs {
		s.flush()
	}
	more, err := true, error(nil)
	for more && err == nil {
		more, err = w.next(ctx)
	}
	if err != nil && ctx.Err() == nil && !w.failed {
		w.opts.Log.WarnContext(ctx, "the store does not tell what came", "error", err)
	}
	w.failed = err != nil
}

// next reads and delivers some arrivals; more tells that there are others.
func (w *watch) next(ctx context.Context) (more bool, err error) {
	news, err := w.arrivals(ctx, w.mark)
	if err != nil {
		return false, err
	}
	facts, err := w.read(ctx, news.Arrivals)
	if err != nil {
		return false, err
	}
	w.mark = news.Mark
	for _, s := range w.subs {
		if news.Missed {
			s.missed++
		}
		for _, f := range facts {
			s.offer(f)
		}
	}
	return len(news.Arrivals) == atOnce, nil
}

func (w *watch) arrivals(ctx context.Context, after graph.Mark) (graph.News, error) {
	ctx, cancel := context.WithTimeout(ctx, w.opts.Wait)
	defer cancel()
	return w.feed.Arrivals(ctx, after, atOnce)
}

// subscriber is one who waits for facts.
type subscriber struct {
	filter Filter
	out    chan FactAdded
	missed int
	last   *FactAdded // found no room
}

// offer hands a fact over, or drops the one that found no room before it: the
// last fact always arrives, with the number of those before it that did not.
func (s *subscriber) offer(f fact) {
	if !s.filter.keeps(f) {
		return
	}
	s.flush()
	if s.last != nil {
		s.missed++
	}
	s.last = &FactAdded{Fact: f.event, Article: f.article}
	s.flush()
}

func (s *subscriber) flush() {
	if s.last == nil {
		return
	}
	s.last.Missed = s.missed
	select {
	case s.out <- *s.last:
		s.last, s.missed = nil, 0
	default:
	}
}
