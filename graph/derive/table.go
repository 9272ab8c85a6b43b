package derive

import (
	"slices"
	"strings"
	"time"

	"github.com/diplograph/diplograph/graph"
)

// One article tells of three at one table, another of two of them. Their blocks
// differ, so a meeting of more than two sides casts a shadow in the block of each
// two of its participants who sat on different sides: its signature, marked. The
// events of a block are what its own signatures tell, shadows or not. Then an
// event of two sides, a pair, is that of a table if everything agrees, and the table is the
// only one; if both tell the time to a month or a common place; and if no report
// tells of both, because a bilateral on the margins is another meeting. Only what was
// held is joined: who is to meet whom at a summit is not who came.

// maxTable is how many participants cast shadows: of four there are six.
const maxTable = 6

// shadowMark ends the signature of a shadow.
const shadowMark = "\x1b"

func isShadow(sig string) bool { return strings.HasSuffix(sig, shadowMark) }

// persons of a meeting.
func (f *eventFacts) persons() []string { return f.lists[3] }

func meetingBlock(persons ...string) string { return meetingLetter + digest(persons...) }

// sit notes what of a meeting that was held concerns others: the shadows of a table,
// or that a pair may be at one.
func (e *eventSpeech) sit(s slot, principals []string, all seats, m *graph.MeetingClaim) {
	if m.Status != graph.Held {
		return
	}
	if len(principals) == 2 {
		e.say(s, attrHeld)
		e.pairs = append(e.pairs, pairClaim{s, parseEvent(s.sig), principals, m.Evidence})
		return
	}
	if len(all) > maxTable {
		return
	}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if a.side != b.side {
				e.use(slot{meetingBlock(a.person, b.person), s.sig + shadowMark})
			}
		}
	}
}

// pairClaim is what one claim tells of a pair.
type pairClaim struct {
	slot
	facts      eventFacts
	principals []string
	proofs     []graph.Evidence
}

// apart reports that a report tells of two pairs of one person in sentences of their own.
func (p *pairClaim) apart(q *pairClaim) bool {
	return (slices.Contains(q.principals, p.principals[0]) || slices.Contains(q.principals, p.principals[1])) &&
		!slices.ContainsFunc(p.proofs, func(a graph.Evidence) bool {
			return slices.ContainsFunc(q.proofs, func(b graph.Evidence) bool { return a.Span == b.Span })
		})
}

// maxPairs is how many pairs a report tells of that notes which these are.
const maxPairs = 40

// beside notes with each pair of a report the others that can have been at one table
// with it: the report counts once when they were, and where it tells of them apart they
// were not.
func (e *eventSpeech) beside() {
	if len(e.pairs) > maxPairs {
		return
	}
	for i := range e.pairs {
		p, others := &e.pairs[i], []string(nil)
		for j := range e.pairs {
			q := &e.pairs[j]
			if p.slot == q.slot || !p.facts.sameScene(&q.facts) {
				continue
			}
			others = append(others, q.claim())
			if p.apart(q) {
				e.say(p.slot, attrApart, q.claim())
			}
		}
		if len(others) > 0 {
			slices.Sort(others)
			e.say(p.slot, attrBeside, joinList(slices.Compact(others)))
		}
	}
}

// sameScene reports that two events agree but for who was there.
func (f *eventFacts) sameScene(g *eventFacts) bool {
	a, b := *f, *g
	a.lists, b.lists = f.lists[:3], g.lists[:3]
	return a.agrees(&b)
}

// shadow is one with what it says.
type shadow struct {
	sig   string
	table slot // which casts it
	facts eventFacts
}

func (b *block) shadows(sigs []string) []shadow {
	var list []shadow
	for _, sig := range sigs {
		if isShadow(sig) {
			facts := parseEvent(sig)
			list = append(list, shadow{sig, slot{meetingBlock(facts.persons()...), strings.TrimSuffix(sig, shadowMark)}, facts})
		}
	}
	return list
}

// look finds the tables at which o may have been, among shadows in its block. Where
// the block is crowded it compares as others are compared, see groupOf.
func (o *occurrence) look(b *block, shadows []shadow) {
	if len(shadows) == 0 || !slices.ContainsFunc(o.sigs, func(sig string) bool { return b.said[sig].opened()[cell{attr: attrHeld}] > 0 }) {
		return
	}
	for _, s := range shadows {
		if b.crowded() && groupOf(o.block, s.sig) != groupOf(o.block, o.sigs[0]) || !o.agrees(&s.facts) || !o.near(&s.facts) {
			continue
		}
		o.tables = append(o.tables, s.table)
		o.margin = o.margin || slices.ContainsFunc(b.sets(), func(t set) bool {
			return slices.Contains(t.sigs, s.sig) && countIn(t.sigs, o.sigs) > 0
		})
	}
}

// agrees reports that all that is said of o agrees with what tells of no fewer persons.
func (o *occurrence) agrees(f *eventFacts) bool {
	return !slices.ContainsFunc(o.facts, func(g eventFacts) bool {
		return len(g.persons()) > len(f.persons()) || !f.agrees(&g)
	})
}

func (o *occurrence) near(f *eventFacts) bool {
	return slices.ContainsFunc(o.facts, func(g eventFacts) bool { return f.near(&g) })
}

// near reports that more than silence speaks for two events that agree being one: both
// tell the time to a month, or were news in the same one; or else a common place and nearly
// the time.
func (f *eventFacts) near(g *eventFacts) bool {
	if f.timely() && g.timely() {
		return true
	}
	first, last := f.around()
	from, to := g.around()
	if first == "" || from == "" || from > last || first > to {
		return false
	}
	common := len(f.lists[0]) > 0 && len(g.lists[0]) > 0 || len(f.lists[1]) > 0 && len(g.lists[1]) > 0
	return common || (f.first == "" || g.first == "") && monthIn(last, last) == monthIn(to, to)
}

// timely reports a date that tells the month.
func (f *eventFacts) timely() bool {
	if f.first == "" {
		return f.date.SortKey() != "" || strings.HasPrefix(string(f.date), "XXXX-")
	}
	return f.month() != "" || daysIn(f.first, f.last) <= 31
}

// around is when an event was, or was news.
func (f *eventFacts) around() (first, last string) {
	if f.first != "" {
		return f.first, f.last
	}
	return f.toldAround()
}

// sittings are the meetings of blocks, with who was at which table.
type sittings struct {
	blocks family
	met    map[string][]*occurrence
	seated map[*occurrence][]*occurrence
}

func newSittings() *sittings {
	return &sittings{family{}, map[string][]*occurrence{}, map[*occurrence][]*occurrence{}}
}

// put puts a block, or another state of it.
func (s *sittings) put(key string, b *block) {
	s.blocks[key] = b
	delete(s.met, key)
}

// of returns the meetings of a block, as it tells of them.
func (s *sittings) of(key string) []*occurrence {
	if found, ok := s.met[key]; ok || s.blocks[key] == nil {
		return found
	}
	list := pointers(occurrences(key, s.blocks[key]))
	s.met[key] = list
	return list
}

// pairs are the blocks of each two at a table; none for a pair.
func (o *occurrence) pairs() []string {
	persons := o.facts[0].persons()
	if len(persons) < 3 || len(persons) > maxTable || o.block != meetingBlock(persons...) {
		return nil
	}
	var keys []string
	for i, a := range persons {
		for _, b := range persons[i+1:] {
			keys = append(keys, meetingBlock(a, b))
		}
	}
	return keys
}

// guests are the pairs that are a table: none when they contradict each other, or
// when a report tells of two as of two meetings.
func (s *sittings) guests(table *occurrence) []*occurrence {
	if list, ok := s.seated[table]; ok {
		return list
	}
	var list []*occurrence
	for _, key := range table.pairs() {
		var fit []*occurrence
		for _, o := range s.of(key) {
			if slices.ContainsFunc(o.tables, table.tells) {
				fit = append(fit, o)
			}
		}
		if len(fit) == 1 && fit[0].guestOf(table) {
			list = append(list, fit[0])
		}
	}
	for i, o := range list {
		if slices.ContainsFunc(list[i+1:], func(p *occurrence) bool { return o.contradicts(p) || s.apart(o, p) }) {
			list = nil
			break
		}
	}
	s.seated[table] = list
	return list
}

func (o *occurrence) tells(s slot) bool { return s.block == o.block && slices.Contains(o.sigs, s.sig) }

// guestOf reports that all that is said of o agrees with a table and with no other.
func (o *occurrence) guestOf(table *occurrence) bool {
	return !o.margin &&
		!slices.ContainsFunc(o.tables, func(t slot) bool { return !table.tells(t) }) &&
		!slices.ContainsFunc(table.facts, func(f eventFacts) bool { return !o.agrees(&f) })
}

// contradicts reports that two pairs were not at one table.
func (o *occurrence) contradicts(p *occurrence) bool {
	return slices.ContainsFunc(o.facts, func(f eventFacts) bool {
		return slices.ContainsFunc(p.facts, func(g eventFacts) bool { return !f.sameScene(&g) })
	})
}

// apart reports that some report tells of two pairs apart.
func (s *sittings) apart(o, p *occurrence) bool {
	claims := claimsOf(p.slots())
	return slices.ContainsFunc(o.sigs, func(sig string) bool {
		for c := range s.blocks[o.block].said[sig].opened() {
			if _, ok := slices.BinarySearch(claims, c.value); ok && c.attr == attrApart {
				return true
			}
		}
		return false
	})
}

// host is the table at which a pair was, if any.
func (s *sittings) host(o *occurrence) *occurrence {
	if len(o.tables) == 0 {
		return nil
	}
	for _, table := range s.of(o.tables[0].block) {
		if slices.Contains(s.guests(table), o) {
			return table
		}
	}
	return nil
}

// seat returns a meeting with all that is said of it; nil for a pair that was at a table.
func (s *sittings) seat(o *occurrence) *occurrence {
	if guests := s.guests(o); len(guests) > 0 {
		return o.with(guests, s.blocks)
	}
	if s.host(o) != nil {
		return nil
	}
	return o
}

// with is a table with pairs that were at it.
func (o *occurrence) with(guests []*occurrence, f family) *occurrence {
	all := *o
	all.guests = guests
	all.facts, all.reports = slices.Clone(o.facts), slices.Clone(o.reports)
	for _, g := range guests {
		all.facts = append(all.facts, g.facts...)
		all.reports = append(all.reports, g.reports...)
	}
	all.date = all.mergedDate()
	return &all
}

// sumEvent adds what is said of an event, and of the pairs that were at its table.
func (f family) sumEvent(o *occurrence) whole {
	w := f[o.block].sum(f[o.block].thing(o.sigs))
	if len(o.guests) == 0 {
		return w
	}
	all := whole{thing: w.thing, said: cells{}, voices: w.voices}
	all.said.sum(w.said)
	for _, g := range o.guests {
		w := f[g.block].sum(f[g.block].thing(g.sigs))
		all.said.sum(w.said)
		all.reports += w.reports
		all.voices += w.voices
	}
	all.reports -= f.repeated(o.guests)
	return all
}

func (s cells) sum(more cells) {
	for c, n := range more {
		s[c] += n
	}
}

// repeated counts how often a report that tells of several pairs of one table was
// counted beyond once.
func (f family) repeated(guests []*occurrence) int {
	blocks := map[string]string{} // of claims
	for _, g := range guests {
		for _, s := range g.slots() {
			blocks[s.claim()] = s.block
		}
	}
	n := 0
	for _, g := range guests {
		for _, s := range g.slots() {
			for c, reports := range f[s.block].said[s.sig].open() {
				if c.attr == attrBeside {
					n += reports * extraBlocks(s, splitList(c.value), blocks)
				}
			}
		}
	}
	return n
}

// extraBlocks counts the blocks of claims besides that of the slot, if it is the
// least of those that a report uses.
func extraBlocks(s slot, others []string, blocks map[string]string) int {
	own := s.claim()
	used := map[string]bool{s.block: true}
	for _, c := range others {
		if b, ok := blocks[c]; ok {
			if c < own {
				return 0
			}
			used[b] = true
		}
	}
	return len(used) - 1
}

// daysIn counts the days from one to another.
func daysIn(first, last string) int {
	a, _ := time.Parse(time.DateOnly, first)
	b, _ := time.Parse(time.DateOnly, last)
	return int(b.Sub(a).Hours()/24) + 1
}
