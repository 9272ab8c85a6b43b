package derive

import (
	"context"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/diplograph/diplograph/graph"
)

// Plan is a checked batch: what can be computed before a transaction begins.
type Plan struct {
	day     graph.Date // of the change; "" for all days
	steps   []step
	ids     []graph.ArticleID // distinct, sorted
	judging bool              // judgements replace those of the store
	judged  []graph.Judgement // as a set
}

// step puts a report or, with a nil report, removes an article.
type step struct {
	id     graph.ArticleID
	report *reading
	hash   string
}

// Prepare validates everything in b and computes content hashes, on all
// cores. The reports must not change until the plan has run.
func Prepare(b graph.Batch) (*Plan, error) {
	if b.Day != "" {
		if err := b.Day.CheckDay(); err != nil {
			return nil, err
		}
	}
	p := &Plan{day: b.Day, steps: make([]step, len(b.Put), len(b.Put)+len(b.Remove))}
	errs := make([]error, len(b.Put))
	parallel(len(b.Put), func(i int) {
		r := &b.Put[i]
		if errs[i] = r.Validate(); errs[i] == nil {
			p.steps[i] = step{r.Article.ID, read(r), r.Hash()}
		}
	})
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	if err := p.judge(b.Judge); err != nil {
		return nil, err
	}
	for _, id := range b.Remove {
		p.steps = append(p.steps, step{id: id})
	}
	for _, s := range p.steps {
		p.ids = append(p.ids, s.id)
	}
	slices.Sort(p.ids)
	p.ids = slices.Compact(p.ids)
	return p, nil
}

func (p *Plan) judge(js []graph.Judgement) error {
	for i := range js {
		if err := js[i].Validate(); err != nil {
			return err
		}
	}
	p.judging, p.judged = js != nil, graph.JudgementSet(js)
	return nil
}

// parallel calls f with 0..n-1 from as many goroutines as there are cores.
func parallel(n int, f func(int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	var wg sync.WaitGroup
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				f(i)
			}
		})
	}
	wg.Wait()
}

// Apply prepares and runs a batch in one transaction of a store.
func Apply(ctx context.Context, tx Tx, b graph.Batch) ([]graph.Outcome, error) {
	p, err := Prepare(b)
	if err != nil {
		return nil, err
	}
	return p.Run(ctx, tx)
}

// Run derives what the plan changes in a store and writes it through tx. The
// plan may be run again after the transaction failed.
func (p *Plan) Run(ctx context.Context, tx Tx) ([]graph.Outcome, error) {
	stored, err := tx.Hashes(ctx, p.ids)
	if err != nil {
		return nil, err
	}
	outcomes, final := p.outcomes(stored)
	a := &applier{ctx: ctx, tx: tx, day: p.day}
	if err := a.judge(p); err != nil {
		return nil, err
	}
	for _, id := range p.ids {
		s, had := final[id], stored[id]
		if p.day == "" && (s.hash != had || s.report == nil) {
			a.delta.Forget = append(a.delta.Forget, id)
		}
		if s.hash == had {
			continue
		}
		if had != "" {
			a.leaving = append(a.leaving, id)
		}
		if s.report != nil {
			a.coming = append(a.coming, s)
		}
	}
	if len(a.leaving)+len(a.coming)+len(a.delta.Forget) == 0 && a.new == a.old {
		return outcomes, nil
	}
	if err := a.run(stored); err != nil {
		return nil, err
	}
	return outcomes, nil
}

// outcomes tells what each step does when they are done one after the other,
// and the last step of each article.
func (p *Plan) outcomes(stored map[graph.ArticleID]string) ([]graph.Outcome, map[graph.ArticleID]step) {
	now := maps.Clone(stored)
	if now == nil {
		now = map[graph.ArticleID]string{}
	}
	out := make([]graph.Outcome, len(p.steps))
	final := make(map[graph.ArticleID]step, len(p.ids))
	for i, s := range p.steps {
		out[i] = graph.Outcome{Article: s.id, Change: changeOf(now[s.id], s.hash)}
		now[s.id] = s.hash
		final[s.id] = s
	}
	return out, final
}

func changeOf(before, after string) graph.Change {
	switch {
	case after == "" && before == "":
		return graph.Absent
	case after == "":
		return graph.Removed
	case before == "":
		return graph.New
	case before == after:
		return graph.Unchanged
	}
	return graph.Replaced
}

// applier carries one change through the stages of the derivation: persons
// first, then the events that refer to them.
type applier struct {
	ctx     context.Context
	tx      Tx
	day     graph.Date
	leaving []graph.ArticleID
	coming  []step

	old, new *rulings // judgements before and after
	either   *rulings // of both: what a change of one kind or the other can touch
	rejudged []string // blocks of references in judgements that come or go

	circle *circle    // of persons
	gone   []*reading // the leaving reports as stored
	moving []*reading // stay, but somebody they name has become another node
	before who
	after  who
	delta  Delta
	proofs map[ProofKey]*proofChange
}

type proofChange struct{ old, new []graph.Evidence }

func (a *applier) run(stored map[graph.ArticleID]string) error {
	a.before, a.after, a.proofs = who{}, who{}, map[ProofKey]*proofChange{}
	var err error
	if a.gone, err = a.reports(a.leaving); err != nil {
		return err
	}
	moved, err := a.persons()
	if err != nil {
		return err
	}
	if err := a.loadMoving(moved); err != nil {
		return err
	}
	if err := a.events(); err != nil {
		return err
	}
	if err := a.articles(stored); err != nil {
		return err
	}
	a.finish()
	return a.tx.Write(a.ctx, &a.delta)
}

func (a *applier) reports(ids []graph.ArticleID) ([]*reading, error) {
	if len(ids) == 0 {
		return nil, nil
	}
	var rs []*reading
	for r, err := range a.tx.Reports(a.ctx, ids) {
		if err != nil {
			return nil, err
		}
		rs = append(rs, read(r))
	}
	return rs, nil
}

// update adds up counts of what is said of the signatures of a block.
func (b *block) update(key string, counts map[saying]int) {
	told := map[string]bool{}
	for s, n := range counts {
		if n != 0 {
			b.add(s.sig, s.cell, n)
			told[s.sig] = told[s.sig] || s.attr == attrSource
		}
	}
	for _, sig := range slices.Sorted(maps.Keys(told)) {
		if told[sig] {
			b.balance(key, sig)
		}
	}
}

// loadMoving loads the reports that name a moved person and learns who
// everybody else in them is.
func (a *applier) loadMoving(moved []string) error {
	if len(moved) > 0 {
		ids, err := a.tx.Naming(a.ctx, moved)
		if err != nil {
			return err
		}
		ids = slices.DeleteFunc(ids, func(id graph.ArticleID) bool { return slices.Contains(a.leaving, id) })
		slices.Sort(ids)
		if a.moving, err = a.reports(ids); err != nil {
			return err
		}
	}
	var slots []slot
	for _, r := range a.moving {
		for _, s := range r.slots {
			if a.after[s] == "" {
				slots = append(slots, s)
			}
		}
	}
	a.circle.after.need(wanted{slots: slices.Clone(slots)})
	a.circle.prefetch(slots)
	a.circle.meet(slots)
	return a.circle.err()
}

// events applies what reports say of events: the old word of leaving and
// moving reports is taken back, that of coming and moving ones is added.
func (a *applier) events() error {
	l := newLedger()
	for _, r := range slices.Concat(a.gone, a.moving) {
		a.post(l, r, a.before, -1)
	}
	for _, r := range a.moving {
		a.post(l, r, a.after, +1)
	}
	for _, s := range a.coming {
		a.post(l, s.report, a.after, +1)
	}
	turns, err := a.load(l, alone(l.blocks()))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(turns, func(t turn) bool { return t.before.keys()[0][:1] == meetingLetter }) // in order of keys
	if i < 0 {
		i = len(turns)
	}
	meetings, err := a.gather(turns[i:], l)
	if err != nil {
		return err
	}
	all := []retelling{meetings.retelling()}
	for _, t := range turns[:i] {
		all = append(all, retell(t, l))
	}
	rows := newRowReader()
	for i := range all {
		all[i].want(rows)
	}
	if err := rows.read(a.ctx, a.tx); err != nil {
		return err
	}
	for _, r := range all {
		a.remakeEvents(r)
	}
	for _, t := range turns[:i] {
		a.keep(t, l)
	}
	for _, t := range meetings.turns {
		a.keep(t, meetings.ledger)
	}
	return nil
}

func (a *applier) remakeEvents(r retelling) {
	d := &a.delta
	switch r.letter() {
	case meetingLetter:
		old, new := retold(r, meeting)
		d.Meetings = change(d.Meetings, meetingKey, old, new)
	case delegationLetter:
		old, new := retold(r, delegation)
		d.Delegations = change(d.Delegations, delegationKey, old, new)
	case agreementLetter:
		old, new := retold(r, agreement)
		d.Agreements = change(d.Agreements, agreementKey, old, new)
	}
}

// alone makes each block a family of its own.
func alone(keys []string) [][]string {
	return slices.Collect(slices.Chunk(keys, 1))
}

func (a *applier) post(l *ledger, r *reading, w who, n int) {
	sp, proofs := events(r, w)
	l.post(sp.said, n)
	for k, es := range proofs {
		c := a.proofs[k]
		if c == nil {
			c = &proofChange{}
			a.proofs[k] = c
		}
		if n < 0 {
			c.old = es
		} else {
			c.new = es
		}
	}
}

// articles lists the reports that go and come.
func (a *applier) articles(stored map[graph.ArticleID]string) error {
	for _, r := range a.gone {
		a.delta.DropReports = append(a.delta.DropReports, StoredReport{Report: r.Report, Hash: stored[r.Article.ID], Naming: r.naming(), Said: r.said()})
	}
	for _, s := range a.coming {
		a.delta.PutReports = append(a.delta.PutReports, StoredReport{Report: s.report.Report, Hash: s.hash, Naming: s.report.naming(), Said: s.report.said()})
	}
	return a.dateReports()
}

// finish sorts the delta and counts.
func (a *applier) finish() {
	d := &a.delta
	for k, c := range a.proofs {
		if slices.Equal(c.old, c.new) {
			continue
		}
		if c.old != nil {
			d.DropProofs = append(d.DropProofs, k)
		}
		if c.new != nil {
			d.PutProofs = append(d.PutProofs, ProofRows{k, c.new})
		}
	}
	slices.SortFunc(d.DropProofs, compareProofKeys)
	slices.SortFunc(d.PutProofs, func(x, y ProofRows) int { return compareProofKeys(x.ProofKey, y.ProofKey) })
	slices.SortFunc(d.Blocks, func(x, y Block) int { return strings.Compare(x.Key, y.Key) })
	sortReports(d.DropReports)
	sortReports(d.PutReports)
	sortChanges(d.Persons, personKey)
	sortChanges(d.Groups, groupKey)
	sortChanges(d.Meetings, meetingKey)
	sortChanges(d.Delegations, delegationKey)
	sortChanges(d.Agreements, agreementKey)
	d.Stats = d.count()
}

func (d *Delta) count() graph.Stats {
	s := graph.Stats{
		Articles:    len(d.PutReports) - len(d.DropReports),
		Persons:     grown(d.Persons),
		Meetings:    grown(d.Meetings),
		Delegations: grown(d.Delegations),
		Agreements:  grown(d.Agreements),
	}
	for _, c := range d.Meetings {
		if c.New != nil {
			s.Encounters += len(Pairs(&c.New.Value))
		}
		if c.Old != nil {
			s.Encounters -= len(Pairs(&c.Old.Value))
		}
	}
	for _, c := range d.Groups {
		n := grown([]Change[graph.Group]{c})
		switch kindOf(c) {
		case graph.KindParty:
			s.Parties += n
		case graph.KindOrganization:
			s.Organizations += n
		case graph.KindCountry:
			s.Countries += n
		}
	}
	return s
}

func kindOf(c Change[graph.Group]) graph.Kind {
	if c.New != nil {
		return c.New.Value.Kind
	}
	return c.Old.Value.Kind
}
