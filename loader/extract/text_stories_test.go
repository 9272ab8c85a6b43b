package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/extract"
)

// TestPagesOfStories puts five of the project's own stories on a page, one below the other: what each says alone
// it says there too. One contact in nine may be lost and one in ten found: a person may get a fuller name from
// another story, and nothing tells a story about a person of the one before from a heading inside that one. Read as
// one story, a page loses one in five.
func TestPagesOfStories(t *testing.T) {
	for _, lang := range []string{"fr", "en", "vi"} {
		t.Run(lang, func(t *testing.T) {
			x := newExtractor(t, lang)
			all, lost, found := 0, 0, 0
			for page := range slices.Chunk(articles(t, lang, 150), 5) {
				var texts []string
				alone := map[string]bool{}
				for _, a := range page {
					texts = append(texts, strings.TrimSpace(a.Text))
					for pair := range heldPairs(x, a.Text) {
						alone[pair] = true
					}
				}
				together := heldPairs(x, strings.Join(texts, "\n\n"))
				all += len(alone)
				for pair := range alone {
					if !together[pair] {
						lost++
					}
				}
				for pair := range together {
					if !alone[pair] {
						found++
					}
				}
			}
			t.Logf("%d contacts told alone; on pages %d are lost, %d others found", all, lost, found)
			if all < 200 || lost*9 > all || found*10 > all {
				t.Error("pages do not say what their stories say")
			}
		})
	}
}

// heldPairs are those who met, by their names.
func heldPairs(x *extract.Extractor, text string) map[string]bool {
	pairs := map[string]bool{}
	for fact := range told(x, text) {
		if strings.HasPrefix(fact, "met ") {
			pairs[fact] = true
		}
	}
	return pairs
}
