package extract

import (
	"github.com/diplograph/diplograph/graph"
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// sharesPlan reports a bare form that "and" joins to a planned verb: "will be
// received by A and call on B", "makes arrangements to visit Rome and meet B", and in a
// headline "A to visit Rome, meet B".
func (d *doc) sharesPlan(v int, form lexicon.Form, s sentence) bool {
	comma := v > s.from && d.units[v-1].punct == ',' && (d.lex.Options.Infinitives || d.lex.Options.HeadlineComma && d.units[s.to-1].punct != '.')
	if form&lexicon.Inf == 0 || v == s.from || !d.units[v-1].set.either(lexicon.And, lexicon.Or) && !comma {
		return false
	}
	for i := v - 2; i >= s.from; i-- {
		u := &d.units[i]
		if u.set.either(lexicon.That, lexicon.Who) || u.punct == ';' {
			return false
		}
		if u.actor < 0 && (u.set.any(lexicon.HaveFut, lexicon.BeFut, lexicon.Plan) || d.lex.Options.Infinitives && d.endsWith(u, lexicon.To) && d.asks(i)) {
			return !(comma && d.lex.Options.Infinitives && d.inAside(i, s))
		}
		if i+1 < v && u.actor < 0 && d.lex.Options.Infinitives && u.set.has(lexicon.To) && d.infinitive(i+1) {
			g := d.verbGroup(i+1, lexicon.Inf, s)
			st, ok := g.status()
			return ok && st == graph.Planned
		}
	}
	return false
}

// sharesNot reports a bare form that "and" joins to a verb that is denied, and any form that "or" does: "did not go to Rome
// and meet B", "has not been to Rome or met B".
func (d *doc) sharesNot(v int, form lexicon.Form, s sentence) bool {
	if !d.lex.Options.Infinitives || v == s.from {
		return false
	}
	e, either := d.units[v-1].entry(lexicon.Or)
	either = either && e.Index == 1
	if !either && !(form&lexicon.Inf != 0 && d.units[v-1].set.has(lexicon.And)) {
		return false
	}
	for i := v - 2; i > s.from; i-- {
		u := &d.units[i]
		if u.set.either(lexicon.That, lexicon.Who) || u.punct == ';' || u.actor >= 0 && d.actors[u.actor].subj {
			return false
		}
		if u.actor < 0 && d.denies(i, 1) {
			return either || d.verbsOf(i-1).Has("echo") && d.infinitive(i+1)
		}
	}
	return false
}

// pastJoined reports a verb of the past at unit i that "and" or "but" joins to what stands before: "refused to resign and held
// talks", "did not go there and instead held talks".
func (d *doc) pastJoined(i int) bool {
	k := i - 1
	if k > 0 && d.units[k].set.has(lexicon.Adverb) && !d.units[k].set.has(lexicon.And) {
		k--
	}
	return d.lex.Options.Infinitives && k >= 0 && d.units[k].set.either(lexicon.And, lexicon.Or) && d.verbsOf(i).forms()&lexicon.Fin != 0 && d.verbsOf(i).forms()&lexicon.Inf == 0
}

// infinitive reports a verb at unit i after "to", if only by being nothing else: "to visit".
func (d *doc) infinitive(i int) bool {
	u := &d.units[i]
	return u.actor < 0 && u.kind == text.Word && u.date < 0 && !u.set.any(lexicon.Def, lexicon.Indef, lexicon.Poss, lexicon.Dem, lexicon.Numeral, lexicon.Place, lexicon.Country, lexicon.Adj) && (!u.cap || u.set.either(lexicon.Verb, lexicon.Noun))
}

// sharesHave reports a participle that "and" joins to one with its auxiliary:
// "a visité l'usine et rencontré B", but not "a été reçu par A et logé par B".
func (d *doc) sharesHave(v int, s sentence) bool {
	i := v - 1
	for i > s.from && d.units[i].set.has(lexicon.Adverb) && !d.units[i].set.has(lexicon.And) {
		i--
	}
	if i <= s.from || !d.units[i].set.has(lexicon.And) || v+1 < s.to && d.units[v+1].set.has(lexicon.By) {
		return false
	}
	for i--; i >= s.from; i-- {
		u := &d.units[i]
		switch {
		case u.actor >= 0 && d.actors[u.actor].subj || u.punct == ';' || u.set.either(lexicon.Who, lexicon.That):
			return false
		case u.actor >= 0 || u.date >= 0:
		case u.set.has(lexicon.Have) && !u.set.has(lexicon.To):
			return !d.units[i+1].set.has(lexicon.Be)
		case u.set.any(lexicon.Be, lexicon.HaveFut, lexicon.BeFut):
			return false
		}
	}
	return false
}

// pointOfHave reports a participle that is a point of a list to which its auxiliary leads:
// "Le ministre a :\n- reçu A ;\n- rencontré B".
func (d *doc) pointOfHave(v int, s sentence) bool {
	if v <= s.from || !d.dash(v-1) {
		return false
	}
	for i := v - 2; i > s.from; i-- {
		if d.units[i].punct == ':' {
			return d.units[i-1].set.has(lexicon.Have)
		}
	}
	return false
}

// auxAt reports an auxiliary at unit i.
func (d *doc) auxAt(i int, s sentence) bool {
	return i >= s.from && d.units[i].set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut)
}

// auxBefore reports whether an auxiliary stands a few units before i: what is
// between may then be skipped ("a été accueilli", "a, mardi, reçu").
func (g *verbGroup) auxBefore(d *doc, i int, s sentence) bool {
	for k := i - 1; k >= s.from && k >= i-4; k-- {
		u := &d.units[k]
		if u.set.any(lexicon.Have, lexicon.Be, lexicon.HaveFut, lexicon.BeFut, lexicon.Plan, lexicon.Done) && u.name < 0 {
			return true
		}
		if u.date < 0 && u.punct != ',' && !u.set.any(lexicon.Adverb, lexicon.Not, lexicon.Each, lexicon.In) && !d.leadsToDay(k) && !d.adverbLike(k, s) && !d.contrasted(k, s) {
			return false
		}
	}
	return false
}

// leadsToDay reports the preposition of the day behind it.
func (d *doc) leadsToDay(i int) bool {
	u := &d.units[i]
	return i+1 < len(d.units) && d.units[i+1].date >= 0 && u.date < 0 && u.actor < 0 && u.set.either(lexicon.Prep, lexicon.In)
}

// agentFollows reports an agent right after the verb at unit v, or after a date and a
// place: "signed in 2019 in Paris by X".
func (d *doc) agentFollows(v int, s sentence) bool {
	placed := false
	for i := v + 1; i < s.to && i < v+12; i++ {
		u := &d.units[i]
		if u.set.has(lexicon.By) && u.actor < 0 {
			n := d.units[min(i+1, s.to-1)].actor
			return i == v+1 || n >= 0 && d.actors[n].named || n < 0 && d.bodyFollows(i+1, s.to)
		}
		if u.set.has(lexicon.Between) && u.actor < 0 && d.isVerb(v, "signed") {
			return true // "the pact signed between A and B"
		}
		if placed = placed || u.set.either(lexicon.In, lexicon.After) && u.actor < 0; placed && d.insidePlace(i) {
			continue
		}
		if u.date < 0 && (u.actor >= 0 || !u.set.any(lexicon.In, lexicon.Place, lexicon.Country, lexicon.Prep, lexicon.Adverb, lexicon.PartOf, lexicon.DayPart)) {
			return false
		}
	}
	return false
}

// beAfter reports a participle at the start of its sentence, after adverbs at most, whose auxiliary and subject follow: "Also
// signed at the port was a plan".
func (d *doc) beAfter(v int, s sentence) bool {
	for i := s.from; i < v; i++ {
		if !d.units[i].set.has(lexicon.Adverb) || d.units[i].actor >= 0 {
			return false
		}
	}
	for i := v + 1; i+1 < s.to && i < v+6; i++ {
		u := &d.units[i]
		switch {
		case u.set.has(lexicon.Be) && u.actor < 0:
			return true
		case u.actor >= 0 || u.punct != 0 || u.name >= 0 || i == v+1 && governor(u) == lexicon.None && u.date < 0 || u.set.any(lexicon.Verb, lexicon.Have, lexicon.By, lexicon.With):
			return false
		}
	}
	return false
}

// insidePlace reports a unit that can stand in the words for a place: "in a hotel hall", "at the harbour office".
func (d *doc) insidePlace(i int) bool {
	u := &d.units[i]
	return u.actor < 0 && u.punct == 0 && !u.set.any(lexicon.And, lexicon.With, lexicon.That, lexicon.Who, lexicon.To, lexicon.For, lexicon.Have, lexicon.Be) && (!u.set.has(lexicon.Verb) || u.cap || u.set.has(lexicon.Noun) || d.afterDeterminer(i))
}
