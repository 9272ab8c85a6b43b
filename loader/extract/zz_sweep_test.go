package extract_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"os"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

func TestZZSweep(t *testing.T) {
	paths, _ := filepath.Glob("../../testdata/articles/*.jsonl")
	x := newExtractor(t)
	seen := map[string]int{}
	var all []string
	for _, p := range paths {
		all = append(all, articleTexts(t, p)...)
	}
	more, _ := filepath.Glob("/tmp/s11/fresh/*/[ACD]/*.txt")
	for _, p := range more {
		b, _ := os.ReadFile(p)
		all = append(all, string(b))
	}
	for i, text := range all {
		for n := range 40 {
			s := damaged(text, rand.New(rand.NewPCG(uint64(i), uint64(n))))
			func() {
				defer func() {
					if e := recover(); e != nil {
						st := string(debug.Stack())
						k := ""
						for _, l := range strings.Split(st, "\n") {
							if strings.Contains(l, "loader/extract/") && !strings.Contains(l, "_test.go") {
								k = strings.TrimSpace(l)
								break
							}
						}
						seen[fmt.Sprint(e, " ", k)]++
					}
				}()
				r := x.Extract(&article.Article{ID: "damaged", Text: s, Published: "2024-05-06"})
				if f := fault(&r, s); f != "" {
					seen["FAULT "+f]++; if strings.Contains(f, "one side") { fmt.Println(s) }
				}
			}()
		}
	}
	for k, n := range seen {
		fmt.Println(n, k)
	}
}
