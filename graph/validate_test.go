package graph

import (
	"errors"
	"strings"
	"testing"
)

// validReport holds every kind of claim once.
func validReport() Report {
	text := "Tô Lâm a reçu Poutine à Hanoï.\n"
	proof := func() []Evidence {
		return []Evidence{{Quote: text[:len(text)-1], Span: Span{0, len(text) - 1}, Lang: "fr", Rule: "fr.received/1", Confidence: 0.9}}
	}
	return Report{
		Article:       Article{ID: "fr/1", Title: "Visite", Published: "2025-05-09", Text: text},
		Persons:       []ReportedPerson{{Name: "Tô Lâm", Country: "VN", Parties: []int{0}, Mentions: []Span{{0, 8}}}, {Name: "Poutine"}},
		Parties:       []ReportedGroup{{Name: "PCV", Key: "vn/cpv"}},
		Organizations: []ReportedGroup{{Name: "ministère"}},
		Countries:     []ReportedCountry{{Code: "VN"}},
		Meetings: []MeetingClaim{{
			Participants: []ParticipantClaim{{Person: 0, Side: 0, Role: RoleHost}, {Person: 1, Side: 1}},
			Status:       Held, Mode: InPerson, Date: "2025-05-09", Place: "Hanoï", Evidence: proof(),
		}},
		Delegations: []DelegationClaim{{Head: 1, Represents: []ActorClaim{{Kind: ActorCountry, Country: "RU"}}, Meeting: 0, Status: Held, Evidence: proof()}},
		Agreements:  []AgreementClaim{{What: "mémorandum", Signers: []ActorClaim{{Kind: ActorPerson, Index: 1}}, Status: Held, Evidence: proof()}},
	}
}

func TestValidate(t *testing.T) {
	r := validReport()
	if err := r.Validate(); err != nil {
		t.Fatalf("a valid report: %v", err)
	}
	tests := []struct {
		reason string
		spoil  func(*Report)
		says   string
	}{
		{"no id", func(r *Report) { r.Article.ID = "" }, "no id"},
		{"id with a separator", func(r *Report) { r.Article.ID = "a\x1fb" }, "control character"},
		{"id not UTF-8", func(r *Report) { r.Article.ID = "a\xff" }, "UTF-8"},
		{"text not UTF-8", func(r *Report) { r.Article.Text += "\xff" }, "UTF-8"},
		{"NUL in the text", func(r *Report) { r.Article.Text += "\x00" }, "NUL"},
		{"long title", func(r *Report) { r.Article.Title = strings.Repeat("a", MaxString+1) }, "longer"},
		{"bad publication date", func(r *Report) { r.Article.Published = "today" }, "date"},
		{"name without letters", func(r *Report) { r.Persons[0].Name = "???" }, "no letter"},
		{"alias without letters", func(r *Report) { r.Persons[0].Aliases = []string{" "} }, "no letter"},
		{"country in small letters", func(r *Report) { r.Persons[0].Country = "vn" }, "capital"},
		{"party out of range", func(r *Report) { r.Persons[0].Parties = []int{1} }, "list of 1"},
		{"party twice", func(r *Report) { r.Persons[0].Parties = []int{0, 0} }, "twice"},
		{"organization out of range", func(r *Report) { r.Persons[0].Organizations = []int{-1} }, "list of 1"},
		{"mention leaves the text", func(r *Report) { r.Persons[0].Mentions = []Span{{0, 999}} }, "no range"},
		{"mention cuts a letter", func(r *Report) { r.Persons[0].Mentions = []Span{{0, 2}} }, "cuts"},
		{"empty mention", func(r *Report) { r.Countries[0].Mentions = []Span{{3, 3}} }, "no range"},
		{"country without a code", func(r *Report) { r.Countries[0].Code = "" }, "no code"},
		{"no participant", func(r *Report) { r.Meetings[0].Participants = nil }, "no participant"},
		{"participant out of range", func(r *Report) { r.Meetings[0].Participants[0].Person = 2 }, "list of 2"},
		{"participant twice", func(r *Report) { r.Meetings[0].Participants[1].Person = 0 }, "twice"},
		{"negative side", func(r *Report) { r.Meetings[0].Participants[1].Side = -1 }, "side"},
		{"unknown role", func(r *Report) { r.Meetings[0].Participants[1].Role = "king" }, "role"},
		{"unknown status", func(r *Report) { r.Meetings[0].Status = "" }, "status"},
		{"unknown mode", func(r *Report) { r.Meetings[0].Mode = "letter" }, "mode"},
		{"bad meeting date", func(r *Report) { r.Meetings[0].Date = "2025-02-30" }, "date"},
		{"no evidence", func(r *Report) { r.Meetings[0].Evidence = nil }, "no evidence"},
		{"quote is not the text", func(r *Report) { r.Meetings[0].Evidence[0].Quote = "Autre chose" }, "quote"},
		{"evidence leaves the text", func(r *Report) { r.Meetings[0].Evidence[0].Start = -1 }, "no range"},
		{"evidence without a rule", func(r *Report) { r.Meetings[0].Evidence[0].Rule = "" }, "rule"},
		{"no confidence", func(r *Report) { r.Meetings[0].Evidence[0].Confidence = 0 }, "confidence"},
		{"too sure", func(r *Report) { r.Meetings[0].Evidence[0].Confidence = 1.1 }, "confidence"},
		{"head out of range", func(r *Report) { r.Delegations[0].Head = 9 }, "list of 2"},
		{"meeting of a delegation out of range", func(r *Report) { r.Delegations[0].Meeting = 1 }, "-1 means none"},
		{"member twice", func(r *Report) { r.Delegations[0].Members = []int{0, 0} }, "twice"},
		{"unknown kind of actor", func(r *Report) { r.Delegations[0].Represents[0].Kind = "god" }, "kind"},
		{"actor out of range", func(r *Report) { r.Agreements[0].Signers[0].Index = 2 }, "list of 2"},
		{"nothing signed", func(r *Report) { r.Agreements[0].What = "" }, "what was signed"},
		{"nobody signed", func(r *Report) { r.Agreements[0].Signers = nil }, "no signer"},
		{"too many persons", func(r *Report) { r.Persons = make([]ReportedPerson, MaxPersons+1) }, "more than"},
	}
	for _, tt := range tests {
		r := validReport()
		tt.spoil(&r)
		err := r.Validate()
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: got error %v, want ErrInvalid that says %q", tt.reason, err, tt.says)
		}
	}
}

func TestHash(t *testing.T) {
	base := validReport()
	const want = 64
	if got := base.Hash(); len(got) != want {
		t.Errorf("a hash of %d digits, want %d", len(got), want)
	}
	same := validReport()
	same.Persons[1].Mentions, same.Parties[0].Mentions, same.Persons[1].Aliases = []Span{}, []Span{}, []string{}
	if base.Hash() != same.Hash() {
		t.Error("an empty list changes the hash")
	}
	if same.Persons[1].Mentions == nil {
		t.Error("Hash changed the report")
	}
	for name, change := range map[string]func(*Report){
		"title":      func(r *Report) { r.Article.Title = "Autre" },
		"text":       func(r *Report) { r.Article.Text += "." },
		"side":       func(r *Report) { r.Meetings[0].Participants[1].Side = 2 },
		"confidence": func(r *Report) { r.Meetings[0].Evidence[0].Confidence = 0.8 },
		"order":      func(r *Report) { r.Persons[0], r.Persons[1] = r.Persons[1], r.Persons[0] },
	} {
		r := validReport()
		change(&r)
		if r.Hash() == base.Hash() {
			t.Errorf("%s does not change the hash", name)
		}
	}
}

// TestHashIsStable holds the hash of one report still: stores keep hashes, so
// a change of it makes every article look replaced.
func TestHashIsStable(t *testing.T) {
	r := Report{Article: Article{ID: "fr/1", Title: "<Visite> & co", Text: "Tô Lâm"}}
	const canonical = `{"article":{"id":"fr/1","title":"<Visite> & co","text":"Tô Lâm"},"persons":null,"parties":null,"organizations":null,"countries":null,"meetings":null,"delegations":null,"agreements":null}`
	if got := string(r.Canonical()); got != canonical {
		t.Errorf("Canonical is\n%s, want\n%s", got, canonical)
	}
	const hash = "f0ed8a04cf84565069e33aa9141ca679898a4d76194cf35a8cc3aac1a0add187"
	if got := r.Hash(); got != hash {
		t.Errorf("Hash is %s, want %s", got, hash)
	}
}
