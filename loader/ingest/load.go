package ingest

import (
	"cmp"
	"context"
	"fmt"
	"hash/maphash"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// Defaults of Options.
const (
	DefaultBatch = 500
	DefaultKeep  = 100
	DefaultGrace = 30 * time.Second
)

// batchBytes ends a batch of long articles before it is full.
const batchBytes = 8 << 20

// Options say how to load. The zero value is good.
type Options struct {
	Reader    article.Reader
	Extractor *extract.Extractor // nil for one of all languages
	Workers   int                // goroutines that extract; 0 for one per core
	Batch     int                // most articles of one transaction; 0 for DefaultBatch
	// Day is the day of the load, see graph.Batch.Day; "" leaves no history.
	Day  graph.Date
	Keep int // most lines in each list of the summary; 0 for DefaultKeep
	// Grace is how long the store may take for the batch in hand once the
	// context has ended; 0 for DefaultGrace.
	Grace time.Duration
	// Progress, if set, is called after every article, and once after the
	// last batch, from one goroutine.
	Progress func(Progress)
}

// Progress is how far a load has come.
type Progress struct {
	Articles, Refused int   // read and extracted so far; refused ones are not in Articles
	Bytes             int64 // of the input dealt with, as article.Size counts them
	Stored            int   // articles in the store
}

// Load reads the articles of paths, extracts what they report and applies it
// to the store in batches.
//
// Articles that cannot be read are counted and listed in the Summary; they are
// no error. When ctx ends, what has been read is still extracted and stored,
// and the error wraps ctx's: the Summary holds until there, and the same Load
// again does the rest. An error of the store ends the load; batches applied
// before it stay, and the same Load again does the rest too.
func Load(ctx context.Context, store graph.Store, paths []string, opts Options) (Summary, error) {
	start := time.Now()
	in := Input{Paths: paths, Reader: opts.Reader, Extractor: opts.Extractor, Workers: opts.Workers}
	items, err := in.Reports(ctx)
	if err != nil {
		return Summary{}, err
	}
	apply, done := lasting(ctx, cmp.Or(opts.Grace, DefaultGrace))
	defer done()
	l := &loader{store: store, opts: opts, ctx: apply, seen: map[uint64]struct{}{}, seed: maphash.MakeSeed()}
	for item := range items {
		if err = l.take(item); err != nil {
			break
		}
	}
	if err == nil {
		err = l.flush()
	}
	return l.finish(ctx, start, err)
}

// lasting returns a context that ends grace after ctx does.
func lasting(ctx context.Context, grace time.Duration) (context.Context, func()) {
	out, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	stop := context.AfterFunc(ctx, func() {
		time.AfterFunc(grace, func() { cancel(fmt.Errorf("the store did not finish within %v: %w", grace, context.Cause(ctx))) })
	})
	return out, func() { stop(); cancel(nil) }
}

// loader is the last stage: it gathers batches and applies them.
type loader struct {
	store graph.Store
	opts  Options
	ctx   context.Context // of calls to the store

	batch []graph.Report
	bytes int // of text in batch
	// seen are hashes of ids. Two ids with one hash would only be reported as
	// one; nothing else depends on it.
	seen map[uint64]struct{}
	seed maphash.Seed

	sum    Summary
	at     Progress
	source string // being read; sourceBytes of it are in at.Bytes
	before int64  // bytes of the sources before it
}

// take adds an item to the batch in hand and applies that when it is full.
func (l *loader) take(item Item) error {
	l.count(item)
	if item.Err == nil {
		l.note(item)
		l.batch = append(l.batch, *item.Report)
		l.bytes += len(item.Report.Article.Text)
	}
	l.progress()
	if len(l.batch) < cmp.Or(l.opts.Batch, DefaultBatch) && l.bytes < batchBytes {
		return nil
	}
	return l.flush()
}

// count keeps the numbers of progress and the refusals.
func (l *loader) count(item Item) {
	if item.Source != l.source {
		l.source, l.before = item.Source, l.at.Bytes
	}
	l.at.Bytes = l.before + item.Bytes
	if item.Err == nil {
		l.at.Articles++
		return
	}
	l.at.Refused++
	l.sum.Refused++
	l.sum.Refusals = keep(l.sum.Refusals, item.Err.Error(), cmp.Or(l.opts.Keep, DefaultKeep))
}

// note keeps what is odd about an article that goes in.
func (l *loader) note(item Item) {
	most, place := cmp.Or(l.opts.Keep, DefaultKeep), placeOf(item.Result)
	if item.Warning != "" {
		l.sum.Repaired++
		l.sum.Repairs = keep(l.sum.Repairs, place+": "+item.Warning, most)
	}
	id := string(item.Report.Article.ID)
	key := maphash.String(l.seed, id)
	if _, twice := l.seen[key]; twice {
		l.sum.Again++
		l.sum.Repeats = keep(l.sum.Repeats, fmt.Sprintf("%s: id %q came before; this later text is the one kept", place, id), most)
	}
	l.seen[key] = struct{}{}
}

func (l *loader) progress() {
	if l.opts.Progress != nil {
		l.at.Stored = l.sum.Articles()
		l.opts.Progress(l.at)
	}
}

// flush applies the batch in hand.
func (l *loader) flush() error {
	if len(l.batch) == 0 {
		return nil
	}
	outcomes, err := l.store.Apply(l.ctx, graph.Batch{Put: l.batch, Day: l.opts.Day})
	if err != nil {
		return fmt.Errorf("storing %d articles: %w", len(l.batch), err)
	}
	for _, o := range outcomes {
		switch o.Change {
		case graph.New:
			l.sum.New++
		case graph.Replaced:
			l.sum.Replaced++
		default:
			l.sum.Unchanged++
		}
	}
	clear(l.batch) // the texts can go
	l.batch, l.bytes = l.batch[:0], 0
	return nil
}

// finish completes the summary and gives the error its last form.
func (l *loader) finish(ctx context.Context, start time.Time, err error) (Summary, error) {
	l.sum.Bytes = l.at.Bytes
	if err == nil {
		err = l.stats()
	}
	l.progress()
	l.sum.Took = time.Since(start)
	l.sum.Interrupted = ctx.Err() != nil
	switch {
	case err != nil:
		return l.sum, fmt.Errorf("load stopped; %d articles are in, run it again to go on: %w", l.sum.Articles(), err)
	case ctx.Err() != nil:
		return l.sum, fmt.Errorf("load interrupted; %d articles are in, run it again to go on: %w", l.sum.Articles(), context.Cause(ctx))
	}
	return l.sum, nil
}

func (l *loader) stats() error {
	st, err := l.store.Stats(l.ctx)
	if err != nil {
		return fmt.Errorf("counting: %w", err)
	}
	l.sum.Persons, l.sum.Meetings, l.sum.Pairs = st.Persons, st.Meetings, st.Encounters
	return nil
}
