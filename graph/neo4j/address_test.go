package neo4j

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
)

func TestParseAddress(t *testing.T) {
	for _, tt := range []struct{ reason, in, password, want string }{
		{"everything given", "neo4j://ann@db.example:7688/news", "pw", "neo4j://db.example:7688 ann news"},
		{"the usual port, user and database", "neo4j://db.example", "pw", "neo4j://db.example:7687 neo4j neo4j"},
		{"a server without authentication", "bolt://db.example/", "", "bolt://db.example:7687  neo4j"},
		{"encrypted", "neo4j+s://ann@db.example", "pw", "neo4j+s://db.example:7687 ann neo4j"},
		{"IPv6", "bolt://[::1]:7687/x", "", "bolt://[::1]:7687  x"},
	} {
		a, err := parseAddress(tt.in, tt.password)
		if got := a.target + " " + a.user + " " + a.database; err != nil || got != tt.want {
			t.Errorf("%s: %q, error %v; want %q", tt.reason, got, err, tt.want)
		}
	}
}

func TestParseAddressRefuses(t *testing.T) {
	for _, tt := range []struct{ reason, in, password, tells string }{
		{"a password in the address", "neo4j://ann:secret@host", "pw", "take it out"},
		{"an empty password in the address", "neo4j://ann:@host", "", "take it out"},
		{"a user without a password", "neo4j://ann@host", "", PasswordVariable},
		{"another scheme", "http://ann@host", "pw", "scheme"},
		{"no host", "neo4j://ann@/x", "pw", "host"},
		{"two names", "neo4j://ann@host/a/b", "pw", "at most one name"},
		{"a query", "neo4j://ann@host?x=secret", "pw", "nothing else"},
		{"no URL", "neo4j://ann:secret@ho st", "pw", "no URL"},
	} {
		_, err := parseAddress(tt.in, tt.password)
		if !errors.Is(err, graph.ErrInvalid) || !strings.Contains(err.Error(), tt.tells) {
			t.Errorf("%s: error %v, want ErrInvalid with %q", tt.reason, err, tt.tells)
		}
		if err != nil && strings.Contains(err.Error(), "secret") {
			t.Errorf("%s: the error tells the password: %v", tt.reason, err)
		}
	}
}

func TestPassword(t *testing.T) {
	file := filepath.Join(t.TempDir(), "password")
	if err := os.WriteFile(file, []byte("from file\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason      string
		env         map[string]string
		want        string
		wantInvalid bool
	}{
		{"none", nil, "", false},
		{"the variable", map[string]string{PasswordVariable: "pw"}, "pw", false},
		{"a file, without its line end", map[string]string{PasswordFileVariable: file}, "from file", false},
		{"both", map[string]string{PasswordVariable: "pw", PasswordFileVariable: file}, "", true},
		{"a file that is absent", map[string]string{PasswordFileVariable: file + ".no"}, "", true},
	} {
		got, err := Password(func(name string) string { return tt.env[name] })
		if got != tt.want || errors.Is(err, graph.ErrInvalid) != tt.wantInvalid {
			t.Errorf("%s: %q, error %v", tt.reason, got, err)
		}
	}
}

func TestCheckServer(t *testing.T) {
	for version, ok := range map[string]bool{
		"5.26.12": true, "5.23.0": true, "2025.01.0": true, "6.0": true, "unheard-of": true,
		"5.22.9": false, "5.0.0": false, "4.4.41": false, "3.5.1": false,
	} {
		err := checkServer(version)
		if ok != (err == nil) || err != nil && !errors.Is(err, graph.ErrIncompatible) {
			t.Errorf("checkServer(%q) = %v", version, err)
		}
	}
}

func TestBatch(t *testing.T) {
	big := row{"k", params{"text": strings.Repeat("x", batchBytes)}}
	small := row{"k", params{"text": "x"}}
	for _, tt := range []struct {
		reason string
		rows   []row
		want   int
	}{
		{"few", []row{small, small}, 2},
		{"many", make([]row, batchRows+1), batchRows},
		{"a large row alone", []row{big, big}, 1},
		{"a large row after a small one", []row{small, big, small}, 1},
	} {
		if got := batch(tt.rows); got != tt.want {
			t.Errorf("%s: a batch of %d, want %d", tt.reason, got, tt.want)
		}
	}
}
