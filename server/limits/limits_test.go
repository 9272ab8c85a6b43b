package limits_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/99designs/gqlgen/graphql/introspection"
	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/diplograph/diplograph/server/exec"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/limits"
)

func schema() *ast.Schema { return exec.NewExecutableSchema(exec.Config{}).Schema() }

func TestSize(t *testing.T) {
	for _, c := range []struct {
		reason, query string
		variables     map[string]any
		want          limits.Size
	}{
		{"a field and its child", `{ stats { persons } }`, nil,
			limits.Size{Depth: 2, Fields: 2, Cost: 2}},
		{"an alias counts once", `{ s: stats { persons } }`, nil,
			limits.Size{Depth: 2, Fields: 2, Aliases: 1, Cost: 2}},
		{"a list costs its length times what is below", `{ persons(first: 7) { edges { cursor } } }`, nil,
			limits.Size{Depth: 3, Fields: 3, Cost: 1 + 7*2}},
		{"the default length counts", `{ persons { edges { cursor } } }`, nil,
			limits.Size{Depth: 3, Fields: 3, Cost: 1 + 20*2}},
		{"a variable's value counts", `query($n: Int!) { persons(first: $n) { edges { cursor } } }`, map[string]any{"n": json.Number("3")},
			limits.Size{Depth: 3, Fields: 3, Cost: 1 + 3*2}},
		{"a variable's default counts when it has no value", `query($n: Int! = 4) { persons(first: $n) { edges { cursor } } }`, nil,
			limits.Size{Depth: 3, Fields: 3, Cost: 1 + 4*2}},
		{"a length that is no number counts as the longest page", `query($n: Int!) { persons(first: $n) { edges { cursor } } }`, map[string]any{"n": "3"},
			limits.Size{Depth: 3, Fields: 3, Cost: 1 + 100*2}},
		{"a negative length costs nothing below", `{ persons(first: -5) { edges { cursor } } }`, nil,
			limits.Size{Depth: 3, Fields: 3, Cost: 1}},
		{"a list of no given length", `{ person(name: "x") { parties { name } } }`, nil,
			limits.Size{Depth: 3, Fields: 3, Cost: 1 + 1 + limits.Plain}},
		{"fragments are expanded", `{ ...f ...f } fragment f on Query { stats { persons } }`, nil,
			limits.Size{Depth: 2, Fields: 4, Cost: 4}},
		{"an article's text is dear", `{ article(id: "Article:a") { text } }`, nil,
			limits.Size{Depth: 2, Fields: 2, Cost: 1 + limits.Text}},
		{"a search is dear, its chains and steps count", `{ paths(from: {id: "Person:a"}, to: {id: "Person:b"}, first: 3) { paths { steps { date } } } }`, nil,
			limits.Size{Depth: 4, Fields: 4, Cost: limits.Search + 3*(1+1+limits.Plain)}},
		{"people around count as asked for, links five times so often", `{ neighbourhood(person: {id: "Person:a"}, nodes: 30) { persons { distance } links { meetings } } }`, nil,
			limits.Size{Depth: 3, Fields: 5, Cost: limits.Search + 30*(2+1+limits.Plain)}},
		{"whole lists are dear", `{ person(name: "x") { contacts(first: 2) { edges { meetings } } } }`, nil,
			limits.Size{Depth: 4, Fields: 4, Cost: 1 + limits.Whole + 2*2}},
		{"filters that no store has need whole lists", `{ person(name: "x") { met(first: 2, mode: REMOTE) { edges { date } } } }`, nil,
			limits.Size{Depth: 4, Fields: 4, Cost: 1 + limits.Whole + 2*2}},
		{"of two operations, the larger value each", `query a { stats { persons meetings } } query b { person(name: "x") { country { code } } }`, nil,
			limits.Size{Depth: 3, Fields: 3, Cost: 3}},
		{"introspection is apart", `{ __schema { types { fields { name } } } }`, nil,
			limits.Size{IntrospectionDepth: 4, IntrospectionFields: 4, IntrospectionLists: 2}},
		{"__typename is a field like any", `{ __typename }`, nil,
			limits.Size{Depth: 1, Fields: 1, Cost: 1}},
	} {
		got, err := limits.Default().Check(schema(), c.query, c.variables)
		if err != nil {
			t.Errorf("%s: %s: %v", c.reason, c.query, err)
		} else if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", c.reason, c.query, diff)
		}
	}
}

func TestSizesSaturate(t *testing.T) {
	all := limits.Default()
	all.Fields, all.Aliases, all.Cost, all.Fragments, all.Spreads = 1<<62, 1<<62, 1<<62, 1000, 1000
	var q strings.Builder
	q.WriteString("{ ...a }")
	for r := 'a'; r < 'z'; r++ {
		q.WriteString(" fragment " + string(r) + " on Query {" + strings.Repeat(" ..."+string(r+1), 30) + "}")
	}
	q.WriteString(" fragment z on Query { stats { persons } }")
	got, err := all.Check(schema(), q.String(), nil)
	if err != nil {
		t.Fatal(err)
	}
	const most = 1<<31 - 1
	if got.Fields != most || got.Cost != most {
		t.Errorf("30^25 fields: have %d fields of cost %d, want both %d", got.Fields, got.Cost, most)
	}
}

func TestEachLimitRefuses(t *testing.T) {
	for _, c := range []struct {
		name, query string
		lower       func(*limits.Limits)
	}{
		{"number of tokens", `{ a b c d }`, func(l *limits.Limits) { l.Tokens = 5 }},
		{"number of operations", `query a { a } query b { b }`, func(l *limits.Limits) { l.Operations = 1 }},
		{"number of fragments", `{ a } fragment a on Query { a } fragment b on Query { b }`, func(l *limits.Limits) { l.Fragments = 1 }},
		{"number of fragment spreads", `{ ...a ... { b } }`, func(l *limits.Limits) { l.Spreads = 1 }},
		{"number of directives", `query @a { b @c }`, func(l *limits.Limits) { l.Directives = 1 }},
		{"longest name", `{ a(b: { c: [toolong] }) }`, func(l *limits.Limits) { l.Name = 6 }},
		{"longest name", `query($toolong: Int) { a }`, func(l *limits.Limits) { l.Name = 6 }},
		{"longest name", `query($a: [toolong!]!) { a }`, func(l *limits.Limits) { l.Name = 6 }},
		{"longest name", `{ ...f } fragment f on toolong { a }`, func(l *limits.Limits) { l.Name = 6 }},
		{"longest name", `{ a @b(toolong: 1) }`, func(l *limits.Limits) { l.Name = 6 }},
		{"longest name", `{ toolong: a }`, func(l *limits.Limits) { l.Name = 6 }},
		{"depth", `{ a { b } }`, func(l *limits.Limits) { l.Depth = 1 }},
		{"number of fields", `{ a b }`, func(l *limits.Limits) { l.Fields = 1 }},
		{"number of aliases", `{ x: a y: a }`, func(l *limits.Limits) { l.Aliases = 1 }},
		{"cost", `{ persons(first: 10) { edges { cursor } } }`, func(l *limits.Limits) { l.Cost = 20 }},
		{"cost of an event", `subscription { a(first: 10) { b c } }`, func(l *limits.Limits) { l.EventCost = 2 }},
		{"introspection depth", `{ __schema { types { name } } }`, func(l *limits.Limits) { l.IntrospectionDepth = 2 }},
		{"number of introspection fields", `{ __schema { types { name } } }`, func(l *limits.Limits) { l.IntrospectionFields = 2 }},
		{"depth of introspection lists", `{ __schema { types { fields { name } } } }`, func(l *limits.Limits) { l.IntrospectionLists = 1 }},
	} {
		l := limits.Default()
		if _, err := l.Check(schema(), c.query, nil); err != nil {
			t.Errorf("%s: refused with usual limits: %v", c.name, err)
		}
		c.lower(&l)
		_, err := l.Check(schema(), c.query, nil)
		var f *fault.Error
		if !errors.As(err, &f) || f.Code != fault.TooCostly || f.More["limit"] != c.name {
			t.Errorf("%s: have %v, want a refusal that names the limit", c.name, err)
			continue
		}
		if f.More["value"].(int) <= f.More["allowed"].(int) {
			t.Errorf("%s: value %v is not above the allowed %v", c.name, f.More["value"], f.More["allowed"])
		}
	}
}

func TestIntrospectionOfToolsPasses(t *testing.T) {
	size, err := limits.Default().Check(schema(), introspection.Query, nil)
	if err != nil {
		t.Errorf("the introspection of GraphiQL: %v", err)
	}
	if size.IntrospectionFields < 100 {
		t.Errorf("it was measured as %+v, which cannot be", size)
	}
}

// FuzzCheck holds that no query makes the check fail otherwise than by
// refusing, and that what passes is within the limits.
func FuzzCheck(f *testing.F) {
	for _, q := range []string{
		`{ persons(first: 3) { edges { node { name } } } }`, introspection.Query,
		`{ ...a } fragment a on Query { ...a }`, `query($n: Int = 3) { persons(first: $n) { totalCount } }`,
		`{ a: stats @skip(if: true) { ... on Stats { persons } } }`, `{`, "\x00", `subscription { x }`,
	} {
		f.Add(q)
	}
	s, l := schema(), limits.Default()
	f.Fuzz(func(t *testing.T, query string) {
		size, err := l.Check(s, query, map[string]any{"n": json.Number("5")})
		if err != nil {
			return
		}
		if size.Depth > l.Depth || size.Fields > l.Fields || size.Cost > l.Cost || size.Cost < 0 {
			t.Errorf("%q passed with %+v", query, size)
		}
	})
}
