package derive

import (
	"cmp"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// RankedPlace is a place with its rank in a list: the lower the better.
type RankedPlace struct {
	Rank int64
	graph.Place
}

// Places makes the list of places out of how many meetings have each spelling:
// those that match a search, ranked as [Query.Rank] does, or, without one, all,
// ranked by their meetings.
func Places(meetings map[string]int, search string) []RankedPlace {
	q := ParseQuery(search)
	var out []RankedPlace
	for _, p := range gatherPlaces(meetings) {
		rank := -p.Meetings
		if search != "" {
			var ok bool
			if rank, ok = q.Rank(append([]string{p.Name}, p.Aliases...), p.Meetings); !ok {
				continue
			}
		}
		out = append(out, RankedPlace{int64(rank), p})
	}
	return out
}

// gatherPlaces joins the spellings with the same letters, in order of name.
func gatherPlaces(meetings map[string]int) []graph.Place {
	byLetters := map[string][]string{}
	for name := range meetings {
		k := PlaceKey(name)
		byLetters[k] = append(byLetters[k], name)
	}
	var out []graph.Place
	for _, names := range byLetters {
		slices.SortFunc(names, func(a, b string) int {
			return cmp.Or(meetings[b]-meetings[a], strings.Compare(a, b))
		})
		p := graph.Place{Name: names[0], Aliases: names[1:]}
		slices.Sort(p.Aliases)
		for _, n := range names {
			p.Meetings += meetings[n]
		}
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b graph.Place) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// PlaceKey is what all spellings of a place have in common: its letters without
// marks and blanks, "hanoi" for Hanoï and Hà Nội.
func PlaceKey(name string) string {
	var b strings.Builder
	for _, w := range names.Words(name) {
		b.WriteString(w.Folded)
	}
	return b.String()
}
