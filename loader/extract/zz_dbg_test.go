package extract

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
)

func TestZZDbg(t *testing.T) {
	raw, _ := os.ReadFile(os.Getenv("DBG"))
	x, _ := Unweighed()
	for i, txt := range strings.Split(string(raw), "%%") {
		d := x.pool.Get().(*doc)
		if !x.readByRules(d, &article.Article{ID: "x", Text: strings.TrimSpace(txt), Published: "2024-05-08"}) {
			continue
		}
		fmt.Println("=====", i)
		for k, s := range d.sents {
			fmt.Println("S", k, d.textOf(s.from, s.to))
			for n := s.actors[0]; n < s.actors[1]; n++ {
				a := &d.actors[n]
				var ps, rs []string
				for _, p := range a.persons {
					ps = append(ps, d.named(p).Name)
				}
				for _, r := range a.roles {
					rs = append(rs, r.key)
				}
				fmt.Printf("   [%s] persons=%v subj=%v gov=%v named=%v roles=%v codes=%v det=%v pron=%v prev=%d next=%d\n", d.textOf(a.from, a.to), ps, a.subj, a.gov, a.named, rs, a.codes, a.det, a.pron, a.prev, a.next)
			}
			for i := s.from; i < s.to; i++ {
				for _, v := range d.verbsOf(i) {
					g := d.verbGroup(i, v.form, s)
					st, ok := g.status()
					fmt.Printf("   verb %s event=%s flags=%v slots=%v form=%b status=%v %v at %d\n", d.textOf(i, i+1), v.verb.Event, v.verb.Flags, v.verb.Slots, v.form, st, ok, i)
				}
			}
		}
		for _, c := range d.claims {
			l, r := []string{}, []string{}
			for _, p := range c.left {
				l = append(l, d.named(p).Name)
			}
			for _, p := range c.right {
				r = append(r, d.named(p).Name)
			}
			fmt.Println("   CLAIM", l, r, c.status, c.rule, "sent", c.sent, c.date, c.place)
		}
	}
}
