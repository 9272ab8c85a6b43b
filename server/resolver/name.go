package resolver

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/99designs/gqlgen/graphql"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

const (
	// maxSearch is the longest text that is searched for, in bytes.
	maxSearch = 200
	// candidates is how many matches are looked at to choose the best.
	candidates = 50
	// maxOthers is how many other candidates an answer lists.
	maxOthers = 10
)

// searchText checks text to search for; nil and blanks mean all.
func searchText(s *string) (string, error) {
	t := strings.TrimSpace(value(s))
	if len(t) > maxSearch {
		return "", fault.Input("a search has at most %d bytes, this one has %d", maxSearch, len(t))
	}
	return t, nil
}

// candidate is a thing that a name can mean.
type candidate[T any] struct {
	thing   *T
	id      relay.ID
	name    string
	aliases []string
	reports int
}

// personNamed finds the person whom a name most likely means, nil for nobody.
func (q query) personNamed(ctx context.Context, name string) (*graph.Person, error) {
	search, err := searchText(&name)
	if err != nil || search == "" {
		return nil, err
	}
	page, err := load(ctx).store.Persons(ctx, graph.PersonFilter{Search: search, Window: graph.Window{First: candidates}})
	if err != nil {
		return nil, err
	}
	cs := make([]candidate[graph.Person], len(page.Items))
	for i := range page.Items {
		p := &page.Items[i].Value
		cs[i] = candidate[graph.Person]{p, relay.ID{Kind: graph.KindPerson, Key: string(p.ID)}, p.Name, p.Aliases, p.Reports}
	}
	return choose(ctx, search, cs), nil
}

// groupNamed is personNamed for parties and organizations.
func (q query) groupNamed(ctx context.Context, kind graph.Kind, name string) (*graph.Group, error) {
	search, err := searchText(&name)
	if err != nil || search == "" {
		return nil, err
	}
	page, err := load(ctx).store.Groups(ctx, graph.GroupFilter{Kind: kind, Search: search, Window: graph.Window{First: candidates}})
	if err != nil {
		return nil, err
	}
	cs := make([]candidate[graph.Group], len(page.Items))
	for i := range page.Items {
		g := &page.Items[i].Value
		cs[i] = candidate[graph.Group]{g, relay.ID{Kind: kind, Key: g.ID}, g.Name, g.Aliases, g.Reports}
	}
	return choose(ctx, search, cs), nil
}

// choose returns the best of the candidates that a store found for a name:
// those who bear exactly this name before the others, then the most reported,
// then by id. When others were as good, the answer says so.
func choose[T any](ctx context.Context, name string, cs []candidate[T]) *T {
	if len(cs) == 0 {
		return nil
	}
	if exact := slices.DeleteFunc(slices.Clone(cs), func(c candidate[T]) bool { return !c.bears(fold(name)) }); len(exact) > 0 {
		cs = exact
	}
	slices.SortStableFunc(cs, func(a, b candidate[T]) int {
		return cmp.Or(cmp.Compare(b.reports, a.reports), cmp.Compare(a.id.Key, b.id.Key))
	})
	if len(cs) > 1 {
		load(ctx).ambiguous.add(newNote(ctx, name, cs))
	}
	return cs[0].thing
}

func (c candidate[T]) bears(folded string) bool {
	return fold(c.name) == folded || slices.ContainsFunc(c.aliases, func(a string) bool { return fold(a) == folded })
}

// fold takes case, diacritics and doubled blanks away. The store has already
// kept apart names whose written diacritics contradict each other.
func fold(s string) string {
	strip := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)))
	t, _, err := transform.String(strip, strings.ToLower(s))
	if err != nil { // never happens: no part of the chain fails
		t = s
	}
	return strings.Join(strings.Fields(strings.ReplaceAll(t, "đ", "d")), " ")
}

// note tells the client that a name had several bearers.
type note struct {
	Path   string  `json:"path"`
	Name   string  `json:"name"`
	Others []other `json:"others"`
}

type other struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

func newNote[T any](ctx context.Context, name string, cs []candidate[T]) note {
	n := note{Path: graphql.GetPath(ctx).String(), Name: name}
	for _, c := range cs[1:min(len(cs), 1+maxOthers)] {
		n.Others = append(n.Others, other{c.id.String(), c.name})
	}
	return n
}

// notes collects the notes of one operation, whose root fields run at once.
type notes struct {
	mu  sync.Mutex
	all []note
}

func (n *notes) add(m note) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.all = append(n.all, m)
}

// list returns the notes in order of their paths.
func (n *notes) list() []note {
	n.mu.Lock()
	defer n.mu.Unlock()
	slices.SortFunc(n.all, func(a, b note) int { return cmp.Compare(a.Path, b.Path) })
	return n.all
}
