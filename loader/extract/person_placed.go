package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
)

// statesByPlace gives a state to whoever holds an office of a state that the article does
// not name, and met somebody of another one in a capital: its host there ("received in
// Asunción by Industry Minister X"), or whom a traveller met of whom the article tells at
// home ("KIGALI – The Rwandan minister met with Federal Councillor X in Bern").
func (d *doc) statesByPlace() {
	for i := range d.claims {
		c := &d.claims[i]
		if c.status != graph.Held || c.among || !strings.HasSuffix(c.placeKey, "/capital") {
			continue
		}
		home := d.datelineState(c.sent)
		if !c.guestLeft {
			d.localise(c.left, c.right, c.country, c.hostLeft || d.allOf(c.right, home))
		}
		if !c.hostLeft {
			d.localise(c.right, c.left, c.country, c.guestLeft || d.allOf(c.left, home))
		}
	}
}

// localise makes officials of no known state those of the state where they met people who
// are of another one.
func (d *doc) localise(hosts, guests []int, state string, sure bool) {
	if !sure || d.allOf(guests, "") || d.allOf(guests, state) {
		return
	}
	for _, p := range hosts {
		if q := &d.persons[p]; q.country == "" && slices.ContainsFunc(q.keys, ofGovernment) {
			q.country = state
		}
	}
}

// allOf reports persons who are all of a state, or all of an unknown one.
func (d *doc) allOf(ps []int, state string) bool {
	return !slices.ContainsFunc(ps, func(p int) bool { return d.persons[p].country != state })
}

// ofGovernment reports an office that only a state has: companies and parties have
// presidents and directors, too.
func ofGovernment(key string) bool {
	switch key {
	case "minister", "vice_minister", "foreign_minister", "prime_minister", "vice_prime_minister", "speaker":
		return true
	}
	return false
}
