package sqlite

import (
	"context"
	"database/sql"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// OfficeProofs implements graph.Store.
func (s *Store) OfficeProofs(ctx context.Context, offices []graph.OfficeRef) ([][]graph.OfficeProof, error) {
	if err := keyset.CheckOffices(offices); err != nil {
		return nil, err
	}
	out := make([][]graph.OfficeProof, len(offices))
	err := s.read(ctx, func(r *reader) error {
		for i, o := range offices {
			err := r.each(sqlSaid, func(rows *sql.Rows) error {
				var p graph.OfficeProof
				err := rows.Scan(&p.Article, &p.Former, &p.Start, &p.End, &p.Lang, &p.Quote)
				out[i] = append(out[i], p)
				return err
			}, jsonList(distinct(texts(o.Months))), o.Person, jsonList(derive.OfficeKinds(o.Office)), o.Office.Country, graph.MaxOfficeProofs)
			if err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}
