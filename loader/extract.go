package main

import (
	"bufio"
	"fmt"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/ingest"
)

// maxRefusals is how many refused articles are listed.
const maxRefusals = ingest.DefaultKeep

// extractCmd is "loader extract".
type extractCmd struct {
	Paths []string `arg:"" name:"path" help:"Files, folders, or - for standard input."`
	Form  string   `enum:"report,facts" default:"report" help:"What to print of each article: report (all, with evidence) or facts (the plain form)."`
}

// Run implements the command.
func (c *extractCmd) Run(e environment, all *cli) error {
	x, err := all.extractor()
	if err != nil {
		return err
	}
	items, err := ingest.Input{Paths: c.Paths, Reader: e.reader(), Extractor: x}.Reports(e.ctx)
	if err != nil {
		return err
	}
	out, refused, lines := bufio.NewWriter(e.out), 0, []string{}
	for item := range items {
		if item.Err == nil {
			if _, err := out.Write(append(c.line(item.Report), '\n')); err != nil {
				return fmt.Errorf("standard output: %w", err)
			}
			continue
		}
		if refused++; len(lines) < maxRefusals {
			lines = append(lines, item.Err.Error())
		}
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("standard output: %w", err)
	}
	e.list(fmt.Sprintf("%d refused:", refused), lines, refused-len(lines))
	return c.end(e, refused)
}

// end tells an interruption.
func (c *extractCmd) end(e environment, refused int) error {
	if err := e.ctx.Err(); err != nil {
		fmt.Fprintf(e.err, "loader: interrupted, the output is not complete: %v\n", err)
		return errSome
	}
	if refused > 0 {
		return errSome
	}
	return nil
}

// line is the JSON of one article.
func (c *extractCmd) line(r *graph.Report) []byte {
	if c.Form == "facts" {
		return graph.MarshalCanonical(extract.FactsOf(r))
	}
	return graph.MarshalCanonical(printable(*r))
}

// printable makes empty lists of missing ones: a reader of the output need not
// know null.
func printable(r graph.Report) graph.Report {
	fill(&r.Persons)
	fill(&r.Parties)
	fill(&r.Organizations)
	fill(&r.Countries)
	fill(&r.Meetings)
	fill(&r.Delegations)
	fill(&r.Agreements)
	return r
}

func fill[T any](list *[]T) {
	if *list == nil {
		*list = []T{}
	}
}
