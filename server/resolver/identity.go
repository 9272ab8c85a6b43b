package resolver

import (
	"context"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

type (
	identity  struct{}
	form      struct{}
	rival     struct{}
	reason    struct{}
	judgement struct{}
	mention   struct{}
)

func (person) Identity(ctx context.Context, p *graph.Person) (graph.Identity, error) {
	return load(ctx).identity.Load(ctx, p.ID)
}

func (identity) Forms(_ context.Context, i *graph.Identity) ([]graph.Form, error) {
	return i.Forms, nil
}

func (identity) Rivals(_ context.Context, i *graph.Identity) ([]graph.Rival, error) {
	return i.Rivals, nil
}

// Mentions is a page of the person's articles, and then the names in them.
func (identity) Mentions(ctx context.Context, i *graph.Identity, first int, after *graph.Cursor) (relay.MentionConnection, error) {
	w, err := window(ctx, first, after)
	if err != nil {
		return relay.MentionConnection{}, err
	}
	page, err := load(ctx).store.Articles(ctx, graph.ArticleFilter{Person: i.Person, Window: w})
	if err != nil {
		return relay.MentionConnection{}, err
	}
	f := graph.IdentityFilter{Of: []graph.PersonID{i.Person}}
	for _, a := range page.Values() {
		f.Articles = append(f.Articles, a.ID)
	}
	told, err := load(ctx).store.Identities(ctx, f)
	if err != nil {
		return relay.MentionConnection{}, err
	}
	return relay.NewConnection(page, w.After, func(a graph.Article) graph.Mention { return mentionIn(told, a.ID) }), nil
}

// mentionIn finds the names in an article; there are none when the graph
// changed in between.
func mentionIn(told []graph.Identity, id graph.ArticleID) graph.Mention {
	for _, t := range told {
		i := slices.IndexFunc(t.Mentions, func(m graph.Mention) bool { return m.Article == id })
		if i >= 0 {
			return t.Mentions[i]
		}
	}
	return graph.Mention{Article: id}
}

func (form) Country(ctx context.Context, f *graph.Form) (*graph.Country, error) {
	return countryOf(ctx, f.Country)
}

func (rival) Person(ctx context.Context, r *graph.Rival) (graph.Person, error) {
	return must(ctx, load(ctx).persons, r.Person)
}

func (reason) Detail(_ context.Context, r *graph.Reason) (*string, error) {
	return optional(r.Detail), nil
}

func (judgement) A(_ context.Context, j *graph.Judged) (string, error) {
	return j.Judgement.A.String(), nil
}

func (judgement) B(_ context.Context, j *graph.Judged) (string, error) {
	return j.Judgement.B.String(), nil
}

func (judgement) Who(_ context.Context, j *graph.Judged) (*string, error) {
	return optional(j.Who), nil
}

func (judgement) Why(_ context.Context, j *graph.Judged) (*string, error) {
	return optional(j.Why), nil
}

func (mention) Article(ctx context.Context, m *graph.Mention) (graph.Article, error) {
	return must(ctx, load(ctx).articles, m.Article)
}
