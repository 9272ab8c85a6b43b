package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/eval"
	"github.com/diplograph/diplograph/loader/extract"
)

// evalCmd is "loader eval".
type evalCmd struct {
	Gold       string   `arg:"" optional:"" name:"gold-dir" help:"Folder of wanted facts, *.json, with all below it."`
	Inputs     []string `arg:"" optional:"" name:"path" help:"The articles. By default those beside the wanted facts."`
	Errors     bool     `help:"List every mistake with its class and sentences."`
	References bool     `help:"List every phrase without a name that is taken for somebody else, or for nobody."`
	Score      string   `placeholder:"FILE" help:"Compare with this file of scores."`
	Update     bool     `help:"Rewrite the scores in the file of --score."`
	Names      []string `placeholder:"FILE.jsonl" help:"Score texts with marked names, pairs or silence."`
}

// Validate implements kong's check.
func (c *evalCmd) Validate() error {
	switch {
	case c.Gold == "" && len(c.Names) == 0:
		return errors.New("give a folder of wanted facts, or --names FILE.jsonl")
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
	var blocks []eval.Scored
	var some error
	keep := func(more []eval.Scored, err error) error {
		blocks = append(blocks, more...)
		if errors.Is(err, errSome) {
			some, err = err, nil
		}
		return err
	}
	if c.Gold != "" {
		if err := keep(c.gold(e, x)); err != nil {
			return err
		}
		if err := keep(c.identity(e, x)); err != nil {
			return err
		}
	}
	for _, path := range c.Names {
		if err := keep(c.names(e, x, path)); err != nil {
			return err
		}
	}
	return errors.Join(c.compare(e, blocks), some)
}

// gold scores the datasets of the folder of wanted facts.
func (c *evalCmd) gold(e environment, x *extract.Extractor) (blocks []eval.Scored, err error) {
	base := "."
	if c.Score != "" {
		base = filepath.Dir(c.Score)
	}
	o, err := eval.Open(e.ctx, c.Gold, c.Inputs, base)
	if err != nil {
		return nil, err
	}
	var results []eval.Result
	for _, d := range o.Datasets {
		r, err := d.Run(e.ctx, x)
		if err != nil {
			return nil, err
		}
		results, blocks = append(results, r), append(blocks, r.Scored())
		fmt.Fprintln(e.out, r.Block())
	}
	total := eval.Result{Name: "all", Score: eval.Total(results)}
	if len(results) > 1 {
		fmt.Fprintln(e.out, total.Block())
	}
	if c.Errors {
		list(e, c.shown(e, results, func(r eval.Result) []eval.Mistake { return r.Mistakes }))
	}
	if c.References {
		list(e, c.shown(e, results, func(r eval.Result) []eval.Mistake { return r.References }))
	}
	e.list("not wanted facts:", o.Skipped, 0)
	return blocks, refused(e, o.Refused, total.Score.Missing)
}

// identity scores who is who, if the folder of wanted facts has tables of it in
// a folder of that name, and the articles in each folder there, joined to a graph of their own.
func (c *evalCmd) identity(e environment, x *extract.Extractor) ([]eval.Scored, error) {
	folder := filepath.Join(c.Gold, "identity")
	if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	i, err := eval.ScoreIdentity(folder)
	if err != nil {
		return nil, err
	}
	blocks := []eval.Scored{i.Scored("identity")}
	mistakes := slices.Concat(i.Persons.Mistakes, i.Together.Mistakes, i.Meetings.Mistakes)
	told, err := filepath.Glob(filepath.Join(folder, "*", "articles.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, articles := range told {
		name := filepath.Base(filepath.Dir(articles))
		t, err := eval.ScoreTold(e.ctx, filepath.Dir(articles), x)
		if err != nil {
			return nil, err
		}
		if blocks = append(blocks, t.Scored("identity/"+name)); !aside(name) {
			mistakes = slices.Concat(mistakes, t.Persons.Mistakes, t.Meetings.Mistakes)
		}
	}
	for _, b := range blocks {
		fmt.Fprintln(e.out, b.Block)
	}
	if c.Errors {
		e.list("mistakes on who is who:", mistakes, 0)
	}
	return blocks, nil
}

// aside reports a folder of texts that nobody who writes rules may read. Those for the weights
// alone are such: they tell how much a rule is to be believed on texts it has not seen.
func aside(folder string) bool {
	return strings.HasPrefix(folder, "held") || slices.Contains([]string{"unseen", "reports", "weights"}, folder)
}

// shown are the mistakes to list: not those in texts that are kept aside beside
// others, for who reads them has no honest measure left.
func (c *evalCmd) shown(e environment, results []eval.Result, of func(eval.Result) []eval.Mistake) (ms []eval.Mistake) {
	open := func(r eval.Result) bool { return !aside(path.Base(path.Dir(r.Name))) }
	all := !slices.ContainsFunc(results, open)
	for _, r := range results {
		if all || open(r) {
			ms = append(ms, of(r)...)
		} else if n := len(of(r)); n > 0 {
			fmt.Fprintf(e.out, "%d mistakes in [%s] are not listed: these texts are kept aside\n", n, r.Name)
		}
	}
	return ms
}

// list writes mistakes, then their classes with their share.
func list(e environment, ms []eval.Mistake) {
	if len(ms) == 0 {
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
		fmt.Fprintf(e.out, "%5d %3.0f%% %s\n", count[class], 100*float64(count[class])/float64(len(ms)), class)
	}
}

// compare holds the scores against the file of scores, or writes them there.
func (c *evalCmd) compare(e environment, blocks []eval.Scored) error {
	if c.Score == "" {
		return nil
	}
	golden, err := eval.ReadGolden(c.Score)
	if err != nil {
		return err
	}
	diff := golden.Diff(blocks)
	if c.Update {
		golden.Put(blocks)
		e.list("scores that changed:", diff, 0)
		return golden.Write(c.Score)
	}
	if len(diff) > 0 {
		e.list("scores that differ from "+c.Score+" (--update rewrites them):", diff, 0)
		return errSome
	}
	return nil
}

// names scores one file of marked texts. A file that is not there is no error
// beside a file of scores: its lines there stay as they are.
func (c *evalCmd) names(e environment, x *extract.Extractor, file string) ([]eval.Scored, error) {
	m, err := eval.ScoreMarked(e.ctx, x, file)
	if c.Score != "" && errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(e.err, "%s is not there: its lines in %s are not checked\n", file, c.Score)
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	block := m.Scored(blockName(file))
	fmt.Fprintln(e.out, block.Block)
	if c.Errors {
		list(e, m.Mistakes)
	}
	return []eval.Scored{block}, refused(e, m.Refused, 0)
}

// blockName is a file with its folder, without what is around it: "real/winer-fr".
func blockName(file string) string {
	file, _ = filepath.Abs(file) // fails without a working directory only, and is a name then all the same
	return filepath.Base(filepath.Dir(file)) + "/" + strings.TrimSuffix(filepath.Base(file), filepath.Ext(file))
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
