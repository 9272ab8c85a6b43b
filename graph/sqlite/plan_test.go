package sqlite

import (
	"context"
	"database/sql"
	"strings"
	"testing"
)

// TestPlans: no list reads or sorts a whole table to find its page, so that
// pages cost the same at any size. Searching a list of ids may sort that list.
func TestPlans(t *testing.T) {
	s, err := Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for name, tt := range map[string]struct {
		query string
		sorts bool
	}{
		"sqlHashes": {sqlHashes, false}, "sqlReports": {sqlReports, false}, "sqlBlocks": {sqlBlocks, false}, "sqlNaming": {sqlNaming, true},
		"sqlPersonsAll": {sqlPersonsAll, false}, "sqlPersonsByID": {sqlPersonsByID, true}, "sqlPersonsByWord": {sqlPersonsByWord, true},
		"sqlPersonsInOffice": {sqlPersonsInOffice, false}, "sqlSaid": {sqlSaid, true},
		"sqlPersonsOfParty": {sqlPersonsOfParty, false}, "sqlPersonsOfCountry": {sqlPersonsOfCountry, false},
		"sqlBodiesAll": {sqlBodiesAll, false}, "sqlBodiesByID": {sqlBodiesByID, true}, "sqlBodiesByWord": {sqlBodiesByWord, true},
		"sqlMetOf": {sqlMetOf, false}, "sqlMetOfFilter": {sqlMetOfFilter, false},
		"sqlMeetings": {sqlMeetings, false}, "sqlMeetingsOpen": {sqlMeetingsOpen, false}, "sqlMeetingsFrom": {sqlMeetingsFrom, false}, "sqlMeetingsByID": {sqlMeetingsByID, true}, "sqlMeetingsOf": {sqlMeetingsOf, false},
		"sqlDelegations": {sqlDelegations, false}, "sqlDelegationsByID": {sqlDelegationsByID, true}, "sqlDelegationsOf": {sqlDelegationsOf, false},
		"sqlAgreements": {sqlAgreements, false}, "sqlAgreementsByID": {sqlAgreementsByID, true}, "sqlAgreementsOf": {sqlAgreementsOf, false},
		"sqlArticles": {sqlArticles, false}, "sqlArticlesByID": {sqlArticlesByID, true}, "sqlArticlesNamed": {sqlArticlesNamed, false},
		"sqlClaimsOf": {sqlClaimsOf, false}, "sqlEvidence": {sqlEvidence, false}, "sqlCountNaming": {sqlCountNaming, true},
		"sqlArrivals": {sqlArrivals, false}, "sqlLastArrival": {sqlLastArrival, false},
	} {
		for _, step := range plan(t, s, tt.query) {
			scan := strings.HasPrefix(step, "SCAN") && !strings.Contains(step, "json_each") && !strings.Contains(step, " f VIRTUAL TABLE") && !strings.Contains(step, " j VIRTUAL TABLE")
			sort := strings.Contains(step, "TEMP B-TREE") && !tt.sorts
			if scan || sort {
				t.Errorf("%s: %s", name, step)
			}
		}
	}
}

func plan(t *testing.T, s *Store, query string) []string {
	t.Helper()
	rows, err := s.dbs[1].Query(`EXPLAIN QUERY PLAN `+query, "0", "0", 0, "0", "0", "0", "0", "0", "0", "0", "0")
	if err != nil {
		t.Fatalf("%s: %v", query, err)
	}
	defer rows.Close()
	var steps []string
	for rows.Next() {
		var id, parent, unused sql.NullInt64
		var detail string
		if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
			t.Fatal(err)
		}
		steps = append(steps, detail)
	}
	return steps
}

// TestWritePlans: no statement that a change runs for a row looks for it in a
// whole table, so that an article costs the same in a store of any size.
func TestWritePlans(t *testing.T) {
	s, err := Open(context.Background(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, query := range []string{
		sqlKnown, sqlDropArticle, sqlDropSaid, sqlForget, sqlDropArrivals, sqlDropNamed, sqlPutBlock, sqlDropBlock, sqlDropClaim, sqlDropProofs,
		sqlPutPerson, sqlDropPerson, sqlDropMember, sqlPutBody, sqlDropBody, sqlDropWord,
		sqlDropMeeting, sqlPutAttended, sqlDropAttended, sqlDropMet, sqlDropDelegation, sqlDropLed, sqlDropRepresents, sqlDropReceived,
		sqlDropAgreement, sqlDropSigned, `UPDATE attended SET country = ?1 WHERE person = ?2`, // the trigger person_moves
	} {
		for _, step := range plan(t, s, query) {
			if strings.HasPrefix(step, "SCAN") && !strings.Contains(step, " i VIRTUAL TABLE") && !strings.Contains(step, "CONSTANT ROW") {
				t.Errorf("%s: %s", query, step)
			}
		}
	}
}
