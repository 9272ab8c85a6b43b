package storetest

import (
	"bytes"
	"net/http"
	"testing"
	"time"

	"github.com/diplograph/diplograph/server/fault"
)

const whoHasMet = `{ person(name: "To Lam") { name met(first: 5) { totalCount edges { date node { name } evidence(first: 1) { quote } } } } }`

// TestAway takes the database away from a running server and gives it back.
func TestAway(t *testing.T) {
	server := shared.Server(t)
	load(t, server.Open(t))
	s := serve(t, server.Address(), server.Password)
	_, want := s.ask(t, whoHasMet, nil)
	if r := parse(t, want); len(r.Errors) > 0 || bytes.Contains(want, []byte(`"edges":[]`)) {
		t.Fatalf("before: %s", want)
	}
	for _, c := range []struct {
		name       string
		away, back func(testing.TB)
	}{
		{"paused", server.Pause, server.Unpause},
		{"killed", server.Kill, server.Restart},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.away(t)
			unavailable(t, s)
			c.back(t)
			recovered(t, s, want)
		})
	}
}

// unavailable wants the server to say that the store is away, and to be alive.
func unavailable(t *testing.T, s site) {
	t.Helper()
	_, answer := s.ask(t, whoHasMet, nil)
	r := parse(t, answer)
	if len(r.Errors) == 0 || r.Errors[0].Extensions.Code != string(fault.Unavailable) {
		t.Errorf("answer without a database: %s, want code %s", answer, fault.Unavailable)
	}
	if status, text := s.get(t, "/readyz"); status != http.StatusServiceUnavailable {
		t.Errorf("/readyz without a database: %d %s", status, text)
	}
	if status, text := s.get(t, "/healthz"); status != http.StatusOK {
		t.Errorf("/healthz without a database: %d %s", status, text)
	}
}

// recovered waits until the server answers as before: a database that has just
// started can take longer than a query may.
func recovered(t *testing.T, s site, want []byte) {
	t.Helper()
	for deadline := time.Now().Add(3 * time.Minute); ; {
		_, got := s.ask(t, whoHasMet, nil)
		status, text := s.get(t, "/readyz")
		if bytes.Equal(got, want) && status == http.StatusOK {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("the database is back, the answer is not: %s\nwant: %s\n/readyz: %d %s", got, want, status, text)
		}
	}
}
