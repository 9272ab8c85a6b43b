package neo4j

import (
	"context"

	driver "github.com/neo4j/neo4j-go-driver/v5/neo4j"
)

// Hooks are called by a store under test from inside its transactions.
type Hooks struct {
	Statement func(cypher string) // after each statement
	Commit    func()              // before each commit of a write
}

// Hook makes s call h.
func (s *Store) Hook(h Hooks) { s.db = hooked{s.db, h} }

// TakeTurnStatement is the first of every write.
const TakeTurnStatement = cypherTakeTurn

type hooked struct {
	runner
	hooks Hooks
}

func (h hooked) read(ctx context.Context, f func(transaction) error) error {
	return h.runner.read(ctx, func(tx transaction) error { return f(hookedTx{tx, h.hooks}) })
}

func (h hooked) write(ctx context.Context, f func(transaction) error) error {
	return h.runner.write(ctx, func(tx transaction) error {
		err := f(hookedTx{tx, h.hooks})
		if err == nil && h.hooks.Commit != nil {
			h.hooks.Commit()
		}
		return err
	})
}

type hookedTx struct {
	transaction
	hooks Hooks
}

func (h hookedTx) run(cypher string, p params) ([]*driver.Record, error) {
	records, err := h.transaction.run(cypher, p)
	if h.hooks.Statement != nil {
		h.hooks.Statement(cypher)
	}
	return records, err
}

// Remember makes s keep n arrivals.
func (s *Store) Remember(n int) { s.kept = n }
