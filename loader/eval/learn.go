package eval

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"

	"golang.org/x/sync/errgroup"

	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Lessons are samples of one kind from many texts, and whether each is wanted.
type Lessons struct {
	Kind    extract.Kind
	Samples []extract.Sample
	Wanted  []bool // of each sample
	Texts   int
	Names   map[weigh.Gram]weigh.Name // where what the grams of the samples stand for is put, unless it is nil
	text    []int                     // of each sample
}

// Add puts in the samples of some datasets. Samples that may be claimed or not are left out. The only error is the end of ctx.
func (l *Lessons) Add(ctx context.Context, ds []Dataset, x *extract.Extractor) error {
	for _, d := range ds {
		for _, c := range d.Cases {
			if ctx.Err() != nil {
				return context.Cause(ctx)
			}
			if c.Article != nil {
				l.read(c, x)
			}
		}
	}
	return nil
}

func (l *Lessons) read(c Case, x *extract.Extractor) {
	l.Texts++
	for _, p := range x.Samples(c.Article, l.Kind, l.Names) {
		if wanted, open := (facts{c.Want}).wants(l.Kind, p.Persons); !open {
			l.Samples, l.Wanted, l.text = append(l.Samples, p), append(l.Wanted, wanted), append(l.text, l.Texts)
		}
	}
}

// wants reports whether a sample is wanted, or open: neither right nor wrong.
func (t facts) wants(k extract.Kind, persons []extract.FactPerson) (wanted, open bool) {
	is := func(i int, name string) bool { return t.is(persons[i], name) }
	add := func(same, optional bool) { wanted, open = wanted || same && !optional, open || same && optional }
	switch k {
	case extract.Met:
		for _, m := range t.Met {
			add(is(0, m.A) && is(1, m.B) || is(0, m.B) && is(1, m.A), m.Optional)
		}
	case extract.Signed:
		for _, s := range t.Signed {
			add(s.Kind == "person" && is(0, s.Signer), s.Optional)
		}
	case extract.Led:
		for _, l := range t.Led {
			add(is(0, l.Person), l.Optional)
		}
	}
	return wanted, open && !wanted
}

// is reports whether p is the person called name: nobody else of t has more words of a name in common
// with p. A family name alone is otherwise everybody of that name.
func (t facts) is(p extract.FactPerson, name string) bool {
	forms, own := names(p.Name, p.Aliases), t.forms(name)
	if !sameAny(forms, own) {
		return false
	}
	common := commonWords(forms, own)
	for i := range t.Persons {
		if x := t.person(i); sameAny(forms, x) && commonWords(forms, x) > common {
			return false
		}
	}
	return true
}

// commonWords is the greatest number of words that a name of xs and one of ys have in common.
func commonWords(xs, ys []string) (most int) {
	for _, y := range ys {
		words := nameWords(y)
		for _, x := range xs {
			n := 0
			for _, w := range nameWords(x) {
				n += index(slices.ContainsFunc(words, func(v string) bool { return near(w, v) }))
			}
			most = max(most, n)
		}
	}
	return most
}

// folds is in how many parts the texts are cut: the weights of a story learn from what those of its sentences say
// that have not seen it, and these from what those of its words say.
const folds = 5

// Learn learns from all lessons. It calls step after each model, with how many of how many are learnt; the only
// error is the end of ctx.
func (l *Lessons) Learn(ctx context.Context, step func(done, of int)) (*extract.Weights, error) {
	const models = 2*(folds+1) + 1
	var stepping sync.Mutex
	done := 0
	learnt := func() {
		stepping.Lock()
		defer stepping.Unlock()
		done++
		step(done, models)
	}
	words, err := forEachPart(ctx, learnt, func(ctx context.Context, part int) (*weigh.Linear, error) {
		return weigh.LearnLinear(ctx, without(l, part, l.worded), weigh.UsualLinear())
	})
	if err != nil {
		return nil, err
	}
	features := extract.ToldFeatures(l.Kind)
	rows := make([][]weigh.Row, len(l.Samples)) // of their sentences
	for i := range l.Samples {
		rows[i] = l.Samples[i].Rows(words[l.part(i)])
	}
	told, err := forEachPart(ctx, learnt, func(ctx context.Context, part int) (*weigh.Model, error) {
		cases := without(l, part, func(i int) weigh.Case { return weigh.Case{Rows: rows[i], Yes: l.Wanted[i]} })
		return weigh.Learn(ctx, features, cases, toldOptions())
	})
	if err != nil {
		return nil, err
	}
	stories := make([]weigh.Case, 0, len(l.Samples))
	for from, to := range l.texts() {
		for i, row := range extract.Wholes(l.Samples[from:to], rows[from:to], told[l.part(from)]) {
			stories = append(stories, weigh.Case{Rows: []weigh.Row{row}, Yes: l.Wanted[from+i]})
		}
	}
	whole, err := weigh.Learn(ctx, extract.Features(l.Kind), stories, weigh.Usual())
	if err != nil {
		return nil, err
	}
	learnt()
	return &extract.Weights{Words: words[folds], Told: told[folds], Whole: whole}, nil
}

// texts are where the samples of each text begin and end.
func (l *Lessons) texts() iter.Seq2[int, int] {
	return func(yield func(from, to int) bool) {
		for from := 0; from < len(l.text); {
			to := from + 1
			for to < len(l.text) && l.text[to] == l.text[from] {
				to++
			}
			if !yield(from, to) {
				return
			}
			from = to
		}
	}
}

// part is that of a sample.
func (l *Lessons) part(sample int) int { return l.text[sample] % folds }

// forEachPart learns a model without each part, and one of all, and calls learnt after each.
func forEachPart[M any](ctx context.Context, learnt func(), learn func(ctx context.Context, part int) (*M, error)) (out [folds + 1]*M, err error) {
	group, ctx := errgroup.WithContext(ctx)
	for part := range out {
		group.Go(func() (err error) {
			if out[part], err = learn(ctx, part); err == nil {
				learnt()
			}
			return err
		})
	}
	return out, group.Wait()
}

// toldOptions are those for sentences: there are more of them, and fewer counts.
func toldOptions() weigh.Options {
	o := weigh.Usual()
	o.Trees, o.Leaves, o.Rate = 250, 16, 0.12
	return o
}

// without makes cases of the samples of all texts that are not of one part.
func without[C any](l *Lessons, part int, of func(sample int) C) (out []C) {
	for i := range l.Samples {
		if l.part(i) != part {
			out = append(out, of(i))
		}
	}
	return out
}

// worded are the words of a sample.
func (l *Lessons) worded(sample int) weigh.Worded {
	x := weigh.Worded{Yes: l.Wanted[sample], Text: l.text[sample]}
	for _, t := range l.Samples[sample].Told {
		x.Rows = append(x.Rows, t.Grams)
	}
	return x
}

// Table tells for some degrees of certainty how many samples that a model is surer of
// are wanted; those that a rule claims are counted apart.
func (l *Lessons) Table(w *extract.Weights) string {
	var scores []float64
	for from, to := range l.texts() {
		scores = append(scores, w.Probabilities(l.Samples[from:to])...)
	}
	var b strings.Builder
	fmt.Fprintln(&b, "sure   no rule claims them     a rule claims them\nabove  number  right           number  right")
	for _, at := range []float64{0, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9} {
		var n, right [2]int
		for i, p := range scores {
			if k := index(l.Samples[i].Claimed); p > at {
				n[k]++
				right[k] += index(l.Wanted[i])
			}
		}
		fmt.Fprintf(&b, "%.2f  %6d  %5d %6.3f  %6d  %5d %6.3f\n", at, n[0], right[0], share(right[0], n[0]), n[1], right[1], share(right[1], n[1]))
	}
	return b.String()
}

func index(is bool) int {
	if is {
		return 1
	}
	return 0
}
