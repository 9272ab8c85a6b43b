package resolver

import (
	"context"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/relay"
)

// who is what stores do not filter the other person of an encounter by. Its
// zero value keeps all.
type who struct {
	organization graph.OrganizationID
	office       string // folded
}

func newWho(organization *relay.ID, office *string) (w who, err error) {
	if w.organization, err = keyOf[graph.OrganizationID](organization, graph.KindOrganization); err != nil {
		return w, err
	}
	text, err := searchText(office)
	w.office = fold(text)
	return w, err
}

// keep returns the encounters with persons that w admits.
func (w who) keep(ctx context.Context, s graph.Store, all []graph.Encounter) ([]graph.Encounter, error) {
	if w == (who{}) {
		return all, nil
	}
	admitted := map[graph.PersonID]bool{}
	for ids := range slices.Chunk(othersOf(all), maxBatch) {
		page, err := s.Persons(ctx, graph.PersonFilter{IDs: ids})
		if err != nil {
			return nil, err
		}
		for _, p := range page.Values() {
			admitted[p.ID] = w.admits(p)
		}
	}
	return slices.DeleteFunc(slices.Clone(all), func(e graph.Encounter) bool { return !admitted[e.Person] }), nil
}

func othersOf(all []graph.Encounter) []graph.PersonID {
	seen := map[graph.PersonID]bool{}
	for _, e := range all {
		seen[e.Person] = true
	}
	return sorted(seen)
}

func (w who) admits(p graph.Person) bool {
	return (w.organization == "" || slices.Contains(p.Organizations, w.organization)) &&
		(w.office == "" || slices.ContainsFunc(p.Offices, func(o graph.HeldOffice) bool { return isOffice(w.office, &o) }))
}

// isOffice reports whether a folded text is the kind of an office or begins
// words of a wording of it.
func isOffice(text string, o *graph.HeldOffice) bool {
	begins := func(title string) bool { return allBegin(strings.Fields(text), strings.Fields(fold(title))) }
	return strings.ReplaceAll(text, " ", "_") == o.Key || begins(o.Title) || slices.ContainsFunc(o.Titles, begins)
}
