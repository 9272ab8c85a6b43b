package resolver

import (
	"context"
	"fmt"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

// maxReports is how many reports one mutation takes.
const maxReports = 1000

// Writes is what the mutations need beside the store. Who may send them is
// decided before a query is read.
type Writes struct {
	// Read makes the report of an article. The warning says what was repaired
	// or guessed; an error about the article is one that the client may read.
	Read func(context.Context, relay.ArticleInput) (r graph.Report, warning string, err error)
	// Today is the day of a change.
	Today func() graph.Date
	// Changed is called after each change.
	Changed func()
}

// mutation resolves the root fields that change the graph.
type mutation struct {
	store graph.Store
	*Writes
}

func (m mutation) AddReports(ctx context.Context, reports []graph.Report) ([]graph.Outcome, error) {
	if len(reports) > maxReports {
		return nil, fault.Input("one mutation takes %d reports, these are %d", maxReports, len(reports))
	}
	for i := range reports {
		if err := reports[i].Validate(); err != nil {
			return nil, fault.Input("reports[%d]: %s", i, fault.Clip(err.Error(), 200))
		}
	}
	return m.apply(ctx, graph.Batch{Put: reports})
}

func (m mutation) LoadArticle(ctx context.Context, article relay.ArticleInput) (relay.LoadedArticle, error) {
	r, warning, err := m.Read(ctx, article)
	if err != nil {
		return relay.LoadedArticle{}, err
	}
	outcome, err := one(m.apply(ctx, graph.Batch{Put: []graph.Report{r}}))
	return relay.LoadedArticle{Change: outcome.Change, Article: r.Article, Warning: optional(warning)}, err
}

func (m mutation) RemoveArticle(ctx context.Context, id relay.ID) (graph.Outcome, error) {
	key, err := keyOf[graph.ArticleID](&id, graph.KindArticle)
	if err != nil {
		return graph.Outcome{}, err
	}
	return one(m.apply(ctx, graph.Batch{Remove: []graph.ArticleID{key}}))
}

func (m mutation) apply(ctx context.Context, b graph.Batch) ([]graph.Outcome, error) {
	b.Day = m.Today()
	outcomes, err := m.store.Apply(ctx, b)
	if err == nil {
		m.Changed()
	}
	return outcomes, err
}

func one(outcomes []graph.Outcome, err error) (graph.Outcome, error) {
	switch {
	case err != nil:
		return graph.Outcome{}, err
	case len(outcomes) != 1:
		return graph.Outcome{}, fmt.Errorf("the store tells of %d articles, there was one", len(outcomes))
	}
	return outcomes[0], nil
}
