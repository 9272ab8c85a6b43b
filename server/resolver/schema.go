package resolver

import (
	"maps"

	"github.com/99designs/gqlgen/graphql"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/diplograph/diplograph/server/exec"
)

// Schema returns the executable schema that answers with r. Without r.Writes
// it has no mutations, nor the types that only they use. It needs the
// [Extension] on the server that runs it.
func Schema(r Resolver) graphql.ExecutableSchema {
	c := exec.Config{Resolvers: &r}
	whole := exec.NewExecutableSchema(c)
	if r.Writes != nil {
		return whole
	}
	c.Schema = readOnly(whole.Schema())
	return exec.NewExecutableSchema(c)
}

// readOnly returns the schema without what only mutations reach. The schema
// given is shared and stays as it is.
func readOnly(whole *ast.Schema) *ast.Schema {
	s := *whole
	s.Mutation = nil
	keep := reach{&s, map[string]bool{}}
	keep.from("Query")
	keep.from("Subscription")
	for _, d := range s.Directives {
		for _, a := range d.Arguments {
			keep.from(a.Type.Name())
		}
	}
	for name, t := range s.Types {
		if t.BuiltIn || name == "ErrorCode" { // which documents what no field has
			keep.from(name)
		}
	}
	s.Types = maps.Clone(s.Types)
	maps.DeleteFunc(s.Types, func(name string, _ *ast.Definition) bool { return !keep.types[name] })
	return &s
}

// reach walks from types to the types that they lead to.
type reach struct {
	schema *ast.Schema
	types  map[string]bool
}

func (r reach) from(name string) {
	t := r.schema.Types[name]
	if t == nil || r.types[name] {
		return
	}
	r.types[name] = true
	for _, f := range t.Fields {
		r.from(f.Type.Name())
		for _, a := range f.Arguments {
			r.from(a.Type.Name())
		}
	}
	for _, member := range r.schema.GetPossibleTypes(t) {
		r.from(member.Name)
	}
	for _, i := range t.Interfaces {
		r.from(i)
	}
}
