package relay

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/graph"
)

// FactFilter selects facts that come in; zero values select all.
type FactFilter struct {
	Kinds   []FactKind
	Status  graph.Status
	Person  *ID
	Country graph.CountryCode
	Party   *ID
}

// FactKind is a kind of fact.
type FactKind string

// The kinds.
const (
	FactMeeting    FactKind = "meeting"
	FactDelegation FactKind = "delegation"
	FactAgreement  FactKind = "agreement"
)

// Kind returns the type of node that facts of kind k are.
func (k FactKind) Kind() graph.Kind {
	switch k {
	case FactMeeting:
		return graph.KindMeeting
	case FactDelegation:
		return graph.KindDelegation
	}
	return graph.KindAgreement
}

// MarshalFactKind writes MEETING for FactMeeting, and so on.
func MarshalFactKind(k FactKind) graphql.Marshaler { return orNull(upper(k)) }

// UnmarshalFactKind reads MEETING as FactMeeting, and so on.
func UnmarshalFactKind(v any) (FactKind, error) { return lower[FactKind](v) }
