package live

import (
	"cmp"
	"context"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

// FactAdded is a fact that an article tells.
type FactAdded struct {
	// Fact is a graph.Meeting, graph.Delegation or graph.Agreement, with what
	// all articles together say of it.
	Fact    relay.Event
	Article graph.Article
	// Missed is how many facts before this one were dropped, because the
	// subscriber did not take them in time.
	Missed int
}

// Filter selects facts. All conditions that are set must hold.
type Filter struct {
	Kinds   []graph.Kind      // if not empty, only these
	Status  graph.Status      // if set, only these
	Person  graph.PersonID    // if set, took part, led, was a member, or signed
	Country graph.CountryCode // if set, somebody who took part is of it, or it is represented, visited, or signed
	Party   graph.PartyID     // if set, somebody who took part is of it, or it is represented, or signed
}

// fact is a fact with what filters ask for.
type fact struct {
	event     relay.Event
	article   graph.Article
	kind      graph.Kind
	status    graph.Status
	persons   []graph.PersonID
	countries []graph.CountryCode
	parties   []graph.PartyID
}

func (f Filter) keeps(x fact) bool {
	return (len(f.Kinds) == 0 || slices.Contains(f.Kinds, x.kind)) &&
		(f.Status == "" || f.Status == x.status) &&
		(f.Person == "" || slices.Contains(x.persons, f.Person)) &&
		(f.Country == "" || slices.Contains(x.countries, f.Country)) &&
		(f.Party == "" || slices.Contains(x.parties, f.Party))
}

// most is the most ids that a store reads at once.
const most = 1000

// read reads the facts of arrivals, in their order. What has gone meanwhile is
// left out.
func (w *watch) read(ctx context.Context, arrivals []graph.Arrival) ([]fact, error) {
	found, err := w.events(ctx, arrivals)
	if err != nil {
		return nil, err
	}
	articles, err := w.articles(ctx, arrivals)
	if err != nil {
		return nil, err
	}
	var facts []fact
	for _, a := range arrivals {
		for _, id := range a.Facts {
			f, known := found[id]
			var here bool
			if f.article, here = articles[a.Article]; known && here {
				facts = append(facts, f)
			}
		}
	}
	return facts, nil
}

func (w *watch) articles(ctx context.Context, arrivals []graph.Arrival) (map[graph.ArticleID]graph.Article, error) {
	ids := make([]graph.ArticleID, len(arrivals)) // atOnce at most
	for i, a := range arrivals {
		ids[i] = a.Article
	}
	page, err := w.store.Articles(ctx, graph.ArticleFilter{IDs: ids})
	found := map[graph.ArticleID]graph.Article{}
	for _, a := range page.Values() {
		found[a.ID] = a
	}
	return found, err
}

func (w *watch) events(ctx context.Context, arrivals []graph.Arrival) (map[graph.FactID]fact, error) {
	var ids []graph.FactID
	for _, a := range arrivals {
		ids = append(ids, a.Facts...)
	}
	slices.Sort(ids)
	found := map[graph.FactID]fact{}
	for some := range slices.Chunk(slices.Compact(ids), most) {
		if err := w.eventsOf(ctx, some, found); err != nil {
			return nil, err
		}
	}
	return found, w.affiliate(ctx, found)
}

// eventsOf reads facts of all kinds: an id is of one kind, and unknown to the
// lists of the others.
func (w *watch) eventsOf(ctx context.Context, ids []graph.FactID, found map[graph.FactID]fact) error {
	meetings, err := w.store.Meetings(ctx, graph.MeetingFilter{IDs: as[graph.MeetingID](ids)})
	delegations, err2 := w.store.Delegations(ctx, graph.DelegationFilter{IDs: as[graph.DelegationID](ids)})
	agreements, err3 := w.store.Agreements(ctx, graph.AgreementFilter{IDs: as[graph.AgreementID](ids)})
	if err := cmp.Or(err, err2, err3); err != nil {
		return err
	}
	for _, m := range values(meetings) {
		found[graph.FactID(m.ID)] = ofMeeting(m)
	}
	for _, d := range values(delegations) {
		found[graph.FactID(d.ID)] = ofDelegation(d)
	}
	for _, a := range values(agreements) {
		found[graph.FactID(a.ID)] = ofAgreement(a)
	}
	return nil
}

func as[T ~string](ids []graph.FactID) []T {
	out := make([]T, len(ids))
	for i, id := range ids {
		out[i] = T(id)
	}
	return out
}

func values[T any](pages []graph.Page[T]) (all []T) {
	for _, p := range pages {
		all = append(all, p.Values()...)
	}
	return all
}

func ofMeeting(m graph.Meeting) fact {
	f := fact{event: m, kind: graph.KindMeeting, status: m.Status}
	for _, p := range m.Participants {
		f.persons = append(f.persons, p.Person)
	}
	return f
}

func ofDelegation(d graph.Delegation) fact {
	f := fact{event: d, kind: graph.KindDelegation, status: d.Status, persons: append([]graph.PersonID{d.Head}, d.Members...)}
	f.countries = append(f.countries, d.Host)
	f.actors(d.Represents)
	return f
}

func ofAgreement(a graph.Agreement) fact {
	f := fact{event: a, kind: graph.KindAgreement, status: a.Status}
	f.actors(a.Signers)
	return f
}

func (f *fact) actors(actors []graph.Actor) {
	for _, a := range actors {
		switch a.Kind {
		case graph.ActorPerson:
			f.persons = append(f.persons, graph.PersonID(a.ID))
		case graph.ActorCountry:
			f.countries = append(f.countries, graph.CountryCode(a.ID))
		case graph.ActorParty:
			f.parties = append(f.parties, graph.PartyID(a.ID))
		}
	}
}

// affiliate adds the countries and parties of the persons of meetings and
// agreements. Who travels with a delegation does not speak for anybody else.
func (w *watch) affiliate(ctx context.Context, found map[graph.FactID]fact) error {
	var ids []graph.PersonID
	for _, f := range found {
		ids = append(ids, f.persons...)
	}
	slices.Sort(ids)
	persons := map[graph.PersonID]graph.Person{}
	for some := range slices.Chunk(slices.Compact(ids), most) {
		page, err := w.store.Persons(ctx, graph.PersonFilter{IDs: some})
		if err != nil {
			return err
		}
		for _, p := range page.Values() {
			persons[p.ID] = p
		}
	}
	for id, f := range found {
		if f.kind == graph.KindDelegation {
			continue
		}
		for _, p := range f.persons {
			f.countries = append(f.countries, persons[p].Country)
			f.parties = append(f.parties, persons[p].Parties...)
		}
		found[id] = f
	}
	return nil
}
