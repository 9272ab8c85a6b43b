package views

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

// batch is how many reports of a new view are applied at once.
const batch = 1000

// fill applies the reports of a day to an empty store, which nobody reads
// yet.
func (vs *Views) fill(ctx context.Context, v *view) error {
	b, err := vs.judged(ctx)
	if err != nil {
		return err
	}
	for r, err := range vs.store.KnownOn(ctx, v.day) {
		if err != nil {
			return err
		}
		b.Put = append(b.Put, *r)
		if v.hashes[r.Article.ID] = r.Hash(); len(v.hashes) > vs.opts.Reports {
			return fault.Limit("articles known on the day", len(v.hashes), vs.opts.Reports)
		}
		if len(b.Put) == batch {
			if err := apply(ctx, v, b); err != nil {
				return err
			}
			b = graph.Batch{}
		}
	}
	return apply(ctx, v, b)
}

// refresh applies what is different in one batch: readers of the view see all
// of it or nothing.
func (vs *Views) refresh(ctx context.Context, v *view) error {
	b, err := vs.judged(ctx)
	if err != nil {
		return err
	}
	hashes := make(map[graph.ArticleID]string, len(v.hashes))
	for r, err := range vs.store.KnownOn(ctx, v.day) {
		if err != nil {
			return err
		}
		h := r.Hash()
		if hashes[r.Article.ID] = h; v.hashes[r.Article.ID] != h {
			b.Put = append(b.Put, *r)
		}
	}
	for id := range v.hashes {
		if _, stays := hashes[id]; !stays {
			b.Remove = append(b.Remove, id)
		}
	}
	v.hashes = hashes
	return apply(ctx, v, b)
}

// judged begins a batch with the judgements of now: they have no past.
func (vs *Views) judged(ctx context.Context) (graph.Batch, error) {
	judged, err := vs.store.Judgements(ctx)
	b := graph.Batch{Judge: make([]graph.Judgement, len(judged))}
	for i, j := range judged {
		b.Judge[i] = j.Judgement
	}
	return b, err
}

func apply(ctx context.Context, v *view, b graph.Batch) error {
	_, err := v.store.Apply(ctx, b)
	return err
}
