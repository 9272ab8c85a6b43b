package limits

import (
	"math"
	"strconv"
	"strings"

	"github.com/vektah/gqlparser/v2/ast"
)

// Size is what a query was measured to be. Values saturate at [math.MaxInt32].
type Size struct {
	Depth, Fields, Aliases, Cost int

	IntrospectionDepth, IntrospectionFields, IntrospectionLists int
}

const most = math.MaxInt32

func add(a, b int) int { return min(most, a+b) } // both are at most 2^31-1: no overflow in 64 bits

func times(a, b int) int {
	if a == 0 || b == 0 {
		return 0
	}
	if a > most/b {
		return most
	}
	return a * b
}

// and is the size of two selections beside each other.
func (s Size) and(t Size) Size {
	return Size{
		Depth: max(s.Depth, t.Depth), Fields: add(s.Fields, t.Fields),
		Aliases: add(s.Aliases, t.Aliases), Cost: add(s.Cost, t.Cost),
		IntrospectionDepth:  max(s.IntrospectionDepth, t.IntrospectionDepth),
		IntrospectionFields: add(s.IntrospectionFields, t.IntrospectionFields),
		IntrospectionLists:  max(s.IntrospectionLists, t.IntrospectionLists),
	}
}

// or is the larger of two alternatives, value by value.
func (s Size) or(t Size) Size {
	return Size{
		max(s.Depth, t.Depth), max(s.Fields, t.Fields), max(s.Aliases, t.Aliases), max(s.Cost, t.Cost),
		max(s.IntrospectionDepth, t.IntrospectionDepth),
		max(s.IntrospectionFields, t.IntrospectionFields),
		max(s.IntrospectionLists, t.IntrospectionLists),
	}
}

// meter measures one operation. It works on queries that are not valid: a
// field that the schema does not have counts like a scalar.
type meter struct {
	schema    *ast.Schema
	fragments map[string]*ast.FragmentDefinition
	variables map[string]any
	defaults  map[string]*ast.Value // of variables
	done      map[string]Size       // by fragment
	open      map[string]bool       // fragments being measured
	cyclic    string                // a fragment that contains itself
}

func newMeter(schema *ast.Schema, doc *ast.QueryDocument, op *ast.OperationDefinition, variables map[string]any) *meter {
	m := &meter{
		schema:    schema,
		fragments: make(map[string]*ast.FragmentDefinition, len(doc.Fragments)),
		variables: variables,
		defaults:  make(map[string]*ast.Value, len(op.VariableDefinitions)),
		done:      map[string]Size{},
		open:      map[string]bool{},
	}
	for _, f := range doc.Fragments {
		m.fragments[f.Name] = f
	}
	for _, v := range op.VariableDefinitions {
		m.defaults[v.Variable] = v.DefaultValue
	}
	return m
}

// operation returns the size, or the name of a fragment that contains itself.
// Fragments that nothing spreads are measured too, since validation follows
// them.
func (m *meter) operation(op *ast.OperationDefinition) (s Size, cyclic string) {
	s = m.set(m.root(op.Operation), op.SelectionSet)
	for name := range m.fragments {
		m.fragment(name)
	}
	return s, m.cyclic
}

func (m *meter) root(op ast.Operation) *ast.Definition {
	switch op {
	case ast.Mutation:
		return m.schema.Mutation
	case ast.Subscription:
		return m.schema.Subscription
	}
	return m.schema.Query
}

func (m *meter) set(parent *ast.Definition, set ast.SelectionSet) (sum Size) {
	for _, sel := range set {
		switch sel := sel.(type) {
		case *ast.Field:
			sum = sum.and(m.field(parent, sel))
		case *ast.InlineFragment:
			sum = sum.and(m.set(m.typeOr(sel.TypeCondition, parent), sel.SelectionSet))
		case *ast.FragmentSpread:
			sum = sum.and(m.fragment(sel.Name))
		}
	}
	return sum
}

func (m *meter) typeOr(name string, parent *ast.Definition) *ast.Definition {
	if name == "" {
		return parent
	}
	return m.schema.Types[name]
}

// fragment measures a fragment once.
func (m *meter) fragment(name string) Size {
	if s, ok := m.done[name]; ok {
		return s
	}
	f := m.fragments[name]
	switch {
	case f == nil:
		return Size{}
	case m.open[name]:
		m.cyclic = name
		return Size{}
	}
	m.open[name] = true
	s := m.set(m.schema.Types[f.TypeCondition], f.SelectionSet)
	delete(m.open, name)
	m.done[name] = s
	return s
}

func (m *meter) field(parent *ast.Definition, f *ast.Field) Size {
	def := m.definition(parent, f.Name)
	var result *ast.Definition
	if def != nil {
		result = m.schema.Types[def.Type.Name()]
	}
	inner := m.set(result, f.SelectionSet)
	if f.Alias != f.Name {
		inner.Aliases = add(inner.Aliases, 1)
	}
	if isIntrospection(parent, f.Name) {
		return introspected(def, f, inner)
	}
	inner.Depth++
	inner.Fields = add(inner.Fields, 1)
	inner.Cost = add(own(parent, f), times(m.items(def, f), inner.Cost))
	return inner
}

func (m *meter) definition(parent *ast.Definition, name string) *ast.FieldDefinition {
	switch {
	case name == "__schema" && parent != nil && parent == m.schema.Query:
		return &ast.FieldDefinition{Name: name, Type: ast.NonNullNamedType("__Schema", nil)}
	case name == "__type" && parent != nil && parent == m.schema.Query:
		return &ast.FieldDefinition{Name: name, Type: ast.NamedType("__Type", nil)}
	case parent == nil:
		return nil
	}
	return parent.Fields.ForName(name)
}

// isIntrospection tells the fields that ask about the schema. __typename is
// not among them: it costs what any scalar does.
func isIntrospection(parent *ast.Definition, name string) bool {
	return name == "__schema" || name == "__type" || parent != nil && strings.HasPrefix(parent.Name, "__")
}

func introspected(def *ast.FieldDefinition, f *ast.Field, inner Size) Size {
	inner.IntrospectionDepth++
	inner.IntrospectionFields = add(inner.IntrospectionFields, 1)
	if def != nil && isList(def.Type) && len(f.SelectionSet) > 0 {
		inner.IntrospectionLists++
	}
	return inner
}

// own is the cost of a field without what is below it.
func own(parent *ast.Definition, f *ast.Field) int {
	if parent == nil {
		return 1
	}
	switch parent.Name + "." + f.Name {
	case "Article.text":
		return Text
	case "Query.paths", "Query.neighbourhood":
		return Search
	case "Query.timelineBetween", "Query.neverHeld":
		return Search / 2
	case "Query.metBoth":
		return 2 * Whole
	case "Person.contacts", "Query.officeHolders":
		return Whole
	case "Person.met":
		if f.Arguments.ForName("mode") != nil || f.Arguments.ForName("place") != nil || f.Arguments.ForName("minReports") != nil {
			return Whole // no store filters by these
		}
	}
	return 1
}

// items is how many times the selection below a field is executed.
func (m *meter) items(def *ast.FieldDefinition, f *ast.Field) int {
	if def == nil {
		return 1
	}
	if arg := sized(def); arg != nil {
		v := arg.DefaultValue
		if given := f.Arguments.ForName(arg.Name); given != nil {
			v = given.Value
		}
		return m.first(v, arg.DefaultValue)
	}
	if isList(def.Type) && !countedAbove(def.Type.Name()) {
		return Plain
	}
	return 1
}

// sized returns the argument that says how long a list is, nil for none.
func sized(def *ast.FieldDefinition) *ast.ArgumentDefinition {
	if arg := def.Arguments.ForName("first"); arg != nil {
		return arg
	}
	return def.Arguments.ForName("nodes")
}

// countedAbove tells the lists whose length an argument further up says.
func countedAbove(element string) bool {
	return strings.HasSuffix(element, "Edge") || element == "Neighbour" || element == "Path"
}

func isList(t *ast.Type) bool { return t.Elem != nil }

// first reads the argument of that name; what is no number counts as the
// longest page, and is refused later.
func (m *meter) first(v, byDefault *ast.Value) int {
	if v == nil {
		return page
	}
	if v.Kind == ast.Variable {
		given, ok := m.variables[v.Raw]
		switch n, isNumber := number(given); {
		case ok && isNumber:
			return clamp(n)
		case ok:
			return page
		case m.defaults[v.Raw] != nil:
			return literal(m.defaults[v.Raw])
		case byDefault != nil:
			return literal(byDefault)
		}
		return page
	}
	return literal(v)
}

func literal(v *ast.Value) int {
	n, err := strconv.Atoi(v.Raw)
	if err != nil || v.Kind != ast.IntValue {
		return page
	}
	return clamp(n)
}

func clamp(n int) int { return max(0, min(n, page)) }
