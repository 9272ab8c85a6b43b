package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
)

// statesShared gives states to those whom words for several tell of, or who are there with somebody: "the Thai
// ministers of trade and energy, X and Y", "accompanied by Ambassador X", "his deputy, Y", "a delegation from the
// Thai parliament led by X".
func (d *doc) statesShared() {
	for n := range d.actors {
		a := &d.actors[n]
		switch {
		case a.named:
			d.companionState(n)
			d.aideState(n)
		case a.plural && len(a.roles) > 0:
			d.listStates(n)
		case a.deleg:
			d.headState(n)
		}
	}
}

// aideState gives "X and his deputy, Y" the state of X: whose office a possessive tells that does not stand right
// beside him may be that of a firm or of a land.
func (d *doc) aideState(n int) {
	b := &d.actors[n]
	if n == 0 || b.det != lexicon.Poss || len(b.codes) > 0 || len(b.persons) != 1 || b.persons[0] < 0 || len(b.roles) == 0 || b.role("counterpart") || b.role("host") || b.role("guest") || b.role("other") {
		return
	}
	a := &d.actors[n-1]
	if !a.named || len(a.persons) != 1 || a.persons[0] < 0 || a.sent != b.sent || b.prev != n-1 && b.gov != lexicon.Beside && a.to != b.from {
		return
	}
	if d.persons[b.persons[0]].origin == "" {
		d.giveState(b.persons[0], d.persons[a.persons[0]].country)
	}
}

// listStates gives the states of a plural office to those whom the list behind it names: one to all of them, or
// as many as there are names in their order.
func (d *doc) listStates(n int) {
	a := &d.actors[n]
	m, s := n+1, d.sents[a.sent]
	if len(a.codes) == 0 || a.role("counterpart") || a.role("guest") || a.role("host") || m >= s.actors[1] || d.units[a.to].punct != ',' || d.actors[m].from != a.to+1 || !d.actors[m].named {
		return
	}
	list := d.listAt(m)
	if len(list) < 2 || len(a.codes) > 1 && len(a.codes) != len(list) {
		return
	}
	for i, m := range list {
		for _, p := range d.actors[m].persons {
			if p >= 0 {
				d.giveState(p, a.codes[min(i, len(a.codes)-1)])
			}
		}
	}
}

// headState gives the state of a delegation to who is told right behind to lead it.
func (d *doc) headState(n int) {
	a, s := &d.actors[n], d.sents[d.actors[n].sent]
	code := ""
	if len(a.codes) == 1 {
		code = a.codes[0]
	} else if len(a.codes) == 0 {
		code = d.bodyBehind(a)
	}
	if code == "" {
		return
	}
	for i := a.to; i < min(a.to+longestPost, s.to); i++ {
		u := &d.units[i]
		if u.set.has(lexicon.LedBy) && i+1 < s.to {
			if m := d.units[i+1].actor; m >= 0 && d.actors[m].named && len(d.actors[m].codes) == 0 && len(d.actors[m].persons) == 1 && d.actors[m].persons[0] >= 0 {
				d.giveState(d.actors[m].persons[0], code)
			}
			return
		}
		if u.name >= 0 || u.punct != 0 && u.punct != ',' || u.set.any(lexicon.Have, lexicon.Be, lexicon.And) {
			return
		}
	}
}

// companionState gives somebody told as a companion, by an office that tells of no place and of no body, the
// state of the one before: "the Thai minister, accompanied by Ambassador X".
func (d *doc) companionState(n int) {
	b := &d.actors[n]
	if n == 0 || b.gov != lexicon.Beside || b.prev >= 0 || len(b.codes) > 0 || b.org >= 0 || len(b.roles) == 0 || !d.companionWord(b.from-1) {
		return
	}
	a := &d.actors[n-1]
	if !a.named || a.sent != b.sent || len(a.persons) != 1 || a.persons[0] < 0 || b.from > a.to+4 {
		return
	}
	for i := b.from; i < b.to; i++ {
		if n := d.units[i].name; n >= 0 {
			i = d.names[n].to - 1
		} else if d.anyState(i) != "" || d.units[i].set.has(lexicon.Org) {
			return
		}
	}
	if !b.holds("ambassador") && !b.holds("vice_minister") && !b.holds("deputy") && !b.holds("adviser") && !b.holds("spouse") {
		return
	}
	if len(b.persons) == 1 && b.persons[0] >= 0 {
		d.giveState(b.persons[0], d.persons[a.persons[0]].country)
	}
}

// companionWord reports "accompanied by" at unit i: see words.txt for the line.
func (d *doc) companionWord(i int) bool {
	e, ok := d.units[max(i, 0)].entry(lexicon.Beside)
	return ok && e.Index > 1
}
