package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

type (
	person  struct{}
	metEdge struct{}
)

func (person) Country(ctx context.Context, p *graph.Person) (*graph.Country, error) {
	return countryOf(ctx, p.Country)
}

func (person) Offices(_ context.Context, p *graph.Person) ([]relay.Office, error) {
	offices := make([]relay.Office, len(p.Offices))
	for i, o := range p.Offices {
		offices[i] = relay.Office{HeldOffice: o, Person: p.ID}
	}
	return offices, nil
}

func (person) Parties(ctx context.Context, p *graph.Person) ([]graph.Party, error) {
	return groupsTo[graph.Party](ctx, graph.KindParty, p.Parties)
}

func (person) Organizations(ctx context.Context, p *graph.Person) ([]graph.Organization, error) {
	return groupsTo[graph.Organization](ctx, graph.KindOrganization, p.Organizations)
}

func (person) Met(ctx context.Context, p *graph.Person, first int, after *graph.Cursor, with *relay.ID, country *graph.CountryCode, party, organization *relay.ID, office *string, since, until, at *graph.Date, mode *graph.Mode, place *string, minReports int) (relay.MetConnection, error) {
	f, err := newMetFilter(with, party, value(since), value(until), value(at))
	if err != nil {
		return relay.MetConnection{}, err
	}
	f.country = value(country)
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.MetConnection{}, err
	}
	d, err := newDetail(mode, place, minReports)
	if err != nil {
		return relay.MetConnection{}, err
	}
	h, err := newWho(organization, office)
	if err != nil {
		return relay.MetConnection{}, err
	}
	if d != (detail{}) || h != (who{}) {
		return metFiltered(ctx, p.ID, f, d, h)
	}
	page, err := load(ctx).met.Load(ctx, listKey[graph.PersonID, metFilter]{p.ID, f})
	return relay.NewMetConnection(page, f.After), err
}

func newMetFilter(with, party *relay.ID, since, until, at graph.Date) (f metFilter, err error) {
	if f.with, err = keyOf[graph.PersonID](with, graph.KindPerson); err != nil {
		return f, err
	}
	if f.party, err = keyOf[graph.PartyID](party, graph.KindParty); err != nil {
		return f, err
	}
	f.when, err = when(since, until, at)
	return f, err
}

func (person) Meetings(ctx context.Context, p *graph.Person, filter *relay.MeetingFilter, first int, after *graph.Cursor) (relay.MeetingConnection, error) {
	in := value(filter)
	f := attendedFilter{country: in.Country, andCountry: in.AndCountry, status: in.Status, mode: in.Mode}
	var err error
	if f.party, err = keyOf[graph.PartyID](in.Party, graph.KindParty); err != nil {
		return relay.MeetingConnection{}, err
	}
	if f.when, err = when(in.Since, in.Until, in.At); err != nil {
		return relay.MeetingConnection{}, err
	}
	if f.Window, err = window(ctx, first, after); err != nil {
		return relay.MeetingConnection{}, err
	}
	page, err := load(ctx).attended.Load(ctx, listKey[graph.PersonID, attendedFilter]{p.ID, f})
	return relay.NewConnection(page, f.After, same[graph.Meeting]), err
}

func (person) DelegationsLed(ctx context.Context, p *graph.Person, first int, after *graph.Cursor, since, until, at *graph.Date) (relay.DelegationConnection, error) {
	f, err := newDatedFilter(ctx, first, after, since, until, at)
	if err != nil {
		return relay.DelegationConnection{}, err
	}
	page, err := load(ctx).led.Load(ctx, listKey[graph.PersonID, datedFilter]{p.ID, f})
	return relay.NewConnection(page, f.After, same[graph.Delegation]), err
}

func newDatedFilter(ctx context.Context, first int, after *graph.Cursor, since, until, at *graph.Date) (f datedFilter, err error) {
	if f.when, err = when(value(since), value(until), value(at)); err != nil {
		return f, err
	}
	f.Window, err = window(ctx, first, after)
	return f, err
}

func (person) Signed(ctx context.Context, p *graph.Person, first int, after *graph.Cursor, since, until, at *graph.Date) (relay.AgreementConnection, error) {
	return signedBy(ctx, graph.Actor{Kind: graph.ActorPerson, ID: string(p.ID)}, first, after, since, until, at)
}

func signedBy(ctx context.Context, a graph.Actor, first int, after *graph.Cursor, since, until, at *graph.Date) (relay.AgreementConnection, error) {
	f, err := newDatedFilter(ctx, first, after, since, until, at)
	if err != nil {
		return relay.AgreementConnection{}, err
	}
	page, err := load(ctx).signed.Load(ctx, listKey[graph.Actor, datedFilter]{a, f})
	return relay.NewConnection(page, f.After, same[graph.Agreement]), err
}

func (metEdge) Node(ctx context.Context, e *relay.MetEdge) (graph.Person, error) {
	return must(ctx, load(ctx).persons, e.Person)
}

func (metEdge) Sources(ctx context.Context, e *relay.MetEdge) (int, error) {
	return sourcesOf(ctx, e.Encounter.Meeting)
}

// sourcesOf is what the meeting of an encounter knows.
func sourcesOf(ctx context.Context, id graph.MeetingID) (int, error) {
	m, err := must(ctx, load(ctx).meetings, id)
	return m.Sources, err
}

func (metEdge) Place(_ context.Context, e *relay.MetEdge) (*string, error) {
	return optional(e.Place), nil
}

func (metEdge) Meeting(ctx context.Context, e *relay.MetEdge) (graph.Meeting, error) {
	return must(ctx, load(ctx).meetings, e.Encounter.Meeting)
}

func (metEdge) Evidence(ctx context.Context, e *relay.MetEdge, first int) ([]graph.Proof, error) {
	return evidenceOf(ctx, graph.FactID(e.ID), first)
}
