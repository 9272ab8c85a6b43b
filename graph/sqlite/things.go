package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

func distinct(ids []string) []string {
	ids = slices.Clone(ids)
	slices.Sort(ids)
	return slices.Compact(ids)
}

func scanProof(rows *sql.Rows) (node string, p graph.Proof, err error) {
	err = rows.Scan(&node, &p.Article, &p.Start, &p.End, &p.Lang, &p.Rule, &p.Confidence, &p.Quote)
	return node, p, err
}

// Persons implements graph.Store.
func (s *Store) Persons(ctx context.Context, f graph.PersonFilter) (page graph.Page[graph.Person], err error) {
	w, err := pick(f.IDs != nil, len(f.IDs), f.Window)
	if err := cmp.Or(err, keyset.CheckPersons(f)); err != nil {
		return page, err
	}
	err = s.read(ctx, func(r *reader) error {
		if f.Search != "" {
			page, err = search(r, sqlPersonsByWord, f.Search, w, personNames, f.Country, f.Party)
			return err
		}
		args := []any{f.Country, f.Party, jsonList(f.IDs)}
		if f.Office != "" {
			args = append(args, derive.PostKey(f.Office, f.OfficeOf))
		}
		page, err = list(r, personQuery(f), w, scanDoc[graph.Person], args...)
		return err
	})
	return page, err
}

func personQuery(f graph.PersonFilter) string {
	switch {
	case f.IDs != nil:
		return sqlPersonsByID
	case f.Office != "":
		return sqlPersonsInOffice
	case f.Party != "":
		return sqlPersonsOfParty
	case f.Country != "":
		return sqlPersonsOfCountry
	}
	return sqlPersonsAll
}

func personNames(p *graph.Person) (names []string, reports int) {
	return append([]string{p.Name}, p.Aliases...), p.Reports
}

// search ranks the candidates that a query finds by one word. ?3 is not used.
func search[T any](r *reader, query, text string, w window, names func(*T) ([]string, int), args ...any) (graph.Page[T], error) {
	var page graph.Page[T]
	q := derive.ParseQuery(text)
	prefix, ok := q.Prefix()
	if !ok {
		return page, nil
	}
	var hits []keyset.Ranked[T]
	err := r.each(query, func(rows *sql.Rows) error {
		key, v, err := scanDoc[T](rows)
		if err != nil {
			return err
		}
		if rank, ok := q.Rank(names(&v)); ok {
			key.Ord = int64(rank)
			hits = append(hits, keyset.Ranked[T]{Key: key, Value: v})
		}
		return nil
	}, append([]any{prefix, prefix + "\U0010FFFF", 0}, args...)...)
	if err != nil {
		return page, err
	}
	return keyset.CutRanked(hits, w.after, w.first, w.count), nil
}

// Groups implements graph.Store.
func (s *Store) Groups(ctx context.Context, f graph.GroupFilter) (page graph.Page[graph.Group], err error) {
	w, err := pick(f.IDs != nil, len(f.IDs), f.Window)
	if err == nil {
		err = checkGroups(f)
	}
	if err != nil {
		return page, err
	}
	err = s.read(ctx, func(r *reader) error {
		switch {
		case f.Search != "":
			page, err = search(r, sqlBodiesByWord, f.Search, w, groupNames, f.Country, "", f.Kind)
		case f.IDs != nil:
			page, err = list(r, sqlBodiesByID, w, scanDoc[graph.Group], f.Country, f.Kind, jsonList(f.IDs))
		default:
			page, err = list(r, sqlBodiesAll, w, scanDoc[graph.Group], f.Country, f.Kind)
		}
		return err
	})
	return page, err
}

func checkGroups(f graph.GroupFilter) error {
	switch f.Kind {
	case graph.KindParty, graph.KindOrganization, graph.KindCountry:
	default:
		return fmt.Errorf("kind %q is not Party, Organization or Country: %w", f.Kind, graph.ErrInvalid)
	}
	if f.IDs != nil && f.Search != "" {
		return fmt.Errorf("a filter has both ids and a search: use one of them: %w", graph.ErrInvalid)
	}
	return nil
}

func groupNames(g *graph.Group) (names []string, reports int) {
	return append([]string{g.Name}, g.Aliases...), g.Reports
}

// Places implements graph.Store.
func (s *Store) Places(ctx context.Context, f graph.PlaceFilter) (graph.Page[graph.Place], error) {
	w, err := checkWindow(f.Window)
	if err != nil {
		return graph.Page[graph.Place]{}, err
	}
	meetings := map[string]int{}
	err = s.read(ctx, func(r *reader) error {
		return r.each(sqlPlaces, func(rows *sql.Rows) error {
			var name string
			var n int
			err := rows.Scan(&name, &n)
			meetings[name] = n
			return err
		})
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
func (s *Store) Articles(ctx context.Context, f graph.ArticleFilter) (page graph.Page[graph.Article], err error) {
	w, err := pick(f.IDs != nil, len(f.IDs), f.Window)
	if err != nil {
		return page, err
	}
	err = s.read(ctx, func(r *reader) error {
		switch {
		case f.IDs != nil:
			page, err = list(r, sqlArticlesByID, w, scanArticle, jsonList(f.IDs))
		case f.Person != "":
			page, err = r.naming(f.Person, w)
		default:
			page, err = list(r, sqlArticles, w, scanArticle)
		}
		if err == nil && f.IDs != nil && f.Person != "" {
			err = r.keepNaming(&page, f.Person)
		}
		return err
	})
	return page, err
}

func scanArticle(rows *sql.Rows) (keyset.Key, graph.Article, error) {
	var key keyset.Key
	var a graph.Article
	err := rows.Scan(&key.Ord, &key.ID, &a.URL, &a.Title, &a.Source, &a.Lang, &a.Published, &a.Text)
	a.ID = graph.ArticleID(key.ID)
	return key, a, err
}

// naming merges the lists of the person's claims: few, and each in order.
func (r *reader) naming(p graph.PersonID, w window) (graph.Page[graph.Article], error) {
	claims, err := r.claims(string(p))
	if err != nil {
		return graph.Page[graph.Article]{}, err
	}
	var hits []keyset.Ranked[graph.Article]
	for _, c := range claims {
		args := []any{w.after.Ord, w.after.ID, w.first + 1, c}
		err := r.each(sqlArticlesNamed, func(rows *sql.Rows) error {
			key, a, err := scanArticle(rows)
			hits = append(hits, keyset.Ranked[graph.Article]{Key: key, Value: a})
			return err
		}, args...)
		if err != nil {
			return graph.Page[graph.Article]{}, err
		}
	}
	slices.SortFunc(hits, func(a, b keyset.Ranked[graph.Article]) int { return a.Key.Compare(b.Key) })
	hits = slices.CompactFunc(hits, func(a, b keyset.Ranked[graph.Article]) bool { return a.Key == b.Key })
	page := keyset.CutRanked(hits, w.after, w.first, false)
	if w.count {
		err = r.each(sqlCountNaming, func(rows *sql.Rows) error { return rows.Scan(&page.Total) }, p)
	}
	return page, err
}

func (r *reader) claims(node string) (claims []string, err error) {
	err = r.each(sqlClaimsOf, func(rows *sql.Rows) error {
		var c string
		err := rows.Scan(&c)
		claims = append(claims, c)
		return err
	}, node)
	return claims, err
}

// keepNaming drops the articles that do not name p.
func (r *reader) keepNaming(page *graph.Page[graph.Article], p graph.PersonID) error {
	var kept []graph.Item[graph.Article]
	for _, it := range page.Items {
		names := false
		err := r.each(sqlNames, func(*sql.Rows) error { names = true; return nil }, p, keyset.Newest(it.Value.Published), it.Value.ID)
		if err != nil {
			return err
		}
		if names {
			kept = append(kept, it)
		}
	}
	page.Items = kept
	return nil
}

// Stats implements graph.Store.
func (s *Store) Stats(ctx context.Context) (st graph.Stats, err error) {
	err = s.read(ctx, func(r *reader) error {
		return r.each(sqlStats, func(rows *sql.Rows) error {
			return rows.Scan(&st.Articles, &st.Persons, &st.Parties, &st.Countries, &st.Organizations,
				&st.Meetings, &st.Encounters, &st.Delegations, &st.Agreements, &st.Crowded)
		}, derive.CrowdedPrefix, derive.CrowdedPrefix+"\U0010FFFF")
	})
	return st, err
}
