package resolver

import (
	"context"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/live"
	"github.com/diplograph/diplograph/server/relay"
)

// subscription resolves the root fields that go on.
type subscription struct{ hub *live.Hub }

func (s subscription) FactsAdded(ctx context.Context, filter *relay.FactFilter) (<-chan live.FactAdded, error) {
	in := value(filter)
	f := live.Filter{Status: in.Status, Country: in.Country}
	for _, k := range in.Kinds {
		f.Kinds = append(f.Kinds, k.Kind())
	}
	var err error
	if f.Person, err = keyOf[graph.PersonID](in.Person, graph.KindPerson); err != nil {
		return nil, err
	}
	if f.Party, err = keyOf[graph.PartyID](in.Party, graph.KindParty); err != nil {
		return nil, err
	}
	return s.hub.Subscribe(ctx, f)
}
