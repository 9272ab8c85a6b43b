package extract

import (
	"slices"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// What contact or document is about stands between the word for it and the preposition of a partner: "a discuté de partage
// de données avec B", "signed an agreement on how its plutonium is to be checked with B". Its words mean much else elsewhere,
// and each reader has its own list of what it stops at. So they are told once to be a topic, before any verb is read: they
// lose what a reader would stop at.

// longestTopic is how many units a topic may have.
const longestTopic = 28

// setTopicsAside takes from the words of all topics what readers stop at.
func (d *doc) setTopicsAside() {
	for _, s := range d.sents {
		if s.actors[0] == s.actors[1] {
			continue
		}
		for i := s.from; i < s.to; i++ {
			if from := d.topicAfter(i, s); from > 0 {
				if w := (topic{d: d, s: s, at: i, from: from}); w.find() {
					d.makePlain(from, w.to)
					i = w.to
				}
			}
		}
	}
}

// topicAfter is where a topic of the word of contact or document at unit i can begin, 0 if it is no such word or none can.
func (d *doc) topicAfter(i int, s sentence) int {
	if u := &d.units[i]; u.actor >= 0 || u.name >= 0 || !u.set.either(lexicon.Verb, lexicon.Noun) {
		return 0
	}
	verb := d.meetsWith(i)
	if !verb && !d.hosted(i) && !d.isNoun(i, haveTopics...) {
		return 0
	}
	for j := i + 1; j < s.to-1 && j < i+8; j++ {
		u := &d.units[j]
		switch c := governor(u); {
		case verb && j == i+1 && u.actor < 0 && u.set.has(lexicon.That) && d.lex.Options.Premodifier:
			return j // "discussed what has been done with B"
		case verb && j == i+1 && u.actor >= 0 && !d.actors[u.actor].named && governor(u) != lexicon.None:
			return j // "a discuté des étudiants qui restent avec B"
		case j == i+1 && d.lex.Options.Tenseless && u.actor < 0 && u.set.has(lexicon.Verb) && d.isNoun(i, "doc"):
			return j // "Hiệp định tránh đánh thuế hai lần giữa A và B"
		case u.actor >= 0 || u.punct != 0 || u.set.meets(beyondTopic):
			return 0
		case u.date >= 0 || d.units[j+1].date >= 0:
		case c == lexicon.With || c == lexicon.By || c == lexicon.Between || c == lexicon.Beside:
			return 0
		case c != lexicon.None && c != lexicon.In:
			return j
		case verb && j == i+1 && c == lexicon.None && !u.set.has(lexicon.Adverb) && !u.cap:
			if d.isNoun(j, haveTopics...) {
				return 0 // "nhắc lại lần trao đổi với B"
			}
			return j
		}
	}
	return 0
}

// haveTopics are the events of nouns that tell what they are about.
var haveTopics = []string{"met", "doc", "session"}

// beyondTopic are classes of words after which no topic begins.
var beyondTopic = classes(lexicon.And, lexicon.Who, lexicon.That, lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Plan, lexicon.Cancel, lexicon.Not)

// meetsWith reports a verb of contact at unit i whose partner "with" leads in.
func (d *doc) meetsWith(i int) bool {
	return slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
		return v.verb.Event == "met" && v.verb.Slots.Has("with") && !(v.verb.Flags.Has("refl") && !d.reflexive(i))
	})
}

// reflexive reports a reflexive pronoun among the few units before the verb at unit i: "s'est longuement entretenu".
func (d *doc) reflexive(i int) bool {
	return slices.ContainsFunc(d.units[max(i-4, 0):i], func(u unit) bool { return u.set.has(lexicon.Refl) })
}

// hosted reports a participle at unit i, behind its auxiliary, that tells who was received, if only for talks on something: the
// topic ends where his host begins.
func (d *doc) hosted(i int) bool {
	if d.isNoun(i, "met") && i > 1 {
		i -= 1 + one(d.units[i-1].set.has(lexicon.For))
	}
	return i > 0 && d.units[i-1].set.either(lexicon.Be, lexicon.Passive) && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
		return v.verb.Event == "met" && v.verb.Slots.Has("obj") && v.form&lexicon.PP != 0
	})
}

// A topic is what the word at unit at is about, up to unit to, which leads in a partner.
type topic struct {
	d      *doc
	s      sentence
	at     int
	from   int
	to     int
	clause bool // a relative clause or a question has begun
	joined bool // "and" or a comma has joined something, that may be one more predicate
	talks  bool // another contact is told of
	had    bool // somebody had or held something
	later  bool // words for before or since when have come
}

// find reports that nothing but a topic stands between its first unit and a partner.
func (w *topic) find() bool {
	d, from := w.d, w.from
	for j := from; j < w.s.to-1 && j < from+longestTopic; j++ {
		u := &d.units[j]
		if n := u.actor; n >= 0 {
			if a := &d.actors[n]; w.leadsIn(a) {
				w.to = a.from - 1
				return w.to > from && !(w.talks && !w.clause && a.gov == lexicon.Between) && !w.itsOwn(w.to-1)
			} else if !w.holds(a) {
				return false
			}
			j = d.actors[n].to - 1
			continue
		}
		if u.date < 0 && w.stops(j) {
			return false
		}
	}
	return false
}

// leadsIn reports a partner of the contact, and nobody of whom the topic speaks.
func (w *topic) leadsIn(a *actor) bool {
	noun := w.d.isNoun(w.at, haveTopics...)
	return (a.gov == lexicon.With || noun && a.gov == lexicon.Between || a.gov == lexicon.By && w.d.hosted(w.at)) && a.prev < 0 && (a.named || !a.side && !a.plural && a.det != lexicon.Numeral && !a.role("states"))
}

// itsOwn reports a contact at unit i, right before a partner, of which the partner is: "held a round of talks with B". A
// comma before a partner tells of company.
func (w *topic) itsOwn(i int) bool {
	if n := w.d.units[i].actor; n >= 0 && w.d.actors[n].gov == lexicon.Of && w.d.actors[n].pron != lexicon.None {
		i = w.d.actors[n].from - 2 // "cuộc hội đàm của ông với B"
	}
	return w.d.units[i].punct != 0 || w.told(i) || w.d.isNoun(i, settings...) || w.d.units[i+1].set.has(lexicon.By) && w.participle(i) || w.d.isNoun(i, "met") && !w.d.isNoun(w.at, "doc")
}

// participle reports one at unit i that says what somebody did with the topic: "un dîner offert par B".
func (w *topic) participle(i int) bool {
	d := w.d
	return !w.clause && d.units[i].set.has(lexicon.Verb) && governor(&d.units[i-1]) == lexicon.None && !d.afterDeterminer(i)
}

// holds reports somebody who may stand in a topic: "la santé de C", "sur les espoirs qu'il charrie". Who has or pays what is
// a contact itself may be whom the next words mean: "la visite de C avec B".
func (w *topic) holds(a *actor) bool {
	switch {
	case (a.gov == lexicon.With || a.gov == lexicon.By || a.gov == lexicon.Between) && (a.named || a.pron != lexicon.None):
		return false
	case a.named:
		return (a.gov == lexicon.Of || a.gov == lexicon.Prep) && !w.talks
	}
	if a.gov == lexicon.None && a.pron != lexicon.None && !w.clause {
		w.clause = !w.joined && w.done() // "the mission they want"
		return w.clause
	}
	return a.gov != lexicon.None || w.clause || w.d.units[a.from-1].punct == 0
}

// stops reports a word at unit j that is of no topic, and takes note of what the others tell.
func (w *topic) stops(j int) bool {
	d, u := w.d, &w.d.units[j]
	if u.punct != 0 && u.punct != ',' && u.punct != '"' && u.punct != '\'' || u.kind == text.Break || u.name >= 0 && u.set.has(lexicon.Verb) {
		return true
	}
	switch {
	case (d.meetsWith(j) || d.isVerb(j, "signed")) && !w.asNoun(j) && !(j < w.at+3 && d.hosted(w.at)), d.isNoun(j, settings...) && governor(&d.units[w.from]) == lexicon.None:
		return true
	case u.set.has(lexicon.With) && d.units[j-1].punct != 0:
		return true
	}
	w.joined = w.joined || !w.clause && (u.punct == ',' || u.set.has(lexicon.And))
	w.talks, w.later = w.talks || w.told(j), w.later || u.set.has(lexicon.Bound)
	w.had = w.had || w.clause && !d.afterDeterminer(j) && (u.set.has(lexicon.Support) && !u.set.has(lexicon.Have) || u.set.has(lexicon.Have) && d.units[j+1].set.has(lexicon.With))
	if w.talks && (w.had || w.later) {
		return true // "the talks that his minister held with B", "ahead of X's talks with B"
	}
	switch {
	case u.set.any(lexicon.Who, lexicon.That, lexicon.WithWho, lexicon.ToWho):
		if !w.clause && j > w.from && governor(&d.units[j-1]) == lexicon.None && d.opensAdverbial(j) {
			w.joined = true // what has a verb behind it is of no topic: "when he was there", but "after six years"
			return d.units[j-1].punct != 0
		}
		w.clause = true
		return d.units[j-1].punct != 0
	case w.clause && (u.punct != 0 || u.set.has(lexicon.And) && d.predicate(d.pastAdverb(j+1, w.s))):
		return true
	}
	if w.clause || !w.predicates(j) {
		return false
	}
	w.clause = !w.joined && w.done()
	return !w.clause
}

// settings are the events of nouns that are no part of a topic: where one is together, and how long.
var settings = []string{"time", "outing", "turn", "room", "board", "table", "scene", "line", "end"}

// told reports a certain contact or visit at unit j, and not "d'échange".
func (w *topic) told(j int) bool {
	d := w.d
	if !d.isNoun(j, "met", "visit") || d.units[j].actor >= 0 {
		return false
	}
	if d.lex.Options.Tenseless {
		return !d.units[j].set.has(lexicon.Verb)
	}
	return d.units[j-1].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Contracted, lexicon.Numeral, lexicon.Two, lexicon.First)
}

// opensAdverbial reports a word at unit i that opens a clause of when, why or whether something is done, and no relative one:
// see words.txt. Behind a preposition it asks: "on how to".
func (d *doc) opensAdverbial(i int) bool {
	e, ok := d.units[i].entry(lexicon.That)
	if !ok || d.lex.Options.Tenseless {
		return false
	}
	return e.Index == 2 || e.Index == 3 || d.lex.Options.Infinitives && (e.Index == 4 || e.Index == 6)
}

// done reports that the sentence has its predicate before the topic, or in it: another verb is of the topic, "held talks on
// the debt it owes".
func (w *topic) done() bool {
	d := w.d
	if d.meetsWith(w.at) {
		return true
	}
	return slices.ContainsFunc(d.units[w.s.from:w.at], func(u unit) bool { return u.actor < 0 && u.set.either(lexicon.Support, lexicon.Verb) })
}

// asNoun reports a verb of contact at unit j that is a noun: "d'échange", "về trao đổi".
func (w *topic) asNoun(j int) bool {
	d := w.d
	before := &d.units[j-1]
	if d.lex.Options.Tenseless {
		return !w.clause && (governor(before) != lexicon.None || before.set == (classSet{}) && before.punct == 0)
	}
	if d.units[j].set.has(lexicon.Noun) {
		return d.usedAsNoun(j, w.s)
	}
	form := lexicon.Form(0)
	for _, v := range d.verbsOf(j) {
		form |= v.form
	}
	return !w.clause && form&(lexicon.PP|lexicon.Ger) == 0 && (governor(before) != lexicon.None || d.afterDeterminer(j) || before.set == (classSet{}) && before.punct == 0 && before.actor < 0) // "school lunches"
}

// predicates reports the verb of a main clause at unit j.
func (w *topic) predicates(j int) bool {
	d, u := w.d, &w.d.units[j]
	switch {
	case d.afterDeterminer(j) || governor(u) != lexicon.None || governor(&d.units[j-1]) != lexicon.None:
		return false
	case d.startsWith(u, lexicon.To):
		return false // "still to be saved"
	case u.set.either(lexicon.HaveFut, lexicon.BeFut) || u.set.either(lexicon.Have, lexicon.Be) && !d.lostAccent(j):
		return true
	case d.lex.Options.Tenseless:
		return false
	}
	form := lexicon.Form(0)
	for _, v := range d.verbsOf(j) {
		form |= v.form
	}
	return !u.set.has(lexicon.Noun) && form&lexicon.Fin != 0 && form&lexicon.PP == 0
}

// stopWords are the classes of words at which readers stop.
var stopWords = classes(
	lexicon.Verb, lexicon.Noun, lexicon.Who, lexicon.That, lexicon.WithWho, lexicon.ToWho, lexicon.Have, lexicon.HaveFut, lexicon.Be,
	lexicon.BeFut, lexicon.Passive, lexicon.Plan, lexicon.Done, lexicon.Cancel, lexicon.Not, lexicon.Support, lexicon.Refl, lexicon.Head,
	lexicon.Since, lexicon.Between, lexicon.With, lexicon.By,
)

// endTitles are those at which the title of a document ends, also where they are of a topic.
var endTitles = classes(lexicon.By, lexicon.Passive, lexicon.Have, lexicon.Be, lexicon.Who, lexicon.That, lexicon.Verb, lexicon.HaveFut, lexicon.BeFut, lexicon.Between)

// makePlain makes units [from, to) words of a topic; those of whom it speaks without a name are nobody.
func (d *doc) makePlain(from, to int) {
	for j := from; j < to; j++ {
		u := &d.units[j]
		if n := u.actor; n >= 0 && d.actors[n].named {
			j = d.actors[n].to - 1
			continue
		} else if n >= 0 {
			a := &d.actors[n]
			a.gov, a.subj, a.topic, a.next, a.prev = lexicon.Prep, false, true, -1, -1
			u.actor = -1
		}
		if !u.set.meets(stopWords) {
			continue
		}
		u.tells = u.set.meets(endTitles)
		u.set = u.set.minus(stopWords)
		u.entries = slices.DeleteFunc(slices.Clone(u.entries), func(e lexicon.Entry) bool { return stopWords.has(e.Class) })
		u.set.add(lexicon.Adverb)
		d.readVerbs(u)
	}
}
