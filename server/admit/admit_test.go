package admit_test

import (
	"context"
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/diplograph/diplograph/server/admit"
)

func TestGate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := admit.NewGate(2, 1, time.Minute)
		leave, ok := g.Enter(t.Context())
		if _, ok2 := g.Enter(t.Context()); !ok || !ok2 {
			t.Fatal("two places, and not two may enter")
		}
		entered := make(chan bool)
		go func() { _, ok := g.Enter(t.Context()); entered <- ok }()
		synctest.Wait()
		if g.Running() != 2 || g.Waiting() != 1 {
			t.Errorf("%d run and %d wait, want 2 and 1", g.Running(), g.Waiting())
		}
		if _, ok := g.Enter(t.Context()); ok {
			t.Error("the queue has one place, and a second waits")
		}
		leave()
		if !<-entered {
			t.Error("a place became free, and who waited was sent away")
		}
		begin := time.Now()
		if _, ok := g.Enter(t.Context()); ok || time.Since(begin) != time.Minute {
			t.Errorf("waited %v: %v, want a minute in vain", time.Since(begin), ok)
		}
		gone, cancel := context.WithCancel(t.Context())
		cancel()
		if _, ok := g.Enter(gone); ok {
			t.Error("a client who has gone entered")
		}
		if g.Running() != 2 || g.Waiting() != 0 {
			t.Errorf("%d run and %d wait, want 2 and 0", g.Running(), g.Waiting())
		}
	})
}

func TestRates(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := admit.NewRates(2, 3, 100)
		for i := range 3 {
			if w := r.Allow("192.0.2.1"); w != 0 {
				t.Errorf("request %d of a burst of three: wait %v", i, w)
			}
		}
		if w := r.Allow("192.0.2.1"); w != time.Second/2 {
			t.Errorf("the fourth: wait %v, want half a second", w)
		}
		if w := r.Allow("192.0.2.2"); w != 0 {
			t.Errorf("another address: wait %v", w)
		}
		time.Sleep(time.Second / 2) // the bubble's clock
		if w := r.Allow("192.0.2.1"); w != 0 {
			t.Errorf("after the wait: wait %v more", w)
		}
	})
}

func TestOneAddress(t *testing.T) {
	for _, c := range []struct {
		reason, a, b string
		same         bool
	}{
		{"of one network of IPv6", "2001:db8::1", "2001:db8::ffff:1", true},
		{"of two networks of IPv6", "2001:db8::1", "2001:db8:0:1::1", false},
		{"IPv4 in IPv6", "::ffff:192.0.2.1", "192.0.2.1", true},
		{"two of IPv4", "192.0.2.1", "192.0.2.2", false},
		{"unreadable ones", "x", "y", true},
		{"a zone", "fe80::1%eth0", "fe80::1%eth1", true},
	} {
		r := admit.NewRates(0.001, 1, 10)
		r.Allow(c.a)
		if got := r.Allow(c.b) > 0; got != c.same {
			t.Errorf("%s: %s and %s count as one: %v", c.reason, c.a, c.b, got)
		}
	}
}

func TestRatesForgetAndOff(t *testing.T) {
	r := admit.NewRates(0.001, 1, 10)
	r.Allow("192.0.2.1")
	for i := range 10 {
		r.Allow(fmt.Sprint("198.51.100.", i))
	}
	if w := r.Allow("192.0.2.1"); w != 0 {
		t.Errorf("more addresses are remembered than asked for: wait %v", w)
	}
	off := admit.NewRates(0, 0, 0)
	for range 1000 {
		if w := off.Allow("192.0.2.1"); w != 0 {
			t.Fatalf("switched off: wait %v", w)
		}
	}
}

func TestSlots(t *testing.T) {
	s := admit.NewSlots(3, 2)
	take := func(address string, ok, mine bool) func() {
		t.Helper()
		release, gotOK, gotMine := s.Take(address)
		if gotOK != ok || gotMine != mine {
			t.Errorf("%s: %v %v, want %v %v", address, gotOK, gotMine, ok, mine)
		}
		return release
	}
	first := take("192.0.2.1", true, false)
	take("192.0.2.1", true, false)
	take("192.0.2.1", false, true)
	take("192.0.2.2", true, false)
	take("192.0.2.3", false, false)
	if s.Used() != 3 {
		t.Errorf("%d are used, want 3", s.Used())
	}
	first()
	take("192.0.2.3", true, false)
}
