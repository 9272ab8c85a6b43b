package main

import (
	"errors"
	"fmt"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/ingest"
)

// loadCmd is "loader load".
type loadCmd struct {
	Paths      []string `arg:"" name:"path" help:"Files, folders, or - for standard input."`
	Batch      int      `default:"${batch}" help:"Articles per transaction."`
	Day        dayFlag  `placeholder:"YYYY-MM-DD" help:"The day from which the articles count as known, unless they say that they were published before; today by default."`
	Judgements string   `placeholder:"FILE" help:"Apply the judgements of this file first (see loader judge); they replace those of the store."`
	Verbose    bool     `short:"v" help:"List what was repaired or guessed in articles, too."`
}

// Validate implements kong's check.
func (c *loadCmd) Validate() error {
	if c.Batch < 1 || c.Batch > 100_000 {
		return fmt.Errorf("--batch is %d, not 1 to 100000", c.Batch)
	}
	return nil
}

// Run implements the command.
func (c *loadCmd) Run(e environment, all *cli) (err error) {
	x, err := all.extractor()
	if err != nil {
		return err
	}
	store, err := all.openStore(e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	if c.Judgements != "" {
		if err := applyJudgements(e, store, x, c.Judgements); err != nil {
			return err
		}
	}
	p := newProgress(e, article.Size(c.Paths...))
	sum, err := ingest.Load(e.ctx, store, c.Paths, ingest.Options{
		Reader: e.reader(), Extractor: x, Batch: c.Batch, Day: c.Day.or(e.today), Progress: p.show,
	})
	p.end()
	c.tell(e, sum)
	switch {
	case err != nil && sum.Interrupted:
		fmt.Fprintf(e.err, "loader: %v\n", err)
		return errSome
	case err != nil:
		return err
	case sum.Refused > 0:
		return errSome
	}
	return nil
}

// tell writes the summary.
func (c *loadCmd) tell(e environment, s ingest.Summary) {
	fmt.Fprintln(e.out, s)
	if c.Verbose {
		e.list(fmt.Sprintf("%d articles were repaired or guessed at:", s.Repaired), s.Repairs, s.Repaired-len(s.Repairs))
	} else if s.Repaired > 0 {
		fmt.Fprintf(e.err, "%d articles were repaired or guessed at; --verbose lists them\n", s.Repaired)
	}
	e.list(fmt.Sprintf("%d ids came twice:", s.Again), s.Repeats, s.Again-len(s.Repeats))
	e.list(fmt.Sprintf("%d refused:", s.Refused), s.Refusals, s.Refused-len(s.Refusals))
}
