package sqlite

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/derive"
	"github.com/diplograph/diplograph/graph/keyset"
)

func (w *rowWriter) person(c derive.Change[graph.Person], put bool) {
	p := &either(c).Value
	switch {
	case put && c.New != nil && c.Old != nil && c.Old.Value.Country == p.Country:
		if !sameJSON(c) {
			w.exec(sqlSetPerson, string(c.New.JSON), p.ID)
		}
	case put && c.New != nil:
		w.exec(sqlPutPerson, p.ID, p.Country, string(c.New.JSON))
	case !put && c.New == nil:
		w.exec(sqlDropPerson, p.ID)
	}
	writeClaims(w, c, put, string(p.ID))
	if c.Old == nil || c.New == nil || !slices.Equal(namesOf(c.Old), namesOf(c.New)) {
		list, other := sides(c, put, func(n *derive.Node[graph.Person]) []string { return derive.NameWords(namesOf(n)) })
		w.difference(choose(put, sqlPutWord, sqlDropWord), list, other, string(graph.KindPerson), p.ID)
	}
	if c.Old == nil || c.New == nil || !samePosts(&c.Old.Value, &c.New.Value) {
		posts, before := sides(c, put, func(n *derive.Node[graph.Person]) []string { return derive.Posts(&n.Value) })
		w.difference(choose(put, sqlPutWord, sqlDropWord), posts, before, officeWord, p.ID)
	}
	list, other := sides(c, put, func(n *derive.Node[graph.Person]) []string { return texts(n.Value.Parties) })
	w.difference(choose(put, sqlPutMember, sqlDropMember), list, other, p.ID)
}

// officeWord is the kind of words that are offices: see derive.PostKey.
const officeWord = "Office"

// samePosts reports offices of the same wordings, whatever their times: see derive.Posts.
func samePosts(p, q *graph.Person) bool {
	return slices.EqualFunc(p.Offices, q.Offices, func(a, b graph.HeldOffice) bool {
		return a.Office == b.Office && slices.Equal(a.Titles, b.Titles)
	})
}

func namesOf(n *derive.Node[graph.Person]) []string {
	return append([]string{n.Value.Name}, n.Value.Aliases...)
}

func texts[T ~string](ids []T) []string {
	list := make([]string, len(ids))
	for i, id := range ids {
		list[i] = string(id)
	}
	return list
}

func (w *rowWriter) group(c derive.Change[graph.Group], put bool) {
	g := &either(c).Value
	switch {
	case put && c.New != nil:
		w.exec(sqlPutBody, g.Kind, g.ID, g.Country, string(c.New.JSON))
	case !put && c.New == nil:
		w.exec(sqlDropBody, g.Kind, g.ID)
	}
	list, other := sides(c, put, func(n *derive.Node[graph.Group]) []string {
		return derive.NameWords(append([]string{n.Value.Name}, n.Value.Aliases...))
	})
	w.difference(choose(put, sqlPutWord, sqlDropWord), list, other, string(g.Kind), g.ID)
}

// meeting rewrites the rows of a changed meeting, but for its claims: most
// changes come with another report, few at a time.
func (w *rowWriter) meeting(c derive.Change[graph.Meeting], put bool) {
	writeClaims(w, c, put, string(either(c).Value.ID))
	if sameJSON(c) {
		return
	}
	if !put && c.Old != nil {
		w.dropMeeting(&c.Old.Value, c.New)
	}
	if put && c.New != nil {
		w.putMeeting(c.New, c.Old)
	}
}

func (w *rowWriter) dropMeeting(m *graph.Meeting, next *derive.Node[graph.Meeting]) {
	ord := keyset.Newest(m.Date)
	if next == nil || next.Value.Date != m.Date {
		w.exec(sqlDropMeeting, m.ID)
	}
	if next != nil && sameSeats(m, &next.Value) {
		return
	}
	for _, p := range m.Participants {
		w.exec(sqlDropAttended, p.Person, ord, m.ID)
	}
	for _, p := range derive.Pairs(m) {
		w.exec(sqlDropMet, p.A, ord, p.ID)
		w.exec(sqlDropMet, p.B, ord, p.ID)
	}
}

func (w *rowWriter) putMeeting(n, last *derive.Node[graph.Meeting]) {
	m, ord := &n.Value, keyset.Newest(n.Value.Date)
	if last != nil && last.Value.Date == m.Date {
		w.exec(sqlSetMeeting, m.Status, m.Mode, m.Place, m.Reports, string(n.JSON), m.ID)
	} else {
		first, final, _ := m.Date.Bounds()
		w.exec(sqlPutMeeting, m.ID, ord, first, final, m.Status, m.Mode, m.Date, m.Place, m.Reports, string(n.JSON))
	}
	if last != nil && sameSeats(&last.Value, m) {
		return
	}
	for _, p := range m.Participants {
		w.exec(sqlPutAttended, p.Person, ord, m.ID)
	}
	for _, p := range derive.Pairs(m) {
		w.exec(sqlPutMet, p.A, ord, p.ID, p.B, m.ID)
		w.exec(sqlPutMet, p.B, ord, p.ID, p.A, m.ID)
	}
}

// sameSeats reports whether the rows of participants and pairs are the same.
func sameSeats(a, b *graph.Meeting) bool {
	return keyset.Newest(a.Date) == keyset.Newest(b.Date) && slices.Equal(derive.Pairs(a), derive.Pairs(b)) &&
		slices.EqualFunc(a.Participants, b.Participants, func(p, q graph.Participant) bool { return p.Person == q.Person })
}

func (w *rowWriter) delegation(c derive.Change[graph.Delegation], put bool) {
	writeClaims(w, c, put, string(either(c).Value.ID))
	if !put && c.Old != nil {
		d := &c.Old.Value
		w.exec(sqlDropDelegation, d.ID)
		w.exec(sqlDropLed, d.Head, keyset.Newest(d.Date), d.ID)
		w.exec(sqlDropRepresents, d.ID)
		w.exec(sqlDropReceived, d.ID)
	}
	if put && c.New != nil {
		d, ord := &c.New.Value, keyset.Newest(c.New.Value.Date)
		first, last, _ := d.Date.Bounds()
		w.exec(sqlPutDelegation, d.ID, ord, first, last, d.Host, string(c.New.JSON))
		w.exec(sqlPutLed, d.Head, ord, d.ID)
		for _, a := range d.Represents {
			w.exec(sqlPutRepresents, d.ID, actorText(a))
		}
		for _, claim := range c.New.Links {
			w.exec(sqlPutReceived, d.ID, claim)
		}
	}
}

func actorText(a graph.Actor) string { return string(a.Kind) + ":" + a.ID }

func (w *rowWriter) agreement(c derive.Change[graph.Agreement], put bool) {
	writeClaims(w, c, put, string(either(c).Value.ID))
	if !put && c.Old != nil {
		a := &c.Old.Value
		w.exec(sqlDropAgreement, a.ID)
		for _, s := range a.Signers {
			w.exec(sqlDropSigned, actorText(s), keyset.Newest(a.Date), a.ID)
		}
	}
	if put && c.New != nil {
		a, ord := &c.New.Value, keyset.Newest(c.New.Value.Date)
		first, last, _ := a.Date.Bounds()
		w.exec(sqlPutAgreement, a.ID, ord, first, last, string(c.New.JSON))
		for _, s := range a.Signers {
			w.exec(sqlPutSigned, actorText(s), ord, a.ID)
		}
	}
}
