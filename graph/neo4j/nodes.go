package neo4j

import (
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// nodeType holds the statements of a node label, and those of the edges that
// carry its claims.
type nodeType struct {
	put, set, drop string
	moveClaim      string
	putProof       string // empty for persons and groups
}

func personType() nodeType {
	return nodeType{put: cypherPutPerson, set: cypherSetPerson, drop: cypherDropPerson, moveClaim: cypherMoveNames}
}

func groupType(k graph.Kind) nodeType {
	switch k {
	case graph.KindParty:
		return nodeType{put: cypherPutParty, set: cypherSetParty, drop: cypherDropParty}
	case graph.KindCountry:
		return nodeType{put: cypherPutCountry, set: cypherSetCountry, drop: cypherDropCountry}
	}
	return nodeType{put: cypherPutOrganization, set: cypherSetOrganization, drop: cypherDropOrg}
}

func meetingType() nodeType {
	return nodeType{cypherPutMeeting, cypherSetMeeting, cypherDropMeeting, cypherMoveMeetingProofs, cypherPutMeetingProof}
}

func delegationType() nodeType {
	return nodeType{cypherPutDelegation, cypherSetDelegation, cypherDropDelegation, cypherMoveDelegationProofs, cypherPutDelegationProof}
}

func agreementType() nodeType {
	return nodeType{cypherPutAgreement, cypherSetAgreement, cypherDropAgreement, cypherMoveAgreementProofs, cypherPutAgreementProof}
}

// factType is the type of an event by the first letter of its id.
func factType(id string) nodeType {
	switch id[:1] {
	case "m":
		return meetingType()
	case "d":
		return delegationType()
	}
	return agreementType()
}

// shape tells how a node of the domain is kept.
type shape[T any] struct {
	kind  func(*T) nodeType
	key   func(*T) string
	props func(*T) params // readable ones, without key and json
	edges func(*T) []edge
}

func personShape() shape[graph.Person] {
	return shape[graph.Person]{
		kind:  func(*graph.Person) nodeType { return personType() },
		key:   func(p *graph.Person) string { return string(p.ID) },
		props: personProps,
		edges: personEdges,
	}
}

func personProps(p *graph.Person) params {
	var offices []string
	for _, o := range p.Offices {
		offices = append(offices, o.Title)
	}
	return params{
		"name": p.Name, "aliases": list(p.Aliases), "country": optional(p.Country), "offices": list(offices), "reports": p.Reports,
		"words": words(p.Name, p.Aliases),
	}
}

// words are the folded words that a search finds, for the full-text index.
func words(name string, aliases []string) any {
	return optional(strings.Join(derive.NameWords(append([]string{name}, aliases...)), " "))
}

func list(items []string) any {
	if len(items) == 0 {
		return nil
	}
	return items
}

func groupShape() shape[graph.Group] {
	return shape[graph.Group]{
		kind: func(g *graph.Group) nodeType { return groupType(g.Kind) },
		key:  func(g *graph.Group) string { return g.ID },
		props: func(g *graph.Group) params {
			return params{
				"name": optional(g.Name), "aliases": list(g.Aliases), "country": optional(g.Country), "reports": g.Reports,
				"words": words(g.Name, g.Aliases),
			}
		},
		edges: groupEdges,
	}
}

func meetingShape() shape[graph.Meeting] {
	return shape[graph.Meeting]{
		kind: func(*graph.Meeting) nodeType { return meetingType() },
		key:  func(m *graph.Meeting) string { return string(m.ID) },
		props: func(m *graph.Meeting) params {
			p := eventProps(m.Status, m.Date, string(m.ID), m.Reports)
			p["mode"], p["place"], p["country"] = optional(m.Mode), optional(m.Place), optional(m.Country)
			return p
		},
		edges: meetingEdges,
	}
}

func delegationShape() shape[graph.Delegation] {
	return shape[graph.Delegation]{
		kind: func(*graph.Delegation) nodeType { return delegationType() },
		key:  func(d *graph.Delegation) string { return string(d.ID) },
		props: func(d *graph.Delegation) params {
			p := eventProps(d.Status, d.Date, string(d.ID), d.Reports)
			p["host"] = optional(d.Host)
			return p
		},
		edges: delegationEdges,
	}
}

func agreementShape() shape[graph.Agreement] {
	return shape[graph.Agreement]{
		kind: func(*graph.Agreement) nodeType { return agreementType() },
		key:  func(a *graph.Agreement) string { return string(a.ID) },
		props: func(a *graph.Agreement) params {
			p := eventProps(a.Status, a.Date, string(a.ID), a.Reports)
			p["what"] = a.What
			return p
		},
		edges: agreementEdges,
	}
}

func eventProps(s graph.Status, d graph.Date, id string, reports int) params {
	first, last, _ := d.Bounds()
	return params{
		"status": string(s), "date": optional(d), "reports": reports,
		"first_day": first, "last_day": last, "newest_first": newestFirst(d, id),
	}
}

// articleProps is a report's node: what users may want to see of the article,
// and the report for the derivation.
func articleProps(r derive.StoredReport) params {
	a := &r.Article
	return with(reportProps(r.Report, r.Hash, r.Since), params{
		"key": string(a.ID), "url": optional(a.URL), "title": a.Title, "source": optional(a.Source), "lang": optional(a.Lang),
		"published": optional(a.Published), "newest_first": newestFirst(a.Published, string(a.ID)),
	})
}

// pastProps is the node of a former report.
func pastProps(p derive.Past) params {
	id := string(p.Article.ID)
	return with(reportProps(p.Report, p.Hash, p.Since), params{"key": hash(id, string(p.Until)), "article": id, "until": string(p.Until)})
}

// reportProps keeps the text beside json, which would double it. since is
// there also when it is empty: days are compared with it.
func reportProps(r *graph.Report, hash string, since graph.Date) params {
	a := r.Article
	a.Text = ""
	return params{
		"hash": hash, "since": string(since), "text": r.Article.Text, "json": string(graph.MarshalCanonical(a)), "report": string(derive.PackReport(r)),
	}
}
