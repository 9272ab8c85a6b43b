package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"

	"github.com/diplograph/diplograph/loader/eval"
	"github.com/diplograph/diplograph/loader/extract"
)

// evalCmd is "loader eval".
type evalCmd struct {
	Gold   string   `arg:"" optional:"" name:"gold-dir" help:"Folder of wanted facts, *.json, with all below it."`
	Inputs []string `arg:"" optional:"" name:"path" help:"The articles. By default those beside the wanted facts."`
	Errors bool     `help:"List every mistake with its class and sentences."`
	Score  string   `placeholder:"FILE" help:"Compare with this file of scores."`
	Update bool     `help:"Rewrite the scores in the file of --score."`
	Names  []string `placeholder:"FILE.jsonl" help:"Score texts with marked names, pairs or silence."`
}

// Validate implements kong's check.
func (c *evalCmd) Validate() error {
	switch {
	case c.Gold == "" && len(c.Names) == 0:
		return errors.New("give a folder of wanted facts, or --names FILE.jsonl")
	case c.Gold == "" && c.Score != "":
		return errors.New("--score needs a folder of wanted facts")
	case c.Update && c.Score == "":
		return errors.New("--update needs --score FILE")
	}
	return nil
}

// Run implements the command.
func (c *evalCmd) Run(e environment, all *cli) error {
	x, err := all.extractor()
	if err != nil {
		return err
	}
	var some error
	if c.Gold != "" {
		if err := c.gold(e, x); errors.Is(err, errSome) {
			some = err
		} else if err != nil {
			return err
		}
	}
	for _, path := range c.Names {
		if err := c.names(e, x, path); errors.Is(err, errSome) {
			some = err
		} else if err != nil {
			return err
		}
	}
	return some
}

// gold scores the datasets of the folder of wanted facts.
func (c *evalCmd) gold(e environment, x *extract.Extractor) error {
	base := "."
	if c.Score != "" {
		base = filepath.Dir(c.Score)
	}
	o, err := eval.Open(e.ctx, c.Gold, c.Inputs, base)
	if err != nil {
		return err
	}
	var results []eval.Result
	for _, d := range o.Datasets {
		r, err := d.Run(e.ctx, x)
		if err != nil {
			return err
		}
		results = append(results, r)
		fmt.Fprintln(e.out, r.Block())
	}
	total := eval.Result{Name: "all", Score: eval.Total(results)}
	if len(results) > 1 {
		fmt.Fprintln(e.out, total.Block())
	}
	for _, r := range results {
		total.Mistakes = append(total.Mistakes, r.Mistakes...)
	}
	c.mistakes(e, total.Mistakes)
	e.list("not wanted facts:", o.Skipped, 0)
	return errors.Join(c.compare(e, results), refused(e, o.Refused, total.Score.Missing))
}

// mistakes lists them if asked for, then their classes.
func (c *evalCmd) mistakes(e environment, ms []eval.Mistake) {
	if !c.Errors || len(ms) == 0 {
		return
	}
	count, classes := map[string]int{}, []string{}
	for _, m := range ms {
		fmt.Fprintln(e.out, m)
		if count[m.Class]++; count[m.Class] == 1 {
			classes = append(classes, m.Class)
		}
	}
	slices.Sort(classes)
	slices.SortStableFunc(classes, func(a, b string) int { return count[b] - count[a] })
	fmt.Fprintln(e.out)
	for _, class := range classes {
		fmt.Fprintf(e.out, "%5d %s\n", count[class], class)
	}
}

// compare holds the results against the file of scores, or writes them there.
func (c *evalCmd) compare(e environment, results []eval.Result) error {
	if c.Score == "" {
		return nil
	}
	golden, err := eval.ReadGolden(c.Score)
	if err != nil {
		return err
	}
	diff := golden.Diff(results)
	if c.Update {
		golden.Put(results)
		e.list("scores that changed:", diff, 0)
		return golden.Write(c.Score)
	}
	if len(diff) > 0 {
		e.list("scores that differ from "+c.Score+" (--update rewrites them):", diff, 0)
		return errSome
	}
	return nil
}

// names scores one file of marked texts.
func (c *evalCmd) names(e environment, x *extract.Extractor, path string) error {
	m, err := eval.ScoreMarked(e.ctx, x, path)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "[%s] %s\n", filepath.Base(path), m)
	c.mistakes(e, m.Mistakes)
	return refused(e, m.Refused, 0)
}

// refused lists what could not be read.
func refused(e environment, errs []error, missing int) error {
	lines := make([]string, 0, len(errs))
	for _, err := range errs {
		lines = append(lines, err.Error())
	}
	shown := lines[:min(len(lines), maxRefusals)]
	e.list(fmt.Sprintf("%d refused:", len(lines)), shown, len(lines)-len(shown))
	if missing > 0 {
		fmt.Fprintf(e.err, "%d texts with wanted facts have no article: give the articles after the folder\n", missing)
	}
	if len(errs)+missing > 0 {
		return errSome
	}
	return nil
}
