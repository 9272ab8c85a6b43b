package extract_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// TestTopics reads all that testdata/grid/topics.LANG.tsv names as what a contact or a document is about, in all frames:
// whatever words it has, the reader finds the partner behind it.
func TestTopics(t *testing.T) {
	x := rules(t)
	for _, lang := range []string{"en", "fr", "vi"} {
		t.Run(lang, func(t *testing.T) {
			rows := tableOf(t, "grid/topics."+lang+".tsv")
			for _, topic := range rows {
				if topic[0] != "topic" || len(topic) > 2 { // flagged as a gap
					continue
				}
				for _, frame := range rows {
					if frame[0] != "frame" {
						continue
					}
					s := strings.Replace(frame[2], "{}", topic[1], 1)
					if got := bothDid(x, s); got != frame[1] {
						t.Errorf("%s\n\tgot %s, want %s", s, got, frame[1])
					}
				}
			}
		})
	}
}

// bothDid is what the two of a text did together: signed, met or none. Who signs has met, too.
func bothDid(x *extract.Extractor, s string) string {
	r := x.Extract(&article.Article{Text: s, Published: "2024-05-14"})
	f := extract.FactsOf(&r)
	var signers []string
	for _, g := range f.Signed {
		signers = append(signers, g.Signer)
	}
	if slices.Sort(signers); len(slices.Compact(signers)) == 2 {
		return "signed"
	}
	if len(f.Met) == 1 && len(signers) == 0 {
		return "met"
	}
	return "none"
}
