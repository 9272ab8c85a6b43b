package extract

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// report fills r with what has been understood.
func (d *doc) report(r *graph.Report) {
	d.reportCountries(r)
	parties, orgs := d.reportGroups(r)
	r.Persons = slices.Grow(r.Persons, len(d.persons))
	for i := range d.persons {
		r.Persons = append(r.Persons, d.reportPerson(i, parties, orgs))
	}
	d.keysApart(r.Persons)
	for _, m := range d.meetings() {
		r.Meetings = append(r.Meetings, d.meetingClaim(m))
	}
	for _, l := range d.leads {
		r.Delegations = append(r.Delegations, d.delegationClaim(l, parties, orgs))
	}
	for _, x := range d.signs {
		if c := d.agreementClaim(x, parties, orgs, r); len(c.Signers) > 0 { // all may be letters of which nothing tells that they are a party
			r.Agreements = append(r.Agreements, c)
		}
	}
}

func (d *doc) span(k int) graph.Span { return graph.Span{Start: d.sents[k].start, End: d.sents[k].end} }

func (d *doc) evidence(k int, rule string) graph.Evidence {
	s := d.span(k)
	return graph.Evidence{Quote: d.text[s.Start:s.End], Span: s, Lang: d.lex.Lang, Rule: rule + "/" + Version, Confidence: confidence(rule)}
}

// confidence is the share of right claims; see testdata/score.txt for what it
// is measured on. Captions have no verb and prove less.
func confidence(rule string) float64 {
	if len(rule) > 8 && rule[3:] == "caption" {
		return 0.8
	}
	return 0.9
}

func (d *doc) unitSpan(u *unit) graph.Span {
	return graph.Span{Start: int(d.toks[u.from].Start), End: int(d.toks[u.to-1].End)}
}

// reportCountries lists the states named by name, adjective or demonym, also
// inside the names of parties and organizations, but not of companies and media.
func (d *doc) reportCountries(r *graph.Report) {
	add := func(code string, s graph.Span) {
		i := slices.IndexFunc(r.Countries, func(c graph.ReportedCountry) bool { return c.Code == graph.CountryCode(code) })
		if i < 0 {
			i = len(r.Countries)
			r.Countries = append(r.Countries, graph.ReportedCountry{Code: graph.CountryCode(code)})
		}
		r.Countries[i].Mentions = append(r.Countries[i].Mentions, s)
	}
	for i := range d.units {
		u := &d.units[i]
		if !u.set.any(lexicon.Country, lexicon.Adj, lexicon.Prefix, lexicon.Org) && (!u.known() || u.to-u.from == 1) || d.insideName(i) {
			continue
		}
		if d.credits(i) && i+1 < len(d.units) && d.units[i+1].punct != 0 || d.noState(i) {
			continue
		}
		for _, e := range u.entries {
			if e.Code == "UN" {
				continue // no state
			}
			if e.Class == lexicon.Adj && d.lex.Options.Tones && !d.inDash(i) {
				continue
			}
			if e.Class == lexicon.Country || e.Class == lexicon.Adj || e.Class == lexicon.Prefix && d.prefixInUse(i) {
				add(e.Code, d.unitSpan(u))
				break
			}
			if e.Class == lexicon.Org && e.Code == "EU" {
				add("EU", d.unitSpan(u))
				break
			}
		}
		if u.to-u.from > 1 && !u.set.any(lexicon.Country, lexicon.Adj, lexicon.Place) && !d.mediaOrCompany(u) && (u.set.either(lexicon.Party, lexicon.Org) || !d.lex.Options.Tones) {
			for _, code := range d.statesInside(u) {
				add(code, d.unitSpan(u))
			}
		}
	}
}

// insideName reports a unit that is part of the name of a person.
func (d *doc) insideName(i int) bool {
	for j := i; j >= 0 && j > i-8; j-- {
		if n := d.units[j].name; n >= 0 {
			return d.names[n].to > i
		}
	}
	return false
}

// reportGroups lists parties and organizations; the maps lead from lexicon
// indexes to those of the report.
func (d *doc) reportGroups(r *graph.Report) (parties, orgs map[int]int) {
	ps, os := newGroups(&r.Parties), newGroups(&r.Organizations)
	for i := range d.units {
		u := &d.units[i]
		if !u.set.any(lexicon.Party, lexicon.Org, lexicon.PartyWord) || d.insideName(i) {
			continue
		}
		if d.addParty(&ps, i) {
			continue
		}
		if e, ok := u.entry(lexicon.Org); ok {
			os.addIndex(int(e.Index), d.groupAt(i, d.lex.Orgs[e.Index].Code, ""))
		}
	}
	return ps.byIndex, os.byIndex
}

// addParty adds the party that unit i names; false if it can name none.
func (d *doc) addParty(ps *groups, i int) bool {
	u := &d.units[i]
	e, known := u.entry(lexicon.Party)
	known = known && (!u.set.has(lexicon.Agency) || d.partyNear(i))
	if g, end, ok := d.newParty(i); ok {
		at := -1
		if short, ok := d.knownBy(&g, end); ok {
			g.Country, g.Key = graph.CountryCode(short.Code), d.lex.Parties[short.Index].Key
			ps.addIndex(int(short.Index), g)
			at = ps.byIndex[int(short.Index)]
			ps.byName[text.Fold(g.Name)] = at
		} else {
			at = ps.addName(g)
		}
		if known {
			ps.byIndex[int(e.Index)] = at // whoever is of it is of the longer one
		}
		return true
	}
	if !known {
		return false
	}
	p, weak := &d.lex.Parties[e.Index], e.Form&lexicon.Weak != 0
	switch _, told := ps.byIndex[int(e.Index)]; {
	case e.Code == "" && (!weak && !slices.Contains(p.Short, d.textOf(i, i+1)) || d.partyNear(i)):
		ps.addName(d.groupAt(i, d.partyState(i, i+1), ""))
	case e.Code != "" && (told || d.partyMeant(i, p, weak)):
		ps.addIndex(int(e.Index), d.groupAt(i, p.Country, p.Key))
	}
	return true
}

// groupAt is a group of the lexicon as unit i names it; an abbreviation in brackets is a name of its own.
func (d *doc) groupAt(i int, state, key string) graph.ReportedGroup {
	at := d.unitSpan(&d.units[i])
	g := graph.ReportedGroup{Name: d.textOf(i, i+1), Country: graph.CountryCode(state), Key: key, Mentions: []graph.Span{at}}
	if raw := d.text[at.Start:at.End]; !strings.Contains(raw, " ") {
		g.Name = raw // "MpD" is not glued
	}
	if name, abbreviation, ok := strings.Cut(strings.TrimSuffix(g.Name, ")"), " ("); ok && strings.HasSuffix(g.Name, ")") && strings.ToUpper(abbreviation) == abbreviation {
		g.Name, g.Aliases = name, []string{abbreviation}
	}
	return g
}

// reportPerson describes person i.
func (d *doc) reportPerson(i int, parties, orgs map[int]int) graph.ReportedPerson {
	p := &d.persons[i]
	out := graph.ReportedPerson{Country: graph.CountryCode(p.country), Parties: mapped(p.parties, parties), Organizations: mapped(p.orgs, orgs)}
	out.Mentions = make([]graph.Span, 0, len(p.names))
	for _, n := range p.names {
		nm := &d.names[n]
		out.Mentions = append(out.Mentions, graph.Span{Start: int(d.toks[d.units[nm.from].from].Start), End: int(d.toks[d.units[nm.to-1].to-1].End)})
	}
	out.Name = d.longestName(p)
	for _, n := range p.names {
		if t := d.names[n].text; t != out.Name && !slices.Contains(out.Aliases, t) {
			out.Aliases = append(out.Aliases, t)
		}
	}
	out.Offices = p.reportOffices()
	if d.isElder(p) {
		return out
	}
	if Identify(d.lex, &out, d.pub); out.Key == "" && p.figure != nil && p.figure.Country == p.country && d.lex.Figure(out.Name) == nil && !d.otherMononym(p) {
		out.Key = p.figure.Key // known by another of the names
	}
	if out.Key == "" && p.familiar != nil {
		out.Key = p.familiar.Key
	}
	return out
}

// longestName is the longest form of the name of p, the first of equals, with the most diacritics.
func (d *doc) longestName(p *person) (name string) {
	for _, n := range p.names {
		if better(d.names[n].text, name) {
			name = d.names[n].text
		}
	}
	return name
}

func (p *person) reportOffices() []graph.Office {
	out := slices.Grow([]graph.Office(nil), len(p.offices))
	for _, o := range p.offices {
		out = append(out, graph.Office{Title: o.title, Key: o.key, Seat: o.seat, Country: graph.CountryCode(cmp.Or(o.country, p.country)), Former: o.former})
	}
	return out
}

func better(a, b string) bool {
	if a == b { // as most mentions are
		return false
	}
	wa, wb := utf8.RuneCountInString(text.Fold(a)), utf8.RuneCountInString(text.Fold(b))
	return wa > wb || wa == wb && len(a) > len(b)
}

func mapped(from []int, to map[int]int) (out []int) {
	for _, i := range from {
		if j, ok := to[i]; ok {
			out = append(out, j)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// meeting is one or more claims about the same event.
type meeting struct {
	claim
	evidence []graph.Evidence
	key      string
}

// meetings joins the claims of the article that tell of one event: same
// persons, compatible dates, same mode and status.
func (d *doc) meetings() []meeting {
	var out []meeting
	for _, c := range d.singleClaims(d.claims) {
		k := pairKey(c)
		ev := d.evidence(c.sent, c.rule)
		if c.sure > 0 {
			ev.Confidence = math.Round(c.sure*100) / 100
		}
		joined := false
		for i := range out {
			m := &out[i]
			if m.key != k || m.status != c.status || !m.date.Compatible(c.date) || m.mode != c.mode && c.mode == graph.Remote && m.sent != c.sent || m.elsewhere(&c) {
				continue
			}
			m.absorb(c, ev)
			joined = true
			break
		}
		if !joined {
			out = append(out, meeting{claim: c, evidence: []graph.Evidence{ev}, key: k})
		}
	}
	return d.foldPairs(d.foldHeadlines(out))
}

// elsewhere reports a contact that was told with another time and another place, or with a place where the former was a
// call: two days of one time are one only where nothing else tells them apart.
func (m *meeting) elsewhere(c *claim) bool {
	if m.date == c.date || m.sent == c.sent || m.date == "" && c.date == "" || c.place == "" || c.mode == graph.Remote {
		return false
	}
	if m.mode == graph.Remote {
		return true
	}
	if m.country != "" && c.country != "" && m.country != c.country {
		return true
	}
	a, b := m.town(), c.town()
	return a != "" && b != "" && a != b
}

// town is the place of a claim, if it is a town or the like.
func (c *claim) town() string {
	if c.placeKey == graph.AnyPlace || c.placeKey == c.country && c.country != "" {
		return ""
	}
	return cmp.Or(c.placeKey, text.Fold(c.place))
}

// foldHeadlines joins a meeting of a headline, which tells no place, to the call of the same two on
// that day when no other meeting of them is told: "A, B agree to talk" does not say how they spoke.
func (d *doc) foldHeadlines(ms []meeting) []meeting {
	alike := func(m, x *meeting) bool { return m != x && x.key == m.key && x.status == m.status }
	return slices.DeleteFunc(ms, func(m meeting) bool {
		if m.mode != graph.InPerson || m.place != "" || m.status != graph.Held || !d.headline(m.sent) || slices.ContainsFunc(m.evidence, func(e graph.Evidence) bool { return e.Span != m.evidence[0].Span }) {
			return false
		}
		call := -1
		for i := range ms {
			x := &ms[i]
			if x.sent == m.sent || !alike(&m, x) {
				continue
			}
			if x.mode != graph.Remote || call >= 0 || x.date != m.date {
				return false
			}
			call = i
		}
		if call < 0 {
			return false
		}
		ms[call].absorb(m.claim, m.evidence[0])
		return true
	})
}

func (m *meeting) absorb(c claim, ev graph.Evidence) {
	if c.date.Specificity() > m.date.Specificity() {
		m.date = c.date
	}
	if c.sent == m.sent && c.mode == graph.Remote {
		m.mode = graph.Remote // one talk, of which only some of its words tell how
	}
	if c.among && !m.among && len(c.left) > 2 { // "A received B and C", then "the three met"
		m.left, m.right, m.among, m.hostLeft, m.guestLeft = c.left, nil, true, false, false
	}
	if m.place == "" {
		m.place, m.placeKey, m.country = c.place, c.placeKey, c.country
	}
	if !slices.ContainsFunc(m.evidence, func(e graph.Evidence) bool { return e.Span == ev.Span }) {
		m.evidence = append(m.evidence, ev)
	}
}

// pairKey is equal for claims of the same persons, whoever is named first.
func pairKey(c claim) string {
	ps := slices.Concat(c.left, c.right)
	slices.Sort(ps)
	b := make([]byte, 0, 16)
	for _, p := range slices.Compact(ps) {
		b = append(b, byte(p), byte(p>>8), ',')
	}
	return string(b)
}

func (d *doc) meetingClaim(m meeting) graph.MeetingClaim {
	c := graph.MeetingClaim{Status: m.status, Mode: m.mode, Date: m.date, Place: m.place, PlaceKey: m.placeKey, Country: graph.CountryCode(m.country), Evidence: m.evidence}
	add := func(p, side int, role graph.Role) {
		if !slices.ContainsFunc(c.Participants, func(q graph.ParticipantClaim) bool { return q.Person == p }) {
			c.Participants = append(c.Participants, graph.ParticipantClaim{Person: p, Side: side, Role: role})
		}
	}
	var l, r graph.Role
	switch {
	case m.hostLeft:
		l, r = graph.RoleHost, graph.RoleVisitor
	case m.guestLeft:
		l, r = graph.RoleVisitor, graph.RoleHost
	}
	sides := map[string]int{}
	for i, p := range m.left {
		side := 0
		if m.among {
			side = d.sideOf(p, i, sides)
		}
		add(p, side, l)
	}
	for _, p := range m.right {
		add(p, 1, r)
	}
	return c
}

// sideOf numbers the sides of a meeting of equals: one for each state, one
// for each person of unknown state.
func (d *doc) sideOf(p, i int, sides map[string]int) int {
	c := d.persons[p].country
	if c == "" {
		c = "?" + string(rune('0'+i))
	}
	if _, ok := sides[c]; !ok {
		sides[c] = len(sides)
	}
	return sides[c]
}

func (d *doc) delegationClaim(l lead, parties, orgs map[int]int) graph.DelegationClaim {
	c := graph.DelegationClaim{Head: l.person, Meeting: -1, Status: l.status, Date: l.date, Evidence: []graph.Evidence{d.evidence(l.sent, l.rule)}}
	code := d.persons[l.person].country
	if len(l.codes) > 0 {
		code = l.codes[0]
	}
	if code != "" {
		c.Represents = append(c.Represents, graph.ActorClaim{Kind: graph.ActorCountry, Country: graph.CountryCode(code)})
	}
	if i, ok := parties[l.party]; ok && l.party >= 0 {
		c.Represents = append(c.Represents, graph.ActorClaim{Kind: graph.ActorParty, Index: i})
	}
	if i, ok := orgs[l.org]; ok && l.org >= 0 {
		c.Represents = append(c.Represents, graph.ActorClaim{Kind: graph.ActorOrganization, Index: i})
	}
	return c
}
