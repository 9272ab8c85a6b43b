package resolver

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/server/fault"
	"github.com/diplograph/diplograph/server/relay"
)

// maxHolders is how many persons who ever held an office are looked at.
const maxHolders = 1000

type (
	office         struct{}
	officeEvidence struct{}
	officeHolder   struct{}
)

// officeKey asks for the proofs of an office in some months, joined by blanks.
type officeKey struct {
	person graph.PersonID
	office graph.Office
	months string
}

func (office) Country(ctx context.Context, o *relay.Office) (*graph.Country, error) {
	return countryOf(ctx, o.HeldOffice.Country)
}

func (office) Kind(_ context.Context, o *relay.Office) (*string, error) {
	kind, _ := o.HeldOffice.Kind()
	return optional(kind), nil
}

func (office) Of(_ context.Context, o *relay.Office) (*string, error) {
	_, of := o.HeldOffice.Kind()
	return optional(of), nil
}

// Evidence is that of the months which bound the time or contradict it: what
// lies between is told by too many articles.
func (office) Evidence(ctx context.Context, o *relay.Office, first int) ([]graph.OfficeProof, error) {
	if err := checkFirst(first); err != nil {
		return nil, err
	}
	months := []string{string(o.From), string(o.Held), string(o.Until), string(o.First), string(o.Last)}
	for _, c := range o.Conflicts {
		months = append(months, string(c.Month))
	}
	key := officeKey{o.Person, o.HeldOffice.Office, strings.Join(months, " ")}
	proofs, err := load(ctx).offices.Load(ctx, key)
	if proofs == nil {
		proofs = []graph.OfficeProof{}
	}
	return proofs[:min(first, len(proofs))], err
}

// officeProofs loads the proofs of many offices. An office that no dated
// article tells of has those of the month "".
func officeProofs(s graph.Store) func(context.Context, []officeKey) ([][]graph.OfficeProof, error) {
	return func(ctx context.Context, keys []officeKey) ([][]graph.OfficeProof, error) {
		refs := make([]graph.OfficeRef, len(keys))
		for i, k := range keys {
			refs[i] = graph.OfficeRef{Person: k.person, Office: k.office}
			for m := range strings.FieldsSeq(k.months) {
				refs[i].Months = append(refs[i].Months, graph.Date(m))
			}
			if refs[i].Months == nil {
				refs[i].Months = []graph.Date{""}
			}
		}
		return s.OfficeProofs(ctx, refs)
	}
}

func (officeEvidence) Lang(_ context.Context, p *graph.OfficeProof) (*string, error) {
	return optional(p.Lang), nil
}

func (officeEvidence) Article(ctx context.Context, p *graph.OfficeProof) (graph.Article, error) {
	return must(ctx, load(ctx).articles, p.Article)
}

func (officeHolder) Person(ctx context.Context, h *relay.OfficeHolder) (graph.Person, error) {
	return must(ctx, load(ctx).persons, h.Person)
}

func (q query) OfficeHolders(ctx context.Context, text string, country graph.CountryCode, on *graph.Date, first int, _ *graph.Date) ([]relay.OfficeHolder, error) {
	name, err := searchText(&text)
	if err == nil {
		err = checkFirst(first)
	}
	if err != nil {
		return nil, err
	}
	if name == "" {
		return nil, fault.Input("office is empty")
	}
	from, to, ok := value(on).Bounds()
	if on != nil && !ok {
		return nil, fault.Input("on needs a year")
	}
	persons, err := holders(ctx, name, country)
	if err != nil {
		return nil, err
	}
	all := []relay.OfficeHolder{}
	for _, p := range persons {
		for _, o := range p.Offices {
			if o.Country == country && isOfficeNamed(fold(name), &o) {
				all = appendHolder(all, relay.Office{HeldOffice: o, Person: p.ID}, on != nil, from, to)
			}
		}
	}
	contest(all)
	slices.SortStableFunc(all, likelier) // of equals in order of person
	return all[:min(first, len(all))], nil
}

// holders reads everybody who ever held an office.
func holders(ctx context.Context, name string, country graph.CountryCode) (all []graph.Person, err error) {
	f := graph.PersonFilter{Office: name, OfficeOf: country, Window: graph.Window{First: maxFirst}}
	for {
		page, err := load(ctx).store.Persons(ctx, f)
		if err != nil {
			return nil, err
		}
		all = append(all, page.Values()...)
		if !page.More {
			return all, nil
		}
		if len(all) >= maxHolders {
			return nil, fault.Limit("number of holders of an office", len(all)+1, maxHolders)
		}
		f.After = page.Items[len(page.Items)-1].Cursor
	}
}

// isOfficeNamed reports whether a folded text is the kind of an office or a
// wording of it.
func isOfficeNamed(text string, o *graph.HeldOffice) bool {
	kind, _ := o.Kind()
	plain := func(s string) string { return fold(strings.ReplaceAll(s, "_", " ")) }
	text = plain(text)
	return slices.ContainsFunc(append([]string{o.Key, kind, o.Title}, o.Titles...), func(s string) bool { return plain(s) == text })
}

// appendHolder adds who can have held an office from one day to another, or
// ever.
func appendHolder(all []relay.OfficeHolder, o relay.Office, dated bool, from, to string) []relay.OfficeHolder {
	h := relay.OfficeHolder{Person: o.Person, Office: o, Certain: o.From != ""}
	if dated {
		first, last := graph.Date(from[:len("2006-01")]), graph.Date(to[:len("2006-01")])
		if o.From == "" || o.From > last || o.Until != "" && o.Until < first {
			return all
		}
		h.Certain = o.Held >= first && !slices.ContainsFunc(o.Gaps, func(g graph.OfficeGap) bool { return g.After < first && last < g.Before })
	}
	return append(all, h)
}

// contest marks those who are not the only certain one.
func contest(all []relay.OfficeHolder) {
	certain := map[graph.PersonID]bool{}
	for _, h := range all {
		if h.Certain {
			certain[h.Person] = true
		}
	}
	for i := range all {
		n := len(certain)
		if certain[all[i].Person] {
			n--
		}
		all[i].Contested = n > 0
	}
}

// likelier orders those who are certain before others, and then those told of
// later before those told of earlier.
func likelier(a, b relay.OfficeHolder) int {
	if a.Certain != b.Certain {
		if a.Certain {
			return -1
		}
		return 1
	}
	return cmp.Or(cmp.Compare(b.Office.Held, a.Office.Held), cmp.Compare(b.Office.From, a.Office.From), cmp.Compare(b.Office.Until, a.Office.Until))
}
