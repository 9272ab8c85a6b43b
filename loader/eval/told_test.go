package eval

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/loader/extract"
)

// told writes the three files of a folder.
func told(t *testing.T, articles, persons, meetings string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{toldArticles: articles, toldPersons: persons, toldMeetings: meetings} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const toldTwice = `{"id":"a","lang":"en","published":"2024-05-07","text":"Kenyan President Peter Otieno received French Foreign Minister Jean Dupuis in Nairobi on May 6, 2024."}
{"id":"b","lang":"fr","published":"2024-05-07","text":"Le président kényan Peter Otieno a reçu le 6 mai 2024 à Nairobi le ministre français des Affaires étrangères, Jean Dupuis."}
`

func TestTold(t *testing.T) {
	x, err := extract.Unweighed()
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		persons, meetings string
		want              string
	}{
		"joined rightly": {
			`{"person":"o","names":{"a":["Peter Otieno"],"b":["Peter Otieno"]}}` + "\n" + `{"person":"d","names":{"a":["Jean Dupuis"],"b":["Dupuis"]}}`,
			`{"meeting":"m","participants":["o","d"],"articles":["a","b"]}`,
			"persons: 2 same, 0 missed; 4 different, 0 wrongly joined; 0 not read\nmeetings: 1 same, 0 missed; 0 different, 0 wrongly joined; 0 not read",
		},
		"joined though two": {
			`{"person":"o","names":{"a":["Peter Otieno"]}}` + "\n" + `{"person":"p","names":{"b":["Peter Otieno"]}}`,
			"",
			"persons: 0 same, 0 missed; 1 different, 1 wrongly joined; 0 not read\nmeetings: 0 same, 0 missed; 0 different, 0 wrongly joined; 0 not read",
		},
		"apart though one": {
			`{"person":"o","names":{"a":["Peter Otieno"],"b":["Jean Dupuis"]}}`, "",
			"persons: 1 same, 1 missed; 0 different, 0 wrongly joined; 0 not read\nmeetings: 0 same, 0 missed; 0 different, 0 wrongly joined; 0 not read",
		},
		"not read": {
			`{"person":"k","names":{"a":["Ann Wanjiru"]}}`, `{"meeting":"m","participants":["k"],"articles":["a"]}`,
			"persons: 0 same, 0 missed; 0 different, 0 wrongly joined; 1 not read\nmeetings: 0 same, 0 missed; 0 different, 0 wrongly joined; 1 not read",
		},
	} {
		got, err := ScoreTold(t.Context(), told(t, toldTwice, tt.persons, tt.meetings), x)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if s := got.Scored("n").Block; s != "[n] 2 articles in one graph\n"+tt.want+"\n" {
			t.Errorf("%s:\n%s\nwant\n%s", name, s, tt.want)
		}
	}
}

const toldOfThree = `{"id":"a","lang":"en","published":"2024-05-07","text":"Kenyan President Peter Otieno, French President Jean Dupuis and Turkish President Kemal Aydin held a trilateral meeting in Nairobi on May 6, 2024."}
{"id":"b","lang":"en","published":"2024-05-08","text":"Kenyan President Peter Otieno, French President Jean Dupuis and Turkish President Kemal Aydin held a trilateral meeting in Nairobi on May 6, 2024."}
`

// TestEncounters: of three at one table each two are told by a line, and none is another.
func TestEncounters(t *testing.T) {
	x, err := extract.Unweighed("en")
	if err != nil {
		t.Fatal(err)
	}
	persons := `{"person":"o","names":{"a":["Peter Otieno"],"b":["Peter Otieno"]}}
{"person":"d","names":{"a":["Jean Dupuis"],"b":["Jean Dupuis"]}}
{"person":"k","names":{"a":["Kemal Aydin"],"b":["Kemal Aydin"]}}`
	meetings := `{"meeting":"m","participants":["o","d"],"articles":["a","b"]}
{"meeting":"n","participants":["o","k"],"articles":["a","b"]}
{"meeting":"l","participants":["k","d"],"articles":["a"]}`
	got, err := ScoreTold(t.Context(), told(t, toldOfThree, persons, meetings), x)
	if err != nil || got.Meetings.String() != "2 same, 0 missed; 8 different, 0 wrongly joined" {
		t.Errorf("%v %v", got.Meetings, err)
	}
}

func TestBadTold(t *testing.T) {
	x, err := extract.Unweighed("en")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ScoreTold(t.Context(), t.TempDir(), x); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("no files: %v", err)
	}
	if _, err := ScoreTold(t.Context(), told(t, toldTwice, "{}\n{\n", ""), x); err == nil || !strings.Contains(err.Error(), "persons.jsonl:2: ") {
		t.Errorf("a bad line: %v", err)
	}
}
