package sqlite

import (
	"path/filepath"
	"testing"
)

// A transaction that was begun although its begin reported an error (its
// context ended just then) must not stay open for the next writer.
func TestDroppedConnectionRollsBack(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	defer s.Close()
	c, err := s.writer.take(t.Context())
	if err != nil {
		t.Fatalf("take: %v", err)
	}
	defer s.writer.give(c)
	for range 2 {
		if err := c.begin(t.Context(), "BEGIN IMMEDIATE"); err != nil {
			t.Fatalf("begin: %v", err)
		}
		c.drop()
	}
}
