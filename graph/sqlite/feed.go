package sqlite

import (
	"context"
	"database/sql"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

var _ graph.Feed = (*Store)(nil)

// arrivals notes what is put and forgets what came long ago.
func (w *rowWriter) arrivals(list []derive.Arrival, kept int) {
	for _, a := range list {
		w.exec(sqlPutArrival, a.Article, jsonList(a.Claims))
	}
	if len(list) > 0 {
		w.exec(sqlDropArrivals, kept)
	}
}

// Arrivals implements graph.Feed. Batches are numbered in the order of their
// commits, because writers take turns.
func (s *Store) Arrivals(ctx context.Context, after graph.Mark, most int) (news graph.News, err error) {
	if err := keyset.CheckMost(most); err != nil {
		return news, err
	}
	err = s.read(ctx, func(r *reader) error {
		var last graph.Mark
		err := r.each(sqlLastArrival, func(rows *sql.Rows) error { return rows.Scan(&last) })
		if news = keyset.NewsFrom(after, last); err != nil || news.Mark == last {
			return err
		}
		return r.each(sqlArrivals, func(rows *sql.Rows) error {
			var a graph.Arrival
			var seq graph.Mark
			var nodes []byte
			if err := rows.Scan(&seq, &a.Article, &nodes); err != nil {
				return err
			}
			err := unpack(nodes, &a.Facts)
			keyset.AddArrival(&news, seq, a)
			return err
		}, after, most)
	})
	return news, err
}
