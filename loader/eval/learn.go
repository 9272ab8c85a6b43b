package eval

import (
	"context"
	"fmt"
	"strings"

	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Lessons are pairs of persons of many texts, and whether they have met.
type Lessons struct {
	Rows    []weigh.Row
	Met     []bool
	Claimed []bool // by a rule
	Texts   int
}

// Add puts in the pairs of some datasets. Those that may be claimed or not are left
// out. The only error is the end of ctx.
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
	for _, p := range x.Pairs(c.Article) {
		if met, open := (facts{c.Want}).met(p); !open {
			l.Rows, l.Met, l.Claimed = append(l.Rows, p.Row), append(l.Met, met), append(l.Claimed, p.Claimed)
		}
	}
}

// met reports whether a pair is wanted, or open: neither right nor wrong.
func (t facts) met(p extract.Pair) (met, open bool) {
	a, b := names(p.A.Name, p.A.Aliases), names(p.B.Name, p.B.Aliases)
	for _, m := range t.Met {
		c, d := t.forms(m.A), t.forms(m.B)
		if sameAny(a, c) && sameAny(b, d) || sameAny(a, d) && sameAny(b, c) {
			met, open = met || !m.Optional, open || m.Optional
		}
	}
	return met, open && !met
}

// Learn learns from all lessons.
func (l *Lessons) Learn() *weigh.Model {
	return weigh.Learn(extract.Features(), l.Rows, l.Met, weigh.Usual())
}

// Table tells for some degrees of certainty how many pairs that a model is surer of
// have met; those that a rule claims are counted apart.
func (l *Lessons) Table(m *weigh.Model) string {
	scores := make([]float64, len(l.Rows))
	for i, r := range l.Rows {
		scores[i] = m.Score(r)
	}
	var b strings.Builder
	fmt.Fprintln(&b, "sure   no rule claims them     a rule claims them\nabove  pairs  met              pairs  met")
	for _, at := range []float64{0, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9} {
		var n, met [2]int
		for i, p := range scores {
			if k := index(l.Claimed[i]); p > at {
				n[k]++
				met[k] += index(l.Met[i])
			}
		}
		fmt.Fprintf(&b, "%.2f  %6d  %5d %6.3f  %6d  %5d %6.3f\n", at, n[0], met[0], share(met[0], n[0]), n[1], met[1], share(met[1], n[1]))
	}
	return b.String()
}

func index(is bool) int {
	if is {
		return 1
	}
	return 0
}
