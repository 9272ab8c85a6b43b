package main

import (
	"errors"
	"fmt"

	"github.com/diplograph/diplograph/graph"
)

// removeCmd is "loader remove".
type removeCmd struct {
	IDs    []string `arg:"" name:"id" help:"Ids of articles."`
	Day    dayFlag  `placeholder:"YYYY-MM-DD" help:"The day from which the articles count as withdrawn; today by default." xor:"history"`
	Forget bool     `help:"Drop the articles from the history too, those that were withdrawn before as well." xor:"history"`
}

// Run implements the command. All articles go in one transaction.
func (c *removeCmd) Run(e environment, all *cli) (err error) {
	store, err := all.openStore(e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	b := graph.Batch{Day: c.Day.or(e.today)}
	if c.Forget {
		b.Day = ""
	}
	for _, id := range c.IDs {
		b.Remove = append(b.Remove, graph.ArticleID(id))
	}
	outcomes, err := store.Apply(e.ctx, b)
	if err != nil {
		return fmt.Errorf("removing: %w", err)
	}
	var absent []string
	for _, o := range outcomes {
		if o.Change == graph.Absent {
			absent = append(absent, string(o.Article))
		}
	}
	fmt.Fprintf(e.out, "%d articles removed\n", len(outcomes)-len(absent))
	e.list(fmt.Sprintf("%d ids are not in the store:", len(absent)), absent, 0)
	if len(absent) > 0 {
		return errSome
	}
	return nil
}
