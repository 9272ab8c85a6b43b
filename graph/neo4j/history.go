package neo4j

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/diplograph/diplograph/graph"
)

// Moment implements graph.Store.
func (s *Store) Moment(ctx context.Context, day graph.Date) (m graph.Moment, err error) {
	if err := day.CheckDay(); err != nil {
		return m, err
	}
	err = s.read(ctx, func(v *view) error {
		rows, err := v.query(cypherMoment, params{"day": string(day)})
		if err != nil {
			return err
		}
		m.State, m.Reports = v.begun, int(rows[0].(int64)+rows[1].(int64))
		m.Current = !rows[2].(bool) && rows[1].(int64) == 0
		return nil
	})
	return m, err
}

// KnownOn implements graph.Store. Writers wait while it copies the reports
// into a temporary file; then it yields from there.
func (s *Store) KnownOn(ctx context.Context, day graph.Date) iter.Seq2[*graph.Report, error] {
	return func(yield func(*graph.Report, error) bool) {
		if err := day.CheckDay(); err != nil {
			yield(nil, err)
			return
		}
		lists := []exportList{{name: "reports", cypher: cypherKnownOn, objects: reportObject}}
		err := s.spool(ctx, lists, params{"day": string(day)}, func(o graph.Object, _ error) bool {
			r := &graph.Report{}
			if err := json.Unmarshal(o.JSON, r); err != nil {
				yield(nil, fmt.Errorf("copied report of %q: %w", o.Key, err))
				return false
			}
			return yield(r, nil)
		})
		if err != nil {
			yield(nil, err)
		}
	}
}

// reportObject is a whole report on its way through the temporary file.
func reportObject(key string, row []any) ([]graph.Object, error) {
	r, err := storedReport(row)
	if err != nil {
		return nil, err
	}
	return []graph.Object{{Key: key, JSON: graph.MarshalCanonical(r)}}, nil
}
