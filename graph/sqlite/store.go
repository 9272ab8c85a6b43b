package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"

	driver "modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// Store keeps the graph in one SQLite file. It implements graph.Store.
type Store struct {
	dbs     []*sql.DB
	writer  pool // of one
	readers pool
	temp    string // folder to remove when closing, if any
	kept    int    // arrivals to remember
	door    keyset.Door
}

var _ graph.Store = (*Store)(nil)

// Open opens the store in the file called name and creates it when the file
// is absent or empty. The name ":memory:" gives a new store in a temporary
// file that Close removes.
//
// A file that is no store, or one of a newer version, is ErrIncompatible and
// stays as it is. A file that cannot be opened or made is ErrUnavailable.
func Open(ctx context.Context, name string) (*Store, error) {
	s := &Store{kept: graph.KeptArrivals}
	if name == ":memory:" {
		dir, err := os.MkdirTemp("", "diplograph-")
		if err != nil {
			return nil, fmt.Errorf("temporary store: %w", errors.Join(err, graph.ErrUnavailable))
		}
		s.temp, name = dir, filepath.Join(dir, "store.db")
	}
	if err := s.open(ctx, name); err != nil {
		s.release()
		return nil, err
	}
	return s, nil
}

func (s *Store) open(ctx context.Context, name string) error {
	if err := checkFile(name); err != nil {
		return err
	}
	readers := max(4, runtime.GOMAXPROCS(0))
	for i, source := range []string{writerDSN(name), readerDSN(name)} {
		db, err := sql.Open("sqlite", source)
		if err != nil {
			return failure(ctx, err)
		}
		db.SetMaxOpenConns([]int{1, readers}[i])
		s.dbs = append(s.dbs, db)
	}
	s.writer, s.readers = newPool(s.dbs[0], 1), newPool(s.dbs[1], readers)
	if err := s.migrate(ctx, name); err != nil {
		return failure(ctx, fmt.Errorf("open store %s: %w", name, err))
	}
	return s.useLog(ctx, name)
}

// useLog switches WAL on, which another process may hinder for a moment.
func (s *Store) useLog(ctx context.Context, name string) error {
	c, err := s.writer.take(ctx)
	if err != nil {
		return err
	}
	defer s.writer.give(c)
	return retryBusy(ctx, func() error {
		var mode string
		if err := c.c.QueryRowContext(ctx, `PRAGMA journal_mode = WAL`).Scan(&mode); err != nil {
			return fmt.Errorf("open store %s: %w", name, err)
		}
		if mode != "wal" {
			return fmt.Errorf("open store %s: this file system has no write-ahead log (journal mode %s): put the store on a local disk: %w", name, mode, graph.ErrUnavailable)
		}
		return nil
	})
}

// Close waits for calls in hand, then closes the file.
func (s *Store) Close() error {
	if !s.door.Shut() {
		return nil
	}
	return s.release()
}

func (s *Store) release() error {
	var errs []error
	s.readers.drain()
	s.writer.drain()
	for _, db := range s.dbs { // the last to close writes the log back
		errs = append(errs, db.Close())
	}
	if s.temp != "" {
		errs = append(errs, os.RemoveAll(s.temp))
	}
	return errors.Join(errs...)
}

// Apply implements graph.Store.
func (s *Store) Apply(ctx context.Context, b graph.Batch) ([]graph.Outcome, error) {
	if err := s.door.Enter(); err != nil {
		return nil, err
	}
	defer s.door.Leave()
	plan, err := derive.Prepare(b)
	if err != nil {
		return nil, err
	}
	var outcomes []graph.Outcome
	err = s.write(ctx, func(c *conn) error {
		outcomes, err = plan.Run(ctx, &writeTx{c, s.kept})
		return err
	})
	if err != nil {
		return nil, failure(ctx, err)
	}
	return outcomes, nil
}

// write runs f in a write transaction. It waits for other writers, of this
// process and of others, until ctx ends or a minute is over.
func (s *Store) write(ctx context.Context, f func(*conn) error) error {
	c, err := s.writer.take(ctx)
	if err != nil {
		return err
	}
	defer s.writer.give(c)
	if err := retryBusy(ctx, func() error { return c.begin(ctx, "BEGIN IMMEDIATE") }); err != nil {
		return err
	}
	if err := f(c); err != nil {
		return errors.Join(err, c.end("ROLLBACK"))
	}
	if err := ctx.Err(); err != nil {
		return errors.Join(err, c.end("ROLLBACK"))
	}
	return c.end("COMMIT")
}

const patience = time.Minute

func retryBusy(ctx context.Context, f func() error) error {
	deadline := time.Now().Add(patience)
	for {
		err := f()
		if err == nil || !busy(err) || ctx.Err() != nil || time.Now().After(deadline) {
			return failure(ctx, err)
		}
	}
}

func busy(err error) bool {
	var e *driver.Error
	return errors.As(err, &e) && e.Code()&0xff == codes.SQLITE_BUSY
}

// failure gives an error of the driver its kind; others pass as they are.
func failure(ctx context.Context, err error) error {
	var e *driver.Error
	switch {
	case err == nil:
		return nil
	case errors.Is(err, errStop): // first: who stops often cancels too, and must not be called again
		return err
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, graph.ErrInvalid), errors.Is(err, graph.ErrIncompatible), errors.Is(err, graph.ErrUnavailable):
		return err
	case errors.As(err, &e) && (e.Code()&0xff == codes.SQLITE_CORRUPT || e.Code()&0xff == codes.SQLITE_NOTADB):
		return fmt.Errorf("the store file is damaged: restore it or load the articles into a new one: %w: %w", graph.ErrIncompatible, err)
	case busy(err):
		return fmt.Errorf("another program keeps the store locked: %w: %w", graph.ErrUnavailable, err)
	}
	return fmt.Errorf("%w: %w", graph.ErrUnavailable, err)
}
