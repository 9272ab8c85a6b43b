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
	by, from    string // the day by which it had happened, or from which it was to come, when only that is known
	lists       [][]string
}

func parseEvent(sig string) eventFacts {
	sig, told, _ := strings.Cut(sig, tellingSep)
	date, rest, _ := strings.Cut(sig, fieldSep)
	f := eventFacts{date: graph.Date(date), by: told}
	if from, ahead := strings.CutPrefix(told, aheadMark); ahead {
		f.by, f.from = "", from
	}
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
	} else if !f.date.Compatible(g.date) || f.untimely(g) || g.untimely(f) {
		return false
	}
	for i := range f.lists {
		if !nested(f.lists[i], g.lists[i]) {
			return false
		}
	}
	return true
}

// untimely reports that the event was after g had happened, or before g was still to come.
func (f *eventFacts) untimely(g *eventFacts) bool {
	return g.by != "" && (f.first > g.by || f.from > g.by) || g.from != "" && f.last != "" && f.last < g.from
}

// nested reports whether the names.Shorter sorted list is contained in the other.
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

// agreements relates the events that agree. It does not compare those whose
// known days do not overlap: two persons may meet a thousand times.
func agreements(facts []eventFacts) relation {
	agree := func(i, j int) bool { return facts[i].agrees(&facts[j]) }
	var dated, vague []int
	for i, f := range facts {
		if f.first == "" {
			vague = append(vague, i)
		} else {
			dated = append(dated, i)
		}
	}
	slices.SortFunc(dated, func(i, j int) int { return strings.Compare(facts[i].first, facts[j].first) })
	g := newRelation(len(facts))
	for k, i := range dated {
		for _, j := range dated[k+1:] {
			if facts[j].first > facts[i].last {
				break
			}
			g.compare(i, j, agree)
		}
	}
	for k, i := range vague {
		for _, j := range slices.Concat(vague[k+1:], dated) {
			g.compare(i, j, agree)
		}
	}
	return g
}

// month is the one that the event was in for certain, empty when it may have
// been in several.
func (f *eventFacts) month() string { return monthIn(f.first, f.last) }

func monthIn(first, last string) string {
	if first == "" || first[:7] != last[:7] {
		return ""
	}
	return first[:7]
}

// monthOfEvent is that of a signature.
func monthOfEvent(sig string) string {
	date, _, _ := strings.Cut(sig, fieldSep)
	first, last, _ := graph.Date(date).Bounds()
	return monthIn(first, last)
}

// isEvent reports a block of events.
func isEvent(key string) bool {
	return key[:1] == meetingLetter || key[:1] == delegationLetter || key[:1] == agreementLetter
}

// partitionEvents is that of a block: see crowd.
func (b *block) partitionEvents(key string, sigs []string) [][]int {
	if b.classes == nil {
		b.classes = b.compareEvents(key, sigs)
	}
	return b.classes
}

func (b *block) compareEvents(key string, sigs []string) [][]int {
	if !b.crowded() {
		return partitionEvents(parseEvents(sigs))
	}
	return inGroups(key, groupOf, sigs, func(group []string) [][]int {
		return unlessMany(group, func() [][]int { return partitionEvents(parseEvents(group)) })
	})
}

func parseEvents(sigs []string) []eventFacts {
	facts := make([]eventFacts, len(sigs))
	for i, sig := range sigs {
		facts[i] = parseEvent(sig)
	}
	return facts
}

// occurrence is an event of a block with what identifies it.
type occurrence struct {
	sigs  []string
	facts []eventFacts // of sigs
	date  graph.Date
	id    string
}

// occurrences splits a block of events. An id is made of the block and the
// date, which later reports seldom change; two events that would share an id
// are told apart by their most specific signature.
func occurrences(key string, b *block) []occurrence {
	sigs := b.sigs()
	facts := parseEvents(sigs)
	classes := b.partitionEvents(key, sigs)
	os := make([]occurrence, len(classes))
	dates := map[graph.Date]int{}
	for i, class := range classes {
		os[i] = occurrence{sigs: pick(sigs, class), facts: pick(facts, class)}
		os[i].date = os[i].mergedDate(b)
		dates[os[i].date]++
	}
	for i := range os {
		os[i].id = key[:1] + digest(key, string(os[i].date))
		if dates[os[i].date] > 1 || b.crowded() && os[i].facts[0].month() == "" {
			os[i].id = key[:1] + digest(key, string(os[i].date), os[i].fullest())
		}
	}
	return os
}

// maker builds the node of an occurrence.
type maker[T any] func(o *occurrence, t whole, claims []string) Node[T]

func (o *occurrence) key() string { return o.id + fieldSep + joinList(o.sigs) }

func makeAll[T any](key string, b *block, f maker[T]) []Node[T] {
	var nodes []Node[T]
	for _, o := range occurrences(key, b) {
		nodes = append(nodes, makeOne(key, b, &o, f))
	}
	return nodes
}

func makeOne[T any](key string, b *block, o *occurrence, f maker[T]) Node[T] {
	return f(o, b.sum(b.thing(o.sigs)), claimsOf(slotsOf(key, o.sigs)))
}

// retelling is a block of events of which reports tell anew, with the occurrences
// that this changes.
type retelling struct {
	turn
	key      string
	old, new []*occurrence
}

// retell finds the occurrences of a block before and after a change.
func retell(t turn, l *ledger) retelling {
	key := t.before.keys()[0]
	touched := l.touched([]string{key})
	anew := func(o *occurrence) bool {
		return slices.ContainsFunc(o.sigs, func(sig string) bool { return touched[slot{key, sig}] })
	}
	r := retelling{turn: t, key: key}
	before := occurrences(key, r.before[key])
	r.take(l)
	r.old, r.new = differing(before, occurrences(key, r.after[key]), (*occurrence).key, anew)
	return r
}

// want wants what is said of the occurrences.
func (r *retelling) want(rows *rowReader) {
	for _, o := range r.old {
		rows.accounts(r.before, slotsOf(r.key, o.sigs))
	}
	for _, o := range r.new {
		rows.accounts(r.after, slotsOf(r.key, o.sigs))
	}
}

// retold returns the nodes of a retelling.
func retold[T any](r retelling, f maker[T]) (old, new []Node[T]) {
	for _, o := range r.old {
		old = append(old, makeOne(r.key, r.before[r.key], o, f))
	}
	for _, o := range r.new {
		new = append(new, makeOne(r.key, r.after[r.key], o, f))
	}
	return old, new
}

// mergedDate is the narrowest date, the most reported of equally narrow ones,
// with the year filled in when only another report knows it.
func (o *occurrence) mergedDate(b *block) graph.Date {
	if len(o.facts) == 1 {
		return o.facts[0].date
	}
	count := map[graph.Date]int{}
	for i, f := range o.facts {
		count[f.date] += b.said[o.sigs[i]].reports
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
func (t whole) status() graph.Status {
	for _, s := range []graph.Status{graph.Held, graph.Cancelled} {
		if t.said[cell{attr: attrStatus, value: string(s)}] > 0 {
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

func meeting(o *occurrence, t whole, claims []string) Node[graph.Meeting] {
	return newNode(graph.Meeting{
		ID:           graph.MeetingID(o.id),
		Status:       t.status(),
		Date:         o.date,
		Place:        t.said.top(attrPlace),
		Country:      graph.CountryCode(o.first(1)),
		Mode:         graph.Mode(o.first(2)),
		Participants: t.said.participants(),
		Statuses:     t.said.told(),
		Reports:      t.reports,
		Sources:      t.sources(),
	}, claims, nil)
}

// told sums up which status articles told, and when.
func (s cells) told() []graph.ToldStatus {
	var list []graph.ToldStatus
	s.each(attrTold, func(v string, n int) {
		f := split(v)
		if len(list) == 0 || string(list[len(list)-1].Status) != f[0] { // values are sorted
			list = append(list, graph.ToldStatus{Status: graph.Status(f[0])})
		}
		t, d := &list[len(list)-1], graph.Date(f[1])
		if t.Reports += n; d.SortKey() == "" {
			return
		}
		if t.First == "" || d.SortKey() < t.First.SortKey() {
			t.First = d
		}
		if d.SortKey() >= t.Last.SortKey() {
			t.Last = d
		}
	})
	return list
}

// participants takes the grouping into sides of the reports that name most
// persons, of these the one that most tell, and for each person the role that
// most tell.
func (s cells) participants() []graph.Participant {
	roles := map[string]cells{}
	s.each(attrRole, func(v string, n int) {
		f := split(v)
		if roles[f[0]] == nil {
			roles[f[0]] = cells{}
		}
		roles[f[0]][cell{attr: attrRole, value: f[1]}] = n
	})
	var ps []graph.Participant
	for _, seat := range splitList(s.fullest(attrSides)) {
		person, side, _ := strings.Cut(seat, "=")
		n, _ := strconv.Atoi(side)
		ps = append(ps, graph.Participant{Person: graph.PersonID(person), Side: n, Role: graph.Role(roles[person].top(attrRole))})
	}
	return ps
}

// fullest is the longest list of an attribute, of equals the most reported,
// then the least.
func (s cells) fullest(attr byte) string {
	best, length, most := "", 0, 0
	s.each(attr, func(v string, n int) {
		if l := len(splitList(v)); l > length || l == length && n > most {
			best, length, most = v, l, n
		}
	})
	return best
}

func delegation(o *occurrence, t whole, claims []string) Node[graph.Delegation] {
	return newNode(graph.Delegation{
		ID:         graph.DelegationID(o.id),
		Head:       graph.PersonID(t.said.top(attrName)),
		Represents: actorsOf(o.union(1)),
		Members:    typed[graph.PersonID](t.said.values(attrMember)),
		Host:       graph.CountryCode(o.first(0)),
		Status:     t.status(),
		Date:       o.date,
		Reports:    t.reports,
		Sources:    t.sources(),
	}, claims, t.said.values(attrMeeting))
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

func agreement(o *occurrence, t whole, claims []string) Node[graph.Agreement] {
	return newNode(graph.Agreement{
		ID:      graph.AgreementID(o.id),
		What:    t.said.top(attrWhat),
		Signers: actorsOf(splitList(t.said.top(attrSigners))),
		Status:  t.status(),
		Date:    o.date,
		Reports: t.reports,
		Sources: t.sources(),
	}, claims, nil)
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
