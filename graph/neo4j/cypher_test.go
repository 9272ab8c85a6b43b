package neo4j_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
)

// TestCypherQueries runs every query that the README shows, on two articles
// that hold an answer to each.
func TestCypherQueries(t *testing.T) {
	server := shared.Server(t)
	graphtest.Load(t, server.Open(t), []graph.Report{moscow(), vientiane()})
	want := map[string]string{
		"01-met.cypher":         "Emmanuel Macron|FR|2025-06-01|Paris\nVladimir Poutine|RU|2025-05-10|Moscou\nXi Jinping|CN|2025-05-09|Moscou",
		"02-evidence.cypher":    "2025-05-10|Titre de a/moscow|Rencontre no 2, 2025-05-10.|test.quote/1|1",
		"03-countries.cypher":   "CN|1\nFR|1\nRU|1",
		"04-path.cypher":        "[Emmanuel Macron, Tô Lâm]|[2025-06-01]",
		"05-both.cypher":        "Vladimir Poutine",
		"06-timeline.cypher":    "2025-05-10|held|Moscou|[Tô Lâm, Vladimir Poutine]",
		"07-delegations.cypher": "2025-05-12|Tô Lâm|[VN]",
		"08-agreements.cypher":  "2025-05-12|traité|[LA, VN]",
		"09-party.cypher":       "Tô Lâm|3|[CN, FR, RU]",
		"10-planned.cypher":     "2025-12-01|Hanoï|[Tô Lâm, Xi Jinping]",
	}
	files, err := filepath.Glob("../../testdata/cypher/*.cypher")
	if err != nil || len(files) != len(want) {
		t.Fatalf("%d queries, want %d; error %v", len(files), len(want), err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var rows []string
		for _, r := range server.Run(t, string(text), nil) {
			rows = append(rows, row(r.Values))
		}
		if diff := cmp.Diff(want[filepath.Base(file)], strings.Join(rows, "\n")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", filepath.Base(file), diff)
		}
	}
}

// row writes values down, lists sorted: most of them have no order.
func row(values []any) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = fmt.Sprint(v)
		if list, ok := v.([]any); ok {
			items := strings.Split(row(list), "|")
			slices.Sort(items)
			texts[i] = "[" + strings.Join(items, ", ") + "]"
		}
	}
	return strings.Join(texts, "|")
}

func moscow() graph.Report {
	b := graphtest.NewBuilder("a/moscow")
	lam, xi := b.Person("Tô Lâm", "VN"), b.Person("Xi Jinping", "CN")
	putin, macron := b.Person("Vladimir Poutine", "RU"), b.Person("Emmanuel Macron", "FR")
	b.Report.Parties = []graph.ReportedGroup{{Name: "Parti communiste du Vietnam", Key: "vn/cpv", Country: "VN"}}
	b.Report.Persons[lam].Parties = []int{0}
	b.Met("2025-05-09", lam, xi).Place = "Moscou"
	b.Met("2025-05-10", lam, putin).Place = "Moscou"
	b.Met("2025-06-01", lam, macron).Place = "Paris"
	b.Met("2024-02-01", putin, macron)
	planned := b.Met("2025-12-01", lam, xi)
	planned.Place, planned.Status = "Hanoï", graph.Planned
	return b.Done()
}

func vientiane() graph.Report {
	b := graphtest.NewBuilder("a/vientiane")
	lam := b.Person("Tô Lâm", "VN")
	state := func(c graph.CountryCode) graph.ActorClaim {
		return graph.ActorClaim{Kind: graph.ActorCountry, Country: c}
	}
	b.Report.Delegations = []graph.DelegationClaim{{
		Head: lam, Represents: []graph.ActorClaim{state("VN")}, Host: "LA", Meeting: -1, Status: graph.Held, Date: "2025-05-12",
		Evidence: []graph.Evidence{b.Quote("Une délégation vietnamienne s'est rendue au Laos.")},
	}}
	b.Report.Agreements = []graph.AgreementClaim{{
		What: "traité", Signers: []graph.ActorClaim{state("VN"), state("LA")}, Status: graph.Held, Date: "2025-05-12",
		Evidence: []graph.Evidence{b.Quote("Les deux pays ont signé un traité.")},
	}}
	return b.Done()
}
