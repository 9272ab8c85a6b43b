package main

import (
	"bytes"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
)

// site is a condition of the engine: the whole of an if or of what a function of a bool returns, or one
// side of && or ||.
type site struct {
	Kind, File, Text string
	Line             int
}

// kinds of sites.
const (
	whole = "if"
	value = "return"
	and   = "&&"
	or    = "||"
)

// values are what a condition of a kind is made to be, always: a side of && true and one of || false is
// to leave it out.
var values = map[string][]bool{whole: {false}, value: {false, true}, and: {true}, or: {false}}

// knifePath is the package that the instrumented conditions go through.
const knifePath = "github.com/diplograph/diplograph/loader/ablate/knife"

// instrumenter numbers the conditions of a package and puts each into a call of knife.Is.
type instrumenter struct {
	sites []site
	fset  *token.FileSet
	name  string
	src   []byte
}

// file returns the instrumented text of a file. Comments are lost: a file with directives must be left as it is.
func (in *instrumenter) file(name string, src []byte) ([]byte, error) {
	in.name, in.src, in.fset = name, src, token.NewFileSet()
	f, err := parser.ParseFile(in.fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	before := len(in.sites)
	for _, d := range f.Decls {
		if fn, ok := d.(*ast.FuncDecl); ok && fn.Body != nil {
			in.walk(fn.Body, ofBool(fn.Type))
		}
	}
	if len(in.sites) == before {
		return src, nil
	}
	f.Decls = append([]ast.Decl{&ast.GenDecl{Tok: token.IMPORT, Specs: []ast.Spec{&ast.ImportSpec{Path: &ast.BasicLit{Kind: token.STRING, Value: strconv.Quote(knifePath)}}}}}, f.Decls...)
	var b bytes.Buffer
	if err := format.Node(&b, in.fset, f); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

func ofBool(t *ast.FuncType) bool {
	if t.Results == nil || t.Results.NumFields() != 1 {
		return false
	}
	id, ok := t.Results.List[0].Type.(*ast.Ident)
	return ok && id.Name == "bool"
}

// walk instruments what is below a node, in a function that returns a bool alone or not.
func (in *instrumenter) walk(n ast.Node, bools bool) {
	ast.Inspect(n, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			in.walk(n.Body, ofBool(n.Type))
			return false
		case *ast.IfStmt:
			if n.Init != nil {
				in.walk(n.Init, bools)
			}
			in.walk(n.Cond, bools)
			n.Cond = in.condition(n.Cond, whole)
			in.walk(n.Body, bools)
			if n.Else != nil {
				in.walk(n.Else, bools)
			}
			return false
		case *ast.ReturnStmt:
			for _, r := range n.Results {
				in.walk(r, bools)
			}
			if bools && len(n.Results) == 1 {
				n.Results[0] = in.condition(n.Results[0], value)
			}
			return false
		}
		return true
	})
}

// condition numbers a condition, and then those that it is made of.
func (in *instrumenter) condition(e ast.Expr, kind string) ast.Expr {
	if p, ok := e.(*ast.ParenExpr); ok {
		p.X = in.condition(p.X, kind)
		return p
	}
	if id, ok := e.(*ast.Ident); ok && (id.Name == "true" || id.Name == "false") {
		return e
	}
	from, to := in.fset.Position(e.Pos()), in.fset.Position(e.End())
	text := strings.Join(strings.Fields(string(in.src[from.Offset:to.Offset])), " ")
	number := strconv.Itoa(len(in.sites))
	in.sites = append(in.sites, site{kind, in.name, text, from.Line})
	return &ast.CallExpr{Fun: ast.NewIdent("knife.Is"), Args: []ast.Expr{&ast.BasicLit{Kind: token.INT, Value: number}, in.sides(e)}}
}

// sides instruments the sides of && and ||.
func (in *instrumenter) sides(e ast.Expr) ast.Expr {
	switch e := e.(type) {
	case *ast.ParenExpr:
		e.X = in.sides(e.X)
	case *ast.UnaryExpr:
		if e.Op == token.NOT {
			e.X = in.sides(e.X)
		}
	case *ast.BinaryExpr:
		if e.Op != token.LAND && e.Op != token.LOR {
			break
		}
		if x, ok := e.X.(*ast.BinaryExpr); ok && x.Op == e.Op {
			e.X = in.sides(x)
		} else {
			e.X = in.condition(e.X, e.Op.String())
		}
		e.Y = in.condition(e.Y, e.Op.String())
	}
	return e
}

func (s site) String() string { return fmt.Sprintf("%s:%d\t%s\t%s", s.File, s.Line, s.Kind, s.Text) }
