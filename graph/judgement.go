package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Judgement is what somebody decided on who is who: that two references mean
// one person, or two. It overrides what the articles suggest.
type Judgement struct {
	// Same is true for one person, false for two.
	Same bool      `json:"same"`
	A    PersonRef `json:"a"`
	B    PersonRef `json:"b"`
	// Who decided, on which day, and on what grounds; each may be empty.
	Who  string `json:"who,omitempty"`
	When Date   `json:"when,omitempty"`
	Why  string `json:"why,omitempty"`
}

// PersonRef names a person to a judgement: by ID, by Key, or by Name and, when
// given, Country. A name means all who are written with just these words and
// marks, in any case and order, and have no key; an id the person who has it in
// the graph without the judgements that join persons.
type PersonRef struct {
	ID PersonID `json:"id,omitempty"`
	// Key is that of seed knowledge: see ReportedPerson.Key.
	Key     string      `json:"key,omitempty"`
	Name    string      `json:"name,omitempty"`
	Country CountryCode `json:"country,omitempty"`
}

// The prefixes that tell ids and keys from names.
const (
	idPrefix  = "id:"
	keyPrefix = "key:"
)

// String returns the form that ParsePersonRef reads: "id:p2x…",
// "key:vn/to-lam" or "Tô Lâm/VN".
func (r PersonRef) String() string {
	switch {
	case r.ID != "":
		return idPrefix + string(r.ID)
	case r.Key != "":
		return keyPrefix + r.Key
	case r.Country != "":
		return r.Name + "/" + string(r.Country)
	}
	return r.Name
}

// ParsePersonRef reads "id:ID", "key:KEY", "Name/CC" or "Name". The error is
// ErrInvalid.
func ParsePersonRef(s string) (PersonRef, error) {
	var r PersonRef
	if id, ok := strings.CutPrefix(s, idPrefix); ok {
		r.ID = PersonID(id)
	} else if key, ok := strings.CutPrefix(s, keyPrefix); ok {
		r.Key = key
	} else {
		r.Name = s
		if name, code, ok := cutLast(s, "/"); ok && isCountry(CountryCode(code)) {
			r.Name, r.Country = name, CountryCode(code)
		}
	}
	v := &validator{}
	v.ref("reference", r)
	if v.err != nil {
		return PersonRef{}, fmt.Errorf("%w: %w", v.err, ErrInvalid)
	}
	return r, nil
}

func cutLast(s, sep string) (before, after string, found bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func (v *validator) ref(what string, r PersonRef) {
	if r.ID != "" || r.Key != "" {
		v.str(what+" id", string(r.ID))
		v.str(what+" key", r.Key)
		v.check(r == PersonRef{ID: r.ID} || r == PersonRef{Key: r.Key}, "%s has an id, a key or a name beside another one: give one of them", what)
		return
	}
	v.name(what+" name", r.Name)
	v.country(what, r.Country)
}

// Validate checks that both references name somebody, and not in one way. The
// error is ErrInvalid.
func (j *Judgement) Validate() error {
	v := &validator{}
	v.ref("the first reference", j.A)
	v.ref("the second reference", j.B)
	v.check(j.A != j.B, "both references are %q", j.A)
	v.str("who", j.Who)
	v.str("why", j.Why)
	v.date("when", j.When)
	if v.err != nil {
		return fmt.Errorf("judgement on %s and %s: %w: %w", clip(j.A.String()), clip(j.B.String()), v.err, ErrInvalid)
	}
	return nil
}

// Compare orders judgements by what they say.
func (j Judgement) Compare(k Judgement) int {
	return cmp.Or(
		strings.Compare(j.A.String(), k.A.String()), strings.Compare(j.B.String(), k.B.String()), compareBool(j.Same, k.Same),
		strings.Compare(j.Who, k.Who), strings.Compare(string(j.When), string(k.When)), strings.Compare(j.Why, k.Why),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// JudgementSet returns judgements as the set they are: each once, in order,
// the lesser reference first. It does not change its argument.
func JudgementSet(js []Judgement) []Judgement {
	set := slices.Clone(js)
	for i := range set {
		if j := &set[i]; j.B.String() < j.A.String() {
			j.A, j.B = j.B, j.A
		}
	}
	slices.SortFunc(set, Judgement.Compare)
	return slices.Compact(set)
}
