package eval

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
)

// Marked is the score of texts of which only some kinds of facts are known.
type Marked struct {
	Texts        int
	Persons, Met Count
	HasPersons   bool  // some line marks persons; else Persons means nothing
	HasMet       bool  // some line marks pairs; else Met means nothing
	Dates        Score // only its counts of dates
	// Texts marked to tell of no contact, those of them that claim a meeting
	// all the same; and the same two numbers of texts that tell of one.
	Quiet, QuietClaims     int
	Contact, ContactClaims int
	Mistakes               []Mistake // in the marked kinds
	Refused                []error   // lines that are no article
}

// mark is what one line says beside the text; nil where it says nothing.
type mark struct {
	Persons []string              `json:"persons"`
	Contact *bool                 `json:"contact"`
	Met     []extract.FactMeeting `json:"met"`
}

// ScoreMarked extracts the articles of a JSON Lines file and scores them
// against what its lines mark: "persons" (the names of all persons in the
// text), "met" (all pairs that met) and "contact" (whether the text tells of
// any meeting). Marked names that are forms of one another are one person.
func ScoreMarked(ctx context.Context, x *extract.Extractor, path string) (Marked, error) {
	marks, err := readMarks(path)
	if err != nil {
		return Marked{}, fmt.Errorf("marked texts in %s: %w", path, err)
	}
	var m Marked
	d, used := Dataset{Name: path}, []mark{}
	for res := range (article.Reader{}).Read(ctx, path) {
		if res.Err != nil {
			m.Refused = append(m.Refused, res.Err)
			continue
		}
		k := marks[res.Line]
		used = append(used, k)
		d.Cases = append(d.Cases, Case{Want: k.wanted(res.Article.ID), Article: res.Article})
	}
	for i, part := range d.parts(ctx, x) {
		m.add(used[i], part)
	}
	return m, context.Cause(ctx)
}

// readMarks reads the marks by line number. Lines that are no JSON have none:
// the reader of articles refuses them.
func readMarks(path string) (map[int]mark, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	marks, in := map[int]mark{}, bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := in.ReadBytes('\n')
		var k mark
		if json.Unmarshal(line, &k) == nil {
			marks[n] = k
		}
		if errors.Is(err, io.EOF) {
			return marks, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// wanted puts marks into the plain form.
func (k mark) wanted(id string) extract.Facts {
	want := extract.Facts{ID: id, Met: k.Met}
	for _, name := range longestFirst(k.Persons) {
		i := slices.IndexFunc(want.Persons, func(p extract.FactPerson) bool { return SameName(p.Name, name) })
		if i < 0 {
			want.Persons = append(want.Persons, extract.FactPerson{Name: name})
			continue
		}
		want.Persons[i].Aliases = append(want.Persons[i].Aliases, name)
	}
	return want
}

func longestFirst(list []string) []string {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b string) int { return len(nameWords(b)) - len(nameWords(a)) })
	return list
}

func (m *Marked) add(k mark, part Result) {
	m.Texts++
	quiet := k.Contact != nil && !*k.Contact
	if k.Persons != nil {
		m.HasPersons, m.Persons = true, m.Persons.plus(part.Score.Kinds[Persons])
	}
	if k.Met != nil {
		m.HasMet, m.Met, m.Dates = true, m.Met.plus(part.Score.Kinds[Met]), m.Dates.Plus(part.Score)
	}
	claims := part.Score.Kinds[Met].TP+part.Score.Kinds[Met].FP > 0
	if k.Contact != nil {
		m.contact(quiet, claims)
	}
	for _, x := range part.Mistakes {
		if x.Kind == Persons && k.Persons != nil || x.Kind == Met && (k.Met != nil || quiet) {
			m.Mistakes = append(m.Mistakes, x)
		}
	}
}

func (m *Marked) contact(quiet, claims bool) {
	all, some := &m.Contact, &m.ContactClaims
	if quiet {
		all, some = &m.Quiet, &m.QuietClaims
	}
	*all++
	if claims {
		*some++
	}
}

// String is the table of what is marked, ending in a line end.
func (m Marked) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d texts\n%-10s %6s %6s %6s   tp/fp/fn\n", m.Texts, "kind", "P", "R", "F1")
	if m.HasPersons {
		b.WriteString(row(string(Persons), m.Persons))
	}
	if m.HasMet {
		b.WriteString(row(string(Met), m.Met))
		fmt.Fprintf(&b, "date right on matched met: %d/%d; possible: %d\n", m.Dates.DateRight, m.Dates.Dated, m.Dates.DateFits)
	}
	if m.Quiet+m.Contact > 0 {
		fmt.Fprintf(&b, "texts without contact that claim a meeting: %d/%d; texts with contact that claim one: %d/%d\n",
			m.QuietClaims, m.Quiet, m.ContactClaims, m.Contact)
	}
	return b.String()
}
