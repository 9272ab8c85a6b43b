package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// demonymAlone reports "the Ukrainian" as a person: a verb or a boundary follows.
func (d *doc) demonymAlone(a *actor) bool {
	s := d.sents[a.sent]
	return (d.lex.Options.AdoptStates || d.lex.Options.Gendered) && a.det == lexicon.Def && !a.plural && d.units[a.to-1].set.has(lexicon.Adj) && (a.to >= s.to || d.units[a.to].punct != 0 && d.units[a.to].punct != '-' || d.predicate(a.to) || d.lex.Options.Gendered && d.units[a.to].date >= 0)
}

// qualifier reports "the Turkish" in "the Turkish Grand National Assembly" and "the
// Georgian-Turkish group": a demonym that only qualifies what follows.
func (p *parser) qualifier() bool {
	if !p.d.lex.Options.Premodifier {
		return false
	}
	u := p.at(p.i + 1)
	return u.punct == '-' && !p.d.toks[u.from].Space || u.kind == text.Word && u.name < 0 && u.date < 0 && (u.cap || u.set.any(lexicon.Noun, lexicon.Portfolio) && !u.set.has(lexicon.Verb))
}

// qualifies reports "with the Uzbek edition": a demonym that is no subject, before a word
// that it may qualify.
func (d *doc) qualifies(a *actor) bool {
	if !d.lex.Options.Premodifier || a.subj || a.to >= d.sents[a.sent].to {
		return false
	}
	u := &d.units[a.to]
	return u.kind == text.Word && !u.cap && u.date < 0 && u.actor < 0 && (!u.known() || u.set.any(lexicon.Noun, lexicon.Thing) && !u.set.has(lexicon.Verb))
}
