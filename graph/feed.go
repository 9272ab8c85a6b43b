package graph

import "context"

// KeptArrivals is how many of the articles that came last a Feed remembers.
const KeptArrivals = 10_000

// Feed tells what was put into a store lately, by this process or another.
//
// Both stores implement it. It is no part of Store, because it is the one
// thing that a store says which is no function of the set of reports: two
// stores of the same reports can have got them in different order.
type Feed interface {
	// Arrivals returns what was put after a mark, oldest first, at most most
	// articles (1 to 1000), and the mark to go on from. A negative mark asks
	// for the mark of this moment alone. Asking is cheap when nothing came.
	//
	// Articles of one batch come in order of id. One that was put with equal
	// content does not come again; one that was replaced does, with what its
	// new report says otherwise.
	Arrivals(ctx context.Context, after Mark, most int) (News, error)
}

// Mark is a moment in the life of one store: everything before it is known.
type Mark int64

// Now asks for the mark of the present.
const Now Mark = -1

// News is what came into a store after a mark.
type News struct {
	Arrivals []Arrival
	// Mark is that of the last arrival, or the one given when there was none.
	Mark Mark
	// Missed says that something came which is forgotten: the mark was too
	// old, or of another store.
	Missed bool
}

// Arrival is an article that was put, with the meetings, delegations and
// agreements that it tells of and did not tell of before, in order of id. They
// are those of the moment of asking: a fact that has become another since
// then is given as that one, and one that is gone is left out.
type Arrival struct {
	Article ArticleID
	Facts   []FactID
}
