package extract

import (
	"slices"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/weigh"
)

// scene is a sentence as it is for all of whom it may tell.
type scene struct {
	set    bool
	k      int
	row    weigh.Row // of the sentence and its neighbours
	spots  []spot    // of its phrases
	means  []meaning // of all persons
	phrase []int     // of all persons: the first phrase that stands for them, -1 for none
	verbs  []uint8   // of its units, see verbForm.kind; 0 for no verb
	ways   []uint8   // of its units, see verbGroup.way; 0 for no verb
	meets  []uint8   // of its units, see contactKind
	quoted []bool    // of its units
	states []stated
	terms  []term
}

// stated is a state that a sentence names or whose adjective it has.
type stated struct {
	code  string
	actor int // -1: outside the phrases for persons
}

// spot is where a phrase stands; meaning how a sentence means a person, who need not stand there.
type (
	spot    [len(spotNames)]uint8
	meaning [len(meaningNames)]uint8
)

var (
	spotNames = [...]string{
		"governed", "subject", "named", "embedded", "topic", "owner", "former", "delegation", "plural",
		"group", "persons", "units before", "units after",
		"verb after", "verb before", "way after", "way before", "contact after", "contact before", "to contact after", "to contact before",
		"letter", "next phrase", "next named", "quoted",
	}
	meaningNames   = [...]string{"meant by", "others meant", "named before", "sentences back", "sentences on", "rank", "sentences", "state told", "no state", "in the last", "in the next"}
	neighbourSigns = [...]sign{signHeld, signNoun, signKnown, signVerb, signPlan, signOpen, signThey, signBoth, signVisit, signSay, signQuote}
	sceneNames     = prefixed("sentence ", signNames[:])
	statuses       = [...]graph.Status{graph.Held, graph.Planned, graph.Cancelled}
	verbEvents     = [...]string{"met", "say", "letter", "signed", "led", "visit", "attend", "shared"}
)

// within is n as a count of at most most.
func within(n, most int) uint8 { return uint8(max(min(n, most), 0)) }

// stage puts the i-th sentence of the zone on stage.
func (w *weigher) stage(i int) {
	for len(w.scenes) < len(w.sents) {
		w.scenes = append(w.scenes, scene{})
	}
	c := &w.scenes[i]
	w.scene = c
	if c.set {
		return
	}
	c.set, c.k = true, w.sents[i]
	c.readWords(w.d)
	c.readTerms(w.d)
	w.readPhrases(c)
	c.means = slices.Grow(c.means[:0], len(w.d.persons))[:len(w.d.persons)]
	for _, p := range w.here {
		c.means[p] = w.meaning(p, i)
	}
	w.row = w.row[:0]
	w.setting(i)
	c.row = append(c.row[:0], w.row...)
}

// readWords reads the units of the sentence.
func (c *scene) readWords(d *doc) {
	s := d.sents[c.k]
	c.verbs, c.ways, c.meets, c.quoted, c.states = c.verbs[:0], c.ways[:0], c.meets[:0], c.quoted[:0], c.states[:0]
	quoted := false
	for i := s.from; i < s.to; i++ {
		u, kind, way, meets := &d.units[i], uint8(0), uint8(0), uint8(0)
		if u.set.either(lexicon.Verb, lexicon.Noun) {
			meets = d.contactKind(i)
			if v, ok := d.verbAt(i); ok {
				kind, way = v.kind(), d.verbGroup(i, v.form, s).way()
			}
		}
		c.verbs, c.ways, c.meets = append(c.verbs, kind), append(c.ways, way), append(c.meets, meets)
		quoted = d.quotes(i, quoted)
		c.quoted = append(c.quoted, quoted)
		if u.set.meets(tellsState) {
			if code := d.stateOrCountry(i); code != "" {
				c.states = append(c.states, stated{code, u.actor})
			}
		}
	}
}

// tellsState are the classes of what a state is told by.
var tellsState = classes(lexicon.Country, lexicon.Adj, lexicon.Place, lexicon.Seat)

// quotes reports whether unit i stands in a quotation, given whether the one before does.
func (d *doc) quotes(i int, quoted bool) bool {
	if !d.units[i].mayQuote() {
		return quoted
	}
	switch d.textOf(i, i+1) {
	case `"`:
		return !quoted
	case "«", "“":
		return true
	case "»", "”":
		return false
	}
	return quoted
}

// readPhrases reads its phrases for persons.
func (w *weigher) readPhrases(c *scene) {
	d, actors := w.d, w.d.sents[c.k].actors
	c.spots, c.phrase = c.spots[:0], slices.Grow(c.phrase[:0], len(d.persons))[:len(d.persons)]
	for p := range c.phrase {
		c.phrase[p] = -1
	}
	for n := actors[0]; n < actors[1]; n++ {
		c.spots = append(c.spots, d.spot(n, c))
		for _, p := range d.actors[n].persons {
			if c.phrase[p] < 0 {
				c.phrase[p] = n
			}
		}
	}
}

// verbAt is the reading of the verb at unit i that tells most, outside the phrases for persons: of contact
// for sure, of another event, of contact perhaps.
func (d *doc) verbAt(i int) (best verbForm, ok bool) {
	if d.units[i].actor >= 0 {
		return best, false
	}
	most := 0
	for _, v := range d.verbsOf(i) {
		tells := 1
		switch {
		case v.verb.Event == "met" && !v.verb.Flags.Has("weak"):
			tells = 5
		case v.verb.Event == "met":
			tells = 3
		case v.verb.Event == "attend" || v.verb.Event == "shared":
			tells = 2
		case slices.Contains(verbEvents[:], v.verb.Event):
			tells = 4
		}
		if tells > most {
			most, best = tells, v
		}
	}
	return best, most > 0
}

// kind is what the verb tells: one number for each event, others if the verb is not finite.
func (v *verbForm) kind() uint8 {
	n := 2 + slices.Index(verbEvents[:], v.verb.Event)
	switch {
	case v.verb.Flags.Has("trip"):
		n = 3 + len(verbEvents)
	case v.verb.Event == "met" && v.verb.Flags.Has("weak"):
		n = 2 + len(verbEvents)
	}
	if v.form&lexicon.Fin == 0 {
		n += 3 + len(verbEvents)
	}
	return uint8(n)
}

// way is how the verb tells it: 1 as not so, 2 as done, 3 as planned, 4 as cancelled; 4 more for the passive
// voice, 8 for a reflexive verb, 12 with a pronoun as object before it.
func (g verbGroup) way() uint8 {
	way := uint8(1)
	if st, ok := g.status(); ok {
		way = 2 + uint8(slices.Index(statuses[:], st))
	}
	switch {
	case g.be || g.passiveBy:
		way += 4
	case g.refl:
		way += 8
	case g.object || g.objects:
		way += 12
	}
	return way
}

// contactKind is what word of contact stands at unit i, 0 for none: from 1 on a noun, weak, plural, from 5 on a
// verb, weak, remote.
func (d *doc) contactKind(i int) uint8 {
	u := &d.units[i]
	if e, ok := u.entry(lexicon.Noun); ok && u.name < 0 && d.lex.Nouns[e.Index].Event == "met" {
		return uint8(1 + one(d.lex.Nouns[e.Index].Flags.Has("weak")) + 2*one(e.Form&lexicon.Plural != 0))
	}
	if u.actor >= 0 {
		return 0
	}
	for _, v := range d.verbsOf(i) {
		if v.verb.Event == "met" {
			return uint8(5 + one(v.verb.Flags.Has("weak")) + 2*one(v.verb.Flags.Has("remote")))
		}
	}
	return 0
}

// stateOrCountry is the state that the word at unit i names in any way, a place of it too.
func (d *doc) stateOrCountry(i int) string {
	if c := d.stateAt(i); c != "" {
		return c
	}
	return d.countryAt(i)
}

// spot is that of phrase n.
func (d *doc) spot(n int, c *scene) spot {
	a, s := &d.actors[n], d.sents[c.k]
	next, nextNamed := 20, false
	if n+1 < s.actors[1] {
		next, nextNamed = d.actors[n+1].from-a.to, d.actors[n+1].named
	}
	at, after := a.from-s.from, a.to-s.from
	verbAfter, _ := first(c.verbs[after:])
	verbBefore, _ := last(c.verbs[:at])
	wayAfter, _ := first(c.ways[after:])
	wayBefore, _ := last(c.ways[:at])
	metAfter, toAfter := first(c.meets[after:])
	metBefore, toBefore := last(c.meets[:at])
	return spot{
		uint8(1 + govPlace(a.gov)), flag(a.subj), flag(a.named), flag(d.embedded(a)), flag(a.topic), flag(a.owner), flag(a.former), flag(a.deleg), flag(a.plural),
		within(len(d.groupOf(n)), 5), within(len(a.persons), 5), within(at, 40), within(s.to-a.to, 40),
		verbAfter, verbBefore, wayAfter, wayBefore, metAfter, metBefore, toAfter, toBefore,
		flag(d.behindLetter(n)), within(next, 20), flag(nextNamed), flag(at < len(c.quoted) && c.quoted[at]),
	}
}

func flag(is bool) uint8 { return uint8(one(is)) }

// first is the first that is not 0, and how far from the beginning it stands, 1 for nearest; 0 for none.
func first(of []uint8) (x, at uint8) {
	for i, x := range of {
		if x != 0 {
			return x, within(i+1, 30)
		}
	}
	return 0, 0
}

// last is the last that is not 0, and how far from the end it stands, 1 for nearest; 0 for none.
func last(of []uint8) (x, at uint8) {
	for i, x := range slices.Backward(of) {
		if x != 0 {
			return x, within(len(of)-i, 30)
		}
	}
	return 0, 0
}

// meaning is that of the i-th sentence of the zone and a person.
func (w *weigher) meaning(p, i int) meaning {
	t, k, home := &w.traits[p], w.scene.k, w.homes[p]
	by := w.reference(p, k)
	told := 0
	for _, x := range w.scene.states {
		if x.code == home && (x.actor < 0 || !slices.Contains(w.d.actors[x.actor].persons, p)) {
			told = 1 + one(x.actor >= 0)
		}
	}
	near := func(i int) uint8 { return flag(i >= 0 && i < len(w.sents) && t.in(w.sents[i])) }
	return meaning{
		within(by.by, 3), within(by.others, 5), within(by.away, 9), t.near[k].back, t.near[k].on, within(t.rank, 9), within(len(t.sents), 9),
		within(told, 2), flag(home == ""), near(i - 1), near(i + 1),
	}
}

// setting: the i-th sentence of the zone and those beside it, whoever is asked about.
func (w *weigher) setting(i int) {
	d, k := w.d, w.sents[i]
	s := d.sents[k]
	w.put("sentences before", min(i, 20))
	w.put("sentences after", min(len(w.sents)-i, 20))
	w.put("persons", min(w.crowd[k], 9))
	w.put("length", min((s.to-s.from)/4, 30))
	w.flags(sceneNames, d.marks[k])
	w.neighbour("last ", i-1)
	w.neighbour("next ", i+1)
	open, plural := 0, 0
	for n := s.actors[0]; n < s.actors[1]; n++ {
		a := &d.actors[n]
		open += one(len(a.persons) == 0 && !a.plural)
		plural += one(a.plural)
	}
	w.put("open phrases", min(open, 5))
	w.put("plural phrases", min(plural, 5))
	var states []string
	for _, x := range w.scene.states {
		if !slices.Contains(states, x.code) {
			states = append(states, x.code)
		}
	}
	w.put("states", min(len(states), 5))
	dates, past, future := 0, 0, false
	for j := s.from; j < s.to; j++ {
		if n := d.units[j].date; n >= 0 {
			t := &d.dates[n]
			dates++
			past += one(t.y > 0 && t.y < d.pub.Year())
			future = future || t.relSet && t.rel > 0
		}
	}
	w.put("dates", min(dates, 3))
	w.put("years past", min(past, 3))
	w.flag("to come", future)
	verbs := 0
	for _, v := range w.scene.verbs {
		verbs += one(v > 0)
	}
	w.put("verbs", min(verbs, 8))
	w.put("item", int(d.items[s.item].kind))
	w.flag("opens an item", k == 0 || d.sents[k-1].item != s.item)
}

// neighbour: signs of another sentence of the zone, none beyond its ends.
func (w *weigher) neighbour(name string, i int) {
	var signs signSet
	persons := 0
	if i >= 0 && i < len(w.sents) {
		signs, persons = w.d.marks[w.sents[i]], w.crowd[w.sents[i]]
	}
	w.as(name)
	for _, s := range neighbourSigns {
		w.flag(signNames[s], signs.has(s))
	}
	w.put("persons", min(persons, 9))
	w.as("")
}
