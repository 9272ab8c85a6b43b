package extract_test

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

var (
	dayDraws  = flag.Int("daydraws", 250, "texts drawn per language by TestDayGrid")
	dayMarked = flag.String("daymarked", "", "draw only texts with this in their construction")
	dayShares = flag.Bool("dayshares", false, "tell what share of each value is right, and fail at none")
)

// dayGrid are the invented texts of testdata/grid/days.<lang>.tsv.
type dayGrid struct {
	axes  map[string][]string
	days  [][]string // where they stand, words, meaning with the day of the news, and without
	texts [][2]string
}

func newDayGrid(t *testing.T, lang string) *dayGrid {
	g := &dayGrid{axes: map[string][]string{}}
	for _, c := range tableOf(t, "grid/days."+lang+".tsv") {
		switch {
		case strings.HasPrefix(c[0], "="):
			g.axes[c[0][1:]] = c[1:]
		case c[0] == "day":
			g.days = append(g.days, c[1:])
		default:
			g.texts = append(g.texts, [2]string{c[0], c[1]})
		}
	}
	return g
}

// datedText is one text of the grid, with the names of its persons, what their contacts should be dated, and the values drawn.
type datedText struct {
	text, published string
	wanted          map[string]string // pairs of names and days
	again           string            // a pair that has another contact, on a day of its own
	values          []string
}

// draw fills construction k at random.
func (g *dayGrid) draw(k int, rnd *rand.Rand) (x datedText) {
	x.published = []string{"2024-05-16", "2024-05-16", "2024-05-16", ""}[rnd.IntN(4)]
	s := g.texts[k][1]
	x.values = append(x.values, s)
	for _, axis := range []string{"before", "behind", "aside", "tail", "verb", "verb2"} {
		vs := g.axes[axis]
		for strings.Contains(s, "{"+axis+"}") {
			v := vs[rnd.IntN(len(vs))]
			s = strings.Replace(s, "{"+axis+"}", v, 1)
			x.values = append(x.values, axis+"="+v)
		}
	}
	day := g.drawDay(g.texts[k][1], strings.Contains(strings.TrimSuffix(g.texts[k][1], ". {behind}"), ". "), rnd)
	x.values = append(x.values, "day="+day[1])
	s = strings.NewReplacer("{F}", capital(day[1]), "{M}", day[1], "{E}", day[1], "{H}", day[1]).Replace(s)
	names, who := map[byte]string{}, rnd.Perm(len(g.axes["who"]))
	for i, place := range "abcd" {
		full, short, _ := strings.Cut(g.axes["who"][who[i]], "|")
		s = strings.NewReplacer("{"+string(place)+"}", full, "{"+string(place)+".}", short).Replace(s)
		names[byte(place)] = full
	}
	x.wanted = map[string]string{}
	for _, w := range strings.Fields(g.texts[k][0]) {
		pair, by, _ := strings.Cut(w, ":")
		if by == "?" {
			x.again = sortedPair(names[pair[0]], names[pair[1]])
			continue
		}
		n, _ := strconv.Atoi(by)
		means := day[2]
		if x.published == "" {
			means = strings.Trim(day[3], "-")
		}
		x.wanted[sortedPair(names[pair[0]], names[pair[1]])] = dayShifted(means, n)
	}
	x.text = wellSpaced(s)
	return x
}

// drawDay is a day that can stand where construction s has one, long before the day of the news, and no week, if the story goes on after it.
func (g *dayGrid) drawDay(s string, goesOn bool, rnd *rand.Rand) []string {
	at := s[strings.IndexAny(s, "FMEH")]
	for _, p := range []string{"{F}", "{M}", "{E}", "{H}"} {
		if strings.Contains(s, p) {
			at = p[1]
		}
	}
	for {
		if d := g.days[rnd.IntN(len(g.days))]; strings.ContainsRune(strings.ToUpper(d[0]), rune(at)) && (!goesOn || len(d[2]) == len(time.DateOnly) && d[2] < "2024-05-15") {
			return d
		}
	}
}

func sortedPair(a, b string) string { return min(a, b) + "~" + max(a, b) }

// dayShifted is a day some days later, of any year if it has none.
func dayShifted(x string, by int) string {
	if x == "" || by == 0 {
		return x
	}
	day, err := time.Parse(time.DateOnly, strings.Replace(x, "XXXX", "2023", 1))
	if err != nil {
		return x
	}
	to := day.AddDate(0, 0, by).Format(time.DateOnly)
	if strings.HasPrefix(x, "XXXX") {
		to = "XXXX" + to[4:]
	}
	return to
}

// wellSpaced is a text with one space between words, paragraphs, and sentences that begin with a capital letter.
func wellSpaced(s string) string {
	var lines []string
	for l := range strings.SplitSeq(s, "¶") {
		l = strings.Join(strings.Fields(l), " ")
		l = strings.NewReplacer(" ,", ",", " .", ".", ",,", ",", ",.", ".").Replace(l)
		l = strings.NewReplacer(" à le ", " au ", " de le ", " du ", "De le ", "Du ", "À le ", "Au ").Replace(l)
		sentences := strings.Split(l, ". ")
		for i, x := range sentences {
			sentences[i] = capital(x)
		}
		lines = append(lines, strings.Join(sentences, ". "))
	}
	return strings.Join(lines, "\n")
}

// misdated tells which contacts of a report have another day than wanted, and how many it has at all.
func (x *datedText) misdated(r *graph.Report) (wrong string, found int) {
	again := ""
	for _, m := range extract.FactsOf(r).Met {
		for pair, want := range x.wanted {
			a, b, _ := strings.Cut(pair, "~")
			ends := func(p, q string) bool { return strings.HasSuffix(a, p) && strings.HasSuffix(b, q) }
			if !ends(m.A, m.B) && !ends(m.B, m.A) {
				continue
			}
			have := ""
			if m.Date != nil {
				have = *m.Date
			}
			if found++; pair == x.again {
				again += have + " "
			} else if have != want {
				wrong += fmt.Sprintf("%s and %s: want %q, have %q; ", m.A, m.B, want, have)
			}
		}
	}
	if want := x.wanted[x.again]; x.again != "" && found > 0 && (want != "" && !strings.Contains(again, want) || want == "" && found > 1 && !strings.HasPrefix(again, " ") && !strings.Contains(again, "  ")) {
		wrong += fmt.Sprintf("want %q, have %q", want, again)
	}
	return wrong, found
}

// TestDayGrid reads invented texts whose contacts have days in many words, told in many places, among other days.
func TestDayGrid(t *testing.T) {
	x := rules(t)
	for _, lang := range []string{"en", "fr", "vi"} {
		t.Run(lang, func(t *testing.T) {
			g, rnd := newDayGrid(t, lang), rand.New(rand.NewPCG(3, 5))
			count, unread := shares{}, shares{}
			for n := range *dayDraws {
				k := n % len(g.texts)
				d := g.draw(k, rnd)
				if !strings.Contains(g.texts[k][1], *dayMarked) {
					continue
				}
				r := x.Extract(&article.Article{Text: d.text, Lang: lang, Published: d.published})
				wrong, found := d.misdated(&r)
				if wrong != "" {
					t.Logf("%s (%s)\n\t%s", d.text, d.published, wrong)
					if !*dayShares {
						t.Fail()
					}
				}
				if found < len(d.wanted) {
					unread.add(d.values, false)
				} else {
					count.add(append(d.values, "published="+d.published), wrong == "")
				}
			}
			if *dayShares {
				count.log(t)
				t.Log("without the contact:")
				unread.log(t)
			}
		})
	}
}
