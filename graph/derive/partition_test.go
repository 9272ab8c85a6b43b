package derive

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"
)

func TestPartition(t *testing.T) {
	// Items are sets of letters; those that share one agree.
	tests := []struct {
		reason string
		items  []string
		want   [][]int
	}{
		{"nothing", nil, nil},
		{"apart", []string{"a", "b"}, [][]int{{0}, {1}}},
		{"a clique", []string{"ab", "a", "ac"}, [][]int{{0, 1, 2}}},
		{"a chain", []string{"a", "ab", "b"}, [][]int{{0}, {1}, {2}}},
		{"twins at the end of a chain", []string{"a", "a", "ab", "b"}, [][]int{{0, 1}, {2}, {3}}},
		{"twins in the middle", []string{"a", "ab", "ab", "b"}, [][]int{{0}, {1, 2}, {3}}},
	}
	for _, tt := range tests {
		got := partition(len(tt.items), func(i, j int) bool { return subsetOverlap(tt.items[i], tt.items[j]) })
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func subsetOverlap(a, b string) bool {
	for _, r := range a {
		for _, s := range b {
			if r == s {
				return true
			}
		}
	}
	return false
}

// TestPartitionEvents: leaving out comparisons of distant days changes nothing.
func TestPartitionEvents(t *testing.T) {
	dates := []string{"", "2025", "2025-05", "2025-05-09", "2025-05-10", "2024-05-09", "XXXX-05-09", "XXXX-05", "2024-12-30/2025-06-01", "2025-05-08/2025-05-10"}
	places := []string{"", "hanoi", "paris"}
	rapid.Check(t, func(t *rapid.T) {
		sigs := rapid.SliceOfNDistinct(rapid.Custom(func(t *rapid.T) string {
			return join(rapid.SampledFrom(dates).Draw(t, "date"), rapid.SampledFrom(places).Draw(t, "place"))
		}), 0, 12, rapid.ID[string]).Draw(t, "signatures")
		facts := make([]eventFacts, len(sigs))
		for i, s := range sigs {
			facts[i] = parseEvent(s)
		}
		want := newRelation(len(facts))
		for i := range facts {
			for j := i + 1; j < len(facts); j++ {
				want.compare(i, j, func(i, j int) bool { return facts[i].agrees(&facts[j]) })
			}
		}
		if diff := cmp.Diff(equalRows(want.closest(facts)), partitionEvents(facts)); diff != "" {
			t.Fatalf("%q (-want +got):\n%s", sigs, diff)
		}
	})
}

func TestBlockCodec(t *testing.T) {
	b := newBlock()
	b.add("sig", cell{attr: attrName, value: "Tô Lâm"}, 3)
	b.add("sig", cell{attr: attrReports}, 1000)
	b.add("", cell{attr: attrAlias}, 1)
	for _, month := range []int{24300, 0, 24299} {
		b.add("sig", cell{attrOffice, join("ministre", "VN", "false", "minister"), month}, 2)
	}
	together := cell{attr: attrSet, value: "" + sigSep + "sig" + sigSep + "on another shelf"}
	b.add("sig", together, 7)
	data := b.encode()
	got, err := decodeBlock(data)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got.encode(), data) {
		t.Error("a block that nobody looked into is written in other bytes")
	}
	type plain struct {
		Reports     int
		Held        span
		Head, Cells cells
		Terms       terms
	}
	read := func(b *block) map[string]plain {
		all := map[string]plain{}
		for sig, a := range b.said {
			all[sig] = plain{a.reports, a.held, a.opened(), a.open(), a.terms}
		}
		return all
	}
	if diff := cmp.Diff(read(b), read(got), cmp.AllowUnexported(cell{}, span{}, tally{}), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("decoded (-want +got):\n%s", diff)
	}
	for n := 1; n < len(data); n++ {
		if _, err := decodeBlock(data[:n]); err == nil {
			t.Errorf("a block cut after %d of %d bytes is accepted", n, len(data))
		}
	}
	b.add("sig", cell{attr: attrName, value: "Tô Lâm"}, -3)
	b.add("sig", cell{attr: attrReports}, -1000)
	b.add("", cell{attr: attrAlias}, -1)
	b.add("sig", together, -7)
	for _, month := range []int{24299, 24300, 0} {
		b.add("sig", cell{attrOffice, join("ministre", "VN", "false", "minister"), month}, -2)
	}
	if len(b.said) != 0 || b.encode() != nil {
		t.Errorf("a block taken back to nothing holds %v", b)
	}
}

// TestClosest: what is vague does not part those of one day, but excluding
// reports of that day do.
func TestClosest(t *testing.T) {
	for _, tt := range []struct {
		reason string
		events []string // date/place
		want   [][]int
	}{
		{"an earlier meeting elsewhere", []string{"2025-05-09/", "2025-05-09/hanoi", "XXXX-05-09/paris"}, [][]int{{0, 1}, {2}}},
		{"of a vague month", []string{"2025-05-09/", "2025-05-09/hanoi", "2025-05/paris"}, [][]int{{0, 1}, {2}}},
		{"the vague one agrees with all", []string{"2025-05-09/", "2025-05-09/hanoi", "2025-05/"}, [][]int{{0, 1, 2}}},
		{"two cities on one day", []string{"2025-05-09/", "2025-05-09/hanoi", "2025-05-09/paris"}, [][]int{{0}, {1}, {2}}},
		{"no day is known", []string{"2025-05/", "2025-05/hanoi", "2025/paris"}, [][]int{{0}, {1}, {2}}},
	} {
		var sigs []string
		for _, e := range tt.events {
			date, place, _ := strings.Cut(e, "/")
			sigs = append(sigs, join(date, place))
		}
		if diff := cmp.Diff(tt.want, partitionEvents(parseEvents(sigs))); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}
