package neo4j

import (
	"context"
	"fmt"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// Store keeps the graph in a Neo4j database. It implements graph.Store.
type Store struct {
	db   runner
	stop func(context.Context) error
	kept int           // arrivals to remember
	turn chan struct{} // holds one token: Apply calls of this process take turns here, not on server connections
	door keyset.Door
}

var _ graph.Store = (*Store)(nil)

// Open connects to the database at addr (see Form) and makes constraints and
// indexes that are missing; an empty database becomes a store. password may
// be empty when addr names no user and the server wants none.
//
// An address of another form is ErrInvalid. A server older than 5.23, a
// database of a newer schema or of another program is ErrIncompatible and
// stays as it is. No server, a wrong password and a wrong database name are
// ErrUnavailable. No error holds the password.
func Open(ctx context.Context, addr, password string) (*Store, error) {
	a, err := parseAddress(addr, password)
	if err != nil {
		return nil, err
	}
	db, err := connect(a, password)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, stop: db.driver.Close, kept: graph.KeptArrivals, turn: make(chan struct{}, 1)}
	s.turn <- struct{}{}
	if err := s.prepare(ctx); err != nil {
		db.driver.Close(context.WithoutCancel(ctx))
		return nil, fmt.Errorf("open Neo4j at %s, database %s: %w", a.target, a.database, err)
	}
	return s, nil
}

// Close waits for calls in hand, then closes the connections.
func (s *Store) Close() error {
	if !s.door.Shut() {
		return nil
	}
	return s.stop(context.Background())
}

// Apply implements graph.Store. An ErrUnavailable can mean that the batch was
// stored and only the answer was lost: apply it again.
func (s *Store) Apply(ctx context.Context, b graph.Batch) ([]graph.Outcome, error) {
	if err := s.door.Enter(); err != nil {
		return nil, err
	}
	defer s.door.Leave()
	plan, err := derive.Prepare(b)
	if err != nil {
		return nil, err
	}
	select {
	case <-s.turn:
		defer func() { s.turn <- struct{}{} }()
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	return s.apply(ctx, plan)
}

func (s *Store) apply(ctx context.Context, plan *derive.Plan) (outcomes []graph.Outcome, err error) {
	var begun int64
	err = s.db.write(ctx, func(tx transaction) error {
		begun = 0
		if err := takeTurn(tx); err != nil {
			return err
		}
		w := &writeTx{tx: tx, kept: s.kept}
		if outcomes, err = plan.Run(ctx, w); err != nil || !w.wrote {
			return err
		}
		begun, err = s.begin(ctx)
		return err
	})
	if err != nil {
		return nil, err
	}
	if begun != 0 {
		s.end(ctx, begun)
	}
	return outcomes, nil
}

// takeTurn locks out other writers until the transaction ends.
func takeTurn(tx transaction) error {
	version, err := single[int64](tx, cypherTakeTurn, "schema")
	if err != nil {
		return err
	}
	return checkVersion(version)
}

// begin tells readers that a commit follows, in a transaction of its own.
func (s *Store) begin(ctx context.Context) (begun int64, err error) {
	err = s.db.write(ctx, func(tx transaction) error {
		begun, err = single[int64](tx, cypherBegin, "commit mark")
		return err
	})
	return begun, err
}

// end tells readers that the commit is over. When that fails the next reader
// finds out by itself.
func (s *Store) end(ctx context.Context, begun int64) {
	_ = s.db.write(context.WithoutCancel(ctx), func(tx transaction) error {
		_, err := tx.run(cypherEnd, params{"begun": begun})
		return err
	})
}

// view is what a read sees.
type view struct {
	transaction
	begun   int64
	queried bool
	crossed bool // a commit was under way
}

// query runs a snapshot statement and returns its rows.
func (v *view) query(cypher string, p params) ([]any, error) {
	records, err := v.run(cypher, p)
	if err != nil {
		return nil, err
	}
	if len(records) != 1 {
		return nil, fmt.Errorf("the marks of the store are missing: was the database emptied? Open the store again: %w", graph.ErrUnavailable)
	}
	return v.check(records[0])
}

func (v *view) check(r *driver.Record) ([]any, error) {
	rows, ok := r.Values[0].([]any)
	begun, okBegun := r.Values[1].(int64)
	ended, okEnded := r.Values[2].(int64)
	after, okAfter := r.Values[3].(int64)
	if !ok || !okBegun || !okEnded || !okAfter {
		return nil, fmt.Errorf("the marks of the store were changed by another program: %w", graph.ErrIncompatible)
	}
	if begun != ended || after != begun || v.queried && v.begun != begun {
		v.crossed = true
	}
	v.begun, v.queried = begun, true
	return rows, nil
}

// read runs f so that all it queries is of one moment. f may run twice: its
// results must not add up.
func (s *Store) read(ctx context.Context, f func(*view) error) error {
	if err := s.door.Enter(); err != nil {
		return err
	}
	defer s.door.Leave()
	var crossed bool
	err := s.db.read(ctx, func(tx transaction) error {
		v := &view{transaction: tx}
		err := f(v)
		crossed = v.crossed
		return err
	})
	if err != nil || !crossed {
		return err
	}
	return within(ctx, readPatience, func(ctx context.Context) error { return s.locked(ctx, f) })
}

// locked runs f while no writer can commit.
func (s *Store) locked(ctx context.Context, f func(*view) error) error {
	return s.db.write(ctx, func(tx transaction) error {
		if err := takeTurn(tx); err != nil {
			return err
		}
		if _, err := tx.run(cypherRepair, nil); err != nil {
			return err
		}
		return f(&view{transaction: tx})
	})
}
