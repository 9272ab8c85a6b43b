// Package backend opens a store by its address. It is the only package that
// knows every implementation of graph.Store; commands and tests use it.
package backend

import (
	"context"
	"fmt"
	"os"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/neo4j"
	"github.com/diplograph/diplograph/graph/sqlite"
)

// Forms lists the addresses that Open accepts, for help texts.
const Forms = "sqlite:FILE (a file, created when absent) or sqlite::memory: (gone when closed) or " + neo4j.Form

// Open opens the store at url; see Forms. The errors are those of the store,
// or ErrInvalid for an address of no known form.
func Open(ctx context.Context, url string) (graph.Store, error) {
	scheme, rest, ok := strings.Cut(url, ":")
	if !ok || rest == "" {
		return nil, unknown(scheme)
	}
	switch scheme {
	case "sqlite":
		s, err := sqlite.Open(ctx, rest)
		if err != nil {
			return nil, err // not the nil *Store as a Store
		}
		return s, nil
	case "neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc":
		password, err := neo4j.Password(os.Getenv)
		if err != nil {
			return nil, err
		}
		s, err := neo4j.Open(ctx, url, password)
		if err != nil {
			return nil, err // not the nil *Store as a Store
		}
		return s, nil
	}
	return nil, unknown(scheme)
}

// unknown does not repeat the whole address: it may hold a password.
func unknown(scheme string) error {
	return fmt.Errorf("store address %q: want %s: %w", scheme, Forms, graph.ErrInvalid)
}
