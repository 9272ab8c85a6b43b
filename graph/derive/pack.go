package derive

import (
	"encoding/json"
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// PackReport writes down a report without its article, which a store keeps in
// columns of its own, and without quotes, which are slices of the text.
func PackReport(r *graph.Report) []byte {
	p := *r
	p.Article = graph.Article{}
	p.Meetings, p.Delegations, p.Agreements = slices.Clone(r.Meetings), slices.Clone(r.Delegations), slices.Clone(r.Agreements)
	for _, es := range evidenceOf(&p) {
		*es = slices.Clone(*es)
		for i := range *es {
			(*es)[i].Quote = ""
		}
	}
	return graph.MarshalCanonical(&p)
}

// UnpackReport reads what PackReport wrote of the report of an article. What it
// did not write is ErrIncompatible.
func UnpackReport(a graph.Article, packed []byte) (*graph.Report, error) {
	r := &graph.Report{}
	if err := json.Unmarshal(packed, r); err != nil {
		return nil, fmt.Errorf("stored report of %q: %v: %w", a.ID, err, graph.ErrIncompatible)
	}
	r.Article = a
	for _, es := range evidenceOf(r) {
		for i := range *es {
			e := &(*es)[i]
			if e.Start < 0 || e.Start > e.End || e.End > len(a.Text) {
				return nil, fmt.Errorf("stored report of %q quotes bytes %d to %d of %d: %w", a.ID, e.Start, e.End, len(a.Text), graph.ErrIncompatible)
			}
			e.Quote = a.Text[e.Start:e.End]
		}
	}
	return r, nil
}

func evidenceOf(r *graph.Report) []*[]graph.Evidence {
	var all []*[]graph.Evidence
	for i := range r.Meetings {
		all = append(all, &r.Meetings[i].Evidence)
	}
	for i := range r.Delegations {
		all = append(all, &r.Delegations[i].Evidence)
	}
	for i := range r.Agreements {
		all = append(all, &r.Agreements[i].Evidence)
	}
	return all
}
