package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"iter"

	"github.com/diplograph/diplograph/graph"
)

// Moment implements graph.Store.
func (s *Store) Moment(ctx context.Context, day graph.Date) (m graph.Moment, err error) {
	if err := day.CheckDay(); err != nil {
		return m, err
	}
	err = s.read(ctx, func(r *reader) error {
		var differs bool
		err := r.each(sqlMoment, func(rows *sql.Rows) error { return rows.Scan(&m.State, &m.Reports, &differs) }, day)
		if m.Current = !differs; err != nil || m.Current {
			return err
		}
		return r.each(sqlCountKnown, func(rows *sql.Rows) error { return rows.Scan(&m.Reports) }, day)
	})
	return m, err
}

// KnownOn implements graph.Store.
func (s *Store) KnownOn(ctx context.Context, day graph.Date) iter.Seq2[*graph.Report, error] {
	return func(yield func(*graph.Report, error) bool) {
		err := day.CheckDay()
		if err == nil {
			err = s.read(ctx, func(r *reader) error {
				return r.each(sqlKnownOn, func(rows *sql.Rows) error {
					report, err := scanReport(rows)
					if err == nil && !yield(report, nil) {
						return errStop
					}
					return err
				}, day)
			})
		}
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}
