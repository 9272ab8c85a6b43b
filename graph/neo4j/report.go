package neo4j

import (
	"encoding/json"
	"fmt"

	"github.com/diplograph/diplograph/graph"
)

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
