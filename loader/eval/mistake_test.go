package eval

import (
	"slices"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/extract"
)

const story = `Tô Lâm a reçu Xi Jinping à Hanoï. Xi Jinping a ensuite visité un musée. ` +
	`Hun Sen était à Paris. M. Kishida a quitté Tokyo. Tô Lâm connaît Hun Sen.`

// reported builds a report on story with these persons, and meetings of the
// persons by index, each participant with a side of their own unless joined.
func reported(status graph.Status, joined bool, persons []string, meetings ...[2]int) *graph.Report {
	r := &graph.Report{Article: graph.Article{ID: "x", Lang: "fr", Text: story}}
	for _, p := range persons {
		at := max(strings.Index(story, p), 0)
		r.Persons = append(r.Persons, graph.ReportedPerson{Name: p, Mentions: []graph.Span{{Start: at, End: at + 1}}})
	}
	for _, m := range meetings {
		c := graph.MeetingClaim{Status: status, Participants: []graph.ParticipantClaim{{Person: m[0]}, {Person: m[1], Side: 1}}}
		if joined {
			c.Participants[1].Side = 0
		}
		c.Evidence = []graph.Evidence{{Span: graph.Span{Start: 0, End: 34}}}
		r.Meetings = append(r.Meetings, c)
	}
	return r
}

// explain lists the mistakes of a report against wanted facts.
func explain(want extract.Facts, r *graph.Report) []Mistake {
	c := critic{want: facts{want}, got: facts{extract.FactsOf(r)}, report: r, page: newPage(r.Article.Text, r.Article.Lang)}
	_, c.outcomes = compare(c.want, c.got)
	return c.mistakes()
}

func TestClasses(t *testing.T) {
	all := []string{"Tô Lâm", "Xi Jinping", "Hun Sen", "Kishida"}
	const persons = `"persons":[{"name":"Tô Lâm"},{"name":"Xi Jinping"},{"name":"Hun Sen"},{"name":"Kishida"}]`
	met := func(a, b string) string { return `{` + persons + `,"met":[{"a":"` + a + `","b":"` + b + `"}]}` }
	for _, c := range []struct {
		class, want string
		report      *graph.Report
	}{
		{"missed-person/unseen", `{"persons":[{"name":"Hun Sen"}]}`, reported(graph.Held, false, nil)},
		{"missed-person/merged", `{"persons":[{"name":"Hun Sen"},{"name":"Samdech Hun Sen"}]}`, reported(graph.Held, false, []string{"Hun Sen"})},
		{"missed-person/cut", `{"persons":[{"name":"Tô Văn Lâm"}]}`, reported(graph.Held, false, []string{"Văn Ba"})},
		{"missed-person/not-as-written", `{"persons":[{"name":"Emmanuel Macron"}]}`, reported(graph.Held, false, nil)},
		{"invented-person/double", `{"persons":[{"name":"Hun Sen"}]}`, reported(graph.Held, false, []string{"Hun Sen", "Hun Sen"})},
		{"invented-person/cut", `{"persons":[{"name":"Xi Jinping"}]}`, reported(graph.Held, false, []string{"Xi Jinping", "Jinping Musée"})},
		{"invented-person/unknown", `{}`, reported(graph.Held, false, []string{"Paris"})},
		{"missed-meeting/person-missing", met("Tô Lâm", "Xi Jinping"), reported(graph.Held, false, []string{"Tô Lâm", "Hun Sen", "Kishida"})},
		{"missed-meeting/planned-instead", met("Tô Lâm", "Xi Jinping"), reported(graph.Planned, false, all, [2]int{0, 1})},
		{"missed-meeting/cancelled-instead", met("Tô Lâm", "Xi Jinping"), reported(graph.Cancelled, false, all, [2]int{0, 1})},
		{"missed-meeting/same-side-instead", met("Tô Lâm", "Xi Jinping"), reported(graph.Held, true, all, [2]int{0, 1})},
		{"missed-meeting/trigger-not-understood", met("Tô Lâm", "Xi Jinping"), reported(graph.Held, false, all)},
		{"missed-meeting/no-trigger-in-sentence", met("Tô Lâm", "Hun Sen"), reported(graph.Held, false, all)},
		{"missed-meeting/never-in-one-sentence", met("Xi Jinping", "Hun Sen"), reported(graph.Held, false, all)},
		{"invented-meeting/person-invented", `{"persons":[{"name":"Tô Lâm"}],"met":[]}`, reported(graph.Held, false, []string{"Tô Lâm", "Paris"}, [2]int{0, 1})},
		{"invented-meeting/wrong-partner", met("Tô Lâm", "Xi Jinping"), reported(graph.Held, false, all, [2]int{0, 2})},
		{"invented-meeting/never-met", `{` + persons + `}`, reported(graph.Held, false, all, [2]int{0, 2})},
		{"missed-country/unseen", `{"countries":["VN"]}`, reported(graph.Held, false, nil)},
		{"missed-delegation/person-missing", `{"led":[{"person":"Hun Sen"}]}`, reported(graph.Held, false, nil)},
		{"missed-delegation/unseen", `{"led":[{"person":"Hun Sen"}]}`, reported(graph.Held, false, all)},
		{"missed-signing/person-missing", `{"signed":[{"signer":"Hun Sen","kind":"person"}]}`, reported(graph.Held, false, nil)},
		{"missed-signing/nothing-signed", `{"signed":[{"signer":"VN","kind":"country"}]}`, reported(graph.Held, false, nil)},
	} {
		ms := explain(parse(t, c.want), c.report)
		if !slices.ContainsFunc(ms, func(m Mistake) bool { return m.Class == c.class }) {
			t.Errorf("want %s in %v", c.class, ms)
		}
	}
}

func TestClassesOfLeadsAndSignings(t *testing.T) {
	r := reported(graph.Held, false, []string{"Hun Sen", "Tô Lâm"})
	proof := []graph.Evidence{{Span: graph.Span{Start: 0, End: 34}}}
	r.Delegations = []graph.DelegationClaim{{Head: 0, Represents: []graph.ActorClaim{{Kind: graph.ActorCountry, Country: "KH"}}, Evidence: proof}}
	r.Agreements = []graph.AgreementClaim{{What: "accord", Signers: []graph.ActorClaim{{Kind: graph.ActorPerson, Index: 1}}, Evidence: proof}}
	const persons = `"persons":[{"name":"Hun Sen"},{"name":"Tô Lâm"}]`
	for _, c := range []struct{ want, classes string }{
		{`{` + persons + `,"led":[{"person":"Hun Sen","country":"VN"}],"signed":[{"signer":"Tô Lâm"}]}`, "missed-delegation/other-side invented-delegation/wrong-side"},
		{`{` + persons + `,"led":[],"signed":[{"signer":"VN"},{"signer":"Tô Lâm"}]}`, "invented-delegation/no-lead missed-signing/other-signer"},
		{`{` + persons + `,"led":[{"person":"Hun Sen"}],"signed":[{"signer":"VN"}]}`, "missed-signing/other-signer invented-signing/wrong-signer"},
		{`{` + persons + `,"led":[{"person":"Hun Sen"}]}`, "invented-signing/nothing-signed"},
		{`{"persons":[],"met":[]}`, "invented-person/unknown invented-person/unknown invented-delegation/person-invented invented-signing/person-invented"},
	} {
		var got []string
		for _, m := range explain(parse(t, c.want), r) {
			got = append(got, m.Class)
		}
		if strings.Join(got, " ") != c.classes {
			t.Errorf("classes %v, want %s", got, c.classes)
		}
	}
}

func TestDateFaults(t *testing.T) {
	for _, c := range [][3]string{
		{"", "2025-05-09", "none"},
		{"2025-05-10", "2025-05-09", "other-day"},
		{"XXXX-05-09", "2025-05-09", "year-missing"},
		{"2025-05-09", "XXXX-05-09", "year-guessed"},
		{"2025-05", "2025-05-09", "too-coarse"},
		{"2025-05-09", "2025-05", "too-narrow"},
	} {
		if got := dateFault(c[0], c[1]); got != c[2] {
			t.Errorf("dateFault(%q, %q) = %q, want %q", c[0], c[1], got, c[2])
		}
	}
}

func TestMistakesShowSentences(t *testing.T) {
	want := parse(t, `{"id":"x","persons":[{"name":"Tô Lâm"},{"name":"Xi Jinping"},{"name":"Hun Sen"},{"name":"Kishida Fumio"}],"met":[{"a":"Xi Jinping","b":"Hun Sen"},{"a":"Tô Lâm","b":"Kishida Fumio"}]}`)
	r := reported(graph.Held, false, []string{"Tô Lâm", "Xi Jinping", "Hun Sen", "Kishida"}, [2]int{0, 1})
	got := map[string][]string{}
	for _, m := range explain(want, r) {
		got[m.Class+m.Fact.(extract.FactMeeting).B] = m.Sentences
	}
	for key, want := range map[string][]string{
		"missed-meeting/never-in-one-sentenceHun Sen":       {"Tô Lâm a reçu Xi Jinping à Hanoï.", "Xi Jinping a ensuite visité un musée.", "Hun Sen était à Paris.", "Tô Lâm connaît Hun Sen."},
		"missed-meeting/never-in-one-sentenceKishida Fumio": {"Tô Lâm a reçu Xi Jinping à Hanoï.", "M. Kishida a quitté Tokyo.", "Tô Lâm connaît Hun Sen."},
		"invented-meeting/wrong-partnerXi Jinping":          {"Tô Lâm a reçu Xi Jinping à Hanoï."},
	} {
		if !slices.Equal(got[key], want) {
			t.Errorf("%s: sentences %q, want %q; all: %q", key, got[key], want, got)
		}
	}
}

func TestMistakeIsOneLineAndSentences(t *testing.T) {
	m := Mistake{Text: "fr/001", Kind: Met, Wrong: true, Class: "invented-meeting/never-met", Fact: map[string]string{"a": "X & Y"}, Sentences: []string{"Un.", "Deux."}}
	want := "fr/001 WRONG met: {\"a\":\"X & Y\"}  invented-meeting/never-met\n      Un.\n      Deux."
	if m.String() != want {
		t.Errorf("have %q, want %q", m.String(), want)
	}
}
