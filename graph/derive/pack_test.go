package derive_test

import (
	"bytes"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// TestPack: what is packed and unpacked is the same, and packing changes
// nothing of the report.
func TestPack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := graphtest.Draw(t).Report("fr/1")
		before := r.Hash()
		packed := derive.PackReport(&r)
		got, err := derive.UnpackReport(r.Article, packed)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(graph.MarshalCanonical(&r), graph.MarshalCanonical(got)); diff != "" || r.Hash() != before {
			t.Fatalf("unpacked (-want +got):\n%s", diff)
		}
		if len(r.Meetings) > 0 && bytes.Contains(packed, []byte(r.Meetings[0].Evidence[0].Quote)) {
			t.Fatalf("a quote is in %s", packed)
		}
	})
}

func TestUnpackDamaged(t *testing.T) {
	r := graphtest.NewBuilder("fr/1")
	r.Met("2025-05-09", r.Person("A B", "FR"), r.Person("C D", "VN"))
	packed, article := derive.PackReport(&r.Report), r.Done().Article
	for reason, tt := range map[string]struct {
		text   string
		packed []byte
	}{
		"cut off":           {article.Text, packed[:len(packed)-2]},
		"another article's": {article.Text[:3], packed},
	} {
		article.Text = tt.text
		if _, err := derive.UnpackReport(article, tt.packed); !errors.Is(err, graph.ErrIncompatible) {
			t.Errorf("%s: %v", reason, err)
		}
	}
}
