package derive

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// The kinds of edges in an export; nodes are under their graph.Kind. An edge
// without a value of its own (who attended, who signed) is told by a list in
// its node.
const (
	EdgeMetWith    = "MET_WITH"
	EdgeReportedIn = "REPORTED_IN"
)

// ExportOrder lists the kinds of objects in the order of an export.
func ExportOrder() []string {
	kinds := []string{EdgeMetWith, EdgeReportedIn}
	for _, k := range []graph.Kind{
		graph.KindAgreement, graph.KindArticle, graph.KindCountry, graph.KindDelegation,
		graph.KindJudgement, graph.KindMeeting, graph.KindOrganization, graph.KindParty, graph.KindPerson,
	} {
		kinds = append(kinds, string(k))
	}
	slices.Sort(kinds)
	return kinds
}

func object(kind graph.Kind, key string, json []byte) graph.Object {
	return graph.Object{Kind: string(kind), Key: key, JSON: json}
}

// PersonObject exports a person node by its canonical JSON.
func PersonObject(json []byte, id graph.PersonID) graph.Object {
	return object(graph.KindPerson, string(id), json)
}

// GroupObject exports a party, organization or country.
func GroupObject(json []byte, k graph.Kind, id string) graph.Object { return object(k, id, json) }

// MeetingObject exports a meeting node by its canonical JSON, with the
// articles that tell of it, in any order and with doubles.
func MeetingObject(json []byte, id graph.MeetingID, articles []graph.ArticleID) graph.Object {
	rest := graph.MarshalCanonical(struct {
		Articles []graph.ArticleID `json:"articles"`
	}{distinct(articles)})
	return object(graph.KindMeeting, string(id), slices.Concat(json[:len(json)-1], []byte{','}, rest[1:]))
}

// AgreementObject exports an agreement node by its canonical JSON.
func AgreementObject(json []byte, id graph.AgreementID) graph.Object {
	return object(graph.KindAgreement, string(id), json)
}

// DelegationObject exports a delegation with the meetings that received it,
// in any order and with doubles.
func DelegationObject(d graph.Delegation, meetings []graph.MeetingID) graph.Object {
	return object(graph.KindDelegation, string(d.ID), graph.MarshalCanonical(WithMeetings(d, meetings)))
}

// WithMeetings returns d with the meetings that received it, given in any
// order and with doubles.
func WithMeetings(d graph.Delegation, meetings []graph.MeetingID) graph.Delegation {
	d.Meetings = distinct(meetings)
	return d
}

// distinct sorts ids and drops doubles; nil when there are none.
func distinct[T ~string](ids []T) []T {
	slices.Sort(ids)
	ids = slices.Compact(ids)
	if len(ids) == 0 {
		return nil
	}
	return ids
}

// Mention is a name of a person where it stands in an article.
type Mention struct {
	Person graph.PersonID `json:"person"`
	Name   string         `json:"name"` // as written
	graph.Span
}

// ArticleObject exports the article of a report with the persons it names and
// where it names them. named tells who the claims are under which a store
// finds the article (StoredReport.Naming).
func ArticleObject(r *graph.Report, named map[string]graph.PersonID) graph.Object {
	var mentions []Mention
	for i := range r.Persons {
		p := &r.Persons[i]
		id := named[personSlot(r, p).claim()]
		for _, s := range p.Mentions {
			mentions = append(mentions, Mention{id, r.Article.Text[s.Start:s.End], s})
		}
	}
	slices.SortFunc(mentions, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), strings.Compare(string(a.Person), string(b.Person)))
	})
	return object(graph.KindArticle, string(r.Article.ID), graph.MarshalCanonical(struct {
		graph.Article
		Persons  []graph.PersonID `json:"persons,omitempty"`
		Mentions []Mention        `json:"mentions,omitempty"`
	}{r.Article, distinct(slices.Collect(maps.Values(named))), slices.Compact(mentions)}))
}

// PairObject exports a MET_WITH edge. Its key starts with the meeting, so that
// a store can stream pairs from meetings in order of id, each with its pairs
// in order of key.
func PairObject(m *graph.Meeting, p Pair) graph.Object {
	return graph.Object{Kind: EdgeMetWith, Key: string(p.ID), JSON: graph.MarshalCanonical(struct {
		ID      graph.EncounterID `json:"id"`
		A       graph.PersonID    `json:"a"`
		B       graph.PersonID    `json:"b"`
		Meeting graph.MeetingID   `json:"meeting"`
		Date    graph.Date        `json:"date,omitempty"`
		Place   string            `json:"place,omitempty"`
		Mode    graph.Mode        `json:"mode,omitempty"`
		Reports int               `json:"reports"`
	}{p.ID, p.A, p.B, m.ID, m.Date, m.Place, m.Mode, m.Reports})}
}

// ProofObject exports a REPORTED_IN edge: the i-th proof of a fact, as
// SortProofs orders them.
func ProofObject(fact graph.FactID, i int, p graph.Proof) graph.Object {
	return graph.Object{
		Kind: EdgeReportedIn,
		Key:  fmt.Sprintf("%s %08d", fact, i),
		JSON: graph.MarshalCanonical(struct {
			Fact graph.FactID `json:"fact"`
			graph.Proof
		}{fact, p}),
	}
}

// SortProofs puts proofs into the order of Store.Evidence and drops doubles,
// which occur when two claims of one article turn out to be one fact.
func SortProofs(proofs []graph.Proof) []graph.Proof {
	slices.SortFunc(proofs, func(a, b graph.Proof) int {
		return cmp.Or(strings.Compare(string(a.Article), string(b.Article)), compareEvidence(a.Evidence, b.Evidence))
	})
	return slices.Compact(proofs)
}

func compareEvidence(a, b graph.Evidence) int {
	return cmp.Or(
		cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		strings.Compare(a.Rule, b.Rule), strings.Compare(a.Lang, b.Lang),
		cmp.Compare(a.Confidence, b.Confidence),
	)
}

func compareProofKeys(a, b ProofKey) int {
	return cmp.Or(strings.Compare(a.Claim, b.Claim), strings.Compare(string(a.Article), string(b.Article)))
}

func sortReports(rs []StoredReport) {
	slices.SortFunc(rs, func(a, b StoredReport) int {
		return strings.Compare(string(a.Article.ID), string(b.Article.ID))
	})
}
