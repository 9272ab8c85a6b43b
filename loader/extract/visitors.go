package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// arrival is somebody of whom a story tells that they have come to another state.
type arrival struct {
	person, item int
	code         string // the state, empty if it is not told
}

// arrive keeps who has come, as sentence k tells: the subject of a verb of arrival, whose
// visit it tells of, the head of a delegation, and who is in a place abroad.
func (d *doc) arrive(k int) {
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
}

// arrived adds p to those who have come.
func (d *doc) arrived(p, k int) {
	code, home := d.placeAbroad(k, d.homeOf(p)), d.homeOf(p)
	if code == "" && d.datelineState() != home {
		code = d.datelineState()
	}
	x := arrival{p, d.sents[k].item, code}
	if home != "" && !slices.Contains(d.arrivals, x) {
		d.arrivals = append(d.arrivals, x)
	}
}

// placeAbroad is the state of the first place of a sentence outside home, empty if there
// is none.
func (d *doc) placeAbroad(k int, home string) string {
	for i := d.afterDateline(d.sents[k]) + 1; i < d.sents[k].to; i++ {
		u := &d.units[i]
		if u.actor >= 0 || u.name >= 0 || !d.inside(i-1) && !d.visiting(i-1) && !d.units[i-1].set.has(lexicon.To) {
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
	for i := d.afterDateline(s); i+2 < s.to; i++ {
		going := d.units[i].actor < 0 && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
			return (v.verb.Flags.Has("goes") || v.verb.Flags.Has("comes")) && v.form&(lexicon.Fin|lexicon.PP) != 0
		})
		if !going && !(d.predicative(i) && d.units[i+1].set.has(lexicon.In)) {
			continue
		}
		f := frame{d: d, k: k, s: s, g: d.verbGroup(i, lexicon.Fin|lexicon.PP, s)}
		st, ok := f.g.status()
		n := f.subjectActor()
		if !ok || st != graph.Held || n < 0 || len(d.actors[n].persons) != 1 || d.actors[n].persons[0] < 0 {
			continue
		}
		if p := d.actors[n].persons[0]; d.placeAbroad(k, d.homeOf(p)) != "" {
			return p
		}
	}
	return -1
}

// cameTo reports that the story of an item tells that p has come to where q is at home.
func (d *doc) cameTo(p, q, item int) bool {
	home := d.homeOf(q)
	if home == "" || home == d.homeOf(p) || d.mates(p, q) {
		return false
	}
	came := func(r int, code string) bool {
		return slices.ContainsFunc(d.arrivals, func(a arrival) bool {
			return a.person == r && (code == "" || a.code == "" || a.code == code) && d.oneStory(a.item, item)
		})
	}
	return came(p, home) && !came(q, "")
}

// oneStory reports two items of one story: a teaser is one of its own.
func (d *doc) oneStory(i, j int) bool {
	return i == j || d.items[i].kind != teaser && d.items[j].kind != teaser
}

// visited reports two persons one of whom has come to where the other is at home.
func (d *doc) visited(p, q, item int) bool { return d.cameTo(p, q, item) || d.cameTo(q, p, item) }

// attends reads what somebody does to or with a person who has come, as only two in one
// place can: "showed her the port", "explained to the guest".
func (f *frame) attends() {
	st, ok := f.g.status()
	if !ok || st != graph.Held || f.alleged() || f.subordinate() || f.condition() || f.refuted() || f.afar(f.s.to) {
		return
	}
	left, right := f.subject(), f.partners()
	if f.g.passive() {
		left, right = f.agent(), left
	}
	if len(left) != 1 || len(right) == 0 || !f.d.visited(left[0], right[0], f.s.item) {
		return
	}
	f.d.emit(claim{left: left, right: right, status: st, sent: f.k, rule: f.d.lex.Lang + ".verb." + f.verb.Key}, f.g.at, false, true)
}

// cameForTalks adds whoever of another state has met somebody who is at home where the text
// was written, as the claims from the given one on say.
func (d *doc) cameForTalks(before int) {
	home := d.datelineState()
	for _, c := range d.claims[before:] {
		if home == "" || c.status != graph.Held || c.mode == graph.Remote || len(c.left) != 1 || len(c.right) != 1 {
			continue
		}
		for _, p := range [2][2]int{{c.left[0], c.right[0]}, {c.right[0], c.left[0]}} {
			if x := (arrival{p[0], d.sents[c.sent].item, home}); d.homeOf(p[1]) == home && d.homeOf(p[0]) != home && d.homeOf(p[0]) != "" && !slices.Contains(d.arrivals, x) {
				d.arrivals = append(d.arrivals, x)
			}
		}
	}
}

// whereHost reads "She went to the Senate, where its president, X, spoke of the port": what
// somebody does where a visitor is, they do before the visitor.
func (d *doc) whereHost(k int) {
	s := d.sents[k]
	for n := s.actors[0] + 1; n < s.actors[1]; n++ {
		a := &d.actors[n]
		if !a.named || len(a.persons) != 1 || a.gov != lexicon.None || a.prev >= 0 || a.next >= 0 {
			continue
		}
		i := d.whereBefore(n, s)
		if i < 0 {
			continue
		}
		v := d.verbAfter(d.pastComma(a.to, s), s)
		f := frame{d: d, k: k, s: s, c: &d.said[s.item], g: verbGroup{at: i, from: i, form: lexicon.Fin}}
		if m := f.subjectActor(); v >= 0 && m >= 0 && d.hostly(v) && len(d.actors[m].persons) == 1 && d.did(d.pastComma(a.to, s), s) && d.visited(d.actors[m].persons[0], a.persons[0], s.item) {
			d.emit(claim{left: a.persons, right: d.actors[m].persons, hostLeft: true, status: graph.Held, sent: k, rule: d.lex.Lang + ".where"}, v, false, true)
		}
	}
}

// whereBefore is the word for "where" that the clause of subject n starts with, -1 for none. See
// words.txt.
func (d *doc) whereBefore(n int, s sentence) int {
	for i := d.actors[n].from - 1; i > s.from && i > d.actors[n].from-8; i-- {
		if e, ok := d.units[i].entry(lexicon.That); ok && d.units[i].actor < 0 {
			if e.Index == 5 {
				return i
			}
			return -1
		}
		if d.units[i].actor < 0 && d.predicate(i) {
			return -1
		}
	}
	return -1
}

// hostly reports a verb of speech, or of what is done to a visitor, at unit v.
func (d *doc) hostly(v int) bool {
	return slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool {
		return x.verb.Event == "attend" || x.verb.Event == "say" || x.verb.Flags.Has("clause") || x.verb.Flags.Has("voices")
	})
}
