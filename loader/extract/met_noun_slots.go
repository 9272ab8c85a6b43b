package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
)

// beneficiary is for whom a meal is given, or from whom a call comes.
func (f *nounFrame) beneficiary() (ps []int) {
	if f.noun.Flags.Has("for") {
		ps, _ = f.slot(lexicon.For)
	}
	if len(ps) == 0 && f.noun.Flags.Has("from") {
		ps, _ = f.slot(lexicon.From)
	}
	return ps
}

// holdsWith reports a noun that holds the preposition of its partner: "a one-on-one with".
func (f *nounFrame) holdsWith() bool {
	return f.d.endsWith(&f.d.units[f.at], lexicon.With)
}

// wayMade reports the words of a purpose at unit i for which somebody has made a way: "to hold".
func (f *nounFrame) wayMade(i int) bool {
	u := &f.d.units[i]
	return u.set.has(lexicon.Plan) && u.actor < 0 && f.d.startsWith(u, lexicon.To) && f.d.goneTo(i, f.s)
}

// offersMeal reports a meal that is given, by a verb that else offers what may not come: "offered
// X a dinner", not "offered X talks".
func (f *nounFrame) offersMeal(i int) bool {
	return f.noun.Flags.Has("for") && f.d.verbsOf(i).Has("gives")
}

// withWhom is the antecedent of "with whom he had a conversation" and "for whom he gave a dinner".
func (f *nounFrame) withWhom() []int {
	for i := f.at - 1; i > f.s.from && i > f.at-24; i-- {
		u := &f.d.units[i]
		if u.set.has(lexicon.WithWho) || u.set.has(lexicon.ToWho) && f.noun.Flags.Has("for") {
			w := frame{d: f.d, k: f.k, s: f.s, c: f.c}
			if m := w.antecedentAt(i); m >= 0 {
				return f.d.antecedents(m, i)
			}
			return nil
		}
		if u.punct != 0 && u.punct != ',' || u.set.either(lexicon.That, lexicon.Who) {
			return nil
		}
	}
	return nil
}

// receiver is who stands between the verb and the noun: "granted X an audience",
// "gave X a dinner".
func (f *nounFrame) receiver() []int {
	d, i := f.d, f.at-1
	if m := d.units[max(i, 0)].actor; m >= 0 && (d.actors[m].pron != lexicon.None || f.noun.Flags.Has("for")) {
		i = f.at // "gave him an audience", "gave X breakfast"
	}
	for i < f.at && i > f.s.from && d.units[i].actor < 0 && !d.units[i].set.has(lexicon.Indef) && i > f.at-4 {
		i--
	}
	if i <= f.s.from+1 || i < f.at && !d.units[i].set.has(lexicon.Indef) {
		return nil
	}
	i = d.beforeOwnComma(d.beforeSpouse(i, f.s))
	if d.units[i-1].actor < 0 {
		return nil
	}
	n := d.units[i-1].actor
	a := &d.actors[n]
	v := d.actors[d.groupOf(n)[0]].from - 1
	if a.gov != lexicon.None || v < f.s.from || !slices.ContainsFunc(d.verbsOf(v), func(x verbForm) bool {
		return x.verb.Flags.Has("gives") || x.verb.Flags.Has("invite")
	}) {
		return nil
	}
	return d.group(n)
}

// beforeOwnComma is the unit of the comma that closes what somebody is told to be right before unit i, else i:
// "gave the president, X, an audience".
func (d *doc) beforeOwnComma(i int) int {
	if m := d.units[max(i-2, 0)].actor; d.units[i-1].punct == ',' && m >= 0 && d.pastOwnComma(m) == i {
		return i - 1
	}
	return i
}

// beforeSpouse is the unit behind the one whose wife is named up to unit i, else i: "gave the president and his
// wife, Y, an audience".
func (d *doc) beforeSpouse(i int, s sentence) int {
	j := i
	if d.units[j-1].punct == ',' {
		j--
	}
	n := d.units[j-1].actor
	if n < 0 || d.actors[n].gov != lexicon.Beside {
		return i
	}
	if w := d.apposedSpouse(d.actors[n].from-1, s); w < d.actors[n].from-1 {
		return w
	}
	return i
}

// given is to whom an audience is granted before the noun: "A dành cho B một
// buổi tiếp".
func (f *nounFrame) given() []int {
	for n := f.s.actors[1] - 1; n > f.s.actors[0]; n-- {
		a := &f.d.actors[n]
		if a.to > f.at || a.to < f.at-3 || a.gov != lexicon.To || a.from < f.s.from+2 {
			continue
		}
		if f.d.units[a.from-2].set.has(lexicon.Support) {
			return f.d.group(n)
		}
	}
	return nil
}

// told reads "At their meeting A told B that" and "A assured B over lunch": the
// sides of a contact that a preposition leads in are who speaks and who is
// spoken to.
func (f *nounFrame) told() (left, right []int) {
	d := f.d
	if !f.leads() && (f.at-f.s.from > 5 || !d.lex.Options.Fronted) || f.ofOthers() {
		return nil, nil
	}
	for v := f.s.from; v < f.s.to; v++ {
		x := slices.IndexFunc(d.verbsOf(v), func(x verbForm) bool { return x.verb.Flags.Has("tells") })
		if x < 0 || d.inActor(v) {
			continue
		}
		w := frame{d: d, k: f.k, s: f.s, c: f.c, verb: d.verbsOf(v)[x].verb, g: d.verbGroup(v, lexicon.Fin|lexicon.PP, f.s)}
		w.agentFirst()
		if st, ok := w.g.status(); !ok || st != graph.Held {
			continue
		}
		left, right = w.subject(), w.after(v, lexicon.None)
		if w.g.passive() {
			right = w.agent() // "During the talks A was told by B"
		}
		if len(right) == 0 {
			right = w.after(v, lexicon.To) // "put the question to X over breakfast"
		}
		if len(left) == 1 && len(right) == 1 && d.twoOrigins(left[0], right[0]) {
			return left, right
		}
	}
	return nil, nil
}

// ofOthers reports that the words around the noun tell of whom or with whom it is, or that it is still to come: "at a
// meeting with reporters", "tại cuộc gặp kiều bào", "trước cuộc gặp", "tham gia vào cuộc đàm phán". A verb that
// opens the sentence is one of the subject behind it: "Phát biểu tại buổi tiếp, A cảm ơn B".
func (f *nounFrame) ofOthers() bool {
	d, i := f.d, f.at+1
	if f.noun.Flags.Has("many") || d.anyNoun(i, min(i+4, f.s.to), "press") || f.at > f.s.from && d.units[f.at-1].set.has(lexicon.Bound) || f.at > f.s.from+2 && d.lex.Options.Bare && d.isVerb(f.at-2, "plain") && d.units[f.at-1].set.has(lexicon.In) {
		return true
	}
	for i < f.s.to && i < f.at+5 && (d.units[i].set.has(lexicon.Adverb) || d.units[i].date >= 0) && d.units[i].actor < 0 {
		i++
	}
	if i >= f.s.to || d.units[i].punct != 0 {
		return false
	}
	u := &d.units[i]
	return u.set.any(lexicon.Of, lexicon.With, lexicon.Between) || d.isNoun(i, "press") || d.lex.Options.Bare && (u.actor >= 0 && u.date < 0 || !u.cap && (!u.known() || u.set.has(lexicon.Portfolio)))
}

// farEnd reads "Đầu dây bên kia, X chúc mừng": who is at the other end of a line speaks
// with the subject before. Without anybody after the noun it is who was told right
// before it: "X, ở đầu dây bên kia, chúc mừng".
func (f *nounFrame) farEnd() (left, right []int) {
	d, before := f.d, -1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.to <= f.at {
			if a.subj && a.prev < 0 {
				before = n
			}
			continue
		}
		if a.named && a.gov == lexicon.None && a.prev < 0 && d.verbless(f.at+1, a.from) || a.named && d.predicative(a.from-1) {
			right = d.group(n)
		}
		break
	}
	if before >= 0 && len(right) > 0 {
		return d.group(before), right
	}
	if before >= 0 {
		right = d.group(before)
	}
	for _, p := range []int{f.c.subject, f.c.earlier - 1} {
		if p >= 0 && !slices.Contains(right, p) {
			return []int{p}, right
		}
	}
	return nil, nil
}

// qualified reports nothing but words that qualify a noun that opens its sentence between it and the preposition at unit i:
// "Cuộc hội đàm thu hẹp lần đầu của A và B", "Cuộc trao đổi kéo dài bốn tiếng tại Zurich của A với B".
func (f *nounFrame) qualified(i int) bool {
	if f.at > f.s.from+2 || i-f.at > 9 {
		return false
	}
	for k := f.at + 1; k < i; k++ {
		u := &f.d.units[k]
		if u.punct != 0 || u.actor >= 0 || u.cap && !u.set.has(lexicon.Place) || u.set.any(lexicon.Prep, lexicon.Of, lexicon.Role, lexicon.To, lexicon.By) || u.set.has(lexicon.Noun) && !f.d.isNoun(k, "time") || !f.d.verbless(k, k+1) && !u.set.has(lexicon.Adverb) {
			return false
		}
	}
	return true
}

// ofMany reports an actor whose own article holds the preposition of the noun, and nothing but a place and a time between
// the two: "l'entretien à Hanoï, mardi, des généraux A et B".
func (f *nounFrame) ofMany(a *actor) bool {
	place := false
	if a.gov != lexicon.None || !f.d.units[a.from].set.has(lexicon.Of) {
		return false
	}
	for k := f.at + 1; k < a.from; k++ {
		u := &f.d.units[k]
		if u.actor >= 0 || u.date < 0 && u.punct != ',' && !u.set.any(lexicon.In, lexicon.To, lexicon.Place, lexicon.Country, lexicon.Day) {
			return false
		}
		place = place || u.set.either(lexicon.Place, lexicon.Country)
	}
	return place
}

// afterColonOnly reports a partner that a colon leads in: "có hai cuộc nữa: với A và với B".
func (d *doc) afterColonOnly(from, to int) bool {
	return to-2 >= from && d.units[to-2].punct == ':' && !d.clauseEnds(from, to-2)
}

// opensTalks reports a verb of opening or presiding over talks at unit i, in a language that leaves out with whom.
func (d *doc) opensTalks(i int) bool {
	return i > 0 && d.units[i].actor < 0 && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool { return v.verb.Flags.Has("begins") || v.verb.Flags.Has("opens") })
}

// toldAlone reports that sentence k speaks of nobody but p.
func (d *doc) toldAlone(k, p int) bool {
	return !slices.ContainsFunc(d.sentencePersons(k), func(q int) bool { return q != p })
}

// openedTalks are both sides of talks that one of them opens or presides over, the other being the visitor: "B mở đầu
// cuộc hội đàm bằng lời cảm ơn".
func (f *nounFrame) openedTalks() (left, right []int) {
	if f.noun.Flags.Has("weak") || f.noun.Event != "met" || !f.d.opensTalks(f.at-1) {
		return nil, nil
	}
	if left = f.owner(-1); len(left) != 1 || !f.d.toldAlone(f.k, left[0]) {
		return nil, nil
	}
	return left, f.d.visitorFor(left, f.k, f.c)
}

// listedBehind are the partners of several talks that a colon lists without a preposition: "có hai cuộc gặp tại
// Suva: A và B".
func (f *nounFrame) listedBehind() []int {
	d := f.d
	if e, ok := d.units[f.at].entry(lexicon.Noun); !ok || e.Form&lexicon.Plural == 0 {
		return nil
	}
	for i := f.at + 1; i+1 < f.s.to && i < f.at+9; i++ {
		if u := &d.units[i]; u.punct == ':' {
			n := d.units[i+1].actor
			if n < 0 || !d.actors[n].named || d.actors[n].from != i+1 || d.groupEnd(n) < f.s.to && d.predicate(d.groupEnd(n)) {
				return nil
			}
			return d.lineFrom(n, f.s)
		} else if u.actor >= 0 || u.punct != 0 && u.date < 0 || u.set.has(lexicon.Verb) {
			return nil
		}
	}
	return nil
}

// metOthers reports "At a meeting in Oslo, A and B met with C": whose sides the contact has, the verb of
// the subject behind it tells.
func (f *nounFrame) metOthers() bool {
	d := f.d
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		if a := &d.actors[n]; a.from < f.at || a.gov != lexicon.None || !a.subj {
			continue
		}
		i := d.groupEnd(n)
		m := d.firstAfter(i, lexicon.With, f.s)
		return m >= 0 && d.actors[m].from <= i+3 && d.isVerb(d.pastAdverb(i, f.s), "met")
	}
	return false
}
