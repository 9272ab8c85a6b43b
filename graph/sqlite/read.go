package sqlite

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/keyset"
)

// reader is one read transaction: everything it answers is of one moment.
type reader struct {
	c   *conn
	ctx context.Context
}

// read runs f in a read transaction and gives errors their kind.
func (s *Store) read(ctx context.Context, f func(*reader) error) error {
	if err := s.door.Enter(); err != nil {
		return err
	}
	defer s.door.Leave()
	c, err := s.readers.take(ctx)
	if err != nil {
		return err
	}
	defer s.readers.give(c)
	if err := c.begin(ctx, "BEGIN"); err != nil {
		return failure(ctx, err)
	}
	err = f(&reader{c, ctx})
	return failure(ctx, errors.Join(err, c.end("ROLLBACK")))
}

func (r *reader) each(query string, scan func(*sql.Rows) error, args ...any) error {
	return r.c.each(r.ctx, query, scan, args...)
}

// scanner reads a row whose first two columns are its key.
type scanner[T any] func(*sql.Rows) (keyset.Key, T, error)

// window is a checked graph.Window. all is set for lists by ids, which come
// whole.
type window struct {
	after keyset.Key
	first int
	count bool
	all   bool
}

func checkWindow(w graph.Window) (window, error) {
	after, err := keyset.Check(w)
	return window{after: after, first: w.First, count: w.Count}, err
}

func whole() window {
	after, _ := keyset.After("")
	return window{after: after, first: math.MaxInt32, all: true}
}

// pick is the window of a list that may be given by n ids.
func pick(byIDs bool, n int, w graph.Window) (window, error) {
	if byIDs {
		return whole(), keyset.CheckList("ids", n)
	}
	return checkWindow(w)
}

// list reads one page of a list query. args are those after ?3.
func list[T any](r *reader, query string, w window, scan scanner[T], args ...any) (graph.Page[T], error) {
	items, err := fetch(r, query, w.after, w.first+1, scan, args...)
	if err != nil {
		return graph.Page[T]{}, err
	}
	page := keyset.Cut(items, w.first)
	if w.count {
		page.Total, err = r.count(query, args...)
	}
	return page, err
}

func fetch[T any](r *reader, query string, after keyset.Key, limit int, scan scanner[T], args ...any) ([]graph.Item[T], error) {
	var items []graph.Item[T]
	err := r.each(query, func(rows *sql.Rows) error {
		key, v, err := scan(rows)
		items = append(items, graph.Item[T]{Value: v, Cursor: key.Cursor()})
		return err
	}, append([]any{after.Ord, after.ID, limit}, args...)...)
	return items, err
}

// count counts a list from its start to its end.
func (r *reader) count(query string, args ...any) (int, error) {
	n, from := 0, whole().after
	err := r.each(sqlCount+query+`)`, func(rows *sql.Rows) error { return rows.Scan(&n) },
		append([]any{from.Ord, from.ID, -1}, args...)...)
	return n, err
}

// pages reads a page per parent.
func pages[T, P any](r *reader, of []P, page func(P) (graph.Page[T], error)) ([]graph.Page[T], error) {
	out := make([]graph.Page[T], len(of))
	for i, p := range of {
		var err error
		if out[i], err = page(p); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// scanDoc reads a row of key and document.
func scanDoc[T any](rows *sql.Rows) (keyset.Key, T, error) {
	var key keyset.Key
	var v T
	var doc sql.RawBytes
	if err := rows.Scan(&key.Ord, &key.ID, &doc); err != nil {
		return key, v, err
	}
	return key, v, unpack(doc, &v)
}

func unpack(doc []byte, v any) error {
	if err := json.Unmarshal(doc, v); err != nil {
		return fmt.Errorf("stored document %.40q: %w", doc, err)
	}
	return nil
}

// jsonList encodes ids for json_each; nil and empty lists alike are [].
func jsonList[T ~string](ids []T) string {
	if len(ids) == 0 {
		return "[]"
	}
	return string(graph.MarshalCanonical(ids))
}
