// Package limits decides what a query may cost, before anything else is done
// with it.
//
// The checks run on the parsed query, before validation: validation itself is
// quadratic in fragment spreads and in fields of one name, and follows
// fragments as often as they are spread. Each check here takes time
// proportional to the query: a fragment is measured once per operation,
// however often it is spread, and sums saturate.
//
// # What is measured
//
//   - tokens, by the parser, which stops at the limit;
//   - operations, fragments, spreads, directives: as written;
//   - depth, fields, aliases: as executed, with fragments expanded;
//   - cost: 1 for each field, times the number of items of each list around
//     it. A list with an argument `first` or `nodes` has that many items, any
//     other [Plain] items. The text of an article costs as much as [Text]
//     fields, a search as much as [Search], a whole list of whom somebody met
//     as much as [Whole].
//
// Introspection is measured apart, as depth, fields, and lists inside each
// other: the query that tools send is larger than any a person writes, and
// harmless; a query of half its size that goes from types to fields to types
// is not.
package limits

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"
	"github.com/vektah/gqlparser/v2/gqlerror"
	"github.com/vektah/gqlparser/v2/parser"

	"github.com/diplograph/diplograph/server/fault"
)

const (
	// Plain is how many items a list without an argument `first` is taken to
	// have.
	Plain = 5
	// Text is the cost of a whole article's text.
	Text = 20
	// Search is the cost of a field that searches the graph: at worst it reads
	// tens of thousands of meetings, which takes a second or two.
	Search = 4000
	// Whole is the cost of a field that reads the whole list of whom somebody
	// met.
	Whole = 400
	// page is the longest page that resolvers give; a larger `first` is
	// refused by them with a clearer message than a cost.
	page = 100
)

// Limits are the largest values allowed. Each must be positive.
type Limits struct {
	Tokens     int // of the query, as the parser counts them
	Operations int // definitions of operations
	Fragments  int // definitions of fragments
	Spreads    int // fragment spreads, named and inline, as written
	Directives int // as written
	Depth      int // fields inside each other
	Fields     int // after expanding fragments
	Aliases    int // after expanding fragments
	Name       int // bytes of a name: validation compares a wrong one with all right ones, letter by letter
	Cost       int // see the package comment
	EventCost  int // the same for a subscription, which is answered again for each event

	IntrospectionDepth  int // fields inside each other, from __schema or __type on
	IntrospectionFields int // after expanding fragments
	IntrospectionLists  int // lists inside each other
}

// Default returns limits that suit a public server: every query that the
// pages of this server make passes, GraphiQL's introspection too.
func Default() Limits {
	return Limits{
		Tokens: 2000, Operations: 10, Fragments: 50, Spreads: 100, Directives: 50,
		Depth: 16, Fields: 300, Aliases: 50, Name: 128, Cost: 20_000, EventCost: 1_000,
		IntrospectionDepth: 20, IntrospectionFields: 400, IntrospectionLists: 3,
	}
}

// Extension applies limits to every operation of a gqlgen server. It must be
// the first extension that sees the query's text.
type Extension struct {
	Limits Limits
	schema *ast.Schema
}

var _ interface {
	graphql.HandlerExtension
	graphql.OperationParameterMutator
} = (*Extension)(nil)

// ExtensionName names the extension to gqlgen.
func (*Extension) ExtensionName() string { return "Limits" }

// Validate remembers the schema.
func (e *Extension) Validate(s graphql.ExecutableSchema) error {
	e.schema = s.Schema()
	return nil
}

// MutateOperationParameters refuses a query that exceeds a limit, or that is
// not GraphQL.
func (e *Extension) MutateOperationParameters(ctx context.Context, p *graphql.RawParams) *gqlerror.Error {
	size, err := e.Limits.Check(e.schema, p.Query, p.Variables)
	fault.RequestOf(ctx).Note(func(s *fault.Seen) { s.Cost = size.Cost })
	return err
}

// Check measures a query. The error carries a *fault.Error when a limit is
// exceeded, or the code [fault.Parse] when the query cannot be parsed.
func (l Limits) Check(schema *ast.Schema, query string, variables map[string]any) (Size, *gqlerror.Error) {
	doc, err := parser.ParseQueryWithTokenLimit(&ast.Source{Input: query}, l.Tokens)
	if err != nil {
		return Size{}, l.parseError(err)
	}
	if f := l.checkWritten(doc); f != nil {
		return Size{}, refuse(f)
	}
	var size Size
	for _, op := range doc.Operations {
		m := newMeter(schema, doc, op, variables)
		s, cyclic := m.operation(op)
		if cyclic != "" {
			return Size{}, refuse(&fault.Error{
				Code:    fault.TooCostly,
				Message: "the fragment " + fault.Clip(cyclic, 40) + " contains itself",
				More:    map[string]any{"limit": "fragment cycles", "value": 1, "allowed": 0},
			})
		}
		if f := l.checkSize(op.Operation, s); f != nil {
			return s, refuse(f)
		}
		size = size.or(s)
	}
	return size, nil
}

func (l Limits) parseError(err error) *gqlerror.Error {
	if strings.HasPrefix(err.Error(), "input: exceeded token limit") || strings.Contains(err.Error(), "exceeded token limit") {
		return refuse(fault.Limit("number of tokens", l.Tokens+1, l.Tokens))
	}
	g, ok := err.(*gqlerror.Error)
	if !ok {
		g = gqlerror.Wrap(err)
	}
	g.Extensions = map[string]any{"code": fault.Parse}
	return g
}

func refuse(f *fault.Error) *gqlerror.Error { return gqlerror.Wrap(f) }

// checkWritten checks what is counted without following fragments.
func (l Limits) checkWritten(doc *ast.QueryDocument) *fault.Error {
	w := countWritten(doc)
	return exceeded(
		check{"number of operations", len(doc.Operations), l.Operations},
		check{"number of fragments", len(doc.Fragments), l.Fragments},
		check{"number of fragment spreads", w.spreads, l.Spreads},
		check{"number of directives", w.directives, l.Directives},
		check{"longest name", w.longest, l.Name},
	)
}

func (l Limits) checkSize(kind ast.Operation, s Size) *fault.Error {
	event := 0
	if kind == ast.Subscription {
		event = s.Cost
	}
	return exceeded(
		check{"depth", s.Depth, l.Depth},
		check{"number of fields", s.Fields, l.Fields},
		check{"number of aliases", s.Aliases, l.Aliases},
		check{"cost", s.Cost, l.Cost},
		check{"cost of an event", event, l.EventCost},
		check{"introspection depth", s.IntrospectionDepth, l.IntrospectionDepth},
		check{"number of introspection fields", s.IntrospectionFields, l.IntrospectionFields},
		check{"depth of introspection lists", s.IntrospectionLists, l.IntrospectionLists},
	)
}

type check struct {
	name           string
	value, allowed int
}

func exceeded(checks ...check) *fault.Error {
	for _, c := range checks {
		if c.value > c.allowed {
			return fault.Limit(c.name, c.value, c.allowed)
		}
	}
	return nil
}

// number returns the whole number that a JSON value holds.
func number(v any) (int, bool) {
	switch v := v.(type) {
	case json.Number:
		i, err := v.Int64()
		return int(i), err == nil
	case float64:
		return int(v), true
	case int:
		return v, true
	case int64:
		return int(v), true
	}
	return 0, false
}
