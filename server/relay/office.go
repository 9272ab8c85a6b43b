package relay

import "github.com/diplograph/diplograph/graph"

// Office is a time over which Person held an office.
type Office struct {
	graph.HeldOffice
	Person graph.PersonID
}

// OfficeHolder is one who held an office at the time that was asked about.
type OfficeHolder struct {
	Person    graph.PersonID
	Office    Office
	Certain   bool
	Contested bool
}
