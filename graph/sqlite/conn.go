package sqlite

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
)

// conn is one connection with its prepared statements. database/sql's own
// statements are bound to a pool: preparing one inside a transaction asks the
// pool for a second connection, which the only writer never gets.
type conn struct {
	db    *sql.DB
	c     *sql.Conn // nil before first use and after damage
	stmts map[string]*sql.Stmt
}

// begin opens a transaction with the given statement.
func (c *conn) begin(ctx context.Context, statement string) error {
	if c.c == nil {
		opened, err := c.db.Conn(ctx)
		if err != nil {
			return err
		}
		c.c, c.stmts = opened, map[string]*sql.Stmt{}
	}
	_, err := c.c.ExecContext(ctx, statement)
	if err != nil && !busy(err) {
		c.drop()
	}
	return err
}

// end finishes the transaction with COMMIT or ROLLBACK, whatever became of the
// context it began with. A connection that cannot is thrown away.
func (c *conn) end(statement string) error {
	if c.c == nil {
		return nil
	}
	_, err := c.c.ExecContext(context.Background(), statement)
	if err != nil {
		c.drop()
	}
	return err
}

// drop closes the connection, which rolls back what it did. sql.Conn.Close
// alone hands it back to the pool of database/sql, open transaction and all:
// only a connection called bad is truly closed.
func (c *conn) drop() {
	for _, st := range c.stmts {
		st.Close()
	}
	if c.c != nil {
		c.c.Raw(func(any) error { return driver.ErrBadConn })
	}
	c.c, c.stmts = nil, nil
}

// stmt returns the prepared statement of a query.
func (c *conn) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if st := c.stmts[query]; st != nil {
		return st, nil
	}
	st, err := c.c.PrepareContext(ctx, query)
	if err != nil {
		return nil, fmt.Errorf("prepare %.60q: %w", query, err)
	}
	c.stmts[query] = st
	return st, nil
}

// each runs a query and calls scan for every row.
func (c *conn) each(ctx context.Context, query string, scan func(*sql.Rows) error, args ...any) error {
	st, err := c.stmt(ctx, query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := scan(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// pool is a set of idle connections.
type pool chan *conn

func newPool(db *sql.DB, n int) pool {
	p := make(pool, n)
	for range n {
		p <- &conn{db: db}
	}
	return p
}

// take waits for an idle connection; give must follow.
func (p pool) take(ctx context.Context) (*conn, error) {
	select {
	case c := <-p:
		return c, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func (p pool) give(c *conn) { p <- c }

// drain closes all connections; none may be taken.
func (p pool) drain() {
	for range cap(p) {
		(<-p).drop()
	}
}
