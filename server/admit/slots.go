package admit

import (
	"net/netip"
	"sync"
)

// Slots limits how many things last at once: all in all, and of one address.
// It is safe for concurrent use.
type Slots struct {
	all, each int

	mu    sync.Mutex
	used  int
	users map[netip.Prefix]int
}

// NewSlots makes so many slots, and lets an address have so many of them.
func NewSlots(all, each int) *Slots {
	return &Slots{all: all, each: each, users: map[netip.Prefix]int{}}
}

// Take takes a slot. ok is false when there is none left, or, with mine, none
// for this address; otherwise release must be called once.
func (s *Slots) Take(address string) (release func(), ok, mine bool) {
	who := network(address)
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.users[who] >= s.each {
		return nil, false, true
	}
	if s.used >= s.all {
		return nil, false, false
	}
	s.used++
	s.users[who]++
	return func() { s.give(who) }, true, false
}

func (s *Slots) give(who netip.Prefix) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.used--
	if s.users[who]--; s.users[who] == 0 {
		delete(s.users, who)
	}
}

// Used is how many slots are taken.
func (s *Slots) Used() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.used
}
