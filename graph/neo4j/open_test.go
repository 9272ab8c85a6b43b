package neo4j_test

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"strings"
	"testing"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/graph/graphtest"
	"github.com/diplograph/diplograph/graph/neo4j"
	"github.com/diplograph/diplograph/graph/neo4j/neo4jtest"
)

// refused opens a store and wants an error of a kind that tells what to do
// and no password.
func refused(t *testing.T, address, password string, kind error, tells string) {
	t.Helper()
	s, err := neo4j.Open(t.Context(), address, password)
	if s != nil {
		s.Close()
	}
	if !errors.Is(err, kind) || !strings.Contains(err.Error(), tells) {
		t.Errorf("open: error %v, want %v with %q", err, kind, tells)
	}
	if err != nil && strings.Contains(err.Error(), password) {
		t.Errorf("the error tells the password: %v", err)
	}
}

func TestOpenRefuses(t *testing.T) {
	server := shared.Server(t)
	server.Empty(t)
	refused(t, server.Address(), "wrong-password", graph.ErrUnavailable, "check the address and NEO4J_PASSWORD")
	refused(t, "neo4j://neo4j@"+server.Host+"/nowhere", server.Password, graph.ErrUnavailable, "there is no database of this name")
	refused(t, "neo4j://neo4j:"+server.Password+"@"+server.Host, server.Password, graph.ErrInvalid, "take it out")
}

func TestOpenUnreachable(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	refused(t, "bolt://neo4j@"+l.Addr().String(), "a-password", graph.ErrUnavailable, l.Addr().String())
}

func TestOpenForeign(t *testing.T) {
	server := shared.Server(t)
	server.Empty(t)
	server.Run(t, `CREATE (:Film {title: 'Solaris'})`, nil)
	refused(t, server.Address(), server.Password, graph.ErrIncompatible, "give the name of an empty one")
	if n := server.Run(t, `MATCH (n) RETURN count(n)`, nil)[0].Values[0]; n != int64(1) {
		t.Errorf("the foreign database has %v nodes after it was refused, want 1", n)
	}
}

// TestNewerSchema meets a newer program's database when opening and, when
// the other program comes while the store is open, when writing.
func TestNewerSchema(t *testing.T) {
	server := shared.Server(t)
	s := server.Open(t)
	server.Run(t, `MATCH (s:DiplographStore) SET s.schema = 1000`, nil)
	refused(t, server.Address(), server.Password, graph.ErrIncompatible, "use the newer program")
	if _, err := s.Apply(t.Context(), graph.Batch{Put: graphtest.NewWorld(1).Reports(2)}); !errors.Is(err, graph.ErrIncompatible) {
		t.Errorf("apply to a newer schema: error %v, want ErrIncompatible", err)
	}
}

// TestEmptied takes the database away from under an open store.
func TestEmptied(t *testing.T) {
	server := shared.Server(t)
	s := server.Open(t)
	server.Empty(t)
	_, readErr := s.Stats(t.Context())
	_, writeErr := s.Apply(t.Context(), graph.Batch{Put: graphtest.NewWorld(1).Reports(2)})
	for _, err := range []error{readErr, writeErr} {
		if !errors.Is(err, graph.ErrUnavailable) || !strings.Contains(err.Error(), "Open the store again") {
			t.Errorf("on an emptied database: error %v, want ErrUnavailable that says what to do", err)
		}
	}
}

// TestOldServer puts a relay before the server that makes it say version 4.4.
func TestOldServer(t *testing.T) {
	server := shared.Server(t)
	server.Empty(t)
	version := server.Run(t, `CALL dbms.components() YIELD versions RETURN versions[0]`, nil)[0].Values[0].(string)
	host := relay(t, server, []byte(version), []byte("4.4."+version[4:]))
	refused(t, "bolt://neo4j@"+host, server.Password, graph.ErrIncompatible, "too old")
}

// relay passes bytes on and replaces old by new in what the server says.
func relay(t *testing.T, server *neo4jtest.Server, old, new []byte) string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			client, err := l.Accept()
			if err != nil {
				return
			}
			upstream, err := net.Dial("tcp", server.Host)
			if err != nil {
				client.Close()
				continue
			}
			go func() { io.Copy(upstream, client); upstream.Close() }()
			go func() { io.Copy(replacer{client, old, new}, upstream); client.Close() }()
		}
	}()
	return l.Addr().String()
}

// replacer replaces what does not span two writes; the server writes messages
// as a whole.
type replacer struct {
	to       io.Writer
	old, new []byte
}

func (r replacer) Write(p []byte) (int, error) {
	if _, err := r.to.Write(bytes.ReplaceAll(p, r.old, r.new)); err != nil {
		return 0, err
	}
	return len(p), nil
}

// TestReopen opens a filled store again and by the other schemes.
func TestReopen(t *testing.T) {
	server := shared.Server(t)
	reports := graphtest.NewWorld(2).Reports(20)
	graphtest.Load(t, server.Open(t), reports)
	for _, address := range []string{server.Address(), "bolt://neo4j@" + server.Host, "neo4j://" + server.Host} {
		sameLines(t, server.Reopen(t, address), reports)
	}
}

func sameLines(t *testing.T, s graph.Store, reports []graph.Report) {
	t.Helper()
	got, err := graphtest.Lines(context.Background(), s)
	if err != nil {
		t.Fatalf("export: %v", err)
	}
	if want := graphtest.Want(reports); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("the export has %d objects and differs from the %d of an undisturbed load", len(got), len(want))
	}
}
