package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// serial makes a verb planned that goes on after "and" or a comma where the
// verb before it was: "sẽ thăm A và gặp B".
func (f *frame) serial() {
	d, i := f.d, f.g.from-1
	if f.g.after {
		return // see afterPlan
	}
	for i >= f.s.from && (d.units[i].set.has(lexicon.Adverb) || d.units[i].date >= 0) {
		i--
	}
	if !f.g.have && d.wayPlanned(f.g.from, f.s) {
		f.g.plan = true
		return
	}
	if f.g.have || i < f.s.from || d.units[i].actor >= 0 || d.units[i].punct != ',' && !d.units[i].set.has(lexicon.And) && !d.goal(i, f.s) {
		return
	}
	closes := d.units[i].punct == ',' && f.g.form&lexicon.Inf == 0
	for ; i >= f.s.from; i-- {
		u := &d.units[i]
		if u.punct == ';' || u.punct == ':' || u.actor >= 0 && d.actors[u.actor].subj || u.set.has(lexicon.Have) {
			return
		}
		if u.actor < 0 && !d.plannedTalk(i) && (u.set.either(lexicon.HaveFut, lexicon.Plan) || d.asks(i) && !d.waitsFor(i)) {
			f.g.plan = !(closes && d.inAside(i, f.s)) && !f.pastAmid(i)
			return
		}
	}
}

// pastAmid reports a verb of the past behind an infinitive that the word of plan at unit i governs: "refused to step down
// and met B".
func (f *frame) pastAmid(i int) bool {
	u := &f.d.units[i]
	return f.d.lex.Options.Infinitives && !u.set.has(lexicon.HaveFut) && f.d.endsWith(u, lexicon.To) && !f.d.units[i+1].set.has(lexicon.Be) && f.g.form&lexicon.Fin != 0 && f.g.form&(lexicon.Inf|lexicon.Pres) == 0 && !f.d.agentFollows(f.g.at, f.s)
}

// inAside reports a clause about somebody or something around unit i: "A, who will be in Rome, met B", "A, expected in Rome, met B"
// tell of no plan to meet.
func (d *doc) inAside(i int, s sentence) bool {
	if d.units[i].set.has(lexicon.Plan) && i > s.from && d.units[i-1].punct == ',' {
		return true
	}
	for ; i > s.from && d.units[i].punct == 0; i-- {
		if u := &d.units[i]; u.actor < 0 && u.set.either(lexicon.Who, lexicon.That) {
			return true
		}
	}
	return false
}

// goal reports the place after a verb of motion that another verb follows: "sẽ
// tới Pháp hội đàm".
func (d *doc) goal(i int, s sentence) bool {
	if !d.units[i].set.either(lexicon.Place, lexicon.Country) || d.units[i].name >= 0 {
		return false
	}
	for i--; i >= s.from && d.units[i].set.any(lexicon.In, lexicon.Place, lexicon.Country, lexicon.Namesake) && !d.units[i].set.has(lexicon.Verb); i-- {
	}
	return i >= s.from && d.units[i].set.has(lexicon.Verb) && d.units[i].actor < 0
}

// askedBetween reports a verb of asking between the subject and the verb: "A kêu
// gọi B gặp C".
func (f *frame) askedBetween(from int) bool {
	if !f.d.lex.Options.AgentFirst {
		return false
	}
	for i := f.g.from - 1; i >= from; i-- {
		if f.d.units[i].punct == ';' {
			return false
		}
		if f.d.units[i].actor < 0 && f.d.asks(i) {
			return !(f.d.units[f.g.from-1].set.has(lexicon.And) && f.d.waitsFor(i))
		}
	}
	return false
}

// signsOnly reports a verb of signing in a form that can tell what somebody only wishes.
func (f *frame) signsOnly() bool {
	return f.verb != nil && f.verb.Event == "signed" && !f.g.aux && (f.g.form&lexicon.Inf != 0 || f.d.lex.Options.Gendered && f.g.form&lexicon.Fin != 0 && f.g.form&lexicon.PP == 0)
}

// wishedBefore reports a verb of wishing whose object clause begins at unit i, behind those to whom it is said and the day.
func (f *frame) wishedBefore(i int) bool {
	for i--; i > f.s.from; i-- {
		u := &f.d.units[i]
		if u.actor < 0 && (f.d.asks(i) || f.d.wants(i)) {
			return true
		}
		if u.actor < 0 && u.date < 0 && governor(u) == lexicon.None && u.punct != ',' {
			return false
		}
	}
	return false
}

// partFrom is the first unit of the part of the sentence that unit i is in: semicolons end parts.
func (f *frame) partFrom(i int) int {
	for i = min(i, f.g.from-1); i >= f.s.from; i-- {
		if f.d.units[i].punct == ';' {
			return i + 1
		}
	}
	return f.s.from
}

// aboutPaper reports at unit i the word that opens a clause in the past about a document: a plan before it is one of
// something else, "Prices will fall under the accord that A and B signed".
func (f *frame) aboutPaper(i int) bool {
	if i <= f.s.from || !f.d.units[i].set.has(lexicon.That) || f.g.form&lexicon.Inf != 0 {
		return false
	}
	for j := i - 1; j > f.s.from && j > i-5 && f.d.units[j].punct == 0 && f.d.units[j].actor < 0; j-- {
		if f.isDoc(j) {
			return true
		}
	}
	return false
}

// asked makes an action planned whose subject somebody asks to do it.
func (f *frame) asked() {
	n := f.subjectActor()
	if n < 0 {
		return
	}
	i := f.d.actors[f.d.groupOf(n)[0]].from - 1
	if f.d.actors[n].to > f.g.from {
		return
	}
	if i >= f.s.from && (f.d.asks(i) || f.d.units[i].set.has(lexicon.Plan)) || !f.g.have && f.askedBetween(f.d.actors[n].to) {
		f.g.plan = true
	}
	bare := f.g.form&lexicon.Inf != 0 && f.g.at == f.g.from
	if i > f.s.from && f.d.units[i].set.has(lexicon.That) && (bare && (f.d.asks(i-1) || f.d.wants(i-1)) || f.signsOnly() && f.wishedBefore(i)) {
		f.g.plan = true // "suggested that A meet B", "a proposé à Z que A et B signent"
	}
	if f.aboutPaper(i) || !f.d.lex.Options.Tenseless && (f.g.form&lexicon.Fin != 0 || f.g.aux) {
		return // "On his way to Rome A met B"
	}
	start := f.partFrom(i)
	for j := start; j <= i && j < start+6; j++ { // "Theo kế hoạch, A gặp B"
		if m := f.d.units[j].actor; m >= 0 && f.d.actors[m].subj {
			break // "X will be in Paris, days after A met B"
		}
		if f.d.anyQuote(j) {
			break // "“Trade will grow”, A said as he met B"
		}
		if f.d.lex.Options.Gendered && !f.d.verbless(j, i) {
			break // "le coup de fil attendu a eu lieu : A a appelé B"
		}
		if f.d.units[j].set.has(lexicon.Plan) && f.d.units[j].actor < 0 && !f.d.plannedTalk(j) && !f.d.reported(j, f.s) {
			f.g.plan = true
		}
	}
}

// occursLater reports a verb that opens its sentence as a noun, of a contact that is still to take place: "Trao đổi
// với B sẽ diễn ra ngày mai".
func (f *frame) occursLater() bool {
	d := f.d
	if f.g.from != d.afterDateline(f.s) {
		return false
	}
	for i := f.g.at + 1; i+1 < f.s.to; i++ {
		if d.units[i].actor < 0 && d.units[i].set.either(lexicon.HaveFut, lexicon.Plan) && d.verbsOf(i+1).Has("occurs") {
			return true
		}
	}
	return false
}

// lengthMeant reports a word of plans at unit i for how long something was to last, not for whether it would
// take place: "dự kiến 45 phút, kéo dài hơn một giờ".
func (d *doc) lengthMeant(i int) bool {
	if i+1 >= len(d.units) || !d.units[i].set.has(lexicon.Plan) || !d.lex.Options.Bare {
		return false
	}
	e, ok := d.units[i+1].entry(lexicon.Noun)
	if !ok && (d.units[i+1].kind == text.Number || d.units[i+1].set.has(lexicon.Numeral)) && i+2 < len(d.units) {
		e, ok = d.units[i+2].entry(lexicon.Noun)
	}
	return ok && d.lex.Nouns[e.Index].Event == "time"
}

// waitsFor reports a verb of waiting with somebody as its object at unit i: what goes on behind "and" is done, not
// waited for. "chờ ông dưới chân máy bay và khoác vai ông".
func (d *doc) waitsFor(i int) bool {
	n := -1
	if i+1 < len(d.units) {
		n = d.units[i+1].actor
	}
	return n >= 0 && (d.actors[n].named || d.actors[n].pron != lexicon.None) && d.verbsOf(i).Has("waits")
}

// asks reports a verb whose object clause is no fact: "đề nghị hai bên gặp".
func (d *doc) asks(i int) bool {
	if d.isPaper(i) && i+1 < len(d.units) && d.units[i+1].set.has(lexicon.Passive) {
		return false // "Thỏa thuận được họ ký"
	}
	for _, e := range d.units[i].entries {
		if e.Class == lexicon.Verb && d.lex.Verbs[e.Index].Flags.Has("asks") {
			return true
		}
	}
	return false
}

// wants reports a verb whose object is no fact: "urged talks between A and B".
func (d *doc) wants(i int) bool {
	return d.units[i].actor < 0 && d.verbsOf(i).Has("wants")
}
