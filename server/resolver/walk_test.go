package resolver_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql"
	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/backend"
	"github.com/diplograph/diplograph/server/resolver"
	"github.com/diplograph/diplograph/server/servertest"
)

// world is a random graph of meetings of two, with what is needed to find
// chains in it by trying all.
type world struct {
	store graph.Store
	ids   []graph.PersonID
	met   map[graph.PersonID][]graph.Encounter
}

// newWorld makes a graph of a few dozen meetings between a dozen persons, dated by
// day, by month, and not at all.
func newWorld(t *testing.T, seed uint64) *world {
	t.Helper()
	r := rand.New(rand.NewPCG(seed, 1))
	var reports []graph.Report
	for i := range 22 {
		a, b := r.IntN(14), r.IntN(14)
		if a != b {
			reports = append(reports, meetingReport(i, a, b, someDate(r)))
		}
	}
	s := openStore(t, reports)
	w := &world{store: s, met: map[graph.PersonID][]graph.Encounter{}}
	page, err := s.Persons(t.Context(), graph.PersonFilter{Window: graph.Window{First: 100}})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range page.Values() {
		w.ids = append(w.ids, p.ID)
	}
	pages, err := s.Encounters(t.Context(), graph.EncounterFilter{Of: w.ids, Window: graph.Window{First: 100}})
	if err != nil {
		t.Fatal(err)
	}
	for i, id := range w.ids {
		w.met[id] = pages[i].Values()
	}
	return w
}

func openStore(t *testing.T, reports []graph.Report) graph.Store {
	t.Helper()
	s, err := backend.Open(t.Context(), "sqlite:"+filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if _, err := s.Apply(t.Context(), graph.Batch{Put: reports}); err != nil {
		t.Fatal(err)
	}
	return s
}

func someDate(r *rand.Rand) graph.Date {
	switch month, day := 1+r.IntN(6), 1+r.IntN(28); r.IntN(6) {
	case 0:
		return graph.MakeDate(2024, month, 0)
	case 1:
		return graph.MakeDate(0, month, day)
	default:
		return graph.MakeDate(2024, month, day)
	}
}

// meetingReport is an article about one meeting of two.
func meetingReport(n, a, b int, date graph.Date) graph.Report {
	name := func(i int) string { return string(rune('A'+i)) + "nna " + string(rune('A'+i)) + "kova" }
	text := fmt.Sprintf("%s met %s.", name(a), name(b))
	person := func(i int) graph.ReportedPerson {
		at := strings.Index(text, name(i))
		return graph.ReportedPerson{Name: name(i), Key: fmt.Sprint("p", i), Mentions: []graph.Span{{Start: at, End: at + len(name(i))}}}
	}
	return graph.Report{
		Article: graph.Article{ID: graph.ArticleID(fmt.Sprintf("a/%d", n)), Title: "t", Lang: "en", Text: text},
		Persons: []graph.ReportedPerson{person(a), person(b)},
		Meetings: []graph.MeetingClaim{{
			Participants: []graph.ParticipantClaim{{Person: 0, Side: 0}, {Person: 1, Side: 1}},
			Status:       graph.Held, Date: date, Place: fmt.Sprint("Town ", n), // keeps meetings of one pair apart
			Evidence: []graph.Evidence{{Quote: text, Span: graph.Span{Start: 0, End: len(text)}, Lang: "en", Rule: "r/1", Confidence: 1}},
		}},
	}
}

// chains returns how long the shortest chains are, 0 for none of at most 6,
// and how many there are, by trying all.
func (w *world) chains(from, to graph.PersonID) (length, count int) {
	level := map[graph.PersonID]int{from: 1} // chains by where they end
	seen := map[graph.PersonID]bool{from: true}
	for length := 1; length <= 6; length++ {
		next := map[graph.PersonID]int{}
		for u, n := range level {
			others := map[graph.PersonID]bool{}
			for _, e := range w.met[u] {
				others[e.Person] = true
			}
			for v := range others {
				if !seen[v] {
					next[v] += n
				}
			}
		}
		if next[to] > 0 {
			return length, next[to]
		}
		for v := range next {
			seen[v] = true
		}
		level = next
	}
	return 0, 0
}

// inOrder returns how long the shortest chain in order is, 0 for none, and
// the earliest day on which one of that length arrives, by trying all.
func (w *world) inOrder(from, to graph.PersonID) (length int, day string) {
	type state struct {
		at  graph.PersonID
		day string
	}
	level := map[state]bool{{from, ""}: true}
	for length := 1; length <= 6; length++ {
		next := map[state]bool{}
		for s := range level {
			for _, e := range w.met[s.at] {
				if first, last, ok := e.Date.Bounds(); ok && first >= s.day {
					next[state{e.Person, last}] = true
				}
			}
		}
		for s := range next {
			if s.at == to && (day == "" || s.day < day) {
				day = s.day
			}
		}
		if day != "" {
			return length, day
		}
		level = next
	}
	return 0, ""
}

type foundPaths struct {
	Complete bool
	Persons  int
	Paths    []struct {
		Length int
		Steps  []struct {
			From, To struct{ ID string }
			Date     graph.Date
		}
	}
}

func (w *world) ask(t *testing.T, work int, from, to graph.PersonID, args string) foundPaths {
	t.Helper()
	resp := runWith(t, resolver.Extension{Store: w.store, Work: work}, fmt.Sprintf(
		`{ paths(from: {id: "Person:%s"}, to: {id: "Person:%s"}, %s) { complete persons paths { length steps { from { id } to { id } date } } } }`, from, to, args))
	var data struct{ Paths foundPaths }
	decode(t, resp, &data)
	return data.Paths
}

func decode(t *testing.T, resp *graphql.Response, into any) {
	t.Helper()
	if len(resp.Errors) > 0 {
		t.Fatal(resp.Errors)
	}
	if err := json.Unmarshal(resp.Data, into); err != nil {
		t.Fatal(err)
	}
}

// checkChains holds that chains lead from one to the other over meetings.
func (w *world) checkChains(t *testing.T, from, to graph.PersonID, f foundPaths) {
	t.Helper()
	seen := map[string]bool{}
	for _, p := range f.Paths {
		at := "Person:" + string(from)
		chain := at
		for _, s := range p.Steps {
			key := graph.PersonID(strings.TrimPrefix(s.From.ID, "Person:"))
			if s.From.ID != at || !slices.ContainsFunc(w.met[key], func(e graph.Encounter) bool {
				return "Person:"+string(e.Person) == s.To.ID && e.Date == s.Date
			}) {
				t.Errorf("%s to %s: the step %+v is no meeting or does not follow", from, to, s)
			}
			at = s.To.ID
			chain += " " + at
		}
		if at != "Person:"+string(to) || p.Length != len(p.Steps) || seen[chain] {
			t.Errorf("%s to %s: the chain %s", from, to, chain)
		}
		seen[chain] = true
	}
}

// seeds is how many worlds are tried.
func seeds() uint64 {
	if testing.Short() {
		return 1
	}
	return 3
}

func TestPathsAreAllShortestOnes(t *testing.T) {
	connected := 0
	for seed := range seeds() {
		w := newWorld(t, seed)
		for _, from := range w.ids {
			for _, to := range w.ids {
				if from == to {
					continue
				}
				got := w.ask(t, 0, from, to, "first: 10")
				length, count := w.chains(from, to)
				if !got.Complete || len(got.Paths) != min(count, 10) || count > 0 && got.Paths[0].Length != length {
					t.Errorf("seed %d, %s to %s: have %+v, want %d chains of %d", seed, from, to, got, count, length)
				}
				w.checkChains(t, from, to, got)
				if length > 2 {
					connected++
				}
			}
		}
	}
	if connected < 50 {
		t.Errorf("only %d pairs are some meetings apart: the test says little", connected)
	}
}

func TestPathsInOrderArriveEarliest(t *testing.T) {
	longer := 0
	for seed := range seeds() {
		w := newWorld(t, seed)
		for _, from := range w.ids {
			for _, to := range w.ids {
				if from == to {
					continue
				}
				got := w.ask(t, 0, from, to, "inOrder: true")
				length, day := w.inOrder(from, to)
				have, arrives := 0, ""
				if len(got.Paths) == 1 {
					have = got.Paths[0].Length
					_, arrives, _ = got.Paths[0].Steps[have-1].Date.Bounds()
				}
				if !got.Complete || have != length || arrives != day {
					t.Errorf("seed %d, %s to %s: have %+v, want %d steps by %s", seed, from, to, got, length, day)
				}
				w.checkChains(t, from, to, got)
				if length > 1 {
					longer++
				}
			}
		}
	}
	if longer < 20 {
		t.Errorf("only %d pairs have a longer chain in order: the test says little", longer)
	}
}

func TestSearchesSayWhenTheyStopEarly(t *testing.T) {
	w := newWorld(t, 1)
	early := 0
	for _, from := range w.ids {
		for _, to := range w.ids {
			length, _ := w.chains(from, to)
			for _, args := range []string{"first: 10", "inOrder: true"} {
				if from == to {
					continue
				}
				got := w.ask(t, 4, from, to, args)
				w.checkChains(t, from, to, got) // what is found is right all the same
				if !got.Complete {
					early++
				} else if args == "first: 10" && (len(got.Paths) > 0) != (length > 0) {
					t.Errorf("%s to %s: it says to be complete and has %d chains", from, to, len(got.Paths))
				}
			}
		}
	}
	if early < 20 {
		t.Errorf("only %d searches stopped early with next to no work allowed", early)
	}
}

func TestNeighbourhoodAgainstDistances(t *testing.T) {
	w := newWorld(t, 2)
	for _, middle := range w.ids {
		resp := runWith(t, resolver.Extension{Store: w.store}, fmt.Sprintf(`{ neighbourhood(person: {id: "Person:%s"}, depth: 3, nodes: 100) {
			complete persons { distance person { id } } links { a { id } b { id } meetings } } }`, middle))
		var data struct {
			Neighbourhood struct {
				Complete bool
				Persons  []struct {
					Distance int
					Person   struct{ ID string }
				}
				Links []struct {
					A, B     struct{ ID string }
					Meetings int
				}
			}
		}
		decode(t, resp, &data)
		have, want := map[string]int{}, map[string]int{"Person:" + string(middle): 0}
		for _, p := range data.Neighbourhood.Persons {
			have[p.Person.ID] = p.Distance
		}
		for _, id := range w.ids {
			if d, n := w.chains(middle, id); n > 0 && d <= 3 && id != middle {
				want["Person:"+string(id)] = d
			}
		}
		if diff := cmp.Diff(want, have); diff != "" || !data.Neighbourhood.Complete {
			t.Errorf("around %s (-want +got):\n%s", middle, diff)
		}
		links, wantLinks := 0, 0
		for _, l := range data.Neighbourhood.Links {
			links += 2 * l.Meetings
		}
		for id := range want {
			for _, e := range w.met[graph.PersonID(strings.TrimPrefix(id, "Person:"))] {
				if _, ok := want["Person:"+string(e.Person)]; ok {
					wantLinks++
				}
			}
		}
		if links != wantLinks {
			t.Errorf("around %s: links hold %d meetings, want %d", middle, links, wantLinks)
		}
	}
}

// TestPagesOfComputedListsJoin reads lists that no store keeps, an item at a time, and
// wants what one large page has.
func TestPagesOfComputedListsJoin(t *testing.T) {
	const events = `{ pageInfo { hasNextPage endCursor } edges { item: node { ... on Meeting { id } ... on Delegation { id } ... on Agreement { id } } } }`
	for _, c := range []struct{ name, query string }{
		{"contacts", `{ person(name: "Tô Lâm") { list: contacts(%s) { pageInfo { hasNextPage endCursor } edges { item: node { id } } } } }`},
		{"met by detail", `{ person(name: "Tô Lâm") { list: met(mode: IN_PERSON, %s) { pageInfo { hasNextPage endCursor } edges { item: node { id } } } } }`},
		{"met both", `{ list: metBoth(a: {name: "Hun Manet"}, b: {name: "Putin"}, %s) { pageInfo { hasNextPage endCursor } edges { item: node { id } } } }`},
		{"of a person", `{ list: timelineOfPerson(person: {name: "Tô Lâm"}, %s) ` + events + ` }`},
		{"between", `{ list: timelineBetween(a: "VN", b: "RU", %s) ` + events + ` }`},
		{"never held", `{ list: neverHeld(before: "2027", %s) ` + events + ` }`},
	} {
		s := openStore(t, servertest.Reports())
		for _, work := range []int{0, 1} { // with next to no work, pages may be short, but go on
			if work == 1 && !strings.Contains(c.query, "...") {
				continue
			}
			want := readList(t, s, 0, c.query, 100)
			if len(want) == 0 {
				t.Errorf("%s is empty", c.name)
			}
			if diff := cmp.Diff(want, readList(t, s, work, c.query, 1)); diff != "" {
				t.Errorf("%s, work %d (-at once +one by one):\n%s", c.name, work, diff)
			}
		}
	}
}

func readList(t *testing.T, s graph.Store, work int, query string, first int) (ids []string) {
	t.Helper()
	after := "null"
	for range 50 {
		resp := runWith(t, resolver.Extension{Store: s, Work: work}, fmt.Sprintf(query, fmt.Sprintf("first: %d, after: %s", first, after)))
		type connection struct {
			PageInfo struct {
				HasNextPage bool
				EndCursor   string
			}
			Edges []struct{ Item struct{ ID string } }
		}
		var data struct {
			List   *connection
			Person struct{ List *connection }
		}
		decode(t, resp, &data)
		list := data.List
		if list == nil {
			list = data.Person.List
		}
		for _, e := range list.Edges {
			ids = append(ids, e.Item.ID)
		}
		if !list.PageInfo.HasNextPage {
			return ids
		}
		after = fmt.Sprintf("%q", list.PageInfo.EndCursor)
	}
	t.Fatalf("the list has no end: %v", ids)
	return nil
}

// TestManyEncounters holds that lists longer than a page of the store are read to their
// end, and cut where the work ends.
func TestManyEncounters(t *testing.T) {
	var reports []graph.Report
	for i := range 230 {
		reports = append(reports, meetingReport(i, 0, 1+i%2, graph.MakeDate(2000+i/12, 1+i%12, 3)))
	}
	s := openStore(t, reports)
	type summary struct {
		Complete bool
		Meetings int
		Earliest string
	}
	for _, c := range []struct {
		work int
		want summary
	}{
		{0, summary{true, 230, "2000-01-03"}},
		{100, summary{false, 100, "2010-11-03"}}, // the newest hundred
	} {
		resp := runWith(t, resolver.Extension{Store: s, Work: c.work}, `{ person(name: "Anna Akova") { contacts { complete edges { meetings earliest { date } } } } }`)
		var data struct {
			Person struct {
				Contacts struct {
					Complete bool
					Edges    []struct {
						Meetings int
						Earliest struct{ Date string }
					}
				}
			}
		}
		decode(t, resp, &data)
		got := summary{Complete: data.Person.Contacts.Complete, Earliest: "9"}
		for _, e := range data.Person.Contacts.Edges {
			got.Meetings += e.Meetings
			got.Earliest = min(got.Earliest, e.Earliest.Date)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("work %d (-want +got):\n%s", c.work, diff)
		}
	}
	resp := runWith(t, resolver.Extension{Store: s, Work: 100}, `{ person(name: "Anna Akova") { met(mode: REMOTE) { totalCount } } }`)
	if len(resp.Errors) != 1 || resp.Errors[0].Extensions["limit"] != "number of meetings to look through" {
		t.Errorf("a list that cannot be looked through: %s %v", resp.Data, resp.Errors)
	}
}

// TestTimelineLooksThroughLongLists merges lists of which one has to be looked through
// in small parts: nothing older may come before the part is done.
func TestTimelineLooksThroughLongLists(t *testing.T) {
	countries := []graph.CountryCode{"AT", "BE", "CH"}
	var reports []graph.Report
	for i := range 24 {
		other := 2 // of every eight meetings of Austria, one is with Belgium
		if i%8 == 3 {
			other = 1
		}
		r := meetingReport(i, 0, other, graph.MakeDate(2024, 1+i/2, 1+i%2*9))
		for j, p := range []int{0, other} {
			r.Persons[j].Country = countries[p]
			r.Countries = append(r.Countries, graph.ReportedCountry{Code: countries[p], Mentions: []graph.Span{{Start: 0, End: 1}}})
		}
		if i%5 == 0 {
			r.Agreements = []graph.AgreementClaim{{
				What: fmt.Sprint("treaty ", i), Status: graph.Held, Date: graph.MakeDate(2024, 1+i/2, 20), Evidence: r.Meetings[0].Evidence,
				Signers: []graph.ActorClaim{{Kind: graph.ActorCountry, Country: "AT"}, {Kind: graph.ActorCountry, Country: "BE"}},
			}}
		}
		reports = append(reports, r)
	}
	s := openStore(t, reports)
	const query = `{ list: timelineBetween(a: "BE", b: "AT", %s) { pageInfo { hasNextPage endCursor } edges { item: node { ... on Meeting { id: date } ... on Agreement { id: date } } } } }`
	want := []string{"2024-11-20", "2024-10-10", "2024-08-20", "2024-06-20", "2024-06-10", "2024-03-20", "2024-02-10", "2024-01-20"}
	for _, work := range []int{0, 1, 2, 3} {
		for _, first := range []int{1, 2, 5, 100} {
			if diff := cmp.Diff(want, readList(t, s, work, query, first)); diff != "" {
				t.Errorf("work %d, %d at a time (-want +got):\n%s", work, first, diff)
			}
		}
	}
}
