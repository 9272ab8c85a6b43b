package eval

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
)

const visited = "French President Jean Dupont arrived in Berlin. The President met German Chancellor Karl Weber. Police were out."

func TestReferences(t *testing.T) {
	const persons = `"persons":[{"name":"Jean Dupont"},{"name":"Karl Weber"}]`
	for _, c := range []struct{ reason, phrase, persons, want string }{
		{"right", "The President", `"Jean Dupont"`, "references  1.000  1.000  1.000   1/0/0"},
		{"another person", "The President", `"Karl Weber"`, "references  0.000  0.000  0.000   0/1/1"},
		{"nobody", "The President", "", "references  0.000  0.000  0.000   0/1/0"},
		{"a phrase that the engine does not see", "were", `"Jean Dupont"`, "references  0.000  0.000  0.000   0/0/1"},
	} {
		marks := fmt.Sprintf(`{"at":%d,"phrase":%q,"persons":[%s]}`, strings.Index(visited, c.phrase), c.phrase, c.persons)
		dir := tree(t, map[string]string{"001.txt": visited, "001.json": `{"id":"en/001","published":"2025-05-09",` + persons + `,"met":[],"references":[` + marks + `]}`})
		o, err := Open(t.Context(), dir, nil, dir)
		if err != nil {
			t.Fatal(c.reason, err)
		}
		r, err := o.Datasets[0].Run(t.Context(), engine(t))
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(r.Block(), c.want) {
			t.Errorf("%s: want %q in\n%s", c.reason, c.want, r.Block())
		}
	}
}

func TestReferenceMisplaced(t *testing.T) {
	dir := tree(t, map[string]string{"001.txt": visited, "001.json": `{"id":"en/001","published":null,"persons":[],"met":[],"references":[{"at":3,"phrase":"The President","persons":[]}]}`})
	_, err := Open(t.Context(), dir, nil, dir)
	if err == nil || !strings.Contains(err.Error(), filepath.Join(dir, "001.json")) || !strings.Contains(err.Error(), "byte 3") {
		t.Errorf("want an error that names the file and the byte, got %v", err)
	}
}
