package extract_test

import (
	"fmt"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// fact is one line of a case: "met: A | B | 2024-05-06 | in_person | Dakar".
type fact struct {
	kind   string
	fields []string
}

// factKinds tells how many fields a kind has at most and at least.
var factKinds = map[string][2]int{
	"met": {2, 5}, "planned": {2, 5}, "cancelled": {2, 5}, "led": {1, 4}, "signed": {1, 3}, "person": {1, 3}, "party": {1, 2},
}

func parseFact(kind, value string) (fact, error) {
	n, ok := factKinds[kind]
	if !ok {
		return fact{}, fmt.Errorf("unknown kind of fact %q", kind)
	}
	f := fact{kind: kind, fields: strings.Split(value, "|")}
	for i := range f.fields {
		f.fields[i] = strings.TrimSpace(f.fields[i])
	}
	if len(f.fields) < n[0] || len(f.fields) > n[1] {
		return f, fmt.Errorf("%s has %d fields, want %d to %d", kind, len(f.fields), n[0], n[1])
	}
	return f, nil
}

func (f fact) String() string { return f.kind + ": " + strings.Join(f.fields, " | ") }

// fits reports whether a found fact is the wanted one.
func (f fact) fits(got fact) bool {
	if f.kind != got.kind {
		return false
	}
	w := slices.Clone(f.fields)
	if f.pair() && w[0] != got.fields[0] {
		w[0], w[1] = w[1], w[0]
	}
	for i, v := range w {
		begins := f.kind == "signed" && i == 1 && strings.HasPrefix(got.fields[i], v)
		if v != "*" && v != got.fields[i] && !begins {
			return false
		}
	}
	return true
}

func (f fact) pair() bool { return f.kind == "met" || f.kind == "planned" || f.kind == "cancelled" }

// factsOf lists what a report says.
func factsOf(r *graph.Report) (out []fact) {
	add := func(kind string, fields ...string) {
		for i, v := range fields {
			if v == "" {
				fields[i] = "-"
			}
		}
		out = append(out, fact{kind, fields})
	}
	for _, m := range r.Meetings {
		kind := map[graph.Status]string{graph.Held: "met", graph.Planned: "planned", graph.Cancelled: "cancelled"}[m.Status]
		for i, a := range m.Participants {
			for _, b := range m.Participants[i+1:] {
				if a.Side != b.Side {
					add(kind, r.Persons[a.Person].Name, r.Persons[b.Person].Name, string(m.Date), string(m.Mode), m.Place)
				}
			}
		}
	}
	for _, l := range r.Delegations {
		state, party := represented(r, l.Represents)
		add("led", r.Persons[l.Head].Name, state, party, string(l.Status))
	}
	for _, a := range r.Agreements {
		for _, s := range a.Signers {
			add("signed", signer(r, s), a.What, string(a.Date))
		}
	}
	return append(out, things(r)...)
}

// things lists the persons, parties and states of a report.
func things(r *graph.Report) (out []fact) {
	for _, p := range r.Persons {
		office := "-"
		if len(p.Offices) > 0 {
			office = p.Offices[0].Title
		}
		out = append(out, fact{"person", []string{p.Name, orDash(string(p.Country)), office}})
	}
	for _, p := range r.Parties {
		out = append(out, fact{"party", []string{p.Name, orDash(string(p.Country))}})
	}
	for _, c := range r.Countries {
		out = append(out, fact{"country", []string{string(c.Code)}})
	}
	return out
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func represented(r *graph.Report, as []graph.ActorClaim) (state, party string) {
	for _, a := range as {
		switch a.Kind {
		case graph.ActorCountry:
			state = string(a.Country)
		case graph.ActorParty:
			party = r.Parties[a.Index].Name
		}
	}
	return state, party
}

func signer(r *graph.Report, a graph.ActorClaim) string {
	switch a.Kind {
	case graph.ActorPerson:
		return r.Persons[a.Index].Name
	case graph.ActorParty:
		return r.Parties[a.Index].Name
	case graph.ActorOrganization:
		return r.Organizations[a.Index].Name
	}
	return string(a.Country)
}
