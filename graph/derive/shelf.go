package derive

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"maps"
	"strconv"
)

// A block is kept whole under its key while it has few signatures. In two cases
// its signatures are kept on shelves, rows of their own, so that a report costs
// the shelves of what it says, and the key leads to the numbers of signatures on
// each. A group (see groupOf) is on one shelf, and nothing depends on two
// signatures of different groups:
//
//   - in a crowded block they are not compared;
//   - in a block of events that are all of one month each, nothing agrees with
//     what is of another month.
const shelves = 256

// maxWhole is how many signatures a block of events has that is kept whole, though
// each is of one month.
const maxWhole = 4

// groupOf tells with which others a signature of a crowded block is compared:
// persons with those of the same ends (see names.Ends) or, when they have none,
// of the same folded name, events with those of the same month, and what spans
// more than a month with nothing, not even another of no group. No two groups
// have one name.
func groupOf(key, sig string) string {
	if key[:1] == personLetter {
		return cmp.Or(endsOf(sig), " "+foldedName(key, sig))
	}
	if key[:1] == jointLetter {
		return sig
	}
	return cmp.Or(monthOfEvent(sig), sig)
}

func shelfOf(key, sig string) int { return int(mix(fnv(groupOf(key, sig))) % shelves) }

func shelfKey(key string, i int) string { return key + fieldSep + strconv.Itoa(i) }

// kept is a block as a store keeps it, as far as it is loaded.
type kept struct {
	*block
	counts []int // of signatures on each shelf; nil when the block is kept whole
}

// decodeKept reads the row of a block. Of one on shelves it loads nothing yet.
func decodeKept(data []byte) (*kept, error) {
	if len(data) == 0 || data[0] != 0 {
		b, err := decodeBlock(data)
		return &kept{block: b}, err
	}
	d, k := decoder{rest: string(data[1:])}, &kept{newBlock(), make([]int, shelves)}
	for i := range k.counts {
		k.counts[i] = int(d.uint())
		k.shelved += k.counts[i]
	}
	if d.bad || len(d.rest) > 0 {
		return nil, errDamaged
	}
	return k, nil
}

// need lists the shelves that a change needs: those of its signatures or, when
// the block may not stay on shelves as it is, all that hold something.
func (k *kept) need(key string, change map[saying]int, whole bool) []int {
	going, touched := map[string]bool{}, map[int]bool{}
	for s, n := range change {
		touched[shelfOf(key, s.sig)] = true
		if n < 0 {
			going[s.sig] = true
		}
		whole = whole || !k.crowded() && monthOfEvent(s.sig) == ""
	}
	few := maxWhole
	if k.crowded() {
		few = maxCompared
	}
	whole = whole || k.shelved-len(going) <= few
	var list []int
	for i, n := range k.counts {
		if n > 0 && (whole || touched[i]) {
			list = append(list, i)
		}
	}
	return list
}

// put puts the signatures of a shelf in the block.
func (k *kept) put(data []byte) error {
	part, err := decodeBlock(data)
	if err != nil {
		return err
	}
	maps.Copy(k.said, part.said)
	maps.Copy(k.loud, part.loud)
	k.shelved -= len(part.said)
	return nil
}

// onShelves reports that the block is to be kept on shelves. What is not loaded is
// on one, so it is of a month or in a crowded block.
func (k *kept) onShelves(key string) bool {
	n := len(k.said) + k.shelved
	return n > maxCompared || n > maxWhole && isEvent(key) && k.monthly()
}

// monthly reports that the events of b are of one month each.
func (b *block) monthly() bool {
	for sig := range b.said {
		if monthOfEvent(sig) == "" {
			return false
		}
	}
	return true
}

// rows returns what a store has to write when the block was another one before.
func (k *kept) rows(key string, before *block, change map[saying]int) []Block {
	rows := append(k.pending, k.leftRows(key, before)...)
	if !k.onShelves(key) {
		rows = append(append(rows, k.ownRows(key)...), Block{key, k.encode()})
		for i, n := range k.counts {
			if n > 0 {
				rows = append(rows, Block{Key: shelfKey(key, i)})
			}
		}
		return rows
	}
	counts := make([]int, shelves)
	copy(counts, k.counts)
	for i, part := range k.changed(key, change) {
		rows = append(append(rows, part.ownRows(key)...), Block{shelfKey(key, i), part.encode()})
		counts[i] = len(part.said)
	}
	data := []byte{0}
	for _, n := range counts {
		data = binary.AppendUvarint(data, uint64(n))
	}
	return append(rows, Block{key, data})
}

// changed returns the shelves to write: all of a block that was whole.
func (k *kept) changed(key string, change map[saying]int) map[int]*block {
	parts := map[int]*block{}
	if k.counts != nil {
		for s, n := range change {
			if n != 0 {
				parts[shelfOf(key, s.sig)] = newBlock()
			}
		}
	}
	for sig, a := range k.said {
		i := shelfOf(key, sig)
		if k.counts == nil && parts[i] == nil {
			parts[i] = newBlock()
		}
		if p := parts[i]; p != nil {
			p.share(sig, a, k.loud[sig])
		}
	}
	return parts
}

// share puts what is said of a signature in b, too.
func (b *block) share(sig string, a *account, v *voices) {
	if b.said[sig] = a; v != nil {
		b.loud[sig] = v
	}
}

// blockReader is what loading blocks needs of a store.
type blockReader interface {
	Blocks(ctx context.Context, keys []string) (map[string][]byte, error)
}

// loadBlocks reads blocks: of those on shelves, what the changes of a ledger
// need, or all where whole says so. Of what is said in rows of their own it
// reads what changes.
func loadBlocks(ctx context.Context, r blockReader, keys []string, l *ledger, whole func(key string) bool) (map[string]*kept, error) {
	data, err := r.Blocks(ctx, keys)
	if err != nil {
		return nil, err
	}
	found, shelf := make(map[string]*kept, len(keys)), map[string]string{} // block of each shelf
	var more []string
	for _, key := range keys {
		k, err := decodeKept(data[key])
		if err != nil {
			return nil, fmt.Errorf("block %q: %w", key, err)
		}
		found[key] = k
		if k.counts == nil {
			continue
		}
		for _, i := range k.need(key, l.counts[key], whole(key)) {
			more, shelf[shelfKey(key, i)] = append(more, shelfKey(key, i)), key
		}
	}
	if len(more) > 0 {
		if data, err = r.Blocks(ctx, more); err != nil {
			return nil, err
		}
	}
	for _, s := range more {
		if err := found[shelf[s]].put(data[s]); err != nil {
			return nil, fmt.Errorf("block %q: %w", s, err)
		}
	}
	return found, loadChanging(ctx, r, found, l)
}

// loadFamily reads all signatures of blocks, but not what is said of them.
func loadFamily(ctx context.Context, r blockReader, keys []string) (family, error) {
	ks, err := loadBlocks(ctx, r, keys, newLedger(), func(string) bool { return true })
	if err != nil {
		return nil, err
	}
	return familyOf(keys, ks), nil
}

func familyOf(keys []string, ks map[string]*kept) family {
	f := family{}
	for _, key := range keys {
		f[key] = ks[key].block
	}
	return f
}
