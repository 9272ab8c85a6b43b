package relay

import (
	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/graph"
)

// The pairs below let fields of the domain's own id types be written as
// global ids. Arguments are always read as ID.

// MarshalPersonID writes a person's global id.
func MarshalPersonID(id graph.PersonID) graphql.Marshaler { return ID{graph.KindPerson, string(id)} }

// UnmarshalPersonID reads a person's global id.
func UnmarshalPersonID(v any) (graph.PersonID, error) {
	return typed[graph.PersonID](v, graph.KindPerson)
}

// MarshalMeetingID writes a meeting's global id.
func MarshalMeetingID(id graph.MeetingID) graphql.Marshaler {
	return ID{graph.KindMeeting, string(id)}
}

// UnmarshalMeetingID reads a meeting's global id.
func UnmarshalMeetingID(v any) (graph.MeetingID, error) {
	return typed[graph.MeetingID](v, graph.KindMeeting)
}

// MarshalDelegationID writes a delegation's global id.
func MarshalDelegationID(id graph.DelegationID) graphql.Marshaler {
	return ID{graph.KindDelegation, string(id)}
}

// UnmarshalDelegationID reads a delegation's global id.
func UnmarshalDelegationID(v any) (graph.DelegationID, error) {
	return typed[graph.DelegationID](v, graph.KindDelegation)
}

// MarshalAgreementID writes an agreement's global id.
func MarshalAgreementID(id graph.AgreementID) graphql.Marshaler {
	return ID{graph.KindAgreement, string(id)}
}

// UnmarshalAgreementID reads an agreement's global id.
func UnmarshalAgreementID(v any) (graph.AgreementID, error) {
	return typed[graph.AgreementID](v, graph.KindAgreement)
}

// MarshalArticleID writes an article's global id.
func MarshalArticleID(id graph.ArticleID) graphql.Marshaler {
	return ID{graph.KindArticle, string(id)}
}

// UnmarshalArticleID reads an article's global id.
func UnmarshalArticleID(v any) (graph.ArticleID, error) {
	return typed[graph.ArticleID](v, graph.KindArticle)
}

func typed[T ~string](v any, k graph.Kind) (T, error) {
	var id ID
	if err := id.UnmarshalGQL(v); err != nil {
		return "", err
	}
	key, err := id.Of(k)
	return T(key), err
}
