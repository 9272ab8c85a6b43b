package eval

import (
	"cmp"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// The tables of a folder that tells who is who. Lines of both are tab-separated,
// those that begin with # are comments.
const (
	pairsTable    = "pairs.tsv"    // name, state, role, language; the same again; same or different; class
	meetingsTable = "meetings.tsv" // group, reason, letter, participants, status, date, place, state, mode, published
)

// Identity is how well a folder's persons and meetings are told apart.
type Identity struct {
	// Persons are pairs of names, each pair in a graph of its own; Together the
	// same pairs in one graph, where one can hinder another. Meetings are pairs
	// of claims of one group.
	Persons, Together, Meetings Tally
	Pairs, Groups               int
}

// Tally counts pairs that should be one or two, and are not.
type Tally struct {
	Same, Different int
	Missed, Wrong   int      // not joined though the same; joined though different
	Mistakes        []string // a line for each
}

func (t *Tally) count(what func() string, same, joined bool) {
	switch {
	case same && !joined:
		t.Missed++
		t.Mistakes = append(t.Mistakes, "missed-identity: "+what())
	case !same && joined:
		t.Wrong++
		t.Mistakes = append(t.Mistakes, "wrong-identity: "+what())
	}
	if same {
		t.Same++
	} else {
		t.Different++
	}
}

// String is the tally on one line.
func (t Tally) String() string {
	return fmt.Sprintf("%d same, %d missed; %d different, %d wrongly joined", t.Same, t.Missed, t.Different, t.Wrong)
}

// Scored is the result for the file of scores.
func (i Identity) Scored(name string) Scored {
	return Scored{name, fmt.Sprintf("[%s] %d pairs of names, %d groups of meetings\npersons, each pair alone: %s\npersons, all in one graph: %s\nmeetings: %s\n",
		name, i.Pairs, i.Groups, i.Persons, i.Together, i.Meetings)}
}

// ScoreIdentity scores the tables of a folder. The errors name file and line.
func ScoreIdentity(folder string) (Identity, error) {
	var i Identity
	pairs, err := readTable(filepath.Join(folder, pairsTable))
	if err != nil {
		return i, err
	}
	claims, err := readTable(filepath.Join(folder, meetingsTable))
	if err != nil {
		return i, err
	}
	if err := i.persons(pairs); err != nil {
		return i, err
	}
	return i, i.meetings(claims)
}

// tableColumns is the number of columns of either table.
const tableColumns = 10

func readTable(name string) ([][]string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("who is who: %w", err)
	}
	var table [][]string
	for i, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "\t")
		if len(f) != tableColumns {
			return nil, fmt.Errorf("%s:%d: %d columns, want %d", name, i+1, len(f), tableColumns)
		}
		table = append(table, f)
	}
	return table, nil
}

func (i *Identity) persons(table [][]string) error {
	i.Pairs = len(table)
	var all []graph.Report
	for k, f := range table {
		a, err := written(fmt.Sprintf("a/%d", k), f[:4])
		if err != nil {
			return err
		}
		b, err := written(fmt.Sprintf("b/%d", k), f[4:8])
		if err != nil {
			return err
		}
		all = append(all, a, b)
		of := personsOf([]graph.Report{a, b})
		i.Persons.count(func() string { return strings.Join(f, " | ") }, f[8] == "same", of[a.Article.ID] == of[b.Article.ID])
	}
	of := personsOf(all)
	for k, f := range table {
		i.Together.count(func() string { return "in one graph: " + strings.Join(f, " | ") }, f[8] == "same", of[all[2*k].Article.ID] == of[all[2*k+1].Article.ID])
	}
	return nil
}

// written makes the report of an article that names one person, as extraction
// makes it. A role is key=title/seat@month; all but the key may be missing.
func written(id string, f []string) (graph.Report, error) {
	role, month, _ := strings.Cut(f[2], "@")
	r := graph.Report{Article: graph.Article{ID: graph.ArticleID(id), Title: f[0], Text: f[0], Lang: f[3], Published: graph.Date(month)}}
	p := graph.ReportedPerson{Name: f[0], Country: graph.CountryCode(f[1]), Mentions: []graph.Span{{End: len(f[0])}}}
	if role != "" {
		role, seat, _ := strings.Cut(role, "/")
		key, title, _ := strings.Cut(role, "=")
		p.Offices = []graph.Office{{Title: cmp.Or(title, strings.ReplaceAll(key, "_", " ")), Key: key, Seat: seat, Country: p.Country}}
	}
	lex, err := lexicon.Load(f[3])
	if err != nil {
		return r, fmt.Errorf("who is who: %w", err)
	}
	extract.Identify(lex, &p, r.Article.Published)
	r.Persons = []graph.ReportedPerson{p}
	return r, r.Validate()
}

// personsOf tells whom each article names.
func personsOf(reports []graph.Report) map[graph.ArticleID]graph.PersonID {
	of := map[graph.ArticleID]graph.PersonID{}
	for _, o := range derive.Graph(reports) {
		var a struct {
			Persons []graph.PersonID `json:"persons"`
		}
		if o.Kind == string(graph.KindArticle) && json.Unmarshal(o.JSON, &a) == nil && len(a.Persons) == 1 {
			of[graph.ArticleID(o.Key)] = a.Persons[0]
		}
	}
	return of
}

func (i *Identity) meetings(table [][]string) error {
	groups := map[string][][]string{}
	var order []string
	for _, f := range table {
		if groups[f[0]] == nil {
			order = append(order, f[0])
		}
		groups[f[0]] = append(groups[f[0]], f)
	}
	i.Groups = len(order)
	for _, g := range order {
		if err := i.group(groups[g]); err != nil {
			return err
		}
	}
	return nil
}

func (i *Identity) group(claims [][]string) error {
	var reports []graph.Report
	for k, f := range claims {
		r := claimed(fmt.Sprint(k), f)
		if err := r.Validate(); err != nil {
			return err
		}
		reports = append(reports, r)
	}
	of := meetingsOf(reports)
	for k, f := range claims {
		for m, g := range claims[:k] {
			i.Meetings.count(func() string { return fmt.Sprintf("%s: %q, %q", f[1], f[2:], g[2:]) }, f[2] == g[2], of[reports[k].Article.ID] == of[reports[m].Article.ID])
		}
	}
	return nil
}

// meetingsOf tells which meeting each article tells of.
func meetingsOf(reports []graph.Report) map[graph.ArticleID]string {
	of := map[graph.ArticleID]string{}
	for _, o := range derive.Graph(reports) {
		var m struct {
			Articles []graph.ArticleID `json:"articles"`
		}
		if o.Kind == string(graph.KindMeeting) && json.Unmarshal(o.JSON, &m) == nil {
			for _, a := range m.Articles {
				of[a] = o.Key
			}
		}
	}
	return of
}

// claimed makes the report of an article that tells of one meeting. Sides are
// parted by semicolons, persons of a side by plus signs, a state follows the
// name after a slash.
func claimed(id string, f []string) graph.Report {
	const sentence = "They met."
	r := graph.Report{Article: graph.Article{ID: graph.ArticleID(id), Title: id, Text: sentence, Published: graph.Date(f[9])}}
	m := graph.MeetingClaim{
		Status: graph.Status(f[4]), Date: graph.Date(f[5]), Place: f[6], Country: graph.CountryCode(f[7]), Mode: graph.Mode(f[8]),
		Evidence: []graph.Evidence{{Quote: sentence, Span: graph.Span{End: len(sentence)}, Rule: "table/1", Confidence: 1}},
	}
	if key, known := lexicon.PlaceKey(f[7], f[6]); known {
		m.PlaceKey = key
	}
	for side, group := range strings.Split(f[3], ";") {
		for who := range strings.SplitSeq(group, "+") {
			name, country, _ := strings.Cut(strings.TrimSpace(who), "/")
			p := graph.ReportedPerson{Name: name, Country: graph.CountryCode(country)}
			at := slices.IndexFunc(r.Persons, func(q graph.ReportedPerson) bool { return q.Name == p.Name && q.Country == p.Country })
			if at < 0 {
				at, r.Persons = len(r.Persons), append(r.Persons, p)
			}
			m.Participants = append(m.Participants, graph.ParticipantClaim{Person: at, Side: side})
		}
	}
	r.Meetings = []graph.MeetingClaim{m}
	return r
}
