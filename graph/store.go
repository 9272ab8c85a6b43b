package graph

import (
	"context"
	"iter"
)

// Store keeps a set of reports and a set of judgements on who is who, and the
// graph derived from both.
//
// The promises below hold for every implementation; graph/graphtest tests
// each of them.
//
// Function of the sets. After any sequence of Apply calls, everything a Store
// answers depends only on the reports it then holds (at most one per article
// id) and on the last set of judgements, not on order, repetition, batching or
// interruption.
//
// Reads. An id that is not in the store yields no item and no error. Results
// are never nil-padded: Persons returns only the found, in order of id.
// Methods with an Of list return exactly one page per listed parent, in the
// order of the list, with an empty page for an absent parent; one call serves
// all parents. Order inside pages is total and stable. "Newest first" is by
// the first day the date can mean (Date.SortKey). All conditions of a filter
// must hold. A nil list of ids or parents means no condition, an empty one
// selects nothing. Strings in filters are data, never syntax. A window out of
// range, a cursor from elsewhere, a bound that is no day, and lists longer
// than allowed are ErrInvalid.
//
// Time. Every method takes a context; when it is cancelled the method returns
// its error soon and nothing is half done. Reads run while a write is going on
// and see the state before or after a batch, never between.
//
// All methods are safe for concurrent use. After Close they return
// ErrUnavailable.
type Store interface {
	// Apply puts and removes reports as one atomic batch and returns one
	// outcome per report put, then one per id removed, in the order given.
	//
	// A put whose article id is new is New; with equal content it is
	// Unchanged and costs one lookup; with other content it is Replaced, and
	// everything the old report said is taken back. Removing an absent article
	// is Absent, no error. Outcomes and result are those of the puts and then
	// the removals done one after the other: the last word on an article wins.
	//
	// A report or judgement that breaks the rules of Validate fails the whole
	// batch with ErrInvalid and changes nothing. The reports must not change
	// before Apply returns. Cost is proportional to the batch, not to the store,
	// also for a person named by very many reports; only a batch that changes
	// who is who (a namesake appears, a judgement comes or goes) also costs what
	// the moved persons' reports say.
	Apply(ctx context.Context, b Batch) ([]Outcome, error)

	// Persons returns the persons that match f: by IDs, in order of id; or by
	// Search, best match first, then id.
	Persons(ctx context.Context, f PersonFilter) (Page[Person], error)

	// Encounters returns for each person of f.Of whom they met, newest first
	// (unknown dates last), then by encounter id.
	Encounters(ctx context.Context, f EncounterFilter) ([]Page[Encounter], error)

	// Meetings returns meetings newest first (unknown dates last), then by
	// id: one page per parent in f.Of, or, with Of nil, a single page of all
	// that match.
	Meetings(ctx context.Context, f MeetingFilter) ([]Page[Meeting], error)

	// Delegations is to delegations what Meetings is to meetings.
	Delegations(ctx context.Context, f DelegationFilter) ([]Page[Delegation], error)

	// Agreements is to agreements what Meetings is to meetings.
	Agreements(ctx context.Context, f AgreementFilter) ([]Page[Agreement], error)

	// Groups returns parties, organizations or countries, by f.Kind: by IDs in
	// order of id, or by Search (a name, alias or abbreviation in any
	// spelling, best match first), or all in order of id.
	Groups(ctx context.Context, f GroupFilter) (Page[Group], error)

	// Articles returns articles by IDs in order of id, or all of them newest
	// first, then by id.
	Articles(ctx context.Context, f ArticleFilter) (Page[Article], error)

	// Evidence returns for each fact the proofs of it, in order of article id
	// and offset: one list per fact, empty for an absent fact.
	Evidence(ctx context.Context, facts []FactID) ([][]Proof, error)

	// Places returns the places at which meetings were held or are to be, in
	// every spelling once: by Search, best match first, or all, those of most
	// meetings first, then by name.
	Places(ctx context.Context, f PlaceFilter) (Page[Place], error)

	// OfficeProofs returns for each office the sentences by which articles of
	// the months given it to the person: in order of month, article id and
	// offset, at most MaxOfficeProofs each. Its cost is that of these months.
	OfficeProofs(ctx context.Context, offices []OfficeRef) ([][]OfficeProof, error)

	// Identities tells for each person of f.Of why it is one, in the order of
	// the list; of an absent person nothing but the id. Cost grows with the
	// number of different ways in which articles describe the person, not with
	// the number of articles.
	Identities(ctx context.Context, f IdentityFilter) ([]Identity, error)

	// Judgements returns the set of judgements in order, each with what it does.
	Judgements(ctx context.Context) ([]Judged, error)

	// Moment tells about what was known on a day, as KnownOn has it, without
	// reading it.
	Moment(ctx context.Context, day Date) (Moment, error)

	// KnownOn yields the reports that were known on a day, at most one per
	// article, in order of article id, from one snapshot; see Batch.Day for
	// since when and until when one is. The graph of that day is what a fresh
	// store answers with these reports and the judgements of now, which have no
	// past. A day that is none is ErrInvalid. An error is the last thing it
	// yields.
	KnownOn(ctx context.Context, day Date) iter.Seq2[*Report, error]

	// Stats counts what the store holds. It also serves as the health check:
	// an error means the store cannot answer.
	Stats(ctx context.Context) (Stats, error)

	// Export yields the whole graph as objects in a stable order (by kind,
	// then key), read from one snapshot, judgements among them. Two stores with
	// the same reports and judgements yield the same sequence, byte for byte:
	// that of derive.Graph. An error is the last thing it yields.
	Export(ctx context.Context) iter.Seq2[Object, error]

	// Close releases the store. It waits for calls in hand, so it must not be
	// called from inside an Export or a KnownOn. Closing again does nothing.
	Close() error
}

// Batch is one atomic change.
type Batch struct {
	Put    []Report
	Remove []ArticleID
	// Judge, if not nil, is from now on the set of judgements; an empty one
	// takes all of them back. Order and repetition do not matter.
	//
	// A judgement that joins needs each of its references to mean one person;
	// one that means nobody still connects other judgements. Persons whom
	// judgements both join and tell apart stay as they are without those that
	// join them.
	Judge []Judgement
	// Day is the day of the change, YYYY-MM-DD. It dates what KnownOn tells
	// and nothing else: the graph does not depend on it.
	//
	// The first report of an article is known from the day on which the
	// article was published (its last day when that is coarser), or from Day
	// when that is unknown or later. A later one, a correction or an article
	// that comes back after it was withdrawn, is known from Day on. A report
	// that is replaced or removed is known until the day before Day. When only
	// the reading of an article changed and not the article, the new report
	// takes the whole time of the old one. A Day before an earlier change of
	// the same article counts as the day of that change. Of several changes
	// of an article in one batch only the last leaves a trace.
	//
	// The empty Day means a change for all days: the articles it names lose
	// their past, what it removes (be it no longer in the graph) was never
	// known, and what it puts was known since the article was published, or
	// always.
	Day Date
}

// Moment is the store's state, seen from one day.
type Moment struct {
	// State counts the changes of the store. What was known on a day can only
	// change when State does: an article of that day is loaded later.
	State int64
	// Current says that exactly the reports now in the graph were known.
	Current bool
	// Reports is the number of reports known on that day.
	Reports int
}

// Change tells what Apply did with one report.
type Change string

// The changes.
const (
	New       Change = "new"
	Unchanged Change = "unchanged"
	Replaced  Change = "replaced"
	Removed   Change = "removed"
	Absent    Change = "absent"
)

// Outcome is what became of one article of a batch.
type Outcome struct {
	Article ArticleID
	Change  Change
}

// Cursor marks a place in a list: the key of the item it came with. It is
// opaque, and valid for the same filter on the same store for ever: items
// that came or went in between do not shift the rest. The empty cursor is the
// start.
type Cursor string

// Window cuts a page out of a list.
type Window struct {
	// First is the most items to return, 1 to 100.
	First int
	// After is the cursor of the item before the page.
	After Cursor
	// Count asks for Page.Total, which may cost more than the page itself.
	Count bool
}

// Item is an element of a page with its cursor.
type Item[T any] struct {
	Value  T
	Cursor Cursor
}

// Page is a window on a list.
type Page[T any] struct {
	Items []Item[T]
	More  bool // there are items after the last one
	Total int  // length of the whole list if Window.Count, else 0
}

// Values returns the items without their cursors.
func (p Page[T]) Values() []T {
	vs := make([]T, len(p.Items))
	for i, it := range p.Items {
		vs[i] = it.Value
	}
	return vs
}

// MaxOfficeProofs is how many sentences OfficeProofs returns of one office.
const MaxOfficeProofs = 100

// OfficeRef names an office of a person, and months (YYYY-MM) of articles.
type OfficeRef struct {
	Person PersonID
	Office Office // as in HeldOffice; Former does not matter
	Months []Date // at most 1000
}

// PersonFilter selects persons. Exactly one of IDs and Search is used; with
// neither, all persons in order of id.
type PersonFilter struct {
	IDs []PersonID // at most 1000, without Search; Window is ignored
	// Search finds persons one of whose names has words starting with the
	// given words, in any order, case, with or without diacritics. A marked
	// query letter ("ưng") does not match one with contradicting marks: the
	// marks of one must be among those of the other. Names with just these
	// words come first, then whole words, then beginnings; of equals, the
	// preferred name before an alias, and the more reported person (by order
	// of magnitude). A search without a letter or digit finds nothing.
	Search  string
	Country CountryCode // if set, only persons of this country
	Party   PartyID     // if set, only persons of this party
	// Office and OfficeOf, if set, select those who hold or held the office of
	// this name or key, in any spelling, of this state: both are given, and
	// neither IDs nor Search.
	Office   string
	OfficeOf CountryCode
	Window
}

// When limits events by date. A zero bound is open. An event matches if it can
// have happened inside (see Date.Bounds); an event of unknown year matches
// only when both bounds are open. Bounds are days, YYYY-MM-DD.
type When struct{ Since, Until Date }

// EncounterFilter selects MET_WITH edges of each person of Of.
type EncounterFilter struct {
	Of      []PersonID  // 1 to 1000
	With    []PersonID  // at most 1000; if set, only encounters with one of these
	Country CountryCode // if set, the other person is of this country
	Party   PartyID     // if set, the other person is of this party
	When    When
	Window  // applies to each page
}

// MeetingFilter selects meetings.
type MeetingFilter struct {
	Of      []PersonID  // at most 1000, one page each: meetings this person attended
	IDs     []MeetingID // at most 1000, with Of nil: these, in the usual order; Window is ignored
	Country CountryCode // if set, a participant is of this country
	// AndCountry, if set, is the country of a participant too: with Country,
	// the meetings between two countries.
	AndCountry CountryCode
	Party      PartyID // if set, a participant is of this party
	Status     Status  // if set, only these
	Mode       Mode    // if set, only these
	When       When
	Window
}

// DelegationFilter selects delegations.
type DelegationFilter struct {
	Of         []PersonID // one page each: delegations this person led
	IDs        []DelegationID
	Represents CountryCode // if set, delegations of this state
	Party      PartyID     // if set, delegations of this party
	Host       CountryCode // if set, delegations to this state
	When       When
	Window
}

// AgreementFilter selects agreements.
type AgreementFilter struct {
	Of   []Actor // one page each: agreements this actor signed
	IDs  []AgreementID
	When When
	Window
}

// GroupFilter selects groups of one kind.
type GroupFilter struct {
	Kind    Kind // required
	IDs     []string
	Search  string
	Country CountryCode
	Window
}

// PlaceFilter selects places.
type PlaceFilter struct {
	Search string // as PersonFilter.Search; empty for all
	Window
}

// ArticleFilter selects articles.
type ArticleFilter struct {
	IDs []ArticleID // at most 1000; Window is ignored
	// Person, if set, keeps only articles that name this person.
	Person PersonID
	Window
}

// Stats counts nodes and edges.
type Stats struct {
	Articles, Persons, Parties, Countries, Organizations int
	Meetings, Encounters, Delegations, Agreements        int
	// Crowded counts the groups of similar names, and the series of events of
	// one pair, head or list of signers, with more different descriptions than
	// are compared each with each. In them only persons of just the same name
	// are joined, and events known to be of one month. It counts, too, the places where
	// forms of names that are not alike as a whole meet ("J. Smith", who may be Jeremiah), with
	// more than are compared: there forms stay persons of their own.
	Crowded int
}

// Object is one node or edge of an export.
type Object struct {
	Kind string // a node Kind or an edge type such as "MET_WITH"
	Key  string // unique within Kind
	// JSON is the canonical form: object keys in a fixed order, no spaces, no
	// line end.
	JSON []byte
}
