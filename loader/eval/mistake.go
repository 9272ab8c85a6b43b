package eval

import (
	"fmt"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// Mistake is a wanted fact that was not claimed, or a claim that is wrong.
type Mistake struct {
	Text  string // id of the text
	Kind  Kind
	Wrong bool // claimed but not wanted; else wanted but not claimed
	// Class names what went wrong and, after the slash, why as far as it
	// shows: "missed-meeting/planned-instead". The words are stable.
	Class string
	Fact  any // the fact in the plain form, wanted or claimed
	// Sentences of the article that name those concerned; for a wrong claim
	// the ones it rests on. At most five, each on one line.
	Sentences []string
}

// String is the mistake on one line, its sentences on indented lines below.
func (m Mistake) String() string {
	verdict := "MISS "
	if m.Wrong {
		verdict = "WRONG"
	}
	head := fmt.Sprintf("%s %s %s: %s  %s", m.Text, verdict, m.Kind, graph.MarshalCanonical(m.Fact), m.Class)
	return strings.Join(append([]string{head}, m.Sentences...), "\n      ")
}

// maxSentences is how many sentences one mistake shows.
const maxSentences = 5

// critic explains the mistakes in one text.
type critic struct {
	want, got facts
	report    *graph.Report // nil when the text has no article
	page      *page
	outcomes  map[Kind]outcome
}

func (c *critic) mistakes() (ms []Mistake) {
	for _, k := range Kinds() {
		for _, i := range c.outcomes[k].missed {
			why, where := c.missed(k, i)
			ms = append(ms, c.mistake(k, false, "missed-"+noun(k)+"/"+why, c.want.at(k, i), where))
		}
		for _, i := range c.outcomes[k].wrong {
			ms = append(ms, c.mistake(k, true, "invented-"+noun(k)+"/"+c.invented(k, i), c.got.at(k, i), c.proof(k, i)))
		}
		if k == Met {
			ms = append(ms, c.dates()...)
		}
	}
	return ms
}

func (c *critic) mistake(k Kind, wrong bool, class string, fact any, where []int) Mistake {
	m := Mistake{Text: c.want.ID, Kind: k, Wrong: wrong, Class: class, Fact: fact}
	slices.Sort(where)
	for _, i := range slices.Compact(where) {
		if i >= 0 && len(m.Sentences) < maxSentences {
			m.Sentences = append(m.Sentences, c.page.sentence(i))
		}
	}
	return m
}

func noun(k Kind) string {
	return map[Kind]string{Persons: "person", Parties: "party", Countries: "country", Met: "meeting", Led: "delegation", Signed: "signing"}[k]
}

// at returns fact i of a kind.
func (t facts) at(k Kind, i int) any {
	switch k {
	case Persons:
		return t.Persons[i]
	case Parties:
		return t.Parties[i]
	case Countries:
		return t.Countries[i]
	case Met:
		return t.Met[i]
	case Led:
		return t.Led[i]
	}
	return t.Signed[i]
}

// dates lists the meetings that were found with another date than the wanted
// one. They are no mistakes of precision or recall.
func (c *critic) dates() (ms []Mistake) {
	hits := c.outcomes[Met].hits
	for w, m := range c.want.Met {
		date := str(m.Date)
		if hits[w] == nil || m.Optional || date == "" {
			continue
		}
		claimed := make([]string, 0, len(hits[w]))
		for _, g := range hits[w] {
			claimed = append(claimed, str(c.got.Met[g].Date))
		}
		if !slices.Contains(claimed, date) {
			g := hits[w][0]
			ms = append(ms, c.mistake(Met, true, "wrong-date/"+dateFault(claimed[0], date), map[string]any{"want": m, "claimed": c.got.Met[g]}, c.proof(Met, g)))
		}
	}
	return ms
}

// dateFault compares a claimed date with the wanted one.
func dateFault(claimed, want string) string {
	c, w := graph.Date(claimed), graph.Date(want)
	switch {
	case claimed == "":
		return "none"
	case !c.Compatible(w):
		return "other-day"
	case c.Year() == 0 && w.Year() != 0:
		return "year-missing"
	case c.Year() != 0 && w.Year() == 0:
		return "year-guessed"
	case c.Specificity() < w.Specificity():
		return "too-coarse"
	}
	return "too-narrow"
}
