package relay

import (
	"bytes"
	"encoding/json"

	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

// ArticleInput is an article to read; the fields that are nil are unknown.
type ArticleInput struct {
	ID        *string `json:"id,omitempty"`
	URL       *string `json:"url,omitempty"`
	Title     *string `json:"title,omitempty"`
	Text      *string `json:"text,omitempty"`
	HTML      *string `json:"html,omitempty"`
	Published *string `json:"published,omitempty"`
	Source    *string `json:"source,omitempty"`
	Lang      *string `json:"lang,omitempty"`
}

// LoadedArticle is what became of an article that was read. Warning is nil
// when there was nothing to repair or to guess.
type LoadedArticle struct {
	Change  graph.Change
	Article graph.Article
	Warning *string
}

// MarshalReport writes a report as a JSON object.
func MarshalReport(r graph.Report) graphql.Marshaler { return graphql.MarshalAny(r) }

// UnmarshalReport reads a report in the form of `loader extract`. What it says
// is checked by whoever stores it; entries that no report has are refused,
// because they would be lost.
func UnmarshalReport(v any) (r graph.Report, err error) {
	object, ok := v.(map[string]any)
	if !ok {
		return r, fault.Input("a report is a JSON object, one line of loader extract")
	}
	b, err := json.Marshal(object)
	if err != nil {
		return r, err
	}
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&r); err != nil {
		return r, fault.Input("this is no report as loader extract writes them: %s", fault.Clip(err.Error(), 100))
	}
	return r, nil
}

// MarshalChange writes NEW for graph.New, and so on.
func MarshalChange(c graph.Change) graphql.Marshaler { return orNull(upper(c)) }

// UnmarshalChange reads NEW as graph.New, and so on.
func UnmarshalChange(v any) (graph.Change, error) { return lower[graph.Change](v) }
