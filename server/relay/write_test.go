package relay_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
	"github.com/diplograph/diplograph/server/servertest"
)

// unmarshal reads a report as the server does: from JSON whose numbers keep their digits.
func unmarshal(text []byte) (graph.Report, error) {
	var v any
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(&v); err != nil {
		return graph.Report{}, err
	}
	return relay.UnmarshalReport(v)
}

func TestReportsComeBack(t *testing.T) {
	for _, r := range servertest.Reports() {
		got, err := unmarshal(graph.MarshalCanonical(&r))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(r.Hash(), got.Hash()); diff != "" {
			t.Errorf("%s: another report: %s", r.Article.ID, diff)
		}
	}
}

// FuzzReport holds that no JSON is read as a report otherwise than whole, and that the
// reason of a refusal is for the client and short.
func FuzzReport(f *testing.F) {
	for _, r := range servertest.Reports()[:3] {
		f.Add(graph.MarshalCanonical(&r))
	}
	for _, s := range []string{`{}`, `null`, `[]`, `{"article":{"id":1}}`, `{"x":1}`, `{"persons":[{"name":"\u0000"}]}`, `{"meetings":[{"participants":[{"person":1e99}]}]}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := unmarshal(text)
		var ours *fault.Error
		if errors.As(err, &ours) && len(ours.Message) > 200 {
			t.Errorf("%q: a reason of %d bytes", text, len(ours.Message))
		}
		if err != nil || r.Validate() != nil {
			return
		}
		again, err := unmarshal(graph.MarshalCanonical(&r))
		if err != nil || again.Hash() != r.Hash() {
			t.Errorf("%q was read as another report (%v)", text, err)
		}
	})
}
