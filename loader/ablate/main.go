// Command ablate tells which conditions of the engine earn their keep: it makes each of them constant in turn, reads
// texts with wanted facts, and counts what that spoils and what it mends.
//
//	go run ./loader/ablate testdata/weights testdata/rich >conditions.tsv
//
// Each line of the output is one condition made constant: how many mistakes fewer and more the texts have then, in how many
// texts the report changes, and in how many it was asked for; then where it stands. A condition that mends more than it
// spoils, in several texts, does harm; one that changes no report is not needed by any text given, which does not mean by none:
// of those that 3,300 texts do not need, two in three that matter at all elsewhere do good there.
//
// An if is made false, one side of && true and of || false, what a function of a bool returns either. The engine is built
// with the conditions numbered (go build -overlay); its files stay as they are. All conditions with 1,000 texts take
// half an hour or more; --only takes those of files with a part of a name, --most bounds the texts that are read for one condition.
package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"reflect"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/ablate/knife"
	"github.com/diplograph/diplograph/loader/eval"
	"github.com/diplograph/diplograph/loader/extract"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "ablate:", err)
		os.Exit(1)
	}
}

const engine = "loader/extract"

func run(ctx context.Context, args []string, out, progress io.Writer) error {
	f := flag.NewFlagSet("ablate", flag.ContinueOnError)
	only := f.String("only", "", "conditions of files whose `name` has this in it")
	most := f.Int("most", 400, "texts to read for one condition")
	numbered := f.String("numbered", "", "`file` of the conditions of this build; for ablate itself")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() == 0 {
		return fmt.Errorf("no folder of texts with wanted facts given, such as testdata/rich")
	}
	if *numbered == "" {
		return rebuild(ctx, args, out, progress)
	}
	sites, err := readSites(*numbered)
	if err != nil {
		return err
	}
	texts, err := readTexts(ctx, f.Args())
	if err != nil {
		return err
	}
	return ablate(ctx, sites, texts, *only, *most, out, progress)
}

// rebuild runs this command again with the conditions of the engine numbered.
func rebuild(ctx context.Context, args []string, out, progress io.Writer) error {
	dir, err := os.MkdirTemp("", "ablate")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	names, err := filepath.Glob(engine + "/*.go")
	if err != nil || len(names) == 0 {
		return fmt.Errorf("no %s here: run it from the root of the repository", engine)
	}
	var in instrumenter
	replace := map[string]string{}
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		if strings.HasSuffix(name, "_test.go") || bytes.Contains(src, []byte("//go:")) {
			continue
		}
		src, err = in.file(filepath.Base(name), src)
		if err != nil {
			return err
		}
		replace[name] = filepath.Join(dir, filepath.Base(name))
		if err := os.WriteFile(replace[name], src, 0o600); err != nil {
			return err
		}
	}
	overlay, list := filepath.Join(dir, "overlay.json"), filepath.Join(dir, "sites.json")
	if err := cmp.Or(writeJSON(overlay, map[string]any{"Replace": replace}), writeJSON(list, in.sites)); err != nil {
		return err
	}
	c := exec.CommandContext(ctx, "go", append([]string{"run", "-overlay", overlay, "./loader/ablate", "--numbered", list}, args...)...)
	c.Stdout, c.Stderr = out, progress
	return c.Run()
}

func writeJSON(name string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	return os.WriteFile(name, b, 0o600)
}

func readSites(name string) (sites []site, err error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	return sites, json.Unmarshal(b, &sites)
}

// text is a case as it is read without a cut.
type text struct {
	eval.Case
	report   graph.Report
	mistakes int
}

func readTexts(ctx context.Context, dirs []string) (texts []*text, err error) {
	for _, dir := range dirs {
		o, err := eval.Open(ctx, dir, nil, dir)
		if err != nil {
			return nil, err
		}
		if len(o.Refused) > 0 {
			return nil, o.Refused[0]
		}
		for _, d := range o.Datasets {
			for _, c := range d.Cases {
				if c.Article != nil {
					texts = append(texts, &text{Case: c})
				}
			}
		}
	}
	return texts, nil
}

func ablate(ctx context.Context, sites []site, texts []*text, only string, most int, out, progress io.Writer) error {
	x, err := extract.New()
	if err != nil {
		return err
	}
	asked := map[bool][][]*text{false: make([][]*text, len(sites)), true: make([][]*text, len(sites))}
	for _, t := range texts {
		knife.Watch()
		t.report = x.Extract(t.Article)
		t.mistakes = mistakes(t.Case, &t.report)
		for i := range sites {
			for _, v := range []bool{false, true} {
				if knife.Was(i, v) {
					asked[v][i] = append(asked[v][i], t)
				}
			}
		}
	}
	fmt.Fprintln(out, "fewer\tmore\tchanged\tasked\tmade\tplace\tkind\tcondition")
	for i, s := range sites {
		if i%500 == 0 {
			fmt.Fprintf(progress, "%d of %d conditions\n", i, len(sites))
		}
		if !strings.Contains(s.File, only) {
			continue
		}
		for _, v := range values[s.Kind] {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			fmt.Fprintf(out, "%s\t%d\t%v\t%v\n", cut(x, i, v, asked[!v][i], most), len(asked[!v][i]), v, s)
		}
	}
	return nil
}

// effect is what a cut does to the texts.
type effect struct {
	fewer, more, changed int
	panics               bool
}

func (e effect) String() string {
	if e.panics {
		return "panic\t\t"
	}
	return fmt.Sprintf("%d\t%d\t%d", e.fewer, e.more, e.changed)
}

func cut(x *extract.Extractor, i int, v bool, texts []*text, most int) (e effect) {
	defer func() {
		knife.Mend()
		if recover() != nil {
			e.panics = true
		}
	}()
	const asked = 100_000 // times that no text asks one condition
	for _, t := range texts[:min(most, len(texts))] {
		knife.Cut(i, v, asked)
		r := x.Extract(t.Article)
		if reflect.DeepEqual(r, t.report) {
			continue
		}
		e.changed++
		n := mistakes(t.Case, &r) - t.mistakes
		e.fewer, e.more = e.fewer+max(-n, 0), e.more+max(n, 0)
	}
	return e
}

// mistakes are the wrong and the missed facts of a report, and the meetings on another day.
func mistakes(c eval.Case, r *graph.Report) (n int) {
	s := c.Score(r)
	for _, k := range s.Kinds {
		n += k.FP + k.FN
	}
	return n + s.Dated - s.DateRight
}
