package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// verbGroup is a verb with its auxiliaries, as far as the engine needs them.
type verbGroup struct {
	at, from  int // the verb, and the first unit of the group
	form      lexicon.Form
	aux       bool // some auxiliary stands before the verb
	be, have  bool
	refl      bool
	fut       bool
	plan      bool
	done      bool
	not       bool
	cancel    bool
	after     bool
	purpose   bool
	bare      bool // participle without auxiliary
	passiveBy bool // passive particle of its own (Vietnamese được)
	object    bool // an object pronoun stands before: "l'a reçu"
	objects   bool // the pronoun is plural: "les a reçus"
	goes      bool // a verb of motion: its auxiliary makes no passive
}

// verbGroup reads the group around the verb at unit v backwards.
func (d *doc) verbGroup(v int, form lexicon.Form, s sentence) verbGroup {
	if form&lexicon.PP != 0 && form&lexicon.Fin != 0 && (d.agentFollows(v, s) || v > s.from && d.isPaper(v-1) && d.isVerb(v, "signed") || d.paperBehind(v, s)) && !d.auxAt(v-1, s) {
		form &^= lexicon.Fin // "a pact signed by X", "the pact signed in May": what is both past and participle
	}
	if form&lexicon.Inf != 0 && v > s.from && d.units[v-1].set.has(lexicon.To) {
		form = lexicon.Inf
	}
	if form&lexicon.Fin != 0 && form&lexicon.PP == 0 && d.lex.Options.Gendered && v > s.from && d.units[v-1].set.has(lexicon.Be) && d.auxAt(v-1, s) {
		form = lexicon.PP // "a été paraphe": the accent is lost
	}
	g := verbGroup{at: v, from: v, form: form, plan: d.sharesPlan(v, form, s), not: d.sharesNot(v, form, s)}
	if form&lexicon.PP != 0 && d.beAfter(v, s) {
		g.form, g.aux, g.be = lexicon.PP, true, true
	}
	if form == lexicon.Inf && d.goneTo(v, s) {
		g.done = true
	}
	if form&lexicon.PP != 0 && form&lexicon.Fin == 0 && (d.sharesHave(v, s) || d.pointOfHave(v, s)) {
		g.aux, g.have = true, true
	}
	for i := v - 1; i >= s.from && i >= v-9; i-- {
		u := &d.units[i]
		switch {
		case u.date >= 0:
			if !g.auxBefore(d, i, s) {
				return g.finish()
			}
			continue
		case d.leadsToDay(i) && g.auxBefore(d, i, s): // "will on Monday meet X"
			continue
		case u.punct == ',' && g.auxBefore(d, d.asideBefore(i, s), s):
			i = d.asideBefore(i, s) // "n'a pu, faute de temps, voir B"
		case d.contrasted(i, s) && g.auxBefore(d, i, s):
			continue
		case u.name >= 0 || u.actor >= 0 && !d.pronounUnit(i):
			return g.finish()
		case u.set.has(lexicon.HaveFut):
			g.aux, g.have, g.fut = true, true, !d.retrospect(i)
		case u.set.has(lexicon.BeFut):
			g.aux, g.be, g.fut = true, true, true
		case u.set.has(lexicon.Be):
			g.aux, g.be = true, true
		case u.set.has(lexicon.Have) && !u.set.has(lexicon.To):
			g.aux, g.have = true, true
		case u.set.has(lexicon.Passive):
			g.aux, g.passiveBy, g.done = true, true, true
		case u.set.has(lexicon.Refl):
			g.refl = true
		case u.set.has(lexicon.Plan):
			g.plan = g.plan || !(d.lex.Options.Tenseless && g.have && d.units[i+1].punct == ',') // "theo kế hoạch, đã tiếp": it was
		case u.set.has(lexicon.Done), form&lexicon.Inf != 0 && d.verbsOf(i).Has("echo"): // "did see B"
			g.done = true
		case u.set.has(lexicon.And) && i > s.from && (d.units[i-1].set.has(lexicon.Adverb) || d.adverbLike(i-1, s)) && i < v-1: // "longuement et cordialement"
			continue
		case u.set.has(lexicon.Not):
			g.not = g.not || !d.denies(i, 2) || !d.restricted(v, s) && !d.expletive(i, s)
		case u.set.has(lexicon.Cancel):
			g.cancel = true
		case u.set.has(lexicon.After):
			g.after = true
			g.from = i
			if e, ok := u.entry(lexicon.After); ok && e.Index == 2 {
				g.plan = g.plan || d.announces(s)
			}
			return g.finish()
		case d.firstTo(i, form, s):
			g.done = !d.toBe(i, s)
			g.fut = !g.done
			g.from = i - 1
			return g.finish()
		case u.set.has(lexicon.For):
			g.purpose = true
			g.from = i
			continue
		case u.set.either(lexicon.Adverb, lexicon.Each):
			if i == v-1 || g.auxBefore(d, i, s) || g.aux {
				continue
			}
			return g.finish()
		case u.set.has(lexicon.Def) && !d.contracted(i) && (d.objectPronoun(i) || (g.at == i+1 || g.at == i+2 && d.elided(i+1)) && (form&lexicon.Fin != 0 || form&lexicon.Ger != 0 && i > s.from && d.units[i-1].set.has(lexicon.In) || form == lexicon.Inf && i > s.from && d.units[i-1].set.any(lexicon.To, lexicon.For, lexicon.Done))):
			g.object, g.objects = true, d.manyObjects(i)
		case d.adverbLike(i, s) && g.auxBefore(d, i, s):
			continue
		case d.aims(i) && d.goneTo(i, s):
			g.done, g.from = true, i
			return g.finish()
		case d.asks(i):
			g.plan = true
			return g.finish()
		case g.be && !g.have && !g.fut && !g.refl && u.set.has(lexicon.Of) && d.units[i+1].set.has(lexicon.Be):
			g.plan = true // "il attend d'être reçu"
			return g.finish()
		default:
			return g.finish()
		}
		g.from = i
	}
	return g.finish()
}

// asideBefore is the comma before a short aside without anybody that ends with the comma at
// unit i; i if there is none.
func (d *doc) asideBefore(i int, s sentence) int {
	for k := i - 1; k > s.from && k > i-7; k-- {
		u := &d.units[k]
		if u.punct == ',' {
			return k
		}
		if u.punct != 0 || u.actor >= 0 || u.set.any(lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That) {
			break
		}
	}
	return i
}

// contrasted reports a pronoun between commas that only sets the subject against another: "les
// deux firmes ont, elles, conclu".
func (d *doc) contrasted(i int, s sentence) bool {
	n := d.units[i].actor
	return n >= 0 && d.actors[n].pron != lexicon.None && i > s.from && i+1 < s.to && d.units[i-1].punct == ',' && d.units[i+1].punct == ','
}

// adverbLike allows "longuement", "," and other short insertions.
func (d *doc) adverbLike(i int, s sentence) bool {
	u := &d.units[i]
	if u.punct == ',' {
		return true
	}
	if u.kind != text.Word || u.known() || u.cap {
		return false
	}
	w := d.textOf(i, i+1)
	return slices.ContainsFunc(d.lex.AdverbSuffixes, func(x string) bool { return len(w) > len(x)+1 && strings.HasSuffix(w, x) })
}

// restricted reports "ne ... que X": nothing is denied of X.
func (d *doc) restricted(v int, s sentence) bool {
	if d.lex.Options.Infinitives {
		return false
	}
	for i := v + 1; i+1 < s.to && i < v+12; i++ {
		u := &d.units[i]
		if u.set.has(lexicon.Not) {
			return false
		}
		if !u.set.has(lexicon.That) {
			continue
		}
		if n := d.units[i+1].actor; n >= 0 {
			return d.actors[n].pron == lexicon.None
		} else if i < v+3 && d.units[i+1].set.any(lexicon.Def, lexicon.Indef, lexicon.Two, lexicon.Numeral) {
			return true // "n'a signé que le procès-verbal"
		} else if n := d.units[min(i+2, s.to-1)].actor; n >= 0 && d.units[i+1].set.either(lexicon.With, lexicon.By) && d.actors[n].from == i+2 {
			return d.actors[n].pron == lexicon.None // "n'a été reçu que par A"
		}
	}
	return false
}

func (d *doc) pronounUnit(i int) bool {
	a := d.units[i].actor
	return a >= 0 && d.actors[a].pron != lexicon.None && d.units[i].set.has(lexicon.Adverb)
}

func (d *doc) objectPronoun(i int) bool {
	if d.units[i+1].set.has(lexicon.Adverb) && i+2 < len(d.units) {
		i++ // "l'y a reçu"
	}
	return d.units[i+1].set.has(lexicon.Have)
}

// announces reports a sentence with a verb of plan or future, or with none that
// tells of the past: what comes "before" something in it is still to come too.
func (d *doc) announces(s sentence) bool {
	told := false
	for i := s.from; i < s.to; i++ {
		u := &d.units[i]
		e, ok := u.entry(lexicon.Verb)
		if d.reported(i, s) || d.plannedTalk(i) {
			continue
		}
		if u.actor < 0 && (u.set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan) || ok && e.Form&lexicon.Fut != 0 && e.Form&lexicon.Fin == 0) {
			return true
		}
		told = told || u.actor < 0 && (u.set.either(lexicon.Have, lexicon.Support) && !u.set.has(lexicon.To) || u.set.has(lexicon.Be) && !(i > s.from && d.units[i-1].set.has(lexicon.After)) || ok && e.Form&lexicon.Fin != 0)
	}
	return !told
}

func (g verbGroup) finish() verbGroup {
	g.bare = !g.aux && g.form&lexicon.PP != 0 && g.form&lexicon.Fin == 0
	return g
}

// passive reports whether the subject is the patient.
func (g *verbGroup) passive() bool {
	if g.passiveBy {
		return true
	}
	return g.form&lexicon.PP != 0 && !g.refl && !g.goes && (g.be || g.bare)
}

// status tells whether the group states that its action took place.
func (g *verbGroup) status() (graph.Status, bool) {
	switch {
	case g.not:
		return "", false
	case g.cancel:
		return graph.Cancelled, true
	case g.plan || g.fut || g.form&lexicon.Fut != 0 && g.form&lexicon.Fin == 0:
		return graph.Planned, true
	case g.form&(lexicon.Fin|lexicon.PP|lexicon.Ger) != 0 && !(g.form&lexicon.Inf != 0 && g.purpose):
		return graph.Held, true
	case g.done || g.after || g.have:
		return graph.Held, true
	}
	return graph.Planned, true
}

// status looks at the words around the noun: "aura un entretien", "un
// entretien est prévu", "l'entretien annulé".
func (f *nounFrame) status() (graph.Status, bool) {
	st := graph.Held
	if f.d.inBack(f.at) >= 0 && f.d.heldByThem(f.at, f.s) {
		return st, true // "agreed to go on with the talks they held in May"
	}
	for i := f.at - 1; i > f.s.from && f.d.units[i].punct != ';'; i-- {
		if f.d.deniedThat(i, f.s) {
			return st, false // "denied that a meeting with B was being prepared"
		}
	}
	if f.d.units[f.at].set.has(lexicon.Plan) { // "for talks"
		return st, f.there() || f.d.goneTo(f.at, f.s)
	}
	meanwhile, atIt := false, false // what is told before was uttered at the contact
	for i := f.at - 1; i >= f.s.from && i >= f.at-14; i-- {
		u := &f.d.units[i]
		if u.punct == ';' || u.punct == ':' || u.set.either(lexicon.Who, lexicon.That) {
			if k := f.beforeAside(i); k >= 0 {
				i = k
				continue
			}
			switch e, ok := u.entry(lexicon.That); {
			case ok && e.Index == 3 && f.d.verbless(i+1, f.at):
				continue // "will answer after a talk with X"
			case ok && e.Index == 2 && f.d.lex.Options.Infinitives:
				return "", false // "If A held talks with B, nobody saw it"
			}
			if f.d.deniedThat(i, f.s) {
				return "", false
			}
			if u.set.has(lexicon.That) && i > f.s.from && f.d.units[i-1].set.has(lexicon.Plan) {
				return graph.Planned, true // "souhaite que les entretiens avec B ..."
			}
			if u.punct == ':' && f.d.wishedList(i, f.s, &st) {
				return st, st != ""
			}
			break
		}
		if f.heldMeanwhile(i) {
			break
		}
		if f.d.denies(i, 3) && u.actor < 0 && f.plainTo(i+1) {
			return st, false // "left without a meeting with X"
		}
		if e, ok := u.entry(lexicon.Bound); ok && e.Index > 1 { // "ahead of X's meeting with Y"
			return graph.Planned, true
		}
		if f.wayMade(i) { // "flew to Paris to hold talks with X"
			return graph.Held, true
		}
		if atIt && f.d.reported(i, f.s) {
			break
		}
		if !(f.d.plannedTalk(i) && !f.plainTo(i+1)) && !(atIt && f.d.otherThing(i, f.s)) && f.d.unrealised(i, &st) {
			return st, st != ""
		}
		atIt = atIt || f.atIt(i) || f.heldIn(i)
		meanwhile = meanwhile || f.atIt(i) || u.set.either(lexicon.Support, lexicon.Have) && u.actor < 0
		if d := f.d; ((d.asks(i) || d.wants(i)) && !atIt && !f.offersMeal(i) || d.lex.Options.Gendered && !meanwhile && d.wants(i)) && (!d.wants(i) || !d.units[f.at-1].set.any(lexicon.Def, lexicon.Poss, lexicon.Dem)) { // "agreed to talks with X"
			return graph.Planned, true
		}
		if e, ok := u.entry(lexicon.Verb); ok && u.actor < 0 && (e.Form&lexicon.Fin != 0 || u.set.has(lexicon.Support) && (f.d.subjectEnds(i, f.s) || f.d.pastJoined(i))) && governor(u) == lexicon.None && !f.d.afterDeterminer(i) { // not "lors de cette visite"
			forms := f.d.verbsOf(i).forms()
			if f.d.sharesPlan(i, forms, f.s) || f.d.wayAhead(i, f.s) {
				return graph.Planned, true // "will visit Rome and hold talks with"
			}
			if f.d.sharesNot(i, forms, f.s) {
				return "", false
			}
			for i--; i > f.s.from && (f.d.units[i].set.has(lexicon.Adverb) || f.d.units[i].date >= 0 || f.d.leadsToDay(i)); i-- {
			}
			if i >= f.s.from && f.d.unrealised(i, &st) { // "will on Monday hold", "did not hold"
				return st, st != ""
			}
			if i >= f.s.from && (!atIt || f.d.endsWith(&f.d.units[i], lexicon.To)) && f.d.asks(i) { // "agreed to hold", "declined to take part in"
				return graph.Planned, true
			}
			if f.supposed(i) {
				return "", false
			}
			if i > f.s.from && f.d.lex.Options.Infinitives && f.d.units[i].set.has(lexicon.To) && f.d.units[i].to-f.d.units[i].from == 1 {
				continue // "declined to take part in talks"
			}
			break
		}
	}
	if f.objectOfHeld() {
		return st, true
	}
	topic, main := false, f.mainBehind() // its relative clause has begun; what was done at it
	for i := f.at + 1; i < f.s.to && i <= f.at+24; i++ {
		i = f.d.pastWho(i, f.s) // what one of them will do some day
		u := &f.d.units[i]
		if i == f.at+1 && u.set.has(lexicon.Who) && i+1 < f.s.to && f.d.unrealised(i+1, &st) {
			return st, st != "" // "après un entretien qui durera une heure"
		}
		if k := f.behindSubject(i); k > i && f.d.unrealised(k, &st) && !f.calledOff(k) {
			return st, st != "" // "la rencontre que A et B pourraient avoir"
		}
		if u.set.either(lexicon.Who, lexicon.That) && f.topic() {
			topic = true
			continue
		}
		if f.saidOf(i) {
			continue
		}
		if f.d.fruitless(i, f.s) || u.actor < 0 && f.d.verbsOf(i).Has("begins") {
			break
		}
		if u.punct == ';' || u.set.either(lexicon.Who, lexicon.That) || u.set.has(lexicon.And) && i+1 < f.s.to && f.d.predicate(i+1) {
			if f.calledOff(i) {
				return graph.Cancelled, true
			}
			break
		}
		if !f.d.aimedAt(i, f.s) && !f.d.didThere(main, i) && !f.d.plannedTalk(i) && !(i > main && f.d.otherThing(i, f.s)) && f.d.unrealised(i, &st) {
			return st, st != ""
		}
		if e, ok := u.entry(lexicon.Verb); ok && u.actor < 0 && e.Form&lexicon.Fin != 0 && governor(u) == lexicon.None && !topic && !f.d.auxiliary(i, f.s) { // "phải hủy"
			break
		}
	}
	return st, true
}

// plainTo reports nothing but words of the noun phrase from unit i up to the noun.
func (f *nounFrame) plainTo(i int) bool {
	for ; i < f.at; i++ {
		if u := &f.d.units[i]; u.punct != 0 || u.actor >= 0 || u.set.any(lexicon.Verb, lexicon.That, lexicon.And) || governor(u) != lexicon.None {
			return false
		}
	}
	return true
}

// aimedAt reports the infinitive of a purpose at unit i, which tells nothing of whether what served it took place:
// "a profité d'un entretien avec B pour demander un prêt".
func (d *doc) aimedAt(i int, s sentence) bool {
	return i > s.from+1 && d.units[i-1].actor < 0 && d.units[i-1].set.has(lexicon.For)
}

// beforeAside is the comma before an aside that unit i is in and that ends before the
// noun: "il n'a pas été question, contrairement à ce qu'on lit, d'une rencontre"; -1 for none.
func (f *nounFrame) beforeAside(i int) int {
	if !f.d.lex.Options.LoosePhrases || !f.d.units[i].set.has(lexicon.That) {
		return -1
	}
	for k := i; k < f.at; k++ {
		if f.d.units[k].punct == ',' && k+1 < f.s.to && f.d.units[k+1].set.has(lexicon.Of) {
			for j := i; j > f.s.from && j > i-8; j-- {
				if f.d.units[j].punct == ',' {
					return j
				}
			}
		}
	}
	return -1
}

// topic reports a noun that begins its sentence: what is said of it comes after its
// relative clause, "Còn cuộc gặp với X mà báo chí nhắc tới thì chưa diễn ra".
func (f *nounFrame) topic() bool {
	return (f.at == f.s.from || f.at == f.s.from+1 && f.d.units[f.s.from].set.has(lexicon.That))
}

// there reports somebody who is where the contact is, or has come for it: "was in Damascus for talks", "stopped
// over for talks".
func (f *nounFrame) there() bool {
	for i := f.at - 1; i > f.s.from+1 && i > f.at-10; i-- {
		u := &f.d.units[i]
		if u.punct == ',' && f.d.units[i+1].set.has(lexicon.In) && f.d.units[i-1].actor >= 0 {
			return true // "A, in Damascus for talks with B, said"
		}
		if u.actor >= 0 || u.punct != 0 || u.set.any(lexicon.Verb, lexicon.That, lexicon.Plan, lexicon.And) {
			return false
		}
		if u.set.has(lexicon.In) && f.d.units[i-1].set.has(lexicon.Be) {
			return !f.d.units[i-2].set.any(lexicon.HaveFut, lexicon.Plan, lexicon.Not)
		}
	}
	return false
}

// predicate reports that a verb group starts at unit i: what "and" joins to the
// clause before is another one.
func (d *doc) predicate(i int) bool {
	u := &d.units[i]
	return u.actor < 0 && u.set.any(lexicon.Plan, lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut, lexicon.Verb)
}

var unreal = classes(lexicon.Cancel, lexicon.Plan, lexicon.HaveFut, lexicon.BeFut, lexicon.Not, lexicon.Verb)

// unrealised reports a word that makes an event planned, cancelled or denied
// (st empty).
func (d *doc) unrealised(i int, st *graph.Status) bool {
	u := &d.units[i]
	if !u.set.meets(unreal) || u.actor >= 0 && d.actors[u.actor].named {
		return false
	}
	e, isVerb := u.entry(lexicon.Verb)
	switch {
	case u.set.has(lexicon.Cancel):
		*st = graph.Cancelled
	case d.retrospect(i), d.lengthMeant(i):
		return false
	case u.set.any(lexicon.Plan, lexicon.HaveFut, lexicon.BeFut) || isVerb && e.Form&lexicon.Fut != 0 && e.Form&lexicon.Fin == 0:
		*st = graph.Planned
	case u.set.has(lexicon.Not) && !d.denies(i, 3) && !(i > 0 && d.units[i-1].set.either(lexicon.Indef, lexicon.Numeral)): // not "un pas en avant"
		*st = ""
	default:
		return false
	}
	return true
}

// realised reports that no word among units [from, to) makes an event planned, cancelled
// or denied.
func (d *doc) realised(from, to int) bool {
	var st graph.Status
	for i := from; i < to; i++ {
		if d.unrealised(i, &st) {
			return false
		}
	}
	return true
}

// denies reports a word of the given line of the negations, see words.txt.
func (d *doc) denies(i int, line int32) bool {
	e, ok := d.units[i].entry(lexicon.Not)
	return ok && e.Index == line
}
