package graphtest

import (
	"context"
	"fmt"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

// testCrowdedHistories puts and removes articles that name very many persons of
// nearly one name and tell of very many events of one pair, so that both are
// now and then too many to be compared each with each, and compares the export
// with a derivation from scratch after each change. Most changes are small.
func testCrowdedHistories(t *testing.T, s graph.Store) {
	w, m := NewWorld(1), newModel()
	change := func(b graph.Batch) {
		t.Helper()
		m.apply(b)
		mustApply(t, s, b)
		sameExport(t, s, m.list())
	}
	large := func(i int) graph.Report { return w.crowded(graph.ArticleID(fmt.Sprintf("large/%d", i)), 80) }
	small := func(i int) graph.Report { return w.crowded(graph.ArticleID(fmt.Sprintf("small/%d", i)), 4) }
	change(graph.Batch{Put: []graph.Report{large(0), large(1), large(2), large(3)}})
	for i := range 12 {
		switch w.pick(5) {
		case 0:
			change(graph.Batch{Remove: []graph.ArticleID{graph.ArticleID(fmt.Sprintf("large/%d", i%4))}})
		case 1:
			change(graph.Batch{Put: []graph.Report{large(i % 4), small(i % 7)}})
		default:
			change(graph.Batch{Put: []graph.Report{small(i % 7)}})
		}
	}
	empty(t, s, m.seen)
	if st, err := s.Stats(context.Background()); err != nil || st != (graph.Stats{}) {
		t.Errorf("an emptied store counts %+v, error %v", st, err)
	}
}

// testMonthlyHistories does so with meetings of one pair, which are now few, now
// many, of which one article tells several, and at times one of them is of no month.
func testMonthlyHistories(t *testing.T, s graph.Store) {
	w, m := NewWorld(2), newModel()
	for i := range 40 {
		id := graph.ArticleID(fmt.Sprintf("monthly/%d", w.pick(8)))
		b := graph.Batch{Remove: []graph.ArticleID{id}}
		switch {
		case i%10 == 5:
			b = graph.Batch{Put: []graph.Report{w.monthly("vague", "2025-01-28/2025-02-03")}}
		case i%10 == 8:
			b.Remove[0] = "vague"
		case !w.chance(30):
			b = graph.Batch{Put: []graph.Report{w.monthly(id)}}
		}
		m.apply(b)
		mustApply(t, s, b)
		sameExport(t, s, m.list())
	}
	empty(t, s, m.seen)
}

// monthly returns a report of a few meetings of one pair, on the given days and on
// others.
func (w *World) monthly(id graph.ArticleID, days ...graph.Date) graph.Report {
	b := NewBuilder(id)
	first, last := b.Person("Pedro Valderrama", "ES"), b.Person("Maria Duarte", "PT")
	for range 1 + w.pick(6) {
		days = append(days, graph.MakeDate(2024+w.pick(2), 1+w.pick(3), 1))
	}
	for _, d := range days {
		b.Met(d, first, last).Place = choose(w, []string{"", "Madrid"})
	}
	return b.Done()
}

// crowded returns a report of some of 1500 descriptions of persons of one block, and of as many
// meetings of one pair and visits of one head.
func (w *World) crowded(id graph.ArticleID, size int) graph.Report {
	b := NewBuilder(id)
	first, last := b.Person("Pedro Valderrama", "ES"), b.Person("Maria Duarte", "PT")
	for range size {
		n := w.pick(50)
		name := fmt.Sprintf("%s %c%c Valderrama", choose(w, givenNames()), 'a'+n%8, 'a'+n/8)
		k := b.Person(name, choose(w, []graph.CountryCode{"ES", "", "AR"}))
		if w.chance(20) {
			b.Report.Persons[k].Offices = []graph.Office{{Title: "ministre", Key: "minister", Country: "ES"}}
		}
		b.Met(w.crowdedDate(), first, last).Place = choose(w, places())
		b.Report.Delegations = append(b.Report.Delegations, graph.DelegationClaim{
			Head: first, Host: choose(w, countries()), Meeting: -1, Status: graph.Held, Date: w.crowdedDate(), Evidence: w.evidence(b),
		})
	}
	return b.Done()
}

// givenNames are alike enough for one block with a family name, in groups.
func givenNames() []string {
	return []string{"Pedro", "Pédro", "Pedrò", "Pablo", "Paulo", "Boris", "Bela", "Vito", "Pia", "P."}
}

func (w *World) crowdedDate() graph.Date {
	switch w.pick(12) {
	case 0:
		return choose(w, dates())
	case 1:
		return graph.Date(fmt.Sprintf("2025-%02d-28/2025-%02d-03", 1+w.pick(6), 7+w.pick(5)))
	}
	return graph.MakeDate(2024+w.pick(2), 1+w.pick(3), 1+w.pick(28))
}

// testToldByMany: of a meeting that very many texts tell of, one more article
// changes what a derivation from scratch changes, and so does one less.
func testToldByMany(t *testing.T, s graph.Store) {
	w, m := NewWorld(3), newModel()
	change := func(b graph.Batch) {
		t.Helper()
		m.apply(b)
		mustApply(t, s, b)
		sameExport(t, s, m.list())
	}
	for _, to := range []int{250, 256, 257, 330} {
		change(graph.Batch{Put: Telling(w, len(m.reports), to)})
	}
	change(graph.Batch{Put: Telling(w, 3, 4)}) // another text of an article
	var gone []graph.ArticleID
	for _, r := range Telling(w, 0, 80) {
		gone = append(gone, r.Article.ID)
	}
	change(graph.Batch{Remove: gone[:70]})
	change(graph.Batch{Remove: gone[70:]})
	change(graph.Batch{Put: Telling(w, 0, 20)})
	empty(t, s, m.seen)
}

// Telling returns articles number from to to-1 that tell of one meeting, each in
// words of its own, but for some that repeat those of the one before.
func Telling(w *World, from, to int) []graph.Report {
	var rs []graph.Report
	text := ""
	for i := from; i < to; i++ {
		b := NewBuilder(graph.ArticleID(fmt.Sprintf("telling/%06d", i)))
		if text == "" || !w.chance(10) {
			text = ""
			for range 60 {
				text += fmt.Sprintf("w%d ", w.pick(5000))
			}
		}
		b.Quote(text)
		b.Met("2025-05-09", b.Person("Jan Berg", "SE"), b.Person("Ana Lopes", "PT"))
		rs = append(rs, b.Done())
	}
	return rs
}
