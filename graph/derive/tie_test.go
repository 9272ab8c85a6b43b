package derive

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestPeople tells who is who among descriptions name/state/offices, the
// persons parted by bars.
func TestPeople(t *testing.T) {
	for _, tt := range []struct{ reason, people string }{
		{"the office tells which of two a name without marks is",
			"hồ sỹ cường/VN/ambassador + ho sy cuong/VN/ambassador | hồ sỹ cương/VN/"},
		{"it does not when both hold it",
			"hồ sỹ cường/VN/ambassador | ho sy cuong/VN/ambassador | hồ sỹ cương/VN/ambassador"},
		{"nor when the name is of nobody's office",
			"hồ sỹ cường/VN/ambassador | ho sy cuong/VN/ | hồ sỹ cương/VN/"},
		{"the office tells whose middle name was dropped",
			"peter alexander lindqvist/SE/minister + peter lindqvist/SE/minister | peter magnus lindqvist/SE/"},
		{"two slips of one name",
			"gustavo bermudes/UY/minister + gustavo bermudez/UY/minister + gustavo bermuddes/UY/minister"},
		{"two slips of a name whose office nobody tells",
			"gustavo bermudes/UY/ + gustavo bermuddes/UY/ | gustavo bermudez/UY/"},
		{"what may be two does not part those that are one",
			"ricardo valdivia/BO/minister + ricardo valdivia/BO/ + ricardo valdiva/BO/minister | ricardo valdiva// | ricardo valdiva/PE/minister | ricardo valdiva/BO/ambassador"},
		{"an initial with the office", "j smith/US/minister + john smith/US/minister | jane smith/US/ambassador"},
		{"an initial of two", "j smith/US/ | john smith/US/ | jane smith/US/"},
		{"an initial of two in one office", "j smith/US/minister | john smith/US/minister | james smith/US/minister"},
		{"an initial without a state", "j smith// | j smith/US/minister + john smith/US/minister"},
	} {
		b, want := newBlock(), [][]string{}
		for person := range strings.SplitSeq(tt.people, " | ") {
			var sigs []string
			for s := range strings.SplitSeq(person, " + ") {
				f := strings.Split(s, "/")
				sig := signature(f[0], f[1], f[2])
				b.add(sig, cell{attr: attrReports}, 1)
				sigs = append(sigs, sig)
			}
			slices.Sort(sigs)
			want = append(want, sigs)
		}
		var got [][]string
		for _, p := range individuals("p", b, nil) {
			got = append(got, p.sigs)
		}
		byFirst := func(a, b []string) int { return cmp.Compare(a[0], b[0]) }
		slices.SortFunc(want, byFirst)
		slices.SortFunc(got, byFirst)
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// TestPeopleInAnyOrder: whatever signatures say of each other, the classes do
// not depend on their order, nobody is with somebody apart, and proofs connect
// every class.
func TestPeopleInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "signatures")
		drawn := newTies(n, func(i, k int) tie {
			score := rapid.SampledFrom([]int{-10, 0, 1, 2, 3, 4}).Draw(t, "score")
			return tie{verdict: verdictOf(score), score: int32(score), office: rapid.Bool().Draw(t, "office"), variant: rapid.Bool().Draw(t, "variant")}
		})
		order := rapid.Permutation(everything(n)).Draw(t, "order")
		ordered := newTies(n, func(i, k int) tie { return drawn[order[i]][order[k]] })
		want := drawn.clone().partitionPeople()
		got := ordered.partitionPeople()
		for i, class := range got {
			got[i] = pick(order, class)
			slices.Sort(got[i])
		}
		slices.SortFunc(got, func(a, b []int) int { return a[0] - b[0] })
		if diff := gocmp.Diff(want, got); diff != "" {
			t.Fatalf("in order %v (-want +got):\n%s", order, diff)
		}
		for _, class := range want {
			if len(drawn.proofs().connected(class)) != 1 {
				t.Fatalf("nothing connects %v", class)
			}
			for _, i := range class {
				if slices.ContainsFunc(class, func(k int) bool { return drawn.apart(i, k) }) {
					t.Fatalf("%d is apart from some of %v", i, class)
				}
			}
		}
	})
}

func (ts ties) clone() ties { return newTies(len(ts), func(i, k int) tie { return ts[i][k] }) }
