package graphtest

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/diplograph/diplograph/graph"
)

// walk reads a list page by page and checks what holds for every page.
func walk[T any](t *testing.T, first int, fetch func(graph.Window) (graph.Page[T], error)) []T {
	t.Helper()
	all, w := []T{}, graph.Window{First: first, Count: true}
	for {
		page, err := fetch(w)
		if err != nil {
			t.Fatalf("page after %d items: %v", len(all), err)
		}
		if len(page.Items) > first || page.More && len(page.Items) < first {
			t.Fatalf("a page of %d items with more %v, first is %d", len(page.Items), page.More, first)
		}
		all = append(all, page.Values()...)
		if !page.More {
			if page.Total != len(all) {
				t.Errorf("total is %d, the list has %d items", page.Total, len(all))
			}
			return all
		}
		w.After = page.Items[len(page.Items)-1].Cursor
	}
}

// one is the only page of a list of pages.
func one[T any](pages []graph.Page[T], err error) (graph.Page[T], error) {
	if err != nil || len(pages) != 1 {
		return graph.Page[T]{}, err
	}
	return pages[0], nil
}

// picture is a graph read back from an export: the reads are compared with it.
type picture struct {
	persons     []graph.Person
	meetings    []graph.Meeting
	delegations []graph.Delegation
	agreements  []graph.Agreement
	articles    []article
	met         []edge
	groups      []graph.Group
	proofs      map[graph.FactID][]graph.Proof
}

type article struct {
	graph.Article
	Persons []graph.PersonID `json:"persons"`
}

type edge struct {
	graph.Encounter
	A graph.PersonID `json:"a"`
	B graph.PersonID `json:"b"`
}

func takePicture(t *testing.T, s graph.Store) *picture {
	t.Helper()
	p := &picture{proofs: map[graph.FactID][]graph.Proof{}}
	for o, err := range s.Export(context.Background()) {
		if err != nil {
			t.Fatalf("export: %v", err)
		}
		switch o.Kind {
		case "Person":
			p.persons = append(p.persons, decode[graph.Person](t, o))
		case "Meeting":
			p.meetings = append(p.meetings, decode[graph.Meeting](t, o))
		case "Delegation":
			p.delegations = append(p.delegations, decode[graph.Delegation](t, o))
		case "Agreement":
			p.agreements = append(p.agreements, decode[graph.Agreement](t, o))
		case "Article":
			p.articles = append(p.articles, decode[article](t, o))
		case "MET_WITH":
			p.met = append(p.met, decode[edge](t, o))
		case "REPORTED_IN":
			e := decode[struct {
				Fact graph.FactID `json:"fact"`
				graph.Proof
			}](t, o)
			p.proofs[e.Fact] = append(p.proofs[e.Fact], e.Proof)
		default:
			p.groups = append(p.groups, decode[graph.Group](t, o))
		}
	}
	return p
}

func decode[T any](t *testing.T, o graph.Object) T {
	t.Helper()
	var v T
	if err := json.Unmarshal(o.JSON, &v); err != nil {
		t.Fatalf("%s %s: %v", o.Kind, o.Key, err)
	}
	return v
}

// newestFirst sorts by first possible day, the unknown last, then by id.
func newestFirst[T any](list []T, date func(T) graph.Date, id func(T) string) []T {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b T) int {
		return cmp.Or(strings.Compare(date(b).SortKey(), date(a).SortKey()), strings.Compare(id(a), id(b)))
	})
	return list
}

func keep[T any](list []T, ok func(T) bool) []T {
	kept := []T{}
	for _, v := range list {
		if ok(v) {
			kept = append(kept, v)
		}
	}
	return kept
}

// inside is what graph.When promises.
func inside(d graph.Date, w graph.When) bool {
	if w == (graph.When{}) {
		return true
	}
	first, last, ok := d.Bounds()
	return ok && (w.Since == "" || last >= string(w.Since)) && (w.Until == "" || first <= string(w.Until))
}

func (p *picture) person(id graph.PersonID) graph.Person {
	i := slices.IndexFunc(p.persons, func(q graph.Person) bool { return q.ID == id })
	return p.persons[i]
}

// encounters is the list that Store.Encounters must give for one person.
func (p *picture) encounters(of graph.PersonID, f graph.EncounterFilter) []graph.Encounter {
	all := []graph.Encounter{}
	for _, e := range p.met {
		other := e.B
		if e.B == of {
			other = e.A
		} else if e.A != of {
			continue
		}
		o := p.person(other)
		if (f.With == nil || slices.Contains(f.With, other)) && (f.Country == "" || o.Country == f.Country) &&
			(f.Party == "" || slices.Contains(o.Parties, f.Party)) && inside(e.Date, f.When) {
			e.Encounter.Person = other
			all = append(all, e.Encounter)
		}
	}
	return newestFirst(all, func(e graph.Encounter) graph.Date { return e.Date }, func(e graph.Encounter) string { return string(e.ID) })
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if diff := gocmp.Diff(want, got, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", what, diff)
	}
}

func whens() []graph.When {
	return []graph.When{{}, {Since: "2025-01-01"}, {Until: "2024-12-31"}, {Since: "2025-05-09", Until: "2025-05-09"}, {Since: "2025-05-10", Until: "2025-05-08"}}
}

// filled loads a few hundred random reports.
func filled(t *testing.T, s graph.Store) *picture {
	t.Helper()
	Load(t, s, NewWorld(7).Reports(120))
	return takePicture(t, s)
}

func testEncounters(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	filters := []graph.EncounterFilter{
		{}, {Country: "VN"}, {Party: "vn/cpv"}, {Country: "VN", Party: "vn/cpv"}, {Country: "US"},
		{With: []graph.PersonID{p.persons[0].ID, p.persons[1].ID, "nobody"}},
		{With: []graph.PersonID{}},
	}
	for _, f := range filters {
		for _, f.When = range whens() {
			for _, person := range p.persons {
				f.Of = []graph.PersonID{person.ID}
				got := walk(t, 3, func(w graph.Window) (graph.Page[graph.Encounter], error) {
					f.Window = w
					return one(s.Encounters(ctx, f))
				})
				same(t, "encounters of "+person.Name, p.encounters(person.ID, f), got)
			}
		}
	}
}

// testParents asks for many parents at once, some absent, one twice.
func testParents(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	of := []graph.PersonID{p.persons[3].ID, "nobody", p.persons[0].ID, p.persons[3].ID}
	pages, err := s.Encounters(ctx, graph.EncounterFilter{Of: of, Window: graph.Window{First: 100}})
	if err != nil || len(pages) != len(of) {
		t.Fatalf("%d pages for %d parents, error %v", len(pages), len(of), err)
	}
	for i, id := range of {
		same(t, "encounters", p.encounters(id, graph.EncounterFilter{}), pages[i].Values())
	}
	meetings, err := s.Meetings(ctx, graph.MeetingFilter{Of: of, Window: graph.Window{First: 100}})
	if err != nil || len(meetings) != len(of) || len(meetings[1].Items) != 0 {
		t.Fatalf("meetings of %d parents: %v, error %v", len(of), meetings, err)
	}
	none, err := s.Meetings(ctx, graph.MeetingFilter{Of: []graph.PersonID{}, Window: graph.Window{First: 100}})
	if err != nil || len(none) != 0 {
		t.Errorf("meetings of an empty list of parents: %v, error %v", none, err)
	}
}

func (p *picture) meetingsOf(of graph.PersonID, f graph.MeetingFilter) []graph.Meeting {
	list := keep(p.meetings, func(m graph.Meeting) bool {
		attends := func(id graph.PersonID) bool {
			return slices.ContainsFunc(m.Participants, func(q graph.Participant) bool { return q.Person == id })
		}
		some := func(of func(graph.Person) bool) bool {
			return slices.ContainsFunc(m.Participants, func(q graph.Participant) bool { return of(p.person(q.Person)) })
		}
		from := func(c graph.CountryCode) bool {
			return c == "" || some(func(q graph.Person) bool { return q.Country == c })
		}
		return (of == "" || attends(of)) && from(f.Country) && from(f.AndCountry) &&
			(f.Party == "" || some(func(q graph.Person) bool { return slices.Contains(q.Parties, f.Party) })) && (f.Status == "" || m.Status == f.Status) && (f.Mode == "" || m.Mode == f.Mode) && inside(m.Date, f.When)
	})
	return newestFirst(list, func(m graph.Meeting) graph.Date { return m.Date }, func(m graph.Meeting) string { return string(m.ID) })
}

func testMeetings(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	filters := []graph.MeetingFilter{
		{}, {Country: "VN"}, {Status: graph.Planned}, {Status: graph.Held}, {Status: graph.Cancelled, Country: "LA"}, {Mode: graph.Remote},
		{Country: "VN", AndCountry: "LA"}, {Country: "VN", AndCountry: "VN"}, {Party: p.somePartyMet(t)}, {Party: "none"},
	}
	for _, f := range filters {
		for _, f.When = range whens() {
			for _, of := range []graph.PersonID{"", p.persons[0].ID, p.persons[4].ID} {
				f.Of = nil
				if of != "" {
					f.Of = []graph.PersonID{of}
				}
				got := walk(t, 4, func(w graph.Window) (graph.Page[graph.Meeting], error) {
					f.Window = w
					return one(s.Meetings(ctx, f))
				})
				same(t, "meetings", p.meetingsOf(of, f), got)
			}
		}
	}
	byID, err := one(s.Meetings(ctx, graph.MeetingFilter{IDs: []graph.MeetingID{p.meetings[5].ID, "none", p.meetings[2].ID, p.meetings[5].ID}}))
	if err != nil || byID.More {
		t.Fatalf("meetings by id: more %v, error %v", byID.More, err)
	}
	want := newestFirst([]graph.Meeting{p.meetings[2], p.meetings[5]}, func(m graph.Meeting) graph.Date { return m.Date }, func(m graph.Meeting) string { return string(m.ID) })
	same(t, "meetings by id", want, byID.Values())
}

// testCountryLearnt has another article tell a person's country, and takes it
// back: the meetings of the country follow.
func testCountryLearnt(t *testing.T, s graph.Store) {
	first, second := NewBuilder("fr/1"), NewBuilder("fr/2")
	a := first.Person("Nguyễn Phú Trọng", "")
	first.Met("2024-05-06", a, first.Person("Bounnhang Vorachit", "LA"))
	second.Person("Nguyễn Phú Trọng", "VN")
	for _, step := range []struct {
		batch graph.Batch
		want  int
	}{
		{graph.Batch{Put: []graph.Report{first.Done()}}, 0},
		{graph.Batch{Put: []graph.Report{second.Done()}}, 1},
		{graph.Batch{Remove: []graph.ArticleID{"fr/2"}}, 0},
	} {
		if _, err := s.Apply(context.Background(), step.batch); err != nil {
			t.Fatal(err)
		}
		page, err := one(s.Meetings(context.Background(), graph.MeetingFilter{Country: "VN", Window: graph.Window{First: 10, Count: true}}))
		if err != nil || len(page.Items) != step.want || page.Total != step.want {
			t.Errorf("%d meetings of the country, %d counted, want %d; error %v", len(page.Items), page.Total, step.want, err)
		}
	}
}

func testDelegations(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	linked := 0
	for _, d := range p.delegations {
		linked += len(d.Meetings)
	}
	if linked == 0 {
		t.Error("no delegation has a meeting")
	}
	has := func(d graph.Delegation, kind graph.ActorKind, id string) bool {
		return id == "" || slices.Contains(d.Represents, graph.Actor{Kind: kind, ID: id})
	}
	for _, f := range []graph.DelegationFilter{
		{}, {Represents: "VN"}, {Party: "vn/cpv"}, {Host: "LA"}, {Represents: "LA", Party: "vn/cpv"},
		{Of: []graph.PersonID{p.delegations[0].Head}}, {Of: []graph.PersonID{p.delegations[0].Head}, Host: "FR"},
	} {
		for _, f.When = range whens() {
			got := walk(t, 2, func(w graph.Window) (graph.Page[graph.Delegation], error) {
				f.Window = w
				return one(s.Delegations(ctx, f))
			})
			want := keep(p.delegations, func(d graph.Delegation) bool {
				return (f.Of == nil || d.Head == f.Of[0]) && has(d, graph.ActorCountry, string(f.Represents)) &&
					has(d, graph.ActorParty, string(f.Party)) && (f.Host == "" || d.Host == f.Host) && inside(d.Date, f.When)
			})
			same(t, "delegations", newestFirst(want, func(d graph.Delegation) graph.Date { return d.Date }, func(d graph.Delegation) string { return string(d.ID) }), got)
		}
	}
	byID, err := one(s.Delegations(ctx, graph.DelegationFilter{IDs: []graph.DelegationID{p.delegations[1].ID, "none"}}))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "delegations by id", p.delegations[1:2], byID.Values())
}

func testAgreements(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	for _, f := range []graph.AgreementFilter{
		{}, {Of: []graph.Actor{{Kind: graph.ActorCountry, ID: "VN"}}}, {Of: []graph.Actor{p.agreements[0].Signers[0]}},
		{Of: []graph.Actor{{Kind: graph.ActorPerson, ID: "VN"}}},
	} {
		for _, f.When = range whens() {
			got := walk(t, 2, func(w graph.Window) (graph.Page[graph.Agreement], error) {
				f.Window = w
				return one(s.Agreements(ctx, f))
			})
			want := keep(p.agreements, func(a graph.Agreement) bool {
				return (f.Of == nil || slices.Contains(a.Signers, f.Of[0])) && inside(a.Date, f.When)
			})
			same(t, "agreements", newestFirst(want, func(a graph.Agreement) graph.Date { return a.Date }, func(a graph.Agreement) string { return string(a.ID) }), got)
		}
	}
	byID, err := one(s.Agreements(ctx, graph.AgreementFilter{IDs: []graph.AgreementID{"none", p.agreements[1].ID}}))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "agreements by id", p.agreements[1:2], byID.Values())
}

func testPersons(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	for _, f := range []graph.PersonFilter{{}, {Country: "VN"}, {Party: "vn/cpv"}, {Country: "VN", Party: "vn/cpv"}} {
		got := walk(t, 3, func(w graph.Window) (graph.Page[graph.Person], error) {
			f.Window = w
			return s.Persons(ctx, f)
		})
		want := keep(p.persons, func(q graph.Person) bool {
			return (f.Country == "" || q.Country == f.Country) && (f.Party == "" || slices.Contains(q.Parties, f.Party))
		})
		same(t, "persons", want, got)
	}
	byID, err := s.Persons(ctx, graph.PersonFilter{IDs: []graph.PersonID{p.persons[4].ID, "nobody", p.persons[1].ID, p.persons[4].ID}})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "persons by id", []graph.Person{p.persons[1], p.persons[4]}, byID.Values())
	none, err := s.Persons(ctx, graph.PersonFilter{IDs: []graph.PersonID{}})
	if err != nil || len(none.Items) != 0 {
		t.Errorf("persons of an empty list of ids: %v, error %v", none, err)
	}
}

func testArticles(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	date := func(a article) graph.Date { return a.Published }
	id := func(a article) string { return string(a.ID) }
	bare := func(list []article) []graph.Article {
		out := []graph.Article{}
		for _, a := range list {
			out = append(out, a.Article)
		}
		return out
	}
	for _, person := range append([]graph.Person{{}, {ID: "nobody"}}, p.persons...) {
		f := graph.ArticleFilter{Person: person.ID}
		got := walk(t, 7, func(w graph.Window) (graph.Page[graph.Article], error) {
			f.Window = w
			return s.Articles(ctx, f)
		})
		want := keep(p.articles, func(a article) bool { return f.Person == "" || slices.Contains(a.Persons, f.Person) })
		same(t, "articles", bare(newestFirst(want, date, id)), got)
		if f.Person != "" && f.Person != "nobody" && len(got) != person.Reports {
			t.Errorf("%s has %d reports and %d articles", person.Name, person.Reports, len(got))
		}
	}
	byID, err := s.Articles(ctx, graph.ArticleFilter{IDs: []graph.ArticleID{p.articles[3].ID, "none", p.articles[0].ID}})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "articles by id", bare([]article{p.articles[0], p.articles[3]}), byID.Values())
}

func testEvidence(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	facts, want := []graph.FactID{"nothing"}, [][]graph.Proof{nil}
	for f, proofs := range p.proofs {
		facts, want = append(facts, f), append(want, proofs)
	}
	for _, e := range p.met {
		facts, want = append(facts, graph.FactID(e.ID)), append(want, p.proofs[graph.FactID(e.Meeting)])
	}
	facts, want = append(facts, facts[1]), append(want, want[1])
	got, err := s.Evidence(ctx, facts)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "evidence", want, got)
	for _, m := range p.meetings {
		if len(p.proofs[graph.FactID(m.ID)]) == 0 {
			t.Errorf("meeting %s has no evidence", m.ID)
		}
	}
}

func testGroups(t *testing.T, s graph.Store) {
	p, ctx := filled(t, s), context.Background()
	for _, kind := range []graph.Kind{graph.KindParty, graph.KindOrganization, graph.KindCountry} {
		for _, country := range []graph.CountryCode{"", "VN"} {
			f := graph.GroupFilter{Kind: kind, Country: country}
			got := walk(t, 1, func(w graph.Window) (graph.Page[graph.Group], error) {
				f.Window = w
				return s.Groups(ctx, f)
			})
			want := keep(p.groups, func(g graph.Group) bool { return g.Kind == kind && (country == "" || g.Country == country) })
			same(t, string(kind), want, got)
		}
	}
	byID, err := s.Groups(ctx, graph.GroupFilter{Kind: graph.KindCountry, IDs: []string{"VN", "XX", "LA"}})
	if err != nil {
		t.Fatal(err)
	}
	same(t, "countries by id", []string{"LA", "VN"}, []string{byID.Items[0].Value.ID, byID.Items[1].Value.ID})
	found, err := s.Groups(ctx, graph.GroupFilter{Kind: graph.KindParty, Search: "communiste pARTI", Window: graph.Window{First: 5}})
	if err != nil || len(found.Items) != 1 || found.Items[0].Value.ID != "vn/cpv" {
		t.Errorf("search of a party: %v, error %v", found, err)
	}
}
