package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// writeTx is the derivation's view of a write transaction.
type writeTx struct {
	c    *conn
	kept int // arrivals to remember
}

// query runs a read of the transaction on a list of ids.
func (t *writeTx) query(ctx context.Context, query string, list any, scan func(*sql.Rows) error) error {
	return t.c.each(ctx, query, scan, string(graph.MarshalCanonical(list)))
}

// Hashes implements derive.Tx.
func (t *writeTx) Hashes(ctx context.Context, ids []graph.ArticleID) (map[graph.ArticleID]string, error) {
	hashes := map[graph.ArticleID]string{}
	err := t.query(ctx, sqlHashes, ids, func(rows *sql.Rows) error {
		var id graph.ArticleID
		var hash string
		err := rows.Scan(&id, &hash)
		hashes[id] = hash
		return err
	})
	return hashes, err
}

// Known implements derive.Tx.
func (t *writeTx) Known(ctx context.Context, ids []graph.ArticleID) (map[graph.ArticleID]derive.Known, error) {
	known := make(map[graph.ArticleID]derive.Known, len(ids))
	err := t.query(ctx, sqlKnown, ids, func(rows *sql.Rows) error {
		var id graph.ArticleID
		var k derive.Known
		err := rows.Scan(&id, &k.Since, &k.Until)
		known[id] = k
		return err
	})
	return known, err
}

// Reports implements derive.Tx. The derivation reads nothing else meanwhile.
func (t *writeTx) Reports(ctx context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error] {
	return func(yield func(*graph.Report, error) bool) {
		err := t.query(ctx, sqlReports, ids, func(rows *sql.Rows) error {
			r, err := scanReport(rows)
			if err == nil && !yield(r, nil) {
				return errStop
			}
			return err
		})
		if err != nil && !errors.Is(err, errStop) {
			yield(nil, err)
		}
	}
}

// Blocks implements derive.Tx.
func (t *writeTx) Blocks(ctx context.Context, keys []string) (map[string][]byte, error) {
	blocks := make(map[string][]byte, len(keys))
	err := t.query(ctx, sqlBlocks, keys, func(rows *sql.Rows) error {
		var key string
		var data []byte
		err := rows.Scan(&key, &data)
		blocks[key] = data
		return err
	})
	return blocks, err
}

// Naming implements derive.Tx.
func (t *writeTx) Naming(ctx context.Context, claims []string) ([]graph.ArticleID, error) {
	var ids []graph.ArticleID
	err := t.query(ctx, sqlNaming, claims, func(rows *sql.Rows) error {
		var id graph.ArticleID
		err := rows.Scan(&id)
		ids = append(ids, id)
		return err
	})
	return ids, err
}

// Write implements derive.Tx.
func (t *writeTx) Write(ctx context.Context, d *derive.Delta) error {
	w := &rowWriter{c: t.c, ctx: ctx}
	w.articles(d)
	w.past(d)
	for _, b := range d.Blocks {
		w.block(b)
	}
	writeNodes(w, d.Persons, w.person)
	writeNodes(w, d.Groups, w.group)
	writeNodes(w, d.Meetings, w.meeting)
	writeNodes(w, d.Delegations, w.delegation)
	writeNodes(w, d.Agreements, w.agreement)
	w.proofs(d)
	w.arrivals(d.Arrivals(), t.kept)
	c := d.Stats
	w.exec(sqlAddStats, c.Articles, c.Persons, c.Parties, c.Countries, c.Organizations, c.Meetings, c.Encounters, c.Delegations, c.Agreements)
	return w.err
}

// rowWriter executes statements until the first error.
type rowWriter struct {
	c    *conn
	ctx  context.Context
	rows int
	err  error
}

// exec runs a statement on one row. The context is looked at now and then
// instead of passed on: the driver starts a goroutine for every statement
// with a context that can end, which costs more than the row.
func (w *rowWriter) exec(query string, args ...any) {
	if w.rows++; w.rows%256 == 0 && w.err == nil {
		w.err = w.ctx.Err()
	}
	if w.err != nil {
		return
	}
	st, err := w.c.stmt(context.Background(), query)
	if err == nil {
		_, err = st.ExecContext(context.Background(), args...)
	}
	if err != nil {
		w.err = fmt.Errorf("%.40s…: %w", query, err)
	}
}

func (w *rowWriter) articles(d *derive.Delta) {
	for _, r := range d.DropReports {
		ord := keyset.Newest(r.Article.Published)
		w.exec(sqlDropArticle, r.Article.ID)
		for _, c := range r.Naming {
			w.exec(sqlDropNamed, c, ord, r.Article.ID)
		}
		for _, s := range r.Said {
			w.exec(sqlDropSaid, s.Claim, s.Kind, s.Month, s.Article)
		}
	}
	for _, r := range d.PutReports {
		a, ord := &r.Article, keyset.Newest(r.Article.Published)
		w.exec(sqlPutArticle, a.ID, r.Hash, ord, a.URL, a.Title, a.Source, a.Lang, a.Published, a.Text, derive.PackReport(r.Report), r.Since)
		for _, c := range r.Naming {
			w.exec(sqlPutNamed, c, ord, a.ID)
		}
		for n, s := range r.Said {
			w.exec(sqlPutSaid, s.Claim, s.Kind, s.Month, s.Article, n, s.Country, s.Former, s.Start, s.End, s.Lang, s.Quote)
		}
	}
}

func (w *rowWriter) past(d *derive.Delta) {
	for _, id := range d.Forget {
		w.exec(sqlForget, id)
	}
	for _, p := range d.Past {
		a := &p.Article
		w.exec(sqlPutPast, a.ID, p.Since, p.Until, p.Hash, a.URL, a.Title, a.Source, a.Lang, a.Published, a.Text, derive.PackReport(p.Report))
	}
}

// scanReport reads what derive.PackReport and the article columns hold, and the
// columns after them.
func scanReport(rows *sql.Rows, more ...any) (*graph.Report, error) {
	var a graph.Article
	var packed []byte
	columns := []any{&a.ID, &a.URL, &a.Title, &a.Source, &a.Lang, &a.Published, &a.Text, &packed}
	if err := rows.Scan(append(columns, more...)...); err != nil {
		return nil, err
	}
	return derive.UnpackReport(a, packed)
}

func (w *rowWriter) block(b derive.Block) {
	if b.Data == nil {
		w.exec(sqlDropBlock, b.Key)
		return
	}
	w.exec(sqlPutBlock, b.Key, b.Data)
}

func (w *rowWriter) proofs(d *derive.Delta) {
	for _, k := range d.DropProofs {
		w.exec(sqlDropProofs, k.Claim, k.Article)
	}
	for _, p := range d.PutProofs {
		for n, e := range p.Evidence {
			w.exec(sqlPutProof, p.Claim, p.Article, n, e.Start, e.End, e.Lang, e.Rule, e.Confidence, e.Quote)
		}
	}
}

// writeNodes drops what goes of all nodes, then puts what comes. write is
// called with put false and true; it writes the rows that differ.
func writeNodes[T any](w *rowWriter, changes []derive.Change[T], write func(c derive.Change[T], put bool)) {
	for _, put := range []bool{false, true} {
		for _, c := range changes {
			write(c, put)
		}
	}
}

// difference runs a statement for each item of one list that is not in the
// other. Both are sorted. The args come before the item.
func (w *rowWriter) difference(query string, list, other []string, args ...any) {
	for len(list) > 0 {
		switch {
		case len(other) == 0 || list[0] < other[0]:
			w.exec(query, append(args[:len(args):len(args)], list[0])...)
			list = list[1:]
		case list[0] == other[0]:
			list, other = list[1:], other[1:]
		default:
			other = other[1:]
		}
	}
}

// sides picks the list of c's node that a pass writes and the one it is
// compared with: dropping writes what only the old node has, putting what
// only the new one has.
func sides[T any](c derive.Change[T], put bool, f func(*derive.Node[T]) []string) (list, other []string) {
	if c.Old != nil {
		other = f(c.Old)
	}
	if c.New != nil {
		list = f(c.New)
	}
	if !put {
		list, other = other, list
	}
	return list, other
}

func choose(put bool, putQuery, dropQuery string) string {
	if put {
		return putQuery
	}
	return dropQuery
}

func claimsOf[T any](n *derive.Node[T]) []string { return n.Claims }

func writeClaims[T any](w *rowWriter, c derive.Change[T], put bool, node string) {
	list, other := sides(c, put, claimsOf[T])
	w.difference(choose(put, sqlPutClaim, sqlDropClaim), list, other, node)
}

func either[T any](c derive.Change[T]) *derive.Node[T] {
	if c.New != nil {
		return c.New
	}
	return c.Old
}

func sameJSON[T any](c derive.Change[T]) bool {
	return c.Old != nil && c.New != nil && bytes.Equal(c.Old.JSON, c.New.JSON)
}
