package neo4j

import (
	"cmp"
	"context"
	"iter"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// readTx is the derivation's view of a read transaction.
type readTx struct{ v *view }

// Blocks implements derive.Reader.
func (t readTx) Blocks(_ context.Context, keys []string) (map[string][]byte, error) {
	rows, err := t.v.query(cypherReadBlocks, params{"keys": keys})
	blocks := make(map[string][]byte, len(rows))
	for _, row := range rows {
		values := row.([]any)
		blocks[text(values[0])], _ = values[1].([]byte)
	}
	return blocks, err
}

// Reports implements derive.Reader.
func (t readTx) Reports(_ context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error] {
	return func(yield func(*graph.Report, error) bool) {
		rows, err := t.v.query(cypherReadReports, params{"ids": texts(ids)})
		if err != nil {
			yield(nil, err)
			return
		}
		for _, row := range rows {
			if report, err := storedReport(row.([]any)); !yield(report, err) || err != nil {
				return
			}
		}
	}
}

// Identities implements graph.Store.
func (s *Store) Identities(ctx context.Context, f graph.IdentityFilter) (out []graph.Identity, err error) {
	if err := cmp.Or(keyset.CheckList("persons", len(f.Of)), keyset.CheckList("articles", len(f.Articles))); err != nil {
		return nil, err
	}
	err = s.read(ctx, func(v *view) error {
		out, err = derive.Identities(ctx, readTx{v}, f)
		return err
	})
	return out, err
}

// Judgements implements graph.Store.
func (s *Store) Judgements(ctx context.Context) (out []graph.Judged, err error) {
	err = s.read(ctx, func(v *view) error {
		out, err = derive.Judgements(ctx, readTx{v})
		return err
	})
	return out, err
}
