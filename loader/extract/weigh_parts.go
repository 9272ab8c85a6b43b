package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// telling are the signs of each kind, those of what one person can have done the surest first.
var telling = [numKinds][]sign{
	Met:    {signHeld, signNoun, signVerb, signBoth, signGuest, signHost, signCounterpart},
	Signed: {signSignedHeld, signSigned, signDocument},
	Led:    {signHead, signDelegation},
}

// tellingSets are the same as sets.
var tellingSets = func() (out [numKinds]signSet) {
	for k, signs := range telling {
		for _, s := range signs {
			out[k].add(s)
		}
	}
	return out
}()

// part makes the row of one person and one part, without what the story as a whole tells;
// it is good until the next row.
func (w *weigher) part(p int, part Kind) weigh.Row {
	w.row = w.row[:0]
	w.who(p)
	w.stands(p)
	for _, s := range telling[part] {
		w.near(p, s)
		w.governed(p, s)
		w.way(p, s)
	}
	w.as("")
	w.rulesSay(p)
	return w.row
}

// who the person is, as far as the text tells.
func (w *weigher) who(p int) {
	d, q, home := w.d, &w.d.persons[p], w.homes[p]
	w.flag("state said", q.country != "")
	w.flag("state known", home != "")
	w.flag("titled", q.titled)
	w.put("offices", min(len(q.keys), 4))
	w.flag("figure", q.figure != nil)
	w.flag("former", q.wasOnly())
	w.flag("local", w.local != "" && home == w.local)
	w.flag("dateline", w.local != "")
	w.flag("home", d.lex.Home != "" && home == d.lex.Home)
	w.put("countrymen", min(w.traits[p].countrymen, 6))
	first, alike := true, 0
	for _, r := range w.here {
		if r == p {
			continue
		}
		alike += one(d.oneOffice(p, r) && d.canFace(p, r))
		first = first && !(w.homes[r] == home && w.traits[r].first < w.traits[p].first)
	}
	w.put("of like office", min(alike, 4))
	w.flag("first of the state", first)
}

// stands: how often and where, and among which signs.
func (w *weigher) stands(p int) {
	t := &w.traits[p]
	w.put("sentences", min(len(t.sents), 8))
	w.put("named", min(len(t.named), 6))
	w.put("acts", min(t.subj, 6))
	w.put("object", min(t.object, 4))
	w.put("visits", min(t.visits, 4))
	w.put("behind letters", min(t.words, 3))
	for i := range govClasses {
		w.put(afterNames[i], min(t.gov[i], 3))
	}
	w.put("first", min(t.first, 12))
	w.put("rank", min(t.rank, 9))
	w.put("less told of than", min(t.behind, 8))
	var signs signSet
	for _, k := range t.sents {
		signs |= w.d.marks[k]
	}
	w.flags(amongNames, signs)
}

var amongNames = prefixed("among ", signNames[:])

// near: how far the nearest sentence with a sign is, before and after one that tells of the
// person, and who else stands there.
func (w *weigher) near(p int, s sign) {
	w.of("to", s)
	back, on, crowd, others, both, n := 9, 9, 9, 9, false, 0
	for _, k := range w.sents {
		if !w.d.marks[k].has(s) {
			continue
		}
		n++
		r := w.traits[p].near[k]
		if r.nearest() < min(back, on) {
			crowd, others, both = w.crowd[k], 0, w.d.marks[k].has(signBoth) || w.d.marks[k].has(signThey)
			for _, q := range w.here {
				if w.traits[q].near[k].nearest() <= r.nearest() && q != p && w.d.canFace(p, q) {
					others++
				}
			}
		}
		back, on = min(back, int(r.back)), min(on, int(r.on))
	}
	w.put("back", back)
	w.put("on", on)
	w.put("crowd", crowd)
	w.put("others", others)
	w.flag("both", both)
	w.put("sentences", min(n, 5))
}

// governed: where the person stands in the sentences with a sign.
func (w *weigher) governed(p int, s sign) {
	w.of("in", s)
	d := w.d
	var gov classSet
	subj, named, not, plan := false, false, false, false
	for _, k := range w.traits[p].sents {
		if !d.marks[k].has(s) {
			continue
		}
		not = not || d.marks[k].has(signNot)
		plan = plan || d.marks[k].has(signPlan)
		named = named || slices.Contains(w.traits[p].named, k)
		for n := d.sents[k].actors[0]; n < d.sents[k].actors[1]; n++ {
			if a := &d.actors[n]; slices.Contains(a.persons, p) {
				gov.add(a.gov)
				subj = subj || a.subj && a.gov == lexicon.None
			}
		}
	}
	for i, c := range govClasses {
		w.flag(govNames[i], gov.has(c))
	}
	w.flag("bare", gov.has(lexicon.None))
	w.flag("acts", subj)
	w.flag("named", named)
	w.flag("not", not)
	w.flag("plan", plan)
}

// way: what stands between the person and the word of a sign in one sentence.
func (w *weigher) way(p int, s sign) {
	w.of("way to", s)
	d := w.d
	var all path
	before, after := false, false
	for _, at := range w.bearers(s) {
		actors := d.sents[at.sent].actors
		for n := actors[0]; n < actors[1]; n++ {
			a := &d.actors[n]
			switch {
			case !slices.Contains(a.persons, p):
			case at.unit < a.from:
				after, all = true, all|d.between(at.unit+1, a.from)
			case at.unit >= a.to:
				before, all = true, all|d.between(a.to, at.unit)
			}
		}
	}
	w.flag("before", before)
	w.flag("after", after)
	w.putPath(pathNames[:pathsOfTwo], all)
}

// place is a unit and its sentence.
type place struct{ sent, unit int }

// bearers are the words of a sign in the zone.
func (w *weigher) bearers(s sign) []place {
	if w.found[s] != nil {
		return *w.found[s]
	}
	var out []place
	for _, k := range w.sents {
		for i := w.d.sents[k].from; w.d.marks[k].has(s) && i < w.d.sents[k].to; i++ {
			if w.d.bears(i, k, s) {
				out = append(out, place{k, i})
			}
		}
	}
	w.found[s] = &out
	return out
}

// bears reports the word of a sign at unit i.
func (d *doc) bears(i, k int, s sign) bool {
	var found signSet
	u := &d.units[i]
	d.wordSigns(u, &found)
	d.nounSigns(k, i, &found)
	if u.actor < 0 {
		d.verbSigns(i, d.sents[k], &found)
	}
	return found.has(s)
}

// rulesSay: what the rules have found of the person, and of others.
func (w *weigher) rulesSay(p int) {
	t := w.ties
	w.put("met others", min(len(t.met[p]), 6))
	w.put("plans", min(t.planned[p], 4))
	for _, x := range [...]struct {
		name string
		of   []int
	}{{"led", t.led}, {"signed", t.signed}} {
		others, countrymen, met := 0, 0, 0
		for _, q := range w.here {
			if q == p || x.of[q] == 0 {
				continue
			}
			others++
			countrymen += one(w.homes[q] == w.homes[p])
			met += one(slices.Contains(t.met[p], q))
		}
		w.put(x.name, min(x.of[p], 3))
		w.put("others "+x.name, min(others, 4))
		w.put("countrymen "+x.name, min(countrymen, 4))
		w.put("met who "+x.name, min(met, 3))
	}
	w.papers(p)
	w.received(p)
}

// papers: the documents of the rules, and those that states have signed.
func (w *weigher) papers(p int) {
	states, own := 0, 0
	for _, x := range w.ties.papers {
		states += one(len(x.codes) > 0)
		own += one(w.homes[p] != "" && slices.Contains(x.codes, w.homes[p]))
	}
	w.put("documents", min(len(w.ties.papers), 5))
	w.put("states signed", min(states, 3))
	w.put("own state signed", min(own, 3))
}

// received: the contacts of the rules in which the person was host, guest or far away.
func (w *weigher) received(p int) {
	host, guest, remote := 0, 0, 0
	for i := range w.ties.claims {
		c := &w.ties.claims[i]
		left, right := slices.Contains(c.left, p), slices.Contains(c.right, p)
		if c.status != graph.Held || !left && !right {
			continue
		}
		host += one(c.hostLeft && left)
		guest += one(c.hostLeft && right || c.guestLeft && left)
		remote += one(c.mode == graph.Remote)
	}
	w.put("was host", min(host, 3))
	w.put("was guest", min(guest, 3))
	w.put("remote", min(remote, 2))
}
