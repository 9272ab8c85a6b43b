package graph

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a report may hold at most. Real articles stay far below; the caps keep
// one hostile report from filling a store.
const (
	MaxText         = 64 << 20 // bytes of Article.Text
	MaxString       = 2000     // bytes of any other string but a quote
	MaxPersons      = 10_000   // also parties, organizations, countries
	MaxClaims       = 5_000    // meetings; also delegations, agreements
	MaxParticipants = 100      // of one meeting; also signers, members, evidence of one claim
	MaxSeats        = 20_000   // participants over all meetings of one report
	MaxAliases      = 100      // of one person or group; also offices
)

// Validate checks that r keeps the rules every store relies on: indices in
// range, evidence offsets that slice Article.Text on rune boundaries and equal
// the quote, at least one evidence per claim, distinct participants, dates
// that parse, known statuses, names with a letter, sizes within the caps. The
// error is ErrInvalid and names the article and the offending part.
func (r *Report) Validate() error {
	v := &validator{report: r}
	v.article()
	v.persons()
	v.groups("parties", r.Parties)
	v.groups("organizations", r.Organizations)
	v.countries()
	v.meetings()
	v.delegations()
	v.agreements()
	if v.err != nil {
		return fmt.Errorf("article %q: %s: %w", clip(string(r.Article.ID)), v.err, ErrInvalid)
	}
	return nil
}

// clip shortens a string for an error message.
func clip(s string) string {
	if len(s) > 80 {
		return s[:80] + "…"
	}
	return s
}

// validator keeps the first problem it finds.
type validator struct {
	report *Report
	err    error
}

func (v *validator) check(ok bool, format string, args ...any) {
	if !ok && v.err == nil {
		v.err = fmt.Errorf(format, args...)
	}
}

// str wants valid UTF-8, not too long, and no control characters but tab and
// line feed: names and ids become keys, which are joined by control characters.
func (v *validator) str(what, s string) {
	v.check(len(s) <= MaxString, "%s is longer than %d bytes", what, MaxString)
	v.check(utf8.ValidString(s), "%s is not UTF-8", what)
	v.check(strings.IndexFunc(s, control) < 0, "%s %q has a control character", what, clip(s))
}

func (v *validator) name(what, s string) {
	v.str(what, s)
	v.check(strings.IndexFunc(s, letterOrDigit) >= 0, "%s %q has no letter", what, clip(s))
}

func control(r rune) bool { return unicode.IsControl(r) && r != '\n' && r != '\t' }

func letterOrDigit(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func (v *validator) size(what string, n, most int) {
	v.check(n <= most, "%d %s, more than %d", n, what, most)
}

func (v *validator) index(what string, i, n int) {
	v.check(i >= 0 && i < n, "%s: index %d is not in a list of %d", what, i, n)
}

func (v *validator) date(what string, d Date) {
	_, err := ParseDate(string(d))
	v.check(err == nil, "%s: %v", what, err)
}

// country wants a code of two capitals or none.
func (v *validator) country(what string, c CountryCode) {
	v.check(c == "" || isCountry(c), "%s: country %q is not two capital letters", what, clip(string(c)))
}

func isCountry(c CountryCode) bool {
	return len(c) == 2 && c[0] >= 'A' && c[0] <= 'Z' && c[1] >= 'A' && c[1] <= 'Z'
}

func (v *validator) article() {
	a := &v.report.Article
	v.check(a.ID != "", "it has no id")
	v.str("id", string(a.ID))
	v.str("url", a.URL)
	v.str("title", a.Title)
	v.str("source", a.Source)
	v.str("lang", a.Lang)
	v.date("published", a.Published)
	v.size("bytes of text", len(a.Text), MaxText)
	v.check(utf8.ValidString(a.Text), "text is not UTF-8")
	v.check(strings.IndexByte(a.Text, 0) < 0, "text has a NUL")
}

func (v *validator) span(what string, s Span) {
	text := v.report.Article.Text
	if s.Start < 0 || s.Start >= s.End || s.End > len(text) {
		v.check(false, "%s: [%d:%d] is no range of a text of %d bytes", what, s.Start, s.End, len(text))
		return
	}
	ok := utf8.RuneStart(text[s.Start]) && (s.End == len(text) || utf8.RuneStart(text[s.End]))
	v.check(ok, "%s: [%d:%d] cuts a letter", what, s.Start, s.End)
}

func (v *validator) spans(what string, ss []Span) {
	for _, s := range ss {
		v.span(what, s)
	}
}

func (v *validator) evidence(what string, es []Evidence) {
	v.check(len(es) > 0, "%s has no evidence", what)
	v.size("evidences of "+what, len(es), MaxParticipants)
	for i := range es {
		e := &es[i]
		v.span(what, e.Span)
		if v.err != nil {
			return
		}
		v.check(v.report.Article.Text[e.Start:e.End] == e.Quote, "%s: the quote %q is not text [%d:%d]", what, clip(e.Quote), e.Start, e.End)
		v.str(what+" lang", e.Lang)
		v.str(what+" rule", e.Rule)
		v.check(e.Rule != "", "%s: evidence without a rule", what)
		v.check(e.Confidence > 0 && e.Confidence <= 1, "%s: confidence %v is not in (0, 1]", what, e.Confidence)
	}
}

func (v *validator) persons() {
	r := v.report
	v.size("persons", len(r.Persons), MaxPersons)
	for i := range r.Persons {
		p, what := &r.Persons[i], fmt.Sprintf("persons[%d]", i)
		v.name(what+" name", p.Name)
		v.aliases(what, p.Aliases)
		v.country(what, p.Country)
		v.str(what+" key", p.Key)
		v.indices(what+" parties", p.Parties, len(r.Parties))
		v.indices(what+" organizations", p.Organizations, len(r.Organizations))
		v.size("offices of "+what, len(p.Offices), MaxAliases)
		for _, o := range p.Offices {
			v.name(what+" office", o.Title)
			v.country(what+" office", o.Country)
			v.str(what+" seat", o.Seat)
		}
		v.spans(what, p.Mentions)
	}
}

func (v *validator) aliases(what string, aliases []string) {
	v.size("aliases of "+what, len(aliases), MaxAliases)
	for _, a := range aliases {
		v.name(what+" alias", a)
	}
}

// indices wants distinct indices into a list of n.
func (v *validator) indices(what string, is []int, n int) {
	v.size(what, len(is), MaxParticipants)
	seen := map[int]bool{}
	for _, i := range is {
		v.index(what, i, n)
		v.check(!seen[i], "%s: index %d twice", what, i)
		seen[i] = true
	}
}

func (v *validator) groups(kind string, gs []ReportedGroup) {
	v.size(kind, len(gs), MaxPersons)
	for i := range gs {
		g, what := &gs[i], fmt.Sprintf("%s[%d]", kind, i)
		v.name(what+" name", g.Name)
		v.aliases(what, g.Aliases)
		v.country(what, g.Country)
		v.str(what+" key", g.Key)
		v.spans(what, g.Mentions)
	}
}

func (v *validator) countries() {
	v.size("countries", len(v.report.Countries), MaxPersons)
	for i, c := range v.report.Countries {
		what := fmt.Sprintf("countries[%d]", i)
		v.check(c.Code != "", "%s has no code", what)
		v.country(what, c.Code)
		v.spans(what, c.Mentions)
	}
}

func (v *validator) meetings() {
	r, seats := v.report, 0
	v.size("meetings", len(r.Meetings), MaxClaims)
	for i := range r.Meetings {
		m, what := &r.Meetings[i], fmt.Sprintf("meetings[%d]", i)
		seats += len(m.Participants)
		v.participants(what, m.Participants)
		v.check(knownStatus(m.Status), "%s: status %q", what, clip(string(m.Status)))
		v.check(m.Mode == "" || m.Mode == InPerson || m.Mode == Remote, "%s: mode %q", what, clip(string(m.Mode)))
		v.date(what, m.Date)
		v.str(what+" place", m.Place)
		v.str(what+" place key", m.PlaceKey)
		v.country(what, m.Country)
		v.evidence(what, m.Evidence)
	}
	v.size("participants of all meetings", seats, MaxSeats)
}

func knownStatus(s Status) bool { return s == Planned || s == Held || s == Cancelled }

func (v *validator) participants(what string, ps []ParticipantClaim) {
	v.check(len(ps) > 0, "%s has no participant", what)
	indices := make([]int, len(ps))
	for i, p := range ps {
		indices[i] = p.Person
		v.check(p.Side >= 0, "%s: side %d", what, p.Side)
		v.check(knownRole(p.Role), "%s: role %q", what, clip(string(p.Role)))
	}
	v.indices(what+" participants", indices, len(v.report.Persons))
}

func knownRole(r Role) bool {
	switch r {
	case "", RoleHost, RoleVisitor, RoleDelegationHead, RoleSignatory:
		return true
	}
	return false
}

func (v *validator) actors(what string, as []ActorClaim) {
	r := v.report
	v.size(what, len(as), MaxParticipants)
	for _, a := range as {
		switch a.Kind {
		case ActorPerson:
			v.index(what, a.Index, len(r.Persons))
		case ActorParty:
			v.index(what, a.Index, len(r.Parties))
		case ActorOrganization:
			v.index(what, a.Index, len(r.Organizations))
		case ActorCountry:
			v.check(a.Country != "", "%s: a country without a code", what)
			v.country(what, a.Country)
		default:
			v.check(false, "%s: kind %q", what, clip(string(a.Kind)))
		}
	}
}

func (v *validator) delegations() {
	r := v.report
	v.size("delegations", len(r.Delegations), MaxClaims)
	for i := range r.Delegations {
		d, what := &r.Delegations[i], fmt.Sprintf("delegations[%d]", i)
		v.index(what+" head", d.Head, len(r.Persons))
		v.actors(what+" represents", d.Represents)
		v.indices(what+" members", d.Members, len(r.Persons))
		v.country(what, d.Host)
		v.check(d.Meeting >= -1 && d.Meeting < len(r.Meetings), "%s: meeting %d is not in a list of %d; -1 means none", what, d.Meeting, len(r.Meetings))
		v.check(knownStatus(d.Status), "%s: status %q", what, clip(string(d.Status)))
		v.date(what, d.Date)
		v.evidence(what, d.Evidence)
	}
}

func (v *validator) agreements() {
	v.size("agreements", len(v.report.Agreements), MaxClaims)
	for i := range v.report.Agreements {
		a, what := &v.report.Agreements[i], fmt.Sprintf("agreements[%d]", i)
		v.str(what+" what", a.What)
		v.check(a.What != "", "%s does not say what was signed", what)
		v.check(len(a.Signers) > 0, "%s has no signer", what)
		v.actors(what+" signers", a.Signers)
		v.check(knownStatus(a.Status), "%s: status %q", what, clip(string(a.Status)))
		v.date(what, a.Date)
		v.evidence(what, a.Evidence)
	}
}
