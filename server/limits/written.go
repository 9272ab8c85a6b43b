package limits

import "github.com/vektah/gqlparser/v2/ast"

// written is what stands in a document, with fragments as they are.
type written struct {
	spreads, directives int
	longest             int // bytes of the longest name
}

func countWritten(doc *ast.QueryDocument) (w written) {
	for _, op := range doc.Operations {
		w.name(op.Name)
		w.variables(op.VariableDefinitions)
		w.apply(op.Directives)
		w.set(op.SelectionSet)
	}
	for _, f := range doc.Fragments {
		w.name(f.Name)
		w.name(f.TypeCondition)
		w.variables(f.VariableDefinition)
		w.apply(f.Directives)
		w.set(f.SelectionSet)
	}
	return w
}

func (w *written) name(s string) { w.longest = max(w.longest, len(s)) }

func (w *written) variables(vs ast.VariableDefinitionList) {
	for _, v := range vs {
		w.name(v.Variable)
		if v.Type != nil {
			w.name(v.Type.Name())
		}
		w.value(v.DefaultValue)
		w.apply(v.Directives)
	}
}

func (w *written) apply(ds ast.DirectiveList) {
	w.directives += len(ds)
	for _, d := range ds {
		w.name(d.Name)
		w.arguments(d.Arguments)
	}
}

func (w *written) arguments(as ast.ArgumentList) {
	for _, a := range as {
		w.name(a.Name)
		w.value(a.Value)
	}
}

// value goes through the names in a value; strings and numbers are none.
func (w *written) value(v *ast.Value) {
	if v == nil {
		return
	}
	if v.Kind == ast.EnumValue || v.Kind == ast.Variable {
		w.name(v.Raw)
	}
	for _, c := range v.Children {
		w.name(c.Name)
		w.value(c.Value)
	}
}

func (w *written) set(set ast.SelectionSet) {
	for _, s := range set {
		switch s := s.(type) {
		case *ast.Field:
			w.name(s.Name)
			w.name(s.Alias)
			w.arguments(s.Arguments)
			w.apply(s.Directives)
			w.set(s.SelectionSet)
		case *ast.InlineFragment:
			w.spreads++
			w.name(s.TypeCondition)
			w.apply(s.Directives)
			w.set(s.SelectionSet)
		case *ast.FragmentSpread:
			w.spreads++
			w.name(s.Name)
			w.apply(s.Directives)
		}
	}
}
