package eval

import (
	"maps"
	"slices"

	"github.com/diplograph/diplograph/graph"
)

// missed says why wanted fact i was not claimed, and which sentences to look
// at.
func (c *critic) missed(k Kind, i int) (why string, where []int) {
	if c.report == nil {
		return "no-article", nil
	}
	switch k {
	case Persons:
		where = c.naming(c.want.person(i))
		return c.missedName(c.want.person(i), c.got.allPersons(), where), where
	case Parties:
		where = c.naming(c.want.party(i))
		return c.missedName(c.want.party(i), c.got.allParties(), where), where
	case Met:
		return c.missedMeeting(c.want.Met[i].A, c.want.Met[i].B)
	case Led:
		return c.missedLead(i)
	case Signed:
		return c.missedSigning(i)
	}
	return "unseen", nil
}

func (t facts) allPersons() (all [][]string) {
	for i := range t.Persons {
		all = append(all, t.person(i))
	}
	return all
}

func (t facts) allParties() (all [][]string) {
	for i := range t.Parties {
		all = append(all, t.party(i))
	}
	return all
}

// missedName explains a name nobody claims, among the names that are claimed.
func (c *critic) missedName(forms []string, claimed [][]string, where []int) string {
	switch {
	case slices.ContainsFunc(claimed, func(f []string) bool { return sameAny(forms, f) }):
		return "merged" // the claim that fits it stands for another one
	case slices.ContainsFunc(claimed, func(f []string) bool { return shareWord(forms, f) }):
		return "cut" // part of the name was taken, or taken as part of another
	case len(where) == 0:
		return "not-as-written" // glued or garbled in the text
	}
	return "unseen"
}

// shareWord reports whether two names have a word of three letters in common.
func shareWord(xs, ys []string) bool {
	all := map[string]bool{}
	for _, x := range xs {
		for _, w := range nameWords(x) {
			all[w] = len(w) >= 3
		}
	}
	return slices.ContainsFunc(ys, func(y string) bool {
		return slices.ContainsFunc(nameWords(y), func(w string) bool { return all[w] })
	})
}

// naming returns the sentences that name one with these names.
func (c *critic) naming(forms []string) []int { return c.page.naming(forms, c.own(forms)) }

// own returns the words of a name that no other wanted person has. Words of
// two letters are too common.
func (c *critic) own(forms []string) map[string]bool {
	own := map[string]bool{}
	for _, f := range forms {
		for _, w := range nameWords(f) {
			own[w] = len(w) >= 3
		}
	}
	for i := range c.want.Persons {
		if other := c.want.person(i); !sameAny(forms, other) {
			for _, f := range other {
				for _, w := range nameWords(f) {
					delete(own, w)
				}
			}
		}
	}
	return own
}

// claimed reports whether the wanted person called name is among the claimed.
func (c *critic) claimed(name string) bool {
	return slices.ContainsFunc(c.got.allPersons(), func(f []string) bool { return sameAny(c.want.forms(name), f) })
}

func (c *critic) missedMeeting(a, b string) (why string, where []int) {
	fa, fb := c.want.forms(a), c.want.forms(b)
	na, nb := c.naming(fa), c.naming(fb)
	both := slices.DeleteFunc(slices.Clone(na), func(i int) bool { return !slices.Contains(nb, i) })
	where = both
	if len(both) == 0 {
		where = slices.Concat(na, nb)
	}
	if !c.claimed(a) || !c.claimed(b) {
		return "person-missing", where
	}
	if why := c.otherMeeting(fa, fb); why != "" {
		return why, where
	}
	tells := slices.ContainsFunc(where, func(i int) bool { return c.page.tells(i, "met") })
	switch {
	case !tells:
		return "no-trigger-in-sentence", where
	case len(both) == 0:
		return "never-in-one-sentence", where
	}
	return "trigger-not-understood", where
}

// otherMeeting looks for a reported meeting of both that makes no pair of
// them.
func (c *critic) otherMeeting(a, b []string) string {
	found := map[string]bool{}
	for _, m := range c.report.Meetings {
		if !c.attend(m, a) || !c.attend(m, b) {
			continue
		}
		switch m.Status {
		case graph.Planned:
			found["planned-instead"] = true
		case graph.Cancelled:
			found["cancelled-instead"] = true
		default:
			found["same-side-instead"] = true
		}
	}
	for _, why := range slices.Sorted(maps.Keys(found)) {
		return why
	}
	return ""
}

func (c *critic) attend(m graph.MeetingClaim, forms []string) bool {
	return slices.ContainsFunc(m.Participants, func(p graph.ParticipantClaim) bool {
		who := c.report.Persons[p.Person]
		return sameAny(forms, names(who.Name, who.Aliases))
	})
}

func (c *critic) missedLead(i int) (string, []int) {
	forms := c.want.forms(c.want.Led[i].Person)
	where := c.naming(forms)
	switch {
	case !c.claimed(c.want.Led[i].Person):
		return "person-missing", where
	case slices.ContainsFunc(c.got.ledBy(), func(f []string) bool { return sameAny(forms, f) }):
		return "other-side", where
	}
	return "unseen", where
}

// ledBy returns the names of every head of a delegation.
func (t facts) ledBy() (all [][]string) {
	for _, l := range t.Led {
		all = append(all, t.forms(l.Person))
	}
	return all
}

func (c *critic) missedSigning(i int) (string, []int) {
	s := c.want.Signed[i]
	where := c.naming(c.want.forms(s.Signer))
	switch {
	case s.Kind == string(graph.ActorPerson) && !c.claimed(s.Signer):
		return "person-missing", where
	case len(c.got.Signed) > 0:
		return "other-signer", where
	}
	return "nothing-signed", where
}
