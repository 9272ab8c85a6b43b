package eval

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/loader/article"
	"github.com/diplograph/diplograph/loader/extract"
	"github.com/diplograph/diplograph/loader/resolve"
)

// The files of a folder of articles of which it is known whom and which meetings they
// tell of: what tables cannot show, names and dates read from sentences.
const (
	toldArticles = "articles.jsonl"
	toldPersons  = "persons.jsonl"  // {"person": KEY, "names": {ARTICLE: [NAME, ...]}}
	toldMeetings = "meetings.jsonl" // {"meeting": KEY, "participants": [PERSON KEY, ...], "articles": [ARTICLE, ...]}
)

// Told is how well articles are joined to one graph. Persons are pairs of a person in an
// article each, Meetings pairs of a meeting in an article. Unread are those that no pair
// is made of, because extraction has not found them.
type Told struct {
	Articles                      int
	Persons, Meetings             Tally
	UnreadPersons, UnreadMeetings int
}

// Scored is the result for the file of scores.
func (t Told) Scored(name string) Scored {
	return Scored{name, fmt.Sprintf("[%s] %d articles in one graph\npersons: %s; %d not read\nmeetings: %s; %d not read\n",
		name, t.Articles, t.Persons, t.UnreadPersons, t.Meetings, t.UnreadMeetings)}
}

// ScoreTold extracts the articles of a folder and scores their graph. The errors name
// file and line.
func ScoreTold(ctx context.Context, folder string, x *extract.Extractor) (Told, error) {
	var t Told
	persons, err := readLines[toldPerson](filepath.Join(folder, toldPersons))
	if err != nil {
		return t, err
	}
	meetings, err := readLines[toldMeeting](filepath.Join(folder, toldMeetings))
	if err != nil {
		return t, err
	}
	var reports []graph.Report
	for res := range (article.Reader{}).Read(ctx, filepath.Join(folder, toldArticles)) {
		if res.Err != nil {
			return t, res.Err
		}
		reports = append(reports, x.Extract(res.Article))
	}
	if t.Articles = len(reports); ctx.Err() != nil {
		return t, context.Cause(ctx)
	}
	g := newTold(derive.Graph(reports))
	t.persons(g, persons)
	t.meetings(g, meetings)
	return t, nil
}

type toldPerson struct {
	Key   string                       `json:"person"`
	Names map[graph.ArticleID][]string `json:"names"`
}

type toldMeeting struct {
	Key          string            `json:"meeting"`
	Participants []string          `json:"participants"`
	Articles     []graph.ArticleID `json:"articles"`
}

func readLines[T any](name string) (out []T, err error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("who is who: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var v T
		if err := json.Unmarshal(lines.Bytes(), &v); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		out = append(out, v)
	}
	return out, lines.Err()
}

// toldGraph is what a graph says of its articles.
type toldGraph struct {
	mentions map[graph.ArticleID][]mention
	meetings map[graph.ArticleID][]meeting
	found    map[[2]string]graph.PersonID // gold person and article
	taken    map[[2]string]bool           // article, and the person or meeting of the graph that some line has
}

type mention struct {
	Person graph.PersonID `json:"person"`
	Name   string         `json:"name"`
}

type meeting struct {
	key     string
	date    graph.Date
	persons []graph.PersonID
}

func newTold(objects []graph.Object) *toldGraph {
	g := &toldGraph{mentions: map[graph.ArticleID][]mention{}, meetings: map[graph.ArticleID][]meeting{}, found: map[[2]string]graph.PersonID{}, taken: map[[2]string]bool{}}
	for _, o := range objects {
		var v struct {
			Date         graph.Date        `json:"date"`
			Mentions     []mention         `json:"mentions"`
			Articles     []graph.ArticleID `json:"articles"`
			Participants []struct {
				Person graph.PersonID `json:"person"`
			} `json:"participants"`
		}
		if json.Unmarshal(o.JSON, &v) != nil {
			continue // of another shape
		}
		switch o.Kind {
		case string(graph.KindArticle):
			g.mentions[graph.ArticleID(o.Key)] = v.Mentions
		case string(graph.KindMeeting):
			m := meeting{key: o.Key, date: v.Date}
			for _, p := range v.Participants {
				m.persons = append(m.persons, p.Person)
			}
			for _, a := range v.Articles {
				g.meetings[a] = append(g.meetings[a], m)
			}
		}
	}
	for _, ms := range g.meetings {
		slices.SortStableFunc(ms, func(a, b meeting) int { // what has a day is the news, what has none the background
			return cmp.Or(cmp.Compare(b.date.Specificity(), a.date.Specificity()), cmp.Compare(a.date, b.date))
		})
	}
	return g
}

// person is whom an article means by some names: as written, else by names that have
// more or fewer words; empty if none was read. Of two with
// one name each line has one, the first line the first.
func (g *toldGraph) person(a graph.ArticleID, names []string) graph.PersonID {
	var exact, near []string
	for _, n := range names {
		for _, m := range g.mentions[a] {
			switch w, v := resolve.Words(n), resolve.Words(m.Name); {
			case m.Name == n:
				exact = append(exact, string(m.Person))
			case within(w, v) || within(v, w):
				near = append(near, string(m.Person))
			}
		}
	}
	return graph.PersonID(g.take(a, append(exact, near...)))
}

// take is the first of some keys that no line has yet, else the first; empty for none.
func (g *toldGraph) take(a graph.ArticleID, keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	i := max(0, slices.IndexFunc(keys, func(k string) bool { return !g.taken[[2]string{string(a), k}] }))
	g.taken[[2]string{string(a), keys[i]}] = true
	return keys[i]
}

func within(a, b []string) bool {
	return len(a) > 0 && !slices.ContainsFunc(a, func(w string) bool { return !slices.Contains(b, w) })
}

func (t *Told) persons(g *toldGraph, all []toldPerson) {
	var items []item
	for _, p := range all {
		for _, a := range slices.Sorted(maps.Keys(p.Names)) {
			names := p.Names[a]
			who := g.person(a, names)
			if who == "" {
				t.UnreadPersons++
				continue
			}
			g.found[[2]string{p.Key, string(a)}] = who
			items = append(items, item{p.Key, string(who), fmt.Sprintf("%s %q", a, names)})
		}
	}
	t.Persons.pairs(items)
}

func (t *Told) meetings(g *toldGraph, all []toldMeeting) {
	var items []item
	shares := g.shares(all)
	for n, m := range all {
		for _, a := range m.Articles {
			keys := g.encounters(a, m.Participants)
			if len(keys) == 0 {
				t.UnreadMeetings++
				continue
			}
			slices.SortStableFunc(keys, func(x, y string) int { return cmp.Compare(shares.of(n, y), shares.of(n, x)) })
			items = append(items, item{m.Key, g.take(a, keys), fmt.Sprintf("%s in %s", m.Key, a)})
		}
	}
	t.Meetings.pairs(items)
}

// encounters are the meetings of an article that some persons had, each told with who
// they are: of three who met at one table, each two are an encounter of their own.
func (g *toldGraph) encounters(a graph.ArticleID, people []string) (keys []string) {
	var who []string
	for _, p := range people {
		who = append(who, string(g.found[[2]string{p, string(a)}]))
	}
	slices.Sort(who)
	for _, x := range g.meetings[a] {
		if !slices.ContainsFunc(who, func(p string) bool { return !slices.Contains(x.persons, graph.PersonID(p)) }) {
			keys = append(keys, x.key+" "+strings.Join(who, " "))
		}
	}
	return keys
}

// shares tells for each line which part of its articles has each meeting of the graph: of several
// meetings of two persons in one article a line means the one that is its own rather than another's.
type shares []map[string]float64

func (g *toldGraph) shares(all []toldMeeting) shares {
	s := make(shares, len(all))
	for n, m := range all {
		s[n] = map[string]float64{}
		for _, a := range m.Articles {
			for _, k := range g.encounters(a, m.Participants) {
				s[n][k] += 1 / float64(len(m.Articles))
			}
		}
	}
	return s
}

func (s shares) of(line int, key string) float64 {
	other := 0.0
	for n := range s {
		if n != line {
			other = max(other, s[n][key])
		}
	}
	return s[line][key] - other
}

// item is what is told once: what it is, what the graph took it for, and where.
type item struct{ is, took, where string }

func (t *Tally) pairs(items []item) {
	slices.SortFunc(items, func(a, b item) int { return strings.Compare(a.is+"\x00"+a.where, b.is+"\x00"+b.where) })
	for k, a := range items {
		for _, b := range items[:k] {
			t.count(func() string { return b.where + " | " + a.where }, a.is == b.is, a.took == b.took)
		}
	}
}
