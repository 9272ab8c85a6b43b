package eval

import (
	"fmt"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/extract"
)

// Kind is a kind of fact, by its name in the plain form.
type Kind string

// The kinds. The first three are nodes of the graph, the others edges.
const (
	Persons   Kind = "persons"
	Parties   Kind = "parties"
	Countries Kind = "countries"
	Met       Kind = "met"
	Led       Kind = "led"
	Signed    Kind = "signed"
)

// References are whom phrases without a name stand for: no fact by themselves, and none of Kinds.
const References Kind = "references"

// Kinds lists the kinds in the order of reports.
func Kinds() []Kind { return []Kind{Persons, Parties, Countries, Met, Led, Signed} }

// Edge reports whether k is a relation between nodes.
func (k Kind) Edge() bool { return k == Met || k == Led || k == Signed }

// Count is right claims, wrong claims and missed facts.
type Count struct{ TP, FP, FN int }

func (c Count) plus(d Count) Count { return Count{c.TP + d.TP, c.FP + d.FP, c.FN + d.FN} }

// Precision is the share of claims that are right, 0 without any.
func (c Count) Precision() float64 { return share(c.TP, c.TP+c.FP) }

// Recall is the share of wanted facts that were claimed, 0 without any.
func (c Count) Recall() float64 { return share(c.TP, c.TP+c.FN) }

// F1 is the harmonic mean of precision and recall, 0 when both are.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}

// Score is the count over some texts. The zero value is the score of none.
type Score struct {
	Texts, Missing int // texts with wanted facts, and those of them without an article
	Kinds          map[Kind]Count
	// References is the count over the persons that phrases without a name stand for, in
	// texts in which such phrases are marked.
	References Count
	// Of Dated meetings that were found and whose wanted date is known,
	// DateRight have exactly that date, DateFits one that can be the same.
	Dated, DateRight, DateFits int
	// Of Quiet texts that want no meeting, KeptClean claim none.
	Quiet, KeptClean int
}

// Plus returns the score over the texts of both.
func (s Score) Plus(t Score) Score {
	kinds := map[Kind]Count{}
	for _, k := range Kinds() {
		kinds[k] = s.Kinds[k].plus(t.Kinds[k])
	}
	return Score{
		Texts: s.Texts + t.Texts, Missing: s.Missing + t.Missing, Kinds: kinds,
		Dated: s.Dated + t.Dated, DateRight: s.DateRight + t.DateRight, DateFits: s.DateFits + t.DateFits,
		Quiet: s.Quiet + t.Quiet, KeptClean: s.KeptClean + t.KeptClean,
		References: s.References.plus(t.References),
	}
}

// Edges is the count over all kinds of edges, Nodes that over the others.
func (s Score) Edges() Count { return s.sum(true) }

// Nodes is the count over persons, parties and countries.
func (s Score) Nodes() Count { return s.sum(false) }

func (s Score) sum(edge bool) (c Count) {
	for _, k := range Kinds() {
		if k.Edge() == edge {
			c = c.plus(s.Kinds[k])
		}
	}
	return c
}

// Compare scores the facts claimed of one text against the wanted ones.
func Compare(want, got extract.Facts) Score {
	s, _ := compare(facts{want}, facts{got})
	return s
}

func compare(want, got facts) (Score, map[Kind]outcome) {
	s, outcomes := Score{Texts: 1, Kinds: map[Kind]Count{}}, map[Kind]outcome{}
	for kind, t := range tasks(want, got) {
		outcomes[kind] = t.do()
		s.Kinds[kind] = outcomes[kind].Count
	}
	s.dates(want, got, outcomes[Met])
	if len(want.Met) == 0 {
		s.Quiet = 1
		if len(got.Met) == 0 {
			s.KeptClean = 1
		}
	}
	return s, outcomes
}

// dates counts the dates of the meetings that were found. One claim of
// several for a pair is enough.
func (s *Score) dates(want, got facts, met outcome) {
	for w, hits := range met.hits {
		date := str(want.Met[w].Date)
		if want.Met[w].Optional || date == "" {
			continue
		}
		right, fits := 0, 0
		for _, g := range hits {
			claimed := str(got.Met[g].Date)
			if claimed == date {
				right = 1
			}
			if claimed != "" && graph.Date(claimed).Compatible(graph.Date(date)) {
				fits = 1
			}
		}
		s.Dated, s.DateRight, s.DateFits = s.Dated+1, s.DateRight+right, s.DateFits+fits
	}
}

// String is the table of the score, ending in a line end.
func (s Score) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-10s %6s %6s %6s   tp/fp/fn\n", "kind", "P", "R", "F1")
	for _, k := range Kinds() {
		b.WriteString(row(string(k), s.Kinds[k]))
	}
	b.WriteString(row("edges", s.Edges()) + row("nodes", s.Nodes()))
	if s.References != (Count{}) {
		b.WriteString(row("references", s.References))
	}
	fmt.Fprintf(&b, "date right on matched met: %d/%d; no-meeting texts kept clean: %d/%d; texts missing from output: %d\n",
		s.DateRight, s.Dated, s.KeptClean, s.Quiet, s.Missing)
	return b.String()
}

func row(name string, c Count) string {
	return fmt.Sprintf("%-10s %6.3f %6.3f %6.3f   %d/%d/%d\n", name, c.Precision(), c.Recall(), c.F1(), c.TP, c.FP, c.FN)
}
