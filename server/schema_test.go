package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/vektah/gqlparser/v2"
	"github.com/vektah/gqlparser/v2/ast"

	"github.com/diplograph/diplograph/server/fault"
)

var publish = flag.Bool("publish", false, "make today's schema the published one, breaking changes and all")

const published = "testdata/schema.published.graphqls"

// TestSchemaBreaksNobody compares the schema with the one that clients were written
// for. What only adds to it passes.
func TestSchemaBreaksNobody(t *testing.T) {
	if *publish {
		b, err := os.ReadFile("../schema.graphqls")
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(published, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, broken := range breaks(readSchema(t, published), readSchema(t, "../schema.graphqls")) {
		t.Errorf("clients of the published schema break: %s (if that is meant: go test ./server -run TestSchemaBreaksNobody -publish)", broken)
	}
}

func readSchema(t *testing.T, file string) *ast.Schema {
	t.Helper()
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return parseSchema(t, string(b))
}

func parseSchema(t *testing.T, text string) *ast.Schema {
	t.Helper()
	s, err := gqlparser.LoadSchema(&ast.Source{Input: text})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// breaks lists what a client of the old schema can have used and the new one does not
// have or has otherwise.
func breaks(was, is *ast.Schema) (list []string) {
	for name, old := range was.Types {
		now := is.Types[name]
		switch {
		case now == nil:
			list = append(list, "type "+name+" is gone")
		case now.Kind != old.Kind:
			list = append(list, fmt.Sprintf("type %s was %s and is %s", name, old.Kind, now.Kind))
		case old.Kind == ast.InputObject:
			list = append(list, brokenInputs(name, inputs(old.Fields), inputs(now.Fields))...)
		default:
			list = append(list, brokenFields(old, now)...)
			list = append(list, gone("value "+name+".", enumNames(old), enumNames(now))...)
			list = append(list, gone("member of "+name+": ", old.Types, now.Types)...)
			list = append(list, gone(name+" implements no more ", old.Interfaces, now.Interfaces)...)
		}
	}
	slices.Sort(list)
	return list
}

func gone(what string, old, now []string) (list []string) {
	for _, o := range old {
		if !slices.Contains(now, o) {
			list = append(list, what+o+" is gone")
		}
	}
	return list
}

func enumNames(d *ast.Definition) (names []string) {
	for _, v := range d.EnumValues {
		names = append(names, v.Name)
	}
	return names
}

func brokenFields(old, now *ast.Definition) (list []string) {
	for _, f := range old.Fields {
		name := old.Name + "." + f.Name
		g := now.Fields.ForName(f.Name)
		if g == nil {
			list = append(list, "field "+name+" is gone")
			continue
		}
		if !outputFits(f.Type, g.Type) {
			list = append(list, fmt.Sprintf("field %s was %s and is %s", name, f.Type, g.Type))
		}
		list = append(list, brokenInputs(name, arguments(f.Arguments), arguments(g.Arguments))...)
	}
	return list
}

// input is an argument or a field of an input object.
type input struct {
	name, byDefault string
	typ             *ast.Type
}

// written returns a default as it is written, "" for none.
func written(v *ast.Value) string {
	if v == nil {
		return ""
	}
	return v.String()
}

func arguments(as ast.ArgumentDefinitionList) (ins []input) {
	for _, a := range as {
		ins = append(ins, input{a.Name, written(a.DefaultValue), a.Type})
	}
	return ins
}

func inputs(fs ast.FieldList) (ins []input) {
	for _, f := range fs {
		ins = append(ins, input{f.Name, written(f.DefaultValue), f.Type})
	}
	return ins
}

func brokenInputs(of string, old, now []input) (list []string) {
	for _, o := range old {
		i := slices.IndexFunc(now, func(n input) bool { return n.name == o.name })
		switch {
		case i < 0:
			list = append(list, fmt.Sprintf("argument %s(%s) is gone", of, o.name))
		case !inputFits(o.typ, now[i].typ):
			list = append(list, fmt.Sprintf("argument %s(%s) was %s and is %s", of, o.name, o.typ, now[i].typ))
		case o.byDefault != now[i].byDefault:
			list = append(list, fmt.Sprintf("argument %s(%s) was %q by default and is %q", of, o.name, o.byDefault, now[i].byDefault))
		}
	}
	for _, n := range now {
		if n.typ.NonNull && n.byDefault == "" && !slices.ContainsFunc(old, func(o input) bool { return o.name == n.name }) {
			list = append(list, fmt.Sprintf("argument %s(%s) is new and required", of, n.name))
		}
	}
	return list
}

// outputFits reports whether who reads the one can read the other: it may promise more.
func outputFits(old, now *ast.Type) bool {
	if old.NonNull && !now.NonNull || (old.Elem == nil) != (now.Elem == nil) {
		return false
	}
	if old.Elem != nil {
		return outputFits(old.Elem, now.Elem)
	}
	return old.NamedType == now.NamedType
}

// inputFits reports whether what was sent for the one can be sent for the other: it may
// demand less.
func inputFits(old, now *ast.Type) bool { return outputFits(now, old) }

func TestBreaks(t *testing.T) {
	const base = `type Query { a(x: Int, y: Int! = 1, z: I): T! b: [T!] c: E d: N u: U }
		type T implements N { id: ID! n: Int } interface N { id: ID! } type S { s: Int } enum E { ONE TWO } union U = T | S input I { p: Int q: Int! }`
	for _, c := range []struct {
		reason, from, to string
		want             []string
	}{
		{"nothing", "", "", nil},
		{"a field more", "n: Int }", "n: Int m: Int }", nil},
		{"an argument more", "x: Int,", "x: Int, w: Int,", nil},
		{"a required argument more", "x: Int,", "x: Int, w: Int!,", []string{"argument Query.a(w) is new and required"}},
		{"a required one with a default", "x: Int,", "x: Int, w: Int! = 3,", nil},
		{"a field less", "n: Int }", "}", []string{"field T.n is gone"}},
		{"a field of another type", "n: Int }", "n: String }", []string{"field T.n was Int and is String"}},
		{"a field that promises more", "n: Int }", "n: Int! }", nil},
		{"a field that promises less", "): T!", "): T", []string{"field Query.a was T! and is T"}},
		{"a list that promises less", "[T!]", "[T]", []string{"field Query.b was [T!] and is [T]"}},
		{"no list any more", "[T!]", "T", []string{"field Query.b was [T!] and is T"}},
		{"an argument less", "x: Int,", "", []string{"argument Query.a(x) is gone"}},
		{"an argument that demands more", "x: Int,", "x: Int!,", []string{"argument Query.a(x) was Int and is Int!"}},
		{"an argument that demands less", "y: Int! = 1", "y: Int = 1", nil},
		{"another default", "y: Int! = 1", "y: Int! = 2", []string{`argument Query.a(y) was "1" by default and is "2"`}},
		{"an input field less", "p: Int ", "", []string{"argument I(p) is gone"}},
		{"an input field demands less", "q: Int!", "q: Int", nil},
		{"a value less", "ONE TWO", "ONE", []string{"value E.TWO is gone"}},
		{"a member less", "T | S", "T", []string{"member of U: S is gone"}},
		{"an interface less", "T implements N", "T", []string{"T implements no more N is gone"}},
		{"another kind", "type S { s: Int }", "type S2 { s: Int } scalar S", nil},
	} {
		was := parseSchema(t, base)
		changed := strings.Replace(base, c.from, c.to, 1)
		if c.reason == "another kind" {
			changed = strings.Replace(strings.Replace(base, "type S { s: Int }", "enum S { X }", 1), "T | S", "T", 1)
			c.want = []string{"member of U: S is gone", "type S was OBJECT and is ENUM"}
		}
		got := breaks(was, parseSchema(t, changed))
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.reason, diff)
		}
	}
}

// TestCodesAreDocumented holds that the schema lists the codes of errors, in order.
func TestCodesAreDocumented(t *testing.T) {
	var codes []string
	for _, c := range fault.Codes() {
		codes = append(codes, string(c))
	}
	if diff := cmp.Diff(codes, enumNames(readSchema(t, "../schema.graphqls").Types["ErrorCode"])); diff != "" {
		t.Errorf("(-fault.Codes +schema):\n%s", diff)
	}
}
