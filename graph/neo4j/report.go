package neo4j

import (
	"encoding/json"
	"fmt"

	"github.com/diplograph/diplograph/graph"
)

// packReport is the report without the article and without quotes, which are
// slices of its text.
func packReport(r *graph.Report) string {
	p := *r
	p.Article = graph.Article{}
	p.Meetings = without(r.Meetings, func(m *graph.MeetingClaim) *[]graph.Evidence { return &m.Evidence })
	p.Delegations = without(r.Delegations, func(d *graph.DelegationClaim) *[]graph.Evidence { return &d.Evidence })
	p.Agreements = without(r.Agreements, func(a *graph.AgreementClaim) *[]graph.Evidence { return &a.Evidence })
	return string(graph.MarshalCanonical(&p))
}

// without returns copies of claims whose evidence has no quotes.
func without[T any](claims []T, evidence func(*T) *[]graph.Evidence) []T {
	bare := append([]T(nil), claims...)
	for i := range bare {
		es := evidence(&bare[i])
		*es = append([]graph.Evidence(nil), *es...)
		for k := range *es {
			(*es)[k].Quote = ""
		}
	}
	return bare
}

func unpackReport(article graph.Article, packed string) (*graph.Report, error) {
	r := &graph.Report{}
	if err := json.Unmarshal([]byte(packed), r); err != nil {
		return nil, fmt.Errorf("stored report of %q: %v: %w", article.ID, err, graph.ErrIncompatible)
	}
	r.Article = article
	for i := range r.Meetings {
		quote(article.Text, r.Meetings[i].Evidence)
	}
	for i := range r.Delegations {
		quote(article.Text, r.Delegations[i].Evidence)
	}
	for i := range r.Agreements {
		quote(article.Text, r.Agreements[i].Evidence)
	}
	return r, nil
}

func quote(text string, es []graph.Evidence) {
	for i := range es {
		es[i].Quote = text[es[i].Start:es[i].End]
	}
}

// joinArticle reads the article that articleProps split.
func joinArticle(doc, text string) (graph.Article, error) {
	var a graph.Article
	err := unpack(doc, &a)
	a.Text = text
	return a, err
}

func unpack(doc string, v any) error {
	if err := json.Unmarshal([]byte(doc), v); err != nil {
		return fmt.Errorf("stored document %.40q: %v: %w", doc, err, graph.ErrIncompatible)
	}
	return nil
}
