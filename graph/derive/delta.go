package derive

import (
	"bytes"
	"context"
	"iter"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// Tx is what the derivation needs of a store inside one write transaction.
// Reads must see the state before Write.
type Tx interface {
	// Hashes returns the content hash of each listed article that is stored.
	Hashes(ctx context.Context, ids []graph.ArticleID) (map[graph.ArticleID]string, error)
	// Known returns the days of each listed article that has some.
	Known(ctx context.Context, ids []graph.ArticleID) (map[graph.ArticleID]Known, error)
	// Reports yields the stored reports of the listed articles, whole, in any
	// order. Unknown ids are skipped.
	Reports(ctx context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error]
	// Blocks returns the data last written for each listed block key; keys
	// without data are left out.
	Blocks(ctx context.Context, keys []string) (map[string][]byte, error)
	// Naming returns the ids of the stored articles that use one of the
	// listed person claims, each once, in any order.
	Naming(ctx context.Context, claims []string) ([]graph.ArticleID, error)
	// Write applies the change. It is called at most once.
	Write(ctx context.Context, d *Delta) error
}

// Node is a node of the graph with what a store must keep beside it.
type Node[T any] struct {
	Value T
	// JSON is the canonical form of Value.
	JSON []byte
	// Claims are the keys under which evidence (and, for a person, the
	// articles that name them) belongs to the node. A claim belongs to one
	// node at a time.
	Claims []string
	// Links are claims of the meetings that received a delegation; they lead
	// to its Meetings, which Value leaves empty.
	Links []string
}

func newNode[T any](v T, claims, links []string) Node[T] {
	return Node[T]{Value: v, JSON: graph.MarshalCanonical(v), Claims: claims, Links: links}
}

func (n *Node[T]) equal(o *Node[T]) bool {
	return bytes.Equal(n.JSON, o.JSON) && slices.Equal(n.Claims, o.Claims) && slices.Equal(n.Links, o.Links)
}

// Change is a node before and after: New is nil when it goes, Old when it
// comes. Old and New have the same id and differ in something.
type Change[T any] struct{ Old, New *Node[T] }

// StoredReport is a report with what a store must find it by.
type StoredReport struct {
	*graph.Report
	Hash string
	// Naming are the claims of the persons it names: see Tx.Naming. It is a
	// function of the report.
	Naming []string
	// Said are the sentences that give offices, sorted, each once. They too are
	// a function of the report.
	Said []Said
	// Since is the first day on which it is known, "" for always.
	Since graph.Date
}

// Block is derivation state, opaque to the store; Data nil drops it.
type Block struct {
	Key  string
	Data []byte
}

// ProofKey selects the evidence that one article gives for one claim.
type ProofKey struct {
	Claim   string
	Article graph.ArticleID
}

// ProofRows are all the evidence that one article gives for one claim, in
// order, without doubles.
type ProofRows struct {
	ProofKey
	Evidence []graph.Evidence
}

// Delta is one change of a store's contents. A store applies it in the order
// of the fields, within a node kind all that goes before all that comes
// (claims move between nodes). Lists are sorted by key: writers that take
// locks take them in the same order.
type Delta struct {
	DropReports []StoredReport // as they were stored
	PutReports  []StoredReport // none of them is stored (any more)

	Forget []graph.ArticleID // drop all their former reports
	Past   []Past            // former reports to keep, beside those that are kept

	Blocks []Block

	Persons     []Change[graph.Person]
	Groups      []Change[graph.Group]
	Meetings    []Change[graph.Meeting]
	Delegations []Change[graph.Delegation]
	Agreements  []Change[graph.Agreement]

	DropProofs []ProofKey
	PutProofs  []ProofRows

	// Stats is how much each count grows, negative when it shrinks.
	Stats graph.Stats
}

// change compares the nodes of a block before and after, matched by key.
func change[T any](changes []Change[T], key func(*T) string, old, new []Node[T]) []Change[T] {
	before := map[string]*Node[T]{}
	for i := range old {
		before[key(&old[i].Value)] = &old[i]
	}
	for i := range new {
		n := &new[i]
		o := before[key(&n.Value)]
		delete(before, key(&n.Value))
		if o == nil || !o.equal(n) {
			changes = append(changes, Change[T]{o, n})
		}
	}
	for i := range old {
		if o := before[key(&old[i].Value)]; o != nil {
			changes = append(changes, Change[T]{Old: o})
		}
	}
	return changes
}

func sortChanges[T any](cs []Change[T], key func(*T) string) {
	k := func(c Change[T]) string {
		if c.New != nil {
			return key(&c.New.Value)
		}
		return key(&c.Old.Value)
	}
	slices.SortFunc(cs, func(a, b Change[T]) int { return bytes.Compare([]byte(k(a)), []byte(k(b))) })
}

// grown returns the number of nodes that come less those that go.
func grown[T any](cs []Change[T]) int {
	n := 0
	for _, c := range cs {
		switch {
		case c.Old == nil:
			n++
		case c.New == nil:
			n--
		}
	}
	return n
}

func personKey(p *graph.Person) string         { return string(p.ID) }
func groupKey(g *graph.Group) string           { return string(g.Kind) + fieldSep + g.ID }
func meetingKey(m *graph.Meeting) string       { return string(m.ID) }
func delegationKey(d *graph.Delegation) string { return string(d.ID) }
func agreementKey(a *graph.Agreement) string   { return string(a.ID) }
