package neo4j

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

var _ graph.Feed = (*Store)(nil)

// arrive notes what is put and forgets what came long ago. The counter is on
// the node that writers lock, so numbers are in the order of commits and have
// no gaps.
func (t *writeTx) arrive(list []derive.Arrival) error {
	if len(list) == 0 {
		return nil
	}
	records, err := t.tx.run(cypherCountArrivals, params{"count": len(list)})
	if err != nil {
		return err
	}
	if len(records) != 1 {
		return internal("the store has no mark")
	}
	last, _ := records[0].Values[0].(int64)
	rows := make([]any, len(list))
	for i, a := range list {
		rows[i] = params{"key": last - int64(len(list)-1-i), "article": string(a.Article), "claims": prefixes(a.Claims)}
	}
	if _, err := t.tx.run(cypherPutArrivals, params{"rows": rows}); err != nil {
		return err
	}
	_, err = t.tx.run(cypherDropArrivals, params{"until": last - int64(t.kept)})
	return err
}

// Arrivals implements graph.Feed.
func (s *Store) Arrivals(ctx context.Context, after graph.Mark, most int) (news graph.News, err error) {
	if err := keyset.CheckMost(most); err != nil {
		return news, err
	}
	err = s.read(ctx, func(v *view) error {
		rows, err := v.query(cypherLastArrival, nil)
		if err != nil {
			return err
		}
		last, _ := rows[0].(int64)
		if news = keyset.NewsFrom(after, graph.Mark(last)); int64(news.Mark) == last {
			return nil
		}
		rows, err = v.query(cypherArrivals, params{"after": int64(after), "limit": most})
		for _, r := range rows {
			row := r.([]any)
			seq, _ := row[0].(int64)
			keyset.AddArrival(&news, graph.Mark(seq), graph.Arrival{Article: graph.ArticleID(text(row[1])), Facts: factIDs(row[2])})
		}
		return err
	})
	return news, err
}

func factIDs(v any) (ids []graph.FactID) {
	list, _ := v.([]any)
	for _, id := range list {
		ids = append(ids, graph.FactID(text(id)))
	}
	return ids
}
