package extract

import (
	"slices"
	"strings"

	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

var prepositions = []lexicon.Class{lexicon.Hosted, lexicon.Head, lexicon.LedBy, lexicon.Beside, lexicon.Between, lexicon.With, lexicon.By, lexicon.After, lexicon.For, lexicon.From, lexicon.Of, lexicon.To, lexicon.In, lexicon.Prep}

var governing = classes(prepositions...)

// clitic reports a possessive that leans on the word before it: "'s".
func (d *doc) clitic(i int) bool {
	if i <= 0 || i >= len(d.units) || d.toks[d.units[i].from].Space {
		return false
	}
	return d.units[i].set.has(lexicon.Poss) || d.pluralClitic(i)
}

// pluralClitic reports the apostrophe of "Mauritius' secretary".
func (d *doc) pluralClitic(i int) bool {
	return d.units[i].punct != 0 && text.Key(d.textOf(i, i+1)) == "'" && strings.HasSuffix(d.textOf(i-1, i), "s") &&
		i+1 < len(d.units) && d.units[i+1].kind == text.Word && d.toks[d.units[i+1].from].Space
}

// govern finds the preposition of each actor of a sentence and tells which
// bare ones can be subjects.
func (d *doc) govern(first int, s sentence) {
	for n := first; n < len(d.actors); n++ {
		a := &d.actors[n]
		i := a.from - 1
		if d.clitic(a.from) && n > first && d.actors[n-1].to == a.from {
			i = d.actors[n-1].from - 1 // "with X's deputy Y" is with Y
		} else if n > first && i > s.from && d.pluralClitic(i) && d.actors[n-1].to == i {
			i = d.actors[n-1].from - 1 // "by the two countries' ministers"
		} else if d.clitic(a.from) {
			i-- // the same of an X not known as a person
		}
		if i < s.from {
			a.subj = true
			continue
		}
		if d.classifier(a, i) {
			if i--; i < s.from {
				a.subj = true
				continue
			}
		}
		if d.townBefore(a, i) {
			if i--; i < s.from {
				a.subj = true
				continue
			}
		}
		if i = d.beforeCapitals(a, i, s); i < s.from {
			a.subj = true
			continue
		}
		i = d.apposedSpouse(i, s)
		u := &d.units[i]
		for _, c := range prepositions {
			if u.set.has(c) && u.actor < 0 {
				a.gov = c
				break
			}
		}
		if a.gov == lexicon.None && d.units[a.from].set.has(lexicon.Of) && u.kind == text.Word && u.actor < 0 && (!u.known() || u.set.has(lexicon.Noun)) && (!u.set.has(lexicon.Verb) || i > s.from && d.units[i-1].set.has(lexicon.Def)) {
			a.gov = lexicon.Of // "sous les yeux des présidents"
		}
		if a.gov == lexicon.None && i > s.from && d.holdsPartner(i) {
			a.gov = lexicon.With // "a call on X"
		}
		if a.pron != lexicon.None && d.units[a.from].set.has(lexicon.For) {
			a.gov = lexicon.For // "a dinner in his honour"
		}
		if b := n - 1; a.gov == lexicon.To && b >= first && d.actors[b].to == i && d.actors[b].det == lexicon.Indef && !d.actors[b].named {
			a.gov = lexicon.Of // "an adviser to X"
		}
		if u.actor < 0 && (u.set.has(lexicon.Passive) || d.endsWith(u, lexicon.Passive) && u.set.any(lexicon.Done, lexicon.Plan, lexicon.Not, lexicon.Adverb)) { // "có dịp được A tiếp"
			a.gov = lexicon.Passive
		}
		if a.gov == lexicon.After && d.endsWith(u, lexicon.That) {
			a.gov = lexicon.None // "sau khi A gặp B": a clause, not a phrase
		}
		if n > first && d.lex.Options.Bare && u.set.has(lexicon.Be) && u.actor < 0 { // "cùng người đồng nhiệm là X"
			if b := &d.actors[n-1]; b.to == i && !b.named && b.gov != lexicon.None && a.named {
				a.gov = b.gov
			}
		}
		if a.gov == lexicon.With && d.standsBy(a.to, s) {
			a.gov = lexicon.Beside
		}
		if a.gov == lexicon.None && u.set.has(lexicon.Adverb) && u.actor < 0 && i > s.from {
			for _, c := range prepositions { // "avec notamment X"
				if d.units[i-1].set.has(c) && d.units[i-1].actor < 0 {
					a.gov = c
					break
				}
			}
		}
		if a.det == lexicon.None && d.contracted(i) {
			a.det = lexicon.Def
		}
		a.subj = a.gov == lexicon.None && (d.subjectPlace(i, s) || d.subjectPronoun(a, s) || d.cleft(i, a, s)) && !(a.pron != lexicon.None && d.units[a.from].set.has(lexicon.Adverb)) // "lui" is none
		a.subj = a.subj && !d.secondOffice(first, n) && !d.inCapacity(a, i)
	}
	d.frontedSubject(first, s)
	for n := first; n < len(d.actors); n++ {
		if a := &d.actors[n]; a.to < s.to && d.clitic(a.to) {
			a.owner, a.subj, a.gov = true, false, lexicon.Of
		} else if d.spouseBehind(n) {
			b := &d.actors[n+1]
			b.subj, b.gov = a.subj, a.gov
			a.owner, a.subj, a.gov = true, false, lexicon.Of
		}
	}
}

// spouseBehind reports an office with whose wife or husband actor n begins, its holder by name, and then the name meant:
// "Phu nhân Tổng thống X, bà Y".
func (d *doc) spouseBehind(n int) bool {
	a := &d.actors[n]
	if n+1 >= len(d.actors) || !a.named || len(a.roles) < 2 || a.roles[0].key != "spouse" || d.units[a.to].punct != ',' {
		return false
	}
	b := &d.actors[n+1]
	return b.sent == a.sent && b.from == a.to+1 && b.named && len(b.roles) == 0 && b.fem == a.fem && d.units[b.from].set.has(lexicon.Honorific)
}

// beforeCapitals is the unit before capitalised words at unit i that belong to the office behind them though no list knows
// it: "signed by Rwanda Development Board CEO A"; i if there are none.
func (d *doc) beforeCapitals(a *actor, i int, s sentence) int {
	if !d.lex.Options.Premodifier || !a.named || len(a.roles) == 0 || a.roles[0].from != a.from+one(d.clitic(a.from)) {
		return i
	}
	j := i
	for ; j >= s.from && j > i-5 && d.units[j].cap && d.units[j].actor < 0 && d.units[j].date < 0 && d.units[j].kind == text.Word; j-- {
		u := &d.units[j]
		if state := j < i && u.set.either(lexicon.Country, lexicon.Adj); !state && u.known() && !u.set.any(lexicon.Thing, lexicon.Portfolio, lexicon.Service) || u.set.any(lexicon.Verb, lexicon.And) || governor(u) != lexicon.None {
			return i
		}
	}
	if j >= s.from && j < i && d.units[j].actor < 0 && d.units[j].set.has(lexicon.Def) {
		j--
	}
	if j >= s.from && d.units[j].set.has(lexicon.In) {
		return i
	}
	return j
}

// holdsPartner reports a noun at unit i that ends with the preposition of its partner.
func (d *doc) holdsPartner(i int) bool {
	e, ok := d.units[i].entry(lexicon.Noun)
	return ok && d.lex.Nouns[e.Index].Flags.Has("holds") && d.units[i-1].actor < 0 && d.units[i-1].set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.First, lexicon.Numeral, lexicon.And, lexicon.In)
}

// classifier reports the small word before a title without a name in "vị tiến sĩ nói":
// the one told of last; or a style before the article of an office, "His Majesty the King".
func (d *doc) classifier(a *actor, i int) bool {
	e, ok := d.units[i].entry(lexicon.Honorific)
	return ok && len(a.roles) > 0 && d.units[i].actor < 0 && (e.Index == 3 && !a.named || a.det == lexicon.Def && d.units[a.from].set.has(lexicon.Def))
}

// inCapacity reports what the subject is there as: "A, as chairman of the session, received B".
func (d *doc) inCapacity(a *actor, i int) bool {
	e, ok := d.units[i].entry(lexicon.That)
	return ok && e.Index == 6 && !a.named && len(a.roles) > 0 && (a.det == lexicon.None || a.det == lexicon.Indef) && !a.plural && !(a.to < len(d.units) && d.predicate(a.to))
}

// secondOffice reports an office without an article that goes on what is said of a
// subject named before: "X, numéro deux du parti et vice-présidente du pays, a reçu".
func (d *doc) secondOffice(first, n int) bool {
	a := &d.actors[n]
	if !d.lex.Options.Article || a.named || len(a.roles) == 0 || a.det != lexicon.None || a.deleg || d.units[a.from].cap {
		return false
	}
	i := a.from - 1
	if i >= 0 && d.units[i].set.has(lexicon.Adverb) && d.units[i].actor < 0 {
		i-- // "lui-même ancien ministre"
	}
	if i < 0 || !d.units[i].set.has(lexicon.And) && d.units[i].punct != ',' {
		return false
	}
	for m := n - 1; m >= first; m-- {
		if b := &d.actors[m]; b.named && b.subj {
			return true
		}
	}
	return false
}

// standsBy reports a participle or a predicate after "with X": "with X looking on"
// tells of company, not of a partner.
func (d *doc) standsBy(i int, s sentence) bool {
	if i >= s.to || !d.lex.Options.Fronted {
		return false
	}
	u := &d.units[i]
	if u.set.has(lexicon.Adverb) && i+1 < s.to {
		u = &d.units[i+1]
	}
	if u.set.any(lexicon.Noun, lexicon.Prep, lexicon.After) || u.actor >= 0 {
		return false
	}
	e, ok := u.entry(lexicon.Verb)
	return ok && e.Form == lexicon.Ger && !d.afterConjunction(i)
}

// afterConjunction reports a unit that begins with a conjunction or a preposition: "before meeting" is one, and its
// subject is that of the clause, not who stands right before it.
func (d *doc) afterConjunction(i int) bool {
	t := d.units[i].from
	return d.wordSet(d.ids[t], d.toks[t]).any(lexicon.After, lexicon.That, lexicon.In, lexicon.By, lexicon.From, lexicon.Prep)
}

// frontedSubject finds the subject after words of place, time or company that no
// comma ends: "At the Elysée Palace the president received X".
func (d *doc) frontedSubject(first int, s sentence) {
	if !d.lex.Options.Fronted {
		return
	}
	start := d.afterDateline(s)
	if start+1 < s.to && d.units[start].actor < 0 && d.units[start].set.has(lexicon.Earlier) && governor(&d.units[start+1]) != lexicon.None {
		start++ // "Earlier in his stay the minister had called on X"
	}
	if u := &d.units[start]; u.date < 0 && governor(u) == lexicon.None && !u.set.has(lexicon.Phone) {
		if !u.set.has(lexicon.That) || start+2 >= s.to || !d.units[start+1].set.any(lexicon.Def, lexicon.Poss, lexicon.Dem, lexicon.Numeral, lexicon.Two, lexicon.Indef, lexicon.In) {
			return
		}
		start++ // "After the talks the two leaders signed", "While in the capital the minister called on"
	}
	for n := first; n < len(d.actors); n++ {
		a := &d.actors[n]
		if a.to <= start {
			continue
		}
		if a.subj || !d.verbless(start+one(governor(&d.units[start]) != lexicon.None), a.from) { // "Following the talks" has no verb
			return
		}
		if a.gov == lexicon.None && d.predicateAfter(n, s) {
			a.subj = d.units[a.from-1].kind == text.Word && !d.units[a.from-1].set.either(lexicon.Def, lexicon.Poss)
			return
		}
	}
}

// predicateAfter reports a verb after actor n and those that "and" joins to it.
func (d *doc) predicateAfter(n int, s sentence) bool {
	for n+1 < len(d.actors) && d.actors[n+1].sent == d.actors[n].sent && d.actors[n+1].from == d.actors[n].to+1 && d.units[d.actors[n].to].set.has(lexicon.And) {
		n++
	}
	i := d.actors[n].to
	if d.actors[n].named && i-d.actors[n].from > 2 && i+1 < s.to && d.units[i].punct == ',' {
		i++ // "On the margins of the summit X, the foreign minister, met"
	}
	return i < s.to && (d.predicate(i) || d.predicate(d.pastAdverb(i, s)) || d.predicate(d.pastAsides(d.actors[n].to, s))) // "During his stay the minister also met"
}

// afterDateline is the unit after "Vatican City, 2 March (VIS) –".
func (d *doc) afterDateline(s sentence) int {
	for i := s.from + 1; i < s.to-1 && i < s.from+14; i++ {
		if d.units[i].punct == 0 {
			continue
		}
		if dash(d.textOf(i, i+1)) || d.dash(i) && (d.units[i-1].punct == ')' || (d.shouted(s.from) && !d.shouted(i+1) || i == s.from+1 && d.units[s.from].set.has(lexicon.Place)) && !d.units[i-1].set.has(lexicon.Country)) {
			return i + 1
		}
	}
	return s.from
}

// shouted reports a word in capitals at unit i: "HARAR - The two".
func (d *doc) shouted(i int) bool {
	t := d.toks[d.units[i].from]
	return t.AllCaps && t.End-t.Start > 2
}

// verbless reports units without a verb among them.
func (d *doc) verbless(from, to int) bool {
	for i := from; i < to; i++ {
		u := &d.units[i]
		if u.actor < 0 && u.name < 0 && (u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.That, lexicon.Who) || u.set.has(lexicon.Verb) && !u.set.has(lexicon.Noun)) {
			return false
		}
	}
	return true
}

// subjectPronoun reports a personal pronoun right before a verb: "in the talks
// he had", "as minister he met".
func (d *doc) subjectPronoun(a *actor, s sentence) bool {
	if a.from > s.from && d.asks(a.from-1) && d.units[a.from-1].set.has(lexicon.Verb) {
		return false // "mời ông ăn sáng", "đề nghị ông chuyển lời"
	}
	if a.from > s.from && a.to < s.to && (d.aims(a.to) || d.predicative(a.to)) && d.units[a.from-1].actor < 0 && d.isVerb(a.from-1, "met") {
		return false // "tìm gặp bà để trao đổi"
	}
	return (a.pron == lexicon.He || a.pron == lexicon.She || a.pron == lexicon.They) && a.to < s.to &&
		d.units[d.pastAdverb(a.to, s)].set.any(lexicon.Have, lexicon.HaveFut, lexicon.Be, lexicon.BeFut, lexicon.Verb)
}

// cleft reports the subject of "c'est X qui a parlé".
func (d *doc) cleft(i int, a *actor, s sentence) bool {
	k := a.to
	if k < s.to && d.units[k].punct == ',' {
		k++
	}
	if !d.units[i].set.has(lexicon.Be) || k >= s.to || !d.units[k].set.has(lexicon.Who) || i <= s.from || d.units[i-1].actor >= 0 {
		return false
	}
	return i-1 == s.from || d.units[i-2].punct != 0 || d.units[k-1].punct == ',' && d.units[s.from].set.has(lexicon.Adverb) && d.adjuncts(s.from, i) // "Also in town is A, who"
}

// subjectPlace reports whether a subject can follow unit i.
func (d *doc) subjectPlace(i int, s sentence) bool {
	u := &d.units[i]
	switch {
	case (u.date >= 0 || u.punct == ',') && d.objectPlace(i, s):
		return false
	case u.punct != 0 || u.date >= 0 || u.kind == text.Number:
		return true
	case u.set.either(lexicon.ToWho, lexicon.WithWho):
		return true
	case u.set.any(lexicon.And, lexicon.Or, lexicon.That, lexicon.Who, lexicon.Today, lexicon.Yesterday, lexicon.Weekday, lexicon.Month, lexicon.DayPart, lexicon.Place, lexicon.Country):
		return true
	case u.set.has(lexicon.Adverb) && !u.set.has(lexicon.Verb):
		return i == s.from || !d.units[i-1].set.either(lexicon.Be, lexicon.BeFut) || d.occasionOf(i, s) // "is also a member": a predicate
	}
	if n := d.units[min(i+1, s.to-1)].actor; n >= 0 && u.actor < 0 && u.set.has(lexicon.Plan) && d.predicateAfter(n, s) {
		return true // "khả năng A gặp B"
	}
	if d.saysThat(i) || u.actor < 0 && d.endsWith(u, lexicon.That) {
		return true // "came after X met Y"
	}
	if e, ok := u.entry(lexicon.Noun); ok && (d.lex.Nouns[e.Index].Event == "turn" || i == s.from && d.lex.Nouns[e.Index].Event == "line") {
		return true // "đến lượt A tiếp B", "Người tiếp theo A gặp là B"
	}
	if (i == s.from || d.units[i-1].set.has(lexicon.Numeral)) && d.whoever(i) {
		return true // "Người A gặp là B", "Những người A gặp gồm B và C"
	}
	if j := d.beforeAdjective(i, s); j < i {
		return j < s.from || d.subjectPlace(j, s)
	}
	return u.actor < 0 && (d.inverted(i, s) || d.speaks(i, s))
}

// objectPlace reports a day, or the comma behind an inserted one, at unit i right after a participle whose subject stands
// before its auxiliary: after "A a félicité mardi" and "A a félicité, mardi," comes the object.
func (d *doc) objectPlace(i int, s sentence) bool {
	inserted := d.units[i].punct == ','
	if i -= one(inserted); i < s.from {
		return false
	}
	for i > s.from && (d.units[i].date >= 0 || d.units[i].actor < 0 && d.units[i].set.has(lexicon.Def) && d.units[i+1].date >= 0) {
		i-- // "le 25 janvier"
	}
	if inserted && d.units[i].punct != ',' {
		return false
	}
	i -= one(inserted)
	if i < s.from+2 || d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Verb) || !d.units[i-1].set.has(lexicon.Have) {
		return false
	}
	n := d.units[i-2].actor
	return n >= 0 && d.actors[n].subj || d.units[i-2].set.has(lexicon.Who) // "A, qui avait reçu mardi B, a vu C"
}

// occasionOf reports "Đây là lần đầu tiên" up to unit i, which a clause of its own follows: no
// person stands before "to be".
func (d *doc) occasionOf(i int, s sentence) bool {
	for j := s.from; j < i; j++ {
		if d.units[j].name >= 0 {
			return false
		}
	}
	return i-s.from < 5
}

// saysThat reports a verb after which a clause goes on without a conjunction: "cho
// biết Thủ tướng đã gặp".
func (d *doc) saysThat(i int) bool {
	if d.units[i].actor >= 0 || !d.units[i].set.has(lexicon.Verb) || i+1 >= len(d.units) {
		return false
	}
	if !d.verbsOf(i).Has("clause") {
		return false
	}
	n := d.units[i+1].actor
	return n >= 0 && d.actors[n].to < d.sents[d.actors[n].sent].to && d.predicateBehind(n, d.sents[d.actors[n].sent])
}

// pastAdverb is the unit after an adverb and a day at unit i, in a language that puts them
// before the verb: "officials said X also met Y", "TASS đưa tin X ngày 8/5 đã gặp Y".
func (d *doc) pastAdverb(i int, s sentence) int {
	for i+1 < s.to && d.units[i].actor < 0 && (d.units[i].date >= 0 || d.units[i].set.has(lexicon.Adverb)) {
		i++
	}
	return i
}

// speaks reports the verb of "...", said X, and without quotation marks the one of ", said X".
func (d *doc) speaks(i int, s sentence) bool {
	if i == s.from || !d.units[i].set.has(lexicon.Verb) {
		return false
	}
	if strings.ContainsRune("\"”»’", firstRune(d.textOf(i-1, i))) {
		return true
	}
	return i > s.from+1 && d.units[i-1].punct == ',' && d.units[i-2].actor < 0 && slices.ContainsFunc(d.verbsOf(i), func(v verbForm) bool {
		return v.form&lexicon.Fin != 0 && v.verb.Flags.Has("clause")
	})
}

// inverted reports the verb of ", a déclaré X": its subject follows. In "X, ministre, a rencontré Y" it stands before
// the comma.
func (d *doc) inverted(i int, s sentence) bool {
	if !d.units[i].set.has(lexicon.Verb) || i < s.from+2 {
		return false
	}
	have := i - 1
	if d.units[have].set.has(lexicon.Adverb) && have > s.from {
		have--
	}
	if !d.units[have].set.has(lexicon.Have) || have == s.from || d.units[have-1].punct == 0 {
		return false
	}
	n := d.units[max(have-2, s.from)].actor
	return n < 0 || !d.actors[n].named || !d.actors[n].subj || !d.isVerb(i, "met") || d.verbsOf(i).Has("speech")
}

// sameOf reads "celui du Mali," at unit i before the name of actor n, which holds the same
// office there; it returns the unit after it, i if it is none. See words.txt.
func (d *doc) sameOf(i, n int, s sentence) int {
	e, ok := d.units[i].entry(lexicon.Dem)
	if !ok || e.Index != 2 {
		return i
	}
	b := &d.actors[n]
	for j := i + 1; j < b.from && j < i+5; j++ {
		u := &d.units[j]
		c, ok := u.entry(lexicon.Country)
		switch {
		case ok && b.named && len(b.roles) == 0 && d.units[b.from-1].punct == ',' && d.postedUpTo(j+1, b.from-1):
			b.codes = []string{c.Code}
			return b.from
		case !u.set.either(lexicon.Of, lexicon.Def):
			return i
		}
	}
	return i
}

// postedUpTo reports units that hold nothing, or where an official has his post: "celui de France [à Lomé], X".
func (d *doc) postedUpTo(i, to int) bool {
	if i < to && !d.units[i].set.either(lexicon.In, lexicon.To) {
		return false
	}
	for ; i < to; i++ {
		if !d.units[i].set.any(lexicon.In, lexicon.To, lexicon.Def, lexicon.Country, lexicon.Place) {
			return false
		}
	}
	return true
}

func governor(u *unit) lexicon.Class {
	if !u.set.meets(governing) {
		return lexicon.None
	}
	for _, c := range prepositions {
		if u.set.has(c) {
			return c
		}
	}
	return lexicon.None
}
