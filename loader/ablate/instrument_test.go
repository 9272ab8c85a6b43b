package main

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"strings"
	"testing"
)

const source = `package p

func f(a, b, c bool, n int) bool {
	if x := n + 1; a && (b || !(c && n > x)) {
		return true
	} else if c {
		n++
	}
	g := func() bool { return n > 2 }
	return g()
}
`

func TestConditionsAreNumbered(t *testing.T) {
	var in instrumenter
	out, err := in.file("p.go", []byte(source))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range in.sites {
		got = append(got, fmt.Sprint(s.Line, s.Kind, " ", s.Text))
	}
	want := []string{
		"4if a && (b || !(c && n > x))", "4&& a", "4&& b || !(c && n > x)", "4|| b", "4|| !(c && n > x)", "4&& c", "4&& n > x",
		"6if c", "9return n > 2", "10return g()",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("conditions\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	for i := range in.sites {
		if n := strings.Count(string(out), fmt.Sprintf("knife.Is(%d,", i)); n != 1 {
			t.Errorf("condition %d is asked for in %d places:\n%s", i, n, out)
		}
	}
	knifeless := strings.Replace(string(out), `import "`+knifePath+`"`, "var knife struct{ Is func(int, bool) bool }", 1)
	fset := token.NewFileSet()
	f, err := parser.ParseFile(fset, "p.go", knifeless, 0)
	if err != nil {
		t.Fatalf("%v in\n%s", err, out)
	}
	if _, err := (&types.Config{Importer: importer.Default()}).Check("p", fset, []*ast.File{f}, nil); err != nil {
		t.Errorf("%v in\n%s", err, out)
	}
}
