package sqlite

import (
	"cmp"
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// Identities implements graph.Store.
func (s *Store) Identities(ctx context.Context, f graph.IdentityFilter) (out []graph.Identity, err error) {
	if err := cmp.Or(keyset.CheckList("persons", len(f.Of)), keyset.CheckList("articles", len(f.Articles))); err != nil {
		return nil, err
	}
	err = s.read(ctx, func(r *reader) error {
		out, err = derive.Identities(ctx, &writeTx{c: r.c}, f)
		return err
	})
	return out, err
}

// Judgements implements graph.Store.
func (s *Store) Judgements(ctx context.Context) (out []graph.Judged, err error) {
	err = s.read(ctx, func(r *reader) error {
		out, err = derive.Judgements(ctx, &writeTx{c: r.c})
		return err
	})
	return out, err
}
