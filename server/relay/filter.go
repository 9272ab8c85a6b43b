package relay

import "github.com/diplograph/diplograph/graph"

// MeetingFilter is the input of that name; zero fields were left out.
type MeetingFilter struct {
	Country    graph.CountryCode
	AndCountry graph.CountryCode
	Party      *ID
	Status     graph.Status
	Mode       graph.Mode
	Since      graph.Date
	Until      graph.Date
	At         graph.Date
}

// DelegationFilter is the input of that name; zero fields were left out.
type DelegationFilter struct {
	Represents graph.CountryCode
	Party      *ID
	Host       graph.CountryCode
	Since      graph.Date
	Until      graph.Date
	At         graph.Date
}

// PersonRef names a person by exactly one of both.
type PersonRef struct {
	ID   *ID
	Name *string
}

// PartyRef names a party by exactly one of both.
type PartyRef struct {
	ID   *ID
	Name *string
}
