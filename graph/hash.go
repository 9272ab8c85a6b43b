package graph

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// Hash returns the content hash of r in 64 hex digits: equal for equal
// reports, on every machine and in every run. An empty list counts as no
// list, and so does a list that was never set.
func (r *Report) Hash() string {
	sum := sha256.Sum256(r.Canonical())
	return hex.EncodeToString(sum[:])
}

// Canonical returns the JSON form of r that Hash is made of: fields in the
// order of the type, no spaces, no line end, empty lists as null.
func (r *Report) Canonical() []byte {
	return MarshalCanonical(r.normal())
}

// MarshalCanonical encodes v as JSON on one line without HTML escapes. It
// panics on values JSON cannot express: domain types never are.
func MarshalCanonical(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		panic("graph: " + err.Error())
	}
	return bytes.TrimSuffix(b.Bytes(), []byte("\n"))
}

// normal returns r with nil for every empty list that is encoded. Lists
// tagged omitempty need no care. Nothing of r is changed.
func (r *Report) normal() *Report {
	n := *r
	n.Persons = each(r.Persons, func(p *ReportedPerson) { p.Mentions = filled(p.Mentions) })
	n.Parties = each(r.Parties, normalGroup)
	n.Organizations = each(r.Organizations, normalGroup)
	n.Countries = each(r.Countries, func(c *ReportedCountry) { c.Mentions = filled(c.Mentions) })
	n.Meetings = filled(r.Meetings)
	n.Delegations = filled(r.Delegations)
	n.Agreements = filled(r.Agreements)
	return &n
}

func normalGroup(g *ReportedGroup) { g.Mentions = filled(g.Mentions) }

func filled[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}

// each returns a copy of list, changed by f; nil when it is empty.
func each[T any](list []T, f func(*T)) []T {
	if len(list) == 0 {
		return nil
	}
	c := append([]T(nil), list...)
	for i := range c {
		f(&c[i])
	}
	return c
}
