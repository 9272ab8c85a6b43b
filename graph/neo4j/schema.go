package neo4j

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// schemaVersion is the layout and the derivation state that this program reads
// and writes.
const schemaVersion = 15

// The oldest server that understands our statements.
const (
	oldestMajor = 5
	oldestMinor = 23
	indexWait   = 120 // seconds until indexes of an existing graph must be built
)

// prepare checks the server and the database and makes what is missing.
func (s *Store) prepare(ctx context.Context) error {
	var fresh bool
	err := s.db.read(ctx, func(tx transaction) error {
		version, err := single[string](tx, cypherVersion, "version")
		if err != nil {
			return err
		}
		if err := checkServer(version); err != nil {
			return err
		}
		fresh, err = checkSchema(tx)
		return err
	})
	if err != nil {
		return err
	}
	if err := s.makeSchema(ctx); err != nil || !fresh {
		return err
	}
	return s.db.write(ctx, func(tx transaction) error {
		if _, err := tx.run(cypherPutStore, params{"schema": schemaVersion}); err != nil {
			return err
		}
		_, err := tx.run(cypherPutCommit, nil)
		return err
	})
}

// makeSchema makes constraints and indexes and waits until they work. The
// server wants schema and data changes in different transactions.
func (s *Store) makeSchema(ctx context.Context) error {
	err := s.db.write(ctx, func(tx transaction) error {
		for _, statement := range schemaStatements() {
			if _, err := tx.run(statement, nil); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return s.db.write(ctx, func(tx transaction) error {
		_, err := tx.run(cypherAwaitIndexes, params{"seconds": indexWait})
		return err
	})
}

// checkServer wants a version such as 5.26.12 or 2025.01.0.
func checkServer(version string) error {
	major, rest, _ := strings.Cut(version, ".")
	minor, _, _ := strings.Cut(rest, ".")
	a, err := strconv.Atoi(major)
	b, minorErr := strconv.Atoi(minor)
	if err != nil || minorErr != nil || a > oldestMajor || a == oldestMajor && b >= oldestMinor {
		return nil // an unheard-of version gets its chance
	}
	return fmt.Errorf("the server is Neo4j %s, too old: use %d.%d or later: %w", version, oldestMajor, oldestMinor, graph.ErrIncompatible)
}

// checkSchema tells a fresh database from a store, and refuses all else.
func checkSchema(tx transaction) (fresh bool, err error) {
	records, err := tx.run(cypherSchema, nil)
	if err != nil {
		return false, err
	}
	found, used := records[0].Values[0], records[0].Values[1].(bool)
	if found == nil && used {
		return false, fmt.Errorf("the database holds data of another program: give the name of an empty one: %w", graph.ErrIncompatible)
	}
	if found == nil {
		return true, nil
	}
	return false, checkVersion(found)
}

func checkVersion(found any) error {
	version, ok := found.(int64)
	if !ok || version < schemaVersion {
		return fmt.Errorf("the database has schema version %v, which this program cannot use: load the articles into a new one: %w", found, graph.ErrIncompatible)
	}
	if version > schemaVersion {
		return fmt.Errorf("the database has schema version %d, this program knows up to %d: use the newer program: %w", version, schemaVersion, graph.ErrIncompatible)
	}
	return nil
}

// single returns the only value of a statement.
func single[T any](tx transaction, cypher, column string) (T, error) {
	var zero T
	records, err := tx.run(cypher, nil)
	if err != nil {
		return zero, err
	}
	if len(records) != 1 {
		return zero, fmt.Errorf("%s is missing from the database: was it emptied? Open the store again: %w", column, graph.ErrUnavailable)
	}
	value, ok := records[0].Values[0].(T)
	if !ok {
		return zero, fmt.Errorf("%s is %v: the database was changed by another program: %w", column, records[0].Values[0], graph.ErrIncompatible)
	}
	return value, nil
}
