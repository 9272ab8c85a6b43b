package graphtest

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"pgregory.net/rapid"

	"github.com/diplograph/diplograph/graph"
)

// World makes random valid reports. Its names, dates and places are few and
// alike on purpose: most reports touch persons and meetings of others, and
// many names differ in a diacritic only.
type World struct {
	pick func(n int) int // a number in [0, n)
}

// NewWorld returns a world that gives the same reports for the same seed.
func NewWorld(seed uint64) *World {
	r := rand.New(rand.NewPCG(seed, 1))
	return &World{r.IntN}
}

// Draw returns a world that draws from t, so that rapid shrinks its reports.
func Draw(t *rapid.T) *World {
	return &World{func(n int) int { return rapid.IntRange(0, n-1).Draw(t, "pick") }}
}

func names() []string {
	return []string{
		"Tô Lâm", "To Lam", "TO LAM", "Lâm Tô",
		"Hùng", "Hưng", "Hung", "Nguyễn Phú Trọng", "Nguyên Phu Trong", "Nguyen Phu Trong",
		"Vladimir Poutine", "Vladimir Putin", "Vladimir Vladimirovitch Putin", "Vladmir Putin", "Putin Vladimir", "Vladimir V. Putin",
		"Jean-Yves Le Drian", "Jean Yves Le Drian", "Đỗ Mười", "Do Muoi",
		"Владимир Путин", "习近平", "O'Brien", "OBrien",
	}
}

// forms are names that may be of one person or of two, in several blocks.
func forms() []string {
	return []string{"Isaac Kagabo", "Innocent Kagabo", "Kagabo", "Kagabo", "I. Kagabo", "Isaac Kagabo-Mugisha", "Isaac Mugisha", "Mugisha", "Jean Isaac Mugisha"}
}

func countries() []graph.CountryCode { return []graph.CountryCode{"", "", "VN", "LA", "FR"} }

func dates() []graph.Date {
	return []graph.Date{
		"", "2025-05-09", "XXXX-05-09", "2025-05", "2025", "2024-05-09", "XXXX-05",
		"2025-05-08/2025-05-10", "2025-05-10", "2024",
	}
}

func places() []string { return []string{"", "Hanoï", "Hà Nội", "Paris", "Vientiane"} }

func documents() []string {
	return []string{"mémorandum", "mémorandum d'accord", "Mémorandum d’accord", "traité", "traité d'accord"}
}

func choose[T any](w *World, from []T) T { return from[w.pick(len(from))] }

func (w *World) chance(percent int) bool { return w.pick(100) < percent }

// Reports returns n reports with ids of a pool that is a little smaller, so
// that some ids repeat with other contents.
func (w *World) Reports(n int) []graph.Report {
	rs := make([]graph.Report, n)
	for i := range rs {
		rs[i] = w.Report(graph.ArticleID(fmt.Sprintf("fr/%03d", w.pick(n+1))))
	}
	return rs
}

// Report returns a valid report of the given article.
func (w *World) Report(id graph.ArticleID) graph.Report {
	b := NewBuilder(id)
	b.Report.Article.Published = choose(w, dates())
	w.groups(b)
	for range 1 + w.pick(4) {
		w.person(b)
	}
	for range w.pick(3) {
		w.meeting(b)
	}
	if w.chance(20) {
		w.table(b)
	}
	if w.chance(30) {
		w.delegation(b)
	}
	if w.chance(30) {
		w.agreement(b)
	}
	return b.Done()
}

func (w *World) groups(b *Builder) {
	r := &b.Report
	if w.chance(50) {
		r.Parties = append(r.Parties, graph.ReportedGroup{
			Name: choose(w, []string{"Parti communiste du Vietnam", "PCV"}), Key: "vn/cpv", Country: choose(w, countries()),
		})
	}
	if w.chance(50) {
		r.Organizations = append(r.Organizations, graph.ReportedGroup{
			Name: choose(w, []string{"ministère de la Défense", "Ministere de la Defense"}), Country: choose(w, countries()),
		})
	}
	if w.chance(50) {
		r.Countries = append(r.Countries, graph.ReportedCountry{Code: "VN"})
	}
}

func (w *World) person(b *Builder) {
	p := graph.ReportedPerson{Name: choose(w, names()), Country: choose(w, countries())}
	form := w.chance(25)
	if form {
		p.Name, p.Country = choose(w, forms()), choose(w, []graph.CountryCode{"FR", "FR", "FR", "LA", ""})
	}
	for range w.pick(3) {
		p.Mentions = append(p.Mentions, b.Quote(p.Name).Span)
	}
	if w.chance(30) {
		p.Aliases = []string{"Lam"}
	}
	if w.chance(10) {
		p.Key = "seed/1"
	}
	if form || w.chance(40) {
		p.Offices = []graph.Office{{Title: choose(w, []string{"ministre", "ambassadeur"}), Key: choose(w, []string{"", "minister", "ambassador"}), Country: choose(w, countries()), Former: w.chance(20)}}
		if w.chance(60) {
			e := b.Quote(p.Offices[0].Title + " " + p.Name + ".")
			p.Mentions = append(p.Mentions, graph.Span{Start: e.End - len(p.Name) - 1, End: e.End - 1})
		}
	}
	if len(b.Report.Parties) > 0 && w.chance(50) {
		p.Parties = []int{0}
	}
	if len(b.Report.Organizations) > 0 && w.chance(50) {
		p.Organizations = []int{0}
	}
	b.Report.Persons = append(b.Report.Persons, p)
}

func statuses() []graph.Status {
	return []graph.Status{graph.Held, graph.Held, graph.Held, graph.Planned, graph.Cancelled}
}

func (w *World) meeting(b *Builder) {
	m := graph.MeetingClaim{
		Status:  choose(w, statuses()),
		Mode:    choose(w, []graph.Mode{"", graph.InPerson, graph.Remote}),
		Date:    choose(w, dates()),
		Place:   choose(w, places()),
		Country: choose(w, countries()),
	}
	if m.Place == "Paris" && w.chance(50) {
		m.PlaceKey = "fr/paris"
	}
	for i := range b.Report.Persons {
		if i == 0 || w.chance(60) {
			m.Participants = append(m.Participants, graph.ParticipantClaim{
				Person: i, Side: w.pick(3), Role: choose(w, []graph.Role{"", graph.RoleHost, graph.RoleVisitor}),
			})
		}
	}
	m.Evidence = w.evidence(b)
	b.Report.Meetings = append(b.Report.Meetings, m)
}

// evidence quotes a sentence of the text; now and then one that is quoted
// already.
func (w *World) evidence(b *Builder) []graph.Evidence {
	var es []graph.Evidence
	for range 1 + w.pick(2) {
		e := b.Quote(choose(w, []string{"Ils se sont entretenus à Hanoï.", "Cuộc gặp diễn ra hôm qua.", "They met."}))
		e.Rule = choose(w, []string{"fr.met/1", "fr.received/1"})
		e.Confidence = choose(w, []float64{0.9, 0.5, 1})
		es = append(es, e)
	}
	return es
}

func (w *World) actors(b *Builder) []graph.ActorClaim {
	as := []graph.ActorClaim{{Kind: graph.ActorCountry, Country: choose(w, []graph.CountryCode{"VN", "LA"})}}
	if len(b.Report.Parties) > 0 && w.chance(60) {
		as = append(as, graph.ActorClaim{Kind: graph.ActorParty})
	}
	if len(b.Report.Organizations) > 0 && w.chance(30) {
		as = append(as, graph.ActorClaim{Kind: graph.ActorOrganization})
	}
	return as
}

func (w *World) delegation(b *Builder) {
	n := len(b.Report.Persons)
	d := graph.DelegationClaim{
		Head: w.pick(n), Host: choose(w, countries()), Meeting: w.pick(len(b.Report.Meetings)+1) - 1,
		Status: choose(w, statuses()), Date: choose(w, dates()), Evidence: w.evidence(b),
	}
	if w.chance(80) {
		d.Represents = w.actors(b)
	}
	if w.chance(50) {
		d.Members = []int{w.pick(n)}
	}
	b.Report.Delegations = append(b.Report.Delegations, d)
}

func (w *World) agreement(b *Builder) {
	signers := w.actors(b)
	if w.chance(50) {
		signers = append(signers, graph.ActorClaim{Kind: graph.ActorPerson, Index: w.pick(len(b.Report.Persons))})
	}
	b.Report.Agreements = append(b.Report.Agreements, graph.AgreementClaim{
		What: choose(w, documents()), Signers: signers,
		Status: choose(w, statuses()), Date: choose(w, dates()), Evidence: w.evidence(b),
	})
}

// Builder makes a report whose evidence offsets are right.
type Builder struct {
	Report graph.Report
	text   strings.Builder
}

// NewBuilder starts the report of an article.
func NewBuilder(id graph.ArticleID) *Builder {
	b := &Builder{}
	b.Report.Article = graph.Article{ID: id, Title: "Titre de " + string(id), Source: "test", Lang: "fr"}
	return b
}

// Quote adds a sentence to the text, unless it is there, and returns evidence
// that quotes it.
func (b *Builder) Quote(sentence string) graph.Evidence {
	start := strings.Index(b.text.String(), sentence)
	if start < 0 {
		start = b.text.Len()
		b.text.WriteString(sentence + "\n")
	}
	return graph.Evidence{
		Quote: sentence, Span: graph.Span{Start: start, End: start + len(sentence)},
		Lang: "fr", Rule: "test.quote/1", Confidence: 1,
	}
}

// Person adds a person, unless one of that name and country is there, and
// returns its index.
func (b *Builder) Person(name string, c graph.CountryCode) int {
	ps := b.Report.Persons
	i := slices.IndexFunc(ps, func(p graph.ReportedPerson) bool { return p.Name == name && p.Country == c })
	if i >= 0 {
		return i
	}
	b.Report.Persons = append(ps, graph.ReportedPerson{Name: name, Country: c})
	return len(ps)
}

// Met adds a held meeting of persons, each of a side of its own, with a
// sentence that tells of it. It returns the claim for changes.
func (b *Builder) Met(d graph.Date, persons ...int) *graph.MeetingClaim {
	m := graph.MeetingClaim{Status: graph.Held, Date: d}
	for side, p := range persons {
		m.Participants = append(m.Participants, graph.ParticipantClaim{Person: p, Side: side})
	}
	m.Evidence = []graph.Evidence{b.Quote(fmt.Sprintf("Rencontre no %d, %s.", len(b.Report.Meetings)+1, d))}
	b.Report.Meetings = append(b.Report.Meetings, m)
	return &b.Report.Meetings[len(b.Report.Meetings)-1]
}

// Done returns the finished report.
func (b *Builder) Done() graph.Report {
	b.Report.Article.Text = b.text.String()
	return b.Report
}
