package derive

import (
	"slices"
	"time"
)

// partitionEvents is partition on events, after those of one day have taken
// leave of the vague ones that not all of them agree with.
func partitionEvents(facts []eventFacts) [][]int {
	return equalRows(agreements(facts).closest(facts))
}

// closest drops for an event of a known day what is of no such day and excludes
// another one that agrees with it and is of the same: what is told of an
// earlier meeting in Paris, who knows when, does not make two of the one of
// today that some say was in Hanoi and some do not say where.
func (g relation) closest(facts []eventFacts) relation {
	for _, row := range g {
		slices.Sort(row)
	}
	kept, news := make(relation, len(g)), g.news(facts)
	for i := range g {
		kept[i] = slices.DeleteFunc(slices.Clone(g[i]), func(k int) bool {
			return g.farther(facts, i, k) || g.farther(facts, k, i) || g.older(news[i], k) || g.older(news[k], i)
		})
	}
	return kept
}

// news lists for each event of no known day those that agree with it and were when articles told of
// it: it is one of them, and not what two met for years before.
func (g relation) news(facts []eventFacts) [][]int {
	near := make([][]int, len(g))
	for i := range g {
		first, last := facts[i].toldAround()
		if first == "" {
			continue
		}
		for _, k := range g[i] {
			if f := &facts[k]; f.first != "" && f.first <= last && f.last >= first && f.month() != "" {
				near[i] = append(near[i], k)
			}
		}
	}
	return near
}

// older reports that k excludes all that are news.
func (g relation) older(news []int, k int) bool {
	return len(news) > 0 && !slices.ContainsFunc(news, func(j int) bool {
		_, agree := slices.BinarySearch(g[k], j)
		return agree
	})
}

// farther reports that k is of another date than the day of i, and excludes one
// of that day which agrees with i.
func (g relation) farther(facts []eventFacts, i, k int) bool {
	f := &facts[i]
	if f.first == "" || f.first != f.last || facts[k].date == f.date {
		return false
	}
	return slices.ContainsFunc(g[i], func(j int) bool {
		_, agree := slices.BinarySearch(g[k], j)
		return facts[j].date == f.date && !agree
	})
}

// toldAround are the days around which an event of no known day was when it was told as news: in
// the month of the article or the one before, or, of what was planned, in the next ones.
func (f *eventFacts) toldAround() (first, last string) {
	day, after := f.by, 0
	if f.from != "" {
		day, after = f.from, 4
	}
	at, err := time.Parse(time.DateOnly, day)
	if f.first != "" || err != nil {
		return "", ""
	}
	month := time.Date(at.Year(), at.Month(), 1, 0, 0, 0, 0, time.UTC)
	if after > 0 {
		return day, month.AddDate(0, after, -1).Format(time.DateOnly)
	}
	return month.AddDate(0, -1, 0).Format(time.DateOnly), day
}
