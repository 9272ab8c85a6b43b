package eval

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// invented says in what claim i goes wrong.
func (c *critic) invented(k Kind, i int) string {
	switch k {
	case Persons:
		return inventedName(c.got.person(i), c.want.allPersons())
	case Parties:
		return inventedName(c.got.party(i), c.want.allParties())
	case Met:
		return c.inventedMeeting(c.got.Met[i].A, c.got.Met[i].B)
	case Led:
		return c.inventedLead(i)
	case Signed:
		return c.inventedSigning(i)
	}
	return "unknown"
}

func inventedName(forms []string, wanted [][]string) string {
	switch {
	case slices.ContainsFunc(wanted, func(f []string) bool { return sameAny(forms, f) }):
		return "double" // a second claim for one wanted name
	case slices.ContainsFunc(wanted, func(f []string) bool { return shareWord(forms, f) }):
		return "cut"
	}
	return "unknown"
}

// wanted reports whether the claimed person called name is among the wanted.
func (c *critic) wanted(name string) bool {
	return slices.ContainsFunc(c.want.allPersons(), func(f []string) bool { return sameAny(c.got.forms(name), f) })
}

func (c *critic) inventedMeeting(a, b string) string {
	if !c.wanted(a) || !c.wanted(b) {
		return "person-invented"
	}
	fa, fb := c.got.forms(a), c.got.forms(b)
	for _, m := range c.want.Met {
		wa, wb := c.want.forms(m.A), c.want.forms(m.B)
		if sameAny(fa, wa) || sameAny(fa, wb) || sameAny(fb, wa) || sameAny(fb, wb) {
			return "wrong-partner"
		}
	}
	return "never-met"
}

func (c *critic) inventedLead(i int) string {
	forms := c.got.forms(c.got.Led[i].Person)
	switch {
	case !c.wanted(c.got.Led[i].Person):
		return "person-invented"
	case slices.ContainsFunc(c.want.ledBy(), func(f []string) bool { return sameAny(forms, f) }):
		return "wrong-side"
	}
	return "no-lead"
}

func (c *critic) inventedSigning(i int) string {
	s := c.got.Signed[i]
	switch {
	case s.Kind == string(graph.ActorPerson) && !c.wanted(s.Signer):
		return "person-invented"
	case len(c.want.Signed) > 0:
		return "wrong-signer"
	}
	return "nothing-signed"
}

// proof returns the sentences that claim i rests on.
func (c *critic) proof(k Kind, i int) (where []int) {
	var spans []graph.Span
	switch k {
	case Persons:
		spans = c.report.Persons[i].Mentions
	case Parties:
		spans = c.report.Parties[i].Mentions
	case Countries:
		spans = c.report.Countries[i].Mentions
	case Met:
		spans = c.meetingSpans(c.got.Met[i].A, c.got.Met[i].B)
	case Led:
		spans = quotes(c.report.Delegations[i].Evidence)
	case Signed:
		spans = c.signingSpans(i)
	}
	for _, s := range spans {
		where = append(where, c.page.at(s.Start))
	}
	return where
}

func quotes(es []graph.Evidence) (spans []graph.Span) {
	for _, e := range es {
		spans = append(spans, e.Span)
	}
	return spans
}

func (c *critic) meetingSpans(a, b string) (spans []graph.Span) {
	for _, m := range c.report.Meetings {
		if m.Status == graph.Held && c.attend(m, []string{a}) && c.attend(m, []string{b}) {
			spans = append(spans, quotes(m.Evidence)...)
		}
	}
	return spans
}

// signingSpans finds the agreement of signer i: the plain form lists one
// signer after the other.
func (c *critic) signingSpans(i int) []graph.Span {
	for _, a := range c.report.Agreements {
		if i -= len(a.Signers); i < 0 {
			return quotes(a.Evidence)
		}
	}
	return nil
}
