package derive

import (
	"context"
	"fmt"
	"math"
)

// accountKey is where what is said of a signature is stored when it is much: next to
// its block.
func accountKey(key, sig string) string { return key + fieldSep + slot{key, sig}.claim() }

// leftRows drops the rows of signatures that are no more.
func (b *block) leftRows(key string, before *block) []Block {
	var rows []Block
	for sig, a := range before.said {
		if a.own && b.said[sig] == nil {
			rows = append(rows, Block{Key: accountKey(key, sig)})
		}
	}
	return rows
}

// ownRows decides which of the changed signatures have a row of their own, and
// returns those to write. b is all that stands in one row.
func (b *block) ownRows(key string) []Block {
	var rows []Block
	for sig, a := range b.said {
		if !a.changed {
			continue
		}
		had, said := a.own, a.encoded()
		if a.own = len(said) > b.beside(key); a.own {
			rows = append(rows, Block{accountKey(key, sig), []byte(said)})
		} else if had {
			rows = append(rows, Block{Key: accountKey(key, sig)})
		}
	}
	return rows
}

// beside is how many bytes of other cells of a signature are stored beside the
// head: of an only one all of them, of one of few events what is usual.
func (b *block) beside(key string) int {
	switch n := len(b.said); {
	case n == 1:
		return math.MaxInt
	case n <= maxWhole && isEvent(key):
		return 4 * maxBeside
	}
	return maxBeside
}

// rowReader collects rows and tells each what to do with its data.
type rowReader struct {
	keys []string
	put  map[string]func(data []byte) error
}

func newRowReader() *rowReader { return &rowReader{put: map[string]func([]byte) error{}} }

func (rr *rowReader) want(key string, put func(data []byte) error) {
	if rr.put[key] == nil {
		rr.keys, rr.put[key] = append(rr.keys, key), put
	}
}

// accounts wants what is said of slots of a family.
func (rr *rowReader) accounts(f family, slots []slot) {
	for _, s := range slots {
		rr.account(f[s.block], s)
	}
}

// account wants what is said of a signature, if it is not loaded.
func (rr *rowReader) account(b *block, s slot) {
	a := b.said[s.sig]
	if a == nil || !a.absent {
		return
	}
	rr.want(accountKey(s.block, s.sig), func(data []byte) error {
		if a.rest, a.absent = string(data), false; a.rest == "" || !sound(a.rest) {
			return errDamaged
		}
		return nil
	})
}

// prints wants fingerprints of a loud signature.
func (rr *rowReader) prints(v *voices, s slot, shelf int) {
	rr.want(printKey(s.block, s.sig, shelf), func(data []byte) error {
		d := decoder{rest: string(data)}
		v.loaded[shelf] = cells{}
		d.cells(func(c cell, n int) { v.loaded[shelf][c] = n })
		if d.bad {
			return errDamaged
		}
		return nil
	})
}

func (rr *rowReader) read(ctx context.Context, r blockReader) error {
	if len(rr.keys) == 0 {
		return nil
	}
	data, err := r.Blocks(ctx, rr.keys)
	if err != nil {
		return err
	}
	for _, key := range rr.keys {
		if err := rr.put[key](data[key]); err != nil {
			return fmt.Errorf("block %q: %w", key, err)
		}
	}
	return nil
}

// loadChanging reads what is said of the signatures that a ledger changes, and the
// fingerprints that this needs.
func loadChanging(ctx context.Context, r blockReader, found map[string]*kept, l *ledger) error {
	rr := newRowReader()
	for key, k := range found {
		for s, n := range l.counts[key] {
			if n != 0 {
				rr.account(k.block, s.slot)
			}
		}
		for sig, shelves := range k.needPrints(l.counts[key]) {
			for _, i := range shelves {
				rr.prints(k.loud[sig], slot{key, sig}, i)
			}
		}
	}
	return rr.read(ctx, r)
}

// loadSaid reads all that is said in blocks.
func (f family) loadSaid(ctx context.Context, r blockReader) error {
	rr := newRowReader()
	for key, b := range f {
		for _, sig := range b.sigs() {
			rr.account(b, slot{key, sig})
		}
	}
	return rr.read(ctx, r)
}
