package relay

import "github.com/diplograph/diplograph/graph"

// Statistics are counts over meetings, each list in its whole length and in the
// order of the schema.
type Statistics struct {
	Meetings     int
	Complete     bool
	MostMet      []PersonCount
	CountryPairs []CountryPairCount
	Years        []YearCount
}

// PersonCount tells how often somebody met others.
type PersonCount struct {
	Person           graph.PersonID
	Meetings, People int
}

// CountryPairCount tells how often two countries met.
type CountryPairCount struct {
	A, B     graph.CountryCode
	Meetings int
	Years    []YearCount
}

// YearCount tells how many meetings a year had; Year is nil when unknown.
type YearCount struct {
	Year     *int
	Meetings int
}

// SourceCounts are articles by publisher.
type SourceCounts struct {
	Counts   []SourceCount
	Complete bool
}

// SourceCount tells how many articles a publisher has; Source is nil for
// articles that name none.
type SourceCount struct {
	Source   *string
	Articles int
}
