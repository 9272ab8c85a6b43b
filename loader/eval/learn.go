package eval

import (
	"context"
	"fmt"
	"strings"

	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/weigh"
)

// Lessons are the cases of one question in many texts, with their answers.
type Lessons struct {
	Question extract.Question
	Rows     []weigh.Row
	Yes      []bool
	Claimed  []bool // a rule says yes
	Texts    int
}

// Add puts in the cases of some datasets. Those that may be claimed or not are left out.
// The only error is the end of ctx.
func (l *Lessons) Add(ctx context.Context, ds []Dataset, x *extract.Extractor) error {
	for _, c := range allCases(ds) {
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		if c.Article == nil {
			continue
		}
		for _, k := range x.Cases(c.Article) {
			yes, open := facts{c.Want}.answer(k)
			if k.Question != l.Question || open {
				continue
			}
			l.Rows, l.Yes, l.Claimed = append(l.Rows, k.Row), append(l.Yes, yes), append(l.Claimed, k.Claimed)
		}
		l.Texts++
	}
	return nil
}

func allCases(ds []Dataset) (all []Case) {
	for _, d := range ds {
		all = append(all, d.Cases...)
	}
	return all
}

// answer is what the wanted facts say to a question; open cases are neither right nor
// wrong.
func (t facts) answer(c extract.Case) (yes, open bool) {
	a, b := names(c.A.Name, c.A.Aliases), names(c.B.Name, c.B.Aliases)
	put := func(is, optional bool) {
		yes, open = yes || is && !optional, open || is && optional
	}
	switch c.Question {
	case extract.HaveMet:
		for _, m := range t.Met {
			p, q := t.forms(m.A), t.forms(m.B)
			put(sameAny(a, p) && sameAny(b, q) || sameAny(a, q) && sameAny(b, p), m.Optional)
		}
	case extract.HasLed:
		for _, l := range t.Led {
			put(sameAny(a, t.forms(l.Person)), l.Optional)
		}
	case extract.HasSigned:
		for _, s := range t.Signed {
			put(s.Kind == "person" && sameAny(a, t.forms(s.Signer)), s.Optional)
		}
	}
	return yes, open && !yes
}

// Learn learns from all lessons.
func (l *Lessons) Learn() *weigh.Model {
	return weigh.Learn(extract.Features(l.Question), l.Rows, l.Yes, weigh.Usual())
}

// Table tells for some degrees of certainty how many cases that a model is surer of
// are right; those that a rule claims are counted apart.
func (l *Lessons) Table(m *weigh.Model) string {
	var b strings.Builder
	fmt.Fprintln(&b, "sure   no rule says so         a rule says so\nabove  cases  right            cases  right")
	for _, at := range []float64{0, .05, .1, .15, .2, .3, .4, .5, .6, .7, .8, .9} {
		var n, met [2]int
		for i, r := range l.Rows {
			if k := index(l.Claimed[i]); m.Score(r) > at {
				n[k]++
				met[k] += index(l.Yes[i])
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
