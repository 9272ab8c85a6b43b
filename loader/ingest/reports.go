package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/semaphore"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

const (
	// inHandBytes is how much text may be between reading and storing.
	inHandBytes = 32 << 20
	// inHandItems is the same in articles: very short ones cost more than
	// their text. It is two usual batches, so that extraction goes on while
	// the store works.
	inHandItems = 2 * DefaultBatch
)

// ErrExtraction means the engine failed on an article. The rest of the input
// is not affected.
var ErrExtraction = errors.New("extraction failed")

// Item is what became of one article of the input: Report is set if Err is
// nil. Article is always nil: its text lives on in the report.
type Item struct {
	article.Result
	Report *graph.Report
}

// Input is what to read and with what.
type Input struct {
	Paths     []string // files, folders, "-"
	Reader    article.Reader
	Extractor *extract.Extractor // nil for one of all languages
	Workers   int                // goroutines that extract; 0 for one per core
}

// Reports reads and extracts the input and yields one item per article, in
// order. Every report keeps the rules of graph.Report.Validate.
//
// When ctx ends, what was read until then is still yielded, and then the
// sequence ends. It leaves no goroutine behind, also when the caller stops
// early, and so waits for a read that blocks: give a Reader.Stdin whose Read
// ends when ctx does. The error is that of making an extractor.
func (in Input) Reports(ctx context.Context) (iter.Seq[Item], error) {
	if in.Extractor == nil {
		x, err := extract.New()
		if err != nil {
			return nil, err
		}
		in.Extractor = x
	}
	if in.Workers <= 0 {
		in.Workers = runtime.GOMAXPROCS(0)
	}
	return func(yield func(Item) bool) { in.run(ctx, yield) }, nil
}

// job is an article on its way; the worker that has it sends the item to out.
type job struct {
	res    article.Result
	weight int64
	out    chan Item
}

func (in Input) run(ctx context.Context, yield func(Item) bool) {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	p := pipe{
		work:  make(chan job),
		order: make(chan job, inHandItems),
		bytes: semaphore.NewWeighted(inHandBytes),
	}
	var wg sync.WaitGroup
	defer wg.Wait()
	wg.Go(func() { p.read(ctx, in) })
	for range in.Workers {
		wg.Go(func() { p.extract(in.Extractor) })
	}
	for j := range p.order { // to its end, or the stages before would hang
		item := <-j.out
		if !p.unwanted.Load() && !yield(item) {
			p.unwanted.Store(true)
			stop()
		}
		p.bytes.Release(j.weight)
	}
}

// pipe connects the stages. The order of jobs in order is that of the input.
type pipe struct {
	work, order chan job
	bytes       *semaphore.Weighted
	unwanted    atomic.Bool // the caller has stopped
}

// read sends every article to both channels until ctx ends.
func (p *pipe) read(ctx context.Context, in Input) {
	defer close(p.order)
	defer close(p.work)
	for res := range in.Reader.Read(ctx, in.Paths...) {
		j := job{res: res, out: make(chan Item, 1)}
		if res.Article != nil {
			j.weight = min(int64(len(res.Article.Text)), inHandBytes)
		}
		// The last result of a cancelled reading only says so. An article that
		// finds no room any more comes again with the next run.
		if ctx.Err() != nil || p.bytes.Acquire(ctx, j.weight) != nil {
			return
		}
		p.order <- j
		p.work <- j
	}
}

func (p *pipe) extract(x *extract.Extractor) {
	for j := range p.work {
		if p.unwanted.Load() {
			j.out <- Item{}
			continue
		}
		j.out <- itemOf(x, j.res)
	}
}

func itemOf(x *extract.Extractor, res article.Result) Item {
	item := Item{Result: res}
	item.Article = nil
	if res.Err == nil {
		item.Report, item.Err = reportOf(x, res)
	}
	return item
}

// reportOf extracts one article. A store refuses a whole batch for one bad
// report, and a panic would end the whole run: both become a refusal of this
// article.
func reportOf(x *extract.Extractor, res article.Result) (r *graph.Report, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			r, err = nil, fmt.Errorf("%s: %v; leave the article out and report this with its text: %w", placeOf(res), cause, ErrExtraction)
		}
	}()
	report := x.Extract(res.Article)
	if err := report.Validate(); err != nil {
		return nil, fmt.Errorf("%s: no store would take it; correct what is named or leave the article out: %w", placeOf(res), err)
	}
	return &report, nil
}

// placeOf says where an article stands: "news.jsonl:17".
func placeOf(res article.Result) string {
	if res.Line == 0 {
		return res.Source
	}
	return fmt.Sprintf("%s:%d", res.Source, res.Line)
}
