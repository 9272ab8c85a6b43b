package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
)

// officeTwo are the two whom a plural word for an office stands for: "the two speakers signed" after a text that tells of
// only two, or of two at one table, whatever else happened in between.
func (f *frame) officeTwo() []int {
	d, n := f.d, f.subjectActor()
	if f.g.passive() {
		n = d.firstAfter(f.g.at, lexicon.By, f.s)
	}
	if _, seen := f.watched(); n < 0 || seen || f.beyondClause(n) || f.welcomed(n) || f.verb.Flags.Has("exchange") {
		return nil
	}
	a := &d.actors[n]
	if definite := d.lex.Options.Article && (a.det == lexicon.Def || a.det == lexicon.Poss); a.named || !a.plural || !a.two && !definite || a.pron != lexicon.None || a.role("states") || len(a.roles) == 0 || d.groupSize(n) > 1 || d.countOf(a) > 2 {
		return nil
	}
	office := ""
	for _, r := range a.roles {
		if office = cmp.Or(office, r.office); office == "" && r.flags.Has("head") {
			office = r.key
		}
	}
	ps := f.holding(office)
	if len(ps) < 2 || office == "leader" {
		return f.tableTwo(a, office)
	}
	if p := f.c.pair[:]; len(ps) > 2 && f.c.hasPair && slices.Contains(ps, p[0]) && slices.Contains(ps, p[1]) {
		ps = slices.Clone(p)
	}
	if len(ps) != 2 || !d.strangers(ps[0], ps[1]) || !a.two && !d.apart(ps[:1], ps[1:]) {
		return nil
	}
	return ps
}

// tableTwo are those who met last, for a word for two that names no office that neither of them holds: "the two members of
// government signed", or for those who led the talks.
func (f *frame) tableTwo(a *actor, office string) []int {
	d, session := f.d, a.role("session")
	if ps := d.twoHeads(f.s.item); session && len(ps) == 2 {
		return ps
	}
	if p := f.c.pair; f.c.hasPair && (a.two || session) && (office == "" || office == "leader" || d.canBe(office, p[0]) || d.canBe(office, p[1])) {
		return slices.Clone(p[:])
	}
	return nil
}

// holding are those of the story told of up to the sentence of the frame who hold an office, and none above it: presidents
// and premiers are not "the ministers".
func (f *frame) holding(office string) (ps []int) {
	d := f.d
	for p := range d.persons {
		if d.firstNamed(p) <= f.k && d.inItem(p, f.s.item) && d.canBe(office, p) &&
			!slices.ContainsFunc(d.persons[p].keys, func(k string) bool { return k != office && slices.Contains(chairs, k) }) {
			ps = append(ps, p)
		}
	}
	return ps
}

// servingNone are the two sides that actor n stands for if the text tells offices of both, and none of a state: provinces,
// courts, unions and parties sign for themselves.
func (f *frame) servingNone(n int) []int {
	d, ps := f.d, f.d.actors[n].persons
	if len(ps) != 2 && f.c.hasPair {
		ps = f.c.pair[:]
	}
	if len(ps) != 2 || slices.ContainsFunc(ps, func(p int) bool {
		return !d.persons[p].titled || slices.ContainsFunc(d.persons[p].keys, servesState)
	}) {
		return nil
	}
	return ps
}

// servesState reports an office whose holder can sign for a state.
func servesState(key string) bool {
	switch key {
	case "speaker":
		return false
	case "state_chairman", "chancellor", "vice_president", "ambassador", "envoy", "secretary_of_state", "general", "military":
		return true
	}
	return ofGovernment(key) || slices.Contains(chairs, key)
}

// partiesFor are the parties of two sides that serve no state, each of one party.
func (f *frame) partiesFor(n int) (parties []int) {
	for _, p := range f.servingNone(n) {
		if q := f.d.partyOf(p); q >= 0 && !slices.Contains(parties, q) {
			parties = append(parties, q)
		}
	}
	if len(parties) != 2 {
		return nil
	}
	return parties
}

// partyOf is the party whose delegation somebody leads, or the only one he is told to be of; -1 for none.
func (d *doc) partyOf(p int) int {
	for i := range d.leads {
		if l := &d.leads[i]; l.person == p && l.party >= 0 {
			return l.party
		}
	}
	if q := d.persons[p].parties; len(q) == 1 {
		return q[0]
	}
	return -1
}
