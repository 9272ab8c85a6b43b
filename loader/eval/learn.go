package eval

import (
	"context"
	"fmt"
	"strings"

	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Lessons are samples of one kind from many texts, and whether each is wanted.
type Lessons struct {
	Kind    extract.Kind
	Cases   []weigh.Case
	Claimed []bool // of each case, by a rule
	Texts   int
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
	for _, p := range x.Samples(c.Article, l.Kind) {
		if wanted, open := (facts{c.Want}).wants(l.Kind, p.Persons); !open {
			l.Cases, l.Claimed = append(l.Cases, weigh.Case{Row: p.Row, Yes: wanted}), append(l.Claimed, p.Claimed)
		}
	}
}

// wants reports whether a sample is wanted, or open: neither right nor wrong.
func (t facts) wants(k extract.Kind, persons []extract.FactPerson) (wanted, open bool) {
	is := func(i int, name string) bool {
		return sameAny(names(persons[i].Name, persons[i].Aliases), t.forms(name))
	}
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

// Learn learns from all lessons.
func (l *Lessons) Learn() *weigh.Model {
	return weigh.Learn(extract.Features(l.Kind), l.Cases, weigh.Usual())
}

// Table tells for some degrees of certainty how many samples that a model is surer of
// are wanted; those that a rule claims are counted apart.
func (l *Lessons) Table(m *weigh.Model) string {
	scores := make([]float64, len(l.Cases))
	for i := range l.Cases {
		scores[i] = m.Score(l.Cases[i].Row)
	}
	var b strings.Builder
	fmt.Fprintln(&b, "sure   no rule claims them     a rule claims them\nabove  number  right           number  right")
	for _, at := range []float64{0, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9} {
		var n, right [2]int
		for i, p := range scores {
			if k := index(l.Claimed[i]); p > at {
				n[k]++
				right[k] += index(l.Cases[i].Yes)
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
