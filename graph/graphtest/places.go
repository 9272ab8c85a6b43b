package graphtest

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// somePartyMet is a party of which somebody took part in a meeting.
func (p *picture) somePartyMet(t *testing.T) graph.PartyID {
	t.Helper()
	for _, m := range p.meetings {
		for _, q := range m.Participants {
			if parties := p.person(q.Person).Parties; len(parties) > 0 {
				return parties[0]
			}
		}
	}
	t.Fatal("nobody at a meeting is of a party")
	return ""
}

func testPlaces(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	byKey := map[string]*graph.Place{}
	var want []string
	for _, m := range p.meetings {
		if m.Place == "" {
			continue
		}
		k := derive.PlaceKey(m.Place)
		if byKey[k] == nil {
			byKey[k] = &graph.Place{}
			want = append(want, k)
		}
		byKey[k].Meetings++
	}
	if len(want) < 3 {
		t.Fatalf("only %d places", len(want))
	}
	places := walk(t, 2, func(w graph.Window) (graph.Page[graph.Place], error) {
		return s.Places(ctx, graph.PlaceFilter{Window: w})
	})
	var got []string
	for _, pl := range places {
		k := derive.PlaceKey(pl.Name)
		if got = append(got, k); pl.Meetings != byKey[k].Meetings {
			t.Errorf("%s: %d meetings, want %d", pl.Name, pl.Meetings, byKey[k].Meetings)
		}
		for _, a := range pl.Aliases {
			if derive.PlaceKey(a) != k {
				t.Errorf("%s is no spelling of %s", a, pl.Name)
			}
		}
	}
	if !slices.IsSortedFunc(places, func(a, b graph.Place) int {
		return cmp.Or(b.Meetings-a.Meetings, strings.Compare(a.Name, b.Name))
	}) {
		t.Errorf("places are not in order: %v", places)
	}
	slices.Sort(want)
	slices.Sort(got)
	same(t, "places", want, got)
	testPlaceSpellings(t, s)
}

// testPlaceSpellings: one place in three spellings is found by each.
func testPlaceSpellings(t *testing.T, s graph.Store) {
	ctx := context.Background()
	var batch graph.Batch
	for i, place := range []string{"Hà Nội", "Hanoï", "Hanoï", "Hanoi", "Huế"} {
		r := meets(graph.ArticleID(fmt.Sprint("places/", i)), graph.Date(fmt.Sprint("2024-03-0", i+1)), "A", "B")
		r.Meetings[0].Place = place
		batch.Put = append(batch.Put, r)
	}
	mustApply(t, s, batch)
	for _, search := range []string{"hà nội", "HANOI", "hanoï", "hano"} {
		page, err := s.Places(ctx, graph.PlaceFilter{Search: search, Window: graph.Window{First: 5, Count: true}})
		if err != nil || page.Total != 1 || len(page.Items) != 1 {
			t.Fatalf("search of %q: %v, error %v", search, page, err)
		}
		if pl := page.Items[0].Value; derive.PlaceKey(pl.Name) != "hanoi" || pl.Meetings < 4 || len(pl.Aliases) < 2 {
			t.Errorf("search of %q found %v", search, pl)
		}
	}
	none, err := s.Places(ctx, graph.PlaceFilter{Search: "nowhere", Window: graph.Window{First: 5}})
	if err != nil || len(none.Items) > 0 {
		t.Errorf("search of nowhere: %v, error %v", none, err)
	}
}
