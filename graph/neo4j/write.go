package neo4j

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
)

// writeTx is the derivation's view of a write transaction that has the turn.
type writeTx struct {
	tx    transaction
	kept  int // arrivals to remember
	wrote bool
}

// Hashes implements derive.Tx.
func (t *writeTx) Hashes(_ context.Context, ids []graph.ArticleID) (map[graph.ArticleID]string, error) {
	hashes := make(map[graph.ArticleID]string, len(ids))
	err := t.each(cypherHashes, "ids", ids, func(values []any) {
		hashes[graph.ArticleID(text(values[0]))] = text(values[1])
	})
	return hashes, err
}

// Known implements derive.Tx.
func (t *writeTx) Known(_ context.Context, ids []graph.ArticleID) (map[graph.ArticleID]derive.Known, error) {
	known := make(map[graph.ArticleID]derive.Known, len(ids))
	err := t.each(cypherKnown, "ids", ids, func(values []any) {
		known[graph.ArticleID(text(values[0]))] = derive.Known{Since: graph.Date(text(values[1])), Until: graph.Date(text(values[2]))}
	})
	return known, err
}

// Reports implements derive.Tx. It holds a slice of the reports at a time.
func (t *writeTx) Reports(_ context.Context, ids []graph.ArticleID) iter.Seq2[*graph.Report, error] {
	return func(yield func(*graph.Report, error) bool) {
		for some := range slices.Chunk(ids, reportRows) {
			records, err := t.tx.run(cypherReports, params{"ids": texts(some)})
			if err != nil {
				yield(nil, err)
				return
			}
			for _, r := range records {
				if report, err := storedReport(r.Values); !yield(report, err) || err != nil {
					return
				}
			}
		}
	}
}

func storedReport(values []any) (*graph.Report, error) {
	a, err := joinArticle(text(values[0]), text(values[1]))
	if err != nil {
		return nil, err
	}
	return derive.UnpackReport(a, []byte(text(values[2])))
}

// Blocks implements derive.Tx.
func (t *writeTx) Blocks(_ context.Context, keys []string) (map[string][]byte, error) {
	blocks := make(map[string][]byte, len(keys))
	err := t.each(cypherBlocks, "keys", keys, func(values []any) {
		blocks[text(values[0])], _ = values[1].([]byte)
	})
	return blocks, err
}

// Naming implements derive.Tx.
func (t *writeTx) Naming(_ context.Context, claims []string) ([]graph.ArticleID, error) {
	var ids []graph.ArticleID
	err := t.each(cypherNaming, "claims", prefixes(claims), func(values []any) {
		ids = append(ids, graph.ArticleID(text(values[0])))
	})
	slices.Sort(ids)
	return slices.Compact(ids), err
}

func prefixes(claims []string) []string {
	out := make([]string, len(claims))
	for i, c := range claims {
		out[i] = claimPrefix(c)
	}
	return out
}

// each runs a statement on a list, a part at a time, and calls f with the
// values of every record.
func (t *writeTx) each(cypher, name string, list any, f func([]any)) error {
	for some := range slices.Chunk(strs(list), batchRows) {
		records, err := t.tx.run(cypher, params{name: some})
		if err != nil {
			return err
		}
		for _, r := range records {
			f(r.Values)
		}
	}
	return nil
}

// strs takes the lists of ids that each serves.
func strs(list any) []string {
	if ids, ok := list.([]graph.ArticleID); ok {
		return texts(ids)
	}
	return list.([]string)
}

func texts[T ~string](ids []T) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return list
}

// text is a value that the store wrote as a string, or empty.
func text(v any) string {
	s, _ := v.(string)
	return s
}

// Write implements derive.Tx.
func (t *writeTx) Write(_ context.Context, d *derive.Delta) error {
	t.wrote = true
	p := newPatch()
	addNodes(p, d.Persons, personShape())
	addNodes(p, d.Groups, groupShape())
	addNodes(p, d.Meetings, meetingShape())
	addNodes(p, d.Delegations, delegationShape())
	addNodes(p, d.Agreements, agreementShape())
	p.moves(d)
	if err := t.owners(p, d); err != nil {
		return err
	}
	p.addArticles(d)
	p.addPast(d)
	p.addLinks(d.Delegations)
	p.addProofs(d)
	p.addBlocks(d.Blocks)
	if p.err != nil {
		return p.err
	}
	if err := p.run(t.tx); err != nil {
		return err
	}
	return t.arrive(d.Arrivals())
}

// owners looks up the nodes of claims that the patch refers to and does not
// change.
func (t *writeTx) owners(p *patch, d *derive.Delta) error {
	var facts, persons []string
	want := func(list *[]string, claim string) {
		if _, known := p.owner[claim]; !known {
			*list = append(*list, claim)
		}
	}
	for _, r := range d.PutReports {
		for _, c := range r.Naming {
			want(&persons, c)
		}
	}
	for _, c := range d.Delegations {
		if c.New != nil {
			for _, claim := range c.New.Links {
				want(&facts, claim)
			}
		}
	}
	for _, r := range d.PutProofs {
		want(&facts, r.Claim)
	}
	note := func(values []any) { p.owner[strings.TrimSuffix(text(values[0]), claimEnd)] = text(values[1]) }
	if err := t.each(cypherNamed, "claims", prefixes(persons), note); err != nil {
		return err
	}
	return t.each(cypherClaimants, "claims", prefixes(facts), note)
}

func internal(format string, args ...any) error {
	return fmt.Errorf("the stored graph does not fit the articles: load them into a new database: %s: %w", fmt.Sprintf(format, args...), graph.ErrIncompatible)
}
