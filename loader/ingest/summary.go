package ingest

import (
	"fmt"
	"strings"
	"time"
)

// Summary is what a load came to.
type Summary struct {
	New, Unchanged, Replaced int // articles, by what the store did
	Refused                  int // articles that could not be read or extracted
	Again                    int // articles whose id had come before in the same input
	Repaired                 int // articles read with a warning

	// Refusals, Repeats and Repairs are the first of each, in order; as many
	// as Options.Keep. Each line starts with the place, "file:line: ".
	Refusals, Repeats, Repairs []string

	// What the store holds afterwards. Pairs are MET_WITH edges.
	Persons, Meetings, Pairs int

	Bytes       int64 // of the input
	Took        time.Duration
	Interrupted bool // not all of the input was read
}

// Articles is how many the store was given.
func (s Summary) Articles() int { return s.New + s.Unchanged + s.Replaced }

// String is one line with all counts.
func (s Summary) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles: %d new, %d unchanged, %d replaced, %d refused", s.Articles()+s.Refused, s.New, s.Unchanged, s.Replaced, s.Refused)
	if s.Again > 0 {
		fmt.Fprintf(&b, ", %d with an id that came twice", s.Again)
	}
	seconds := s.Took.Seconds()
	fmt.Fprintf(&b, "; the store holds %d persons, %d meetings, %d pairs that met; %.1f s", s.Persons, s.Meetings, s.Pairs, seconds)
	if seconds > 0 && s.Articles() > 0 {
		fmt.Fprintf(&b, ", %.0f articles/s", float64(s.Articles())/seconds)
	}
	return b.String()
}

// keep appends a line unless the list is full.
func keep(list []string, line string, most int) []string {
	if len(list) < most {
		return append(list, line)
	}
	return list
}
