package extract

import (
	"github.com/diplograph/diplograph/loader/lexicon"
	"github.com/diplograph/diplograph/loader/text"
)

// sideBehind reads the side for which somebody just named is there: ", côté russe,", ", for Japan,", "X côté
// japonais et Y", ", phía Nhật Bản,".
func (p *parser) sideBehind() bool {
	k := p.i + one(p.comma(p.i))
	word := p.at(k)
	if !p.a.named || len(p.a.persons) != 1 || len(p.a.codes) > 0 || !word.set.either(lexicon.Behalf, lexicon.Prep) {
		return false
	}
	k += 1 + one(p.at(k+1).set.has(lexicon.Def) && p.at(k+1).name < 0)
	state, end := p.at(k), p.at(k+1)
	if !state.set.either(lexicon.Country, lexicon.Adj) || state.name >= 0 {
		return false
	}
	if p.comma(p.i) {
		closed := end.punct == ',' || end.punct == ';' || end.set.has(lexicon.And)
		if !closed || !word.set.has(lexicon.Behalf) && !(state.set.has(lexicon.Adj) && end.punct == ',') || word.set.has(lexicon.For) && p.signing() {
			return false
		}
	} else if !p.sideWord(word) || end.kind == text.Word && (end.cap || end.name >= 0) {
		return false
	}
	p.country(state)
	p.i = k + 1
	return true
}

// signing reports a verb of signing in the sentence: there the states are those who sign, see signed_signers.go.
func (p *parser) signing() bool {
	for i := p.s.from; i < p.s.to; i++ {
		if p.d.isVerb(i, "signed") {
			return true
		}
	}
	return false
}

// sideWord reports "côté", "phía": a word that tells of a side and can tell of nothing else.
func (p *parser) sideWord(u *unit) bool {
	return u.set.has(lexicon.Behalf) && u.set.has(lexicon.Prep) && !u.set.either(lexicon.For, lexicon.To)
}

// sideAhead takes the side told before whom it names, at the start of a clause: "Côté japonais, X", "Phía
// Nhật Bản có Thứ trưởng X".
func (p *parser) sideAhead() {
	k := p.a.from - 1
	if !p.a.named || len(p.a.persons) != 1 || len(p.a.codes) > 0 || k < p.s.from+2 {
		return
	}
	if between := p.at(k); between.punct != ',' && !between.set.has(lexicon.Support) {
		return
	}
	state, first := p.at(k-1), k-2
	if state.set.either(lexicon.Country, lexicon.Adj) && state.name < 0 && p.sideWord(p.at(first)) && (first == p.s.from || p.at(first-1).punct != 0) {
		p.country(state)
	}
}
