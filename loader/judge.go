package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/judge"
)

// judgeCmd is "loader judge".
type judgeCmd struct {
	File string `default:"judgements.txt" placeholder:"FILE" help:"The file of judgements."`

	Add    judgeAddCmd    `cmd:"" help:"Add a judgement to the file."`
	Remove judgeRemoveCmd `cmd:"" help:"Remove the judgements on two persons from the file."`
	List   judgeListCmd   `cmd:"" help:"Print the judgements of the file with their line numbers."`
	Check  judgeCheckCmd  `cmd:"" help:"Look for bad lines and contradictions, and with --in-store for what each does in the store."`
	Apply  judgeApplyCmd  `cmd:"" help:"Make the file the store's set of judgements."`
	Import judgeImportCmd `cmd:"" help:"Add the edges of a resolver of nomenklatura to the file."`
	Export judgeExportCmd `cmd:"" help:"Print the file as edges of a resolver of nomenklatura."`
}

type judgeAddCmd struct {
	Verdict string  `arg:"" enum:"same,not-same" help:"same or not-same."`
	A       string  `arg:"" help:"A person: Name, Name/CC, key:KEY or id:ID."`
	B       string  `arg:"" help:"Another one."`
	Why     string  `required:"" help:"On what grounds."`
	Who     string  `env:"USER" help:"Who decides."`
	When    dayFlag `placeholder:"YYYY-MM-DD" help:"The day; today by default."`
}

// Run implements the command.
func (c *judgeAddCmd) Run(e environment, all *cli) error {
	j, err := judge.New(c.Verdict, c.A, c.B, c.Who, string(c.When.or(e.today)), c.Why)
	if err != nil {
		return err
	}
	f, err := judge.ReadOrNew(all.Judge.File)
	if err != nil {
		return err
	}
	if f.Add(j) == 0 {
		fmt.Fprintln(e.out, "the file has it already")
		return nil
	}
	if err := f.Write(); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "added to %s; loader judge apply makes it count\n", f.Name)
	return warnContradictions(e, f)
}

// warnContradictions lists lines that cannot both be right.
func warnContradictions(e environment, f *judge.File) error {
	var lines []string
	for _, l := range f.Contradictions() {
		lines = append(lines, fmt.Sprintf("%s:%d: %s", f.Name, l.Number, judge.Format(l.Judgement)))
	}
	if len(lines) == 0 {
		return nil
	}
	e.list("other lines say that these are the same; until one of them goes, none of those joins:", lines, 0)
	return errSome
}

type judgeRemoveCmd struct {
	A string `arg:"" help:"A person, as the file has it."`
	B string `arg:"" help:"The other one."`
}

// Run implements the command.
func (c *judgeRemoveCmd) Run(e environment, all *cli) error {
	a, err := graph.ParsePersonRef(c.A)
	if err != nil {
		return err
	}
	b, err := graph.ParsePersonRef(c.B)
	if err != nil {
		return err
	}
	f, err := judge.Read(all.Judge.File)
	if err != nil {
		return err
	}
	gone := f.Remove(a, b)
	if len(gone) == 0 {
		fmt.Fprintf(e.err, "%s has no judgement on %s and %s\n", f.Name, a, b)
		return errSome
	}
	if err := f.Write(); err != nil {
		return err
	}
	for _, l := range gone {
		fmt.Fprintf(e.out, "removed: %s\n", judge.Format(l.Judgement))
	}
	return nil
}

type judgeListCmd struct{}

// Run implements the command.
func (c *judgeListCmd) Run(e environment, all *cli) error {
	f, err := judge.Read(all.Judge.File)
	if err != nil {
		return err
	}
	for _, l := range f.Lines {
		fmt.Fprintf(e.out, "%d\t%s\n", l.Number, judge.Format(l.Judgement))
	}
	return nil
}

type judgeCheckCmd struct {
	InStore bool `help:"Tell what each judgement does in the store, which must have them applied."`
}

// Run implements the command.
func (c *judgeCheckCmd) Run(e environment, all *cli) error {
	f, err := judge.Read(all.Judge.File)
	if err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%d judgements\n", len(f.Lines))
	err = warnContradictions(e, f)
	if c.InStore {
		err = errors.Join(err, c.effects(e, all))
	}
	return err
}

// effects prints the judgements of the store that do not do what they say.
func (c *judgeCheckCmd) effects(e environment, all *cli) (err error) {
	store, err := all.openStore(e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	judged, err := store.Judgements(e.ctx)
	if err != nil {
		return fmt.Errorf("reading judgements: %w", err)
	}
	count := map[graph.Effect]int{}
	for _, j := range judged {
		if count[j.Effect]++; j.Effect != graph.EffectApplied {
			fmt.Fprintf(e.out, "%s: %s\n", j.Effect, judge.Format(j.Judgement))
		}
	}
	fmt.Fprintf(e.out, "in the store: %d applied, %d that mean nobody, %d ambiguous, %d contradicted\n",
		count[graph.EffectApplied], count[graph.EffectUnknown], count[graph.EffectAmbiguous], count[graph.EffectContradicted])
	if count[graph.EffectAmbiguous]+count[graph.EffectContradicted] > 0 {
		return errSome
	}
	return nil
}

type judgeApplyCmd struct{}

// Run implements the command.
func (c *judgeApplyCmd) Run(e environment, all *cli) (err error) {
	x, err := all.extractor()
	if err != nil {
		return err
	}
	store, err := all.openStore(e)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return applyJudgements(e, store, x, all.Judge.File)
}

// applyJudgements makes a file the store's set of judgements.
func applyJudgements(e environment, store graph.Store, x *extract.Extractor, name string) error {
	f, err := judge.Read(name)
	if err != nil {
		return err
	}
	set := f.Set()
	for i := range set {
		set[i].A, set[i].B = known(x, set[i].A), known(x, set[i].B)
	}
	if _, err := store.Apply(e.ctx, graph.Batch{Judge: set}); err != nil {
		return fmt.Errorf("applying judgements: %w", err)
	}
	fmt.Fprintf(e.out, "%d judgements are in\n", len(graph.JudgementSet(set)))
	return nil
}

// known turns the name of a public figure into the key under which articles
// are read that name them.
func known(x *extract.Extractor, r graph.PersonRef) graph.PersonRef {
	if key := x.FigureKey(r.Name, string(r.Country)); r.Name != "" && key != "" {
		return graph.PersonRef{Key: key}
	}
	return r
}

type judgeImportCmd struct {
	Edges string `arg:"" default:"-" help:"JSON Lines of edges; - for standard input."`
}

// Run implements the command.
func (c *judgeImportCmd) Run(e environment, all *cli) error {
	in := e.in
	if c.Edges != "-" {
		file, err := os.Open(c.Edges)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	js, skipped, err := judge.ReadEdges(in)
	if err != nil {
		return fmt.Errorf("%s: %w", c.Edges, err)
	}
	f, err := judge.ReadOrNew(all.Judge.File)
	if err != nil {
		return err
	}
	n := f.Add(js...)
	if err := f.Write(); err != nil {
		return err
	}
	fmt.Fprintf(e.out, "%d judgements added, %d were there, %d edges decide nothing\n", n, len(js)-n, skipped)
	return warnContradictions(e, f)
}

type judgeExportCmd struct{}

// Run implements the command.
func (c *judgeExportCmd) Run(e environment, all *cli) error {
	f, err := judge.Read(all.Judge.File)
	if err != nil {
		return err
	}
	return judge.WriteEdges(e.out, f.Set())
}
