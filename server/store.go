package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
)

// usualStore is the store that loader and server share unless told otherwise.
const usualStore = "sqlite:diplograph.db"

// openStore opens the store that the flags name. release closes it and
// removes it when it was a temporary one.
func openStore(ctx context.Context, f flags) (s graph.Store, release func() error, err error) {
	url, remove, err := storeURL(f)
	if err != nil {
		return nil, nil, err
	}
	if s, err = backend.Open(ctx, url); err != nil {
		return nil, nil, errors.Join(err, remove())
	}
	return s, func() error { return errors.Join(s.Close(), remove()) }, nil
}

func storeURL(f flags) (url string, remove func() error, err error) {
	switch {
	case f.Store != "":
		return f.Store, func() error { return nil }, nil
	case len(f.Load) == 0:
		return usualStore, func() error { return nil }, nil
	}
	dir, err := os.MkdirTemp("", "diplograph-")
	if err != nil {
		return "", nil, fmt.Errorf("no place for a temporary store; name one with --store: %w", err)
	}
	return "sqlite:" + filepath.Join(dir, "diplograph.db"), func() error { return os.RemoveAll(dir) }, nil
}

// fill loads what --load names; without it, it says what to do about an empty
// store.
func fill(ctx context.Context, s graph.Store, f flags, out io.Writer) error {
	if len(f.Load) > 0 {
		return load(ctx, s, f.Load, out)
	}
	stats, err := s.Stats(ctx)
	if err != nil {
		return usageError{err}
	}
	if stats.Articles == 0 {
		fmt.Fprint(out, "The store is empty, so every answer will be. Load articles first:\n\n"+
			"  go run ./server --load testdata/articles    (into a temporary store)\n"+
			"  go run ./loader testdata/articles           (into "+usualStore+", the store used without --store)\n\n")
	}
	return nil
}
