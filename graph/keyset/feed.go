package keyset

import (
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// maxArrivals is the most articles that one look at a feed returns.
const maxArrivals = 1000

// CheckMost wants a length that graph.Feed allows.
func CheckMost(most int) error {
	if most < 1 || most > maxArrivals {
		return fmt.Errorf("%d arrivals were asked for, allowed are 1 to %d: %w", most, maxArrivals, graph.ErrInvalid)
	}
	return nil
}

// NewsFrom begins the news after a mark of a feed whose last arrival has the
// number last. When its Mark is last, nothing is to be read.
func NewsFrom(after, last graph.Mark) graph.News {
	if after < 0 || after > last { // a store with fewer arrivals than before is another one
		return graph.News{Mark: last, Missed: after > last}
	}
	return graph.News{Mark: after}
}

// AddArrival adds the arrival with the number seq; numbers have no gaps but for
// what is forgotten.
func AddArrival(n *graph.News, seq graph.Mark, a graph.Arrival) {
	n.Missed = n.Missed || seq != n.Mark+1
	n.Mark = seq
	slices.Sort(a.Facts)
	a.Facts = slices.Compact(a.Facts)
	n.Arrivals = append(n.Arrivals, a)
}
