package archtest

import (
	"encoding/json"
	"errors"
	"go/ast"
	"go/doc"
	"go/parser"
	"go/token"
	"io"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/diplograph/diplograph/"

// pkg is what `go list` tells of a package of the module.
type pkg struct {
	ImportPath, Name, Dir string
	GoFiles               []string
	Imports, TestImports  []string
	XTestImports          []string
}

func (p pkg) path() string { return strings.TrimPrefix(p.ImportPath, module) }

func packages(t *testing.T) []pkg {
	t.Helper()
	cmd := exec.Command("go", "list", "-json", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
	if len(all) < 10 {
		t.Fatalf("go list found %d packages", len(all))
	}
	return all
}

// allowed tells for the packages under a path which packages of the module
// they may import; the longest path that fits counts. "self" is the package's
// own subtree, "main" a command.
var allowed = []struct {
	under string
	may   []string
}{
	{"graph", nil}, // the domain: standard library only
	{"graph/names", nil},
	{"graph/derive", []string{"graph", "graph/names"}},
	{"graph/keyset", []string{"graph"}},
	{"graph/graphtest", []string{"graph", "graph/derive"}},
	{"graph/sqlite", []string{"graph", "graph/derive", "graph/keyset"}},
	{"graph/neo4j", []string{"graph", "graph/derive", "graph/keyset"}},
	{"graph/backend", []string{"graph", "graph/sqlite", "graph/neo4j"}},
	{"loader", []string{"graph", "graph/backend", "loader"}}, // the command
	{"loader/text", nil},
	{"loader/lexicon", []string{"loader/text"}},
	{"loader/resolve", []string{"loader/text"}},
	{"loader/article", nil},
	{"loader/weigh", nil},
	{"loader/extract", []string{"graph", "graph/names", "loader/article", "loader/lexicon", "loader/resolve", "loader/text", "loader/weigh"}},
	{"loader/judge", []string{"graph"}},
	{"loader/eval", []string{"graph", "graph/derive", "loader/article", "loader/extract", "loader/lexicon", "loader/resolve", "loader/text", "loader/weigh"}},
	{"loader/ingest", []string{"graph", "loader/article", "loader/extract"}},
	{"server", []string{"graph", "graph/backend", "loader/ingest", "server"}}, // the command
	{"server/exec", []string{"graph", "server/live", "server/relay"}},
	{"server/fault", []string{"graph"}},
	{"server/limits", []string{"server/fault"}},
	{"server/live", []string{"graph", "server/relay"}},
	{"server/relay", []string{"graph", "server/fault"}},
	{"server/resolver", []string{"graph", "server/exec", "server/fault", "server/live", "server/relay", "server/views"}},
	{"server/servertest", []string{"graph", "server"}},
	{"server/tracing", []string{"graph", "server/fault"}},
	{"server/transport", []string{"graph", "server/fault", "server/limits"}},
	{"server/views", []string{"graph", "server/fault"}},
	{"server/web", nil},
}

// rule returns the rule for a package. Sub-packages of a rule's path may
// import what the rule allows and their own tree.
func rule(path string) (under string, may []string, ok bool) {
	for _, r := range allowed {
		if (path == r.under || strings.HasPrefix(path, r.under+"/")) && len(r.under) >= len(under) {
			under, may, ok = r.under, r.may, true
		}
	}
	return under, may, ok
}

func permitted(path, imp string) bool {
	under, may, _ := rule(path)
	if path != under && strings.HasPrefix(imp, under) {
		return true
	}
	return slices.ContainsFunc(may, func(m string) bool {
		return imp == m || strings.HasPrefix(imp, m+"/") && !strings.Contains(m, "/") && path == m
	})
}

func TestImportDirections(t *testing.T) {
	for _, p := range packages(t) {
		if p.path() == "graph/archtest" {
			continue
		}
		if _, _, ok := rule(p.path()); !ok {
			t.Errorf("%s has no rule: add it to the table of allowed imports", p.path())
			continue
		}
		for _, imp := range p.Imports {
			in, ok := strings.CutPrefix(imp, module)
			if ok && !permitted(p.path(), in) {
				t.Errorf("%s must not import %s", p.path(), in)
			}
			if p.path() == "graph" && strings.Contains(strings.Split(imp, "/")[0], ".") {
				t.Errorf("graph imports %s: the domain uses the standard library only", imp)
			}
		}
	}
}

// TestRulesBind makes sure that the table can fail.
func TestRulesBind(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     bool
	}{
		{"graph/sqlite", "graph/derive", true},
		{"graph/sqlite", "graph/neo4j", false},
		{"graph/derive", "graph/sqlite", false},
		{"loader/extract", "server/relay", false},
		{"server/resolver", "loader/extract", false},
		{"server/resolver", "graph/sqlite", false},
		{"server", "loader/ingest", true},
		{"server", "loader/extract", false},
		{"loader", "loader/ingest", true},
		{"loader/text", "graph", false},
	} {
		if got := permitted(c.from, c.to); got != c.want {
			t.Errorf("may %s import %s: %v, want %v", c.from, c.to, got, c.want)
		}
	}
}

func TestDocumented(t *testing.T) {
	for _, p := range packages(t) {
		if len(p.GoFiles) == 0 {
			continue
		}
		fset := token.NewFileSet()
		var files []*ast.File
		generated := false
		for _, f := range p.GoFiles {
			file, err := parser.ParseFile(fset, filepath.Join(p.Dir, f), nil, parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			generated = generated || ast.IsGenerated(file)
			files = append(files, file)
		}
		d, err := doc.NewFromFiles(fset, files, p.ImportPath)
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(d.Doc) == "" {
			t.Errorf("%s has no package comment", p.path())
		}
		if !generated && p.Name != "main" {
			undocumented(t, p.path(), d)
		}
	}
}

func undocumented(t *testing.T, path string, d *doc.Package) {
	t.Helper()
	check := func(name, comment string) {
		if strings.TrimSpace(comment) == "" && token.IsExported(strings.TrimPrefix(name[strings.LastIndex(name, ".")+1:], "*")) {
			t.Errorf("%s.%s has no doc comment", path, name)
		}
	}
	for _, f := range d.Funcs {
		check(f.Name, f.Doc)
	}
	for _, v := range slices.Concat(d.Consts, d.Vars) {
		values(check, v)
	}
	for _, ty := range d.Types {
		check(ty.Name, typeDoc(ty))
		for _, f := range slices.Concat(ty.Funcs, ty.Methods) {
			check(ty.Name+"."+f.Name, f.Doc)
		}
		for _, v := range slices.Concat(ty.Consts, ty.Vars) {
			values(check, v)
		}
	}
}

// typeDoc is the comment of a type, also inside a group.
func typeDoc(ty *doc.Type) string {
	for _, s := range ty.Decl.Specs {
		if ts, ok := s.(*ast.TypeSpec); ok && ts.Name.Name == ty.Name && ts.Doc != nil {
			return ts.Doc.Text()
		}
	}
	return ty.Doc
}

// values wants a comment on the group or on each exported value.
func values(check func(name, comment string), v *doc.Value) {
	if strings.TrimSpace(v.Doc) != "" {
		return
	}
	for _, s := range v.Decl.Specs {
		if vs, ok := s.(*ast.ValueSpec); ok {
			check(vs.Names[0].Name, vs.Doc.Text()+vs.Comment.Text())
		}
	}
}
