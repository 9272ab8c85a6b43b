package graphtest

import (
	"context"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
)

// testTables: meetings of three, and of two of them, are those of a derivation
// from scratch whatever comes and goes.
func testTables(t *testing.T, s graph.Store) {
	rapid.Check(t, func(t *rapid.T) {
		w, m := Draw(t), newModel()
		for range 2 + w.pick(5) {
			b := graph.Batch{}
			for range 1 + w.pick(3) {
				b.Put = append(b.Put, w.seated(graph.ArticleID(fmt.Sprintf("a/%d", w.pick(9)))))
			}
			for id := range m.reports {
				if w.chance(20) {
					b.Remove = append(b.Remove, id)
				}
			}
			m.apply(b)
			if _, err := s.Apply(context.Background(), b); err != nil {
				t.Fatalf("apply: %v", err)
			}
			sameExport(t, s, m.list())
			sameStats(t, s)
		}
		empty(t, s, m.seen)
	})
}

// testManyTables: the same where they are so many that blocks are on shelves, and
// crowded.
func testManyTables(t *testing.T, s graph.Store) {
	w, m := NewWorld(4), newModel()
	for i := range 14 {
		b := graph.Batch{}
		for k := range 5 {
			r := NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", w.pick(6*i+k+1))))
			for range 12 {
				w.table(r)
				last := &r.Report.Meetings[len(r.Report.Meetings)-1]
				if last.Date = graph.MakeDate(2024+w.pick(2), 1+w.pick(12), 1+w.pick(28)); i%5 == 4 && w.chance(10) {
					last.Date = choose(w, dates())
				}
			}
			b.Put = append(b.Put, r.Done())
		}
		for id := range m.reports {
			if w.chance(10) {
				b.Remove = append(b.Remove, id)
			}
		}
		m.apply(b)
		mustApply(t, s, b)
		sameExport(t, s, m.list())
	}
	empty(t, s, m.seen)
}

// seated returns a report of one or a few meetings.
func (w *World) seated(id graph.ArticleID) graph.Report {
	b := NewBuilder(id)
	b.Report.Article.Published = choose(w, []graph.Date{"", "2025-05-11"})
	for range 1 + w.pick(3) {
		w.table(b)
	}
	return b.Done()
}

// table is a meeting of some of a few persons, whom other reports tell of in twos or threes.
func (w *World) table(b *Builder) {
	who := []struct {
		name    string
		country graph.CountryCode
	}{{"Jan Berg", "SE"}, {"Ana Lopes", "PT"}, {"Mary Quinn", "IE"}, {"Eva Novak", "CZ"}}
	var list []int
	for len(list) < 2 {
		list = list[:0]
		for _, p := range who {
			if w.chance(60) {
				list = append(list, b.Person(p.name, p.country))
			}
		}
	}
	m := b.Met(choose(w, []graph.Date{"2025-05-09", "2025-05-10", "2025-05", ""}), list...)
	m.Place, m.Status = choose(w, []string{"", "Paris", "Vientiane"}), choose(w, statuses())
	if len(list) > 2 && w.chance(30) {
		m.Participants[2].Side = m.Participants[1].Side
	}
	if w.chance(40) {
		m.Evidence = append(m.Evidence, b.Quote("Ils se sont tous vus."))
	}
}
