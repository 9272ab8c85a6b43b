// Package keyset holds what every store's lists have in common: cursors, the
// checks of windows and filters, and the cut of a page. Stores that share it
// answer with the same bytes. So does the door through which calls go in until
// a store is closed.
//
// A list is ordered by (Ord, ID), both rising. Ord is 0 in lists by id, the
// rank in searches, and Newest of the date in lists newest first.
package keyset

import (
	"cmp"
	"encoding/base64"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// Key is the place of an item in its list.
type Key struct {
	Ord int64
	ID  string
}

// Compare orders keys as lists are ordered.
func (k Key) Compare(l Key) int {
	return cmp.Or(cmp.Compare(k.Ord, l.Ord), strings.Compare(k.ID, l.ID))
}

const unknownDay = 100_000_000

// Newest maps a date to the Ord of lists newest first: less for later first
// days, and the most for an unknown year.
func Newest(d graph.Date) int64 {
	key := d.SortKey()
	if key == "" {
		return unknownDay
	}
	day, err := strconv.ParseInt(strings.ReplaceAll(key, "-", ""), 10, 64)
	if err != nil {
		return unknownDay
	}
	return unknownDay - 1 - day
}

const version = "1"

// Cursor writes the key down.
func (k Key) Cursor() graph.Cursor {
	return graph.Cursor(base64.RawURLEncoding.EncodeToString([]byte(version + strconv.FormatInt(k.Ord, 10) + " " + k.ID)))
}

// After reads a cursor; the empty one is before every item. A string
// that no Cursor call returned is ErrInvalid.
func After(c graph.Cursor) (Key, error) {
	if c == "" {
		return Key{Ord: math.MinInt64}, nil
	}
	raw, err := base64.RawURLEncoding.Strict().DecodeString(string(c))
	ord, id, ok := strings.Cut(strings.TrimPrefix(string(raw), version), " ")
	n, numErr := strconv.ParseInt(ord, 10, 64)
	k := Key{n, id}
	if err != nil || !ok || numErr != nil || k.Cursor() != c {
		return Key{}, fmt.Errorf("cursor %.40q was not made by this store: start without one: %w", c, graph.ErrInvalid)
	}
	return k, nil
}

// MaxFirst is the most items of a page, MaxList the most ids in a filter.
const (
	MaxFirst = 100
	MaxList  = 1000
)

// Check returns where the window starts. A size out of range and a foreign
// cursor are ErrInvalid.
func Check(w graph.Window) (Key, error) {
	if w.First < 1 || w.First > MaxFirst {
		return Key{}, fmt.Errorf("first is %d, not 1 to %d: %w", w.First, MaxFirst, graph.ErrInvalid)
	}
	return After(w.After)
}

// CheckList wants at most MaxList ids.
func CheckList(what string, n int) error {
	if n > MaxList {
		return fmt.Errorf("%d %s in one call, more than %d: split the list: %w", n, what, MaxList, graph.ErrInvalid)
	}
	return nil
}

// Days is a checked graph.When in the form stores compare with: an event with
// first and last day, both empty when unknown, matches when
// last >= Since && first <= Until.
type Days struct {
	Since, Until string
	from         Key
}

// Start returns the place after which to look for matches on a page that
// starts after k: what is newer than Until cannot match.
func (d Days) Start(k Key) Key {
	if k.Compare(d.from) < 0 {
		return d.from
	}
	return k
}

// CheckWhen wants bounds that are days or empty; else ErrInvalid.
func CheckWhen(w graph.When) (Days, error) {
	for _, d := range []graph.Date{w.Since, w.Until} {
		if d == "" {
			continue
		}
		if err := d.CheckDay(); err != nil {
			return Days{}, fmt.Errorf("bound %w", err)
		}
	}
	days := Days{Since: string(w.Since), Until: cmp.Or(string(w.Until), "~"), from: Key{Ord: math.MinInt64}}
	if w != (graph.When{}) {
		days.Since = cmp.Or(days.Since, "0") // keeps out the unknown
	}
	if w.Until != "" {
		days.from = Key{Ord: Newest(w.Until)}
	}
	return days, nil
}

// Cut makes a page of at most first items; more items than that mean that
// there are more.
func Cut[T any](items []graph.Item[T], first int) graph.Page[T] {
	if len(items) > first {
		return graph.Page[T]{Items: items[:first:first], More: true}
	}
	return graph.Page[T]{Items: items}
}

// Ranked is an item, with its place, of a list that was put together in memory.
type Ranked[T any] struct {
	Key   Key
	Value T
}

// CutRanked puts items in order and cuts out the page of at most first after a
// key; with count the page tells how many there are in all.
func CutRanked[T any](all []Ranked[T], after Key, first int, count bool) graph.Page[T] {
	slices.SortFunc(all, func(a, b Ranked[T]) int { return a.Key.Compare(b.Key) })
	var items []graph.Item[T]
	for _, r := range all {
		if r.Key.Compare(after) > 0 && len(items) <= first {
			items = append(items, graph.Item[T]{Value: r.Value, Cursor: r.Key.Cursor()})
		}
	}
	page := Cut(items, first)
	if count {
		page.Total = len(all)
	}
	return page
}

// CheckPersons wants a filter of persons that can be served: by IDs, by a
// search, by an office of a state, or none of them; else ErrInvalid.
func CheckPersons(f graph.PersonFilter) error {
	ways := 0
	for _, used := range []bool{f.IDs != nil, f.Search != "", f.Office != ""} {
		if used {
			ways++
		}
	}
	switch {
	case ways > 1:
		return fmt.Errorf("a filter has several of ids, a search and an office: use one of them: %w", graph.ErrInvalid)
	case (f.Office == "") != (f.OfficeOf == ""):
		return fmt.Errorf("an office and its state belong together in a filter: %w", graph.ErrInvalid)
	}
	return nil
}

// CheckOffices wants a list of offices that can be served; else ErrInvalid.
func CheckOffices(refs []graph.OfficeRef) error {
	if err := CheckList("offices", len(refs)); err != nil {
		return err
	}
	for i := range refs {
		if err := CheckList("months of an office", len(refs[i].Months)); err != nil {
			return err
		}
	}
	return nil
}
