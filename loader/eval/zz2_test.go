package eval

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// DUMP=news9 ART=regex NAME=regex
func TestZDump(t *testing.T) {
	if os.Getenv("DUMP") == "" { t.Skip() }
	x, _ := extract.New()
	folder := filepath.Join("../../testdata/identity", os.Getenv("DUMP"))
	art, name := regexp.MustCompile(os.Getenv("ART")), regexp.MustCompile(os.Getenv("NAME"))
	var reports []graph.Report
	for res := range (article.Reader{}).Read(context.Background(), filepath.Join(folder, toldArticles)) {
		reports = append(reports, x.Extract(res.Article))
	}
	g := newTold(derive.Graph(reports))
	for _, r := range reports {
		if !art.MatchString(string(r.Article.ID)) {
			continue
		}
		fmt.Println("==", r.Article.ID, r.Article.Lang, r.Article.Published)
		for _, p := range r.Persons {
			if !name.MatchString(p.Name) {
				continue
			}
			fmt.Printf("  %q %s key=%s aliases=%q\n", p.Name, p.Country, p.Key, p.Aliases)
			for _, o := range p.Offices {
				fmt.Printf("      %+v\n", o)
			}
			for _, m := range g.mentions[r.Article.ID] {
				if m.Name == p.Name { fmt.Printf("      -> %s\n", m.Person) }
			}
		}
	}
}
