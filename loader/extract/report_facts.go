package extract

import (
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// Facts is the plain form of a report: names instead of references, no
// evidence. It is the form in which wanted facts are written down.
type Facts struct {
	ID        string        `json:"id"`
	Published *string       `json:"published"` // EDTF, null if unknown
	Persons   []FactPerson  `json:"persons"`
	Parties   []FactParty   `json:"parties"`
	Countries []string      `json:"countries"`
	Optional  []string      `json:"countries_optional,omitempty"`
	Met       []FactMeeting `json:"met"`
	Led       []FactLead    `json:"led"`
	Signed    []FactSigning `json:"signed"`
	// References are phrases without a name; only wanted facts tell of them.
	References []FactReference `json:"references,omitempty"`
}

// FactPerson is a named person. Optional facts neither help nor hurt a score.
type FactPerson struct {
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"`
	Country  *string  `json:"country"`
	Role     *string  `json:"role"`
	Optional bool     `json:"optional,omitempty"`
}

// FactReference is a phrase without a name and the persons it stands for, by name: "the visitor",
// "they". At is where it begins, in bytes of the text; without persons it stands for nobody named.
type FactReference struct {
	At      int      `json:"at"`
	Phrase  string   `json:"phrase"`
	Persons []string `json:"persons"`
}

// FactParty is a political party.
type FactParty struct {
	Name     string   `json:"name"`
	Aliases  []string `json:"aliases"`
	Country  *string  `json:"country"`
	Optional bool     `json:"optional,omitempty"`
}

// FactMeeting is an unordered pair of persons who met.
type FactMeeting struct {
	A        string  `json:"a"`
	B        string  `json:"b"`
	Date     *string `json:"date"`
	Place    *string `json:"place"`
	Mode     string  `json:"mode"`
	Optional bool    `json:"optional,omitempty"`
}

// FactLead is a head of a delegation.
type FactLead struct {
	Person   string  `json:"person"`
	Country  *string `json:"country"`
	Party    *string `json:"party"`
	Optional bool    `json:"optional,omitempty"`
}

// FactSigning is one signer of one document.
type FactSigning struct {
	Signer   string  `json:"signer"`
	Kind     string  `json:"kind"` // person, country, party or organization
	What     string  `json:"what"`
	Date     *string `json:"date"`
	Optional bool    `json:"optional,omitempty"`
}

func maybe[S ~string](s S) *string {
	if s == "" {
		return nil
	}
	v := string(s)
	return &v
}

// plain is the one date that holds a span of days: wanted facts have no spans.
func plain(d graph.Date) graph.Date {
	from, to, ok := strings.Cut(string(d), "/")
	if !ok {
		return d
	}
	for _, n := range []int{len("2006-01"), len("2006")} {
		if len(from) >= n && len(to) >= n && from[:n] == to[:n] {
			return graph.Date(from[:n])
		}
	}
	return d
}

// FactsOf returns the plain form of a report: pairs of held meetings only.
func FactsOf(r *graph.Report) Facts {
	f := Facts{
		ID: string(r.Article.ID), Published: maybe(r.Article.Published), Persons: []FactPerson{}, Parties: []FactParty{}, Countries: []string{},
		Met: []FactMeeting{}, Led: []FactLead{}, Signed: []FactSigning{},
	}
	for _, p := range r.Persons {
		role := ""
		if len(p.Offices) > 0 {
			role = p.Offices[0].Title
		}
		f.Persons = append(f.Persons, FactPerson{Name: p.Name, Aliases: list(p.Aliases), Country: maybe(p.Country), Role: maybe(role)})
	}
	for _, p := range r.Parties {
		f.Parties = append(f.Parties, FactParty{Name: p.Name, Aliases: list(p.Aliases), Country: maybe(p.Country)})
	}
	for _, c := range r.Countries {
		f.Countries = append(f.Countries, string(c.Code))
	}
	for _, m := range r.Meetings {
		f.Met = append(f.Met, pairs(r, m)...)
	}
	for _, l := range r.Delegations {
		f.Led = append(f.Led, leadOf(r, l))
	}
	for _, a := range r.Agreements {
		for _, s := range a.Signers {
			f.Signed = append(f.Signed, FactSigning{Signer: actorName(r, s), Kind: string(s.Kind), What: a.What, Date: maybe(a.Date)})
		}
	}
	return f
}

func list(s []string) []string { return append([]string{}, s...) }

func pairs(r *graph.Report, m graph.MeetingClaim) (out []FactMeeting) {
	if m.Status != graph.Held {
		return nil
	}
	for i, a := range m.Participants {
		for _, b := range m.Participants[i+1:] {
			if a.Side != b.Side {
				out = append(out, FactMeeting{A: r.Persons[a.Person].Name, B: r.Persons[b.Person].Name, Date: maybe(plain(m.Date)), Place: maybe(m.Place), Mode: string(m.Mode)})
			}
		}
	}
	return out
}

func leadOf(r *graph.Report, l graph.DelegationClaim) FactLead {
	f := FactLead{Person: r.Persons[l.Head].Name}
	for _, a := range l.Represents {
		switch a.Kind {
		case graph.ActorCountry:
			f.Country = maybe(a.Country)
		case graph.ActorParty:
			f.Party = maybe(r.Parties[a.Index].Name)
		}
	}
	return f
}

func actorName(r *graph.Report, a graph.ActorClaim) string {
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
