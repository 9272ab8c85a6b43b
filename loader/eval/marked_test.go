package eval

import (
	"path/filepath"
	"strings"
	"testing"
)

func TestScoreMarked(t *testing.T) {
	const text = `Visite\n\nHanoï - Le président français Emmanuel Macron a reçu lundi à Paris le Premier ministre vietnamien Pham Minh Chinh.`
	path := filepath.Join(t.TempDir(), "marked.jsonl")
	write(t, path, strings.Join([]string{
		`{"id":"1","text":"` + text + `","persons":["Macron","Emmanuel Macron","Pham Minh Chinh"],"contact":false}`,
		``,
		`{"id":"2","text":"` + text + `","published":"2025-05-13","met":[{"a":"Emmanuel Macron","b":"Pham Minh Chinh","date":"2025-05-12"}],"contact":true}`,
		`not an object`,
		`{"id":"3","text":"Un texte sans personne.","persons":[],"contact":false}`,
		`{"id":"4","text":"` + text + `"}`,
	}, "\n"))
	m, err := ScoreMarked(t.Context(), engine(t), path)
	if err != nil {
		t.Fatal(err)
	}
	if m.Texts != 4 || len(m.Refused) != 1 || !strings.Contains(m.Refused[0].Error(), "marked.jsonl:4") {
		t.Errorf("%d texts, refused %v", m.Texts, m.Refused)
	}
	if m.Persons != (Count{2, 0, 0}) {
		t.Errorf("persons %+v: marked forms of one name are one person", m.Persons)
	}
	if m.Met != (Count{1, 0, 0}) || m.Dates.Dated != 1 || m.Dates.DateRight != 1 {
		t.Errorf("met %+v, dates %+v", m.Met, m.Dates)
	}
	if m.Quiet != 2 || m.QuietClaims != 1 || m.Contact != 1 || m.ContactClaims != 1 {
		t.Errorf("quiet %d/%d, contact %d/%d", m.QuietClaims, m.Quiet, m.ContactClaims, m.Contact)
	}
	if len(m.Mistakes) != 1 || m.Mistakes[0].Kind != Met || m.Mistakes[0].Text != "1" {
		t.Errorf("mistakes %v: want the meeting claimed of the quiet text alone", m.Mistakes)
	}
	for _, part := range []string{"4 texts", "persons     1.000", "met         1.000", "claim a meeting: 1/2"} {
		if !strings.Contains(m.String(), part) {
			t.Errorf("%q is not in\n%s", part, m)
		}
	}
}

func TestScoreMarkedWithoutFile(t *testing.T) {
	if _, err := ScoreMarked(t.Context(), engine(t), filepath.Join(t.TempDir(), "none.jsonl")); err == nil {
		t.Error("no error")
	}
}
