package extract_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// A value is a line of testdata/grid/clauses.LANG.tsv: a choice for one axis of a sentence. The comments of
// the file tell what the columns of each axis are.
type value struct {
	cols  []string
	flags map[string]bool
}

// columns of each axis before its flags.
var columns = map[string]int{"person": 6, "np": 1, "context": 1, "verb": 2, "frame": 1, "pre": 1, "mid": 1, "slot": 1, "end": 1}

// A grid holds the values of each axis in one language.
type grid struct {
	lang string
	axes map[string][]value
}

// readGrid reads the values; those flagged as gaps, which the engine does not read yet in all places, only if asked.
func readGrid(t *testing.T, lang string, gaps bool) grid {
	t.Helper()
	g := grid{lang, map[string][]value{}}
	for _, cs := range tableOf(t, "grid/clauses."+lang+".tsv") {
		if columns[cs[0]] > 0 {
			n := columns[cs[0]] + 1
			v := value{cols: cs[1:n], flags: map[string]bool{}}
			for _, f := range strings.Fields(strings.Join(cs[n:], " ")) {
				v.flags[f] = true
			}
			if gaps || !v.flags["gap"] {
				g.axes[cs[0]] = append(g.axes[cs[0]], v)
			}
		}
	}
	return g
}

// A drawn text is one choice of each axis.
type drawn struct {
	text    string
	a, b    string // who met; empty where nobody did
	choices []string
}

// draw makes a text; it tries until the choices go together.
func (g grid) draw(r *rand.Rand) drawn {
	for {
		if t, ok := g.combine(r); ok {
			return t
		}
	}
}

func (g grid) pick(r *rand.Rand, axis string) value { return g.axes[axis][r.IntN(len(g.axes[axis]))] }

// combine picks a value of each axis; ok is false if they do not go together.
func (g grid) combine(r *rand.Rand) (t drawn, ok bool) {
	verb, frame, context := g.pick(r, "verb"), g.pick(r, "frame"), g.pick(r, "context")
	for _, f := range []string{"obj", "with", "by"} {
		if frame.flags[f] && !verb.flags[f] {
			return t, false
		}
	}
	if verb.flags["recip"] && frame.flags["one"] || verb.flags["finite"] && (strings.Contains(frame.cols[0], "{inf}") || strings.Contains(frame.cols[0], "{ger}")) {
		return t, false
	}
	who, ok := g.persons(r)
	if !ok {
		return t, false
	}
	said := map[string]string{"Z": g.noun(who["Z"], g.axes["np"][0])}
	choices := []string{"verb " + verb.cols[0] + " / " + verb.cols[1], "frame " + frame.cols[0], "context " + context.cols[0]}
	for _, k := range []string{"S", "P"} {
		np := g.pick(r, "np")
		if frame.flags["front"] && np.cols[0] != "{title} {name}" || np.flags["known"] && !context.flags["known"] || np.flags["masc"] && who[k].cols[1] != "m" {
			return t, false
		}
		said[k] = g.noun(who[k], np)
		choices = append(choices, k+" "+np.cols[0])
	}
	clause := g.clause(verb, frame, who)
	kinds := ""
	for _, k := range []string{"t", "p", "m"} {
		if frame.flags[k] {
			kinds += k
		}
	}
	for _, axis := range []string{"pre", "mid", "slot", "end"} {
		adjunct := ""
		if strings.Contains(clause, "{"+axis+"}") && r.IntN(5) < 2 {
			v := g.pick(r, axis)
			for _, f := range []string{"welcome", "main", "did"} {
				if v.flags[f] && !verb.flags[f] && !frame.flags[f] {
					return t, false
				}
			}
			if verb.flags["phone"] && v.flags["p"] || v.flags["one"] && verb.flags["recip"] || v.flags["masc"] && who["S"].cols[1] != "m" || axis == "mid" && verb.flags["recip"] && !v.flags["t"] {
				return t, false
			}
			for f := range v.flags {
				if len(f) > 2 || f == "o" {
					continue
				}
				if strings.ContainsAny(kinds, f) {
					return t, false
				}
				kinds += f
			}
			adjunct = v.cols[0]
			choices = append(choices, axis+" "+adjunct)
		}
		clause = strings.ReplaceAll(clause, "{"+axis+"}", adjunct)
	}
	if verb.flags["recip"] {
		and := map[string]string{"en": " and ", "fr": " et ", "vi": " và "}[g.lang]
		clause = strings.ReplaceAll(clause, "{S}", said["S"]+and+said["P"])
	}
	for k, s := range said {
		clause = strings.ReplaceAll(clause, "{"+k+"}", s)
	}
	t = drawn{text: g.tidy(g.told(context.cols[0], who) + " " + g.agree(clause, who)), a: who["S"].cols[0], b: who["P"].cols[0], choices: choices}
	if frame.flags["nope"] {
		t.a, t.b = "", ""
	}
	return t, true
}

// persons picks three of different states: S acts, P is the partner, Z only named.
func (g grid) persons(r *rand.Rand) (who map[string]value, ok bool) {
	who, states := map[string]value{}, map[string]bool{}
	for _, k := range []string{"S", "P", "Z"} {
		who[k] = g.pick(r, "person")
		states[who[k].cols[5]] = true
	}
	return who, len(states) == 3
}

// noun is how a person is called.
func (g grid) noun(who, np value) string {
	mr := "ông"
	if who.cols[1] == "f" {
		mr = "bà"
	}
	return strings.NewReplacer("{name}", who.cols[0], "{title}", who.cols[2], "{def}", who.cols[3], "{bare}", who.cols[4], "{mr}", mr).Replace(np.cols[0])
}

// told is a sentence that introduces the persons.
func (g grid) told(context string, who map[string]value) string {
	for k, w := range who {
		context = strings.NewReplacer("{name:"+k+"}", w.cols[0], "{title:"+k+"}", w.cols[2], "{bare:"+k+"}", w.cols[4]).Replace(context)
	}
	return context
}

var lastPreposition = regexp.MustCompile(`( (with|by|avec|par|với))? \{P\}`)

// clause is the frame with the forms of the verb in it.
func (g grid) clause(verb, frame value, who map[string]value) string {
	s := frame.cols[0]
	forms := strings.Split(verb.cols[0], "|")
	names := map[string][]string{"en": {"past", "pres", "pp", "ger", "inf"}, "fr": {"past", "pres", "plup", "ger", "inf", "pinf"}, "vi": {"past"}}[g.lang]
	for i, n := range names {
		s = strings.ReplaceAll(s, "{"+n+"}", strings.ReplaceAll(verb.cols[1], "{v}", forms[i]))
	}
	s = strings.ReplaceAll(s, "{pl}", strings.Replace(strings.ReplaceAll(verb.cols[1], "{v}", forms[0]), "was ", "were ", 1))
	gap := lastPreposition.ReplaceAllString(strings.ReplaceAll(verb.cols[1], "{v}", forms[0]), "")
	return strings.NewReplacer("{gap}", gap, "{past:him}", g.pronoun(verb, forms[0], who["P"].cols[1] == "f")).Replace(s)
}

// pronoun is the verb with a pronoun as its partner.
func (g grid) pronoun(verb value, form string, female bool) string {
	her := map[string][2]string{"en": {"him", "her"}, "fr": {"lui", "elle"}, "vi": {"ông", "bà"}}[g.lang][0]
	e := ""
	if female {
		her, e = map[string]string{"en": "her", "fr": "elle", "vi": "bà"}[g.lang], "e"
	}
	s := strings.ReplaceAll(verb.cols[1], "{v}", form)
	if g.lang == "fr" && verb.flags["obj"] {
		return strings.Replace("l'"+strings.ReplaceAll(s, " {P}", ""), form, form+e, 1)
	}
	return strings.ReplaceAll(s, "{P}", her)
}

// agree puts the endings of participles.
func (g grid) agree(s string, who map[string]value) string {
	for k, mark := range map[string]string{"S": "{f}", "P": "{fp}"} {
		e := ""
		if who[k].cols[1] == "f" {
			e = "e"
		}
		s = strings.ReplaceAll(s, mark, e)
	}
	return s
}

var (
	elided   = regexp.MustCompile(`\b([dDqQ]u?)e ([AEIOUÉÀaeiouéê])`)
	sentence = regexp.MustCompile(`(^|\. |\n)\p{Ll}`)
)

// tidy writes a text as one writes it: commas once, contractions, capitals.
func (g grid) tidy(s string) string {
	s = strings.NewReplacer(",,", ",", ", ,", ",", ",.", ".").Replace(strings.NewReplacer(",,", ",", ", ,", ",", ",.", ".").Replace(s))
	if g.lang == "fr" {
		s = strings.NewReplacer(" à le ", " au ", " de le ", " du ").Replace(s)
		s = elided.ReplaceAllString(s, "$1'$2")
	}
	return sentence.ReplaceAllStringFunc(s, strings.ToUpper)
}

// contacts are the pairs of those who have met.
func contacts(x *extract.Extractor, text string) (pairs []string) {
	r := x.Extract(&article.Article{Text: text, Published: "2024-05-14"})
	for _, m := range extract.FactsOf(&r).Met {
		p := []string{m.A, m.B}
		slices.Sort(p)
		pairs = append(pairs, strings.Join(p, " + "))
	}
	slices.Sort(pairs)
	return slices.Compact(pairs)
}

func (t drawn) wanted() (pairs []string) {
	if t.a != "" {
		p := []string{t.a, t.b}
		slices.Sort(p)
		pairs = append(pairs, strings.Join(p, " + "))
	}
	return pairs
}

// weather goes on with the text and tells of nobody.
var weather = map[string]string{
	"en": "\nThe weather stayed fine in the capital.",
	"fr": "\nLe temps est resté clair dans la capitale.",
	"vi": "\nThời tiết ở thủ đô vẫn đẹp.",
}

// TestClauses reads clauses with a verb of contact whose subject, verb and partner stand in all orders
// and frames, with all kinds of words between them.
func TestClauses(t *testing.T) {
	x := rules(t)
	for _, lang := range []string{"en", "fr", "vi"} {
		t.Run(lang, func(t *testing.T) {
			g, r := readGrid(t, lang, false), rand.New(rand.NewPCG(1, 2))
			for range 250 {
				d := g.draw(r)
				if got := contacts(x, d.text+weather[lang]); fmt.Sprint(got) != fmt.Sprint(d.wanted()) {
					t.Errorf("%s\n\tgot %v, want %v", d.text, got, d.wanted())
				}
			}
		})
	}
}
