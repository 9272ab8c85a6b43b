package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/diplograph/diplograph/loader/eval"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

// learnCmd is "loader learn".
type learnCmd struct {
	Gold    []string `arg:"" name:"gold-dir" help:"Folders of wanted facts, *.json, with all below them."`
	Measure []string `placeholder:"DIR" help:"Folders of wanted facts that nothing is learnt from: how right the weights are there."`
	Out     string   `placeholder:"DIR" required:"" help:"Where the weights go, a file for each kind of fact: loader/extract/weights of the sources."`
}

// Run implements the command.
func (c *learnCmd) Run(e environment, all *cli) error {
	x, err := extract.Unweighed(all.Lang...)
	if err != nil {
		return err
	}
	learnt, err := c.datasets(e, c.Gold)
	if err != nil {
		return err
	}
	apart, err := c.datasets(e, c.Measure)
	if err != nil {
		return err
	}
	for _, k := range extract.Kinds() {
		if err := c.learn(e, k, x, learnt, apart); err != nil {
			return err
		}
	}
	return nil
}

// learn learns one kind and measures it.
func (c *learnCmd) learn(e environment, k extract.Kind, x *extract.Extractor, learnt, apart []eval.Dataset) error {
	l, t := eval.Lessons{Kind: k, Names: map[weigh.Gram]weigh.Name{}}, eval.Lessons{Kind: k}
	if err := errors.Join(l.Add(e.ctx, learnt, x), t.Add(e.ctx, apart, x)); err != nil {
		return err
	}
	fmt.Fprintf(e.err, "%s: learning from %d samples of %d texts\n", k, len(l.Samples), l.Texts)
	m, err := l.Learn(e.ctx, func(done, of int) { fmt.Fprintf(e.err, "%s: %d of %d models learnt\n", k, done, of) })
	if err != nil {
		return err
	}
	if t.Texts > 0 {
		fmt.Fprintf(e.out, "%s: measured on %d samples of %d other texts\n%s", k, len(t.Samples), t.Texts, t.Table(m))
	}
	return c.write(k, m, l.Names)
}

// datasets are the texts of some folders.
func (c *learnCmd) datasets(e environment, dirs []string) (all []eval.Dataset, err error) {
	for _, dir := range dirs {
		o, err := eval.Open(e.ctx, dir, nil, ".")
		if err != nil {
			return nil, err
		}
		if err := refused(e, o.Refused, 0); err != nil {
			return nil, err
		}
		all = append(all, o.Datasets...)
	}
	return all, nil
}

func (c *learnCmd) write(k extract.Kind, w *extract.Weights, names map[weigh.Gram]weigh.Name) error {
	if err := os.MkdirAll(c.Out, 0o755); err != nil {
		return err
	}
	files := k.Files()
	return errors.Join(
		c.create(files[0], func(f io.Writer) error { return w.Words.Write(f, names) }),
		c.create(files[1], w.Told.Write),
		c.create(files[2], w.Whole.Write),
	)
}

func (c *learnCmd) create(file string, write func(io.Writer) error) error {
	f, err := os.Create(filepath.Join(c.Out, file))
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}
