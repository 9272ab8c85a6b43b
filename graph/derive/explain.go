package derive

import (
	"cmp"
	"context"
	"iter"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// Reader is what explanations need of a store inside one read transaction: a
// part of Tx.
type Reader interface {
	Blocks(ctx context.Context, keys []string) (map[string][]byte, error)
	Reports(ctx context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error]
}

const (
	maxRivals   = 20
	judgedScore = 100
)

// Judgements implements graph.Store.Judgements.
func Judgements(ctx context.Context, r Reader) ([]graph.Judged, error) {
	e := explainer{ctx: ctx, reader: r}
	if err := e.judge(); err != nil {
		return nil, err
	}
	keys := []string{}
	for _, family := range e.rulings.family {
		keys = append(keys, family...)
	}
	if err := e.load(keys); err != nil {
		return nil, err
	}
	judged := make([]graph.Judged, len(e.set))
	for i, j := range e.set {
		judged[i] = graph.Judged{Judgement: j, Effect: e.effect(j)}
	}
	return judged, nil
}

// Identities implements graph.Store.Identities.
func Identities(ctx context.Context, r Reader, f graph.IdentityFilter) ([]graph.Identity, error) {
	e := explainer{ctx: ctx, reader: r}
	if err := e.judge(); err != nil {
		return nil, err
	}
	var keys []string
	for _, id := range f.Of {
		if key := blockOf(id); key != "" {
			keys = append(keys, key)
		}
	}
	if err := e.load(e.withJudged(keys)); err != nil {
		return nil, err
	}
	reports, err := e.reports(f.Articles)
	if err != nil {
		return nil, err
	}
	out := make([]graph.Identity, len(f.Of))
	for i, id := range f.Of {
		out[i] = e.identity(id, reports)
	}
	return out, nil
}

// withJudged adds the blocks of whom judgements compare the persons of blocks
// with.
func (e *explainer) withJudged(keys []string) []string {
	all := slices.Concat(e.rulings.families(keys)...)
	for _, j := range e.set {
		a, b := newRef(j.A), newRef(j.B)
		if both := append(a.blocks(), b.blocks()...); slices.ContainsFunc(both, func(k string) bool { return slices.Contains(all, k) }) {
			keys = append(keys, both...)
		}
	}
	keys = slices.DeleteFunc(keys, func(k string) bool { return k == "" })
	slices.Sort(keys)
	return slices.Compact(keys)
}

// explainer holds the persons in question.
type explainer struct {
	ctx     context.Context
	reader  Reader
	set     []graph.Judgement
	rulings *rulings
	view    *view
	persons []*person
	juries  map[string]*jury // of blocks
}

func (e *explainer) judge() error {
	data, err := e.reader.Blocks(e.ctx, []string{JudgementsBlock})
	if err != nil {
		return err
	}
	e.set, err = decodeJudgements(data[JudgementsBlock])
	e.rulings = newRulings(e.set)
	return err
}

// load finds the persons of blocks.
func (e *explainer) load(keys []string) error {
	e.view, e.juries = newView(e.rulings), map[string]*jury{}
	e.view.load = e.fetch
	keys = slices.Concat(e.rulings.families(keys)...)
	e.view.need(wanted{blocks: slices.Clone(keys)})
	found := map[*person]bool{}
	for _, key := range keys {
		for _, c := range e.view.members(key) {
			if p := e.view.person(c.first()); !found[p] {
				found[p] = true
				e.persons = append(e.persons, p)
			}
		}
	}
	slices.SortFunc(e.persons, func(a, b *person) int { return cmp.Compare(a.id, b.id) })
	return e.view.err
}

// fetch loads all that is said in blocks.
func (e *explainer) fetch(w wanted) error {
	keys := w.blocks
	for _, s := range w.slots {
		keys = append(keys, s.block)
	}
	slices.Sort(keys)
	f, err := loadFamily(e.ctx, e.reader, slices.Compact(keys))
	if err != nil {
		return err
	}
	if err := f.loadSaid(e.ctx, e.reader); err != nil {
		return err
	}
	for key, b := range f {
		e.view.put(key, b)
	}
	joints, err := loadFamily(e.ctx, e.reader, w.joints)
	for key, b := range joints {
		e.view.joints[key] = b
	}
	return err
}

// individuals are those of the blocks that judgements link with that of a reference.
func (e *explainer) individuals(r ref) (list []individual) {
	for _, key := range e.rulings.family[e.rulings.linked.find(r.key())] {
		for _, c := range e.view.members(key) {
			list = append(list, *c)
		}
	}
	return list
}

func (e *explainer) reports(ids []graph.ArticleID) ([]*graph.Report, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rs []*graph.Report
	for r, err := range e.reader.Reports(e.ctx, ids) {
		if err != nil {
			return nil, err
		}
		rs = append(rs, r)
	}
	slices.SortFunc(rs, func(a, b *graph.Report) int { return cmp.Compare(a.Article.ID, b.Article.ID) })
	return rs, nil
}

// effect tells what a judgement does.
func (e *explainer) effect(j graph.Judgement) graph.Effect {
	a, b := newRef(j.A), newRef(j.B)
	all := e.individuals(a)
	as, bs := a.means(all), b.means(e.individuals(b))
	switch {
	case len(as) == 0 || len(bs) == 0:
		return graph.EffectUnknown
	case !j.Same:
		return graph.EffectApplied
	case len(as) > 1 || len(bs) > 1:
		return graph.EffectAmbiguous
	}
	list := e.rulings.rulings[e.rulings.linked.find(a.key())]
	u := judgedUnion(unions{}, list, all)
	if contradicted(u, list, all)[u.find(string(as[0].id))] {
		return graph.EffectContradicted
	}
	return graph.EffectApplied
}
