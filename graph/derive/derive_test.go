package derive_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// nodes reads the nodes of a kind from a derivation.
func nodes[T any](t *testing.T, kind graph.Kind, reports []graph.Report) []T {
	t.Helper()
	var out []T
	for _, o := range derive.Graph(reports) {
		if o.Kind != string(kind) {
			continue
		}
		var v T
		if err := json.Unmarshal(o.JSON, &v); err != nil {
			t.Fatalf("%s: %v", o.JSON, err)
		}
		out = append(out, v)
	}
	return out
}

// named makes an article that names one person, written as Name or Name/CC.
func named(i int, person string) graph.Report {
	b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
	name, country, _ := strings.Cut(person, "/")
	b.Person(name, graph.CountryCode(country))
	return b.Done()
}

func TestWhoIsWho(t *testing.T) {
	tests := []struct {
		reason string
		named  []string
		want   []string // the names and aliases of each person, sorted
	}{
		{"case and missing marks", []string{"Tô Lâm", "To Lam", "TO LAM"}, []string{"Tô Lâm=TO LAM=To Lam"}},
		{"order of words", []string{"Tô Lâm", "Lâm Tô"}, []string{"Lâm Tô=Tô Lâm"}},
		{"hyphen and space", []string{"Jean-Yves Le Drian", "Jean Yves Le Drian"}, []string{"Jean Yves Le Drian=Jean-Yves Le Drian"}},
		{"apostrophes", []string{"O'Brien", "O’Brien", "OBrien"}, []string{"O'Brien=OBrien=O’Brien"}},
		{"đ without its bar", []string{"Đỗ Mười", "Do Muoi"}, []string{"Đỗ Mười=Do Muoi"}},
		{"some marks dropped", []string{"Nguyễn Phú Trọng", "Nguyên Phu Trong", "Nguyen Phu Trong"}, []string{"Nguyên Phu Trong=Nguyen Phu Trong=Nguyễn Phú Trọng"}},
		{"contradicting marks", []string{"Hùng", "Hưng"}, []string{"Hùng", "Hưng"}},
		{"an unmarked name fits two", []string{"Hùng", "Hưng", "Hung"}, []string{"Hung", "Hùng", "Hưng"}},
		{"the country tells which", []string{"Lê Hùng/VN", "Lê Hưng/LA", "Le Hung/VN"}, []string{"Lê Hùng=Le Hung", "Lê Hưng"}},
		{"a family alone may be another's", []string{"Diarra/ML", "Diarra"}, []string{"Diarra", "Diarra"}},
		{"no country does not tell", []string{"Hùng/VN", "Hưng/LA", "Hung"}, []string{"Hung", "Hùng", "Hưng"}},
		{"two countries", []string{"Ivan Petrov/RU", "Ivan Petrov/BG"}, []string{"Ivan Petrov", "Ivan Petrov"}},
		{"one country and none", []string{"Ivan Petrov/RU", "Ivan Petrov"}, []string{"Ivan Petrov"}},
		{"two countries and none", []string{"Ivan Petrov/RU", "Ivan Petrov/BG", "Ivan Petrov"}, []string{"Ivan Petrov", "Ivan Petrov", "Ivan Petrov"}},
		{"the most reported marked form is preferred", []string{"Tô Lâm", "Tố Lâm", "Tô Lâm", "To Lam", "To Lam", "To Lam"}, []string{"Tô Lâm=To Lam=Tố Lâm"}},
		{"other scripts", []string{"习近平", "Владимир Путин", "Влади́мир Пу́тин"}, []string{"Влади́мир Пу́тин=Владимир Путин", "习近平"}},
		{"decomposed spelling", []string{"T\u00f4 L\u00e2m", "To\u0302 La\u0302m"}, []string{"T\u00f4 L\u00e2m"}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			var reports []graph.Report
			for i, n := range tt.named {
				reports = append(reports, named(i, n))
			}
			var got []string
			for _, p := range nodes[graph.Person](t, graph.KindPerson, reports) {
				got = append(got, strings.Join(append([]string{p.Name}, p.Aliases...), "="))
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("persons (-want +got):\n%s", diff)
			}
		})
	}
}

func TestPersonSums(t *testing.T) {
	var reports []graph.Report
	for i, published := range []graph.Date{"2019-03-04", "", "2018-11-02", "2020"} {
		b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
		b.Report.Article.Published = published
		b.Report.Parties = []graph.ReportedGroup{{Name: "PCV", Key: "vn/cpv"}}
		b.Report.Persons = []graph.ReportedPerson{
			{Name: "Tô Lâm", Country: "VN", Parties: []int{0}, Offices: []graph.Office{{Title: "ministre", Country: "VN"}}},
			{Name: "To Lam"}, // unresolved inside the article, still one report
		}
		reports = append(reports, b.Done())
	}
	got := nodes[graph.Person](t, graph.KindPerson, reports)
	want := []graph.Person{{
		ID: got[0].ID, Name: "Tô Lâm", Aliases: []string{"To Lam"}, Country: "VN", Parties: []graph.PartyID{"vn/cpv"},
		Offices: []graph.HeldOffice{{
			Office: graph.Office{Title: "ministre", Country: "VN"},
			First:  "2018-11", Last: "2019-03", From: "2018-11", Held: "2019-03", Reports: 4,
		}},
		Reports: 4,
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("persons (-want +got):\n%s", diff)
	}
}

// TestPersonIDStays: an id outlives other spellings, and a namesake does not
// take it from the one with more reports.
func TestPersonIDStays(t *testing.T) {
	id := func(reports ...graph.Report) map[graph.PersonID]string {
		ids := map[graph.PersonID]string{}
		for _, p := range nodes[graph.Person](t, graph.KindPerson, reports) {
			ids[p.ID] = p.Name + "/" + string(p.Country)
		}
		return ids
	}
	first := id(named(1, "Ivan Petrov/RU"))
	for i := range first {
		later := id(named(1, "Ivan Petrov/RU"), named(2, "PETROV IVAN"), named(3, "Ivan Petrov/RU"))
		if len(later) != 1 || later[i] != "Ivan Petrov/RU" {
			t.Errorf("more spellings: %v became %v", first, later)
		}
		split := id(named(1, "Ivan Petrov/RU"), named(3, "Ivan Petrov/RU"), named(2, "Ivan Petrov/BG"))
		if len(split) != 2 || split[i] != "Ivan Petrov/RU" {
			t.Errorf("a namesake: %v became %v", first, split)
		}
	}
}

// told makes an article about a meeting of two ministers, or more.
func told(i int, change func(*graph.MeetingClaim)) graph.Report {
	b := graphtest.NewBuilder(graph.ArticleID(fmt.Sprintf("a/%d", i)))
	m := b.Met("", b.Person("Tô Lâm", "VN"), b.Person("Thongloun Sisoulith", "LA"))
	change(m)
	return b.Done()
}

// describe writes a meeting down: status date place mode xREPORTS.
func describe(m graph.Meeting) string {
	return strings.TrimSpace(fmt.Sprintf("%s %s %s %s x%d", m.Status, m.Date, m.Place, m.Mode, m.Reports))
}

func TestMeetings(t *testing.T) {
	at := func(d graph.Date, place string, s graph.Status) func(*graph.MeetingClaim) {
		return func(m *graph.MeetingClaim) { m.Date, m.Place, m.Status = d, place, s }
	}
	held := func(d graph.Date) func(*graph.MeetingClaim) { return at(d, "", graph.Held) }
	keyed := func(place string) func(*graph.MeetingClaim) {
		return func(m *graph.MeetingClaim) { m.Place, m.PlaceKey = place, "ru/moscow" }
	}
	in := func(country graph.CountryCode, place, key string) func(*graph.MeetingClaim) {
		return func(m *graph.MeetingClaim) {
			m.Date, m.Country, m.Place, m.PlaceKey = "2025-05-09", country, place, key
		}
	}
	mode := func(mode graph.Mode) func(*graph.MeetingClaim) {
		return func(m *graph.MeetingClaim) { m.Date, m.Mode = "2025-05-09", mode }
	}
	type claims = []func(*graph.MeetingClaim)
	tests := []struct {
		reason string
		told   claims
		want   []string
	}{
		{"told twice", claims{held("2025-05-09"), held("2025-05-09")}, []string{"held 2025-05-09   x2"}},
		{"one report knows no year", claims{held("2025-05-09"), held("XXXX-05-09")}, []string{"held 2025-05-09   x2"}},
		{"one knows the day, one the year", claims{held("XXXX-05-09"), held("2025")}, []string{"held 2025-05-09   x2"}},
		{"no year fits two", claims{held("2025-05-09"), held("2024-05-09"), held("XXXX-05-09")}, []string{"held 2024-05-09   x1", "held 2025-05-09   x1", "held XXXX-05-09   x1"}},
		{"an unknown date fits one", claims{held("2025-05-09"), held("")}, []string{"held 2025-05-09   x2"}},
		{"an unknown date fits two", claims{held("2025-05-09"), held("2025-05-10"), held("")}, []string{"held    x1", "held 2025-05-09   x1", "held 2025-05-10   x1"}},
		{"an interval and its day", claims{held("2025-05-08/2025-05-10"), held("2025-05-09")}, []string{"held 2025-05-09   x2"}},
		{"planned, then held", claims{at("2025-05-09", "", graph.Planned), held("2025-05-09")}, []string{"held 2025-05-09   x2"}},
		{"planned, then cancelled", claims{at("2025-05-09", "", graph.Planned), at("2025-05", "", graph.Cancelled)}, []string{"cancelled 2025-05-09   x2"}},
		{"spellings of a place", claims{at("2025", "Hanoï", graph.Held), at("2025", "Hà Nội", graph.Held), at("2025", "Hanoï", graph.Held)}, []string{"held 2025 Hanoï  x3"}},
		{"a place in two languages", claims{keyed("Moscou"), keyed("Moscow"), keyed("Moscow")}, []string{"held  Moscow  x3"}},
		{"a city and the country", claims{in("KR", "Gyeongju", ""), in("KR", "South Korea", "KR")}, []string{"held 2025-05-09 Gyeongju  x2"}},
		{"the country and cities of others", claims{in("KR", "South Korea", "KR"), in("JP", "Nara", "")}, []string{"held 2025-05-09 Nara  x1", "held 2025-05-09 South Korea  x1"}},
		{"the country, when cities contradict each other", claims{in("KR", "South Korea", "KR"), in("KR", "Busan", ""), in("KR", "Gyeongju", "")}, []string{"held 2025-05-09 Busan  x1", "held 2025-05-09 Gyeongju  x1", "held 2025-05-09 South Korea  x1"}},
		{"a city and a place in any town", claims{in("", "Gyeongju", ""), in("", "the ministry", graph.AnyPlace), in("", "Gyeongju", "")}, []string{"held 2025-05-09 Gyeongju  x3"}},
		{"two places on one day", claims{at("2025-05-09", "Hanoï", graph.Held), at("2025-05-09", "Paris", graph.Held)}, []string{"held 2025-05-09 Hanoï  x1", "held 2025-05-09 Paris  x1"}},
		{"a call and a visit", claims{mode(graph.Remote), mode(graph.InPerson)}, []string{"held 2025-05-09  in_person x1", "held 2025-05-09  remote x1"}},
		{"a call, told without the mode", claims{mode(graph.Remote), mode("")}, []string{"held 2025-05-09  remote x2"}},
	}
	for _, tt := range tests {
		t.Run(tt.reason, func(t *testing.T) {
			var reports []graph.Report
			for i, c := range tt.told {
				reports = append(reports, told(i, c))
			}
			var got []string
			for _, m := range nodes[graph.Meeting](t, graph.KindMeeting, reports) {
				got = append(got, describe(m))
			}
			slices.Sort(got)
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("meetings (-want +got):\n%s", diff)
			}
		})
	}
}

// pairs lists who met whom, by name.
func pairs(t *testing.T, reports []graph.Report) []string {
	t.Helper()
	name := map[graph.PersonID]string{}
	for _, p := range nodes[graph.Person](t, graph.KindPerson, reports) {
		name[p.ID] = p.Name
	}
	type edge struct{ A, B graph.PersonID }
	var got []string
	for _, e := range nodes[edge](t, derive.EdgeMetWith, reports) {
		two := []string{name[e.A], name[e.B]}
		slices.Sort(two)
		got = append(got, two[0]+"-"+two[1])
	}
	slices.Sort(got)
	return got
}

func TestPairs(t *testing.T) {
	meeting := func(s graph.Status, names ...string) []graph.Report {
		b := graphtest.NewBuilder("a/1")
		m := graph.MeetingClaim{Status: s, Evidence: []graph.Evidence{b.Quote("They met.")}}
		for _, n := range names {
			name, side, _ := strings.Cut(n, "/")
			m.Participants = append(m.Participants, graph.ParticipantClaim{Person: b.Person(name, ""), Side: len(side)})
		}
		b.Report.Meetings = []graph.MeetingClaim{m}
		return []graph.Report{b.Done()}
	}
	tests := []struct {
		reason  string
		reports []graph.Report
		want    []string
	}{
		{"two sides", meeting(graph.Held, "A/", "B/x"), []string{"A-B"}},
		{"a minister beside a president", meeting(graph.Held, "A/", "Aide/", "B/x"), []string{"A-B", "Aide-B"}},
		{"a trilateral", meeting(graph.Held, "A/", "B/x", "C/xx"), []string{"A-B", "A-C", "B-C"}},
		{"one side", meeting(graph.Held, "A/", "B/"), nil},
		{"planned", meeting(graph.Planned, "A/", "B/x"), nil},
		{"cancelled", meeting(graph.Cancelled, "A/", "B/x"), nil},
		{"two spellings of one person", meeting(graph.Held, "Tô Lâm/", "To Lam/x"), nil},
	}
	for _, tt := range tests {
		if diff := cmp.Diff(tt.want, pairs(t, tt.reports)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestDelegationsAndAgreements(t *testing.T) {
	report := func(id graph.ArticleID, what string, represents ...graph.ActorClaim) graph.Report {
		b := graphtest.NewBuilder(id)
		head := b.Person("Tahir Budagov", "AZ")
		b.Report.Parties = []graph.ReportedGroup{{Name: "Parti du Nouvel Azerbaïdjan", Key: "az/yap", Country: "AZ"}}
		proof := []graph.Evidence{b.Quote("Une délégation conduite par Tahir Budagov.")}
		b.Report.Delegations = []graph.DelegationClaim{{Head: head, Represents: represents, Meeting: -1, Status: graph.Held, Date: "2025-05-09", Evidence: proof}}
		b.Report.Agreements = []graph.AgreementClaim{{What: what, Signers: []graph.ActorClaim{{Kind: graph.ActorPerson, Index: head}}, Status: graph.Held, Evidence: proof}}
		return b.Done()
	}
	state := graph.ActorClaim{Kind: graph.ActorCountry, Country: "AZ"}
	party := graph.ActorClaim{Kind: graph.ActorParty}
	reports := []graph.Report{
		report("a/1", "mémorandum d'accord", state),
		report("a/2", "Memorandum d’accord", party, state),
		report("a/3", "traité de paix"),
	}
	ds := nodes[graph.Delegation](t, graph.KindDelegation, reports)
	want := []graph.Actor{{Kind: graph.ActorCountry, ID: "AZ"}, {Kind: graph.ActorParty, ID: "az/yap"}}
	if len(ds) != 1 || ds[0].Reports != 3 || !slices.Equal(ds[0].Represents, want) {
		t.Errorf("delegations: %+v, want one of 3 reports for %v", ds, want)
	}
	var got []string
	for _, a := range nodes[graph.Agreement](t, graph.KindAgreement, reports) {
		got = append(got, fmt.Sprintf("%s x%d", a.What, a.Reports))
	}
	slices.Sort(got)
	if diff := cmp.Diff([]string{"Memorandum d’accord x2", "traité de paix x1"}, got); diff != "" {
		t.Errorf("agreements (-want +got):\n%s", diff)
	}
}

func TestOrderDoesNotMatter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reports := graphtest.Draw(t).Reports(6)
		seen := map[graph.ArticleID]bool{}
		reports = slices.DeleteFunc(reports, func(r graph.Report) bool {
			again := seen[r.Article.ID]
			seen[r.Article.ID] = true
			return again
		})
		want := graphtest.Want(reports)
		if diff := cmp.Diff(want, graphtest.Want(rapid.Permutation(reports).Draw(t, "order"))); diff != "" {
			t.Fatalf("another order (-want +got):\n%s", diff)
		}
	})
}

func TestRank(t *testing.T) {
	tests := []struct {
		query string
		names []string // best first; those that must not match after "|"
	}{
		{"to lam", []string{"Tô Lâm", "Tô Lâm Anh", "Lâm Tống", "|", "Tom Lee"}},
		{"tô", []string{"Tô Lâm", "To Lam", "|", "Tó Lâm"}},
		{"ưng", []string{"Ứng Hoà", "Ung Hoa", "|", "Ùng Hoà"}},
		{"lam t", []string{"Tô Lâm", "|", "Lâm"}},
		{"LÂM", []string{"Tô Lâm", "|", "Clam"}},
		{"jong un", []string{"Kim Jong-un", "|", "Kim Jong-il"}},
		{"nguyen nguyen", []string{"Nguyễn Nguyên", "|", "Nguyễn Văn"}},
		{"\" OR 1=1 *", []string{"|", "Tô Lâm"}},
		{"***", []string{"|", "Tô Lâm"}},
	}
	for _, tt := range tests {
		last, wanted := -1, true
		for _, name := range tt.names {
			if name == "|" {
				wanted = false
				continue
			}
			rank, ok := derive.ParseQuery(tt.query).Rank([]string{name}, 1)
			if ok != wanted || ok && rank < last {
				t.Errorf("query %q, name %q: match %v of rank %d after %d, want match %v", tt.query, name, ok, rank, last, wanted)
			}
			last = rank
		}
	}
}
