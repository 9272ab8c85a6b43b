package relay

import (
	"io"
	"strings"
	"unicode/utf8"

	"github.com/99designs/gqlgen/graphql"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
)

// maxID is the longest id that is read, in bytes. Articles may have their
// address as id, and addresses are long.
const maxID = 2048

// ID is a global identifier: the type of a thing and its id within the type.
// It is written "Person:abc". Clients treat it as opaque.
type ID struct {
	Kind graph.Kind
	Key  string
}

// String returns the written form.
func (id ID) String() string { return string(id.Kind) + ":" + id.Key }

// ParseID reads the written form. The error says what is wrong with it.
func ParseID(s string) (ID, error) {
	kind, key, ok := strings.Cut(s, ":")
	switch {
	case len(s) > maxID:
		return ID{}, fault.Input("an id has at most %d bytes, this one has %d", maxID, len(s))
	case !utf8.ValidString(s) || strings.ContainsRune(s, 0):
		return ID{}, fault.Input("an id is text without NUL")
	case !ok || key == "" || !isKind(graph.Kind(kind)):
		return ID{}, fault.Input("%q is no id: pass one that an answer gave, such as \"Person:...\"", fault.Clip(s, 40))
	}
	return ID{graph.Kind(kind), key}, nil
}

func isKind(k graph.Kind) bool {
	switch k {
	case graph.KindPerson, graph.KindParty, graph.KindCountry, graph.KindOrganization,
		graph.KindMeeting, graph.KindDelegation, graph.KindAgreement, graph.KindArticle:
		return true
	}
	return false
}

// MarshalGQL writes the id as a JSON string.
func (id ID) MarshalGQL(w io.Writer) { graphql.MarshalString(id.String()).MarshalGQL(w) }

// UnmarshalGQL reads an id from an argument. Numbers, which GraphQL allows
// for ids, are refused like any other text that is none.
func (id *ID) UnmarshalGQL(v any) (err error) {
	s, ok := v.(string)
	if !ok {
		return fault.Input("an id is a string, such as \"Person:...\"")
	}
	*id, err = ParseID(s)
	return err
}

// Of returns the id's key when it is of kind k. A nil id gives "" and no
// error: nothing was asked for.
func (id *ID) Of(k graph.Kind) (string, error) {
	switch {
	case id == nil:
		return "", nil
	case id.Kind != k:
		return "", fault.Input("this is an id of type %s, wanted is one of type %s", id.Kind, k)
	}
	return id.Key, nil
}
