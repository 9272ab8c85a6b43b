package relay

import "github.com/diplograph/diplograph/graph"

type (
	// Node is anything with an id: a value of graph.Person, graph.Party,
	// graph.Country, graph.Organization, graph.Meeting, graph.Delegation,
	// graph.Agreement or graph.Article.
	Node any
	// Actor is a value of graph.Person, graph.Country, graph.Party or
	// graph.Organization.
	Actor any
)

// PageInfo tells where a page stands in its list.
type PageInfo struct {
	HasNextPage     bool
	HasPreviousPage bool
	StartCursor     graph.Cursor // empty on an empty page
	EndCursor       graph.Cursor // empty on an empty page
}

// Edge is an item of a list with its place.
type Edge[T any] struct {
	Cursor graph.Cursor
	Node   T
}

// Connection is a page of a list. TotalCount is 0 when it was not asked for.
type Connection[T any] struct {
	Edges      []Edge[T]
	PageInfo   PageInfo
	TotalCount int
}

// MetEdge is an encounter with its place in the list of whom somebody met.
type MetEdge struct {
	Cursor graph.Cursor
	graph.Encounter
}

// MetConnection is a page of whom somebody met.
type MetConnection struct {
	Edges      []MetEdge
	PageInfo   PageInfo
	TotalCount int
}

// The connections and edges of the schema by their names.
type (
	PersonConnection       = Connection[graph.Person]
	PersonEdge             = Edge[graph.Person]
	MeetingConnection      = Connection[graph.Meeting]
	MeetingEdge            = Edge[graph.Meeting]
	PartyConnection        = Connection[graph.Party]
	PartyEdge              = Edge[graph.Party]
	OrganizationConnection = Connection[graph.Organization]
	OrganizationEdge       = Edge[graph.Organization]
	CountryConnection      = Connection[graph.Country]
	CountryEdge            = Edge[graph.Country]
	DelegationConnection   = Connection[graph.Delegation]
	DelegationEdge         = Edge[graph.Delegation]
	AgreementConnection    = Connection[graph.Agreement]
	AgreementEdge          = Edge[graph.Agreement]
	ArticleConnection      = Connection[graph.Article]
	ArticleEdge            = Edge[graph.Article]
	MentionConnection      = Connection[graph.Mention]
	MentionEdge            = Edge[graph.Mention]
	PlaceConnection        = Connection[graph.Place]
	PlaceEdge              = Edge[graph.Place]
)

// NewConnection makes a connection of a page that was cut out after the given
// cursor, with each value turned into what the schema shows.
func NewConnection[S, T any](p graph.Page[S], after graph.Cursor, turn func(S) T) Connection[T] {
	c := Connection[T]{
		Edges:      make([]Edge[T], len(p.Items)),
		PageInfo:   NewPageInfo(p, after),
		TotalCount: p.Total,
	}
	for i, it := range p.Items {
		c.Edges[i] = Edge[T]{it.Cursor, turn(it.Value)}
	}
	return c
}

// NewMetConnection is NewConnection for encounters.
func NewMetConnection(p graph.Page[graph.Encounter], after graph.Cursor) MetConnection {
	c := MetConnection{
		Edges:      make([]MetEdge, len(p.Items)),
		PageInfo:   NewPageInfo(p, after),
		TotalCount: p.Total,
	}
	for i, it := range p.Items {
		c.Edges[i] = MetEdge{it.Cursor, it.Value}
	}
	return c
}

// NewPageInfo tells where a page that was cut out after a cursor stands.
func NewPageInfo[T any](p graph.Page[T], after graph.Cursor) PageInfo {
	info := PageInfo{HasNextPage: p.More, HasPreviousPage: after != ""}
	if n := len(p.Items); n > 0 {
		info.StartCursor, info.EndCursor = p.Items[0].Cursor, p.Items[n-1].Cursor
	}
	return info
}
