package neo4j_test

import (
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j/neo4jtest"
)

// shared is the server of this package's tests, which do not run in parallel.
var shared neo4jtest.Shared

func open(t testing.TB) graph.Store {
	t.Helper()
	return shared.Server(t).Open(t)
}

func TestStore(t *testing.T) { graphtest.Run(t, open) }
