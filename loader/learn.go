package main

import (
	"fmt"
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
	Out     string   `placeholder:"DIR" required:"" help:"Where the weights go: loader/extract/weights of the sources."`
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
	for _, q := range extract.Questions() {
		l := eval.Lessons{Question: q}
		if err := l.Add(e.ctx, learnt, x); err != nil {
			return err
		}
		m := l.Learn()
		fmt.Fprintf(e.out, "[%s] learnt from %d cases of %d texts\n", q, len(l.Rows), l.Texts)
		if err := c.write(q, m); err != nil {
			return err
		}
		t := eval.Lessons{Question: q}
		if err := t.Add(e.ctx, apart, x); err != nil {
			return err
		}
		if t.Texts > 0 {
			fmt.Fprintf(e.out, "measured on %d cases of %d texts\n%s\n", len(t.Rows), t.Texts, t.Table(m))
		}
	}
	return nil
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

func (c *learnCmd) write(q extract.Question, m *weigh.Model) error {
	f, err := os.Create(filepath.Join(c.Out, string(q)+".txt"))
	if err != nil {
		return err
	}
	defer f.Close()
	if err := m.Write(f); err != nil {
		return err
	}
	return f.Close()
}
