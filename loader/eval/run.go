package eval

import (
	"context"
	"runtime"
	"sync"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// Case is one text with its wanted facts.
type Case struct {
	Want extract.Facts
	// Article is nil when none was found: then everything wanted is missed.
	Article *article.Article
}

// Dataset is the cases of one folder of wanted facts, in order of file name.
type Dataset struct {
	Name  string
	Cases []Case
}

// Result is the score of a dataset. Mistakes are in the order of the cases;
// inside a case by kind, misses first.
type Result struct {
	Name     string
	Score    Score
	Mistakes []Mistake
	// References are the phrases without a name that are read otherwise than marked.
	References []Mistake
}

// Run extracts every article of d on all cores and scores it. The result does
// not depend on the number of cores. The only error is the end of ctx.
func (d Dataset) Run(ctx context.Context, x *extract.Extractor) (Result, error) {
	sum := Result{Name: d.Name}
	for _, p := range d.parts(ctx, x) {
		sum.Score = sum.Score.Plus(p.Score)
		sum.Mistakes = append(sum.Mistakes, p.Mistakes...)
		sum.References = append(sum.References, p.References...)
	}
	return sum, context.Cause(ctx)
}

// parts returns the result of each case, in order; it is of no use when ctx
// has ended.
func (d Dataset) parts(ctx context.Context, x *extract.Extractor) []Result {
	parts := make([]Result, len(d.Cases))
	workers := runtime.GOMAXPROCS(0)
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < len(parts) && ctx.Err() == nil; i += workers {
				parts[i] = d.Cases[i].run(x)
			}
		})
	}
	wg.Wait()
	return parts
}

// Score scores what is reported of the article against the wanted facts.
func (c Case) Score(r *graph.Report) Score {
	s, _ := compare(facts{c.Want}, facts{extract.FactsOf(r)})
	return s
}

func (c Case) run(x *extract.Extractor) (r Result) {
	k := critic{want: facts{c.Want}}
	if c.Article != nil {
		report := x.Extract(c.Article)
		k.report, k.got = &report, facts{extract.FactsOf(&report)}
		k.page = newPage(c.Article.Text, report.Article.Lang)
	}
	r.Score, k.outcomes = compare(k.want, k.got)
	if c.Article == nil {
		r.Score.Missing = 1
	} else {
		r.Score.References, r.References = k.references(c.Article, x)
	}
	r.Mistakes = k.mistakes()
	return r
}

// Total is the score over all results.
func Total(results []Result) (s Score) {
	for _, r := range results {
		s = s.Plus(r.Score)
	}
	return s
}
