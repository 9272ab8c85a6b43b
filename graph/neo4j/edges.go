package neo4j

import (
	"crypto/sha256"
	"encoding/base32"
	"fmt"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// edgeType holds the statements of an edge between nodes of certain labels.
// name goes into keys and so must never change; set is empty for edges whose
// properties never do.
type edgeType struct{ name, put, set, drop string }

// edge is one edge. Everything that tells it from others of its type is in
// its key.
type edge struct {
	edgeType
	key, from, to string
	props         params // without the key
}

var encoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// hash returns 26 letters (130 bits) that stand for the fields. No field
// holds a zero byte, so it separates.
func hash(fields ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(fields, "\x00")))
	return encoding.EncodeToString(sum[:])[:26]
}

func newEdge(t edgeType, from, to string, extra ...string) edge {
	return edge{edgeType: t, key: hash(append([]string{t.name, from, to}, extra...)...), from: from, to: to}
}

const orderWidth = 9

// order is the sort key of lists newest first: as text it is in the order of
// keyset.Key.
func order(k keyset.Key) string {
	if k.Ord < 0 {
		return "" // before every item
	}
	return fmt.Sprintf("%0*d %s", orderWidth, k.Ord, k.ID)
}

func newestFirst(d graph.Date, id string) string {
	return order(keyset.Key{Ord: keyset.Newest(d), ID: id})
}

func personEdges(p *graph.Person) []edge {
	var es []edge
	for _, y := range p.Parties {
		es = append(es, newEdge(edgeType{name: "MEMBER_OF", put: cypherPutMember, drop: cypherDropMember}, string(p.ID), string(y)))
	}
	for _, o := range p.Organizations {
		es = append(es, newEdge(edgeType{name: "SPEAKS_FOR", put: cypherPutSpeaks, drop: cypherDropSpeaks}, string(p.ID), string(o)))
	}
	if p.Country != "" {
		es = append(es, newEdge(edgeType{name: "Person OF", put: cypherPutPersonOf, drop: cypherDropOf}, string(p.ID), string(p.Country)))
	}
	for _, o := range p.Offices {
		if o.Country == "" {
			continue // an office of nothing known is in the node's list only
		}
		e := newEdge(edgeType{"HOLDS_OFFICE", cypherPutOffice, cypherSetOffice, cypherDropOffice}, string(p.ID), string(o.Country), derive.OfficeKind(o.Office), string(o.First))
		e.props = params{
			"title": o.Title, "former": o.Former, "from": optional(o.From), "held": optional(o.Held), "until": optional(o.Until),
			"first": optional(o.First), "last": optional(o.Last), "reports": o.Reports,
			"called": derive.Posts(&graph.Person{Offices: []graph.HeldOffice{o}}),
		}
		es = append(es, e)
	}
	return es
}

func groupEdges(g *graph.Group) []edge {
	put := cypherPutOrganizationOf
	if g.Kind == graph.KindParty {
		put = cypherPutPartyOf
	}
	if g.Kind == graph.KindCountry || g.Country == "" {
		return nil
	}
	return []edge{newEdge(edgeType{name: string(g.Kind) + " OF", put: put, drop: cypherDropOf}, g.ID, string(g.Country))}
}

func meetingEdges(m *graph.Meeting) []edge {
	var es []edge
	for _, p := range m.Participants {
		e := newEdge(edgeType{"ATTENDED", cypherPutAttended, cypherSetAttended, cypherDropAttended}, string(p.Person), string(m.ID))
		e.props = params{"side": p.Side, "role": optional(p.Role)}
		es = append(es, e)
	}
	if m.Country != "" {
		es = append(es, newEdge(edgeType{name: "HELD_IN", put: cypherPutHeldIn, drop: cypherDropHeldIn}, string(m.ID), string(m.Country)))
	}
	first, last, _ := m.Date.Bounds()
	for _, p := range derive.Pairs(m) {
		es = append(es, edge{
			edgeType: edgeType{"MET_WITH", cypherPutMetWith, cypherSetMetWith, cypherDropMetWith},
			key:      string(p.ID), from: string(p.A), to: string(p.B),
			props: params{
				"meeting": string(m.ID), "date": optional(m.Date), "place": optional(m.Place), "mode": optional(m.Mode), "reports": m.Reports,
				"first_day": first, "last_day": last, "newest_first": newestFirst(m.Date, string(p.ID)),
			},
		})
	}
	return es
}

// delegationEdges leaves out the meetings: see links.
func delegationEdges(d *graph.Delegation) []edge {
	es := []edge{newEdge(edgeType{name: "LED_DELEGATION", put: cypherPutLed, drop: cypherDropLed}, string(d.Head), string(d.ID))}
	for _, m := range d.Members {
		es = append(es, newEdge(edgeType{name: "JOINED_DELEGATION", put: cypherPutJoined, drop: cypherDropJoined}, string(m), string(d.ID)))
	}
	for _, a := range d.Represents {
		put := byActor(a.Kind, cypherPutRepresentsPerson, cypherPutRepresentsState, cypherPutRepresentsParty, cypherPutRepresentsOrg)
		es = append(es, newEdge(edgeType{name: "REPRESENTS " + string(a.Kind), put: put, drop: cypherDropRepresents}, string(d.ID), a.ID))
	}
	if d.Host != "" {
		es = append(es, newEdge(edgeType{name: "VISITED", put: cypherPutVisited, drop: cypherDropVisited}, string(d.ID), string(d.Host)))
	}
	return es
}

func agreementEdges(a *graph.Agreement) []edge {
	var es []edge
	for _, s := range a.Signers {
		put := byActor(s.Kind, cypherPutSignedPerson, cypherPutSignedState, cypherPutSignedParty, cypherPutSignedOrg)
		es = append(es, newEdge(edgeType{name: string(s.Kind) + " SIGNED", put: put, drop: cypherDropSigned}, s.ID, string(a.ID)))
	}
	return es
}

func byActor[T any](k graph.ActorKind, person, country, party, organization T) T {
	switch k {
	case graph.ActorPerson:
		return person
	case graph.ActorCountry:
		return country
	case graph.ActorParty:
		return party
	}
	return organization
}

// The keys of edges that belong to a claim start with it and claimEnd, so no
// claim is the beginning of another.
const claimEnd = " "

func claimPrefix(claim string) string                   { return claim + claimEnd }
func linkKey(claim string, d graph.DelegationID) string { return claimPrefix(claim) + hash(string(d)) }
func nameKey(claim string, a graph.ArticleID) string    { return claimPrefix(claim) + hash(string(a)) }
func proofPrefix(k derive.ProofKey) string {
	return claimPrefix(k.Claim) + hash(string(k.Article)) + " "
}

// optional is nil, which is no property, for what is not known.
func optional[T ~string](s T) any {
	if s == "" {
		return nil
	}
	return string(s)
}
