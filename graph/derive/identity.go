package derive

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

func (e *explainer) identity(id graph.PersonID, reports []*graph.Report) graph.Identity {
	i, ok := slices.BinarySearchFunc(e.persons, id, func(p *person, id graph.PersonID) int { return cmp.Compare(p.id, id) })
	if !ok {
		return graph.Identity{Person: id}
	}
	p := e.persons[i]
	forms := e.forms(p)
	identity := graph.Identity{Person: id, Joins: e.joins(forms), Rivals: e.rivals(p, forms), Judgements: e.judgements(p)}
	for i := range forms {
		identity.Forms = append(identity.Forms, forms[i].shown())
	}
	for _, r := range reports {
		if names := namesIn(r, forms); len(names) > 0 {
			identity.Mentions = append(identity.Mentions, graph.Mention{Article: r.Article.ID, Names: names})
		}
	}
	return identity
}

// form is a signature of a person.
type form struct {
	slot
	jury    *jury
	at      int // in the jury
	reports int
	part    graph.PersonID // whose it would be without judgements that join
}

func (f *form) shown() graph.Form {
	sig := &f.jury.sigs[f.at]
	return graph.Form{Name: sig.name(), Country: graph.CountryCode(sig.country), Offices: sig.offices, Reports: f.reports}
}

// forms lists the signatures of a person, the most reported first.
func (e *explainer) forms(p *person) []form {
	var forms []form
	for _, part := range p.parts {
		for _, s := range part.slots() {
			b := e.view.blocks[s.block]
			at, _ := slices.BinarySearch(b.sigs(), s.sig)
			forms = append(forms, form{s, e.jury(s.block), at, b.said[s.sig].reports, part.id})
		}
	}
	slices.SortFunc(forms, func(a, b form) int { return cmp.Or(cmp.Compare(b.reports, a.reports), compareSlots(a.slot, b.slot)) })
	return forms
}

func (e *explainer) jury(block string) *jury {
	j := e.juries[block]
	if j == nil {
		b := e.view.blocks[block]
		j = newJury(b.sigs(), b)
		e.juries[block] = j
	}
	return j
}

// joins connects the forms by the strongest proofs: a spanning tree that grows
// from the first form.
func (e *explainer) joins(forms []form) []graph.Join {
	joins := []graph.Join{}
	from, best, in := make([]int, len(forms)), make([]int, len(forms)), make([]bool, len(forms))
	for a := 0; len(joins)+1 < len(forms); {
		in[a] = true
		next := -1
		for b := range forms {
			if in[b] {
				continue
			}
			if s := e.strength(&forms[a], &forms[b]); s > best[b] {
				from[b], best[b] = a, s
			}
			if next < 0 || best[b] > best[next] {
				next = b
			}
		}
		a = next
		joins = append(joins, graph.Join{A: from[a], B: a, Reasons: e.reasons(&forms[from[a]], &forms[a])})
	}
	return joins
}

// strength orders proofs: those of two blocks come after those of one, and those of two
// parts that are not linked, which only a judgement joins, come last.
func (e *explainer) strength(a, b *form) int {
	switch {
	case a.part == b.part:
		return 4*judgedScore + graph.Score(a.jury.weigh(a.at, b.at, false))
	case e.linked(a, b):
		return 2*judgedScore + graph.Score(a.weighForms(b, false))
	}
	return 1
}

// linked reports that one of two forms is of a class that is a form of that of the other.
func (e *explainer) linked(a, b *form) bool {
	s, p := e.view.class(a.slot).first(), e.view.class(b.slot).first()
	return e.view.root(s) == e.view.root(p) && e.view.verdict(s, p) == together
}

// weighForms compares forms of two blocks.
func (a *form) weighForms(b *form, detailed bool) []graph.Reason {
	p, q := &a.jury.sigs[a.at], &b.jury.sigs[b.at]
	w := weigher{detailed: detailed}
	p.weighForms(q, coheldIn([]personSig{*p, *q}), &w)
	return w.reasons
}

// reasons explains why two forms are of one person, or of two.
func (e *explainer) reasons(a, b *form) []graph.Reason {
	var rs []graph.Reason
	if a.block == b.block {
		rs = a.jury.weigh(a.at, b.at, true)
		if e.rulings.splits(a.block, e.view.blocks[a.block])(a.sig, b.sig) {
			rs = append(rs, graph.Reason{Kind: graph.ReasonJudgedDifferent, Score: -judgedScore})
		}
	}
	linked := a.part != b.part && e.linked(a, b)
	if linked {
		rs = a.weighForms(b, true)
	}
	if a.part != b.part && !linked && e.united(a, b) {
		rs = append(rs, graph.Reason{Kind: graph.ReasonJudgedSame, Score: judgedScore})
	}
	slices.SortStableFunc(rs, func(x, y graph.Reason) int { return weight(y) - weight(x) })
	return rs
}

func weight(r graph.Reason) int { return max(r.Score, -r.Score) }

// united reports whether judgements make the parts of two forms one person.
func (e *explainer) united(a, b *form) bool {
	return slices.ContainsFunc(e.persons, func(p *person) bool { return p.has(a.part) && p.has(b.part) })
}

func (p *person) has(part graph.PersonID) bool {
	return slices.ContainsFunc(p.parts, func(i individual) bool { return i.id == part })
}

// rivals finds others of the block of a person whose name is like the form most used there,
// or who are judged to be others, the most alike first.
func (e *explainer) rivals(p *person, forms []form) []graph.Rival {
	at := slices.IndexFunc(forms, func(f form) bool { return f.block == blockOf(p.id) })
	main := &forms[at]
	rivals := []graph.Rival{}
	for _, c := range e.view.members(main.block) {
		other := e.view.person(c.first())
		if other.id == p.id || slices.ContainsFunc(rivals, func(r graph.Rival) bool { return r.Person == other.id }) {
			continue
		}
		var best []graph.Reason
		for _, f := range e.forms(other) {
			rs := e.reasons(main, &f)
			if f.block == main.block && (best == nil || graph.Score(rs) > graph.Score(best)) {
				best = rs
			}
		}
		if best != nil && !slices.ContainsFunc(best, unlike) {
			rivals = append(rivals, graph.Rival{Person: other.id, Reasons: best})
		}
	}
	slices.SortFunc(rivals, func(a, b graph.Rival) int {
		return cmp.Or(graph.Score(b.Reasons)-graph.Score(a.Reasons), cmp.Compare(a.Person, b.Person))
	})
	return rivals[:min(len(rivals), maxRivals)]
}

func unlike(r graph.Reason) bool { return r.Kind == graph.ReasonOtherName }

// judgements lists those that mean a part of a person.
func (e *explainer) judgements(p *person) []graph.Judged {
	list := []graph.Judged{}
	for _, j := range e.set {
		a, b := newRef(j.A), newRef(j.B)
		if len(a.means(p.parts))+len(b.means(p.parts)) > 0 {
			list = append(list, graph.Judged{Judgement: j, Effect: e.effect(j)})
		}
	}
	return list
}

// namesIn returns the names that a report gives the person of some forms.
func namesIn(r *graph.Report, forms []form) []string {
	var spans []graph.Span
	for i := range r.Persons {
		s := personSlot(r, &r.Persons[i])
		if slices.ContainsFunc(forms, func(f form) bool { return f.slot == s }) {
			spans = append(spans, r.Persons[i].Mentions...)
		}
	}
	slices.SortFunc(spans, func(a, b graph.Span) int { return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End)) })
	var list []string
	for _, s := range spans {
		if name := r.Article.Text[s.Start:s.End]; !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}
