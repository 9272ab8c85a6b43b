package relay

import "github.com/diplograph/diplograph/graph"

type (
	// Event is a value of graph.Meeting, graph.Delegation or graph.Agreement.
	Event any
	// SearchResult is a value of graph.Person, graph.Party, graph.Organization,
	// graph.Country or graph.Place.
	SearchResult any
)

// Encounter is a meeting of two people, told from the one to the other: the
// embedded Person is the other.
type Encounter struct {
	From graph.PersonID
	graph.Encounter
}

// Path is a chain of meetings, each from the person at whom the one before
// arrives.
type Path struct{ Steps []Encounter }

// Length is how many meetings the chain has.
func (p Path) Length() int { return len(p.Steps) }

// PathSearch is what a search for chains found.
type PathSearch struct {
	Paths    []Path
	Persons  int  // looked at
	Complete bool // everything in reach was read
}

// Neighbour is a person at a distance, in meetings, from another.
type Neighbour struct {
	Person   graph.PersonID
	Distance int
}

// Link is what two persons have in common: at least one meeting.
type Link struct {
	A, B     graph.PersonID
	Meetings int
	Latest   Encounter
}

// Neighbourhood is the people around a person and the meetings among them.
type Neighbourhood struct {
	Persons  []Neighbour
	Links    []Link
	Complete bool
}

// ContactEdge is a person whom somebody met, with how often.
type ContactEdge struct {
	Cursor           graph.Cursor
	Person           graph.PersonID
	Meetings         int
	Latest, Earliest Encounter
}

// ContactConnection is a page of whom somebody met, each person once.
type ContactConnection struct {
	Edges      []ContactEdge
	PageInfo   PageInfo
	TotalCount int
	Complete   bool
}

// CommonEdge is a person who met both of two others.
type CommonEdge struct {
	Cursor                       graph.Cursor
	Person                       graph.PersonID
	WithA, WithB                 Encounter
	MeetingsWithA, MeetingsWithB int
}

// CommonConnection is a page of persons who met both of two others.
type CommonConnection struct {
	Edges      []CommonEdge
	PageInfo   PageInfo
	TotalCount int
	Complete   bool
}

// TimelineEdge is an event with its place.
type TimelineEdge = Edge[Event]

// TimelineConnection is a page of events. PageInfo.EndCursor may be beyond
// the last edge: as far as was looked.
type TimelineConnection struct {
	Edges    []TimelineEdge
	PageInfo PageInfo
}

// SearchKind is a kind of thing that a search finds.
type SearchKind string

// The kinds.
const (
	SearchPerson       SearchKind = "person"
	SearchParty        SearchKind = "party"
	SearchOrganization SearchKind = "organization"
	SearchCountry      SearchKind = "country"
	SearchPlace        SearchKind = "place"
)

// SearchHit is a thing found, with the name by which it was.
type SearchHit struct {
	Node    SearchResult
	Matched string
}
