package neo4j

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

// saidOffice is how a sentence stands in the list "offices" of a NAMES edge:
// after its beginning (saidBegin), by which it is found.
type saidOffice struct {
	Month   graph.Date        `json:"month"`
	Country graph.CountryCode `json:"country,omitempty"`
	graph.OfficeProof
}

const saidEnd = "\x1f" // in no kind of office, which is folded

func saidBegin(kind string, month graph.Date) string { return kind + saidEnd + string(month) + saidEnd }

// officesSaid returns the sentences by claim.
func officesSaid(all []derive.Said) map[string][]string {
	by := map[string][]string{}
	for _, s := range all {
		doc := graph.MarshalCanonical(saidOffice{s.Month, s.Country, s.OfficeProof})
		by[s.Claim] = append(by[s.Claim], saidBegin(s.Kind, s.Month)+string(doc))
	}
	return by
}

// OfficeProofs implements graph.Store. It looks at all articles that name the
// persons.
func (s *Store) OfficeProofs(ctx context.Context, offices []graph.OfficeRef) ([][]graph.OfficeProof, error) {
	if err := keyset.CheckOffices(offices); err != nil {
		return nil, err
	}
	refs := make([]any, len(offices))
	for i, o := range offices {
		begins := []string{}
		for _, kind := range derive.OfficeKinds(o.Office) {
			for _, m := range o.Months {
				begins = append(begins, saidBegin(kind, m))
			}
		}
		refs[i] = params{"person": string(o.Person), "begins": begins}
	}
	var found [][]saidOffice
	err := s.read(ctx, func(v *view) error {
		rows, err := v.query(cypherOfficeProofs, params{"refs": refs})
		if err != nil {
			return err
		}
		found, err = readSaid(rows, offices)
		return err
	})
	if err != nil {
		return nil, err
	}
	out := make([][]graph.OfficeProof, len(offices))
	for i := range found {
		slices.SortFunc(found[i], compareSaid)
		for _, said := range found[i][:min(len(found[i]), graph.MaxOfficeProofs)] {
			out[i] = append(out[i], said.OfficeProof)
		}
	}
	return out, nil
}

func readSaid(rows []any, offices []graph.OfficeRef) ([][]saidOffice, error) {
	found := make([][]saidOffice, len(offices))
	for _, r := range rows {
		row := r.([]any)
		i := row[0].(int64)
		line := text(row[1])
		var said saidOffice
		if err := json.Unmarshal([]byte(line[strings.LastIndex(line, saidEnd)+1:]), &said); err != nil {
			return nil, fmt.Errorf("stored office %.40q: %v: %w", line, err, graph.ErrIncompatible)
		}
		if said.Country == "" || said.Country == offices[i].Office.Country {
			found[i] = append(found[i], said)
		}
	}
	return found, nil
}

func compareSaid(a, b saidOffice) int {
	return cmp.Or(
		cmp.Compare(a.Month, b.Month), cmp.Compare(a.Article, b.Article), cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End),
		cmp.Compare(strconv.FormatBool(a.Former), strconv.FormatBool(b.Former)),
	)
}
