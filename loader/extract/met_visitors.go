package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// arrival is somebody of whom a story tells that they have come to another state.
type arrival struct {
	person, sent int
	code         string // the state, empty if it is not told
}

// What a sentence has that tells of somebody who has come, or will come.
var (
	nextDay  = hint(lexicon.NextTime, lexicon.Tomorrow)
	visit    = hint().or("visit", "comes")
	anyPlace = hint(lexicon.Place, lexicon.Country, lexicon.Seat)
	there    = hint(lexicon.Be, lexicon.Done).or("goes", "comes", "journey")
	brings   = hint().or("brings")
)

// arrive keeps who has come, as sentence k tells: the subject of a verb of arrival, whose
// visit it tells of, the head of a delegation, and who is in a place abroad.
func (d *doc) arrive(k int) {
	if d.tells(k, nextDay) && d.nextDays(d.sents[k]) {
		return // "arrives next Friday"
	}
	if p := d.visits(k); p >= 0 && !d.announces(d.sents[k]) {
		d.arrived(p, k)
	}
	for i := range d.leads {
		if l := &d.leads[i]; l.sent == k && l.status == graph.Held {
			d.arrived(l.person, k)
		}
	}
	if p := d.staysAbroad(k); p >= 0 {
		d.arrived(p, k)
	}
	if p := d.broughtAbroad(k); p >= 0 {
		d.arrived(p, k)
	}
	if p := d.headlineVisitor(k); p >= 0 {
		d.arrived(p, k)
	}
	if p := d.welcomed(k); p >= 0 {
		d.addArrival(arrival{p, k, ""})
	}
	for n := d.sents[k].actors[0]; n+1 < d.sents[k].actors[1]; n++ { // "Among the visitors was X"
		a, b := &d.actors[n], &d.actors[n+1]
		if a.gov == lexicon.Between && a.role("guest") && b.named && len(b.persons) == 1 && b.persons[0] >= 0 && d.predicative(a.to) && b.from == a.to+1 {
			d.arrived(b.persons[0], k)
		}
	}
}

// welcomed is for whom the welcome that opens a sentence took place: "Lễ đón X diễn ra tại"; -1 for
// nobody.
func (d *doc) welcomed(k int) int {
	s := d.sents[k]
	e, ok := d.units[s.from].entry(lexicon.Noun)
	if !ok || !d.lex.Nouns[e.Index].Flags.Has("given") || s.from+1 >= s.to || d.announces(s) {
		return -1
	}
	n := d.units[s.from+1].actor
	f := nounFrame{d: d, k: k, s: s, at: s.from}
	if n < 0 || !d.actors[n].named || len(d.actors[n].persons) != 1 || !f.takesPlace() {
		return -1
	}
	return d.actors[n].persons[0]
}

// stateVisited is the only state to which the story tells up to sentence k that anybody has come,
// empty if there is none: where a story has no place in front, it is told of there.
func (d *doc) stateVisited(k int) (code string) {
	for _, a := range d.arrivals {
		if a.sent > k || a.code == "" || !d.sameItem(a, k) {
			continue
		}
		if code != "" && a.code != code {
			return ""
		}
		code = a.code
	}
	return code
}

// arrived adds p to those who have come.
func (d *doc) arrived(p, k int) {
	home, line := d.homeOf(p), d.datelineState(k)
	code := d.placeAbroad(k, home)
	if code == "" && line != home {
		code = line
	}
	if home != "" && (code != "" || line == "") {
		d.addArrival(arrival{p, k, code})
	}
}

// addArrival adds somebody to those who have come, unless told so before.
func (d *doc) addArrival(x arrival) {
	same := func(a arrival) bool {
		return a.person == x.person && a.code == x.code && a.sent <= x.sent && d.sameItem(a, x.sent)
	}
	if !slices.ContainsFunc(d.arrivals, same) {
		d.arrivals = append(d.arrivals, x)
	}
}

// sameItem reports that an arrival is told in the story that sentence k is of.
func (d *doc) sameItem(a arrival, k int) bool {
	return d.oneStory(d.sents[a.sent].item, d.sents[k].item)
}

// placeAbroad is the state of the first place of a sentence outside home, empty if there
// is none.
func (d *doc) placeAbroad(k int, home string) string {
	if !d.tells(k, anyPlace) {
		return ""
	}
	for i := d.afterDateline(d.sents[k]) + 1; i < d.sents[k].to; i++ {
		if u := &d.units[i]; !u.set.meets(anyPlace.classes) || u.actor >= 0 || u.name >= 0 {
			continue
		}
		if c := d.codeOf(i); c != "" && c != home {
			return c
		}
	}
	return ""
}

// staysAbroad is the subject of "X is in Hanoi" and of "X went to Hanoi", told as done; -1
// for nobody.
func (d *doc) staysAbroad(k int) int {
	s := d.sents[k]
	if s.actors[0] == s.actors[1] || !d.tells(k, there) || d.placeAbroad(k, "") == "" {
		return -1
	}
	for i := d.afterDateline(s); i+2 < s.to; i++ {
		if u := &d.units[i]; u.date < 0 && !u.set.any(lexicon.Verb, lexicon.Done, lexicon.Be) {
			continue
		}
		going := d.units[i].actor < 0 && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
			if v.verb.Flags.Has("stays") && governor(&d.units[i+1]) == lexicon.None && d.units[i+1].date < 0 {
				return false // "reste très populaire en Australie"
			}
			return (v.verb.Flags.Has("goes") || v.verb.Flags.Has("comes") || v.verb.Flags.Has("journey") && !d.askedTo(i)) && v.form&(lexicon.Fin|lexicon.PP) != 0
		})
		going = going || d.units[i].set.has(lexicon.Done) && d.units[i+1+one(d.lex.Options.Tones && d.units[i+1].set.has(lexicon.Namesake))].set.either(lexicon.Place, lexicon.Country) // "came to Hanoi"
		j := i + 1
		for j+1 < s.to && d.units[j].date >= 0 {
			j++ // "était lundi à Riga"
		}
		if !going && !(d.predicative(i) && d.units[j].set.either(lexicon.In, lexicon.To)) {
			continue
		}
		f := frame{d: d, k: k, s: s, g: d.verbGroup(i, lexicon.Fin|lexicon.PP, s)}
		st, ok := f.g.status()
		n := f.subjectActor()
		if !ok || st != graph.Held || n < 0 {
			continue
		}
		ps := d.group(n) // "X và đoàn công tác" too
		if len(ps) != 1 || ps[0] < 0 {
			continue
		}
		if a := &d.actors[n]; !a.named && a.pron == lexicon.None && len(a.roles) > 0 && !a.role("guest") {
			continue // "the head of state" may be anybody's
		}
		if p := ps[0]; d.placeAbroad(k, d.homeOf(p)) != "" {
			return p
		}
	}
	return -1
}

// askedTo reports a verb of asking before unit i, up to a comma: "mời X thăm Pháp".
func (d *doc) askedTo(i int) bool {
	for i--; i >= 0 && d.units[i].punct == 0; i-- {
		if d.units[i].actor < 0 && d.asks(i) {
			return true
		}
	}
	return false
}

// broughtAbroad is whom "The next day took him to Riga" tells of; -1 for nobody.
func (d *doc) broughtAbroad(k int) int {
	if !d.tells(k, brings) {
		return -1
	}
	for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
		a := &d.actors[n]
		if a.gov != lexicon.None || len(a.persons) != 1 || a.persons[0] < 0 || a.from == d.sents[k].from || a.to+1 >= d.sents[k].to || !d.units[a.to].set.has(lexicon.To) {
			continue
		}
		brings := d.verbsOf(a.from - 1).Has("brings")
		if c := d.codeOf(a.to + 1); brings && c != "" && c != d.homeOf(a.persons[0]) {
			return a.persons[0]
		}
	}
	return -1
}

// cameTo reports that the story of sentence k tells that p has come to where q is at home; of
// whom no state is told is at home where a visitor has just arrived.
func (d *doc) cameTo(p, q, k int) bool {
	home := d.homeOf(q)
	if d.mates(p, q) || home == d.homeOf(p) && d.persons[q].country != "" {
		return false
	}
	came := func(r int, code string) bool {
		return slices.ContainsFunc(d.arrivals, func(a arrival) bool {
			return a.person == r && (code == "" || a.code == "" || a.code == code) && d.sameItem(a, k)
		})
	}
	return (home != "" && home != d.homeOf(p) && came(p, home) || d.justCame(p, q, k)) && !came(q, "")
}

// justCame reports that p has come abroad, as one of the last sentences up to k tells, and that
// q, an official of an untold state, was named since.
func (d *doc) justCame(p, q, k int) bool {
	x := &d.persons[q]
	full := len(d.names[x.names[0]].words) > 1
	if x.country != "" || x.origin != "" || !x.titled && !full || d.firstNamed(q) < k-1 {
		return false
	}
	return slices.ContainsFunc(d.arrivals, func(a arrival) bool {
		return a.person == p && a.code != "" && a.sent <= k && a.sent >= k-2 && a.sent <= d.firstNamed(q) && d.sameItem(a, k)
	})
}

// oneStory reports two items of one story: a teaser is one of its own.
func (d *doc) oneStory(i, j int) bool {
	return i == j || !d.ownStory(i) && !d.ownStory(j)
}

// visited reports two persons one of whom has come to where the other is at home.
func (d *doc) visited(p, q, k int) bool { return d.cameTo(p, q, k) || d.cameTo(q, p, k) }

// attends reads what somebody does to or with a person who has come, as only two in one
// place can: "showed her the port", "explained to the guest".
func (f *frame) attends() {
	st, ok := f.g.status()
	if !ok || st != graph.Held || f.alleged() || f.subordinate() || f.condition() || f.refuted() || f.afar(f.s.to) || f.g.passive() && (f.thingDone() || f.d.lex.Options.Premodifier && f.subjectActor() < 0) {
		return
	}
	left, right := f.subject(), f.partners()
	if len(right) == 0 && f.verb.Slots.Has("to") {
		right = f.fronted(lexicon.To)
	}
	if len(right) == 0 && f.verb.Slots.Has("from") {
		right = f.after(f.g.at, lexicon.From)
	}
	if f.g.passive() {
		left, right = f.agent(), left
	}
	cl := claim{left: left, right: right, status: st, sent: f.k, rule: f.d.lex.Lang + ".verb." + f.verb.Key}
	if len(left) != 1 || len(right) == 0 || !f.d.visited(left[0], right[0], f.k) && (!f.d.otherSide(&cl, f.c) || !f.d.visited(cl.left[0], cl.right[0], f.k)) {
		return
	}
	f.d.emit(cl, f.g.at, false, true)
}

// cameForTalks adds whoever of another state has met somebody who is at home where the text was
// written or, if it does not tell that, where they met, as the claims from the given one on say.
func (d *doc) cameForTalks() {
	for i := range d.claims[d.earlier:] {
		c := &d.claims[d.earlier+i]
		if c.status != graph.Held || c.mode == graph.Remote || len(c.left) != 1 || len(c.right) != 1 {
			continue
		}
		line := d.datelineState(c.sent)
		for _, p := range [2][2]int{{c.left[0], c.right[0]}, {c.right[0], c.left[0]}} {
			home := line
			if home == "" {
				home = d.hostState(c, p[0], p[1])
			}
			if from := d.persons[p[0]].country; home != "" && d.homeOf(p[1]) == home && from != "" && from != home && !d.persons[p[0]].byName {
				d.addArrival(arrival{p[0], c.sent, home})
			}
		}
	}
}

// hostState is the state of host if a claim tells that guest came to him there; empty if it does not, or looks back. A
// paper of one state tells of its own visitors.
func (d *doc) hostState(c *claim, guest, host int) string {
	if d.lex.Home != "" || c.back > 0 || d.looksBack(c.sent) {
		return ""
	}
	state := d.persons[host].country
	hosted := c.hostLeft && c.left[0] == host || c.guestLeft && c.left[0] == guest
	if n := d.namedLast(guest, c.sent); c.country == state || c.country == "" && (hosted || n >= 0 && d.asVisitor(&d.actors[n])) {
		return state
	}
	return ""
}

// atHome reports that one of two has come to where the other is at home, and that nothing
// says that the words were sent. Thanks are given from afar, too, but not by the host.
func (f *frame) atHome(p, q int) bool {
	if f.afar(f.s.to) || f.onPhone(f.g.at) {
		return false
	}
	return f.d.cameTo(q, p, f.k) || !f.verb.Flags.Has("thanks") && f.d.cameTo(p, q, f.k)
}

// besideBefore is who stands before the verb beside its subject: "X, together with Y, cut the
// ribbon", "Together with Y, X cut the ribbon"; -1 for nobody.
func (f *frame) besideBefore() int {
	for n := f.d.lastBefore(f.g.from, f.s); n >= f.s.actors[0]; n-- {
		if a := &f.d.actors[n]; a.gov == lexicon.Beside && a.prev < 0 && a.named && f.d.verbless(f.d.groupEnd(n), f.g.from) {
			return n
		}
	}
	return -1
}

// nextTo are those beside whom the subject does what the verb tells, who serve another
// state: "stood on the quay next to X". See words.txt.
func (f *frame) nextTo() []int {
	n := f.d.firstAfter(f.g.at, lexicon.Beside, f.s)
	if n < 0 || f.d.clauseEnds(f.g.at+1, f.d.actors[n].from) {
		n = f.besideBefore()
	}
	if n < 0 || !f.d.doesTheSame(n) {
		return nil
	}
	if ps := f.d.group(n); len(ps) == 1 && len(f.subject()) == 1 && f.d.toldApart(f.subject()[0], ps[0]) {
		return ps
	}
	return nil
}

// toldApart reports two of two states as the text says, not only as their names or the dateline
// let one guess: who is told of together with somebody is a companion more often than not.
func (d *doc) toldApart(p, q int) bool {
	a, b := d.persons[p].country, d.persons[q].country
	return a != "" && b != "" && a != b
}

// soleVisitor is the only one of whom the story tells up to sentence k that they have come to
// where it was written, -1 for nobody or several.
func (d *doc) soleVisitor(k int) int {
	found, home := -1, d.datelineState(k)
	for _, a := range d.arrivals {
		if a.sent > k || !d.sameItem(a, k) || a.person == found || home != "" && (a.code != home || d.homeOf(a.person) == home) {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = a.person
	}
	return found
}

// soleTraveller is the only one of whom the story tells up to sentence k that they have come
// anywhere abroad, -1 for nobody or several.
func (d *doc) soleTraveller(k int) int {
	found := -1
	for _, a := range d.arrivals {
		if a.sent > k || !d.sameItem(a, k) || a.person == found {
			continue
		}
		if found >= 0 {
			return -1
		}
		found = a.person
	}
	return found
}

// headJustTold is the head of the delegation that the sentence before told of, for "celle-ci".
func (d *doc) headJustTold(a *actor) []int {
	n := d.lastDelegation(a.sent)
	if !a.fem || n < 0 || d.actors[n].sent != a.sent-1 {
		return nil
	}
	return d.delegationHead(&d.actors[n])
}

// visitorFor is whom a host receives if the text does not say so: who has come to where the
// host is at home; nil for nobody.
func (d *doc) visitorFor(host []int, k int, c *discourse) []int {
	for _, p := range []int{c.guest - 1, d.soleVisitor(k), d.theVisitor(k, c)} {
		if len(host) == 1 && p >= 0 && p != host[0] {
			return []int{p}
		}
	}
	return nil
}

// objectLeftOut reports a verb of welcoming that nobody and nothing follows, in a language
// that leaves out whoever is understood: "Buổi tối, A mở tiệc chiêu đãi", "A ra sân bay đón".
func (f *frame) objectLeftOut() bool {
	m := f.subjectActor()
	if m < 0 || !f.d.actors[m].named || !f.d.verbless(f.d.actors[m].to, f.g.from) || f.d.foretells(f.s) {
		return false // "chiếc khăn ông tặng"
	}
	i := f.g.at + 1
	for i < f.s.to && f.d.units[i].actor < 0 && f.d.units[i].set.has(lexicon.Adverb) {
		i++ // "chiêu đãi trọng thể"
	}
	if !f.d.lex.Options.Tenseless || !f.verb.Flags.Has("weak") || i < f.s.to && f.d.units[i].punct == 0 && f.d.units[i].date < 0 && !f.d.units[i].set.has(lexicon.In) {
		return false
	}
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &f.d.actors[n]; a.from > f.g.at && len(a.persons) > 0 && !f.d.semicolon(f.g.at, a.from) {
			return false
		}
	}
	return true
}
