package derive

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/names"
)

// meeting returns the claim key of the meeting.
func (e *eventSpeech) meeting(m *graph.MeetingClaim) string {
	seats := e.seats(m.Participants)
	place := m.PlaceKey
	switch place {
	case "":
		place = strings.ReplaceAll(names.Fold(m.Place), " ", "") // Hà Nội is Hanoi
	case string(m.Country), graph.AnyPlace:
		place = "" // of which all its cities are
	}
	principals := e.principals(m, seats)
	s := slot{
		meetingBlock(principals...),
		eventSig(m.Date, place, string(m.Country), string(m.Mode), joinList(seats.persons())) + e.toldBy(m),
	}
	e.use(s)
	e.say(s, attrStatus, string(m.Status))
	e.say(s, attrTold, string(m.Status), string(e.report.Article.Published))
	e.say(s, attrSides, joinList(seats.sides()))
	for _, seat := range seats {
		if seat.role != "" {
			e.say(s, attrRole, seat.person, seat.role)
		}
	}
	e.sayIf(s, attrPlace, m.Place)
	e.prove(s, m.Evidence)
	e.sit(s, principals, seats, m)
	return s.claim()
}

// toldBy ends the signature of a meeting that was held who knows when, with the
// last day of the month in which the article was published: what is told in
// May did not happen in June. A day would make a signature of every article.
// What is still planned in May was not in March; a page may be younger than its
// text by a month.
func (e *eventSpeech) toldBy(m *graph.MeetingClaim) string {
	if _, _, dated := m.Date.Bounds(); dated || m.Status == graph.Cancelled {
		return ""
	}
	first, last, ok := graph.Date(month(e.report.Article.Published)).Bounds()
	if !ok {
		return ""
	}
	if m.Status == graph.Held {
		return tellingSep + last
	}
	day, _ := time.Parse(time.DateOnly, first)
	return tellingSep + aheadMark + day.AddDate(0, -1, 0).Format(time.DateOnly)
}

// principals are the first of each side where there are two sides: whoever
// sat beside them, one report names and another leaves out. In a meeting of
// more sides nobody is beside anybody; persons of two states on one side are two
// sides, which another report may tell apart.
func (e *eventSpeech) principals(m *graph.MeetingClaim, all seats) []string {
	type party struct {
		side  int
		state graph.CountryCode
	}
	var firsts []string
	parties := map[party]bool{}
	for _, p := range m.Participants {
		of := party{p.Side, e.report.Persons[p.Person].Country}
		if of.state == "" && parties[party{p.Side, ""}] {
			continue
		}
		if id := e.person(p.Person); !parties[of] && !slices.Contains(firsts, id) {
			firsts = append(firsts, id)
		}
		parties[of], parties[party{p.Side, ""}] = true, true
	}
	if len(firsts) != 2 {
		return all.persons()
	}
	slices.Sort(firsts)
	return firsts
}

type seat struct {
	person, role string
	side         int
}

type seats []seat

// seats returns the participants in order of id, each person once: two names
// of an article can turn out to be one person, who then sits on the side that
// was named first.
func (e *eventSpeech) seats(ps []graph.ParticipantClaim) seats {
	var all seats
	for _, p := range ps {
		id := e.person(p.Person)
		if !slices.ContainsFunc(all, func(s seat) bool { return s.person == id }) {
			all = append(all, seat{id, string(p.Role), p.Side})
		}
	}
	slices.SortFunc(all, func(a, b seat) int { return strings.Compare(a.person, b.person) })
	return all
}

func (ss seats) persons() []string {
	ids := make([]string, len(ss))
	for i, s := range ss {
		ids[i] = s.person
	}
	return ids
}

// sides returns person and side of each seat; sides are numbered in order of
// appearance, so that equal groupings are equal lists.
func (ss seats) sides() []string {
	number, list := map[int]int{}, make([]string, len(ss))
	for i, s := range ss {
		n, ok := number[s.side]
		if !ok {
			n = len(number)
			number[s.side] = n
		}
		list[i] = s.person + "=" + strconv.Itoa(n)
	}
	return list
}

func meeting(o *occurrence, t whole, claims []string) Node[graph.Meeting] {
	return newNode(graph.Meeting{
		ID:           graph.MeetingID(o.id),
		Status:       t.status(),
		Date:         o.date,
		Place:        t.said.top(attrPlace),
		Country:      graph.CountryCode(o.first(1)),
		Mode:         graph.Mode(o.first(2)),
		Participants: t.said.participants(o.pairs() != nil),
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
// most tell. At a table two are on one side only if all these reports say so:
// who received two does not say whether these met.
func (s cells) participants(table bool) []graph.Participant {
	roles := map[string]cells{}
	s.each(attrRole, func(v string, n int) {
		f := split(v)
		if roles[f[0]] == nil {
			roles[f[0]] = cells{}
		}
		roles[f[0]][cell{attr: attrRole, value: f[1]}] = n
	})
	var ps []graph.Participant
	fullest := splitList(s.fullest(attrSides))
	if table {
		fullest = s.parted(fullest)
	}
	for _, seat := range fullest {
		person, side, _ := strings.Cut(seat, "=")
		n, _ := strconv.Atoi(side)
		ps = append(ps, graph.Participant{Person: graph.PersonID(person), Side: n, Role: graph.Role(roles[person].top(attrRole))})
	}
	return ps
}

// parted are seats with the sides of all groupings of these persons.
func (s cells) parted(seats []string) []string {
	persons, sides := make([]string, len(seats)), make([]string, len(seats))
	for i, seat := range seats {
		persons[i], _, _ = strings.Cut(seat, "=")
	}
	s.each(attrSides, func(v string, _ int) {
		others := splitList(v)
		for i, seat := range others {
			who, side, _ := strings.Cut(seat, "=")
			if len(others) == len(seats) && persons[i] == who {
				sides[i] += " " + side
			}
		}
	})
	number := map[string]int{}
	for i, side := range sides {
		if _, ok := number[side]; !ok {
			number[side] = len(number)
		}
		persons[i] += "=" + strconv.Itoa(number[side])
	}
	return persons
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
