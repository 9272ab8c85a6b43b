package extract

import (
	"maps"
	"slices"
	"strings"

	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// document is the noun phrase of the document: after an active verb; before a
// passive one, else after it.
func (f *frame) document(after bool) string {
	if !after {
		if w := f.documentIn(f.s.from, f.g.from, true); w != "" {
			return w
		}
	}
	if after && f.verb != nil {
		if w := f.relativeDocument(); w != "" {
			return w // "un accord, qu'il a signé avec B, et deux protocoles"
		}
	}
	if after && f.verb != nil {
		if w := f.anotherPaper(f.g.at + 1); w != "" {
			return w
		}
	}
	if w := f.documentAfter(); w != "" {
		return w
	}
	if after && f.g.object {
		return f.known()
	}
	if after {
		if w := f.relativeDocument(); w != "" {
			return w
		}
	}
	if !after || f.verb != nil && (f.verb.Flags.Has("anaphor") || f.d.behalf(f.g.at+1, f.s.to) || f.d.behalf(f.s.from, f.g.from)) || f.objectless() || f.verb != nil && f.latecomer() >= 0 { // "Ont signé A et B."
		return f.known()
	}
	return ""
}

// objectless reports a verb of signing that nothing follows that could be signed: "Hai Bộ trưởng
// đã ký tại Hà Nội.", "A signed in one flourish."
func (f *frame) objectless() bool {
	if f.verb != nil && f.verb.Flags.Has("exchange") {
		return false // "X đã trao đổi với Y"
	}
	i := f.g.at + 1
	for f.d.lex.Options.Bare && i < f.s.to && f.d.units[i].actor < 0 && f.d.units[i].date < 0 && f.d.units[i].set.has(lexicon.Adverb) && !f.d.units[i].set.has(lexicon.Prep) {
		i++ // "hai ông ký ngay tối đó"
	}
	if f.verb == nil || i >= f.s.to {
		return f.verb != nil
	}
	u := &f.d.units[i]
	if n := u.actor; n >= 0 && (f.d.actors[n].pron == lexicon.First || f.d.actors[n].pron == lexicon.Second) && f.d.actors[n].gov == lexicon.None {
		return true // "Trois textes étaient prêts. A et B ont signé le premier"
	}
	if !f.d.lex.Options.Bare {
		if i+1 < f.s.to && f.d.units[i+1].punct != 0 && u.set.either(lexicon.First, lexicon.Adverb) {
			return true // "A signed first, B second"
		}
		if f.verb.Flags.Has("object") || f.verb.Flags.Has("weak") {
			return false
		}
	}
	if d := f.d; i+1 < f.s.to && (u.set.has(lexicon.LedBy) && d.units[i+1].actor < 0 || u.set.has(lexicon.For) && d.units[i+1].kind == text.Number) {
		return true // "signed under a white tent", "signed for 60 engines"
	}
	return u.punct != 0 || u.date >= 0 || u.set.any(lexicon.In, lexicon.With, lexicon.DayPart, lexicon.Prep, lexicon.After, lexicon.First, lexicon.That, lexicon.By, lexicon.Behalf)
}

// documentAfter is the document after the verb, unless its object is a paper of
// another kind: "a signé le livre d'or".
func (f *frame) documentAfter() string {
	for i := f.g.at + 1; i < f.s.to; i++ {
		if f.isDoc(i) {
			return f.phrase(i)
		}
		if f.verb != nil && f.verb.Flags.Has("object") && f.d.forSoLong(i) {
			i += 2
			continue
		}
		if i < f.g.at+6 && f.isNoun(i, "paper") || f.verb != nil && f.verb.Flags.Has("object") && f.d.offObject(i) && !f.ownPaper(i) {
			return ""
		}
	}
	return ""
}

// ownPaper reports "their own accord" at unit i: the object is a document of the signers.
func (f *frame) ownPaper(i int) bool {
	return f.d.units[i].set.has(lexicon.Poss) && (f.isDoc(i+1) || i+2 < f.s.to && f.isDoc(i+2) && f.d.units[i+1].actor < 0 && f.d.units[i+1].punct == 0)
}

// forSoLong reports "for five years" at unit i: the object may come after it.
func (d *doc) forSoLong(i int) bool {
	return i+2 < len(d.units) && d.units[i].set.has(lexicon.For) && (d.units[i+1].set.either(lexicon.Numeral, lexicon.Two) || d.units[i+1].kind == text.Number) && d.units[i+2].set.either(lexicon.DayPart, lexicon.Noun)
}

// offObject reports a unit after which nothing is a direct object of the verb before:
// "a conclu sa visite par la signature d'un accord". Where it was done may stand between.
func (d *doc) offObject(i int) bool {
	u := &d.units[i]
	if u.set.either(lexicon.In, lexicon.To) && i+1 < len(d.units) && d.units[i+1].set.either(lexicon.Place, lexicon.Country) {
		return false
	}
	return u.actor < 0 && u.date < 0 && (u.set.any(lexicon.Poss, lexicon.Verb, lexicon.That) || governor(u) != lexicon.None && governor(u) != lexicon.Of && governor(u) != lexicon.With)
}

// documentIn is the last document among units [from, to), or the first.
func (f *frame) documentIn(from, to int, last bool) string {
	at := -1
	for i := from; i < to && (last || at < 0); i++ {
		if f.isDoc(i) {
			at = i
		}
	}
	if at < 0 {
		return ""
	}
	return f.phrase(at)
}

// known is the document told of before: "ils l'ont signé".
func (f *frame) known() string {
	if w := f.documentIn(f.s.from, f.g.from, true); w != "" {
		return w
	}
	if w := f.d.lastDocument(f.k); w != "" {
		return w
	}
	if n := len(f.d.signs); n > 0 && f.k-f.d.signs[n-1].sent <= 2 && f.d.sents[f.d.signs[n-1].sent].item == f.s.item {
		return f.d.signs[n-1].what
	}
	if w := f.d.lastPaper(f.k); w != "" {
		return w
	}
	if w := f.announced(); w != "" {
		return w
	}
	return f.storyPaper()
}

// storyPaper is the first document that the story tells of, for a verb of signing without an object far behind it: "The
// signing took place in Oslo: foreign ministers A and B signed."
func (f *frame) storyPaper() string {
	if f.verb == nil || f.d.units[max(f.g.from-1, f.s.from)].set.any(lexicon.Day, lexicon.DayPart, lexicon.Noun) || f.g.at+1 < f.s.to && f.d.units[f.g.at+1].set.any(lexicon.Def, lexicon.Indef, lexicon.Noun) {
		return ""
	}
	for k := f.k - 3; k >= 0 && f.d.sents[k].item == f.s.item; k-- {
		g := frame{d: f.d, k: k, s: f.d.sents[k]}
		if w := g.documentIn(g.s.from, g.s.to, false); w != "" {
			return w
		}
	}
	return ""
}

// announced is the document of the next sentences, for a text that begins with who
// signed.
func (f *frame) announced() string {
	for k := f.k + 1; k < len(f.d.sents) && k <= f.k+2 && f.d.sents[k].item == f.s.item && f.d.sentenceInItem(f.k) < 2; k++ {
		g := frame{d: f.d, k: k, s: f.d.sents[k]}
		if w := g.documentIn(g.s.from, g.s.to, false); w != "" {
			return w
		}
	}
	return ""
}

// relativeDocument is that of "le procès-verbal que A et B ont signé", "the text to
// which A put his name" and "the text A signed".
func (f *frame) relativeDocument() string {
	n, at := f.signer(), f.g.from
	if n >= 0 && f.d.actors[n].to <= at {
		at = f.d.actors[f.d.groupOf(n)[0]].from
	}
	if at <= f.s.from {
		return ""
	}
	u := &f.d.units[at-1]
	if u.set.either(lexicon.That, lexicon.ToWho) || u.set.has(lexicon.Who) && at > f.s.from+1 && governor(&f.d.units[at-2]) != lexicon.None {
		return f.documentIn(f.s.from, at-1, true)
	}
	if f.d.lex.Options.Fronted && n >= 0 && f.d.actors[n].to <= f.g.from {
		return f.contactClause(n)
	}
	return ""
}

// lastDocument is the document of the sentences before: "ils ont été signés".
func (d *doc) lastDocument(k int) string {
	for j := k - 1; j >= 0 && j >= k-2 && d.sents[j].item == d.sents[k].item; j-- {
		f := frame{d: d, k: j, s: d.sents[j]}
		for i := f.s.to - 1; i >= f.s.from; i-- {
			if f.isDoc(i) {
				return f.phrase(i)
			}
		}
	}
	return ""
}

func (f *frame) isDoc(i int) bool { return f.isNoun(i, "doc") }

// isNoun reports a noun of one of the given events.
func (f *frame) isNoun(i int, events ...string) bool { return f.d.isNoun(i, events...) }

func (d *doc) isNoun(i int, events ...string) bool {
	if i < 0 || i >= len(d.units) {
		return false
	}
	u := &d.units[i]
	if !u.set.has(lexicon.Noun) || u.actor >= 0 && d.actors[u.actor].named { // "les signataires de l'accord"
		return false
	}
	return slices.ContainsFunc(u.entries, func(e lexicon.Entry) bool {
		return e.Class == lexicon.Noun && slices.Contains(events, d.lex.Nouns[e.Index].Event)
	})
}

// phrase is the document noun with what follows it, up to a boundary.
func (f *frame) phrase(i int) string {
	j := i + 1
	for j < f.s.to && j < i+14 {
		u := &f.d.units[j]
		if u.punct == '-' && j > i+1 && j+1 < f.s.to && f.d.units[j-1].kind == text.Number && f.d.units[j+1].kind == text.Number {
			j++
			continue
		}
		if u.set.either(lexicon.Between, lexicon.After) {
			break
		}
		if u.punct != 0 || u.date >= 0 || u.name >= 0 || u.tells || u.set.meets(endTitles) {
			break
		}
		j++
	}
	for j > i+1 && f.d.units[j-1].set.any(lexicon.In, lexicon.To, lexicon.And, lexicon.Def, lexicon.Of, lexicon.With, lexicon.Between, lexicon.Prep) {
		j--
	}
	return f.d.textOf(i, j)
}

// hopedOf reports "a souhaité que les accords signés entre A et B entrent en vigueur": papers of
// which somebody only hopes something.
func (f *frame) hopedOf() bool {
	for i := f.g.from - 1; f.g.bare && i > f.s.from; i-- {
		if f.d.units[i].set.has(lexicon.That) {
			return f.d.wants(i-1) || f.d.units[i-1].set.has(lexicon.Plan)
		}
	}
	return false
}

// onceSigned reports "once signed by A and B" beside a verb in the future.
func (f *frame) onceSigned() bool {
	return f.g.bare && f.g.from > f.s.from && f.d.units[f.g.from-1].actor < 0 && f.d.units[f.g.from-1].set.has(lexicon.That) && f.d.foretells(f.s)
}

// endsSpeech reports ", a-t-il conclu." and ", conclut-il." at the end of a sentence, the subject a pronoun behind the
// verb or its auxiliary: words that end so, not a document.
func (f *frame) endsSpeech() bool {
	d, at := f.d, f.g.at
	if !f.verb.Flags.Has("object") {
		return false
	}
	pronoun := func(i int) bool {
		return i < f.s.to && d.units[i].actor >= 0 && d.actors[d.units[i].actor].pron != lexicon.None
	}
	ends := func(i int) bool { return i >= f.s.to || d.units[i].punct == '.' }
	if pronoun(at+1) && ends(at+2) {
		return true
	}
	return at-3 >= f.s.from && pronoun(at-1) && ends(at+1) && (d.units[at-2].set.has(lexicon.Have) || d.units[at-3].set.has(lexicon.Have))
}

// textSays reports ", conclut le texte." at the end of a sentence: a document that is cited, not signed.
func (f *frame) textSays() bool {
	i := f.g.at + 1
	if !f.verb.Flags.Has("object") || f.g.from == f.s.from || f.d.units[f.g.from-1].punct != ',' || f.g.aux || f.g.form&lexicon.Inf != 0 && f.g.form&lexicon.Fin == 0 || i+1 >= f.s.to || !f.d.units[i].set.has(lexicon.Def) || !f.isNoun(i+1, "doc") {
		return false
	}
	return i+2 >= f.s.to || f.d.units[i+2].punct == '.'
}

func (d *doc) agreementClaim(x signing, parties, orgs map[int]int, r *graph.Report) graph.AgreementClaim {
	c := graph.AgreementClaim{What: x.what, Status: graph.Held, Date: x.date, Evidence: []graph.Evidence{d.evidence(x.sent, x.rule)}}
	for _, p := range x.persons {
		c.Signers = append(c.Signers, graph.ActorClaim{Kind: graph.ActorPerson, Index: p})
	}
	codes := map[string]bool{}
	for _, code := range x.codes {
		codes[code] = true
	}
	for _, code := range slices.Sorted(maps.Keys(codes)) {
		c.Signers = append(c.Signers, graph.ActorClaim{Kind: graph.ActorCountry, Country: graph.CountryCode(code)})
	}
	for _, p := range x.parties {
		if i, ok := parties[p]; ok {
			c.Signers = append(c.Signers, graph.ActorClaim{Kind: graph.ActorParty, Index: i})
		}
	}
	for _, o := range x.orgs {
		if i, ok := orgs[o]; ok {
			c.Signers = append(c.Signers, graph.ActorClaim{Kind: graph.ActorOrganization, Index: i})
		}
	}
	for _, b := range x.bodies {
		if i := slices.IndexFunc(r.Parties, func(g graph.ReportedGroup) bool { return g.Name == b || slices.Contains(g.Aliases, b) }); i >= 0 {
			c.Signers = append(c.Signers, graph.ActorClaim{Kind: graph.ActorParty, Index: i})
			continue
		}
		c.Signers = append(c.Signers, graph.ActorClaim{Kind: graph.ActorOrganization, Index: d.body(r, b, x.sent)})
	}
	return c
}

// body is the index of an organization by name, added to the report if new.
func (d *doc) body(r *graph.Report, name string, sent int) int {
	if i := slices.IndexFunc(r.Organizations, func(g graph.ReportedGroup) bool { return g.Name == name || slices.Contains(g.Aliases, name) }); i >= 0 {
		return i
	}
	s := d.span(sent)
	if i := strings.Index(d.text[s.Start:s.End], name); i >= 0 {
		s = graph.Span{Start: s.Start + i, End: s.Start + i + len(name)}
	}
	r.Organizations = append(r.Organizations, graph.ReportedGroup{Name: name, Mentions: []graph.Span{s}})
	return len(r.Organizations) - 1
}

// anyNoun reports a noun of one of the given events among units [from, to).
func (d *doc) anyNoun(from, to int, events ...string) bool {
	for i := from; i < to; i++ {
		if d.isNoun(i, events...) {
			return true
		}
	}
	return false
}
