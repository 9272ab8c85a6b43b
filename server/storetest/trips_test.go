package storetest

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"net"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
)

// wire passes connections on to a database and counts the statements that it
// is sent, whatever code sends them.
type wire struct {
	net.Listener
	to         string
	statements atomic.Int64
	open       sync.WaitGroup
}

func newWire(t *testing.T, to string) *wire {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	w := &wire{Listener: l, to: to}
	w.open.Go(func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			w.open.Go(func() { w.pass(t, c) })
		}
	})
	t.Cleanup(func() { l.Close(); w.open.Wait() })
	return w
}

func (w *wire) pass(t *testing.T, client net.Conn) {
	defer client.Close()
	database, err := net.Dial("tcp", w.to)
	if err != nil {
		t.Error(err)
		return
	}
	defer database.Close()
	w.open.Go(func() { io.Copy(client, database); client.Close() })
	if err := w.count(bufio.NewReader(io.TeeReader(client, database))); !errors.Is(err, io.EOF) && !errors.Is(err, net.ErrClosed) {
		t.Errorf("what the server sent is not Bolt: %v", err)
	}
}

// count reads what a Bolt client sends: the handshake, then messages, each in
// chunks of a length and that many bytes, ended by length 0.
func (w *wire) count(r *bufio.Reader) error {
	const handshake, choice, run = 20, 5, 0x10
	if _, err := r.Discard(handshake); err != nil {
		return err
	}
	if b, err := r.Peek(2); err != nil {
		return err
	} else if b[0] == 0 && b[1] == 0 { // the version that the client chose of the server's list
		if _, err := r.Discard(choice); err != nil {
			return err
		}
	}
	for begins := true; ; {
		var size uint16
		if err := binary.Read(r, binary.BigEndian, &size); err != nil {
			return err
		}
		if size == 0 {
			begins = true
			continue
		}
		if b, err := r.Peek(min(2, int(size))); err != nil {
			return err
		} else if begins && len(b) == 2 && b[1] == run {
			w.statements.Add(1)
		}
		begins = false
		if _, err := r.Discard(int(size)); err != nil {
			return err
		}
	}
}

// TestRoundTrips wants one statement per level of a query, whatever the number
// of parents.
func TestRoundTrips(t *testing.T) {
	server := shared.Server(t)
	load(t, server.Open(t))
	w := newWire(t, server.Host)
	s := serve(t, "bolt://neo4j@"+w.Addr().String()+"/neo4j", server.Password)
	for _, c := range []struct {
		name, query string
		want        int64 // statements
	}{
		{"persons", `{ persons(first: N) { edges { node { name aliases offices { title } } } } }`, 1},
		{"countries", `{ persons(first: N) { edges { node { country { name } } } } }`, 2},
		{"met", `{ persons(first: N) { edges { node { name met(first: N) { edges { date node { name } } } } } } }`, 3},
		{"evidence", `{ persons(first: N) { edges { node { name met(first: N) { edges { node { name } evidence { quote article { title } } } } } } } }`, 5},
		{"second circle", `{ persons(first: N) { edges { node { met(first: N) { edges { node { met(first: N) { edges { node { name } } } } } } } } } }`, 5},
		{"meetings", `{ meetings(first: N) { edges { node { date participants { person { name } } evidence { quote article { title } } } } } }`, 4},
		{"delegations", `{ delegations(first: N) { edges { node { head { name } members { name } host { name } } } } }`, 2},
		{"one person", `{ person(name: "To Lam") { name met(first: N) { edges { date node { name } evidence { quote } } } } }`, 4},
	} {
		t.Run(c.name, func(t *testing.T) {
			const longest = "12"
			for _, n := range []string{"1", "2", longest} {
				got := w.fewest(t, s, strings.ReplaceAll(c.query, "N", n), c.want)
				// A level without parents is not asked for; short lists may have such.
				if got > c.want || n == longest && got != c.want {
					t.Errorf("lists of %s: %d statements, want %d", n, got, c.want)
				}
			}
		})
	}
}

// fewest is the number of statements of a query, the least of some tries, until it is
// as few as wanted: what is asked within some milliseconds goes out as one, and a busy
// machine may take longer than that.
func (w *wire) fewest(t *testing.T, s site, query string, want int64) int64 {
	least := int64(math.MaxInt64)
	for try := 0; try < 30 && least > want; try++ {
		before := w.statements.Load()
		_, answer := s.ask(t, query, nil)
		if r := parse(t, answer); len(r.Errors) > 0 {
			t.Fatalf("%+v", r.Errors)
		}
		least = min(least, w.statements.Load()-before)
	}
	return least
}
