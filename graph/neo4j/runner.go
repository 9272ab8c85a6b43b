package neo4j

import (
	"context"
	"errors"
	"fmt"
	"time"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
	"github.com/neo4j/neo4j-go-driver/v5/neo4j/config"

	"github.com/diplograph/diplograph/graph"
)

// How long the store waits. A write can wait for the batches of other
// loaders; the server ends a transaction whose client vanished after the same
// time and so frees its lock.
const (
	readPatience    = 10 * time.Second
	writePatience   = 3 * time.Minute
	commitPatience  = 30 * time.Second
	connectPatience = 5 * time.Second
	retryPatience   = 30 * time.Second
)

// params are the parameters of a statement.
type params = map[string]any

// transaction runs statements under the deadline of its transaction; run
// returns all records of one.
type transaction interface {
	run(cypher string, p params) ([]*driver.Record, error)
}

// runner is what the store needs of a database: transactions that read and
// transactions that write. f may be called several times; an error of it rolls
// back. What f returns is an error of the server or one of the store's own.
type runner interface {
	read(ctx context.Context, f func(transaction) error) error
	write(ctx context.Context, f func(transaction) error) error
}

// database is the runner in front of the driver.
type database struct {
	driver    driver.DriverWithContext
	name      string
	bookmarks driver.BookmarkManager // shared, so that a reader sees this store's writes on any server
}

func connect(a address, password string) (*database, error) {
	auth := driver.NoAuth()
	if a.user != "" {
		auth = driver.BasicAuth(a.user, password, "")
	}
	d, err := driver.NewDriverWithContext(a.target, auth, func(c *config.Config) {
		c.MaxTransactionRetryTime = retryPatience
		c.ConnectionAcquisitionTimeout = retryPatience
		c.SocketConnectTimeout = connectPatience
		c.TelemetryDisabled = true
	})
	if err != nil {
		return nil, bad(err.Error())
	}
	return &database{d, a.database, driver.NewBookmarkManager(driver.BookmarkManagerConfig{})}, nil
}

func (d *database) session(ctx context.Context, mode driver.AccessMode) driver.SessionWithContext {
	return d.driver.NewSession(ctx, driver.SessionConfig{AccessMode: mode, DatabaseName: d.name, BookmarkManager: d.bookmarks})
}

func (d *database) read(ctx context.Context, f func(transaction) error) error {
	return within(ctx, readPatience, func(ctx context.Context) error {
		s := d.session(ctx, driver.AccessModeRead)
		defer s.Close(context.WithoutCancel(ctx))
		_, err := s.ExecuteRead(ctx, work(ctx, f), driver.WithTxTimeout(readPatience))
		return err
	})
}

// write hears ctx until the commit begins: a commit that is given up on could
// be done or not.
func (d *database) write(ctx context.Context, f func(transaction) error) error {
	return within(ctx, writePatience, func(ctx context.Context) error {
		uncut, cancel := context.WithTimeout(context.WithoutCancel(ctx), writePatience+commitPatience)
		defer cancel()
		deaf := context.AfterFunc(ctx, cancel)
		defer func() { deaf() }()
		s := d.session(uncut, driver.AccessModeWrite)
		defer s.Close(context.WithoutCancel(ctx))
		_, err := s.ExecuteWrite(uncut, work(uncut, func(tx transaction) error {
			deaf()
			deaf = context.AfterFunc(ctx, cancel) // again, in a second attempt
			if err := f(tx); err != nil {
				return err
			}
			if !deaf() {
				return ctx.Err()
			}
			return nil
		}), driver.WithTxTimeout(writePatience))
		return err
	})
}

func work(ctx context.Context, f func(transaction) error) driver.ManagedTransactionWork {
	return func(tx driver.ManagedTransaction) (any, error) { return nil, f(managed{ctx, tx}) }
}

type managed struct {
	ctx context.Context
	tx  driver.ManagedTransaction
}

// run passes errors as they are: the driver looks at them to decide whether
// to try the transaction again.
func (m managed) run(cypher string, p params) ([]*driver.Record, error) {
	r, err := m.tx.Run(m.ctx, cypher, p)
	if err != nil {
		return nil, err
	}
	return r.Collect(m.ctx)
}

// within gives f a deadline of its own and errors their kind. A deadline of the
// caller that passes is ErrUnavailable only: a server that is paused or cannot
// be reached shows in no other way, and is no question too large.
func within(ctx context.Context, patience time.Duration, f func(context.Context) error) error {
	limited, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	err := f(limited)
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return fmt.Errorf("no answer in time: %v: %w", err, graph.ErrUnavailable)
	case ctx.Err() != nil:
		return ctx.Err()
	case limited.Err() != nil:
		return fmt.Errorf("no answer within %v: %v: %w", patience, err, graph.ErrUnavailable)
	}
	return failure(err)
}

// advice tells what to do about the codes of the server that a user can do
// something about.
func advice(code string) string {
	switch code {
	case "Neo.ClientError.Security.Unauthorized", "Neo.ClientError.Security.CredentialsExpired":
		return "user name or password is wrong: check the address and " + PasswordVariable
	case "Neo.ClientError.Security.AuthenticationRateLimit":
		return "too many wrong passwords: wait a few seconds, check " + PasswordVariable
	case "Neo.ClientError.Security.Forbidden":
		return "the user lacks a right: the store needs read, write, schema and index rights"
	case "Neo.ClientError.Database.DatabaseNotFound":
		return `there is no database of this name: check the end of the address ("neo4j" in the Community edition)`
	}
	return ""
}

// failure gives an error of the driver its kind; others pass as they are.
func failure(err error) error {
	var e *driver.Neo4jError
	switch {
	case errors.Is(err, graph.ErrInvalid), errors.Is(err, graph.ErrIncompatible), errors.Is(err, graph.ErrUnavailable):
		return err
	case errors.As(err, &e) && advice(e.Code) != "":
		return fmt.Errorf("%s (%s): %w", advice(e.Code), e.Code, graph.ErrUnavailable)
	case errors.As(err, &e) && e.Code == "Neo.ClientError.Schema.ConstraintValidationFailed":
		return fmt.Errorf("the graph was changed by another program: load the articles into a new database: %v: %w", err, graph.ErrIncompatible)
	}
	return fmt.Errorf("%v: %w", err, graph.ErrUnavailable)
}
