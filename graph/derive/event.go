package derive

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// eventFacts is a parsed event signature: a date and lists of what else must
// not contradict. Of two lists one must hold the other; an empty one says
// nothing and agrees with all.
type eventFacts struct {
	date        graph.Date
	first, last string // days; empty when the year is unknown
	lists       [][]string
}

func parseEvent(sig string) eventFacts {
	date, rest, _ := strings.Cut(sig, fieldSep)
	f := eventFacts{date: graph.Date(date)}
	f.first, f.last, _ = f.date.Bounds()
	for _, list := range split(rest) {
		f.lists = append(f.lists, splitList(list))
	}
	return f
}

func (f *eventFacts) agrees(g *eventFacts) bool {
	if f.first != "" && g.first != "" {
		if f.first > g.last || g.first > f.last {
			return false
		}
	} else if !f.date.Compatible(g.date) {
		return false
	}
	for i := range f.lists {
		if !nested(f.lists[i], g.lists[i]) {
			return false
		}
	}
	return true
}

// nested reports whether the shorter sorted list is contained in the other.
func nested(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, s := range a {
		if _, ok := slices.BinarySearch(b, s); !ok {
			return false
		}
	}
	return true
}

// known counts the lists that say something.
func (f *eventFacts) known() int {
	n := 0
	for _, l := range f.lists {
		n += len(l)
	}
	return n
}

// occurrence is an event of a block with what identifies it.
type occurrence struct {
	thing
	facts []eventFacts // of sigs
	date  graph.Date
	id    string
}

// occurrences splits a block of events. An id is made of the block and the
// date, which later reports seldom change; two events that would share an id
// are told apart by their most specific signature.
func occurrences(key string, b block) []occurrence {
	sigs := b.sigs()
	facts := make([]eventFacts, len(sigs))
	for i, sig := range sigs {
		facts[i] = parseEvent(sig)
	}
	classes := partition(len(sigs), func(i, j int) bool { return facts[i].agrees(&facts[j]) })
	things := b.things(sigs, classes)
	os := make([]occurrence, len(things))
	dates := map[graph.Date]int{}
	for i, t := range things {
		os[i] = occurrence{thing: t}
		for _, k := range classes[i] {
			os[i].facts = append(os[i].facts, facts[k])
		}
		os[i].date = os[i].mergedDate(b)
		dates[os[i].date]++
	}
	for i := range os {
		os[i].id = key[:1] + digest(key, string(os[i].date))
		if dates[os[i].date] > 1 {
			os[i].id = key[:1] + digest(key, string(os[i].date), os[i].fullest())
		}
	}
	return os
}

// mergedDate is the narrowest date, the most reported of equally narrow ones,
// with the year filled in when only another report knows it.
func (o *occurrence) mergedDate(b block) graph.Date {
	count := map[graph.Date]int{}
	for i, f := range o.facts {
		count[f.date] += b[o.sigs[i]][cell{attr: attrReports}]
	}
	var best graph.Date
	for d, n := range count {
		if c := cmp.Or(
			cmp.Compare(d.Specificity(), best.Specificity()),
			cmp.Compare(n, count[best]),
			cmp.Compare(best, d),
		); c > 0 {
			best = d
		}
	}
	return withYear(best, count)
}

// withYear replaces an unknown year by the one that the other dates agree on.
func withYear(d graph.Date, others map[graph.Date]int) graph.Date {
	if !strings.HasPrefix(string(d), "XXXX") {
		return d
	}
	year := ""
	for o := range others {
		first, last, ok := o.Bounds()
		if !ok {
			continue
		}
		if first[:4] != last[:4] || year != "" && year != first[:4] {
			return d
		}
		year = first[:4]
	}
	dated, err := graph.ParseDate(strings.ReplaceAll(string(d), "XXXX", year))
	if year == "" || err != nil {
		return d
	}
	return dated
}

// fullest returns the signature that says most, of equals the least.
func (o *occurrence) fullest() string {
	best := 0
	for i := range o.sigs {
		if c := cmp.Or(
			cmp.Compare(o.facts[i].date.Specificity(), o.facts[best].date.Specificity()),
			cmp.Compare(o.facts[i].known(), o.facts[best].known()),
		); c > 0 {
			best = i
		}
	}
	return o.sigs[best]
}

// status: a report that it took place outweighs any other; a cancellation
// outweighs a plan.
func (t thing) status() graph.Status {
	for _, s := range []graph.Status{graph.Held, graph.Cancelled} {
		if t.said[cell{attrStatus, string(s)}] > 0 {
			return s
		}
	}
	return graph.Planned
}

// first returns the first non-empty value of list i over the facts.
func (o *occurrence) first(i int) string {
	for _, f := range o.facts {
		if len(f.lists[i]) > 0 {
			return f.lists[i][0]
		}
	}
	return ""
}

func meetings(key string, b block) []Node[graph.Meeting] {
	var nodes []Node[graph.Meeting]
	for _, o := range occurrences(key, b) {
		m := graph.Meeting{
			ID:           graph.MeetingID(o.id),
			Status:       o.status(),
			Date:         o.date,
			Place:        o.said.top(attrPlace),
			Country:      graph.CountryCode(o.first(1)),
			Mode:         graph.Mode(o.first(2)),
			Participants: o.said.participants(),
			Reports:      o.reports,
		}
		nodes = append(nodes, newNode(m, claims(key, o.sigs), nil))
	}
	return nodes
}

// participants takes the grouping into sides that most reports tell, and for
// each person the role that most tell.
func (s cells) participants() []graph.Participant {
	roles := map[string]cells{}
	s.each(attrRole, func(v string, n int) {
		f := split(v)
		if roles[f[0]] == nil {
			roles[f[0]] = cells{}
		}
		roles[f[0]][cell{attrRole, f[1]}] = n
	})
	var ps []graph.Participant
	for _, seat := range splitList(s.top(attrSides)) {
		person, side, _ := strings.Cut(seat, "=")
		n, _ := strconv.Atoi(side)
		ps = append(ps, graph.Participant{Person: graph.PersonID(person), Side: n, Role: graph.Role(roles[person].top(attrRole))})
	}
	return ps
}

func delegations(key string, b block) []Node[graph.Delegation] {
	var nodes []Node[graph.Delegation]
	for _, o := range occurrences(key, b) {
		d := graph.Delegation{
			ID:         graph.DelegationID(o.id),
			Head:       graph.PersonID(o.said.top(attrName)),
			Represents: actorsOf(o.union(1)),
			Members:    typed[graph.PersonID](o.said.values(attrMember)),
			Host:       graph.CountryCode(o.first(0)),
			Status:     o.status(),
			Date:       o.date,
			Reports:    o.reports,
		}
		nodes = append(nodes, newNode(d, claims(key, o.sigs), o.said.values(attrMeeting)))
	}
	return nodes
}

// union returns everything that list i holds over the facts.
func (o *occurrence) union(i int) []string {
	var all []string
	for _, f := range o.facts {
		all = append(all, f.lists[i]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func agreements(key string, b block) []Node[graph.Agreement] {
	var nodes []Node[graph.Agreement]
	for _, o := range occurrences(key, b) {
		a := graph.Agreement{
			ID:      graph.AgreementID(o.id),
			What:    o.said.top(attrWhat),
			Signers: actorsOf(splitList(o.said.top(attrSigners))),
			Status:  o.status(),
			Date:    o.date,
			Reports: o.reports,
		}
		nodes = append(nodes, newNode(a, claims(key, o.sigs), nil))
	}
	return nodes
}

// Pair is two persons who met at a meeting, A before B in order of id.
type Pair struct {
	ID   graph.EncounterID
	A, B graph.PersonID
}

// Pairs returns who met whom at m: persons of different sides, if it was
// held. The order is that of the participants.
func Pairs(m *graph.Meeting) []Pair {
	if m.Status != graph.Held {
		return nil
	}
	var pairs []Pair
	for i, a := range m.Participants {
		for _, b := range m.Participants[i+1:] {
			if a.Side != b.Side {
				pairs = append(pairs, Pair{encounterID(m.ID, a.Person, b.Person), a.Person, b.Person})
			}
		}
	}
	return pairs
}
