package graphtest

import (
	"testing"

	"github.com/diplograph/diplograph/graph"
)

// Run tests every promise of graph.Store on stores that open returns.
func Run(t *testing.T, open Open) {
	tests := []struct {
		name string
		test func(*testing.T, graph.Store)
	}{
		{"outcomes", testOutcomes},
		{"an invalid report", testInvalidBatch},
		{"invalid filters", testInvalidFilters},
		{"persons", testPersons},
		{"search", testSearch},
		{"groups", testGroups},
		{"encounters", testEncounters},
		{"many parents", testParents},
		{"meetings", testMeetings},
		{"places", testPlaces},
		{"a country learnt", testCountryLearnt},
		{"delegations", testDelegations},
		{"agreements", testAgreements},
		{"articles", testArticles},
		{"evidence", testEvidence},
		{"cursors stay", testCursorsStay},
		{"hostile strings", testHostile},
		{"cancelled", testCancelled},
		{"cancelled midway", testCancelledMidway},
		{"reads during writes", testSnapshot},
		{"export stops", testExportStops},
		{"closed", testClosed},
		{"judgements", testJudgements},
		{"identities", testIdentities},
		{"crowded names", testCrowded},
		{"crowded histories", testCrowdedHistories},
		{"monthly histories", testMonthlyHistories},
		{"a meeting told by many", testToldByMany},
		{"tables", testTables},
		{"many tables", testManyTables},
		{"judgements taken back", testJudgementsTakenBack},
		{"offices", testOffices},
		{"office proofs", testOfficeProofs},
		{"known on", testKnownOn},
		{"bad days", testBadDays},
		{"state", testState},
		{"feed", testFeed},
		{"any past", testAnyPast},
		{"any history", testAnyHistory},
		{"any order", testAnyOrder},
		{"parallel", testParallel},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { tt.test(t, open(t)) })
	}
}
