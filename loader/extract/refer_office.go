package extract

import (
	"cmp"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// sharesOffice reports two who hold one office or, whatever it is called, are both heads of state.
func (d *doc) sharesOffice(p, q int) bool {
	if q < 0 {
		return false
	}
	if d.headOfState(p) && d.headOfState(q) {
		return true
	}
	for _, k := range d.persons[p].keys {
		if !d.lex.Generic[k].Has("*") && d.canBe(k, q) {
			return true
		}
	}
	return false
}

// headOfState reports an office that a head of state holds, as the states call it.
func (d *doc) headOfState(p int) bool {
	return slices.ContainsFunc([]string{"president", "state_chairman", "king"}, func(k string) bool { return slices.Contains(d.persons[p].keys, k) })
}

// other is the side of the last contact that is not the subject; before any
// contact, the only person of another state who has acted in the item.
func (d *doc) other(n int, c *discourse) []int {
	subj := c.subject
	for k := n - 1; k >= 0 && d.actors[k].sent == d.actors[n].sent; k-- {
		if len(d.actors[k].persons) == 1 && d.actors[k].subj {
			subj = d.actors[k].persons[0]
			break
		}
	}
	if m := d.actors[n].prev; m >= 0 && len(d.actors[m].persons) == 1 {
		subj = d.actors[m].persons[0] // "the King and his guest"
	}
	if q := c.partner(subj); q >= 0 {
		return []int{q}
	}
	if subj < 0 {
		return nil
	}
	if p := c.earlier - 1; c.hasPair && subj >= 0 && p >= 0 && p != subj && c.subject == subj && d.twoOrigins(p, subj) && d.lex.Options.Gendered && d.active(p, &d.actors[n]) {
		return []int{p} // whom the text was about just before
	}
	if c.hasPair {
		return d.foreignOf(c.pair, subj)
	}
	return sole(c.recent, func(p int) bool {
		return p != subj && d.twoOrigins(p, subj) && d.acts(p, d.sents[d.actors[n].sent].item)
	})
}

// foreignOf is the one of a pair that is of another state than p, if the other is
// of the same: the guest of one is the guest of all.
func (d *doc) foreignOf(pair [2]int, p int) []int {
	home := d.homeOf(p)
	a, b := d.homeOf(pair[0]), d.homeOf(pair[1])
	switch {
	case home == "" || a == "" || b == "" || a == b:
	case a == home:
		return pair[1:]
	case b == home:
		return pair[:1]
	}
	return nil
}

// byRole finds the person that a title alone points to: the best fit of
// office and state, the latest mentioned in the item, else anywhere.
func (d *doc) byRole(a *actor, c *discourse) []int {
	if len(a.roles) == 0 && (len(a.codes) == 0 || a.det == lexicon.None || d.qualifies(a)) {
		return nil
	}
	if len(a.codes) == 0 && len(a.roles) > 0 {
		if code := d.seatNear(a); code != "" {
			there := *a
			there.codes = []string{code}
			if ps := d.byRole(&there, c); len(ps) > 0 {
				return ps
			}
		}
	}
	if d.manyHolders(a, c) {
		return nil
	}
	best, bestScore, tie := -1, 0, false
	for p := range d.persons {
		if slices.Contains(c.taken, p) {
			continue
		}
		s := d.roleScore(a, p, c)
		if s > bestScore {
			best, bestScore, tie = p, s, false
		} else if s == bestScore && s > 0 {
			tie = true
		}
	}
	if best < 0 || tie && bestScore < 40 {
		return nil
	}
	d.learn(best, a)
	return []int{best}
}

// manyHolders reports an office without a state that three persons of the story hold who can be men or women as the
// words are, none of whom was just told of.
func (d *doc) manyHolders(a *actor, c *discourse) bool {
	if len(a.codes) > 0 || len(a.roles) == 0 || a.roles[0].flags.Has("generic") || !d.lex.Options.Gendered {
		return false
	}
	n := 0
	for p := range d.persons {
		q := &d.persons[p]
		if !slices.Contains(q.keys, a.roles[0].key) || !d.sameStory(p, d.sents[a.sent].item) || a.masc && !a.fem && q.fem > 0 || a.fem && q.fem < 0 {
			continue
		}
		if i := slices.Index(c.recent, p); i >= 0 && i >= len(c.recent)-2 {
			return false
		}
		n++
	}
	return n > 2
}

// ownVisitor reports "the visiting minister", "le ministre en visite" for somebody of the state of the subject before, or of where the story
// takes place, or to whom somebody else has come: who comes on a visit comes from abroad.
func (d *doc) ownVisitor(a *actor, p int) bool {
	behind := a.to+1 < d.sents[a.sent].to && d.units[a.to].set.has(lexicon.In) && d.isNoun(a.to+1, "visit")
	if a.role("guest") || a.partner || !behind && !d.asVisitor(a) {
		return false
	}
	if g := d.guestOfAll(a.sent); g >= 0 && g != p || d.receives(p, a.sent) {
		return true
	}
	home := d.homeOf(p)
	if home == "" || home == d.datelineState(a.sent) {
		return home != ""
	}
	return slices.ContainsFunc(d.actors, func(b actor) bool {
		return b.sent == a.sent && b.to <= a.from && b.subj && len(b.persons) == 1 && b.persons[0] != p && d.homeOf(b.persons[0]) == home
	})
}

// seatNear is the state whose seat of power stands close to a title without a
// state: "reçu à l'Élysée par le président".
func (d *doc) seatNear(a *actor) string {
	s := d.sents[a.sent]
	for i := max(s.from, a.from-4); i < min(s.to, a.to+4); i++ {
		if e, ok := d.units[i].entry(lexicon.Seat); ok {
			return e.Code
		}
	}
	return ""
}

// learn gives a person named without an office the one by which the text goes
// on to call them.
func (d *doc) learn(p int, a *actor) {
	q := &d.persons[p]
	if a.fem {
		q.fem++
	}
	if q.titled {
		return
	}
	for _, r := range a.roles {
		q.titled = q.titled || r.flags.Has("head")
		q.keys = append(q.keys, r.key)
		if r.flags.Has("head") || r.flags.Has("rank") {
			q.offices = append(q.offices, d.officeOf(&r))
		}
	}
	if q.country == "" && len(a.codes) > 0 {
		q.country = a.codes[0]
	}
}

// roleScore is how well person p fits the titles and the state of an actor; 0
// is not at all. Who is named without an office may take one, but only the
// only such person, and before being named only at the head of an item.
func (d *doc) roleScore(a *actor, p int, c *discourse) int {
	q := &d.persons[p]
	elsewhere := !d.sameStory(p, d.sents[a.sent].item)
	if elsewhere && !d.ofMainStory(a, p) || a.org >= 0 && !slices.Contains(q.orgs, a.org) && !(len(q.orgs) == 0 && q.country != "" && slices.Contains(a.codes, q.country)) || a.fem && (q.fem < 0 || q.fem == 0 && d.manByName(p)) || a.masc && !a.fem && q.fem > 0 && d.lex.Options.Gendered {
		return 0
	}
	if d.lex.Options.Infinitives && d.firstNamed(p) == a.sent && !d.namedBefore(p, a) {
		return 0 // a title alone is hardly told right before the name
	}
	if a.gov == lexicon.None && a.subj && d.partnerLater(p, a) {
		return 0 // "le président s'est entretenu avec X, le président Y et Z"
	}
	recent := slices.Index(c.recent, p)
	if d.lex.Home != "" && recent < 0 && len(a.roles) > 0 && (a.roles[0].flags.Has("rank") || a.from > 0 && d.classifier(a, a.from-1)) && d.firstNamed(p) > a.sent {
		return 0 // "giáo sư" and "vị bộ trưởng" are nobody yet to be told of
	}
	if d.otherRank(a, p) || d.ownVisitor(a, p) {
		return 0
	}
	title, state := d.titleScore(a, p), d.stateScore(a, p, c)
	if recent < 0 && len(a.codes) == 0 && len(a.roles) > 0 && a.roles[0].flags.Has("generic") && d.lex.Home == "" {
		return 0 // "l'officier" has been told of
	}
	if !q.titled && title < 20 && !(title > 0 && recent >= 0 && len(q.keys) > 0) {
		if len(a.roles) > 0 && a.roles[0].key == "person" && len(a.codes) == 0 && d.untitled(c) > 1 {
			return 0 // "the poet" is one of those whom nothing is said of
		}
		return d.untitledScore(a, p, recent)
	}
	if state == 30 && len(a.roles) == 0 && d.demonymAlone(a) && !d.standsAside(p) {
		if title = 5; recent < 0 && d.firstNamed(p) > a.sent && d.sentenceInItem(a.sent) > 0 {
			return 0 // "le Panaméen" has been told of
		}
	}
	if state == 0 || title == 0 && !(state == 30 && len(a.roles) > 0 && a.roles[0].flags.Has("generic")) {
		return 0
	}
	score := 1 + title + state
	if d.sharesChamber(a, p) || a.fem && q.fem > 0 {
		score += 12 // "la présidente" is rather one of whom the text says so
	}
	if d.namedBefore(p, a) && !((title >= 20 || a.role("generic")) && d.semicolon(d.sents[a.sent].from, a.from)) {
		score -= 15 // in one sentence a title rarely means who was just named
		if a.gov != lexicon.None {
			score -= 25
		}
	}
	if d.outranked(a, p) {
		score -= 30
	}
	switch {
	case recent >= 0:
		if d.sameTitle(a, p) {
			score += 10
		} else if d.otherTitle(a, p) {
			score -= 20
		}
		score += 40 + min(recent*10/len(c.recent), 9)
		if a.role("generic") && len(a.codes) > 0 && c.partner(p) >= 0 || (a.role("generic") || len(a.codes) == 0 && d.lex.Home == "") && d.topic(p, d.sents[a.sent].item) {
			score += 12 // who acts in the text, or has met somebody, rather than who is only named
		}
	case len(a.codes) == 0 && !elsewhere && !d.inItem(p, d.sents[a.sent].item), !d.lex.Options.Gendered && d.otherTitle(a, p):
		return 0
	case d.firstNamed(p) > a.sent && (d.sentenceInItem(a.sent) > 2 && title < 20 || d.firstNamed(p) > a.sent+4 && len(a.codes) == 0 && state < 25), d.firstNamed(p) > a.sent+1 && title < 20:
		return 0
	default:
		score += max(0, 9-max(0, d.firstNamed(p)-a.sent)) // who is named sooner
	}
	return score
}

// untitled is how many persons told of so far have no office.
func (d *doc) untitled(c *discourse) (n int) {
	for _, p := range c.recent {
		if !d.persons[p].titled {
			n++
		}
	}
	return n
}

// sameTitle reports a rare title worded as the person's own: "the president-elect"
// is no other president.
func (d *doc) sameTitle(a *actor, p int) bool {
	if len(a.roles) != 1 {
		return false
	}
	t := text.Fold(d.textOf(a.roles[0].from, a.roles[0].to))
	return strings.ContainsAny(t, "- ") && slices.ContainsFunc(d.persons[p].offices, func(o office) bool { return text.Fold(o.title) == t })
}

// sharesChamber reports a house or an office named in the words of an actor and in a
// title of p: "the Senate leader" is the president of the Senate.
func (d *doc) sharesChamber(a *actor, p int) bool {
	for i := d.units[a.from].from; i < d.units[a.to-1].to; i++ {
		t := &d.toks[i]
		if !t.Cap || t.End-t.Start < 4 || i == d.units[d.sents[a.sent].from].from {
			continue
		}
		w := text.Fold(t.Text(d.text))
		if slices.ContainsFunc(d.persons[p].offices, func(o office) bool { return strings.Contains(text.Fold(o.title), w) }) {
			return true
		}
	}
	return false
}

// otherRank reports a rank that is none of those p is said to have: "Thượng tướng" is no
// "Đại tướng".
func (d *doc) otherRank(a *actor, p int) bool {
	if d.lex.Home == "" || len(a.roles) != 1 || a.named || !a.roles[0].flags.Has("rank") {
		return false
	}
	r, ranked := &a.roles[0], false
	title := text.Fold(d.textOf(r.from, r.to))
	for _, o := range d.persons[p].offices {
		if o.key == r.key {
			if strings.HasPrefix(title, text.Fold(o.title)) || strings.HasPrefix(text.Fold(o.title), title) {
				return false
			}
			ranked = true
		}
	}
	return ranked
}

// otherTitle reports a title of one word that is only a part of the person's own:
// "the King" is hardly the Crown Prince, nor "the General" the Major General.
func (d *doc) otherTitle(a *actor, p int) bool {
	if len(a.roles) != 1 || a.roles[0].key != "king" && !(a.roles[0].flags.Has("rank") && d.lex.Options.Premodifier) {
		return false
	}
	t := text.Fold(d.textOf(a.roles[0].from, a.roles[0].to))
	if u := &d.units[a.roles[0].from]; d.startsWith(u, lexicon.Def) { // "the general" as one form
		t = text.Fold(d.text[d.toks[u.from+1].Start:d.toks[u.to-1].End])
	}
	return !slices.ContainsFunc(d.persons[p].offices, func(o office) bool { return text.Fold(o.title) == t })
}

// titleScore is 20 for each office that p is said to hold and 10 for one that
// stands for it; 0 if any does not fit.
func (d *doc) titleScore(a *actor, p int) (score int) {
	mentioned := d.persons[p].byName && !d.topic(p, d.sents[a.sent].item)
	for _, r := range a.roles {
		switch {
		case mentioned && d.portfolio(r):
			return 0 // of whom the text only speaks, the name alone tells no ministry
		case d.otherMinistry(&r, p):
			return 0
		case slices.Contains(d.persons[p].keys, r.key):
			score += 20
		case d.canBe(r.key, p) && (!mentioned || r.flags.Has("generic")):
			score += 10
		case d.persons[p].byName && !slices.Contains(ranks, r.key) && len(a.codes) > 0 && d.persons[p].country == a.codes[0] && d.topic(p, d.sents[a.sent].item):
			score += 5
		case d.lex.Options.Premodifier && d.calledSo(&r, p):
			score += 10
		default:
			return 0
		}
	}
	return score
}

// stateScore is 30 if p serves the state of the actor, 1 to 5 if nothing
// speaks against it, 0 if something does.
func (d *doc) stateScore(a *actor, p int, c *discourse) int {
	q := &d.persons[p]
	switch {
	case len(a.codes) == 0 && d.lex.Home != "" && cmp.Or(q.country, q.origin) == d.lex.Home && !(a.from > 0 && d.classifier(a, a.from-1)):
		return 25 // an office without a state is one of the paper's own state
	case len(a.codes) == 0:
		return 1
	case q.country != "":
		switch {
		case q.country == a.codes[0]:
			return 30
		case noState(q.country) && a.role("generic"):
			return 3 // "l'officier espagnol" serves the United Nations
		}
		return 0
	case q.origin != "":
		if q.origin == a.codes[0] && q.origin == d.lex.Home {
			return 30
		}
		if q.origin == a.codes[0] {
			return 5
		}
		return 0
	case d.lex.Options.Premodifier && d.firstNamed(p) == a.sent+1 && len(a.roles) == 1 && a.roles[0].key == "ambassador" && slices.Equal(q.keys, []string{"ambassador"}):
		return 3 // "the Japanese ambassador", told by name in the next sentence
	case slices.Contains(c.recent, p) && len(a.roles) > 0 && (!a.roles[0].flags.Has("generic") || p == c.subject):
		return 3
	}
	return 0
}

// untitledScore fits a title to somebody named without one.
func (d *doc) untitledScore(a *actor, p, recent int) int {
	q := &d.persons[p]
	s := d.sents[a.sent]
	if !d.topic(p, s.item) || q.fem > 0 && !a.fem && a.masc || len(a.roles) > 0 && a.roles[0].flags.Has("rank") {
		return 0
	}
	if a.det == lexicon.Def && !a.plural && (a.gov != lexicon.None || !a.subj) && d.namedBefore(p, a) && d.units[a.from-1].punct == 0 && !d.predicative(a.from-1) {
		return 0 // "A reçoit le chef de la diplomatie danoise"
	}
	if recent < 0 && (d.sentenceInItem(a.sent) > 2 || len(a.codes) == 0 || d.firstNamed(p) > a.sent+2) && !d.namedNext(a, p) {
		return 0
	}
	switch {
	case len(a.codes) == 0:
		return 3
	case q.country == a.codes[0]:
		return 24
	case q.country != "" || q.origin != "" && q.origin != a.codes[0]:
		return 0
	case q.origin != "":
		return 14
	case recent < 0 && d.firstNamed(p) <= a.sent+2: // told first by office, then by name
		return 6
	}
	return 4
}

// ranks are the offices that figures are listed for, and one that none of them holds. Any other title neither
// fits nor misfits somebody whose offices only the name tells.
var ranks = []string{"president", "prime_minister", "king", "pope", "chancellor", "minister", "foreign_minister", "speaker", "military"}

// firstNamed is the sentence that names p first.
func (d *doc) firstNamed(p int) int { return d.names[d.persons[p].names[0]].sent }

// sentenceInItem is the place of a sentence in its item, from 0.
func (d *doc) sentenceInItem(k int) (n int) {
	for j := k - 1; j >= 0 && d.sents[j].item == d.sents[k].item; j-- {
		n++
	}
	return n
}

// namedBefore reports whether the sentence of an actor names p before it.
func (d *doc) namedBefore(p int, a *actor) bool {
	for _, n := range d.persons[p].names {
		if d.names[n].sent == a.sent && d.names[n].to <= a.from {
			return true
		}
	}
	return false
}

// partnerLater reports that p is named behind actor a in its sentence, and not before, as somebody
// with whom something is done.
func (d *doc) partnerLater(p int, a *actor) bool {
	s := d.sents[a.sent]
	if d.namedBefore(p, a) {
		return false
	}
	return slices.ContainsFunc(d.actors[s.actors[0]:s.actors[1]], func(b actor) bool {
		return b.named && b.from > a.to && b.gov == lexicon.With && slices.Contains(b.persons, p)
	})
}

// headline reports a sentence without a full stop.
func (d *doc) headline(k int) bool {
	last := d.units[d.sents[k].to-1].punct
	return last != '.' && last != '!' && last != '?'
}

// sameStory reports whether p is named in the story of an item: a teaser is
// one of its own, the main story and its captions are one.
func (d *doc) sameStory(p, item int) bool {
	for _, n := range d.persons[p].names {
		k := d.sents[d.names[n].sent].item
		if d.oneStory(k, item) {
			return true
		}
	}
	return false
}

// topic reports whether an item names p somewhere as a subject.
func (d *doc) topic(p, item int) bool {
	for _, n := range d.persons[p].names {
		if nm := &d.names[n]; d.sents[nm.sent].item == item {
			if k := d.units[nm.from].actor; k >= 0 && d.actors[k].named && (d.actors[k].subj || d.actors[k].gov == lexicon.None && d.headline(nm.sent)) {
				return true
			}
		}
	}
	return false
}

// inItem reports whether an item names person p.
func (d *doc) inItem(p, item int) bool {
	for _, n := range d.persons[p].names {
		if d.sents[d.names[n].sent].item == item {
			return true
		}
	}
	return false
}

// noState reports the code of a side that is no state.
func noState(code string) bool { return code == "UN" || code == "EU" }
