package derive

import (
	"cmp"
	"slices"
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
	sig, told, _ := strings.Cut(strings.TrimSuffix(sig, shadowMark), tellingSep)
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
		return compareOwn(sigs)
	}
	return inGroups(key, groupOf, sigs, func(group []string) [][]int {
		return unlessMany(group, func() [][]int { return compareOwn(group) })
	})
}

// compareOwn compares what is told of a block; shadows stay alone.
func compareOwn(sigs []string) [][]int {
	var own []int
	var classes [][]int
	for i, sig := range sigs {
		if isShadow(sig) {
			classes = append(classes, []int{i})
		} else {
			own = append(own, i)
		}
	}
	for _, class := range partitionEvents(parseEvents(pick(sigs, own))) {
		classes = append(classes, pick(own, class))
	}
	slices.SortFunc(classes, func(a, b []int) int { return a[0] - b[0] })
	return classes
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
	block   string
	sigs    []string
	facts   []eventFacts // of sigs
	reports []int        // of facts
	date    graph.Date
	id      string

	tables []slot        // at which a pair may have been: see look
	margin bool          // a report tells of it and of one of them
	guests []*occurrence // pairs that were at this table
}

// occurrences splits a block of events. An id is made of the block and the
// date, which later reports seldom change; two events that would share an id
// are told apart by their most specific signature.
func occurrences(key string, b *block) []occurrence {
	sigs := b.sigs()
	facts := parseEvents(sigs)
	shadows := b.shadows(sigs)
	var os []occurrence
	dates := map[graph.Date]int{}
	for _, class := range b.partitionEvents(key, sigs) {
		if isShadow(sigs[class[0]]) {
			continue
		}
		o := occurrence{block: key, sigs: pick(sigs, class), facts: pick(facts, class)}
		for _, sig := range o.sigs {
			o.reports = append(o.reports, b.said[sig].reports)
		}
		o.date = o.mergedDate()
		o.look(b, shadows)
		dates[o.date]++
		os = append(os, o)
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

func (o *occurrence) slots() []slot {
	slots := slotsOf(o.block, o.sigs)
	for _, g := range o.guests {
		slots = append(slots, g.slots()...)
	}
	return slots
}

func (o *occurrence) key() string {
	key := o.id + fieldSep + joinList(o.sigs)
	for _, g := range o.guests {
		key += sigSep + g.key()
	}
	return key
}

func makeAll[T any](key string, b *block, f maker[T]) []Node[T] {
	var nodes []Node[T]
	for _, o := range occurrences(key, b) {
		nodes = append(nodes, makeOne(family{key: b}, &o, f))
	}
	return nodes
}

func makeOne[T any](blocks family, o *occurrence, f maker[T]) Node[T] {
	return f(o, blocks.sumEvent(o), claimsOf(o.slots()))
}

// retelling is what reports tell anew of events: the occurrences that this changes,
// in blocks before and after.
type retelling struct {
	before, after family
	old, new      []*occurrence
}

// retell finds the occurrences of a block before and after a change.
func retell(t turn, l *ledger) retelling {
	key := t.before.keys()[0]
	touched := l.touched([]string{key})
	before := occurrences(key, t.before[key])
	t.take(l)
	r := retelling{before: t.before, after: t.after}
	r.old, r.new = differing(pointers(before), pointers(occurrences(key, t.after[key])), (*occurrence).key, func(o *occurrence) bool {
		return slices.ContainsFunc(o.slots(), func(s slot) bool { return touched[s] })
	})
	return r
}

// letter is that of the keys, "" when nothing has changed.
func (r *retelling) letter() string {
	for _, o := range slices.Concat(r.old, r.new) {
		return o.block[:1]
	}
	return ""
}

// want wants what is said of the occurrences.
func (r *retelling) want(rows *rowReader) {
	for _, o := range r.old {
		rows.accounts(r.before, o.slots())
	}
	for _, o := range r.new {
		rows.accounts(r.after, o.slots())
	}
}

// retold returns the nodes of a retelling.
func retold[T any](r retelling, f maker[T]) (old, new []Node[T]) {
	for _, o := range r.old {
		old = append(old, makeOne(r.before, o, f))
	}
	for _, o := range r.new {
		new = append(new, makeOne(r.after, o, f))
	}
	return old, new
}

// mergedDate is the narrowest date, the most reported of equally narrow ones,
// with the year filled in when only another report knows it.
func (o *occurrence) mergedDate() graph.Date {
	if len(o.facts) == 1 {
		return o.facts[0].date
	}
	count := map[graph.Date]int{}
	for i, f := range o.facts {
		count[f.date] += o.reports[i]
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
