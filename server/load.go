package main

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/ingest"
)

// today is the day as far as the graph is concerned.
func today() graph.Date { return graph.Date(time.Now().UTC().Format(time.DateOnly)) }

// load reads the articles at paths into the store. Articles that are refused
// are listed, and the rest is served.
func load(ctx context.Context, s graph.Store, paths []string, out io.Writer) error {
	sum, err := ingest.Load(ctx, s, paths, ingest.Options{Day: today()})
	if err != nil {
		return fmt.Errorf("loading articles: %w", err)
	}
	fmt.Fprintln(out, sum)
	for _, line := range sum.Refusals {
		fmt.Fprintln(out, "refused:", line)
	}
	return nil
}
