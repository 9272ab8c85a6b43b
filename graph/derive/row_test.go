package derive

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// rowStore is what a store keeps of blocks.
type rowStore map[string][]byte

func (s rowStore) Blocks(_ context.Context, keys []string) (map[string][]byte, error) {
	found := map[string][]byte{}
	for _, k := range keys {
		if data, ok := s[k]; ok {
			found[k] = data
		}
	}
	return found, nil
}

func (s rowStore) write(rows []Block) {
	for _, r := range rows {
		if s[r.Key] = r.Data; r.Data == nil {
			delete(s, r.Key)
		}
	}
}

// change changes a block as the store holds it.
func (s rowStore) change(t *testing.T, key string, counts map[saying]int) {
	t.Helper()
	l := &ledger{counts: map[string]map[saying]int{key: counts}}
	ks, err := loadBlocks(t.Context(), s, []string{key}, l, func(string) bool { return false })
	if err != nil {
		t.Fatal(err)
	}
	before := ks[key].block
	after := kept{before.after(key, counts), ks[key].counts}
	s.write(after.rows(key, before, counts))
}

// spoken is that reports say n names of a signature.
func spoken(key, sig string, n, reports int) map[saying]int {
	counts := map[saying]int{{slot{key, sig}, cell{attr: attrReports}}: reports}
	for i := range n {
		counts[saying{slot{key, sig}, cell{attr: attrAlias, value: fmt.Sprintf("a name, number %d", i)}}] = reports
	}
	return counts
}

// TestOwnRows: what is much is stored beside the block while others are in it, is
// not read when others change, and goes when nobody says it any more.
func TestOwnRows(t *testing.T) {
	const key = "p"
	s := rowStore{}
	much, little := "much", "little"
	holds := func(step string, own bool) {
		t.Helper()
		if _, ok := s[accountKey(key, much)]; ok != own {
			t.Errorf("%s: a row of its own: %v, want %v", step, ok, own)
		}
	}
	s.change(t, key, spoken(key, much, 20, 1))
	holds("alone", false)
	s.change(t, key, spoken(key, little, 1, 1))
	s.change(t, key, spoken(key, much, 20, 1))
	holds("with another", true)

	kept := s[accountKey(key, much)]
	delete(s, accountKey(key, much))
	s.change(t, key, spoken(key, little, 1, 1)) // does not miss it
	for _, damaged := range [][]byte{nil, kept[:len(kept)-1]} {
		s[accountKey(key, much)] = damaged
		f, err := loadFamily(t.Context(), s, []string{key})
		if err == nil {
			err = f.loadSaid(t.Context(), s)
		}
		if !errors.Is(err, errDamaged) {
			t.Errorf("a row of %d bytes instead of %d: error %v, want %v", len(damaged), len(kept), err, errDamaged)
		}
	}
	s[accountKey(key, much)] = kept

	f, err := loadFamily(t.Context(), s, []string{key})
	if err == nil {
		err = f.loadSaid(t.Context(), s)
	}
	if err != nil {
		t.Fatal(err)
	}
	want := newBlock()
	want.update(key, spoken(key, much, 20, 2))
	if diff := cmp.Diff(want.said[much].open(), f[key].said[much].open(), cmp.AllowUnexported(cell{})); diff != "" {
		t.Errorf("read again (-want +got):\n%s", diff)
	}

	s.change(t, key, spoken(key, much, 20, -2))
	holds("taken back", false)
	if s.change(t, key, spoken(key, little, 1, -2)); len(s) > 0 {
		t.Errorf("an emptied store holds %d rows", len(s))
	}
}
