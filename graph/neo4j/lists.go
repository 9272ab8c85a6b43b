package neo4j

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// window is a checked graph.Window.
type window struct {
	after keyset.Key
	first int
	count bool
}

func whole() window {
	after, _ := keyset.After("")
	return window{after: after, first: math.MaxInt32}
}

// pick is the window of a list that may be given by n ids.
func pick(byIDs bool, n int, w graph.Window) (window, error) {
	if byIDs {
		return whole(), keyset.CheckList("ids", n)
	}
	after, err := keyset.Check(w)
	return window{after: after, first: w.First, count: w.Count}, err
}

// params are the parameters that every list has: $after is the place where
// the page starts, $from the one where the list does.
func (w window) params(of any, days keyset.Days) params {
	return params{
		"of": of, "count": w.count, "limit": w.first + 1,
		"after": order(days.Start(w.after)), "from": order(days.Start(whole().after)),
	}
}

// byKey is params for a list in order of id.
func (w window) byKey(of any) params {
	return params{"of": of, "count": w.count, "limit": w.first + 1, "after": w.after.ID}
}

// scanner reads an item from a row; the key is that of its place in the list.
type scanner[T any] func(row []any) (keyset.Key, T, error)

// pages runs a list statement and reads a page per parent.
func pages[T any](ctx context.Context, s *Store, cypher string, p params, w window, scan scanner[T]) ([]graph.Page[T], error) {
	var out []graph.Page[T]
	err := s.read(ctx, func(v *view) error {
		rows, err := v.query(cypher, p)
		if err != nil {
			return err
		}
		out = make([]graph.Page[T], len(rows))
		for i, r := range rows {
			if out[i], err = page(r.([]any), w, scan); err != nil {
				return err
			}
		}
		return nil
	})
	return out, err
}

// page reads [items, total].
func page[T any](r []any, w window, scan scanner[T]) (graph.Page[T], error) {
	var items []graph.Item[T]
	for _, row := range r[0].([]any) {
		key, v, err := scan(row.([]any))
		if err != nil {
			return graph.Page[T]{}, err
		}
		items = append(items, graph.Item[T]{Value: v, Cursor: key.Cursor()})
	}
	cut := keyset.Cut(items, w.first)
	cut.Total = int(r[1].(int64))
	return cut, nil
}

// only is the page of a list with one parent.
func only[T any](ps []graph.Page[T], err error) (graph.Page[T], error) {
	if err != nil {
		return graph.Page[T]{}, err
	}
	return ps[0], nil
}

// rowKey reads [newest_first, id, …]; the first is empty in lists by id.
func rowKey(row []any) keyset.Key {
	k := keyset.Key{ID: text(row[1])}
	if s := text(row[0]); len(s) > orderWidth {
		k.Ord, _ = strconv.ParseInt(s[:orderWidth], 10, 64) // our own digits
	}
	return k
}

// scanDoc reads [newest_first, id, json].
func scanDoc[T any](row []any) (keyset.Key, T, error) {
	var v T
	err := unpack(text(row[2]), &v)
	return rowKey(row), v, err
}

// Persons implements graph.Store.
func (s *Store) Persons(ctx context.Context, f graph.PersonFilter) (graph.Page[graph.Person], error) {
	w, err := pick(f.IDs != nil, len(f.IDs), f.Window)
	if err := cmp.Or(err, keyset.CheckPersons(f)); err != nil {
		return graph.Page[graph.Person]{}, err
	}
	more := params{"country": string(f.Country), "party": string(f.Party), "office": derive.PostKey(f.Office, f.OfficeOf), "of_state": string(f.OfficeOf)}
	if f.Search != "" {
		return search(ctx, s, cypherPersonsByWord, f.Search, more, w, personNames)
	}
	cypher, of := cypherPersonsAll, parents([]string(nil))
	switch {
	case f.IDs != nil:
		cypher, of = cypherPersonsByID, parents(f.IDs)
	case f.Office != "":
		cypher = cypherPersonsInOffice
	case f.Party != "":
		cypher = cypherPersonsOfParty
	}
	return only(pages(ctx, s, cypher, with(w.byKey(of), more), w, scanDoc[graph.Person]))
}

// parents is the $of of a list with one parent: its distinct ids.
func parents[T ~string](ids []T) []any {
	list := texts(ids)
	slices.Sort(list)
	return []any{slices.Compact(list)}
}

func with(p, more params) params {
	for k, v := range more {
		p[k] = v
	}
	return p
}

func oneOf(ids, search bool) error {
	if ids && search {
		return fmt.Errorf("a filter has both ids and a search: use one of them: %w", graph.ErrInvalid)
	}
	return nil
}

func personNames(p *graph.Person) (names []string, reports int) {
	return append([]string{p.Name}, p.Aliases...), p.Reports
}

func groupNames(g *graph.Group) (names []string, reports int) {
	return append([]string{g.Name}, g.Aliases...), g.Reports
}

// Groups implements graph.Store.
func (s *Store) Groups(ctx context.Context, f graph.GroupFilter) (graph.Page[graph.Group], error) {
	w, err := pick(f.IDs != nil, len(f.IDs), f.Window)
	all, byID, kindErr := groupQueries(f.Kind)
	if err := cmp.Or(err, kindErr, oneOf(f.IDs != nil, f.Search != "")); err != nil {
		return graph.Page[graph.Group]{}, err
	}
	more := params{"country": string(f.Country), "kind": string(f.Kind)}
	switch {
	case f.Search != "":
		return search(ctx, s, cypherGroupsByWord, f.Search, more, w, groupNames)
	case f.IDs != nil:
		return only(pages(ctx, s, byID, with(w.byKey(parents(f.IDs)), more), w, scanDoc[graph.Group]))
	}
	return only(pages(ctx, s, all, with(w.byKey(parents([]string(nil))), more), w, scanDoc[graph.Group]))
}

func groupQueries(k graph.Kind) (all, byID string, err error) {
	switch k {
	case graph.KindParty:
		return cypherPartiesAll, cypherPartiesByID, nil
	case graph.KindOrganization:
		return cypherOrganizationsAll, cypherOrganizationsByID, nil
	case graph.KindCountry:
		return cypherCountriesAll, cypherCountriesByID, nil
	}
	return "", "", fmt.Errorf("kind %q is not Party, Organization or Country: %w", k, graph.ErrInvalid)
}

// search ranks the candidates that the full-text index finds by one word.
func search[T any](ctx context.Context, s *Store, cypher, search string, p params, w window, names func(*T) ([]string, int)) (graph.Page[T], error) {
	q := derive.ParseQuery(search)
	prefix, ok := q.Prefix()
	if !ok {
		return graph.Page[T]{}, nil
	}
	var hits []keyset.Ranked[T]
	err := s.read(ctx, func(v *view) error {
		hits = nil
		rows, err := v.query(cypher, with(params{"query": prefix + "*"}, p)) // letters and digits only: no syntax of Lucene
		for _, r := range rows {
			key, value, scanErr := scanDoc[T](r.([]any))
			if rank, ok := q.Rank(names(&value)); ok {
				key.Ord = int64(rank)
				hits = append(hits, keyset.Ranked[T]{Key: key, Value: value})
			}
			err = cmp.Or(err, scanErr)
		}
		return err
	})
	if err != nil {
		return graph.Page[T]{}, err
	}
	return keyset.CutRanked(hits, w.after, w.first, w.count), nil
}

// Places implements graph.Store.
func (s *Store) Places(ctx context.Context, f graph.PlaceFilter) (graph.Page[graph.Place], error) {
	w, err := pick(false, 0, f.Window)
	if err != nil {
		return graph.Page[graph.Place]{}, err
	}
	meetings := map[string]int{}
	err = s.read(ctx, func(v *view) error {
		clear(meetings)
		rows, err := v.query(cypherPlaces, nil)
		for _, r := range rows {
			row := r.([]any)
			meetings[text(row[0])] = int(row[1].(int64))
		}
		return err
	})
	if err != nil {
		return graph.Page[graph.Place]{}, err
	}
	var hits []keyset.Ranked[graph.Place]
	for _, p := range derive.Places(meetings, f.Search) {
		hits = append(hits, keyset.Ranked[graph.Place]{Key: keyset.Key{Ord: p.Rank, ID: p.Name}, Value: p.Place})
	}
	return keyset.CutRanked(hits, w.after, w.first, w.count), nil
}

// Articles implements graph.Store.
func (s *Store) Articles(ctx context.Context, f graph.ArticleFilter) (graph.Page[graph.Article], error) {
	w, err := pick(f.IDs != nil, len(f.IDs), f.Window)
	if err != nil {
		return graph.Page[graph.Article]{}, err
	}
	person := params{"person": string(f.Person)}
	switch {
	case f.IDs != nil:
		return only(pages(ctx, s, cypherArticlesByID, with(w.byKey(parents(f.IDs)), person), w, scanArticle))
	case f.Person != "":
		return only(pages(ctx, s, cypherArticlesNamed, with(w.params(parents([]string(nil)), keyset.Days{}), person), w, scanArticle))
	}
	return only(pages(ctx, s, cypherArticlesAll, w.params(parents([]string(nil)), keyset.Days{}), w, scanArticle))
}

// scanArticle reads [newest_first, id, json, text].
func scanArticle(row []any) (keyset.Key, graph.Article, error) {
	a, err := joinArticle(text(row[2]), text(row[3]))
	return rowKey(row), a, err
}

// Stats implements graph.Store.
func (s *Store) Stats(ctx context.Context) (st graph.Stats, err error) {
	err = s.read(ctx, func(v *view) error {
		rows, err := v.query(cypherStats, params{"crowded": derive.CrowdedPrefix})
		if err != nil {
			return err
		}
		for i, to := range []*int{
			&st.Articles, &st.Persons, &st.Parties, &st.Countries, &st.Organizations,
			&st.Meetings, &st.Encounters, &st.Delegations, &st.Agreements, &st.Crowded,
		} {
			*to = int(rows[i].(int64))
		}
		return nil
	})
	return st, err
}
