package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// partners are the persons in the slots of the verb.
func (f *frame) partners() (ps []int) {
	if ps = f.relative(); len(ps) > 0 {
		return ps
	}
	if f.companion > 0 && f.verb.Slots.Has("with") {
		return f.d.group(f.companion - 1)
	}
	if f.verb.Slots.Has("obj") && f.objectNext() {
		return f.orOneOfThem(f.moreObjects(f.object()))
	}
	if f.verb.Slots.Has("with") {
		if ps = f.after(f.g.at, lexicon.With); len(ps) == 0 {
			ps = f.fronted(lexicon.With)
		}
		if len(ps) == 0 && !f.d.lex.Options.Infinitives {
			ps = f.sharers()
		}
	}
	if len(ps) == 0 && f.verb.Slots.Has("at") {
		ps = f.keepers()
	}
	if len(ps) == 0 && f.verb.Slots.Has("to") {
		ps = f.addressee()
	}
	if len(ps) == 0 && f.verb.Slots.Has("beside") {
		ps = f.nextTo()
	}
	if len(ps) == 0 && f.verb.Slots.Has("invited") && f.g.form&lexicon.Fut == 0 {
		ps = f.after(f.g.at, lexicon.Hosted)
	}
	if len(ps) == 0 && f.verb.Slots.Has("for") {
		ps = f.after(f.g.at, lexicon.For)
	}
	if len(ps) == 0 && f.verb.Slots.Has("of") {
		if ps = f.after(f.g.at, lexicon.Of); len(ps) > 0 {
			ps = f.d.hostsFrom(f.d.firstAfter(f.g.at, lexicon.Of, f.s))
		} else if f.verb.Flags.Has("host") {
			ps = f.listed() // "a reçu les lettres de trois ambassadeurs : A, B et C"
		}
	}
	if len(ps) == 0 && f.verb.Slots.Has("from") {
		ps = f.after(f.g.at, lexicon.From)
	}
	if len(ps) == 0 && f.verb.Slots.Has("by") { // "dự quốc yến do B chủ trì"
		ps = f.after(f.g.at, lexicon.By)
	}
	if len(ps) == 0 && f.verb.Slots.Has("obj") && !(f.g.refl && f.verb.Slots.Has("recip")) {
		ps = f.moreObjects(f.object())
	}
	if len(ps) == 0 && f.d.lex.Options.Tenseless && f.verb.Slots.Has("obj") {
		if n := f.d.firstAfter(f.g.at, lexicon.With, f.s); n >= 0 && f.d.adjuncts(f.g.at+1, f.d.actors[n].from-1) {
			ps = f.d.group(n) // "gặp gỡ hôm qua với B", where the verb may do without
		}
	}
	return f.orOneOfThem(ps)
}

// listed are the persons of "met three envoys in turn: A, B and C": a list that a
// colon opens, after a verb without another object.
func (f *frame) listed() []int {
	d := f.d
	for i := f.g.at + 1; i < f.s.to; i++ {
		u := &d.units[i]
		switch {
		case u.punct == ':' && d.beforeColon(i) < i && d.units[d.beforeColon(i)].set.has(lexicon.Support):
			return nil // "Tiếp đoàn có các đồng chí: A và B": those are the hosts
		case u.punct == ':':
			for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
				if a := &d.actors[n]; a.from > i && a.from <= i+3 && a.named {
					return d.row(n, f.s)
				}
			}
			return nil
		case u.actor >= 0 && d.actors[u.actor].named || u.punct == ';' || u.set.either(lexicon.That, lexicon.Who):
			return nil
		}
	}
	return nil
}

// lastBefore is the last actor of a sentence that ends before unit i, first-1 if there is none.
func (d *doc) lastBefore(i int, s sentence) int {
	n := s.actors[1] - 1
	for n >= s.actors[0] && d.actors[n].to > i {
		n--
	}
	return n
}

// endingAt is the actor that ends right before unit i, up to a comma.
func (f *frame) endingAt(i int) int {
	for k := i - 1; k >= f.s.from && k >= i-3; k-- {
		u := &f.d.units[k]
		if u.actor >= 0 {
			return u.actor
		}
		if u.punct != ',' && (u.known() || u.cap || u.kind != 0) { // "la délégation fournie que"
			return -1
		}
	}
	return -1
}

// after returns the persons of the first coordination with the given governor
// after unit v, before the clause ends.
func (f *frame) after(v int, gov lexicon.Class) []int {
	d := f.d
	pos := v + 1
	for n := f.s.actors[0]; n < f.s.actors[1]; n++ {
		a := &d.actors[n]
		if a.from <= v {
			continue
		}
		if gov == lexicon.None && a.owner && a.prev < 0 {
			pos = a.to // "met the president's envoy X"
			continue
		}
		if d.clauseEnds(pos, a.from) && !(a.gov == gov && (d.restricted(v, f.s) || gov == lexicon.With && pos == v+1 && d.aboutIt(pos, a.from) || gov == lexicon.By && d.besideThing(pos, a.from-1))) || gov == lexicon.With && (d.laterTalk(v+1, a.from) || f.ofTalk(v, a.from-2)) {
			return nil
		}
		if a.gov == gov && (gov == lexicon.With || gov == lexicon.To || gov == lexicon.By) && a.prev < 0 {
			if ps := d.inDelegation(n); len(ps) > 0 {
				return ps
			}
			return f.series(n)
		}
		if (a.gov == gov || gov == lexicon.None && a.from-1 == v && d.units[v].to-d.units[v].from > 1) && a.prev < 0 && (gov != lexicon.None || !d.startsClause(n, f.s) || d.units[v+1].punct == ',' && d.adjuncts(v+1, a.from)) { // see restricted for "que"
			if ps := d.inDelegation(n); len(ps) > 0 {
				return ps
			}
			return d.group(n)
		}
		if end := d.pastAsideWith(n, v+1, f.s); end > a.to && gov == lexicon.None {
			pos = end
			continue
		}
		if gov == lexicon.None && a.prev < 0 && a.gov != lexicon.In || gov == lexicon.With && a.gov == lexicon.Between && a.named && a.next < 0 && n+1 < f.s.actors[1] && d.actors[n+1].gov == gov && d.actors[n+1].from == a.to+1 {
			return nil // the object stands before any phrase; "nói cuộc điện đàm giữa A với B"
		}
		pos = a.to
	}
	return nil
}

// ofTalk reports talks at unit i that somebody asks for or that are a plan, behind a weak verb: whoever "with" tells of next is
// their partner, not one of the verb, "pressed for talks with X", "flew there to prepare a meeting with X".
func (f *frame) ofTalk(v, i int) bool {
	d := f.d
	if i <= v || f.verb == nil || f.verb.Event == "met" && !f.verb.Flags.Has("weak") || d.units[i].actor >= 0 || !d.isNoun(i, "met") {
		return false
	}
	for ; i > v && !d.plannedTalk(i) && (d.isNoun(i, "met") || d.units[i].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Adj)); i-- {
	}
	return i > v && (d.plannedTalk(i) || d.asks(i))
}

// laterTalk reports "ahead of X's talks" among units [from, to): who comes after them with "with"
// is the partner of those talks, not of the verb before.
func (d *doc) laterTalk(from, to int) bool {
	for i := from; i < to; i++ {
		if d.units[i].set.has(lexicon.Bound) && d.units[i].actor < 0 {
			return d.otherNoun(i+1, to)
		}
	}
	return false
}

// series is the group of actor n and those that go on after it: "với A ở
// Canberra, sau đó với B".
func (f *frame) series(n int) (ps []int) {
	d := f.d
	ps = d.group(n)
	to := d.actors[d.lastOf(n)].to
	if ps == nil && d.actors[n].plural && to < f.s.to && d.units[to].punct == ':' {
		return f.told(n)
	}
	for m := d.lastOf(n) + 1; m < f.s.actors[1]; m++ {
		a := &d.actors[m]
		row := a.gov == d.actors[n].gov && (d.nextInRow(to, m, f.s) || d.occasionBefore(to, a.from-1)) || d.goesOnLater(m, f.s)
		if to = d.pastWho(to, f.s); !row && (a.gov != d.actors[n].gov || a.prev >= 0 || a.from-to > 8 || !d.onlyJoins(to, a.from)) {
			break
		}
		ps = append(ps, d.group(m)...)
		to = d.actors[d.lastOf(m)].to
	}
	return ps
}

// told are the partners that a colon lists after a plural: "với hai người đồng cấp:
// hôm 5/3 với A, và hôm 6/3 với B".
func (f *frame) told(n int) (ps []int) {
	d := f.d
	to := d.groupEnd(n) + 1
	for m := n + 1; m < f.s.actors[1]; m++ {
		a := &d.actors[m]
		if a.gov == d.actors[n].gov && a.prev < 0 && d.verbless(to, a.from) {
			ps = append(ps, d.group(m)...)
			to = d.groupEnd(m)
		}
	}
	return ps
}

func (d *doc) lastOf(n int) int {
	g := d.groupOf(n)
	return g[len(g)-1]
}

// onlyJoins reports units that join the partners of one verb.
func (d *doc) onlyJoins(from, to int) bool {
	for i := from; i < to; i++ {
		if d.lex.Options.Tenseless && d.units[i].set.has(lexicon.Be) && i+2 == to && d.units[i+1].set.has(lexicon.With) {
			continue // "với A, và sau cùng là với B"
		}
		on := d.units[i].set.has(lexicon.Prep) && i+1 < to && d.units[i+1].date >= 0
		if u := &d.units[i]; u.set.has(lexicon.Not) || u.punct != ',' && u.punct != ';' && u.date < 0 && !on && !u.set.any(lexicon.Adverb, lexicon.In, lexicon.Place, lexicon.And, lexicon.After, lexicon.With, lexicon.Phone) && !(u.set.has(lexicon.To) && i == to-1) && !u.set.either(lexicon.DayPart, lexicon.Def) {
			return false
		}
	}
	return true
}

// startsClause reports a bare actor that is the subject of a verb of its own:
// "reçu à Paris, le ministre a déclaré".
func (d *doc) startsClause(n int, s sentence) bool {
	a := &d.actors[n]
	if later := d.units[a.from-1].set.has(lexicon.That); !a.subj || d.units[a.from-1].punct != ',' || later {
		return a.subj && later && d.predicateAfter(n, s) // "met on Monday, eight days after the ministers had signed"
	}
	i := a.to
	if i < s.to && d.units[i].punct == ',' {
		i++
	}
	if i < s.to && d.units[i].set.either(lexicon.To, lexicon.Who) {
		return false // "le premier ministre à se rendre", "reçu lundi au palais, A, qui a vu B"
	}
	for k := i; k < s.to && k < i+2; k++ {
		u := &d.units[k]
		if u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Refl, lexicon.Plan) {
			return true
		}
		if e, ok := u.entry(lexicon.Verb); ok && e.Form&(lexicon.Fin|lexicon.Fut) != 0 {
			return true
		}
		if u.kind == 0 && !u.known() && !u.cap && k == i {
			return true // an unknown verb
		}
	}
	return false
}

// clauseEnds reports a clause boundary among units [from, to).
func (d *doc) clauseEnds(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.punct == ';' || u.punct == ':':
			return true
		case u.actor >= 0 || u.date >= 0:
		case u.set.has(lexicon.Since) && d.verbless(i+1, to): // "for the first time since the war"
		case u.set.any(lexicon.Who, lexicon.That, lexicon.HaveFut, lexicon.BeFut):
			return true
		case u.set.either(lexicon.Have, lexicon.Be) && !u.set.either(lexicon.To, lexicon.Of) && !d.lostAccent(i):
			return true
		case u.set.has(lexicon.Verb) && governor(u) == lexicon.None && !d.afterDeterminer(i) && !d.insidePhrase(i) && !d.endsPhrase(i):
			if e, _ := u.entry(lexicon.Verb); e.Form&lexicon.Fin != 0 && e.Form&lexicon.PP == 0 && !u.set.has(lexicon.Noun) {
				return true
			}
		}
	}
	return false
}

// subject returns the persons of the subject of the verb group.
func (f *frame) subject() []int {
	if n := f.d.wordsOf(f.g.from, f.s); n >= 0 {
		return f.d.group(n)
	}
	n := f.subjectActor()
	if m := f.dative(); n < 0 && m >= 0 && f.g.done {
		return f.d.actors[m].persons // "le dîner lui a permis de rencontrer B"
	}
	if ps := f.whoNeeded(); len(ps) > 0 {
		return ps
	}
	if m := f.endingAt(f.g.from); f.g.passiveBy && f.before > 0 && m >= 0 && f.d.actors[m].gov == lexicon.None && f.d.actors[m].to == f.g.from && (n < 0 || n >= m || !f.d.verbless(f.d.actors[n].to, f.d.actors[m].from)) {
		return f.d.group(m) // "kể chuyện vị khách được A tiếp": he, whoever tells it; not "C, trợ lý của B được A tiếp"
	}
	if n < 0 {
		n = f.behind()
	}
	if m := f.behindPartner(); n < 0 && m >= 0 {
		return f.d.row(m, f.s)
	}
	if n < 0 {
		if ps := f.d.amongTalks(f.g.at, f.s); len(ps) > 0 {
			return ps
		}
		if ps := f.quoted(); len(ps) > 0 {
			return ps
		}
		return f.inherited()
	}
	return f.d.group(n)
}

// behind is the subject right after a verb of what its subjects do together: "Autour de la
// table avaient pris place A et B"; -1 if it is one person, or none.
func (f *frame) behind() int {
	if f.verb == nil || !f.verb.Slots.Has("recip") || f.g.passive() || f.g.from == f.s.from || f.g.form&(lexicon.Fin|lexicon.PP) == 0 || f.g.bare {
		return -1
	}
	if n := f.rightBehind(); n >= 0 && f.d.groupSize(n) > 1 {
		return n
	}
	return -1
}

// rightBehind is the first actor of a coordination right after the verb, or after days and
// adverbs; -1 if it has a preposition, or something else stands there.
func (f *frame) rightBehind() int {
	i := f.g.at + 1
	for i < f.s.to && (f.d.units[i].date >= 0 || f.d.units[i].set.has(lexicon.Adverb) && f.d.units[i].actor < 0) {
		i++
	}
	if i = f.d.pastSide(f.d.pastInsertion(i, f.s), f.s); i >= f.s.to || f.d.units[i].actor < 0 {
		return -1
	}
	if n := f.d.units[i].actor; f.d.actors[n].from == i && f.d.actors[n].gov == lexicon.None && f.d.actors[n].prev < 0 {
		return n
	}
	return -1
}

// pastSide is the one named right after words from unit i on that tell for whom he acts: "que paraphait pour le
// Togo le ministre X"; i if there are no such words.
func (d *doc) pastSide(i int, s sentence) int {
	for j := i + 1; j < s.to && j < i+6 && d.units[i].set.has(lexicon.Behalf); j++ {
		if n := d.units[j].actor; n >= 0 {
			if d.actors[n].named && d.actors[n].from == j && d.behalf(i, j) {
				return j
			}
			return i
		}
	}
	return i
}

// pastInsertion is the unit after a short phrase between commas at unit i: ", en 2011,".
func (d *doc) pastInsertion(i int, s sentence) int {
	if i >= s.to || d.units[i].punct != ',' {
		return i
	}
	for j := i + 1; j < s.to && j < i+5 && d.units[j].actor < 0 && !d.units[j].set.has(lexicon.Verb); j++ {
		if d.units[j].punct == ',' {
			return j + 1
		}
	}
	return i
}

// given reports that whoever ends before unit i was given the chance of what the verb
// tells: "un tête-à-tête a donné à A l'occasion de parler avec B".
func (f *frame) given(i int) bool {
	chance := false
	if i < f.g.at && f.d.units[i].punct == ',' {
		i++
	}
	for ; i < f.g.at; i++ {
		u := &f.d.units[i]
		if u.actor >= 0 || u.punct != 0 {
			return false
		}
		e, ok := u.entry(lexicon.Done)
		chance = chance || ok && e.Index == 4
	}
	return chance
}

// whoAtIt reports somebody named between the word for an occasion and the verb at unit i, in a
// language that tells of it so: "X tại sự kiện Y đón Z" is about Y.
func (d *doc) whoAtIt(a *actor, i int, s sentence) bool {
	if !a.named || a.gov != lexicon.None || a.to != i || a.from <= s.from+1 {
		return false
	}
	j := a.from - 1
	for j > s.from && j > a.from-4 && d.units[j].kind == text.Word && !d.units[j].cap && d.units[j].actor < 0 && (!d.units[j].known() || d.units[j].set.either(lexicon.Noun, lexicon.Thing)) {
		j--
	}
	return j < a.from-1 && d.units[j].set.has(lexicon.In) && d.units[j].actor < 0
}

// subjectActor is who subjectOf finds: once for each reading of the verb group, many rules ask.
func (f *frame) subjectActor() int {
	if r := (reading{f.g, f.before, f.companion, f.fallen}); !f.sought || f.soughtAs != r {
		f.sought, f.soughtAs, f.found = true, r, f.subjectOf()
	}
	return f.found
}

// whoBefore is the relative pronoun before the verb, behind which nothing stands but when and where: "who later met", "who in
// the afternoon met"; -1 for none.
func (f *frame) whoBefore() int {
	const near = 8
	for i := f.g.from - 1; i > f.s.from && i > f.g.from-near; i-- {
		switch u := &f.d.units[i]; {
		case u.set.has(lexicon.Who):
			if f.d.adjuncts(i+1, f.g.from) {
				return i
			}
			return -1
		case u.actor >= 0 || u.punct == ';' || u.punct == ':':
			return -1
		}
	}
	return -1
}

// subjectOf finds the actor that is the subject of the group: the
// antecedent of a relative pronoun, else the nearest bare actor before it that
// stands where a subject can, else, for a participle, the subject after it.
func (f *frame) subjectOf() int {
	d := f.d
	if f.fallen > 0 {
		return f.fallen - 1
	}
	if i := f.whoBefore(); i > f.s.from {
		if n := f.antecedentAt(i); n >= 0 {
			return n
		}
		return f.subjectBehind() // "Among those who received him was X"
	}
	if i := f.oneWho(); i >= 0 {
		if m := f.endingAt(i); m >= 0 {
			return m
		}
		return f.copulaSubject()
	}
	if f.g.bare || f.g.form&lexicon.Ger != 0 {
		if m := f.endingAt(f.g.from); m >= 0 && (f.g.form&lexicon.Ger == 0 || f.shown(m)) {
			return m
		}
		if f.opening() {
			if n := f.subjectBehind(); n >= 0 {
				return n
			}
			return f.subjectAfter()
		}
	}
	if n := f.speaker(); n >= 0 {
		return n
	}
	if n := f.invertedSubject(); n >= 0 {
		return n
	}
	if n := f.copulaSubject(); n >= 0 && d.units[max(f.g.from-1, 0)].punct == ';' {
		return n // "A đi dạo; bước bên ông là B"
	}
	for n := f.s.actors[1] - 1; n >= f.s.actors[0]; n-- {
		a := &d.actors[n]
		if d.whoAtIt(a, f.g.from, f.s) {
			return n
		}
		if a.to > f.g.from || a.gov != lexicon.None || !a.subj {
			continue
		}
		if d.hidden(n, f.g.from) || d.doneTo(n, f.s) {
			continue
		}
		if d.lex.Options.Infinitives && d.whoNobody(a.to, f.g.from) || f.saidOfOthers(a.to) {
			return -1
		}
		return n
	}
	if n := max(f.copulaSubject(), f.firstWas()); n >= 0 {
		return n
	}
	if n := d.agentBefore(f.g.from, f.s); n >= 0 {
		return n
	}
	if f.g.done && f.g.form&lexicon.Inf != 0 && f.opening() {
		if n := f.subjectBehind(); n >= 0 {
			return n // "The first to receive him was X"
		}
	}
	if f.before > 0 || f.g.from <= f.s.from+1 || f.opening() || f.g.after || d.lex.Options.Bare && f.nobodyBefore() {
		return f.subjectAfter()
	}
	return -1
}
