// Package graphtest holds what every graph.Store must pass: a conformance
// suite of each sentence of the contract (Run), properties over random
// reports, and benchmarks (Bench). A store's own tests are one line:
//
//	func TestStore(t *testing.T) { graphtest.Run(t, open) }
//
// where open returns a fresh, empty store each time and closes it when the
// test ends.
package graphtest
