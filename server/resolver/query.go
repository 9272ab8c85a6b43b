package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

// query resolves the root fields. Their argument knownOn is the Extension's:
// the loads of ctx are of the graph of that day.
type query struct{}

func (q query) Node(ctx context.Context, id relay.ID, day *graph.Date) (relay.Node, error) {
	switch id.Kind {
	case graph.KindPerson:
		return nodeOf(q.Person(ctx, &id, nil, day))
	case graph.KindParty:
		return nodeOf(q.Party(ctx, &id, nil, day))
	case graph.KindOrganization:
		return nodeOf(q.Organization(ctx, &id, nil, day))
	case graph.KindCountry:
		return nodeOf(q.Country(ctx, graph.CountryCode(id.Key), day))
	case graph.KindMeeting:
		return nodeOf(q.Meeting(ctx, id, day))
	case graph.KindDelegation:
		return nodeOf(q.Delegation(ctx, id, day))
	case graph.KindAgreement:
		return nodeOf(q.Agreement(ctx, id, day))
	default:
		return nodeOf(q.Article(ctx, id, day))
	}
}

// nodeOf keeps a nil pointer from becoming an interface that is not nil.
func nodeOf[T any](v *T, err error) (relay.Node, error) {
	if v == nil || err != nil {
		return nil, err
	}
	return *v, nil
}

func (q query) Person(ctx context.Context, id *relay.ID, name *string, _ *graph.Date) (*graph.Person, error) {
	if err := oneOf(id, name); err != nil {
		return nil, err
	}
	if name != nil {
		return q.personNamed(ctx, *name)
	}
	key, err := keyOf[graph.PersonID](id, graph.KindPerson)
	if err != nil {
		return nil, err
	}
	return load(ctx).persons.Load(ctx, key)
}

func oneOf(id *relay.ID, name *string) error {
	if (id == nil) == (name == nil) {
		return fault.Input("give exactly one of id and name")
	}
	return nil
}

func (q query) Persons(ctx context.Context, search *string, country *graph.CountryCode, party *relay.ID, first int, after *graph.Cursor, _ *graph.Date) (relay.PersonConnection, error) {
	f := graph.PersonFilter{Country: value(country)}
	var err error
	if f.Search, err = searchText(search); err != nil {
		return relay.PersonConnection{}, err
	}
	if f.Party, err = keyOf[graph.PartyID](party, graph.KindParty); err != nil {
		return relay.PersonConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.PersonConnection{}, err
	}
	page, err := load(ctx).store.Persons(ctx, f)
	return relay.NewConnection(page, f.After, same[graph.Person]), err
}

func (q query) Meeting(ctx context.Context, id relay.ID, _ *graph.Date) (*graph.Meeting, error) {
	key, err := keyOf[graph.MeetingID](&id, graph.KindMeeting)
	if err != nil {
		return nil, err
	}
	return load(ctx).meetings.Load(ctx, key)
}

func (q query) Meetings(ctx context.Context, filter *relay.MeetingFilter, first int, after *graph.Cursor, _ *graph.Date) (relay.MeetingConnection, error) {
	in := value(filter)
	f := graph.MeetingFilter{Country: in.Country, AndCountry: in.AndCountry, Status: in.Status, Mode: in.Mode}
	var err error
	if f.Party, err = keyOf[graph.PartyID](in.Party, graph.KindParty); err != nil {
		return relay.MeetingConnection{}, err
	}
	if f.When, err = when(in.Since, in.Until, in.At); err != nil {
		return relay.MeetingConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.MeetingConnection{}, err
	}
	page, err := only(load(ctx).store.Meetings(ctx, f))
	return relay.NewConnection(page, f.After, same[graph.Meeting]), err
}

func (q query) Party(ctx context.Context, id *relay.ID, name *string, _ *graph.Date) (*graph.Party, error) {
	g, err := q.group(ctx, graph.KindParty, id, name)
	return (*graph.Party)(g), err
}

func (q query) Parties(ctx context.Context, search *string, country *graph.CountryCode, first int, after *graph.Cursor, _ *graph.Date) (relay.PartyConnection, error) {
	page, err := q.groups(ctx, graph.KindParty, search, country, first, after)
	return relay.NewConnection(page, value(after), func(g graph.Group) graph.Party { return graph.Party(g) }), err
}

func (q query) Organization(ctx context.Context, id *relay.ID, name *string, _ *graph.Date) (*graph.Organization, error) {
	g, err := q.group(ctx, graph.KindOrganization, id, name)
	return (*graph.Organization)(g), err
}

func (q query) Organizations(ctx context.Context, search *string, country *graph.CountryCode, first int, after *graph.Cursor, _ *graph.Date) (relay.OrganizationConnection, error) {
	page, err := q.groups(ctx, graph.KindOrganization, search, country, first, after)
	return relay.NewConnection(page, value(after), func(g graph.Group) graph.Organization { return graph.Organization(g) }), err
}

func (q query) Country(ctx context.Context, code graph.CountryCode, _ *graph.Date) (*graph.Country, error) {
	g, err := load(ctx).groups.Load(ctx, groupKey{graph.KindCountry, string(code)})
	return (*graph.Country)(g), err
}

func (q query) Countries(ctx context.Context, first int, after *graph.Cursor, _ *graph.Date) (relay.CountryConnection, error) {
	page, err := q.groups(ctx, graph.KindCountry, nil, nil, first, after)
	return relay.NewConnection(page, value(after), func(g graph.Group) graph.Country { return graph.Country(g) }), err
}

func (q query) group(ctx context.Context, kind graph.Kind, id *relay.ID, name *string) (*graph.Group, error) {
	if err := oneOf(id, name); err != nil {
		return nil, err
	}
	if name != nil {
		return q.groupNamed(ctx, kind, *name)
	}
	key, err := id.Of(kind)
	if err != nil {
		return nil, err
	}
	return load(ctx).groups.Load(ctx, groupKey{kind, key})
}

func (q query) groups(ctx context.Context, kind graph.Kind, search *string, country *graph.CountryCode, first int, after *graph.Cursor) (graph.Page[graph.Group], error) {
	f := graph.GroupFilter{Kind: kind, Country: value(country)}
	var err error
	if f.Search, err = searchText(search); err != nil {
		return graph.Page[graph.Group]{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return graph.Page[graph.Group]{}, err
	}
	return load(ctx).store.Groups(ctx, f)
}

func (q query) Delegation(ctx context.Context, id relay.ID, _ *graph.Date) (*graph.Delegation, error) {
	key, err := keyOf[graph.DelegationID](&id, graph.KindDelegation)
	if err != nil {
		return nil, err
	}
	return head(only(load(ctx).store.Delegations(ctx, graph.DelegationFilter{IDs: []graph.DelegationID{key}})))
}

func (q query) Delegations(ctx context.Context, filter *relay.DelegationFilter, first int, after *graph.Cursor, _ *graph.Date) (relay.DelegationConnection, error) {
	in := value(filter)
	f := graph.DelegationFilter{Represents: in.Represents, Host: in.Host}
	var err error
	if f.Party, err = keyOf[graph.PartyID](in.Party, graph.KindParty); err != nil {
		return relay.DelegationConnection{}, err
	}
	if f.When, err = when(in.Since, in.Until, in.At); err != nil {
		return relay.DelegationConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.DelegationConnection{}, err
	}
	page, err := only(load(ctx).store.Delegations(ctx, f))
	return relay.NewConnection(page, f.After, same[graph.Delegation]), err
}

func (q query) Agreement(ctx context.Context, id relay.ID, _ *graph.Date) (*graph.Agreement, error) {
	key, err := keyOf[graph.AgreementID](&id, graph.KindAgreement)
	if err != nil {
		return nil, err
	}
	return head(only(load(ctx).store.Agreements(ctx, graph.AgreementFilter{IDs: []graph.AgreementID{key}})))
}

func (q query) Agreements(ctx context.Context, since, until, at *graph.Date, first int, after *graph.Cursor, _ *graph.Date) (relay.AgreementConnection, error) {
	var f graph.AgreementFilter
	var err error
	if f.When, err = when(value(since), value(until), value(at)); err != nil {
		return relay.AgreementConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.AgreementConnection{}, err
	}
	page, err := only(load(ctx).store.Agreements(ctx, f))
	return relay.NewConnection(page, f.After, same[graph.Agreement]), err
}

func (q query) Article(ctx context.Context, id relay.ID, _ *graph.Date) (*graph.Article, error) {
	key, err := keyOf[graph.ArticleID](&id, graph.KindArticle)
	if err != nil {
		return nil, err
	}
	return load(ctx).articles.Load(ctx, key)
}

func (q query) Articles(ctx context.Context, person *relay.ID, first int, after *graph.Cursor, _ *graph.Date) (relay.ArticleConnection, error) {
	var f graph.ArticleFilter
	var err error
	if f.Person, err = keyOf[graph.PersonID](person, graph.KindPerson); err != nil {
		return relay.ArticleConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.ArticleConnection{}, err
	}
	page, err := load(ctx).store.Articles(ctx, f)
	return relay.NewConnection(page, f.After, same[graph.Article]), err
}

func (q query) Places(ctx context.Context, search *string, first int, after *graph.Cursor, _ *graph.Date) (relay.PlaceConnection, error) {
	var f graph.PlaceFilter
	var err error
	if f.Search, err = searchText(search); err != nil {
		return relay.PlaceConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.PlaceConnection{}, err
	}
	page, err := load(ctx).store.Places(ctx, f)
	return relay.NewConnection(page, f.After, same[graph.Place]), err
}

func (q query) Stats(ctx context.Context, _ *graph.Date) (graph.Stats, error) {
	return load(ctx).store.Stats(ctx)
}

// head returns the first item of a page, nil when it is empty.
func head[V any](p graph.Page[V], err error) (*V, error) {
	if err != nil || len(p.Items) == 0 {
		return nil, err
	}
	return &p.Items[0].Value, nil
}
