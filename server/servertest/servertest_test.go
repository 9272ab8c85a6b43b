package servertest

import "testing"

func TestReportsAreValid(t *testing.T) {
	for _, r := range Reports() {
		if err := r.Validate(); err != nil {
			t.Errorf("article %s: %v", r.Article.ID, err)
		}
	}
}
