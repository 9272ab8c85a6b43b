package extract

import (
	"cmp"
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// emit adds a claim if it has two sides that can have met.
func (d *doc) emit(cl claim, at int, remote, weak bool) {
	if cl.among && len(cl.left) == 2 && d.mates(cl.left[0], cl.left[1]) || len(cl.left) == 1 && len(cl.right) == 1 && d.mates(cl.left[0], cl.right[0]) {
		return
	}
	if cl.hostLeft && len(cl.left) == 1 && d.strayEnvoy(cl.left[0]) || weak && d.ownEnvoy(cl) {
		return // an ambassador receives his own side as often as not
	}
	if (cl.hostLeft || weak) && d.greetedAtHome(cl.right, cl.left, cl.sent, at) || (cl.guestLeft || weak) && d.greetedAtHome(cl.left, cl.right, cl.sent, at) {
		return
	}
	cl.right = slices.DeleteFunc(slices.Clone(cl.right), func(p int) bool { return slices.Contains(cl.left, p) })
	if d.lex.Home != "" && d.allHome(cl.left) && d.allHome(cl.right) {
		return
	}
	cl.left, cl.right = d.withoutCompatriots(cl.left, cl.right), d.withoutCompatriots(cl.right, cl.left)
	if len(cl.left) == 0 || len(cl.right) == 0 && (!cl.among || len(cl.left) < 2) {
		return
	}
	if cl.among && d.oneSide(cl.left) || weak && !d.plausible(cl.left, cl.right) || weak && d.onlySpeaks(cl.left) || d.lex.Options.Infinitives && (d.onlySpeaks(cl.left) || d.onlySpeaks(cl.right)) {
		return
	}
	if weak && cl.among && d.crowd(cl.left) {
		return
	}
	if cl.status == graph.Planned && d.calledOffAfter(at, d.sents[cl.sent]) {
		cl.status = graph.Cancelled
	}
	if d.datedApart(cl, at, remote) {
		return
	}
	d.locate(&cl, at, remote)
	if cl.status == graph.Held && (d.stillToCome(&cl, at) || d.planAside(at, d.sents[cl.sent]) || weak && d.onlyPlanned(&cl)) {
		cl.status = graph.Planned
	}
	if cl.status == graph.Held && d.pastPage(cl.date) && !d.inTeaser(cl.sent) {
		cl.date = d.dayOfText(cl.sent) // not that of what it was ahead of
	}
	d.claims = append(d.claims, cl)
	d.again(cl)
}

// greetedAtHome reports a guest who has left a place of his own state, or has come back there, as sentence k tells before
// unit at, or the one before: hosts of whom no state is told are his own people.
func (d *doc) greetedAtHome(guests, hosts []int, k, at int) bool {
	if len(guests) != 1 || slices.ContainsFunc(hosts, func(p int) bool { return d.persons[p].country != "" }) {
		return false
	}
	for j := k; j >= 0 && j >= k-1 && d.sents[j].item == d.sents[k].item; j-- {
		s := d.sents[j]
		acts := slices.ContainsFunc(d.actors[s.actors[0]:s.actors[1]], func(a actor) bool { return a.subj && slices.Equal(a.persons, guests) })
		for i := s.from; acts && i < min(s.to, at); i++ {
			if e, ok := d.units[i].entry(lexicon.Leave); ok && d.units[i].actor < 0 {
				return !(e.Index == 2 && j < k && d.hadBeen(at, d.sents[k])) && d.atHomeBehind(i, at, d.persons[guests[0]].country)
			}
		}
	}
	return false
}

// atHomeBehind reports that the first place behind unit i is of a state, or of any if that is not known, and that no
// other one is come to up to unit at.
func (d *doc) atHomeBehind(i, at int, state string) bool {
	home := false
	for j := i + 1; j < at; j++ {
		code := d.codeOf(j)
		switch {
		case code == "" || d.units[j].actor >= 0:
		case !home:
			if state != "" && code != state {
				return false
			}
			home, state = true, code
		case code != state && (governor(&d.units[j-1]) != lexicon.For || j+2 < at && d.units[j+2].set.has(lexicon.That)): // "pour Accra, où"
			return false
		}
	}
	return home
}

// pastPage reports a day, or the first of several, that is some days after that of the page, which may be told a day early.
func (d *doc) pastPage(x graph.Date) bool {
	first, _, _ := x.Bounds()
	day, ok := graph.Date(first).Day()
	pub, known := d.pub.Day()
	return ok && known && x[0] != 'X' && day.After(pub.AddDate(0, 0, 1))
}

// onlySpeaks reports a spokesperson alone on a side: whatever "hai bên" do is told by them.
func (d *doc) onlySpeaks(ps []int) bool {
	for _, p := range ps {
		if q := &d.persons[p]; len(q.keys) == 1 && q.keys[0] == "spokesperson" {
			return true
		}
	}
	return false
}

// withoutCompatriots leaves out who is at home on one side where the other side is: "Đón
// Thủ tướng tại Paris có Bộ trưởng X và Đại sứ Y", "ra đón khách, cùng Ngoại trưởng Z".
func (d *doc) withoutCompatriots(ps, others []int) []int {
	if len(ps) < 2 || len(others) == 0 {
		return ps
	}
	if d.lex.Home != "" && d.allHome(others) {
		return slices.DeleteFunc(slices.Clone(ps), func(p int) bool { return d.allHome([]int{p}) })
	}
	state := d.persons[others[0]].country
	if state == "" || !d.allOf(others, state) || d.persons[ps[0]].country == state {
		return ps
	}
	return slices.DeleteFunc(slices.Clone(ps), func(p int) bool { return d.persons[p].country == state })
}

// daysApart reports a sentence that gives the partners of one person days of their own:
// what follows goes on from none of them.
func (d *doc) daysApart(k int) bool {
	day := graph.Date("")
	for _, c := range d.claims {
		if c.sent != k || c.status != graph.Held || len(c.date) < len("XXXX-01-02") {
			continue
		}
		if day != "" && c.date != day {
			return true
		}
		day = c.date
	}
	return false
}

// manyDays reports a sentence that tells two days at least.
func (d *doc) manyDays(k int) bool {
	n := 0
	for i := range d.dates {
		if t := &d.dates[i]; t.sent == k && t.day() && t.d2 == 0 && !d.dateline(t) {
			n++
		}
	}
	return n > 1
}

// strayEnvoy reports an ambassador of whom the article does not say of which state.
func (d *doc) strayEnvoy(p int) bool {
	q := &d.persons[p]
	return q.country == "" && len(q.keys) == 1 && q.keys[0] == "ambassador"
}

// ownEnvoy reports an ambassador on one side whose name or state is that of the other side: "il a
// déposé une gerbe avec l'ambassadeur X".
func (d *doc) ownEnvoy(cl claim) bool {
	if len(cl.left) != 1 || len(cl.right) != 1 || !d.isEnvoy(cl.left[0]) && !d.isEnvoy(cl.right[0]) {
		return false
	}
	a, b := &d.persons[cl.left[0]], &d.persons[cl.right[0]]
	home := cmp.Or(a.country, a.origin)
	return home != "" && home == cmp.Or(b.country, b.origin)
}

func (d *doc) isEnvoy(p int) bool { return slices.Contains(d.persons[p].keys, "ambassador") }

// mates reports that the article calls one the minister, spouse, aide or father of the
// other: "X et son ministre Y".
func (d *doc) mates(p, q int) bool {
	return slices.Contains(d.persons[p].mates, q) || slices.Contains(d.persons[q].mates, p) || d.kin(p, q)
}

// allHome reports persons who by name and office serve the state of the
// language, and of whom the text says nothing else.
func (d *doc) allHome(ps []int) bool {
	for _, p := range ps {
		if q := &d.persons[p]; q.country != "" && q.country != q.origin || q.origin != d.lex.Home {
			return false
		}
	}
	return true
}

// oneSide reports persons who all serve one known state.
func (d *doc) oneSide(ps []int) bool {
	for _, p := range ps {
		if d.persons[p].country == "" || d.persons[p].country != d.persons[ps[0]].country {
			return false
		}
	}
	return true
}

// crowd reports so many sides that words which can tell of two tell of a summit: "A, B, C, D and E cut
// the ribbon", who talked there with whom is another matter.
func (d *doc) crowd(ps []int) bool {
	const summit = 5
	return len(ps) >= summit && d.ofOwnStates(ps)
}

// plausible is asked of weak words of contact: somebody on each side has an
// office or a state, or the other side has and the name is full; two sides are
// not of one known state.
func (d *doc) plausible(left, right []int) bool {
	known, unknown := 0, 0
	for _, p := range slices.Concat(left, right) {
		if d.persons[p].country != "" || len(d.persons[p].keys) > 0 {
			known++
		} else {
			unknown++
		}
	}
	if known == 0 || unknown > 1 && (d.unknownState(left) || len(d.persons[right[0]].country) == 0) {
		return false
	}
	return len(right) == 0 || d.unknownState(left[:1]) || d.unknownState(right[:1]) || d.twoStates(left, right)
}

func (d *doc) unknownState(ps []int) bool {
	return slices.ContainsFunc(ps, func(p int) bool { return d.persons[p].country == "" })
}

// apart reports two sides of two states, told or hinted at by the names. Nobody is no side.
func (d *doc) apart(left, right []int) bool {
	if len(left) == 0 || len(right) == 0 {
		return false
	}
	a, b := d.homeOf(left[0]), d.homeOf(right[0])
	return a != "" && b != "" && a != b
}

func (d *doc) homeOf(p int) string {
	q := &d.persons[p]
	if q.country != "" || q.origin != "" || !q.titled || d.leader(p) {
		return cmp.Or(q.country, q.origin)
	}
	return d.local(p)
}

func (d *doc) leader(p int) bool {
	return slices.ContainsFunc(d.leads, func(l lead) bool { return l.person == p })
}

// local is the state of the place with which a story begins: an office without
// a state is mostly one of there, unless somebody else of that state holds it.
func (d *doc) local(p int) string {
	k := d.firstNamed(p)
	if d.inTeaser(k) {
		return ""
	}
	code := cmp.Or(d.datelineState(k), d.stateVisited(k))
	for q := range d.persons {
		if code != "" && q != p && d.persons[q].country == code && slices.ContainsFunc(d.persons[p].keys, func(k string) bool { return slices.Contains(d.persons[q].keys, k) }) {
			return ""
		}
	}
	return code
}

// placeAndDay reports a sentence that holds a place and a day and no more: "Lima, 8 mai."
func (d *doc) placeAndDay(s sentence) bool {
	for i := s.from + 1; i < s.to; i++ {
		if u := &d.units[i]; u.punct == 0 && u.date < 0 && u.kind != text.Number && !u.set.any(lexicon.Month, lexicon.Weekday, lexicon.Def) {
			return false
		}
	}
	return d.units[s.to-1].punct == '.'
}

// datelineState is the state of the place in front of an agency's or a city's dateline of the story of
// sentence k: "MORONI, 19 décembre (Xinhua) –"; empty if there is none.
func (d *doc) datelineState(k int) string {
	from := 0
	if x := d.items[d.sents[k].item]; x.kind == nextStory {
		from = x.from
	}
	for k := from; k < len(d.sents) && k < from+4; k++ {
		if code := d.placeInFront(d.sents[k]); code != "" {
			return code
		}
	}
	return ""
}

// placeInFront is the state of the place of a dateline with which a sentence begins, empty if there is none.
func (d *doc) placeInFront(s sentence) string {
	e, ok := d.units[s.from].entry(lexicon.Place)
	if !ok || s.from+1 >= s.to || d.units[s.from+1].punct == 0 {
		return ""
	}
	for i := s.from + 1; i < s.to && i < s.from+10; i++ {
		if t := d.textOf(i, i+1); t == "–" || t == "—" || t == ")" || t == "-" && d.toks[d.units[i].from].Space || t == ":" && i == s.from+1 {
			return e.Code
		}
	}
	if d.placeAndDay(s) {
		return e.Code
	}
	return ""
}

func (d *doc) twoStates(left, right []int) bool {
	return !d.unknownState(left[:1]) && !d.unknownState(right[:1]) && d.persons[left[0]].country != d.persons[right[0]].country
}
