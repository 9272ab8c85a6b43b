package admit

import (
	"net/netip"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// Rates limits how often requests may come from one address. It remembers a
// number of addresses, the ones heard of last; it is safe for concurrent use.
type Rates struct {
	perSecond rate.Limit
	burst     int
	clients   *lru.Cache[netip.Prefix, *rate.Limiter]
}

// NewRates lets so many requests per second through from each address, and
// burst at once after a pause. perSecond 0 lets everything through. addresses
// is how many addresses are remembered, at least 1.
func NewRates(perSecond float64, burst, addresses int) *Rates {
	clients, err := lru.New[netip.Prefix, *rate.Limiter](max(1, addresses))
	if err != nil {
		panic(err) // only a size below 1 is refused
	}
	return &Rates{rate.Limit(perSecond), burst, clients}
}

// Allow counts a request. When there were too many, wait is how long until
// another may come; else it is 0. Addresses that cannot be read are all one.
func (r *Rates) Allow(address string) (wait time.Duration) {
	if r.perSecond == 0 {
		return 0
	}
	key := network(address)
	l := rate.NewLimiter(r.perSecond, r.burst)
	if before, ok, _ := r.clients.PeekOrAdd(key, l); ok {
		l = before
		r.clients.Get(key) // heard of just now
	}
	reserved := l.Reserve()
	if wait = reserved.Delay(); wait > 0 {
		reserved.Cancel()
	}
	return wait
}

// network is what counts as one address: of IPv6, everyone has at least 2^64.
func network(address string) netip.Prefix {
	a, err := netip.ParseAddr(address)
	if err != nil {
		return netip.Prefix{}
	}
	a = a.Unmap().WithZone("")
	bits := a.BitLen()
	if a.Is6() {
		bits = 64
	}
	p, err := a.Prefix(bits)
	if err != nil {
		return netip.Prefix{}
	}
	return p
}
