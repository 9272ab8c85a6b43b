package main

import (
	"fmt"
	"os"

	"github.com/diplograph/diplograph/loader/eval"
	"github.com/diplograph/diplograph/loader/extract"
)

// learnCmd is "loader learn".
type learnCmd struct {
	Gold []string `arg:"" name:"gold-dir" help:"Folders of wanted facts, *.json, with all below them."`
	Out  string   `placeholder:"FILE" required:"" help:"Where the weights go: loader/extract/weights.txt of the sources."`
}

// Run implements the command.
func (c *learnCmd) Run(e environment, all *cli) error {
	x, err := extract.Unweighed(all.Lang...)
	if err != nil {
		return err
	}
	var l eval.Lessons
	for _, dir := range c.Gold {
		o, err := eval.Open(e.ctx, dir, nil, ".")
		if err != nil {
			return err
		}
		for _, d := range o.Datasets {
			if err := l.Add(e.ctx, d, x); err != nil {
				return err
			}
		}
		if err := refused(e, o.Refused, 0); err != nil {
			return err
		}
	}
	fmt.Fprintf(e.out, "%d pairs of %d texts; each weighed by what the other texts teach:\n%s", len(l.Rows), l.Texts, l.Table(l.Blind()))
	f, err := os.Create(c.Out)
	if err != nil {
		return err
	}
	defer f.Close()
	if err := l.Learn().Write(f); err != nil {
		return err
	}
	return f.Close()
}
